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
    /// From here on, everything is meant from that seat.
    Place(Seat),
}

/// A whole picture, in units, with the origin between the pupils of a person at rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DisplayList {
    /// The steps, first drawn first.
    pub commands: Vec<Command>,
    /// How many people the picture has room for.
    pub people: usize,
}

/// Where somebody sits: how far their middle lies from that of the picture, in units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Seat(pub f64);

impl Seat {
    /// Units from the middle of one person to that of the next.
    pub const APART: f64 = 104.0;

    /// The seats for so many people, from the viewer's left to right.
    pub fn of(people: usize) -> impl Iterator<Item = Seat> {
        let middle = people.saturating_sub(1) as f64 / 2.0;
        (0..people).map(move |place| Seat((place as f64 - middle) * Self::APART))
    }

    /// Units from the middle of the picture to where the seats before that place end and the others begin.
    pub fn border(place: usize, people: usize) -> f64 {
        (place as f64 - 0.5 * people as f64) * Self::APART
    }

    /// The middle of the picture.
    pub const MIDDLE: Seat = Seat(0.0);
}
