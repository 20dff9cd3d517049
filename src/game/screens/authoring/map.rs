//! The scene as a map: beats in rows with the ways between them, moved by drag, wheel and arrows; only what is in view is drawn.

use bevy_egui::egui::{
    self, Align, Color32, EventFilter, FontId, Galley, Id, Key, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, epaint::CornerRadiusF32, pos2, text::LayoutJob, vec2,
};

use std::sync::Arc;

use super::AuthoringPage;
use super::words::about;
use crate::game::authoring::{Ask, Chart, Counting, Drawn, Study};
use crate::game::screen::Intent;
use crate::game::screens::debrief::{key_ui, mark_ui};
use crate::game::theme::{Palette, Voice, between, palette, scale};
use crate::game::widgets::{Card, pressed, say};
use crate::report::map::Entry;
use crate::report::map::layered::{Place, Route};
use crate::report::over_time::{Mark, named};
use crate::script::bundle::BeatId;
use crate::script::model::End;
use crate::texts::{text, text_with};

/// How the map is looked at.
#[derive(Clone, Debug, Default)]
pub struct MapPage {
    /// What is in the middle, in the map's own unit, and how large that unit is over its usual size; none before the first look.
    look: Option<(Pos2, f32)>,
    /// How large it was drawn.
    size: Vec2,
    /// The beat at the side is to be brought into view.
    follow: bool,
    fit: bool,
    /// Larger or smaller by so many steps.
    steps: i32,
}

/// How large its unit is at first.
const FIRST: f32 = 0.8;

/// One step larger, and the least and the most.
const STEP: f32 = 1.25;
const ZOOM: (f32, f32) = (0.05, 3.0);

/// How far an arrow moves it, in points.
const ARROW: f32 = 70.0;

/// Where its unit is smaller than this many points, ways have corners; in how many pieces a curve is drawn.
const CURVED: f32 = 0.25;
const CURVE: usize = 8;

/// A beat that is narrower than this has no room for dashes, in points.
const SMALL: f32 = 40.0;

/// Room around the map, in its unit.
const EDGE: f32 = 30.0;

/// Letters smaller than this can't be read, in points.
const LEGIBLE: f32 = 6.5;

/// Size of letters on the map, in its unit.
const LETTERS: f32 = 14.0;

impl MapPage {
    /// Has the beat at the side brought into view.
    pub(super) fn follow(&mut self) {
        self.follow = true;
    }
}

/// Buttons for what the keys do.
pub(super) fn zoom_ui(ui: &mut Ui, state: &mut AuthoringPage) {
    for (sign, name, steps) in [("−", "chart-smaller", -1), ("+", "chart-larger", 1)] {
        if Card::button(ui, sign).named(text(name)).id(Id::new(name)).show(ui).clicked() {
            state.map.steps += steps;
        }
    }
    state.map.fit |= Card::button(ui, &text("chart-fit")).id(Id::new("whole map")).show(ui).clicked();
}

pub(super) fn map_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage, height: f32) -> Option<Intent> {
    let Some(chart) = &study.chart else {
        say(ui, Voice::Quiet, &text("authoring-no-map"));
        return None;
    };
    let (_, area) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(area, Id::new("map"), Sense::click_and_drag());
    let title = study.hour().map(|hour| hour.scene.title.clone()).unwrap_or_default();
    let name = text_with("chart-name", &[("title", title.into()), ("beats", chart.beats.len().into())]);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &name));
    let here = usize::from(study.beat);
    keys(ui, &response, &mut state.map);
    let view = look(ui, area, chart, here, &response, &mut state.map);
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    let sought = if state.find.trim().is_empty() { Vec::new() } else { state.found(study).to_vec() };
    let drawing = Drawing { chart, study, palette: palette(ui), here, sought, view };
    drawing.paint(ui, response.has_focus());
    let pointed = response.hover_pos().and_then(|at| view.beat_at(chart, at));
    if let Some(at) = pointed.filter(|_| !response.dragged()) {
        let told = [vec![chart.beats[at].id.clone(), chart.beats[at].words.clone()], about(study, at)].concat();
        response.clone().on_hover_text_at_pointer(told.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"));
    }
    legend_ui(ui, study, chart);
    let clicked = response.clicked().then(|| match response.interact_pointer_pos() {
        Some(at) => view.beat_at(chart, at),
        // By a key: what is in the middle.
        None => view.nearest(chart),
    });
    let at = clicked.flatten()?;
    Some(Intent::Author(Ask::Beat(study.number, chart.beats[at].id.clone())))
}

