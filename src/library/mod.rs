//! The library of cases: finds `dialogues/`, reads and watches it within bounds, and falls back to the copy in the program.

pub mod exams;
pub mod packs;
pub mod watch;

mod bytes;
mod names;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use include_dir::{Dir, include_dir};

use crate::analysis::transcript::Transcript;
use crate::portrait::voice::Voice;
use crate::portrait::{Character, GLANCES};
use crate::script::bounds::{LARGEST_FILE, LARGEST_LIBRARY, MOST_FILES, MOST_IN_FOLDER, MOST_SHEETS, number, size};
use crate::script::bundle::{MOST_PEOPLE, Source};
use crate::script::finding::{Finding, Severity};
use crate::script::lint::{self, Text};
use crate::script::model::fold;
use crate::script::outline::Step::{Field, Item};
use crate::script::places::{Place, places};
use crate::script::shelf::{self, CASE, REACTIONS, RUBRIC, SCENE, Shelf, Shelves};
use crate::script::stretch::stretch;
use crate::script::translation::{self, language_of};
use crate::texts::{nearest, text};

use bytes::{Odd, bounded, decoded};
use names::Within;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/dialogues");

/// Name of the text that an institution edits, and its greatest length in characters. In another language its tag stands
/// before the ending.
pub const WHERE_TO_TURN: &str = "where-to-turn.txt";
const LONGEST_TURN: usize = 4_000;

/// The code of a finding about what can't be read at all.
const UNREADABLE: &str = "unreadable";

/// The folder of a case that holds its transcripts, and what their names end in.
pub const TRANSCRIPTS: &str = "transcripts";
const TRANSCRIPT: &str = ".txt";

/// What editors put behind the name of a file that they take for a text of their own.
const ENDINGS_OF_EDITORS: [&str; 2] = ["txt", "rtf"];

/// The cases there are.
#[derive(Clone, Debug)]
pub struct Library {
    pub shelves: Shelves,
    /// What stands before the names of files when they are told.
    pub prefix: String,
    /// In the order of their files.
    pub transcripts: Vec<TranscriptFile>,
    /// So that only what is another need be read through again.
    making: Arc<Making>,
}

/// How a library came about.
#[derive(Debug, Default)]
struct Making {
    sources: Vec<Source>,
    language: Option<String>,
    /// The cases as they were made of the sources, without what was told of other files.
    cases: Vec<Shelf>,
    /// Where the beats of each case stand, from when it is asked for.
    places: BTreeMap<String, OnceLock<Arc<Places>>>,
    /// Cases in other languages, from when they are asked for.
    alone: Mutex<Alone>,
}

/// Cases by themselves, by their ids and languages; none where there is no such case.
type Alone = BTreeMap<(String, Option<String>), Option<Shelf>>;

/// Where the beats of a case stand, by the names of its scenes.
pub type Places = BTreeMap<String, Vec<Place>>;

/// A transcript beside the scenes of a case.
#[derive(Clone, Debug)]
pub struct TranscriptFile {
    /// The case's id.
    pub case: String,
    /// As it is named to people.
    pub file: String,
    /// What is in it, or why it can't be read.
    pub text: Result<String, Finding>,
}

impl TranscriptFile {
    /// The file's, without the ending.
    pub fn name(&self) -> &str {
        Path::new(&self.file).file_stem().and_then(|name| name.to_str()).unwrap_or_default()
    }

    /// That nothing is picked in it and nothing expected, where that is so.
    pub fn idle(&self) -> Option<Finding> {
        let does = |line: &str| line.split_once(':').is_some_and(|(key, _)| ["pick", "expect"].contains(&key.trim()));
        let is_idle = self.text.as_ref().is_ok_and(|text| !text.trim_start_matches('\u{feff}').lines().any(does));
        let finding = || Finding::of_file("transcript", &self.file, text("transcript-idle"), text("transcript-idle-help"));
        is_idle.then(|| Finding { severity: Severity::Warning, ..finding() })
    }
}

