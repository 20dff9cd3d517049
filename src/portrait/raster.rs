//! From display list to pixels, by way of `vello_cpu` on one thread.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "places are counted in the bytes of one picture, whose width and height have 16 bits each"
)]

use vello_cpu::color::{AlphaColor, DynamicColor, Srgb};
use vello_cpu::kurbo::{Affine, Cap, Join, Rect, Stroke};
use vello_cpu::peniko::{ColorStop, Fill, Gradient};
use vello_cpu::{CompositeMode, Pixmap, RasterizerSettings, RenderContext, RenderSettings, Resources};

use super::colour::Ink;
use super::display::{Command, DisplayList, Paint, Seat};
use super::draw::Room;

/// Units from the top of the picture to its bottom, where it is not very narrow.
pub const HEIGHT: f64 = 206.0;
/// How far down from the top the pupils lie, as a share of the picture's height.
const EYE_LINE: f64 = 0.39;
/// Units that must fit across, however narrow the picture.
const LEAST_WIDTH: f64 = 132.0;
/// By so much less where several sit side by side, shared between their number.
const LESS_AT_THE_ENDS: f64 = 40.0;
/// Units below the pupils that a picture shows at most.
const FOOT: f64 = 165.0;
/// A frozen picture is in blocks, so many of them along its shorter side.
const BLOCKS: usize = 72;
/// How dark a blot is from its middle to its rim: close to a blurred disc.
const BLOT: [(f32, f32); 5] = [(0.0, 1.0), (0.25, 0.86), (0.5, 0.5), (0.75, 0.14), (1.0, 0.0)];

/// A sheet of pixels with the room on it, on which people are drawn again and again.
pub struct Canvas {
    context: RenderContext,
    resources: Resources,
    size: (u16, u16),
    /// What is behind the people, drawn once.
    behind: Pixmap,
    /// And what is in front of them.
    before: Vec<Run>,
    /// Where the picture has come to a halt: left, top, right and bottom in pixels.
    frozen: Vec<[usize; 4]>,
    pixels: Pixmap,
}

/// Pixels in a row that are laid over others: where the first of their bytes goes, and what they are, premultiplied.
struct Run {
    at: usize,
    opaque: bool,
    bytes: Vec<u8>,
}

impl Canvas {
    /// A canvas of that many pixels for that room; a side of nought counts as one.
    ///
    /// The picture fills any shape: what is beyond the people is wall.
    pub fn new(room: &Room, width: u16, height: u16) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
        let empty = || Pixmap::new(width, height);
        let context = RenderContext::new_with(width, height, settings);
        let mut canvas = Self {
            context,
            resources: Resources::new(),
            size: (width, height),
            behind: empty(),
            before: Vec::new(),
            frozen: Vec::new(),
            pixels: empty(),
        };
        let fitted = fitted(canvas.size, room.behind.people);
        let halted = |part: &Rect| {
            let Rect { x0, y0, x1, y1 } = fitted.transform_rect_bbox(*part).round();
            // What lies beyond the picture comes to its edge.
            [x0.min(width.into()), y0.min(height.into()), x1.min(width.into()), y1.min(height.into())].map(|edge| edge as usize)
        };
        canvas.frozen = room.frozen.iter().map(halted).collect();
        canvas.draw(&room.before, RasterizerSettings::default());
        canvas.before = runs(canvas.pixels.data_as_u8_slice());
        canvas.draw(&room.behind, RasterizerSettings::default());
        canvas.fill_up();
        std::mem::swap(&mut canvas.behind, &mut canvas.pixels);
        canvas
    }

    /// Its width and height in pixels.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Draws people into the room, as opaque sRGB pixels, four bytes each (red, green, blue, 255), row by row.
    ///
    /// The same list gives the same bytes on one machine; another processor may differ by one or two in a channel.
    pub fn picture(&mut self, people: &DisplayList) -> &[u8] {
        self.pixels.data_as_u8_slice_mut().copy_from_slice(self.behind.data_as_u8_slice());
        self.draw(people, RasterizerSettings { composite_mode: CompositeMode::SrcOver, ..RasterizerSettings::default() });
        self.fill_up();
        let pixels = self.pixels.data_as_u8_slice_mut();
        self.frozen.iter().for_each(|part| freeze(pixels, self.size, *part));
        self.before.iter().for_each(|run| lay(run, pixels));
        self.pixels.data_as_u8_slice()
    }

    fn draw(&mut self, list: &DisplayList, settings: RasterizerSettings) {
        self.context.reset();
        let fitted = fitted(self.size, list.people);
        self.context.set_transform(fitted);
        for command in &list.commands {
            carry_out(&mut self.context, fitted, command);
        }
        self.context.flush();
        self.context.render_with(&mut self.pixels, &mut self.resources, settings);
    }

    /// The wall covers everything; this makes it certain, rounding included.
    fn fill_up(&mut self) {
        self.pixels.data_as_u8_slice_mut().iter_mut().skip(3).step_by(4).for_each(|alpha| *alpha = 255);
    }
}

