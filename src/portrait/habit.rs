//! What each of the six faces is made of, and how a person who shows it breathes, blinks and looks.

use super::action::{Action, Actions};
use super::pose::Pose;
use crate::script::appearance::Face;

/// The part of a pose that a face sets and that time carries over from one face to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stance {
    pub actions: Actions,
    /// Yaw, pitch and roll in degrees.
    pub head: [f64; 3],
    /// Wet, flush, shoulders, slump and lean, each as in `Pose`.
    pub body: [f64; 5],
}

impl Stance {
    /// The stance as a still pose that looks at the viewer.
    pub fn pose(&self) -> Pose {
        let [yaw, pitch, roll] = self.head;
        let [wet, flush, shoulders, slump, lean] = self.body;
        let actions = self.actions;
        Pose { actions, yaw, pitch, roll, wet, flush, shoulders, slump, lean, ..Pose::default() }
    }

    /// Each number here paired with the same one in another and merged.
    pub fn merged(&self, other: &Self, merge: impl Fn(f64, f64) -> f64) -> Self {
        Self {
            actions: self.actions.merged(&other.actions, &merge),
            head: std::array::from_fn(|index| merge(self.head[index], other.head[index])),
            body: std::array::from_fn(|index| merge(self.body[index], other.body[index])),
        }
    }
}

/// A face with its manner: the mix of movements and what goes on around them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Habit {
    pub stance: Stance,
    /// Milliseconds for the face to come on.
    pub onset: f64,
    /// Milliseconds for it to fade once another takes over.
    pub offset: f64,
    /// Breaths a minute.
    pub breaths: f64,
    /// Depth of a breath, 1 ordinary.
    pub depth: f64,
    /// Blinks a minute.
    pub blinks: f64,
    /// Share of the time that the eyes are on the viewer.
    pub contact: f64,
    /// Mean length of one look at the viewer, in milliseconds.
    pub look: f64,
    /// Where the eyes go otherwise: across (either side) and down.
    pub away: (f64, f64),
    /// Nods a minute.
    pub nods: f64,
    /// How much head and muscles drift by themselves, 1 ordinary.
    pub restlessness: f64,
}

impl Habit {
    /// The habit of a face.
    pub fn of(face: Face) -> Self {
        match face {
            Face::Calm => calm(),
            Face::Sad => sad(),
            Face::Angry => angry(),
            Face::Anxious => anxious(),
            Face::Warm => warm(),
            Face::ShutDown => shut_down(),
        }
    }

    /// The habit of a face that is put on over another: smaller than when it is felt, without the
    /// eyes joining in, held still, and with a trace of what it hides about the brow.
    pub fn masking(face: Face, hidden: Face) -> Self {
        let (mask, hides) = (Self::of(face), Self::of(hidden));
        let mut stance = mask.stance.merged(&hides.stance, |worn, felt| 0.6 * worn + 0.12 * felt);
        stance.actions.set(Action::CheekRaise, 0.0);
        stance.actions.set(Action::LipsPart, 0.25 * mask.stance.actions.get(Action::LipsPart));
        Self { stance, onset: 320.0, offset: 320.0, breaths: hides.breaths, blinks: hides.blinks, nods: mask.nods, ..hides }
    }
}

fn calm() -> Habit {
    Habit {
        stance: Stance { actions: Actions::of(&[(Action::CornerPull, 0.06)]), head: [0.0, 0.0, 0.0], body: [0.0; 5] },
        onset: 600.0,
        offset: 600.0,
        breaths: 14.0,
        depth: 1.0,
        blinks: 17.0,
        contact: 0.85,
        look: 3300.0,
        away: (0.55, 0.3),
        nods: 4.0,
        restlessness: 1.0,
    }
}

fn sad() -> Habit {
    Habit {
        stance: Stance {
            actions: Actions::of(&[
                (Action::InnerBrowRaise, 0.85),
                (Action::BrowLower, 0.4),
                (Action::CornerDepress, 0.65),
                (Action::ChinRaise, 0.35),
                (Action::EyesClose, 0.2),
            ]),
            head: [2.0, 6.0, -3.0],
            body: [0.45, 0.1, 0.0, 0.6, -0.1],
        },
        onset: 1200.0,
        offset: 2600.0,
        breaths: 12.0,
        depth: 1.3,
        blinks: 19.0,
        contact: 0.35,
        look: 1800.0,
        away: (0.3, 0.75),
        nods: 0.0,
        restlessness: 0.6,
    }
}

fn angry() -> Habit {
    Habit {
        stance: Stance {
            actions: Actions::of(&[
                (Action::BrowLower, 1.0),
                (Action::OuterBrowRaise, 0.22),
                (Action::UpperLidRaise, 0.5),
                (Action::LidTighten, 0.6),
                (Action::NoseWrinkle, 0.15),
                (Action::LipTighten, 0.5),
                (Action::LipPress, 0.45),
                (Action::CornerDepress, 0.2),
            ]),
            head: [0.0, 3.0, 0.0],
            body: [0.0, 0.55, 0.2, 0.0, 0.6],
        },
        onset: 450.0,
        offset: 1500.0,
        breaths: 20.0,
        depth: 1.5,
        blinks: 12.0,
        contact: 0.85,
        look: 4500.0,
        away: (0.7, 0.1),
        nods: 0.0,
        restlessness: 0.6,
    }
}

fn anxious() -> Habit {
    Habit {
        stance: Stance {
            actions: Actions::of(&[
                (Action::InnerBrowRaise, 0.75),
                (Action::OuterBrowRaise, 0.35),
                (Action::BrowLower, 0.45),
                (Action::UpperLidRaise, 0.55),
                (Action::LipStretch, 0.5),
                (Action::LipsPart, 0.45),
            ]),
            head: [-2.0, -2.0, 0.0],
            body: [0.0, 0.1, 0.8, 0.0, -0.3],
        },
        onset: 350.0,
        offset: 900.0,
        breaths: 20.0,
        depth: 0.6,
        blinks: 24.0,
        contact: 0.45,
        look: 1100.0,
        away: (0.8, 0.2),
        nods: 1.0,
        restlessness: 2.2,
    }
}

fn warm() -> Habit {
    Habit {
        stance: Stance {
            actions: Actions::of(&[
                (Action::CheekRaise, 0.6),
                (Action::CornerPull, 0.82),
                (Action::LipsPart, 0.75),
                (Action::InnerBrowRaise, 0.16),
                (Action::OuterBrowRaise, 0.14),
            ]),
            head: [0.0, 0.0, 1.8],
            body: [0.0, 0.2, 0.0, 0.0, 0.25],
        },
        onset: 650.0,
        offset: 1100.0,
        breaths: 15.0,
        depth: 1.0,
        blinks: 17.0,
        contact: 0.85,
        look: 3300.0,
        away: (0.5, 0.3),
        nods: 5.0,
        restlessness: 1.0,
    }
}

fn shut_down() -> Habit {
    Habit {
        stance: Stance {
            actions: Actions::of(&[
                (Action::EyesClose, 0.4),
                (Action::Dimple, 0.15),
                (Action::CornerDepress, 0.36),
                (Action::LipPress, 0.35),
                (Action::InnerBrowRaise, 0.1),
            ]),
            head: [9.0, 7.0, 3.0],
            body: [0.0, 0.0, 0.0, 1.0, -0.5],
        },
        onset: 1000.0,
        offset: 1600.0,
        breaths: 11.0,
        depth: 0.6,
        blinks: 7.0,
        contact: 0.06,
        look: 700.0,
        away: (0.45, 0.75),
        nods: 0.0,
        restlessness: 0.3,
    }
}
