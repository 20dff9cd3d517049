//! What was practised moment by moment: one file for each time that somebody sat down to it, beside the journals and never in them.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::assess::occasion::Competence;
use crate::practice::{Found, Place};
use crate::script::turn::Turn;

use super::chain::{Chain, found, read_all};
use super::{Health, Records, Trouble, VERSION, any_seed, now};

/// First line of such a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Header {
    drill: u32,
    min_reader: u32,
    /// Version of the program that wrote it.
    app: String,
    /// RFC 3339, UTC.
    started: String,
}

/// Every other line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    Tried(Box<Drilled>),
    /// What the trainee said of the moment that was tried last.
    Found(Found),
}

/// One answer at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drilled {
    pub place: Place,
    /// What it was tried for.
    pub competence: Competence,
    /// The chance of the hour in which it was.
    pub seed: u64,
    /// RFC 3339, UTC.
    pub at: String,
    pub turn: Turn,
    /// What there was occasion for, by the rubric of that day, and whether it was done.
    pub occasions: Vec<(Competence, bool)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
}

/// Everything that was drilled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllDrilled {
    /// Every answer, oldest first, as far as its file can be trusted.
    pub answers: Vec<Drilled>,
    /// The files there are, each with its state.
    pub files: Vec<(PathBuf, Health)>,
}

/// Such a file being written; there is none before the first answer.
#[derive(Debug)]
pub struct Drills {
    records: Records,
    chain: Option<Chain>,
}

impl Drills {
    pub fn begin(records: &Records) -> Drills {
        Drills { records: records.clone(), chain: None }
    }

    /// Keeps an answer; it is on disk when this returns.
    pub fn tried(&mut self, drilled: Drilled) -> Result<(), Trouble> {
        let chain = match &mut self.chain {
            Some(chain) => chain,
            none => {
                let started = now();
                let compact: String = started.chars().filter(char::is_ascii_digit).take(12).collect();
                let path = self.records.drills().join(format!("{compact}-{:08x}.jsonl", any_seed()));
                let header = Header { drill: VERSION, min_reader: VERSION, app: env!("CARGO_PKG_VERSION").into(), started };
                none.insert(Chain::create(&self.records, path, &header)?)
            }
        };
        chain.append(&Step::Tried(Box::new(drilled)))
    }

    /// Keeps what was said of the answer before.
    pub fn found(&mut self, found: Found) -> Result<(), Trouble> {
        match &mut self.chain {
            Some(chain) => chain.append(&Step::Found(found)),
            None => Ok(()),
        }
    }
}

impl Records {
    fn drills(&self) -> PathBuf {
        self.folder().join("drills")
    }

    /// Every answer that was ever given in a drill. A file that can't be read must not hide the others.
    pub fn drilled(&self) -> Result<AllDrilled, Trouble> {
        let mut all = AllDrilled::default();
        for path in self.files(&self.drills())? {
            let Ok(bytes) = read_all(&*self.disk, &path) else {
                all.files.push((path, Health::Unreadable));
                continue;
            };
            let there = found::<Header, Step>(&bytes);
            let mut answers: Vec<Drilled> = Vec::new();
            for step in there.steps {
                match step {
                    Step::Tried(drilled) => answers.push(*drilled),
                    Step::Found(found) => {
                        if let Some(last) = answers.last_mut() {
                            last.found = Some(found);
                        }
                    }
                }
            }
            all.answers.extend(answers);
            all.files.push((path, there.health));
        }
        all.answers.sort_by(|one, other| one.at.cmp(&other.at));
        Ok(all)
    }
}
