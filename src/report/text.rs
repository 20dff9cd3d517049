//! The debrief as plain text, for a terminal, a file or a screen reader.

use std::fmt::Write;

use crate::assess::notebook::Notebook;
use crate::assess::{Band, Evidence, Gate, OfPerson, Repair, Score, Try, Weighs};
use crate::script::codes::{Ending, Measure};
use crate::script::exam::Held;
use crate::session::account::Felt;
use crate::texts::{text, text_with, word};

use super::looking_back::{self, Piece};
use super::own::{self, Own};
use super::{Debrief, FactTold, Line, PersonTold};

/// Widest line, in characters.
const WIDTH: usize = 78;

/// The whole debrief.
pub fn render(debrief: &Debrief) -> String {
    let mut out = String::new();
    let title = format!("{} · {}", text("product"), debrief.title);
    heading(&mut out, &title, '=');
    for line in ending(debrief) {
        paragraph(&mut out, 0, &line);
    }
    heading(&mut out, &text("well-title"), '-');
    pieces(&mut out, &looking_back::well(debrief), "well-none");
    heading(&mut out, &text("turning-title"), '-');
    if let Some(hindsight) = &debrief.hindsight {
        paragraph(&mut out, 0, &looking_back::method());
        let none = if debrief.turns.is_empty() { "report-no-reply" } else { "turning-none" };
        pieces(&mut out, &looking_back::turning_points(debrief, hindsight), none);
        looking_back::silences(debrief, hindsight).iter().for_each(|silence| piece(&mut out, silence));
    } else {
        paragraph(&mut out, 0, &text("report-not-retraced"));
    }
    for (name, score) in debrief.scores() {
        heading(&mut out, &text(name), '-');
        score_lines(&mut out, debrief, score);
    }
    heading(&mut out, &text("safety-title"), '-');
    for line in gate(debrief) {
        paragraph(&mut out, 0, &line);
    }
    heading(&mut out, &text("repairs-title"), '-');
    for line in repairs(debrief) {
        paragraph(&mut out, 0, &line);
    }
    heading(&mut out, &text("interventions-title"), '-');
    pieces(&mut out, &looking_back::interventions(debrief), "interventions-none");
    heading(&mut out, &text("cues-title"), '-');
    pieces(&mut out, &looking_back::cues(debrief), "cues-none");
    heading(&mut out, &text("facts-title"), '-');
    for line in facts(debrief) {
        paragraph(&mut out, 0, &line);
    }
    if debrief.turns.iter().any(|told| told.own.is_some()) {
        heading(&mut out, &text("own-title"), '-');
        for told in debrief.turns.iter().filter(|told| told.own.is_some()) {
            let answer = told.turn.answer();
            out.push('\n');
            paragraph(&mut out, 2, &format!("{}. {}", told.turn.number, quoted(&answer.text, answer.deed)));
            own::words(told).iter().for_each(|line| paragraph(&mut out, 5, line));
        }
    }
    if !debrief.readings.is_empty() {
        heading(&mut out, &text("readings-title"), '-');
        own::readings_together(debrief).iter().for_each(|line| paragraph(&mut out, 0, line));
        own::readings(debrief).iter().for_each(|own| kept(&mut out, own));
    }
    if debrief.notebook != Notebook::default() {
        heading(&mut out, &text("notebook-title"), '-');
        own::nothing(debrief).iter().for_each(|line| paragraph(&mut out, 0, line));
        own::notes(debrief).iter().chain(&own::events(debrief)).for_each(|own| kept(&mut out, own));
        if let Some(unheard) = own::unheard(debrief) {
            out.push('\n');
            paragraph(&mut out, 0, &unheard);
        }
    }
    for person in &debrief.people {
        heading(&mut out, &felt_title(person), '-');
        for line in felt(person) {
            paragraph(&mut out, 0, &line);
        }
    }
    heading(&mut out, &text("next-title"), '-');
    for line in looking_back::next(debrief) {
        paragraph(&mut out, 0, &line);
    }
    out.push('\n');
    paragraph(&mut out, 0, &debrief.aftercare);
    out.push('\n');
    paragraph(&mut out, 0, &text("formative"));
    out
}

