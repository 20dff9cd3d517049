//! One file a screen: a function of what is to be shown, which hands back what was asked for.

mod afterwards;
mod authoring;
mod book;
mod debrief;
mod grounding;
mod pause;
mod referral;
mod room;
mod settings;
mod title;

pub use afterwards::{AfterwardsPage, afterwards_ui};
pub use authoring::{AuthoringPage, authoring_ui};
pub use book::{BookPage, book_ui};
pub use debrief::{DebriefPage, DebriefView, debrief_ui};
pub use grounding::{GroundingPage, grounding_ui};
pub use pause::{PausePage, PauseView, pause_ui};
pub use referral::{ReferralPage, referral_ui};
pub use room::{Places, Portrait, RoomPage, RoomView, places, room_ui};
pub use settings::{SettingsPage, settings_ui};
pub use title::{TitlePage, title_ui};

use bevy::prelude::Resource;
use bevy_egui::egui::{Key, Response, Ui};

use crate::game::desk::Desk;
use crate::game::screen::{Intent, Screen};
use crate::game::theme::Voice;
use crate::game::widgets::{Card, focus_quietly, job, pressed};
use crate::texts::text;

/// What the pages remember between frames, each until it is left.
#[derive(Resource, Default)]
pub struct Pages {
    title: TitlePage,
    book: BookPage,
    referral: ReferralPage,
    pub room: RoomPage,
    pause: PausePage,
    afterwards: AfterwardsPage,
    debrief: DebriefPage,
    settings: SettingsPage,
    grounding: GroundingPage,
    authoring: AuthoringPage,
}

impl Pages {
    /// A page begins anew when it is entered; what is below the settings, the pause and a moment to oneself waits. Gives
    /// the name of the part that scrolls.
    pub fn enter(&mut self, screen: Screen) -> &'static str {
        match screen {
            Screen::Title => {
                self.title = TitlePage::default();
                "title"
            }
            Screen::Book => {
                self.book = BookPage::default();
                self.room = RoomPage::default();
                self.debrief = DebriefPage::default();
                "book"
            }
            Screen::Referral => {
                self.referral = ReferralPage::default();
                "referral"
            }
            Screen::Room => {
                self.room = RoomPage::default();
                self.afterwards = AfterwardsPage::default();
                self.debrief = DebriefPage::default();
                "room"
            }
            Screen::Pause => {
                self.pause = PausePage::default();
                "pause"
            }
            Screen::Afterwards => "afterwards",
            Screen::Debrief => "debrief",
            Screen::Settings => {
                self.settings = SettingsPage::default();
                "settings"
            }
            Screen::Grounding => {
                self.grounding = GroundingPage::default();
                "grounding"
            }
            Screen::Authoring => {
                self.room = RoomPage::default();
                self.authoring.enter();
                "authoring"
            }
        }
    }
}

/// Draws the screen that the trainee is on, and hands back what they ask for.
pub fn screen_ui(ui: &mut Ui, screen: Screen, desk: &Desk, picture: Portrait, pages: &mut Pages) -> Option<Intent> {
    let notice = desk.notice.as_ref();
    let hour = desk.hour.as_ref();
    if screen != Screen::Grounding && pressed(ui, Key::F1) {
        return Some(Intent::Ground);
    }
    match screen {
        Screen::Title => title_ui(ui, &mut pages.title),
        Screen::Book => book_ui(ui, &desk.book, notice, &mut pages.book),
        Screen::Referral => referral_ui(ui, desk.referral.as_ref()?, notice, &mut pages.referral),
        Screen::Room => {
            let hour = hour?;
            let menu = hour.sitting.menu();
            room_ui(ui, &hour.view(&menu, picture, desk.settings().captions, notice), &mut pages.room)
        }
        Screen::Pause => {
            let hour = hour?;
            let (topics, kept) = (hour.sitting.topics(), hour.sitting.is_kept());
            let view = PauseView { where_to_turn: &desk.where_to_turn, kept, topics: &topics, trouble: notice };
            pause_ui(ui, &view, &mut pages.pause)
        }
        Screen::Afterwards => afterwards_ui(ui, hour?.name(), &desk.where_to_turn, &mut pages.afterwards),
        Screen::Debrief => debrief_ui(ui, &desk.looked_back(notice)?, &mut pages.debrief),
        Screen::Settings => settings_ui(ui, desk.settings(), notice, &mut pages.settings),
        Screen::Authoring => authoring_ui(ui, &desk.authoring, hour.is_some(), notice, &mut pages.authoring),
        Screen::Grounding => {
            let under_way = hour.filter(|hour| hour.sitting.ending().is_none());
            grounding_ui(ui, &desk.where_to_turn, under_way.map(|hour| hour.sitting.is_kept()), &mut pages.grounding)
        }
    }
}

/// Puts the focus where a page begins, once.
fn settle(ui: &Ui, settled: &mut bool, first: &Response) {
    if !std::mem::replace(settled, true) {
        focus_quietly(ui, first);
    }
}

/// Ways on from a page, each with a hint, the focus on the first.
fn ways_on<'t>(ui: &mut Ui, ways: impl Iterator<Item = (&'t str, &'t str, Intent)>, settled: &mut bool) -> Option<Intent> {
    let mut intent = None;
    for (name, hint, wanted) in ways {
        let card = Card::new(format!("{}. {}", text(name), text(hint)));
        let response = card.row(job(ui, Voice::Strong, &text(name))).row(job(ui, Voice::Label, &text(hint))).show(ui);
        settle(ui, settled, &response);
        if response.clicked() {
            intent = Some(wanted);
        }
    }
    intent
}
