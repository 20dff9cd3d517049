//! The device at work: a track each for people, room and music, and what plays on them.

use kira::backend::Backend;
use kira::track::{TrackBuilder, TrackHandle};
use kira::{AudioManager, Decibels, DefaultBackend, ResourceLimitReached};

use super::Wish;
use super::levels::Levels;
use super::music::Music;
use super::rounds::{FADE, Round, over};
use super::voices::Voices;
use crate::portrait::voice::{clock, rain, tone};

/// Seed of the room: it is the same room each time.
const ROOM: u64 = 50;

/// An open device.
pub struct Live<B: Backend = DefaultBackend> {
    pub manager: AudioManager<B>,
    people: TrackHandle,
    room: TrackHandle,
    pub music: Music,
    tone: Round,
    rain: Round,
    clock: Round,
    voices: Voices,
    /// Asked for last.
    levels: Option<Levels>,
}

impl<B: Backend> Live<B> {
    /// Puts the tracks on the device; they are silent at first.
    pub fn new(mut manager: AudioManager<B>) -> Result<Live<B>, ResourceLimitReached> {
        let silent = || TrackBuilder::new().volume(Decibels::SILENCE);
        let people = manager.add_sub_track(silent())?;
        let room = manager.add_sub_track(silent())?;
        let music = Music::new(|builder| manager.add_sub_track(builder))?;
        let (tone, rain, clock) = Default::default();
        Ok(Live { manager, people, room, music, tone, rain, clock, voices: Voices::default(), levels: None })
    }

    /// Does what is wished.
    pub fn hear(&mut self, wish: Wish) {
        let levels = wish.levels;
        let awake = levels.whole > Decibels::SILENCE;
        if self.levels.replace(levels) != Some(levels) {
            self.set(levels, awake);
        }
        if !awake {
            self.voices.hush();
            return;
        }
        let audible = levels.room > Decibels::SILENCE;
        self.tone.hear(&mut self.room, audible, || tone(ROOM));
        self.rain.hear(&mut self.room, audible && levels.rain, || rain(ROOM));
        self.clock.hear(&mut self.room, audible && levels.clock, || clock(ROOM));
        if levels.music > Decibels::SILENCE {
            self.music.follow(wish.mood, wish.seed);
        }
        wish.sounds.into_iter().for_each(|begun| self.voices.begin(begun));
        self.voices.play(&mut self.people, &mut self.room, wish.now);
    }

    /// True while something is being made.
    #[cfg(test)]
    pub fn waits(&self) -> bool {
        [&self.tone, &self.rain, &self.clock].iter().any(|round| round.made.waits()) || self.voices.waits() || self.music.waits()
    }

    fn set(&mut self, levels: Levels, awake: bool) {
        self.music.set(levels.music, awake);
        self.people.set_volume(levels.voice, over(FADE));
        self.room.set_volume(levels.room, over(FADE));
        if awake {
            self.manager.main_track().set_volume(levels.whole, over(FADE));
            self.room.resume(over(FADE));
        } else {
            self.room.pause(over(FADE));
        }
    }
}