/// Why there is no library.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("there is no folder {0}. Name one that holds cases, or leave --dialogues out to play the ones in the program")]
    NoFolder(PathBuf),
    #[error("{0} can't be read: {1}")]
    Unreadable(PathBuf, std::io::Error),
    #[error(
        "{0} is no file of a case: those are case.ron, *.scene.ron, lang/*.csv, transcripts/*.txt, *.exam.ron, rubric.ron and reactions.ron"
    )]
    NoCaseFile(PathBuf),
    #[error("{0} is no transcript: those are the *.txt files in the folder `transcripts` of a case")]
    NoTranscript(PathBuf),
    #[error(
        "the cases are the copy in the program, which nothing can be written to. Start with --dialogues FOLDER, or with a folder “dialogues” where you start from"
    )]
    OnlyToRead,
    #[error("{0} can't be written: {1}")]
    Unwritable(PathBuf, std::io::Error),
    #[error(
        "{0} holds more than {text} of text or more than {files} files, and no larger library is read. Part it into several folders",
        text = size(LARGEST_LIBRARY),
        files = number(MOST_FILES)
    )]
    TooLarge(PathBuf),
    #[error("there is no case called “{id}”. There are: {known}.{hint}")]
    NoCase { id: String, known: String, hint: String },
}

/// The folder that [`open()`] takes: the one named, else `./dialogues` where it is there; none for the copy in the program.
pub fn folder_in_use(named: Option<&Path>) -> Option<PathBuf> {
    named.or_else(beside).map(Path::to_path_buf)
}

/// Opens the folder named, else `./dialogues`, else the copy in the program; each case as it was written.
pub fn open(named: Option<&Path>) -> Result<Library, Trouble> {
    open_in(named, None)
}

/// The same with each case in that language where it is translated to it.
pub fn open_in(named: Option<&Path>, language: Option<&str>) -> Result<Library, Trouble> {
    match folder_in_use(named) {
        Some(folder) => open_folder(&folder, language, None),
        None => {
            let (mut sources, transcripts) = parted(embedded_files());
            sources.sort();
            Ok(in_memory(sources, transcripts, language))
        }
    }
}

/// The library that these files would make, named as they lie below its folder, each case as it was written; judged by the program's
/// own rubric and reactions where they bring none. Nothing can be written to it.
pub fn of_files(files: Vec<Source>) -> Library {
    let (mut sources, transcripts) = parted(files.into_iter());
    add_shared(&mut sources, |_| false);
    let mut library = in_memory(sources, transcripts, None);
    let making = Arc::clone(&library.making);
    library.shelves.cases.iter_mut().for_each(|shelf| told_apart(shelf, "", &making.sources));
    library
}

fn in_memory(mut sources: Vec<Source>, transcripts: Vec<TranscriptFile>, language: Option<&str>) -> Library {
    let too_many = bound_sheets("", &mut sources);
    let mut shelves = shelf::assemble_in("", &sources, language);
    give(&mut shelves, Path::new(""), too_many);
    let places = places_of(&shelves, &sources, None);
    let making = Making { sources, places, language: language.map(String::from), ..Making::default() };
    Library { shelves, prefix: String::new(), transcripts, making: Arc::new(making) }
}

/// What bundles may be made of, and the transcripts.
fn parted(files: impl Iterator<Item = Source>) -> (Vec<Source>, Vec<TranscriptFile>) {
    let (mut sources, mut transcripts) = (Vec::new(), Vec::new());
    for (file, text) in files {
        let path = Path::new(&file);
        if belongs(path) {
            sources.push((file, text));
        } else if let (true, Some((case, _))) = (is_transcript(path), file.split_once('/')) {
            transcripts.push(TranscriptFile { case: case.into(), file: file.clone(), text: Ok(text) });
        }
    }
    (sources, transcripts)
}

/// A folder of cases alone is judged by the program's own rubric and reactions, but for what could not be read.
fn add_shared(sources: &mut Vec<Source>, troubled: impl Fn(&str) -> bool) {
    for (name, text) in embedded() {
        if [RUBRIC, REACTIONS].contains(&name.as_str()) && !troubled(&name) && !sources.iter().any(|(there, _)| *there == name) {
            sources.push((name, text));
        }
    }
}

/// A folder anew, faster: its cases of which no file is another are taken over from when it was opened before.
pub fn open_again(folder: &Path, language: Option<&str>, before: &Library) -> Result<Library, Trouble> {
    open_folder(folder, language, Some(before))
}

