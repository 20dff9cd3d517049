//! Journals on a disk: killed, cut short, damaged, opened twice.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use fifty_minutes::record::{self, Health};
use serde_json::Value;

use crate::{program, run, run_with_input, text};

fn journal(data: &Path) -> PathBuf {
    let mut journals: Vec<PathBuf> = fs::read_dir(data.join("records"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "jsonl"))
        .collect();
    assert_eq!(journals.len(), 1);
    journals.remove(0)
}

fn id(data: &Path) -> String {
    journal(data).file_stem().unwrap().to_str().unwrap().to_string()
}

fn list(data: &Path) -> Value {
    serde_json::from_str(&run(0, &["--data-dir", text(data), "records", "list", "--format", "json"])).unwrap()
}

/// Plays so many replies, always the first shown, and stays in the room.
fn playing(data: &Path, replies: usize) -> std::process::Child {
    let mut child = program()
        .args(["--data-dir", text(data), "play", "noor", "--seed", "5", "--no-notes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for _ in 0..replies {
        stdin.write_all(b"1\n").unwrap();
        // The answer shows: from here on the move must not be lost.
        let mut line = String::new();
        while !line.starts_with("You: ") {
            line.clear();
            assert!(stdout.read_line(&mut line).unwrap() > 0);
        }
    }
    child.stdin = Some(stdin);
    child
}

#[test]
fn a_killed_hour_goes_on_from_its_last_answered_move() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let mut child = playing(data, 6);
    child.kill().unwrap();
    child.wait().unwrap();
    let left = list(data);
    let moves = left[0]["moves"].as_array().unwrap();
    assert!(moves.len() >= 6, "{left}");

    let resumed =
        run_with_input(0, &["--data-dir", text(data), "play", "noor", "--resume", &id(data), "--format", "json"], &"1\n".repeat(99));
    let resumed: Value = serde_json::from_str(&resumed).unwrap();
    let whole = run_with_input(0, &["play", "noor", "--seed", "5", "--no-record", "--format", "json"], &"1\n".repeat(99));
    assert_eq!(resumed, serde_json::from_str::<Value>(&whole).unwrap());
}

#[test]
fn an_hour_open_elsewhere_is_left_alone() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path();
    let mut child = playing(data, 2);
    let before = fs::read(journal(data)).unwrap();
    let told = run(2, &["--data-dir", text(data), "play", "noor", "--resume", &id(data)]);
    assert!(told.contains("open in another window"), "{told}");
    assert_eq!(before, fs::read(journal(data)).unwrap());
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A journal of a few moves.
fn kept(data: &Path) -> Vec<u8> {
    run_with_input(0, &["--data-dir", text(data), "play", "noor", "--seed", "5"], &"1\n".repeat(4));
    fs::read(journal(data)).unwrap()
}

#[test]
fn a_journal_cut_anywhere_keeps_every_whole_line_and_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let whole = kept(data.path());
    let file = data.path().join("cut.jsonl");
    let lines: Vec<usize> = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    for cut in 0..whole.len() {
        fs::write(&file, &whole[..cut]).unwrap();
        let record = record::read(&file).unwrap();
        let sound = lines.iter().filter(|end| **end <= cut).count();
        assert_eq!(record.steps.len(), sound.saturating_sub(1), "cut at {cut}");
        match record.health {
            Health::Empty => assert_eq!(sound, 0),
            Health::Whole => assert!(lines.contains(&cut)),
            Health::TornTail { bytes } => assert_eq!(bytes, cut - lines[sound - 1]),
            other => panic!("cut at {cut}: {other:?}"),
        }
    }
}

#[test]
fn a_torn_tail_is_set_aside_and_the_hour_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let whole = kept(data.path());
    let path = journal(data.path());
    fs::write(&path, &whole[..whole.len() - 7]).unwrap();
    assert_eq!(list(data.path())[0]["moves"].as_array().unwrap().len(), 3);
    run_with_input(0, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())], "2\n");
    assert_eq!(list(data.path())[0]["moves"].as_array().unwrap().len(), 4);
    let aside = fs::read(path.with_extension("tail-1.bad")).unwrap();
    assert!(whole[..whole.len() - 7].ends_with(&aside) && !aside.is_empty());
}

#[test]
fn every_flipped_bit_is_noticed() {
    let data = tempfile::tempdir().unwrap();
    let whole = kept(data.path());
    let sound = record::read(&journal(data.path())).unwrap();
    let file = data.path().join("flipped.jsonl");
    // Every bit of the first two thousand bytes, then one in every seventh.
    for byte in (0..whole.len().min(2_000)).chain((2_000..whole.len()).step_by(7)) {
        for bit in 0..8 {
            let mut flipped = whole.clone();
            flipped[byte] ^= 1 << bit;
            fs::write(&file, &flipped).unwrap();
            let record = record::read(&file).unwrap();
            assert!(record.health != Health::Whole && record.steps.len() < sound.steps.len(), "byte {byte}, bit {bit}");
        }
    }
}

