//! What people do besides showing a face, out of `assets/portrait/moments.ron`: silences, looks, gestures, postures.

use std::f64::consts::TAU;

use ron::error::SpannedResult;
use serde::Deserialize;

use super::expression::{Body, Expression};
use super::life::smooth;
use super::state::Habit;
use crate::script::codes::vocabulary;
use crate::script::face::{Gesture, Look, Posture};
use crate::script::parse::read;
use crate::script::voicing::Sound;

vocabulary! {
    /// How somebody keeps silent.
    Silence {
        /// Looks for something.
        Thinking,
        /// Is with what they feel.
        Feeling,
        /// Wants out of it.
        Restless,
        /// Has gone away inside.
        Gone,
    }
}

/// Everything in the file, each list in the order of its words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moments {
    silences: Vec<Quiet>,
    looks: Vec<Glance>,
    gestures: Vec<Deed>,
    postures: Vec<Seat>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quiet {
    silence: Silence,
    contact: f64,
    turns: f64,
    look: f64,
    away: (f64, f64),
    blinks: f64,
    breaths: f64,
    depth: f64,
    restless: f64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Glance {
    look: Look,
    to: (f64, f64),
    lasts: f64,
}

/// A gesture: how far it goes, how long it takes, and how often it swings.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deed {
    gesture: Gesture,
    #[serde(default)]
    pub sound: Option<Sound>,
    /// The chair is heard.
    #[serde(default)]
    pub creaks: bool,
    /// In milliseconds.
    pub lasts: f64,
    #[serde(default)]
    waves: f64,
    #[serde(default)]
    mix: super::action::Actions,
    #[serde(default)]
    lopsided: f64,
    #[serde(default)]
    head: [f64; 3],
    #[serde(default)]
    body: Body,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seat {
    posture: Posture,
    takes: f64,
    alliance: i32,
    #[serde(default)]
    head: [f64; 3],
    #[serde(default)]
    body: Body,
}

#[expect(clippy::indexing_slicing, reason = "each list has every word of its vocabulary once and in its order: a test reads them")]
impl Moments {
    pub fn read(text: &str) -> SpannedResult<Self> {
        let mut moments: Self = read(text)?;
        moments.silences.sort_by_key(|quiet| quiet.silence);
        moments.looks.sort_by_key(|glance| glance.look);
        moments.gestures.sort_by_key(|deed| deed.gesture);
        moments.postures.sort_by_key(|seat| seat.posture);
        Ok(moments)
    }

    /// The habit of somebody who keeps silent in that way for so many steps, counted from 0.
    pub fn silent(&self, silence: Silence, steps: u8, habit: &Habit) -> Habit {
        let quiet = &self.silences[silence as usize];
        Habit {
            contact: (quiet.contact + quiet.turns * f64::from(steps)).clamp(0.01, 0.95),
            look: quiet.look,
            away: quiet.away,
            blinks: habit.blinks * quiet.blinks,
            breaths: habit.breaths * quiet.breaths,
            depth: habit.depth * quiet.depth,
            nods: 0.0,
            restless: habit.restless * quiet.restless,
        }
    }

    /// Where a look goes, across and down, and for how many milliseconds.
    pub fn glance(&self, look: Look) -> ((f64, f64), f64) {
        let glance = &self.looks[look as usize];
        (glance.to, glance.lasts)
    }

    /// What a gesture is made of.
    pub fn deed(&self, gesture: Gesture) -> &Deed {
        &self.gestures[gesture as usize]
    }

    /// What a posture adds, and the milliseconds in which most of it comes.
    pub fn seat(&self, posture: Posture) -> (Expression, f64) {
        let seat = &self.postures[posture as usize];
        (Expression { head: seat.head, body: seat.body, ..Expression::default() }, seat.takes)
    }

    /// How close a posture is to whom they sit with, 0 to 100.
    pub fn alliance(&self, posture: Posture) -> i32 {
        self.postures[posture as usize].alliance
    }

    /// The words of each list, in its order.
    #[cfg(test)]
    pub fn words(&self) -> (Vec<Silence>, Vec<Look>, Vec<Gesture>, Vec<Posture>) {
        (
            self.silences.iter().map(|quiet| quiet.silence).collect(),
            self.looks.iter().map(|glance| glance.look).collect(),
            self.gestures.iter().map(|deed| deed.gesture).collect(),
            self.postures.iter().map(|seat| seat.posture).collect(),
        )
    }
}

impl Deed {
    /// What the gesture adds so many milliseconds after it began; none once it is over.
    pub fn at(&self, elapsed: f64) -> Option<Expression> {
        let along = elapsed / self.lasts;
        if along >= 1.0 {
            return None;
        }
        let held = smooth(along / 0.25) * (1.0 - smooth((along - 0.6) / 0.4));
        let wave = (along * self.waves * TAU).sin();
        // The head swings to both sides and less and less; the face comes and goes, and never the other way.
        let (face, head) =
            if self.waves > 0.0 { (held * (0.35 + 0.65 * wave * wave), smooth(4.0 * along) * (1.0 - along) * wave) } else { (held, held) };
        let moved = Expression { head: self.head, body: self.body, ..Expression::default() };
        let shown = Expression { mix: self.mix, lopsided: self.lopsided, ..Expression::default() };
        Some(Expression::default().with(&moved, head).with(&shown, face))
    }
}