/// `./dialogues`, where something in it belongs to a case or is meant to.
fn beside<'a>() -> Option<&'a Path> {
    let folder = Path::new("dialogues");
    let entries = sorted(folder).unwrap_or_default();
    let below = entries.iter().flat_map(|entry| sorted(entry).unwrap_or_default());
    let is_meant = |path: &PathBuf| belongs(path) || right_name(path).is_some();
    entries.iter().cloned().chain(below).any(|path| is_meant(&path)).then_some(folder)
}

/// True for a file that says where to turn, in whatever language.
pub fn is_where_to_turn(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).and_then(turn_language).is_some()
}

/// The language in the name of a file that says where to turn; empty where there is none in it.
fn turn_language(name: &str) -> Option<&str> {
    let (before, ending) = WHERE_TO_TURN.split_once('.')?;
    let between = name.strip_prefix(before)?.strip_suffix(ending)?.strip_prefix('.')?;
    if between.is_empty() { Some(between) } else { between.strip_suffix('.') }
}

/// The name of the file that says it in that language, out of several; else of the one without a language in its name.
fn turn_named<'a>(names: &[&'a str], language: &str) -> Option<&'a str> {
    let tags = names.iter().filter_map(|name| turn_language(name)).filter(|tag| !tag.is_empty());
    let meant = nearest(language, tags).unwrap_or_default();
    names.iter().find(|name| turn_language(name) == Some(meant)).copied()
}

/// The text in the program.
fn built_in_turn(language: &str) -> String {
    let files: Vec<Source> = embedded_files().filter(|(name, _)| turn_language(name).is_some()).collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let meant = turn_named(&names, language);
    files.iter().find(|(name, _)| Some(name.as_str()) == meant).map(|(_, text)| shown(text)).unwrap_or_default()
}

/// What of that text is shown: all but the lines that begin with #.
fn shown(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.starts_with('#')).collect();
    fold(&lines.join("\n"))
}

/// The text in a file; the one in the program where it can't be shown, and what is wrong then.
fn turn_of(path: &Path, language: &str) -> (String, Option<Finding>) {
    let warning = |code, message: String, help: &str| {
        Some(Finding { severity: Severity::Warning, ..Finding::of_file(code, &path.display().to_string(), message, help.into()) })
    };
    match read_whole(path).map(|text| shown(&text)) {
        Err(odd) => {
            let told = odd.told(&path.display().to_string());
            let message = format!("{}; the text in the program is shown instead", told.message);
            (built_in_turn(language), Some(Finding { severity: Severity::Warning, message, ..told }))
        }
        Ok(text) if text.is_empty() => {
            let message = "nothing here would be shown; the text in the program is shown instead".into();
            (built_in_turn(language), warning("empty-text", message, "Write where somebody can turn, or take the file away."))
        }
        Ok(text) => match text.char_indices().nth(LONGEST_TURN) {
            Some((end, _)) => {
                let message = format!("this is longer than {LONGEST_TURN} characters; what comes after them is not shown");
                (
                    format!("{}…", stretch(&text, ..end)),
                    warning("too-long", message, "Keep what helps somebody at once, and name a page with the rest."),
                )
            }
            None => (text, None),
        },
    }
}

/// Where to turn, in paragraphs, out of the same folder that [`open()`] would take: in that language where it is there in it,
/// else as it is there; never nothing.
pub fn where_to_turn(named: Option<&Path>, language: &str) -> String {
    let folder = folder_in_use(named);
    let files = folder.as_ref().and_then(|folder| sorted(folder).ok()).unwrap_or_default();
    let names: Vec<&str> = files.iter().filter_map(|file| file.file_name()?.to_str()).collect();
    let path = folder.zip(turn_named(&names, language)).map(|(folder, name)| folder.join(name));
    path.map_or_else(|| built_in_turn(language), |path| turn_of(&path, language).0)
}

