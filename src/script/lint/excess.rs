//! What there is too much of in a case, a scene or a course: it is looked for first, and where there is any, for nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::bounds::{LARGEST_COURSE, LONGEST_ID, LONGEST_SOURCE, MOST_BEATS, MOST_ENTRIES, MOST_SESSIONS, number, size};
use crate::script::bundle::{MOST_FACTS, MOST_NOTES, MOST_PEOPLE, MOST_WAYS, notes_in, notes_of};
use crate::script::codes::Moment;
use crate::script::finding::Finding;
use crate::script::model::{Beat, Case, Effect, Guard, Line, Phrasings, Reply, Scene};
use crate::script::outline::Step::{self, Field, Item};

use super::{Gathering, Text, join};

/// Most wordings of one text.
const MOST_WORDINGS: usize = 255;

/// What a case file holds too much of.
pub fn of_case(source: Text, case: &Case) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    if case.sessions.len() > MOST_SESSIONS {
        gathering.error("too-many", &[Field("sessions")], format!("more than {MOST_SESSIONS} sessions"), "Make two cases of it.");
    }
    let lists = [
        ("learning_goals", case.learning_goals.len()),
        ("content_notes", case.content_notes.len()),
        ("sources", case.sources.len()),
        ("people", case.people.len()),
        ("facts", case.facts.len()),
        ("formulation", case.formulation.len()),
    ];
    for (name, count) in lists {
        gathering.few(&[Field(name)], count);
    }
    for (name, there, most) in [("people", case.people.len(), MOST_PEOPLE), ("facts", case.facts.len(), MOST_FACTS)] {
        if there > most && there <= MOST_ENTRIES {
            gathering.error("too-many", &[Field(name)], format!("more than {most} {name}"), "Leave some out.");
        }
    }
    for (i, source) in case.sources.iter().enumerate() {
        named_source(&mut gathering, &[Field("sources"), Item(i)], source);
    }
    for (i, note) in case.content_notes.iter().enumerate() {
        let path = [Field("content_notes"), Item(i), Field("topic")];
        note.topic.iter().for_each(|topic| named(&mut gathering, &path, topic));
    }
    for (i, person) in case.people.iter().enumerate() {
        named(&mut gathering, &[Field("people"), Item(i), Field("id")], &person.id);
    }
    for (i, fact) in case.facts.iter().enumerate() {
        let at = |field: &'static str| [Field("facts"), Item(i), Field(field)];
        named(&mut gathering, &at("id"), &fact.id);
        conditions(&mut gathering, &at("needs"), &fact.needs);
        wordings(&mut gathering, &at("blocked"), &fact.blocked);
    }
    for (i, link) in case.formulation.iter().enumerate() {
        for (name, count) in [("heard", link.heard.len()), ("rivals", link.rivals.len())] {
            gathering.few(&[Field("formulation"), Item(i), Field(name)], count);
        }
    }
    for (i, planned) in case.sessions.iter().enumerate() {
        let at = |field: &'static str| [Field("sessions"), Item(i), Field(field)];
        gathering.few(&at("supposed"), planned.supposed.len());
        for (j, supposed) in planned.supposed.iter().enumerate() {
            for (name, count) in [("people", supposed.people.len()), ("told", supposed.told.len()), ("noted", supposed.noted.len())] {
                gathering.few(&join(&at("supposed"), &[Item(j), Field(name)]), count);
            }
        }
        if gathering.few(&at("week"), planned.week.len()) && planned.week.len() > MOST_WAYS {
            gathering.error("too-many", &at("week"), format!("more than {MOST_WAYS} happenings"), "Keep those that matter most.");
        }
        for (j, happening) in planned.week.iter().enumerate() {
            let at = |field: &'static str| join(&at("week"), &[Item(j), Field(field)]);
            named(&mut gathering, &at("note"), &happening.note);
            conditions(&mut gathering, &at("when"), &happening.when);
            effects(&mut gathering, &at("effects"), &happening.effects);
        }
    }
    gathering.findings
}

