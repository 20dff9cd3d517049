//! What mattered in an hour: what went well, what turned it, what could be seen, what to practise next; each on a line of the trainee's.

use bevy_egui::egui::{Id, Ui};

use super::{DebriefPage, DebriefView, reading};
use crate::game::looking_back::Looking;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, heading, job, rule, say};
use crate::report::Debrief;
use crate::report::looking_back::{self, Piece};
use crate::report::text::quoted;
use crate::texts::{text, text_with};

pub(super) fn mattered_ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefPage, beside: bool) {
    let debrief = view.debrief;
    heading(ui, Voice::Heading, &text("well-title"));
    pieces_ui(ui, "well", &looking_back::well(debrief), state, beside);
    if debrief.well.is_empty() {
        reading(ui, |ui| drop(say(ui, Voice::Body, &text("well-none"))));
    }
    rule(ui);
    heading(ui, Voice::Heading, &text("turning-title"));
    turning_ui(ui, view, state, beside);
    rule(ui);
    heading(ui, Voice::Heading, &text("next-title"));
    reading(ui, |ui| {
        for (number, line) in looking_back::next(debrief).iter().enumerate() {
            say(ui, if number == 0 { Voice::Strong } else { Voice::Body }, line);
        }
    });
    if let Some((next, told)) = debrief.next.as_ref().and_then(|next| Some((next, debrief.told(next.turn)?))) {
        let answer = told.turn.answer();
        reading(ui, |ui| {
            let title = text("debrief-instead");
            say(ui, Voice::Label, &title);
            line_ui(ui, ("next", 0), (next.turn, &title, &quoted(&answer.text, answer.deed)), state, beside);
        });
    }
    rule(ui);
    heading(ui, Voice::Heading, &text("cues-title"));
    let cues = looking_back::cues(debrief);
    if cues.is_empty() {
        reading(ui, |ui| drop(say(ui, Voice::Body, &text("cues-none"))));
    }
    pieces_ui(ui, "cue", &cues, state, beside);
}

fn turning_ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefPage, beside: bool) {
    let debrief = view.debrief;
    if let Some(hindsight) = &debrief.hindsight {
        let turning = looking_back::turning_points(debrief, hindsight);
        reading(ui, |ui| {
            if debrief.turns.is_empty() {
                say(ui, Voice::Body, &text("report-no-reply"));
            } else if turning.is_empty() {
                say(ui, Voice::Body, &text("turning-none"));
            }
            say(ui, Voice::Label, &looking_back::method());
        });
        pieces_ui(ui, "turn", &turning, state, beside);
        pieces_ui(ui, "silence", &looking_back::silences(debrief, hindsight), state, beside);
        return;
    }
    let told = match view.looking {
        Looking::Impossible => text("report-not-retraced"),
        Looking::UnderWay { done, of } => text_with("hindsight-under-way", &[("percent", (100 * done / of.max(1)).into())]),
        Looking::Waiting | Looking::Done => text_with("hindsight-under-way", &[("percent", 0.into())]),
    };
    say(ui, Voice::Quiet, &told);
}

pub(super) fn interventions_ui(ui: &mut Ui, debrief: &Debrief, state: &mut DebriefPage, beside: bool) {
    heading(ui, Voice::Heading, &text("interventions-title"));
    let tried = looking_back::interventions(debrief);
    if tried.is_empty() {
        reading(ui, |ui| drop(say(ui, Voice::Body, &text("interventions-none"))));
    }
    pieces_ui(ui, "tried", &tried, state, beside);
}

fn pieces_ui(ui: &mut Ui, kind: &str, pieces: &[Piece], state: &mut DebriefPage, beside: bool) {
    for (number, piece) in pieces.iter().enumerate() {
        ui.add_space(6.0);
        aside(ui, |ui| {
            reading(ui, |ui| {
                say(ui, Voice::Strong, &piece.title);
                line_ui(ui, (kind, number), (piece.turn, &piece.title, &piece.line), state, beside);
                say(ui, Voice::Mark, &piece.code);
                piece.says.iter().for_each(|says| drop(say(ui, Voice::Quiet, says)));
                piece.source.iter().for_each(|source| drop(say(ui, Voice::Label, source)));
            });
        });
    }
}

/// The trainee's line, which leads to its place in the transcript.
fn line_ui(ui: &mut Ui, piece: (&str, usize), (turn, title, line): (u16, &str, &str), state: &mut DebriefPage, beside: bool) {
    let line = format!("{turn}. {line}");
    let name = text_with("debrief-see", &[("title", title.into()), ("line", line.as_str().into())]);
    let card = Card::new(name).id(Id::new(("see", piece, turn))).row(job(ui, Voice::Body, &line));
    if card.show(ui).clicked() {
        state.show(turn, beside);
    }
}
