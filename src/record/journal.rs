//! One journal: an hour, move by move.

use std::path::{Path, PathBuf};

use crate::script::bundle::{Source, hash};
use crate::script::codes::Ending;
use crate::session::account::Entry;

use super::chain::{self, Chain, Found};
use super::disk::replace;
use super::{Header, Health, Held, Records, Step, Trouble, VERSION, handed_in, read_bounded};

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
    /// A journal, which is called what its file is called.
    pub(super) fn of(path: &Path, found: Found<Header, Step>) -> Record {
        let held = Held::of(found.steps.iter().cloned());
        let mut record = Record { path: path.into(), header: None, steps: found.steps, held, health: found.health, script: None };
        let id = record.id();
        record.header = found.header.map(|header| Header { id, ..header });
        record
    }

    pub(super) fn unreadable(path: &Path) -> Record {
        Record { path: path.into(), header: None, steps: Vec::new(), held: Held::default(), health: Health::Unreadable, script: None }
    }

    /// Its name: the file's, without the ending; of an hour that was handed in, the one that it had.
    pub fn id(&self) -> String {
        match &self.header {
            Some(header) => header.id.clone(),
            None => self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default(),
        }
    }

    /// Its first line, or why nothing of it can be trusted.
    pub fn header(&self) -> Result<&Header, Trouble> {
        match (self.health, &self.header) {
            (Health::Newer { min_reader }, _) => Err(Trouble::Newer(min_reader)),
            (Health::Empty, _) => Err(Trouble::Empty),
            (Health::Unreadable, _) => Err(read(&self.path).err().unwrap_or_else(|| Trouble::NoHour(self.path.clone()))),
            (_, None) => Err(Trouble::NoHour(self.path.clone())),
            (Health::Whole | Health::TornTail { .. } | Health::Damaged { .. }, Some(header)) => Ok(header),
        }
    }

    /// The same, or why it can't be gone on from.
    pub fn sound(&self) -> Result<&Header, Trouble> {
        let header = self.header()?;
        match self.health {
            Health::Damaged { line } => Err(Trouble::Damaged { line }),
            _ => Ok(header),
        }
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
pub struct Journal {
    chain: Chain,
    /// What an older version of the program wrote, until the first step of this one.
    older: Option<Box<(Header, Vec<Step>)>>,
}

impl Journal {
    /// Begins a journal: its header is on disk when this returns.
    pub fn create(records: &Records, header: &Header) -> Result<Journal, Trouble> {
        Ok(Journal { chain: Chain::create(records, records.journal(&header.id), header)?, older: None })
    }

    /// Opens a journal to go on with it. Before the next step a torn tail is set aside; and one of an older version becomes one of this,
    /// with what the older program wrote kept beside it, since that program can't read what is written from here on.
    pub fn resume(records: &Records, id: &str) -> Result<(Journal, Record), Trouble> {
        let path = records.by_id(id)?;
        let (chain, found) = Chain::resume::<Header, Step>(&records.disk, path.clone())?;
        let older = found.header.as_ref().filter(|header| header.journal < VERSION).cloned();
        let older = older.map(|header| Box::new((header, found.steps.clone())));
        Ok((Journal { chain, older }, Record::of(&path, found)))
    }

    /// Appends a step; when this returns it is on disk.
    pub fn append(&mut self, step: &Step) -> Result<(), Trouble> {
        if let Some((header, steps)) = self.older.as_deref() {
            let header_now = Header { journal: VERSION, min_reader: VERSION, ..header.clone() };
            self.chain.rewrite(&header_now, steps, &format!("version-{}", header.journal))?;
            self.older = None;
        }
        self.chain.append(step)
    }

    /// True once a write has failed: nothing more is kept before [`Journal::save`].
    pub fn is_stuck(&self) -> bool {
        self.chain.is_stuck()
    }

    /// Writes everything that was kept to a fresh file of that name, among the same records or others, and goes on there.
    pub fn save(&mut self, records: &Records, id: &str) -> Result<(), Trouble> {
        self.chain.save(records, records.journal(id))
    }
}

/// Reads a journal, or an hour that was handed in, as far as it can be trusted; changes nothing.
pub fn read(path: &Path) -> Result<Record, Trouble> {
    of_bytes(path, &read_bounded(path).map_err(|error| Trouble::Unreadable { path: path.into(), error })?)
}

/// The same of what is in such a file.
pub fn of_bytes(path: &Path, bytes: &[u8]) -> Result<Record, Trouble> {
    handed_in::read(path, bytes).unwrap_or_else(|| Ok(Record::of(path, chain::found(bytes))))
}

impl Records {
    /// What can be read of a damaged record, as a record of its own; the damaged one stays as it is. Its name, and how many replies it
    /// holds.
    pub fn salvage(&self, id: &str) -> Result<(String, u16), Trouble> {
        let record = self.find(id)?;
        let header = record.header()?;
        if !matches!(record.health, Health::Damaged { .. }) {
            return Err(Trouble::NothingToSalvage);
        }
        // An hour that was handed in brings its script along.
        if let Some(script) = record.script.as_deref().filter(|script| hash(script) == header.bundle) {
            self.keep_script(&header.bundle, script)?;
        }
        let there = self.files(&self.journals())?;
        let mut names = (1u32..).map(|count| format!("{}-salvaged-{count}", header.id));
        let name = names.find(|name| !there.contains(&self.journal(name))).ok_or(Trouble::NothingToSalvage)?;
        let path = self.journal(&name);
        let unwritable = |error| Trouble::Unwritable { path: path.clone(), error };
        self.make_folders(&self.journals()).map_err(unwritable)?;
        let salvaged = Header { id: name.clone(), journal: VERSION, min_reader: VERSION, ..header.clone() };
        let (bytes, _) = chain::whole(&salvaged, &record.steps).map_err(|error| unwritable(error.into()))?;
        replace(&*self.disk, &path, &bytes).map_err(unwritable)?;
        Ok((name, record.held.replies()))
    }
}
