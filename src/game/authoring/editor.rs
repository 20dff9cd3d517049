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

/// How a system reads commands and finds programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Windows,
    Other,
}

/// The one that this runs on.
const HERE: System = if cfg!(windows) { System::Windows } else { System::Other };

/// What the names of programs end in on Windows, where it doesn't say so itself.
const ENDINGS: &str = ".COM;.EXE;.BAT;.CMD";

/// How a file is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A program and what it is told, with `{file}` and `{line}` to be filled in.
    Program(Vec<String>),
    /// What the system opens such files with, at whatever line.
    System,
}

/// The way that was set; else the editor that the environment names or that is there, where it has a window of its own.
pub fn way(system: System, set: &str, named: impl Fn(&str) -> Option<String>, there: impl Fn(&str) -> bool) -> Result<Way, String> {
    if !set.trim().is_empty() {
        let words = words(system, set).filter(|words| !words.is_empty()).ok_or_else(|| text("editor-unclear"))?;
        return Ok(Way::Program(if set.contains("{file}") { words } else { words.into_iter().chain(["{file}".into()]).collect() }));
    }
    let program = |program: String| {
        let name = bare(system, &program);
        let (_, told) = KNOWN.iter().find(|(known, _)| *known == name)?;
        Some(Way::Program([program].into_iter().chain(told.split(' ').map(String::from)).collect()))
    };
    let environment = ["VISUAL", "EDITOR"].into_iter().find_map(|variable| program(words(system, &named(variable)?)?.into_iter().next()?));
    let found = || KNOWN.iter().find(|(known, _)| there(known)).and_then(|(known, _)| program((*known).into()));
    Ok(environment.or_else(found).unwrap_or(Way::System))
}

