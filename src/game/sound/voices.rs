//! What people are heard to do: each sound once, made just before, and nobody in two voices at a time.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use bevy::log::warn;
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use kira::StartTime;
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle};
use kira::track::TrackHandle;

use super::rounds::over;
use super::{Begun, data};
use crate::game::stage::Heard;
use crate::portrait::Noise;
use crate::portrait::voice::{Clip, Voice, body, chair, murmur};

/// How long a voice takes to break off.
const BREAK: Duration = Duration::from_millis(120);

/// What is being made, and what sounds of each person.
#[derive(Default)]
pub struct Voices {
    waiting: VecDeque<(Heard, Task<StaticSoundData>)>,
    sounding: BTreeMap<usize, Vec<Sounding>>,
}

struct Sounding {
    handle: StaticSoundHandle,
    /// When it will be over, in seconds since the start of the program.
    ends: f64,
    noise: Noise,
}

impl Voices {
    /// Has a sound made.
    pub fn begin(&mut self, Begun { heard, voice, seed, .. }: Begun) {
        self.waiting.push_back((heard, AsyncComputeTaskPool::get().spawn(async move { data(&clip(heard.noise, &voice, seed)) })));
    }

    /// Plays what has been made, in the order in which it was begun.
    pub fn play(&mut self, people: &mut TrackHandle, room: &mut TrackHandle, now: f64) {
        while let Some((_, task)) = self.waiting.front_mut() {
            let Some(clip) = block_on(poll_once(task)) else { return };
            let Some((heard, _)) = self.waiting.pop_front() else { return };
            let lasts = clip.duration().as_secs_f64();
            if heard.noise == Noise::Chair {
                if let Err(error) = room.play(clip) {
                    warn!("a chair can't be heard: {error}");
                }
                continue;
            }
            let wait = self.wait(heard.person, now);
            let clip = clip.start_time(StartTime::Delayed(Duration::from_secs_f64(wait)));
            match people.play(clip) {
                Ok(handle) => {
                    let sounding = Sounding { handle, ends: now + wait + lasts, noise: heard.noise };
                    self.sounding.entry(heard.person).or_default().push(sounding);
                }
                Err(error) => warn!("somebody can't be heard: {error}"),
            }
        }
    }

    /// Seconds until that person's throat is free: a murmur breaks off for what comes next, a sigh is sighed to its end.
    fn wait(&mut self, person: usize, now: f64) -> f64 {
        let sounding = self.sounding.entry(person).or_default();
        sounding.retain(|before| before.ends > now);
        for murmur in sounding.iter_mut().filter(|before| matches!(before.noise, Noise::Murmur(_))) {
            murmur.handle.stop(over(BREAK));
            murmur.ends = now;
        }
        sounding.iter().map(|before| before.ends - now).fold(0.0, f64::max)
    }

    /// True while something is being made.
    #[cfg(test)]
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Nobody is heard any more.
    pub fn hush(&mut self) {
        self.waiting.clear();
        for mut sounding in std::mem::take(&mut self.sounding).into_values().flatten() {
            sounding.handle.stop(over(BREAK));
        }
    }
}

fn clip(noise: Noise, voice: &Voice, seed: u64) -> Clip {
    match noise {
        Noise::Murmur(manner) => murmur(voice, manner, seed),
        Noise::Body(sound) => body(voice, sound, seed),
        Noise::Chair => chair(seed),
    }
}
