//! The appointment book: which cases there are, and which hours were held or left.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::library::Library;
use crate::library::exams::Set;
use crate::record::{Header, Health, Mode, Record};
use crate::script::bundle::Bundle;
use crate::script::codes::Ending;
use crate::script::finding::{Finding, Severity};
use crate::script::model::{Case, ContentNote};
use crate::script::shelf::{Shelf, Translated};
use crate::session::account::Entry;
use crate::texts::{name_of, spoken, text, text_with, word};

use super::exams::ExamCard;

/// How many of the findings of a broken case the book shows.
const FINDINGS: usize = 2;

/// Everything that the book's page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    pub appointments: Vec<Appointment>,
    /// Exams that lie beside the cases or in the data folder.
    pub exams: Vec<ExamCard>,
    /// Hours to go on with, the latest first.
    pub left: Vec<Hour>,
    /// Hours that are over, the latest first.
    pub held: Vec<Hour>,
    /// Records that can't be gone on with.
    pub unsound: Vec<Unsound>,
    /// What is wrong with the library or the records as a whole.
    pub troubles: Vec<String>,
}

/// A case as it stands in the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub id: String,
    pub title: String,
    /// Lines under the title.
    pub lines: Vec<String>,
    pub playable: bool,
    /// Why it can't be played.
    pub complaints: Vec<String>,
}

/// An hour that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hour {
    /// The record's.
    pub id: String,
    pub title: String,
    pub line: String,
    pub exam: bool,
    /// The session that can go on from it, counted from 1.
    pub next: Option<u32>,
}

/// A record that can't be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// The record's.
    pub id: String,
    pub title: String,
    /// What is wrong with it, and what became of it.
    pub line: String,
    /// There is something in it to be saved as a record of its own.
    pub can_be_saved: bool,
}

impl Book {
    /// Reads the shelves and the records into a page.
    pub fn new(library: &Library, records: &[Record]) -> Book {
        let shelves = &library.shelves;
        let shared = shelves.shared.iter().filter(|finding| finding.severity == Severity::Error);
        let mut book = Book {
            appointments: shelves.cases.iter().map(appointment).collect(),
            troubles: shared.map(complaint).collect(),
            ..Book::default()
        };
        for record in records.iter().rev() {
            let Some(header) = &record.header else { continue };
            let line = match record.ending() {
                Some(ending) => ended(header.started.as_str(), ending),
                None => left(header.started.as_str(), record),
            };
            let again = header.again.as_ref().map(|again| text_with("book-again", &[("turn", again.turn.into())]));
            let exam = header.mode == Mode::Exam;
            let line = [Some(line), exam.then(|| word("mode", header.mode)), again].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let hour =
                Hour { id: header.id.clone(), title: header.title.clone(), line, exam, next: next(library, header, record.ending()) };
            if record.is_unfinished() {
                book.left.push(hour);
            } else if record.ending().is_some() {
                book.held.push(hour);
            }
        }
        book.unsound = records.iter().filter_map(|record| unsound(record, records)).collect();
        // By when they began, not by the name of their file.
        for (hours, unfinished) in [(&mut book.left, true), (&mut book.held, false)] {
            let began = |hour: &Hour| {
                let of = |record: &&Record| record.is_unfinished() == unfinished && record.id() == hour.id;
                records.iter().find(of).and_then(|record| record.header.as_ref()).map(|header| header.started.clone())
            };
            hours.sort_by_key(|hour| std::cmp::Reverse(began(hour)));
        }
        book
    }
}

/// What is told of a record that is neither an hour to go on with nor one that was held.
fn unsound(record: &Record, records: &[Record]) -> Option<Unsound> {
    let id = record.id();
    let line = match record.health {
        Health::Damaged { line } if record.ending().is_none() => text_with("book-damaged", &[("line", line.into())]),
        Health::Newer { .. } => text("book-newer"),
        Health::Unreadable => text("book-unreadable"),
        Health::Damaged { .. } | Health::Whole | Health::TornTail { .. } | Health::Empty => return None,
    };
    let is_damaged = record.header.is_some() && matches!(record.health, Health::Damaged { .. });
    let was_saved = records.iter().any(|other| other.id().starts_with(&format!("{id}-salvaged-")));
    let title = record.header.as_ref().map_or_else(|| id.clone(), |header| format!("{} · {}", header.title, when(&header.started)));
    Some(Unsound { id, title, line, can_be_saved: is_damaged && !was_saved })
}

/// The session after an hour from which somebody comes again, where the case has one.
fn next(library: &Library, header: &Header, ending: Option<Ending>) -> Option<u32> {
    let bundle = library.case(&header.case).ok()?.bundle.as_ref()?;
    let there = header.session < bundle.hours.len() as u32 && ending.is_some_and(Ending::comes_again);
    there.then_some(header.session + 1)
}

