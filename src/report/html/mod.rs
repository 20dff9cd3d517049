//! The debrief as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere.

mod chart;
pub mod script;

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assess::Score;
use crate::assess::notebook::Notebook;
use crate::script::turn::{Offer, Turn};
use crate::session::account::Entry;
use crate::texts::{spoken, text, text_with, word};

use super::looking_back::{self, OtherTold, Piece};
use super::over_time::{DRAWN, marks as marks_of, named, turned as is_turned};
use super::own::{self, Own};
use super::text::{ending, facts, felt, felt_title, gate, headline, measured, of_people, quoted, repairs, weights};
use super::{Debrief, FactTold, PersonTold, Told};

const STYLE: &str = include_str!("page.css");

/// Nothing is loaded and nothing is run, whatever stands in a case or in what the trainee wrote.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A part of the page: its id, its title and what stands in it.
type Part = (&'static str, String, Markup);

/// The whole debrief.
pub fn render(debrief: &Debrief) -> String {
    let (told, transcript, after) = (told(debrief), ("transcript", text("report-transcript"), transcript(debrief)), after(debrief));
    let parts = told.iter().chain([&transcript]).chain(&after);
    let body = html! {
        a .skip href="#debrief" { (text("report-skip")) }
        header {
            (header(debrief))
            nav aria-label=(text("report-contents")) {
                ul { @for (id, title, _) in parts { li { a href={ "#" (id) } { (title) } } } }
            }
        }
        main #debrief {
            div .told { @for part in &told { (section(part)) } }
            (section(&transcript))
            div .after { @for part in &after { (section(part)) } }
        }
    };
    page(&debrief.title, "", &body)
}

