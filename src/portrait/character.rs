//! The character: what an author wrote about somebody, and what was drawn for them by lot, as measures in units and a palette.

use super::colour::Ink;
use crate::script::appearance::{Appearance, Beard, Clothing, Earrings, Glasses, HairStyle, Pattern};
use crate::script::choice::{Choice, Tint};
use crate::script::codes::Vocabulary;
use crate::script::face::Action;
use crate::script::model::Person;
use crate::script::palette::{self, Skin, Use};

/// A person ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Character {
    pub(super) measures: Measures,
    pub(super) palette: Palette,
    pub(super) hair: HairStyle,
    pub(super) glasses: Glasses,
    pub(super) beard: Beard,
    pub(super) earrings: Earrings,
    pub(super) clothing: Clothing,
    pub(super) pattern: Pattern,
    /// How freckled, 0 to 1.
    pub(super) freckles: f64,
    /// The room that is theirs.
    pub(super) wall: Ink,
    pub(super) chair: Ink,
    pub(super) rules: DisplayRules,
}

/// Display rules: how much of what they feel shows in a person, and what gives them away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DisplayRules {
    /// Factor on every movement of the face, 0.6 to 1.4.
    pub gain: f64,
    /// The movement that comes with whatever they hide.
    pub tell: Option<Action>,
}

impl Character {
    /// The person of a case.
    pub fn new(person: &Person) -> Self {
        Self::of(&person.id, person.age, &person.appearance)
    }

    /// Somebody with that id and that age in years; numbers out of range count as the nearest that is in it.
    pub fn of(id: &str, age: u8, look: &Appearance) -> Self {
        let lot = Lot { id };
        let worn = |choice: &Option<Choice<Glasses>>| choice.as_ref().map_or(Glasses::Without, |choice| choice.word);
        let palette = Palette::new(look, lot, age);
        let room = |written: &Option<Tint>, wanted, field| match written {
            Some(tint) => Ink::from(tint.colour),
            None => apart(Ink::from(palette::colour_for(wanted, lot.key(field))), [palette.skin, palette.hair]),
        };
        Self {
            measures: Measures::new(look, lot, age),
            hair: lot.word("hair_style", &look.hair_style, &COMMON_HAIR),
            glasses: worn(&look.glasses),
            beard: look.beard.as_ref().map_or(Beard::Shaven, |choice| choice.word),
            earrings: look.earrings.as_ref().map_or(Earrings::Without, |choice| choice.word),
            clothing: lot.word("clothing", &look.clothing, &COMMON_CLOTHES),
            pattern: look.pattern.as_ref().map_or(Pattern::Plain, |choice| choice.word),
            freckles: range(look.freckles.unwrap_or(0), 0.0, 1.0),
            wall: room(&look.wall_colour, Use::Wall, "wall_colour"),
            chair: room(&look.chair_colour, Use::Chair, "chair_colour"),
            rules: DisplayRules {
                gain: range(look.expressiveness.unwrap_or(50), 0.6, 1.4),
                tell: look.tell.as_ref().map(|choice| choice.word),
            },
            palette,
        }
    }

    /// How much of what they feel shows.
    pub fn display_rules(&self) -> DisplayRules {
        self.rules
    }
}

/// Hair that anybody may wear, where an author says nothing of it.
const COMMON_HAIR: [HairStyle; 5] =
    [HairStyle::Cropped, HairStyle::Short, HairStyle::SweptBack, HairStyle::ShoulderLength, HairStyle::TiedBack];
/// And clothes.
const COMMON_CLOTHES: [Clothing; 5] = [Clothing::Jumper, Clothing::Shirt, Clothing::TShirt, Clothing::Cardigan, Clothing::RollNeck];

/// What an author leaves out is drawn by lot, each thing by itself: the same person always draws the same.
#[derive(Clone, Copy)]
struct Lot<'a> {
    id: &'a str,
}

impl Lot<'_> {
    fn key(self, field: &str) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.id.as_bytes()).update(&[0]).update(field.as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        u64::from_le_bytes(first)
    }

    /// What was written, or something between 15 and 85.
    fn percent(self, field: &str, written: Option<i32>) -> i32 {
        written.unwrap_or_else(|| 15 + i32::try_from(self.key(field) % 71).unwrap_or_default())
    }

    fn word<T: Vocabulary>(self, field: &str, written: &Option<Choice<T>>, common: &[T]) -> T {
        let drawn = || usize::try_from(self.key(field) % common.len().max(1) as u64).unwrap_or_default();
        written.as_ref().map_or_else(|| common[drawn()], |choice| choice.word)
    }
}

