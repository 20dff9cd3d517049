//! Beards, from a shadow of stubble to a full one.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "hairs are counted by the dozen, and the outlines have more points than the few that are named"
)]

use vello_cpu::kurbo::{BezPath, Point};

use super::colour::Ink;
use super::head::{face_outline, jaw_line};
use super::pen::{Sheet, along, brush, outline};
use super::rig::{Landmark, Rig};
use crate::script::appearance::Beard;

/// Whether hair grows all round the mouth.
pub fn rings_mouth(rig: &Rig) -> bool {
    matches!(rig.character.beard, Beard::Goatee | Beard::Short | Beard::Full)
}

/// The beard.
pub fn beard(sheet: &mut Sheet, rig: &Rig) {
    let ink = rig.character.palette.beard;
    match rig.character.beard {
        Beard::Shaven => {}
        Beard::Stubble => {
            whole(sheet, rig, 0.0, ink.at(0.24));
            bristles(sheet, rig, 0.0, ink.lit(-0.04), 0.16);
            moustache(sheet, rig, 1.0, ink.at(0.2));
        }
        Beard::Moustache => {
            whole(sheet, rig, 0.0, ink.at(0.1));
            moustache(sheet, rig, 1.75, ink.at(0.95));
            moustache(sheet, rig, 0.7, ink.lit(0.09).at(0.35));
        }
        Beard::Goatee => {
            whole(sheet, rig, 0.0, ink.at(0.06));
            goatee(sheet, rig, ink);
            around_lips(sheet, rig, 0.45, ink);
            moustache(sheet, rig, 1.05, ink.at(0.88));
        }
        Beard::Short => {
            whole(sheet, rig, 0.8, ink.at(0.88));
            bristles(sheet, rig, 0.8, ink, 0.5);
            around_lips(sheet, rig, 0.45, ink);
            moustache(sheet, rig, 1.1, ink.at(0.86));
        }
        Beard::Full => {
            whole(sheet, rig, 7.0, ink.at(0.97));
            bristles(sheet, rig, 7.0, ink, 0.6);
            around_lips(sheet, rig, 0.4, ink);
            moustache(sheet, rig, 1.5, ink.lit(0.02).at(0.97));
        }
    }
}

/// Cheeks, jaw and chin, so many units beyond the skin.
fn whole(sheet: &mut Sheet, rig: &Rig, growth: f64, ink: Ink) {
    let density = f64::from(ink.alpha);
    let shape = beard_outline(rig, growth);
    let paint = along(rig.on_face(0.0, -2.0), rig.on_face(0.0, 27.0), &[ink.at(0.0), ink.at(0.5 * density), ink]);
    if growth < 1.0 {
        sheet.within(&face_outline(rig), |sheet| sheet.paint(shape, paint));
    } else {
        sheet.paint(shape, paint);
    }
}

/// The beard runs on behind the lips, which are drawn over it: so no frame of skin shows around them, however they move.
fn beard_outline(rig: &Rig, growth: f64) -> BezPath {
    let corner = rig.mark(Landmark::MouthCorner, 1.0);
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let mut half = above_mouth(rig, 1.0).to_vec();
    half.extend([beside_mouth(corner), (27.5, 17.0, 12.0), (33.0, 2.0, 3.0), (36.0, -4.0, 0.0)]);
    // Along the jaw it stands away from the skin, most at the chin.
    for (step, (x, y, depth)) in jaw_line(rig).into_iter().enumerate() {
        let share = step as f64 / 4.0;
        half.push((x + 1.2 + (0.3 - 0.12 * share) * growth, y + share * growth, depth - 3.0));
    }
    let mut points: Vec<Point> = half.iter().map(|(x, y, depth)| rig.at(*x, *y, *depth)).collect();
    points.push(rig.at(0.0, chin + 0.8 + growth, 19.0));
    half[..3].copy_from_slice(&above_mouth(rig, -1.0).map(|(x, y, depth)| (-x, y, depth)));
    let other = rig.mark(Landmark::MouthCorner, -1.0);
    half[3] = beside_mouth(Point::new(-other.x, other.y));
    points.extend(half.iter().rev().map(|(x, y, depth)| rig.at(-x, *y, *depth)));
    outline(&points)
}

/// Where the beard's edge sets out over the cheek, for the corner of the mouth on the viewer's right.
fn beside_mouth(corner: Point) -> (f64, f64, f64) {
    (corner.x + 6.4, (corner.y - 4.0).min(25.4), 21.0)
}

