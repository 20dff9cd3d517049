//! What can be reached in an hour: endings, facts, each score's highest and lowest, and hours that are good at everything.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::assess::rounded;
use crate::assess::tally::{Each, Tallies};
use crate::script::bundle::BeatId;
use crate::script::codes::Ending;
use crate::session::{Session, State};

use super::aims::{AllScores, GOOD, OneScore, is_safe};
use super::coverage::told_by;
use super::search::{Found, Notice, Reins, search};
use super::systematic::{self, Systematic};
use super::{Prepared, Spread, Way, ids};

/// Places that are kept from one layer of a search to the next.
pub const WIDTH: usize = 600;

/// Seeds over which an expectation is made where chance has a say.
const SEEDS: u64 = 12;

/// Replies, in percent, that two hours may share and still be clearly different ones.
const MOST_SHARED: usize = 50;

/// What can be reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explored {
    pub case: String,
    pub session: u32,
    pub seed: u64,
    pub scores: Ranges,
    pub endings: Vec<Reached>,
    pub facts: Vec<Reached>,
    /// Beats that no way was found to.
    pub beats_never_met: Vec<String>,
    /// Hours that are good at everything; where there are two they are clearly different.
    pub hours: Vec<GoodHour>,
    /// The same for each seed that was looked at.
    #[serde(skip)]
    pub hours_by_seed: BTreeMap<u64, Vec<GoodHour>>,
    /// Moves that were tried.
    pub moves: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranges {
    pub empathy: Range,
    pub goals: Range,
    pub boundaries: Range,
}

impl Explored {
    /// Every way that was found to something, with its seed.
    pub fn ways(&self) -> impl Iterator<Item = (u64, &Way)> {
        let extremes =
            self.scores.each().into_iter().flat_map(|range| [&range.highest, &range.lowest]).map(|extreme| (self.seed, &extreme.steps));
        let reached = self.endings.iter().chain(&self.facts).filter_map(|reached| Some((reached.seed?, &reached.steps)));
        extremes.chain(reached)
    }
}

impl Extreme {
    /// The value, or the most extreme one over several seeds.
    pub fn furthest(&self) -> Option<u8> {
        self.over_seeds.map(|over| over.furthest).or(self.value)
    }
}

impl Ranges {
    /// In the order of the scores.
    pub fn each(&self) -> [&Range; 3] {
        [&self.empathy, &self.goals, &self.boundaries]
    }
}

/// How far a score goes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Range {
    pub highest: Extreme,
    pub lowest: Extreme,
}

/// The highest of a score, or its lowest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Extreme {
    /// What an hour was found for, 0 to 100; null where no hour says enough.
    pub value: Option<u8>,
    /// No hour goes beyond this.
    pub bound: Option<u8>,
    /// Both are the same: nothing lies beyond.
    pub exact: bool,
    /// Over several seeds, where chance has a say in the hour; else null.
    pub over_seeds: Option<OverSeeds>,
    /// Reply ids of that hour.
    pub way: Vec<String>,
    #[serde(skip)]
    pub steps: Way,
}

/// A value over several seeds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OverSeeds {
    pub seeds: usize,
    pub mean: f64,
    /// Standard deviation.
    pub spread: f64,
    /// The most extreme of them, 0 to 100.
    pub furthest: u8,
}

/// Something that can come up, with a way to it and the seed that it goes with; neither where no way was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reached {
    pub id: String,
    pub seed: Option<u64>,
    pub way: Option<Vec<String>>,
    #[serde(skip)]
    pub steps: Way,
}

/// An hour that is good at everything.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GoodHour {
    pub seed: u64,
    pub empathy: u8,
    pub goals: u8,
    pub boundaries: u8,
    pub way: Vec<String>,
    #[serde(skip)]
    pub steps: Way,
}

/// What a search meets by the way.
#[derive(Default)]
struct Met {
    endings: BTreeMap<Ending, Way>,
    facts: BTreeMap<u8, Way>,
    told: u64,
    beats: BTreeSet<BeatId>,
}

/// What all of them met, each way with its seed.
#[derive(Default)]
struct AllMet {
    endings: BTreeMap<Ending, (u64, Way)>,
    facts: BTreeMap<u8, (u64, Way)>,
    beats: BTreeSet<BeatId>,
}

impl Notice for Met {
    fn notice(&mut self, state: &State, way: &dyn Fn() -> Way) {
        if let Some(ending) = state.ending
            && !self.endings.contains_key(&ending)
        {
            self.endings.insert(ending, way());
        }
        let told = state.told & !self.told;
        for fact in (0..64).filter(|fact| told >> fact & 1 == 1) {
            self.facts.insert(fact, way());
        }
        self.told |= told;
        self.beats.insert(state.beat);
    }
}

