//! Files that a stranger may have made: whatever lies there, `check` comes to its end and says in words what it is.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fifty_minutes::library;
use fifty_minutes::library::packs::Pack;
use fifty_minutes::script::bundle::{Bundle, Source};
use fifty_minutes::script::codes::RuptureStyle;
use fifty_minutes::script::shelf;
use fifty_minutes::session::carried::Carried;
use fifty_minutes::session::{Command, Session};

use crate::{program, run, text, with_sound_case};

const SCENE: &str = "sound/1-first-hour.scene.ron";
const CASE: &str = "sound/case.ron";
const SHEET: &str = "sound/lang/pt-BR.csv";
const TRANSCRIPT: &str = "sound/transcripts/a.txt";

/// Bytes of a file just below the size of which every slip is told.
const MUCH: usize = 2_000_000;

/// What `check` says once the file in the sound case is what is made there; the finding has that code and those words.
#[track_caller]
fn told(file: &str, make: impl Fn(&Path), code: &str, words: &str) {
    let (_folder, dialogues) = with_sound_case();
    let path = dialogues.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    if path.exists() {
        fs::remove_file(&path).unwrap();
    }
    make(&path);
    let output = program().args(["--dialogues", text(&dialogues), "check"]).output().unwrap();
    let (said, complained) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!([0, 1].contains(&output.status.code().unwrap_or(-1)) && complained.is_empty(), "{complained}");
    let finding = said.split("\n\n").find(|finding| finding.contains(&format!("[{code}]: ")) && finding.contains(words));
    assert!(finding.is_some(), "{words}: {}", said.chars().take(2_000).collect::<String>());
    assert!(said.len() < 400_000, "{} bytes are told", said.len());
}

/// The same where the file holds that.
#[track_caller]
fn told_of(file: &str, holds: &str, code: &str, words: &str) {
    told(file, |path| fs::write(path, holds).unwrap(), code, words);
}

/// That `check` tells of nothing but that kind of error then, and comes to no other.
#[track_caller]
fn told_alone(file: &str, holds: &str) {
    let (_folder, dialogues) = with_sound_case();
    fs::write(dialogues.join(file), holds).unwrap();
    let told = run(1, &["--dialogues", text(&dialogues), "check"]);
    assert_eq!(told.matches(": error [").count(), 1, "{told}");
}

/// In lines of bounded length.
fn folded(text: &str) -> String {
    text.as_bytes().chunks(9_000).map(String::from_utf8_lossy).collect::<Vec<_>>().join("\n")
}

/// The sound scene, or the sound case, with a text put behind what is found.
fn with(file: &str, find: &str, put: &str) -> String {
    let (_folder, dialogues) = with_sound_case();
    let before = fs::read_to_string(dialogues.join(file)).unwrap();
    assert!(before.contains(find), "{find}");
    before.replacen(find, &format!("{find}{put}"), 1)
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_called_what_it_is_and_never_waited_for() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    let pipe = |path: &Path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    for file in [SCENE, CASE, SHEET, TRANSCRIPT, "rubric.ron", "a.exam.ron", "where-to-turn.txt"] {
        told(file, pipe, "unreadable", "this is a pipe and not a file");
        told(file, |path| fs::create_dir(path).unwrap(), "unreadable", "this is a folder and not a file");
        told(file, |path| symlink("/nowhere/at/all", path).unwrap(), "unreadable", "this is a link that leads nowhere");
        told(file, |path| symlink("/dev/zero", path).unwrap(), "unreadable", "this is a device and not a file");
    }
    told(SCENE, |path| drop(UnixListener::bind(path).unwrap()), "unreadable", "this is a socket and not a file");
    told(SCENE, |path| symlink(path, path).unwrap(), "unreadable", "it can't be read");
}

