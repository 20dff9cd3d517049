//! Journals on a disk: killed, cut short, damaged, opened twice.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use fifty_minutes::record::{self, Header, Health, Journal, Records};
use rayon::prelude::*;
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

/// What the program says of these records, in one line however it is broken into lines.
#[track_caller]
fn said(status: i32, data: &Path, arguments: &[&str]) -> String {
    let told = run(status, &[&["--data-dir", text(data)], arguments].concat());
    told.split_whitespace().collect::<Vec<_>>().join(" ")
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
    held(data, 4)
}

/// A journal of so many.
fn held(data: &Path, moves: usize) -> Vec<u8> {
    run_with_input(0, &["--data-dir", text(data), "play", "noor", "--seed", "5"], &"1\n".repeat(moves));
    fs::read(journal(data)).unwrap()
}

#[test]
fn a_journal_cut_anywhere_keeps_every_whole_line_and_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let whole = held(data.path(), 20);
    let steps = record::read(&journal(data.path())).unwrap().steps;
    let file = data.path().join("cut.jsonl");
    let lines: Vec<usize> = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    for cut in 0..whole.len() {
        let record = record::of_bytes(&file, &whole[..cut]).unwrap();
        let sound = lines.iter().filter(|end| **end <= cut).count();
        assert_eq!(record.steps, steps[..sound.saturating_sub(1)], "cut at {cut}");
        match record.health {
            Health::Empty => assert_eq!(sound, 0),
            Health::Whole => assert!(lines.contains(&cut)),
            Health::TornTail { bytes } => assert_eq!(bytes, cut - lines[sound - 1]),
            other => panic!("cut at {cut}: {other:?}"),
        }
    }
    // In the middle of a line, behind one, and before its end.
    for cut in [lines[3] + 100, lines[8], lines[15] - 1] {
        fs::write(journal(data.path()), &whole[..cut]).unwrap();
        run_with_input(0, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())], "1\n");
        let gone_on = record::read(&journal(data.path())).unwrap();
        let sound = lines.iter().filter(|end| **end <= cut).count();
        assert_eq!((gone_on.health, gone_on.steps.len()), (Health::Whole, sound), "cut at {cut}");
        assert_eq!(gone_on.steps[..sound - 1], steps[..sound - 1]);
    }
}

/// What was kept once is never set aside as if it had not been.
#[test]
fn a_line_that_is_gone_or_out_of_place_is_damage_wherever_it_is() {
    let data = tempfile::tempdir().unwrap();
    let whole = kept(data.path());
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let last = lines.len() - 1;
    let without = |place: usize| [&lines[..place], &lines[place + 1..]].concat();
    let swapped = [&lines[..last - 1], &[lines[last], lines[last - 1]]].concat();
    let doubled = [&lines[..], &[lines[last]]].concat();
    for (changed, line) in [(without(last - 1), last), (without(2), 3), (swapped, last), (doubled, last + 2)] {
        let changed = changed.concat();
        fs::write(journal(data.path()), &changed).unwrap();
        let damaged = format!("damaged in line {line}");
        let told = said(2, data.path(), &["play", "noor", "--resume", &id(data.path())]);
        assert!(told.contains(&damaged) && told.contains("records recover"), "{told}");
        assert!(said(1, data.path(), &["records", "verify"]).contains(&damaged));
        assert_eq!(changed, fs::read(journal(data.path())).unwrap());
    }
    // An hour of which only the line ends were lost was no program's that was stopped before it began.
    let joined: Vec<u8> = whole.iter().copied().filter(|byte| *byte != b'\n').collect();
    fs::write(journal(data.path()), joined).unwrap();
    for (status, command) in [(1, &["records", "verify"][..]), (0, &["records", "list"]), (2, &["report", &id(data.path())])] {
        let told = said(status, data.path(), command);
        assert!(told.contains("nothing in it can be trusted") || told.contains("nothing of it can be trusted"), "{told}");
    }
}

