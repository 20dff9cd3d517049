//! What an author writes about how a person sounds, and which sounds a body makes.

use serde::{Deserialize, Serialize};

use super::codes::vocabulary;

/// How a person sounds, as an author writes it.
///
/// Every field may be left out. Whole numbers are percentages from 0 to 100, and
/// 50 is the middle of how people sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Voicing {
    /// Pitch: 0 deep, 100 high.
    pub pitch: i32,
    /// Timbre: 0 large and dark, 100 small and bright.
    pub timbre: i32,
    /// Breath in the voice: 0 clear, 100 breathy.
    pub breath: i32,
}

impl Default for Voicing {
    fn default() -> Self {
        Self { pitch: 50, timbre: 50, breath: 50 }
    }
}

impl Voicing {
    /// Every field that is out of its range, one plain sentence each; empty when all is well.
    pub fn problems(&self) -> Vec<String> {
        [("pitch", self.pitch), ("timbre", self.timbre), ("breath", self.breath)]
            .into_iter()
            .filter(|(_, value)| !(0..=100).contains(value))
            .map(|(name, value)| format!("{name} is {value}; it goes from 0 to 100"))
            .collect()
    }
}

vocabulary! {
    /// A sound of the body, without words.
    Sound {
        Sigh,
        Sniff,
        Swallow,
        /// Breath that comes in jerks.
        Sob,
        /// A breath that is heard, as before speaking.
        Breath,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_writes_only_what_differs() {
        let voice: Voicing = ron::from_str("(pitch: 20)").unwrap();
        assert_eq!(voice, Voicing { pitch: 20, ..Voicing::default() });
        assert!(voice.problems().is_empty());
        assert!(ron::from_str::<Voicing>("(accent: 3)").is_err());
    }

    #[test]
    fn mistakes_are_told_in_plain_words() {
        let wrong = Voicing { pitch: 101, timbre: -1, breath: 200 };
        let told = ["pitch is 101; it goes from 0 to 100", "timbre is -1; it goes from 0 to 100", "breath is 200; it goes from 0 to 100"];
        assert_eq!(wrong.problems(), told);
    }
}