fn open_folder(folder: &Path, language: Option<&str>, before: Option<&Library>) -> Result<Library, Trouble> {
    if !folder.is_dir() {
        return Err(Trouble::NoFolder(folder.into()));
    }
    let mut sources = Vec::new();
    let mut troubles = Vec::new();
    let mut transcripts = Vec::new();
    let entries = sorted(folder)?;
    let mut unread = names::findings(&entries, Within::Cases);
    for entry in entries {
        if entry.is_dir() && !belongs(&entry) {
            if is_hidden(&entry) {
                continue;
            }
            let [sheets, spoken] = [translation::FOLDER, TRANSCRIPTS].map(|name| {
                let below = entry.join(name);
                let files = if below.is_dir() { sorted(&below) } else { Ok(Vec::new()) };
                files.unwrap_or_else(|trouble| {
                    troubles.push(of_folder(&below, &trouble));
                    Vec::new()
                })
            });
            unread.extend(names::findings(&sheets, Within::Sheets));
            unread.extend(names::findings(&spoken, Within::Transcripts));
            for path in spoken.into_iter().filter(|path| is_transcript(path)) {
                transcripts.push(transcript_at(&entry, &path));
                if !is_bounded(&sources, &transcripts) {
                    return Err(Trouble::TooLarge(folder.into()));
                }
            }
            match sorted(&entry) {
                Ok(files) => {
                    unread.extend(names::findings(&files, Within::Case));
                    for file in files.iter().chain(&sheets) {
                        read_into(folder, file, &mut sources, &mut troubles);
                        if !is_bounded(&sources, &transcripts) {
                            return Err(Trouble::TooLarge(folder.into()));
                        }
                    }
                }
                Err(trouble) => troubles.push(of_folder(&entry.join(CASE), &trouble)),
            }
        } else {
            read_into(folder, &entry, &mut sources, &mut troubles);
        }
    }
    add_shared(&mut sources, |name| troubles.iter().any(|finding: &Finding| finding.file.ends_with(name)));
    let prefix = format!("{}/", folder.display());
    unread.extend(bound_sheets(&prefix, &mut sources));
    let before = before.filter(|before| before.prefix == prefix);
    let mut shelves = match before {
        Some(before) => before.with(&sources, language),
        None => shelf::assemble_in(&prefix, &sources, language),
    };
    let places = places_of(&shelves, &sources, before.map(|before| &*before.making));
    let making = Making { language: language.map(String::from), cases: shelves.cases.clone(), sources, places, ..Making::default() };
    attach(&mut shelves, folder, troubles);
    give(&mut shelves, folder, unread);
    shelves.cases.iter_mut().for_each(|shelf| told_apart(shelf, &prefix, &making.sources));
    let turns = sorted(folder)?.into_iter().filter(|path| is_where_to_turn(path));
    shelves.shared.extend(turns.filter_map(|path| turn_of(&path, "").1));
    Ok(Library { shelves, prefix, transcripts, making: Arc::new(making) })
}

/// The case that a file is of; none for those that all share.
fn case_of((name, _): &Source) -> Option<&str> {
    name.split_once('/').map(|(case, _)| case)
}

/// True where a case has the same files in both; with none, all cases share the same ones.
fn are_the_same(before: &[Source], now: &[Source], case: Option<&str>) -> bool {
    let of = |source: &&Source| case_of(source) == case;
    before.iter().filter(of).eq(now.iter().filter(of))
}

/// For each case where its beats stand, as far as that was asked for before: then nobody waits for it.
fn places_of(shelves: &Shelves, sources: &[Source], before: Option<&Making>) -> BTreeMap<String, OnceLock<Arc<Places>>> {
    let places = shelves.cases.iter().map(|shelf| {
        let known = before.and_then(|before| Some((before, before.places.get(&shelf.id)?.get()?)));
        let found = known.map(|(before, places)| match are_the_same(&before.sources, sources, Some(&shelf.id)) {
            true => Arc::clone(places),
            false => Arc::new(places_in(sources, &shelf.id)),
        });
        (shelf.id.clone(), found.map(OnceLock::from).unwrap_or_default())
    });
    places.collect()
}

fn places_in(sources: &[Source], case: &str) -> Places {
    let scene = |(name, text): &Source| {
        let scene = name.strip_prefix(case)?.strip_prefix('/')?.strip_suffix(SCENE)?;
        Some((scene.to_string(), places(text)))
    };
    sources.iter().filter_map(scene).collect()
}

/// True where no more was read than a library may hold.
fn is_bounded(sources: &[Source], transcripts: &[TranscriptFile]) -> bool {
    let texts = transcripts.iter().filter_map(|transcript| transcript.text.as_ref().ok());
    let bytes: usize = sources.iter().map(|(_, text)| text).chain(texts).map(String::len).sum();
    bytes as u64 <= LARGEST_LIBRARY && sources.len().saturating_add(transcripts.len()) <= MOST_FILES
}

