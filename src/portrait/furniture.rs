//! Things that stand and hang in rooms: a clock, a lamp, shelves, a plant.

use std::f64::consts::TAU;

use vello_cpu::kurbo::{Affine, BezPath, Circle, Point, Rect, RoundedRect, Shape, Vec2};

use super::colour::Ink;
use super::display::Paint;
use super::light::{Furnishing, Light};
use super::pen::{Sheet, along, brush, corners, outline, oval, through};

/// How large the clock is, in units.
const CLOCK: f64 = 11.5;

/// A round clock on the wall that shows the time of day, in minutes after midnight.
pub fn clock(sheet: &mut Sheet, wall: Ink, centre: Point, time: u16) {
    let made = Furnishing::built_in();
    let (rim, face, ink) = (wall.mixed(made.brass.into(), 0.75), wall.mixed(made.clock.into(), 0.82), Ink::from(made.ink));
    sheet.blot(Point::new(centre.x + 2.0, centre.y + 3.0), (0.72 * CLOCK, 0.72 * CLOCK), 0.0, wall.lit(-0.3).at(0.5));
    sheet.fill(Circle::new(centre, CLOCK).to_path(0.05), rim);
    let inks = [face.lit(-0.03), face];
    sheet.paint(Circle::new(centre, 0.89 * CLOCK).to_path(0.05), along(centre - Vec2::new(8.0, 8.0), centre + Vec2::new(6.0, 6.0), &inks));
    let towards = |turn: f64, far: f64| centre + Vec2::new((turn * TAU).sin(), -(turn * TAU).cos()) * (far * CLOCK);
    let mark = |number: u8, from: f64| {
        let turn = f64::from(number) / 12.0;
        line(towards(turn, from), towards(turn, 0.78))
    };
    let mut marks = BezPath::new();
    (0..12).filter(|number| number % 3 != 0).for_each(|number| marks.extend(&mark(number, 0.7)));
    sheet.line(marks, 0.5, ink.at(0.6));
    let mut quarters = BezPath::new();
    [0, 3, 6, 9].into_iter().for_each(|number| quarters.extend(&mark(number, 0.64)));
    sheet.line(quarters, 0.9, ink.at(0.8));
    let [short, long] = hands(time);
    sheet.line(line(towards(short + 0.5, 0.1), towards(short, 0.44)), 1.35, ink);
    sheet.line(line(towards(long + 0.5, 0.14), towards(long, 0.7)), 0.9, ink);
    sheet.fill(Circle::new(centre, 0.07 * CLOCK).to_path(0.05), rim.lit(-0.1));
}

/// How far round the hour hand and the minute hand are, from 0 at twelve.
pub fn hands(time: u16) -> [f64; 2] {
    [f64::from(time % 720) / 720.0, f64::from(time % 60) / 60.0]
}

fn line(from: Point, to: Point) -> BezPath {
    let mut line = BezPath::new();
    line.move_to(from);
    line.line_to(to);
    line
}

/// A lamp with a shade of linen; `middle` is that of the shade.
pub fn lamp(sheet: &mut Sheet, wall: Ink, light: &Light, middle: Point) {
    let made = Furnishing::built_in();
    let (warm, lit) = (Ink::from(made.lamplight), light.lamp);
    if lit > 0.0 {
        // On the wall behind, wide and then close.
        for (radius, strength) in [(120.0, 0.34), (52.0, 0.42)] {
            let stops = vec![(0.0, warm.at(strength * lit)), (0.45, warm.at(0.42 * strength * lit)), (1.0, warm.at(0.0))];
            let centre = middle - Vec2::new(0.0, 4.0);
            sheet.paint(Circle::new(centre, radius).to_path(0.1), Paint::Around { centre, radius, stops });
        }
    }
    let pole = wall.mixed(made.brass.into(), 0.8);
    sheet.line(line(middle, middle + Vec2::new(0.0, 400.0)), 1.8, pole);
    let (x, y) = (middle.x, middle.y);
    let shade = corners(&[(x - 13.0, y - 17.0), (x + 13.0, y - 17.0), (x + 21.0, y + 17.0), (x - 21.0, y + 17.0)]);
    let linen = light.on(made.lampshade.into()).lit(-0.03);
    let glows = linen.mixed(warm.moved(0.05, 0.0, -0.02), 0.85 * lit);
    let inks = [glows.moved(-0.05, 0.004, 0.012), glows, glows.lit(0.02), glows.moved(-0.07, 0.006, 0.014)];
    sheet.blot(Point::new(x + 6.0, y + 4.0), (15.0, 14.0), 0.0, wall.lit(-0.25).at(0.3 * (1.0 - lit)));
    sheet.paint(shade, along(Point::new(x - 20.0, y), Point::new(x + 20.0, y), &inks));
    sheet.line(line(Point::new(x - 13.0, y - 17.0), Point::new(x + 13.0, y - 17.0)), 0.8, glows.lit(-0.1).at(0.7));
    sheet.line(line(Point::new(x - 21.0, y + 17.0), Point::new(x + 21.0, y + 17.0)), 0.9, glows.lit(-0.1).at(0.7));
}

