//! The author's desk: the scene as a map or as a list, what is wrong with the case, the beat at the side, and any moment tried.

mod attempt;
mod beat;
mod beats;
mod findings;
mod map;
mod shelf;
mod state;
mod words;

use bevy_egui::egui::{Id, Key, Margin, Modifiers, Rect, Stroke, TextEdit, Ui, WidgetInfo, WidgetType, pos2};

use super::settle;
use crate::game::authoring::{Ask, Authoring, Study};
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{Card, choice, column, flow, heading, pressed, rule, say, scroll_to_top, tell};
use crate::script::bundle::BeatId;
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
    /// The beat that was at the side in the last frame, with its session.
    shown: Option<(usize, BeatId)>,
    /// Of which case that is.
    case: String,
    /// The command for the editor as it is being written.
    command: Option<String>,
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
        return Some(match &authoring.study {
            _ if in_room => Intent::GoOn,
            Some(_) => Intent::Author(Ask::Shelf),
            None => Intent::Book,
        });
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    let Some(study) = &authoring.study else {
        if state.shown.take().is_some() {
            state.settled = false;
        }
        return shelf::shelf_ui(ui, authoring, trouble, state);
    };
    // What was found and shown of one case says nothing of another.
    if state.case != study.case {
        (state.case, state.shown, state.found) = (study.case.clone(), None, Found::default());
        state.find.clear();
    }
    let area = ui.available_rect_before_wrap();
    let two = area.width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    let intent = keys(ui, study, state, two);
    let here = Some((study.number, study.beat));
    if state.shown != here {
        if state.shown.is_some_and(|(number, _)| number != study.number) || state.shown.is_none() {
            state.map = MapPage::default();
        }
        state.shown = here;
        state.map.follow();
        scroll_to_top(ui.ctx(), "authoring-side");
    }
    if two && state.part == Part::Side {
        state.part = Part::Map;
    }
    if !two {
        let asked = column(ui, "authoring", area, |ui| main_ui(ui, (authoring, study), in_room, trouble, state, false));
        return intent.or(asked);
    }
    let split = (area.right() - area.width() * SHARE).round();
    let (left, right) = (Rect::from_min_max(area.min, pos2(split, area.bottom())), Rect::from_min_max(pos2(split, area.top()), area.max));
    ui.painter().vline(split, area.y_range(), Stroke::new(1.0, palette(ui).line));
    let main = column(ui, "authoring", left, |ui| main_ui(ui, (authoring, study), in_room, trouble, state, true));
    let side = column(ui, "authoring-side", right, |ui| side_ui(ui, study, state, true));
    intent.or(main).or(side)
}

