//! The trainee's records on disk: one append-only, checksummed journal an hour, and the bundles that they began with.
//!
//! A journal is text. Each line is eight hexadecimal digits of a CRC-32 over what follows them,
//! a space, and a JSON value; the first line is the header. Each line names the hash of the one
//! before it. A line counts once it is synced, and only then is the answer shown.

mod chain;
pub mod disk;
mod drills;
mod handed_in;
mod held;
mod journal;
mod trainee;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use crate::script::bounds::size;
use crate::script::bundle::{Bundle, Source};
use crate::script::codes::Ending;
use crate::script::exam;
use crate::session::account::Entry;
use crate::session::carried::Carried;
use crate::session::jotting::Jotting;

use disk::{Disk, Machine, make_folders, replace};

pub use chain::Health;
pub use drills::{AllDrilled, Drilled, Drills};
pub use handed_in::HANDED_IN;
pub use held::Held;
pub use journal::{Journal, Record, of_bytes, read};
pub use trainee::{LONGEST as LONGEST_NAME, NoTrainee, Trainee};

/// Version of the journal that this program writes, and the oldest reader that understands it.
pub const VERSION: u32 = 5;

/// Largest journal, bundle or hour to hand in, in bytes: what an hour takes is a hundredth of it.
const LARGEST: u64 = 16 * 1024 * 1024;

/// First line of a journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub journal: u32,
    /// A reader older than this leaves the file alone.
    pub min_reader: u32,
    /// Version of the program that wrote it.
    pub app: String,
    /// What the record is called: its file's name without the ending, whatever it was called when it was written.
    #[serde(deserialize_with = "name")]
    pub id: String,
    #[serde(deserialize_with = "name")]
    pub case: String,
    pub title: String,
    /// Counted from 1.
    pub session: u32,
    pub seed: u64,
    pub mode: Mode,
    /// Hash of the bundle; its files are kept beside the records.
    #[serde(deserialize_with = "name")]
    pub bundle: String,
    /// RFC 3339, UTC.
    pub started: String,
    /// Where it was tried again from a moment of an earlier hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
    /// Where it goes on from an hour that was held: its record, and what it left behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<After>,
    /// Where it is an exam: what it was set by, and what the machine knew of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exam: Option<exam::Held>,
}

/// The session before, and what this one goes on from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// Id of its record.
    #[serde(deserialize_with = "name")]
    pub record: String,
    pub carried: Carried,
}

/// The moment of an earlier hour from which one was held anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Again {
    /// Id of the earlier record.
    #[serde(deserialize_with = "name")]
    pub record: String,
    /// The reply from which on it is new, counted from 1.
    pub turn: u16,
}

/// Longest name of a record, in bytes: a case's, a moment and a number, and room for what it may be called later.
const LONGEST_ID: usize = 200;

/// What a record, a case or a script is called. Files are found and made by it, and it may come from a stranger's: it leads nowhere else.
fn name<'d, D: Deserializer<'d>>(written: D) -> Result<String, D::Error> {
    let name = String::deserialize(written)?;
    let letters = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let fits = (1..=LONGEST_ID).contains(&name.len()) && name.bytes().all(letters);
    if fits { Ok(name) } else { Err(D::Error::custom("this is no name")) }
}

/// How a trainee sits down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Each reply on the menu names its skill, and a note follows the one taken.
    Learn,
    /// A note follows each reply.
    #[default]
    Practise,
    /// Nothing until the end.
    Exam,
}

impl Mode {
    /// As it is kept.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Learn => "learn",
            Mode::Practise => "practise",
            Mode::Exam => "exam",
        }
    }

    /// True where a coach's note follows each reply, if the trainee wants it.
    pub fn has_notes(self, wanted: bool) -> bool {
        wanted && self != Mode::Exam
    }
}

/// One move, with what it led to, and a digest of the state after it; none before version 5 of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The person came in.
    Begin {
        entries: Vec<Entry>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        state: String,
    },
    /// A reply by its id, or a topic left out.
    Reply {
        reply: String,
        entries: Vec<Entry>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        state: String,
    },
    /// The hour went back to just before a reply, counted from 1; what came of it is undone, but for what was left out.
    Rewind {
        turn: u16,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_out: Vec<LeftOut>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        state: String,
    },
    /// What the trainee said of the hour after it.
    Afterwards(Afterwards),
    /// Something that they kept for themselves.
    Jotted(Jotting),
}

impl Step {
    /// Without the digest of the state, which says nothing to another version of the program.
    pub fn forget_state(&mut self) {
        if let Step::Begin { state, .. } | Step::Reply { state, .. } | Step::Rewind { state, .. } = self {
            state.clear();
        }
    }
}

/// A topic that stays out of an hour that went back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The move that left it out.
    pub reply: String,
    pub entries: Vec<Entry>,
}

