//! What lets some of a sound pass: a resonance, or what lies below a pitch.

use std::f32::consts::PI;

use super::clip::RATE;

/// Two poles that can be tuned anew at any sample, after Zavalishin's trapezoidal state-variable filter.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    turn: f32,
    damping: f32,
    first: f32,
    second: f32,
}

impl Filter {
    /// A resonance there, so many hertz wide.
    pub fn band(hertz: f32, width: f32) -> Filter {
        let mut filter = Filter::default();
        filter.tune(hertz, width);
        filter
    }

    /// Lets pass what lies below, flat up to there.
    pub fn below(hertz: f32) -> Filter {
        Filter::band(hertz, hertz * std::f32::consts::SQRT_2)
    }

    /// Moves it there, both in hertz; what rings in it goes on ringing.
    pub fn tune(&mut self, hertz: f32, width: f32) {
        let hertz = hertz.clamp(10.0, RATE as f32 * 0.45);
        self.turn = (PI * hertz / RATE as f32).tan();
        self.damping = (width / hertz).clamp(0.01, 4.0);
    }

    fn step(&mut self, input: f32) -> (f32, f32) {
        let share = 1.0 / (1.0 + self.turn * (self.turn + self.damping));
        let rest = input - self.second;
        let band = share * (self.first + self.turn * rest);
        let low = self.second + self.turn * band;
        self.first = 2.0 * band - self.first;
        self.second = 2.0 * low - self.second;
        (low, self.damping * band)
    }

    /// What lies about its pitch, as loud as it came there.
    pub fn about(&mut self, input: f32) -> f32 {
        self.step(input).1
    }

    /// What lies below its pitch.
    pub fn under(&mut self, input: f32) -> f32 {
        self.step(input).0
    }
}

/// The share by which a value nears what it follows, each sample, where what is above so many hertz goes.
pub fn share(hertz: f32) -> f32 {
    1.0 - (-2.0 * PI * hertz / RATE as f32).exp()
}
