//! What is worn on the upper body: the choice, and everything that is pulled over the head.

use vello_cpu::kurbo::Point;

use super::cloth::{BELOW, Neckline, garment, hem};
use super::pen::{Sheet, along, cornered, outline, oval, through};
use super::rig::Rig;
use super::tailored;
use crate::script::appearance::Clothing;

/// What of the clothing lies behind the neck.
pub fn behind(sheet: &mut Sheet, rig: &Rig) {
    if rig.character.clothing == Clothing::Hoodie {
        let palette = &rig.character.palette;
        let hood = [(-33.0, 76.0), (-31.0, 60.0), (-22.0, 50.0), (0.0, 46.5), (22.0, 50.0), (31.0, 60.0), (33.0, 76.0), (0.0, 86.0)];
        let hood = outline(&hood.map(|(x, y)| rig.collar(x, y)));
        sheet.paint(hood, along(rig.collar(0.0, 47.0), rig.collar(0.0, 66.0), &[palette.cloth_shade, palette.cloth_shade.lit(-0.1)]));
    }
}

/// The clothing over the shoulders.
pub fn body(sheet: &mut Sheet, rig: &Rig) {
    match rig.character.clothing {
        Clothing::TShirt => t_shirt(sheet, rig),
        Clothing::Jumper => jumper(sheet, rig),
        Clothing::Hoodie => hoodie(sheet, rig),
        Clothing::RollNeck => roll_neck(sheet, rig),
        Clothing::Scrubs => scrubs(sheet, rig),
        Clothing::Blouse => blouse(sheet, rig),
        Clothing::Shirt => tailored::shirt(sheet, rig),
        Clothing::Cardigan => tailored::cardigan(sheet, rig),
        Clothing::Overshirt => tailored::overshirt(sheet, rig),
        Clothing::Jacket => tailored::jacket(sheet, rig),
        Clothing::ChefJacket => tailored::chef_jacket(sheet, rig),
    }
}

pub const ROUND_NECK: Neckline = [(20.5, 65.0), (17.0, 72.5), (9.5, 78.0), (0.0, 79.8)];
const WIDE_NECK: Neckline = [(20.5, 65.0), (18.6, 75.0), (11.0, 82.6), (0.0, 84.8)];
const SHALLOW_V: Neckline = [(20.5, 65.0), (15.0, 76.0), (7.0, 88.0), (0.0, 97.0)];
const SOFT_V: Neckline = [(20.5, 65.0), (17.5, 76.0), (9.6, 91.0), (0.0, 101.0)];

fn t_shirt(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &WIDE_NECK);
    hem(sheet, rig, &WIDE_NECK, 2.2, palette.cloth.lit(-0.03));
    // Below the sleeve the arms are bare.
    for side in [-1.0, 1.0] {
        let sleeve = [(61.5, 133.0), (76.0, 136.0), (92.0, 131.0)].map(|(x, y)| rig.body(x * side, y));
        let arm = [(91.0, 150.0), (93.0, 190.0), (91.0, BELOW), (68.0, BELOW), (66.0, 190.0), (63.0, 150.0)];
        let arm = arm.map(|(x, y)| rig.body(x * side, y));
        let inks = if side < 0.0 {
            [palette.skin_light, palette.skin, palette.skin_shade]
        } else {
            [palette.skin, palette.skin_shade, palette.skin_deep]
        };
        let (from, to) =
            if side < 0.0 { (rig.body(-92.0, 150.0), rig.body(-66.0, 152.0)) } else { (rig.body(66.0, 150.0), rig.body(92.0, 152.0)) };
        sheet.paint(cornered(&[&sleeve, &arm]), along(from, to, &inks));
        sheet.line(through(&sleeve), 1.6, palette.cloth_shade);
    }
}

fn jumper(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &ROUND_NECK);
    hem(sheet, rig, &ROUND_NECK, 4.4, palette.cloth.lit(-0.035));
    let ribs: Vec<Vec<Point>> = (0..13)
        .map(|index| {
            let across = f64::from(index) / 6.0 - 1.0;
            let y = 80.4 - 13.0 * across.abs().powf(2.2);
            vec![rig.collar(18.9 * across, y + 1.0), rig.collar(20.2 * across, y + 3.4)]
        })
        .collect();
    sheet.lines(&ribs, 0.5, palette.cloth_shade.lit(-0.03).at(0.55));
}

fn scrubs(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &SHALLOW_V);
    hem(sheet, rig, &SHALLOW_V, 3.2, palette.cloth.lit(0.028));
    let pocket = [(18.0, 112.0), (44.0, 111.0), (44.0, 138.0), (31.0, 141.0), (18.0, 138.0), (18.0, 112.0)];
    sheet.line(through(&pocket.map(|(x, y)| rig.body(x, y))[..2]), 1.6, palette.cloth.lit(-0.05));
    let sides = vec![pocket[1..].iter().map(|(x, y)| rig.body(*x, *y)).collect()];
    sheet.lines(&sides, 0.8, palette.cloth_shade.at(0.8));
}

