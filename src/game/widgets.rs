//! What the pages are made of: set text, cards that can be taken, pages that scroll by keys.

use std::ops::RangeInclusive;
use std::sync::Arc;

use bevy_egui::egui::{
    self, Align, Align2, Event, Galley, Id, Key, Label, Rect, Response, ScrollArea, Sense, Slider, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, WidgetType, epaint::CornerRadiusF32, pos2, text::LayoutJob, vec2,
};

use super::desk::Notice;
use super::theme::{Voice, palette, scale};
pub use crate::texts::capital;
use crate::texts::text;

/// Characters in the longest line that is good to read.
const MEASURE: f32 = 66.0;

/// Width of a character over the size of the letters, on the whole.
const CHARACTER: f32 = 0.53;

/// Smallest height of a card.
const CARD: f32 = 56.0;

/// A column that is lower than this has less room around it, in points.
const LOW: f32 = 560.0;

/// Space between the edge of a card and its text.
const INSET: Vec2 = vec2(14.0, 8.0);

/// More of it beside what stands on a button.
const BESIDE: f32 = 10.0;

/// Width of the column that holds a card's number or sign.
const SIGN: f32 = 28.0;

/// True when a key goes down; held down it counts once.
pub fn pressed(ui: &Ui, wanted: Key) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key, pressed: true, repeat: false, modifiers, .. }
                if *key == wanted && !modifiers.ctrl && !modifiers.alt && !modifiers.command)
        });
        input.events.len() < before
    })
}

/// Takes away what a held key repeats, save where that moves or writes something.
pub fn calm(ui: &Ui) {
    ui.input_mut(|input| {
        input.events.retain(|event| !matches!(event, Event::Key { key: Key::Enter | Key::Space, pressed: true, repeat: true, .. }));
    });
}

/// True once when something gets the focus, however it got it.
fn newly_focused(ui: &Ui, response: &Response) -> bool {
    let before = Id::new("focused");
    response.has_focus() && ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(before, Id::NULL), response.id) != response.id)
}

/// Puts the focus somewhere without moving the page there.
pub fn focus_quietly(ui: &Ui, response: &Response) {
    response.request_focus();
    ui.data_mut(|data| data.insert_temp(Id::new("focused"), response.id));
}

/// True when something on the page has the focus.
pub fn has_focus(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_some())
}

/// A text in one voice, ready to be joined with others.
pub fn job(ui: &Ui, voice: Voice, text: &str) -> LayoutJob {
    LayoutJob::single_section(text.to_string(), voice.format(ui))
}

/// Adds a text in another voice.
pub fn join(ui: &Ui, mut to: LayoutJob, voice: Voice, text: &str) -> LayoutJob {
    to.append(text, 0.0, voice.format(ui));
    to
}

/// A paragraph; an empty line in the text parts it.
pub fn say(ui: &mut Ui, voice: Voice, text: &str) -> Response {
    let mut parts = text.split("\n\n");
    let mut response = ui.add(Label::new(job(ui, voice, parts.next().unwrap_or_default())).wrap());
    for part in parts {
        response = response.union(ui.add(Label::new(job(ui, voice, part)).wrap()));
    }
    response
}

/// A heading, which a screen reader can jump to.
pub fn heading(ui: &mut Ui, voice: Voice, text: &str) -> Response {
    let response = ui.add(Label::new(job(ui, voice, text)).wrap());
    as_heading(ui, &response, text);
    response
}

/// The same on one line that is cut short where there is no room.
pub fn heading_line(ui: &mut Ui, voice: Voice, text: &str) -> Response {
    let response = ui.add(Label::new(job(ui, voice, text)).truncate());
    as_heading(ui, &response, text);
    response
}

