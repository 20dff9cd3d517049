//! Occasions: what could have been done at a turn with what was on offer there, and whether it was.
//!
//! What it is to meet a feeling, to fit a cue, to make a move, to mend and so on is said here for all that is told or practised; the
//! scores weigh the same codes more finely.

use crate::script::bundle::MOST_REPLIES;
use crate::script::codes::{BoundaryResponse, GoalMove, Moment, RepairMove, SafetyStep, vocabulary};
use crate::script::rules::{Rubric, SafetyRubric};
use crate::script::turn::{Offer, Turn};

/// Carkhuff's level from which a feeling is met.
pub const MEETS: u8 = 3;

vocabulary! {
    /// What can be practised at a moment of its own.
    Competence {
        /// Saying back a feeling that is offered, no deeper than can be borne.
        MeetFeeling,
        /// Meeting with the body what can only be seen or heard.
        MeetCue,
        /// Going no deeper than can be borne.
        Pace,
        /// Making the moves towards common ground that the moment offers.
        AgreeOnGoals,
        /// Answering a pressure on the frame as is indicated there, and putting none on it.
        KeepFrame,
        /// Speaking of a rupture in a way that mends.
        MendRupture,
        /// Asking plainly about a risk, and what follows from the answer.
        SeeRiskThrough,
    }
}

vocabulary! {
    /// The kinds of moment that the scores are computed over.
    Kind { Feeling, Cue, Goal, Pressure, Rupture, Risk }
}

/// The kinds of moment that a turn is, each once.
pub fn kinds(turn: &Turn) -> Vec<Kind> {
    let of = |moment: &Moment| match moment {
        Moment::Emotional => Kind::Feeling,
        Moment::Cue { .. } => Kind::Cue,
        Moment::Goal(_) => Kind::Goal,
        Moment::Boundary { .. } => Kind::Pressure,
        Moment::Rupture(_) => Kind::Rupture,
        Moment::Risk => Kind::Risk,
    };
    Kind::ALL.iter().filter(|kind| turn.moments.iter().any(|moment| of(moment) == **kind)).copied().collect()
}

/// One of a turn's occasions: some reply on offer did it, and some did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occasion {
    pub competence: Competence,
    /// The reply that was taken did it.
    pub done: bool,
    /// Which of the replies on offer do it, one bit each.
    pub does: u16,
}

impl Occasion {
    /// True where the reply at that place of the menu does it.
    pub fn is_done_by(&self, place: usize) -> bool {
        is_among(self.does, place)
    }
}

fn is_among(bits: u16, place: usize) -> bool {
    place < MOST_REPLIES && bits >> place & 1 == 1
}

/// Every occasion of a turn, in the order of the competences; there is none where all replies on offer do a thing, or no reply does.
pub fn occasions(rubric: &Rubric, turn: &Turn) -> Vec<Occasion> {
    let of = |competence: &Competence| {
        let does = bits(turn, |offer| does(&rubric.safety, *competence, turn, offer));
        let all = bits(turn, |_| true);
        let is_one = is_asked(*competence, turn) && does != 0 && does != all;
        is_one.then(|| Occasion { competence: *competence, done: is_among(does, turn.taken), does })
    };
    Competence::ALL.iter().filter_map(of).collect()
}

fn bits(turn: &Turn, is_so: impl Fn(&Offer) -> bool) -> u16 {
    turn.offered.iter().take(MOST_REPLIES).enumerate().fold(0, |bits, (place, offer)| bits | u16::from(is_so(offer)) << place)
}

/// True at a moment of the competence's own; a frame can be left at any.
fn is_asked(competence: Competence, turn: &Turn) -> bool {
    let kind = match competence {
        Competence::MeetFeeling | Competence::Pace => Kind::Feeling,
        Competence::MeetCue => Kind::Cue,
        Competence::AgreeOnGoals => Kind::Goal,
        Competence::KeepFrame => return true,
        Competence::MendRupture => Kind::Rupture,
        Competence::SeeRiskThrough => Kind::Risk,
    };
    kinds(turn).contains(&kind)
}

