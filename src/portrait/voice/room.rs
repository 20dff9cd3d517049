//! What a room sounds like: its stillness, its clock, and the chair when somebody shifts.

use std::f32::consts::TAU;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::clip::{Clip, RATE, SECOND, joined, once, round};
use super::filter::{Filter, share};
use super::noise::{near, white};

/// How long the stillness is before it comes round, and how its end runs over into its beginning; in seconds.
const LENGTH: usize = 12;
const JOIN: usize = 1;

/// Mean levels in decibels below full scale: of the stillness, of the clock with the silence between its ticks, and of the chair.
const STILLNESS: f32 = -46.0;
const CLOCK: f32 = -64.0;
const CHAIR: f32 = -41.0;

/// A room in which nothing happens, 12 seconds: brown noise, gently filtered, that goes round without a seam.
pub fn tone(seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    // White noise summed up with a leak is brown; what is too low to be heard and too bright for a room goes.
    let (low, high) = (share(45.0), share(420.0));
    let (mut brown, mut rumble, mut soft) = (0.0_f32, 0.0_f32, 0.0_f32);
    let noise = (0..(LENGTH + JOIN) * SECOND)
        .map(|_| {
            brown = 0.996 * brown + white(&mut random);
            rumble += low * (brown - rumble);
            soft += high * (brown - rumble - soft);
            soft
        })
        .collect();
    round(joined(noise, JOIN * SECOND), RATE, STILLNESS)
}

/// The parts of a tick: pitch in hertz, how fast it dies away in seconds, how strong it is.
const TICK: [(f32, f32, f32); 4] = [(430.0, 0.022, 0.5), (1_180.0, 0.012, 1.0), (2_150.0, 0.007, 0.7), (3_420.0, 0.004, 0.3)];

/// A tock is this much lower, and softer.
const TOCK: (f32, f32) = (0.86, 0.8);

/// How many ticks before the clock comes round: no two of them are quite alike.
const TICKS: usize = 6;

/// How long a tick takes to begin, in seconds: there is a case of wood around it.
const STRIKES: f32 = 0.0015;

/// A clock across the room, six seconds that come round: a tick and a tock, a second each.
pub fn clock(seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut samples = vec![0.0; TICKS * SECOND];
    for (number, samples) in samples.chunks_exact_mut(SECOND).enumerate() {
        let (pitch, strength) = if number % 2 == 0 { (1.0, 1.0) } else { TOCK };
        let strength = near(&mut random, strength, 0.08);
        for (hertz, dies, part) in TICK {
            let (hertz, part) = (hertz * pitch, near(&mut random, part, 0.1));
            for (passed, sample) in samples.iter_mut().skip(SECOND / 2).take(SECOND / 4).enumerate() {
                let time = passed as f32 / RATE as f32;
                *sample += strength * part * (time / STRIKES).min(1.0) * (-time / dies).exp() * (TAU * hertz * time).sin();
            }
        }
    }
    round(samples, RATE, CLOCK)
}

/// What the chair's wood rings at: pitch and width in hertz, strength.
const WOOD: [(f32, f32, f32); 4] = [(240.0, 30.0, 1.0), (470.0, 45.0, 0.8), (820.0, 80.0, 0.5), (1_350.0, 150.0, 0.25)];

/// How often the wood slips a second, at the beginning and at the end of a creak.
const SLIPS: (f32, f32) = (38.0, 85.0);

/// The leather beside the wood.
const LEATHER: f32 = 0.05;

/// Somebody shifts in their chair, about half a second: wood that sticks and slips, and leather.
pub fn chair(seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let length = (near(&mut random, 0.55, 0.25) * RATE as f32) as usize;
    let shift = near(&mut random, 1.0, 0.12);
    let mut wood = WOOD.map(|(hertz, width, _)| Filter::band(hertz * shift, width));
    let (mut leather, mut soft) = (Filter::band(1_100.0, 900.0), Filter::below(2_200.0));
    let (mut wait, mut slip) = (0.0, 0.0_f32);
    let samples = (0..length).map(|number| {
        let passed = number as f32 / length as f32;
        let swell = (TAU / 2.0 * passed).sin().powi(2);
        wait -= 1.0;
        if wait <= 0.0 {
            let slips = SLIPS.0 * (SLIPS.1 / SLIPS.0).powf(passed);
            wait = RATE as f32 / near(&mut random, slips, 0.35);
            slip = random.random_range(0.3..1.0);
        }
        // What slips lets go within a few samples, not at once.
        slip *= 0.9;
        let creak: f32 = wood.iter_mut().zip(WOOD).map(|(filter, (_, _, strength))| strength * filter.about(slip)).sum();
        soft.under(swell * (creak + LEATHER * leather.about(white(&mut random))))
    });
    once(samples.collect(), CHAIR)
}
