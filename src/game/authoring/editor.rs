//! The author's own editor: which one it is, and how it opens a file at a line; never through a shell.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::texts::{text, text_with};

/// Editors with a window of their own, by the name of their program, and how each is told a file and a line. The first that is
/// there is taken.
const KNOWN: [(&str, &str); 19] = [
    ("code", "--goto {file}:{line}"),
    ("codium", "--goto {file}:{line}"),
    ("zed", "{file}:{line}"),
    ("zeditor", "{file}:{line}"),
    ("subl", "{file}:{line}"),
    ("kate", "--line {line} {file}"),
    ("gnome-text-editor", "+{line} {file}"),
    ("gedit", "+{line} {file}"),
    ("notepad++", "-n{line} {file}"),
    ("mate", "--line {line} {file}"),
    ("bbedit", "+{line} {file}"),
    ("geany", "--line {line} {file}"),
    ("kwrite", "--line {line} {file}"),
    ("xed", "+{line} {file}"),
    ("pluma", "+{line} {file}"),
    ("mousepad", "--line={line} {file}"),
    ("featherpad", "+{line} {file}"),
    ("gvim", "+{line} {file}"),
    ("emacs", "+{line} {file}"),
];

/// How a file is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A program and what it is told, with `{file}` and `{line}` to be filled in.
    Program(Vec<String>),
    /// What the system opens such files with, at whatever line.
    System,
}

/// The way that was set; else the editor that the environment names or that is there, where it has a window of its own.
pub fn way(set: &str, named: impl Fn(&str) -> Option<String>, there: impl Fn(&str) -> bool) -> Result<Way, String> {
    if !set.trim().is_empty() {
        let words = words(set).filter(|words| !words.is_empty()).ok_or_else(|| text("editor-unclear"))?;
        return Ok(Way::Program(if set.contains("{file}") { words } else { words.into_iter().chain(["{file}".into()]).collect() }));
    }
    let program = |program: String| {
        let name = Path::new(&program).file_stem()?.to_str()?.to_string();
        let (_, told) = KNOWN.iter().find(|(known, _)| *known == name)?;
        Some(Way::Program([program].into_iter().chain(told.split(' ').map(String::from)).collect()))
    };
    let environment = ["VISUAL", "EDITOR"].into_iter().find_map(|variable| program(words(&named(variable)?)?.into_iter().next()?));
    let found = || KNOWN.iter().find(|(known, _)| there(known)).and_then(|(known, _)| program((*known).into()));
    Ok(environment.or_else(found).unwrap_or(Way::System))
}

fn words(command: &str) -> Option<Vec<String>> {
    shlex::split(command)
}

/// What a program is told for that file and line.
pub fn filled(program: &[String], file: &str, line: u32) -> Vec<String> {
    program.iter().map(|word| word.replace("{line}", &line.to_string()).replace("{file}", file)).collect()
}

/// The way on this machine.
pub fn way_here(set: &str) -> Result<Way, String> {
    way(set, |variable| std::env::var(variable).ok(), |name| on_path(name).is_some())
}

/// What is taken on this machine where no command was set, in words.
pub fn found() -> String {
    match way_here("") {
        Ok(Way::Program(program)) => program.into_iter().next().unwrap_or_default(),
        Ok(Way::System) | Err(_) => text("authoring-editor-system"),
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&folders).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// Opens a file there; a program that was started comes back with its name, since it may still fail.
pub fn open(way: &Way, file: &str, line: u32) -> Result<Option<(String, Child)>, String> {
    let path = std::path::absolute(file).map_err(|error| failed(file, &error.to_string()))?;
    let path = path.to_string_lossy();
    match way {
        Way::System => ::open::that_detached(&*path).map(|()| None).map_err(|error| failed(file, &error.to_string())),
        Way::Program(program) => {
            let told = filled(program, &path, line);
            let (program, told) = told.split_first().ok_or_else(|| text("editor-unclear"))?;
            let mut command = Command::new(program);
            command.args(told).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.spawn().map(|child| Some((program.clone(), child))).map_err(|error| failed(program, &error.to_string()))
        }
    }
}

/// What is said where it can't be opened.
pub fn failed(what: &str, why: &str) -> String {
    text_with("editor-failed", &[("what", what.into()), ("why", why.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(words: &[&str]) -> Result<Way, String> {
        Ok(Way::Program(words.iter().map(|word| word.to_string()).collect()))
    }

    #[test]
    fn the_command_that_was_set_comes_first_then_the_environment_then_what_is_there() {
        let none = |_: &str| None;
        assert_eq!(way("my ed -l {line} {file}", none, |_| true), program(&["my", "ed", "-l", "{line}", "{file}"]));
        assert_eq!(way("\"my ed\" -x", none, |_| true), program(&["my ed", "-x", "{file}"]));
        assert!(way("\"never closed", none, |_| true).unwrap_err().contains("{file}"));
        let environment = |variable: &str| (variable == "EDITOR").then(|| "/opt/bin/kate --block".to_string());
        assert_eq!(way("", environment, |_| true), program(&["/opt/bin/kate", "--line", "{line}", "{file}"]));
        // One for a terminal would open nothing that is seen.
        let terminal = |variable: &str| (variable == "VISUAL").then(|| "vim".to_string());
        assert_eq!(way(" ", terminal, |name| name == "subl"), program(&["subl", "{file}:{line}"]));
        assert_eq!(way("", none, |_| false), Ok(Way::System));
    }

    #[test]
    fn what_stands_in_a_name_is_never_read_as_a_command() {
        let told = filled(&["ed".into(), "{file}:{line}".into()], "/tmp/a b; rm -rf $HOME.ron", 12);
        assert_eq!(told, ["ed", "/tmp/a b; rm -rf $HOME.ron:12"]);
    }

    #[test]
    fn a_program_that_is_not_there_is_told() {
        let told = open(&Way::Program(vec!["no-such-editor-anywhere".into(), "{file}".into()]), "case.ron", 1).unwrap_err();
        assert!(told.contains("no-such-editor-anywhere"), "{told}");
    }
}
