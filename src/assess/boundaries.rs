//! Boundaries: every pressure on the frame, and every reply that puts one there.

use crate::script::codes::Moment;
use crate::script::rules::Rubric;
use crate::script::turn::{Offer, Turn};

use super::range::{ScoreRule, Tally};
use super::{Evidence, Weighs};

pub(super) struct Rule<'a> {
    pub rubric: &'a Rubric,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    events: i64,
    /// The lowest cap that anything set.
    cap: i64,
}

/// What a reply weighs, and the cap it sets.
fn weigh(rubric: &Rubric, turn: &Turn, answer: &Offer) -> Option<(Weighs, i64)> {
    let pressure = turn.moments.iter().find_map(|moment| match moment {
        Moment::Boundary { indicated, .. } => Some(indicated),
        _ => None,
    });
    let response = answer.codes.boundary;
    if pressure.is_none() && response.is_none() {
        return None;
    }
    let boundaries = &rubric.boundaries;
    let indicated = pressure.is_some_and(|indicated| response.is_some_and(|response| indicated.contains(&response)));
    let worth = boundaries.otherwise.iter().find(|worth| Some(worth.response) == response);
    let points = match (indicated, worth) {
        (true, _) => boundaries.indicated,
        (false, Some(worth)) => worth.points,
        (false, None) => boundaries.unanswered,
    };
    let cap = worth.filter(|_| !indicated).and_then(|worth| worth.caps).unwrap_or(100);
    Some((Weighs::Boundary { response, asked: pressure.is_some(), indicated, points }, i64::from(cap)))
}

impl ScoreRule for Rule<'_> {
    type Counts = Counts;

    fn nothing(&self) -> Tally<Counts> {
        Tally { counts: Counts { events: 0, cap: 100 }, sums: [0, 0] }
    }

    fn add(&self, mut tally: Tally<Counts>, turn: &Turn, answer: &Offer) -> Tally<Counts> {
        if let Some((Weighs::Boundary { points, .. }, cap)) = weigh(self.rubric, turn, answer) {
            tally.counts.events += 1;
            tally.counts.cap = tally.counts.cap.min(cap);
            tally.sums[0] += i64::from(points) * 100;
        }
        tally
    }

    fn points(&self, tally: &Tally<Counts>) -> Option<i64> {
        let Counts { events, cap } = tally.counts;
        (events >= i64::from(self.rubric.enough)).then(|| (tally.sums[0] / events.max(1)).min(cap * 100))
    }

    fn evidence(&self, turn: &Turn) -> Vec<Evidence> {
        let answer = turn.answer();
        let weighs = weigh(self.rubric, turn, answer).map(|(weighs, _)| weighs);
        weighs.into_iter().map(|weighs| Evidence { turn: turn.number, reply: answer.reply.clone(), weighs }).collect()
    }
}
