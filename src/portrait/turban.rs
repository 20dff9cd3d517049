//! A turban: long cloth wound about the head in layers that meet above the forehead.

use vello_cpu::kurbo::{BezPath, Point};

use super::hair::{crown, placed, sheen};
use super::pen::{Sheet, along, cornered, outline, through};
use super::rig::Rig;

/// The back of a turban.
pub fn behind(sheet: &mut Sheet, rig: &Rig) {
    let half = [(26.0, -60.0), (41.0, -44.0), (43.0, -20.0), (38.0, 2.0), (22.0, 12.0)];
    let mut points = vec![crown(rig, 0.0, -66.0)];
    points.extend(half.iter().map(|(x, y)| crown(rig, *x, *y)));
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x, *y)));
    sheet.fill(outline(&points), rig.character.palette.hair_shade.lit(-0.05));
}

/// From over the ear to the point above the forehead, on the viewer's right.
const EDGE: [(f64, f64, f64); 5] = [(38.4, 0.0, -2.0), (34.6, -10.0, 5.0), (27.0, -20.0, 13.0), (14.0, -28.0, 20.0), (0.0, -34.0, 24.0)];
/// From above the ear over the top to the middle.
const OUTSIDE: [(f64, f64); 6] = [(42.6, -9.0), (45.0, -26.0), (41.0, -46.0), (28.0, -62.0), (12.0, -69.0), (0.0, -70.5)];
/// How many layers lie above the lowest.
const LAYERS: usize = 3;

/// The turban around the forehead, its layers wound from both sides.
pub fn before(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let edge = |side: f64| EDGE.map(|(x, y, depth)| rig.at(side * x, y, depth));
    let outside = |side: f64| OUTSIDE.map(|(x, y)| crown(rig, side * x, y));
    let backwards = |mut points: Vec<Point>| {
        points.reverse();
        points
    };
    let (left, right) = (edge(-1.0), backwards(edge(1.0).into()));
    let low: Vec<Point> = left.iter().chain(right.iter().skip(1)).map(|point| Point::new(point.x, point.y + 1.0)).collect();
    sheet.line(through(&low), 2.6, palette.skin_deep.at(0.32));
    // A band of the cloth worn beneath shows above the forehead.
    let under = [(-15.0, -25.5, 19.0), (0.0, -29.5, 24.0), (15.0, -25.5, 19.0), (0.0, -40.0, 20.0)];
    sheet.fill(outline(&placed(rig, &under)), palette.hair.moved(0.12, 0.0, -0.01));
    let whole = cornered(&[&left, &right, &outside(1.0), &backwards(outside(-1.0).into())]);
    sheet.paint(whole.clone(), sheen(rig));
    sheet.within(&whole, |sheet| {
        layers(sheet, rig);
        let meeting = [rig.at(0.0, -34.0, 24.0), rig.at(1.4, -48.0, 16.0), rig.at(0.6, -62.0, 6.0), crown(rig, 0.0, -71.0)];
        sheet.crease(&meeting, 1.8, palette.hair_shade.lit(-0.07).at(0.5));
        sheet.blot(crown(rig, -18.0, -56.0), (16.0, 6.0), -0.5, palette.hair_light.lit(0.05).at(0.45));
        sheet.blot(crown(rig, 42.0, -24.0), (7.0, 22.0), 0.0, palette.hair_shade.lit(-0.06).at(0.5));
    });
}

/// The layers of both sides, each a fold of cloth with light on its upper edge and shade below.
fn layers(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    let line = |side: f64, layer: usize, lift: f64| -> [Point; 4] {
        let up = layer as f64 + lift;
        [
            crown(rig, side * 44.0, -2.0 - 8.0 * up),
            rig.at(side * (34.0 - 0.6 * up), -14.0 - 9.2 * up, 8.0 - 2.0 * up),
            rig.at(side * 16.0, -29.0 - 9.0 * up, 20.0 - 3.8 * up),
            rig.at(-side * 0.6, -34.5 - 8.8 * up, 23.0 - 5.0 * up),
        ]
    };
    let mut edges = Vec::new();
    for layer in 0..=LAYERS {
        let mut fold = BezPath::new();
        for side in [1.0, -1.0] {
            let (low, mut high) = (line(side, layer, 0.0), line(side, layer, 1.0));
            high.reverse();
            fold.extend(cornered(&[&low, &high]));
            edges.push(line(side, layer, 0.04));
        }
        let inks = [palette.hair_light.lit(0.01), palette.hair, palette.hair_shade.lit(-0.01)];
        let middle = |lift: f64| line(-1.0, layer, lift)[2];
        sheet.paint(fold, along(middle(1.0), middle(0.0), &inks));
    }
    sheet.creases(edges.iter().map(|edge| &edge[..]), 1.5, palette.hair_shade.lit(-0.08).at(0.6));
}
