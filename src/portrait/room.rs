//! The office around people: a wall in the light of a window at the side, an armchair or a sofa, a lamp, a clock.

use vello_cpu::kurbo::{BezPath, Point, Rect, Shape};

use super::character::Character;
use super::cloth::BELOW;
use super::colour::Ink;
use super::display::{Paint, Seat};
use super::draw::Surroundings;
use super::furniture::{bookcase, clock, lamp, landscape, soft_edge};
use super::light::{Furnishing, Light};
use super::outside::window;
use super::pen::{Sheet, along, corners, outline, through};

/// Far enough out that no shape of picture shows its edge.
pub const FAR: f64 = 4000.0;

/// Half of what a head with its hair takes across.
const HEAD: f64 = 48.0;

/// Where things stand, in units; it goes with the shape of the picture and with how many sit there.
struct Plan {
    /// Where the wall with the window meets the wall behind.
    corner: f64,
    clock: Point,
    /// The middle of the lampshade.
    lamp: Point,
    /// Where a picture hangs, over several heads.
    frame: Option<Rect>,
}

impl Plan {
    fn new(view: Rect, people: usize) -> Plan {
        let heads = HEAD + widening(people);
        let high = view.y0 < -140.0;
        // The window's wall takes a third of what lies left of the middle; where heads leave less, they hide some of it.
        let corner = (view.x0 / 1.68).min(-heads - 2.0).max(view.x0 / 1.4);
        let clock = if high {
            Point::new(0.58 * view.x1, 0.64 * view.y0)
        } else if view.x1 - heads < 24.0 {
            // Between two heads.
            Point::new(0.0, view.y0 + 18.0)
        } else {
            Point::new((0.5 * (heads + view.x1)).clamp(heads + 18.0, heads + 40.0), -54.0)
        };
        let lamp = Point::new(view.x1.min(heads + 92.0) - 7.0, if high { -104.0 } else { -19.0 });
        let frame = high.then(|| Rect::new(-56.0, 0.79 * view.y0, 34.0, 0.79 * view.y0 + 62.0));
        Plan { corner, clock, lamp, frame }
    }
}

/// Everything behind the people.
pub fn office(sheet: &mut Sheet, host: &Character, around: &Surroundings, view: Rect) {
    let (light, people) = (Furnishing::built_in().light(around.hour), around.people.len());
    let plan = Plan::new(view, people);
    let wall = host.wall_in(&light);
    walls(sheet, wall, &light, &plan, view);
    window(sheet, &light, plan.corner, view);
    sunlight(sheet, &light, people);
    if let Some(frame) = plan.frame {
        landscape(sheet, wall, frame);
    }
    if view.x1 > 150.0 {
        bookcase(sheet, wall, &light, Rect::new(plan.lamp.x + 34.0, 34.0, plan.lamp.x + 250.0, FAR));
    }
    clock(sheet, wall, plan.clock, around.hour.time());
    lamp(sheet, wall, &light, plan.lamp);
    shadows(sheet, wall, &light, people);
    chair_back(sheet, light.on(host.chair), &light, people);
    dusk(sheet, &light, view);
}

/// What is in front of the people: the arms of their chair, and of the trainee's own.
pub fn before(sheet: &mut Sheet, host: &Character, around: &Surroundings, view: Rect) {
    let light = Furnishing::built_in().light(around.hour);
    chair_arms(sheet, light.on(host.chair), around.people.len());
    own_chair(sheet, &light, view);
}

fn walls(sheet: &mut Sheet, wall: Ink, light: &Light, plan: &Plan, view: Rect) {
    // Daylight comes from the left and thins out.
    let day = light.bright as f32;
    let inks = [wall.moved(0.04 * day, 0.0, 0.006), wall, wall.moved(-0.055, 0.002, -0.004)];
    sheet.paint(everywhere(), along(Point::new(plan.corner, -60.0), Point::new(view.x1, 110.0), &inks));
    let glow = light.sun;
    let stops = vec![(0.0, glow.at(0.5 * light.bright)), (0.5, glow.at(0.16 * light.bright)), (1.0, glow.at(0.0))];
    sheet
        .paint(everywhere(), Paint::Around { centre: Point::new(plan.corner - 20.0, -40.0), radius: 1.3 * (view.x1 - plan.corner), stops });
    // The wall that the window is in has the light behind it.
    let side = Rect::new(-FAR, -FAR, plan.corner, FAR).to_path(0.1);
    let inks = [wall.moved(-0.07, 0.0, -0.006), wall.moved(-0.12, 0.002, -0.01)];
    sheet.paint(side, along(Point::new(plan.corner, 0.0), Point::new(view.x0, 0.0), &inks));
    let shade = wall.lit(-0.25);
    let crease = Rect::new(plan.corner, -FAR, plan.corner + 12.0, FAR).to_path(0.1);
    sheet.paint(crease, along(Point::new(plan.corner, 0.0), Point::new(plan.corner + 12.0, 0.0), &[shade.at(0.14), shade.at(0.0)]));
}

