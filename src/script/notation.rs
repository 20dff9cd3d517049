//! The notation itself, read tolerantly: what slipped in it, told where it happened, and what was probably meant.
//!
//! Whoever writes a case has learnt to write in a word processor, which turns quotation marks and dashes into nicer ones, and
//! has never counted brackets. So each slip is told by itself, and reading goes on behind it as if it had been mended.

use std::collections::BTreeMap;
use std::ops::Range;
use std::slice::SliceIndex;

use super::bounds::{DEEPEST, FARTHEST_END, MOST_SLIPS, number};
use super::outline::Node;
use super::stretch::{behind, closing_mark, head, signs, stretch};

/// Kinds of slips, by their codes.
const QUOTATION_MARKS: &str = "quotation-marks";
const BRACKETS: &str = "brackets";
const COMMAS: &str = "commas";
const ODD_CHARACTER: &str = "odd-character";
const SYNTAX: &str = "syntax";
const TOO_MANY: &str = "too-many";

/// Fields that hold a list of things in round brackets.
const LISTS: [&str; 15] = [
    "beats",
    "replies",
    "lines",
    "people",
    "facts",
    "formulation",
    "rivals",
    "sessions",
    "content_notes",
    "first",
    "branch",
    "chance",
    "week",
    "supposed",
    "rules",
];

/// Most findings of the same kind in one file that are told one by one.
const MOST_ALIKE: usize = 60;

/// Blanks at the head of a line that are counted.
const WIDEST_INDENT: usize = 400;

/// A slip in the notation itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    pub code: &'static str,
    pub at: usize,
    pub message: String,
    pub help: String,
    /// What makes it good; nothing where that can't be told.
    pub mend: Option<Vec<Mend>>,
}

/// A part of the text, in bytes, and what to put in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    pub range: Range<usize>,
    pub put: String,
    /// Where that begins which it belongs to: what is put behind a part may be its own closing bracket, or the comma after it.
    pub since: usize,
}

impl Mend {
    pub fn new(range: Range<usize>, put: &str) -> Mend {
        Mend { since: range.start, range, put: put.into() }
    }
}

/// Reads the whole text; what can't be read is told as slips, in the order in which they were come to, and reading goes on behind.
pub fn outline(text: &str) -> (Node, Vec<Slip>) {
    let plain = read(text, false);
    if plain.1.iter().all(|slip| slip.code != BRACKETS) {
        return (plain.0, summed_up(plain.1));
    }
    // Where brackets don't fit together, the indent tells which of them was meant.
    let by_indent = read(text, true);
    let (root, slips) = if by_indent.1.len() <= plain.1.len() { by_indent } else { plain };
    (root, summed_up(slips))
}

fn read(text: &str, by_indent: bool) -> (Node, Vec<Slip>) {
    let mut reader = Reader { text, at: 0, slips: Vec::new(), gave_up: false, open: Vec::new(), by_indent, has_comma: false, at_end: None };
    reader.skip_blank();
    let root = reader.value();
    reader.skip_blank();
    if !reader.gave_up && reader.at_end.is_none() && reader.at < text.len() {
        let at = reader.at;
        let closings = reader.rest().chars().all(|c| matches!(c, ')' | ']' | '}' | ',') || is_blank(c));
        if closings {
            let mend = vec![Mend::new(at..text.len(), "")];
            reader.slip(BRACKETS, at, "this closes nothing: all brackets are closed already", "Take it away.", Some(mend));
        } else {
            let help = "A bracket was probably closed too early, or once too often: look further up.";
            reader.slip(BRACKETS, at, "there is more text after the last bracket", help, None);
        }
    }
    (root, reader.slips)
}

/// Where the same slip was made everywhere, as when a whole file came through a word processor, it's told once with its number.
fn summed_up(slips: Vec<Slip>) -> Vec<Slip> {
    let mut alike: BTreeMap<String, Vec<(usize, Slip)>> = BTreeMap::new();
    for (place, slip) in slips.into_iter().enumerate() {
        alike.entry(slip.message.clone()).or_default().push((place, slip));
    }
    let told = |slips: Vec<(usize, Slip)>| if slips.len() > MOST_ALIKE { as_one(&slips).into_iter().collect() } else { slips };
    let mut kept: Vec<(usize, Slip)> = alike.into_values().flat_map(told).collect();
    kept.sort_by_key(|(place, _)| *place);
    kept.into_iter().map(|(_, slip)| slip).collect()
}

