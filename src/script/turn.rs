//! One turn of an hour as plain coded data: all that the scores are folded from, whoever held the hour.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::{Codes, Moment};

/// What could be answered at one moment, what was, and what the person could bear then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Turn {
    /// Counts from 1 within the hour.
    pub number: u16,
    pub beat: String,
    pub moments: Vec<Moment>,
    /// Whose moment it is, where there are several people in the room; else nobody is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whose: Vec<String>,
    /// Every reply that was on offer, in the author's order.
    pub offered: Vec<Offer>,
    /// Which of them was taken.
    pub taken: usize,
    /// Deepest level of empathy, 1 to 5, that could be borne before the reply.
    pub bearable: u8,
}

/// A reply as it stood on the menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub reply: String,
    pub text: String,
    /// Something done rather than said.
    pub deed: bool,
    pub codes: Codes,
    /// Whom it is addressed to, where that is not the people whose moment it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// Whom it takes a side against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    pub why: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Turn {
    /// The reply that was taken.
    #[expect(clippy::indexing_slicing, reason = "who makes one takes of what they offer, and none is read in which that is not so")]
    pub fn answer(&self) -> &Offer {
        &self.offered[self.taken]
    }
}

impl Serialize for Turn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Turn::serialize(self, serializer)
    }
}

// A record may come from anybody: a reply that was taken and not offered is none.
impl<'de> Deserialize<'de> for Turn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Turn, D::Error> {
        let turn = Turn::deserialize(deserializer)?;
        if turn.taken < turn.offered.len() {
            Ok(turn)
        } else {
            Err(D::Error::custom("the reply that was taken is not among those on offer"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reply_that_was_not_on_offer_is_not_read_as_taken() {
        let offer = r#"{"reply":"a","text":"So.","deed":false,"codes":{"skill":"Silence"},"why":""}"#;
        let read = |offered: &str, taken: usize| {
            let json = format!(r#"{{"number":1,"beat":"b","moments":[],"offered":[{offered}],"taken":{taken},"bearable":1}}"#);
            serde_json::from_str::<Turn>(&json)
        };
        assert_eq!(read(offer, 0).unwrap().answer().reply, "a");
        assert!(read(offer, 1).is_err() && read("", 0).is_err());
    }
}
