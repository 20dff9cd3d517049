//! Several people in one room: each takes a reply in their own way, and nobody is averaged away.

use serde_json::Value;

use crate::{run_with_input, text, with_couple};

/// The hour that these replies make, as `play --format json` prints it.
fn hour(replies: &[&str]) -> Value {
    let (_folder, dialogues) = with_couple();
    let arguments = ["--dialogues", text(&dialogues), "play", "sound", "--seed", "1", "--no-record", "--format", "json"];
    serde_json::from_str(&run_with_input(0, &arguments, &format!("{}\n", replies.join("\n")))).unwrap()
}

/// What was so in somebody, at each time that it was told.
fn felt(hour: &Value, person: &str, measure: &str) -> Vec<i64> {
    let of_them = |event: &&Value| event["event"] == "felt" && event["person"] == person;
    hour["events"].as_array().unwrap().iter().filter(of_them).map(|event| event[measure].as_i64().unwrap()).collect()
}

fn last(hour: &Value, person: &str, measure: &str) -> i64 {
    *felt(hour, person, measure).last().unwrap()
}

const TO_FAVOUR: [&str; 2] = ["heard-voice", "what-for"];

#[test]
fn a_side_that_is_taken_costs_with_the_one_and_not_with_the_other() {
    let (before, after) = (hour(&TO_FAVOUR), hour(&[&TO_FAVOUR[..], &["rule"]].concat()));
    for (person, falls) in [("sam", true), ("alex", false)] {
        let [was, is] = [&before, &after].map(|hour| last(hour, person, "trust"));
        assert_eq!(is < was - 4, falls, "{person}: {was}, then {is}");
    }
    let ruptures: Vec<&Value> = after["events"].as_array().unwrap().iter().filter(|event| event["event"] == "rupture").collect();
    assert!(!ruptures.is_empty() && ruptures.iter().all(|rupture| rupture["person"] == "sam"), "{ruptures:?}");
    assert_eq!(after["repairs"][0]["person"], "sam");
}

#[test]
fn who_is_not_spoken_to_only_looks_on() {
    // To Alex alone, then to both.
    let (alone, both) = (hour(&["wait"]), hour(&["heard-voice"]));
    assert_eq!(felt(&alone, "sam", "trust").first(), felt(&alone, "sam", "trust").last());
    assert_ne!(felt(&alone, "alex", "trust").first(), felt(&alone, "alex", "trust").last());
    assert_ne!(felt(&both, "sam", "trust").first(), felt(&both, "sam", "trust").last());
}

#[test]
fn a_score_is_the_lowest_of_theirs_and_each_lies_within_what_was_offered() {
    let whole = ["wait", "what-for", "rule", "that-was-short", "go-in", "take-one", "which-day", "how-was-it"];
    let hour = hour(&whole);
    for score in ["empathy", "goals"] {
        let score = &hour["scores"][score];
        let people = score["people"].as_array().unwrap();
        assert_eq!(people.iter().map(|one| one["person"].as_str().unwrap()).collect::<Vec<_>>(), ["alex", "sam"]);
        let lowest = people.iter().filter_map(|one| one["value"].as_i64()).min();
        assert_eq!(score["value"].as_i64(), lowest);
        for one in people.iter().filter(|one| !one["value"].is_null()) {
            assert!(one["offered_min"].as_i64() <= one["value"].as_i64() && one["value"].as_i64() <= one["offered_max"].as_i64(), "{one}");
        }
    }
    assert!(hour["scores"]["boundaries"].get("people").is_none());
    let levels = hour["scores"]["empathy"]["evidence"].as_array().unwrap();
    let of = |turn: i64| {
        levels.iter().filter(|line| line["turn"] == turn && line["kind"] == "level").map(|line| line["person"].clone()).collect::<Vec<_>>()
    };
    assert_eq!((of(1), of(3), of(5)), (vec!["alex".into()], vec!["sam".into()], vec!["alex".into(), "sam".into()]));
    let leaves: Vec<&Value> = hour["events"].as_array().unwrap().iter().filter(|event| event["event"] == "leaves").collect();
    assert_eq!(leaves.len(), 2);
}

#[test]
fn who_has_left_the_room_hears_nothing_of_it_and_is_back_afterwards() {
    let short = [&TO_FAVOUR[..], &["rule"]].concat();
    let (before, after) = (hour(&short), hour(&[&short[..], &["explain-rule"]].concat()));
    let events = after["events"].as_array().unwrap();
    let absent = |event: &&Value| event["event"] == "absent";
    let told: Vec<(&str, bool)> =
        events.iter().filter(absent).map(|event| (event["person"].as_str().unwrap(), event["away"].as_bool().unwrap())).collect();
    assert_eq!(told, [("alex", true), ("alex", false)]);
    for measure in ["trust", "safety", "frustration"] {
        assert_eq!(last(&before, "alex", measure), last(&after, "alex", measure), "{measure}");
    }
    assert_ne!(last(&before, "sam", "trust"), last(&after, "sam", "trust"));
    let left = events.iter().position(|event| absent(&event)).unwrap();
    let back = events.iter().rposition(|event| absent(&event)).unwrap();
    let seen = events[left..back].iter().filter(|event| event["event"] == "face").all(|event| event["person"] == "sam");
    assert!(seen, "nobody sees who isn't there");
}