/// A record that somebody else made leads to no file but its own, and does nothing to the terminal.
#[test]
fn what_a_stranger_s_record_is_called_leads_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let whole = String::from_utf8(kept(&data)).unwrap();
    let (_, honest) = whole.split_once('\n').unwrap().0.split_once(' ').unwrap();
    let (path, id) = (journal(&data), id(&data));
    let victim = folder.path().join("victim-salvaged-1.jsonl");
    fs::write(&victim, "somebody else's").unwrap();
    for (key, value) in [
        ("id", text(&folder.path().join("victim"))),
        ("id", "../../victim"),
        ("id", "\u{1b}]0;called\u{7}"),
        ("id", ""),
        ("bundle", "../../bundle"),
        ("case", "noor/../noor"),
    ] {
        let mut header: Value = serde_json::from_str(honest).unwrap();
        header[key] = value.into();
        let header = header.to_string();
        let changed = format!("{:08x} {header}\n{}", crc32fast::hash(header.as_bytes()), whole.split_once('\n').unwrap().1);
        fs::write(&path, &changed).unwrap();
        for command in [&["records", "recover", &id][..], &["records", "export", &id], &["report", &id], &["play", "noor", "--resume", &id]]
        {
            let told = said(2, &data, command);
            assert!(told.contains("no record of an hour, or its first line is damaged"), "{told}");
        }
        assert!(said(1, &data, &["records", "verify"]).contains("its first line is damaged"));
        assert!(said(0, &data, &["records", "list"]).contains("damaged in its first line"));
        assert_eq!(changed, fs::read_to_string(&path).unwrap());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "somebody else's");
    }
    // What is only shown is shown.
    let mut header: Value = serde_json::from_str(honest).unwrap();
    header["started"] = "2026-01-01\u{1b}[2J\u{202e}".into();
    let header = header.to_string();
    fs::write(&path, format!("{:08x} {header}\n", crc32fast::hash(header.as_bytes()))).unwrap();
    let told = said(0, &data, &["records", "list"]);
    assert!(told.contains("2026-01-01␛[2J␣") && !told.contains(['\u{1b}', '\u{202e}']), "{told}");
}

/// A record is called what its file is called, and goes on under that name.
#[test]
fn a_copy_is_an_hour_of_its_own() {
    let data = tempfile::tempdir().unwrap();
    let whole = kept(data.path());
    let copy = data.path().join("records/copy.jsonl");
    fs::write(&copy, &whole).unwrap();
    let told = run_with_input(0, &["--data-dir", text(data.path()), "play", "noor", "--resume", "copy"], "1\n");
    assert!(told.contains("--resume copy"), "{told}");
    let ids: Vec<Value> = list(data.path()).as_array().unwrap().iter().map(|listed| listed["id"].clone()).collect();
    assert!(ids.contains(&"copy".into()));
    assert_eq!(record::read(&copy).unwrap().held.moves.len(), 5);
    let others = fs::read_dir(data.path().join("records")).unwrap().map(|entry| entry.unwrap().path());
    let mut others = others.filter(|path| *path != copy && path.extension().is_some_and(|end| end == "jsonl"));
    assert_eq!(fs::read(others.next().unwrap()).unwrap(), whole);
}

#[test]
fn an_hour_that_was_handed_in_is_recovered_with_its_script() {
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let handed_in = data.path().join("damaged.hour.json");
    run(0, &["--data-dir", text(data.path()), "records", "export", &id(data.path()), "--out", text(&handed_in)]);
    let mut file: Value = serde_json::from_str(&fs::read_to_string(&handed_in).unwrap()).unwrap();
    let journal = file["journal"].as_str().unwrap().replacen("\"seq\":3", "\"seq\":4", 1);
    file["journal"] = journal.into();
    fs::write(&handed_in, file.to_string() + "\n").unwrap();
    let elsewhere = data.path().join("elsewhere");
    let name = format!("{}-salvaged-1", id(data.path()));
    assert!(run(0, &["--data-dir", text(&elsewhere), "records", "recover", text(&handed_in)]).contains(&name));
    let played = run_with_input(0, &["--data-dir", text(&elsewhere), "play", "noor", "--resume", &name], &"1\n".repeat(99));
    assert!(played.contains("The hour is over."), "{played}");
}

