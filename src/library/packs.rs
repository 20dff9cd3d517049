//! Packs: cases in one file to send to a colleague, made of sound ones, and read without trust in whoever sent it.
//!
//! A pack is one JSON document: what it is, and each file of its cases with its name, its size, its hash and its text. Cases are
//! nothing but text, so an archive would bring along only what an archive can do: names that lead elsewhere, links, rights, sizes
//! that lie, and a little that unfolds into a lot. Here what is read is never more than what was sent, and anybody can look at it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::analysis::transcript::Transcript;
use crate::script::bounds::{LARGEST_FILE, LARGEST_PACK, MOST_IN_PACK, number, size};
use crate::script::bundle::Source;
use crate::script::finding::{Finding, Severity, Told};
use crate::script::lint::{is_case_id, is_kept_by_windows};
use crate::script::model::Case;
use crate::script::parse;
use crate::script::shelf::{CASE, REACTIONS, RUBRIC, SCENE};
use crate::script::translation;

use super::bytes::{bounded, decoded};
use super::{Library, TRANSCRIPT, TRANSCRIPTS, UNREADABLE, case_of, embedded, is_case, of_files, sorted};

/// What the name of a pack ends in.
pub const PACK: &str = ".pack.json";

/// Version of the packs that this program writes, and the oldest reader that understands them.
const VERSION: u32 = 1;

/// What the hidden folders are called in which cases are written before they are moved to their place.
const UNPACKING: &str = "unpacking";

/// Longest name of a file, without its folder and its ending.
const LONGEST_NAME: usize = 64;

/// Cases with their files, all of which belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Version of the program that made it.
    pub app: String,
    pub cases: Vec<About>,
    /// Named as they lie below the folder of cases.
    files: Vec<Source>,
}

/// What a case says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub id: String,
    pub title: String,
    pub author: String,
    pub licence: String,
    pub review: String,
}

/// Why there is no pack, or it could not be unpacked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("{0}")]
    Unreadable(String),
    #[error("this is no pack of cases")]
    NoPack,
    #[error("this pack was made by a newer version of the program (format {0}). Update the program to read it")]
    Newer(u32),
    #[error("this pack was changed since it was made, or only a part of it came; nothing of it can be trusted. Ask for it again")]
    Changed,
    #[error(
        "“{0}” is no name for a file of a pack: those are CASE/case.ron, CASE/*.scene.ron, CASE/lang/*.csv, CASE/transcripts/*.txt, \
             rubric.ron and reactions.ron, in lower-case letters, digits, hyphens and underlines, and no name that Windows keeps for itself"
    )]
    Name(String),
    #[error("“{0}” stands in it twice")]
    Twice(String),
    #[error("“{name}”: {why}")]
    NoText { name: String, why: String },
    #[error("“{0}” has no case.ron")]
    NoCase(String),
    #[error("it would hold more than {files} files or {size}, which no pack may", files = number(MOST_IN_PACK), size = size(LARGEST_PACK))]
    TooLarge,
    #[error("these would not be sound in it, and only sound cases are packed")]
    Unsound(Vec<Finding>),
    #[error("there already: {0}. Nothing was written. Choose another folder, or say --overwrite to set aside what is there")]
    Taken(String),
    #[error(
        "this pack brings a rubric or reactions of its own, by which the other cases in that folder would be judged as well. Nothing was \
         written. Unpack it into a folder of its own"
    )]
    Shared,
    #[error("{0} can't be written: {1}. What was there is as it was")]
    Unwritable(PathBuf, io::Error),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    fifty_minutes_pack: u32,
    /// A reader older than this leaves it alone.
    min_reader: u32,
    app: String,
    cases: Vec<About>,
    files: Vec<Packed>,
    /// Over all of the above.
    blake3: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Packed {
    name: String,
    bytes: usize,
    blake3: String,
    text: String,
}

/// True for the name of a pack.
pub fn is_pack(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(PACK))
}

