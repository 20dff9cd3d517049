//! The search against brute force: on small made scripts every way is tried, and both must say the same to the last number.

use std::collections::BTreeSet;
use std::sync::Arc;

use fifty_minutes::analysis::aims::OneScore;
use fifty_minutes::analysis::explore::{Explored, ending_id, explore};
use fifty_minutes::analysis::search::{Aim, Reins, search};
use fifty_minutes::analysis::{InTurn, Prepared};
use fifty_minutes::assess::rounded;
use fifty_minutes::assess::tally::{Met, Tallies};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::codes::*;
use fifty_minutes::script::model::*;
use fifty_minutes::session::event::Event;
use fifty_minutes::session::{Command, Session};
use proptest::prelude::*;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::gallery;

const BEATS: usize = 9;

/// A small scene in which everything comes up that a search has to keep apart: notes, facts, beats met, ruptures, ways
/// by condition and by chance, stances, the clock, and two closings.
fn scene(made: u64) -> Scene {
    let mut random = ChaCha8Rng::seed_from_u64(made);
    let to = |random: &mut ChaCha8Rng| format!("b{}", random.random_range(0..BEATS));
    let mut beats: Vec<Beat> = Vec::new();
    for index in 0..BEATS {
        let mut beat = Beat { minutes: random.random_range(2..5), ..gallery::empty(&format!("b{index}")) };
        // Only menus lead backwards, so that nothing goes round without a reply.
        let ahead = |random: &mut ChaCha8Rng| format!("b{}", random.random_range(index + 1..BEATS));
        match random.random_range(0..5) {
            0 if index + 1 < BEATS => {
                let when = vec![guard(&mut random)];
                beat.branch = vec![Way { when, to: ahead(&mut random) }, Way { when: Vec::new(), to: ahead(&mut random) }];
            }
            1 if index + 1 < BEATS && made.is_multiple_of(3) => {
                beat.chance = vec![Chance { weight: 2, to: ahead(&mut random) }, Chance { weight: 1, to: ahead(&mut random) }];
            }
            2 if index > 5 && index + 1 < BEATS && made.is_multiple_of(2) => {
                // Over when the fact is told, and on when it is blocked.
                (beat.tells, beat.blocked, beat.ends) = (Some("f".into()), Some(ahead(&mut random)), Some(End::Planned));
            }
            kind => {
                beat.moments = moments(&mut random);
                if kind == 2 && index + 1 < BEATS {
                    (beat.tells, beat.blocked) = (Some("f".into()), Some(ahead(&mut random)));
                }
                let count = random.random_range(2..4);
                beat.replies = (0..count).map(|place| reply(place, to(&mut random), &mut random)).collect();
                beat.replies[0].when.clear();
            }
        }
        beats.push(beat);
    }
    beats[0] = Beat {
        minutes: 2,
        moments: vec![Moment::Emotional],
        replies: (0..3).map(|place| reply(place, to(&mut random), &mut random)).collect(),
        ..gallery::empty("b0")
    };
    for reply in &mut beats[0].replies {
        reply.when.clear();
    }
    let mut time = Beat { moments: vec![Moment::Emotional], ..gallery::empty("time") };
    time.replies = (0..2).map(|place| reply(place, "end".into(), &mut random)).collect();
    time.replies.iter_mut().for_each(|reply| reply.when.clear());
    beats.push(time);
    beats.push(Beat { ends: Some(End::Planned), ..gallery::empty("end") });
    beats.push(Beat { ends: Some(End::WalksOut), ..gallery::empty("leaves") });
    Scene { title: "Small".into(), length: 14, start: "b0".into(), time_is_up: "time".into(), walks_out: "leaves".into(), beats }
}

fn pick<T: Clone>(random: &mut ChaCha8Rng, from: &[T]) -> T {
    from[random.random_range(0..from.len())].clone()
}

fn guard(random: &mut ChaCha8Rng) -> Guard {
    match random.random_range(0..10) {
        0 => Guard::AtLeast(Measure::Trust, random.random_range(25..60)),
        1 => Guard::Below(Measure::Frustration, random.random_range(10..60)),
        2 => Guard::In(vec![pick(random, Stance::ALL), pick(random, Stance::ALL)]),
        3 => Guard::Told("f".into()),
        4 => Guard::Met(format!("b{}", random.random_range(0..BEATS))),
        5 => Guard::NotNoted("n0".into()),
        6 => Guard::Noted(format!("n{}", random.random_range(0..2))),
        7 => Guard::Ruptured,
        8 => Guard::Minute(random.random_range(3..12)),
        _ => Guard::Any(vec![Guard::NotTold("f".into()), Guard::Leaving(Ending::WontReturn)]),
    }
}

