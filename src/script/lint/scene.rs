//! A scene: its beats, lines and replies, and the names they use.

use std::collections::BTreeSet;
use std::num::NonZeroU8;

use crate::script::bundle::MOST_WAYS;
use crate::script::codes::{Moment, Setting};
use crate::script::face::Look;
use crate::script::finding::{Finding, Severity};
use crate::script::model::{Beat, Case, Effect, Line, Reply, Scene};
use crate::script::outline::Step::{self, Field, Item};

use super::craft;
use super::sense;
use super::ways::ways;
use super::{FEWEST_REPLIES, Gathering, MOST_ON_OFFER, Names, Text, effects, guards, join, phrasings};

/// Most feelings that are plausible at one moment.
const MOST_FEELINGS: usize = 4;

/// Most replies that an hour may hold before its time is up.
const MOST_TURNS: u8 = 60;

/// What is wrong with a scene of that case that holds too much of nothing; `carried` are the notes that sessions before it make.
pub fn scene(source: Text, case: &Case, scene: &Scene, carried: &BTreeSet<&str>) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let people = case.people.iter().map(|person| person.id.as_str()).collect();
    let facts: BTreeSet<&str> = case.facts.iter().map(|fact| fact.id.as_str()).collect();
    let beats = gathering
        .unique(scene.beats.iter().enumerate().map(|(i, beat)| (vec![Field("beats"), Item(i), Field("id")], beat.id.as_str())), "beat");
    let notes: BTreeSet<&str> = made(scene).chain(carried.iter().copied()).collect();
    let names = Names { people: &people, facts: &facts, beats: &beats, notes: &notes };
    let topics: BTreeSet<&str> = case.topics().map(|(topic, _)| topic).collect();
    let carriers: BTreeSet<(&str, &str)> = scene.beats.iter().filter_map(|beat| Some((beat.id.as_str(), beat.topic.as_deref()?))).collect();

    gathering.not_blank(&[Field("title")], "title", &scene.title);
    gathering.within(&[Field("length")], "length", scene.length.into(), 10, 120);
    for (name, target) in [("start", &scene.start), ("time_is_up", &scene.time_is_up), ("walks_out", &scene.walks_out)] {
        gathering.known("missing-target", &[Field(name)], "beat", target, &beats);
    }
    // The offered range tries every answer, which grows with the number of turns.
    let minutes = scene.beats.iter().filter(|beat| !beat.replies.is_empty()).map(|beat| NonZeroU8::new(beat.minutes));
    let turns = scene.length / minutes.min().flatten().unwrap_or(NonZeroU8::MIN);
    if turns > MOST_TURNS {
        let message = format!("this hour could hold {turns} replies; at most {MOST_TURNS} can be weighed");
        gathering.error("too-long", &[Field("length")], message, "Make it shorter, or let answers take more minutes.");
    }
    for (i, beat) in scene.beats.iter().enumerate() {
        self::beat(&mut gathering, &[Field("beats"), Item(i)], beat, &names);
        sense::beat(&mut gathering, &[Field("beats"), Item(i)], beat);
        around(&mut gathering, &[Field("beats"), Item(i)], beat, scene, (&topics, &carriers, &beats));
        if case.setting == Setting::Office {
            no_camera(&mut gathering, i, beat);
        }
    }
    let is_sound = |gathering: &Gathering| gathering.findings.iter().all(|finding| finding.severity != Severity::Error);
    if is_sound(&gathering) {
        ways(&mut gathering, scene);
    }
    if is_sound(&gathering) {
        craft::scene(&mut gathering, case, scene);
    }
    gathering.findings.sort_by_key(|finding| (finding.line, finding.column));
    gathering.findings
}

/// The notes that the replies of a scene make.
pub fn made(scene: &Scene) -> impl Iterator<Item = &str> {
    scene.beats.iter().flat_map(|beat| &beat.replies).flat_map(|reply| noted(&reply.effects))
}

/// The notes that effects make.
pub fn noted(effects: &[Effect]) -> impl Iterator<Item = &str> {
    effects.iter().filter_map(|effect| match effect {
        Effect::Note(note) => Some(note.as_str()),
        _ => None,
    })
}

