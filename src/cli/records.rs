//! `records`: the trainee's own hours, and those that were handed in.

use std::path::Path;

use serde::Serialize;

use crate::library::exams::Set;
use crate::record::{self, Health, Mode};
use crate::report::text::{exam_lines, paragraph};
use crate::script::codes::Ending;
use crate::script::exam::Held;
use crate::sitting::{self, Scripts, Trouble, is_of_exam};
use crate::texts::{text, text_with, word};

use super::arguments::{Format, Records, RecordsCommand};
use super::{Common, Status, could_not_run, hand_out, print, print_json};

/// A record as `--format json` lists it.
#[derive(Serialize)]
struct Listed {
    id: String,
    case: Option<String>,
    session: Option<u32>,
    seed: Option<u64>,
    mode: Option<Mode>,
    moves: Vec<String>,
    ending: Option<Ending>,
    started: Option<String>,
    health: Health,
    exam: Option<Held>,
}

/// A record as `verify --format json` judges it.
#[derive(Serialize)]
struct Verified {
    id: String,
    case: Option<String>,
    session: Option<u32>,
    seed: Option<u64>,
    mode: Option<Mode>,
    started: Option<String>,
    ending: Option<Ending>,
    health: Health,
    exam: Option<Held>,
    /// What is wrong; null where nothing is.
    trouble: Option<String>,
}

pub(super) fn run(common: &Common, records: &Records) -> Status {
    let there = match common.records() {
        Ok(there) => there,
        Err(trouble) => return could_not_run(&trouble),
    };
    match &records.command {
        RecordsCommand::Where => {
            let mut told = String::new();
            paragraph(&mut told, 0, &text_with("kept-where", &[("folder", there.folder().display().to_string().into())]));
            print(&told)
        }
        RecordsCommand::List { format } => list(&there, *format),
        RecordsCommand::Verify { records, exam, format } => verify(common, &there, records, exam.as_deref(), *format),
        RecordsCommand::Recover { record } => match there.salvage(record) {
            Ok((id, replies)) => print(&format!("{}\n", text_with("records-recovered", &[("id", id.into()), ("replies", replies.into())]))),
            Err(trouble) => could_not_run(&trouble),
        },
        RecordsCommand::Export { record, out, overwrite } => {
            match there.find(record).map_err(Trouble::from).and_then(|record| sitting::hand_in(&there, &record)) {
                Ok(file) => hand_out(out.as_deref(), *overwrite, &file),
                Err(trouble) => could_not_run(&trouble),
            }
        }
    }
}

/// Says of each whether it is what the program wrote.
fn verify(common: &Common, there: &record::Records, named: &[String], exam: Option<&Path>, format: Format) -> Status {
    let exam = match exam.map(|exam| super::exam::read(common, exam)).transpose() {
        Ok(exam) => exam,
        Err(status) => return status,
    };
    let scripts = Scripts::default();
    let judge = |name: String, found| judge(there, &scripts, name, found, exam.as_ref());
    let judged: Vec<Verified> = match named {
        [] => match there.each(|record| judge(record.id(), Ok(record))) {
            Ok(mut judged) => {
                judged.sort_by(|one, other| (&one.started, &one.id).cmp(&(&other.started, &other.id)));
                judged
            }
            Err(trouble) => return could_not_run(&trouble),
        },
        // What was changed is told beside the others.
        named => named.iter().map(|name| judge(name.clone(), there.find(name))).collect(),
    };
    let sound = judged.iter().all(|judged| judged.trouble.is_none());
    let printed = match format {
        Format::Json => print_json(&judged),
        Format::Text => print(&judged.iter().map(told).collect::<String>()),
    };
    if printed == Status::Fine && !sound { Status::Found } else { printed }
}

fn list(there: &record::Records, format: Format) -> Status {
    let mut list = match there.each(listed) {
        Ok(list) => list,
        Err(trouble) => return could_not_run(&trouble),
    };
    list.sort_by(|one, other| (&one.started, &one.id).cmp(&(&other.started, &other.id)));
    match format {
        Format::Json => print_json(&list),
        Format::Text => {
            if list.is_empty() {
                print(&format!("{}\n", text("no-records")));
            }
            for record in list {
                print(&format!("{}\n", line(&record)));
            }
            Status::Fine
        }
    }
}

