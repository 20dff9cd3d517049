//! What is done with bytes that a stranger may have written, one function a target; the tests run the same over the corpus.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "what doesn't hold is to stop the run")]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use fifty_minutes::analysis::transcript::Transcript;
use fifty_minutes::assess::table::Table;
use fifty_minutes::library::packs::{Pack, Trouble};
use fifty_minutes::library::{self, Library};
use fifty_minutes::record;
use fifty_minutes::script::bundle::{Bundle, Source};
use fifty_minutes::script::codes::Lens;
use fifty_minutes::script::excerpt::shown;
use fifty_minutes::script::shelf;
use fifty_minutes::script::translation::{self, Sheet};
use fifty_minutes::script::{lint, parse};
use fifty_minutes::session::{Command, Session};

const CASE: &str = include_str!("../assets/new/case.ron");
const SCENE: &str = include_str!("../assets/new/1-first-hour.scene.ron");

/// Moves after which an hour is taken to go on as it does.
const MOVES: usize = 100;

/// The case that `new` makes, as files.
fn sound() -> Vec<Source> {
    vec![("sound/case.ron".into(), CASE.replace("NEW-ID", "sound")), ("sound/1-first-hour.scene.ron".into(), SCENE.into())]
}

static BUNDLE: LazyLock<Arc<Bundle>> = LazyLock::new(|| bundle(sound()));

/// The same hour twice, as a course.
static COURSE: LazyLock<Arc<Bundle>> = LazyLock::new(|| {
    let again = "(scene: \"1-first-hour\", note: \"A week later.\", supposed: [(people: [(trust: 60, agreement: 50, safety: 50, \
                 distress: 50, frustration: 20, hope: 50, experiencing: 4)])])";
    let mut files = sound();
    files[0].1 = files[0].1.replace("sessions: [\"1-first-hour\"],", &format!("sessions: [\"1-first-hour\", {again}],"));
    bundle(files)
});

/// Its first hour, from which somebody comes again.
static FIRST: LazyLock<Transcript> = LazyLock::new(|| {
    let picks = ["wait", "what-for", "not-the-one", "ask-plainly", "how-far", "plan-it", "no-gifts", "nobody-there", "how-was-it"];
    let text: String = picks.iter().map(|pick| format!("pick: {pick}\n")).collect();
    let first = Transcript::read("first.txt", &text).unwrap();
    assert_eq!(first.run(&COURSE, "first.txt", &|_| None), []);
    first
});

fn bundle(files: Vec<Source>) -> Arc<Bundle> {
    library::of_files(files).case("sound").unwrap().bundle.clone().expect("the case is sound")
}

/// The text, as far as a file of a case is one.
fn text(bytes: &[u8]) -> Option<String> {
    library::text_of(bytes.to_vec())
}

/// The first byte says which file of a sound case the rest is put in the place of; an exam goes by itself.
pub fn script(bytes: &[u8]) {
    let Some((which, rest)) = bytes.split_first() else { return };
    let Some(text) = text(rest) else { return };
    let bare = text.trim_start_matches('\u{feff}');
    let (name, broken) = match which % 5 {
        0 => ("sound/1-first-hour.scene.ron", parse::scene("a", bare).err().map(|broken| broken.findings)),
        1 => ("sound/case.ron", parse::case("a", bare).err().map(|broken| broken.findings)),
        2 => ("rubric.ron", parse::rubric("a", bare).err().map(|broken| broken.findings)),
        3 => ("reactions.ron", parse::reactions("a", bare).err().map(|broken| broken.findings)),
        _ => {
            let found = parse::exam("a", bare).map(|exam| lint::exam(lint::Text { file: "a", text: bare }, &exam));
            found.unwrap_or_else(|broken| broken.findings).iter().for_each(|finding| assert!(!shown(finding, Some(bare)).is_empty()));
            return;
        }
    };
    match broken {
        Some(findings) if !is_tried_in_its_case(rest) => findings.iter().for_each(|finding| drop(shown(finding, Some(bare)))),
        _ => put(name, text),
    }
}

/// The whole case takes twenty times as long as one file: of what takes a short way, one in sixteen goes the long one.
fn is_tried_in_its_case(bytes: &[u8]) -> bool {
    crc32fast::hash(bytes).is_multiple_of(16)
}

/// Puts a text into the sound case, tells all that is found, and holds an hour where nothing is in error.
fn put(name: &str, text: String) {
    let mut files = sound();
    files.retain(|file| file.0 != name);
    files.push((name.into(), text.clone()));
    let library = library::of_files(files);
    for finding in library.shelves.findings() {
        let of_it = finding.file == name;
        assert!(shown(finding, of_it.then_some(text.trim_start_matches('\u{feff}'))).starts_with(&finding.file));
        assert!(finding.line.is_none_or(|line| !of_it || line as usize <= text.split('\n').count() + 1), "{finding}");
    }
    hold(&library);
}