#[test]
fn what_is_too_much_is_told_with_the_bound() {
    told_of(SCENE, &"x\n".repeat(9 * 512 * 1024), "unreadable", "it is larger than 8 MiB");
    for file in [SCENE, CASE, SHEET, TRANSCRIPT] {
        told_of(file, &"x".repeat(1024 * 1024), "unreadable", "this line is longer than 10,000 characters");
    }
    told_of("a.exam.ron", &"// x\n".repeat(20_000), "unreadable", "it is larger than 64 KiB");
    told_of(SHEET, &("key,source,translation\n".to_string() + &"a,b,c\n".repeat(200_001)), "translation-broken", "more than 200,000 rows");
    told_of(TRANSCRIPT, &"pick: a\n".repeat(10_002), "transcript", "more than 10000 lines");
    told_of(TRANSCRIPT, &"nonsense\n".repeat(100_000), "transcript", "of so many lines 300 are told");
    let beats = (0..100_000).map(|beat| format!("(id: \"b{beat}\", lines: [(say: \"x\")], then: \"b{beat}\"),\n"));
    told_of(SCENE, &with(SCENE, "beats: [", &beats.collect::<String>()), "too-many", "more than 30,000 beats");
    let alike = "(id: \"b\", lines: [(say: \"x\")], then: \"b\"),\n".repeat(19_000);
    told_of(SCENE, &with(SCENE, "beats: [", &alike), "too-many", "of so many errors 300 are told");
    for (file, list, entry) in [
        (SCENE, "lines: [", "(say: \"x\"),"),
        (SCENE, "moments: [", "Emotional,"),
        (CASE, "learning_goals: [", "\"x\","),
        (CASE, "people: [", ""),
        (CASE, "sessions: [", "\"1-first-hour\","),
    ] {
        let entry = match entry {
            "" => with(CASE, "", "").split("people: [").nth(1).unwrap().split("\n    ],").next().unwrap().to_string(),
            entry => entry.to_string() + "\n",
        };
        let words = if list == "sessions: [" { "more than 100 sessions" } else { "more than 1,000 stand in this list" };
        told_of(file, &with(file, list, &entry.repeat(1_001)), "too-many", words);
    }
    let guards = "(when: [".to_string() + &"Told(\"concert\"),\n".repeat(100_000) + "], say: \"x\"),";
    told_of(SCENE, &with(SCENE, "lines: [", &guards), "too-many", "more than 1,000 stand in this list");
}

/// What stands in a list within a list is counted as well, and what was refused is looked through for nothing else.
#[test]
fn a_list_within_a_list_is_bounded_too() {
    let many = |entry: &str| entry.repeat(1_001);
    let line = |when: &str| format!("(when: [{when}], say: \"x\"),");
    let moment = |moment: &str| with(SCENE, "moments: [", moment);
    let link = |part: &str| with(CASE, "formulation: [", &format!("(event: \"x\", related: true, reading: \"x\", {part}),\n"));
    let session = |part: &str| with(CASE, "sessions: [", &format!("(scene: \"1-first-hour\", {part}),\n"));
    let supposed = |part: &str| session(&format!("supposed: [(people: [], {part})]"));
    for (file, holds) in [
        (SCENE, with(SCENE, "lines: [", &line(&format!("In([{}])", many("Guarded,\n"))))),
        (SCENE, with(SCENE, "lines: [", &line(&format!("Any([{}])", many("Ruptured,\n"))))),
        (SCENE, with(SCENE, "lines: [", &line(&format!("Of(\"alex\", [{}])", many("Ruptured,\n"))))),
        (SCENE, with(SCENE, "lines: [", &line(&"In([Guarded, Venting]), In([Engaged]),\n".repeat(300)))),
        (SCENE, with(SCENE, "effects: [", &many("Note(\"radiator\"),\n"))),
        (SCENE, with(SCENE, "moments: [", "").replacen("moments: [", &format!("away: [{}], moments: [", many("\"alex\",\n")), 1)),
        (SCENE, with(SCENE, "say: \"", "").replacen("skill: ", &format!("with: [{}], skill: ", many("\"alex\",\n")), 1)),
        (SCENE, moment(&format!("Goal([{}]),", many("Elicit,\n")))),
        (SCENE, moment(&format!("Cue(fits: [Wait], misfits: [{}]),", many("TakeNotes,\n")))),
        (CASE, link(&format!("heard: [{}]", many("\"concert\",\n")))),
        (CASE, link(&format!("rivals: [{}]", many("(lens: Cognitive, reading: \"x\"),\n")))),
        (CASE, session(&format!("supposed: [{}]", many("(people: []),\n")))),
        (CASE, supposed(&format!("told: [{}]", many("\"concert\",\n")))),
        (CASE, supposed(&format!("noted: [{}]", many("\"radiator\",\n")))),
    ] {
        told_of(file, &holds, "too-many", "more than 1,000 stand in this list");
        told_alone(file, &holds);
    }
}

