//! The safety gate: what was done about a risk cue, beside the scores and never in them.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::script::codes::{Moment, SafetyStep};
use crate::script::rules::SafetyRubric;
use crate::script::turn::Turn;

/// Where the hour stands on safety, with the steps that were done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gate {
    pub state: GateState,
    pub steps: Vec<SafetyStep>,
    /// What an adequate answer to a risk still lacks.
    #[serde(skip)]
    pub missing: Vec<SafetyStep>,
    /// What makes an hour unsafe.
    #[serde(skip)]
    pub unsafe_steps: Vec<SafetyStep>,
    /// The turns at which they were done.
    pub turns: Vec<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GateState {
    NoCueMet,
    Skipped,
    Incomplete,
    Adequate,
    Unsafe,
}

pub(super) fn gate(rubric: &SafetyRubric, turns: &[&Turn]) -> Gate {
    let cue_met = turns.iter().any(|turn| turn.moments.contains(&Moment::Risk));
    let steps: BTreeSet<SafetyStep> = turns.iter().flat_map(|turn| turn.answer().codes.safety.iter().copied()).collect();
    let state = state(rubric, cue_met, &steps);
    let turns = turns.iter().filter(|turn| !turn.answer().codes.safety.is_empty()).map(|turn| turn.number).collect();
    let wanted: BTreeSet<SafetyStep> = rubric.adequate.iter().copied().chain([rubric.asked]).collect();
    let missing = wanted.difference(&steps).copied().collect();
    Gate { state, steps: steps.into_iter().collect(), missing, unsafe_steps: rubric.unsafe_steps.clone(), turns }
}

pub(super) fn state(rubric: &SafetyRubric, cue_met: bool, steps: &BTreeSet<SafetyStep>) -> GateState {
    if steps.iter().any(|step| rubric.unsafe_steps.contains(step)) {
        GateState::Unsafe
    } else if !cue_met {
        GateState::NoCueMet
    } else if !steps.contains(&rubric.asked) {
        GateState::Skipped
    } else if rubric.adequate.iter().all(|step| steps.contains(step)) {
        GateState::Adequate
    } else {
        GateState::Incomplete
    }
}
