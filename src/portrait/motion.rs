//! The living person: one face turns into another, and all the while they breathe, blink and look about.

use std::f64::consts::TAU;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::action::Action;
use super::change::Change;
use super::habit::Habit;
use super::life::{Blink, Eased, Gaze, Nod, Speech, breath_shape};
use super::pose::Pose;
use crate::script::appearance::Face;

/// Milliseconds in one step of the person's own clock.
///
/// Time is cut into steps of one length, so that a hundred small advances give
/// the same pose as one long one.
const STEP: u32 = 10;

/// A person in motion: give it faces to show and time to pass, and ask it for poses.
#[derive(Debug)]
pub struct Figure {
    random: ChaCha8Rng,
    face: Face,
    habit: Habit,
    change: Change,
    /// The mask that follows a leak: face, habit, and how many milliseconds the leak still has.
    mask: Option<(Face, Habit, f64)>,
    blink: Blink,
    gaze: Gaze,
    nod: Nod,
    speech: Speech,
    /// Where in the breath, in turns; 0 is the end of breathing out.
    breath: f64,
    /// Depth of breath and pace follow the face slowly.
    breath_depth: f64,
    head_turn: Eased,
    /// Where the slow drifting of head and muscles stands, in milliseconds.
    drift: f64,
    drift_start: [f64; 3],
    /// Milliseconds given but not yet lived through.
    owed: u32,
    reduced: bool,
}

