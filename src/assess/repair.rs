//! The repair log: each rupture of the hour, what was tried, and what became of it; shown, not scored.

use serde::Serialize;

use crate::script::codes::RepairMove;
use crate::session::account::Entry;
use crate::session::patient::RuptureTurn;

/// One rupture, from its opening on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repair {
    pub person: String,
    /// The turn after which it opened; 0 before the first.
    pub opened: u16,
    pub tried: Vec<Try>,
    pub outcome: RepairOutcome,
    /// The turn at which it was mended, or the last that touched it.
    pub until: u16,
}

/// A repair move at a turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Try {
    pub turn: u16,
    pub reply: String,
    pub code: RepairMove,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RepairOutcome {
    Mended,
    Partial,
    Refused,
    /// Nothing that mends was tried.
    Unaddressed,
}

pub(super) fn log(account: &[Entry]) -> Vec<Repair> {
    let mut log: Vec<Repair> = Vec::new();
    let mut now = 0;
    for entry in account {
        match entry {
            Entry::Turn(turn) => {
                now = turn.number;
                let answer = turn.answer();
                if let Some(code) = answer.codes.repair {
                    for repair in log.iter_mut().filter(|repair| repair.outcome != RepairOutcome::Mended) {
                        repair.tried.push(Try { turn: now, reply: answer.reply.clone(), code });
                        repair.until = now;
                    }
                }
            }
            Entry::Rupture { person, turn: RuptureTurn::Opened } => {
                log.push(Repair {
                    person: person.clone(),
                    opened: now,
                    tried: Vec::new(),
                    outcome: RepairOutcome::Unaddressed,
                    until: now,
                });
            }
            Entry::Rupture { person, turn } => {
                let open = log.iter_mut().rev().find(|repair| repair.person == *person && repair.outcome != RepairOutcome::Mended);
                if let Some(repair) = open {
                    repair.until = now;
                    let tried_to_mend = repair.tried.last().is_some_and(|tried| tried.turn == now && tried.code.mends());
                    repair.outcome = match (turn, repair.outcome) {
                        (RuptureTurn::Mended, _) => RepairOutcome::Mended,
                        (RuptureTurn::Eased, _) => RepairOutcome::Partial,
                        (RuptureTurn::Refused, RepairOutcome::Unaddressed) => RepairOutcome::Refused,
                        // Something that mends came with something that hurts.
                        (RuptureTurn::Deepened, RepairOutcome::Unaddressed) if tried_to_mend => RepairOutcome::Refused,
                        (_, outcome) => outcome,
                    };
                }
            }
            _ => {}
        }
    }
    log
}
