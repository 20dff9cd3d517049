//! Paper and ink: the fonts, the colours and the sizes of everything on the pages.

use std::sync::Arc;

use bevy_egui::egui::epaint::FontColorTransferFunction;
use bevy_egui::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id, Stroke, Style, TextFormat, TextStyle, Visuals,
};

use super::settings::{Settings, Theme};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const STRONG: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// Sizes at 1280 × 720; a larger window enlarges everything alike.
const LABEL: f32 = 13.5;
const BODY: f32 = 16.0;
const HEADING: f32 = 19.5;
const TITLE: f32 = 23.5;
const DISPLAY: f32 = 40.0;

/// Height of a line over the size of its letters.
const LEADING: f32 = 1.45;

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub paper: Color32,
    pub ink: Color32,
    pub muted: Color32,
    /// For what can be taken, and where the focus is.
    pub accent: Color32,
    /// For what should not be overlooked.
    pub warm: Color32,
    pub card: Color32,
    /// A card under the pointer or the focus.
    pub lit: Color32,
    pub line: Color32,
    pub dark: bool,
}

/// One colour on its way to another, as the eye sees it.
pub fn between(from: Color32, to: Color32, share: f32) -> Color32 {
    let part = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u8;
    Color32::from_rgb(part(from.r(), to.r()), part(from.g(), to.g()), part(from.b(), to.b()))
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Palette {
    pub fn of(theme: Theme) -> Palette {
        match theme {
            Theme::Light => Palette {
                paper: rgb(0xF6F1E8),
                ink: rgb(0x2B2A33),
                muted: rgb(0x5F5B66),
                accent: rgb(0x2F6F73),
                warm: rgb(0x9C4A2F),
                card: rgb(0xFCF9F3),
                lit: rgb(0xEDF1EC),
                line: rgb(0xCFC5B4),
                dark: false,
            },
            Theme::Dark => Palette {
                paper: rgb(0x1F2228),
                ink: rgb(0xECE7DD),
                muted: rgb(0xB0AAA0),
                accent: rgb(0x7CC4C0),
                warm: rgb(0xE2B46B),
                card: rgb(0x282C33),
                lit: rgb(0x2E383D),
                line: rgb(0x4A505A),
                dark: true,
            },
            Theme::HighContrast => Palette {
                paper: rgb(0x000000),
                ink: rgb(0xFFFFFF),
                muted: rgb(0xE0E0E0),
                accent: rgb(0x8FE3DE),
                warm: rgb(0xFFD27A),
                card: rgb(0x000000),
                lit: rgb(0x14302F),
                line: rgb(0xFFFFFF),
                dark: true,
            },
        }
    }
}

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The name of the program.
    Display,
    Title,
    Heading,
    Body,
    Strong,
    /// What is seen, and other quiet text of full size.
    Quiet,
    /// Small and quiet.
    Label,
    /// Small and in the colour of what matters.
    Mark,
    /// What should not be overlooked.
    Warning,
}

impl Voice {
    /// How it is set on a page.
    pub fn format(self, ui: &egui::Ui) -> TextFormat {
        let palette = palette(ui);
        let (style, strong, color) = match self {
            Voice::Display => (TextStyle::Name("display".into()), true, palette.ink),
            Voice::Title => (TextStyle::Name("title".into()), true, palette.ink),
            Voice::Heading => (TextStyle::Heading, true, palette.ink),
            Voice::Body => (TextStyle::Body, false, palette.ink),
            Voice::Strong => (TextStyle::Body, true, palette.ink),
            Voice::Quiet => (TextStyle::Body, false, palette.muted),
            Voice::Label => (TextStyle::Small, false, palette.muted),
            Voice::Mark => (TextStyle::Small, true, palette.accent),
            Voice::Warning => (TextStyle::Body, false, palette.warm),
        };
        let size = ui.style().text_styles.get(&style).map_or(BODY, |font| font.size);
        TextFormat {
            font_id: FontId::new(size, if strong { strong_family() } else { FontFamily::Proportional }),
            color,
            line_height: Some((size * LEADING).round()),
            ..TextFormat::default()
        }
    }
}

fn strong_family() -> FontFamily {
    FontFamily::Name("strong".into())
}

/// The fonts of the program, for every family that is asked for.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, data) in [("regular", REGULAR), ("strong", STRONG)] {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(data)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".into(), "strong".into()]);
    }
    fonts.families.insert(strong_family(), vec!["strong".into(), "regular".into()]);
    fonts
}