fn appointment(shelf: &Shelf) -> Appointment {
    let complaints = match shelf.bundle {
        Some(_) => Vec::new(),
        None => {
            let errors: Vec<&Finding> = shelf.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
            let more = errors.len().saturating_sub(FINDINGS);
            let rest = (more > 0).then(|| text_with("book-more-findings", &[("count", more.into())]));
            errors.into_iter().take(FINDINGS).map(complaint).chain(rest).collect()
        }
    };
    Appointment {
        id: shelf.id.clone(),
        title: shelf.case.as_ref().map_or_else(|| shelf.id.clone(), |case| case.title.clone()),
        lines: shelf.case.as_ref().map(|case| lines(case, shelf.bundle.as_deref(), &shelf.languages)).unwrap_or_default(),
        playable: shelf.bundle.is_some(),
        complaints,
    }
}

/// Who comes, what kind of hour it is and how long, and what to know before.
fn lines(case: &Case, bundle: Option<&Bundle>, there: &[Translated]) -> Vec<String> {
    let people: Vec<String> = case.people.iter().map(|person| format!("{}, {}", person.name, person.age)).collect();
    let fill = [
        ("people", people.join(" · ").into()),
        ("setting", word("setting", case.setting).into()),
        ("lens", word("lens", case.lens).into()),
    ];
    let difficulty = text_with("book-difficulty", &[("difficulty", case.difficulty.into())]);
    let hours = [Some(difficulty), bundle.and_then(length)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    [text_with("book-about", &fill), hours].into_iter().chain(languages(there)).chain([content_notes(case), review(case)]).collect()
}

/// In which languages it is there; nothing where that is only the one that the program speaks.
fn languages(there: &[Translated]) -> Option<String> {
    let shown = |language: &Translated| match language.whole {
        true => name_of(&language.tag),
        false => text_with("book-language-in-part", &[("language", name_of(&language.tag).into())]),
    };
    if there.iter().all(|language| language.tag == spoken().tag()) {
        return None;
    }
    let languages: Vec<String> = there.iter().map(shown).collect();
    Some(text_with("book-languages", &[("languages", languages.join(" · ").into())]))
}

/// How many sessions, and of how many minutes.
fn length(bundle: &Bundle) -> Option<String> {
    let lengths = || bundle.hours.iter().map(|hour| hour.scene.length);
    let (shortest, longest) = (lengths().min()?, lengths().max()?);
    let minutes = if shortest == longest { longest.to_string() } else { format!("{shortest}–{longest}") };
    Some(text_with("book-length", &[("sessions", bundle.hours.len().into()), ("minutes", minutes.into())]))
}

/// What a reader should know before the start.
fn content_notes(case: &Case) -> String {
    if case.content_notes.is_empty() {
        return text("content-none");
    }
    let shown = |note: &ContentNote| {
        let words = note.note.trim_end_matches('.');
        if note.topic.is_some() { text_with("content-can-be-left-out", &[("note", words.into())]) } else { words.to_string() }
    };
    let notes: Vec<String> = case.content_notes.iter().map(shown).collect();
    text_with("content-notes", &[("notes", notes.join(" · ").into())])
}

/// Who looked at the case.
fn review(case: &Case) -> String {
    if case.is_reviewed() { text_with("review-by", &[("who", case.review.as_str().into())]) } else { text("review-none") }
}

/// What is known of an exam before it is opened.
pub(super) fn exam_lines(set: &Set) -> Vec<String> {
    let people: Vec<&str> = set.bundle.case.people.iter().map(|person| person.name.as_str()).collect();
    let about = [("people", people.join(" · ").into()), ("session", set.exam.session.into())];
    vec![text_with("exam-about", &about), review(&set.bundle.case)]
}

pub(super) fn complaint(finding: &Finding) -> String {
    let told = format!("{}: {}", place(finding), finding.message);
    if finding.help.is_empty() { told } else { format!("{told}. {}", finding.help) }
}

/// Where it was found.
pub(super) fn place(finding: &Finding) -> String {
    match finding.line {
        Some(line) => format!("{}, {}", finding.file, text_with("book-line", &[("line", line.into())])),
        None => finding.file.clone(),
    }
}

fn left(started: &str, record: &Record) -> String {
    let minute = record.held.account.iter().fold(0, |minute, entry| if let Entry::Clock { minute } = entry { *minute } else { minute });
    text_with("book-left", &[("when", when(started).into()), ("replies", record.held.replies().into()), ("minute", minute.into())])
}

fn ended(started: &str, ending: Ending) -> String {
    text_with("book-held", &[("when", when(started).into()), ("ending", word("ending-short", ending).into())])
}

/// A moment as the trainee's own clock showed it.
pub(super) fn when(started: &str) -> String {
    let Ok(moment) = started.parse::<Timestamp>() else { return started.to_string() };
    let here = moment.to_zoned_datetime(TimeZone::system());
    let fill = [
        ("day", here.day().into()),
        ("month", here.month().into()),
        ("year", here.year().to_string().into()),
        ("time", here.strftime("%H:%M").to_string().into()),
    ];
    text_with("book-when", &fill)
}
