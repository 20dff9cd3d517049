//! Hair that is tied: a low tail, a braid, a bun.

use vello_cpu::kurbo::{BezPath, Point};

use super::hair::{cap, crown, crowned, laid, placed, strands};
use super::hair_long::{PARTING, parting};
use super::pen::{Sheet, along, cornered, outline};
use super::rig::Rig;

/// The back of drawn-back hair, gathered at the nape.
pub fn nape(sheet: &mut Sheet, rig: &Rig) {
    cap(sheet, rig, 38.0, 4.0);
    let points = [(-30.0, 2.0), (-24.0, 24.0), (-14.0, 40.0), (14.0, 40.0), (24.0, 24.0), (30.0, 2.0)];
    sheet.fill(outline(&crowned(rig, &points)), rig.character.palette.hair_shade.lit(-0.03));
}

/// A low tail that has come forward over one shoulder.
pub fn tail(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    // It comes out from behind the neck, which the jaw hides.
    let near = [
        crown(rig, 8.0, 28.0),
        rig.collar(14.6, 50.0),
        rig.collar(20.0, 66.0),
        rig.collar(22.0, 82.0),
        rig.collar(21.0, 98.0),
        rig.collar(25.0, 116.0),
    ];
    let far = [
        rig.collar(25.0, 116.0),
        rig.collar(33.0, 107.0),
        rig.collar(37.5, 92.0),
        rig.collar(36.5, 76.0),
        rig.collar(30.0, 61.0),
        crown(rig, 27.0, 36.0),
        crown(rig, 24.0, 20.0),
    ];
    let shape = cornered(&[&near, &far]);
    sheet.blot(rig.collar(31.0, 96.0), (9.0, 18.0), -0.1, palette.cloth_shade.lit(-0.08).at(0.5));
    let inks = [palette.hair, palette.hair_light, palette.hair, palette.hair_shade];
    sheet.paint(shape.clone(), along(rig.collar(19.0, 80.0), rig.collar(38.0, 84.0), &inks));
    let lines: Vec<[Point; 4]> = (0..9)
        .map(|index| {
            let step = f64::from(index) / 8.0;
            [
                crown(rig, 13.0 + 12.0 * step, 34.0),
                rig.collar(17.0 + 14.0 * step, 60.0),
                rig.collar(22.0 + 13.5 * step, 84.0),
                rig.collar(24.5 + 3.0 * step, 113.0 - 3.0 * step),
            ]
        })
        .collect();
    strands(sheet, rig, &shape, &lines);
    sheet.within(&shape, |sheet| {
        sheet.blot(rig.collar(19.0, 46.0), (10.0, 13.0), 0.0, palette.hair_shade.lit(-0.08).at(0.85));
    });
}

/// Where a braid's middle runs, from the nape down.
const BRAID: [(f64, f64); 9] = [
    (-14.0, 40.0),
    (-18.5, 49.5),
    (-23.0, 59.0),
    (-27.0, 69.0),
    (-29.8, 79.0),
    (-31.2, 89.0),
    (-31.2, 99.0),
    (-30.2, 108.5),
    (-29.0, 117.0),
];

/// One thick braid that lies over a shoulder.
pub fn braid(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let middles = BRAID.map(|(x, y)| rig.collar(x, y));
    let mut lobes = [BezPath::new(), BezPath::new()];
    let mut gleams = Vec::new();
    for (index, [from, to]) in middles.array_windows().enumerate() {
        let way = *to - *from;
        let across = vello_cpu::kurbo::Vec2::new(-way.y, way.x) / way.hypot().max(1e-9);
        let wide = 7.6 - 0.34 * index as f64;
        for (hand, lobe) in [1.0, -1.0].into_iter().zip(&mut lobes) {
            // Each strand swells to one side and dives under the other.
            let start = *from + across * (hand * 0.86 * wide) - way * 0.35;
            let end = *to - across * (hand * 1.2) + way * 0.5;
            let outer = [*from + across * (hand * 1.06 * wide) + way * 0.35, *to + across * (hand * 0.72 * wide) + way * 0.15];
            let inner = *from - across * (hand * 0.8) + way * 0.25;
            lobe.extend(cornered(&[&[start, outer[0], outer[1], end], &[end, inner, start]]));
            gleams.push([start.lerp(outer[0], 0.75), outer[1].lerp(inner, 0.3), end.lerp(inner, 0.25)]);
        }
    }
    sheet.blot(rig.collar(-28.0, 94.0), (9.0, 20.0), 0.1, palette.cloth_shade.lit(-0.08).at(0.5));
    let root = [crown(rig, -25.0, 18.0), crown(rig, -8.0, 26.0), rig.collar(-13.0, 48.0), rig.collar(-20.0, 58.0), rig.collar(-26.0, 46.0)];
    sheet.fill(outline(&root), palette.hair_shade.lit(-0.02));
    let end = rig.collar(-29.0, 118.0);
    let tuft = [(-3.0, 0.0), (-4.4, 7.0), (-0.6, 15.0), (3.8, 7.0), (2.8, 0.0)].map(|(x, y)| Point::new(end.x + x, end.y + y));
    sheet.fill(outline(&tuft), palette.hair);
    let edge = palette.hair_shade.lit(-0.08);
    for (lobe, ink) in lobes.into_iter().zip([palette.hair_shade, palette.hair]) {
        sheet.line(lobe.clone(), 1.0, edge);
        sheet.fill(lobe, ink);
    }
    sheet.creases(gleams.iter().map(|line| &line[..]), 1.7, palette.hair_light.lit(0.02).at(0.55));
    let band = Point::new(end.x, end.y + 0.5);
    sheet.fill(super::pen::oval(band, (3.6, 1.7), 0.0), palette.second);
}

