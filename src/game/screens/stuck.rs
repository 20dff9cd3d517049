//! What a trainee can do where the hour can't be written any more: save it whole again, save it elsewhere, or hold it without a record.

use std::path::PathBuf;

use bevy_egui::egui::{Id, TextEdit, Ui, WidgetInfo, WidgetType};

use crate::game::desk::{Notice, Offered};
use crate::game::screen::Intent;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, say, tell};
use crate::texts::text;

/// What was done or went wrong, and the ways out where there are any.
pub(super) fn told_ui(ui: &mut Ui, trouble: &Notice) -> Option<Intent> {
    tell(ui, trouble);
    if !matches!(trouble.offered, Offered::Saving | Offered::SavingOrUnrecorded) {
        return None;
    }
    if Card::button(ui, &text("stuck-save")).main().show(ui).clicked() {
        return Some(Intent::Save(None));
    }
    let writing = Id::new("folder to save the hour in");
    let question = text("stuck-folder");
    let mut folder = ui.data_mut(|data| data.get_temp::<String>(writing)).unwrap_or_default();
    say(ui, Voice::Label, &question);
    let edit = ui.add(TextEdit::singleline(&mut folder).id(writing).margin(12.0).desired_width(f32::INFINITY));
    edit.widget_info(|| WidgetInfo { label: Some(question.clone()), ..WidgetInfo::new(WidgetType::TextEdit) });
    let named = folder.trim().to_string();
    ui.data_mut(|data| data.insert_temp(writing, folder));
    if Card::button(ui, &text("stuck-elsewhere")).enabled(!named.is_empty()).show(ui).clicked() {
        return Some(Intent::Save(Some(PathBuf::from(named))));
    }
    let goes_on = trouble.offered == Offered::SavingOrUnrecorded && Card::button(ui, &text("room-unrecorded")).show(ui).clicked();
    goes_on.then_some(Intent::WithoutRecord)
}
