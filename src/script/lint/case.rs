//! The case file: people, facts, sessions.

use std::collections::BTreeSet;

use unic_langid::LanguageIdentifier;

use crate::script::appearance::Appearance;
use crate::script::bundle::{MOST_TOPICS, notes_in};
use crate::script::codes::Setting;
use crate::script::finding::Finding;
use crate::script::model::{Case, Person, Planned, Scene, Start, time_of_day};
use crate::script::outline::Step::{self, Field, Item};
use crate::script::voicing::Voicing;

use super::{Gathering, Names, Text, guards, is_case_id, join, phrasings};

/// What is wrong with a case file that holds too much of nothing; `scenes` are the ids of the scene files that are there.
pub fn case(source: Text, folder: &str, case: &Case, scenes: &BTreeSet<&str>) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    if case.id != folder {
        gathering.error(
            "wrong-id",
            &[Field("id")],
            format!("the case is called “{}” and its folder “{folder}”", case.id),
            "Give both the same name.",
        );
    }
    if !is_case_id(&case.id) {
        gathering.error(
            "bad-id",
            &[Field("id")],
            format!("“{}” can't be a case's name", case.id),
            "Use lower-case letters, digits and hyphens, at most 64.",
        );
    }
    if !case.language.parse::<LanguageIdentifier>().is_ok_and(|tag| tag.to_string() == case.language) {
        gathering.error(
            "unknown-language",
            &[Field("language")],
            format!("“{}” is no language tag", case.language),
            "Write it as in `en` or `pt-BR`.",
        );
    }
    let texts = [
        ("title", &case.title),
        ("referral", &case.referral),
        ("aftercare", &case.aftercare),
        ("author", &case.author),
        ("review", &case.review),
        ("licence", &case.licence),
    ];
    for (name, text) in texts {
        gathering.not_blank(&[Field(name)], name, text);
    }
    for (i, note) in case.content_notes.iter().enumerate() {
        let path = [Field("content_notes"), Item(i)];
        gathering.not_blank(&join(&path, &[Field("note")]), "note", &note.note);
    }
    let topics = case.content_notes.iter().enumerate().filter_map(|(i, note)| Some((i, note.topic.as_deref()?)));
    let topics: Vec<_> = topics.map(|(i, topic)| (vec![Field("content_notes"), Item(i), Field("topic")], topic)).collect();
    if topics.len() > MOST_TOPICS {
        gathering.error("too-many", &[Field("content_notes")], format!("more than {MOST_TOPICS} topics"), "Put several into one.");
    }
    gathering.unique(topics.into_iter(), "topic");
    if case.begins.as_deref().is_some_and(|begins| time_of_day(begins).is_none()) {
        let message = "`begins` is no time of day".into();
        gathering.error("out-of-range", &[Field("begins")], message, "Write it like \"16:30\", from \"0:00\" to \"23:59\".");
    }
    gathering.within(&[Field("difficulty")], "difficulty", case.difficulty.into(), 1, 5);
    if case.people.is_empty() {
        gathering.error("nobody", &[Field("people")], "nobody comes".into(), "Write at least one person.");
    }
    gathering.unique(
        case.people.iter().enumerate().map(|(i, person)| (vec![Field("people"), Item(i), Field("id")], person.id.as_str())),
        "person",
    );
    let pictures = case.pictures();
    let mut picture_before = None;
    for (i, (person, picture)) in case.people.iter().zip(&pictures).enumerate() {
        let path = [Field("people"), Item(i)];
        self::person(&mut gathering, &path, person);
        beside(&mut gathering, case, &pictures, (i, person));
        let look = &person.appearance;
        let guest = picture_before.replace(picture) == Some(picture);
        let room = [("chair_colour", look.chair_colour.is_some()), ("wall_colour", look.wall_colour.is_some())];
        for (field, _) in room.into_iter().filter(|(_, written)| *written && guest) {
            let message = format!("`{field}` shows nothing here: the room is that of the first person in it");
            gathering.error("out-of-place", &join(&path, &[Field("appearance"), Field(field)]), message, "Write it with the first person.");
        }
    }
    let people = case.people.iter().map(|person| person.id.as_str()).collect();
    let facts = gathering
        .unique(case.facts.iter().enumerate().map(|(i, fact)| (vec![Field("facts"), Item(i), Field("id")], fact.id.as_str())), "fact");
    // Whether somebody makes the notes is seen where the scenes are: in the course.
    let notes: BTreeSet<&str> = case.facts.iter().flat_map(|fact| notes_in(&fact.needs)).collect();
    for (i, fact) in case.facts.iter().enumerate() {
        let path = [Field("facts"), Item(i)];
        gathering.not_blank(&join(&path, &[Field("what")]), "what", &fact.what);
        phrasings(&mut gathering, &join(&path, &[Field("blocked")]), &fact.blocked);
        guards(
            &mut gathering,
            &join(&path, &[Field("needs")]),
            &fact.needs,
            &Names { people: &people, facts: &facts, beats: &BTreeSet::new(), notes: &notes },
        );
    }
    if case.sessions.is_empty() {
        gathering.error(
            "no-session",
            &[Field("sessions")],
            "there is no session".into(),
            "Name at least one scene file, without `.scene.ron`.",
        );
    }
    for (i, Planned { scene, .. }) in case.sessions.iter().enumerate() {
        if !scenes.contains(scene.as_str()) {
            let help = gathering.suggestion(scene, scenes);
            gathering.error("missing-file", &[Field("sessions"), Item(i)], format!("the file {scene}.scene.ron is not there"), help);
        }
    }
    gathering.findings
}

