//! All files of a library read, checked and put together: a bundle for each case that is sound, findings for each that isn't.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bounds::MOST_TOLD;
use super::bundle::{Bundle, Source, has_room, notes_of};
use super::finding::{Finding, Severity, Told};
use super::lint::{self, Text, excess};
use super::model::{Case, Planned, Scene};
use super::parse::{self, Broken};
use super::rules::{Reactions, Rubric};
use super::translation::{self, Sheet};
use crate::texts::nearest;

/// Names of the shared files.
pub const RUBRIC: &str = "rubric.ron";
pub const REACTIONS: &str = "reactions.ron";
/// Name of a case's own file in its folder.
pub const CASE: &str = "case.ron";
/// What the name of a scene file ends in.
pub const SCENE: &str = ".scene.ron";

/// The name of a scene's file, as it lies below the folder of cases.
pub fn scene_file(case: &str, scene: &str) -> String {
    format!("{case}/{scene}{SCENE}")
}

/// A case as it stands on the shelf.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The folder's name.
    pub id: String,
    /// None where the case file itself can't be read.
    pub case: Option<Case>,
    /// The languages that it is there in: the one it is written in, then those it is translated to.
    pub languages: Vec<Translated>,
    /// None where anything of it, or of the shared files, is in error.
    pub bundle: Option<Arc<Bundle>>,
    pub findings: Vec<Finding>,
}

/// A language of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translated {
    pub tag: String,
    /// False where texts are still missing, and shown as they were written.
    pub whole: bool,
}

/// Every case of a library, and what is wrong with the shared files.
#[derive(Clone, Debug, Default)]
pub struct Shelves {
    pub cases: Vec<Shelf>,
    pub shared: Vec<Finding>,
    /// None where it is in error.
    pub rubric: Option<Rubric>,
}

impl Shelves {
    /// Everything that was found, in the order of the files.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.shared.iter().chain(self.cases.iter().flat_map(|shelf| &shelf.findings))
    }
}

/// Reads a library from its files, named as they lie below its folder; findings name them with `prefix` before.
pub fn assemble(prefix: &str, sources: &[Source]) -> Shelves {
    assemble_in(prefix, sources, None)
}

/// The same with each case in that language where it is translated to it, and else as it was written.
pub fn assemble_in(prefix: &str, sources: &[Source], language: Option<&str>) -> Shelves {
    let files: BTreeMap<&str, &str> = sources.iter().map(|(name, text)| (name.as_str(), text.trim_start_matches('\u{feff}'))).collect();
    let mut shared = Vec::new();
    let rubric = shared_file(prefix, RUBRIC, &files, &mut shared, parse::rubric, lint::rubric);
    let reactions = shared_file(prefix, REACTIONS, &files, &mut shared, parse::reactions, lint::reactions);
    let folders: BTreeSet<&str> = files
        .keys()
        .filter_map(|name| name.split_once('/'))
        .filter(|(_, file)| *file == CASE || file.ends_with(SCENE))
        .map(|(folder, _)| folder)
        .collect();
    let shared_files = (rubric.as_ref(), reactions.as_ref());
    let mut room = MOST_TOLD;
    let shelve = |folder| {
        let (mut shelf, mut told) = (Shelf::empty(folder), Told::new(room));
        fill(&mut shelf, &mut told, prefix, &files, shared_files, language);
        shelf.findings = told.findings();
        room = room.saturating_sub(shelf.findings.len());
        shelf
    };
    let cases = folders.into_iter().map(shelve).collect();
    Shelves { cases, shared, rubric }
}

/// Puts a bundle together again from the files it kept. They were sound by the rules of their day, so only what
/// can't be read at all keeps them from being played and reported.
pub fn reopen(sources: &[Source]) -> Option<Bundle> {
    let text = |name: &str| sources.iter().find(|source| source.0 == name).map(|source| source.1.trim_start_matches('\u{feff}'));
    let folder = sources.iter().find_map(|source| source.0.strip_suffix(CASE)?.strip_suffix('/'))?;
    let mut case = parse::case(CASE, text(&format!("{folder}/{CASE}"))?).ok()?;
    let sessions = case.sessions.clone();
    let mut scenes = BTreeMap::new();
    for Planned { scene, .. } in &sessions {
        scenes.insert(scene.as_str(), parse::scene(scene, text(&scene_file(folder, scene))?).ok()?);
    }
    let text_of = |scene: &str| text(&scene_file(folder, scene)).map_or(0, str::len);
    if !excess::is_bounded(excess::played(&case, &scenes, text_of)) {
        return None;
    }
    if let Some((name, sheet)) = sources.iter().find(|(name, _)| translation::language_of(name).is_some()) {
        let sheet = Sheet::read(name, sheet.trim_start_matches('\u{feff}')).ok()?;
        translation::translate(&sheet, &mut case, &mut scenes);
    }
    let hours = in_order(&sessions, scenes);
    let rubric = parse::rubric(RUBRIC, text(RUBRIC)?).ok()?;
    let reactions = parse::reactions(REACTIONS, text(REACTIONS)?).ok()?;
    // By the rules of any day.
    if !has_room(&case, &hours) || hours.iter().any(|scene| lint::is_endless(scene)) {
        return None;
    }
    Bundle::new(case, hours, rubric, reactions, sources.to_vec()).ok()
}

