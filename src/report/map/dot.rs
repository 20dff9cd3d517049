//! The map in Graphviz's language, for whoever lays it out with that.

use super::Entry;
use super::telling::Telling;

/// The whole graph.
pub fn render(telling: &Telling) -> String {
    let map = &telling.map;
    let mut out = format!("digraph {} {{\n", quoted([telling.title()]));
    let title = std::iter::once(telling.title()).chain(telling.about());
    out.push_str(&format!("    graph [label={}, labelloc=t, rankdir=TB, fontname=\"sans-serif\"]\n", quoted(title)));
    out.push_str("    node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"]\n");
    out.push_str("    edge [fontname=\"sans-serif\", fontsize=10]\n");
    for (at, node) in map.beats.iter().enumerate() {
        let shape = match () {
            () if node.beat.ends.is_some() => ", shape=box, peripheries=2",
            () if node.entries.contains(&Entry::Starts) => ", penwidth=3",
            () if node.beat.replies.is_empty() => ", style=\"dashed,filled\"",
            () => "",
        };
        out.push_str(&format!("    b{at} [label={}, tooltip={}{shape}]\n", quoted(telling.in_lines(at)), quoted([node.words.to_string()])));
        if let Some(fill) = telling.heat(at) {
            out.push_str(&format!("    b{at} [fillcolor=\"{fill}\"]\n"));
        }
    }
    for (at, (way, back)) in map.ways.iter().zip(map.leading_back()).enumerate() {
        let lines = telling.on_way(at);
        let mut attributes = Vec::new();
        attributes.extend((!lines.is_empty()).then(|| format!("label={}", quoted(lines))));
        if back {
            attributes.push("style=dashed, constraint=false".into());
        } else if way.leads_around() {
            attributes.push("style=dotted".into());
        }
        out.push_str(&format!("    b{} -> b{} [{}]\n", way.from, way.to, attributes.join(", ")));
    }
    out.push_str("}\n");
    out
}

/// Lines of text as one quoted string.
fn quoted(lines: impl IntoIterator<Item = String>) -> String {
    let escaped = |line: String| {
        line.split_whitespace().collect::<Vec<_>>().join(" ").replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\"")
    };
    format!("\"{}\"", lines.into_iter().map(escaped).collect::<Vec<_>>().join("\\n"))
}
