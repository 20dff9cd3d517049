//! The referral note: who comes and why, and how the trainee sits down.

use bevy_egui::egui::{Key, Ui};

use super::exam::exam_ui;
use super::settle;
use crate::game::desk::{Notice, Offered, Referral};
use crate::game::screen::Intent;
use crate::game::stepping::ModelHour;
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{
    Card, beside, capital, choice, flow, has_focus, heading, job, measure, note, page, pressed, rule, say, tell, topic,
};
use crate::record::Mode;
use crate::texts::{text, text_with, word};

/// What the note remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct ReferralPage {
    settled: bool,
}

/// Narrower than this, the way in stands below the note.
const TWO_COLUMNS: f32 = 1000.0;

const MODES: [Mode; 3] = [Mode::Learn, Mode::Practise, Mode::Exam];

pub fn referral_ui(ui: &mut Ui, referral: &Referral, trouble: Option<&Notice>, state: &mut ReferralPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Book);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    // To begin an exam anew, somebody has to say so.
    let left = referral.exam.as_ref().is_some_and(|sheet| sheet.left.is_some());
    if !left && !has_focus(ui) && pressed(ui, Key::Enter) {
        return Some(Intent::Begin { kept: true });
    }
    let two = ui.available_width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    page(ui, "referral", if two { 1040.0 } else { 580.0 }, |ui| {
        let mark = referral.exam.as_ref().map(|sheet| text_with("exam-named", &[("exam", sheet.set.exam.title.as_str().into())]));
        say(ui, Voice::Mark, &mark.unwrap_or_else(|| text("screen-referral")));
        heading(ui, Voice::Title, &referral.bundle.case.title);
        ui.add_space(4.0);
        if !two {
            let out = note_ui(ui, referral);
            ui.add_space(16.0);
            return out.or(sitting_down_ui(ui, referral, trouble, state));
        }
        let first = measure(ui).min(ui.available_width() * 0.58);
        let (out, down) = beside(ui, first, 56.0, |ui| note_ui(ui, referral), |ui| sitting_down_ui(ui, referral, trouble, state));
        out.or(down)
    })
}

/// Who comes and why.
fn note_ui(ui: &mut Ui, referral: &Referral) -> Option<Intent> {
    let case = &referral.bundle.case;
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        for person in &case.people {
            let named = text_with("referral-person", &[("name", person.name.as_str().into()), ("age", person.age.into())]);
            say(ui, Voice::Strong, &named);
            say(ui, Voice::Quiet, &person.about);
        }
        rule(ui);
        say(ui, Voice::Body, &referral.note());
        rule(ui);
        heading(ui, Voice::Strong, &text("referral-content"));
        if case.content_notes.is_empty() {
            say(ui, Voice::Body, &text("content-none"));
        }
        let topics = referral.topics();
        let mut intent = None;
        for note in &case.content_notes {
            match topics.iter().find(|topic| note.topic.as_ref() == Some(&topic.id)) {
                None => drop(say(ui, Voice::Body, &note.note)),
                Some(known) => {
                    if topic(ui, &known.note, known.left_out).show(ui).clicked() {
                        intent = Some(Intent::LeaveOut(known.id.clone()));
                    }
                }
            }
        }
        intent
    })
    .inner
}