/// The colour, moved until it stands apart from each of the others in lightness.
fn apart(ink: Ink, others: [Ink; 2]) -> Ink {
    const LEAST: f32 = 0.15;
    let clear = |ink: &Ink| others.iter().all(|other| (ink.lightness() - other.lightness()).abs() >= LEAST);
    let moved = [0.0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24].map(|step| ink.lit(step));
    moved.into_iter().find(|ink| (0.3..0.95).contains(&ink.lightness()) && clear(ink)).unwrap_or(ink)
}

/// Measures of face and body: lengths in units, the rest as factors or shares.
#[derive(Debug, Clone, PartialEq)]
pub struct Measures {
    pub brow_thickness: f64,
    pub brow_arch: f64,
    /// Half the eye's width.
    pub eye_width: f64,
    /// Height of the eye's opening at rest.
    pub eye_height: f64,
    /// Depth of the upper lid's crease, 0 to 1.
    pub eye_fold: f64,
    /// Shadow under the eyes, 0 to 1.
    pub tired: f64,
    /// How far below the pupils the nose ends.
    pub nose_length: f64,
    /// Half the nose's width.
    pub nose_width: f64,
    /// Factor on the lips' height.
    pub lips: f64,
    /// Half the mouth's width.
    pub mouth_width: f64,
    /// Factor on the jaw's width.
    pub jaw: f64,
    /// Factor on the cheekbones' width.
    pub cheeks: f64,
    /// Factor on the face's length below the pupils.
    pub face_length: f64,
    /// How old the face looks: 0 at twenty-two, 1 at eighty.
    pub age: f64,
    /// How young: 1 at fourteen, 0 at twenty-two.
    pub youth: f64,
    /// How much flesh the face carries: -1 gaunt, 1 heavy.
    pub flesh: f64,
    /// Units by which the outer corners of the eyes lie higher.
    pub eye_slant: f64,
    /// Factor on the shoulders' width.
    pub shoulders: f64,
    /// Half the neck's width.
    pub neck: f64,
}

impl Measures {
    fn new(look: &Appearance, lot: Lot, age: u8) -> Self {
        let years = f64::from(look.age.unwrap_or(age.into()).clamp(14, 100));
        let age = ((years - 22.0) / 58.0).clamp(0.0, 1.0);
        let youth = ((22.0 - years) / 8.0).clamp(0.0, 1.0);
        let of = |field: &str, written: Option<i32>, low: f64, high: f64| range(lot.percent(field, written), low, high);
        let build = of("build", look.build, 0.0, 1.0);
        let flesh = 2.0 * build - 1.0;
        let jaw = of("jaw", look.jaw, 0.0, 1.0);
        Self {
            brow_thickness: of("brow_thickness", look.brow_thickness, 1.7, 4.1),
            brow_arch: of("brow_arch", look.brow_arch, -0.9, 1.3),
            eye_width: of("eye_width", look.eye_width, 7.1, 8.3) + 0.35 * youth,
            eye_height: of("eye_openness", look.eye_openness, 6.7, 8.1) - 0.3 * age,
            eye_fold: of("eye_fold", look.eye_fold, 0.0, 1.0),
            eye_slant: of("eye_slant", look.eye_slant, -0.8, 1.5),
            tired: range(look.tiredness.unwrap_or(20), 0.0, 1.0),
            nose_length: of("nose_length", look.nose_length, 16.0, 19.6) + 0.6 * age - 1.0 * youth,
            nose_width: of("nose_width", look.nose_width, 5.4, 7.9) + 0.2 * flesh - 0.3 * youth,
            lips: of("lips", look.lips, 0.72, 1.5) * (1.0 - 0.22 * age),
            mouth_width: of("mouth_width", look.mouth_width, 9.7, 11.9) - 0.4 * youth,
            jaw: 0.91 + 0.22 * jaw + 0.04 * flesh - 0.03 * youth,
            cheeks: of("cheeks", look.cheeks, 0.97, 1.05) + 0.015 * flesh,
            face_length: of("face_length", look.face_length, 0.955, 1.05) - 0.03 * youth,
            age,
            youth,
            flesh,
            shoulders: (0.86 + 0.26 * build) * (1.0 - 0.08 * youth),
            neck: (14.0 + 4.4 * build - 0.8 + 2.2 * jaw) * (1.0 - 0.08 * youth),
        }
    }
}

