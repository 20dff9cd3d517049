//! Longer hair that falls: to the chin with a fringe, to the shoulders, and in waves past them.

use vello_cpu::kurbo::Point;

use super::hair::{crown, crowned, placed, shadow, sheen, strands};
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
pub const PARTING: f64 = -6.0;

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
pub fn parting(sheet: &mut Sheet, rig: &Rig, front: f64) {
    let palette = &rig.character.palette;
    let line = [(front - 0.8, 19.0), (-50.0, 8.0), (-57.4, -4.0)].map(|(y, depth)| rig.at(PARTING, y, depth));
    sheet.crease(&line, 1.5, palette.hair_shade.lit(-0.06).at(0.7));
    sheet.fill(brush(&line, [0.7, 0.8, 0.2]), palette.skin_shade.mixed(palette.hair, 0.4).at(0.8));
}

/// The back of a bob.
pub fn bob_behind(sheet: &mut Sheet, rig: &Rig) {
    let half = [(22.0, -54.0), (37.5, -40.0), (43.0, -14.0), (44.5, 14.0), (41.0, 36.0), (20.0, 42.0)];
    let mut points = vec![crown(rig, 0.0, -58.0)];
    points.extend(half.iter().map(|(x, y)| crown(rig, *x, *y)));
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x, *y)));
    sheet.fill(outline(&points), rig.character.palette.hair_shade.lit(-0.04));
}

/// From the ends of a bob up beside the face, on the viewer's right.
const BOB_SIDE: [(f64, f64, f64); 5] = [(27.0, 44.0, 8.0), (32.4, 30.0, 4.0), (33.6, 14.0, 3.5), (33.0, -2.0, 5.0), (30.8, -17.0, 9.0)];
const BOB_FRINGE: [(f64, f64, f64); 5] =
    [(-30.8, -17.0, 9.0), (-18.0, -19.2, 18.0), (0.0, -20.2, 23.0), (18.0, -19.2, 18.0), (30.8, -17.0, 9.0)];
/// From the ends on the right over the head to those on the left.
const BOB_DOME: [(f64, f64); 13] = [
    (37.0, 45.0),
    (44.5, 38.0),
    (47.0, 14.0),
    (43.6, -16.0),
    (37.8, -41.0),
    (22.0, -56.0),
    (0.0, -60.5),
    (-22.0, -56.0),
    (-37.8, -41.0),
    (-43.6, -16.0),
    (-47.0, 14.0),
    (-44.5, 38.0),
    (-37.0, 45.0),
];

/// Hair to the chin, with a straight fringe.
pub fn bob(sheet: &mut Sheet, rig: &Rig) {
    let left: Vec<Point> = BOB_SIDE.iter().map(|(x, y, depth)| rig.at(-x, *y, *depth)).collect();
    let mut right = placed(rig, &BOB_SIDE);
    right.reverse();
    let fringe = placed(rig, &BOB_FRINGE);
    shadow(sheet, rig, &fringe);
    let shape = cornered(&[&left, &fringe, &right, &crowned(rig, &BOB_DOME)]);
    sheet.paint(shape.clone(), sheen(rig));
    let palette = &rig.character.palette;
    sheet.within(&shape, |sheet| {
        // Light lies across the crown like a band.
        sheet.blot(crown(rig, -10.0, -44.0), (22.0, 5.0), -0.12, palette.hair_light.lit(0.05).at(0.35));
        for side in [-1.0, 1.0] {
            sheet.blot(rig.at(side * 32.0, 26.0, 3.0), (3.6, 20.0), 0.0, palette.hair_shade.lit(-0.06).at(0.6));
            sheet.blot(crown(rig, side * 39.0, 42.0), (10.0, 5.0), 0.0, palette.hair_shade.lit(-0.06).at(0.5));
        }
    });
    let front = (0..13).map(|index| {
        let across = f64::from(index) / 6.0 - 1.0;
        [
            rig.at(7.0 * across, -59.0 + 3.0 * across.abs(), -4.0),
            rig.at(18.0 * across, -48.0 + 4.0 * across.abs(), 10.0),
            rig.at(26.0 * across, -32.0 + 4.0 * across.abs(), 18.0 - 6.0 * across.abs()),
            rig.at(29.0 * across, -19.5 + 2.0 * across.abs(), 22.0 - 12.0 * across.abs()),
        ]
    });
    let sides = [-1.0, 1.0].into_iter().flat_map(|side: f64| {
        (0..6).map(move |index| {
            let step = f64::from(index) / 5.0;
            [
                rig.at(side * (26.0 + 8.0 * step), -36.0 - 8.0 * step, 10.0 - 14.0 * step),
                rig.at(side * (33.5 + 8.0 * step), -10.0, 4.0 - 9.0 * step),
                rig.at(side * (34.5 + 10.5 * step), 16.0, 3.0 - 9.0 * step),
                rig.at(side * (29.5 + 12.0 * step), 42.5 - 3.0 * step, 6.0 - 11.0 * step),
            ]
        })
    });
    strands(sheet, rig, &shape, &front.chain(sides).collect::<Vec<_>>());
}

