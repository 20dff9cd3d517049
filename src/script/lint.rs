//! What is wrong with a case that can be read: found without playing it, each with its place.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::*;
use super::finding::{Finding, Severity, suggest};
use super::model::*;
use super::outline::Step::{Field, Item};
use super::outline::{Node, Step, outline, position};
use super::rules::{Change, Reactions, Rubric, Scale};

/// Fewest replies that a menu may show.
pub const FEWEST_REPLIES: usize = 3;

/// A file with its text, as findings name it.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

/// Findings being gathered for one file; places are looked up only when there is something to tell.
struct Gathering<'a> {
    source: Text<'a>,
    root: Option<Node>,
    findings: Vec<Finding>,
}

type Path = Vec<Step>;

impl<'a> Gathering<'a> {
    fn new(source: Text<'a>) -> Self {
        Gathering { source, root: None, findings: Vec::new() }
    }

    fn error(&mut self, code: &'static str, path: &[Step], message: String, help: impl Into<String>) {
        let text = self.source.text;
        let root = self.root.get_or_insert_with(|| outline(text).0);
        let (line, column) = position(text, root.follow(text, path).span.start);
        self.findings.push(Finding {
            code,
            severity: Severity::Error,
            file: self.source.file.into(),
            line: Some(line),
            column: Some(column),
            message,
            help: help.into(),
        });
    }

    fn within(&mut self, path: &[Step], name: &str, number: i64, from: i64, to: i64) {
        if !(from..=to).contains(&number) {
            self.error("out-of-range", path, format!("`{name}` is {number}; it goes from {from} to {to}"), "");
        }
    }

    fn not_blank(&mut self, path: &[Step], name: &str, text: &str) {
        if text.trim().is_empty() {
            self.error("empty-text", path, format!("`{name}` is empty"), "Write it, or leave the line out where it may be left out.");
        }
    }

    fn unique<'b>(&mut self, ids: impl Iterator<Item = (Path, &'b str)>, what: &str) -> BTreeSet<&'b str> {
        let mut seen = BTreeSet::new();
        for (path, id) in ids {
            self.not_blank(&path, "id", id);
            if !seen.insert(id) {
                self.error("duplicate-id", &path, format!("another {what} is called “{id}” already"), "Give this one an id of its own.");
            }
        }
        seen
    }

    fn known(&mut self, code: &'static str, path: &[Step], what: &str, id: &str, known: &BTreeSet<&str>) {
        if !known.contains(id) {
            self.error(code, path, format!("there is no {what} called “{id}”"), suggest(id, known.iter().copied()));
        }
    }
}

fn join(path: &[Step], more: &[Step]) -> Path {
    path.iter().chain(more).copied().collect()
}

