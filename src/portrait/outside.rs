//! What can be seen out of a window: sky, roofs, a tree, and what the weather makes of them.

use vello_cpu::kurbo::{BezPath, Circle, Point, Rect, Shape};

use super::colour::Ink;
use super::light::{Furnishing, Light, Weather};
use super::pen::{Sheet, along, corners, oval, through};
use super::room::{FAR, everywhere};

/// How high the eyes of whoever looks are, in units: what goes away from them draws together here.
const HORIZON: f64 = -6.0;
/// Where frames, bars and curtain are, as shares of the way from the middle of the picture to the corner of the room.
const CURTAIN: (f64, f64) = (1.0, 1.24);
const GLASS: (f64, f64) = (1.15, 3.6);
const BARS: [f64; 4] = [1.15, 1.47, 1.93, 2.6];

/// A window in the wall on the left, which comes towards whoever looks; `corner` is where that wall begins.
pub fn window(sheet: &mut Sheet, light: &Light, corner: f64, view: Rect) {
    let made = Furnishing::built_in();
    let at = |share: f64, y: f64| (corner * share, HORIZON + (y - HORIZON) * share);
    let slab = |from: f64, to: f64, top: f64, foot: f64| corners(&[at(from, top), at(to, top), at(to, foot), at(from, foot)]);
    let (top, sill) = (view.y0 - 40.0, 60.0);
    let frame = light.on(made.frame.into()).lit(-0.05);
    // The wall is thick: the side of the opening takes the light.
    sheet.fill(slab(GLASS.0 - 0.05, GLASS.1, top, sill + 5.0), frame.lit(-0.05));
    let pane = slab(GLASS.0, GLASS.1, top, sill);
    sheet.within(&pane, |sheet| prospect(sheet, light, corner, view));
    for (from, to) in BARS.iter().map(|at| (at - 0.012, at + 0.026)).chain([(GLASS.0, GLASS.0 + 0.02)]) {
        sheet.fill(slab(from, to, top, sill), frame.lit(0.03));
        sheet.fill(slab(to - 0.01, to, top, sill), frame.lit(-0.12));
    }
    sheet.fill(slab(GLASS.0, GLASS.1, -54.0, -51.0), frame);
    sheet.fill(slab(GLASS.0 - 0.08, GLASS.1, sill, sill + 5.0), frame.lit(0.05));
    curtain(sheet, light, corner, view);
}

/// A curtain of linen, drawn aside.
fn curtain(sheet: &mut Sheet, light: &Light, corner: f64, view: Rect) {
    let linen = light.on(Furnishing::built_in().curtain.into()).moved(0.03 * light.bright as f32 - 0.03, 0.0, 0.0);
    let (right, left) = (corner * CURTAIN.0, corner * CURTAIN.1);
    let wide = right - left;
    let (top, foot) = (view.y0 - 20.0, view.y1 + 60.0);
    let edge = [(left + 0.1 * wide, top), (left, 0.5 * (top + foot)), (left + 0.06 * wide, foot)].map(Point::from);
    let mut shape = through(&edge);
    shape.line_to((right, foot));
    shape.line_to((right, top));
    shape.close_path();
    // Light comes through at the edge that hangs before the glass.
    let inks = [linen.moved(0.06, 0.0, 0.01), linen, linen.lit(-0.05), linen.lit(-0.09)];
    sheet.paint(shape.clone(), along(Point::new(left, 0.0), Point::new(right, 0.0), &inks));
    sheet.within(&shape, |sheet| {
        for (place, deep) in [(0.2, 0.5), (0.46, 0.7), (0.7, 0.8), (0.9, 0.7)] {
            let fold = |x: f64| {
                through(
                    &[(left + wide * x, top), (left + wide * (x + 0.03), 0.4 * foot), (left + wide * (x - 0.01), foot)].map(Point::from),
                )
            };
            sheet.line(fold(place), 0.11 * wide, linen.lit(-0.12).at(0.35 * deep));
            sheet.line(fold(place + 0.09), 0.07 * wide, linen.lit(0.07).at(0.4 * deep));
        }
    });
}