/// A heading that has the focus where it is asked for: there a keyboard goes on after a page has changed below it.
pub fn landing(ui: &mut Ui, id: Id, voice: Voice, text: &str, asked: bool) {
    let galley = lines(ui, voice, text, ui.available_width());
    let (_, rect) = ui.allocate_space(galley.size());
    if asked {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    // Nobody comes there who wasn't led there.
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let response = ui.interact(rect, id, if has_focus { Sense::focusable_noninteractive() } else { Sense::hover() });
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    as_heading(ui, &response, text);
    ui.painter().galley(rect.min, galley, palette(ui).ink);
    if has_focus {
        let corners = CornerRadiusF32::same(6.0);
        ui.painter().rect_stroke(rect.expand2(vec2(6.0, 2.0)), corners, Stroke::new(2.5, palette(ui).accent), StrokeKind::Middle);
    }
    if newly_focused(ui, &response) {
        ui.scroll_to_rect(rect.expand(12.0), None);
    }
}

fn as_heading(ui: &Ui, response: &Response, text: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(text.to_string());
    });
}

/// A part of a page in which everything keeps its identity, and so the focus, whatever comes and goes before the part.
pub fn part<R>(ui: &mut Ui, name: impl egui::AsIdSalt, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().id(Id::new("part").with(name)), contents).inner
}

/// Width of a line that is good to read, where there is room.
pub fn measure(ui: &Ui) -> f32 {
    let size = Voice::Body.format(ui).font_id.size;
    (MEASURE * CHARACTER * size).min(ui.available_width())
}

/// A page: one column in the middle that scrolls, with its width in points at the usual text size.
pub fn page<R>(ui: &mut Ui, name: &str, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let area = ui.available_rect_before_wrap();
    scroll(ui, name, area, true, |ui| {
        let room = ui.available_width();
        let margin = if room < 700.0 { 20.0 } else { 40.0 };
        let width = (width * scale(ui).max(1.0)).min(room - 2.0 * margin);
        let left = ui.max_rect().left() + ((room - width) / 2.0).floor();
        let column = Rect::from_min_max(pos2(left, ui.max_rect().top()), pos2(left + width, f32::INFINITY));
        let inner = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.add_space(36.0);
            let inner = contents(ui);
            ui.add_space(36.0);
            inner
        });
        inner.inner
    })
}

/// A part of the window that scrolls by wheel, and where the keys are meant for it by PageUp, PageDown, Home and End.
pub fn scroll<R>(ui: &mut Ui, name: &str, area: Rect, keys: bool, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let id = Id::new(("scroll", name));
    let (offset, content, view): (f32, f32, f32) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let page = (view - 48.0).max(48.0);
    let line = Voice::Body.format(ui).font_id.size * 3.0;
    let arrows = keys && !has_focus(ui);
    let top = ui.data_mut(|data| data.remove_temp::<bool>(id.with("top"))).is_some();
    let mut wanted = top.then_some(0.0);
    for (key, to) in [(Key::PageDown, offset + page), (Key::PageUp, offset - page), (Key::Home, 0.0), (Key::End, content)] {
        if keys && !ui.ctx().text_edit_focused() && pressed(ui, key) {
            wanted = Some(to);
        }
    }
    for (key, to) in [(Key::ArrowDown, offset + line), (Key::ArrowUp, offset - line)] {
        if arrows && ui.input(|input| input.key_pressed(key)) {
            wanted = Some(to);
        }
    }
    let mut inside = ui.new_child(UiBuilder::new().id_salt(name).max_rect(area));
    inside.set_clip_rect(area.intersect(ui.clip_rect()));
    let mut scroll = ScrollArea::vertical().id_salt(name).auto_shrink(false).animated(false);
    if let Some(to) = wanted {
        scroll = scroll.vertical_scroll_offset(to.clamp(0.0, (content - view).max(0.0)));
        ui.ctx().request_repaint();
    }
    let shown = scroll.show(&mut inside, contents);
    let now = (shown.state.offset.y, shown.content_size.y, shown.inner_rect.height());
    ui.data_mut(|data| data.insert_temp(id, now));
    shown.inner
}

/// A column that scrolls, with its margins; by keys where they are meant for it.
pub fn column<R>(ui: &mut Ui, name: &str, area: Rect, keys: bool, contents: impl FnOnce(&mut Ui) -> R) -> R {
    scroll(ui, name, area, keys, |ui| {
        let margin = if area.width() < 700.0 { 20.0 } else { 36.0 };
        let room = ui.max_rect().shrink2(vec2(margin, 0.0));
        let column = Rect::from_min_max(room.min, pos2(room.right(), f32::INFINITY));
        let inner = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.set_width(column.width());
            let (above, below) = column_ends(area);
            ui.add_space(above);
            let inner = contents(ui);
            ui.add_space(below);
            inner
        });
        inner.inner
    })
}

