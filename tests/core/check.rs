//! Defects planted in a sound case: each is told at its line, in words, and nothing else is.
//!
//! A file in `broken/` names the `file:` of the case that `new` makes, one in `proof/` of the shipped one (which is
//! then proven as well), what to `find:` there, what to
//! `put:` in its place (both with \n for a new line), and what to `expect:`: a code, the text at whose
//! first letter it must be told (`-` for a finding about the whole file), and words that must be in it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::{program, root, run, text, with_shipped_cases, with_sound_case};

/// One file of `broken/`.
#[derive(Default)]
struct Plant {
    edits: Vec<(String, String, String)>,
    expected: Vec<(String, String, String, String)>,
}

fn read(path: &Path) -> Plant {
    let mut plant = Plant::default();
    let (mut file, mut find) = (String::new(), String::new());
    for line in fs::read_to_string(path).unwrap().lines().filter(|line| !line.starts_with('#')) {
        let (key, value) = line.split_once(':').unwrap_or_else(|| panic!("{}: what is “{line}”?", path.display()));
        let value = value.strip_prefix(' ').unwrap_or(value).replace("\\r", "\r").replace("\\n", "\n");
        match key {
            "file" => file = value,
            "find" => find = value,
            "put" => plant.edits.push((file.clone(), find.clone(), value)),
            "expect" => {
                let parts: Vec<String> = value.splitn(3, " | ").map(str::to_string).collect();
                let [code, at, words] = parts.try_into().unwrap_or_else(|_| panic!("{}: {line}", path.display()));
                plant.expected.push((file.clone(), code, at, words));
            }
            other => panic!("{}: what is “{other}”?", path.display()),
        }
    }
    plant
}

fn try_plant(path: &Path, (_folder, dialogues): (TempDir, PathBuf), case: &str, check: &[&str]) -> Result<(), String> {
    let plant = read(path);
    for (file, find, put) in &plant.edits {
        let edited = dialogues.join(case).join(file);
        if find.is_empty() {
            fs::remove_file(&edited).unwrap();
            continue;
        }
        let before = fs::read_to_string(&edited).unwrap();
        if !before.contains(find) {
            return Err(format!("“{find}” is not in {file}"));
        }
        fs::write(&edited, before.replacen(find, put, 1)).unwrap();
    }
    let output = program().args([&["--dialogues", text(&dialogues), "check", "--format", "json"], check].concat()).output().unwrap();
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    // Of a course that was cut to its first hour nothing asks for what later hours asked for.
    let is_cut = |finding: &&serde_json::Value| case == "noor" && finding["code"] == "idle-note";
    let found: Vec<&serde_json::Value> = found.as_array().unwrap().iter().filter(|finding| !is_cut(finding)).collect();
    let as_expected = found.len() == plant.expected.len()
        && plant.expected.iter().all(|(file, code, at, words)| {
            let place = place(&dialogues.join(case).join(file), at);
            found.iter().any(|finding| {
                let said = format!("{} {}", finding["message"].as_str().unwrap(), finding["help"].as_str().unwrap());
                finding["code"] == **code && (finding["line"].as_u64(), finding["column"].as_u64()) == place && said.contains(words)
            })
        });
    let errors = found.iter().any(|finding| finding["severity"] == "error");
    if as_expected && output.status.code() == Some(i32::from(errors)) { Ok(()) } else { Err(format!("found {found:#?}")) }
}

/// Line and column of the first letter of a text in a file, counted here anew.
fn place(file: &Path, at: &str) -> (Option<u64>, Option<u64>) {
    if at == "-" {
        return (None, None);
    }
    let text = fs::read_to_string(file).unwrap();
    let before =
        text.split(at).next().filter(|before| before.len() < text.len()).unwrap_or_else(|| panic!("“{at}” is not in {}", file.display()));
    let last = before.rsplit('\n').next().unwrap();
    (Some(before.split('\n').count() as u64), Some(last.chars().count() as u64 + 1))
}

#[track_caller]
fn try_all(folder: &str, least: usize, base: impl Fn() -> (TempDir, PathBuf), case: &str, check: &[&str]) {
    let mut files: Vec<_> = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= least);
    let wrong: Vec<String> = files
        .iter()
        .filter_map(|file| try_plant(file, base(), case, check).err().map(|error| format!("{}: {error}", file.display())))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_planted_defect_is_told_at_its_place() {
    try_all("tests/core/broken", 20, with_sound_case, "sound", &[]);
}

/// The shipped case alone with its first hour alone, since each defect has everything played that is there.
fn with_first_hour() -> (TempDir, PathBuf) {
    let (folder, dialogues) = with_shipped_cases();
    for case in fs::read_dir(&dialogues).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir() && !path.ends_with("noor"))
    {
        fs::remove_dir_all(case).unwrap();
    }
    let noor = dialogues.join("noor");
    let case = fs::read_to_string(noor.join("case.ron")).unwrap();
    // Without the facts that only later hours tell, and the formulation, which speaks of them.
    let later = case.find("        (\n            id: \"looked-him-up\"").unwrap();
    let case = format!("{}    ],\n    sessions: [\"1-first-hour\"],\n)\n", &case[..later]);
    fs::write(noor.join("case.ron"), case).unwrap();
    for later in ["2-two-weeks-later", "3-the-last-wednesday"] {
        fs::remove_file(noor.join(format!("{later}.scene.ron"))).unwrap();
    }
    fs::remove_dir_all(noor.join("transcripts")).unwrap();
    fs::remove_dir_all(noor.join("lang")).unwrap();
    (folder, dialogues)
}

#[test]
fn what_only_playing_finds_is_told_at_its_place() {
    try_all("tests/core/proof", 9, with_first_hour, "noor", &["--proof"]);
}