/// The scene of each session; sessions that play the same one share it.
fn in_order(sessions: &[Planned], scenes: BTreeMap<&str, Scene>) -> Vec<Arc<Scene>> {
    let scenes: BTreeMap<&str, Arc<Scene>> = scenes.into_iter().map(|(name, scene)| (name, Arc::new(scene))).collect();
    sessions.iter().filter_map(|planned| scenes.get(planned.scene.as_str()).cloned()).collect()
}

impl Shelf {
    /// With nothing on it yet.
    pub fn empty(id: &str) -> Shelf {
        Shelf { id: id.into(), case: None, languages: Vec::new(), bundle: None, findings: Vec::new() }
    }
}

/// Looks through the sheets of a case, and puts it into the language wanted where one of them has it; the name of that sheet.
fn translate(
    shelf: &mut Shelf,
    told: &mut Told,
    prefix: &str,
    files: &BTreeMap<&str, &str>,
    wanted: Option<&str>,
    case: &mut Case,
    scenes: &mut BTreeMap<&str, Scene>,
) -> Option<String> {
    shelf.languages.push(Translated { tag: case.language.clone(), whole: true });
    let folder = format!("{}/{}/", shelf.id, translation::FOLDER);
    let sheets = files.range(folder.as_str()..).take_while(|(name, _)| name.starts_with(&folder));
    let sheets: Vec<(&str, &str, &str)> = sheets.filter_map(|(name, text)| Some((*name, translation::language_of(name)?, *text))).collect();
    // Against a scene that can't be read, or isn't there, most rows would seem to be of nothing.
    if sheets.is_empty() || !case.sessions.iter().all(|planned| scenes.contains_key(planned.scene.as_str())) {
        return None;
    }
    let texts = translation::texts(case, scenes);
    let mut usable: BTreeMap<&str, (&str, Sheet)> = BTreeMap::new();
    for (name, language, text) in sheets {
        let file = format!("{prefix}{name}");
        match Sheet::of_language(&file, language, &case.language, text) {
            Ok(sheet) => {
                told.extend(translation::check(&file, &sheet, &texts));
                let holding = sheet.holding(&texts);
                if holding > 0 {
                    shelf.languages.push(Translated { tag: language.into(), whole: holding == texts.len() });
                    usable.insert(language, (name, sheet));
                }
            }
            Err(finding) => told.push(finding),
        }
    }
    let (name, sheet) = usable.get(nearest(wanted?, shelf.languages.iter().map(|there| there.tag.as_str()))?)?;
    translation::translate(sheet, case, scenes);
    Some(name.to_string())
}

fn shared_file<T>(
    prefix: &str,
    name: &str,
    files: &BTreeMap<&str, &str>,
    findings: &mut Vec<Finding>,
    parse: impl Fn(&str, &str) -> Result<T, Broken<T>>,
    lint: impl Fn(Text, &T) -> Vec<Finding>,
) -> Option<T> {
    let file = format!("{prefix}{name}");
    let Some(text) = files.get(name) else {
        findings.push(Finding::of_file(
            "missing-file",
            &file,
            format!("the shared file {name} is not there"),
            "Put it beside the cases.".into(),
        ));
        return None;
    };
    match parse(&file, text) {
        Ok(value) => {
            let found = lint(Text { file: &file, text }, &value);
            let sound = found.is_empty();
            findings.extend(found);
            sound.then_some(value)
        }
        Err(broken) => {
            findings.extend(broken.findings);
            None
        }
    }
}

