//! What of a pose is felt: the movements of the face, how the head is held, and what the body does.

use serde::Deserialize;

use super::action::Actions;
use super::pose::Pose;

/// The part of a pose that a face, a gesture or a posture sets, and that time carries from one to the next.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Expression {
    pub mix: Actions,
    pub lopsided: f64,
    /// Yaw, pitch and roll in degrees.
    pub head: [f64; 3],
    pub body: Body,
}

/// What the body does, each as in `Pose`; `pulse` is how hard sobs shake the shoulders and `tears` how freely they run, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    pub wet: f64,
    pub flush: f64,
    pub shoulders: f64,
    pub slump: f64,
    pub lean: f64,
    pub pulse: f64,
    pub tears: f64,
}

impl Expression {
    /// The expression as a still pose that looks at the viewer.
    pub fn pose(&self) -> Pose {
        let [yaw, pitch, roll] = self.head;
        let Body { wet, flush, shoulders, slump, lean, .. } = self.body;
        Pose { actions: self.mix, lopsided: self.lopsided, yaw, pitch, roll, wet, flush, shoulders, slump, lean, ..Pose::default() }
    }

    /// Each number here paired with the same one in another and merged.
    pub fn merged(&self, other: &Self, merge: impl Fn(f64, f64) -> f64) -> Self {
        let (mine, theirs) = (&self.body, &other.body);
        let mut head = self.head;
        head.iter_mut().zip(other.head).for_each(|(mine, theirs)| *mine = merge(*mine, theirs));
        Self {
            mix: self.mix.merged(&other.mix, &merge),
            lopsided: merge(self.lopsided, other.lopsided),
            head,
            body: Body {
                wet: merge(mine.wet, theirs.wet),
                flush: merge(mine.flush, theirs.flush),
                shoulders: merge(mine.shoulders, theirs.shoulders),
                slump: merge(mine.slump, theirs.slump),
                lean: merge(mine.lean, theirs.lean),
                pulse: merge(mine.pulse, theirs.pulse),
                tears: merge(mine.tears, theirs.tears),
            },
        }
    }

    /// This, and so much of another on top.
    pub fn with(&self, other: &Self, share: f64) -> Self {
        self.merged(other, |mine, theirs| mine + share * theirs)
    }

    /// On the way from this one to another, `share` from 0 to 1.
    pub fn towards(&self, other: &Self, share: f64) -> Self {
        self.merged(other, |from, to| from + (to - from) * share)
    }
}
