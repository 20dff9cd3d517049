//! `play` as a person or a script uses it.

use std::fs;

use serde_json::Value;

use crate::{fed, finished, program, run, run_with_input, text, with_call, with_sound_case};

/// An hour by numbers, as JSON.
fn hour(case: &str, seed: u64, number: &str) -> Value {
    let input = format!("{number}\n").repeat(200);
    let seed = seed.to_string();
    let played = run_with_input(0, &["play", case, "--seed", &seed, "--no-record", "--format", "json"], &input);
    serde_json::from_str(&played).unwrap()
}

#[test]
fn any_stream_of_one_two_or_three_finishes_the_hour() {
    for number in ["1", "2", "3"] {
        for seed in 0..10 {
            let hour = hour("noor", seed, number);
            assert!(
                hour["ending"].is_string(),
                "seed {seed}, always {number}: no ending after {}",
                hour["moves"].as_array().unwrap().len()
            );
        }
    }
}

#[test]
fn the_moves_of_an_hour_are_choices_that_lead_to_the_same_hour() {
    let folder = tempfile::tempdir().unwrap();
    let by_hand = hour("noor", 7, "2");
    let moves: Vec<&str> = by_hand["moves"].as_array().unwrap().iter().map(|reply| reply.as_str().unwrap()).collect();
    let choices = folder.path().join("choices.txt");
    fs::write(&choices, format!("# as before\n{}\n", moves.join("  # so\n"))).unwrap();
    let by_file = run(0, &["play", "noor", "--seed", "7", "--no-record", "--format", "json", "--choices", text(&choices)]);
    assert_eq!(by_hand, serde_json::from_str::<Value>(&by_file).unwrap());
}

#[test]
fn a_choice_that_is_not_on_offer_is_told_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let choices = folder.path().join("choices.txt");
    fs::write(&choices, "# first\nno-such-reply\n").unwrap();
    let told = run(1, &["play", "noor", "--no-record", "--choices", text(&choices)]);
    assert!(told.contains("line 2") && told.contains("On offer:"), "{told}");
}

#[test]
fn what_is_not_on_offer_is_asked_again_and_the_end_of_input_leaves() {
    let data = tempfile::tempdir().unwrap();
    let told = run_with_input(0, &["--data-dir", text(data.path()), "play", "noor", "--seed", "1"], "0\n99\nnonsense\n\n-1\n1\n");
    assert_eq!(told.matches("Choose a number from 1 to").count(), 5, "{told}");
    assert!(told.contains("the hour is kept"), "{told}");
    let list: Value = serde_json::from_str(&run(0, &["--data-dir", text(data.path()), "records", "list", "--format", "json"])).unwrap();
    assert_eq!(list[0]["moves"].as_array().unwrap().len(), 1);
    assert_eq!(list[0]["ending"], Value::Null);
}

#[test]
fn an_unknown_case_is_answered_with_those_there_are() {
    let told = run(2, &["play", "nora", "--no-record"]);
    assert!(told.contains("There are: aisha-ben, ify") && told.contains("Did you mean “noor”?"), "{told}");
}

#[test]
fn what_can_t_begin_leaves_no_record() {
    let data = tempfile::tempdir().unwrap();
    let at = ["--data-dir", text(data.path())];
    run(2, &[&at[..], &["play", "noor", "--session", "9"]].concat());
    run(2, &[&at[..], &["play", "noor", "--choices", "/nowhere"]].concat());
    assert_eq!(run(0, &[&at[..], &["records", "list", "--format", "json"]].concat()).trim(), "[]");
}

