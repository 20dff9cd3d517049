//! Exams: set by a file, held once, silent before their end, handed in as one file and looked at elsewhere.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{edit, program, root, run, run_with_input, text, with_sound_case};

/// A folder with the sound case and an exam of it beside the cases, which takes an unreviewed case.
struct Class {
    _folder: tempfile::TempDir,
    dialogues: PathBuf,
    exam: PathBuf,
    data: PathBuf,
}

impl Class {
    fn new() -> Class {
        let (folder, dialogues) = with_sound_case();
        let (exam, data) = (dialogues.join("midterm.exam.ron"), folder.path().join("data"));
        run(0, &["--dialogues", text(&dialogues), "exam", "--new", "sound", "--seed", "4711", "--out", text(&exam)]);
        Class { _folder: folder, dialogues, exam, data }
    }

    /// Puts one text of the exam in the place of another.
    fn change(&self, find: &str, put: &str) {
        let before = fs::read_to_string(&self.exam).unwrap();
        assert!(before.contains(find), "{find}");
        fs::write(&self.exam, before.replacen(find, put, 1)).unwrap();
    }

    fn arguments<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        [&["--dialogues", text(&self.dialogues), "--data-dir", text(&self.data)], more].concat()
    }

    #[track_caller]
    fn run(&self, status: i32, more: &[&str]) -> String {
        run(status, &self.arguments(more))
    }

    #[track_caller]
    fn hold(&self, replies: usize) -> Value {
        let told = run_with_input(0, &self.arguments(&["exam", text(&self.exam), "--format", "json"]), &"1\n".repeat(replies));
        serde_json::from_str(&told).unwrap()
    }

    /// By their attempts: several begin within one second here.
    fn list(&self) -> Vec<Value> {
        let mut list: Vec<Value> = serde_json::from_str(&self.run(0, &["records", "list", "--format", "json"])).unwrap();
        list.sort_by_key(|record| record["exam"]["attempt"].as_u64());
        list
    }

    fn id(&self, place: usize) -> String {
        self.list()[place]["id"].as_str().unwrap().into()
    }
}

#[test]
fn the_page_shows_what_new_writes() {
    let page = fs::read_to_string(root().join("docs/exams.md")).unwrap();
    let shown = page.split("```ron\n").nth(1).unwrap().split("```").next().unwrap();
    let written = run(0, &["exam", "--new", "noor", "--seed", "4711"]);
    let without_hash = |text: &str| text.lines().filter(|line| !line.contains("script: ")).map(String::from).collect::<Vec<_>>();
    assert_eq!(without_hash(shown), without_hash(&written));
    assert_eq!(shown.lines().count(), written.lines().count());
}

#[test]
fn a_class_holds_the_same_hour_and_a_second_attempt_says_so() {
    let class = Class::new();
    assert_eq!(class.run(0, &["check"]), "");
    let (first, again) = (class.hold(40), class.hold(40));
    assert_eq!((&first["seed"], &first["mode"]), (&Value::from(4711), &Value::from("exam")));
    assert_eq!(first["events"], again["events"]);
    let held: Vec<Value> = class.list().into_iter().map(|record| record["exam"].clone()).collect();
    assert_eq!((&held[0]["attempt"], &held[1]["attempt"]), (&Value::from(1), &Value::from(2)));
    assert_eq!((&held[0]["met"], &held[1]["met"]), (&Value::from(0), &Value::from(1)));
    assert_eq!((&held[0]["reviewed"], &held[0]["at_hand"]), (&Value::from(false), &Value::from(true)));
    let told = class.run(0, &["report", &class.id(1)]).split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in ["An exam: Alex, first hour.", "attempt 2", "No clinician had read the case.", "formative"] {
        assert!(told.contains(sentence), "{sentence}: {told}");
    }
    let page = class.run(0, &["report", &class.id(1), "--format", "html"]);
    assert!(page.contains("An exam: Alex, first hour."));
    let rows = class.run(0, &["report", &class.id(1), "--format", "csv"]);
    assert!(rows.lines().nth(1).unwrap().contains("Alex, first hour"), "{rows}");
    assert!(class.run(0, &["records", "list"]).contains("An exam: Alex, first hour."));
}

