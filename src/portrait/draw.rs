//! The whole picture, back to front: the room, and who sits in it.

use std::ops::Range;

use vello_cpu::kurbo::{BezPath, Rect, Shape};

use super::character::Character;
use super::display::{DisplayList, Seat};
use super::light::Hour;
use super::pen::Sheet;
use super::pose::Pose;
use super::raster::view;
use super::rig::Rig;
use super::room::FAR;
use super::{beard, call, clothes, ears, eyes, folds, glasses, hair, head, mouth, neck, nose, room, tears};
use crate::script::codes::Setting;
use crate::script::face::Camera;

/// A person who sits in the picture.
#[derive(Debug, Clone, Copy)]
pub struct Sitter<'a> {
    pub character: &'a Character,
    /// None while they have left the room: their chair stays.
    pub pose: Option<Pose>,
}

/// What is around the people, and doesn't move while they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    pub setting: Setting,
    /// Everybody who sits there, in their order.
    pub people: Vec<Present>,
    pub hour: Hour,
}

/// How somebody is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Present {
    pub name: String,
    /// Of a call; an office has none.
    pub camera: Camera,
    /// Whether they are in the same picture of a call as the one before.
    pub shares: bool,
}

/// One of the pictures that are seen side by side in a call; or an office, which is one.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The places of those who are in it.
    pub people: Range<usize>,
    pub camera: Camera,
    /// Where it begins and ends across, in units; as far as one likes at the ends.
    pub left: f64,
    pub right: f64,
}

impl View {
    /// All that is its own, up to the middle of the desk between it and the next.
    pub fn outline(&self) -> BezPath {
        Rect::new(self.left, -FAR, self.right, FAR).to_path(0.1)
    }
}

impl Surroundings {
    /// What is seen side by side.
    pub fn views(&self) -> Vec<View> {
        let (online, count) = (self.setting == Setting::Online, self.people.len());
        let begins = self.people.iter().enumerate().skip(1).filter(|(_, person)| online && !person.shares);
        let mut starts: Vec<usize> = begins.map(|(place, _)| place).collect();
        starts.insert(0, 0);
        let border = |place: usize| match place {
            0 => -FAR,
            place if place == count => FAR,
            place => Seat::border(place, count),
        };
        let ends = starts.iter().skip(1).copied().chain([count]);
        let view = |(start, end): (&usize, usize)| View {
            people: *start..end,
            camera: self.people.get(*start).filter(|_| online).map(|first| first.camera).unwrap_or_default(),
            left: border(*start),
            right: border(end),
        };
        starts.iter().zip(ends).map(view).collect()
    }
}

/// The room of one moment: what is drawn once, and again only when something of it is another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Room {
    /// What lies behind the people, and what in front of them.
    pub behind: DisplayList,
    pub before: DisplayList,
    /// Where it has come to a halt on its way here, in units.
    pub frozen: Vec<Rect>,
}

/// Draws the room in which those people sit, without them, for a picture of that many pixels. An office is the room of the first of
/// them, each picture of a call that of the first who is in it.
pub fn draw_room(people: &[&Character], around: &Surroundings, size: (u16, u16)) -> Room {
    let Some(host) = people.first() else { return Room::default() };
    let count = around.people.len();
    let view = view(size, count);
    let (mut behind, mut before) = (Sheet::default(), Sheet::default());
    match around.setting {
        Setting::Office => {
            room::office(&mut behind, host, around, view);
            room::before(&mut before, host, around, view);
        }
        Setting::Online => {
            call::behind(&mut behind, people, around, view);
            call::before(&mut before, around, view);
        }
    }
    let halted = around.views().into_iter().filter(|view| view.camera == Camera::Frozen);
    let frozen = halted.map(|part| Rect::new(part.left.max(view.x0), view.y0, part.right.min(view.x1), view.y1)).collect();
    Room { behind: behind.finish(count), before: before.finish(count), frozen }
}

/// Draws everybody who is seen from the chest up, in the poses they hold, side by side in their order.
///
/// The list is in units; numbers of a pose that are out of range are drawn as the nearest that is in it.
pub fn draw(sitters: &[Sitter], around: &Surroundings) -> DisplayList {
    let (mut sheet, views) = (Sheet::default(), around.views());
    let seats: Vec<Seat> = Seat::of(sitters.len()).collect();
    for view in views.iter().filter(|view| view.camera != Camera::Dark) {
        let all = |sheet: &mut Sheet| {
            for (sitter, seat) in sitters.iter().zip(&seats).skip(view.people.start).take(view.people.len()) {
                let Some(pose) = &sitter.pose else { continue };
                sheet.place(*seat);
                person(sheet, &Rig::new(sitter.character, pose));
            }
        };
        if views.len() == 1 {
            all(&mut sheet);
        } else {
            // Nobody's shoulder is seen in a neighbour's picture.
            sheet.place(Seat::MIDDLE);
            sheet.within(&view.outline(), all);
        }
    }
    sheet.finish(sitters.len())
}

fn person(sheet: &mut Sheet, rig: &Rig) {
    hair::behind(sheet, rig);
    clothes::behind(sheet, rig);
    neck::neck(sheet, rig);
    clothes::body(sheet, rig);
    hair::on_shoulders(sheet, rig);
    ears::ears(sheet, rig);
    head::face(sheet, rig);
    folds::folds(sheet, rig);
    beard::beard(sheet, rig);
    nose::nose(sheet, rig);
    mouth::mouth(sheet, rig);
    eyes::eyes(sheet, rig);
    eyes::brows(sheet, rig);
    tears::tears(sheet, rig);
    hair::before(sheet, rig);
    glasses::glasses(sheet, rig);
}