/// Room above and beneath what stands in a column of that size.
pub fn column_ends(area: Rect) -> (f32, f32) {
    if area.height() < LOW { (12.0, 12.0) } else { (28.0, 36.0) }
}

/// True where the end of a part is in view, as it was drawn last.
pub fn is_at_end(ui: &Ui, name: &str) -> bool {
    let (offset, content, view): (f32, f32, f32) = ui.data(|data| data.get_temp(Id::new(("scroll", name)))).unwrap_or_default();
    offset + view + 1.0 >= content
}

/// Forgets how far a part had been scrolled.
pub fn scroll_to_top(context: &egui::Context, name: &str) {
    let id = Id::new(("scroll", name));
    context.data_mut(|data| {
        data.remove::<(f32, f32, f32)>(id);
        data.insert_temp(id.with("top"), true);
    });
}

/// Something that can be taken, by pointer, keys or a screen reader.
pub struct Card {
    id: Option<Id>,
    /// What a screen reader says of it.
    name: String,
    sign: Option<Sign>,
    rows: Vec<LayoutJob>,
    enabled: bool,
    selected: Option<bool>,
    width: Option<f32>,
    least: f32,
    centred: bool,
    main: bool,
}

enum Sign {
    Text(String),
    Choice,
    Check,
}

impl Card {
    pub fn new(name: impl Into<String>) -> Card {
        Card {
            id: None,
            name: name.into(),
            sign: None,
            rows: Vec::new(),
            enabled: true,
            selected: None,
            width: None,
            least: CARD,
            centred: false,
            main: false,
        }
    }

    pub fn id(self, id: Id) -> Card {
        Card { id: Some(id), ..self }
    }

    pub fn row(mut self, row: LayoutJob) -> Card {
        self.rows.push(row);
        self
    }