/// What a scene holds too much of.
pub fn of_scene(source: Text, scene: &Scene) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    if scene.beats.len() > MOST_BEATS {
        let message = format!("more than {} beats", number(MOST_BEATS));
        gathering.error("too-many", &[Field("beats")], message, "Part the scene in two.");
        return gathering.findings;
    }
    for (i, beat) in scene.beats.iter().enumerate() {
        self::beat(&mut gathering, &[Field("beats"), Item(i)], beat);
    }
    let sources = scene.beats.iter().flat_map(|beat| &beat.replies).filter_map(|reply| reply.source.as_deref());
    let works: BTreeSet<&str> = sources.flat_map(|source| source.split(';')).map(str::trim).collect();
    if works.len() > MOST_ENTRIES {
        let message = format!("more than {} different works are named as a `source` here", number(MOST_ENTRIES));
        gathering.error("too-many", &[Field("beats")], message, "Leave some out.");
    }
    gathering.findings
}

/// What all sessions come to, each scene as often as it is played: beats, and bytes of its text.
pub fn played(case: &Case, scenes: &BTreeMap<&str, Scene>, text_of: impl Fn(&str) -> usize) -> (usize, usize) {
    let names = || case.sessions.iter().map(|planned| planned.scene.as_str());
    let beats = names().filter_map(|scene| scenes.get(scene)).map(|scene| scene.beats.len()).sum();
    (beats, names().map(text_of).sum())
}

/// True where that is no more than hours can be put together of.
pub fn is_bounded((beats, bytes): (usize, usize)) -> bool {
    beats <= MOST_BEATS && bytes as u64 <= LARGEST_COURSE
}

/// What the sessions of a case hold too much of together; `played` is what [`played`] gives.
pub fn of_course(source: Text, case: &Case, scenes: &BTreeMap<&str, Scene>, played: (usize, usize)) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    if !is_bounded(played) {
        let message = format!("all sessions together come to more than {} beats or {}", number(MOST_BEATS), size(LARGEST_COURSE));
        gathering.error("too-many", &[Field("sessions")], message, "A scene counts as often as it is played. Make two cases of it.");
        return gathering.findings;
    }
    for (i, planned) in case.sessions.iter().enumerate() {
        let notes = scenes.get(planned.scene.as_str()).map_or(0, |scene| notes_of(case, planned, scene).len());
        if notes > MOST_NOTES {
            let message = format!("this session makes and asks about more than {MOST_NOTES} different notes");
            gathering.error("too-many", &[Field("sessions"), Item(i)], message, "Do without some.");
        }
    }
    gathering.findings
}

fn beat(gathering: &mut Gathering, path: &[Step], beat: &Beat) {
    let at = |more: &[Step]| join(path, more);
    named(gathering, &at(&[Field("id")]), &beat.id);
    let lists = [
        ("lines", beat.lines.len()),
        ("moments", beat.moments.len()),
        ("feels", beat.feels.len()),
        ("away", beat.away.len()),
        ("replies", beat.replies.len()),
        ("branch", beat.branch.len()),
        ("chance", beat.chance.len()),
    ];
    for (name, count) in lists {
        gathering.few(&at(&[Field(name)]), count);
    }
    for (i, moment) in beat.moments.iter().enumerate() {
        let count = match moment {
            Moment::Goal(moves) => moves.len(),
            Moment::Boundary { indicated, .. } => indicated.len(),
            Moment::Cue { fits, misfits } => fits.len().max(misfits.len()),
            Moment::Emotional | Moment::Rupture(_) | Moment::Risk => 0,
        };
        gathering.few(&at(&[Field("moments"), Item(i)]), count);
    }
    for (i, line) in beat.lines.iter().enumerate() {
        self::line(gathering, &at(&[Field("lines"), Item(i)]), line);
    }
    for (i, reply) in beat.replies.iter().enumerate() {
        self::reply(gathering, &at(&[Field("replies"), Item(i)]), reply);
    }
    for (i, way) in beat.branch.iter().enumerate() {
        conditions(gathering, &at(&[Field("branch"), Item(i), Field("when")]), &way.when);
    }
}