/// Pieces with their lines; where there is none, the text that says so.
fn pieces(out: &mut String, pieces: &[Piece], none: &str) {
    if pieces.is_empty() {
        paragraph(out, 0, &text(none));
    }
    pieces.iter().for_each(|one| piece(out, one));
}

fn piece(out: &mut String, piece: &Piece) {
    out.push('\n');
    paragraph(out, 0, &piece.title);
    paragraph(out, 2, &format!("{}. {}", piece.turn, piece.line));
    paragraph(out, 5, &piece.code);
    piece.says.iter().for_each(|says| paragraph(out, 5, says));
    piece.source.iter().for_each(|source| paragraph(out, 5, &format!("[{source}]")));
}

fn kept(out: &mut String, own: &Own) {
    out.push('\n');
    paragraph(out, 2, &own.title);
    own.says.iter().for_each(|says| paragraph(out, 5, says));
}

/// How they left, beside what the trainee expected and felt.
pub fn ending(debrief: &Debrief) -> Vec<String> {
    let so = |name: String, ending: Ending| text_with(&format!("ending-{ending:?}"), &[("name", name.into())]);
    let left = match debrief.ending {
        Some(Ending::WalkedOut) => vec![so(debrief.names(), Ending::WalkedOut)],
        Some(_) => debrief.people.iter().filter_map(|person| Some(so(person.name.clone(), person.ending?))).collect(),
        None => vec![text("ending-unfinished")],
    };
    let week = debrief.week.as_ref().map(|what| text_with("debrief-week", &[("what", what.as_str().into())]));
    let expected =
        debrief.expected.map(|expected| text_with("afterwards-expected", &[("expected", word("ending-short", expected).into())]));
    let felt = debrief.trainee_felt.trim();
    let felt = (!felt.is_empty()).then(|| text_with("afterwards-felt", &[("felt", felt.into())]));
    let left_out = debrief.left_out.iter().map(|note| text_with("debrief-left-out", &[("note", note.as_str().into())]));
    exam(debrief).into_iter().chain(left).chain([week, expected, felt].into_iter().flatten()).chain(left_out).collect()
}

/// That it was an exam, and what a reader should know of how it was held; nothing where it was none.
fn exam(debrief: &Debrief) -> Vec<String> {
    debrief.exam.as_ref().map(exam_lines).unwrap_or_default()
}

/// The same of what its record says.
pub fn exam_lines(held: &Held) -> Vec<String> {
    let title = match &held.paper {
        Some(paper) => text_with("exam-was", &[("title", paper.title.as_str().into())]),
        None => text("exam-was-own"),
    };
    let attempt = (held.attempt > 1).then(|| text_with("exam-attempt", &[("attempt", held.attempt.into())]));
    let review = (!held.reviewed).then(|| text("exam-unreviewed"));
    let at_hand = text(if held.at_hand { "exam-at-hand" } else { "exam-not-at-hand" });
    let met = text_with("exam-met", &[("met", held.met.into())]);
    [Some(title), attempt, review, Some(at_hand), Some(met), Some(text("exam-formative"))].into_iter().flatten().collect()
}

/// Value, band and offered range of a score in one line.
pub fn headline(score: &Score) -> String {
    range(score.value, score.band, score.offered_min, score.offered_max)
}

fn range(value: Option<u8>, band: Option<Band>, min: Option<u8>, max: Option<u8>) -> String {
    let (Some(value), Some(band)) = (value, band) else { return text("not-enough") };
    let range = match (min, max) {
        (Some(min), Some(max)) => format!(" ({})", text_with("offered-range", &[("min", min.into()), ("max", max.into())])),
        _ => String::new(),
    };
    format!("{value}, {}{range}", word("band", band))
}

