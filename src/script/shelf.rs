//! All files of a library read, checked and put together: a bundle for each case that is sound, findings for each that isn't.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::bundle::{Bundle, Source, notes_of};
use super::finding::{Finding, Severity};
use super::lint::{self, Text};
use super::model::{Case, Planned, Scene};
use super::parse;
use super::rules::{Reactions, Rubric};

/// Names of the shared files.
pub const RUBRIC: &str = "rubric.ron";
pub const REACTIONS: &str = "reactions.ron";
/// Name of a case's own file in its folder.
pub const CASE: &str = "case.ron";
/// What the name of a scene file ends in.
pub const SCENE: &str = ".scene.ron";

/// A case as it stands on the shelf.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The folder's name.
    pub id: String,
    /// None where the case file itself can't be read.
    pub case: Option<Case>,
    /// None where anything of it, or of the shared files, is in error.
    pub bundle: Option<Arc<Bundle>>,
    pub findings: Vec<Finding>,
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
    let cases = folders.into_iter().map(|folder| shelve(prefix, folder, &files, rubric.as_ref(), reactions.as_ref())).collect();
    Shelves { cases, shared, rubric }
}

/// Puts a bundle together again from the files it kept. They were sound by the rules of their day, so only what
/// can't be read at all keeps them from being played and reported.
pub fn reopen(sources: &[Source]) -> Option<Bundle> {
    let text = |name: &str| sources.iter().find(|source| source.0 == name).map(|source| source.1.trim_start_matches('\u{feff}'));
    let folder = sources.iter().find_map(|source| source.0.strip_suffix(CASE)?.strip_suffix('/'))?;
    let case = parse::case(CASE, text(&format!("{folder}/{CASE}"))?).ok()?;
    let scenes =
        case.sessions.iter().map(|planned| parse::scene(&planned.scene, text(&format!("{folder}/{}{SCENE}", planned.scene))?).ok());
    let scenes = scenes.collect::<Option<_>>()?;
    let rubric = parse::rubric(RUBRIC, text(RUBRIC)?).ok()?;
    let reactions = parse::reactions(REACTIONS, text(REACTIONS)?).ok()?;
    Bundle::new(case, scenes, rubric, reactions, sources.to_vec()).ok()
}

fn shared_file<T>(
    prefix: &str,
    name: &str,
    files: &BTreeMap<&str, &str>,
    findings: &mut Vec<Finding>,
    parse: impl Fn(&str, &str) -> Result<T, Vec<Finding>>,
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
        Err(found) => {
            findings.extend(found);
            None
        }
    }
}

fn shelve(prefix: &str, folder: &str, files: &BTreeMap<&str, &str>, rubric: Option<&Rubric>, reactions: Option<&Reactions>) -> Shelf {
    let mut shelf = Shelf { id: folder.into(), case: None, bundle: None, findings: Vec::new() };
    let name = format!("{folder}/{CASE}");
    let file = format!("{prefix}{name}");
    let Some(text) = files.get(name.as_str()) else {
        shelf.findings.push(Finding::of_file(
            "missing-file",
            &file,
            "there are scenes here but no case.ron".into(),
            "Write one, or move the scenes.".into(),
        ));
        return shelf;
    };
    let case = match parse::case(&file, text) {
        Ok(case) => case,
        Err(findings) => {
            shelf.findings = findings;
            return shelf;
        }
    };
    let in_folder = |name: &&str| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let scene_files: BTreeMap<&str, &str> = files
        .iter()
        .filter(|(name, _)| in_folder(name))
        .filter_map(|(name, text)| Some((name[folder.len() + 1..].strip_suffix(SCENE)?, *text)))
        .collect();
    shelf.findings = lint::case(Text { file: &file, text }, folder, &case, &scene_files.keys().copied().collect());
    let mut scenes: BTreeMap<&str, Scene> = BTreeMap::new();
    for (scene_name, text) in &scene_files {
        let file = format!("{prefix}{folder}/{scene_name}{SCENE}");
        match parse::scene(&file, text) {
            Ok(scene) => _ = scenes.insert(scene_name, scene),
            Err(findings) => shelf.findings.extend(findings),
        }
        if !case.sessions.iter().any(|planned| planned.scene == *scene_name) {
            shelf.findings.push(Finding {
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
    for (scene_name, scene) in &scenes {
        let file = format!("{prefix}{folder}/{scene_name}{SCENE}");
        let text = Text { file: &file, text: scene_files[scene_name] };
        let session = case.sessions.iter().rposition(|planned| planned.scene == *scene_name).unwrap_or_default();
        let before: Vec<&Scene> = case.sessions.iter().take(session).filter_map(|planned| scenes.get(planned.scene.as_str())).collect();
        let mut carried = lint::carried(&case, session, &before);
        if before.len() < session {
            // One that can't be read may have made what is asked about here.
            carried
                .extend(case.sessions.iter().filter(|planned| planned.scene == *scene_name).flat_map(|planned| notes_of(planned, scene)));
        }
        shelf.findings.extend(lint::scene(text, &case, scene, &carried));
    }
    // A scene that can't be read may carry what no other does.
    if case.sessions.iter().all(|planned| scenes.contains_key(planned.scene.as_str())) {
        let played: Vec<&Scene> = case.sessions.iter().filter_map(|planned| scenes.get(planned.scene.as_str())).collect();
        shelf.findings.extend(lint::topics(Text { file: &file, text }, &case, &played));
        shelf.findings.extend(lint::course(Text { file: &file, text }, &case, &played));
    }
    shelf.case = Some(case.clone());
    let sound = shelf.findings.iter().all(|finding| finding.severity != Severity::Error);
    if let (true, Some(rubric), Some(reactions)) = (sound, rubric, reactions) {
        let names = [RUBRIC.to_string(), REACTIONS.to_string(), name]
            .into_iter()
            .chain(case.sessions.iter().map(|planned| format!("{folder}/{}{SCENE}", planned.scene)));
        let sources: Vec<Source> = names.filter_map(|name| files.get(name.as_str()).map(|text| (name, text.to_string()))).collect();
        // Taken and not copied, but where a later session plays the same scene again.
        let again = |place: usize| case.sessions[place + 1..].iter().any(|later| later.scene == case.sessions[place].scene);
        let mut hour = |(place, planned): (usize, &Planned)| {
            let name = planned.scene.as_str();
            if again(place) { scenes.get(name).cloned() } else { scenes.remove(name) }
        };
        let hours = case.sessions.iter().enumerate().filter_map(&mut hour).collect();
        match Bundle::new(case, hours, rubric.clone(), reactions.clone(), sources) {
            Ok(bundle) => shelf.bundle = Some(Arc::new(bundle)),
            Err(unknown) => shelf.findings.push(Finding::of_file("unknown-name", &file, unknown.to_string(), String::new())),
        }
    }
    shelf
}
