//! `check`: every problem of every file.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::library::{self, Trouble};
use crate::script::finding::{Finding, Severity};
use crate::script::shelf::{REACTIONS, RUBRIC};

use super::arguments::{Check, Format};
use super::{Common, Status, could_not_run, print, print_json};

pub(super) fn run(common: &Common, check: &Check) -> Status {
    let findings = match gather(common, &check.paths) {
        Ok(findings) => findings,
        Err(trouble) => return could_not_run(&trouble),
    };
    let worst = if findings.iter().any(|finding| finding.severity == Severity::Error) { Status::Found } else { Status::Fine };
    match check.format {
        Format::Text => {
            let told: String = findings.iter().map(|finding| format!("{finding}\n")).collect();
            if print(&told) == Status::Fine { worst } else { Status::CouldNotRun }
        }
        Format::Json => match print_json(&findings) {
            Status::Fine => worst,
            status => status,
        },
    }
}

fn gather(common: &Common, paths: &[PathBuf]) -> Result<Vec<Finding>, Trouble> {
    if paths.is_empty() {
        let library = library::open(common.dialogues.as_deref())?;
        return Ok(library.shelves.findings().cloned().collect());
    }
    let mut findings = Vec::new();
    for path in paths {
        findings.extend(of_path(path)?);
    }
    let mut told = BTreeSet::new();
    findings.retain(|finding| told.insert(finding.to_string()));
    Ok(findings)
}

/// Findings of a library, of one case in it, or of one file; with the shared files, without which no case plays.
fn of_path(path: &Path) -> Result<Vec<Finding>, Trouble> {
    // From within a folder its name is not to be seen in the path.
    let short = path.file_name().is_none() || !path.is_dir() && path.parent() == Some(Path::new(""));
    let path = &if short { path.canonicalize().map_err(|error| Trouble::Unreadable(path.into(), error))? } else { path.to_path_buf() };
    if !path.exists() {
        return Err(Trouble::Unreadable(path.clone(), std::io::ErrorKind::NotFound.into()));
    }
    let is_shared = |path: &Path| path.file_name().is_some_and(|name| name == RUBRIC || name == REACTIONS);
    let (root, wanted) = if path.is_dir() {
        if library::is_case(path) { (parent(path), Some(path)) } else { (path.as_path(), None) }
    } else if is_shared(path) {
        (parent(path), Some(path))
    } else if library::belongs(path) {
        (parent(parent(path)), Some(path))
    } else {
        return Err(Trouble::NoCaseFile(path.clone()));
    };
    let library = library::open(Some(root))?;
    let wanted = wanted.and_then(|wanted| wanted.strip_prefix(root).ok()).map(|below| root.join(below));
    let is_wanted = |finding: &&Finding| {
        let file = Path::new(&finding.file);
        wanted.as_ref().is_none_or(|wanted| file.starts_with(wanted) || !is_shared(wanted) && is_shared(file))
    };
    Ok(library.shelves.findings().filter(is_wanted).cloned().collect())
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}