#[test]
fn nothing_is_told_of_an_exam_that_was_left_and_it_goes_on_on_the_same_words() {
    let class = Class::new();
    let left = class.hold(3);
    for key in ["events", "scores", "gate", "repairs", "ending"] {
        assert_eq!(left[key], Value::Null, "{key}");
    }
    let id = class.id(0);
    for format in ["text", "html", "csv", "json"] {
        let told = class.run(2, &["report", &id, "--format", format]);
        assert!(told.contains("nothing is told of it before its end"), "{told}");
    }
    assert!(class.run(2, &["records", "export", &id]).contains("nothing is told of it before its end"));
    let before = class.run(0, &["progress", "--format", "json"]);
    // Another script is there by now; the hour goes on with its own.
    edit(&class.dialogues, &[("1-first-hour.scene.ron", "keeps the scarf on.", "keeps the scarf.")]);
    let told = class.run(1, &["exam", text(&class.exam)]);
    assert!(told.contains("[another-script]"), "{told}");
    let on = ["play", "sound", "--resume", &id, "--format", "json"];
    let on: Value = serde_json::from_str(&run_with_input(0, &class.arguments(&on), &"1\n".repeat(40))).unwrap();
    assert!(on["ending"].is_string() && on["scores"].is_object());
    class.run(0, &["report", &id]);
    assert_ne!(class.run(0, &["progress", "--format", "json"]), before, "now that it is over it counts");
    let other = Class::new();
    assert_eq!(other.hold(40)["events"], on["events"]);
}

#[test]
fn an_exam_is_gone_on_with_by_its_own_command_and_by_no_other_exam_s() {
    let class = Class::new();
    class.hold(2);
    let id = class.id(0);
    let told = class.run(2, &["exam", text(&class.exam)]);
    assert!(told.contains(&id) && told.contains("--again"), "{told}");
    assert_eq!(class.list().len(), 1, "nobody begins a second attempt unasked");
    let left = run_with_input(0, &class.arguments(&["exam", text(&class.exam), "--resume", &id]), "1\n");
    let command = left.rsplit_once("Go on with: fifty-minutes ").unwrap().1.trim();
    let words = shlex::split(command).unwrap();
    assert!(words.contains(&"--data-dir".into()) && words.windows(2).any(|pair| pair == ["exam", text(&class.exam)]), "{command}");
    let told = run_with_input(0, &words.iter().map(String::as_str).collect::<Vec<_>>(), &"1\n".repeat(40));
    assert!(told.contains("The hour is over."), "{told}");
    class.change("seed: 4711", "seed: 4712");
    let told = class.run(2, &["exam", text(&class.exam), "--resume", &id]);
    assert!(told.contains("is no hour of this exam"), "{told}");
    assert!(class.run(2, &["play", "sound", "--again", &id, "--from", "2"]).contains("held once"));
}

#[test]
fn it_is_read_before_and_no_note_follows_a_reply() {
    let class = Class::new();
    class.change("note: \"Read first", "note: \"Bring your own pencil. Read first");
    let told = run_with_input(0, &class.arguments(&["exam", text(&class.exam)]), &"1\n".repeat(2));
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Bring your own pencil.") && told.contains("The same hour for everybody."), "{told}");
    assert!(!told.contains("(open question:") && !told.contains("(reflection:"), "{told}");
}

#[test]
fn what_may_not_be_left_out_stays() {
    let class = Class::new();
    let leave_out = |status| class.run(status, &["exam", text(&class.exam), "--leave-out", "dying"]);
    leave_out(0);
    class.change("may_leave_out: true", "may_leave_out: false");
    let told = leave_out(2);
    assert!(told.contains("can't be left out") || told.contains("nothing can be left out"), "{told}");
    // Asked for in the room it is answered, and the exam goes on.
    let told = run_with_input(0, &class.arguments(&["exam", text(&class.exam)]), "leave out dying\nback\n1\n");
    assert!(
        told.contains("othing can be left out") && told.contains("In an exam there is no way back.") && told.contains("You: "),
        "{told}"
    );
}

#[test]
fn an_unreviewed_case_is_set_only_where_the_exam_says_so() {
    let class = Class::new();
    class.change("accepts_unreviewed: true,", "");
    let told = class.run(1, &["exam", text(&class.exam)]);
    assert!(told.contains("[not-reviewed]") && told.contains("accepts_unreviewed: true"), "{told}");
    assert!(class.run(2, &["play", "sound", "--mode", "exam"]).contains("not been reviewed"));
}

