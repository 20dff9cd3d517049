//! Folds of the skin, which age and feeling draw.

use vello_cpu::kurbo::Point;

use super::pen::Sheet;
use super::rig::{Landmark, Rig};
use crate::script::face::Action;

/// How much of a life shows in the skin, 0 to 1, by how old the face looks: little before forty, much after fifty.
pub fn worn(age: f64) -> f64 {
    age * age * (3.0 - 2.0 * age)
}

/// Folds of the skin, each as deep as age and feeling make it.
pub fn folds(sheet: &mut Sheet, rig: &Rig) {
    forehead(sheet, rig);
    for side in [-1.0, 1.0] {
        frown(sheet, rig, side);
        eye_corner(sheet, rig, side);
        under_eye(sheet, rig, side);
        beside_mouth(sheet, rig, side);
        cheek(sheet, rig, side);
    }
}

/// Folds of one depth; on dark skin the light on their lower edge tells them.
fn fold(sheet: &mut Sheet, rig: &Rig, lines: &[&[Point]], width: f64, depth: f64) {
    let palette = &rig.character.palette;
    if palette.darkness > 0.3 && depth > 0.08 {
        let beside = |line: &&[Point]| line.iter().map(|point| Point::new(point.x - 0.35, point.y + 0.75 * width)).collect();
        let lower: Vec<Vec<Point>> = lines.iter().map(beside).collect();
        let ink = palette.skin_light.lit(0.03).at(0.75 * depth.min(0.8) * palette.darkness);
        sheet.creases(lower.iter().map(|line| &line[..]), width, ink);
    }
    sheet.creases(lines.iter().copied(), width, palette.skin_deep.mixed(palette.crease, 0.4).at(depth.min(0.85)));
}

fn forehead(sheet: &mut Sheet, rig: &Rig) {
    let worn = worn(rig.measures().age);
    let (inner, outer) = (rig.overall(Action::InnerBrowRaise), rig.overall(Action::OuterBrowRaise));
    // Brows that are drawn down as well leave the forehead smoother.
    let lowered = 0.3 * rig.overall(Action::BrowLower);
    let raised = (inner + outer - lowered).clamp(0.0, 1.4);
    // Young skin hardly creases.
    let supple = 1.0 - 0.7 * rig.measures().youth;
    let depth = 0.04 + 0.34 * worn + (0.20 + 0.25 * worn) * raised * supple;
    let reach = 11.0 + 9.0 * outer.min(1.0) + 5.0 * worn;
    // Raised only in the middle, the lines sag at their ends.
    let sag = 2.6 * (inner - outer).max(0.0) - 0.5;
    let lines = [(0.0, 1.0), (1.0, 0.85), (2.0, 0.6)].map(|(row, share)| {
        let y = -21.5 - 5.0 * row - 1.5 * raised;
        let width = reach * (1.0 - 0.12 * row) * share;
        let line = [(-width, sag), (-0.5 * width, 0.1 * sag), (0.0, -0.3), (0.5 * width, 0.1 * sag), (width, sag)];
        line.map(|(x, drop)| rig.on_face(x, y + drop))
    });
    fold(sheet, rig, &lines.each_ref().map(|line| &line[..]), 1.0, 0.85 * (depth - 0.04));
}

fn frown(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let ink = rig.character.palette.crease;
    let worn = worn(rig.measures().age);
    let brow = rig.mark(Landmark::BrowInner, side);
    let depth = 0.24 * worn + 0.62 * rig.strength(Action::BrowLower, side) * (1.0 - 0.4 * rig.measures().youth);
    let x = (brow.x.abs() - 2.6).max(1.6) * side;
    let line = [(0.2, -3.4), (-0.6, 0.6), (0.1, 4.2)].map(|(dx, dy)| rig.on_face(x + dx * side, brow.y + dy));
    fold(sheet, rig, &[&line], 1.25, depth);
    let root = [(2.4, 2.0), (4.0, 4.6)].map(|(dx, dy)| rig.at(dx * side, dy, 34.0));
    sheet.crease(&root, 1.1, ink.at(0.7 * rig.strength(Action::NoseWrinkle, side) + 0.1 * worn));
}

fn eye_corner(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let worn = worn(rig.measures().age);
    let corner = rig.mark(Landmark::EyeOuter, side);
    let laughing = rig.strength(Action::CheekRaise, side);
    let lines = [(-1.9, 4.6), (0.4, 5.2), (2.6, 4.6)].map(|(rise, reach)| {
        let long = reach + 1.4 * worn;
        let line = [(1.9, rise * 0.5), (3.4, rise * 0.8), (long, rise * 1.5)];
        line.map(|(dx, dy)| rig.on_face(corner.x + dx * side, corner.y + dy))
    });
    let depth = 0.36 * worn + (0.22 + 0.3 * worn) * laughing;
    sheet.creases(lines.iter().map(|line| &line[..]), 0.9, palette.crease.at(depth));
}

