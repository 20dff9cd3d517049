//! How strongly each muscle movement shows, and where each of them takes the landmarks of the face.

use std::sync::LazyLock;

use serde::Deserialize;

use super::rig::Landmark;
use crate::script::face::Action;
use crate::script::parse::built_in;

const COUNT: usize = Action::ALL.len();

/// How strongly each movement shows, 0 not at all to 1 fully.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(from = "Vec<(Action, f64)>")]
pub struct Actions([f64; COUNT]);

impl From<Vec<(Action, f64)>> for Actions {
    fn from(mix: Vec<(Action, f64)>) -> Self {
        let mut actions = Self::default();
        mix.into_iter().for_each(|(action, strength)| actions.set(action, strength));
        actions
    }
}

#[expect(clippy::indexing_slicing, reason = "there is a place for each action")]
impl Actions {
    /// How strongly one movement shows, 0 to 1.
    pub fn get(&self, action: Action) -> f64 {
        self.0[action as usize]
    }

    /// Sets one movement, 0 to 1.
    pub fn set(&mut self, action: Action, strength: f64) {
        self.0[action as usize] = strength;
    }

    /// Lets one movement show more strongly, or less.
    pub fn add(&mut self, action: Action, strength: f64) {
        self.0[action as usize] += strength;
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

/// What one movement does to the landmarks: units outwards and downwards at full strength.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Movement {
    action: Action,
    shifts: Vec<(Landmark, f64, f64)>,
}

/// What moves one landmark: the movement, and units outwards and downwards at full strength.
pub type Shift = (Action, f64, f64);

static MOVEMENTS: LazyLock<Vec<Movement>> = LazyLock::new(|| built_in(include_str!("../../assets/portrait/actions.ron")));

static SHIFTS: LazyLock<Vec<Vec<Shift>>> = LazyLock::new(|| {
    let of = |landmark: Landmark| {
        let shifts = MOVEMENTS.iter().flat_map(|movement| movement.shifts.iter().map(|(at, x, y)| (*at, (movement.action, *x, *y))));
        shifts.filter(|(at, _)| *at == landmark).map(|(_, shift)| shift).collect()
    };
    Landmark::ALL.iter().copied().map(of).collect()
});

/// Everything that moves a landmark.
pub fn shifts(landmark: Landmark) -> &'static [Shift] {
    SHIFTS.get(landmark as usize).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_movement_stands_in_the_table_once() {
        let actions: Vec<Action> = MOVEMENTS.iter().map(|movement| movement.action).collect();
        assert_eq!(actions, Action::ALL);
    }
}
