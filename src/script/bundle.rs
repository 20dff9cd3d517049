//! Everything that an hour is played from, checked and with its names interned: case, scenes, rubric and reactions under one hash.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU16;
use std::sync::Arc;

use super::codes::*;
use super::face::{Cue, Face, Posture};
use super::model::{self, Case, Effect, End, Guard, Phrasings, Planned, Scene};
use super::rules::{Change, Fades, Later, Reactions, Rubric, RuptureChange, Shrinks, Trait, Trigger};

/// A file of a bundle: its name below `dialogues/`, and its text.
pub type Source = (String, String);

/// Place of a beat in its scene.
pub type BeatId = u16;

/// Most people in a room.
pub const MOST_PEOPLE: usize = 4;

/// Most notes that a session can ask about: each is one bit of a state.
pub const MOST_NOTES: usize = 128;

/// Most topics that a case may have: each is one bit of a state.
pub const MOST_TOPICS: usize = 64;

/// Most facts of a case: which of them are told is one bit each of a state.
pub const MOST_FACTS: usize = 64;

/// Most replies of a beat: which of them are on offer is one bit each of a state.
pub const MOST_REPLIES: usize = 16;

/// Most ways on from a beat, variants of a line and happenings of a week: each is known by a byte.
pub const MOST_WAYS: usize = 255;

/// Most rules that reactions may have.
pub const MOST_RULES: usize = 128;

/// What an hour is played from.
#[derive(Debug)]
pub struct Bundle {
    /// 64 hexadecimal digits over the names and texts of all files.
    pub hash: String,
    pub sources: Vec<Source>,
    pub case: Case,
    pub rubric: Rubric,
    pub reactions: Compiled,
    /// One for each session, in order.
    pub hours: Vec<Hour>,
}

/// A scene with its names resolved.
#[derive(Debug)]
pub struct Hour {
    /// Shared with other hours that play it.
    pub scene: Arc<Scene>,
    /// Tells this hour apart from the others of the course in keyed draws.
    pub key: u64,
    /// What may have happened in the week before.
    pub week: Vec<Happens>,
    /// The notes that can be made or asked about here, by their numbers.
    pub notes: Vec<String>,
    pub start: BeatId,
    pub time_is_up: BeatId,
    pub walks_out: BeatId,
    pub beats: Vec<Beat>,
    /// Beats behind `time_is_up` and `walks_out`: neither clock nor temper turns the hour from there.
    pub closing: Vec<bool>,
    /// False for beats that only lead around what is left out.
    pub usual: Vec<bool>,
    /// What each fact needs before it is told.
    pub facts: Vec<Vec<Check>>,
}

/// Something that may have happened in the week, with its names resolved.
#[derive(Debug)]
pub struct Happens {
    pub weight: u8,
    pub when: Vec<Check>,
    pub effects: Vec<Deed>,
    pub note: u8,
}

/// Some of the people in the room, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People(u8);

impl People {
    /// One alone.
    pub fn one(person: u8) -> People {
        People(1 << person)
    }

    /// Everybody in a room of so many.
    pub fn all(count: usize) -> People {
        People((0..count as u8).fold(0, |all, person| all | 1 << person))
    }

    /// Those of whom it is true, in the order of the case.
    pub fn of(truths: impl Iterator<Item = bool>) -> People {
        People((0..8).zip(truths).fold(0, |people, (person, truth)| people | u8::from(truth) << person))
    }

    pub fn has(self, person: u8) -> bool {
        self.0 >> person & 1 == 1
    }

    /// True when the other has nobody whom this one hasn't.
    pub fn covers(self, other: People) -> bool {
        self.0 & other.0 == other.0
    }

    /// In the order of the case.
    pub fn each(self) -> impl Iterator<Item = u8> {
        (0..MOST_PEOPLE as u8).filter(move |person| self.has(*person))
    }

    /// The first of them.
    pub fn first(self) -> u8 {
        self.each().next().unwrap_or(0)
    }
}

