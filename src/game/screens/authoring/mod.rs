//! The author's desk: the scene as a map or as a list, what is wrong with the case, the beat at the side, and any moment tried.

mod attempt;
mod beat;
mod beats;
mod findings;
mod map;
mod shelf;
mod state;
mod words;

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{Frame, Id, Key, Margin, Modifiers, Rect, Stroke, TextEdit, Ui, Vec2, WidgetInfo, WidgetType, pos2};

use super::settle;
use crate::game::authoring::{Ask, Authoring, Study};
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{
    Card, column, column_ends, flow, heading_line, landing, note, notice, part, pressed, rule, say, scroll_to_top, tell,
};
use crate::texts::{text, text_with};

use map::MapPage;

/// What the desk remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct AuthoringPage {
    settled: bool,
    part: Part,
    side: Side,
    /// What is looked for, and which of what was found is shown.
    find: String,
    found: Found,
    to_find: bool,
    /// Something was being written in the last frame.
    writing: bool,
    map: MapPage,
    /// What was shown in the last frame.
    shown: Option<Shown>,
    /// Of which case that is.
    case: String,
    /// A way to another beat was taken at the side, and the focus goes on there.
    led: bool,
    /// The side was used last, by pointer or focus, and what had the focus then.
    aside: bool,
    focused: Option<Id>,
    /// It was asked whether an hour may go, and the focus is there.
    asked: bool,
    /// The command for the editor as it is being written.
    command: Option<String>,
}

/// The session and the beat, in whichever drawing of the scene.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    number: usize,
    beat: String,
    drawn: u32,
}

/// Which beats were found, for what was looked for then.
#[derive(Clone, Debug, Default)]
struct Found {
    sought: String,
    drawn: u32,
    places: Vec<usize>,
}

/// What the larger half shows; where there is only one column, also what stands at the side otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Map,
    Beats,
    Findings,
    /// How things stand when the beat is entered.
    State,
    Side,
}

/// What stands at the side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Side {
    #[default]
    Beat,
    Attempt,
}

/// Narrower than this there is one column.
const TWO_COLUMNS: f32 = 1080.0;

/// The side's share of the width.
const SHARE: f32 = 0.42;

/// Widths in points at the usual size of text: the least of a title beside buttons, and that of the field to find a beat.
const TITLE: f32 = 200.0;
const FIND: f32 = 160.0;

impl AuthoringPage {
    /// The page goes on as it was left: whoever comes back from an hour is where they began it.
    pub fn enter(&mut self) {
        self.settled = false;
        self.command = None;
    }

    fn found(&mut self, study: &Study) -> &[usize] {
        if self.found.sought != self.find || self.found.drawn != study.drawn {
            let places = study.chart.as_ref().map(|chart| chart.find(&self.find)).unwrap_or_default();
            self.found = Found { sought: self.find.clone(), drawn: study.drawn, places };
        }
        &self.found.places
    }
}

