//! The turns of a table into an account that is scored as an hour's is, and notes of what was taken for granted.
//!
//! A kind of moment that the table names somewhere counts where it is named; a kind that it names nowhere is taken from
//! the replies' codes.

use std::collections::BTreeMap;

use crate::script::codes::{Body, BoundaryDomain, Codes, Moment, Skill};
use crate::script::finding::Finding;
use crate::script::turn::{Offer, Turn as Answered};
use crate::session::account::Entry;
use crate::session::patient::RuptureTurn;
use crate::texts::{text, text_with};

use super::Coded;
use super::read::{Bad, Head, Marks, Reply, Turn};
use super::words::{Column, Fit, Mark};

/// Who sits there, in the account.
const PATIENT: &str = "patient";

/// The deepest level: a table doesn't say what could be borne.
const BEARABLE: u8 = 5;

/// Columns whose absence is worth a note.
const TOLD_WHEN_ABSENT: [Column; 6] = [Column::Text, Column::Skill, Column::Empathy, Column::Goal, Column::Boundary, Column::Moment];

/// What the turns came to.
pub(super) struct Folded {
    pub turns: Vec<Coded>,
    pub account: Vec<Entry>,
    pub findings: Vec<Finding>,
}

/// The fold under way.
struct Fold<'a> {
    head: &'a Head<'a>,
    folded: Folded,
    /// Kinds of moments that some row names.
    named: Vec<Mark>,
    /// How often each thing was taken for granted, by the name of its text.
    assumed: BTreeMap<&'static str, usize>,
    /// What was said of the moment since the last reply, with the line that last asked for a reply.
    met: Marks,
    met_at: u32,
    before: String,
    ruptured: bool,
}

pub(super) fn fold(head: &Head, turns: &[Result<Turn, Bad>]) -> Folded {
    let sound = || turns.iter().filter_map(|turn| turn.as_ref().ok());
    let named = |mark: &Mark| sound().any(|turn| turn.marks.are(*mark));
    let mut fold = Fold {
        head,
        folded: Folded { turns: Vec::new(), account: Vec::new(), findings: Vec::new() },
        named: Mark::ALL.iter().copied().filter(named).collect(),
        assumed: BTreeMap::new(),
        met: Marks::default(),
        met_at: 0,
        before: String::new(),
        ruptured: false,
    };
    for turn in turns {
        match turn {
            Ok(turn) => fold.take(turn),
            Err(bad) => fold.pass_over(bad),
        }
    }
    fold.finish()
}

