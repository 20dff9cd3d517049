//! What a trainee has set: kept between runs beside their records.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Deserializer, Serialize};

use crate::library::read_bytes;
use crate::record::write_whole;
use crate::texts::Language;

/// Name of the file in the data folder.
const FILE: &str = "settings.json";

/// Where one lies that can't be read.
const UNREAD: &str = "settings.json.bad";

/// Smallest and largest text, in hundredths.
pub const TEXT: std::ops::RangeInclusive<u16> = 75..=200;

/// Everything that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// In hundredths of the usual size.
    pub text: u16,
    pub reduced_motion: bool,
    /// Of everything, in hundredths; 60 is as it was made.
    pub volume: u8,
    pub mute: bool,
    /// Of the people, in hundredths below `volume`; 60 is as it was made, and 0 is off, as with the two that follow.
    pub voice: u8,
    /// Of the room.
    pub room: u8,
    /// Of the music.
    pub music: u8,
    /// It rains behind the window.
    pub rain: bool,
    /// A clock ticks.
    pub clock: bool,
    pub captions: Captions,
    pub theme: Theme,
    /// A coach's note follows each reply, where the mode allows it.
    pub notes: bool,
    /// At some moments it is asked what is seen in the person, from the second hour on.
    pub read: bool,
    /// Their own words come before the replies, and whether these are kept with the hour.
    pub say_first: bool,
    pub keep_words: bool,
    /// The system's where none was chosen.
    #[serde(deserialize_with = "spoken")]
    pub language: Option<Language>,
}

/// A language that this program doesn't speak is as if none had been chosen.
fn spoken<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Language>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.and_then(|tag| tag.parse().ok()))
}

/// What is written at the foot of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Captions {
    Off,
    /// Sighs, sobs: what is heard without words.
    #[default]
    Sounds,
    /// And what is seen, but not what it means.
    Described,
    /// And what it may mean; in an exam only what is seen.
    Interpreted,
}

impl Captions {
    pub const ALL: [Captions; 4] = [Captions::Off, Captions::Sounds, Captions::Described, Captions::Interpreted];
}

/// How the pages are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    Light,
    Dark,
    HighContrast,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::HighContrast];
}

/// Several settings that belong together for somebody, in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Large text, strong colours, and in words what is seen.
    Seeing,
    /// In words what is heard and seen, and nothing that talks over a voice.
    Hearing,
    /// Nothing that moves, ticks or plays by itself.
    Stillness,
}

impl Preset {
    pub const ALL: [Preset; 3] = [Preset::Seeing, Preset::Hearing, Preset::Stillness];
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            text: 100,
            reduced_motion: false,
            volume: 60,
            mute: false,
            voice: 60,
            room: 60,
            music: 25,
            rain: false,
            clock: false,
            captions: Captions::Sounds,
            theme: Theme::Light,
            notes: true,
            read: true,
            say_first: false,
            keep_words: false,
            language: None,
        }
    }
}

impl Settings {
    /// The same with all that a preset sets.
    pub fn with(self, preset: Preset) -> Settings {
        match preset {
            Preset::Seeing => Settings { text: self.text.max(150), theme: Theme::HighContrast, captions: Captions::Described, ..self },
            Preset::Hearing => Settings { captions: Captions::Described, room: 0, music: 0, rain: false, clock: false, ..self },
            Preset::Stillness => Settings { reduced_motion: true, music: 0, rain: false, clock: false, ..self },
        }
    }

    /// What was kept in that folder; what can't be read is as if it had never been set.
    pub fn load(folder: &Path) -> Settings {
        let read = read_bytes(&folder.join(FILE), "").ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        read.map(Settings::within).unwrap_or_default()
    }

    /// Sets a file aside that can't be read, so that no change is written over it; where it lies then, if it could be.
    pub fn set_aside(folder: &Path) -> Option<PathBuf> {
        let (file, aside) = (folder.join(FILE), folder.join(UNREAD));
        let is_broken = read_bytes(&file, "").is_ok_and(|bytes| serde_json::from_slice::<Settings>(&bytes).is_err());
        (is_broken && fs::rename(&file, &aside).is_ok()).then_some(aside)
    }

    /// Keeps them in that folder.
    pub fn save(&self, folder: &Path) -> std::io::Result<()> {
        write_whole(&folder.join(FILE), &serde_json::to_vec_pretty(self)?)
    }

    /// The same with every number in its range, whoever wrote the file.
    fn within(self) -> Settings {
        let [volume, voice, room, music] = [self.volume, self.voice, self.room, self.music].map(|volume| volume.min(100));
        Settings { text: self.text.clamp(*TEXT.start(), *TEXT.end()), volume, voice, room, music, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_kept() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::load(folder.path()), Settings::default());
        let language = Language::all().last();
        let set = Settings { text: 175, theme: Theme::Dark, mute: true, language, ..Settings::default() };
        set.save(folder.path()).unwrap();
        assert_eq!(Settings::load(folder.path()), set);
    }

    #[test]
    fn what_can_t_be_read_is_set_aside_and_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::set_aside(folder.path()), None);
        Settings::default().save(folder.path()).unwrap();
        assert_eq!(Settings::set_aside(folder.path()), None);
        let cut = r#"{"text": 200, "theme": "da"#;
        fs::write(folder.path().join(FILE), cut).unwrap();
        let aside = Settings::set_aside(folder.path()).unwrap();
        Settings::load(folder.path()).save(folder.path()).unwrap();
        assert_eq!(fs::read_to_string(aside).unwrap(), cut);
    }

    #[test]
    fn a_file_from_before_there_were_voices_holds() {
        let folder = tempfile::tempdir().unwrap();
        let written = r#"{"text": 125, "reduced_motion": true, "volume": 30, "mute": false, "theme": "dark", "notes": false}"#;
        fs::write(folder.path().join(FILE), written).unwrap();
        let set = Settings { text: 125, reduced_motion: true, volume: 30, theme: Theme::Dark, notes: false, ..Settings::default() };
        assert_eq!(Settings::load(folder.path()), set);
        assert_eq!((set.voice, set.room, set.music, set.rain, set.clock, set.captions), (60, 60, 25, false, false, Captions::Sounds));
    }

    #[test]
    fn a_file_from_elsewhere_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        for (written, text) in [
            ("{\"text\": 9000, \"volume\": 255, \"music\": 101, \"unknown\": 1}", 200),
            ("not json", 100),
            ("{\"text\": 1, \"language\": \"tlh\"}", 75),
        ] {
            fs::write(folder.path().join(FILE), written).unwrap();
            let read = Settings::load(folder.path());
            assert_eq!(read.text, text);
            assert!(read.volume <= 100 && read.music <= 100);
        }
    }
}
