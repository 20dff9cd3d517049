//! A score and its offered range: its value had the worst, or the best, reply on offer been taken each time on the same path.

use std::collections::BTreeMap;

use crate::script::turn::{Offer, Turn};

use super::{Band, Evidence, Score};

/// How one score is folded: a tally of small integers grows turn by turn and is worth points at the end.
pub(super) trait ScoreRule {
    /// Counts that must be kept apart, since more of one isn't always better.
    type Counts: Copy + Ord;

    /// The tally before the first turn.
    fn nothing(&self) -> Tally<Self::Counts>;

    /// The tally after a turn that was answered so.
    fn add(&self, tally: Tally<Self::Counts>, turn: &Turn, answer: &Offer) -> Tally<Self::Counts>;

    /// Points in hundredths, 0 to 10,000; none where there isn't enough to say.
    fn points(&self, tally: &Tally<Self::Counts>) -> Option<i64>;

    /// The lines that the score came from.
    fn evidence(&self, turn: &Turn) -> Vec<Evidence>;
}

/// Counts, and two sums of which more is always better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tally<Counts> {
    pub counts: Counts,
    pub sums: [i64; 2],
}

pub(super) fn score<Rule: ScoreRule>(rule: &Rule, turns: &[&Turn]) -> Score {
    let value = value(rule, turns);
    let reached = |direction| value.and_then(|_| extreme(rule, turns, direction)).map(rounded);
    Score {
        value,
        band: value.map(Band::of),
        offered_min: reached(-1),
        offered_max: reached(1),
        evidence: turns.iter().flat_map(|turn| rule.evidence(turn)).collect(),
    }
}

/// The value of the replies that were taken.
pub(super) fn value<Rule: ScoreRule>(rule: &Rule, turns: &[&Turn]) -> Option<u8> {
    let taken = turns.iter().fold(rule.nothing(), |tally, turn| rule.add(tally, turn, turn.answer()));
    rule.points(&taken).map(rounded)
}

fn rounded(points: i64) -> u8 {
    ((points + 50) / 100).clamp(0, 100) as u8
}

/// Highest points (direction 1) or lowest (−1) over all choices; for equal counts only sums that none beats are kept.
fn extreme<Rule: ScoreRule>(rule: &Rule, turns: &[&Turn], direction: i64) -> Option<i64> {
    let start = rule.nothing();
    let mut reached: BTreeMap<Rule::Counts, Vec<[i64; 2]>> = BTreeMap::from([(start.counts, vec![start.sums])]);
    for turn in turns {
        let answers = telling(rule, turn, direction);
        let mut next: BTreeMap<Rule::Counts, Vec<[i64; 2]>> = BTreeMap::new();
        for (counts, frontier) in reached {
            for sums in frontier {
                for answer in &answers {
                    let tally = rule.add(Tally { counts, sums }, turn, answer);
                    keep(next.entry(tally.counts).or_default(), tally.sums, direction);
                }
            }
        }
        reached = next;
    }
    let points = reached
        .into_iter()
        .flat_map(|(counts, frontier)| frontier.into_iter().map(move |sums| Tally { counts, sums }))
        .filter_map(|tally| rule.points(&tally));
    if direction > 0 { points.max() } else { points.min() }
}

/// The replies of a turn that are worth trying: for equal counts those that none beats.
fn telling<'a, Rule: ScoreRule>(rule: &Rule, turn: &'a Turn, direction: i64) -> Vec<&'a Offer> {
    let mut kept: BTreeMap<Rule::Counts, Vec<[i64; 2]>> = BTreeMap::new();
    let tallies: Vec<_> = turn.offered.iter().map(|answer| (answer, rule.add(rule.nothing(), turn, answer))).collect();
    for (_, tally) in &tallies {
        keep(kept.entry(tally.counts).or_default(), tally.sums, direction);
    }
    let mut telling = Vec::new();
    for (answer, tally) in tallies {
        if let Some(frontier) = kept.get_mut(&tally.counts)
            && let Some(at) = frontier.iter().position(|sums| *sums == tally.sums)
        {
            frontier.swap_remove(at);
            telling.push(answer);
        }
    }
    telling
}

fn keep(frontier: &mut Vec<[i64; 2]>, sums: [i64; 2], direction: i64) {
    let beats = |a: &[i64; 2], b: &[i64; 2]| (0..2).all(|i| a[i] * direction >= b[i] * direction);
    if frontier.iter().any(|kept| beats(kept, &sums)) {
        return;
    }
    frontier.retain(|kept| !beats(&sums, kept));
    frontier.push(sums);
}