#[derive(Debug)]
pub struct Beat {
    /// Tells this beat apart from all others in keyed draws, whatever is edited around it.
    pub key: u64,
    pub minutes: u8,
    /// Who is in the room, and whose moment it is.
    pub present: People,
    pub whose: People,
    /// The number of its topic, and where it goes when that is left out.
    pub around: Option<(u8, BeatId)>,
    pub rupture: Option<RuptureStyle>,
    pub tells: Option<(u8, BeatId)>,
    pub lines: Vec<Line>,
    pub replies: Vec<Reply>,
    pub onward: Onward,
}

#[derive(Debug)]
pub struct Line {
    pub when: Vec<Check>,
    pub who: u8,
    pub kind: LineKind,
    /// The face that overrides, and what leaks before it.
    pub face: Option<(Face, Option<Face>)>,
    pub cue: Cue,
}

#[derive(Debug)]
pub enum LineKind {
    /// The first variant whose conditions hold.
    Say(Vec<(Vec<Check>, Vec<String>)>),
    See(Vec<String>),
    Pause(u8),
}

#[derive(Debug)]
pub struct Reply {
    pub when: Vec<Check>,
    pub effects: Vec<Deed>,
    /// Whom it is addressed to, and whom it takes a side against.
    pub with: People,
    pub against: Option<u8>,
    pub to: BeatId,
    /// Places of the reactions' rules that it can set off here, whatever the state; at most [`MOST_RULES`].
    pub rules: Vec<u16>,
    pub codes: Codes,
}

/// How a beat without a menu goes on.
#[derive(Debug)]
pub enum Onward {
    Menu,
    Branch(Vec<(Vec<Check>, BeatId)>),
    Chance(Vec<(u8, BeatId)>),
    End(End),
}

/// A guard with its names resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    AtLeast(Measure, u8),
    Below(Measure, u8),
    In(Vec<Stance>),
    Told(u8, bool),
    Met(BeatId, bool),
    Noted(u8, bool),
    Ruptured(bool),
    Leaving(Ending),
    Minute(u8),
    Any(Vec<Check>),
    Of(u8, Vec<Check>),
}

/// An effect with its names resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// In those whom the reply is addressed to.
    Add(Measure, i8),
    /// In one of them alone.
    Of(u8, Measure, i8),
    Note(u8, bool),
}

/// Reactions with their guards resolved.
#[derive(Debug)]
pub struct Compiled {
    pub losses: i32,
    /// Replies to others after which it begins anew to tell how many there were in a row: what every rule's number goes into.
    pub aside: NonZeroU16,
    pub bears: Vec<(u8, Vec<Check>)>,
    pub rules: Vec<CompiledRule>,
    pub deepest: u8,
    pub deepened: Vec<Change>,
    pub mended: Vec<Change>,
    pub mended_again: Vec<Change>,
    pub blocked: Vec<Change>,
    pub told: Vec<Change>,
    pub week: Vec<Fades>,
    pub shrinking: Vec<Shrinks>,
    pub stances: Vec<(Stance, Vec<Check>, Vec<Check>)>,
    pub faces: Vec<(Face, Vec<Check>, bool)>,
    pub postures: Vec<(Posture, Vec<Check>)>,
    pub walks_out: Vec<Check>,
    pub returns: Vec<Check>,
    pub wont_return: Vec<Check>,
}

impl Compiled {
    /// The rules that a reply can set off where it stands.
    pub fn rules_of(&self, reply: &Reply) -> impl Iterator<Item = &CompiledRule> {
        reply.rules.iter().filter_map(|place| self.rules.get(usize::from(*place)))
    }
}

#[derive(Debug)]
pub struct CompiledRule {
    pub on: Trigger,
    pub when: Vec<Check>,
    pub now: Vec<Change>,
    pub later: Option<Later>,
    pub scaled: Option<Trait>,
    pub rupture: Option<RuptureChange>,
}

