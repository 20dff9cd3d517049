//! The window without a window: each screen as a function of what it shows, and the whole way from the title to the debrief.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that can't go on has failed")]
#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "tests touch the machine")]

mod authoring;
mod beside;
mod drafts;
mod drill;
mod heard;
mod language;
mod made;
mod screens;
mod troubles;
mod way;

use std::fs;
use std::path::Path;

use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use fifty_minutes::game::desk::{Desk, Place};

/// A folder with a small case that can be played, and one that can't.
struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    fn new() -> Folder {
        let folder = tempfile::tempdir().unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let cases = folder.path().join("dialogues");
        for case in ["alex", "broken"] {
            fs::create_dir_all(cases.join(case)).unwrap();
        }
        for shared in ["rubric.ron", "reactions.ron"] {
            fs::copy(root.join("dialogues").join(shared), cases.join(shared)).unwrap();
        }
        let read = |name: &str| fs::read_to_string(root.join("assets/new").join(name)).unwrap();
        let case = read("case.ron");
        let scene = read("1-first-hour.scene.ron");
        fs::write(cases.join("alex/case.ron"), case.replace("NEW-ID", "alex")).unwrap();
        fs::write(cases.join("alex/1-first-hour.scene.ron"), &scene).unwrap();
        fs::write(cases.join("broken/case.ron"), case.replace("NEW-ID", "broken").replace("Alex, first hour", "A case with a slip"))
            .unwrap();
        fs::write(cases.join("broken/1-first-hour.scene.ron"), scene.replacen("to: \"goal\"", "to: \"gaol\"", 1)).unwrap();
        Folder { folder }
    }

    fn place(&self) -> Place {
        Place {
            dialogues: Some(self.folder.path().join("dialogues")),
            data_dir: Some(self.folder.path().join("data")),
            language: None,
            seed: Some(7),
            mute: true,
            reduced_motion: true,
        }
    }

    fn desk(&self) -> Desk {
        Desk::new(&self.place())
    }
}

/// True where something on the page is called or reads so, at least in part.
fn reads<State>(harness: &Harness<State>, words: &str) -> bool {
    let mut open = vec![harness.root().accesskit_node()];
    while let Some(node) = open.pop() {
        if [node.label(), node.value()].into_iter().flatten().any(|told| told.contains(words)) {
            return true;
        }
        open.extend(node.children());
    }
    false
}

#[test]
fn no_text_of_the_window_takes_the_name_of_another() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts/en");
    let mut names = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let named = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        names.extend(named.filter_map(|line| line.split_once(" =").map(|(name, _)| name.to_string())));
    }
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all);
}
