//! Muscle movements of the face: which landmark each one moves, how far, and which way.
//!
//! The numbers are those of the Facial Action Coding System; the offsets are
//! this project's own, tuned by eye.

use super::rig::Landmark;

/// A movement of the face, numbered as face researchers number them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// 1: the inner ends of the brows rise.
    InnerBrowRaise,
    /// 2: the outer ends of the brows rise.
    OuterBrowRaise,
    /// 4: the brows come down and together.
    BrowLower,
    /// 5: the upper lids rise.
    UpperLidRaise,
    /// 6: the cheeks rise and narrow the eyes.
    CheekRaise,
    /// 7: the lids tighten.
    LidTighten,
    /// 9: the nose wrinkles.
    NoseWrinkle,
    /// 10: the upper lip rises.
    UpperLipRaise,
    /// 12: the corners of the mouth are pulled up, a smile.
    CornerPull,
    /// 14: the corners of the mouth tighten inwards.
    Dimple,
    /// 15: the corners of the mouth sink.
    CornerDepress,
    /// 17: the chin rises and pushes the lower lip up.
    ChinRaise,
    /// 20: the mouth is stretched sideways.
    LipStretch,
    /// 23: the lips tighten.
    LipTighten,
    /// 24: the lips press together.
    LipPress,
    /// 25: the lips part.
    LipsPart,
    /// 26: the jaw drops.
    JawDrop,
    /// 43 and 45: the eyes close.
    EyesClose,
}

impl Action {
    /// How many there are.
    pub const COUNT: usize = 18;

    /// All of them, in order of number.
    pub const ALL: [Action; Self::COUNT] = [
        Action::InnerBrowRaise,
        Action::OuterBrowRaise,
        Action::BrowLower,
        Action::UpperLidRaise,
        Action::CheekRaise,
        Action::LidTighten,
        Action::NoseWrinkle,
        Action::UpperLipRaise,
        Action::CornerPull,
        Action::Dimple,
        Action::CornerDepress,
        Action::ChinRaise,
        Action::LipStretch,
        Action::LipTighten,
        Action::LipPress,
        Action::LipsPart,
        Action::JawDrop,
        Action::EyesClose,
    ];
}

/// How strongly each movement shows, 0 not at all to 1 fully.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Actions([f64; Action::COUNT]);

impl Actions {
    /// No movement but those given.
    pub fn of(mix: &[(Action, f64)]) -> Self {
        let mut actions = Self::default();
        for (action, strength) in mix {
            actions.set(*action, *strength);
        }
        actions
    }

    /// How strongly one movement shows, 0 to 1.
    pub fn get(&self, action: Action) -> f64 {
        self.0[action as usize]
    }

    /// Sets one movement, 0 to 1.
    pub fn set(&mut self, action: Action, strength: f64) {
        self.0[action as usize] = strength;
    }

    /// Every movement between 0 and 1; what is no number counts as nought.
    pub fn clamped(mut self) -> Self {
        for strength in &mut self.0 {
            *strength = if strength.is_nan() { 0.0 } else { strength.clamp(0.0, 1.0) };
        }
        self
    }

    /// Pairs each movement here with the same one in another and merges them.
    pub fn merged(&self, other: &Self, merge: impl Fn(f64, f64) -> f64) -> Self {
        Self(std::array::from_fn(|index| merge(self.0[index], other.0[index])))
    }
}

/// What a movement does to one landmark at full strength: units outwards, units downwards.
pub struct Shift(pub Action, pub Landmark, pub f64, pub f64);