impl Bundle {
    /// Puts a case together; its parts must have passed the lint, and names that it would have found are errors here.
    pub fn new(
        case: Case,
        scenes: Vec<impl Into<Arc<Scene>>>,
        rubric: Rubric,
        reactions: Reactions,
        sources: Vec<Source>,
    ) -> Result<Bundle, UnknownName> {
        let hash = hash(&sources);
        let people = index(case.people.iter().map(|person| person.id.as_str()));
        let facts = index(case.facts.iter().map(|fact| fact.id.as_str()));
        let topics = index(case.topics().map(|(topic, _)| topic));
        let shared = Names { topics, people, facts, ..Names::default() };
        let reactions = compile_reactions(reactions, &shared)?;
        let hours = scenes
            .into_iter()
            .zip(&case.sessions)
            .enumerate()
            .map(|(place, (scene, planned))| {
                let again = case.sessions.iter().take(place).filter(|before| before.scene == planned.scene).count();
                compile_scene(&case, (again, planned), scene.into(), &shared, &reactions.rules)
            })
            .collect::<Result<_, _>>()?;
        Ok(Bundle { hash, sources, case, rubric, reactions, hours })
    }
}

/// True where a state has room for a case: a place for everybody who comes, and a bit for everything that can be told, left out or
/// offered. The check tells an author of what there is too much; what was kept beside a record is held against this alone.
pub fn has_room(case: &Case, scenes: &[Arc<Scene>]) -> bool {
    let fits = |beat: &model::Beat| {
        beat.replies.len() <= MOST_REPLIES
            && beat.branch.len().max(beat.chance.len()) <= MOST_WAYS
            && u16::try_from(beat.lines.len()).is_ok()
            && beat.lines.iter().all(|line| line.first.len() <= MOST_WAYS)
    };
    (1..=MOST_PEOPLE).contains(&case.people.len())
        && case.facts.len() <= MOST_FACTS
        && case.topics().count() <= MOST_TOPICS
        && case.sessions.iter().all(|planned| planned.week.len() <= MOST_WAYS)
        && scenes.iter().all(|scene| u16::try_from(scene.beats.len()).is_ok() && scene.beats.iter().all(fits))
}

impl Bundle {
    /// The hour of a session, counted from 0.
    #[expect(clippy::indexing_slicing, reason = "a session is known by its number only where `hours` was asked whether it is there")]
    pub fn hour(&self, number: usize) -> &Hour {
        &self.hours[number]
    }
}

impl Beat {
    /// One of its lines, by its place.
    #[expect(clippy::indexing_slicing, reason = "a line is known by its number only from where the lines of its beat are shown")]
    pub fn line(&self, number: u16) -> &Line {
        &self.lines[usize::from(number)]
    }

    /// One of its replies, by its place.
    #[expect(
        clippy::indexing_slicing,
        reason = "the number of a reply is its place, and only of those that are there is told which are on offer"
    )]
    pub fn reply(&self, number: u8) -> &Reply {
        &self.replies[usize::from(number)]
    }
}

impl Hour {
    /// A beat of this hour.
    #[expect(clippy::indexing_slicing, reason = "the id of a beat is its place, and is given where the hour is put together")]
    pub fn beat(&self, id: BeatId) -> &Beat {
        &self.beats[usize::from(id)]
    }

    /// The same beat as it was written.
    #[expect(clippy::indexing_slicing, reason = "each beat of the scene, and nothing else, became one of the hour")]
    pub fn written(&self, id: BeatId) -> &model::Beat {
        &self.scene.beats[usize::from(id)]
    }

    /// What a fact needs before it is told.
    pub fn needs(&self, fact: u8) -> &[Check] {
        self.facts.get(usize::from(fact)).map(Vec::as_slice).unwrap_or_default()
    }

    /// False for a beat that only leads around what is left out.
    pub fn is_usual(&self, id: BeatId) -> bool {
        self.usual.get(usize::from(id)).copied().unwrap_or_default()
    }

    /// True where neither clock nor temper turns the hour any more.
    pub fn closes(&self, id: BeatId) -> bool {
        self.closing.get(usize::from(id)).copied().unwrap_or_default()
    }

    /// True where some beat carries the topic of that number.
    pub fn has_topic(&self, topic: u8) -> bool {
        self.beats.iter().any(|beat| beat.around.is_some_and(|(carried, _)| carried == topic))
    }
}

/// A name that nothing stands behind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is nothing called “{0}”")]
pub struct UnknownName(pub String);

/// 64 hexadecimal digits over the names and texts of files, in their order.
pub fn hash(sources: &[Source]) -> String {
    let mut hasher = blake3::Hasher::new();
    for (name, text) in sources {
        for part in [name, text] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    }
    hasher.finalize().to_hex().to_string()
}

type Index = BTreeMap<String, u16>;