/// What isn't clear of a picture, in runs.
fn runs(pixels: &[u8]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (place, pixel) in pixels.chunks_exact(4).enumerate().filter(|(_, pixel)| pixel[3] > 0) {
        let (at, opaque) = (place * 4, pixel[3] == 255);
        match runs.last_mut().filter(|run| run.opaque == opaque && run.at + run.bytes.len() == at) {
            Some(run) => run.bytes.extend(pixel),
            None => runs.push(Run { at, opaque, bytes: pixel.into() }),
        }
    }
    runs
}

fn lay(run: &Run, pixels: &mut [u8]) {
    let under = &mut pixels[run.at..run.at + run.bytes.len()];
    if run.opaque {
        under.copy_from_slice(&run.bytes);
        return;
    }
    for (under, over) in under.chunks_exact_mut(4).zip(run.bytes.chunks_exact(4)) {
        let rest = 255 - u32::from(over[3]);
        for (under, over) in under.iter_mut().zip(over) {
            // An alpha of 255 comes out as 255.
            *under = over.saturating_add(((u32::from(*under) * rest + 127) / 255) as u8);
        }
    }
}

/// Makes blocks of a part of a picture, half and half with itself.
fn freeze(pixels: &mut [u8], (width, height): (u16, u16), [start, begin, end, foot]: [usize; 4]) {
    let (width, height) = (usize::from(width), usize::from(height));
    let block = width.min(height).div_ceil(BLOCKS).max(2);
    for top in (begin..foot).step_by(block) {
        for left in (start..end).step_by(block) {
            let (right, bottom) = ((left + block).min(end), (top + block).min(foot));
            let count = ((right - left) * (bottom - top)) as u32;
            for part in 0..3 {
                let places = || (top..bottom).flat_map(|row| (left..right).map(move |column| (row * width + column) * 4 + part));
                let mean = places().map(|place| u32::from(pixels[place])).sum::<u32>() / count;
                places().for_each(|place| pixels[place] = ((u32::from(pixels[place]) + mean) / 2) as u8);
            }
        }
    }
}

/// What a picture of that size shows, in units.
pub fn view((width, height): (u16, u16), people: usize) -> Rect {
    let size = (width.max(1), height.max(1));
    fitted(size, people).inverse().transform_rect_bbox(Rect::new(0.0, 0.0, size.0.into(), size.1.into()))
}

/// From units to pixels: the people in the middle, their eyes above it. Several are drawn smaller, and low
/// enough that they still fill the picture to its foot; the shoulders at the ends may be cut.
fn fitted((width, height): (u16, u16), people: usize) -> Affine {
    let (width, height) = (f64::from(width), f64::from(height));
    let more = people.saturating_sub(1) as f64;
    let scale = (height / HEIGHT).min(width / (LEAST_WIDTH + more * (Seat::APART - LESS_AT_THE_ENDS / people.max(1) as f64)));
    let eyes = (height * EYE_LINE).max(height - FOOT * scale);
    Affine::translate((width / 2.0, eyes)) * Affine::scale(scale)
}

