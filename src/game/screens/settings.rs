//! The settings, each of which holds at once.

use std::path::Path;

use bevy_egui::egui::{Key, Ui};

use super::settle;
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::settings::{Captions, Preset, Settings, TEXT, Theme};
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{Card, beside, check, choice, flow, heading, job, measure, page, pressed, say, slider, tell};
use crate::texts::{Language, spoken, text, text_with, word};

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct SettingsPage {
    settled: bool,
    /// Where the text size is while it is dragged: the page would move under the pointer.
    dragged: Option<u16>,
}

/// Narrower than this, what is heard stands below what is seen; and the space between the two.
const TWO_COLUMNS: f32 = 1000.0;
const GAP: f32 = 56.0;

/// `kept` is the folder with everything that is kept; none where there is no such folder.
pub fn settings_ui(
    ui: &mut Ui,
    settings: &Settings,
    kept: Option<&Path>,
    trouble: Option<&Notice>,
    state: &mut SettingsPage,
) -> Option<Intent> {
    if pressed(ui, Key::Escape) || pressed(ui, Key::F2) {
        return Some(Intent::CloseSettings);
    }
    let mut set = *settings;
    let mut close = false;
    let two = ui.available_width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    page(ui, "settings", if two { 1080.0 } else { 580.0 }, |ui| {
        heading(ui, Voice::Title, &text("screen-settings"));
        if let Some(trouble) = trouble {
            tell(ui, trouble);
        }
        ui.add_space(8.0);
        if two {
            let first = ((ui.available_width() - GAP) / 2.0).floor();
            let mut heard = set;
            beside(ui, first, GAP, |ui| seen_ui(ui, settings, &mut set, state), |ui| heard_ui(ui, settings, &mut heard));
            // Only one of the two is ever changed in one frame.
            if heard != *settings {
                set = heard;
            }
        } else {
            seen_ui(ui, settings, &mut set, state);
            ui.add_space(16.0);
            heard_ui(ui, settings, &mut set);
        }
        ui.add_space(20.0);
        close = Card::button(ui, &text("settings-close")).show(ui).clicked();
        if let Some(folder) = kept {
            ui.add_space(20.0);
            heading(ui, Voice::Heading, &text("settings-kept"));
            say(ui, Voice::Label, &text_with("kept-where", &[("folder", folder.display().to_string().into())]));
        }
    });
    match (close, set != *settings) {
        (true, _) => Some(Intent::CloseSettings),
        (false, true) => Some(Intent::Change(set)),
        (false, false) => None,
    }
}

/// How the pages and the person look.
fn seen_ui(ui: &mut Ui, settings: &Settings, set: &mut Settings, state: &mut SettingsPage) {
    // At the top, for somebody who can't read the rest of the page.
    heading(ui, Voice::Heading, &text("settings-language"));
    let cards = Language::all().map(|language| choice(ui, &language.name(), language == spoken())).collect();
    for (response, language) in flow(ui, cards).into_iter().zip(Language::all()) {
        if response.clicked() {
            set.language = Some(language);
        }
    }

    ui.add_space(16.0);
    let mut size = state.dragged.unwrap_or(settings.text);
    heading(ui, Voice::Heading, &text_with("settings-text", &[("percent", size.into())]));
    let size_slider = slider(ui, &text("settings-text-name"), &mut size, TEXT);
    settle(ui, &mut state.settled, &size_slider);
    if size_slider.dragged() {
        state.dragged = Some(size);
    } else {
        state.dragged = None;
        set.text = size;
    }

    ui.add_space(16.0);
    heading(ui, Voice::Heading, &text("settings-theme"));
    let cards = Theme::ALL.map(|theme| choice(ui, &word("theme", theme), theme == settings.theme));
    for (response, theme) in flow(ui, cards.into()).into_iter().zip(Theme::ALL) {
        if response.clicked() {
            set.theme = theme;
        }
    }

    ui.add_space(16.0);
    heading(ui, Voice::Heading, &text("settings-captions"));
    let cards = Captions::ALL.map(|captions| choice(ui, &word("captions", captions), captions == settings.captions));
    for (response, captions) in flow(ui, cards.into()).into_iter().zip(Captions::ALL) {
        if response.clicked() {
            set.captions = captions;
        }
    }
    hint(ui, &text("settings-captions-hint"));

    ui.add_space(16.0);
    heading(ui, Voice::Heading, &text("settings-presets"));
    for preset in Preset::ALL {
        let (name, sets) = (word("preset", preset), word("sets", preset));
        let card = Card::new(format!("{name}. {sets}"));
        if card.row(job(ui, Voice::Strong, &name)).row(job(ui, Voice::Label, &sets)).show(ui).clicked() {
            *set = settings.with(preset);
        }
    }
}

/// What is heard, and how the room is.
fn heard_ui(ui: &mut Ui, settings: &Settings, set: &mut Settings) {
    heading(ui, Voice::Heading, &text_with("settings-volume", &[("percent", settings.volume.into())]));
    slider(ui, &text("settings-volume-name"), &mut set.volume, 0..=100);
    ui.add_space(4.0);
    check(ui, &text("settings-mute"), &mut set.mute);
    sounds(ui, set);

    ui.add_space(16.0);
    heading(ui, Voice::Heading, &text("settings-room"));
    check(ui, &text("settings-motion"), &mut set.reduced_motion);
    check(ui, &text("settings-notes"), &mut set.notes);
    hint(ui, &text("settings-notes-hint"));
    check(ui, &text("settings-read"), &mut set.read);
    hint(ui, &text("settings-read-hint"));
    check(ui, &text("settings-say-first"), &mut set.say_first);
    hint(ui, &text("settings-say-first-hint"));
    if set.say_first {
        check(ui, &text("settings-keep-words"), &mut set.keep_words);
    }
}

/// What each part of the sound is like beside the others.
fn sounds(ui: &mut Ui, set: &mut Settings) {
    ui.add_space(8.0);
    say(ui, Voice::Body, &text_with("settings-voice", &[("percent", set.voice.into())]));
    slider(ui, &text("settings-voice-name"), &mut set.voice, 0..=100);
    ui.add_space(8.0);
    say(ui, Voice::Body, &text_with("settings-tone", &[("percent", set.room.into())]));
    slider(ui, &text("settings-tone-name"), &mut set.room, 0..=100);
    ui.add_space(4.0);
    check(ui, &text("settings-rain"), &mut set.rain);
    check(ui, &text("settings-clock"), &mut set.clock);
    ui.add_space(8.0);
    say(ui, Voice::Body, &text_with("settings-music", &[("percent", set.music.into())]));
    slider(ui, &text("settings-music-name"), &mut set.music, 0..=100);
    hint(ui, &text("settings-music-hint"));
}

/// A remark in lines that are good to read.
fn hint(ui: &mut Ui, text: &str) {
    ui.scope(|ui| {
        ui.set_max_width(measure(ui));
        say(ui, Voice::Label, text);
    });
}
