//! Hair of great fullness: natural curls and locs.

#![expect(clippy::arithmetic_side_effects, reason = "curls are counted by the dozen")]

use std::f64::consts::TAU;

use vello_cpu::kurbo::{BezPath, Point};

use super::display::Paint;
use super::hair::{crown, crowned, laid, placed, sheen, strands};
use super::pen::{Sheet, cornered, outline};
use super::rig::Rig;

/// The middle of a head of curls and its reach to the side and up.
const CURLS: (f64, f64, f64) = (-17.0, 49.0, 46.0);

/// Curls around the back of the head.
pub fn cloud(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let (middle, across, up) = CURLS;
    let shape = bumpy(rig, Point::new(0.0, middle), (across, up), 24, 0.04);
    let stops = vec![(0.0, palette.hair_light), (0.55, palette.hair), (1.0, palette.hair_shade)];
    let centre = crown(rig, -16.0, -42.0);
    sheet.paint(shape.clone(), Paint::Around { centre, radius: 78.0, stops });
    let curls: Vec<[Point; 4]> = (0..51)
        .map(|step| {
            let ring = f64::from(step % 3);
            let turn = (f64::from(step / 3) + 0.35 * ring) / 17.0 * TAU;
            let reach = 0.94 - 0.13 * ring;
            let place = (turn.cos() * across * reach, middle + turn.sin() * up * reach);
            curl(place, 3.0, turn + f64::from((step * 5) % 7)).map(|(x, y)| crown(rig, x, y))
        })
        .collect();
    strands(sheet, rig, &shape, &curls);
}

/// Curls over the forehead.
pub fn fringe_of_curls(sheet: &mut Sheet, rig: &Rig) {
    let half_turn = |step: i32, count: i32| TAU * (0.5 + 0.5 * f64::from(step) / f64::from(count));
    let edge: Vec<Point> = (0..=22)
        .map(|step| {
            let turn = half_turn(step, 22);
            let bump = if step % 2 == 0 { 0.0 } else { 0.8 + 2.2 * (f64::from(step) * 0.618_034).fract() };
            let depth = 4.0 + 16.0 * (-turn.sin()).max(0.0);
            rig.at(turn.cos() * (36.0 - 0.4 * bump), -4.0 + turn.sin() * (31.0 - bump), depth)
        })
        .collect();
    let far: Vec<Point> = (0..=12)
        .map(|step| {
            let turn = half_turn(12 - step, 12);
            crown(rig, turn.cos() * 44.0, -8.0 + turn.sin() * 46.0)
        })
        .collect();
    let shape = cornered(&[&edge, &far]);
    sheet.paint(shape.clone(), sheen(rig));
    let curls: Vec<[Point; 4]> = (0..26)
        .map(|step| {
            let turn = half_turn(step, 25);
            let reach = 36.0 + 4.5 * f64::from(step % 3);
            let place = (turn.cos() * reach, -6.0 + turn.sin() * reach * 0.92);
            curl(place, 2.7, f64::from((step * 5) % 7)).map(|(x, y)| rig.at(x, y, 6.0))
        })
        .collect();
    strands(sheet, rig, &shape, &curls);
}

/// Two thirds of a small ring.
fn curl(place: (f64, f64), size: f64, twist: f64) -> [(f64, f64); 4] {
    [0.0, 1.3, 2.6, 3.9].map(|angle: f64| (place.0 + size * (twist + angle).cos(), place.1 + size * (twist + angle).sin()))
}

/// An oval with a rim of round curls, no two of them alike.
fn bumpy(rig: &Rig, centre: Point, radii: (f64, f64), bumps: i32, height: f64) -> BezPath {
    let points: Vec<Point> = (0..bumps * 3)
        .map(|step| {
            // Golden steps never fall into rows.
            let (bump, part) = (f64::from(step / 3), step % 3);
            let (wide, high) = ((bump * 0.618_034).fract(), (bump * 0.754_877).fract());
            let place = match part {
                0 => 0.3 * wide,
                1 => 0.36 + 0.1 * wide,
                _ => 0.88 - 0.1 * high,
            };
            let turn = (bump + place) / f64::from(bumps) * TAU;
            let lump = 0.5 * height * (3.0 * turn + 0.8).sin() * (2.0 * turn).cos();
            let reach = 1.0 + lump + height * if part == 0 { -0.1 - 0.3 * high } else { 0.4 + 0.8 * high };
            crown(rig, centre.x + turn.cos() * radii.0 * reach, centre.y + turn.sin() * radii.1 * reach)
        })
        .collect();
    outline(&points)
}

