//! Every colour that a person is drawn with, mixed so that each can be told from what it lies on.

use super::colour::Ink;
use super::lot::Lot;
use super::measures::years;
use crate::script::appearance::{Appearance, HairStyle};
use crate::script::choice::Tint;
use crate::script::palette::{self, Skin, Use};

/// Every colour that a person and their place in the room are drawn with.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// How dark the skin is: 0 light, 1 darkest. Folds of dark skin show by the light beside them too.
    pub darkness: f64,
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
    pub beard: Ink,
    pub lash: Ink,
    pub iris: Ink,
    pub cloth: Ink,
    pub cloth_light: Ink,
    pub cloth_shade: Ink,
    /// What is worn under it, or its trim.
    pub second: Ink,
}

impl Palette {
    pub fn new(look: &Appearance, lot: Lot, age: u8) -> Self {
        let drawn = |field: &str, written: &Option<Tint>, wanted| {
            written.as_ref().map_or_else(|| palette::colour_for(wanted, lot.key(field)), |tint| tint.colour)
        };
        let skin = Ink::from(palette::skin(lot.word("skin", &look.skin, Skin::ALL)));
        // Dark skin shows blood as a turn in hue, not as darkening.
        let dark = (0.82 - skin.lightness()).clamp(0.0, 0.5) / 0.5;
        let darkness = f64::from(dark);
        let blood = skin.moved(-0.03 * (1.0 - dark), 0.075 - 0.03 * dark, 0.012).mixed(Ink::rgb(0xC9545C), 0.22 - 0.12 * darkness);
        let lip = skin.moved(-0.075 + 0.08 * dark, 0.036 + 0.008 * dark, -0.002).mixed(Ink::rgb(0xB25560), 0.26 - 0.06 * darkness);
        let lip = lip.mixed(skin, 0.3 * ((f64::from(years(look, age)) - 35.0) / 50.0).clamp(0.0, 1.0));
        let hair = greyed(
            suited(look.hair_colour.as_ref(), Use::Hair, lot.key("hair_colour"), darkness),
            look.hair_colour.is_none(),
            years(look, age),
        );
        let cloth = Ink::from(drawn("clothing_colour", &look.clothing_colour, Use::Cloth));
        // Under a covering the hair's own colour is drawn by lot.
        let style = look.hair_style.as_ref().map(|choice| choice.word);
        let covered = matches!(style, Some(HairStyle::Headscarf | HairStyle::Turban));
        let natural =
            if covered { greyed(suited(None, Use::Hair, lot.key("brow_colour"), darkness), true, years(look, age)) } else { hair };
        let faded = natural.lit(-0.03).mixed(Ink::rgb(0xA8A5A2), ((f64::from(years(look, age)) - 55.0) / 40.0).clamp(0.0, 0.45));
        let brow = look.brow_colour.as_ref().map_or(faded, |tint| Ink::from(tint.colour));
        let beard = if covered { brow } else { brow.mixed(natural, 0.5) };
        let brow = against(brow, skin);
        Self {
            darkness,
            skin,
            skin_light: skin.moved(0.05 + 0.03 * dark, -0.002, 0.008),
            skin_shade: skin.moved(-0.075 + 0.02 * dark, 0.018 - 0.016 * dark, 0.006 - 0.008 * dark),
            skin_deep: skin.moved(-0.155 + 0.07 * dark, 0.026 - 0.028 * dark, 0.004 - 0.014 * dark),
            crease: skin.moved(-0.25 + 0.07 * dark, 0.03, 0.0),
            blood,
            lip,
            lip_upper: lip.moved(-0.055 + 0.015 * dark, 0.006 - 0.022 * dark, -0.004 * dark),
            hair,
            hair_light: hair.moved(0.085, 0.004, 0.012),
            hair_shade: hair.lit(-0.06),
            brow,
            beard,
            lash: if brow.lightness() > 0.4 { Ink::rgb(0x3A2A26) } else { brow.lit(-0.08) },
            iris: suited(look.eye_colour.as_ref(), Use::Eyes, lot.key("eye_colour"), darkness),
            cloth,
            cloth_light: cloth.moved(0.045, 0.0, 0.005),
            cloth_shade: cloth.lit(-0.08),
            second: look.second_colour.as_ref().map_or(Ink::rgb(0xE9E2D4).mixed(cloth, 0.12), |tint| Ink::from(tint.colour)),
        }
    }
}

/// The colour of brows, moved until it shows on the skin: darker where that is possible.
fn against(brow: Ink, skin: Ink) -> Ink {
    const LEAST: f32 = 0.13;
    let gap = brow.lightness() - skin.lightness();
    if gap.abs() >= LEAST { brow } else { brow.lit(skin.lightness() - LEAST - brow.lightness()) }
}

/// A colour of hair or eyes as it was written, or one drawn by lot: a dark one where the skin is dark.
fn suited(written: Option<&Tint>, wanted: Use, key: u64, darkness: f64) -> Ink {
    const TRIES: u64 = 16;
    let lightest = if darkness > 0.3 { 0.42 } else { 1.0 };
    let drawn = || {
        let mut inks = (0..TRIES).map(|step| Ink::from(palette::colour_for(wanted, key.wrapping_add(step))));
        inks.find(|ink| ink.lightness() <= lightest).unwrap_or(Ink::from(palette::colour_for(wanted, key)))
    };
    written.map_or_else(drawn, |tint| Ink::from(tint.colour))
}

/// Hair that was drawn by lot goes grey as people's does; what an author chose stays.
fn greyed(hair: Ink, by_lot: bool, age: i32) -> Ink {
    let grey = if by_lot { ((f64::from(age) - 45.0) / 30.0).clamp(0.0, 0.9) } else { 0.0 };
    hair.mixed(Ink::rgb(0xA8A5A2), grey)
}