/// A low bookcase against the wall, its top at that of the place.
pub fn bookcase(sheet: &mut Sheet, wall: Ink, light: &Light, place: Rect) {
    let wood = wall.mixed(light.on(Furnishing::built_in().wood.into()), 0.7);
    sheet.blot(Point::new(place.center().x + 12.0, place.y0 + 40.0), (0.5 * place.width(), 60.0), 0.0, wall.lit(-0.25).at(0.3));
    sheet.fill(place.to_path(0.1), wood.lit(-0.12));
    sheet.fill(Rect::new(place.x0 - 4.0, place.y0 - 4.0, place.x1 + 4.0, place.y0 + 1.0).to_path(0.1), wood.lit(0.03));
    for shelf in 0..3 {
        let foot = place.y0 + 40.0 + 44.0 * f64::from(shelf);
        books(sheet, wood, light, Rect::new(place.x0 + 5.0, foot - 36.0, place.x1 - 5.0, foot), shelf);
        sheet.fill(Rect::new(place.x0, foot, place.x1, foot + 3.0).to_path(0.1), wood);
    }
    plant(sheet, light, Point::new(place.x0 + 0.7 * place.width(), place.y0 - 4.0), 1.0);
}

/// A row of books on a board; `number` makes it another row.
pub fn books(sheet: &mut Sheet, wood: Ink, light: &Light, place: Rect, number: u8) {
    let mut left = place.x0;
    let mut count = usize::from(number) * 5;
    while left < place.x1 - 4.0 {
        let part = (0.618_034 * (count as f64 + 1.3)).fract();
        let wide = 4.2 + 4.6 * (0.37 * count as f64 + 0.2 * part).fract();
        let high = place.height() * (0.62 + 0.34 * part);
        // Now and then a gap.
        if count % 9 != 8 {
            let spine = light.on(Furnishing::built_in().spine(count)).mixed(wood, 0.45);
            let right = (left + wide - 0.5).min(place.x1);
            let book = Rect::new(left, place.y1 - high, right, place.y1);
            sheet.paint(book.to_path(0.1), along(book.origin(), Point::new(book.x1, book.y0), &[spine.lit(0.03), spine.lit(-0.04)]));
            if count % 3 == 0 {
                sheet.fill(
                    Rect::new(left + 0.8, place.y1 - 0.8 * high, right - 0.8, place.y1 - 0.72 * high).to_path(0.1),
                    spine.lit(0.12).at(0.6),
                );
            }
        }
        left += wide;
        count = count.saturating_add(1);
    }
}

/// A plant in a pot that stands there.
pub fn plant(sheet: &mut Sheet, light: &Light, foot: Point, size: f64) {
    let made = Furnishing::built_in();
    let (leaf, pot) = (light.on(made.leaf.into()), light.on(made.pot.into()));
    let at = |x: f64, y: f64| Point::new(foot.x + x * size, foot.y + y * size);
    let stalks: [(f64, f64, f64); 9] = [
        (-22.0, -30.0, -1.0),
        (-14.0, -44.0, -0.6),
        (-5.0, -52.0, -0.2),
        (6.0, -50.0, 0.3),
        (15.0, -42.0, 0.7),
        (23.0, -29.0, 1.0),
        (-18.0, -20.0, -1.2),
        (18.0, -19.0, 1.2),
        (0.0, -38.0, 0.1),
    ];
    for (number, (x, y, bend)) in stalks.into_iter().enumerate() {
        let shade = leaf.lit(if number % 2 == 0 { -0.045 } else { 0.02 });
        let blade = [at(0.2 * x, -14.0), at(0.55 * x, 0.5 * (y - 14.0) - 4.0), at(x + 2.0 * bend, y)];
        sheet.fill(brush(&blade, [1.2 * size, 6.0 * size, 0.6 * size]), shade);
        sheet.crease(&blade, 0.6 * size, shade.lit(0.08).at(0.5));
    }
    let body = [at(-10.0, -16.0), at(10.0, -16.0), at(7.5, 0.0), at(-7.5, 0.0)].map(|point| (point.x, point.y));
    sheet.paint(corners(&body), along(at(-10.0, 0.0), at(10.0, 0.0), &[pot.lit(0.03), pot, pot.lit(-0.08)]));
    sheet.fill(RoundedRect::new(at(-11.5, 0.0).x, at(0.0, -19.0).y, at(11.5, 0.0).x, at(0.0, -14.0).y, size).to_path(0.05), pot.lit(0.02));
}

