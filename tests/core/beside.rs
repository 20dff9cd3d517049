//! What a trainee does beside an hour: going back in it, writing down what is theirs, and what is told of that afterwards.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fifty_minutes::assess::notebook::NoteKind;
use fifty_minutes::assess::reading::Overlap;
use fifty_minutes::library;
use fifty_minutes::record::{Mode, Records};
use fifty_minutes::report::own;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::codes::Vocabulary;
use fifty_minutes::script::feeling::{Feeling, Mood};
use fifty_minutes::session::jotting::{Jotting, Note, OwnWords, Reading, Sureness};
use fifty_minutes::sitting::{Sitting, Terms, Trouble, past};

use crate::{edit, root, run, run_with_input, text, with_sound_case};

fn bundles(dialogues: &Path) -> Vec<Arc<Bundle>> {
    let library = library::open(Some(dialogues)).unwrap();
    library.shelves.cases.iter().map(|shelf| shelf.bundle.clone().unwrap()).collect()
}

/// An hour of a case by that seed, with so many replies taken, the numbers of which go round.
fn played(bundle: &Arc<Bundle>, seed: u64, replies: usize, records: Option<&Records>) -> Sitting {
    let terms = Terms { session: 1, seed: Some(seed), ..Terms::default() };
    let mut sitting = Sitting::begin(bundle, &terms, records).unwrap();
    for number in 0..replies {
        let menu = sitting.menu();
        if menu.is_empty() {
            break;
        }
        sitting.choose(&menu[(number + seed as usize) % menu.len()].reply).unwrap();
    }
    sitting
}

/// All that an hour shows of itself.
#[track_caller]
fn assert_same(one: &Sitting, other: &Sitting) {
    assert_eq!(one.account(), other.account());
    assert_eq!((one.moves(), one.menu(), one.minute()), (other.moves(), other.menu(), other.minute()));
    assert_eq!(one.standing(), other.standing());
}

#[test]
fn going_back_and_on_again_is_as_if_nothing_had_been() {
    for bundle in bundles(&root().join("dialogues")) {
        for seed in 1..4 {
            let whole = played(&bundle, seed, 60, None);
            let replies = whole.turn() - 1;
            for turn in [1, 2, replies / 2, replies] {
                let mut again = played(&bundle, seed, 60, None);
                again.rewind(turn).unwrap();
                assert_same(&again, &played(&bundle, seed, usize::from(turn) - 1, None));
                // In two steps or in one.
                if turn > 1 {
                    again.rewind(1).unwrap();
                }
                while again.redo().unwrap().is_some() {}
                assert_same(&again, &whole);
                assert!(!again.can_redo());
            }
        }
    }
}

/// What was written, without the numbers of the notes.
fn written(sitting: &Sitting) -> (Vec<OwnWords>, Vec<Reading>, Vec<Note>) {
    let jottings = sitting.jottings();
    let mut notes: Vec<Note> = jottings.notes().map(|(_, note)| note.clone()).collect();
    notes.sort_by_key(|note| note.lines.clone());
    (jottings.words.clone(), jottings.readings.clone(), notes)
}

#[test]
fn what_was_written_comes_again_with_the_replies() {
    let data = tempfile::tempdir().unwrap();
    let records = Records::at(Some(data.path())).unwrap();
    let bundle = bundles(&root().join("dialogues")).remove(0);
    let mut sitting = played(&bundle, 1, 0, Some(&records));
    let first = sitting.account().iter().position(|entry| entry.shown().is_some()).unwrap() as u32;
    for reply in 1..9u16 {
        let last = sitting.account().iter().rposition(|entry| entry.shown().is_some()).unwrap() as u32;
        let (own, saw) = (format!("words before {reply}"), "looks away".to_string());
        sitting.jot(Jotting::Words(OwnWords { turn: reply, text: own, skill: None, nearest: None }), reply % 2 == 0).unwrap();
        sitting.jot(Jotting::Reading(Reading { turn: reply, saw, mood: Mood::new(-1, 1), sure: Sureness::Guessing }), true).unwrap();
        sitting.jot(Jotting::Note(Note { lines: vec![last], text: String::new() }), true).unwrap();
        sitting.jot(Jotting::Note(Note { lines: vec![first, last], text: format!("link {reply}") }), true).unwrap();
        sitting.choose(&sitting.menu()[0].reply).unwrap();
    }
    let (before, standing) = (written(&sitting), sitting.standing());
    for steps in [vec![7], vec![8, 3], vec![5, 4, 1], vec![1]] {
        steps.iter().for_each(|turn| sitting.rewind(*turn).unwrap());
        assert_ne!(written(&sitting), before);
        while sitting.redo().unwrap().is_some() {}
        assert_eq!((written(&sitting), sitting.standing()), (before.clone(), standing.clone()), "{steps:?}");
    }
    let id = sitting.header().id.clone();
    drop(sitting);
    let (words, readings, notes) = written(&Sitting::resume(&records, &id).unwrap());
    assert_eq!((readings, notes), (before.1, before.2), "the record holds the same");
    assert_eq!(words, before.0.into_iter().filter(|words| words.turn % 2 == 0).collect::<Vec<_>>(), "but for what isn't kept");
}