fn index<'a>(ids: impl Iterator<Item = &'a str>) -> Index {
    let mut index = Index::new();
    for id in ids {
        let next = index.len() as u16;
        index.entry(id.to_string()).or_insert(next);
    }
    index
}

#[derive(Clone, Default)]
struct Names {
    topics: Index,
    people: Index,
    facts: Index,
    beats: Index,
    notes: Index,
}

fn find(index: &Index, id: &str) -> Result<u16, UnknownName> {
    index.get(id).copied().ok_or_else(|| UnknownName(id.into()))
}

fn find_small(index: &Index, id: &str) -> Result<u8, UnknownName> {
    u8::try_from(find(index, id)?).map_err(|_| UnknownName(id.into()))
}

fn checks(guards: &[Guard], names: &Names) -> Result<Vec<Check>, UnknownName> {
    guards.iter().map(|guard| check(guard, names)).collect()
}

fn check(guard: &Guard, names: &Names) -> Result<Check, UnknownName> {
    Ok(match guard {
        Guard::AtLeast(measure, number) => Check::AtLeast(*measure, *number),
        Guard::Below(measure, number) => Check::Below(*measure, *number),
        Guard::In(stances) => Check::In(stances.clone()),
        Guard::Told(fact) => Check::Told(find_small(&names.facts, fact)?, true),
        Guard::NotTold(fact) => Check::Told(find_small(&names.facts, fact)?, false),
        Guard::Met(beat) => Check::Met(find(&names.beats, beat)?, true),
        Guard::NotMet(beat) => Check::Met(find(&names.beats, beat)?, false),
        Guard::Noted(note) => Check::Noted(find_small(&names.notes, note)?, true),
        Guard::NotNoted(note) => Check::Noted(find_small(&names.notes, note)?, false),
        Guard::Ruptured => Check::Ruptured(true),
        Guard::NotRuptured => Check::Ruptured(false),
        Guard::Leaving(ending) => Check::Leaving(*ending),
        Guard::Minute(minute) => Check::Minute(*minute),
        Guard::Any(any) => Check::Any(checks(any, names)?),
        Guard::Of(person, of) => Check::Of(find_small(&names.people, person)?, checks(of, names)?),
    })
}

fn compile_reactions(reactions: Reactions, names: &Names) -> Result<Compiled, UnknownName> {
    let all = |guards: &[Guard]| checks(guards, names);
    let asides = reactions.rules.iter().filter_map(|rule| match rule.on {
        Trigger::LeftAside(replies) => NonZeroU16::new(replies.into()),
        _ => None,
    });
    Ok(Compiled {
        losses: reactions.losses.into(),
        aside: asides.fold(NonZeroU16::MIN, least_common),
        bears: reactions.bears.iter().map(|depth| Ok((depth.level, all(&depth.needs)?))).collect::<Result<_, _>>()?,
        deepest: reactions.ruptures.deepest,
        deepened: reactions.ruptures.deepened,
        mended: reactions.ruptures.mended,
        mended_again: reactions.ruptures.mended_again,
        blocked: reactions.ruptures.blocked,
        told: reactions.ruptures.told,
        week: reactions.week,
        shrinking: reactions.shrinking,
        stances: reactions.stances.iter().map(|rule| Ok((rule.stance, all(&rule.enters)?, all(&rule.stays)?))).collect::<Result<_, _>>()?,
        postures: reactions.postures.iter().map(|rule| Ok((rule.posture, all(&rule.when)?))).collect::<Result<_, _>>()?,
        faces: reactions.faces.iter().map(|rule| Ok((rule.face, all(&rule.when)?, rule.masked))).collect::<Result<_, _>>()?,
        walks_out: all(&reactions.leaving.walks_out)?,
        returns: all(&reactions.leaving.returns)?,
        wont_return: all(&reactions.leaving.wont_return)?,
        rules: reactions
            .rules
            .into_iter()
            .map(|rule| {
                Ok(CompiledRule {
                    on: rule.on,
                    when: all(&rule.when)?,
                    now: rule.now,
                    later: rule.later,
                    scaled: rule.scaled,
                    rupture: rule.rupture,
                })
            })
            .collect::<Result<_, _>>()?,
    })
}

