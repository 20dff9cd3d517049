//! Hair: the choice between all the ways it is worn, and what they have in common.

use vello_cpu::kurbo::{BezPath, Point};

use super::display::Paint;
use super::pen::{Sheet, along, cornered, outline, through};
use super::rig::Rig;
use super::{hair_fringe, hair_full, hair_long, hair_short, hair_tied, scarf, turban};
use crate::script::appearance::HairStyle;

/// How far behind the face's plane the crown of the hair lies.
const CROWN_DEPTH: f64 = -6.0;

/// What of the hair lies behind the head and shoulders.
pub fn behind(sheet: &mut Sheet, rig: &Rig) {
    match rig.character.hair {
        HairStyle::Bald | HairStyle::Receding => {}
        HairStyle::Cropped | HairStyle::Short | HairStyle::SweptBack | HairStyle::Tousled => cap(sheet, rig, 37.4, 8.0),
        HairStyle::Pixie => cap(sheet, rig, 37.4, 16.0),
        HairStyle::Curls => hair_full::cloud(sheet, rig),
        HairStyle::Locs => hair_full::locs_behind(sheet, rig),
        HairStyle::Bob => hair_long::bob_behind(sheet, rig),
        HairStyle::ShoulderLength | HairStyle::Waves => hair_long::fall(sheet, rig),
        HairStyle::TiedBack | HairStyle::Braid => hair_tied::nape(sheet, rig),
        HairStyle::Bun => hair_tied::bun(sheet, rig),
        HairStyle::Headscarf => scarf::behind(sheet, rig),
        HairStyle::Turban => turban::behind(sheet, rig),
    }
}

/// What of the hair lies over the shoulders, behind the face.
pub fn on_shoulders(sheet: &mut Sheet, rig: &Rig) {
    match rig.character.hair {
        HairStyle::TiedBack => hair_tied::tail(sheet, rig),
        HairStyle::Braid => hair_tied::braid(sheet, rig),
        _ => {}
    }
}

/// What of the hair lies before the face.
pub fn before(sheet: &mut Sheet, rig: &Rig) {
    match rig.character.hair {
        HairStyle::Bald => {}
        HairStyle::Receding => hair_short::receding(sheet, rig),
        HairStyle::Cropped => hair_short::cropped(sheet, rig),
        HairStyle::Short => hair_short::short(sheet, rig),
        HairStyle::SweptBack => hair_short::swept_back(sheet, rig),
        HairStyle::Tousled => hair_fringe::tousled(sheet, rig),
        HairStyle::Pixie => hair_fringe::pixie(sheet, rig),
        HairStyle::Curls => hair_full::fringe_of_curls(sheet, rig),
        HairStyle::Locs => hair_full::locs(sheet, rig),
        HairStyle::Bob => hair_long::bob(sheet, rig),
        HairStyle::ShoulderLength => hair_long::curtains(sheet, rig),
        HairStyle::Waves => hair_long::waves(sheet, rig),
        HairStyle::TiedBack | HairStyle::Braid => hair_tied::parted(sheet, rig),
        HairStyle::Bun => hair_tied::drawn_up(sheet, rig),
        HairStyle::Headscarf => scarf::before(sheet, rig),
        HairStyle::Turban => turban::before(sheet, rig),
    }
}

/// A place on the crown of the hair.
pub fn crown(rig: &Rig, x: f64, y: f64) -> Point {
    rig.at(x, y, CROWN_DEPTH)
}

/// Places on the head, each written as across, down and forward.
pub fn placed(rig: &Rig, places: &[(f64, f64, f64)]) -> Vec<Point> {
    places.iter().map(|(x, y, depth)| rig.at(*x, *y, *depth)).collect()
}

/// Places on the crown of the hair.
pub fn crowned(rig: &Rig, places: &[(f64, f64)]) -> Vec<Point> {
    places.iter().map(|(x, y)| crown(rig, *x, *y)).collect()
}

/// Paint for hair, light where the window's light falls.
pub fn sheen(rig: &Rig) -> Paint {
    let palette = &rig.character.palette;
    let inks = [palette.hair_light, palette.hair, palette.hair_shade];
    along(crown(rig, -34.0, -52.0), crown(rig, 36.0, 4.0), &inks)
}

/// Single strands, lighter or darker than the hair they lie on.
pub fn strands(sheet: &mut Sheet, rig: &Rig, shape: &BezPath, lines: &[[Point; 4]]) {
    let palette = &rig.character.palette;
    let kinds =
        [(1.5, palette.hair_light.at(0.34)), (1.2, palette.hair_shade.lit(-0.04).at(0.55)), (0.8, palette.hair_light.lit(0.05).at(0.28))];
    sheet.within(shape, |sheet| {
        for (kind, (width, ink)) in kinds.into_iter().enumerate() {
            sheet.creases(lines.iter().skip(kind).step_by(3).map(|line| &line[..]), width, ink);
        }
    });
}

/// The hair at the back of the head.
pub fn cap(sheet: &mut Sheet, rig: &Rig, width: f64, length: f64) {
    let share = width / 38.2;
    let half = [(22.0, -46.5), (34.0, -34.0), (38.2, -14.0), (38.2, length - 4.0), (22.0, length + 6.0)];
    let mut points = vec![crown(rig, 0.0, -52.5)];
    points.extend(half.iter().map(|(x, y)| crown(rig, x * share, *y)));
    points.extend(half.iter().rev().map(|(x, y)| crown(rig, -x * share, *y)));
    sheet.fill(outline(&points), rig.character.palette.hair_shade);
}

/// Lays hair on the head from a hairline, written from the viewer's left, over a dome, written from the right.
pub fn laid(sheet: &mut Sheet, rig: &Rig, hairline: &[(f64, f64, f64)], dome: &[(f64, f64)]) -> BezPath {
    let hairline = placed(rig, hairline);
    let shape = cornered(&[&hairline, &crowned(rig, dome)]);
    sheet.paint(shape.clone(), sheen(rig));
    soften(sheet, rig, &shape, &hairline);
    shape
}

/// A soft edge where hair meets skin, in place of a cut one.
pub fn soften(sheet: &mut Sheet, rig: &Rig, shape: &BezPath, hairline: &[Point]) {
    let palette = &rig.character.palette;
    sheet.line(through(hairline), 1.6, palette.hair.at(0.22));
    sheet.within(shape, |sheet| {
        sheet.line(through(hairline), 2.2, palette.skin_deep.mixed(palette.hair, 0.45).at(0.22));
    });
}

/// The shadow that hair throws on the forehead, below its edge.
pub fn shadow(sheet: &mut Sheet, rig: &Rig, edge: &[Point]) {
    let lower: Vec<Point> = edge.iter().map(|point| Point::new(point.x + 0.4, point.y + 1.2)).collect();
    sheet.line(through(&lower), 2.6, rig.character.palette.skin_deep.at(0.3));
}

/// A lock of hair with both ends in a point, from four places.
pub fn lock(from: [Point; 4], back: [Point; 2]) -> BezPath {
    let [start, .., end] = from;
    cornered(&[&from, &[end, back[0], back[1], start]])
}
