//! Cloth: a garment's cut over the shoulders, its folds, its hem and its pattern.

use vello_cpu::kurbo::{BezPath, Point};

use super::colour::Ink;
use super::neck::neck_outline;
use super::pen::{Sheet, along, cornered, through};
use super::rig::Rig;
use crate::script::appearance::Pattern;

/// Half a neckline, from where it meets the shoulder to the middle.
pub type Neckline = [(f64, f64); 4];

/// Deeper than any picture shows.
pub const BELOW: f64 = 320.0;

/// The main piece, in its own colour and pattern.
pub fn garment(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline) {
    let shape = laid(sheet, rig, neckline, rig.character.palette.cloth);
    sheet.within(&shape, |sheet| {
        pattern(sheet, rig);
        drape(sheet, rig, rig.character.palette.cloth, &[-1.0, 1.0]);
    });
}

/// Something worn beneath, of which only the middle shows.
pub fn undergarment(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline, cloth: Ink) {
    let down = |side: f64| [(30.0, 76.0), (38.0, 92.0), (40.0, 140.0), (40.0, BELOW)].map(|(x, y)| rig.collar(x * side, y));
    let mut left = down(-1.0);
    left.reverse();
    let shape = cornered(&[&left, &whole(rig, neckline), &down(1.0)]);
    throw_shadow(sheet, rig, neckline);
    sheet.paint(shape.clone(), lit(rig, cloth));
    sheet.within(&shape, |sheet| {
        sheet.blot(rig.body(3.0, 84.0), (18.0, 6.0), 0.0, cloth.lit(-0.11).at(0.4));
        let folds = [[(4.0, 92.0), (8.0, 112.0), (5.0, 136.0)], [(-8.0, 98.0), (-6.0, 116.0), (-9.0, 140.0)]];
        let folds = folds.map(|fold| fold.map(|(x, y)| rig.body(x, y)));
        sheet.creases(folds.iter().map(|fold| &fold[..]), 2.0, cloth.lit(-0.12).at(0.35));
    });
}

fn laid(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline, cloth: Ink) -> BezPath {
    let shape = garment_outline(rig, neckline);
    throw_shadow(sheet, rig, neckline);
    sheet.paint(shape.clone(), lit(rig, cloth));
    shape
}

/// The garment's shadow on the skin just inside its neckline.
fn throw_shadow(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline) {
    sheet.within(&neck_outline(rig), |sheet| {
        sheet.line(through(&whole(rig, neckline)), 2.4, rig.character.palette.skin_deep.at(0.24));
    });
}

/// Cloth with the light of the window on it.
pub fn lit(rig: &Rig, cloth: Ink) -> super::display::Paint {
    along(rig.body(-80.0, 66.0), rig.body(80.0, 140.0), &[cloth.moved(0.045, 0.0, 0.005), cloth, cloth.lit(-0.07)])
}

/// One half of something that hangs open: from its front edge over the shoulder.
pub fn panel(sheet: &mut Sheet, rig: &Rig, front: &[Point], side: f64) -> BezPath {
    let cloth = rig.character.palette.cloth;
    let mut rest: Vec<Point> = shoulder(rig, side).to_vec();
    rest.reverse();
    let panel = cornered(&[front, &rest]);
    sheet.paint(panel.clone(), lit(rig, cloth));
    sheet.within(&panel, |sheet| {
        pattern(sheet, rig);
        drape(sheet, rig, cloth, &[side]);
    });
    panel
}

