//! The scene as a map: beats in rows with the ways between them, moved by drag, wheel and arrows; only what is in view is drawn.

use bevy_egui::egui::{
    self, Align, Color32, EventFilter, FontId, Galley, Id, Key, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, WidgetType, epaint::CornerRadiusF32, pos2, text::LayoutJob, vec2,
};

use std::sync::Arc;

use super::words::about;
use super::{AuthoringPage, find_ui};
use crate::game::authoring::{Ask, Chart, Counting, Drawn, LETTERS, Led, Study};
use crate::game::screen::Intent;
use crate::game::screens::debrief::{key_ui, mark_ui};
use crate::game::theme::{Palette, Voice, between, palette, scale};
use crate::game::widgets::{Card, column_ends, pressed, say};
use crate::report::map::Entry;
use crate::report::map::layered::Place;
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
    /// How high what stands beneath it was last, in points.
    beneath: Option<f32>,
}

/// How large its unit is at first.
const FIRST: f32 = 0.8;

/// One step larger, and how large it gets; it gets no smaller than all of it is in view.
const STEP: f32 = 1.25;
const ZOOM: f32 = 3.0;

/// How far an arrow moves it, in points.
const ARROW: f32 = 70.0;

/// Where its unit is smaller than this many points, ways have corners; in how many pieces a curve is drawn.
const CURVED: f32 = 0.25;
const CURVE: usize = 8;

/// A beat that is narrower than this has no room for dashes, in points.
const SMALL: f32 = 40.0;

/// Room around and between what lies on the map, and how wide that gets at the usual size of text, in points.
const GAP: f32 = 6.0;
const TOOLS: f32 = 540.0;

/// Room for what stands beneath the map until it was drawn once, in points at the usual size of text.
const BENEATH: f32 = 110.0;

/// Room around the map, in its unit.
const EDGE: f32 = 30.0;

/// Letters smaller than this can't be read, in points.
const LEGIBLE: f32 = 6.5;

impl MapPage {
    /// Has the beat at the side brought into view.
    pub(super) fn follow(&mut self) {
        self.follow = true;
    }
}

/// What lies on the map: the field to find a beat at its left, where there is room for it, and buttons for what the keys do.
fn over_ui(ui: &mut Ui, area: Rect, study: &Study, state: &mut AuthoringPage) -> Option<Intent> {
    let cards = [("−", "chart-smaller"), ("+", "chart-larger"), (&*text("chart-fit"), "chart-fit")]
        .map(|(sign, name)| Card::button(ui, sign).tight().named(text(name)).id(Id::new(name)));
    let width = cards.iter().map(Card::room).sum::<f32>() + 2.0 * GAP;
    let left = (area.right() - GAP - width).max(area.left());
    let corner = |left: f32, right: f32| Rect::from_min_max(pos2(left, area.top() + GAP), pos2(right, area.bottom()));
    let mut asked = None;
    if has_room_to_find(ui, area.width()) {
        let place = UiBuilder::new().id(Id::new("find")).max_rect(corner(area.left() + GAP, left));
        let ui = &mut ui.new_child(place);
        asked = ui.horizontal(|ui| find_ui(ui, study, state)).inner;
    }
    let ui = &mut ui.new_child(UiBuilder::new().id(Id::new("zoom")).max_rect(corner(left, area.right())));
    ui.spacing_mut().item_spacing.x = GAP;
    ui.horizontal(|ui| {
        let [smaller, larger, whole] = cards.map(|card| card.show(ui).clicked());
        state.map.steps += i32::from(larger) - i32::from(smaller);
        state.map.fit |= whole;
    });
    asked
}

/// Whether the field lies on a map of that width, and not in a row of its own.
pub(super) fn has_room_to_find(ui: &Ui, width: f32) -> bool {
    width >= TOOLS * scale(ui)
}

/// How high the map is, where its place begins so far below the top of what is in view: as there is room with what stands beneath it; where
/// that leaves it less than half, what stands beneath it is scrolled to.
fn height(view: Rect, above: f32, beneath: f32) -> f32 {
    let (half, left) = (view.height() / 2.0, view.height() - above);
    let beside = left - beneath - column_ends(view).1 - 2.0;
    if beside >= half { beside } else { half.max(left - 12.0) }
}

pub(super) fn map_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage, (seen, above): (Rect, f32)) -> Option<Intent> {
    let Some(chart) = &study.chart else {
        say(ui, Voice::Quiet, &text("authoring-no-map"));
        return None;
    };
    let height = height(seen, above, state.map.beneath.unwrap_or(BENEATH * scale(ui)));
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
    let asked = over_ui(ui, area, study, state);
    let beneath = ui.scope(|ui| {
        legend_ui(ui, study, chart);
        say(ui, Voice::Label, &text("authoring-keys"));
    });
    let beneath = beneath.response.rect.height() + 2.0 * ui.spacing().item_spacing.y;
    if state.map.beneath.replace(beneath) != Some(beneath) {
        ui.ctx().request_repaint();
    }
    let clicked = response.clicked().then(|| match response.interact_pointer_pos() {
        Some(at) => view.beat_at(chart, at),
        // By a key: what is in the middle.
        None => view.nearest(chart),
    });
    asked.or_else(|| Some(Intent::Author(Ask::Beat(study.number, chart.beats[clicked.flatten()?].id.clone()))))
}

