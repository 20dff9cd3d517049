//! A beat as it was written, in words: its lines with their variants, its moments, its replies with codes and reasons.

use bevy_egui::egui::{Id, Ui};

use super::words::{asks, codes, effects, name, names};
use crate::game::authoring::{Ask, Study};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, flow, heading, rule, say};
use crate::report::over_time::{Mark, named};
use crate::report::text::quoted;
use crate::report::unmet::Script;
use crate::script::bundle::{self, Check, LineKind, Onward};
use crate::script::model::{Beat, End, Line, Reply, fold};
use crate::session::account::offer;
use crate::texts::{text, text_with};

pub(super) fn beat_ui(ui: &mut Ui, study: &Study, script: Script, beat: &Beat) -> Option<Intent> {
    let compiled = &script.hour.beats[usize::from(study.beat)];
    let mut intent = place_ui(ui, study, &beat.id);
    about_ui(ui, script, beat);
    rule(ui);
    heading(ui, Voice::Heading, &text("beat-lines"));
    if beat.lines.is_empty() {
        say(ui, Voice::Quiet, &text("beat-unsaid"));
    }
    for (line, there) in beat.lines.iter().zip(&compiled.lines) {
        line_ui(ui, script, line, there);
    }
    if !beat.replies.is_empty() {
        rule(ui);
        heading(ui, Voice::Heading, &text("beat-replies"));
    }
    for (place, (reply, there)) in beat.replies.iter().zip(&compiled.replies).enumerate() {
        let asked = reply_ui(ui, study, script, (place, reply, &there.when));
        intent = intent.or(asked);
    }
    intent.or(onward_ui(ui, study, script, beat, compiled))
}

/// Where it stands in its file, and the way there.
fn place_ui(ui: &mut Ui, study: &Study, beat: &str) -> Option<Intent> {
    let (file, place) = study.place(beat)?;
    let fill = [("file", file.as_str().into()), ("line", place.first.into())];
    say(ui, Voice::Label, &text_with("beat-line", &fill));
    let name = text("authoring-edit");
    let clicked = Card::button(ui, &name).named(format!("{name}: {}", text_with("beat-line", &fill))).show(ui).clicked();
    clicked.then_some(Intent::Author(Ask::Edit { file, line: place.first }))
}

fn about_ui(ui: &mut Ui, script: Script, beat: &Beat) {
    let case = &script.bundle.case;
    for moment in &beat.moments {
        let kind = named(&Mark::of(std::slice::from_ref(moment)));
        let told = asks(moment).map(|asks| format!(": {asks}")).unwrap_or_default();
        say(ui, Voice::Mark, &format!("{kind}{told}"));
    }
    if let Some(whose) = &beat.whose {
        say(ui, Voice::Label, &text_with("beat-whose", &[("name", name(case, whose).into())]));
    }
    if !beat.away.is_empty() {
        say(ui, Voice::Label, &text_with("beat-away", &[("names", names(case, &beat.away).into())]));
    }
    if let (Some(topic), Some(around)) = (&beat.topic, &beat.around) {
        say(ui, Voice::Label, &text_with("beat-topic", &[("topic", topic.as_str().into()), ("beat", around.as_str().into())]));
    }
    if let (Some(fact), Some(blocked)) = (&beat.tells, &beat.blocked) {
        let place = case.facts.iter().position(|there| there.id == *fact);
        let needs = place.map(|place| script.conditions(&script.hour.facts[place])).filter(|needs| !needs.is_empty());
        let needs = needs.unwrap_or_else(|| text("beat-no-needs"));
        let fill = [("fact", fact.as_str().into()), ("needs", needs.into()), ("beat", blocked.as_str().into())];
        say(ui, Voice::Label, &text_with("beat-tells", &fill));
    }
    if !beat.replies.is_empty() {
        say(ui, Voice::Label, &text_with("beat-minutes", &[("minutes", beat.minutes.into())]));
    }
}

fn when_ui(ui: &mut Ui, script: Script, when: &[Check]) {
    if !when.is_empty() {
        say(ui, Voice::Label, &text_with("beat-when", &[("conditions", script.conditions(when).into())]));
    }
}