fn line(gathering: &mut Gathering, path: &[Step], line: &Line) {
    let at = |more: &[Step]| join(path, more);
    conditions(gathering, &at(&[Field("when")]), &line.when);
    for (name, texts) in [("say", &line.say), ("see", &line.see)] {
        texts.iter().for_each(|texts| wordings(gathering, &at(&[Field(name)]), texts));
    }
    if line.first.len() > MOST_WAYS {
        gathering.error("too-many", path, format!("more than {MOST_WAYS} variants"), "Part them among several beats.");
    }
    for (i, variant) in line.first.iter().enumerate() {
        conditions(gathering, &at(&[Field("first"), Item(i), Field("when")]), &variant.when);
        wordings(gathering, &at(&[Field("first"), Item(i), Field("say")]), &variant.say);
    }
}

fn reply(gathering: &mut Gathering, path: &[Step], reply: &Reply) {
    let at = |field: &'static str| join(path, &[Field(field)]);
    named(gathering, &at("id"), &reply.id);
    for (name, count) in [("goal", reply.goal.len()), ("safety", reply.safety.len()), ("with", reply.with.len())] {
        gathering.few(&at(name), count);
    }
    conditions(gathering, &at("when"), &reply.when);
    effects(gathering, &at("effects"), &reply.effects);
    reply.source.iter().for_each(|source| named_source(gathering, &at("source"), source));
}

fn wordings(gathering: &mut Gathering, path: &[Step], texts: &Phrasings) {
    if texts.0.len() > MOST_WORDINGS {
        gathering.error("too-many", path, format!("more than {MOST_WORDINGS} wordings"), "Three to five are plenty.");
    }
}

/// True where there are no more conditions, with those within them, than can be looked through, each of bounded length.
pub(super) fn conditions(gathering: &mut Gathering, path: &[Step], guards: &[Guard]) -> bool {
    fn count(guards: &[Guard]) -> usize {
        let within = guards.iter().map(|guard| match guard {
            Guard::In(stances) => stances.len(),
            Guard::Any(some) | Guard::Of(_, some) => count(some),
            _ => 0,
        });
        std::iter::once(guards.len()).chain(within).sum()
    }
    let is_few = gathering.few(path, count(guards));
    if is_few {
        notes_in(guards).into_iter().for_each(|note| named(gathering, path, note));
    }
    is_few
}

fn effects(gathering: &mut Gathering, path: &[Step], effects: &[Effect]) {
    fn count(effects: &[Effect]) -> usize {
        let within = effects.iter().map(|effect| if let Effect::Of(_, moved) = effect { count(moved) } else { 0 });
        std::iter::once(effects.len()).chain(within).sum()
    }
    if gathering.few(path, count(effects)) {
        for effect in effects {
            if let Effect::Note(note) | Effect::Forget(note) = effect {
                named(gathering, path, note);
            }
        }
    }
}

/// What is named is named again wherever it is spoken of.
fn named(gathering: &mut Gathering, path: &[Step], name: &str) {
    if name.chars().count() > LONGEST_ID {
        let message = format!("“{name}” is longer than the {LONGEST_ID} characters that a name may have");
        gathering.error("bad-id", path, message, "Choose a short word.");
    }
}

/// Each work that a reply names is looked for among all that are listed.
fn named_source(gathering: &mut Gathering, path: &[Step], source: &str) {
    if source.chars().count() > LONGEST_SOURCE {
        let message = format!("this is longer than the {} characters that a source may have", number(LONGEST_SOURCE));
        gathering.error("too-long", path, message, "Name each work by itself, and no more than is needed to find it.");
    }
}
