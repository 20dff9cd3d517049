//! Which replies are preferred at a place, whether that changes with the person's state, and who finds them without listening.
//!
//! A reply is held against the others by what can be had after it: from the state that is there, had everything before
//! been fair, each score's highest within the next few replies. It is preferred when no other beats it, on every score
//! and on safety at once. So there is no total here either, and several replies may be preferred.

use std::collections::{BTreeMap, BTreeSet};

use crate::assess::tally::Met;
use crate::script::bundle::BeatId;
use crate::script::codes::Skill;
use crate::script::model::Reply;
use crate::session::{Command, Session};

use super::aims::OneScore;
use super::players::{Player, length, warmth};
use super::search::{NO_HOPE, Reins, met, offered, search};
use super::{Prepared, Spread};

/// How far ahead is looked, and how widely.
const AHEAD: Reins = Reins { free: 0, width: 8, horizon: 3, floor: NO_HOPE };

/// Things of each figure that count as fair before.
const BEFORE: u16 = 4;

/// Points, in hundredths, that one reply must be ahead of another to beat it, and that it may lie behind elsewhere.
const BEATS: i64 = 100;
const NEARLY: i64 = 20;

/// A beat with a menu, looked at in several states.
#[derive(Clone, Debug)]
pub struct Menu {
    pub beat: BeatId,
    /// For each state: replies on offer and preferred ones, one bit each, in the author's order.
    pub states: Vec<(u16, u16)>,
    /// Players whose pick is preferred in every one of these states.
    pub won_by: BTreeSet<Player>,
    /// The longest reply, or the warmest, is a preferred one: in what share of the states, and in what share by chance.
    pub longest: Odds,
    pub warmest: Odds,
    /// Share of the states in which every preferred reply is of that skill.
    pub skills: BTreeMap<Skill, f64>,
}

/// At how many menus something was so, at how many it would be by chance, and that chance's variance. A menu met in
/// several states counts once, by their mean: they are too much alike to count each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Odds {
    pub times: f64,
    pub expected: f64,
    pub variance: f64,
}

impl Odds {
    /// The mean of several states: whether it was so, and its chance.
    fn of(states: &[(bool, f64)]) -> Odds {
        let share = 1.0 / states.len().max(1) as f64;
        let chance: f64 = states.iter().map(|state| state.1 * share).sum();
        let times = states.iter().filter(|state| state.0).count() as f64 * share;
        Odds { times, expected: chance, variance: chance * (1.0 - chance) }
    }

    pub fn and(self, other: Odds) -> Odds {
        Odds { times: self.times + other.times, expected: self.expected + other.expected, variance: self.variance + other.variance }
    }

    /// More than chance would make it nineteen times in twenty.
    pub fn is_no_chance(self) -> bool {
        self.times > self.expected + 1.645 * self.variance.sqrt().max(0.5)
    }
}

impl Menu {
    /// The preferred replies are others in another state.
    pub fn changes(&self) -> bool {
        let differ = |(one, preferred): &(u16, u16), (other, theirs): &(u16, u16)| preferred & one & other != theirs & one & other;
        self.states.iter().any(|one| self.states.iter().any(|other| differ(one, other)))
    }

    /// There is something to choose.
    pub fn matters(&self) -> bool {
        self.states.iter().any(|(offered, preferred)| offered != preferred)
    }
}

/// Looks at every menu in the states that were found for it.
pub fn look(prepared: &Prepared, samples: &BTreeMap<BeatId, Vec<Session>>, spread: &impl Spread) -> Vec<Menu> {
    let menus: Vec<(&BeatId, &Vec<Session>)> = samples.iter().collect();
    spread.each(&menus, |(beat, sessions)| menu(prepared, **beat, sessions))
}

