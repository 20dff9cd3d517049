//! A person drawn from plain parameters: how they look and the pose they hold become a picture.
//!
//! ```text
//! Person ─── character ───┐
//!                         ├── rig ── draw ── DisplayList ── raster ── pixels
//! Face ── state ── motion ┘
//! ```
//!
//! `character` turns what an author wrote into measures and colours. `state` and `moment` hold what
//! faces, silences, looks, gestures and postures are made of, and `action` what the muscle movements
//! of a face do; all of it is data in `assets/portrait/`. `motion` is the living person: they breathe,
//! blink, look away, weep and speak, by their own clock. `rig` places every landmark for one moment.
//! `draw` and the files beside it (`head`, `eyes`, `mouth`, `hair`, `clothes`, …) put ink to
//! shapes. What is around people (`room` and `outside`, or `call` and `home`, in the `light` of the hour)
//! is drawn once, and again only when a minute has passed or a camera of a call does something else. `raster` is the only part that knows a renderer. `voice` is how the person and the room
//! sound; it stands on none of these.
//!
//! Lengths are in *units*: a hundredth of the head's height. The origin lies
//! between the pupils, y grows downwards, and *side* is -1 for the viewer's left
//! and +1 for the viewer's right.

mod action;
mod beard;
mod call;
mod change;
mod character;
mod cloth;
mod clothes;
mod colour;
mod complexion;
mod display;
mod draw;
mod ears;
mod expression;
mod eyes;
mod folds;
mod furniture;
mod gaze;
mod glasses;
mod hair;
mod hair_fringe;
mod hair_full;
mod hair_long;
mod hair_short;
mod hair_tied;
mod head;
mod home;
mod lettering;
mod life;
mod light;
mod lot;
mod measures;
mod moment;
mod motion;
mod mouth;
mod neck;
mod nose;
mod outside;
mod pen;
mod pose;
mod raster;
mod rig;
mod room;
mod scarf;
mod state;
mod still;
mod tables;
mod tailored;
mod tears;
mod turban;
pub mod voice;
mod weeping;

pub use action::Actions;
pub use character::{Character, DisplayRules, GLANCES};
pub use colour::Ink;
pub use display::{Command, DisplayList, Paint, Seat};
pub use draw::{Present, Room, Sitter, Surroundings, draw, draw_room};
pub use light::{Hour, Weather};
pub use motion::{Figure, Noise};
pub use pose::Pose;
pub use raster::Canvas;
pub use still::{Still, contact_sheet, held};
