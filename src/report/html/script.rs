//! A whole case as a page to print: who comes, what is so, and every beat in an order to read it in, with room for a pencil.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use maud::{Markup, html};

use crate::report::conditions::{codes, conditions, effects, moment, name};
use crate::report::map::{By, Map, Node, ends_in_words};
use crate::script::bundle::Bundle;
use crate::script::codes::Measure;
use crate::script::model::{Beat, Case, Guard, Happening, Line, Person, Phrasings, Planned, Reply, Start, Supposed};
use crate::texts::{text, text_with, word};

use super::page;

const STYLE: &str = include_str!("script.css");

/// The case, and of its sessions those of that range, counted from 0. `lines` tells for a session the line of its file that each beat
/// begins at.
pub fn render(bundle: &Bundle, sessions: Range<usize>, lines: &dyn Fn(usize) -> Vec<u32>) -> String {
    let case = &bundle.case;
    let body = html! {
        header .title {
            p .label { (text("product")) " · " (text("script-label")) }
            h1 { (case.title) }
            (facts_of_the_case(case))
        }
        main {
            (before(case))
            @for session in sessions { (session_told(bundle, session, &lines(session))) }
        }
    };
    page(&case.title, STYLE, &body)
}

/// Rows of a name and what it is.
fn rows<'a>(rows: impl IntoIterator<Item = (String, Markup)> + 'a) -> Markup {
    html! { dl { @for (name, what) in rows { div { dt { (name) } dd { (what) } } } } }
}

fn facts_of_the_case(case: &Case) -> Markup {
    let plain = |name: &str, what: &str| (text(name), html! { (what) });
    rows([
        (
            text("script-people"),
            html! { @for person in &case.people { p { strong { (person.name) } ", " (person.age) ". " (person.about) } } },
        ),
        plain(
            "script-format",
            &format!("{} · {} · {}", word("format", case.format), word("setting", case.setting), word("lens", case.lens)),
        ),
        plain("script-difficulty", &text_with("book-difficulty", &[("difficulty", case.difficulty.into())])),
        plain("script-author", &case.author),
        plain("report-review", &case.review),
        plain("script-licence", &case.licence),
    ])
}

/// Everything that stands in the case itself.
fn before(case: &Case) -> Markup {
    let part = |name: &str, inside: Markup| html! { section { h2 { (text(name)) } (inside) } };
    html! {
        @if !case.learning_goals.is_empty() { (part("script-goals", list(case.learning_goals.iter().map(|goal| html! { (goal) })))) }
        @if !case.content_notes.is_empty() {
            (part("referral-content", list(case.content_notes.iter().map(|note| html! {
                (note.note)
                @if let Some(topic) = &note.topic { " " span .label { (text_with("script-topic", &[("topic", topic.as_str().into())])) } }
            }))))
        }
        (part("script-referral", paragraphs(&case.referral)))
        (part("script-so", html! { @for person in &case.people { (of_person(case, person)) } }))
        @if !case.facts.is_empty() { (part("script-facts", facts(case))) }
        @if !case.formulation.is_empty() { (part("script-formulation", formulation(case))) }
        (part("debrief-aftercare", paragraphs(&case.aftercare)))
        @if !case.sources.is_empty() { (part("script-sources", list(case.sources.iter().map(|source| html! { (source) })))) }
    }
}

fn list(items: impl Iterator<Item = Markup>) -> Markup {
    html! { ul { @for item in items { li { (item) } } } }
}

fn paragraphs(text: &str) -> Markup {
    html! { @for part in crate::script::model::fold(text).split("\n\n") { p { (part) } } }
}

/// How somebody takes things, and where they stand at the start.
fn of_person(case: &Case, person: &Person) -> Markup {
    let temperament = person.temperament;
    let fill = [
        ("reactance", temperament.reactance.into()),
        ("pace", temperament.pace.into()),
        ("rupture", word("rupture", temperament.ruptures).into()),
        ("masking", temperament.masking.into()),
        ("mask", word("face", temperament.mask).into()),
    ];
    html! {
        @if case.people.len() > 1 { h3 { (person.name) } }
        p { (text_with("script-start", &[("measures", stands(person.start).into())])) }
        p { (text_with("script-temperament", &fill)) }
    }
}

