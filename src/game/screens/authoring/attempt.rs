//! Any beat in any state: what is on offer there, why the rest isn't, and what each reply would do.

use bevy_egui::egui::{Id, Ui};

use super::beat::to_ui;
use crate::analysis::foresight::Foreseen;
use crate::game::authoring::{Ask, Chosen, Here, Study};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, capital, flow, heading, rule, say};
use crate::report::conditions::of_person;
use crate::report::text::quoted;
use crate::script::codes::Measure;
use crate::script::model::Case;
use crate::session::account::offer;
use crate::session::patient::Patient;
use crate::texts::{text, text_with, word};

/// Whether how things stand is to be set comes with what was asked for.
pub(super) fn attempt_ui(ui: &mut Ui, study: &Study, case: &Case) -> (Option<Intent>, bool) {
    say(ui, Voice::Label, &text("try-about"));
    let (intent, set) = ways_ui(ui, study);
    let asked = match &study.here {
        Some(Err(misfit)) => {
            say(ui, Voice::Warning, &capital(misfit));
            None
        }
        Some(Ok(here)) => replies_ui(ui, study, case, here),
        None => None,
    };
    (intent.or(asked), set)
}

/// The ways to play it, and to where a state is set.
fn ways_ui(ui: &mut Ui, study: &Study) -> (Option<Intent>, bool) {
    let ways = [("try-play", Ask::Play, study.here.as_ref().is_some_and(Result::is_ok)), ("try-play-hour", Ask::PlayHour, true)];
    let cards = ways.iter().map(|(name, _, enabled)| {
        let card = Card::button(ui, &text(name)).enabled(*enabled).id(Id::new(*name));
        if *name == "try-play" { card.main() } else { card }
    });
    let responses = flow(ui, cards.collect());
    say(ui, Voice::Label, &text("try-unrecorded"));
    let set = Card::button(ui, &text("try-set")).id(Id::new("try-set")).show(ui).clicked();
    let mut clicked = responses.into_iter().zip(ways).filter(|(response, _)| response.clicked());
    (clicked.next().map(|(_, (_, ask, _))| Intent::Author(ask)), set)
}

/// Every reply of the beat: what it would do, or what is missing.
fn replies_ui(ui: &mut Ui, study: &Study, case: &Case, here: &Here) -> Option<Intent> {
    let (session, state) = (&here.session, here.session.state());
    let beats = &session.hour().scene.beats;
    let (from, at) = (study.beat_id().unwrap_or_default(), beats[usize::from(state.beat)].id.as_str());
    rule(ui);
    heading(ui, Voice::Heading, &text("try-replies"));
    if state.beat != study.beat {
        say(ui, Voice::Quiet, &text_with("try-moved-on", &[("from", from.into()), ("to", at.into())]));
    }
    if let Some(ending) = state.ending {
        say(ui, Voice::Body, &text_with("try-over", &[("ending", word("ending-short", ending).into())]));
    } else if here.replies.is_empty() {
        say(ui, Voice::Quiet, &text("try-no-replies"));
    }
    let mut intent = None;
    for (place, (reply, chosen)) in session.replies().iter().zip(&here.replies).enumerate() {
        let told = offer(reply);
        let words = quoted(&told.text, told.deed);
        match chosen {
            Chosen::Hidden(missing) => aside(ui, |ui| {
                say(ui, Voice::Quiet, &words);
                say(ui, Voice::Warning, &format!("{} {}", text("try-hidden"), missing.join(" ")));
            }),
            Chosen::Open(foreseen) => {
                aside(ui, |ui| {
                    say(ui, Voice::Strong, &words);
                    for (voice, line) in does(case, &state.patients, foreseen, state.turn) {
                        say(ui, voice, &line);
                    }
                });
                if let Some(to) = foreseen.beats.last().filter(|_| foreseen.ending.is_none()) {
                    intent = intent.or(to_ui(ui, study, (&reply.id, place), &beats[usize::from(*to)].id));
                }
            }
        }
        ui.add_space(8.0);
    }
    intent
}

/// With its sign, as a change is read.
fn signed(amount: i16) -> String {
    if amount < 0 { format!("−{}", amount.unsigned_abs()) } else { format!("+{amount}") }
}

/// What a reply does, line by line.
fn does(case: &Case, before: &[Patient], foreseen: &Foreseen, turn: u16) -> Vec<(Voice, String)> {
    let people = &case.people;
    let of = |person: usize, what: String| {
        if people.len() > 1 { of_person(case, &people[person].id, 1, what) } else { capital(&what) }
    };
    let mut lines = Vec::new();
    for (person, (before, after)) in before.iter().zip(&foreseen.after).enumerate() {
        let moved = Measure::ALL.iter().filter(|measure| before.get(**measure) != after.get(**measure)).map(|measure| {
            let fill = [
                ("measure", word("measure", measure).into()),
                ("before", before.get(*measure).into()),
                ("after", after.get(*measure).into()),
            ];
            text_with("try-change", &fill)
        });
        let moved: Vec<String> = moved.collect();
        if !moved.is_empty() {
            lines.push((Voice::Body, of(person, moved.join(", "))));
        }
        if before.stance != after.stance {
            let fill = [("before", word("stance", before.stance).into()), ("after", word("stance", after.stance).into())];
            lines.push((Voice::Mark, of(person, text_with("try-stance-change", &fill))));
        }
    }
    if lines.is_empty() {
        lines.push((Voice::Body, text("try-nothing")));
    }
    for (person, turned) in &foreseen.ruptures {
        lines.push((Voice::Warning, of(usize::from(*person), word("rupture", turned))));
    }
    for due in &foreseen.later {
        let fill = [
            ("measure", word("measure", due.measure).into()),
            ("amount", signed(due.amount).into()),
            ("replies", due.turn.saturating_sub(turn + 1).into()),
        ];
        lines.push((Voice::Label, of(usize::from(due.person), text_with("try-later", &fill))));
    }
    let fact = |fact: &u8| ("fact", case.fact(*fact).id.as_str().into());
    lines.extend(foreseen.told.iter().map(|told| (Voice::Mark, text_with("try-told-now", &[fact(told)]))));
    lines.extend(foreseen.blocked.iter().map(|blocked| (Voice::Warning, text_with("try-blocked-now", &[fact(blocked)]))));
    if let Some(ending) = foreseen.ending {
        lines.push((Voice::Strong, text_with("try-ends", &[("ending", word("ending-short", ending).into())])));
    }
    lines
}
