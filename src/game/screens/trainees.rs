//! Who is practising: somebody is chosen, or added under a pseudonym.

use std::str::FromStr;

use bevy_egui::egui::{Id, Key, TextEdit, Ui, WidgetInfo, WidgetType};

use super::settle;
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, heading, job, notice, page, pressed, say, tell};
use crate::record::{LONGEST_NAME, Trainee};
use crate::texts::{text, text_with};

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct TraineesPage {
    settled: bool,
    pub name: String,
    /// What is wrong with the name that was asked for.
    wrong: Option<String>,
}

/// How somebody is called on the pages.
pub fn called(trainee: Option<&Trainee>) -> String {
    trainee.map_or_else(|| text("trainee-nobody"), |trainee| trainee.name().to_string())
}

pub fn trainees_ui(
    ui: &mut Ui,
    there: &[Trainee],
    now: Option<&Trainee>,
    trouble: Option<&Notice>,
    state: &mut TraineesPage,
) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Title);
    }
    let writing = Id::new("trainee");
    let entered = ui.memory(|memory| memory.has_focus(writing)) && pressed(ui, Key::Enter);
    page(ui, "trainees", 560.0, |ui| {
        let mut intent = None;
        heading(ui, Voice::Title, &text("screen-trainees"));
        say(ui, Voice::Body, &text("trainees-about"));
        say(ui, Voice::Label, &text("trainees-open"));
        if let Some(trouble) = trouble {
            tell(ui, trouble);
        }
        ui.add_space(12.0);
        for trainee in std::iter::once(None).chain(there.iter().map(Some)) {
            let (name, is_now) = (called(trainee), trainee == now);
            let card = Card::new(text_with("trainee-choose", &[("name", name.as_str().into())])).id(Id::new(("trainee", &name)));
            let response = card.row(job(ui, Voice::Body, &name)).choice(is_now).show(ui);
            if is_now {
                settle(ui, &mut state.settled, &response);
            }
            if response.clicked() {
                intent = Some(Intent::Practise(trainee.cloned()));
            }
        }
        ui.add_space(16.0);
        let question = text("trainee-new");
        heading(ui, Voice::Heading, &question);
        if let Some(wrong) = &state.wrong {
            notice(ui, wrong);
        }
        let edit =
            TextEdit::singleline(&mut state.name).id(writing).char_limit(2 * LONGEST_NAME).margin(12.0).hint_text(text("trainee-hint"));
        let edit = ui.add(edit.desired_width(f32::INFINITY));
        edit.widget_info(|| WidgetInfo { label: Some(question.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
        say(ui, Voice::Label, &text("trainee-pseudonym"));
        if Card::button(ui, &text("trainee-add")).show(ui).clicked() || entered {
            match Trainee::from_str(&state.name) {
                Ok(trainee) => intent = Some(Intent::Practise(Some(trainee))),
                Err(wrong) => state.wrong = Some(wrong.to_string()),
            }
        }
        if Card::button(ui, &text("trainees-back")).show(ui).clicked() {
            intent = Some(Intent::Title);
        }
        intent
    })
}
