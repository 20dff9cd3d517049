//! A gamepad, as the keys that it stands for: the pages know nothing but keys.

use bevy::input::gamepad::{GamepadButton, GamepadButtonStateChangedEvent};
use bevy::prelude::*;
use bevy_egui::{EguiInput, EguiPreUpdateSet, egui};

use super::screen::Screen;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, type_keys.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass));
}

/// The key that a button stands for on that screen.
fn key(button: GamepadButton, screen: Screen) -> Option<egui::Key> {
    Some(match button {
        GamepadButton::DPadUp => egui::Key::ArrowUp,
        GamepadButton::DPadDown => egui::Key::ArrowDown,
        GamepadButton::DPadLeft => egui::Key::ArrowLeft,
        GamepadButton::DPadRight => egui::Key::ArrowRight,
        GamepadButton::South => egui::Key::Enter,
        GamepadButton::East => egui::Key::Escape,
        GamepadButton::North => egui::Key::F1,
        GamepadButton::West if matches!(screen, Screen::Room | Screen::SoFar) => egui::Key::F3,
        GamepadButton::LeftTrigger => egui::Key::PageUp,
        GamepadButton::RightTrigger => egui::Key::PageDown,
        // Into the pause and out of it.
        GamepadButton::Start if matches!(screen, Screen::Room | Screen::Pause) => egui::Key::Escape,
        _ => return None,
    })
}

fn type_keys(mut buttons: MessageReader<GamepadButtonStateChangedEvent>, screen: Res<State<Screen>>, mut inputs: Query<&mut EguiInput>) {
    for button in buttons.read() {
        let Some(key) = key(button.button, *screen.get()) else { continue };
        let pressed = button.state.is_pressed();
        for mut input in &mut inputs {
            input.events.push(egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: egui::Modifiers::NONE });
        }
    }
}

#[cfg(test)]
mod tests {
    use bevy::input::ButtonState;
    use bevy::state::app::StatesPlugin;

    use super::*;

    /// Keys that the pages get when that button goes down and up again.
    fn typed(screen: Screen, button: GamepadButton) -> Vec<(egui::Key, bool)> {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin)).insert_state(screen);
        app.add_message::<GamepadButtonStateChangedEvent>().add_plugins(plugin);
        let pad = app.world_mut().spawn(EguiInput::default()).id();
        for state in [ButtonState::Pressed, ButtonState::Released] {
            app.world_mut().write_message(GamepadButtonStateChangedEvent::new(pad, button, state));
        }
        app.update();
        let events = &app.world().get::<EguiInput>(pad).unwrap().events;
        let key = |event: &egui::Event| match event {
            egui::Event::Key { key, pressed, .. } => Some((*key, *pressed)),
            _ => None,
        };
        events.iter().filter_map(key).collect()
    }

    #[test]
    fn a_button_is_a_key_that_goes_down_and_up() {
        for (screen, button, key) in [
            (Screen::Room, GamepadButton::DPadDown, egui::Key::ArrowDown),
            (Screen::Book, GamepadButton::South, egui::Key::Enter),
            (Screen::Book, GamepadButton::East, egui::Key::Escape),
            (Screen::Room, GamepadButton::North, egui::Key::F1),
            (Screen::Room, GamepadButton::Start, egui::Key::Escape),
            (Screen::Pause, GamepadButton::Start, egui::Key::Escape),
            (Screen::Room, GamepadButton::West, egui::Key::F3),
        ] {
            assert_eq!(typed(screen, button), [(key, true), (key, false)], "{screen:?}, {button:?}");
        }
        assert!(typed(Screen::Debrief, GamepadButton::Start).is_empty(), "nothing is paused there");
        assert!(typed(Screen::Room, GamepadButton::C).is_empty());
    }
}
