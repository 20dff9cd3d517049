//! The hour so far: what was said and seen, to look back on freely; a way back to any reply; and the notebook.

use std::collections::BTreeSet;

use bevy_egui::egui::{Align, Id, Key, KeyboardShortcut, Modifiers, Rect, Stroke, TextEdit, Ui, WidgetInfo, WidgetType, pos2};

use super::settle;
use super::stuck::told_ui;
use crate::game::beside::{SoFarLine, SoFarView};
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::transcript::Line;
use crate::game::widgets::{Card, aside, column, even, heading, job, join, pressed, rule, say};
use crate::report::own::{self, Own};
use crate::session::jotting::{Jotting, LONGEST, Note};
use crate::texts::{text, text_with};

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct SoFarPage {
    settled: bool,
    /// Lines that the next note is about, by their places; two at most.
    chosen: BTreeSet<u32>,
    words: String,
    /// Notes that there were when the last was given to be kept.
    sent: Option<usize>,
    /// Frames in which the end was brought into view.
    to_end: u8,
}

/// Frames until everything has its height.
const FRAMES: u8 = 3;

impl SoFarPage {
    /// Comes back to it: what is half written waits.
    pub fn enter(&mut self) {
        (self.settled, self.to_end) = (false, 0);
    }
}

/// Narrower than this, the notebook stands above the hour; and its share of the width where it doesn't.
const TWO_COLUMNS: f32 = 1000.0;
const SHARE: f32 = 0.42;

pub fn so_far_ui(ui: &mut Ui, view: &SoFarView, state: &mut SoFarPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) || pressed(ui, Key::F3) {
        return Some(Intent::GoOn);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    // What was written is let go of once it is kept.
    if state.sent.take().is_some_and(|before| view.notes.len() > before) {
        state.chosen.clear();
        state.words.clear();
    }
    // What was undone since is there no more.
    state.chosen.retain(|place| view.lines.iter().any(|line| line.place == *place));
    let area = ui.available_rect_before_wrap();
    let intent = if area.width() / scale(ui).max(1.0) >= TWO_COLUMNS {
        let split = (area.right() - area.width() * SHARE).round();
        let (left, right) =
            (Rect::from_min_max(area.min, pos2(split, area.bottom())), Rect::from_min_max(pos2(split, area.top()), area.max));
        ui.painter().vline(split, area.y_range(), Stroke::new(1.0, palette(ui).line));
        // The notebook is written in; the keys that scroll are for the hour.
        let beside = column(ui, "notebook", right, false, |ui| {
            let on = top_ui(ui, view, state);
            on.or(notebook_ui(ui, view, state))
        });
        let hour = column(ui, "so-far", left, true, |ui| {
            let back = lines_ui(ui, view, state);
            // Looking back begins from now.
            if state.to_end < FRAMES {
                state.to_end += 1;
                ui.scroll_to_cursor(Some(Align::BOTTOM));
                ui.ctx().request_repaint();
            }
            back
        });
        beside.or(hour)
    } else {
        column(ui, "so-far", area, true, |ui| {
            let on = top_ui(ui, view, state);
            let notebook = notebook_ui(ui, view, state);
            rule(ui);
            on.or(notebook).or(lines_ui(ui, view, state))
        })
    };
    if let Some(Intent::Jot(Jotting::Note(_))) = intent {
        state.sent = Some(view.notes.len());
    }
    intent
}

/// What this page is, and the ways on from it.
fn top_ui(ui: &mut Ui, view: &SoFarView, state: &mut SoFarPage) -> Option<Intent> {
    heading(ui, Voice::Title, &text("screen-so-far"));
    say(ui, Voice::Quiet, &text(if view.may_go_back { "so-far-about" } else { "so-far-about-exam" }));
    let mut intent = None;
    if let Some(trouble) = view.trouble {
        intent = told_ui(ui, trouble);
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let on = Card::button(ui, &text("so-far-go-on")).main().show(ui);
        settle(ui, &mut state.settled, &on);
        if on.clicked() {
            intent = Some(Intent::GoOn);
        }
        if view.can_redo && Card::button(ui, &text("so-far-redo")).show(ui).clicked() {
            intent = Some(Intent::Redo);
        }
    });
    rule(ui);
    intent
}

