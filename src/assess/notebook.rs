//! A trainee's notebook held against the case's formulation: which of its events they marked a line of, which came up and were
//! left, and which of their own hypotheses stand on nothing yet. What has not come up is not given away.

use serde::Serialize;

use crate::script::codes::{Lens, vocabulary};
use crate::script::model::{Case, fold};
use crate::session::account::{Entry, Shown};
use crate::session::jotting::Jottings;

/// Both beside each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Notebook {
    /// Events of the formulation that came up in this hour.
    pub events: Vec<EventTold>,
    /// How many of its events did not.
    pub unheard: usize,
    /// In the order in which they were written.
    pub notes: Vec<NoteTold>,
}

/// An event that came up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventTold {
    pub event: String,
    /// It has to do with what troubles the person now, as the case reads it.
    pub related: bool,
    /// The case's own reading first.
    pub readings: Vec<ReadingTold>,
    /// Numbers of the notes about lines in which it came up; none where it was not considered.
    pub notes: Vec<u32>,
}

/// How one lens reads an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadingTold {
    pub lens: Lens,
    pub reading: String,
}

/// A note of the trainee's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteTold {
    /// Counted from 1.
    pub number: u32,
    pub text: String,
    pub kind: NoteKind,
    /// The lines that it is about.
    pub lines: Vec<LineTold>,
}

vocabulary! {
    /// What kind of note it is.
    NoteKind {
        /// A line that was marked.
        Mark,
        /// A hypothesis with nothing under it yet.
        Unsupported,
        /// A hypothesis about a line.
        Supported,
        /// Two lines that belong together.
        Link,
    }
}

/// A line of the hour that a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineTold {
    /// The reply after which it was, counted from 1; 0 before the first.
    pub after_turn: u16,
    /// Who spoke; none where something was seen, or it was the trainee's own.
    pub name: Option<String>,
    pub text: String,
}

/// Where a line stands: in which beat, with which fact having come out there, after which reply.
#[derive(Clone, Debug, Default)]
struct Place<'a> {
    beat: &'a str,
    fact: Option<&'a str>,
    after_turn: u16,
}

/// Holds the notes against the formulation.
pub fn notebook(case: &Case, account: &[Entry], jottings: &Jottings) -> Notebook {
    let places = places(account);
    let mut book = Notebook::default();
    for link in &case.formulation {
        // What is a fact's name, and a beat's too, means the fact: it may have been asked for there and not told.
        let is_fact = |heard: &str| case.facts.iter().any(|fact| fact.id == heard);
        let came_up = |heard: &str, place: &Place| if is_fact(heard) { place.fact == Some(heard) } else { place.beat == heard };
        let is_of = |place: &Place| link.heard.iter().any(|heard| came_up(heard, place));
        if !places.iter().any(is_of) {
            book.unheard = book.unheard.saturating_add(1);
            continue;
        }
        let about = jottings.notes().filter(|(_, note)| note.lines.iter().any(|line| places.get(*line as usize).is_some_and(is_of)));
        let own = ReadingTold { lens: case.lens, reading: fold(&link.reading) };
        let rivals = link.rivals.iter().map(|rival| ReadingTold { lens: rival.lens, reading: fold(&rival.reading) });
        book.events.push(EventTold {
            event: fold(&link.event),
            related: link.related,
            readings: std::iter::once(own).chain(rivals).collect(),
            notes: about.map(|(number, _)| number).collect(),
        });
    }
    let line = |line: &u32| told(account.get(*line as usize)?, places.get(*line as usize)?);
    book.notes.extend(jottings.notes().map(|(number, note)| NoteTold {
        number,
        text: note.text.clone(),
        kind: match (note.lines.len(), note.text.trim().is_empty()) {
            (0, _) => NoteKind::Unsupported,
            (1, true) => NoteKind::Mark,
            (1, false) => NoteKind::Supported,
            _ => NoteKind::Link,
        },
        lines: note.lines.iter().filter_map(line).collect(),
    }));
    book
}

fn places(account: &[Entry]) -> Vec<Place<'_>> {
    let mut here = Place::default();
    let mut places = Vec::with_capacity(account.len());
    for entry in account {
        match entry {
            Entry::Entered { beat, .. } => (here.beat, here.fact) = (beat.as_str(), None),
            Entry::Told { fact, .. } => here.fact = Some(fact.as_str()),
            Entry::Turn(turn) => here.after_turn = turn.number,
            _ => {}
        }
        places.push(here.clone());
    }
    places
}

fn told(entry: &Entry, place: &Place) -> Option<LineTold> {
    let (name, text) = match entry.shown()? {
        Shown::Said { name, text } => (Some(name.to_string()), text.to_string()),
        Shown::Seen(text) => (None, text.to_string()),
        Shown::Answered(turn) => (None, turn.answer().text.clone()),
        Shown::Paused { .. } | Shown::Over => return None,
    };
    Some(LineTold { after_turn: place.after_turn, name, text })
}