#[test]
fn a_scene_counts_as_often_as_it_is_played() {
    let beats: String = (0..310).map(|beat| format!("(id: \"b{beat}\", then: \"b{}\"),\n", beat + 1)).collect();
    let (scene, sessions) = (with(SCENE, "beats: [", &beats), with(CASE, "sessions: [", &"\"1-first-hour\",\n".repeat(99)));
    let (_folder, dialogues) = with_sound_case();
    fs::write(dialogues.join(SCENE), scene).unwrap();
    fs::write(dialogues.join(CASE), sessions).unwrap();
    let told = run(1, &["--dialogues", text(&dialogues), "check"]);
    assert!(told.contains("[too-many]: all sessions together come to more than 30,000 beats or 32 MiB"), "{told}");
    assert_eq!(told.matches(": error [").count(), 1, "{told}");
    // And none is kept beside a record.
    let beats = format!("{beats}(id: \"b310\", ends: Planned),");
    for (times, opens) in [(2, true), (99, false)] {
        let mut sources = kept();
        for (name, text) in &mut sources {
            match name.as_str() {
                SCENE => *text = text.replacen("beats: [", &format!("beats: [{beats}"), 1),
                CASE => *text = text.replacen("sessions: [", &format!("sessions: [{}", "\"1-first-hour\",".repeat(times)), 1),
                _ => {}
            }
        }
        assert_eq!(shelf::reopen(&sources).is_some(), opens, "{times}");
    }
}

#[test]
fn among_very_many_names_a_near_one_is_not_looked_for() {
    let long = "x".repeat(50);
    let beats = |count: usize| -> String {
        (0..count).map(|beat| format!("(id: \"{long}-{beat:04}\", lines: [(say: \"x\")], then: \"{long}-000o\"),\n")).collect()
    };
    told_of(SCENE, &with(SCENE, "beats: [", &beats(400)), "missing-target", "Did you mean “");
    told_of(SCENE, &with(SCENE, "beats: [", &beats(600)), "missing-target", "There are 6");
    // Those of another length aren't counted.
    let short = (0..600).map(|beat| format!("(id: \"b{beat}\", lines: [(say: \"x\")], then: \"{long}-000o\"),\n")).collect::<String>();
    told_of(SCENE, &with(SCENE, "beats: [", &(beats(3) + &short)), "missing-target", "Did you mean “");
}

#[test]
fn a_session_that_makes_very_many_notes_is_looked_at_no_further() {
    let notes = (0..200).map(|note| format!("Note(\"n{note}\"),\n")).collect::<String>();
    let holds = with(SCENE, "effects: [", &notes).replace("to: \"closing\"", "to: \"nowhere\"");
    told_of(SCENE, &holds, "too-many", "more than 128 different notes");
    told_alone(SCENE, &holds);
}

#[test]
fn a_source_without_end_and_sources_without_number_are_told() {
    let words = folded(&"n 1969; ".repeat(100_000));
    told_of(CASE, &with(CASE, "sources: [", &format!("\"{words}\",\n")), "too-long", "1,000 characters that a source may have");
    let source = |source: &str| with(SCENE, "skill: ", "").replacen("skill: ", &format!("source: \"{source}\", skill: "), 1);
    told_of(SCENE, &source(&words), "too-long", "1,000 characters that a source may have");
    let named = |beat: usize| {
        let works = (0..50).map(|work| format!("n{beat}-{work};")).collect::<String>();
        format!("(id: \"b{beat}\", replies: [(id: \"x\", act: \"x\", skill: Silence, why: \"x\", to: \"goal\", source: \"{works}\")]),\n")
    };
    let beats = (0..21).map(named).collect::<String>();
    told_of(SCENE, &with(SCENE, "beats: [", &beats), "too-many", "more than 1,000 different works");
}

