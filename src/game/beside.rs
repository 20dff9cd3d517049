//! What a trainee does beside the hour at the window: looks back on it, goes back in it, and writes down what is theirs.

use crate::assess::notebook::NoteTold;
use crate::record::Mode;
use crate::session::account::Entry;
use crate::session::jotting::{Jotting, OwnWords};
use crate::sitting::{Sitting, Trouble};

use super::desk::{Desk, Hour, Notice};
use super::screen::Screen;
use super::transcript::Line;

/// The hour as far as it has come, to be looked back on.
pub struct SoFarView<'a> {
    pub lines: Vec<SoFarLine>,
    pub notes: Vec<NoteTold>,
    pub may_go_back: bool,
    pub can_redo: bool,
    pub trouble: Option<&'a Notice>,
}

/// One line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoFarLine {
    /// Its place in the account.
    pub place: u32,
    pub line: Line,
    /// The number of the reply, where it is one.
    pub turn: Option<u16>,
    /// A note is about it.
    pub noted: bool,
}

/// What comes before the replies, where the trainee wants it so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The number of the reply to come.
    pub turn: u16,
    /// Whose feelings are asked about.
    pub read: Option<String>,
    /// Own words come first.
    pub words: bool,
    /// They will be kept with the hour.
    pub kept: bool,
    /// What was said of them at this moment.
    pub own: Option<OwnWords>,
}

impl Desk {
    /// Takes down what the trainee keeps for themselves; their own words are kept with the hour only where they want it.
    pub(super) fn jot(&mut self, jotting: &Jotting) -> Option<Screen> {
        let kept = !matches!(jotting, Jotting::Words(_)) || self.keeps_words(&self.hour.as_ref()?.sitting);
        let hour = self.hour.as_mut()?;
        match hour.sitting.jot(jotting.clone(), kept) {
            Ok(()) => None,
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// True where a trainee's own words go into the record: an exam's is handed in, and these are theirs.
    fn keeps_words(&self, sitting: &Sitting) -> bool {
        self.settings().keep_words && sitting.is_kept() && sitting.header().mode != Mode::Exam
    }

    /// What is asked before the replies are shown; about the person not in the trainee's first hour, nor in an exam.
    pub fn before(&self, hour: &Hour) -> Before {
        let (sitting, settings) = (&hour.sitting, self.settings());
        let is_first = self.book.held.is_empty();
        let may_be_read = settings.read && !is_first;
        Before {
            turn: sitting.turn(),
            read: sitting.asks_to_read().filter(|_| may_be_read).map(String::from),
            words: settings.say_first,
            kept: self.keeps_words(sitting),
            own: sitting.jottings().words_at(sitting.turn()).cloned(),
        }
    }

    /// Back to before a reply, the last where none is named.
    pub(super) fn rewind(&mut self, turn: Option<u16>) -> Option<Screen> {
        let hour = self.hour.as_mut()?;
        let turn = turn.unwrap_or_else(|| hour.sitting.turn().saturating_sub(1));
        match hour.sitting.rewind(turn) {
            Ok(()) => {
                self.take_up_again();
                Some(Screen::Room)
            }
            // There is nothing before the first, and no way back in an exam; the key says nothing of it.
            Err(Trouble::NoSuchReply { .. } | Trouble::NoWayBack) => None,
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// The reply that was taken back last is given again.
    pub(super) fn redo(&mut self) -> Option<Screen> {
        let hour = self.hour.as_mut()?;
        match hour.sitting.redo() {
            Ok(Some(entries)) => {
                hour.stage.play(entries);
                self.read_again();
                Some(Screen::Room)
            }
            Ok(None) => None,
            Err(trouble) => {
                // The reply may have been kept, and only what was written of it not.
                self.take_up_again();
                self.troubled(&trouble)
            }
        }
    }
}

impl Hour {
    /// The hour so far; what is marked in it, and what was written.
    pub fn so_far<'a>(&self, trouble: Option<&'a Notice>) -> SoFarView<'a> {
        let notes = self.sitting.notes();
        let noted = |place: u32| self.sitting.jottings().notes().any(|(_, note)| note.lines.contains(&place));
        let line = |(place, entry): (u32, &Entry)| {
            let line = Line::of(entry.shown()?);
            let turn = if let Entry::Turn(turn) = entry { Some(turn.number) } else { None };
            Some(SoFarLine { place, line, turn, noted: noted(place) })
        };
        SoFarView {
            lines: (0..).zip(self.sitting.account()).filter_map(line).collect(),
            notes,
            may_go_back: self.sitting.may_go_back(),
            can_redo: self.sitting.can_redo(),
            trouble,
        }
    }
}
