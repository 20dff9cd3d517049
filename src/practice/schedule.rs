//! When a moment comes up again, and how hard the next one is.
//!
//! The intervals are fixed: what was missed comes again the next day, what was done after three days, and what was done on three
//! days in a row after a month. Spacing is worth much (retrieval spaced against massed: g = 0.74), and intervals that grow have not
//! been found better than even ones (Latimier, Peyre and Ramus 2021), so there is nothing for a cleverer scheduler to learn from the
//! few tries that anybody makes at one moment. The month is for what is known already: skills that nobody comes back to fade.
//!
//! Of several tries at a moment on one day the first says how it went: the others come with its answer still in sight.

use std::collections::BTreeMap;

use serde::Serialize;

use super::deck::{Card, DIFFICULTY};
use super::{Found, Place, Try};
use crate::assess::occasion::Competence;

/// Days until a moment comes up again.
const MISSED: i32 = 1;
const DONE: i32 = 3;
const KNOWN: i32 = 30;

/// Days on which a moment was done, one after the other, until it is known.
const DAYS_TO_KNOW: usize = 3;

/// Where somebody begins of whom nothing is known.
const FIRST_LEVEL: u8 = 2;

/// The day on which a moment comes up again, from the days on which it was tried and whether it was done, in the order in which it
/// was; none where it was never tried.
pub fn due(tried: impl Iterator<Item = (i32, bool)>) -> Option<i32> {
    let mut days: BTreeMap<i32, bool> = BTreeMap::new();
    for (day, done) in tried {
        days.entry(day).or_insert(done);
    }
    let (last, done) = days.last_key_value()?;
    let in_a_row = days.values().rev().take_while(|done| **done).count();
    let rest = match (done, in_a_row >= DAYS_TO_KNOW) {
        (false, _) => MISSED,
        (true, false) => DONE,
        (true, true) => KNOWN,
    };
    Some(last.saturating_add(rest))
}

/// How hard the next new moment is to be, 1 to 5: a step up for each time that it was too easy and down for each that it was too hard,
/// in the order in which that was said.
pub fn level(tries: &[Try], competence: Competence) -> u8 {
    let said = tries.iter().filter(|one| one.drilled == Some(competence)).filter_map(|one| one.found);
    said.fold(FIRST_LEVEL, |level, found| {
        match found {
            Found::TooEasy => level.saturating_add(1),
            Found::TooHard => level.saturating_sub(1),
        }
        .clamp(*DIFFICULTY.start(), *DIFFICULTY.end())
    })
}

/// True where the last that was said of a card is that it was too hard, and the level has not come back to it since: then it waits,
/// however long it has been due. What is harder than the level and was not called so comes in its time.
pub fn waits(card: &Card, tries: &[Try], level: u8) -> bool {
    let of_card = tries.iter().filter(|one| one.drilled == Some(card.competence) && one.place == card.place);
    card.difficulty > level && of_card.rev().find_map(|one| one.found) == Some(Found::TooHard)
}

/// Why a card comes now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// It was drilled before and its time has come.
    Due,
    /// It was missed in an hour and has not been drilled since.
    Missed,
    /// It was never drilled or missed, and is about as hard as it should be.
    New,
}

/// The cards that come today, the first first: what is due, longest ago before; what was missed in an hour; what is new, nearest to
/// the level before, of equals what was practised least, in the case that was seen least. What isn't due yet doesn't come, nor what
/// was called too hard and still is.
pub fn today<'a>(deck: &'a [Card], tries: &[Try], today: i32) -> Vec<(&'a Card, Because)> {
    let mut tried: BTreeMap<(&Place, Competence), Vec<(&Try, bool)>> = BTreeMap::new();
    let (mut by_competence, mut by_case): (BTreeMap<Competence, usize>, BTreeMap<&str, usize>) = Default::default();
    for one in tries {
        let times = by_case.entry(&one.place.case).or_default();
        *times = times.saturating_add(1);
        for (competence, done) in &one.occasions {
            let times = by_competence.entry(*competence).or_default();
            *times = times.saturating_add(1);
            tried.entry((&one.place, *competence)).or_default().push((one, *done));
        }
    }
    let mut levels: BTreeMap<Competence, u8> = BTreeMap::new();
    let mut cards = Vec::new();
    for card in deck {
        let tried = tried.get(&(&card.place, card.competence)).map(Vec::as_slice).unwrap_or_default();
        let is_drilled = tried.iter().any(|(one, _)| one.drilled.is_some());
        // What was only ever done, and in hours, needn't be learnt.
        let is_learnt = is_drilled || tried.iter().any(|(_, done)| !done);
        let due = due(tried.iter().map(|(one, done)| (one.day, *done))).filter(|_| is_learnt);
        let because = match due {
            Some(due) if due > today => continue,
            Some(_) if is_drilled => Because::Due,
            Some(_) => Because::Missed,
            None => Because::New,
        };
        let level = *levels.entry(card.competence).or_insert_with(|| level(tries, card.competence));
        if is_drilled && waits(card, tries, level) {
            continue;
        }
        let far = due.unwrap_or_else(|| card.difficulty.abs_diff(level).into());
        let seen = (by_competence.get(&card.competence).copied(), by_case.get(card.place.case.as_str()).copied());
        // What comes up again does so in the order of the days alone.
        let seen = if due.is_some() { Default::default() } else { seen };
        cards.push(((because, far, seen), card));
    }
    cards.sort_by_key(|(order, _)| *order);
    cards.into_iter().map(|((because, ..), card)| (card, because)).collect()
}
