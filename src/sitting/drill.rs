//! A drill: one hard moment after the other, each in hours by lot that are opened just there. What was answered is kept beside
//! the records of hours; none of these is touched.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::assess::occasion::{Competence, Occasion, occasions};
use crate::practice::deck::{Card, cards, come_to};
use crate::practice::schedule::{Because, level, today, waits};
use crate::practice::{Found, Place, Try};
use crate::record::{Drilled, Drills, Records, any_seed, now};
use crate::script::bundle::Bundle;
use crate::script::turn::{Offer, Turn};
use crate::session::account::Entry;
use crate::texts::{text, text_with};

use super::{Sitting, Trouble};

/// Answers that are about ten minutes: that is said then, and nobody is stopped.
pub const ENOUGH: usize = 10;

/// What is to be drilled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// One competence alone; each in its turn where none is named.
    pub competence: Option<Competence>,
    /// The moment to begin with, whenever it would come.
    pub first: Option<Place>,
    /// Cards with a topic that can be left out are left out.
    pub without_topics: bool,
    /// Drawn where none is named.
    pub seed: Option<u64>,
    /// Today, in days since 1970-01-01.
    pub today: i32,
}

/// Somebody at it.
#[derive(Debug)]
pub struct Drilling {
    bundles: Vec<Arc<Bundle>>,
    deck: Vec<Card>,
    tries: Vec<Try>,
    today: i32,
    first: Option<Place>,
    drills: Option<Drills>,
    seed: u64,
    /// Hours that were opened so far, so that each is another.
    opened: u64,
    /// Cards that came up already.
    met: BTreeSet<Card>,
    /// Every topic that can be left out is.
    without_topics: bool,
    /// Topics that are left out, each with its case.
    left_out: BTreeSet<Topic>,
    /// Topics that were passed over since the last answer: the next moment has none of them.
    passed: BTreeSet<Topic>,
    at: Option<At>,
    answers: usize,
    done: usize,
}

/// A topic by its id, with its case before it.
type Topic = (String, String);

/// The moment that is being tried.
#[derive(Clone, Debug)]
pub struct At {
    pub card: Card,
    pub because: Because,
    /// What is to be said of its topic before it comes, where it has one that can be left out.
    pub note: Option<String>,
    seed: u64,
    answered: bool,
}

/// A moment that was come to.
#[derive(Debug)]
pub struct Opened {
    /// What led to it.
    pub before: Vec<Entry>,
    pub sitting: Sitting,
}

/// What follows from what was said of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    /// How hard new moments are from now on.
    pub level: u8,
    /// The moment itself doesn't come until they are as hard again.
    pub waits: bool,
}

/// What an answer was and led to.
#[derive(Debug)]
pub struct Answered {
    pub turn: Turn,
    /// What was said and seen then.
    pub entries: Vec<Entry>,
    /// It did what the card is for.
    pub done: bool,
    /// What else was on offer and does it.
    pub others: Vec<Offer>,
    /// Why it could not be kept; then nothing is kept from here on.
    pub unkept: Option<Trouble>,
}

impl Drilling {
    /// With everything that was tried before, in that order; with `records` the answers are kept.
    pub fn begin(bundles: Vec<Arc<Bundle>>, tries: Vec<Try>, terms: &Terms, records: Option<&Records>) -> Drilling {
        let is_wanted = |card: &Card| terms.competence.is_none_or(|competence| card.competence == competence);
        Drilling {
            deck: bundles.iter().flat_map(cards).filter(is_wanted).collect(),
            bundles,
            tries,
            today: terms.today,
            first: terms.first.clone(),
            drills: records.map(Drills::begin),
            seed: terms.seed.unwrap_or_else(any_seed),
            opened: 0,
            met: BTreeSet::new(),
            without_topics: terms.without_topics,
            left_out: BTreeSet::new(),
            passed: BTreeSet::new(),
            at: None,
            answers: 0,
            done: 0,
        }
    }

    /// True where there is such a moment among the cards.
    pub fn has(&self, place: &Place) -> bool {
        self.deck.iter().any(|card| card.place == *place)
    }

    /// The moment that is being tried.
    pub fn at(&self) -> Option<&At> {
        self.at.as_ref()
    }

    /// Answers so far, and how many of them did what their moment was for.
    pub fn so_far(&self) -> (usize, usize) {
        (self.answers, self.done)
    }

    /// The next card; none when nothing is left for today.
    pub fn go_on(&mut self) -> Result<Option<Opened>, Trouble> {
        self.at = None;
        while let Some((card, because)) = self.next() {
            self.met.insert(card.clone());
            if let Some(opened) = self.open(card, because)? {
                return Ok(Some(opened));
            }
        }
        Ok(None)
    }

    fn next(&mut self) -> Option<(Card, Because)> {
        let first = self.first.take();
        let comes = today(&self.deck, &self.tries, self.today);
        if let Some(first) = first {
            let card = self.deck.iter().find(|card| card.place == first && !self.is_left_out(card));
            let because = |card: &Card| comes.iter().find(|(there, _)| *there == card).map_or(Because::Due, |(_, because)| *because);
            if let Some(card) = card {
                return Some((card.clone(), because(card)));
            }
        }
        let next = comes.into_iter().find(|(card, _)| self.may_come(card) && !self.is_passed(card));
        next.map(|(card, because)| (card.clone(), because))
    }

    fn is_left_out(&self, card: &Card) -> bool {
        topic(card).is_some_and(|topic| self.without_topics || self.left_out.contains(&topic))
    }

    fn is_passed(&self, card: &Card) -> bool {
        topic(card).is_some_and(|topic| self.passed.contains(&topic))
    }

