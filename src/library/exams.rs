//! Exams: where they lie, and whether the hour that one sets is there on this machine, on the same words.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use crate::script::bounds::{LARGEST_EXAM, MOST_EXAMS};
use crate::script::bundle::Bundle;
use crate::script::exam::{EXAM, Exam, hash};
use crate::script::finding::{Finding, suggest};
use crate::script::lint::{self, HOW_TO_GET_A_HASH, Text};
use crate::script::outline::Step::Field;
use crate::script::parse;
use crate::script::shelf::{self, Shelf};
use crate::texts::nearest;

use super::packs::{self, Pack};
use super::{Library, Trouble, UNREADABLE, case_of, is_hidden, open, read_text, sorted};

/// An exam as it was found.
#[derive(Clone, Debug)]
pub struct ExamFile {
    pub path: PathBuf,
    /// As it is written: what was changed in a copy shows.
    pub text: String,
    /// None where it can't be read.
    pub exam: Option<Exam>,
    /// The hour's script; none where anything is in error.
    pub bundle: Option<Arc<Bundle>>,
    /// The case is among those that can be practised here, wherever the exam takes its own from.
    pub in_library: bool,
    pub findings: Vec<Finding>,
}

/// An exam that can be held.
#[derive(Clone, Debug)]
pub struct Set {
    pub exam: Exam,
    /// Hash of its file.
    pub hash: String,
    pub bundle: Arc<Bundle>,
    pub in_library: bool,
}

/// True for the name of an exam's file.
pub fn is_exam(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(EXAM)) && !is_hidden(path)
}

/// The exams in a folder, by their names; none where there is no such folder.
pub fn exams_in(folder: &Path) -> Vec<PathBuf> {
    sorted(folder).unwrap_or_default().into_iter().filter(|path| is_exam(path)).collect()
}

impl ExamFile {
    /// Reads an exam, and looks for its hour in its pack, or among these cases where it has none.
    pub fn read(path: &Path, library: &Library) -> ExamFile {
        let file = path.display().to_string();
        let mut read = ExamFile::at(path);
        match read_text(path, LARGEST_EXAM, "No exam is. Look at its name.") {
            Ok(text) => read.text = text,
            Err(odd) => read.findings.push(odd.told(&file)),
        }
        if read.findings.is_empty() {
            let text = read.text.clone();
            let source = Text { file: &file, text: text.trim_start_matches('\u{feff}') };
            match parse::exam(&file, source.text) {
                Ok(exam) => {
                    read.findings = lint::exam(source, &exam);
                    read.exam = Some(exam);
                }
                Err(broken) => read.findings = broken.findings,
            }
            read.look_for_its_hour(source, library);
        }
        read
    }

    fn at(path: &Path) -> ExamFile {
        ExamFile { path: path.into(), text: String::new(), exam: None, bundle: None, in_library: false, findings: Vec::new() }
    }

    /// One that more lie before than are read.
    fn unread(path: &Path) -> ExamFile {
        let message = format!("more than {MOST_EXAMS} exams lie here; this one, and what comes after it by its name, is not read");
        let help = "Put those aside that are over.".into();
        let finding = Finding::of_file(UNREADABLE, &path.display().to_string(), message, help);
        ExamFile { findings: vec![finding], ..ExamFile::at(path) }
    }

    /// It, where it can be held.
    pub fn set(&self) -> Option<Set> {
        let (exam, bundle) = (self.exam.clone()?, self.bundle.clone()?);
        Some(Set { exam, hash: hash(&self.text), bundle, in_library: self.in_library })
    }

