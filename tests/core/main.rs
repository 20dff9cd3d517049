//! Everything below the window, tried as it is: the binary, the journal on a disk, the files of cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]
#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "tests touch the machine")]

mod care;
mod check;
mod ear;
mod gallery;
mod habits;
mod hindsight;
mod hours;
mod json;
mod languages;
mod numbers;
mod page;
mod play;
mod playtest;
mod records;
mod report;
mod scores;
mod search;
mod still;
mod stuck;
mod tables;
mod tidy;
mod transcripts;
mod translation;
mod voice;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program as it was built.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fifty-minutes"));
    // In the first language, whatever the system's is.
    command.stdin(Stdio::null()).current_dir(root()).env("LC_ALL", "C").env_remove("LANGUAGE");
    command
}

/// Folder of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program and wants that exit status; gives back standard output.
#[track_caller]
fn run(status: i32, arguments: &[&str]) -> String {
    finished(status, program().args(arguments).output().unwrap())
}

/// Runs it with that text on standard input.
#[track_caller]
fn run_with_input(status: i32, arguments: &[&str], input: &str) -> String {
    use std::io::Write;
    let mut child = program().args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The program may be done before it has read everything.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    finished(status, child.wait_with_output().unwrap())
}

#[track_caller]
fn finished(status: i32, output: Output) -> String {
    let (stdout, stderr) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(!stderr.contains("panicked"), "{stderr}");
    assert_eq!(output.status.code(), Some(status), "standard output:\n{stdout}\nstandard error:\n{stderr}");
    if status == 0 { stdout } else { stdout + &stderr }
}

/// A folder of the test's own, with the case that `new` makes in it, called `sound`.
fn with_sound_case() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let dialogues = folder.path().join("dialogues");
    run(0, &["new", "sound", "--in", text(&dialogues)]);
    (folder, dialogues)
}

/// The same as a call, whose picture freezes as it begins and comes back with the first words.
fn with_call() -> (tempfile::TempDir, PathBuf) {
    let (folder, dialogues) = with_sound_case();
    for (file, find, put) in [
        ("case.ron", "setting: Office", "setting: Online"),
        ("1-first-hour.scene.ron", "keeps the scarf on.\", face: Anxious)", "keeps the scarf on.\", face: Anxious, camera: Frozen)"),
        ("1-first-hour.scene.ron", "(say: [\"So. It's my voice.\"", "(camera: On, say: [\"So. It's my voice.\""),
    ] {
        let file = dialogues.join("sound").join(file);
        let before = std::fs::read_to_string(&file).unwrap();
        assert!(before.contains(find), "{find}");
        std::fs::write(&file, before.replacen(find, put, 1)).unwrap();
    }
    (folder, dialogues)
}

/// A folder of the test's own, with the shipped library in it.
fn with_shipped_cases() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let dialogues = folder.path().join("dialogues");
    let mut open = vec![(root().join("dialogues"), dialogues.clone())];
    while let Some((from, to)) = open.pop() {
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                open.push((entry.path(), to.join(entry.file_name())));
            } else {
                std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    }
    (folder, dialogues)
}

/// A path as an argument.
fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