/// What is wrong with the case file itself; `scenes` are the ids of the scene files that are there.
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
    gathering.within(&[Field("difficulty")], "difficulty", case.difficulty.into(), 1, 5);
    if case.people.is_empty() {
        gathering.error("nobody", &[Field("people")], "nobody comes".into(), "Write at least one person.");
    }
    if case.people.len() > 8 || case.facts.len() > 64 {
        gathering.error("too-many", &[Field("people")], "more than 8 people or 64 facts".into(), "Leave some out.");
    }
    gathering.unique(
        case.people.iter().enumerate().map(|(i, person)| (vec![Field("people"), Item(i), Field("id")], person.id.as_str())),
        "person",
    );
    for (i, person) in case.people.iter().enumerate() {
        self::person(&mut gathering, &[Field("people"), Item(i)], person);
    }
    let people = case.people.iter().map(|person| person.id.as_str()).collect();
    let facts = gathering
        .unique(case.facts.iter().enumerate().map(|(i, fact)| (vec![Field("facts"), Item(i), Field("id")], fact.id.as_str())), "fact");
    for (i, fact) in case.facts.iter().enumerate() {
        let path = [Field("facts"), Item(i)];
        gathering.not_blank(&join(&path, &[Field("what")]), "what", &fact.what);
        phrasings(&mut gathering, &join(&path, &[Field("blocked")]), &fact.blocked);
        guards(
            &mut gathering,
            &join(&path, &[Field("needs")]),
            &fact.needs,
            &Names { people: &people, facts: &facts, beats: &BTreeSet::new(), notes: &BTreeSet::new() },
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
    for (i, session) in case.sessions.iter().enumerate() {
        if !scenes.contains(session.as_str()) {
            let help = suggest(session, scenes.iter().copied());
            gathering.error("missing-file", &[Field("sessions"), Item(i)], format!("the file {session}.scene.ron is not there"), help);
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
    let start = &person.start;
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
        gathering.within(&join(path, &[Field("start"), Field(name)]), name, number.into(), 0, 100);
    }
    gathering.within(&join(path, &[Field("start"), Field("experiencing")]), "experiencing", start.experiencing.into(), 1, 7);
    for problem in person.appearance.problems() {
        gathering.error("out-of-range", &join(path, &[Field("appearance")]), problem, "");
    }
}

fn phrasings(gathering: &mut Gathering, path: &[Step], texts: &Phrasings) {
    if texts.0.is_empty() || texts.0.iter().any(|text| text.trim().is_empty()) {
        gathering.error("empty-text", path, "a text is empty".into(), "Write it, or take it away.");
    }
}

/// What a condition may speak of.
struct Names<'a> {
    people: &'a BTreeSet<&'a str>,
    facts: &'a BTreeSet<&'a str>,
    /// Of the scene; none for what stands in the case file.
    beats: &'a BTreeSet<&'a str>,
    notes: &'a BTreeSet<&'a str>,
}

fn guards(gathering: &mut Gathering, path: &[Step], guards: &[Guard], names: &Names) {
    for (i, guard) in guards.iter().enumerate() {
        let path = join(path, &[Item(i)]);
        match guard {
            Guard::AtLeast(measure, number) | Guard::Below(measure, number) => {
                let (lowest, highest) = measure.range();
                gathering.within(&path, &format!("{measure:?}"), (*number).into(), lowest.into(), i64::from(highest) + 1);
            }
            Guard::In(stances) if stances.is_empty() => {
                gathering.error("empty-list", &path, "no stance is named".into(), "Name at least one, or leave the condition out.");
            }
            Guard::Told(fact) | Guard::NotTold(fact) => gathering.known("unknown-fact", &path, "fact", fact, names.facts),
            Guard::Met(beat) | Guard::NotMet(beat) => gathering.known("missing-target", &path, "beat", beat, names.beats),
            Guard::Noted(note) | Guard::NotNoted(note) => gathering.known("unknown-note", &path, "note", note, names.notes),
            Guard::Any(any) => self::guards(gathering, &join(&path, &[Item(0)]), any, names),
            Guard::Of(person, of) => {
                gathering.known("unknown-person", &path, "person", person, names.people);
                self::guards(gathering, &join(&path, &[Item(1)]), of, names);
            }
            Guard::In(_) | Guard::Ruptured | Guard::NotRuptured | Guard::Minute(_) => {}
        }
    }
}

/// What is wrong with a scene of that case.
pub fn scene(source: Text, case: &Case, scene: &Scene) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let people = case.people.iter().map(|person| person.id.as_str()).collect();
    let facts: BTreeSet<&str> = case.facts.iter().map(|fact| fact.id.as_str()).collect();
    let beats = gathering
        .unique(scene.beats.iter().enumerate().map(|(i, beat)| (vec![Field("beats"), Item(i), Field("id")], beat.id.as_str())), "beat");
    let notes: BTreeSet<&str> = scene
        .beats
        .iter()
        .flat_map(|beat| &beat.replies)
        .flat_map(|reply| &reply.effects)
        .filter_map(|effect| match effect {
            Effect::Note(note) => Some(note.as_str()),
            _ => None,
        })
        .collect();
    if beats.len() > usize::from(u16::MAX) || notes.len() > 128 {
        gathering.error("too-many", &[Field("beats")], "more than 65,535 beats or 128 different notes".into(), "Part the scene in two.");
    }
    let names = Names { people: &people, facts: &facts, beats: &beats, notes: &notes };

    gathering.not_blank(&[Field("title")], "title", &scene.title);
    gathering.within(&[Field("length")], "length", scene.length.into(), 10, 120);
    for (name, target) in [("start", &scene.start), ("time_is_up", &scene.time_is_up), ("walks_out", &scene.walks_out)] {
        gathering.known("missing-target", &[Field(name)], "beat", target, &beats);
    }
    for (i, beat) in scene.beats.iter().enumerate() {
        self::beat(&mut gathering, &[Field("beats"), Item(i)], beat, &names);
    }
    if gathering.findings.is_empty() {
        ways(&mut gathering, scene);
    }
    gathering.findings.sort_by_key(|finding| (finding.line, finding.column));
    gathering.findings
}

