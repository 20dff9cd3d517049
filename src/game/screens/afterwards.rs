//! Two short questions after the hour, both of which may be left open.

use bevy_egui::egui::{Key, KeyboardShortcut, Modifiers, TextEdit, Ui, WidgetInfo, WidgetType};

use super::grounding::turn_ui;
use super::settle;
use super::stuck::told_ui;
use crate::game::desk::{Notice, Offered};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, capital, choice, flow, heading, measure, page, pressed, rule, say};
use crate::record::Afterwards;
use crate::script::codes::Ending;
use crate::texts::{text, text_with, word};

/// What was answered so far.
#[derive(Clone, Debug, Default)]
pub struct AfterwardsPage {
    settled: bool,
    pub expects: Option<Ending>,
    pub felt: String,
}

const EXPECTED: [Ending; 3] = [Ending::Returns, Ending::Undecided, Ending::WontReturn];

/// Longest answer in one's own words, in characters.
const LONGEST: usize = 2_000;

pub fn afterwards_ui(ui: &mut Ui, name: &str, where_to_turn: &str, trouble: Option<&Notice>, state: &mut AfterwardsPage) -> Option<Intent> {
    // Where it couldn't be kept, keys may belong to the name of another folder.
    let is_told = trouble.is_some_and(|trouble| trouble.offered != Offered::Nothing);
    let go_on = !is_told && (pressed(ui, Key::Escape) | (!on_choice(ui) && pressed(ui, Key::Enter)));
    let mut intent = None;
    page(ui, "afterwards", 580.0, |ui| {
        ui.set_max_width(measure(ui).max(480.0).min(ui.available_width()));
        heading(ui, Voice::Title, &text("afterwards-title"));
        say(ui, Voice::Quiet, &text("afterwards-about"));
        if let Some(trouble) = trouble {
            intent = told_ui(ui, trouble);
        }
        ui.add_space(16.0);
        heading(ui, Voice::Heading, &text_with("afterwards-expects", &[("name", name.into())]));
        let cards = EXPECTED.map(|ending| choice(ui, &capital(&word("ending-short", ending)), state.expects == Some(ending)));
        let mut choosing = false;
        for (response, ending) in flow(ui, cards.into()).into_iter().zip(EXPECTED) {
            choosing |= response.has_focus();
            if response.clicked() {
                state.expects = if state.expects == Some(ending) { None } else { Some(ending) };
            }
        }
        remember(ui, choosing);
        ui.add_space(16.0);
        let question = text("afterwards-feel");
        heading(ui, Voice::Heading, &question);
        let newline = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
        let edit = TextEdit::multiline(&mut state.felt).desired_rows(4).char_limit(LONGEST).return_key(newline);
        let edit = ui.add(edit.desired_width(f32::INFINITY).margin(12.0).hint_text(text("afterwards-feel-hint")));
        edit.widget_info(|| WidgetInfo { label: Some(question.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
        say(ui, Voice::Label, &text("afterwards-own"));
        ui.add_space(16.0);
        let done = Card::button(ui, &text("afterwards-go-on")).show(ui);
        settle(ui, &mut state.settled, &done);
        if done.clicked() || go_on {
            intent = Some(Intent::Answer(Afterwards { expects: state.expects, felt: state.felt.trim().to_string() }));
        }
        ui.add_space(8.0);
        rule(ui);
        turn_ui(ui, where_to_turn);
    });
    intent
}

/// Enter takes a choice that has the focus; anywhere else it goes on.
fn on_choice(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp(bevy_egui::egui::Id::new("choosing"))).unwrap_or_default()
}

fn remember(ui: &Ui, choosing: bool) {
    ui.data_mut(|data| data.insert_temp(bevy_egui::egui::Id::new("choosing"), choosing));
}
