//! One file a screen: a function of what is to be shown, which hands back what was asked for.

mod afterwards;
mod authoring;
mod before;
mod book;
mod debrief;
mod drill;
mod exam;
mod grounding;
mod model;
mod pause;
mod progress;
mod referral;
mod room;
mod settings;
mod so_far;
mod stuck;
mod title;
mod trainees;

pub use afterwards::{AfterwardsPage, afterwards_ui};
pub use authoring::{AuthoringPage, authoring_ui};
pub use book::{BookPage, book_ui};
pub use debrief::{DebriefPage, DebriefView, debrief_ui};
pub use drill::{DrillPage, DrillView, drill_ui};
pub use grounding::{GroundingPage, grounding_ui};
pub use model::ModelView;
pub use pause::{PausePage, PauseView, pause_ui};
pub use progress::{ProgressPage, progress_ui};
pub use referral::{ReferralPage, referral_ui};
pub use room::{Places, Portrait, RoomPage, RoomView, places, room_ui};
pub use settings::{SettingsPage, settings_ui};
pub use so_far::{SoFarPage, so_far_ui};
pub use title::{TitlePage, title_ui};
pub use trainees::{TraineesPage, called, trainees_ui};

use std::path::PathBuf;

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
    so_far: SoFarPage,
    pause: PausePage,
    afterwards: AfterwardsPage,
    debrief: DebriefPage,
    settings: SettingsPage,
    grounding: GroundingPage,
    authoring: AuthoringPage,
    drill: DrillPage,
    progress: ProgressPage,
    trainees: TraineesPage,
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
                self.so_far = SoFarPage::default();
                self.room = RoomPage::default();
                self.debrief = DebriefPage::default();
                "book"
            }
            Screen::Referral => {
                (self.room, self.so_far) = (RoomPage::default(), SoFarPage::default());
                self.referral = ReferralPage::default();
                "referral"
            }
            Screen::Room => {
                self.room = self.room.entered();
                self.afterwards = AfterwardsPage::default();
                self.debrief = DebriefPage::default();
                "room"
            }
            Screen::SoFar => {
                self.so_far.enter();
                "so-far"
            }
            Screen::Pause => {
                self.pause = PausePage::default();
                "pause"
            }
            Screen::Afterwards => "afterwards",
            Screen::Debrief => {
                (self.room, self.so_far) = (RoomPage::default(), SoFarPage::default());
                "debrief"
            }
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
            Screen::Drill => {
                (self.room, self.drill) = (RoomPage::default(), DrillPage::default());
                "drill"
            }
            Screen::Progress => {
                self.progress = ProgressPage::default();
                "progress"
            }
            Screen::Trainees => {
                self.trainees = TraineesPage::default();
                "trainees"
            }
        }
    }
}

/// Points below which a window has room for nothing, as some systems make it while it is moved or put away.
const SMALLEST: f32 = 120.0;

/// Draws the screen that the trainee is on, and hands back what they ask for.
pub fn screen_ui(ui: &mut Ui, screen: Screen, desk: &Desk, picture: Portrait, pages: &mut Pages) -> Option<Intent> {
    if ui.available_size().min_elem() < SMALLEST {
        return None;
    }
    let notice = desk.notice.as_ref();
    let hour = desk.hour.as_ref();
    if screen != Screen::Grounding && pressed(ui, Key::F1) {
        return Some(Intent::Ground);
    }
    if let Some(path) = dropped(ui) {
        return Some(Intent::Dropped(path));
    }
    match screen {
        Screen::Title => title_ui(ui, desk.trainee().as_ref(), notice, &mut pages.title),
        Screen::Trainees => trainees_ui(ui, &desk.trainees(), desk.trainee().as_ref(), notice, &mut pages.trainees),
        Screen::Book => book_ui(ui, &desk.book, notice, &mut pages.book),
        Screen::Referral => referral_ui(ui, desk.referral.as_ref()?, notice, &mut pages.referral),
        Screen::Room => {
            let hour = hour?;
            let menu = hour.sitting.menu();
            let view = RoomView { before: desk.before(hour), ..hour.view(&menu, picture, desk.settings().captions, notice) };
            room_ui(ui, &view, &mut pages.room)
        }
        Screen::SoFar => so_far_ui(ui, &hour?.so_far(notice), &mut pages.so_far),
        Screen::Pause => {
            let hour = hour?;
            let (topics, kept) = (hour.sitting.topics(), hour.sitting.is_kept());
            let view = PauseView { where_to_turn: &desk.where_to_turn, kept, topics: &topics, trouble: notice };
            pause_ui(ui, &view, &mut pages.pause)
        }
        Screen::Afterwards => afterwards_ui(ui, hour?.name(), &desk.where_to_turn, notice, &mut pages.afterwards),
        Screen::Debrief => debrief_ui(ui, &desk.looked_back(notice)?, &mut pages.debrief),
        Screen::Settings => settings_ui(ui, desk.settings(), desk.kept_in(), notice, &mut pages.settings),
        Screen::Drill => {
            let drill = desk.drill.as_ref()?;
            let view = DrillView { drill, picture, captions: desk.settings().captions, trouble: notice };
            drill_ui(ui, &view, &mut pages.room, &mut pages.drill)
        }
        Screen::Progress => progress_ui(ui, &desk.fared, notice, &mut pages.progress),
        Screen::Authoring => authoring_ui(ui, &desk.authoring, hour.is_some(), notice, &mut pages.authoring),
        Screen::Grounding => {
            let under_way = hour.filter(|hour| hour.sitting.ending().is_none());
            grounding_ui(ui, &desk.where_to_turn, under_way.map(|hour| hour.sitting.is_kept()), &mut pages.grounding)
        }
    }
}

/// A file that was let fall on the window.
fn dropped(ui: &Ui) -> Option<PathBuf> {
    ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()))
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
