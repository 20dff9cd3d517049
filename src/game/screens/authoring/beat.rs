//! A beat as it was written, in words: its lines with their variants, its moments, its replies with codes and reasons.

use bevy_egui::egui::{Id, Ui};

use crate::game::authoring::{Ask, Study};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, flow, heading, rule, say};
use crate::report::conditions::{codes, conditions, effects, moment, name};
use crate::report::map::{By, ends_in_words, ways_out};
use crate::report::text::quoted;
use crate::script::model::{Beat, Case, Guard, Line, Phrasings, Reply, fold};
use crate::session::account::offer;
use crate::texts::{text, text_with};

pub(super) fn beat_ui(ui: &mut Ui, study: &Study, case: &Case, beat: &Beat) -> Option<Intent> {
    let mut intent = place_ui(ui, study, &beat.id);
    about_ui(ui, case, beat);
    rule(ui);
    heading(ui, Voice::Heading, &text("beat-lines"));
    if beat.lines.is_empty() {
        say(ui, Voice::Quiet, &text("beat-unsaid"));
    }
    beat.lines.iter().for_each(|line| line_ui(ui, case, line));
    if !beat.replies.is_empty() {
        rule(ui);
        heading(ui, Voice::Heading, &text("beat-replies"));
    }
    for (place, reply) in (0..).zip(&beat.replies) {
        let asked = reply_ui(ui, study, case, (place, reply));
        intent = intent.or(asked);
    }
    intent.or(onward_ui(ui, study, case, beat))
}

/// Where it stands in its file, and the way there.
fn place_ui(ui: &mut Ui, study: &Study, beat: &str) -> Option<Intent> {
    let (file, line) = study.place(beat)?;
    let told = text_with("beat-line", &[("file", file.as_str().into()), ("line", line.into())]);
    say(ui, Voice::Label, &told);
    let name = text("authoring-edit");
    let clicked = Card::button(ui, &name).named(format!("{name}: {told}")).id(Id::new("open the beat")).show(ui).clicked();
    clicked.then_some(Intent::Author(Ask::Edit { file, line }))
}

fn names(case: &Case, ids: &[String]) -> String {
    ids.iter().map(|id| name(case, id)).collect::<Vec<_>>().join(", ")
}

fn about_ui(ui: &mut Ui, case: &Case, beat: &Beat) {
    beat.moments.iter().for_each(|there| drop(say(ui, Voice::Mark, &moment(there))));
    if let Some(whose) = &beat.whose {
        say(ui, Voice::Label, &text_with("script-whose", &[("name", name(case, whose).into())]));
    }
    if !beat.away.is_empty() {
        say(ui, Voice::Label, &text_with("script-away", &[("names", names(case, &beat.away).into())]));
    }
    if let (Some(topic), Some(around)) = (&beat.topic, &beat.around) {
        say(ui, Voice::Label, &text_with("beat-topic", &[("topic", topic.as_str().into()), ("beat", around.as_str().into())]));
    }
    if let (Some(fact), Some(blocked)) = (&beat.tells, &beat.blocked) {
        let needs = case.facts.iter().find(|there| there.id == *fact).map(|fact| conditions(case, &fact.needs));
        let needs = needs.filter(|needs| !needs.is_empty()).unwrap_or_else(|| text("beat-no-needs"));
        let fill = [("fact", fact.as_str().into()), ("needs", needs.into()), ("beat", blocked.as_str().into())];
        say(ui, Voice::Label, &text_with("beat-tells", &fill));
    }
    if !beat.replies.is_empty() {
        say(ui, Voice::Label, &text_with("script-minutes", &[("minutes", beat.minutes.into())]));
    }
}

fn when_ui(ui: &mut Ui, case: &Case, when: &[Guard]) {
    if !when.is_empty() {
        say(ui, Voice::Label, &text_with("script-when", &[("conditions", conditions(case, when).into())]));
    }
}