/// Kept for the trainee themselves and shown in the debrief.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afterwards {
    /// How they expect the person to leave.
    pub expects: Option<Ending>,
    /// What they felt, in their own words.
    pub felt: String,
}

/// What went wrong with a record, in words for the person whose record it is.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error("{path} can't be written: {error}. What was kept before is safe")]
    Unwritable { path: PathBuf, error: std::io::Error },
    #[error("{path} can't be read: {error}")]
    Unreadable { path: PathBuf, error: std::io::Error },
    #[error("there is no record called “{0}”; `fifty-minutes records list` names those there are")]
    NoRecord(String),
    #[error("this hour is open in another window; close it there first. Nothing was changed")]
    InUse,
    #[error(
        "this record was written by a newer version of the program (format {0}); it was left as it is. Update the program to go on with it"
    )]
    Newer(u32),
    #[error(
        "this record is damaged in line {line}, and the hour can't go on. What comes before it can be reported as it is, and saved as a record of its own with `fifty-minutes records recover`. Nothing was changed"
    )]
    Damaged { line: usize },
    #[error("{0} is no record of an hour, or its first line is damaged; nothing in it can be trusted. Nothing was changed")]
    NoHour(PathBuf),
    #[error("this record is empty: the program was stopped before the hour began")]
    Empty,
    #[error("the script that this hour began with is not beside the records any more ({0})")]
    NoBundle(PathBuf),
    #[error("this file was changed since the program wrote it, or is no hour that was handed in; nothing of it can be trusted")]
    Changed,
    #[error("this record isn't damaged, so there is nothing to save out of it; it can be reported and gone on with as it is")]
    NothingToSalvage,
    #[error("the program could not find a folder of yours to keep records in; name one with --data-dir")]
    NoHome,
}

/// The folder that holds a trainee's records.
#[derive(Clone, Debug)]
pub struct Records {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
}

impl PartialEq for Records {
    fn eq(&self, other: &Records) -> bool {
        self.folder == other.folder
    }
}

impl Eq for Records {}

impl Records {
    /// In the folder named, or the usual one of this system. Nothing is created before there is something to keep.
    pub fn at(named: Option<&Path>) -> Result<Records, Trouble> {
        use etcetera::AppStrategy;
        let folder = match named {
            Some(folder) => folder.to_path_buf(),
            None => etcetera::choose_app_strategy(etcetera::AppStrategyArgs {
                top_level_domain: "org".into(),
                author: "Fifty Minutes".into(),
                app_name: "fifty-minutes".into(),
            })
            .map_err(|_| Trouble::NoHome)?
            .data_dir(),
        };
        Ok(Records::on(Arc::new(Machine), folder))
    }

    /// In a folder of some disk.
    pub fn on(disk: Arc<dyn Disk>, folder: PathBuf) -> Records {
        Records { folder, disk }
    }