/// Long hair in waves, past the shoulders, parted a little to one side.
pub fn waves(sheet: &mut Sheet, rig: &Rig) {
    for side in [1.0, -1.0] {
        wave(sheet, rig, side);
    }
    parting(sheet, rig, -44.0);
}

fn wave(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let upper = [
        (PARTING, -44.0, 18.0),
        (PARTING + side * 10.0, -40.0, 20.0),
        (side * 18.0 + 0.5 * PARTING, -32.0, 18.0),
        (side * 29.5, -14.0, 11.0),
        (side * 33.0, 0.0, 6.0),
        (side * 37.0, 14.0, 2.0),
        (side * 33.0, 30.0, 4.0),
        (side * 36.5, 46.0, 3.0),
    ];
    let mut inner = placed(rig, &upper);
    inner.extend([(31.0, 64.0), (28.0, 80.0), (34.0, 94.0), (33.0, 106.0)].map(|(x, y)| rig.collar(side * x, y)));
    let mut outer: Vec<Point> =
        [(33.0, 106.0), (46.0, 107.0), (55.0, 98.0), (52.0, 84.0), (57.0, 70.0)].map(|(x, y)| rig.collar(side * x, y)).into();
    let over = [(49.5, 52.0), (53.0, 34.0), (47.0, 14.0), (48.0, -4.0), (42.5, -24.0), (37.0, -44.0), (21.0, -58.5)];
    outer.extend(over.map(|(x, y)| crown(rig, side * x, y)));
    outer.extend([crown(rig, 0.3 * PARTING, -62.5), crown(rig, PARTING, -62.0)]);
    let shape = cornered(&[&inner, &outer]);
    let palette = &rig.character.palette;
    let cast = rig.collar(side * 40.0, 98.0);
    sheet.blot(Point::new(cast.x + 2.0, cast.y + 4.0), (15.0, 12.0), 0.0, palette.cloth_shade.lit(-0.08).at(0.5));
    sheet.paint(shape.clone(), sheen(rig));
    let shade = palette.hair_shade.lit(-0.05);
    sheet.within(&shape, |sheet| {
        sheet.blot(rig.at(side * 34.0, 44.0, 3.0), (5.0, 20.0), 0.1 * side, shade.at(0.6));
        for y in [4.0, 40.0] {
            sheet.blot(crown(rig, side * 45.0, y), (9.0, 5.5), 0.6 * side, palette.hair_light.lit(0.02).at(0.4));
        }
    });
    let lines: Vec<[Point; 4]> = (0..7)
        .flat_map(|index| {
            let step = f64::from(index) / 6.0;
            let fall = rig.at(side * (34.0 + 15.0 * step), 32.0, 3.0 - 9.0 * step);
            [
                [
                    rig.at(PARTING + side * 1.0, -46.0 - 14.0 * step, 16.0 - 20.0 * step),
                    rig.at(side * (27.0 + 10.0 * step), -22.0 - 14.0 * step, 12.0 - 16.0 * step),
                    rig.at(side * (36.5 + 10.0 * step), 12.0 - 4.0 * step, 3.0 - 9.0 * step),
                    fall,
                ],
                [
                    fall,
                    rig.at(side * (36.5 + 12.0 * step), 50.0, 2.0 - 6.0 * step),
                    rig.collar(side * (30.0 + 20.0 * step), 80.0),
                    rig.collar(side * (36.0 + 14.0 * step), 103.0),
                ],
            ]
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
}
