//! An hour that nothing is kept of, brought to another draft: its moves are made again as far as they lead on.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fifty_minutes::library;
use fifty_minutes::record::{Mode, Records};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::session::account::Entry;
use fifty_minutes::session::opening::Opening;
use fifty_minutes::sitting::{Sitting, Stopped, Terms, Why};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::{edit, root, with_couple, with_course, with_shipped_cases, with_sound_case};

const SCENE: &str = "1-first-hour.scene.ron";

/// The whole hour, the rule and what follows it included.
const MOVES: [&str; 8] = ["since-when", "what-for", "rule", "that-was-short", "ask-plainly", "word-said", "take-one", "how-was-it"];

fn bundle(dialogues: &Path, case: &str) -> Arc<Bundle> {
    let library = library::open(Some(dialogues)).unwrap();
    let shelf = library.case(case).unwrap();
    shelf.bundle.clone().unwrap_or_else(|| panic!("{:?}", shelf.findings))
}

fn terms() -> Terms {
    Terms { session: 1, seed: Some(3), ..Terms::default() }
}

fn held(bundle: &Arc<Bundle>, terms: &Terms, moves: &[&str]) -> Sitting {
    let mut sitting = Sitting::begin(bundle, terms, None).unwrap();
    for reply in moves {
        sitting.choose(reply).unwrap();
    }
    sitting
}

/// Everything of an hour that anybody can see or ask for.
fn all(sitting: &Sitting) -> impl PartialEq + std::fmt::Debug {
    let menu = sitting.menu();
    let state = (sitting.account().to_vec(), sitting.moves().to_vec(), menu, sitting.topics(), sitting.minute(), sitting.ending());
    (sitting.header().clone(), state, sitting.assessment(), sitting.afterwards().cloned())
}

fn said(sitting: &Sitting) -> Vec<&str> {
    sitting.account().iter().filter_map(Entry::said).collect()
}

/// An edit of the scene: what to find, and what to put there.
type Edit = (&'static str, &'static str);

/// The hour after those edits, and where it stopped.
#[track_caller]
fn redrafted(moves: &[&str], edits: &[Edit]) -> (Sitting, Option<Stopped>) {
    let (_folder, dialogues) = with_sound_case();
    let before = held(&bundle(&dialogues, "sound"), &terms(), moves);
    let edits: Vec<_> = edits.iter().map(|(find, put)| (SCENE, *find, *put)).collect();
    edit(&dialogues, &edits);
    let draft = bundle(&dialogues, "sound");
    let (after, stopped) = before.redraft(&draft).unwrap();
    assert_eq!((&after.header().bundle, &after.header().id), (&draft.hash, &before.header().id));
    assert!(!after.is_kept());
    (after, stopped)
}

#[test]
fn a_slip_that_is_mended_shows_and_changes_nothing_else() {
    let (before, _) = redrafted(&MOVES[..3], &[]);
    let (after, stopped) = redrafted(&MOVES[..3], &[("No, no. Of course.", "No. Of course.")]);
    assert_eq!(stopped, None);
    assert_eq!(after.moves(), &MOVES[..3]);
    assert_eq!((before.account().len(), before.minute()), (after.account().len(), after.minute()));
    let differing: Vec<_> = before.account().iter().zip(after.account()).filter(|(before, after)| before != after).collect();
    let [(before, after)] = differing[..] else { panic!("{differing:?}") };
    assert_eq!((before.said(), after.said()), (Some("No, no. Of course."), Some("No. Of course.")));
}

#[test]
fn what_is_drawn_elsewhere_is_drawn_as_before() {
    for seed in 0..20 {
        let (_folder, dialogues) = with_sound_case();
        let terms = Terms { seed: Some(seed), ..terms() };
        let before = held(&bundle(&dialogues, "sound"), &terms, &MOVES);
        edit(&dialogues, &[(SCENE, "(say: \"No, no. Of course.\")", "(say: \"No, no.\"), (say: [\"Of course.\", \"Yes.\", \"Fine.\"])")]);
        let (after, stopped) = before.redraft(&bundle(&dialogues, "sound")).unwrap();
        assert_eq!(stopped, None);
        let (before, after) = (said(&before), said(&after));
        assert_eq!((before.first(), before.last()), (after.first(), after.last()), "seed {seed}");
    }
}

