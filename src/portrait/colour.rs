//! Ink: an sRGB colour with alpha, lightened and mixed in OKLab so that steps look even.

use crate::script::palette::Colour;

/// A colour to draw with; red, green, blue and alpha from 0 to 1, not premultiplied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    pub red: f32,
    pub green: f32,
    pub blue: f32,
    pub alpha: f32,
}

impl Ink {
    /// An opaque ink from 24 bits, red highest.
    pub const fn rgb(bits: u32) -> Self {
        Self {
            red: ((bits >> 16) & 255) as f32 / 255.0,
            green: ((bits >> 8) & 255) as f32 / 255.0,
            blue: (bits & 255) as f32 / 255.0,
            alpha: 1.0,
        }
    }

    /// The same colour at another alpha, 0 to 1.
    pub fn at(self, alpha: f64) -> Self {
        Self { alpha: (alpha as f32).clamp(0.0, 1.0), ..self }
    }

    /// Moved in OKLab: lightness (0 black to 1 white), towards red, towards yellow.
    pub fn moved(self, lightness: f32, redness: f32, yellowness: f32) -> Self {
        let [l, a, b] = self.oklab();
        Self::from_oklab([l + lightness, a + redness, b + yellowness], self.alpha)
    }

    /// Lighter by so much of OKLab lightness; negative is darker.
    pub fn lit(self, lightness: f32) -> Self {
        self.moved(lightness, 0.0, 0.0)
    }

    /// This colour with `share` (0 to 1) of another mixed in.
    pub fn mixed(self, other: Ink, share: f64) -> Self {
        let share = share as f32;
        let mut blended = self.oklab();
        blended.iter_mut().zip(other.oklab()).for_each(|(mine, theirs)| *mine += (theirs - *mine) * share);
        let alpha = self.alpha + (other.alpha - self.alpha) * share;
        Self::from_oklab(blended, alpha)
    }

    /// OKLab lightness, 0 to 1.
    pub fn lightness(self) -> f32 {
        self.oklab()[0]
    }

    fn oklab(self) -> [f32; 3] {
        let (r, g, b) = (linear(self.red), linear(self.green), linear(self.blue));
        let l = (0.412_221_47 * r + 0.536_332_55 * g + 0.051_445_99 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        [
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ]
    }

    fn from_oklab([lightness, a, b]: [f32; 3], alpha: f32) -> Self {
        let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
        let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        Self {
            red: encoded(4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_93 * s),
            green: encoded(-1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s),
            blue: encoded(-0.004_196_086 * l - 0.703_418_6 * m + 1.707_614_7 * s),
            alpha,
        }
    }
}

impl From<Colour> for Ink {
    fn from(colour: Colour) -> Self {
        Self::rgb(u32::from_be_bytes([0, colour.red, colour.green, colour.blue]))
    }
}

fn linear(value: f32) -> f32 {
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

fn encoded(value: f32) -> f32 {
    let value = value.clamp(0.0, 1.0);
    if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oklab_goes_there_and_back() {
        for bits in [0x000000, 0xFFFFFF, 0xBF8660, 0x2F6F73, 0xD9536A] {
            let ink = Ink::rgb(bits);
            let back = ink.moved(0.0, 0.0, 0.0);
            assert!((ink.red - back.red).abs() < 0.002, "{bits:06X}");
            assert!((ink.green - back.green).abs() < 0.002, "{bits:06X}");
            assert!((ink.blue - back.blue).abs() < 0.002, "{bits:06X}");
        }
    }

    #[test]
    fn lighter_is_lighter() {
        let skin = Ink::rgb(0xBF8660);
        assert!(skin.lit(0.06).lightness() > skin.lightness());
        assert_eq!(skin.at(3.0).alpha, 1.0);
    }
}
