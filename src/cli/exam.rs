//! `exam`: an hour as an instructor set it, and the making of such a file.

use std::io::{self, IsTerminal};
use std::path::Path;

use crate::library::exams::{ExamFile, Set, is_exam};
use crate::library::{self, Library};
use crate::record::any_seed;
use crate::report::text::paragraph;
use crate::script::bundle::Bundle;
use crate::script::exam::LONGEST_TITLE;
use crate::script::excerpt::shown;
use crate::script::stretch::stretch;
use crate::sitting::Sitting;
use crate::sitting::exam::{left, terms};
use crate::texts::{text, text_with};

use super::arguments::{Exam, Format, ModeArgument, Play};
use super::hour::sound_shelf;
use super::room::Room;
use super::{Common, Status, complain, could_not_run, hand_out, play, print};

/// What a new exam is made of.
const NEW: &str = include_str!("../../assets/new/new.exam.ron");

pub(super) fn run(common: &Common, exam: &Exam) -> Status {
    if let Some(case) = &exam.new {
        return make(common, exam, case);
    }
    let Some(file) = &exam.file else { return could_not_run(&text("exam-which")) };
    let set = match read(common, file) {
        Ok(set) => set,
        Err(status) => return status,
    };
    let play = Play {
        case: set.exam.case.clone(),
        session: None,
        seed: None,
        mode: Some(ModeArgument::Exam),
        leave_out: exam.leave_out.clone(),
        choices: exam.choices.clone(),
        resume: exam.resume.clone(),
        again: None,
        from: None,
        after: None,
        new: false,
        no_record: false,
        no_notes: true,
        say_first: false,
        keep_words: false,
        read: false,
        format: exam.format,
    };
    let named = format!("exam {}", file.display());
    play::hold(common, &play, &named, || sit_down(common, exam, &play, &set), |room| introduce(room, &set))
}

/// Reads an exam that can be held; else what is wrong with it is told.
pub(super) fn read(common: &Common, file: &Path) -> Result<Set, Status> {
    let library = library::open(common.dialogues.as_deref()).map_err(|trouble| could_not_run(&trouble))?;
    let read = ExamFile::read(file, &library);
    if let Some(set) = read.set() {
        return Ok(set);
    }
    complain(&text_with("exam-broken", &[("file", file.display().to_string().into())]));
    let text = read.text.trim_start_matches('\u{feff}');
    read.findings.iter().for_each(|finding| complain(&shown(finding, Some(text))));
    Err(if file.is_file() { Status::Found } else { Status::CouldNotRun })
}

fn sit_down(common: &Common, exam: &Exam, play: &Play, set: &Set) -> Result<Option<Sitting>, Status> {
    let records = common.records().map_err(|trouble| could_not_run(&trouble))?;
    if let Some(id) = &play.resume {
        let record = records.find(id).map_err(|trouble| could_not_run(&trouble))?;
        let paper = record.header.as_ref().and_then(|header| header.exam.as_ref()?.paper.as_ref());
        if paper.is_none_or(|paper| paper.hash != set.hash) {
            return Err(could_not_run(&text_with("exam-another", &[("id", id.as_str().into())])));
        }
        return play::resume(&records, id, play);
    }
    let list = records.list().map_err(|trouble| could_not_run(&trouble))?;
    let is_asked = play.choices.is_none() && play.format == Format::Text && io::stdin().is_terminal();
    if let Some(header) = left(&list, &set.hash).filter(|_| !exam.again).and_then(|record| record.header.as_ref()) {
        if !is_asked {
            return Err(could_not_run(&text_with("exam-left", &[("id", header.id.as_str().into())])));
        }
        let fill = [("title", set.exam.title.as_str().into()), ("started", header.started.as_str().into())];
        match play::ask(&text_with("exam-ask-resume", &fill)) {
            None => return Ok(None),
            Some(answer) if !answer.to_lowercase().starts_with('n') => return play::resume(&records, &header.id, play),
            Some(_) => {}
        }
    }
    let terms = terms(&set.exam, &set.hash, set.in_library, play.leave_out.clone());
    Sitting::begin(&set.bundle, &terms, Some(&records)).map(Some).map_err(|trouble| could_not_run(&trouble))
}

/// What the class reads before.
fn introduce(room: &Room, set: &Set) {
    let mut out = String::new();
    paragraph(&mut out, 0, &set.exam.title);
    if !set.exam.note.is_empty() {
        out.push('\n');
        paragraph(&mut out, 0, &set.exam.note);
    }
    out.push('\n');
    paragraph(&mut out, 0, &text("exam-rules"));
    if !set.exam.may_leave_out {
        paragraph(&mut out, 0, &text("exam-nothing-left-out"));
    }
    out.push('\n');
    room.say(&out);
}

/// Writes an exam of a case as it is now.
fn make(common: &Common, exam: &Exam, case: &str) -> Status {
    if exam.out.as_ref().is_some_and(|file| !is_exam(file)) {
        return could_not_run(&text("exam-name"));
    }
    let made = library::open(common.dialogues.as_deref())
        .map_err(|trouble| could_not_run(&trouble))
        .and_then(|library| sound_shelf(&library, case).and_then(|bundle| written(&library, &bundle, exam)));
    match made {
        Ok(text) => {
            let status = hand_out(exam.out.as_deref(), exam.overwrite, &text);
            match (&exam.out, status) {
                (Some(file), Status::Fine) => {
                    print(&format!("{}\n", text_with("exam-made", &[("file", file.display().to_string().into())])))
                }
                _ => status,
            }
        }
        Err(status) => status,
    }
}

fn written(library: &Library, bundle: &Bundle, exam: &Exam) -> Result<String, Status> {
    if exam.session == 0 || exam.session as usize > bundle.hours.len() {
        return Err(could_not_run(&crate::sitting::Trouble::NoSession { asked: exam.session, there: bundle.hours.len() }));
    }
    let id = &bundle.case.id;
    // As an exam holds it where it names no language.
    let hash = library.alone(id, None).and_then(|shelf| shelf.bundle).map_or_else(|| bundle.hash.clone(), |bundle| bundle.hash.clone());
    let unreviewed = if bundle.case.is_reviewed() {
        ""
    } else {
        "    accepts_unreviewed: true, // no clinician has read the case yet; its records say so\n"
    };
    let title = within(&bundle.case.title, LONGEST_TITLE).replace('\\', "\\\\").replace('"', "\\\"");
    let fill = [
        ("CASE", id.clone()),
        ("SESSION", exam.session.to_string()),
        ("SEED", exam.seed.unwrap_or_else(any_seed).to_string()),
        ("SCRIPT", hash),
        ("    UNREVIEWED\n", unreviewed.into()),
        ("TITLE", title),
    ];
    Ok(fill.iter().fold(NEW.to_string(), |text, (name, value)| text.replace(name, value)))
}

/// As many whole words of a text as fit into so many characters; of a single longer one, as much as fits.
fn within(text: &str, most: usize) -> &str {
    let Some((end, next)) = text.char_indices().nth(most) else { return text };
    let cut = stretch(text, ..end);
    let words = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words.trim_end());
    if next.is_whitespace() || words.is_empty() { cut.trim_end() } else { words }
}
