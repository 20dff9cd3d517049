//! The settings, each of which holds at once.

use bevy_egui::egui::{Key, Slider, Ui};

use super::settle;
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::settings::{Settings, TEXT, Theme};
use crate::game::theme::Voice;
use crate::game::widgets::{Card, choice, flow, heading, measure, notice, page, pressed, say};
use crate::texts::{text, text_with, word};

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct SettingsPage {
    settled: bool,
    /// Where the text size is while it is dragged: the page would move under the pointer.
    dragged: Option<u16>,
}

pub fn settings_ui(ui: &mut Ui, settings: &Settings, trouble: Option<&Notice>, state: &mut SettingsPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) || pressed(ui, Key::F2) {
        return Some(Intent::CloseSettings);
    }
    let mut set = *settings;
    let mut close = false;
    page(ui, "settings", 580.0, |ui| {
        heading(ui, Voice::Title, &text("screen-settings"));
        if let Some(trouble) = trouble {
            notice(ui, &trouble.text);
        }

        ui.add_space(8.0);
        let mut size = state.dragged.unwrap_or(settings.text);
        heading(ui, Voice::Heading, &text_with("settings-text", &[("percent", size.into())]));
        let name = text("settings-text-name");
        let slider = ui.add(Slider::new(&mut size, TEXT).step_by(5.0).show_value(false));
        slider.widget_info(|| named(&name, size.into()));
        settle(ui, &mut state.settled, &slider);
        if slider.dragged() {
            state.dragged = Some(size);
        } else {
            state.dragged = None;
            set.text = size;
        }

        ui.add_space(8.0);
        heading(ui, Voice::Heading, &text("settings-theme"));
        let cards = Theme::ALL.map(|theme| choice(ui, &word("theme", theme), theme == settings.theme));
        for (response, theme) in flow(ui, cards.into()).into_iter().zip(Theme::ALL) {
            if response.clicked() {
                set.theme = theme;
            }
        }

        ui.add_space(8.0);
        heading(ui, Voice::Heading, &text_with("settings-volume", &[("percent", settings.volume.into())]));
        let name = text("settings-volume-name");
        let slider = ui.add(Slider::new(&mut set.volume, 0..=100).step_by(5.0).show_value(false));
        slider.widget_info(|| named(&name, set.volume.into()));
        ui.checkbox(&mut set.mute, text("settings-mute"));

        ui.add_space(8.0);
        heading(ui, Voice::Heading, &text("settings-room"));
        ui.checkbox(&mut set.reduced_motion, text("settings-motion"));
        ui.checkbox(&mut set.notes, text("settings-notes"));
        ui.scope(|ui| {
            ui.set_max_width(measure(ui));
            say(ui, Voice::Label, &text("settings-notes-hint"));
        });

        ui.add_space(16.0);
        close = Card::button(ui, &text("settings-close")).show(ui).clicked();
        ui.add_space(8.0);
        say(ui, Voice::Label, &text("settings-kept"));
    });
    match (close, set != *settings) {
        (true, _) => Some(Intent::CloseSettings),
        (false, true) => Some(Intent::Change(set)),
        (false, false) => None,
    }
}

fn named(name: &str, value: f64) -> bevy_egui::egui::WidgetInfo {
    bevy_egui::egui::WidgetInfo::slider(true, value, name)
}
