//! The rig: where every landmark of one person lies at one moment, in the face and on the sheet.

use vello_cpu::kurbo::{Point, Vec2};

use super::action::shifts;
use super::character::Character;
use super::measures::Measures;
use super::pose::Pose;
use crate::script::codes::vocabulary;
use crate::script::face::Action;

vocabulary! {
    /// A point of the face that muscle movements carry with them; none is held back by one that stands after it.
    Landmark {
        EyeInner,
        EyeOuter,
        LowerLid,
        UpperLid,
        BrowInner,
        BrowPeak,
        BrowOuter,
        Cheek,
        NoseWing,
        MouthCorner,
        UpperLipInner,
        UpperLipPeak,
        UpperLipDip,
        LowerLipInner,
        LowerLip,
        LowerLipSide,
        Chin,
        Jaw,
    }
}

/// Where between the nose's root and the chest the head turns.
const PIVOT: f64 = 40.0;

/// One person at one moment.
pub struct Rig<'a> {
    pub character: &'a Character,
    pub pose: Pose,
    /// Sine and cosine of yaw, pitch and roll.
    turns: [(f64, f64); 3],
    /// Every landmark in the plane of the face, on the viewer's left and right.
    marks: [[Point; 2]; Landmark::ALL.len()],
}

impl<'a> Rig<'a> {
    #[expect(clippy::indexing_slicing, reason = "there is a place for each landmark, on both sides")]
    pub fn new(character: &'a Character, pose: &Pose) -> Self {
        let pose = pose.clamped();
        let turns = [pose.yaw, pose.pitch, pose.roll].map(|degrees| degrees.to_radians().sin_cos());
        let mut rig = Self { character, pose, turns, marks: [[Point::ZERO; 2]; Landmark::ALL.len()] };
        for (side, place) in [(-1.0, 0), (1.0, 1)] {
            for landmark in Landmark::ALL {
                let shifted = rig.shifted(*landmark, side);
                let kept = rig.kept_in_order(*landmark, side, shifted);
                rig.marks[*landmark as usize][place] = Point::new(kept.x * side, kept.y);
            }
        }
        rig
    }

