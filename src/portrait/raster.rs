//! From display list to pixels, by way of `vello_cpu` on one thread.

use vello_cpu::color::{AlphaColor, DynamicColor, Srgb};
use vello_cpu::kurbo::{Affine, Cap, Join, Stroke};
use vello_cpu::peniko::{ColorStop, Fill, Gradient};
use vello_cpu::{Pixmap, RenderContext, RenderSettings, Resources};

use super::colour::Ink;
use super::display::{Command, DisplayList, Paint};

/// Units from the top of the picture to its bottom, where it is not very narrow.
pub const HEIGHT: f64 = 206.0;
/// How far down from the top the pupils lie, as a share of the picture's height.
const EYE_LINE: f64 = 0.39;
/// Units that must fit across, however narrow the picture.
const LEAST_WIDTH: f64 = 132.0;
/// How dark a blot is from its middle to its rim: close to a blurred disc.
const BLOT: [(f32, f32); 5] = [(0.0, 1.0), (0.25, 0.86), (0.5, 0.5), (0.75, 0.14), (1.0, 0.0)];

/// Draws the list into opaque sRGB pixels, four bytes each (red, green, blue, 255), row by row.
///
/// `width` and `height` are in pixels; a side of nought counts as one. The
/// picture fills any shape: what is beyond the person is wall. The same list gives the
/// same bytes on one machine; another processor may differ by one or two in a channel.
pub fn raster(list: &DisplayList, width: u16, height: u16) -> Vec<u8> {
    let (width, height) = (width.max(1), height.max(1));
    let settings = RenderSettings { num_threads: 0, ..RenderSettings::default() };
    let mut context = RenderContext::new_with(width, height, settings);
    context.set_transform(fitted(width, height));
    for command in &list.commands {
        carry_out(&mut context, command);
    }
    context.flush();
    let mut pixels = Pixmap::new(width, height);
    context.render(&mut pixels, &mut Resources::new());
    let mut bytes = pixels.data_as_u8_slice().to_vec();
    // The wall covers everything; this makes it certain, rounding included.
    bytes.iter_mut().skip(3).step_by(4).for_each(|alpha| *alpha = 255);
    bytes
}

/// From units to pixels: the person in the middle, their eyes above it.
fn fitted(width: u16, height: u16) -> Affine {
    let (width, height) = (f64::from(width), f64::from(height));
    let scale = (height / HEIGHT).min(width / LEAST_WIDTH);
    Affine::translate((width / 2.0, height * EYE_LINE)) * Affine::scale(scale)
}

fn carry_out(context: &mut RenderContext, command: &Command) {
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
    use crate::portrait::{Pose, draw};
    use crate::script::appearance::{Appearance, HairStyle};

    #[test]
    fn every_pixel_is_opaque_at_any_size() {
        for (width, height) in [(0, 0), (1, 9), (200, 240), (300, 120), (590, 720)] {
            let list = draw(&Appearance::default(), &Pose::default());
            let pixels = raster(&list, width, height);
            let count = usize::from(width.max(1)) * usize::from(height.max(1));
            assert_eq!(pixels.len(), count * 4);
            assert!(pixels.chunks(4).all(|pixel| pixel[3] == 255));
            assert!(pixels.chunks(4).all(|pixel| pixel[..3] != [0, 0, 0]), "{width}x{height}");
        }
    }

    #[test]
    fn the_same_list_gives_the_same_pixels() {
        let look = Appearance { hair_style: HairStyle::Curls, ..Appearance::default() };
        let pose = Pose { yaw: 6.0, breath: 0.4, ..Pose::default() };
        let list = draw(&look, &pose);
        assert_eq!(list, draw(&look, &pose));
        assert_eq!(raster(&list, 240, 300), raster(&list, 240, 300));
    }

    #[test]
    fn every_clip_is_closed_again() {
        let list = draw(&Appearance::default(), &Pose::default());
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
