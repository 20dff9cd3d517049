//! A file of lines that are written one by one, each synced before it counts, and read with every doubt.
//!
//! Each line is eight hexadecimal digits of a CRC-32 over what follows them, a space, and a JSON value. The first line is a header;
//! every other one is numbered and names the hash of the line before it.

use std::fmt::Debug;
use std::fs::TryLockError;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::disk::{Disk, Handle, copy_beside, folder_of, replace};
use super::{Records, Trouble, VERSION, bounded};

/// What state such a file is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Health {
    Whole,
    /// The end isn't what was written, as where the program was stopped while it wrote a line; nothing that can be read comes after it.
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
    /// From its beginning on.
    bytes: usize,
    steps: u64,
    /// Hash of the last line.
    last: String,
}

/// Such a file as it is being written; nobody else can write it meanwhile.
#[derive(Debug)]
pub(super) struct Chain {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// None once a write has failed: nothing is ever tried again on the same handle, since the system may have thrown away what it took.
    file: Option<Box<dyn Handle>>,
    /// Why that one failed.
    why: String,
    /// Held as long as this lives, and let go by the system however the program ends.
    _lock: Box<dyn Debug + Send + Sync>,
    seq: u64,
    last: String,
    /// Everything that was written and synced.
    kept: Vec<u8>,
    /// What comes after that in the file and can't be trusted, where it is to be set aside before the next line.
    tail: Vec<u8>,
}

impl Chain {
    /// Begins a file: its header is on disk when this returns.
    pub(super) fn create(records: &Records, path: PathBuf, header: &impl Serialize) -> Result<Chain, Trouble> {
        let disk = &records.disk;
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        let folder = folder_of(&path);
        records.make_folders(folder).map_err(unwritable)?;
        let lock = lock(&**disk, &path)?;
        let file = disk.create(&path).map_err(unwritable)?;
        let json = serde_json::to_string(header).map_err(|error| unwritable(error.into()))?;
        let mut chain = Chain {
            disk: Arc::clone(disk),
            path: path.clone(),
            file: Some(file),
            why: String::new(),
            _lock: lock,
            seq: 0,
            last: String::new(),
            kept: Vec::new(),
            tail: Vec::new(),
        };
        let begun = chain.write(&json).and_then(|()| disk.sync_folder(folder).map_err(unwritable));
        if begun.is_err() {
            // Nobody sits down to it.
            let _ = disk.remove(&path);
        }
        begun.map(|()| chain)
    }

    /// Opens a file to go on with it: what is read of it is on disk when this returns, and a torn tail is set aside before the next line.
    pub(super) fn resume<H: DeserializeOwned, S: DeserializeOwned>(
        disk: &Arc<dyn Disk>,
        path: PathBuf,
    ) -> Result<(Chain, Found<H, S>), Trouble> {
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        let lock = lock(&**disk, &path)?;
        // Read under the lock: nobody writes it now.
        let bytes = read_all(&**disk, &path)?;
        let found = found(&bytes);
        match found.health {
            Health::Whole | Health::TornTail { .. } => {}
            Health::Damaged { .. } if found.header.is_none() => return Err(Trouble::NoHour(path)),
            Health::Damaged { line } => return Err(Trouble::Damaged { line }),
            Health::Empty => return Err(Trouble::Empty),
            Health::Newer { min_reader } => return Err(Trouble::Newer(min_reader)),
            Health::Unreadable => return Err(Trouble::NoRecord(path.display().to_string())),
        }
        let mut file = disk.open(&path).map_err(unwritable)?;
        // Whoever wrote it may have been stopped before this, and what is shown must not be lost.
        file.sync().map_err(unwritable)?;
        disk.sync_folder(folder_of(&path)).map_err(unwritable)?;
        let End { steps, last, bytes: sound } = found.end.clone();
        let (kept, tail) = bytes.split_at_checked(sound).unwrap_or((&bytes, &[]));
        let (kept, tail) = (kept.to_vec(), tail.to_vec());
        let (disk, why) = (Arc::clone(disk), String::new());
        Ok((Chain { disk, path, file: Some(file), why, _lock: lock, seq: steps, last, kept, tail }, found))
    }