impl Prepared<'_> {
    /// The highest of a score, or its lowest, on from an hour that has begun, with what was counted before.
    fn extreme(&self, start: &Session, which: usize, upwards: bool, notice: &mut impl Notice) -> Found<Each> {
        let outlook = self.outlook(which, upwards);
        let aim = OneScore { scoring: &self.scoring, outlook };
        search(start, Each::default(), &aim, &self.course, Reins::whole(WIDTH), notice)
    }

    /// Up to two hours that are good on all three scores and leave no risk without an answer, clearly different ones.
    pub fn good_hours(&self, seed: u64) -> Vec<GoodHour> {
        let mut hours: Vec<GoodHour> = Vec::new();
        let Some((start, _)) = self.begin(seed) else { return hours };
        let Some(first) = self.good_hour(&start, None) else { return hours };
        let avoid: BTreeSet<(BeatId, u8)> = first.steps.iter().copied().collect();
        hours.push(first);
        let differs = |hour: &GoodHour| {
            let shared = hour.steps.iter().filter(|step| avoid.contains(step)).count();
            shared.saturating_mul(100) <= hour.steps.len().min(avoid.len()).saturating_mul(MOST_SHARED)
        };
        hours.extend(self.good_hour(&start, Some(&avoid)).filter(differs));
        hours
    }

    fn good_hour(&self, start: &Session, avoid: Option<&BTreeSet<(BeatId, u8)>>) -> Option<GoodHour> {
        let aim = AllScores { scoring: &self.scoring, outlooks: &self.highest, avoid };
        let found = search(start, Default::default(), &aim, &self.course, Reins::whole(WIDTH), &mut ());
        let (_, steps, (tallies, _)) = found.best?;
        self.as_good_hour(start.seed(), &tallies, steps)
    }

    fn as_good_hour(&self, seed: u64, tallies: &Tallies, steps: Way) -> Option<GoodHour> {
        let points = self.scoring.all(tallies);
        let [Some(empathy), Some(goals), Some(boundaries)] = points else { return None };
        let good = points.iter().flatten().all(|points| rounded(*points) >= rounded(GOOD));
        let [empathy, goals, boundaries] = [empathy, goals, boundaries].map(rounded);
        let hour = GoodHour { seed, empathy, goals, boundaries, way: ids(self.hour(), &steps), steps };
        (good && is_safe(self.scoring.gate(tallies))).then_some(hour)
    }

    /// The first seeds from this one on that can make a difference.
    pub fn seeds(&self, seed: u64) -> Vec<u64> {
        let count = if self.has_chance() { SEEDS } else { 1 };
        (0..count).map(|more| seed.wrapping_add(more)).collect()
    }
}

/// One thing to be done of an exploration.
#[derive(Clone, Copy)]
enum Part {
    Extreme { which: usize, upwards: bool, seed: u64 },
    Hours { seed: u64 },
    Everywhere { seed: u64 },
}

enum Done {
    Extreme { which: usize, upwards: bool, seed: u64, found: Box<Found<Each>>, met: Met },
    Hours(u64, Vec<GoodHour>),
    Everywhere(Box<Systematic>),
}

