//! A table of turns from elsewhere, a role-play or a published transcript, read and scored as an hour is.
//!
//! A row is a turn. Where a table leaves something unsaid, as little as can be is taken for granted, and each thing that
//! was is told.

mod cells;
mod counts;
mod fold;
mod read;
mod words;

use serde::Serialize;

use crate::script::bounds::MOST_COLUMNS;
use crate::script::codes::Lens;
use crate::script::finding::{Finding, Severity};
use crate::script::rules::Rubric;
use crate::session::account::Entry;
use crate::texts::text_with;

use super::{Gate, RepairOutcome, Scores, Try};

pub use counts::{Behaviour, Count, Counts, Miti};
pub use words::word;

/// Most rows that are read; whatever they carry, what they add up to fits into a tally.
pub const MOST_ROWS: usize = 10_000;

/// Most that is told of what can't be read.
const MOST_FINDINGS: usize = 2_000;

/// Why nothing can be said of a table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("it is empty")]
    Empty,
    #[error("this is a workbook and no table of text. Save it in the spreadsheet as “CSV UTF-8”")]
    Workbook,
    #[error("this is no text that can be read. Save it in the spreadsheet as “CSV UTF-8”")]
    NoText,
    #[error("its first row names no column “speaker”. It holds: {found}. Write the names of the columns into the first row")]
    NoSpeaker { found: String },
    #[error("it has more than {MOST_ROWS} rows. Part it into several tables")]
    TooManyRows,
    #[error("its first row names more than {MOST_COLUMNS} columns. Take away those that are of no use here")]
    TooManyColumns,
    #[error("no row of it could be read as the therapist's")]
    NoTherapist { findings: Vec<Finding> },
}

/// A table that was read.
#[derive(Clone, Debug)]
pub struct Table {
    file: String,
    rows: Rows,
    turns: Vec<Coded>,
    findings: Vec<Finding>,
    account: Vec<Entry>,
}

/// What can't be read, as far as it is told.
struct Told {
    findings: Vec<Finding>,
    /// How much more there is.
    untold: usize,
}

impl Told {
    /// Once enough is told more is counted only: finding words for it takes its time.
    fn tell(&mut self, finding: impl FnOnce() -> Finding) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding());
        } else {
            self.untold = self.untold.saturating_add(1);
        }
    }
}

/// How many rows there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rows {
    pub therapist: usize,
    pub patient: usize,
    /// Left out, because something in them can't be read.
    pub bad: usize,
}

/// A turn of the therapist's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coded {
    /// Counts from 1 over the therapist's rows that were read.
    pub number: u16,
    /// Where its row begins in the file, counted from 1.
    pub line: u32,
    /// What the patient last said.
    pub before: String,
    pub text: String,
    pub skills: Vec<Behaviour>,
}

/// What is said of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assessed {
    pub file: String,
    pub lens: Lens,
    /// Version of the rubric.
    pub rubric: String,
    pub rows: Rows,
    pub scores: Scores,
    pub gate: Gate,
    pub repairs: Vec<Rupture>,
    pub counts: Counts,
    pub turns: Vec<Coded>,
    /// What can't be read, and notes of what was taken for granted.
    pub findings: Vec<Finding>,
}

/// A rupture that the table names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rupture {
    /// The turn after which it opened; 0 before the first.
    pub opened: u16,
    pub tried: Vec<Try>,
    /// None where something was tried and the table doesn't say what came of it.
    pub outcome: Option<RepairOutcome>,
}

impl Table {
    /// Reads the bytes of a file, which findings name as `file`.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Table, Unreadable> {
        let (header, rows) = cells::rows(bytes)?;
        let (head, findings) = read::Head::read(file, &header)?;
        let mut told = Told { findings, untold: 0 };
        let turns: Vec<_> = rows.iter().map(|row| read::turn(&head, row, &mut told)).collect();
        let Told { mut findings, untold } = told;
        if untold > 0 {
            findings.push(head.note(text_with("table-untold", &[("count", untold.into())])));
        }
        let folded = fold::fold(&head, &turns);
        findings.extend(folded.findings);
        findings.sort_by_key(|finding| (finding.line.is_none(), finding.line, finding.column));
        let bad = turns.iter().filter(|turn| turn.is_err()).count();
        let therapist = folded.turns.len();
        if therapist == 0 {
            return Err(Unreadable::NoTherapist { findings });
        }
        let rows = Rows { therapist, patient: turns.len().saturating_sub(bad).saturating_sub(therapist), bad };
        Ok(Table { file: file.into(), rows, turns: folded.turns, findings, account: folded.account })
    }

    /// Scores it by that rubric, in that lens.
    pub fn assess(self, rubric: &Rubric, lens: Lens) -> Assessed {
        let mut assessed = super::assess(rubric, lens, &self.account);
        let scores = &mut assessed.scores;
        for score in [&mut scores.empathy, &mut scores.goals, &mut scores.boundaries] {
            // What else could have been said there, a table doesn't know.
            (score.offered_min, score.offered_max) = (None, None);
        }
        let ruptures = assessed.repairs.into_iter().map(|repair| {
            let known = repair.outcome != RepairOutcome::Unaddressed || repair.tried.iter().all(|tried| !tried.code.mends());
            Rupture { opened: repair.opened, tried: repair.tried, outcome: known.then_some(repair.outcome) }
        });
        Assessed {
            lens,
            rubric: assessed.rubric,
            scores: assessed.scores,
            gate: assessed.gate,
            repairs: ruptures.collect(),
            counts: counts::counts(&self.turns),
            file: self.file,
            rows: self.rows,
            turns: self.turns,
            findings: self.findings,
        }
    }
}

impl Assessed {
    /// True where nothing in the table stood in the way of reading it.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}
