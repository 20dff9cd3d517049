//! The debrief of an hour: a plain model of it, and the ways it is told.

pub mod catalogue;
pub mod coach;
pub mod conditions;
pub mod csv;
pub mod html;
pub mod looking_back;
pub mod map;
mod next;
pub mod over_time;
pub mod own;
pub mod progress;
pub mod table;
pub mod text;
pub mod unmet;
mod well;

use serde::Serialize;

use crate::analysis::hindsight::Hindsight;
use crate::assess::notebook::{Notebook, notebook};
use crate::assess::reading::{self, Read};
use crate::assess::{Assessment, Evidence, Score, Weighs};
use crate::script::codes::Ending;
use crate::script::exam::Held;
use crate::script::face::{Camera, Face};
use crate::script::model::Person;
use crate::script::turn::{Offer, Turn};
use crate::session::account::{Entry, Felt};
use crate::session::jotting::{Jottings, OwnWords};
use crate::texts::text_with;

pub use next::{Next, NextSkill};
pub use well::{Well, WellKind};

/// The names of the scores' texts, by their places.
pub const SCORES: [&str; 3] = ["score-empathy", "score-goals", "score-boundaries"];

/// Everything that is told of an hour after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Debrief {
    pub case: String,
    pub title: String,
    /// Counted from 1.
    pub session: u32,
    pub seed: u64,
    /// What happened in the week before, where this is a later session.
    pub week: Option<String>,
    /// In the order of the case; never nobody.
    pub people: Vec<PersonTold>,
    pub ending: Option<Ending>,
    /// How the trainee thought they would.
    pub expected: Option<Ending>,
    /// What the trainee felt, in their own words.
    pub trainee_felt: String,
    pub minutes: u16,
    /// What the case says of the topics that were left out.
    pub left_out: Vec<String>,
    pub assessment: Assessment,
    /// Up to three things, another kind each.
    pub well: Vec<Well>,
    /// One skill to practise next; none where nothing was missed that counts.
    pub next: Option<Next>,
    /// What could be seen and was not taken up by the body.
    pub cues: Vec<CueTold>,
    /// What could still have come of the hour; none where nobody has looked yet, or it can't be gone through again.
    pub hindsight: Option<Hindsight>,
    /// What was said and done, in order, for looking up what a figure came from.
    pub turns: Vec<Told>,
    /// What was said and seen after the last reply.
    pub closing: Vec<Entry>,
    /// What came out, and what was asked for too early.
    pub facts: Vec<FactTold>,
    /// What the trainee saw in somebody before they answered, in the order of the replies.
    pub readings: Vec<Read>,
    /// Their notes beside the case's formulation.
    pub notebook: Notebook,
    pub aftercare: String,
    pub review: String,
    /// Where it was an exam: what it was set by, and what the machine knew of it.
    pub exam: Option<Held>,
}

/// Somebody who was in the room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PersonTold {
    pub id: String,
    pub name: String,
    /// How they left; none while the hour is unfinished.
    pub ending: Option<Ending>,
    /// What was so in them: at the start, and after each reply.
    pub felt: Vec<Felt>,
}

/// One reply with what it answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// What the person last said or showed before it.
    pub before: String,
    /// All that was said and seen since the reply before.
    pub heard: Vec<Entry>,
    /// The clock when it was given.
    pub minute: u16,
    /// What the face of the person whose moment it is showed last.
    pub face: Option<Shown>,
    pub turn: Turn,
    /// What the trainee would have said, before they saw what could be answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<OwnWords>,
}

/// A face, and what leaked out before it covered that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    pub face: Face,
    pub leak: Option<Face>,
}

/// Something that could be seen at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CueTold {
    pub turn: u16,
    /// What was seen, where there was a caption.
    pub seen: Option<String>,
    /// What the body did jarred with it.
    pub jarred: bool,
}

/// A reply that a score came from.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub told: &'a Told,
    pub evidence: &'a [Evidence],
    people: &'a [PersonTold],
}

impl Line<'_> {
    /// For whom a part of it weighs, where there are several people.
    pub fn weighs_for(&self, evidence: &Evidence) -> Option<&str> {
        let who = evidence.person.as_ref()?;
        self.people.iter().find(|person| person.id == *who).map(|person| person.name.as_str())
    }

    /// Its reason; none where the line only counts over the whole hour, as the reflection figures do.
    pub fn why(&self) -> Option<&str> {
        let answer = self.told.turn.answer();
        (!self.evidence.iter().all(|evidence| evidence.weighs.is_a_count())).then_some(answer.why.as_str())
    }
}

