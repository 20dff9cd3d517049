//! Model hours: a transcript that is stepped through, with what there is to notice in it.

use std::fs;

use fifty_minutes::analysis::transcript::Transcript;
use fifty_minutes::library;

use crate::{root, run, text, with_sound_case};

/// Whether the sound case's model hour is all right to `check`, with these lines in it.
fn checked(lines: &str) -> String {
    let (_folder, dialogues) = with_sound_case();
    fs::create_dir(dialogues.join("sound/transcripts")).unwrap();
    fs::write(dialogues.join("sound/transcripts/one.txt"), lines).unwrap();
    let status = i32::from(lines.contains("# broken"));
    run(status, &["--dialogues", text(&dialogues), "check"])
}

#[test]
fn a_model_hour_goes_to_its_end_and_a_note_belongs_to_one() {
    assert_eq!(checked("pick: wait\n"), "", "what is no model may stop anywhere");
    for (lines, told) in [
        ("model: One\npick: wait\n", "the hour isn't over after the last pick"),
        ("model: One\npick: dance\n", "on offer: "),
        ("model: One\nafter: none\nsession: 2\n", "no transcript “none”"),
        ("# broken\nnote: Look.\npick: wait\n", "a note stands here, and this is no model hour"),
        ("# broken\nmodel:\n", "nothing stands after `model`"),
        ("# broken\npick: wait\nmodel: Late\n", "too late"),
    ] {
        assert!(checked(lines).contains(told), "{lines}: {}", checked(lines));
    }
}

/// Every shipped session has one, which is whole, says what it is for, and can be run as a test as well.
#[test]
fn every_session_has_a_model_hour() {
    let library = library::open(Some(&root().join("dialogues"))).unwrap();
    for shelf in &library.shelves.cases {
        let sessions = shelf.bundle.as_ref().unwrap().hours.len();
        for session in 1..=sessions as u32 {
            let models = library.transcripts_of(&shelf.id).filter_map(|(_, transcript)| transcript.model());
            let model = models.into_iter().find(|model| model.session == session);
            let model = model.unwrap_or_else(|| panic!("{} has no model hour of session {session}", shelf.id));
            let notes: Vec<&String> = model.picks.iter().flat_map(|pick| &pick.notes).collect();
            assert!((5..=9).contains(&notes.len()) && !model.introduction.is_empty(), "{} {session}: {}", shelf.id, notes.len());
        }
    }
    // What is shipped is in the program as well.
    let embedded = run(0, &["--dialogues", text(&root().join("dialogues")), "model", "marta", "--session", "2"]);
    let mut alone = crate::program();
    let elsewhere = tempfile::tempdir().unwrap();
    let output = alone.current_dir(elsewhere.path()).args(["model", "marta", "--session", "2"]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), embedded);
}

#[test]
fn it_is_shown_with_every_reply_the_one_taken_its_reason_and_the_note() {
    let told = run(0, &["model", "noor"]);
    let file = root().join("dialogues/noor/transcripts/good.txt");
    let model = Transcript::read("", &fs::read_to_string(file).unwrap()).unwrap().model().unwrap();
    assert!(told.starts_with(&format!("A model hour: {}", model.title)), "{}", &told[..200]);
    assert_eq!(told.matches("Taken here: ").count(), model.picks.len());
    assert_eq!(told.matches("Note: ").count(), model.picks.iter().map(|pick| pick.notes.len()).sum::<usize>());
    let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for pick in &model.picks {
        for note in &pick.notes {
            assert!(flat.contains(note.as_str()), "{note}");
        }
    }
    assert!(flat.contains("The hour is over.") && flat.ends_with("fifty-minutes play noor --session 1 --mode learn"), "{flat}");
    // It goes on from what the model before it left behind.
    let second = run(0, &["model", "noor", "--session", "2"]);
    assert!(second.contains("nine lines"), "{second}");
    assert_eq!(run(0, &["model", "noor", "--transcript", "second-good"]), second);
}

#[test]
fn where_there_is_none_those_there_are_are_named() {
    assert!(run(2, &["model", "noor", "--session", "9"]).contains("second-good (2)"));
    let (_folder, dialogues) = with_sound_case();
    let none = ["--dialogues", text(&dialogues), "model", "sound"];
    assert!(run(2, &none).contains("none"));
}