/// Folds and soft shading of cloth over shoulders and chest, on the sides that the piece covers.
fn drape(sheet: &mut Sheet, rig: &Rig, cloth: Ink, sides: &[f64]) {
    let shade = cloth.lit(-0.11);
    let light = cloth.lit(0.07);
    if sides.len() > 1 {
        sheet.blot(rig.body(6.0, 82.0), (24.0, 6.0), 0.0, shade.at(0.38));
        sheet.blot(rig.body(2.0, 136.0), (9.0, 22.0), 0.0, shade.at(0.3));
    }
    let on_sides = |sheet: &mut Sheet, lines: &[[(f64, f64); 3]], width: f64, ink: Ink| {
        let lines: Vec<[Point; 3]> =
            sides.iter().flat_map(|side| lines.iter().map(move |line| line.map(|(x, y)| rig.body(x * side, y)))).collect();
        sheet.creases(lines.iter().map(|line| &line[..]), width, ink);
    };
    for side in sides {
        if *side < 0.0 {
            sheet.blot(rig.body(-52.0, 86.0), (20.0, 6.0), 0.35, light.at(0.4));
            sheet.blot(rig.body(-24.0, 118.0), (15.0, 18.0), 0.1, light.at(0.22));
        } else {
            sheet.blot(rig.body(74.0, 120.0), (12.0, 34.0), -0.1, shade.at(0.55));
        }
        sheet.blot(rig.body(64.0 * side, 116.0), (3.2, 20.0), 0.05 * side, shade.at(0.7));
    }
    on_sides(sheet, &[[(61.0, 100.0), (64.0, 116.0), (65.0, 190.0)]], 1.5, shade.lit(-0.06).at(0.6));
    let pulls = [[(60.0, 103.0), (48.0, 107.0), (38.0, 116.0)], [(26.0, 78.0), (34.0, 90.0), (37.0, 104.0)]];
    on_sides(sheet, &pulls, 1.8, shade.at(0.42));
    on_sides(sheet, &[[(56.0, 78.0), (63.0, 90.0), (62.0, 104.0)], [(58.0, 150.0), (40.0, 160.0), (20.0, 158.0)]], 1.0, shade.at(0.55));
}

/// The pattern, which follows the body; the piece that it lies on bounds it.
pub fn pattern(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let (wide, ink) = match rig.character.pattern {
        Pattern::Plain => return,
        Pattern::Stripes => (3.4, palette.second.at(0.9)),
        Pattern::Check => (3.6, palette.second.at(0.34)),
    };
    let checked = rig.character.pattern == Pattern::Check;
    let apart = if checked { 11.0 } else { 8.5 };
    let across: Vec<Vec<Point>> = (0..if checked { 19 } else { 25 })
        .map(|row| {
            let y = 76.0 + apart * f64::from(row);
            [(-96.0, y + 13.0), (-66.0, y + 1.0), (-30.0, y - 1.5), (0.0, y + 1.0), (30.0, y - 1.5), (66.0, y + 1.0), (96.0, y + 13.0)]
                .map(|(x, y)| rig.body(x, y))
                .into()
        })
        .collect();
    sheet.lines(&across, wide, ink);
    if checked {
        let down: Vec<Vec<Point>> = (-8..=8)
            .map(|column| {
                let x = 11.0 * f64::from(column) + 1.5;
                vec![rig.body(0.86 * x, 60.0), rig.body(x, 96.0), rig.body(1.02 * x, 150.0), rig.body(1.02 * x, BELOW)]
            })
            .collect();
        sheet.lines(&down, wide, ink);
        let fine = palette.cloth_shade.lit(-0.08).at(0.5);
        let between = |lines: Vec<Vec<Point>>, dx: f64, dy: f64| -> Vec<Vec<Point>> {
            lines.into_iter().map(|line| line.into_iter().map(|point| Point::new(point.x + dx, point.y + dy)).collect()).collect()
        };
        let thin: Vec<Vec<Point>> = between(across, 0.0, 0.5 * apart).into_iter().chain(between(down, 5.5, 0.0)).collect();
        sheet.lines(&thin, 0.9, fine);
    }
}

/// The band along a neckline.
pub fn hem(sheet: &mut Sheet, rig: &Rig, neckline: &Neckline, width: f64, ink: Ink) {
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
pub fn whole(rig: &Rig, neckline: &Neckline) -> Vec<Point> {
    let left = neckline.iter().map(|(x, y)| rig.collar(-x, *y));
    let right = neckline.iter().rev().skip(1).map(|(x, y)| rig.collar(*x, *y));
    left.chain(right).collect()
}

/// From the side of the neck over the shoulder and down the arm, to below the picture.
fn shoulder(rig: &Rig, side: f64) -> [Point; 9] {
    let neck = rig.collar(20.5 * side, 65.0);
    let rest = [(30.0, 70.0), (45.0, 75.5), (62.0, 80.5), (76.0, 89.0), (84.0, 106.0), (90.0, 140.0), (94.0, 190.0), (92.0, BELOW)];
    let mut points = [neck; 9];
    for (point, (x, y)) in points.iter_mut().skip(1).zip(rest) {
        *point = rig.body(x * side, y);
    }
    points
}
