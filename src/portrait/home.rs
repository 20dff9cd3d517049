//! The rooms that people call from: one of three by lot, each with its own light.

use vello_cpu::kurbo::{BezPath, Point, Rect, RoundedRect, Shape, Vec2};

use super::character::Character;
use super::colour::Ink;
use super::display::{Paint, Seat};
use super::draw::{Surroundings, View};
use super::furniture::{books, lamp, landscape, plant};
use super::light::{Furnishing, Light};
use super::outside::prospect;
use super::pen::{Sheet, along, corners};
use super::room::{FAR, dusk, everywhere, plain_chair, widening};
use crate::script::codes::vocabulary;

vocabulary! {
    /// Where somebody sits at home.
    Home {
        /// A door, and shelves with books.
        Study,
        Kitchen,
        /// A room to live and sleep in, with a plant.
        BedSitting,
    }
}

/// Everything behind people who call, in that place.
pub fn home(sheet: &mut Sheet, host: &Character, around: &Surroundings, seen: &View, place: Rect) {
    let (light, people) = (Furnishing::built_in().light(around.hour), seen.people.len());
    let middle = Seat::border(seen.people.start, around.people.len()) + 0.5 * Seat::APART * people as f64;
    let view = place - Vec2::new(middle, 0.0);
    sheet.place(Seat(middle));
    let wall = host.wall_in(&light);
    let left = host.home != Home::Kitchen;
    walls(sheet, wall, &light, if left { -1.0 } else { 1.0 }, view);
    let wider = widening(people);
    match host.home {
        Home::Study => study(sheet, wall, &light, wider, view),
        Home::Kitchen => kitchen(sheet, wall, &light, wider, view),
        Home::BedSitting => bed_sitting(sheet, wall, &light, wider),
    }
    // Over several heads there is a good deal of wall.
    if view.y0 < -140.0 {
        let middle = 0.66 * view.y0;
        let size = (0.42 * view.width() / 48.0).min(1.0);
        landscape(sheet, wall, Rect::new(-48.0 * size, middle - 33.0 * size, 48.0 * size, middle + 33.0 * size));
    }
    for Seat(aside) in Seat::of(people) {
        sheet.place(Seat(middle + aside));
        plain_chair(sheet, light.on(host.chair));
    }
    sheet.place(Seat(middle));
    dusk(sheet, &light, view);
    sheet.place(Seat::MIDDLE);
}

/// Daylight comes from one side.
fn walls(sheet: &mut Sheet, wall: Ink, light: &Light, side: f64, view: Rect) {
    let inks = [wall.moved(0.035 * light.bright as f32, 0.0, 0.006), wall.moved(-0.06, 0.002, -0.005)];
    let edge = side * view.x1;
    sheet.paint(everywhere(), along(Point::new(edge, -90.0), Point::new(-0.8 * edge, 120.0), &inks));
    let glow = light.sun;
    let stops = vec![(0.0, glow.at(0.5 * light.bright)), (0.5, glow.at(0.18 * light.bright)), (1.0, glow.at(0.0))];
    sheet.paint(everywhere(), Paint::Around { centre: Point::new(1.05 * edge, -50.0), radius: 1.7 * view.x1, stops });
    // And in the evening a lamp from the other, out of sight.
    let warm = Ink::from(Furnishing::built_in().lamplight);
    let stops = vec![(0.0, warm.at(0.4 * light.lamp)), (0.5, warm.at(0.16 * light.lamp)), (1.0, warm.at(0.0))];
    sheet.paint(everywhere(), Paint::Around { centre: Point::new(-0.9 * edge, view.y0), radius: 1.5 * view.x1, stops });
}

