//! Where an hour can get stuck: no reply and no end, or round and round with nothing new until the clock ends it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::script::bundle::BeatId;
use crate::session::{Command, Session};

use super::place::Matters;
use super::search::offered;
use super::{Prepared, Way, ids};

/// Minutes without anything new that are too many.
const IDLE: u16 = 10;

/// Places that are looked at before it is given up to find a way out, or a shorter way in.
const MOST: usize = 50_000;

/// How an hour is stuck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stuck {
    /// Nothing can be answered, and it is not over.
    NoWayOn,
    /// Only what was met before comes, until time is up.
    Round,
}

/// A place where hours get stuck, and the shortest way there that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadEnd {
    pub beat: String,
    pub kind: Stuck,
    /// Minutes that are left on the clock.
    pub minutes_left: u16,
    /// Reply ids.
    pub way: Vec<String>,
    #[serde(skip)]
    pub at: BeatId,
}

/// Where and how the hour that went this way got stuck, if it did, after how many replies, and how many minutes were left.
pub fn stuck(prepared: &Prepared, start: &Session, way: &[(BeatId, u8)]) -> Option<(BeatId, Stuck, usize, u16)> {
    let mut session = start.clone();
    let mut events = Vec::new();
    let mut fresh = (session.clone(), 0);
    for (taken, (_, reply)) in (1..).zip(way) {
        let met = session.state().visits.clone();
        session.apply_unseen(Command::Reply(*reply), &mut events).ok()?;
        let state = session.state();
        if state.offered == 0 && state.ending.is_none() {
            return Some((state.beat, Stuck::NoWayOn, taken, left(&session)));
        }
        // The closings are new to everybody, so look before them.
        if is_fresh(&met, &session) && !is_closing(&session) {
            fresh = (session.clone(), taken);
        }
    }
    let (fresh, taken) = fresh;
    is_round(prepared, &fresh).then(|| (fresh.state().beat, Stuck::Round, taken, left(&fresh)))
}

/// True when hours that went this way had nothing new for so long that it is worth a look.
pub fn is_idle(start: &Session, way: &[(BeatId, u8)]) -> bool {
    let (mut session, mut events) = (start.clone(), Vec::new());
    let mut last: u16 = 0;
    for (_, reply) in way {
        let met = session.state().visits.clone();
        if session.apply_unseen(Command::Reply(*reply), &mut events).is_err() {
            return false;
        }
        let state = session.state();
        if state.offered == 0 && state.ending.is_none() {
            return true;
        }
        if is_closing(&session) {
            return state.minute >= last.saturating_add(IDLE);
        }
        if is_fresh(&met, &session) {
            last = state.minute;
        }
    }
    false
}

/// Minutes that are left on the clock.
fn left(session: &Session) -> u16 {
    u16::from(session.hour().scene.length).saturating_sub(session.state().minute)
}

/// The hour is on its way out.
fn is_closing(session: &Session) -> bool {
    session.hour().closes(session.state().beat)
}

/// Something was met that had not been met before.
fn is_fresh(before: &[u16], session: &Session) -> bool {
    before.iter().zip(&session.state().visits).any(|(before, now)| *before == 0 && *now > 0)
}

/// True when from here nothing came but what was met, wherever it was looked (everywhere, unless there are more than
/// [`MOST`] places), and enough time is left for that to be felt.
fn is_round(prepared: &Prepared, from: &Session) -> bool {
    let length = u16::from(from.hour().scene.length);
    if is_closing(from) || left(from) < IDLE {
        return false;
    }
    let walks_out = from.hour().walks_out;
    let met = &from.state().visits;
    let mut escaped = false;
    walk(&prepared.course, from, |session| {
        let state = session.state();
        // Into the closings by a reply, before time is up and not in anger, is a way on as well.
        let closing = is_closing(session);
        escaped |= if closing { state.minute < length && state.visits(walks_out) == 0 } else { is_fresh(met, session) };
        !escaped && !closing
    });
    !escaped
}

/// The shortest way that was found to where hours get stuck at that beat.
pub fn shortest(prepared: &Prepared, start: &Session, at: BeatId, kind: Stuck, known: (Way, u16)) -> DeadEnd {
    let (mut way, mut minutes_left) = known;
    let mut open: Vec<(Session, Way)> = vec![(start.clone(), Way::new())];
    let mut seen = BTreeSet::from([prepared.course.rough_key(start.state())]);
    let is_there = |session: &Session| {
        let state = session.state();
        state.beat == at
            && match kind {
                Stuck::NoWayOn => state.offered == 0 && state.ending.is_none(),
                Stuck::Round => is_round(prepared, session),
            }
    };
    'search: while !open.is_empty() && seen.len() < MOST {
        let mut next = Vec::new();
        for (session, so_far) in open {
            for reply in offered(session.state()) {
                let (mut on, mut events) = (session.clone(), Vec::new());
                if on.apply_unseen(Command::Reply(reply), &mut events).is_err() {
                    continue;
                }
                let mut longer = so_far.clone();
                longer.push((session.state().beat, reply));
                if is_there(&on) {
                    minutes_left = left(&on);
                    way = longer;
                    break 'search;
                }
                if seen.insert(prepared.course.rough_key(on.state())) {
                    next.push((on, longer));
                }
            }
        }
        open = next;
    }
    let hour = prepared.hour();
    DeadEnd { beat: hour.written(at).id.clone(), kind, minutes_left, way: ids(hour, &way), at }
}

/// Goes from place to place as long as `on` wants to go on from there.
fn walk(matters: &Matters, from: &Session, mut on: impl FnMut(&Session) -> bool) {
    let mut open = vec![from.clone()];
    let mut seen = BTreeSet::new();
    while let Some(session) = open.pop() {
        for reply in offered(session.state()) {
            let (mut next, mut events) = (session.clone(), Vec::new());
            if next.apply_unseen(Command::Reply(reply), &mut events).is_ok()
                && on(&next)
                && seen.len() < MOST
                && seen.insert(matters.key(next.state()))
            {
                open.push(next);
            }
        }
    }
}
