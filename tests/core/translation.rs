//! A case in another language: the same hour but for its words, and what stands in where a translation doesn't hold.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fifty_minutes::assess::assess;
use fifty_minutes::library;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::session::account::{Entry, describe};
use fifty_minutes::session::event::Event;
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use crate::{program, run, run_with_input, text, with_shipped_cases, with_sound_case};

/// The rows of a sheet under its first.
fn rows(sheet: &str) -> Vec<[String; 4]> {
    let mut reader = csv::Reader::from_reader(sheet.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), vec!["key", "source", "translation", "was"]);
    reader.records().map(|row| row.unwrap().iter().map(String::from).collect::<Vec<_>>().try_into().unwrap()).collect()
}

fn written(rows: &[[String; 4]], delimiter: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(["key", "source", "translation", "was"]).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn place(dialogues: &Path, case: &str) -> PathBuf {
    dialogues.join(case).join("lang/pt-BR.csv")
}

/// Translates a case whole: each text is the source's, between marks.
fn translate(dialogues: &Path, case: &str) -> Vec<[String; 4]> {
    let mut rows = rows(&run(0, &["--dialogues", text(dialogues), "sheet", case, "pt-BR"]));
    rows.iter_mut().for_each(|row| row[2] = format!("⟦{}⟧", row[1]));
    fs::create_dir_all(dialogues.join(case).join("lang")).unwrap();
    fs::write(place(dialogues, case), written(&rows, b',')).unwrap();
    rows
}

fn unmarked(text: &str) -> String {
    text.replace(['⟦', '⟧'], "")
}

fn with_translated_case() -> (TempDir, PathBuf, Vec<[String; 4]>) {
    let (folder, dialogues) = with_sound_case();
    let rows = translate(&dialogues, "sound");
    (folder, dialogues, rows)
}

/// Every text of a value that somebody reads.
fn words(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if ["text", "what", "why", "name", "title", "before", "aftercare"].contains(&key.as_str()) => {
                        found.push(text.clone());
                    }
                    value => words(value, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|value| words(value, found)),
        _ => {}
    }
}

