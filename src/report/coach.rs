//! What a coach says after a reply: what it was, why it matters, where that comes from, and what else could have been said.

use crate::assess::alternative::alternative;
use crate::script::rules::Rubric;
use crate::script::turn::Turn;
use crate::texts::{text_with, word};

use super::text::quoted;

/// A note in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoachNote {
    pub skill: String,
    pub why: String,
    pub source: Option<String>,
    /// Another reply that was on offer, its skill and its reason.
    pub instead: Option<String>,
}

/// The note on a reply.
pub fn note(rubric: &Rubric, turn: &Turn) -> CoachNote {
    let answer = turn.answer();
    let instead = alternative(rubric, turn).map(|other| {
        let fill = [
            ("line", quoted(&other.text, other.deed).into()),
            ("skill", word("skill", other.codes.skill).into()),
            ("why", other.why.as_str().into()),
        ];
        text_with("note-instead", &fill)
    });
    CoachNote { skill: word("skill", answer.codes.skill), why: answer.why.clone(), source: answer.source.clone(), instead }
}

impl CoachNote {
    /// What is said beside skill and reason, a line each.
    pub fn more(&self) -> impl Iterator<Item = &str> {
        self.source.iter().chain(&self.instead).map(String::as_str)
    }
}
