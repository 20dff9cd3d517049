//! The room behind people: a calm wall, an armchair in an office or a shelf at home, light from a window on the left.

use vello_cpu::kurbo::{BezPath, Point, Rect, Shape};

use super::character::Character;
use super::cloth::BELOW;
use super::colour::Ink;
use super::display::Paint;
use super::pen::{Sheet, along, outline, through};
use crate::script::codes::Setting;

/// Far enough out that no shape of picture shows its edge.
const FAR: f64 = 4000.0;

/// The wall, lighter towards the window.
pub fn wall(sheet: &mut Sheet, host: &Character, setting: Setting) {
    let wall = host.wall;
    let inks = [wall.moved(0.035, 0.0, 0.008), wall.moved(-0.055, 0.002, -0.006)];
    sheet.paint(everywhere(), along(Point::new(-80.0, -90.0), Point::new(70.0, 130.0), &inks));
    let glow = Ink::rgb(0xFFF6E2);
    let stops = vec![(0.0, glow.at(0.55)), (0.5, glow.at(0.2)), (1.0, glow.at(0.0))];
    let centre = Point::new(-88.0, -60.0);
    sheet.paint(everywhere(), Paint::Around { centre, radius: 150.0, stops });
    if setting == Setting::Online {
        home(sheet, wall);
    }
}

/// What a camera sees behind somebody at home: a door frame on one side, a shelf on the other.
fn home(sheet: &mut Sheet, wall: Ink) {
    let wood = wall.moved(-0.16, 0.012, 0.03);
    for (from, to) in [((-400.0, -400.0), (-92.0, 400.0)), ((74.0, -46.0), (400.0, -42.0))] {
        sheet.fill(Rect::new(from.0, from.1, to.0, to.1).to_path(0.1), wood.at(0.55));
    }
    sheet.fill(Rect::new(-96.0, -400.0, -90.0, 400.0).to_path(0.1), wall.lit(0.05).at(0.8));
    for (number, height) in (0_i32..).zip([22.0, 26.0, 19.0, 24.0, 27.0, 21.0]) {
        let left = 80.0 + 8.5 * f64::from(number);
        let spine = wood.moved(0.03 * f32::from(i8::from(number % 2 == 0)), 0.01, -0.02);
        sheet.fill(Rect::new(left, -46.0 - height, left + 7.6, -46.0).to_path(0.1), spine.at(0.6));
    }
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

/// The back of the armchair with its wings and the person's shadow on it.
pub fn chair_back(sheet: &mut Sheet, chair: Ink) {
    // The chair throws a soft shadow on the wall, away from the window.
    sheet.blot(Point::new(30.0, 70.0), (88.0, 62.0), 0.0, chair.lit(-0.22).at(0.28));
    let back = chair_outline();
    let inks = [chair.moved(0.05, 0.0, 0.01), chair, chair.lit(-0.06)];
    sheet.paint(back.clone(), along(Point::new(-88.0, -6.0), Point::new(92.0, 130.0), &inks));
    sheet.within(&back, |sheet| {
        sheet.blot(Point::new(12.0, 70.0), (58.0, 62.0), 0.0, chair.lit(-0.17).at(0.55));
        sheet.blot(Point::new(-62.0, 14.0), (16.0, 9.0), -0.5, chair.lit(0.08).at(0.35));
        for side in [-1.0, 1.0] {
            let seam = [(68.0, 6.0), (76.0, 40.0), (79.0, 90.0), (78.0, 140.0)];
            let seam = seam.map(|(x, y)| Point::new(x * side, y));
            sheet.line(through(&seam), 0.9, chair.lit(-0.12).at(0.5));
            let lit = seam.map(|point| Point::new(point.x - 1.1, point.y));
            sheet.line(through(&lit), 0.7, chair.lit(0.08).at(0.35));
        }
    });
}

/// The ends of the arm rests, in front of the person.
pub fn chair_arms(sheet: &mut Sheet, chair: Ink) {
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
        let arm = outline(&points.map(|(x, y)| Point::new(x * side, y)));
        let light = if side < 0.0 { 0.06 } else { 0.02 };
        let inks = [chair.moved(light, 0.0, 0.01), chair.lit(-0.09)];
        sheet.paint(arm, along(Point::new(88.0 * side, 107.0), Point::new(80.0 * side, 138.0), &inks));
    }
}

/// A little dusk towards the edges, so that the eye rests on the face.
pub fn dusk(sheet: &mut Sheet) {
    let ink = Ink::rgb(0x1A1018);
    let stops = vec![(0.0, ink.at(0.0)), (0.55, ink.at(0.0)), (1.0, ink.at(0.2))];
    let centre = Point::new(0.0, 16.0);
    sheet.paint(everywhere(), Paint::Around { centre, radius: 175.0, stops });
}

fn everywhere() -> BezPath {
    Rect::new(-FAR, -FAR, FAR, FAR).to_path(0.1)
}

fn chair_outline() -> BezPath {
    let half = [(104.0, BELOW), (104.0, 170.0), (103.0, 90.0), (98.0, 34.0), (84.0, 4.0), (52.0, -5.0)];
    let mut points: Vec<Point> = half.iter().map(|(x, y)| Point::new(-x, *y)).collect();
    points.push(Point::new(0.0, -7.0));
    points.extend(half.iter().rev().map(|(x, y)| Point::new(*x, *y)));
    outline(&points)
}
