//! The sound of a quiet room, made from a seed; without a sound device, silence.

use std::f32::consts::TAU;
use std::time::Duration;

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle, StaticSoundSettings};
use kira::{AudioManager, AudioManagerSettings, Decibels, DefaultBackend, Frame, Tween};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::desk::Desk;
use super::screen::Screen;
use super::settings::Settings;

const RATE: u32 = 44_100;

/// How long the room tone is before it comes round, in seconds.
const LENGTH: u32 = 12;

/// How its end runs over into its beginning, in samples.
const JOIN: usize = RATE as usize;

/// Loudness of the room tone at full volume, in decibels below full scale.
const LOUDNESS: f32 = -46.0;

/// Seed of the room tone: it is the same room each time.
const SEED: u64 = 50;

const FADE: Duration = Duration::from_millis(900);

/// What plays the sounds.
#[derive(Resource, Default)]
enum Mixer {
    /// Nothing has had to be heard yet.
    #[default]
    Closed,
    /// Devices may take their time to open.
    Opening(Task<Option<Live>>),
    Live(Box<Live>),
    /// There is no device.
    Silent,
}

struct Live {
    manager: AudioManager<DefaultBackend>,
    tone: Option<StaticSoundHandle>,
    /// Asked for last.
    loudness: Decibels,
}

impl Mixer {
    /// Makes the room sound as loud as that.
    fn hear(&mut self, wanted: Decibels) {
        match self {
            Mixer::Closed if wanted > Decibels::SILENCE => *self = Mixer::Opening(AsyncComputeTaskPool::get().spawn(async { open() })),
            Mixer::Opening(task) => {
                if let Some(opened) = block_on(poll_once(task)) {
                    *self = opened.map_or(Mixer::Silent, |live| Mixer::Live(Box::new(live)));
                }
            }
            Mixer::Live(live) if live.loudness != wanted => live.hear(wanted),
            Mixer::Closed | Mixer::Live(_) | Mixer::Silent => {}
        }
    }
}

impl Live {
    fn hear(&mut self, wanted: Decibels) {
        self.loudness = wanted;
        let fade = Tween { duration: FADE, ..Tween::default() };
        match &mut self.tone {
            Some(tone) => tone.set_volume(wanted, fade),
            None => {
                let data = room_tone(SEED).volume(wanted).fade_in_tween(fade);
                match self.manager.play(data) {
                    Ok(tone) => self.tone = Some(tone),
                    Err(error) => warn!("the room can't be heard: {error}"),
                }
            }
        }
    }
}

fn open() -> Option<Live> {
    if !has_device() {
        warn!("there is no sound device; the hour is silent");
        return None;
    }
    match AudioManager::new(AudioManagerSettings::default()) {
        Ok(manager) => Some(Live { manager, tone: None, loudness: Decibels::SILENCE }),
        Err(error) => {
            warn!("there is no sound: {error}");
            None
        }
    }
}

/// Asked first: where there is none, the sound library says so at length.
#[cfg(target_os = "linux")]
fn has_device() -> bool {
    use std::path::Path;
    let cards = std::fs::read_to_string("/proc/asound/cards").unwrap_or_default();
    let served = |socket: &str| std::env::var("XDG_RUNTIME_DIR").is_ok_and(|folder| Path::new(&folder).join(socket).exists());
    cards.contains('[') || std::env::var_os("PULSE_SERVER").is_some() || served("pulse/native") || served("pipewire-0")
}

#[cfg(not(target_os = "linux"))]
fn has_device() -> bool {
    true
}

/// A room in which nothing happens: brown noise, gently filtered, that goes round without a seam.
fn room_tone(seed: u64) -> StaticSoundData {
    let frames: Vec<Frame> = tone(seed).into_iter().map(Frame::from_mono).collect();
    let settings = StaticSoundSettings::new().loop_region(..);
    StaticSoundData { sample_rate: RATE, frames: frames.into(), settings, slice: None }
}

fn tone(seed: u64) -> Vec<f32> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let length = (RATE * LENGTH) as usize;
    let share = |hertz: f32| 1.0 - (-TAU * hertz / RATE as f32).exp();
    // White noise summed up with a leak is brown; what is too low to be heard and too bright for a room goes.
    let (low, high) = (share(45.0), share(420.0));
    let (mut brown, mut rumble, mut soft) = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut noise: Vec<f32> = (0..length + JOIN)
        .map(|_| {
            brown = 0.996 * brown + random.random_range(-1.0..1.0);
            rumble += low * (brown - rumble);
            soft += high * (brown - rumble - soft);
            soft
        })
        .collect();
    // The end runs over into the beginning, each fading as the other comes.
    let tail = noise.split_off(length);
    for (number, (sample, after)) in noise.iter_mut().zip(tail).enumerate() {
        let turn = number as f32 / JOIN as f32 * TAU / 4.0;
        *sample = *sample * turn.sin() + after * turn.cos();
    }
    let power = noise.iter().map(|sample| sample * sample).sum::<f32>() / noise.len() as f32;
    let gain = 10_f32.powf(LOUDNESS / 20.0) / power.sqrt().max(f32::EPSILON);
    noise.iter_mut().for_each(|sample| *sample *= gain);
    noise
}

/// How loud the room is on a screen.
fn loudness(settings: &Settings, screen: Screen) -> Decibels {
    let audible = matches!(screen, Screen::Room) && !settings.mute && settings.volume > 0;
    if !audible {
        return Decibels::SILENCE;
    }
    // 60 of 100 leaves the tone as it was made.
    Decibels((f32::from(settings.volume) / 60.0).log10() * 20.0)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Mixer>().add_systems(Update, hear.after(super::desk::DeskSystems));
}

fn hear(mut mixer: ResMut<Mixer>, desk: Res<Desk>, screen: Res<State<Screen>>) {
    mixer.hear(loudness(desk.settings(), *screen.get()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_tone_is_quiet_and_comes_round_without_a_click() {
        let noise = tone(1);
        assert_eq!(noise, tone(1));
        let loudest = noise.iter().fold(0.0_f32, |loudest, sample| loudest.max(sample.abs()));
        assert!(loudest < 0.05, "{loudest}");
        let step = |pair: &[f32]| (pair[1] - pair[0]).abs();
        let widest = noise.windows(2).map(step).fold(0.0, f32::max);
        assert!(step(&[noise[noise.len() - 1], noise[0]]) <= widest);
    }

    #[test]
    fn it_is_heard_in_the_room_alone_and_as_it_was_set() {
        let set = Settings::default();
        assert_eq!(loudness(&set, Screen::Room), Decibels(0.0));
        assert_eq!(loudness(&set, Screen::Pause), Decibels::SILENCE);
        assert_eq!(loudness(&Settings { mute: true, ..set }, Screen::Room), Decibels::SILENCE);
        assert!(loudness(&Settings { volume: 20, ..set }, Screen::Room) < Decibels(-6.0));
    }
}