    /// What a screen reader says of it, where that is more than its text.
    pub fn named(self, name: String) -> Card {
        Card { name, ..self }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// A number before it.
    pub fn number(self, number: usize) -> Card {
        Card { sign: Some(Sign::Text(number.to_string())), ..self }
    }

    /// One of several, of which one is chosen.
    pub fn choice(self, selected: bool) -> Card {
        Card { sign: Some(Sign::Choice), selected: Some(selected), least: 44.0, ..self }
    }

    /// Something that is on or off.
    pub fn check(self, on: bool) -> Card {
        Card { sign: Some(Sign::Check), selected: Some(on), least: 44.0, ..self }
    }

    pub fn enabled(self, enabled: bool) -> Card {
        Card { enabled, ..self }
    }

    /// A card as wide as its text, like a button on a form.
    pub fn button(ui: &Ui, text: &str) -> Card {
        let row = job(ui, Voice::Strong, text);
        let width = ui.painter().layout_job(row.clone()).size().x + 2.0 * (INSET.x + BESIDE);
        Card { width: Some(width), least: 44.0, centred: true, ..Card::new(text).row(row) }
    }

    /// With little room beside its text.
    pub fn tight(self) -> Card {
        Card { width: self.width.map(|width| width - 2.0 * BESIDE + 2.0), ..self }
    }

    pub fn is_selected(&self) -> bool {
        self.selected == Some(true)
    }

    /// How much room it takes of a row, where it doesn't take all of it.
    pub fn room(&self) -> f32 {
        self.width.unwrap_or(f32::INFINITY)
    }

    /// One of several of which one is open.
    pub fn selected(self, selected: bool) -> Card {
        Card { selected: Some(selected), ..self }
    }

    /// What most will want to do next.
    pub fn main(self) -> Card {
        Card { main: true, ..self }
    }

    /// As wide as that, where there is room.
    pub fn width(self, width: f32) -> Card {
        Card { width: Some(width), ..self }
    }

    /// At least as high as that.
    pub fn least(self, least: f32) -> Card {
        Card { least, ..self }
    }

    fn layout(&self, ui: &Ui, width: f32) -> (Vec<Arc<Galley>>, f32) {
        let sign = if self.sign.is_some() { SIGN * scale(ui) } else { 0.0 };
        let wrap = (width - 2.0 * INSET.x - sign).max(40.0);
        let galleys: Vec<Arc<Galley>> = self
            .rows
            .iter()
            .cloned()
            .map(|mut row| {
                row.wrap.max_width = wrap;
                ui.painter().layout_job(row)
            })
            .collect();
        let text: f32 = galleys.iter().map(|galley| galley.size().y).sum();
        (galleys, (text + 2.0 * INSET.y).max(self.least))
    }

    /// How high it will be at that width.
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        self.layout(ui, width).1
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width.map_or(ui.available_width(), |width| width.min(ui.available_width()));
        let (galleys, height) = self.layout(ui, width);
        let (auto, rect) = ui.allocate_space(vec2(width, height));
        let id = self.id.unwrap_or(auto);
        let sense = match self.enabled {
            true => Sense::click(),
            // What can't be taken just now keeps the focus that it had.
            false if ui.memory(|memory| memory.has_focus(id)) => Sense::focusable_noninteractive(),
            false => Sense::hover(),
        };
        let response = ui.interact(rect, id, sense);
        response.widget_info(|| match self.selected {
            Some(selected) => {
                let kind = if matches!(self.sign, Some(Sign::Check)) { WidgetType::Checkbox } else { WidgetType::RadioButton };
                WidgetInfo::selected(kind, self.enabled, selected, &self.name)
            }
            None => WidgetInfo::labeled(WidgetType::Button, self.enabled, &self.name),
        });
        if newly_focused(ui, &response) {
            ui.scroll_to_rect(rect.expand(12.0), None);
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response, &galleys);
        }
        response
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response, galleys: &[Arc<Galley>]) {
        let palette = palette(ui);
        let painter = ui.painter();
        let lit = self.enabled && (response.hovered() || response.has_focus());
        let chosen = self.selected == Some(true);
        let fill = if !self.enabled {
            palette.paper
        } else if lit || chosen {
            palette.lit
        } else {
            palette.card
        };
        let border = if chosen || lit || self.main { palette.accent } else { palette.line };
        painter.rect(rect, 8.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
        if response.has_focus() {
            let corners = CornerRadiusF32::same(9.0);
            painter.rect_stroke(rect.expand(1.0), corners, Stroke::new(2.5, palette.accent), StrokeKind::Middle);
        }
        let text: f32 = galleys.iter().map(|galley| galley.size().y).sum();
        let mut at = pos2(rect.left() + INSET.x, rect.center().y - text / 2.0);
        if let Some(sign) = &self.sign {
            let line = galleys.first().map_or(0.0, |galley| galley.rows.first().map_or(0.0, |row| row.height()));
            let centre = pos2(at.x + 7.0 * scale(ui), at.y + line / 2.0);
            match sign {
                Sign::Text(number) => {
                    let format = Voice::Strong.format(ui);
                    painter.text(pos2(at.x, centre.y), Align2::LEFT_CENTER, number, format.font_id, palette.accent);
                }
                Sign::Check => {
                    let place = Rect::from_center_size(centre, Vec2::splat(15.0 * scale(ui)));
                    let ring = if self.enabled { palette.accent } else { palette.muted };
                    painter.rect_stroke(place, 3.0, Stroke::new(1.5, ring), StrokeKind::Inside);
                    if chosen {
                        let at = |x: f32, y: f32| place.left_top() + vec2(x, y) * place.size();
                        let tick = [at(0.22, 0.54), at(0.42, 0.74), at(0.80, 0.28)];
                        painter.line(tick.to_vec(), Stroke::new(2.5, ring));
                    }
                }
                Sign::Choice => {
                    let ring = if self.enabled { palette.accent } else { palette.muted };
                    painter.circle_stroke(centre, 7.0 * scale(ui), Stroke::new(1.5, ring));
                    if chosen {
                        painter.circle_filled(centre, 4.0 * scale(ui), ring);
                    }
                }
            }
            at.x += SIGN * scale(ui);
        }
        for galley in galleys {
            let x = if self.centred { rect.center().x - galley.size().x / 2.0 } else { at.x };
            painter.galley(pos2(x, at.y), Arc::clone(galley), palette.ink);
            at.y += galley.size().y;
        }
    }
}

