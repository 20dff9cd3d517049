//! The debrief as a page: it needs nothing else, it is whole, it says what the record says, and nothing in it runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fifty_minutes::record::{Afterwards, Records};
use fifty_minutes::report::html;
use fifty_minutes::script::codes::Ending;
use fifty_minutes::sitting::{Kept, Sitting};
use serde_json::Value;
use tempfile::TempDir;

use crate::{root, run, text, with_sound_case};

/// A tag of a page, with its attributes as they stand there.
#[derive(Debug)]
pub struct Tag<'a> {
    pub name: &'a str,
    pub closes: bool,
    pub attributes: Vec<(&'a str, &'a str)>,
    /// What stands between it and the next tag.
    pub then: &'a str,
}

impl Tag<'_> {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| *value)
    }

    pub fn is(&self, name: &str) -> bool {
        self.name == name && !self.closes
    }
}

/// Every tag of a page. Where a text is escaped as it should be, each `<` begins one.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let tag = |part| {
        let (inside, then) = str::split_once(part, '>').unwrap();
        let (name, mut rest) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        while let Some((name, more)) = rest.split_once("=\"") {
            let (value, more) = more.split_once('"').unwrap();
            attributes.push((name.trim(), value));
            rest = more;
        }
        assert_eq!(rest.trim(), "", "<{inside}>");
        Tag { name: name.trim_start_matches('/'), closes: name.starts_with('/'), attributes, then }
    };
    let page = page.strip_prefix("<!DOCTYPE html>").or(page.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")).unwrap();
    page.split('<').skip(1).map(tag).collect()
}

/// As a text stands in a page.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An hour of that case that was kept, and the name of its record.
fn held(dialogues: &Path, case: &str, choices: &[&str]) -> (TempDir, String) {
    let data = tempfile::tempdir().unwrap();
    let file = data.path().join("choices.txt");
    fs::write(&file, choices.join("\n")).unwrap();
    let at = ["--dialogues", text(dialogues), "--data-dir", text(data.path())];
    run(0, &[&at[..], &["play", case, "--seed", "1", "--choices", text(&file)]].concat());
    let id = Records::at(Some(data.path())).unwrap().list().unwrap()[0].header.as_ref().unwrap().id.clone();
    (data, id)
}

fn report(data: &TempDir, id: &str, format: &str) -> String {
    run(0, &["--data-dir", text(data.path()), "report", id, "--format", format])
}

fn picks(transcript: &str) -> Vec<String> {
    let transcript = fs::read_to_string(root().join(format!("dialogues/noor/transcripts/{transcript}.txt"))).unwrap();
    transcript.lines().filter_map(|line| line.strip_prefix("pick: ")).map(String::from).collect()
}

/// What must hold of the page of any hour.
#[track_caller]
fn is_sound(page: &str, json: &Value) {
    assert!(page.len() < 500_000, "{} bytes", page.len());
    let tags = tags(page);
    stands_alone(page, &tags);
    nests(&tags);
    leads_somewhere(&tags);
    reads_well(&tags);
    says_the_same(page, &tags, json);
}

#[track_caller]
pub fn stands_alone(page: &str, tags: &[Tag]) {
    let policy = tags.iter().find(|tag| tag.get("http-equiv") == Some("Content-Security-Policy")).unwrap();
    assert!(policy.get("content").unwrap().starts_with("default-src 'none'; style-src 'unsafe-inline'"));
    for tag in tags {
        assert!(!["script", "link", "img", "iframe", "object", "embed", "base", "form", "use", "image"].contains(&tag.name), "{tag:?}");
        for (name, value) in &tag.attributes {
            assert!(!["src", "srcset", "style", "xlink:href", "ping"].contains(name) && !name.starts_with("on"), "{tag:?}");
            assert!(*name != "href" || value.starts_with('#'), "{tag:?}");
        }
    }
    let style = tags.iter().find(|tag| tag.is("style")).unwrap().then;
    assert!(!style.contains("url(") && !style.contains("@import") && !style.contains("http"));
    assert_eq!(page.matches("<style").count(), 1);
}

