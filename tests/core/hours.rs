//! What must hold for every hour, whatever is chosen in it.

use std::sync::Arc;

use fifty_minutes::assess::assess;
use fifty_minutes::library;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::rules::{Reactions, Rubric};
use fifty_minutes::script::{parse, shelf};
use fifty_minutes::session::account::{Entry, describe};
use fifty_minutes::session::event::Event;
use fifty_minutes::session::{Command, Refusal, Session};
use proptest::prelude::*;

use crate::gallery;

fn shipped() -> Arc<Bundle> {
    library::open(Some(&crate::root().join("dialogues"))).unwrap().case("noor").unwrap().bundle.clone().unwrap()
}

/// Plays by numbers until they or the hour end.
pub fn play(bundle: &Arc<Bundle>, seed: u64, choices: &[u8]) -> (Session, Vec<Event>) {
    let mut session = Session::new(Arc::clone(bundle), 0, seed).unwrap();
    let mut events = Vec::new();
    session.apply(Command::Begin, &mut events).unwrap();
    for choice in choices {
        let menu = session.menu();
        if menu.is_empty() {
            break;
        }
        session.apply(Command::Reply(menu[usize::from(*choice) % menu.len()]), &mut events).unwrap();
    }
    (session, events)
}

fn account(bundle: &Bundle, events: &[Event]) -> Vec<Entry> {
    events.iter().map(|event| describe(bundle, 0, *event)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_bundle_seed_and_moves_give_the_same_bytes(seed: u64, choices in prop::collection::vec(0u8..16, 0..60)) {
        let bundle = shipped();
        let bytes = |bundle: &Arc<Bundle>| serde_json::to_vec(&account(bundle, &play(bundle, seed, &choices).1)).unwrap();
        // Read from its own files again, as a record is.
        let again = shelf::assemble("", &bundle.sources).cases.remove(0).bundle.unwrap();
        prop_assert_eq!(&again.hash, &bundle.hash);
        prop_assert_eq!(bytes(&bundle), bytes(&again));
    }

    #[test]
    fn scores_fold_what_was_stored(seed: u64, choices in prop::collection::vec(0u8..16, 20..60)) {
        let bundle = shipped();
        let shown = account(&bundle, &play(&bundle, seed, &choices).1);
        let stored: Vec<Entry> = serde_json::from_slice(&serde_json::to_vec(&shown).unwrap()).unwrap();
        prop_assert_eq!(&shown, &stored);
        prop_assert_eq!(assess(&bundle.rubric, bundle.case.lens, &shown), assess(&bundle.rubric, bundle.case.lens, &stored));
    }

    #[test]
    fn a_score_lies_within_what_was_offered(seed: u64, choices in prop::collection::vec(0u8..16, 20..60)) {
        let bundle = shipped();
        let scores = assess(&bundle.rubric, bundle.case.lens, &account(&bundle, &play(&bundle, seed, &choices).1)).scores;
        for score in [scores.empathy, scores.goals, scores.boundaries] {
            prop_assert_eq!(score.value.is_some(), score.band.is_some());
            prop_assert!(score.offered_min <= score.value && score.value <= score.offered_max, "{:?}", score);
        }
    }

    #[test]
    fn a_refused_command_changes_nothing(seed: u64, choices in prop::collection::vec(0u8..16, 0..60), reply: u8) {
        let bundle = shipped();
        let (mut session, mut events) = play(&bundle, seed, &choices);
        let (before, count) = (session.state().clone(), events.len());
        prop_assert_eq!(session.apply(Command::Begin, &mut events), Err(Refusal::AlreadyBegun));
        if !session.menu().contains(&reply) {
            prop_assert!(session.apply(Command::Reply(reply), &mut events).is_err());
            prop_assert_eq!(session.state(), &before);
            prop_assert_eq!(events.len(), count);
        }
    }

    #[test]
    fn every_menu_shows_three_replies_and_every_measure_stays_in_range(seed: u64, choices in prop::collection::vec(0u8..16, 0..60)) {
        let bundle = shipped();
        let (session, events) = play(&bundle, seed, &choices);
        prop_assert!(session.state().ending.is_some() || session.menu().len() >= 3);
        for entry in account(&bundle, &events) {
            if let Entry::Felt(felt) = entry {
                prop_assert!((1..=7).contains(&felt.experiencing));
                prop_assert!([felt.trust, felt.agreement, felt.safety, felt.distress, felt.frustration, felt.hope].iter().all(|it| *it <= 100));
            }
        }
    }
}

#[test]
fn an_edit_elsewhere_shifts_no_draw() {
    let read = |name: &str| gallery::shared(name);
    let shared = || -> (Rubric, Reactions) {
        (parse::rubric("", &read("rubric.ron")).unwrap(), parse::reactions("", &read("reactions.ron")).unwrap())
    };
    let plain = gallery::bundle(0, &read("rubric.ron"), &read("reactions.ron")).unwrap();
    let mut scene = gallery::scene(false);
    scene.beats.insert(0, fifty_minutes::script::model::Beat { then: Some("b0".into()), ..gallery::empty("new") });
    let (rubric, reactions) = shared();
    let edited = Arc::new(Bundle::new(plain.case.clone(), vec![scene], rubric, reactions, Vec::new()).unwrap());
    for seed in 0..20 {
        let choices = [1, 4, 2, 7, 0, 3, 5, 6, 1, 1, 2];
        let (one, other) = (play(&plain, seed, &choices).1, play(&edited, seed, &choices).1);
        assert_eq!(account(&plain, &one), account(&edited, &other));
    }
}

#[test]
fn seeds_differ() {
    let bundle = shipped();
    let first = |seed| account(&bundle, &play(&bundle, seed, &[]).1);
    let menus = |seed| play(&bundle, seed, &[]).0.menu();
    assert!((1..30).any(|seed| first(seed) != first(0)), "the first words are always the same");
    assert!((1..30).any(|seed| menus(seed) != menus(0)), "the first menu is always in the same order");
}