/// A score for each of several people, and how the one score comes of them; nothing where only one person comes.
pub fn of_people(debrief: &Debrief, score: &Score) -> Vec<String> {
    let line = |one: &OfPerson| {
        let name = debrief.people.iter().find(|person| person.id == one.person).map(|person| person.name.as_str()).unwrap_or_default();
        format!("{name}: {}", range(one.value, one.band, one.offered_min, one.offered_max))
    };
    let how = (!score.people.is_empty()).then(|| text("score-lowest"));
    score.people.iter().map(line).chain(how).collect()
}

fn score_lines(out: &mut String, debrief: &Debrief, score: &Score) {
    paragraph(out, 0, &headline(score));
    of_people(debrief, score).iter().for_each(|line| paragraph(out, 0, line));
    for line in debrief.lines(score) {
        let answer = line.told.turn.answer();
        out.push('\n');
        paragraph(out, 2, &format!("{}. {}", line.told.turn.number, quoted(&answer.text, answer.deed)));
        paragraph(out, 5, &format!("{} · {}", word("skill", answer.codes.skill), weights(&line)));
        if let Some(why) = line.why() {
            let source = answer.source.as_ref().map(|source| format!(" [{source}]")).unwrap_or_default();
            paragraph(out, 5, &format!("{why}{source}"));
        }
    }
}

