//! `check`: every problem of every file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use crate::analysis::Prepared;
use crate::analysis::playtest::{Terms, playtest};
use crate::analysis::proof;
use crate::analysis::transcript::Transcript;
use crate::library::exams::{ExamFile, is_exam};
use crate::library::{self, Library, Trouble};
use crate::script::bundle::{Bundle, Source};
use crate::script::excerpt::shown_with;
use crate::script::finding::{Finding, Severity, Told};
use crate::script::outline::Lines;
use crate::script::shelf::{CASE, REACTIONS, RUBRIC};
use crate::script::translation::FOLDER;

use super::arguments::{Check, Format, RUNS};
use super::explain;
use super::hour::threads;
use super::{Common, Status, could_not_run, print, print_json};

pub(super) fn run(common: &Common, check: &Check) -> Status {
    if let Some(code) = &check.explain {
        return explain::run(code);
    }
    let checked = match gather(common, check) {
        Ok(checked) => checked,
        Err(trouble) => return could_not_run(&trouble),
    };
    let Checked { findings, proof, texts } = checked;
    let findings: Vec<Finding> = match proof.is_empty() {
        true => findings,
        false => match prove(&proof) {
            Ok(proven) => findings.into_iter().chain(proven).collect(),
            Err(status) => return status,
        },
    };
    let worst = if findings.iter().any(|finding| finding.severity == Severity::Error) { Status::Found } else { Status::Fine };
    match check.format {
        Format::Text => {
            let told: String = texts.shown(&findings).map(|shown| format!("{shown}\n")).collect();
            if print(&told) == Status::Fine { worst } else { Status::CouldNotRun }
        }
        Format::Json => match print_json(&findings) {
            Status::Fine => worst,
            status => status,
        },
    }
}

/// What a look at the files found, and what is left to be proven: bundles, and what their files' names begin with.
#[derive(Default)]
struct Checked {
    findings: Vec<Finding>,
    proof: BTreeMap<String, (Arc<Bundle>, String)>,
    texts: Texts,
}

/// The text of each file that something may be told of, by its name.
#[derive(Default)]
struct Texts(BTreeMap<String, String>);

impl Texts {
    /// Findings with their lines, in their order.
    fn shown(&self, findings: &[Finding]) -> impl Iterator<Item = String> {
        let files: BTreeSet<&str> = findings.iter().map(|finding| finding.file.as_str()).collect();
        let text = |file| Some(self.0.get(file)?.trim_start_matches('\u{feff}'));
        let texts: BTreeMap<&str, (&str, Lines)> =
            files.into_iter().filter_map(|file| Some((file, (text(file)?, Lines::of(text(file)?))))).collect();
        findings.iter().map(move |finding| {
            let text = texts.get(finding.file.as_str());
            shown_with(finding, text.and_then(|(text, lines)| lines.line(text, finding.line?)))
        })
    }
}

fn gather(common: &Common, check: &Check) -> Result<Checked, Trouble> {
    let mut checked = Checked::default();
    if check.paths.is_empty() {
        let library = library::open(common.dialogues.as_deref())?;
        checked.take(&library, check.proof, |_| true);
        return Ok(checked);
    }
    for path in &check.paths {
        // It is judged by the cases in use, wherever it lies.
        if is_exam(path) && path.is_file() {
            checked.examine(ExamFile::read(path, &library::open(common.dialogues.as_deref())?), |_| true);
        } else {
            of_path(path, check.proof, &mut checked)?;
        }
    }
    let mut told = BTreeSet::new();
    checked.findings.retain(|finding| told.insert(finding.to_string()));
    Ok(checked)
}

impl Checked {
    fn examine(&mut self, exam: ExamFile, wanted: impl Fn(&Path) -> bool) {
        let file = exam.path.display().to_string();
        self.findings.extend(exam.findings.into_iter().filter(|finding| wanted(Path::new(&finding.file))));
        self.texts.0.insert(file, exam.text);
    }

