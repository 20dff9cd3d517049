//! What can be searched for: one score, all three at once, the fewest moments of a kind.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "scores in hundredths, measures and weights are all far below 2^31, and are added up a handful at a time"
)]

use std::collections::BTreeSet;

use crate::assess::GateState;
use crate::assess::tally::{Each, Met, Scoring, Tallies, Tally};
use crate::script::bundle::{BeatId, Hour, Onward};
use crate::script::codes::{Ending, Measure, Moment, SafetyStep};
use crate::script::model::End;
use crate::session::State;
use crate::session::patient::Patient;

use super::outlook::{Outlook, order};
use super::place::{by_itself, by_the_clock};
use super::search::{Aim, NO_HOPE};

/// Points that are good.
pub const GOOD: i64 = 8_000;

/// What in people lets much be said to them: of the one of whom the least is so.
fn openness(state: &State) -> i64 {
    let of_one = |patient: &Patient| {
        let get = |measure| i64::from(patient.get(measure));
        get(Measure::Trust) + get(Measure::Safety) + get(Measure::Agreement) + 8 * get(Measure::Experiencing) - get(Measure::Frustration)
    };
    state.patients.iter().map(of_one).min().unwrap_or_default()
}

/// One score, its highest or its lowest.
#[derive(Clone, Copy, Debug)]
pub struct OneScore<'a> {
    pub scoring: &'a Scoring<'a>,
    pub outlook: &'a Outlook,
}

impl OneScore<'_> {
    fn sign(&self) -> i64 {
        if self.outlook.upwards { 1 } else { -1 }
    }
}

impl Aim for OneScore<'_> {
    type Tally = Each;

    fn nothing(&self) -> Each {
        Each::default()
    }

    fn add(&self, each: &mut Each, _: BeatId, _: u8, met: &Met) {
        self.scoring.add(self.outlook.which, each, met);
    }

    fn covers(&self, one: &Each, other: &Each) -> bool {
        let covers = |(one, other): (&Tally, &Tally)| {
            let same = (one.moments, one.of, one.cap) == (other.moments, other.of, other.cap);
            let mut sums = one.sums.iter().zip(&other.sums);
            same && if self.outlook.upwards { sums.all(|(a, b)| a >= b) } else { sums.all(|(a, b)| a <= b) }
        };
        self.scoring.counted(self.outlook.which).zip(one.iter().zip(other)).all(|(_, pair)| covers(pair))
    }

    fn hope(&self, tally: &Each, state: &State) -> i64 {
        self.outlook.points(self.scoring, tally, state.beat, state.minute).map_or(NO_HOPE, |points| self.sign() * points)
    }

    fn rank(&self, _: &Each, state: &State, hope: i64) -> (i64, i64) {
        (hope, self.sign() * openness(state))
    }

    fn worth(&self, each: &Each, _: Option<Ending>) -> Option<i64> {
        self.scoring.lowest(self.outlook.which, each).map(|points| self.sign() * points)
    }
}

/// All three scores at once: worth what the lowest of them is, less what is missing on safety.
#[derive(Clone, Copy, Debug)]
pub struct AllScores<'a> {
    pub scoring: &'a Scoring<'a>,
    /// The highest of each.
    pub outlooks: &'a [Outlook; 3],
    /// Replies to do without, where an hour can be good without them.
    pub avoid: Option<&'a BTreeSet<(BeatId, u8)>>,
}

/// What an hour loses that leaves a risk without an answer.
const UNSAFE: i64 = 4_000;
/// What a step that is still missing once a risk was met speaks against an hour.
const STEP: i64 = 500;
/// What a reply costs the other of two hours that the first has too.
const SHARED: i64 = 70;
/// What it costs to be another hour, but not a good one.
const NOT_GOOD: i64 = 3_000;
/// Points beyond which an hour that is to be another one gains nothing.
const ENOUGH: i64 = GOOD + 250;

impl AllScores<'_> {
    fn weigh(&self, points: i64, shared: u16) -> i64 {
        match self.avoid {
            Some(_) => {
                let short = if points < GOOD { NOT_GOOD } else { 0 };
                points.min(ENOUGH) - short - i64::from(shared) * SHARED
            }
            None => points,
        }
    }

    fn hopes(&self, tally: &Tallies, state: &State) -> [i64; 3] {
        let points = |outlook: &Outlook| outlook.points(self.scoring, tally.score(outlook.which), state.beat, state.minute);
        self.outlooks.each_ref().map(|outlook| points(outlook).unwrap_or(NO_HOPE))
    }
}

/// True when nothing is left undone, and nothing done that makes an hour unsafe.
pub fn is_safe(gate: GateState) -> bool {
    matches!(gate, GateState::Adequate | GateState::NoCueMet)
}

