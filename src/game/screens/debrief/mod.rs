//! The debrief: what mattered, what the three scores came from, how the hour went, and the whole of it beside that to look things up.

mod over_time;
mod own;
mod pieces;
mod scores;
mod transcript;

use std::collections::BTreeSet;

use bevy_egui::egui::{Key, Rect, Ui, pos2};

use super::grounding::turn_ui;
use super::settle;
use crate::game::authoring::Ask;
use crate::game::desk::Notice;
use crate::game::looking_back::Looking;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{Card, column, heading, measure, pressed, rule, say, scroll_to_top, tell};
use crate::report::Debrief;
use crate::report::text as told;
use crate::texts::{text, text_with};

use over_time::over_time_ui;
pub(super) use over_time::{key_ui, mark_ui};
use own::own_ui;
use scores::{line_ui, score_ui};
use transcript::transcript_ui;

/// What there is to look back on.
#[derive(Clone, Copy)]
pub struct DebriefView<'a> {
    pub debrief: &'a Debrief,
    pub looking: Looking,
    /// The hour can be tried again from one of its moments.
    pub can_be_tried_again: bool,
    pub where_to_turn: &'a str,
    /// It can be kept as a transcript beside its case.
    pub can_be_transcript: bool,
    /// That is offered: to a trainee it would only be in the way.
    pub is_authors: bool,
    /// It can be written as a file to hand in.
    pub can_be_handed_in: bool,
    pub trouble: Option<&'a Notice>,
}

/// What the debrief remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct DebriefPage {
    settled: bool,
    part: Part,
    /// Which of the scores is opened down to its lines.
    scores: [bool; 3],
    /// Replies that are opened in the transcript, and other replies that are.
    opened: BTreeSet<u16>,
    others: BTreeSet<(u16, String)>,
    /// The reply that the transcript is to be moved to.
    to: Option<u16>,
    /// Something in the transcript has the focus: keys that scroll are for it.
    in_transcript: bool,
}

/// One part after the other, each a page of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Mattered,
    Scores,
    OverTime,
    /// Where there is no room for it beside the others.
    Transcript,
    /// What the trainee kept for themselves, beside what became of it.
    Own,
    Leaving,
}

impl Part {
    const ALL: [Part; 6] = [Part::Mattered, Part::Scores, Part::OverTime, Part::Transcript, Part::Own, Part::Leaving];

    fn name(self) -> &'static str {
        match self {
            Part::Mattered => "debrief-mattered",
            Part::Scores => "debrief-scores",
            Part::OverTime => "debrief-over-time",
            Part::Transcript => "debrief-transcript",
            Part::Own => "debrief-own",
            Part::Leaving => "debrief-aftercare",
        }
    }
}

impl DebriefPage {
    /// Opens a reply in the transcript and goes there.
    fn show(&mut self, turn: u16, beside: bool) {
        self.opened.insert(turn);
        self.to = Some(turn);
        if !beside {
            self.part = Part::Transcript;
        }
    }
}

/// Narrower than this the transcript is a part of its own.
const TWO_COLUMNS: f32 = 1080.0;

/// Share of the width that the transcript has beside the rest.
const SHARE: f32 = 0.44;

pub fn debrief_ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Book);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    let area = ui.available_rect_before_wrap();
    let beside = area.width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    if beside && state.part == Part::Transcript {
        state.part = Part::Mattered;
    }
    if !beside {
        return column(ui, "debrief", area, true, |ui| main_ui(ui, view, state, false));
    }
    let split = (area.right() - area.width() * SHARE).round();
    let (left, right) = (Rect::from_min_max(area.min, pos2(split, area.bottom())), Rect::from_min_max(pos2(split, area.top()), area.max));
    ui.painter().vline(split, area.y_range(), bevy_egui::egui::Stroke::new(1.0, crate::game::theme::palette(ui).line));
    // The first that is asked takes the keys that scroll.
    if state.in_transcript {
        let again = column(ui, "debrief-transcript", right, true, |ui| transcript_ui(ui, view, state));
        return column(ui, "debrief", left, true, |ui| main_ui(ui, view, state, true)).or(again);
    }
    let intent = column(ui, "debrief", left, true, |ui| main_ui(ui, view, state, true));
    column(ui, "debrief-transcript", right, true, |ui| transcript_ui(ui, view, state)).or(intent)
}

