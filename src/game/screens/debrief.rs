//! The debrief: how the person left, what the three scores came from, and what was felt.

use bevy_egui::egui::{self, Align2, Color32, Id, Key, Rect, Sense, Stroke, StrokeKind, Ui, Vec2b, WidgetInfo, WidgetType, pos2, vec2};
use egui_plot::{Line, LineStyle, Plot, PlotPoints};

use super::settle;
use crate::assess::Score;
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::theme::{Palette, Voice, between, palette, scale};
use crate::game::widgets::{Card, aside, heading, job, measure, notice, page, pressed, rule, say};
use crate::report::text as told;
use crate::report::{self, Debrief};
use crate::script::codes::Measure;
use crate::texts::{text, text_with, word};

/// What the debrief remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct DebriefPage {
    settled: bool,
    /// Which of the scores is opened down to its lines.
    pub open: [bool; 3],
}

/// What is drawn over time.
const DRAWN: [Measure; 4] = [Measure::Trust, Measure::Distress, Measure::Agreement, Measure::Frustration];

pub fn debrief_ui(ui: &mut Ui, debrief: &Debrief, trouble: Option<&Notice>, state: &mut DebriefPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Book);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    page(ui, "debrief", 580.0, |ui| {
        say(ui, Voice::Mark, &text("screen-debrief"));
        heading(ui, Voice::Title, &debrief.title);
        if let Some(trouble) = trouble {
            notice(ui, &trouble.text);
        }
        let left = text_with("debrief-minutes", &[("minutes", debrief.minutes.into()), ("replies", debrief.turns.len().into())]);
        reading(ui, |ui| {
            told::ending(debrief).iter().for_each(|line| drop(say(ui, Voice::Body, line)));
            say(ui, Voice::Label, &left);
        });
        for (number, (name, score)) in debrief.scores().into_iter().enumerate() {
            rule(ui);
            let open = score_ui(ui, debrief, name, score, state.open[number]);
            if number == 0 {
                settle(ui, &mut state.settled, &open);
            }
            if open.clicked() {
                state.open[number] = !state.open[number];
            }
            if state.open[number] {
                debrief.lines(score).for_each(|line| line_ui(ui, &line));
            }
        }
        for (title, lines) in
            [("safety-title", told::gate(debrief)), ("repairs-title", told::repairs(debrief)), ("facts-title", told::facts(debrief))]
        {
            rule(ui);
            heading(ui, Voice::Heading, &text(title));
            reading(ui, |ui| lines.iter().for_each(|line| drop(say(ui, Voice::Body, line))));
        }
        rule(ui);
        felt_ui(ui, debrief);
        rule(ui);
        heading(ui, Voice::Heading, &text("debrief-aftercare"));
        reading(ui, |ui| {
            say(ui, Voice::Body, &debrief.aftercare);
            ui.add_space(8.0);
            say(ui, Voice::Label, &text("formative"));
        });
        ui.add_space(16.0);
        Card::button(ui, &text("debrief-close")).show(ui).clicked().then_some(Intent::Book)
    })
}

/// Text in lines of a length that is good to read.
fn reading(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        contents(ui);
    });
}

fn score_ui(ui: &mut Ui, debrief: &Debrief, name: &str, score: &Score, open: bool) -> egui::Response {
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

fn line_ui(ui: &mut Ui, line: &report::Line) {
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

/// The hour as lines over its replies.
fn felt_ui(ui: &mut Ui, debrief: &Debrief) {
    heading(ui, Voice::Heading, &text_with("felt-title", &[("name", debrief.name.as_str().into())]));
    if debrief.felt.is_empty() {
        return;
    }
    let palette = palette(ui);
    let last = debrief.felt.len().saturating_sub(1).max(1) as f64;
    let styles = DRAWN.map(|measure| (measure, style(measure, palette)));
    let label = Voice::Label.format(ui).font_id.size;
    let shown = Plot::new("felt")
        .height(220.0 * scale(ui).min(1.5))
        .width(ui.available_width())
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .cursor_color(Color32::TRANSPARENT)
        .grid_color(palette.line)
        .grid_fade(0.0)
        .sense(Sense::hover())
        .default_x_bounds(0.0, last)
        .default_y_bounds(-2.0, 102.0)
        .set_margin_fraction(vec2(0.0, 0.0))
        .auto_bounds(Vec2b::FALSE)
        .y_axis_min_width(label * 2.4)
        .y_grid_spacer(|_| [0.0, 25.0, 50.0, 75.0, 100.0].map(|value| egui_plot::GridMark { value, step_size: 25.0 }).into())
        .x_grid_spacer(move |_| marks(last))
        .label_formatter(|_| None)
        .show(ui, |plot| {
            for (measure, (colour, line, width)) in styles {
                let points = debrief.felt.iter().enumerate().map(|(turn, felt)| [turn as f64, f64::from(told::measured(felt, measure))]);
                let points: PlotPoints = points.collect();
                plot.line(Line::new(word("measure", measure), points).color(colour).style(line).width(width).allow_hover(false));
            }
        });
    shown.response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, told::felt(debrief).join(". ")));
    say(ui, Voice::Label, &text("debrief-axis"));
    ui.horizontal_wrapped(|ui| {
        for (measure, (colour, line, width)) in styles {
            key_ui(ui, &word("measure", measure), colour, line, width);
            ui.add_space(14.0);
        }
    });
    ui.add_space(6.0);
    reading(ui, |ui| told::felt(debrief).iter().for_each(|line| drop(say(ui, Voice::Label, line))));
}

/// Colour, kind of line and width: told apart without the colour too.
fn style(measure: Measure, palette: Palette) -> (Color32, LineStyle, f32) {
    match measure {
        Measure::Trust => (palette.accent, LineStyle::Solid, 3.0),
        Measure::Distress => (palette.warm, LineStyle::Dashed { length: 10.0 }, 2.5),
        Measure::Agreement => (palette.ink, LineStyle::Solid, 1.5),
        _ => (palette.muted, LineStyle::Dotted { spacing: 5.0 }, 2.5),
    }
}

fn marks(last: f64) -> Vec<egui_plot::GridMark> {
    let step = if last <= 12.0 { 1 } else { 5 };
    (0..=last as usize).step_by(step).map(|turn| egui_plot::GridMark { value: turn as f64, step_size: step as f64 }).collect()
}

/// A piece of a line with what it stands for.
fn key_ui(ui: &mut Ui, name: &str, colour: Color32, style: LineStyle, width: f32) {
    let height = Voice::Label.format(ui).line_height.unwrap_or(20.0);
    let (rect, _) = ui.allocate_exact_size(vec2(34.0, height), Sense::hover());
    let y = rect.center().y;
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    let stroke = Stroke::new(width, colour);
    match style {
        LineStyle::Solid => {
            ui.painter().line_segment(ends, stroke);
        }
        LineStyle::Dashed { length } => ui.painter().extend(egui::Shape::dashed_line(&ends, stroke, length, length * 0.6)),
        LineStyle::Dotted { spacing } => ui.painter().extend(egui::Shape::dotted_line(&ends, colour, spacing, width * 0.6)),
    }
    say(ui, Voice::Label, name);
}
