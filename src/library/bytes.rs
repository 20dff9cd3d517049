//! A file as bytes, of bounded size; whether they are plain text in UTF-8, and what they are where they aren't.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use crate::script::bounds::{LONGEST_LINE, number, size};
use crate::script::finding::Finding;

use super::UNREADABLE;

/// How to come to plain text from the programs that most write with.
const SAVE_AS_TEXT: &str =
    "Copy the text into a plain text editor, such as Notepad or TextEdit in its plain text mode, and save it as UTF-8.";
const SAVE_AS_UTF_8: &str =
    "Save it again as UTF-8: in Word as “Plain Text” with the encoding “Unicode (UTF-8)”, in Notepad under “Save as”.";

/// Bytes that aren't the text of a case.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Odd {
    pub code: &'static str,
    /// Line and column where it can be told, both counted from 1, the column in characters.
    pub place: Option<(u32, u32)>,
    pub message: String,
    pub help: &'static str,
}

impl Odd {
    pub fn told(self, file: &str) -> Finding {
        let finding = Finding::of_file(self.code, file, self.message, self.help.into());
        Finding { line: self.place.map(|place| place.0), column: self.place.map(|place| place.1), ..finding }
    }

    fn of_file(message: impl Into<String>, help: &'static str) -> Odd {
        Odd { code: "no-plain-text", place: None, message: message.into(), help }
    }
}

/// Reads a regular file of at most so many bytes; else what is wrong with it, and what to do.
pub(super) fn bounded(path: &Path, most: u64, where_too_large: &'static str) -> Result<Vec<u8>, (String, &'static str)> {
    let failed = |error: io::Error| {
        let leads_nowhere = error.kind() == io::ErrorKind::NotFound && path.is_symlink();
        match error.kind() {
            _ if leads_nowhere => ("this is a link that leads nowhere".into(), "Take it away, or put the file itself here."),
            io::ErrorKind::NotFound => (format!("it can't be read: {error}"), "Look at its name."),
            _ => (format!("it can't be read: {error}"), "Look at its permissions."),
        }
    };
    let is_file = |about: Metadata| match kind(&about) {
        None => Ok(()),
        Some(kind) => Err((format!("this is {kind} and not a file"), "Put a plain text file here.")),
    };
    // What would be waited for is never opened.
    is_file(fs::metadata(path).map_err(failed)?)?;
    let file = open(path).map_err(failed)?;
    // And what may have been put in its place since isn't waited for.
    is_file(file.metadata().map_err(failed)?)?;
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > most {
        return Err((format!("it is larger than {}", size(most)), where_too_large));
    }
    Ok(bytes)
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    std::os::unix::fs::OpenOptionsExt::custom_flags(OpenOptions::new().read(true), libc::O_NONBLOCK).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// What it is, where it is no regular file.
fn kind(about: &Metadata) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        let kind = about.file_type();
        if kind.is_fifo() {
            return Some("a pipe");
        } else if kind.is_socket() {
            return Some("a socket");
        } else if kind.is_char_device() || kind.is_block_device() {
            return Some("a device");
        }
    }
    match about.is_dir() {
        true => Some("a folder"),
        false if !about.is_file() => Some("something else"),
        false => None,
    }
}

/// The text that the bytes are, where it has lines of bounded length.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, Odd> {
    if let Some(kind) = document(&bytes) {
        return Err(Odd::of_file(format!("this is {kind} and no plain text, whatever its name says"), SAVE_AS_TEXT));
    }
    if is_utf_16(&bytes) {
        return Err(Odd::of_file("this was saved as UTF-16, which some programs call “Unicode”", SAVE_AS_UTF_8));
    }
    let text = utf_8(bytes)?;
    if text.contains('\r') && !text.contains('\n') {
        let message = "the lines of this file end as on Macs of long ago, so that all of it reads as one line";
        return Err(Odd::of_file(message, "Save it again with the line ends of Unix (LF) or of Windows (CR LF)."));
    }
    let is_long = |(_, line): &(u32, &str)| line.len() > LONGEST_LINE && line.chars().nth(LONGEST_LINE).is_some();
    match (1..).zip(text.split('\n')).find(is_long) {
        None => Ok(text),
        Some((line, _)) => {
            let message = format!("this line is longer than {} characters", number(LONGEST_LINE));
            Err(Odd { code: UNREADABLE, place: Some((line, 1)), message, help: "Part it into several: a text may go on in the next line." })
        }
    }
}

fn utf_8(bytes: Vec<u8>) -> Result<String, Odd> {
    String::from_utf8(bytes).map_err(|error| {
        let first = error.as_bytes().utf8_chunks().next();
        let (before, odd) = first.map(|chunk| (chunk.valid(), chunk.invalid())).unwrap_or_default();
        let line = before.split('\n').count() as u32;
        let column = (before.rsplit('\n').next().unwrap_or_default().chars().count() as u32).saturating_add(1);
        let message = match odd.first().and_then(|byte| of_windows(*byte)) {
            Some(letter) => format!("this isn't saved as UTF-8: here stands what Windows-1252 writes for {letter}"),
            None => "this isn't saved as UTF-8: here stands a byte that can't be read".into(),
        };
        Odd { place: Some((line, column)), message, ..Odd::of_file("", SAVE_AS_UTF_8) }
    })
}

/// What else than plain text the file is, by how it begins.
fn document(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 5] = [
        (b"{\\rtf", "a document of the kind RTF"),
        (b"PK\x03\x04", "a document of Word, Pages or LibreOffice"),
        (b"\xD0\xCF\x11\xE0", "an old document of Word"),
        (b"%PDF", "a PDF"),
        (b"<?xml", "a page or a document in XML"),
    ];
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let page = |tag: &[u8]| start.get(..tag.len()).is_some_and(|there| there.eq_ignore_ascii_case(tag));
    let kind = KINDS.iter().find(|(mark, _)| start.starts_with(mark)).map(|(_, kind)| *kind);
    kind.or_else(|| (page(b"<!doctype html") || page(b"<html")).then_some("a web page"))
}

/// By its mark, or by a byte of nothing beside almost every letter.
fn is_utf_16(bytes: &[u8]) -> bool {
    let nothing = bytes.iter().filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || nothing > bytes.len() / 4
}

/// The letter that Windows-1252 writes as that byte.
fn of_windows(byte: u8) -> Option<char> {
    const FROM_80: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•', '–', '—', '˜',
        '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let place = byte.checked_sub(0x80)?;
    let letter = FROM_80.get(usize::from(place)).copied().unwrap_or(char::from(byte));
    (letter != '\0').then_some(letter)
}
