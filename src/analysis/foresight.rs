//! What each reply on offer would do to the people in the room: found out by taking it on a copy of the hour.

use crate::script::bundle::BeatId;
use crate::script::codes::Ending;
use crate::session::event::Event;
use crate::session::patient::{Patient, Pending, RuptureTurn};
use crate::session::{Command, Session};

use super::search::offered;

/// What comes of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// Its place in the author's order.
    pub reply: u8,
    /// How each of the people is after it and after what it leads to, up to the next menu.
    pub after: Vec<Patient>,
    /// What it sets off that comes only later.
    pub later: Vec<Pending>,
    pub ruptures: Vec<(u8, RuptureTurn)>,
    /// Facts that come out, and facts that are asked for too early.
    pub told: Vec<u8>,
    pub blocked: Vec<u8>,
    /// The beats it leads through; at the last one the hour waits or ends.
    pub beats: Vec<BeatId>,
    /// On the clock then.
    pub minute: u16,
    pub ending: Option<Ending>,
}

/// Each of the replies on offer, in the author's order.
pub fn foresee(session: &Session) -> Vec<Foreseen> {
    offered(session.state()).filter_map(|reply| taken(session, reply)).collect()
}

fn taken(session: &Session, reply: u8) -> Option<Foreseen> {
    let (mut copy, mut events) = (session.clone(), Vec::new());
    copy.apply_unseen(Command::Reply(reply), &mut events).ok()?;
    let state = copy.state();
    let waited = session.state().pending.iter().filter(|due| due.turn > state.turn).count();
    let mut foreseen = Foreseen {
        reply,
        after: state.patients.clone(),
        // What is set off now stands behind what was waiting before.
        later: state.pending.iter().skip(waited).copied().collect(),
        ruptures: Vec::new(),
        told: Vec::new(),
        blocked: Vec::new(),
        beats: Vec::new(),
        minute: state.minute,
        ending: state.ending,
    };
    for event in events {
        match event {
            Event::Rupture { person, turn } => foreseen.ruptures.push((person, turn)),
            Event::Told { fact } => foreseen.told.push(fact),
            Event::Blocked { fact, .. } => foreseen.blocked.push(fact),
            Event::Entered { beat, .. } => foreseen.beats.push(beat),
            _ => {}
        }
    }
    Some(foreseen)
}