fn keys(ui: &Ui, response: &Response, map: &mut MapPage) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    for (key, steps) in [(Key::Plus, 1), (Key::Equals, 1), (Key::Minus, -1)] {
        if pressed(ui, key) {
            map.steps += steps;
        }
    }
    map.fit |= pressed(ui, Key::Num0);
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
}

/// Moves what is looked at as it was asked for.
fn look(ui: &Ui, area: Rect, chart: &Chart, here: usize, response: &Response, map: &mut MapPage) -> View {
    let usual = scale(ui);
    let beat = chart.layout.boxes.get(here).map_or(Pos2::ZERO, |place| middle(*place));
    let (mut centre, mut zoom) = map.look.unwrap_or((beat, FIRST));
    let size = vec2(chart.layout.size.width as f32, chart.layout.size.height as f32);
    let whole = ((area.size() - Vec2::splat(24.0)) / (size * usual)).min_elem();
    if std::mem::take(&mut map.fit) {
        (centre, zoom) = ((size / 2.0).to_pos2(), whole);
    }
    zoom *= STEP.powi(std::mem::take(&mut map.steps));
    if response.has_focus() {
        let arrows = [
            (Key::ArrowLeft, vec2(-1.0, 0.0)),
            (Key::ArrowRight, vec2(1.0, 0.0)),
            (Key::ArrowUp, vec2(0.0, -1.0)),
            (Key::ArrowDown, vec2(0.0, 1.0)),
        ];
        for (key, way) in arrows {
            if ui.input(|input| input.key_pressed(key)) {
                centre += way * ARROW / (zoom * usual);
            }
        }
    }
    if response.dragged() {
        centre -= response.drag_delta() / (zoom * usual);
    }
    if response.hovered() {
        let (wheel, times, at) = ui.input_mut(|input| {
            // What the map takes doesn't scroll the page.
            let wheel = std::mem::take(&mut input.smooth_scroll_delta);
            (wheel, input.zoom_delta(), input.pointer.hover_pos())
        });
        centre -= wheel / (zoom * usual);
        if let Some(at) = at.filter(|_| times != 1.0) {
            // What is under the pointer stays there.
            let from = (at - area.center()) / usual;
            let grown = (zoom * times).clamp(whole.min(ZOOM.0), ZOOM.1);
            centre += from / zoom - from / grown;
            zoom = grown;
        }
    }
    zoom = zoom.clamp(whole.min(ZOOM.0), ZOOM.1);
    // What was in view stays so where there is less room now.
    let less = std::mem::replace(&mut map.size, area.size()) != area.size();
    if std::mem::take(&mut map.follow) || less {
        let shown = area.shrink(40.0).size() / (2.0 * zoom * usual);
        if (beat - centre).abs().x > shown.x || (beat - centre).abs().y > shown.y {
            centre = beat;
        }
    }
    // No further than to its edges, where it is larger than what is seen of it; else it stays in the middle.
    let half = (area.size() / (2.0 * zoom * usual) - Vec2::splat(EDGE)).min(size / 2.0).max(Vec2::ZERO);
    centre = centre.clamp(half.to_pos2(), (size - half).to_pos2());
    map.look = Some((centre, zoom));
    View { area, centre, unit: zoom * usual }
}

fn middle(place: Place) -> Pos2 {
    pos2(place.x as f32 + place.width as f32 / 2.0, place.y as f32 + place.height as f32 / 2.0)
}

/// What of the map is in view: where it is seen, what is in its middle, and the points of its unit.
#[derive(Clone, Copy)]
struct View {
    area: Rect,
    centre: Pos2,
    unit: f32,
}

