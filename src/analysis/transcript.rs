//! A transcript: an hour by its replies and what is expected of it, written and read by people, run as a test.
//!
//! An expectation speaks of the hour as it stands at its place: after the picks above it, and for what is said and seen
//! of what came up since the last one.

use std::sync::Arc;

use serde::Serialize;

use crate::assess::assess;
use crate::script::bounds::{MOST_FINDINGS, MOST_LINES};
use crate::script::bundle::Bundle;
use crate::script::codes::{Ending, Stance};
use crate::script::finding::{Finding, Severity, suggest};
use crate::session::account::{Entry, describe};
use crate::session::carried::Carried;
use crate::session::{Command, Session};
use crate::texts::{text, text_with};

/// A line that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    /// Counted from 1.
    number: u32,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Pick(String),
    Expect(Expectation),
    /// What there is to notice at the pick above, or, above all picks, before the hour.
    Note(String),
}

/// What is expected, as it is written after `expect:`.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Expectation {
    /// Something said since the last pick holds these words.
    Said(String),
    Seen(String),
    /// How a person is in the room: the first where none is named.
    Stance {
        person: Option<String>,
        stance: Stance,
    },
    Fact {
        id: String,
        told: bool,
    },
    /// A reply is on the menu, or isn't.
    Offered {
        id: String,
        offered: bool,
    },
    /// None where there isn't enough to say.
    Score {
        id: String,
        range: Option<(u8, u8)>,
    },
    Gate(String),
    /// What became of the last rupture, or that there was none.
    Repair(String),
    Ending(String),
}

/// A transcript that can be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    seed: u64,
    /// Counted from 1.
    session: u32,
    /// The line that names the session; the first where none does.
    session_line: u32,
    /// The hour before, as it went in another transcript of the case, and the line that names it.
    after: Option<(u32, String)>,
    /// Whether the three were named.
    named: [bool; 4],
    /// What it is called as a model hour, where it is one.
    model: Option<String>,
    lines: Vec<Line>,
}

/// An hour to step through before somebody holds one: what to take, and what there is to notice at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    pub title: String,
    /// Counted from 1.
    pub session: u32,
    pub seed: u64,
    /// Read before the hour, in paragraphs.
    pub introduction: Vec<String>,
    pub picks: Vec<Pick>,
}

/// A reply by its id, or a topic left out, and what is said of it, in paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub id: String,
    pub notes: Vec<String>,
}

/// Something that is otherwise than expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub file: String,
    /// Counted from 1.
    pub line: u32,
    pub expected: String,
    pub found: String,
}

/// Letters of a line that a message says again.
const LONGEST_SHOWN: usize = 120;

/// Most of what was said or seen that a difference tells, in characters.
const LONGEST_FOUND: usize = 2_000;

const SCORES: [&str; 3] = ["empathy", "goals", "boundaries"];
const KEYS: [&str; 7] = ["seed", "session", "after", "model", "pick", "expect", "note"];
const EXPECTATIONS: [&str; 11] =
    ["said", "seen", "stance", "fact", "offered", "empathy", "goals", "boundaries", "gate", "repair", "ending"];