impl Pack {
    /// Makes one of cases of a library, with a rubric and reactions where they are others than the program's own.
    pub fn make(library: &Library, cases: &[String]) -> Result<Pack, Trouble> {
        let sources = &library.making.sources;
        let wanted = |source: &&Source| case_of(source).is_some_and(|case| cases.iter().any(|wanted| wanted == case));
        let own = embedded();
        let shared = sources.iter().filter(|source| [RUBRIC, REACTIONS].contains(&source.0.as_str()) && !own.contains(source));
        let mut files: Vec<Source> = shared.chain(sources.iter().filter(wanted)).cloned().collect();
        let mut findings = Vec::new();
        for shelf in library.shelves.cases.iter().filter(|shelf| cases.contains(&shelf.id)) {
            // What could not be read is not among the sources.
            let is_left = |finding: &&Finding| [UNREADABLE, "no-plain-text"].contains(&finding.code);
            findings.extend(shelf.findings.iter().filter(is_left).cloned());
        }
        for transcript in library.transcripts.iter().filter(|transcript| cases.contains(&transcript.case)) {
            match &transcript.text {
                Ok(text) => {
                    files.push((format!("{}/{TRANSCRIPTS}/{}{TRANSCRIPT}", transcript.case, transcript.name()), text.clone()));
                }
                Err(finding) => findings.push(finding.clone()),
            }
        }
        files.sort();
        let pack = Pack::of_files(env!("CARGO_PKG_VERSION").into(), files);
        pack.judge()?;
        findings.extend(pack.findings(&pack.library()).into_iter().filter(|finding| finding.severity == Severity::Error));
        if !findings.is_empty() {
            return Err(Trouble::Unsound(findings));
        }
        if pack.files.len() > MOST_IN_PACK || pack.written().len() as u64 > LARGEST_PACK { Err(Trouble::TooLarge) } else { Ok(pack) }
    }

    /// One of these files, whatever they are.
    pub fn of_files(app: String, files: Vec<Source>) -> Pack {
        Pack { app, cases: about(&files), files }
    }

    /// As it is sent.
    pub fn written(&self) -> String {
        let packed = |(name, text): &Source| Packed { name: name.clone(), bytes: text.len(), blake3: hash(text), text: text.clone() };
        written(Document {
            fifty_minutes_pack: VERSION,
            min_reader: VERSION,
            app: self.app.clone(),
            cases: self.cases.clone(),
            files: self.files.iter().map(packed).collect(),
            blake3: String::new(),
        })
    }

    /// Reads one from a file of bounded size.
    pub fn read(path: &Path) -> Result<Pack, Trouble> {
        let unreadable = |(message, help): (String, &str)| Trouble::Unreadable(format!("{message}. {help}"));
        Pack::of_bytes(&bounded(path, LARGEST_PACK, "No pack is.").map_err(unreadable)?)
    }

    /// The same of what is in such a file.
    pub fn of_bytes(bytes: &[u8]) -> Result<Pack, Trouble> {
        #[derive(Deserialize)]
        struct Versions {
            #[serde(rename = "fifty_minutes_pack")]
            _pack: u32,
            min_reader: u32,
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Trouble::NoPack)?;
        let is_meant = text.trim_start().get(..32).is_some_and(|start| start.contains("fifty_minutes_pack"));
        match serde_json::from_str(text) {
            Ok(Versions { min_reader, .. }) if min_reader > VERSION => return Err(Trouble::Newer(min_reader)),
            Ok(_) => {}
            Err(_) => return Err(if is_meant { Trouble::Changed } else { Trouble::NoPack }),
        }
        let document: Document = serde_json::from_str(text).map_err(|_| Trouble::Changed)?;
        if document.files.len() > MOST_IN_PACK {
            return Err(Trouble::TooLarge);
        }
        let is_as_made = |file: &Packed| file.bytes == file.text.len() && file.blake3 == hash(&file.text);
        if !document.files.iter().all(is_as_made) {
            return Err(Trouble::Changed);
        }
        let Document { app, cases, files, .. } = document;
        let pack = Pack { app, cases, files: files.into_iter().map(|file| (file.name, file.text)).collect() };
        pack.judge()?;
        // All else is as the program would write it, down to the last byte, or was changed.
        if pack.written() == text && pack.cases == about(&pack.files) { Ok(pack) } else { Err(Trouble::Changed) }
    }

    /// Refuses what has no place in a pack.
    fn judge(&self) -> Result<(), Trouble> {
        let mut seen = BTreeSet::new();
        for (name, text) in &self.files {
            if !is_name(name) {
                return Err(Trouble::Name(shown(name)));
            }
            // Some systems don't tell capitals apart.
            if !seen.insert(name.to_lowercase()) {
                return Err(Trouble::Twice(name.clone()));
            }
            if text.len() as u64 > LARGEST_FILE {
                return Err(Trouble::NoText { name: name.clone(), why: format!("it is larger than {}", size(LARGEST_FILE)) });
            }
            decoded(text.clone().into_bytes()).map_err(|odd| Trouble::NoText { name: name.clone(), why: odd.message })?;
        }
        let folders: BTreeSet<&str> = self.files.iter().filter_map(case_of).collect();
        match folders.iter().find(|case| !seen.contains(&format!("{case}/{CASE}"))) {
            Some(case) => Err(Trouble::NoCase(case.to_string())),
            None if folders.is_empty() => Err(Trouble::NoPack),
            None => Ok(()),
        }
    }

