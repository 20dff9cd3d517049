//! The character: what an author wrote, resolved to measures in units and a palette.

use super::colour::Ink;
use crate::script::appearance::{Appearance, Beard, Clothing, Glasses, HairStyle, Skin};

/// A person ready to be drawn.
pub struct Character {
    pub measures: Measures,
    pub palette: Palette,
    pub hair: HairStyle,
    pub glasses: Glasses,
    pub beard: Beard,
    pub clothing: Clothing,
}

impl Character {
    pub fn new(appearance: &Appearance) -> Self {
        Self {
            measures: Measures::new(appearance),
            palette: Palette::new(appearance),
            hair: appearance.hair_style,
            glasses: appearance.glasses,
            beard: appearance.beard,
            clothing: appearance.clothing,
        }
    }
}

/// Measures of face and body: lengths in units, the rest as factors or shares.
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
    /// How old the face looks: 0 at twenty, 1 at eighty-five.
    pub age: f64,
    /// Factor on the shoulders' width.
    pub shoulders: f64,
    /// Half the neck's width.
    pub neck: f64,
}

impl Measures {
    fn new(look: &Appearance) -> Self {
        let age = ((f64::from(look.age) - 20.0) / 65.0).clamp(0.0, 1.0);
        let build = range(look.build, 0.0, 1.0);
        Self {
            brow_thickness: range(look.brow_thickness, 1.7, 4.1),
            brow_arch: range(look.brow_arch, -0.9, 1.3),
            eye_width: range(look.eye_width, 7.1, 8.3),
            eye_height: range(look.eye_openness, 6.7, 8.1) - 0.3 * age,
            eye_fold: range(look.eye_fold, 0.0, 1.0),
            tired: range(look.tiredness, 0.0, 1.0),
            nose_length: range(look.nose_length, 16.0, 19.6) + 0.6 * age,
            nose_width: range(look.nose_width, 5.4, 7.9),
            lips: range(look.lips, 0.72, 1.5) * (1.0 - 0.22 * age),
            mouth_width: range(look.mouth_width, 9.7, 11.9),
            jaw: range(look.jaw, 0.91, 1.13),
            cheeks: range(look.cheeks, 0.97, 1.05),
            face_length: range(look.face_length, 0.955, 1.05),
            age,
            shoulders: 0.88 + 0.22 * build,
            neck: 14.2 + 3.6 * build + range(look.jaw, -0.8, 1.4),
        }
    }
}

/// Puts a percentage into a range; what is out of 0 to 100 counts as the nearer end.
fn range(percent: i32, low: f64, high: f64) -> f64 {
    low + (high - low) * f64::from(percent.clamp(0, 100)) / 100.0
}

/// Every colour that a person and their place in the room are drawn with.
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
    pub chair: Ink,
    pub wall: Ink,
}

impl Palette {
    fn new(look: &Appearance) -> Self {
        let skin = skin_ink(look.skin);
        // Dark skin shows blood as a turn in hue, not as darkening.
        let dark = (0.82 - skin.lightness()).clamp(0.0, 0.5) / 0.5;
        let darkness = f64::from(dark);
        let blood = skin.moved(-0.03 * (1.0 - dark), 0.075 - 0.03 * dark, 0.012).mixed(Ink::rgb(0xC9545C), 0.22 - 0.12 * darkness);
        let lip = skin.moved(-0.075 + 0.055 * dark, 0.036, -0.002).mixed(Ink::rgb(0xB25560), 0.26 - 0.08 * darkness);
        let hair = Ink::from(look.hair_colour);
        let cloth = Ink::from(look.clothing_colour);
        let brow = Ink::from(look.brow_colour);
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
            iris: Ink::from(look.eye_colour),
            cloth,
            cloth_light: cloth.moved(0.045, 0.0, 0.005),
            cloth_shade: cloth.lit(-0.08),
            chair: Ink::from(look.chair_colour),
            wall: Ink::from(look.wall_colour),
        }
    }
}

fn skin_ink(skin: Skin) -> Ink {
    Ink::rgb(match skin {
        Skin::Pale => 0xF3D9C6,
        Skin::Fair => 0xE9C1A0,
        Skin::Tan => 0xD8A47F,
        Skin::LightBrown => 0xBF8660,
        Skin::Brown => 0xA06B48,
        Skin::DeepBrown => 0x7E4F36,
        Skin::Dark => 0x5F3A2A,
        Skin::VeryDark => 0x432A20,
    })
}