    fn may_come(&self, card: &Card) -> bool {
        !self.met.contains(card) && !self.is_left_out(card)
    }

    /// What is said when there is no next card: that nothing is left for today, or nothing but what was passed over.
    pub fn over(&self) -> String {
        let comes = today(&self.deck, &self.tries, self.today);
        let is_passed = comes.into_iter().any(|(card, _)| self.may_come(card) && self.is_passed(card));
        text(if is_passed { "drill-nothing-else" } else { "drill-nothing" })
    }

    /// The same card in another hour; none where there is none.
    pub fn again(&mut self) -> Result<Option<Opened>, Trouble> {
        let Some(At { card, because, .. }) = self.at.take() else { return Ok(None) };
        let opened = self.open(card, because)?;
        if let Some(at) = &mut self.at {
            // Who has been told of its topic and went on isn't told again.
            at.note = None;
        }
        Ok(opened)
    }

    /// Passes over the topic of the moment, and goes on to the next card without it; it may come again once another was answered.
    pub fn pass_over(&mut self) -> Result<Option<Opened>, Trouble> {
        self.passed.extend(self.at.as_ref().and_then(|at| topic(&at.card)));
        self.go_on()
    }

    /// Leaves out the topic of the moment, and goes on to the next card without it.
    pub fn leave_out(&mut self) -> Result<Option<Opened>, Trouble> {
        self.left_out.extend(self.at.as_ref().and_then(|at| topic(&at.card)));
        self.go_on()
    }

    /// The same with every topic that can be left out.
    pub fn leave_out_all(&mut self) -> Result<Option<Opened>, Trouble> {
        self.without_topics = true;
        self.go_on()
    }

    fn open(&mut self, card: Card, because: Because) -> Result<Option<Opened>, Trouble> {
        // Far enough apart that no two go through the same hours.
        let seed = self.seed.wrapping_add(self.opened << 16);
        self.opened = self.opened.wrapping_add(1);
        let Some(bundle) = self.bundles.iter().find(|bundle| bundle.case.id == card.place.case) else { return Ok(None) };
        let Some(reached) = come_to(bundle, &card, seed) else { return Ok(None) };
        let terms = super::Terms { session: card.place.session, seed: Some(reached.seed), ..super::Terms::default() };
        let sitting = Sitting::open(bundle, &terms, reached.opening)?;
        let note = card.topic.as_ref().and_then(|topic| bundle.case.topics().find(|(there, _)| there == topic));
        let note = note.map(|(_, note)| note.note.clone());
        self.at = Some(At { card, because, note, seed: reached.seed, answered: false });
        Ok(Some(Opened { before: reached.before, sitting }))
    }

    /// Answers by a reply's id in the hour that was opened for the card; once. Where it can be kept it is on disk when this returns.
    pub fn answer(&mut self, sitting: &mut Sitting, reply: &str) -> Result<Option<Answered>, Trouble> {
        let Some(at) = self.at.as_mut().filter(|at| !at.answered) else { return Ok(None) };
        let entries = sitting.choose(reply)?.to_vec();
        let turn = entries.iter().find_map(|entry| match entry {
            Entry::Turn(turn) => Some(turn.clone()),
            _ => None,
        });
        let Some(turn) = turn else { return Ok(None) };
        at.answered = true;
        self.passed.clear();
        let occasions = occasions(&sitting.bundle().rubric, &turn);
        let judged = occasions.iter().map(|occasion| (occasion.competence, occasion.done)).collect();
        let of_card = occasions.iter().find(|occasion| occasion.competence == at.card.competence);
        let (done, others) = of_card.map(|occasion| (occasion.done, others(&turn, occasion))).unwrap_or_default();
        let drilled = Drilled {
            place: at.card.place.clone(),
            competence: at.card.competence,
            seed: at.seed,
            at: now(),
            turn: turn.clone(),
            occasions: judged,
            found: None,
        };
        self.tries.push(drilled.counted(self.today));
        (self.answers, self.done) = (self.answers.saturating_add(1), self.done.saturating_add(done.into()));
        let unkept = self.drills.as_mut().and_then(|drills| drills.tried(drilled).err());
        self.drills.take_if(|_| unkept.is_some());
        Ok(Some(Answered { turn, entries, done, others, unkept: unkept.map(Trouble::from) }))
    }

    /// Takes note of how the moment was that was answered last, and gives back what follows; none where nothing was answered yet.
    pub fn found(&mut self, found: Found) -> Result<Option<Noted>, Trouble> {
        let Some(At { card, .. }) = self.at.as_ref().filter(|at| at.answered) else { return Ok(None) };
        if let Some(last) = self.tries.last_mut() {
            last.found = Some(found);
        }
        if let Some(drills) = &mut self.drills
            && let Err(trouble) = drills.found(found)
        {
            // Nothing is written any more, as where an answer can't be.
            self.drills = None;
            return Err(trouble.into());
        }
        let level = level(&self.tries, card.competence);
        Ok(Some(Noted { level, waits: waits(card, &self.tries, level) }))
    }
}

impl Noted {
    /// In words.
    pub fn told(self) -> String {
        text_with("drill-level", &[("level", self.level.into()), ("waits", if self.waits { "yes" } else { "no" }.into())])
    }
}

fn topic(card: &Card) -> Option<Topic> {
    Some((card.place.case.clone(), card.topic.clone()?))
}

/// What else was on offer and does it.
fn others(turn: &Turn, occasion: &Occasion) -> Vec<Offer> {
    let does = |place: usize| occasion.is_done_by(place) && place != turn.taken;
    turn.offered.iter().enumerate().filter(|(place, _)| does(*place)).map(|(_, offer)| offer.clone()).collect()
}
