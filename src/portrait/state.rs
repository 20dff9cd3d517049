//! The states that a face can show, out of `assets/portrait/states.ron`: what each is made of, and the habits that go with it.

use ron::error::SpannedResult;
use serde::Deserialize;

use super::expression::{Body, Expression};
use super::moment::Silence;
use super::voice::Manner;
use crate::script::face::{Action, Face};
use crate::script::parse::read;
use crate::script::voicing::Sound;

/// A face with its manner: the mix of movements and what goes on around them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct State {
    pub face: Face,
    pub expression: Expression,
    /// Milliseconds for the face to come on.
    pub onset: f64,
    /// Milliseconds for it to fade once another takes over.
    pub offset: f64,
    pub habit: Habit,
    pub silence: Silence,
    /// Two movements that take turns, and how strongly.
    pub swings: Option<((Action, f64), (Action, f64))>,
    /// Milliseconds after which it gives way by itself.
    pub lasts: Option<f64>,
    pub voice: Manner,
    /// What is heard of them, and milliseconds until it is again; 0 is once.
    pub sound: Option<(Sound, f64)>,
    /// Valence, -100 to 100, and arousal, 0 to 100.
    pub mood: (i32, i32),
}

/// How somebody breathes, blinks and looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Habit {
    /// Breaths a minute.
    pub breaths: f64,
    /// Depth of a breath, 1 ordinary.
    pub depth: f64,
    /// Blinks a minute.
    pub blinks: f64,
    /// Share of the time that the eyes are on the other.
    pub contact: f64,
    /// Mean length of one look at the other, in milliseconds.
    pub look: f64,
    /// Where the eyes go otherwise: across (either side) and down.
    pub away: (f64, f64),
    /// Nods a minute.
    pub nods: f64,
    /// How much head and muscles drift by themselves, 1 ordinary.
    pub restless: f64,
}

/// A state as it stands in the file, where its parts are explained.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    face: Face,
    mix: super::action::Actions,
    #[serde(default)]
    lopsided: f64,
    #[serde(default)]
    head: [f64; 3],
    #[serde(default)]
    body: Body,
    onset: f64,
    offset: f64,
    breath: (f64, f64),
    blinks: f64,
    gaze: (f64, f64, (f64, f64)),
    #[serde(default)]
    nods: f64,
    restless: f64,
    silence: Silence,
    #[serde(default)]
    swings: Option<((Action, f64), (Action, f64))>,
    #[serde(default)]
    lasts: Option<f64>,
    voice: Manner,
    #[serde(default)]
    sound: Option<(Sound, f64)>,
    valence: i32,
    arousal: i32,
}

impl From<Written> for State {
    fn from(written: Written) -> State {
        let Written { face, mix, lopsided, head, body, onset, offset, silence, swings, lasts, .. } = written;
        let ((breaths, depth), (contact, look, away)) = (written.breath, written.gaze);
        let Written { blinks, nods, restless, voice, sound, valence, arousal, .. } = written;
        State {
            face,
            expression: Expression { mix, lopsided, head, body },
            onset,
            offset,
            habit: Habit { breaths, depth, blinks, contact, look, away, nods, restless },
            silence,
            swings,
            lasts,
            voice,
            sound,
            mood: (valence, arousal),
        }
    }
}

/// Reads the states, in the order of their faces.
pub fn states(text: &str) -> SpannedResult<Vec<State>> {
    let written: Vec<Written> = read(text)?;
    let mut states: Vec<State> = written.into_iter().map(State::from).collect();
    states.sort_by_key(|state| state.face);
    Ok(states)
}
