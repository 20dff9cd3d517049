//! The pen: smooth outlines, tapered strokes and soft blots on a sheet.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a place is one of the points there are, goes round among them, or is held to the last"
)]

use vello_cpu::kurbo::{Affine, BezPath, Circle, Ellipse, Point, Shape, Vec2};

use super::colour::Ink;
use super::display::{Command, DisplayList, Paint, Seat};

/// The sheet that a picture is drawn on, step by step.
#[derive(Default)]
pub struct Sheet {
    list: DisplayList,
}

impl Sheet {
    /// The finished picture of so many people.
    pub fn finish(self, people: usize) -> DisplayList {
        DisplayList { people, ..self.list }
    }

    /// From here on, everything is drawn around that seat.
    pub fn place(&mut self, seat: Seat) {
        self.list.commands.push(Command::Place(seat));
    }

    /// Fills a shape with one colour.
    pub fn fill(&mut self, shape: BezPath, ink: Ink) {
        self.paint(shape, Paint::Flat(ink));
    }

    /// Fills a shape with any paint.
    pub fn paint(&mut self, shape: BezPath, paint: Paint) {
        self.list.commands.push(Command::Fill { shape, paint, ring: false });
    }

    /// Fills what lies between two outlines.
    pub fn paint_ring(&mut self, mut outer: BezPath, inner: &BezPath, paint: Paint) {
        outer.extend(inner.iter());
        self.list.commands.push(Command::Fill { shape: outer, paint, ring: true });
    }

    /// Draws a line of even width.
    pub fn line(&mut self, line: BezPath, width: f64, ink: Ink) {
        self.list.commands.push(Command::Stroke { line, width, ink });
    }

    /// Draws a line that thins out at both ends; nothing below a hundredth of alpha.
    pub fn crease(&mut self, points: &[Point], width: f64, ink: Ink) {
        self.creases([points], width, ink);
    }

    /// Draws many such lines as one shape: far cheaper than one by one.
    pub fn creases<'a>(&mut self, lines: impl IntoIterator<Item = &'a [Point]>, width: f64, ink: Ink) {
        if ink.alpha > 0.01 {
            let mut blades = BezPath::new();
            lines.into_iter().for_each(|line| add_blade(&mut blades, line, width));
            self.fill(blades, ink);
        }
    }

    /// Draws many lines of even width as one shape.
    pub fn lines(&mut self, lines: &[Vec<Point>], width: f64, ink: Ink) {
        let mut all = BezPath::new();
        lines.iter().for_each(|line| all.extend(through(line)));
        self.line(all, width, ink);
    }

    /// Lays a soft oval blot: half as dark at its radii, gone at twice that far out.
    pub fn blot(&mut self, centre: Point, radii: (f64, f64), tilt: f64, ink: Ink) {
        if ink.alpha <= 0.01 {
            return;
        }
        let placement =
            Affine::translate(centre.to_vec2()) * Affine::rotate(tilt) * Affine::scale_non_uniform(radii.0 * 2.0, radii.1 * 2.0);
        let shape = placement * Circle::new(Point::ZERO, 1.0).to_path(0.02);
        self.paint(shape, Paint::Soft { placement, ink });
    }

    /// Draws what `inside` draws, but only where it falls within the shape.
    pub fn within(&mut self, shape: &BezPath, inside: impl FnOnce(&mut Self)) {
        self.list.commands.push(Command::Clip(shape.clone()));
        inside(self);
        self.list.commands.push(Command::Unclip);
    }
}

/// Two or three colours along a line, evenly spaced.
pub fn along(from: Point, to: Point, inks: &[Ink]) -> Paint {
    let last = inks.len().saturating_sub(1).max(1) as f32;
    let stops = inks.iter().enumerate().map(|(index, ink)| (index as f32 / last, *ink)).collect();
    Paint::Along { from, to, stops }
}

/// A smooth closed outline through the points.
pub fn outline(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    let count = points.len();
    if count == 0 {
        return path;
    }
    path.move_to(points[0]);
    for index in 0..count {
        let around = |step: usize| points[(index + step) % count];
        let before = points[(index + count - 1) % count];
        bend(&mut path, before, around(0), around(1), around(2));
    }
    path.close_path();
    path
}

/// A straight-edged outline through the corners.
pub fn corners(points: &[(f64, f64)]) -> BezPath {
    let mut path = BezPath::new();
    for (number, point) in points.iter().enumerate() {
        if number == 0 { path.move_to(*point) } else { path.line_to(*point) }
    }
    path.close_path();
    path
}

