//! What an author wrote about a voice, as numbers that sound.

use crate::script::voicing::Voicing;

/// The pitch at 0 and at 100, in hertz: a deep man's and a high woman's.
const PITCH: (f32, f32) = (95.0, 230.0);

/// How much higher the formants of the smallest throat lie than those of the largest.
const SMALLEST: f32 = 1.18;

/// How often the breath doubles, or halves, from the middle to either end.
const BREATH: f32 = 1.3;

/// The voice of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice {
    /// Where it lies at rest, 95 to 230 hertz.
    pub pitch_hertz: f32,
    /// Factor of every formant, 1 to 1.18.
    pub timbre: f32,
    /// Factor of the breath in it, 0.4 to 2.5.
    pub breath: f32,
}

impl Voice {
    /// The voice that was written; what is out of range is heard as the end of the range.
    pub fn of(written: &Voicing) -> Voice {
        let share = |number: i32| number.clamp(0, 100) as f32 / 100.0;
        Voice {
            pitch_hertz: PITCH.0 * (PITCH.1 / PITCH.0).powf(share(written.pitch)),
            timbre: 1.0 + (SMALLEST - 1.0) * share(written.timbre),
            breath: (BREATH * (2.0 * share(written.breath) - 1.0)).exp2(),
        }
    }
}
