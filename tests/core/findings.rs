//! The pages on findings: each code has one, and each example in them does what it says.
//!
//! Below `## Example` a page names a file of the case that `new` makes, what is right there and what is wrong, line by line whatever
//! the indent, and at last what `check` says, word for word. There may be several files to an example and several examples to a page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{edit, program, root, run, text, with_sound_case};

fn pages() -> Vec<(String, String)> {
    let files = fs::read_dir(root().join("docs/findings")).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<(String, String)> = files
        .filter(|file| !file.ends_with("README.md"))
        .map(|file| (file.file_stem().unwrap().to_str().unwrap().to_string(), fs::read_to_string(&file).unwrap()))
        .collect();
    pages.sort();
    pages
}

/// The texts between fences, and the lines before them.
fn blocks(example: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = example.split("\n```").collect();
    parts
        .chunks_exact(2)
        .map(|pair| {
            let before = pair[0].trim_end().rsplit('\n').next().unwrap();
            (before, pair[1].split_once('\n').map_or("", |(_, block)| block))
        })
        .collect()
}

/// Puts some lines in the place of others, wherever they stand and however far they are indented.
fn put(file: &Path, right: &str, wrong: &str) -> Result<(), String> {
    let written = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines: Vec<&str> = written.split('\n').collect();
    let right: Vec<&str> = right.split('\n').collect();
    let indent_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let indented = |by: &str, line: &str| if line.is_empty() { String::new() } else { format!("{by}{line}") };
    let found = lines.windows(right.len()).enumerate().find_map(|(at, window)| {
        let by = " ".repeat(indent_of(window[0]).checked_sub(indent_of(right[0]))?);
        window.iter().zip(&right).all(|(there, line)| **there == indented(&by, line)).then_some((at, by))
    });
    let (at, by) = found.ok_or_else(|| format!("this is not in the sound case: {right:?}"))?;
    let wrong = wrong.split('\n').map(|line| indented(&by, line));
    let before = lines[..at].iter().map(|line| line.to_string());
    let after = lines[at + right.len()..].iter().map(|line| line.to_string());
    fs::write(file, before.chain(wrong).chain(after).collect::<Vec<_>>().join("\n")).unwrap();
    Ok(())
}

/// Follows an example; what is otherwise than it says.
fn follow(code: &str, example: &str) -> Result<(), String> {
    let (_folder, dialogues) = with_sound_case();
    let mut blocks = blocks(example).into_iter();
    loop {
        let (before, block) = blocks.next().ok_or("the example ends early")?;
        let block = block.trim_end_matches('\n');
        if before == "`check` says:" {
            let output = program().args(["--dialogues", text(&dialogues), "check"]).output().unwrap();
            let told = String::from_utf8(output.stdout).unwrap().replace(&format!("{}/sound/", dialogues.display()), "");
            let is_told = told.lines().any(|line| line.contains(&format!("[{code}]: ")));
            return if told.trim() == block && is_told { Ok(()) } else { Err(format!("check says\n{told}")) };
        }
        let file = before.split('`').nth(1).ok_or_else(|| format!("“{before}” names no file"))?;
        let (_, wrong) = blocks.next().ok_or("there is no wrong beside the right")?;
        put(&dialogues.join("sound").join(file), block, wrong)?;
    }
}

#[test]
fn each_example_does_what_it_says() {
    let mut followed = 0;
    let mut otherwise = Vec::new();
    for (code, page) in pages() {
        assert!(page.starts_with(&format!("# {code}\n\n**")), "{code}");
        for example in page.split("\n## Example").skip(1) {
            followed += 1;
            otherwise.extend(follow(&code, example).err().map(|error| format!("{code}: {error}")));
        }
    }
    assert!(otherwise.is_empty() && followed > 50, "{}", otherwise.join("\n"));
}

/// Every code that the program can give, as it stands in its source.
fn codes() -> BTreeSet<String> {
    let mut files: Vec<PathBuf> =
        ["src/analysis/proof.rs", "src/library/mod.rs", "src/library/bytes.rs"].map(|file| root().join(file)).into();
    for folder in ["src/script", "src/script/lint"] {
        let there = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        files.extend(there.filter(|path| path.extension().is_some_and(|ending| ending == "rs")));
    }
    let mut found = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(file).unwrap();
        let source = source.split("#[cfg(test)]").next().unwrap();
        let parts: Vec<&str> = source.split('"').collect();
        for (before, word) in parts.iter().zip(&parts[1..]).step_by(2) {
            let before = before.trim_end();
            let given = ["error(", "warning(", ".known(", "of_file(", "finding(", "code: ", "code:", "_MARKS: &str =", "COMMAS: &str ="];
            let named = given.iter().any(|call| before.ends_with(call)) || before.ends_with("const SYNTAX: &str =");
            let first = before.ends_with("=> (") || before.ends_with("Some((") || before.ends_with("{\n                (");
            let is_code = !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            if is_code && (named || first) {
                found.insert(word.to_string());
            }
        }
    }
    found
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let pages: BTreeSet<String> = pages().into_iter().map(|(code, _)| code).collect();
    let codes = codes();
    assert!(codes.len() > 50, "{codes:?}");
    let missing: Vec<_> = codes.difference(&pages).collect();
    assert!(missing.is_empty(), "no page for {missing:?}");
    let source: String = ["src/script", "src/script/lint", "src/library", "src/analysis"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let idle: Vec<_> = pages.iter().filter(|code| !source.contains(&format!("\"{code}\""))).collect();
    assert!(idle.is_empty(), "nothing gives {idle:?}");
}

