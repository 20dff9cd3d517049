//! Eyes and brows.

use vello_cpu::kurbo::{BezPath, Point};

use super::colour::Ink;
use super::display::Paint;
use super::folds::worn;
use super::pen::{Sheet, along, brush, oval};
use super::rig::{Landmark, Rig};
use crate::script::face::Action;

/// Radius of the iris.
const IRIS: f64 = 4.75;
/// The least OKLab lightness of an iris.
const IRIS_LIGHT: f32 = 0.34;
/// Height of the iris' middle when the eyes look straight ahead.
const IRIS_HEIGHT: f64 = -0.5;
/// An eye that stands open less than this shows nothing between its lids.
const SHUT: f64 = 0.35;

/// How much of the iris' height the upper lid covers, 0 to 1.
#[cfg(test)]
pub fn iris_covered(rig: &Rig, side: f64) -> f64 {
    let top = IRIS_HEIGHT - IRIS + 3.0 * rig.pose.gaze_down;
    ((rig.mark(Landmark::UpperLid, side).y - top) / (2.0 * IRIS)).clamp(0.0, 1.0)
}

/// Both eyes.
pub fn eyes(sheet: &mut Sheet, rig: &Rig) {
    for side in [-1.0, 1.0] {
        let eye = Eye::new(rig, side);
        eye.lid(sheet);
        if eye.open > SHUT {
            eye.ball(sheet);
        }
        eye.rims(sheet);
        eye.lashes(sheet);
        eye.hood(sheet);
        eye.fold(sheet);
    }
}

/// Both brows.
pub fn brows(sheet: &mut Sheet, rig: &Rig) {
    let ink = rig.character.palette.brow;
    let thickness = rig.measures().brow_thickness;
    for side in [-1.0, 1.0] {
        let points = [Landmark::BrowInner, Landmark::BrowPeak, Landmark::BrowOuter].map(|landmark| rig.placed(landmark, side));
        let [inner, peak, outer] = points;
        // The head of the brow is soft, its tail fine.
        let head = Point::new(inner.x, inner.y + 0.1 * thickness);
        let line = [head, inner.lerp(peak, 0.5) - (0.0, 0.15), peak, peak.lerp(outer, 0.55) - (0.0, 0.5), outer];
        let inks = [ink.at(0.22), ink.at(0.72), ink.at(0.88), ink.at(0.9), ink.at(0.88), ink.at(0.72)];
        sheet.paint(brush(&line, [0.5 * thickness, thickness, 0.16 * thickness]), along(inner, outer, &inks));
        let lifted = line.map(|point| Point::new(point.x, point.y - 0.22 * thickness));
        sheet.fill(brush(&lifted[..4], [0.2 * thickness, 0.8 * thickness, 0.1 * thickness]), ink.at(0.28));
    }
}

/// One eye, its landmarks gathered once.
struct Eye<'a> {
    rig: &'a Rig<'a>,
    side: f64,
    inner: Point,
    outer: Point,
    upper: Point,
    lower: Point,
    /// Height of the opening.
    open: f64,
}

impl<'a> Eye<'a> {
    fn new(rig: &'a Rig<'a>, side: f64) -> Self {
        let mark = |landmark| rig.mark(landmark, side);
        let (upper, lower) = (mark(Landmark::UpperLid), mark(Landmark::LowerLid));
        Self {
            rig,
            side,
            inner: mark(Landmark::EyeInner),
            outer: mark(Landmark::EyeOuter),
            upper,
            lower,
            open: (lower.y - upper.y).max(0.0),
        }
    }

    /// A place on the bulge of the eye.
    fn place(&self, x: f64, y: f64) -> Point {
        self.rig.at(x, y, 28.0 - 0.016 * (x.abs() - 16.0).powi(2))
    }

    /// Handles of the curve from corner to corner whose middle is at `apex`,
    /// `inward` and `outward` of the eye's width away from the two corners.
    fn handles(&self, apex: f64, inward: f64, outward: f64) -> [(f64, f64); 2] {
        let y = (apex - 0.125 * (self.inner.y + self.outer.y)) / 0.75;
        let width = self.side * (self.outer.x - self.inner.x).abs();
        [(self.inner.x + inward * width, y), (self.outer.x - outward * width, y)]
    }

    /// The edge of the upper lid, `raised` units higher, from inner to outer corner.
    fn upper_edge(&self, path: &mut BezPath, raised: f64) {
        let [first, second] = self.handles(self.upper.y - raised, 0.19, 0.27);
        path.curve_to(self.place(first.0, first.1), self.place(second.0, second.1), self.place(self.outer.x, self.outer.y));
    }

    /// The edge of the lower lid from outer to inner corner.
    fn lower_edge(&self, path: &mut BezPath) {
        let [inner, outer] = self.handles(self.lower.y, 0.33, 0.19);
        path.curve_to(self.place(outer.0, outer.1), self.place(inner.0, inner.1), self.place(self.inner.x, self.inner.y));
    }