/// Puts a case on its shelf, as far as there is nothing wrong with it.
fn fill(
    shelf: &mut Shelf,
    told: &mut Told,
    prefix: &str,
    files: &BTreeMap<&str, &str>,
    (rubric, reactions): (Option<&Rubric>, Option<&Reactions>),
    language: Option<&str>,
) {
    let id = shelf.id.clone();
    let folder = id.as_str();
    let name = format!("{folder}/{CASE}");
    let file = format!("{prefix}{name}");
    let Some(text) = files.get(name.as_str()) else {
        told.push(Finding::of_file(
            "missing-file",
            &file,
            "there are scenes here but no case.ron".into(),
            "Write one, or move the scenes.".into(),
        ));
        return;
    };
    let mut case = match parse::case(&file, text) {
        Ok(case) => case,
        Err(Broken { findings, meant }) => {
            told.extend(findings);
            // What can be guessed is looked at as well, so that one slip doesn't hide what else there is.
            match meant {
                Some(meant) => *meant,
                None => return,
            }
        }
    };
    let scene_files: BTreeMap<&str, &str> =
        files.iter().filter_map(|(name, text)| Some((name.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(SCENE)?, *text))).collect();
    let found = excess::of_case(Text { file: &file, text }, &case);
    if !found.is_empty() {
        told.extend(found);
        return;
    }
    told.extend(lint::case(Text { file: &file, text }, folder, &case, &scene_files.keys().copied().collect()));
    let mut scenes: BTreeMap<&str, Scene> = BTreeMap::new();
    for (scene_name, text) in &scene_files {
        if told.is_enough() {
            break;
        }
        let file = format!("{prefix}{}", scene_file(folder, scene_name));
        let scene = match parse::scene(&file, text) {
            Ok(scene) => Some(scene),
            Err(broken) => {
                told.extend(broken.findings);
                broken.meant.map(|meant| *meant)
            }
        };
        if let Some(scene) = scene {
            let found = excess::of_scene(Text { file: &file, text }, &scene);
            // With too much in it, it's as one that can't be read.
            if found.is_empty() {
                scenes.insert(scene_name, scene);
            }
            told.extend(found);
        }
        if !case.sessions.iter().any(|planned| planned.scene == *scene_name) {
            told.push(Finding {
                severity: Severity::Warning,
                ..Finding::of_file(
                    "unused-file",
                    &file,
                    "no session of the case uses this scene".into(),
                    "Name it under `sessions` in case.ron, or take it away.".into(),
                )
            });
        }
    }
    let text_of = |scene_name: &str| scene_files.get(scene_name).copied().unwrap_or_default();
    let played = excess::played(&case, &scenes, |scene| text_of(scene).len());
    let found = excess::of_course(Text { file: &file, text }, &case, &scenes, played);
    if !found.is_empty() {
        told.extend(found);
        shelf.case = Some(case);
        return;
    }
    let made: BTreeMap<&str, BTreeSet<&str>> = scenes.iter().map(|(name, scene)| (*name, lint::made(scene).collect())).collect();
    for (scene_name, scene) in &scenes {
        if told.is_enough() {
            break;
        }
        let file = format!("{prefix}{}", scene_file(folder, scene_name));
        let text = Text { file: &file, text: text_of(scene_name) };
        let session = case.sessions.iter().rposition(|planned| planned.scene == *scene_name).unwrap_or_default();
        let before: Vec<&BTreeSet<&str>> =
            case.sessions.iter().take(session).filter_map(|planned| made.get(planned.scene.as_str())).collect();
        let mut carried = lint::carried(&case, session, &before);
        if before.len() < session {
            // One that can't be read may have made what is asked about here.
            carried.extend(
                case.sessions.iter().filter(|planned| planned.scene == *scene_name).flat_map(|planned| notes_of(&case, planned, scene)),
            );
        }
        told.extend(lint::scene(text, &case, scene, &carried));
    }
    // A scene that can't be read may carry what no other does; without a session nothing is carried at all.
    if !case.sessions.is_empty() && case.sessions.iter().all(|planned| scenes.contains_key(planned.scene.as_str())) {
        let played: Vec<&Scene> = case.sessions.iter().filter_map(|planned| scenes.get(planned.scene.as_str())).collect();
        told.extend(lint::topics(Text { file: &file, text }, &case, &played));
        told.extend(lint::course(Text { file: &file, text }, &case, &played));
        told.extend(lint::formulation(Text { file: &file, text }, &case, &played));
        if told.is_sound() {
            told.extend(lint::idle(Text { file: &file, text }, &case, &played));
            let asked = lint::asked(&case, &scenes.values().collect::<Vec<_>>());
            let files: Vec<String> = scenes.keys().map(|scene| format!("{prefix}{}", scene_file(folder, scene))).collect();
            let texts: Vec<Text> = files.iter().zip(scenes.keys()).map(|(file, scene)| Text { file, text: text_of(scene) }).collect();
            told.extend(texts.iter().zip(scenes.values()).flat_map(|(text, scene)| lint::idle_notes(*text, scene, &asked)));
            told.extend(lint::mixed(&[&[Text { file: &file, text }], &texts[..]].concat()));
        }
    }
    let sheet = translate(shelf, told, prefix, files, language, &mut case, &mut scenes);
    shelf.case = Some(case.clone());
    let sound = told.is_sound();
    if let (true, Some(rubric), Some(reactions)) = (sound, rubric, reactions) {
        let names = [RUBRIC.to_string(), REACTIONS.to_string(), name]
            .into_iter()
            .chain(case.sessions.iter().map(|planned| scene_file(folder, &planned.scene)))
            // By this a record says in which language it was held.
            .chain(sheet);
        let sources: Vec<Source> = names.filter_map(|name| files.get(name.as_str()).map(|text| (name, text.to_string()))).collect();
        let hours = in_order(&case.sessions, scenes);
        match Bundle::new(case, hours, rubric.clone(), reactions.clone(), sources) {
            Ok(bundle) => shelf.bundle = Some(Arc::new(bundle)),
            Err(unknown) => told.push(Finding::of_file("unknown-name", &file, unknown.to_string(), String::new())),
        }
    }
}