fn menu(prepared: &Prepared, beat: BeatId, sessions: &[Session]) -> Menu {
    let written = prepared.hour().written(beat);
    let mut menu = Menu {
        beat,
        states: Vec::new(),
        won_by: Player::NAIVE.into_iter().collect(),
        longest: Odds::default(),
        warmest: Odds::default(),
        skills: BTreeMap::new(),
    };
    let (mut longest, mut warmest) = (Vec::new(), Vec::new());
    for session in sessions {
        let preferred = preferred(prepared, session);
        let is_preferred = |reply: u8| preferred >> reply & 1 == 1;
        menu.won_by.retain(|player| is_preferred(player.choose(session)));
        menu.states.push((session.state().offered, preferred));
        let offered: Vec<u8> = offered(session.state()).collect();
        let chance = f64::from(preferred.count_ones()) / offered.len() as f64;
        if chance == 1.0 {
            continue;
        }
        // Two that are equally long give nothing away.
        let foremost = |of: fn(&Reply) -> i64| {
            let most = offered.iter().map(|reply| of(written.reply(*reply))).max();
            let foremost: Vec<u8> = offered.iter().copied().filter(|reply| Some(of(written.reply(*reply))) == most).collect();
            if let [foremost] = foremost[..] { Some((is_preferred(foremost), chance)) } else { None }
        };
        longest.extend(foremost(length));
        warmest.extend(foremost(warmth));
        let skills: BTreeSet<Skill> =
            offered.iter().filter(|reply| is_preferred(**reply)).map(|reply| written.reply(*reply).skill).collect();
        if let (1, Some(skill)) = (skills.len(), skills.first()) {
            *menu.skills.entry(*skill).or_default() += 1.0 / sessions.len() as f64;
        }
    }
    menu.longest = Odds::of(&longest);
    menu.warmest = Odds::of(&warmest);
    menu
}

/// The preferred replies on offer, one bit each.
pub fn preferred(prepared: &Prepared, session: &Session) -> u16 {
    let worths: Vec<(u8, [i64; 4])> = offered(session.state()).map(|reply| (reply, worth(prepared, session, reply))).collect();
    let beats = |one: &[i64; 4], other: &[i64; 4]| {
        let mut pairs = one.iter().zip(other);
        pairs.clone().all(|(a, b)| a.saturating_add(NEARLY) >= *b) && pairs.any(|(a, b)| *a >= b.saturating_add(BEATS))
    };
    let unbeaten = worths.iter().filter(|(_, worth)| !worths.iter().any(|(_, other)| beats(other, worth)));
    unbeaten.fold(0, |preferred, (reply, _)| preferred | 1 << reply)
}

/// What can be had after a reply: each score's highest in hundredths, and what it does for safety.
fn worth(prepared: &Prepared, session: &Session, reply: u8) -> [i64; 4] {
    let (mut after, mut events) = (session.clone(), Vec::new());
    let at = session.state().beat;
    if after.apply_unseen(Command::Reply(reply), &mut events).is_err() {
        return [i64::MIN / 2; 4];
    }
    let met: Met = met(session.hour(), at, reply, &events);
    let scoring = &prepared.scoring;
    let highest = |which: usize| {
        let mut tally = scoring.fair(which, BEFORE, met.whose);
        scoring.add(which, &mut tally, &met);
        if after.state().ending.is_some() {
            return scoring.lowest(which, &tally).unwrap_or_default();
        }
        let aim = OneScore { scoring, outlook: prepared.outlook(which, true) };
        search(&after, tally, &aim, &prepared.course, AHEAD, &mut ()).best.map_or(0, |best| best.0)
    };
    let safety = &prepared.bundle.rubric.safety;
    let steps = &met.codes.safety;
    let done = steps.iter().filter(|step| safety.adequate.contains(step)).count() as i64;
    let undone = steps.iter().filter(|step| safety.unsafe_steps.contains(step)).count() as i64;
    [highest(0), highest(1), highest(2), undone.saturating_mul(-10).saturating_add(done).saturating_mul(1_000)]
}
