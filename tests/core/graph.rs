//! The map of an hour as people get it: a drawing that nothing spills out of, and two languages in which every beat and way is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fifty_minutes::report::map::{By, Map};
use fifty_minutes::script::model::Scene;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::page::{Tag, leads_somewhere, nests, tags};
use crate::{edit, root, run, text, with_couple, with_course, with_shipped_cases, with_sound_case};

/// What the program draws, with these arguments.
fn graph(arguments: &[&str]) -> String {
    run(0, &[&["graph"], arguments].concat())
}

fn number(tag: &Tag, name: &str) -> f64 {
    tag.get(name).unwrap_or_else(|| panic!("{name} of {tag:?}")).parse().unwrap()
}

/// The text that a tag holds, as it was before it was escaped.
fn written(tag: &Tag) -> String {
    let parts = tag.then.split('&').skip(1).map(|part| part.split(';').next().unwrap());
    assert!(parts.into_iter().all(|part| ["amp", "lt", "gt", "quot"].contains(&part)), "{tag:?}");
    tag.then.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Width of a text in the typeface that the window uses, in pixels; common ones are wider by a tenth at most.
fn width(text: &str, size: f64, bold: bool) -> f64 {
    let file = if bold { "Inter-SemiBold.otf" } else { "Inter-Regular.otf" };
    let bytes = fs::read(root().join("assets/fonts").join(file)).unwrap();
    let font = FontRef::new(&bytes).unwrap();
    let (map, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size as f32), LocationRef::default()));
    text.chars().map(|letter| f64::from(metrics.advance_width(map.map(letter).unwrap_or_default()).unwrap_or_default())).sum()
}

/// A drawing that any program shows: no style, no script, nothing from elsewhere, and every text in its place.
#[track_caller]
fn is_a_sound_drawing(drawing: &str) {
    let tags = tags(drawing);
    nests(&tags);
    leads_somewhere(&tags);
    assert!(tags[0].is("svg") && tags[0].get("xmlns") == Some("http://www.w3.org/2000/svg"));
    assert!(tags[1].is("title") && !tags[1].then.is_empty() && tags[3].is("desc") && !tags[3].then.is_empty());
    let known = ["svg", "title", "desc", "rect", "g", "text", "path"];
    let geometry = ["x", "y", "width", "height", "rx", "d", "transform", "viewBox"];
    let paint = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"];
    let about = ["id", "xmlns", "role", "aria-labelledby", "aria-describedby"];
    let mut shifts: Vec<f64> = Vec::new();
    let mut boxes: Vec<[f64; 4]> = Vec::new();
    let whole = number(&tags[0], "width");
    for tag in &tags {
        assert!(known.contains(&tag.name), "{tag:?}");
        for (name, value) in &tag.attributes {
            assert!(geometry.iter().chain(&paint).chain(&about).any(|known| known == name), "{name} of {tag:?}");
            assert!(!value.contains("url(") && *name != "font-family" || *value == "sans-serif");
        }
        if tag.name == "g" {
            if tag.closes {
                shifts.pop();
            } else {
                boxes.clear();
                shifts.push(tag.get("transform").unwrap()["translate(".len()..].split(' ').next().unwrap().parse().unwrap());
            }
        }
        if tag.is("rect") {
            boxes.push(["x", "y", "width", "height"].map(|name| number(tag, name)));
        }
        if tag.is("text") {
            let (x, y, wide) =
                (number(tag, "x"), number(tag, "y"), width(&written(tag), number(tag, "font-size"), tag.get("font-weight").is_some()));
            let from = match tag.get("text-anchor") {
                Some("end") => x - wide,
                Some("middle") => x - wide / 2.0,
                _ => x,
            };
            let shift: f64 = shifts.iter().sum();
            assert!(from + shift >= 0.0 && from + wide + shift <= whole, "{tag:?}");
            // The last box that holds where it begins is its own.
            let own =
                boxes.iter().rev().find(|[left, top, across, down]| (*left..left + across).contains(&x) && (*top..top + down).contains(&y));
            if let Some([left, _, across, _]) = own {
                assert!(from >= *left && from + wide <= left + across, "{tag:?} in {own:?}");
            }
        }
    }
}

