//! The deck: every moment of the cases at which something can be practised, how hard it is, and hours by lot that come to it.
//!
//! A moment is found by being met: some hours of each session are held by lot, and what there was occasion for in them is a card.
//! So a card can always be come to, and what nobody comes to is none.

use std::collections::BTreeMap;
use std::sync::Arc;

use rand::RngExt;
use rand::rngs::ChaCha8Rng;

use crate::analysis::players::Player;
use crate::assess::occasion::{Competence, Occasion, occasions};
use crate::script::bundle::{BeatId, Bundle};
use crate::script::turn::Turn;
use crate::session::account::{Entry, describe};
use crate::session::draws::{Purpose, draw};
use crate::session::event::Event;
use crate::session::opening::Opening;
use crate::session::{Command, Session};

use super::Place;

/// Easiest and hardest.
pub const DIFFICULTY: std::ops::RangeInclusive<u8> = 1..=5;

/// Hours that are held of each session to find its moments.
const HOURS: u64 = 60;

/// Times that a moment is looked at for how hard it is.
const LOOKS: u32 = 4;

/// Hours that are tried to come to a moment, before one is held that is known to.
const TRIES: u64 = 40;

/// A moment at which one thing can be practised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Card {
    pub place: Place,
    pub competence: Competence,
    /// 1 to 5, by how many of the players with one idea do it there.
    pub difficulty: u8,
    /// The topic that comes up there, which a trainee may want to leave out.
    pub topic: Option<String>,
    /// The seed of an hour by lot that comes there.
    pub hour: u64,
}

/// What was seen of a moment.
struct Seen {
    hour: u64,
    looks: u32,
    /// Of each player that was asked, whether they did it.
    did: Vec<bool>,
}

/// Every card of a case, in the order of its sessions and beats.
pub fn cards(bundle: &Arc<Bundle>) -> Vec<Card> {
    (0..bundle.hours.len()).flat_map(|hour| of_session(bundle, hour)).collect()
}

fn of_session(bundle: &Arc<Bundle>, hour: usize) -> Vec<Card> {
    let mut met: BTreeMap<(BeatId, Competence), Seen> = BTreeMap::new();
    let mut looked: BTreeMap<BeatId, u32> = BTreeMap::new();
    for seed in 0..HOURS {
        let Some(mut lot) = Lot::begin(bundle, hour, seed) else { continue };
        while lot.waits() {
            let beat = lot.session.state().beat;
            let times = looked.entry(beat).or_default();
            *times = times.saturating_add(1);
            // All that can be seen of a moment has been seen by then, and this is what takes the time.
            let asked = (*times <= 8 * LOOKS).then(|| Player::NAIVE.map(|player| player.choose(&lot.session)));
            if !lot.step() {
                break;
            }
            let Some((asked, turn)) = asked.zip(lot.turn(bundle, hour)) else { continue };
            for occasion in occasions(&bundle.rubric, &turn) {
                let seen = met.entry((beat, occasion.competence)).or_insert(Seen { hour: seed, looks: 0, did: Vec::new() });
                if seen.looks < LOOKS {
                    seen.looks = seen.looks.saturating_add(1);
                    seen.did.extend(asked.map(|reply| lot.does(&occasion, reply)));
                }
            }
        }
    }
    let card = |((beat, competence), seen): ((BeatId, Competence), Seen)| {
        let beat = bundle.hour(hour).written(beat);
        Card {
            place: Place { case: bundle.case.id.clone(), session: (hour as u32).saturating_add(1), beat: beat.id.clone() },
            competence,
            difficulty: difficulty(&seen.did),
            topic: beat.topic.clone(),
            hour: seen.hour,
        }
    };
    met.into_iter().map(card).collect()
}

/// How far a habit gets one: 1 where most of those who follow one idea whoever sits there (always asking, always reflecting,
/// comforting, advising, pleasing, keeping silent) do what the moment is for, 5 where hardly any does.
#[expect(clippy::arithmetic_side_effects, reason = "of a few dozen players no more did it than there were")]
fn difficulty(did: &[bool]) -> u8 {
    (5 - 5 * did.iter().filter(|did| **did).count() / (did.len() + 1)) as u8
}

