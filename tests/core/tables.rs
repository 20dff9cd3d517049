//! `assess`: tables of coded turns as people send them, and what is told of each.
//!
//! Beside each `tables/*.csv` stands a `.txt` with what is expected: the exit status, the three scores with the gate, how
//! many rows of the therapist's, of the patient's and left out, the ruptures, and every finding with its line and column.

use std::fs;
use std::path::{Path, PathBuf};

use fifty_minutes::assess::table::{MOST_ROWS, Table, Unreadable};
use fifty_minutes::script::codes::Lens;
use fifty_minutes::script::parse;
use fifty_minutes::script::rules::Rubric;
use proptest::prelude::*;
use serde_json::Value;

use crate::{program, root, run, text};

fn tables() -> Vec<PathBuf> {
    let files = fs::read_dir(root().join("tests/core/tables")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "csv")).collect();
    files.sort();
    files
}

/// What is told of a table as JSON; null where there was nothing to score.
pub fn assessed(file: &Path) -> (i32, Value, String) {
    let output = program().args(["--dialogues", "dialogues", "assess", text(file), "--format", "json"]).output().unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap().replace(text(file), "FILE");
    assert!(!complaint.contains("panicked"), "{complaint}");
    (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap_or_default(), complaint)
}

fn told(file: &Path) -> String {
    let (status, told, complaint) = assessed(file);
    if told.is_null() {
        return format!("exit {status}\n{complaint}");
    }
    let score = |name: &str| format!("{name} {}", told["scores"][name]["value"]);
    let scores = ["empathy", "goals", "boundaries"].map(score).join(", ");
    let gate = told["gate"]["state"].as_str().unwrap();
    let rows = &told["rows"];
    let mut out = format!("exit {status}\n{scores}, {gate}\nrows {}, {}, {}\n", rows["therapist"], rows["patient"], rows["bad"]);
    for rupture in told["repairs"].as_array().unwrap() {
        let tried: Vec<String> =
            rupture["tried"].as_array().unwrap().iter().map(|tried| format!("{} {}", tried["turn"], tried["code"])).collect();
        out.push_str(&format!("rupture after {}: {}; {}\n", rupture["opened"], tried.join(", "), rupture["outcome"]));
    }
    for found in told["findings"].as_array().unwrap() {
        let place = if found["line"].is_null() { String::new() } else { format!("{}:{}: ", found["line"], found["column"]) };
        let [severity, code, message, help] = ["severity", "code", "message", "help"].map(|key| found[key].as_str().unwrap());
        out.push_str(&format!("{place}{severity} [{code}]: {message}\n"));
        if !help.is_empty() {
            out.push_str(&format!("    {help}\n"));
        }
    }
    out
}