/// The texts of a drawing.
fn texts(drawing: &str) -> Vec<String> {
    tags(drawing).iter().filter(|tag| tag.is("text")).map(written).collect()
}

/// Each beat's label, and each line from one to another with its label.
type Graph = (BTreeMap<String, String>, Vec<(String, String, String)>);

/// Each beat's label, and each line with its label, out of a flowchart in Mermaid's language.
#[track_caller]
fn flowchart(written: &str) -> Graph {
    let (front, chart) = written.strip_prefix("---\ntitle: \"").unwrap().split_once("\"\n---\nflowchart TD\n").unwrap();
    assert!(!front.contains('\n') && !front.replace("\\\\", "").replace("\\\"", "").contains('"'));
    let (mut beats, mut ways) = (BTreeMap::new(), Vec::new());
    let told = |text: &str| {
        let mut told = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('#') {
            let (code, after) = after.split_once(';').unwrap();
            told.push_str(before);
            told.push(char::from_u32(code.parse().unwrap()).unwrap());
            rest = after;
        }
        assert!(!text.contains(['"', '`', '&']) && !text.replace("<br/>", "").contains(['<', '>']), "{text}");
        told + rest
    };
    for line in chart.lines().map(str::trim).filter(|line| !line.starts_with("%%")) {
        let (first, rest) = line.split_at(line.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap());
        if ["classDef", "class", "style"].contains(&first) {
            assert!(!rest.contains('"'), "{line}");
        } else if let Some(way) = rest.strip_prefix(" -->").or(rest.strip_prefix(" -.->")) {
            let (label, to) = match way.strip_prefix("|\"") {
                Some(labelled) => labelled.split_once("\"| ").unwrap(),
                None => ("", way.trim()),
            };
            ways.push((first.to_string(), to.to_string(), told(label)));
        } else {
            let label = ["(\"", "[\"", "([\""].iter().rev().find_map(|open| rest.strip_prefix(*open)).unwrap();
            let label = ["\"])", "\")", "\"]"].iter().find_map(|close| label.strip_suffix(*close)).unwrap();
            assert!(beats.insert(first.to_string(), told(label)).is_none(), "{line}");
        }
    }
    (beats, ways)
}

/// The same out of Graphviz's.
#[track_caller]
fn digraph(written: &str) -> Graph {
    // Every text becomes a number, so that what is left is plain.
    let (mut plain, mut strings, mut inside, mut letters) = (String::new(), Vec::new(), None::<String>, written.chars());
    while let Some(letter) = letters.next() {
        match (&mut inside, letter) {
            (None, '"') => inside = Some(String::new()),
            (None, letter) => plain.push(letter),
            (Some(text), '"') => {
                plain.push_str(&format!("§{}", strings.len()));
                strings.push(std::mem::take(text));
                inside = None;
            }
            (Some(text), '\\') => text.push(match letters.next().unwrap() {
                'n' => '\n',
                letter => letter,
            }),
            (Some(text), letter) => text.push(letter),
        }
    }
    assert!(inside.is_none());
    let (mut beats, mut ways) = (BTreeMap::new(), Vec::new());
    let lines: Vec<&str> = plain.lines().collect();
    assert!(lines[0].starts_with("digraph §0 {") && lines[lines.len() - 1] == "}");
    for line in lines[1..lines.len() - 1].iter().map(|line| line.trim()) {
        let (head, attributes) = line.strip_suffix(']').unwrap().split_once(" [").unwrap();
        let named = |name: &str| {
            let value = attributes.split(", ").find_map(|attribute| attribute.strip_prefix(name)?.strip_prefix("=§"));
            value.map(|at| strings[at.parse::<usize>().unwrap()].replace("&amp;", "&"))
        };
        match head.split_once(" -> ") {
            Some((from, to)) => ways.push((from.to_string(), to.to_string(), named("label").unwrap_or_default())),
            None if ["graph", "node", "edge"].contains(&head) => {}
            None => {
                let label = named("label");
                beats.extend(label.map(|label| (head.to_string(), label)));
            }
        }
    }
    (beats, ways)
}

