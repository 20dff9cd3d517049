//! What can be searched for: one score, all three at once, the fewest moments of a kind.

use std::collections::BTreeSet;

use crate::assess::GateState;
use crate::assess::tally::{Met, Scoring, Tallies, Tally};
use crate::script::bundle::{BeatId, Bundle, Hour};
use crate::script::codes::{Ending, Measure, Moment};
use crate::session::State;

use super::outlook::Outlook;
use super::search::Aim;

/// Points that are good.
pub const GOOD: i64 = 8_000;

/// What in a person lets much be said to them.
fn openness(state: &State) -> i64 {
    let get = |measure| i64::from(state.patients[0].get(measure));
    get(Measure::Trust) + get(Measure::Safety) + get(Measure::Agreement) + 8 * get(Measure::Experiencing) - get(Measure::Frustration)
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
    type Tally = Tally;

    fn nothing(&self) -> Tally {
        Tally::default()
    }

    fn add(&self, tally: &mut Tally, _: BeatId, _: u8, met: &Met) {
        self.scoring.add(self.outlook.which, tally, met);
    }

    fn covers(&self, one: &Tally, other: &Tally) -> bool {
        let same = (one.moments, one.of, one.cap) == (other.moments, other.of, other.cap);
        let mut sums = one.sums.iter().zip(&other.sums);
        same && if self.outlook.upwards { sums.all(|(a, b)| a >= b) } else { sums.all(|(a, b)| a <= b) }
    }

    fn hope(&self, tally: &Tally, state: &State) -> i64 {
        self.sign() * self.outlook.points(self.scoring, tally, state.beat, state.minute)
    }

    fn favour(&self, _: &Tally, state: &State) -> i64 {
        self.sign() * openness(state)
    }

    fn worth(&self, tally: &Tally, _: Option<Ending>) -> Option<i64> {
        self.scoring.points(self.outlook.which, tally).map(|points| self.sign() * points)
    }
}

/// All three scores at once: worth what the lowest of them is, less what is missing on safety.
#[derive(Clone, Copy, Debug)]
pub struct AllScores<'a> {
    pub scoring: &'a Scoring<'a>,
    /// The highest of each.
    pub outlooks: &'a [Outlook; 3],
    /// Replies to do without where that costs little; each that is taken all the same costs `SHARED`.
    pub avoid: Option<&'a BTreeSet<(BeatId, u8)>>,
}

/// What an hour loses that leaves a risk without an answer.
const UNSAFE: i64 = 4_000;
/// What a reply costs that another hour has too.
const SHARED: i64 = 70;
/// Points beyond which an hour that is to be another one gains nothing.
const ENOUGH: i64 = GOOD + 250;

impl AllScores<'_> {
    fn weigh(&self, points: i64, shared: u16) -> i64 {
        match self.avoid {
            Some(_) => points.min(ENOUGH) - i64::from(shared) * SHARED,
            None => points,
        }
    }

    fn hopes(&self, tally: &Tallies, state: &State) -> [i64; 3] {
        std::array::from_fn(|which| self.outlooks[which].points(self.scoring, &tally.scores[which], state.beat, state.minute))
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
        self.weigh(self.hopes(tallies, state).into_iter().min().unwrap_or_default(), *shared)
    }

    fn favour(&self, (tallies, _): &Self::Tally, state: &State) -> i64 {
        self.hopes(tallies, state).iter().sum::<i64>() + 300 * i64::from(tallies.steps.count_ones()) + 4 * openness(state)
    }

    fn worth(&self, (tallies, shared): &Self::Tally, _: Option<Ending>) -> Option<i64> {
        let points = [0, 1, 2].map(|which| self.scoring.points(which, &tallies.scores[which]));
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
    /// Fewest moments that must still come from each beat, whatever is answered.
    ahead: Vec<u16>,
}

impl FewestMoments {
    pub fn new(bundle: &Bundle, hour: &Hour, kind: MomentKind) -> FewestMoments {
        let walks = !bundle.reactions.walks_out.is_empty();
        let here = |at: usize| hour.scene.beats[at].moments.iter().filter(|moment| kind.is(moment)).count() as u16;
        let mut ahead = vec![0; hour.beats.len()];
        // Rises until it stands: each round can only find that one more must come.
        for _ in 0..hour.beats.len() {
            let before = ahead.clone();
            for at in (0..hour.beats.len()).rev() {
                let onward = super::place::onward(hour, at as BeatId);
                let onward = onward.iter().filter(|to| walks || **to != hour.walks_out);
                let least = onward.map(|to| ahead[usize::from(*to)]).min().unwrap_or(0);
                ahead[at] = least + if hour.beats[at].replies.is_empty() { 0 } else { here(at) };
            }
            if before == ahead {
                break;
            }
        }
        FewestMoments { kind, ahead }
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
        -i64::from(tally + self.ahead[usize::from(state.beat)])
    }

    fn favour(&self, _: &u16, state: &State) -> i64 {
        i64::from(state.minute)
    }

    fn worth(&self, tally: &u16, ending: Option<Ending>) -> Option<i64> {
        (ending != Some(Ending::WalkedOut)).then(|| -i64::from(*tally))
    }
}
