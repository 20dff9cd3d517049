//! What is written on the map of an hour: beneath each beat, and on each way.

use std::collections::BTreeMap;

use crate::analysis::menus::Menu;
use crate::analysis::playtest::{Playtest, percent};
use crate::report::over_time::named;
use crate::script::bundle::Hour;
use crate::script::codes::Ending;
use crate::script::model::{Case, End, Reply};
use crate::texts::{text, text_with, word};

use super::{By, Entry, Map, ends_in_words};

/// Words of a beat that are told where there is no drawing.
const FIRST_WORDS: usize = 7;

/// From how many hours in a hundred on a beat is drawn in which colour.
pub const HEAT: [(u32, &str); 5] = [(0, "#ffffff"), (5, "#eaf3f2"), (20, "#d5e8e7"), (45, "#bfdcdb"), (75, "#a5cdcc")];

/// An hour and what is to be told of it beside its script.
#[derive(Debug)]
pub struct Telling<'a> {
    pub case: &'a Case,
    /// Counted from 0.
    pub session: usize,
    pub map: Map<'a>,
    /// The line of the file that each beat begins at.
    pub lines: Vec<u32>,
    pub played: Option<Played<'a>>,
}

/// What came of having the hour played, and which of it is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    pub hour: &'a Hour,
    pub playtest: &'a Playtest,
    /// How often everything was met.
    pub coverage: bool,
    /// Which replies are preferred.
    pub scores: bool,
}

/// What a line beneath a beat is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Entry(Entry),
    Ends,
    Leaves,
    Tells,
    Stays,
    Met,
    NeverMet,
    Left,
    Preferred,
}

/// A line beneath a beat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub about: About,
    pub text: String,
}

