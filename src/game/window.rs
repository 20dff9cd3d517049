//! The window itself: its title, its size, and how often it is drawn.

use std::time::Duration;

use bevy::asset::AssetEventSystems;
use bevy::camera::{Camera2d, CameraMainTextureUsages, ClearColor, ClearColorConfig};
use bevy::input::gamepad::Gamepad;
use bevy::prelude::*;
use bevy::render::render_resource::TextureUsages;
use bevy::window::{PrimaryWindow, RequestRedraw, WindowOccluded};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiInput, EguiPostUpdateSet, EguiPreUpdateSet, EguiPrimaryContextPass, PrimaryEguiContext, egui,
};

use super::beneath::Beneath;
use super::desk::{Desk, DeskSystems};
use super::looking_back::Looking;
use super::picture::{FADE_STEP, Picture};
use super::screen::{Intent, Screen};
use super::screens::*;
use super::settings::Settings;
use super::stage::Liveliness;
use super::theme::{self, Palette};
use super::widgets::{calm, scroll_to_top};

/// How long the window waits for the next drawing: something moves, somebody blinks, breathes, sits without motion, nobody is there.
const MOVING: Duration = Duration::from_millis(33);
const STIRRING: Duration = Duration::from_millis(100);
const BREATHING: Duration = Duration::from_millis(200);
const CALM: Duration = Duration::from_millis(330);
const STILL: Duration = Duration::from_secs(5);

/// How long it waits at most while there is a gamepad.
const LISTENING: Duration = Duration::from_millis(50);

/// For so long after the start the window is drawn again and again.
const WARMING: Duration = Duration::from_secs(2);

/// The page that everything was measured on, in points.
const USUAL: egui::Vec2 = egui::vec2(1280.0, 720.0);

/// How the window stands.
#[derive(Resource, Default)]
struct Stance {
    /// The fonts are there from the second frame on.
    dressed: bool,
    settings: Option<Settings>,
    hidden: bool,
    /// Frames that are still to be drawn without waiting: something was asked for.
    awake: u8,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Pages>()
        .init_resource::<Stance>()
        // Else letters that are seen for the first time would be drawn a frame late; after the last frame, not at all.
        .configure_sets(PostUpdate, EguiPostUpdateSet::PostProcessOutput.before(AssetEventSystems))
        .add_systems(Startup, set_up)
        .add_systems(PreUpdate, hush.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass))
        .add_systems(Update, (name, (hide, pace).chain()).after(DeskSystems))
        .add_systems(EguiPrimaryContextPass, show);
    for screen in Screen::ALL {
        app.add_systems(OnEnter(screen), enter);
    }
}

fn set_up(mut commands: Commands, mut settings: ResMut<EguiGlobalSettings>) {
    settings.auto_create_primary_context = false;
    // Without a mouse nothing else would take the place of the pointer's picture.
    commands.spawn((
        Name::new("Camera"),
        Camera2d,
        Camera { clear_color: ClearColorConfig::Default, ..default() },
        Msaa::Off,
        CameraMainTextureUsages::default().with(TextureUsages::COPY_DST),
        PrimaryEguiContext,
    ));
}

/// A page that is entered begins at its top, with nothing in focus yet.
fn enter(screen: Res<State<Screen>>, mut pages: ResMut<Pages>, mut stance: ResMut<Stance>, mut contexts: EguiContexts) {
    stance.awake = 4;
    let name = pages.enter(*screen.get());
    if let Ok(context) = contexts.ctx_mut() {
        context.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        scroll_to_top(context, name);
    }
}

/// Tells of modifier keys only when they change: any event has the window drawn once more at once.
fn hush(mut inputs: Query<&mut EguiInput>, mut held: Local<Option<egui::Modifiers>>) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => held.replace(*modifiers) != Some(*modifiers),
            _ => true,
        });
    }
}

/// The title names the screen.
fn name(screen: Res<State<Screen>>, mut window: Single<&mut Window, With<PrimaryWindow>>) {
    let title = screen.get().window_title();
    if window.title != title {
        window.title = title;
    }
}

/// Nothing is drawn for nobody.
fn hide(mut occluded: MessageReader<WindowOccluded>, mut stance: ResMut<Stance>) {
    for message in occluded.read() {
        stance.hidden = message.occluded;
    }
}

