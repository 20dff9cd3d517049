//! Hour after hour of one case, sat through with whatever is chosen by chance.

use std::sync::Arc;

use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::session::event::Event;
use fifty_minutes::session::{Command, Session};

use crate::graph::Random;

pub struct Hours {
    bundle: Arc<Bundle>,
    session: Session,
    events: Vec<Event>,
    /// Hours begun; also the seed of the one under way.
    begun: u64,
}

impl Hours {
    /// None if the case has no hour to begin.
    pub fn new(bundle: Arc<Bundle>) -> Option<Hours> {
        let mut events = Vec::new();
        Some(Hours { session: begin(&bundle, 1, &mut events)?, bundle, events, begun: 1 })
    }

    /// Takes one of the replies on offer, begins the next hour where this one ended by it, and says how many were on offer;
    /// none if nothing can be taken.
    pub fn step(&mut self, random: &mut Random) -> Option<usize> {
        let offered = self.session.state().offered;
        let count = offered.count_ones() as usize;
        self.events.clear();
        self.session.apply(Command::Reply(place(offered, random.below(count))), &mut self.events).ok()?;
        if self.session.state().ending.is_some() {
            self.begun += 1;
            self.session = begin(&self.bundle, self.begun, &mut self.events)?;
        }
        std::hint::black_box(&self.events);
        Some(count)
    }
}

fn begin(bundle: &Arc<Bundle>, seed: u64, events: &mut Vec<Event>) -> Option<Session> {
    let mut session = Session::new(Arc::clone(bundle), 0, seed)?;
    session.apply(Command::Begin, events).ok()?;
    Some(session)
}

/// The place of the set bit before which `skip` others stand.
fn place(offered: u16, skip: usize) -> u8 {
    let rest = (0..skip).fold(offered, |rest, _| rest & (rest - 1));
    rest.trailing_zeros() as u8
}
