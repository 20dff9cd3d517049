//! Hair close to the head: cropped, short, curls, and the choice between all styles.

use std::f64::consts::TAU;

use vello_cpu::kurbo::{BezPath, Point};

use super::display::Paint;
use super::pen::{Sheet, along, cornered, outline};
use super::rig::Rig;
use super::{hair_long, scarf};
use crate::script::appearance::HairStyle;

/// How far behind the face's plane the crown of the hair lies.
const CROWN_DEPTH: f64 = -6.0;

/// What of the hair lies behind the head and shoulders.
pub fn behind(sheet: &mut Sheet, rig: &Rig) {
    match rig.character.hair {
        HairStyle::Bald => {}
        HairStyle::Receding | HairStyle::Cropped | HairStyle::Short | HairStyle::SweptBack | HairStyle::Tousled | HairStyle::Pixie => {
            cap(sheet, rig, 37.4, 8.0)
        }
        HairStyle::Curls => cloud(sheet, rig),
        HairStyle::ShoulderLength | HairStyle::Bob | HairStyle::Waves | HairStyle::Locs => hair_long::fall(sheet, rig),
        HairStyle::TiedBack | HairStyle::Braid => cap(sheet, rig, 38.0, 4.0),
        HairStyle::Bun => hair_long::bun(sheet, rig),
        HairStyle::Headscarf | HairStyle::Turban => scarf::behind(sheet, rig),
    }
}

/// What of the hair lies over the shoulders, behind the face.
pub fn on_shoulders(sheet: &mut Sheet, rig: &Rig) {
    if rig.character.hair == HairStyle::TiedBack {
        hair_long::tail(sheet, rig);
    }
}

/// What of the hair lies before the face.
pub fn before(sheet: &mut Sheet, rig: &Rig) {
    match rig.character.hair {
        HairStyle::Bald => {}
        HairStyle::Cropped | HairStyle::Receding => cropped(sheet, rig),
        HairStyle::Short | HairStyle::SweptBack | HairStyle::Tousled | HairStyle::Pixie => short(sheet, rig),
        HairStyle::Curls => fringe_of_curls(sheet, rig),
        HairStyle::ShoulderLength | HairStyle::Bob | HairStyle::Waves | HairStyle::Locs => hair_long::curtains(sheet, rig),
        HairStyle::TiedBack | HairStyle::Braid => hair_long::parted(sheet, rig),
        HairStyle::Bun => hair_long::drawn_up(sheet, rig),
        HairStyle::Headscarf | HairStyle::Turban => scarf::before(sheet, rig),
    }
}

/// A place on the crown of the hair.
pub fn crown(rig: &Rig, x: f64, y: f64) -> Point {
    rig.at(x, y, CROWN_DEPTH)
}

/// Paint for hair, light where the window's light falls.
pub fn sheen(rig: &Rig) -> Paint {
    let palette = &rig.character.palette;
    let inks = [palette.hair_light, palette.hair, palette.hair_shade];
    along(crown(rig, -34.0, -52.0), crown(rig, 36.0, 4.0), &inks)
}

/// Single strands, lighter or darker than the hair they lie on.
pub fn strands(sheet: &mut Sheet, rig: &Rig, shape: &BezPath, lines: &[[Point; 4]]) {
    let palette = &rig.character.palette;
    sheet.within(shape, |sheet| {
        for (index, line) in lines.iter().enumerate() {
            let (width, ink) = match index % 3 {
                0 => (1.5, palette.hair_light.at(0.34)),
                1 => (1.2, palette.hair_shade.lit(-0.04).at(0.55)),
                _ => (0.8, palette.hair_light.lit(0.05).at(0.28)),
            };
            sheet.crease(line, width, ink);
        }
    });
}

/// The hair at the back of the head.
pub fn cap(sheet: &mut Sheet, rig: &Rig, width: f64, length: f64) {
    let share = width / 38.2;
    let half = [(22.0, -46.5), (34.0, -34.0), (38.2, -14.0), (38.2, length - 4.0), (22.0, length + 6.0)];
    let mut points = vec![crown(rig, 0.0, -52.5)];
    points.extend(half.iter().map(|(x, y)| crown(rig, x * share, *y)));
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x * share, *y)));
    sheet.fill(outline(&points), rig.character.palette.hair_shade);
}

