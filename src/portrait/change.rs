//! The way from one expression to another: what grows comes on smoothly, what fades dies away.

use super::expression::Expression;
use super::life::smooth;

/// The way from one expression to another.
#[derive(Debug, Clone)]
pub struct Change {
    pub from: Expression,
    pub to: Expression,
    pub elapsed: f64,
    pub onset: f64,
    pub offset: f64,
}

impl Change {
    pub fn still(expression: Expression) -> Self {
        Self { from: expression, to: expression, elapsed: 1.0, onset: 1.0, offset: 1.0 }
    }

    /// Lets so many milliseconds pass.
    pub fn step(&mut self, step: f64) {
        self.elapsed = (self.elapsed + step).min(1e7);
    }

    pub fn over(&self) -> bool {
        self.elapsed >= self.onset.max(self.offset)
    }

    /// What grows comes on smoothly; what fades dies away.
    pub fn expression(&self) -> Expression {
        if self.over() {
            return self.to;
        }
        let on = smooth(self.elapsed / self.onset);
        let off = 1.0 - (-4.0 * self.elapsed / self.offset).exp() * (1.0 - self.elapsed / self.offset).max(0.0);
        self.from.merged(&self.to, |from, to| {
            let share = if to.abs() >= from.abs() { on } else { off };
            from + (to - from) * share.clamp(0.0, 1.0)
        })
    }
}
