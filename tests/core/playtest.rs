//! `explore` and `playtest` as they are used: what they find can be played, and is the same on any number of threads.

use std::fs;

use serde_json::Value;

use crate::{program, run, text, with_sound_case};

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&run(0, &[arguments, &["--format", "json"]].concat())).unwrap()
}

/// Plays a way as it was told, and gives the hour back.
fn played(way: &Value, seed: u64) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let choices = folder.path().join("choices.txt");
    let ids: Vec<&str> = way.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
    fs::write(&choices, ids.join("\n")).unwrap();
    let seed = seed.to_string();
    json(&["play", "noor", "--seed", &seed, "--no-record", "--choices", text(&choices)])
}

#[test]
fn what_is_told_to_be_reached_is_reached_by_playing_it() {
    let explored = json(&["explore", "noor", "--seed", "3"]);
    for score in ["empathy", "goals", "boundaries"] {
        for end in ["highest", "lowest"] {
            let extreme = &explored["scores"][score][end];
            assert_eq!(played(&extreme["way"], 3)["scores"][score]["value"], extreme["value"], "{score}, {end}");
            let (value, bound) = (extreme["value"].as_u64().unwrap(), extreme["bound"].as_u64().unwrap());
            assert!(if end == "highest" { value <= bound } else { value >= bound });
            assert_eq!(extreme["exact"], value == bound);
        }
    }
    let endings = explored["endings"].as_array().unwrap();
    assert_eq!(endings.len(), 4);
    for ending in endings {
        assert_eq!(played(&ending["way"], 3)["ending"], ending["id"]);
    }
    for fact in explored["facts"].as_array().unwrap() {
        let hour = played(&fact["way"], 3);
        assert!(hour["events"].as_array().unwrap().iter().any(|event| event["event"] == "told" && event["fact"] == fact["id"]));
    }
}

#[test]
fn two_clearly_different_hours_are_good_at_everything() {
    let explored = json(&["explore", "noor"]);
    let hours = explored["hours"].as_array().unwrap();
    assert_eq!(hours.len(), 2);
    for hour in hours {
        // With any seed, since chance has no say in it.
        for seed in [1, 77] {
            let played = played(&hour["way"], seed);
            for score in ["empathy", "goals", "boundaries"] {
                assert_eq!(played["scores"][score]["band"], "good");
                assert_eq!(played["scores"][score]["value"], hour[score]);
            }
            assert_eq!(played["gate"]["state"], "adequate");
            assert!(played["ending"].is_string());
        }
    }
    let replies = |hour: &Value| hour["way"].as_array().unwrap().iter().map(Value::to_string).collect::<std::collections::BTreeSet<_>>();
    let (one, other) = (replies(&hours[0]), replies(&hours[1]));
    assert!(one.intersection(&other).count() * 2 <= one.len().min(other.len()));
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads() {
    let with = |command: &str, threads: &str| {
        let mut answer = json(&[command, "noor", "--threads", threads]);
        answer.as_object_mut().unwrap().remove("moves_per_second");
        answer
    };
    for command in ["playtest", "explore"] {
        let one = with(command, "1");
        assert_eq!(one, with(command, "2"));
        assert_eq!(one, with(command, "5"));
    }
}

#[test]
fn what_is_shipped_holds_and_no_naive_player_passes() {
    let playtest = json(&["playtest", "noor"]);
    assert_eq!(playtest["passes"], true);
    // Wordings are drawn: of a beat that hardly anybody comes to, one may be missed.
    for what in ["beats", "replies", "guards", "facts"] {
        let share = &playtest["coverage"][what];
        assert!(share["hit"] == share["total"] && share["total"].as_u64() > Some(0), "{what}: {share}");
    }
    let players = playtest["players"].as_array().unwrap();
    let ids: Vec<&str> = players.iter().map(|player| player["id"].as_str().unwrap()).collect();
    let expected = "random first longest shortest warmest always_ask always_reflect always_deepest always_explores adviser pleaser silent rupture_farmer systematic expert";
    assert_eq!(ids.join(" "), expected);
    for player in players {
        let naive = !["systematic", "expert"].contains(&player["id"].as_str().unwrap());
        assert_eq!(player["passes"], player["good"].as_u64().unwrap() * 20 > player["runs"].as_u64().unwrap());
        assert!(!naive || player["passes"] == false, "{player}");
    }
    assert_eq!(players.last().unwrap()["passes"], true);
}

#[test]
fn a_case_that_does_not_hold_is_told_and_exits_with_1() {
    let (_folder, dialogues) = with_sound_case();
    let told = run(1, &["--dialogues", text(&dialogues), "playtest", "sound", "--runs", "20"]);
    assert!(told.contains("It does not hold yet.") && told.contains("[thin-hour]"), "{told}");
    run(2, &["playtest", "noor", "--session", "9"]);
    run(2, &["explore", "nora"]);
    for wrong in [["--threads", "0"], ["--runs", "0"], ["--runs", "many"]] {
        assert_eq!(program().args(["playtest", "noor"]).args(wrong).output().unwrap().status.code(), Some(2));
    }
}

/// Takes minutes and knows no window, so it is run where there is none.
#[cfg(not(feature = "game"))]
#[test]
fn the_figures_beside_a_case_are_those_of_today() {
    let library = fifty_minutes::library::open(Some(&crate::root().join("dialogues"))).unwrap();
    let mut sessions = 0;
    for shelf in &library.shelves.cases {
        let bundle = shelf.bundle.as_ref().unwrap_or_else(|| panic!("{} can't be played", shelf.id));
        for session in 1..=bundle.hours.len() {
            let name = if session == 1 { "playtest.txt".into() } else { format!("playtest-{session}.txt") };
            let kept = fs::read_to_string(crate::root().join("dialogues").join(&shelf.id).join(&name))
                .unwrap_or_else(|error| panic!("{}/{name}: {error}", shelf.id));
            let printed = run(0, &["--dialogues", "dialogues", "playtest", &shelf.id, "--session", &session.to_string()]);
            // The first paragraph says how fast it was.
            let rest = |text: &str| text.split_once("\n\n").unwrap().1.to_string();
            let silent = ![": error [", ": warning ["].iter().any(|finding| kept.contains(finding));
            assert!(silent && kept.trim_end().ends_with("It holds."), "{}/{name}", shelf.id);
            let id = &shelf.id;
            assert_eq!(
                rest(&kept),
                rest(&printed),
                "make it anew: fifty-minutes playtest {id} --session {session} > dialogues/{id}/{name}"
            );
            sessions += 1;
        }
    }
    assert!(sessions >= 7);
}

#[test]
fn the_catalogue_has_each_hour_in_words() {
    let (_folder, dialogues) = crate::with_course();
    let page = run(0, &["--dialogues", text(&dialogues), "catalogue"]);
    for told in
        ["## Alex, first hour", "one person · office · humanistic", "### 1. The first hour", "### 2. The first hour", "| Minutes | 50 |"]
    {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(page.contains("emotional opportunity, ") && page.contains("1 risk cue"), "{page}");
    // A word that has no text shows by its name.
    for name in ["catalogue-", "format-", "mark-", "ending-"] {
        assert!(!page.contains(name), "{name}: {page}");
    }
    std::fs::write(dialogues.join("sound/case.ron"), "(").unwrap();
    run(1, &["--dialogues", text(&dialogues), "catalogue"]);
}
