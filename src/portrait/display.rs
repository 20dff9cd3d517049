//! The display list: what to fill, stroke and clip, in order, for any renderer.

use vello_cpu::kurbo::{Affine, BezPath, Point};

use super::colour::Ink;

/// What a shape is filled with.
#[derive(Debug, Clone, PartialEq)]
pub enum Paint {
    /// One colour.
    Flat(Ink),
    /// Colours along a line; each stop's place is from 0 at `from` to 1 at `to`.
    Along { from: Point, to: Point, stops: Vec<(f32, Ink)> },
    /// Colours around a centre; each stop's place is from 0 there to 1 at `radius` units.
    Around { centre: Point, radius: f64, stops: Vec<(f32, Ink)> },
    /// A blot that fades from full in the middle to nothing at the rim of the
    /// unit circle as `placement` puts it.
    Soft { placement: Affine, ink: Ink },
}

/// One step of drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Fill a shape; `ring` leaves out what two of its outlines both enclose.
    Fill { shape: BezPath, paint: Paint, ring: bool },
    /// Draw a line with round ends, `width` units thick.
    Stroke { line: BezPath, width: f64, ink: Ink },
    /// From here on, only what lies inside the shape shows.
    Clip(BezPath),
    /// Ends the last `Clip` that is still open.
    Unclip,
}

/// A whole picture, in units, with the origin between the pupils of a person at rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DisplayList {
    /// The steps, first drawn first.
    pub commands: Vec<Command>,
}