/// The first of them, with what makes all of them good.
fn as_one(slips: &[(usize, Slip)]) -> Option<(usize, Slip)> {
    let ((place, first), others) = slips.split_first()?;
    let message = format!("{}, and in {} more places", first.message, others.len());
    let mends: Option<Vec<Vec<Mend>>> = slips.iter().map(|(_, slip)| slip.mend.clone()).collect();
    Some((*place, Slip { message, mend: mends.map(|mends| mends.concat()), ..first.clone() }))
}

/// A bracket that is open.
struct Open {
    at: usize,
    closing: char,
    /// Blanks before the first letter of its line.
    indent: usize,
}

/// What a closing bracket closes.
enum Closes {
    This,
    /// One further out; this one was left open.
    Outer,
    /// This one, though it's of another kind.
    Other,
    Nothing,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    slips: Vec<Slip>,
    /// Nothing behind an unclosed comment or too many brackets can be trusted.
    gave_up: bool,
    open: Vec<Open>,
    by_indent: bool,
    /// The mended bracket just read brings its comma along.
    has_comma: bool,
    /// The slip that tells of the end of the file, whatever is still open there.
    at_end: Option<usize>,
}

/// What parts words in the notation.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
}

/// Looks like a blank and isn't one.
fn is_odd_blank(c: char) -> bool {
    c.is_whitespace() && !is_blank(c)
}

/// Can't be seen at all.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{180E}')
}

/// What a word processor calls a character that looks like a blank or like nothing.
fn name_of(odd: char) -> &'static str {
    match odd {
        '\u{A0}' => "a no-break space",
        '\u{202F}' => "a narrow no-break space",
        '\u{3000}' => "a wide blank",
        '\u{AD}' => "a soft hyphen, which can't be seen,",
        '\u{200B}'..='\u{200D}' | '\u{2060}' => "a character of no width, which can't be seen,",
        '\u{FEFF}' => "a byte-order mark, which can't be seen,",
        _ => "a special blank",
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.')
}

/// Any quotation mark or apostrophe but the straight double one.
fn is_other_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '\'' | '«' | '»' | '‹' | '›' | '″' | '＂' | '`' | '´' | '「' | '」')
}

fn is_dash(c: char) -> bool {
    matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' | '－')
}

/// What a wide sign of an East Asian keyboard stands for.
fn narrow(c: char) -> Option<char> {
    match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32),
        '、' => Some(','),
        _ => None,
    }
}

/// The sign that was meant: a wide one as its narrow one.
fn meant(c: char) -> char {
    narrow(c).unwrap_or(c)
}

/// True where a line begins as a new entry does: with a bracket, or with a name and its colon.
fn begins_entry(line: &str) -> bool {
    let line = line.trim_start();
    let (name, behind) = head(line, |c| c.is_ascii_lowercase() || c == '_');
    let value = behind.trim_start_matches(' ').strip_prefix([':', '=']).filter(|_| name.len() > 1).map(str::trim_start);
    line.starts_with(['(', ')', ']']) || value.is_some_and(|value| !is_prose(value))
}

/// True for what begins with several words in lower case, as a text does that goes on behind a colon.
fn is_prose(value: &str) -> bool {
    let behind = value.trim_start_matches(|c: char| c.is_alphabetic() || is_other_mark(c));
    value.starts_with(char::is_lowercase) && behind.trim_start_matches([' ', '\t']).starts_with(is_of_word)
}

