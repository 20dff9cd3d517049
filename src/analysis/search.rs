//! The search: layer by layer through everything that can be answered, merged where the future is the same, the most
//! promising kept. It gives the best hour that it found, and a bound that none exceeds.

use std::cmp::Reverse;

use crate::assess::tally::Met;
use crate::script::bundle::{BeatId, Hour, MOST_REPLIES};
use crate::script::codes::Ending;
use crate::session::event::Event;
use crate::session::{Command, Session, State};

use super::Way;
use super::place::Matters;

/// What a search is after.
pub trait Aim {
    /// What is counted on the way.
    type Tally: Clone + Ord;

    fn nothing(&self) -> Self::Tally;

    /// Counts an answer that was given at a beat.
    fn add(&self, tally: &mut Self::Tally, at: BeatId, reply: u8, met: &Met);

    /// True when nobody who has `one` at a place needs `other` at the same place.
    fn covers(&self, one: &Self::Tally, other: &Self::Tally) -> bool;

    /// The most that an hour can still be worth from here, never less than it can; [`NO_HOPE`] where none will count.
    fn hope(&self, tally: &Self::Tally, state: &State) -> i64;

    /// Which to keep when not all can be: those that rank highest. It may guess, as hope may not.
    fn rank(&self, tally: &Self::Tally, state: &State, hope: i64) -> (i64, i64);

    /// What a finished hour is worth; none where it doesn't count.
    fn worth(&self, tally: &Self::Tally, ending: Option<Ending>) -> Option<i64>;
}

/// No hour from here counts. Far below what any is worth, and far from where sums overflow.
pub const NO_HOPE: i64 = i64::MIN / 8;

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<Tally> {
    /// The best hour: what it is worth, its way, and what was counted on it.
    pub best: Option<(i64, Way, Tally)>,
    /// No hour is worth more than this; none where no hour counts.
    pub bound: Option<i64>,
    /// Moves that were tried.
    pub moves: u64,
    /// Nothing was left aside.
    pub whole: bool,
}

/// How a search is held.
#[derive(Clone, Copy, Debug)]
pub struct Reins {
    /// Moves before which nothing is left aside, so that a small script is searched whole.
    pub free: u64,
    /// Places kept from one layer to the next after that.
    pub width: usize,
    /// Replies after which an hour counts as it stands.
    pub horizon: usize,
    /// What is worth no more than this needn't be found.
    pub floor: i64,
}

/// Moves that are tried in a fraction of a second.
pub(super) const FREE: u64 = 16_000;

impl Reins {
    /// True when what hopes for no more needn't be followed. Hope is for the end of the hour: before that an hour may
    /// stand better than it will end.
    fn prunes<Tally>(&self, hope: i64, found: &Found<Tally>) -> bool {
        self.horizon == usize::MAX && hope <= found.best.as_ref().map_or(self.floor, |best| best.0.max(self.floor))
    }

    /// To the end of the hour.
    pub fn whole(width: usize) -> Reins {
        Reins { free: FREE, width, horizon: usize::MAX, floor: NO_HOPE }
    }
}

/// Whoever wants to know what comes up while it searches.
pub trait Notice {
    fn notice(&mut self, state: &State, way: &dyn Fn() -> Way);
}

impl Notice for () {
    fn notice(&mut self, _: &State, _: &dyn Fn() -> Way) {}
}

struct Node<Tally> {
    session: Session,
    tally: Tally,
    /// Its last step on the trail.
    trail: Option<u32>,
    hope: i64,
    rank: (i64, i64),
}

/// Steps taken, each with the one before it.
#[derive(Default)]
pub(super) struct Trail(Vec<(Option<u32>, BeatId, u8)>);

impl Trail {
    pub(super) fn step(&mut self, before: Option<u32>, at: BeatId, reply: u8) -> u32 {
        let step = self.0.len() as u32;
        self.0.push((before, at, reply));
        step
    }

    pub(super) fn way(&self, last: Option<u32>) -> Way {
        let mut way = Way::new();
        let mut next = last;
        while let Some((before, at, reply)) = next.and_then(|step| self.0.get(step as usize)) {
            way.push((*at, *reply));
            next = *before;
        }
        way.reverse();
        way
    }
}

/// The codes of a reply and what it met, as the scores see it.
pub(super) fn met<'a>(hour: &'a Hour, at: BeatId, reply: u8, events: &[Event]) -> Met<'a> {
    let bearable = match events.first() {
        Some(Event::Took { bearable, .. }) => *bearable,
        _ => 1,
    };
    as_met(hour, at, reply).bearing(bearable)
}

