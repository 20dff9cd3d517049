//! Tears and blood in the face: they come within seconds and take a minute to go.

use super::expression::Body;

/// Milliseconds in which most of each comes and goes.
const WELLS_UP: f64 = 2_600.0;
const DRIES: f64 = 28_000.0;
const REDDENS: f64 = 1_800.0;
const PALES: f64 = 14_000.0;
/// How long a tear runs, and how long after it the next one begins.
const RUNS: f64 = 2_600.0;
const NEXT: f64 = 5_200.0;
/// From this much on, eyes run over.
const BRIMS: f64 = 0.82;
/// The second eye follows by so much of a run.
const BEHIND: f64 = 0.35;

/// How wet and how red a face is.
#[derive(Debug, Clone, Default)]
pub struct Weeping {
    pub wet: f64,
    pub flush: f64,
    pub tracks: f64,
    /// Milliseconds into the tears that run, or that wait to.
    running: Option<f64>,
}

impl Weeping {
    /// Lets time pass for somebody who feels like that.
    pub fn step(&mut self, step: f64, felt: &Body) {
        follow(&mut self.wet, felt.wet, step, WELLS_UP, DRIES);
        follow(&mut self.flush, felt.flush, step, REDDENS, PALES);
        let over = felt.tears > 0.0 && self.wet > BRIMS;
        follow(&mut self.tracks, if over { felt.tears } else { 0.0 }, step, RUNS, DRIES);
        self.running = match self.running {
            Some(elapsed) if elapsed + step < RUNS * (1.0 + BEHIND) + NEXT => Some(elapsed + step),
            _ if over => Some(0.0),
            _ => None,
        };
    }

    /// Is there at once what would come in time, a tear halfway down.
    pub fn settle(&mut self, felt: &Body) {
        let tears = if felt.wet > BRIMS { felt.tears } else { 0.0 };
        *self = Self { wet: felt.wet, flush: felt.flush, tracks: tears, running: (tears > 0.0).then_some(0.6 * RUNS) };
    }

    pub fn under_way(&self) -> bool {
        self.running.is_some_and(|elapsed| elapsed < RUNS * (1.0 + BEHIND))
    }

    /// How far down a tear has run on either side.
    pub fn tears(&self) -> [f64; 2] {
        let Some(elapsed) = self.running else { return [0.0; 2] };
        let along = |behind: f64| {
            let share = elapsed / RUNS - behind;
            if (0.0..1.0).contains(&share) { share } else { 0.0 }
        };
        [along(0.0), along(BEHIND)]
    }
}

fn follow(value: &mut f64, target: f64, step: f64, up: f64, down: f64) {
    let lag = if target > *value { up } else { down };
    *value += (target - *value) * (step / lag).min(1.0);
}