#[test]
fn options_of_the_window_and_of_another_hour_are_refused() {
    let told = run(2, &["--seed", "5", "play", "noor", "--no-record"]);
    assert!(told.contains("for the window"), "{told}");
    let (folder, dialogues) = with_sound_case();
    let data = folder.path().join("data");
    let at = ["--dialogues", text(&dialogues), "--data-dir", text(&data)];
    run(0, &[&at[..], &["play", "sound"]].concat());
    let list: Value = serde_json::from_str(&run(0, &[&at[..], &["records", "list", "--format", "json"]].concat())).unwrap();
    let id = list[0]["id"].as_str().unwrap();
    let told = run(2, &[&at[..], &["play", "noor", "--resume", id]].concat());
    assert!(told.contains("is an hour of “sound”"), "{told}");
    run(2, &[&at[..], &["play", "sound", "--resume", id, "--mode", "exam"]].concat());
    run(2, &[&at[..], &["play", "sound", "--resume", "../records/nothing"]].concat());
}

#[test]
fn letters_that_are_none_are_asked_about_again() {
    let mut child = crate::program()
        .args(["play", "noor", "--no-record", "--format", "json"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"\xe9\xff\n1\n").unwrap();
    let hour: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(hour["moves"].as_array().unwrap().len(), 1);
}

#[test]
fn a_case_that_nobody_reviewed_is_no_exam() {
    let told = run(2, &["play", "noor", "--mode", "exam", "--no-record"]);
    assert!(told.contains("has not been reviewed"), "{told}");
}

#[test]
fn a_note_follows_in_practise_and_learn_and_only_learn_names_the_skills() {
    let play = |mode: &str, more: &str| {
        let input = "1\n".repeat(3);
        run_with_input(0, &["play", "noor", "--seed", "1", "--no-record", "--mode", mode, more], &input)
    };
    let (learn, practise, quiet) = (play("learn", "--new"), play("practise", "--new"), play("practise", "--no-notes"));
    let note = |text: &str| text.lines().any(|line| line.starts_with("    ("));
    assert!(note(&learn) && note(&practise) && !note(&quiet));
    let named = |text: &str| text.contains("” – ");
    assert!(named(&learn) && !named(&practise));
}

#[test]
fn in_a_call_of_several_pictures_it_is_told_whose_camera_does_what() {
    let told = |beside| {
        let (_folder, dialogues) = crate::with_couple_apart(beside);
        run(0, &["--dialogues", text(&dialogues), "check"]);
        run_with_input(0, &["--dialogues", text(&dialogues), "play", "sound", "--seed", "1", "--no-record"], "1\n")
    };
    let (apart, beside) = (told(false), told(true));
    assert!(apart.contains("[Sam: the camera is off.]") && !apart.contains("picture is back"), "Alex was seen all along: {apart}");
    // Where both are in one picture it is both who are gone, and Alex brings both back.
    let (gone, back) = (beside.find("[The camera is off.]").unwrap(), beside.find("[The picture is back.]").unwrap());
    assert!(gone < back && !beside.contains("Sam: the camera"), "{beside}");
}

#[test]
fn a_call_whose_picture_fails_is_told_and_kept() {
    let (folder, dialogues) = with_call();
    run(0, &["--dialogues", text(&dialogues), "check"]);
    let data = folder.path().join("data");
    let all = ["--dialogues", text(&dialogues), "--data-dir", text(&data)];
    let told = run_with_input(0, &[&all[..], &["play", "sound"]].concat(), "1\n");
    let (frozen, back) = (told.find("[The picture has frozen.]").unwrap(), told.find("[The picture is back.]").unwrap());
    assert!(told.find("shoulders high").unwrap() < frozen && frozen < back, "{told}");
    let list: Value = serde_json::from_str(&run(0, &[&all[..], &["records", "list", "--format", "json"]].concat())).unwrap();
    // It is gone on with, which holds what was kept against what the same moves lead to.
    run_with_input(0, &[&all[..], &["play", "sound", "--resume", list[0]["id"].as_str().unwrap()]].concat(), "1\n");
}

#[test]
fn the_case_that_new_makes_passes_and_plays() {
    let (_folder, dialogues) = with_sound_case();
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
    for number in ["1", "2", "3"] {
        let played =
            run_with_input(0, &["--dialogues", text(&dialogues), "play", "sound", "--no-record"], &format!("{number}\n").repeat(50));
        assert!(played.contains("The hour is over."), "{played}");
    }
    assert!(run(2, &["new", "sound", "--in", text(&dialogues)]).contains("nothing was changed"));
    run(2, &["new", "../out", "--in", text(&dialogues)]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_new_case_is_there_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let dialogues = folder.path().join("dialogues");
    let new = |before: &str| {
        let arguments = ["new", "sound", "--in", text(&dialogues)];
        let limited = format!("{before} ulimit -c 0; exec prlimit --fsize=1000 \"$@\"");
        let mut command = std::process::Command::new("sh");
        command.args(["-c", &limited, "sh", env!("CARGO_BIN_EXE_fifty-minutes")]).args(arguments).env("LC_ALL", "C");
        command.output().unwrap()
    };
    let told = new("trap '' XFSZ;");
    assert_eq!(told.status.code(), Some(2), "{told:?}");
    assert!(String::from_utf8(told.stderr).unwrap().contains("can't be written: "));
    assert!(!dialogues.exists());
    // Killed in the middle of the first file.
    assert_eq!(new("").status.code(), None);
    assert!(!dialogues.join("sound").exists());
    assert_eq!(fs::read_dir(&dialogues).unwrap().count(), 1);
    run(0, &["new", "sound", "--in", text(&dialogues)]);
    assert_eq!(fs::read_dir(&dialogues).unwrap().count(), 1);
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
}

#[test]
fn what_new_says_comes_next_can_be_typed_as_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("my cases")).unwrap();
    for (made_in, named) in [(&[][..], false), (&["--in", "./dialogues"], false), (&["--in", "my cases"], true)] {
        let id = format!("case-{}", made_in.len() + usize::from(named));
        let here = |arguments: &[&str]| {
            let mut command = program();
            command.current_dir(folder.path()).args(arguments);
            finished(0, fed(command, &"1\n".repeat(60)))
        };
        let told = here(&[&["new", &id], made_in].concat());
        let typed: Vec<&str> = told.lines().filter_map(|line| line.strip_prefix("  fifty-minutes ")).collect();
        assert_eq!(typed.len(), if cfg!(feature = "game") { 3 } else { 2 }, "{told}");
        for line in typed.into_iter().filter(|line| !line.contains("--desk")) {
            assert_eq!(line.contains("--dialogues"), named, "{line}");
            let words = shlex::split(line).unwrap();
            let answered = here(&words.iter().map(String::as_str).collect::<Vec<_>>());
            assert!(if line.ends_with("check") { answered.is_empty() } else { answered.contains("The hour is over.") }, "{answered}");
        }
    }
}

