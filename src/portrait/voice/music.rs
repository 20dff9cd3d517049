//! Very soft music: chords held long, in layers that can come and go while the harmony goes on.

use std::collections::BTreeMap;
use std::f32::consts::{PI, TAU};
use std::sync::LazyLock;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::clip::{Clip, RATE, round};
use super::noise::white;
use crate::script::codes::vocabulary;
use crate::script::parse::built_in;

const FILE: &str = include_str!("../../../assets/portrait/music.ron");

/// For each scale its ways round, each of chords of four voices.
static CHORDS: LazyLock<Chords> = LazyLock::new(|| built_in(FILE));

type Chords = BTreeMap<Scale, Vec<Vec<[i32; 4]>>>;

/// Nothing in it is bright: a quarter of the usual rate holds it.
const DULL: u32 = RATE / 4;

/// How long a chord lasts, and how long one takes to become the next; in seconds.
const CHORD: f32 = 8.0;
const BLEND: f32 = 4.0;

/// How much sooner or later than the chord a voice may move, in seconds.
const FREE: f32 = 0.8;

/// The lowest note of the scales in hertz: the D below middle C.
const HOME: f32 = 146.83;

/// How strong each overtone is, beginning with the tone itself.
const OVERTONES: [f32; 4] = [1.0, 0.22, 0.08, 0.03];

/// Each tone is two that lie this share apart, so that it is never quite still; the second is softer, so that they
/// never cancel each other.
const APART: f32 = 0.0022;
const SECOND: f32 = 0.3;

/// How far a voice swells and fades while it is held, and how often in one round.
const SWELL: f32 = 0.15;
const SWELLS: [f32; 4] = [3.0, 4.0, 5.0, 7.0];

/// Mean level of each layer in decibels below full scale; together they are at -36.
const LEVELS: [f32; 3] = [-38.0, -41.6, -44.0];

/// From which valence on a scale is left for the one above, and how far back it must go to return.
const BOUNDS: (i32, i32) = (-30, 30);
const BACK: i32 = 12;

/// From which alliance on a third and a fourth voice join.
const JOIN: [i32; 2] = [40, 70];

/// What lies above so many hertz is kept back in the calmest and let through in the most stirred hour.
const CALM: f32 = 500.0;
const STIRRED: f32 = 2_500.0;

vocabulary! {
    /// The scales, from dark to bright.
    Scale { Aeolian, Dorian, Lydian }
}

/// What the music follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mood {
    /// -100 low to 100 high.
    pub valence: i32,
    /// 0 calm to 100 stirred.
    pub arousal: i32,
    /// 0 apart to 100 together.
    pub alliance: i32,
}

impl Mood {
    /// The scale for it; after another scale it changes only when the mood has clearly left it.
    #[expect(clippy::arithmetic_side_effects, reason = "the bounds are constants between 0 and 100")]
    pub fn scale(&self, before: Option<Scale>) -> Scale {
        let (mut low, mut high) = BOUNDS;
        match before {
            Some(Scale::Aeolian) => low += BACK,
            Some(Scale::Dorian) => (low, high) = (low - BACK, high + BACK),
            Some(Scale::Lydian) => high -= BACK,
            None => {}
        }
        match self.valence {
            valence if valence < low => Scale::Aeolian,
            valence if valence > high => Scale::Lydian,
            _ => Scale::Dorian,
        }
    }

    /// How many [`layer`]s are heard, 1 to 3: two voices, three or four.
    pub fn layers(&self) -> usize {
        JOIN.iter().filter(|bound| self.alliance >= **bound).count().saturating_add(1)
    }

    /// What is above so many hertz is kept back.
    pub fn limit(&self) -> f32 {
        CALM * (STIRRED / CALM).powf(self.arousal.clamp(0, 100) as f32 / 100.0)
    }
}

/// How many layers there are.
pub const LAYERS: usize = 3;

/// One layer of the music in a scale, counted from 0, 32 seconds that come round. The layers of one seed go together.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "every chord has a tone for each voice and moves once; how many there are is not nought where one is gone through"
)]
pub fn layer(scale: Scale, number: usize, seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let ways = CHORDS.get(&scale).map(Vec::as_slice).unwrap_or_default();
    let way = ways.get(random.random_range(0..ways.len().max(1))).map(Vec::as_slice).unwrap_or_default();
    let seconds = CHORD * way.len().max(1) as f32;
    let mut samples = vec![0.0; (seconds * DULL as f32) as usize];
    for (voice, swells) in SWELLS.into_iter().enumerate() {
        let moves: Vec<f32> = way.iter().map(|_| FREE * white(&mut random)).collect();
        let phases: [f32; 3] = std::array::from_fn(|_| TAU * random.random_range(0.0..1.0_f32));
        // The first two voices are one layer.
        if voice.saturating_sub(1) != number {
            continue;
        }
        let mut held = vec![0.0; samples.len()];
        for (chord, semitones) in way.iter().enumerate() {
            let next = (chord + 1) % way.len();
            let begins = CHORD * chord as f32 + moves[chord];
            let ends = CHORD * (chord + 1) as f32 + moves[next];
            let tone = Tone { hertz: HOME * (semitones[voice] as f32 / 12.0).exp2(), begins, ends, phases };
            tone.add_to(&mut held, seconds);
        }
        for (number, (sample, held)) in samples.iter_mut().zip(held).enumerate() {
            let round = number as f32 / DULL as f32 / seconds;
            *sample += held * (1.0 + SWELL * (TAU * swells * round + phases[2]).sin());
        }
    }
    round(samples, DULL, LEVELS[number.min(LAYERS - 1)])
}

struct Tone {
    hertz: f32,
    /// In seconds; it comes and goes about these.
    begins: f32,
    ends: f32,
    phases: [f32; 3],
}

impl Tone {
    fn add_to(&self, samples: &mut [f32], seconds: f32) {
        // Whole periods in a round: a tone that is in two chords goes on through both, over the end as well.
        let whole = |hertz: f32| (hertz * seconds).round() as f64 / f64::from(seconds);
        let pair = [whole(self.hertz * (1.0 - APART / 2.0)), whole(self.hertz * (1.0 + APART / 2.0))];
        let (first, last) = (self.begins - BLEND / 2.0, self.ends + BLEND / 2.0);
        let length = samples.len() as i64;
        for number in (first * DULL as f32) as i64..(last * DULL as f32) as i64 {
            let time = number as f32 / DULL as f32;
            let strength = blend((time - first) / BLEND) * blend((last - time) / BLEND);
            let mut sound = 0.0;
            for ((hertz, phase), part) in pair.into_iter().zip(self.phases).zip([1.0, SECOND]) {
                // In double precision: after half a minute a float no longer knows where in its period it is.
                let turn = (hertz * number as f64 / f64::from(DULL)).fract() as f32 * TAU + phase;
                for (overtone, share) in (1..).zip(OVERTONES) {
                    sound += part * share * (turn * overtone as f32).sin();
                }
            }
            if let Some(sample) = samples.get_mut(number.rem_euclid(length) as usize) {
                *sample += strength * sound;
            }
        }
    }
}

/// Comes softly, 0 to 1; with its mirror image it is 1 throughout.
fn blend(way: f32) -> f32 {
    0.5 - 0.5 * (PI * way.clamp(0.0, 1.0)).cos()
}
