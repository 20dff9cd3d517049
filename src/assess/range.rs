//! A score and its offered range: its value had the worst, or the best, reply on offer been taken each time on the same path.

use std::collections::BTreeMap;

use crate::script::turn::Turn;

use super::tally::{Met, Scoring, Tally};
use super::{Band, Evidence, Score};

/// Sums of a tally.
type Sums = [u32; 4];

/// The rest of it, of which more is not always better: what must be the same for sums to be held against each other.
type Kind = (u16, [u16; 4], u8);

pub(super) fn score(scoring: &Scoring, which: usize, turns: &[&Turn], evidence: Vec<Evidence>) -> Score {
    let value = value(scoring, which, turns);
    let reached = |upwards| value.and_then(|_| extreme(scoring, which, turns, upwards)).map(rounded);
    Score { value, band: value.map(Band::of), offered_min: reached(false), offered_max: reached(true), evidence }
}

/// The value of the replies that were taken.
pub(super) fn value(scoring: &Scoring, which: usize, turns: &[&Turn]) -> Option<u8> {
    let mut taken = Tally::default();
    turns.iter().for_each(|turn| scoring.add(which, &mut taken, &Met::taken(turn)));
    scoring.points(which, &taken).map(rounded)
}

/// Hundredths of a point as whole points.
pub fn rounded(points: i64) -> u8 {
    ((points + 50) / 100).clamp(0, 100) as u8
}

/// Highest points, or lowest, over all choices; for equal counts only sums that none beats are kept.
fn extreme(scoring: &Scoring, which: usize, turns: &[&Turn], upwards: bool) -> Option<i64> {
    let mut reached = BTreeMap::from([(kind(&Tally::default()), vec![Sums::default()])]);
    for turn in turns {
        let answers = telling(scoring, which, turn, upwards);
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
    let points = tallies.filter_map(|tally| scoring.points(which, &tally));
    if upwards { points.max() } else { points.min() }
}

/// What each reply of a turn adds, where it is worth trying: for equal counts those that none beats.
fn telling(scoring: &Scoring, which: usize, turn: &Turn, upwards: bool) -> Vec<Tally> {
    let mut kept: BTreeMap<Kind, Vec<Sums>> = BTreeMap::new();
    for answer in &turn.offered {
        let mut added = Tally::default();
        scoring.add(which, &mut added, &Met { moments: &turn.moments, bearable: turn.bearable, codes: &answer.codes });
        keep(kept.entry(kind(&added)).or_default(), added.sums, upwards);
    }
    kept.into_iter().flat_map(|(kind, frontier)| frontier.into_iter().map(move |sums| tally(kind, sums))).collect()
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
