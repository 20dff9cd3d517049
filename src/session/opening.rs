//! An hour opened in the middle: at a beat, in a state that somebody set or that another hour was in there.

use std::sync::Arc;

use crate::script::bundle::Bundle;
use crate::script::codes::{Measure, Skill};
use crate::script::model::Beat;

use super::account::felt;
use super::carried::Carried;
use super::patient::{Patient, Pending};
use super::{Command, Session, bits};

/// Latest minute and reply that an hour can be opened at; none comes near them.
const LATEST: u16 = 600;

/// How everything stands just before a beat is entered, by names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub beat: String,
    /// On the clock.
    pub minute: u16,
    /// Replies that went before.
    pub turn: u16,
    /// How each of the people is, in the order of the case; what was told; what was noted.
    pub carried: Carried,
    /// Whose rupture was mended whole in this hour, in the order of the case; nobody's where it is shorter.
    pub mended: Vec<bool>,
    /// Replies in a row that were addressed to others, in the order of the case; none where it is shorter.
    pub aside: Vec<u16>,
    /// Beats that were met, and how often.
    pub met: Vec<(String, u16)>,
    /// Topics.
    pub left_out: Vec<String>,
    /// The last skill, and how often it was used in a row.
    pub run: (Skill, u8),
    pub later: Vec<Later>,
}

/// A change that is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    pub person: String,
    pub measure: Measure,
    pub amount: i16,
    /// After so many replies more, from 1.
    pub replies: u8,
}

/// Why an hour can't be opened so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    #[error("this case has {there} session(s); there is no session {asked}")]
    NoSession { asked: usize, there: usize },
    #[error("there is no {what} called “{name}” in this session")]
    Unknown { what: &'static str, name: String },
    #[error("it has to be said how each of the people is, in the order of the case: {people}")]
    People { people: String },
    #[error("{measure:?} of {person} is {value}; it goes from {lowest} to {highest}")]
    OutOfRange { person: String, measure: Measure, value: u8, lowest: u8, highest: u8 },
    #[error("the rupture of {person} is {depth} deep; it goes from 1 to {deepest}")]
    Depth { person: String, depth: u8, deepest: u8 },
    #[error("no hour comes to minute {minute} and reply {turn}; both go to {LATEST}")]
    Late { minute: u16, turn: u16 },
}

impl Opening {
    /// As an hour stands: opened so, another goes on as that one does.
    pub fn of(session: &Session) -> Opening {
        let (case, state, hour) = (&session.bundle().case, session.state(), session.hour());
        let here = hour.written(state.beat);
        let before = |(beat, times): (&Beat, &u16)| {
            // The beat is entered again.
            let times = times.saturating_sub(u16::from(state.begun && std::ptr::eq(beat, here)));
            (times > 0).then(|| (beat.id.clone(), times))
        };
        let later = |due: &Pending| Later {
            person: case.person(due.person).id.clone(),
            measure: due.measure,
            amount: due.amount,
            replies: u8::try_from(due.turn.saturating_sub(state.turn)).unwrap_or(u8::MAX),
        };
        let people = case.people.iter().zip(&state.patients);
        Opening {
            beat: here.id.clone(),
            minute: state.minute,
            turn: state.turn,
            carried: Carried { people: people.map(|(person, patient)| felt(person.id.clone(), patient)).collect(), ..session.carried() },
            mended: state.patients.iter().map(|patient| patient.mended).collect(),
            aside: state.patients.iter().map(|patient| patient.aside).collect(),
            met: hour.scene.beats.iter().zip(&state.visits).filter_map(before).collect(),
            left_out: case
                .topics()
                .enumerate()
                .filter(|(topic, _)| state.left_out >> topic & 1 == 1)
                .map(|(_, (id, _))| id.into())
                .collect(),
            run: state.run,
            later: state.pending.iter().map(later).collect(),
        }
    }

    /// As far as the script knows of what went before: beats, facts, topics and changes to come that it lacks are gone. Where it
    /// opens, and whose hour it is, stays. Which session of the case is counted from 1.
    pub fn within(&self, bundle: &Bundle, number: u32) -> Opening {
        let case = &bundle.case;
        let hour = (number as usize).checked_sub(1).and_then(|hour| bundle.hours.get(hour));
        let beats = hour.map(|hour| hour.scene.beats.as_slice()).unwrap_or_default();
        let mut there = self.clone();
        there.met.retain(|(beat, _)| beats.iter().any(|known| known.id == *beat));
        there.carried.told.retain(|fact| case.facts.iter().any(|known| known.id == *fact));
        there.left_out.retain(|topic| case.topics().any(|(known, _)| known == topic));
        there.later.retain(|due| case.people.iter().any(|person| person.id == due.person));
        there
    }

