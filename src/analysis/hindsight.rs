//! An hour looked back on: what could still come of it before and after each reply, where that turned, which silence was left a
//! step too early, and what any other reply would have led to.
//!
//! All of it is said of the script, with the seed that the hour had. Two questions are asked of each place: what comes of
//! hours that are gone on with by lot ([`Chances`]), which can rise and fall, and what the most is that is still in reach,
//! which the search answers and which can only fall.

use std::cmp::Reverse;

use serde::Serialize;

use crate::assess::tally::Tallies;
use crate::script::codes::{Measure, Skill};
use crate::session::account::{Entry, describe};
use crate::session::{Command, LEAVE_OUT, Session};

use super::Prepared;
use super::aims::OneScore;
use super::chances::{Chances, Change, reach};
use super::search::{NO_HOPE, Reins, met, offered, search};

/// Turning points that are told: more would be a list.
const TOLD: usize = 3;

/// A change that weighs less, in hundredths, is no turning point.
const TURNS: u32 = 10;

/// How the most in reach is searched for, from each place anew: quickly.
const REINS: Reins = Reins { free: 2_000, width: 40, horizon: usize::MAX, floor: NO_HOPE };

/// Where an hour stood, and what had been counted until then.
#[derive(Clone, Debug)]
struct Standing {
    session: Session,
    tallies: Tallies,
}

/// What could still come of the hour from a place.
#[derive(Clone, Debug)]
struct Look {
    chances: Chances,
    most: [Most; 3],
}

/// The most points of a score, in hundredths, that an hour was found for, and that none exceeds; none where no hour says enough.
#[derive(Clone, Copy, Debug, Default)]
struct Most {
    found: Option<i64>,
    bound: Option<i64>,
}

/// What there is to say of an hour in hindsight.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Hindsight {
    /// The moments that mattered most, in the order of time; at most three.
    pub turning_points: Vec<TurningPoint>,
    pub silences: Vec<LeftEarly>,
    /// For each reply of the hour, what the others on offer there would have led to, in the author's order.
    pub others: Vec<Vec<Other>>,
}

/// A reply after which things clearly stood otherwise than before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TurningPoint {
    /// Number of the reply, counted from 1.
    pub turn: u16,
    /// The weightiest first.
    pub changes: Vec<Change>,
}

/// A silence that one more step would have opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftEarly {
    /// Number of the reply that ended it.
    pub turn: u16,
    /// The reply that would have stayed.
    pub reply: String,
    /// What would have been said and seen.
    pub next: Vec<Entry>,
}

/// Another reply than the one that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Other {
    pub reply: String,
    /// What would have been said and seen next.
    pub next: Vec<Entry>,
    /// What would clearly have stood otherwise after it than after the reply that was taken: that one is `before`.
    pub changes: Vec<Change>,
}

/// An hour gone through again, reply by reply.
#[derive(Debug)]
pub struct Retraced<'a> {
    prepared: &'a Prepared<'a>,
    /// Before each reply, and after the last.
    standings: Vec<Standing>,
    /// The replies, by their places.
    taken: Vec<u8>,
}

impl Prepared<'_> {
    /// Takes the replies of an account again, in the hour with that seed; none where they don't lead to the same moments any more.
    pub fn retrace(&self, seed: u64, account: &[Entry]) -> Option<Retraced<'_>> {
        let (session, _) = self.begin(seed)?;
        let mut standings = vec![Standing { session, tallies: Tallies::default() }];
        let mut taken = Vec::new();
        for entry in account {
            let last = standings.last_mut()?;
            if let Entry::LeftOut { topic } = entry {
                let command = last.session.command(&format!("{LEAVE_OUT}{topic}"))?;
                last.session.apply_unseen(command, &mut Vec::new()).ok()?;
            }
            let Entry::Turn(turn) = entry else { continue };
            let on_offer = || offered(last.session.state());
            let beat = &self.hour().written(last.session.state().beat).id;
            let same = on_offer().map(|place| &last.session.reply(place).id).eq(turn.offered.iter().map(|offer| &offer.reply));
            let same = same && *beat == turn.beat;
            let place = on_offer().nth(turn.taken).filter(|_| same)?;
            let (next, _) = self.answered(last, place)?;
            standings.push(next);
            taken.push(place);
        }
        let end = standings.last()?.session.state();
        let (ending, left_out) = (end.ending, end.left_out);
        // What somebody asked not to meet doesn't come up in hindsight either, and leaving it out is no reply's doing.
        for standing in &mut standings {
            standing.session = standing.session.without(left_out);
        }
        let same = ending == account.iter().find_map(Entry::ending);
        same.then_some(Retraced { prepared: self, standings, taken })
    }

    /// Where the hour stands after a reply, and what is then said and seen; none where it isn't on offer.
    fn answered(&self, standing: &Standing, reply: u8) -> Option<(Standing, Vec<Entry>)> {
        let mut next = standing.clone();
        let mut events = Vec::new();
        let at = next.session.state().beat;
        next.session.apply(Command::Reply(reply), &mut events).ok()?;
        self.scoring.add_all(&mut next.tallies, &met(self.hour(), at, reply, &events));
        // The first is the reply itself.
        let entries = events.into_iter().skip(1).map(|event| describe(self.bundle, self.number, event));
        Some((next, entries.filter(|entry| entry.shown().is_some()).collect()))
    }

    /// The most in reach; `later` is what was found from the next place, which can be reached from here.
    fn most(&self, standing: &Standing, which: usize, later: Option<i64>) -> Most {
        let tally = *standing.tallies.score(which);
        if standing.session.state().ending.is_some() {
            let points = self.scoring.lowest(which, &tally);
            return Most { found: points, bound: points };
        }
        // What bounds the search knows the usual ways only, not those around a topic.
        if standing.session.state().left_out != 0 {
            return Most::default();
        }
        let aim = OneScore { scoring: &self.scoring, outlook: self.outlook(which, true) };
        let reins = Reins { floor: later.unwrap_or(NO_HOPE), ..REINS };
        let found = search(&standing.session, tally, &aim, &self.course, reins, &mut ());
        Most { found: found.best.map(|best| best.0).max(later), bound: found.bound.max(later) }
    }
}

