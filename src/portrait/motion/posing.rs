//! How a figure holds itself at one moment: what is felt, masked and done, put together as a pose.

use std::f64::consts::TAU;

use super::{Figure, Next};
use crate::portrait::action::Actions;
use crate::portrait::expression::Expression;
use crate::portrait::life::{breath_shape, smooth};
use crate::portrait::pose::Pose;
use crate::portrait::state::Habit;
use crate::portrait::weeping::Weeping;
use crate::script::face::{Action, Face};

/// Milliseconds for one movement to take over from the one it takes turns with, there and back.
const SWING: f64 = 3_400.0;
/// Milliseconds from one sob to the next, and how many breaths it is drawn in.
const SOB: f64 = 4_200.0;
const JERKS: f64 = 3.0;
/// Whoever speaks looks away more: 55 of a hundred moments on the other where a listener has 85.
const SPEAKING: f64 = 0.65;
/// A masked face keeps so much of what it hides about the brow.
const SHINES_THROUGH: f64 = 0.12;
/// And is worn smaller than it would be felt.
const WORN: f64 = 0.75;
/// How strongly a person's own tell comes with what they hide.
const TELL: f64 = 0.35;

impl Figure {
    /// The pose at this moment.
    pub fn pose(&self) -> Pose {
        if self.reduced {
            return self.still_pose();
        }
        let mut shown = self.change.expression().with(&self.posture.0, 1.0);
        for added in self.gestures.iter().filter_map(|(gesture, elapsed)| self.tables.moments.deed(*gesture).at(*elapsed)) {
            shown = shown.with(&added, 1.0);
        }
        let mut pose = shown.pose();
        (pose.wet, pose.flush) = (self.weeping.wet, self.weeping.flush);
        (pose.tears, pose.tracks) = (self.weeping.tears(), self.weeping.tracks);
        self.sob(&mut pose, shown.body.pulse);
        self.turn_eyes(&mut pose);
        self.sway(&mut pose);
        self.speech.move_mouth(&mut pose.actions);
        let lids = pose.actions.get(Action::EyesClose);
        pose.actions.set(Action::EyesClose, lids + (1.0 - lids) * self.blink.closed());
        pose.clamped()
    }

    /// The pose that the face comes to rest in, with all that would come in time.
    pub fn still_pose(&self) -> Pose {
        let shown = match self.next {
            Some((Next::Mask { face, hidden }, _)) => self.masked(face, hidden),
            _ => self.change.to,
        };
        let mut pose = shown.with(&self.posture.1, 1.0).pose();
        let mut weeping = Weeping::default();
        weeping.settle(&shown.body);
        (pose.wet, pose.flush, pose.tears, pose.tracks) = (weeping.wet, weeping.flush, weeping.tears(), weeping.tracks);
        // Without motion the looking away must still be seen where it is most of the face.
        let habit = self.habit();
        (pose.gaze_across, pose.gaze_down) = match self.gaze.sent() {
            Some(sent) => sent,
            None if habit.contact < 0.5 => (0.8 * habit.away.0, 0.8 * habit.away.1),
            None => (0.0, 0.0),
        };
        if self.speech.under_way() {
            pose.actions.set(Action::LipsPart, pose.actions.get(Action::LipsPart).max(0.6));
        }
        pose.clamped()
    }

    /// A face as this person shows it.
    pub(super) fn felt(&self, face: Face) -> Expression {
        let state = self.tables.state(face);
        let mut shown = state.expression;
        shown.mix = shown.mix.merged(&shown.mix, |strength, _| strength * self.rules.gain);
        if let Some((first, second)) = state.swings {
            // Both are there half until they take turns.
            for (action, strength) in [first, second] {
                shown.mix.add(action, 0.5 * strength * self.rules.gain);
            }
        }
        shown
    }

