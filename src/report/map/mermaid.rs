//! The map as a Mermaid flowchart, for a page in Markdown.

use super::telling::Telling;
use super::{Entry, Map};

/// The whole flowchart.
pub fn render(telling: &Telling) -> String {
    let map = &telling.map;
    let mut out = format!("---\ntitle: {}\n---\nflowchart TD\n", quoted(&telling.title()));
    telling.about().iter().for_each(|line| out.push_str(&format!("%% {}\n", line.split_whitespace().collect::<Vec<_>>().join(" "))));
    for at in 0..map.beats.len() {
        let lines: Vec<String> = telling.in_lines(at).iter().map(|line| escaped(line)).collect();
        let (open, close) = shape(map, at);
        out.push_str(&format!("    b{at}{open}\"{}\"{close}\n", lines.join("<br/>")));
    }
    for (at, (way, back)) in map.ways.iter().zip(map.leading_back()).enumerate() {
        let arrow = if back || way.leads_around() { "-.->" } else { "-->" };
        let lines: Vec<String> = telling.on_way(at).iter().map(|line| escaped(line)).collect();
        let label = if lines.is_empty() { String::new() } else { format!("|\"{}\"|", lines.join("<br/>")) };
        out.push_str(&format!("    b{} {arrow}{label} b{}\n", way.from, way.to));
    }
    out.push_str("    classDef starts stroke:#2f6f73,stroke-width:4px\n");
    out.push_str("    classDef ends stroke-width:3px\n");
    out.push_str("    classDef silent stroke-dasharray:4 3\n");
    for (at, node) in map.beats.iter().enumerate() {
        let class = match () {
            () if node.entries.contains(&Entry::Starts) => "starts",
            () if node.beat.ends.is_some() => "ends",
            () if node.beat.replies.is_empty() => "silent",
            () => continue,
        };
        out.push_str(&format!("    class b{at} {class}\n"));
    }
    for (at, fill) in (0..map.beats.len()).filter_map(|at| Some((at, telling.heat(at)?))) {
        out.push_str(&format!("    style b{at} fill:{fill},color:#000\n"));
    }
    out
}

/// The brackets that give a beat its shape: round where the hour begins and ends.
fn shape(map: &Map, at: usize) -> (&'static str, &'static str) {
    let node = map.node(at);
    match () {
        () if node.beat.ends.is_some() => ("([", "])"),
        () if node.entries.contains(&Entry::Starts) => ("([", "])"),
        () if node.beat.replies.is_empty() => ("[", "]"),
        () => ("(", ")"),
    }
}

/// A text between quotation marks: whatever Mermaid, or the page around it, could take for its own becomes a number.
fn escaped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(number).collect()
}

fn number(letter: char) -> String {
    match letter {
        '"' | '#' | '&' | '<' | '>' | '`' | '\\' | '{' | '}' | '$' => format!("#{};", letter as u32),
        letter => letter.to_string(),
    }
}

/// A text as YAML takes it, in one line.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
}