#[test]
fn what_is_named_at_great_length_is_not_said_again_and_again() {
    let name = folded(&"n".repeat(300_000));
    let words = "is longer than the 64 characters that a name may have";
    let reply = |id: &str| format!("(id: \"{id}\", act: \"x\", skill: Silence, why: \"x\", to: \"closing\"),\n");
    let replies = reply(&name) + &(0..900).map(|number| reply(&format!("r{number}"))).collect::<String>();
    for (file, holds) in [
        (SCENE, with(SCENE, "replies: [", &replies)),
        (SCENE, with(SCENE, "beats: [", &format!("(id: \"{name}\", ends: Planned),"))),
        (SCENE, with(SCENE, "effects: [", &format!("Note(\"{name}\"),"))),
        (SCENE, with(SCENE, "lines: [", &format!("(when: [Noted(\"{name}\")], say: \"x\"),"))),
        (CASE, with(CASE, "facts: [", &format!("(id: \"{name}\", what: \"x\", needs: [], blocked: \"x\"),"))),
        (CASE, with(CASE, "topic: \"", &name)),
        (CASE, with(CASE, "people: [", "").replacen("id: \"alex\"", &format!("id: \"{name}\""), 1)),
    ] {
        told_of(file, &holds, "bad-id", words);
        told_alone(file, &holds);
    }
    // Every wording has a key, which is made of the names of where it stands.
    let (_folder, dialogues) = with_sound_case();
    let wordings = "\"x\",".repeat(200);
    let beat = format!("(id: \"{}\",\nlines: [{}], ends: Planned),\n", "n".repeat(9_900), format!("(say: [{wordings}]),\n").repeat(250));
    fs::write(dialogues.join(SCENE), with(SCENE, "beats: [", &format!("\n{beat}"))).unwrap();
    fs::create_dir(dialogues.join("sound/lang")).unwrap();
    fs::write(dialogues.join(SHEET), "key,source,translation\nnothing,x,x\n").unwrap();
    let told = run(1, &["--dialogues", text(&dialogues), "check"]);
    assert!(told.contains(words) && !told.contains("[translation-"), "{}", told.chars().take(2_000).collect::<String>());
    // What is no name is quoted as far as it can be told by.
    let colour = |colour: &str| with(CASE, "", "").replacen("\"chestnut\"", &format!("\"{colour}\""), 1);
    told_of(CASE, &colour(&"n".repeat(9_000)), "no-colour", &format!("“{}…”", "n".repeat(80)));
    told_of(SCENE, &with(SCENE, "skill: ", &"n".repeat(9_000)), "unknown-word", &format!("“{}…”", "n".repeat(80)));
}

#[test]
fn of_a_whole_library_so_much_is_told_and_one_line_for_the_rest() {
    let (_folder, dialogues) = with_sound_case();
    for number in 0..12 {
        let holds = folded(&("(beats:[".to_string() + &"0,".repeat(400) + "])"));
        fs::write(dialogues.join(format!("sound/{number}.scene.ron")), holds).unwrap();
        fs::create_dir_all(dialogues.join(format!("unsound-{number}"))).unwrap();
        fs::write(dialogues.join(format!("unsound-{number}/a.scene.ron")), "()").unwrap();
    }
    // One that is sound can be played all the same.
    let zoe = dialogues.join("zoe");
    fs::create_dir(&zoe).unwrap();
    fs::write(zoe.join("1-first-hour.scene.ron"), with(SCENE, "", "")).unwrap();
    fs::write(zoe.join("case.ron"), with(CASE, "", "").replace("\"sound\"", "\"zoe\"")).unwrap();
    let shelves = library::open(Some(&dialogues)).unwrap().shelves;
    let of = |id: &str| shelves.cases.iter().find(|shelf| shelf.id == id).unwrap();
    assert_eq!(of("sound").findings.len(), 2_001);
    assert!(of("sound").findings[2_000].to_string().contains("of all cases together 2,000 findings are told"));
    assert_eq!(of("unsound-7").findings.len(), 1);
    assert!(of("zoe").findings.is_empty() && of("zoe").bundle.is_some());

    let mut files = kept();
    for number in 0..12 {
        files.push((format!("sound/transcripts/{number}.txt"), "nonsense\n".repeat(400)));
    }
    let pack = Pack::of_files(String::new(), files);
    assert_eq!(pack.findings(&pack.library()).len(), 2_001);
}

