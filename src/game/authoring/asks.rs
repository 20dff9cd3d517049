//! What an author can ask for, and the desk doing it.

use crate::game::desk::{Desk, Notice, as_sentence};
use crate::game::screen::Screen;
use crate::library::read_bounded;
use crate::record::{Mode, write_whole};
use crate::session::opening::Opening;
use crate::sitting::{Sitting, Terms};
use crate::texts::{text, text_with};

use super::editor::{self, open, way_here};
use super::{Replacing, Started, Study};

/// Name of the file that keeps the command of the author's editor.
const FILE: &str = "editor.txt";

/// How often an editor is asked whether it failed: one that is open by then has come up.
const ASKED: u8 = 30;

/// What is asked for on the author's desk, or on the way there.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// To the desk, as it was left.
    Desk,
    /// From the room to the desk, at the beat and in the state of the hour.
    FromRoom,
    /// Opens a case.
    Case(String),
    /// Puts it away, to choose another.
    Shelf,
    /// Another session of the case, counted from 0.
    Session(usize),
    /// Another beat of a session, by its id.
    Beat(usize, String),
    /// How things stand when the beat is entered.
    Set(Box<Opening>),
    /// As things stand when the hour has begun.
    Fresh,
    /// As things stood when a player first came here.
    Arrived,
    /// An hour without a record, from the beat on.
    Play,
    /// The same from the beginning of the session.
    PlayHour,
    /// One of them in place of the hour that waits, now that it was said that this would be gone.
    Replace,
    /// The hour goes on waiting.
    Wait,
    /// A file in the author's editor, at a line.
    Edit { file: String, line: u32 },
    /// The command of that editor.
    Command(String),
    /// Writes the hour under way, or the one that is looked back on, beside the case.
    Keep,
}

impl Desk {
    pub(in crate::game) fn author(&mut self, ask: &Ask) -> Option<Screen> {
        let replacing = self.authoring.replacing.take();
        match ask {
            Ask::Desk => self.open_authoring(),
            Ask::FromRoom => self.look_into_hour(),
            Ask::Case(case) => {
                self.study(case);
                None
            }
            Ask::Shelf => {
                self.authoring.study = None;
                None
            }
            Ask::Session(number) => self.in_study(|study| study.turn_to(*number)),
            Ask::Beat(number, beat) => self.in_study(|study| {
                study.turn_to(*number);
                study.select(beat);
            }),
            Ask::Set(opening) => self.in_study(|study| study.set(Some(Opening::clone(opening)))),
            Ask::Fresh => self.in_study(|study| study.set(study.fresh())),
            Ask::Arrived => self.in_study(|study| {
                if let Some(arrived) = study.arrived().cloned() {
                    study.set(Some(arrived));
                }
            }),
            Ask::Play => self.ask_to_play(true),
            Ask::PlayHour => self.ask_to_play(false),
            Ask::Replace => replacing.and_then(|replacing| self.play(replacing.from_here)),
            Ask::Wait => None,
            Ask::Edit { file, line } => self.edit(file, *line),
            Ask::Command(command) => self.set_command(command),
            Ask::Keep => self.keep_transcript(),
        }
    }

    /// To the author's desk, with that case on it where one is named.
    pub fn author_of(&mut self, case: Option<&str>) -> Screen {
        self.open_authoring();
        if let Some(case) = case {
            self.study(case);
        }
        Screen::Authoring
    }

    /// To the desk where an hour was begun from there, which is then over for it.
    pub(in crate::game) fn back_to_authoring(&mut self) -> Option<Screen> {
        let playing = std::mem::take(&mut self.authoring.playing);
        playing.then(|| self.author_of(None))
    }

    /// Reads the cases anew into what lies on the desk; where they can't be read, what lies there stays.
    pub(in crate::game) fn spread_authoring(&mut self) {
        match &self.library {
            Ok(library) => self.authoring.spread(library),
            Err(trouble) => self.authoring.unread = Some(as_sentence(trouble)),
        }
    }

    fn open_authoring(&mut self) -> Option<Screen> {
        if self.authoring.command.is_empty()
            && let Ok(records) = &self.records
        {
            let kept = read_bounded(&records.folder().join(FILE)).unwrap_or_default();
            self.authoring.command = kept.trim().to_string();
        }
        self.authoring.found = editor::found();
        self.authoring.replacing = None;
        self.spread_authoring();
        Some(Screen::Authoring)
    }

    fn in_study(&mut self, change: impl FnOnce(&mut Study)) -> Option<Screen> {
        if let Some(study) = &mut self.authoring.study {
            change(study);
        }
        None
    }

