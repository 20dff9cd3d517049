//! Where the eyes go, and the head that follows them.

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use super::life::smooth;
use super::state::Habit;

/// Degrees of eye movement from the middle to the edge of the gaze.
const GAZE_REACH: f64 = 25.0;
/// A look that goes further than this brings a blink with it.
const BLINKING_LOOK: f64 = 25.0;

/// Where the eyes look.
#[derive(Debug, Clone)]
pub struct Gaze {
    from: (f64, f64),
    to: (f64, f64),
    /// Milliseconds into the movement, and how long it takes.
    elapsed: f64,
    takes: f64,
    /// Milliseconds until the eyes move again.
    wait: f64,
    away: bool,
    /// Something has changed, so that the next look is chosen without regard to the last.
    anew: bool,
    /// Milliseconds for which they were sent where they are, and nothing else moves them.
    held: f64,
    /// Where they are when they look at whom they attend to.
    home: (f64, f64),
}

impl Gaze {
    pub fn new(look: f64) -> Self {
        Self {
            from: (0.0, 0.0),
            to: (0.0, 0.0),
            elapsed: 1.0,
            takes: 1.0,
            wait: look,
            away: false,
            anew: false,
            held: 0.0,
            home: (0.0, 0.0),
        }
    }

    /// Sends the eyes somewhere and keeps them there for so many milliseconds; true where that brings a blink.
    pub fn hold(&mut self, target: (f64, f64), milliseconds: f64) -> bool {
        (self.wait, self.held) = (milliseconds, milliseconds);
        self.away = target != self.home;
        self.move_to(target)
    }

    /// Says where whoever is attended to sits.
    pub fn attend(&mut self, home: (f64, f64)) {
        if self.home != home {
            self.home = home;
            self.hurry(450.0);
            self.away = true;
        }
    }

    /// Lets the eyes choose anew soon, as when the face changes.
    pub fn reconsider(&mut self) {
        self.hurry(350.0);
        self.anew = true;
    }

    /// The next look begins within that time, or when the one they were sent on is over.
    fn hurry(&mut self, milliseconds: f64) {
        self.wait = self.wait.min(milliseconds.max(self.held));
    }

    /// Where they were sent and still are.
    pub fn sent(&self) -> Option<(f64, f64)> {
        (self.held > 0.0).then_some(self.to)
    }

    pub fn under_way(&self) -> bool {
        self.elapsed < self.takes
    }

    /// Milliseconds until the eyes move again.
    pub fn wait(&self) -> f64 {
        self.wait
    }

    /// Across and down, each -1 to 1.
    pub fn direction(&self) -> (f64, f64) {
        let share = smooth(self.elapsed / self.takes);
        let between = |from: f64, to: f64| from + (to - from) * share;
        (between(self.from.0, self.to.0), between(self.from.1, self.to.1))
    }

    /// Lets time pass; true where a look starts that is long enough to bring a blink.
    pub fn step(&mut self, step: f64, random: &mut ChaCha8Rng, habit: &Habit) -> bool {
        self.elapsed += step;
        self.wait -= step;
        self.held = (self.held - step).max(0.0);
        if self.wait > 0.0 {
            return false;
        }
        // Looks at the viewer and away take turns, each as long as its share asks for.
        let aside = habit.look * (1.0 - habit.contact) / habit.contact.max(0.01);
        let turns = random.random_range(0.0..1.0);
        self.away = if std::mem::take(&mut self.anew) { turns > habit.contact } else { !self.away && turns < 0.97 };
        let mean = if self.away { aside } else { habit.look };
        self.wait = mean.clamp(250.0, 45_000.0) * random.random_range(0.5..1.5);
        let target = if self.away { aside_target(random, habit) } else { self.home };
        self.move_to(target)
    }

    fn move_to(&mut self, target: (f64, f64)) -> bool {
        self.from = self.direction();
        self.to = target;
        let degrees = GAZE_REACH * (target.0 - self.from.0).hypot(target.1 - self.from.1);
        self.elapsed = 0.0;
        self.takes = 25.0 + 2.35 * degrees;
        degrees >= BLINKING_LOOK
    }
}

fn aside_target(random: &mut ChaCha8Rng, habit: &Habit) -> (f64, f64) {
    let side = if random.random_bool(0.5) { 1.0 } else { -1.0 };
    let across = side * habit.away.0 * random.random_range(0.6..1.2);
    (across, habit.away.1 * random.random_range(0.7..1.15))
}

/// A pair of numbers that follows another with a lag.
#[derive(Debug, Clone, Default)]
pub struct Eased {
    pub value: (f64, f64),
}

impl Eased {
    /// Whether it still has a way to go that can be seen.
    pub fn is_behind(&self, target: (f64, f64)) -> bool {
        (target.0 - self.value.0).hypot(target.1 - self.value.1) > 0.12
    }

    /// Comes closer to the target; `lag` is the time constant in milliseconds.
    pub fn follow(&mut self, target: (f64, f64), step: f64, lag: f64) {
        let share = (step / lag).min(1.0);
        self.value.0 += (target.0 - self.value.0) * share;
        self.value.1 += (target.1 - self.value.1) * share;
    }
}
