//! The scene as a list: what the map shows, for keys and for whoever can't see it.

use bevy_egui::egui::{Id, Ui};

use super::AuthoringPage;
use super::words::about;
use crate::game::authoring::{Ask, Study};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, job, say};
use crate::texts::{text, text_with};

pub(super) fn beats_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage) -> Option<Intent> {
    let Some(chart) = &study.chart else {
        say(ui, Voice::Quiet, &text("authoring-no-map"));
        return None;
    };
    let sought = !state.find.trim().is_empty();
    let found = state.found(study);
    let mut intent = None;
    for (at, drawn) in chart.beats.iter().enumerate().filter(|(at, _)| !sought || found.contains(at)) {
        let told = about(study, at).join(" · ");
        let chosen = usize::from(study.beat) == at;
        let name = [drawn.id.as_str(), &drawn.words, &told].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
        let mut card = Card::new(name).id(Id::new(("beat", &drawn.id))).selected(chosen).row(job(ui, Voice::Strong, &drawn.id));
        for line in [&drawn.words, &told].into_iter().filter(|line| !line.is_empty()) {
            card = card.row(job(ui, Voice::Label, line));
        }
        if card.show(ui).clicked() {
            intent = Some(Intent::Author(Ask::Beat(study.number, drawn.id.clone())));
        }
    }
    if sought && found.is_empty() {
        say(ui, Voice::Quiet, &text_with("chart-found", &[("found", 0.into()), ("at", 0.into())]));
    }
    intent
}
