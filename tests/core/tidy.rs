//! What the house rules say and a compiler does not: purity, a sentence at the head of each file, no text without a reader.

use std::fs;
use std::path::{Path, PathBuf};

use crate::root;

const PURE: [&str; 7] = ["script", "session", "assess", "analysis", "practice", "report", "portrait"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
}

fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(&root().join(below), &mut found);
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The part of a file that is not its tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let end = text.find("#[cfg(test)]").unwrap_or(text.len());
    text[..end].lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn the_pure_modules_are_pure() {
    let never = [
        "bevy",
        "egui",
        "kira",
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "rand::rng()",
        "HashMap",
        "HashSet",
    ];
    let machine = ["crate::library", "crate::record", "crate::sitting", "crate::cli", "crate::game"];
    for module in PURE {
        for (path, text) in sources(&format!("src/{module}")) {
            for word in never.iter().chain(&machine) {
                assert!(!code(&text).any(|line| line.contains(word)), "{} uses {word}", path.display());
            }
        }
    }
}

/// But for asking whether there is a screen.
#[test]
fn the_program_uses_no_network() {
    for (path, text) in sources("src") {
        let asks = path.ends_with("src/game/probe.rs");
        for word in ["std::net", "TcpStream", "UdpSocket", "http::", "reqwest", "ureq"] {
            assert!(asks || !code(&text).any(|line| line.contains(word)), "{} uses {word}", path.display());
        }
    }
}

#[test]
fn the_modules_depend_one_way() {
    let may_not = [
        ("script", &["session", "assess", "analysis", "practice", "report", "portrait"][..]),
        ("session", &["assess", "analysis", "practice", "report", "portrait"]),
        ("assess", &["analysis", "practice", "report", "portrait"]),
        ("analysis", &["practice", "report", "portrait"]),
        ("practice", &["report", "portrait"]),
        ("report", &["portrait"]),
        ("portrait", &["session", "assess", "analysis", "practice", "report"]),
        ("library", &["record", "sitting", "cli", "game"]),
        ("record", &["library", "sitting", "cli", "game"]),
        ("sitting", &["library", "cli", "game"]),
        ("cli", &["game"]),
        ("game", &["cli"]),
    ];
    for (module, others) in may_not {
        for (path, text) in sources(&format!("src/{module}")) {
            for other in others {
                let word = format!("crate::{other}");
                assert!(!code(&text).any(|line| line.contains(&word)), "{} uses {word}", path.display());
            }
        }
    }
}

#[test]
fn every_file_opens_with_a_sentence() {
    for (path, text) in sources("src").into_iter().chain(sources("tests")) {
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}

#[test]
fn every_text_has_a_reader_and_every_reader_a_text() {
    let folder = root().join("assets/texts/en");
    let texts: String = fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    let names: Vec<&str> = texts
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" =").map(|(name, _)| name))
        .collect();
    let code: String = sources("src").into_iter().map(|(_, text)| text).collect();
    // Words for codes are asked for by their kind.
    let by_kind = |name: &str| {
        name.split_once('-')
            .is_some_and(|(kind, word)| word.starts_with(|c: char| c.is_uppercase()) && code.contains(&format!("\"{kind}\"")))
    };
    let ending = |name: &str| name.starts_with("ending-") && code.contains("\"ending-{ending:?}\"");
    let short = |name: &str| name.starts_with("ending-short-") && code.contains("\"ending-short\"");
    // Help for what a proof finds goes by the code of the finding.
    let help = |name: &str| name.strip_prefix("proof-help-").is_some_and(|found| code.contains(&format!("\"{found}\"")));
    // What is wrong with a table goes by its code, and so does the help for it.
    let found = |name: &str| name.strip_prefix("table-").map(|code| code.trim_start_matches("help-").to_string());
    let table = |name: &str| found(name).is_some_and(|found| code.contains(&format!("\"{found}\"")));
    let read =
        |name: &str| code.contains(&format!("\"{name}\"")) || by_kind(name) || ending(name) || short(name) || help(name) || table(name);
    let idle: Vec<_> = names.iter().filter(|name| !read(name)).collect();
    assert!(idle.is_empty(), "nothing reads {idle:?}");
    let asked = code.split("text(\"").skip(1).chain(code.split("text_with(\"").skip(1)).filter_map(|rest| rest.split('"').next());
    let missing: Vec<_> = asked.filter(|name| !names.contains(name) && !name.contains('{')).collect();
    assert!(missing.is_empty(), "there is no text for {missing:?}");
}
