//! `test`: transcripts as people write them, and what is told of them.
//!
//! A file in `transcripts/` is a transcript of the shipped case, then a line of four hyphens, the exit status, and all
//! that is printed, with the transcript's path as `FILE`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{program, root, run, text, with_shipped_cases, with_sound_case};

#[test]
fn each_transcript_is_answered_as_written() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/core/transcripts")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6);
    let (_folder, dialogues) = with_shipped_cases();
    let mut wrong = Vec::new();
    for file in files {
        let whole = fs::read_to_string(&file).unwrap();
        let (transcript, expected) = whole.split_once("\n----\n").unwrap();
        let placed = dialogues.join("noor/transcripts").join(file.file_name().unwrap());
        fs::write(&placed, transcript).unwrap();
        let output = program().args(["test", text(&placed)]).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap().replace(text(&placed), "FILE");
        let found = format!("{}\n{printed}", output.status.code().unwrap());
        if found.trim_end() != expected.trim_end() {
            wrong.push(format!("{}: found\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_that_tries_nothing_is_told_of() {
    let (_folder, dialogues) = with_sound_case();
    fs::create_dir(dialogues.join("sound/transcripts")).unwrap();
    fs::write(dialogues.join("sound/transcripts/a.txt"), "# pick: since-when\nseed: 3\n").unwrap();
    for (command, status) in [("test", 1), ("check", 0)] {
        let told = run(status, &["--dialogues", text(&dialogues), command]);
        assert!(told.contains("a.txt: warning [transcript]: nothing is picked and nothing expected"), "{told}");
    }
}

#[test]
fn the_one_in_the_guide_can_be_run() {
    let guide = fs::read_to_string(root().join("docs/writing-a-case.md")).unwrap();
    let block = guide.split("## Transcripts").nth(1).unwrap().split("```").nth(1).unwrap();
    let (_folder, dialogues) = with_shipped_cases();
    let placed = dialogues.join("noor/transcripts/guide.txt");
    fs::write(&placed, block.trim_start()).unwrap();
    assert_eq!(run(0, &["test", text(&placed)]).trim(), "One transcript was run. None differs from what is expected.");
}

#[test]
fn what_is_shipped_goes_as_a_supervisor_expects() {
    let count = |case: &Path| fs::read_dir(case.join("transcripts")).map(Iterator::count).unwrap_or(0);
    let cases: Vec<PathBuf> = fs::read_dir(root().join("dialogues")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let cases: Vec<(String, usize)> =
        cases.iter().filter(|case| case.is_dir()).map(|case| (text(case).rsplit('/').next().unwrap().to_string(), count(case))).collect();
    let all: usize = cases.iter().map(|(_, count)| count).sum();
    assert!(cases.iter().all(|(case, count)| *count >= 3 && !case.is_empty()), "{cases:?}");
    let told = run(0, &["--dialogues", "dialogues", "test"]);
    assert_eq!(told.trim(), format!("{all} transcripts were run. None differs from what is expected."));
    // Wherever one stands, and out of the program itself.
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = program().current_dir(folder.path()).arg("test").output().unwrap();
    assert_eq!(String::from_utf8(elsewhere.stdout).unwrap(), told);
    let whole = [("dialogues".to_string(), all)];
    let folders = cases
        .iter()
        .flat_map(|(case, count)| [format!("dialogues/{case}"), format!("dialogues/{case}/transcripts")].map(|folder| (folder, *count)));
    for (folder, count) in folders.chain(whole) {
        assert!(run(0, &["test", &folder]).starts_with(&format!("{count} transcripts")), "{folder}");
    }
}

#[test]
fn what_can_t_be_run_is_told() {
    run(2, &["test", "nowhere"]);
    assert!(run(2, &["test", "README.md"]).contains("is no transcript"));
    let (_folder, dialogues) = with_sound_case();
    assert!(run(0, &["--dialogues", text(&dialogues), "test"]).contains("No transcript"));
    let transcripts = dialogues.join("sound/transcripts");
    fs::create_dir(&transcripts).unwrap();
    fs::write(transcripts.join("one.txt"), b"pick: \xff").unwrap();
    assert!(run(1, &["--dialogues", text(&dialogues), "test"]).contains("UTF-8"));
    fs::write(transcripts.join("one.txt"), "pick: heard-voice").unwrap();
    run(0, &["--dialogues", text(&dialogues), "test"]);
    fs::write(dialogues.join("sound/case.ron"), "(").unwrap();
    assert!(run(1, &["--dialogues", text(&dialogues), "test"]).contains("that can be played"));
    // One that stands where no case is.
    fs::remove_dir_all(dialogues.join("sound")).unwrap();
    fs::create_dir_all(&transcripts).unwrap();
    fs::write(transcripts.join("one.txt"), "pick: heard-voice").unwrap();
    run(1, &["test", text(&transcripts.join("one.txt"))]);
    run(1, &["test", text(&transcripts.join("../transcripts/one.txt"))]);
}

/// However much was said, and however often something else is expected, what differs can be read.
#[test]
fn what_differs_again_and_again_is_told_so_far_and_no_further() {
    let (_folder, dialogues) = with_sound_case();
    let scene = std::fs::read_to_string(dialogues.join("sound/1-first-hour.scene.ron")).unwrap();
    let long = "Well. ".repeat(1_500);
    let (before, after) = scene.split_once("say: \"").unwrap();
    let spoken = format!("{before}say: \"{long}{after}");
    std::fs::write(dialogues.join("sound/1-first-hour.scene.ron"), spoken).unwrap();
    let transcript = dialogues.join("sound/transcripts/again.txt");
    std::fs::create_dir_all(transcript.parent().unwrap()).unwrap();
    std::fs::write(&transcript, "expect: said nothing of the kind\n".repeat(1_000)).unwrap();
    let told = run(1, &["--dialogues", text(&dialogues), "test", text(&transcript)]);
    assert_eq!(told.matches("said nothing of the kind").count(), 300);
    assert!(told.contains("- what follows\n  + not looked at: 300 differences"), "{}", told.chars().rev().take(500).collect::<String>());
    assert!(told.lines().all(|line| line.chars().count() < 2_100));
}