    fn at_inner_corner(&self) -> BezPath {
        let mut path = BezPath::new();
        path.move_to(self.place(self.inner.x, self.inner.y));
        path
    }

    fn opening(&self) -> BezPath {
        let mut path = self.at_inner_corner();
        self.upper_edge(&mut path, 0.0);
        self.lower_edge(&mut path);
        path.close_path();
        path
    }

    /// The skin of the upper lid, which shows the more the further the eye closes.
    fn lid(&self, sheet: &mut Sheet) {
        let palette = &self.rig.character.palette;
        let wet = self.rig.pose.wet;
        let mut lid = self.at_inner_corner();
        self.upper_edge(&mut lid, self.fold_height());
        let [inner, outer] = self.handles(self.upper.y, 0.19, 0.27);
        lid.curve_to(self.place(outer.0, outer.1), self.place(inner.0, inner.1), self.place(self.inner.x, self.inner.y));
        lid.close_path();
        let skin = palette.skin_shade.mixed(palette.blood, 0.12 + 0.4 * wet);
        let (top, bottom) = (self.place(16.0 * self.side, self.upper.y - self.fold_height()), self.place(16.0 * self.side, self.upper.y));
        sheet.paint(lid, along(top, bottom, &[skin.lit(-0.03).at(0.85), skin.lit(0.03).at(0.9)]));
    }

    fn ball(&self, sheet: &mut Sheet) {
        let opening = self.opening();
        let wet = self.rig.pose.wet;
        let white = Ink::rgb(0xEFE8E1).mixed(Ink::rgb(0xDFA8A2), 0.55 * wet);
        let (top, bottom) = (self.place(16.0 * self.side, self.upper.y), self.place(16.0 * self.side, self.lower.y));
        sheet.paint(opening.clone(), along(top, bottom, &[white.lit(-0.17), white.lit(-0.02), white]));
        sheet.within(&opening, |sheet| {
            let corner = self.place(self.inner.x, self.inner.y + 0.1);
            sheet.blot(corner, (1.5, 1.3), 0.0, Ink::rgb(0xB8696A).at(0.8));
            sheet.blot(self.place(self.outer.x, self.outer.y), (2.0, 2.4), 0.0, white.lit(-0.3).at(0.4));
            self.iris(sheet);
            self.lid_shadow(sheet);
            if wet > 0.05 {
                let mut line = BezPath::new();
                line.move_to(self.place(self.outer.x, self.outer.y));
                self.lower_edge(&mut line);
                sheet.line(line, 0.8 + 1.2 * wet, Ink::rgb(0xFFFFFF).at(0.6 * wet));
            }
        });
    }

    fn iris(&self, sheet: &mut Sheet) {
        let (pose, iris) = (&self.rig.pose, self.rig.character.palette.iris);
        // Even the darkest iris stands apart from its pupil.
        let iris = iris.lit((IRIS_LIGHT - iris.lightness()).max(0.0));
        let centre = self.place(16.0 * self.side + 4.4 * pose.gaze_across, IRIS_HEIGHT + 3.0 * pose.gaze_down);
        // Seen from the side the disc narrows.
        let radii = (IRIS * (1.0 - 0.10 * pose.gaze_across.abs()), IRIS);
        let stops =
            vec![(0.0, iris.moved(0.09, 0.0, 0.016)), (0.6, iris.moved(0.02, 0.0, 0.004)), (0.88, iris.lit(-0.10)), (1.0, iris.lit(-0.17))];
        let low = Point::new(centre.x, centre.y + 1.4);
        sheet.paint(oval(centre, radii, 0.0), Paint::Around { centre: low, radius: IRIS + 1.0, stops });
        sheet.fill(oval(centre, (1.95, 1.95), 0.0), Ink::rgb(0x0E0B0D));
        let white = Ink::rgb(0xFFFFFF);
        let glint = 0.95 + 0.35 * pose.wet;
        sheet.fill(oval(Point::new(centre.x - 1.5, centre.y - 1.6), (glint, 1.1 * glint), 0.0), white.at(0.9));
        sheet.blot(Point::new(centre.x + 1.7, centre.y + 1.9), (0.9, 0.6), -0.6, white.at(0.35 + 0.4 * pose.wet));
    }

    fn lid_shadow(&self, sheet: &mut Sheet) {
        let mut edge = self.at_inner_corner();
        self.upper_edge(&mut edge, 0.0);
        sheet.line(edge.clone(), 3.6, Ink::rgb(0x1C1014).at(0.16));
        sheet.line(edge, 2.0, Ink::rgb(0x1C1014).at(0.22));
    }