fn line_ui(ui: &mut Ui, script: Script, line: &Line, there: &bundle::Line) {
    when_ui(ui, script, &there.when);
    let who = &script.bundle.case.people[usize::from(there.who)].name;
    match &there.kind {
        LineKind::Pause(seconds) => drop(say(ui, Voice::Label, &text_with("pause", &[("seconds", (*seconds).into())]))),
        LineKind::See(wordings) => wordings.iter().for_each(|words| drop(say(ui, Voice::Quiet, words))),
        LineKind::Say(variants) => {
            say(ui, Voice::Mark, who);
            if line.first.len() > 1 {
                say(ui, Voice::Label, &text("beat-variants"));
            }
            for (when, wordings) in variants {
                if line.first.len() > 1 && when.is_empty() {
                    say(ui, Voice::Label, &text("beat-otherwise"));
                }
                when_ui(ui, script, when);
                wordings.iter().for_each(|words| drop(say(ui, Voice::Body, words)));
            }
        }
    }
    ui.add_space(4.0);
}

fn reply_ui(ui: &mut Ui, study: &Study, script: Script, (place, reply, when): (usize, &Reply, &[Check])) -> Option<Intent> {
    let case = &script.bundle.case;
    let told = offer(reply);
    aside(ui, |ui| {
        say(ui, Voice::Strong, &quoted(&told.text, told.deed));
        say(ui, Voice::Mark, &format!("{} · {}", reply.id, codes(reply)));
        when_ui(ui, script, when);
        say(ui, Voice::Quiet, &fold(&reply.why));
        reply.source.iter().for_each(|source| drop(say(ui, Voice::Label, source)));
        if !reply.with.is_empty() {
            say(ui, Voice::Label, &text_with("beat-with", &[("names", names(case, &reply.with).into())]));
        }
        if let Some(against) = &reply.against {
            say(ui, Voice::Label, &text_with("beat-against", &[("name", name(case, against).into())]));
        }
        if !reply.effects.is_empty() {
            say(ui, Voice::Label, &text_with("beat-effects", &[("effects", effects(case, &reply.effects).into())]));
        }
        if let Some(footfall) = study.footfall() {
            let taken = footfall.replies[usize::from(study.beat)][place];
            let percent = if taken == 0 { 0 } else { (100 * taken / footfall.hours.max(1)).max(1) };
            let voice = if taken == 0 { Voice::Warning } else { Voice::Label };
            say(ui, voice, &text_with("beat-taken", &[("percent", percent.into())]));
        }
    });
    to_ui(ui, study, (&reply.id, place), &reply.to)
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
fn onward_ui(ui: &mut Ui, study: &Study, script: Script, beat: &Beat, compiled: &bundle::Beat) -> Option<Intent> {
    if let Onward::Menu = compiled.onward {
        return None;
    }
    rule(ui);
    heading(ui, Voice::Heading, &text("beat-onward"));
    let id = |to: &bundle::BeatId| script.hour.scene.beats[usize::from(*to)].id.as_str();
    let mut intent = None;
    match &compiled.onward {
        Onward::Menu => {}
        Onward::End(End::Planned) => drop(say(ui, Voice::Body, &text("beat-ends-planned"))),
        Onward::End(End::WalksOut) => drop(say(ui, Voice::Body, &text("beat-ends-walks-out"))),
        Onward::Branch(ways) => {
            for (place, (when, to)) in ways.iter().enumerate() {
                when_ui(ui, script, when);
                intent = intent.or(to_ui(ui, study, (&beat.id, place), id(to)));
            }
        }
        Onward::Chance(ways) => {
            let whole: u32 = ways.iter().map(|(weight, _)| u32::from(*weight)).sum();
            for (place, (weight, to)) in ways.iter().enumerate() {
                say(ui, Voice::Label, &text_with("beat-by-chance", &[("share", (*weight).into()), ("whole", whole.into())]));
                intent = intent.or(to_ui(ui, study, (&beat.id, place), id(to)));
            }
        }
    }
    intent
}