fn moments(random: &mut ChaCha8Rng) -> Vec<Moment> {
    let mut moments = Vec::new();
    if random.random_bool(0.6) {
        moments.push(Moment::Emotional);
    }
    if random.random_bool(0.4) {
        moments.push(Moment::Goal(vec![pick(random, GoalMove::ALL), pick(random, GoalMove::ALL)]));
    }
    if random.random_bool(0.4) {
        moments.push(Moment::Boundary { domain: BoundaryDomain::Role, indicated: vec![BoundaryResponse::Hold] });
    }
    if random.random_bool(0.2) {
        moments.push(Moment::Rupture(pick(random, RuptureStyle::ALL)));
    }
    if random.random_bool(0.3) {
        moments.push(Moment::Cue { fits: vec![Body::Wait, Body::Nod], misfits: vec![Body::LookAtClock] });
    }
    moments
}

fn reply(place: usize, to: String, random: &mut ChaCha8Rng) -> Reply {
    let some = |random: &mut ChaCha8Rng| random.random_bool(0.4);
    Reply {
        id: format!("r{place}"),
        say: Some("-".into()),
        act: None,
        skill: pick(random, Skill::ALL),
        empathy: random.random_bool(0.8).then(|| random.random_range(1..6)),
        goal: if some(random) { vec![pick(random, GoalMove::ALL)] } else { Vec::new() },
        boundary: some(random).then(|| pick(random, BoundaryResponse::ALL)),
        safety: Vec::new(),
        repair: some(random).then(|| pick(random, RepairMove::ALL)),
        body: some(random).then(|| pick(random, &[Body::Wait, Body::Nod, Body::LookAtClock, Body::SoftVoice])),
        why: "-".into(),
        source: None,
        when: if random.random_bool(0.3) { vec![guard(random)] } else { Vec::new() },
        with: Vec::new(),
        against: None,
        effects: match random.random_range(0..4) {
            0 => vec![Effect::Note(format!("n{}", random.random_range(0..2)))],
            1 => vec![Effect::Forget("n0".into()), Effect::Add(Measure::Trust, random.random_range(-15..16))],
            _ => vec![Effect::Add(Measure::Frustration, random.random_range(-10..21))],
        },
        to,
    }
}

pub fn bundle(made: u64) -> Arc<Bundle> {
    let plain =
        gallery::bundle(made as usize % gallery::STARTS.len(), &gallery::shared("rubric.ron"), &gallery::shared("reactions.ron")).unwrap();
    let mut scene = scene(made);
    if plain.case.people.len() > 1 {
        for (index, beat) in scene.beats.iter_mut().enumerate() {
            beat.whose = [Some("q"), None, Some("p")][index % 3].map(String::from);
            beat.replies[..].iter_mut().take(1).for_each(|reply| reply.with = vec!["p".into()]);
        }
    }
    // Both notes are somebody's.
    for note in 0..2 {
        scene.beats[0].replies[note].effects.push(Effect::Note(format!("n{note}")));
    }
    let mut rubric = plain.rubric.clone();
    rubric.enough = 2;
    rubric.empathy.reflection_enough = 3;
    let reactions = fifty_minutes::script::parse::reactions("", &gallery::shared("reactions.ron")).unwrap();
    Arc::new(Bundle::new(plain.case.clone(), vec![scene], rubric, reactions, Vec::new()).unwrap())
}

/// What trying everything finds.
#[derive(Default)]
pub struct All {
    /// Hundredths of a point, for each score.
    pub points: [BTreeSet<i64>; 3],
    endings: BTreeSet<&'static str>,
    beats: BTreeSet<u16>,
    told: u64,
    pub hours: usize,
}

pub fn try_everything(prepared: &Prepared, session: &Session, tallies: Tallies, all: &mut All) {
    let state = session.state();
    all.told |= state.told;
    if let Some(ending) = state.ending {
        all.endings.insert(ending_id(ending));
        all.hours += 1;
        for which in 0..3 {
            all.points[which].extend(prepared.scoring.lowest(which, &tallies.scores[which]));
        }
        return;
    }
    let at = state.beat;
    for reply in (0..16).filter(|reply| state.offered >> reply & 1 == 1) {
        let (mut next, mut events, mut tallies) = (session.clone(), Vec::new(), tallies);
        next.apply(Command::Reply(reply), &mut events).unwrap();
        let Event::Took { bearable, .. } = events[0] else { panic!("{events:?}") };
        let beat = &session.hour().beats[usize::from(at)];
        let taken = &beat.replies[usize::from(reply)];
        let moments = &session.hour().scene.beats[usize::from(at)].moments;
        prepared.scoring.add_all(&mut tallies, &Met { moments, bearable, codes: &taken.codes, whose: beat.whose, with: taken.with });
        all.beats.extend(events.iter().filter_map(|event| match event {
            Event::Entered { beat, .. } => Some(*beat),
            _ => None,
        }));
        try_everything(prepared, &next, tallies, all);
    }
}

