//! Every number in the rubric and the reactions matters: change one, and some hour goes or scores otherwise.

use std::fs;

use fifty_minutes::assess;
use fifty_minutes::session::account::{Entry, describe};
use fifty_minutes::session::event::Event;

use crate::gallery::{STARTS, bundle, play, shared};
use crate::{run, text, with_sound_case};

/// Hours from each start.
const SEEDS: u64 = 160;

/// What came of an hour.
type Outcome = (Vec<Event>, [Option<u8>; 3], assess::GateState);

fn outcome(start: usize, seed: u64, rubric: &str, reactions: &str) -> Option<Outcome> {
    let bundle = bundle(start, rubric, reactions)?;
    let events = play(&bundle, seed);
    let account: Vec<Entry> = events.iter().map(|event| describe(&bundle, 0, *event)).collect();
    let turns = assess::turns(&account);
    let values = assess::values(&bundle.rubric, bundle.case.lens, &turns);
    let gate = assess::gate(&bundle.rubric, &turns).state;
    Some((events, values, gate))
}

/// The places of all numbers outside of texts and comments.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at += 2 + text[at + 1..].find('"').unwrap(),
            b'/' if bytes[at + 1] == b'/' => at += text[at..].find('\n').unwrap(),
            b'0'..=b'9' | b'-' if !bytes[at - 1].is_ascii_alphanumeric() => {
                let end = at + text[at..].find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-')).unwrap();
                found.push(at..end);
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// The number moved a little: up, down, and by a good part of itself.
fn moved(number: &str) -> Vec<String> {
    match number.parse::<i64>() {
        Ok(whole) => [whole + 1, whole - 1, whole + whole.abs() / 5 + 2].map(|moved| moved.to_string()).into(),
        Err(_) => {
            let number: f64 = number.parse().unwrap();
            [number + 0.1, number - 0.1].map(|moved| format!("{moved:.2}")).into()
        }
    }
}

#[test]
fn every_number_changes_some_hour() {
    let files = [shared("rubric.ron"), shared("reactions.ron")];
    let hours: Vec<(usize, u64)> = (0..SEEDS).flat_map(|seed| (0..STARTS.len()).map(move |start| (start, seed))).collect();
    let usual: Vec<Outcome> = hours.iter().map(|(start, seed)| outcome(*start, *seed, &files[0], &files[1]).unwrap()).collect();
    let mut idle = Vec::new();
    for (file, text) in files.iter().enumerate() {
        let numbers = numbers(text);
        assert!(numbers.len() > 20);
        for place in numbers {
            let matters = moved(&text[place.clone()]).into_iter().any(|number| {
                let mut changed = files.clone();
                changed[file].replace_range(place.clone(), &number);
                hours
                    .iter()
                    .zip(&usual)
                    .any(|((start, seed), usual)| outcome(*start, *seed, &changed[0], &changed[1]).is_some_and(|outcome| outcome != *usual))
            });
            if !matters {
                let line = text[..place.start].matches('\n').count() + 1;
                idle.push(format!("{}, line {line}: {}", ["rubric.ron", "reactions.ron"][file], &text[place]));
            }
        }
    }
    assert!(idle.is_empty(), "these numbers change nothing:\n{}", idle.join("\n"));
}

/// A number that nothing reaches, or that everything does, changes no hour whatever it is.
#[test]
fn a_number_beyond_what_can_be_reached_is_told_at_its_place() {
    let scene = "sound/1-first-hour.scene.ron";
    for (file, right, wrong) in [
        ("rubric.ron", "overreach: 1,", "overreach: 9,"),
        ("rubric.ron", "fit_neutral: 0.5,", "fit_neutral: 1.5,"),
        ("rubric.ron", "good: 0.8, full: 1.0", "good: 0.8, full: 60"),
        ("rubric.ron", "good: 0.75, full: 1.0", "good: 0.75, full: 1.1"),
        ("reactions.ron", "on: Level(3)", "on: Level(9)"),
        ("reactions.ron", "on: Overheard(3)", "on: Overheard(0)"),
        ("reactions.ron", "on: Split(25)", "on: Split(101)"),
        ("reactions.ron", "length: 3", "length: 1"),
        ("reactions.ron", "(measure: Trust, above: 60)", "(measure: Trust, above: 100)"),
        (scene, "when: [AtLeast(Trust, 46)], to: \"hall\"", "when: [AtLeast(Trust, 0)], to: \"hall\""),
        (scene, "Below(Trust, 27)", "Below(Trust, 0)"),
    ] {
        let (_folder, dialogues) = with_sound_case();
        let before = if file == scene { fs::read_to_string(dialogues.join(file)).unwrap() } else { shared(file) };
        assert!(before.contains(right), "{right}");
        fs::write(dialogues.join(file), before.replacen(right, wrong, 1)).unwrap();
        let line = before.split(right).next().unwrap().lines().count();
        let told = run(1, &["--dialogues", text(&dialogues), "check"]);
        let is_there = |told: &str| told.contains("[out-of-range]") && told.contains(&format!("{file}:{line}:"));
        assert!(told.split("\n\n").any(is_there), "{wrong}, line {line}: {told}");
    }
}
