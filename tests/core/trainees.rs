//! Several trainees on one machine, each with records of their own.

use serde_json::Value;

use crate::{run, run_with_input, text};

#[test]
fn each_has_records_of_their_own_and_an_hour_goes_on_where_it_was_left() {
    let data = tempfile::tempdir().unwrap();
    let of = |who: &[&str], more: &[&str]| -> Vec<String> {
        [&["--data-dir", text(data.path())], who, more].concat().into_iter().map(String::from).collect()
    };
    let list = |who: &[&str]| -> Vec<Value> {
        let arguments = of(who, &["records", "list", "--format", "json"]);
        serde_json::from_str(&run(0, &arguments.iter().map(String::as_str).collect::<Vec<_>>())).unwrap()
    };
    let play = |who: &[&str], more: &[&str], replies: usize| {
        let arguments = of(who, &[&["play", "noor"], more].concat());
        run_with_input(0, &arguments.iter().map(String::as_str).collect::<Vec<_>>(), &"1\n".repeat(replies))
    };
    let (nobody, heron, otter) = (&[][..], &["--trainee", "heron-7"][..], &["--trainee", "Otter"][..]);
    play(nobody, &["--seed", "5"], 2);
    for mode in ["learn", "practise"] {
        play(heron, &["--seed", "5", "--mode", mode], 2);
        let id = list(heron).iter().find(|record| record["mode"] == mode).unwrap()["id"].as_str().unwrap().to_string();
        let whole = play(otter, &["--seed", "5", "--mode", mode, "--format", "json"], 90);
        let on = play(heron, &["--resume", &id, "--format", "json"], 90);
        assert_eq!(serde_json::from_str::<Value>(&on).unwrap(), serde_json::from_str::<Value>(&whole).unwrap(), "{mode}");
    }
    assert_eq!((list(nobody).len(), list(heron).len(), list(otter).len()), (1, 2, 2));
    assert!(data.path().join("trainees/otter/records").is_dir() && data.path().join("records").is_dir());
    // What is nobody's is nobody's.
    let id = list(nobody)[0]["id"].as_str().unwrap().to_string();
    let arguments = of(heron, &["report", &id]);
    run(2, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_name_that_is_no_folder_s_is_answered_in_words() {
    for name in ["../heron", "João Silva", "con", ""] {
        let told = run(2, &["--trainee", name, "records", "list"]);
        assert!(told.contains("a pseudonym such as heron-7"), "{name}: {told}");
    }
}