impl<'a> Reader<'a> {
    fn stretch(&self, span: impl SliceIndex<str, Output = str>) -> &'a str {
        stretch(self.text, span)
    }

    fn rest(&self) -> &'a str {
        self.stretch(self.at..)
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Where what stands behind the next sign begins.
    fn behind_next(&self) -> usize {
        self.peek().map_or(self.at, |c| behind(self.at, c))
    }

    fn bump(&mut self) {
        self.at = self.behind_next();
    }

    /// Goes on behind so many bytes.
    fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn slip(&mut self, code: &'static str, at: usize, message: impl Into<String>, help: impl Into<String>, mend: Option<Vec<Mend>>) {
        if self.slips.len() < MOST_SLIPS {
            self.slips.push(Slip { code, at, message: message.into(), help: help.into(), mend });
        } else if !self.gave_up {
            let message = format!("the notation slips in more than {} places; what comes from here on isn't looked at", number(MOST_SLIPS));
            self.slips.push(Slip { code: TOO_MANY, at, message, help: "Mend first what is told above.".into(), mend: None });
            self.gave_up = true;
        }
    }

    fn give_up(&mut self, at: usize, message: String, help: &str) {
        if !self.gave_up {
            self.slip(SYNTAX, at, message, help, None);
        }
        self.gave_up = true;
        self.at = self.text.len();
    }

    /// Something else instead of the next sign.
    fn instead(&self, put: &str) -> Option<Vec<Mend>> {
        Some(vec![Mend::new(self.at..self.behind_next(), put)])
    }

    /// Something put in between, which belongs to what begins at `since`.
    fn insert(since: usize, at: usize, put: &str) -> Option<Vec<Mend>> {
        Some(vec![Mend { since, ..Mend::new(at..at, put) }])
    }

    /// A wide sign where a narrow one belongs.
    fn told_if_wide(&mut self) {
        if let Some((wide, narrow)) = self.peek().and_then(|c| Some((c, narrow(c)?))) {
            let message = format!("this is the wide sign {wide}");
            let mend = self.instead(&narrow.to_string());
            self.slip(ODD_CHARACTER, self.at, message, format!("Type the narrow one: {narrow}"), mend);
        }
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let (blank, _) = head(rest, is_blank);
            if !blank.is_empty() {
                self.skip(blank.len());
            } else if rest.starts_with("//") {
                self.at = self.line_end(self.at);
            } else if rest.starts_with("/*") {
                self.skip_block_comment();
            } else if rest.starts_with('#') && !rest.starts_with("#!") && self.is_first_on_line(self.at) {
                let mend = self.instead("//");
                self.slip(SYNTAX, self.at, "“#” doesn't begin a comment", "A comment begins with two strokes: //", mend);
                self.at = self.line_end(self.at);
            } else if let Some(odd) = rest.chars().next().filter(|c| is_odd_blank(*c) || is_invisible(*c)) {
                let start = self.at;
                let (blank, _) = head(rest, |c| is_odd_blank(c) || is_invisible(c));
                self.skip(blank.len());
                let put = " ".repeat(blank.chars().count());
                let mend = vec![Mend::new(start..self.at, &put)];
                let message = format!("{} stands here where a plain blank belongs", name_of(odd));
                self.slip(ODD_CHARACTER, start, message, "Delete it, and press the space bar.", Some(mend));
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
                return self.give_up(start, "this comment is never closed".into(), "Close it with */.");
            } else if rest.starts_with("/*") {
                depth = depth.saturating_add(1);
                self.skip(2);
            } else if rest.starts_with("*/") {
                depth = depth.saturating_sub(1);
                self.skip(2);
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
        let mut mends = Vec::new();
        let mut odd = None;
        while let Some(c) = self.peek() {
            let next = behind(self.at, c);
            let within = self.at > start && self.stretch(next..).starts_with(is_of_word);
            if is_invisible(c) && within {
                mends.push(Mend::new(self.at..next, ""));
                odd.get_or_insert((self.at, format!("{} stands in this word", name_of(c))));
            } else if let Some(narrow) = narrow(c).filter(|narrow| is_of_word(*narrow)) {
                mends.push(Mend::new(self.at..next, &narrow.to_string()));
                odd.get_or_insert((self.at, format!("this is the wide sign {c}")));
            } else if !is_of_word(c) {
                break;
            }
            self.at = next;
        }
        if let Some((at, message)) = odd {
            self.slip(ODD_CHARACTER, at, message, "Delete the word and type it anew.", Some(mends));
        }
        start..self.at
    }

    fn value(&mut self) -> Node {
        let start = self.at;
        let mut children = Vec::new();
        match self.peek() {
            Some('"') => self.quoted(),
            Some(c) if is_other_mark(c) => self.oddly_quoted(c),
            Some(c) if matches!(meant(c), '(' | '[' | '{') => children = self.group(),
            Some(c) if is_dash(c) && self.stretch(behind(start, c)..).starts_with(|c: char| c.is_ascii_digit()) => {
                let mend = self.instead("-");
                let help = "Type the hyphen of the keyboard: -";
                self.slip(ODD_CHARACTER, start, format!("this dash {c} is no minus"), help, mend);
                self.bump();
                self.word();
            }
            Some(c) if is_of_word(c) || narrow(c).is_some_and(is_of_word) => {
                self.word();
                let after_word = self.at;
                if let Some(mark) = self.peek().filter(|c| matches!(c, '’' | '‘' | '\'' | '`' | '´')) {
                    let help = "A word of the notation has no apostrophe. If this is to be a text, put it in quotation marks \".";
                    self.slip(ODD_CHARACTER, after_word, format!("an apostrophe {mark} stands in a word"), help, None);
                    self.skip_to_separator();
                    return Node { span: start..self.at, name: None, children };
                }
                let told = self.slips.len();
                self.skip_blank();
                match self.peek().map(meant) {
                    Some('(') => children = self.group(),
                    _ => {
                        self.at = after_word;
                        self.slips.truncate(told);
                    }
                }
            }
            Some('…') => {
                let help = "In the guide it stands for what is left out. Write here what belongs here, or take it away.";
                self.slip(ODD_CHARACTER, start, "three dots … say nothing here", help, self.instead(""));
                self.bump();
            }
            Some(')' | ']' | '}' | ',' | ';') => {
                self.slip(
                    SYNTAX,
                    start,
                    "nothing stands here",
                    "Write what belongs behind the colon, or take the name away as well.",
                    None,
                );
            }
            Some(c) => {
                let help = "Here should stand a text in quotation marks, a number, a word, or something in brackets.";
                self.slip(ODD_CHARACTER, start, format!("“{c}” doesn't belong here"), help, None);
                self.skip_to_separator();
            }
            None => {
                let message = "the file ends where something should still stand".into();
                self.give_up(start, message, "Was the rest of the file lost?");
            }
        }
        Node { span: start..self.at, name: None, children }
    }

    /// What stands between two places, as far as the end of a text is looked for.
    fn near(&self, from: usize, to: usize) -> Range<usize> {
        from..self.text.floor_char_boundary(to.min(from.saturating_add(FARTHEST_END)))
    }

    /// True where a text may end: with its line or entry, or before a comma behind which another entry begins.
    fn may_end_text(&self, behind: usize) -> bool {
        let blank = |c: char| matches!(c, ' ' | '\t' | '\r') || is_odd_blank(c);
        let rest = self.stretch(self.near(behind, self.text.len())).trim_start_matches(blank);
        let inside = rest.trim_start_matches(|c| blank(c) || matches!(meant(c), ')' | ']' | '}'));
        let next = inside.trim_start_matches(|c| matches!(meant(c), ',' | ';')).trim_start_matches(blank);
        let begins = |rest: &str| rest.is_empty() || begins_entry(rest) || rest.starts_with(['"', '[', '}', '“', '/']);
        match inside.chars().next().map(meant) {
            None => true,
            Some('\n' | '/') => begins(inside.trim_start()),
            Some(',' | ';') => begins(next.trim_start()),
            Some(_) => false,
        }
    }

    fn quoted(&mut self) {
        let start = self.at;
        let first = behind(start, '"');
        let Some(end) = closing_mark(self.text, first) else { return self.unclosed(start, self.text.len()) };
        let (between, follows) = head(self.stretch(end.end..), |c| is_blank(c) || is_odd_blank(c) || is_invisible(c));
        self.at = end.end;
        let fine = follows.is_empty() || follows.starts_with("//") || follows.starts_with("/*");
        if fine || follows.starts_with(|c: char| matches!(meant(c), ',' | ')' | ']' | '}' | ';' | ':')) {
            return;
        }
        if self.end_before(first, end.start).is_some() {
            return self.unclosed(start, end.start);
        }
        let apart = !between.is_empty() && follows.starts_with('"');
        if between.contains('\n') || apart || begins_entry(follows) || follows.starts_with(['[', '.']) {
            return;
        }
        // A mark within the text: it goes on to the one behind which something can go on.
        let line = self.end_of_line(first, end.end).max(end.end);
        let real = self.end_behind(end.end).unwrap_or(line..line);
        let mut mends = self.escaped(first..real.start);
        mends.push(Mend::new(real.clone(), "\""));
        let help = "Inside a text write “curly” quotation marks, or \\\" for a straight one.";
        self.slip(QUOTATION_MARKS, end.start, "a quotation mark inside the text ended it early", help, Some(mends));
        self.at = real.end;
    }

    /// Straight marks within a text, written as they have to be there.
    fn escaped(&self, within: Range<usize>) -> Vec<Mend> {
        let marks = signs(self.text, within).filter(|(_, c)| *c == '"').map(|(mark, _)| mark.start);
        let plain = marks.filter(|at| !self.stretch(..*at).ends_with('\\'));
        plain.map(|at| Mend::new(at..at, "\\")).collect()
    }

    /// The next quotation mark of whatever kind behind which something can go on, before a line that begins a new entry.
    fn end_behind(&self, from: usize) -> Option<Range<usize>> {
        for (sign, c) in signs(self.text, self.near(from, self.text.len())) {
            if (c == '"' || is_other_mark(c)) && self.may_end_text(sign.end) {
                return Some(sign);
            }
            if c == '\n' && begins_entry(self.stretch(sign.end..)) {
                return None;
            }
        }
        None
    }

    /// Where a text that wasn't closed was probably meant to end: at a mark of another kind, or with its line.
    fn end_before(&self, from: usize, to: usize) -> Option<Range<usize>> {
        for (sign, c) in signs(self.text, self.near(from, to)) {
            let is_mark = is_other_mark(c) && c != '\'';
            if is_mark && self.may_end_text(sign.end) && !self.stretch(sign.end..to).trim_start().is_empty() {
                return Some(sign);
            }
            if c == '\n' && begins_entry(self.stretch(sign.end..)) {
                let end = self.end_of_line(from, sign.start);
                return Some(end..end);
            }
        }
        None
    }

    /// Where a text that begins at `from` ends with the line that `at` lies in: before its comma, and before brackets that it didn't open.
    fn end_of_line(&self, from: usize, at: usize) -> usize {
        let mut text = self.stretch(from..self.line_end(at)).trim_end();
        let more = |closing: char, opening: char| text.matches(closing).count().saturating_sub(text.matches(opening).count());
        let (mut round, mut square) = (more(')', '('), more(']', '['));
        loop {
            let mut before = text.chars();
            match before.next_back() {
                Some(',' | ';') => {}
                Some(')') if round > 0 => round = round.saturating_sub(1),
                Some(']') if square > 0 => square = square.saturating_sub(1),
                _ => return from.saturating_add(text.len()),
            }
            text = before.as_str().trim_end();
        }
    }

    /// The first quotation mark of that line behind which a name and its colon follow at once, without a comma.
    fn mark_before_name(&self, from: usize) -> Option<Range<usize>> {
        let line = from..self.line_end(from);
        let mut marks = signs(self.text, line.clone()).filter(|(_, c)| *c == '"' || is_other_mark(*c)).map(|(mark, _)| mark);
        let names = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_lowercase()) && begins_entry(rest);
        marks.find(|mark| names(self.stretch(mark.end..line.end)))
    }

    /// A text that begins with a straight mark and doesn't end with one.
    fn unclosed(&mut self, start: usize, to: usize) {
        let end = self.end_before(behind(start, '"'), to).unwrap_or_else(|| {
            let end = self.text.trim_end().len();
            end..end
        });
        let mark = self.stretch(end.clone());
        let mends = vec![Mend::new(end.clone(), "\"")];
        if mark.is_empty() {
            let help = "Put a straight quotation mark \" at its end.";
            self.slip(QUOTATION_MARKS, start, "this text is never closed", help, Some(mends));
        } else {
            let message = format!("this text begins with a straight quotation mark and ends with {mark}");
            self.slip(QUOTATION_MARKS, end.start, message, "End it with a straight one: \"", Some(mends));
        }
        self.at = end.end;
    }

    /// A text that begins with another mark than the straight one.
    fn oddly_quoted(&mut self, mark: char) {
        let start = self.at;
        let first = behind(start, mark);
        let line = self.end_of_line(first, first);
        let ends = [self.end_behind(first), self.mark_before_name(first)].into_iter().flatten();
        let end = ends.min_by_key(|end| end.start).unwrap_or(line..line);
        let mut mends = vec![Mend::new(start..first, "\"")];
        mends.extend(self.escaped(first..end.start));
        mends.push(Mend::new(end.clone(), "\""));
        let help = "Begin and end a text with the straight quotation mark \". Inside it curly ones are fine; a word processor may have \
                    changed them for you.";
        self.slip(QUOTATION_MARKS, start, format!("a text can't begin with {mark}"), help, Some(mends));
        self.at = end.end;
    }

    /// Behind something unreadable, goes on at the next comma or closing bracket of the line.
    fn skip_to_separator(&mut self) {
        let rest = self.rest();
        self.skip(rest.find([',', ')', ']', '}', '\n']).unwrap_or(rest.len()));
    }

    fn line_start(&self, at: usize) -> usize {
        self.stretch(..at).rfind('\n').map_or(0, |newline| behind(newline, '\n'))
    }

    fn line_end(&self, at: usize) -> usize {
        self.stretch(at..).find('\n').map_or(self.text.len(), |line| at.saturating_add(line))
    }

    fn indent(&self, at: usize) -> usize {
        let line = self.stretch(self.line_start(at)..);
        line.chars().take(WIDEST_INDENT).take_while(|c| matches!(c, ' ' | '\t' | '\u{A0}')).count()
    }

    fn is_first_on_line(&self, at: usize) -> bool {
        self.stretch(self.line_start(at)..at).trim_end_matches(|c| is_blank(c) || is_odd_blank(c)).is_empty()
    }

    /// What the closing bracket that stands here closes.
    fn closes(&self, closing: char) -> Closes {
        let Some((this, outer)) = self.open.split_last() else { return Closes::Nothing };
        let mut wanting = outer.iter().rev().filter(|open| open.closing == closing);
        let first = self.is_first_on_line(self.at);
        let indent = self.indent(self.at);
        if this.closing == closing {
            if !self.by_indent || !first || this.indent == indent {
                return Closes::This;
            }
            return match wanting.any(|open| open.indent == indent) {
                true => Closes::Outer,
                false if indent > this.indent => Closes::Nothing,
                false => Closes::This,
            };
        }
        if !first {
            let here = self.line_start(self.at);
            let on_line = |open: &Open| open.at >= here;
            // As many brackets of this kind as there are open on the line can't all close one of them and this one besides.
            let run = self.rest().chars().take_while(|c| *c == closing).count();
            let there = wanting.clone().filter(|open| on_line(open)).count();
            return match wanting.next() {
                Some(open) if on_line(open) && run <= there || !on_line(this) && !self.by_indent => Closes::Outer,
                _ if on_line(this) => Closes::Other,
                _ => Closes::Nothing,
            };
        }
        let behind = self.stretch(self.behind_next()..).trim_start().trim_start_matches(',').trim_start();
        if closing == ']' && this.closing == ')' && behind.starts_with('(') {
            // The list goes on.
            return Closes::Other;
        }
        let mut outer = wanting;
        match outer.find(|open| !self.by_indent || open.indent <= indent) {
            Some(open) if !self.by_indent || open.indent == indent => Closes::Outer,
            _ if this.indent == indent => Closes::Other,
            _ => Closes::Nothing,
        }
    }

    fn group(&mut self) -> Vec<Node> {
        let start = self.at;
        self.told_if_wide();
        let closing = match self.peek().map(meant) {
            Some('(') => ')',
            Some('[') => ']',
            _ => '}',
        };
        self.bump();
        self.entries(start, closing)
    }

    /// What stands between brackets, up to the closing one.
    fn entries(&mut self, start: usize, closing: char) -> Vec<Node> {
        if self.open.len() >= DEEPEST {
            let message = format!("brackets are nested more than {DEEPEST} deep");
            self.give_up(start, message, "Make it flatter, or look for brackets that were never closed.");
            return Vec::new();
        }
        self.open.push(Open { at: start, closing, indent: self.indent(start) });
        let mut children: Vec<Node> = Vec::new();
        while !self.gave_up {
            self.skip_blank();
            let before = self.at;
            match self.peek().map(|c| (c, meant(c))) {
                None => {
                    self.left_open(start, closing, &children);
                    break;
                }
                Some((_, c @ (')' | ']' | '}'))) => match self.closes(c) {
                    Closes::This => {
                        self.told_if_wide();
                        self.bump();
                        break;
                    }
                    Closes::Outer => {
                        self.left_open(start, closing, &children);
                        break;
                    }
                    Closes::Other if self.is_of_list(start) => {
                        let mend = vec![Mend::new(start..behind(start, '('), "[")];
                        self.slip(BRACKETS, start, "a list begins with “[”", "Put its entries between [ and ].", Some(mend));
                        self.bump();
                        break;
                    }
                    Closes::Other => {
                        let mend = self.instead(&closing.to_string());
                        let opened = if closing == ')' { '(' } else { '[' };
                        let message = format!("“{c}” can't close what was opened with “{opened}”");
                        self.slip(BRACKETS, self.at, message, format!("Close it with “{closing}”."), mend);
                        self.bump();
                        break;
                    }
                    Closes::Nothing => {
                        self.bump();
                        let at = self.at;
                        self.skip_blank();
                        // With its comma, if there is one.
                        let end = if self.peek() == Some(',') { self.behind_next() } else { at };
                        self.at = end;
                        let mend = vec![Mend::new(before..end, "")];
                        let help = "Take it away, or look further up for the bracket that is missing.";
                        self.slip(BRACKETS, before, format!("“{c}” closes nothing here"), help, Some(mend));
                        continue;
                    }
                },
                Some((_, ',' | ';')) => {
                    let mend = self.instead("");
                    self.slip(COMMAS, self.at, "there is a comma too many", "Take one of the commas away.", mend);
                    self.bump();
                    continue;
                }
                Some((_, '(')) if closing == ')' && children.iter().any(|child| child.name.is_some()) => {
                    let Some(mut first) = children.pop_if(|child| self.lacks_opening(child)) else {
                        self.left_open(start, closing, &children);
                        break;
                    };
                    let (name, at) = (first.name.take(), first.span.start);
                    let message = "the bracket “[” that opens the list is missing here";
                    let colon = name.clone().map_or(at, |name: Range<usize>| name.end);
                    let colon = signs(self.text, colon..at).find(|(_, c)| *c == ':').map_or(colon, |(sign, _)| sign.end);
                    self.slip(BRACKETS, at, message, "Write [ before the first of them.", Self::insert(colon, colon, "["));
                    let rest = self.entries(at, ']');
                    children.push(Node { span: at..self.at, name, children: std::iter::once(first).chain(rest).collect() });
                    self.end_of_entry(&children);
                    continue;
                }
                Some((c, _)) if closing == ']' && is_of_word(c) && self.is_named() => {
                    let within = matches!(self.open.as_slice(), [.., outer, _] if outer.closing == ')');
                    let same_line = self.line_start(start) == self.line_start(self.at);
                    if within && (same_line || self.indent(self.at) <= self.indent(start)) {
                        self.left_open(start, closing, &children);
                        break;
                    }
                    let name = self.rest().split(|c: char| !is_of_word(c)).next().unwrap_or_default();
                    let message = format!("the bracket “(” that opens this entry is missing before `{name}`");
                    self.slip(
                        BRACKETS,
                        self.at,
                        message,
                        "In a list each entry stands in round brackets: ( … ),",
                        Self::insert(self.at, self.at, "("),
                    );
                    let inside = self.entries(before, ')');
                    children.push(Node { span: before..self.at, name: None, children: inside });
                    self.end_of_entry(&children);
                    continue;
                }
                Some(_) => {}
            }
            let named = children.last().is_some_and(|child| child.name.is_some());
            children.push(self.entry(closing, named));
            if self.at == before {
                self.bump();
            }
            self.end_of_entry(&children);
        }
        self.open.pop();
        children
    }

    /// True where a bracket opens what belongs to a name that holds a list.
    fn is_of_list(&self, start: usize) -> bool {
        let before = self.stretch(..start).trim_end().strip_suffix(':').map(str::trim_end).unwrap_or_default();
        let name = before.rsplit(|c: char| !is_of_word(c)).next().unwrap_or_default();
        LISTS.contains(&name) && self.stretch(start..).starts_with('(')
    }

    /// A list whose first entry stands where its opening bracket should.
    fn lacks_opening(&self, child: &Node) -> bool {
        let name = child.name.clone().map(|name| self.stretch(name));
        name.is_some_and(|name| LISTS.contains(&name)) && self.stretch(child.span.clone()).starts_with('(')
    }

    /// A bracket that isn't closed is taken to end with the last thing in it.
    fn left_open(&mut self, start: usize, closing: char, children: &[Node]) {
        let ends_file = self.rest().is_empty();
        let first = self.stretch(start..).chars().next().map_or(start, |opening| behind(start, opening));
        self.at = children.last().map_or(first, |last| last.span.end);
        let has_comma = self.rest().trim_start().starts_with(',');
        self.has_comma = !has_comma;
        let mend = Self::insert(start, self.at, &if has_comma || ends_file { closing.to_string() } else { format!("{closing},") });
        if let Some(told) = self.at_end {
            let mends = self.slips.get_mut(told).and_then(|slip| slip.mend.as_mut());
            mends.into_iter().for_each(|mends| mends.extend(mend.iter().flatten().cloned()));
            return;
        }
        self.at_end = ends_file.then_some(self.slips.len());
        let message = format!("this bracket is never closed: “{closing}” is missing");
        let help = "It was opened here. Look where what belongs to it ends, and close it there.";
        self.slip(BRACKETS, start, message, help, mend);
    }

    /// True where a name with its colon stands.
    fn is_named(&self) -> bool {
        let (name, behind) = head(self.rest(), is_of_word);
        !name.is_empty() && behind.trim_start_matches(is_blank).starts_with(':')
    }

    /// The comma behind an entry.
    fn end_of_entry(&mut self, children: &[Node]) {
        let Some(last) = children.last() else { return };
        let end = last.span.end.max(last.name.clone().map_or(0, |name| name.end));
        let since = self.open.last().map_or(0, |open| open.at);
        let brought = std::mem::take(&mut self.has_comma);
        self.skip_blank();
        match self.peek().map(|c| (c, meant(c))) {
            Some((_, ',')) => {
                self.told_if_wide();
                self.bump();
            }
            Some((c @ (';' | '；' | '،' | '؛' | '.' | '·'), _)) => {
                let mend = self.instead(",");
                self.slip(COMMAS, self.at, format!("“{c}” stands where a comma belongs"), "Write a comma: ,", mend);
                self.bump();
            }
            Some((_, ')' | ']' | '}')) | None => {}
            Some(_) if brought || self.gave_up => {}
            Some(_) => {
                self.slip(COMMAS, end, "a comma is missing here", "Put a comma between two entries.", Self::insert(since, end, ","));
            }
        }
    }

    /// One of those that stand between brackets; where one of them is `named`, all are.
    fn entry(&mut self, closing: char, named: bool) -> Node {
        let (start, told) = (self.at, self.slips.len());
        if self.peek() == Some('"') && closing == ')' {
            let first = behind(start, '"');
            let end = closing_mark(self.text, first).filter(|end| self.stretch(end.end..).trim_start().starts_with(':'));
            if let Some(end) = end {
                let mends = [start..first, end.clone()].map(|range| Mend::new(range, ""));
                let help = "Write the name without them: id: \"…\"";
                self.slip(QUOTATION_MARKS, start, "a name stands without quotation marks", help, Some(mends.into()));
                self.at = end.end;
                self.skip_blank();
                self.bump();
                self.skip_blank();
                return Node { name: Some(first..end.start), ..self.value() };
            }
        }
        let name = self.word();
        if !name.is_empty() {
            self.skip_blank();
            let lower = self.stretch(name.clone()).chars().all(|c| c.is_lowercase() || c == '_');
            let is_name = closing == ')' && (lower || named);
            let at = self.at;
            match self.peek() {
                Some(':' | '：') => {
                    self.told_if_wide();
                    self.bump();
                    self.skip_blank();
                    return Node { name: Some(name), ..self.value() };
                }
                Some(c @ ('=' | '＝' | '→')) => {
                    let end = self.behind_next();
                    let end = if self.stretch(end..).starts_with('>') { behind(end, '>') } else { end };
                    let mend = vec![Mend::new(at..end, ":")];
                    self.slip(ODD_CHARACTER, at, format!("“{c}” stands where a colon belongs"), "Write a colon: name: value", Some(mend));
                    self.at = end;
                    self.skip_blank();
                    return Node { name: Some(name), ..self.value() };
                }
                Some(c) if is_name && (matches!(c, '"' | '[' | '“') || lower && c == '(' || is_of_word(c) && at > name.end) => {
                    let name_text = self.stretch(name.clone());
                    let message = format!("a colon is missing after `{name_text}`");
                    let help = format!("Write {name_text}: and then what belongs to it.");
                    self.slip(SYNTAX, name.end, message, help, Self::insert(name.end, name.end, ":"));
                    return Node { name: Some(name), ..self.value() };
                }
                _ => {}
            }
        }
        self.at = start;
        self.slips.truncate(told);
        self.value()
    }
}