/// The palette in use.
pub fn palette(ui: &egui::Ui) -> Palette {
    ui.data(|data| data.get_temp::<Palette>(Id::new("palette"))).unwrap_or(Palette::of(Theme::Light))
}

/// Size of the text over its usual size.
pub fn scale(ui: &egui::Ui) -> f32 {
    ui.style().text_styles.get(&TextStyle::Body).map_or(1.0, |font| font.size / BODY)
}

/// Sets every page in those settings from the next frame on.
pub fn apply(context: &egui::Context, settings: &Settings) {
    let palette = Palette::of(settings.theme);
    let text = f32::from(settings.text) / 100.0;
    context.data_mut(|data| data.insert_temp(Id::new("palette"), palette));
    context.all_styles_mut(|style| set(style, palette, text));
}

fn set(style: &mut Style, palette: Palette, text: f32) {
    let sizes = [
        (TextStyle::Small, LABEL),
        (TextStyle::Body, BODY),
        (TextStyle::Button, BODY),
        (TextStyle::Monospace, BODY),
        (TextStyle::Heading, HEADING),
        (TextStyle::Name("title".into()), TITLE),
        (TextStyle::Name("display".into()), DISPLAY),
    ];
    style.text_styles = sizes.into_iter().map(|(name, size)| (name, FontId::proportional(size * text))).collect();
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.interaction.selectable_labels = false;
    style.spacing.item_spacing = egui::vec2(8.0, 8.0);
    style.spacing.button_padding = egui::vec2(14.0, 8.0);
    style.spacing.interact_size.y = 32.0 * text.max(1.0);
    style.spacing.slider_width = 280.0;
    style.spacing.icon_width = 20.0 * text;
    style.spacing.icon_width_inner = 12.0 * text;
    style.spacing.icon_spacing = 10.0;
    style.spacing.scroll = egui::style::ScrollStyle { bar_width: 8.0, ..egui::style::ScrollStyle::solid() };
    style.visuals = visuals(palette);
}

fn visuals(palette: Palette) -> Visuals {
    let mut visuals = if palette.dark { Visuals::dark() } else { Visuals::light() };
    // The window blends in linear light, in which dark letters on light paper come out too thin.
    visuals.text_options.color_transfer_function =
        if palette.dark { FontColorTransferFunction::Off } else { FontColorTransferFunction::Gamma(0.62) };
    visuals.panel_fill = palette.paper;
    visuals.window_fill = palette.paper;
    visuals.extreme_bg_color = palette.card;
    visuals.text_edit_bg_color = Some(palette.card);
    visuals.faint_bg_color = palette.card;
    visuals.override_text_color = Some(palette.ink);
    visuals.weak_text_color = Some(palette.muted);
    visuals.slider_trailing_fill = true;
    visuals.selection.bg_fill = palette.accent.gamma_multiply(0.45);
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    visuals.text_cursor.blink = false;
    let widgets = &mut visuals.widgets;
    for (state, fill, border) in [
        (&mut widgets.noninteractive, palette.paper, Stroke::new(1.0, palette.line)),
        (&mut widgets.inactive, palette.card, Stroke::new(1.0, palette.muted)),
        (&mut widgets.hovered, palette.lit, Stroke::new(1.0, palette.accent)),
        // What has the focus is drawn as active.
        (&mut widgets.active, palette.lit, Stroke::new(2.5, palette.accent)),
        (&mut widgets.open, palette.lit, Stroke::new(1.0, palette.accent)),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = border;
        state.fg_stroke = Stroke::new(1.5, palette.ink);
        state.corner_radius = CornerRadius::same(6);
        state.expansion = 0.0;
    }
    // Rails and scroll bars.
    visuals.widgets.inactive.bg_fill = palette.line;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(one: Color32, other: Color32) -> f32 {
        let light = |colour: Color32| {
            let linear = egui::Rgba::from(colour);
            0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b() + 0.05
        };
        let (one, other) = (light(one), light(other));
        one.max(other) / one.min(other)
    }

    #[test]
    fn text_stands_out_from_whatever_it_stands_on() {
        for (theme, least) in [(Theme::Light, 4.5), (Theme::Dark, 4.5), (Theme::HighContrast, 7.0)] {
            let palette = Palette::of(theme);
            for ink in [palette.ink, palette.muted, palette.accent, palette.warm] {
                for ground in [palette.paper, palette.card, palette.lit] {
                    assert!(contrast(ink, ground) >= least, "{theme:?}: {ink:?} on {ground:?}");
                }
            }
        }
    }
}