fn line_ui(ui: &mut Ui, case: &Case, line: &Line) {
    let all = |ui: &mut Ui, voice, phrasings: &Phrasings| phrasings.0.iter().for_each(|words| drop(say(ui, voice, words)));
    when_ui(ui, case, &line.when);
    if let Some(seconds) = line.pause {
        say(ui, Voice::Label, &text_with("pause", &[("seconds", seconds.into())]));
    }
    if line.say.is_some() || !line.first.is_empty() {
        let who = line.who.as_ref().or(case.people.first().map(|first| &first.id));
        say(ui, Voice::Mark, who.map_or("", |who| name(case, who)));
    }
    line.see.iter().for_each(|seen| all(ui, Voice::Quiet, seen));
    line.say.iter().for_each(|said| all(ui, Voice::Body, said));
    for variant in &line.first {
        if variant.when.is_empty() {
            say(ui, Voice::Label, &text("map-otherwise"));
        }
        when_ui(ui, case, &variant.when);
        all(ui, Voice::Body, &variant.say);
    }
    ui.add_space(4.0);
}

fn reply_ui(ui: &mut Ui, study: &Study, case: &Case, (place, reply): (u8, &Reply)) -> Option<Intent> {
    let told = offer(reply);
    aside(ui, |ui| {
        say(ui, Voice::Strong, &quoted(&told.text, told.deed));
        let codes: Vec<String> = [reply.id.clone()].into_iter().chain(codes(reply)).collect();
        say(ui, Voice::Mark, &codes.join(" · "));
        when_ui(ui, case, &reply.when);
        say(ui, Voice::Quiet, &fold(&reply.why));
        reply.source.iter().for_each(|source| drop(say(ui, Voice::Label, source)));
        if !reply.with.is_empty() {
            say(ui, Voice::Label, &text_with("script-with", &[("names", names(case, &reply.with).into())]));
        }
        if let Some(against) = &reply.against {
            say(ui, Voice::Label, &text_with("script-against", &[("name", name(case, against).into())]));
        }
        if !reply.effects.is_empty() {
            say(ui, Voice::Label, &text_with("beat-effects", &[("effects", effects(case, &reply.effects).into())]));
        }
        if let Some(footfall) = study.footfall() {
            let percent = footfall.taken(study.beat, place);
            let voice = if percent == 0 { Voice::Warning } else { Voice::Label };
            say(ui, voice, &text_with("beat-taken", &[("percent", percent.into())]));
        }
    });
    to_ui(ui, study, (&reply.id, place.into()), &reply.to)
}

/// The way to another beat.
pub(super) fn to_ui(ui: &mut Ui, study: &Study, (from, place): (&str, usize), to: &str) -> Option<Intent> {
    let told = text_with("beat-to", &[("beat", to.into())]);
    let card = Card::button(ui, &told).named(format!("{from}: {told}")).id(Id::new(("to", from, place)));
    let clicked = flow(ui, vec![card]).iter().any(|response| response.clicked());
    ui.add_space(8.0);
    clicked.then(|| Intent::Author(Ask::Beat(study.number, to.into())))
}

/// How it goes on by itself, or ends.
fn onward_ui(ui: &mut Ui, study: &Study, case: &Case, beat: &Beat) -> Option<Intent> {
    let ways: Vec<(&str, By)> = ways_out(beat).into_iter().filter(|(_, by)| !matches!(by, By::Reply(_))).collect();
    if ways.is_empty() && beat.ends.is_none() {
        return None;
    }
    rule(ui);
    heading(ui, Voice::Heading, &text("beat-onward"));
    if let Some(end) = beat.ends {
        say(ui, Voice::Body, &ends_in_words(end));
    }
    let mut intent = None;
    for (place, (to, by)) in ways.into_iter().enumerate() {
        say(ui, Voice::Label, &by.in_words(case, beat));
        intent = intent.or(to_ui(ui, study, (&beat.id, place), to));
    }
    intent
}
