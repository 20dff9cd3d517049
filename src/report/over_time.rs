//! The hour as it went: what is drawn of it over its replies.

use crate::script::codes::{Measure, Moment, Stance};
use crate::session::account::Felt;

use super::Debrief;
use super::text::measured;

/// What is drawn as lines.
pub const DRAWN: [Measure; 5] = [Measure::Trust, Measure::Agreement, Measure::Distress, Measure::Frustration, Measure::Experiencing];

/// Height of a line at a place, 0 to 100; experiencing, which runs from 1 to 7, is stretched over the same height.
pub fn height(felt: &Felt, measure: Measure) -> f64 {
    let (low, high) = measure.range();
    f64::from(measured(felt, measure).saturating_sub(low)) * 100.0 / f64::from(high - low)
}

/// How the first person was in the room, as long as it lasted: from after which reply (0 is the beginning) until after which.
pub fn stances(debrief: &Debrief) -> Vec<(Stance, usize, usize)> {
    let mut stances: Vec<(Stance, usize, usize)> = Vec::new();
    for (place, felt) in debrief.felt.iter().enumerate() {
        match stances.last_mut() {
            Some((stance, _, until)) if *stance == felt.stance => *until = place,
            _ => {
                if let Some((.., until)) = stances.last_mut() {
                    *until = place;
                }
                stances.push((felt.stance, place, place));
            }
        }
    }
    stances
}

/// A kind of moment, as it is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Emotional,
    Goal,
    Boundary,
    Rupture,
    Risk,
    Cue,
}

impl Mark {
    pub const ALL: [Mark; 6] = [Mark::Emotional, Mark::Goal, Mark::Boundary, Mark::Rupture, Mark::Risk, Mark::Cue];

    pub fn of(moment: &Moment) -> Mark {
        match moment {
            Moment::Emotional => Mark::Emotional,
            Moment::Goal(_) => Mark::Goal,
            Moment::Boundary { .. } => Mark::Boundary,
            Moment::Rupture(_) => Mark::Rupture,
            Moment::Risk => Mark::Risk,
            Moment::Cue { .. } => Mark::Cue,
        }
    }
}