/// Topics that can't be left out because no beat of any session carries them.
pub fn topics(source: Text, case: &Case, scenes: &[&Scene]) -> Vec<Finding> {
    let carried: BTreeSet<&str> = scenes.iter().flat_map(|scene| &scene.beats).filter_map(|beat| beat.topic.as_deref()).collect();
    let mut gathering = Gathering::new(source);
    for (i, note) in case.content_notes.iter().enumerate() {
        if let Some(topic) = note.topic.as_deref().filter(|topic| !carried.contains(topic)) {
            gathering.error(
                "idle-topic",
                &[Field("content_notes"), Item(i), Field("topic")],
                format!("no beat carries the topic “{topic}”, so leaving it out would leave nothing out"),
                "Name it as `topic` in every beat where it comes up, or write the note as a plain text.",
            );
        }
    }
    gathering.findings
}

fn person(gathering: &mut Gathering, path: &[Step], person: &Person) {
    gathering.not_blank(&join(path, &[Field("name")]), "name", &person.name);
    gathering.not_blank(&join(path, &[Field("about")]), "about", &person.about);
    gathering.within(&join(path, &[Field("age")]), "age", person.age.into(), 15, 99);
    let temperament =
        [("reactance", person.temperament.reactance), ("pace", person.temperament.pace), ("masking", person.temperament.masking)];
    for (name, number) in temperament {
        gathering.within(&join(path, &[Field("temperament"), Field(name)]), name, number.into(), 0, 100);
    }
    standing(gathering, &join(path, &[Field("start")]), &person.start);
    if person.appearance == Appearance::default() && !gathering.is_written(path, "appearance") {
        let message = format!("nothing says what “{}” looks like, so all of it is drawn by lot", person.name);
        gathering.warning("no-face", path, message, "Write an `appearance` with what you are sure of; the rest is still drawn.");
    }
    if person.voice == Voicing::default() && !gathering.is_written(path, "voice") {
        let message = format!("nothing says how “{}” sounds, so they murmur in the middle of everything", person.name);
        gathering.warning("no-voice", path, message, "Write a `voice` with `pitch`, `timbre` or `breath`.");
    }
    for problem in person.appearance.problems() {
        gathering.error(problem.code, &join(path, &[Field("appearance"), Field(problem.field)]), problem.message, problem.help);
    }
    for problem in person.voice.problems() {
        gathering.error("out-of-range", &join(path, &[Field("voice")]), problem, "");
    }
}

/// Who shares a picture sits next to those whose it is.
fn beside(gathering: &mut Gathering, case: &Case, pictures: &[usize], (place, person): (usize, &Person)) {
    let Some(beside) = &person.beside else { return };
    let path = [Field("people"), Item(place), Field("beside")];
    let other = case.people.iter().position(|person| person.id == *beside);
    if case.setting == Setting::Office {
        let message = "`beside` shows nothing here: in an office all sit together".into();
        gathering.error("out-of-place", &path, message, "Take it away, or write `setting: Online`.");
    } else if other.is_some_and(|other| other >= place || pictures.get(other) != pictures.get(place)) {
        let message = format!("“{beside}” does not sit next to them");
        gathering.error("out-of-place", &path, message, "List them directly after whoever they share a picture with.");
    } else {
        let people = case.people.iter().map(|person| person.id.as_str()).collect();
        gathering.known("unknown-person", &path, "person", beside, &people);
    }
}

/// The numbers in which somebody stands.
pub(super) fn standing(gathering: &mut Gathering, path: &[Step], start: &Start) {
    let measures = [
        ("trust", start.trust),
        ("agreement", start.agreement),
        ("safety", start.safety),
        ("distress", start.distress),
        ("frustration", start.frustration),
        ("hope", start.hope),
        ("dependency", start.dependency),
    ];
    for (name, number) in measures {
        gathering.within(&join(path, &[Field(name)]), name, number.into(), 0, 100);
    }
    gathering.within(&join(path, &[Field("experiencing")]), "experiencing", start.experiencing.into(), 1, 7);
}
