//! Beard and glasses.

use vello_cpu::kurbo::{BezPath, Point, Rect, RoundedRect, Shape};

use super::colour::Ink;
use super::head::face_outline;
use super::pen::{Sheet, along, brush, outline, oval, through};
use super::rig::{Landmark, Rig};
use crate::script::appearance::{Beard, Glasses};

/// The beard, from a shadow of stubble to a full one.
pub fn beard(sheet: &mut Sheet, rig: &Rig) {
    let (density, growth) = match rig.character.beard {
        Beard::Shaven => return,
        Beard::Stubble | Beard::Moustache | Beard::Goatee => (0.2, 0.0),
        Beard::Short => (0.86, 0.8),
        Beard::Full => (0.97, 5.5),
    };
    let palette = &rig.character.palette;
    let colour = palette.brow.mixed(palette.hair, 0.5);
    let shape = beard_outline(rig, growth);
    let paint = along(rig.on_face(0.0, 16.0), rig.on_face(0.0, 30.0), &[colour.at(0.4 * density), colour.at(density)]);
    if growth < 1.0 {
        sheet.within(&face_outline(rig), |sheet| sheet.paint(shape, paint));
    } else {
        sheet.paint(shape.clone(), paint);
    }
    if density > 0.5 {
        bristles(sheet, rig, colour);
    }
    moustache(sheet, rig, 1.0 + 0.07 * growth, colour.at(density));
}

fn beard_outline(rig: &Rig, growth: f64) -> BezPath {
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let jaw = rig.mark(Landmark::Jaw, 1.0);
    let corner = rig.mark(Landmark::MouthCorner, 1.0);
    let low = rig.mark(Landmark::LowerLip, 1.0).y;
    let half = [
        (corner.x - 3.0, low + 2.0, 28.0),
        (corner.x + 4.6, corner.y + 1.5, 24.0),
        (corner.x + 8.5, 25.5, 20.0),
        (27.5, 17.0, 12.0),
        (33.4, 2.0, 3.0),
        (36.0, -2.0, 0.0),
        (36.5 + 0.2 * growth, 14.0, 0.0),
        (jaw.x + 2.6 + 0.4 * growth, jaw.y + 1.0, 6.0),
        (18.5 + 0.3 * growth, chin - 4.6 + growth, 12.0),
    ];
    let mut points = vec![rig.at(0.0, low + 1.6, 30.0)];
    points.extend(half.iter().map(|(x, y, depth)| rig.at(*x, *y, *depth)));
    points.push(rig.at(0.0, chin + 0.6 + growth, 20.0));
    points.extend(half.iter().rev().map(|(x, y, depth)| rig.at(-x, *y, *depth)));
    outline(&points)
}

fn bristles(sheet: &mut Sheet, rig: &Rig, colour: Ink) {
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    for index in 0..24 {
        let across = f64::from(index) / 11.5 - 1.0;
        let x = 25.0 * across;
        let y = chin - 5.0 - 16.0 * across.abs().powi(2) + f64::from((index * 5) % 4);
        let hair = [rig.at(x, y - 4.0, 16.0), rig.at(x * 1.01, y, 16.0)];
        let light = if index % 2 == 0 { 0.07 } else { -0.07 };
        sheet.crease(&hair, 0.8, colour.lit(light).at(0.45));
    }
}

fn moustache(sheet: &mut Sheet, rig: &Rig, fullness: f64, ink: Ink) {
    for side in [-1.0, 1.0] {
        let peak = rig.mark(Landmark::UpperLipPeak, side);
        let corner = rig.mark(Landmark::MouthCorner, side);
        let line = [
            rig.at(0.4 * side, peak.y - 2.0, 34.0),
            rig.at(5.5 * side, peak.y - 1.2, 32.0),
            rig.at(corner.x - 1.0 * side, corner.y - 1.9, 28.0),
            rig.at(corner.x + 2.6 * side, corner.y + 2.4, 25.0),
        ];
        sheet.fill(brush(&line, [2.2, 3.2, 1.8].map(|width| width * fullness)), ink.at(0.9 * f64::from(ink.alpha)));
    }
}

/// The glasses.
pub fn glasses(sheet: &mut Sheet, rig: &Rig) {
    let round = match rig.character.glasses {
        Glasses::Without => return,
        Glasses::Round | Glasses::Wire => true,
        Glasses::Square | Glasses::HalfRim => false,
    };
    let frame = Ink::rgb(0x2B2628);
    for side in [-1.0, 1.0] {
        let lens = lens(rig, side, round);
        sheet.fill(lens.clone(), Ink::rgb(0xFFFFFF).at(0.06));
        sheet.within(&lens, |sheet| {
            let centre = rig.at(side * 16.2, 1.4, 33.0);
            let streak = [Point::new(centre.x - 7.0, centre.y + 1.0), Point::new(centre.x - 1.0, centre.y - 8.0)];
            sheet.crease(&streak, 2.6, Ink::rgb(0xFFFFFF).at(0.13));
        });
        sheet.line(lens.clone(), 1.25, frame);
        let temple = [rig.at(side * 27.6, -2.0, 28.0), rig.at(side * 33.5, -2.0, 14.0), rig.at(side * 36.8, -1.0, 0.0)];
        sheet.line(through(&temple), 1.2, frame);
    }
    let bridge = [rig.at(-5.0, -0.4, 36.0), rig.at(0.0, -2.0, 38.0), rig.at(5.0, -0.4, 36.0)];
    sheet.line(through(&bridge), 1.3, frame);
}

fn lens(rig: &Rig, side: f64, round: bool) -> BezPath {
    let centre = rig.at(side * 16.2, 1.4, 33.0);
    if round {
        return oval(centre, (11.2, 10.2), 0.0);
    }
    let rect = Rect::from_center_size(centre, (23.0, 17.0));
    RoundedRect::from_rect(rect, 4.5).to_path(0.05)
}