    fn take(&mut self, library: &Library, proof: bool, wanted: impl Fn(&Path) -> bool) {
        let found = library.shelves.findings().filter(|finding| wanted(Path::new(&finding.file)));
        self.findings.extend(found.cloned());
        let text = |name: &str| Some((name.to_string(), library.file(name.strip_prefix(&library.prefix)?).ok()??));
        self.findings.extend(Told::of(of_transcripts(library).filter(|finding| wanted(Path::new(&finding.file)))));
        for exam in library.exams() {
            self.examine(exam, &wanted);
        }
        let files: BTreeSet<&str> = self.findings.iter().map(|finding| finding.file.as_str()).collect();
        self.texts.0.extend(files.into_iter().filter_map(text));
        for shelf in library.shelves.cases.iter().filter(|_| proof) {
            let file = format!("{}{}/{CASE}", library.prefix, shelf.id);
            if let Some(bundle) = shelf.bundle.as_ref().filter(|_| wanted(Path::new(&file))) {
                let named = |(name, text): &Source| (format!("{}{name}", library.prefix), text.clone());
                self.texts.0.extend(bundle.sources.iter().map(named));
                self.proof.insert(file, (Arc::clone(bundle), library.prefix.clone()));
            }
        }
    }
}

/// What is wrong with transcripts: that they can't be read, try nothing, or can't be stepped through as the model hours that they are to be.
fn of_transcripts(library: &Library) -> impl Iterator<Item = Finding> {
    library.transcripts.iter().flat_map(|transcript| {
        let read = match transcript.text.as_ref().map(|text| Transcript::read(&transcript.file, text)) {
            Err(finding) => return vec![finding.clone()],
            Ok(Err(findings)) => return findings,
            Ok(Ok(read)) => read,
        };
        let bundle = library.case(&transcript.case).ok().and_then(|shelf| shelf.bundle.as_ref());
        let others = |name: &str| library.transcript(&transcript.case, name);
        let as_model = bundle.and_then(|bundle| read.as_model(&transcript.file, bundle, &others));
        transcript.idle().into_iter().chain(as_model).collect()
    })
}

/// Has every hour of every sound case played, and tells what that finds.
fn prove(cases: &BTreeMap<String, (Arc<Bundle>, String)>) -> Result<Vec<Finding>, Status> {
    let threads = threads(None)?;
    let mut findings = Vec::new();
    for (bundle, prefix) in cases.values() {
        for prepared in (0..bundle.hours.len()).filter_map(|number| Prepared::new(bundle, number)) {
            let played = playtest(&prepared, Terms { runs: RUNS, seed: 1 }, &threads, &|| 0);
            findings.extend(proof::findings(&prepared, &played, prefix));
        }
    }
    Ok(findings)
}

/// Findings of a library, of one case in it, or of one file; with the shared files, without which no case plays.
fn of_path(path: &Path, proof: bool, checked: &mut Checked) -> Result<(), Trouble> {
    // From within a folder its name is not to be seen in the path.
    let short = path.file_name().is_none() || !path.is_dir() && path.parent() == Some(Path::new(""));
    let path = &if short { path.canonicalize().map_err(|error| Trouble::Unreadable(path.into(), error))? } else { path.to_path_buf() };
    if !path.exists() {
        return Err(Trouble::Unreadable(path.clone(), std::io::ErrorKind::NotFound.into()));
    }
    let is_shared =
        |path: &Path| path.file_name().is_some_and(|name| name == RUBRIC || name == REACTIONS) || library::is_where_to_turn(path);
    let (root, wanted) = if path.is_dir() {
        match path.parent() {
            _ if library::is_case(path) => (parent(path), Some(path)),
            Some(case) if path.file_name().is_some_and(|name| name == library::TRANSCRIPTS) && library::is_case(case) => {
                (parent(case), Some(path))
            }
            Some(case) if path.file_name().is_some_and(|name| name == FOLDER) && library::is_case(case) => (parent(case), Some(path)),
            _ => (path.as_path(), None),
        }
    } else if is_shared(path) {
        (parent(path), Some(path))
    } else if library::belongs(path) {
        (parent(case_of(path)), Some(path))
    } else if library::is_transcript(path) {
        (parent(parent(parent(path))), Some(path))
    } else {
        return Err(Trouble::NoCaseFile(path.clone()));
    };
    let library = library::open(Some(root))?;
    let wanted = wanted.and_then(|wanted| wanted.strip_prefix(root).ok()).map(|below| root.join(below));
    // A single file is proven with its case.
    let case = wanted.as_ref().filter(|wanted| library::belongs(wanted) && !is_shared(wanted)).map(|wanted| case_of(wanted).join(CASE));
    checked.take(&library, proof, |file| {
        case.as_ref().is_some_and(|case| case == file && proof)
            || wanted.as_ref().is_none_or(|wanted| file.starts_with(wanted) || !is_shared(wanted) && is_shared(file))
    });
    Ok(())
}

/// The folder of the case that a file belongs to.
fn case_of(path: &Path) -> &Path {
    if library::is_sheet(path) { parent(parent(path)) } else { parent(path) }
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}