#[test]
fn sheets_and_exams_behind_the_bound_are_told_of_once() {
    let (_folder, dialogues) = with_sound_case();
    fs::create_dir(dialogues.join("sound/lang")).unwrap();
    for number in 0..60 {
        fs::write(dialogues.join(format!("sound/lang/{number:02}.csv")), "").unwrap();
    }
    for number in 0..110 {
        fs::write(dialogues.join(format!("{number:03}.exam.ron")), "").unwrap();
    }
    let told = run(1, &["--dialogues", text(&dialogues), "check"]);
    let begins: Vec<&str> = told.lines().filter(|line| line.contains("[unreadable]")).collect();
    assert!(begins.len() == 2 && begins[0].contains("50.csv: warning") && begins[0].contains("more than 50 sheets"), "{begins:?}");
    assert!(begins[1].contains("100.exam.ron: error") && begins[1].contains("more than 100 exams"), "{begins:?}");
    assert!(told.contains("49.csv") && !told.contains("51.csv") && told.contains("099.exam.ron") && !told.contains("101.exam.ron"));
}

#[test]
fn a_folder_that_holds_too_much_is_refused_whole() {
    let (_folder, dialogues) = with_sound_case();
    let much = "// nothing\n".repeat(700_000);
    for number in 0..9 {
        fs::write(dialogues.join(format!("sound/{number}.scene.ron")), &much).unwrap();
    }
    let refused = run(2, &["--dialogues", text(&dialogues), "check"]);
    assert!(refused.contains("more than 64 MiB of text or more than 20,000 files"), "{refused}");
    for number in 0..9 {
        fs::remove_file(dialogues.join(format!("sound/{number}.scene.ron"))).unwrap();
    }
    for number in 0..5_001 {
        fs::write(dialogues.join(format!("sound/{number}.txt")), "").unwrap();
    }
    let told = run(1, &["--dialogues", text(&dialogues), "check"]);
    assert!(told.contains("it holds more than 5,000 files"), "{told}");
}

/// Each of these once kept the program busy for minutes.
#[test]
fn what_slips_everywhere_is_told_and_comes_to_an_end() {
    for (holds, code) in [
        (folded(&("(beats:[".to_string() + &"0,".repeat(MUCH / 2) + "])")), "too-many"),
        (folded(&("(beats:[".to_string() + &"0,".repeat(MUCH * 3 / 2) + "])")), "wrong-kind"),
        (folded(&("(beats:[".to_string() + &"(),".repeat(MUCH / 3) + "])")), "missing-part"),
        (folded(&("(beats:[(replies:[".to_string() + &"(),".repeat(MUCH / 3) + "])])")), "missing-part"),
        (folded(&",".repeat(MUCH)), "syntax"),
        (folded(&("(beats:[".to_string() + &"(]".repeat(MUCH / 2))), "brackets"),
        (folded(&("(beats:[".to_string() + &")".repeat(MUCH))), "missing-part"),
        (folded(&("(beats:[".to_string() + &"a;".repeat(MUCH / 2))), "commas"),
        (folded(&("(beats:[".to_string() + &"\"a \"b".repeat(MUCH / 5))), "quotation-marks"),
        ("(beats:[".to_string() + &"\"a \"b\n".repeat(MUCH / 6), "quotation-marks"),
        ("(beats:[".to_string() + &"“a”,\n".repeat(MUCH / 10), "quotation-marks"),
        ("(beats:[".to_string() + &"\"a\n”".repeat(1_500) + &"\n".repeat(MUCH - 20_000) + "x", "quotation-marks"),
        ("(a:[".to_string() + &(" ".repeat(4_500) + &"[],".repeat(1_500) + "\n").repeat(220), "brackets"),
        (folded(&"/*".repeat(MUCH / 2)), "syntax"),
        (folded(&("(beats:[".to_string() + &"(".repeat(MUCH))), "syntax"),
        ("#\n".repeat(MUCH / 2), "too-many"),
    ] {
        told_of(SCENE, &holds, code, "");
    }
    told_of(TRANSCRIPT, &("“".to_string() + &"#a".repeat(4_900) + "\n").repeat(800), "transcript", "can't be understood");
    told_of(SHEET, &("key,source,translation\n\"".to_string() + &"a\"\"\n".repeat(MUCH / 4)), "translation-broken", "");
}

#[test]
fn what_cannot_be_seen_or_is_no_number_is_told() {
    for unseen in ["\\u{0}", "\u{0}", "\u{202e}", "\u{2066}", "\u{1b}[2J"] {
        told_of(SCENE, &with(SCENE, "title: \"", unseen), "control-character", "");
        told_of(CASE, &with(CASE, "title: \"", unseen), "control-character", "");
    }
    told_of(SHEET, "key,source,translation\ncase/title,\"Alex, first hour\",\u{202e}Alex\n", "control-character", "");
    let numbers = |put: &str| with(SCENE, "", "").replacen("length: 50", &format!("length: {put}"), 1);
    for (number, code) in [
        ("NaN", "wrong-kind"),
        ("inf", "wrong-kind"),
        ("-1", "out-of-range"),
        ("1e39", "wrong-kind"),
        ("99999999999999999999999", "out-of-range"),
    ] {
        told_of(SCENE, &numbers(number), code, "");
    }
    told_of(SCENE, &with(SCENE, "", "").replace('\n', "\r"), "no-plain-text", "end as on Macs of long ago");
}

