//! An hour that is held as an exam: what its record says of it, and who was here before.

use std::sync::Arc;

use crate::record::{Header, Mode, Record, Records};
use crate::script::bundle::Bundle;
use crate::script::exam::{Exam, Held, Paper};

use super::Trouble;

/// How an exam was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub paper: Paper,
    pub accepts_unreviewed: bool,
    /// The case is among those that can be practised on this machine.
    pub in_library: bool,
}

/// The terms of the hour that an exam sets.
pub fn terms(exam: &Exam, hash: &str, in_library: bool, leave_out: Vec<String>) -> super::Terms {
    super::Terms {
        session: exam.session,
        seed: Some(exam.seed),
        mode: Mode::Exam,
        leave_out,
        after: None,
        set: Some(Terms { paper: exam.paper(hash), accepts_unreviewed: exam.accepts_unreviewed, in_library }),
    }
}

/// What the record of an exam says of it, where there is one; what can't be read of earlier records counts for nothing.
pub(super) fn held(bundle: &Arc<Bundle>, terms: &super::Terms, records: Option<&Records>) -> Result<Option<Held>, Trouble> {
    let (set, reviewed) = (terms.set.as_ref(), bundle.case.is_reviewed());
    if !reviewed && !set.is_some_and(|set| set.accepts_unreviewed) {
        return Err(Trouble::NotReviewed { review: bundle.case.review.clone() });
    }
    let Some(records) = records else { return Ok(None) };
    let paper = set.map(|set| set.paper.clone());
    let (own, all) = (headers(records), records.of_everybody().iter().flat_map(headers).collect::<Vec<Header>>());
    let same_script = all.iter().any(|header| header.bundle == bundle.hash);
    let before = own.iter().filter(|header| is_of(header, paper.as_ref(), bundle, terms.session)).count();
    // A drill shows codes and reasons as well.
    let is_of_case =
        |records: &Records| records.drilled().is_ok_and(|drilled| drilled.answers.iter().any(|one| one.place.case == bundle.case.id));
    let drilled = records.of_everybody().iter().any(is_of_case);
    Ok(Some(Held {
        reviewed,
        // Without a file the case is one of those that can be practised.
        at_hand: set.is_none_or(|set| set.in_library) || same_script || drilled,
        met: all.iter().filter(|header| header.case == bundle.case.id).count() as u32,
        attempt: (before as u32).saturating_add(1),
        paper,
    }))
}

fn headers(records: &Records) -> Vec<Header> {
    records.list().unwrap_or_default().into_iter().filter_map(|record| record.header).collect()
}

/// True for an earlier hour of the same exam: set by the same file, or without one the same session of the same script.
fn is_of(header: &Header, paper: Option<&Paper>, bundle: &Bundle, session: u32) -> bool {
    let Some(held) = &header.exam else { return false };
    match (&held.paper, paper) {
        (Some(one), Some(other)) => one.hash == other.hash,
        (None, None) => header.bundle == bundle.hash && header.session == session,
        _ => false,
    }
}

/// False where an exam keeps everything in.
pub(super) fn may_leave_out(header: &Header) -> bool {
    header.exam.as_ref().and_then(|exam| exam.paper.as_ref()).is_none_or(|paper| paper.may_leave_out)
}

/// The newest of these records of an exam with that hash that was left: it can be gone on with.
pub fn left<'a>(records: &'a [Record], hash: &str) -> Option<&'a Record> {
    let is_its = |record: &&Record| {
        let paper = record.header.as_ref().and_then(|header| header.exam.as_ref()?.paper.as_ref());
        record.is_unfinished() && paper.is_some_and(|paper| paper.hash == hash)
    };
    records.iter().rev().find(is_its)
}
