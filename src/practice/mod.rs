//! What to do next: a deck of hard moments, when each comes up again, and how somebody has fared so far.
//!
//! Everything here is derived: from the cases there are, and from turns that were kept. A day is a number of days since
//! 1970-01-01, in the trainee's own time.

pub mod deck;
pub mod progress;
pub mod schedule;

use std::str::FromStr;

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use crate::assess::occasion::{Competence, Kind};

/// A moment of a case that can be practised by itself, by the names that stay when a case is edited.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub case: String,
    /// Counted from 1.
    pub session: u32,
    pub beat: String,
}

impl std::fmt::Display for Place {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(to, "{}/{}/{}", self.case, self.session, self.beat)
    }
}

impl FromStr for Place {
    type Err = String;

    /// As it is shown: the case, the session and the beat, with strokes between.
    fn from_str(text: &str) -> Result<Place, String> {
        let parts: Vec<&str> = text.split('/').collect();
        match (parts.as_slice(), parts.get(1).and_then(|session| session.parse().ok())) {
            ([case, _, beat], Some(session)) => Ok(Place { case: case.to_string(), session, beat: beat.to_string() }),
            _ => Err("write it like CASE/1/BEAT, as `progress` names it".into()),
        }
    }
}

/// One answer at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    pub place: Place,
    pub day: i32,
    pub kinds: Vec<Kind>,
    /// What there was occasion for, and whether it was done.
    pub occasions: Vec<(Competence, bool)>,
    /// What it was drilled for; none where it was an answer in an hour.
    pub drilled: Option<Competence>,
    /// What the trainee said of it, as a moment for what it was drilled for.
    pub found: Option<Found>,
}

impl Try {
    /// Whether it did that; none where there was no occasion for it.
    pub fn did(&self, competence: Competence) -> Option<bool> {
        self.occasions.iter().find(|(there, _)| *there == competence).map(|(_, done)| *done)
    }
}

/// How a trainee found a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    TooEasy,
    TooHard,
}

/// A day as it stands in a calendar, such as 2026-03-09.
pub fn date(day: i32) -> String {
    let day = jiff::civil::date(1970, 1, 1).checked_add(day.days());
    day.map(|day| day.to_string()).unwrap_or_default()
}