#[test]
fn every_slip_in_an_exam_is_told_at_its_place() {
    for (find, put, code) in [
        ("title: \"", "title: “", "quotation-marks"),
        ("seed: 4711,", "", "missing-part"),
        ("seed: 4711", "seed: \"4711\"", "wrong-kind"),
        ("seed: 4711", "sed: 4711", "unknown-name"),
        ("seed: 4711", "seed: 4711, seed: 4711", "twice"),
        ("seed: 4711", "seed: 4711, minutes: 50", "unknown-name"),
        ("title: \"Alex, first hour\"", "title: \" \"", "empty-text"),
        ("session: 1", "session: 0", "out-of-range"),
        ("session: 1", "session: 2", "out-of-range"),
        ("session: 1", "language: \"as at home\"", "unknown-language"),
        ("session: 1", "pack: \"../cases\"", "wrong-kind"),
        ("session: 1", "language: \"pt-BR\"", "unknown-language"),
        ("session: 1", "pack: \"cases\"", "missing-file"),
        ("case: \"sound\"", "case: \"sond\"", "unknown-case"),
        ("script: \"", "script: \"x", "another-script"),
    ] {
        let class = Class::new();
        class.change(find, put);
        let output = program().args(class.arguments(&["check", "--format", "json"])).output().unwrap();
        let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{put}: {found:?}");
        assert!(found.iter().any(|found| found["code"] == code && found["line"].is_u64()), "{put}: {found:?}");
        // Named as a path it is the same.
        assert!(class.run(1, &["check", text(&class.exam)]).contains(&format!("[{code}]")), "{put}");
        assert!(class.run(1, &["exam", text(&class.exam)]).contains(&format!("[{code}]")), "{put}");
    }
}

#[test]
fn the_exam_of_a_case_with_a_long_title_is_one() {
    let class = Class::new();
    let titles = [("Alex, first hour".to_string(), "a word ".repeat(20)), ("a word ".repeat(20), "b".repeat(200))];
    for ((before, title), begins) in titles.iter().zip(["a word a word", "bbbb"]) {
        edit(&class.dialogues, &[("case.ron", before, title)]);
        class.run(0, &["exam", "--new", "sound", "--out", text(&class.exam), "--overwrite"]);
        assert_eq!(class.run(0, &["check", text(&class.exam)]), "");
        let exam = fs::read_to_string(&class.exam).unwrap();
        let title = exam.split("title: \"").nth(1).unwrap().split('"').next().unwrap();
        assert!(title.starts_with(begins) && (117..=120).contains(&title.len()) && title.trim() == title, "{title}");
    }
}

#[test]
fn an_exam_is_small() {
    let class = Class::new();
    fs::write(&class.exam, " ".repeat(64 * 1024 + 1)).unwrap();
    assert!(class.run(1, &["check"]).contains("larger than 64 KiB"));
    class.run(2, &["exam", text(&class.dialogues.join("none.exam.ron"))]);
}

/// The class's exam with its case in a pack of its own that no other case lies beside.
fn packed() -> (Class, PathBuf) {
    let class = Class::new();
    let folder = class._folder.path().join("handed-out");
    fs::create_dir_all(folder.join("cases")).unwrap();
    fs::rename(class.dialogues.join("sound"), folder.join("cases/sound")).unwrap();
    class.change("session: 1,", "session: 1, pack: \"cases\",");
    let exam = folder.join("midterm.exam.ron");
    fs::rename(&class.exam, &exam).unwrap();
    (class, exam)
}

#[test]
fn a_case_in_a_pack_was_not_at_hand_before_it_was_met() {
    let (class, exam) = packed();
    // A folder of cases in which that one isn't.
    run(0, &["new", "other", "--in", text(&class.dialogues)]);
    let held = |place: usize| class.list()[place]["exam"].clone();
    let hold = || run_with_input(0, &class.arguments(&["exam", text(&exam)]), &"1\n".repeat(40));
    hold();
    assert_eq!((&held(0)["at_hand"], &held(0)["met"]), (&Value::from(false), &Value::from(0)));
    hold();
    assert_eq!((&held(1)["at_hand"], &held(1)["met"]), (&Value::from(true), &Value::from(1)));
    // Whoever it was that met it.
    run_with_input(0, &class.arguments(&["--trainee", "heron", "exam", text(&exam)]), &"1\n".repeat(2));
    let hers: Vec<Value> = serde_json::from_str(&class.run(0, &["--trainee", "heron", "records", "list", "--format", "json"])).unwrap();
    assert_eq!((&hers[0]["exam"]["met"], &hers[0]["exam"]["attempt"]), (&Value::from(2), &Value::from(1)));
}

