//! An hour as it was shown: events with their words and codes, whole in themselves, as they are kept and read again.

use serde::{Deserialize, Serialize};

use crate::script::bundle::{Bundle, LineKind, MOST_REPLIES};
use crate::script::codes::{Ending, Measure, RuptureStyle, Stance};
use crate::script::face::{Camera, Cue, Face, Posture};
use crate::script::model;
use crate::script::turn::{Offer, Turn};

use super::event::Event;
use super::patient::{Patient, RuptureTurn};

/// One entry of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Entry {
    /// The trainee's reply, with all that was on offer.
    Turn(Turn),
    /// What happened in the week before.
    Week {
        note: String,
        what: String,
    },
    Felt(Felt),
    Stance {
        person: String,
        stance: Stance,
    },
    Rupture {
        person: String,
        turn: RuptureTurn,
    },
    Clock {
        minute: u16,
    },
    Entered {
        beat: String,
        visit: u16,
    },
    Face {
        person: String,
        face: Face,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        leak: Option<Face>,
        #[serde(default, skip_serializing_if = "is_settled")]
        posture: Posture,
    },
    Said {
        person: String,
        name: String,
        text: String,
        #[serde(default, skip_serializing_if = "Cue::is_none")]
        cue: Cue,
    },
    Seen {
        person: String,
        text: String,
        #[serde(default, skip_serializing_if = "Cue::is_none")]
        cue: Cue,
    },
    Paused {
        seconds: u8,
    },
    /// The trainee left a topic out from here on.
    LeftOut {
        topic: String,
    },
    Told {
        fact: String,
        what: String,
    },
    Blocked {
        fact: String,
        text: String,
    },
    /// One of several people has left the room, or is back in it.
    Absent {
        person: String,
        away: bool,
    },
    /// How one of several people leaves.
    Leaves {
        person: String,
        ending: Ending,
    },
    Ended {
        ending: Ending,
    },
}

/// What of an entry may be shown while the hour goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    Answered(&'a Turn),
    Said { name: &'a str, text: &'a str },
    Seen(&'a str),
    Paused { seconds: u8 },
    Over,
}

impl Entry {
    /// The words, where somebody speaks.
    pub fn said(&self) -> Option<&str> {
        match self.shown() {
            Some(Shown::Said { text, .. }) => Some(text),
            _ => None,
        }
    }

    /// The caption, where something is seen.
    pub fn seen(&self) -> Option<&str> {
        match self.shown() {
            Some(Shown::Seen(text)) => Some(text),
            _ => None,
        }
    }

    /// How it ended, where it does here.
    pub fn ending(&self) -> Option<Ending> {
        match self {
            Entry::Ended { ending } => Some(*ending),
            _ => None,
        }
    }

    /// What somebody's camera in a call does from here on, and whose, where it says.
    pub fn camera(&self) -> Option<(Camera, &str)> {
        match self {
            Entry::Said { cue, person, .. } | Entry::Seen { cue, person, .. } => cue.camera.map(|camera| (camera, person.as_str())),
            _ => None,
        }
    }

    /// None for what is so in the person and for how the hour is built: nothing of it leaks before the debrief.
    pub fn shown(&self) -> Option<Shown<'_>> {
        match self {
            Entry::Turn(turn) => Some(Shown::Answered(turn)),
            Entry::Said { name, text, .. } => Some(Shown::Said { name, text }),
            // What blocks a truth is seen and not explained.
            Entry::Seen { text, .. } | Entry::Blocked { text, .. } => Some(Shown::Seen(text)),
            Entry::Paused { seconds } => Some(Shown::Paused { seconds: *seconds }),
            Entry::Ended { .. } => Some(Shown::Over),
            Entry::Week { .. }
            | Entry::Felt(_)
            | Entry::Stance { .. }
            | Entry::Rupture { .. }
            | Entry::Clock { .. }
            | Entry::Entered { .. }
            | Entry::Face { .. }
            | Entry::LeftOut { .. }
            | Entry::Absent { .. }
            | Entry::Leaves { .. }
            | Entry::Told { .. } => None,
        }
    }
}

/// What is so in a person, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Felt {
    pub person: String,
    pub trust: u8,
    pub agreement: u8,
    pub safety: u8,
    pub distress: u8,
    pub frustration: u8,
    pub hope: u8,
    pub dependency: u8,
    pub experiencing: u8,
    pub stance: Stance,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rupture: Option<RuptureStyle>,
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rupture_depth: u8,
}

fn is_settled(posture: &Posture) -> bool {
    *posture == Posture::Settled
}

fn is_zero(number: &u8) -> bool {
    *number == 0
}

