//! A person drawn from plain parameters: how they look and the pose they hold become a picture.
//!
//! ```text
//! Appearance ── character ──┐
//!                           ├── rig ── draw ── DisplayList ── raster ── pixels
//! Face ── action ── motion ─┘
//! ```
//!
//! `character` turns what an author wrote into measures and colours. `action`
//! holds the muscle movements of a face and the six faces as mixes of them.
//! `motion` is the living state: it breathes, blinks, looks away and speaks, by
//! its own clock. `rig` places every landmark for one moment. `draw` and the
//! files beside it (`head`, `eyes`, `mouth`, `hair`, `clothes`, `room`, …) put
//! ink to shapes. `raster` is the only part that knows a renderer. `voice` is
//! how the person and the room sound; it stands on none of these.
//!
//! Lengths are in *units*: a hundredth of the head's height. The origin lies
//! between the pupils, y grows downwards, and *side* is -1 for the viewer's left
//! and +1 for the viewer's right.

mod action;
mod change;
mod character;
mod clothes;
mod colour;
mod display;
mod draw;
mod extras;
mod eyes;
mod folds;
mod habit;
mod hair;
mod hair_long;
mod head;
mod life;
mod motion;
mod mouth;
mod nose;
mod pen;
mod pose;
mod raster;
mod rig;
mod room;
mod scarf;
pub mod voice;

pub use action::{Action, Actions};
pub use colour::Ink;
pub use display::{Command, DisplayList, Paint};
pub use draw::draw;
pub use motion::Figure;
pub use pose::Pose;
pub use raster::raster;