    /// Appends a step; when this returns it is on disk.
    pub(super) fn append(&mut self, step: &impl Serialize) -> Result<(), Trouble> {
        let line = Line { seq: self.seq.saturating_add(1), prev: self.last.clone(), step };
        let json = serde_json::to_string(&line).map_err(|error| Trouble::Unwritable { path: self.path.clone(), error: error.into() })?;
        self.write(&json)?;
        self.seq = line.seq;
        Ok(())
    }

    fn write(&mut self, json: &str) -> Result<(), Trouble> {
        let line = written(json);
        // Taken out, and put back only when all went well.
        let written = match self.file.take() {
            None => Err(io::Error::other(self.why.clone())),
            Some(mut file) => self.put(&mut *file, &line).map(|()| file),
        };
        self.file = match written {
            Ok(file) => Some(file),
            Err(error) => {
                self.why = error.to_string();
                return Err(Trouble::Unwritable { path: self.path.clone(), error });
            }
        };
        self.kept.extend(line.into_bytes());
        self.last = hash(json);
        Ok(())
    }

    fn put(&mut self, file: &mut dyn Handle, line: &str) -> io::Result<()> {
        bounded(self.kept.len().saturating_add(line.len()))?;
        if !self.tail.is_empty() {
            copy_beside(&*self.disk, &self.path, &self.tail, |count| format!("tail-{count}.bad"))?;
            file.cut(self.kept.len() as u64)?;
            self.tail.clear();
        }
        file.write(line.as_bytes())?;
        file.sync()
    }

    /// True once a write has failed: nothing more is kept before [`Chain::save`].
    pub(super) fn is_stuck(&self) -> bool {
        self.file.is_none()
    }

    /// Writes everything that was kept to a fresh file, in the place of this or elsewhere, and goes on there.
    pub(super) fn save(&mut self, records: &Records, path: PathBuf) -> Result<(), Trouble> {
        let disk = &records.disk;
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        let elsewhere = if path == self.path {
            if !self.tail.is_empty() {
                copy_beside(&**disk, &path, &self.tail, |count| format!("tail-{count}.bad")).map_err(unwritable)?;
            }
            None
        } else {
            records.make_folders(folder_of(&path)).map_err(unwritable)?;
            let lock = lock(&**disk, &path)?;
            match disk.read(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                // An attempt to save it here that failed late.
                Ok(there) if there == self.kept => {}
                Ok(_) => return Err(unwritable(io::ErrorKind::AlreadyExists.into())),
                Err(error) => return Err(unwritable(error)),
            }
            Some(lock)
        };
        replace(&**disk, &path, &self.kept).map_err(unwritable)?;
        let file = disk.open(&path).map_err(unwritable)?;
        // A tail stays where it was, or was copied.
        self.tail.clear();
        self.file = Some(file);
        (self.disk, self.path) = (Arc::clone(disk), path);
        if let Some(lock) = elsewhere {
            self._lock = lock;
        }
        Ok(())
    }

    /// A whole file of a header and steps, in the place of this; what stood there is copied beside it first, under that ending.
    pub(super) fn rewrite<H: Serialize, S: Serialize>(&mut self, header: &H, steps: &[S], end: &str) -> Result<(), Trouble> {
        let path = self.path.clone();
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        let before = [self.kept.as_slice(), &self.tail].concat();
        copy_beside(&*self.disk, &path, &before, |count| format!("{end}-{count}.old")).map_err(unwritable)?;
        let (kept, last) = whole(header, steps).map_err(|error| unwritable(error.into()))?;
        // Whatever comes of this, what it led to is not written any more.
        self.file = None;
        replace(&*self.disk, &path, &kept).map_err(unwritable)?;
        (self.kept, self.last, self.seq) = (kept, last, steps.len() as u64);
        self.tail.clear();
        self.file = Some(self.disk.open(&path).map_err(unwritable)?);
        Ok(())
    }
}

