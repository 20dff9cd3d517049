//! How often players come to each beat and take each reply, and how things stood when one first waited there.

use crate::script::bundle::{BeatId, Hour};
use crate::session::Command;
use crate::session::opening::Opening;

use super::players::Player;
use super::playtest::{Run, Terms, Traffic, percent, run_all};
use super::{Prepared, Spread};

/// What those met who follow one idea each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footfall {
    pub traffic: Traffic,
    /// How things stood in the first hour that waited at a beat for a reply, in the order of the beats.
    pub first: Vec<Option<Opening>>,
}

impl Footfall {
    /// Hours in which a beat was met, in percent.
    pub fn met(&self, beat: BeatId) -> u32 {
        percent(self.traffic.beats.get(&beat).copied().unwrap_or_default(), self.traffic.hours)
    }

    /// Hours in which a reply was taken, of those in which its beat was met, in percent.
    pub fn taken(&self, beat: BeatId, reply: u8) -> u32 {
        let met = self.traffic.beats.get(&beat).copied().unwrap_or_default();
        percent(self.traffic.replies.get(&(beat, reply)).copied().unwrap_or_default(), met)
    }

    /// Replies of a beat that nobody took.
    pub fn never_taken(&self, hour: &Hour, beat: BeatId) -> usize {
        let replies = hour.beats.get(usize::from(beat)).map_or(0, |beat| beat.replies.len());
        (0..replies as u8).filter(|reply| !self.traffic.replies.contains_key(&(beat, *reply))).count()
    }
}

/// Plays as many hours as the terms say with each naive player, and asks each time when one of them has played whether to go on.
pub fn footfall(prepared: &Prepared, terms: Terms, spread: &impl Spread, mut goes_on: impl FnMut() -> bool) -> Footfall {
    let mut runs = Vec::new();
    for player in Player::NAIVE {
        let tasks: Vec<(Player, u64)> = terms.seeds().map(|seed| (player, seed)).collect();
        runs.extend(run_all(prepared, &tasks, spread).0.into_iter().flatten());
        if !goes_on() {
            break;
        }
    }
    Footfall { first: first(prepared, &runs), traffic: Traffic::of(runs.iter()) }
}

/// Goes again through the hours that came somewhere first.
fn first(prepared: &Prepared, runs: &[Run]) -> Vec<Option<Opening>> {
    let mut first = vec![None; prepared.hour().beats.len()];
    for run in runs {
        let is_new = |(at, _): &(BeatId, u8)| first.get(usize::from(*at)).is_some_and(Option::is_none);
        if !run.way.iter().any(is_new) {
            continue;
        }
        let Some((mut session, _)) = prepared.begin(run.seed) else { continue };
        for (at, reply) in &run.way {
            if let Some(first) = first.get_mut(usize::from(*at)) {
                first.get_or_insert_with(|| Opening::of(&session));
            }
            if session.apply_unseen(Command::Reply(*reply), &mut Vec::new()).is_err() {
                break;
            }
        }
    }
    first
}
