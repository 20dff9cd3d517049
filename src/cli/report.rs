//! `report`: the debrief of an hour that was kept.

use std::io;
use std::path::Path;

use crate::record::{Records, write_whole};
use crate::report;
use crate::sitting::Kept;
use crate::texts::text_with;

use super::arguments::{Report, ReportFormat};
use super::{Common, Status, could_not_run, print};

pub(super) fn run(common: &Common, report: &Report) -> Status {
    let kept = Records::at(common.data_dir.as_deref()).and_then(|records| Ok((records.find(&report.record)?, records)));
    let kept = match kept.map_err(Into::into).and_then(|(record, records)| Kept::open(&records, record)) {
        Ok(kept) => kept,
        Err(trouble) => return could_not_run(&trouble),
    };
    let debrief = kept.debrief_in_full();
    let told = match report.format {
        ReportFormat::Text => report::text::render(&debrief),
        ReportFormat::Html => report::html::render(&debrief),
        ReportFormat::Json => match serde_json::to_string_pretty(&debrief) {
            Ok(json) => format!("{json}\n"),
            Err(error) => return could_not_run(&error),
        },
        ReportFormat::Csv => {
            let header = kept.header();
            report::csv::render(&debrief, report::csv::Origin { record: &header.id, mode: header.mode.name() })
        }
    };
    match &report.out {
        None => print(&told),
        Some(file) => write(file, report.overwrite, &told),
    }
}

/// Writes it whole or not at all; over what is there only where that is wanted and a file.
fn write(file: &Path, overwrite: bool, told: &str) -> Status {
    let shown = file.display().to_string();
    if !overwrite && file.symlink_metadata().is_ok() {
        return could_not_run(&text_with("report-exists", &[("file", shown.into())]));
    }
    let is_other = file.metadata().is_ok_and(|there| !there.is_file());
    let written = if is_other { Err(io::Error::other("it is not a regular file")) } else { write_whole(file, told.as_bytes()) };
    match written {
        Ok(()) => Status::Fine,
        Err(error) => could_not_run(&text_with("report-unwritable", &[("file", shown.into()), ("why", error.to_string().into())])),
    }
}
