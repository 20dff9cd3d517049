//! An hour played by everybody: those who follow one idea, one who goes everywhere, one who knows the script.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::assess::tally::Tallies;
use crate::assess::{Band, rounded};
use crate::script::bundle::BeatId;
use crate::script::codes::Ending;
use crate::session::event::Event;
use crate::session::{Command, Session};

use super::coverage::{Coverage, Shares};
use super::explore::{Explored, ending_id, explore};
use super::menus::{self, Menu};
use super::players::Player;
use super::rounds::{self, DeadEnd};
use super::search::met;
use super::systematic::Systematic;
use super::{Prepared, Spread, Way};

/// Runs of a player, in percent, that may be good on all three scores.
const MOST_GOOD: usize = 5;

/// Hours of the expert, who needs few: they are all the same but for chance.
const EXPERT_RUNS: usize = 12;

/// How a playtest is held.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Hours of each naive player.
    pub runs: u32,
    /// The first seed; the others follow it.
    pub seed: u64,
}

impl Terms {
    pub(super) fn seeds(self) -> impl Iterator<Item = u64> {
        (0..u64::from(self.runs)).map(move |more| self.seed.wrapping_add(more))
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Playtest {
    pub explored: Explored,
    pub coverage: Coverage,
    pub shares: Shares,
    pub traffic: Traffic,
    pub dead_ends: Vec<DeadEnd>,
    pub players: Vec<Played>,
    pub menus: Vec<Menu>,
    /// Moves that the players made.
    pub moves: u64,
    /// How long the players took, as the stopwatch that was lent says.
    pub nanoseconds: u64,
}

/// In how many hours of the players who don't listen something was met, each hour counted once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    pub hours: u32,
    pub beats: BTreeMap<BeatId, u32>,
    /// Replies that were taken, by their beat and their place.
    pub replies: BTreeMap<(BeatId, u8), u32>,
    /// How people left at the beats that end the hour.
    pub endings: BTreeMap<BeatId, BTreeMap<Ending, u32>>,
}

/// So many of so many, in percent, rounded so that only none is 0 and only all is 100.
#[expect(clippy::arithmetic_side_effects, reason = "two numbers of 32 bits in 64, the divisor no less than 2")]
pub fn percent(some: u32, all: u32) -> u32 {
    let (wide, whole) = (u64::from(some), u64::from(all.max(1)));
    match some {
        0 => 0,
        some if some >= all => 100,
        _ => ((wide * 200 + whole) / (whole * 2)).clamp(1, 99) as u32,
    }
}

/// How one player fared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Played {
    pub id: Player,
    pub runs: usize,
    pub scores: BTreeMap<&'static str, Fared>,
    pub endings: BTreeMap<&'static str, u32>,
    /// Runs that were good on all three scores.
    pub good: usize,
    /// More of them were than may be.
    pub passes: bool,
}

/// One score over all runs that say enough.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fared {
    pub mean: Option<f64>,
    pub lowest: Option<u8>,
    pub highest: Option<u8>,
    /// Runs in which it was good.
    pub good: usize,
}

/// One hour, played to its end.
pub(super) struct Run {
    pub(super) seed: u64,
    scores: [Option<u8>; 3],
    /// Where it ended, and how.
    ending: Option<(BeatId, Ending)>,
    pub(super) way: Way,
    /// Every beat that was come to.
    beats: BTreeSet<BeatId>,
    idle: bool,
}

impl Traffic {
    pub(super) fn of<'a>(runs: impl Iterator<Item = &'a Run>) -> Traffic {
        let mut traffic = Traffic::default();
        for run in runs {
            traffic.hours = traffic.hours.saturating_add(1);
            run.beats.iter().for_each(|beat| count(&mut traffic.beats, *beat));
            run.way.iter().collect::<BTreeSet<_>>().into_iter().for_each(|reply| count(&mut traffic.replies, *reply));
            if let Some((last, ending)) = run.ending {
                count(traffic.endings.entry(last).or_default(), ending);
            }
        }
        traffic
    }
}

/// One more of something.
fn count<T: Ord>(counts: &mut BTreeMap<T, u32>, of: T) {
    let count = counts.entry(of).or_default();
    *count = count.saturating_add(1);
}