impl Retraced<'_> {
    /// Places there are to look at: where the hour stood, and each reply for what else was on offer there.
    pub fn places(&self) -> usize {
        self.standings.len().saturating_add(self.taken.len())
    }

    /// Looks at every place, from the end backwards, and tells each time how many are done.
    pub fn look_back(&self, mut done: impl FnMut(usize)) -> Hindsight {
        let mut looks: Vec<Look> = Vec::new();
        for standing in self.standings.iter().rev() {
            let later = |which: usize| looks.last().and_then(|later| later.most.get(which)?.found);
            let most = [0, 1, 2].map(|which| self.prepared.most(standing, which, later(which)));
            looks.push(Look { chances: self.prepared.chances(&standing.session, &standing.tallies), most });
            done(looks.len());
        }
        looks.reverse();
        let replies = || (1..).zip(&self.taken).zip(self.standings.array_windows());
        let mut others = Vec::with_capacity(self.taken.len());
        for (((_, taken), [before, _]), after) in replies().zip(looks.iter().skip(1)) {
            others.push(self.others(before, *taken, after));
            done(looks.len().saturating_add(others.len()));
        }
        Hindsight {
            turning_points: self.turning_points(&looks),
            silences: replies().filter_map(|((turn, _), [before, after])| self.left_early(before, after, turn)).collect(),
            others,
        }
    }

    fn turning_points(&self, looks: &[Look]) -> Vec<TurningPoint> {
        let mut points: Vec<TurningPoint> = Vec::new();
        for (turn, [before, after]) in (1..).zip(looks.array_windows()) {
            let mut changes = self.prepared.changes(&before.chances, &after.chances);
            let most = before.most.iter().zip(&after.most).enumerate();
            changes.extend(most.filter_map(|(score, (before, after))| reach(score, before.found, after.bound)));
            changes.retain(|change| change.weight() >= TURNS);
            changes.sort_by_key(|change| Reverse(change.weight()));
            if !changes.is_empty() {
                points.push(TurningPoint { turn, changes });
            }
        }
        points.sort_by_key(|point| Reverse(point.changes.first().map(Change::weight)));
        points.truncate(TOLD);
        points.sort_by_key(|point| point.turn);
        points
    }

    /// A silence was left where one more step would have brought the person to speak of more than they did.
    fn left_early(&self, before: &Standing, after: &Standing, turn: u16) -> Option<LeftEarly> {
        let (was, is) = (before.session.state(), after.session.state());
        if was.turn == 0 || was.run.0 != Skill::Silence || is.run.0 == Skill::Silence {
            return None;
        }
        let place = offered(was).find(|place| before.session.reply(*place).skill == Skill::Silence)?;
        let (stayed, next) = self.prepared.answered(before, place)?;
        let opens = openness(&stayed) > openness(after).max(openness(before));
        let speaks = next.iter().any(|entry| entry.said().is_some());
        (speaks && opens).then(|| LeftEarly { turn, reply: before.session.reply(place).id.clone(), next })
    }

    /// Every reply on offer but the one that was taken.
    fn others(&self, before: &Standing, taken: u8, after: &Look) -> Vec<Other> {
        let other = |place: u8| {
            let (otherwise, next) = self.prepared.answered(before, place)?;
            let chances = self.prepared.chances(&otherwise.session, &otherwise.tallies);
            let reply = before.session.reply(place).id.clone();
            Some(Other { reply, next, changes: self.prepared.changes(&after.chances, &chances) })
        };
        offered(before.session.state()).filter(|place| *place != taken).filter_map(other).collect()
    }
}

/// How much was told, and how close everybody is to what they feel.
fn openness(standing: &Standing) -> (u32, u32) {
    let state = standing.session.state();
    (state.told.count_ones(), state.patients.iter().map(|patient| u32::from(patient.get(Measure::Experiencing))).sum())
}