/// The sun on the wall, through two panes.
fn sunlight(sheet: &mut Sheet, light: &Light, people: usize) {
    if light.shines <= 0.02 {
        return;
    }
    let (heads, falls) = (HEAD + widening(people), light.falls);
    for (left, right) in [(-30.0, -4.0), (2.0, 27.0)] {
        let (left, right) = (heads + left + falls, heads + right + falls);
        // From the upper left to the lower right, as the sun comes in.
        let lean = 14.0;
        let pane = [(left - lean, -72.0), (right - lean, -66.0), (right + 6.0, 12.0), (left + 6.0, 0.0)];
        soft_edge(sheet, &corners(&pane), 2.4, light.sun, 0.34 * light.shines);
    }
}

/// What heads throw on the wall, away from the window.
fn shadows(sheet: &mut Sheet, wall: Ink, light: &Light, people: usize) {
    for Seat(middle) in Seat::of(people) {
        sheet.blot(Point::new(middle + 20.0, -4.0), (36.0, 44.0), 0.0, wall.lit(-0.25).at(0.12 + 0.06 * light.bright));
    }
}

/// The back of an armchair, or of a sofa for several, with the shadow of those who sit there.
fn chair_back(sheet: &mut Sheet, chair: Ink, light: &Light, people: usize) {
    let wider = widening(people);
    // The chair throws a soft shadow on the wall, away from the window.
    sheet.blot(Point::new(26.0, 66.0), (84.0 + wider, 58.0), 0.0, chair.lit(-0.22).at(0.3));
    let back = chair_outline(wider);
    let inks = [chair.moved(0.045 * light.bright as f32, 0.0, 0.01), chair, chair.lit(-0.065)];
    sheet.paint(back.clone(), along(Point::new(-80.0 - wider, -2.0), Point::new(84.0 + wider, 126.0), &inks));
    sheet.within(&back, |sheet| {
        for Seat(middle) in Seat::of(people) {
            sheet.blot(Point::new(middle + 10.0, 68.0), (52.0, 58.0), 0.0, chair.lit(-0.17).at(0.6));
        }
        // Light along the upper edge, and on the side of the window.
        let rim: Vec<Point> = chair_points(wider).map(|(x, y)| Point::new(x + 1.4, y + 1.8)).collect();
        sheet.line(through(&rim), 2.2, chair.moved(0.07, 0.0, 0.012).at(0.3 + 0.25 * light.bright));
        sheet.blot(Point::new(-58.0 - wider, 22.0), (15.0, 10.0), -0.6, chair.lit(0.09).at(0.4 * light.bright));
        let lamplight: Ink = Furnishing::built_in().lamplight.into();
        sheet.blot(Point::new(68.0 + wider, 10.0), (20.0, 16.0), 0.5, lamplight.at(0.3 * light.lamp));
        for side in [-1.0, 1.0] {
            let seam = [(56.0, 12.0), (62.0, 44.0), (65.0, 92.0), (64.0, 142.0)];
            crease(sheet, chair, &seam.map(|(x, y)| Point::new((x + wider) * side, y)));
        }
        for (Seat(one), Seat(next)) in Seat::of(people).zip(Seat::of(people).skip(1)) {
            let middle = 0.5 * (one + next);
            crease(sheet, chair, &[(0.6, -5.0), (0.0, 50.0), (-0.4, 150.0)].map(|(x, y)| Point::new(middle + x, y)));
        }
    });
}

/// A seam in the upholstery, with light on its edge.
fn crease(sheet: &mut Sheet, chair: Ink, seam: &[Point]) {
    sheet.line(through(seam), 0.9, chair.lit(-0.12).at(0.5));
    let lit: Vec<Point> = seam.iter().map(|point| Point::new(point.x - 1.1, point.y)).collect();
    sheet.line(through(&lit), 0.7, chair.lit(0.08).at(0.35));
}