/// An hour that waits at a moment.
#[derive(Clone, Debug)]
pub struct Reached {
    /// How it stands just before the moment.
    pub opening: Opening,
    pub seed: u64,
    /// What was answered last, and what came of it: whoever comes in here has to know what it is about.
    pub before: Vec<Entry>,
}

/// Comes to a card's place by an hour that depends on `seed` alone, held by lot; so each seed brings other words and another
/// state. A moment that hardly any hour comes to is come to by the one that found it. None where the case has changed since.
pub fn come_to(bundle: &Arc<Bundle>, card: &Card, seed: u64) -> Option<Reached> {
    let hour = (card.place.session as usize).checked_sub(1)?;
    let beats = &bundle.hours.get(hour)?.scene.beats;
    let at = beats.iter().position(|beat| beat.id == card.place.beat)? as BeatId;
    let seeds = (0..TRIES).map(|further| seed.wrapping_add(further)).chain([card.hour]);
    seeds.into_iter().find_map(|seed| by_lot(bundle, hour, at, card.competence, seed))
}

fn by_lot(bundle: &Arc<Bundle>, hour: usize, at: BeatId, competence: Competence, seed: u64) -> Option<Reached> {
    let mut lot = Lot::begin(bundle, hour, seed)?;
    while lot.waits() {
        let here = (lot.session.state().beat == at).then(|| (lot.session.clone(), lot.events.clone()));
        if !lot.step() {
            break;
        }
        // What can be borne shows in the answer.
        let Some(((session, events), turn)) = here.zip(lot.turn(bundle, hour)) else { continue };
        if occasions(&bundle.rubric, &turn).iter().any(|occasion| occasion.competence == competence) {
            return Some(Reached { opening: Opening::of(&session), seed, before: shown(bundle, hour, &events, at) });
        }
    }
    None
}

/// An hour held by lot: for each reply another of the players with one idea, so that other states are come to than by chance alone.
struct Lot {
    session: Session,
    random: ChaCha8Rng,
    /// What came of the last reply.
    events: Vec<Event>,
}

impl Lot {
    fn begin(bundle: &Arc<Bundle>, hour: usize, seed: u64) -> Option<Lot> {
        let mut session = Session::new(Arc::clone(bundle), hour, seed)?;
        let mut events = Vec::new();
        session.apply(Command::Begin, &mut events).ok()?;
        Some(Lot { session, random: draw(seed, 0, 0, Purpose::Pick), events })
    }

    /// True where somebody must reply.
    fn waits(&self) -> bool {
        self.session.state().ending.is_none() && self.session.state().offered != 0
    }

    /// Takes a reply; false where that can't be.
    fn step(&mut self) -> bool {
        let Some(player) = Player::NAIVE.get(self.random.random_range(0..Player::NAIVE.len())) else { return false };
        let reply = player.choose(&self.session);
        self.events.clear();
        self.session.apply(Command::Reply(reply), &mut self.events).is_ok()
    }

    /// The turn that was taken last.
    fn turn(&self, bundle: &Bundle, hour: usize) -> Option<Turn> {
        let took = self.events.iter().find(|event| matches!(event, Event::Took { .. }))?;
        match describe(bundle, hour, *took) {
            Entry::Turn(turn) => Some(turn),
            _ => None,
        }
    }

    /// Whether a reply, by its place in the beat, does what there was occasion for at the turn that was taken last.
    fn does(&self, occasion: &Occasion, reply: u8) -> bool {
        let offered = self.events.iter().find_map(|event| match event {
            Event::Took { offered, .. } => Some(*offered),
            _ => None,
        });
        let offered = offered.unwrap_or_default();
        occasion.is_done_by((0..reply).filter(|before| offered >> before & 1 == 1).count())
    }
}

/// What came of the last reply, until the moment itself begins.
fn shown(bundle: &Bundle, hour: usize, events: &[Event], at: BeatId) -> Vec<Entry> {
    let end = events.iter().rposition(|event| matches!(event, Event::Entered { beat, .. } if *beat == at)).unwrap_or(events.len());
    events.iter().take(end).map(|event| describe(bundle, hour, *event)).collect()
}
