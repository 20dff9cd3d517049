//! The line that a finding speaks of, with its place marked beneath, as it is shown in a terminal.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use super::finding::Finding;
use super::notation::is_invisible;

/// Columns that a line may fill; a longer one is cut around its place.
const WIDEST: usize = 92;

/// Columns that are shown before the place in a line that is cut.
const BEFORE: usize = 40;

/// A finding with its line, out of the text of its file: the first line that a list of findings has, then the line of the
/// file with the place marked, then what to do.
pub fn shown(finding: &Finding, text: Option<&str>) -> String {
    shown_with(finding, finding.line.and_then(|line| text?.lines().nth((line as usize).checked_sub(1)?)))
}

/// The same where its line is at hand.
pub fn shown_with(finding: &Finding, line: Option<&str>) -> String {
    let mut out = format!("{}\n", finding.headline());
    if let (Some(number), Some(column), Some(written)) = (finding.line, finding.column, line) {
        let (written, mark) = marked(written, (column as usize).saturating_sub(1));
        let number = number.to_string();
        let margin = " ".repeat(number.len());
        // Writing to a text can't fail.
        let _ = writeln!(out, "  {number} | {written}\n  {margin} | {mark}");
    }
    finding.help.lines().for_each(|help| _ = writeln!(out, "  {help}"));
    out
}

/// The line as it is shown, and the marks beneath it.
fn marked(line: &str, place: usize) -> (String, String) {
    let signs: Vec<char> = line.chars().collect();
    let (before, here) = signs.split_at_checked(place).unwrap_or((&signs, &[]));
    let before: Vec<char> = before.iter().copied().skip_while(|c| c.is_whitespace()).collect();
    let is_whole = width(before.iter().chain(here)) <= WIDEST;
    let mut near = fitting(before.iter().rev(), if is_whole { WIDEST } else { BEFORE });
    near.reverse();
    let there = fitting(here.iter(), WIDEST.saturating_sub(width(&near)));
    let cut = |is_cut: bool, sign: &str| sign.repeat(usize::from(is_cut));
    let (cut_before, cut_behind) = (near.len() < before.len(), there.len() < here.len());
    let part: String = near.iter().chain(&there).map(|c| seen(*c)).collect();
    let marks = width(there.iter().take(length(here))).max(1);
    (
        format!("{}{}{}", cut(cut_before, "…"), part.trim_end(), cut(cut_behind, "…")),
        format!("{}{}{}", cut(cut_before, " "), " ".repeat(width(&near)), "^".repeat(marks)),
    )
}

/// Columns that these signs fill.
fn width<'a>(signs: impl IntoIterator<Item = &'a char>) -> usize {
    signs.into_iter().map(|c| columns(*c)).sum()
}

fn columns(c: char) -> usize {
    seen(c).width().unwrap_or(1)
}

/// As many of these signs, from the first on, as fill no more than so many columns.
fn fitting<'a>(signs: impl Iterator<Item = &'a char>, most: usize) -> Vec<char> {
    let mut left = Some(most);
    let fits = |c: &&char| {
        left = left.and_then(|left| left.checked_sub(columns(**c)));
        left.is_some()
    };
    signs.take_while(fits).copied().collect()
}

/// How much is marked: a whole word or number, a whole text, or one sign.
fn length(signs: &[char]) -> usize {
    match signs {
        ['"', text @ ..] => text.iter().position(|c| *c == '"').map_or(1, |end| end.saturating_add(2)),
        [first, ..] if first.is_alphanumeric() || matches!(first, '-' | '+') => {
            signs.iter().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '+' | '_' | '.')).count()
        }
        _ => 1,
    }
}

/// What stands in a terminal for a sign that can't be seen there, or would do something to it.
pub fn seen(c: char) -> char {
    match c {
        '\t' => ' ',
        '\0'..='\u{1F}' => char::from_u32(0x2400 | u32::from(c)).unwrap_or('·'),
        // Marks of direction would turn the line round.
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '␣',
        _ if c.is_control() || is_invisible(c) || (c.is_whitespace() && c != ' ') => '␣',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, place: usize, expected: (&str, &str)) {
        let (shown, mark) = marked(line, place);
        assert_eq!((shown.as_str(), mark.as_str()), expected);
    }

    #[test]
    fn a_word_or_a_text_is_marked_whole() {
        check("    to: \"gaol\",", 8, ("to: \"gaol\",", "    ^^^^^^"));
        check("skill: OpenQestion,", 7, ("skill: OpenQestion,", "       ^^^^^^^^^^^"));
        check("(id: \"a\"", 0, ("(id: \"a\"", "^"));
        check("to: \"goal\"", 10, ("to: \"goal\"", "          ^"));
    }

    #[test]
    fn tabs_wide_letters_and_what_cannot_be_seen_keep_the_mark_in_its_place() {
        check("\t\tsay:\t“a”", 7, ("say: “a”", "     ^"));
        check("say: \"光と影\", to: x", 15, ("say: \"光と影\", to: x", "                  ^"));
        check("a:\u{a0}\u{200b}Open\u{1b}", 2, ("a:␣␣Open␛", "  ^"));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("why: \"{}\", to: \"gaol\", {}", "so ".repeat(60), "more ".repeat(40));
        let place = line.find("\"gaol\"").unwrap();
        let (shown, mark) = marked(&line, place);
        assert!(shown.starts_with('…') && shown.ends_with('…') && shown.chars().count() <= WIDEST + 2, "{shown}");
        assert_eq!(shown.chars().skip(mark.find('^').unwrap()).take(6).collect::<String>(), "\"gaol\"");
    }
}
