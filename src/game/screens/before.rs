//! What comes before the replies, where the trainee wants it so: what they see in the person, and their own words.

use bevy_egui::egui::{
    Event, EventFilter, Id, Key, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, WidgetType, accesskit, pos2, vec2,
};

use crate::game::beside::Before;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{Card, capital, choice, flow, heading, measure, say};
use crate::report::own::mood as in_words;
use crate::script::codes::{Skill, Vocabulary};
use crate::script::feeling::Mood;
use crate::session::jotting::{Jotting, LONGEST, OwnWords, Reading, Sureness};
use crate::texts::{text, text_with, word};

/// What was answered so far, for one reply.
#[derive(Clone, Debug, Default)]
pub struct BeforePage {
    turn: u16,
    /// What is seen in the person is left aside this time.
    passed: bool,
    saw: String,
    mood: Option<Mood>,
    sure: Option<Sureness>,
    words: String,
    skill: Option<Skill>,
    /// Whether a reply comes nearest to the own words is left aside.
    compared: bool,
    /// The question that has had the focus put on it.
    settled: Option<Asked>,
    /// How high what is asked was, as it was drawn last, in points.
    pub height: f32,
}

/// What is asked just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Reading,
    Words,
    /// Which of the replies, which are seen, comes nearest.
    Nearest,
}

/// Width of a place on the grid, in points at the usual text size.
const PLACE: f32 = 30.0;

impl BeforePage {
    /// Come back to: the focus is put on the question anew.
    pub fn settle_again(&mut self) {
        self.settled = None;
    }

    /// What is asked before the next reply can be taken; none where nothing is, or nothing more.
    pub fn asked(&mut self, before: &Before) -> Option<Asked> {
        if self.turn != before.turn {
            *self = BeforePage { turn: before.turn, ..BeforePage::default() };
        }
        if before.read.is_some() && !self.passed {
            return Some(Asked::Reading);
        }
        match &before.own {
            _ if !before.words => None,
            None => Some(Asked::Words),
            Some(own) => (!self.compared && own.nearest.is_none() && !own.text.is_empty()).then_some(Asked::Nearest),
        }
    }

    /// Takes the reply that comes nearest, or none of them.
    pub fn nearest(&mut self, before: &Before, reply: Option<&str>) -> Option<Intent> {
        self.compared = true;
        let own = before.own.clone()?;
        Some(Intent::Jot(Jotting::Words(OwnWords { nearest: Some(reply?.to_string()), ..own })))
    }

    fn is_first(&mut self, asked: Asked) -> bool {
        self.settled.replace(asked) != Some(asked)
    }
}

/// What is seen in the person, on a grid and in words.
pub fn reading_ui(ui: &mut Ui, name: &str, state: &mut BeforePage) -> Option<Intent> {
    let mut intent = None;
    heading(ui, Voice::Heading, &text_with("before-reading", &[("name", name.into())]));
    let side = 5.0 * PLACE * scale(ui).max(1.0);
    let first = state.is_first(Asked::Reading);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(side + 8.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            edge_ui(ui, "before-stirred");
            let grid = grid_ui(ui, side, &mut state.mood);
            if first {
                grid.request_focus();
            }
            edge_ui(ui, "before-calm");
        });
        ui.vertical(|ui| {
            let told = state.mood.map_or_else(|| text("before-grid-how"), in_words);
            say(ui, Voice::Quiet, &told);
            let cards = Sureness::WORDS.iter().map(|sure| choice(ui, &capital(&word("sure", sure)), state.sure == Some(*sure))).collect();
            for (response, sure) in flow(ui, cards).into_iter().zip(Sureness::WORDS) {
                if response.clicked() {
                    state.sure = Some(*sure);
                }
            }
            let question = text("before-saw");
            let edit = TextEdit::singleline(&mut state.saw).char_limit(LONGEST).margin(8.0).hint_text(&question);
            let edit = ui.add(edit.desired_width(f32::INFINITY));
            edit.widget_info(|| WidgetInfo { label: Some(question.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
            let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            ui.horizontal_wrapped(|ui| {
                let both = state.mood.zip(state.sure);
                let done = Card::button(ui, &text("before-reading-done")).main().enabled(both.is_some()).show(ui);
                if let Some((mood, sure)) = both.filter(|_| done.clicked() || entered) {
                    let saw = state.saw.trim().to_string();
                    intent = Some(Intent::Jot(Jotting::Reading(Reading { turn: state.turn, saw, mood, sure })));
                }
                if Card::button(ui, &text("before-pass")).show(ui).clicked() {
                    state.passed = true;
                }
            });
        });
    });
    say(ui, Voice::Label, &text("before-reading-about"));
    intent
}