    /// Its cases, put together as those of a folder are.
    pub fn library(&self) -> Library {
        of_files(self.files.clone())
    }

    /// What a check finds in it, as that library was put together.
    pub fn findings(&self, library: &Library) -> Vec<Finding> {
        let transcripts = library.transcripts.iter().filter_map(|transcript| transcript.text.as_ref().ok().zip(Some(&transcript.file)));
        let of_transcripts = transcripts.filter_map(|(text, file)| Transcript::read(file, text).err()).flatten();
        Told::of(library.shelves.findings().cloned().chain(of_transcripts))
    }

    /// How many files a case has in it, and how many bytes they are.
    pub fn measure(&self, case: &str) -> (usize, usize) {
        let of = self.files.iter().filter(|file| case_of(file) == Some(case));
        (of.clone().count(), of.map(|(_, text)| text.len()).sum())
    }

    /// The names of the files in it that all cases share.
    pub fn shared(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|file| case_of(file).is_none()).map(|(name, _)| name.as_str())
    }

    /// Writes its cases below a folder, all of them or none; where that is wanted, what stands there under their names is set aside
    /// first. Gives where it was put.
    pub fn unpack(&self, into: &Path, overwrite: bool) -> Result<Vec<PathBuf>, Trouble> {
        let unwritable = |error| Trouble::Unwritable(into.into(), error);
        let is_as_there = |name: &str| {
            self.files.iter().any(|(file, text)| file == name && super::read(&into.join(name)).is_ok_and(|there| there == *text))
        };
        let new: Vec<&str> =
            self.cases.iter().map(|case| case.id.as_str()).chain(self.shared().filter(|name| !is_as_there(name))).collect();
        let taken: Vec<&str> = new.iter().copied().filter(|name| into.join(name).symlink_metadata().is_ok()).collect();
        if !taken.is_empty() && !overwrite {
            return Err(Trouble::Taken(taken.join(", ")));
        }
        let is_other = |folder: &PathBuf| is_case(folder) && !new.iter().any(|name| folder.ends_with(name));
        let shares = new.iter().any(|name| [RUBRIC, REACTIONS].contains(name));
        if shares && sorted(into).unwrap_or_default().iter().any(is_other) {
            return Err(Trouble::Shared);
        }
        fs::create_dir_all(into).map_err(unwritable)?;
        let _alone = Alone::in_folder(into);
        let beside = free(into, UNPACKING, |path| fs::create_dir(path)).map_err(unwritable)?;
        let put = self.write(&beside, &new).and_then(|()| settle(&beside, into, &new));
        // What is left in it is of no use to anybody.
        let _ = fs::remove_dir_all(&beside);
        put.map_err(unwritable)
    }

    /// Writes those of its files to a new folder, synced.
    fn write(&self, folder: &Path, new: &[&str]) -> io::Result<()> {
        for (name, text) in &self.files {
            let path = folder.join(name);
            if !new.contains(&case_of(&(name.clone(), String::new())).unwrap_or(name)) {
                continue;
            }
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let mut file = File::create_new(&path)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
        }
        Ok(())
    }
}

/// A folder in which nobody else unpacks until this is dropped; where the system can't tell, others may.
struct Alone(Option<File>);

impl Alone {
    /// Waits for whoever is unpacking there, then clears what others left who were stopped on the way.
    fn in_folder(folder: &Path) -> Alone {
        // Elsewhere a folder can't be opened, and what was left stays.
        let held = File::open(folder).ok().filter(|folder| folder.lock().is_ok());
        if held.is_some() {
            let begins = format!(".{UNPACKING}-");
            let is_left = |path: &&PathBuf| {
                let number = path.file_name().and_then(|name| name.to_str()?.strip_prefix(&begins));
                number.is_some_and(|number| number.parse::<u16>().is_ok()) && !path.is_symlink()
            };
            for left in sorted(folder).unwrap_or_default().iter().filter(is_left) {
                // Where it can't be taken away it is as hidden as before.
                let _ = fs::remove_dir_all(left);
            }
        }
        Alone(held)
    }
}

impl Drop for Alone {
    /// Closing it isn't enough: a program that is just being started has the folder open as well, for a moment.
    fn drop(&mut self) {
        // Where that fails it is let go of when the last one closes it.
        let _ = self.0.as_ref().map(File::unlock);
    }
}

