//! The screens there are, how the window is called on each, and what a trainee can ask for on them.

use bevy::prelude::*;

use crate::record::{Afterwards, Mode};
use crate::texts::{text, text_with};

use super::authoring::Ask;
use super::settings::Settings;

/// Where the trainee is.
#[derive(States, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    #[default]
    Title,
    Book,
    Referral,
    Room,
    Pause,
    Afterwards,
    Debrief,
    Settings,
    Grounding,
    Authoring,
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
    /// Takes the reply with that id.
    Reply(String),
    /// Goes on with this hour where it can't be written any more.
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
    Quit,
}

impl Screen {
    pub const ALL: [Screen; 10] = [
        Screen::Title,
        Screen::Book,
        Screen::Referral,
        Screen::Room,
        Screen::Pause,
        Screen::Afterwards,
        Screen::Debrief,
        Screen::Settings,
        Screen::Grounding,
        Screen::Authoring,
    ];

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
            Screen::Pause => "screen-pause",
            Screen::Afterwards => "screen-afterwards",
            Screen::Debrief => "screen-debrief",
            Screen::Settings => "screen-settings",
            Screen::Grounding => "grounding-title",
            Screen::Authoring => "screen-authoring",
        }
    }
}
