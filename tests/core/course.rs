//! A course of sessions: what an hour leaves behind is what the next one goes on from.

use std::fs;
use std::path::Path;

use fifty_minutes::record::Records;
use serde_json::Value;
use tempfile::TempDir;

use crate::{program, run, run_with_input, text, with_course};

const GOOD: [&str; 9] = ["since-when", "what-for", "not-the-one", "ask-plainly", "word-said", "take-one", "which-day", "how-was-it", ""];
/// The same, but that nobody asks since when.
const OTHER: [&str; 9] = ["wait", "what-for", "not-the-one", "ask-plainly", "word-said", "take-one", "which-day", "how-was-it", ""];

fn play(status: i32, dialogues: &Path, data: &Path, more: &[&str], replies: &[&str]) -> String {
    let arguments = [&["--dialogues", text(dialogues), "--data-dir", text(data), "play", "sound"][..], more].concat();
    if status == 0 {
        return run_with_input(0, &arguments, &replies.join("\n"));
    }
    let output = program().args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(status));
    String::from_utf8(output.stderr).unwrap()
}

/// The record of the newest hour.
fn newest(data: &Path) -> String {
    let list = Records::at(Some(data)).unwrap().list().unwrap();
    let newest = list.iter().filter_map(|record| record.header.as_ref()).max_by_key(|header| header.session).unwrap();
    newest.id.clone()
}

/// A first hour that was kept, and the name of its record.
fn held(dialogues: &Path, seed: &str, replies: &[&str]) -> (TempDir, String) {
    let data = tempfile::tempdir().unwrap();
    play(0, dialogues, data.path(), &["--seed", seed], replies);
    let id = newest(data.path());
    (data, id)
}

#[test]
fn what_was_noted_comes_up_again_and_what_was_not_does_not() {
    let (_folder, dialogues) = with_course();
    for (replies, asked) in [(GOOD, true), (OTHER, false)] {
        let (data, id) = held(&dialogues, "1", &replies);
        let told = play(0, &dialogues, data.path(), &["--after", &id, "--seed", "3"], &GOOD);
        assert_eq!(told.contains("You asked since when."), asked, "{told}");
    }
    // Without an hour before it the first history stands with seed 1, the second with seed 2, and the first again.
    for (seed, first) in [("1", true), ("2", false), ("3", true)] {
        let told =
            run_with_input(0, &["--dialogues", text(&dialogues), "play", "sound", "--session", "2", "--seed", seed, "--no-record"], "");
        assert_eq!((told.contains("You asked since when."), told.contains("I told you.")), (first, first), "{told}");
    }
}

#[test]
fn one_thing_of_the_week_has_happened_and_never_what_could_not() {
    let (_folder, dialogues) = with_course();
    let mut seen = [0, 0];
    for seed in 0..40 {
        let seed = seed.to_string();
        let told =
            run_with_input(0, &["--dialogues", text(&dialogues), "play", "sound", "--session", "2", "--seed", &seed, "--no-record"], "");
        let happened = ["I hummed.", "They rang."].map(|line| told.contains(line));
        assert_eq!(happened.iter().filter(|happened| **happened).count(), 1, "{told}");
        assert!(!told.contains("Never."));
        seen.iter_mut().zip(happened).for_each(|(seen, happened)| *seen += i32::from(happened));
    }
    assert!(seen[0] > 8 && seen[1] > 8, "{seen:?}");
}

#[test]
fn feelings_fade_and_trust_stays() {
    let (_folder, dialogues) = with_course();
    let arguments = ["--dialogues", text(&dialogues), "play", "sound", "--session", "2", "--seed", "1", "--no-record", "--format", "json"];
    let hour: Value = serde_json::from_str(&run_with_input(0, &arguments, "")).unwrap();
    let events = hour["events"].as_array().unwrap();
    let felt = events.iter().find(|event| event["event"] == "felt").unwrap();
    let hummed = events.iter().any(|event| event["event"] == "week" && event["note"] == "hummed");
    // From 70 and 50, 60 and 42, 65 and 45, 6 and 2 of the case's own start.
    let hope = 60 + if hummed { 5 } else { 0 };
    for (measure, expected) in [("trust", 70), ("distress", 62), ("frustration", 20), ("safety", 56), ("hope", hope), ("experiencing", 4)] {
        assert_eq!(felt[measure], expected, "{measure}");
    }
}

#[test]
fn an_hour_that_goes_on_from_another_is_gone_on_with_and_told_like_any() {
    let (_folder, dialogues) = with_course();
    let (data, first) = held(&dialogues, "1", &GOOD);
    play(0, &dialogues, data.path(), &["--after", &first, "--seed", "5"], &GOOD[..2]);
    let second = newest(data.path());
    // The script on the shelf may change meanwhile.
    fs::remove_dir_all(dialogues.join("sound")).unwrap();
    play(0, &dialogues, data.path(), &["--resume", &second], &GOOD[2..]);
    let debrief = run(0, &["--data-dir", text(data.path()), "report", &second]);
    assert!(debrief.contains("In the days before: "), "{debrief}");
    assert!(!debrief.contains("can't be gone through again"), "{debrief}");
    let record = Records::at(Some(data.path())).unwrap().find(&second).unwrap();
    let after = record.header.unwrap().after.unwrap();
    assert_eq!((after.record, after.carried.noted), (first, vec!["asked".to_string()]));
}

#[test]
fn what_can_t_be_gone_on_from_is_told() {
    let (_folder, dialogues) = with_course();
    let (data, unfinished) = held(&dialogues, "1", &GOOD[..2]);
    let refused = |more: &[&str], data: &Path| play(2, &dialogues, data, more, &[]);
    assert!(refused(&["--after", &unfinished], data.path()).contains("can't be gone on from"));
    assert!(refused(&["--after", "nobody"], data.path()).contains("there is no record called “nobody”"));
    let (data, gone) = held(&dialogues, "1", &["since-when", "exercises", "only-meant", "rule", "explain-rule", "go-in", "no-gifts", ""]);
    let record = Records::at(Some(data.path())).unwrap().find(&gone).unwrap();
    assert_eq!(record.ending(), Some(fifty_minutes::script::codes::Ending::WalkedOut));
    assert!(refused(&["--after", &gone], data.path()).contains("Alex did not come again after that hour"));
    let (data, first) = held(&dialogues, "1", &GOOD);
    assert!(refused(&["--after", &first, "--session", "1"], data.path()).contains("can't be gone on from"));
}

#[test]
fn transcripts_go_on_from_one_another() {
    let (_folder, dialogues) = with_course();
    let folder = dialogues.join("sound/transcripts");
    fs::create_dir(&folder).unwrap();
    let picks: String = GOOD[..8].iter().map(|pick| format!("pick: {pick}\n")).collect();
    fs::write(folder.join("good.txt"), &picks).unwrap();
    fs::write(folder.join("then.txt"), "session: 2\nafter: good\nexpect: said You asked since when.\n").unwrap();
    assert_eq!(run(0, &["test", text(&folder)]).trim(), "2 transcripts were run. None differs from what is expected.");
    for (name, text_of) in
        [("nobody.txt", "session: 2\nafter: nobody\n"), ("itself.txt", "after: good\n"), ("round.txt", "session: 2\nafter: round\n")]
    {
        fs::write(folder.join(name), text_of).unwrap();
        let output = program().args(["test", text(&folder.join(name))]).output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{printed}");
        assert!(printed.contains("plays the session before to its end"), "{printed}");
    }
}
