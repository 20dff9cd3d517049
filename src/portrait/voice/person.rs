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

    /// True where nobody who hears the two knows which of them it is: pitch within two semitones, formants within a twentieth, and
    /// breath within a half more.
    pub fn is_like(&self, other: &Voice) -> bool {
        let near = |one: f32, other: f32, factor: f32| one.max(other) < one.min(other) * factor;
        near(self.pitch_hertz, other.pitch_hertz, (2.0_f32 / 12.0).exp2())
            && near(self.timbre, other.timbre, 1.05)
            && near(self.breath, other.breath, 1.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_are_alike_until_one_of_the_three_is_heard_to_differ() {
        let middle = Voicing::default();
        let is_like = |written: Voicing| Voice::of(&middle).is_like(&Voice::of(&written));
        assert!(is_like(middle) && is_like(Voicing { pitch: 60, timbre: 60, breath: 60 }));
        assert!(!is_like(Voicing { pitch: 70, ..middle }) && !is_like(Voicing { pitch: 30, ..middle }));
        assert!(!is_like(Voicing { timbre: 90, ..middle }) && !is_like(Voicing { breath: 80, ..middle }));
    }
}
