//! Where an hour is shown in the terminal: who comes in, what is said and seen, the menu, a way to come back to oneself.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::Arc;

use crate::report::coach;
use crate::report::text::{paragraph, quoted};
use crate::script::bundle::Bundle;
use crate::script::model::fold;
use crate::script::turn::Offer;
use crate::session::account::{Entry, Shown};
use crate::sitting::{Looks, Sitting};
use crate::texts::{text, text_with, word};

use super::{harmless, print};

/// Where the hour is shown: standard output, or standard error while that is kept for JSON.
pub(super) struct Room {
    pub(super) to_error: bool,
    /// What the coach goes by, where there are notes.
    pub(super) notes: Option<Arc<Bundle>>,
    pub(super) learn: bool,
    pub(super) looks: Looks,
    pub(super) where_to_turn: String,
}

impl Room {
    pub(super) fn say(&self, text: &str) {
        if self.to_error {
            let _ = io::stderr().write_all(harmless(text).as_bytes());
        } else {
            print(text);
        }
    }

    /// A sentence or more, in lines of a length that is good to read.
    pub(super) fn tell(&self, told: &str) {
        let mut out = String::new();
        paragraph(&mut out, 0, told);
        self.say(&out);
    }

    /// The referral note, with what can be left out: read before the person comes in.
    pub(super) fn introduce(&self, sitting: &Sitting) {
        self.meet(sitting);
        let mut out = String::new();
        let topics: Vec<String> = sitting.topics().into_iter().filter(|topic| !topic.left_out).map(|topic| topic.id).collect();
        if !topics.is_empty() {
            paragraph(&mut out, 0, &text_with("ask-leave-out", &[("topics", topics.join(", ").into())]));
        }
        paragraph(&mut out, 0, &text("ask-help"));
        paragraph(&mut out, 0, &text(if sitting.may_go_back() { "ask-beside" } else { "ask-beside-exam" }));
        out.push('\n');
        self.say(&out);
    }

    /// Who comes and why, and what comes up.
    pub(super) fn meet(&self, sitting: &Sitting) {
        let case = &sitting.bundle().case;
        let left_out: Vec<String> = sitting.topics().into_iter().filter(|topic| topic.left_out).map(|topic| topic.id).collect();
        let mut out = String::new();
        paragraph(&mut out, 0, &case.title);
        let review = if case.is_reviewed() { text_with("review-by", &[("who", case.review.as_str().into())]) } else { text("review-none") };
        paragraph(&mut out, 0, &review);
        for person in &case.people {
            out.push('\n');
            paragraph(&mut out, 0, &format!("{}, {}. {}", person.name, person.age, fold(&person.about)));
        }
        out.push('\n');
        paragraph(&mut out, 0, &fold(case.note((sitting.header().session as usize).saturating_sub(1))));
        out.push('\n');
        if sitting.header().session > 1 && sitting.header().after.is_none() {
            paragraph(&mut out, 0, &text_with("supposed-before", &[("case", case.id.as_str().into())]));
            out.push('\n');
        }
        if case.content_notes.is_empty() {
            paragraph(&mut out, 0, &text("content-none"));
        } else {
            paragraph(&mut out, 0, &text("referral-content"));
            for note in &case.content_notes {
                let topic = match &note.topic {
                    Some(topic) if left_out.contains(topic) => format!(" ({})", text("content-left-out")),
                    Some(topic) => format!(" [{topic}]"),
                    None => String::new(),
                };
                paragraph(&mut out, 2, &format!("– {}{topic}", note.note));
            }
        }
        self.say(&out);
    }

    /// A way to come back to oneself, where to turn, and how to leave.
    pub(super) fn help(&self, leave: &str) {
        let mut out = String::from("\n");
        for step in ["grounding-feet", "grounding-breath", "grounding-see", "grounding-hear", "grounding-true"] {
            paragraph(&mut out, 2, &text(step));
        }
        out.push('\n');
        self.turn(&mut out);
        out.push('\n');
        paragraph(&mut out, 0, &text(leave));
        self.say(&out);
    }

    pub(super) fn turn(&self, out: &mut String) {
        paragraph(out, 0, &text("turn-title"));
        self.where_to_turn.split("\n\n").for_each(|part| paragraph(out, 2, part));
    }

    fn prompt(&self) {
        if io::stdin().is_terminal() {
            self.say("> ");
        }
    }

    /// A line of input, without what surrounds it; none at the end. What is no text is answered like any other thing that isn't on offer.
    pub(super) fn line(&self, input: &mut impl BufRead) -> Option<String> {
        self.prompt();
        let mut line = Vec::new();
        if !matches!(input.read_until(b'\n', &mut line), Ok(1..)) {
            self.say("\n");
            return None;
        }
        Some(String::from_utf8_lossy(&line).trim().to_string())
    }

    pub(super) fn show(&mut self, entries: &[Entry]) {
        let mut out = String::new();
        for entry in entries {
            self.looks.before(entry).iter().for_each(|seen| paragraph(&mut out, 2, &format!("[{seen}]")));
            if let Entry::LeftOut { topic } = entry {
                paragraph(&mut out, 0, &text_with("left-out", &[("topic", topic.as_str().into())]));
            }
            let Some(shown) = entry.shown() else { continue };
            match shown {
                Shown::Answered(turn) => {
                    let answer = turn.answer();
                    out.push('\n');
                    let you = if answer.deed { quoted(&answer.text, true) } else { answer.text.clone() };
                    paragraph(&mut out, 0, &format!("{}: {you}", text("you")));
                    if let Some(bundle) = &self.notes {
                        let note = coach::note(&bundle.rubric, turn);
                        paragraph(&mut out, 4, &format!("({}: {})", note.skill, note.why));
                        note.more().for_each(|more| paragraph(&mut out, 4, &format!("({more})")));
                    }
                    out.push('\n');
                }
                Shown::Said { name, text } => paragraph(&mut out, 0, &format!("{name}: {text}")),
                Shown::Seen(text) => paragraph(&mut out, 2, &format!("[{text}]")),
                Shown::Paused { seconds } => paragraph(&mut out, 2, &text_with("pause", &[("seconds", seconds.into())])),
                Shown::Over => {
                    out.push('\n');
                    paragraph(&mut out, 0, &text("hour-over"));
                }
            }
        }
        self.looks.settle().iter().for_each(|seen| paragraph(&mut out, 2, &format!("[{seen}]")));
        self.say(&out);
    }

    pub(super) fn menu(&self, menu: &[Offer]) {
        let mut out = String::from("\n");
        for (index, offer) in menu.iter().enumerate() {
            let skill = if self.learn { format!(" – {}", word("skill", offer.codes.skill)) } else { String::new() };
            paragraph(&mut out, 2, &format!("{}  {}{skill}", index + 1, quoted(&offer.text, offer.deed)));
        }
        self.say(&out);
    }
}
