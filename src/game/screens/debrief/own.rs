//! What the trainee kept for themselves: what they saw in somebody, and their notebook beside the case's formulation.

use bevy_egui::egui::{Id, Ui};

use super::{DebriefPage, reading};
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, heading, rule, say};
use crate::report::Debrief;
use crate::report::own::{self, Own};
use crate::texts::{text, text_with};

pub(super) fn own_ui(ui: &mut Ui, debrief: &Debrief, state: &mut DebriefPage, beside: bool) {
    heading(ui, Voice::Heading, &text("readings-title"));
    let together = own::readings_together(debrief);
    reading(ui, |ui| {
        if together.is_empty() {
            say(ui, Voice::Body, &text("debrief-no-readings"));
        }
        together.iter().for_each(|line| drop(say(ui, Voice::Body, line)));
    });
    owns_ui(ui, "reading", &own::readings(debrief), state, beside);
    rule(ui);
    heading(ui, Voice::Heading, &text("notebook-title"));
    let notes = own::notes(debrief);
    reading(ui, |ui| own::nothing(debrief).iter().for_each(|line| drop(say(ui, Voice::Body, line))));
    owns_ui(ui, "note", &notes, state, beside);
    owns_ui(ui, "event", &own::events(debrief), state, beside);
    reading(ui, |ui| own::unheard(debrief).iter().for_each(|line| drop(say(ui, Voice::Body, line))));
}

fn owns_ui(ui: &mut Ui, kind: &str, owns: &[Own], state: &mut DebriefPage, beside: bool) {
    for (number, own) in owns.iter().enumerate() {
        ui.add_space(6.0);
        aside(ui, |ui| {
            reading(ui, |ui| {
                say(ui, Voice::Strong, &own.title);
                own.says.iter().for_each(|says| drop(say(ui, Voice::Body, says)));
            });
            for turn in &own.turns {
                let see = text_with("debrief-see-reply", &[("turn", (*turn).into())]);
                if Card::button(ui, &see).tight().id(Id::new((kind, number, turn))).show(ui).clicked() {
                    state.show(*turn, beside);
                }
            }
        });
    }
}
