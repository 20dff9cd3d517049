//! How a score grows: every answer adds to a tally of small integers, and a tally is worth points.
//!
//! All three scores are means of up to four figures, and a figure is a sum over how much there was of a thing. Kept
//! so, tallies can be added, compared and searched, and the three differ only in what they count.

use crate::script::bundle::{MOST_PEOPLE, People};
use crate::script::codes::{Codes, Lens, Moment, SafetyStep};
use crate::script::rules::{Hundredths, Rubric, Scale};
use crate::script::turn::{Offer, Turn};

use super::safety::{self, GateState};
use super::{boundaries, empathy, goals};

/// Figures that a score has at most.
pub const FIGURES: usize = 4;

/// The places of the scores wherever there are three of a thing.
pub const EMPATHY: usize = 0;
pub const GOALS: usize = 1;
pub const BOUNDARIES: usize = 2;

/// An answer as the scores see it: the kind of moment, what could be borne, what the reply was, and whom it was for.
#[derive(Clone, Copy, Debug)]
pub struct Met<'a> {
    pub moments: &'a [Moment],
    pub bearable: u8,
    pub codes: &'a Codes,
    /// Whose moment it was, and whom the reply was addressed to.
    pub whose: People,
    pub with: People,
}

impl<'a> Met<'a> {
    /// What a reply on offer at a turn would be; `people` are all whose moments there are in the hour.
    pub fn offered(turn: &'a Turn, offer: &'a Offer, people: &[&str]) -> Met<'a> {
        let among = |ids: &[String]| People::of(people.iter().map(|person| ids.iter().any(|id| id == person)));
        let whose = if turn.whose.is_empty() { People::one(0) } else { among(&turn.whose) };
        let with = if offer.with.is_empty() { whose } else { among(&offer.with) };
        Met { moments: &turn.moments, bearable: turn.bearable, codes: &offer.codes, whose, with }
    }

    /// The answer that was given at a turn.
    pub fn taken(turn: &'a Turn, people: &[&str]) -> Met<'a> {
        Met::offered(turn, turn.answer(), people)
    }

    /// The same with another level that could be borne.
    pub fn bearing(self, bearable: u8) -> Met<'a> {
        Met { bearable, ..self }
    }
}

/// One answer as it counts for one person: their moment, met by a word to them, or past them.
#[derive(Clone, Copy, Debug)]
pub struct MetOne<'a> {
    pub met: Met<'a>,
    /// It was their moment, and somebody else was answered.
    pub passed_over: bool,
}

impl<'a> MetOne<'a> {
    /// None where the moment is not theirs.
    pub fn of(met: Met<'a>, person: u8) -> Option<MetOne<'a>> {
        met.whose.has(person).then(|| MetOne { passed_over: !met.with.has(person), met })
    }
}

/// What one score has counted so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// Moments of the score's own kind: under so many it has nothing to say.
    pub moments: u16,
    /// What each figure is a share of; more of it is not always better.
    pub of: [u16; FIGURES],
    /// Each figure's sum, in hundredths; for the same `of` more is always better.
    pub sums: [u32; FIGURES],
    /// The whole score is no higher than this, 0 to 100.
    pub cap: u8,
}

impl Default for Tally {
    /// Before the first answer.
    fn default() -> Tally {
        Tally { moments: 0, of: [0; FIGURES], sums: [0; FIGURES], cap: 100 }
    }
}

impl Tally {
    /// Both together.
    pub fn and(mut self, other: &Tally) -> Tally {
        self.moments = self.moments.saturating_add(other.moments);
        for (of, more) in self.of.iter_mut().zip(other.of) {
            *of = of.saturating_add(more);
        }
        for (sum, more) in self.sums.iter_mut().zip(other.sums) {
            *sum = sum.saturating_add(more);
        }
        self.cap = self.cap.min(other.cap);
        self
    }

    /// Counts one more thing of a figure, worth so many hundredths.
    pub(super) fn count(&mut self, figure: usize, hundredths: u32) {
        if let Some(of) = self.of.get_mut(figure) {
            *of = of.saturating_add(1);
        }
        self.count_beside(figure, hundredths);
    }

