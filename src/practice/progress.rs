//! How somebody has fared: by competence, by kind of moment and by the scores of whole hours, over time and with the doubt that few
//! tries deserve; what is due; and what to try next.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};

use crate::assess::occasion::{Competence, Kind};
use crate::assess::reading::{Matched, Read, matched};
use crate::script::codes::Vocabulary;

use super::deck::Card;
use super::schedule::{Because, level, today};
use super::{Place, Try, date};

/// Tries under which nothing is said of a share, and hours under which nothing is said of a mean.
pub const ENOUGH: usize = 5;
pub const ENOUGH_HOURS: usize = 3;

/// Latest tries, and latest hours, that are looked at by themselves.
const LATEST: usize = 10;
const LATEST_HOURS: usize = 3;

/// Everything that can be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Each competence, in their order.
    pub competences: Vec<Standing<Competence>>,
    /// Each kind of moment, in their order: whether an answer did all that there was occasion for.
    pub moments: Vec<Standing<Kind>>,
    /// Empathy, goals and boundaries over the hours.
    pub scores: [Scored; 3],
    pub hours: Vec<Held>,
    /// How sure they were of what they saw in somebody, against how much of that overlaps with what is plausible.
    pub sureness: Vec<Matched>,
    /// What comes up today because it was drilled or missed before.
    pub due: Vec<Comes>,
    pub next: Option<Next>,
    /// What could not be counted.
    pub left_out: Vec<LeftOut>,
}

/// A file of which not everything can be counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub file: String,
    #[serde(flatten)]
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// From that line on it is not what was written; what stands before it counts.
    Damaged {
        line: usize,
    },
    /// A newer version of the program wrote it.
    Newer,
    Unreadable,
    /// The script that the hour began with is not beside the records any more, or can't be read.
    NoScript,
}

/// An hour that is over, with its scores from 0 to 100; none where there wasn't enough to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    pub record: String,
    pub case: String,
    pub title: String,
    pub session: u32,
    pub mode: &'static str,
    #[serde(serialize_with = "as_date")]
    pub day: i32,
    pub empathy: Option<u8>,
    pub goals: Option<u8>,
    pub boundaries: Option<u8>,
}

/// A card that comes, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Comes {
    #[serde(flatten)]
    pub place: Place,
    pub competence: Competence,
    pub difficulty: u8,
    pub because: Because,
}

/// What to try next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Next {
    /// That it can be done is known least of it.
    pub competence: Competence,
    /// How hard new moments of it are now.
    pub level: u8,
    /// A moment of it that comes today.
    pub card: Comes,
    /// A case that no hour was held of yet, with the most moments of it.
    pub case: Option<String>,
}

fn as_date<S: Serializer>(day: &i32, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&date(*day))
}

/// A share of tries, and where the true one may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    pub done: usize,
    pub tries: usize,
    /// In percent, by Wilson's interval: nineteen times in twenty it holds the true share.
    pub low: u8,
    pub high: u8,
}

impl Share {
    pub fn of(done: usize, tries: usize) -> Share {
        let (low, high) = wilson(done, tries);
        Share { done, tries, low, high }
    }

    fn among(tries: &[(i32, bool)]) -> Share {
        Share::of(tries.iter().filter(|(_, done)| *done).count(), tries.len())
    }

    /// Fewer tries than anything can be said of.
    pub fn is_little(&self) -> bool {
        self.tries < ENOUGH
    }
}

/// Standard deviations on either side that hold nineteen of twenty.
const NINETEEN_IN_TWENTY: f64 = 1.959_964;

/// Wilson's score interval for a share, in whole percent, rounded outwards; 0 to 100 where nothing was tried.
fn wilson(done: usize, tries: usize) -> (u8, u8) {
    const Z: f64 = NINETEEN_IN_TWENTY;
    if tries == 0 {
        return (0, 100);
    }
    let (n, share) = (tries as f64, done as f64 / tries as f64);
    let middle = share + Z * Z / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    outwards((middle - reach) / whole * 100.0, (middle + reach) / whole * 100.0)
}

fn outwards(low: f64, high: f64) -> (u8, u8) {
    // What is a whole number but for its last digits stays one.
    ((low + 1e-9).floor().clamp(0.0, 100.0) as u8, (high - 1e-9).ceil().clamp(0.0, 100.0) as u8)
}

/// One competence, or one kind of moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing<Of> {
    pub of: Of,
    pub whole: Share,
    /// The latest tries, where there were enough others before them.
    pub latest: Option<Share>,
    pub before: Option<Share>,
    /// Day by day.
    pub days: Vec<OnDay>,
}

/// The tries of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OnDay {
    #[serde(serialize_with = "as_date")]
    pub day: i32,
    pub done: usize,
    pub tries: usize,
}

impl<Of> Standing<Of> {
    fn new(of: Of, tries: &[(i32, bool)]) -> Standing<Of> {
        let (before, latest) = tries.split_at(tries.len().saturating_sub(LATEST));
        let compared = (before.len() >= ENOUGH).then(|| (Share::among(latest), Share::among(before)));
        let mut days: BTreeMap<i32, OnDay> = BTreeMap::new();
        for (day, done) in tries {
            let on = days.entry(*day).or_insert(OnDay { day: *day, done: 0, tries: 0 });
            (on.done, on.tries) = (on.done.saturating_add((*done).into()), on.tries.saturating_add(1));
        }
        Standing {
            of,
            whole: Share::among(tries),
            latest: compared.map(|(latest, _)| latest),
            before: compared.map(|(_, before)| before),
            days: days.into_values().collect(),
        }
    }

    /// The latest tries and those before can't well be the same share.
    pub fn has_changed(&self) -> bool {
        self.latest.zip(self.before).is_some_and(|(latest, before)| latest.low > before.high || latest.high < before.low)
    }
}

