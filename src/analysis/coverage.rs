//! What of an hour was met: beats, replies, wordings, facts, endings, and both sides of every condition.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::bundle::{BeatId, Check, Hour, LineKind};
use crate::script::codes::Ending;
use crate::session::State;
use crate::session::event::Event;
use crate::session::patient::holds;
use crate::session::watch::{Site, Watch, sites};

/// A wording: beat, line, variant, and which of its wordings.
type Wording = (BeatId, u16, u8, u8);

/// A condition that stands by itself, by its list and its place there.
pub type Clause = (Site, u16);

/// What was met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub beats: BTreeSet<BeatId>,
    pub replies: BTreeSet<(BeatId, u8)>,
    pub wordings: BTreeSet<Wording>,
    pub told: u64,
    pub endings: BTreeSet<Ending>,
    /// Ruptures that were mended whole.
    pub mended: bool,
    /// Bit 0: it did not hold; bit 1: it held.
    pub clauses: BTreeMap<Clause, u8>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Share {
    pub hit: usize,
    pub total: usize,
}

/// What was met of what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Shares {
    pub beats: Share,
    pub replies: Share,
    /// Both sides of each condition count.
    pub guards: Share,
    pub phrasings: Share,
    pub facts: Share,
}

impl Watch for Coverage {
    fn asked(&mut self, site: Site, when: &[Check], state: &State, person: u8) {
        let mut place = 0;
        clauses(when, person, &mut |check, person| {
            let side = 1 << u8::from(holds(std::slice::from_ref(check), state, person));
            *self.clauses.entry((site, place)).or_default() |= side;
            place = place.saturating_add(1);
        });
    }
}

impl Coverage {
    /// Takes in what happened in an hour.
    pub fn take(&mut self, events: &[Event]) {
        for event in events {
            match *event {
                Event::Took { beat, reply, .. } => {
                    self.replies.insert((beat, reply));
                }
                Event::Entered { beat, .. } => {
                    self.beats.insert(beat);
                }
                Event::Line { beat, line, variant, wording } => {
                    self.wordings.insert((beat, line, variant, wording));
                }
                Event::Told { fact } => self.told |= 1 << fact,
                Event::Ended { ending } => {
                    self.endings.insert(ending);
                }
                Event::Rupture { turn: crate::session::patient::RuptureTurn::Mended, .. } => self.mended = true,
                _ => {}
            }
        }
    }

    /// Takes in what another met; true when that was anything new.
    pub fn join(&mut self, other: &Coverage) -> bool {
        let mut new = self.told | other.told != self.told || other.mended && !self.mended;
        self.told |= other.told;
        self.mended |= other.mended;
        other.beats.iter().for_each(|beat| new |= self.beats.insert(*beat));
        other.replies.iter().for_each(|reply| new |= self.replies.insert(*reply));
        other.wordings.iter().for_each(|wording| new |= self.wordings.insert(*wording));
        other.endings.iter().for_each(|ending| new |= self.endings.insert(*ending));
        for (clause, sides) in &other.clauses {
            let known = self.clauses.entry(*clause).or_default();
            new |= *known | sides != *known;
            *known |= sides;
        }
        new
    }

    /// Against what there is.
    pub fn shares(&self, hour: &Hour) -> Shares {
        // Nobody here leaves anything out, so what only leads around that is not to be met.
        let usual = || hour.beats.iter().zip(&hour.usual).filter(|(_, usual)| **usual).map(|(beat, _)| beat);
        let replies = usual().map(|beat| beat.replies.len()).sum();
        let wordings = |kind: &LineKind| match kind {
            LineKind::Say(variants) => variants.iter().map(|(_, wordings)| wordings.len()).sum(),
            LineKind::See(wordings) => wordings.len(),
            LineKind::Pause(_) => 1,
        };
        let wordings = usual().flat_map(|beat| &beat.lines).map(|line| wordings(&line.kind)).sum();
        let facts = told_by(hour);
        let clauses: usize = sites(hour)
            .iter()
            .filter(|(site, _)| match site {
                Site::Fact(fact) => facts >> fact & 1 == 1,
                _ => site.beat().is_none_or(|beat| hour.is_usual(beat)),
            })
            .map(|(_, when)| count(when))
            .sum();
        Shares {
            beats: Share { hit: self.beats.len(), total: usual().count() },
            replies: Share { hit: self.replies.len(), total: replies },
            guards: Share { hit: self.clauses.values().map(|sides| sides.count_ones() as usize).sum(), total: clauses.saturating_mul(2) },
            phrasings: Share { hit: self.wordings.len(), total: wordings },
            facts: Share { hit: self.told.count_ones() as usize, total: facts.count_ones() as usize },
        }
    }
}

/// The facts that an hour can tell, one bit each; others belong to other sessions.
pub fn told_by(hour: &Hour) -> u64 {
    let usual = hour.beats.iter().zip(&hour.usual).filter(|(_, usual)| **usual);
    usual.filter_map(|(beat, _)| beat.tells).fold(0, |facts, (fact, _)| facts | 1 << fact)
}

/// Every condition that stands by itself, with the person who is asked about.
pub fn clauses<'a>(when: &'a [Check], person: u8, visit: &mut impl FnMut(&'a Check, u8)) {
    for check in when {
        match check {
            Check::Any(within) => clauses(within, person, visit),
            Check::Of(other, within) => clauses(within, *other, visit),
            _ => visit(check, person),
        }
    }
}

/// How many conditions stand by themselves in a list.
pub fn count(when: &[Check]) -> usize {
    let mut count: usize = 0;
    clauses(when, 0, &mut |_, _| count = count.saturating_add(1));
    count
}
