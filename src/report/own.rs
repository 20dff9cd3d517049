//! What a trainee kept for themselves, beside what became of it: their own words, what they saw in somebody, their notebook.

use std::collections::BTreeSet;

use crate::assess::notebook::{EventTold, LineTold, NoteTold};
use crate::assess::reading::{Matched, Overlap, Read, matched};
use crate::script::feeling::Mood;
use crate::session::jotting::OwnWords;
use crate::texts::{text, text_with, word};

use super::text::quoted;
use super::{Debrief, Told};

/// Readings of one sureness under which nothing is said of it.
const ENOUGH: usize = 5;

/// Something of their own, with what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    pub title: String,
    pub says: Vec<String>,
    /// The replies that it stands beside.
    pub turns: Vec<u16>,
}

/// Their own words beside the reply that was given; none where they kept none.
pub fn words(told: &Told) -> Vec<String> {
    let Some(OwnWords { text: own, skill, nearest, .. }) = &told.own else { return Vec::new() };
    let said = if own.trim().is_empty() { text("own-thought") } else { text_with("own-words", &[("words", own.trim().into())]) };
    let skill = skill.map(|skill| text_with("own-skill", &[("skill", word("skill", skill).into())]));
    let nearest = nearest.as_ref().and_then(|id| told.turn.offered.iter().find(|offer| offer.reply == *id)).map(|offer| {
        let taken = offer.reply == told.turn.answer().reply;
        text_with(if taken { "own-nearest-taken" } else { "own-nearest" }, &[("line", quoted(&offer.text, offer.deed).into())])
    });
    [Some(said), skill, nearest].into_iter().flatten().collect()
}

/// Each of their readings beside what was plausible there.
pub fn readings(debrief: &Debrief) -> Vec<Own> {
    let one = |read: &Read| {
        let name = debrief.told(read.turn).and_then(|told| debrief.whose(&told.turn)).map(|person| person.name.clone()).unwrap_or_default();
        let named = || [("name", name.as_str().into())];
        let saw = read.saw.trim();
        let mut says: Vec<String> = (!saw.is_empty()).then(|| text_with("reading-saw", &[("saw", saw.into())])).into_iter().collect();
        says.push(text_with("reading-mood", &[("mood", mood(read.mood).into()), ("sure", word("sure", read.sure).into())]));
        if let Some(overlap) = read.overlap {
            let plausible: Vec<String> = read.plausible.iter().map(|feeling| word("feeling", feeling)).collect();
            says.push(text_with("reading-plausible", &[("feelings", plausible.join(", ").into())]));
            says.push(word("overlap", overlap));
        }
        says.push(text_with(if read.checked { "reading-checked" } else { "reading-unchecked" }, &named()));
        Own {
            title: text_with("reading-title", &[("turn", read.turn.into()), ("name", name.as_str().into())]),
            says,
            turns: vec![read.turn],
        }
    };
    debrief.readings.iter().map(one).collect()
}

/// What can be said of all readings together: how many overlap, how many were asked about, how well sureness matched.
pub fn readings_together(debrief: &Debrief) -> Vec<String> {
    let read = &debrief.readings;
    if read.is_empty() {
        return Vec::new();
    }
    let overlapped = read.iter().filter(|read| read.overlap.is_some_and(|overlap| overlap != Overlap::Elsewhere)).count();
    let of = read.iter().filter(|read| read.overlap.is_some()).count();
    let checked = read.iter().filter(|read| read.checked).count();
    let whole = text_with(
        "reading-together",
        &[("overlapped", overlapped.into()), ("of", of.into()), ("checked", checked.into()), ("all", read.len().into())],
    );
    std::iter::once(whole).chain(sureness(&matched(read.iter()))).collect()
}

/// How sureness matched, a sentence for each grade of it.
pub fn sureness(grades: &[Matched]) -> Vec<String> {
    let told = |grade: &Matched| {
        let fill = [("sure", word("sure", grade.sure).into()), ("overlapped", grade.overlapped.into()), ("of", grade.of.into())];
        text_with(if grade.of < ENOUGH { "sureness-few" } else { "sureness" }, &fill)
    };
    grades.iter().map(told).collect()
}

/// A place on the grid, in words.
pub fn mood(mood: Mood) -> String {
    let pleasant = match mood.pleasant {
        ..=-2 => text("mood-very-unpleasant"),
        -1 => text("mood-unpleasant"),
        0 => text("mood-neither"),
        1 => text("mood-pleasant"),
        2.. => text("mood-very-pleasant"),
    };
    let stirred = match mood.stirred {
        ..=-2 => text("mood-very-calm"),
        -1 => text("mood-calm"),
        0 => text("mood-awake"),
        1 => text("mood-stirred"),
        2.. => text("mood-very-stirred"),
    };
    text_with("mood", &[("pleasant", pleasant.into()), ("stirred", stirred.into())])
}

/// Each event of the formulation that came up, beside their notes.
pub fn events(debrief: &Debrief) -> Vec<Own> {
    let one = |event: &EventTold| {
        let numbers: Vec<String> = event.notes.iter().map(u32::to_string).collect();
        let considered = match numbers.is_empty() {
            // Who wrote nothing is told so once.
            true => (!debrief.notebook.notes.is_empty()).then(|| text("notebook-left")),
            false => Some(text_with("notebook-marked", &[("notes", numbers.join(", ").into())])),
        };
        let related = text(if event.related { "notebook-related" } else { "notebook-unrelated" });
        let readings = event.readings.iter().map(|reading| {
            text_with("notebook-by-lens", &[("lens", word("lens", reading.lens).into()), ("reading", reading.reading.as_str().into())])
        });
        let says = considered.into_iter().chain([related]).chain(readings).collect();
        Own { title: event.event.clone(), says, turns: Vec::new() }
    };
    debrief.notebook.events.iter().map(one).collect()
}

/// How many events did not come up; none where all did.
pub fn unheard(debrief: &Debrief) -> Option<String> {
    let unheard = debrief.notebook.unheard;
    (unheard > 0).then(|| text_with("notebook-unheard", &[("count", unheard.into())]))
}

/// What is said where they wrote nothing.
pub fn nothing(debrief: &Debrief) -> Option<String> {
    debrief.notebook.notes.is_empty().then(|| text("notebook-nothing"))
}

/// Each of their notes, with the lines that it is about.
pub fn notes(debrief: &Debrief) -> Vec<Own> {
    debrief.notebook.notes.iter().map(note).collect()
}

/// A note with its lines.
pub fn note(note: &NoteTold) -> Own {
    let lines = note.lines.iter().map(line);
    let own = (!note.text.trim().is_empty()).then(|| note.text.trim().to_string());
    // Two lines may stand after the same reply.
    let turns: BTreeSet<u16> = note.lines.iter().map(|line| line.after_turn).filter(|turn| *turn > 0).collect();
    let fill = [("number", note.number.into())];
    // What has neither words nor a line is no hypothesis.
    let is_empty = own.is_none() && note.lines.is_empty();
    let title = if is_empty { text_with("note-empty", &fill) } else { text_with(&format!("note-{:?}", note.kind), &fill) };
    Own { title, says: own.into_iter().chain(lines).collect(), turns: turns.into_iter().collect() }
}

fn line(line: &LineTold) -> String {
    match &line.name {
        Some(name) => format!("{name}: {}", line.text),
        None => line.text.clone(),
    }
}
