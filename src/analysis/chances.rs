//! What comes of hours that are gone on with by lot from a place: how often a fact is told, how often they end so, what they score.

use std::collections::BTreeMap;

use rand::RngExt;
use serde::Serialize;

use crate::assess::rounded;
use crate::assess::tally::Tallies;
use crate::script::codes::Ending;
use crate::session::draws::{Purpose, draw};
use crate::session::{Command, Session};

use super::Prepared;
use super::search::{met, offered};

/// Hours that are gone on with from each place.
pub const HOURS: u32 = 200;

/// Half the width of an interval in standard errors, so that it holds in 99 of 100.
const SURE: f64 = 2.58;

/// Points that two scores must be apart to be worth a word.
const WORTH: u8 = 4;

/// What came of [`HOURS`] hours, all with the same seed; only what is answered in them is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chances {
    /// For each fact of the case, in how many it was told.
    told: Vec<u32>,
    endings: BTreeMap<Ending, u32>,
    scores: [Points; 3],
}

/// Sum and squares of a score, in points, over the hours that say enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Points {
    hours: i64,
    sum: i64,
    squares: i64,
}

/// Something that is clearly otherwise at one place than at another. Hours are [`HOURS`] gone on with by lot from each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Change {
    /// In how many hours the fact with that id is told.
    Fact { fact: String, what: String, before: u32, after: u32 },
    /// How many hours end so.
    Ending { ending: Ending, before: u32, after: u32 },
    /// What those hours score on the whole: the mean, in points. The score by its place.
    Score { score: usize, before: u8, after: u8 },
    /// The most that is in reach: an hour was found that comes to `before`, and none comes to more than `after`.
    Reach { score: usize, before: u8, after: u8 },
}

impl Change {
    /// How much of a change it is, in hundredths of all there is to change; a third of a score's scale is as much as everything.
    pub fn weight(&self) -> u32 {
        match self {
            Change::Fact { before, after, .. } | Change::Ending { before, after, .. } => {
                before.abs_diff(*after).saturating_mul(100) / HOURS
            }
            Change::Score { before, after, .. } | Change::Reach { before, after, .. } => 3 * u32::from(before.abs_diff(*after)),
        }
    }

    /// True where there is more of it after than before.
    pub fn rises(&self) -> bool {
        match self {
            Change::Fact { before, after, .. } | Change::Ending { before, after, .. } => after > before,
            Change::Score { before, after, .. } | Change::Reach { before, after, .. } => after > before,
        }
    }
}

impl Prepared<'_> {
    /// What comes of hours gone on with by lot from there, with what was counted before.
    pub fn chances(&self, from: &Session, before: &Tallies) -> Chances {
        let mut chances = Chances { told: vec![0; self.bundle.case.facts.len()], ..Chances::default() };
        for number in 1..=HOURS {
            let (end, tallies) = self.by_lot(from, before, number);
            for (fact, hours) in chances.told.iter_mut().enumerate() {
                *hours = hours.saturating_add((end.state().told >> fact & 1) as u32);
            }
            if let Some(ending) = end.state().ending {
                let hours = chances.endings.entry(ending).or_default();
                *hours = hours.saturating_add(1);
            }
            for (points, value) in chances.scores.iter_mut().zip(self.scoring.all(&tallies)) {
                value.into_iter().for_each(|value| points.add(rounded(value).into()));
            }
        }
        chances
    }

    /// Goes on by lot until the hour is over, or nothing can be answered.
    fn by_lot(&self, from: &Session, before: &Tallies, number: u32) -> (Session, Tallies) {
        let (mut session, mut tallies) = (from.clone(), *before);
        let mut events = Vec::new();
        while session.state().offered != 0 {
            let state = session.state();
            let on_offer = state.offered.count_ones() as usize;
            // Keyed by the turn, so that hours from neighbouring places are drawn alike.
            let drawn = draw(session.seed(), number.into(), state.turn, Purpose::Pick).random_range(0..on_offer);
            let (at, reply) = (state.beat, offered(state).nth(drawn).unwrap_or_default());
            events.clear();
            if session.apply_unseen(Command::Reply(reply), &mut events).is_err() {
                break;
            }
            self.scoring.add_all(&mut tallies, &met(self.hour(), at, reply, &events));
        }
        (session, tallies)
    }

    /// What is clearly otherwise after than before.
    pub fn changes(&self, before: &Chances, after: &Chances) -> Vec<Change> {
        let apart = |before: u32, after: u32| are_apart(share(before), share(after));
        let facts = self.bundle.case.facts.iter().zip(before.told.iter().zip(&after.told));
        let facts = facts.filter(|(_, (before, after))| apart(**before, **after)).map(|(fact, (before, after))| Change::Fact {
            fact: fact.id.clone(),
            what: crate::script::model::fold(&fact.what),
            before: *before,
            after: *after,
        });
        let endings = ENDINGS.into_iter().filter_map(|ending| {
            let [before, after] = [before, after].map(|chances| chances.endings.get(&ending).copied().unwrap_or_default());
            apart(before, after).then_some(Change::Ending { ending, before, after })
        });
        let scores = before.scores.iter().zip(&after.scores).enumerate().filter_map(|(score, (before, after))| {
            let (before, after) = (before.mean()?, after.mean()?);
            let [was, is] = [before, after].map(|mean| mean.0.round() as u8);
            let clear = are_apart(before, after) && was.abs_diff(is) >= WORTH;
            clear.then_some(Change::Score { score, before: was, after: is })
        });
        facts.chain(endings).chain(scores).collect()
    }
}