/// Explores an hour, and goes everywhere in it.
pub fn explore(prepared: &Prepared, seed: u64, spread: &impl Spread) -> (Explored, Systematic) {
    let seeds = prepared.seeds(seed);
    let extremes =
        seeds.iter().flat_map(|seed| (0..6).map(move |part| Part::Extreme { which: part / 2, upwards: part % 2 == 0, seed: *seed }));
    let first = seeds.iter().flat_map(|seed| [Part::Hours { seed: *seed }, Part::Everywhere { seed: *seed }]);
    let parts: Vec<Part> = first.chain(extremes).collect();
    let done = spread.each(&parts, |part| explore_part(prepared, *part));

    let mut all = Systematic::default();
    let (mut met, mut hours_by_seed, mut moves) = (AllMet::default(), BTreeMap::new(), 0u64);
    let mut found: BTreeMap<(usize, bool), Vec<Found<Each>>> = BTreeMap::new();
    for done in done.into_iter().flatten() {
        match done {
            Done::Hours(seed, good) => _ = hours_by_seed.insert(seed, good),
            Done::Everywhere(everywhere) => {
                moves = moves.saturating_add(everywhere.moves);
                all.join(*everywhere);
            }
            Done::Extreme { which, upwards, seed, found: one, met: also } => {
                moves = moves.saturating_add(one.moves);
                also.endings.into_iter().for_each(|(ending, way)| _ = met.endings.entry(ending).or_insert((seed, way)));
                also.facts.into_iter().for_each(|(fact, way)| _ = met.facts.entry(fact).or_insert((seed, way)));
                met.beats.extend(also.beats);
                found.entry((which, upwards)).or_default().push(*one);
            }
        }
    }
    let hour = prepared.hour();
    let mut extreme = |which, upwards| extreme(prepared, found.remove(&(which, upwards)).unwrap_or_default(), upwards);
    let mut range = |which| Range { highest: extreme(which, true), lowest: extreme(which, false) };
    let scores = Ranges { empathy: range(0), goals: range(1), boundaries: range(2) };
    let reached = |id: &str, found: Option<&(u64, Way)>| Reached {
        id: id.into(),
        seed: found.map(|found| found.0),
        way: found.map(|found| ids(hour, &found.1)),
        steps: found.map(|found| found.1.clone()).unwrap_or_default(),
    };
    let endings = [Ending::Returns, Ending::Undecided, Ending::WontReturn, Ending::WalkedOut];
    let facts = (0..64).filter(|fact| told_by(hour) >> fact & 1 == 1);
    let usual = (0..hour.beats.len() as BeatId).filter(|at| hour.is_usual(*at));
    let beats = usual.filter(|at| !all.coverage.beats.contains(at) && !met.beats.contains(at));
    let explored = Explored {
        case: prepared.bundle.case.id.clone(),
        session: (prepared.number as u32).saturating_add(1),
        seed,
        scores,
        endings: endings.map(|ending| reached(ending_id(ending), all.endings.get(&ending).or(met.endings.get(&ending)))).to_vec(),
        facts: facts.map(|fact| reached(&prepared.bundle.case.fact(fact).id, all.facts.get(&fact).or(met.facts.get(&fact)))).collect(),
        beats_never_met: beats.map(|at| hour.written(at).id.clone()).collect(),
        hours: seeds.iter().filter_map(|seed| hours_by_seed.get(seed)).rev().max_by_key(|hours| hours.len()).cloned().unwrap_or_default(),
        hours_by_seed,
        moves,
    };
    (explored, all)
}

fn explore_part(prepared: &Prepared, part: Part) -> Option<Done> {
    Some(match part {
        Part::Hours { seed } => Done::Hours(seed, prepared.good_hours(seed)),
        Part::Everywhere { seed } => {
            let (start, opening) = prepared.begin(seed)?;
            Done::Everywhere(Box::new(systematic::go_everywhere(&start, &opening, &prepared.shown, prepared.seeds(seed).len())))
        }
        Part::Extreme { which, upwards, seed } => {
            let mut met = Met::default();
            let found = prepared.extreme(&prepared.begin(seed)?.0, which, upwards, &mut met);
            Done::Extreme { which, upwards, seed, found: Box::new(found), met }
        }
    })
}

/// Puts together what was found for each seed: the first seed's hour, and the mean over all where there are several.
fn extreme(prepared: &Prepared, found: Vec<Found<Each>>, upwards: bool) -> Extreme {
    let points = |worth: i64| rounded(if upwards { worth } else { worth.saturating_neg() });
    let values: Vec<f64> = found.iter().filter_map(|one| one.best.as_ref()).map(|best| f64::from(points(best.0))).collect();
    let over_seeds = (found.len() > 1 && !values.is_empty()).then(|| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / values.len() as f64;
        let worths = found.iter().filter_map(|one| Some(one.best.as_ref()?.0));
        OverSeeds { seeds: values.len(), mean, spread: variance.sqrt(), furthest: points(worths.max().unwrap_or_default()) }
    });
    let first = found.into_iter().next();
    let bound = first.as_ref().and_then(|first| first.bound).map(points);
    let best = first.and_then(|first| first.best);
    let value = best.as_ref().map(|best| points(best.0));
    let steps = best.map(|best| best.1).unwrap_or_default();
    Extreme { value, bound, exact: value == bound, over_seeds, way: ids(prepared.hour(), &steps), steps }
}

/// The name of an ending in JSON.
pub fn ending_id(ending: Ending) -> &'static str {
    match ending {
        Ending::Returns => "returns",
        Ending::Undecided => "undecided",
        Ending::WontReturn => "wont_return",
        Ending::WalkedOut => "walked_out",
    }
}
