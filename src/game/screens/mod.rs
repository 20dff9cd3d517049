//! One file a screen: a function of what is to be shown, which hands back what was asked for.

mod afterwards;
mod book;
mod debrief;
mod pause;
mod referral;
mod room;
mod settings;
mod title;

pub use afterwards::{AfterwardsPage, afterwards_ui};
pub use book::{BookPage, book_ui};
pub use debrief::{DebriefPage, DebriefView, debrief_ui};
pub use pause::{PausePage, pause_ui};
pub use referral::{ReferralPage, referral_ui};
pub use room::{Places, Portrait, RoomPage, RoomView, places, room_ui};
pub use settings::{SettingsPage, settings_ui};
pub use title::{TitlePage, title_ui};

use bevy_egui::egui::{Response, Ui};

use crate::game::widgets::focus_quietly;

/// Puts the focus where a page begins, once.
fn settle(ui: &Ui, settled: &mut bool, first: &Response) {
    if !std::mem::replace(settled, true) {
        focus_quietly(ui, first);
    }
}
