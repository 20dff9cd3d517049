//! What else could have been done at a turn: a reply on offer that does at least as much of what there was occasion for.

use crate::script::bundle::MOST_REPLIES;
use crate::script::rules::Rubric;
use crate::script::turn::{Offer, Turn};

use super::occasion::occasions;

/// The reply on offer that does most of what there was occasion for; of equals first one of another skill than the one that was
/// taken, then the author's first. None where nothing else does as much, or nothing was asked for.
pub fn alternative<'a>(rubric: &Rubric, turn: &'a Turn) -> Option<&'a Offer> {
    let occasions = occasions(rubric, turn);
    let does = |place: usize| occasions.iter().filter(|occasion| occasion.is_done_by(place)).count();
    let is_another = |offer: &Offer| offer.codes.skill != turn.answer().codes.skill;
    let others = turn.offered.iter().enumerate().take(MOST_REPLIES).filter(|(place, _)| *place != turn.taken);
    let (best, offer) = others.rev().max_by_key(|(place, offer)| (does(*place), is_another(offer)))?;
    let (best, taken) = (does(best), does(turn.taken));
    let is_worth_telling = best > taken || (best == taken && taken > 0 && is_another(offer));
    is_worth_telling.then_some(offer)
}