#[test]
fn where_a_move_is_none_any_more_the_hour_stands_before_it() {
    let gone = ("id: \"that-was-short\"", "id: \"short-of-me\"");
    let shut = ("repair: OwnPart,", "repair: OwnPart,\nwhen: [AtLeast(Trust, 99)],");
    // A menu with a condition on one wants another without.
    let spare = (
        "                (\n                    id: \"explain-rule\"",
        "                (id: \"spare\", say: \"I hear that this was too little for you.\", skill: Reflection, why: \"So that there is another.\", to: \"choir\"),\n                (\n                    id: \"explain-rule\"",
    );
    let elsewhere = ("is alone with it.\",\n                    to: \"marker\"", "is alone with it.\",\n                    to: \"choir\"");
    // Something must lead there.
    let another_way =
        ("know the patient.\",\n                    to: \"choir\"", "know the patient.\",\n                    to: \"marker\"");
    let cases: [(&str, &[Edit], &str, Why); 3] = [
        ("the reply is gone", &[gone], "marker", Why::Gone),
        ("its condition doesn't hold", &[shut, spare], "marker", Why::Shut),
        ("the hour leads elsewhere", &[elsewhere, another_way], "choir", Why::Gone),
    ];
    for (what, edits, beat, why) in cases {
        let (after, stopped) = redrafted(&MOVES, edits);
        let stopped = stopped.unwrap_or_else(|| panic!("{what}: it did not stop"));
        assert_eq!((after.moves(), stopped.taken.id.as_str(), stopped.turn), (&MOVES.map(String::from)[..3], MOVES[3], 4), "{what}");
        assert_eq!((stopped.beat.as_str(), stopped.why), (beat, why), "{what}");
        assert_eq!(stopped.taken.words, "That was short of me, and you'd just asked for help.", "{what}");
        assert!(!after.menu().is_empty() && after.ending().is_none(), "{what}: it can be gone on with");
    }
}

#[test]
fn an_hour_that_ends_earlier_is_over_there() {
    let to_the_end = (
        "to: \"goal\",\n                ),\n                (\n                    id: \"wait\"",
        "to: \"goes\",\n                ),\n                (\n                    id: \"wait\"",
    );
    let (after, stopped) = redrafted(&MOVES, &[to_the_end]);
    let stopped = stopped.unwrap();
    assert_eq!((after.moves(), stopped.why, stopped.taken.id.as_str()), (&["since-when".to_string()][..], Why::Over, "what-for"));
    assert!(after.ending().is_some());
}

#[test]
fn a_beat_by_another_name_is_the_same_beat() {
    let (after, stopped) = redrafted(
        &MOVES,
        &[
            ("id: \"marker\"", "id: \"short\""),
            ("alone with it.\",\n                    to: \"marker\"", "alone with it.\",\n                    to: \"short\""),
        ],
    );
    assert_eq!(stopped, None);
    assert_eq!(after.moves(), &MOVES);
    assert!(after.account().iter().any(|entry| matches!(entry, Entry::Entered { beat, .. } if beat == "short")));
}

