//! What makes an hour safe: a topic can be left out, before and during it, and somebody is told where to turn.

use std::fs;

use serde_json::Value;

use crate::{run, run_with_input, text, with_sound_case};

const TOPIC: &str = "leave-out:not-waking-up";

/// Ids of a list of moves, or of the beats that were entered.
fn texts<'a>(list: &'a Value, of: impl Fn(&'a Value) -> &'a Value) -> Vec<&'a str> {
    list.as_array().unwrap().iter().filter_map(|entry| of(entry).as_str()).collect()
}

fn entered(hour: &Value) -> Vec<&str> {
    let events = hour["events"].as_array().unwrap().iter().filter(|event| event["event"] == "entered");
    events.filter_map(|event| event["beat"].as_str()).collect()
}

fn play(more: &[&str], input: &str) -> Value {
    let arguments = [&["play", "noor", "--seed", "5", "--format", "json"], more].concat();
    serde_json::from_str(&run_with_input(0, &arguments, input)).unwrap()
}

const ABOUT_IT: [&str; 7] = ["mornings", "brushed", "asked", "keeps", "plan", "plan_short", "hanging"];

#[test]
fn what_is_left_out_beforehand_never_comes_up() {
    for number in ["1", "2", "3"] {
        let hour = play(&["--no-record", "--leave-out", "not-waking-up"], &format!("{number}\n").repeat(200));
        assert_eq!(texts(&hour["moves"], |id| id)[0], TOPIC);
        assert!(entered(&hour).iter().all(|beat| !ABOUT_IT.contains(beat)));
        assert!(entered(&hour).contains(&"better_on_work") || hour["ending"] == "walked_out");
        assert_eq!(hour["gate"]["state"], "no_cue_met");
        assert!(hour["ending"].is_string());
    }
}

#[test]
fn an_hour_that_comes_to_the_topic_goes_around_it_at_once_when_asked() {
    let whole = play(&["--no-record"], &"1\n".repeat(200));
    let turns = whole["events"].as_array().unwrap().iter().filter(|event| event["event"] == "turn");
    let before = turns.take_while(|turn| turn["beat"] != "mornings").count();
    let input = "1\n".repeat(before) + "leave out not-waking-up\n" + &"1\n".repeat(200);
    let hour = play(&["--no-record"], &input);
    let moves = texts(&hour["moves"], |id| id);
    assert_eq!(moves[before], TOPIC);
    let beats = entered(&hour);
    let at = beats.iter().position(|beat| *beat == "mornings").unwrap();
    assert_eq!(beats[at + 1], "better_on_work");
    assert!(beats[at + 1..].iter().all(|beat| !ABOUT_IT.contains(beat)));
    assert_eq!(hour["gate"]["state"], "no_cue_met", "no reply was given at what was left");

    // The same moves out of a file give the same hour.
    let folder = tempfile::tempdir().unwrap();
    let choices = folder.path().join("choices.txt");
    fs::write(&choices, moves.join("\n")).unwrap();
    assert_eq!(play(&["--no-record", "--choices", text(&choices)], ""), hour);
}

#[test]
fn what_was_left_out_stays_so_when_the_hour_is_gone_on_with() {
    let data = tempfile::tempdir().unwrap();
    let at = ["--data-dir", text(data.path())];
    play(&[&at[..], &["--leave-out", "not-waking-up"]].concat(), "1\n1\n");
    let list: Value = serde_json::from_str(&run(0, &[&at[..], &["records", "list", "--format", "json"]].concat())).unwrap();
    let id = list[0]["id"].as_str().unwrap();
    assert_eq!(list[0]["moves"].as_array().unwrap().len(), 3);
    let resume = [&at[..], &["play", "noor", "--format", "json", "--resume", id, "--leave-out", "not-waking-up"]].concat();
    let resumed: Value = serde_json::from_str(&run_with_input(0, &resume, &"1\n".repeat(200))).unwrap();
    assert_eq!(resumed, play(&["--no-record", "--leave-out", "not-waking-up"], &"1\n".repeat(200)));
    run(0, &[&at[..], &["report", id]].concat());
}

#[test]
fn a_topic_that_is_not_there_is_answered_with_those_that_are() {
    let data = tempfile::tempdir().unwrap();
    let at = ["--data-dir", text(data.path())];
    let told = run(2, &[&at[..], &["play", "noor", "--leave-out", "mornings"]].concat());
    assert!(told.contains("What can be: not-waking-up"), "{told}");
    assert_eq!(run(0, &[&at[..], &["records", "list", "--format", "json"]].concat()).trim(), "[]");
    let told = run_with_input(0, &["play", "noor", "--no-record"], "leave out\nleave-out: not-waking-up\nleave out not-waking-up\n");
    assert!(told.contains("Name what to leave out: not-waking-up") && told.contains("Left out from here on: not-waking-up"), "{told}");
    assert!(told.contains("What can be: nothing"), "{told}");
    let choices = data.path().join("choices.txt");
    fs::write(&choices, format!("{TOPIC}\n{TOPIC}\n")).unwrap();
    assert!(run(1, &["play", "noor", "--no-record", "--choices", text(&choices)]).contains("line 2"));
}

#[test]
fn help_says_where_to_turn_in_the_words_of_the_institution() {
    let (_folder, dialogues) = with_sound_case();
    let asked =
        |more: &str| run_with_input(0, &["--dialogues", text(&dialogues), "play", "sound", "--no-record"], &format!("help\n{more}"));
    assert!(asked("").contains("emergency"), "the text in the program");
    let file = dialogues.join("where-to-turn.txt");
    let check = || run(0, &["--dialogues", text(&dialogues), "check"]);
    fs::write(&file, "# not this line\nRoom 12, on Tuesdays.\n\nOr ring.").unwrap();
    let told = asked(&"1\n".repeat(60));
    assert_eq!(told.matches("Room 12, on Tuesdays.").count(), 2, "when asked, and after the hour: {told}");
    assert!(!told.contains("not this line") && check().is_empty());

    for (written, code, shown) in [("a ".repeat(4_000), "too-long", "a a a"), ("# nothing else".into(), "empty-text", "emergency")] {
        fs::write(&file, written).unwrap();
        assert!(check().contains(&format!("warning [{code}]")), "{}", check());
        assert!(asked("").contains(shown));
        assert!(run(0, &["check", text(&file)]).contains(code));
    }
    fs::write(&file, b"caf\xe9").unwrap();
    assert!(check().contains("UTF-8") && asked("").contains("emergency"));
}
