//! The pause: the hour waits, nothing is lost.

use bevy_egui::egui::{Key, Ui};

use super::settle;
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, heading, job, measure, page, pressed, say};
use crate::texts::text;

/// What the pause remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct PausePage {
    settled: bool,
    /// The case's own words on where to turn are being read.
    aftercare: bool,
}

/// `aftercare` is the case's own text; `kept` tells whether the hour is being kept.
pub fn pause_ui(ui: &mut Ui, aftercare: &str, kept: bool, state: &mut PausePage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::GoOn);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    if pressed(ui, Key::F10) {
        return Some(Intent::Leave);
    }
    let leave = if kept { "pause-leave-kept" } else { "pause-leave-unkept" };
    page(ui, "pause", 560.0, |ui| {
        ui.add_space(40.0);
        heading(ui, Voice::Title, &text("pause-title"));
        say(ui, Voice::Quiet, &text("pause-about"));
        ui.add_space(16.0);
        let mut intent = None;
        let entries = [
            ("pause-go-on", "pause-go-on-hint", Intent::GoOn),
            ("pause-settings", "pause-settings-hint", Intent::Settings),
            ("pause-leave", leave, Intent::Leave),
        ];
        for (number, (name, hint, wanted)) in entries.into_iter().enumerate() {
            let card = Card::new(format!("{}. {}", text(name), text(hint)));
            let response = card.row(job(ui, Voice::Strong, &text(name))).row(job(ui, Voice::Label, &text(hint))).show(ui);
            if number == 0 {
                settle(ui, &mut state.settled, &response);
            }
            if response.clicked() {
                intent = Some(wanted);
            }
        }
        let turn = Card::new(text("pause-aftercare")).row(job(ui, Voice::Strong, &text("pause-aftercare")));
        if turn.row(job(ui, Voice::Label, &text("pause-aftercare-hint"))).show(ui).clicked() {
            state.aftercare = !state.aftercare;
        }
        if state.aftercare {
            ui.add_space(8.0);
            ui.scope(|ui| {
                ui.set_max_width(measure(ui));
                say(ui, Voice::Body, aftercare);
            });
        }
        intent
    })
}
