//! The map as a drawing that needs nothing else: a browser shows it, a word processor takes it in, and nothing in it runs.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "what a scene can hold at most, each box as wide as one may be, stands within far less than 2^31"
)]

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::report::over_time::Mark;
use crate::script::model::Beat;
use crate::texts::{text, text_with, word};

use super::fold::{BESIDE, Column, Fold, fold};
use super::layered::{Gaps, Layout, Place, Size};
use super::measure::{width, wrapped};
use super::telling::{About, HEAT, Note, Telling};
use super::{Entry, Way};

/// Around everything.
const MARGIN: i32 = 36;

/// Inside a box.
const PADDING: i32 = 10;

/// Width of a box, where no id needs more.
const BOX: i32 = 216;

/// Widest that one gets: what a longer id has more than that is not worth the paper.
const WIDEST: i32 = 4_000;

/// Widest a way's label gets.
const LABEL: i32 = 176;

/// Lines that a condition may take on the map.
const MOST_LINES: usize = 3;

/// Sizes of letters: of an id, of words, of everything small, of the title and of the legend.
const ID: i32 = 14;
const WORDS: i32 = 12;
const SMALL: i32 = 11;
const TITLE: i32 = 32;
const LEGEND: i32 = 15;

const GAPS: Gaps = Gaps { across: 26, down: 20 };

/// Into the shape of a sheet of paper on its side.
const FOLD: Fold = Fold { shape: 141, between: 80, letters: SMALL };

/// The least that the whole is wide.
const NARROWEST: i32 = 760;

/// Room for a sign.
const SIGN: i32 = 17;

const INK: &str = "#2b2a33";
const MUTED: &str = "#4d4954";
const PAPER: &str = "#fbf8f2";
const CARD: &str = "#ffffff";
const LINE: &str = "#7c7784";
const BACK: &str = "#9c4a2f";
const ACCENT: &str = "#2f6f73";
const ALARM: &str = "#a3231b";

/// What stands in the box of a beat.
struct Card<'a> {
    beat: &'a Beat,
    /// The line of the file, as it is written.
    line: String,
    words: Vec<String>,
    /// Each with whether it begins one, so that it has a sign.
    notes: Vec<(Option<About>, String)>,
    marks: &'a [Mark],
    /// How it goes on.
    onward: String,
    fill: &'static str,
}

impl Card<'_> {
    fn height(&self) -> i32 {
        let foot = if self.has_foot() { 20 } else { 4 };
        PADDING + 16 + 15 * self.words.len() as i32 + 15 * self.notes.len() as i32 + foot + 4
    }

    fn has_foot(&self) -> bool {
        !self.marks.is_empty() || !self.onward.is_empty()
    }
}

