//! What an engine must do to be measured: load a script, and take one reply after another.

use std::time::Duration;

use anyhow::Result;

use crate::graph::{Graph, Random};

/// A script being walked through.
pub trait Walk {
    /// Takes one of the replies on offer, goes on to the next menu, and says how many replies were on offer.
    fn step(&mut self, random: &mut Random) -> Result<usize>;
}

/// A script that was loaded, and the processor time from its text to its first menu.
pub struct Loaded {
    pub walk: Box<dyn Walk>,
    pub took: Duration,
}

/// One of the three.
pub struct Engine {
    pub name: &'static str,
    pub load: fn(&Graph) -> Result<Loaded>,
}