#[test]
fn an_hour_is_the_same_in_every_language_but_for_its_words() {
    let (folder, dialogues, _) = with_translated_case();
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
    for seed in ["1", "2", "3"] {
        let hour = |language: &str| {
            let data = folder.path().join(format!("{language}-{seed}"));
            let at = ["--dialogues", text(&dialogues), "--data-dir", text(&data), "--language", language];
            let input: String = (0..60).map(|turn| format!("{}\n", 1 + turn * 7 % 3)).collect();
            let played = run_with_input(0, &[&at[..], &["play", "sound", "--seed", seed, "--format", "json"]].concat(), &input);
            let list: Value = serde_json::from_str(&run(0, &[&at[..], &["records", "list", "--format", "json"]].concat())).unwrap();
            let report = [&at[..], &["report", list[0]["id"].as_str().unwrap(), "--format", "json"]].concat();
            (played, run(0, &report))
        };
        let (source, translated) = (hour("en"), hour("pt-BR"));
        assert_eq!((unmarked(&translated.0), unmarked(&translated.1)), source);
        let mut found = Vec::new();
        words(&serde_json::from_str(&translated.0).unwrap(), &mut found);
        words(&serde_json::from_str(&translated.1).unwrap(), &mut found);
        let plain: Vec<_> = found.iter().filter(|text| !text.starts_with('⟦') && text.contains(' ')).collect();
        assert!(found.len() > 100 && plain.is_empty(), "not translated: {plain:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_seed_and_moves_give_the_same_events_and_scores_in_both_languages(
        seed: u64,
        choices in prop::collection::vec(0u8..16, 10..60),
    ) {
        let (source, translated) = shipped();
        prop_assert_ne!(&source.hash, &translated.hash);
        let (one, other) = (play(&source, seed, &choices), play(&translated, seed, &choices));
        prop_assert_eq!(&one, &other);
        let account = |bundle: &Arc<Bundle>| -> Vec<Entry> { one.iter().map(|event| describe(bundle, 0, *event)).collect() };
        let (one, other) = (account(&source), account(&translated));
        let told = |account: &Vec<Entry>| {
            let assessment = assess(&source.rubric, source.case.lens, account);
            unmarked(&serde_json::to_string(&(account, assessment.scores, assessment.gate, assessment.repairs)).unwrap())
        };
        prop_assert_eq!(told(&one), told(&other));
        prop_assert_ne!(one, other);
    }
}

/// The shipped case as it was written, and translated.
fn shipped() -> (Arc<Bundle>, Arc<Bundle>) {
    static BOTH: std::sync::LazyLock<(Arc<Bundle>, Arc<Bundle>)> = std::sync::LazyLock::new(|| {
        let (_folder, dialogues) = with_shipped_cases();
        translate(&dialogues, "noor");
        let bundle = |language| library::open_in(Some(&dialogues), language).unwrap().case("noor").unwrap().bundle.clone().unwrap();
        (bundle(None), bundle(Some("pt-BR")))
    });
    BOTH.clone()
}

fn play(bundle: &Arc<Bundle>, seed: u64, choices: &[u8]) -> Vec<Event> {
    crate::hours::play(bundle, seed, choices).1
}

#[test]
fn a_record_says_in_which_language_it_was_held_and_goes_on_in_it() {
    let (folder, dialogues, _) = with_translated_case();
    let data = folder.path().join("data");
    let at = ["--dialogues", text(&dialogues), "--data-dir", text(&data)];
    run_with_input(0, &[&at[..], &["--language", "pt-BR", "play", "sound", "--seed", "4"]].concat(), "1\n2\n");
    let list: Value = serde_json::from_str(&run(0, &[&at[..], &["records", "list", "--format", "json"]].concat())).unwrap();
    let bundles: Vec<PathBuf> = fs::read_dir(data.join("bundles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let kept: Vec<(String, String)> = serde_json::from_slice(&fs::read(&bundles[0]).unwrap()).unwrap();
    assert!(kept.iter().any(|(name, _)| name == "sound/lang/pt-BR.csv"));
    let page = [&at[..], &["--language", "pt-BR", "report", list[0]["id"].as_str().unwrap(), "--format", "html"]].concat();
    assert!(run(0, &page).contains("<html lang=\"pt-BR\">"));
    // Neither the language of the program nor what becomes of the sheet changes what was begun.
    fs::remove_file(place(&dialogues, "sound")).unwrap();
    let resume =
        [&at[..], &["--language", "en", "play", "sound", "--format", "json", "--resume", list[0]["id"].as_str().unwrap()]].concat();
    let gone_on: Value = serde_json::from_str(&run_with_input(0, &resume, &"1\n".repeat(60))).unwrap();
    let mut found = Vec::new();
    words(&gone_on, &mut found);
    assert!(gone_on["ending"].is_string() && found.iter().all(|text| text.starts_with('⟦')), "{found:?}");
}

/// What `check` finds in a sheet, as code and line, and what `play` then shows first in Portuguese.
fn checked(dialogues: &Path) -> (Vec<(String, Option<u64>)>, String) {
    let found: Value = serde_json::from_str(&run(0, &["--dialogues", text(dialogues), "check", "--format", "json"])).unwrap();
    let list = found.as_array().unwrap();
    assert!(list.iter().all(|finding| finding["severity"] == "warning" && finding["file"].as_str().unwrap().ends_with("lang/pt-BR.csv")));
    let codes = list.iter().map(|finding| (finding["code"].as_str().unwrap().to_string(), finding["line"].as_u64())).collect();
    (codes, run(0, &["--dialogues", text(dialogues), "--language", "pt-BR", "play", "sound", "--no-record"]))
}

/// An edit of a sheet in which the title stands in the first row, below the names of the columns.
type Edit = fn(&mut Vec<[String; 4]>);

#[test]
fn where_a_row_does_not_hold_the_source_text_stands_and_check_says_so() {
    let (_folder, dialogues, rows) = with_translated_case();
    let title = &rows[0];
    assert_eq!((title[0].as_str(), title[1].as_str()), ("case/title", "Alex, first hour"));
    let (shown, source) = ("⟦Alex, first hour⟧", "Alex, first hour\n");
    assert!(checked(&dialogues).1.starts_with(shown));
    let cases: [(Edit, &str, Option<u64>); 6] = [
        (|rows| drop(rows.remove(0)), "translation-missing", None),
        (|rows| rows[0][2].clear(), "translation-empty", Some(2)),
        (|rows| rows[0][1] = "Alex, the first hour".into(), "translation-stale", Some(2)),
        (|rows| rows[0][3] = "Alex, the first hour".into(), "translation-stale", Some(2)),
        (|rows| rows[0][2] = "\u{1b}[2Jo título".into(), "control-character", Some(2)),
        (|rows| rows.insert(0, ["case/title".into(), "-".into(), "-".into(), String::new()]), "translation-stale", Some(2)),
    ];
    for (number, (edit, code, line)) in cases.into_iter().enumerate() {
        let mut rows = rows.clone();
        edit(&mut rows);
        fs::write(place(&dialogues, "sound"), written(&rows, b',')).unwrap();
        let (found, played) = checked(&dialogues);
        assert_eq!(found[0], (code.to_string(), line), "edit {number}: {found:?}");
        assert!(played.starts_with(source) && played.contains('⟦'), "edit {number}: {played}");
    }
}

#[test]
fn rows_too_many_are_told_and_a_sheet_that_can_t_be_read_does_no_harm() {
    let (_folder, dialogues, rows) = with_translated_case();
    let file = place(&dialogues, "sound");
    let mut more = rows.clone();
    more.push(["1-first-hour/gone/say".into(), "a".into(), "b".into(), String::new()]);
    more.push(rows[0].clone());
    fs::write(&file, written(&more, b',')).unwrap();
    let last = written(&more, b',').lines().count() as u64;
    let orphaned = ("translation-orphaned".to_string(), Some(last - 1));
    assert_eq!(checked(&dialogues).0, [orphaned, ("translation-double".into(), Some(last))]);

    let whole = written(&rows, b',');
    let breaks: [(Vec<u8>, &str, Option<u64>); 5] = [
        (whole.replacen("⟧,\n", "⟧,,,\n", 1).into(), "translation-broken", Some(3)),
        (whole.replacen("translation", "traducao", 1).into(), "translation-broken", Some(1)),
        (whole.replacen("key,source,translation,was", "key,source,,was", 1).into(), "translation-broken", Some(1)),
        (Vec::new(), "translation-broken", Some(1)),
        (b"key,source,translation\ncase/title,caf\xe9,b\n".to_vec(), "no-plain-text", Some(2)),
    ];
    for (written, code, line) in breaks {
        fs::write(&file, written).unwrap();
        let (found, played) = checked(&dialogues);
        assert_eq!(found, [(code.to_string(), line)]);
        assert!(!played.contains('⟦'), "{played}");
    }

    fs::remove_file(&file).unwrap();
    fs::write(file.with_file_name("portugues.csv"), whole).unwrap();
    fs::copy(file.with_file_name("portugues.csv"), file.with_file_name("en.csv")).unwrap();
    let told = run(0, &["check", text(&dialogues.join("sound/lang"))]);
    assert!(told.contains("warning [translation-broken]: the case is written in en"), "{told}");
    assert!(told.contains("warning [translation-broken]: “portugues” is no language tag"), "{told}");
}

#[test]
fn a_sheet_from_a_spreadsheet_is_read_whatever_stands_between_its_cells() {
    let (_folder, dialogues, rows) = with_translated_case();
    for delimiter in [b';', b'\t', b','] {
        let saved = format!("\u{feff}{}", written(&rows, delimiter).replace('\n', "\r\n"));
        fs::write(place(&dialogues, "sound"), saved).unwrap();
        let (found, played) = checked(&dialogues);
        assert!(found.is_empty() && played.starts_with("⟦Alex"), "{found:?}");
    }
    assert_eq!(run(0, &["check", text(&place(&dialogues, "sound"))]), "");
}

/// Edits a file of the case.
fn edit(file: &Path, find: &str, put: &str) {
    let before = fs::read_to_string(file).unwrap();
    assert!(before.contains(find), "{find}");
    fs::write(file, before.replacen(find, put, 1)).unwrap();
}

#[test]
fn a_sheet_is_brought_up_to_date_and_keeps_what_is_translated() {
    let (_folder, dialogues, before) = with_translated_case();
    let (file, scene) = (place(&dialogues, "sound"), dialogues.join("sound/1-first-hour.scene.ron"));
    let made = || run(0, &["--dialogues", text(&dialogues), "sheet", "sound", "pt-BR", "--out", text(&file)]);
    let now = || rows(&fs::read_to_string(&file).unwrap());
    let said = made();
    assert!(said.contains(&format!("{0} texts, {0} of them translated, 0 of those", before.len())), "{said}");
    assert_eq!(now(), before);

    // A text that was changed keeps its translation beside what it was translated from, however often it changes.
    edit(&dialogues.join("sound/case.ron"), "Alex, first hour", "Alex, the first hour");
    made();
    edit(&dialogues.join("sound/case.ron"), "Alex, the first hour", "Alex: the first hour");
    assert!(made().contains("1 of those"));
    assert_eq!(now()[0], ["case/title", "Alex: the first hour", "⟦Alex, first hour⟧", "Alex, first hour"].map(String::from));
    assert_eq!(checked(&dialogues).0, [("translation-stale".to_string(), Some(2))]);
    let cleared: Vec<[String; 4]> =
        now().into_iter().map(|[key, source, translation, _]| [key, source, translation, String::new()]).collect();
    fs::write(&file, written(&cleared, b';')).unwrap();
    assert!(checked(&dialogues).1.starts_with("⟦Alex, first hour⟧"));

    // A line that comes between moves those below it, and their translations go along.
    edit(&scene, "lines: [", "lines: [(see: \"A new line.\"),");
    let moved = made();
    assert!(moved.contains(&format!("{} texts, {} of them translated, 0 of those", before.len() + 1, before.len())), "{moved}");
    let (found, _) = checked(&dialogues);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "translation-empty");
    let new: Vec<[String; 4]> = now().into_iter().filter(|row| row[2].is_empty()).collect();
    assert_eq!(new.len(), 1);
    assert_eq!(new[0][1], "A new line.");
}

#[test]
fn every_code_of_a_sheet_stands_in_the_guide() {
    let code = fs::read_to_string(crate::root().join("src/script/translation.rs")).unwrap();
    let guide = fs::read_to_string(crate::root().join("docs/translating.md")).unwrap();
    let codes: std::collections::BTreeSet<&str> = code.split('"').filter(|text| text.starts_with("translation-")).collect();
    assert!(codes.len() > 5);
    for code in codes {
        assert!(guide.contains(&format!("| `{code}` |")), "{code}");
    }
}

#[test]
fn what_is_no_sheet_is_never_written_over() {
    let (folder, dialogues, rows) = with_translated_case();
    let at = ["--dialogues", text(&dialogues), "sheet", "sound"];
    let other = folder.path().join("notes.txt");
    fs::write(&other, "key,source,translation,remarks\n").unwrap();
    let told = run(1, &[&at[..], &["pt-BR", "--out", text(&other)]].concat());
    assert!(told.contains("no column “remarks”"), "{told}");
    assert_eq!(fs::read_to_string(&other).unwrap(), "key,source,translation,remarks\n");
    run(2, &[&at[..], &["en"]].concat());
    run(2, &[&at[..], &["no tag at all"]].concat());
    run(2, &[&at[..], &["pt-BR", "--out", text(folder.path())]].concat());
    // Without a file it is printed; for another language nothing is translated yet.
    let printed = run(0, &[&at[..], &["de"]].concat());
    assert!(self::rows(&printed).iter().zip(&rows).all(|(new, old)| new[..2] == old[..2] && new[2].is_empty()));
}

#[test]
fn no_translation_is_lost_unasked() {
    let (_folder, dialogues, _) = with_translated_case();
    let file = place(&dialogues, "sound");
    let made = ["--dialogues", text(&dialogues), "sheet", "sound", "pt-BR", "--out", text(&file)];
    // The first has a text of that name to go with; the other has none.
    let other = [["case/title", "Another case", "Outro caso", ""], ["case/facts/none/what", "Of another.", "De outro.", ""]];
    fs::write(&file, written(&other.map(|row| row.map(String::from)), b',')).unwrap();
    let before = fs::read_to_string(&file).unwrap();
    let told = run(2, &made);
    assert!(told.contains("one translation in") && told.contains("say --overwrite"), "{told}");
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    let told = run(0, &[&made[..], &["--overwrite"]].concat());
    assert!(told.contains("1 of them translated, 1 of those"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_sheet_stays_one_and_who_may_read_it_still_may() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let (folder, dialogues, before) = with_translated_case();
    let (file, link) = (place(&dialogues, "sound"), folder.path().join("link.csv"));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&file, &link).unwrap();
    edit(&dialogues.join("sound/case.ron"), "Alex, first hour", "Alex, the first hour");
    run(0, &["--dialogues", text(&dialogues), "sheet", "sound", "pt-BR", "--out", text(&link)]);
    assert!(link.is_symlink());
    assert_eq!(rows(&fs::read_to_string(&file).unwrap())[0][1], "Alex, the first hour");
    assert_eq!(rows(&fs::read_to_string(&file).unwrap()).len(), before.len());
    assert_eq!(file.metadata().unwrap().mode() & 0o777, 0o640);
}

#[test]
fn every_text_of_a_case_has_a_key_of_its_own_and_nothing_else_has() {
    let rows = rows(&run(0, &["sheet", "noor", "pt-BR"]));
    let keys: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(keys.len(), rows.len());
    for key in [
        "case/title",
        "case/people/noor/about",
        "case/facts/error/what",
        "case/facts/error/blocked/1",
        "1-first-hour/title",
        "1-first-hour/arrives/line-1/1",
    ] {
        assert!(keys.contains(key), "{key}");
    }
    // Everything in quotation marks in the two files is a text or one of these.
    let no_text = |name: &str| {
        [
            "id",
            "to",
            "then",
            "around",
            "blocked",
            "tells",
            "topic",
            "start",
            "time_is_up",
            "walks_out",
            "who",
            "source",
            "language",
            "author",
            "review",
            "licence",
        ]
        .contains(&name)
    };
    let texts: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    for file in ["case.ron", "1-first-hour.scene.ron"] {
        let file = fs::read_to_string(crate::root().join("dialogues/noor").join(file)).unwrap();
        let file: String = file.lines().map(|line| line.split("//").next().unwrap().to_string() + "\n").collect();
        let parts: Vec<&str> = file.split('"').collect();
        for pair in parts.chunks_exact(2) {
            let before = pair[0].trim_end();
            let name = before.strip_suffix(':').map(|before| before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap());
            // Within a guard, an effect, or a list of sources stands no text for a reader.
            let text = fifty_minutes::script::model::fold(pair[1]);
            let is_word = before.ends_with('(') || !text.contains(' ');
            let known = texts.contains(text.as_str());
            assert!(known || is_word || name.is_some_and(no_text) || before.ends_with(['[', ',']), "not in the sheet: {name:?} {text:?}");
        }
    }
    assert!(program().args(["sheet", "nobody", "pt-BR"]).output().unwrap().status.code() == Some(2));
}