/// Plays an hour with everybody. `stopwatch` tells nanoseconds since some moment; only how fast they were depends on it.
pub fn playtest(prepared: &Prepared, terms: Terms, spread: &impl Spread, stopwatch: &dyn Fn() -> u64) -> Playtest {
    let (explored, everywhere) = explore(prepared, terms.seed, spread);
    let seeds: Vec<u64> = terms.seeds().collect();
    let began = stopwatch();
    let tasks: Vec<(Player, u64)> = Player::NAIVE.iter().flat_map(|player| seeds.iter().map(|seed| (*player, *seed))).collect();
    let (runs, mut coverage) = run_all(prepared, &tasks, spread);
    let nanoseconds = stopwatch().saturating_sub(began);
    let mut by_player: BTreeMap<Player, Vec<Run>> = BTreeMap::new();
    for (run, (player, _)) in runs.into_iter().zip(tasks) {
        by_player.entry(player).or_default().extend(run);
    }
    let moves = by_player.values().flatten().map(|run| run.way.len() as u64).sum();
    let traffic = Traffic::of(by_player.values().flatten());
    coverage.join(&everywhere.coverage);
    by_player.insert(Player::Systematic, systematic_runs(prepared, &everywhere));
    let (expert, met) = expert_runs(prepared, &seeds, &explored, spread);
    by_player.insert(Player::Expert, expert);
    coverage.join(&met);
    for (seed, way) in explored.ways() {
        run(prepared, seed, &mut coverage, along(way));
    }
    let menus = menus::look(prepared, &everywhere.samples, spread);
    Playtest {
        dead_ends: dead_ends(prepared, &by_player, spread),
        players: by_player.into_iter().map(|(player, runs)| played(player, &runs)).collect(),
        shares: coverage.shares(prepared.hour()),
        coverage,
        traffic,
        explored,
        menus,
        moves,
        nanoseconds,
    }
}

/// How a naive player fares in as many hours as the terms say, and in nothing else.
pub fn fare(prepared: &Prepared, player: Player, terms: Terms, spread: &impl Spread) -> Played {
    let tasks: Vec<(Player, u64)> = terms.seeds().map(|seed| (player, seed)).collect();
    let runs: Vec<Run> = run_all(prepared, &tasks, spread).0.into_iter().flatten().collect();
    played(player, &runs)
}

/// One hour for each player and seed, in their order, and all that was met in them.
pub(super) fn run_all(prepared: &Prepared, tasks: &[(Player, u64)], spread: &impl Spread) -> (Vec<Option<Run>>, Coverage) {
    let chunks: Vec<&[(Player, u64)]> = tasks.chunks(64).collect();
    let done = spread.each(&chunks, |chunk| {
        let mut met = Coverage::default();
        let runs: Vec<_> = chunk.iter().map(|(player, seed)| run(prepared, *seed, &mut met, |session, _| player.choose(session))).collect();
        (runs, met)
    });
    let (mut runs, mut coverage) = (Vec::with_capacity(tasks.len()), Coverage::default());
    for (some, met) in done {
        runs.extend(some);
        coverage.join(&met);
    }
    (runs, coverage)
}

/// Plays to the end; `choose` is told how many replies were taken.
fn run(prepared: &Prepared, seed: u64, coverage: &mut Coverage, choose: impl Fn(&Session, usize) -> u8) -> Option<Run> {
    let (mut session, opening) = prepared.begin(seed)?;
    coverage.join(&opening);
    let start = session.clone();
    let mut beats = opening.beats;
    let (mut tallies, mut events, mut way) = (Tallies::default(), Vec::new(), Way::new());
    while session.state().ending.is_none() && session.state().offered != 0 {
        let (at, reply) = (session.state().beat, choose(&session, way.len()));
        events.clear();
        session.apply_watched(Command::Reply(reply), &mut events, coverage).ok()?;
        coverage.take(&events);
        beats.extend(events.iter().filter_map(|event| match event {
            Event::Entered { beat, .. } => Some(*beat),
            _ => None,
        }));
        prepared.scoring.add_all(&mut tallies, &met(prepared.hour(), at, reply, &events));
        way.push((at, reply));
    }
    let scores = prepared.scoring.all(&tallies).map(|points| points.map(rounded));
    let end = session.state();
    let ending = end.ending.map(|ending| (end.beat, ending));
    Some(Run { seed, scores, ending, idle: rounds::is_idle(&start, &way), way, beats })
}

