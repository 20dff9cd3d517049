//! A headscarf: around the head, around the face, and draped over the chest.

use vello_cpu::kurbo::Point;

use super::hair::{crown, sheen, strands};
use super::pen::{Sheet, along, outline};
use super::rig::{Landmark, Rig};

/// The back of a headscarf.
pub fn behind(sheet: &mut Sheet, rig: &Rig) {
    let half = [(23.0, -56.0), (39.0, -40.0), (43.5, -12.0), (44.0, 18.0), (40.0, 46.0), (30.0, 66.0)];
    let mut points = vec![crown(rig, 0.0, -61.5)];
    points.extend(half.iter().map(|(x, y)| crown(rig, *x, *y)));
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x, *y)));
    sheet.fill(outline(&points), rig.character.palette.hair_shade.lit(-0.05));
}

/// A headscarf around the face and draped over the chest.
pub fn before(sheet: &mut Sheet, rig: &Rig) {
    drape(sheet, rig);
    let palette = &rig.character.palette;
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let outer_half = [(23.0, -56.5), (39.0, -40.0), (43.5, -12.0), (43.0, 16.0), (37.0, 42.0), (24.0, 60.0)];
    let mut outer = vec![crown(rig, 0.0, -62.0)];
    outer.extend(outer_half.iter().map(|(x, y)| crown(rig, *x, *y)));
    outer.push(rig.at(0.0, chin + 18.0, 10.0));
    outer.extend(outer_half.iter().rev().map(|(x, y)| crown(rig, -x, *y)));
    let inner_half =
        [(18.0, -37.0, 17.0), (29.0, -25.0, 10.0), (33.6, -6.0, 4.0), (33.4, 12.0, 4.0), (28.5, 29.0, 8.0), (15.0, chin - 4.5, 15.0)];
    let mut inner = vec![rig.at(0.0, -40.5, 21.0)];
    inner.extend(inner_half.iter().map(|(x, y, depth)| rig.at(*x, *y, *depth)));
    inner.push(rig.at(0.0, chin + 0.8, 20.0));
    inner.extend(inner_half.iter().rev().map(|(x, y, depth)| rig.at(-x, *y, *depth)));
    let (outer, inner) = (outline(&outer), outline(&inner));
    sheet.line(inner.clone(), 2.4, palette.skin_deep.at(0.3));
    sheet.paint_ring(outer.clone(), &inner, sheen(rig));
    for side in [-1.0, 1.0] {
        for (step, shade) in [(0.0, 0.55), (0.5, 0.4), (1.0, 0.3)] {
            let line = [
                rig.at(side * (6.0 + 6.0 * step), -50.0 + 5.0 * step, 12.0),
                rig.at(side * (31.0 + 6.0 * step), -30.0 + 2.0 * step, 5.0),
                rig.at(side * (36.0 + 4.0 * step), 8.0, 2.0),
                rig.at(side * (20.0 + 10.0 * step), chin + 2.0 + 4.0 * step, 10.0),
            ];
            sheet.crease(&line, 1.3, palette.hair_shade.lit(-0.03).at(shade));
        }
    }
    sheet.line(inner, 0.9, palette.hair_light.at(0.7));
}

fn drape(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let points = [
        (-42.0, 72.0),
        (-26.0, 56.0),
        (0.0, 52.0),
        (26.0, 56.0),
        (43.0, 72.0),
        (50.0, 92.0),
        (28.0, 112.0),
        (-4.0, 118.0),
        (-34.0, 106.0),
        (-50.0, 88.0),
    ];
    let shape = outline(&points.map(|(x, y)| rig.body(x, y)));
    sheet.blot(rig.body(2.0, 108.0), (38.0, 9.0), 0.0, palette.cloth_shade.lit(-0.06).at(0.5));
    let inks = [palette.hair_light, palette.hair, palette.hair_shade];
    sheet.paint(shape.clone(), along(rig.body(-44.0, 62.0), rig.body(40.0, 112.0), &inks));
    let folds: Vec<[Point; 4]> = (0..7)
        .map(|index| {
            let step = f64::from(index);
            [
                rig.body(-44.0 + 1.5 * step, 66.0 + 5.5 * step),
                rig.body(-16.0, 70.0 + 7.0 * step),
                rig.body(14.0, 70.0 + 6.4 * step),
                rig.body(44.0 - 1.0 * step, 64.0 + 4.0 * step),
            ]
        })
        .collect();
    strands(sheet, rig, &shape, &folds);
}
