//! Coded turns and what they must score, worked out by hand from the rubric and written down in `scores/`.

use std::fs;

use fifty_minutes::assess::{GateState, Score, scores};
use fifty_minutes::script::codes::*;
use fifty_minutes::script::parse;
use fifty_minutes::script::turn::{Offer, Turn};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hour {
    lens: Lens,
    turns: Vec<Coded>,
    expect: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coded {
    #[serde(default)]
    moments: Vec<Moment>,
    #[serde(default = "five")]
    bearable: u8,
    /// The first is the one that was taken.
    offered: Vec<Codes>,
    #[serde(default = "once")]
    times: usize,
}

fn five() -> u8 {
    5
}

fn once() -> usize {
    1
}

/// Value, and the least and most that was on offer; nothing where there isn't enough to say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    empathy: Option<(u8, u8, u8)>,
    goals: Option<(u8, u8, u8)>,
    boundaries: Option<(u8, u8, u8)>,
    #[serde(default)]
    gate: Option<String>,
}

fn rubric() -> fifty_minutes::script::rules::Rubric {
    parse::rubric("rubric.ron", &crate::gallery::shared("rubric.ron")).unwrap()
}

fn turn(moments: Vec<Moment>, bearable: u8, offered: Vec<Codes>, number: u16) -> Turn {
    let offer = |(index, codes)| Offer {
        reply: format!("r{index}"),
        text: "-".into(),
        deed: false,
        codes,
        with: Vec::new(),
        against: None,
        why: "-".into(),
        source: None,
    };
    Turn { number, beat: "b".into(), moments, offered: offered.into_iter().enumerate().map(offer).collect(), bearable, ..Turn::default() }
}

fn found(score: &Score) -> Option<(u8, u8, u8)> {
    Some((score.value?, score.offered_min?, score.offered_max?))
}

#[test]
fn coded_hours_score_as_worked_out_by_hand() {
    let mut files: Vec<_> = fs::read_dir(crate::root().join("tests/core/scores")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 8);
    for file in files {
        let hour: Hour = parse::read(&fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let coded = hour.turns.iter().flat_map(|coded| std::iter::repeat_n(coded, coded.times));
        let turns: Vec<Turn> =
            coded.enumerate().map(|(i, coded)| turn(coded.moments.clone(), coded.bearable, coded.offered.clone(), i as u16 + 1)).collect();
        let turns: Vec<&Turn> = turns.iter().collect();
        let told = scores(&rubric(), hour.lens, &turns);
        let name = file.file_stem().unwrap().display();
        assert_eq!(found(&told.empathy), hour.expect.empathy, "{name}: empathy");
        assert_eq!(found(&told.goals), hour.expect.goals, "{name}: goals");
        assert_eq!(found(&told.boundaries), hour.expect.boundaries, "{name}: boundaries");
        if let Some(gate) = hour.expect.gate {
            let state: GateState = fifty_minutes::assess::gate(&rubric(), &turns).state;
            assert_eq!(serde_json::to_value(state).unwrap(), gate, "{name}: gate");
        }
    }
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn any_codes() -> impl Strategy<Value = Codes> {
    let parts = (
        any_of(Skill::ALL),
        prop::option::of(1u8..=5),
        prop::collection::vec(any_of(GoalMove::ALL), 0..2),
        prop::option::of(any_of(BoundaryResponse::ALL)),
        prop::option::of(any_of(Body::ALL)),
    );
    parts.prop_map(|(skill, empathy, goal, boundary, body)| Codes {
        skill,
        empathy,
        goal,
        boundary,
        safety: Vec::new(),
        repair: None,
        body,
    })
}

fn any_turn() -> impl Strategy<Value = Turn> {
    let moment = prop_oneof![
        Just(Moment::Emotional),
        prop::collection::vec(any_of(GoalMove::ALL), 1..3).prop_map(Moment::Goal),
        any_of(BoundaryResponse::ALL).prop_map(|response| Moment::Boundary { domain: BoundaryDomain::Role, indicated: vec![response] }),
        Just(Moment::Cue { fits: vec![Body::Wait, Body::Nod], misfits: vec![Body::LookAtClock] }),
    ];
    (prop::collection::vec(moment, 0..3), 1u8..=5, prop::collection::vec(any_codes(), 1..4))
        .prop_map(|(moments, bearable, offered)| turn(moments, bearable, offered, 1))
}

/// Every way in which the turns could have been answered.
fn all_ways(turns: &[Turn]) -> Vec<Vec<Turn>> {
    turns.iter().fold(vec![Vec::new()], |ways, turn| {
        ways.iter()
            .flat_map(|way| (0..turn.offered.len()).map(|taken| [way.clone(), vec![Turn { taken, ..turn.clone() }]].concat()))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_offered_range_is_what_trying_every_answer_finds(turns in prop::collection::vec(any_turn(), 3..7), lens in any_of(Lens::ALL)) {
        let mut rubric = rubric();
        rubric.enough = 1;
        rubric.empathy.reflection_enough = 3;
        let told = scores(&rubric, lens, &turns.iter().collect::<Vec<_>>());
        let ways = all_ways(&turns);
        let each: Vec<[Option<u8>; 3]> = ways.iter().map(|way| fifty_minutes::assess::values(&rubric, lens, &way.iter().collect::<Vec<_>>())).collect();
        for (index, score) in [told.empathy, told.goals, told.boundaries].iter().enumerate() {
            if score.value.is_some() {
                let values = || each.iter().filter_map(|values| values[index]);
                prop_assert_eq!((score.offered_min, score.offered_max), (values().min(), values().max()));
            }
        }
    }
}
