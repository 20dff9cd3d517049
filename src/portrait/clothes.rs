//! Neck, shoulders and what is worn on them.

use vello_cpu::kurbo::{BezPath, Point};

use super::colour::Ink;
use super::pen::{Sheet, along, cornered, outline, oval, through};
use super::rig::Rig;
use crate::script::appearance::Clothing;

/// The neck, the hollow of the throat and what shows of the chest.
pub fn neck(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let neck = neck_outline(rig);
    let chin = rig.at(0.0, 48.0, 12.0);
    let hollow = rig.collar(0.0, 78.0);
    let inks = [palette.skin_deep, palette.skin_shade, palette.skin, palette.skin];
    sheet.paint(neck.clone(), along(chin, Point::new(hollow.x, hollow.y + 8.0), &inks));
    sheet.within(&neck, |sheet| {
        let width = rig.measures().neck;
        sheet.blot(Point::new(chin.x + 2.0, chin.y + 2.0), (width, 7.0), 0.0, palette.skin_deep.at(0.8));
        let right = rig.collar(15.0, 62.0);
        sheet.blot(right, (4.5, 22.0), 0.0, palette.skin_deep.at(0.55));
        for side in [-1.0, 1.0] {
            let sinew = [(11.0, 56.0), (7.0, 68.0), (2.6, 76.0)].map(|(x, y)| rig.collar(x * side, y));
            sheet.crease(&sinew, 1.5, palette.skin_deep.at(0.13 + 0.35 * rig.measures().age));
            let bone = [(4.0, 78.5), (16.0, 76.0), (34.0, 74.5)].map(|(x, y)| rig.collar(x * side, y));
            sheet.crease(&bone, 1.8, palette.skin_deep.at(0.26));
        }
        sheet.blot(hollow, (2.6, 2.2), 0.0, palette.skin_deep.at(0.3));
        let ring = [(-11.0, 60.0), (0.0, 63.5), (11.0, 60.0)].map(|(x, y)| rig.collar(x, y));
        sheet.crease(&ring, 0.9, palette.crease.at(0.45 * rig.measures().age));
    });
}

/// The clothing over the shoulders.
pub fn body(sheet: &mut Sheet, rig: &Rig) {
    let cloth = rig.character.palette.cloth;
    match rig.character.clothing {
        Clothing::Jumper | Clothing::TShirt | Clothing::Hoodie => jumper(sheet, rig),
        Clothing::Scrubs | Clothing::ChefJacket => scrubs(sheet, rig),
        Clothing::Shirt | Clothing::Blouse => shirt(sheet, rig),
        Clothing::Cardigan | Clothing::Overshirt | Clothing::Jacket => cardigan(sheet, rig),
        Clothing::RollNeck => {
            garment(sheet, rig, &ROUND_NECK, cloth);
            roll(sheet, rig);
        }
    }
}

/// Half a neckline, from where it meets the shoulder to the middle.
type Neckline = [(f64, f64); 4];

const ROUND_NECK: Neckline = [(20.5, 65.0), (17.0, 72.5), (9.5, 78.0), (0.0, 79.8)];
const SHALLOW_V: Neckline = [(20.5, 65.0), (15.0, 76.0), (7.0, 88.0), (0.0, 97.0)];
const SHIRT_FRONT: Neckline = [(20.5, 65.0), (14.0, 74.0), (6.0, 82.0), (0.0, 89.0)];
const OPEN_FRONT: Neckline = [(22.0, 65.0), (19.0, 84.0), (15.0, 112.0), (12.0, 150.0)];

fn jumper(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &ROUND_NECK, palette.cloth);
    hem(sheet, rig, &ROUND_NECK, 3.6, palette.cloth.lit(-0.035));
}

fn scrubs(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &SHALLOW_V, palette.cloth);
    hem(sheet, rig, &SHALLOW_V, 3.2, palette.cloth.lit(0.028));
}

