//! The sounds of a body: streams of air through a nose and a throat.

use std::iter::repeat_n;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::clip::{Clip, RATE, once};
use super::filter::{Filter, share};
use super::noise::{near, white};
use super::person::Voice;
use super::style::{Breathing, Puff};

/// What follows the last puff, in seconds.
const AFTER: f32 = 0.05;

/// How unlike two of the same sound are: in length and in the pitch of the air.
const LENGTH: f32 = 0.12;
const PITCH: f32 = 0.06;

/// No stream of air is even: so many changes a second, and how far they go.
const FLUTTER: f32 = 6.0;
const UNEVEN: f32 = 0.5;

/// The sound, from a seed.
pub fn body(breathing: &Breathing, voice: &Voice, seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let (fewest, most) = breathing.times;
    let times = random.random_range(fewest..=most.max(fewest));
    let mut samples = Vec::new();
    for _ in 0..times {
        for puff in &breathing.puffs {
            blow(&mut samples, puff, voice, &mut random);
        }
    }
    samples.extend(repeat_n(0.0, count(AFTER)));
    once(samples, breathing.level)
}

fn blow(samples: &mut Vec<f32>, puff: &Puff, voice: &Voice, random: &mut ChaCha8Rng) {
    samples.extend(repeat_n(0.0, count(near(random, puff.rest, LENGTH))));
    let length = count(near(random, puff.lasts, LENGTH)).max(1);
    let strength = near(random, puff.strength, LENGTH);
    let shift = near(random, voice.timbre, PITCH);
    // Twice the same band: breath has soft shoulders, but it ends.
    let mut bands = [Filter::default(); 2];
    let (pace, mut flow) = (share(FLUTTER), [0.0_f32; 2]);
    samples.extend((0..length).map(|number| {
        let passed = number as f32 / length as f32;
        if number % 16 == 0 {
            let middle = shift * puff.from * (puff.to / puff.from).powf(passed);
            bands.iter_mut().for_each(|band| band.tune(middle, middle * puff.width));
        }
        flow[0] += pace * (white(random) / pace.sqrt() - flow[0]);
        flow[1] += pace * (flow[0] - flow[1]);
        let uneven = (1.0 + UNEVEN * flow[1]).clamp(0.3, 1.7);
        let air = bands.iter_mut().fold(white(random), |air, band| band.about(air));
        air * swell(passed, puff.crest) * strength * uneven
    }));
}

/// Comes and goes without an edge: 0 at both ends, 1 at the crest.
fn swell(passed: f32, crest: f32) -> f32 {
    let crest = crest.clamp(0.05, 0.95);
    let near = if passed < crest { passed / crest } else { (1.0 - passed) / (1.0 - crest) };
    let bell = 0.5 - 0.5 * (std::f32::consts::PI * near).cos();
    bell * bell.sqrt()
}

fn count(seconds: f32) -> usize {
    (seconds.clamp(0.0, 10.0) * RATE as f32) as usize
}
