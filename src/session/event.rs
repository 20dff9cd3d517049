//! What happens in an hour, move by move, with interned names: cheap to make, compare and search.

use crate::script::bundle::BeatId;
use crate::script::codes::{Ending, Stance};
use crate::script::face::{Face, Posture};

use super::patient::{Patient, RuptureTurn};

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A reply was taken: which were on offer (one bit each, in the author's order), which it was, and what could be borne.
    Took {
        beat: BeatId,
        offered: u16,
        reply: u8,
        bearable: u8,
        turn: u16,
    },
    /// What happened in the week before, by its place.
    Week {
        happening: u8,
    },
    /// What is so in somebody after it.
    Felt {
        person: u8,
        patient: Patient,
    },
    Stance {
        person: u8,
        stance: Stance,
    },
    Rupture {
        person: u8,
        turn: RuptureTurn,
    },
    /// Minutes since the start.
    Clock {
        minute: u16,
    },
    Entered {
        beat: BeatId,
        visit: u16,
    },
    Face {
        person: u8,
        face: Face,
        leak: Option<Face>,
        posture: Posture,
    },
    /// A line of that beat, in that variant and wording.
    Line {
        beat: BeatId,
        line: u16,
        variant: u8,
        wording: u8,
    },
    /// A topic was left out from here on.
    LeftOut {
        topic: u8,
    },
    Told {
        fact: u8,
    },
    Blocked {
        fact: u8,
        wording: u8,
    },
    /// One of several people has left the room, or is back in it.
    Absent {
        person: u8,
        away: bool,
    },
    /// How one of several people leaves; before the end of the hour as a whole.
    Leaves {
        person: u8,
        ending: Ending,
    },
    Ended {
        ending: Ending,
    },
}
