//! `test`: the transcripts that stand beside the scenes.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::analysis::transcript::{Difference, Transcript};
use crate::library::{self, Library, Trouble};
use crate::script::finding::Finding;
use crate::texts::{text, text_with};

use super::arguments::{Format, Test};
use super::{Common, Status, could_not_run, print, print_json};

/// What the transcripts came to, as `--format json` prints it.
#[derive(Default, Serialize)]
struct Outcome {
    /// Files that were run.
    transcripts: Vec<String>,
    differences: Vec<Difference>,
    /// What can't be read, or has no case that could be played.
    findings: Vec<Finding>,
}

pub(super) fn run(common: &Common, test: &Test) -> Status {
    let outcome = match gather(common, &test.paths) {
        Ok(outcome) => outcome,
        Err(trouble) => return could_not_run(&trouble),
    };
    let printed = if test.format == Format::Json { print_json(&outcome) } else { print(&told(&outcome)) };
    let sound = outcome.differences.is_empty() && outcome.findings.is_empty();
    if printed == Status::Fine && !sound { Status::Found } else { printed }
}

fn gather(common: &Common, paths: &[PathBuf]) -> Result<Outcome, Trouble> {
    let mut outcome = Outcome::default();
    if paths.is_empty() {
        let library = library::open(common.dialogues.as_deref())?;
        library.shelves.cases.iter().for_each(|shelf| of_case(&library, &shelf.id, None, &mut outcome));
        return Ok(outcome);
    }
    for path in paths {
        let place = library::place_of_transcripts(path)?;
        let library = library::open(Some(&place.root))?;
        for shelf in &library.shelves.cases {
            if place.case.as_ref().is_none_or(|case| *case == shelf.id) {
                of_case(&library, &shelf.id, place.file.as_deref(), &mut outcome);
            }
        }
    }
    Ok(outcome)
}

/// Runs the transcripts of a case, or the one that is named.
fn of_case(library: &Library, case: &str, only: Option<&Path>, outcome: &mut Outcome) {
    let Ok(shelf) = library.case(case) else { return };
    let files: Vec<_> = library.transcripts.iter().filter(|transcript| transcript.case == case).collect();
    for transcript in files.into_iter().filter(|transcript| only.is_none_or(|only| only == Path::new(&transcript.file))) {
        let Some(bundle) = &shelf.bundle else {
            let help = text("transcript-no-case-help");
            outcome.findings.push(Finding::of_file("no-case", &transcript.file, text_with("case-broken", &[("case", case.into())]), help));
            continue;
        };
        match transcript.text.clone().map(|text| Transcript::read(&transcript.file, &text)) {
            Ok(Ok(read)) => {
                outcome.differences.extend(read.run(bundle, &transcript.file));
                outcome.transcripts.push(transcript.file.clone());
            }
            Ok(Err(findings)) => outcome.findings.extend(findings),
            Err(finding) => outcome.findings.push(finding),
        }
    }
}

fn told(outcome: &Outcome) -> String {
    let mut out = String::new();
    for finding in &outcome.findings {
        out.push_str(&format!("{finding}\n"));
    }
    for Difference { file, line, expected, found } in &outcome.differences {
        out.push_str(&format!("{file}:{line}\n  - {expected}\n  + {found}\n"));
    }
    let differing = outcome.differences.iter().map(|difference| &difference.file).collect::<std::collections::BTreeSet<_>>().len();
    let fill = [("run", outcome.transcripts.len().into()), ("differing", differing.into())];
    out.push_str(&format!("{}\n", text_with("test-outcome", &fill)));
    out
}
