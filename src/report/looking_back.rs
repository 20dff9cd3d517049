//! What a debrief says of what could have been, and of what to make of the hour, in sentences.

use crate::analysis::chances::{Change, HOURS};
use crate::analysis::hindsight::{Hindsight, LeftEarly, Other, TurningPoint};
use crate::assess::{Intervention, SOON};
use crate::script::codes::Measure;
use crate::script::turn::Offer;
use crate::session::account::{Entry, Shown as Showing};
use crate::texts::{text, text_with, word};

use super::text::{measured, quoted};
use super::{CueTold, Debrief, FactTold, Next, NextSkill, SCORES, Well};

/// A piece of the debrief that stands on a line of the trainee's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The reply it is about, counted from 1.
    pub turn: u16,
    pub title: String,
    /// The trainee's line, as it is quoted.
    pub line: String,
    /// Its code, in words.
    pub code: String,
    /// What there is to say, a sentence or two each.
    pub says: Vec<String>,
    pub source: Option<String>,
}

/// Measures that are told where somebody's state at a moment is.
const TOLD: [Measure; 4] = [Measure::Trust, Measure::Agreement, Measure::Distress, Measure::Frustration];

fn piece(debrief: &Debrief, turn: u16, title: String, says: Vec<String>) -> Option<Piece> {
    let answer = debrief.told(turn)?.turn.answer();
    let (line, code) = (quoted(&answer.text, answer.deed), word("skill", answer.codes.skill));
    Some(Piece { turn, title, line, code, says, source: answer.source.clone() })
}

/// What went well, each with the author's reason.
pub fn well(debrief: &Debrief) -> Vec<Piece> {
    let told = |well: &Well| {
        let why = debrief.told(well.turn)?.turn.answer().why.clone();
        piece(debrief, well.turn, word("well", well.kind), vec![why])
    };
    debrief.well.iter().filter_map(told).collect()
}

/// The moments that mattered most; none where nobody has looked.
pub fn turning_points(debrief: &Debrief, hindsight: &Hindsight) -> Vec<Piece> {
    let told = |point: &TurningPoint| {
        let title = point.changes.first().map(|change| turned(debrief, point.turn, change)).unwrap_or_default();
        let says = inside(debrief, point.turn).into_iter().chain(point.changes.iter().map(|change| changed(change, false))).collect();
        piece(debrief, point.turn, title, says)
    };
    hindsight.turning_points.iter().filter_map(told).collect()
}

/// What turned, in a few words.
fn turned(debrief: &Debrief, turn: u16, change: &Change) -> String {
    let told_here = |id: &String| {
        debrief.facts.iter().any(|told| matches!(told, FactTold::Told { fact, after_turn, .. } if fact == id && *after_turn == turn))
    };
    let way = ("way", if change.rises() { "rises" } else { "falls" }.into());
    match change {
        Change::Fact { after: 0, .. } => text("turned-fact-gone"),
        Change::Fact { fact, .. } if told_here(fact) => text("turned-fact-told"),
        Change::Fact { .. } => text_with("turned-fact", &[way]),
        Change::Ending { ending, .. } => text_with("turned-ending", &[way, ("ending", word("ending-short", ending).into())]),
        Change::Score { score, .. } | Change::Reach { score, .. } => {
            text_with("turned-score", &[way, ("score", score_name(*score).into())])
        }
    }
}

/// The name of a score, by its place.
fn score_name(score: usize) -> String {
    SCORES.get(score).map(|name| text(name)).unwrap_or_default()
}

/// What is clearly otherwise after a reply than before it; or after another one than after the one that was taken.
fn changed(change: &Change, other: bool) -> String {
    let beside = ("other", if other { "yes" } else { "no" }.into());
    match change {
        Change::Fact { what, before, after, .. } => {
            text_with("changed-fact", &[beside, ("what", what.as_str().into()), ("before", (*before).into()), ("after", (*after).into())])
        }
        Change::Ending { ending, before, after } => {
            let ending = word("ending-short", ending);
            text_with("changed-ending", &[beside, ("ending", ending.into()), ("before", (*before).into()), ("after", (*after).into())])
        }
        Change::Score { score, before, after } => {
            let score = score_name(*score);
            text_with("changed-score", &[beside, ("score", score.into()), ("before", (*before).into()), ("after", (*after).into())])
        }
        Change::Reach { score, before, after } => {
            text_with("changed-reach", &[("score", score_name(*score).into()), ("before", (*before).into()), ("after", (*after).into())])
        }
    }
}

/// How the figures of what could have been were made.
pub fn method() -> String {
    text_with("hindsight-method", &[("hours", HOURS.into())])
}

/// What was so in the person whose moment it was at a reply and what showed of it, then what was so after it.
pub fn inside(debrief: &Debrief, turn: u16) -> Vec<String> {
    let (Some(told), Some((before, after))) = (debrief.told(turn), debrief.felt_around(turn)) else { return Vec::new() };
    let measures = TOLD.map(|measure| {
        let fill = [
            ("measure", word("measure", measure).into()),
            ("before", measured(before, measure).into()),
            ("after", measured(after, measure).into()),
        ];
        text_with("inside-measure", &fill)
    });
    let name = debrief.whose(&told.turn).map(|person| person.name.as_str()).unwrap_or_default();
    let name = ("name", name.into());
    let fill = [name.clone(), ("stance", word("stance", before.stance).into()), ("measures", measures.join(", ").into())];
    let was = text_with("inside", &fill);
    let showed = told.face.map(|shown| match shown.leak {
        Some(leak) => text_with("inside-masked", &[name, ("face", word("face", shown.face).into()), ("leak", word("face", leak).into())]),
        None => text_with("inside-shown", &[name, ("face", word("face", shown.face).into())]),
    });
    [Some(was), showed].into_iter().flatten().collect()
}

