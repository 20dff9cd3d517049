//! The cases that an author can lay on the desk.

use bevy_egui::egui::{Id, Ui};

use super::{AuthoringPage, back, back_card, unread_ui};
use crate::game::authoring::{Ask, Authoring};
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::screens::settle;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, heading, job, page, say, tell};
use crate::texts::{text, text_with};

pub(super) fn shelf_ui(
    ui: &mut Ui,
    authoring: &Authoring,
    in_room: bool,
    trouble: Option<&Notice>,
    state: &mut AuthoringPage,
) -> Option<Intent> {
    page(ui, "authoring", 700.0, |ui| {
        let left = back_card(ui, authoring, in_room).show(ui);
        heading(ui, Voice::Title, &text("screen-authoring"));
        say(ui, Voice::Label, &text("authoring-about"));
        if let Some(trouble) = trouble {
            tell(ui, trouble);
        }
        unread_ui(ui, authoring);
        if !authoring.can_write && !authoring.shelf.is_empty() {
            say(ui, Voice::Quiet, &text("authoring-only-read"));
        }
        ui.add_space(8.0);
        let mut intent = None;
        for case in &authoring.shelf {
            let found = text_with("authoring-found", &[("errors", case.errors.into()), ("warnings", case.warnings.into())]);
            let about = format!("{} · {found}", case.id);
            let told = if case.errors > 0 { Voice::Warning } else { Voice::Label };
            let card = Card::new(format!("{}. {about}", case.title)).id(Id::new(("on the shelf", &case.id)));
            let response = card.row(job(ui, Voice::Strong, &case.title)).row(job(ui, told, &about)).show(ui);
            settle(ui, &mut state.settled, &response);
            if response.clicked() {
                intent = Some(Intent::Author(Ask::Case(case.id.clone())));
            }
        }
        // Where there is nothing to choose there is the way back.
        settle(ui, &mut state.settled, &left);
        if left.clicked() {
            intent = Some(back(authoring, in_room).1);
        }
        if intent.is_some() {
            state.settled = false;
        }
        intent
    })
}
