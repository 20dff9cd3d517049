//! A row of a table into a turn, or into all that is wrong with it.

use std::collections::BTreeMap;

use fluent_bundle::FluentValue;

use crate::script::bounds::MOST_WORDS;
use crate::script::codes::{Body, BoundaryResponse, GoalMove, RepairMove, SafetyStep, Vocabulary};
use crate::script::finding::{Finding, Severity};
use crate::texts::{text, text_with};

use super::cells::Row;
use super::counts::{Behaviour, once};
use super::words::{self, Column, FITS, Fit, MARKS, Mark, Meant, Speaker, known, several};
use super::{Told, Unreadable};

/// Letters of a cell that a message says again.
const SHOWN: usize = 60;

/// Bytes of a cell with a list of words; whatever is longer is something else.
const LONGEST: usize = 400;

/// Columns that say something of the reply, and so stand in the therapist's rows alone.
const OF_REPLIES: [Column; 8] =
    [Column::Skill, Column::Empathy, Column::Goal, Column::Boundary, Column::Safety, Column::Repair, Column::Body, Column::Fit];

/// What the first row says: which columns there are, and how messages name them.
pub(super) struct Head<'a> {
    file: &'a str,
    /// The place of each column that is read, counted from 0, and its name as it stands there.
    columns: BTreeMap<Column, (usize, String)>,
    /// How many cells a row may have.
    width: usize,
}

/// A row that could be read.
#[derive(Debug)]
pub(super) struct Turn {
    pub line: u32,
    pub text: String,
    pub marks: Marks,
    /// None in the patient's rows.
    pub reply: Option<Reply>,
}

/// A row that could not; it is the therapist's where that much could be read.
#[derive(Debug)]
pub(super) struct Bad {
    pub of_therapist: bool,
}

/// What rows say of the moment that the next reply answers.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    pub named: Vec<Mark>,
    /// The line that last named a goal negotiation.
    pub goal_at: Option<u32>,
    pub offered: Vec<GoalMove>,
    pub indicated: Vec<BoundaryResponse>,
}

/// What a reply is.
#[derive(Debug, Default)]
pub(super) struct Reply {
    pub skills: Vec<Behaviour>,
    /// More was written than counts.
    pub thinned: bool,
    pub empathy: Option<u8>,
    pub goal: Vec<GoalMove>,
    pub boundary: Option<BoundaryResponse>,
    pub safety: Vec<SafetyStep>,
    pub repair: Option<RepairMove>,
    pub body: Option<Body>,
    pub fit: Option<Fit>,
}

impl Marks {
    pub fn are(&self, mark: Mark) -> bool {
        self.named.contains(&mark) || mark == Mark::Goal && !self.offered.is_empty() || mark == Mark::Boundary && !self.indicated.is_empty()
    }

    /// True where a reply is asked for; how a rupture goes on stands by itself.
    pub fn ask(&self) -> bool {
        [Mark::Emotional, Mark::Goal, Mark::Boundary, Mark::Risk, Mark::Cue].iter().any(|mark| self.are(*mark))
    }

    pub fn and(&mut self, other: &Marks) {
        self.named.extend(&other.named);
        self.goal_at = other.goal_at.or(self.goal_at);
        add(&mut self.offered, &other.offered);
        add(&mut self.indicated, &other.indicated);
    }
}

fn add<T: Copy + PartialEq>(to: &mut Vec<T>, others: &[T]) {
    for other in others {
        if !to.contains(other) {
            to.push(*other);
        }
    }
}

impl<'a> Head<'a> {
    /// Reads the first row; the findings are what is odd about it.
    pub fn read(file: &'a str, header: &Row) -> Result<(Head<'a>, Vec<Finding>), Unreadable> {
        let mut head = Head { file, columns: BTreeMap::new(), width: header.cells.len() };
        let mut findings = Vec::new();
        for place in 0..header.cells.len() {
            let name = shown(header.cell(place));
            let mut tell = |severity, code, help, fill: &[(&str, FluentValue)]| {
                let (line, column) = (Some(header.line), Some(number(place)));
                let message = text_with(&format!("table-{code}"), &[fill, &[("column", named(place, &name).into())]].concat());
                findings.push(Finding { code, severity, file: file.into(), line, column, message, help });
            };
            match words::column(&name) {
                Some(column) => match head.columns.get(&column) {
                    Some((first, _)) => {
                        let help = text("table-help-column-twice");
                        tell(Severity::Error, "column-twice", help, &[("first", number(*first).into())]);
                    }
                    None => drop(head.columns.insert(column, (place, name))),
                },
                None if name.is_empty() => {}
                None => tell(Severity::Note, "column-not-read", words::column_meant(&name).unwrap_or_default(), &[]),
            }
        }
        if !head.has(Column::Speaker) {
            let names: Vec<String> = (0..header.cells.len().min(24)).map(|place| shown(header.cell(place))).collect();
            return Err(Unreadable::NoSpeaker { found: names.join(", ") });
        }
        Ok((head, findings))
    }

