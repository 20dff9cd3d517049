//! A clip of sound, and how each one is finished: no click, no lean, no louder than it may be.

use std::f32::consts::PI;

/// Samples a second.
pub const RATE: u32 = 44_100;

/// The same, to count samples by.
pub(super) const SECOND: usize = RATE as usize;

/// No sample goes beyond this: 12 decibels below full scale.
pub const PEAK: f32 = 0.251;

/// How long a clip takes to come out of silence and to go back, in seconds.
const FADE: f32 = 0.008;

/// Mono sound; samples run from -[`PEAK`] to [`PEAK`].
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    pub samples: Vec<f32>,
    /// Samples a second: [`RATE`], or less where nothing bright is in it.
    pub rate: u32,
    /// Its end runs on into its beginning.
    pub comes_round: bool,
}

impl Clip {
    /// How long it takes, in seconds.
    pub fn seconds(&self) -> f32 {
        self.samples.len() as f32 / self.rate as f32
    }
}

/// A clip that is heard once, with that mean level in decibels below full scale (or less, where a peak forbids it).
pub fn once(samples: Vec<f32>, level: f32) -> Clip {
    let fade = (FADE * RATE as f32) as usize;
    finish(samples, Clip { samples: Vec::new(), rate: RATE, comes_round: false }, fade, level)
}

/// A clip that comes round, at that rate.
pub fn round(samples: Vec<f32>, rate: u32, level: f32) -> Clip {
    finish(samples, Clip { samples: Vec::new(), rate, comes_round: true }, 0, level)
}

fn finish(mut samples: Vec<f32>, clip: Clip, fade: usize, level: f32) -> Clip {
    let length = samples.len();
    let window = |number: usize| {
        let edge = number.min(length.saturating_sub(1).saturating_sub(number));
        if edge < fade { 0.5 - 0.5 * (PI * edge as f32 / fade as f32).cos() } else { 1.0 }
    };
    for (number, sample) in samples.iter_mut().enumerate() {
        *sample = if sample.is_finite() { *sample * window(number) } else { 0.0 };
    }
    // What is taken away to bring the mean to nought fades as the sound does: the ends stay silent.
    let lean = mean(samples.iter().copied()) / mean((0..length).map(window)).max(f32::EPSILON);
    for (number, sample) in samples.iter_mut().enumerate() {
        *sample -= lean * window(number);
    }
    let power = mean(samples.iter().map(|sample| sample * sample)).sqrt();
    let loudest = samples.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
    let gain = (decibels(level) / power.max(f32::EPSILON)).min(PEAK / loudest.max(f32::EPSILON));
    samples.iter_mut().for_each(|sample| *sample *= gain);
    Clip { samples, ..clip }
}

/// The factor that so many decibels are.
pub fn decibels(level: f32) -> f32 {
    10_f32.powf(level / 20.0)
}

/// In double precision: a loop has more samples than a float counts well.
fn mean(values: impl Iterator<Item = f32>) -> f32 {
    let (sum, count) = values.fold((0.0_f64, 0_u32), |(sum, count), value| (sum + f64::from(value), count.saturating_add(1)));
    (sum / f64::from(count.max(1))) as f32
}

/// Has the end run over into the beginning, each fading as the other comes; the last `join` samples are used up.
pub fn joined(mut samples: Vec<f32>, join: usize) -> Vec<f32> {
    let tail = samples.split_off(samples.len().saturating_sub(join));
    for (number, (sample, after)) in samples.iter_mut().zip(tail).enumerate() {
        let turn = number as f32 / join as f32 * PI / 2.0;
        *sample = *sample * turn.sin() + after * turn.cos();
    }
    samples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_comes_is_finished() {
        let mut samples: Vec<f32> = (0..RATE / 10).map(|number| 3.0 + (number as f32 * 0.05).sin()).collect();
        samples[100] = f32::NAN;
        samples[200] = 900.0;
        let clip = once(samples, -20.0);
        assert_eq!((clip.samples[0], clip.samples[clip.samples.len() - 1]), (0.0, 0.0));
        let loudest = clip.samples.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
        assert!((loudest - PEAK).abs() < 1e-3, "a peak is brought down with everything beside it: {loudest}");
        assert!(mean(clip.samples.iter().copied()).abs() < 1e-6);
        assert!(once(Vec::new(), -20.0).samples.is_empty());
        assert!(once(vec![0.0; 10], -20.0).samples.iter().all(|sample| *sample == 0.0));
    }

    #[test]
    fn the_level_is_that_of_the_whole() {
        let clip = round((0..RATE).map(|number| (number as f32 * 0.05).sin()).collect(), RATE, -40.0);
        let power = mean(clip.samples.iter().map(|sample| sample * sample));
        assert!((10.0 * power.log10() + 40.0).abs() < 0.1);
    }
}