#[test]
fn a_damaged_journal_is_reported_up_to_there_and_never_changed() {
    let data = tempfile::tempdir().unwrap();
    let mut bytes = kept(data.path());
    let second_line = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 40;
    bytes[second_line] ^= 1;
    fs::write(journal(data.path()), &bytes).unwrap();
    let told = run(2, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())]);
    assert!(told.contains("damaged in line 2") && told.contains("Nothing was changed"), "{told}");
    assert!(run(0, &["--data-dir", text(data.path()), "records", "list"]).contains("damaged in line 2"));
    run(0, &["--data-dir", text(data.path()), "report", &id(data.path())]);
    assert_eq!(bytes, fs::read(journal(data.path())).unwrap());
}

#[test]
fn a_whole_last_line_that_is_not_what_was_written_is_damage_and_never_cut_off() {
    let data = tempfile::tempdir().unwrap();
    let mut bytes = kept(data.path());
    let at = bytes.len() - 30;
    bytes[at] ^= 1;
    fs::write(journal(data.path()), &bytes).unwrap();
    assert!(run(2, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())]).contains("damaged"));
    assert_eq!(bytes, fs::read(journal(data.path())).unwrap());
}

#[test]
fn a_resume_that_can_t_go_on_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let whole = kept(data.path());
    fs::write(journal(data.path()), &whole[..whole.len() - 7]).unwrap();
    fs::remove_dir_all(data.path().join("bundles")).unwrap();
    run(2, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())]);
    assert_eq!(whole[..whole.len() - 7], fs::read(journal(data.path())).unwrap());
}

#[test]
fn a_newer_journal_is_left_as_it_is() {
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let header = r#"{"journal":9,"min_reader":9,"more":"than we know"}"#;
    let line = format!("{:08x} {header}\n", crc32fast::hash(header.as_bytes()));
    fs::write(journal(data.path()), &line).unwrap();
    assert!(run(2, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())]).contains("newer version"));
    assert!(run(0, &["--data-dir", text(data.path()), "records", "list"]).contains("newer version"));
    assert_eq!(line.as_bytes(), fs::read(journal(data.path())).unwrap());
}

#[test]
fn an_hour_goes_on_with_the_script_it_began_with() {
    let folder = tempfile::tempdir().unwrap();
    let (data, dialogues) = (folder.path().join("data"), folder.path().join("dialogues"));
    run(0, &["new", "changing", "--in", text(&dialogues)]);
    let play = ["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "changing"];
    run_with_input(0, &[&play[..], &["--seed", "1"]].concat(), "1\n");
    fs::remove_dir_all(dialogues.join("changing")).unwrap();
    let played = run_with_input(0, &[&play[..], &["--resume", &id(&data)]].concat(), &"1\n".repeat(20));
    assert!(played.contains("The hour is over."), "{played}");
    let report = run(0, &["--data-dir", text(&data), "report", &id(&data)]);
    assert!(report.contains("Empathy") && report.contains("Alex"), "{report}");
}

/// An hour that the first version of the journal holds, with its script, which knows nothing of weeks and of several people.
#[test]
fn an_hour_of_the_first_journal_is_told_and_gone_on_with() {
    let data = tempfile::tempdir().unwrap();
    for (folder, ending) in [("records", "jsonl"), ("bundles", "json")] {
        fs::create_dir(data.path().join(folder)).unwrap();
        let old = fs::read_dir(crate::root().join("tests/core/old")).unwrap().map(|entry| entry.unwrap().path());
        for file in old.filter(|file| file.extension().is_some_and(|end| end == ending)) {
            fs::copy(&file, data.path().join(folder).join(file.file_name().unwrap())).unwrap();
        }
    }
    let id = id(data.path());
    let told = run(0, &["--data-dir", text(data.path()), "report", &id]);
    assert!(told.contains("Alex, first hour") && told.contains("What turned the hour"), "{told}");
    let played = run_with_input(0, &["--data-dir", text(data.path()), "play", "sound", "--resume", &id], &"1\n".repeat(20));
    assert!(played.contains("The hour is over."), "{played}");
}

#[cfg(unix)]
#[test]
fn records_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&data.path().join("records")), 0o700);
    for folder in ["records", "bundles"] {
        for entry in fs::read_dir(data.path().join(folder)).unwrap() {
            assert_eq!(mode(&entry.unwrap().path()), 0o600);
        }
    }
}

#[test]
fn a_place_that_can_t_be_written_is_told_before_the_hour() {
    let told = run(2, &["--data-dir", "/proc/nowhere", "play", "noor"]);
    assert!(told.contains("can't be written") && told.contains("--no-record"), "{told}");
}

#[test]
fn there_is_no_record_of_that_name() {
    let data = tempfile::tempdir().unwrap();
    assert!(run(2, &["--data-dir", text(data.path()), "report", "noor-1"]).contains("records list"));
    assert_eq!(run(0, &["--data-dir", text(data.path()), "records", "list", "--format", "json"]).trim(), "[]");
}