/// Draws no more often than something changes.
fn pace(
    screen: Res<State<Screen>>,
    desk: Res<Desk>,
    picture: Res<Picture>,
    (time, gamepads): (Res<Time<Real>>, Query<(), With<Gamepad>>),
    mut stance: ResMut<Stance>,
    mut winit: ResMut<WinitSettings>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let stage = desk.on_stage().filter(|_| screen.get().has_people() && !stance.hidden).map(|hour| &hour.stage);
    let wait = match stage {
        Some(_) if desk.is_saving() => MOVING,
        Some(_) if picture.is_fading() => Duration::from_secs_f32(FADE_STEP),
        Some(_) if desk.settings().reduced_motion => CALM,
        Some(stage) => match stage.liveliness() {
            Liveliness::Lively => MOVING,
            Liveliness::Stirring => STIRRING,
            // A breath moves less than half a pixel in that time, but the beginning of a blink is not to be missed.
            Liveliness::Resting if Duration::from_millis(stage.until_next().into()) < BREATHING => STIRRING,
            Liveliness::Resting => BREATHING,
        },
        None if matches!(desk.looking, Looking::UnderWay { .. }) || desk.authoring.is_waiting() || desk.is_finding_out() => STIRRING,
        // What draws is made ready behind the first frames, and nobody says when it is.
        None if time.elapsed() < WARMING => MOVING,
        None => STILL,
    };
    // Nobody wakes the window when a button of a gamepad goes down.
    let wait = if gamepads.is_empty() { wait } else { wait.min(LISTENING) };
    let mode = UpdateMode::reactive_low_power(wait);
    if winit.focused_mode != mode {
        *winit = WinitSettings { focused_mode: mode, unfocused_mode: mode };
    }
    // New letters are there only in the drawing after the one that first asks for them.
    if desk.is_changed() {
        stance.awake = stance.awake.max(3);
    }
    if stance.awake > 0 {
        stance.awake -= 1;
        redraw.write(RequestRedraw);
    }
}

/// Draws the screen that the trainee is on, and hands on what they ask for.
#[expect(clippy::too_many_arguments, reason = "each is one thing that a screen shows or remembers")]
fn show(
    mut contexts: EguiContexts,
    screen: Res<State<Screen>>,
    desk: Res<Desk>,
    mut picture: ResMut<Picture>,
    mut beneath: ResMut<Beneath>,
    mut pages: ResMut<Pages>,
    mut stance: ResMut<Stance>,
    mut clear: ResMut<ClearColor>,
    mut intents: MessageWriter<Intent>,
    window: Single<&Window, With<PrimaryWindow>>,
) -> Result {
    let context = contexts.ctx_mut()?;
    if stance.settings != Some(*desk.settings()) {
        stance.settings = Some(*desk.settings());
        stance.awake = 3;
        theme::apply(context, desk.settings());
        let paper = Palette::of(desk.settings().theme).paper;
        clear.0 = Color::srgb_u8(paper.r(), paper.g(), paper.b());
    }
    fit(context, &window);
    if !std::mem::replace(&mut stance.dressed, true) {
        context.set_fonts(theme::fonts());
        stance.awake = 4;
        return Ok(());
    }
    let builder = egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(context.viewport_rect());
    let mut ui = egui::Ui::new(context.clone(), "window".into(), builder);
    calm(&ui);
    let (room, straight) = (screen.get().has_people(), picture.pixel_for_pixel().filter(|_| beneath.is_possible()).cloned());
    let shown = match (&straight, picture.texture()) {
        (Some(_), _) => Portrait::Beneath,
        (None, Some(texture)) => Portrait::Painted(texture),
        (None, None) => Portrait::Blank,
    };
    let intent = screen_ui(&mut ui, *screen.get(), &desk, shown, &mut pages);
    let corner = pages.room.portrait.map(|place| place.min * context.pixels_per_point());
    beneath.picture =
        straight.zip(corner).filter(|_| room).map(|(handle, at)| (handle, UVec2::new(at.x.round() as u32, at.y.round() as u32)));
    if let Some(place) = pages.room.portrait {
        let size = place.size() * context.pixels_per_point();
        picture.wanted = UVec2::new(size.x.round() as u32, size.y.round() as u32);
    }
    if let Some(intent) = intent {
        intents.write(intent);
        stance.awake = 4;
        context.request_repaint();
    }
    Ok(())
}

/// A larger window enlarges everything alike; a smaller one doesn't make the text smaller.
fn fit(context: &egui::Context, window: &Window) {
    let size = egui::vec2(window.width(), window.height()) / USUAL;
    let zoom = size.min_elem().max(1.0);
    if (context.zoom_factor() - zoom).abs() > 0.001 {
        context.set_zoom_factor(zoom);
    }
}