fn hoodie(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &WIDE_NECK);
    for side in [-1.0, 1.0] {
        let inner = [(21.0, 54.0), (17.6, 64.0), (12.6, 74.0), (1.0, 84.0)].map(|(x, y)| rig.collar(x * side, y));
        let outer = [(2.0, 91.0), (14.0, 87.0), (24.0, 79.5), (31.0, 70.0), (28.5, 57.0)].map(|(x, y)| rig.collar(x * side, y));
        let roll = cornered(&[&inner, &outer]);
        let light = if side < 0.0 { 0.055 } else { 0.02 };
        sheet.blot(rig.collar(18.0 * side, 88.0), (12.0, 5.0), -0.6 * side, palette.cloth_shade.lit(-0.06).at(0.55));
        sheet.paint(
            roll,
            along(inner[1], outer[3], &[palette.cloth.lit(light - 0.05), palette.cloth.lit(light), palette.cloth.lit(light - 0.03)]),
        );
        let fold = [(24.5, 60.0), (22.5, 71.0), (13.0, 81.0), (3.0, 87.5)].map(|(x, y)| rig.collar(x * side, y));
        sheet.crease(&fold, 1.4, palette.cloth_shade.lit(-0.05).at(0.5));
        let eyelet = rig.collar(7.0 * side, 85.8);
        let cord = [eyelet, rig.collar(7.6 * side, 97.0), rig.collar((7.0 + side) * side, 112.0)];
        sheet.line(through(&cord.map(|point| Point::new(point.x + 0.7, point.y + 0.6))), 1.5, palette.cloth_shade.lit(-0.08).at(0.6));
        sheet.line(through(&cord), 1.5, palette.second);
        sheet.fill(oval(eyelet, (1.5, 1.3), 0.0), palette.cloth_shade.lit(-0.1));
    }
}

fn blouse(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &SOFT_V);
    let gathers: Vec<[Point; 3]> = [-1.0, 1.0]
        .into_iter()
        .flat_map(|side: f64| {
            (0..5).map(move |index| {
                let step = f64::from(index);
                [(21.0 - 3.4 * step, 72.0 + 7.0 * step), (24.0 - 2.4 * step, 86.0 + 6.5 * step), (30.0 - 1.0 * step, 104.0 + 5.0 * step)]
                    .map(|(x, y)| (x * side, y))
            })
        })
        .map(|places| places.map(|(x, y)| rig.collar(x, y)))
        .collect();
    sheet.creases(gathers.iter().map(|line| &line[..]), 1.5, palette.cloth_shade.lit(-0.05).at(0.5));
    hem(sheet, rig, &SOFT_V, 2.4, palette.cloth.lit(0.035));
    // A soft bow at the point of the neckline.
    let knot = rig.collar(0.0, 101.5);
    let bow = |places: [(f64, f64); 5]| outline(&places.map(|(x, y)| Point::new(knot.x + x, knot.y + y)));
    let tails = [
        bow([(-0.8, 0.0), (-4.4, 10.0), (-7.2, 22.0), (-3.6, 23.5), (0.4, 8.0)]),
        bow([(0.8, 0.0), (3.6, 9.0), (5.4, 19.0), (8.4, 17.5), (4.4, 5.0)]),
    ];
    for tail in tails {
        sheet.line(tail.clone(), 0.8, palette.cloth_shade.lit(-0.04));
        sheet.fill(tail, palette.cloth.lit(0.03));
    }
    sheet.fill(oval(knot, (2.4, 2.0), 0.0), palette.cloth.lit(0.05));
}

/// A high folded neck.
fn roll_neck(sheet: &mut Sheet, rig: &Rig) {
    let palette = &rig.character.palette;
    garment(sheet, rig, &ROUND_NECK);
    let points = [(-17.0, 57.0), (-20.5, 66.0), (-19.0, 74.0), (0.0, 80.5), (19.0, 74.0), (20.5, 66.0), (17.0, 57.0), (0.0, 61.5)];
    let roll = outline(&points.map(|(x, y)| rig.collar(x, y)));
    let inks = [palette.cloth_light, palette.cloth, palette.cloth_shade];
    sheet.blot(rig.collar(0.0, 81.0), (15.0, 3.6), 0.0, palette.cloth_shade.lit(-0.06).at(0.6));
    sheet.paint(roll.clone(), along(rig.collar(-20.0, 62.0), rig.collar(21.0, 72.0), &inks));
    let ribs: Vec<Vec<Point>> =
        [-15.0, -11.0, -7.0, -3.0, 1.0, 5.0, 9.0, 13.0, 17.0].map(|x| vec![rig.collar(x, 56.0), rig.collar(x * 1.12, 82.0)]).into();
    sheet.within(&roll, |sheet| sheet.lines(&ribs, 0.6, palette.cloth_shade.at(0.45)));
}