/// That a folder can't be looked into.
fn of_folder(path: &Path, trouble: &Trouble) -> Finding {
    Finding::of_file(
        UNREADABLE,
        &path.display().to_string(),
        trouble.to_string(),
        "Look at its permissions, and at how much is in it.".into(),
    )
}

/// A transcript of the case in that folder.
fn transcript_at(case: &Path, path: &Path) -> TranscriptFile {
    let file = path.display().to_string();
    let text = read_whole(path).map_err(|odd| odd.told(&file));
    let case = case.file_name().and_then(|name| name.to_str()).unwrap_or_default().into();
    TranscriptFile { case, file, text }
}

/// Where transcripts are looked for: the folder of cases, one case in it, one file of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOfTranscripts {
    pub root: PathBuf,
    pub case: Option<String>,
    pub file: Option<PathBuf>,
}

/// What a path to a folder of cases, to a case, to its transcripts or to one of them means.
pub fn place_of_transcripts(path: &Path) -> Result<PlaceOfTranscripts, Trouble> {
    let real = path.canonicalize().map_err(|error| Trouble::Unreadable(path.into(), error))?;
    let is_folder = |path: &Path| path.file_name().is_some_and(|name| name == TRANSCRIPTS);
    // As it was written where that says enough, since findings name files so.
    let upwards = path.components().any(|part| part == Component::ParentDir);
    let path = if path.parent().is_some_and(|parent| parent != Path::new("")) && !upwards { path } else { real.as_path() };
    let above = |path: &Path| path.parent().map(Path::to_path_buf).unwrap_or_else(|| PathBuf::from("."));
    let of_case = |case: &Path, file: Option<PathBuf>| {
        let id = case.canonicalize().ok().and_then(|case| Some(case.file_name()?.to_str()?.to_string()));
        PlaceOfTranscripts { root: above(case), case: id, file }
    };
    if path.is_file() {
        if !is_folder(&above(path)) || !path.to_str().is_some_and(|path| path.ends_with(TRANSCRIPT)) {
            return Err(Trouble::NoTranscript(path.into()));
        }
        return Ok(of_case(&above(&above(path)), Some(path.into())));
    }
    Ok(if is_folder(path) {
        of_case(&above(path), None)
    } else if is_case(path) {
        of_case(path, None)
    } else {
        PlaceOfTranscripts { root: path.into(), case: None, file: None }
    })
}

/// People of one case who look or sound alike.
fn told_apart(shelf: &mut Shelf, prefix: &str, sources: &[Source]) {
    let name = format!("{}/{CASE}", shelf.id);
    let (Some(case), Some((_, text))) = (&shelf.case, sources.iter().find(|source| source.0 == name)) else { return };
    let file = format!("{prefix}{name}");
    let source = Text { file: &file, text: text.trim_start_matches('\u{feff}') };
    if case.people.len() > MOST_PEOPLE {
        return;
    }
    for (place, person) in case.people.iter().enumerate() {
        let path = |field| [Field("people"), Item(place), Field(field)];
        let (looks, sounds) = (Character::new(person), Voice::of(&person.voice));
        for earlier in case.people.iter().take(place) {
            if let Some(count) = looks.is_like(&Character::new(earlier)) {
                let message = format!(
                    "“{}” looks like “{}”: of {GLANCES} things that are seen at a glance they differ in {count}",
                    person.name, earlier.name
                );
                let help = "Write what tells them apart: hair, clothing and its colour, glasses, build, age.";
                shelf.findings.extend(lint::warning("look-alike", source, &path("appearance"), message, help));
            }
            if sounds.is_like(&Voice::of(&earlier.voice)) {
                let message = format!("“{}” sounds like “{}”", person.name, earlier.name);
                let help = "Part them by 15 or more in `pitch`, by 33 in `timbre`, or by 25 in `breath`.";
                shelf.findings.extend(lint::warning("sound-alike", source, &path("voice"), message, help));
            }
        }
    }
}

