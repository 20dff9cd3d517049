//! Going everywhere once: every reply from every kind of state that was found, always on from the most different ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::bundle::BeatId;
use crate::script::codes::{Ending, Measure, RuptureStyle, Stance};
use crate::session::patient::bearable;
use crate::session::{Command, Session};

use super::Way;
use super::coverage::Coverage;
use super::place::Matters;
use super::search::{FREE, Trail, offered};

/// States of one beat that are kept from one layer to the next, beside the outermost of each measure in each stance.
const KEPT: usize = 24;

/// States of all beats together that are kept, but for a few of each: a large script is gone through more thinly.
const LAYER: usize = 6_000;
const FEWEST: usize = 8;

/// Seeds that share the states of a layer between them; more go through the script as thinly as these.
const SHARING: usize = 4;

/// States of one beat that are kept for a closer look.
const SAMPLES: usize = 6;

/// What going everywhere found.
#[derive(Clone, Debug, Default)]
pub struct Systematic {
    pub coverage: Coverage,
    /// Ways that together meet everything that was met, each with its seed; each stops where it met something new.
    pub ways: Vec<(u64, Way)>,
    /// The shortest way that was found to each ending and each fact.
    pub endings: BTreeMap<Ending, (u64, Way)>,
    pub facts: BTreeMap<u8, (u64, Way)>,
    /// For each beat with a menu, hours that stand there in as different states as were found.
    pub samples: BTreeMap<BeatId, Vec<Session>>,
    /// Moves that were tried.
    pub moves: u64,
}

/// How somebody is in the room at a moment of theirs, what they could bear, and the rupture there is.
type Kind = (Stance, u8, Option<RuptureStyle>);

struct Node {
    session: Session,
    trail: Option<u32>,
}

/// Goes everywhere from an hour that has begun; `opening` is what its beginning met. Where that is done with several seeds, each is
/// gone through more thinly: what one leaves aside another meets.
pub fn go_everywhere(start: &Session, opening: &Coverage, matters: &Matters, seeds: usize) -> Systematic {
    let layer_size = LAYER.checked_div(seeds.min(SHARING)).unwrap_or(LAYER);
    let mut all = Systematic { coverage: opening.clone(), ..Systematic::default() };
    let mut kinds: BTreeMap<BeatId, BTreeSet<Kind>> = BTreeMap::new();
    let mut trail = Trail::default();
    let mut events = Vec::new();
    let mut layer = vec![Node { session: start.clone(), trail: None }];
    while !layer.is_empty() {
        // Merged as it grows, since there are many more ways than places.
        let mut next: BTreeMap<Vec<u8>, Node> = BTreeMap::new();
        for node in &layer {
            sample(&node.session, &mut kinds, &mut all.samples);
            for reply in offered(node.session.state()) {
                let mut session = node.session.clone();
                let at = session.state().beat;
                events.clear();
                let mut seen = Coverage::default();
                if session.apply_watched(Command::Reply(reply), &mut events, &mut seen).is_err() {
                    continue;
                }
                all.moves = all.moves.saturating_add(1);
                seen.take(&events);
                let step = trail.step(node.trail, at, reply);
                let told = seen.told & !all.coverage.told;
                for fact in (0..64).filter(|fact| told >> fact & 1 == 1) {
                    all.facts.insert(fact, (start.seed(), trail.way(Some(step))));
                }
                for ending in &seen.endings {
                    all.endings.entry(*ending).or_insert_with(|| (start.seed(), trail.way(Some(step))));
                }
                if all.coverage.join(&seen) {
                    all.ways.push((start.seed(), trail.way(Some(step))));
                }
                if session.state().ending.is_none() {
                    next.entry(matters.key(session.state())).or_insert(Node { session, trail: Some(step) });
                }
            }
        }
        let merged = next.into_values();
        // A small script is gone through whole.
        layer = if all.moves < FREE { merged.collect() } else { most_different(merged, matters, layer_size) };
    }
    // One that goes on from another meets all that the other met, and in this order comes right behind it.
    all.ways.sort();
    let begins = |one: &(u64, Way), other: &(u64, Way)| one.0 == other.0 && other.1.starts_with(&one.1);
    let next = all.ways.iter().skip(1).map(Some).chain([None]);
    let kept = all.ways.iter().zip(next).filter(|(way, next)| next.is_none_or(|next| !begins(way, next)));
    all.ways = kept.map(|(way, _)| way.clone()).collect();
    all
}