/// One score over the hours in which there was enough to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Scored {
    pub hours: usize,
    /// None under three hours.
    pub whole: Option<Mean>,
    /// The latest three hours and those before, where these are three as well.
    pub latest: Option<Mean>,
    pub before: Option<Mean>,
}

/// A mean of points from 0 to 100, and where the true one may lie: nineteen times in twenty it is in there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mean {
    pub mean: u8,
    pub low: u8,
    pub high: u8,
}

impl Scored {
    fn new(values: &[u8]) -> Scored {
        let (before, latest) = values.split_at(values.len().saturating_sub(LATEST_HOURS));
        let compared = mean(latest).zip(mean(before));
        Scored {
            hours: values.len(),
            whole: mean(values),
            latest: compared.map(|(latest, _)| latest),
            before: compared.map(|(_, before)| before),
        }
    }

    /// The latest hours and those before can't well have the same mean.
    pub fn has_changed(&self) -> bool {
        self.latest.zip(self.before).is_some_and(|(latest, before)| latest.low > before.high || latest.high < before.low)
    }
}

/// Student's t for nineteen in twenty, by degrees of freedom from 2 on; beyond these the last is close enough and too wide at most.
const STUDENT: [f64; 9] = [4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];

/// The mean with its interval, rounded outwards; none of fewer than three.
fn mean(values: &[u8]) -> Option<Mean> {
    if values.len() < ENOUGH_HOURS {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().map(|value| f64::from(*value)).sum::<f64>() / n;
    let squares = values.iter().map(|value| (f64::from(*value) - mean).powi(2)).sum::<f64>();
    let student = STUDENT.get(values.len().saturating_sub(ENOUGH_HOURS)).or(STUDENT.last())?;
    let reach = student * (squares / (n - 1.0) / n).sqrt();
    let (low, high) = outwards(mean - reach, mean + reach);
    Some(Mean { mean: mean.round() as u8, low, high })
}

/// What there is a record of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// In the order in which they were made.
    pub tries: Vec<Try>,
    /// Hours that are over, in the order in which they began; without those that were tried again from one of their moments.
    pub held: Vec<Held>,
    /// What they saw in somebody, in any hour.
    pub readings: Vec<Read>,
    pub left_out: Vec<LeftOut>,
}

/// Everything that can be told on that day; `deck` has the cards there are.
pub fn progress(deck: &[Card], past: Past, on: i32) -> Progress {
    let Past { tries, held: hours, readings, left_out } = past;
    let counted = counted(&tries);
    let score = |of: fn(&Held) -> Option<u8>| Scored::new(&hours.iter().filter_map(of).collect::<Vec<_>>());
    let comes = today(deck, &tries, on);
    let competences: Vec<_> = Competence::WORDS.iter().map(|of| by_competence(&counted, *of)).collect();
    Progress {
        moments: Kind::WORDS.iter().map(|of| by_kind(&counted, *of)).collect(),
        scores: [score(|held| held.empathy), score(|held| held.goals), score(|held| held.boundaries)],
        sureness: matched(readings.iter()),
        due: comes.iter().filter(|(_, because)| *because != Because::New).map(shown).collect(),
        next: next(&competences, &comes, deck, &tries),
        left_out,
        competences,
        hours,
    }
}

/// Without what was tried again in a drill on the day on which it was answered already: that comes with its answer still in sight.
fn counted(tries: &[Try]) -> Vec<&Try> {
    let mut known = BTreeSet::new();
    tries.iter().filter(|one| known.insert((&one.place, one.day)) || one.drilled.is_none()).collect()
}

fn by_competence(tries: &[&Try], competence: Competence) -> Standing<Competence> {
    let of: Vec<(i32, bool)> = tries.iter().filter_map(|one| Some((one.day, one.did(competence)?))).collect();
    Standing::new(competence, &of)
}

fn by_kind(tries: &[&Try], kind: Kind) -> Standing<Kind> {
    let there = tries.iter().filter(|one| one.kinds.contains(&kind) && !one.occasions.is_empty());
    let of: Vec<(i32, bool)> = there.map(|one| (one.day, one.occasions.iter().all(|(_, done)| *done))).collect();
    Standing::new(kind, &of)
}

fn shown((card, because): &(&Card, Because)) -> Comes {
    Comes { place: card.place.clone(), competence: card.competence, difficulty: card.difficulty, because: *because }
}

/// The competence that may still be weakest for all that is known, so that what was hardly ever tried comes before what is known to
/// be fair; of equals the one that was tried least. None where no card comes today.
fn next(standings: &[Standing<Competence>], comes: &[(&Card, Because)], deck: &[Card], tries: &[Try]) -> Option<Next> {
    let mut standings: Vec<_> = standings.iter().collect();
    standings.sort_by_key(|standing| (standing.whole.low, standing.whole.tries));
    let first = |of: Competence| comes.iter().find(|(card, _)| card.competence == of);
    let (competence, card) = standings.into_iter().find_map(|standing| Some((standing.of, first(standing.of)?)))?;
    let held: BTreeSet<&str> = tries.iter().filter(|one| one.drilled.is_none()).map(|one| one.place.case.as_str()).collect();
    let mut cases: BTreeMap<&str, usize> = BTreeMap::new();
    for card in deck.iter().filter(|card| card.competence == competence && !held.contains(card.place.case.as_str())) {
        let moments = cases.entry(&card.place.case).or_default();
        *moments = moments.saturating_add(1);
    }
    let most = cases.into_iter().rev().max_by_key(|(_, moments)| *moments);
    Some(Next { competence, level: level(tries, competence), card: shown(card), case: most.map(|(case, _)| case.to_string()) })
}
