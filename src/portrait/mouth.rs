//! The mouth: lips, what is seen between them, and the corners.

use vello_cpu::kurbo::{BezPath, Point};

use super::beard::rings_mouth;
use super::colour::Ink;
use super::pen::{Sheet, along, outline, oval};
use super::rig::{Landmark, Rig};

/// The parted lips show teeth from this many units on.
const TEETH_FROM: f64 = 0.7;
/// And the tongue from this many.
const TONGUE_FROM: f64 = 3.0;

/// The landmarks of the mouth, gathered once.
struct Lips<'a> {
    rig: &'a Rig<'a>,
    left: Point,
    right: Point,
    peaks: [Point; 2],
    dip: Point,
    inner_upper: Point,
    inner_lower: Point,
    bottom: Point,
    sides: [Point; 2],
}

/// The whole mouth.
pub fn mouth(sheet: &mut Sheet, rig: &Rig) {
    let lips = Lips::new(rig);
    lips.between(sheet);
    lips.upper(sheet);
    lips.lower(sheet);
    lips.seam(sheet);
}

impl<'a> Lips<'a> {
    fn new(rig: &'a Rig<'a>) -> Self {
        let both = |landmark| [-1.0, 1.0].map(|side| rig.mark(landmark, side));
        let [left, right] = both(Landmark::MouthCorner);
        Self {
            rig,
            left,
            right,
            peaks: both(Landmark::UpperLipPeak),
            dip: rig.mark(Landmark::UpperLipDip, 1.0),
            inner_upper: rig.mark(Landmark::UpperLipInner, 1.0),
            inner_lower: rig.mark(Landmark::LowerLipInner, 1.0),
            bottom: rig.mark(Landmark::LowerLip, 1.0),
            sides: both(Landmark::LowerLipSide),
        }
    }

    /// A place on the lips, which curve back towards the corners.
    fn place(&self, x: f64, y: f64) -> Point {
        self.rig.at(x, y, 31.0 - 0.03 * x * x)
    }

    fn at(&self, mark: Point) -> Point {
        self.place(mark.x, mark.y)
    }

    fn half_width(&self) -> f64 {
        0.5 * (self.right.x - self.left.x)
    }

    fn gap(&self) -> f64 {
        self.inner_lower.y - self.inner_upper.y
    }

    /// Height of the handles that make a curve from corner to corner pass through `middle`.
    fn handle(&self, middle: f64) -> f64 {
        (middle - 0.125 * (self.left.y + self.right.y)) / 0.75
    }

    /// Continues from the right corner along the underside of the upper lip to the left one.
    fn back_along_upper(&self, path: &mut BezPath) {
        let (reach, y) = (0.45 * self.half_width(), self.handle(self.inner_upper.y));
        path.curve_to(self.place(self.right.x - reach, y), self.place(self.left.x + reach, y), self.at(self.left));
    }

    /// Continues from the left corner along the top of the lower lip to the right one.
    fn on_along_lower(&self, path: &mut BezPath) {
        let (reach, y) = (0.45 * self.half_width(), self.handle(self.inner_lower.y));
        path.curve_to(self.place(self.left.x + reach, y), self.place(self.right.x - reach, y), self.at(self.right));
    }

    /// Teeth, tongue and dark where the lips stand apart.
    fn between(&self, sheet: &mut Sheet) {
        let gap = self.gap();
        if gap < 0.4 {
            return;
        }
        let mut opening = BezPath::new();
        opening.move_to(self.at(self.left));
        self.on_along_lower(&mut opening);
        self.back_along_upper(&mut opening);
        opening.close_path();
        sheet.fill(opening.clone(), Ink::rgb(0x45191D));
        sheet.within(&opening, |sheet| {
            if gap > TONGUE_FROM {
                let tongue = self.place(0.0, self.inner_lower.y + 0.6);
                sheet.fill(oval(tongue, (0.5 * self.half_width(), 0.28 * gap), 0.0), Ink::rgb(0xA84D55));
            }
            if gap > TEETH_FROM {
                self.teeth(sheet, gap);
            }
        });
    }

    fn teeth(&self, sheet: &mut Sheet, gap: f64) {
        let reach = 0.74 * self.half_width();
        let top = self.inner_upper.y - 3.0;
        let edge = self.inner_upper.y + 0.72 * gap.min(3.6);
        let lift = self.handle(self.inner_upper.y) - self.inner_upper.y;
        let points = [
            (-reach, top),
            (reach, top),
            (0.95 * reach, edge - 0.8 - 0.35 * lift.abs()),
            (0.4 * reach, edge - 0.1),
            (-0.4 * reach, edge - 0.1),
            (-0.95 * reach, edge - 0.8 - 0.35 * lift.abs()),
        ];
        let row = outline(&points.map(|(x, y)| self.place(x, y)));
        let (white, dim) = (Ink::rgb(0xEFE7DC), Ink::rgb(0xA9938A));
        let inks = [dim, white, white, dim];
        sheet.paint(row, along(self.place(-reach, top), self.place(reach, top), &inks));
    }

