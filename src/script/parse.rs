//! Text into what an author meant: typed and fast when all is well, slow and part by part when something is wrong.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::slice::SliceIndex;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::bounds::{DEEPEST, LARGEST_WITH_SLIPS, MOST_FINDINGS, size};
use super::exam::Exam;
use super::finding::{Finding, Severity, nearest, suggest};
use super::model::{Beat, Case, ContentNote, Fact, Link, Person, Planned, Reply, Scene};
use super::notation::{Mend, outline};
use super::outline::{Lines, Node, byte_at};
use super::rules::{Reactions, Rubric, Rule};
use super::stretch::{behind, head, stretch};

/// A file that can't be read as it stands.
#[derive(Clone, Debug)]
pub struct Broken<T> {
    pub findings: Vec<Finding>,
    /// What was meant, where every fault leaves no doubt about it; its places are those of the text as it is.
    pub meant: Option<Box<T>>,
}

/// Most faults that are told of one part.
const MOST_IN_PART: usize = 20;

/// Reads a case file; where something is wrong, every faulty person, fact, link and session has a finding of its own.
pub fn case(file: &str, text: &str) -> Result<Case, Broken<Case>> {
    whole(file, text, |reading, findings| {
        let root = reading.root;
        let notes = reading.each::<ContentNote>(root, "content_notes", "content note", findings);
        let people = reading.each::<Person>(root, "people", "person", findings);
        let facts = reading.each::<Fact>(root, "facts", "fact", findings);
        let links = reading.each::<Link>(root, "formulation", "link", findings);
        let sessions = reading.each::<Planned>(root, "sessions", "session", findings);
        reading.part::<Case>(root, &[notes, people, facts, links, sessions], "case", findings);
    })
}

/// Reads the rubric.
pub fn rubric(file: &str, text: &str) -> Result<Rubric, Broken<Rubric>> {
    whole(file, text, |_, _| {})
}

/// Reads the reactions; where something is wrong, every faulty rule has a finding of its own.
pub fn reactions(file: &str, text: &str) -> Result<Reactions, Broken<Reactions>> {
    whole(file, text, |reading, findings| {
        let rules = reading.each::<Rule>(reading.root, "rules", "rule", findings);
        reading.part::<Reactions>(reading.root, &[rules], "part", findings);
    })
}

/// Reads an exam.
pub fn exam(file: &str, text: &str) -> Result<Exam, Broken<Exam>> {
    whole(file, text, |reading, findings| reading.part::<Exam>(reading.root, &[], "exam", findings))
}

/// Reads a scene; where something is wrong, every faulty reply and every faulty beat has a finding of its own.
pub fn scene(file: &str, text: &str) -> Result<Scene, Broken<Scene>> {
    whole(file, text, |reading, findings| {
        let beats = reading.list(reading.root, "beats");
        for beat in beats.iter().flat_map(|list| &list.children) {
            let replies = reading.each::<Reply>(beat, "replies", "reply", findings);
            reading.part::<Beat>(beat, &[replies], "beat", findings);
            if findings.len() > MOST_FINDINGS {
                break;
            }
        }
        reading.part::<Scene>(reading.root, &[beats], "scene", findings);
    })
}

/// Reads RON the way the whole language is read: an author writes no header and no `Some`.
pub fn read<T: DeserializeOwned>(text: &str) -> ron::error::SpannedResult<T> {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(DEEPEST).from_str(text)
}

/// Reads a table that is built into the program.
pub fn built_in<T: DeserializeOwned>(text: &'static str) -> T {
    sound(read(text))
}

/// What was read of a table that is built into the program.
#[expect(clippy::panic, reason = "the text is part of the program and tests read each of them: it can't fail on a user's machine alone")]
pub fn sound<T>(table: Result<T, impl std::fmt::Display>) -> T {
    table.unwrap_or_else(|error| panic!("a table of the program's own can't be read: {error}"))
}