/// How long locs are: where the longest end.
const LOCS_END: f64 = 62.0;

/// Locs behind the neck.
pub fn locs_behind(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let half = [(24.0, -50.0), (37.0, -38.0), (41.0, -14.0), (42.0, 14.0), (41.0, 40.0), (38.0, LOCS_END - 4.0), (20.0, LOCS_END)];
    let mut points = crowned(rig, &half);
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x, *y)));
    sheet.fill(outline(&points), palette.hair_shade.lit(-0.05));
}

const LOCS_LINE: [(f64, f64, f64); 11] = [
    (-35.5, 2.0, 1.0),
    (-33.4, -10.0, 4.0),
    (-31.0, -22.0, 8.0),
    (-24.0, -31.5, 14.0),
    (-13.0, -36.5, 20.0),
    (0.0, -37.5, 22.5),
    (13.0, -36.5, 20.0),
    (24.0, -31.5, 14.0),
    (31.0, -22.0, 8.0),
    (33.4, -10.0, 4.0),
    (35.5, 2.0, 1.0),
];
const LOCS_DOME: [(f64, f64); 9] =
    [(38.8, 0.0), (41.0, -18.0), (36.6, -40.0), (22.0, -54.5), (0.0, -60.0), (-22.0, -54.5), (-36.6, -40.0), (-41.0, -18.0), (-38.8, 0.0)];

/// Locs on one side of the parting, those behind first: five places each, across, down and forward.
const LOCS: [[(f64, f64, f64); 5]; 5] = [
    [(0.0, -58.6, -3.0), (23.0, -51.6, -5.0), (43.0, -24.0, -8.0), (48.0, 12.0, -9.0), (47.0, LOCS_END - 12.0, -9.0)],
    [(0.0, -53.6, 4.0), (22.5, -47.6, 2.0), (41.0, -20.0, -5.0), (45.0, 14.0, -6.0), (43.5, LOCS_END - 4.0, -6.0)],
    [(0.0, -48.0, 11.0), (22.0, -44.0, 7.0), (38.6, -17.0, -1.0), (41.0, 14.0, -3.0), (39.5, LOCS_END, -2.0)],
    [(0.0, -43.6, 16.0), (21.0, -39.4, 12.0), (36.0, -14.0, 3.0), (37.8, 14.0, 0.0), (36.0, LOCS_END - 8.0, 1.0)],
    [(0.0, -39.4, 20.5), (20.0, -35.0, 16.5), (33.2, -12.0, 7.0), (35.0, 12.0, 3.0), (33.4, LOCS_END - 18.0, 4.0)],
];

/// Locs from the hairline back and down both sides.
pub fn locs(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    laid(sheet, rig, &LOCS_LINE, &LOCS_DOME);
    for places in LOCS {
        // One line over both sides: two that begin at the parting would stand up there as bumps.
        let side = |side: f64| places.map(|(x, y, depth)| rig.at(side * x, y, depth));
        let over: Vec<Point> = side(-1.0).into_iter().rev().chain(side(1.0).into_iter().skip(1)).collect();
        let lit: Vec<Point> = over.iter().map(|point| Point::new(point.x - 1.3, point.y)).collect();
        let over = [over];
        sheet.lines(&over, 7.0, palette.hair_shade.lit(-0.06));
        sheet.lines(&over, 5.2, palette.hair.lit(0.01));
        sheet.lines(&[lit], 1.3, palette.hair_light.lit(0.02).at(0.5));
    }
    let parting = placed(rig, &[(0.0, -37.0, 22.0), (0.0, -46.0, 12.0), (0.0, -54.0, 2.0)]);
    sheet.crease(&parting, 1.2, palette.hair_shade.lit(-0.08).at(0.5));
}
