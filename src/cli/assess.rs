//! `assess`: a table of coded turns from elsewhere, scored by the rubric that scores the hours.

use crate::assess::table::{Table, Unreadable};
use crate::library;
use crate::report;
use crate::script::finding::Severity;
use crate::texts::{text, text_with};

use super::arguments::{Assess, Format};
use super::{Common, Status, complain, could_not_run, print, print_json};

pub(super) fn run(common: &Common, assess: &Assess) -> Status {
    let library = match library::open(common.dialogues.as_deref()) {
        Ok(library) => library,
        Err(trouble) => return could_not_run(&trouble),
    };
    let Some(rubric) = &library.shelves.rubric else {
        library.shelves.shared.iter().for_each(|finding| complain(finding));
        return could_not_run(&text("assess-no-rubric"));
    };
    let file = assess.file.display().to_string();
    let unreadable = |why: String| could_not_run(&text_with("assess-unreadable", &[("file", file.as_str().into()), ("why", why.into())]));
    let bytes = match library::read_bytes(&assess.file, "Part it into several tables.") {
        Ok(bytes) => bytes,
        Err((why, help)) => return unreadable(format!("{why}. {help}")),
    };
    let assessed = match Table::read(&file, &bytes) {
        Ok(table) => table.assess(rubric, assess.lens),
        Err(trouble) => {
            if let Unreadable::NoTherapist { findings } = &trouble {
                findings.iter().filter(|finding| finding.severity == Severity::Error).for_each(|finding| complain(finding));
            }
            return unreadable(trouble.to_string());
        }
    };
    let printed = match assess.format {
        Format::Json => print_json(&assessed),
        Format::Text => print(&report::table::render(&assessed)),
    };
    if printed == Status::Fine && !assessed.is_sound() { Status::Found } else { printed }
}
