//! The hour as it went: what is drawn of it over its replies.

use crate::script::codes::{Measure, Moment, Stance};
use crate::session::account::Felt;
use crate::texts::{text_with, word};

use super::text::measured;
use super::{Debrief, Told};

/// What is drawn as lines.
pub const DRAWN: [Measure; 5] = [Measure::Trust, Measure::Agreement, Measure::Distress, Measure::Frustration, Measure::Experiencing];

/// Height of a line, from 0 to 1; experiencing, which runs from 1 to 7, is stretched over the same height.
pub fn height(felt: &Felt, measure: Measure) -> f64 {
    let (low, high) = measure.range();
    f64::from(measured(felt, measure).saturating_sub(low)) / f64::from(high.abs_diff(low))
}

/// How long somebody was in a stance: from after which reply until after which, 0 being the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    pub stance: Stance,
    pub from: usize,
    pub to: usize,
}

impl Stay {
    /// Where it begins and ends on an axis of replies: half a reply beyond its first and its last, but not beyond the hour's.
    pub fn band(&self, last: f64) -> [f64; 2] {
        [self.from as f64 - 0.5, self.to as f64 + 0.5].map(|at| at.clamp(0.0, last))
    }
}

pub fn stays(felt: &[Felt]) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    for (at, felt) in felt.iter().enumerate() {
        match stays.last_mut() {
            Some(stay) if stay.stance == felt.stance => stay.to = at,
            _ => stays.push(Stay { stance: felt.stance, from: at, to: at }),
        }
    }
    stays
}

/// How the stance went, in words.
pub fn course(stays: &[Stay]) -> String {
    let stay = |stay: &Stay| text_with("stay", &[("stance", word("stance", stay.stance).into()), ("from", stay.from.into())]);
    stays.iter().map(stay).collect::<Vec<_>>().join(", ")
}

/// What is marked, each with a sign of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Turning,
    Emotional,
    Goal,
    Boundary,
    Rupture,
    Risk,
    Cue,
}

impl Mark {
    pub const ALL: [Mark; 7] = [Mark::Turning, Mark::Emotional, Mark::Goal, Mark::Boundary, Mark::Rupture, Mark::Risk, Mark::Cue];

    /// A path for its sign around the point (0, 0), about twelve wide, and whether it is filled.
    pub fn shape(self) -> (&'static str, bool) {
        match self {
            Mark::Turning => ("M0-6L2-2L6 0L2 2L0 6L-2 2L-6 0L-2-2Z", true),
            Mark::Emotional => ("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", true),
            Mark::Goal => ("M-4.5 0H4.5M0-4.5V4.5", false),
            Mark::Boundary => ("M-4-4H4V4H-4Z", true),
            Mark::Rupture => ("M-4-4L4 4M4-4L-4 4", false),
            Mark::Risk => ("M0-5L5 4H-5Z", true),
            Mark::Cue => ("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", false),
        }
    }

    /// The kinds of these moments, each once.
    pub fn of(moments: &[Moment]) -> Vec<Mark> {
        let kind = |moment: &Moment| match moment {
            Moment::Emotional => Mark::Emotional,
            Moment::Goal(_) => Mark::Goal,
            Moment::Boundary { .. } => Mark::Boundary,
            Moment::Rupture(_) => Mark::Rupture,
            Moment::Risk => Mark::Risk,
            Moment::Cue { .. } => Mark::Cue,
        };
        let found: Vec<Mark> = moments.iter().map(kind).collect();
        Mark::ALL.into_iter().filter(|mark| found.contains(mark)).collect()
    }
}

/// What is marked at a reply, each once.
pub fn marks(debrief: &Debrief, told: &Told) -> Vec<Mark> {
    let turning = turned(debrief, told.turn.number).then_some(Mark::Turning);
    turning.into_iter().chain(Mark::of(&told.turn.moments)).collect()
}

/// The names of what is marked.
pub fn named(marks: &[Mark]) -> String {
    marks.iter().map(|mark| word("mark", mark)).collect::<Vec<_>>().join(", ")
}

/// True where the hour turned at that reply.
pub fn turned(debrief: &Debrief, turn: u16) -> bool {
    debrief.hindsight.iter().flat_map(|hindsight| &hindsight.turning_points).any(|point| point.turn == turn)
}