/// Puts an event of that session of a bundle into words.
pub fn describe(bundle: &Bundle, hour: usize, event: Event) -> Entry {
    let (case, hour, planned) = (&bundle.case, bundle.hour(hour), bundle.case.sessions.get(hour));
    let id = |person: u8| case.person(person).id.clone();
    let worded = |wordings: &[String], wording: u8| wordings.get(usize::from(wording)).cloned().unwrap_or_default();
    match event {
        Event::Took { beat, offered, reply, bearable, turn } => {
            let whose = if case.people.len() > 1 { hour.beat(beat).whose.each().map(id).collect() } else { Vec::new() };
            Entry::Turn(Turn { number: turn, bearable, whose, ..coded(hour.written(beat), offered, reply) })
        }
        Event::Week { happening } => {
            let happening = planned.and_then(|planned| planned.week.get(usize::from(happening)));
            let (note, what) = happening.map(|happening| (happening.note.clone(), model::fold(&happening.what))).unwrap_or_default();
            Entry::Week { note, what }
        }
        Event::Felt { person, patient } => Entry::Felt(felt(id(person), &patient)),
        Event::Stance { person, stance } => Entry::Stance { person: id(person), stance },
        Event::Rupture { person, turn } => Entry::Rupture { person: id(person), turn },
        Event::Clock { minute } => Entry::Clock { minute },
        Event::Entered { beat, visit } => Entry::Entered { beat: hour.written(beat).id.clone(), visit },
        Event::Face { person, face, leak, posture } => Entry::Face { person: id(person), face, leak, posture },
        Event::Line { beat, line, variant, wording } => {
            let line = hour.beat(beat).line(line);
            let person = id(line.who);
            match &line.kind {
                LineKind::Say(variants) => Entry::Said {
                    name: case.person(line.who).name.clone(),
                    text: variants.get(usize::from(variant)).map(|(_, wordings)| worded(wordings, wording)).unwrap_or_default(),
                    person,
                    cue: line.cue,
                },
                LineKind::See(wordings) => Entry::Seen { person, text: worded(wordings, wording), cue: line.cue },
                LineKind::Pause(seconds) => Entry::Paused { seconds: *seconds },
            }
        }
        Event::LeftOut { topic } => {
            let topic = case.topics().nth(topic.into()).map(|(topic, _)| topic.to_string());
            Entry::LeftOut { topic: topic.unwrap_or_default() }
        }
        Event::Told { fact } => {
            let fact = case.fact(fact);
            Entry::Told { fact: fact.id.clone(), what: model::fold(&fact.what) }
        }
        Event::Blocked { fact, wording } => {
            let fact = case.fact(fact);
            Entry::Blocked { fact: fact.id.clone(), text: worded(&fact.blocked.0, wording) }
        }
        Event::Absent { person, away } => Entry::Absent { person: id(person), away },
        Event::Leaves { person, ending } => Entry::Leaves { person: id(person), ending },
        Event::Ended { ending } => Entry::Ended { ending },
    }
}

/// A reply as it stands on a menu.
pub fn offer(reply: &model::Reply) -> Offer {
    Offer {
        reply: reply.id.clone(),
        text: model::fold(reply.say.as_deref().or(reply.act.as_deref()).unwrap_or_default()),
        deed: reply.act.is_some(),
        codes: reply.codes(),
        with: reply.with.clone(),
        against: reply.against.clone(),
        why: model::fold(&reply.why),
        source: reply.source.clone(),
    }
}

fn coded(beat: &model::Beat, offered: u16, reply: u8) -> Turn {
    let open = || (0..MOST_REPLIES).zip(&beat.replies).filter(|(place, _)| offered >> place & 1 == 1);
    Turn {
        beat: beat.id.clone(),
        moments: beat.moments.clone(),
        offered: open().map(|(_, reply)| offer(reply)).collect(),
        taken: open().position(|(place, _)| place == usize::from(reply)).unwrap_or_default(),
        ..Turn::default()
    }
}

/// What is so in a person, by name.
pub fn felt(person: String, patient: &Patient) -> Felt {
    let get = |measure| patient.get(measure);
    Felt {
        person,
        trust: get(Measure::Trust),
        agreement: get(Measure::Agreement),
        safety: get(Measure::Safety),
        distress: get(Measure::Distress),
        frustration: get(Measure::Frustration),
        hope: get(Measure::Hope),
        dependency: get(Measure::Dependency),
        experiencing: get(Measure::Experiencing),
        stance: patient.stance,
        rupture: patient.rupture.map(|rupture| rupture.style),
        rupture_depth: patient.rupture.map_or(0, |rupture| rupture.depth),
    }
}