fn shirt(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &SHIRT_FRONT, palette.cloth);
    let placket = [(1.5, 89.0), (2.0, 120.0), (2.0, 150.0)].map(|(x, y)| rig.body(x, y));
    sheet.line(through(&placket), 0.8, palette.cloth_shade);
    for y in [99.0, 118.0] {
        sheet.fill(oval(rig.body(-1.6, y), (1.2, 1.2), 0.0), palette.cloth_light.lit(0.08));
    }
    for side in [-1.0, 1.0] {
        let edge = [(16.2, 57.0), (12.0, 70.0), (0.9, 88.0)].map(|(x, y)| rig.collar(x * side, y));
        let fall = [(14.5, 102.0), (22.0, 82.0), (21.5, 63.0)].map(|(x, y)| rig.collar(x * side, y));
        let leaf = cornered(&[&edge, &fall]);
        let light = if side < 0.0 { 0.05 } else { 0.015 };
        let inks = [palette.cloth.lit(light - 0.03), palette.cloth.lit(light)];
        sheet.blot(rig.collar(16.0 * side, 92.0), (5.0, 8.0), 0.0, palette.cloth_shade.lit(-0.06).at(0.45));
        sheet.paint(leaf, along(edge[0], fall[0], &inks));
    }
}

fn cardigan(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let under = Ink::rgb(0xE9E2D4).mixed(palette.cloth, 0.12);
    garment(sheet, rig, &ROUND_NECK, under);
    hem(sheet, rig, &ROUND_NECK, 1.4, under.lit(-0.04));
    for side in [-1.0, 1.0] {
        let front = OPEN_FRONT.map(|(x, y)| rig.collar(x * side, y));
        let far = shoulder(rig, side);
        let mut rest: Vec<Point> = far.to_vec();
        rest.reverse();
        let panel = cornered(&[&front, &rest]);
        let inks = [palette.cloth_light, palette.cloth, palette.cloth_shade];
        sheet.blot(rig.collar(14.0 * side, 116.0), (6.0, 30.0), 0.0, under.lit(-0.2).at(0.35));
        sheet.paint(panel.clone(), along(rig.body(-80.0, 66.0), rig.body(80.0, 140.0), &inks));
        sheet.within(&panel, |sheet| {
            sheet.line(through(&front.map(|point| Point::new(point.x + 3.0 * side, point.y))), 6.0, palette.cloth.lit(-0.03));
            drape(sheet, rig, palette.cloth);
        });
    }
}

/// The folded neck of a roll-neck.
fn roll(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let points = [(-17.0, 57.0), (-20.5, 66.0), (-19.0, 74.0), (0.0, 80.5), (19.0, 74.0), (20.5, 66.0), (17.0, 57.0), (0.0, 61.5)];
    let roll = outline(&points.map(|(x, y)| rig.collar(x, y)));
    let inks = [palette.cloth_light, palette.cloth, palette.cloth_shade];
    sheet.blot(rig.collar(0.0, 81.0), (15.0, 3.6), 0.0, palette.cloth_shade.lit(-0.06).at(0.6));
    sheet.paint(roll.clone(), along(rig.collar(-20.0, 62.0), rig.collar(21.0, 72.0), &inks));
    sheet.within(&roll, |sheet| {
        for x in [-15.0, -11.0, -7.0, -3.0, 1.0, 5.0, 9.0, 13.0, 17.0] {
            let rib = [rig.collar(x, 56.0), rig.collar(x * 1.12, 82.0)];
            sheet.line(through(&rib), 0.6, palette.cloth_shade.at(0.45));
        }
    });
}

/// A top with a neckline cut out of it, its shading and its folds.
fn garment(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline, cloth: Ink) {
    // The garment's shadow on the skin just inside its neckline.
    let shape = garment_outline(rig, neckline);
    let shade = rig.character.palette.skin_deep;
    sheet.within(&neck_outline(rig), |sheet| {
        sheet.line(through(&whole(rig, neckline)), 2.4, shade.at(0.24));
    });
    let inks = [cloth.moved(0.045, 0.0, 0.005), cloth, cloth.lit(-0.07)];
    sheet.paint(shape.clone(), along(rig.body(-80.0, 66.0), rig.body(80.0, 140.0), &inks));
    sheet.within(&shape, |sheet| drape(sheet, rig, cloth));
}