#[test]
fn what_led_no_further_leads_on_again_once_it_is_there_again() {
    let (_folder, dialogues) = with_sound_case();
    let whole = held(&bundle(&dialogues, "sound"), &terms(), &MOVES);
    edit(&dialogues, &[(SCENE, "id: \"rule\"", "id: \"the-rule\"")]);
    let (first, stopped) = whole.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!((first.moves().len(), stopped.map(|stopped| stopped.turn)), (2, Some(3)));
    // The next save breaks an earlier one; the words of the reply are those that it had.
    edit(&dialogues, &[(SCENE, "id: \"what-for\"", "id: \"for-what\"")]);
    let (second, stopped) = first.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!((second.moves().len(), stopped.unwrap().taken.words.as_str()), (1, "What would you want this hour to be for?"));
    edit(&dialogues, &[(SCENE, "id: \"for-what\"", "id: \"what-for\"")]);
    let (third, stopped) = second.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!(third.moves().len(), 2);
    assert_eq!(stopped.unwrap().taken.words, "We don't write letters here, I'm afraid.");
    edit(&dialogues, &[(SCENE, "id: \"the-rule\"", "id: \"rule\"")]);
    let (again, stopped) = third.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!(stopped, None);
    assert_eq!(format!("{:?}", all(&again)), format!("{:?}", all(&whole)));

    // Whoever goes on in another way has left that behind.
    let mut another = second;
    another.choose("exercises").unwrap();
    let (another, stopped) = another.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!((another.moves().len(), stopped), (2, None));
}

#[test]
fn several_people_come_and_go_as_the_draft_has_it() {
    let (_folder, dialogues) = with_couple();
    let before = held(&bundle(&dialogues, "sound"), &terms(), &MOVES[..7]);
    edit(&dialogues, &[(SCENE, "whose: \"sam\", away: [\"alex\"]", "whose: \"sam\"")]);
    let (after, stopped) = before.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!(stopped, None);
    let left = |sitting: &Sitting| sitting.account().iter().filter(|entry| matches!(entry, Entry::Absent { away: true, .. })).count();
    assert_eq!((left(&before), left(&after)), (1, 0));
    assert_eq!(after.moves(), &MOVES[..7]);
}

#[test]
fn a_topic_that_was_left_out_stays_so_and_one_that_is_gone_stops_the_hour() {
    let (_folder, dialogues) = with_shipped_cases();
    let terms = Terms { leave_out: vec!["not-waking-up".into()], ..terms() };
    let mut before = held(&bundle(&dialogues, "noor"), &terms, &[]);
    let first = before.menu()[0].reply.clone();
    before.choose(&first).unwrap();
    let (after, stopped) = before.redraft(&bundle(&dialogues, "noor")).unwrap();
    assert_eq!(stopped, None);
    assert!(after.topics().iter().any(|topic| topic.id == "not-waking-up" && topic.left_out));
    for file in std::fs::read_dir(dialogues.join("noor")).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, text.replace("not-waking-up", "never-waking")).unwrap();
    }
    let (after, stopped) = before.redraft(&bundle(&dialogues, "noor")).unwrap();
    let stopped = stopped.unwrap();
    assert_eq!((after.moves().len(), stopped.taken.id.as_str(), stopped.turn, stopped.why), (0, "leave-out:not-waking-up", 1, Why::Gone));
    assert!(!stopped.taken.words.is_empty());
}

#[test]
fn a_later_session_goes_on_from_what_was_carried_into_it() {
    let (folder, dialogues) = with_course();
    let records = Records::at(Some(&folder.path().join("data"))).unwrap();
    let first = bundle(&dialogues, "sound");
    let mut hour = Sitting::begin(&first, &terms(), Some(&records)).unwrap();
    for reply in ["since-when", "what-for", "not-the-one", "ask-plainly", "word-said", "take-one", "which-day", "how-was-it"] {
        hour.choose(reply).unwrap();
    }
    let later = Terms { session: 2, after: Some(hour.header().id.clone()), ..terms() };
    let mut before = Sitting::begin(&first, &later, Some(&records)).unwrap();
    before.choose("since-when").unwrap();
    assert!(before.is_kept() && said(&before).contains(&"You asked since when."));
    let kept = || records.find(&before.header().id).unwrap().held.moves;
    let kept_before = kept();
    edit(&dialogues, &[("2-again.scene.ron", "You asked since when.", "You asked me since when.")]);
    let (after, stopped) = before.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!(stopped, None);
    assert!(said(&after).contains(&"You asked me since when."));
    assert_eq!(after.header().after, before.header().after);
    assert_eq!(kept(), kept_before, "the record of the other is as it was");

    // A course that was made shorter has no such hour: it stays what it was.
    let case = std::fs::read_to_string(dialogues.join("sound/case.ron")).unwrap();
    let start = case.find("sessions: [").unwrap();
    std::fs::write(dialogues.join("sound/case.ron"), format!("{}sessions: [\"1-first-hour\"],\n)\n", &case[..start])).unwrap();
    std::fs::remove_file(dialogues.join("sound/2-again.scene.ron")).unwrap();
    assert!(before.redraft(&bundle(&dialogues, "sound")).unwrap_err().to_string().contains("no session 2"));
}