#[test]
fn another_reply_forgets_what_was_taken_back() {
    let bundle = &bundles(&root().join("dialogues"))[0];
    let mut sitting = played(bundle, 1, 6, None);
    sitting.rewind(4).unwrap();
    let other = sitting.menu().into_iter().map(|offer| offer.reply).find(|reply| *reply != played(bundle, 1, 6, None).moves()[3]);
    sitting.choose(&other.unwrap()).unwrap();
    assert!(!sitting.can_redo() && sitting.redo().unwrap().is_none());
}

#[test]
fn what_was_taken_back_is_gone_from_the_record_and_stays_in_its_file() {
    let data = tempfile::tempdir().unwrap();
    let records = Records::at(Some(data.path())).unwrap();
    let bundle = bundles(&root().join("dialogues")).remove(0);
    let mut sitting = played(&bundle, 2, 8, Some(&records));
    sitting.rewind(5).unwrap();
    sitting.choose(&sitting.menu()[0].reply).unwrap();
    let id = sitting.header().id.clone();
    let (moves, standing) = (sitting.moves().to_vec(), sitting.standing());
    drop(sitting);
    let record = records.find(&id).unwrap();
    assert_eq!((record.held.moves.len(), record.steps.len()), (5, 1 + 8 + 1 + 1));
    let resumed = Sitting::resume(&records, &id).unwrap();
    assert_eq!((resumed.moves(), resumed.standing()), (moves.as_slice(), standing));
}

#[test]
fn what_was_left_out_stays_out_when_the_hour_goes_back() {
    let bundle = bundles(&root().join("dialogues")).into_iter().find(|bundle| bundle.case.id == "noor").unwrap();
    let data = tempfile::tempdir().unwrap();
    let records = Records::at(Some(data.path())).unwrap();
    let mut sitting = played(&bundle, 1, 5, Some(&records));
    let topic = sitting.topics()[0].id.clone();
    sitting.leave_out(std::slice::from_ref(&topic)).unwrap();
    sitting.rewind(2).unwrap();
    assert!(sitting.topics().iter().any(|known| known.id == topic && known.left_out));
    while sitting.redo().unwrap().is_some() {}
    assert_eq!(sitting.turn(), 6);
    let (id, standing) = (sitting.header().id.clone(), sitting.standing());
    drop(sitting);
    assert_eq!(Sitting::resume(&records, &id).unwrap().standing(), standing, "another program comes to the same");
}

#[test]
fn what_is_answered_again_after_going_back_is_no_second_try() {
    let data = tempfile::tempdir().unwrap();
    let records = Records::at(Some(data.path())).unwrap();
    let bundle = bundles(&root().join("dialogues")).remove(0);
    let mut sitting = played(&bundle, 1, 6, Some(&records));
    let tries = past(&records).unwrap().tries;
    sitting.rewind(3).unwrap();
    for reply in [1, 0, 1] {
        let menu = sitting.menu();
        sitting.choose(&menu[reply].reply).unwrap();
    }
    let again = past(&records).unwrap().tries;
    assert_eq!(again[..tries.len()], tries);
    let met: Vec<_> = tries.iter().map(|one| &one.place).collect();
    assert!(again[tries.len()..].iter().all(|one| !met.contains(&&one.place)), "only moments that are new count");
}

#[test]
fn there_is_no_way_back_in_an_exam_or_before_the_first_reply() {
    let (_folder, dialogues) = with_sound_case();
    edit(&dialogues, &[("case.ron", "review: \"none yet\"", "review: \"Dr. A. Reader\"")]);
    let bundle = bundles(&dialogues).remove(0);
    let terms = Terms { session: 1, seed: Some(1), mode: Mode::Exam, ..Terms::default() };
    let mut exam = Sitting::begin(&bundle, &terms, None).unwrap();
    exam.choose(&exam.menu()[0].reply).unwrap();
    assert!(matches!(exam.rewind(1), Err(Trouble::NoWayBack)));
    let mut sitting = played(&bundle, 1, 1, None);
    assert!(matches!(sitting.rewind(2), Err(Trouble::NoSuchReply { turn: 2, there: 1 })));
}

