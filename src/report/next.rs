//! One skill to practise next: what was missed oftenest where the hour was weakest, with a moment where it was on offer.

use serde::Serialize;

use crate::assess::occasion::{MEETS, fits_cue, is_indicated, makes, meets_feeling, mends, moves, takes};
use crate::assess::{Band, Evidence, GateState, RepairOutcome, Weighs};
use crate::script::codes::{BoundaryResponse, GoalMove, Moment, SafetyStep};
use crate::script::turn::{Offer, Turn};

use super::Debrief;

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
        risk.filter_map(|turn| missed(NextSkill::Safety(*step), turn, |offer| takes(&gate.unsafe_steps, *step, offer))).collect()
    };
    gate.missing.iter().map(missed_at).find(|misses| !misses.is_empty()).unwrap_or_default()
}

fn repair(debrief: &Debrief) -> Vec<Miss<'_>> {
    let open: Vec<_> = debrief.assessment.repairs.iter().filter(|repair| repair.outcome != RepairOutcome::Mended).collect();
    let later = turns(debrief).filter(|turn| open.iter().any(|repair| turn.number > repair.opened));
    later.filter_map(|turn| missed(NextSkill::Repair, turn, mends)).collect()
}

fn empathy(debrief: &Debrief) -> Vec<Miss<'_>> {
    let miss = |evidence: &Evidence| {
        let turn = debrief.turn(evidence.turn)?;
        match evidence.weighs {
            Weighs::Level { coded, credited } if coded > credited => missed(NextSkill::Pace, turn, |offer| meets_feeling(turn, offer)),
            Weighs::Level { credited, .. } if credited < MEETS => missed(NextSkill::MeetFeeling, turn, |offer| meets_feeling(turn, offer)),
            Weighs::Fit { hundredths } if hundredths < 100 => missed(NextSkill::MeetCue, turn, |offer| fits_cue(turn, offer)),
            _ => None,
        }
    };
    debrief.assessment.scores.empathy.evidence.iter().filter_map(miss).collect()
}

fn goals(debrief: &Debrief) -> Vec<Miss<'_>> {
    let of = |turn| moves(turn).filter_map(move |made| missed(NextSkill::Goal(made), turn, |offer| makes(turn, offer, made)));
    turns(debrief).flat_map(of).collect()
}

fn boundaries(debrief: &Debrief) -> Vec<Miss<'_>> {
    let miss = |turn| {
        let is_indicated = |offer: &Offer| is_indicated(turn, offer);
        let response = turn.offered.iter().find(|offer| is_indicated(offer))?.codes.boundary?;
        missed(NextSkill::Frame(response), turn, is_indicated)
    };
    turns(debrief).filter_map(miss).collect()
}
