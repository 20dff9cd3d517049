//! The head: its outline and the soft modelling of the skin.

use vello_cpu::kurbo::{BezPath, Point};

use super::folds::worn;
use super::pen::{Sheet, along, outline, oval};
use super::rig::{Landmark, Rig};
use crate::script::appearance::HairStyle;
use crate::script::face::Action;

/// From the cheekbone to beside the chin on the viewer's right: across, down and forward.
///
/// Flesh fills it, want of it and age hollow the cheek, and age lets the jaw's edge sink.
pub fn jaw_line(rig: &Rig) -> [(f64, f64, f64); 5] {
    let measures = rig.measures();
    let jaw = rig.mark(Landmark::Jaw, 1.0);
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let cheek = 34.0 * measures.cheeks;
    let (flesh, sunk) = (measures.flesh, worn(measures.age));
    let (full, gaunt) = (flesh.max(0.0), (-flesh).max(0.0));
    let swell = 3.4 * full - 1.7 * gaunt + 1.5 * measures.youth;
    [
        (cheek + 0.9 * full, 9.0, 2.0),
        (0.5 * (cheek + jaw.x) + 0.8 + swell - 0.9 * sunk, 0.5 * (9.0 + jaw.y) + 1.0, 5.0),
        (jaw.x + swell + 0.2 * sunk, jaw.y, 8.0),
        (17.0 * measures.jaw + 3.2 * full - 0.7 * gaunt + 1.5 * sunk, jaw.y + (0.66 + 0.05 * sunk) * (chin - jaw.y), 13.0),
        (7.8 * measures.jaw + 1.6 * full + 0.6 * measures.youth, chin - 1.7, 18.0),
    ]
}

/// The outline of the face and skull.
pub fn face_outline(rig: &Rig) -> BezPath {
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    // Where no hair covers it, the skull has to round off the head by itself.
    let (top, skull): (f64, &[(f64, f64, f64)]) = if matches!(rig.character.hair, HairStyle::Bald | HairStyle::Receding) {
        (-55.2, &[(10.5, -53.5, 5.4), (20.8, -48.0, 4.0), (28.6, -39.5, 3.0), (33.4, -27.0, 1.4), (35.3, -12.0, 0.0)])
    } else {
        (-50.5, &[(20.0, -46.5, 4.0), (31.5, -32.0, 2.0), (35.3, -12.0, 0.0)])
    };
    let half: Vec<(f64, f64, f64)> = skull.iter().copied().chain(jaw_line(rig)).collect();
    let mut points = vec![rig.at(0.0, top, 6.0)];
    points.extend(half.iter().map(|(x, y, depth)| rig.at(*x, *y, *depth)));
    points.push(rig.at(0.0, chin, 20.0));
    points.extend(half.iter().rev().map(|(x, y, depth)| rig.at(-x, *y, *depth)));
    outline(&points)
}

/// The face: skin with soft light and shade, no features yet.
pub fn face(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let shape = face_outline(rig);
    let inks = [palette.skin_light, palette.skin, palette.skin_shade];
    sheet.paint(shape.clone(), along(rig.on_face(-28.0, -34.0), rig.on_face(30.0, 46.0), &inks));
    sheet.within(&shape, |sheet| {
        edges(sheet, rig);
        blood(sheet, rig);
        planes(sheet, rig);
        freckles(sheet, rig);
    });
}

/// Freckles over nose and cheeks, always in the same places.
fn freckles(sheet: &mut Sheet, rig: &Rig) {
    let share = rig.character.freckles;
    if share < 0.02 {
        return;
    }
    let palette = &rig.character.palette;
    let ink = palette.skin_deep.moved(-0.02, 0.015, 0.03);
    let (mut faint, mut strong) = (BezPath::new(), BezPath::new());
    for index in 0..(12.0 + 58.0 * share) as i32 {
        // Golden steps never fall into rows.
        let step = f64::from(index);
        let (across, down) = ((step * 0.618_034).fract() * 2.0 - 1.0, (step * 0.381_966 * 1.7 + 0.13).fract());
        let x = across.signum() * across.abs().powf(0.8) * 26.5;
        let y = 5.5 + 15.5 * down + 0.05 * (x.abs() - 12.0).max(0.0) - 3.0 * (1.0 - x.abs() / 10.0).max(0.0);
        let size = 0.36 + 0.32 * (step * 0.754_877).fract();
        let place = if x.abs() < 5.0 { rig.at(x, y, 35.0) } else { rig.on_face(x, y) };
        let spots = if index % 3 == 0 { &mut strong } else { &mut faint };
        spots.extend(oval(place, (size, 0.88 * size), 0.0));
    }
    for (spots, strength) in [(faint, 0.34), (strong, 0.5)] {
        sheet.fill(spots, ink.at(strength + 0.2 * share));
    }
}