/// `in_room` tells whether an hour waits to be gone back to.
pub fn authoring_ui(
    ui: &mut Ui,
    authoring: &Authoring,
    in_room: bool,
    trouble: Option<&Notice>,
    state: &mut AuthoringPage,
) -> Option<Intent> {
    // Whoever writes leaves the field first.
    let writing = std::mem::replace(&mut state.writing, ui.ctx().text_edit_focused());
    if pressed(ui, Key::Escape) && !writing {
        let asked = authoring.replacing.map(|_| Intent::Author(Ask::Wait));
        return Some(asked.unwrap_or_else(|| back(authoring, in_room).1));
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    let Some(study) = &authoring.study else {
        if state.shown.take().is_some() {
            state.settled = false;
        }
        return shelf::shelf_ui(ui, authoring, in_room, trouble, state);
    };
    // What was found and shown of one case says nothing of another.
    if state.case != study.case {
        (state.case, state.shown, state.found) = (study.case.clone(), None, Found::default());
        state.find.clear();
    }
    let area = ui.available_rect_before_wrap();
    let two = area.width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    let intent = keys(ui, study, state, two);
    follow(ui, study, state);
    if two && state.part == Part::Side {
        state.part = Part::Map;
    }
    let page = Page { authoring, study, in_room, trouble, two };
    if !two {
        return intent.or(column(ui, "authoring", area, true, |ui| main_ui(ui, &page, state)));
    }
    let split = (area.right() - area.width() * SHARE).round();
    let (left, right) = (Rect::from_min_max(area.min, pos2(split, area.bottom())), Rect::from_min_max(pos2(split, area.top()), area.max));
    ui.painter().vline(split, area.y_range(), Stroke::new(1.0, palette(ui).line));
    use_side(ui, state, right);
    let aside = state.aside;
    let main = column(ui, "authoring", left, !aside, |ui| main_ui(ui, &page, state));
    let side = column(ui, "authoring-side", right, aside, |ui| side_ui(ui, &page, state));
    intent.or(main).or(side)
}

/// What the page shows.
struct Page<'a> {
    authoring: &'a Authoring,
    study: &'a Study,
    in_room: bool,
    trouble: Option<&'a Notice>,
    /// There are two columns.
    two: bool,
}

/// What the way back is called, and where it leads.
fn back(authoring: &Authoring, in_room: bool) -> (&'static str, Intent) {
    match &authoring.study {
        _ if in_room => ("authoring-to-room", Intent::GoOn),
        Some(_) => ("authoring-back", Intent::Author(Ask::Shelf)),
        None => ("authoring-back", Intent::Book),
    }
}

fn back_card(ui: &Ui, authoring: &Authoring, in_room: bool) -> Card {
    let card = Card::button(ui, &text(back(authoring, in_room).0)).id(Id::new("back"));
    if in_room { card.main() } else { card }
}

/// Another beat, or another drawing of the scene, is brought into view.
fn follow(ui: &Ui, study: &Study, state: &mut AuthoringPage) {
    let here = Shown { number: study.number, beat: study.beat_id().unwrap_or_default().into(), drawn: study.drawn };
    if state.shown.as_ref() == Some(&here) {
        return;
    }
    if state.shown.as_ref().is_none_or(|shown| shown.number != here.number) {
        state.map = MapPage::default();
    }
    if state.shown.as_ref().is_none_or(|shown| (shown.number, &shown.beat) != (here.number, &here.beat)) {
        scroll_to_top(ui.ctx(), "authoring-side");
    }
    state.map.follow();
    state.shown = Some(here);
}

/// Keys scroll the column that was used last: by the pointer, or because the focus came there.
fn use_side(ui: &Ui, state: &mut AuthoringPage, side: Rect) {
    let pointer = ui.input(|input| {
        let is_used = input.pointer.any_pressed() || input.pointer.delta() != Vec2::ZERO || input.smooth_scroll_delta != Vec2::ZERO;
        input.pointer.hover_pos().filter(|_| is_used)
    });
    let focused = ui.memory(|memory| memory.focused());
    let came = (std::mem::replace(&mut state.focused, focused) != focused).then_some(focused).flatten();
    let came = came.and_then(|focused| ui.ctx().read_response(focused)).map(|response| response.rect.center());
    if let Some(at) = came.or(pointer) {
        state.aside = side.contains(at);
    }
}

