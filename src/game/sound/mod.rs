//! What is heard in the room: the people, the room itself and very soft music; without a sound device, silence.
//!
//! ```text
//! desk, stage ── Wish ── Mixer ── Live ──┬── voices ──┐
//!                                        ├── rounds ──┼── kira
//!                                        └── music ───┘
//! ```
//!
//! `levels` says how loud everything is to be, `device` opens what plays it. Clips are made away from
//! the frame, and those that come round are made once.

mod device;
mod levels;
mod live;
mod music;
mod rounds;
#[cfg(test)]
mod tape;
mod voices;

use bevy::prelude::*;
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use kira::sound::static_sound::{StaticSoundData, StaticSoundSettings};
use kira::{Decibels, Frame};

use crate::portrait::voice::{Clip, Mood, Voice};
use crate::record::Mode;
use crate::texts::text;

use super::desk::{Desk, DeskSystems, Hour, Notice};
use super::picture::PictureSystems;
use super::screen::Screen;
use super::stage::Heard;
use levels::Levels;
use live::Live;

/// Everything that is to be heard now.
struct Wish {
    levels: Levels,
    mood: Mood,
    /// Of the hour; the music and every sound go by it.
    seed: u64,
    /// What begins now.
    sounds: Vec<Begun>,
    /// Seconds since the start of the program.
    now: f64,
}

/// Something that begins to be heard.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Begun {
    heard: Heard,
    /// Of the person who is heard.
    voice: Voice,
    seed: u64,
    /// In seconds since the start of the program.
    at: f64,
}

/// A device that opens within so many seconds still plays what began before.
const LATE: f64 = 1.0;

/// What plays the sounds.
#[derive(Resource, Default)]
enum Mixer {
    /// Nothing has had to be heard yet.
    #[default]
    Closed,
    /// Devices may take their time to open; what was to be heard meanwhile is kept.
    Opening(Task<Option<Live>>, Vec<Begun>),
    Live(Box<Live>),
    /// There is no device.
    Silent,
}

impl Mixer {
    /// True where it turns out just now that there is no device.
    fn hear(&mut self, mut wish: Wish) -> bool {
        match self {
            Mixer::Closed if wish.levels.whole > Decibels::SILENCE => {
                let task = AsyncComputeTaskPool::get().spawn(async { device::open() });
                *self = Mixer::Opening(task, wish.sounds);
            }
            Mixer::Opening(task, kept) => {
                kept.append(&mut wish.sounds);
                kept.retain(|begun| begun.at + LATE > wish.now);
                let Some(opened) = block_on(poll_once(task)) else { return false };
                wish.sounds = std::mem::take(kept);
                *self = opened.map_or(Mixer::Silent, |live| Mixer::Live(Box::new(live)));
                self.hear(wish);
                return matches!(self, Mixer::Silent);
            }
            Mixer::Live(live) => live.hear(wish),
            Mixer::Closed | Mixer::Silent => {}
        }
        false
    }
}

/// A clip as the sound library wants it.
fn data(clip: &Clip) -> StaticSoundData {
    let settings = StaticSoundSettings::new();
    let settings = if clip.comes_round { settings.loop_region(..) } else { settings };
    let frames: Vec<Frame> = clip.samples.iter().copied().map(Frame::from_mono).collect();
    StaticSoundData { sample_rate: clip.rate, frames: frames.into(), settings, slice: None }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Mixer>().add_systems(Update, hear.after(DeskSystems).after(PictureSystems));
}

fn hear(mut mixer: ResMut<Mixer>, mut desk: ResMut<Desk>, screen: Res<State<Screen>>, time: Res<Time<Real>>, mut number: Local<u64>) {
    if mixer.hear(wish(desk.bypass_change_detection(), *screen.get(), time.elapsed_secs_f64(), &mut number)) {
        desk.notice.get_or_insert_with(|| Notice::done(text("sound-none")));
    }
}

/// What is to be heard on that screen; `number` counts the sounds, so that each has a seed of its own.
fn wish(desk: &mut Desk, screen: Screen, now: f64, number: &mut u64) -> Wish {
    let exam = desk.on_stage().is_some_and(|hour| hour.sitting.header().mode == Mode::Exam);
    let mut levels = Levels::of(desk.settings(), screen, exam);
    if desk.on_stage().is_none() {
        // The hour is left a frame before its room is.
        levels.whole = Decibels::SILENCE;
    }
    let (mood, seed) = desk.on_stage().map(|hour| (hour.stage.mood(), hour.sitting.header().seed)).unwrap_or_default();
    let sounds = desk.on_stage_mut().map(|hour| begun(hour, now, number)).unwrap_or_default();
    Wish { levels, mood, seed, sounds, now }
}

