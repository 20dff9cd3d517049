//! Exams on the trainee's desk: opened from the book, from the command line or dropped on the window; and hours that are handed in.

use std::path::{Path, PathBuf};

use crate::library::exams::{ExamFile, Set, exams_in, is_exam};
use crate::record::{self, HANDED_IN, Mode, write_whole};
use crate::script::finding::Finding;
use crate::sitting::exam::left;
use crate::sitting::{self, Kept, Scripts, Trouble, verify};
use crate::texts::{text, text_with};

use super::book::{complaint, exam_lines};
use super::desk::{Desk, Notice, Referral, as_sentence};
use super::screen::Screen;

/// Where files to hand in are written in the data folder.
const TO_HAND_IN: &str = "handed-in";

/// An exam as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExamCard {
    pub path: PathBuf,
    pub title: String,
    /// Lines under the title.
    pub lines: Vec<String>,
    pub can_be_held: bool,
}

/// The exam that is open, before its hour.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub set: Set,
    /// The record of it that was left, to be gone on with.
    pub left: Option<String>,
}

impl Desk {
    /// Straight to what is read before an exam; where that can't be, the book says why.
    pub fn straight_to_exam(&mut self, path: &Path) -> Screen {
        self.open_exam(path).unwrap_or(Screen::Book)
    }

    /// The exams that lie beside the cases, and those in the data folder.
    pub(super) fn exams(&self) -> Vec<ExamCard> {
        let Some(library) = self.library() else { return Vec::new() };
        let own = self.records.as_ref().map(|records| exams_in(&records.exams())).unwrap_or_default();
        let own = own.iter().map(|path| ExamFile::read(path, library));
        library.exams().into_iter().chain(own).map(card).collect()
    }

    /// What is read before an exam.
    pub(super) fn open_exam(&mut self, path: &Path) -> Option<Screen> {
        let library = match &self.library {
            Ok(library) => library,
            Err(trouble) => {
                let trouble = trouble.clone();
                return self.refuse(trouble);
            }
        };
        let read = ExamFile::read(path, library);
        let Some(set) = read.set() else {
            let why: Vec<String> = read.findings.iter().map(complaint).collect();
            return self.refuse(text_with("exam-cannot-be-held", &[("why", why.join(" ").into())]));
        };
        let list = self.records.as_ref().ok().and_then(|records| records.list().ok()).unwrap_or_default();
        let left = left(&list, &set.hash).map(record::Record::id);
        self.hour = None;
        self.referral = Some(Referral {
            mode: Mode::Exam,
            session: set.exam.session,
            exam: Some(Sheet { left, set: set.clone() }),
            ..Referral::of(set.bundle)
        });
        Some(Screen::Referral)
    }

    /// What somebody lets fall on the window: an exam to hold, or an hour that was handed in. Not where an hour is under way.
    pub(super) fn dropped(&mut self, path: &Path, here: Screen) -> Option<Screen> {
        if !matches!(here, Screen::Title | Screen::Book | Screen::Referral | Screen::Debrief) {
            return None;
        }
        if is_exam(path) {
            return self.open_exam(path);
        }
        let Ok(records) = &self.records else { return None };
        let opened = record::read(path).map_err(Into::into).and_then(|record| {
            verify(records, &Scripts::default(), record.clone())?;
            Kept::open(records, record)
        });
        match opened {
            Ok(kept) => {
                let there = self.look_back_on(kept);
                self.handed_in = true;
                self.notice = Some(Notice::done(text("handed-in-sound")));
                there
            }
            Err(trouble) => {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.refuse(text_with("dropped-refused", &[("file", file.into()), ("why", trouble.to_string().into())]))
            }
        }
    }

    /// Writes the hour that is looked back on as one file to hand in.
    pub(super) fn hand_in(&mut self) -> Option<Screen> {
        let (Some(kept), Ok(records), false) = (&self.kept, &self.records, self.handed_in) else { return None };
        let id = &kept.header().id;
        let file = records.folder().join(TO_HAND_IN).join(format!("{id}{HANDED_IN}"));
        let written = records.find(id).map_err(Trouble::from).and_then(|record| sitting::hand_in(records, &record)).and_then(|text| {
            write_whole(&file, text.as_bytes()).map_err(|error| record::Trouble::Unwritable { path: file.clone(), error }.into())
        });
        match written {
            Ok(()) => {
                self.notice = Some(Notice::done(text_with("handed-in-written", &[("file", file.display().to_string().into())])));
                None
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }
}

fn card(read: ExamFile) -> ExamCard {
    let name = read.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let title = read.exam.as_ref().map_or(name, |exam| exam.title.clone());
    let complaints: Vec<String> = read.findings.iter().take(2).map(|finding: &Finding| as_sentence(&complaint(finding))).collect();
    let lines = if complaints.is_empty() { read.set().map(|set| exam_lines(&set)).unwrap_or_default() } else { complaints };
    ExamCard { path: read.path.clone(), title, lines, can_be_held: read.bundle.is_some() }
}
