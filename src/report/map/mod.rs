//! The map of a scene: its beats, and the ways between them with what each is made of.

pub mod dot;
pub mod fold;
pub mod layered;
mod measure;
pub mod mermaid;
pub mod svg;
pub mod telling;

use std::collections::BTreeMap;

use crate::script::bundle::Bundle;
use crate::script::model::{Beat, Case, Chance, End, Reply, Scene, Way as Branch};
use crate::script::places::places;
use crate::script::shelf::scene_file;
use crate::texts::{text, text_with};

use super::conditions::conditions;
use super::over_time::Mark;
use layered::{Gaps, Layout, Line, Size, lay_out, leading_back};

/// A scene as a graph; what it says stays in the scene.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    pub scene: &'a Scene,
    /// In the order of the scene: a place here is a place there.
    pub beats: Vec<Node<'a>>,
    /// One for each pair of beats that anything joins, by the beat that it comes from, then in the author's order.
    pub ways: Vec<Way<'a>>,
}

/// A beat on the map.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    pub beat: &'a Beat,
    /// The kinds of moment that it is, each once.
    pub marks: Vec<Mark>,
    /// The first thing that is said there; else the first that is seen; else nothing.
    pub words: &'a str,
    pub entries: Vec<Entry>,
}

/// How an hour comes to a beat without any way that leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    Starts,
    TimeIsUp,
    WalksOut,
}

/// Everything that leads from one beat to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Way<'a> {
    /// Places of the two beats; the same where a reply stays.
    pub from: usize,
    pub to: usize,
    /// Never nothing.
    pub by: Vec<By<'a>>,
}

/// One thing that leads from a beat to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum By<'a> {
    Reply(&'a Reply),
    /// By itself.
    Then,
    /// By itself, where its conditions hold and those of the ways before it don't.
    Branch(&'a Branch),
    /// By itself, drawn; with the sum of all shares.
    Chance(&'a Chance, u32),
    /// The fact of the beat isn't told yet.
    Blocked,
    /// The topic of the beat is left out.
    Around,
}

impl Entry {
    pub fn in_words(self) -> String {
        match self {
            Entry::Starts => text("map-starts"),
            Entry::TimeIsUp => text("map-time-is-up"),
            Entry::WalksOut => text("map-walks-out"),
        }
    }
}

impl Way<'_> {
    /// True where an hour comes this way only when something is left out.
    pub fn leads_around(&self) -> bool {
        self.by.iter().all(|by| *by == By::Around)
    }
}

impl By<'_> {
    /// A reply by its id, all else as it comes about at that beat.
    pub fn in_words(&self, case: &Case, beat: &Beat) -> String {
        let named =
            |name: &str, key: &'static str, what: &Option<String>| text_with(name, &[(key, what.as_deref().unwrap_or_default().into())]);
        match self {
            By::Reply(reply) => reply.id.clone(),
            By::Then => text("map-by-itself"),
            By::Branch(way) if way.when.is_empty() => text("map-otherwise"),
            By::Branch(way) => conditions(case, &way.when),
            By::Chance(chance, all) => text_with("map-chance", &[("weight", chance.weight.into()), ("all", (*all).into())]),
            By::Blocked => named("map-blocked", "fact", &beat.tells),
            By::Around => named("map-around", "topic", &beat.topic),
        }
    }
}

/// How an hour ends at a beat.
pub fn ends_in_words(end: End) -> String {
    text(if end == End::Planned { "map-ends" } else { "map-leaves" })
}

impl<'a> Map<'a> {
    /// What leads to a beat that isn't there is left out, so that a draft can be drawn too.
    pub fn new(scene: &'a Scene) -> Map<'a> {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, beat) in scene.beats.iter().enumerate() {
            places.entry(&beat.id).or_insert(at);
        }
        let mut ways: Vec<Way> = Vec::new();
        for (from, beat) in scene.beats.iter().enumerate() {
            let first = ways.len();
            for (to, by) in ways_out(beat) {
                let Some(to) = places.get(to).copied() else { continue };
                match ways.iter_mut().skip(first).find(|way| way.to == to) {
                    Some(way) => way.by.push(by),
                    None => ways.push(Way { from, to, by: vec![by] }),
                }
            }
        }
        let beats = scene.beats.iter().enumerate().map(|(at, beat)| {
            let entries = [(&scene.start, Entry::Starts), (&scene.time_is_up, Entry::TimeIsUp), (&scene.walks_out, Entry::WalksOut)];
            let comes = |(id, entry): (&String, Entry)| (places.get(id.as_str()) == Some(&at)).then_some(entry);
            Node {
                beat,
                marks: Mark::of(&beat.moments),
                words: first_words(beat),
                entries: entries.into_iter().filter_map(comes).collect(),
            }
        });
        Map { scene, beats: beats.collect(), ways }
    }

