//! Three scores, folded from the coded turns of an hour: empathy, goal agreement, boundaries. There is no total.

mod boundaries;
mod empathy;
mod goals;
mod range;
mod repair;
mod safety;

use serde::Serialize;

use crate::script::codes::{BoundaryResponse, Ending, GoalMove, Lens};
use crate::script::rules::{Rubric, Scale};
use crate::script::turn::Turn;
use crate::session::account::Entry;

pub use repair::{Repair, RepairOutcome};
pub use safety::{Gate, GateState};

/// What is said of an hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    pub rubric: String,
    pub scores: Scores,
    pub gate: Gate,
    pub repairs: Vec<Repair>,
    /// None while the hour is unfinished.
    pub ending: Option<Ending>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scores {
    pub empathy: Score,
    pub goals: Score,
    pub boundaries: Score,
}

/// One score, and what it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Score {
    /// 0 to 100; none where there isn't enough to say.
    pub value: Option<u8>,
    pub band: Option<Band>,
    /// The value, had the worst reply on offer been taken each time on the same path.
    pub offered_min: Option<u8>,
    /// The value, had the best been.
    pub offered_max: Option<u8>,
    pub evidence: Vec<Evidence>,
}

/// 60 is fair, 80 is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    BelowFair,
    Fair,
    Good,
}

/// A line that a score came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub turn: u16,
    pub reply: String,
    #[serde(flatten)]
    pub weighs: Weighs,
}

/// How a line weighs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Weighs {
    /// A level of empathy, as coded and as credited in the state there was.
    Level {
        coded: u8,
        credited: u8,
    },
    /// How the body met a cue, in hundredths.
    Fit {
        hundredths: i64,
    },
    Reflection,
    ComplexReflection,
    Question,
    Moves {
        made: Vec<GoalMove>,
        offered: Vec<GoalMove>,
    },
    Collaborative,
    Directive,
    /// None where a pressure met no response.
    /// `asked` is true where there was a pressure; without one the reply put it there.
    Boundary {
        response: Option<BoundaryResponse>,
        asked: bool,
        indicated: bool,
        points: u8,
    },
}

impl Weighs {
    /// True for what only counts over the whole hour, as the reflection figures do.
    pub fn is_a_count(&self) -> bool {
        matches!(self, Weighs::Reflection | Weighs::ComplexReflection | Weighs::Question)
    }
}

/// The coded turns of an account.
pub fn turns(account: &[Entry]) -> Vec<&Turn> {
    account
        .iter()
        .filter_map(|entry| match entry {
            Entry::Turn(turn) => Some(turn),
            _ => None,
        })
        .collect()
}

/// Assesses an hour from its account.
pub fn assess(rubric: &Rubric, lens: Lens, account: &[Entry]) -> Assessment {
    let turns = turns(account);
    Assessment {
        rubric: rubric.version.clone(),
        scores: scores(rubric, lens, &turns),
        gate: gate(rubric, &turns),
        repairs: repair::log(account),
        ending: account.iter().find_map(|entry| match entry {
            Entry::Ended { ending } => Some(*ending),
            _ => None,
        }),
    }
}

/// The three scores of coded turns, whoever held the hour.
pub fn scores(rubric: &Rubric, lens: Lens, turns: &[&Turn]) -> Scores {
    Scores {
        empathy: range::score(&empathy::Rule::new(rubric, lens), turns),
        goals: range::score(&goals::Rule { rubric }, turns),
        boundaries: range::score(&boundaries::Rule { rubric }, turns),
    }
}

/// Where an hour stands on safety.
pub fn gate(rubric: &Rubric, turns: &[&Turn]) -> Gate {
    safety::gate(&rubric.safety, turns)
}

/// The three values alone, in the order empathy, goals, boundaries: what a search over many hours needs.
pub fn values(rubric: &Rubric, lens: Lens, turns: &[&Turn]) -> [Option<u8>; 3] {
    [
        range::value(&empathy::Rule::new(rubric, lens), turns),
        range::value(&goals::Rule { rubric }, turns),
        range::value(&boundaries::Rule { rubric }, turns),
    ]
}

impl Band {
    fn of(value: u8) -> Band {
        match value {
            80.. => Band::Good,
            60.. => Band::Fair,
            _ => Band::BelowFair,
        }
    }
}

impl Scale {
    /// Points, in hundredths from 0 to 10,000, of the figure `sum / count`, where `sum` is in hundredths.
    fn points(&self, sum: i64, count: i64) -> i64 {
        let figure = sum * 100 / count.max(1);
        let anchors = [(self.none.0, 0), (self.fair.0, 6_000), (self.good.0, 8_000), (self.full.0, 10_000)];
        let mut points = 0;
        for pair in anchors.windows(2) {
            let [(from, low), (to, high)] = [pair[0], pair[1]].map(|(at, points)| (at * 100, points));
            if figure >= to {
                points = high;
            } else if figure > from {
                points = low + (figure - from) * (high - low) / (to - from).max(1);
            }
        }
        points
    }
}

/// Mean of weighted points; a part that has nothing to say hands its weight to the first.
fn weighted(parts: &[(u8, Option<i64>)]) -> i64 {
    let first = parts.first().and_then(|part| part.1).unwrap_or_default();
    let sum: i64 = parts.iter().map(|(weight, points)| i64::from(*weight) * points.unwrap_or(first)).sum();
    let whole: i64 = parts.iter().map(|(weight, _)| i64::from(*weight)).sum();
    sum / whole.max(1)
}