/// The name of what something is told of, below the library's folder.
fn below<'a>(folder: &Path, finding: &'a Finding) -> &'a Path {
    Path::new(&finding.file).strip_prefix(folder).unwrap_or(Path::new(""))
}

/// The case that something is told of; empty where it lies beside the cases.
fn case_within(folder: &Path, finding: &Finding) -> String {
    let within = below(folder, finding).parent().and_then(|parent| parent.components().next());
    within.and_then(|case| case.as_os_str().to_str()).unwrap_or_default().into()
}

/// Takes away the sheets of a case that are more than are read, and tells where they begin.
fn bound_sheets(prefix: &str, sources: &mut Vec<Source>) -> Vec<Finding> {
    let mut sheets: BTreeMap<String, usize> = BTreeMap::new();
    let mut findings = Vec::new();
    sources.retain(|source| {
        let Some(case) = case_of(source).filter(|_| language_of(&source.0).is_some()) else { return true };
        let count = sheets.entry(case.into()).or_default();
        *count = count.saturating_add(1);
        if *count == MOST_SHEETS + 1 {
            let message = format!("more than {MOST_SHEETS} sheets lie here; this one, and what comes after it by its name, is not read");
            let finding =
                Finding::of_file(UNREADABLE, &format!("{prefix}{}", source.0), message, "Put aside those that nobody reads.".into());
            findings.push(Finding { severity: Severity::Warning, ..finding });
        }
        *count <= MOST_SHEETS
    });
    findings
}

/// Gives warnings to the cases that they are of; those of no case are told beside them.
fn give(shelves: &mut Shelves, folder: &Path, warnings: Vec<Finding>) {
    for warning in warnings {
        let case = case_within(folder, &warning);
        let shelf = shelves.cases.iter_mut().find(|shelf| shelf.id == case);
        shelf.map_or(&mut shelves.shared, |shelf| &mut shelf.findings).push(warning);
    }
}

/// Gives what could not be read to the case it belongs to, which then can't be played; without a sheet it still can.
fn attach(shelves: &mut Shelves, folder: &Path, troubles: Vec<Finding>) {
    for trouble in troubles {
        let below = below(folder, &trouble).to_path_buf();
        let case = case_within(folder, &trouble);
        let is_sheet = is_sheet(&below);
        match shelves.cases.iter_mut().find(|shelf| shelf.id == case) {
            Some(shelf) if is_sheet => shelf.findings.push(Finding { severity: Severity::Warning, ..trouble }),
            Some(shelf) => {
                shelf.bundle = None;
                // What is there and can't be read isn't missing as well.
                let name = below.file_name().and_then(|name| name.to_str()).unwrap_or_default();
                let name = name.split(SCENE).next().filter(|name| !name.starts_with(CASE)).unwrap_or(CASE);
                shelf.findings.retain(|finding| finding.code != "missing-file" || !finding.message.contains(name));
                shelf.findings.push(trouble);
            }
            None if case.is_empty() => shelves.shared.push(trouble),
            None => shelves.cases.push(Shelf { findings: vec![trouble], ..Shelf::empty(&case) }),
        }
    }
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let unreadable = |error| Trouble::Unreadable(folder.into(), error);
    let entries = fs::read_dir(folder).map_err(unreadable)?.take(MOST_IN_FOLDER + 1);
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
    if paths.len() > MOST_IN_FOLDER {
        return Err(unreadable(io::Error::other(format!("it holds more than {} files", number(MOST_IN_FOLDER)))));
    }
    paths.sort();
    Ok(paths)
}

/// True for the name of a file that is read; what editors and systems put beside it for themselves is hidden.
pub fn belongs(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_named = name == CASE || name.ends_with(SCENE) || name == RUBRIC || name == REACTIONS || is_sheet(path);
    is_named && !is_hidden(path)
}

/// True for a file or a folder that isn't looked into.
fn is_hidden(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with('.'))
}

/// True for a sheet of translations, which stands a folder deeper than the other files of its case.
pub fn is_sheet(path: &Path) -> bool {
    path.to_str().is_some_and(|path| language_of(&path.replace('\\', "/")).is_some())
}

/// True for a transcript, by its name and its folder's.
pub fn is_transcript(path: &Path) -> bool {
    let is_in = path.parent().and_then(Path::file_name).is_some_and(|folder| folder == TRANSCRIPTS);
    is_in && path.to_str().is_some_and(|path| path.ends_with(TRANSCRIPT))
}