/// What a command is made of; none where a quotation mark isn't closed.
fn words(system: System, command: &str) -> Option<Vec<String>> {
    if system == System::Other {
        return shlex::split(command);
    }
    // A backslash stands between folders there and changes nothing of what comes after it.
    let (mut words, mut word, mut quoted) = (Vec::new(), None::<String>, false);
    for letter in command.chars() {
        match letter {
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            letter if letter.is_whitespace() && !quoted => words.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    (!quoted).then_some(words)
}

/// The name of a program without its folders and its ending.
fn bare(system: System, program: &str) -> String {
    if system == System::Other {
        return Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default().into();
    }
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    name.rsplit_once('.').filter(|(_, ending)| is_ending(ENDINGS, ending)).map_or(name.clone(), |(name, _)| name.into())
}

fn is_ending(endings: &str, ending: &str) -> bool {
    endings.split(';').any(|known| known.trim_start_matches('.').eq_ignore_ascii_case(ending))
}

/// The names that the file of a program may have: with the endings, parted by semicolons, where the system knows such.
fn names(system: System, program: &str, endings: &str) -> Vec<String> {
    let ends = program.rsplit_once('.').is_some_and(|(_, ending)| is_ending(endings, ending));
    if system == System::Other || ends {
        return vec![program.into()];
    }
    endings.split(';').filter(|ending| !ending.is_empty()).map(|ending| format!("{program}{}", ending.to_lowercase())).collect()
}

/// Where a program is, by its name, in the first of these folders that holds it.
fn found_in(folders: impl Iterator<Item = PathBuf>, names: &[String]) -> Option<PathBuf> {
    let in_folder = |folder: PathBuf| names.iter().map(|name| folder.join(name)).find(|path| path.is_file());
    folders.filter_map(in_folder).next()
}

/// What a program is told for that file and line.
pub fn filled(program: &[String], file: &str, line: u32) -> Vec<String> {
    program.iter().map(|word| word.replace("{line}", &line.to_string()).replace("{file}", file)).collect()
}

/// The way on this machine.
pub fn way_here(set: &str) -> Result<Way, String> {
    way(HERE, set, |variable| std::env::var(variable).ok(), |name| on_path(name).is_some())
}

/// What is taken on this machine where no command was set, in words.
pub fn found() -> String {
    match way_here("") {
        Ok(Way::Program(program)) => program.into_iter().next().unwrap_or_default(),
        Ok(Way::System) | Err(_) => text("authoring-editor-system"),
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let endings = std::env::var("PATHEXT").unwrap_or_else(|_| ENDINGS.into());
    found_in(std::env::split_paths(&std::env::var_os("PATH")?), &names(HERE, name, &endings))
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
            // Windows itself looks only for one of the endings that a program may have.
            let place = on_path(program).filter(|_| HERE == System::Windows);
            let mut command = Command::new(place.as_deref().unwrap_or(Path::new(program)));
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

    fn on_linux(set: &str, named: impl Fn(&str) -> Option<String>, there: impl Fn(&str) -> bool) -> Result<Way, String> {
        way(System::Other, set, named, there)
    }

    #[test]
    fn the_command_that_was_set_comes_first_then_the_environment_then_what_is_there() {
        let none = |_: &str| None;
        assert_eq!(on_linux("my ed -l {line} {file}", none, |_| true), program(&["my", "ed", "-l", "{line}", "{file}"]));
        assert_eq!(on_linux("\"my ed\" -x", none, |_| true), program(&["my ed", "-x", "{file}"]));
        assert!(on_linux("\"never closed", none, |_| true).unwrap_err().contains("{file}"));
        let environment = |variable: &str| (variable == "EDITOR").then(|| "/opt/bin/kate --block".to_string());
        assert_eq!(on_linux("", environment, |_| true), program(&["/opt/bin/kate", "--line", "{line}", "{file}"]));
        // One for a terminal would open nothing that is seen.
        let terminal = |variable: &str| (variable == "VISUAL").then(|| "vim".to_string());
        assert_eq!(on_linux(" ", terminal, |name| name == "subl"), program(&["subl", "{file}:{line}"]));
        assert_eq!(on_linux("", none, |_| false), Ok(Way::System));
    }

    #[test]
    fn on_windows_a_backslash_parts_folders_and_quotation_marks_keep_spaces() {
        let on_windows = |set: &str| way(System::Windows, set, |_| None, |_| false);
        assert_eq!(on_windows(r"C:\Tools\editor.exe -n {file}"), program(&[r"C:\Tools\editor.exe", "-n", "{file}"]));
        assert_eq!(on_windows(r#""C:\Program Files\ed\" "" it's"#), program(&[r"C:\Program Files\ed\", "", "it's", "{file}"]));
        assert!(on_windows(r#""C:\Tools"#).unwrap_err().contains("{file}"));
        let environment = |variable: &str| (variable == "VISUAL").then(|| r#""C:\Program Files\Code\Code.exe" --wait"#.to_string());
        let named = way(System::Windows, "", environment, |_| false);
        assert_eq!(named, program(&[r"C:\Program Files\Code\Code.exe", "--goto", "{file}:{line}"]));
        let there = way(System::Windows, "", |_| None, |name| name == "notepad++");
        assert_eq!(there, program(&["notepad++", "-n{line}", "{file}"]));
    }

    #[test]
    fn a_program_is_found_by_each_ending_that_the_system_knows() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("code.cmd"), "").unwrap();
        let found = |system, name: &str| found_in([folder.path().into()].into_iter(), &names(system, name, ENDINGS));
        for name in ["code", "code.cmd"] {
            assert_eq!(found(System::Windows, name), Some(folder.path().join("code.cmd")), "{name}");
        }
        assert_eq!((found(System::Windows, "codium"), found(System::Other, "code")), (None, None));
        // What only looks like an ending is part of the name.
        assert_eq!(names(System::Windows, "ed-2.1", ".EXE;.CMD"), ["ed-2.1.exe", "ed-2.1.cmd"]);
        assert_eq!(names(System::Other, "notepad++", ENDINGS), ["notepad++"]);
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
