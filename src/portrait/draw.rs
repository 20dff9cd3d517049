//! The whole picture, back to front.

use super::character::Character;
use super::display::DisplayList;
use super::pen::Sheet;
use super::pose::Pose;
use super::rig::Rig;
use super::{clothes, extras, eyes, folds, hair, head, mouth, nose, room};
use crate::script::appearance::Appearance;

/// Draws a person in their chair, from the chest up, in the pose they hold.
///
/// The list is in units; numbers of appearance or pose that are out of range
/// are drawn as the nearest that is in range.
pub fn draw(appearance: &Appearance, pose: &Pose) -> DisplayList {
    let character = Character::new(appearance);
    let rig = Rig::new(&character, pose);
    let mut sheet = Sheet::default();
    room::wall(&mut sheet, &rig);
    room::chair_back(&mut sheet, &rig);
    hair::behind(&mut sheet, &rig);
    clothes::neck(&mut sheet, &rig);
    clothes::body(&mut sheet, &rig);
    hair::on_shoulders(&mut sheet, &rig);
    head::ears(&mut sheet, &rig);
    head::face(&mut sheet, &rig);
    folds::folds(&mut sheet, &rig);
    extras::beard(&mut sheet, &rig);
    nose::nose(&mut sheet, &rig);
    mouth::mouth(&mut sheet, &rig);
    eyes::eyes(&mut sheet, &rig);
    eyes::brows(&mut sheet, &rig);
    hair::before(&mut sheet, &rig);
    extras::glasses(&mut sheet, &rig);
    room::chair_arms(&mut sheet, &rig);
    room::dusk(&mut sheet);
    sheet.finish()
}