/// Every note that a session makes or asks about, once each, in the order in which they come up; what a fact needs may be noted in
/// another session.
pub fn notes_of<'a>(case: &'a Case, planned: &'a Planned, scene: &'a Scene) -> Vec<&'a str> {
    let mut notes = Vec::new();
    for happening in &planned.week {
        notes.push(happening.note.as_str());
        noted_in(&happening.when, &mut notes);
        made_in(&happening.effects, &mut notes);
    }
    for beat in &scene.beats {
        for line in &beat.lines {
            noted_in(&line.when, &mut notes);
            line.first.iter().for_each(|variant| noted_in(&variant.when, &mut notes));
        }
        beat.branch.iter().for_each(|way| noted_in(&way.when, &mut notes));
        for reply in &beat.replies {
            noted_in(&reply.when, &mut notes);
            made_in(&reply.effects, &mut notes);
        }
    }
    case.facts.iter().for_each(|fact| noted_in(&fact.needs, &mut notes));
    let mut seen = BTreeSet::new();
    notes.retain(|note| seen.insert(*note));
    notes
}

/// The notes that conditions ask about.
pub fn notes_in(guards: &[Guard]) -> Vec<&str> {
    let mut notes = Vec::new();
    noted_in(guards, &mut notes);
    notes
}

fn noted_in<'a>(guards: &'a [Guard], notes: &mut Vec<&'a str>) {
    for guard in guards {
        match guard {
            Guard::Noted(note) | Guard::NotNoted(note) => notes.push(note),
            Guard::Any(some) | Guard::Of(_, some) => noted_in(some, notes),
            _ => {}
        }
    }
}

fn made_in<'a>(effects: &'a [Effect], notes: &mut Vec<&'a str>) {
    notes.extend(effects.iter().filter_map(|effect| match effect {
        Effect::Note(note) | Effect::Forget(note) => Some(note.as_str()),
        Effect::Add(..) | Effect::Of(..) => None,
    }));
}

/// The least number that both go into; the check keeps them small.
fn least_common(one: NonZeroU16, other: NonZeroU16) -> NonZeroU16 {
    let (mut common, mut rest) = (one, other.get());
    while let Some(left) = NonZeroU16::new(rest) {
        (common, rest) = (left, common.get() % left);
    }
    NonZeroU16::new(one.get() / common).unwrap_or(NonZeroU16::MIN).saturating_mul(other)
}

fn compile_scene(
    case: &Case,
    (again, planned): (usize, &Planned),
    scene: Arc<Scene>,
    shared: &Names,
    rules: &[CompiledRule],
) -> Result<Hour, UnknownName> {
    let name = planned.scene.as_str();
    let mut notes: Vec<String> = notes_of(case, planned, &scene).into_iter().map(str::to_string).collect();
    // More than a state has bits for: what the check would have found is an unknown name here.
    notes.truncate(MOST_NOTES);
    let names = Names {
        beats: index(scene.beats.iter().map(|beat| beat.id.as_str())),
        notes: index(notes.iter().map(String::as_str)),
        ..shared.clone()
    };
    let week = planned.week.iter().map(|happening| {
        Ok(Happens {
            weight: happening.weight,
            when: checks(&happening.when, &names)?,
            effects: deeds(&happening.effects, &names)?,
            note: find_small(&names.notes, &happening.note)?,
        })
    });
    let week = week.collect::<Result<_, _>>()?;
    let beats: Vec<Beat> = scene.beats.iter().map(|beat| compile_beat(beat, name, &names, rules)).collect::<Result<_, _>>()?;
    let [start, time_is_up, walks_out] = [&scene.start, &scene.time_is_up, &scene.walks_out].map(|id| find(&names.beats, id));
    let (start, time_is_up, walks_out) = (start?, time_is_up?, walks_out?);
    Ok(Hour {
        closing: reached(&beats, &[time_is_up, walks_out], true),
        usual: {
            let from = [start, time_is_up, walks_out];
            reached(&beats, &from, false).into_iter().zip(reached(&beats, &from, true)).map(|(so, around)| so || !around).collect()
        },
        start,
        time_is_up,
        walks_out,
        beats,
        facts: case.facts.iter().map(|fact| checks(&fact.needs, &names)).collect::<Result<_, _>>()?,
        // A scene that is played again has a week of its own.
        key: key(name, &if again > 0 { again.to_string() } else { String::new() }),
        week,
        notes,
        scene,
    })
}