impl Transcript {
    /// Reads one; every line that can't be understood has a finding.
    pub fn read(file: &str, text: &str) -> Result<Transcript, Vec<Finding>> {
        let mut transcript =
            Transcript { seed: 1, session: 1, session_line: 1, after: None, named: [false; 4], model: None, lines: Vec::new() };
        let mut findings = Vec::new();
        for (number, written) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = without_comment(written).trim();
            if line.is_empty() {
                continue;
            }
            if transcript.lines.len() > MOST_LINES || findings.len() > MOST_FINDINGS {
                let message = match findings.len() > MOST_FINDINGS {
                    true => text_with("transcript-many-findings", &[("most", MOST_FINDINGS.into())]),
                    false => text_with("transcript-many-lines", &[("most", MOST_LINES.into())]),
                };
                findings.push(finding(file, number, message, crate::texts::text("transcript-many-help")));
                return Err(findings);
            }
            if let Err((message, help)) = transcript.take(number, line) {
                let column = (written.chars().take_while(|c| c.is_whitespace()).count() as u32).saturating_add(1);
                findings.push(Finding { column: Some(column), ..finding(file, number, message, help) });
            }
        }
        let is_note = |line: &&Line| matches!(line.kind, Kind::Note(_));
        if let Some(note) = transcript.lines.iter().find(is_note).filter(|_| transcript.model.is_none()) {
            findings.push(finding(
                file,
                note.number,
                crate::texts::text("transcript-idle-note"),
                crate::texts::text("transcript-idle-note-help"),
            ));
        }
        if findings.is_empty() { Ok(transcript) } else { Err(findings) }
    }

    fn take(&mut self, number: u32, line: &str) -> Result<(), (String, String)> {
        let (key, value) = line.split_once(':').map_or((line, ""), |(key, value)| (key.trim(), value.trim()));
        if value.is_empty() && KEYS.contains(&key) {
            return Err((text_with("transcript-empty", &[("what", key.into())]), text("transcript-empty-help")));
        }
        let whole = |value: &str| (text_with("transcript-no-number", &[("found", value.into())]), String::new());
        let kind = match key {
            "seed" | "session" | "after" | "model" => {
                let named = KEYS.iter().zip(&mut self.named).find(|(known, _)| **known == key);
                let again = named.is_some_and(|(_, named)| std::mem::replace(named, true));
                if again || self.lines.iter().any(|line| !matches!(line.kind, Kind::Note(_))) {
                    return Err((text_with("transcript-late", &[("key", key.into())]), text("transcript-late-help")));
                }
                if key == "seed" {
                    self.seed = value.parse().map_err(|_| whole(value))?;
                } else if key == "model" {
                    self.model = Some(value.into());
                } else if key == "after" {
                    self.after = Some((number, value.into()));
                } else {
                    self.session = value.parse().map_err(|_| whole(value))?;
                    self.session_line = number;
                }
                return Ok(());
            }
            "pick" => Kind::Pick(value.into()),
            "expect" => Kind::Expect(expectation(value)?),
            "note" => Kind::Note(value.into()),
            _ => return Err((text_with("transcript-unclear", &[("line", beginning(line).into())]), suggest(key, KEYS))),
        };
        self.lines.push(Line { number, kind });
        Ok(())
    }

    /// Plays it, and tells what is otherwise than expected; nothing after a pick that can't be taken is looked at. `others` finds
    /// the transcripts of the case by their names.
    pub fn run(&self, bundle: &Arc<Bundle>, file: &str, others: &dyn Fn(&str) -> Option<Transcript>) -> Vec<Difference> {
        let difference = |line: u32, expected: String, found: String| Difference { file: file.into(), line, expected, found };
        let carried = match self.after.as_ref().map(|(line, name)| (line, name, self.before(name, bundle, others))) {
            None => None,
            Some((.., Ok(carried))) => Some(carried),
            Some((line, name, Err(found))) => return vec![difference(*line, format!("after {name}"), found)],
        };
        let Some((mut session, hour)) = self.begin(bundle, carried.as_ref()) else {
            let found = text_with("transcript-sessions", &[("there", bundle.hours.len().into())]);
            return vec![difference(self.session_line, format!("session {}", self.session), found)];
        };
        let (mut events, mut account, mut since) = (Vec::new(), Vec::<Entry>::new(), 0);
        let mut differences = Vec::new();
        let mut command = Some(Command::Begin);
        let mut lines = self.lines.iter();
        loop {
            if let Some(command) = command.take() {
                events.clear();
                since = account.len();
                if session.apply(command, &mut events).is_err() {
                    break;
                }
                account.extend(events.iter().map(|event| describe(bundle, hour, *event)));
            }
            let Some(line) = lines.next() else { break };
            match &line.kind {
                Kind::Pick(id) => match session.command(id) {
                    Some(known) => command = Some(known),
                    None => {
                        differences.push(difference(line.number, format!("pick {id}"), not_to_be_picked(&session)));
                        break;
                    }
                },
                Kind::Note(_) => {}
                Kind::Expect(expectation) => {
                    if let Some((expected, found)) = expectation.misses(&session, &account, since) {
                        differences.push(difference(line.number, expected, found));
                    }
                    if differences.len() >= MOST_FINDINGS {
                        let fill = [("most", MOST_FINDINGS.into())];
                        differences.push(difference(line.number, text("transcript-rest"), text_with("transcript-enough", &fill)));
                        break;
                    }
                }
            }
        }
        differences
    }
}

