//! What went well: up to three things, each another kind of thing, each with the line that did it.

use serde::Serialize;

use crate::assess::{Assessment, GateState, RepairOutcome, Weighs};

use crate::script::codes::SafetyStep;

use super::{Debrief, FactTold, Told};

/// Things that are named; the first of a debrief should be short.
const NAMED: usize = 3;

/// A level of empathy that adds something to what was said.
const ADDS: u8 = 4;

/// Something that went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Well {
    pub kind: WellKind,
    /// The reply that did it.
    pub turn: u16,
}

/// In the order in which they are looked for: what is hardest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WellKind {
    /// A rupture was mended.
    Mended,
    /// A risk was asked about and seen through.
    SawThrough,
    /// A feeling was met a step further than it was shown, and it could be borne.
    Deeper,
    /// A pressure on the frame met what is indicated there.
    HeldFrame,
    /// Every move towards common ground that the moment offered was made.
    SharedGoal,
    /// The body met what could only be seen.
    MetCue,
    /// Something was told that had not been told before.
    Told,
}

pub(super) fn well(debrief: &Debrief) -> Vec<Well> {
    let candidates = [
        (WellKind::Mended, mended(&debrief.assessment)),
        (WellKind::SawThrough, saw_through(debrief)),
        (WellKind::Deeper, deeper(&debrief.assessment)),
        (WellKind::HeldFrame, held_frame(&debrief.assessment)),
        (WellKind::SharedGoal, shared_goal(&debrief.assessment)),
        (WellKind::MetCue, met_cue(&debrief.assessment)),
        (WellKind::Told, told(debrief)),
    ];
    let found = candidates.into_iter().filter_map(|(kind, turn)| turn.map(|turn| Well { kind, turn }));
    let mut well: Vec<Well> = Vec::new();
    for one in found {
        // One line isn't praised twice.
        if well.len() < NAMED && well.iter().all(|named| named.turn != one.turn) {
            well.push(one);
        }
    }
    well
}

fn mended(assessment: &Assessment) -> Option<u16> {
    assessment.repairs.iter().find(|repair| repair.outcome == RepairOutcome::Mended).map(|repair| repair.until)
}

fn saw_through(debrief: &Debrief) -> Option<u16> {
    let gate = &debrief.assessment.gate;
    let asked = |told: &&Told| told.turn.answer().codes.safety.contains(&SafetyStep::AskedDirectly);
    let asked = debrief.turns.iter().find(asked).map(|told| told.turn.number);
    asked.or(gate.turns.first().copied()).filter(|_| gate.state == GateState::Adequate)
}

fn deeper(assessment: &Assessment) -> Option<u16> {
    let levels = assessment.scores.empathy.evidence.iter().filter_map(|evidence| match evidence.weighs {
        Weighs::Level { coded, credited } if coded == credited && coded >= ADDS => Some((coded, evidence.turn)),
        _ => None,
    });
    // Of equals the first.
    levels.max_by_key(|(level, turn)| (*level, std::cmp::Reverse(*turn))).map(|(_, turn)| turn)
}

fn held_frame(assessment: &Assessment) -> Option<u16> {
    let mut evidence = assessment.scores.boundaries.evidence.iter();
    evidence.find(|evidence| matches!(evidence.weighs, Weighs::Boundary { asked: true, indicated: true, .. })).map(|found| found.turn)
}

fn shared_goal(assessment: &Assessment) -> Option<u16> {
    let moves = assessment.scores.goals.evidence.iter().filter_map(|evidence| match &evidence.weighs {
        Weighs::Moves { made, offered } if made.len() == offered.len() => Some((made.len(), evidence.turn)),
        _ => None,
    });
    moves.max_by_key(|(moves, turn)| (*moves, std::cmp::Reverse(*turn))).map(|(_, turn)| turn)
}

fn met_cue(assessment: &Assessment) -> Option<u16> {
    let mut evidence = assessment.scores.empathy.evidence.iter();
    evidence.find(|evidence| evidence.weighs == Weighs::Fit { hundredths: 100 }).map(|found| found.turn)
}

fn told(debrief: &Debrief) -> Option<u16> {
    debrief.facts.iter().find_map(|fact| match fact {
        FactTold::Told { after_turn, .. } if *after_turn > 0 => Some(*after_turn),
        _ => None,
    })
}
