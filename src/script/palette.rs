//! Colours by name, out of `assets/portrait/palette.ron`: what an author may write, and what is drawn from where they write none.

use std::sync::LazyLock;

use serde::Deserialize;

use super::codes::vocabulary;
use super::parse::built_in;

vocabulary! {
    /// Skin tone, from the lightest to the darkest.
    Skin {
        Porcelain,
        Pale,
        Fair,
        Tan,
        LightBrown,
        Brown,
        DeepBrown,
        Dark,
        VeryDark,
        Darkest,
    }
}

/// An sRGB colour, 0 to 255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

impl Colour {
    /// What is drawn where no colour is known.
    pub const GREY: Colour = Colour::new(0x8A, 0x86, 0x83);

    /// A colour from its three parts, 0 to 255 each.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// A colour written `#RRGGBB`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { red, green, blue })
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Colour::read(&text).ok_or_else(|| format!("\"{text}\" is not a colour"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    skins: Vec<(Skin, Colour)>,
    colours: Vec<(String, Colour)>,
    hair: Vec<String>,
    eyes: Vec<String>,
    cloth: Vec<String>,
    chairs: Vec<String>,
    walls: Vec<String>,
}

static PALETTE: LazyLock<Palette> = LazyLock::new(|| built_in(include_str!("../../assets/portrait/palette.ron")));

/// Every colour that has a name.
pub fn colours() -> &'static [(String, Colour)] {
    &PALETTE.colours
}

/// The colour of a skin tone.
pub fn skin(tone: Skin) -> Colour {
    PALETTE.skins.iter().find(|(known, _)| *known == tone).map_or(Colour::GREY, |(_, colour)| *colour)
}

/// What a colour is for, where an author leaves it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Hair,
    Eyes,
    Cloth,
    Chair,
    Wall,
}

/// One of the colours for that use; the same key always gives the same one.
pub fn colour_for(wanted: Use, key: u64) -> Colour {
    let names = names_for(wanted);
    let index = key.checked_rem(names.len() as u64).and_then(|index| usize::try_from(index).ok());
    index.and_then(|index| names.get(index)).map_or(Colour::GREY, |name| named(name))
}

/// Every colour for that use, in the palette's order.
pub fn colours_for(wanted: Use) -> impl Iterator<Item = Colour> {
    names_for(wanted).iter().map(|name| named(name))
}

fn names_for(wanted: Use) -> &'static [String] {
    match wanted {
        Use::Hair => &PALETTE.hair,
        Use::Eyes => &PALETTE.eyes,
        Use::Cloth => &PALETTE.cloth,
        Use::Chair => &PALETTE.chairs,
        Use::Wall => &PALETTE.walls,
    }
}

fn named(name: &str) -> Colour {
    colours().iter().find(|(known, _)| known == name).map_or(Colour::GREY, |(_, colour)| *colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_palette_is_whole() {
        let palette = &*PALETTE;
        assert_eq!(palette.skins.iter().map(|(tone, _)| *tone).collect::<Vec<_>>(), Skin::ALL);
        let named = |name: &String| palette.colours.iter().filter(|(known, _)| known == name).count() == 1;
        assert!(palette.colours.iter().all(|(name, _)| named(name)));
        for names in [&palette.hair, &palette.eyes, &palette.cloth, &palette.chairs, &palette.walls] {
            assert!(!names.is_empty() && names.iter().all(named), "{names:?}");
        }
    }
}
