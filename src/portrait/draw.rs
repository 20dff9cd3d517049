//! The whole picture, back to front: the room, and who sits in it.

use super::character::Character;
use super::display::{DisplayList, Seat};
use super::light::Hour;
use super::pen::Sheet;
use super::pose::Pose;
use super::raster::view;
use super::rig::Rig;
use super::{beard, call, clothes, ears, eyes, folds, glasses, hair, head, mouth, neck, nose, room, tears};
use crate::script::codes::Setting;
use crate::script::face::Camera;

/// A person who sits in the picture.
#[derive(Debug, Clone, Copy)]
pub struct Sitter<'a> {
    pub character: &'a Character,
    pub pose: Pose,
}

/// What is around the people, and doesn't move while they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    pub setting: Setting,
    /// Of everybody who sits there, in their order.
    pub names: Vec<String>,
    pub hour: Hour,
    /// Of a call; an office has none.
    pub camera: Camera,
}

impl Surroundings {
    pub fn people(&self) -> usize {
        self.names.len()
    }

    /// What the camera shows; nothing comes between people in an office.
    pub fn shows(&self) -> Camera {
        if self.setting == Setting::Online { self.camera } else { Camera::On }
    }
}

/// The room of one moment: what is drawn once, and again only when something of it is another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Room {
    /// What lies behind the people, and what in front of them.
    pub behind: DisplayList,
    pub before: DisplayList,
    /// The picture has come to a halt on its way here.
    pub frozen: bool,
}

/// Draws the room in which so many people sit, without them, for a picture of that many pixels. It is the room of the first of them.
pub fn draw_room(host: &Character, around: &Surroundings, size: (u16, u16)) -> Room {
    let view = view(size, around.people());
    let (mut behind, mut before) = (Sheet::default(), Sheet::default());
    match around.setting {
        Setting::Office => {
            room::office(&mut behind, host, around, view);
            room::before(&mut before, host, around, view);
        }
        Setting::Online => {
            call::behind(&mut behind, host, around, view);
            call::before(&mut before, around, view);
        }
    }
    Room { behind: behind.finish(around.people()), before: before.finish(around.people()), frozen: around.shows() == Camera::Frozen }
}

/// Draws everybody from the chest up, in the poses they hold, side by side in their order.
///
/// The list is in units; numbers of a pose that are out of range are drawn as the nearest that is in it.
pub fn draw(sitters: &[Sitter]) -> DisplayList {
    let mut sheet = Sheet::default();
    for (sitter, seat) in sitters.iter().zip(Seat::of(sitters.len())) {
        sheet.place(seat);
        person(&mut sheet, &Rig::new(sitter.character, &sitter.pose));
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