/// A fact that came near.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum FactTold {
    Told { fact: String, what: String, after_turn: u16 },
    Blocked { fact: String, seen: String, after_turn: u16 },
}

/// What the debrief needs to know of the hour beside its account.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub case: &'a crate::script::model::Case,
    /// The session's, for what may be felt where.
    pub scene: Option<&'a crate::script::model::Scene>,
    pub session: u32,
    pub seed: u64,
    /// What the trainee said afterwards.
    pub expected: Option<Ending>,
    pub felt: &'a str,
    /// What they kept for themselves.
    pub jottings: &'a Jottings,
}

impl Debrief {
    /// Gathers it from the account as it was shown; nothing is played again.
    pub fn new(about: About, assessment: Assessment, account: &[Entry]) -> Debrief {
        let person = |person: &Person| PersonTold { id: person.id.clone(), name: person.name.clone(), ..PersonTold::default() };
        let mut debrief = Debrief {
            case: about.case.id.clone(),
            title: about.case.title.clone(),
            session: about.session,
            seed: about.seed,
            week: None,
            people: about.case.people.iter().map(person).collect(),
            ending: assessment.ending,
            expected: about.expected,
            trainee_felt: about.felt.into(),
            minutes: 0,
            left_out: Vec::new(),
            assessment,
            well: Vec::new(),
            next: None,
            cues: Vec::new(),
            hindsight: None,
            turns: Vec::new(),
            closing: Vec::new(),
            facts: Vec::new(),
            readings: about.scene.map(|scene| reading::of_hour(scene, account, about.jottings)).unwrap_or_default(),
            notebook: notebook(about.case, account, about.jottings),
            aftercare: crate::script::model::fold(&about.case.aftercare),
            review: about.case.review.clone(),
            exam: None,
        };
        // By their places.
        let mut shows: Vec<(Option<Shown>, Camera)> = vec![(None, Camera::On); debrief.people.len()];
        let pictures = about.case.pictures();
        let mut settled = vec![true; debrief.people.len()];
        let mut answered = true;
        for entry in account {
            // What comes of leaving a topic out is no reply's doing.
            let after_turn = if answered { debrief.turns.len() as u16 } else { 0 };
            if let Some((camera, person)) = entry.camera()
                && let Some(place) = debrief.place(person)
            {
                let shared = |(_, picture): &(_, &usize)| pictures.get(place) == Some(*picture);
                shows.iter_mut().zip(&pictures).filter(shared).for_each(|(shows, _)| shows.1 = camera);
            }
            if entry.shown().is_some() && !matches!(entry, Entry::Turn(_)) {
                debrief.closing.push(entry.clone());
            }
            match entry {
                Entry::Turn(turn) => {
                    let heard = std::mem::take(&mut debrief.closing);
                    let before = heard.iter().rev().find_map(|entry| entry.said().or(entry.seen()).map(String::from));
                    let whose = turn.whose.first().and_then(|person| debrief.place(person)).unwrap_or_default();
                    let face = shows.get(whose).and_then(|(face, camera)| face.filter(|_| *camera == Camera::On));
                    let (before, minute) = (before.unwrap_or_default(), debrief.minutes);
                    let own = about.jottings.words_at(turn.number).cloned();
                    debrief.turns.push(Told { before, heard, minute, face, turn: turn.clone(), own });
                    settled.fill(true);
                    answered = true;
                }
                Entry::Face { person, face, leak, .. } => {
                    if let Some((shown, _)) = debrief.place(person).and_then(|place| shows.get_mut(place)) {
                        *shown = Some(Shown { face: *face, leak: *leak });
                    }
                }
                Entry::Week { what, .. } => debrief.week = Some(what.clone()),
                Entry::Clock { minute } => debrief.minutes = *minute,
                // What settles after a beat was entered belongs to the reply that led there.
                Entry::Felt(felt) => {
                    let mut people = debrief.people.iter_mut().zip(&mut settled);
                    if let Some((person, settled)) = people.find(|(person, _)| person.id == felt.person) {
                        if !std::mem::take(settled) {
                            person.felt.pop();
                        }
                        person.felt.push(felt.clone());
                    }
                }
                Entry::Leaves { person, ending } => {
                    if let Some(told) = debrief.people.iter_mut().find(|told| told.id == *person) {
                        told.ending = Some(*ending);
                    }
                }
                Entry::LeftOut { topic } => {
                    answered = false;
                    let note = about.case.topics().find(|(id, _)| id == topic).map(|(_, note)| note.note.clone());
                    debrief.left_out.extend(note);
                }
                Entry::Told { fact, what } => debrief.facts.push(FactTold::Told { fact: fact.clone(), what: what.clone(), after_turn }),
                Entry::Blocked { fact, text } => {
                    debrief.facts.push(FactTold::Blocked { fact: fact.clone(), seen: text.clone(), after_turn })
                }
                _ => {}
            }
        }
        for person in &mut debrief.people {
            person.ending = person.ending.or(debrief.ending);
        }
        debrief.cues = debrief.cues();
        debrief.well = well::well(&debrief);
        debrief.next = next::next(&debrief);
        debrief
    }