/// True where a reply does it.
fn does(safety: &SafetyRubric, competence: Competence, turn: &Turn, offer: &Offer) -> bool {
    match competence {
        Competence::MeetFeeling => meets_feeling(turn, offer),
        Competence::Pace => offer.codes.empathy.is_none_or(|level| level <= turn.bearable),
        Competence::MeetCue => fits_cue(turn, offer),
        Competence::AgreeOnGoals => {
            let made = |offer: &Offer| moves(turn).filter(|made| makes(turn, offer, *made)).count();
            let most = turn.offered.iter().map(made).max().unwrap_or_default();
            // Half of what one reply could do here is fair.
            made(offer) > 0 && made(offer) >= most.div_ceil(2)
        }
        Competence::KeepFrame => match indicated(turn) {
            Some(_) => is_indicated(turn, offer),
            None => offer.codes.boundary.is_none_or(BoundaryResponse::can_be_indicated),
        },
        Competence::MendRupture => mends(offer),
        Competence::SeeRiskThrough => {
            let steps = safety.adequate.iter().chain([&safety.asked]);
            steps.copied().any(|step| takes(&safety.unsafe_steps, step, offer))
        }
    }
}

/// True where a reply says back the feeling to somebody whose it is, no deeper than can be borne.
pub fn meets_feeling(turn: &Turn, offer: &Offer) -> bool {
    !passes_over(turn, offer) && offer.codes.empathy.is_some_and(|level| (MEETS..=turn.bearable).contains(&level))
}

/// True where the body fits what can only be seen or heard.
pub fn fits_cue(turn: &Turn, offer: &Offer) -> bool {
    let body = offer.codes.body;
    turn.moments.iter().any(|moment| matches!(moment, Moment::Cue { fits, .. } if body.is_some_and(|body| fits.contains(&body))))
}

/// The moves that a moment offers.
pub fn moves(turn: &Turn) -> impl Iterator<Item = GoalMove> {
    let offered = turn.moments.iter().filter_map(|moment| match moment {
        Moment::Goal(moves) => Some(moves),
        _ => None,
    });
    offered.flatten().copied()
}

/// True where a reply makes that move with somebody whose moment it is.
pub fn makes(turn: &Turn, offer: &Offer, made: GoalMove) -> bool {
    !passes_over(turn, offer) && offer.codes.goal.contains(&made)
}

/// The responses that are indicated at a pressure on the frame; none where there is no pressure.
fn indicated(turn: &Turn) -> Option<&[BoundaryResponse]> {
    turn.moments.iter().find_map(|moment| match moment {
        Moment::Boundary { indicated, .. } => Some(indicated.as_slice()),
        _ => None,
    })
}

/// True where a pressure on the frame is answered as is indicated there.
pub fn is_indicated(turn: &Turn, offer: &Offer) -> bool {
    indicated(turn).is_some_and(|indicated| offer.codes.boundary.is_some_and(|response| indicated.contains(&response)))
}

/// True where a reply does with a rupture what mends.
pub fn mends(offer: &Offer) -> bool {
    offer.codes.repair.is_some_and(RepairMove::mends)
}

/// True where a reply takes that step, and none of those that make an hour unsafe.
pub fn takes(unsafe_steps: &[SafetyStep], step: SafetyStep, offer: &Offer) -> bool {
    let steps = &offer.codes.safety;
    steps.contains(&step) && !steps.iter().any(|step| unsafe_steps.contains(step))
}

/// True where none of those whose moment it is are spoken to.
fn passes_over(turn: &Turn, offer: &Offer) -> bool {
    !turn.whose.is_empty() && !offer.with.is_empty() && !turn.whose.iter().any(|person| offer.with.contains(person))
}