#[test]
fn marks_at_the_head_and_line_ends_of_windows_do_no_harm() {
    let (_folder, dialogues) = with_sound_case();
    for file in [SCENE, CASE] {
        let before = fs::read_to_string(dialogues.join(file)).unwrap();
        fs::write(dialogues.join(file), format!("\u{feff}{}", before.replace('\n', "\r\n"))).unwrap();
    }
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
}

/// The sound case as it is kept beside a record.
fn kept() -> Vec<Source> {
    let (_folder, dialogues) = with_sound_case();
    let own = [SCENE, CASE].map(|name| (name.to_string(), fs::read_to_string(dialogues.join(name)).unwrap()));
    let shared = library::embedded().into_iter().filter(|(name, _)| !name.contains('/'));
    own.into_iter().chain(shared).collect()
}

/// The same with a text put behind what is found in one of its files.
fn kept_with(file: &str, find: &str, put: &str) -> Option<Bundle> {
    let mut sources = kept();
    let (_, text) = sources.iter_mut().find(|(name, _)| name == file).unwrap();
    assert!(text.contains(find), "{find}");
    *text = text.replacen(find, &format!("{find}{put}"), 1);
    shelf::reopen(&sources)
}

#[test]
fn a_kept_case_that_an_hour_has_no_room_for_is_not_opened() {
    let sources = kept();
    let [scene, case] = [SCENE, CASE].map(|file| &sources.iter().find(|(name, _)| name == file).unwrap().1);
    let person = case.split("people: [").nth(1).unwrap().split("\n    ],").next().unwrap();
    let to = scene.split("to: \"").nth(1).unwrap().split('"').next().unwrap();
    let replies = |count: usize| format!("(id: \"x\", act: \"x\", skill: Silence, why: \"x\", to: \"{to}\"),\n").repeat(count);
    let facts = |count: usize| "(id: \"x\", what: \"x\", needs: [], blocked: [\"x\"]),\n".repeat(count);
    for (file, list, fits, too_many) in [
        (CASE, "people: [", person.repeat(3), person.repeat(4)),
        (CASE, "facts: [", facts(60), facts(64)),
        (SCENE, "replies: [", replies(10), replies(16)),
    ] {
        assert!(kept_with(file, list, &fits).is_some(), "{list}");
        assert!(kept_with(file, list, &too_many).is_none(), "{list}");
    }
    // Round and round without a reply it would never end.
    for (onward, opens) in [(to, true), ("round", false)] {
        let beats = format!("(id: \"x\", then: \"y\"), (id: \"y\", then: \"{onward}\"), (id: \"round\", then: \"x\"),");
        assert_eq!(kept_with(SCENE, "beats: [", &beats).is_some(), opens, "{onward}");
    }
}

#[test]
fn an_hour_goes_on_from_whatever_numbers_an_earlier_one_is_said_to_have_left() {
    let bundle = Arc::new(kept_with(SCENE, "", "").unwrap());
    let mut carried = Carried::from(&Session::new(Arc::clone(&bundle), 0, 1).unwrap());
    for felt in &mut carried.people {
        (felt.trust, felt.agreement, felt.safety, felt.distress) = (255, 255, 255, 255);
        (felt.frustration, felt.hope, felt.dependency, felt.experiencing) = (255, 255, 255, 255);
        (felt.rupture, felt.rupture_depth) = (Some(RuptureStyle::Withdrawal), 255);
    }
    for place in 0..9 {
        let mut session = Session::after(Arc::clone(&bundle), 0, 1, Some(&carried)).unwrap();
        session.apply(Command::Begin, &mut Vec::new()).unwrap();
        while session.state().ending.is_none() {
            let menu = session.menu();
            session.apply(Command::Reply(menu[place % menu.len()]), &mut Vec::new()).unwrap();
        }
    }
}
