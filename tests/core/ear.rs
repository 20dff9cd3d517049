//! An ear for tests: level, pitch and spectrum of a sound.

use std::f64::consts::TAU;

use fifty_minutes::portrait::voice::{Clip, RATE};

/// Mean level in decibels below full scale.
pub fn loudness(samples: &[f32]) -> f64 {
    10.0 * (samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>() / samples.len() as f64).log10()
}

/// Power at a pitch, over short windows so that it need not stand still.
pub fn power(samples: &[f32], rate: u32, hertz: f64) -> f64 {
    let turn = 2.0 * (TAU * hertz / f64::from(rate)).cos();
    let length = 1024.min(samples.len());
    let windows = samples.chunks_exact(length).map(|window| {
        let (mut one, mut two) = (0.0, 0.0);
        for (number, sample) in window.iter().enumerate() {
            let bell = 0.5 - 0.5 * (TAU * number as f64 / length as f64).cos();
            (one, two) = (bell * f64::from(*sample) + turn * one - two, one);
        }
        one * one + two * two - turn * one * two
    });
    windows.sum()
}

/// Power between two pitches.
pub fn between(samples: &[f32], low: f64, high: f64) -> f64 {
    pitches(low, high).step_by(2).map(|hertz| power(samples, RATE, hertz)).sum()
}

/// Pitches to measure between two of them, as far apart as a window tells them.
pub fn pitches(low: f64, high: f64) -> impl Iterator<Item = f64> {
    (0..).map(move |step| low + 43.0 * f64::from(step)).take_while(move |hertz| *hertz < high)
}

/// Where the middle of the power lies, in hertz.
pub fn brightness(samples: &[f32]) -> f64 {
    let powers: Vec<(f64, f64)> = pitches(43.0, 9_000.0).map(|hertz| (hertz, power(samples, RATE, hertz))).collect();
    powers.iter().map(|(hertz, power)| hertz * power).sum::<f64>() / powers.iter().map(|(_, power)| power).sum::<f64>()
}

/// The pitch of a voice in hertz: the middle one of those at which short pieces are most like themselves.
pub fn heard(clip: &Clip) -> f64 {
    let whole = loudness(&clip.samples);
    let mut pitches: Vec<f64> = clip
        .samples
        .chunks_exact(2_048)
        .filter(|piece| loudness(piece) > whole - 6.0)
        .map(|piece| {
            let alike = |lag: usize| piece[lag..].iter().zip(piece).map(|(a, b)| f64::from(a * b)).sum::<f64>() / (2_048 - lag) as f64;
            let likeness: Vec<f64> = (0..640).map(alike).collect();
            let best = likeness[110..].iter().copied().fold(0.0, f64::max);
            let lag = (110..639)
                .find(|&lag| likeness[lag] > 0.9 * best && likeness[lag] >= likeness[lag + 1] && likeness[lag] >= likeness[lag - 1]);
            f64::from(RATE) / lag.unwrap_or(640) as f64
        })
        .collect();
    pitches.sort_by(f64::total_cmp);
    pitches[pitches.len() / 2]
}

/// The widest step from one sample to the next.
pub fn steps(samples: &[f32]) -> f32 {
    samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max)
}

/// How unlike two clips are, beside the first: 0 the same, 1 as unlike as silence.
pub fn unlike(one: &Clip, other: &Clip) -> f64 {
    if one.samples.len() != other.samples.len() {
        return 1.0;
    }
    let power = |samples: &mut dyn Iterator<Item = f32>| samples.map(|sample| f64::from(sample).powi(2)).sum::<f64>();
    power(&mut one.samples.iter().zip(&other.samples).map(|(a, b)| a - b)) / power(&mut one.samples.iter().copied())
}
