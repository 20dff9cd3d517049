//! The debrief of an hour: a plain model of it, and the ways it is told.

pub mod csv;
pub mod table;
pub mod text;

use serde::Serialize;

use crate::assess::{Assessment, Evidence, Score};
use crate::script::codes::Ending;
use crate::script::turn::Turn;
use crate::session::account::{Entry, Felt};

/// Everything that is told of an hour after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    pub case: String,
    pub title: String,
    /// Counted from 1.
    pub session: u32,
    pub seed: u64,
    /// First name of the first person.
    pub name: String,
    pub ending: Option<Ending>,
    /// How the trainee thought they would.
    pub expected: Option<Ending>,
    /// What the trainee felt, in their own words.
    pub trainee_felt: String,
    pub minutes: u16,
    pub assessment: Assessment,
    /// What was said and done, in order, for looking up what a figure came from.
    pub turns: Vec<Told>,
    /// What was so in the first person: at the start, and after each reply.
    pub felt: Vec<Felt>,
    /// What came out, and what was asked for too early.
    pub facts: Vec<FactTold>,
    pub aftercare: String,
    pub review: String,
}

/// One reply with what it answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// What the person last said or showed before it.
    pub before: String,
    pub turn: Turn,
}

/// A reply that a score came from.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub told: &'a Told,
    pub evidence: &'a [Evidence],
}

impl Line<'_> {
    /// Its reason; none where the line only counts over the whole hour, as the reflection figures do.
    pub fn why(&self) -> Option<&str> {
        let answer = self.told.turn.answer();
        (!self.evidence.iter().all(|evidence| evidence.weighs.is_a_count())).then_some(answer.why.as_str())
    }
}

/// A fact that came near.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum FactTold {
    Told { fact: String, what: String, after_turn: u16 },
    Blocked { fact: String, seen: String, after_turn: u16 },
}

/// What the debrief needs to know of the hour beside its account.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub case: &'a crate::script::model::Case,
    pub session: u32,
    pub seed: u64,
    /// What the trainee said afterwards.
    pub expected: Option<Ending>,
    pub felt: &'a str,
}

impl Debrief {
    /// Gathers it from the account as it was shown; nothing is played again.
    pub fn new(about: About, assessment: Assessment, account: &[Entry]) -> Debrief {
        let person = about.case.people.first();
        let first = person.map(|person| person.id.as_str()).unwrap_or_default();
        let mut debrief = Debrief {
            case: about.case.id.clone(),
            title: about.case.title.clone(),
            session: about.session,
            seed: about.seed,
            name: person.map(|person| person.name.clone()).unwrap_or_default(),
            ending: assessment.ending,
            expected: about.expected,
            trainee_felt: about.felt.into(),
            minutes: 0,
            assessment,
            turns: Vec::new(),
            felt: Vec::new(),
            facts: Vec::new(),
            aftercare: crate::script::model::fold(&about.case.aftercare),
            review: about.case.review.clone(),
        };
        let mut before = String::new();
        let mut settled = true;
        for entry in account {
            let after_turn = debrief.turns.len() as u16;
            match entry {
                Entry::Said { text, .. } | Entry::Seen { text, .. } => before.clone_from(text),
                Entry::Turn(turn) => {
                    debrief.turns.push(Told { before: std::mem::take(&mut before), turn: turn.clone() });
                    settled = true;
                }
                Entry::Clock { minute } => debrief.minutes = *minute,
                // What settles after a beat was entered belongs to the reply that led there.
                Entry::Felt(felt) if felt.person == first => {
                    if !std::mem::take(&mut settled) {
                        debrief.felt.pop();
                    }
                    debrief.felt.push(felt.clone());
                }
                Entry::Told { fact, what } => debrief.facts.push(FactTold::Told { fact: fact.clone(), what: what.clone(), after_turn }),
                Entry::Blocked { fact, text } => {
                    debrief.facts.push(FactTold::Blocked { fact: fact.clone(), seen: text.clone(), after_turn })
                }
                _ => {}
            }
        }
        debrief
    }

    /// The lines that a score came from, one for each reply, with all that it weighs.
    pub fn lines<'a>(&'a self, score: &'a Score) -> impl Iterator<Item = Line<'a>> {
        score.evidence.chunk_by(|one, next| one.turn == next.turn).filter_map(|evidence| {
            let told = self.turns.iter().find(|told| told.turn.number == evidence[0].turn)?;
            Some(Line { told, evidence })
        })
    }

    /// The three scores with the names of their texts, in the order in which they are shown.
    pub fn scores(&self) -> [(&'static str, &Score); 3] {
        let scores = &self.assessment.scores;
        [("score-empathy", &scores.empathy), ("score-goals", &scores.goals), ("score-boundaries", &scores.boundaries)]
    }
}