/// The whole drawing.
pub fn render(telling: &Telling) -> String {
    let map = &telling.map;
    let ids = map.beats.iter().enumerate().map(|(at, node)| width(&node.beat.id, ID, true) + width(&line(telling, at), SMALL, false) + 12);
    let wide = ids.max().unwrap_or_default().clamp(BOX - 2 * PADDING, WIDEST) + 2 * PADDING;
    let cards: Vec<Card> = (0..map.beats.len()).map(|at| card(telling, at, wide - 2 * PADDING)).collect();
    let written: Vec<Vec<String>> = (0..map.ways.len()).map(|at| label(telling, at)).collect();
    let room: Vec<Size> = cards.iter().map(|card| Size { width: wide, height: card.height() }).collect();
    let labels: Vec<Option<Size>> = written.iter().map(|lines| labelled(lines)).collect();
    let layout = map.laid_out(&room, &labels, GAPS);
    let folded = fold(map, &layout, FOLD);
    let columns = &folded.columns;
    let inside = folded.size.width.max(NARROWEST);
    let legend = Legend::new(telling, inside, columns.len() > 1);
    let (across, down) = (inside + 2 * MARGIN, folded.size.height + legend.height + 2 * MARGIN);
    let strokes = Strokes::new(telling, &layout);
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(across) height=(down) viewBox=(format!("0 0 {across} {down}")) role="img"
            aria-labelledby="map-title" aria-describedby="map-about" font-family="sans-serif" {
            title id="map-title" { (telling.title()) }
            desc id="map-about" { (telling.about().join(" ")) " " (text("map-in-words")) }
            rect x="0" y="0" width=(across) height=(down) fill=(PAPER) {}
            (legend.drawn())
            @for column in columns {
                @let (aside, lower) = folded.moved(column);
                g transform=(format!("translate({} {})", MARGIN + aside, MARGIN + legend.height + lower)) {
                    (strokes.drawn(column))
                    (cut_lines(telling, column))
                    @for (lines, route) in written.iter().zip(&layout.routes) {
                        @if let Some(place) = route.label.filter(|place| column.has(place.y)) { (on_way(lines, place)) }
                    }
                    @for (at, (card, place)) in cards.iter().zip(&layout.boxes).enumerate().filter(|(_, (_, place))| column.has(place.y)) {
                        (drawn(telling, at, card, *place))
                    }
                }
            }
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", drawing.into_string())
}

fn line(telling: &Telling, at: usize) -> String {
    telling.lines.get(at).map(|line| text_with("map-line", &[("line", (*line).into())])).unwrap_or_default()
}

fn card<'a>(telling: &'a Telling, at: usize, wide: i32) -> Card<'a> {
    let node = telling.map.node(at);
    let mut notes = Vec::new();
    for Note { about, text } in telling.notes(at) {
        let lines = wrapped(&text, SMALL, wide - SIGN, usize::MAX);
        notes.extend(lines.into_iter().enumerate().map(|(place, line)| ((place == 0).then_some(about), line)));
    }
    Card {
        beat: node.beat,
        line: line(telling, at),
        words: wrapped(node.words, WORDS, wide, 2),
        notes,
        marks: &node.marks,
        onward: onward(node.beat),
        fill: telling.heat(at).unwrap_or(CARD),
    }
}

/// How a beat goes on, in a word or two.
fn onward(beat: &Beat) -> String {
    match (beat.replies.len(), beat.ends) {
        (0, Some(_)) => String::new(),
        (0, None) if !beat.chance.is_empty() => text("map-by-chance"),
        (0, None) => text("map-by-itself"),
        (replies, _) => text_with("map-replies", &[("replies", replies.into())]),
    }
}

/// What is written on a way, in lines that fit.
fn label(telling: &Telling, at: usize) -> Vec<String> {
    // A reply's name is told whole.
    let fold = |line: String| if line.contains(' ') { wrapped(&line, SMALL, LABEL, MOST_LINES) } else { vec![line] };
    telling.on_way(at).into_iter().flat_map(fold).collect()
}

fn labelled(lines: &[String]) -> Option<Size> {
    let width = lines.iter().map(|line| width(line, SMALL, false)).max()?;
    Some(Size { width: width + 10, height: 14 * lines.len() as i32 + 6 })
}

fn on_way(lines: &[String], place: Place) -> Markup {
    html! {
        rect x=(place.x) y=(place.y) width=(place.width) height=(place.height) rx="3" fill=(PAPER) {}
        @for (row, line) in (0..).zip(lines) {
            text x=(place.middle()) y=(place.y + 13 + 14 * row) text-anchor="middle" font-size=(SMALL) fill=(INK) { (line) }
        }
    }
}

/// How a way is drawn, by what it is made of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stroke {
    Forward,
    Around,
    Back,
}

impl Stroke {
    fn colour(self) -> &'static str {
        if self == Stroke::Back { BACK } else { LINE }
    }

    fn dashes(self) -> Option<&'static str> {
        match self {
            Stroke::Forward => None,
            Stroke::Around => Some("2 4"),
            Stroke::Back => Some("7 4"),
        }
    }
}

fn stroke(back: bool, around: bool) -> Stroke {
    match (back, around) {
        (true, _) => Stroke::Back,
        (false, true) => Stroke::Around,
        (false, false) => Stroke::Forward,
    }
}

