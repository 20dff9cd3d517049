//! What is wrong with the case, each with the way to its beat and to its line in the author's editor.

use bevy_egui::egui::{Id, TextEdit, Ui, WidgetInfo, WidgetType};

use super::{AuthoringPage, Part};
use crate::game::authoring::{Ask, Authoring, Found, Study};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, aside, flow, heading, rule, say};
use crate::script::finding::Severity;
use crate::texts::{text, text_with, word};

pub(super) fn findings_ui(ui: &mut Ui, authoring: &Authoring, study: &Study, state: &mut AuthoringPage) -> Option<Intent> {
    let mut intent = None;
    if study.findings.is_empty() {
        say(ui, Voice::Body, &text("authoring-no-findings"));
    }
    for (number, found) in (1..).zip(&study.findings) {
        let asked = finding_ui(ui, number, found);
        if let Some(Intent::Author(Ask::Beat(..))) = &asked {
            (state.part, state.settled) = (Part::Map, false);
        }
        intent = intent.or(asked);
    }
    rule(ui);
    intent.or(editor_ui(ui, authoring, state))
}

fn finding_ui(ui: &mut Ui, number: usize, found: &Found) -> Option<Intent> {
    let finding = &found.finding;
    let mut intent = None;
    aside(ui, |ui| {
        let voice = if finding.severity == Severity::Error { Voice::Warning } else { Voice::Strong };
        say(ui, voice, &format!("{number}. {}: {}", word("severity", finding.severity), finding.message));
        if !finding.help.is_empty() {
            say(ui, Voice::Body, &finding.help);
        }
        let place = match finding.line {
            Some(line) => text_with("beat-line", &[("file", finding.file.as_str().into()), ("line", line.into())]),
            None => finding.file.clone(),
        };
        say(ui, Voice::Label, &format!("{place} · {}", finding.code));
        let go = found.at.as_ref().map(|(session, beat)| {
            let card = Card::button(ui, &text_with("authoring-go", &[("beat", beat.as_str().into())]));
            (card, Ask::Beat(*session, beat.clone()))
        });
        let edit = (Card::button(ui, &text("authoring-edit")), Ask::Edit { file: finding.file.clone(), line: finding.line.unwrap_or(1) });
        let (cards, asks): (Vec<Card>, Vec<Ask>) = go.into_iter().chain([edit]).unzip();
        let numbered = |(which, card): (usize, Card)| {
            let name = format!("{number}. {}", card.name());
            card.named(name).id(Id::new(("finding", number, which)))
        };
        let cards = cards.into_iter().enumerate().map(numbered).collect();
        for (response, ask) in flow(ui, cards).into_iter().zip(asks) {
            if response.clicked() {
                intent = Some(Intent::Author(ask));
            }
        }
    });
    ui.add_space(10.0);
    intent
}

/// Which editor is the author's, and a command of their own for it.
fn editor_ui(ui: &mut Ui, authoring: &Authoring, state: &mut AuthoringPage) -> Option<Intent> {
    heading(ui, Voice::Heading, &text("authoring-editor"));
    say(ui, Voice::Label, &text_with("authoring-editor-about", &[("found", authoring.found.as_str().into())]));
    let command = state.command.get_or_insert_with(|| authoring.command.clone());
    let edit = ui.add(TextEdit::singleline(command).id(Id::new("editor's command")).desired_width(f32::INFINITY).margin(10.0));
    let name = text("authoring-editor-name");
    edit.widget_info(|| WidgetInfo { label: Some(name.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
    let entered = edit.lost_focus() && ui.input(|input| input.key_pressed(bevy_egui::egui::Key::Enter));
    let command = command.clone();
    let changed = command.trim() != authoring.command;
    let set = Card::button(ui, &text("authoring-editor-set")).enabled(changed).id(Id::new("set the editor")).show(ui).clicked();
    (changed && (set || entered)).then_some(Intent::Author(Ask::Command(command)))
}
