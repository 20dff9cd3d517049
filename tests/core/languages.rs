//! The languages that the program speaks: how one is chosen, and that each of them says all that there is to say.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use skrifa::{FontRef, MetadataProvider};

use crate::{program, root, run};

/// What the program prints with that environment.
fn with_environment(variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut command = program();
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
        command.env_remove(name);
    }
    let output = command.args(arguments).envs(variables.iter().copied()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

const LIST: [&str; 4] = ["--data-dir", "/nowhere", "records", "list"];

#[test]
fn the_language_is_the_one_asked_for_or_the_system_s() {
    let (english, portuguese) = ("There are no records yet.\n", "Ainda não há registros.\n");
    assert_eq!(run(0, &[&["--language", "pt-BR"], &LIST[..]].concat()), portuguese);
    assert_eq!(run(0, &[&LIST[..], &["--language", "pt"]].concat()), portuguese);
    for (variables, expected) in [
        (&[("LANG", "pt_BR.UTF-8")][..], portuguese),
        (&[("LANG", "pt_PT.UTF-8")], portuguese),
        (&[("LANG", "de_DE.UTF-8")], english),
        (&[("LANG", "pt_BR.UTF-8"), ("LC_ALL", "C.UTF-8")], english),
        (&[("LANG", "en_US.UTF-8"), ("LC_MESSAGES", "pt_BR.UTF-8")], portuguese),
        (&[], english),
    ] {
        assert_eq!(with_environment(variables, &LIST), expected, "{variables:?}");
    }
    assert_eq!(with_environment(&[("LANG", "pt_BR.UTF-8")], &[&LIST[..], &["--language", "en"]].concat()), english);
}

#[test]
fn a_language_that_is_not_spoken_is_answered_with_those_that_are() {
    let told = run(2, &[&["--language", "tlh"], &LIST[..]].concat());
    assert!(told.contains("“tlh”") && told.contains("en (English), pt-BR (Português (Brasil))"), "{told}");
}

/// The texts of a language: for each file, each text by its name, as it is written.
fn texts(language: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let folder = root().join("assets/texts").join(language);
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let (mut texts, mut name) = (BTreeMap::new(), String::new());
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((named, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                name = named.to_string();
                assert!(!texts.contains_key(&name), "{language}: {name} stands twice");
            }
            texts.entry(name.clone()).or_insert_with(String::new).push_str(&format!("{line}\n"));
        }
        (path.file_name().unwrap().to_str().unwrap().to_string(), texts)
    };
    fs::read_dir(folder).unwrap().map(read).collect()
}

fn variables(text: &str) -> BTreeSet<&str> {
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len());
    text.split('$').skip(1).map(|rest| &rest[..name(rest)]).collect()
}

/// The variants of a text that are told apart by a word of the code, and not by a number.
fn variants(text: &str) -> BTreeSet<&str> {
    let keys = text.lines().filter_map(|line| line.trim_start_matches([' ', '*']).strip_prefix('[')?.split(']').next());
    keys.filter(|key| !["one", "other"].contains(key)).collect()
}

#[test]
fn every_text_is_there_in_every_language_with_the_same_to_fill_in() {
    let english = texts("en");
    let names = |texts: &BTreeMap<String, BTreeMap<String, String>>| -> BTreeSet<(String, String)> {
        texts.iter().flat_map(|(file, texts)| texts.keys().map(move |name| (file.clone(), name.clone()))).collect()
    };
    let mut languages = 0;
    for folder in fs::read_dir(root().join("assets/texts")).unwrap() {
        let language = folder.unwrap().file_name().into_string().unwrap();
        let there = texts(&language);
        let (wanted, found) = (names(&english), names(&there));
        let (missing, idle): (Vec<_>, Vec<_>) = (wanted.difference(&found).collect(), found.difference(&wanted).collect());
        assert!(missing.is_empty() && idle.is_empty(), "{language}: missing {missing:?}; idle {idle:?}");
        for (file, name) in &wanted {
            let (text, other) = (&english[file][name], &there[file][name]);
            assert_eq!(variables(text), variables(other), "{language}: {name}");
            assert_eq!(variants(text), variants(other), "{language}: {name}");
        }
        languages += 1;
    }
    assert!(languages >= 2);
}

#[test]
fn the_typeface_has_every_letter_of_every_language() {
    let letters: BTreeSet<char> = fs::read_dir(root().join("assets/texts"))
        .unwrap()
        .flat_map(|folder| texts(folder.unwrap().file_name().to_str().unwrap()))
        .flat_map(|(_, texts)| texts.into_values())
        .flat_map(|text| text.chars().collect::<Vec<_>>())
        .chain("ãõçáéíóúâêôàüÃÕÇÁÉÍÓÚÂÊÔÀ«»“”‘’".chars())
        .filter(|letter| !letter.is_whitespace())
        .collect();
    for font in ["Inter-Regular.otf", "Inter-SemiBold.otf"] {
        let bytes = fs::read(root().join("assets/fonts").join(font)).unwrap();
        let font_read = FontRef::new(&bytes).unwrap();
        let missing: Vec<&char> = letters.iter().filter(|letter| font_read.charmap().map(**letter).is_none()).collect();
        assert!(missing.is_empty(), "{font} has no {missing:?}");
    }
}