/// The measures that somebody starts with, in words.
fn stands(start: Start) -> String {
    let of = |measure| match measure {
        Measure::Trust => start.trust,
        Measure::Agreement => start.agreement,
        Measure::Safety => start.safety,
        Measure::Distress => start.distress,
        Measure::Frustration => start.frustration,
        Measure::Hope => start.hope,
        Measure::Dependency => start.dependency,
        Measure::Experiencing => start.experiencing,
    };
    Measure::ALL.iter().map(|measure| format!("{} {}", word("measure", measure), of(*measure))).collect::<Vec<_>>().join(", ")
}

fn facts(case: &Case) -> Markup {
    table(
        ["script-fact", "script-needs", "script-too-early"],
        case.facts.iter().map(|fact| {
            [
                html! { p { strong { (fact.id) } } p { (fact.what) } },
                html! { (or_nothing(conditions(case, &fact.needs))) },
                html! { (phrasings(&fact.blocked)) },
            ]
        }),
    )
}

fn formulation(case: &Case) -> Markup {
    table(
        ["script-event", "script-related", "script-reading"],
        case.formulation.iter().map(|link| {
            let related = if link.related { "script-yes" } else { "script-no" };
            let reading = html! {
                p { (link.reading) }
                @for rival in &link.rivals {
                    p { (text_with("notebook-by-lens", &[("lens", word("lens", rival.lens).into()), ("reading", rival.reading.as_str().into())])) }
                }
                @if !link.heard.is_empty() { p .label { (text_with("script-heard", &[("where", link.heard.join(", ").into())])) } }
            };
            [html! { (link.event) }, html! { (text(related)) }, reading]
        }),
    )
}

fn table<const COLUMNS: usize>(names: [&str; COLUMNS], rows: impl Iterator<Item = [Markup; COLUMNS]>) -> Markup {
    html! {
        table {
            thead { tr { @for name in names { th scope="col" { (text(name)) } } } }
            tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
        }
    }
}

fn or_nothing(text: String) -> String {
    if text.is_empty() { "–".into() } else { text }
}

/// One wording after the other.
fn phrasings(phrasings: &Phrasings) -> Markup {
    html! {
        @for (at, wording) in phrasings.0.iter().enumerate() {
            p { @if at > 0 { span .label { (text("script-or")) " " } } (wording) }
        }
    }
}

/// A session: what goes before it, then its beats in reading order.
fn session_told(bundle: &Bundle, session: usize, lines: &[u32]) -> Markup {
    let (case, scene) = (&bundle.case, &bundle.hour(session).scene);
    let Some(planned) = case.sessions.get(session) else { return html! {} };
    let map = Map::new(scene);
    let order = map.in_order();
    let numbers: BTreeMap<usize, usize> = order.iter().copied().zip(1..).collect();
    let reading = Reading { case, session: session.saturating_add(1), map: &map, numbers, lines };
    let fill = [("session", reading.session.into()), ("scene", scene.title.as_str().into())];
    let length = [("minutes", scene.length.into()), ("beats", order.len().into()), ("file", planned.scene.as_str().into())];
    html! {
        section .session {
            h2 { (text_with("script-session", &fill)) }
            p .muted { (text_with("script-length", &length)) }
            (went_before(case, planned))
            p .label { (text("script-how-to-read")) }
            @for at in &order { (reading.beat(*at)) }
        }
    }
}

fn went_before(case: &Case, planned: &Planned) -> Markup {
    html! {
        @if let Some(note) = &planned.note { h3 { (text("script-note")) } (paragraphs(note)) }
        @if !planned.week.is_empty() {
            h3 { (text("script-week")) }
            (list(planned.week.iter().map(|happening| happened(case, happening))))
        }
        @if !planned.supposed.is_empty() {
            h3 { (text("script-supposed")) }
            ol { @for supposed in &planned.supposed { li { (history(case, supposed)) } } }
        }
    }
}