/// Every beat and every way of the scene is told in both languages, and no other.
#[track_caller]
fn tells_all(scene: &Scene, arguments: &[&str]) {
    let map = Map::new(scene);
    let expected: Vec<(String, String)> = map.ways.iter().map(|way| (format!("b{}", way.from), format!("b{}", way.to))).collect();
    for (format, lines) in [("mermaid", "<br/>"), ("dot", "\n")] {
        let told = graph(&[arguments, &["--format", format]].concat());
        let (beats, ways) = if format == "dot" { digraph(&told) } else { flowchart(&told) };
        assert_eq!(beats.len(), map.beats.len());
        for (at, node) in map.beats.iter().enumerate() {
            assert_eq!(beats[&format!("b{at}")].split(lines).next(), Some(node.beat.id.as_str()), "{format}");
        }
        assert_eq!(ways.iter().map(|(from, to, _)| (from.clone(), to.clone())).collect::<Vec<_>>(), expected, "{format}");
        for (way, (.., label)) in map.ways.iter().zip(&ways).filter(|(_, (.., label))| !label.is_empty()) {
            let replies = way.by.iter().filter_map(|by| match by {
                By::Reply(reply) => Some(reply.id.as_str()),
                _ => None,
            });
            let named: BTreeSet<&str> = label.split(lines).collect();
            assert!(replies.into_iter().all(|reply| named.contains(reply)), "{format}: {label}");
        }
    }
    let drawing = graph(&[arguments, &["--format", "svg"]].concat());
    is_a_sound_drawing(&drawing);
    let texts = texts(&drawing);
    for node in &map.beats {
        assert!(texts.contains(&node.beat.id), "{}", node.beat.id);
    }
}

#[test]
fn every_shipped_hour_is_drawn_and_told_whole() {
    for bundle in crate::map::shipped() {
        for (session, hour) in (1..).zip(&bundle.hours) {
            let dialogues = root().join("dialogues");
            let session = format!("{session}");
            tells_all(&hour.scene, &["--dialogues", text(&dialogues), &bundle.case.id, "--session", &session]);
        }
    }
}

#[test]
fn what_is_written_stays_text() {
    let hostile = "\\\"] --> b0 & <b>#35; `%%{init}` $$ \\\\N </text><script>alert(1)</script> end";
    let (_folder, dialogues) = with_sound_case();
    edit(
        &dialogues,
        &[
            ("case.ron", "Alex, first hour", hostile),
            ("1-first-hour.scene.ron", "(say: [\"So. It's my voice.\"", &format!("(say: [\"{hostile}\"")),
        ],
    );
    let at = ["--dialogues", text(&dialogues), "sound"];
    let scene = fs::read_to_string(dialogues.join("sound/1-first-hour.scene.ron")).unwrap();
    let shown = "\"] --> b0 & <b>#35; `%%{init}` $$ \\N </text><script>alert(1)</script> end";
    assert!(scene.contains(hostile));
    let first: String = shown.split_whitespace().take(4).collect::<Vec<_>>().join(" ");
    let (beats, _) = flowchart(&graph(&at));
    assert!(beats.values().any(|label| label.contains(&first)), "{beats:?}");
    let (beats, _) = digraph(&graph(&[&at[..], &["--format", "dot"]].concat()));
    assert!(beats.values().any(|label| label.contains(&first)), "{beats:?}");
    let drawing = graph(&[&at[..], &["--format", "svg"]].concat());
    is_a_sound_drawing(&drawing);
    assert!(texts(&drawing).join(" ").contains(shown), "{drawing}");
}

