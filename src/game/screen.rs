//! The screens there are, how the window is called on each, and what a trainee can ask for on them.

use std::path::PathBuf;

use bevy::prelude::*;

use crate::record::{Afterwards, Mode, Trainee};
use crate::session::jotting::Jotting;
use crate::texts::{text, text_with};

use super::authoring::Ask;
use super::drilling;
use super::settings::Settings;

/// Where the trainee is.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    #[default]
    Title,
    Book,
    Referral,
    Room,
    /// The hour so far, and the notebook.
    SoFar,
    Pause,
    Afterwards,
    Debrief,
    Settings,
    Grounding,
    Authoring,
    Drill,
    Progress,
    Trainees,
}

/// What somebody at the window wants; the only thing that leaves a screen.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Intent {
    /// Back to the title.
    Title,
    /// To the appointment book.
    Book,
    /// To the referral note of the case with that id.
    Open(String),
    Sit(Mode),
    Session(u32),
    /// The session after the hour of that record, which it goes on from.
    GoOnFrom(String),
    /// A new hour of the case that is open; `kept` is false where the trainee goes on without a record.
    Begin {
        kept: bool,
    },
    /// A new hour of it that is its author's: nothing is kept of it, and it follows what is saved.
    Rehearse,
    /// Goes on with an hour that was left.
    Resume(String),
    /// Looks again at an hour that was held.
    Review(String),
    /// Saves what can be read of a damaged record as a record of its own.
    Recover(String),
    /// Takes the reply with that id.
    Reply(String),
    /// Takes down what is the trainee's own.
    Jot(Jotting),
    /// To the hour so far, and the notebook.
    LookBack,
    /// Back to before the reply with that number, or before the last.
    Rewind(Option<u16>),
    /// Gives the reply again that was taken back last.
    Redo,
    /// Saves this hour whole where it can't be written any more: in its place, or in a folder.
    Save(Option<PathBuf>),
    /// Goes on with it without a record.
    WithoutRecord,
    /// Leaves a topic out: of the hour to come, where it can be taken back, or of the one under way.
    LeaveOut(String),
    /// To a moment to oneself, and back from it.
    Ground,
    Return,
    Pause,
    GoOn,
    /// Leaves the room; the hour is kept.
    Leave,
    /// From an hour that is over to the questions after it.
    TimeIsUp,
    Answer(Afterwards),
    /// From the debrief back into the hour, to try it again from the reply with that number.
    Again(u16),
    Settings,
    Change(Settings),
    CloseSettings,
    /// On the author's desk, or on the way there.
    Author(Ask),
    /// In the drill, or on the way there.
    Drill(drilling::Ask),
    /// To what is known of how they have fared.
    Progress,
    /// To what is read before the exam in that file.
    Exam(PathBuf),
    /// A file that was let fall on the window.
    Dropped(PathBuf),
    /// Writes the hour that is looked back on as one file to hand in.
    HandIn,
    /// Steps through the model hour in the transcript of that name.
    Model(String),
    /// On in a model hour, or back.
    Step {
        forward: bool,
    },
    /// From a model hour into the same session, to learn.
    PlayYourself,
    /// To who is practising; somebody else sits down, under a name or without one.
    Trainees,
    Practise(Option<Trainee>),
    Quit,
}

impl Screen {
    pub const ALL: [Screen; 14] = [
        Screen::Title,
        Screen::Book,
        Screen::Referral,
        Screen::Room,
        Screen::SoFar,
        Screen::Pause,
        Screen::Afterwards,
        Screen::Debrief,
        Screen::Settings,
        Screen::Grounding,
        Screen::Authoring,
        Screen::Drill,
        Screen::Progress,
        Screen::Trainees,
    ];

    /// True where people sit before the trainee.
    pub fn has_people(self) -> bool {
        matches!(self, Screen::Room | Screen::Drill)
    }

    /// The window's title: drivers and screen readers know by it where they are.
    pub fn window_title(self) -> String {
        match self {
            Screen::Title => text("product"),
            _ => text_with("window-title", &[("screen", text(self.name()).into())]),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Screen::Title => "product",
            Screen::Book => "screen-book",
            Screen::Referral => "screen-referral",
            Screen::Room => "screen-room",
            Screen::SoFar => "screen-so-far",
            Screen::Pause => "screen-pause",
            Screen::Afterwards => "screen-afterwards",
            Screen::Debrief => "screen-debrief",
            Screen::Settings => "screen-settings",
            Screen::Grounding => "grounding-title",
            Screen::Authoring => "screen-authoring",
            Screen::Drill => "screen-drill",
            Screen::Progress => "screen-progress",
            Screen::Trainees => "screen-trainees",
        }
    }
}