/// How the hour is held, and the way in.
fn sitting_down_ui(ui: &mut Ui, referral: &Referral, trouble: Option<&Notice>, state: &mut ReferralPage) -> Option<Intent> {
    if let Some(sheet) = &referral.exam {
        return exam_ui(ui, sheet, trouble, &mut state.settled);
    }
    let mut intent = None;
    heading(ui, Voice::Heading, &text("referral-mode"));
    let cards = MODES.map(|mode| choice(ui, &capital(&word("mode", mode)), mode == referral.mode).enabled(is_open(referral, mode)));
    for (response, mode) in flow(ui, cards.into()).into_iter().zip(MODES) {
        if response.clicked() && is_open(referral, mode) {
            intent = Some(Intent::Sit(mode));
        }
    }
    say(ui, Voice::Label, &text(&format!("mode-{:?}-about", referral.mode)));
    if referral.mode != Mode::Learn && referral.models.iter().any(|model| model.session == referral.session) {
        say(ui, Voice::Label, &text_with("referral-model-there", &[("learn", capital(&word("mode", Mode::Learn)).into())]));
    }
    if !referral.can_be_exam() {
        say(ui, Voice::Label, &text("mode-exam-refused"));
    }
    let sessions = referral.bundle.hours.len() as u32;
    if sessions > 1 {
        ui.add_space(8.0);
        heading(ui, Voice::Heading, &text("referral-session"));
        let cards = (1..=sessions).zip(&referral.bundle.hours).map(|(number, hour)| {
            let named = text_with("referral-session-name", &[("number", number.into()), ("title", hour.scene.title.as_str().into())]);
            choice(ui, &named, number == referral.session)
        });
        let cards = cards.collect();
        for (response, number) in flow(ui, cards).into_iter().zip(1..) {
            if response.clicked() {
                intent = Some(Intent::Session(number));
            }
        }
    }
    if referral.session > 1 {
        let from = match &referral.after {
            Some((_, when)) => text_with("referral-after", &[("when", when.as_str().into())]),
            None => text("referral-supposed"),
        };
        say(ui, Voice::Label, &from);
    }
    ui.add_space(12.0);
    if let Some(draft) = &referral.draft {
        note(ui, &draft.told());
        ui.add_space(8.0);
    }
    if let Some(trouble) = trouble {
        tell(ui, trouble);
        if trouble.offered == Offered::Unrecorded && Card::button(ui, &text("referral-unrecorded")).show(ui).clicked() {
            intent = Some(Intent::Begin { kept: false });
        }
    }
    ui.horizontal(|ui| {
        let begin = Card::button(ui, &text("referral-begin")).main().show(ui);
        settle(ui, &mut state.settled, &begin);
        if begin.clicked() {
            intent = Some(Intent::Begin { kept: true });
        }
        if Card::button(ui, &text("referral-back")).show(ui).clicked() {
            intent = Some(Intent::Book);
        }
    });
    say(ui, Voice::Label, &text("referral-keys"));
    intent = models_ui(ui, referral).or(intent);
    // What was carried from an hour that was held stands in its record.
    if let Some(rehearsal) = referral.rehearsal.as_ref().filter(|_| referral.after.is_none()) {
        rule(ui);
        if Card::button(ui, &text("referral-rehearse")).show(ui).clicked() {
            intent = Some(Intent::Rehearse);
        }
        say(ui, Voice::Label, &text("referral-rehearse-about"));
        if let Some(why) = &rehearsal.slow {
            say(ui, Voice::Label, &text_with("referral-rehearse-slow", &[("why", why.as_str().into())]));
        }
    }
    intent
}

/// Where somebody sits down to learn: the model hours of that session.
fn models_ui(ui: &mut Ui, referral: &Referral) -> Option<Intent> {
    let mut intent = None;
    let here = |model: &&ModelHour| referral.mode == Mode::Learn && model.session == referral.session;
    for (number, model) in referral.models.iter().filter(here).enumerate() {
        if number == 0 {
            rule(ui);
        }
        let fill = [("title", model.title.as_str().into())];
        let (name, about) = (text_with("referral-model", &fill), text("referral-model-about"));
        let card = Card::new(format!("{name}. {about}")).row(job(ui, Voice::Strong, &name)).row(job(ui, Voice::Label, &about));
        if card.show(ui).clicked() {
            intent = Some(Intent::Model(model.name.clone()));
        }
    }
    intent
}

fn is_open(referral: &Referral, mode: Mode) -> bool {
    mode != Mode::Exam || referral.can_be_exam()
}
