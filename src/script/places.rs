//! Where the beats of a scene stand in its file, also in one that can't be read whole.

use std::ops::RangeInclusive;

use super::notation::outline;
use super::outline::{Lines, Node};
use super::stretch::stretch;

/// Where a beat stands; lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its id; empty where it has none.
    pub beat: String,
    /// Where that is written; where it begins, if it isn't.
    pub line: u32,
    /// All of its lines.
    pub lines: RangeInclusive<u32>,
}

/// Of every beat, in the author's order.
pub fn places(text: &str) -> Vec<Place> {
    let text = text.trim_start_matches('\u{feff}');
    let (root, _) = outline(text);
    let lines = Lines::of(text);
    let line = |byte: usize| lines.position(text, byte).0;
    let place = |beat: &Node| {
        let id = beat.field(text, "id").map_or(beat.span.start..beat.span.start, |id| id.span.clone());
        Place {
            line: line(id.start),
            beat: stretch(text, id).trim_matches('"').into(),
            lines: line(beat.span.start)..=line(beat.span.end.saturating_sub(1)),
        }
    };
    root.field(text, "beats").map_or_else(Vec::new, |beats| beats.children.iter().map(place).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beats_are_found_also_behind_a_slip() {
        let text = "(\n  beats: [\n    (\n      id: \"one\",\n      replies: [\n        (id: \"a\"),\n      ]),\n    (id: \"two\" then: \"one\"),\n";
        let found = places(text);
        assert_eq!(found[0], Place { beat: "one".into(), line: 4, lines: 3..=7 });
        assert_eq!((found[1].beat.as_str(), found[1].line), ("two", 8));
        assert_eq!(places("nothing of the kind"), []);
    }
}
