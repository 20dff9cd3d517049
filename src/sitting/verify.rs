//! Whether a record is what the program wrote: nothing damaged, the script its own, and the same moves leading to the same hour.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::record::{self, Health, Mode, Record, Records};
use crate::script::bundle::Bundle;
use crate::script::exam::Exam;

use super::{Trouble, kept, replay};

/// The scripts that records began with, each opened once for all of them.
#[derive(Debug, Default)]
pub struct Scripts(Mutex<BTreeMap<String, Arc<Bundle>>>);

impl Scripts {
    /// The script of a record.
    pub(super) fn of(&self, records: &Records, record: &Record) -> Result<Arc<Bundle>, Trouble> {
        let hash = record.header.as_ref().map(|header| header.bundle.as_str()).unwrap_or_default();
        let mut opened = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bundle) = opened.get(hash).filter(|_| record.script.is_none()) {
            return Ok(Arc::clone(bundle));
        }
        let bundle = kept(records, record)?;
        opened.insert(hash.into(), Arc::clone(&bundle));
        Ok(bundle)
    }
}

/// Says what is wrong with a record, if anything is; a last line that was cut off is nothing wrong.
pub fn verify(records: &Records, scripts: &Scripts, record: Record) -> Result<(), Trouble> {
    record.sound()?;
    // Nothing is handed in with an end that can't be read.
    if record.script.is_some() && record.health != Health::Whole {
        return Err(record::Trouble::Changed.into());
    }
    replay(scripts.of(records, &record)?, record).map(drop)
}

/// An hour in one file, as text, to be handed in; not an exam before its end, of which the file would tell.
pub fn hand_in(records: &Records, record: &Record) -> Result<String, Trouble> {
    let is_exam = record.header.as_ref().is_some_and(|header| header.mode == Mode::Exam);
    if is_exam && record.is_unfinished() {
        return Err(Trouble::ExamUnderWay);
    }
    Ok(records.hand_in(record)?)
}

/// True where a record is an hour of that exam, whose file has that hash: the same case, session, chance and words.
pub fn is_of_exam(record: &Record, exam: &Exam, hash: &str) -> bool {
    record.header.as_ref().is_some_and(|header| {
        let paper = header.exam.as_ref().and_then(|held| held.paper.as_ref());
        let hour = (header.case == exam.case, header.session == exam.session, header.seed == exam.seed, header.bundle == exam.script);
        header.mode == Mode::Exam && paper.is_some_and(|paper| paper.hash == hash) && hour == (true, true, true, true)
    })
}
