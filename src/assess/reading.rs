//! What a trainee saw in somebody, held against what its author finds plausible there: how far the two overlap, never whether one
//! is right; and whether it was asked about, which is worth more than any guess.

use serde::Serialize;

use crate::script::codes::{GoalMove, Skill, vocabulary};
use crate::script::feeling::{Feeling, Mood};
use crate::script::model::Scene;
use crate::script::turn::Turn;
use crate::session::account::Entry;
use crate::session::jotting::{Jottings, Reading, Sureness};

use super::occasion::MEETS;

vocabulary! {
    /// How near two places on the grid of feelings are.
    Overlap { Same, Near, Elsewhere }
}

/// A reading beside what was plausible there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    pub turn: u16,
    pub saw: String,
    pub mood: Mood,
    pub sure: Sureness,
    /// What the author finds plausible there; none where they say nothing of it.
    pub plausible: Vec<Feeling>,
    /// With the nearest of these.
    pub overlap: Option<Overlap>,
    /// The reply said it back, or asked, so that the person could say whether it is so.
    pub checked: bool,
}

/// How many readings of one sureness there were, and how many of them overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Matched {
    pub sure: Sureness,
    pub overlapped: usize,
    pub of: usize,
}

/// Each reading of an hour beside what is plausible in its scene, in the order of the replies.
pub fn of_hour(scene: &Scene, account: &[Entry], jottings: &Jottings) -> Vec<Read> {
    let turns = account.iter().filter_map(|entry| match entry {
        Entry::Turn(turn) => Some(turn),
        _ => None,
    });
    let plausible = |turn: &Turn| scene.beats.iter().find(|beat| beat.id == turn.beat).map(|beat| beat.feels.as_slice());
    turns.filter_map(|turn| Some(read(jottings.reading_at(turn.number)?, plausible(turn).unwrap_or_default(), turn))).collect()
}

/// Holds a reading against what is plausible at the moment it was of.
fn read(reading: &Reading, plausible: &[Feeling], turn: &Turn) -> Read {
    Read {
        turn: reading.turn,
        saw: reading.saw.clone(),
        mood: reading.mood,
        sure: reading.sure,
        plausible: plausible.to_vec(),
        overlap: overlap(reading.mood, plausible),
        checked: checks(turn),
    }
}

fn overlap(mood: Mood, plausible: &[Feeling]) -> Option<Overlap> {
    let away = plausible.iter().map(|feeling| feeling.mood().away(mood)).min()?;
    Some(match away {
        0 => Overlap::Same,
        1 => Overlap::Near,
        _ => Overlap::Elsewhere,
    })
}

/// A reply that names a feeling or asks for it leaves the last word on it to the person.
fn checks(turn: &Turn) -> bool {
    let codes = &turn.answer().codes;
    let leaves_it_open = matches!(codes.skill, Skill::OpenQuestion | Skill::Reflection | Skill::ComplexReflection | Skill::Immediacy);
    leaves_it_open && codes.empathy.is_some_and(|level| level >= MEETS) || codes.goal.contains(&GoalMove::Feedback)
}

/// How well sureness matched: each grade of it that there was, the least sure first.
pub fn matched<'a>(readings: impl Iterator<Item = &'a Read>) -> Vec<Matched> {
    let held: Vec<(Sureness, Overlap)> = readings.filter_map(|read| Some((read.sure, read.overlap?))).collect();
    let grade = |sure: &Sureness| {
        let of_it = || held.iter().filter(|(said, _)| said == sure);
        Matched { sure: *sure, overlapped: of_it().filter(|(_, overlap)| *overlap != Overlap::Elsewhere).count(), of: of_it().count() }
    };
    Sureness::ALL.iter().map(grade).filter(|grade| grade.of > 0).collect()
}
