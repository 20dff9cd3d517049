//! Stills: people as they are drawn at one moment, one by one or many on a contact sheet with captions.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::Affine;
use vello_cpu::peniko::{Blob, FontData};
use vello_cpu::{Glyph, Pixmap, RenderContext, RenderSettings, Resources};

use super::character::Character;
use super::draw::{Sitter, draw, draw_room};
use super::motion::Figure;
use super::pose::Pose;
use super::raster::Canvas;
use crate::script::codes::Setting;
use crate::script::face::Face;

const FONT: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const PAPER: [u8; 4] = [0xF6, 0xF1, 0xE8, 255];
const INK: [u8; 4] = [0x2B, 0x2A, 0x33, 255];

/// Height of a caption and size of its letters, as shares of a still's width; letters are no larger than that many pixels.
const CAPTION: f64 = 0.1;
const LETTERS: f64 = 0.055;
const LARGEST: f64 = 22.0;

/// A sheet takes four bytes for each.
const MOST_PIXELS: usize = 200_000_000;

/// One picture of a contact sheet: who sits there, side by side, and which face each of them shows.
pub struct Still {
    pub caption: String,
    pub setting: Setting,
    pub people: Vec<(Character, Face)>,
}

/// The pose in which a person comes to rest with a face, looking where it lets them look.
pub fn held(character: &Character, face: Face) -> Pose {
    let mut figure = Figure::new(0, character.display_rules());
    figure.reduced_motion(true);
    figure.show(face, None);
    figure.pose()
}

impl Still {
    /// The picture in that many pixels, as `Canvas::picture` gives them.
    fn pixels(&self, (width, height): (u16, u16)) -> Vec<u8> {
        let Some((host, _)) = self.people.first() else { return Vec::new() };
        let sitters: Vec<Sitter> = self.people.iter().map(|(character, face)| Sitter { character, pose: held(character, *face) }).collect();
        Canvas::new(&draw_room(host, self.setting, sitters.len()), width, height).picture(&draw(self.setting, &sitters)).to_vec()
    }
}

/// The stills as one PNG, so many in a row, each that many pixels wide and high; a single one has no caption.
///
/// None where the whole would be wider or higher than 65,535 pixels or have more than 200 million, or can't be packed.
pub fn contact_sheet(stills: &[Still], columns: usize, size: (u16, u16)) -> Option<Vec<u8>> {
    let columns = columns.clamp(1, stills.len().max(1));
    let (wide, high) = (usize::from(size.0), usize::from(size.1));
    let caption = if stills.len() > 1 { (CAPTION * f64::from(size.0)).min(2.0 * LARGEST) as usize } else { 0 };
    let row = high + caption;
    let (width, height) = (u16::try_from(wide * columns).ok()?, u16::try_from(row * stills.len().div_ceil(columns)).ok()?);
    if usize::from(width) * usize::from(height) > MOST_PIXELS {
        return None;
    }
    let mut sheet = Pixmap::new(width, height);
    sheet.data_as_u8_slice_mut().chunks_exact_mut(4).for_each(|pixel| pixel.copy_from_slice(&PAPER));
    for (place, still) in stills.iter().enumerate() {
        let (left, top) = (place % columns * wide, place / columns * row);
        lay(&mut sheet, (left, top), wide, &still.pixels(size));
        if caption > 0 {
            lay(&mut sheet, (left, top + high), wide, &words(&still.caption, size.0, u16::try_from(caption).ok()?));
        }
    }
    sheet.into_png().ok()
}

/// Copies a picture that is so many pixels wide onto the sheet.
fn lay(sheet: &mut Pixmap, (left, top): (usize, usize), wide: usize, pixels: &[u8]) {
    let stride = usize::from(sheet.width()) * 4;
    let bytes = sheet.data_as_u8_slice_mut();
    for (line, row) in pixels.chunks_exact(wide * 4).enumerate() {
        let start = (top + line) * stride + left * 4;
        bytes[start..start + row.len()].copy_from_slice(row);
    }
}

/// A strip of paper with those words in its middle.
fn words(text: &str, width: u16, height: u16) -> Vec<u8> {
    let letters = (LETTERS * f64::from(width)).min(LARGEST) as f32;
    let mut pixels = Pixmap::new(width, height);
    pixels.data_as_u8_slice_mut().chunks_exact_mut(4).for_each(|pixel| pixel.copy_from_slice(&PAPER));
    let Ok(font) = FontRef::new(FONT) else { return pixels.data_as_u8_slice().to_vec() };
    let (shapes, metrics) = (font.charmap(), font.glyph_metrics(Size::new(letters), LocationRef::default()));
    let mut at = 0.0;
    let glyphs: Vec<Glyph> = text
        .chars()
        .map(|letter| {
            let id = shapes.map(letter).unwrap_or_default();
            let x = at;
            at += metrics.advance_width(id).unwrap_or_default();
            Glyph { id: id.to_u32(), x, y: 0.0 }
        })
        .collect();
    let mut resources = Resources::new();
    let mut context = RenderContext::new_with(width, height, RenderSettings { num_threads: 0, ..RenderSettings::default() });
    let [red, green, blue, alpha] = INK.map(|part| f32::from(part) / 255.0);
    context.set_paint(AlphaColor::<Srgb>::new([red, green, blue, alpha]));
    let left = 0.5 * (f64::from(width) - f64::from(at)).max(0.0);
    context.set_transform(Affine::translate((left, 0.5 * f64::from(height) + 0.35 * f64::from(letters))));
    context
        .glyph_run(&mut resources, &FontData::new(Blob::new(std::sync::Arc::new(FONT)), 0))
        .font_size(letters)
        .fill_glyphs(glyphs.into_iter());
    context.flush();
    let over = vello_cpu::RasterizerSettings { composite_mode: vello_cpu::CompositeMode::SrcOver, ..Default::default() };
    context.render_with(&mut pixels, &mut resources, over);
    pixels.data_as_u8_slice().to_vec()
}
