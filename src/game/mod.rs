//! The window: an appointment book, a room, and what is said of the hour afterwards.
//!
//! ```text
//!  keys, pointer ── window ── screens ── Intent ──▶ desk ──▶ sitting
//!                     ▲                               │
//!                     └─ picture ◀── stage ◀──────────┘      sound
//! ```
//!
//! A screen is a function from what is to be shown to what was asked for. Only the `desk` does
//! what is asked, and only through a sitting; it knows no window, so that a test can drive it.

pub mod authoring;
mod behind;
mod beneath;
pub mod beside;
pub mod book;
pub mod desk;
pub mod drafts;
pub mod drilling;
pub mod exams;
mod failing;
pub mod fared;
mod gamepad;
pub mod looking_back;
mod picture;
mod probe;
mod saving;
pub mod screen;
pub mod screens;
pub mod settings;
mod sound;
pub mod stage;
pub mod stepping;
pub mod theme;
pub mod trainees;
pub mod transcript;
pub mod widgets;
mod window;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use bevy::core_pipeline::{Core2d, Core2dSystems};
use bevy::ecs::schedule::SingleThreadedExecutor;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::settings::RenderCreation;
use bevy::render::{RenderApp, RenderPlugin};
use bevy::window::{PresentMode, WindowResizeConstraints, WindowResolution};
use bevy_egui::EguiPlugin;

use crate::texts::Language;

use desk::{Desk, Place};
use failing::Cause;
use screen::Screen;

/// What the window is opened with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub dialogues: Option<PathBuf>,
    pub data_dir: Option<PathBuf>,
    /// For this time; else the one that was set.
    pub language: Option<Language>,
    /// Goes straight into that case's room.
    pub case: Option<String>,
    /// Goes to what is read before that exam.
    pub exam: Option<PathBuf>,
    /// Opens on the author's desk, with that case on it where one is named.
    pub desk: Option<Option<String>>,
    /// Keeps nothing of the hour in that room.
    pub no_record: bool,
    pub seed: Option<u64>,
    pub mute: bool,
    pub reduced_motion: bool,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
}

/// Opens the window and returns when it is closed; what failed is a sentence for a person.
pub fn run(options: Options) -> Result<(), String> {
    let (cause, before) = (Cause::here(), std::panic::take_hook());
    let report = cause.clone();
    // Nothing below may end in lines that only a programmer can read.
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
        report.tell(format!("{}{place}", panic.payload_as_str().unwrap_or_default()));
    }));
    let opened = probe::graphics().and_then(|graphics| {
        let ended = catch_unwind(AssertUnwindSafe(|| app(options, graphics, cause.clone()).run()));
        if matches!(ended, Ok(AppExit::Success)) { Ok(()) } else { Err(cause.told()) }
    });
    std::panic::set_hook(before);
    opened
}

/// Runs the systems one after another: they are short and few, and threads that wake one another cost more than they save.
fn in_one_thread(world: &mut World) {
    let mut schedules = world.resource_mut::<Schedules>();
    for (_, schedule) in schedules.iter_mut() {
        schedule.set_executor(SingleThreadedExecutor::new());
    }
}

fn app(options: Options, graphics: RenderCreation, cause: Cause) -> App {
    let place = Place {
        dialogues: options.dialogues,
        data_dir: options.data_dir,
        language: options.language,
        seed: options.seed,
        mute: options.mute,
        reduced_motion: options.reduced_motion,
    };
    let mut desk = Desk::new(&place);
    let first = match (options.desk, options.case, options.exam) {
        (Some(case), ..) => desk.author_of(case.as_deref()),
        (None, Some(case), _) => desk.straight_into(&case, !options.no_record),
        (None, None, Some(exam)) => desk.straight_to_exam(&exam),
        (None, None, None) => Screen::Title,
    };
    let (width, height) = options.size.unwrap_or((1280, 720));
    let window = Window {
        title: first.window_title(),
        name: Some("fifty-minutes".into()),
        resolution: WindowResolution::new(width.max(320), height.max(240)),
        resize_constraints: WindowResizeConstraints { min_width: 640.0, min_height: 480.0, ..default() },
        present_mode: PresentMode::AutoVsync,
        ..default()
    };
    let mut app = App::new();
    app.set_error_handler(bevy::ecs::error::error);
    app.add_plugins(
        DefaultPlugins
            .build()
            // One drawing at a time is enough, and what was asked for shows a frame earlier.
            .disable::<PipelinedRenderingPlugin>()
            .set(WindowPlugin { primary_window: Some(window), ..default() })
            .set(RenderPlugin { render_creation: graphics, ..default() })
            .set(LogPlugin {
                level: bevy::log::Level::WARN,
                filter: "warn,wgpu=error,naga=error,winit=error,bevy_gilrs=off,gilrs=off,gilrs_core=off".into(),
                ..default()
            }),
    );
    app.add_plugins(EguiPlugin { bindless_mode_array_size: None });
    app.insert_resource(desk).insert_resource(cause).insert_state(first);
    app.add_plugins((
        desk::plugin,
        drilling::plugin,
        drafts::plugin,
        looking_back::plugin,
        authoring::plugin,
        beneath::plugin,
        gamepad::plugin,
    ));
    app.add_plugins((picture::plugin, sound::plugin, window::plugin, failing::plugin));
    in_one_thread(app.main_mut().world_mut());
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        in_one_thread(render.world_mut());
        // There is nothing but pages: Bevy's own passes would only wipe what is drawn over.
        render.configure_sets(Core2d, Core2dSystems::MainPass.run_if(|| false));
    }
    app
}
