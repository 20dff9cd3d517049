//! An hour in one file, to be handed in: its journal as it was written, and the script that it began with.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::script::bundle::Source;

use super::chain::read_all;
use super::journal::Record;
use super::{Header, Health, Records, Step, Trouble, bounded, chain};

/// What such a file's name ends in.
pub const HANDED_IN: &str = ".hour.json";

/// Version of such a file.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fifty_minutes_hour: u32,
    journal: String,
    script: Vec<Source>,
}

impl Records {
    /// An hour in one file, as text, without an end of its journal that can't be read.
    pub fn hand_in(&self, record: &Record) -> Result<String, Trouble> {
        let header = record.header()?;
        let mut bytes = read_all(&*self.disk, &record.path)?;
        if let Health::TornTail { bytes: tail } = record.health {
            bytes.truncate(bytes.len().saturating_sub(tail));
        }
        let text = String::from_utf8(bytes).map_err(|_| Trouble::Changed)?;
        // It may lie in such a file already.
        if record.script.is_some() {
            Ok(text)
        } else {
            let file = written(&File { fifty_minutes_hour: VERSION, journal: text, script: self.kept_bundle(&header.bundle)? })?;
            bounded(file.len()).map_err(|error| Trouble::Unwritable { path: record.path.with_extension("hour.json"), error })?;
            Ok(file)
        }
    }
}

fn written(file: &File) -> Result<String, Trouble> {
    serde_json::to_string(file).map(|text| text + "\n").map_err(|_| Trouble::Changed)
}

/// Reads such a file; none where it is no such file at all.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Option<Result<Record, Trouble>> {
    // A journal begins with the sum of its first line.
    if !bytes.starts_with(b"{") {
        return None;
    }
    let Ok(file) = serde_json::from_slice::<File>(bytes) else { return Some(Err(Trouble::Changed)) };
    // Sums guard the journal and the script; all else is as the program would write it, or was changed.
    if file.fifty_minutes_hour != VERSION || written(&file).map(String::into_bytes).ok().as_deref() != Some(bytes) {
        return Some(Err(Trouble::Changed));
    }
    let found = chain::found::<Header, Step>(file.journal.as_bytes());
    let header = found.header.clone();
    Some(Ok(Record { script: Some(file.script), header, ..Record::of(path, found) }))
}
