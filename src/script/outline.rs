//! Where everything stands in a text: brackets, names and values with their places, read tolerantly.

use std::ops::Range;

/// Deepest nesting of brackets that is read.
pub const DEEPEST: usize = 40;

/// A value in the text, with what is inside it.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Bytes from the first to past the last character of the value.
    pub span: Range<usize>,
    /// The name before the colon, where it has one.
    pub name: Option<Range<usize>>,
    pub children: Vec<Node>,
}

/// One step from a value to one inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Field(&'static str),
    Item(usize),
}

/// A slip in the notation itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub at: usize,
    pub message: String,
    pub help: String,
}

/// Reads the whole text; what cannot be read is told as slips, and reading goes on behind it where it can.
pub fn outline(text: &str) -> (Node, Vec<Slip>) {
    let mut reader = Reader { text, at: 0, slips: Vec::new(), gave_up: false, depth: 0 };
    reader.skip_blank();
    let root = reader.value();
    reader.skip_blank();
    if !reader.gave_up && reader.at < text.len() {
        reader.slip(
            reader.at,
            "there is more text after the end".into(),
            "A bracket was probably closed too early: look further up.".into(),
        );
    }
    (root, reader.slips)
}

impl Node {
    /// The value of a field.
    pub fn field<'a>(&'a self, text: &str, name: &str) -> Option<&'a Node> {
        self.children.iter().find(|child| child.name.clone().is_some_and(|span| &text[span] == name))
    }

    /// The innermost thing in brackets that a byte lies in.
    pub fn group_at(&self, byte: usize) -> &Node {
        let inner = self.children.iter().find(|child| child.span.contains(&byte) && !child.children.is_empty());
        inner.map_or(self, |child| child.group_at(byte))
    }

    /// Start of the single value that a byte lies in; the byte itself where it lies in none.
    pub fn value_at(&self, byte: usize) -> usize {
        match self.children.iter().find(|child| child.span.contains(&byte)) {
            Some(child) if child.children.is_empty() => child.span.start,
            Some(child) => child.value_at(byte),
            None => byte,
        }
    }

    /// Follows a path as far as it goes, so that what is missing is told at what should hold it.
    pub fn follow<'a>(&'a self, text: &str, path: &[Step]) -> &'a Node {
        let mut node = self;
        for step in path {
            let next = match step {
                Step::Field(name) => node.field(text, name),
                Step::Item(index) => node.children.get(*index),
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }
}

/// The byte at a line and column; the end of the line where the column lies behind it.
pub fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text[start..].split('\n').next().unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at)
}

/// Where the lines of a text begin, so that many places can be told without reading it anew each time.
#[derive(Clone, Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Lines {
        Lines(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn position(&self, text: &str, byte: usize) -> (u32, u32) {
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let line = self.0.partition_point(|start| *start <= byte);
        let column = text[self.0[line - 1]..byte].chars().count() + 1;
        (line as u32, column as u32)
    }
}

