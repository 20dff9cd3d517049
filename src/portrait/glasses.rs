//! Glasses.

use vello_cpu::kurbo::{Affine, BezPath, Point, Rect, RoundedRect, Shape};

use super::colour::Ink;
use super::pen::{Sheet, oval, through};
use super::rig::Rig;
use crate::script::appearance::Glasses;

/// How a pair of glasses is built.
struct Build {
    round: bool,
    /// Half a lens' width and height.
    lens: (f64, f64),
    rim: f64,
    frame: Ink,
}

const HORN: Ink = Ink::rgb(0x2B2628);
const METAL: Ink = Ink::rgb(0x8C7448);

/// The glasses.
pub fn glasses(sheet: &mut Sheet, rig: &Rig) {
    let build = match rig.character.glasses {
        Glasses::Without => return,
        Glasses::Round => Build { round: true, lens: (11.0, 10.2), rim: 1.4, frame: HORN },
        Glasses::Square => Build { round: false, lens: (11.6, 8.6), rim: 1.7, frame: HORN },
        Glasses::Wire => Build { round: true, lens: (11.4, 9.4), rim: 0.75, frame: METAL },
        Glasses::HalfRim => Build { round: false, lens: (11.6, 7.4), rim: 0.4, frame: HORN },
    };
    let white = Ink::rgb(0xFFFFFF);
    let mut lenses = BezPath::new();
    for side in [-1.0, 1.0] {
        let lens = lens(rig, side, &build);
        sheet.within(&lens, |sheet| {
            let centre = rig.at(side * 16.2, 1.4, 33.0);
            let streak = [Point::new(centre.x - 7.0, centre.y + 1.0), Point::new(centre.x - 1.0, centre.y - 8.0)];
            sheet.crease(&streak, 2.6, white.at(0.13));
        });
        lenses.extend(lens);
    }
    sheet.fill(lenses.clone(), white.at(0.05));
    // What the rim throws on the skin keeps it from floating.
    let palette = &rig.character.palette;
    sheet.line(Affine::translate((0.5, 1.1)) * lenses.clone(), build.rim + 0.5, palette.skin_deep.at(0.28));
    let half_rim = rig.character.glasses == Glasses::HalfRim;
    sheet.line(lenses, build.rim, build.frame.at(if half_rim { 0.5 } else { 1.0 }));
    let mut bars: Vec<Vec<Point>> = Vec::new();
    let (across, up) = build.lens;
    for side in [-1.0, 1.0] {
        if half_rim {
            let top = [
                (-across, 0.2),
                (0.4 - across, 0.7 - up),
                (2.6 - across, -up),
                (across - 2.6, -up),
                (across - 0.4, 0.7 - up),
                (across, 0.2),
            ];
            let brow = top.map(|(x, y)| rig.at(side * 16.2 + x, 1.4 + y, 33.0));
            sheet.line(through(&brow), 1.9, build.frame);
        }
        // The temple goes back to the ear, or under what covers it.
        let hinge = rig.at(side * (16.2 + across), -2.0, 31.0);
        let back = if rig.character.hair.covers_ears() {
            [rig.at(side * 30.0, -2.2, 23.0), rig.at(side * 32.6, -2.2, 14.0)]
        } else {
            [rig.at(side * 33.5, -2.0, 14.0), rig.at(side * 36.6, -1.4, 0.0)]
        };
        bars.push(vec![hinge, back[0], back[1]]);
    }
    bars.push(vec![rig.at(across - 16.2, -0.4, 35.0), rig.at(0.0, -2.2, 38.0), rig.at(16.2 - across, -0.4, 35.0)]);
    sheet.lines(&bars, build.rim.clamp(0.9, 1.4), build.frame);
}

/// The outline of a lens, which turns with the head.
fn lens(rig: &Rig, side: f64, build: &Build) -> BezPath {
    let centre = rig.at(side * 16.2, 1.4, 33.0);
    let way = rig.at(side * 16.2 + 1.0, 1.4, 33.0) - rig.at(side * 16.2 - 1.0, 1.4, 33.0);
    let (across, up) = (build.lens.0 * 0.5 * way.hypot(), build.lens.1 * rig.nearness());
    if build.round {
        return oval(centre, (across, up), way.atan2());
    }
    let rect = RoundedRect::from_rect(Rect::new(-across, -up, across, up), 4.2);
    Affine::translate(centre.to_vec2()) * Affine::rotate(way.atan2()) * rect.to_path(0.05)
}
