//! Clothes that button or hang open: shirt, cardigan, overshirt, jacket and a cook's jacket.

use vello_cpu::kurbo::{BezPath, Point};

use super::cloth::{BELOW, Neckline, garment, hem, panel, undergarment};
use super::clothes::ROUND_NECK;
use super::colour::Ink;
use super::pen::{Sheet, along, cornered, oval, through};
use super::rig::Rig;

const SHIRT_FRONT: Neckline = [(20.5, 65.0), (14.0, 74.0), (6.0, 82.0), (0.0, 89.0)];
const CLOSED: Neckline = [(19.0, 63.0), (14.0, 69.0), (7.0, 73.0), (0.0, 74.5)];

/// A shirt with a collar.
pub fn shirt(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &SHIRT_FRONT);
    placket(sheet, rig, palette.cloth);
    collar(sheet, rig, palette.cloth);
}

/// The overlap down the middle of a shirt, with its buttons.
fn placket(sheet: &mut Sheet, rig: &Rig, cloth: Ink) {
    let edge = [(3.4, 87.0), (3.6, 120.0), (3.6, 190.0), (3.6, BELOW)].map(|(x, y)| rig.body(x, y));
    sheet.line(through(&edge), 0.8, cloth.lit(-0.1));
    buttons(sheet, &[98.0, 117.0, 137.0, 157.0, 178.0].map(|y| rig.body(0.2, y)), 1.2, cloth);
}

/// Buttons, all in one shape, a little lighter or darker than what they are sewn to.
fn buttons(sheet: &mut Sheet, places: &[Point], size: f64, cloth: Ink) {
    let round = |down: f64| {
        let mut all = BezPath::new();
        places.iter().for_each(|place| all.extend(oval(Point::new(place.x, place.y + down), (size, size), 0.0)));
        all
    };
    let light = if cloth.lightness() > 0.75 { -0.16 } else { 0.13 };
    sheet.fill(round(0.5), cloth.lit(-0.2).at(0.7));
    sheet.fill(round(0.0), cloth.lit(light));
}

/// The two leaves of a shirt's collar.
fn collar(sheet: &mut Sheet, rig: &Rig, cloth: Ink) {
    for side in [-1.0, 1.0] {
        let edge = [(16.6, 56.0), (12.4, 69.0), (0.9, 88.0)].map(|(x, y)| rig.collar(x * side, y));
        let fall = [(14.5, 101.0), (22.0, 82.0), (21.8, 62.0)].map(|(x, y)| rig.collar(x * side, y));
        let leaf = cornered(&[&edge, &fall]);
        let light = if side < 0.0 { 0.05 } else { 0.015 };
        sheet.blot(rig.collar(16.0 * side, 92.0), (5.0, 8.0), 0.0, cloth.lit(-0.15).at(0.45));
        sheet.paint(leaf.clone(), along(edge[0], fall[0], &[cloth.lit(light - 0.03), cloth.lit(light)]));
        sheet.line(leaf, 0.6, cloth.lit(-0.11).at(0.7));
    }
}

/// The front edge of something that hangs open, from the side of the neck down.
fn front<const POINTS: usize>(rig: &Rig, places: [(f64, f64); POINTS], side: f64) -> Vec<Point> {
    let mut front: Vec<Point> = places.iter().map(|(x, y)| rig.collar(x * side, *y)).collect();
    front.extend(places.last().map(|(x, _)| rig.collar(x * side, BELOW)));
    front
}

/// The shadow of an open half on what is worn beneath.
fn cast(sheet: &mut Sheet, rig: &Rig, line: &[Point], side: f64, under: Ink) {
    let within: Vec<Point> = line.iter().skip(1).map(|point| Point::new(point.x - 1.6 * side, point.y + 1.0)).collect();
    sheet.line(through(&within), 5.0, under.lit(-0.22).at(0.22));
    sheet.blot(rig.collar(14.0 * side, 116.0), (6.0, 30.0), 0.0, under.lit(-0.2).at(0.3));
}

/// An open knitted jacket over a light top.
pub fn cardigan(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    undergarment(sheet, rig, &ROUND_NECK, palette.second);
    hem(sheet, rig, &ROUND_NECK, 1.4, palette.second.lit(-0.04));
    for side in [-1.0, 1.0] {
        let edge = front(rig, [(21.5, 64.0), (19.6, 82.0), (15.6, 108.0), (12.6, 136.0), (11.0, 170.0)], side);
        cast(sheet, rig, &edge, side, palette.second);
        let half = panel(sheet, rig, &edge, side);
        let band: Vec<Point> = edge.iter().map(|point| Point::new(point.x + 3.2 * side, point.y)).collect();
        sheet.within(&half, |sheet| {
            sheet.line(through(&band), 7.6, palette.cloth_shade.at(0.8));
            sheet.line(through(&band), 6.4, palette.cloth.lit(-0.025));
        });
        if side > 0.0 {
            let places = [112.0, 132.0, 152.0, 174.0].map(|y| rig.collar(17.8 - 0.07 * (y - 112.0), y));
            buttons(sheet, &places, 1.7, palette.cloth);
        }
    }
}