/// A number that is drawn or stepped along a line by fives; what is named is for a screen reader.
pub fn slider<Number: egui::emath::Numeric>(ui: &mut Ui, name: &str, value: &mut Number, range: RangeInclusive<Number>) -> Response {
    slider_by(ui, 5.0, name, value, range)
}

/// The same by another step.
pub fn slider_by<Number: egui::emath::Numeric>(
    ui: &mut Ui,
    step: f64,
    name: &str,
    value: &mut Number,
    range: RangeInclusive<Number>,
) -> Response {
    let palette = palette(ui);
    let shown = ui.scope(|ui| {
        let visuals = ui.visuals_mut();
        visuals.selection.bg_fill = palette.accent;
        visuals.widgets.inactive.bg_fill = palette.line;
        for state in [&mut visuals.widgets.inactive, &mut visuals.widgets.hovered, &mut visuals.widgets.active] {
            state.fg_stroke = Stroke::new(2.0, palette.accent);
        }
        ui.add(Slider::new(value, range).step_by(step).show_value(false))
    });
    let response = shown.inner;
    response.widget_info(|| WidgetInfo::slider(true, value.to_f64(), name));
    if response.has_focus() {
        let ring = response.rect.expand2(vec2(8.0, 2.0));
        ui.painter().rect_stroke(ring, 8.0, Stroke::new(2.5, palette.accent), StrokeKind::Middle);
    }
    if newly_focused(ui, &response) {
        ui.scroll_to_rect(response.rect.expand(12.0), None);
    }
    response
}

/// A card with a box to tick.
pub fn check(ui: &mut Ui, text: &str, on: &mut bool) {
    let row = job(ui, Voice::Body, text);
    if Card::new(text).row(row).check(*on).show(ui).clicked() {
        *on = !*on;
    }
}

/// Cards beside one another, in as many rows as they need.
pub fn flow(ui: &mut Ui, cards: Vec<Card>) -> Vec<Response> {
    let (whole, gap) = (ui.available_width(), ui.spacing().item_spacing.x);
    let mut rows: Vec<Vec<Card>> = Vec::new();
    let mut room = 0.0;
    for card in cards {
        let width = card.width.unwrap_or(whole);
        if rows.is_empty() || width > room {
            rows.push(Vec::new());
            room = whole;
        }
        room -= width + gap;
        if let Some(row) = rows.last_mut() {
            row.push(card);
        }
    }
    rows.into_iter().flat_map(|row| ui.horizontal(|ui| row.into_iter().map(|card| card.show(ui)).collect::<Vec<_>>()).inner).collect()
}

/// Two columns beside one another, the first of that width.
pub fn beside<A, B>(ui: &mut Ui, first: f32, gap: f32, one: impl FnOnce(&mut Ui) -> A, other: impl FnOnce(&mut Ui) -> B) -> (A, B) {
    let row = ui.horizontal_top(|ui| {
        let width = ui.available_width();
        let one = ui.vertical(|ui| {
            ui.set_width(first);
            one(ui)
        });
        ui.add_space(gap - ui.spacing().item_spacing.x);
        let other = ui.vertical(|ui| {
            ui.set_width(width - first - gap);
            other(ui)
        });
        (one.inner, other.inner)
    });
    row.inner
}

/// Something that comes up in the hour, with a box to tick where it is to be left out.
pub fn topic(ui: &Ui, note: &str, left_out: bool) -> Card {
    let leave_out = text("leave-out");
    let card = Card::new(format!("{leave_out}: {note}")).check(left_out);
    card.row(job(ui, Voice::Body, note)).row(job(ui, Voice::Label, &leave_out))
}

/// A choice as wide as its text.
pub fn choice(ui: &Ui, text: &str, selected: bool) -> Card {
    let row = job(ui, Voice::Body, text);
    let width = ui.painter().layout_job(row.clone()).size().x + 2.0 * INSET.x + SIGN * scale(ui) + 6.0;
    Card::new(text).row(row).choice(selected).width(width)
}

