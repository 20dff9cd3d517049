//! What to do next: when a moment comes again, what is told of somebody's tries, the deck out of the shipped cases, and a drill as it
//! is held in the terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fifty_minutes::assess::occasion::{Competence, Kind, occasions};
use fifty_minutes::assess::reading::{Overlap, Read};
use fifty_minutes::library;
use fifty_minutes::practice::deck::{Card, cards, come_to};
use fifty_minutes::practice::progress::{Held, Past, Progress, Share, progress};
use fifty_minutes::practice::schedule::{due, level, today};
use fifty_minutes::practice::{Found, Place, Try, date};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::codes::Vocabulary;
use fifty_minutes::script::feeling::Mood;
use fifty_minutes::session::account::Entry;
use fifty_minutes::sitting::Sitting;
use fifty_minutes::sitting::drill::{Drilling, Noted, Opened, Terms};
use serde_json::Value;

use crate::{edit, fed, finished, program, root, run, run_with_input, text, with_sound_case};

fn lines(name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("tests/core/practice").join(name)).unwrap();
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(str::to_string).collect()
}

/// A word of a vocabulary, as `meet-cue` or `feeling`.
fn named<Of: Vocabulary>(name: &str) -> Of {
    let plain = |text: &str| text.replace('-', "").to_lowercase();
    *Of::WORDS.iter().find(|word| plain(&format!("{word:?}")) == plain(name)).unwrap_or_else(|| panic!("{name}"))
}

#[test]
fn a_moment_comes_again_after_plain_intervals() {
    for line in lines("due.txt") {
        let (tried, expected) = line.split_once("=>").unwrap();
        let tried = tried.split_whitespace().map(|one| (one[..one.len() - 1].parse().unwrap(), one.ends_with('+')));
        let again = due(tried).map_or("never".into(), |day| day.to_string());
        assert_eq!(again, expected.trim(), "{line}");
    }
}

#[test]
fn too_easy_and_too_hard_move_the_difficulty() {
    for line in lines("level.txt") {
        let (said, expected) = line.split_once("=>").unwrap();
        let of = |said: &str| match said {
            "+" => Some(Found::TooEasy),
            "-" => Some(Found::TooHard),
            _ => None,
        };
        let one = |said| Try { found: of(said), ..tried("0 a/1/x pace drill done") };
        let tries: Vec<Try> = said.split_whitespace().map(one).collect();
        assert_eq!(level(&tries, Competence::Pace).to_string(), expected.trim(), "{line}");
        assert_eq!(level(&tries, Competence::KeepFrame), 2, "each has a level of its own");
    }
}

/// A day, a place, competences (with a - behind where it was missed), where, how it went, and what else is said of it.
fn tried(line: &str) -> Try {
    let words: Vec<&str> = line.split_whitespace().collect();
    let [day, place, competences, whence, went, more @ ..] = words.as_slice() else { panic!("{line}") };
    let of = |one: &str| (named(one.trim_end_matches('-')), *went == "done" && !one.ends_with('-'));
    let occasions: Vec<(Competence, bool)> = competences.split(',').map(of).collect();
    Try {
        place: place.parse().unwrap(),
        day: day.parse().unwrap(),
        kinds: more.iter().skip_while(|word| **word != "kind").skip(1).map(|kind| named(kind)).collect(),
        drilled: (*whence == "drill").then_some(occasions[0].0),
        occasions,
        found: [("easy", Found::TooEasy), ("hard", Found::TooHard)]
            .into_iter()
            .find_map(|(said, found)| more.contains(&said).then_some(found)),
    }
}

fn card(line: &str) -> Card {
    let [place, competence, difficulty] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}") };
    let (place, competence) = (place.parse().unwrap(), named(competence));
    Card { place, competence, difficulty: difficulty.parse().unwrap(), topic: None, hour: 0 }
}

fn held(line: &str) -> Held {
    let [day, scores @ ..] = &line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}") };
    let score = |at: usize| scores[at].parse().ok();
    let named = String::new;
    let (record, case, title, day) = (named(), named(), named(), day.parse().unwrap());
    Held { record, case, title, session: 1, mode: "practise", day, empathy: score(0), goals: score(1), boundaries: score(2) }
}