/// An hour of the exam in one file.
fn handed_in(class: &Class) -> PathBuf {
    class.hold(40);
    let file = class._folder.path().join("hour.hour.json");
    class.run(0, &["records", "export", &class.id(0), "--out", text(&file)]);
    file
}

#[test]
fn an_exam_is_handed_in_and_looked_at_on_another_machine() {
    let class = Class::new();
    let file = handed_in(&class);
    let report = class.run(0, &["report", &class.id(0)]);
    let elsewhere = tempfile::tempdir().unwrap();
    let there = |status: i32, more: &[&str]| {
        run(status, &[&["--dialogues", text(&class.dialogues), "--data-dir", text(elsewhere.path())], more].concat())
    };
    assert_eq!(there(0, &["report", text(&file)]), report);
    let told = there(0, &["records", "verify", text(&file), "--exam", text(&class.exam)]);
    assert!(told.contains("nothing was changed") && told.contains("An exam: Alex"), "{told}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0, "nothing was copied there");
    class.change("seed: 4711", "seed: 4712");
    assert!(there(1, &["records", "verify", text(&file), "--exam", text(&class.exam)]).contains("no hour of that exam"));
    // The journal and its script, copied by hand, are the same.
    for folder in ["records", "bundles"] {
        fs::create_dir_all(elsewhere.path().join(folder)).unwrap();
        for entry in fs::read_dir(class.data.join(folder)).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), elsewhere.path().join(folder).join(entry.file_name())).unwrap();
        }
    }
    assert!(there(0, &["records", "verify"]).contains("nothing was changed"));
    assert_eq!(there(0, &["report", &class.id(0)]), report);
    // Handed in from what was handed in it is the same file.
    assert_eq!(there(0, &["records", "export", text(&file)]), fs::read_to_string(&file).unwrap());
}

#[test]
fn every_changed_byte_is_told() {
    let class = Class::new();
    let file = handed_in(&class);
    let whole = fs::read(&file).unwrap();
    let changed = class._folder.path().join("changed.hour.json");
    let verify = |path: &Path| {
        let output = program().args(class.arguments(&["records", "verify", text(path)])).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    assert_eq!(verify(&file).0, Some(0));
    let step = whole.len() / 60;
    for place in (0..whole.len()).step_by(step).chain([0, 1, whole.len() - 1]) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        fs::write(&changed, &bytes).unwrap();
        let (status, told) = verify(&changed);
        assert!(status == Some(1) && told.contains("not sound"), "byte {place}: {told}");
    }
    // A script beside its record, too.
    let bundle = fs::read_dir(class.data.join("bundles")).unwrap().next().unwrap().unwrap().path();
    let kept = fs::read_to_string(&bundle).unwrap();
    fs::write(&bundle, kept.replacen("scarf", "shawl", 1)).unwrap();
    let told = class.run(1, &["records", "verify"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("not the one that the hour began with"), "{told}");
}

#[test]
fn only_who_has_read_it_makes_a_case_reviewed() {
    let (folder, dialogues) = with_sound_case();
    let case = fs::read_to_string(dialogues.join("sound/case.ron")).unwrap();
    let of = ["--dialogues", text(&dialogues), "--data-dir", text(folder.path()), "play", "sound", "--mode", "exam"];
    let held = |status: i32, review: &str| {
        fs::write(dialogues.join("sound/case.ron"), case.replace("review: \"none yet\"", &format!("review: \"{review}\""))).unwrap();
        run(status, &of)
    };
    for review in ["none yet", "None", "none yet.", "not yet", "Nobody so far", "no clinician", "pending (A. Reader)", "-", "ainda não"] {
        assert!(held(2, review).contains("reviewed"), "{review}");
    }
    for review in ["A. Reader, 2026", "Dr. No, 1962", "Noor A. Reader", "Nobuko Reader"] {
        assert!(held(0, review).contains(&format!("Reviewed by {review}")), "{review}");
    }
}
