//! A script that is won by one habit: the longest reply, and always the same skill, is the preferred one at every menu.

use std::collections::BTreeSet;
use std::sync::Arc;

use fifty_minutes::analysis::playtest::{Terms, playtest};
use fifty_minutes::analysis::{InTurn, Prepared, proof};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::parse;

use crate::gallery;

const MENUS: usize = 12;

/// Twelve menus in a row; `skills` are those of the reply that hears what was said, one after the other, and `words` its text.
fn found(skills: &[&str], words: &str) -> BTreeSet<(&'static str, Option<u32>)> {
    let mut scene = String::from("(title: \"Habits\", length: 60, start: \"b0\", time_is_up: \"end\", walks_out: \"leaves\", beats: [");
    for menu in 0..MENUS {
        let to = if menu + 1 < MENUS { format!("b{}", menu + 1) } else { "end".into() };
        let skill = skills[menu % skills.len()];
        scene += &format!(
            "(id: \"b{menu}\", moments: [Emotional], replies: [(id: \"hears\", say: \"{words}\", skill: {skill}, empathy: 3, why: \"-\", to: \"{to}\"),"
        );
        for (id, skill) in [("facts", "Information, body: SoftVoice"), ("frame", "Structuring")] {
            scene += &format!("(id: \"{id}\", say: \"So it is, then.\", skill: {skill}, empathy: 1, why: \"-\", to: \"{to}\"),");
        }
        scene += "]),";
    }
    scene += "(id: \"end\", ends: Planned), (id: \"leaves\", ends: WalksOut)])";
    let plain = gallery::bundle(0, &gallery::shared("rubric.ron"), &gallery::shared("reactions.ron")).unwrap();
    let reactions = parse::reactions("", &gallery::shared("reactions.ron")).unwrap();
    let scene = parse::scene("", &scene).unwrap();
    let bundle = Arc::new(Bundle::new(plain.case.clone(), vec![scene], plain.rubric.clone(), reactions, Vec::new()).unwrap());
    let prepared = Prepared::new(&bundle, 0).unwrap();
    let played = playtest(&prepared, Terms { runs: 5, seed: 1 }, &InTurn, &|| 0);
    proof::findings(&prepared, &played, "").into_iter().map(|finding| (finding.code, finding.line)).collect()
}

/// What is told of twelve menus with nothing but feelings in them, whoever wins, and more.
fn told(more: &[&'static str]) -> BTreeSet<(&'static str, Option<u32>)> {
    let of_any = ["few-good-hours", "never-mended", "out-of-reach", "same-in-every-state", "thin-hour"];
    // Nobody walks out; all of it is one line.
    of_any.iter().chain(more).map(|code| (*code, None)).chain([("never-met", Some(1))]).collect()
}

#[test]
fn a_habit_that_always_wins_is_told() {
    let found = found(&["Reflection"], "You have been holding this up for a long while.");
    assert_eq!(found, told(&["always-the-same-skill", "few-endings", "given-away"]));
}

#[test]
fn a_habit_that_wins_no_more_is_not() {
    let skills = ["Reflection", "Summary", "OpenQuestion", "Affirmation", "Immediacy", "SeekCollaboration"];
    let found = found(&skills, "You held it up.");
    assert_eq!(found, told(&[]));
}