/// A file that is read a second time because its first reading failed.
struct Reading<'a> {
    file: &'a str,
    text: &'a str,
    root: &'a Node,
    lines: Lines,
    /// Where the notation itself slips beyond mending.
    lost: Vec<usize>,
    /// What makes good what was found so far.
    mends: RefCell<Vec<Mend>>,
    /// Something is wrong that can't be made good, or not without a guess.
    in_doubt: Cell<bool>,
}

fn whole<T: DeserializeOwned>(file: &str, text: &str, parts: impl Fn(&Reading<'_>, &mut Vec<Finding>)) -> Result<T, Broken<T>> {
    let error = match read::<T>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let (root, slips) = if text.len() > LARGEST_WITH_SLIPS { Default::default() } else { outline(text) };
    let lost: Vec<usize> = slips.iter().filter(|slip| slip.mend.is_none()).map(|slip| slip.at).collect();
    let reading = Reading {
        file,
        text,
        root: &root,
        lines: Lines::of(text),
        in_doubt: Cell::new(!lost.is_empty()),
        lost,
        mends: RefCell::new(slips.iter().filter_map(|slip| slip.mend.clone()).flatten().collect()),
    };
    reading.mends.borrow_mut().sort_by_key(|mend| mend.range.start);
    let mut findings: Vec<Finding> = slips.into_iter().map(|slip| reading.finding(slip.code, slip.at, slip.message, slip.help)).collect();
    if text.len() > LARGEST_WITH_SLIPS {
        let at = byte_at(text, error.span.start.line, error.span.start.col);
        let first = reading.of_error(&error, at, &root, "part");
        let only = format!("Only the first slip is told: the file is larger than {}.", size(LARGEST_WITH_SLIPS as u64));
        let help = format!("{} {only}", first.help);
        return Err(Broken { findings: vec![Finding { help: help.trim().into(), ..first }], meant: None });
    }
    parts(&reading, &mut findings);
    if findings.len() > MOST_FINDINGS {
        reading.in_doubt.set(true);
    }
    if findings.is_empty() {
        let at = byte_at(text, error.span.start.line, error.span.start.col);
        findings.push(reading.of_error(&error, at, &root, "part"));
        reading.in_doubt.set(true);
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    curtail(file, &mut findings);
    let meant = if reading.in_doubt.get() {
        None
    } else {
        read(&Mended::new(text, 0..text.len(), &reading.within(&(0..text.len()))).text).ok().map(Box::new)
    };
    Err(Broken { findings, meant })
}

/// Leaves of many findings in one file, each of whatever gravity, those that are told.
pub fn curtail(file: &str, findings: &mut Vec<Finding>) {
    let there = findings.len();
    findings.truncate(MOST_FINDINGS);
    if there > MOST_FINDINGS {
        findings.push(untold(file, Severity::Error));
    }
}

/// That no more is told.
pub fn untold(file: &str, severity: Severity) -> Finding {
    let what = if severity == Severity::Error { "errors" } else { "warnings" };
    let message = format!("more is wrong in this file: of so many {what} {MOST_FINDINGS} are told");
    Finding { severity, ..Finding::of_file("too-many", file, message, "Mend those first, and check again.".into()) }
}

/// A part of a text with something else in the place of some of it.
struct Mended {
    text: String,
    /// Where pieces begin here, and where in the whole text.
    pieces: Vec<(usize, usize)>,
}

impl Mended {
    /// With mends that lie within that part.
    fn new(text: &str, span: Range<usize>, mends: &[Mend]) -> Mended {
        let mut within: Vec<&Mend> = mends.iter().collect();
        within.sort_by_key(|mend| mend.range.start);
        let mut mended = Mended { text: String::new(), pieces: Vec::new() };
        let mut at = span.start;
        for mend in within {
            if mend.range.start < at {
                continue;
            }
            mended.push(at, stretch(text, at..mend.range.start));
            mended.push(mend.range.start, &mend.put);
            at = mend.range.end;
        }
        mended.push(at, stretch(text, at..span.end));
        mended
    }

    fn push(&mut self, at: usize, piece: &str) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(piece);
    }

    /// The byte of the whole text from which one here stems.
    fn original(&self, at: usize) -> usize {
        let begun = self.pieces.partition_point(|(here, _)| *here <= at);
        let (here, there) = self.pieces.get(..begun).and_then(<[_]>::last).copied().unwrap_or_default();
        there.saturating_add(at.saturating_sub(here))
    }
}

impl<'a> Reading<'a> {
    fn stretch(&self, span: impl SliceIndex<str, Output = str>) -> &'a str {
        stretch(self.text, span)
    }

    /// Where what stands behind the blank begins that begins at that byte.
    fn behind_blank(&self, at: usize) -> usize {
        let (blank, _) = head(self.stretch(at..), char::is_whitespace);
        at.saturating_add(blank.len())
    }

    fn finding(&self, code: &'static str, at: usize, message: String, help: String) -> Finding {
        let (line, column) = self.lines.position(self.text, at);
        Finding { line: Some(line), column: Some(column), ..Finding::of_file(code, self.file, message, help) }
    }

    /// The list in a field, where there is one in brackets.
    fn list(&self, of: &'a Node, field: &str) -> Option<&'a Node> {
        of.field(self.text, field).filter(|node| self.stretch(node.span.clone()).starts_with('['))
    }

    /// Reads each entry of a list by itself, and gives the list back.
    fn each<T: DeserializeOwned>(&self, of: &'a Node, field: &str, what: &str, findings: &mut Vec<Finding>) -> Option<&'a Node> {
        let list = self.list(of, field);
        for entry in list.iter().flat_map(|list| &list.children) {
            if findings.len() > MOST_FINDINGS {
                break;
            }
            self.part::<T>(entry, &[], what, findings);
        }
        list
    }

    /// Reads one part by itself, with the lists that are read elsewhere left empty, unless a slip in it can't be mended. What is
    /// wrong with a word or a name is made good, as far as it goes, so that it doesn't hide what comes after it.
    fn part<T: DeserializeOwned>(&self, node: &Node, without: &[Option<&Node>], what: &str, findings: &mut Vec<Finding>) {
        let span = node.span.clone();
        let elsewhere = |at: usize| without.iter().flatten().any(|list| list.span.start < at && at < list.span.end.saturating_sub(1));
        // What was given up, or cut off, runs to the end of the file.
        let end = self.text.trim_end().len();
        let closed_there = || self.mends.borrow().iter().filter(|mend| mend.range == (end..end)).count();
        let given_up = span.end >= end && (!self.lost.is_empty() || closed_there() > 1);
        if given_up || self.lost.iter().any(|slip| (span.start..=span.end).contains(slip) && !elsewhere(*slip)) {
            return;
        }
        let emptied: Vec<Mend> =
            without.iter().flatten().filter_map(|list| self.inside(list)).map(|inside| Mend::new(inside, "")).collect();
        let mut guessed = false;
        for _ in 0..MOST_IN_PART {
            let mends: Vec<Mend> = emptied.iter().cloned().chain(self.within(&span)).collect();
            let part = Mended::new(self.text, span.clone(), &mends);
            let Err(error) = read::<T>(&part.text) else { return };
            // Within what was put in, it may fall into the middle of a sign that stands there.
            let at = self.text.floor_char_boundary(part.original(byte_at(&part.text, error.span.start.line, error.span.start.col)));
            let finding = self.of_error(&error, at, node, what);
            let (mend, sure) = self.made_good(&error.code, at);
            self.in_doubt.set(self.in_doubt.get() || !sure);
            // What is missing may be what was taken away under another name.
            if guessed && matches!(error.code, ron::Error::MissingStructField { .. }) {
                return;
            }
            guessed |= !sure;
            findings.push(finding);
            match mend {
                Some(mend) => {
                    let mut mends = self.mends.borrow_mut();
                    let place = mends.partition_point(|before| before.range.start <= mend.range.start);
                    mends.insert(place, mend);
                }
                None => return,
            }
        }
    }

    /// The mends that belong to a part.
    fn within(&self, span: &Range<usize>) -> Vec<Mend> {
        let mends = self.mends.borrow();
        let from = mends.partition_point(|mend| mend.range.start < span.start);
        let there = mends.iter().skip(from).take_while(|mend| mend.range.start <= span.end);
        there.filter(|mend| span.start <= mend.since && mend.range.end <= span.end).cloned().collect()
    }

    /// What stands between a list's brackets, which may be wide ones, and of which the closing one may be missing.
    fn inside(&self, list: &Node) -> Option<Range<usize>> {
        let mut signs = self.stretch(list.span.clone()).chars();
        let start = behind(list.span.start, signs.next()?);
        let missing = self.mends.borrow().iter().any(|mend| mend.since == list.span.start && mend.range == (list.span.end..list.span.end));
        let closing = if missing { 0 } else { signs.next_back()?.len_utf8() };
        Some(start..list.span.end.saturating_sub(closing))
    }

    /// What would make an error good, and whether that is what was meant.
    fn made_good(&self, error: &ron::Error, at: usize) -> (Option<Mend>, bool) {
        let behind_blank = self.behind_blank(at);
        let instead = |found: &str, put: &str| {
            let places = [behind_blank, self.root.value_at(behind_blank)];
            let start = places.into_iter().find(|start| self.stretch(*start..).starts_with(found))?;
            Some(Mend::new(start..start.saturating_add(found.len()), put))
        };
        match error {
            ron::Error::NoSuchEnumVariant { expected, found, .. } => {
                let near = nearest(found, expected.iter().copied());
                let put = near.or_else(|| expected.first().copied());
                (put.and_then(|put| instead(found, put)), near.is_some())
            }
            ron::Error::NoSuchStructField { expected, found, .. } => {
                let group = self.root.group_at(behind_blank);
                let there = |name: &str| group.field(self.text, name).is_some();
                let near = nearest(found, expected.iter().copied().filter(|name| !there(name)));
                let field = group.field(self.text, found);
                match (near, field) {
                    (Some(near), Some(Node { name: Some(name), .. })) => (Some(Mend::new(name.clone(), near)), true),
                    (_, Some(field)) => (Some(self.without(field)), false),
                    _ => (None, false),
                }
            }
            ron::Error::DuplicateStructField { field, .. } => {
                let group = self.root.group_at(behind_blank);
                let again =
                    group.children.iter().filter(|child| child.name.clone().is_some_and(|name| self.stretch(name) == *field)).nth(1);
                (again.map(|again| self.without(again)), true)
            }
            ron::Error::IntegerOutOfBounds => {
                let start = self.root.value_at(behind_blank);
                let (number, _) = head(self.stretch(start..), |c| c.is_ascii_digit() || c == '-');
                ((!number.is_empty()).then(|| Mend::new(start..start.saturating_add(number.len()), "1")), false)
            }
            _ => (None, false),
        }
    }

    /// A field taken away with its comma.
    fn without(&self, field: &Node) -> Mend {
        let start = field.name.clone().map_or(field.span.start, |name| name.start);
        let next = self.behind_blank(field.span.end);
        let end = if self.stretch(next..).starts_with(',') { behind(next, ',') } else { field.span.end };
        Mend::new(start..end, "")
    }

    /// An error of the reader's in plain words, at its place in the file, where the reader stopped at that byte.
    fn of_error(&self, error: &ron::error::SpannedError, stopped: usize, part: &Node, what: &str) -> Finding {
        let (at, what) = match &error.code {
            // It would be told at the closing bracket, where nobody looks for it.
            ron::Error::MissingStructField { .. } => {
                let group = part.group_at(stopped);
                let name = group.name.clone().map(|name| format!("`{}`", self.stretch(name)));
                (group.span.start, name.unwrap_or_else(|| what.into()))
            }
            // The reader stops before the blank in front of what it can't take, or in the middle of it.
            _ => (self.root.value_at(self.behind_blank(stopped)), what.into()),
        };
        let (code, message, help) = plain(&error.code, &what);
        self.finding(code, at, message, help)
    }
}

fn plain(error: &ron::Error, what: &str) -> (&'static str, String, String) {
    use ron::Error;
    match error {
        Error::NoSuchStructField { expected, found, .. } => {
            ("unknown-name", format!("nothing here is called “{found}”"), suggest(found, expected.iter().copied()))
        }
        Error::NoSuchEnumVariant { expected, found, .. } => {
            ("unknown-word", format!("“{found}” is not one of the words that can stand here"), suggest(found, expected.iter().copied()))
        }
        Error::MissingStructField { field, .. } => {
            ("missing-part", format!("this {what} has no `{field}`"), format!("Add `{field}: …,` to it."))
        }
        Error::DuplicateStructField { field, .. } => {
            ("twice", format!("`{field}` stands twice in this {what}"), "Keep one of them.".into())
        }
        Error::IntegerOutOfBounds => {
            ("out-of-range", "this number is too large or below zero".into(), "Write a whole number in the range that belongs here.".into())
        }
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => (
            "wrong-kind",
            "a whole number should stand here".into(),
            "Write it in digits, without quotation marks and without a point.".into(),
        ),
        Error::ExpectedString => {
            ("wrong-kind", "a text in straight quotation marks should stand here".into(), "Begin and end it with \" .".into())
        }
        Error::ExpectedArray => {
            ("wrong-kind", "a list should stand here".into(), "Put it in square brackets, even when there is only one: [ … ].".into())
        }
        Error::ExpectedMapColon => {
            ("syntax", "a colon is missing after this name".into(), "Write the name, a colon, and then what belongs to it.".into())
        }
        Error::ExpectedBoolean => ("wrong-kind", "`true` or `false` should stand here".into(), String::new()),
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) | Error::SuggestRawIdentifier(_) => (
            "wrong-kind",
            "a word without quotation marks should stand here".into(),
            "The words that can stand here are in the guide to writing a case.".into(),
        ),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => {
            ("wrong-kind", "something in round brackets should stand here".into(), "Write ( … ).".into())
        }
        Error::ExpectedComma | Error::ExpectedArrayEnd | Error::ExpectedStructLikeEnd => (
            "wrong-kind",
            "what stands here is not of the kind that belongs here".into(),
            "Is a whole number written with a point, or a comma missing just before?".into(),
        ),
        Error::ExpectedDifferentStructName { .. } => {
            ("wrong-kind", "no name stands before this bracket".into(), "Begin with the bracket itself: ( … ).".into())
        }
        Error::ExceededRecursionLimit => ("syntax", format!("brackets are nested more than {DEEPEST} deep"), "Make it flatter.".into()),
        Error::InvalidValueForType { expected, found } => {
            ("wrong-kind", format!("{expected} should stand here, not {}", without_type(found)), String::new())
        }
        Error::Message(message) => ("wrong-kind", message.clone(), String::new()),
        Error::Eof => ("syntax", "the file ends too early".into(), "Was the rest of the file lost?".into()),
        Error::InvalidEscape(_) => {
            ("syntax", "a backslash in a text has a meaning of its own".into(), "Write \\\\ for a backslash.".into())
        }
        other => ("syntax", format!("this can't be read: {other}"), String::new()),
    }
}

/// "the string \"x\"" without the reader's own words for it.
fn without_type(found: &str) -> String {
    found.replace("the string", "the text").replace("a map", "something in round brackets").replace("a sequence", "a list")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_any_width_are_told_and_never_stumbled_over() {
        let texts = [
            "（",
            "(a: （",
            "(beats: ［)",
            "（a: 1]",
            "[é: 1}",
            "(beats: [(id: \"a\")］)",
            "(beats: ［(id: \"a\")], title: 3)",
            "］",
            "(a: 1,\n］",
            "(beats[(d\"\"］",
        ];
        for text in texts {
            assert!(!scene("a.scene.ron", text).unwrap_err().findings.is_empty(), "{text}");
        }
    }
}