/// What is no file that can be read is told as that, and not as if it weren't there.
#[cfg(unix)]
#[test]
fn what_stands_in_a_record_s_place_is_told() {
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let first = id(data.path());
    fs::create_dir(data.path().join("records/folder.jsonl")).unwrap();
    for (status, command) in [(1, &["records", "verify", "folder"][..]), (2, &["report", "folder"]), (2, &["records", "recover", "folder"])]
    {
        let told = said(status, data.path(), command);
        assert!(told.contains("not a regular file") && !told.contains("no record called"), "{told}");
    }
    // Nobody reads from a pipe in the place of the file that is held.
    let held = data.path().join("records").join(&first).with_extension("lock");
    fs::remove_file(&held).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&held).status().unwrap().success());
    assert!(said(2, data.path(), &["play", "noor", "--resume", &first]).contains("can't be written"));
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
    let whole = held(data.path(), 20);
    let sound = record::read(&journal(data.path())).unwrap();
    let file = data.path().join("flipped.jsonl");
    (0..whole.len()).into_par_iter().for_each(|byte| {
        for bit in 0..8 {
            let mut flipped = whole.clone();
            flipped[byte] ^= 1 << bit;
            let record = record::of_bytes(&file, &flipped).unwrap();
            assert!(record.health != Health::Whole && record.steps.len() < sound.steps.len(), "byte {byte}, bit {bit}");
        }
    });
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

/// A disk may keep any part of a write, its end too; only a whole line behind it says that a line was kept once.
#[test]
fn a_last_line_that_is_not_what_was_written_is_set_aside_as_it_is() {
    let data = tempfile::tempdir().unwrap();
    let mut bytes = kept(data.path());
    let at = bytes.len() - 30;
    bytes[at] ^= 1;
    fs::write(journal(data.path()), &bytes).unwrap();
    let told = run_with_input(0, &["--data-dir", text(data.path()), "play", "noor", "--resume", &id(data.path())], "2\n");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("could not be read") && told.contains("set aside"), "{told}");
    let aside = fs::read(journal(data.path()).with_extension("tail-1.bad")).unwrap();
    assert!(bytes.ends_with(&aside) && aside.ends_with(b"\n"));
    assert_eq!(list(data.path())[0]["moves"].as_array().unwrap().len(), 4);
}

