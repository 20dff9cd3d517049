//! What could have happened: every way an hour can go is searched, played and counted, and what only that can find wrong is told.

pub mod aims;
pub mod chances;
pub mod coverage;
pub mod explore;
pub mod footfall;
pub mod foresight;
pub mod hindsight;
pub mod menus;
pub mod outlook;
pub mod place;
pub mod players;
pub mod playtest;
pub mod proof;
pub mod rounds;
pub mod search;
pub mod systematic;
pub mod transcript;
pub mod why_not;
pub mod written;

use std::sync::Arc;

use crate::assess::tally::{BOUNDARIES, EMPATHY, GOALS, Scoring};
use crate::script::bundle::{BeatId, Bundle, Hour};
use crate::session::carried::Carried;
use crate::session::opening::Opening;
use crate::session::{Command, Session};

use coverage::Coverage;
use outlook::Outlook;
use place::Matters;

/// Replies taken, each with the beat it was taken at: by their places, in order.
pub type Way = Vec<(BeatId, u8)>;

/// The ids of a way, as a file of choices takes them.
pub fn ids(hour: &Hour, way: &[(BeatId, u8)]) -> Vec<String> {
    way.iter().map(|(at, reply)| hour.written(*at).reply(*reply).id.clone()).collect()
}

/// Does the same to each of several things, on as many threads as it likes, and gives the answers in the order of the things.
pub trait Spread: Sync {
    fn each<T: Sync, R: Send>(&self, things: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R>;
}

/// One after the other.
#[derive(Clone, Copy, Debug)]
pub struct InTurn;

impl Spread for InTurn {
    fn each<T: Sync, R: Send>(&self, things: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
        things.iter().map(work).collect()
    }
}

/// An hour of a case made ready to be searched and played.
#[derive(Debug)]
pub struct Prepared<'a> {
    pub bundle: &'a Arc<Bundle>,
    /// Which session of the case, counted from 0.
    pub number: usize,
    /// What the hour goes on from; where there is nothing, from what the case supposes.
    carried: Option<Carried>,
    /// Where it opens, if that is in the middle.
    opening: Option<Opening>,
    pub scoring: Scoring<'a>,
    /// What matters to the course of the hour.
    pub course: Matters,
    /// What matters to that and to what is shown.
    pub shown: Matters,
    /// How far each score can still go, by its place.
    pub highest: [Outlook; 3],
    pub lowest: [Outlook; 3],
}

impl<'a> Prepared<'a> {
    /// None if the case has no session of that number (counted from 0).
    pub fn new(bundle: &'a Arc<Bundle>, number: usize) -> Option<Prepared<'a>> {
        let hour = bundle.hours.get(number)?;
        let scoring = Scoring::new(&bundle.rubric, bundle.case.lens, bundle.case.people.len());
        let outlooks = |upwards| [EMPATHY, GOALS, BOUNDARIES].map(|which| Outlook::new(bundle, hour, &scoring, which, upwards));
        Some(Prepared {
            bundle,
            number,
            carried: None,
            opening: None,
            scoring,
            course: Matters::new(bundle, hour, false),
            shown: Matters::new(bundle, hour, true),
            highest: outlooks(true),
            lowest: outlooks(false),
        })
    }

    /// The same, going on from an hour that was held.
    pub fn after(self, carried: Option<Carried>) -> Prepared<'a> {
        Prepared { carried, ..self }
    }

    /// The same, opening in the middle.
    pub fn opened(self, opening: Option<Opening>) -> Prepared<'a> {
        Prepared { opening, ..self }
    }

    /// True when the seed decides where the hour goes, or what it goes on from.
    pub fn has_chance(&self) -> bool {
        let histories = self.bundle.case.sessions.get(self.number).map_or(0, |planned| planned.supposed.len());
        self.course.has_chance() || self.hour().week.len() > 1 || (self.carried.is_none() && histories > 1)
    }

    pub fn hour(&self) -> &'a Hour {
        self.bundle.hour(self.number)
    }

    /// How far a score can still go, upwards or downwards.
    #[expect(clippy::indexing_slicing, reason = "there are three scores, and it is asked for by one of their places")]
    pub fn outlook(&self, which: usize, upwards: bool) -> &Outlook {
        let outlooks = if upwards { &self.highest } else { &self.lowest };
        &outlooks[which]
    }

    /// The hour with that seed, begun, and what its beginning met.
    pub fn begin(&self, seed: u64) -> Option<(Session, Coverage)> {
        let bundle = Arc::clone(self.bundle);
        let mut session = match &self.opening {
            Some(opening) => Session::opened(bundle, self.number, seed, opening).ok()?,
            None => Session::after(bundle, self.number, seed, self.carried.as_ref())?,
        };
        let (mut events, mut met) = (Vec::new(), Coverage::default());
        session.apply_watched(Command::Begin, &mut events, &mut met).ok()?;
        met.take(&events);
        Some((session, met))
    }
}
