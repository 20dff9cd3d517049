//! Short hair that falls over the forehead: uncombed, or with a long fringe to one side.

#![expect(clippy::arithmetic_side_effects, reason = "locks are counted by the dozen")]

use vello_cpu::kurbo::{BezPath, Point, Vec2};

use super::hair::{crown, crowned, laid, lock, placed, shadow, sheen, strands};
use super::hair_short::{Dome, Hairline};
use super::pen::{Sheet, run_on};
use super::rig::Rig;

/// The lower edge of uncombed hair: what lies between locks and their tips take turns.
const TOUSLED_LINE: Hairline<17> = [
    (-36.0, 8.0, 0.0),
    (-34.0, -8.0, 4.0),
    (-31.8, -20.0, 8.0),
    (-30.0, -13.5, 10.5),
    (-21.5, -26.0, 16.0),
    (-20.0, -18.0, 17.5),
    (-9.5, -29.0, 22.0),
    (-8.5, -20.0, 23.0),
    (2.0, -31.0, 23.0),
    (4.0, -23.0, 23.0),
    (13.5, -32.0, 20.5),
    (16.0, -24.0, 19.5),
    (24.0, -31.5, 15.0),
    (28.0, -20.0, 12.0),
    (31.8, -25.0, 8.0),
    (34.0, -8.0, 4.0),
    (36.0, 8.0, 0.0),
];
const TOUSLED_DOME: Dome<13> = [
    (37.8, -2.0),
    (41.4, -14.0),
    (41.2, -30.0),
    (37.4, -44.0),
    (29.0, -54.0),
    (17.0, -61.0),
    (4.0, -61.8),
    (-10.0, -63.4),
    (-23.0, -58.0),
    (-33.0, -49.5),
    (-40.6, -36.0),
    (-41.6, -18.0),
    (-37.8, -2.0),
];
/// Locks that stand up from the crown: where each begins, turns, ends and comes back.
const STANDING: [[(f64, f64); 6]; 5] = [
    [(-30.0, -50.0), (-25.0, -59.0), (-16.0, -65.0), (-4.0, -66.5), (-7.0, -63.5), (-4.0, -56.0)],
    [(-6.0, -56.0), (3.0, -63.0), (12.0, -65.5), (22.0, -63.0), (18.0, -60.5), (20.0, -54.0)],
    [(14.0, -54.0), (25.0, -58.5), (32.0, -56.5), (37.5, -50.0), (34.0, -49.5), (32.0, -42.0)],
    [(-26.0, -50.0), (-36.0, -47.5), (-41.0, -41.0), (-43.4, -31.0), (-41.0, -33.0), (-36.0, -26.0)],
    [(36.0, -40.0), (42.0, -32.0), (43.6, -23.0), (43.0, -12.0), (41.2, -15.0), (37.0, -14.0)],
];

/// Short, uncombed hair over the forehead.
pub fn tousled(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let mut standing = BezPath::new();
    for places in STANDING {
        let [start, first, second, end, back, root] = places.map(|(x, y)| crown(rig, x, y));
        standing.extend(lock([start, first, second, end], [back, root]));
    }
    sheet.paint(standing, sheen(rig));
    let line = placed(rig, &TOUSLED_LINE);
    shadow(sheet, rig, line.get(2..15).unwrap_or_default());
    let mut shape = ragged(&line);
    run_on(&mut shape, &crowned(rig, &TOUSLED_DOME));
    shape.close_path();
    sheet.paint(shape.clone(), sheen(rig));
    let locks: Vec<[Point; 4]> = (0..18)
        .map(|index| {
            let across = f64::from((index * 7) % 18) / 8.5 - 1.0;
            let tip = (30.0 * across - 2.0, -23.0 - 5.0 * f64::from(index % 3));
            let swirl = if index % 2 == 0 { 3.0 } else { -1.5 };
            [
                rig.at(16.0 * across + 5.0, -58.0 + 7.0 * across.abs(), -5.0),
                rig.at(25.0 * across + 5.0 + swirl, -50.0 + 6.0 * across.abs(), 6.0),
                rig.at(30.0 * across + 3.0, -37.0 + 4.0 * across.abs(), 15.0 - 6.0 * across.abs()),
                rig.at(tip.0, tip.1, 20.0 - 9.0 * across.abs()),
            ]
        })
        .collect();
    strands(sheet, rig, &shape, &locks);
    let valleys = line.iter().skip(4).step_by(2).take(5);
    let deeper: Vec<[Point; 3]> =
        valleys.map(|valley| [*valley, valley.lerp(crown(rig, 4.0, -56.0), 0.28), valley.lerp(crown(rig, 8.0, -57.0), 0.62)]).collect();
    sheet.creases(deeper.iter().map(|line| &line[..]), 1.7, palette.hair_shade.lit(-0.06).at(0.55));
}

