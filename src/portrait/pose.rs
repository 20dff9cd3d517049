//! The pose: everything about a person that changes from moment to moment.

use super::action::Actions;

/// One moment of a person, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Pose {
    /// How strongly each muscle movement shows.
    pub actions: Actions,
    /// How much stronger the movements show on the viewer's right, -1 to 1.
    pub lopsided: f64,
    /// Where the eyes look: -1 the viewer's far left, 0 at the viewer, 1 far right.
    pub gaze_across: f64,
    /// Where the eyes look: -1 far up, 0 at the viewer, 1 far down.
    pub gaze_down: f64,
    /// Head turned towards the viewer's right, in degrees, -15 to 15.
    pub yaw: f64,
    /// Head lowered, in degrees, -15 to 15.
    pub pitch: f64,
    /// Head tilted clockwise as seen, in degrees, -8 to 8.
    pub roll: f64,
    /// Wet, reddened eyes, 0 to 1.
    pub wet: f64,
    /// How wet the cheeks are with tears that ran, 0 to 1.
    pub tracks: f64,
    /// How far down a tear has run under the viewer's left and right eye, 0 none to 1 fallen.
    pub tears: [f64; 2],
    /// Blood in the cheeks, 0 to 1.
    pub flush: f64,
    /// Where in the breath: 0 out, 1 a full breath in.
    pub breath: f64,
    /// Shoulders drawn up, 0 to 1.
    pub shoulders: f64,
    /// Sunk into the chair, 0 to 1.
    pub slump: f64,
    /// Leaning towards the viewer, -1 to 1.
    pub lean: f64,
}

impl Pose {
    /// The pose with every number brought into its range.
    pub fn clamped(mut self) -> Self {
        self.actions = self.actions.clamped();
        for signed in [&mut self.lopsided, &mut self.gaze_across, &mut self.gaze_down, &mut self.lean] {
            *signed = held(*signed, 1.0);
        }
        self.yaw = held(self.yaw, 15.0);
        self.pitch = held(self.pitch, 15.0);
        self.roll = held(self.roll, 8.0);
        let [left, right] = &mut self.tears;
        for share in [&mut self.wet, &mut self.tracks, left, right, &mut self.flush, &mut self.breath, &mut self.shoulders, &mut self.slump]
        {
            *share = held(*share, 1.0).max(0.0);
        }
        self
    }
}

impl Pose {
    /// The pose in steps so fine that none of them can be seen, so that what looks the same is the same.
    pub fn rounded(mut self) -> Self {
        let to = |value: &mut f64, step: f64| *value = (*value / step).round() * step;
        self.actions = self.actions.merged(&self.actions, |strength, _| (strength / 0.015).round() * 0.015);
        for angle in [&mut self.yaw, &mut self.pitch, &mut self.roll] {
            to(angle, 0.08);
        }
        for share in [&mut self.lopsided, &mut self.wet, &mut self.flush, &mut self.tracks] {
            to(share, 0.02);
        }
        for share in [&mut self.gaze_across, &mut self.gaze_down, &mut self.breath, &mut self.shoulders, &mut self.slump, &mut self.lean] {
            to(share, 0.03);
        }
        self
    }
}

/// Keeps a number within a limit either way; what is no number counts as nought.
fn held(value: f64, limit: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-limit, limit) }
}
