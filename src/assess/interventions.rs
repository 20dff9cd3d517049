//! The intervention log: what was tried to bring about a change, how the person was in the room then, and whether anybody asked
//! afterwards what it had done; shown, not scored.

use serde::Serialize;

use crate::script::codes::{Codes, GoalMove, Skill, Stance};
use crate::session::account::Entry;

/// Replies within which an effect can be asked about and still be understood to be meant.
pub const SOON: u16 = 3;

/// Something that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Intervention {
    pub turn: u16,
    pub reply: String,
    pub kind: InterventionKind,
    /// How the person whose moment it was was in the room when it came.
    pub stance: Stance,
    /// The reply that asked how it was for them: a later one, soon after, or the same.
    pub checked: Option<u16>,
}

/// What a reply sets out to do beyond listening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InterventionKind {
    Interpretation,
    Confrontation,
    Persuasion,
    Advice,
    AdviceWithPermission,
    Information,
    SelfDisclosure,
    Immediacy,
    /// A reason for doing a thing, with the question what they make of it.
    Rationale,
    /// A step for the days until the next hour.
    NextStep,
}

fn kind(codes: &Codes) -> Option<InterventionKind> {
    match codes.skill {
        Skill::Interpretation => Some(InterventionKind::Interpretation),
        Skill::Confrontation => Some(InterventionKind::Confrontation),
        Skill::Persuasion => Some(InterventionKind::Persuasion),
        Skill::Advice => Some(InterventionKind::Advice),
        Skill::AdviceWithPermission => Some(InterventionKind::AdviceWithPermission),
        Skill::Information => Some(InterventionKind::Information),
        Skill::SelfDisclosure => Some(InterventionKind::SelfDisclosure),
        Skill::Immediacy => Some(InterventionKind::Immediacy),
        _ if codes.goal.contains(&GoalMove::NextStep) => Some(InterventionKind::NextStep),
        _ if codes.goal.contains(&GoalMove::Rationale) => Some(InterventionKind::Rationale),
        _ => None,
    }
}

pub(super) fn log(account: &[Entry]) -> Vec<Intervention> {
    let mut log: Vec<Intervention> = Vec::new();
    // In the order in which they came in.
    let mut stances: Vec<(&str, Stance)> = Vec::new();
    for entry in account {
        match entry {
            Entry::Felt(felt) => match stances.iter_mut().find(|(person, _)| *person == felt.person) {
                Some((_, stance)) => *stance = felt.stance,
                None => stances.push((&felt.person, felt.stance)),
            },
            Entry::Turn(turn) => {
                let codes = &turn.answer().codes;
                let theirs = stances.iter().find(|(person, _)| turn.whose.first().is_some_and(|whose| whose == person));
                let stance = theirs.or(stances.first()).map_or(Stance::Guarded, |(_, stance)| *stance);
                if let Some(kind) = kind(codes) {
                    log.push(Intervention { turn: turn.number, reply: turn.answer().reply.clone(), kind, stance, checked: None });
                }
                if codes.goal.contains(&GoalMove::Feedback) {
                    let open = log.iter_mut().filter(|tried| tried.checked.is_none() && turn.number.saturating_sub(tried.turn) <= SOON);
                    open.for_each(|tried| tried.checked = Some(turn.number));
                }
            }
            _ => {}
        }
    }
    log
}
