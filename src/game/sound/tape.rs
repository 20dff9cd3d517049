//! A device that writes down what it plays, so that a test can hear it.

use std::time::Duration;

use bevy::tasks::{AsyncComputeTaskPool, TaskPool};
use kira::backend::{Backend, Renderer};
use kira::{AudioManager, AudioManagerSettings, Decibels};

use super::levels::Levels;
use super::live::Live;
use super::{Begun, Wish};
use crate::game::screen::Screen;
use crate::game::settings::Settings;
use crate::game::stage::Heard;
use crate::portrait::Noise;
use crate::portrait::voice::{Manner, Mood, RATE, Voice};
use crate::script::voicing::{Sound, Voicing};

/// Plays as fast as it is listened to.
struct Tape(Option<Renderer>);

impl Backend for Tape {
    type Settings = ();
    type Error = ();

    fn setup(_: (), _: usize) -> Result<(Tape, u32), ()> {
        Ok((Tape(None), RATE))
    }

    fn start(&mut self, renderer: Renderer) -> Result<(), ()> {
        self.0 = Some(renderer);
        Ok(())
    }
}

impl Default for Live<Tape> {
    fn default() -> Self {
        AsyncComputeTaskPool::get_or_init(TaskPool::new);
        Live::new(AudioManager::new(AudioManagerSettings::default()).unwrap()).unwrap()
    }
}

impl Live<Tape> {
    /// Has it do what is wished for so many seconds, forty frames each; gives back the level of each half second in decibels.
    fn listen(&mut self, seconds: usize, mut wish: impl FnMut(f64) -> Wish) -> Vec<f32> {
        let frame = RATE as usize / 40;
        let mut played: Vec<f32> = Vec::new();
        for number in 0..seconds * 40 {
            let now = number as f64 / 40.0;
            self.hear(wish(now));
            // Clips are made away from here.
            while self.waits() {
                std::thread::sleep(Duration::from_millis(2));
                self.hear(Wish { sounds: Vec::new(), ..wish(now) });
            }
            let mut out = vec![0.0; frame * 2];
            for part in out.chunks_mut(256) {
                let renderer = self.manager.backend_mut().0.as_mut().unwrap();
                renderer.on_start_processing();
                renderer.process(part, 2);
            }
            played.extend(out.chunks(2).map(|sides| sides[0]));
        }
        played.chunks(RATE as usize / 2).map(level).collect()
    }
}

fn level(samples: &[f32]) -> f32 {
    let power = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>() / samples.len() as f64;
    (10.0 * power.max(1e-12).log10()) as f32
}

/// Nothing but what the settings say.
fn wish(settings: Settings, screen: Screen, exam: bool) -> Wish {
    let levels = Levels::of(&settings, screen, exam);
    Wish { levels, mood: Mood { valence: 0, arousal: 100, alliance: 100 }, seed: 7, sounds: Vec::new(), now: 0.0 }
}

/// Neither room nor music.
fn bare() -> Settings {
    Settings { room: 0, music: 0, ..Settings::default() }
}

fn heard(person: usize, noise: Noise, seed: u64) -> Begun {
    Begun { heard: Heard { person, noise }, voice: Voice::of(&Voicing::default()), seed, at: 0.0 }
}

#[test]
fn who_speaks_is_heard_once_and_then_it_is_still() {
    let mut live = Live::default();
    let levels = live.listen(5, |now| {
        let sounds = if now == 1.0 { vec![heard(0, Noise::Murmur(Manner::Plain), 1)] } else { Vec::new() };
        Wish { sounds, now, ..wish(bare(), Screen::Room, false) }
    });
    assert!(levels[..2].iter().all(|level| *level < -90.0), "{levels:?}");
    assert!(levels[2..4].iter().any(|level| (-40.0..-25.0).contains(level)), "{levels:?}");
    assert!(levels[7..].iter().all(|level| *level < -90.0), "{levels:?}");
}

#[test]
fn a_sigh_is_sighed_to_its_end_before_the_words() {
    let both = vec![heard(0, Noise::Body(Sound::Sigh), 1), heard(0, Noise::Murmur(Manner::Heavy), 1)];
    let how_long = |sounds: &[Begun]| {
        let mut live = Live::default();
        let levels = live.listen(6, |now| Wish {
            sounds: if now == 1.0 { sounds.to_vec() } else { Vec::new() },
            now,
            ..wish(bare(), Screen::Room, false)
        });
        levels.iter().filter(|level| **level > -60.0).count()
    };
    assert!(how_long(&both) > how_long(&both[..1]) + 1 && how_long(&both) > how_long(&both[1..]) + 2);
    // Two people don't wait for each other, and a murmur breaks off for the next.
    let other = vec![both[0], heard(1, Noise::Murmur(Manner::Heavy), 1)];
    assert!(how_long(&other) <= how_long(&other[..1]) + 1);
}