/// What can come from some beats on; with `around` also where something is left out.
fn reached(beats: &[Beat], from: &[BeatId], around: bool) -> Vec<bool> {
    let mut reached = vec![false; beats.len()];
    let mut open = from.to_vec();
    while let Some(at) = open.pop() {
        let at = usize::from(at);
        let Some((reached, beat)) = reached.get_mut(at).zip(beats.get(at)) else { continue };
        if std::mem::replace(reached, true) {
            continue;
        }
        open.extend(beat.replies.iter().map(|reply| reply.to));
        open.extend(beat.tells.map(|(_, blocked)| blocked));
        open.extend(beat.around.filter(|_| around).map(|(_, to)| to));
        match &beat.onward {
            Onward::Branch(ways) => open.extend(ways.iter().map(|(_, to)| *to)),
            Onward::Chance(ways) => open.extend(ways.iter().map(|(_, to)| *to)),
            Onward::Menu | Onward::End(_) => {}
        }
    }
    reached
}

fn compile_beat(beat: &model::Beat, scene: &str, names: &Names, rules: &[CompiledRule]) -> Result<Beat, UnknownName> {
    let to = |id: &str| find(&names.beats, id);
    let onward = if !beat.replies.is_empty() {
        Onward::Menu
    } else if let Some(end) = beat.ends {
        Onward::End(end)
    } else if !beat.chance.is_empty() {
        Onward::Chance(beat.chance.iter().map(|chance| Ok((chance.weight, to(&chance.to)?))).collect::<Result<_, _>>()?)
    } else {
        let then = beat.then.iter().map(|id| Ok((Vec::new(), to(id)?)));
        Onward::Branch(beat.branch.iter().map(|way| Ok((checks(&way.when, names)?, to(&way.to)?))).chain(then).collect::<Result<_, _>>()?)
    };
    let (mut fits, mut misfits) = (Vec::new(), Vec::new());
    for moment in &beat.moments {
        if let Moment::Cue { fits: fit, misfits: misfit } = moment {
            fits.extend(fit);
            misfits.extend(misfit);
        }
    }
    let emotional = beat.moments.contains(&Moment::Emotional);
    let away = beat.away.iter().try_fold(0, |away, who| find_small(&names.people, who).map(|who| away | 1 << who))?;
    let everybody = People(People::all(names.people.len()).0 & !away);
    let whose = beat.whose.as_ref().map_or(Ok(everybody), |who| find_small(&names.people, who).map(People::one))?;
    let replies = beat.replies.iter().map(|reply| {
        let with = reply.with.iter().try_fold(0, |with, who| find_small(&names.people, who).map(|who| with | 1 << who))?;
        let with = if reply.with.is_empty() { whose } else { People(with) };
        let codes = reply.codes();
        let moment = At { emotional, fits: &fits, misfits: &misfits, whose, everybody, with, sides: reply.against.is_some() };
        let sets_off = |rule: &&CompiledRule| can_set_off(rule.on, &codes, &moment);
        let met = (0u16..).zip(rules).take(MOST_RULES).filter(|(_, rule)| sets_off(rule)).map(|(place, _)| place).collect();
        compile_reply(reply, names, with, met)
    });
    let replies = replies.collect::<Result<_, _>>()?;
    Ok(Beat {
        key: key(scene, &beat.id),
        minutes: beat.minutes,
        present: everybody,
        whose,
        rupture: beat.moments.iter().find_map(|moment| match moment {
            Moment::Rupture(style) => Some(*style),
            _ => None,
        }),
        around: match (&beat.topic, &beat.around) {
            (Some(topic), Some(around)) => Some((find_small(&names.topics, topic)?, to(around)?)),
            _ => None,
        },
        tells: match (&beat.tells, &beat.blocked) {
            (Some(fact), Some(blocked)) => Some((find_small(&names.facts, fact)?, to(blocked)?)),
            _ => None,
        },
        lines: beat.lines.iter().map(|line| compile_line(line, names)).collect::<Result<_, _>>()?,
        replies,
        onward,
    })
}

