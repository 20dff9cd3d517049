//! One journal: written line by line, each synced before it counts, and read with every doubt.

use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::script::codes::Ending;
use crate::session::account::Entry;

use super::{Header, Records, Step, Trouble, VERSION, create_private, private_file, read_bounded, write_whole};

/// A journal as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub path: PathBuf,
    /// None where not even the first line can be read.
    pub header: Option<Header>,
    /// Every step up to the first that can't be trusted.
    pub steps: Vec<Step>,
    pub health: Health,
    /// Bytes that can be trusted.
    sound: usize,
    /// Hash of the last line that can be.
    last: String,
}

impl Record {
    pub(super) fn unreadable(path: &Path) -> Record {
        Record { path: path.into(), header: None, steps: Vec::new(), health: Health::Unreadable, sound: 0, last: String::new() }
    }

    /// Its name: the file's, without the ending.
    pub fn id(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// How many replies were taken.
    pub fn replies(&self) -> usize {
        self.entries().filter(|entry| matches!(entry, Entry::Turn(_))).count()
    }

    /// Ids of the replies taken and topics left out.
    pub fn moves(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| match step {
            Step::Reply { reply, .. } => Some(reply.as_str()),
            _ => None,
        })
    }

    /// Everything that was shown.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.steps.iter().flat_map(|step| match step {
            Step::Begin { entries } | Step::Reply { entries, .. } => entries.as_slice(),
            Step::Afterwards(_) => &[],
        })
    }

    /// How the person left; none while the hour is unfinished.
    pub fn ending(&self) -> Option<Ending> {
        self.entries().find_map(|entry| match entry {
            Entry::Ended { ending } => Some(*ending),
            _ => None,
        })
    }

    /// True when the hour can be gone on with.
    pub fn is_unfinished(&self) -> bool {
        matches!(self.health, Health::Whole | Health::TornTail { .. }) && self.header.is_some() && self.ending().is_none()
    }
}

/// What state a journal is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Health {
    Whole,
    /// The program was stopped while it wrote the last line, which had not been answered yet.
    TornTail {
        bytes: usize,
    },
    /// A line in the middle is not what was written; counted from 1.
    Damaged {
        line: usize,
    },
    /// Nothing was written.
    Empty,
    /// Another version's.
    Newer {
        min_reader: u32,
    },
    /// Not a file that can be read at all.
    Unreadable,
}

/// A line behind the header.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    seq: u64,
    /// Hash of the line before.
    prev: String,
    step: Step,
}

/// A journal that is being written; nobody else can write it meanwhile.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    /// Held as long as this lives, and let go by the system however the program ends.
    _lock: File,
    seq: u64,
    last: String,
    /// Bytes that can be trusted, where what comes after them is to be set aside.
    torn: Option<usize>,
    /// A failed write is never tried again on the same handle.
    poisoned: bool,
}

impl Journal {
    /// Begins a journal: its header is on disk when this returns.
    pub fn create(records: &Records, header: &Header) -> Result<Journal, Trouble> {
        let path = records.journal(&header.id);
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        create_private(&records.journals()).map_err(unwritable)?;
        let lock = lock(&path)?;
        let file = private_file().create_new(true).append(true).open(&path).map_err(unwritable)?;
        let mut journal = Journal { path: path.clone(), file, _lock: lock, seq: 0, last: String::new(), torn: None, poisoned: false };
        journal.write(&serde_json::to_string(header).map_err(|error| unwritable(error.into()))?)?;
        sync_folder(&records.journals()).map_err(unwritable)?;
        Ok(journal)
    }

    /// Opens a journal to go on with it; a torn tail is set aside before the first line is written.
    pub fn resume(records: &Records, id: &str) -> Result<(Journal, Record), Trouble> {
        let path = records.by_id(id)?;
        let lock = lock(&path)?;
        // Read under the lock: nobody writes it now.
        let record = read(&path)?;
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        match record.health {
            Health::Whole | Health::TornTail { .. } => {}
            Health::Damaged { line } => return Err(Trouble::Damaged { line }),
            Health::Empty => return Err(Trouble::Empty),
            Health::Newer { min_reader } => return Err(Trouble::Newer(min_reader)),
            Health::Unreadable => return Err(Trouble::NoRecord(id.into())),
        }
        let file = private_file().append(true).open(&path).map_err(unwritable)?;
        let torn = matches!(record.health, Health::TornTail { .. }).then_some(record.sound);
        let journal = Journal { path, file, _lock: lock, seq: record.steps.len() as u64, last: record.last.clone(), torn, poisoned: false };
        Ok((journal, record))
    }