impl Transcript {
    /// The hour, and its place in the course.
    fn begin(&self, bundle: &Arc<Bundle>, carried: Option<&Carried>) -> Option<(Session, usize)> {
        let hour = (self.session as usize).checked_sub(1)?;
        Some((Session::after(Arc::clone(bundle), hour, self.seed, carried)?, hour))
    }

    /// What the hour before leaves behind, as another transcript has it; else why it doesn't.
    fn before(&self, name: &str, bundle: &Arc<Bundle>, others: &dyn Fn(&str) -> Option<Transcript>) -> Result<Carried, String> {
        let no_way = || text_with("transcript-no-before", &[("name", name.into())]);
        if self.session as usize > bundle.hours.len() {
            return Err(no_way());
        }
        // Only the session right before, so that it comes to an end.
        let before = others(name).filter(|before| before.session.checked_add(1) == Some(self.session)).ok_or_else(no_way)?;
        let carried = before.after.as_ref().map(|(_, name)| before.before(name, bundle, others)).transpose()?;
        let session = before.played(bundle, carried.as_ref()).map_err(|_| no_way())?;
        if session.state().ending.is_some_and(Ending::comes_again) { Ok(session.carried()) } else { Err(no_way()) }
    }

    /// The hour after all picks; else the line of the first that can't be taken, and what was found there.
    fn played(&self, bundle: &Arc<Bundle>, carried: Option<&Carried>) -> Result<Session, (u32, String)> {
        let no_session = || (self.session_line, text_with("transcript-sessions", &[("there", bundle.hours.len().into())]));
        let (mut session, _) = self.begin(bundle, carried).ok_or_else(no_session)?;
        let mut line = self.session_line;
        let refused = |line: u32| move |refusal: crate::session::Refusal| (line, refusal.to_string());
        session.apply(Command::Begin, &mut Vec::new()).map_err(refused(line))?;
        for (number, id) in
            self.lines.iter().filter_map(|line| if let Kind::Pick(id) = &line.kind { Some((line.number, id)) } else { None })
        {
            line = number;
            let command = session.command(id).ok_or_else(|| {
                let fill = [("pick", id.as_str().into()), ("found", not_to_be_picked(&session).into())];
                (line, text_with("transcript-model-pick", &fill))
            })?;
            session.apply(command, &mut Vec::new()).map_err(refused(line))?;
        }
        Ok(session)
    }

    /// It as a model hour, where it is one.
    pub fn model(&self) -> Option<Model> {
        let mut model =
            Model { title: self.model.clone()?, session: self.session, seed: self.seed, introduction: Vec::new(), picks: Vec::new() };
        for line in &self.lines {
            match &line.kind {
                Kind::Pick(id) => model.picks.push(Pick { id: id.clone(), notes: Vec::new() }),
                Kind::Note(note) => model.picks.last_mut().map_or(&mut model.introduction, |pick| &mut pick.notes).push(note.clone()),
                Kind::Expect(_) => {}
            }
        }
        Some(model)
    }

    /// What it goes on from, where it names the hour before; else why it can't.
    pub fn carried(&self, bundle: &Arc<Bundle>, others: &dyn Fn(&str) -> Option<Transcript>) -> Result<Option<Carried>, String> {
        self.after.as_ref().map(|(_, name)| self.before(name, bundle, others)).transpose()
    }

    /// What keeps it from being stepped through to its end, where it is a model hour.
    pub fn as_model(&self, file: &str, bundle: &Arc<Bundle>, others: &dyn Fn(&str) -> Option<Transcript>) -> Option<Finding> {
        self.model.as_ref()?;
        let stopped = match self.carried(bundle, others) {
            Err(found) => Some((self.after.as_ref().map_or(1, |(line, _)| *line), found)),
            Ok(carried) => match self.played(bundle, carried.as_ref()) {
                Err(stopped) => Some(stopped),
                Ok(session) if session.state().ending.is_some() => None,
                Ok(_) => Some((self.lines.last().map_or(1, |line| line.number), text("transcript-model-unfinished"))),
            },
        };
        // It can still be played.
        let told = |(line, message)| Finding { severity: Severity::Warning, ..finding(file, line, message, text("transcript-model-help")) };
        stopped.map(told)
    }
}

/// An error at the beginning of a line.
fn finding(file: &str, line: u32, message: String, help: String) -> Finding {
    Finding { code: "transcript", severity: Severity::Error, file: file.into(), line: Some(line), column: Some(1), message, help }
}

