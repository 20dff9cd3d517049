//! Hours that get stuck: found at once, with the shortest way there, and not cried where there is a way on.

use std::fs;
use std::sync::Arc;

use fifty_minutes::analysis::playtest::{Terms, playtest};
use fifty_minutes::analysis::rounds::{DeadEnd, Stuck};
use fifty_minutes::analysis::{InTurn, Prepared, proof};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::parse;
use fifty_minutes::script::shelf::scene_file;

use crate::{gallery, root};

/// The line of the beat that each of them is in.
const ROOM: &str = "(id: \"room\", lines: [(see: \"Four chairs.\")], replies: [";

/// A case around the scene in a file of `stuck/`, changed by the test.
fn bundle(change: impl Fn(String) -> String) -> Arc<Bundle> {
    let text = change(fs::read_to_string(root().join("tests/core/stuck/without-its-not.scene.ron")).unwrap());
    let plain = gallery::bundle(0, &gallery::shared("rubric.ron"), &gallery::shared("reactions.ron")).unwrap();
    let reactions = parse::reactions("", &gallery::shared("reactions.ron")).unwrap();
    let scene = parse::scene("", &text).unwrap();
    let source = (scene_file(&plain.case.id, &plain.case.sessions[0].scene), text);
    Arc::new(Bundle::new(plain.case.clone(), vec![scene], plain.rubric.clone(), reactions, vec![source]).unwrap())
}

fn dead_ends(bundle: &Arc<Bundle>, runs: u32) -> Vec<DeadEnd> {
    let prepared = Prepared::new(bundle, 0).unwrap();
    playtest(&prepared, Terms { runs, seed: 1 }, &InTurn, &|| 0).dead_ends
}

/// The codes of these findings, each where it is told.
fn told(bundle: &Arc<Bundle>) -> Vec<(&'static str, &str)> {
    let prepared = Prepared::new(bundle, 0).unwrap();
    let played = playtest(&prepared, Terms { runs: 1, seed: 1 }, &InTurn, &|| 0);
    let found = proof::findings(&prepared, &played, "").into_iter().filter(|finding| ["dead-end", "round"].contains(&finding.code));
    let line = |line: u32| bundle.sources[0].1.lines().nth(line as usize - 1).unwrap().trim();
    found.map(|finding| (finding.code, line(finding.line.unwrap()))).collect()
}

#[test]
fn a_guard_without_its_not_is_found_at_once() {
    // Random play meets it in one hour of four; here each player has one hour only.
    let bundle = bundle(|text| text);
    let found = dead_ends(&bundle, 1);
    let [end] = &found[..] else { panic!("{found:?}") };
    assert_eq!((end.beat.as_str(), end.kind), ("room", Stuck::Round));
    assert_eq!(told(&bundle), [("round", ROOM)]);
    // Two replies and no fewer: after the first there is still a chair to be met.
    assert_eq!((end.way.len(), end.way[0].as_str()), (2, "nothing"), "the shortest way there");
    assert!(end.minutes_left >= 40, "{end:?}");
}

#[test]
fn with_its_not_there_is_a_way_on() {
    assert_eq!(
        dead_ends(
            &bundle(|text| text
                .replace("Noted(\"spoke\")", "NotNoted(\"spoke\")")
                .replace("effects: [Note(\"spoke\")], ", "")
                .replace("skill: Silence, why: \"-\",", "skill: Silence, why: \"-\", effects: [Note(\"spoke\"), Forget(\"spoke\")],")),
            30
        ),
        []
    );
}

#[test]
fn a_menu_that_can_be_empty_is_a_dead_end() {
    let only_go = |text: String| {
        let from = text.find("(id: \"read\"").unwrap();
        let to = text.find("// It should").unwrap();
        format!("{}{}", &text[..from], &text[to..])
    };
    let bundle = bundle(only_go);
    let found = dead_ends(&bundle, 1);
    let [end] = &found[..] else { panic!("{found:?}") };
    assert_eq!(told(&bundle), [("dead-end", ROOM)]);
    assert_eq!((end.beat.as_str(), end.kind, &end.way[..]), ("room", Stuck::NoWayOn, &["nothing".to_string()][..]));
}

#[test]
fn what_has_to_be_earned_first_is_a_way_on() {
    let earned = |text: String| {
        text.replace("when: [Noted(\"spoke\")]", "when: [AtLeast(Trust, 45)]")
            .replace("act: \"Read.\", skill: Attending,", "act: \"Read.\", skill: Attending, effects: [Add(Trust, -1)],")
            .replace("act: \"Look about.\", skill: Attending,", "act: \"Look about.\", skill: Attending, effects: [Add(Trust, 1)],")
    };
    assert_eq!(dead_ends(&bundle(earned), 20), []);
}

#[test]
fn a_round_behind_a_rare_draw_is_found_too() {
    let rare = |text: String| {
        text.replace("skill: Silence, why: \"-\", to: \"room\"", "skill: Silence, why: \"-\", to: \"draw\"").replace(
            "(id: \"chair\"",
            "(id: \"draw\", chance: [(weight: 1, to: \"room\"), (weight: 9, to: \"time\")]),\n        (id: \"chair\"",
        )
    };
    let found = dead_ends(&bundle(rare), 50);
    let [end] = &found[..] else { panic!("{found:?}") };
    assert_eq!((end.beat.as_str(), end.kind), ("room", Stuck::Round));
}