fn happened(case: &Case, happening: &Happening) -> Markup {
    let all = [
        conditions(case, &happening.when),
        text_with("effect-note", &[("note", happening.note.as_str().into())]),
        effects(case, &happening.effects),
        text_with("script-weight", &[("weight", happening.weight.into())]),
    ];
    let all: Vec<&str> = all.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    html! { (happening.what) " " span .label { (all.join("; ")) } }
}

fn history(case: &Case, supposed: &Supposed) -> Markup {
    let people = case.people.iter().zip(&supposed.people).map(|(person, start)| format!("{}: {}", person.name, stands(*start)));
    let listed = |name: &str, ids: &[String]| (!ids.is_empty()).then(|| text_with(name, &[("ids", ids.join(", ").into())]));
    html! {
        @for line in people.chain(listed("script-told", &supposed.told)).chain(listed("script-noted", &supposed.noted)) { p { (line) } }
    }
}

/// A session on its way onto paper.
struct Reading<'a> {
    case: &'a Case,
    /// Counted from 1.
    session: usize,
    map: &'a Map<'a>,
    /// Of each beat by its place, counted from 1 in reading order.
    numbers: BTreeMap<usize, usize>,
    lines: &'a [u32],
}

impl Reading<'_> {
    fn id(&self, number: usize) -> String {
        format!("beat-{}-{number}", self.session)
    }

    /// A beat by its number and its name, as a link.
    fn to(&self, at: usize) -> Markup {
        let number = self.numbers.get(&at).copied().unwrap_or_default();
        html! { a .to href={ "#" (self.id(number)) } { "→ " (number) " " (self.map.node(at).beat.id) } }
    }

    /// The same for the beat of that name.
    fn to_named(&self, id: &str) -> Markup {
        match self.map.beats.iter().position(|node| node.beat.id == id) {
            Some(at) => self.to(at),
            None => html! { (id) },
        }
    }

    fn beat(&self, at: usize) -> Markup {
        let node = self.map.node(at);
        let number = self.numbers.get(&at).copied().unwrap_or_default();
        let from: Vec<String> = self
            .map
            .ways
            .iter()
            .filter(|way| way.to == at && way.from != at)
            .filter_map(|way| self.numbers.get(&way.from))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(usize::to_string)
            .collect();
        let (first, rest) = node.beat.lines.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
        html! {
            article .beat id=(self.id(number)) {
                div .head {
                    h3 {
                        span .at { (number) } (node.beat.id)
                        @if let Some(line) = self.lines.get(at) { " " span .label { (text_with("map-line", &[("line", (*line).into())])) } }
                        @if !node.beat.replies.is_empty() {
                            " " span .label { (text_with("script-minutes", &[("minutes", node.beat.minutes.into())])) }
                        }
                        @if !from.is_empty() { " " span .label { (text_with("script-from", &[("beats", from.join(", ").into())])) } }
                    }
                    @for line in self.about(node) { p .code { (line) } }
                    @if let Some(line) = first { (self.line(line)) }
                }
                @for line in rest { (self.line(line)) }
                (self.onward(at))
                @if !node.beat.replies.is_empty() { (self.menu(node.beat)) }
            }
        }
    }

    /// What kind of beat it is, in lines.
    fn about(&self, node: &Node) -> Vec<String> {
        let beat = node.beat;
        let mut about: Vec<String> = node.entries.iter().map(|entry| entry.in_words()).collect();
        about.extend(beat.moments.iter().map(moment));
        about.extend(beat.whose.as_ref().map(|who| text_with("script-whose", &[("name", name(self.case, who).into())])));
        let feels: Vec<String> = beat.feels.iter().map(|feeling| word("feeling", feeling)).collect();
        about.extend((!feels.is_empty()).then(|| text_with("script-feels", &[("feelings", feels.join(", ").into())])));
        let away: Vec<&str> = beat.away.iter().map(|who| name(self.case, who)).collect();
        about.extend((!away.is_empty()).then(|| text_with("script-away", &[("names", away.join(", ").into())])));
        about
    }

    fn line(&self, line: &Line) -> Markup {
        let several = self.case.people.len() > 1;
        let who = line.who.as_deref().or(self.case.people.first().map(|person| person.id.as_str())).unwrap_or_default();
        let speaks = name(self.case, who);
        let shown = shown(line);
        html! {
            div .said {
                @if !line.when.is_empty() { p .when { (self.when(&line.when)) } }
                @if let Some(say) = &line.say { div .speech { p .who { (speaks) } (phrasings(say)) } }
                @if !line.first.is_empty() {
                    div .speech {
                        p .who { (speaks) }
                        @for variant in &line.first {
                            p .when { @if variant.when.is_empty() { (text("map-otherwise")) ":" } @else { (self.when(&variant.when)) } }
                            (phrasings(&variant.say))
                        }
                    }
                }
                @if let Some(see) = &line.see { div .seen { @if several { p .who { (speaks) } } (phrasings(see)) } }
                @if let Some(seconds) = line.pause { p .seen { (text_with("pause", &[("seconds", seconds.into())])) } }
                @if !shown.is_empty() { p .label { (shown.join(", ")) } }
            }
        }
    }

    fn when(&self, when: &[Guard]) -> String {
        text_with("script-when", &[("conditions", conditions(self.case, when).into())])
    }

    /// How it goes on without a reply.
    fn onward(&self, at: usize) -> Markup {
        let beat = self.map.node(at).beat;
        let ways = self.map.ways.iter().filter(|way| way.from == at).flat_map(|way| way.by.iter().map(|by| (way.to, by)));
        let told = ways.filter(|(_, by)| !matches!(by, By::Reply(_))).map(|(to, by)| (by.in_words(self.case, beat), to));
        html! {
            @if let Some(fact) = &beat.tells { p .onward { (text_with("map-tells", &[("fact", fact.as_str().into())])) } }
            @for (how, to) in told { p .onward { (how) " " (self.to(to)) } }
            @if let Some(end) = beat.ends { p .onward { "■ " (ends_in_words(end)) } }
        }
    }

    fn menu(&self, beat: &Beat) -> Markup {
        html! {
            table .menu {
                thead {
                    tr {
                        th scope="col" { (text("script-reply")) }
                        th scope="col" { (text("script-why")) }
                        th scope="col" .pencil { (text("script-yours")) }
                    }
                }
                tbody { @for reply in &beat.replies { tr { td { (self.reply(reply)) } td .margin { (margin(reply)) } td .pencil {} } } }
            }
        }
    }

    fn reply(&self, reply: &Reply) -> Markup {
        let effects = effects(self.case, &reply.effects);
        let names = |people: &[String]| people.iter().map(|who| name(self.case, who)).collect::<Vec<_>>().join(", ");
        html! {
            @if !reply.when.is_empty() { p .when { (self.when(&reply.when)) } }
            @if let Some(say) = &reply.say { p .speech { (say) } }
            @if let Some(act) = &reply.act { p .seen { (act) } }
            @if !reply.with.is_empty() { p .label { (text_with("script-with", &[("names", names(&reply.with).into())])) } }
            @if let Some(against) = &reply.against {
                p .label { (text_with("script-against", &[("name", name(self.case, against).into())])) }
            }
            p .label { (reply.id) @if !effects.is_empty() { " · " (effects) } " " (self.to_named(&reply.to)) }
        }
    }
}

/// What a reply is, and why.
fn margin(reply: &Reply) -> Markup {
    html! {
        p .code { (codes(reply).join(" · ")) }
        p { (reply.why) }
        @if let Some(source) = &reply.source { p .source { (source) } }
    }
}

/// What is shown beside words, in words.
fn shown(line: &Line) -> Vec<String> {
    let mut shown = Vec::new();
    match (line.face, line.leak) {
        (Some(face), Some(leak)) => {
            shown.push(text_with("script-leak", &[("face", word("face", face).into()), ("leak", word("face", leak).into())]));
        }
        (Some(face), None) => shown.push(text_with("script-face", &[("face", word("face", face).into())])),
        (None, _) => {}
    }
    shown.extend(line.look.map(|look| word("look", look)));
    shown.extend(line.does.map(|does| word("does", does)));
    shown.extend(line.sound.map(|sound| word("sound", sound)));
    shown.extend(line.camera.map(|camera| word("camera", camera)));
    shown
}