#[test]
fn on_the_same_draft_every_hour_is_the_same_hour() {
    let library = library::open(Some(&root().join("dialogues"))).unwrap();
    let bundles: Vec<Arc<Bundle>> = library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.clone()).collect();
    let ways = (0..bundles.len(), any::<u64>(), 0..3usize, any::<bool>(), proptest::collection::vec(any::<usize>(), 0..60));
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    runner
        .run(&ways, |(case, seed, session, leave_out, picks)| {
            let bundle = &bundles[case];
            let session = (session % bundle.hours.len()) as u32 + 1;
            let mode = if leave_out { Mode::Learn } else { Mode::Practise };
            let mut sitting = Sitting::begin(bundle, &Terms { session, seed: Some(seed), mode, ..Terms::default() }, None).unwrap();
            for pick in picks {
                let menu = sitting.menu();
                if menu.is_empty() {
                    break;
                }
                if leave_out
                    && pick % 5 == 0
                    && let Some(topic) = sitting.topics().into_iter().find(|topic| !topic.left_out)
                {
                    sitting.leave_out(&[topic.id]).unwrap();
                } else {
                    sitting.choose(&menu[pick % menu.len()].reply).unwrap();
                }
            }
            let (again, stopped) = sitting.redraft(bundle).unwrap();
            prop_assert!(stopped.is_none());
            prop_assert!(all(&again) == all(&sitting));
            Ok(())
        })
        .unwrap();
}

#[test]
fn an_hour_opened_in_the_middle_does_without_what_the_draft_lacks_and_has_it_again() {
    let (_folder, dialogues) = with_sound_case();
    edit(&dialogues, &[("case.ron", "heard: [\"goal\"]", "heard: [\"arrives\"]")]);
    let scene = dialogues.join("sound").join(SCENE);
    let named = |from: &str, to: &str| fs::write(&scene, fs::read_to_string(&scene).unwrap().replace(from, to)).unwrap();
    let first = bundle(&dialogues, "sound");
    let arrived = held(&first, &terms(), &MOVES[..1]).standing();
    let opening = Opening { beat: "favour".into(), met: vec![("arrives".into(), 1), ("goal".into(), 1)], ..arrived };
    let mut opened = Sitting::open(&first, &terms(), opening).unwrap();
    opened.choose("rule").unwrap();
    named("\"goal\"", "\"aim\"");
    let (without, stopped) = opened.redraft(&bundle(&dialogues, "sound")).unwrap();
    assert_eq!((without.moves(), stopped), (opened.moves(), None));
    assert_eq!(without.standing().met.len() + 1, opened.standing().met.len());
    named("\"aim\"", "\"goal\"");
    let (again, _) = without.redraft(&first).unwrap();
    assert_eq!(again.standing(), opened.standing());
    // Without the beat at which it opens there is no hour.
    named("\"favour\"", "\"request\"");
    let trouble = without.redraft(&bundle(&dialogues, "sound")).map(drop).unwrap_err();
    assert!(trouble.to_string().contains("there is no beat called “favour”"), "{trouble}");
}
