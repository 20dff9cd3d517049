//! A moment to oneself: a few plain steps, where to turn, and two ways on.

use bevy_egui::egui::{Key, Ui};

use super::ways_on;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{beside, heading, measure, page, pressed, say};
use crate::texts::text;

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct GroundingPage {
    settled: bool,
}

/// Narrower than this, where to turn stands below the steps.
const TWO_COLUMNS: f32 = 1000.0;

/// `kept` tells whether the hour under way is being kept; none where there is no room to leave.
pub fn grounding_ui(ui: &mut Ui, where_to_turn: &str, kept: Option<bool>, state: &mut GroundingPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) || pressed(ui, Key::F1) {
        return Some(Intent::Return);
    }
    if kept.is_some() && pressed(ui, Key::F10) {
        return Some(Intent::Leave);
    }
    let two = ui.available_width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    page(ui, "grounding", if two { 1040.0 } else { 560.0 }, |ui| {
        if two {
            let first = (ui.available_width() * 0.54).floor();
            return beside(ui, first, 56.0, |ui| steps_ui(ui, kept, state), |ui| turn_ui(ui, where_to_turn)).0;
        }
        let intent = steps_ui(ui, kept, state);
        ui.add_space(24.0);
        turn_ui(ui, where_to_turn);
        intent
    })
}

fn steps_ui(ui: &mut Ui, kept: Option<bool>, state: &mut GroundingPage) -> Option<Intent> {
    heading(ui, Voice::Title, &text("grounding-title"));
    say(ui, Voice::Quiet, &text("grounding-about"));
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        for step in ["grounding-feet", "grounding-breath", "grounding-see", "grounding-hear", "grounding-true"] {
            ui.add_space(8.0);
            say(ui, Voice::Body, &text(step));
        }
    });
    ui.add_space(20.0);
    let back = ("grounding-back", "grounding-back-hint", Intent::Return);
    let leave = kept.map(|kept| ("pause-leave", if kept { "pause-leave-kept" } else { "pause-leave-unkept" }, Intent::Leave));
    ways_on(ui, [back].into_iter().chain(leave), &mut state.settled)
}

/// Where somebody can turn, under its heading.
pub fn turn_ui(ui: &mut Ui, where_to_turn: &str) {
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        heading(ui, Voice::Heading, &text("turn-title"));
        say(ui, Voice::Body, where_to_turn);
    });
}