    /// Appends a step; when this returns it is on disk.
    pub fn append(&mut self, step: &Step) -> Result<(), Trouble> {
        let line = Line { seq: self.seq + 1, prev: self.last.clone(), step: step.clone() };
        let json = serde_json::to_string(&line).map_err(|error| Trouble::Unwritable { path: self.path.clone(), error: error.into() })?;
        self.write(&json)?;
        self.seq += 1;
        Ok(())
    }

    fn write(&mut self, json: &str) -> Result<(), Trouble> {
        let unwritable = |error| Trouble::Unwritable { path: self.path.clone(), error };
        if self.poisoned {
            return Err(unwritable(std::io::Error::other("an earlier write failed")));
        }
        let line = format!("{} {json}\n", checksum(json));
        let set_aside = self.torn.take().map_or(Ok(()), |sound| set_tail_aside(&self.path, sound));
        let written = set_aside.and_then(|()| self.file.write_all(line.as_bytes())).and_then(|()| self.file.sync_data());
        self.poisoned = written.is_err();
        written.map_err(unwritable)?;
        self.last = hash(json);
        Ok(())
    }
}

fn checksum(json: &str) -> String {
    format!("{:08x}", crc32fast::hash(json.as_bytes()))
}

/// First 16 hexadecimal digits of a line's hash: enough to tell an accident, not a forger.
fn hash(json: &str) -> String {
    blake3::hash(json.as_bytes()).to_hex()[..16].to_string()
}

fn lock(journal: &Path) -> Result<File, Trouble> {
    let path = journal.with_extension("lock");
    let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
    let file = private_file().create(true).append(true).open(&path).map_err(unwritable)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Trouble::InUse),
        Err(TryLockError::Error(error)) => Err(unwritable(error)),
    }
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Copies what can't be trusted at the end to a file of its own, then cuts it off.
fn set_tail_aside(path: &Path, sound: usize) -> std::io::Result<()> {
    let bytes = read_bounded(path)?;
    let aside = (1..).map(|count| path.with_extension(format!("tail-{count}.bad"))).find(|aside| !aside.exists());
    if let (Some(aside), Some(tail)) = (aside, bytes.get(sound..)) {
        write_whole(&aside, tail)?;
    }
    let file = private_file().write(true).open(path)?;
    file.set_len(sound as u64)?;
    file.sync_all()
}

/// Reads a journal as far as it can be trusted; changes nothing.
pub fn read(path: &Path) -> Result<Record, Trouble> {
    let bytes = read_bounded(path).map_err(|error| Trouble::Unreadable { path: path.into(), error })?;
    let mut record = Record { health: Health::Whole, ..Record::unreadable(path) };
    if bytes.is_empty() {
        record.health = Health::Empty;
        return Ok(record);
    }
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match take_line(&mut record, index, line) {
            Taken::Sound => record.sound += line.len(),
            Taken::Newer(min_reader) => {
                record.health = Health::Newer { min_reader };
                break;
            }
            Taken::Bad => {
                let tail = bytes.len() - record.sound;
                // A write that was cut short has not come to the end of its line.
                record.health = match (index, line.ends_with(b"\n")) {
                    (0, false) => Health::Empty,
                    (_, false) => Health::TornTail { bytes: tail },
                    (_, true) => Health::Damaged { line: index + 1 },
                };
                break;
            }
        }
    }
    Ok(record)
}

enum Taken {
    Sound,
    Bad,
    Newer(u32),
}

fn take_line(record: &mut Record, index: usize, line: &[u8]) -> Taken {
    let json = std::str::from_utf8(line).ok().and_then(|line| line.strip_suffix('\n')).and_then(|line| line.split_once(' '));
    let Some((_, json)) = json.filter(|(sum, json)| *sum == checksum(json)) else { return Taken::Bad };
    if index == 0 {
        #[derive(Deserialize)]
        struct Versions {
            min_reader: u32,
        }
        if let Ok(Versions { min_reader }) = serde_json::from_str(json)
            && min_reader > VERSION
        {
            return Taken::Newer(min_reader);
        }
        record.header = serde_json::from_str(json).ok();
        record.last = hash(json);
        return if record.header.is_some() { Taken::Sound } else { Taken::Bad };
    }
    match serde_json::from_str::<Line>(json) {
        Ok(line) if line.prev == record.last && line.seq == index as u64 => {
            record.steps.push(line.step);
            record.last = hash(json);
            Taken::Sound
        }
        _ => Taken::Bad,
    }
}
