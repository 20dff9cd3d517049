//! Beards, from a shadow of stubble to a full one.

use vello_cpu::kurbo::{BezPath, Point};

use super::colour::Ink;
use super::head::{face_outline, jaw_line};
use super::pen::{Sheet, along, brush, outline};
use super::rig::{Landmark, Rig};
use crate::script::appearance::Beard;

/// The beard.
pub fn beard(sheet: &mut Sheet, rig: &Rig) {
    let ink = rig.character.palette.beard;
    match rig.character.beard {
        Beard::Shaven => {}
        Beard::Stubble => {
            whole(sheet, rig, 0.0, ink.at(0.24));
            bristles(sheet, rig, 0.0, ink.lit(-0.04), 0.16);
            moustache(sheet, rig, 1.0, ink.at(0.2));
        }
        Beard::Moustache => {
            whole(sheet, rig, 0.0, ink.at(0.1));
            moustache(sheet, rig, 1.75, ink.at(0.95));
            moustache(sheet, rig, 0.7, ink.lit(0.09).at(0.35));
        }
        Beard::Goatee => {
            whole(sheet, rig, 0.0, ink.at(0.09));
            goatee(sheet, rig, ink);
            moustache(sheet, rig, 1.05, ink.at(0.88));
        }
        Beard::Short => {
            whole(sheet, rig, 0.8, ink.at(0.88));
            bristles(sheet, rig, 0.8, ink, 0.5);
            moustache(sheet, rig, 1.1, ink.at(0.86));
        }
        Beard::Full => {
            whole(sheet, rig, 7.0, ink.at(0.97));
            bristles(sheet, rig, 7.0, ink, 0.6);
            moustache(sheet, rig, 1.5, ink.lit(0.02).at(0.97));
        }
    }
}

/// Cheeks, jaw and chin, so many units beyond the skin.
fn whole(sheet: &mut Sheet, rig: &Rig, growth: f64, ink: Ink) {
    let density = f64::from(ink.alpha);
    let shape = beard_outline(rig, growth);
    let paint = along(rig.on_face(0.0, -2.0), rig.on_face(0.0, 27.0), &[ink.at(0.0), ink.at(0.5 * density), ink]);
    if growth < 1.0 {
        sheet.within(&face_outline(rig), |sheet| sheet.paint(shape, paint));
    } else {
        sheet.paint(shape, paint);
    }
}

fn beard_outline(rig: &Rig, growth: f64) -> BezPath {
    let corner = rig.mark(Landmark::MouthCorner, 1.0);
    let low = rig.mark(Landmark::LowerLip, 1.0).y;
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    // The fuller, the closer it comes to the mouth.
    let close = growth / 7.0;
    let mut half = vec![
        (corner.x - 3.0, low + 2.0 - 0.9 * close, 28.0),
        (corner.x + 4.6 - 3.2 * close, corner.y + 1.5, 24.0),
        (corner.x + 8.5 - 4.0 * close, 25.5 - 0.5 * close, 20.0),
        (27.5, 17.0, 12.0),
        (33.0, 2.0, 3.0),
        (36.0, -4.0, 0.0),
    ];
    // Along the jaw it stands away from the skin, most at the chin.
    for (step, (x, y, depth)) in jaw_line(rig).into_iter().enumerate() {
        let share = step as f64 / 4.0;
        half.push((x + 1.2 + (0.3 - 0.12 * share) * growth, y + share * growth, depth - 3.0));
    }
    let mut points = vec![rig.at(0.0, low + 1.6 - 0.6 * close, 30.0)];
    points.extend(half.iter().map(|(x, y, depth)| rig.at(*x, *y, *depth)));
    points.push(rig.at(0.0, chin + 0.8 + growth, 19.0));
    points.extend(half.iter().rev().map(|(x, y, depth)| rig.at(-x, *y, *depth)));
    outline(&points)
}

/// Chin and the way down to it from the moustache.
fn goatee(sheet: &mut Sheet, rig: &Rig, ink: Ink) {
    let corner = |side| rig.mark(Landmark::MouthCorner, side);
    let low = rig.mark(Landmark::LowerLip, 1.0).y;
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let half = |side: f64| {
        let corner = corner(side);
        [
            (4.6 * side, low + 2.6, 30.0),
            (corner.x - 0.6 * side, low + 0.8, 27.0),
            (corner.x + 0.8 * side, corner.y + 1.6, 26.0),
            (corner.x + 3.6 * side, corner.y + 1.4, 24.0),
            (corner.x + 3.4 * side, low + 4.5, 22.0),
            (9.4 * side, chin - 3.0, 19.0),
            (5.0 * side, chin + 1.8, 19.0),
        ]
        .map(|(x, y, depth)| rig.at(x, y, depth))
    };
    let mut points = vec![rig.at(0.0, low + 1.8, 31.0)];
    points.extend(half(1.0));
    points.push(rig.at(0.0, chin + 2.6, 20.0));
    points.extend(half(-1.0).into_iter().rev());
    sheet.fill(outline(&points), ink.at(0.88));
    let lines: Vec<[Point; 2]> = (0..9)
        .map(|index| {
            let x = -6.0 + 1.5 * f64::from(index);
            [rig.at(x, low + 5.0, 25.0), rig.at(0.8 * x, chin + 0.6 - 0.03 * x * x, 20.0)]
        })
        .collect();
    sheet.creases(lines.iter().map(|line| &line[..]), 0.8, ink.lit(0.08).at(0.5));
}

/// Single hairs, light and dark.
fn bristles(sheet: &mut Sheet, rig: &Rig, growth: f64, ink: Ink, strength: f64) {
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let hairs: Vec<[Point; 2]> = (0..40)
        .map(|index| {
            let across = f64::from(index % 20) / 9.5 - 1.0;
            let row = f64::from(index / 20);
            let x = 27.0 * across;
            let y = chin - 3.0 - 7.0 * row - 17.0 * across.abs().powi(2) + f64::from((index * 5) % 4) + (0.8 - 0.5 * row) * growth;
            [rig.at(x, y - 4.0 - 0.4 * growth, 18.0 - 8.0 * across.abs()), rig.at(x * 1.01, y, 17.0 - 8.0 * across.abs())]
        })
        .collect();
    sheet.within(&beard_outline(rig, growth), |sheet| {
        for (kind, light) in [(0, 0.08), (1, -0.07)] {
            let these = hairs.iter().skip(kind).step_by(2).map(|hair| &hair[..]);
            sheet.creases(these, 0.9, ink.lit(light).at(strength));
        }
    });
}

fn moustache(sheet: &mut Sheet, rig: &Rig, fullness: f64, ink: Ink) {
    let mut both = BezPath::new();
    for side in [-1.0, 1.0] {
        let peak = rig.mark(Landmark::UpperLipPeak, side);
        let corner = rig.mark(Landmark::MouthCorner, side);
        let line = [
            rig.at(0.1 * side, peak.y - 2.0, 34.0),
            rig.at(5.5 * side, peak.y - 1.4, 32.0),
            rig.at(corner.x - 1.0 * side, corner.y - 1.9, 28.0),
            rig.at(corner.x + 2.6 * side, corner.y + 2.4, 25.0),
        ];
        both.extend(brush(&line, [2.4, 3.2, 1.6].map(|width| width * fullness)));
    }
    sheet.fill(both, ink);
}
