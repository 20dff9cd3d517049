//! How loud everything is to be: what was set, on which screen, in which kind of hour.

use kira::Decibels;

use crate::game::screen::Screen;
use crate::game::settings::Settings;

/// This much of a hundred leaves a sound as it was made.
const AS_MADE: f32 = 60.0;

/// How loud each part is beside what it was made as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// Everything; silence where nothing is to be heard at all.
    pub whole: Decibels,
    pub voice: Decibels,
    pub room: Decibels,
    pub music: Decibels,
    pub rain: bool,
    pub clock: bool,
}

impl Levels {
    /// Only where people sit it sounds, and an exam has no music: it would tell how the hour goes.
    pub fn of(settings: &Settings, screen: Screen, exam: bool) -> Levels {
        let audible = screen.has_people() && !settings.mute;
        Levels {
            whole: decibels(if audible { settings.volume } else { 0 }),
            voice: decibels(settings.voice),
            room: decibels(settings.room),
            music: decibels(if exam { 0 } else { settings.music }),
            rain: settings.rain,
            clock: settings.clock,
        }
    }
}

/// From hundredths; nothing is silence.
fn decibels(volume: u8) -> Decibels {
    match volume {
        0 => Decibels::SILENCE,
        volume => Decibels((f32::from(volume) / AS_MADE).log10() * 20.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_alone_is_heard_and_as_it_was_set() {
        let set = Settings::default();
        let levels = Levels::of(&set, Screen::Room, false);
        assert_eq!((levels.whole, levels.voice, levels.room), (Decibels(0.0), Decibels(0.0), Decibels(0.0)));
        assert!(levels.music < Decibels(-6.0) && levels.music > Decibels(-9.0), "{levels:?}");
        for screen in [Screen::Title, Screen::Book, Screen::Pause, Screen::Settings, Screen::Afterwards, Screen::Debrief] {
            assert_eq!(Levels::of(&set, screen, false).whole, Decibels::SILENCE);
        }
        for silent in [Settings { mute: true, ..set }, Settings { volume: 0, ..set }] {
            assert_eq!(Levels::of(&silent, Screen::Room, false).whole, Decibels::SILENCE);
        }
        assert!(Levels::of(&Settings { volume: 20, ..set }, Screen::Room, false).whole < Decibels(-6.0));
        assert_eq!(Levels::of(&Settings { voice: 0, ..set }, Screen::Room, false).voice, Decibels::SILENCE);
    }

    #[test]
    fn an_exam_has_no_music_whatever_is_set() {
        let set = Settings { music: 100, ..Settings::default() };
        assert_eq!(Levels::of(&set, Screen::Room, true).music, Decibels::SILENCE);
        assert_eq!(Levels::of(&set, Screen::Room, true).voice, Levels::of(&set, Screen::Room, false).voice);
    }
}