/// What the people in the room are heard to do.
fn begun(hour: &mut Hour, now: f64, number: &mut u64) -> Vec<Begun> {
    let heard = hour.stage.take_sounds();
    let (people, seed) = (&hour.sitting.bundle().case.people, hour.sitting.header().seed);
    let begun = |heard: Heard| {
        let voice = Voice::of(&people.get(heard.person)?.voice);
        *number = number.wrapping_add(1);
        Some(Begun { heard, voice, seed: seed.wrapping_add(*number), at: now })
    };
    heard.into_iter().filter_map(begun).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use bevy::tasks::TaskPoolBuilder;

    use super::*;
    use crate::game::desk::Place;
    use crate::game::screen::Intent;

    /// In the room of a shipped case that somebody has read, so that there can be an exam.
    fn in_room(mode: Mode, folder: &Path) -> Desk {
        let (from, to) = (Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues"), folder.join("dialogues"));
        fs::create_dir_all(to.join("noor")).unwrap();
        for name in ["rubric.ron", "reactions.ron", "noor/case.ron"] {
            let text = fs::read_to_string(from.join(name)).unwrap();
            fs::write(to.join(name), text.replace("review: \"none yet\"", "review: \"a clinician\"")).unwrap();
        }
        for file in fs::read_dir(from.join("noor")).unwrap().map(|file| file.unwrap().path()) {
            if file.to_string_lossy().ends_with(".scene.ron") {
                fs::copy(&file, to.join("noor").join(file.file_name().unwrap())).unwrap();
            }
        }
        let mut desk = Desk::new(&Place { dialogues: Some(to), data_dir: Some(folder.into()), seed: Some(3), ..Place::default() });
        desk.answer(&Intent::Open("noor".into()), Screen::Book);
        desk.answer(&Intent::Sit(mode), Screen::Referral);
        assert_eq!(desk.answer(&Intent::Begin { kept: false }, Screen::Referral), Some(Screen::Room), "{:?}", desk.notice);
        desk
    }

    #[test]
    fn who_speaks_is_wished_once_in_their_own_voice() {
        let folder = tempfile::tempdir().unwrap();
        let (mut desk, mut number) = (in_room(Mode::Practise, folder.path()), 0);
        desk.hour.as_mut().unwrap().stage.advance(20_000);
        let first = wish(&mut desk, Screen::Room, 1.0, &mut number);
        let noor = desk.hour.as_ref().unwrap().sitting.bundle().case.people[0].voice;
        assert!(!first.sounds.is_empty() && first.sounds.iter().all(|begun| begun.voice == Voice::of(&noor)));
        assert!(wish(&mut desk, Screen::Room, 1.1, &mut number).sounds.is_empty());
        let seeds: Vec<u64> = first.sounds.iter().map(|begun| begun.seed).collect();
        assert!(seeds.windows(2).all(|pair| pair[0] != pair[1]), "{seeds:?}");
    }

    #[test]
    fn that_there_is_no_device_is_told_once() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = in_room(Mode::Practise, folder.path());
        let pool = AsyncComputeTaskPool::get_or_init(|| TaskPoolBuilder::new().num_threads(1).build());
        let mut mixer = Mixer::Opening(pool.spawn(async { None }), Vec::new());
        let mut told = 0;
        while !matches!(mixer, Mixer::Silent) {
            told += usize::from(mixer.hear(wish(&mut desk, Screen::Room, 0.0, &mut 0)));
        }
        assert_eq!(told, 1);
        assert!(!mixer.hear(wish(&mut desk, Screen::Room, 1.0, &mut 0)));
    }

    #[test]
    fn an_exam_has_no_music_and_a_pause_is_silent() {
        let folder = tempfile::tempdir().unwrap();
        for (mode, music) in [(Mode::Learn, true), (Mode::Practise, true), (Mode::Exam, false)] {
            let mut desk = in_room(mode, folder.path());
            let levels = wish(&mut desk, Screen::Room, 0.0, &mut 0).levels;
            assert_eq!((levels.whole > Decibels::SILENCE, levels.music > Decibels::SILENCE), (true, music), "{mode:?}");
            assert_eq!(wish(&mut desk, Screen::Pause, 0.0, &mut 0).levels.whole, Decibels::SILENCE);
            desk.answer(&Intent::Leave, Screen::Room);
            assert_eq!(wish(&mut desk, Screen::Room, 0.0, &mut 0).levels.whole, Decibels::SILENCE);
        }
    }
}