fn words(turn: u16, text: &str) -> Jotting {
    Jotting::Words(OwnWords { turn, text: text.into(), skill: None, nearest: None })
}

fn reading(turn: u16, mood: Mood) -> Jotting {
    Jotting::Reading(Reading { turn, saw: "tired eyes".into(), mood, sure: Sureness::Certain })
}

fn note(lines: &[u32], text: &str) -> Jotting {
    Jotting::Note(Note { lines: lines.to_vec(), text: text.into() })
}

/// Places in the account of what somebody said.
fn said(sitting: &Sitting) -> Vec<u32> {
    (0..).zip(sitting.account()).filter(|(_, entry)| entry.said().is_some()).map(|(place, _)| place).collect()
}

#[test]
fn what_was_written_comes_back_with_the_record_and_what_was_not_wanted_does_not() {
    let data = tempfile::tempdir().unwrap();
    let records = Records::at(Some(data.path())).unwrap();
    let bundle = bundles(&root().join("dialogues")).remove(0);
    let mut sitting = played(&bundle, 1, 3, Some(&records));
    sitting.jot(words(1, "kept aloud"), true).unwrap();
    sitting.jot(words(2, "said to the wall"), false).unwrap();
    sitting.jot(reading(3, Mood::new(-1, 9)), true).unwrap();
    sitting.jot(note(&[], "she looks away"), true).unwrap();
    sitting.jot(note(&[], "nothing"), true).unwrap();
    sitting.jot(Jotting::Strike(2), true).unwrap();
    assert_eq!(sitting.jottings().words.len(), 2);
    let id = sitting.header().id.clone();
    drop(sitting);
    let resumed = Sitting::resume(&records, &id).unwrap();
    let kept = resumed.jottings();
    assert_eq!(kept.words.iter().map(|words| words.text.as_str()).collect::<Vec<_>>(), ["kept aloud"]);
    assert_eq!(kept.reading_at(3).unwrap().mood, Mood::new(-1, 2), "the grid ends there");
    assert_eq!(kept.notes().map(|(number, note)| (number, note.text.as_str())).collect::<Vec<_>>(), [(1, "she looks away")]);
    let file = fs::read_to_string(data.path().join("records").join(format!("{id}.jsonl"))).unwrap();
    assert!(file.contains("kept aloud") && !file.contains("said to the wall"));
}

#[test]
fn going_back_takes_along_what_was_written_of_what_came_after() {
    let bundle = bundles(&root().join("dialogues")).remove(0);
    let mut sitting = played(&bundle, 1, 6, None);
    let lines = said(&sitting);
    let (early, late) = (lines[0], *lines.last().unwrap());
    for turn in [2, 4] {
        sitting.jot(words(turn, "mine"), true).unwrap();
        sitting.jot(reading(turn, Mood::new(0, 0)), true).unwrap();
    }
    for jotting in [note(&[early], ""), note(&[late], ""), note(&[early, late], "together"), note(&[late], "late"), note(&[], "all of it")]
    {
        sitting.jot(jotting, true).unwrap();
    }
    sitting.rewind(2).unwrap();
    let kept = sitting.jottings();
    assert_eq!((kept.words.len(), kept.readings.len()), (1, 1), "what was said before this reply still holds");
    let notes: Vec<_> = kept.notes().map(|(number, note)| (number, note.lines.clone(), note.text.as_str())).collect();
    let all = [(1, vec![early], ""), (3, vec![early], "together"), (4, vec![], "late"), (5, vec![], "all of it")];
    assert_eq!(notes, all);
}

#[test]
fn a_note_is_about_lines_that_were_shown() {
    let bundle = bundles(&root().join("dialogues")).remove(0);
    let mut sitting = played(&bundle, 1, 2, None);
    let hidden = sitting.account().iter().position(|entry| entry.shown().is_none()).unwrap() as u32;
    for line in [hidden, 100_000] {
        assert!(matches!(sitting.jot(note(&[line], "?"), true), Err(Trouble::NoLine(there)) if there == line));
    }
    assert!(sitting.jottings().is_empty());
}

#[test]
fn every_feeling_lies_on_the_grid_and_who_is_one_place_off_is_near_it() {
    for feeling in Feeling::WORDS {
        let there = feeling.mood();
        assert_eq!(there, there.bounded());
        assert_eq!((there.away(there), there.away(Mood::new(there.pleasant - 1, there.stirred + 1))), (0, 1));
    }
}

