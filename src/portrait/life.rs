//! The small movements of a living person: blinks, nods and the moving mouth of speech.

use std::f64::consts::TAU;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use super::action::Actions;
use crate::script::face::Action;

/// Milliseconds that the lids take down, stay shut, and take up again.
const BLINK: [f64; 3] = [90.0, 40.0, 175.0];
/// Spread of the intervals between blinks: the log-normal's sigma.
const BLINK_SPREAD: f64 = 0.6;
/// Fewest milliseconds from one blink to the next: nothing flashes more than three times a second.
const LEAST_INTERVAL: f64 = 400.0;
/// Milliseconds that one dip of the head takes.
const DIP: f64 = 620.0;
/// Milliseconds in which speech comes on and fades.
const SPEECH_EDGE: f64 = 120.0;

/// The lids.
#[derive(Debug, Clone)]
pub struct Blink {
    /// Milliseconds until the next blink.
    wait: f64,
    /// Milliseconds into the blink that is under way, and how far it closes.
    running: Option<(f64, f64)>,
}

impl Blink {
    pub fn new(random: &mut ChaCha8Rng, rate: f64) -> Self {
        Self { wait: interval(random, rate), running: None }
    }

    pub fn under_way(&self) -> bool {
        self.running.is_some()
    }

    /// Milliseconds until the next one.
    pub fn wait(&self) -> f64 {
        self.wait
    }

    pub fn begin(&mut self, random: &mut ChaCha8Rng) {
        if self.running.is_none() {
            // Half of all blinks don't close the eye.
            let depth = if random.random_bool(0.5) { 1.0 } else { random.random_range(0.55..0.85) };
            self.running = Some((0.0, depth));
        }
    }

    pub fn step(&mut self, step: f64, random: &mut ChaCha8Rng, rate: f64) {
        if let Some((elapsed, depth)) = self.running {
            let elapsed = elapsed + step;
            self.running = (elapsed < BLINK.iter().sum()).then_some((elapsed, depth));
        }
        self.wait -= step;
        if self.wait <= 0.0 {
            self.begin(random);
            self.wait = interval(random, rate);
        }
    }

    /// How far the blink closes the eye, 0 to 1.
    pub fn closed(&self) -> f64 {
        let Some((elapsed, depth)) = self.running else {
            return 0.0;
        };
        let [down, shut, up] = BLINK;
        let share = if elapsed < down {
            elapsed / down
        } else if elapsed < down + shut {
            1.0
        } else {
            1.0 - (elapsed - down - shut) / up
        };
        depth * smooth(share)
    }
}

/// Log-normal, with a mean that makes `rate` a minute, and never so short that lids flutter.
fn interval(random: &mut ChaCha8Rng, rate: f64) -> f64 {
    let mean: f64 = 60_000.0 / rate.max(0.1);
    let middle = mean.ln() - BLINK_SPREAD * BLINK_SPREAD / 2.0;
    (middle + BLINK_SPREAD * normal(random)).exp().max(LEAST_INTERVAL)
}

/// A draw from the normal distribution, by Box and Muller's way.
fn normal(random: &mut ChaCha8Rng) -> f64 {
    let radius: f64 = random.random_range(1e-12..1.0);
    let turn: f64 = random.random_range(0.0..TAU);
    (-2.0 * radius.ln()).sqrt() * turn.cos()
}

/// Slight nods of the head.
#[derive(Debug, Clone)]
pub struct Nod {
    wait: f64,
    /// Milliseconds into the nod, how many dips it has, how deep in degrees.
    running: Option<(f64, f64, f64)>,
}

impl Nod {
    pub fn new(random: &mut ChaCha8Rng) -> Self {
        Self { wait: random.random_range(4_000.0..12_000.0), running: None }
    }

    pub fn under_way(&self) -> bool {
        self.running.is_some()
    }

    /// Milliseconds until the next one.
    pub fn wait(&self) -> f64 {
        self.wait
    }

    pub fn step(&mut self, step: f64, random: &mut ChaCha8Rng, rate: f64) {
        if let Some((elapsed, dips, depth)) = self.running {
            self.running = (elapsed + step < dips * DIP).then_some((elapsed + step, dips, depth));
        }
        self.wait -= step;
        if self.wait <= 0.0 {
            let often = rate > 0.0;
            self.wait = if often { 60_000.0 / rate * random.random_range(0.6..1.4) } else { 5_000.0 };
            if often && self.running.is_none() {
                let dips = f64::from(random.random_range(1..=2));
                self.running = Some((0.0, dips, random.random_range(1.8..3.2)));
            }
        }
    }

    /// How far the nod lowers the head, in degrees.
    pub fn pitch(&self) -> f64 {
        let Some((elapsed, dips, depth)) = self.running else {
            return 0.0;
        };
        let fading = 1.0 - 0.5 * elapsed / (dips * DIP);
        depth * fading * (0.5 - 0.5 * (elapsed / DIP * TAU).cos())
    }
}

/// The mouth while the person speaks.
#[derive(Debug, Clone, Default)]
pub struct Speech {
    /// Milliseconds still to speak.
    left: f64,
    /// Milliseconds since speech began.
    elapsed: f64,
    /// The syllable under way: milliseconds into it, its length, how wide it opens and how round it is.
    syllable: [f64; 4],
}

impl Speech {
    pub fn begin(&mut self, milliseconds: f64) {
        self.left = milliseconds;
        self.elapsed = 0.0;
        self.syllable = [0.0; 4];
    }

    pub fn under_way(&self) -> bool {
        self.left > 0.0
    }

    pub fn step(&mut self, step: f64, random: &mut ChaCha8Rng) {
        if !self.under_way() {
            return;
        }
        self.left = (self.left - step).max(0.0);
        self.elapsed += step;
        self.syllable[0] += step;
        if self.syllable[0] >= self.syllable[1] {
            let opening = if random.random_bool(0.12) { 0.05 } else { random.random_range(0.3..1.0) };
            self.syllable = [0.0, random.random_range(150.0..290.0), opening, random.random_range(0.0..1.0)];
        }
    }

    /// Adds the mouth's movement to a face; lips that speak cannot be pressed together.
    pub fn move_mouth(&self, actions: &mut Actions) {
        if !self.under_way() {
            return;
        }
        let edge = (self.elapsed.min(self.left) / SPEECH_EDGE).clamp(0.0, 1.0);
        let [elapsed, length, opening, round] = self.syllable;
        let wave = opening * (elapsed / length.max(1.0) * TAU / 2.0).sin();
        for pressed in [Action::LipPress, Action::LipTighten] {
            actions.set(pressed, actions.get(pressed) * (1.0 - 0.7 * edge));
        }
        let add = |actions: &mut Actions, action, amount: f64| {
            actions.set(action, actions.get(action) + amount * edge);
        };
        add(actions, Action::LipsPart, 0.25 + 0.5 * wave);
        add(actions, Action::JawDrop, 0.30 * wave);
        add(actions, Action::LipStretch, 0.12 * wave * (1.0 - round));
        add(actions, Action::LipTighten, 0.22 * wave * round);
    }
}

/// Rises smoothly from 0 to 1.
pub fn smooth(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

/// How full the chest is at a place in the breath, both 0 to 1. Breathing in takes two fifths of a breath, breathing out the rest.
pub fn breath_shape(turn: f64) -> f64 {
    if turn < 0.4 { smooth(turn / 0.4) } else { 1.0 - smooth((turn - 0.4) / 0.6) }
}
