//! A video call: pictures side by side, each in a frame on a desk, the trainee's own small one in the corner, and cameras that may fail.

use std::f64::consts::TAU;

use vello_cpu::kurbo::{BezPath, Circle, Point, Rect, RoundedRect, Shape, Vec2};

use super::character::Character;
use super::colour::Ink;
use super::display::Paint;
use super::draw::{Present, Surroundings, View};
use super::furniture::silhouette;
use super::home::home;
use super::lettering::letters;
use super::light::Furnishing;
use super::pen::{Sheet, along, oval};
use super::room::{everywhere, widening};
use crate::script::face::Camera;

/// A picture is at most so much wider than high.
const WIDEST: f64 = 1.8;

/// How wide the desk is between two pictures, in edges of it around them all.
const GAP: f64 = 1.5;

/// One picture within its frame.
struct Tile {
    view: View,
    /// With how round its corners are.
    shape: RoundedRect,
}

/// The pictures from left to right.
fn tiles(around: &Surroundings, view: Rect) -> Vec<Tile> {
    let views = around.views();
    let edge = 0.03 * view.width().min(view.height());
    let seats = if views.len() > 1 { 2.0 * widening(around.people.len()) } else { 0.0 };
    let whole = view.inset(-edge);
    let spare = 0.5 * (whole.width() - seats - WIDEST * whole.height()).max(0.0);
    let whole = whole.inset((-spare, 0.0));
    let gap = 0.5 * GAP * edge;
    let tile = |view: View| {
        let place = Rect::new((view.left + gap).max(whole.x0), whole.y0, (view.right - gap).min(whole.x1), whole.y1);
        Tile { view, shape: RoundedRect::from_rect(place, 1.1 * edge) }
    };
    views.into_iter().map(tile).collect()
}

/// What the other end shows behind the people; nothing of it where a camera is off.
pub fn behind(sheet: &mut Sheet, people: &[&Character], around: &Surroundings, view: Rect) {
    let tiles = tiles(around, view);
    let alone = tiles.len() == 1;
    for Tile { view: seen, shape } in &tiles {
        let (Some(host), Some(present)) = (people.get(seen.people.start), around.people.get(seen.people.clone())) else { continue };
        let picture = |sheet: &mut Sheet| match seen.camera {
            Camera::Dark if alone => dark(sheet, present, view, 0.1 * view.height().min(view.width())),
            Camera::Dark => {
                let place = shape.rect();
                dark(sheet, present, place, (0.12 * place.height()).min(0.25 * place.width() / present.len() as f64));
            }
            _ => home(sheet, host, around, seen, shape.rect()),
        };
        if alone {
            picture(sheet);
        } else {
            sheet.within(&seen.outline(), picture);
        }
    }
}

/// Instead of people, a disc with the first letter of each, so many units from its middle to its rim, and their names.
fn dark(sheet: &mut Sheet, people: &[Present], view: Rect, size: f64) {
    let made = Furnishing::built_in();
    let dark = Ink::from(made.dark);
    sheet.fill(everywhere(), dark);
    let glow = vec![(0.0, dark.lit(0.06)), (1.0, dark)];
    sheet.paint(everywhere(), Paint::Around { centre: Point::new(view.center().x, 10.0), radius: 0.6 * view.height(), stops: glow });
    let (paper, disc) = (Ink::from(made.paper), Ink::from(made.disc));
    let middle = view.center() - Vec2::new(0.0, 0.5 * size);
    let apart = 2.3 * size;
    for (place, Present { name, .. }) in people.iter().enumerate() {
        let centre = Point::new(middle.x + apart * (place as f64 - 0.5 * (people.len() as f64 - 1.0)), middle.y);
        sheet.fill(Circle::new(centre, size).to_path(0.05), disc.lit(-0.12));
        let first: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
        sheet.fill(letters(&first, 0.95 * size, centre), paper);
    }
    let names: Vec<&str> = people.iter().map(|present| present.name.as_str()).collect();
    sheet.fill(letters(&names.join(", "), 0.32 * size, middle + Vec2::new(0.0, 1.6 * size)), paper.at(0.85));
}