/// The first eight bytes of a hash over both names.
fn key(scene: &str, beat: &str) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(scene.as_bytes()).update(&[0]).update(beat.as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    u64::from_le_bytes(first)
}

fn compile_line(line: &model::Line, names: &Names) -> Result<Line, UnknownName> {
    let plain = |texts: &Phrasings| texts.0.clone();
    let kind = if let Some(texts) = &line.see {
        LineKind::See(plain(texts))
    } else if let Some(seconds) = line.pause {
        LineKind::Pause(seconds)
    } else if let Some(texts) = &line.say {
        LineKind::Say(vec![(Vec::new(), plain(texts))])
    } else {
        LineKind::Say(line.first.iter().map(|variant| Ok((checks(&variant.when, names)?, plain(&variant.say)))).collect::<Result<_, _>>()?)
    };
    let who = line.who.as_ref().map_or(Ok(0), |who| find_small(&names.people, who))?;
    Ok(Line {
        when: checks(&line.when, names)?,
        who,
        kind,
        face: line.face.map(|face| (face, line.leak)),
        cue: Cue { look: line.look, does: line.does, sound: line.sound, camera: line.camera },
    })
}

/// The moment that a reply meets, and whom it meets it with.
struct At<'a> {
    emotional: bool,
    fits: &'a [Body],
    misfits: &'a [Body],
    whose: People,
    everybody: People,
    with: People,
    sides: bool,
}

/// True for what a reply with these codes can set off at such a moment in somebody in some state.
fn can_set_off(trigger: Trigger, codes: &Codes, at: &At) -> bool {
    match trigger {
        Trigger::Skill(skill) => codes.skill == skill,
        Trigger::Level(level) => codes.empathy == Some(level),
        Trigger::TooDeep => codes.empathy.is_some(),
        Trigger::Missed => at.emotional && (codes.empathy.is_some_and(|level| level <= 2) || !at.with.covers(at.whose)),
        Trigger::Body(body) => codes.body == Some(body),
        Trigger::Fits => codes.body.is_some_and(|body| at.fits.contains(&body)),
        Trigger::Misfits => codes.body.is_some_and(|body| at.misfits.contains(&body)),
        Trigger::Goal(made) => codes.goal.contains(&made),
        Trigger::Boundary(response) => codes.boundary == Some(response),
        Trigger::Safety(step) => codes.safety.contains(&step),
        Trigger::Repair(repair) => codes.repair == Some(repair),
        Trigger::RuptureIgnored => codes.repair.is_none(),
        Trigger::Run { skill, .. } => codes.skill == skill,
        Trigger::Overheard(level) => !at.with.covers(at.everybody) && codes.empathy.is_some_and(|coded| coded >= level),
        Trigger::LeftAside(_) => !at.with.covers(at.everybody),
        Trigger::Against => at.sides,
        Trigger::Split(_) => at.everybody.each().count() > 1,
    }
}

fn deeds(effects: &[Effect], names: &Names) -> Result<Vec<Deed>, UnknownName> {
    let mut deeds = Vec::new();
    for effect in effects {
        match effect {
            Effect::Add(measure, number) => deeds.push(Deed::Add(*measure, *number)),
            Effect::Note(note) => deeds.push(Deed::Note(find_small(&names.notes, note)?, true)),
            Effect::Forget(note) => deeds.push(Deed::Note(find_small(&names.notes, note)?, false)),
            Effect::Of(who, effects) => {
                let who = find_small(&names.people, who)?;
                deeds.extend(effects.iter().filter_map(|effect| match effect {
                    Effect::Add(measure, number) => Some(Deed::Of(who, *measure, *number)),
                    _ => None,
                }));
            }
        }
    }
    Ok(deeds)
}

fn compile_reply(reply: &model::Reply, names: &Names, with: People, rules: Vec<u16>) -> Result<Reply, UnknownName> {
    Ok(Reply {
        when: checks(&reply.when, names)?,
        effects: deeds(&reply.effects, names)?,
        with,
        against: reply.against.as_ref().map(|who| find_small(&names.people, who)).transpose()?,
        to: find(&names.beats, &reply.to)?,
        rules,
        codes: reply.codes(),
    })
}