    /// Cues that the body left aside or jarred with, each with what was last seen before the reply.
    fn cues(&self) -> Vec<CueTold> {
        let all = &self.assessment.scores.empathy.evidence;
        // What several people could see counts for each of them, and is told once.
        let first =
            |evidence: &Evidence| all.iter().find(|other| other.turn == evidence.turn).is_none_or(|other| other.person == evidence.person);
        let evidence = all.iter().filter(|evidence| first(evidence)).filter_map(|evidence| match evidence.weighs {
            Weighs::Fit { hundredths } if hundredths < 100 => Some((evidence.turn, hundredths == 0)),
            _ => None,
        });
        let cue = |(turn, jarred)| {
            let heard = &self.told(turn)?.heard;
            let seen = heard.iter().rev().find_map(Entry::seen).map(String::from);
            Some(CueTold { turn, seen, jarred })
        };
        evidence.filter_map(cue).collect()
    }

    /// The reply with that number, counted from 1, and what it answered.
    pub fn told(&self, turn: u16) -> Option<&Told> {
        self.turns.iter().find(|told| told.turn.number == turn)
    }

    fn turn(&self, turn: u16) -> Option<&Turn> {
        self.told(turn).map(|told| &told.turn)
    }

    /// A reply that was on offer at a turn, by its id.
    pub fn offer(&self, turn: u16, reply: &str) -> Option<&Offer> {
        self.turn(turn)?.offered.iter().find(|offer| offer.reply == reply)
    }

    fn place(&self, person: &str) -> Option<usize> {
        self.people.iter().position(|there| there.id == person)
    }

    /// Everybody by name.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.people.iter().map(|person| person.name.as_str()).collect();
        match names.split_last() {
            Some((last, [])) => last.to_string(),
            Some((last, others)) => text_with("names", &[("others", others.join(", ").into()), ("last", (*last).into())]),
            None => String::new(),
        }
    }

    /// The person whose moment a reply met: the first where it is everybody's, or only one comes.
    pub fn whose(&self, turn: &Turn) -> Option<&PersonTold> {
        let whose = turn.whose.first().and_then(|person| self.place(person));
        self.people.get(whose.unwrap_or_default())
    }

    /// What was so in the person whose moment it was when a reply was given, and after it.
    pub fn felt_around(&self, turn: u16) -> Option<(&Felt, &Felt)> {
        let felt = &self.whose(self.turn(turn)?)?.felt;
        let after = usize::from(turn);
        Some((felt.get(after.checked_sub(1)?)?, felt.get(after)?))
    }

    /// The lines that a score came from, one for each reply, with all that it weighs.
    pub fn lines<'a>(&'a self, score: &'a Score) -> impl Iterator<Item = Line<'a>> {
        score
            .evidence
            .chunk_by(|one, next| one.turn == next.turn)
            .filter_map(|evidence| Some(Line { told: self.told(evidence.first()?.turn)?, evidence, people: &self.people }))
    }

    /// All that a reply weighs, in words, score after score.
    pub fn weights(&self, turn: u16) -> Vec<String> {
        let lines = self.scores().into_iter().flat_map(|(_, score)| self.lines(score));
        lines.filter(|line| line.told.turn.number == turn).map(|line| text::weights(&line)).collect()
    }

    /// The three scores with the names of their texts, in the order in which they are shown.
    pub fn scores(&self) -> [(&'static str, &Score); 3] {
        let ([empathy, goals, boundaries], scores) = (SCORES, &self.assessment.scores);
        [(empathy, &scores.empathy), (goals, &scores.goals), (boundaries, &scores.boundaries)]
    }
}
