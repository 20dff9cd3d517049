//! `records`: the trainee's own hours.

use serde::Serialize;

use crate::record::{self, Health, Mode};
use crate::script::codes::Ending;
use crate::texts::{text, text_with, word};

use super::arguments::{Format, Records, RecordsCommand};
use super::{Common, Status, could_not_run, print, print_json};

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
}

pub(super) fn run(common: &Common, records: &Records) -> Status {
    let RecordsCommand::List { format } = records.command;
    let list = match record::Records::at(common.data_dir.as_deref()).and_then(|records| records.list()) {
        Ok(list) => list,
        Err(trouble) => return could_not_run(&trouble),
    };
    match format {
        Format::Json => print_json(&list.into_iter().map(listed).collect::<Vec<_>>()),
        Format::Text => {
            if list.is_empty() {
                print(&format!("{}\n", text("no-records")));
            }
            for record in list {
                print(&format!("{}\n", line(&listed(record))));
            }
            Status::Fine
        }
    }
}

fn listed(record: record::Record) -> Listed {
    let header = record.header.as_ref();
    Listed {
        id: record.id(),
        case: header.map(|header| header.case.clone()),
        session: header.map(|header| header.session),
        seed: header.map(|header| header.seed),
        mode: header.map(|header| header.mode),
        moves: record.moves().map(str::to_string).collect(),
        ending: record.ending(),
        started: header.map(|header| header.started.clone()),
        health: record.health,
    }
}

fn line(listed: &Listed) -> String {
    let state = match (listed.health, listed.ending) {
        (Health::Whole | Health::TornTail { .. }, Some(ending)) => word("ending-short", ending),
        (Health::Whole, None) => text("record-unfinished"),
        (Health::TornTail { .. }, None) => text("record-torn"),
        (Health::Empty, _) => text("record-empty"),
        (Health::Damaged { line }, _) => text_with("record-damaged", &[("line", line.into())]),
        (Health::Newer { .. }, _) => text("record-newer"),
        (Health::Unreadable, _) => text("record-unreadable"),
    };
    let fill = [
        ("id", listed.id.as_str().into()),
        ("session", listed.session.unwrap_or_default().into()),
        ("started", listed.started.clone().unwrap_or_default().into()),
        ("moves", listed.moves.len().into()),
        ("state", state.into()),
    ];
    text_with("record-line", &fill)
}
