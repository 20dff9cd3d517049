//! The room behind people: a calm wall, an armchair in an office or a shelf at home, light from a window on the left.

use vello_cpu::kurbo::{BezPath, Point, Rect, Shape};

use super::character::Character;
use super::cloth::BELOW;
use super::colour::Ink;
use super::display::{Paint, Seat};
use super::pen::{Sheet, along, outline, through};
use crate::script::codes::Setting;

/// Far enough out that no shape of picture shows its edge.
const FAR: f64 = 4000.0;

/// The wall, lighter towards the window.
pub fn wall(sheet: &mut Sheet, host: &Character, setting: Setting, people: usize) {
    let wall = host.wall;
    let wider = widening(people);
    let inks = [wall.moved(0.035, 0.0, 0.008), wall.moved(-0.055, 0.002, -0.006)];
    sheet.paint(everywhere(), along(Point::new(-80.0 - wider, -90.0 - wider), Point::new(70.0 + wider, 130.0), &inks));
    let glow = Ink::rgb(0xFFF6E2);
    let stops = vec![(0.0, glow.at(0.55)), (0.5, glow.at(0.2)), (1.0, glow.at(0.0))];
    let centre = Point::new(-88.0 - wider, -60.0 - 0.6 * wider);
    sheet.paint(everywhere(), Paint::Around { centre, radius: 150.0 + wider, stops });
    match setting {
        Setting::Online => home(sheet, wall, wider),
        // Over three heads there is a good deal of wall.
        Setting::Office if people > 2 => landscape(sheet, wall),
        Setting::Office => {}
    }
}

/// What a camera sees behind somebody at home: a door frame on one side, a shelf on the other.
fn home(sheet: &mut Sheet, wall: Ink, wider: f64) {
    let wood = wall.moved(-0.16, 0.012, 0.03);
    // Above several heads there is room for the shelf.
    let (door, shelf, high) = (-68.0 - wider, 52.0 + 0.4 * wider, -46.0 - 0.7 * wider);
    for (from, to) in [((-FAR, -FAR), (door, FAR)), ((shelf, high), (FAR, high + 4.0))] {
        sheet.fill(Rect::new(from.0, from.1, to.0, to.1).to_path(0.1), wood.at(0.55));
    }
    sheet.fill(Rect::new(door - 3.0, -FAR, door + 3.0, FAR).to_path(0.1), wall.lit(0.05).at(0.8));
    for (number, height) in (0_i32..).zip([22.0, 26.0, 19.0, 24.0, 27.0, 21.0]) {
        let left = shelf + 5.0 + 8.5 * f64::from(number);
        let spine = wood.moved(0.03 * f32::from(i8::from(number % 2 == 0)), 0.01, -0.02);
        sheet.fill(Rect::new(left, high - height, left + 7.6, high).to_path(0.1), spine.at(0.6));
    }
}

/// A picture of two hills in a frame.
fn landscape(sheet: &mut Sheet, wall: Ink) {
    let wood = wall.moved(-0.22, 0.015, 0.035);
    let frame = Rect::new(-74.0, -168.0, 74.0, -88.0);
    sheet.blot(Point::new(4.0, -120.0), (80.0, 44.0), 0.0, wall.lit(-0.2).at(0.3));
    sheet.fill(frame.to_path(0.1), wood);
    sheet.fill(frame.inset(-3.0).to_path(0.1), wall.lit(0.06));
    let view = frame.inset(-13.0).to_path(0.1);
    let sky = [wall.moved(0.02, -0.01, -0.02), wall.moved(-0.02, 0.0, 0.02)];
    sheet.paint(view.clone(), along(Point::new(0.0, -156.0), Point::new(0.0, -100.0), &sky));
    sheet.within(&view, |sheet| {
        for (hill, ink) in [
            ([(-80.0, -116.0), (-30.0, -132.0), (20.0, -118.0), (80.0, -126.0)], wall.moved(-0.14, -0.02, 0.0)),
            ([(-80.0, -106.0), (-10.0, -112.0), (40.0, -120.0), (80.0, -108.0)], wall.moved(-0.24, -0.015, 0.02)),
        ] {
            let mut shape = through(&hill.map(|(x, y)| Point::new(x, y)));
            shape.line_to((80.0, -80.0));
            shape.line_to((-80.0, -80.0));
            shape.close_path();
            sheet.fill(shape, ink);
        }
    });
}

/// The back of a plain chair at a table.
pub fn plain_chair(sheet: &mut Sheet, chair: Ink) {
    let half = [(60.0, BELOW), (60.0, 170.0), (57.0, 96.0), (46.0, 66.0), (22.0, 60.0)];
    let mut points: Vec<Point> = half.iter().map(|(x, y)| Point::new(-x, *y)).collect();
    points.push(Point::new(0.0, 59.0));
    points.extend(half.iter().rev().map(|(x, y)| Point::new(*x, *y)));
    sheet.blot(Point::new(14.0, 110.0), (58.0, 44.0), 0.0, chair.lit(-0.22).at(0.3));
    sheet.paint(outline(&points), along(Point::new(-50.0, 60.0), Point::new(60.0, 150.0), &[chair.lit(0.04), chair.lit(-0.06)]));
}