/// Puts a percentage into a range; what is out of 0 to 100 counts as the nearer end.
fn range(percent: i32, low: f64, high: f64) -> f64 {
    low + (high - low) * f64::from(percent.clamp(0, 100)) / 100.0
}

/// Every colour that a person and their place in the room are drawn with.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    pub skin: Ink,
    pub skin_light: Ink,
    pub skin_shade: Ink,
    pub skin_deep: Ink,
    pub crease: Ink,
    pub blood: Ink,
    pub lip: Ink,
    pub lip_upper: Ink,
    pub hair: Ink,
    pub hair_light: Ink,
    pub hair_shade: Ink,
    pub brow: Ink,
    pub lash: Ink,
    pub iris: Ink,
    pub cloth: Ink,
    pub cloth_light: Ink,
    pub cloth_shade: Ink,
    /// What is worn under it, or its trim.
    pub second: Ink,
}

impl Palette {
    fn new(look: &Appearance, lot: Lot, age: u8) -> Self {
        let drawn = |field: &str, written: &Option<Tint>, wanted| {
            written.as_ref().map_or_else(|| palette::colour_for(wanted, lot.key(field)), |tint| tint.colour)
        };
        let skin = Ink::from(palette::skin(lot.word("skin", &look.skin, Skin::ALL)));
        // Dark skin shows blood as a turn in hue, not as darkening.
        let dark = (0.82 - skin.lightness()).clamp(0.0, 0.5) / 0.5;
        let darkness = f64::from(dark);
        let blood = skin.moved(-0.03 * (1.0 - dark), 0.075 - 0.03 * dark, 0.012).mixed(Ink::rgb(0xC9545C), 0.22 - 0.12 * darkness);
        let lip = skin.moved(-0.075 + 0.055 * dark, 0.036, -0.002).mixed(Ink::rgb(0xB25560), 0.26 - 0.08 * darkness);
        let hair = greyed(Ink::from(drawn("hair_colour", &look.hair_colour, Use::Hair)), look.hair_colour.is_none(), age);
        let cloth = Ink::from(drawn("clothing_colour", &look.clothing_colour, Use::Cloth));
        let brow = look.brow_colour.as_ref().map_or(hair.lit(-0.03), |tint| Ink::from(tint.colour));
        Self {
            skin,
            skin_light: skin.moved(0.05 + 0.015 * dark, -0.002, 0.008),
            skin_shade: skin.moved(-0.075 + 0.02 * dark, 0.018 - 0.012 * dark, 0.006),
            skin_deep: skin.moved(-0.155 + 0.06 * dark, 0.026 - 0.018 * dark, 0.004),
            crease: skin.moved(-0.25 + 0.07 * dark, 0.03, 0.0),
            blood,
            lip,
            lip_upper: lip.moved(-0.055, 0.006, 0.0),
            hair,
            hair_light: hair.moved(0.085, 0.004, 0.012),
            hair_shade: hair.lit(-0.06),
            brow,
            lash: if brow.lightness() > 0.4 { Ink::rgb(0x3A2A26) } else { brow.lit(-0.08) },
            iris: Ink::from(drawn("eye_colour", &look.eye_colour, Use::Eyes)),
            cloth,
            cloth_light: cloth.moved(0.045, 0.0, 0.005),
            cloth_shade: cloth.lit(-0.08),
            second: look.second_colour.as_ref().map_or(Ink::rgb(0xE9E2D4).mixed(cloth, 0.12), |tint| Ink::from(tint.colour)),
        }
    }
}

/// Hair that was drawn by lot goes grey as people's does; what an author chose stays.
fn greyed(hair: Ink, by_lot: bool, age: u8) -> Ink {
    let grey = if by_lot { ((f64::from(age) - 45.0) / 30.0).clamp(0.0, 0.9) } else { 0.0 };
    hair.mixed(Ink::rgb(0xA8A5A2), grey)
}
