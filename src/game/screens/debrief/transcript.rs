//! The hour as it was said and done, each reply opened to its code, its reason, what was so, and what else was on offer.

use bevy_egui::egui::{Align, Id, Label, Ui};

use super::{DebriefPage, DebriefView, reading};
use crate::game::looking_back::Looking;
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, even, heading, job, join, say};
use crate::report::looking_back::{self, OtherTold};
use crate::report::over_time::{marks, named};
use crate::report::own;
use crate::report::text as told;
use crate::report::{Debrief, Told};
use crate::session::account::{Entry, Shown};
use crate::texts::{text, text_with, word};

pub(super) fn transcript_ui(ui: &mut Ui, view: &DebriefView, state: &mut DebriefPage) -> Option<Intent> {
    let debrief = view.debrief;
    let mut intent = None;
    let mut focused = false;
    heading(ui, Voice::Heading, &text("debrief-transcript"));
    if debrief.turns.is_empty() {
        say(ui, Voice::Quiet, &text("report-no-reply"));
    }
    for told in &debrief.turns {
        told.heard.iter().for_each(|entry| heard_ui(ui, entry));
        let turn = told.turn.number;
        let reply = reply_card(ui, debrief, told).show(ui);
        let open = state.opened.contains(&turn);
        ui.ctx().accesskit_node_builder(reply.id, |node| node.set_expanded(open));
        focused |= reply.has_focus();
        if state.to == Some(turn) {
            state.to = None;
            ui.scroll_to_rect(reply.rect.expand(8.0), Some(Align::TOP));
            reply.request_focus();
            ui.ctx().request_repaint();
        }
        if reply.clicked() && !state.opened.remove(&turn) {
            state.opened.insert(turn);
        }
        if open {
            let (again, inside) = reply_ui(ui, view, told, state);
            focused |= inside;
            intent = intent.or(again);
        }
        ui.add_space(6.0);
    }
    debrief.closing.iter().for_each(|entry| heard_ui(ui, entry));
    state.in_transcript = focused;
    intent
}

fn heard_ui(ui: &mut Ui, entry: &Entry) {
    match entry.shown() {
        Some(Shown::Said { name, text }) => {
            let row = join(ui, job(ui, Voice::Mark, &format!("{name}   ")), Voice::Body, text);
            ui.add(Label::new(even(row)).wrap());
        }
        Some(Shown::Seen(text)) => drop(say(ui, Voice::Quiet, text)),
        Some(Shown::Paused { seconds }) => drop(say(ui, Voice::Label, &text_with("pause", &[("seconds", seconds.into())]))),
        Some(Shown::Over) => drop(say(ui, Voice::Strong, &text("hour-over"))),
        Some(Shown::Answered(_)) | None => {}
    }
}

/// The line of the trainee's, with what kind of moment it met.
fn reply_card(ui: &Ui, debrief: &Debrief, told: &Told) -> Card {
    let answer = told.turn.answer();
    let line = format!("{}. {}", told.turn.number, told::quoted(&answer.text, answer.deed));
    let marks = named(&marks(debrief, told));
    let name = if marks.is_empty() { line.clone() } else { format!("{line} ({marks})") };
    let card = Card::new(name).id(Id::new(("reply told", told.turn.number))).row(job(ui, Voice::Strong, &line));
    if marks.is_empty() { card } else { card.row(job(ui, Voice::Label, &marks)) }
}

/// What there is to say of a reply. Whether something in it has the focus comes with it.
fn reply_ui(ui: &mut Ui, view: &DebriefView, told: &Told, state: &mut DebriefPage) -> (Option<Intent>, bool) {
    let (debrief, turn) = (view.debrief, told.turn.number);
    let answer = told.turn.answer();
    let mut focused = false;
    let intent = aside(ui, |ui| {
        reading(ui, |ui| {
            own::words(told).iter().for_each(|line| drop(say(ui, Voice::Body, line)));
            let weights = debrief.weights(turn);
            let code = std::iter::once(word("skill", answer.codes.skill)).chain(weights).collect::<Vec<_>>().join(" · ");
            say(ui, Voice::Mark, &code);
            say(ui, Voice::Quiet, &answer.why);
            answer.source.iter().for_each(|source| drop(say(ui, Voice::Label, source)));
            looking_back::inside(debrief, turn).iter().for_each(|line| drop(say(ui, Voice::Quiet, line)));
        });
        let mut intent = None;
        if view.can_be_tried_again {
            let again = Card::button(ui, &text_with("debrief-again", &[("turn", turn.into())])).id(Id::new(("again", turn))).show(ui);
            focused |= again.has_focus();
            if again.clicked() {
                intent = Some(Intent::Again(turn));
            }
        }
        ui.add_space(4.0);
        say(ui, Voice::Strong, &text("report-others"));
        match (&debrief.hindsight, view.looking) {
            (Some(hindsight), _) => {
                for other in looking_back::others(debrief, hindsight, turn) {
                    focused |= other_ui(ui, turn, &other, state);
                }
            }
            (None, Looking::Impossible) => drop(say(ui, Voice::Quiet, &text("report-not-retraced"))),
            (None, _) => drop(say(ui, Voice::Quiet, &text("hindsight-wait"))),
        }
        intent
    });
    (intent, focused)
}

/// Another reply that was on offer, opened to where it would have led. True when it has the focus.
fn other_ui(ui: &mut Ui, turn: u16, other: &OtherTold, state: &mut DebriefPage) -> bool {
    let key = (turn, other.offer.reply.clone());
    let open = state.others.contains(&key);
    let line = told::quoted(&other.offer.text, other.offer.deed);
    let name = text_with("debrief-other", &[("turn", turn.into()), ("line", line.as_str().into())]);
    let card = Card::new(name).id(Id::new(("other", turn, &other.offer.reply))).row(job(ui, Voice::Body, &line)).show(ui);
    ui.ctx().accesskit_node_builder(card.id, |node| node.set_expanded(open));
    if card.clicked() && !state.others.remove(&key) {
        state.others.insert(key);
    }
    if open {
        aside(ui, |ui| {
            reading(ui, |ui| {
                say(ui, Voice::Mark, &word("skill", other.offer.codes.skill));
                say(ui, Voice::Quiet, &other.offer.why);
                other.offer.source.iter().for_each(|source| drop(say(ui, Voice::Label, source)));
                say(ui, Voice::Label, &text("report-next"));
                other.next.iter().for_each(|line| drop(say(ui, Voice::Body, line)));
                say(ui, Voice::Label, &text("report-led"));
                other.led.iter().for_each(|line| drop(say(ui, Voice::Quiet, line)));
            });
        });
    }
    card.has_focus()
}