const BUN: [(f64, f64); 9] = [
    (-12.0, -54.0),
    (-16.6, -62.0),
    (-13.0, -72.0),
    (-3.5, -77.0),
    (7.0, -75.5),
    (15.5, -69.0),
    (16.4, -60.0),
    (11.0, -53.0),
    (0.0, -50.0),
];

/// A bun on top of the head, not too tidy.
pub fn bun(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    cap(sheet, rig, 37.6, 12.0);
    let shape = outline(&crowned(rig, &BUN));
    let inks = [palette.hair_light, palette.hair, palette.hair_shade];
    sheet.paint(shape.clone(), along(crown(rig, -12.0, -76.0), crown(rig, 12.0, -54.0), &inks));
    // Two turns of hair wound about each other.
    let coil = (0..9).map(|index| {
        let step = f64::from(index) / 8.0;
        [
            (-16.0 + 5.0 * step, -56.0 - 2.0 * step),
            (-12.0 + 9.0 * step, -70.0 + 3.0 * step),
            (4.0 + 4.0 * step, -75.0 + 8.0 * step),
            (15.0 - 2.0 * step, -66.0 + 10.0 * step),
        ]
        .map(|(x, y)| crown(rig, x, y))
    });
    strands(sheet, rig, &shape, &coil.collect::<Vec<_>>());
    sheet.within(&shape, |sheet| {
        sheet.blot(crown(rig, 0.0, -51.0), (14.0, 3.6), 0.0, palette.hair_shade.lit(-0.08).at(0.7));
    });
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
    loose_strands(sheet, rig);
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
    loose_strands(sheet, rig);
}

const BACK_LINE: [(f64, f64, f64); 12] = [
    (-36.4, -4.0, -1.0),
    (-33.6, -11.0, 4.0),
    (-31.6, -20.0, 8.0),
    (-25.0, -30.0, 14.0),
    (-14.0, -36.4, 20.0),
    (PARTING, -38.4, 22.5),
    (5.0, -37.4, 22.0),
    (16.0, -34.8, 19.0),
    (26.0, -29.0, 13.0),
    (31.8, -20.0, 8.0),
    (33.8, -11.0, 4.0),
    (36.4, -4.0, -1.0),
];
const BACK_DOME: [(f64, f64); 9] = [
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

/// The hair between the hairline and the crown, with ears left free.
fn drawn_back(sheet: &mut Sheet, rig: &Rig) -> BezPath {
    laid(sheet, rig, &BACK_LINE, &BACK_DOME)
}

/// Strands that have come loose at the temples.
fn loose_strands(sheet: &mut Sheet, rig: &Rig) {
    let strands = [
        [(-29.5, -24.0, 11.0), (-33.8, -8.0, 6.0), (-33.6, 9.0, 5.0), (-30.0, 24.0, 9.0)],
        [(-30.0, -22.0, 11.0), (-34.6, -6.0, 5.0), (-35.4, 6.0, 4.0), (-33.8, 18.0, 6.0)],
        [(30.0, -22.0, 11.0), (34.2, -7.0, 5.0), (34.6, 6.0, 5.0), (32.0, 16.0, 8.0)],
    ];
    let strands = strands.map(|places| placed(rig, &places));
    sheet.creases(strands.iter().map(|line| &line[..]), 1.1, rig.character.palette.hair.at(0.85));
}
