//! Everything below the window, tried as it is: the binary, the journal on a disk, the files of cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]
#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "tests touch the machine")]

mod beside;
mod care;
mod check;
mod company;
mod course;
mod craft;
mod drafts;
mod ear;
mod exams;
mod findings;
mod fuzz_corpus;
mod gallery;
mod graph;
mod guide;
mod habits;
mod hindsight;
mod hostile;
mod hours;
mod json;
mod kills;
mod languages;
mod map;
mod models;
mod numbers;
mod opening;
mod packs;
mod page;
mod planted;
mod play;
mod playtest;
mod power;
mod practice;
mod records;
mod report;
mod scores;
mod script;
mod search;
mod still;
mod stuck;
mod tables;
mod tidy;
mod trainees;
mod transcripts;
mod translation;
mod voice;
mod watch;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The program as it was built.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fifty-minutes"));
    // In the first language, whatever the system's is.
    command.stdin(Stdio::null()).current_dir(root()).env("LC_ALL", "C").env_remove("LANGUAGE");
    command
}

/// Folder of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs the program and wants that exit status; gives back standard output.
#[track_caller]
fn run(status: i32, arguments: &[&str]) -> String {
    finished(status, program().args(arguments).output().unwrap())
}

/// Runs it with that text on standard input.
#[track_caller]
fn run_with_input(status: i32, arguments: &[&str], input: &str) -> String {
    let mut command = program();
    command.args(arguments);
    finished(status, fed(command, input))
}

/// What a command answers to that text on standard input.
fn fed(mut command: Command, input: &str) -> Output {
    use std::io::Write;
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The program may be done before it has read everything.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

#[track_caller]
fn finished(status: i32, output: Output) -> String {
    let (stdout, stderr) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(!stderr.contains("panicked"), "{stderr}");
    assert_eq!(output.status.code(), Some(status), "standard output:\n{stdout}\nstandard error:\n{stderr}");
    if status == 0 { stdout } else { stdout + &stderr }
}

/// A folder of the test's own, with the case that `new` makes in it, called `sound`.
fn with_sound_case() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let dialogues = folder.path().join("dialogues");
    run(0, &["new", "sound", "--in", text(&dialogues)]);
    (folder, dialogues)
}

/// What that case says of what comes up in it, and of how its person looks.
const NOTES: &str = r#"content_notes: [
        (topic: "dying", note: "A thought of not being there any more. It is asked about plainly; nothing is described."),
    ],"#;
const LOOKS: &str = r#"appearance: (
                skin: Fair, hair_style: TiedBack, hair_colour: "chestnut",
                eye_colour: "grey green",
                clothing: RollNeck, clothing_colour: "plum",
                tell: LipPress, // what the mouth does, faintly, whenever something is hidden
            ),"#;

/// Each of these texts in a file of the case `sound` put in the place of another.
fn edit(dialogues: &Path, edits: &[(&str, &str, &str)]) {
    for (file, find, put) in edits {
        let file = dialogues.join("sound").join(file);
        let before = std::fs::read_to_string(&file).unwrap();
        assert!(before.contains(find), "{find}");
        std::fs::write(&file, before.replacen(find, put, 1)).unwrap();
    }
}

/// The same as a call, whose picture freezes as it begins and comes back with the first words.
fn with_call() -> (tempfile::TempDir, PathBuf) {
    let (folder, dialogues) = with_sound_case();
    edit(
        &dialogues,
        &[
            ("case.ron", "setting: Office", "setting: Online"),
            ("1-first-hour.scene.ron", "keeps the scarf on.\", face: Anxious)", "keeps the scarf on.\", face: Anxious, camera: Frozen)"),
            ("1-first-hour.scene.ron", "(say: [\"So. It's my voice.\"", "(camera: On, say: [\"So. It's my voice.\""),
        ],
    );
    (folder, dialogues)
}