/// What was said and seen, a line each.
pub fn lines(entries: &[Entry]) -> Vec<String> {
    let line = |entry: &Entry| match entry.shown()? {
        Showing::Said { name, text } => Some(format!("{name}: “{text}”")),
        Showing::Seen(text) => Some(format!("[{text}]")),
        Showing::Paused { seconds } => Some(text_with("pause", &[("seconds", seconds.into())])),
        Showing::Over => Some(text("hour-over")),
        Showing::Answered(_) => None,
    };
    entries.iter().filter_map(line).collect()
}

/// The silences that one more step would have opened.
pub fn silences(debrief: &Debrief, hindsight: &Hindsight) -> Vec<Piece> {
    let told = |silence: &LeftEarly| {
        let lead = text("silence-lead");
        piece(debrief, silence.turn, text("silence-title"), std::iter::once(lead).chain(lines(&silence.next)).collect())
    };
    hindsight.silences.iter().filter_map(told).collect()
}

/// Another reply, as it was on offer, and where it would have led.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherTold<'a> {
    pub offer: &'a Offer,
    /// What would have been said and seen next.
    pub next: Vec<String>,
    /// What would clearly have stood otherwise; says so where nothing would.
    pub led: Vec<String>,
}

/// The other replies that were on offer at a turn.
pub fn others<'a>(debrief: &'a Debrief, hindsight: &Hindsight, turn: u16) -> Vec<OtherTold<'a>> {
    let others = usize::from(turn).checked_sub(1).and_then(|place| hindsight.others.get(place));
    let told = |other: &Other| {
        let led: Vec<String> = other.changes.iter().map(|change| changed(change, true)).collect();
        let led = if led.is_empty() { vec![text("other-same")] } else { led };
        Some(OtherTold { offer: debrief.offer(turn, &other.reply)?, next: lines(&other.next), led })
    };
    others.into_iter().flatten().filter_map(told).collect()
}

/// What was tried to bring about a change, and whether anybody asked what it had done.
pub fn interventions(debrief: &Debrief) -> Vec<Piece> {
    let told = |tried: &Intervention| {
        let name = debrief.turn(tried.turn).and_then(|turn| debrief.whose(turn)).map(|person| person.name.as_str()).unwrap_or_default();
        let fill = [("name", name.into()), ("stance", word("stance", tried.stance).into())];
        let then = text_with("intervention-then", &fill);
        let checked = match tried.checked {
            Some(turn) if turn == tried.turn => text("intervention-asks"),
            Some(turn) => text_with("intervention-checked", &[("turn", turn.into())]),
            None if usize::from(tried.turn.saturating_add(SOON)) > debrief.turns.len() => text("intervention-no-time"),
            None => text("intervention-unchecked"),
        };
        piece(debrief, tried.turn, word("intervention", tried.kind), vec![then, checked])
    };
    debrief.assessment.interventions.iter().filter_map(told).collect()
}

/// What could be seen and was not taken up.
pub fn cues(debrief: &Debrief) -> Vec<Piece> {
    let told = |cue: &CueTold| {
        let seen = cue.seen.as_ref().map(|seen| text_with("cue-seen", &[("text", seen.as_str().into())]));
        let jarred = cue.jarred.then(|| text("weighs-fit-not"));
        piece(debrief, cue.turn, text("cue-title"), seen.into_iter().chain(jarred).collect())
    };
    debrief.cues.iter().filter_map(told).collect()
}

/// What to practise next, why, and the line that was on offer.
pub fn next(debrief: &Debrief) -> Vec<String> {
    if debrief.turns.is_empty() {
        return vec![text("report-no-reply")];
    }
    let Some(Next { skill, missed, turn, reply }) = &debrief.next else { return vec![text("next-none")] };
    let skill = match skill {
        NextSkill::Safety(step) => text_with("next-safety", &[("step", word("safety", step).into())]),
        NextSkill::Goal(made) => text_with("next-goal", &[("move", word("goal", made).into())]),
        NextSkill::Frame(response) => text_with("next-frame", &[("response", word("boundary", response).into())]),
        NextSkill::Repair | NextSkill::MeetFeeling | NextSkill::Pace | NextSkill::MeetCue => word("next", skill),
    };
    let fill = [("missed", (*missed).into()), ("turn", (*turn).into())];
    let offer = debrief.offer(*turn, reply).map(|offer| {
        let source = offer.source.as_ref().map(|source| format!(" [{source}]")).unwrap_or_default();
        [
            text_with("next-on-offer", &[("turn", (*turn).into()), ("line", quoted(&offer.text, offer.deed).into())]),
            format!("{}{source}", offer.why),
        ]
    });
    [skill, text_with("next-missed", &fill)].into_iter().chain(offer.into_iter().flatten()).collect()
}
