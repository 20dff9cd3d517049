//! The three scores, each opened down to the lines that it came from.

use bevy_egui::egui::{self, Align2, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::reading;
use crate::assess::Score;
use crate::game::theme::{Voice, between, palette, scale};
use crate::game::widgets::{Card, aside, heading, job, say};
use crate::report::text as told;
use crate::report::{self, Debrief};
use crate::texts::{text, text_with, word};

pub(super) fn score_ui(ui: &mut Ui, debrief: &Debrief, name: &str, score: &Score, open: bool) -> egui::Response {
    let name = text(name);
    heading(ui, Voice::Heading, &name);
    let headline = told::headline(score);
    if let (Some(value), Some(band)) = (score.value, score.band) {
        let row = ui.add(egui::Label::new(score_row(ui, value, &word("band", band))).wrap());
        ui.ctx().accesskit_node_builder(row.id, |node| node.set_value(format!("{name}: {headline}")));
        range_ui(ui, value, score.offered_min, score.offered_max);
        if let (Some(min), Some(max)) = (score.offered_min, score.offered_max) {
            say(ui, Voice::Label, &text_with("offered-range", &[("min", min.into()), ("max", max.into())]));
        }
    } else {
        say(ui, Voice::Body, &headline);
    }
    told::of_people(debrief, score).iter().for_each(|line| drop(say(ui, Voice::Label, line)));
    let count = debrief.lines(score).count();
    let label = text_with(if open { "debrief-hide" } else { "debrief-show" }, &[("count", count.into())]);
    let card = Card::button(ui, &label).id(Id::new(("evidence", &name))).enabled(count > 0);
    let response = card.show(ui);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(format!("{name}: {label}"));
        node.set_expanded(open);
    });
    response
}

fn score_row(ui: &Ui, value: u8, band: &str) -> egui::text::LayoutJob {
    let mut row = job(ui, Voice::Title, &value.to_string());
    let mut small = Voice::Quiet.format(ui);
    small.valign = egui::Align::Center;
    row.append(&format!("   {band}"), 0.0, small);
    row
}

/// The value on its way from 0 to 100, with what was on offer, and where fair and good begin.
fn range_ui(ui: &mut Ui, value: u8, min: Option<u8>, max: Option<u8>) {
    let palette = palette(ui);
    let label = Voice::Label.format(ui);
    let height = 22.0 + label.font_id.size + 4.0;
    let (rect, response) = ui.allocate_exact_size(vec2((400.0 * scale(ui)).min(ui.available_width()), height), Sense::hover());
    let track = Rect::from_min_max(pos2(rect.left() + 8.0, rect.top() + 6.0), pos2(rect.right() - 8.0, rect.top() + 16.0));
    let at = |points: u8| track.left() + track.width() * f32::from(points) / 100.0;
    let painter = ui.painter();
    painter.rect_filled(track, 5.0, between(palette.paper, palette.line, 0.7));
    if let (Some(min), Some(max)) = (min, max) {
        let offered = Rect::from_x_y_ranges(at(min)..=at(max).max(at(min) + 2.0), track.y_range());
        painter.rect(offered, 5.0, between(palette.paper, palette.accent, 0.4), Stroke::new(1.0, palette.accent), StrokeKind::Inside);
    }
    for (points, name) in [(60, "band-Fair"), (80, "band-Good")] {
        painter.vline(at(points), track.top() - 2.0..=track.bottom() + 4.0, Stroke::new(1.0, palette.muted));
        painter.text(pos2(at(points), track.bottom() + 4.0), Align2::CENTER_TOP, text(name), label.font_id.clone(), palette.muted);
    }
    painter.circle(pos2(at(value), track.center().y), 7.0, palette.ink, Stroke::new(2.0, palette.paper));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, text_with("debrief-bar", &[("value", value.into())])));
}

pub(super) fn line_ui(ui: &mut Ui, line: &report::Line) {
    let answer = line.told.turn.answer();
    ui.add_space(6.0);
    aside(ui, |ui| {
        reading(ui, |ui| {
            if !line.told.before.is_empty() {
                say(ui, Voice::Label, &text_with("debrief-before", &[("text", line.told.before.as_str().into())]));
            }
            say(ui, Voice::Strong, &format!("{}. {}", line.told.turn.number, told::quoted(&answer.text, answer.deed)));
            say(ui, Voice::Mark, &format!("{} · {}", word("skill", answer.codes.skill), told::weights(line)));
            if let Some(why) = line.why() {
                say(ui, Voice::Quiet, why);
                if let Some(source) = &answer.source {
                    say(ui, Voice::Label, source);
                }
            }
        });
    });
}