/// A picture of two hills in a frame.
pub fn landscape(sheet: &mut Sheet, wall: Ink, frame: Rect) {
    let wood = wall.moved(-0.22, 0.015, 0.035);
    let (wide, high) = (frame.width(), frame.height());
    sheet.blot(frame.center() + Vec2::new(2.0, 5.0), (0.52 * wide, 0.52 * high), 0.0, wall.lit(-0.2).at(0.3));
    sheet.fill(frame.to_path(0.1), wood);
    sheet.fill(frame.inset(-0.03 * wide).to_path(0.1), wall.lit(0.06));
    let view = frame.inset(-0.1 * wide);
    let sky = [wall.moved(0.02, -0.01, -0.02), wall.moved(-0.02, 0.0, 0.02)];
    sheet.paint(view.to_path(0.1), along(view.origin(), Point::new(view.x0, view.y1), &sky));
    sheet.within(&view.to_path(0.1), |sheet| {
        for (hill, ink) in [
            ([(-0.1, 0.55), (0.25, 0.3), (0.65, 0.52), (1.1, 0.4)], wall.moved(-0.14, -0.02, 0.0)),
            ([(-0.1, 0.75), (0.4, 0.66), (0.75, 0.5), (1.1, 0.7)], wall.moved(-0.24, -0.015, 0.02)),
        ] {
            let points: Vec<Point> =
                hill.iter().map(|(x, y)| Point::new(view.x0 + x * view.width(), view.y0 + y * view.height())).collect();
            let mut shape = through(&points);
            shape.line_to((view.x1 + wide, view.y1 + high));
            shape.line_to((view.x0 - wide, view.y1 + high));
            shape.close_path();
            sheet.fill(shape, ink);
        }
    });
}

/// Fills a shape whose edge is out of focus by so many units.
pub fn soft_edge(sheet: &mut Sheet, shape: &BezPath, blurred: f64, ink: Ink, strength: f64) {
    const STEPS: u8 = 9;
    // One over another from the widest to the closest, which come to the whole strength together.
    let each = ink.at(1.0 - (1.0 - strength).powf(1.0 / f64::from(STEPS)));
    let whole = shape.bounding_box();
    for step in 0..STEPS {
        let further = blurred * (1.0 - 2.0 * f64::from(step) / f64::from(STEPS - 1));
        let (wide, high) = (1.0 + 2.0 * further / whole.width().max(1.0), 1.0 + 2.0 * further / whole.height().max(1.0));
        let centre = whole.center().to_vec2();
        let scaled = Affine::translate(centre) * Affine::scale_non_uniform(wide, high) * Affine::translate(-centre);
        sheet.fill(scaled * shape, each);
    }
}

/// A head on shoulders, of nobody.
pub fn silhouette(sheet: &mut Sheet, place: Rect, ink: Ink) {
    let (x, wide, y, high) = (place.center().x, place.width(), place.y0, place.height());
    let at = |across: f64, down: f64| Point::new(x + across * wide, y + down * high);
    let half = [(0.42, 1.4), (0.41, 1.0), (0.34, 0.85), (0.14, 0.76), (0.075, 0.7), (0.07, 0.5)];
    let mut points: Vec<Point> = half.iter().map(|(across, down)| at(-across, *down)).collect();
    points.extend(half.iter().rev().map(|(across, down)| at(*across, *down)));
    sheet.paint(outline(&points), along(at(-0.4, 0.6), at(0.4, 1.0), &[ink.lit(0.02), ink.lit(-0.05)]));
    let head = oval(at(0.0, 0.43), (0.115 * wide, 0.235 * high), 0.0);
    sheet.paint(head, along(at(-0.12, 0.25), at(0.12, 0.6), &[ink.lit(0.04), ink.lit(-0.02)]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portrait::display::Command;

    /// Which way the two hands of a clock that is drawn point, in degrees from twelve: the short one, and the long one.
    fn read(time: u16) -> [f64; 2] {
        let (centre, mut sheet) = (Point::new(40.0, -50.0), Sheet::default());
        clock(&mut sheet, Ink::rgb(0xDDD5C4), centre, time);
        let list = sheet.finish(1);
        let ends = |command: &Command| match command {
            // Marks are many; a hand is one line.
            Command::Stroke { line, .. } if line.elements().len() == 2 => line.elements()[1].end_point(),
            _ => None,
        };
        let mut hands: Vec<Vec2> = list.commands.iter().filter_map(ends).map(|end| end - centre).collect();
        hands.sort_by(|one, other| one.hypot().total_cmp(&other.hypot()));
        let [short, long] = hands[..] else { panic!("{hands:?}") };
        [short, long].map(|hand| hand.x.atan2(-hand.y).to_degrees().rem_euclid(360.0))
    }

    #[test]
    fn the_clock_tells_every_minute() {
        for time in 0..24 * 60 {
            let [short, long] = read(time);
            let near = |one: f64, other: f64| (one - other + 180.0).rem_euclid(360.0) - 180.0;
            assert!(near(long, f64::from(time % 60) * 6.0).abs() < 0.01, "{time}: {long}");
            assert!(near(short, f64::from(time % 720) * 0.5).abs() < 0.01, "{time}: {short}");
        }
    }
}