/// What lies at the upper or lower edge of the grid.
fn edge_ui(ui: &mut Ui, edge: &str) {
    ui.vertical_centered(|ui| say(ui, Voice::Label, &text(edge)));
}

/// The grid of feelings: unpleasant at the left, stirred at the top. The arrows move about on it.
fn grid_ui(ui: &mut Ui, side: f32, mood: &mut Option<Mood>) -> Response {
    let palette = palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::hover());
    let id = Id::new("mood grid");
    let response = ui.interact(rect, id, Sense::click());
    let place = side / 5.0;
    if response.has_focus() {
        let arrows = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        for (key, pleasant, stirred) in [(Key::ArrowLeft, -1, 0), (Key::ArrowRight, 1, 0), (Key::ArrowUp, 0, 1), (Key::ArrowDown, 0, -1)] {
            let times = ui.input(|input| input.num_presses(key)) as i8;
            if times > 0 {
                let from = mood.unwrap_or(Mood::new(0, 0));
                *mood = Some(Mood::new(from.pleasant + pleasant * times, from.stirred + stirred * times).bounded());
            }
        }
    }
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let from = at - rect.min;
        *mood = Some(Mood::new((from.x / place) as i8 - Mood::MOST, Mood::MOST - (from.y / place) as i8).bounded());
    }
    let painter = ui.painter();
    for column in 0..5i8 {
        for row in 0..5i8 {
            let corner = pos2(rect.left() + f32::from(column) * place, rect.top() + f32::from(row) * place);
            let cell = Rect::from_min_size(corner, vec2(place, place)).shrink(1.0);
            let chosen = *mood == Some(Mood::new(column - Mood::MOST, Mood::MOST - row));
            painter.rect(cell, 4.0, if chosen { palette.accent } else { palette.card }, Stroke::new(1.0, palette.line), StrokeKind::Inside);
        }
    }
    if response.has_focus() {
        painter.rect_stroke(rect.expand(2.0), 6.0, Stroke::new(2.5, palette.accent), StrokeKind::Middle);
    }
    let value = mood.map_or_else(|| text("before-grid-none"), in_words);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Other, true, text("before-grid")));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Grid);
        node.set_value(value);
        node.set_live(accesskit::Live::Polite);
    });
    response
}

/// The trainee's own words, before they see what can be answered.
pub fn words_ui(ui: &mut Ui, before: &Before, state: &mut BeforePage) -> Option<Intent> {
    let question = text("before-words");
    heading(ui, Voice::Heading, &question);
    let first = state.is_first(Asked::Words);
    // Enter goes on, here as on a button; a line of talk needs no second paragraph.
    let enter = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Key { key: Key::Enter, pressed: true, .. })));
    let edit = TextEdit::multiline(&mut state.words).desired_rows(2).char_limit(LONGEST).return_key(None).margin(10.0);
    let edit = ui.add(edit.desired_width(f32::INFINITY).hint_text(text("before-words-hint")));
    edit.widget_info(|| WidgetInfo { label: Some(question.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
    if first {
        edit.request_focus();
    }
    let done = Card::button(ui, &text("before-words-done")).main().show(ui);
    let cards = Skill::WORDS.iter().map(|skill| choice(ui, &capital(&word("skill", skill)), state.skill == Some(*skill))).collect();
    say(ui, Voice::Quiet, &text("before-skill"));
    for (response, skill) in flow(ui, cards).into_iter().zip(Skill::WORDS) {
        if response.clicked() {
            state.skill = if state.skill == Some(*skill) { None } else { Some(*skill) };
        }
    }
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        say(ui, Voice::Label, &text(if before.kept { "before-words-kept" } else { "before-words-forgotten" }));
    });
    (done.clicked() || (edit.has_focus() && !first && enter)).then(|| {
        let words = OwnWords { turn: state.turn, text: state.words.trim().to_string(), skill: state.skill, nearest: None };
        Intent::Jot(Jotting::Words(words))
    })
}