/// What was seen in somebody: how sure they were, and how much of it overlaps.
fn read(line: &str) -> Read {
    let [sure, overlap] = line.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{line}") };
    let overlap = Overlap::WORDS.iter().find(|word| format!("{word:?}") == overlap).copied();
    Read { turn: 1, saw: String::new(), mood: Mood::new(0, 0), sure: named(sure), plausible: Vec::new(), overlap, checked: false }
}

fn share(share: &Share) -> String {
    format!("{} of {}, {} to {}", share.done, share.tries, share.low, share.high)
}

/// What is told under a name that stands in a case.
fn told(name: &str, of: &str, deck: &[Card], tries: &[Try], on: i32, progress: &Progress) -> String {
    match name {
        "comes" => {
            let comes = today(deck, tries, on).into_iter();
            let comes = comes.map(|(card, because)| format!("{} {}", format!("{because:?}").to_lowercase(), card.place));
            comes.collect::<Vec<_>>().join(", ")
        }
        "due" => progress.due.len().to_string(),
        "sureness" => {
            let grades = progress.sureness.iter().map(|grade| format!("{:?} {}/{}", grade.sure, grade.overlapped, grade.of));
            grades.collect::<Vec<_>>().join(", ")
        }
        "competence" => {
            let standing = progress.competences.iter().find(|standing| standing.of == named::<Competence>(of)).unwrap();
            format!("{of} {}", share(&standing.whole))
        }
        "kind" => {
            let standing = progress.moments.iter().find(|standing| standing.of == named::<Kind>(of)).unwrap();
            format!("{of} {}", share(&standing.whole))
        }
        "days" => {
            let standing = progress.competences.iter().find(|standing| standing.of == named::<Competence>(of)).unwrap();
            let days = standing.days.iter().map(|on| format!("{}:{}/{}", on.day, on.done, on.tries));
            format!("{of} {}", days.collect::<Vec<_>>().join(" "))
        }
        "score" => {
            let score = &progress.scores[["empathy", "goals", "boundaries"].iter().position(|score| *score == of).unwrap()];
            let whole = score.whole.map_or("nothing".into(), |mean| format!("{}, {} to {}", mean.mean, mean.low, mean.high));
            format!("{of} {}: {whole}", score.hours)
        }
        "next" => progress.next.as_ref().map_or("nothing".into(), |next| {
            let case = next.case.as_deref().unwrap_or("nobody");
            let competence = Competence::WORDS.iter().find(|competence| **competence == next.competence).unwrap();
            assert_eq!(named::<Competence>(of), *competence);
            format!("{of} {}, a whole hour with {case}", next.card.place)
        }),
        _ => panic!("nothing is called {name}"),
    }
}

#[test]
fn what_is_told_of_tries_is_as_written() {
    let whole = lines("days.txt").join("\n");
    let cases: Vec<&str> = whole.split("case: ").filter(|case| !case.is_empty()).collect();
    assert!(cases.len() > 10);
    for case in cases {
        let mut rows = case.lines();
        let title = rows.next().unwrap();
        let (mut deck, mut tries, mut hours, mut readings) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut on, mut expected) = (0, Vec::new());
        for row in rows {
            let (name, rest) = row.split_once(' ').unwrap_or((row, ""));
            match name {
                "card" => deck.push(card(rest)),
                "try" => tries.push(tried(rest)),
                "hour" => hours.push(held(rest)),
                "read" => readings.push(read(rest)),
                "on" => on = rest.parse().unwrap(),
                name => expected.push((name, rest)),
            }
        }
        tries.sort_by_key(|one: &Try| one.day);
        let past = Past { tries: tries.clone(), held: hours, readings, left_out: Vec::new() };
        let progress = progress(&deck, past, on);
        assert!(!expected.is_empty(), "{title}");
        for (name, rest) in expected {
            let of = rest.split([' ', ',']).next().unwrap();
            assert_eq!(told(name, of, &deck, &tries, on, &progress), rest, "{title}: {name}");
        }
    }
}

#[test]
fn a_day_is_a_date() {
    assert_eq!([0, -1, 20_521].map(date), ["1970-01-01", "1969-12-31", "2026-03-09"]);
}

fn bundles() -> Vec<Arc<Bundle>> {
    let library = library::open(Some(&root().join("dialogues"))).unwrap();
    library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.clone()).collect()
}

/// A drill of the shipped cases with nothing tried before and nothing kept.
fn drilling(terms: Terms) -> Drilling {
    Drilling::begin(bundles(), Vec::new(), &terms, None)
}

