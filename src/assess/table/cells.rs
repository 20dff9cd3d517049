//! The bytes of a table as rows of cells, each row with the line in which it begins.

use std::borrow::Cow;
use std::io::Read;

use crate::script::bounds::MOST_COLUMNS;

use super::words::column;
use super::{MOST_ROWS, Unreadable};

/// Put behind the table: what does not come out again as a row of its own was swallowed by an open quotation mark.
const END: &[u8] = b"\n\0";

/// A row that is not empty.
#[derive(Debug)]
pub(super) struct Row {
    /// Counted from 1, as an editor counts them.
    pub line: u32,
    /// None where the bytes are no UTF-8.
    pub cells: Vec<Option<String>>,
    /// A quotation mark was opened in it and never closed.
    pub open: bool,
}

impl Row {
    /// What stands in a cell, without space around it; nothing where the row is shorter.
    pub fn cell(&self, place: usize) -> &str {
        self.cells.get(place).and_then(Option::as_deref).unwrap_or_default().trim()
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.as_ref().is_some_and(|cell| cell.trim().is_empty()))
    }
}

/// The header and the rows below it, separated by whichever of comma, semicolon and tab names the most columns.
pub(super) fn rows(bytes: &[u8]) -> Result<(Row, Vec<Row>), Unreadable> {
    let bytes = decoded(bytes)?;
    let mut best = (0, b',');
    for separator in [b',', b';', b'\t'] {
        let named = match below(&bytes, separator, 1).first() {
            Some(header) => (0..header.cells.len()).filter(|place| column(header.cell(*place)).is_some()).count(),
            None => return Err(Unreadable::Empty),
        };
        if named > best.0 {
            best = (named, separator);
        }
    }
    let mut rows = below(&bytes, best.1, MOST_ROWS + 2);
    if rows.len() > MOST_ROWS + 1 {
        return Err(Unreadable::TooManyRows);
    }
    let header = rows.remove(0);
    if header.cells.len() > MOST_COLUMNS { Err(Unreadable::TooManyColumns) } else { Ok((header, rows)) }
}

/// As UTF-8, or what is nearly that: a mark at the beginning tells of the two kinds of UTF-16 that spreadsheets write.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unreadable> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks().0.iter().copied().map(unit);
        let text: String = char::decode_utf16(units).map(|found| found.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        Ok(Cow::Owned(text.into_bytes()))
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => Ok(Cow::Borrowed(rest)),
        [b'P', b'K', 3, 4, ..] => Err(Unreadable::Workbook),
        _ if !bytes.is_empty() && bytes.iter().filter(|byte| **byte == 0).count() >= bytes.len().div_ceil(4) => Err(Unreadable::NoText),
        _ => Ok(Cow::Borrowed(bytes)),
    }
}

/// So many rows from the top that are not empty.
fn below(bytes: &[u8], separator: u8, most: usize) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(bytes.chain(END));
    let mut record = csv::ByteRecord::new();
    let (mut rows, mut at, mut line) = (Vec::new(), 0, 1);
    while rows.len() < most && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        let from = record.position().map_or(at, |position| position.byte() as usize).min(bytes.len());
        // The reader passes over empty lines without counting them as rows.
        let empty = bytes.iter().skip(from).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = from.saturating_add(empty);
        line = (at..start).filter(|place| ends_a_line(bytes, *place)).count().saturating_add(line);
        at = start;
        if start == bytes.len() {
            break;
        }
        let open = reader.position().byte() as usize > bytes.len().saturating_add(1);
        // Of what stands too far to the right one cell says that it is there.
        let beyond = record.iter().skip(MOST_COLUMNS).find(|cell| !cell.trim_ascii().is_empty());
        let cells = record.iter().take(MOST_COLUMNS).chain(beyond).map(|cell| String::from_utf8(cell.to_vec()).ok()).collect();
        let row = Row { line: line as u32, cells, open };
        if !row.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// True for a line feed, and for a carriage return that stands alone.
fn ends_a_line(bytes: &[u8], place: usize) -> bool {
    match bytes.get(place..) {
        Some([b'\r', next, ..]) => *next != b'\n',
        Some([last, ..]) => matches!(last, b'\r' | b'\n'),
        _ => false,
    }
}