#[test]
fn the_index_names_every_page_as_it_names_itself() {
    let index = fs::read_to_string(root().join("docs/findings/README.md")).unwrap();
    let listed: BTreeSet<&str> = index.lines().filter(|line| line.starts_with("- ")).collect();
    let pages = pages();
    let expected: BTreeSet<String> =
        pages.iter().map(|(code, page)| format!("- [{code}]({code}.md): {}", page.split("**").nth(1).unwrap())).collect();
    assert_eq!(listed, expected.iter().map(String::as_str).collect());
}

#[test]
fn a_page_is_shown_in_the_terminal_and_a_wrong_code_gets_the_near_one() {
    let shown = run(0, &["check", "--explain", "missing-target"]);
    assert!(shown.starts_with("missing-target\n") && shown.contains("    to: \"gaol\",") && !shown.contains("```"), "{shown}");
    assert!(run(2, &["check", "--explain", "mising-target"]).contains("Did you mean “missing-target”?"));
}

#[test]
fn fifty_mistakes_in_fifty_replies_are_fifty_findings() {
    let (_folder, dialogues) = with_sound_case();
    let mistakes = [
        ("skill: OpenQuestion,", "skill: OpenQuestion", "commas"),
        ("say: \"Tell me", "say: “Tell me", "quotation-marks"),
        ("say: \"Tell me", "say: \"Tell \"me\", please", "quotation-marks"),
        (" more.\",", " more.,", "quotation-marks"),
        ("skill: OpenQuestion,", "skill: OpenQestion,", "unknown-word"),
        ("why: \"Asks", "wy: \"Asks", "unknown-name"),
        ("skill: OpenQuestion,", "skill = OpenQuestion,", "odd-character"),
        ("skill: OpenQuestion,", "skill:\u{a0}OpenQuestion,", "odd-character"),
        ("to: \"closing\",\n)", "to: \"closing\",\n]", "brackets"),
        ("to: \"closing\",", "to \"closing\",", "syntax"),
    ];
    let scene = fs::read_to_string(dialogues.join("sound/1-first-hour.scene.ron")).unwrap();
    let first = scene.split("    beats: [").next().unwrap().matches('\n').count() + 2;
    let (mut beats, mut expected) = (String::new(), BTreeSet::new());
    for number in 0..50 {
        if number % 5 == 0 {
            beats += &format!("(id: \"beat-{number}\", lines: [(say: \"So.\")], replies: [\n");
        }
        let (right, wrong, code) = mistakes[number % mistakes.len()];
        let level = 1 + number % 5;
        let reply = format!(
            "(\nid: \"reply-{number}\",\nsay: \"Tell me of {number} more.\",\nskill: OpenQuestion,\nempathy: {level},\n\
             why: \"Asks for {number}.\",\nto: \"closing\",\n),\n"
        );
        let last = if code == "brackets" { 1 } else { 0 };
        let line = reply.split(right).next().unwrap().matches('\n').count() + last + beats.matches('\n').count();
        expected.insert((first + line, code.to_string()));
        beats += &reply.replacen(right, wrong, 1);
        if number % 5 == 4 {
            beats += "]),\n";
        }
    }
    // Something leads to each of them.
    let ways: String = (0..10).map(|number| format!("(weight: 1, to: \"beat-{}\"), ", 5 * number)).collect();
    let many = format!("(id: \"many\", chance: [(weight: 1, to: \"arrives\"), {ways}]),");
    let scene = "1-first-hour.scene.ron";
    edit(
        &dialogues,
        &[
            (scene, "start: \"arrives\"", "start: \"many\""),
            (scene, "    beats: [\n", &format!("    beats: [\n{beats}")),
            (scene, "    ],\n)\n", &format!("{many}    ],\n)\n")),
        ],
    );
    let output = program().args(["--dialogues", text(&dialogues), "check", "--format", "json"]).output().unwrap();
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = found.as_array().unwrap();
    let told: BTreeSet<(usize, String)> =
        found.iter().map(|finding| (finding["line"].as_u64().unwrap() as usize, finding["code"].as_str().unwrap().to_string())).collect();
    assert_eq!((told, found.len()), (expected, 50));
}