/// Keys that hold on the whole page.
fn keys(ui: &mut Ui, study: &Study, state: &mut AuthoringPage, two: bool) -> Option<Intent> {
    let find = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) || pressed(ui, Key::F3);
    // Where nothing is drawn there is nothing to be found.
    if find && study.chart.is_some() {
        if state.find.is_empty() || ui.ctx().text_edit_focused() {
            state.to_find = true;
            state.part = if state.part == Part::Beats { Part::Beats } else { Part::Map };
        } else {
            return next(study, state);
        }
    }
    if !ui.ctx().text_edit_focused() {
        let parts = [(Key::Num1, Part::Map), (Key::Num2, Part::Beats), (Key::Num3, Part::Findings), (Key::Num4, Part::State)];
        for (key, part) in parts {
            if pressed(ui, key) && state.part != part {
                (state.part, state.settled) = (part, false);
            }
        }
        for (key, side) in [(Key::Num5, Side::Beat), (Key::Num6, Side::Attempt)] {
            if pressed(ui, key) {
                (state.side, state.part) = (side, if two { state.part } else { Part::Side });
                state.settled &= two;
                scroll_to_top(ui.ctx(), "authoring-side");
            }
        }
    }
    if pressed(ui, Key::F4) {
        let first = || study.findings.first().map(|found| (found.finding.file.clone(), found.finding.line.unwrap_or(1)));
        let place = study.beat_id().and_then(|beat| study.place(beat)).or_else(first);
        return place.map(|(file, line)| Intent::Author(Ask::Edit { file, line }));
    }
    if pressed(ui, Key::F5) {
        return Some(Intent::Author(Ask::Play));
    }
    pressed(ui, Key::F7).then_some(Intent::Author(Ask::PlayHour))
}

/// The next of the beats that were found, after the one at the side.
fn next(study: &Study, state: &mut AuthoringPage) -> Option<Intent> {
    let chart = study.chart.as_ref()?;
    let at = usize::from(study.beat);
    let found = state.found(study);
    let place = found.iter().find(|place| **place > at).or(found.first())?;
    Some(Intent::Author(Ask::Beat(study.number, chart.beats.get(*place)?.id.clone())))
}

fn main_ui(ui: &mut Ui, page: &Page, state: &mut AuthoringPage) -> Option<Intent> {
    let study = page.study;
    let (top, view) = (ui.cursor().top(), ui.clip_rect());
    let asked = question_ui(ui, page, state);
    let way = ways_ui(ui, page);
    told_ui(ui, page);
    let found = part(ui, "parts", |ui| parts_ui(ui, page, state));
    if state.part != Part::Map {
        say(ui, Voice::Label, &text("authoring-keys"));
    }
    let above = column_ends(view).0 + ui.cursor().top() - top;
    let within = part(ui, ("within", state.part as u8), |ui| match state.part {
        Part::Side => side_ui(ui, page, state),
        Part::Findings => {
            rule(ui);
            findings::findings_ui(ui, page.authoring, study, state)
        }
        Part::State => {
            rule(ui);
            let Some((bundle, hour)) = study.bundle.as_ref().zip(study.hour()) else {
                say(ui, Voice::Quiet, &text("authoring-no-map"));
                return None;
            };
            state::state_ui(ui, study, bundle, hour)
        }
        Part::Beats => beats::beats_ui(ui, study, state),
        Part::Map => map::map_ui(ui, study, state, (view, above)),
    });
    asked.or(way).or(found).or(within)
}

/// Whether an hour that waits may go.
fn question_ui(ui: &mut Ui, page: &Page, state: &mut AuthoringPage) -> Option<Intent> {
    let Some(replacing) = page.authoring.replacing else {
        // The focus was here, and goes back to where the page begins.
        state.settled &= !std::mem::take(&mut state.asked);
        return None;
    };
    part(ui, "question", |ui| {
        if !state.asked {
            scroll_to_top(ui.ctx(), "authoring");
        }
        notice(ui, &text_with("try-replaces", &[("replies", replacing.replies.into())]));
        let cards = ["try-wait", "try-replace"].map(|name| Card::button(ui, &text(name)).id(Id::new(name)));
        let responses = flow(ui, cards.into());
        let mut intent = None;
        for (response, ask) in responses.iter().zip([Ask::Wait, Ask::Replace]) {
            if ask == Ask::Wait {
                settle(ui, &mut state.asked, response);
            }
            if response.clicked() {
                intent = Some(Intent::Author(ask));
            }
        }
        intent
    })
}