/// Of each beat the outermost of every measure in every stance, one of every rough kind, and then any.
fn most_different(places: impl Iterator<Item = Node>, matters: &Matters, size: usize) -> Vec<Node> {
    let mut by_beat: BTreeMap<BeatId, Vec<Node>> = BTreeMap::new();
    for node in places {
        by_beat.entry(node.session.state().beat).or_default().push(node);
    }
    let each = size.checked_div(by_beat.len()).unwrap_or(size).max(FEWEST);
    let mut layer = Vec::new();
    for nodes in by_beat.into_values() {
        let mut kept: BTreeSet<usize> = BTreeSet::new();
        let people = nodes.first().map_or(0, |node| node.session.state().patients.len());
        for person in 0..people {
            let patient = |(place, node): (usize, &'_ Node)| Some((place, *node.session.state().patients.get(person)?));
            for (stance, measure) in Stance::ALL.iter().flat_map(|stance| Measure::ALL.iter().map(move |measure| (*stance, *measure))) {
                let there = || nodes.iter().enumerate().filter_map(patient).filter(|(_, patient)| patient.stance == stance);
                kept.extend(there().min_by_key(|(_, patient)| patient.get(measure)).map(|(place, _)| place));
                kept.extend(there().max_by_key(|(_, patient)| patient.get(measure)).map(|(place, _)| place));
            }
        }
        let mut rough = BTreeSet::new();
        let different = nodes.iter().enumerate().filter(|(_, node)| rough.insert(matters.rough_key(node.session.state())));
        let different: Vec<usize> = different.map(|(place, _)| place).collect();
        kept.extend(evenly(&different, KEPT));
        kept.extend(evenly(&(0..nodes.len()).collect::<Vec<_>>(), KEPT));
        let kept: BTreeSet<usize> = evenly(&kept.into_iter().collect::<Vec<_>>(), each).into_iter().collect();
        layer.extend(nodes.into_iter().enumerate().filter(|(place, _)| kept.contains(place)).map(|(_, node)| node));
    }
    layer
}

/// At most so many of them, evenly over all, so that no end of the order is left out.
fn evenly(places: &[usize], most: usize) -> Vec<usize> {
    places.iter().copied().step_by(places.len().div_ceil(most).max(1)).collect()
}

/// Keeps an hour for a closer look if its beat has none yet in such a state.
fn sample(session: &Session, kinds: &mut BTreeMap<BeatId, BTreeSet<Kind>>, samples: &mut BTreeMap<BeatId, Vec<Session>>) {
    let state = session.state();
    let whose = session.hour().beat(state.beat).whose.first();
    let patient = state.patient(whose);
    let kind = (patient.stance, bearable(&session.bundle().reactions, state, whose), patient.rupture.map(|rupture| rupture.style));
    let samples = samples.entry(state.beat).or_default();
    if samples.len() < SAMPLES && kinds.entry(state.beat).or_default().insert(kind) {
        samples.push(session.clone());
    }
}

impl Systematic {
    /// Takes in what was found with another seed.
    pub fn join(&mut self, other: Systematic) {
        if self.coverage.join(&other.coverage) {
            self.ways.extend(other.ways);
        }
        other.endings.into_iter().for_each(|(ending, way)| _ = self.endings.entry(ending).or_insert(way));
        other.facts.into_iter().for_each(|(fact, way)| _ = self.facts.entry(fact).or_insert(way));
        other.samples.into_iter().for_each(|(at, samples)| _ = self.samples.entry(at).or_insert(samples));
        self.moves = self.moves.saturating_add(other.moves);
    }
}
