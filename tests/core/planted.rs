//! Cases of many shapes, made from a seed, on which `check` is silent; and one defect of each class planted in them, which it tells
//! at its line and nothing else.

mod making;
mod tables;

use std::collections::BTreeSet;

use fifty_minutes::script::finding::Finding;
use fifty_minutes::script::shelf::assemble;

use making::{Draw, Files, case_of, translated};
use tables::{CHANGES, Defect, IN_CASE, IN_SCENE, IN_SHEET, Told};

/// What is found: code, file and line, the line 0 for a file as a whole.
type Found = Vec<(String, String, usize)>;

fn found(files: &Files) -> Found {
    let shared =
        [("rubric.ron", include_str!("../../dialogues/rubric.ron")), ("reactions.ron", include_str!("../../dialogues/reactions.ron"))];
    let shared = shared.map(|(name, text)| (name.to_string(), text.to_string()));
    let sources: Vec<(String, String)> = files.iter().map(|(name, lines)| (name.clone(), lines.join("\n"))).chain(shared).collect();
    let shelves = assemble("", &sources);
    let line = |finding: &Finding| finding.line.unwrap_or_default() as usize;
    shelves.findings().map(|finding| (finding.code.to_string(), finding.file.clone(), line(finding))).collect()
}

/// A case with its files for a message.
fn shown(files: &Files) -> String {
    let shown = |(name, lines): (&String, &Vec<String>)| {
        let lines: String = (1..).zip(lines).map(|(number, line)| format!("{number:4} {line}\n")).collect();
        format!("{name}\n{lines}")
    };
    files.iter().map(shown).collect()
}

/// How often each defect is planted, in another case each time.
const PLACES: usize = 8;

/// Seeds from a number on, each with its sound case.
fn made(number: usize) -> impl Iterator<Item = (Draw, Files)> {
    (1_000 * number as u64..).map(|seed| {
        let mut draw = Draw::new(seed);
        let files = case_of(&mut draw);
        (draw, files)
    })
}

/// Every code that is planted here.
pub fn codes() -> BTreeSet<&'static str> {
    let in_a_line = IN_CASE.iter().chain(&IN_SCENE).chain(&IN_SHEET).map(|defect| defect.0);
    in_a_line.chain(CHANGES.iter().map(|change| change.0)).collect()
}

#[test]
fn check_is_silent_on_sound_cases_of_every_shape() {
    for (seed, (_, files)) in made(0).take(200).enumerate() {
        let files = translated(files);
        assert_eq!(found(&files), Found::new(), "seed {seed}:\n{}", shown(&files));
    }
}

/// Plants a defect somewhere in the files whose name holds that; what is to be found then, or none where there is no place for it.
fn plant((code, begins, find, put, told): Defect, within: &str, files: &mut Files, draw: &mut Draw) -> Option<Found> {
    let fits = |line: &str| line.starts_with(begins) && line.contains(find);
    let places: Vec<(String, usize)> = files
        .iter()
        .filter(|(name, _)| name.contains(within))
        .flat_map(|(name, lines)| (0..lines.len()).filter(|at| fits(&lines[*at])).map(|at| (name.clone(), at)))
        .collect();
    let (name, at) = places.get(draw.below(places.len().max(1)))?.clone();
    let lines = files.get_mut(&name)?;
    let changed = if find.is_empty() { put.to_string() } else { lines[at].replacen(find, put, 1) };
    lines.splice(at..=at, changed.split('\n').map(String::from));
    let line = match told {
        Told::Here => at + 1,
        Told::Next => at + 2,
        Told::Above(begins) => 1 + (0..at).rev().find(|above| lines[*above].starts_with(begins)).unwrap(),
        Told::Below(begins) => 1 + (at + 1..lines.len()).find(|below| lines[*below].starts_with(begins))?,
        Told::File => 0,
    };
    Some(vec![(code.into(), name, line)])
}

#[track_caller]
fn each_is_told(defects: &[Defect], within: &str) {
    let mut wrong = Vec::new();
    for (number, defect) in defects.iter().enumerate() {
        let planted = made(number).take(100).filter_map(|(mut draw, files)| {
            let mut files = if within == making::SHEET { translated(files) } else { files };
            plant(*defect, within, &mut files, &mut draw).map(|expected| (files, expected))
        });
        let planted: Vec<(Files, Found)> = planted.take(PLACES).collect();
        assert_eq!(planted.len(), PLACES, "there is no place for {defect:?}");
        wrong.extend(
            planted
                .iter()
                .find(|(files, expected)| found(files) != *expected)
                .map(|(files, expected)| format!("{number}, {}: {expected:?}\nbut found {:?}\n{}", defect.0, found(files), shown(files))),
        );
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_class_of_defect_in_a_case_is_told_at_its_line_and_nothing_else() {
    each_is_told(&IN_CASE, making::CASE);
}

#[test]
fn each_class_of_defect_in_a_scene_is_told_at_its_line_and_nothing_else() {
    each_is_told(&IN_SCENE, ".scene.ron");
}

#[test]
fn each_class_of_defect_in_a_sheet_is_told_at_its_line_and_nothing_else() {
    each_is_told(&IN_SHEET, making::SHEET);
}

#[test]
fn what_is_wrong_with_more_than_a_line_is_told_once() {
    for (number, (code, change, file, begins)) in CHANGES.into_iter().enumerate() {
        let changed = made(number).take(200).filter_map(|(_, files)| {
            let mut files = if file == making::SHEET { translated(files) } else { files };
            change(&mut files).then_some(files)
        });
        let changed: Vec<Files> = changed.take(PLACES).collect();
        assert_eq!(changed.len(), PLACES, "{number}, {code}");
        for files in changed {
            let line = if begins.is_empty() { 0 } else { 1 + files[file].iter().position(|line| line.starts_with(begins)).unwrap() };
            assert_eq!(found(&files), vec![(code.into(), file.into(), line)], "{number}:\n{}", shown(&files));
        }
    }
}
