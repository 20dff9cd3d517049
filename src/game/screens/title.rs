//! The title: where the program begins.

use std::f32::consts::TAU;

use bevy_egui::egui::{Key, Pos2, Sense, Shape, Stroke, Ui, vec2};

use super::settle;
use crate::game::authoring::Ask;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{Card, has_focus, heading, job, page, pressed, say};
use crate::texts::text;

/// What the title remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct TitlePage {
    settled: bool,
}

pub fn title_ui(ui: &mut Ui, title: &mut TitlePage) -> Option<Intent> {
    if !has_focus(ui) && (pressed(ui, Key::Enter) || pressed(ui, Key::Space)) {
        return Some(Intent::Book);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    if pressed(ui, Key::F3) {
        return Some(Intent::Author(Ask::Desk));
    }
    let height = ui.available_height();
    page(ui, "title", 520.0, |ui| {
        ui.add_space(((height - 550.0 * scale(ui)) / 2.0).max(0.0));
        fifty_minutes(ui);
        ui.add_space(20.0);
        heading(ui, Voice::Display, &text("product"));
        say(ui, Voice::Quiet, &text("title-about"));
        ui.add_space(20.0);
        let mut intent = None;
        for (number, (name, hint, wanted)) in [
            ("title-book", "title-book-hint", Intent::Book),
            ("title-settings", "title-settings-hint", Intent::Settings),
            ("title-authoring", "title-authoring-hint", Intent::Author(Ask::Desk)),
            ("title-leave", "title-leave-hint", Intent::Quit),
        ]
        .into_iter()
        .enumerate()
        {
            let card = Card::new(text(name)).row(job(ui, Voice::Strong, &text(name))).row(job(ui, Voice::Label, &text(hint)));
            let response = card.show(ui);
            if number == 0 {
                settle(ui, &mut title.settled, &response);
            }
            if response.clicked() {
                intent = Some(wanted);
            }
        }
        ui.add_space(12.0);
        say(ui, Voice::Label, &text("formative"));
        intent
    })
}

/// Fifty of the sixty minutes of a clock.
fn fifty_minutes(ui: &mut Ui) {
    let palette = palette(ui);
    let size = 84.0;
    let (rect, _) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    let centre = rect.center();
    let at = |minute: f32, radius: f32| -> Pos2 {
        let angle = minute / 60.0 * TAU - TAU / 4.0;
        centre + radius * vec2(angle.cos(), angle.sin())
    };
    let radius = size / 2.0 - 4.0;
    let arc = |from: u16, to: u16| (from..=to).map(|minute| at(f32::from(minute), radius)).collect::<Vec<_>>();
    ui.painter().add(Shape::line(arc(50, 60), Stroke::new(1.5, palette.line)));
    ui.painter().add(Shape::line(arc(0, 50), Stroke::new(5.0, palette.accent)));
    ui.painter().line_segment([centre, at(50.0, radius - 14.0)], Stroke::new(3.0, palette.ink));
    ui.painter().line_segment([centre, at(0.0, radius - 22.0)], Stroke::new(3.0, palette.ink));
    ui.painter().circle_filled(centre, 3.5, palette.ink);
}
