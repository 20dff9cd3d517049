//! Text into what an author meant: typed and fast when all is well, slow and part by part when something is wrong.

use std::ops::Range;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::finding::{Finding, Severity, suggest};
use super::model::{Beat, Case, ContentNote, Fact, Link, Person, Planned, Reply, Scene};
use super::outline::{DEEPEST, Lines, Node, byte_at, outline};
use super::rules::{Reactions, Rubric, Rule};

/// Reads a case file; where something is wrong, every faulty person, fact, link and session has a finding of its own.
pub fn case(file: &str, text: &str) -> Result<Case, Vec<Finding>> {
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
pub fn rubric(file: &str, text: &str) -> Result<Rubric, Vec<Finding>> {
    whole(file, text, |_, _| {})
}

/// Reads the reactions; where something is wrong, every faulty rule has a finding of its own.
pub fn reactions(file: &str, text: &str) -> Result<Reactions, Vec<Finding>> {
    whole(file, text, |reading, findings| {
        let rules = reading.each::<Rule>(reading.root, "rules", "rule", findings);
        reading.part::<Reactions>(reading.root, &[rules], "part", findings);
    })
}

/// Reads a scene; where something is wrong, every faulty reply and every faulty beat has a finding of its own.
pub fn scene(file: &str, text: &str) -> Result<Scene, Vec<Finding>> {
    whole(file, text, |reading, findings| {
        let beats = reading.list(reading.root, "beats");
        for beat in beats.iter().flat_map(|list| &list.children) {
            let replies = reading.each::<Reply>(beat, "replies", "reply", findings);
            reading.part::<Beat>(beat, &[replies], "beat", findings);
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
    /// Where the notation itself slips.
    slips: Vec<usize>,
}

fn whole<T: DeserializeOwned>(file: &str, text: &str, parts: impl Fn(&Reading<'_>, &mut Vec<Finding>)) -> Result<T, Vec<Finding>> {
    let error = match read::<T>(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let (root, slips) = outline(text);
    let reading = Reading { file, text, root: &root, lines: Lines::of(text), slips: slips.iter().map(|slip| slip.at).collect() };
    let mut findings: Vec<Finding> = slips.into_iter().map(|slip| reading.finding("syntax", slip.at, slip.message, slip.help)).collect();
    parts(&reading, &mut findings);
    if findings.is_empty() {
        findings.push(reading.of_error(&error, 0, "part"));
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    Err(findings)
}

impl<'a> Reading<'a> {
    fn finding(&self, code: &'static str, at: usize, message: String, help: String) -> Finding {
        let (line, column) = self.lines.position(self.text, at);
        Finding { code, severity: Severity::Error, file: self.file.into(), line: Some(line), column: Some(column), message, help }
    }

    /// The list in a field, where there is one in brackets.
    fn list(&self, of: &'a Node, field: &str) -> Option<&'a Node> {
        of.field(self.text, field).filter(|node| self.text[node.span.clone()].starts_with('['))
    }

    /// Reads each entry of a list by itself, and gives the list back.
    fn each<T: DeserializeOwned>(&self, of: &'a Node, field: &str, what: &str, findings: &mut Vec<Finding>) -> Option<&'a Node> {
        let list = self.list(of, field);
        for entry in list.iter().flat_map(|list| &list.children) {
            self.part::<T>(entry, &[], what, findings);
        }
        list
    }

    /// Reads one part by itself, with the lists that are read elsewhere left empty, unless a slip in it was told already.
    fn part<T: DeserializeOwned>(&self, node: &Node, without: &[Option<&Node>], what: &str, findings: &mut Vec<Finding>) {
        let span = node.span.clone();
        if self.slips.iter().any(|slip| (span.start..=span.end).contains(slip)) {
            return;
        }
        let mut part = self.text[span.clone()].to_string();
        let mut lists: Vec<Range<usize>> = without.iter().flatten().map(|list| list.span.start + 1..list.span.end - 1).collect();
        // From the last on, since a letter of several bytes leaves one blank.
        lists.sort_by_key(|inside| std::cmp::Reverse(inside.start));
        for inside in lists {
            let blank: String = self.text[inside.clone()].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
            part.replace_range(inside.start - span.start..inside.end - span.start, &blank);
        }
        if let Err(error) = read::<T>(&part) {
            findings.push(self.of_error(&error, span.start, what));
        }
    }

    /// An error of the reader's in plain words, at its place in the file. What was left out of a part was
    /// left out letter by letter, so lines and columns are those of the whole text from `offset` on.
    fn of_error(&self, error: &ron::error::SpannedError, offset: usize, what: &str) -> Finding {
        let stopped = offset + byte_at(&self.text[offset..], error.span.start.line, error.span.start.col);
        let (at, what) = match &error.code {
            // It would be told at the closing bracket, where nobody looks for it.
            ron::Error::MissingStructField { .. } => {
                let group = self.root.group_at(stopped);
                let name = group.name.clone().map(|name| format!("`{}`", &self.text[name]));
                (group.span.start, name.unwrap_or_else(|| what.into()))
            }
            // The reader stops before the blank in front of what it can't take, or in the middle of it.
            _ => {
                let rest = &self.text[stopped..];
                (self.root.value_at(stopped + rest.len() - rest.trim_start().len()), what.into())
            }
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
        Error::ExceededRecursionLimit => ("too-deep", format!("brackets are nested more than {DEEPEST} deep"), "Make it flatter.".into()),
        Error::InvalidValueForType { expected, found } => {
            ("wrong-kind", format!("{expected} should stand here, not {}", without_type(found)), String::new())
        }
        Error::Message(message) => ("bad-value", message.clone(), String::new()),
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