/// Two ends of a piece of a line.
type Piece = ((i32, i32), (i32, i32));

/// All lines, what several of them share once, and the arrows that they end in.
struct Strokes {
    pieces: BTreeSet<(Stroke, Piece)>,
    /// Each with whether it points up.
    arrows: BTreeSet<(Stroke, (i32, i32), bool)>,
    /// From where to where on the side of a box, and how far out.
    loops: Vec<((i32, i32), (i32, i32))>,
}

impl Strokes {
    fn new(telling: &Telling, layout: &Layout) -> Strokes {
        let mut strokes = Strokes { pieces: BTreeSet::new(), arrows: BTreeSet::new(), loops: Vec::new() };
        for (way, route) in telling.map.ways.iter().zip(&layout.routes) {
            if way.from == way.to {
                strokes.loops.extend(route.points.get(1).copied().zip(route.points.last().copied()));
                continue;
            }
            let stroke = stroke(route.back, way.leads_around());
            strokes.pieces.extend(route.points.array_windows().map(|[from, to]| (stroke, (*from, *to))));
            strokes.arrows.extend(route.points.last().map(|point| (stroke, *point, route.back)));
        }
        strokes
    }

    fn drawn(&self, column: &Column) -> Markup {
        let parts = self.pieces.iter().filter_map(|(stroke, (from, to))| Some((*stroke, column.part(*from, *to)?)));
        html! {
            @for (stroke, piece) in parts { (line_of(stroke, piece)) }
            @for ((out, above), (x, below)) in self.loops.iter().filter(|((_, above), _)| column.has(*above)) {
                path d=(format!("M{x} {above}C{} {above} {} {below} {} {below}", out + 6, out + 6, x + 7)) fill="none" stroke=(BACK)
                    stroke-width="1.5" {}
                path d=(format!("M{x} {below}l8 -4v8z")) fill=(BACK) {}
            }
            @for (stroke, point, up) in self.arrows.iter().filter(|(_, (_, y), _)| column.has(*y)) { (arrow(*stroke, *point, *up)) }
        }
    }
}

fn line_of(stroke: Stroke, ((x, y), (to_x, to_y)): Piece) -> Markup {
    let middle = (y + to_y) / 2;
    let d = if x == to_x { format!("M{x} {y}V{to_y}") } else { format!("M{x} {y}C{x} {middle} {to_x} {middle} {to_x} {to_y}") };
    html! { path d=(d) fill="none" stroke=(stroke.colour()) stroke-width="1.5" stroke-dasharray=[stroke.dashes()] {} }
}

fn line_across(stroke: Stroke, x: i32, y: i32) -> Markup {
    html! { path d=(format!("M{x} {y}h26")) fill="none" stroke=(stroke.colour()) stroke-width="1.5" stroke-dasharray=[stroke.dashes()] {} }
}

fn arrow(stroke: Stroke, (x, y): (i32, i32), up: bool) -> Markup {
    let d = if up { format!("M{x} {y}l-4.5 9h9z") } else { format!("M{x} {y}l-4.5 -9h9z") };
    html! { path d=(d) fill=(stroke.colour()) {} }
}

/// The ends of the lines that go on in the column beside, with the names of the beats that they lead to.
fn cut_lines(telling: &Telling, column: &Column) -> Markup {
    let above = column.above.iter().map(|crossing| (crossing, column.from, -1));
    let below = column.below.iter().map(|crossing| (crossing, column.to, 1));
    html! {
        @for (crossing, y, away) in above.chain(below) {
            @let stroke = stroke(crossing.back, crossing.around);
            @let end = y + away * crossing.reach();
            (line_of(stroke, ((crossing.x, y), (crossing.x, end))))
            @if crossing.back == (away < 0) { (arrow(stroke, (crossing.x, end), crossing.back)) }
            text x=(crossing.x + BESIDE) y=(end + if away > 0 { 0 } else { 9 }) font-size=(SMALL) font-weight="bold" fill=(MUTED) {
                (telling.map.node(crossing.to).beat.id)
            }
        }
    }
}