impl Figure {
    /// A calm person; the same seed, calls and advances always give the same poses.
    pub fn new(seed: u64) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let habit = Habit::of(Face::Calm);
        let drift_start = std::array::from_fn(|_| random.random_range(0.0..TAU));
        Self {
            face: Face::Calm,
            habit,
            change: Change::still(habit.stance),
            mask: None,
            blink: Blink::new(&mut random, habit.blinks),
            gaze: Gaze::new(habit.look),
            nod: Nod::new(&mut random),
            speech: Speech::default(),
            breath: random.random_range(0.0..1.0),
            breath_depth: habit.depth,
            head_turn: Eased::default(),
            drift: 0.0,
            drift_start,
            owed: 0,
            reduced: false,
            random,
        }
    }

    /// Turns to a face; a `leak` shows first, faintly and briefly (200 to 500 ms), before the mask.
    pub fn show(&mut self, face: Face, leak: Option<Face>) {
        match leak {
            Some(leaked) if leaked != face => {
                let strength = self.random.random_range(0.3..0.5);
                let lasts = self.random.random_range(200.0..500.0);
                let (here, there) = (self.change.stance(), Habit::of(leaked).stance);
                let faint = here.merged(&there, |from, to| from + (to - from) * strength);
                self.change = Change { from: here, to: faint, elapsed: 0.0, onset: 110.0, offset: 110.0 };
                self.mask = Some((face, Habit::masking(face, leaked), lasts));
                self.face = face;
            }
            _ => {
                self.mask = None;
                if self.face != face || self.change.to != Habit::of(face).stance {
                    self.turn_to(face, Habit::of(face));
                }
            }
        }
    }

    /// Moves the mouth as in speech for so many milliseconds; 0 falls silent.
    pub fn speak(&mut self, milliseconds: u32) {
        self.speech.begin(f64::from(milliseconds));
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&mut self, milliseconds: u32) {
        let mut left = u64::from(milliseconds) + u64::from(self.owed);
        while left >= u64::from(STEP) {
            self.step(f64::from(STEP));
            left -= u64::from(STEP);
        }
        self.owed = left as u32;
    }

    /// With reduced motion the person holds still poses: no breath, blink, nod, drift or
    /// moving mouth, and faces change at once (the window may cross-fade the two pictures).
    pub fn reduced_motion(&mut self, on: bool) {
        self.reduced = on;
    }

    /// Whether a change of face, a blink, a look, a nod or speech is under way, so that the
    /// window should draw more often. Breathing alone does not count.
    pub fn is_moving(&self) -> bool {
        if self.reduced {
            return self.mask.is_some();
        }
        self.mask.is_some()
            || !self.change.over()
            || self.blink.under_way()
            || self.gaze.under_way()
            || self.nod.under_way()
            || self.speech.under_way()
    }

    /// The pose at this moment.
    pub fn pose(&self) -> Pose {
        if self.reduced {
            return self.still_pose();
        }
        let mut pose = self.change.stance().pose();
        self.look(&mut pose);
        self.sway(&mut pose);
        self.speech.move_mouth(&mut pose.actions);
        let lids = pose.actions.get(Action::EyesClose);
        pose.actions.set(Action::EyesClose, lids + (1.0 - lids) * self.blink.closed());
        pose.clamped()
    }

    fn still_pose(&self) -> Pose {
        let mut pose = self.change.to.pose();
        // Without motion the looking away must still be seen where it is most of the face.
        if self.habit.contact < 0.5 {
            (pose.gaze_across, pose.gaze_down) = (0.7 * self.habit.away.0, 0.7 * self.habit.away.1);
        }
        if self.speech.under_way() {
            pose.actions.set(Action::LipsPart, pose.actions.get(Action::LipsPart).max(0.6));
        }
        pose.clamped()
    }

    fn look(&self, pose: &mut Pose) {
        let (across, down) = self.gaze.direction();
        (pose.gaze_across, pose.gaze_down) = (across, down);
        pose.yaw += 6.0 * self.head_turn.value.0;
        pose.pitch += 4.0 * self.head_turn.value.1 + self.nod.pitch();
    }

    fn sway(&self, pose: &mut Pose) {
        let breath = breath_shape(self.breath);
        pose.breath = breath * (0.55 * self.breath_depth).min(1.0);
        let [first, second, third] = self.drift_start;
        let wander = |start: f64, cycle: f64| {
            let time = self.drift / 1000.0 * TAU;
            0.65 * (time * cycle + start).sin() + 0.35 * (time * cycle * 2.37 + 1.7 * start).sin()
        };
        let much = self.habit.restlessness;
        pose.yaw += 0.6 * much * wander(first, 0.11);
        pose.roll += 0.45 * much * wander(second, 0.13);
        pose.pitch += 0.4 * much * wander(third, 0.17);
        pose.lopsided += 0.25 * wander(first + second, 0.07);
        // Worry comes in bursts.
        let burst = 1.0 + 0.18 * (much - 1.0).max(0.0) * wander(third, 0.4);
        for action in [Action::LipStretch, Action::InnerBrowRaise] {
            pose.actions.set(action, pose.actions.get(action) * burst);
        }
    }

    fn step(&mut self, step: f64) {
        self.change.step(step);
        if let Some((face, habit, left)) = self.mask {
            if left > step {
                self.mask = Some((face, habit, left - step));
            } else {
                self.mask = None;
                self.turn_to(face, habit);
            }
        }
        let speaking = self.speech.under_way();
        self.blink.step(step, &mut self.random, self.habit.blinks * if speaking { 1.4 } else { 1.0 });
        let contact = self.habit.contact * if speaking { 0.75 } else { 1.0 };
        if self.gaze.step(step, &mut self.random, &self.habit, contact) {
            self.blink.begin(&mut self.random);
        }
        self.head_turn.follow(self.gaze.direction(), step, 320.0);
        self.nod.step(step, &mut self.random, self.habit.nods);
        self.speech.step(step, &mut self.random);
        self.breath_depth += (self.habit.depth - self.breath_depth) * step / 2500.0;
        self.breath = (self.breath + self.habit.breaths * step / 60_000.0).fract();
        self.drift += step;
    }

    fn turn_to(&mut self, face: Face, habit: Habit) {
        self.change = Change {
            from: self.change.stance(),
            to: habit.stance,
            elapsed: 0.0,
            onset: habit.onset,
            // A leak is hidden as fast as the mask comes on; a face in its own time.
            offset: if self.change.offset < 200.0 { habit.onset } else { self.habit.offset },
        };
        self.face = face;
        self.habit = habit;
        self.gaze.reconsider();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_advances_give_the_same_poses() {
        let (mut one, mut other) = (Figure::new(11), Figure::new(11));
        for round in 0..400_u32 {
            for figure in [&mut one, &mut other] {
                match round % 90 {
                    10 => figure.show(Face::Warm, Some(Face::Sad)),
                    40 => figure.speak(700),
                    60 => figure.show(Face::Anxious, None),
                    _ => {}
                }
                figure.advance(33);
            }
            assert_eq!(one.pose(), other.pose());
        }
        assert_ne!(Figure::new(11).pose(), Figure::new(12).pose());
    }

    #[test]
    fn many_small_advances_are_one_long_one() {
        let (mut small, mut long) = (Figure::new(3), Figure::new(3));
        small.show(Face::Sad, None);
        long.show(Face::Sad, None);
        (0..1000).for_each(|_| small.advance(7));
        long.advance(7000);
        assert_eq!(small.pose(), long.pose());
    }

    #[test]
    fn reduced_motion_holds_still() {
        let mut figure = Figure::new(5);
        figure.reduced_motion(true);
        figure.show(Face::Anxious, None);
        let still = figure.pose();
        assert_eq!(still.breath, 0.0);
        for _ in 0..300 {
            figure.advance(100);
            assert_eq!(figure.pose(), still);
            assert!(!figure.is_moving());
        }
        figure.reduced_motion(false);
        let mut breathed = false;
        for _ in 0..60 {
            figure.advance(100);
            breathed |= figure.pose().breath > 0.1;
        }
        assert!(breathed);
    }

    #[test]
    fn a_leak_is_seen_before_the_mask_and_hardly_after() {
        let mut figure = Figure::new(8);
        figure.show(Face::Warm, Some(Face::Sad));
        figure.advance(150);
        let leaked = figure.pose().actions;
        assert!((0.2..0.5).contains(&leaked.get(Action::InnerBrowRaise)));
        assert!(figure.is_moving());
        figure.advance(5000);
        let masked = figure.pose().actions;
        assert!(masked.get(Action::InnerBrowRaise) < leaked.get(Action::InnerBrowRaise));
        let mut open = Figure::new(8);
        open.show(Face::Warm, None);
        open.advance(5000);
        let pull = |actions: &crate::portrait::Actions| actions.get(Action::CornerPull);
        assert!((0.3..pull(&open.pose().actions)).contains(&pull(&masked)), "a mask is a smaller smile than a felt one");
    }

    #[test]
    fn people_blink_and_look_away_as_often_as_their_face_does() {
        for (face, blinks, away) in [(Face::Calm, 30..80, 0.05..0.35), (Face::ShutDown, 8..45, 0.8..1.0)] {
            let mut figure = Figure::new(2);
            figure.show(face, None);
            figure.advance(4000);
            let (mut shut, mut count, mut looking_away) = (false, 0, 0.0);
            for _ in 0..9000 {
                figure.advance(20);
                let closing = figure.blink.closed() > 0.3;
                count += i32::from(closing && !shut);
                shut = closing;
                let pose = figure.pose();
                looking_away += f64::from(pose.gaze_across.hypot(pose.gaze_down) > 0.2) / 9000.0;
            }
            assert!(blinks.contains(&count), "{face:?} blinked {count} times in three minutes");
            assert!(away.contains(&looking_away), "{face:?} looked away {looking_away}");
        }
    }

    #[test]
    fn speech_moves_the_mouth_and_ends() {
        let mut figure = Figure::new(4);
        figure.speak(900);
        let mut widest: f64 = 0.0;
        for _ in 0..45 {
            figure.advance(20);
            widest = widest.max(figure.pose().actions.get(Action::JawDrop));
        }
        assert!(widest > 0.1);
        figure.advance(1000);
        assert_eq!(figure.pose().actions.get(Action::JawDrop), 0.0);
    }
}