#[test]
fn what_was_met_and_what_is_preferred_is_told_where_it_is_asked_for() {
    let (_folder, dialogues) = with_sound_case();
    let never = "to: \"goal\",\n                ),\n                (id: \"never-on-offer\", say: \"You trust me wholly.\", skill: Reflection, empathy: 3, \
                 why: \"Nobody does.\", when: [AtLeast(Trust, 100)], to: \"nowhere\"),\n                (\n                    id: \"since-when\"";
    let there = "to: \"goal\",\n                ),\n                (\n                    id: \"since-when\"";
    let nowhere = "beats: [\n(id: \"nowhere\", then: \"goal\"),";
    edit(&dialogues, &[("1-first-hour.scene.ron", there, never), ("1-first-hour.scene.ron", "beats: [", nowhere)]);
    let plain = graph(&["--dialogues", text(&dialogues), "sound"]);
    assert!(!plain.contains("of the hours") && !plain.contains("preferred"));
    // Nobody plays where nothing of it is asked for.
    let at = ["--dialogues", text(&dialogues), "sound", "--runs", "20"];
    assert!(run(2, &[&["graph"], &at[..]].concat()).contains("--coverage"));
    let covered = graph(&[&at[..], &["--coverage"]].concat());
    assert!(covered.contains("met in 100 % of the hours") && !covered.contains("preferred"), "{covered}");
    assert!(covered.contains("never-on-offer, never taken") && covered.contains("never met"), "{covered}");
    assert_eq!(covered, graph(&[&at[..], &["--coverage", "--threads", "1"]].concat()));
    let scored = graph(&[&at[..], &["--scores"]].concat());
    assert!(scored.contains("preferred") && !scored.contains("of the hours"), "{scored}");
    let drawing = graph(&[&at[..], &["--coverage", "--scores", "--format", "svg"]].concat());
    is_a_sound_drawing(&drawing);
    let texts = texts(&drawing);
    for told in ["met in 100 % of the hours", "75 % of the hours or more", "a preferred reply"] {
        assert!(texts.iter().any(|text| text == told), "{told}: {texts:?}");
    }
}

#[test]
fn a_session_of_a_course_and_a_couple_are_drawn() {
    let (_folder, dialogues) = with_course();
    let second = graph(&["--dialogues", text(&dialogues), "sound", "--session", "2"]);
    assert!(second.contains("session 2"));
    let told = run(2, &["graph", "--dialogues", text(&dialogues), "sound", "--session", "3"]);
    assert!(told.contains("there is no session 3"), "{told}");
    run(2, &["graph", "--dialogues", text(&dialogues), "nobody"]);
    let (_folder, dialogues) = with_couple();
    is_a_sound_drawing(&graph(&["--dialogues", text(&dialogues), "sound", "--format", "svg"]));
    edit(&dialogues, &[("1-first-hour.scene.ron", "to: \"goal\"", "to: \"gaol\"")]);
    let told = run(1, &["graph", "--dialogues", text(&dialogues), "sound"]);
    assert!(told.contains("gaol"), "{told}");
}

#[test]
fn the_file_says_the_format_and_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let begins = [
        ("map.svg", "<?xml"),
        ("map", "<?xml"),
        ("map.dot", "digraph"),
        ("map.gv", "digraph"),
        ("map.mmd", "---\ntitle"),
        ("map.md", "---\ntitle"),
    ];
    for (name, begin) in begins {
        let file = folder.path().join(name);
        graph(&["noor", "--out", text(&file)]);
        assert!(fs::read_to_string(&file).unwrap().starts_with(begin), "{name}");
    }
    let file = folder.path().join("map.svg");
    let told = run(2, &["graph", "noor", "--session", "2", "--out", text(&file)]);
    assert!(told.contains("is there already"), "{told}");
    graph(&["noor", "--format", "dot", "--out", text(&file), "--overwrite"]);
    assert!(fs::read_to_string(&file).unwrap().starts_with("digraph"));
    run(2, &["graph", "noor", "--out", text(folder.path()), "--overwrite"]);
}

#[test]
fn it_is_told_in_the_reader_s_language() {
    let (_folder, dialogues) = with_shipped_cases();
    let drawing = graph(&["--dialogues", text(&dialogues), "--language", "pt-BR", "noor", "--format", "svg"]);
    is_a_sound_drawing(&drawing);
    assert!(texts(&drawing).iter().any(|text| text == "começa aqui"));
}
