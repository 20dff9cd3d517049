//! How often players come to each beat and take each reply, and how things stood when one first came there.

use crate::script::bundle::BeatId;
use crate::session::opening::Opening;
use crate::session::{Command, Session};

use super::players::Player;
use super::playtest::Terms;
use super::{Prepared, Spread};

/// What those met who follow one idea each, in so many hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footfall {
    pub hours: u32,
    /// Hours in which each beat was met.
    pub beats: Vec<u32>,
    /// Hours in which each reply was taken, by its beat and its place there.
    pub replies: Vec<Vec<u32>>,
    /// How things stood in the first hour that waited at a beat for a reply.
    pub first: Vec<Option<Opening>>,
}

impl Footfall {
    fn empty(prepared: &Prepared) -> Footfall {
        let beats = &prepared.hour().beats;
        let replies = beats.iter().map(|beat| vec![0; beat.replies.len()]).collect();
        Footfall { hours: 0, beats: vec![0; beats.len()], replies, first: vec![None; beats.len()] }
    }

    /// Replies of a beat that nobody took.
    pub fn never_taken(&self, beat: BeatId) -> usize {
        self.replies.get(usize::from(beat)).map_or(0, |replies| replies.iter().filter(|taken| **taken == 0).count())
    }

    /// Hours in which a beat was met, in percent, rounded so that only never is 0 and only always is 100.
    pub fn share(&self, beat: BeatId) -> u32 {
        let met = self.beats.get(usize::from(beat)).copied().unwrap_or_default();
        match met {
            0 => 0,
            met if met == self.hours => 100,
            met => (100 * met / self.hours.max(1)).clamp(1, 99),
        }
    }

    fn add(&mut self, other: Footfall) {
        self.hours += other.hours;
        self.beats.iter_mut().zip(other.beats).for_each(|(sum, more)| *sum += more);
        for (sums, more) in self.replies.iter_mut().zip(other.replies) {
            sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
        for (first, other) in self.first.iter_mut().zip(other.first) {
            *first = first.take().or(other);
        }
    }
}

/// Plays as many hours as the terms say with each naive player; `done` is told how many players have played.
pub fn footfall(prepared: &Prepared, terms: Terms, spread: &impl Spread, done: impl Fn() + Sync) -> Footfall {
    let each = spread.each(&Player::NAIVE, |player| {
        let mut whole = Footfall::empty(prepared);
        for seed in terms.seeds() {
            play(prepared, *player, seed, &mut whole);
        }
        done();
        whole
    });
    let mut whole = Footfall::empty(prepared);
    each.into_iter().for_each(|some| whole.add(some));
    whole
}

fn play(prepared: &Prepared, player: Player, seed: u64, whole: &mut Footfall) {
    let Some((mut session, _)) = prepared.begin(seed) else { return };
    let mut taken: Vec<Vec<bool>> = whole.replies.iter().map(|replies| vec![false; replies.len()]).collect();
    let mut events = Vec::new();
    while session.state().ending.is_none() && session.state().offered != 0 {
        waits(&session, whole);
        let (at, reply) = (session.state().beat, player.choose(&session));
        taken[usize::from(at)][usize::from(reply)] = true;
        events.clear();
        if session.apply_unseen(Command::Reply(reply), &mut events).is_err() {
            break;
        }
    }
    whole.hours += 1;
    whole.beats.iter_mut().zip(&session.state().visits).for_each(|(sum, visits)| *sum += u32::from(*visits > 0));
    for (sums, taken) in whole.replies.iter_mut().zip(taken) {
        sums.iter_mut().zip(taken).for_each(|(sum, taken)| *sum += u32::from(taken));
    }
}

fn waits(session: &Session, whole: &mut Footfall) {
    whole.first[usize::from(session.state().beat)].get_or_insert_with(|| Opening::of(session));
}
