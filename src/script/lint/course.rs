//! The course of sessions: what is carried from one to the next, what may happen in between, and what may have gone before.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::bundle::notes_in;
use crate::script::finding::Finding;
use crate::script::model::{Case, Guard, Scene};
use crate::script::outline::Step::{self, Field, Item};

use super::case::standing;
use super::scene::{made, noted};
use super::{Gathering, Names, Text, effects, guards, join};

/// Most histories that a session may be played from.
const MOST_SUPPOSED: usize = 8;

/// The notes that are made before a session begins, in the weeks up to it and in the sessions before it; of each of those it has to
/// be told what it makes.
pub fn carried<'a>(case: &'a Case, session: usize, made: &[&BTreeSet<&'a str>]) -> BTreeSet<&'a str> {
    let weeks = case.sessions.iter().take(session.saturating_add(1)).flat_map(|planned| &planned.week);
    let in_weeks = weeks.flat_map(|happening| std::iter::once(happening.note.as_str()).chain(noted(&happening.effects)));
    made.iter().take(session).flat_map(|made| made.iter().copied()).chain(in_weeks).collect()
}

/// What is wrong with the course of sessions; the scenes are those of the sessions, in their order.
pub fn course(source: Text, case: &Case, scenes: &[&Scene]) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let people: BTreeSet<&str> = case.people.iter().map(|person| person.id.as_str()).collect();
    let facts: BTreeSet<&str> = case.facts.iter().map(|fact| fact.id.as_str()).collect();
    let beats = BTreeSet::new();
    // A scene that is played again makes the same notes again.
    let mut made_in: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (planned, scene) in case.sessions.iter().zip(scenes) {
        made_in.entry(&planned.scene).or_insert_with(|| made(scene).collect());
    }
    let made: Vec<&BTreeSet<&str>> = case.sessions.iter().filter_map(|planned| made_in.get(planned.scene.as_str())).collect();
    for (session, planned) in case.sessions.iter().enumerate() {
        let path = [Field("sessions"), Item(session)];
        let at = |field: &'static str| join(&path, &[Field(field)]);
        let notes = carried(case, session, &made);
        let before: BTreeSet<&str> = carried(case, session.saturating_sub(1), &made)
            .into_iter()
            .chain(made.iter().take(session).flat_map(|made| made.iter().copied()))
            .collect();
        let names = Names { people: &people, facts: &facts, beats: &beats, notes: &notes };
        let earlier = [("note", planned.note.is_some()), ("week", !planned.week.is_empty()), ("supposed", !planned.supposed.is_empty())];
        for (field, there) in earlier {
            if session == 0 && there {
                let message = format!("`{field}` stands with the first session, before which there is none");
                gathering.error("out-of-place", &at(field), message, "Move it to a later one.");
            }
        }
        if session > 0 && planned.supposed.is_empty() {
            gathering.error(
                "missing-part",
                &path,
                "nothing says how the session before this one may have ended".into(),
                "Write (scene: \"…\", supposed: […]) with at least one history, for whoever sits down to this session first.",
            );
        }
        if session > 0 && planned.note.is_none() {
            let message = "nothing says what is read before this session: the referral is of the first".into();
            gathering.error("missing-part", &path, message, "Add `note: \"…\"` with what a trainee has in front of them now.");
        }
        if let Some(note) = &planned.note {
            gathering.not_blank(&at("note"), "note", note);
        }
        if planned.supposed.len() > MOST_SUPPOSED {
            gathering.error("too-many", &at("supposed"), format!("more than {MOST_SUPPOSED} histories"), "Keep those that differ most.");
        }
        for (i, happening) in planned.week.iter().enumerate() {
            let path = join(&at("week"), &[Item(i)]);
            gathering.not_blank(&join(&path, &[Field("note")]), "note", &happening.note);
            gathering.not_blank(&join(&path, &[Field("what")]), "what", &happening.what);
            gathering.within(&join(&path, &[Field("weight")]), "weight", happening.weight.into(), 1, 100);
            let when = join(&path, &[Field("when")]);
            // Only one of them happens, so none can ask about another.
            guards(&mut gathering, &when, &happening.when, &Names { notes: &before, ..names });
            between(&mut gathering, &when, &happening.when);
            effects(&mut gathering, &join(&path, &[Field("effects")]), &happening.effects, &names);
        }
        for (i, supposed) in planned.supposed.iter().enumerate() {
            let path = join(&at("supposed"), &[Item(i)]);
            if supposed.people.len() != case.people.len() {
                let message = format!("{} people come and {} are named here", case.people.len(), supposed.people.len());
                gathering.error("out-of-range", &path, message, "Name each of them once, in the order of `people`.");
            }
            for (j, start) in supposed.people.iter().enumerate() {
                standing(&mut gathering, &join(&path, &[Field("people"), Item(j)]), start);
            }
            for (j, fact) in supposed.told.iter().enumerate() {
                gathering.known("unknown-fact", &join(&path, &[Field("told"), Item(j)]), "fact", fact, &facts);
            }
            for (j, note) in supposed.noted.iter().enumerate() {
                gathering.known("unknown-note", &join(&path, &[Field("noted"), Item(j)]), "note", note, &before);
            }
        }
    }
    let made = carried(case, case.sessions.len(), &made);
    for (i, fact) in case.facts.iter().enumerate() {
        for note in notes_in(&fact.needs) {
            gathering.known("unknown-note", &[Field("facts"), Item(i), Field("needs")], "note", note, &made);
        }
    }
    gathering.findings
}

/// Between two sessions nobody is at a beat, no clock runs, and nobody is in a stance.
fn between(gathering: &mut Gathering, path: &[Step], when: &[Guard]) {
    for (i, guard) in when.iter().enumerate() {
        let path = join(path, &[Item(i)]);
        match guard {
            Guard::Met(_) | Guard::NotMet(_) | Guard::In(_) | Guard::Minute(_) => {
                let message = "this can be asked only within a session".into();
                gathering.error("out-of-place", &path, message, "Ask for a measure, a fact, a note or `Leaving(…)`.");
            }
            Guard::Any(some) => between(gathering, &join(&path, &[Item(0)]), some),
            Guard::Of(_, some) => between(gathering, &join(&path, &[Item(1)]), some),
            _ => {}
        }
    }
}