/// A smooth open line through the points.
pub fn through(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    run_on(&mut path, points);
    path
}

/// A closed outline of several smooth runs that meet in corners.
pub fn cornered(runs: &[&[Point]]) -> BezPath {
    let mut path = BezPath::new();
    for run in runs {
        run_on(&mut path, run);
    }
    path.close_path();
    path
}

/// An oval, its tilt in radians.
pub fn oval(centre: Point, radii: (f64, f64), tilt: f64) -> BezPath {
    Ellipse::new(centre, Vec2::new(radii.0, radii.1), tilt).to_path(0.02)
}

/// The outline of a brush stroke with its widths at start, middle and end.
pub fn brush(points: &[Point], widths: [f64; 3]) -> BezPath {
    const STEPS: usize = 10;
    let mut upper = Vec::with_capacity(2 * STEPS + 2);
    let mut lower = Vec::with_capacity(STEPS + 1);
    for step in 0..=STEPS {
        let along = step as f64 / STEPS as f64;
        let here = on_curve(points, along);
        let ahead = on_curve(points, (along + 0.02).min(1.0));
        let behind = on_curve(points, (along - 0.02).max(0.0));
        let way = ahead - behind;
        let length = way.hypot().max(1e-9);
        let across = Vec2::new(-way.y, way.x) / length;
        let half = 0.5 * width_at(widths, along);
        upper.push(here + across * half);
        lower.push(here - across * half);
    }
    lower.reverse();
    upper.extend(lower);
    outline(&upper)
}

/// Adds the outline of a line through the points that is `width` in its middle and thins out to both ends.
fn add_blade(path: &mut BezPath, points: &[Point], width: f64) {
    let halved;
    let points = match points {
        [start, end] => {
            halved = [*start, start.midpoint(*end), *end];
            &halved[..]
        }
        _ => points,
    };
    let Some(last) = points.len().checked_sub(1).filter(|last| *last > 0) else { return };
    let beside = |index: usize, hand: f64| {
        let way = points[(index + 1).min(last)] - points[index.saturating_sub(1)];
        let half = 0.5 * hand * width_at([0.1 * width, width, 0.1 * width], index as f64 / last as f64);
        points[index] + Vec2::new(-way.y, way.x) * (half / way.hypot().max(1e-9))
    };
    let there: Vec<Point> = (0..=last).map(|index| beside(index, 1.0)).collect();
    let back: Vec<Point> = (0..=last).rev().map(|index| beside(index, -1.0)).collect();
    path.extend(cornered(&[&there, &back]));
}

fn width_at([start, middle, end]: [f64; 3], along: f64) -> f64 {
    let (from, to, part) = if along < 0.5 { (start, middle, along * 2.0) } else { (middle, end, along * 2.0 - 1.0) };
    from + (to - from) * part * part * (3.0 - 2.0 * part)
}

/// A point on the Catmull-Rom curve through the points, `along` from 0 to 1.
fn on_curve(points: &[Point], along: f64) -> Point {
    let Some(last) = points.len().checked_sub(1) else {
        return Point::ZERO;
    };
    let place = along.clamp(0.0, 1.0) * last as f64;
    let index = (place as usize).min(last.saturating_sub(1));
    let part = place - index as f64;
    let (start, end) = (points[index], points[(index + 1).min(last)]);
    let before = points[index.saturating_sub(1)];
    let after = points[(index + 2).min(last)];
    let (first, second) = (start + (end - before) / 6.0, end - (after - start) / 6.0);
    let rest = 1.0 - part;
    let sum = start.to_vec2() * rest.powi(3)
        + first.to_vec2() * (3.0 * rest * rest * part)
        + second.to_vec2() * (3.0 * rest * part * part)
        + end.to_vec2() * part.powi(3);
    sum.to_point()
}

/// Continues a path smoothly through the points.
pub fn run_on(path: &mut BezPath, points: &[Point]) {
    let Some((first, _)) = points.split_first() else {
        return;
    };
    if path.is_empty() {
        path.move_to(*first);
    } else {
        path.line_to(*first);
    }
    for index in 1..points.len() {
        let before = points[index.saturating_sub(2)];
        let after = points[(index + 1).min(points.len() - 1)];
        bend(path, before, points[index - 1], points[index], after);
    }
}

fn bend(path: &mut BezPath, before: Point, start: Point, end: Point, after: Point) {
    path.curve_to(start + (end - before) / 6.0, end - (after - start) / 6.0, end);
}
