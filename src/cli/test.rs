//! `test`: the transcripts that stand beside the scenes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::analysis::transcript::{Difference, Transcript};
use crate::library::{self, Library, TranscriptFile, Trouble};
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
        library.transcripts.iter().for_each(|transcript| run_one(&library, transcript, &mut outcome));
    }
    for path in paths {
        let place = library::place_of_transcripts(path)?;
        let library = library::open(Some(&place.root))?;
        let is_meant = |transcript: &&TranscriptFile| {
            let case = place.case.as_ref().is_none_or(|case| *case == transcript.case);
            case && place.file.as_ref().is_none_or(|file| file == Path::new(&transcript.file))
        };
        library.transcripts.iter().filter(is_meant).for_each(|transcript| run_one(&library, transcript, &mut outcome));
    }
    Ok(outcome)
}

fn run_one(library: &Library, transcript: &TranscriptFile, outcome: &mut Outcome) {
    let shelf = library.shelves.cases.iter().find(|shelf| shelf.id == transcript.case);
    let Some(bundle) = shelf.and_then(|shelf| shelf.bundle.as_ref()) else {
        let message = text_with("transcript-no-case", &[("case", transcript.case.as_str().into())]);
        outcome.findings.push(Finding::of_file("no-case", &transcript.file, message, text("transcript-no-case-help")));
        return;
    };
    match transcript.text.as_ref().map(|text| Transcript::read(&transcript.file, text)) {
        Ok(Ok(read)) => {
            outcome.findings.extend(transcript.idle());
            let others = |name: &str| library.transcript(&transcript.case, name);
            outcome.differences.extend(read.run(bundle, &transcript.file, &others));
            outcome.transcripts.push(transcript.file.clone());
        }
        Ok(Err(findings)) => outcome.findings.extend(findings),
        Err(finding) => outcome.findings.push(finding.clone()),
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
    let differing = outcome.differences.iter().map(|difference| &difference.file).collect::<BTreeSet<_>>().len();
    let fill = [("run", outcome.transcripts.len().into()), ("differing", differing.into())];
    out.push_str(&format!("{}\n", text_with("test-outcome", &fill)));
    out
}
