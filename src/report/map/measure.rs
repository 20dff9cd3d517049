//! How wide a text gets at most, in whatever plain font a reader has, and how it is broken into lines.

/// Width of a text in letters of that size, rounded up; the widest of the usual fonts is reckoned with.
pub(super) fn width(text: &str, size: i32, bold: bool) -> i32 {
    let hundredths: i64 = text.chars().map(letter).sum();
    let hundredths = if bold { hundredths.saturating_mul(112) / 100 } else { hundredths };
    let width = hundredths.saturating_mul(size.into()).saturating_add(99) / 100;
    width.try_into().unwrap_or(i32::MAX)
}

/// Width of a letter, in hundredths of its size.
fn letter(letter: char) -> i64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' | ' ' => 36,
        'f' | 'r' | 't' | 'I' | 'J' | '(' | ')' | '[' | ']' | '-' | '/' | '‘' | '’' => 44,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' | '·' => 100,
        'a'..='z' | '0'..='9' | '“' | '”' | '–' => 64,
        letter if letter < '\u{2E80}' => 82,
        _ => 106,
    }
}

pub(super) fn fits(text: &str, size: i32, most: i32) -> bool {
    width(text, size, false) <= most
}

/// As much of a text as fits, with dots where something is left out.
fn cut(text: &str, size: i32, most: i32) -> String {
    if fits(text, size, most) {
        return text.into();
    }
    // No letter is narrower than a pixel: of megabytes only the head is looked at.
    let mut kept: String = text.chars().take(most.max(0) as usize).collect();
    while kept.pop().is_some() {
        let shown = format!("{}…", kept.trim_end());
        if fits(&shown, size, most) {
            return shown;
        }
    }
    "…".into()
}

/// A text in lines that fit, `lines` at most; what doesn't fit in those is left out, and dots say so. A word that is wider than a line is
/// broken.
pub(super) fn wrapped(text: &str, size: i32, most: i32, lines: usize) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut rest: Vec<&str> = text.split_whitespace().rev().collect();
    while let Some(word) = rest.pop() {
        if done.len().saturating_add(1) == lines {
            let last = std::iter::once(word).chain(rest.drain(..).rev()).collect::<Vec<_>>().join(" ");
            done.push(cut(&last, size, most));
            break;
        }
        if !fits(word, size, most) {
            let mut parts = word.char_indices().skip(1).filter_map(|(at, _)| word.split_at_checked(at)).peekable();
            let after_a_letter = parts.peek().copied();
            let longest = parts.take_while(|(part, _)| fits(part, size, most)).last();
            let (part, left) = longest.or(after_a_letter).unwrap_or((word, ""));
            rest.extend((!left.is_empty()).then_some(left));
            done.push(part.into());
            continue;
        }
        let mut line = word.to_string();
        while let Some(next) = rest.last().copied() {
            if !fits(&format!("{line} {next}"), size, most) {
                break;
            }
            line = format!("{line} {next}");
            rest.pop();
        }
        done.push(line);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost_but_where_dots_say_so() {
        let text = "Four minutes early. Two paper cups, one on top of the other, and Donaudampfschifffahrtsgesellschaft.";
        for most in [20, 60, 120, 400] {
            let lines = wrapped(text, 12, most, usize::MAX);
            assert!(lines.iter().all(|line| fits(line, 12, most)), "{lines:?}");
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            let some = wrapped(text, 12, most, 2);
            assert!(some.len() <= 2 && some.iter().all(|line| fits(line, 12, most)), "{some:?}");
            assert!(some == lines || some[1].ends_with('…'));
        }
        assert!(wrapped("", 12, 100, 2).is_empty());
    }
}
