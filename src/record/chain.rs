//! A file of lines that are written one by one, each synced before it counts, and read with every doubt.
//!
//! Each line is eight hexadecimal digits of a CRC-32 over what follows them, a space, and a JSON value. The first line is a header;
//! every other one is numbered and names the hash of the line before it.

use std::fs::{File, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Trouble, VERSION, create_private, private_file, read_bounded, write_whole};

/// What state such a file is in.
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
struct Line<S> {
    seq: u64,
    /// Hash of the line before.
    prev: String,
    step: S,
}

/// Such a file as it was found.
#[derive(Debug)]
pub(super) struct Found<H, S> {
    /// None where not even the first line can be read.
    pub(super) header: Option<H>,
    /// Every step up to the first that can't be trusted.
    pub(super) steps: Vec<S>,
    pub(super) health: Health,
    /// Where the next line goes.
    pub(super) end: End,
}

/// How far a file can be trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct End {
    bytes: usize,
    steps: u64,
    /// Hash of the last line.
    last: String,
}

/// Such a file as it is being written; nobody else can write it meanwhile.
#[derive(Debug)]
pub(super) struct Chain {
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

impl Chain {
    /// Begins a file: its header is on disk when this returns.
    pub(super) fn create(path: PathBuf, header: &impl Serialize) -> Result<Chain, Trouble> {
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        let folder = path.parent().unwrap_or(Path::new("."));
        create_private(folder).map_err(unwritable)?;
        let lock = lock(&path)?;
        let file = private_file().create_new(true).append(true).open(&path).map_err(unwritable)?;
        let mut chain = Chain { path: path.clone(), file, _lock: lock, seq: 0, last: String::new(), torn: None, poisoned: false };
        chain.write(&serde_json::to_string(header).map_err(|error| unwritable(error.into()))?)?;
        sync_folder(folder).map_err(unwritable)?;
        Ok(chain)
    }

    /// Opens a file to go on with it; a torn tail is set aside before the first line is written.
    pub(super) fn resume<H: DeserializeOwned, S: DeserializeOwned>(path: PathBuf) -> Result<(Chain, Found<H, S>), Trouble> {
        let lock = lock(&path)?;
        // Read under the lock: nobody writes it now.
        let found = read(&path)?;
        let torn = match found.health {
            Health::Whole => None,
            Health::TornTail { .. } => Some(found.end.bytes),
            Health::Damaged { line } => return Err(Trouble::Damaged { line }),
            Health::Empty => return Err(Trouble::Empty),
            Health::Newer { min_reader } => return Err(Trouble::Newer(min_reader)),
            Health::Unreadable => return Err(Trouble::NoRecord(path.display().to_string())),
        };
        let file = private_file().append(true).open(&path).map_err(|error| Trouble::Unwritable { path: path.clone(), error })?;
        let End { steps, last, .. } = found.end.clone();
        Ok((Chain { path, file, _lock: lock, seq: steps, last, torn, poisoned: false }, found))
    }

    /// Appends a step; when this returns it is on disk.
    pub(super) fn append(&mut self, step: &impl Serialize) -> Result<(), Trouble> {
        let line = Line { seq: self.seq + 1, prev: self.last.clone(), step };
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

fn lock(file: &Path) -> Result<File, Trouble> {
    let path = file.with_extension("lock");
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

/// Reads such a file as far as it can be trusted; changes nothing.
pub(super) fn read<H: DeserializeOwned, S: DeserializeOwned>(path: &Path) -> Result<Found<H, S>, Trouble> {
    Ok(found(&read_bounded(path).map_err(|error| Trouble::Unreadable { path: path.into(), error })?))
}

/// The same of what is in such a file.
pub(super) fn found<H: DeserializeOwned, S: DeserializeOwned>(bytes: &[u8]) -> Found<H, S> {
    let mut found = Found { header: None, steps: Vec::new(), health: Health::Whole, end: End::default() };
    if bytes.is_empty() {
        found.health = Health::Empty;
        return found;
    }
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match take_line(&mut found, index, line) {
            Taken::Sound => found.end.bytes += line.len(),
            Taken::Newer(min_reader) => {
                found.health = Health::Newer { min_reader };
                break;
            }
            Taken::Bad => {
                let tail = bytes.len() - found.end.bytes;
                // A write that was cut short has not come to the end of its line.
                found.health = match (index, line.ends_with(b"\n")) {
                    (0, false) => Health::Empty,
                    (_, false) => Health::TornTail { bytes: tail },
                    (_, true) => Health::Damaged { line: index + 1 },
                };
                break;
            }
        }
    }
    found
}

enum Taken {
    Sound,
    Bad,
    Newer(u32),
}

fn take_line<H: DeserializeOwned, S: DeserializeOwned>(found: &mut Found<H, S>, index: usize, line: &[u8]) -> Taken {
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
        found.header = serde_json::from_str(json).ok();
        found.end.last = hash(json);
        return if found.header.is_some() { Taken::Sound } else { Taken::Bad };
    }
    match serde_json::from_str::<Line<S>>(json) {
        Ok(line) if line.prev == found.end.last && line.seq == index as u64 => {
            found.steps.push(line.step);
            found.end.steps += 1;
            found.end.last = hash(json);
            Taken::Sound
        }
        _ => Taken::Bad,
    }
}
