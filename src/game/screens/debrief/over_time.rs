//! The hour as lines over its replies, with how the person was in the room as bands and the moments as marks.

use bevy_egui::egui::{self, Color32, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2b, WidgetInfo, WidgetType, pos2, vec2};
use egui_plot::{Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotTransform};

use super::reading;
use crate::game::theme::{Palette, Voice, palette, scale};
use crate::game::widgets::{capital, heading, line, say};
use crate::report::over_time::{DRAWN, Mark, course, height, marks, named, stays};
use crate::report::text as told;
use crate::report::{Debrief, PersonTold};
use crate::script::codes::Measure;
use crate::texts::{text, text_with, word};

/// Where the marks stand, above the highest line.
const MARKS: f64 = 124.0;

/// About half of a mark's width.
const MARK: f32 = 4.5;

/// Gives back a reply that was clicked on.
pub(super) fn over_time_ui(ui: &mut Ui, debrief: &Debrief) -> Option<u16> {
    if debrief.turns.is_empty() {
        heading(ui, Voice::Heading, &text_with("felt-title", &[("name", debrief.names().into())]));
        say(ui, Voice::Quiet, &text("report-no-reply"));
        return None;
    }
    let mut clicked = None;
    for person in &debrief.people {
        clicked = clicked.or(person_ui(ui, debrief, person));
        ui.add_space(18.0);
    }
    clicked
}

fn person_ui(ui: &mut Ui, debrief: &Debrief, person: &PersonTold) -> Option<u16> {
    heading(ui, Voice::Heading, &told::felt_title(person));
    let palette = palette(ui);
    let clicked = plot_ui(ui, debrief, person, palette);
    say(ui, Voice::Label, &text("debrief-axis"));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        for measure in DRAWN {
            key_ui(ui, &line_name(measure), |ui, place| line_key(ui, place, style(measure, palette)));
        }
    });
    ui.horizontal_wrapped(|ui| {
        let met = |mark: &Mark| debrief.turns.iter().any(|told| marks(debrief, told).contains(mark));
        for mark in Mark::ALL.into_iter().filter(met) {
            key_ui(ui, &named(&[mark]), |ui, place| mark_ui(ui.painter(), place.center(), MARK, mark, palette));
        }
    });
    ui.add_space(10.0);
    reading(ui, |ui| {
        say(ui, Voice::Strong, &text("debrief-stances"));
        say(ui, Voice::Body, &capital(&course(&stays(&person.felt))));
        ui.add_space(6.0);
        told::felt(person).iter().for_each(|line| drop(say(ui, Voice::Label, line)));
    });
    clicked
}

fn line_name(measure: Measure) -> String {
    if measure == Measure::Experiencing { text("debrief-openness") } else { word("measure", measure) }
}

fn plot_ui(ui: &mut Ui, debrief: &Debrief, person: &PersonTold, palette: Palette) -> Option<u16> {
    let last = debrief.turns.len() as f64;
    let label = Voice::Label.format(ui).font_id.size;
    let shown = Plot::new(("felt", &person.id))
        .height(280.0 * scale(ui).min(1.5))
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
        .sense(Sense::click())
        .default_x_bounds(-0.4, last + 0.4)
        .default_y_bounds(-2.0, 129.0)
        .set_margin_fraction(vec2(0.0, 0.0))
        .auto_bounds(Vec2b::FALSE)
        .y_axis_min_width(label * 2.4)
        .y_grid_spacer(|_| [0.0, 25.0, 50.0, 75.0, 100.0].map(|value| egui_plot::GridMark { value, step_size: 25.0 }).into())
        .x_grid_spacer(move |_| ticks(last))
        .label_formatter(|_| None)
        .show(ui, |plot| {
            for measure in DRAWN {
                let (colour, kind, width) = style(measure, palette);
                let points: PlotPoints =
                    person.felt.iter().enumerate().map(|(turn, felt)| [turn as f64, 100.0 * height(felt, measure)]).collect();
                plot.line(Line::new(line_name(measure), points).color(colour).style(kind).width(width).allow_hover(false));
            }
        });
    let described = format!("{}. {}.", told::felt(person).join(". "), capital(&course(&stays(&person.felt))));
    shown.response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &described));
    for told in &debrief.turns {
        let at = shown.transform.position_from_point(&PlotPoint::new(f64::from(told.turn.number), MARKS));
        for (row, mark) in marks(debrief, told).into_iter().enumerate() {
            // Several at one reply stand one below the other.
            mark_ui(ui.painter(), at + vec2(0.0, 12.0 * row as f32), MARK, mark, palette);
        }
    }
    bands_ui(ui, person, &shown.transform, palette);
    let clicked = shown.response.interact_pointer_pos().filter(|_| shown.response.clicked())?;
    let turn = shown.transform.value_from_position(clicked).x.round();
    (1.0..=last).contains(&turn).then_some(turn as u16)
}