/// A quiet line across the page.
pub fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y.round(), Stroke::new(1.0, palette(ui).line));
}

/// Something that went wrong, where it can't be overlooked.
pub fn notice(ui: &mut Ui, text: &str) {
    let warm = palette(ui).warm;
    framed(ui, warm, Voice::Warning, text);
}

/// Something that was done, or that went wrong.
pub fn tell(ui: &mut Ui, what: &Notice) {
    let accent = palette(ui).accent;
    if what.done { framed(ui, accent, Voice::Body, &what.text) } else { notice(ui, &what.text) }
}

fn framed(ui: &mut Ui, edge: egui::Color32, voice: Voice, text: &str) {
    let frame = egui::Frame::new().fill(palette(ui).card).stroke(Stroke::new(1.5, edge)).corner_radius(8.0).inner_margin(14.0);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        say(ui, voice, text)
    });
    ui.ctx().accesskit_node_builder(shown.inner.id, |node| node.set_live(egui::accesskit::Live::Assertive));
}

/// Space within a note, and between two of its paragraphs.
const NOTE: f32 = 12.0;
const NOTE_LINE: f32 = 1.0;
const PARAGRAPHS: f32 = 2.0;

/// Something to know that nobody has to do anything about at once; the first paragraph says what.
pub fn note(ui: &mut Ui, paragraphs: &[String]) {
    let palette = palette(ui);
    let frame = egui::Frame::new().fill(palette.card).stroke(Stroke::new(NOTE_LINE, palette.line)).corner_radius(8.0).inner_margin(NOTE);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = PARAGRAPHS;
        for (place, paragraph) in paragraphs.iter().enumerate() {
            let told = say(ui, note_voice(place), paragraph);
            ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(egui::accesskit::Live::Polite));
        }
    });
}

fn note_voice(place: usize) -> Voice {
    if place == 0 { Voice::Mark } else { Voice::Label }
}

/// How high a note is at that width.
pub fn note_height(ui: &Ui, paragraphs: &[String], width: f32) -> f32 {
    let height =
        |(place, text): (usize, &String)| lines(ui, note_voice(place), text, width - 2.0 * (NOTE + NOTE_LINE)).size().y + PARAGRAPHS;
    paragraphs.iter().enumerate().map(height).sum::<f32>() - PARAGRAPHS + 2.0 * (NOTE + NOTE_LINE)
}

/// Text after a thin line at its left: what somebody says of something else.
pub fn aside<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = egui::Frame::new().inner_margin(egui::Margin { left: 14, right: 0, top: 0, bottom: 0 });
    let shown = frame.show(ui, contents);
    let rect = shown.response.rect;
    ui.painter().vline(rect.left() + 3.0, rect.y_range(), Stroke::new(2.0, palette(ui).accent));
    shown.inner
}

/// Small words beside larger ones, on one line: all stand on the same ground.
pub fn even(mut row: LayoutJob) -> LayoutJob {
    let size = row.sections.iter().map(|section| section.format.font_id.size).fold(0.0, f32::max);
    let height = row.sections.iter().filter_map(|section| section.format.line_height).fold(0.0, f32::max);
    for section in &mut row.sections {
        // Letters stand in the middle of their line: the ground of small ones would be higher.
        let lift = 0.73 * (size - section.format.font_id.size);
        section.format.line_height = Some(height - lift);
        section.format.valign = Align::BOTTOM;
    }
    row
}

/// A text laid out in lines no wider than that, in points.
pub fn lines(ui: &Ui, voice: Voice, text: &str, width: f32) -> Arc<Galley> {
    let mut rows = job(ui, voice, text);
    rows.wrap.max_width = width.max(0.0);
    rows.halign = Align::LEFT;
    ui.painter().layout_job(rows)
}

/// One line that is cut short where there is no room.
pub fn line(ui: &Ui, voice: Voice, text: &str, width: f32) -> Arc<Galley> {
    let mut row = job(ui, voice, text);
    row.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    row.halign = Align::LEFT;
    ui.painter().layout_job(row)
}
