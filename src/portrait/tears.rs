//! Tears on the cheeks: the wet track, and the drop that runs.

use vello_cpu::kurbo::Point;

use super::colour::Ink;
use super::pen::{Sheet, oval};
use super::rig::{Landmark, Rig};

/// Units that a tear runs down before it is gone.
const WAY: f64 = 30.0;

/// Tears under both eyes.
pub fn tears(sheet: &mut Sheet, rig: &Rig) {
    let [left, right] = rig.pose.tears;
    for (side, along) in [(-1.0, left), (1.0, right)] {
        let place = |share: f64| under(rig, side, share);
        if rig.pose.tracks > 0.02 {
            let track: Vec<Point> = [0.0, 0.3, 0.6, 0.9].map(place).into();
            sheet.crease(&track, 1.5, Ink::rgb(0xFFFFFF).at(0.3 * rig.pose.tracks));
        }
        if along > 0.0 {
            let (drop, fading) = (place(along), 1.0 - ((along - 0.8) / 0.2).max(0.0));
            sheet.fill(oval(drop, (1.0, 1.5), 0.0), Ink::rgb(0xF4F8FB).at(0.72 * fading));
            sheet.fill(oval(Point::new(drop.x - 0.3, drop.y - 0.4), (0.35, 0.5), 0.0), Ink::rgb(0xFFFFFF).at(0.9 * fading));
        }
    }
}

/// A place on the cheek under the lower lid, 0 at the lid to 1 at the jaw.
fn under(rig: &Rig, side: f64, share: f64) -> Point {
    let lid = rig.mark(Landmark::LowerLid, side).y;
    rig.on_face(side * (17.0 + 3.4 * share - 1.2 * share * share), lid + 0.6 + WAY * share)
}