/// All that a line weighs, in words.
pub fn weights(line: &Line) -> String {
    let part = |evidence: &Evidence| match line.weighs_for(evidence) {
        Some(name) => format!("{name}: {}", weighs(evidence)),
        None => weighs(evidence),
    };
    line.evidence.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// Words in quotation marks, a deed in brackets.
pub fn quoted(text: &str, deed: bool) -> String {
    if deed { format!("[{text}]") } else { format!("“{text}”") }
}

pub(super) fn weighs(evidence: &Evidence) -> String {
    match &evidence.weighs {
        Weighs::Level { coded, credited } if coded == credited => text_with("weighs-level", &[("coded", (*coded).into())]),
        Weighs::Level { coded, credited } => {
            text_with("weighs-level-lower", &[("coded", (*coded).into()), ("credited", (*credited).into())])
        }
        Weighs::Fit { hundredths: 100 } => text("weighs-fit"),
        Weighs::Fit { hundredths: 0 } => text("weighs-fit-not"),
        Weighs::Fit { .. } => text("weighs-fit-some"),
        Weighs::Reflection => text("weighs-reflection"),
        Weighs::ComplexReflection => text("weighs-complex"),
        Weighs::Question => text("weighs-question"),
        Weighs::Moves { made, offered } => {
            let names: Vec<String> = offered.iter().map(|offered| word("goal", offered)).collect();
            let fill = [("made", made.len().into()), ("offered", offered.len().into()), ("names", names.join(", ").into())];
            text_with(if made.is_empty() { "weighs-no-moves" } else { "weighs-moves" }, &fill)
        }
        Weighs::Collaborative => text("weighs-together"),
        Weighs::Directive => text("weighs-directive"),
        Weighs::Boundary { response, indicated, points, asked } => {
            let response = response.map_or_else(|| text("boundary-none"), |response| word("boundary", response));
            let indicated = if *indicated { "yes" } else { "no" };
            let fill = [("response", response.into()), ("indicated", indicated.into()), ("points", (*points).into())];
            text_with(if *asked { "weighs-boundary" } else { "weighs-boundary-unasked" }, &fill)
        }
    }
}

/// What is said of safety.
pub fn gate(debrief: &Debrief) -> Vec<String> {
    gate_lines(&debrief.assessment.gate)
}

pub(super) fn gate_lines(gate: &Gate) -> Vec<String> {
    let steps: Vec<String> = gate.steps.iter().map(|step| word("safety", step)).collect();
    let done = (!steps.is_empty()).then(|| text_with("gate-steps", &[("steps", steps.join(", ").into())]));
    [word("gate", gate.state)].into_iter().chain(done).collect()
}

/// What is said of ruptures.
pub fn repairs(debrief: &Debrief) -> Vec<String> {
    let log = &debrief.assessment.repairs;
    if log.is_empty() {
        return vec![text("repairs-none")];
    }
    let told = |repair: &Repair| {
        let line = repair_line(repair.opened, &repair.tried, word("outcome", repair.outcome));
        let name = debrief.people.iter().find(|person| debrief.people.len() > 1 && person.id == repair.person).map(|person| &person.name);
        name.map_or_else(|| line.clone(), |name| format!("{name}: {line}"))
    };
    log.iter().map(told).collect()
}

pub(super) fn repair_line(opened: u16, tried: &[Try], outcome: String) -> String {
    let tried: Vec<String> = tried.iter().map(|tried| format!("{} ({})", word("repair", tried.code), tried.turn)).collect();
    let tried = if tried.is_empty() { text("repair-tried-nothing") } else { tried.join(", ") };
    text_with("repair-line", &[("opened", opened.into()), ("tried", tried.into()), ("outcome", outcome.into())])
}

/// What came out, or nearly did.
pub fn facts(debrief: &Debrief) -> Vec<String> {
    if debrief.facts.is_empty() {
        return vec![text("facts-none")];
    }
    let line = |fact: &FactTold| match fact {
        FactTold::Told { what, .. } => text_with("facts-told", &[("what", what.as_str().into())]),
        FactTold::Blocked { seen, .. } => text_with("facts-blocked", &[("text", seen.as_str().into())]),
    };
    debrief.facts.iter().map(line).collect()
}

/// What stands above what somebody felt.
pub fn felt_title(person: &PersonTold) -> String {
    text_with("felt-title", &[("name", person.name.as_str().into())])
}

/// What was so in somebody at the start and at the end, below how it is counted.
pub fn felt(person: &PersonTold) -> Vec<String> {
    let (Some(start), Some(end)) = (person.felt.first(), person.felt.last()) else { return Vec::new() };
    let line = |measure: &Measure| {
        let fill = [
            ("measure", word("measure", measure).into()),
            ("start", measured(start, *measure).into()),
            ("end", measured(end, *measure).into()),
        ];
        text_with("felt-measure", &fill)
    };
    std::iter::once(text("felt-scale")).chain(Measure::ALL.iter().map(line)).collect()
}

/// A measure of what was felt.
pub fn measured(felt: &Felt, measure: Measure) -> u8 {
    match measure {
        Measure::Trust => felt.trust,
        Measure::Agreement => felt.agreement,
        Measure::Safety => felt.safety,
        Measure::Distress => felt.distress,
        Measure::Frustration => felt.frustration,
        Measure::Hope => felt.hope,
        Measure::Dependency => felt.dependency,
        Measure::Experiencing => felt.experiencing,
    }
}

pub(super) fn heading(out: &mut String, title: &str, under: char) {
    if !out.is_empty() {
        out.push('\n');
    }
    let line: String = std::iter::repeat_n(under, title.chars().count()).collect();
    // Writing to a String can't fail.
    let _ = writeln!(out, "{title}\n{line}");
}

/// A text broken into lines, all indented alike.
pub fn paragraph(out: &mut String, indent: usize, text: &str) {
    for (number, part) in text.split("\n\n").enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let mut width: usize = 0;
        for word in part.split_whitespace() {
            let length = word.chars().count();
            if width > 0 && length.saturating_add(width) >= WIDTH {
                out.push('\n');
                width = 0;
            }
            if width == 0 {
                out.extend(std::iter::repeat_n(' ', indent));
                width = indent;
            } else {
                out.push(' ');
                width = width.saturating_add(1);
            }
            out.push_str(word);
            width = width.saturating_add(length);
        }
        out.push('\n');
    }
}