    /// Adds so many hundredths to a figure without one more of the thing that it is a share of.
    pub(super) fn count_beside(&mut self, figure: usize, hundredths: u32) {
        if let Some(sum) = self.sums.get_mut(figure) {
            *sum = sum.saturating_add(hundredths);
        }
    }

    pub(super) fn count_moment(&mut self) {
        self.moments = self.moments.saturating_add(1);
    }

    /// A figure: how much there was of its thing, and its sum in hundredths.
    pub fn figure(&self, figure: usize) -> (u16, u32) {
        self.of.get(figure).copied().zip(self.sums.get(figure).copied()).unwrap_or_default()
    }
}

/// What one score has counted for each person; what isn't counted by person stands with the first.
pub type Each = [Tally; MOST_PEOPLE];

/// The three scores of an hour, and what was done about risk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tallies {
    pub scores: [Each; 3],
    pub risk_met: bool,
    /// One bit a step, in the order of the vocabulary.
    pub steps: u16,
}

impl Tallies {
    /// What one of the scores has counted.
    #[expect(clippy::indexing_slicing, reason = "there are three scores, and it is asked for by one of their places")]
    pub fn score(&self, which: usize) -> &Each {
        &self.scores[which]
    }
}

/// A rubric as it scores hours of one lens, with so many people.
#[derive(Clone, Copy, Debug)]
pub struct Scoring<'a> {
    rubric: &'a Rubric,
    people: u8,
    /// What the figures of a score are worth, in their order; the first always has something to say.
    empathy: [Scale; FIGURES],
    goals: [Scale; 2],
    /// The reflection figures count in this lens.
    reflections: bool,
}

impl<'a> Scoring<'a> {
    pub fn new(rubric: &'a Rubric, lens: Lens, people: usize) -> Self {
        let (empathy, goals) = (&rubric.empathy, &rubric.goals);
        Scoring {
            rubric,
            people: people.min(MOST_PEOPLE) as u8,
            empathy: [empathy.level, empathy.fit, empathy.ratio, empathy.complex],
            goals: [goals.moves, goals.collaboration],
            reflections: empathy.reflection_lenses.contains(&lens),
        }
    }

