//! Quotation marks, apostrophes and dashes of a case: of each one kind throughout.

use crate::script::finding::{Finding, Severity};
use crate::script::outline::Lines;
use crate::script::stretch::{closing_mark, signs, stretch};

use super::Text;

/// A kind of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Straight,
    Curly,
    Low,
    Angled,
    StraightApostrophe,
    CurlyApostrophe,
    LongDash,
    ShortDash,
    Hyphen,
    TwoHyphens,
}

use Kind::*;

const GROUPS: [(&str, &[Kind]); 3] = [
    ("quotation marks", &[Straight, Curly, Low, Angled]),
    ("apostrophes", &[StraightApostrophe, CurlyApostrophe]),
    ("dashes", &[LongDash, ShortDash, Hyphen, TwoHyphens]),
];

impl Kind {
    fn sign(self) -> &'static str {
        match self {
            Straight => "\\\"…\\\"",
            Curly => "“…”",
            Low => "„…“",
            Angled => "«…»",
            StraightApostrophe => "'",
            CurlyApostrophe => "’",
            LongDash => "—",
            ShortDash => "–",
            Hyphen => "-",
            TwoHyphens => "--",
        }
    }
}

/// For each file in which a kind of mark stands that is the rarer one in the whole case, where it first does.
pub fn mixed(files: &[Text]) -> Vec<Finding> {
    let found: Vec<Vec<(Kind, usize)>> = files.iter().map(|file| marks(file.text)).collect();
    let count = |kind: Kind| found.iter().flatten().filter(|mark| mark.0 == kind).count();
    let mut findings = Vec::new();
    for (what, kinds) in GROUPS {
        let Some((usual, most)) = kinds.iter().map(|kind| (*kind, count(*kind))).rev().max_by_key(|(_, count)| *count) else { continue };
        for (file, marks) in files.iter().zip(&found) {
            let rarer: Vec<_> = marks.iter().filter(|(kind, _)| kinds.contains(kind) && *kind != usual).collect();
            let Some((kind, at)) = rarer.first() else { continue };
            let (line, column) = Lines::of(file.text).position(file.text, *at);
            let number =
                if rarer.len() > 1 { format!("{} such places in this file", rarer.len()) } else { "here alone in this file".into() };
            findings.push(Finding {
                code: "mixed-marks",
                severity: Severity::Warning,
                file: file.file.into(),
                line: Some(line),
                column: Some(column),
                message: format!("the {what} of this case are mixed: {} {most} times, and here {} ({number})", usual.sign(), kind.sign()),
                help: format!("Write one kind throughout: {}.", usual.sign()),
            });
        }
    }
    findings
}

/// The marks within the texts of a file that can be read, each pair once, where they stand.
fn marks(text: &str) -> Vec<(Kind, usize)> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some((sign, c)) = signs(text, at..text.len()).find(|(_, c)| matches!(c, '"' | '/')) {
        let rest = stretch(text, sign.start..);
        at = if rest.starts_with("//") {
            rest.find('\n').map_or(text.len(), |length| sign.start.saturating_add(length))
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(text.len(), |length| sign.start.saturating_add(length).saturating_add(2))
        } else if c == '"' {
            let end = closing_mark(text, sign.end).unwrap_or(text.len()..text.len());
            in_text(stretch(text, sign.end..end.start), sign.end, &mut marks);
            end.end
        } else {
            sign.end
        };
    }
    marks
}

/// The marks within one text, which begins at that byte of its file.
fn in_text(text: &str, start: usize, marks: &mut Vec<(Kind, usize)>) {
    // The pair that is open.
    let mut open = None;
    for (sign, c) in signs(text, 0..text.len()).filter(|(_, c)| !c.is_alphanumeric() && *c != ' ') {
        let before = stretch(text, ..sign.start).chars().next_back();
        let after = stretch(text, sign.end..).chars().next();
        let letters = [before, after].map(|c| c.is_some_and(char::is_alphabetic));
        let blanks = [before, after].map(|c| c.is_none_or(char::is_whitespace));
        let closes = match open {
            Some(Straight) => c == '"',
            Some(Curly) => c == '”',
            Some(Low) => matches!(c, '“' | '”'),
            Some(Angled) => matches!(c, '«' | '»'),
            _ => false,
        };
        let opens = match c {
            _ if closes => None,
            '"' => Some(Straight),
            '“' => Some(Curly),
            '„' => Some(Low),
            '«' | '»' => Some(Angled),
            _ => None,
        };
        let other = match c {
            '\'' if letters == [true, true] => Some(StraightApostrophe),
            '’' if letters == [true, true] => Some(CurlyApostrophe),
            '—' => Some(LongDash),
            '–' if blanks.contains(&true) => Some(ShortDash),
            '-' if before == Some(' ') && after == Some(' ') => Some(Hyphen),
            '-' if after == Some('-') && before != Some('-') => Some(TwoHyphens),
            _ => None,
        };
        if closes {
            open = None;
        }
        open = opens.or(open);
        marks.extend(opens.or(other).map(|kind| (kind, start.saturating_add(sign.start))));
    }
}