/// Line and column of one byte; for many, keep the `Lines`.
fn position(text: &str, byte: usize) -> (u32, u32) {
    Lines::of(text).position(text, byte)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    slips: Vec<Slip>,
    /// Nothing behind an unclosed text or bracket can be trusted.
    gave_up: bool,
    depth: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn slip(&mut self, at: usize, message: String, help: String) {
        self.slips.push(Slip { at, message, help });
    }

    fn give_up(&mut self, at: usize, message: &str, help: &str) {
        if !self.gave_up {
            self.slip(at, message.into(), help.into());
        }
        self.gave_up = true;
        self.at = self.text.len();
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            if blank > 0 {
                self.at += blank;
            } else if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.skip_block_comment();
            } else {
                return;
            }
        }
    }

    fn skip_block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0usize;
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return self.give_up(start, "this comment is never closed", "Close it with */.");
            } else if rest.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.bump();
            }
        }
    }

    fn word(&mut self) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.'))).unwrap_or(rest.len());
        start..self.at
    }

    fn value(&mut self) -> Node {
        let start = self.at;
        let mut children = Vec::new();
        match self.peek() {
            Some('"') => self.quoted(),
            Some('(' | '[' | '{') => children = self.group(),
            Some(c) if c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.') => {
                self.word();
                let after_word = self.at;
                self.skip_blank();
                match self.peek() {
                    Some('(') => children = self.group(),
                    _ => self.at = after_word,
                }
            }
            Some(c @ ('“' | '”' | '„' | '‘' | '’' | '\'')) => {
                self.slip(
                    start,
                    format!("a text can't begin with {c}"),
                    "Begin and end a text with the straight quotation mark \". Inside it curly ones are fine; a word processor may have changed them for you.".into(),
                );
                self.skip_to_line_end();
            }
            Some(c) => {
                self.slip(
                    start,
                    format!("“{c}” doesn't belong here"),
                    "Here a value should stand: a text in quotation marks, a number, a word, or something in brackets.".into(),
                );
                self.skip_to_separator();
            }
            None => self.give_up(start, "the file ends where a value should stand", "Was the rest of the file lost?"),
        }
        Node { span: start..self.at, name: None, children }
    }

    fn quoted(&mut self) {
        let start = self.at;
        self.bump();
        loop {
            match self.peek() {
                None => {
                    return self.give_up(
                        start,
                        "this text is never closed",
                        "Put a quotation mark \" at its end. Everything behind it was left unread.",
                    );
                }
                Some('\\') => {
                    self.bump();
                    self.bump();
                }
                Some('"') => return self.bump(),
                Some(_) => self.bump(),
            }
        }
    }

    /// Behind a text that can't be read, goes on at the end of its line, at the comma if there is one.
    fn skip_to_line_end(&mut self) {
        let line = self.rest().lines().next().unwrap_or_default().trim_end();
        self.at += line.strip_suffix(',').unwrap_or(line).len();
    }

    /// Behind something unreadable, goes on at the next comma or closing bracket of the line.
    fn skip_to_separator(&mut self) {
        let rest = self.rest();
        self.at += rest.find([',', ')', ']', '}', '\n']).unwrap_or(rest.len());
    }

    fn group(&mut self) -> Vec<Node> {
        let start = self.at;
        let closing = match self.peek() {
            Some('(') => ')',
            Some('[') => ']',
            _ => '}',
        };
        self.bump();
        let mut children = Vec::new();
        self.depth += 1;
        if self.depth > DEEPEST {
            self.give_up(
                start,
                &format!("brackets are nested more than {DEEPEST} deep"),
                "Make it flatter, or look for brackets that were never closed.",
            );
            return children;
        }
        loop {
            self.skip_blank();
            match self.peek() {
                None => {
                    self.give_up(
                        start,
                        &format!("this bracket is never closed: “{closing}” is missing"),
                        "Count the brackets from here on; an editor that shows pairs helps.",
                    );
                    return children;
                }
                Some(c) if c == closing => {
                    self.bump();
                    self.depth -= 1;
                    return children;
                }
                Some(c @ (')' | ']' | '}')) => {
                    let (line, _) = position(self.text, start);
                    let at = self.at;
                    self.give_up(
                        at,
                        &format!("“{c}” closes a bracket that was not opened like this"),
                        &format!("The bracket still open here was opened in line {line} and wants “{closing}”."),
                    );
                    return children;
                }
                Some(',') => {
                    self.slip(self.at, "there is a comma too many".into(), "Take one of the commas away.".into());
                    self.bump();
                    continue;
                }
                Some(_) => {}
            }
            let child = self.entry();
            let end = child.span.end;
            let text_before = self.text[child.span.clone()].starts_with('"');
            children.push(child);
            self.skip_blank();
            match self.peek() {
                Some(',') => self.bump(),
                Some(')' | ']' | '}') | None => {}
                Some(_) => {
                    let ended_early = text_before && self.at == end;
                    let (message, help) = if ended_early {
                        ("a quotation mark inside the text ended it early", "Use “curly” quotation marks inside a text, or write \\\" .")
                    } else {
                        ("a comma is missing here", "Put a comma between two entries.")
                    };
                    self.slip(end, message.into(), help.into());
                    if ended_early {
                        self.skip_to_line_end();
                        if self.peek() == Some(',') {
                            self.bump();
                        }
                    }
                }
            }
        }
    }

    fn entry(&mut self) -> Node {
        let start = self.at;
        let name = self.word();
        self.skip_blank();
        if !name.is_empty() && self.peek() == Some(':') {
            self.bump();
            self.skip_blank();
            return Node { name: Some(name), ..self.value() };
        }
        self.at = start;
        self.value()
    }
}
