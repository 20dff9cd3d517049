//! `report`: the debrief of an hour that was kept.

use std::fs;

use crate::record::Records;
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
    };
    match &report.out {
        None => return print(&told),
        Some(file) => {
            if let Err(error) = fs::write(file, told) {
                return could_not_run(&text_with(
                    "report-unwritable",
                    &[("file", file.display().to_string().into()), ("why", error.to_string().into())],
                ));
            }
        }
    }
    Status::Fine
}