    pub fn rubric(&self) -> &'a Rubric {
        self.rubric
    }

    /// Adds an answer to everything.
    pub fn add_all(&self, tallies: &mut Tallies, met: &Met) {
        for (which, each) in tallies.scores.iter_mut().enumerate() {
            self.add(which, each, met);
        }
        tallies.risk_met |= met.moments.contains(&Moment::Risk);
        met.codes.safety.iter().for_each(|step| tallies.steps |= 1 << *step as u16);
    }

    /// Adds an answer to what one score has counted.
    pub fn add(&self, which: usize, each: &mut Each, met: &Met) {
        for (person, tally) in self.counted(which).zip(each) {
            self.add_one(which, person, tally, met);
        }
    }

    /// Adds an answer as it counts for one person.
    pub fn add_one(&self, which: usize, person: u8, tally: &mut Tally, met: &Met) {
        match (which, MetOne::of(*met, person)) {
            (EMPATHY, Some(met)) => empathy::add(&self.rubric.empathy, self.reflections, tally, &met),
            (GOALS, Some(met)) => goals::add(self.rubric, tally, &met),
            (EMPATHY | GOALS, None) => {}
            _ => boundaries::add(self.rubric, tally, met),
        }
    }

    /// For whom a score is counted: for each person, save boundaries, which are those of the hour.
    pub fn counted(&self, which: usize) -> std::ops::Range<u8> {
        0..if which == BOUNDARIES { 1 } else { self.people }
    }

    /// What the figures of a score are worth.
    pub fn scales(&self, which: usize) -> &[Scale] {
        match which {
            EMPATHY => &self.empathy,
            GOALS => &self.goals,
            _ => &[PLAIN],
        }
    }

    /// True where a figure has something to say.
    pub fn says(&self, which: usize, figure: usize, tally: &Tally) -> bool {
        let is_count = which == EMPATHY && figure >= empathy::RATIO;
        let figures = tally.of[empathy::RATIO].saturating_add(tally.of[empathy::COMPLEX]);
        if is_count && figures < u16::from(self.rubric.empathy.reflection_enough) {
            return false;
        }
        figure == 0 || tally.figure(figure) != (0, 0)
    }

    /// Points of the score in hundredths: the lowest of those of whom there is enough to say, so that nobody is averaged away.
    pub fn lowest(&self, which: usize, each: &Each) -> Option<i64> {
        self.counted(which).zip(each).filter_map(|(_, tally)| self.points(which, tally)).min()
    }

    /// The same of all three scores, by their places.
    pub fn all(&self, tallies: &Tallies) -> [Option<i64>; 3] {
        [EMPATHY, GOALS, BOUNDARIES].map(|which| self.lowest(which, tallies.score(which)))
    }

    /// Points of one person in hundredths, 0 to 10,000; none where there isn't enough to say.
    pub fn points(&self, which: usize, tally: &Tally) -> Option<i64> {
        let figure = |figure: usize, scale: &Scale| {
            let (said, (of, sum)) = (self.says(which, figure, tally), tally.figure(figure));
            (scale.weight, said.then(|| scale.points(sum.into(), of.into())))
        };
        let parts = self.scales(which).iter().enumerate().map(|(place, scale)| figure(place, scale));
        (tally.moments >= self.enough()).then(|| weighted(parts).min(i64::from(u32::from(tally.cap) * 100)))
    }

    /// As if so many things of each figure had been fair before, so that a part of an hour can be scored; beyond reproach for
    /// those whose part it isn't, so that they don't hold the score back.
    pub fn fair(&self, which: usize, things: u16, whose: People) -> Each {
        let mut each = Each::default();
        for (person, tally) in self.counted(which).zip(&mut each) {
            tally.moments = self.enough();
            for ((scale, of), sum) in self.scales(which).iter().zip(&mut tally.of).zip(&mut tally.sums) {
                let anchor = if which == BOUNDARIES || whose.has(person) { scale.fair } else { scale.full };
                *of = things;
                *sum = u32::from(things).saturating_mul(anchor.0 as u32);
            }
        }
        each
    }

    /// Moments under which a score has nothing to say.
    pub fn enough(&self) -> u16 {
        self.rubric.enough.into()
    }

    /// Where an hour with these tallies stands on safety.
    pub fn gate(&self, tallies: &Tallies) -> GateState {
        let steps = SafetyStep::ALL.iter().copied().filter(|step| tallies.steps >> *step as u16 & 1 == 1).collect();
        safety::state(&self.rubric.safety, tallies.risk_met, &steps)
    }
}

/// Points that are already points: 75 is worth 75.
const PLAIN: Scale = Scale { weight: 100, none: Hundredths(0), fair: Hundredths(6_000), good: Hundredths(8_000), full: Hundredths(10_000) };

/// Mean of weighted points; a part that has nothing to say hands its weight to the first.
#[expect(clippy::arithmetic_side_effects, reason = "of a few parts each a byte times 10,000 points at most, over 1 at least")]
pub fn weighted(parts: impl Iterator<Item = (u8, Option<i64>)>) -> i64 {
    let (mut sum, mut whole, mut first) = (0, 0, None);
    for (weight, points) in parts {
        let first = *first.get_or_insert(points.unwrap_or_default());
        sum += i64::from(weight) * points.unwrap_or(first);
        whole += i64::from(weight);
    }
    sum / whole.max(1)
}

impl Scale {
    /// Points, in hundredths from 0 to 10,000, of the figure `sum / count`, where `sum` is in hundredths. A sum of
    /// nothing at all is beyond every scale: reflections without a single question.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "the sums of a tally and the anchors are less than 2^32, their factors 10,000 at most"
    )]
    pub fn points(&self, sum: i64, count: i64) -> i64 {
        if count == 0 && sum > 0 {
            return 10_000;
        }
        let figure = sum * 100 / count.max(1);
        let anchors = [(self.none.0, 0), (self.fair.0, 6_000), (self.good.0, 8_000), (self.full.0, 10_000)];
        let mut points = 0;
        for [from, to] in anchors.array_windows() {
            let [(from, low), (to, high)] = [from, to].map(|(at, points)| (at * 100, *points));
            if figure >= to {
                points = high;
            } else if figure > from {
                points = low + (figure - from) * (high - low) / (to - from).max(1);
            }
        }
        points
    }
}