    /// Where settings may be kept, beside the records.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn journals(&self) -> PathBuf {
        self.folder.join("records")
    }

    fn journal(&self, id: &str) -> PathBuf {
        self.journals().join(format!("{id}.jsonl"))
    }

    fn bundle(&self, hash: &str) -> PathBuf {
        self.folder.join("bundles").join(format!("{hash}.json"))
    }

    /// What is made of each record there is, whatever its state, by the names of their files. However many there are, few are held at
    /// a time.
    pub fn each<T: Send>(&self, made: impl Fn(Record) -> T + Sync) -> Result<Vec<T>, Trouble> {
        // One that can't be read must not hide the others.
        let read = |path: &PathBuf| self.read(path).unwrap_or_else(|_| Record::unreadable(path));
        Ok(self.files(&self.journals())?.par_iter().map(|path| made(read(path))).collect())
    }

    /// Every record there is, oldest first, whatever its state; those that can't be read come before.
    pub fn list(&self) -> Result<Vec<Record>, Trouble> {
        let mut list = self.each(|record| record)?;
        list.sort_by_cached_key(|record| (record.header.as_ref().map(|header| header.started.clone()), record.id()));
        Ok(list)
    }

    /// True once an hour was held to its end: whoever sits down for the first time has enough to see as it is.
    pub fn has_held_one(&self) -> bool {
        self.list().is_ok_and(|list| list.iter().any(|record| record.ending().is_some()))
    }

    /// A record by its id, or by the path of its file.
    pub fn find(&self, id: &str) -> Result<Record, Trouble> {
        match self.by_id(id) {
            Ok(path) => self.read(&path),
            Err(_) if Path::new(id).is_file() => read(Path::new(id)),
            Err(trouble) => Err(trouble),
        }
    }

    /// Reads a journal on this disk as far as it can be trusted; changes nothing.
    fn read(&self, path: &Path) -> Result<Record, Trouble> {
        of_bytes(path, &chain::read_all(&*self.disk, path)?)
    }

    /// The journal of that id; never a path to somewhere else.
    fn by_id(&self, id: &str) -> Result<PathBuf, Trouble> {
        let path = self.journal(id);
        let is_name = Path::new(id).file_name() == Some(id.as_ref());
        // What can't be read is there all the same, and why is told where it is read.
        let is_there = || self.disk.read(&path).err().is_none_or(|error| error.kind() != std::io::ErrorKind::NotFound);
        if is_name && is_there() { Ok(path) } else { Err(Trouble::NoRecord(id.into())) }
    }

    /// Keeps a copy of the bundle, so that later edits can't change what a record means.
    pub fn keep_bundle(&self, bundle: &Bundle) -> Result<(), Trouble> {
        self.keep_script(&bundle.hash, &bundle.sources)
    }

    /// The same of its files.
    fn keep_script(&self, hash: &str, sources: &[Source]) -> Result<(), Trouble> {
        let path = self.bundle(hash);
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        let text = serde_json::to_vec(sources).map_err(|error| unwritable(error.into()))?;
        bounded(text.len()).map_err(unwritable)?;
        self.make_folders(disk::folder_of(&path)).map_err(unwritable)?;
        if self.disk.read(&path).is_ok_and(|kept| kept == text) {
            // Whoever wrote it may have been stopped before this.
            return self.disk.sync_folder(disk::folder_of(&path)).map_err(unwritable);
        }
        replace(&*self.disk, &path, &text).map_err(unwritable)
    }

    /// The files of a bundle that was kept.
    pub fn kept_bundle(&self, hash: &str) -> Result<Vec<Source>, Trouble> {
        let path = self.bundle(hash);
        let text = self.disk.read(&path).map_err(|_| Trouble::NoBundle(path.clone()))?;
        serde_json::from_slice(&text).map_err(|_| Trouble::NoBundle(path))
    }

    /// Makes one of the folders that they lie in.
    fn make_folders(&self, folder: &Path) -> std::io::Result<()> {
        make_folders(&*self.disk, self.root(), folder)
    }

    /// The files of a folder that are written line by line, by their names; none where there is no folder yet.
    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, Trouble> {
        let mut paths = match self.disk.list(folder) {
            Ok(paths) => paths,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Trouble::Unreadable { path: folder.into(), error }),
        };
        paths.retain(|path| path.extension().is_some_and(|end| end == "jsonl"));
        Ok(paths)
    }
}

/// A folder as somebody wrote it, from their own on where it begins with `~`.
pub fn from_home(written: &Path) -> PathBuf {
    written.strip_prefix("~").ok().and_then(|rest| Some(std::env::home_dir()?.join(rest))).unwrap_or_else(|| written.into())
}

/// Writes a whole file of this machine so that it is there entire or not at all, synced with its folder.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    make_folders(&Machine, path, disk::folder_of(path))?;
    replace(&Machine, path, bytes)
}

/// Reads a regular file of bounded size; what stands in its place is neither waited for nor read.
fn read_bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let is_file = |is_file: bool| if is_file { Ok(()) } else { Err(std::io::Error::other("it is not a regular file")) };
    is_file(fs::metadata(path)?.is_file())?;
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
    let file = options.read(true).open(path)?;
    is_file(file.metadata()?.is_file())?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    bounded(bytes.len())?;
    Ok(bytes)
}

/// Refuses what is too large to be read, before it is written as well.
fn bounded(bytes: usize) -> std::io::Result<()> {
    if bytes as u64 <= LARGEST { Ok(()) } else { Err(std::io::Error::other(format!("no record may be larger than {}", size(LARGEST)))) }
}

/// Now, as RFC 3339 in UTC, to the second.
pub fn now() -> String {
    jiff::Timestamp::now().round(jiff::Unit::Second).unwrap_or_else(|_| jiff::Timestamp::now()).to_string()
}

/// The day of a moment kept by [`now`], as days since 1970-01-01 where this machine stands; none where it is no such moment.
pub fn day(at: &str) -> Option<i32> {
    let date = jiff::tz::TimeZone::system().to_datetime(at.parse().ok()?).date();
    let since = jiff::civil::date(1970, 1, 1).duration_until(date);
    i32::try_from(since.as_hours() / 24).ok()
}

/// A seed that nobody chose; small enough to be exact in every JSON reader.
pub fn any_seed() -> u64 {
    let time = jiff::Timestamp::now().as_nanosecond().to_le_bytes();
    let process = std::process::id().to_le_bytes();
    let hash = blake3::Hasher::new().update(&time).update(&process).finalize();
    let mut bytes = [0; 8];
    bytes[..4].copy_from_slice(&hash.as_bytes()[..4]);
    u64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_one_s_own_is_found_as_a_shell_finds_it() {
        let home = std::env::home_dir().unwrap();
        for (written, found) in [("~/stick", home.join("stick")), ("~", home.join("")), ("/a", "/a".into()), ("a", "a".into())] {
            assert_eq!(from_home(Path::new(written)), found);
        }
        assert_eq!(from_home(Path::new("~other/stick")), Path::new("~other/stick"));
    }
}