fn carry_out(context: &mut RenderContext, fitted: Affine, command: &Command) {
    match command {
        Command::Fill { shape, paint, ring } => {
            context.set_fill_rule(if *ring { Fill::EvenOdd } else { Fill::NonZero });
            take_up(context, paint);
            context.fill_path(shape);
            context.reset_paint_transform();
        }
        Command::Stroke { line, width, ink } => {
            let stroke = Stroke::new(*width).with_caps(Cap::Round).with_join(Join::Round);
            context.set_stroke(stroke);
            context.set_paint(colour(*ink));
            context.stroke_path(line);
        }
        Command::Clip(shape) => {
            context.set_fill_rule(Fill::NonZero);
            context.push_clip_path(shape);
        }
        Command::Unclip => context.pop_clip_path(),
        Command::Place(Seat(across)) => context.set_transform(fitted * Affine::translate((*across, 0.0))),
    }
}

fn take_up(context: &mut RenderContext, paint: &Paint) {
    match paint {
        Paint::Flat(ink) => context.set_paint(colour(*ink)),
        Paint::Along { from, to, stops } => {
            context.set_paint(with_stops(Gradient::new_linear(*from, *to), stops));
        }
        Paint::Around { centre, radius, stops } => {
            context.set_paint(with_stops(Gradient::new_radial(*centre, *radius as f32), stops));
        }
        Paint::Soft { placement, ink } => {
            let stops = BLOT.map(|(place, share)| (place, ink.at(f64::from(ink.alpha * share))));
            context.set_paint_transform(*placement);
            context.set_paint(with_stops(Gradient::new_radial((0.0, 0.0), 1.0), &stops));
        }
    }
}

fn with_stops(gradient: Gradient, stops: &[(f32, Ink)]) -> Gradient {
    let stops: Vec<ColorStop> =
        stops.iter().map(|(offset, ink)| ColorStop { offset: *offset, color: DynamicColor::from_alpha_color(colour(*ink)) }).collect();
    gradient.with_stops(stops.as_slice())
}

