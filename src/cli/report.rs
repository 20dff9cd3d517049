//! `report`: the debrief of an hour that was kept.

use crate::report;
use crate::sitting::Kept;

use super::arguments::{Report, ReportFormat};
use super::{Common, Status, could_not_run, hand_out, harmless};

pub(super) fn run(common: &Common, report: &Report) -> Status {
    let kept = common.records().and_then(|records| Ok((records.find(&report.record)?, records)));
    let kept = match kept.map_err(Into::into).and_then(|(record, records)| Kept::open(&records, record)) {
        Ok(kept) => kept,
        Err(trouble) => return could_not_run(&trouble),
    };
    let debrief = kept.debrief_in_full();
    let told = match report.format {
        ReportFormat::Text => harmless(&report::text::render(&debrief)),
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
    hand_out(report.out.as_deref(), report.overwrite, &told)
}
