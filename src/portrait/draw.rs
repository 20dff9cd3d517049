//! The whole picture, back to front: the room, and who sits in it.

use super::character::Character;
use super::display::{DisplayList, Seat};
use super::pen::Sheet;
use super::pose::Pose;

use super::rig::Rig;
use super::{beard, clothes, ears, eyes, folds, glasses, hair, head, mouth, neck, nose, room, tears};
use crate::script::codes::Setting;

/// A person who sits in the picture.
#[derive(Debug, Clone, Copy)]
pub struct Sitter<'a> {
    pub character: &'a Character,
    pub pose: Pose,
}

/// Draws the room in which so many people sit, without them. It is the room of the first of them.
pub fn draw_room(host: &Character, setting: Setting, people: usize) -> DisplayList {
    let mut sheet = Sheet::default();
    room::wall(&mut sheet, host, setting, people);
    match setting {
        Setting::Office => room::chair_back(&mut sheet, host.chair, people),
        Setting::Online => {
            for seat in Seat::of(people) {
                sheet.place(seat);
                room::plain_chair(&mut sheet, host.chair);
            }
            sheet.place(Seat::MIDDLE);
        }
    }
    room::dusk(&mut sheet, people);
    sheet.finish(people)
}

/// Draws everybody in their chairs, from the chest up, in the poses they hold, side by side in their order.
///
/// The list is in units; numbers of a pose that are out of range are drawn as the nearest that is in it.
pub fn draw(setting: Setting, sitters: &[Sitter]) -> DisplayList {
    let mut sheet = Sheet::default();
    for (sitter, seat) in sitters.iter().zip(Seat::of(sitters.len())) {
        sheet.place(seat);
        person(&mut sheet, &Rig::new(sitter.character, &sitter.pose));
    }
    if let (Setting::Office, Some(host)) = (setting, sitters.first()) {
        sheet.place(Seat::MIDDLE);
        room::chair_arms(&mut sheet, host.character.chair, sitters.len());
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
