//! A murmur: a voice through a throat and lips almost closed, with the tune of a phrase and none of its words.
//!
//! A Rosenberg pulse for each opening of the glottis, with breath beside it, goes through the formants of one
//! vowel after another, side by side. What an ear takes for speech lies above the lips' limit and is not there.

use std::f32::consts::PI;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::clip::{Clip, RATE, once};
use super::filter::{Filter, share};
use super::noise::{near, white};
use super::person::Voice;
use super::style::{Delivery, Throat};

/// Shortest and longest phrase, in seconds.
const SHORTEST: f32 = 0.8;
const LONGEST: f32 = 1.8;

/// The last syllable is so much longer than the others.
const LAST: f32 = 1.4;

/// How far the tune sinks over a phrase, moves between syllables and falls at the end, as shares of its range.
const SINKS: f32 = 0.6;
const MOVES: f32 = 0.3;
const FALLS: f32 = 0.4;

/// How fast pitch, throat and lips follow where they are to go, in hertz.
const TUNE: f32 = 4.0;
const THROAT: f32 = 7.0;

/// Between syllables the lips let so much through, and what is above this share of their limit no more.
const CLOSED: f32 = 0.16;
const MUFFLED: f32 = 0.4;

/// Samples between two tunings of the throat.
const STEP: usize = 16;

/// How much louder breath is made than the voice beside it: white noise has little where the formants are.
const AIR: f32 = 4.5;

struct Syllable {
    /// Samples.
    length: usize,
    /// Semitones above the middle.
    pitch: f32,
    /// 0 to 1.
    strength: f32,
    formants: [f32; 3],
}

/// The phrase, from a seed.
pub fn murmur(throat: &Throat, voice: &Voice, delivery: &Delivery, seed: u64) -> Clip {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let syllables = phrase(throat, voice, delivery, &mut random);
    let (tune, follow) = (share(TUNE), share(THROAT));
    let mut glottis = Glottis::new(delivery, voice);
    let mut mouth = Mouth::new(throat);
    let mut pitch = syllables.first().map_or(0.0, |first| first.pitch);
    let mut formants = syllables.first().map_or([500.0; 3], |first| first.formants);
    let mut samples = Vec::new();
    let last = syllables.len().saturating_sub(1);
    for (number, syllable) in syllables.iter().enumerate() {
        for sample in 0..syllable.length {
            let passed = sample as f32 / syllable.length as f32;
            let fall = if number == last { FALLS * delivery.range * passed } else { 0.0 };
            pitch += tune * (syllable.pitch - fall - pitch);
            for (formant, wanted) in formants.iter_mut().zip(syllable.formants) {
                *formant += follow * (wanted - *formant);
            }
            let open = opening(passed) * syllable.strength;
            if samples.len() % STEP == 0 {
                mouth.shape(&formants, open);
            }
            let source = glottis.next(pitch, &mut random);
            samples.push(mouth.sound(source) * (CLOSED + (1.0 - CLOSED) * open) * edge(number, last, passed));
        }
    }
    once(samples, throat.level)
}

/// The syllables, as many as the pace has in that time.
fn phrase(throat: &Throat, voice: &Voice, delivery: &Delivery, random: &mut ChaCha8Rng) -> Vec<Syllable> {
    let pace = delivery.syllables.clamp(1.5, 20.0);
    let fewest = (SHORTEST * pace).ceil().max(2.0) as usize;
    let most = ((LONGEST * pace).floor() as usize).max(fewest);
    let count = random.random_range(fewest..=most);
    let weights: Vec<f32> = (1..=count).map(|number| near(random, if number == count { LAST } else { 1.0 }, 0.22)).collect();
    let whole: f32 = weights.iter().sum();
    let seconds = count as f32 / pace;
    let mut vowel = 0;
    let syllable = |(number, weight): (usize, f32)| {
        let others = throat.vowels.len().saturating_sub(1).max(1);
        vowel = random.random_range(1..=others).saturating_add(vowel).checked_rem(throat.vowels.len()).unwrap_or_default();
        let along = number as f32 / count.saturating_sub(1) as f32;
        Syllable {
            length: (weight / whole * seconds * RATE as f32) as usize,
            pitch: delivery.range * (SINKS * (0.5 - along) + MOVES * white(random)),
            strength: near(random, 0.85, 0.17) * (1.0 - 0.3 * along),
            formants: throat.vowels.get(vowel).copied().unwrap_or([500.0; 3]).map(|hertz| hertz * voice.timbre),
        }
    };
    weights.into_iter().enumerate().map(syllable).collect()
}

