//! The pages on findings: each code has one, and each example in them does what it says.
//!
//! Below `## Example` a page does one or more of these to the case that `new` makes, each in a line and what stands fenced below it:
//! "In `FILE`, right:" and "Wrong:" put some lines in the place of others, line by line whatever the indent; "`FILE` holds:" makes a
//! file, in the place of what stands in its way, and "`FILE` holds the bytes:" one of bytes in hexadecimal. At last "`check` says:"
//! holds what that command says, word for word; with "says, among other things:" there may be more, but only what the untouched case
//! isn't told of counts. "A beat like this:" shows one that can be read, where what is meant shows in a whole hour alone.
//! There may be several examples to a page.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fifty_minutes::script::parse;

use crate::{edit, planted, program, root, run, text, with_sound_case};

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

/// Makes a file in the place of whatever is in its way.
fn make(file: &Path, bytes: &[u8]) {
    let folder = file.parent().unwrap();
    if folder.is_file() {
        fs::remove_file(folder).unwrap();
    }
    fs::create_dir_all(folder).unwrap();
    fs::write(file, bytes).unwrap();
}

/// What a command says of the case in paragraphs, with files named as they lie in it.
fn said(dialogues: &Path, command: &str) -> Vec<String> {
    let output = program().args(["--dialogues", text(dialogues)]).args(command.split(' ')).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap().replace(&format!("{}/sound/", dialogues.display()), "");
    let said = said.replace(&format!("{}/", dialogues.display()), "../");
    said.trim().split("\n\n").map(String::from).collect()
}

/// Whether a command says that, with the code of the page, word for word.
fn says(code: &str, dialogues: &Path, command: &str, expected: &str) -> Result<(), String> {
    let said = self::said(dialogues, command).join("\n\n");
    if said == expected && expected.contains(&format!("[{code}]: ")) { Ok(()) } else { Err(format!("{command} says\n{said}")) }
}

/// Whether it says that among other things, and of the untouched case doesn't.
fn says_as_well(code: &str, dialogues: &Path, command: &str, expected: &str, touched: bool) -> Result<(), String> {
    let said = self::said(dialogues, command);
    let (_folder, untouched) = with_sound_case();
    let before = if touched { self::said(&untouched, command) } else { Vec::new() };
    let is_told = |told: &&str| said.iter().any(|said| said == told) && told.contains(&format!("[{code}]: "));
    match expected.split("\n\n").find(|told| !is_told(told) || before.iter().any(|before| before == told)) {
        Some(told) => Err(format!("{told}\nis not what the change brings about; {command} says\n{}", said.join("\n\n"))),
        None => Ok(()),
    }
}

/// Follows an example; what is otherwise than it says.
fn follow(code: &str, example: &str) -> Result<(), String> {
    let (_folder, dialogues) = with_sound_case();
    let mut blocks = blocks(example).into_iter();
    let mut touched = false;
    loop {
        let (before, block) = blocks.next().ok_or("the example ends early")?;
        let block = block.trim_end_matches('\n');
        if before == "A beat like this:" {
            let scene = format!("(title: \"-\", length: 50, start: \"-\", time_is_up: \"-\", walks_out: \"-\", beats: [{block}])");
            return parse::scene("", &scene).map(drop).map_err(|broken| format!("{:?}", broken.findings));
        }
        let [_, named, what] = before.splitn(3, '`').collect::<Vec<_>>()[..] else { return Err(format!("“{before}” names no file")) };
        let file = dialogues.join("sound").join(named);
        match what {
            " says:" => return says(code, &dialogues, named, block),
            " says, among other things:" => return says_as_well(code, &dialogues, named, block, touched),
            " holds:" => make(&file, format!("{block}\n").as_bytes()),
            " holds the bytes:" => {
                let bytes: Result<Vec<u8>, _> = block.split_whitespace().map(|byte| u8::from_str_radix(byte, 16)).collect();
                make(&file, &bytes.map_err(|error| error.to_string())?);
            }
            _ => {
                let (_, wrong) = blocks.next().ok_or("there is no wrong beside the right")?;
                put(&file, block, wrong)?;
            }
        }
        touched = true;
    }
}

#[test]
fn each_example_does_what_it_says() {
    let mut followed = 0;
    let mut otherwise = Vec::new();
    for (code, page) in pages() {
        assert!(page.starts_with(&format!("# {code}\n\n**")), "{code}");
        assert!(page.contains("\n## Example"), "{code}");
        for example in page.split("\n## Example").skip(1) {
            followed += 1;
            otherwise.extend(follow(&code, example).err().map(|error| format!("{code}: {error}")));
        }
    }
    assert!(otherwise.is_empty() && followed > 50, "{}", otherwise.join("\n"));
}

/// Every code that the program can give, as it stands in its source.
fn codes() -> BTreeSet<String> {
    let mut files: Vec<PathBuf> = [
        "src/analysis/proof.rs",
        "src/analysis/transcript.rs",
        "src/library/mod.rs",
        "src/library/bytes.rs",
        "src/library/exams.rs",
        "src/library/names.rs",
    ]
    .map(|file| root().join(file))
    .into();
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
            let given =
                ["error(", "told(", "warning(", ".known(", "of_file(", "finding(", "code: ", "code:", "_MARKS: &str =", "COMMAS: &str ="];
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

/// What shows in a whole hour alone, and the test where such an hour is made.
const IN_AN_HOUR: [(&str, &str); 4] = [
    ("dead-end", "stuck.rs"),
    ("always-the-same-skill", "habits.rs"),
    ("not-to-be-missed", "proof/not-to-be-missed.txt"),
    ("won-without-listening", "proof/won-without-listening.txt"),
];

#[test]
fn every_code_is_planted_somewhere() {
    let in_made_cases = planted::codes();
    let mut nowhere = Vec::new();
    for (code, page) in pages() {
        let by_example = page.split(" says").skip(1).any(|said| said.contains(&format!("[{code}]: ")));
        let in_an_hour = IN_AN_HOUR.iter().find(|(there, _)| *there == code);
        let in_an_hour =
            in_an_hour.is_some_and(|(_, test)| fs::read_to_string(root().join("tests/core").join(test)).unwrap().contains(&code));
        if !in_made_cases.contains(code.as_str()) && !by_example && !in_an_hour {
            nowhere.push(code);
        }
    }
    assert!(nowhere.is_empty(), "planted nowhere: {nowhere:?}");
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
