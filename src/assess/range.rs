//! A score and its offered range: its value had the worst, or the best, reply on offer been taken each time on the same path.

use std::collections::BTreeMap;

use crate::script::turn::Turn;

use super::tally::{Met, Scoring, Tally};
use super::{Band, Evidence, OfPerson, Score};

/// Sums of a tally.
type Sums = [u32; 4];

/// The rest of it, of which more is not always better: what must be the same for sums to be held against each other.
type Kind = (u16, [u16; 4], u8);

pub(super) fn score(scoring: &Scoring, which: usize, turns: &[&Turn], people: &[&str], evidence: Vec<Evidence>) -> Score {
    let each: Vec<OfPerson> = scoring
        .counted(which)
        .map(|person| {
            let hour = Hour { scoring, which, person, turns, people };
            let value = hour.value();
            let reached = |upwards| value.and_then(|_| hour.extreme(upwards)).map(rounded);
            let name = people.get(usize::from(person)).map(|id| id.to_string()).unwrap_or_default();
            OfPerson { person: name, value, band: value.map(Band::of), offered_min: reached(false), offered_max: reached(true) }
        })
        .collect();
    // The score is the lowest of theirs. Each end of its range is the lowest of their ends: no reply could have gone beyond, though at
    // a moment of several one reply need not have been the best for each.
    let lowest = |of: fn(&OfPerson) -> Option<u8>| each.iter().filter_map(of).min();
    let value = lowest(|one| one.value);
    Score {
        value,
        band: value.map(Band::of),
        offered_min: lowest(|one| one.offered_min),
        offered_max: lowest(|one| one.offered_max),
        people: if each.len() > 1 { each } else { Vec::new() },
        evidence,
    }
}

/// The value of the replies that were taken.
pub(super) fn value(scoring: &Scoring, which: usize, turns: &[&Turn], people: &[&str]) -> Option<u8> {
    scoring.counted(which).filter_map(|person| Hour { scoring, which, person, turns, people }.value()).min()
}

/// An hour as one score sees it for one person.
struct Hour<'a> {
    scoring: &'a Scoring<'a>,
    which: usize,
    person: u8,
    turns: &'a [&'a Turn],
    people: &'a [&'a str],
}

/// Hundredths of a point as whole points.
pub fn rounded(points: i64) -> u8 {
    (points.saturating_add(50) / 100).clamp(0, 100) as u8
}

impl Hour<'_> {
    fn value(&self) -> Option<u8> {
        let mut taken = Tally::default();
        self.turns.iter().for_each(|turn| self.scoring.add_one(self.which, self.person, &mut taken, &Met::taken(turn, self.people)));
        self.scoring.points(self.which, &taken).map(rounded)
    }

    /// Highest points, or lowest, over all choices; for equal counts only sums that none beats are kept.
    fn extreme(&self, upwards: bool) -> Option<i64> {
        let mut reached = BTreeMap::from([(kind(&Tally::default()), vec![Sums::default()])]);
        for turn in self.turns {
            let answers = self.telling(turn, upwards);
            let mut next: BTreeMap<Kind, Vec<Sums>> = BTreeMap::new();
            for (before, frontier) in reached {
                for sums in frontier {
                    for answer in &answers {
                        let tally = tally(before, sums).and(answer);
                        keep(next.entry(kind(&tally)).or_default(), tally.sums, upwards);
                    }
                }
            }
            reached = next;
        }
        let tallies = reached.into_iter().flat_map(|(kind, frontier)| frontier.into_iter().map(move |sums| tally(kind, sums)));
        let points = tallies.filter_map(|tally| self.scoring.points(self.which, &tally));
        if upwards { points.max() } else { points.min() }
    }

    /// What each reply of a turn adds, where it is worth trying: for equal counts those that none beats.
    fn telling(&self, turn: &Turn, upwards: bool) -> Vec<Tally> {
        let mut kept: BTreeMap<Kind, Vec<Sums>> = BTreeMap::new();
        for answer in &turn.offered {
            let mut added = Tally::default();
            self.scoring.add_one(self.which, self.person, &mut added, &Met::offered(turn, answer, self.people));
            keep(kept.entry(kind(&added)).or_default(), added.sums, upwards);
        }
        kept.into_iter().flat_map(|(kind, frontier)| frontier.into_iter().map(move |sums| tally(kind, sums))).collect()
    }
}

fn kind(tally: &Tally) -> Kind {
    (tally.moments, tally.of, tally.cap)
}

fn tally((moments, of, cap): Kind, sums: Sums) -> Tally {
    Tally { moments, of, sums, cap }
}

fn keep(frontier: &mut Vec<Sums>, sums: Sums, upwards: bool) {
    let beats = |a: &Sums, b: &Sums| a.iter().zip(b).all(|(a, b)| if upwards { a >= b } else { a <= b });
    if frontier.iter().any(|kept| beats(kept, &sums)) {
        return;
    }
    frontier.retain(|kept| !beats(&sums, kept));
    frontier.push(sums);
}