/// A strip below the lines: how the person was in the room, named where there is room for it.
fn bands_ui(ui: &mut Ui, person: &PersonTold, transform: &PlotTransform, palette: Palette) {
    let height = Voice::Label.format(ui).line_height.unwrap_or(20.0) + 6.0;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let last = person.felt.len().saturating_sub(1) as f64;
    for (number, stay) in stays(&person.felt).into_iter().enumerate() {
        let [from, to] = stay.band(last).map(|at| transform.position_from_point_x(at));
        let band = Rect::from_x_y_ranges(from..=to, strip.y_range());
        let fill = if number % 2 == 0 { palette.lit } else { palette.card };
        ui.painter().rect(band, 0.0, fill, Stroke::new(1.0, palette.line), StrokeKind::Inside);
        let name = word("stance", stay.stance);
        let words = line(ui, Voice::Label, &name, f32::INFINITY);
        if words.size().x + 8.0 <= band.width() {
            ui.painter().galley(band.center() - 0.5 * words.size(), words, palette.ink);
        }
    }
}

/// Colour, kind of line and width: told apart without the colour too.
fn style(measure: Measure, palette: Palette) -> (Color32, LineStyle, f32) {
    match measure {
        Measure::Trust => (palette.accent, LineStyle::Solid, 3.0),
        Measure::Distress => (palette.warm, LineStyle::Dashed { length: 10.0 }, 2.5),
        Measure::Agreement => (palette.ink, LineStyle::Solid, 1.5),
        Measure::Experiencing => (palette.ink, LineStyle::Dashed { length: 4.0 }, 1.5),
        _ => (palette.muted, LineStyle::Dotted { spacing: 5.0 }, 2.5),
    }
}

/// A kind of moment by its shape, about twice as wide as that size.
pub(in crate::game::screens) fn mark_ui(painter: &egui::Painter, at: Pos2, size: f32, mark: Mark, palette: Palette) {
    let thin = Stroke::new(size / 3.0, palette.ink);
    let corners = |points: &[(f32, f32)]| points.iter().map(|(x, y)| at + size * vec2(*x, *y)).collect::<Vec<_>>();
    match mark {
        Mark::Turning => {
            let star = [(0.0, -1.5), (0.4, -0.4), (1.5, 0.0), (0.4, 0.4), (0.0, 1.5), (-0.4, 0.4), (-1.5, 0.0), (-0.4, -0.4)];
            // A star is not convex: two of its halves are.
            for half in [[0, 1, 3, 4, 5, 7], [1, 2, 3, 5, 6, 7]] {
                painter.add(Shape::convex_polygon(corners(&half.map(|point: usize| star[point])), palette.warm, Stroke::NONE));
            }
        }
        Mark::Emotional => drop(painter.circle_filled(at, size, palette.accent)),
        Mark::Goal => {
            painter.hline(at.x - size..=at.x + size, at.y, thin);
            painter.vline(at.x, at.y - size..=at.y + size, thin);
        }
        Mark::Boundary => drop(painter.rect_filled(Rect::from_center_size(at, vec2(1.8, 1.8) * size), 0.0, palette.accent)),
        Mark::Rupture => {
            for (from, to) in [((-1.0, -1.0), (1.0, 1.0)), ((-1.0, 1.0), (1.0, -1.0))] {
                painter
                    .line_segment([at + size * vec2(from.0, from.1), at + size * vec2(to.0, to.1)], Stroke::new(size * 0.45, palette.warm));
            }
        }
        Mark::Risk => {
            painter.add(Shape::convex_polygon(corners(&[(0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)]), palette.warm, Stroke::NONE));
        }
        Mark::Cue => drop(painter.circle_stroke(at, size * 0.9, thin)),
    }
}

fn ticks(last: f64) -> Vec<egui_plot::GridMark> {
    let step = if last <= 12.0 { 1 } else { 5 };
    (0..=last as usize).step_by(step).map(|turn| egui_plot::GridMark { value: turn as f64, step_size: step as f64 }).collect()
}

/// A sign with what it stands for, on one line.
pub(in crate::game::screens) fn key_ui(ui: &mut Ui, name: &str, sign: impl FnOnce(&Ui, Rect)) {
    let words = line(ui, Voice::Label, name, f32::INFINITY);
    let size = vec2(34.0 + 8.0 + words.size().x + 14.0, words.size().y);
    let (place, response) = ui.allocate_exact_size(size, Sense::hover());
    sign(ui, Rect::from_min_size(place.min, vec2(34.0, size.y)));
    ui.painter().galley(place.min + vec2(42.0, 0.0), words, palette(ui).ink);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name));
}

fn line_key(ui: &Ui, place: Rect, (colour, style, width): (Color32, LineStyle, f32)) {
    let y = place.center().y;
    let ends = [pos2(place.left(), y), pos2(place.right(), y)];
    let stroke = Stroke::new(width, colour);
    match style {
        LineStyle::Solid => {
            ui.painter().line_segment(ends, stroke);
        }
        LineStyle::Dashed { length } => ui.painter().extend(Shape::dashed_line(&ends, stroke, length, length * 0.6)),
        LineStyle::Dotted { spacing } => ui.painter().extend(Shape::dotted_line(&ends, colour, spacing, width * 0.6)),
    }
}