    pub fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&column)
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.columns.get(&column).map_or("", |(place, _)| row.cell(*place))
    }

    /// True where the bytes of a cell are no UTF-8.
    fn is_no_text(&self, row: &Row, column: Column) -> bool {
        self.columns.get(&column).is_some_and(|(place, _)| row.cells.get(*place).is_some_and(Option::is_none))
    }

    /// Something that is wrong in a cell. Its message and its help are the texts of that code.
    pub fn finding(&self, code: &'static str, line: u32, column: Column, fill: &[(&str, FluentValue)]) -> Finding {
        let (place, name) = self.columns.get(&column).map_or((0, ""), |(place, name)| (*place, name.as_str()));
        let message = text_with(&format!("table-{code}"), &[fill, &[("column", named(place, name).into())]].concat());
        let (line, column, help) = (Some(line), Some(number(place)), text(&format!("table-help-{code}")));
        Finding { code, severity: Severity::Error, file: self.file.into(), line, column, message, help }
    }

    /// Something to know of the whole table.
    pub fn note(&self, message: String) -> Finding {
        Finding { severity: Severity::Note, ..Finding::of_file("assumed", self.file, message, String::new()) }
    }

    /// Something to know of a row.
    pub fn note_at(&self, line: u32, message: String) -> Finding {
        Finding { line: Some(line), column: Some(1), ..self.note(message) }
    }
}

/// The number of a column, counted from 1.
fn number(place: usize) -> u32 {
    (place as u32).saturating_add(1)
}

/// A column as messages name it.
fn named(place: usize, name: &str) -> String {
    text_with("table-column", &[("number", number(place).into()), ("name", name.into())])
}

/// Reads a row; everything that is wrong with it is told.
pub(super) fn turn(head: &Head, row: &Row, told: &mut Told) -> Result<Turn, Bad> {
    let mut reading = Reading { head, row, told, is_sound: true };
    if !reading.is_shaped() {
        // What stands in its cells is not what was meant for them.
        return Err(Bad { of_therapist: matches!(words::speaker(head.cell(row, Column::Speaker)), Ok(Speaker::Therapist)) });
    }
    reading.bytes();
    let speaker = reading.speaker();
    let marks = reading.marks();
    let reply = match speaker {
        Some(Speaker::Therapist) => Some(reading.reply()),
        Some(Speaker::Patient) => {
            reading.nothing_of_replies();
            None
        }
        None => None,
    };
    let sound = reading.is_sound;
    let turn = Turn { line: row.line, text: plain(head.cell(row, Column::Text)), marks, reply };
    if sound { Ok(turn) } else { Err(Bad { of_therapist: speaker == Some(Speaker::Therapist) }) }
}

struct Reading<'a, 't> {
    head: &'a Head<'a>,
    row: &'a Row,
    told: &'t mut Told,
    /// Nothing was wrong with the row yet.
    is_sound: bool,
}