/// What has to be known before anything else.
fn told_ui(ui: &mut Ui, page: &Page) {
    let study = page.study;
    if let Some(trouble) = page.trouble {
        part(ui, "notice", |ui| tell(ui, trouble));
    }
    unread_ui(ui, page.authoring);
    if study.stale {
        let stale = match () {
            () if study.bundle.is_none() => "authoring-no-map",
            () if study.gone => "authoring-gone",
            () => "authoring-stale",
        };
        part(ui, "stale", |ui| say(ui, Voice::Warning, &text(stale)));
    }
    if let Some((gone, beat)) = study.gone_beat.as_ref().zip(study.beat_id()) {
        let told = text_with("authoring-gone-beat", &[("gone", gone.as_str().into()), ("beat", beat.into())]);
        part(ui, "gone", |ui| note(ui, &[told]));
    }
}

/// Why the cases can't be read just now.
fn unread_ui(ui: &mut Ui, authoring: &Authoring) {
    if let Some(why) = &authoring.unread {
        part(ui, "unread", |ui| notice(ui, &text_with("authoring-unread", &[("why", why.as_str().into())])));
    }
}

/// The way back, the sessions of the case, and what is open.
fn ways_ui(ui: &mut Ui, page: &Page) -> Option<Intent> {
    let study = page.study;
    let mut ways = vec![(back_card(ui, page.authoring, page.in_room), back(page.authoring, page.in_room).1, None)];
    let mut title = study.title.clone();
    if let Some(bundle) = study.bundle.as_ref().filter(|bundle| bundle.hours.len() > 1) {
        for (number, hour) in bundle.hours.iter().enumerate() {
            let fill = [("number", (number + 1).into()), ("title", hour.scene.title.as_str().into())];
            let name = text_with("referral-session-name", &fill);
            let card = Card::button(ui, &(number + 1).to_string()).tight().named(name.clone());
            let card = card.selected(number == study.number).id(Id::new(("session", number)));
            if number == study.number {
                title = format!("{title} · {name}");
            }
            ways.push((card, Intent::Author(Ask::Session(number)), Some(name)));
        }
    }
    let gap = ui.spacing().item_spacing.x;
    let taken: f32 = ways.iter().map(|(card, ..)| card.room() + gap).sum();
    let (mut cards, mut asked) = (Vec::new(), Vec::new());
    for (card, intent, name) in ways {
        cards.push(card);
        asked.push((intent, name));
    }
    let responses = if ui.available_width() - taken >= TITLE * scale(ui) {
        let row = ui.horizontal(|ui| {
            let responses: Vec<_> = cards.into_iter().map(|card| card.show(ui)).collect();
            heading_line(ui, Voice::Heading, &title);
            responses
        });
        row.inner
    } else {
        let responses = flow(ui, cards);
        heading_line(ui, Voice::Heading, &title);
        responses
    };
    let mut intent = None;
    for (response, (wanted, name)) in responses.into_iter().zip(asked) {
        if response.clicked() {
            intent = Some(wanted);
        }
        if let Some(name) = name {
            response.on_hover_text(name);
        }
    }
    intent
}

/// The parts to choose from, by pointer or by their numbers, and the field to find a beat.
fn parts_ui(ui: &mut Ui, page: &Page, state: &mut AuthoringPage) -> Option<Intent> {
    let findings = text_with("authoring-part-findings", &[("count", page.study.findings.len().into())]);
    let parts = [
        (Part::Map, text("authoring-part-map")),
        (Part::Beats, text("authoring-part-beats")),
        (Part::Findings, findings),
        (Part::State, text("authoring-part-state")),
    ];
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        for (part, name) in parts {
            // Rows break otherwise when there is less room, and what has the focus is still to have it.
            let card = Card::button(ui, &name).tight().selected(state.part == part).id(Id::new(("part", part as u8)));
            let response = card.show(ui);
            if response.clicked() {
                wanted = Some(part);
            }
            if state.part == part {
                settle(ui, &mut state.settled, &response);
            }
        }
        if !page.two {
            sides_ui(ui, state, false);
        }
    });
    let lies_on_map = state.part == Part::Map && map::has_room_to_find(ui, ui.available_width());
    let has_field = matches!(state.part, Part::Map | Part::Beats) && page.study.chart.is_some() && !lies_on_map;
    let intent = has_field.then(|| ui.horizontal_wrapped(|ui| find_ui(ui, page.study, state)).inner).flatten();
    if let Some(part) = wanted.filter(|part| *part != state.part) {
        (state.part, state.settled) = (part, false);
        ui.ctx().request_repaint();
    }
    intent
}