    fn check(&self, bundle: &Bundle, hour: usize) -> Result<(), Misfit> {
        let there = bundle.hours.len();
        let beats = &bundle.hours.get(hour).ok_or(Misfit::NoSession { asked: hour.saturating_add(1), there })?.scene.beats;
        let known = |what, name: &String, known: bool| if known { Ok(()) } else { Err(Misfit::Unknown { what, name: name.clone() }) };
        for beat in self.met.iter().map(|(beat, _)| beat).chain([&self.beat]) {
            known("beat", beat, beats.iter().any(|there| there.id == *beat))?;
        }
        for fact in &self.carried.told {
            known("fact", fact, bundle.case.facts.iter().any(|there| there.id == *fact))?;
        }
        for topic in &self.left_out {
            known("topic", topic, bundle.case.topics().any(|(there, _)| there == topic))?;
        }
        let people = &bundle.case.people;
        for person in self.later.iter().map(|due| &due.person) {
            known("person", person, people.iter().any(|there| there.id == *person))?;
        }
        if !people.iter().map(|person| &person.id).eq(self.carried.people.iter().map(|felt| &felt.person)) {
            return Err(Misfit::People { people: people.iter().map(|person| person.id.as_str()).collect::<Vec<_>>().join(", ") });
        }
        for felt in &self.carried.people {
            let patient = Patient::carried(felt);
            for measure in Measure::ALL {
                let ((lowest, highest), value) = (measure.range(), patient.get(*measure));
                if !(lowest..=highest).contains(&value) {
                    return Err(Misfit::OutOfRange { person: felt.person.clone(), measure: *measure, value, lowest, highest });
                }
            }
            let (depth, deepest) = (felt.rupture_depth, bundle.reactions.deepest);
            if felt.rupture.is_some() && !(1..=deepest).contains(&depth) {
                return Err(Misfit::Depth { person: felt.person.clone(), depth, deepest });
            }
        }
        let (minute, turn) = (self.minute, self.turn);
        if minute.max(turn) > LATEST { Err(Misfit::Late { minute, turn }) } else { Ok(()) }
    }
}

impl Session {
    /// An hour that has not begun and opens there; which session of the case is counted from 0. No week goes before it.
    pub fn opened(bundle: Arc<Bundle>, hour: usize, seed: u64, opening: &Opening) -> Result<Session, Misfit> {
        opening.check(&bundle, hour)?;
        let Opening { carried, minute, turn, run, .. } = opening;
        let (asked, there) = (hour.saturating_add(1), bundle.hours.len());
        let mut session = Session::after(bundle, hour, seed, Some(carried)).ok_or(Misfit::NoSession { asked, there })?;
        session.opened = true;
        let bundle = Arc::clone(&session.bundle);
        let people = &bundle.case.people;
        let named = |name: &String| session.hour().scene.beats.iter().position(|there| there.id == *name).unwrap_or_default();
        let (beat, met): (_, Vec<_>) = (named(&opening.beat), opening.met.iter().map(|(beat, times)| (named(beat), *times)).collect());
        let topics: Vec<&str> = bundle.case.topics().map(|(topic, _)| topic).collect();
        let state = &mut session.state;
        (state.beat, state.minute, state.turn, state.run) = (beat as u16, *minute, *turn, *run);
        for (beat, times) in met {
            if let Some(visits) = state.visits.get_mut(beat) {
                *visits = times;
            }
        }
        for (place, (patient, felt)) in state.patients.iter_mut().zip(&carried.people).enumerate() {
            patient.stance = felt.stance;
            patient.mended = opening.mended.get(place).copied().unwrap_or_default();
            patient.aside = opening.aside.get(place).map_or(0, |aside| *aside % bundle.reactions.aside);
        }
        state.left_out = bits(opening.left_out.iter().filter_map(|out| topics.iter().position(|topic| topic == out))) as u64;
        state.pending.extend(opening.later.iter().map(|due| Pending {
            turn: turn.saturating_add(due.replies.into()),
            person: people.iter().position(|person| person.id == due.person).unwrap_or_default() as u8,
            measure: due.measure,
            amount: due.amount,
        }));
        Ok(session)
    }

    /// The same, begun.
    pub fn begun_at(bundle: Arc<Bundle>, hour: usize, seed: u64, opening: &Opening) -> Result<Session, Misfit> {
        let mut session = Session::opened(bundle, hour, seed, opening)?;
        // Nothing is refused that has not begun.
        let _ = session.apply_unseen(Command::Begin, &mut Vec::new());
        Ok(session)
    }
}