#[test]
fn nobody_goes_on_into_a_pause() {
    let mut live = Live::default();
    let sounds =
        vec![heard(0, Noise::Body(Sound::Sigh), 1), heard(0, Noise::Murmur(Manner::Heavy), 1), heard(0, Noise::Body(Sound::Sob), 1)];
    live.listen(1, |now| Wish { sounds: if now == 0.0 { sounds.clone() } else { Vec::new() }, now, ..wish(bare(), Screen::Room, false) });
    let pause = live.listen(3, |now| Wish { now, ..wish(bare(), Screen::Pause, false) });
    assert!(pause[2..].iter().all(|level| *level < -100.0), "{pause:?}");
}

#[test]
fn the_room_is_heard_as_it_is_set_and_not_in_a_pause() {
    let mut live = Live::default();
    let dry = Settings { music: 0, ..Settings::default() };
    let still = live.listen(3, |now| Wish { now, ..wish(dry, Screen::Room, false) });
    assert!((still[5] + 46.0).abs() < 2.0, "{still:?}");
    let wet = live.listen(4, |now| Wish { now, ..wish(Settings { rain: true, ..dry }, Screen::Room, false) });
    assert!(wet[7] > still[5] + 2.0, "{wet:?}");
    let all = Settings { rain: true, clock: true, music: 100, ..Settings::default() };
    live.listen(4, |now| Wish { now, ..wish(all, Screen::Room, false) });
    let pause = live.listen(3, |now| {
        let sounds = vec![heard(0, Noise::Murmur(Manner::Hard), 1)];
        Wish { sounds, now, ..wish(all, Screen::Pause, false) }
    });
    assert!(pause[3..].iter().all(|level| *level < -100.0), "{pause:?}");
}

#[test]
fn music_comes_slowly_and_an_exam_has_none() {
    let set = Settings { room: 0, music: 100, ..Settings::default() };
    let mut live = Live::default();
    let exam = live.listen(30, |now| Wish { now, ..wish(set, Screen::Room, true) });
    assert!(exam.iter().all(|level| *level < -100.0) && live.music.sounds() == 0);
    let mut live = Live::default();
    let practice = live.listen(30, |now| Wish { now, ..wish(set, Screen::Room, false) });
    assert!(practice[2] < -55.0 && practice[50..].iter().all(|level| (-40.0..-28.0).contains(level)), "{practice:?}");
    let rise = practice.windows(2).skip(1).map(|pair| pair[1] - pair[0]).fold(0.0, f32::max);
    assert!(rise < 12.0, "{practice:?}");
}

#[test]
fn the_music_follows_a_mood_without_a_gap() {
    let set = Settings { room: 0, music: 100, ..Settings::default() };
    let mut live = Live::default();
    live.listen(30, |now| Wish { now, ..wish(set, Screen::Room, false) });
    let low = Mood { valence: -100, arousal: 100, alliance: 100 };
    let over = live.listen(30, |now| Wish { mood: low, now, ..wish(set, Screen::Room, false) });
    assert!(over.iter().all(|level| *level > -44.0), "{over:?}");
    assert_eq!(live.music.sounds(), 3, "what has gone plays no more");
    let apart = Mood { alliance: 0, ..low };
    let bare = live.listen(30, |now| Wish { mood: apart, now, ..wish(set, Screen::Room, false) });
    let calm = live.listen(30, |now| Wish { mood: Mood { arousal: 0, ..apart }, now, ..wish(set, Screen::Room, false) });
    let end = |levels: &[f32]| levels[52..].iter().sum::<f32>() / 8.0;
    assert!(end(&over) > end(&bare) + 0.5 && end(&bare) > end(&calm) + 0.3, "{} {} {}", end(&over), end(&bare), end(&calm));
}

#[test]
fn a_voice_that_is_set_to_nought_is_not_heard() {
    let mut live = Live::default();
    let set = Settings { voice: 0, ..bare() };
    let levels = live.listen(3, |now| {
        let sounds = if now == 0.0 { vec![heard(0, Noise::Body(Sound::Sob), 1)] } else { Vec::new() };
        Wish { sounds, now, ..wish(set, Screen::Room, false) }
    });
    assert!(levels.iter().all(|level| *level < -100.0), "{levels:?}");
    assert_eq!(Levels::of(&set, Screen::Room, false).voice, Decibels::SILENCE);
}
