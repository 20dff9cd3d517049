//! The measures of a face and body, from what an author wrote about them.

use super::lot::Lot;
use crate::script::appearance::Appearance;

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
    pub fn new(look: &Appearance, lot: Lot, age: u8) -> Self {
        let years = f64::from(years(look, age));
        let age = ((years - 22.0) / 58.0).clamp(0.0, 1.0);
        let youth = ((22.0 - years) / 8.0).clamp(0.0, 1.0);
        let of = |field: &str, written: Option<i32>, low: f64, high: f64| range(lot.percent(field, written), low, high);
        let build = of("build", look.build, 0.0, 1.0);
        let flesh = 2.0 * build - 1.0;
        let jaw = of("jaw", look.jaw, 0.0, 1.0);
        Self {
            // With the years thin brows grow thinner and bushy ones bushier.
            brow_thickness: of("brow_thickness", look.brow_thickness, 1.7 - 0.5 * age, 4.1 + 0.5 * age) - 0.2 * youth,
            brow_arch: of("brow_arch", look.brow_arch, -0.9, 1.3),
            eye_width: of("eye_width", look.eye_width, 7.0, 8.4) + 0.6 * youth - 0.2 * age,
            eye_height: of("eye_openness", look.eye_openness, 6.7, 8.1) - 0.3 * age,
            eye_fold: of("eye_fold", look.eye_fold, 0.0, 1.0),
            eye_slant: of("eye_slant", look.eye_slant, -0.8, 1.5),
            tired: range(look.tiredness.unwrap_or(20), 0.0, 1.0),
            nose_length: of("nose_length", look.nose_length, 15.6, 20.0) + 0.7 * age - 1.4 * youth,
            nose_width: of("nose_width", look.nose_width, 5.0, 8.4) + 0.2 * flesh - 0.5 * youth + 0.3 * age,
            lips: of("lips", look.lips, 0.68, 1.6) * (1.0 - 0.34 * age),
            mouth_width: of("mouth_width", look.mouth_width, 9.7, 11.9) - 0.4 * youth,
            jaw: 0.90 + 0.24 * jaw + 0.02 * flesh - 0.03 * youth,
            cheeks: of("cheeks", look.cheeks, 0.96, 1.06) + 0.01 * flesh,
            face_length: of("face_length", look.face_length, 0.94, 1.07) - 0.055 * youth,
            age,
            youth,
            flesh,
            shoulders: (0.86 + 0.26 * build) * (1.0 - 0.08 * youth),
            neck: (13.4 + 5.4 * build - 0.8 + 2.2 * jaw) * (1.0 - 0.08 * youth),
        }
    }
}

/// Puts a percentage into a range; what is out of 0 to 100 counts as the nearer end.
pub fn range(percent: i32, low: f64, high: f64) -> f64 {
    low + (high - low) * f64::from(percent.clamp(0, 100)) / 100.0
}

/// The years that show in the face.
pub fn years(look: &Appearance, age: u8) -> i32 {
    look.age.unwrap_or(age.into()).clamp(14, 100)
}