/// The view itself, to the left of a corner.
pub fn prospect(sheet: &mut Sheet, light: &Light, corner: f64, view: Rect) {
    let made = Furnishing::built_in();
    let (top, horizon) = (view.y0 - 10.0, -12.0);
    sheet.paint(
        everywhere(),
        along(Point::new(0.0, top), Point::new(0.0, horizon), &[light.high, light.high.mixed(light.low, 0.55), light.low]),
    );
    clouds(sheet, light, corner, horizon, view);
    let dark = (0.48 * (1.0 - light.bright)) as f32;
    let under = |colour: Ink, near: f64| colour.lit(-dark).mixed(light.low, (light.haze + 0.45 * (1.0 - near)).min(0.96));
    let snow = under(made.snow.into(), 1.0);
    // Far roofs, then near ones, then a tree.
    let row = |top, from, apart, high, near| {
        let roofs = if light.weather == Weather::Snow { snow } else { under(made.roof.into(), near) };
        Row { top, from, apart, high, roofs, fronts: under(made.house.into(), near) }
    };
    let near = row(horizon + 6.0, corner - 31.0, 47.0, 15.0, 0.75);
    houses(sheet, &row(horizon - 7.0, corner - 3.0, 19.0, 8.0, 0.0), view);
    houses(sheet, &near, view);
    if light.lamp > 0.5 && light.haze < 0.7 {
        let lit = Ink::from(made.lit_window).at(0.85 * (light.lamp - 0.3));
        for place in [-14.0, -33.0, -80.0, -127.0] {
            sheet.fill(Rect::new(corner + place, near.top + 5.0, corner + place + 2.6, near.top + 9.0).to_path(0.1), lit);
        }
    }
    tree(sheet, Point::new(1.33 * corner - 14.0, horizon), under(made.tree.into(), 0.9), light, snow);
    weather(sheet, light, corner, view);
}

fn clouds(sheet: &mut Sheet, light: &Light, corner: f64, horizon: f64, view: Rect) {
    let cloud = Ink::from(Furnishing::built_in().cloud).mixed(light.low, 0.45).lit((0.35 * (light.bright - 0.95)) as f32);
    let (thick, shade) = match light.weather {
        Weather::Clear => (0.4, 0.0),
        Weather::Clouds => (0.75, 0.35),
        Weather::Rain => (0.3, 0.5),
        Weather::Snow | Weather::Mist => (0.25, 0.1),
    };
    let mut left = corner - 8.0;
    while left > view.x0 - 60.0 {
        for (x, y, wide, high) in
            [(-6.0, -58.0, 17.0, 3.2), (-24.0, -44.0, 22.0, 4.0), (-40.0, -66.0, 26.0, 4.4), (-16.0, -31.0, 15.0, 2.2)]
        {
            let centre = Point::new(left + x, horizon + y);
            sheet.blot(Point::new(centre.x + 2.0, centre.y + 2.5), (wide, high), 0.0, light.high.lit(-0.12).at(shade));
            sheet.blot(centre, (wide, high), -0.04, cloud.at(thick));
        }
        left -= 62.0;
    }
}

/// Houses side by side: how high their roofs reach, where the first stands, how wide and high each is.
struct Row {
    top: f64,
    from: f64,
    apart: f64,
    high: f64,
    roofs: Ink,
    fronts: Ink,
}

/// A row of houses to the left, as far as can be seen.
fn houses(sheet: &mut Sheet, row: &Row, view: Rect) {
    let Row { apart, high, .. } = *row;
    let (mut roofs, mut fronts, mut chimneys) = (BezPath::new(), BezPath::new(), BezPath::new());
    let mut right = row.from + apart;
    let mut odd = false;
    while right > view.x0 - apart {
        let (left, up) = (right - apart, row.top - if odd { 0.25 * high } else { 0.0 });
        let middle = right - if odd { 0.42 } else { 0.55 } * apart;
        let eaves = up + 0.6 * high;
        fronts.extend(&corners(&[(left, eaves - 0.5), (right, eaves - 0.5), (right, FAR), (left, FAR)]));
        roofs.extend(&corners(&[(left - 0.5, eaves), (left + 0.16 * apart, up), (middle + 0.3 * apart, up), (right + 0.5, eaves)]));
        chimneys.extend(&Rect::new(middle - 0.05 * apart, up - 0.3 * high, middle + 0.04 * apart, up + 0.2 * high).to_path(0.1));
        right = left;
        odd = !odd;
    }
    sheet.fill(fronts, row.fronts);
    sheet.fill(chimneys, row.fronts.lit(-0.12));
    sheet.fill(roofs, row.roofs);
}