fn beat(gathering: &mut Gathering, path: &[Step], beat: &Beat, names: &Names) {
    let at = |more: &[Step]| join(path, more);
    let beats = names.beats;
    gathering.within(&at(&[Field("minutes")]), "minutes", beat.minutes.into(), 1, 10);
    moments(gathering, path, beat);
    whose(gathering, path, beat, names);
    for (i, moment) in beat.moments.iter().enumerate() {
        let empty = match moment {
            Moment::Goal(moves) => moves.is_empty(),
            Moment::Boundary { indicated, .. } => indicated.is_empty(),
            Moment::Cue { fits, .. } => fits.is_empty(),
            Moment::Emotional | Moment::Rupture(_) | Moment::Risk => false,
        };
        if empty {
            gathering.error(
                "empty-list",
                &at(&[Field("moments"), Item(i)]),
                "this moment names nothing that answers it".into(),
                "Name at least one move, response or body code.",
            );
        }
    }
    match (&beat.tells, &beat.blocked) {
        (Some(fact), Some(_)) => gathering.known("unknown-fact", &at(&[Field("tells")]), "fact", fact, names.facts),
        (Some(_), None) => gathering.error(
            "no-way-on",
            &at(&[Field("tells")]),
            "when the fact is blocked there is no way on".into(),
            "Add `blocked: \"…\"` with the beat where it goes then.",
        ),
        (None, Some(_)) => gathering.error(
            "out-of-place",
            &at(&[Field("blocked")]),
            "`blocked` stands here without `tells`".into(),
            "Name the fact, or take `blocked` away.",
        ),
        (None, None) => {}
    }
    for (i, line) in beat.lines.iter().enumerate() {
        self::line(gathering, &at(&[Field("lines"), Item(i)]), line, names);
    }
    gathering.unique(
        beat.replies.iter().enumerate().map(|(i, reply)| (at(&[Field("replies"), Item(i), Field("id")]), reply.id.as_str())),
        "reply of this beat",
    );
    for (i, reply) in beat.replies.iter().enumerate() {
        self::reply(gathering, &at(&[Field("replies"), Item(i)]), beat, reply, names);
    }
    let open = beat.replies.iter().filter(|reply| reply.when.is_empty()).count();
    if !beat.replies.is_empty() && open < FEWEST_REPLIES {
        gathering.error(
            "thin-menu",
            &at(&[Field("replies")]),
            format!(
                "this menu can show fewer than {FEWEST_REPLIES} replies: only {open} of its {} are always on offer",
                beat.replies.len()
            ),
            "Add replies without `when`, or take a `when` away.",
        );
    }
    if beat.replies.len() > MOST_ON_OFFER {
        let message = format!("more than {MOST_ON_OFFER} replies");
        gathering.error("too-many", &at(&[Field("replies")]), message, "Three to five are what a trainee can weigh.");
    }
    for (name, target) in [("blocked", &beat.blocked), ("then", &beat.then)] {
        if let Some(target) = target {
            gathering.known("missing-target", &at(&[Field(name)]), "beat", target, beats);
        }
    }
    for (name, count) in [("branch", beat.branch.len()), ("chance", beat.chance.len())] {
        if count > MOST_WAYS {
            gathering.error("too-many", &at(&[Field(name)]), format!("more than {MOST_WAYS} ways on"), "Part them among several beats.");
        }
    }
    for (i, way) in beat.branch.iter().enumerate() {
        let path = at(&[Field("branch"), Item(i)]);
        gathering.known("missing-target", &join(&path, &[Field("to")]), "beat", &way.to, beats);
        guards(gathering, &join(&path, &[Field("when")]), &way.when, names);
    }
    if beat.branch.last().is_some_and(|way| !way.when.is_empty()) {
        gathering.error(
            "no-way-on",
            &at(&[Field("branch")]),
            "when none of these conditions holds there is no way on".into(),
            "Let the last way have no `when`.",
        );
    }
    for (i, chance) in beat.chance.iter().enumerate() {
        let path = at(&[Field("chance"), Item(i)]);
        gathering.known("missing-target", &join(&path, &[Field("to")]), "beat", &chance.to, beats);
        gathering.within(&join(&path, &[Field("weight")]), "weight", chance.weight.into(), 1, 100);
    }
    let ways = [!beat.replies.is_empty(), beat.then.is_some(), !beat.branch.is_empty(), !beat.chance.is_empty(), beat.ends.is_some()];
    match ways.iter().filter(|way| **way).count() {
        0 => gathering.error(
            "no-way-on",
            path,
            format!("the beat “{}” has no way on", beat.id),
            "Give it `replies`, `then`, `branch`, `chance` or `ends`.",
        ),
        1 => {}
        _ => gathering.error(
            "two-ways-on",
            path,
            format!("the beat “{}” goes on in more than one manner", beat.id),
            "Keep one of `replies`, `then`, `branch`, `chance` and `ends`.",
        ),
    }
}