impl<'a> Reading<'a, '_> {
    fn tell(&mut self, code: &'static str, column: Column, fill: &[(&str, FluentValue)]) {
        let (head, line) = (self.head, self.row.line);
        self.wrong(|| head.finding(code, line, column, fill));
    }

    fn wrong(&mut self, finding: impl FnOnce() -> Finding) {
        self.is_sound = false;
        self.told.tell(finding);
    }

    fn cell(&self, column: Column) -> &'a str {
        self.head.cell(self.row, column)
    }

    fn speaker(&mut self) -> Option<Speaker> {
        let written = self.cell(Column::Speaker);
        if written.is_empty() {
            if !self.head.is_no_text(self.row, Column::Speaker) {
                self.tell("no-speaker", Column::Speaker, &[]);
            }
            return None;
        }
        self.known(Column::Speaker, written, words::speaker(written))
    }

    /// Tells of every cell that is no text.
    fn bytes(&mut self) {
        for column in self.head.columns.keys().filter(|column| self.head.is_no_text(self.row, **column)) {
            self.tell("encoding", *column, &[]);
        }
    }

    /// True where the row has as many cells as the first row names columns, or fewer, and ends where it should.
    fn is_shaped(&mut self) -> bool {
        let (width, cells) = (self.head.width, self.row.cells.len());
        let (code, column) = if self.row.open {
            ("open-quotation", cells)
        } else if self.row.cells.iter().skip(width).any(|cell| cell.as_ref().is_none_or(|cell| !cell.trim().is_empty())) {
            ("too-many-cells", width.saturating_add(1))
        } else {
            return true;
        };
        let (head, line) = (self.head, self.row.line);
        self.wrong(|| {
            let fill = [("cells", cells.into()), ("columns", width.into())];
            Finding { column: Some(column as u32), ..head.finding(code, line, Column::Speaker, &fill) }
        });
        false
    }

    fn marks(&mut self) -> Marks {
        let named = self.each(Column::Moment, |written| known(written, MARKS));
        let marks = Marks {
            goal_at: named.contains(&Mark::Goal).then_some(self.row.line),
            named,
            offered: self.each(Column::Offered, |written| known(written, &[])),
            indicated: self.each(Column::Indicated, |written| known(written, &[])),
        };
        if let Some(never) = marks.indicated.iter().find(|response| !response.can_be_indicated()) {
            self.tell("never-indicated", Column::Indicated, &[("found", format!("{never:?}").into())]);
        }
        marks
    }

    fn reply(&mut self) -> Reply {
        let written = self.all(Column::Skill, words::behaviour);
        let skills = once(&written);
        Reply {
            thinned: skills.len() < written.len(),
            skills,
            empathy: self.level(),
            goal: self.each(Column::Goal, |written| known(written, &[])),
            boundary: self.one(Column::Boundary, &[]),
            safety: self.each(Column::Safety, |written| known(written, &[])),
            repair: self.one(Column::Repair, &[]),
            body: self.one(Column::Body, &[]),
            fit: self.one(Column::Fit, FITS),
        }
    }

    fn nothing_of_replies(&mut self) {
        for column in OF_REPLIES {
            let found = self.cell(column);
            if !found.is_empty() {
                self.tell("code-of-patient", column, &[("found", shown(found).into())]);
            }
        }
    }

    fn level(&mut self) -> Option<u8> {
        let written = self.cell(Column::Empathy);
        let level = written.parse().ok().filter(|level| (1..=5).contains(level));
        if level.is_none() && !written.is_empty() {
            self.tell("not-a-level", Column::Empathy, &[("found", shown(written).into())]);
        }
        level
    }

    /// Every word of a cell that isn't too long to be a list of them.
    fn all<T>(&mut self, column: Column, read: impl Fn(&'a str) -> Result<T, Meant<'a>>) -> Vec<T> {
        if self.cell(column).len() > LONGEST {
            self.tell("no-list", column, &[]);
            return Vec::new();
        }
        let mut written = several(self.cell(column));
        let all = written.by_ref().take(MOST_WORDS).filter_map(|written| self.known(column, written, read(written))).collect();
        if written.next().is_some() {
            self.tell("too-many-words", column, &[("most", MOST_WORDS.into())]);
        }
        all
    }

    /// Every word of a cell, each once.
    fn each<T: Copy + PartialEq>(&mut self, column: Column, read: impl Fn(&'a str) -> Result<T, Meant<'a>>) -> Vec<T> {
        let mut each = Vec::new();
        add(&mut each, &self.all(column, read));
        each
    }

    /// The one word of a cell.
    fn one<T: Vocabulary + PartialEq>(&mut self, column: Column, others: &'static [(&str, T)]) -> Option<T> {
        let found = self.each(column, |written| known(written, others));
        if found.len() > 1 {
            self.tell("more-than-one", column, &[("count", found.len().into())]);
        }
        found.into_iter().next()
    }

    fn known<T>(&mut self, column: Column, written: &str, found: Result<T, Meant>) -> Option<T> {
        let (head, line) = (self.head, self.row.line);
        let unknown = |meant: Meant| {
            let fill = [("found", shown(written).into())];
            Finding { help: meant(), ..head.finding("unknown-word", line, column, &fill) }
        };
        found.map_err(|meant| self.wrong(|| unknown(meant))).ok()
    }
}

/// In one line, without what would move a terminal's cursor.
fn plain(cell: &str) -> String {
    let spaced: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of a cell.
fn shown(cell: &str) -> String {
    let cell = plain(cell);
    if cell.chars().count() > SHOWN { cell.chars().take(SHOWN).chain(['…']).collect() } else { cell }
}