impl Fold<'_> {
    fn take(&mut self, turn: &Turn) {
        self.ruptures(&turn.marks);
        self.met.and(&turn.marks);
        if turn.marks.ask() {
            self.met_at = turn.line;
        }
        match &turn.reply {
            None => self.before.clone_from(&turn.text),
            Some(reply) => self.answer(turn, reply),
        }
    }

    /// What a reply answered that can't be read is not answered by the next one.
    fn pass_over(&mut self, bad: &Bad) {
        self.before.clear();
        if bad.of_therapist {
            self.met = Marks::default();
        }
    }

    fn assume(&mut self, text: &'static str) {
        let times = self.assumed.entry(text).or_default();
        *times = times.saturating_add(1);
    }

    fn ruptures(&mut self, marks: &Marks) {
        for mark in &marks.named {
            let turn = match (mark, self.ruptured) {
                (Mark::Rupture, false) => RuptureTurn::Opened,
                (Mark::Rupture, true) => RuptureTurn::Deepened,
                (Mark::Eased, true) => RuptureTurn::Eased,
                (Mark::Mended, true) => RuptureTurn::Mended,
                (Mark::Refused, true) => RuptureTurn::Refused,
                (Mark::Eased | Mark::Mended | Mark::Refused, false) => {
                    self.assume("table-no-rupture-to-mend");
                    continue;
                }
                _ => continue,
            };
            self.ruptured = turn != RuptureTurn::Mended;
            self.folded.account.push(Entry::Rupture { person: PATIENT.into(), turn });
        }
    }

    fn answer(&mut self, turn: &Turn, reply: &Reply) {
        let met = std::mem::take(&mut self.met);
        let moments = [
            self.emotional(&met, turn.line, reply),
            self.goal(&met, reply),
            self.boundary(&met, reply),
            met.are(Mark::Risk).then_some(Moment::Risk),
            self.cue(&met, reply),
        ];
        if reply.thinned {
            self.assume("table-once-a-turn");
        }
        if reply.repair.is_some() && !self.ruptured {
            self.assume("table-nothing-to-repair");
        }
        if !reply.safety.is_empty() && !self.named.contains(&Mark::Risk) {
            self.assume("table-safety-without-risk");
        }
        let number = (self.folded.turns.len() as u16).saturating_add(1);
        let mut skills = reply.skills.iter().map(|behaviour| behaviour.skill());
        let codes = Codes {
            // Where none is coded, one that nothing is counted from.
            skill: skills.next().unwrap_or(Skill::Structuring),
            empathy: reply.empathy,
            goal: reply.goal.clone(),
            boundary: reply.boundary,
            safety: reply.safety.clone(),
            repair: reply.repair,
            body: reply.body,
        };
        self.say(number, turn, moments.into_iter().flatten().collect(), codes);
        // A turn that is several things is a turn for each; only the first answers the moment.
        for skill in skills {
            let codes = Codes { skill, empathy: None, goal: Vec::new(), boundary: None, safety: Vec::new(), repair: None, body: None };
            self.say(number, turn, Vec::new(), codes);
        }
        let before = std::mem::take(&mut self.before);
        let (line, text, skills) = (turn.line, turn.text.clone(), reply.skills.clone());
        self.folded.turns.push(Coded { number, line, before, text, skills });
    }

    fn say(&mut self, number: u16, turn: &Turn, moments: Vec<Moment>, codes: Codes) {
        let (reply, text) = (turn.line.to_string(), turn.text.clone());
        let offered = vec![Offer { reply, text, deed: false, codes, with: Vec::new(), against: None, why: String::new(), source: None }];
        let answered = Answered { number, moments, offered, bearable: BEARABLE, ..Answered::default() };
        self.folded.account.push(Entry::Turn(answered));
    }

    /// An emotional opportunity: where one is named; where none is named anywhere, wherever a level is coded.
    fn emotional(&mut self, met: &Marks, line: u32, reply: &Reply) -> Option<Moment> {
        let named = met.are(Mark::Emotional);
        match reply.empathy {
            Some(_) if named => {}
            Some(_) if self.named.contains(&Mark::Emotional) => {
                self.assume("table-level-elsewhere");
                return None;
            }
            Some(_) => self.assume("table-level-makes-moment"),
            // As with a plain question about risk in an hour.
            None if named && reply.safety.is_empty() && self.head.has(Column::Empathy) => {
                self.folded.findings.push(self.head.finding("no-level", line, Column::Empathy, &[]));
                return None;
            }
            None => return None,
        }
        Some(Moment::Emotional)
    }

    /// A goal negotiation, with the moves that are named; where none is, those that were made.
    fn goal(&mut self, met: &Marks, reply: &Reply) -> Option<Moment> {
        if !met.offered.is_empty() {
            return Some(Moment::Goal(met.offered.clone()));
        }
        let named = met.are(Mark::Goal);
        match reply.goal.as_slice() {
            [] if named => {
                let line = met.goal_at.unwrap_or_default();
                self.folded.findings.push(self.head.finding("no-moves", line, Column::Moment, &[]));
                None
            }
            [] => None,
            _ if !named && self.named.contains(&Mark::Goal) => {
                self.assume("table-moves-elsewhere");
                None
            }
            made => {
                self.assume("table-moves-make-moment");
                Some(Moment::Goal(made.to_vec()))
            }
        }
    }

    fn boundary(&mut self, met: &Marks, reply: &Reply) -> Option<Moment> {
        if !met.are(Mark::Boundary) {
            if reply.boundary.is_some() {
                self.assume("table-unasked");
            }
            return None;
        }
        if met.indicated.is_empty() {
            self.assume("table-nothing-indicated");
        }
        // Which part of the frame it is makes no difference to a score.
        Some(Moment::Boundary { domain: BoundaryDomain::Role, indicated: met.indicated.clone() })
    }

    fn cue(&mut self, met: &Marks, reply: &Reply) -> Option<Moment> {
        if reply.fit.is_none() && !met.are(Mark::Cue) {
            return None;
        }
        if reply.fit.is_none() {
            self.assume("table-no-fit");
        }
        let body = vec![reply.body.unwrap_or(Body::Still)];
        let (fits, misfits) = match reply.fit {
            Some(Fit::Fits) => (body, Vec::new()),
            Some(Fit::Jars) => (Vec::new(), body),
            Some(Fit::Neither) | None => Default::default(),
        };
        Some(Moment::Cue { fits, misfits })
    }

    fn finish(mut self) -> Folded {
        if self.met.ask() {
            self.folded.findings.push(self.head.note_at(self.met_at, text("table-not-answered")));
        }
        let absent: Vec<String> =
            TOLD_WHEN_ABSENT.iter().filter(|column| !self.head.has(**column)).map(|column| format!("{column:?}").to_lowercase()).collect();
        let mut notes = vec![text("table-bearable")];
        if !absent.is_empty() {
            notes.push(text_with("table-absent", &[("columns", absent.join(", ").into())]));
        }
        if !self.named.contains(&Mark::Risk) {
            notes.push(text("table-no-risk"));
        }
        notes.extend(self.assumed.iter().map(|(name, count)| text_with(name, &[("count", (*count).into())])));
        self.folded.findings.extend(notes.into_iter().map(|note| self.head.note(note)));
        self.folded
    }
}
