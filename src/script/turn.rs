//! One turn of an hour as plain coded data: all that the scores are folded from, whoever held the hour.

use serde::{Deserialize, Serialize};

use super::codes::{Codes, Moment};

/// What could be answered at one moment, what was, and what the person could bear then.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    pub fn answer(&self) -> &Offer {
        &self.offered[self.taken]
    }
}