fn beat(gathering: &mut Gathering, path: &[Step], beat: &Beat, names: &Names) {
    let at = |more: &[Step]| join(path, more);
    let beats = names.beats;
    gathering.within(&at(&[Field("minutes")]), "minutes", beat.minutes.into(), 1, 10);
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
    if beat.replies.len() > 9 {
        gathering.error("too-many", &at(&[Field("replies")]), "more than 9 replies".into(), "Three to five are what a trainee can weigh.");
    }
    for (name, target) in [("blocked", &beat.blocked), ("then", &beat.then)] {
        if let Some(target) = target {
            gathering.known("missing-target", &at(&[Field(name)]), "beat", target, beats);
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
    for (i, effect) in reply.effects.iter().enumerate() {
        let path = at(&[Field("effects"), Item(i)]);
        match effect {
            Effect::Add(_, number) => gathering.within(&path, "Add", (*number).into(), -20, 20),
            Effect::Note(note) => gathering.not_blank(&path, "Note", note),
            Effect::Forget(note) => gathering.known("unknown-note", &path, "note", note, names.notes),
        }
    }
}

/// Beats that nothing leads to, rounds without a reply, and closings that need not close.
fn ways(gathering: &mut Gathering, scene: &Scene) {
    let index: BTreeMap<&str, usize> = scene.beats.iter().enumerate().map(|(i, beat)| (beat.id.as_str(), i)).collect();
    let onward = |beat: &Beat, with_replies: bool| -> Vec<usize> {
        let by_itself = beat
            .then
            .iter()
            .chain(&beat.blocked)
            .chain(beat.branch.iter().map(|way| &way.to))
            .chain(beat.chance.iter().map(|chance| &chance.to));
        let by_reply = beat.replies.iter().filter(|_| with_replies).map(|reply| &reply.to);
        by_itself.chain(by_reply).filter_map(|id| index.get(id.as_str()).copied()).collect()
    };
    let all: Vec<Vec<usize>> = scene.beats.iter().map(|beat| onward(beat, true)).collect();
    let silent: Vec<Vec<usize>> = scene.beats.iter().map(|beat| onward(beat, false)).collect();
    let entries: Vec<usize> =
        [&scene.start, &scene.time_is_up, &scene.walks_out].iter().filter_map(|id| index.get(id.as_str()).copied()).collect();

    let reached = reach(&all, &entries);
    for (i, beat) in scene.beats.iter().enumerate() {
        if !reached.contains(&i) {
            gathering.error(
                "unreachable-beat",
                &[Field("beats"), Item(i), Field("id")],
                format!("nothing leads to the beat “{}”", beat.id),
                "Let a reply go to it, or take it away.",
            );
        }
    }
    for i in on_a_round(&silent, &(0..all.len()).collect()) {
        let id = &scene.beats[i].id;
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("from the beat “{id}” it can go round and back without anybody replying"),
            "Put a menu on the way, or let one of these beats lead elsewhere.",
        );
    }
    for i in on_a_round(&all, &reach(&all, &entries[1..])) {
        let id = &scene.beats[i].id;
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("after time is up, or on the way out, it can go round and back to the beat “{id}”"),
            "From `time_is_up` and `walks_out` on every way must lead to an end.",
        );
    }
}

fn reach(ways: &[Vec<usize>], from: &[usize]) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = from.iter().copied().collect();
    let mut open: Vec<usize> = from.to_vec();
    while let Some(beat) = open.pop() {
        for next in &ways[beat] {
            if reached.insert(*next) {
                open.push(*next);
            }
        }
    }
    reached
}

/// The first beat of every round within `among`; what leads out of it is taken away first, so that no round costs no time.
fn on_a_round(ways: &[Vec<usize>], among: &BTreeSet<usize>) -> Vec<usize> {
    let mut onward: BTreeMap<usize, usize> = among.iter().map(|beat| (*beat, ways[*beat].len())).collect();
    let mut before: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for beat in among {
        for next in &ways[*beat] {
            before.entry(*next).or_default().push(*beat);
        }
    }
    let mut done: Vec<usize> = among.iter().copied().filter(|beat| ways[*beat].is_empty()).collect();
    while let Some(beat) = done.pop() {
        onward.remove(&beat);
        for earlier in before.get(&beat).into_iter().flatten() {
            if let Some(count) = onward.get_mut(earlier) {
                *count -= 1;
                if *count == 0 {
                    done.push(*earlier);
                }
            }
        }
    }
    let mut told = BTreeSet::new();
    let mut rounds = Vec::new();
    for beat in onward.into_keys() {
        if !told.contains(&beat) {
            let ahead = reach(ways, &ways[beat]);
            if ahead.contains(&beat) {
                rounds.push(beat);
                told.extend(ahead);
            }
        }
    }
    rounds
}