/// The back of an armchair, or of a sofa for several, with the shadow of those who sit there.
pub fn chair_back(sheet: &mut Sheet, chair: Ink, people: usize) {
    let wider = widening(people);
    // The chair throws a soft shadow on the wall, away from the window.
    sheet.blot(Point::new(30.0, 70.0), (88.0 + wider, 62.0), 0.0, chair.lit(-0.22).at(0.28));
    let back = chair_outline(wider);
    let inks = [chair.moved(0.05, 0.0, 0.01), chair, chair.lit(-0.06)];
    sheet.paint(back.clone(), along(Point::new(-88.0 - wider, -6.0), Point::new(92.0 + wider, 130.0), &inks));
    sheet.within(&back, |sheet| {
        for Seat(middle) in Seat::of(people) {
            sheet.blot(Point::new(middle + 12.0, 70.0), (58.0, 62.0), 0.0, chair.lit(-0.17).at(0.55));
        }
        sheet.blot(Point::new(-62.0 - wider, 14.0), (16.0, 9.0), -0.5, chair.lit(0.08).at(0.35));
        for side in [-1.0, 1.0] {
            let seam = [(68.0, 6.0), (76.0, 40.0), (79.0, 90.0), (78.0, 140.0)];
            crease(sheet, chair, &seam.map(|(x, y)| Point::new((x + wider) * side, y)));
        }
        for (Seat(one), Seat(next)) in Seat::of(people).zip(Seat::of(people).skip(1)) {
            let middle = 0.5 * (one + next);
            crease(sheet, chair, &[(0.6, -5.0), (0.0, 50.0), (-0.4, 150.0)].map(|(x, y)| Point::new(middle + x, y)));
        }
    });
}

/// A seam in the upholstery, with light on its edge.
fn crease(sheet: &mut Sheet, chair: Ink, seam: &[Point]) {
    sheet.line(through(seam), 0.9, chair.lit(-0.12).at(0.5));
    let lit: Vec<Point> = seam.iter().map(|point| Point::new(point.x - 1.1, point.y)).collect();
    sheet.line(through(&lit), 0.7, chair.lit(0.08).at(0.35));
}

/// The ends of the arm rests, in front of those who sit there.
pub fn chair_arms(sheet: &mut Sheet, chair: Ink, people: usize) {
    let wider = widening(people);
    for side in [-1.0, 1.0] {
        let points = [
            (62.0, 128.0),
            (70.0, 113.0),
            (88.0, 108.0),
            (108.0, 113.0),
            (118.0, 134.0),
            (118.0, 190.0),
            (118.0, BELOW),
            (62.0, BELOW),
            (62.0, 190.0),
        ];
        let arm = outline(&points.map(|(x, y)| Point::new((x + wider) * side, y)));
        let light = if side < 0.0 { 0.06 } else { 0.02 };
        let inks = [chair.moved(light, 0.0, 0.01), chair.lit(-0.09)];
        sheet.paint(arm, along(Point::new((88.0 + wider) * side, 107.0), Point::new((80.0 + wider) * side, 138.0), &inks));
    }
}

/// How much further out the ends of the seat are than with one person, in units.
fn widening(people: usize) -> f64 {
    0.5 * Seat::APART * people.saturating_sub(1) as f64
}

/// A little dusk towards the edges, so that the eye rests on the face.
pub fn dusk(sheet: &mut Sheet, people: usize) {
    let ink = Ink::rgb(0x1A1018);
    let stops = vec![(0.0, ink.at(0.0)), (0.55, ink.at(0.0)), (1.0, ink.at(0.2))];
    let centre = Point::new(0.0, 16.0);
    sheet.paint(everywhere(), Paint::Around { centre, radius: 175.0 + 1.2 * widening(people), stops });
}

fn everywhere() -> BezPath {
    Rect::new(-FAR, -FAR, FAR, FAR).to_path(0.1)
}

fn chair_outline(wider: f64) -> BezPath {
    let half = [(104.0, BELOW), (104.0, 170.0), (103.0, 90.0), (98.0, 34.0), (84.0, 4.0), (52.0, -5.0)];
    let mut points: Vec<Point> = half.iter().map(|(x, y)| Point::new(-x - wider, *y)).collect();
    points.push(Point::new(0.0, -7.0));
    points.extend(half.iter().rev().map(|(x, y)| Point::new(*x + wider, *y)));
    outline(&points)
}
