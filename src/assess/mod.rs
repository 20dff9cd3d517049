//! Three scores, folded from the coded turns of an hour: empathy, goal agreement, boundaries. There is no total.

mod boundaries;
mod empathy;
mod goals;
mod interventions;
mod range;
mod repair;
mod safety;
pub mod table;
pub mod tally;

use serde::Serialize;

use crate::script::codes::{BoundaryResponse, Ending, GoalMove, Lens};
use crate::script::rules::Rubric;
use crate::script::turn::Turn;
use crate::session::account::Entry;

use tally::{BOUNDARIES, EMPATHY, GOALS, Met, Scoring};

pub use interventions::{Intervention, InterventionKind, SOON};
pub use range::rounded;
pub use repair::{Repair, RepairOutcome, Try};
pub use safety::{Gate, GateState};

/// What is said of an hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assessment {
    pub rubric: String,
    pub scores: Scores,
    pub gate: Gate,
    pub repairs: Vec<Repair>,
    pub interventions: Vec<Intervention>,
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
        interventions: interventions::log(account),
        ending: account.iter().find_map(Entry::ending),
    }
}

/// The three scores of coded turns, whoever held the hour.
pub fn scores(rubric: &Rubric, lens: Lens, turns: &[&Turn]) -> Scores {
    let scoring = Scoring::new(rubric, lens);
    let score = |which: usize, weighs: &dyn Fn(&Met) -> Vec<Weighs>| {
        let line = |turn: &Turn, weighs| Evidence { turn: turn.number, reply: turn.answer().reply.clone(), weighs };
        let evidence = turns.iter().flat_map(|turn| weighs(&Met::taken(turn)).into_iter().map(|weighs| line(turn, weighs)));
        range::score(&scoring, which, turns, evidence.collect())
    };
    let reflections = rubric.empathy.reflection_lenses.contains(&lens);
    Scores {
        empathy: score(EMPATHY, &|met| empathy::evidence(&rubric.empathy, reflections, met)),
        goals: score(GOALS, &|met| goals::evidence(rubric, met)),
        boundaries: score(BOUNDARIES, &|met| boundaries::evidence(rubric, met)),
    }
}

/// Where an hour stands on safety.
pub fn gate(rubric: &Rubric, turns: &[&Turn]) -> Gate {
    safety::gate(&rubric.safety, turns)
}

/// The three values alone, in the order empathy, goals, boundaries.
pub fn values(rubric: &Rubric, lens: Lens, turns: &[&Turn]) -> [Option<u8>; 3] {
    let scoring = Scoring::new(rubric, lens);
    [EMPATHY, GOALS, BOUNDARIES].map(|which| range::value(&scoring, which, turns))
}

impl Scores {
    /// By their places: empathy, goals, boundaries.
    pub fn each(&self) -> [&Score; 3] {
        [&self.empathy, &self.goals, &self.boundaries]
    }
}

impl Band {
    /// The band of a value from 0 to 100.
    pub fn of(value: u8) -> Band {
        match value {
            80.. => Band::Good,
            60.. => Band::Fair,
            _ => Band::BelowFair,
        }
    }
}