    fn upper(&self, sheet: &mut Sheet) {
        let palette = &self.rig.character.palette;
        let (left, right, half) = (self.left, self.right, self.half_width());
        let [left_peak, right_peak] = self.peaks;
        let mut lip = BezPath::new();
        lip.move_to(self.at(left));
        lip.curve_to(
            self.place(left.x + 0.36 * half, left.y - 0.60 * (left.y - left_peak.y)),
            self.place(left_peak.x - 1.7, left_peak.y + 0.25),
            self.at(left_peak),
        );
        lip.curve_to(self.place(left_peak.x + 1.2, left_peak.y - 0.1), self.place(-0.9, self.dip.y), self.at(self.dip));
        lip.curve_to(self.place(0.9, self.dip.y), self.place(right_peak.x - 1.2, right_peak.y - 0.1), self.at(right_peak));
        lip.curve_to(
            self.place(right_peak.x + 1.7, right_peak.y + 0.25),
            self.place(right.x - 0.36 * half, right.y - 0.60 * (right.y - right_peak.y)),
            self.at(right),
        );
        self.back_along_upper(&mut lip);
        lip.close_path();
        let inks = [palette.lip_upper.lit(0.025), palette.lip_upper.lit(-0.035)];
        sheet.paint(lip, along(self.at(self.peaks[0]), self.at(self.inner_upper), &inks));
    }

    fn lower(&self, sheet: &mut Sheet) {
        let palette = &self.rig.character.palette;
        let (left, right, half) = (self.left, self.right, self.half_width());
        let [left_side, right_side] = self.sides;
        let low = self.bottom.y;
        let mut lip = BezPath::new();
        lip.move_to(self.at(left));
        self.on_along_lower(&mut lip);
        lip.curve_to(
            self.place(right.x - 0.22 * half, right.y + 0.75 * (right_side.y - right.y)),
            self.place(right_side.x + 1.2, low - 0.15),
            self.place(0.55 * right_side.x, low),
        );
        lip.curve_to(self.place(1.0, low + 0.12), self.place(-1.0, low + 0.12), self.place(0.55 * left_side.x, low));
        lip.curve_to(
            self.place(left_side.x - 1.2, low - 0.15),
            self.place(left.x + 0.22 * half, left.y + 0.75 * (left_side.y - left.y)),
            self.at(left),
        );
        lip.close_path();
        let (top, bottom) = (self.at(self.inner_lower), self.place(0.0, low + 0.4));
        let inks = [palette.lip.lit(-0.02), palette.lip.lit(0.03), palette.lip.lit(-0.02)];
        sheet.paint(lip.clone(), along(top, bottom, &inks));
        sheet.within(&lip, |sheet| {
            let shine = self.place(-1.6, 0.5 * (self.inner_lower.y + low));
            sheet.blot(shine, (3.0, 0.7), 0.0, palette.lip.moved(0.14, -0.02, 0.0).at(0.55));
            sheet.blot(self.at(right), (2.4, 2.0), 0.0, palette.lip_upper.lit(-0.05).at(0.5));
        });
    }

    /// The line where closed lips meet, and the shade in the corners.
    fn seam(&self, sheet: &mut Sheet) {
        let palette = &self.rig.character.palette;
        let dark = palette.lip_upper.moved(-0.17, 0.0, 0.0);
        if self.gap() < TEETH_FROM {
            let middle = 0.5 * (self.inner_upper.y + self.inner_lower.y);
            let (reach, y) = (0.45 * self.half_width(), self.handle(middle));
            let mut line = BezPath::new();
            line.move_to(self.place(self.left.x - 0.4, self.left.y));
            line.curve_to(
                self.place(self.left.x + reach, y),
                self.place(self.right.x - reach, y),
                self.place(self.right.x + 0.4, self.right.y),
            );
            sheet.line(line, 0.75, dark.at(0.85));
        }
        // Among hair the corners lie in its shade, not in the skin's.
        let shade = if rings_mouth(self.rig) { palette.beard } else { palette.skin_deep };
        for corner in [self.left, self.right] {
            let outwards = corner.x.signum();
            let place = self.place(corner.x + 0.5 * outwards, corner.y);
            sheet.blot(place, (1.2, 0.8), 0.0, shade.lit(-0.04).at(0.45));
        }
    }
}
