//! The title: where the program begins.

use std::f32::consts::TAU;

use bevy_egui::egui::{Key, Pos2, Sense, Shape, Stroke, Ui, vec2};

use super::{called, settle};
use crate::game::authoring::Ask;
use crate::game::desk::Notice;
use crate::game::drilling;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{Card, beside, has_focus, heading, job, page, pressed, say, tell};
use crate::record::Trainee;
use crate::texts::{text, text_with};

/// What the title remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct TitlePage {
    settled: bool,
}

/// Width of the page, and of the narrowest that has cards beside one another.
const WIDTH: f32 = 600.0;
const TWO_COLUMNS: f32 = 480.0;

pub fn title_ui(ui: &mut Ui, trainee: Option<&Trainee>, trouble: Option<&Notice>, title: &mut TitlePage) -> Option<Intent> {
    if !has_focus(ui) && (pressed(ui, Key::Enter) || pressed(ui, Key::Space)) {
        return Some(Intent::Book);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    if pressed(ui, Key::F3) {
        return Some(Intent::Author(Ask::Desk));
    }
    let drill = Intent::Drill(drilling::Ask::Begin { competence: None, first: None });
    if pressed(ui, Key::F4) {
        return Some(drill);
    }
    if pressed(ui, Key::F5) {
        return Some(Intent::Progress);
    }
    if pressed(ui, Key::F6) {
        return Some(Intent::Trainees);
    }
    let height = ui.available_height();
    page(ui, "title", WIDTH, |ui| {
        ui.add_space(((height - 720.0 * scale(ui)) / 2.0).max(0.0));
        fifty_minutes(ui);
        ui.add_space(20.0);
        heading(ui, Voice::Display, &text("product"));
        say(ui, Voice::Quiet, &text("title-about"));
        ui.add_space(20.0);
        let book = card(ui, &text("title-book"), "title-book-hint").show(ui);
        settle(ui, &mut title.settled, &book);
        let mut intent = book.clicked().then_some(Intent::Book);
        let who = text_with("title-trainee", &[("name", called(trainee).into())]);
        let pairs = [
            [(text("title-drill"), "title-drill-hint", drill), (text("title-progress"), "title-progress-hint", Intent::Progress)],
            [
                (text("title-settings"), "title-settings-hint", Intent::Settings),
                (text("title-authoring"), "title-authoring-hint", Intent::Author(Ask::Desk)),
            ],
            [(who, "title-trainee-hint", Intent::Trainees), (text("title-leave"), "title-leave-hint", Intent::Quit)],
        ];
        for [(one, hint, this), (other, other_hint, that)] in pairs {
            let (gap, whole) = (ui.spacing().item_spacing.y, ui.available_width());
            let (one, other) = (card(ui, &one, hint), card(ui, &other, other_hint));
            let (first, second) = if whole >= TWO_COLUMNS * scale(ui) {
                let half = ((whole - gap) / 2.0).floor();
                let least = one.height(ui, half).max(other.height(ui, whole - gap - half));
                beside(ui, half, gap, |ui| one.least(least).show(ui), |ui| other.least(least).show(ui))
            } else {
                (one.show(ui), other.show(ui))
            };
            intent = intent.or(first.clicked().then_some(this)).or(second.clicked().then_some(that));
        }
        if let Some(trouble) = trouble {
            tell(ui, trouble);
        }
        ui.add_space(12.0);
        say(ui, Voice::Label, &text("formative"));
        intent
    })
}

fn card(ui: &Ui, name: &str, hint: &str) -> Card {
    Card::new(name).row(job(ui, Voice::Strong, name)).row(job(ui, Voice::Label, &text(hint)))
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