/// Folds and soft shading of cloth over shoulders and chest.
fn drape(sheet: &mut Sheet, rig: &Rig, cloth: Ink) {
    let shade = cloth.lit(-0.11);
    let light = cloth.lit(0.07);
    sheet.blot(rig.body(6.0, 82.0), (24.0, 6.0), 0.0, shade.at(0.38));
    sheet.blot(rig.body(-52.0, 86.0), (20.0, 6.0), 0.35, light.at(0.4));
    sheet.blot(rig.body(-24.0, 118.0), (15.0, 18.0), 0.1, light.at(0.22));
    sheet.blot(rig.body(74.0, 120.0), (12.0, 34.0), -0.1, shade.at(0.55));
    sheet.blot(rig.body(2.0, 136.0), (9.0, 22.0), 0.0, shade.at(0.3));
    for side in [-1.0, 1.0] {
        let arm = [(61.0, 100.0), (64.0, 116.0), (65.0, 150.0)].map(|(x, y)| rig.body(x * side, y));
        sheet.blot(arm[1], (3.2, 20.0), 0.05 * side, shade.at(0.7));
        sheet.crease(&arm, 1.5, shade.lit(-0.06).at(0.6));
        let pull = [(60.0, 103.0), (48.0, 107.0), (38.0, 116.0)].map(|(x, y)| rig.body(x * side, y));
        sheet.crease(&pull, 1.9, shade.at(0.5));
        let seam = [(56.0, 78.0), (63.0, 90.0), (62.0, 104.0)].map(|(x, y)| rig.body(x * side, y));
        sheet.crease(&seam, 0.9, shade.at(0.6));
        let fold = [(26.0, 78.0), (34.0, 90.0), (37.0, 104.0)].map(|(x, y)| rig.body(x * side, y));
        sheet.crease(&fold, 1.6, shade.at(0.3));
    }
}

/// The band along a neckline.
fn hem(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline, width: f64, ink: Ink) {
    let line = whole(rig, neckline);
    let lower: Vec<Point> = line.iter().map(|point| Point::new(point.x, point.y + 0.5 * width)).collect();
    sheet.within(&garment_outline(rig, neckline), |sheet| {
        sheet.line(through(&lower), width + 1.0, ink.lit(-0.07).at(0.6));
        sheet.line(through(&lower), width, ink);
    });
}

fn garment_outline(rig: &Rig, neckline: &Neckline) -> BezPath {
    let mut left = shoulder(rig, -1.0).to_vec();
    left.reverse();
    cornered(&[&left, &whole(rig, neckline), &shoulder(rig, 1.0)])
}

/// The whole neckline, from the viewer's left to right.
fn whole(rig: &Rig, neckline: &Neckline) -> Vec<Point> {
    let left = neckline.iter().map(|(x, y)| rig.collar(-x, *y));
    let right = neckline.iter().rev().skip(1).map(|(x, y)| rig.collar(*x, *y));
    left.chain(right).collect()
}

/// From the side of the neck over the shoulder and down the arm, to below the picture.
fn shoulder(rig: &Rig, side: f64) -> [Point; 8] {
    let neck = rig.collar(20.5 * side, 65.0);
    let rest = [(30.0, 70.0), (45.0, 75.5), (62.0, 80.5), (76.0, 89.0), (84.0, 106.0), (90.0, 140.0), (94.0, 190.0)];
    let mut points = [neck; 8];
    for (point, (x, y)) in points.iter_mut().skip(1).zip(rest) {
        *point = rig.body(x * side, y);
    }
    points
}

fn neck_outline(rig: &Rig) -> BezPath {
    let width = rig.measures().neck;
    let jaw = |side: f64| rig.at(side * (width + 0.6), 26.0, 2.0);
    let half = [(15.3, 50.0), (16.6, 58.0), (19.6, 64.0), (24.0, 69.5), (26.0, 84.0), (22.0, 108.0)];
    let mut points = vec![jaw(-1.0)];
    points.extend(half.iter().map(|(x, y)| rig.collar(-x, *y)));
    points.extend(half.iter().rev().map(|(x, y)| rig.collar(*x, *y)));
    points.push(jaw(1.0));
    outline(&points)
}