/// Where the beard ends behind the upper lip and the moustache, from the middle to beside the corner.
fn above_mouth(rig: &Rig, side: f64) -> [(f64, f64, f64); 3] {
    let peak = rig.mark(Landmark::UpperLipPeak, side);
    let corner = rig.mark(Landmark::MouthCorner, side);
    [
        (1.5 * side, peak.y - 2.0, 32.5),
        (corner.x - 3.0 * side, 0.5 * (peak.y + corner.y) - 2.0, 29.5),
        (corner.x + 1.4 * side, corner.y - 1.7, 26.0),
    ]
}

/// Chin and the way down to it from the moustache.
fn goatee(sheet: &mut Sheet, rig: &Rig, ink: Ink) {
    let low = rig.mark(Landmark::LowerLip, 1.0).y;
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let half = |side: f64| {
        let corner = rig.mark(Landmark::MouthCorner, side);
        let outside = [
            (corner.x + 3.5 * side, corner.y + 1.2, 24.0),
            (corner.x + 3.0 * side, low + 4.5, 22.0),
            (9.4 * side, chin - 3.0, 19.0),
            (5.0 * side, chin + 1.8, 19.0),
        ];
        above_mouth(rig, side).into_iter().chain(outside).map(|(x, y, depth)| rig.at(x, y, depth)).collect::<Vec<_>>()
    };
    let mut points = half(1.0);
    points.push(rig.at(0.0, chin + 2.6, 20.0));
    points.extend(half(-1.0).into_iter().rev());
    sheet.fill(outline(&points), ink.at(0.88));
    // Single hairs cross its edge, so that it isn't cut out.
    let rim: Vec<[Point; 2]> = [-1.0, 1.0]
        .into_iter()
        .flat_map(|side| {
            let corner = rig.mark(Landmark::MouthCorner, side);
            (0..16).map(move |index| {
                let down = f64::from(index) / 15.0;
                let x = corner.x + (3.0 - 0.6 * down) * side + (9.0 * side - corner.x - 2.4 * side) * down.powi(3);
                let y = corner.y + 1.6 + (chin - 3.0 - corner.y) * down;
                let long = 0.05 + 0.2 * f64::from((index * 5) % 3);
                [rig.at(x - 0.5 * side, y - 1.7, 24.0 - 4.0 * down), rig.at(x + (long - 0.5 * down) * side, y + 1.0, 23.0 - 4.0 * down)]
            })
        })
        .collect();
    sheet.creases(rim.iter().map(|hair| &hair[..]), 0.7, ink.at(0.55));
    let lines: Vec<[Point; 2]> = (0..9)
        .map(|index| {
            let x = -6.0 + 1.5 * f64::from(index);
            [rig.at(x, low + 5.0, 25.0), rig.at(0.8 * x, chin + 0.6 - 0.03 * x * x, 20.0)]
        })
        .collect();
    sheet.creases(lines.iter().map(|line| &line[..]), 0.8, ink.lit(0.08).at(0.5));
}

/// What shows of the skin beside a soul patch and along the lower lip, with hairs of uneven length across it.
fn around_lips(sheet: &mut Sheet, rig: &Rig, bare: f64, ink: Ink) {
    let low = rig.mark(Landmark::LowerLip, 1.0).y;
    let patches = [-1.0, 1.0].map(|side| {
        let beside = rig.mark(Landmark::LowerLipSide, side).x;
        let corner = rig.mark(Landmark::MouthCorner, side);
        let places = [
            (1.6 * side, low + 0.8),
            (0.8 * beside, low + 1.0),
            (beside + 1.4 * side, low - 0.1),
            (0.8 * corner.x, 0.5 * (low + corner.y)),
        ];
        places.map(|(x, y)| rig.at(x, y, 30.4 - 0.03 * x * x))
    });
    // A wide faint stroke below a narrow one ends softly.
    for (width, share) in [(2.6, 0.45), (1.5, 0.7)] {
        sheet.creases(patches.iter().map(|patch| &patch[..]), width, rig.character.palette.skin_shade.at(share * bare));
    }
    let lip = below_lip(rig);
    let hairs: Vec<[Point; 2]> = (0..15)
        .map(|index| {
            // Golden steps never fall into rows.
            let along = (0.5 + f64::from(index) * 0.618_034).fract() * (lip.len() - 1) as f64;
            let from = (along as usize).min(lip.len() - 2);
            let part = along - from as f64;
            let (x, y) = (lip[from].0 + part * (lip[from + 1].0 - lip[from].0), lip[from].1 + part * (lip[from + 1].1 - lip[from].1));
            let long = 1.4 + 0.5 * f64::from((index * 5) % 4);
            [rig.at(x, y + 0.5 - 0.25 * f64::from((index * 3) % 4), 30.0 - 0.03 * x * x), rig.at(1.05 * x, y + long, 28.5 - 0.03 * x * x)]
        })
        .collect();
    sheet.creases(hairs.iter().map(|hair| &hair[..]), 0.5, ink.at(0.4));
}