/// A whole file of a header and steps, with the hash of its last line.
pub(super) fn whole<H: Serialize, S: Serialize>(header: &H, steps: &[S]) -> serde_json::Result<(Vec<u8>, String)> {
    let json = serde_json::to_string(header)?;
    let (mut text, mut last) = (written(&json), hash(&json));
    for (seq, step) in (1..).zip(steps) {
        let json = serde_json::to_string(&Line { seq, prev: last, step })?;
        text.push_str(&written(&json));
        last = hash(&json);
    }
    Ok((text.into_bytes(), last))
}

/// A line as it stands in the file.
fn written(json: &str) -> String {
    format!("{} {json}\n", checksum(json))
}

fn checksum(json: &str) -> String {
    format!("{:08x}", crc32fast::hash(json.as_bytes()))
}

/// First 16 hexadecimal digits of a line's hash: enough to tell an accident, not a forger.
fn hash(json: &str) -> String {
    blake3::hash(json.as_bytes()).to_hex().chars().take(16).collect()
}

fn lock(disk: &dyn Disk, file: &Path) -> Result<Box<dyn Debug + Send + Sync>, Trouble> {
    let path = file.with_extension("lock");
    disk.lock(&path).map_err(|trouble| match trouble {
        TryLockError::WouldBlock => Trouble::InUse,
        TryLockError::Error(error) => Trouble::Unwritable { path, error },
    })
}

/// Everything in such a file.
pub(super) fn read_all(disk: &dyn Disk, path: &Path) -> Result<Vec<u8>, Trouble> {
    disk.read(path).map_err(|error| Trouble::Unreadable { path: path.into(), error })
}

/// Such a file as it is in those bytes, as far as it can be trusted.
pub(super) fn found<H: DeserializeOwned, S: DeserializeOwned>(bytes: &[u8]) -> Found<H, S> {
    let mut found = Found { header: None, steps: Vec::new(), health: Health::Whole, end: End::default() };
    if bytes.is_empty() {
        found.health = Health::Empty;
        return found;
    }
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match take_line(&mut found, index, line) {
            Taken::Sound => found.end.bytes = found.end.bytes.saturating_add(line.len()),
            Taken::Newer(min_reader) => {
                found.health = Health::Newer { min_reader };
                break;
            }
            Taken::Bad => {
                let behind = bytes.get(found.end.bytes..).unwrap_or_default();
                // A line is one write, of which a disk may keep any part. Only what comes after it, or itself where a line before it is
                // gone, can be a whole line: then this was kept once.
                let is_torn = !behind.split_inclusive(|byte| *byte == b'\n').any(|line| sound(line).is_some());
                found.health = match index {
                    0 if is_part_of_header(line) => Health::Empty,
                    1.. if is_torn => Health::TornTail { bytes: behind.len() },
                    _ => Health::Damaged { line: index.saturating_add(1) },
                };
                break;
            }
        }
    }
    found
}

/// True for what may be left of a first line that was never wholly written.
fn is_part_of_header(line: &[u8]) -> bool {
    // Behind its sum; where a whole value stands there and more comes, it was written, and line ends were lost since.
    let json = line.get(9..).unwrap_or_default();
    let mut values = serde_json::Deserializer::from_slice(json).into_iter::<serde::de::IgnoredAny>();
    let is_whole = matches!(values.next(), Some(Ok(_)));
    let goes_on = is_whole && values.byte_offset() < json.len();
    !line.ends_with(b"\n") && !goes_on
}

enum Taken {
    Sound,
    Bad,
    Newer(u32),
}

/// What stands in a line, if that is what was written. The sum is compared letter by letter: in capitals it isn't the program's.
fn sound(line: &[u8]) -> Option<&str> {
    let (sum, json) = std::str::from_utf8(line).ok()?.strip_suffix('\n')?.split_once(' ')?;
    (sum == checksum(json)).then_some(json)
}

fn take_line<H: DeserializeOwned, S: DeserializeOwned>(found: &mut Found<H, S>, index: usize, line: &[u8]) -> Taken {
    let Some(json) = sound(line) else { return Taken::Bad };
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
            found.end.steps = line.seq;
            found.end.last = hash(json);
            Taken::Sound
        }
        _ => Taken::Bad,
    }
}