#[test]
fn what_can_be_read_of_a_damaged_record_is_saved_as_a_record_of_its_own() {
    let data = tempfile::tempdir().unwrap();
    let bytes = kept(data.path());
    let damaged = journal(data.path());
    let id = id(data.path());
    let recover = |status| run(status, &["--data-dir", text(data.path()), "records", "recover", &id]);
    assert!(recover(2).contains("nothing to save"), "it isn't damaged");
    let lines: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let mut flipped = bytes.clone();
    flipped[lines[2] + 40] ^= 1;
    fs::write(&damaged, &flipped).unwrap();
    let told = recover(0);
    let name = format!("{id}-salvaged-1");
    assert!(told.contains(&name) && told.contains("1 reply"), "{told}");
    assert_eq!(flipped, fs::read(&damaged).unwrap());
    let played = run_with_input(0, &["--data-dir", text(data.path()), "play", "noor", "--resume", &name], &"1\n".repeat(99));
    assert!(played.contains("The hour is over."), "{played}");
    assert!(recover(0).contains("salvaged-2"));
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
    let told = format!("{}  written by a newer version of the program; left as it is\n", id(data.path()));
    assert_eq!(run(0, &["--data-dir", text(data.path()), "records", "list"]), told);
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

/// Of each older version of the journal there is an hour as that program wrote it, with its script; the first knows nothing of weeks and of
/// several people.
#[test]
fn an_hour_of_an_older_journal_is_told_and_gone_on_with_and_kept_as_it_was() {
    for version in 1..record::VERSION {
        let data = tempfile::tempdir().unwrap();
        for (folder, ending) in [("records", "jsonl"), ("bundles", "json")] {
            fs::create_dir(data.path().join(folder)).unwrap();
            let old = crate::root().join(format!("tests/core/old/{version}"));
            let old = fs::read_dir(old).unwrap().map(|entry| entry.unwrap().path());
            for file in old.filter(|file| file.extension().is_some_and(|end| end == ending)) {
                fs::copy(&file, data.path().join(folder).join(file.file_name().unwrap())).unwrap();
            }
        }
        let (id, path) = (id(data.path()), journal(data.path()));
        let before = fs::read(&path).unwrap();
        assert!(before[9..].starts_with(format!("{{\"journal\":{version},").as_bytes()));
        let told = run(0, &["--data-dir", text(data.path()), "report", &id]);
        assert!(told.contains("Alex, first hour") && told.contains("What turned the hour"), "{version}: {told}");
        assert_eq!(before, fs::read(&path).unwrap());
        let played = run_with_input(0, &["--data-dir", text(data.path()), "play", "sound", "--resume", &id], &"1\n".repeat(20));
        assert!(played.contains("The hour is over."), "{version}: {played}");
        assert_eq!(before, fs::read(path.with_extension(format!("version-{version}-1.old"))).unwrap());
        run(0, &["--data-dir", text(data.path()), "records", "verify"]);
        let now = fs::read(&path).unwrap();
        assert!(now[9..].starts_with(format!("{{\"journal\":{},", record::VERSION).as_bytes()));
    }
}

#[cfg(unix)]
#[test]
fn records_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    fn others_may_nothing(path: &Path) {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
        if path.is_dir() {
            fs::read_dir(path).unwrap().for_each(|entry| others_may_nothing(&entry.unwrap().path()));
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    for trainee in [&[][..], &["--trainee", "heron"]] {
        let of = [&["--data-dir", text(&data)][..], trainee].concat();
        run_with_input(0, &[&of[..], &["play", "noor", "--seed", "5"]].concat(), "1\n1\n");
        run_with_input(0, &[&of[..], &["drill", "--seed", "1", "--without-topics"]].concat(), "1\nq\n");
    }
    assert!(data.join("records").is_dir() && data.join("trainees/heron/drills").is_dir());
    others_may_nothing(&data);
}

#[test]
fn where_records_lie_is_told() {
    let data = tempfile::tempdir().unwrap();
    let told = said(0, data.path(), &["records", "where"]);
    assert!(told.contains(&format!("lie in {}, and nowhere else", data.path().display())), "{told}");
    let told = said(0, data.path(), &["--trainee", "heron", "records", "where"]);
    assert!(told.contains(text(&data.path().join("trainees/heron"))), "{told}");
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

/// The clock was set back since the hour was held: it lies in the future, and hinders nothing.
#[test]
fn an_hour_of_another_time_is_an_hour_all_the_same() {
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let records = Records::at(Some(data.path())).unwrap();
    let there = record::read(&journal(data.path())).unwrap();
    let id = "noor-209901010000-0000";
    let header = Header { id: id.into(), started: "2099-01-01T00:00:00Z".into(), ..there.header.unwrap() };
    let mut later = Journal::create(&records, &header).unwrap();
    there.steps.iter().for_each(|step| later.append(step).unwrap());
    drop(later);
    let of = ["--data-dir", text(data.path())];
    assert_eq!(list(data.path())[1]["id"], id, "it is listed last");
    run(0, &[&of[..], &["progress"]].concat());
    run_with_input(0, &[&of[..], &["drill", "--seed", "1", "--without-topics"]].concat(), "1\nq\n");
    let played = run_with_input(0, &[&of[..], &["play", "noor", "--resume", id]].concat(), &"1\n".repeat(99));
    assert!(played.contains("The hour is over."), "{played}");
    run(0, &[&of[..], &["progress"]].concat());
    run(0, &[&of[..], &["records", "verify"]].concat());
}

/// A program whose files may not grow any more: what a full disk is to it, without filling one.
#[cfg(target_os = "linux")]
struct Stuck {
    child: std::process::Child,
    input: std::process::ChildStdin,
    output: BufReader<std::process::ChildStdout>,
}

#[cfg(target_os = "linux")]
impl Stuck {
    fn playing(data: &Path) -> Stuck {
        let play = ["--data-dir", text(data), "play", "noor", "--seed", "5", "--no-notes"];
        // Without this the system ends a program that writes more than it may.
        let mut child = std::process::Command::new("sh")
            .args(["-c", "trap '' XFSZ; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_fifty-minutes")])
            .args(play)
            .current_dir(crate::root())
            .env("LC_ALL", "C")
            .env_remove("LANGUAGE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Stuck { child, input, output }
    }

    /// The largest file that it may write from now on, in bytes.
    fn may_write(&self, largest: &str) {
        let limit = format!("--fsize={largest}:unlimited");
        let limited = std::process::Command::new("prlimit").args(["--pid", &self.child.id().to_string(), &limit]).status();
        assert!(limited.unwrap().success());
    }

    /// Types a line, and reads until something is told.
    #[track_caller]
    fn type_until(&mut self, line: &str, told: &str) {
        self.input.write_all(format!("{line}\n").as_bytes()).unwrap();
        let mut read = String::new();
        while !read.split_whitespace().collect::<Vec<_>>().join(" ").contains(told) {
            assert!(self.output.read_line(&mut read).unwrap() > 0, "{told}: {read}");
        }
    }

    fn leave(mut self) -> i32 {
        drop(self.input);
        let mut rest = String::new();
        std::io::Read::read_to_string(&mut self.output, &mut rest).unwrap();
        self.child.wait().unwrap().code().unwrap()
    }
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_the_next_reply_waits_until_the_hour_is_saved() {
    let (data, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut playing = Stuck::playing(data.path());
    playing.type_until("1", "You: ");
    playing.type_until("1", "You: ");
    let before = fs::read(journal(data.path())).unwrap();
    playing.may_write(&before.len().to_string());
    playing.type_until("1", "not kept yet");
    playing.type_until("1", "saved in");
    assert_eq!(fs::read(journal(data.path())).unwrap(), before);
    playing.type_until("1", "not kept yet");
    playing.type_until("2", "");
    playing.type_until(text(elsewhere.path()), "did not work either");
    playing.may_write("unlimited");
    playing.type_until("2", "");
    playing.type_until(text(elsewhere.path()), "saved in");
    playing.type_until("1", "You: ");
    assert_eq!(playing.leave(), 0);
    assert_eq!(fs::read(journal(data.path())).unwrap(), before, "what was kept first stays as it was");
    let there = fs::read(journal(elsewhere.path())).unwrap();
    assert!(there.starts_with(&before));
    assert_eq!(list(elsewhere.path())[0]["moves"].as_array().unwrap().len(), 3);
    let id = id(elsewhere.path());
    run_with_input(0, &["--data-dir", text(elsewhere.path()), "play", "noor", "--resume", &id], "1\n");
}

#[cfg(target_os = "linux")]
#[test]
fn an_hour_that_can_t_be_kept_can_be_left_or_held_on_without_a_record() {
    for (answer, status) in [("", 2), ("3", 0), ("4", 0)] {
        let data = tempfile::tempdir().unwrap();
        let mut playing = Stuck::playing(data.path());
        playing.type_until("1", "You: ");
        let before = fs::read(journal(data.path())).unwrap();
        playing.may_write(&before.len().to_string());
        playing.type_until("1", "not kept yet");
        if answer == "4" {
            playing.type_until("4", "nothing is kept");
            playing.type_until("1", "You: ");
        } else if answer == "3" {
            playing.type_until("3", "Go on with: fifty-minutes --data-dir");
        }
        assert_eq!(playing.leave(), status);
        assert_eq!(fs::read(journal(data.path())).unwrap(), before);
    }
}