/// The same as a couple: Sam comes with Alex, speaks first, and has some of the moments.
fn with_couple() -> (tempfile::TempDir, PathBuf) {
    let (folder, dialogues) = with_sound_case();
    let sam = "voice: (pitch: 45, breath: 75),\n        ),\n        (id: \"sam\", name: \"Sam\", age: 41, about: \"Somebody tall.\", \
               temperament: (reactance: 50, pace: 50, ruptures: Confrontation, masking: 45, mask: Calm), start: (trust: 40, \
               agreement: 35, safety: 42, distress: 50, frustration: 10, hope: 45, experiencing: 2), appearance: (age: 41, hair_style: Bald, \
               beard: Full, glasses: Round, skin: Porcelain, freckles: 90, clothing: Jacket), voice: (pitch: 80)),";
    let scene = "1-first-hour.scene.ron";
    edit(
        &dialogues,
        &[
            ("case.ron", "voice: (pitch: 45, breath: 75),\n        ),", sam),
            ("case.ron", "Individual", "Couple"),
            (
                scene,
                "lines: [",
                "whose: \"alex\",\nlines: [\n(who: \"sam\", say: [\"We came together.\", \"We both came.\", \"It's both of us.\"]),",
            ),
            (
                scene,
                "to: \"goal\",\n                ),\n                (\n                    id: \"since-when\"",
                "with: [\"alex\", \"sam\"],\nto: \"goal\",\n                ),\n                (\n                    id: \"since-when\"",
            ),
            (scene, "tells: \"concert\",", "whose: \"alex\",\ntells: \"concert\","),
            (scene, "id: \"favour\",", "id: \"favour\", whose: \"sam\","),
            (scene, "empathy: 1,\n                    boundary: Cold,", "empathy: 1,\nboundary: Cold,\nagainst: \"sam\","),
            (scene, "(see: \"Winds the scarf", "(who: \"sam\", see: \"Winds the scarf"),
            (scene, "(say: \"No, no. Of course.\")", "(who: \"sam\", say: \"No, no. Of course.\")"),
            (scene, "id: \"teaches-them\",", "id: \"teaches-them\", whose: \"alex\","),
            (scene, "id: \"marker\",", "id: \"marker\", whose: \"sam\", away: [\"alex\"],"),
        ],
    );
    (folder, dialogues)
}

/// The same couple in a call: each before a camera of their own, or Sam beside Alex.
fn with_couple_apart(beside: bool) -> (tempfile::TempDir, PathBuf) {
    let (folder, dialogues) = with_couple();
    let scene = "1-first-hour.scene.ron";
    edit(
        &dialogues,
        &[
            ("case.ron", "setting: Office", "setting: Online"),
            ("case.ron", "name: \"Sam\"", if beside { "name: \"Sam\", beside: \"alex\"" } else { "name: \"Sam\"" }),
            (scene, "(who: \"sam\", say:", "(who: \"sam\", camera: Dark, say:"),
            (scene, "(see: \"", "(camera: On, see: \""),
        ],
    );
    (folder, dialogues)
}

/// The same as a course of two: the second session plays the scene once more, with a line that asks what was carried there.
fn with_course() -> (tempfile::TempDir, PathBuf) {
    let (folder, dialogues) = with_sound_case();
    let course = "sessions: [\"1-first-hour\", (scene: \"2-again\", note: \"A week later.\", week: [
        (weight: 1, note: \"hummed\", what: \"Alex hummed on the stairs.\", effects: [Add(Hope, 5)]),
        (weight: 1, note: \"rang\", what: \"The school rang.\"),
        (weight: 100, note: \"never\", what: \"Nothing of this was.\", when: [Below(Trust, 5)]),
    ], supposed: [
        (people: [(trust: 70, agreement: 60, safety: 60, distress: 70, frustration: 30, hope: 65, experiencing: 6)], told: [\"concert\"], noted: [\"asked\"]),
        (people: [(trust: 30, agreement: 30, safety: 30, distress: 50, frustration: 10, hope: 45, experiencing: 2)]),
    ])],";
    edit(
        &dialogues,
        &[
            ("case.ron", "sessions: [\"1-first-hour\"],", course),
            (
                "1-first-hour.scene.ron",
                "empathy: 2,\n                    why: \"Gets a date",
                "empathy: 2,\n                    effects: [Note(\"asked\")],\n                    why: \"Gets a date",
            ),
        ],
    );
    let scene = std::fs::read_to_string(dialogues.join("sound/1-first-hour.scene.ron")).unwrap();
    let carried = "lines: [
        (when: [Noted(\"asked\")], say: \"You asked since when.\"),
        (when: [Noted(\"hummed\")], say: \"I hummed.\"),
        (when: [Noted(\"rang\")], say: \"They rang.\"),
        (when: [Noted(\"never\")], say: \"Never.\"),
        (when: [Told(\"concert\")], say: \"I told you.\"),";
    std::fs::write(dialogues.join("sound/2-again.scene.ron"), scene.replacen("lines: [", carried, 1)).unwrap();
    (folder, dialogues)
}

/// A folder of the test's own, with the shipped library in it.
fn with_shipped_cases() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let dialogues = folder.path().join("dialogues");
    let mut open = vec![(root().join("dialogues"), dialogues.clone())];
    while let Some((from, to)) = open.pop() {
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                open.push((entry.path(), to.join(entry.file_name())));
            } else {
                std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    }
    (folder, dialogues)
}

/// A path as an argument.
fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
