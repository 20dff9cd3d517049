//! Who looks on while an hour goes its way: told of every condition that is asked, and of how things stood then.

use crate::script::bundle::{BeatId, Check, Hour, LineKind, Onward};

use super::State;

/// The place of a list of conditions in an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Site {
    /// A line of that beat, by its place.
    Line(BeatId, u16),
    /// A variant of that line.
    Variant(BeatId, u16, u8),
    /// A reply of that beat.
    Reply(BeatId, u8),
    /// A way on from that beat.
    Way(BeatId, u8),
    /// What a fact needs before it is told.
    Fact(u8),
}

/// Somebody who looks on; a coverage is made of what they are told.
pub trait Watch {
    /// False where nobody needs to know what is shown: the course of the hour is the same.
    const SEES: bool = true;

    /// These conditions, never none, are asked of that person in that state.
    fn asked(&mut self, site: Site, when: &[Check], state: &State, person: u8);
}

/// Nobody looks on.
impl Watch for () {
    fn asked(&mut self, _: Site, _: &[Check], _: &State, _: u8) {}
}

/// Nobody looks on, and nobody sees what is shown.
pub(super) struct Unseen;

impl Watch for Unseen {
    const SEES: bool = false;

    fn asked(&mut self, _: Site, _: &[Check], _: &State, _: u8) {}
}

/// Every place of an hour with conditions, in the author's order.
pub fn sites(hour: &Hour) -> Vec<(Site, &[Check])> {
    let mut sites: Vec<(Site, &[Check])> = Vec::new();
    for (at, beat) in (0..=BeatId::MAX).zip(&hour.beats) {
        for (place, line) in (0..).zip(&beat.lines) {
            sites.push((Site::Line(at, place), &line.when));
            if let LineKind::Say(variants) = &line.kind {
                sites.extend((0..=u8::MAX).zip(variants).map(|(variant, (when, _))| (Site::Variant(at, place, variant), when.as_slice())));
            }
        }
        sites.extend((0..).zip(&beat.replies).map(|(place, reply)| (Site::Reply(at, place), reply.when.as_slice())));
        if let Onward::Branch(ways) = &beat.onward {
            sites.extend((0..=u8::MAX).zip(ways).map(|(place, (when, _))| (Site::Way(at, place), when.as_slice())));
        }
    }
    sites.extend((0..).zip(&hour.facts).map(|(fact, needs)| (Site::Fact(fact), needs.as_slice())));
    sites.retain(|(_, when)| !when.is_empty());
    sites
}

impl Site {
    /// The beat that it belongs to.
    pub fn beat(self) -> Option<BeatId> {
        match self {
            Site::Line(beat, _) | Site::Variant(beat, ..) | Site::Reply(beat, _) | Site::Way(beat, _) => Some(beat),
            Site::Fact(_) => None,
        }
    }

    /// True where only what is said or seen depends on it, never where the hour goes.
    pub fn only_shows(self) -> bool {
        matches!(self, Site::Line(..) | Site::Variant(..))
    }
}