impl Telling<'_> {
    /// The case and the scene.
    pub fn title(&self) -> String {
        let fill = [
            ("case", self.case.title.as_str().into()),
            ("session", self.session.saturating_add(1).into()),
            ("scene", self.map.scene.title.as_str().into()),
        ];
        text_with("map-title", &fill)
    }

    /// How much there is, and what the figures are.
    pub fn about(&self) -> Vec<String> {
        let replies: usize = self.map.beats.iter().map(|node| node.beat.replies.len()).sum();
        let mut about = vec![text_with("map-about", &[("beats", self.map.beats.len().into()), ("replies", replies.into())])];
        if let Some(played) = self.coverage() {
            about.push(text_with("map-about-coverage", &[("hours", played.playtest.traffic.hours.into())]));
        }
        if self.preferred().is_some() {
            about.push(text("map-about-scores"));
        }
        about
    }

    /// Beneath the beat at that place.
    pub fn notes(&self, at: usize) -> Vec<Note> {
        let node = self.map.node(at);
        let mut notes: Vec<Note> = node.entries.iter().map(|entry| Note { about: About::Entry(*entry), text: entry.in_words() }).collect();
        let mut add = |about, text| notes.push(Note { about, text });
        match node.beat.ends {
            Some(end @ End::Planned) => add(About::Ends, ends_in_words(end)),
            Some(end @ End::WalksOut) => add(About::Leaves, ends_in_words(end)),
            None => {}
        }
        if let Some(fact) = &node.beat.tells {
            add(About::Tells, text_with("map-tells", &[("fact", fact.as_str().into())]));
        }
        let stays = self.map.ways.iter().filter(|way| way.from == at && way.to == at).flat_map(|way| self.told(at, &way.by));
        let stays: Vec<String> = stays.collect();
        if !stays.is_empty() {
            add(About::Stays, text_with("map-stays", &[("by", stays.join(", ").into())]));
        }
        if let Some(played) = self.coverage() {
            match self.met(at) {
                None => {}
                Some(Met::Never) => add(About::NeverMet, text("map-never-met")),
                Some(Met::Elsewhere) => add(About::Met, text("map-met-elsewhere")),
                Some(Met::LeftOut) => add(About::Met, text("map-met-left-out")),
                Some(Met::In(hours)) => {
                    add(About::Met, text_with("map-met", &[("share", share(hours, played.playtest.traffic.hours).into())]));
                }
            }
            if let Some(endings) = played.playtest.traffic.endings.get(&(at as u16)) {
                add(About::Left, self.left(endings, played.playtest.traffic.hours));
            }
        }
        if let Some(menu) = self.preferred().and_then(|played| played.playtest.menus.iter().find(|menu| usize::from(menu.beat) == at)) {
            self.favoured(at, menu).into_iter().for_each(|text| add(About::Preferred, text));
        }
        notes
    }

    /// What a beat is told by where there is no drawing: its name, its first words, its kinds of moment, and what stands beneath it.
    pub fn in_lines(&self, at: usize) -> Vec<String> {
        let node = self.map.node(at);
        let mut words = node.words.split_whitespace();
        let first: Vec<&str> = words.by_ref().take(FIRST_WORDS).collect();
        let words = if words.next().is_some() {
            format!("{}…", first.join(" ").trim_end_matches(['.', ',', ';', '…']))
        } else {
            first.join(" ")
        };
        let marks = (!node.marks.is_empty()).then(|| named(&node.marks));
        let notes = self.notes(at).into_iter().map(|note| note.text);
        let lines = [node.beat.id.clone(), words].into_iter().chain(marks).chain(notes);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// On the way at that place, one line each; nothing where there is no other way from there and nothing is counted.
    pub fn on_way(&self, at: usize) -> Vec<String> {
        let Some(way) = self.map.ways.get(at) else { return Vec::new() };
        let others = self.map.ways.iter().filter(|other| other.from == way.from).count();
        let counted = self.coverage().is_some() && way.by.iter().any(|by| matches!(by, By::Reply(_)));
        if way.from == way.to || (others == 1 && !counted) { Vec::new() } else { self.told(way.from, &way.by) }
    }

    /// What leads on from a beat, in words.
    fn told(&self, from: usize, by: &[By]) -> Vec<String> {
        let told = |by: &By| match by {
            By::Reply(reply) => self.taken(from, reply),
            _ => by.in_words(self.case, self.map.node(from).beat),
        };
        by.iter().map(told).collect()
    }

    /// A reply, and in what share of the hours that came to its beat it was taken.
    fn taken(&self, from: usize, reply: &Reply) -> String {
        let Some(played) = self.coverage() else { return reply.id.clone() };
        let place = self.map.node(from).beat.replies.iter().position(|other| std::ptr::eq(other, reply)).unwrap_or_default();
        let at = (from as u16, place as u8);
        let traffic = &played.playtest.traffic;
        let id = reply.id.as_str();
        if !played.playtest.coverage.replies.contains(&at) {
            return text_with("map-never-taken", &[("reply", id.into())]);
        }
        let hours = traffic.replies.get(&at).copied().unwrap_or_default();
        let met = traffic.beats.get(&at.0).copied().unwrap_or_default();
        text_with("map-taken", &[("reply", id.into()), ("share", share(hours, met).into())])
    }

    fn coverage(&self) -> Option<&Played<'_>> {
        self.played.as_ref().filter(|played| played.coverage)
    }

    fn preferred(&self) -> Option<&Played<'_>> {
        self.played.as_ref().filter(|played| played.scores)
    }

    /// How often a beat was met; none where that wasn't asked for.
    pub fn met(&self, at: usize) -> Option<Met> {
        let played = self.coverage()?;
        let beat = at as u16;
        Some(match played.playtest.traffic.beats.get(&beat) {
            Some(hours) => Met::In(*hours),
            None if played.playtest.coverage.beats.contains(&beat) => Met::Elsewhere,
            None if !played.hour.is_usual(beat) => Met::LeftOut,
            None => Met::Never,
        })
    }

    /// The colour that says how often a beat was met; none where nothing was counted.
    pub fn heat(&self, at: usize) -> Option<&'static str> {
        let Some(Met::In(met)) = self.met(at) else { return None };
        let share = percent(met, self.coverage()?.playtest.traffic.hours);
        HEAT.iter().rev().find(|(from, _)| share >= *from).map(|(_, colour)| *colour)
    }

    /// How people left at an end, and in what share of all hours.
    fn left(&self, endings: &BTreeMap<Ending, u32>, hours: u32) -> String {
        let one = |(ending, count): (&Ending, &u32)| format!("{} {}", word("ending-short", ending), share(*count, hours));
        endings.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// The replies that are preferred in every state that was looked at, and in some.
    fn favoured(&self, at: usize, menu: &Menu) -> Vec<String> {
        let replies = &self.map.node(at).beat.replies;
        let named = |bits: u16| {
            let ids = (0..).zip(replies).filter(|(place, _)| bits >> place & 1 == 1).map(|(_, reply)| reply.id.as_str());
            ids.collect::<Vec<_>>().join(", ")
        };
        if !menu.matters() {
            return vec![text("map-none-preferred")];
        }
        let always = menu.states.iter().fold(u16::MAX, |all, (_, preferred)| all & preferred);
        let sometimes = menu.states.iter().fold(0, |all, (_, preferred)| all | preferred) & !always;
        let told = [("map-preferred", always), ("map-preferred-sometimes", sometimes)];
        told.into_iter().filter(|(_, bits)| *bits != 0).map(|(name, bits)| text_with(name, &[("replies", named(bits).into())])).collect()
    }
}

/// How often a beat was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// In so many hours of the players who don't listen.
    In(u32),
    /// In none of those, but by those who go everywhere or know the script.
    Elsewhere,
    /// It only leads around what somebody left out, and nobody did.
    LeftOut,
    Never,
}

/// So many of so many, in percent; what is not none is not told as none, nor what is not all as all.
fn share(some: u32, all: u32) -> String {
    if some > 0 && u64::from(some) * 200 < u64::from(all) {
        return text("map-under-one");
    }
    text_with("map-percent", &[("percent", percent(some, all).into())])
}