/// Where there are several people, what befalls one of them says whom, and somebody is there.
fn whose(gathering: &mut Gathering, path: &[Step], beat: &Beat, names: &Names) {
    let several = names.people.len() > 1;
    let spoken_to: BTreeSet<&String> = beat.replies.iter().flat_map(|reply| reply.with.iter().chain(&reply.against)).collect();
    for (i, who) in beat.away.iter().enumerate() {
        let path = join(path, &[Field("away"), Item(i)]);
        gathering.known("unknown-person", &path, "person", who, names.people);
        if beat.whose.as_ref() == Some(who) || spoken_to.contains(who) {
            let message = format!("“{who}” has left the room: it can't be their moment, and nobody can speak to them or against them");
            gathering.error("out-of-place", &path, message, "Take the name away here, or from `whose` and `with`.");
        }
    }
    // Where nobody comes at all the case says so.
    if !beat.away.is_empty() && names.people.iter().all(|person| beat.away.iter().any(|away| away == person)) {
        gathering.error("nobody", &join(path, &[Field("away")]), "everybody has left the room".into(), "Leave somebody in it.");
    }
    if let Some(who) = &beat.whose {
        let path = join(path, &[Field("whose")]);
        gathering.known("unknown-person", &path, "person", who, names.people);
        if !several {
            alone(gathering, &path, "whose");
        }
    } else if several && (beat.tells.is_some() || beat.moments.iter().any(|moment| matches!(moment, Moment::Rupture(_)))) {
        gathering.error(
            "missing-part",
            path,
            format!("there are several people, and the beat “{}” doesn't say whose rupture or whose fact this is", beat.id),
            "Add `whose: \"…\"` with the person's id.",
        );
    }
}

fn alone(gathering: &mut Gathering, path: &[Step], field: &str) {
    let message = format!("`{field}` tells nobody apart here: only one person comes");
    gathering.error("out-of-place", path, message, "Take it away.");
}

/// Where a beat goes when its topic is left out.
fn around(
    gathering: &mut Gathering,
    path: &[Step],
    beat: &Beat,
    scene: &Scene,
    (topics, carriers, beats): (&BTreeSet<&str>, &BTreeSet<(&str, &str)>, &BTreeSet<&str>),
) {
    let at = |field: &'static str| join(path, &[Field(field)]);
    if let Some(topic) = &beat.topic {
        gathering.known("unknown-topic", &at("topic"), "content note with the topic", topic, topics);
    }
    if let Some(around) = &beat.around {
        gathering.known("missing-target", &at("around"), "beat", around, beats);
    }
    match (&beat.topic, &beat.around) {
        (Some(_), None) => gathering.error(
            "no-way-on",
            &at("topic"),
            "when the topic is left out there is no way on".into(),
            "Add `around: \"…\"` with the beat where it goes then.",
        ),
        (None, Some(_)) => gathering.error(
            "out-of-place",
            &at("around"),
            "`around` stands here without `topic`".into(),
            "Name the topic, or take `around` away.",
        ),
        (Some(topic), Some(around)) => {
            if carriers.contains(&(around.as_str(), topic.as_str())) {
                gathering.error(
                    "same-topic",
                    &at("around"),
                    format!("the beat “{around}” has the same topic, so it is left out as well"),
                    "Go to a beat that can be met without it.",
                );
            }
            for (name, target) in [("start", &scene.start), ("time_is_up", &scene.time_is_up), ("walks_out", &scene.walks_out)] {
                if *target == beat.id {
                    gathering.error(
                        "out-of-place",
                        &at("topic"),
                        format!("every hour needs its `{name}`, so this beat can't be left out"),
                        "Move what belongs to the topic to a beat of its own.",
                    );
                }
            }
        }
        (None, None) => {}
    }
}