fn colour(ink: Ink) -> AlphaColor<Srgb> {
    AlphaColor::new([ink.red, ink.green, ink.blue, ink.alpha])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portrait::{Character, Hour, Pose, Present, Sitter, Surroundings, Weather, draw, draw_room};
    use crate::script::appearance::{Appearance, HairStyle};
    use crate::script::codes::Setting;

    fn people(count: usize) -> Vec<Character> {
        (0..count).map(|number| Character::of(&format!("person {number}"), 40, &Appearance::default())).collect()
    }

    fn room(setting: Setting, people: &[Character], size: (u16, u16)) -> Room {
        draw_room(&people.iter().collect::<Vec<_>>(), &around(setting, people.len()), size)
    }

    fn around(setting: Setting, people: usize) -> Surroundings {
        let hour = Hour { begins: 16 * 60, minute: 20, weather: Weather::Clear };
        Surroundings { setting, people: vec![Present { name: "Sam".into(), ..Present::default() }; people], hour }
    }

    fn sitting(people: &[Character], setting: Setting) -> DisplayList {
        let sitters: Vec<Sitter> = people.iter().map(|character| Sitter { character, pose: Some(Pose::default()) }).collect();
        draw(&sitters, &around(setting, people.len()))
    }

    #[test]
    fn every_pixel_is_opaque_at_any_size() {
        for (width, height, count) in [(0, 0, 1), (1, 9, 1), (200, 240, 2), (300, 120, 3), (590, 720, 1)] {
            for setting in [Setting::Office, Setting::Online] {
                let people = people(count);
                let mut canvas = Canvas::new(&room(setting, &people, (width, height)), width, height);
                let pixels = canvas.picture(&sitting(&people, setting));
                assert_eq!(pixels.len(), usize::from(width.max(1)) * usize::from(height.max(1)) * 4);
                assert!(pixels.chunks(4).all(|pixel| pixel[3] == 255));
                assert!(pixels.chunks(4).all(|pixel| pixel[..3] != [0, 0, 0]), "{width}x{height}");
            }
        }
    }

    #[test]
    fn the_same_list_gives_the_same_pixels() {
        let look = Appearance { hair_style: Some(HairStyle::Curls.into()), ..Appearance::default() };
        let character = Character::of("same", 30, &look);
        let sitter = Sitter { character: &character, pose: Some(Pose { yaw: 6.0, breath: 0.4, ..Pose::default() }) };
        let list = draw(&[sitter], &around(Setting::Office, 1));
        assert_eq!(list, draw(&[sitter], &around(Setting::Office, 1)));
        for setting in [Setting::Office, Setting::Online] {
            let made = || room(setting, std::slice::from_ref(&character), (240, 300));
            assert_eq!(made(), made());
            let mut canvas = Canvas::new(&made(), 240, 300);
            let first = canvas.picture(&list).to_vec();
            assert_eq!(first, canvas.picture(&list));
            assert_eq!(first, Canvas::new(&made(), 240, 300).picture(&list));
        }
    }

    #[test]
    fn what_stands_in_front_covers_people_and_the_rest_lets_them_be_seen() {
        let cover = |alpha: f64| {
            let mut sheet = crate::portrait::pen::Sheet::default();
            sheet.fill(vello_cpu::kurbo::Shape::to_path(&Rect::new(-40.0, 60.0, 0.0, 100.0), 0.1), Ink::rgb(0xFFFFFF).at(alpha));
            sheet.finish(1)
        };
        let people = people(1);
        let picture = |before| {
            let room = Room { before, ..room(Setting::Office, &people, (206, 206)) };
            Canvas::new(&room, 206, 206).picture(&sitting(&people, Setting::Office)).to_vec()
        };
        let [none, half, whole] = [DisplayList::default(), cover(0.5), cover(1.0)].map(picture);
        // A pixel is a unit, and the pupils lie at 103, 80.
        let at = |pixels: &[u8], x: usize, y: usize| -> i32 { pixels[(y * 206 + x) * 4].into() };
        assert_eq!(at(&whole, 83, 160), 255);
        assert!((2 * at(&half, 83, 160) - at(&none, 83, 160) - 255).abs() <= 2);
        assert_eq!(at(&whole, 123, 160), at(&none, 123, 160));
    }

    #[test]
    fn a_frozen_picture_is_in_blocks_of_itself() {
        let mut pixels: Vec<u8> = (0..6 * 5 * 4).map(|number| (number * 7 % 251) as u8).collect();
        let before = pixels.clone();
        freeze(&mut pixels, (6, 5), [0, 0, 4, 5]);
        let mean = |places: [usize; 4]| places.iter().map(|place| u32::from(before[place * 4])).sum::<u32>() / 4;
        assert_eq!(u32::from(pixels[0]), (u32::from(before[0]) + mean([0, 1, 6, 7])) / 2);
        assert!(pixels.iter().skip(3).step_by(4).eq(before.iter().skip(3).step_by(4)), "alpha stays");
        let beyond = |pixels: &[u8]| pixels.chunks_exact(6 * 4).flat_map(|row| row[4 * 4..].to_vec()).collect::<Vec<_>>();
        assert_eq!(beyond(&pixels), beyond(&before), "the other pictures go on");
    }

    #[test]
    fn every_clip_is_closed_again() {
        let people = people(2);
        let rooms = [Setting::Office, Setting::Online].map(|setting| room(setting, &people, (590, 720)));
        for list in rooms.into_iter().flat_map(|room| [room.behind, room.before]).chain([sitting(&people, Setting::Online)]) {
            let mut depth = 0;
            for command in &list.commands {
                match command {
                    Command::Clip(_) => depth += 1,
                    Command::Unclip => depth -= 1,
                    _ => {}
                }
                assert!(depth >= 0);
            }
            assert_eq!(depth, 0);
        }
    }
}
