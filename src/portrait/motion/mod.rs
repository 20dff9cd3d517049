//! The living person: one face turns into another, and all the while they breathe, blink and look about.

mod posing;
#[cfg(test)]
mod tests;

use std::f64::consts::TAU;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::portrait::change::Change;
use crate::portrait::character::DisplayRules;
use crate::portrait::expression::Expression;
use crate::portrait::gaze::{Eased, Gaze};
use crate::portrait::life::{Blink, Nod, Speech};
use crate::portrait::state::State;
use crate::portrait::tables::Tables;
use crate::portrait::voice::Manner;
use crate::portrait::weeping::Weeping;
use crate::script::face::{Face, Gesture, Look, Posture};
use crate::script::voicing::Sound;

/// Milliseconds in one step of the person's own clock.
///
/// Time is cut into steps of one length, so that a hundred small advances give
/// the same pose as one long one.
const STEP: u32 = 10;
/// Milliseconds in which a mask comes on, and what leaked out is hidden; most of it is in the first quarter.
const MASKING: f64 = 340.0;
const HIDING: f64 = 620.0;
/// Milliseconds for which a habit takes over from another.
const HABIT: f64 = 2_500.0;

/// Something that is heard of a person, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noise {
    /// They begin to speak.
    Murmur(Manner),
    Body(Sound),
    /// They shift in their chair.
    Chair,
}

/// A person in motion: give it faces to show and time to pass, and ask it for poses.
#[derive(Debug)]
pub struct Figure {
    tables: &'static Tables,
    random: ChaCha8Rng,
    rules: DisplayRules,
    state: &'static State,
    /// What the face that shows is put on over.
    hidden: Option<&'static State>,
    /// What shows once this has had its time, and how many milliseconds it has left.
    next: Option<(Next, f64)>,
    change: Change,
    sits: Posture,
    /// What the posture adds so far, what it comes to, and in how many milliseconds.
    posture: (Expression, Expression, f64),
    /// What head and shoulders do, each with the milliseconds since it began.
    gestures: Vec<(Gesture, f64)>,
    /// How many steps of silence they have been in, none while anybody speaks.
    silence: Option<u8>,
    /// Which side whoever came with them sits on, -1 or 1; 0 for nobody.
    beside: f64,
    blink: Blink,
    gaze: Gaze,
    nod: Nod,
    speech: Speech,
    weeping: Weeping,
    /// Where in the breath, in turns; 0 is the end of breathing out.
    breath: f64,
    /// Pace and depth of breath and restlessness follow the state slowly.
    pace: [f64; 3],
    head_turn: Eased,
    /// Where the slow drifting of head and muscles stands, in milliseconds.
    drift: f64,
    drift_start: [f64; 3],
    /// Milliseconds given but not yet lived through.
    owed: u32,
    reduced: bool,
    /// Milliseconds until what goes with the face is heard again.
    again: Option<f64>,
    noises: Vec<Noise>,
}

/// What comes after a face that doesn't stay.
#[derive(Debug, Clone, Copy)]
enum Next {
    /// The mask over what has leaked out.
    Mask { face: Face, hidden: Face },
    /// The face that was there before, felt or put on over another.
    Before { face: Face, hidden: Option<Face> },
}

impl Figure {
    /// A calm person; the same seed, rules, calls and advances always give the same poses.
    pub fn new(seed: u64, rules: DisplayRules) -> Self {
        Self::with(Tables::built_in(), seed, rules)
    }

    /// Somebody who moves by those tables.
    pub(super) fn with(tables: &'static Tables, seed: u64, rules: DisplayRules) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let calm = tables.state(Face::Calm);
        let drift_start = std::array::from_fn(|_| random.random_range(0.0..TAU));
        let (settled, takes) = tables.moments.seat(Posture::Settled);
        Self {
            tables,
            rules,
            state: calm,
            hidden: None,
            next: None,
            change: Change::still(calm.expression),
            sits: Posture::Settled,
            posture: (settled, settled, takes),
            gestures: Vec::new(),
            silence: None,
            beside: 0.0,
            blink: Blink::new(&mut random, calm.habit.blinks),
            gaze: Gaze::new(calm.habit.look),
            nod: Nod::new(&mut random),
            speech: Speech::default(),
            weeping: Weeping::default(),
            breath: random.random_range(0.0..1.0),
            pace: [calm.habit.breaths, calm.habit.depth, calm.habit.restless],
            head_turn: Eased::default(),
            drift: 0.0,
            drift_start,
            owed: 0,
            reduced: false,
            again: None,
            noises: Vec::new(),
            random,
        }
    }