/// What is odd about the moments of a beat taken together.
fn moments(gathering: &mut Gathering, path: &[Step], beat: &Beat) {
    let at = join(path, &[Field("moments")]);
    let boundaries = beat.moments.iter().filter(|moment| matches!(moment, Moment::Boundary { .. })).count();
    let ruptures = beat.moments.iter().filter(|moment| matches!(moment, Moment::Rupture(_))).count();
    if boundaries > 1 || ruptures > 1 {
        gathering.error("too-many", &at, "a beat holds one pressure and one rupture at most".into(), "Give the other a beat of its own.");
    }
    for (i, moment) in beat.moments.iter().enumerate() {
        if let Moment::Boundary { indicated, .. } = moment
            && indicated.iter().any(|response| !response.can_be_indicated())
        {
            let path = join(&at, &[Item(i)]);
            gathering.error(
                "out-of-place",
                &path,
                "a violation, an unexamined crossing or a cold refusal is never indicated".into(),
                "Name Hold, Explore or Accept.",
            );
        }
    }
    let feels = join(path, &[Field("feels")]);
    if beat.feels.len() > MOST_FEELINGS {
        let message = format!("more than {MOST_FEELINGS} feelings are plausible here, so nearly everything would be");
        gathering.error("too-many", &feels, message, "Keep those that you would stand for.");
    }
    let stands_before = |i: usize, feeling| beat.feels.iter().take(i).any(|earlier| earlier == feeling);
    if let Some((_, feeling)) = beat.feels.iter().enumerate().find(|(i, feeling)| stands_before(*i, *feeling)) {
        gathering.error("twice", &feels, format!("{feeling:?} stands here twice"), "Keep one of them.");
    }
    if beat.replies.is_empty() && !beat.feels.is_empty() {
        let message = "nobody is asked what they see where nobody replies".into();
        gathering.warning("idle-moment", &feels, message, "Move it to the beat that is answered.");
    }
    if beat.replies.is_empty() && beat.moments.iter().any(|moment| !matches!(moment, Moment::Rupture(_))) {
        gathering.warning(
            "idle-moment",
            &at,
            "a moment counts only where its beat has replies".into(),
            "Move it to the beat that is answered.",
        );
    }
}

fn line(gathering: &mut Gathering, path: &[Step], line: &Line, names: &Names) {
    let at = |more: &[Step]| join(path, more);
    guards(gathering, &at(&[Field("when")]), &line.when, names);
    if let Some(who) = &line.who {
        gathering.known("unknown-person", &at(&[Field("who")]), "person", who, names.people);
    }
    let kinds = [line.say.is_some(), line.see.is_some(), line.pause.is_some(), !line.first.is_empty()];
    if kinds.iter().filter(|kind| **kind).count() != 1 {
        gathering.error(
            "unclear-line",
            path,
            "a line is one thing: said, seen or a pause".into(),
            "Keep exactly one of `say`, `see`, `pause` and `first`, and put the others on lines of their own.",
        );
    }
    for (name, texts) in [("say", &line.say), ("see", &line.see)] {
        if let Some(texts) = texts {
            phrasings(gathering, &at(&[Field(name)]), texts);
        }
    }
    if let Some(seconds) = line.pause {
        gathering.within(&at(&[Field("pause")]), "pause", seconds.into(), 1, 60);
    }
    shown(gathering, path, line, names);
    for (i, variant) in line.first.iter().enumerate() {
        let path = at(&[Field("first"), Item(i)]);
        guards(gathering, &join(&path, &[Field("when")]), &variant.when, names);
        phrasings(gathering, &join(&path, &[Field("say")]), &variant.say);
    }
    if line.first.last().is_some_and(|variant| !variant.when.is_empty()) {
        gathering.error(
            "no-way-on",
            &at(&[Field("first")]),
            "when none of these conditions holds nothing is said".into(),
            "Let the last variant have no `when`.",
        );
    }
}