    /// A face put on over another: smaller than when it is felt, without the eyes joining in, and with
    /// a trace of what it hides and of what gives this person away.
    pub(super) fn masked(&self, face: Face, hidden: Face) -> Expression {
        let (mask, hides) = (self.felt(face), self.felt(hidden));
        let mut shown = mask.merged(&hides, |worn, felt| WORN * worn + SHINES_THROUGH * felt);
        shown.mix.set(Action::CheekRaise, 0.0);
        shown.mix.set(Action::LipsPart, 0.25 * mask.mix.get(Action::LipsPart));
        if let Some(tell) = self.rules.tell {
            shown.mix.add(tell, TELL);
        }
        shown
    }

    /// How they breathe, blink and look just now.
    pub(super) fn habit(&self) -> Habit {
        // The face can be put on; breath and lids give away what is under it.
        let felt = self.hidden.unwrap_or(self.state);
        let Habit { breaths, depth, blinks, restless, .. } = felt.habit;
        let habit = Habit { breaths, depth, blinks, restless, ..self.state.habit };
        match self.silence {
            _ if self.speech.under_way() => Habit { contact: habit.contact * SPEAKING, blinks: 1.5 * habit.blinks, nods: 0.0, ..habit },
            Some(steps) => self.tables.moments.silent(felt.silence, steps, &habit),
            None => habit,
        }
    }

    fn sob(&self, pose: &mut Pose, pulse: f64) {
        // They are heard from when the face has come on.
        let along = ((self.change.elapsed - self.change.onset) / SOB).max(0.0).fract();
        // The first third of the time is drawn in by jerks.
        let jerk = if along < 0.33 { (along / 0.33 * JERKS * TAU / 2.0).sin().abs() * (0.4 + along / 0.33) } else { 0.0 };
        pose.shoulders += 0.45 * pulse * jerk;
        pose.pitch += 1.2 * pulse * jerk;
    }

    fn turn_eyes(&self, pose: &mut Pose) {
        (pose.gaze_across, pose.gaze_down) = self.gaze.direction();
        // The head goes a little way with the eyes, and a long way with a long look.
        let (across, down) = self.head_turn.value;
        pose.yaw += 5.0 * across + 12.0 * (across.abs() - 0.5).max(0.0) * across.signum();
        pose.pitch += 4.5 * down + self.nod.pitch();
    }

    fn sway(&self, pose: &mut Pose) {
        let [_, depth, much] = self.pace;
        pose.breath = breath_shape(self.breath) * (0.55 * depth).min(1.0);
        let [first, second, third] = self.drift_start;
        let wander = |start: f64, cycle: f64| {
            let time = self.drift / 1000.0 * TAU;
            0.65 * (time * cycle + start).sin() + 0.35 * (time * cycle * 2.37 + 1.7 * start).sin()
        };
        pose.yaw += 0.6 * much * wander(first, 0.11);
        pose.roll += 0.45 * much * wander(second, 0.13);
        pose.pitch += 0.4 * much * wander(third, 0.17);
        pose.lopsided += 0.25 * wander(first + second, 0.07);
        // Worry comes in bursts.
        let burst = 1.0 + 0.18 * (much - 1.0).max(0.0) * wander(third, 0.4);
        for action in [Action::LipStretch, Action::InnerBrowRaise] {
            pose.actions.set(action, pose.actions.get(action) * burst);
        }
        self.swing(&mut pose.actions);
    }

    /// Adds what two movements that take turns do just now.
    pub(super) fn swing(&self, actions: &mut Actions) {
        // While something else leaks out, what has been swung so far is in where that came from.
        if matches!(self.next, Some((Next::Mask { .. }, _))) {
            return;
        }
        if let Some(((first, one), (second, other))) = self.state.swings {
            let come = smooth(self.change.elapsed / self.change.onset);
            let turn = 0.5 * come * self.rules.gain * (self.drift / SWING * TAU).sin();
            actions.add(first, one * turn);
            actions.add(second, -other * turn);
        }
    }
}