fn drawn(telling: &Telling, at: usize, card: &Card, place: Place) -> Markup {
    let node = telling.map.node(at);
    let ends = card.beat.ends.is_some();
    let starts = node.entries.contains(&Entry::Starts);
    let silent = card.beat.replies.is_empty() && !ends;
    let never = card.notes.iter().any(|(about, _)| *about == Some(About::NeverMet));
    let (round, border, thick) = match () {
        () if never => (8, ALARM, 2),
        () if starts => (8, ACCENT, 3),
        () if ends => (18, INK, 2),
        () if silent => (0, LINE, 1),
        () => (8, INK, 1),
    };
    let (left, right) = (place.x + PADDING, place.right() - PADDING);
    let words = place.y + PADDING + 13;
    let notes = words + 15 * card.words.len() as i32;
    let foot = place.bottom() - 10;
    html! {
        rect x=(place.x) y=(place.y) width=(place.width) height=(place.height) rx=(round) fill=(card.fill) stroke=(border)
            stroke-width=(thick) stroke-dasharray=[silent.then_some("4 3")] {}
        @if ends {
            rect x=(place.x + 4) y=(place.y + 4) width=(place.width - 8) height=(place.height - 8) rx=(round - 4) fill="none"
                stroke=(INK) stroke-width="1" {}
        }
        text x=(left) y=(place.y + PADDING + 11) font-size=(ID) font-weight="bold" fill=(INK) { (card.beat.id) }
        text x=(right) y=(place.y + PADDING + 11) text-anchor="end" font-size=(SMALL) fill=(MUTED) { (card.line) }
        @for (row, line) in (1..).zip(&card.words) {
            text x=(left) y=(words + 15 * row) font-size=(WORDS) fill=(MUTED) { (line) }
        }
        @for (row, (about, line)) in (1..).zip(&card.notes) {
            @let y = notes + 15 * row;
            @if let Some(about) = about { (sign(*about, left + 6, y - 4)) }
            text x=(left + SIGN) y=(y) font-size=(SMALL) fill=(if *about == Some(About::NeverMet) { ALARM } else { INK }) { (line) }
        }
        @for (row, kind) in (0..).zip(card.marks) { (mark(*kind, left + 6 + SIGN * row, foot - 4)) }
        text x=(right) y=(foot) text-anchor="end" font-size=(SMALL) fill=(MUTED) { (card.onward) }
    }
}

/// The sign of a kind of moment, about twelve pixels wide.
fn mark(kind: Mark, x: i32, y: i32) -> Markup {
    let colour = match kind {
        Mark::Turning | Mark::Emotional => "#b0452c",
        Mark::Goal => "#1f6f5c",
        Mark::Boundary => "#5b4a96",
        Mark::Rupture => "#a3231b",
        Mark::Risk => "#a86400",
        Mark::Cue => "#2a6190",
    };
    let (path, full) = kind.shape();
    let fill = if full { colour } else { "none" };
    html! { path d=(path) transform=(format!("translate({x} {y})")) fill=(fill) stroke=(colour) stroke-width="2" {} }
}

/// What stands before a line beneath a beat.
fn sign(about: About, x: i32, y: i32) -> Markup {
    let (path, full, colour) = match about {
        About::Entry(Entry::Starts) => ("M-4-5L5 0L-4 5Z", true, ACCENT),
        About::Entry(Entry::TimeIsUp) => ("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0ZM0-3V0H3", false, INK),
        About::Entry(Entry::WalksOut) | About::Leaves => ("M-5 0H4M0-4L4 0L0 4", false, ALARM),
        About::Ends => ("M-4-4H4V4H-4Z", true, INK),
        About::Tells => ("M-5-4H5V2H0L-3 5V2H-5Z", false, ACCENT),
        About::Stays => ("M4-3A5 5 0 1 0 5 1M5-5V-2H2", false, BACK),
        About::Met | About::Left => ("M-4 4V0M0 4V-4M4 4V-2", false, MUTED),
        About::NeverMet => ("M-4-4L4 4M4-4L-4 4", false, ALARM),
        About::Preferred => ("M-4 0L-1 4L5-4", false, ACCENT),
    };
    let fill = if full { colour } else { "none" };
    html! { path d=(path) transform=(format!("translate({x} {y})")) fill=(fill) stroke=(colour) stroke-width="1.5" {} }
}

