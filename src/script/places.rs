//! Where the beats of a scene and their replies stand in its file, also in one that can't be read whole.

use super::outline::{Lines, Node, outline};

/// Where a beat stands; lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub beat: String,
    pub first: u32,
    pub last: u32,
    /// Replies by their ids, with the line that each begins in.
    pub replies: Vec<(String, u32)>,
}

/// Of every beat that has an id, in the author's order.
pub fn places(text: &str) -> Vec<Place> {
    let text = text.trim_start_matches('\u{feff}');
    let (root, _) = outline(text);
    let lines = Lines::of(text);
    let line = |byte: usize| lines.position(text, byte).0;
    let children = |node: &Node, name: &str| node.field(text, name).map(|list| list.children.clone()).unwrap_or_default();
    let id = |node: &Node| {
        let id = text[node.field(text, "id")?.span.clone()].trim_matches('"');
        (!id.is_empty()).then(|| id.to_string())
    };
    let place = |beat: &Node| {
        let replies = children(beat, "replies");
        Some(Place {
            beat: id(beat)?,
            first: line(beat.span.start),
            last: line(beat.span.end.saturating_sub(1)),
            replies: replies.iter().filter_map(|reply| Some((id(reply)?, line(reply.span.start)))).collect(),
        })
    };
    children(&root, "beats").iter().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beats_and_replies_are_found_also_behind_a_slip() {
        let text = "(\n  beats: [\n    (id: \"one\",\n      replies: [\n        (id: \"a\"),\n        (id: \"b\"),\n      ]),\n    (id: \"two\" then: \"one\"),\n";
        let found = places(text);
        let first = Place { beat: "one".into(), first: 3, last: 7, replies: vec![("a".into(), 5), ("b".into(), 6)] };
        assert_eq!(found[0], first);
        assert_eq!((found[1].beat.as_str(), found[1].first), ("two", 8));
        assert_eq!(places("nothing of the kind"), []);
    }
}