impl View {
    fn at(&self, (x, y): (i32, i32)) -> Pos2 {
        self.area.center() + (pos2(x as f32, y as f32) - self.centre) * self.unit
    }

    fn rect(&self, place: Place) -> Rect {
        Rect::from_min_max(self.at((place.x, place.y)), self.at((place.right(), place.bottom())))
    }

    fn beat_at(&self, chart: &Chart, at: Pos2) -> Option<usize> {
        chart.layout.boxes.iter().position(|place| self.rect(*place).contains(at))
    }

    /// The beat nearest to the middle.
    fn nearest(&self, chart: &Chart) -> Option<usize> {
        let far = |place: &Place| middle(*place).distance_sq(self.centre);
        let nearest = chart.layout.boxes.iter().enumerate().min_by(|(_, one), (_, other)| far(one).total_cmp(&far(other)));
        nearest.map(|(at, _)| at)
    }
}

struct Drawing<'a> {
    chart: &'a Chart,
    study: &'a Study,
    palette: Palette,
    here: usize,
    sought: Vec<usize>,
    view: View,
}

impl Drawing<'_> {
    fn paint(&self, ui: &Ui, focused: bool) {
        let (palette, area) = (self.palette, self.view.area);
        let painter = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
        painter.rect_filled(area, 6.0, palette.paper);
        let mut shapes = Vec::new();
        // Those of the beat at the side above the others.
        for own in [false, true] {
            for (way, route) in self.chart.ways.iter().zip(&self.chart.layout.routes) {
                if own == (way.0 == self.here || way.1 == self.here) {
                    self.way(*way, route, &mut shapes);
                }
            }
        }
        painter.extend(shapes);
        for (at, place) in self.chart.layout.boxes.iter().enumerate() {
            let rect = self.view.rect(*place);
            if area.intersects(rect.expand(8.0)) {
                self.beat(&painter, at, rect);
            }
        }
        let edge = if focused { Stroke::new(2.5, palette.accent) } else { Stroke::new(1.0, palette.line) };
        painter.rect_stroke(area, 6.0, edge, StrokeKind::Inside);
    }

    fn way(&self, (from, to): (usize, usize), route: &Route, shapes: &mut Vec<Shape>) {
        let points = self.course(route);
        let Some(last) = points.last().copied() else { return };
        if !self.view.area.intersects(Rect::from_points(&points)) {
            return;
        }
        let palette = self.palette;
        let colour = if from == self.here {
            palette.accent
        } else if to == self.here {
            palette.ink
        } else if route.back {
            between(palette.paper, palette.warm, 0.7)
        } else {
            between(palette.paper, palette.muted, 0.7)
        };
        let own = from == self.here || to == self.here;
        let stroke = Stroke::new(if own { 2.2 } else { 1.2 }, colour);
        let unit = self.view.unit;
        if route.back && unit > 0.3 {
            shapes.extend(Shape::dashed_line(&points, stroke, 7.0, 4.0));
        } else {
            shapes.push(Shape::line(points.clone(), stroke));
        }
        if unit > 0.3
            && let Some(before) = points.iter().rev().find(|point| **point != last)
        {
            let along = (last - *before).normalized() * (8.0 * unit.min(1.2));
            let aside = vec2(-along.y, along.x) * 0.5;
            shapes.push(Shape::convex_polygon(vec![last, last - along + aside, last - along - aside], colour, Stroke::NONE));
        }
    }

    /// The points of a way as it is drawn: straight down, and in a curve wherever it goes aside.
    fn course(&self, route: &Route) -> Vec<Pos2> {
        let mut points: Vec<Pos2> = Vec::with_capacity(route.points.len() * 2);
        for point in route.points.iter().map(|point| self.view.at(*point)) {
            if let Some(from) = points.last().copied().filter(|from| self.view.unit > CURVED && from.x != point.x) {
                let part = |step: usize| {
                    let along = step as f32 / CURVE as f32;
                    // Upright at both ends.
                    let aside = along * along * (3.0 - 2.0 * along);
                    pos2(from.x + (point.x - from.x) * aside, from.y + (point.y - from.y) * along)
                };
                points.extend((1..CURVE).map(part));
            }
            points.push(point);
        }
        points
    }

    fn beat(&self, painter: &Painter, at: usize, rect: Rect) {
        let (palette, drawn, unit) = (self.palette, &self.chart.beats[at], self.view.unit);
        let footfall = self.study.footfall();
        let share = footfall.map(|footfall| footfall.met(at as BeatId));
        let (chosen, starts) = (at == self.here, drawn.entries.contains(&Entry::Starts));
        // Where the hour ends the box is round.
        let corner = if drawn.ends.is_some() { rect.height() / 2.0 } else { 7.0 * unit };
        let fill = if chosen { palette.lit } else { palette.card };
        painter.rect_filled(rect, corner, fill);
        if drawn.ends == Some(End::WalksOut) || starts {
            let inner = rect.shrink(3.5 * unit);
            painter.rect_stroke(inner, (corner - 3.5 * unit).max(0.0), Stroke::new(1.0, palette.ink), StrokeKind::Inside);
        }
        let border = if chosen { Stroke::new(3.0, palette.accent) } else { Stroke::new(if starts { 2.0 } else { 1.2 }, palette.muted) };
        if share == Some(0) && !chosen && rect.width() < SMALL {
            painter.rect_stroke(rect, corner, Stroke::new(1.0, palette.warm), StrokeKind::Inside);
        } else if share == Some(0) && !chosen {
            let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            painter.extend(Shape::dashed_line(&corners, Stroke::new(1.5, palette.warm), 4.0, 3.0));
        } else {
            painter.rect_stroke(rect, corner, border, StrokeKind::Inside);
        }
        if self.sought.contains(&at) {
            painter.rect_stroke(rect.expand(4.0), CornerRadiusF32::same(corner + 4.0), Stroke::new(2.5, palette.warm), StrokeKind::Middle);
        }
        let letters = (2.0 * LETTERS * unit).round() / 2.0;
        if letters < LEGIBLE {
            let size = (rect.height() * 0.22).clamp(1.5, 4.5);
            self.marks(painter, drawn, rect.center() - vec2(1.4 * size * (drawn.marks.len().max(1) - 1) as f32, 0.0), size);
            return;
        }
        let inset = if drawn.ends.is_some() { 18.0 } else { 11.0 } * unit;
        let room = rect.width() - 2.0 * inset;
        let colour = if share == Some(0) { palette.muted } else { palette.ink };
        let id = letters_of(painter, &drawn.id, (letters, true), colour, room);
        painter.galley(rect.left_top() + vec2(inset, 7.0 * unit), id, palette.ink);
        let foot = rect.bottom() - 17.0 * unit;
        self.marks(painter, drawn, pos2(rect.left() + inset + 5.0 * unit, foot), 4.5 * unit);
        if let Some((footfall, hour)) = footfall.zip(self.study.hour()) {
            self.met(painter, rect, (inset, foot), footfall.met(at as BeatId), footfall.never_taken(hour, at as BeatId));
        }
    }

    fn marks(&self, painter: &Painter, drawn: &Drawn, at: Pos2, size: f32) {
        for (place, mark) in drawn.marks.iter().enumerate() {
            mark_ui(painter, at + vec2(2.8 * size * place as f32, 0.0), size, *mark, self.palette);
        }
    }

    /// How often it was met, as a bar and a number; and how many of its replies were never taken, after an empty ring.
    fn met(&self, painter: &Painter, rect: Rect, (inset, foot): (f32, f32), share: u32, never: usize) {
        let (palette, unit) = (self.palette, self.view.unit);
        let letters = (1.6 * LETTERS * unit).round() / 2.0;
        let told = letters_of(painter, &format!("{share} %"), (letters, false), palette.muted, rect.width());
        let mut right = rect.right() - inset - told.size().x;
        painter.galley(pos2(right, foot - told.size().y / 2.0), Arc::clone(&told), palette.muted);
        if never > 0 {
            let told = letters_of(painter, &never.to_string(), (letters, true), palette.warm, rect.width());
            right -= told.size().x + 9.0 * unit;
            painter.galley(pos2(right, foot - told.size().y / 2.0), Arc::clone(&told), palette.warm);
            painter.circle_stroke(pos2(right - 6.0 * unit, foot), 3.5 * unit, Stroke::new(1.5, palette.warm));
        }
        let bar = Rect::from_min_max(
            pos2(rect.left() + inset, rect.bottom() - 6.0 * unit),
            pos2(rect.right() - inset, rect.bottom() - 3.5 * unit),
        );
        painter.rect_filled(bar, 0.0, between(palette.paper, palette.line, 0.5));
        let filled = Rect::from_min_size(bar.min, vec2(bar.width() * share as f32 / 100.0, bar.height()));
        painter.rect_filled(filled, 0.0, palette.accent);
    }
}

