//! Stills: people as they are drawn at one moment, one by one or many on a contact sheet with captions.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "the sheet is as wide and high as the stills on it, and width and height of each have 16 bits"
)]

use vello_cpu::Pixmap;

use super::character::Character;
use super::colour::Ink;
use super::display::DisplayList;
use super::draw::{Room, Sitter, Surroundings, draw, draw_room};
use super::lettering::letters;
use super::motion::Figure;
use super::pen::Sheet;
use super::pose::Pose;
use super::raster::{Canvas, view};
use super::room::everywhere;
use crate::script::face::Face;

const PAPER: Ink = Ink::rgb(0xF6F1E8);

/// Height of a caption and size of its letters, as shares of a still's width; letters are no larger than that many pixels.
const CAPTION: f64 = 0.1;
const LETTERS: f64 = 0.055;
const LARGEST: f64 = 22.0;

/// A sheet takes four bytes for each.
const MOST_PIXELS: usize = 200_000_000;

/// One picture of a contact sheet: who sits there, side by side, and which face each of them shows.
pub struct Still {
    pub caption: String,
    pub surroundings: Surroundings,
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
        let sitters: Vec<Sitter> =
            self.people.iter().map(|(character, face)| Sitter { character, pose: Some(held(character, *face)) }).collect();
        let characters: Vec<&Character> = self.people.iter().map(|(character, _)| character).collect();
        let room = draw_room(&characters, &self.surroundings, (width, height));
        Canvas::new(&room, width, height).picture(&draw(&sitters, &self.surroundings)).to_vec()
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
    let paper = [PAPER.red, PAPER.green, PAPER.blue, PAPER.alpha].map(|part| (part * 255.0).round() as u8);
    sheet.data_as_u8_slice_mut().chunks_exact_mut(4).for_each(|pixel| pixel.copy_from_slice(&paper));
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
    let (mut sheet, view) = (Sheet::default(), view((width, height), 0));
    let size = (LETTERS * view.width()).min(LARGEST * view.width() / f64::from(width));
    sheet.fill(everywhere(), PAPER);
    sheet.fill(letters(text, size, view.center()), Ink::rgb(0x2B2A33));
    let strip = Room { behind: sheet.finish(0), ..Room::default() };
    Canvas::new(&strip, width, height).picture(&DisplayList::default()).to_vec()
}