/// A tree before the houses: a crown of leaves, bare where there is snow.
fn tree(sheet: &mut Sheet, foot: Point, ink: Ink, light: &Light, snow: Ink) {
    let trunk = ink.moved(-0.06, 0.03, 0.01);
    let branches: [&[(f64, f64)]; 7] = [
        &[(0.0, 40.0), (0.5, 8.0), (0.0, -12.0)],
        &[(0.0, -12.0), (-0.5, -24.0), (1.0, -42.0)],
        &[(0.2, -2.0), (-5.0, -14.0), (-11.0, -24.0)],
        &[(0.0, -8.0), (6.0, -18.0), (12.0, -30.0)],
        &[(-0.3, -16.0), (-5.0, -27.0), (-7.0, -38.0)],
        &[(0.2, -20.0), (4.0, -30.0), (6.0, -41.0)],
        &[(-5.0, -14.0), (-9.0, -17.0), (-15.0, -18.0)],
    ];
    let lines: Vec<Vec<Point>> =
        branches.iter().map(|line| line.iter().map(|(x, y)| Point::new(foot.x + x, foot.y + y)).collect()).collect();
    let (stem, twigs) = lines.split_at_checked(1).unwrap_or_default();
    sheet.lines(stem, 2.4, trunk);
    sheet.lines(twigs, 1.0, trunk);
    if light.weather == Weather::Snow {
        let lying: Vec<Vec<Point>> =
            twigs.iter().map(|line| line.iter().map(|point| Point::new(point.x, point.y - 0.8)).collect()).collect();
        return sheet.lines(&lying, 0.7, snow);
    }
    let crown = [
        (-9.0, -22.0, 9.0),
        (8.0, -24.0, 10.0),
        (-2.0, -34.0, 11.0),
        (-12.0, -32.0, 7.0),
        (10.0, -35.0, 7.5),
        (1.0, -20.0, 9.0),
        (3.0, -43.0, 7.0),
    ];
    let leaves = |shift: (f64, f64), less: f64| {
        let mut shape = BezPath::new();
        crown.iter().for_each(|(x, y, radius)| {
            shape.extend(&oval(Point::new(foot.x + x + shift.0, foot.y + y + shift.1), (radius - less, 0.86 * (radius - less)), 0.3))
        });
        shape
    };
    sheet.fill(leaves((0.0, 0.0), 0.0), ink.at(0.92));
    sheet.fill(leaves((-1.4, -1.8), 2.6), ink.moved(0.035, -0.004, 0.012).at(0.8));
}

/// What falls, held still: streaks and drops on the pane, flakes, or a bank of mist.
fn weather(sheet: &mut Sheet, light: &Light, corner: f64, view: Rect) {
    let scattered = |count: usize, number: usize| {
        // Evenly thrown, and always the same.
        let wide = (corner - view.x0).max(30.0) + 12.0;
        let x = view.x0 - 6.0 + wide * (0.618_034 * number as f64).fract();
        let y = view.y0 + view.height().min(220.0) * ((number as f64 + 0.5) / count as f64);
        Point::new(x, y)
    };
    match light.weather {
        Weather::Rain => {
            let wet = light.low.lit(0.1);
            let streaks: Vec<Vec<Point>> = (0..26)
                .map(|number| {
                    let start = scattered(26, number);
                    let long = 7.0 + 9.0 * (0.37 * number as f64).fract();
                    vec![start, Point::new(start.x - 0.24 * long, start.y + long)]
                })
                .collect();
            sheet.creases(streaks.iter().map(Vec::as_slice), 0.75, wet.at(0.75));
            let mut drops = BezPath::new();
            let thrown = (3..).step_by(7).take(40);
            thrown.for_each(|number| drops.extend(&oval(scattered(40, number), (0.45, 0.7), 0.0)));
            sheet.fill(drops, wet.at(0.6));
        }
        Weather::Snow => {
            let mut flakes = BezPath::new();
            for number in 0..46 {
                let size = 0.5 + 0.65 * (0.37 * number as f64).fract();
                flakes.extend(&Circle::new(scattered(46, number), size).to_path(0.05));
            }
            sheet.fill(flakes, Ink::from(Furnishing::built_in().snow).lit((0.4 * (light.bright - 0.9)) as f32).at(0.85));
        }
        Weather::Mist => {
            sheet.paint(
                everywhere(),
                along(Point::new(0.0, -52.0), Point::new(0.0, 30.0), &[light.low.at(0.0), light.low.at(0.55), light.low.at(0.8)]),
            );
        }
        Weather::Clear | Weather::Clouds => {}
    }
}
