//! How things stand when a beat is entered: the clock, each person by sliders, what was told, noted and met before.

use bevy_egui::egui::{Id, Ui};

use crate::game::authoring::{Ask, Study};
use crate::game::screen::Intent;
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{Card, check, choice, flow, heading, say, slider_by};
use crate::script::bundle::{BeatId, Bundle, Check, Hour};
use crate::script::codes::{Measure, RuptureStyle};
use crate::session::account::Felt;
use crate::session::opening::Opening;
use crate::session::patient::Patient;
use crate::session::watch::sites;
use crate::texts::{text, text_with, word};

/// Narrower than this, in points at the usual size of text, the measures stand in one column.
const TWO_COLUMNS: f32 = 400.0;

pub(super) fn state_ui(ui: &mut Ui, study: &Study, bundle: &Bundle, hour: &Hour) -> Option<Intent> {
    let opening = study.opening.as_ref()?;
    let ways = [("try-arrived", Ask::Arrived, study.arrived().is_some()), ("try-fresh", Ask::Fresh, true)];
    let cards = ways.iter().map(|(name, _, enabled)| Card::button(ui, &text(name)).enabled(*enabled).id(Id::new(*name))).collect();
    let responses = flow(ui, cards);
    let mut set = opening.clone();
    say(ui, Voice::Body, &text_with("try-minute", &[("minute", set.minute.into())]));
    slider_by(ui, 1.0, &text("try-minute-name"), &mut set.minute, 0..=u16::from(hour.scene.length).max(opening.minute));
    let session = study.here.as_ref().and_then(|here| here.as_ref().ok()).map(|here| &here.session);
    for (place, felt) in set.carried.people.iter_mut().enumerate() {
        let patient = session.and_then(|session| session.state().patients.get(place));
        person_ui(ui, bundle, felt, patient);
    }
    told_ui(ui, bundle, hour, &mut set);
    let mut clicked = responses.into_iter().zip(ways).filter(|(response, _)| response.clicked());
    let way = clicked.next().map(|(_, (_, ask, _))| ask);
    way.or_else(|| (set != *opening).then(|| Ask::Set(Box::new(set)))).map(Intent::Author)
}

/// A person by sliders, with what follows from them.
fn person_ui(ui: &mut Ui, bundle: &Bundle, felt: &mut Felt, patient: Option<&Patient>) {
    let name = bundle.case.people.iter().find(|person| person.id == felt.person).map_or("", |person| person.name.as_str());
    ui.add_space(8.0);
    heading(ui, Voice::Heading, name);
    if let Some(patient) = patient {
        let fill = [("stance", word("stance", patient.stance).into()), ("ending", word("ending-short", patient.leaning).into())];
        say(ui, Voice::Body, &text_with("try-stance", &fill));
    }
    let two = ui.available_width() >= TWO_COLUMNS * scale(ui);
    let columns = if two { 2 } else { 1 };
    let (half, _) = Measure::ALL.split_at(Measure::ALL.len().div_ceil(columns));
    ui.columns(columns, |columns| {
        for (place, measure) in Measure::ALL.iter().enumerate() {
            let ui = &mut columns[place / half.len()];
            ui.spacing_mut().slider_width = (ui.available_width() - 16.0).max(80.0);
            measure_ui(ui, name, felt, *measure);
        }
    });
    say(ui, Voice::Body, &text("try-rupture"));
    let styles = [None, Some(RuptureStyle::Withdrawal), Some(RuptureStyle::Confrontation)];
    let cards = styles.map(|style| {
        let told = style.map_or_else(|| text("try-rupture-None"), |style| word("rupture", style));
        let card = choice(ui, &told, felt.rupture == style);
        card.named(format!("{name}, {}: {told}", text("try-rupture"))).id(Id::new(("rupture", name, style.map(|style| style as u8))))
    });
    for (response, style) in flow(ui, cards.into()).into_iter().zip(styles) {
        if response.clicked() {
            felt.rupture = style;
        }
    }
    let deepest = bundle.reactions.deepest.max(1);
    felt.rupture_depth = if felt.rupture.is_some() { felt.rupture_depth.clamp(1, deepest) } else { 0 };
    if felt.rupture.is_some() && deepest > 1 {
        say(ui, Voice::Label, &text_with("try-depth", &[("depth", felt.rupture_depth.into())]));
        slider_by(ui, 1.0, &text_with("try-depth-of", &[("name", name.into())]), &mut felt.rupture_depth, 1..=deepest);
    }
}

fn measure_ui(ui: &mut Ui, name: &str, felt: &mut Felt, measure: Measure) {
    let value = match measure {
        Measure::Trust => &mut felt.trust,
        Measure::Agreement => &mut felt.agreement,
        Measure::Safety => &mut felt.safety,
        Measure::Distress => &mut felt.distress,
        Measure::Frustration => &mut felt.frustration,
        Measure::Hope => &mut felt.hope,
        Measure::Dependency => &mut felt.dependency,
        Measure::Experiencing => &mut felt.experiencing,
    };
    let (lowest, highest) = measure.range();
    say(ui, Voice::Label, &text_with("try-measure", &[("measure", word("measure", measure).into()), ("value", (*value).into())]));
    let named = text_with("try-measure-of", &[("name", name.into()), ("measure", word("measure", measure).into())]);
    slider_by(ui, 1.0, &named, value, lowest..=highest);
}

/// What was told, noted and met before; of the beats only those that a condition asks about.
fn told_ui(ui: &mut Ui, bundle: &Bundle, hour: &Hour, set: &mut Opening) {
    let facts: Vec<&str> = bundle.case.facts.iter().map(|fact| fact.id.as_str()).collect();
    ticks(ui, "try-told", &facts, &mut set.carried.told);
    let notes: Vec<&str> = hour.notes.iter().map(String::as_str).collect();
    ticks(ui, "try-noted", &notes, &mut set.carried.noted);
    let mut asked = Vec::new();
    sites(hour).iter().for_each(|(_, when)| met_in(when, &mut asked));
    asked.sort_unstable();
    asked.dedup();
    let beats: Vec<&str> = asked.iter().map(|beat| hour.written(*beat).id.as_str()).collect();
    let mut met: Vec<String> = set.met.iter().map(|(beat, _)| beat.clone()).collect();
    ticks(ui, "try-met", &beats, &mut met);
    set.met.retain(|(beat, _)| met.contains(beat));
    let new: Vec<String> = met.into_iter().filter(|beat| set.met.iter().all(|(there, _)| there != beat)).collect();
    set.met.extend(new.into_iter().map(|beat| (beat, 1)));
}

fn met_in(when: &[Check], beats: &mut Vec<BeatId>) {
    for check in when {
        match check {
            Check::Met(beat, _) => beats.push(*beat),
            Check::Any(within) | Check::Of(_, within) => met_in(within, beats),
            _ => {}
        }
    }
}

/// A box to tick for each of these names.
fn ticks(ui: &mut Ui, title: &str, names: &[&str], ticked: &mut Vec<String>) {
    if names.is_empty() {
        return;
    }
    ui.add_space(8.0);
    say(ui, Voice::Strong, &text(title));
    for name in names {
        let before = ticked.iter().position(|there| there == name);
        let mut on = before.is_some();
        check(ui, &format!("{}: {name}", text(title)), &mut on);
        match (on, before) {
            (true, None) => ticked.push((*name).to_string()),
            (false, Some(place)) => drop(ticked.remove(place)),
            _ => {}
        }
    }
}
