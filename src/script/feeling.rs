//! Feelings by name, and the grid that they lie on: pleasant or unpleasant, calm or stirred.

use serde::{Deserialize, Serialize};

use super::codes::vocabulary;

vocabulary! {
    /// What somebody may feel at a moment, whatever they show.
    Feeling {
        Calm,
        Content,
        Relieved,
        Grateful,
        Touched,
        Hopeful,
        Glad,
        Proud,
        Excited,
        Curious,
        Amused,
        Surprised,
        Tired,
        Numb,
        Bored,
        Lonely,
        Sad,
        Grieving,
        Hopeless,
        Longing,
        Torn,
        Wary,
        Embarrassed,
        Ashamed,
        Guilty,
        Hurt,
        Irritated,
        Tense,
        Anxious,
        Afraid,
        Angry,
        Desperate,
    }
}

/// A place on the grid; each way from −2 to 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mood {
    /// From unpleasant to pleasant.
    pub pleasant: i8,
    /// From calm to stirred.
    pub stirred: i8,
}

impl Mood {
    /// The most of either.
    pub const MOST: i8 = 2;

    pub fn new(pleasant: i8, stirred: i8) -> Mood {
        Mood { pleasant, stirred }
    }

    /// The nearest place on the grid.
    pub fn bounded(self) -> Mood {
        let bounded = |way: i8| way.clamp(-Mood::MOST, Mood::MOST);
        Mood::new(bounded(self.pleasant), bounded(self.stirred))
    }

    /// How many places it is away, by the longer way.
    pub fn away(self, other: Mood) -> u8 {
        self.pleasant.abs_diff(other.pleasant).max(self.stirred.abs_diff(other.stirred))
    }
}

impl Feeling {
    /// Where it lies: the order of Russell's circumplex of affect (1980), rounded by us to five places each way. It is rough on
    /// purpose; who is one place off has seen the same.
    pub fn mood(self) -> Mood {
        let (pleasant, stirred) = match self {
            Feeling::Calm => (1, -2),
            Feeling::Content => (2, -1),
            Feeling::Relieved => (1, -1),
            Feeling::Grateful => (2, 0),
            Feeling::Touched => (1, 1),
            Feeling::Hopeful => (1, 0),
            Feeling::Glad => (2, 1),
            Feeling::Proud => (2, 1),
            Feeling::Excited => (1, 2),
            Feeling::Curious => (1, 1),
            Feeling::Amused => (2, 1),
            Feeling::Surprised => (0, 2),
            Feeling::Tired => (-1, -2),
            Feeling::Numb => (0, -2),
            Feeling::Bored => (-1, -2),
            Feeling::Lonely => (-2, -1),
            Feeling::Sad => (-2, -1),
            Feeling::Grieving => (-2, 0),
            Feeling::Hopeless => (-2, -2),
            Feeling::Longing => (-1, 0),
            Feeling::Torn => (-1, 1),
            Feeling::Wary => (-1, 0),
            Feeling::Embarrassed => (-1, 1),
            Feeling::Ashamed => (-2, 1),
            Feeling::Guilty => (-2, 1),
            Feeling::Hurt => (-2, 1),
            Feeling::Irritated => (-1, 1),
            Feeling::Tense => (-1, 1),
            Feeling::Anxious => (-1, 2),
            Feeling::Afraid => (-2, 2),
            Feeling::Angry => (-2, 2),
            Feeling::Desperate => (-2, 2),
        };
        Mood { pleasant, stirred }
    }
}