fn hold(library: &Library) {
    for bundle in library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.as_ref()) {
        assert_eq!(shelf::reopen(&bundle.sources).expect("what is sound opens again").hash, bundle.hash);
        for hour in 0..bundle.hours.len().min(2) {
            let Some(mut session) = Session::after(Arc::clone(bundle), hour, 1, None) else { continue };
            let mut events = Vec::new();
            let mut next = Some(Command::Begin);
            for _ in 0..MOVES {
                let Some(command) = next.take() else { break };
                events.clear();
                if session.apply(command, &mut events).is_err() {
                    break;
                }
                next = session.replies().iter().find_map(|reply| session.command(&reply.id));
            }
        }
    }
}

/// What is to be translated in the sound case.
static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let scenes = BUNDLE.hours.iter().map(|hour| ("1-first-hour", hour.scene.clone())).collect();
    translation::texts(&BUNDLE.case, &scenes)
});

/// A sheet of the sound case.
pub fn sheet(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if is_tried_in_its_case(bytes) {
        put("sound/lang/pt-BR.csv", text);
    } else if let Ok(sheet) = Sheet::read("pt-BR.csv", text.trim_start_matches('\u{feff}')) {
        translation::check("pt-BR.csv", &sheet, &TEXTS).iter().for_each(|finding| drop(shown(finding, Some(&text))));
        let written = sheet.written();
        let again = Sheet::read("pt-BR.csv", written.trim_start_matches('\u{feff}')).expect("what is written can be read");
        assert_eq!(again.written(), written);
    }
}

/// A transcript of the course, beside that of its first hour.
pub fn transcript(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    if let Ok(transcript) = Transcript::read("a.txt", &text) {
        // It may name itself as the hour before.
        let others = |name: &str| Some(if name == "first" { FIRST.clone() } else { transcript.clone() });
        transcript.run(&COURSE, "a.txt", &others);
        transcript.as_model("a.txt", &COURSE, &others);
    }
}

/// A coded table.
pub fn table(bytes: &[u8]) {
    if let Ok(table) = Table::read("a.csv", bytes) {
        let assessed = table.assess(&BUNDLE.rubric, Lens::Humanistic);
        assert!(serde_json::to_string(&assessed).is_ok());
    }
}

/// A journal, or an hour that was handed in; the first byte says whether the sums of its lines are put right first, without which
/// hardly anything would get behind them.
pub fn journal(bytes: &[u8]) {
    let Some((mended, rest)) = bytes.split_first() else { return };
    let bytes = if mended % 2 == 1 { with_sums(rest) } else { rest.to_vec() };
    if let Ok(record) = record::of_bytes(Path::new("a.jsonl"), &bytes) {
        assert!(record.header.is_some() || record.steps.is_empty());
        let _ = (record.ending(), record.is_unfinished(), record.id());
    }
}

fn with_sums(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let (mut out, mut last) = (String::new(), String::new());
    for line in text.lines() {
        let json = line.split_once(' ').map_or(line, |(_, json)| json);
        // Each names the hash of the one before it.
        let named = json.find("\"prev\":\"").map(|at| at + 8).filter(|at| json.get(*at..at + 16).is_some());
        let json = match named {
            Some(at) if last.len() == 16 => format!("{}{last}{}", &json[..at], &json[at + 16..]),
            _ => json.to_string(),
        };
        last = blake3::hash(json.as_bytes()).to_hex()[..16].to_string();
        out.push_str(&format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes())));
    }
    out.into_bytes()
}

/// A pack; the first byte says whether its sums are put right first.
pub fn pack(bytes: &[u8]) {
    let Some((mended, rest)) = bytes.split_first() else { return };
    let bytes = if mended % 2 == 1 { with_hashes(rest) } else { rest.to_vec() };
    match Pack::of_bytes(&bytes) {
        Ok(pack) => {
            assert_eq!(pack.written().as_bytes(), bytes);
            let library = pack.library();
            pack.findings(&library).iter().for_each(|finding| assert!(!shown(finding, None).is_empty()));
            hold(&library);
        }
        Err(trouble) => assert!(!trouble.to_string().is_empty() && !matches!(trouble, Trouble::Taken(_))),
    }
}

fn with_hashes(bytes: &[u8]) -> Vec<u8> {
    let Ok(document) = serde_json::from_slice::<serde_json::Value>(bytes) else { return bytes.to_vec() };
    let files: Vec<Source> = document["files"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|file| Some((file["name"].as_str()?.to_string(), file["text"].as_str()?.to_string())))
        .collect();
    let app = document.get("app").and_then(|app| app.as_str()).unwrap_or("0").to_string();
    Pack::of_files(app, files).written().into_bytes()
}