/// In an office there is nothing between two people that could fail.
fn no_camera(gathering: &mut Gathering, place: usize, beat: &Beat) {
    for (i, _) in beat.lines.iter().enumerate().filter(|(_, line)| line.camera.is_some()) {
        gathering.error(
            "out-of-place",
            &[Field("beats"), Item(place), Field("lines"), Item(i), Field("camera")],
            "`camera` shows nothing here: in an office there is none".into(),
            "Take it away, or write `setting: Online` in case.ron.",
        );
    }
}

/// What is shown beside the words has to have somewhere to show.
fn shown(gathering: &mut Gathering, path: &[Step], line: &Line, names: &Names) {
    let mut idle = |field: &'static str, why: &str, help: &str| {
        gathering.error("out-of-place", &join(path, &[Field(field)]), format!("`{field}` shows nothing here: {why}"), help);
    };
    if line.leak.is_some() && line.face.is_none() {
        idle("leak", "there is no face that covers it", "Add the `face` that comes after it, or write it as the `face`.");
    }
    if line.leak.is_some() && line.leak == line.face {
        idle("leak", "the face that covers it is the same", "Choose another face to cover it, or leave `leak` out.");
    }
    if line.look == Some(Look::Beside) && names.people.len() < 2 {
        idle("look", "nobody sits beside them", "Choose another place, such as `Nowhere`.");
    }
    let cues =
        [("look", line.look.is_some()), ("does", line.does.is_some()), ("sound", line.sound.is_some()), ("camera", line.camera.is_some())];
    for (field, _) in cues.into_iter().filter(|(_, there)| *there && line.pause.is_some()) {
        idle(field, "a pause is nothing but time", "Put it on a `see` before or after the pause.");
    }
}

fn reply(gathering: &mut Gathering, path: &[Step], beat: &Beat, reply: &Reply, names: &Names) {
    let at = |more: &[Step]| join(path, more);
    match (&reply.say, &reply.act) {
        (Some(text), None) => gathering.not_blank(&at(&[Field("say")]), "say", text),
        (None, Some(text)) => gathering.not_blank(&at(&[Field("act")]), "act", text),
        _ => gathering.error("unclear-line", path, "a reply is either said or done".into(), "Write one of `say` and `act`."),
    }
    gathering.not_blank(&at(&[Field("why")]), "why", &reply.why);
    if let Some(level) = reply.empathy {
        gathering.within(&at(&[Field("empathy")]), "empathy", level.into(), 1, 5);
    }
    if reply.empathy.is_none() && reply.safety.is_empty() && beat.moments.contains(&Moment::Emotional) {
        gathering.error(
            "missing-code",
            path,
            format!("a feeling is offered here and the reply “{}” has no `empathy`", reply.id),
            "Give it a level from 1 to 5; only plain questions about risk go without.",
        );
    }
    gathering.known("missing-target", &at(&[Field("to")]), "beat", &reply.to, names.beats);
    guards(gathering, &at(&[Field("when")]), &reply.when, names);
    effects(gathering, &at(&[Field("effects")]), &reply.effects, names);
    for (field, there) in [("with", !reply.with.is_empty()), ("against", reply.against.is_some())] {
        if there && names.people.len() < 2 {
            alone(gathering, &at(&[Field(field)]), field);
        }
    }
    for (i, who) in reply.with.iter().enumerate() {
        gathering.known("unknown-person", &at(&[Field("with"), Item(i)]), "person", who, names.people);
    }
    if let Some(who) = &reply.against {
        gathering.known("unknown-person", &at(&[Field("against")]), "person", who, names.people);
    }
}
