//! From display list to pixels, by way of `vello_cpu` on one thread.

use vello_cpu::color::{AlphaColor, DynamicColor, Srgb};
use vello_cpu::kurbo::{Affine, Cap, Join, Stroke};
use vello_cpu::peniko::{ColorStop, Fill, Gradient};
use vello_cpu::{CompositeMode, Pixmap, RasterizerSettings, RenderContext, RenderSettings, Resources};

use super::colour::Ink;
use super::display::{Command, DisplayList, Paint, Seat};

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
/// How dark a blot is from its middle to its rim: close to a blurred disc.
const BLOT: [(f32, f32); 5] = [(0.0, 1.0), (0.25, 0.86), (0.5, 0.5), (0.75, 0.14), (1.0, 0.0)];

/// A sheet of pixels with the room on it, on which people are drawn again and again.
pub struct Canvas {
    context: RenderContext,
    resources: Resources,
    size: (u16, u16),
    /// The room, drawn once.
    room: Pixmap,
    pixels: Pixmap,
}

impl Canvas {
    /// A canvas of that many pixels for that room; a side of nought counts as one.
    ///
    /// The picture fills any shape: what is beyond the people is wall.
    pub fn new(room: &DisplayList, width: u16, height: u16) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
        let empty = || Pixmap::new(width, height);
        let context = RenderContext::new_with(width, height, settings);
        let mut canvas = Self { context, resources: Resources::new(), size: (width, height), room: empty(), pixels: empty() };
        canvas.draw(room, RasterizerSettings::default());
        std::mem::swap(&mut canvas.room, &mut canvas.pixels);
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
        self.pixels.data_as_u8_slice_mut().copy_from_slice(self.room.data_as_u8_slice());
        self.draw(people, RasterizerSettings { composite_mode: CompositeMode::SrcOver, ..RasterizerSettings::default() });
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
        // The wall covers everything; this makes it certain, rounding included.
        self.pixels.data_as_u8_slice_mut().iter_mut().skip(3).step_by(4).for_each(|alpha| *alpha = 255);
    }
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
    use crate::portrait::{Character, Pose, Sitter, draw, draw_room};
    use crate::script::appearance::{Appearance, HairStyle};
    use crate::script::codes::Setting;

    fn people(count: usize) -> Vec<Character> {
        (0..count).map(|number| Character::of(&format!("person {number}"), 40, &Appearance::default())).collect()
    }

    fn lists(setting: Setting, people: &[Character]) -> (DisplayList, DisplayList) {
        let sitters: Vec<Sitter> = people.iter().map(|character| Sitter { character, pose: Pose::default() }).collect();
        (draw_room(&people[0], setting, people.len()), draw(setting, &sitters))
    }

    #[test]
    fn every_pixel_is_opaque_at_any_size() {
        for (width, height, count) in [(0, 0, 1), (1, 9, 1), (200, 240, 2), (300, 120, 3), (590, 720, 1)] {
            for setting in [Setting::Office, Setting::Online] {
                let (room, sitters) = lists(setting, &people(count));
                let mut canvas = Canvas::new(&room, width, height);
                let pixels = canvas.picture(&sitters);
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
        let sitter = Sitter { character: &character, pose: Pose { yaw: 6.0, breath: 0.4, ..Pose::default() } };
        let mut canvas = Canvas::new(&draw_room(&character, Setting::Office, 1), 240, 300);
        let list = draw(Setting::Office, &[sitter]);
        assert_eq!(list, draw(Setting::Office, &[sitter]));
        let first = canvas.picture(&list).to_vec();
        assert_eq!(first, canvas.picture(&list));
    }

    #[test]
    fn every_clip_is_closed_again() {
        let (_, list) = lists(Setting::Office, &people(2));
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