/// What is on offer where something that isn't was to be picked.
fn not_to_be_picked(session: &Session) -> String {
    let offered = menu(session);
    match offered.is_empty() {
        true => text("transcript-over"),
        false => text_with("transcript-on-offer", &[("offered", offered.join(", ").into())]),
    }
}

/// What was said or seen since the last pick, as far as anybody reads it.
fn one_by_one(found: &[&str]) -> String {
    let within = found.iter().scan(0, |length: &mut usize, one| {
        let before = *length;
        *length = length.saturating_add(one.len());
        (before < LONGEST_FOUND).then_some(*one)
    });
    cut(&within.collect::<Vec<_>>().join(" / "), LONGEST_FOUND)
}

/// As much of a line as a message says again.
fn beginning(line: &str) -> String {
    cut(line, LONGEST_SHOWN)
}

/// So many letters of a text at most.
fn cut(line: &str, longest: usize) -> String {
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(line)),
        None => line.into(),
    }
}

/// A comment begins with # at the start of a line or after a blank, but not within quotation marks.
fn without_comment(line: &str) -> &str {
    let (mut straight, mut curly, mut before) = (false, 0i32, ' ');
    for (at, c) in line.char_indices() {
        match c {
            '#' if !straight && curly <= 0 && before.is_whitespace() => return line.get(..at).unwrap_or(line),
            '"' => straight = !straight,
            '“' => curly = curly.saturating_add(1),
            '”' => curly = curly.saturating_sub(1),
            _ => {}
        }
        before = c;
    }
    line
}

fn menu(session: &Session) -> Vec<&str> {
    super::search::offered(session.state()).map(|place| session.reply(place).id.as_str()).collect()
}

fn expectation(value: &str) -> Result<Expectation, (String, String)> {
    let (what, wanted) = value.split_once(char::is_whitespace).map_or((value, ""), |(what, wanted)| (what, wanted.trim()));
    let unclear = |known: &[&str], word: &str| {
        Err((
            text_with("transcript-unclear", &[("line", beginning(&format!("expect: {value}")).into())]),
            suggest(word, known.iter().copied()),
        ))
    };
    if wanted.is_empty() {
        return unclear(&EXPECTATIONS, what);
    }
    let one_of = |known: &[&str]| known.contains(&wanted).then(|| wanted.to_string());
    let outcome = |words: [&str; 2]| {
        let (id, outcome) = wanted.split_once(char::is_whitespace)?;
        words.iter().position(|word| *word == outcome.trim()).map(|place| (id.to_string(), place == 0))
    };
    let words = wanted.trim_matches(|c| matches!(c, '"' | '“' | '”')).to_string();
    if words.is_empty() {
        return Err((text_with("transcript-empty", &[("what", what.into())]), text("transcript-empty-help")));
    }
    let gates = ["no_cue_met", "skipped", "incomplete", "adequate", "unsafe"];
    let repairs = ["none", "mended", "partial", "refused", "unaddressed"];
    let endings = ["returns", "undecided", "wont_return", "walked_out", "none"];
    Ok(match what {
        "said" => Expectation::Said(words),
        "seen" => Expectation::Seen(words),
        "stance" => {
            let named =
                |word: &str| Stance::ALL.iter().find(|stance| format!("{stance:?}").eq_ignore_ascii_case(&word.replace(['_', ' '], "")));
            let of_one = wanted.split_once(char::is_whitespace).and_then(|(person, word)| Some((Some(person.to_string()), named(word)?)));
            match named(wanted).map(|stance| (None, stance)).or(of_one) {
                Some((person, stance)) => Expectation::Stance { person, stance: *stance },
                None => return unclear(&["Guarded", "Venting", "Frustrated", "Withdrawn", "Engaged", "OpeningUp"], wanted),
            }
        }
        "fact" => match outcome(["told", "not told"]) {
            Some((id, told)) => Expectation::Fact { id, told },
            None => return unclear(&["fact ID told", "fact ID not told"], wanted),
        },
        "offered" => match wanted.strip_prefix("not ") {
            Some(id) => Expectation::Offered { id: id.trim().into(), offered: false },
            None => Expectation::Offered { id: wanted.into(), offered: true },
        },
        score if SCORES.contains(&score) => {
            let range = wanted.split_once("..").map_or((wanted, wanted), |(low, high)| (low.trim(), high.trim()));
            match (range.0.parse(), range.1.parse()) {
                (Ok(low), Ok(high)) if low <= high => Expectation::Score { id: score.into(), range: Some((low, high)) },
                _ if wanted == "none" => Expectation::Score { id: score.into(), range: None },
                _ => return unclear(&["70..85", "none"], wanted),
            }
        }
        "gate" => match one_of(&gates) {
            Some(gate) => Expectation::Gate(gate),
            None => return unclear(&gates, wanted),
        },
        "repair" => match one_of(&repairs) {
            Some(repair) => Expectation::Repair(repair),
            None => return unclear(&repairs, wanted),
        },
        "ending" => match one_of(&endings) {
            Some(ending) => Expectation::Ending(ending),
            None => return unclear(&endings, wanted),
        },
        _ => return unclear(&EXPECTATIONS, what),
    })
}

