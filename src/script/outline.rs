//! Where everything stands in a text: brackets, names and values with their places.

use std::ops::Range;

use super::stretch::{behind, stretch};

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

impl Node {
    /// The value of a field.
    pub fn field<'a>(&'a self, text: &str, name: &str) -> Option<&'a Node> {
        self.children.iter().find(|child| child.name.clone().is_some_and(|span| stretch(text, span) == name))
    }

    /// The innermost thing in brackets that a byte lies in.
    pub fn group_at(&self, byte: usize) -> &Node {
        let place = self.children.partition_point(|child| child.span.end <= byte);
        let inner = self.children.get(place).filter(|child| child.span.contains(&byte) && !child.children.is_empty());
        inner.map_or(self, |child| child.group_at(byte))
    }

    /// Start of the single value that a byte lies in; the byte itself where it lies in none.
    pub fn value_at(&self, byte: usize) -> usize {
        // They stand in order: of a million of them each needn't be asked.
        let place = self.children.partition_point(|child| child.span.end <= byte);
        match self.children.get(place).filter(|child| child.span.contains(&byte)) {
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
    let line = stretch(text, start..).split('\n').next().unwrap_or_default();
    start.saturating_add(line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at))
}

/// Where the lines of a text begin, so that many places can be told without reading it anew each time.
#[derive(Clone, Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Lines {
        Lines(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| behind(at, '\n'))).collect())
    }

    /// A line of the text by its number, without its end.
    pub fn line<'a>(&self, text: &'a str, number: u32) -> Option<&'a str> {
        let start = *self.0.get((number as usize).checked_sub(1)?)?;
        stretch(text, start..).lines().next()
    }

    /// Line and column of a byte, both counted from 1, the column in characters.
    pub fn position(&self, text: &str, byte: usize) -> (u32, u32) {
        let byte = text.floor_char_boundary(byte.min(text.len()));
        let line = self.0.partition_point(|start| *start <= byte);
        let start = self.0.get(..line).and_then(<[usize]>::last).copied().unwrap_or_default();
        let column = stretch(text, start..byte).chars().count().saturating_add(1);
        (line as u32, column as u32)
    }
}