/// True for a folder that holds a case, or what is left of one.
pub fn is_case(folder: &Path) -> bool {
    let files = sorted(folder).unwrap_or_default();
    let shared = |path: &PathBuf| path.file_name().is_some_and(|name| name == RUBRIC || name == REACTIONS);
    !files.iter().any(shared) && files.iter().any(|path| belongs(path) && !is_sheet(path))
}

/// The name that a file was meant to have, such as `case.ron` for a `case.ron.txt` with no `case.ron` beside it.
fn right_name(path: &Path) -> Option<&str> {
    let stem = path.file_stem()?.to_str()?;
    let by_an_editor = path.extension().is_some_and(|ending| ENDINGS_OF_EDITORS.iter().any(|editors| ending == *editors));
    (by_an_editor && belongs(Path::new(stem)) && !path.with_file_name(stem).exists()).then_some(stem)
}

fn read_into(folder: &Path, path: &Path, sources: &mut Vec<Source>, troubles: &mut Vec<Finding>) {
    let Some(name) = path.strip_prefix(folder).ok().and_then(|name| name.to_str()) else { return };
    if let Some(meant) = right_name(path) {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let message = format!("the editor has put “.{ending}” behind the name, so this is not read");
        let help = format!("Name it “{meant}”. Your editor, or the folder's window, may hide the ending.");
        troubles.push(Finding::of_file("missing-file", &path.display().to_string(), message, help));
    }
    if !belongs(path) {
        return;
    }
    match read_whole(path) {
        Ok(text) => sources.push((name.replace('\\', "/"), text)),
        Err(odd) => troubles.push(odd.told(&path.display().to_string())),
    }
}

/// Reads a regular file of bounded size as text; else what is wrong with it, and what to do.
pub fn read(path: &Path) -> Result<String, (String, &'static str)> {
    read_whole(path).map_err(|odd| (odd.message, odd.help))
}

/// The same with what is wrong at its place.
fn read_whole(path: &Path) -> Result<String, Odd> {
    read_text(path, LARGEST_FILE, "Part it into several scenes.")
}

/// The same of at most so many bytes.
fn read_text(path: &Path, most: u64, where_too_large: &'static str) -> Result<String, Odd> {
    let unreadable = |(message, help)| Odd { code: UNREADABLE, place: None, message, help };
    decoded(bounded(path, most, where_too_large).map_err(unreadable)?)
}

/// The text that these bytes are, where a file of a case may hold it.
pub fn text_of(bytes: Vec<u8>) -> Option<String> {
    decoded(bytes).ok()
}

/// The same for a file of another kind, such as one of choices.
pub fn read_bounded(path: &Path) -> io::Result<String> {
    let told = |(message, help): (String, &str)| io::Error::other(format!("{message}. {help}"));
    read_bytes(path, "Part it into several files.").and_then(|bytes| decoded(bytes).map_err(|odd| (odd.message, odd.help))).map_err(told)
}

/// Reads a regular file of bounded size; else what is wrong with it, and what to do.
pub fn read_bytes(path: &Path, where_too_large: &'static str) -> Result<Vec<u8>, (String, &'static str)> {
    bounded(path, LARGEST_FILE, where_too_large)
}

/// The files in the program that a bundle may be made of.
pub fn embedded() -> Vec<Source> {
    let mut sources: Vec<Source> = embedded_files().filter(|(name, _)| belongs(Path::new(name))).collect();
    sources.sort();
    sources
}

/// Every file in the program, down to the folders within the cases.
fn embedded_files() -> impl Iterator<Item = Source> {
    let within = |folder: &'static Dir<'static>| folder.files().chain(folder.dirs().flat_map(|folder| folder.files()));
    let files = EMBEDDED.files().chain(EMBEDDED.dirs().flat_map(within));
    files.filter_map(|file| Some((file.path().to_str()?.replace('\\', "/"), file.contents_utf8()?.to_string())))
}