impl Aim for AllScores<'_> {
    /// And how many of the replies to be avoided were taken.
    type Tally = (Tallies, u16);

    fn nothing(&self) -> Self::Tally {
        Default::default()
    }

    fn add(&self, (tallies, shared): &mut Self::Tally, at: BeatId, reply: u8, met: &Met) {
        self.scoring.add_all(tallies, met);
        *shared += u16::from(self.avoid.is_some_and(|avoid| avoid.contains(&(at, reply))));
    }

    fn covers(&self, one: &Self::Tally, other: &Self::Tally) -> bool {
        one == other
    }

    fn hope(&self, (tallies, shared): &Self::Tally, state: &State) -> i64 {
        let lowest = self.hopes(tallies, state).into_iter().min().unwrap_or(NO_HOPE);
        if lowest == NO_HOPE { NO_HOPE } else { self.weigh(lowest, *shared) }
    }

    fn rank(&self, (tallies, _): &Self::Tally, state: &State, hope: i64) -> (i64, i64) {
        let safety = &self.scoring.rubric().safety;
        let done = |steps: &[SafetyStep]| steps.iter().filter(|step| tallies.steps >> **step as u16 & 1 == 1).count();
        let missing = if tallies.risk_met { safety.adequate.len() - done(&safety.adequate) } else { 0 };
        let unsafe_steps = 10 * done(&safety.unsafe_steps);
        let likely = hope - STEP * (missing + unsafe_steps) as i64;
        (likely, self.hopes(tallies, state).iter().sum::<i64>() + 4 * openness(state))
    }

    fn worth(&self, (tallies, shared): &Self::Tally, _: Option<Ending>) -> Option<i64> {
        let points = self.scoring.all(tallies);
        let lowest = points.into_iter().min().flatten()?;
        let missing = if is_safe(self.scoring.gate(tallies)) { 0 } else { UNSAFE };
        Some(self.weigh(lowest, *shared) - missing)
    }
}

/// A kind of moment, for counting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MomentKind {
    Emotional,
    Goal,
    Boundary,
    Rupture,
    Cue,
}

impl MomentKind {
    pub fn is(self, moment: &Moment) -> bool {
        matches!(
            (self, moment),
            (MomentKind::Emotional, Moment::Emotional)
                | (MomentKind::Goal, Moment::Goal(_))
                | (MomentKind::Boundary, Moment::Boundary { .. })
                | (MomentKind::Rupture, Moment::Rupture(_))
                | (MomentKind::Cue, Moment::Cue { .. })
        )
    }
}

/// The hour to a planned end that meets the fewest moments of a kind.
#[derive(Clone, Debug)]
pub struct FewestMoments {
    kind: MomentKind,
    minutes: usize,
    /// Fewest moments that must still come from each beat at each minute, whatever state the ways on ask for.
    ahead: Vec<u16>,
}

/// Stands where no planned end can come.
const NEVER: u16 = 10_000;

impl FewestMoments {
    pub fn new(hour: &Hour, kind: MomentKind) -> FewestMoments {
        let minutes = usize::from(hour.scene.length) + 1;
        let mut aim = FewestMoments { kind, minutes, ahead: vec![NEVER; hour.beats.len() * minutes] };
        let order = order(hour);
        for minute in (0..minutes).rev() {
            for at in &order {
                let least = aim.least(hour, *at, minute);
                let place = aim.place(*at, minute);
                if let Some(ahead) = aim.ahead.get_mut(place) {
                    *ahead = least;
                }
            }
        }
        aim
    }

    fn place(&self, at: BeatId, minute: usize) -> usize {
        usize::from(at) * self.minutes + minute.min(self.minutes - 1)
    }

    fn ahead(&self, at: BeatId, minute: usize) -> u16 {
        self.ahead.get(self.place(at, minute)).copied().unwrap_or(NEVER)
    }

    fn least(&self, hour: &Hour, at: BeatId, minute: usize) -> u16 {
        let beat = hour.beat(at);
        let later = minute + usize::from(beat.minutes);
        // Who walks out is on no way to a planned end.
        let answered = beat.replies.iter().map(|reply| self.ahead(by_the_clock(hour, reply.to, later), later));
        let moments = hour.written(at).moments.iter().filter(|moment| self.kind.is(moment)).count() as u16;
        let ended = matches!(beat.onward, Onward::End(End::Planned)).then_some(0);
        let by_itself = by_itself(hour, at).into_iter().map(|to| self.ahead(to, minute));
        answered.map(|least| least + moments).chain(by_itself).chain(ended).min().unwrap_or(NEVER).min(NEVER)
    }
}

impl Aim for FewestMoments {
    type Tally = u16;

    fn nothing(&self) -> u16 {
        0
    }

    fn add(&self, tally: &mut u16, _: BeatId, _: u8, met: &Met) {
        *tally += met.moments.iter().filter(|moment| self.kind.is(moment)).count() as u16;
    }

    fn covers(&self, one: &u16, other: &u16) -> bool {
        one <= other
    }

    fn hope(&self, tally: &u16, state: &State) -> i64 {
        -i64::from(tally + self.ahead(state.beat, state.minute.into()))
    }

    fn rank(&self, _: &u16, state: &State, hope: i64) -> (i64, i64) {
        (hope, openness(state))
    }

    fn worth(&self, tally: &u16, ending: Option<Ending>) -> Option<i64> {
        (ending != Some(Ending::WalkedOut)).then(|| -i64::from(*tally))
    }
}
