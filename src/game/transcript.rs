//! The hour as it is read in the room: what was said, seen and kept silent, and the coach's notes.

use crate::script::model::Case;
use crate::script::turn::Turn;
use crate::session::account::{Entry, Shown};
use crate::sitting::looks::Cameras;
use crate::texts::{text, text_with, word};

/// One line of the transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Said {
        name: String,
        text: String,
    },
    /// What can be seen or heard.
    Seen(String),
    /// A silence.
    Paused(String),
    /// The trainee's own words or deed.
    Answered {
        text: String,
        deed: bool,
    },
    /// What the coach says of it.
    Note {
        skill: String,
        why: String,
    },
    Over,
}

/// Everything read so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    pub lines: Vec<Line>,
    /// Where what followed the last reply begins.
    pub fresh: usize,
}

impl Transcript {
    /// What an account shows; what is so in the person is left out.
    pub fn new(case: &Case, account: &[Entry], notes: bool) -> Transcript {
        let mut transcript = Transcript::default();
        let mut cameras = Cameras::of(case);
        for entry in account {
            transcript.lines.extend(cameras.follow(entry).map(Line::Seen));
            if let Some(shown) = entry.shown() {
                transcript.read(shown, notes);
            }
        }
        transcript
    }

    fn read(&mut self, shown: Shown, notes: bool) {
        let line = match shown {
            Shown::Answered(turn) => {
                self.fresh = self.lines.len();
                return self.answered(turn, notes);
            }
            Shown::Said { name, text } => Line::Said { name: name.into(), text: text.into() },
            Shown::Seen(text) => Line::Seen(text.into()),
            Shown::Paused { seconds } => Line::Paused(text_with("pause", &[("seconds", seconds.into())])),
            Shown::Over => Line::Over,
        };
        self.lines.push(line);
    }

    fn answered(&mut self, turn: &Turn, notes: bool) {
        let answer = turn.answer();
        self.lines.push(Line::Answered { text: answer.text.clone(), deed: answer.deed });
        if notes {
            self.lines.push(Line::Note { skill: word("skill", answer.codes.skill), why: answer.why.clone() });
        }
    }

    /// The last thing that could be seen.
    pub fn caption(&self) -> Option<&str> {
        self.lines.iter().rev().find_map(|line| match line {
            Line::Seen(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

impl Line {
    /// As it is read aloud.
    pub fn spoken(&self) -> String {
        match self {
            Line::Said { name, text } => format!("{name}: {text}"),
            Line::Seen(text) | Line::Paused(text) => text.clone(),
            Line::Answered { text: words, deed: false } => format!("{}: {words}", text("you")),
            Line::Answered { text: deed, deed: true } => format!("{}, {}: {deed}", text("you"), text("room-do")),
            Line::Note { skill, why } => format!("{}: {skill}. {why}", text("room-note")),
            Line::Over => text("hour-over"),
        }
    }
}
