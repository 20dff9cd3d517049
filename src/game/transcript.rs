//! The hour as it is read in the room: what was said, seen and kept silent, and the coach's notes.

use crate::report::coach::{self, CoachNote};
use crate::script::bundle::Bundle;
use crate::script::rules::Rubric;
use crate::session::account::{Entry, Shown};
use crate::sitting::looks::Cameras;
use crate::texts::{text, text_with};

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
    Note(CoachNote),
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
    pub fn new(bundle: &Bundle, account: &[Entry], notes: bool) -> Transcript {
        let mut transcript = Transcript::default();
        let mut cameras = Cameras::of(&bundle.case);
        let coach = notes.then_some(&bundle.rubric);
        for entry in account {
            transcript.lines.extend(cameras.follow(entry).map(Line::Seen));
            if let Some(shown) = entry.shown() {
                transcript.read(shown, coach);
            }
        }
        transcript
    }

    fn read(&mut self, shown: Shown, coach: Option<&Rubric>) {
        if let Shown::Answered(_) = shown {
            self.fresh = self.lines.len();
        }
        self.lines.push(Line::of(shown));
        if let (Shown::Answered(turn), Some(rubric)) = (shown, coach) {
            self.lines.push(Line::Note(coach::note(rubric, turn)));
        }
    }

    /// What a model hour says before it, and of each reply.
    pub fn annotate<'a>(&mut self, introduction: &[String], notes: impl Iterator<Item = &'a [String]>) {
        let mark = || text("model-note-mark");
        let note = |note: &String| Line::Note(CoachNote { skill: mark(), why: note.clone(), source: None, instead: None });
        let (mut notes, mut lines) = (notes, Vec::new());
        lines.extend(introduction.iter().map(note));
        self.fresh += lines.len();
        let mut fresh = self.fresh;
        for (place, line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            let is_reason = matches!(line, Line::Note(_));
            lines.push(line);
            if is_reason {
                let said = notes.next().unwrap_or_default();
                // What was said of earlier replies stands before what is new.
                if place + introduction.len() < self.fresh {
                    fresh += said.len();
                }
                lines.extend(said.iter().map(note));
            }
        }
        (self.lines, self.fresh) = (lines, fresh);
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
    /// What is shown, as a line.
    pub fn of(shown: Shown) -> Line {
        match shown {
            Shown::Answered(turn) => Line::Answered { text: turn.answer().text.clone(), deed: turn.answer().deed },
            Shown::Said { name, text } => Line::Said { name: name.into(), text: text.into() },
            Shown::Seen(text) => Line::Seen(text.into()),
            Shown::Paused { seconds } => Line::Paused(text_with("pause", &[("seconds", seconds.into())])),
            Shown::Over => Line::Over,
        }
    }

    /// As it is read aloud.
    pub fn spoken(&self) -> String {
        match self {
            Line::Said { name, text } => format!("{name}: {text}"),
            Line::Seen(text) | Line::Paused(text) => text.clone(),
            Line::Answered { text: words, deed: false } => format!("{}: {words}", text("you")),
            Line::Answered { text: deed, deed: true } => format!("{}, {}: {deed}", text("you"), text("room-do")),
            Line::Note(note) => {
                let parts = std::iter::once(note.why.as_str()).chain(note.more()).collect::<Vec<_>>().join(" ");
                format!("{}: {}. {parts}", text("room-note"), note.skill)
            }
            Line::Over => text("hour-over"),
        }
    }
}