#[track_caller]
pub fn nests(tags: &[Tag]) {
    let mut open = Vec::new();
    for tag in tags {
        let names: BTreeSet<_> = tag.attributes.iter().map(|(name, _)| name).collect();
        assert_eq!(names.len(), tag.attributes.len(), "an attribute stands twice: {tag:?}");
        if tag.closes {
            assert_eq!(open.pop(), Some(tag.name), "{tag:?}");
        } else if tag.name != "meta" {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[track_caller]
pub fn leads_somewhere(tags: &[Tag]) {
    let ids: Vec<&str> = tags.iter().filter_map(|tag| tag.get("id")).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for tag in tags {
        let anchor = tag.get("href").and_then(|href| href.strip_prefix('#'));
        for id in [anchor, tag.get("aria-labelledby"), tag.get("aria-describedby")].into_iter().flatten() {
            assert!(unique.contains(id), "nothing is called {id}: {tag:?}");
        }
    }
}

#[track_caller]
pub fn reads_well(tags: &[Tag]) {
    assert_eq!(tags[0].get("lang"), Some("en"));
    assert_eq!(tags.iter().filter(|tag| tag.is("main")).count(), 1);
    let levels: Vec<u32> = tags.iter().filter(|tag| !tag.closes).filter_map(|tag| tag.name.strip_prefix('h')?.parse().ok()).collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels[0] == 1 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    // Every picture has a name and says in words what is drawn.
    for (at, tag) in tags.iter().enumerate().filter(|(_, tag)| tag.is("svg")) {
        assert!(matches!(tag.get("role"), Some("img" | "group")), "{tag:?}");
        let (title, about) = (&tags[at + 1], &tags[at + 3]);
        assert!(title.is("title") && title.get("id") == tag.get("aria-labelledby") && !title.then.is_empty(), "{tag:?}");
        assert!(about.is("desc") && about.get("id") == tag.get("aria-describedby") && !about.then.is_empty(), "{tag:?}");
    }
    let headers = tags.iter().filter(|tag| tag.is("th"));
    headers.for_each(|tag| assert!(tag.get("scope").is_some(), "{tag:?}"));
}

#[track_caller]
fn says_the_same(page: &str, tags: &[Tag], json: &Value) {
    for score in ["empathy", "goals", "boundaries"] {
        let figures = &json["assessment"]["scores"][score];
        let from = tags.iter().position(|tag| tag.get("id") == Some(&format!("score-{score}"))).unwrap();
        let headline = &tags[from..][tags[from..].iter().position(|tag| tag.get("class") == Some("headline")).unwrap()..];
        match figures["value"].as_u64() {
            Some(value) => {
                assert_eq!(headline[1].then, value.to_string());
                let range = format!("what was on offer on this path: {} to {}", figures["offered_min"], figures["offered_max"]);
                assert!(headline.iter().take_while(|tag| !tag.is("h3")).any(|tag| tag.then == range), "{score}: {range}");
            }
            None => assert_eq!(headline[0].then, "not enough to say"),
        }
    }
    let transcript = &page[page.find("id=\"transcript\"").unwrap()..];
    for told in json["turns"].as_array().unwrap() {
        let turn = &told["turn"];
        assert!(transcript.contains(&format!("id=\"reply-{}\"", turn["number"])));
        let offered = turn["offered"].as_array().unwrap();
        for said in told["heard"].as_array().unwrap().iter().chain(offered).filter_map(|said| said["text"].as_str()) {
            assert!(transcript.contains(&escaped(said)), "{said}");
        }
        for offer in offered {
            assert!(transcript.contains(&escaped(offer["why"].as_str().unwrap())), "{offer}");
        }
    }
    for said in json["closing"].as_array().unwrap().iter().filter_map(|said| said["text"].as_str()) {
        assert!(transcript.contains(&escaped(said)), "{said}");
    }
    for key in ["title", "seed", "session", "review"] {
        let value = json[key].as_str().map_or_else(|| json[key].to_string(), escaped);
        assert!(page.contains(&value), "{key}: {value}");
    }
    assert!(page.contains(json["assessment"]["rubric"].as_str().unwrap()));
}

#[track_caller]
fn page_of(choices: &[&str]) -> String {
    let (data, id) = held(&root().join("dialogues"), "noor", choices);
    let page = report(&data, &id, "html");
    is_sound(&page, &serde_json::from_str(&report(&data, &id, "json")).unwrap());
    page
}

#[test]
fn the_page_of_a_whole_hour_is_sound() {
    for transcript in ["good", "middling", "repaired"] {
        let picks = picks(transcript);
        let page = page_of(&picks.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(!page.contains("The hour was not finished."));
        assert!(page.contains("What would have come next") && page.contains("turning point"));
    }
}

#[test]
fn the_page_of_part_of_an_hour_says_so() {
    let picks = picks("middling");
    for replies in [1, 3, 12] {
        let page = page_of(&picks.iter().take(replies).map(String::as_str).collect::<Vec<_>>());
        assert!(page.contains("The hour was not finished."));
        assert_eq!(page.contains("not enough to say"), replies < 12);
    }
    let page = page_of(&[]);
    assert!(page.contains("No reply was given in this hour") && !page.contains("<figure"));
}

/// Says that of an unfinished hour, and gives back its debrief.
fn said_afterwards(data: &TempDir, id: &str, felt: &str) -> Kept {
    let records = Records::at(Some(data.path())).unwrap();
    let mut sitting = Sitting::resume(&records, id).unwrap();
    sitting.say_afterwards(Afterwards { expects: Some(Ending::Returns), felt: felt.into() }).unwrap();
    sitting.kept()
}

#[test]
fn nothing_that_was_written_runs() {
    let hostile = "</style><script>alert(1)</script>\n\" onload=\"alert(2)\" ' <img src=x onerror=alert(3)> & &lt; ]]> -->";
    let (folder, dialogues) = with_sound_case();
    for file in ["sound/case.ron", "sound/1-first-hour.scene.ron"] {
        let whole = fs::read_to_string(dialogues.join(file)).unwrap();
        let changed =
            whole.replace("Alex, first hour", "Alex</title><script>alert(4)</script>").replace("It's my voice", "<svg onload=alert(5)>");
        assert_ne!(whole, changed);
        fs::write(dialogues.join(file), changed).unwrap();
    }
    let (data, id) = held(&dialogues, "sound", &["heard-voice"]);
    said_afterwards(&data, &id, hostile);
    let page = report(&data, &id, "html");
    is_sound(&page, &serde_json::from_str(&report(&data, &id, "json")).unwrap());
    assert!(page.contains(&escaped(hostile)) && page.contains("You expected: comes back."), "{page}");
    drop(folder);
}

#[test]
fn what_can_t_be_gone_through_again_is_told_without_what_could_have_been() {
    let (data, id) = held(&root().join("dialogues"), "noor", &["take-cup"]);
    let debrief = said_afterwards(&data, &id, "").debrief();
    assert!(debrief.hindsight.is_none());
    let page = html::render(&debrief);
    is_sound(&page, &serde_json::to_value(&debrief).unwrap());
    assert!(page.contains("can't go through the hour again") && !page.contains("What would have come next"));
}

#[test]
fn of_several_people_each_has_lines_of_their_own() {
    let (_folder, dialogues) = crate::with_couple();
    let (data, id) = held(&dialogues, "sound", &["heard-voice"]);
    let page = report(&data, &id, "html");
    is_sound(&page, &serde_json::from_str(&report(&data, &id, "json")).unwrap());
    assert!(page.contains("With Alex and Sam, session 1."));
    assert!(page.contains("Sam: “") && page.contains("Alex: “"));
    for name in ["Alex", "Sam"] {
        assert!(page.contains(&format!("<title id=\"wide-title-{}\">What {name} felt", u8::from(name == "Sam"))), "{name}");
    }
}