/// What can stand at the side.
fn sides_ui(ui: &mut Ui, state: &mut AuthoringPage, two: bool) {
    for (side, name) in [(Side::Beat, "authoring-part-beat"), (Side::Attempt, "authoring-part-try")] {
        let shown = state.side == side && (two || state.part == Part::Side);
        let response = Card::button(ui, &text(name)).tight().selected(shown).id(Id::new(("side", name))).show(ui);
        if response.clicked() {
            (state.side, state.part) = (side, if two { state.part } else { Part::Side });
            scroll_to_top(ui.ctx(), "authoring-side");
        }
        if shown && !two {
            settle(ui, &mut state.settled, &response);
        }
    }
}

fn side_ui(ui: &mut Ui, page: &Page, state: &mut AuthoringPage) -> Option<Intent> {
    let study = page.study;
    let beat = study.hour().and_then(|hour| hour.scene.beats.get(usize::from(study.beat)));
    let Some((bundle, beat)) = study.bundle.as_ref().zip(beat) else {
        say(ui, Voice::Quiet, &text("authoring-no-map"));
        return None;
    };
    landing(ui, Id::new("the beat"), Voice::Heading, &beat.id, std::mem::take(&mut state.led));
    if page.two {
        ui.horizontal_wrapped(|ui| sides_ui(ui, state, true));
    }
    let intent = part(ui, ("side", state.side as u8, &beat.id), |ui| match state.side {
        Side::Beat => beat::beat_ui(ui, study, &bundle.case, beat),
        Side::Attempt => {
            let (intent, set) = attempt::attempt_ui(ui, study, &bundle.case);
            if set {
                (state.part, state.settled) = (Part::State, false);
            }
            intent
        }
    });
    state.led = matches!(intent, Some(Intent::Author(Ask::Beat(..))));
    intent
}

/// The field in which a beat is looked for, and how many were found.
fn find_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage) -> Option<Intent> {
    let mut intent = None;
    let name = text("chart-find");
    // Of its own name: what takes its place in another frame is no field.
    let edit = TextEdit::singleline(&mut state.find)
        .id(Id::new("find a beat"))
        .desired_width(FIND * scale(ui) - 16.0)
        .margin(Margin::symmetric(8, 12))
        .hint_text(text("chart-find-hint"));
    let edit = ui.add(edit);
    edit.widget_info(|| WidgetInfo { label: Some(name.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
    if std::mem::take(&mut state.to_find) {
        edit.request_focus();
    }
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !state.find.trim().is_empty() {
        let at = usize::from(study.beat);
        let found = state.found(study);
        let count = found.len();
        let place = found.iter().position(|place| *place == at).map_or(0, |place| place + 1);
        // It may lie on the map.
        let frame = Frame::new().fill(palette(ui).paper).inner_margin(Margin::symmetric(4, 2));
        let told = text_with("chart-found", &[("found", count.into()), ("at", place.into())]);
        let told = frame.show(ui, |ui| say(ui, Voice::Label, &told)).inner;
        ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(Live::Polite));
        let more = count > 0 && Card::button(ui, &text("chart-next")).tight().id(Id::new("next beat")).show(ui).clicked();
        if entered || more {
            intent = next(study, state);
            if entered {
                state.to_find = true;
            }
        }
    }
    intent
}
