//! What a voice is made by: the throat, the manners of speaking and the sounds of a body, out of a file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::clip::Clip;
use super::person::Voice;
use super::{body as bodies, murmur as murmurs};
use crate::script::codes::vocabulary;
use crate::script::parse::sound;
use crate::script::voicing::Sound;

const FILE: &str = include_str!("../../../assets/portrait/voice.ron");

static SHIPPED: LazyLock<Style> = LazyLock::new(|| sound(Style::read(FILE)));

vocabulary! {
    /// How somebody speaks.
    Manner {
        Plain,
        /// Slow and low, as in sorrow.
        Heavy,
        /// Quick and high, as in worry.
        Tight,
        /// Pressed and wide, as in anger.
        Hard,
        /// Slow and level with breath in it, as in warmth or longing.
        Soft,
    }
}

/// Everything by which a person's sounds are made.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    pub throat: Throat,
    pub manners: BTreeMap<Manner, Delivery>,
    pub sounds: BTreeMap<Sound, Breathing>,
}

/// The throat of a large person, and the lips before it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Throat {
    /// The three lowest formants of each vowel, in hertz.
    pub vowels: Vec<[f32; 3]>,
    /// Their bandwidths, in hertz.
    pub widths: [f32; 3],
    /// How strong each of them is.
    pub strengths: [f32; 3],
    /// What goes through the nose: its pitch and bandwidth in hertz, its strength.
    pub nose: [f32; 3],
    /// The lips are almost closed: what is above so many hertz stays behind them.
    pub lips: f32,
    /// Mean level of a murmur, in decibels below full scale.
    pub level: f32,
}

/// How something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// Factor of the voice's pitch.
    pub pitch: f32,
    /// How far the pitch goes up and down, in semitones.
    pub range: f32,
    /// How many a second.
    pub syllables: f32,
    /// How unlike one period is to the next, as a share of it.
    pub jitter: f32,
    /// Share of breath in the voice.
    pub breath: f32,
}

/// A sound of the body: puffs of breath one after another.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Breathing {
    /// Mean level, in decibels below full scale.
    pub level: f32,
    /// How often they come, at least and at most.
    pub times: (u8, u8),
    pub puffs: Vec<Puff>,
}

/// One stream of air, a band of noise that moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Puff {
    /// Stillness before it, in seconds.
    pub rest: f32,
    /// In seconds.
    pub lasts: f32,
    /// Middle of the band at the beginning and at the end, in hertz.
    pub from: f32,
    pub to: f32,
    /// Width of the band as a share of its middle.
    pub width: f32,
    /// Beside the others, 0 to 1; 1 where left out.
    #[serde(default = "whole")]
    pub strength: f32,
    /// When it is strongest, as a share of its time.
    pub crest: f32,
}

fn whole() -> f32 {
    1.0
}

impl Style {
    /// Reads a file like `assets/portrait/voice.ron`; what is wrong with it in words.
    pub fn read(text: &str) -> Result<Style, String> {
        ron::from_str(text).map_err(|error| error.to_string())
    }

    /// A phrase without words, 0.8 to 1.8 seconds long.
    pub fn murmur(&self, voice: &Voice, manner: Manner, seed: u64) -> Clip {
        let delivery = self.manners.get(&manner).copied().unwrap_or_default();
        murmurs::murmur(&self.throat, voice, &delivery, seed)
    }

    /// A sound of the body.
    pub fn body(&self, voice: &Voice, sound: Sound, seed: u64) -> Clip {
        bodies::body(self.sounds.get(&sound).unwrap_or(&Breathing::default()), voice, seed)
    }
}

/// A phrase without words in that manner, 0.8 to 1.8 seconds long; no two seeds give the same.
pub fn murmur(voice: &Voice, manner: Manner, seed: u64) -> Clip {
    SHIPPED.murmur(voice, manner, seed)
}

/// A sound of that person's body; no two seeds give the same.
pub fn body(voice: &Voice, sound: Sound, seed: u64) -> Clip {
    SHIPPED.body(voice, sound, seed)
}
