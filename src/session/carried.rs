//! What is carried from one session of a case to the next: how the people were left, what was told, what was noted.

use serde::{Deserialize, Serialize};

use crate::script::bundle::Bundle;
use crate::script::model::{Person, Start, Supposed};

use super::Session;
use super::account::{Felt, felt};
use super::patient::Patient;

/// What a session goes on from, by names, so that it can be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// In the order of the case.
    pub people: Vec<Felt>,
    /// Ids of facts.
    pub told: Vec<String>,
    /// All that was noted in the course so far.
    pub noted: Vec<String>,
}

impl Carried {
    /// One of the histories that the case supposes before that session (counted from 0), by the seed; none before the first.
    pub fn supposed(bundle: &Bundle, hour: usize, seed: u64) -> Option<Carried> {
        let histories = &bundle.case.sessions.get(hour)?.supposed;
        let place = seed.wrapping_sub(1).checked_rem(histories.len() as u64)?;
        let Supposed { people, told, noted } = histories.get(place as usize)?;
        let left = |(person, start): (&Person, &Start)| felt(person.id.clone(), &Patient::standing(*start));
        let people = bundle.case.people.iter().zip(people).map(left).collect();
        Some(Carried { people, told: told.clone(), noted: noted.clone() })
    }
}

impl From<&Session> for Carried {
    /// What an hour leaves behind as it stands; what would only have come later has come by then.
    fn from(session: &Session) -> Carried {
        let (bundle, state) = (session.bundle(), session.state());
        let mut patients = state.patients.clone();
        for due in &state.pending {
            if let Some(patient) = patients.get_mut(usize::from(due.person)) {
                patient.add(due.measure, due.amount, &bundle.reactions);
            }
        }
        let facts = bundle.case.facts.iter().enumerate().filter(|(place, _)| state.told >> place & 1 == 1);
        let notes = session.hour().notes.iter().enumerate().filter(|(place, _)| state.noted >> place & 1 == 1);
        Carried {
            people: bundle.case.people.iter().zip(&patients).map(|(person, patient)| felt(person.id.clone(), patient)).collect(),
            told: facts.map(|(_, fact)| fact.id.clone()).collect(),
            noted: notes.map(|(_, note)| note.clone()).chain(session.kept.iter().cloned()).collect(),
        }
    }
}
