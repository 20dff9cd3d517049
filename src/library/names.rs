//! Names that nothing is read by, and that look as if it were meant to be.

use std::path::{Path, PathBuf};

use crate::script::bounds::LONGEST_NAME;
use crate::script::exam::EXAM;
use crate::script::finding::{Finding, Severity};
use crate::script::shelf::{CASE, REACTIONS, RUBRIC, SCENE};
use crate::script::translation;

use super::{ENDINGS_OF_EDITORS, TRANSCRIPT, TRANSCRIPTS, WHERE_TO_TURN, is_hidden, sorted, turn_language};

/// Which folder of a library something lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    Cases,
    Case,
    Sheets,
    Transcripts,
}

impl Within {
    /// The whole names that are read there.
    fn names(self) -> &'static [&'static str] {
        match self {
            Within::Cases => &[RUBRIC, REACTIONS, WHERE_TO_TURN],
            Within::Case => &[CASE],
            Within::Sheets | Within::Transcripts => &[],
        }
    }

    /// What the other names that are read there end in.
    fn ending(self) -> &'static str {
        match self {
            Within::Cases => EXAM,
            Within::Case => SCENE,
            Within::Sheets => translation::ENDING,
            Within::Transcripts => TRANSCRIPT,
        }
    }
}

/// The name that a file was probably meant to have; none where it is read, and where it looks like something else that is kept there.
fn meant(path: &Path, within: Within) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let ending = within.ending();
    let is_read = within.names().contains(&name) || name.ends_with(ending) || within == Within::Cases && turn_language(name).is_some();
    // What editors keep for themselves begins like the name that it was made of.
    if is_read || is_hidden(path) || name.starts_with('#') {
        return None;
    }
    if let Some(known) = within.names().iter().find(|known| !name.starts_with(**known) && is_near(name, known)) {
        return Some(known.to_string());
    }
    let by_an_editor = || ENDINGS_OF_EDITORS.iter().find_map(|editors| name.strip_suffix(editors)?.strip_suffix('.'));
    if let Some(stem) = by_an_editor().filter(|stem| within != Within::Case && stem.ends_with(ending)) {
        return Some(stem.into());
    }
    let is_ending = |at: usize| name.get(at..).is_some_and(|end| !end.starts_with(ending) && is_near(end, ending));
    let at = name.match_indices('.').map(|(at, _)| at).find(|at| *at > 0 && is_ending(*at))?;
    Some(format!("{}{ending}", name.get(..at)?))
}

/// The name that a folder of a case was probably meant to have.
fn folder_meant(path: &Path) -> Option<(&'static str, Within)> {
    let name = path.file_name()?.to_str()?;
    let known = [(translation::FOLDER, Within::Sheets), (TRANSCRIPTS, Within::Transcripts)];
    known.into_iter().find(|(known, _)| name != *known && is_near(name, known))
}

/// True where some slips lead from one to the other: two, or one in a short one; capitals are none.
fn is_near(written: &str, known: &str) -> bool {
    let slips = if known.len() > 5 { 2 } else { 1 };
    written.len() <= LONGEST_NAME && strsim::damerau_levenshtein(&written.to_lowercase(), &known.to_lowercase()) <= slips
}

/// True for what is told of, wherever in a library it lies.
pub(super) fn may_be_told(path: &Path) -> bool {
    let is_meant = |within| meant(path, within).is_some();
    let above = path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    match (above, path.parent().and_then(folder_meant)) {
        (translation::FOLDER, _) => is_meant(Within::Sheets),
        (TRANSCRIPTS, _) => is_meant(Within::Transcripts),
        (_, Some((_, within))) => is_like(path, within),
        _ => is_meant(Within::Cases) || is_meant(Within::Case),
    }
}

/// True for a folder of a case in which something may lie that is told of.
pub(super) fn may_hold(folder: &Path) -> bool {
    folder_meant(folder).is_some()
}

fn is_like(path: &Path, within: Within) -> bool {
    path.to_str().is_some_and(|path| path.to_lowercase().ends_with(within.ending()))
}

/// Tells of what lies in a folder and is not read, with the name that was probably meant.
pub(super) fn findings(paths: &[PathBuf], within: Within) -> Vec<Finding> {
    let warning = |path: &Path, message: &str, meant: &str| Finding {
        severity: Severity::Warning,
        ..Finding::of_file("unused-file", &path.display().to_string(), message.into(), format!("Name it “{meant}” if it is to be read."))
    };
    let of = |path: &PathBuf| {
        if !path.is_dir() {
            // Not every system tells capitals apart, so it is the names themselves that are looked at.
            let meant = meant(path, within).filter(|meant| !paths.contains(&path.with_file_name(meant)))?;
            return Some(warning(path, "nothing reads a file of this name", &meant));
        }
        let (meant, holds) = folder_meant(path).filter(|(meant, _)| within == Within::Case && !path.with_file_name(meant).exists())?;
        let is_used = sorted(path).unwrap_or_default().iter().any(|path| is_like(path, holds));
        is_used.then(|| warning(path, "nothing in a folder of this name is read", meant))
    };
    paths.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Within, folder_meant, meant};

    #[test]
    fn a_name_that_was_probably_meant_is_found_and_no_other() {
        for (within, name, found) in [
            (Within::Cases, "Rubric.ron", "rubric.ron"),
            (Within::Cases, "reaction.ron", "reactions.ron"),
            (Within::Cases, "where_to_turn.txt", "where-to-turn.txt"),
            (Within::Cases, "a.exam.rn", "a.exam.ron"),
            (Within::Cases, "a.exam.ron.txt", "a.exam.ron"),
            (Within::Case, "Case.ron", "case.ron"),
            (Within::Case, "1.first.scnee.ron", "1.first.scene.ron"),
            (Within::Sheets, "pt-BR.CSV", "pt-BR.csv"),
            (Within::Sheets, "pt-BR.csv.txt", "pt-BR.csv"),
            (Within::Transcripts, "b.text", "b.txt"),
        ] {
            assert_eq!(meant(Path::new(name), within).as_deref(), Some(found), "{name}");
        }
        for within in [Within::Cases, Within::Case, Within::Sheets, Within::Transcripts] {
            for name in [
                "README.md",
                "LICENSE",
                "people.png",
                "playtest.txt",
                "notes.ron",
                "rubric.ron~",
                "#case.ron#",
                "case.ron.orig",
                "1.scene.ron~",
                "a.txt.bak",
                ".Rubric.ron",
                "4913",
                "where-to-turn.pt-BR.txt",
            ] {
                assert_eq!(meant(Path::new(name), within), None, "{name}");
            }
        }
        assert_eq!(folder_meant(Path::new("sound/transcript")).map(|found| found.0), Some("transcripts"));
        assert_eq!(folder_meant(Path::new("sound/Lang")).map(|found| found.0), Some("lang"));
        assert_eq!([folder_meant(Path::new("pictures")), folder_meant(Path::new("lang"))], [None, None]);
    }
}