fn study(sheet: &mut Sheet, wall: Ink, light: &Light, wider: f64, view: Rect) {
    let wood = wall.mixed(light.on(Furnishing::built_in().wood.into()), 0.55);
    // A door that stands ajar, into a room with more light.
    let beyond = wall.mixed(light.low, 0.4 * light.bright).mixed(Furnishing::built_in().lamplight.into(), 0.55 * light.lamp).lit(0.03);
    let door = -58.0 - wider;
    sheet.fill(Rect::new(-FAR, -FAR, door, FAR).to_path(0.1), wall.lit(-0.1));
    sheet.fill(Rect::new(door - 11.0, -FAR, door - 3.0, FAR).to_path(0.1), beyond);
    let leaf = corners(&[(door - 11.0, -FAR), (door - 11.0, FAR), (-FAR, FAR), (-FAR, -FAR)]);
    sheet.paint(leaf, along(Point::new(door - 11.0, 0.0), Point::new(door - 40.0, 0.0), &[wall.lit(-0.03), wall.lit(-0.08)]));
    for (left, top, right, foot) in [(-40.0, view.y0 - 20.0, -17.0, -16.0), (-40.0, -8.0, -17.0, 90.0)] {
        let panel = Rect::new(door + left, top, door + right, foot);
        sheet.line(panel.to_path(0.1), 1.0, wall.lit(-0.16).at(0.5));
        sheet.line((panel + Vec2::new(0.8, 0.8)).to_path(0.1), 0.6, wall.lit(0.04).at(0.6));
    }
    sheet.fill(Rect::new(door - 3.0, -FAR, door + 2.0, FAR).to_path(0.1), wall.lit(0.05));
    sheet.fill(Rect::new(door + 2.0, -FAR, door + 3.2, FAR).to_path(0.1), wall.lit(-0.15).at(0.45));
    let (shelf, far) = (51.0 + wider, view.x1.max(51.0 + wider + 20.0) + 4.0);
    for (number, foot) in (0_u8..).zip([-46.0, -8.0, 30.0]) {
        sheet.blot(Point::new(shelf + 30.0, foot + 6.0), (34.0, 5.0), 0.0, wall.lit(-0.25).at(0.4));
        books(sheet, wood, light, Rect::new(shelf + 3.0, foot - 30.0, far, foot), number);
        sheet.fill(Rect::new(shelf, foot, FAR, foot + 2.6).to_path(0.1), wood.lit(0.02));
        sheet.fill(Rect::new(shelf, foot + 2.6, FAR, foot + 3.6).to_path(0.1), wood.lit(-0.12).at(0.7));
    }
}