impl Expectation {
    /// What was expected and what was found, where the two differ.
    fn misses(&self, session: &Session, account: &[Entry], since: usize) -> Option<(String, String)> {
        let bundle = session.bundle();
        let assessment = || assess(&bundle.rubric, bundle.case.lens, account);
        let (expected, found, fits) = match self {
            Expectation::Said(words) => {
                let said: Vec<&str> = account.iter().skip(since).filter_map(Entry::said).collect();
                (format!("said {words}"), one_by_one(&said), said.iter().any(|said| said.contains(words)))
            }
            Expectation::Seen(words) => {
                let seen: Vec<&str> = account.iter().skip(since).filter_map(Entry::seen).collect();
                (format!("seen {words}"), one_by_one(&seen), seen.iter().any(|seen| seen.contains(words)))
            }
            Expectation::Stance { person, stance } => {
                let mut people = bundle.case.people.iter().zip(&session.state().patients);
                let found =
                    people.find(|(there, _)| person.as_ref().is_none_or(|person| *person == there.id)).map(|(_, patient)| patient.stance);
                let who = person.as_ref().map(|person| format!("{person} ")).unwrap_or_default();
                let told = found.map_or_else(|| text("transcript-nobody"), |found| format!("stance {who}{found:?}"));
                (format!("stance {who}{stance:?}"), told, found == Some(*stance))
            }
            Expectation::Fact { id, told } => {
                let found = account.iter().any(|entry| matches!(entry, Entry::Told { fact, .. } if fact == id));
                let outcome = |told: bool| format!("fact {id} {}", if told { "told" } else { "not told" });
                let known = bundle.case.facts.iter().any(|fact| fact.id == *id);
                let there = if known { outcome(found) } else { text_with("transcript-no-fact", &[("fact", id.as_str().into())]) };
                (outcome(*told), there, known && found == *told)
            }
            Expectation::Offered { id, offered } => {
                let menu = menu(session);
                let not = if *offered { "" } else { "not " };
                let known = session.hour().scene.beats.iter().flat_map(|beat| &beat.replies).any(|reply| reply.id == *id);
                let found = if known { menu.join(", ") } else { text_with("transcript-no-reply", &[("reply", id.as_str().into())]) };
                (format!("offered {not}{id}"), found, known && menu.contains(&id.as_str()) == *offered)
            }
            Expectation::Score { id, range } => {
                let scores = assessment().scores;
                let value = SCORES.iter().zip(scores.each()).find(|(name, _)| *name == id).and_then(|(_, score)| score.value);
                let expected = range.map_or("none".into(), |(low, high)| format!("{low}..{high}"));
                let found = value.map_or(text("not-enough"), |value| value.to_string());
                let fits = range.map_or(value.is_none(), |(low, high)| value.is_some_and(|value| (low..=high).contains(&value)));
                (format!("{id} {expected}"), format!("{id} {found}"), fits)
            }
            Expectation::Gate(gate) => {
                let found = name(assessment().gate.state);
                (format!("gate {gate}"), format!("gate {found}"), found == *gate)
            }
            Expectation::Repair(outcome) => {
                let found = assessment().repairs.last().map_or("none".into(), |repair| name(repair.outcome));
                (format!("repair {outcome}"), format!("repair {found}"), found == *outcome)
            }
            Expectation::Ending(ending) => {
                let found = session.state().ending.map_or("none".into(), name);
                (format!("ending {ending}"), format!("ending {found}"), found == *ending)
            }
        };
        (!fits).then_some((expected, found))
    }
}

/// The name of a value in JSON, which is also how a transcript writes it.
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}