fn cropped(sheet: &mut Sheet, rig: &Rig) {
    let hairline = [
        rig.at(-35.8, 7.0, 0.0),
        rig.at(-33.9, -5.0, 4.0),
        rig.at(-32.0, -19.0, 6.0),
        rig.at(-27.5, -29.0, 11.0),
        rig.at(-20.0, -35.5, 17.0),
        rig.at(0.0, -38.0, 22.0),
        rig.at(20.0, -35.5, 17.0),
        rig.at(27.5, -29.0, 11.0),
        rig.at(32.0, -19.0, 6.0),
        rig.at(33.9, -5.0, 4.0),
        rig.at(35.8, 7.0, 0.0),
    ];
    let dome = [
        (36.9, -3.0),
        (38.8, -18.0),
        (34.5, -36.0),
        (22.0, -48.5),
        (0.0, -54.0),
        (-22.0, -48.5),
        (-34.5, -36.0),
        (-38.8, -18.0),
        (-36.9, -3.0),
    ];
    let dome = dome.map(|(x, y)| crown(rig, x, y));
    let shape = cornered(&[&hairline, &dome]);
    sheet.paint(shape.clone(), sheen(rig));
    soften(sheet, rig, &shape, &hairline);
    let lines: Vec<[Point; 4]> = (0..25)
        .map(|index| {
            let across = f64::from(index) / 12.0 - 1.0;
            let start = -38.0 + 33.0 * across.abs().powf(2.8);
            let depth = 20.0 - 17.0 * across.abs();
            // Short hair grows forward and a little to one side.
            [0.0, 0.33, 0.66, 1.0].map(|along: f64| {
                let x = 35.0 * across * (1.0 + 0.04 * along) + 3.0 * along * (1.0 - across.abs());
                let reach = 15.0 - 5.0 * across.abs();
                rig.at(x, start - reach * along, depth * (1.0 - along) - 5.0 * along)
            })
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
}

fn short(sheet: &mut Sheet, rig: &Rig) {
    let hairline = [
        rig.at(-36.0, 8.0, 0.0),
        rig.at(-34.0, -6.0, 4.0),
        rig.at(-32.0, -21.0, 7.0),
        rig.at(-24.0, -30.0, 14.0),
        rig.at(-17.0, -36.0, 18.0),
        rig.at(-4.0, -33.5, 23.0),
        rig.at(12.0, -32.0, 22.0),
        rig.at(26.0, -31.0, 14.0),
        rig.at(32.0, -22.0, 7.0),
        rig.at(34.0, -6.0, 4.0),
        rig.at(36.0, 8.0, 0.0),
    ];
    let dome = [
        (37.4, -3.0),
        (40.2, -18.0),
        (36.0, -40.0),
        (24.0, -54.0),
        (4.0, -60.0),
        (-18.0, -55.5),
        (-34.0, -41.0),
        (-40.0, -19.0),
        (-37.4, -3.0),
    ];
    let dome = dome.map(|(x, y)| crown(rig, x, y));
    let shape = cornered(&[&hairline, &dome]);
    sheet.paint(shape.clone(), sheen(rig));
    soften(sheet, rig, &shape, &hairline);
    let lines: Vec<[Point; 4]> = (0..12)
        .map(|index| {
            let step = f64::from(index) / 11.0;
            // From the parting over to the other side.
            [
                rig.at(-18.0 + 4.0 * step, -37.0 - 17.0 * step, 16.0 - 14.0 * step),
                rig.at(-2.0 + 6.0 * step, -39.0 - 18.0 * step, 18.0 - 16.0 * step),
                rig.at(18.0 + 6.0 * step, -36.5 - 15.0 * step, 14.0 - 14.0 * step),
                rig.at(32.0 + 5.0 * step, -26.0 - 8.0 * step, 8.0 - 10.0 * step),
            ]
        })
        .chain((0..4).map(|index| {
            let step = f64::from(index);
            [
                rig.at(-19.0 - 2.0 * step, -38.0 - 3.6 * step, 12.0),
                rig.at(-27.0 - 1.5 * step, -34.0 - 3.0 * step, 8.0),
                rig.at(-33.0 - 1.0 * step, -23.0 - 2.0 * step, 4.0),
                rig.at(-36.5 - 0.6 * step, -4.0, 0.0),
            ]
        }))
        .collect();
    strands(sheet, rig, &shape, &lines);
}

/// A soft edge where hair meets skin, in place of a cut one.
pub fn soften(sheet: &mut Sheet, rig: &Rig, shape: &BezPath, hairline: &[Point]) {
    let palette = &rig.character.palette;
    sheet.line(super::pen::through(hairline), 1.6, palette.hair.at(0.22));
    sheet.within(shape, |sheet| {
        sheet.line(super::pen::through(hairline), 2.2, palette.skin_deep.mixed(palette.hair, 0.45).at(0.22));
    });
}

fn cloud(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let shape = bumpy(rig, Point::new(0.0, -17.0), (49.0, 46.0), 26, 0.035);
    let stops = vec![(0.0, palette.hair_light), (0.55, palette.hair), (1.0, palette.hair_shade)];
    let centre = crown(rig, -16.0, -42.0);
    sheet.paint(shape.clone(), Paint::Around { centre, radius: 78.0, stops });
    let mut curls = Vec::new();
    for ring in 0..3 {
        for step in 0..17 {
            let turn = (f64::from(step) + 0.35 * f64::from(ring)) / 17.0 * TAU;
            let reach = 0.94 - 0.13 * f64::from(ring);
            let middle = (turn.cos() * 49.0 * reach, -17.0 + turn.sin() * 46.0 * reach);
            let twist = turn + f64::from((step * 5 + ring * 3) % 7);
            curls.push(
                [0.0, 1.3, 2.6, 3.9]
                    .map(|angle| crown(rig, middle.0 + 3.0 * (twist + angle).cos(), middle.1 + 3.0 * (twist + angle).sin())),
            );
        }
    }
    strands(sheet, rig, &shape, &curls);
}

fn fringe_of_curls(sheet: &mut Sheet, rig: &Rig) {
    let mut edge = Vec::new();
    for step in 0..=22 {
        let turn = TAU * (0.5 + 0.5 * f64::from(step) / 22.0);
        let bump = if step % 2 == 0 { 0.0 } else { 1.8 };
        let depth = 4.0 + 16.0 * (-turn.sin()).max(0.0);
        edge.push(rig.at(turn.cos() * (36.0 - 0.4 * bump), -4.0 + turn.sin() * (31.0 - bump), depth));
    }
    let mut far = Vec::new();
    for step in 0..=12 {
        let turn = TAU * (1.0 - 0.5 * f64::from(step) / 12.0);
        far.push(crown(rig, turn.cos() * 44.0, -8.0 + turn.sin() * 46.0));
    }
    let shape = cornered(&[&edge, &far]);
    sheet.paint(shape.clone(), sheen(rig));
    let curls: Vec<[Point; 4]> = (0..24)
        .map(|step| {
            let turn = TAU * (0.5 + 0.5 * f64::from(step) / 23.0);
            let reach = if step % 2 == 0 { 37.0 } else { 42.0 };
            let middle = (turn.cos() * reach, -6.0 + turn.sin() * reach * 0.92);
            let twist = f64::from((step * 5) % 7);
            [0.0, 1.3, 2.6, 3.9]
                .map(|angle: f64| rig.at(middle.0 + 2.6 * (twist + angle).cos(), middle.1 + 2.6 * (twist + angle).sin(), 6.0))
        })
        .collect();
    strands(sheet, rig, &shape, &curls);
}

/// An oval with a bumpy rim.
fn bumpy(rig: &Rig, centre: Point, radii: (f64, f64), bumps: i32, height: f64) -> BezPath {
    let points: Vec<Point> = (0..bumps * 2)
        .map(|step| {
            let turn = f64::from(step) / f64::from(bumps * 2) * TAU;
            let uneven = f64::from((step * 7) % 5 - 2) / 2.0;
            let reach = 1.0 + if step % 2 == 0 { height } else { 0.0 } + 0.4 * height * uneven;
            crown(rig, centre.x + turn.cos() * radii.0 * reach, centre.y + turn.sin() * radii.1 * reach)
        })
        .collect();
    outline(&points)
}