/// Shadow and bag under the eye.
fn under_eye(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let worn = worn(rig.measures().age);
    let laughing = rig.strength(Action::CheekRaise, side);
    let lid = rig.mark(Landmark::LowerLid, side).y;
    let tightened = rig.strength(Action::LidTighten, side);
    let tired = rig.measures().tired;
    // Weariness is bluish on light skin and only darker on dark skin.
    let shadow = palette.skin_deep.moved(-0.03 * palette.darkness as f32, -0.004, -0.018);
    sheet.blot(rig.on_face(14.6 * side, lid + 2.8), (6.4, 2.1), 0.1 * side, shadow.at(0.10 + 0.55 * tired + 0.1 * worn));
    let low = 4.3 + 0.7 * worn;
    let bag = [(9.0, 2.3), (13.0, low), (18.0, low), (22.0, 2.4)].map(|(x, dy)| rig.on_face(x * side, lid + dy));
    let depth = 0.06 + 0.42 * worn + 0.30 * tired + 0.35 * laughing + 0.25 * tightened;
    fold(sheet, rig, &[&bag], 1.1, depth * (1.0 - 0.5 * rig.measures().youth));
}

fn beside_mouth(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let measures = rig.measures();
    let worn = worn(measures.age);
    let of = |action| rig.strength(action, side);
    let corner = rig.mark(Landmark::MouthCorner, side);
    let wing = rig.mark(Landmark::NoseWing, side);
    let smile = of(Action::CornerPull);
    let moved = 0.5 * smile + 0.5 * of(Action::UpperLipRaise) + 0.4 * of(Action::NoseWrinkle) + 0.2 * of(Action::CornerDepress);
    let depth = 0.02 + 0.16 * measures.age + 0.36 * worn + 0.08 * measures.flesh.max(0.0) + moved * (1.0 - 0.35 * measures.youth);
    let bulge = corner.x.abs() - wing.x.abs();
    let line = [
        rig.on_face(wing.x + 1.4 * side, wing.y - 2.6),
        rig.on_face(wing.x + (0.62 * bulge + 3.2 + smile) * side, wing.y + 0.40 * (corner.y - wing.y)),
        rig.on_face(corner.x + (3.4 + 0.8 * smile) * side, corner.y - 0.4 + 1.6 * worn),
    ];
    fold(sheet, rig, &[&line], 1.5, depth);
    // The cheek lies full above the fold.
    let full = Point::new(line[1].x + 3.0 * side, line[1].y - 1.8);
    sheet.blot(full, (3.4, 3.0), 0.0, palette.skin_light.at(0.5 * (depth - 0.1).max(0.0)));
    let bracket = [(1.8, -1.8), (2.7, 0.2), (1.9, 2.4)].map(|(dx, dy)| rig.on_face(corner.x + dx * side, corner.y + dy));
    sheet.crease(&bracket, 1.2, palette.skin_deep.at(0.8 * of(Action::Dimple) + 0.4 * of(Action::LipPress)));
    let sunk = [(0.8, 1.2), (1.8, 4.0), (1.9, 8.0 + 2.0 * worn)].map(|(dx, dy)| rig.on_face(corner.x + dx * side, corner.y + dy));
    fold(sheet, rig, &[&sunk], 1.3, 0.42 * worn + 0.55 * of(Action::CornerDepress));
}

/// What late life draws on cheek and jaw, and the fold of a full face under the chin.
fn cheek(sheet: &mut Sheet, rig: &Rig, side: f64) {
    let palette = &rig.character.palette;
    let measures = rig.measures();
    let late = (worn(measures.age) - 0.3).max(0.0) / 0.7;
    if late <= 0.0 {
        return;
    }
    let jaw = rig.mark(Landmark::Jaw, side);
    let chin = rig.mark(Landmark::Chin, side).y;
    let line = [(0.80, -11.0), (0.84, -3.5), (0.76, 4.0)].map(|(share, dy)| rig.on_face(jaw.x * share, jaw.y + dy));
    sheet.crease(&line, 1.2, palette.skin_deep.at(0.3 * late));
    let jowl = rig.on_face(jaw.x * 0.62, jaw.y + 0.5 * (chin - jaw.y));
    sheet.blot(jowl, (3.4, 3.0), 0.6 * side, palette.skin_deep.at(0.34 * late));
    sheet.blot(Point::new(jowl.x + 1.5 * side, jowl.y - 5.0), (4.0, 3.6), 0.0, palette.skin_light.at(0.3 * late));
}
