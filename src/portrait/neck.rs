//! The neck, the hollow of the throat and what shows of the chest.

use vello_cpu::kurbo::{BezPath, Point};

use super::folds::worn;
use super::head::jaw_line;
use super::pen::{Sheet, along, outline};
use super::rig::{Landmark, Rig};

/// The neck with its shadows; years and flesh show in it.
pub fn neck(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let measures = rig.measures();
    let neck = neck_outline(rig);
    let chin = rig.at(0.0, 48.0, 12.0);
    let hollow = rig.collar(0.0, 78.0);
    let inks = [palette.skin_deep, palette.skin_shade, palette.skin, palette.skin];
    sheet.paint(neck.clone(), along(chin, Point::new(hollow.x, hollow.y + 8.0), &inks));
    let (worn, lean) = (worn(measures.age), (-measures.flesh).max(0.0));
    sheet.within(&neck, |sheet| {
        let width = measures.neck;
        sheet.blot(Point::new(chin.x + 2.0, chin.y + 2.0), (width, 7.0), 0.0, palette.skin_deep.at(0.8));
        let right = rig.collar(15.0, 62.0);
        sheet.blot(right, (4.5, 22.0), 0.0, palette.skin_deep.at(0.55));
        let both = |places: [(f64, f64); 3]| [-1.0, 1.0].map(|side| places.map(|(x, y)| rig.collar(x * side, y)));
        let sinews = both([(11.0, 56.0), (7.0, 68.0), (2.6, 76.0)]);
        sheet.creases(sinews.iter().map(|line| &line[..]), 1.6, palette.skin_deep.at(0.10 + 0.45 * worn + 0.3 * lean));
        let bones = both([(4.0, 78.5), (16.0, 76.0), (34.0, 74.5)]);
        sheet.creases(bones.iter().map(|line| &line[..]), 1.8, palette.skin_deep.at(0.24 + 0.2 * lean));
        sheet.blot(hollow, (2.6, 2.2), 0.0, palette.skin_deep.at(0.3));
        let rings = [60.0, 66.5].map(|y| [(-12.0, y - 2.5), (0.0, y + 1.0), (12.0, y - 2.5)].map(|(x, y)| rig.collar(x, y)));
        sheet.creases(rings.iter().map(|line| &line[..]), 1.0, palette.crease.at(0.5 * worn + 0.2 * measures.flesh.max(0.0)));
        // Loose skin hangs in two cords below the chin.
        let cords = both([(3.0, 53.0), (3.8, 62.0), (2.6, 72.0)]);
        sheet.creases(cords.iter().map(|line| &line[..]), 1.7, palette.skin_deep.at(0.75 * (worn - 0.45).max(0.0)));
    });
    full_chin(sheet, rig);
}

/// The soft second line under the jaw of a full face.
fn full_chin(sheet: &mut Sheet, rig: &Rig) {
    let full = (rig.measures().flesh - 0.2).max(0.0) / 0.8 * (1.0 - 0.4 * rig.measures().youth);
    if full <= 0.0 {
        return;
    }
    let palette = &rig.character.palette;
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let (across, down, _) = jaw_line(rig)[3];
    let half =
        [(0.9 * across, down - 6.0, 5.0), (0.88 * across + 1.5 * full, down + 5.0 * full, 8.0), (0.5 * across, chin + 5.0 * full, 12.0)];
    let mut points: Vec<Point> = half.iter().map(|(x, y, depth)| rig.at(-x, *y, *depth)).collect();
    let low = rig.at(0.0, chin + 6.5 * full, 13.0);
    points.push(low);
    points.extend(half.iter().rev().map(|(x, y, depth)| rig.at(*x, *y, *depth)));
    sheet.within(&neck_outline(rig), |sheet| {
        sheet.blot(Point::new(low.x + 1.5, low.y + 0.5), (across, 4.0), 0.0, palette.skin_deep.at(0.6 * full));
    });
    let inks = [palette.skin_deep, palette.skin_shade, palette.skin_shade.mixed(palette.skin_deep, 0.6)].map(|ink| ink.at(3.0 * full));
    sheet.paint(outline(&points), along(rig.at(0.0, chin - 1.0, 13.0), low, &inks));
}

/// The outline of neck and chest, as far as any neckline shows of it.
pub fn neck_outline(rig: &Rig) -> BezPath {
    let width = rig.measures().neck;
    let jaw = |side: f64| rig.at(side * (width + 0.6), 26.0, 2.0);
    let half = [(15.3, 50.0), (16.6, 58.0), (19.6, 64.0), (24.0, 69.5), (26.0, 84.0), (22.0, 108.0)];
    let mut points = vec![jaw(-1.0)];
    points.extend(half.iter().map(|(x, y)| rig.collar(-x, *y)));
    points.extend(half.iter().rev().map(|(x, y)| rig.collar(*x, *y)));
    points.push(jaw(1.0));
    outline(&points)
}