/// The frames and what lies over the pictures.
pub fn before(sheet: &mut Sheet, around: &Surroundings, view: Rect) {
    let made = Furnishing::built_in();
    let (tiles, bezel) = (tiles(around, view), Ink::from(made.bezel));
    let mut holes = BezPath::new();
    for Tile { view: seen, shape } in &tiles {
        holes.extend(&shape.to_path(0.05));
        if seen.camera == Camera::Frozen {
            waiting(sheet, *shape, bezel, made.paper.into());
        }
    }
    let light = made.light(around.hour);
    let desk = light.on(made.desk.into());
    let inks = [desk.lit(0.05), desk, desk.lit(-0.05)];
    sheet.paint_ring(everywhere(), &holes, along(view.origin(), Point::new(view.x1, view.y1), &inks));
    for Tile { shape, .. } in &tiles {
        let thick = 0.5 * (shape.rect().y0 - view.y0);
        let frame = RoundedRect::from_rect(shape.rect().inset(0.45 * thick), shape.radii().top_left + 0.45 * thick);
        sheet.line(frame.to_path(0.05), thick, bezel);
    }
    let picture = tiles.iter().map(|tile| tile.shape.rect()).reduce(|one, other| one.union(other)).unwrap_or(view);
    let pill = |middle: Point, wide: f64, high: f64| Rect::from_center_size(middle, (wide, high)).to_rounded_rect(0.5 * high).to_path(0.05);
    let line = 0.032 * view.height().min(view.width());
    let edge = 1.3 * line;
    let time = around.hour.time();
    let told = format!("{}:{:02}", time / 60, time % 60);
    let place = Point::new(picture.x0 + edge + 1.6 * line, picture.y0 + edge);
    sheet.fill(pill(place, 3.6 * line, 1.7 * line), bezel.at(0.5));
    sheet.fill(letters(&told, line, place), Ink::from(made.paper).at(0.95));
    own_picture(sheet, picture, edge, bezel);
}

/// What the trainee sees of themselves: nobody in particular, in a chair.
fn own_picture(sheet: &mut Sheet, picture: Rect, edge: f64, bezel: Ink) {
    let made = Furnishing::built_in();
    let wide = (0.2 * picture.width()).min(0.26 * picture.height());
    let corner = Point::new(picture.x1 - 0.8 * edge, picture.y1 - 0.8 * edge);
    let own = Rect::from_points(corner, corner - Vec2::new(wide, 0.76 * wide));
    let shape = own.to_rounded_rect(0.07 * wide);
    let (wall, ink, chair) = (Ink::from(made.own_wall), Ink::from(made.own_shape), Ink::from(made.own_chair));
    sheet.fill(own.inset(0.02 * wide).to_rounded_rect(0.09 * wide).to_path(0.05), bezel.at(0.35));
    sheet.within(&shape.to_path(0.05), |sheet| {
        sheet.paint(own.to_path(0.05), along(own.origin(), corner, &[wall.lit(0.05), wall.lit(-0.05)]));
        let middle = Point::new(own.center().x, own.y1);
        sheet.fill(oval(middle, (0.4 * wide, 0.4 * wide), 0.0), wall.mixed(chair, 0.55));
        silhouette(sheet, own, ink);
    });
}

/// A picture that has come to a halt: paler, and the sign for it.
fn waiting(sheet: &mut Sheet, tile: RoundedRect, bezel: Ink, paper: Ink) {
    let picture = tile.rect();
    sheet.fill(tile.to_path(0.05), paper.mixed(bezel, 0.5).at(0.13));
    let size = 0.034 * picture.width().min(picture.height());
    let centre = Point::new(picture.x1 - 2.4 * size, picture.y0 + 2.4 * size);
    sheet.fill(Circle::new(centre, 1.5 * size).to_path(0.05), bezel.at(0.55));
    for dot in 0..8_u8 {
        let turn = f64::from(dot) / 8.0 * TAU;
        let at = centre + Vec2::new(turn.sin(), -turn.cos()) * (0.85 * size);
        sheet.fill(Circle::new(at, 0.15 * size).to_path(0.05), paper.at(0.25 + 0.1 * f64::from(dot)));
    }
}
