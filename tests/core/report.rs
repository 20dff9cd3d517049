//! `report`: the debrief as a table, and where it is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{root, run, run_with_input, text};

/// Plays an hour by the first reply each time, so many replies long; gives back the record's id.
fn played(data: &Path, replies: usize) -> String {
    run_with_input(0, &["--data-dir", text(data), "play", "noor", "--seed", "5"], &"1\n".repeat(replies));
    let list: Value = serde_json::from_str(&run(0, &["--data-dir", text(data), "records", "list", "--format", "json"])).unwrap();
    list.as_array().unwrap().last().unwrap()["id"].as_str().unwrap().to_string()
}

/// The table of a record: its header and its rows, by column.
fn table(data: &Path, id: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let printed = run(0, &["--data-dir", text(data), "report", id, "--format", "csv"]);
    assert!(!printed.starts_with('\u{feff}') && printed.ends_with("\r\n"));
    assert_eq!(printed.matches('\n').count(), printed.matches("\r\n").count());
    let mut reader = csv::Reader::from_reader(printed.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_string).collect();
    (header, reader.records().map(|row| row.unwrap().iter().map(str::to_string).collect()).collect())
}

#[test]
fn each_reply_is_a_row_that_says_what_the_debrief_says() {
    let folder = tempfile::tempdir().unwrap();
    let id = played(folder.path(), 99);
    let (header, rows) = table(folder.path(), &id);
    let told: Value = serde_json::from_str(&run(0, &["--data-dir", text(folder.path()), "report", &id, "--format", "json"])).unwrap();
    let turns = told["turns"].as_array().unwrap();
    assert_eq!(rows.len(), turns.len());
    let cell = |row: usize, column: &str| rows[row][header.iter().position(|name| name == column).unwrap()].as_str();
    let word = |value: &Value| value.as_str().map_or(value.to_string(), str::to_string);
    let list = |value: &Value| value.as_array().map_or(String::new(), |list| list.iter().map(word).collect::<Vec<_>>().join("; "));
    let or_empty = |value: &Value| if value.is_null() { String::new() } else { word(value) };
    for (row, turn) in turns.iter().enumerate() {
        let answered = &turn["turn"];
        let answer = &answered["offered"][answered["taken"].as_u64().unwrap() as usize];
        let codes = &answer["codes"];
        assert_eq!((cell(row, "record"), cell(row, "case"), cell(row, "seed"), cell(row, "mode")), (id.as_str(), "noor", "5", "practise"));
        assert_eq!(cell(row, "move"), (row + 1).to_string());
        assert_eq!(cell(row, "before"), turn["before"].as_str().unwrap());
        for (column, expected) in [
            ("beat", word(&answered["beat"])),
            ("reply", word(&answer["reply"])),
            ("text", word(&answer["text"])),
            ("why", word(&answer["why"])),
            ("source", or_empty(&answer["source"])),
            ("skill", word(&codes["skill"])),
            ("empathy_coded", or_empty(&codes["empathy"])),
            ("goals_made", list(&codes["goal"])),
            ("boundary", or_empty(&codes["boundary"])),
            ("safety_steps", list(&codes["safety"])),
            ("repair", or_empty(&codes["repair"])),
            ("body", or_empty(&codes["body"])),
            ("deed", if answer["deed"] == true { "yes".into() } else { "no".into() }),
        ] {
            assert_eq!(cell(row, column), expected, "{column} of row {row}");
        }
        let felt = &told["people"][0]["felt"][row + 1];
        for column in ["trust", "agreement", "safety", "distress", "frustration", "hope", "dependency", "experiencing", "stance", "rupture"]
        {
            assert_eq!(cell(row, column), or_empty(&felt[column]), "{column} of row {row}");
        }
    }
    let minutes: Vec<u16> = (0..rows.len()).map(|row| cell(row, "minute").parse().unwrap()).collect();
    assert!(minutes[0] == 0 && minutes.is_sorted() && *minutes.last().unwrap() > 20, "{minutes:?}");
    // What a score weighed is in the columns that are made of it.
    let of = |score: &str, kind: &str| -> Vec<Value> {
        let evidence = told["assessment"]["scores"][score]["evidence"].as_array().unwrap();
        evidence.iter().filter(|line| line["kind"] == kind).cloned().collect()
    };
    let (levels, moves, boundaries) = (of("empathy", "level"), of("goals", "moves"), of("boundaries", "boundary"));
    assert!(!levels.is_empty() && !moves.is_empty() && !boundaries.is_empty());
    let row = |line: &Value| line["turn"].as_u64().unwrap() as usize - 1;
    for line in &levels {
        assert_eq!(cell(row(line), "empathy_credited"), line["credited"].to_string());
    }
    for line in &moves {
        assert_eq!(cell(row(line), "goals_offered"), list(&line["offered"]));
    }
    for line in &boundaries {
        let yes = |key: &str| if line[key] == true { "yes" } else { "no" };
        assert_eq!((cell(row(line), "boundary_asked"), cell(row(line), "boundary_indicated")), (yes("asked"), yes("indicated")));
    }
    let with = |column: &str| (0..rows.len()).filter(|row| !cell(*row, column).is_empty()).count();
    assert_eq!((with("empathy_credited"), with("goals_offered"), with("boundary_asked")), (levels.len(), moves.len(), boundaries.len()));
}