/// Shade where the head turns away from the light.
fn edges(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    sheet.blot(rig.on_face(33.0, 12.0), (6.5, 30.0), 0.10, palette.skin_deep.at(0.55));
    sheet.blot(rig.on_face(-34.5, 16.0), (3.6, 26.0), -0.08, palette.skin_deep.at(0.28));
    sheet.blot(rig.on_face(24.0, 36.0), (6.0, 11.0), 0.75, palette.skin_deep.at(0.36));
    sheet.blot(rig.on_face(-25.0, 38.0), (4.0, 9.0), -0.75, palette.skin_deep.at(0.2));
    sheet.blot(rig.at(1.5, chin + 0.6, 19.0), (12.0, 2.6), 0.0, palette.skin_deep.at(0.42));
    sheet.blot(rig.on_face(1.0, -44.0), (30.0, 8.0), 0.0, palette.skin_deep.at(0.34));
    // Hollow under the cheekbone: more with age and high cheekbones.
    let measures = rig.measures();
    let sunk = worn(measures.age);
    let gaunt = (-measures.flesh).max(0.0);
    let hollow = (0.10 + 0.2 * sunk + 0.4 * gaunt + 2.0 * (measures.cheeks - 1.0).max(0.0)) * (1.0 - 0.8 * measures.flesh.max(0.0));
    for side in [-1.0, 1.0] {
        let depth = if side > 0.0 { hollow * 1.3 } else { hollow };
        sheet.blot(rig.on_face(24.0 * side, 24.0), (4.6, 8.5), 0.45 * side, palette.skin_deep.at(depth));
        sheet.blot(rig.on_face(31.5 * side, -14.0), (3.6, 8.0), 0.0, palette.skin_deep.at(0.25 * sunk + 0.3 * gaunt));
    }
}

/// Blood under the skin: cheeks, nose, and around eyes that have wept.
fn blood(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let (flush, wet) = (rig.pose.flush, rig.pose.wet);
    for side in [-1.0, 1.0] {
        let cheek = rig.placed(Landmark::Cheek, side);
        let strength = 0.20 + 0.08 * rig.measures().youth + 0.32 * flush + 0.12 * rig.strength(Action::CornerPull, side);
        sheet.blot(Point::new(cheek.x, cheek.y + 1.0), (8.5, 6.0), -0.2 * side, palette.blood.at(strength));
        sheet.blot(rig.on_face(16.0 * side, 4.5), (8.5, 3.6), 0.0, palette.blood.at(0.55 * wet));
    }
    sheet.blot(rig.at(0.0, rig.measures().nose_length - 1.0, 36.0), (5.0, 4.0), 0.0, palette.blood.at(0.16 + 0.4 * wet));
    sheet.blot(rig.on_face(0.0, -26.0), (17.0, 8.0), 0.0, palette.blood.at(0.22 * flush));
}

/// The planes of the face: forehead, sockets, cheekbones, chin.
fn planes(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let (shade, deep, light) = (palette.skin_shade, palette.skin_deep, palette.skin_light);
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    sheet.blot(rig.on_face(-7.0, -26.0), (13.0, 7.0), -0.1, light.at(0.6));
    for side in [-1.0, 1.0] {
        let heavier = if side > 0.0 { 1.0 } else { 0.75 };
        sheet.blot(rig.on_face(15.5 * side, -6.0), (9.0, 3.6), -0.08 * side, deep.at(0.30 * heavier));
        sheet.blot(rig.on_face(8.0 * side, -2.0), (2.2, 5.0), 0.2 * side, deep.at(0.34 * heavier));
        let cheek = rig.placed(Landmark::Cheek, side);
        let glow = (0.55 + 0.25 * rig.strength(Action::CheekRaise, side)) / (0.7 + 0.5 * heavier);
        sheet.blot(Point::new(cheek.x - 1.0 * side, cheek.y - 5.0), (5.5, 2.6), 0.3 * side, light.lit(0.015).at(glow));
    }
    sheet.blot(rig.on_face(0.5, 36.8), (6.0, 1.5), 0.0, deep.at(0.38));
    sheet.blot(rig.on_face(-1.5, chin - 5.5), (5.0, 2.8), 0.0, light.at(0.45));
    sheet.blot(rig.on_face(0.0, 24.5), (2.2, 2.6), 0.0, shade.at(0.6));
    let dimpled = rig.overall(Action::ChinRaise);
    for (x, y) in [(-3.2, -7.2), (2.8, -6.6), (-0.4, -4.6), (0.6, -8.8)] {
        sheet.blot(rig.on_face(x, chin + y), (0.9, 0.7), 0.0, deep.at(0.6 * dimpled));
    }
}