fn keys(ui: &Ui, response: &Response, map: &mut MapPage) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    for (key, steps) in [(Key::Plus, 1), (Key::Equals, 1), (Key::Minus, -1)] {
        // Held down it goes on; and a plus whose Shift is let go first would else seem to be held for ever.
        map.steps += steps * ui.input(|input| if input.modifiers.command { 0 } else { input.num_presses(key) as i32 });
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
    let beat = chart.beats.get(here).map_or(Pos2::ZERO, |beat| middle(beat.place));
    let (mut centre, mut zoom) = map.look.unwrap_or((beat, FIRST));
    let size = vec2(chart.size.width as f32, chart.size.height as f32);
    // What lies on the map hides nothing of the whole.
    let over = Card::button(ui, "+").height(ui, area.width()) + 2.0 * GAP;
    let whole = ((area.size() - vec2(24.0, 24.0 + over)) / (size * usual)).min_elem().max(f32::EPSILON);
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
            let grown = (zoom * times).clamp(whole.min(FIRST), ZOOM);
            centre += from / zoom - from / grown;
            zoom = grown;
        }
    }
    zoom = zoom.clamp(whole.min(FIRST), ZOOM);
    // What was in view stays so where there is less room now.
    let less = std::mem::replace(&mut map.size, area.size()) != area.size();
    if std::mem::take(&mut map.follow) || less {
        let open = Rect::from_min_max(area.min + vec2(0.0, over), area.max).shrink(40.0);
        if !open.contains(area.center() + (beat - centre) * zoom * usual) {
            centre = beat;
        }
    }
    // No further than to its edges, where it is larger than what is seen of it; else it stays in the middle.
    let all = Rect::from_min_max(pos2(0.0, -over / (zoom * usual)), size.to_pos2());
    let half = (area.size() / (2.0 * zoom * usual) - Vec2::splat(EDGE)).max(Vec2::ZERO);
    let free = (all.size() / 2.0 - half).max(Vec2::ZERO);
    centre = all.center() + (centre - all.center()).clamp(-free, free);
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

    /// The beat that stands there, or that a cut line with its name there leads to.
    fn beat_at(&self, chart: &Chart, at: Pos2) -> Option<usize> {
        let beat = chart.beats.iter().position(|beat| self.rect(beat.place).contains(at));
        let named = || chart.names.iter().find(|name| self.rect(name.place).contains(at)).map(|name| name.to);
        beat.or_else(|| named().filter(|_| self.letters() >= LEGIBLE))
    }

    /// The beat nearest to the middle.
    fn nearest(&self, chart: &Chart) -> Option<usize> {
        let far = |beat: &Drawn| middle(beat.place).distance_sq(self.centre);
        let nearest = chart.beats.iter().enumerate().min_by(|(_, one), (_, other)| far(one).total_cmp(&far(other)));
        nearest.map(|(at, _)| at)
    }

    /// Size of letters, in points.
    fn letters(&self) -> f32 {
        (2.0 * LETTERS as f32 * self.unit).round() / 2.0
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
            for way in self.chart.ways.iter().filter(|way| own == self.is_own(way)) {
                way.pieces.iter().for_each(|piece| self.piece(way, piece, &mut shapes));
            }
        }
        painter.extend(shapes);
        self.names(&painter);
        for (at, beat) in self.chart.beats.iter().enumerate() {
            let rect = self.view.rect(beat.place);
            if area.intersects(rect.expand(8.0)) {
                self.beat(&painter, at, rect);
            }
        }
        let edge = if focused { Stroke::new(2.5, palette.accent) } else { Stroke::new(1.0, palette.line) };
        painter.rect_stroke(area, 6.0, edge, StrokeKind::Inside);
    }

    fn is_own(&self, way: &Led) -> bool {
        way.from == self.here || way.to == self.here
    }

    fn piece(&self, way: &Led, piece: &[(i32, i32)], shapes: &mut Vec<Shape>) {
        let points = self.course(piece);
        let Some(last) = points.last().copied() else { return };
        if !self.view.area.intersects(Rect::from_points(&points)) {
            return;
        }
        let palette = self.palette;
        let colour = if way.from == self.here {
            palette.accent
        } else if way.to == self.here {
            palette.ink
        } else if way.back {
            between(palette.paper, palette.warm, 0.7)
        } else {
            between(palette.paper, palette.muted, 0.7)
        };
        let stroke = Stroke::new(if self.is_own(way) { 2.2 } else { 1.2 }, colour);
        let unit = self.view.unit;
        if way.back && unit > 0.3 {
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

    /// Where a line that is cut goes on.
    fn names(&self, painter: &Painter) {
        let letters = self.view.letters();
        if letters < LEGIBLE {
            return;
        }
        for name in &self.chart.names {
            let rect = self.view.rect(name.place);
            if self.view.area.intersects(rect) {
                let colour = if name.to == self.here { self.palette.ink } else { self.palette.muted };
                let told = letters_of(painter, &self.chart.beats[name.to].id, (letters, true), colour, rect.width() * 1.2);
                let place = Rect::from_min_size(pos2(rect.left(), rect.center().y - told.size().y / 2.0), told.size());
                painter.rect_filled(place.expand2(vec2(2.0, 0.0)), 0.0, self.palette.paper);
                painter.galley(place.min, told, colour);
            }
        }
    }

    /// The points of a line as it is drawn: straight down, and in a curve wherever it goes aside.
    fn course(&self, piece: &[(i32, i32)]) -> Vec<Pos2> {
        let mut points: Vec<Pos2> = Vec::with_capacity(piece.len() * 2);
        for point in piece.iter().map(|point| self.view.at(*point)) {
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
        let letters = self.view.letters();
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
        let letters = (1.6 * LETTERS as f32 * unit).round() / 2.0;
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