/// The lower edge of the lower lip, from corner to corner.
fn below_lip(rig: &Rig) -> [(f64, f64); 7] {
    let low = rig.mark(Landmark::LowerLip, 1.0).y;
    let half = |side: f64| {
        let corner = rig.mark(Landmark::MouthCorner, side);
        let beside = rig.mark(Landmark::LowerLipSide, side);
        let middle = (0.5 * (corner.x + beside.x), corner.y + 0.68 * (low - corner.y));
        [(corner.x, corner.y + 0.4), middle, (0.55 * beside.x, low)]
    };
    let ([left, left_middle, left_low], [right, right_middle, right_low]) = (half(-1.0), half(1.0));
    [left, left_middle, left_low, (0.0, low + 0.1), right_low, right_middle, right]
}

/// Single hairs, light and dark.
fn bristles(sheet: &mut Sheet, rig: &Rig, growth: f64, ink: Ink, strength: f64) {
    let chin = rig.mark(Landmark::Chin, 1.0).y;
    let hairs: Vec<[Point; 2]> = (0..40)
        .map(|index| {
            let across = f64::from(index % 20) / 9.5 - 1.0;
            let row = f64::from(index / 20);
            let x = 25.0 * across;
            let y = chin - 3.0 - 7.0 * row - 13.0 * across.abs().powi(2) + f64::from((index * 5) % 4) + (0.8 - 0.5 * row) * growth;
            [rig.at(x, y - 4.0 - 0.4 * growth, 18.0 - 8.0 * across.abs()), rig.at(x * 1.01, y, 17.0 - 8.0 * across.abs())]
        })
        .collect();
    for (kind, light) in [(0, 0.08), (1, -0.07)] {
        let these = hairs.iter().skip(kind).step_by(2).map(|hair| &hair[..]);
        sheet.creases(these, 0.9, ink.lit(light).at(strength));
    }
}

fn moustache(sheet: &mut Sheet, rig: &Rig, fullness: f64, ink: Ink) {
    let mut both = BezPath::new();
    for side in [-1.0, 1.0] {
        let peak = rig.mark(Landmark::UpperLipPeak, side);
        let corner = rig.mark(Landmark::MouthCorner, side);
        let line = [
            rig.at(0.1 * side, peak.y - 2.0, 34.0),
            rig.at(5.5 * side, peak.y - 1.4, 32.0),
            rig.at(corner.x - 1.0 * side, corner.y - 1.9, 28.0),
            rig.at(corner.x + 2.6 * side, corner.y + 2.4, 25.0),
        ];
        both.extend(brush(&line, [2.4, 3.2, 1.6].map(|width| width * fullness)));
    }
    sheet.fill(both, ink);
    let hairs: Vec<[Point; 3]> = [-1.0, 1.0].into_iter().flat_map(|side| moustache_hairs(rig, side)).collect();
    sheet.creases(hairs.iter().map(|hair| &hair[..]), 0.6, ink.lit(0.08).at(0.3 * f64::from(ink.alpha)));
}

/// Single hairs from below the nose out to the corner of the mouth.
fn moustache_hairs(rig: &Rig, side: f64) -> impl Iterator<Item = [Point; 3]> {
    let peak = rig.mark(Landmark::UpperLipPeak, side).y;
    let corner = rig.mark(Landmark::MouthCorner, side);
    (0..6).map(move |index| {
        let along = f64::from(index) / 5.0;
        let lift = 0.5 * f64::from((index * 3) % 4) - 0.7;
        let (x, y) = (corner.x * (0.12 + 0.72 * along), peak - 2.2 + (corner.y - peak - 0.4) * along * along + lift);
        [(x, y, 33.0), (x + 2.2 * side, y + 0.5, 31.5), (x + 3.8 * side, y + 1.8, 29.5)]
            .map(|(x, y, depth)| rig.at(x, y, depth - 6.0 * along))
    })
}