/// The same where nothing is known of what could be borne.
pub(super) fn as_met(hour: &Hour, at: BeatId, reply: u8) -> Met<'_> {
    let (beat, moments) = (hour.beat(at), &hour.written(at).moments);
    let reply = beat.reply(reply);
    Met { moments, bearable: 1, codes: &reply.codes, whose: beat.whose, with: reply.with }
}

/// Replies on offer, by their places.
pub(super) fn offered(state: &State) -> impl Iterator<Item = u8> + use<> {
    let offered = state.offered;
    (0..MOST_REPLIES as u8).filter(move |reply| offered >> reply & 1 == 1)
}

/// Searches on from an hour that has begun, with a tally of what was before.
pub fn search<A: Aim>(
    start: &Session,
    before: A::Tally,
    aim: &A,
    matters: &Matters,
    reins: Reins,
    notice: &mut impl Notice,
) -> Found<A::Tally> {
    let hour = start.hour();
    let mut found = Found { best: None, bound: None, moves: 0, whole: true };
    let mut trail = Trail::default();
    let mut events = Vec::new();
    let hope = aim.hope(&before, start.state());
    let mut layer = vec![Node { session: start.clone(), tally: before, trail: None, hope, rank: (hope, 0) }];
    let mut depth: usize = 0;
    while !layer.is_empty() {
        depth = depth.saturating_add(1);
        let mut next: Vec<(Vec<u8>, Node<A::Tally>)> = Vec::new();
        for node in &layer {
            // A better hour may have been found since it was kept.
            if reins.prunes(node.hope, &found) {
                continue;
            }
            for reply in offered(node.session.state()) {
                let mut session = node.session.clone();
                let at = session.state().beat;
                events.clear();
                if session.apply_unseen(Command::Reply(reply), &mut events).is_err() {
                    continue;
                }
                found.moves = found.moves.saturating_add(1);
                let mut tally = node.tally.clone();
                aim.add(&mut tally, at, reply, &met(hour, at, reply, &events));
                let state = session.state();
                notice.notice(state, &|| {
                    let mut way = trail.way(node.trail);
                    way.push((at, reply));
                    way
                });
                if state.ending.is_some() || depth >= reins.horizon {
                    if let Some(worth) = aim.worth(&tally, state.ending)
                        && found.best.as_ref().map_or(worth > reins.floor, |best| worth > best.0)
                    {
                        let step = trail.step(node.trail, at, reply);
                        found.best = Some((worth, trail.way(Some(step)), tally));
                        found.bound = found.bound.max(Some(worth));
                    }
                    continue;
                }
                let hope = aim.hope(&tally, state);
                if reins.prunes(hope, &found) {
                    continue;
                }
                let rank = aim.rank(&tally, state, hope);
                let key = matters.key(state);
                let step = trail.step(node.trail, at, reply);
                next.push((key, Node { session, tally, trail: Some(step), hope, rank }));
            }
        }
        let width = if found.moves < reins.free { usize::MAX } else { reins.width };
        layer = narrow(next, aim, width, &mut found);
    }
    found
}

/// Merges what has the same future, and keeps the most promising; what is left aside still bounds what can be found.
fn narrow<A: Aim>(mut next: Vec<(Vec<u8>, Node<A::Tally>)>, aim: &A, width: usize, found: &mut Found<A::Tally>) -> Vec<Node<A::Tally>> {
    next.sort_by(|(one, a), (other, b)| (one, Reverse(a.hope), &a.tally).cmp(&(other, Reverse(b.hope), &b.tally)));
    let mut layer: Vec<Node<A::Tally>> = Vec::with_capacity(next.len());
    let mut place: Option<Vec<u8>> = None;
    let mut from = 0;
    for (key, node) in next {
        if place.as_ref() != Some(&key) {
            from = layer.len();
            place = Some(key);
        }
        if !layer.iter().skip(from).any(|kept| aim.covers(&kept.tally, &node.tally)) {
            layer.push(node);
        }
    }
    if layer.len() > width {
        // Stable, so that equals stay in the order of their places whatever the machine.
        layer.sort_by_key(|node| Reverse(node.rank));
        for left in layer.drain(width..) {
            if found.best.as_ref().is_none_or(|best| left.hope > best.0) {
                found.bound = found.bound.max(Some(left.hope));
            }
        }
        found.whole = false;
    }
    layer
}