pub fn everything(prepared: &Prepared, seed: u64) -> All {
    let (start, opening) = prepared.begin(seed).unwrap();
    let mut all = All { beats: opening.beats, ..All::default() };
    try_everything(prepared, &start, Tallies::default(), &mut all);
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_search_finds_what_trying_everything_finds(made in 0u64..100_000, seed in 0u64..50) {
        let bundle = bundle(made);
        let prepared = Prepared::new(&bundle, 0).unwrap();
        let all = everything(&prepared, seed);
        prop_assume!(all.hours < 100_000);
        // With one seed, even where chance has a say.
        let found: [[_; 2]; 3] = [0, 1, 2].map(|which| [true, false].map(|upwards| {
            let outlook = if upwards { &prepared.highest[which] } else { &prepared.lowest[which] };
            let aim = OneScore { scoring: &prepared.scoring, outlook };
            search(&prepared.begin(seed).unwrap().0, aim.nothing(), &aim, &prepared.course, Reins::whole(100_000), &mut ())
        }));
        for which in 0..3 {
            prop_assert_eq!(found[which][0].best.as_ref().map(|best| best.0), all.points[which].last().copied());
            prop_assert_eq!(found[which][1].best.as_ref().map(|best| -best.0), all.points[which].first().copied());
            prop_assert!(found[which].iter().all(|found| found.whole && found.bound == found.best.as_ref().map(|best| best.0)));
        }
    }

    #[test]
    fn nothing_lies_beyond_the_bound_of_a_narrow_search(made in 0u64..100_000, seed in 0u64..50, width in 1usize..4) {
        let bundle = bundle(made);
        let prepared = Prepared::new(&bundle, 0).unwrap();
        let all = everything(&prepared, seed);
        for which in 0..3 {
            for (upwards, best) in [(true, all.points[which].last()), (false, all.points[which].first())] {
                let Some(best) = best.map(|best| if upwards { *best } else { -*best }) else { continue };
                let outlook = if upwards { &prepared.highest[which] } else { &prepared.lowest[which] };
                let aim = OneScore { scoring: &prepared.scoring, outlook };
                let found = search(&prepared.begin(seed).unwrap().0, aim.nothing(), &aim, &prepared.course, Reins { free: 0, ..Reins::whole(width) }, &mut ());
                prop_assert!(found.best.as_ref().is_none_or(|found| found.0 <= best));
                prop_assert!(found.bound.is_some_and(|bound| bound >= best), "{:?} is no bound for {best}", found.bound);
            }
        }
    }

    #[test]
    fn everything_that_can_be_reached_is_told(made in 0u64..100_000) {
        // Chance has no say in these, so one seed stands for all.
        let bundle = bundle(made - made % 3 + 1);
        let prepared = Prepared::new(&bundle, 0).unwrap();
        let all = everything(&prepared, 1);
        // What is small is searched whole; what is not has a bound, which another property is about.
        prop_assume!(all.hours < 5_000);
        let (explored, _): (Explored, _) = explore(&prepared, 1, &InTurn);
        let endings: BTreeSet<&str> = explored.endings.iter().filter(|reached| reached.way.is_some()).map(|reached| reached.id.as_str()).collect();
        prop_assert_eq!(endings, all.endings);
        prop_assert_eq!(explored.facts.iter().filter(|reached| reached.way.is_some()).count() as u32, all.told.count_ones());
        let hour = prepared.hour();
        let never: BTreeSet<&str> = (0..hour.beats.len() as u16).filter(|at| !all.beats.contains(at)).map(|at| hour.scene.beats[usize::from(at)].id.as_str()).collect();
        prop_assert_eq!(explored.beats_never_met.iter().map(String::as_str).collect::<BTreeSet<_>>(), never);
        for (range, points) in explored.scores.each().iter().zip(&all.points) {
            prop_assert_eq!(range.highest.value, points.last().map(|points| rounded(*points)));
            prop_assert_eq!(range.lowest.value, points.first().map(|points| rounded(*points)));
            prop_assert!(range.highest.exact && range.lowest.exact, "{range:?}");
        }
    }
}

#[test]
fn made_scripts_are_worth_searching() {
    let (mut hours, mut endings, mut told, mut chance) = (0, BTreeSet::new(), 0, 0);
    for made in 0..60 {
        let bundle = bundle(made);
        let prepared = Prepared::new(&bundle, 0).unwrap();
        let all = everything(&prepared, 1);
        hours += all.hours;
        endings.extend(all.endings);
        told += all.told.count_ones();
        chance += usize::from(prepared.course.has_chance());
    }
    assert!(hours > 3_000 && endings.len() == 4 && told > 10 && chance > 5, "{hours} {endings:?} {told} {chance}");
}