/// What is wrong with a record, as far as it can be told.
fn judge(
    there: &record::Records,
    scripts: &Scripts,
    name: String,
    found: Result<record::Record, record::Trouble>,
    exam: Option<&Set>,
) -> Verified {
    let nothing = Verified {
        id: name,
        case: None,
        session: None,
        seed: None,
        mode: None,
        started: None,
        ending: None,
        health: Health::Unreadable,
        exam: None,
        trouble: None,
    };
    let record = match found {
        Ok(record) => record,
        Err(trouble) => return Verified { trouble: Some(trouble.to_string()), ..nothing },
    };
    let (id, ending, health, header) = (record.id(), record.ending(), record.health, record.header.clone());
    let another = exam.is_some_and(|exam| !is_of_exam(&record, &exam.exam, &exam.hash)).then(|| text("verify-another-exam"));
    let trouble = sitting::verify(there, scripts, record).err().map(|trouble| trouble.to_string()).or(another);
    let header = header.as_ref();
    Verified {
        id,
        case: header.map(|header| header.case.clone()),
        session: header.map(|header| header.session),
        seed: header.map(|header| header.seed),
        mode: header.map(|header| header.mode),
        started: header.map(|header| header.started.clone()),
        ending,
        health,
        exam: header.and_then(|header| header.exam.clone()),
        trouble,
    }
}

fn told(verified: &Verified) -> String {
    let mut out = String::new();
    let state = match &verified.trouble {
        Some(trouble) => text_with("verify-trouble", &[("trouble", trouble.as_str().into())]),
        None if let Health::TornTail { bytes } = verified.health => text_with("verify-torn", &[("bytes", bytes.into())]),
        None if verified.ending.is_none() => text("verify-unfinished"),
        None => text("verify-sound"),
    };
    paragraph(&mut out, 0, &format!("{}: {state}", verified.id));
    verified.exam.iter().flat_map(exam_lines).for_each(|line| paragraph(&mut out, 2, &line));
    out
}

fn listed(record: record::Record) -> Listed {
    let header = record.header.as_ref();
    Listed {
        id: record.id(),
        case: header.map(|header| header.case.clone()),
        session: header.map(|header| header.session),
        seed: header.map(|header| header.seed),
        mode: header.map(|header| header.mode),
        moves: record.held.moves.clone(),
        ending: record.ending(),
        started: header.map(|header| header.started.clone()),
        health: record.health,
        exam: header.and_then(|header| header.exam.clone()),
    }
}

fn line(listed: &Listed) -> String {
    let state = match (listed.health, listed.ending) {
        (Health::Whole | Health::TornTail { .. }, Some(ending)) => word("ending-short", ending),
        (Health::Whole, None) => text("record-unfinished"),
        (Health::TornTail { .. }, None) => text("record-torn"),
        (Health::Empty, _) => text("record-empty"),
        (Health::Damaged { .. }, _) if listed.session.is_none() => text("record-no-header"),
        (Health::Damaged { line }, _) => text_with("record-damaged", &[("line", line.into()), ("id", listed.id.as_str().into())]),
        (Health::Newer { .. }, _) => text("record-newer"),
        (Health::Unreadable, _) => text("record-unreadable"),
    };
    // Of one whose first line can't be read nothing else is known.
    let (Some(session), Some(started)) = (listed.session, &listed.started) else { return format!("{}  {state}", listed.id) };
    let fill = [
        ("id", listed.id.as_str().into()),
        ("session", session.into()),
        ("started", started.as_str().into()),
        ("moves", listed.moves.len().into()),
        ("state", state.into()),
    ];
    let line = text_with("record-line", &fill);
    match &listed.exam {
        Some(held) => format!("{line}\n    {}", exam_lines(held).join("\n    ")),
        None => line,
    }
}