/// What is wrong with the rubric.
pub fn rubric(source: Text, rubric: &Rubric) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let empathy = &rubric.empathy;
    let parts: [(&'static str, Vec<(&'static str, Scale)>); 2] = [
        ("empathy", vec![("level", empathy.level), ("fit", empathy.fit), ("ratio", empathy.ratio), ("complex", empathy.complex)]),
        ("goals", vec![("moves", rubric.goals.moves), ("collaboration", rubric.goals.collaboration)]),
    ];
    for (score, scales) in parts {
        let weights: u32 = scales.iter().map(|(_, scale)| u32::from(scale.weight)).sum();
        if weights != 100 {
            gathering.error(
                "out-of-range",
                &[Field(score)],
                format!("the weights of `{score}` come to {weights}"),
                "They must come to 100.",
            );
        }
        for (name, scale) in scales {
            let anchors = [scale.none, scale.fair, scale.good, scale.full];
            if anchors.windows(2).any(|pair| pair[0] >= pair[1]) {
                gathering.error(
                    "out-of-range",
                    &[Field(score), Field(name)],
                    format!("`none`, `fair`, `good` and `full` of `{name}` don't rise"),
                    "Write them from the lowest to the highest.",
                );
            }
        }
    }
    let boundaries = &rubric.boundaries;
    gathering.within(&[Field("boundaries"), Field("indicated")], "indicated", boundaries.indicated.into(), 0, 100);
    gathering.within(&[Field("boundaries"), Field("unanswered")], "unanswered", boundaries.unanswered.into(), 0, 100);
    for response in BoundaryResponse::ALL {
        let path = [Field("boundaries"), Field("otherwise")];
        match boundaries.otherwise.iter().position(|worth| worth.response == *response) {
            Some(i) => {
                let worth = boundaries.otherwise[i];
                gathering.within(&join(&path, &[Item(i)]), "points", worth.points.into(), 0, 100);
                gathering.within(&join(&path, &[Item(i)]), "caps", worth.caps.unwrap_or(100).into(), 0, 100);
            }
            None => gathering.error(
                "missing-part",
                &path,
                format!("{response:?} has no worth"),
                "Say what it is worth where it isn't indicated.",
            ),
        }
    }
    gathering.findings
}

/// What is wrong with the reactions.
pub fn reactions(source: Text, reactions: &Reactions) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let none = BTreeSet::new();
    let names = Names { people: &none, facts: &none, beats: &none, notes: &none };
    gathering.within(&[Field("losses")], "losses", reactions.losses.into(), 100, 500);
    for (i, depth) in reactions.bears.iter().enumerate() {
        let path = [Field("bears"), Item(i)];
        gathering.within(&path, "level", depth.level.into(), 2, 5);
        guards(&mut gathering, &join(&path, &[Field("needs")]), &depth.needs, &names);
    }
    for (i, rule) in reactions.rules.iter().enumerate() {
        let path = [Field("rules"), Item(i)];
        guards(&mut gathering, &join(&path, &[Field("when")]), &rule.when, &names);
        let later = rule.later.iter().flat_map(|later| &later.then);
        for Change::Add(_, amount) in rule.now.iter().chain(later) {
            gathering.within(&path, "Add", (*amount).into(), -20, 20);
        }
        gathering.within(&path, "after", rule.later.as_ref().map_or(1, |later| later.after).into(), 1, 20);
        gathering.not_blank(&join(&path, &[Field("because")]), "because", &rule.because);
    }
    gathering.within(&[Field("ruptures"), Field("deepest")], "deepest", reactions.ruptures.deepest.into(), 1, 10);
    for (i, rule) in reactions.stances.iter().enumerate() {
        guards(&mut gathering, &[Field("stances"), Item(i), Field("enters")], &rule.enters, &names);
        guards(&mut gathering, &[Field("stances"), Item(i), Field("stays")], &rule.stays, &names);
    }
    if reactions.stances.last().is_none_or(|rule| !rule.enters.is_empty() || !rule.stays.is_empty()) {
        gathering.error(
            "no-way-on",
            &[Field("stances")],
            "there are states without a stance".into(),
            "Let the last stance have no conditions.",
        );
    }
    for (i, rule) in reactions.faces.iter().enumerate() {
        guards(&mut gathering, &[Field("faces"), Item(i), Field("when")], &rule.when, &names);
    }
    if reactions.faces.last().is_none_or(|rule| !rule.when.is_empty()) {
        gathering.error("no-way-on", &[Field("faces")], "there are states without a face".into(), "Let the last face have no conditions.");
    }
    let leaving = &reactions.leaving;
    for (name, when) in [("walks_out", &leaving.walks_out), ("returns", &leaving.returns), ("wont_return", &leaving.wont_return)] {
        guards(&mut gathering, &[Field("leaving"), Field(name)], when, &names);
    }
    gathering.findings
}