/// Moves what was written to its place, having set aside what stands there; where one can't be moved, everything goes back.
fn settle(beside: &Path, into: &Path, new: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    let mut aside = Vec::new();
    let mut go = || -> io::Result<()> {
        for name in new {
            let place = into.join(name);
            if place.symlink_metadata().is_ok() {
                let path = free(into, &format!("{name}-before"), |path| match path.symlink_metadata() {
                    Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
                    Err(_) => fs::rename(&place, path),
                })?;
                moved.push((place.clone(), path.clone()));
                aside.push(path);
            }
            fs::rename(beside.join(name), &place)?;
            moved.push((beside.join(name), place));
        }
        Ok(())
    };
    match go() {
        Ok(()) => Ok(aside),
        Err(error) => {
            for (from, to) in moved.iter().rev() {
                // The first failure is the one to be told.
                let _ = fs::rename(to, from);
            }
            Err(error)
        }
    }
}

/// Takes the first hidden name that is free.
fn free(folder: &Path, name: &str, take: impl Fn(&Path) -> io::Result<()>) -> io::Result<PathBuf> {
    for place in 1..1_000 {
        let path = folder.join(format!(".{name}-{place}"));
        match take(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// What the cases of files say of themselves; little where a case can't be read.
fn about(files: &[Source]) -> Vec<About> {
    let cases = files.iter().filter_map(|(name, text)| Some((name.strip_suffix(CASE)?.strip_suffix('/')?, text)));
    let of = |(id, text): (&str, &String)| {
        let nothing = About { id: id.into(), title: String::new(), author: String::new(), licence: String::new(), review: String::new() };
        match parse::case(CASE, text.trim_start_matches('\u{feff}')) {
            Ok(Case { title, author, licence, review, .. }) => About { title, author, licence, review, ..nothing },
            Err(_) => nothing,
        }
    };
    cases.map(of).collect()
}

/// With its own hash in it.
fn written(document: Document) -> String {
    let text = |document: &Document| serde_json::to_string_pretty(document).unwrap_or_default() + "\n";
    let blake3 = hash(&text(&document));
    text(&Document { blake3, ..document })
}

fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// The beginning of a name that may be anything, without what can't be seen.
fn shown(name: &str) -> String {
    name.chars().take(LONGEST_NAME).map(|c| if c.is_control() { '?' } else { c }).collect()
}

/// True for a name that a file of a pack may have: it leads nowhere but into its case, on whatever system.
fn is_name(name: &str) -> bool {
    let Some((case, file)) = name.split_once('/') else { return [RUBRIC, REACTIONS].contains(&name) };
    let ends_in = |file: &str, ending: &str, is_so: fn(&str) -> bool| file.strip_suffix(ending).is_some_and(is_so);
    let within = match file.split_once('/') {
        None => file == CASE || ends_in(file, SCENE, is_plain),
        Some((translation::FOLDER, sheet)) => ends_in(sheet, translation::ENDING, is_tag),
        Some((TRANSCRIPTS, transcript)) => ends_in(transcript, TRANSCRIPT, is_plain),
        Some(_) => false,
    };
    within && is_case_id(case) && is_plain(case)
}

fn is_plain(name: &str) -> bool {
    let letters = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'));
    letters && (1..=LONGEST_NAME).contains(&name.len()) && !is_kept_by_windows(name)
}

/// A language's tag as it is written.
fn is_tag(tag: &str) -> bool {
    is_plain(&tag.to_lowercase()) && tag.parse::<LanguageIdentifier>().is_ok_and(|parsed| parsed == tag)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_name_leads_into_its_case_and_nowhere_else() {
        for name in ["a/case.ron", "a/1-first.scene.ron", "a-b/lang/pt-BR.csv", "a/transcripts/2_good.txt", "rubric.ron", "reactions.ron"] {
            assert!(is_name(name), "{name}");
        }
        let others = [
            "",
            "case.ron",
            "/a/case.ron",
            "../a/case.ron",
            "a/../case.ron",
            "a/case.ron/",
            "a//case.ron",
            "a\\case.ron",
            "C:/case.ron",
            "A/case.ron",
            "a/Case.ron",
            "a/.scene.ron",
            "a/b/case.ron",
            "a/con.scene.ron",
            "com1/case.ron",
            "a/transcripts/nul.txt",
            "a/lang/pt_BR.csv",
            "a/lang/../x.csv",
            "a/transcripts/a b.txt",
            "a/run.sh",
            "a/lang/aux.csv",
            "a/\u{202e}.scene.ron",
            "a",
            "a/case.ron\0",
            "cast/case.ron",
            "a/transcripts/b/c.txt",
            ".git/config",
            "a/ü.scene.ron",
        ];
        for name in others {
            assert!(!is_name(name), "{name}");
        }
    }
}