    pub fn measures(&self) -> &'a Measures {
        &self.character.measures
    }

    /// How strongly a movement shows on one side, 0 to 1.2.
    pub fn strength(&self, action: Action, side: f64) -> f64 {
        let tilt = 1.0 + 0.35 * self.pose.lopsided * side;
        (self.pose.actions.get(action) * tilt).clamp(0.0, 1.2)
    }

    /// How strongly a movement shows on the whole, 0 to 1.
    pub fn overall(&self, action: Action) -> f64 {
        self.pose.actions.get(action)
    }

    /// A landmark in the plane of the face, before the head turns.
    #[expect(clippy::indexing_slicing, reason = "there is a place for each landmark, on both sides")]
    pub fn mark(&self, landmark: Landmark, side: f64) -> Point {
        self.marks[landmark as usize][usize::from(side > 0.0)]
    }

    /// A landmark on the sheet.
    pub fn placed(&self, landmark: Landmark, side: f64) -> Point {
        let mark = self.mark(landmark, side);
        self.on_face(mark.x, mark.y)
    }

    /// A place on the rounded front of the face, on the sheet.
    pub fn on_face(&self, x: f64, y: f64) -> Point {
        let roundness = 1.0 - (x / 42.0).powi(2) - (y / 66.0).powi(2);
        self.at(x, y, 32.0 * roundness.max(0.04).sqrt())
    }

    /// A place on the head, `depth` units in front of its middle, on the sheet.
    pub fn at(&self, x: f64, y: f64, depth: f64) -> Point {
        let [(yaw_sin, yaw_cos), (pitch_sin, pitch_cos), (roll_sin, roll_cos)] = self.turns;
        let across = x * yaw_cos + depth * yaw_sin;
        let forward = depth * yaw_cos - x * yaw_sin;
        let down = (y - PIVOT) * pitch_cos + forward * pitch_sin;
        let turned = Vec2::new(across * roll_cos - down * roll_sin, across * roll_sin + down * roll_cos);
        let sunk = 7.0 * self.pose.slump - 0.5 * self.pose.breath + 2.0 * self.pose.lean;
        Point::new(0.0, PIVOT + sunk) + turned * self.nearness()
    }

    /// A place on the body, on the sheet; what lies lower moves less.
    pub fn body(&self, x: f64, y: f64) -> Point {
        let pose = &self.pose;
        let lift = 1.6 * pose.breath + 6.0 * pose.shoulders - 7.0 * pose.slump;
        let share = (1.0 - (y - 80.0) / 90.0).clamp(0.25, 1.0);
        let width = self.measures().shoulders * (1.0 + 0.006 * pose.breath - 0.03 * pose.slump);
        Point::new(x * width * self.nearness(), y - lift * share + 1.0 * pose.lean)
    }

    /// Like `body`, but of the neck's width, whatever the shoulders are.
    pub fn collar(&self, x: f64, y: f64) -> Point {
        let measures = self.measures();
        let narrowing = measures.neck / 16.0 / measures.shoulders;
        self.body(x * narrowing, y)
    }

    /// How much larger the person looks for leaning in.
    pub fn nearness(&self) -> f64 {
        1.0 + 0.05 * self.pose.lean
    }

    fn neutral(&self, landmark: Landmark) -> Point {
        let m = self.measures();
        let (x, y) = match landmark {
            Landmark::BrowInner => (7.2, -12.5),
            Landmark::BrowPeak => (18.5, -14.0 - m.brow_arch),
            Landmark::BrowOuter => (26.6, -10.8),
            Landmark::EyeInner => (16.0 - m.eye_width, 1.0),
            Landmark::EyeOuter => (16.0 + m.eye_width, -0.3 + 0.7 * m.age - m.eye_slant),
            Landmark::UpperLid => (16.0, -0.53 * m.eye_height),
            Landmark::LowerLid => (16.3, 0.42 * m.eye_height),
            Landmark::Cheek => (20.0, 14.0 + 1.5 * m.age),
            Landmark::NoseWing => (m.nose_width, m.nose_length + 1.0),
            Landmark::MouthCorner => (m.mouth_width, 29.6 + 0.7 * m.age),
            Landmark::UpperLipPeak => (2.8, 28.8 - 1.4 * m.lips),
            Landmark::UpperLipDip => (0.0, 29.1 - 0.8 * m.lips),
            Landmark::UpperLipInner => (0.0, 29.9),
            Landmark::LowerLipInner => (0.0, 30.1),
            Landmark::LowerLip => (0.0, 31.4 + 2.3 * m.lips),
            Landmark::LowerLipSide => (5.2, 31.1 + 1.8 * m.lips),
            Landmark::Chin => (0.0, 48.0 * m.face_length),
            Landmark::Jaw => (26.5 * m.jaw, 31.0 * m.face_length),
        };
        Point::new(x, y)
    }

    /// The neutral place and what every movement adds, before anything is held back.
    fn shifted(&self, landmark: Landmark, side: f64) -> Point {
        let mut place = self.neutral(landmark);
        for (action, outwards, downwards) in shifts(landmark) {
            let strength = self.strength(*action, side);
            place += Vec2::new(outwards * strength, downwards * strength);
        }
        // The lids go with the eyes when they look up or down.
        match landmark {
            Landmark::UpperLid => place.y += 2.4 * self.pose.gaze_down,
            Landmark::LowerLid => place.y += 0.9 * self.pose.gaze_down,
            _ => {}
        }
        place
    }

    /// Holds a landmark back where movements together would push one part through another, going by
    /// those that stand before it in the list.
    fn kept_in_order(&self, landmark: Landmark, side: f64, mut place: Point) -> Point {
        match landmark {
            Landmark::UpperLipPeak => place.y = place.y.min(self.height(Landmark::UpperLipInner, side) - 0.5),
            Landmark::UpperLipDip => place.y = place.y.min(self.height(Landmark::UpperLipInner, side) - 0.3),
            Landmark::LowerLipInner => place.y = place.y.max(self.height(Landmark::UpperLipInner, side)),
            Landmark::LowerLip | Landmark::LowerLipSide => {
                place.y = place.y.max(self.height(Landmark::LowerLipInner, side) + 0.7);
            }
            Landmark::UpperLid => {
                let shut = self.height(Landmark::LowerLid, side) - 0.3;
                let open = place.y.min(shut);
                place.y = open + (shut - open) * self.strength(Action::EyesClose, side).min(1.0);
            }
            Landmark::BrowInner => {
                place.x = place.x.max(2.6);
                place.y = place.y.min(self.height(Landmark::UpperLid, side).min(-4.0) - 2.2);
            }
            _ => {}
        }
        place
    }

    fn height(&self, landmark: Landmark, side: f64) -> f64 {
        self.mark(landmark, side).y
    }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt, SeedableRng, rngs::ChaCha8Rng};

    use super::*;
    use crate::portrait::state::State;
    use crate::portrait::tables::Tables;
    use crate::script::appearance::Appearance;
    use crate::script::face::Face;

    fn person(look: &Appearance) -> Character {
        Character::of("anybody", 35, look)
    }

    #[test]
    fn no_mix_of_movements_pushes_one_part_through_another() {
        let mut random = ChaCha8Rng::seed_from_u64(7);
        for round in 0..4000 {
            let mut percent = || Some(random.random_range(-20..=120));
            let look = Appearance {
                eye_openness: percent(),
                eye_slant: percent(),
                lips: percent(),
                age: percent(),
                build: percent(),
                ..Appearance::default()
            };
            let character = person(&look);
            for _ in 0..25 {
                let mut pose = Pose::default();
                for action in Action::ALL {
                    pose.actions.set(*action, random.random_range(-0.2..1.4));
                }
                pose.gaze_down = random.random_range(-1.5..1.5);
                pose.lopsided = random.random_range(-1.2..1.2);
                let rig = Rig::new(&character, &pose);
                for side in [-1.0, 1.0] {
                    let y = |landmark| rig.mark(landmark, side).y;
                    let slack = 1e-9;
                    assert!(y(Landmark::UpperLid) <= y(Landmark::LowerLid) - 0.3 + slack, "{round}");
                    assert!(y(Landmark::UpperLipInner) <= y(Landmark::LowerLipInner), "{round}");
                    assert!(y(Landmark::UpperLipPeak) <= y(Landmark::UpperLipInner) - 0.5 + slack);
                    assert!(y(Landmark::UpperLipDip) <= y(Landmark::UpperLipInner) - 0.3 + slack);
                    assert!(y(Landmark::LowerLip) >= y(Landmark::LowerLipInner) + 0.7 - slack);
                    assert!(y(Landmark::LowerLipSide) >= y(Landmark::LowerLipInner) + 0.7 - slack);
                    assert!(y(Landmark::BrowInner) <= y(Landmark::UpperLid).min(-4.0) - 2.2 + slack);
                    assert!(rig.mark(Landmark::BrowInner, side).x * side >= 2.6);
                    assert!(y(Landmark::Chin) > y(Landmark::LowerLip), "{round}");
                }
            }
        }
    }

    #[test]
    fn at_rest_the_upper_lid_covers_a_tenth_to_a_fifth_of_the_iris() {
        for eye_openness in [0, 50, 100] {
            for age in [14, 18, 50, 85] {
                let look = Appearance { eye_openness: Some(eye_openness), age: Some(age), ..Appearance::default() };
                let character = person(&look);
                let rig = Rig::new(&character, &Pose::default());
                let covered = super::super::eyes::iris_covered(&rig, 1.0);
                assert!((0.10..=0.20).contains(&covered), "{covered} at {eye_openness}, {age}");
            }
        }
    }

    #[test]
    fn every_state_shows_at_half_strength() {
        let character = person(&Appearance::default());
        let pixels = 720.0 / crate::portrait::raster::HEIGHT;
        let state = |face| Tables::built_in().state(face);
        let calm = state(Face::Calm).expression.pose();
        for face in Face::ALL.iter().filter(|face| **face != Face::Calm) {
            // Only the muscles and the eyes count here: turning the head would move everything.
            let State { expression, swings, .. } = state(*face);
            let mut half = calm;
            half.actions = calm.actions.merged(&expression.mix, |from, to| (from + to) / 2.0);
            half.lopsided = expression.lopsided;
            for (action, strength) in swings.iter().flat_map(|(first, second)| [first, second]) {
                half.actions.add(*action, strength / 4.0);
            }
            let (before, after) = (Rig::new(&character, &calm), Rig::new(&character, &half));
            let moved = Landmark::ALL
                .iter()
                .flat_map(|landmark| [-1.0, 1.0].map(|side| (*landmark, side)))
                .filter(|(landmark, side)| {
                    let way = after.placed(*landmark, *side) - before.placed(*landmark, *side);
                    way.hypot() * pixels >= 2.0
                })
                .count();
            assert!(moved >= 3, "{face:?} moves only {moved}");
        }
    }
}