    /// A beat by its place.
    #[expect(clippy::indexing_slicing, reason = "places are those of this map's own beats: its ways and its order give no other")]
    pub fn node(&self, at: usize) -> &Node<'a> {
        &self.beats[at]
    }

    /// The place of the beat that the hour begins with; the first where it isn't there.
    pub fn start(&self) -> usize {
        self.beats.iter().position(|node| node.entries.contains(&Entry::Starts)).unwrap_or_default()
    }

    /// All beats in an order to read them in: from the first on, each after everything that leads forward to it, and what comes of one
    /// reply before what comes of the next.
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "both lists have a place for each beat, and a beat waits for as many ways as lead on to it"
    )]
    pub fn in_order(&self) -> Vec<usize> {
        let (mut waits, mut onward) = (vec![0; self.beats.len()], vec![Vec::new(); self.beats.len()]);
        let start = self.start();
        // Whatever leads to the first beat, that waits for nothing.
        for (way, _) in self.ways.iter().zip(self.leading_back()).filter(|(way, back)| !back && way.to != start) {
            waits[way.to] += 1;
            onward[way.from].push(way.to);
        }
        let mut open: Vec<usize> = (0..self.beats.len()).rev().filter(|at| waits[*at] == 0 && *at != start).collect();
        open.extend((!self.beats.is_empty()).then_some(start));
        let mut order = Vec::with_capacity(self.beats.len());
        while let Some(at) = open.pop() {
            order.push(at);
            for to in onward[at].iter().rev() {
                waits[*to] -= 1;
                if waits[*to] == 0 {
                    open.push(*to);
                }
            }
        }
        order
    }

    /// Which of the ways lead back to where the hour may have been before.
    pub fn leading_back(&self) -> Vec<bool> {
        let ways: Vec<(usize, usize)> = self.ways.iter().map(|way| (way.from, way.to)).collect();
        leading_back(self.beats.len(), &ways, self.start())
    }

    /// Where everything stands, with that room for each beat, and for what is written on each way.
    pub fn laid_out(&self, room: &[Size], labels: &[Option<Size>], gaps: Gaps) -> Layout {
        let label = |at: usize| labels.get(at).copied().flatten();
        let line = |(at, way): (usize, &Way)| Line { from: way.from, to: way.to, label: label(at) };
        let lines: Vec<Line> = self.ways.iter().enumerate().map(line).collect();
        lay_out(room, &lines, self.start(), gaps)
    }
}

/// Everything that leads out of a beat, with the beat that it leads to, in the author's order.
pub fn ways_out(beat: &Beat) -> Vec<(&str, By<'_>)> {
    let mut ways: Vec<(&str, By)> = beat.replies.iter().map(|reply| (reply.to.as_str(), By::Reply(reply))).collect();
    ways.extend(beat.branch.iter().map(|way| (way.to.as_str(), By::Branch(way))));
    let all = beat.chance.iter().map(|chance| u32::from(chance.weight)).sum();
    ways.extend(beat.chance.iter().map(|chance| (chance.to.as_str(), By::Chance(chance, all))));
    ways.extend(beat.then.iter().map(|to| (to.as_str(), By::Then)));
    ways.extend(beat.blocked.iter().map(|to| (to.as_str(), By::Blocked)));
    ways.extend(beat.around.iter().map(|to| (to.as_str(), By::Around)));
    ways
}

fn first_words(beat: &Beat) -> &str {
    let said = beat.lines.iter().flat_map(|line| line.say.iter().chain(line.first.iter().map(|variant| &variant.say)));
    let seen = beat.lines.iter().flat_map(|line| &line.see);
    said.chain(seen).find_map(|phrasings| phrasings.0.first()).map_or("", String::as_str)
}

/// The line of its file that each beat of a session (counted from 0) begins at, counted from 1, in the order of the scene.
pub fn lines_in(bundle: &Bundle, session: usize) -> Vec<u32> {
    let file = bundle.case.sessions.get(session).map(|planned| scene_file(&bundle.case.id, &planned.scene));
    let source = bundle.sources.iter().find(|(name, _)| Some(name) == file.as_ref());
    source.map(|(_, text)| places(text).into_iter().map(|place| place.line).collect()).unwrap_or_default()
}