/// One line in letters of that size, cut short where there is no room.
fn letters_of(painter: &Painter, words: &str, (size, strong): (f32, bool), colour: Color32, width: f32) -> Arc<Galley> {
    let family = if strong { egui::FontFamily::Name("strong".into()) } else { egui::FontFamily::Proportional };
    let mut job = LayoutJob::simple_singleline(words.into(), FontId::new(size, family), colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    job.halign = Align::LEFT;
    painter.layout_job(job)
}

/// What the signs mean, and how far the counting is.
fn legend_ui(ui: &mut Ui, study: &Study, chart: &Chart) {
    let palette = palette(ui);
    // Close to one another: they are read and not taken.
    let usual = (ui.spacing().interact_size.y, ui.spacing().item_spacing.y);
    (ui.spacing_mut().interact_size.y, ui.spacing_mut().item_spacing.y) = (0.0, 2.0);
    ui.horizontal_wrapped(|ui| {
        let there = |mark: &Mark| chart.beats.iter().any(|beat| beat.marks.contains(mark));
        for mark in Mark::ALL.into_iter().filter(there) {
            key_ui(ui, &named(&[mark]), |ui, place| mark_ui(ui.painter(), place.center(), 4.5, mark, palette));
        }
        key_ui(ui, &text("map-starts"), |ui, place| {
            let place = Rect::from_center_size(place.center(), vec2(26.0, 15.0));
            ui.painter().rect_stroke(place, 3.0, Stroke::new(2.0, palette.muted), StrokeKind::Inside);
            ui.painter().rect_stroke(place.shrink(3.5), 1.0, Stroke::new(1.0, palette.ink), StrokeKind::Inside);
        });
        key_ui(ui, &text("map-ends"), |ui, place| {
            ui.painter().rect_stroke(
                Rect::from_center_size(place.center(), vec2(26.0, 14.0)),
                7.0,
                Stroke::new(1.5, palette.muted),
                StrokeKind::Inside,
            );
        });
        key_ui(ui, &text("map-leads-back"), |ui, place| {
            let ends = [pos2(place.left() + 3.0, place.center().y), pos2(place.right() - 3.0, place.center().y)];
            ui.painter().extend(Shape::dashed_line(&ends, Stroke::new(1.5, palette.warm), 7.0, 4.0));
        });
        if study.footfall().is_some() {
            key_ui(ui, &text("map-never-met"), |ui, place| {
                let place = Rect::from_center_size(place.center(), vec2(26.0, 14.0));
                let corners = [place.left_top(), place.right_top(), place.right_bottom(), place.left_bottom(), place.left_top()];
                ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(1.5, palette.warm), 4.0, 3.0));
            });
            key_ui(ui, &text("chart-replies-never-taken"), |ui, place| {
                ui.painter().circle_stroke(place.center(), 4.0, Stroke::new(1.5, palette.warm));
            });
        }
    });
    (ui.spacing_mut().interact_size.y, ui.spacing_mut().item_spacing.y) = usual;
    let told = match &study.counting {
        Counting::UnderWay { percent } => text_with("chart-counting", &[("percent", (*percent).into())]),
        Counting::Done(footfall) => text_with("chart-counted", &[("hours", footfall.traffic.hours.into())]),
        Counting::Waiting => text_with("chart-counting", &[("percent", 0.into())]),
    };
    say(ui, Voice::Label, &told);
}