#[test]
fn each_table_is_told_as_written() {
    let files = tables();
    assert!(files.len() >= 15);
    let mut wrong = Vec::new();
    for file in files {
        let expected = fs::read_to_string(file.with_extension("txt")).unwrap_or_default();
        let found = told(&file);
        if found.trim_end() != expected.trim_end() {
            wrong.push(format!("{}: found\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Worked out by hand from `dialogues/rubric.ron`, before it was run.
///
/// Empathy, as motivational interviewing: the four emotional moments got 4, 3, 1 and 4, mean 3.0, 60 points; the body is
/// not coded, so its 20 go there too. Seven reflections to three questions, 2.33: a third of the way from good (2, 80) to
/// full (3, 100), 86.66. Three complex of seven, .4285: from fair (.4, 60) towards good (.5, 80), 65.7. Ten behaviours are
/// enough for both. (75 × 60 + 15 × 86.66 + 10 × 65.7) ÷ 100 = 64.56, so 65.
///
/// Goals: one move of one, one of two, one of two: 3 of 5, .6, from fair (.5, 60) towards good (.75, 80): 68. Four done
/// together (autonomy, two affirmations, seek) and one persuasion: .8, 80. (75 × 68 + 25 × 80) ÷ 100 = 71.
///
/// Boundaries: one pressure, and it takes three.
#[test]
fn the_example_in_the_guide_scores_as_worked_out_by_hand() {
    let (status, told, _) = assessed(&root().join("docs/assessing-a-table.csv"));
    assert_eq!(status, 0);
    let scores = &told["scores"];
    assert_eq!((&scores["empathy"]["value"], &scores["empathy"]["band"]), (&65.into(), &"fair".into()));
    assert_eq!((&scores["goals"]["value"], &scores["goals"]["band"]), (&71.into(), &"fair".into()));
    assert_eq!((&scores["boundaries"]["value"], &scores["boundaries"]["band"]), (&Value::Null, &Value::Null));
    assert_eq!(scores["boundaries"]["evidence"][0]["points"], 100);
    let counts = &told["counts"];
    assert_eq!(counts["reflections_to_questions"], 2.33);
    assert_eq!([&counts["percent_complex"], &counts["mi_adherent"], &counts["mi_non_adherent"]], [43, 4, 1]);
    assert_eq!(counts["percent_mi_adherent"], 80);
    assert_eq!(counts["behaviours"][3]["lines"], serde_json::json!([3, 11, 19]));
    assert_eq!((&told["repairs"][0]["opened"], &told["repairs"][0]["outcome"]), (&4.into(), &"mended".into()));
}

#[test]
fn the_report_opens_every_figure_down_to_its_lines() {
    let told = run(0, &["assess", "docs/assessing-a-table.csv"]);
    for part in [
        "65, fair\n",
        "71, fair\n",
        "not enough to say",
        "2. (line 5) “It frightened her",
        "complex reflection · level 4; a complex reflection",
        "goal moves: 1 of 2 on offer",
        "asked what it means, indicated here: 100 points",
        "tried: owned a part in it (5); mended.",
        "question (Q): 3 (lines 3, 11, 19)",
        "Reflections for each question: 2.33 (7 to 3).",
        "Complex reflections: 43 % (3 of 7).",
        "MI-adherent: 4 (affirm 2, seek collaboration 1, emphasise autonomy 1).",
        "Moyers, Manuel & Ernst (2014)",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
    assert!(!told.contains("on offer on this path"), "{told}");
}

#[test]
fn what_can_t_be_read_stands_above_the_scores_in_the_same_words() {
    let told = run(1, &["assess", "tests/core/tables/bad-cells.csv"]);
    let (wrong, scored) = told.split_once("Fifty Minutes · ").unwrap();
    let first = "tests/core/tables/bad-cells.csv:3:3: error [unknown-word]: column 3 (“skill”): “Reflexion” is none of its words\n    Did you mean “Reflection”?\n";
    assert!(wrong.starts_with(first), "{wrong}");
    assert!(scored.contains("Empathy\n-------\n"), "{scored}");
    assert!(!told.contains('\u{1b}') && !run(1, &["assess", "tests/core/tables/formulas-and-signs.csv"]).contains('\u{1b}'));
}

#[test]
fn the_lens_decides_whether_reflections_weigh() {
    let empathy = |lens: &[&str]| {
        let told = run(0, &[&["assess", "docs/assessing-a-table.csv", "--format", "json"], lens].concat());
        serde_json::from_str::<Value>(&told).unwrap()["scores"]["empathy"]["value"].clone()
    };
    assert_eq!(empathy(&["--lens", "Motivational Interviewing"]), empathy(&[]));
    // The mean of the levels alone, 3.0.
    assert_eq!(empathy(&["--lens", "cognitive"]), 60);
    assert!(run(2, &["assess", "docs/assessing-a-table.csv", "--lens", "cognitiv"]).contains("Did you mean “Cognitive”?"));
}

#[test]
fn a_table_without_bounds_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("table.csv");
    fs::write(&file, [&b"speaker,text\n"[..], &vec![b'x'; 50 * 1024 * 1024]].concat()).unwrap();
    assert!(run(2, &["assess", text(&file)]).contains("it is larger than 8 MiB. Part it into several tables."));
    fs::write(&file, format!("speaker\n{}", "T\n".repeat(MOST_ROWS + 1))).unwrap();
    assert!(run(2, &["assess", text(&file)]).contains("more than 10000 rows"));
    // Behind what is read nothing may stand, in the first row or below.
    let wide = |columns: usize| format!("speaker{},skill\n", ",x".repeat(columns - 2));
    fs::write(&file, wide(201) + "T\n").unwrap();
    assert!(run(2, &["assess", text(&file)]).contains("names more than 200 columns"));
    fs::write(&file, format!("{}T\nT{}Q\n", wide(200), ",".repeat(300))).unwrap();
    assert!(run(1, &["assess", text(&file)]).contains("[too-many-cells]"));
    fs::write(&file, format!("speaker,skill\nT,{}\nT,Q\n", "Q;".repeat(21))).unwrap();
    let told = run(1, &["assess", text(&file)]);
    assert!(told.contains("more than 20 words, and only the first 20 are read"), "{told}");
    for (long, complaint) in [(",", "it is empty"), ("x", "names no column “speaker”")] {
        fs::write(&file, long.repeat(8 * 1024 * 1024)).unwrap();
        assert!(run(2, &["assess", text(&file)]).contains(complaint));
    }
    fs::write(&file, format!("speaker,skill\nT,Q\n{}", "T,a;b;c;d;e;f;g;h\n".repeat(MOST_ROWS - 1))).unwrap();
    let told = run(1, &["assess", text(&file)]);
    assert!(told.lines().count() < 5_000 && told.contains(" is not told here: 77992."), "{told}");
    assert!(run(2, &["assess", text(&folder.path().join("none.csv"))]).contains("Look at its name."));
    run(2, &["assess", text(folder.path())]);
    fs::write(folder.path().join("rubric.ron"), "(").unwrap();
    let told = run(2, &["--dialogues", text(folder.path()), "assess", "docs/assessing-a-table.csv"]);
    assert!(told.contains("rubric.ron:1") && told.contains("there is no rubric"), "{told}");
}

#[test]
fn the_largest_table_with_everything_in_every_row_still_adds_up() {
    let row = "T,Seek;AF;Emphasise;Persuade;Confront;CR;Q,5,Elicit;Agenda;Rationale;Negotiate;Feedback;NextStep,Hold,Nod,fits,emotional;risk;cue,Elicit;Agenda;Rationale;Negotiate;Feedback;NextStep,Hold\n";
    let table = format!("speaker,skill,empathy,goal,boundary,body,fit,moment,offered,indicated\n{}", row.repeat(MOST_ROWS));
    let scores = Table::read("t.csv", table.as_bytes()).unwrap().assess(&rubric(), Lens::Humanistic).scores;
    // Level, fit and complex at 100; as many reflections as questions, 60: 85 + 15 × .6 = 94. All moves, and three of five
    // done together, fair, 60: 75 + 25 × .6 = 90.
    assert_eq!([scores.empathy.value, scores.goals.value, scores.boundaries.value], [Some(94), Some(90), Some(100)]);
}

/// Every word in backquotes in that column of the tables in the guide.
fn documented(column: usize) -> Vec<String> {
    let guide = fs::read_to_string(root().join("docs/assessing-a-table.md")).unwrap();
    let rows = guide.split("## Columns").nth(1).unwrap().split("## What is taken").next().unwrap();
    let cells = rows.lines().filter(|line| line.starts_with("| `")).filter_map(|row| row.split('|').nth(column));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).flat_map(|words| words.split(", "))).map(str::to_string).collect()
}

#[test]
fn every_column_and_every_skill_in_the_guide_is_read() {
    let names = documented(1);
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        let as_column = Table::read("t.csv", format!("speaker,text,{name}\nT,x,\n").as_bytes());
        let is_column = as_column.is_ok_and(|table| {
            let findings = table.assess(&rubric(), Lens::Humanistic).findings;
            !findings.iter().any(|finding| finding.code == "column-not-read")
        });
        let as_skill = Table::read("t.csv", format!("speaker,skill\nT,{name}\n").as_bytes());
        assert!(is_column || as_skill.is_ok_and(|table| table.assess(&rubric(), Lens::Humanistic).is_sound()), "{name}");
    }
    let guide = fs::read_to_string(root().join("docs/assessing-a-table.md")).unwrap();
    let speakers = guide.split("**Speakers.**").nth(1).unwrap().split("A colon").next().unwrap();
    for speaker in speakers.split('`').skip(1).step_by(2).flat_map(|list| list.split(", ")) {
        let table = format!("speaker\nT\n{speaker}\n");
        assert!(Table::read("t.csv", table.as_bytes()).unwrap().assess(&rubric(), Lens::Humanistic).is_sound(), "{speaker}");
    }
}

fn rubric() -> Rubric {
    parse::rubric("rubric.ron", &crate::gallery::shared("rubric.ron")).unwrap()
}

/// Rows that are read, with all kinds of codes.
const GOOD: [&str; 8] = [
    "T,\"You came,\nafter all.\",SR,3,,,,",
    "C,I did.,,,,,emotional,",
    "T,What for?,Q; Seek,,Elicit,,,",
    "P,Could you stay on?,,,,,boundary,Hold",
    "T,No.,Confront,1,,Cold,,",
    "T,Each week it costs you.,CR + AF,4,NextStep; Agenda,,emotional,",
    "P,,,,,,risk,",
    "T,,,,,,,",
];

const HEADER: &str = "speaker,text,skill,empathy,goal,boundary,moment,indicated";

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_whatever_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), below_a_header in any::<bool>(), separator in "[,;\t]") {
        let header = HEADER.replace(',', &separator);
        let bytes = if below_a_header { [header.as_bytes(), b"\nT\n", &bytes].concat() } else { bytes };
        match Table::read("t.csv", &bytes) {
            Ok(table) => {
                let told = table.assess(&rubric(), Lens::MotivationalInterviewing);
                fifty_minutes::report::table::render(&told);
                let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u32 + 1;
                prop_assert!(told.findings.iter().all(|finding| finding.line.is_none_or(|line| (1..=lines).contains(&line))));
            }
            Err(trouble) => prop_assert!(!below_a_header || matches!(trouble, Unreadable::NoText), "{trouble}"),
        }
    }

    #[test]
    fn good_rows_survive_bad_neighbours(
        rows in prop::collection::vec((prop::sample::select(&GOOD[..]), prop::option::of(prop::collection::vec(any::<u8>(), 0..20))), 1..30),
    ) {
        let mut good = format!("{HEADER}\nT,,,,,,,\n").into_bytes();
        let mut mixed = good.clone();
        let mut bad = 0;
        for (row, neighbour) in rows {
            good.extend(row.bytes().chain([b'\n']));
            if let Some(neighbour) = neighbour {
                // Nobody's row: what is not a quotation mark or the end of a line may stand in it.
                mixed.extend(b"?,".iter().chain(neighbour.iter().filter(|byte| !b"\"\r\n\0".contains(byte))).chain(b"\n"));
                bad += 1;
            }
            mixed.extend(row.bytes().chain([b'\n']));
        }
        let [good, mixed] = [good, mixed].map(|bytes| Table::read("t.csv", &bytes).unwrap().assess(&rubric(), Lens::MotivationalInterviewing));
        prop_assert_eq!((mixed.rows.therapist, mixed.rows.patient, mixed.rows.bad), (good.rows.therapist, good.rows.patient, bad));
        prop_assert_eq!(mixed.counts.reflections_to_questions, good.counts.reflections_to_questions);
        for (with, without) in [
            (&mixed.scores.empathy, &good.scores.empathy),
            (&mixed.scores.goals, &good.scores.goals),
            (&mixed.scores.boundaries, &good.scores.boundaries),
        ] {
            prop_assert_eq!(with.value, without.value);
            let weighs = |score: &fifty_minutes::assess::Score| score.evidence.iter().map(|line| (line.turn, line.weighs.clone())).collect::<Vec<_>>();
            prop_assert_eq!(weighs(with), weighs(without));
        }
    }
}
