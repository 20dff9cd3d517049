//! Drafts are live: what is saved in the folder of cases is read anew behind the page, and the desk goes on with it.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use bevy::platform::cell::SyncCell;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use crate::library::watch::Watch;
use crate::library::{self, Library};
use crate::script::finding::{Finding, Severity};
use crate::session::LEAVE_OUT;
use crate::sitting::{Stopped, Why};
use crate::texts::{Language, spoken, text, text_with};

use super::book::place;
use super::desk::{Desk, DeskSystems};

/// What was read of the folder of cases.
#[derive(Debug)]
pub struct Reading {
    /// The language that it was read in.
    pub language: Language,
    pub library: Result<Library, String>,
    /// Where to turn, in paragraphs.
    pub where_to_turn: String,
    /// Why it may take two seconds before a change is seen, where it may.
    pub slow: Option<String>,
}

impl Reading {
    /// Reads that folder, or the copy in the program, in the language that is spoken.
    pub fn of(folder: Option<&Path>) -> Reading {
        let language = spoken();
        Reading::with(language, library::open_in(folder, Some(language.tag())), folder)
    }

    /// The same of a folder that held that before.
    fn again(folder: &Path, before: &Library) -> Reading {
        let language = spoken();
        Reading::with(language, library::open_again(folder, Some(language.tag()), before), Some(folder))
    }

    fn with(language: Language, library: Result<Library, library::Trouble>, folder: Option<&Path>) -> Reading {
        let library = library.map_err(|trouble| trouble.to_string());
        Reading { language, library, where_to_turn: library::where_to_turn(folder, language.tag()), slow: None }
    }
}

/// What is to be told of the draft that an hour, or a referral note, is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    /// It can't be played as it was saved, and what was read before goes on.
    Broken(Vec<String>),
    /// The hour stands where it still leads.
    Stopped(Stopped),
    /// It has changed, and the hour goes on as it began.
    AsItBegan,
}

impl Draft {
    /// What is wrong with a case that has no bundle.
    pub(super) fn broken(findings: &[Finding], shared: &[Finding]) -> Draft {
        let mut errors = shared.iter().chain(findings).filter(|finding| finding.severity == Severity::Error);
        let first = errors.next();
        let told = first.map(|first| format!("{}: {}", place(first), first.message));
        let help = first.map(|first| first.help.clone()).filter(|help| !help.is_empty());
        let more = errors.count();
        let more = (more > 0).then(|| text_with("book-more-findings", &[("count", more.into())]));
        Draft::Broken([told, help, more].into_iter().flatten().collect())
    }

    /// In paragraphs; the first says what is the matter.
    pub fn told(&self) -> Vec<String> {
        match self {
            Draft::Broken(why) => [text("draft-broken")].into_iter().chain(why.iter().cloned()).collect(),
            Draft::AsItBegan => vec![text("draft-as-it-began")],
            Draft::Stopped(Stopped { taken, turn, beat, why }) => {
                let why = match why {
                    Why::Over => "draft-over",
                    Why::Gone => "draft-gone",
                    Why::Shut => "draft-shut",
                };
                let id = taken.id.strip_prefix(LEAVE_OUT).unwrap_or(&taken.id);
                let fill =
                    [("turn", (*turn).into()), ("words", taken.words.as_str().into()), ("id", id.into()), ("beat", beat.as_str().into())];
                let stands = if taken.id.starts_with(LEAVE_OUT) { "draft-stands-before-topic" } else { "draft-stands" };
                vec![text_with(stands, &fill), text_with(why, &fill)]
            }
        }
    }
}

/// The folder being watched, and what was read of it since.
#[derive(Resource)]
struct Readings {
    _watch: Watch,
    readings: SyncCell<Receiver<Reading>>,
}

pub fn plugin(app: &mut App) {
    app.add_systems(Startup, watch).add_systems(Update, follow.before(DeskSystems).run_if(resource_exists::<Readings>));
}

/// Has the folder of cases watched; the copy in the program never changes.
fn watch(mut commands: Commands, desk: Res<Desk>, window: Option<Res<EventLoopProxyWrapper>>) {
    let Some((folder, seen)) = desk.folder() else { return };
    let window = window.map(|window| (**window).clone());
    let (sender, readings) = channel();
    let (read, mut before) = (folder.to_path_buf(), desk.library().cloned());
    let watch = Watch::begin(folder, seen.clone(), move |slow| {
        let reading = before.as_ref().map_or_else(|| Reading::of(Some(&read)), |before| Reading::again(&read, before));
        let reading = Reading { slow: slow.map(String::from), ..reading };
        before = reading.library.as_ref().ok().cloned().or(before.take());
        // Where the window is closed nobody takes it, and nobody needs to wake.
        if sender.send(reading).is_ok()
            && let Some(window) = &window
        {
            let _ = window.send_event(WinitUserEvent::WakeUp);
        }
    });
    match watch {
        Ok(watch) => commands.insert_resource(Readings { _watch: watch, readings: SyncCell::new(readings) }),
        Err(error) => warn!("changes in {} will not be seen: {error}", folder.display()),
    }
}

/// Goes on with what was read last.
fn follow(mut readings: ResMut<Readings>, mut desk: ResMut<Desk>) {
    if let Some(reading) = readings.readings.get().try_iter().last() {
        desk.follow(reading);
    }
}