#[test]
fn check_is_silent_on_what_is_shipped() {
    for folder in [&[][..], &["--dialogues", "dialogues"]] {
        let found = run(0, &[folder, &["check"]].concat());
        // A course may be translated hour by hour.
        assert!(found.is_empty() || found.matches(": note [").count() == found.matches(" [").count(), "{found}");
    }
}

#[test]
fn a_file_that_is_no_text_greys_its_case_and_no_other() {
    let (_folder, dialogues) = with_sound_case();
    run(0, &["new", "other", "--in", text(&dialogues)]);
    fs::write(dialogues.join("sound/1-first-hour.scene.ron"), b"(title: \"caf\xe9\")").unwrap();
    let told = run(1, &["--dialogues", text(&dialogues), "check"]);
    assert!(told.contains("sound/1-first-hour.scene.ron") && told.contains("UTF-8"), "{told}");
    assert!(!told.contains("other/"), "{told}");
    let refused = run(1, &["--dialogues", text(&dialogues), "play", "sound", "--no-record"]);
    assert!(refused.contains("can't be played until this is mended"), "{refused}");
    run(0, &["--dialogues", text(&dialogues), "play", "other", "--no-record"]);
}

#[test]
fn what_a_word_processor_saves_is_named_for_what_it_is() {
    let wide = |mark: &[u8], text: &str| [mark, &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    let saved: [(Vec<u8>, &str, &str); 8] = [
        (wide(b"\xFF\xFE", "(title: \"So\")"), ".ron: ", "UTF-16"),
        (wide(b"", "(title: \"So\")"), ".ron: ", "UTF-16"),
        (b"(\n title: \"caf\xe9\")".to_vec(), ".ron:2:13: ", "Windows-1252 writes for é"),
        (b"(title: \x93So\x94)".to_vec(), ".ron:1:9: ", "Windows-1252 writes for “"),
        (b"{\\rtf1\\ansi (title:)}".to_vec(), ".ron: ", "RTF"),
        (b"PK\x03\x04 and more".to_vec(), ".ron: ", "Word"),
        (b"\xEF\xBB\xBF<!DOCTYPE html><p>(".to_vec(), ".ron: ", "web page"),
        (b"%PDF-1.7".to_vec(), ".ron: ", "PDF"),
    ];
    let (_folder, dialogues) = with_sound_case();
    for (bytes, place, words) in saved {
        fs::write(dialogues.join("sound/1-first-hour.scene.ron"), bytes).unwrap();
        let told = run(1, &["--dialogues", text(&dialogues), "check"]);
        assert!(told.contains(&format!("{place}error [no-plain-text]: ")) && told.contains(words), "{words}: {told}");
    }
}

#[test]
fn what_is_not_read_for_its_name_is_told_with_the_name_that_was_meant() {
    for (file, named, meant) in [
        ("Rubric.ron", "Rubric.ron", "rubric.ron"),
        ("reaction.ron", "reaction.ron", "reactions.ron"),
        ("sound/transcript/a.txt", "sound/transcript", "transcripts"),
        ("sound/transcripts/b.text", "sound/transcripts/b.text", "b.txt"),
        ("sound/Lang/pt-BR.csv", "sound/Lang", "lang"),
        ("a.exam.rn", "a.exam.rn", "a.exam.ron"),
        ("sound/2-second.scene.rn", "sound/2-second.scene.rn", "2-second.scene.ron"),
    ] {
        let (_folder, dialogues) = with_sound_case();
        fs::create_dir_all(dialogues.join(file).parent().unwrap()).unwrap();
        fs::write(dialogues.join(file), "").unwrap();
        let told = run(0, &["--dialogues", text(&dialogues), "check"]);
        assert!(told.starts_with(&format!("{}: warning [unused-file]: ", dialogues.join(named).display())), "{told}");
        assert!(told.contains(&format!("Name it “{meant}”")) && told.trim().lines().count() == 2, "{told}");
    }
    // What somebody keeps beside a case is theirs.
    let (_folder, dialogues) = with_sound_case();
    for file in ["README.md", "notes.ron", "sound/LICENSE", "sound/playtest.txt", "sound/people.png", "sound/pictures/a.txt"] {
        fs::create_dir_all(dialogues.join(file).parent().unwrap()).unwrap();
        fs::write(dialogues.join(file), "").unwrap();
    }
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
}

#[test]
fn a_single_case_or_file_can_be_checked() {
    let (_folder, dialogues) = with_sound_case();
    let scene = dialogues.join("sound/1-first-hour.scene.ron");
    assert_eq!(run(0, &["check", text(&dialogues.join("sound"))]), "");
    fs::write(&scene, fs::read_to_string(&scene).unwrap().replace("to: \"goes\"", "to: \"gose\"")).unwrap();
    assert_eq!(run(0, &["check", text(&dialogues.join("sound/case.ron"))]), "");
    assert!(run(1, &["check", text(&scene)]).contains("Did you mean “goes”?"));
    let within = |path: &str| program().current_dir(dialogues.join("sound")).args(["check", path]).output().unwrap().status.code();
    assert_eq!([within("."), within("1-first-hour.scene.ron"), within("case.ron")], [Some(1), Some(1), Some(0)]);
    fs::remove_file(dialogues.join("sound/case.ron")).unwrap();
    assert!(run(1, &["check", text(&dialogues.join("sound"))]).contains("no case.ron"));
    run(2, &["check", "README.md"]);
    run(2, &["check", text(&dialogues.join("nowhere.ron"))]);
    run(2, &["--dialogues", text(&dialogues.join("nowhere")), "check"]);
}
