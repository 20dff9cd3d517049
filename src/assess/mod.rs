//! Three scores, folded from the coded turns of an hour: empathy, goal agreement, boundaries. There is no total.

pub mod alternative;
mod boundaries;
mod empathy;
mod goals;
mod interventions;
pub mod notebook;
pub mod occasion;
mod range;
pub mod reading;
mod repair;
mod safety;
pub mod table;
pub mod tally;

use serde::Serialize;

use crate::script::bundle::MOST_PEOPLE;
use crate::script::codes::{BoundaryResponse, Ending, GoalMove, Lens};
use crate::script::rules::Rubric;
use crate::script::turn::Turn;
use crate::session::account::Entry;

use tally::{BOUNDARIES, EMPATHY, GOALS, Met, MetOne, Scoring};

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
    /// Of each person where there are several; the score is the lowest of theirs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<OfPerson>,
    pub evidence: Vec<Evidence>,
}

/// A score as it is for one of several people: over the moments that are theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfPerson {
    pub person: String,
    pub value: Option<u8>,
    pub band: Option<Band>,
    pub offered_min: Option<u8>,
    pub offered_max: Option<u8>,
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
    /// For whom it weighs so, where there are several people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
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

/// Whose moments there are in several people's turns, each once; nobody where only one person comes.
pub fn people<'a>(turns: &[&'a Turn]) -> Vec<&'a str> {
    let mut people: Vec<&str> = Vec::new();
    for person in turns.iter().flat_map(|turn| &turn.whose) {
        if !people.contains(&person.as_str()) && people.len() < MOST_PEOPLE {
            people.push(person);
        }
    }
    people
}

/// The three scores of coded turns, whoever held the hour.
pub fn scores(rubric: &Rubric, lens: Lens, turns: &[&Turn]) -> Scores {
    let people = people(turns);
    let scoring = Scoring::new(rubric, lens, people.len().max(1));
    let score = |which: usize, weighs: &dyn Fn(&Met, u8) -> Vec<Weighs>| {
        let evidence = turns.iter().flat_map(|turn| {
            let met = Met::taken(turn, &people);
            let (number, reply) = (turn.number, &turn.answer().reply);
            let of_one = |person: u8| {
                let who = people.get(usize::from(person)).filter(|_| which != BOUNDARIES).map(|id| id.to_string());
                weighs(&met, person).into_iter().map(move |weighs| Evidence {
                    turn: number,
                    reply: reply.clone(),
                    person: who.clone(),
                    weighs,
                })
            };
            scoring.counted(which).flat_map(of_one).collect::<Vec<_>>()
        });
        range::score(&scoring, which, turns, &people, evidence.collect())
    };
    let reflections = rubric.empathy.reflection_lenses.contains(&lens);
    let one =
        |met: &Met, person, weighs: &dyn Fn(&MetOne) -> Vec<Weighs>| MetOne::of(*met, person).map(|met| weighs(&met)).unwrap_or_default();
    Scores {
        empathy: score(EMPATHY, &|met, person| one(met, person, &|met| empathy::evidence(&rubric.empathy, reflections, met))),
        goals: score(GOALS, &|met, person| one(met, person, &|met| goals::evidence(rubric, met))),
        boundaries: score(BOUNDARIES, &|met, _| boundaries::evidence(rubric, met)),
    }
}

/// Where an hour stands on safety.
pub fn gate(rubric: &Rubric, turns: &[&Turn]) -> Gate {
    safety::gate(&rubric.safety, turns)
}

/// The three values alone, in the order empathy, goals, boundaries.
pub fn values(rubric: &Rubric, lens: Lens, turns: &[&Turn]) -> [Option<u8>; 3] {
    let people = people(turns);
    let scoring = Scoring::new(rubric, lens, people.len().max(1));
    [EMPATHY, GOALS, BOUNDARIES].map(|which| range::value(&scoring, which, turns, &people))
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
