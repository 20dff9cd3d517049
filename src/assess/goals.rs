//! Goal agreement: moves made among moves offered, and how much of the directing was done together.

use crate::script::codes::{GoalMove, Moment};
use crate::script::rules::Rubric;
use crate::script::turn::{Offer, Turn};

use super::range::{ScoreRule, Tally};
use super::{Evidence, Weighs, weighted};

pub(super) struct Rule<'a> {
    pub rubric: &'a Rubric,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    moments: i64,
    offered: i64,
    collaborative: i64,
    directive: i64,
}

/// The moves that the moments of a turn offer; none where it offers none.
fn offered(turn: &Turn) -> Vec<GoalMove> {
    let moves = |moment: &Moment| match moment {
        Moment::Goal(moves) => moves.clone(),
        _ => Vec::new(),
    };
    turn.moments.iter().flat_map(moves).collect()
}

fn made(offered: &[GoalMove], answer: &Offer) -> Vec<GoalMove> {
    offered.iter().copied().filter(|offered| answer.codes.goal.contains(offered)).collect()
}

impl ScoreRule for Rule<'_> {
    type Counts = Counts;

    fn nothing(&self) -> Tally<Counts> {
        Tally { counts: Counts::default(), sums: [0, 0] }
    }

    fn add(&self, mut tally: Tally<Counts>, turn: &Turn, answer: &Offer) -> Tally<Counts> {
        let offered = offered(turn);
        if !offered.is_empty() {
            tally.counts.moments += 1;
            tally.counts.offered += offered.len() as i64;
            tally.sums[0] += made(&offered, answer).len() as i64 * 100;
        }
        if self.rubric.goals.collaborative.contains(&answer.codes.skill) {
            tally.counts.collaborative += 1;
        }
        if self.rubric.goals.directive.contains(&answer.codes.skill) {
            tally.counts.directive += 1;
        }
        tally
    }

    fn points(&self, tally: &Tally<Counts>) -> Option<i64> {
        let Counts { moments, offered, collaborative, directive } = tally.counts;
        if moments < i64::from(self.rubric.enough) {
            return None;
        }
        let goals = &self.rubric.goals;
        let behaviours = collaborative + directive;
        Some(weighted(&[
            (goals.moves.weight, Some(goals.moves.points(tally.sums[0], offered))),
            (goals.collaboration.weight, (behaviours > 0).then(|| goals.collaboration.points(collaborative * 100, behaviours))),
        ]))
    }

    fn evidence(&self, turn: &Turn) -> Vec<Evidence> {
        let answer = turn.answer();
        let offered = offered(turn);
        let moves = (!offered.is_empty()).then(|| Weighs::Moves { made: made(&offered, answer), offered });
        let collaborative = self.rubric.goals.collaborative.contains(&answer.codes.skill).then_some(Weighs::Collaborative);
        let directive = self.rubric.goals.directive.contains(&answer.codes.skill).then_some(Weighs::Directive);
        [moves, collaborative, directive]
            .into_iter()
            .flatten()
            .map(|weighs| Evidence { turn: turn.number, reply: answer.reply.clone(), weighs })
            .collect()
    }
}