#[test]
fn nothing_of_what_is_so_leaks_into_the_hour() {
    let played = run_with_input(0, &["play", "noor", "--seed", "2", "--no-record", "--no-notes"], &"1\n".repeat(8));
    for word in ["trust", "frustration", "withdrawn", "guarded", "empathy", "score"] {
        assert!(!played.to_lowercase().contains(word), "“{word}” is in:\n{played}");
    }
}

#[test]
fn an_hour_is_tried_again_from_a_reply_as_an_hour_of_its_own() {
    let data = tempfile::tempdir().unwrap();
    let data = text(data.path());
    let list = || -> Value { serde_json::from_str(&run(0, &["--data-dir", data, "records", "list", "--format", "json"])).unwrap() };
    run_with_input(0, &["--data-dir", data, "play", "noor", "--seed", "3"], &"1\n".repeat(99));
    let first = list()[0].clone();
    let id = first["id"].as_str().unwrap();
    let again = ["--data-dir", data, "play", "noor", "--again", id, "--from"];
    run_with_input(0, &[&again[..], &["5"]].concat(), "2\n");
    let both = list();
    let other = both.as_array().unwrap().iter().find(|record| record["id"] != first["id"]).unwrap();
    assert_eq!(other["moves"].as_array().unwrap()[..4], first["moves"].as_array().unwrap()[..4]);
    assert_eq!(other["moves"].as_array().unwrap().len(), 5);
    assert!(both.as_array().unwrap().contains(&first), "the first is as it was");
    run(2, &[&again[..6], &[]].concat());
    run(2, &[&again[..], &["0"]].concat());
}