#[test]
fn an_hour_that_was_left_has_its_rows_and_one_without_a_reply_its_header() {
    for replies in [0, 3] {
        let folder = tempfile::tempdir().unwrap();
        let id = played(folder.path(), replies);
        let (header, rows) = table(folder.path(), &id);
        assert_eq!((header.len() > 30, rows.len()), (true, replies));
    }
}

#[test]
fn every_column_is_documented() {
    let folder = tempfile::tempdir().unwrap();
    let id = played(folder.path(), 1);
    let page = fs::read_to_string(root().join("docs/report-csv.md")).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| `")).map(|row| row.split('|').nth(1).unwrap());
    let documented: BTreeSet<&str> = rows.flat_map(|names| names.split('`').skip(1).step_by(2)).collect();
    let (header, _) = table(folder.path(), &id);
    assert_eq!(documented, header.iter().map(String::as_str).collect());
}

#[test]
fn a_cell_that_begins_like_a_formula_is_made_harmless() {
    let (folder, dialogues) = crate::with_sound_case();
    let scene = dialogues.join("sound/1-first-hour.scene.ron");
    let written = fs::read_to_string(&scene).unwrap();
    fs::write(&scene, written.replace("say: \"", "say: \"=")).unwrap();
    let data = folder.path().join("data");
    run_with_input(0, &["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound", "--seed", "1"], "1\n");
    let list: Value = serde_json::from_str(&run(0, &["--data-dir", text(&data), "records", "list", "--format", "json"])).unwrap();
    let (header, rows) = table(&data, list[0]["id"].as_str().unwrap());
    let text = header.iter().position(|name| name == "text").unwrap();
    assert!(rows.len() == 1 && rows[0][text].starts_with("'="), "{rows:?}");
    assert!(!rows[0].iter().any(|cell| cell.starts_with('=')), "{rows:?}");
}

#[test]
fn a_file_that_is_there_is_left_unless_it_may_go() {
    let folder = tempfile::tempdir().unwrap();
    let id = played(folder.path(), 2);
    let file = folder.path().join("hour.csv");
    let report = ["--data-dir", text(folder.path()), "report", &id, "--format", "csv"];
    let to_file = [&report[..], &["--out", text(&file)]].concat();
    assert_eq!(run(0, &to_file), "");
    assert_eq!(fs::read_to_string(&file).unwrap(), run(0, &report));
    fs::write(&file, "mine").unwrap();
    let told = run(2, &to_file);
    assert!(told.contains("is there already") && told.contains("--overwrite"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
    run(0, &[&to_file[..], &["--overwrite"]].concat());
    assert_eq!(fs::read_to_string(&file).unwrap(), run(0, &report));
    // Nothing else was left beside it, and what is no file stays.
    let beside = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(beside, 3, "records, bundles, hour.csv");
    run(2, &[&report[..], &["--out", text(folder.path()), "--overwrite"]].concat());
    run(2, &[&report[..], &["--out", "/dev/null", "--overwrite"]].concat());
    run(2, &[&report[..], &["--overwrite"]].concat());
}