/// The case that `new` makes: it says what may be felt at its first beat. There the dust comes up, and the concert later, or never.
fn with_feelings() -> (tempfile::TempDir, Arc<Bundle>) {
    let (folder, dialogues) = with_sound_case();
    edit(&dialogues, &[("case.ron", "heard: [\"goal\"]", "heard: [\"arrives\"]")]);
    let bundle = bundles(&dialogues).remove(0);
    (folder, bundle)
}

#[test]
fn a_reading_is_held_against_what_is_plausible_and_never_called_wrong() {
    let (_folder, bundle) = with_feelings();
    for (mood, overlap) in [
        (Mood::new(-2, 1), Overlap::Same),
        (Mood::new(-1, 1), Overlap::Same),
        (Mood::new(-1, 0), Overlap::Near),
        (Mood::new(2, -2), Overlap::Elsewhere),
    ] {
        let mut sitting = played(&bundle, 1, 0, None);
        assert!(sitting.asks_to_read().is_some());
        sitting.jot(reading(1, mood), true).unwrap();
        assert!(sitting.asks_to_read().is_none(), "once is enough");
        sitting.choose(&sitting.menu()[0].reply).unwrap();
        let debrief = sitting.kept().debrief();
        assert_eq!(debrief.readings[0].overlap, Some(overlap));
        let told = own::readings(&debrief)[0].says.join(" ");
        assert!(told.contains("ashamed, tense") && told.contains("tired eyes"), "{told}");
        assert!(!told.contains("wrong") && !told.contains("error"), "{told}");
    }
}

#[test]
fn notes_stand_beside_the_events_that_came_up_and_no_other_is_given_away() {
    let (_folder, bundle) = with_feelings();
    let mut sitting = played(&bundle, 1, 1, None);
    let first = said(&sitting)[0];
    sitting.jot(note(&[first], "coughs"), true).unwrap();
    sitting.jot(note(&[], "hides"), true).unwrap();
    let book = sitting.kept().debrief().notebook;
    let events: Vec<_> = book.events.iter().map(|event| (event.event.as_str(), event.related, event.notes.clone())).collect();
    assert_eq!((events, book.unheard), (vec![("the dust from next door", false, vec![1])], 1));
    let kinds: Vec<_> = book.notes.iter().map(|note| (note.kind, note.lines.len())).collect();
    assert_eq!(kinds, [(NoteKind::Supported, 1), (NoteKind::Unsupported, 0)]);
}

#[test]
fn the_terminal_goes_back_and_takes_notes() {
    let data = tempfile::tempdir().unwrap();
    let play = |more: &[&str], input: &str| {
        let arguments = [&["--data-dir", text(data.path()), "play", "noor", "--seed", "1", "--new", "--no-notes"], more].concat();
        run_with_input(0, &arguments, input)
    };
    let told = play(
        &[],
        "1\nlook back\nmark 2\nnote 3 stays standing\nnote it is about looking\nlink 2 3 cups\nback\nredo\nstrike 9\nback 7\nback x\n",
    );
    for expected in [
        "2 Noor:",
        "(1) You:",
        "Written down as note 1",
        "Written down as note 4",
        "Back before reply 1",
        "There is no note 9",
        "no reply 7",
        "Type back",
    ] {
        assert!(told.contains(expected), "{expected}: {told}");
    }
    // In the first hour nobody is asked what they see.
    assert!(play(&["--read"], "1\n").contains("first hour"));
}

#[test]
fn own_words_come_before_the_replies_and_stand_beside_the_one_that_was_given() {
    let data = tempfile::tempdir().unwrap();
    let finished = run_with_input(0, &["--data-dir", text(data.path()), "play", "tomas", "--seed", "3"], &"1\n".repeat(60));
    assert!(finished.contains("Kept as"), "{finished}");
    let arguments = ["--data-dir", text(data.path()), "play", "noor", "--seed", "1", "--new", "--say-first", "--keep-words", "--no-notes"];
    let told = run_with_input(0, &arguments, "Put it there, thank you\n5 1\n1\n");
    let (asked, menu) = (told.find("What would you say").unwrap(), told.find("  1 “").unwrap());
    assert!(asked < menu, "{told}");
    let id = fs::read_dir(data.path().join("records"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with("noor") && path.extension().is_some_and(|end| end == "jsonl"))
        .unwrap();
    let report = run(0, &["report", text(&id), "--data-dir", text(data.path())]);
    assert!(report.contains("You would have said: “Put it there, thank you”") && report.contains("To you it was: summary"), "{report}");
    assert!(report.contains("Nearest to it you found"), "{report}");
}
