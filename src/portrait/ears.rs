//! Ears and what hangs from them.

use vello_cpu::kurbo::Point;

use super::colour::Ink;
use super::pen::{Sheet, along, oval};
use super::rig::Rig;
use crate::script::appearance::Earrings;

const GOLD: Ink = Ink::rgb(0xC79A45);

/// Both ears, unless hair or a scarf covers them.
pub fn ears(sheet: &mut Sheet, rig: &Rig) {
    if rig.character.hair.covers_ears() {
        return;
    }
    let palette = &rig.character.palette;
    let measures = rig.measures();
    // Ears go on growing through life.
    let tall = 8.8 + 1.1 * measures.age - 0.4 * measures.youth;
    for side in [-1.0, 1.0] {
        // The ear on the side that the head turns to goes out of sight.
        let shown = (1.0 - side * rig.pose.yaw * 0.03).clamp(0.3, 1.2);
        let centre = rig.at(side * 36.4, 5.0, -3.0);
        let inks = [palette.skin.mixed(palette.blood, 0.25), palette.skin_shade];
        let (top, bottom) = (Point::new(centre.x, centre.y - 9.0), Point::new(centre.x, centre.y + 9.0));
        sheet.paint(oval(centre, (4.6 * shown, tall), -0.13 * side), along(top, bottom, &inks));
        let shell = [(38.6, -1.5), (39.4, 4.0), (37.4, 10.0)].map(|(x, y)| rig.at(side * x, y, -3.0));
        sheet.crease(&shell, 1.4, palette.skin_deep.at(0.75));
        earring(sheet, rig, side, tall);
    }
}

fn earring(sheet: &mut Sheet, rig: &Rig, side: f64, tall: f64) {
    let lobe = rig.at(side * 37.4, 3.4 + tall, -2.0);
    match rig.character.earrings {
        Earrings::Without => {}
        Earrings::Studs => {
            sheet.fill(oval(lobe, (1.5, 1.5), 0.0), GOLD);
            sheet.fill(oval(Point::new(lobe.x - 0.5, lobe.y - 0.5), (0.6, 0.6), 0.0), Ink::rgb(0xFFF4D8));
        }
        Earrings::Hoops => {
            // Hoops hang straight down, however the head is held.
            let hoop = oval(Point::new(lobe.x, lobe.y + 6.2), (4.6, 6.2), 0.0);
            sheet.line(hoop.clone(), 1.5, GOLD.lit(-0.2));
            sheet.line(hoop, 1.0, GOLD.lit(0.06));
        }
    }
}
