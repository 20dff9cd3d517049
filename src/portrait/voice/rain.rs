//! Rain behind a window: a soft rush, and drops that fall when they fall.

use std::f32::consts::TAU;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::clip::{Clip, RATE, SECOND, joined, round};
use super::filter::{Filter, share};
use super::noise::{near, white};

/// How long it rains before it comes round, and how its end runs over into its beginning; in seconds.
const LENGTH: usize = 16;
const JOIN: usize = 2;

/// Mean level, in decibels below full scale.
const LEVEL: f32 = -43.0;

/// Drops against the window, a second in the mean.
const DROPS: f32 = 28.0;

/// Lowest and highest pitch of a drop in hertz, and how long the loudest rings in seconds.
const PITCH: (f32, f32) = (900.0, 3_800.0);
const RINGS: f32 = 0.006;

/// What is above so many hertz stays outside.
const PANE: f32 = 2_400.0;

/// How strong the drops are beside the rush.
const STRENGTH: f32 = 0.9;

/// Rain, 16 seconds that come round without a seam.
pub fn rain(seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut samples = joined(rush(&mut random), JOIN * SECOND);
    drops(&mut samples, &mut random);
    round(samples, RATE, LEVEL)
}

/// A band of noise, now a little nearer, now further away.
fn rush(random: &mut ChaCha8Rng) -> Vec<f32> {
    let (mut low, mut high) = (Filter::band(750.0, 1_100.0), Filter::band(2_600.0, 3_400.0));
    let mut pane = Filter::below(PANE);
    let (pace, mut gust) = (share(0.25), [0.0_f32; 2]);
    (0..(LENGTH + JOIN) * SECOND)
        .map(|_| {
            gust[0] += pace * (white(random) / pace.sqrt() - gust[0]);
            gust[1] += pace * (gust[0] - gust[1]);
            let drop = white(random);
            pane.under(0.7 * low.about(drop) + 0.5 * high.about(drop)) * (1.0 + 0.5 * gust[1]).clamp(0.5, 1.5)
        })
        .collect()
}

/// Drops one after another with the waits of a Poisson process; what runs over the end goes on at the beginning.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "each begins within the samples, of which there is one at least then, and goes round among them"
)]
fn drops(samples: &mut [f32], random: &mut ChaCha8Rng) {
    let length = samples.len();
    let mut at = 0.0_f32;
    loop {
        at += -(1.0 - random.random_range(0.0..1.0_f32)).ln() / DROPS;
        let begins = (at * RATE as f32) as usize;
        if begins >= length {
            return;
        }
        // Many small ones and few large; a large one is lower and rings longer.
        let size = random.random_range(0.0..1.0_f32).powi(3);
        let hertz = near(random, PITCH.1 * (PITCH.0 / PITCH.1).powf(size), 0.2);
        let rings = RINGS * (0.35 + 0.65 * size);
        let strength = STRENGTH * (0.12 + 0.88 * size);
        for number in 0..(8.0 * rings * RATE as f32) as usize {
            let time = number as f32 / RATE as f32;
            let sound = (TAU * hertz * time).sin() * (-time / rings).exp() * (time / 0.0008).min(1.0);
            samples[(begins + number) % length] += strength * sound;
        }
    }
}
