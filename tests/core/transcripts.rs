//! The transcripts beside the scenes: an hour by its replies, and what a supervisor expects of it.

use std::fs;
use std::path::{Path, PathBuf};

use fifty_minutes::library;
use fifty_minutes::script::shelf::Shelf;
use fifty_minutes::session::account::Entry;
use fifty_minutes::sitting::{Sitting, Terms};

use crate::root;

/// What a transcript says, line by line: `seed:`, `session:`, `pick:` and `expect:`.
fn lines(path: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(path).unwrap();
    text.lines()
        .map(|line| line.split('#').next().unwrap().trim())
        .filter(|line| !line.is_empty())
        .map(|line| line.split_once(": ").unwrap_or_else(|| panic!("{}: what is “{line}”?", path.display())))
        .map(|(key, value)| (key.to_string(), value.trim().to_string()))
        .collect()
}

/// Plays it and tells what is otherwise than expected.
fn differences(shelf: &Shelf, path: &Path) -> Vec<String> {
    let lines = lines(path);
    let value = |key: &str| lines.iter().find(|line| line.0 == key).map(|line| line.1.as_str());
    let terms = Terms {
        session: value("session").map_or(1, |it| it.parse().unwrap()),
        seed: value("seed").map(|it| it.parse().unwrap()),
        ..Terms::default()
    };
    let mut sitting = Sitting::begin(shelf.bundle.as_ref().unwrap(), &terms, None).unwrap();
    for (_, pick) in lines.iter().filter(|line| line.0 == "pick") {
        if let Err(trouble) = sitting.choose(pick) {
            return vec![format!("after {} replies: {trouble}", sitting.moves().len())];
        }
    }
    let told = |fact: &str| sitting.account().iter().any(|entry| matches!(entry, Entry::Told { fact: told, .. } if told == fact));
    let assessment = sitting.assessment();
    let json = serde_json::to_value(&assessment).unwrap();
    lines
        .iter()
        .filter(|line| line.0 == "expect")
        .filter_map(|(_, expected)| {
            let (what, wanted) = expected.split_once(' ').unwrap();
            let found = match what {
                "gate" => json["gate"]["state"].to_string(),
                "ending" => json["ending"].to_string(),
                "repair" => json["repairs"].as_array().unwrap().last().map_or("none".into(), |repair| repair["outcome"].to_string()),
                "fact" => {
                    let (fact, outcome) = wanted.split_once(' ').unwrap();
                    let found = if told(fact) { "told" } else { "not told" };
                    return (outcome != found).then(|| format!("expected: fact {fact} {outcome}; found: {found}"));
                }
                score => {
                    let found = &json["scores"][score]["value"];
                    assert!(!json["scores"][score].is_null(), "{}: what is “{expected}”?", path.display());
                    let (low, high) = wanted.split_once("..").unwrap();
                    let fits = found.as_u64().is_some_and(|found| (low.parse().unwrap()..=high.parse().unwrap()).contains(&found));
                    return (!fits).then(|| format!("expected: {expected}; found: {found}"));
                }
            };
            (found.trim_matches('"') != wanted).then(|| format!("expected: {expected}; found: {found}"))
        })
        .collect()
}

#[test]
fn every_transcript_goes_as_a_supervisor_expects() {
    let library = library::open(Some(&root().join("dialogues"))).unwrap();
    let mut wrong = Vec::new();
    for shelf in &library.shelves.cases {
        let folder = root().join("dialogues").join(&shelf.id).join("transcripts");
        let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        assert!(files.len() >= 3, "{} has fewer than three transcripts", shelf.id);
        for file in files {
            wrong.extend(differences(shelf, &file).into_iter().map(|difference| format!("{}: {difference}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
