//! Longer hair: falling to the shoulders, tied back, put up.

use vello_cpu::kurbo::{BezPath, Point};

use super::hair::{cap, crown, sheen, soften, strands};
use super::pen::{Sheet, along, brush, cornered, outline};
use super::rig::Rig;

/// The mass of shoulder-length hair behind the neck.
pub fn fall(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let half = [(24.0, -52.0), (37.5, -38.0), (41.5, -14.0), (43.0, 14.0), (45.0, 42.0), (43.0, 66.0), (34.0, 82.0), (16.0, 84.0)];
    let mut points = vec![crown(rig, 0.0, -58.0)];
    points.extend(half.iter().map(|(x, y)| crown(rig, *x, *y)));
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x, *y)));
    let inks = [palette.hair_shade, palette.hair_shade.lit(-0.05)];
    sheet.paint(outline(&points), along(crown(rig, 0.0, -40.0), crown(rig, 0.0, 60.0), &inks));
}

/// How far off the middle a parting lies.
const PARTING: f64 = -6.0;

/// Shoulder-length hair on both sides of the face, parted a little to one side.
pub fn curtains(sheet: &mut Sheet, rig: &Rig) {
    for side in [1.0, -1.0] {
        curtain(sheet, rig, side);
    }
    parting(sheet, rig, -44.0);
}