/// Keys that hold on the whole page.
fn keys(ui: &mut Ui, study: &Study, state: &mut AuthoringPage, two: bool) -> Option<Intent> {
    if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) || pressed(ui, Key::F3) {
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
        let (file, line) = study.place(study.beat_id()?)?;
        return Some(Intent::Author(Ask::Edit { file, line }));
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

fn main_ui(
    ui: &mut Ui,
    (authoring, study): (&Authoring, &Study),
    in_room: bool,
    trouble: Option<&Notice>,
    state: &mut AuthoringPage,
    two: bool,
) -> Option<Intent> {
    let top = ui.cursor().top();
    let height = ui.clip_rect().height();
    heading(ui, Voice::Title, &study.title);
    say(ui, Voice::Label, &text("authoring-keys"));
    if let Some(trouble) = trouble {
        tell(ui, trouble);
    }
    if study.stale {
        say(ui, Voice::Warning, &text(if study.bundle.is_some() { "authoring-stale" } else { "authoring-no-map" }));
    }
    let intent = ways_ui(ui, study, in_room);
    parts_ui(ui, study, state, two);
    let part = match state.part {
        Part::Side => side_ui(ui, study, state, false),
        Part::Findings => {
            rule(ui);
            findings::findings_ui(ui, authoring, study, state)
        }
        Part::State => {
            rule(ui);
            study.bundle.as_ref().zip(study.hour()).and_then(|(bundle, hour)| state::state_ui(ui, study, bundle, hour))
        }
        Part::Beats => {
            let found = find_ui(ui, study, state);
            found.or(beats::beats_ui(ui, study, state))
        }
        Part::Map => {
            let found = find_ui(ui, study, state);
            // Beneath the map stands what its signs mean.
            let left = height - (ui.cursor().top() - top) - 158.0 * scale(ui).max(1.0);
            found.or(map::map_ui(ui, study, state, left.max(260.0)))
        }
    };
    intent.or(part)
}

/// The sessions of the case, and the ways from here.
fn ways_ui(ui: &mut Ui, study: &Study, in_room: bool) -> Option<Intent> {
    let mut intent = None;
    if let Some(bundle) = study.bundle.as_ref().filter(|bundle| bundle.hours.len() > 1) {
        let named = |(number, hour): (usize, &crate::script::bundle::Hour)| {
            let name = text_with("referral-session-name", &[("number", (number + 1).into()), ("title", hour.scene.title.as_str().into())]);
            choice(ui, &name, number == study.number).id(Id::new(("session", number)))
        };
        let cards = bundle.hours.iter().enumerate().map(named).collect();
        for (number, response) in flow(ui, cards).into_iter().enumerate() {
            if response.clicked() {
                intent = Some(Intent::Author(Ask::Session(number)));
            }
        }
    }
    let to_room = Card::button(ui, &text("authoring-to-room")).main().id(Id::new("to the room"));
    if in_room && to_room.show(ui).clicked() {
        intent = Some(Intent::GoOn);
    }
    intent
}

/// The parts to choose from, by pointer or by their numbers.
fn parts_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage, two: bool) {
    let findings = text_with("authoring-part-findings", &[("count", study.findings.len().into())]);
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
            let response = Card::button(ui, &name).selected(state.part == part).id(Id::new(("part", part as u8))).show(ui);
            if response.clicked() {
                wanted = Some(part);
            }
            if state.part == part {
                settle(ui, &mut state.settled, &response);
            }
        }
        if !two {
            sides_ui(ui, state, false);
        }
    });
    if let Some(part) = wanted.filter(|part| *part != state.part) {
        (state.part, state.settled) = (part, false);
        ui.ctx().request_repaint();
    }
}

/// What can stand at the side.
fn sides_ui(ui: &mut Ui, state: &mut AuthoringPage, two: bool) {
    for (side, name) in [(Side::Beat, "authoring-part-beat"), (Side::Attempt, "authoring-part-try")] {
        let shown = state.side == side && (two || state.part == Part::Side);
        let response = Card::button(ui, &text(name)).selected(shown).id(Id::new(("side", name))).show(ui);
        if response.clicked() {
            (state.side, state.part) = (side, if two { state.part } else { Part::Side });
            scroll_to_top(ui.ctx(), "authoring-side");
        }
        if shown && !two {
            settle(ui, &mut state.settled, &response);
        }
    }
}

fn side_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage, two: bool) -> Option<Intent> {
    let beat = study.hour().and_then(|hour| hour.scene.beats.get(usize::from(study.beat)));
    let Some((bundle, beat)) = study.bundle.as_ref().zip(beat) else {
        say(ui, Voice::Quiet, &text("authoring-no-map"));
        return None;
    };
    heading(ui, Voice::Heading, &beat.id);
    if two {
        ui.horizontal_wrapped(|ui| sides_ui(ui, state, true));
    }
    match state.side {
        Side::Beat => beat::beat_ui(ui, study, &bundle.case, beat),
        Side::Attempt => {
            let (intent, set) = attempt::attempt_ui(ui, study, &bundle.case);
            if set {
                (state.part, state.settled) = (Part::State, false);
            }
            intent
        }
    }
}

/// The field in which a beat is looked for, and how many were found.
fn find_ui(ui: &mut Ui, study: &Study, state: &mut AuthoringPage) -> Option<Intent> {
    study.chart.as_ref()?;
    let mut intent = None;
    ui.horizontal_wrapped(|ui| {
        let name = text("chart-find");
        let width = (220.0 * scale(ui)).min(ui.available_width());
        // Of its own name: what takes its place in another frame is no field.
        let edit = TextEdit::singleline(&mut state.find)
            .id(Id::new("find a beat"))
            .desired_width(width)
            .margin(Margin::symmetric(8, 10))
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
            let told = say(ui, Voice::Label, &text_with("chart-found", &[("found", count.into()), ("at", place.into())]));
            ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(bevy_egui::egui::accesskit::Live::Polite));
            let more = count > 0 && Card::button(ui, &text("chart-next")).id(Id::new("next beat")).show(ui).clicked();
            if entered || more {
                intent = next(study, state);
                if entered {
                    state.to_find = true;
                }
            }
        }
        if state.part == Part::Map {
            map::zoom_ui(ui, state);
        }
    });
    intent
}
