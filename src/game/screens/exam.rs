//! Beside a referral note: what an instructor says of an exam, how it is held, and the way in.

use bevy_egui::egui::Ui;

use super::settle;
use crate::game::desk::Notice;
use crate::game::exams::Sheet;
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, heading, rule, say, tell};
use crate::texts::text;

pub(super) fn exam_ui(ui: &mut Ui, sheet: &Sheet, trouble: Option<&Notice>, settled: &mut bool) -> Option<Intent> {
    let exam = &sheet.set.exam;
    let mut intent = None;
    heading(ui, Voice::Heading, &exam.title);
    if !exam.note.is_empty() {
        say(ui, Voice::Body, &exam.note);
    }
    rule(ui);
    say(ui, Voice::Body, &text("exam-rules"));
    if !exam.may_leave_out {
        say(ui, Voice::Body, &text("exam-nothing-left-out"));
    }
    ui.add_space(12.0);
    if let Some(trouble) = trouble {
        tell(ui, trouble);
    }
    let on = sheet.left.clone().map(Intent::Resume);
    let anew = if on.is_some() { "exam-begin-again" } else { "exam-begin" };
    let ways = on.map(|on| ("exam-go-on", on)).into_iter().chain([(anew, Intent::Begin { kept: true }), ("referral-back", Intent::Book)]);
    for (number, (name, wanted)) in ways.enumerate() {
        let card = Card::button(ui, &text(name));
        let response = if number == 0 { card.main() } else { card }.show(ui);
        if number == 0 {
            settle(ui, settled, &response);
        }
        if response.clicked() {
            intent = Some(wanted);
        }
    }
    intent
}