/// Where every movement takes every landmark that it moves.
pub const SHIFTS: &[Shift] = &[
    Shift(Action::InnerBrowRaise, Landmark::BrowInner, 0.4, -4.6),
    Shift(Action::InnerBrowRaise, Landmark::BrowPeak, 0.0, -1.4),
    Shift(Action::InnerBrowRaise, Landmark::BrowOuter, 0.0, 0.5),
    Shift(Action::InnerBrowRaise, Landmark::UpperLid, 0.0, -0.3),
    Shift(Action::OuterBrowRaise, Landmark::BrowInner, 0.0, -0.6),
    Shift(Action::OuterBrowRaise, Landmark::BrowPeak, 0.0, -3.2),
    Shift(Action::OuterBrowRaise, Landmark::BrowOuter, 0.3, -3.6),
    Shift(Action::OuterBrowRaise, Landmark::UpperLid, 0.0, -0.5),
    Shift(Action::BrowLower, Landmark::BrowInner, -2.4, 3.4),
    Shift(Action::BrowLower, Landmark::BrowPeak, -1.4, 2.4),
    Shift(Action::BrowLower, Landmark::BrowOuter, -0.4, 0.6),
    Shift(Action::BrowLower, Landmark::UpperLid, 0.0, 0.7),
    Shift(Action::UpperLidRaise, Landmark::UpperLid, 0.0, -2.2),
    Shift(Action::CheekRaise, Landmark::LowerLid, 0.0, -1.7),
    Shift(Action::CheekRaise, Landmark::UpperLid, 0.0, 0.5),
    Shift(Action::CheekRaise, Landmark::EyeOuter, 0.3, 0.3),
    Shift(Action::CheekRaise, Landmark::Cheek, 0.6, -3.0),
    Shift(Action::CheekRaise, Landmark::BrowOuter, 0.0, 0.4),
    Shift(Action::LidTighten, Landmark::LowerLid, 0.0, -1.6),
    Shift(Action::LidTighten, Landmark::UpperLid, 0.0, 1.2),
    Shift(Action::NoseWrinkle, Landmark::BrowInner, -0.8, 1.8),
    Shift(Action::NoseWrinkle, Landmark::NoseWing, 0.8, -1.8),
    Shift(Action::NoseWrinkle, Landmark::UpperLipPeak, 0.0, -1.6),
    Shift(Action::NoseWrinkle, Landmark::UpperLipDip, 0.0, -1.2),
    Shift(Action::NoseWrinkle, Landmark::LowerLid, 0.0, -0.7),
    Shift(Action::NoseWrinkle, Landmark::UpperLid, 0.0, 0.5),
    Shift(Action::NoseWrinkle, Landmark::Cheek, 0.0, -1.2),
    Shift(Action::UpperLipRaise, Landmark::UpperLipPeak, 0.6, -2.6),
    Shift(Action::UpperLipRaise, Landmark::UpperLipDip, 0.0, -2.0),
    Shift(Action::UpperLipRaise, Landmark::UpperLipInner, 0.0, -1.9),
    Shift(Action::UpperLipRaise, Landmark::NoseWing, 0.6, -0.8),
    Shift(Action::UpperLipRaise, Landmark::Cheek, 0.0, -0.8),
    Shift(Action::CornerPull, Landmark::MouthCorner, 4.2, -4.4),
    Shift(Action::CornerPull, Landmark::UpperLipPeak, 0.8, -0.2),
    Shift(Action::CornerPull, Landmark::UpperLipDip, 0.0, 0.4),
    Shift(Action::CornerPull, Landmark::UpperLipInner, 0.0, 0.9),
    Shift(Action::CornerPull, Landmark::LowerLipInner, 0.0, 0.7),
    Shift(Action::CornerPull, Landmark::LowerLip, 0.0, 0.4),
    Shift(Action::CornerPull, Landmark::LowerLipSide, 1.4, -0.6),
    Shift(Action::CornerPull, Landmark::Cheek, 0.8, -2.0),
    Shift(Action::CornerPull, Landmark::NoseWing, 0.6, -0.2),
    Shift(Action::CornerPull, Landmark::LowerLid, 0.0, -0.4),
    Shift(Action::Dimple, Landmark::MouthCorner, 1.0, -0.4),
    Shift(Action::CornerDepress, Landmark::MouthCorner, 0.3, 3.4),
    Shift(Action::CornerDepress, Landmark::LowerLipSide, 0.5, 0.7),
    Shift(Action::CornerDepress, Landmark::UpperLipInner, 0.0, -0.2),
    Shift(Action::ChinRaise, Landmark::LowerLip, 0.0, -2.0),
    Shift(Action::ChinRaise, Landmark::LowerLipSide, 0.0, -1.5),
    Shift(Action::ChinRaise, Landmark::LowerLipInner, 0.0, -1.2),
    Shift(Action::ChinRaise, Landmark::UpperLipInner, 0.0, -0.9),
    Shift(Action::ChinRaise, Landmark::UpperLipDip, 0.0, -0.7),
    Shift(Action::ChinRaise, Landmark::UpperLipPeak, 0.0, -0.6),
    Shift(Action::ChinRaise, Landmark::Chin, 0.0, -1.2),
    Shift(Action::LipStretch, Landmark::MouthCorner, 3.6, 0.9),
    Shift(Action::LipStretch, Landmark::UpperLipPeak, 0.8, 0.6),
    Shift(Action::LipStretch, Landmark::LowerLip, 0.0, -0.6),
    Shift(Action::LipStretch, Landmark::LowerLipSide, 1.0, -0.3),
    Shift(Action::LipTighten, Landmark::MouthCorner, -1.2, 0.0),
    Shift(Action::LipTighten, Landmark::UpperLipPeak, 0.0, 1.2),
    Shift(Action::LipTighten, Landmark::UpperLipDip, 0.0, 0.9),
    Shift(Action::LipTighten, Landmark::LowerLip, 0.0, -1.4),
    Shift(Action::LipTighten, Landmark::LowerLipSide, -0.3, -1.1),
    Shift(Action::LipPress, Landmark::MouthCorner, -0.5, 0.2),
    Shift(Action::LipPress, Landmark::UpperLipPeak, 0.0, 1.7),
    Shift(Action::LipPress, Landmark::UpperLipDip, 0.0, 1.4),
    Shift(Action::LipPress, Landmark::LowerLip, 0.0, -2.0),
    Shift(Action::LipPress, Landmark::LowerLipSide, 0.0, -1.6),
    Shift(Action::LipPress, Landmark::Chin, 0.0, -0.5),
    Shift(Action::LipsPart, Landmark::UpperLipInner, 0.0, -0.8),
    Shift(Action::LipsPart, Landmark::LowerLipInner, 0.0, 1.1),
    Shift(Action::LipsPart, Landmark::LowerLip, 0.0, 0.7),
    Shift(Action::LipsPart, Landmark::LowerLipSide, 0.0, 0.5),
    Shift(Action::JawDrop, Landmark::Chin, 0.0, 5.2),
    Shift(Action::JawDrop, Landmark::Jaw, -0.4, 2.0),
    Shift(Action::JawDrop, Landmark::LowerLipInner, 0.0, 4.4),
    Shift(Action::JawDrop, Landmark::LowerLip, 0.0, 4.8),
    Shift(Action::JawDrop, Landmark::LowerLipSide, 0.0, 3.6),
    Shift(Action::JawDrop, Landmark::MouthCorner, -1.0, 1.4),
    Shift(Action::JawDrop, Landmark::Cheek, -0.3, 0.8),
];