    fn look_for_its_hour(&mut self, source: Text, library: &Library) {
        let Some(exam) = self.exam.as_ref().filter(|_| self.findings.is_empty()) else { return };
        let told = |code, field, message, help: String| lint::error(code, source, &[Field(field)], message, help);
        self.in_library = library.shelves.cases.iter().any(|shelf| shelf.id == exam.case);
        let packed = exam.pack.as_ref().map(|pack| packed(&self.path.parent().unwrap_or(Path::new("")).join(pack), pack));
        let cases = match &packed {
            None => library,
            Some(Ok(packed)) => packed,
            Some(Err(message)) => {
                self.findings = told("missing-file", "pack", message.clone(), "Hand it out together with the exam.".into());
                return;
            }
        };
        let known = || cases.shelves.cases.iter().map(|shelf| shelf.id.as_str());
        if !known().any(|id| id == exam.case) {
            let message = format!("there is no case called “{}”", exam.case);
            self.findings = told("unknown-case", "case", message, suggest(&exam.case, known()));
            return;
        }
        let shelf = cases.alone(&exam.case, exam.language.as_deref());
        let Some(bundle) = shelf.as_ref().and_then(|shelf| shelf.bundle.as_ref()) else {
            let message = format!("the case “{}” can't be played until what is wrong with it is mended", exam.case);
            self.findings = told("unknown-case", "case", message, "`fifty-minutes check` names it.".into());
            return;
        };
        let there = shelf.iter().flat_map(|shelf| &shelf.languages).map(|language| language.tag.as_str());
        if let Some(language) = exam.language.as_ref().filter(|language| nearest(language, there.clone()).is_none()) {
            let there: Vec<&str> = there.collect();
            let message = format!("the case isn't there in “{language}”");
            self.findings = told("unknown-language", "language", message, format!("It is there in: {}.", there.join(", ")));
            return;
        }
        self.findings = judge(exam, bundle, told);
        if self.findings.is_empty() {
            self.bundle = Some(Arc::clone(bundle));
        }
    }
}

/// The cases in a folder or a pack that lies there and is called that; else why they can't be read.
fn packed(path: &Path, name: &str) -> Result<Library, String> {
    if packs::is_pack(path) && !path.is_dir() {
        return Pack::read(path).map(|pack| pack.library()).map_err(|trouble| format!("“{name}”: {trouble}"));
    }
    open(Some(path)).map_err(|trouble| match trouble {
        Trouble::NoFolder(_) => format!("there is no folder “{name}” beside the exam"),
        trouble => trouble.to_string(),
    })
}

/// What keeps that script from being the exam's hour.
fn judge(exam: &Exam, bundle: &Bundle, told: impl Fn(&'static str, &'static str, String, String) -> Vec<Finding>) -> Vec<Finding> {
    let sessions = bundle.hours.len();
    let mut findings = Vec::new();
    if exam.session as usize > sessions {
        let message = format!("`session` is {}; the case has {sessions}", exam.session);
        findings.extend(told("out-of-range", "session", message, String::new()));
    }
    if bundle.hash != exam.script {
        let message = "the script here is another than the one that the exam was set with".into();
        let help = format!(
            "Hand out the case as it was when the exam was set. If this is the one that is meant, its hash is {}. {HOW_TO_GET_A_HASH}",
            bundle.hash
        );
        findings.extend(told("another-script", "script", message, help));
    }
    if !bundle.case.is_reviewed() && !exam.accepts_unreviewed {
        let message = format!("no clinician has read the case yet (review: {})", bundle.case.review);
        let help = "Write `accepts_unreviewed: true,` into the exam if it is to be set all the same; its records then say so.".into();
        findings.extend(told("not-reviewed", "case", message, help));
    }
    findings
}

impl Library {
    /// The exams that lie beside the cases; of the first behind the bound only that it isn't read.
    pub fn exams(&self) -> Vec<ExamFile> {
        if !self.is_folder() {
            return Vec::new();
        }
        let paths = exams_in(Path::new(&self.prefix));
        let unread = paths.get(MOST_EXAMS).map(|path| ExamFile::unread(path));
        paths.iter().take(MOST_EXAMS).map(|path| ExamFile::read(path, self)).chain(unread).collect()
    }

    /// A case in that language, or as it was written where none is named; put together once for all who ask.
    pub fn alone(&self, case: &str, language: Option<&str>) -> Option<Shelf> {
        if self.making.language.as_deref() == language {
            return self.case(case).ok().cloned();
        }
        let known = (case.to_string(), language.map(String::from));
        // What a thread left that broke off is as whole as before: a shelf goes in at once.
        let mut alone = self.making.alone.lock().unwrap_or_else(PoisonError::into_inner);
        let made = || {
            let sources: Vec<_> =
                self.making.sources.iter().filter(|source| case_of(source).is_none_or(|of| of == case)).cloned().collect();
            shelf::assemble_in(&self.prefix, &sources, language).cases.into_iter().next()
        };
        alone.entry(known).or_insert_with(made).clone()
    }
}