fn kitchen(sheet: &mut Sheet, wall: Ink, light: &Light, wider: f64, view: Rect) {
    let made = Furnishing::built_in();
    // Tiles behind the worktop.
    let mut joints = BezPath::new();
    let (top, apart) = (-20.0, 15.0);
    sheet.paint(
        Rect::new(-FAR, top, FAR, FAR).to_path(0.1),
        along(Point::new(view.x0, top), Point::new(view.x1, 60.0), &[wall.lit(0.0).at(0.5), wall.lit(0.05).at(0.6)]),
    );
    let (across, down) = ((view.width() / apart).ceil() as i32, (view.y1 / apart).ceil() as i32);
    for row in 0..down.saturating_add(2) {
        let y = top + apart * f64::from(row);
        joints.extend(&corners(&[(view.x0 - 20.0, y), (view.x1 + 20.0, y), (view.x1 + 20.0, y + 0.5), (view.x0 - 20.0, y + 0.5)]));
    }
    for column in 0..across.saturating_add(2) {
        let x = view.x0 + apart * f64::from(column) - 5.0;
        joints.extend(&corners(&[(x, top), (x + 0.5, top), (x + 0.5, view.y1 + 20.0), (x, view.y1 + 20.0)]));
    }
    sheet.fill(joints, wall.lit(-0.13).at(0.4));
    let wood = wall.mixed(light.on(made.wood.into()), 0.5);
    // A cupboard on the left, a board with jars beneath it; a window on the right.
    let right = -50.0 - wider;
    let front = wall.moved(-0.05, -0.004, -0.008);
    sheet.fill(Rect::new(-FAR, -FAR, right, -34.0).to_path(0.1), front);
    sheet.fill(Rect::new(-FAR, -34.0, right, -31.0).to_path(0.1), front.lit(-0.12).at(0.8));
    sheet.blot(Point::new(right - 22.0, -26.0), (26.0, 6.0), 0.0, wall.lit(-0.25).at(0.4));
    let mut x = right - 2.5;
    while x > view.x0 - 40.0 {
        let door = Rect::new(x - 30.0, view.y0 - 20.0, x, -37.0);
        sheet.line(door.to_path(0.1), 0.8, front.lit(-0.1).at(0.6));
        sheet.line(door.inset(-4.5).to_path(0.1), 0.6, front.lit(0.06).at(0.6));
        sheet.fill(RoundedRect::new(x - 27.0, -47.0, x - 25.6, -40.5, 0.6).to_path(0.05), front.lit(-0.2));
        x -= 32.0;
    }
    sheet.fill(Rect::new(-FAR, 9.0, right + 3.0, 11.4).to_path(0.1), wood);
    let mut x = right - 5.0;
    for (number, (wide, high)) in (1..).step_by(2).zip([(8.0, 15.0), (7.0, 11.0), (9.0, 18.0), (6.5, 9.0), (8.0, 14.0)]) {
        let ink = wall.mixed(light.on(made.spine(number)), 0.5);
        let jar = RoundedRect::new(x - wide, 9.0 - high, x, 9.0, 1.4).to_path(0.05);
        sheet.paint(jar, along(Point::new(x - wide, 0.0), Point::new(x, 0.0), &[ink.lit(-0.03), ink.lit(0.05)]));
        sheet.fill(Rect::new(x - wide + 0.8, 9.0 - high - 1.6, x - 0.8, 9.0 - high + 0.6).to_path(0.1), wood.lit(-0.05));
        x -= wide + 2.2;
    }
    let left = 54.0 + wider;
    let glass = Rect::new(left, -FAR, FAR, -8.0);
    let frame = light.on(made.frame.into()).lit(-0.02);
    sheet.fill(Rect::new(left - 5.0, -FAR, FAR, -4.0).to_path(0.1), frame);
    sheet.within(&glass.to_path(0.1), |sheet| {
        // The same street, seen the other way round.
        let wide = view.x1 - left;
        let there = Rect::new(left - 20.0, view.y0, left + wide, view.y1);
        prospect(sheet, light, left + wide + 6.0, there);
    });
    sheet.fill(Rect::new(left - 7.0, -6.0, FAR, -2.5).to_path(0.1), frame.lit(0.04));
    sheet.fill(Rect::new(left - 7.0, -2.5, FAR, 0.0).to_path(0.1), wall.lit(-0.2).at(0.4));
    sheet.fill(Rect::new(left + 21.0, -FAR, left + 23.2, -8.0).to_path(0.1), frame);
    sheet.fill(Rect::new(left, -50.0, FAR, -48.4).to_path(0.1), frame);
}

fn bed_sitting(sheet: &mut Sheet, wall: Ink, light: &Light, wider: f64) {
    let wood = wall.mixed(light.on(Furnishing::built_in().wood.into()), 0.6);
    let left = -50.0 - wider;
    landscape(sheet, wall, Rect::new(left - 34.0, -62.0, left - 2.0, -24.0));
    lamp(sheet, wall, light, Point::new(left - 26.0, 34.0));
    // A chest of drawers with a plant.
    let chest = Rect::new(48.0 + wider, 24.0, FAR, FAR);
    sheet.blot(Point::new(chest.x0 + 16.0, 30.0), (34.0, 30.0), 0.0, wall.lit(-0.25).at(0.3));
    sheet.fill(chest.to_path(0.1), wood.lit(-0.04));
    sheet.fill(Rect::new(chest.x0 - 2.0, 22.0, FAR, 25.5).to_path(0.1), wood.lit(0.05));
    for foot in [44.0, 66.0, 88.0] {
        sheet.fill(Rect::new(chest.x0 + 3.0, foot, FAR, foot + 0.8).to_path(0.1), wood.lit(-0.14));
    }
    plant(sheet, light, Point::new(chest.x0 + 19.0, 22.0), 1.15);
}
