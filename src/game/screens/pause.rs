//! The pause: the hour waits, nothing is lost, and what should not come up can be left out.

use bevy_egui::egui::{Key, Ui};

use super::grounding::turn_ui;
use super::stuck::told_ui;
use super::ways_on;
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{beside, heading, page, pressed, say, topic};
use crate::sitting::Topic;
use crate::texts::text;

/// What the pause shows.
pub struct PauseView<'a> {
    pub where_to_turn: &'a str,
    /// The hour is being kept.
    pub kept: bool,
    pub topics: &'a [Topic],
    pub trouble: Option<&'a Notice>,
}

/// What the pause remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct PausePage {
    settled: bool,
}

/// Narrower than this, what can be left out and where to turn stand below the ways on.
const TWO_COLUMNS: f32 = 1000.0;

pub fn pause_ui(ui: &mut Ui, view: &PauseView, state: &mut PausePage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::GoOn);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    if pressed(ui, Key::F10) {
        return Some(Intent::Leave);
    }
    let two = ui.available_width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    page(ui, "pause", if two { 1040.0 } else { 560.0 }, |ui| {
        heading(ui, Voice::Title, &text("pause-title"));
        say(ui, Voice::Quiet, &text("pause-about"));
        if let Some(intent) = view.trouble.and_then(|trouble| told_ui(ui, trouble)) {
            return Some(intent);
        }
        ui.add_space(16.0);
        if two {
            let first = (ui.available_width() * 0.46).floor();
            let (on, out) = beside(ui, first, 56.0, |ui| ways_ui(ui, view, state), |ui| care_ui(ui, view));
            return on.or(out);
        }
        let on = ways_ui(ui, view, state);
        ui.add_space(24.0);
        on.or(care_ui(ui, view))
    })
}

fn ways_ui(ui: &mut Ui, view: &PauseView, state: &mut PausePage) -> Option<Intent> {
    let leave = if view.kept { "pause-leave-kept" } else { "pause-leave-unkept" };
    let ways = [
        ("pause-go-on", "pause-go-on-hint", Intent::GoOn),
        ("grounding-title", "pause-grounding-hint", Intent::Ground),
        ("pause-settings", "pause-settings-hint", Intent::Settings),
        ("pause-leave", leave, Intent::Leave),
    ];
    ways_on(ui, ways.into_iter(), &mut state.settled)
}

fn care_ui(ui: &mut Ui, view: &PauseView) -> Option<Intent> {
    let mut intent = None;
    if !view.topics.is_empty() {
        heading(ui, Voice::Heading, &text("leave-out-title"));
        say(ui, Voice::Label, &text("leave-out-about"));
        for known in view.topics {
            if topic(ui, &known.note, known.left_out).enabled(!known.left_out).show(ui).clicked() {
                intent = Some(Intent::LeaveOut(known.id.clone()));
            }
        }
        ui.add_space(16.0);
    }
    turn_ui(ui, view.where_to_turn);
    intent
}
