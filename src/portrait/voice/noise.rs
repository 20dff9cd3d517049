//! Chance in a sound: noise, and numbers near a number; all from a seed.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

/// One sample of white noise, -1 to 1.
pub fn white(random: &mut ChaCha8Rng) -> f32 {
    random.random_range(-1.0..1.0)
}

/// A number that lies at most that share above or below.
pub fn near(random: &mut ChaCha8Rng, number: f32, share: f32) -> f32 {
    number * (1.0 + share * white(random))
}
