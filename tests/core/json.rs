//! `docs/json.md` names every key that the program prints, and nothing that it doesn't.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::{NOTES, program, root, run, run_with_input, text, with_call, with_couple, with_course};

/// Keys of a value and of all that is in it.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

/// Every `key` in backquotes in a table row of that section.
fn documented(section: &str) -> BTreeSet<String> {
    let page = fs::read_to_string(root().join("docs/json.md")).unwrap();
    let section = page
        .split("\n## ")
        .find(|part| part.lines().next() == Some(section))
        .unwrap_or_else(|| panic!("docs/json.md has no section {section}"));
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2).map(str::to_string)).collect()
}

#[track_caller]
fn holds(section: &str, values: &[Value]) {
    let mut printed = BTreeSet::new();
    values.iter().for_each(|value| keys(value, &mut printed));
    let documented = documented(section);
    let missing: Vec<_> = printed.difference(&documented).collect();
    let gone: Vec<_> = documented.difference(&printed).collect();
    assert!(missing.is_empty() && gone.is_empty(), "{section}: not in docs/json.md: {missing:?}; in it but never printed: {gone:?}");
}

fn json(printed: &str) -> Value {
    serde_json::from_str(printed).unwrap()
}

#[test]
fn every_key_is_documented() {
    let (folder, dialogues) = with_call();
    let data = folder.path().join("data");
    let ((_two, two), (_course, of_two)) = (with_couple(), with_course());
    let whole = "1\n".repeat(80);
    let couple = ["--dialogues", text(&two), "--data-dir", text(&data), "play", "sound", "--seed", "1", "--format", "json"];
    let couple = json(&run_with_input(0, &couple, "wait\nwhat-for\nrule\non\ngo-in\nnext-week\n"));
    let course =
        ["--dialogues", text(&of_two), "--data-dir", text(&data), "play", "sound", "--session", "2", "--seed", "1", "--format", "json"];
    let course = json(&run_with_input(0, &course, &whole));
    // Hours of all kinds, so that every entry of an account comes up.
    let hours: Vec<Value> = (0..12)
        .map(|seed| {
            let seed = seed.to_string();
            let input: String = (0..80).map(|turn| format!("{}\n", 1 + (turn * 7 + seed.len() * 3 + turn / 3) % 3)).collect();
            json(&run_with_input(0, &["--data-dir", text(&data), "play", "noor", "--seed", &seed, "--format", "json"], &input))
        })
        .chain((0..12).map(|seed| {
            let seed = seed.to_string();
            let sound = ["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound", "--seed", &seed, "--format", "json"];
            json(&run_with_input(0, &sound, &"1\n".repeat(40)))
        }))
        .chain([json(&run_with_input(
            0,
            &["--data-dir", text(&data), "play", "noor", "--seed", "1", "--leave-out", "not-waking-up", "--format", "json"],
            &"1\n".repeat(80),
        ))])
        .chain([couple, course])
        // One beside which something was written.
        .chain([json(&run_with_input(
            0,
            &["--data-dir", text(&data), "play", "noor", "--seed", "1", "--say-first", "--keep-words", "--format", "json"],
            "My words\n1 1\n1\nMore of them\n1 1\nread -1 1 2 tired eyes\nnote 1 brings something\n1\n",
        ))])
        .collect();
    holds("play", &hours);

    let exam = dialogues.join("midterm.exam.ron");
    run(0, &["--dialogues", text(&dialogues), "exam", "--new", "sound", "--out", text(&exam)]);
    run_with_input(0, &["--dialogues", text(&dialogues), "--data-dir", text(&data), "exam", text(&exam)], &whole);
    let list = json(&run(0, &["--data-dir", text(&data), "records", "list", "--format", "json"]));
    let ids: Vec<&str> = list.as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap()).collect();
    let reports: Vec<Value> = ids.iter().map(|id| json(&run(0, &["--data-dir", text(&data), "report", id, "--format", "json"]))).collect();
    holds("report", &reports);

    for (name, bytes) in [("torn-1", 10), ("torn-2", 4_000)] {
        let whole = fs::read(data.join("records").join(format!("{}.jsonl", ids[0]))).unwrap();
        fs::write(data.join("records").join(format!("{name}.jsonl")), &whole[..bytes]).unwrap();
    }
    let mut damaged = fs::read(data.join("records").join(format!("{}.jsonl", ids[1]))).unwrap();
    let second = damaged.iter().position(|byte| *byte == b'\n').unwrap() + 30;
    damaged[second] ^= 1;
    fs::write(data.join("records/damaged.jsonl"), damaged).unwrap();
    let header = r#"{"min_reader":9}"#;
    fs::write(data.join("records/newer.jsonl"), format!("{:08x} {header}\n", crc32fast::hash(header.as_bytes()))).unwrap();
    let verified = program().args(["--data-dir", text(&data), "records", "verify", "--format", "json"]).output().unwrap();
    holds("records verify", &[serde_json::from_slice(&verified.stdout).unwrap()]);
    holds("records list", &[json(&run(0, &["--data-dir", text(&data), "records", "list", "--format", "json"]))]);

    run_with_input(0, &["--data-dir", text(&data), "drill", "--seed", "1", "--without-topics"], "1\n+\nn\n2\nq\n");
    // By then the shipped hours have tries enough to be compared.
    holds("progress", &[json(&run(0, &["--data-dir", text(&data), "progress", "--format", "json"]))]);

    let tables = ["docs/assessing-a-table", "tests/core/tables/all-named", "tests/core/tables/bad-cells"];
    holds("assess", &tables.map(|table| crate::tables::assessed(&root().join(table).with_extension("csv")).1));

    let sound = ["--dialogues", text(&dialogues)];
    let (noor, played) = (json(&run(0, &["playtest", "noor", "--format", "json"])), |arguments: &[&str]| {
        let output = program().args(sound).args(arguments).args(["--format", "json"]).output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    });
    // A room that can't be left, a chance, and a transcript of each kind of trouble.
    run(0, &["new", "stuck", "--in", text(&dialogues)]);
    fs::copy(root().join("tests/core/stuck/without-its-not.scene.ron"), dialogues.join("stuck/1-first-hour.scene.ron")).unwrap();
    let case = dialogues.join("stuck/case.ron");
    fs::write(&case, fs::read_to_string(&case).unwrap().replace(NOTES, "content_notes: [],").replace("heard: [\"goal\"]", "heard: []"))
        .unwrap();
    run(0, &["new", "chance", "--in", text(&dialogues)]);
    let scene = dialogues.join("chance/1-first-hour.scene.ron");
    let drawn = "chance: [(weight: 1, to: \"favour\"), (weight: 1, to: \"not-yet\")]";
    fs::write(&scene, fs::read_to_string(&scene).unwrap().replacen("then: \"favour\"", drawn, 1)).unwrap();
    holds("playtest", &[noor, played(&["playtest", "stuck", "--runs", "20"])]);
    holds("explore", &[json(&run(0, &["explore", "noor", "--format", "json"])), played(&["explore", "chance"])]);
    fs::create_dir(dialogues.join("sound/transcripts")).unwrap();
    fs::write(dialogues.join("sound/transcripts/one.txt"), "expect: ending returns").unwrap();
    fs::write(dialogues.join("sound/transcripts/two.txt"), "nonsense").unwrap();
    holds("test", &[played(&["test"])]);

    let scene = dialogues.join("sound/1-first-hour.scene.ron");
    fs::write(&scene, fs::read_to_string(&scene).unwrap().replace("to: \"goes\"", "to: \"gose\"")).unwrap();
    let output = program().args(["--dialogues", text(&dialogues), "check", "--format", "json"]).output().unwrap();
    holds("check", &[serde_json::from_slice(&output.stdout).unwrap()]);
}
