//! One journal: an hour, move by move.

use std::path::{Path, PathBuf};

use crate::script::bundle::Source;
use crate::script::codes::Ending;
use crate::session::account::Entry;

use super::chain::{self, Chain, Found};
use super::{Header, Health, Held, Records, Step, Trouble, handed_in, read_bounded};

/// A journal as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub path: PathBuf,
    /// None where not even the first line can be read.
    pub header: Option<Header>,
    /// Every step up to the first that can't be trusted.
    pub steps: Vec<Step>,
    /// What stands of them.
    pub held: Held,
    pub health: Health,
    /// The script that it began with, where that lies in the same file.
    pub script: Option<Vec<Source>>,
}

impl Record {
    pub(super) fn of(path: &Path, found: Found<Header, Step>) -> Record {
        let held = Held::of(found.steps.iter().cloned());
        Record { path: path.into(), header: found.header, steps: found.steps, held, health: found.health, script: None }
    }

    pub(super) fn unreadable(path: &Path) -> Record {
        Record { path: path.into(), header: None, steps: Vec::new(), held: Held::default(), health: Health::Unreadable, script: None }
    }

    /// Its name: the file's, without the ending.
    pub fn id(&self) -> String {
        if let Some(header) = self.header.as_ref().filter(|_| self.script.is_some()) {
            return header.id.clone();
        }
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// How the person left; none while the hour is unfinished.
    pub fn ending(&self) -> Option<Ending> {
        self.held.account.iter().find_map(Entry::ending)
    }

    /// True when the hour can be gone on with.
    pub fn is_unfinished(&self) -> bool {
        matches!(self.health, Health::Whole | Health::TornTail { .. }) && self.header.is_some() && self.ending().is_none()
    }
}

/// A journal that is being written; nobody else can write it meanwhile.
#[derive(Debug)]
pub struct Journal(Chain);

impl Journal {
    /// Begins a journal: its header is on disk when this returns.
    pub fn create(records: &Records, header: &Header) -> Result<Journal, Trouble> {
        Chain::create(records.journal(&header.id), header).map(Journal)
    }

    /// Opens a journal to go on with it; a torn tail is set aside before the first line is written.
    pub fn resume(records: &Records, id: &str) -> Result<(Journal, Record), Trouble> {
        let path = records.by_id(id)?;
        let (chain, found) = Chain::resume(path.clone())?;
        Ok((Journal(chain), Record::of(&path, found)))
    }

    /// Appends a step; when this returns it is on disk.
    pub fn append(&mut self, step: &Step) -> Result<(), Trouble> {
        self.0.append(step)
    }
}

/// Reads a journal, or an hour that was handed in, as far as it can be trusted; changes nothing.
pub fn read(path: &Path) -> Result<Record, Trouble> {
    let bytes = read_bounded(path).map_err(|error| Trouble::Unreadable { path: path.into(), error })?;
    handed_in::read(path, &bytes).unwrap_or_else(|| Ok(Record::of(path, chain::found(&bytes))))
}
