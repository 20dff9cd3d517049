//! Everything that somebody tried and held so far, out of the records of hours and of drills: there is nothing else that it is kept in.

use std::collections::BTreeSet;
use std::path::Path;

use crate::assess::occasion::{kinds, occasions};
use crate::assess::reading::{self, Read};
use crate::assess::{turns, values};
use crate::practice::progress::{Held, LeftOut, Past, Why};
use crate::practice::{Place, Try};
use crate::record::{AllDrilled, Drilled, Header, Health, Mode, Record, Records, Step, day};
use crate::script::bundle::Bundle;
use crate::script::turn::Turn;
use crate::session::account::Entry;

use super::{Scripts, Trouble};

/// Why not everything counts of a file in that state; none where everything does that was ever answered.
fn why(health: Health) -> Option<Why> {
    match health {
        Health::Whole | Health::TornTail { .. } | Health::Empty => None,
        Health::Damaged { line } => Some(Why::Damaged { line }),
        Health::Newer { .. } => Some(Why::Newer),
        Health::Unreadable => Some(Why::Unreadable),
    }
}

/// Everything there is a record of. What can't be read hides nothing else.
pub fn past(records: &Records) -> Result<Past, Trouble> {
    let mut past = Past::default();
    // Each with when it was: a moment that comes both in an hour and in a drill of that day was first met in one of them.
    let mut tries: Vec<(String, Try)> = Vec::new();
    let scripts = Scripts::default();
    for record in records.list()? {
        leave_out(&mut past, &record.path, why(record.health));
        let Some((header, day)) = record.header.as_ref().and_then(|header| Some((header, day(&header.started)?))) else { continue };
        // Of an exam nothing is told before its end.
        if header.mode == Mode::Exam && record.ending().is_none() {
            continue;
        }
        match scripts.of(records, &record) {
            Ok(bundle) => {
                tries.extend(of_hour(&record, header, day, &bundle).into_iter().map(|one| (header.started.clone(), one)));
                past.held.extend(held(&record, header, day, &bundle));
                past.readings.extend(readings(&record, header, &bundle));
            }
            Err(_) => leave_out(&mut past, &record.path, Some(Why::NoScript)),
        }
    }
    let AllDrilled { answers, files } = records.drilled()?;
    files.into_iter().for_each(|(path, health)| leave_out(&mut past, &path, why(health)));
    tries.extend(answers.iter().filter_map(|drilled| Some((drilled.at.clone(), drilled.counted(day(&drilled.at)?)))));
    tries.sort_by(|(one, _), (other, _)| one.cmp(other));
    past.tries = tries.into_iter().map(|(_, one)| one).collect();
    Ok(past)
}

fn leave_out(past: &mut Past, path: &Path, why: Option<Why>) {
    let file = || path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    past.left_out.extend(why.map(|why| LeftOut { file: file(), why }));
}

impl Drilled {
    /// As a try of that day.
    pub fn counted(&self, day: i32) -> Try {
        Try {
            place: self.place.clone(),
            day,
            kinds: kinds(&self.turn),
            occasions: self.occasions.clone(),
            drilled: Some(self.competence),
            found: self.found,
        }
    }
}

/// The tries of an hour, by the rubric that it began with: each first answer, also one that was taken back. What is answered at a moment
/// after that comes with what was said of the first still in mind, and the same answer after the same moves is the same try.
fn of_hour(record: &Record, header: &Header, day: i32, bundle: &Bundle) -> Vec<Try> {
    // What an hour that was tried again has in common with the one before counts there.
    let mut from = header.again.as_ref().map_or(0, |again| again.turn);
    let mut path: Vec<&str> = Vec::new();
    let (mut known, mut tries) = (BTreeSet::new(), Vec::new());
    // Each reply on the path: how many moves went before it, and at which beat it was given.
    let mut given: Vec<(usize, &str)> = Vec::new();
    let mut taken_back: BTreeSet<&str> = BTreeSet::new();
    for step in &record.steps {
        match step {
            Step::Reply { reply, entries, .. } => {
                let turn = entries.iter().find_map(|entry| match entry {
                    Entry::Turn(turn) => Some(turn),
                    _ => None,
                });
                given.extend(turn.map(|turn| (path.len(), turn.beat.as_str())));
                path.push(reply);
                let is_new = known.insert(path.clone());
                let counts = |turn: &&Turn| is_new && turn.number >= from && !taken_back.contains(turn.beat.as_str());
                tries.extend(turn.filter(counts).map(|turn| of_turn(header, day, bundle, turn)));
            }
            Step::Rewind { turn, left_out, .. } => {
                let reply = usize::from(turn.saturating_sub(1)).min(given.len());
                given.get(reply).iter().for_each(|(moves, _)| path.truncate(*moves));
                taken_back.extend(given.drain(reply..).map(|(_, beat)| beat));
                path.extend(left_out.iter().map(|out| out.reply.as_str()));
                from = from.min(*turn);
            }
            _ => {}
        }
    }
    tries
}

fn of_turn(header: &Header, day: i32, bundle: &Bundle, turn: &Turn) -> Try {
    Try {
        place: Place { case: header.case.clone(), session: header.session, beat: turn.beat.clone() },
        day,
        kinds: kinds(turn),
        occasions: occasions(&bundle.rubric, turn).into_iter().map(|occasion| (occasion.competence, occasion.done)).collect(),
        drilled: None,
        found: None,
    }
}

/// What was seen in somebody in an hour; of one that was tried again only from where it is new.
fn readings(record: &Record, header: &Header, bundle: &Bundle) -> Vec<Read> {
    let hour = (header.session as usize).checked_sub(1).and_then(|hour| bundle.hours.get(hour));
    let rewound = record.steps.iter().filter_map(|step| match step {
        Step::Rewind { turn, .. } => Some(*turn),
        _ => None,
    });
    let from = header.again.as_ref().map_or(0, |again| rewound.fold(again.turn, u16::min));
    let read = hour.map(|hour| reading::of_hour(&hour.scene, &record.held.account, &record.held.jottings)).unwrap_or_default();
    read.into_iter().filter(|read| read.turn >= from).collect()
}

/// An hour that is over and was held as a whole, without going back in it, with its scores.
fn held(record: &Record, header: &Header, day: i32, bundle: &Bundle) -> Option<Held> {
    let went_back = record.steps.iter().any(|step| matches!(step, Step::Rewind { .. }));
    record.ending().filter(|_| header.again.is_none() && !went_back)?;
    let [empathy, goals, boundaries] = values(&bundle.rubric, bundle.case.lens, &turns(&record.held.account));
    let (case, title) = (header.case.clone(), header.title.clone());
    Some(Held {
        record: header.id.clone(),
        case,
        title,
        session: header.session,
        mode: header.mode.name(),
        day,
        empathy,
        goals,
        boundaries,
    })
}