    /// Opens a case on the desk, where it isn't open already.
    fn study(&mut self, case: &str) {
        if self.authoring.study.as_ref().is_some_and(|study| study.case == case) {
            return;
        }
        let Ok(library) = &self.library else { return };
        match library.case(case) {
            Ok(_) => self.authoring.study = Some(Study::open(library, case, self.seed.unwrap_or(1))),
            Err(trouble) => {
                let trouble = trouble.to_string();
                self.refuse(trouble);
            }
        }
    }

    /// Only of an hour that is its author's: what is so in the patient shows there.
    fn look_into_hour(&mut self) -> Option<Screen> {
        let sitting = &self.hour.as_ref().filter(|hour| hour.may_be_looked_into())?.sitting;
        let (case, number) = (sitting.bundle().case.id.clone(), sitting.header().session.saturating_sub(1) as usize);
        let (standing, seed) = (sitting.standing(), sitting.header().seed);
        self.open_authoring();
        self.study(&case);
        self.in_study(|study| {
            study.turn_to(number);
            if study.select(&standing.beat) {
                // With the chances of that hour.
                study.seed = seed;
                study.set(Some(standing));
            }
        });
        Some(Screen::Authoring)
    }

    /// An hour that waits, and that nothing is kept of, isn't lost unasked.
    fn ask_to_play(&mut self, from_here: bool) -> Option<Screen> {
        let replies = self.hour.as_ref().filter(|hour| !hour.sitting.is_kept()).map_or(0, |hour| hour.sitting.moves().len());
        if replies > 0 {
            self.authoring.replacing = Some(Replacing { from_here, replies });
            return None;
        }
        self.play(from_here)
    }

    fn play(&mut self, from_here: bool) -> Option<Screen> {
        let study = self.authoring.study.as_ref()?;
        let Some((bundle, opening)) = study.bundle.as_ref().zip(study.opening.clone()) else {
            return self.refuse(text("try-broken"));
        };
        let terms = Terms { session: study.number as u32 + 1, seed: Some(study.seed), mode: Mode::Practise, ..Terms::default() };
        let begun = if from_here { Sitting::open(bundle, &terms, opening) } else { Sitting::begin(bundle, &terms, None) };
        match begun {
            Ok(sitting) => {
                self.authoring.playing = true;
                let draft = self.drafted(&sitting.header().case).err();
                let room = self.sit(sitting);
                let hour = self.hour.as_mut()?;
                (hour.rehearsed, hour.draft) = (true, draft);
                room
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    fn edit(&mut self, file: &str, line: u32) -> Option<Screen> {
        if !self.authoring.can_write {
            return self.refuse(text("authoring-only-read"));
        }
        match way_here(&self.authoring.command).and_then(|way| open(&way, file, line)) {
            Ok(started) => {
                self.authoring.started.extend(started.map(|(program, child)| Started { program, child, asked: 0 }));
                None
            }
            Err(why) => self.refuse(why),
        }
    }

    /// Tells of an editor that was started and failed, and is true then; one that has come up is left to itself.
    pub(super) fn ask_editors(&mut self) -> bool {
        let mut failed = None;
        self.authoring.started.retain_mut(|started| {
            started.asked += 1;
            match started.child.try_wait() {
                Ok(None) => started.asked < ASKED,
                Ok(Some(status)) if !status.success() => {
                    let why = text_with("editor-ended", &[("status", status.to_string().into())]);
                    failed = Some(editor::failed(&started.program, &why));
                    false
                }
                Ok(Some(_)) | Err(_) => false,
            }
        });
        let has_failed = failed.is_some();
        if let Some(why) = failed {
            self.refuse(why);
        }
        has_failed
    }

    fn set_command(&mut self, command: &str) -> Option<Screen> {
        self.authoring.command = command.trim().to_string();
        if let Err(why) = way_here(command) {
            return self.refuse(why);
        }
        let saved = self.records.as_ref().map(|records| write_whole(&records.folder().join(FILE), command.trim().as_bytes()));
        match saved {
            Ok(Err(error)) => self.refuse(text_with("settings-unwritable", &[("why", error.to_string().into())])),
            _ => None,
        }
    }

    fn keep_transcript(&mut self) -> Option<Screen> {
        let kept = self.hour.as_ref().map(|hour| hour.sitting.kept()).or_else(|| self.kept.clone())?;
        let library = match &self.library {
            Ok(library) => library,
            Err(trouble) => {
                let trouble = trouble.clone();
                return self.refuse(trouble);
            }
        };
        let written = match kept.as_transcript() {
            Ok(written) => written,
            Err(trouble) => return self.troubled(&trouble),
        };
        match library.keep_transcript(&kept.header().case, &written) {
            Ok(path) => {
                let file = path.display().to_string();
                self.notice = Some(Notice::done(text_with("keep-done", &[("file", file.into())])));
                None
            }
            Err(trouble) => {
                let trouble = trouble.to_string();
                self.refuse(trouble)
            }
        }
    }
}
