//! Short hair that leaves the forehead free: receding, cropped, parted, brushed back.

#![expect(clippy::arithmetic_side_effects, reason = "hairs are counted by the dozen")]

use vello_cpu::kurbo::Point;

use super::hair::{crown, laid, placed, strands};
use super::head::face_outline;
use super::pen::{Sheet, along, cornered};
use super::rig::Rig;

/// A hairline, from the viewer's left to right: across, down and forward.
pub type Hairline<const POINTS: usize> = [(f64, f64, f64); POINTS];
/// The outer edge of the hair, from the right to the left.
pub type Dome<const POINTS: usize> = [(f64, f64); POINTS];

const CROPPED_LINE: Hairline<11> = [
    (-35.8, 7.0, 0.0),
    (-33.9, -5.0, 4.0),
    (-32.0, -19.0, 6.0),
    (-27.5, -29.0, 11.0),
    (-20.0, -35.5, 17.0),
    (0.0, -38.0, 22.0),
    (20.0, -35.5, 17.0),
    (27.5, -29.0, 11.0),
    (32.0, -19.0, 6.0),
    (33.9, -5.0, 4.0),
    (35.8, 7.0, 0.0),
];
const CROPPED_DOME: Dome<9> = [
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

/// Hair close to the head all round.
pub fn cropped(sheet: &mut Sheet, rig: &Rig) {
    let shape = laid(sheet, rig, &CROPPED_LINE, &CROPPED_DOME);
    // A sheen of short ends on top, and the sides cut closer.
    let palette = &rig.character.palette;
    sheet.within(&shape, |sheet| {
        sheet.blot(crown(rig, -10.0, -47.0), (15.0, 5.0), -0.1, palette.hair_light.lit(0.03).at(0.4));
        for side in [-1.0, 1.0] {
            sheet.blot(rig.at(side * 35.0, -8.0, 2.0), (4.0, 15.0), 0.0, palette.skin_shade.at(0.3));
        }
    });
    let lines: Vec<[Point; 4]> = (0..19)
        .map(|index| {
            let across = f64::from(index) / 9.0 - 1.0;
            let start = -37.0 + 32.0 * across.abs().powf(2.8);
            let depth = 20.0 - 17.0 * across.abs();
            // Short hair grows forward and a little to one side.
            [0.0, 0.33, 0.66, 1.0].map(|along: f64| {
                let x = 34.0 * across + 2.4 * along * (1.0 - across.abs());
                let reach = 7.0 - 2.0 * across.abs() + f64::from((index * 5) % 4);
                rig.at(x, start - reach * along, depth * (1.0 - along) + 8.0 * along)
            })
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
}

const SHORT_LINE: Hairline<11> = [
    (-36.0, 8.0, 0.0),
    (-34.0, -6.0, 4.0),
    (-32.0, -21.0, 7.0),
    (-24.0, -30.0, 14.0),
    (-17.0, -36.0, 18.0),
    (-4.0, -33.5, 23.0),
    (12.0, -32.0, 22.0),
    (26.0, -31.0, 14.0),
    (32.0, -22.0, 7.0),
    (34.0, -6.0, 4.0),
    (36.0, 8.0, 0.0),
];
const SHORT_DOME: Dome<9> = [
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

/// Short hair, parted on one side.
pub fn short(sheet: &mut Sheet, rig: &Rig) {
    let shape = laid(sheet, rig, &SHORT_LINE, &SHORT_DOME);
    let over = (0..12).map(|index| {
        let step = f64::from(index) / 11.0;
        // From the parting over to the other side.
        [
            rig.at(-18.0 + 4.0 * step, -37.0 - 17.0 * step, 16.0 - 14.0 * step),
            rig.at(-2.0 + 6.0 * step, -39.0 - 18.0 * step, 18.0 - 16.0 * step),
            rig.at(18.0 + 6.0 * step, -36.5 - 15.0 * step, 14.0 - 14.0 * step),
            rig.at(32.0 + 5.0 * step, -26.0 - 8.0 * step, 8.0 - 10.0 * step),
        ]
    });
    let down = (0..4).map(|index| {
        let step = f64::from(index);
        [
            rig.at(-19.0 - 2.0 * step, -38.0 - 3.6 * step, 12.0),
            rig.at(-27.0 - 1.5 * step, -34.0 - 3.0 * step, 8.0),
            rig.at(-33.0 - 1.0 * step, -23.0 - 2.0 * step, 4.0),
            rig.at(-36.5 - 0.6 * step, -4.0, 0.0),
        ]
    });
    strands(sheet, rig, &shape, &over.chain(down).collect::<Vec<_>>());
    let parting = [(-17.5, -36.5, 17.0), (-19.0, -45.0, 8.0), (-19.5, -53.0, -3.0)];
    sheet.crease(&placed(rig, &parting), 1.3, rig.character.palette.hair_shade.lit(-0.06).at(0.6));
}

const SWEPT_LINE: Hairline<13> = [
    (-36.0, 8.0, 0.0),
    (-34.0, -6.0, 4.0),
    (-32.6, -18.0, 7.0),
    (-29.4, -29.0, 11.0),
    (-22.5, -38.0, 15.0),
    (-11.0, -39.5, 20.0),
    (0.0, -37.2, 22.5),
    (11.0, -39.5, 20.0),
    (22.5, -38.0, 15.0),
    (29.4, -29.0, 11.0),
    (32.6, -18.0, 7.0),
    (34.0, -6.0, 4.0),
    (36.0, 8.0, 0.0),
];
const SWEPT_DOME: Dome<9> = [
    (37.4, -3.0),
    (39.6, -18.0),
    (37.4, -40.0),
    (27.0, -57.0),
    (6.0, -64.0),
    (-15.0, -62.0),
    (-32.0, -48.0),
    (-39.6, -20.0),
    (-37.4, -3.0),
];

/// Hair brushed back from the forehead.
pub fn swept_back(sheet: &mut Sheet, rig: &Rig) {
    let shape = laid(sheet, rig, &SWEPT_LINE, &SWEPT_DOME);
    let back = (0..15).map(|index| {
        let across = f64::from(index) / 7.0 - 1.0;
        let start = -38.5 + 14.0 * across.abs().powi(3);
        let depth = 21.0 - 11.0 * across.abs();
        [
            rig.at(28.0 * across, start, depth),
            rig.at(29.0 * across + 1.5, start - 8.0, depth - 4.0),
            rig.at(29.5 * across + 3.0, start - 15.0, depth - 12.0),
            rig.at(26.0 * across + 4.0, -59.0 + 14.0 * across.abs(), -6.0),
        ]
    });
    let sides = [-1.0, 1.0].into_iter().flat_map(|side: f64| {
        (0..3).map(move |index| {
            let step = f64::from(index);
            [
                rig.at(side * (31.5 + 0.6 * step), -24.0 + 7.0 * step, 8.0 - step),
                rig.at(side * (34.5 + 0.5 * step), -22.0 + 7.0 * step, 3.0),
                rig.at(side * (37.0 + 0.3 * step), -19.0 + 7.0 * step, -2.0),
                rig.at(side * 39.5, -13.0 + 6.0 * step, -6.0),
            ]
        })
    });
    strands(sheet, rig, &shape, &back.chain(sides).collect::<Vec<_>>());
}

/// Half of what is left at one side: its edge towards the face, and back.
const RECEDED_LINE: Hairline<7> = [
    (35.3, 12.0, 1.0),
    (33.6, 4.0, 3.5),
    (31.6, -6.0, 6.5),
    (30.6, -16.0, 7.5),
    (30.4, -24.0, 6.5),
    (30.6, -29.5, 4.5),
    (30.6, -34.5, 0.5),
];
const RECEDED_EDGE: Dome<6> = [(31.0, -32.0), (34.0, -26.5), (37.5, -18.0), (38.3, -8.0), (38.0, 0.0), (36.6, 7.0)];

/// Hair that has gone from the top, short at the sides.
pub fn receding(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    // Only a breath of stubble is left on top.
    sheet.within(&face_outline(rig), |sheet| sheet.blot(crown(rig, 0.0, -50.0), (17.0, 4.0), 0.0, palette.hair.at(0.07)));
    for side in [-1.0, 1.0] {
        let front: Vec<Point> = RECEDED_LINE.iter().map(|(x, y, depth)| rig.at(side * x, *y, *depth)).collect();
        let edge: Vec<Point> = RECEDED_EDGE.iter().map(|(x, y)| crown(rig, side * x, *y)).collect();
        let shape = cornered(&[&front, &edge]);
        let light = if side < 0.0 { palette.hair.mixed(palette.hair_light, 0.5) } else { palette.hair };
        let inks = [light.at(0.0), light.at(0.5), light.at(0.86), palette.hair, palette.hair_shade];
        // It fades across the head, however the head is turned.
        let (from, to) = (rig.at(side * 30.8, -14.0, 7.5), crown(rig, side * 38.6, -13.0));
        let across = (rig.at(side, -14.0, 0.0) - rig.at(0.0, -14.0, 0.0)).normalize();
        sheet.paint(shape.clone(), along(from, from + across * (to - from).dot(across).max(5.0), &inks));
        // Over the ear it has a little length.
        let tufts: Vec<[Point; 3]> = (0..6)
            .map(|index| {
                let step = f64::from(index);
                let (x, y) = (34.8 + 0.42 * step, 0.5 - 2.2 * step + 1.2 * f64::from(index % 2));
                [(x - 0.6, y - 6.0, -2.0), (x + 0.2, y + 1.0, -3.0), (x + 0.3, y + 7.0, -4.0)]
                    .map(|(x, y, depth)| rig.at(side * x, y, depth))
            })
            .collect();
        sheet.creases(tufts.iter().map(|line| &line[..]), 2.0, palette.hair.lit(-0.02));
        // Fine hairs make its edge on the temple a soft one.
        let fine: Vec<[Point; 3]> = (0..15)
            .map(|index| {
                let y = -32.0 + 2.7 * f64::from(index);
                let x = 30.9 + 0.0045 * (y + 18.0).powi(2).copysign(y + 18.0) + 0.6 * f64::from((index * 5) % 3);
                [(x, y, 6.5), (x + 0.8, y + 2.7, 5.5), (x + 1.9, y + 5.6, 4.0)].map(|(x, y, depth)| rig.at(side * x, y, depth))
            })
            .collect();
        sheet.creases(fine.iter().map(|line| &line[..]), 0.8, palette.hair.at(0.42));
        let lines: Vec<[Point; 4]> = (0..9)
            .map(|index| {
                let y = -32.0 + 4.4 * f64::from(index);
                [(32.6, 0.0, 4.0), (34.4, 2.4, 2.0), (36.4, 6.0, -2.0), (38.4, 11.5, -6.0)].map(|(x, down, depth)| {
                    let round = 0.0045 * (y + 12.0).powi(2);
                    rig.at(side * (x - round), y + down, depth)
                })
            })
            .collect();
        strands(sheet, rig, &shape, &lines);
    }
}
