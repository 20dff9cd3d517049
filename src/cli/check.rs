//! `check`: every problem of every file.

use std::path::{Path, PathBuf};

use crate::library::{self, Trouble};
use crate::script::finding::{Finding, Severity};
use crate::script::shelf::{CASE, REACTIONS, RUBRIC};

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
            for finding in &findings {
                print(&format!("{finding}\n"));
            }
            worst
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
        for finding in of_path(path)? {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
    }
    Ok(findings)
}

/// Findings of a library, of one case in it, or of one file.
fn of_path(path: &Path) -> Result<Vec<Finding>, Trouble> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let (root, below) = if path.is_dir() && !path.join(CASE).exists() {
        (path, None)
    } else if path.is_dir() || [RUBRIC, REACTIONS].contains(&name) {
        (parent(path), Some(path))
    } else {
        (parent(parent(path)), Some(path))
    };
    let library = library::open(Some(root))?;
    let wanted = below.and_then(|below| below.strip_prefix(root).ok()).map(|below| root.join(below));
    let is_wanted = |finding: &&Finding| wanted.as_ref().is_none_or(|wanted| Path::new(&finding.file).starts_with(wanted));
    if let Some(wanted) = &wanted
        && !wanted.exists()
    {
        return Err(Trouble::Unreadable(wanted.clone(), std::io::ErrorKind::NotFound.into()));
    }
    Ok(library.shelves.findings().filter(is_wanted).cloned().collect())
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}
