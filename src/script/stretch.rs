//! Stretches of a text by their bytes; one that the text doesn't have is empty.

use std::ops::Range;
use std::slice::SliceIndex;

/// What stands there.
pub fn stretch(text: &str, span: impl SliceIndex<str, Output = str>) -> &str {
    text.get(span).unwrap_or_default()
}

/// The byte behind a sign that stands at that byte.
pub fn behind(at: usize, sign: char) -> usize {
    at.saturating_add(sign.len_utf8())
}

/// The signs of a stretch, each with its bytes in the whole text.
pub fn signs(text: &str, span: Range<usize>) -> impl Iterator<Item = (Range<usize>, char)> {
    let from = span.start;
    stretch(text, span).char_indices().map(move |(at, sign)| {
        let at = from.saturating_add(at);
        (at..behind(at, sign), sign)
    })
}

/// The head of a text whose signs are all of a kind, and what comes behind it.
pub fn head(text: &str, is_of_kind: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|sign| !is_of_kind(sign)).unwrap_or(text.len());
    (stretch(text, ..end), stretch(text, end..))
}

/// The mark that ends a text in straight quotation marks whose first letter stands at that byte; none where it never ends.
pub fn closing_mark(text: &str, from: usize) -> Option<Range<usize>> {
    let mut escaped = false;
    let mut closes = |sign: char| {
        let closes = sign == '"' && !escaped;
        escaped = sign == '\\' && !escaped;
        closes
    };
    signs(text, from..text.len()).find(|(_, sign)| closes(*sign)).map(|(mark, _)| mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_that_the_text_does_not_have_is_empty() {
        let text = "é\"b\\\"c\"";
        for span in [1..2, 1..100, text.len()..3, usize::MAX..usize::MAX] {
            assert_eq!((stretch(text, span.clone()), signs(text, span).count()), ("", 0));
        }
        assert_eq!(signs(text, 0..3).collect::<Vec<_>>(), [(0..2, 'é'), (2..3, '"')]);
        assert_eq!((closing_mark(text, 3), closing_mark(text, 1), closing_mark(text, 100)), (Some(7..8), None, None));
        assert_eq!(head("éé b", char::is_alphabetic), ("éé", " b"));
    }
}