/// The back of a plain chair at a table.
pub fn plain_chair(sheet: &mut Sheet, chair: Ink) {
    let half = [(60.0, BELOW), (60.0, 170.0), (57.0, 96.0), (46.0, 66.0), (22.0, 60.0)];
    let mut points: Vec<Point> = half.iter().map(|(x, y)| Point::new(-x, *y)).collect();
    points.push(Point::new(0.0, 59.0));
    points.extend(half.iter().rev().map(|(x, y)| Point::new(*x, *y)));
    sheet.blot(Point::new(14.0, 110.0), (58.0, 44.0), 0.0, chair.lit(-0.22).at(0.3));
    sheet.paint(outline(&points), along(Point::new(-50.0, 60.0), Point::new(60.0, 150.0), &[chair.lit(0.04), chair.lit(-0.06)]));
}

/// The ends of the arm rests, in front of those who sit there.
fn chair_arms(sheet: &mut Sheet, chair: Ink, people: usize) {
    let wider = widening(people);
    for side in [-1.0, 1.0] {
        let points = [
            (62.0, 130.0),
            (68.0, 114.0),
            (82.0, 107.0),
            (98.0, 112.0),
            (106.0, 132.0),
            (106.0, 190.0),
            (106.0, BELOW),
            (62.0, BELOW),
            (62.0, 190.0),
        ];
        let arm = outline(&points.map(|(x, y)| Point::new((x + wider) * side, y)));
        let light = if side < 0.0 { 0.06 } else { 0.02 };
        let inks = [chair.moved(light, 0.0, 0.01), chair.lit(-0.09)];
        sheet.paint(arm, along(Point::new((84.0 + wider) * side, 106.0), Point::new((77.0 + wider) * side, 138.0), &inks));
    }
}

/// Where the trainee sits: the arm of their own chair, close by and out of focus.
fn own_chair(sheet: &mut Sheet, light: &Light, view: Rect) {
    let ink = light.on(Furnishing::built_in().own_chair.into());
    let high = 0.1 * view.height();
    let at = |x: f64, y: f64| Point::new(view.x0 + x * high, view.y1 - high + y * high);
    let arm =
        [(-1.2, 0.34), (0.0, 0.13), (0.8, 0.02), (1.5, 0.05), (1.9, 0.3), (2.04, 0.8), (2.1, 1.6), (-1.2, 2.0)].map(|(x, y)| at(x, y));
    soft_edge(sheet, &outline(&arm), 2.2, ink.lit(-0.05), 0.98);
    // Light from the window along the top.
    sheet.blot(at(0.75, 0.3), (0.8 * high, 0.13 * high), -0.06, ink.moved(0.14, 0.004, 0.012).at(0.3 + 0.3 * light.bright));
}

/// How much further out the ends of the seat are than with one person, in units.
pub fn widening(people: usize) -> f64 {
    0.5 * Seat::APART * people.saturating_sub(1) as f64
}

/// A little dusk towards the edges, so that the eye rests on the face; more of it as the day goes.
pub fn dusk(sheet: &mut Sheet, light: &Light, view: Rect) {
    let ink = Ink::rgb(0x1A1018);
    let deep = 0.2 + 0.2 * (1.0 - light.bright);
    let stops = vec![(0.0, ink.at(0.0)), (0.5, ink.at(0.02)), (1.0, ink.at(deep))];
    let radius = (0.85 * view.height()).max(0.62 * view.width());
    sheet.paint(everywhere(), Paint::Around { centre: Point::new(0.0, 16.0), radius, stops });
}

pub fn everywhere() -> BezPath {
    Rect::new(-FAR, -FAR, FAR, FAR).to_path(0.1)
}

fn chair_points(wider: f64) -> impl Iterator<Item = (f64, f64)> {
    let half = [(90.0, BELOW), (90.0, 170.0), (89.0, 92.0), (85.0, 40.0), (73.0, 14.0), (44.0, 4.0)];
    let left = half.into_iter().map(move |(x, y)| (-x - wider, y));
    left.chain([(0.0, 2.0)]).chain(half.into_iter().rev().map(move |(x, y)| (x + wider, y)))
}

fn chair_outline(wider: f64) -> BezPath {
    outline(&chair_points(wider).map(Point::from).collect::<Vec<_>>())
}