    /// The lower lid's rim: a light ledge and a thin line of lashes below it.
    fn rims(&self, sheet: &mut Sheet) {
        let palette = &self.rig.character.palette;
        let mut edge = BezPath::new();
        edge.move_to(self.place(self.outer.x, self.outer.y));
        self.lower_edge(&mut edge);
        let red = self.rig.pose.wet;
        if red > 0.05 {
            sheet.line(edge.clone(), 2.6, palette.blood.at(0.5 * red));
        }
        sheet.line(edge.clone(), 1.1, palette.skin.moved(0.02, 0.02, 0.0).mixed(palette.blood, 0.25).at(0.8));
        let below = vello_cpu::kurbo::Affine::translate((0.0, 0.6)) * edge;
        sheet.line(below, 0.55, palette.crease.at(0.55));
    }

    /// The upper lashes: a wedge that grows towards the outer corner and ends in a flick.
    fn lashes(&self, sheet: &mut Sheet) {
        let lash = self.rig.character.palette.lash;
        let thick = 0.98 + 0.5 * (1.0 - self.open / 5.0).max(0.0);
        let flick = (self.outer.x + 0.9 * self.side, self.outer.y - 0.35);
        let [first, second] = self.handles(self.upper.y, 0.19, 0.27);
        let mut wedge = BezPath::new();
        wedge.move_to(self.place(self.inner.x - 0.3 * self.side, self.inner.y + 0.3));
        wedge.curve_to(
            self.place(first.0, first.1 + 0.15),
            self.place(second.0, second.1 + 0.25),
            self.place(self.outer.x, self.outer.y + 0.25),
        );
        wedge.line_to(self.place(flick.0, flick.1));
        wedge.curve_to(
            self.place(second.0 + 0.5 * self.side, second.1 - 1.5 * thick),
            self.place(first.0, first.1 - 0.75 * thick),
            self.place(self.inner.x - 0.3 * self.side, self.inner.y + 0.3),
        );
        wedge.close_path();
        sheet.fill(wedge, lash.at(0.93));
    }

    /// The skin that late in life hangs over the outer end of the upper lid.
    fn hood(&self, sheet: &mut Sheet) {
        let hang = worn(self.rig.measures().age) - 0.35;
        if hang <= 0.0 || self.open <= SHUT {
            return;
        }
        let (side, height) = (self.side, self.fold_height());
        let width = (self.outer.x - self.inner.x).abs();
        let from = self.outer.x - 0.62 * width * side;
        let over = (self.upper.y - 0.2, self.outer.y - 2.6);
        let upper =
            [(from, over.0 - height), (self.outer.x - 0.2 * width * side, over.1 - 0.9), (self.outer.x + 2.6 * side, self.outer.y + 0.2)];
        let lower =
            [(self.outer.x + 1.6 * side, self.outer.y + 1.5 * hang), (self.outer.x - 0.22 * width * side, over.1 + 1.0 + 1.3 * hang)];
        let [start, high, end] = upper.map(|(x, y)| self.place(x, y));
        let [tip, low] = lower.map(|(x, y)| self.place(x, y));
        let palette = &self.rig.character.palette;
        let shape = super::pen::cornered(&[&[start, high, end], &[end, tip, low, start]]);
        sheet.fill(shape, palette.skin_shade.mixed(palette.skin, 0.5));
        sheet.crease(&[start, low, tip, end], 0.9, palette.crease.at(0.6));
    }

    /// How far above the lid's edge its crease lies.
    fn fold_height(&self) -> f64 {
        let fold = self.rig.measures().eye_fold;
        let raised = self.rig.strength(Action::UpperLidRaise, self.side);
        let closing = (1.0 - self.open / 7.0).clamp(0.0, 1.0);
        (0.9 + 1.5 * fold) * (1.0 - 0.45 * raised) + 2.6 * closing
    }

    fn fold(&self, sheet: &mut Sheet) {
        let fold = self.rig.measures().eye_fold;
        let line_at = |raised: f64, down: f64| {
            let [first, second] = self.handles(self.upper.y - raised, 0.19, 0.27);
            let start = self.place(self.inner.x + 0.9 * self.side, self.inner.y - 1.4 - down);
            let end = self.place(self.outer.x + 1.2 * self.side, self.outer.y - 1.1 - down);
            let first = self.place(first.0, first.1);
            let second = self.place(second.0, second.1);
            // Three points of that curve are enough for the brush.
            let on = |t: f64| {
                let a = start.lerp(first, t);
                let b = first.lerp(second, t);
                let c = second.lerp(end, t);
                a.lerp(b, t).lerp(b.lerp(c, t), t)
            };
            [start, on(0.3), on(0.6), end]
        };
        let ink = self.rig.character.palette.crease;
        sheet.crease(&line_at(self.fold_height(), 0.0), 1.0, ink.at(0.25 + 0.55 * fold));
    }
}