/// A page that needs nothing else, with what it wants of style beyond what all pages share.
fn page(title: &str, style: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(spoken().tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (text("product")) }
                style { (PreEscaped(STYLE)) (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// What is told of the hour.
fn told(debrief: &Debrief) -> Vec<Part> {
    let (well, tried, cues) = (looking_back::well(debrief), looking_back::interventions(debrief), looking_back::cues(debrief));
    let told = [
        ("well", text("well-title"), pieces(debrief, &well, "well-none")),
        ("turning", text("turning-title"), turning(debrief)),
        ("scores", text("report-scores"), html! { @for (name, one) in debrief.scores() { (score(debrief, name, one)) } }),
        ("safety", text("safety-title"), safety(debrief)),
        ("ruptures", text("repairs-title"), ruptures(debrief)),
        ("tried", text("interventions-title"), pieces(debrief, &tried, "interventions-none")),
        ("cues", text("cues-title"), pieces(debrief, &cues, "cues-none")),
        ("facts", text("facts-title"), told_facts(debrief)),
        ("felt", text_with("felt-title", &[("name", debrief.names().into())]), over_time(debrief)),
    ];
    let kept = [
        (!debrief.readings.is_empty()).then(|| ("readings", text("readings-title"), readings(debrief))),
        (debrief.notebook != Notebook::default()).then(|| ("notebook", text("notebook-title"), notebook(debrief))),
    ];
    told.into_iter().chain(kept.into_iter().flatten()).collect()
}

/// What comes after the hour.
fn after(debrief: &Debrief) -> [Part; 3] {
    let aftercare = html! {
        @for part in debrief.aftercare.split("\n\n") { p { (part) } }
        p { (text("formative")) }
    };
    [
        ("next", text("next-title"), next(debrief)),
        ("aftercare", text("debrief-aftercare"), aftercare),
        ("record", text("report-record"), record(debrief)),
    ]
}

fn section((id, title, inside): &Part) -> Markup {
    let heading = format!("{id}-heading");
    html! {
        section id=(id) aria-labelledby=(heading) {
            h2 id=(heading) { (title) }
            (inside)
        }
    }
}

fn header(debrief: &Debrief) -> Markup {
    let length = text_with("debrief-minutes", &[("minutes", debrief.minutes.into()), ("replies", debrief.turns.len().into())]);
    let with = [("name", debrief.names().into()), ("session", debrief.session.into())];
    html! {
        p .label { (text("product")) " · " (text("screen-debrief")) }
        h1 { (debrief.title) }
        p .muted { (text_with("report-with", &with)) " " (length) }
        div .beside { @for line in ending(debrief) { p { (line) } } }
    }
}

/// Where a reply stands in the page.
fn link(turn: u16) -> String {
    format!("#reply-{turn}")
}

fn reply(turn: u16) -> String {
    text_with("report-reply", &[("turn", turn.into())])
}

/// Links to those of the replies that the hour has.
fn links(debrief: &Debrief, turns: impl IntoIterator<Item = u16>) -> Markup {
    let turns: BTreeSet<u16> = turns.into_iter().filter(|turn| debrief.told(*turn).is_some()).collect();
    html! { @for turn in turns { " " a .to href=(link(turn)) { (reply(turn)) } } }
}

/// Pieces with their lines; where there is none, the text that says so.
fn pieces(debrief: &Debrief, pieces: &[Piece], none: &str) -> Markup {
    html! {
        @if pieces.is_empty() { p { (text(none)) } }
        @for one in pieces { (piece(debrief, one, false)) }
    }
}

/// A piece, where it helps with what could have been said instead.
fn piece(debrief: &Debrief, piece: &Piece, with_others: bool) -> Markup {
    let turn = debrief.told(piece.turn).map(|told| &told.turn);
    let why = turn.map(|turn| &turn.answer().why);
    html! {
        article .piece {
            h3 { (piece.title) }
            p .line { a .to href=(link(piece.turn)) { (reply(piece.turn)) } " " (piece.line) }
            p .code { (piece.code) }
            @if let Some(why) = why { p { (why) } }
            @if let Some(source) = &piece.source { p .source { (source) } }
            @for says in piece.says.iter().filter(|says| Some(*says) != why) { p { (says) } }
            @if let Some(turn) = turn.filter(|_| with_others) { (others(debrief, turn)) }
        }
    }
}

fn turning(debrief: &Debrief) -> Markup {
    let Some(hindsight) = &debrief.hindsight else { return html! { p { (text("report-not-retraced")) } } };
    if debrief.turns.is_empty() {
        return html! { p { (text("report-no-reply")) } };
    }
    let points = looking_back::turning_points(debrief, hindsight);
    html! {
        @if points.is_empty() { p { (text("turning-none")) } }
        @for one in points.iter().chain(&looking_back::silences(debrief, hindsight)) { (piece(debrief, one, true)) }
        p .source { (looking_back::method()) }
    }
}

/// The replies that were on offer beside the one that was taken, and as far as it is known where they would have led.
fn others(debrief: &Debrief, turn: &Turn) -> Markup {
    let told = debrief.hindsight.as_ref().map(|hindsight| looking_back::others(debrief, hindsight, turn.number));
    let unknown = || {
        let beside = turn.offered.iter().enumerate().filter(|(place, _)| *place != turn.taken);
        beside.map(|(_, offer)| OtherTold { offer, next: Vec::new(), led: Vec::new() }).collect()
    };
    let others: Vec<OtherTold> = told.unwrap_or_else(unknown);
    html! {
        @if !others.is_empty() {
            details {
                summary { (text("report-others")) }
                ul .others {
                    @for other in &others {
                        li {
                            (coded(other.offer))
                            @if !other.next.is_empty() {
                                p .label { (text("report-next")) }
                                @for line in &other.next { p .shown { (line) } }
                            }
                            @if !other.led.is_empty() {
                                p .label { (text("report-led")) }
                                @for line in &other.led { p { (line) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A reply with its code, its reason and its source.
fn coded(offer: &Offer) -> Markup {
    html! {
        p .line { (quoted(&offer.text, offer.deed)) }
        p .code { (word("skill", offer.codes.skill)) }
        p { (offer.why) }
        @if let Some(source) = &offer.source { p .source { (source) } }
    }
}

fn score(debrief: &Debrief, name: &str, score: &Score) -> Markup {
    let lines: Vec<_> = debrief.lines(score).collect();
    html! {
        div .score id=(name) {
            h3 { (text(name)) }
            p .headline {
                @if let (Some(value), Some(band)) = (score.value, score.band) {
                    strong .value { (value) } " " span { (word("band", band)) }
                } @else { (headline(score)) }
            }
            (chart::score(name, score))
            @if let (Some(min), Some(max)) = (score.offered_min, score.offered_max) {
                p .label { (text_with("offered-range", &[("min", min.into()), ("max", max.into())])) }
            }
            @for line in of_people(debrief, score) { p .label { (line) } }
            @if !lines.is_empty() {
                details {
                    summary { (text_with("report-lines", &[("count", lines.len().into())])) }
                    ul .others {
                        @for line in &lines {
                            @let (turn, answer) = (line.told.turn.number, line.told.turn.answer());
                            li {
                                p .line { a .to href=(link(turn)) { (reply(turn)) } " " (quoted(&answer.text, answer.deed)) }
                                p .code { (word("skill", answer.codes.skill)) " · " (weights(line)) }
                                @if let Some(why) = line.why() {
                                    p { (why) }
                                    @if let Some(source) = &answer.source { p .source { (source) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn safety(debrief: &Debrief) -> Markup {
    let lines = gate(debrief);
    let last = lines.len().saturating_sub(1);
    html! {
        @for (number, line) in lines.iter().enumerate() {
            p {
                (line)
                // What was done stands last, and where.
                @if number == last { (links(debrief, debrief.assessment.gate.turns.iter().copied())) }
            }
        }
    }
}

fn ruptures(debrief: &Debrief) -> Markup {
    let log = &debrief.assessment.repairs;
    html! {
        @for (number, line) in repairs(debrief).iter().enumerate() {
            p {
                (line)
                @if let Some(repair) = log.get(number) {
                    (links(debrief, [repair.opened, repair.until].into_iter().chain(repair.tried.iter().map(|tried| tried.turn))))
                }
            }
        }
    }
}

fn told_facts(debrief: &Debrief) -> Markup {
    html! {
        @for (number, line) in facts(debrief).iter().enumerate() {
            p {
                (line)
                @if let Some(FactTold::Told { after_turn, .. } | FactTold::Blocked { after_turn, .. }) = debrief.facts.get(number) {
                    (links(debrief, [*after_turn]))
                }
            }
        }
    }
}

/// What the trainee saw in somebody, beside what was plausible.
fn readings(debrief: &Debrief) -> Markup {
    html! {
        @for line in own::readings_together(debrief) { p { (line) } }
        @for own in own::readings(debrief) { (kept(debrief, &own)) }
    }
}

/// Their notes beside the formulation.
fn notebook(debrief: &Debrief) -> Markup {
    html! {
        @if let Some(nothing) = own::nothing(debrief) { p { (nothing) } }
        @for own in own::notes(debrief).iter().chain(&own::events(debrief)) { (kept(debrief, own)) }
        @if let Some(unheard) = own::unheard(debrief) { p { (unheard) } }
    }
}

fn kept(debrief: &Debrief, own: &Own) -> Markup {
    html! {
        article .piece {
            h3 { (own.title) }
            @for says in &own.says { p { (says) } }
            @if !own.turns.is_empty() { p { (links(debrief, own.turns.iter().copied())) } }
        }
    }
}

fn over_time(debrief: &Debrief) -> Markup {
    if debrief.turns.is_empty() {
        return html! { p { (text("report-drawn-none")) } };
    }
    html! {
        p { (text_with("report-drawn", &[("name", debrief.names().into())])) }
        @for (place, person) in debrief.people.iter().enumerate() {
            @if debrief.people.len() > 1 { h3 { (person.name) } }
            figure { (chart::hour(debrief, place, person)) }
            details {
                summary { (text("report-table")) }
                (table(debrief, person))
                ul { @for line in felt(person) { li { (line) } } }
            }
        }
    }
}

/// What is drawn, as a table: the start, then each reply with what was so after it.
fn table(debrief: &Debrief, person: &PersonTold) -> Markup {
    let (stance, moments) = (text("report-stance"), text("report-marks"));
    let told = |at: usize| at.checked_sub(1).and_then(|at| debrief.turns.get(at));
    html! {
        table {
            caption { (felt_title(person)) }
            thead {
                tr {
                    th scope="col" { (text("report-after")) }
                    th scope="col" { (moments) }
                    th scope="col" { (stance) }
                    @for measure in DRAWN { th scope="col" .number { (word("measure", measure)) } }
                }
            }
            tbody {
                @for (at, felt) in person.felt.iter().enumerate() {
                    tr {
                        th scope="row" {
                            @match told(at) {
                                Some(told) => a href=(link(told.turn.number)) { (reply(told.turn.number)) },
                                None => (text("report-start")),
                            }
                        }
                        td data-label=(moments) { (told(at).map(|told| named(&marks_of(debrief, told))).unwrap_or_default()) }
                        td data-label=(stance) { (word("stance", felt.stance)) }
                        @for measure in DRAWN {
                            td .number data-label=(word("measure", measure)) { (measured(felt, measure)) }
                        }
                    }
                }
            }
        }
    }
}

/// Everything that was said, done and seen, each line with its number.
fn transcript(debrief: &Debrief) -> Markup {
    let mut numbers = 1usize..;
    let mut count = || numbers.next().unwrap_or_default();
    html! {
        p .muted { (text("report-numbers")) }
        @for told in &debrief.turns {
            @for entry in &told.heard { (shown(entry, count())) }
            (answer(debrief, told, count()))
        }
        @for entry in &debrief.closing { (shown(entry, count())) }
        @if debrief.turns.is_empty() { p { (text("report-no-reply")) } }
        @else if debrief.ending.is_none() { p { (text("ending-unfinished")) } }
    }
}

fn shown(entry: &Entry, number: usize) -> Markup {
    let spoken = entry.said().is_some();
    html! {
        @for line in looking_back::lines(std::slice::from_ref(entry)) {
            p .numbered .seen[!spoken] id={ "line-" (number) } { span .at { (number) } " " (line) }
        }
    }
}

/// A reply of the trainee's with all that is coded of it.
fn answer(debrief: &Debrief, told: &Told, number: usize) -> Markup {
    let (turn, answer) = (&told.turn, told.turn.answer());
    let marks = marks_of(debrief, told);
    let at = text_with("report-reply-at", &[("turn", turn.number.into()), ("minute", told.minute.into())]);
    let weighed = debrief.scores().map(|(name, score)| (name, debrief.lines(score).find(|line| line.told.turn.number == turn.number)));
    let turned = is_turned(debrief, turn.number);
    html! {
        article .reply .turned[turned] id={ "reply-" (turn.number) } {
            h3 { a href=(link(turn.number)) { (at) } }
            p .numbered .line id={ "line-" (number) } {
                span .at { (number) } " " (text("you")) ": " (quoted(&answer.text, answer.deed))
            }
            @for line in own::words(told) { p .weighs { (line) } }
            p .code { (word("skill", answer.codes.skill)) }
            @if !marks.is_empty() { p .weighs { (text("report-marks")) ": " (named(&marks)) } }
            @for (name, line) in weighed {
                @if let Some(line) = line { p .weighs { (text(name)) ": " (weights(&line)) } }
            }
            p { (answer.why) }
            @if let Some(source) = &answer.source { p .source { (source) } }
            (others(debrief, turn))
        }
    }
}

fn next(debrief: &Debrief) -> Markup {
    html! {
        @for line in looking_back::next(debrief) { p { (line) } }
        @if let Some(next) = &debrief.next { p { (links(debrief, [next.turn])) } }
    }
}

/// What is needed to name the hour and to find it again.
fn record(debrief: &Debrief) -> Markup {
    let rows = [
        ("report-case", debrief.case.clone()),
        ("report-session", debrief.session.to_string()),
        ("report-seed", debrief.seed.to_string()),
        ("report-rubric", debrief.assessment.rubric.clone()),
        ("report-review", debrief.review.clone()),
        ("report-program", format!("{} {}", text("product"), env!("CARGO_PKG_VERSION"))),
    ];
    html! { dl { @for (name, value) in rows { div { dt { (text(name)) } dd { (value) } } } } }
}