const ENDINGS: [Ending; 4] = [Ending::Returns, Ending::Undecided, Ending::WontReturn, Ending::WalkedOut];

/// Points that are in reach before, and beyond what any hour comes to after.
pub fn reach(score: usize, before: Option<i64>, after: Option<i64>) -> Option<Change> {
    let (before, after) = (rounded(before?), rounded(after?));
    (before >= after.saturating_add(WORTH)).then_some(Change::Reach { score, before, after })
}

impl Points {
    fn add(&mut self, points: i64) {
        self.hours = self.hours.saturating_add(1);
        self.sum = self.sum.saturating_add(points);
        self.squares = self.squares.saturating_add(points.saturating_pow(2));
    }

    /// The mean and how far it may be off; none where hardly an hour says enough.
    fn mean(&self) -> Option<(f64, f64)> {
        if self.hours < i64::from(HOURS / 2) {
            return None;
        }
        let hours = self.hours as f64;
        let mean = self.sum as f64 / hours;
        let variance = (self.squares as f64 / hours - mean * mean).max(0.0);
        Some((mean, SURE * (variance / hours).sqrt()))
    }
}

/// Wilson's interval of a share of the hours: its middle and half its width. It has width even where nothing or everything was seen.
fn share(hours: u32) -> (f64, f64) {
    let (all, share) = (f64::from(HOURS), f64::from(hours) / f64::from(HOURS));
    let square = SURE * SURE / all;
    let middle = (share + square / 2.0) / (1.0 + square);
    let half = (share * (1.0 - share) * square + square * square / 4.0).sqrt() / (1.0 + square);
    (middle, half)
}

fn are_apart(one: (f64, f64), other: (f64, f64)) -> bool {
    (one.0 - other.0).abs() > one.1 + other.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_apart_only_where_chance_would_hardly_do_it() {
        for (one, other, expected) in [(0, 0, false), (0, 5, false), (0, 20, true), (35, 60, false), (36, 165, true), (200, 190, false)] {
            assert_eq!(are_apart(share(one), share(other)), expected, "{one} and {other}");
            assert_eq!(are_apart(share(other), share(one)), expected, "{other} and {one}");
        }
    }

    #[test]
    fn a_mean_needs_half_of_the_hours() {
        let mut points = Points::default();
        (0..HOURS / 2 - 1).for_each(|_| points.add(60));
        assert_eq!(points.mean(), None);
        points.add(60);
        assert_eq!(points.mean(), Some((60.0, 0.0)));
    }

    #[test]
    fn reach_falls_by_points_that_are_worth_a_word() {
        assert_eq!(reach(0, Some(9_100), Some(8_800)), None);
        assert_eq!(reach(0, Some(9_100), Some(7_400)), Some(Change::Reach { score: 0, before: 91, after: 74 }));
        assert_eq!(reach(0, Some(7_000), Some(8_000)), None);
        assert_eq!(reach(0, None, Some(8_000)), None);
    }
}