fn curtain(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let inner = [
        rig.at(PARTING, -44.0, 18.0),
        rig.at(PARTING + side * 9.0, -40.5, 20.0),
        rig.at(side * 17.0 + 0.5 * PARTING, -33.0, 18.0),
        rig.at(side * 28.0, -18.0, 11.0),
        rig.at(side * 34.0, 2.0, 5.0),
        rig.at(side * 35.0, 22.0, 2.0),
        rig.at(side * 32.5, 42.0, 4.0),
        rig.at(side * 26.0, 60.0, 8.0),
    ];
    let outer = [
        rig.at(side * 24.0, 67.0, 8.0),
        rig.at(side * 36.0, 68.5, 2.0),
        crown(rig, side * 44.5, 60.0),
        crown(rig, side * 47.0, 40.0),
        crown(rig, side * 44.5, 12.0),
        crown(rig, side * 42.0, -16.0),
        crown(rig, side * 36.5, -41.0),
        crown(rig, side * 21.0, -55.0),
        crown(rig, 0.3 * PARTING, -59.0),
        crown(rig, PARTING, -58.6),
    ];
    let shape = cornered(&[&inner, &outer]);
    sheet.paint(shape.clone(), sheen(rig));
    let shade = rig.character.palette.hair_shade.lit(-0.05);
    sheet.within(&shape, |sheet| {
        sheet.blot(rig.at(side * 32.0, 46.0, 3.0), (5.0, 18.0), 0.12 * side, shade.at(0.55));
        sheet.blot(crown(rig, side * 38.0, 66.0), (14.0, 5.0), 0.0, shade.at(0.5));
    });
    let lines: Vec<[Point; 4]> = (0..10)
        .map(|index| {
            let step = f64::from(index) / 9.0;
            [
                rig.at(PARTING + side * 1.0, -45.0 - 12.0 * step, 16.0 - 20.0 * step),
                rig.at(side * (28.0 + 10.0 * step), -22.0 - 12.0 * step, 12.0 - 16.0 * step),
                rig.at(side * (36.0 + 8.0 * step), 16.0 - 6.0 * step, 3.0 - 8.0 * step),
                rig.at(side * (27.0 + 17.0 * step), 64.0 - 2.0 * step, 6.0 - 11.0 * step),
            ]
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
}

/// The line where the scalp shows between two sides of hair, from the hairline at `front`.
fn parting(sheet: &mut Sheet, rig: &Rig, front: f64) {
    let palette = &rig.character.palette;
    let line = [(front - 0.8, 19.0), (-50.0, 8.0), (-57.4, -4.0)].map(|(y, depth)| rig.at(PARTING, y, depth));
    sheet.crease(&line, 1.5, palette.hair_shade.lit(-0.06).at(0.7));
    sheet.fill(brush(&line, [0.7, 0.8, 0.2]), palette.skin_shade.mixed(palette.hair, 0.4).at(0.8));
}

/// A low tail that has come forward over one shoulder.
pub fn tail(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    // It comes out from behind the neck, which the jaw hides.
    let near = [
        crown(rig, 9.0, 30.0),
        rig.collar(15.0, 52.0),
        rig.body(21.5, 72.0),
        rig.body(27.0, 96.0),
        rig.body(32.0, 115.0),
        rig.body(34.6, 119.5),
    ];
    let far = [
        rig.body(36.5, 117.5),
        rig.body(40.0, 104.0),
        rig.body(39.5, 88.0),
        rig.body(33.0, 70.0),
        rig.collar(24.0, 54.0),
        crown(rig, 20.0, 30.0),
    ];
    let shape = cornered(&[&near, &far]);
    sheet.blot(rig.body(33.0, 96.0), (9.0, 20.0), 0.0, palette.cloth_shade.lit(-0.08).at(0.5));
    let inks = [palette.hair_shade, palette.hair_light, palette.hair, palette.hair_shade];
    sheet.paint(shape.clone(), along(rig.body(20.0, 84.0), rig.body(42.0, 80.0), &inks));
    let lines: Vec<[Point; 4]> = (0..6)
        .map(|index| {
            let step = f64::from(index) / 5.0;
            [
                rig.collar(13.5 + 8.0 * step, 46.0),
                rig.body(20.5 + 12.0 * step, 71.0 - 2.0 * step),
                rig.body(28.0 + 11.0 * step, 92.0),
                rig.body(33.5 + 2.0 * step, 117.0),
            ]
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
    sheet.within(&shape, |sheet| {
        sheet.blot(rig.collar(18.0, 46.0), (8.0, 10.0), 0.0, palette.hair_shade.lit(-0.06).at(0.75));
    });
}

/// A bun on top of the head.
pub fn bun(sheet: &mut Sheet, rig: &Rig) {
    cap(sheet, rig, 37.6, 12.0);
    let points = [(-13.0, -55.0), (-14.0, -66.0), (-5.0, -74.0), (6.0, -73.5), (14.0, -66.0), (13.0, -55.0), (0.0, -50.0)];
    let shape = outline(&points.map(|(x, y)| crown(rig, x, y)));
    sheet.paint(
        shape.clone(),
        along(crown(rig, -12.0, -74.0), crown(rig, 12.0, -54.0), &[rig.character.palette.hair_light, rig.character.palette.hair_shade]),
    );
    let lines: Vec<[Point; 4]> = (0..7)
        .map(|index| {
            let x = -12.0 + 4.0 * f64::from(index);
            [(0.4, -54.0), (1.0, -60.0), (0.9, -68.0), (0.3, -73.0)].map(|(share, y)| crown(rig, x * share + 1.0, y))
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
}

/// Parted hair drawn back over the ears, a strand left out at the temple.
pub fn parted(sheet: &mut Sheet, rig: &Rig) {
    let shape = drawn_back(sheet, rig);
    let mut lines = Vec::new();
    for side in [-1.0, 1.0] {
        for index in 0..11 {
            let step = f64::from(index) / 10.0;
            lines.push([
                rig.at(PARTING + side * 0.8, -37.5 - 19.0 * step, 22.0 - 26.0 * step),
                rig.at(side * (15.0 + 5.0 * step) + 0.5 * PARTING, -37.0 - 16.5 * step, 19.0 - 23.0 * step),
                rig.at(side * (29.5 + 6.0 * step), -25.5 - 14.0 * step, 10.0 - 16.0 * step),
                rig.at(side * (36.5 + 2.0 * step), -5.0 - 9.0 * step, 0.0 - 6.0 * step),
            ]);
        }
    }
    strands(sheet, rig, &shape, &lines);
    parting(sheet, rig, -37.6);
    loose_strand(sheet, rig);
}

/// Hair drawn up from the face to a bun.
pub fn drawn_up(sheet: &mut Sheet, rig: &Rig) {
    let shape = drawn_back(sheet, rig);
    let lines: Vec<[Point; 4]> = (0..21)
        .map(|index| {
            let across = f64::from(index) / 10.0 - 1.0;
            let (x, start) = (35.0 * across, -37.5 + 32.0 * across.abs().powf(2.6));
            let depth = 22.0 - 20.0 * across.abs();
            [0.0, 0.33, 0.66, 1.0].map(|along: f64| {
                let bulge = 9.0 * along * (1.0 - along) * across;
                let y = start + (-57.0 - start) * (1.0 - (1.0 - along).powf(1.4));
                rig.at(x * (1.0 - 0.75 * along) + bulge, y, depth * (1.0 - along) - 5.0 * along)
            })
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
}

/// The hair between the hairline and the crown, with ears left free.
fn drawn_back(sheet: &mut Sheet, rig: &Rig) -> BezPath {
    let hairline = [
        rig.at(-36.4, -4.0, -1.0),
        rig.at(-33.6, -11.0, 4.0),
        rig.at(-31.6, -20.0, 8.0),
        rig.at(-25.0, -30.0, 14.0),
        rig.at(-14.0, -36.4, 20.0),
        rig.at(PARTING, -38.4, 22.5),
        rig.at(5.0, -37.4, 22.0),
        rig.at(16.0, -34.8, 19.0),
        rig.at(26.0, -29.0, 13.0),
        rig.at(31.8, -20.0, 8.0),
        rig.at(33.8, -11.0, 4.0),
        rig.at(36.4, -4.0, -1.0),
    ];
    let dome = [
        (38.2, -2.0),
        (39.4, -18.0),
        (35.4, -38.5),
        (21.5, -52.5),
        (0.0, -58.0),
        (-21.5, -52.5),
        (-35.4, -38.5),
        (-39.4, -18.0),
        (-38.2, -2.0),
    ];
    let dome = dome.map(|(x, y)| crown(rig, x, y));
    let shape = cornered(&[&hairline, &dome]);
    sheet.paint(shape.clone(), sheen(rig));
    soften(sheet, rig, &shape, &hairline);
    shape
}

fn loose_strand(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let strand = [(-29.5, -24.0, 11.0), (-33.8, -8.0, 6.0), (-33.6, 9.0, 5.0), (-30.0, 24.0, 9.0)];
    sheet.crease(&strand.map(|(x, y, depth)| rig.at(x, y, depth)), 1.0, palette.hair.at(0.85));
    let finer = [(-30.0, -22.0, 11.0), (-34.6, -6.0, 5.0), (-35.4, 6.0, 4.0), (-33.8, 18.0, 6.0)];
    sheet.crease(&finer.map(|(x, y, depth)| rig.at(x, y, depth)), 0.7, palette.hair.at(0.7));
}
