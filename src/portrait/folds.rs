//! Folds of the skin, which age and feeling draw.

use vello_cpu::kurbo::Point;

use super::pen::Sheet;
use super::rig::{Landmark, Rig};
use crate::script::face::Action;

/// Folds of the skin, each as deep as age and feeling make it.
pub fn folds(sheet: &mut Sheet, rig: &Rig) {
    forehead(sheet, rig);
    for side in [-1.0, 1.0] {
        frown(sheet, rig, side);
        eye_corner(sheet, rig, side);
        beside_mouth(sheet, rig, side);
    }
}

fn forehead(sheet: &mut Sheet, rig: &Rig) {
    let ink = rig.character.palette.crease;
    let (inner, outer) = (rig.overall(Action::InnerBrowRaise), rig.overall(Action::OuterBrowRaise));
    // Brows that are drawn down as well leave the forehead smoother.
    let lowered = 0.3 * rig.overall(Action::BrowLower);
    let raised = (inner + outer - lowered).clamp(0.0, 1.4);
    let depth = 0.16 * rig.measures().age + (0.20 + 0.25 * rig.measures().age) * raised;
    let reach = 11.0 + 9.0 * outer.min(1.0) + 4.0 * rig.measures().age;
    // Raised only in the middle, the lines sag at their ends.
    let sag = 2.6 * (inner - outer).max(0.0) - 0.5;
    for (row, share) in [(0.0, 1.0), (1.0, 0.8), (2.0, 0.45)] {
        let y = -21.5 - 5.0 * row - 1.5 * raised;
        let width = reach * (1.0 - 0.12 * row);
        let line = [(-width, sag), (-0.5 * width, 0.1 * sag), (0.0, -0.3), (0.5 * width, 0.1 * sag), (width, sag)];
        let line = line.map(|(x, drop)| rig.on_face(x, y + drop));
        sheet.crease(&line, 1.0, ink.at(depth * share));
    }
}

fn frown(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let ink = rig.character.palette.crease;
    let brow = rig.mark(Landmark::BrowInner, side);
    let depth = 0.14 * rig.measures().age + 0.62 * rig.strength(Action::BrowLower, side);
    let x = (brow.x.abs() - 2.6).max(1.6) * side;
    let line = [(0.2, -3.4), (-0.6, 0.6), (0.1, 4.2)].map(|(dx, dy)| rig.on_face(x + dx * side, brow.y + dy));
    sheet.crease(&line, 1.25, ink.at(depth));
    let root = [(2.4, 2.0), (4.0, 4.6)].map(|(dx, dy)| rig.at(dx * side, dy, 34.0));
    sheet.crease(&root, 1.1, ink.at(0.7 * rig.strength(Action::NoseWrinkle, side)));
}

fn eye_corner(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let age = rig.measures().age;
    let corner = rig.mark(Landmark::EyeOuter, side);
    let laughing = rig.strength(Action::CheekRaise, side);
    for (rise, reach) in [(-1.9, 4.6), (0.4, 5.2), (2.6, 4.6)] {
        let line = [(1.9, rise * 0.5), (3.4, rise * 0.8), (reach, rise * 1.5)];
        let line = line.map(|(dx, dy)| rig.on_face(corner.x + dx * side, corner.y + dy));
        sheet.crease(&line, 0.8, palette.crease.at(0.20 * age + (0.22 + 0.3 * age) * laughing));
    }
    let lid = rig.mark(Landmark::LowerLid, side).y;
    let tightened = rig.strength(Action::LidTighten, side);
    let tired = rig.measures().tired;
    let shadow = palette.skin_deep.moved(0.0, -0.004, -0.018);
    sheet.blot(rig.on_face(14.6 * side, lid + 2.6), (6.2, 1.9), 0.1 * side, shadow.at(0.10 + 0.5 * tired));
    let bag = [(9.0, 2.3), (13.0, 4.3), (18.0, 4.3), (22.0, 2.4)];
    let bag = bag.map(|(x, dy)| rig.on_face(x * side, lid + dy));
    let depth = 0.06 + 0.26 * age + 0.30 * tired + 0.35 * laughing + 0.25 * tightened;
    sheet.crease(&bag, 1.1, palette.skin_deep.at(depth.min(0.85)));
}

fn beside_mouth(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let age = rig.measures().age;
    let of = |action| rig.strength(action, side);
    let corner = rig.mark(Landmark::MouthCorner, side);
    let wing = rig.mark(Landmark::NoseWing, side);
    let smile = of(Action::CornerPull);
    let depth =
        0.03 + 0.36 * age + 0.5 * smile + 0.5 * of(Action::UpperLipRaise) + 0.4 * of(Action::NoseWrinkle) + 0.2 * of(Action::CornerDepress);
    let bulge = corner.x.abs() - wing.x.abs();
    let fold = [
        rig.on_face(wing.x + 1.4 * side, wing.y - 2.6),
        rig.on_face(wing.x + (0.62 * bulge + 3.2 + smile) * side, wing.y + 0.40 * (corner.y - wing.y)),
        rig.on_face(corner.x + (3.4 + 0.8 * smile) * side, corner.y - 0.4),
    ];
    sheet.crease(&fold, 1.5, palette.skin_deep.at(depth.min(0.85)));
    // The cheek lies full above the fold.
    let full = Point::new(fold[1].x + 3.0 * side, fold[1].y - 1.8);
    sheet.blot(full, (3.4, 3.0), 0.0, palette.skin_light.at(0.5 * (depth - 0.1).max(0.0)));
    let bracket = [(1.8, -1.8), (2.7, 0.2), (1.9, 2.4)].map(|(dx, dy)| rig.on_face(corner.x + dx * side, corner.y + dy));
    sheet.crease(&bracket, 1.2, palette.skin_deep.at(0.8 * of(Action::Dimple) + 0.4 * of(Action::LipPress)));
    let sunk = [(0.8, 1.2), (1.6, 3.4), (1.4, 6.4)].map(|(dx, dy)| rig.on_face(corner.x + dx * side, corner.y + dy));
    sheet.crease(&sunk, 1.3, palette.skin_deep.at(0.2 * age + 0.55 * of(Action::CornerDepress)));
}
