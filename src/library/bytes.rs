//! Whether the bytes of a file are plain text in UTF-8, and what they are where they aren't.

use crate::script::finding::Finding;

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

/// The text that the bytes are.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, Odd> {
    if let Some(kind) = document(&bytes) {
        return Err(Odd::of_file(format!("this is {kind} and no plain text, whatever its name says"), SAVE_AS_TEXT));
    }
    if is_utf_16(&bytes) {
        return Err(Odd::of_file("this was saved as UTF-16, which some programs call “Unicode”", SAVE_AS_UTF_8));
    }
    String::from_utf8(bytes).map_err(|error| {
        let (bytes, sound) = (error.as_bytes(), error.utf8_error().valid_up_to());
        let before = String::from_utf8_lossy(&bytes[..sound]);
        let line = before.matches('\n').count() as u32 + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u32 + 1;
        let message = match of_windows(bytes[sound]) {
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
    let nothing = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || (nothing(0) + nothing(1)) * 4 > bytes.len()
}

/// The letter that Windows-1252 writes as that byte.
fn of_windows(byte: u8) -> Option<char> {
    const FROM_80: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•', '–', '—', '˜',
        '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let letter = match byte {
        0x80..=0x9F => FROM_80[usize::from(byte - 0x80)],
        byte => char::from(byte),
    };
    (letter != '\0' && byte >= 0x80).then_some(letter)
}
