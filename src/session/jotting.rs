//! What a trainee keeps for themselves beside an hour: their own words, what they saw in the person, their notebook. None of it is
//! a move, and none of it is scored.

use serde::{Deserialize, Serialize};

use crate::script::codes::{Skill, vocabulary};
use crate::script::feeling::Mood;

/// Longest text that is kept of one of them, in characters; what is longer is cut there.
pub const LONGEST: usize = 2000;

/// Something that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Jotting {
    Words(OwnWords),
    Reading(Reading),
    Note(Note),
    /// The note of that number is struck out; counted from 1, in the order in which they were written.
    Strike(u32),
}

impl Jotting {
    /// The same with texts no longer than [`LONGEST`], and a mood on the grid.
    pub fn bounded(mut self) -> Jotting {
        let cut = |text: &mut String| {
            if let Some((end, _)) = text.char_indices().nth(LONGEST) {
                text.truncate(end);
            }
        };
        match &mut self {
            Jotting::Words(words) => cut(&mut words.text),
            Jotting::Reading(reading) => {
                cut(&mut reading.saw);
                reading.mood = reading.mood.bounded();
            }
            Jotting::Note(note) => cut(&mut note.text),
            Jotting::Strike(_) => {}
        }
        self
    }
}

/// What they would have said, before they saw what could be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    /// The reply that it stands beside, counted from 1.
    pub turn: u16,
    pub text: String,
    /// What it was, as they see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<Skill>,
    /// The reply on offer that they think comes nearest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
}

/// What they saw in somebody, and how sure they were, before they answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The reply before which it was, counted from 1.
    pub turn: u16,
    /// In their words; may be empty.
    pub saw: String,
    pub mood: Mood,
    pub sure: Sureness,
}

vocabulary! {
    /// How sure somebody is of what they see.
    Sureness { Guessing, FairlySure, Certain }
}

/// A note: about a line that is marked, about two that belong together, or a hypothesis with nothing under it yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Places in the account, counted from 0; none, one or two.
    pub lines: Vec<u32>,
    /// Empty where a line is only marked.
    pub text: String,
}

/// Something that went when the hour went back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// As it was.
    pub jotting: Jotting,
    /// Its number where it is a note, counted from 1.
    pub number: Option<u32>,
    /// Something was left of it in its place.
    pub left: bool,
}

impl Gone {
    /// True where what it was written of is there: the hour waits for a reply of that number, and its account ends at that place.
    pub fn is_within(&self, turn: u16, end: usize) -> bool {
        match &self.jotting {
            Jotting::Words(words) => words.turn <= turn,
            Jotting::Reading(reading) => reading.turn <= turn,
            Jotting::Note(note) => note.lines.iter().all(|line| (*line as usize) < end),
            Jotting::Strike(_) => true,
        }
    }
}

/// What stands of them, each thing once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Jottings {
    /// One a reply at most, by its number.
    pub words: Vec<OwnWords>,
    /// The same.
    pub readings: Vec<Reading>,
    /// In the order in which they were written; none in place of one that was struck out.
    pub notes: Vec<Option<Note>>,
}

impl Jottings {
    /// Takes one more; what was said of the same reply before is replaced.
    pub fn take(&mut self, jotting: Jotting) {
        match jotting {
            Jotting::Words(words) => put(&mut self.words, words, |words| words.turn),
            Jotting::Reading(reading) => put(&mut self.readings, reading, |reading| reading.turn),
            Jotting::Note(note) => self.notes.push(Some(note)),
            Jotting::Strike(number) => {
                if let Some(note) = (number as usize).checked_sub(1).and_then(|place| self.notes.get_mut(place)) {
                    *note = None;
                }
            }
        }
    }

    /// The hour is back before a reply, and its account ends at a place: what belongs to later replies and lines is gone. What was
    /// said and seen before that reply still holds, and so does what was written of it.
    pub fn rewind(&mut self, turn: u16, end: usize) {
        self.words.retain(|words| words.turn <= turn);
        self.readings.retain(|reading| reading.turn <= turn);
        for place in &mut self.notes {
            let Some(note) = place else { continue };
            let had_lines = !note.lines.is_empty();
            note.lines.retain(|line| (*line as usize) < end);
            if had_lines && note.lines.is_empty() && note.text.is_empty() {
                *place = None;
            }
        }
    }

    /// What stood here and doesn't stand in those that came of going back.
    pub fn gone_in(&self, now: &Jottings) -> Vec<Gone> {
        let gone = |jotting| Gone { jotting, number: None, left: false };
        let words = self.words.iter().filter(|words| now.words_at(words.turn).is_none()).map(|words| gone(Jotting::Words(words.clone())));
        let readings = self.readings.iter().filter(|read| now.reading_at(read.turn).is_none());
        let readings = readings.map(|reading| gone(Jotting::Reading(reading.clone())));
        let notes = (1..).zip(self.notes.iter().zip(&now.notes)).filter_map(|(number, (before, after))| {
            let note = before.as_ref().filter(|_| before != after)?;
            Some(Gone { jotting: Jotting::Note(note.clone()), number: Some(number), left: after.is_some() })
        });
        words.chain(readings).chain(notes).collect()
    }

    /// The notes that stand, with their numbers, counted from 1.
    pub fn notes(&self) -> impl Iterator<Item = (u32, &Note)> {
        (1..).zip(&self.notes).filter_map(|(number, note)| Some((number, note.as_ref()?)))
    }

    pub fn words_at(&self, turn: u16) -> Option<&OwnWords> {
        self.words.iter().find(|words| words.turn == turn)
    }

    pub fn reading_at(&self, turn: u16) -> Option<&Reading> {
        self.readings.iter().find(|reading| reading.turn == turn)
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.readings.is_empty() && self.notes().next().is_none()
    }
}

/// Puts it in its place by the number of its reply.
fn put<T>(list: &mut Vec<T>, one: T, turn: impl Fn(&T) -> u16) {
    let place = list.partition_point(|other| turn(other) < turn(&one));
    match list.get_mut(place) {
        Some(there) if turn(there) == turn(&one) => *there = one,
        _ => list.insert(place, one),
    }
}
