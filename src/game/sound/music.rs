//! The music: layers of one scale after another, which come and go so slowly that nobody notices when.

use std::collections::BTreeMap;
use std::time::Duration;

use bevy::log::warn;
use kira::effect::filter::{FilterBuilder, FilterHandle};
use kira::sound::static_sound::StaticSoundHandle;
use kira::track::{TrackBuilder, TrackHandle};
use kira::{Decibels, Easing, Tween};

use super::rounds::{FADE, Made, over};
use crate::portrait::voice::{LAYERS, Mood, Scale, layer};

/// How long the music takes to follow a mood.
const FOLLOWS: Duration = Duration::from_secs(24);

/// Its track with the filter on it, and what plays there.
pub struct Music {
    track: TrackHandle,
    filter: FilterHandle,
    /// Followed last.
    mood: Option<Mood>,
    seed: u64,
    scale: Option<Scale>,
    made: BTreeMap<Scale, Made>,
    /// The layers of the scale, all of them in step, heard or not.
    playing: Vec<StaticSoundHandle>,
    /// The device would not; it isn't asked again.
    refused: bool,
}

impl Music {
    /// Silent at first; `add` puts its track on the device.
    pub fn new<Error>(add: impl FnOnce(TrackBuilder) -> Result<TrackHandle, Error>) -> Result<Music, Error> {
        let mut builder = TrackBuilder::new().volume(Decibels::SILENCE);
        let filter = builder.add_effect(FilterBuilder::new().cutoff(f64::from(Mood::default().limit())));
        let track = add(builder)?;
        Ok(Music { track, filter, mood: None, seed: 0, scale: None, made: BTreeMap::new(), playing: Vec::new(), refused: false })
    }

    /// How loud it is from now on; what is silent stands still.
    pub fn set(&mut self, level: Decibels, awake: bool) {
        self.track.set_volume(level, over(FADE));
        if awake && level > Decibels::SILENCE {
            self.track.resume(over(FADE));
        } else {
            self.track.pause(over(FADE));
        }
    }

    /// Goes along with the mood of the hour with that seed.
    pub fn follow(&mut self, mood: Mood, seed: u64) {
        if seed != self.seed {
            // Another hour has another way round.
            self.stop(over(FADE));
            (self.seed, self.scale, self.mood) = (seed, None, None);
            self.made.clear();
        }
        let scale = mood.scale(self.scale);
        if self.scale != Some(scale) {
            self.stop(slowly(GOES));
            self.scale = Some(scale);
        }
        if self.playing.is_empty() && !self.refused {
            self.start(scale, mood);
        } else if self.mood.is_some_and(|before| before.layers() != mood.layers()) {
            for (number, playing) in self.playing.iter_mut().enumerate() {
                let (level, easing) = if number < mood.layers() { (Decibels::IDENTITY, COMES) } else { (Decibels::SILENCE, GOES) };
                playing.set_volume(level, slowly(easing));
            }
        }
        if self.mood.map(|before| before.limit()) != Some(mood.limit()) {
            self.filter.set_cutoff(f64::from(mood.limit()), slowly(Easing::Linear));
        }
        self.mood = Some(mood);
    }

    fn start(&mut self, scale: Scale, mood: Mood) {
        let seed = self.seed;
        let make = move || (0..LAYERS).map(|number| layer(scale, number, seed)).collect();
        let Some(clips) = self.made.entry(scale).or_default().get(make) else { return };
        for (number, clip) in clips.iter().enumerate() {
            match self.track.play(clip.volume(Decibels::SILENCE)) {
                Ok(mut playing) => {
                    if number < mood.layers() {
                        playing.set_volume(Decibels::IDENTITY, slowly(COMES));
                    }
                    self.playing.push(playing);
                }
                Err(error) => {
                    warn!("the music can't be heard: {error}");
                    self.refused = true;
                    break;
                }
            }
        }
        if self.refused {
            // Two voices of three would be another music.
            self.stop(over(FADE));
        }
    }

    fn stop(&mut self, tween: Tween) {
        self.playing.drain(..).for_each(|mut playing| playing.stop(tween));
    }

    /// True while something is being made.
    #[cfg(test)]
    pub fn waits(&self) -> bool {
        self.made.values().any(Made::waits)
    }

    /// How many clips the device plays of it, whether they are heard or not.
    #[cfg(test)]
    pub fn sounds(&self) -> usize {
        self.track.num_sounds()
    }
}

/// In decibels a straight way would leave a hole where one scale goes and the other comes.
const COMES: Easing = Easing::OutPowi(3);
const GOES: Easing = Easing::InPowi(3);

fn slowly(easing: Easing) -> Tween {
    Tween { easing, ..over(FOLLOWS) }
}