    /// Says on which side of them somebody sits: -1 the viewer's left, 1 the viewer's right.
    pub fn beside(&mut self, side: f64) {
        self.beside = side;
    }

    /// The face that shows, or is about to.
    pub fn face(&self) -> Face {
        match self.next {
            Some((Next::Mask { face, .. }, _)) => face,
            _ => self.state.face,
        }
    }

    /// Whether that face is put on over another.
    pub fn is_masked(&self) -> bool {
        self.hidden.is_some() || matches!(self.next, Some((Next::Mask { .. }, _)))
    }

    /// How they sit, or are about to.
    pub fn posture(&self) -> Posture {
        self.sits
    }

    /// Turns to a face; a `leak` shows first, faintly and briefly (200 to 500 ms), before the mask.
    pub fn show(&mut self, face: Face, leak: Option<Face>) {
        if self.state.face == face && self.hidden.is_none() && self.next.is_none() && leak.is_none() {
            return;
        }
        match leak.filter(|leaked| *leaked != face) {
            Some(hidden) => {
                let strength = self.random.random_range(0.3..0.5);
                let lasts = self.random.random_range(200.0..500.0);
                let mut here = self.change.expression();
                self.swing(&mut here.mix);
                // It is over before head and body could follow.
                let faint = Expression { head: here.head, body: here.body, ..here.towards(&self.felt(hidden), strength) };
                self.change = Change { from: here, to: faint, elapsed: 0.0, onset: 110.0, offset: 110.0 };
                self.next = Some((Next::Mask { face, hidden }, lasts));
            }
            None => {
                let before = self.before();
                self.turn_to(face, None);
                self.next = self.state.lasts.map(|lasts| (before, lasts));
            }
        }
    }

    /// What a face that doesn't last gives way to.
    fn before(&self) -> Next {
        match self.next {
            Some((Next::Mask { face, hidden }, _)) => Next::Before { face, hidden: Some(hidden) },
            Some((before, _)) => before,
            None => Next::Before { face: self.state.face, hidden: self.hidden.map(|hidden| hidden.face) },
        }
    }

    /// Sits like that from now on; it takes the better part of a minute.
    pub fn sit(&mut self, posture: Posture) {
        if std::mem::replace(&mut self.sits, posture) != posture {
            self.noises.push(Noise::Chair);
        }
        let (to, takes) = self.tables.moments.seat(posture);
        (self.posture.1, self.posture.2) = (to, takes);
    }

    /// Looks somewhere for a while.
    pub fn look(&mut self, look: Look) {
        let (to, lasts) = self.tables.moments.glance(look);
        let to = match look {
            Look::Beside => (to.0 * self.beside, to.1),
            _ => to,
        };
        if self.gaze.hold(to, lasts) {
            self.blink.begin(&mut self.random);
        }
    }

    /// Does something with head and shoulders, once.
    pub fn gesture(&mut self, gesture: Gesture) {
        let deed = self.tables.moments.deed(gesture);
        self.noises.extend(deed.sound.map(Noise::Body));
        if deed.creaks {
            self.noises.push(Noise::Chair);
        }
        self.gestures.push((gesture, 0.0));
    }

    /// Moves the mouth as in speech for so many milliseconds; 0 falls silent.
    pub fn speak(&mut self, milliseconds: u32) {
        self.speech.begin(f64::from(milliseconds));
        self.end_silence();
        self.murmur();
    }

    /// Is heard to begin to speak.
    pub fn murmur(&mut self) {
        self.noises.push(Noise::Murmur(self.state.voice));
    }

    /// Is heard to do something without words.
    pub fn sound(&mut self, sound: Sound) {
        self.noises.push(Noise::Body(sound));
    }

    /// What was to be heard since this was last asked.
    pub fn take_noises(&mut self) -> Vec<Noise> {
        std::mem::take(&mut self.noises)
    }

    /// Valence (-100 to 100) and arousal (0 to 100) of the face that shows, and how close they sit to
    /// the other (0 to 100).
    pub fn mood(&self) -> (i32, i32, i32) {
        let (valence, arousal) = self.state.mood;
        (valence, arousal, self.tables.moments.alliance(self.sits))
    }