#[test]
fn every_card_can_be_come_to_and_is_an_occasion_for_what_it_says() {
    let mut count = 0;
    for bundle in bundles() {
        for card in cards(&bundle) {
            count += 1;
            let reached = come_to(&bundle, &card, 1 << 40).unwrap_or_else(|| panic!("{card:?}"));
            let terms = fifty_minutes::sitting::Terms { session: card.place.session, seed: Some(reached.seed), ..Default::default() };
            let mut done = BTreeSet::new();
            let menu = Sitting::open(&bundle, &terms, reached.opening.clone()).unwrap().menu();
            for offer in menu {
                let mut sitting = Sitting::open(&bundle, &terms, reached.opening.clone()).unwrap();
                let entries = sitting.choose(&offer.reply).unwrap();
                let Some(Entry::Turn(turn)) = entries.iter().find(|entry| matches!(entry, Entry::Turn(_))) else { panic!("{card:?}") };
                assert_eq!(turn.beat, card.place.beat);
                let occasions = occasions(&bundle.rubric, turn);
                done.insert(occasions.iter().find(|occasion| occasion.competence == card.competence).unwrap().done);
            }
            assert_eq!(done.len(), 2, "some reply does it and some does not: {card:?}");
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn the_shipped_cases_have_moments_of_every_kind_and_difficulty() {
    let deck: Vec<Card> = bundles().iter().flat_map(cards).collect();
    let mut counts: BTreeMap<Competence, [usize; 6]> = BTreeMap::new();
    deck.iter().for_each(|card| counts.entry(card.competence).or_default()[usize::from(card.difficulty)] += 1);
    assert_eq!(counts.len(), Competence::WORDS.len());
    for difficulty in 1..=5 {
        assert!(counts.values().map(|of| of[difficulty]).sum::<usize>() > 10, "{difficulty}: {counts:?}");
    }
    assert!(counts.values().all(|of| of.iter().filter(|cards| **cards > 0).count() >= 3), "{counts:?}");
}

#[test]
fn equal_seeds_bring_equal_moments_and_another_try_other_words() {
    let shown = |Opened { before, sitting }: &Opened| (before.clone(), sitting.account().to_vec(), sitting.menu());
    let (mut one, mut other) =
        (drilling(Terms { seed: Some(7), ..Terms::default() }), drilling(Terms { seed: Some(7), ..Terms::default() }));
    for _ in 0..6 {
        let (first, second) = (one.go_on().unwrap().unwrap(), other.go_on().unwrap().unwrap());
        assert_eq!((&one.at().unwrap().card, shown(&first)), (&other.at().unwrap().card, shown(&second)));
    }
    let first = shown(&one.go_on().unwrap().unwrap());
    let card = one.at().unwrap().card.clone();
    let others: Vec<_> = (0..5).map(|_| shown(&one.again().unwrap().unwrap())).collect();
    assert_eq!(one.at().unwrap().card, card);
    assert!(others.iter().any(|other| *other != first), "it is always the same hour");
}

#[test]
fn an_answer_is_taken_once_and_what_was_said_of_it_moves_the_level() {
    let mut drilling = drilling(Terms { seed: Some(7), competence: Some(Competence::Pace), ..Terms::default() });
    let Opened { mut sitting, .. } = drilling.go_on().unwrap().unwrap();
    assert_eq!(drilling.found(Found::TooHard).unwrap(), None, "nothing was answered yet");
    assert!(drilling.at().unwrap().card.difficulty == 2, "it begins at the second level");
    let reply = sitting.menu()[0].reply.clone();
    let answered = drilling.answer(&mut sitting, &reply).unwrap().unwrap();
    assert_eq!(answered.turn.answer().reply, reply);
    let again = sitting.menu()[0].reply.clone();
    assert!(drilling.answer(&mut sitting, &again).unwrap().is_none());
    assert_eq!(drilling.so_far().0, 1);
    assert_eq!(
        [Found::TooEasy, Found::TooEasy].map(|found| drilling.found(found).unwrap()),
        [Some(Noted { level: 3, waits: false }); 2],
        "it is said once of a moment"
    );
    drilling.go_on().unwrap().unwrap();
    assert_eq!(drilling.at().unwrap().card.difficulty, 3);
}

/// A moment with a topic, and the case it is in.
fn with_topic() -> (tempfile::TempDir, PathBuf, Place) {
    let (folder, dialogues) = with_sound_case();
    let library = library::open(Some(&dialogues)).unwrap();
    let deck: Vec<Card> = library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.as_ref()).flat_map(cards).collect();
    let place = deck.iter().find(|card| card.topic.is_some()).unwrap().place.clone();
    (folder, dialogues, place)
}

/// What a drill prints for that input.
#[track_caller]
fn drill(dialogues: &Path, data: &Path, arguments: &[&str], input: &str) -> String {
    let common = ["--dialogues", text(dialogues), "--data-dir", text(data), "drill", "--seed", "1"];
    run_with_input(0, &[&common[..], arguments].concat(), input)
}

const TOPIC: &str = "touches something that can be left out";

#[test]
fn a_topic_is_told_before_its_moment_and_can_be_left_out() {
    let (folder, dialogues, place) = with_topic();
    let (data, at) = (folder.path().join("data"), place.to_string());
    let on = drill(&dialogues, &data, &["--at", &at, "--no-record"], "\n1\nq\n");
    let told = on.find(TOPIC).unwrap();
    assert!(told < on.find("What to look for").unwrap(), "{on}");
    assert!(on.contains("You answered once"), "{on}");
    let another = drill(&dialogues, &data, &["--at", &at, "--no-record"], "n\n");
    assert_eq!(another.matches("What to look for").count(), 1, "{another}");
    // Left out for this time it is not asked again, however long one goes on.
    let out = drill(&dialogues, &data, &["--at", &at, "--no-record"], &format!("leave out\n{}", "1\nn\n".repeat(60)));
    assert_eq!(out.matches(TOPIC).count(), 1, "{out}");
    let all = drill(&dialogues, &data, &["--without-topics", "--no-record"], &"1\nn\n".repeat(60));
    assert!(!all.contains(TOPIC) && all.contains("There is no moment left for today"), "{all}");
    assert!(!data.exists(), "nothing was to be kept");
}

#[test]
fn a_topic_that_is_passed_over_is_not_told_again_before_another_moment() {
    // One thing in one case, each moment of which touches something that can be left out, and several the same.
    let found = bundles().into_iter().find_map(|bundle| {
        let deck = cards(&bundle);
        let topics = |of: &Competence| deck.iter().filter(|card| card.competence == *of).map(|card| card.topic.clone()).collect::<Vec<_>>();
        let is_it = |of: &&Competence| {
            let topics = topics(of);
            topics.iter().all(Option::is_some) && topics.iter().collect::<BTreeSet<_>>().len() < topics.len()
        };
        let competence = *Competence::WORDS.iter().find(is_it)?;
        Some((bundle, competence))
    });
    let (bundle, competence) = found.unwrap();
    let terms = Terms { competence: Some(competence), seed: Some(7), ..Terms::default() };
    let mut drilling = Drilling::begin(vec![bundle], Vec::new(), &terms, None);
    let mut told = BTreeSet::new();
    let mut opened = drilling.go_on().unwrap();
    while opened.is_some() {
        assert!(told.insert(drilling.at().unwrap().card.topic.clone()), "it was told twice: {told:?}");
        opened = drilling.pass_over().unwrap();
    }
    assert_eq!(drilling.over(), fifty_minutes::texts::text("drill-nothing-else"));
    // Whoever leaves it out for today is told that nothing is left.
    assert!(drilling.leave_out_all().unwrap().is_none());
    assert_eq!(drilling.over(), fifty_minutes::texts::text("drill-nothing"));
}

#[test]
fn a_drill_takes_any_input() {
    let (folder, dialogues, _) = with_topic();
    let data = folder.path().join("data");
    for (input, answers) in [("", 0), ("1", 1), ("0\n9999999999999999999\nn\nperhaps\n\u{7}\nHELP\n1\nwhat\n\n1\n+\n-\nq\nmore\n", 2)] {
        let printed = drill(&dialogues, &data, &["--without-topics", "--no-record"], input);
        let said = ["Nothing was tried", "You answered once", "You answered 2 times"][answers];
        assert!(printed.contains(said), "{input:?}\n{printed}");
    }
    let mut command = program();
    command.args(["--dialogues", text(&dialogues), "--data-dir", text(&data), "drill", "--without-topics", "--no-record"]);
    let mut child = command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"\xff\xfe\n\x00\n1\nq\n").unwrap();
    assert!(child.wait_with_output().unwrap().status.success());
    let nowhere = run(2, &["--dialogues", text(&dialogues), "--data-dir", text(&data), "drill", "--at", "sound/1/nowhere"]);
    assert!(nowhere.contains("sound/1/nowhere"), "{nowhere}");
    run(2, &["drill", "--at", "nonsense"]);
    run(2, &["drill", "--competence", "nonsense"]);
}

/// Every file below a folder, with its bytes.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

fn shown(dialogues: &Path, data: &Path) -> Value {
    serde_json::from_str(&run(0, &["--dialogues", text(dialogues), "--data-dir", text(data), "progress", "--format", "json"])).unwrap()
}

fn tries(progress: &Value) -> u64 {
    progress["competences"].as_array().unwrap().iter().map(|standing| standing["whole"]["tries"].as_u64().unwrap()).sum()
}

/// The only file of a kind below a folder.
fn only(folder: &Path) -> PathBuf {
    let mut files = bytes(folder).into_keys().filter(|path| path.extension().is_some_and(|end| end == "jsonl"));
    let file = files.next().unwrap();
    assert_eq!(files.next(), None);
    file
}

#[test]
fn a_drill_changes_no_record_and_is_kept_beside_them() {
    let (folder, dialogues) = with_sound_case();
    let data = folder.path().join("data");
    run_with_input(0, &["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound", "--seed", "3"], &"1\n".repeat(40));
    let (records, bundles, before) = (bytes(&data.join("records")), bytes(&data.join("bundles")), shown(&dialogues, &data));
    drill(&dialogues, &data, &["--without-topics"], "1\n+\nn\n2\n\n1\nq\n");
    let after = shown(&dialogues, &data);
    assert_eq!((bytes(&data.join("records")), bytes(&data.join("bundles"))), (records, bundles));
    assert_eq!((before["hours"].as_array().unwrap().len(), &before["hours"]), (1, &after["hours"]));
    assert!(tries(&after) > tries(&before) && tries(&before) > 0);
    let kept = fs::read_to_string(only(&data.join("drills"))).unwrap();
    assert_eq!(kept.lines().count(), 5, "a header, three answers and what was said of one: {kept}");
}

#[test]
fn a_damaged_drill_is_told_and_hides_nothing_else() {
    let (folder, dialogues) = with_sound_case();
    let data = folder.path().join("data");
    drill(&dialogues, &data, &["--without-topics"], "1\nn\n2\nn\n1\nq\n");
    let file = only(&data.join("drills"));
    let whole = fs::read(&file).unwrap();
    let all = tries(&shown(&dialogues, &data));

    // The program was killed while it wrote: what had been answered is there.
    fs::write(&file, &whole[..whole.len() - 9]).unwrap();
    let torn = shown(&dialogues, &data);
    assert!(tries(&torn) < all && tries(&torn) > 0);
    assert_eq!(torn["left_out"], serde_json::json!([]));

    let mut damaged = whole.clone();
    let second = whole.iter().position(|byte| *byte == b'\n').unwrap() + 40;
    damaged[second] ^= 1;
    let name = file.file_name().unwrap().to_str().unwrap();
    fs::write(&file, &damaged).unwrap();
    drill(&dialogues, &data, &["--without-topics"], "1\nq\n");
    let told = shown(&dialogues, &data);
    assert_eq!(told["left_out"], serde_json::json!([{ "file": name, "why": "damaged", "line": 2 }]));
    assert!(tries(&told) > 0, "the other file counts");
    let printed = run(0, &["--dialogues", text(&dialogues), "--data-dir", text(&data), "progress"]);
    assert!(printed.contains(&format!("{name} is damaged in line 2")), "{printed}");
    assert_eq!(fs::read(&file).unwrap(), damaged, "nothing was changed");
}

#[test]
fn a_record_that_can_not_be_counted_is_told() {
    let (folder, dialogues) = with_sound_case();
    let data = folder.path().join("data");
    for seed in ["3", "4"] {
        run_with_input(
            0,
            &["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound", "--seed", seed],
            &"1\n".repeat(40),
        );
    }
    let whole = shown(&dialogues, &data);
    assert_eq!(whole["hours"].as_array().unwrap().len(), 2);
    fs::write(data.join("records/noise.jsonl"), [0xff, 0xfe, b'\n', 0]).unwrap();
    fs::create_dir(data.join("records/folder.jsonl")).unwrap();
    let header = r#"{"min_reader":99}"#;
    fs::write(data.join("records/newer.jsonl"), format!("{:08x} {header}\n", crc32fast::hash(header.as_bytes()))).unwrap();
    let told = shown(&dialogues, &data);
    assert_eq!((tries(&told), &told["hours"]), (tries(&whole), &whole["hours"]));
    let mut why: Vec<&str> = told["left_out"].as_array().unwrap().iter().map(|file| file["why"].as_str().unwrap()).collect();
    why.sort();
    assert_eq!(why, ["damaged", "newer", "unreadable"]);
    for bundle in bytes(&data.join("bundles")).into_keys() {
        fs::remove_file(bundle).unwrap();
    }
    let told = shown(&dialogues, &data);
    assert_eq!(told["left_out"].as_array().unwrap().iter().filter(|file| file["why"] == "no_script").count(), 2);
    assert_eq!(tries(&told), 0);
}

#[test]
fn an_hour_that_is_tried_again_counts_from_there_and_is_no_hour_of_its_own() {
    let (folder, dialogues) = with_sound_case();
    let data = folder.path().join("data");
    let common = ["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound"];
    run_with_input(0, &[&common[..], &["--seed", "3"]].concat(), &"1\n".repeat(40));
    let (before, record) = (shown(&dialogues, &data), only(&data.join("records")));
    let id = record.file_stem().unwrap().to_str().unwrap();
    run_with_input(0, &[&common[..], &["--again", id, "--from", "3"]].concat(), &"2\n".repeat(40));
    let after = shown(&dialogues, &data);
    assert_eq!(after["hours"], before["hours"]);
    assert!(tries(&after) > tries(&before), "what was new in it counts");
    let first: u64 = before["competences"][0]["whole"]["tries"].as_u64().unwrap();
    let both: u64 = after["competences"][0]["whole"]["tries"].as_u64().unwrap();
    assert!(both < 2 * first, "what it has in common with the hour before counts once: {first}, {both}");
}

#[test]
fn of_an_exam_nothing_is_told_before_its_end() {
    let (folder, dialogues) = with_sound_case();
    edit(&dialogues, &[("case.ron", "review: \"none yet\"", "review: \"a clinician\"")]);
    let data = folder.path().join("data");
    let exam = ["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound", "--mode", "exam", "--seed", "3"];
    run_with_input(0, &exam, "1\n1\n1\n");
    assert_eq!(tries(&shown(&dialogues, &data)), 0);
    run_with_input(0, &exam, &"1\n".repeat(40));
    assert!(tries(&shown(&dialogues, &data)) > 0);
}

/// Has a journal begin at another moment, and makes every line right again.
fn redate(file: &Path, started: &str) {
    let (mut written, mut last) = (String::new(), String::new());
    for line in fs::read_to_string(file).unwrap().lines() {
        let mut json: Value = serde_json::from_str(&line[9..]).unwrap();
        match json.get_mut("prev") {
            Some(prev) => *prev = last.as_str().into(),
            None => json["started"] = started.into(),
        }
        let json = json.to_string();
        last = blake3::hash(json.as_bytes()).to_hex()[..16].to_string();
        written += &format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()));
    }
    fs::write(file, written).unwrap();
}

#[test]
fn an_hour_counts_on_its_day_where_the_trainee_is_and_what_it_missed_comes_later() {
    let (folder, dialogues) = with_sound_case();
    let data = folder.path().join("data");
    run_with_input(0, &["--dialogues", text(&dialogues), "--data-dir", text(&data), "play", "sound", "--seed", "3"], &"2\n".repeat(40));
    redate(&only(&data.join("records")), "2026-03-09T23:30:00Z");
    for (zone, day) in [("UTC0", "2026-03-09"), ("JST-9", "2026-03-10"), ("EST5", "2026-03-09")] {
        let mut command = program();
        command.args(["--dialogues", text(&dialogues), "--data-dir", text(&data), "progress", "--format", "json"]).env("TZ", zone);
        let told: Value = serde_json::from_str(&finished(0, fed(command, ""))).unwrap();
        assert_eq!(told["hours"][0]["day"], day, "{zone}");
        assert_eq!(told["competences"][0]["days"][0]["day"], day, "{zone}");
        let due = told["due"].as_array().unwrap();
        assert!(!due.is_empty() && due.iter().all(|comes| comes["because"] == "missed"), "{due:?}");
    }
}