/// Follows a way as far as it goes, and anything from there.
fn along(way: &[(BeatId, u8)]) -> impl Fn(&Session, usize) -> u8 {
    move |session, taken| match way.get(taken) {
        Some((at, reply)) if session.state().beat == *at && session.state().offered >> reply & 1 == 1 => *reply,
        _ => Player::Random.choose(session),
    }
}

fn systematic_runs(prepared: &Prepared, everywhere: &Systematic) -> Vec<Run> {
    everywhere.ways.iter().filter_map(|(seed, way)| run(prepared, *seed, &mut Coverage::default(), along(way))).collect()
}

/// Where chance has no say the hours that are good at everything are so with every seed; else they are looked for anew.
fn expert_runs(prepared: &Prepared, seeds: &[u64], explored: &Explored, spread: &impl Spread) -> (Vec<Run>, Coverage) {
    let seeds: Vec<(usize, u64)> = seeds.iter().copied().take(EXPERT_RUNS).enumerate().collect();
    let runs = spread.each(&seeds, |(nth, seed)| {
        let looked = explored.hours_by_seed.get(seed);
        let hours = match looked {
            Some(hours) => hours.clone(),
            None if prepared.has_chance() => prepared.good_hours(*seed),
            None => explored.hours.clone(),
        };
        let hour = hours.get(nth.checked_rem(hours.len())?)?;
        let mut met = Coverage::default();
        Some((run(prepared, *seed, &mut met, along(&hour.steps))?, met))
    });
    let (runs, met): (Vec<Run>, Vec<Coverage>) = runs.into_iter().flatten().unzip();
    let mut coverage = Coverage::default();
    met.iter().for_each(|met| _ = coverage.join(met));
    (runs, coverage)
}

fn dead_ends(prepared: &Prepared, by_player: &BTreeMap<Player, Vec<Run>>, spread: &impl Spread) -> Vec<DeadEnd> {
    // Where chance has no say one seed stands for all.
    let seed = |run: &Run| if prepared.has_chance() { run.seed } else { 0 };
    let mut idle: Vec<(u64, &Way)> = by_player.values().flatten().filter(|run| run.idle).map(|run| (seed(run), &run.way)).collect();
    idle.sort();
    idle.dedup();
    let stuck = spread.each(&idle, |(seed, way)| rounds::stuck(prepared, &prepared.begin(*seed)?.0, way));
    // Of each place the hour that was there soonest.
    let mut found = BTreeMap::new();
    for ((seed, way), (at, kind, taken, left)) in idle.into_iter().zip(stuck).filter_map(|(run, stuck)| Some((run, stuck?))) {
        let known = found.entry((at, kind)).or_insert((taken, seed, way, left));
        if taken < known.0 {
            *known = (taken, seed, way, left);
        }
    }
    let shortest = |((at, kind), (taken, seed, way, left)): ((_, _), (usize, u64, &Way, u16))| {
        Some(rounds::shortest(prepared, &prepared.begin(seed)?.0, at, kind, (way.iter().take(taken).copied().collect(), left)))
    };
    found.into_iter().filter_map(shortest).collect()
}

fn played(id: Player, runs: &[Run]) -> Played {
    let names = ["empathy", "goals", "boundaries"];
    let fared = |which: usize| {
        let values: Vec<u8> = runs.iter().filter_map(|run| *run.scores.get(which)?).collect();
        let sum: u32 = values.iter().map(|value| u32::from(*value)).sum();
        Fared {
            mean: (!values.is_empty()).then(|| (f64::from(sum) * 10.0 / values.len() as f64).round() / 10.0),
            lowest: values.iter().min().copied(),
            highest: values.iter().max().copied(),
            good: values.iter().filter(|value| Band::of(**value) == Band::Good).count(),
        }
    };
    let mut endings = BTreeMap::new();
    for (_, ending) in runs.iter().filter_map(|run| run.ending) {
        count(&mut endings, ending_id(ending));
    }
    let is_good = |score: &Option<u8>| score.is_some_and(|value| Band::of(value) == Band::Good);
    let good = runs.iter().filter(|run| run.scores.iter().all(is_good)).count();
    Played {
        id,
        runs: runs.len(),
        scores: names.into_iter().enumerate().map(|(which, name)| (name, fared(which))).collect(),
        endings,
        good,
        passes: good.saturating_mul(100) > runs.len().saturating_mul(MOST_GOOD),
    }
}