    /// Turns to whoever speaks: somebody on the viewer's left (-1) or right (1) of them, or the one across (0).
    pub fn attend(&mut self, side: f64) {
        let (across, down) = self.tables.moments.glance(Look::Beside).0;
        self.gaze.attend((across * side, down));
        self.end_silence();
    }

    /// Whoever was far away in a silence comes back.
    fn end_silence(&mut self) {
        if self.silence.take().is_some() {
            self.gaze.reconsider();
        }
    }

    /// Is silent, and has been for so many steps before this one.
    pub fn keep_silent(&mut self, steps: u8) {
        self.silence = Some(steps);
        self.gaze.reconsider();
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&mut self, milliseconds: u32) {
        let mut left = u64::from(milliseconds).saturating_add(self.owed.into());
        while let Some(rest) = left.checked_sub(STEP.into()) {
            self.step(f64::from(STEP));
            left = rest;
        }
        self.owed = left as u32;
    }

    /// With reduced motion the person holds still poses: no breath, blink, nod, drift or
    /// moving mouth, and a face is there at once (the window fades one picture into the next).
    pub fn reduced_motion(&mut self, on: bool) {
        self.reduced = on;
    }

    /// Whether a change of face, a blink, a look, a nod, a tear or speech is under way, so that the
    /// window should draw more often. Breathing alone does not count.
    pub fn is_moving(&self) -> bool {
        if self.reduced {
            return self.next.is_some();
        }
        self.next.is_some()
            || !self.change.over()
            || !self.gestures.is_empty()
            || self.blink.under_way()
            || self.gaze.under_way()
            || self.nod.under_way()
            || self.speech.under_way()
            || self.weeping.under_way()
            || self.change.to.body.pulse > 0.0
            || self.head_turn.is_behind(self.gaze.direction())
    }

    /// Milliseconds until the next blink, look or nod begins; what begins sooner by something else is not in it.
    pub fn until_next(&self) -> u32 {
        let next = self.blink.wait().min(self.gaze.wait()).min(self.nod.wait());
        // Never more than a minute, so that it fits.
        next.clamp(0.0, 60_000.0) as u32
    }

    fn step(&mut self, step: f64) {
        self.change.step(step);
        match self.next {
            Some((next, left)) if left > step => self.next = Some((next, left - step)),
            Some((Next::Mask { face, hidden }, _)) => self.turn_to(face, Some(hidden)),
            Some((Next::Before { face, hidden }, _)) => self.turn_to(face, hidden),
            None => {}
        }
        self.gestures.retain_mut(|(gesture, elapsed)| {
            *elapsed += step;
            self.tables.moments.deed(*gesture).at(*elapsed).is_some()
        });
        let (now, to, takes) = &mut self.posture;
        *now = now.towards(to, (2.0 * step / *takes).min(1.0));
        let habit = self.habit();
        self.blink.step(step, &mut self.random, habit.blinks);
        if self.gaze.step(step, &mut self.random, &habit) {
            self.blink.begin(&mut self.random);
        }
        self.head_turn.follow(self.gaze.direction(), step, 320.0);
        self.nod.step(step, &mut self.random, habit.nods);
        self.speech.step(step, &mut self.random);
        self.weeping.step(step, &self.change.to.body);
        for (pace, wanted) in self.pace.iter_mut().zip([habit.breaths, habit.depth, habit.restless]) {
            *pace += (wanted - *pace) * step / HABIT;
        }
        self.breath = (self.breath + self.pace[0] * step / 60_000.0).fract();
        self.drift += step;
        if let (Some(left), Some((sound, every))) = (self.again, self.state.sound) {
            self.again = Some(left - step);
            if left <= step {
                self.noises.push(Noise::Body(sound));
                self.again = (every > 0.0).then_some(every);
            }
        }
    }

    /// Turns to a face, felt or put on over another.
    fn turn_to(&mut self, face: Face, hidden: Option<Face>) {
        let mut from = self.change.expression();
        self.swing(&mut from.mix);
        let (to, onset, offset) = match hidden {
            Some(hidden) => (self.masked(face, hidden), MASKING, HIDING),
            None => (self.felt(face), self.tables.state(face).onset, self.state.offset),
        };
        self.change = Change { from, to, elapsed: 0.0, onset, offset };
        (self.state, self.hidden, self.next) = (self.tables.state(face), hidden.map(|hidden| self.tables.state(hidden)), None);
        // What is put on is not heard.
        self.again = self.state.sound.filter(|_| hidden.is_none()).map(|_| onset);
        self.gaze.reconsider();
    }
}