/// Every line, to be chosen for a note; behind each reply the way back to before it.
fn lines_ui(ui: &mut Ui, view: &SoFarView, state: &mut SoFarPage) -> Option<Intent> {
    let mut intent = None;
    for line in &view.lines {
        line_ui(ui, line, &mut state.chosen);
        if let Some(turn) = line.turn.filter(|_| view.may_go_back) {
            let back = Card::button(ui, &text_with("so-far-back", &[("turn", turn.into())])).tight().id(Id::new(("back", turn))).show(ui);
            if back.clicked() {
                intent = Some(Intent::Rewind(Some(turn)));
            }
            ui.add_space(8.0);
        }
    }
    intent
}

fn line_ui(ui: &mut Ui, line: &SoFarLine, chosen: &mut BTreeSet<u32>) {
    let row = match (&line.line, line.turn) {
        (Line::Said { name, text }, _) => join(ui, job(ui, Voice::Mark, &format!("{name}   ")), Voice::Body, text),
        (Line::Answered { .. }, turn) => job(ui, Voice::Strong, &format!("{}. {}", turn.unwrap_or_default(), line.line.spoken())),
        (_, _) => job(ui, Voice::Quiet, &line.line.spoken()),
    };
    // A silence and the end are no lines to write about.
    if matches!(line.line, Line::Paused(_) | Line::Over) {
        say(ui, Voice::Label, &line.line.spoken());
        return;
    }
    let spoken = match line.turn {
        Some(turn) => format!("{turn}. {}", line.line.spoken()),
        None => line.line.spoken(),
    };
    let name = if line.noted { format!("{spoken} ({})", text("so-far-noted")) } else { spoken };
    let card = Card::new(name).id(Id::new(("line", line.place))).row(even(row)).check(chosen.contains(&line.place));
    let card = if line.noted { card.row(job(ui, Voice::Label, &text("so-far-noted"))) } else { card };
    if card.show(ui).clicked() && !chosen.remove(&line.place) {
        chosen.insert(line.place);
        // A note is about two at most: the first that was chosen gives way.
        while chosen.len() > 2 {
            chosen.pop_first();
        }
    }
}

/// What was written, and room to write.
fn notebook_ui(ui: &mut Ui, view: &SoFarView, state: &mut SoFarPage) -> Option<Intent> {
    let mut intent = None;
    heading(ui, Voice::Heading, &text("so-far-notebook"));
    say(ui, Voice::Label, &text_with("so-far-write", &[("lines", state.chosen.len().into())]));
    let question = text("so-far-words");
    let newline = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
    let edit = TextEdit::multiline(&mut state.words).desired_rows(3).char_limit(LONGEST).return_key(newline).margin(10.0);
    let edit = ui.add(edit.desired_width(f32::INFINITY).hint_text(&question));
    edit.widget_info(|| WidgetInfo { label: Some(question.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
    let entered = edit.has_focus() && pressed(ui, Key::Enter);
    let words = state.words.trim().to_string();
    let is_something = !words.is_empty() || !state.chosen.is_empty();
    let done = Card::button(ui, &text(if words.is_empty() { "so-far-mark" } else { "so-far-write-down" })).enabled(is_something).show(ui);
    if is_something && (done.clicked() || entered) {
        let lines = state.chosen.iter().copied().collect();
        intent = Some(Intent::Jot(Jotting::Note(Note { lines, text: words })));
    }
    ui.add_space(12.0);
    if view.notes.is_empty() {
        say(ui, Voice::Quiet, &text("so-far-no-notes"));
    }
    for told in &view.notes {
        let Own { title, says, .. } = own::note(told);
        aside(ui, |ui| {
            say(ui, Voice::Mark, &title);
            says.iter().for_each(|line| drop(say(ui, Voice::Body, line)));
            let strike = text_with("so-far-strike", &[("number", told.number.into())]);
            if Card::button(ui, &strike).tight().id(Id::new(("strike", told.number))).show(ui).clicked() {
                intent = Some(Intent::Jot(Jotting::Strike(told.number)));
            }
        });
        ui.add_space(6.0);
    }
    say(ui, Voice::Label, &text("so-far-afterwards"));
    intent
}