/// Who, how they left, and the part that is open.
fn main_ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefPage, beside: bool) -> Option<Intent> {
    let debrief = view.debrief;
    say(ui, Voice::Mark, &text("screen-debrief"));
    heading(ui, Voice::Title, &debrief.title);
    if let Some(trouble) = view.trouble {
        tell(ui, trouble);
    }
    let left = text_with("debrief-minutes", &[("minutes", debrief.minutes.into()), ("replies", debrief.turns.len().into())]);
    reading(ui, |ui| {
        told::ending(debrief).iter().for_each(|line| drop(say(ui, Voice::Body, line)));
        say(ui, Voice::Label, &left);
    });
    ui.add_space(8.0);
    parts_ui(ui, state, beside);
    rule(ui);
    let mut intent = None;
    match state.part {
        Part::Mattered => pieces::mattered_ui(ui, view, state, beside),
        Part::Scores => scores_ui(ui, view, state, beside),
        Part::OverTime => {
            if let Some(turn) = over_time_ui(ui, debrief) {
                state.show(turn, beside);
            }
        }
        Part::Transcript => intent = transcript_ui(ui, view, state),
        Part::Own => own_ui(ui, debrief, state, beside),
        Part::Leaving => {
            reading(ui, |ui| {
                heading(ui, Voice::Heading, &text("debrief-aftercare"));
                say(ui, Voice::Body, &debrief.aftercare);
            });
            turn_ui(ui, view.where_to_turn);
            ui.add_space(8.0);
            reading(ui, |ui| drop(say(ui, Voice::Label, &text("formative"))));
        }
    }
    ui.add_space(16.0);
    if view.can_be_transcript {
        let name = text("keep-transcript");
        let named = format!("{name}. {}", text("keep-transcript-hint"));
        let is_asked = view.is_authors && Card::button(ui, &name).named(named).show(ui).clicked();
        if is_asked || pressed(ui, Key::F8) {
            intent = Some(Intent::Author(Ask::Keep));
            // What came of it is told there.
            scroll_to_top(ui.ctx(), "debrief");
        }
        if view.is_authors {
            say(ui, Voice::Label, &text("keep-transcript-hint"));
        }
    }
    if view.can_be_handed_in {
        let (name, hint) = (text("hand-in"), text("hand-in-hint"));
        if Card::button(ui, &name).named(format!("{name}. {hint}")).show(ui).clicked() || pressed(ui, Key::F7) {
            intent = Some(Intent::HandIn);
            scroll_to_top(ui.ctx(), "debrief");
        }
        say(ui, Voice::Label, &hint);
    }
    if Card::button(ui, &text("debrief-close")).show(ui).clicked() {
        intent = Some(Intent::Book);
    }
    intent
}

/// The parts to choose from, by pointer or by their numbers.
fn parts_ui(ui: &mut Ui, state: &mut DebriefPage, beside: bool) {
    let parts: Vec<Part> = Part::ALL.into_iter().filter(|part| !beside || *part != Part::Transcript).collect();
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        for part in &parts {
            let response = Card::button(ui, &text(part.name())).selected(state.part == *part).show(ui);
            if response.clicked() {
                wanted = Some(*part);
            }
            if state.part == *part {
                settle(ui, &mut state.settled, &response);
            }
        }
    });
    for (part, key) in parts.iter().zip([Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6]) {
        if pressed(ui, key) {
            wanted = Some(*part);
        }
    }
    if let Some(part) = wanted.filter(|part| *part != state.part) {
        // Read from its beginning, with the focus on its name.
        (state.part, state.settled) = (part, false);
        scroll_to_top(ui.ctx(), "debrief");
        ui.ctx().request_repaint();
    }
}

fn scores_ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefPage, beside: bool) {
    let debrief = view.debrief;
    for (number, (name, score)) in debrief.scores().into_iter().enumerate() {
        if number > 0 {
            rule(ui);
        }
        if score_ui(ui, debrief, name, score, state.scores[number]).clicked() {
            state.scores[number] = !state.scores[number];
        }
        if state.scores[number] {
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
    pieces::interventions_ui(ui, debrief, state, beside);
}

/// Text in lines of a length that is good to read.
fn reading(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        contents(ui);
    });
}
