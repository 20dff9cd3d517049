//! The nose: a shaded side, a lit ridge, wings and nostrils.

use vello_cpu::kurbo::Point;

use super::pen::{Sheet, along, outline, oval};
use super::rig::{Landmark, Rig};
use crate::script::face::Action;

/// The whole nose.
pub fn nose(sheet: &mut Sheet, rig: &Rig) {
    bridge(sheet, rig);
    tip(sheet, rig);
    for side in [-1.0, 1.0] {
        wing(sheet, rig, side);
    }
}

/// The side away from the light, and the light along the ridge.
fn bridge(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let length = rig.measures().nose_length;
    let wing = rig.mark(Landmark::NoseWing, 1.0);
    let plane = [
        rig.at(3.6, -7.0, 31.0),
        rig.at(2.4, 1.0, 34.0),
        rig.at(2.6, 0.62 * length, 37.0),
        rig.at(3.4, length - 1.0, 38.0),
        rig.at(wing.x + 0.6, wing.y - 0.4, 33.0),
        rig.at(wing.x + 1.6, wing.y - 4.0, 31.0),
        rig.at(7.0, 0.45 * length, 30.0),
        rig.at(7.6, -3.0, 29.0),
    ];
    let inks = [palette.skin_deep.at(0.28), palette.skin_deep.at(0.0)];
    sheet.paint(outline(&plane), along(rig.at(2.2, 8.0, 36.0), rig.at(8.6, 7.0, 30.0), &inks));
    sheet.blot(rig.at(-0.8, 0.42 * length, 36.0), (0.9, 4.6), 0.0, palette.skin_light.lit(0.02).at(0.7));
    sheet.blot(rig.at(-4.6, 0.5 * length, 33.0), (1.2, 5.0), 0.12, palette.skin_shade.at(0.4));
}

fn tip(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let length = rig.measures().nose_length - rig.overall(Action::NoseWrinkle);
    sheet.blot(rig.at(1.0, length + 3.6, 34.0), (5.4, 1.4), 0.0, palette.skin_deep.at(0.5));
    sheet.blot(rig.at(2.0, length - 0.4, 39.0), (2.6, 2.0), 0.0, palette.skin_shade.at(0.55));
    sheet.blot(rig.at(-1.0, length - 1.7, 41.0), (1.3, 1.2), 0.0, palette.skin_light.lit(0.05).at(0.75));
    let under = [(-2.0, 2.2), (0.0, 2.9), (2.0, 2.2)].map(|(x, y)| rig.at(x, length + y, 38.0));
    sheet.crease(&under, 1.0, palette.crease.at(0.45));
}

fn wing(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let wing = rig.mark(Landmark::NoseWing, side);
    let rim = [(-0.6, -3.6), (0.7, -1.6), (0.4, 0.5), (-1.4, 1.3)].map(|(dx, dy)| rig.at(wing.x + dx * side, wing.y + dy, 33.0));
    let depth = if side > 0.0 { 0.55 } else { 0.4 };
    sheet.crease(&rim, 1.15, palette.crease.at(depth));
    let nostril = rig.at(wing.x - 2.7 * side, wing.y + 0.8, 35.0);
    sheet.fill(oval(nostril, (1.55, 0.72), -0.22 * side), palette.crease.lit(-0.04).at(0.75));
    let shine: Point = rig.at(wing.x - 1.2 * side, wing.y - 1.9, 34.0);
    sheet.blot(shine, (0.9, 0.8), 0.0, palette.skin_light.at(0.35));
}