/// How far the lips are open in a syllable, 0 to 1: soon, held, and slowly closed.
fn opening(passed: f32) -> f32 {
    let way = (passed / 0.3).min((1.0 - passed) / 0.45).clamp(0.0, 1.0);
    0.5 - 0.5 * (PI * way).cos()
}

/// A phrase begins and ends from nothing, not from a hum.
fn edge(number: usize, last: usize, passed: f32) -> f32 {
    let begins = if number == 0 { passed / 0.2 } else { 1.0 };
    let ends = if number == last { (1.0 - passed) / 0.3 } else { 1.0 };
    let way = begins.min(ends).clamp(0.0, 1.0);
    0.5 - 0.5 * (PI * way).cos()
}

/// What the voice is before it has a colour.
struct Glottis {
    hertz: f32,
    jitter: f32,
    breath: f32,
    /// Where in its period it is, 0 to 1.
    phase: f32,
    flow: f32,
    /// Of this period: its length and its strength beside the others.
    uneven: (f32, f32),
}

impl Glottis {
    fn new(delivery: &Delivery, voice: &Voice) -> Glottis {
        let breath = (delivery.breath * voice.breath).clamp(0.0, 0.6);
        Glottis { hertz: voice.pitch_hertz * delivery.pitch, jitter: delivery.jitter, breath, phase: 0.0, flow: 0.0, uneven: (1.0, 1.0) }
    }

    /// The next sample, so many semitones above the middle.
    fn next(&mut self, semitones: f32, random: &mut ChaCha8Rng) -> f32 {
        let hertz = self.hertz * (semitones / 12.0).exp2();
        self.phase += hertz * self.uneven.0 / RATE as f32;
        if self.phase >= 1.0 {
            self.phase -= 1.0;
            // As even noise this has the deviation that jitter is measured by; the strength varies with it.
            let period = self.jitter * 3.0_f32.sqrt();
            self.uneven = (near(random, 1.0, period), near(random, 1.0, 3.0 * self.jitter));
        }
        // The more breath, the longer it stands open.
        let flow = pulse(self.phase, 0.42 + 0.2 * self.breath, 0.2 + 0.2 * self.breath) * self.uneven.1;
        let change = (flow - self.flow) * RATE as f32 / (8.0 * hertz);
        self.flow = flow;
        change * (1.0 - self.breath) + white(random) * (0.25 + flow) * self.breath * AIR
    }
}

/// Rosenberg's pulse of air, 0 to 1: it opens, and closes faster; both are shares of a period.
fn pulse(phase: f32, opens: f32, closes: f32) -> f32 {
    if phase < opens {
        0.5 - 0.5 * (PI * phase / opens).cos()
    } else if phase < opens + closes {
        (PI / 2.0 * (phase - opens) / closes).cos()
    } else {
        0.0
    }
}

/// Throat, nose and lips.
struct Mouth<'a> {
    throat: &'a Throat,
    formants: [Filter; 3],
    nose: Filter,
    lips: [Filter; 2],
}

impl<'a> Mouth<'a> {
    fn new(throat: &'a Throat) -> Mouth<'a> {
        let [hertz, width, _] = throat.nose;
        Mouth { throat, formants: [Filter::default(); 3], nose: Filter::band(hertz, width), lips: [Filter::default(); 2] }
    }

    fn shape(&mut self, formants: &[f32; 3], open: f32) {
        for ((filter, hertz), width) in self.formants.iter_mut().zip(formants).zip(self.throat.widths) {
            filter.tune(*hertz, width);
        }
        let limit = self.throat.lips * (MUFFLED + (1.0 - MUFFLED) * open);
        self.lips.iter_mut().for_each(|lips| lips.tune(limit, limit * std::f32::consts::SQRT_2));
    }

    fn sound(&mut self, source: f32) -> f32 {
        // Neighbours side by side would cancel each other between their pitches, had they the same sign.
        let signs = [1.0, -1.0, 1.0];
        let strengths = signs.iter().zip(self.throat.strengths).map(|(sign, strength)| sign * strength);
        let voiced: f32 = self.formants.iter_mut().zip(strengths).map(|(filter, strength)| strength * filter.about(source)).sum();
        let nose = self.throat.nose[2] * self.nose.about(source);
        self.lips.iter_mut().fold(voiced + nose, |sound, lips| lips.under(sound))
    }
}