/// A thick shirt worn open over a T-shirt.
pub fn overshirt(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    undergarment(sheet, rig, &ROUND_NECK, palette.second);
    hem(sheet, rig, &ROUND_NECK, 2.0, palette.second.lit(-0.04));
    for side in [-1.0, 1.0] {
        let edge = front(rig, [(21.0, 64.0), (21.0, 84.0), (18.0, 110.0), (18.5, 140.0), (21.0, 180.0)], side);
        cast(sheet, rig, &edge, side, palette.second);
        panel(sheet, rig, &edge, side);
        let seam: Vec<Point> = edge.iter().map(|point| Point::new(point.x + 5.0 * side, point.y)).collect();
        sheet.line(through(&seam), 0.7, palette.cloth_shade.lit(-0.04).at(0.7));
        let flap = [(30.0, 108.0), (54.0, 107.0), (54.0, 115.0), (42.0, 118.5), (30.0, 115.5), (30.0, 108.0)];
        let flap = flap.map(|(x, y)| rig.body(x * side, y));
        sheet.line(through(&flap), 0.8, palette.cloth_shade.lit(-0.05).at(0.8));
        // The collar lies open.
        let inner = [(17.0, 56.0), (15.4, 68.0), (20.4, 86.0)].map(|(x, y)| rig.collar(x * side, y));
        let outer = [(33.0, 89.0), (31.0, 74.0), (23.5, 61.0)].map(|(x, y)| rig.collar(x * side, y));
        let leaf = cornered(&[&inner, &outer]);
        let light = if side < 0.0 { 0.05 } else { 0.015 };
        sheet.blot(outer[0], (7.0, 5.0), 0.0, palette.cloth_shade.lit(-0.08).at(0.5));
        sheet.paint(leaf.clone(), along(inner[0], outer[0], &[palette.cloth.lit(light - 0.04), palette.cloth.lit(light)]));
        sheet.line(leaf, 0.7, palette.cloth_shade.lit(-0.05).at(0.8));
    }
}

/// A tailored jacket with lapels over a shirt.
pub fn jacket(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    undergarment(sheet, rig, &SHIRT_FRONT, palette.second);
    placket(sheet, rig, palette.second);
    collar(sheet, rig, palette.second);
    let edges = [1.0, -1.0].map(|side| (side, front(rig, [(23.5, 63.0), (22.0, 84.0), (13.0, 112.0), (0.5, 142.0), (-1.0, 165.0)], side)));
    for (side, edge) in &edges {
        cast(sheet, rig, edge, *side, palette.second);
    }
    for (side, edge) in edges {
        panel(sheet, rig, &edge, side);
        let light = if side < 0.0 { 0.045 } else { 0.01 };
        let inner = [(22.4, 60.0), (22.6, 78.0), (14.0, 110.0), (0.8, 141.0)].map(|(x, y)| rig.collar(x * side, y));
        // Up the outside of the lapel to its notch, and along the collar to the neck.
        let lapel = [(20.0, 124.0), (38.5, 96.0)].map(|(x, y)| rig.collar(x * side, y));
        let notch = [(38.5, 96.0), (30.0, 91.5), (35.0, 87.0), (31.0, 73.0), (25.5, 60.0)].map(|(x, y)| rig.collar(x * side, y));
        let mut runs: Vec<&[Point]> = vec![&inner, &lapel];
        runs.extend(notch.windows(2));
        let whole = cornered(&runs);
        sheet.blot(rig.collar(33.0 * side, 104.0), (7.0, 14.0), 0.5 * side, palette.cloth_shade.lit(-0.06).at(0.5));
        sheet.paint(whole.clone(), along(inner[1], lapel[1], &[palette.cloth.lit(light - 0.04), palette.cloth.lit(light)]));
        sheet.line(whole, 0.7, palette.cloth_shade.lit(-0.05).at(0.85));
        let gorge = [notch[1], rig.collar(24.0 * side, 84.0)];
        sheet.line(through(&gorge), 0.7, palette.cloth_shade.lit(-0.05).at(0.85));
    }
    buttons(sheet, &[rig.body(2.5, 150.0)], 2.2, palette.cloth);
}

/// A cook's double-breasted jacket with a stand-up collar.
pub fn chef_jacket(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &CLOSED);
    let overlap = [(1.0, 76.0), (-9.0, 86.0), (-25.0, 97.0), (-25.5, 130.0), (-22.0, 190.0), (-21.0, BELOW)].map(|(x, y)| rig.body(x, y));
    let lower: Vec<Point> = overlap.iter().map(|point| Point::new(point.x - 0.9, point.y + 0.6)).collect();
    sheet.line(through(&lower), 2.2, palette.cloth_shade.at(0.6));
    sheet.line(through(&overlap), 0.9, palette.second.at(0.85));
    let places: Vec<Point> = [101.0, 119.0, 137.0, 156.0].iter().flat_map(|y| [rig.body(-17.0, *y), rig.body(17.0, *y)]).collect();
    buttons(sheet, &places, 2.1, palette.second);
    for side in [1.0, -1.0] {
        let top = [(18.0, 54.5), (14.6, 63.0), (-1.6 * side, 73.0)].map(|(x, y)| rig.collar(x * side, y));
        let foot = [(-side, 80.0), (12.0, 76.5), (21.6, 67.0), (21.0, 58.0)].map(|(x, y)| rig.collar(x * side, y));
        let leaf = cornered(&[&top, &foot]);
        let light = if side < 0.0 { 0.03 } else { -0.01 };
        sheet.blot(rig.collar(12.0 * side, 79.0), (10.0, 3.0), -0.4 * side, palette.cloth_shade.lit(-0.06).at(0.5));
        sheet.paint(leaf.clone(), along(top[0], foot[0], &[palette.cloth.lit(light), palette.cloth.lit(light - 0.03)]));
        sheet.line(leaf, 0.8, palette.second.at(0.7));
    }
}