/// An open line of locks that lean to one side: every second point is what lies between two.
fn ragged(points: &[Point]) -> BezPath {
    let mut path = BezPath::new();
    let mut last: Option<Point> = None;
    for (index, point) in points.iter().enumerate() {
        match last.replace(*point) {
            None => path.move_to(*point),
            Some(before) => {
                let way = *point - before;
                let bend = if index % 2 == 0 { 0.14 } else { -0.2 };
                path.quad_to(before.midpoint(*point) + Vec2::new(-way.y, way.x) * bend, *point);
            }
        }
    }
    path
}

const PIXIE_LINE: Hairline<14> = [
    (-36.2, 4.0, 0.0),
    (-34.6, 15.0, 3.0),
    (-33.2, 2.0, 5.0),
    (-32.6, -9.0, 7.0),
    (-29.0, -12.5, 12.0),
    (-20.0, -18.0, 18.0),
    (-8.0, -24.0, 22.5),
    (4.0, -31.0, 22.5),
    (13.0, -37.5, 20.0),
    (22.0, -34.5, 16.0),
    (29.8, -25.0, 10.0),
    (33.0, -8.0, 5.0),
    (34.6, 15.0, 3.0),
    (36.2, 4.0, 0.0),
];
const PIXIE_DOME: Dome<10> = [
    (37.8, -3.0),
    (40.4, -18.0),
    (36.6, -41.0),
    (25.0, -55.5),
    (8.0, -62.5),
    (-13.0, -61.5),
    (-31.0, -50.0),
    (-41.4, -27.0),
    (-40.2, -9.0),
    (-37.4, 1.0),
];

/// Short hair with a long fringe to one side.
pub fn pixie(sheet: &mut Sheet, rig: &Rig) {
    shadow(sheet, rig, &placed(rig, &PIXIE_LINE[3..9]));
    let shape = laid(sheet, rig, &PIXIE_LINE, &PIXIE_DOME);
    let fringe = (0..12).map(|index| {
        let step = f64::from(index) / 11.0;
        [
            rig.at(13.0 + 2.0 * step, -38.0 - 21.0 * step, 20.0 - 25.0 * step),
            rig.at(-3.0 - 3.0 * step, -31.0 - 26.0 * step, 22.0 - 24.0 * step),
            rig.at(-20.0 - 6.0 * step, -21.0 - 24.0 * step, 18.0 - 20.0 * step),
            rig.at(-31.5 - 7.5 * step, -11.0 - 6.0 * step, 9.0 - 14.0 * step),
        ]
    });
    let short_side = (0..5).map(|index| {
        let step = f64::from(index) / 4.0;
        [
            rig.at(14.5 + 4.0 * step, -39.5 - 14.0 * step, 18.0 - 18.0 * step),
            rig.at(26.0 + 6.0 * step, -33.0 - 12.0 * step, 12.0 - 14.0 * step),
            rig.at(32.5 + 5.0 * step, -18.0 - 8.0 * step, 6.0 - 10.0 * step),
            rig.at(34.5 + 4.0 * step, 4.0 - 4.0 * step, 3.0 - 8.0 * step),
        ]
    });
    strands(sheet, rig, &shape, &fringe.chain(short_side).collect::<Vec<_>>());
}
