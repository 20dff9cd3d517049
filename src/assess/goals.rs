//! Goal agreement: moves made among moves offered, and how much of the directing was done together.

use crate::script::codes::{GoalMove, Moment};
use crate::script::rules::Rubric;

use super::Weighs;
use super::tally::{Met, MetOne, Tally};

const MOVES: usize = 0;
const COLLABORATION: usize = 1;

/// The moves that the moments offer; none where they offer none.
fn offered(met: &Met) -> impl Iterator<Item = GoalMove> {
    let moves = met.moments.iter().filter_map(|moment| match moment {
        Moment::Goal(moves) => Some(moves),
        _ => None,
    });
    moves.flatten().copied()
}

/// True where the reply makes a move with them, and not with somebody else past them.
fn makes(MetOne { met, passed_over }: &MetOne, offered: GoalMove) -> bool {
    !passed_over && met.codes.goal.contains(&offered)
}

pub(super) fn add(rubric: &Rubric, tally: &mut Tally, one: &MetOne) {
    let met = &one.met;
    for offered in offered(met) {
        tally.count(MOVES, if makes(one, offered) { 100 } else { 0 });
    }
    if offered(met).next().is_some() {
        tally.count_moment();
    }
    if one.passed_over {
        return;
    }
    if rubric.goals.collaborative.contains(&met.codes.skill) {
        tally.count(COLLABORATION, 100);
    }
    if rubric.goals.directive.contains(&met.codes.skill) {
        tally.count(COLLABORATION, 0);
    }
}

/// How an answer weighs, line by line.
pub(super) fn evidence(rubric: &Rubric, one: &MetOne) -> Vec<Weighs> {
    let met = &one.met;
    let offered: Vec<GoalMove> = offered(met).collect();
    let made = offered.iter().copied().filter(|offered| makes(one, *offered)).collect();
    let moves = (!offered.is_empty()).then_some(Weighs::Moves { made, offered });
    let collaborative = (!one.passed_over && rubric.goals.collaborative.contains(&met.codes.skill)).then_some(Weighs::Collaborative);
    let directive = (!one.passed_over && rubric.goals.directive.contains(&met.codes.skill)).then_some(Weighs::Directive);
    [moves, collaborative, directive].into_iter().flatten().collect()
}