impl Library {
    /// The shelves of these files, with each case taken over that is made of the same ones.
    fn with(&self, sources: &[Source], language: Option<&str>) -> Shelves {
        let before = &*self.making;
        if before.language.as_deref() != language || !are_the_same(&before.sources, sources, None) {
            return shelf::assemble_in(&self.prefix, sources, language);
        }
        let is_as_it_was = |shelf: &&Shelf| are_the_same(&before.sources, sources, Some(&shelf.id));
        let taken_over: Vec<Shelf> = before.cases.iter().filter(is_as_it_was).cloned().collect();
        let is_new = |source: &&Source| !taken_over.iter().any(|shelf| case_of(source) == Some(&shelf.id));
        let new: Vec<Source> = sources.iter().filter(is_new).cloned().collect();
        let mut shelves = shelf::assemble_in(&self.prefix, &new, language);
        shelves.cases.extend(taken_over);
        shelves.cases.sort_by(|one, other| one.id.cmp(&other.id));
        shelves
    }

    /// The text of a file by its name below the library's folder; none where it isn't there.
    pub fn file(&self, name: &str) -> Result<Option<String>, (String, &'static str)> {
        if self.prefix.is_empty() {
            return Ok(embedded_files().find(|(there, _)| there == name).map(|(_, text)| text));
        }
        let path = PathBuf::from(format!("{}{name}", self.prefix));
        if path.exists() { read(&path).map(Some) } else { Ok(None) }
    }

    /// Where the beats of a case stand in its scenes as they were read, each found out once.
    pub fn places(&self, case: &str) -> Arc<Places> {
        let found = || Arc::new(places_in(&self.making.sources, case));
        self.making.places.get(case).map(|there| Arc::clone(there.get_or_init(found))).unwrap_or_default()
    }

    /// The transcripts of a case that can be read, each with its name.
    pub fn transcripts_of<'a>(&'a self, case: &'a str) -> impl Iterator<Item = (&'a str, Transcript)> {
        let of = self.transcripts.iter().filter(move |transcript| transcript.case == case);
        of.filter_map(|file| Some((file.name(), Transcript::read(&file.file, file.text.as_ref().ok()?).ok()?)))
    }

    /// A transcript of a case by its name, where it can be read.
    pub fn transcript(&self, case: &str, name: &str) -> Option<Transcript> {
        let file = self.transcripts.iter().find(|transcript| transcript.case == case && transcript.name() == name)?;
        Transcript::read(&file.file, file.text.as_ref().ok()?).ok()
    }

    /// True where the cases are files that somebody can edit, not the copy in the program.
    pub fn is_folder(&self) -> bool {
        !self.prefix.is_empty()
    }

    /// Writes a transcript of a case under a name that is still free, entire or not at all; where it is then.
    pub fn keep_transcript(&self, case: &str, text: &str) -> Result<PathBuf, Trouble> {
        if !self.is_folder() {
            return Err(Trouble::OnlyToRead);
        }
        let folder = PathBuf::from(format!("{}{case}", self.prefix)).join(TRANSCRIPTS);
        let unwritable = |error| Trouble::Unwritable(folder.clone(), error);
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(unwritable(error)),
            _ => {}
        }
        for place in 1..MOST_IN_FOLDER {
            let path = folder.join(format!("kept-{place}{TRANSCRIPT}"));
            // The name is taken first, so that no other file is ever written over.
            match File::create_new(&path) {
                Ok(_) => {}
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(unwritable(error)),
            }
            let written = atomic_write_file::AtomicWriteFile::open(&path).and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.commit()
            });
            return match written {
                Ok(()) => Ok(path),
                Err(error) => {
                    // Nothing stands there but the name.
                    let _ = fs::remove_file(&path);
                    Err(Trouble::Unwritable(path, error))
                }
            };
        }
        Err(unwritable(std::io::Error::other("it holds too many transcripts")))
    }

    /// A case by its id.
    pub fn case(&self, id: &str) -> Result<&Shelf, Trouble> {
        self.shelves.cases.iter().find(|shelf| shelf.id == id).ok_or_else(|| {
            let known: Vec<&str> = self.shelves.cases.iter().map(|shelf| shelf.id.as_str()).collect();
            let hint = crate::script::finding::nearest(id, known.iter().copied())
                .map(|near| format!(" Did you mean “{near}”?"))
                .unwrap_or_default();
            let known = if known.is_empty() { "none".into() } else { known.join(", ") };
            Trouble::NoCase { id: id.into(), known, hint }
        })
    }
}
