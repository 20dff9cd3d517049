//! How a person and a room sound: wordless clips made in memory from a seed, with no word ever in them.
//!
//! ```text
//! Voicing ── Voice ──┬── murmur ──┐
//! voice.ron ─ Style ─┴── body ────┤
//!             room, rain ─────────┼── finish ── Clip
//! music.ron ─ music ──────────────┘
//! ```
//!
//! `style` reads what the ear was set by: the throat, the manners of speaking, the sounds of a
//! body. `filter` and `noise` are what every sound is made of. `finish` takes care for all of them
//! that nothing clicks, nothing is loud and nothing leans to one side.

mod body;
mod clip;
mod filter;
mod murmur;
mod music;
mod noise;
mod person;
mod rain;
mod room;
mod style;

pub use clip::{Clip, PEAK, RATE};
pub use music::{LAYERS, Mood, Scale, layer};
pub use person::Voice;
pub use rain::rain;
pub use room::{chair, clock, tone};
pub use style::{Manner, Style, body, murmur};
