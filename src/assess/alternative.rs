//! What else could have been done at a turn: a reply on offer that does at least as much of what there was occasion for.

use crate::script::rules::Rubric;
use crate::script::turn::{Offer, Turn};

use super::occasion::occasions;

/// The reply on offer that does most of what there was occasion for; of equals first one of another skill than the one that was
/// taken, then the author's first. None where nothing else does as much, or nothing was asked for.
pub fn alternative<'a>(rubric: &Rubric, turn: &'a Turn) -> Option<&'a Offer> {
    let occasions = occasions(rubric, turn);
    let does = |place: usize| occasions.iter().filter(|occasion| occasion.does >> place & 1 == 1).count();
    let is_another = |place: usize| turn.offered[place].codes.skill != turn.answer().codes.skill;
    let others = (0..turn.offered.len().min(16)).rev().filter(|place| *place != turn.taken);
    let best = others.max_by_key(|place| (does(*place), is_another(*place)))?;
    let taken = does(turn.taken);
    let is_worth_telling = does(best) > taken || (does(best) == taken && taken > 0 && is_another(best));
    is_worth_telling.then(|| &turn.offered[best])
}
