//! One skill to practise next: what was missed oftenest where the hour was weakest, with a moment where it was on offer.

use serde::Serialize;

use crate::assess::{Band, Evidence, GateState, RepairOutcome, Weighs};
use crate::script::codes::{BoundaryResponse, GoalMove, Moment, RepairMove, SafetyStep};
use crate::script::turn::{Offer, Turn};

use super::Debrief;

/// Carkhuff's level from which a feeling is met.
const MEETS: u8 = 3;

/// What to practise, and where in this hour it could have been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Next {
    pub skill: NextSkill,
    /// How often there was occasion in this hour and it was not taken.
    pub missed: u16,
    /// The first of these moments.
    pub turn: u16,
    /// A reply that was on offer there and does it.
    pub reply: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "of", content = "what", rename_all = "snake_case")]
pub enum NextSkill {
    /// A step of seeing a risk through.
    Safety(SafetyStep),
    /// Speaking of a rupture.
    Repair,
    /// Meeting a feeling that is offered.
    MeetFeeling,
    /// Going no deeper than can be borne.
    Pace,
    /// Meeting with the body what can only be seen.
    MeetCue,
    Goal(GoalMove),
    /// The response that is indicated at a pressure.
    Frame(BoundaryResponse),
}

/// A moment at which something was on offer and was not done.
struct Miss<'a> {
    skill: NextSkill,
    turn: &'a Turn,
    offer: &'a Offer,
}

/// None where nothing was missed that counts.
pub(super) fn next(debrief: &Debrief) -> Option<Next> {
    let safety = safety(debrief);
    let weakest = || {
        let scores = debrief.scores().map(|(_, score)| score);
        let misses = [empathy(debrief), goals(debrief), boundaries(debrief)];
        let mut weak: Vec<_> = scores.into_iter().zip(misses).filter(|(_, misses)| !misses.is_empty()).collect();
        // What can't be scored for want of moments says little; what is good already comes last.
        weak.sort_by_key(|(score, _)| (score.band == Some(Band::Good), score.value.is_none(), score.value));
        weak.into_iter().next().map(|(_, misses)| misses).unwrap_or_default()
    };
    let misses = [safety, repair(debrief)].into_iter().find(|misses| !misses.is_empty()).unwrap_or_else(weakest);
    oftenest(&misses)
}

/// The skill that was missed oftenest, of equals the one that was missed first.
fn oftenest(misses: &[Miss]) -> Option<Next> {
    let count = |skill: NextSkill| misses.iter().filter(|miss| miss.skill == skill).count() as u16;
    let first = misses.iter().rev().max_by_key(|miss| count(miss.skill))?;
    let first = misses.iter().find(|miss| miss.skill == first.skill)?;
    Some(Next { skill: first.skill, missed: count(first.skill), turn: first.turn.number, reply: first.offer.reply.clone() })
}

/// The first reply on offer at a turn that does it, unless the one that was taken does.
fn missed<'a>(skill: NextSkill, turn: &'a Turn, does: impl Fn(&Offer) -> bool) -> Option<Miss<'a>> {
    let offer = turn.offered.iter().find(|offer| does(offer)).filter(|_| !does(turn.answer()))?;
    Some(Miss { skill, turn, offer })
}

fn turns(debrief: &Debrief) -> impl Iterator<Item = &Turn> {
    debrief.turns.iter().map(|told| &told.turn)
}

fn safety(debrief: &Debrief) -> Vec<Miss<'_>> {
    let gate = &debrief.assessment.gate;
    if matches!(gate.state, GateState::NoCueMet | GateState::Adequate) {
        return Vec::new();
    }
    let missed_at = |step: &SafetyStep| -> Vec<Miss<'_>> {
        let risk = turns(debrief).filter(|turn| turn.moments.contains(&Moment::Risk));
        risk.filter_map(|turn| missed(NextSkill::Safety(*step), turn, |offer| takes(offer, *step))).collect()
    };
    gate.missing.iter().map(missed_at).find(|misses| !misses.is_empty()).unwrap_or_default()
}

/// True where a reply takes that step and none that makes an hour unsafe.
fn takes(offer: &Offer, step: SafetyStep) -> bool {
    let harms = |step: &SafetyStep| {
        matches!(step, SafetyStep::ContractInsteadOfPlan | SafetyStep::BreachOfConfidence | SafetyStep::PromisedSecrecy)
    };
    offer.codes.safety.contains(&step) && !offer.codes.safety.iter().any(harms)
}

fn repair(debrief: &Debrief) -> Vec<Miss<'_>> {
    let open: Vec<_> = debrief.assessment.repairs.iter().filter(|repair| repair.outcome != RepairOutcome::Mended).collect();
    let mends = |offer: &Offer| offer.codes.repair.is_some_and(RepairMove::mends);
    let later = turns(debrief).filter(|turn| open.iter().any(|repair| turn.number > repair.opened));
    later.filter_map(|turn| missed(NextSkill::Repair, turn, mends)).collect()
}

fn empathy(debrief: &Debrief) -> Vec<Miss<'_>> {
    let meets = |turn: &Turn, offer: &Offer| offer.codes.empathy.is_some_and(|level| (MEETS..=turn.bearable).contains(&level));
    let miss = |evidence: &Evidence| {
        let turn = debrief.turn(evidence.turn)?;
        match evidence.weighs {
            Weighs::Level { coded, credited } if coded > credited => missed(NextSkill::Pace, turn, |offer| meets(turn, offer)),
            Weighs::Level { credited, .. } if credited < MEETS => missed(NextSkill::MeetFeeling, turn, |offer| meets(turn, offer)),
            Weighs::Fit { hundredths } if hundredths < 100 => missed(NextSkill::MeetCue, turn, |offer| fits(turn, offer)),
            _ => None,
        }
    };
    debrief.assessment.scores.empathy.evidence.iter().filter_map(miss).collect()
}

fn fits(turn: &Turn, offer: &Offer) -> bool {
    let body = offer.codes.body;
    turn.moments.iter().any(|moment| matches!(moment, Moment::Cue { fits, .. } if body.is_some_and(|body| fits.contains(&body))))
}

fn goals(debrief: &Debrief) -> Vec<Miss<'_>> {
    let mut misses = Vec::new();
    for turn in turns(debrief) {
        let offered = turn.moments.iter().filter_map(|moment| match moment {
            Moment::Goal(moves) => Some(moves),
            _ => None,
        });
        misses.extend(offered.flatten().filter_map(|made| missed(NextSkill::Goal(*made), turn, |offer| offer.codes.goal.contains(made))));
    }
    misses
}

fn boundaries(debrief: &Debrief) -> Vec<Miss<'_>> {
    let mut misses = Vec::new();
    for turn in turns(debrief) {
        let indicated = turn.moments.iter().find_map(|moment| match moment {
            Moment::Boundary { indicated, .. } => Some(indicated),
            _ => None,
        });
        let is_indicated = |offer: &Offer| offer.codes.boundary.filter(|response| indicated.is_some_and(|some| some.contains(response)));
        let response = turn.offered.iter().find_map(is_indicated);
        misses.extend(response.and_then(|response| missed(NextSkill::Frame(response), turn, |offer| is_indicated(offer).is_some())));
    }
    misses
}