/// The title, what the figures are, and what the signs mean.
struct Legend {
    title: Vec<String>,
    about: Vec<String>,
    /// What is explained, with where it stands.
    entries: Vec<(Key, String, i32, i32)>,
    height: i32,
}

/// Something that the legend explains.
#[derive(Clone, Copy)]
enum Key {
    Mark(Mark),
    Note(About),
    Stroke(Stroke),
    Heat(&'static str),
}

/// Room for a key before its text.
const KEY: i32 = 34;

impl Legend {
    fn new(telling: &Telling, wide: i32, folded: bool) -> Legend {
        let marks = Mark::ALL.into_iter().filter(|kind| telling.map.beats.iter().any(|node| node.marks.contains(kind)));
        let mut keys: Vec<(Key, String)> = marks.map(|kind| (Key::Mark(kind), word("mark", kind))).collect();
        keys.push((Key::Stroke(Stroke::Back), text("map-leads-back")));
        if telling.map.ways.iter().any(Way::leads_around) {
            keys.push((Key::Stroke(Stroke::Around), text("map-leads-around")));
        }
        let notes: BTreeSet<About> = (0..telling.map.beats.len()).flat_map(|at| telling.notes(at)).map(|note| note.about).collect();
        if notes.contains(&About::Tells) {
            keys.push((Key::Note(About::Tells), text("map-a-fact")));
        }
        if telling.played.is_some_and(|played| played.coverage) {
            keys.extend(HEAT.iter().map(|(from, fill)| (Key::Heat(fill), text_with("map-from", &[("percent", (*from).into())]))));
        }
        if notes.contains(&About::Preferred) {
            keys.push((Key::Note(About::Preferred), text("map-a-preferred-reply")));
        }
        let about = telling.about().into_iter().chain(folded.then(|| text("map-columns")));
        let about: Vec<String> = about.flat_map(|line| wrapped(&line, LEGEND, wide, usize::MAX)).collect();
        // Bold letters are wider than they are reckoned here.
        let title = wrapped(&telling.title(), TITLE, wide * 8 / 9, usize::MAX);
        let mut y = 20 + 38 * title.len() as i32 + 21 * about.len() as i32;
        let (mut x, mut entries) = (0, Vec::new());
        for (key, text) in keys {
            let needs = KEY + width(&text, LEGEND, false) + 26;
            if x > 0 && x + needs > wide {
                (x, y) = (0, y + 28);
            }
            entries.push((key, text, x, y));
            x += needs;
        }
        Legend { title, about, entries, height: y + 44 }
    }

    fn drawn(&self) -> Markup {
        html! {
            g transform=(format!("translate({MARGIN} {MARGIN})")) {
                @for (row, line) in (0..).zip(&self.title) {
                    text x="0" y=(26 + 38 * row) font-size=(TITLE) font-weight="bold" fill=(INK) { (line) }
                }
                @for (row, line) in (0..).zip(&self.about) {
                    text x="0" y=(16 + 38 * self.title.len() as i32 + 21 * row) font-size=(LEGEND) fill=(MUTED) { (line) }
                }
                @for (key, text, x, y) in &self.entries {
                    @match key {
                        Key::Mark(kind) => (mark(*kind, x + KEY / 2, y - 5)),
                        Key::Note(about) => (sign(*about, x + KEY / 2, y - 5)),
                        Key::Stroke(stroke) => (line_across(*stroke, *x, y - 5)),
                        Key::Heat(fill) => rect x=(x) y=(y - 11) width="26" height="14" rx="3" fill=(fill) stroke=(INK) stroke-width="1" {},
                    }
                    text x=(x + KEY) y=(y) font-size=(LEGEND) fill=(INK) { (text) }
                }
            }
        }
    }
}
