//! The debrief as comma-separated values (RFC 4180): a row a reply, for a spreadsheet or a statistics program.

use std::borrow::Cow;
use std::fmt::Debug;

use csv::{Terminator, WriterBuilder};

use crate::assess::{Evidence, Weighs};
use crate::script::codes::{GoalMove, Moment};
use crate::session::account::Felt;

use super::{Debrief, Told};

/// The columns, in their order.
pub const COLUMNS: [&str; 44] = [
    "record",
    "case",
    "session",
    "seed",
    "mode",
    "move",
    "minute",
    "beat",
    "whose",
    "moments",
    "before",
    "reply",
    "text",
    "deed",
    "skill",
    "empathy_coded",
    "empathy_credited",
    "goals_made",
    "goals_offered",
    "boundary",
    "boundary_asked",
    "boundary_indicated",
    "safety_steps",
    "repair",
    "body",
    "why",
    "source",
    "trust",
    "agreement",
    "safety",
    "distress",
    "frustration",
    "hope",
    "dependency",
    "experiencing",
    "stance",
    "rupture",
    "rupture_depth",
    "exam",
    "exam_file",
    "exam_reviewed",
    "exam_at_hand",
    "exam_met",
    "exam_attempt",
];

/// Which record it is, as the debrief doesn't say.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    pub record: &'a str,
    pub mode: &'a str,
}

/// The header, and a row for each reply.
pub fn render(debrief: &Debrief, origin: Origin) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory can't fail, and every row is as long as the header.
    let _ = writer.write_record(COLUMNS);
    for (after, told) in (1..).zip(&debrief.turns) {
        let row = row(debrief, origin, told, debrief.whose(&told.turn).and_then(|person| person.felt.get(after)));
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell).into_owned()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn row(debrief: &Debrief, origin: Origin, told: &Told, felt: Option<&Felt>) -> [String; COLUMNS.len()] {
    let turn = &told.turn;
    let (answer, scores) = (turn.answer(), &debrief.assessment.scores);
    let credited = weighed(&scores.empathy.evidence, turn.number, |weighs| match weighs {
        Weighs::Level { credited, .. } => Some(*credited),
        _ => None,
    });
    let boundary = weighed(&scores.boundaries.evidence, turn.number, |weighs| match weighs {
        Weighs::Boundary { asked, indicated, .. } => Some((*asked, *indicated)),
        _ => None,
    });
    let offered: Vec<GoalMove> = turn.moments.iter().flat_map(goals).copied().collect();
    let exam = debrief.exam.as_ref();
    let paper = exam.and_then(|exam| exam.paper.as_ref());
    let number = |measure: fn(&Felt) -> u8| felt.map(|felt| measure(felt).to_string()).unwrap_or_default();
    [
        origin.record.into(),
        debrief.case.clone(),
        debrief.session.to_string(),
        debrief.seed.to_string(),
        origin.mode.into(),
        turn.number.to_string(),
        told.minute.to_string(),
        turn.beat.clone(),
        turn.whose.join("; "),
        turn.moments.iter().map(kind).collect::<Vec<_>>().join("; "),
        told.before.clone(),
        answer.reply.clone(),
        answer.text.clone(),
        yes(answer.deed),
        format!("{:?}", answer.codes.skill),
        answer.codes.empathy.map(|level| level.to_string()).unwrap_or_default(),
        credited.map(|level| level.to_string()).unwrap_or_default(),
        words(&answer.codes.goal),
        words(&offered),
        words(answer.codes.boundary.as_slice()),
        boundary.map(|(asked, _)| yes(asked)).unwrap_or_default(),
        boundary.map(|(_, indicated)| yes(indicated)).unwrap_or_default(),
        words(&answer.codes.safety),
        words(answer.codes.repair.as_slice()),
        words(answer.codes.body.as_slice()),
        answer.why.clone(),
        answer.source.clone().unwrap_or_default(),
        number(|felt| felt.trust),
        number(|felt| felt.agreement),
        number(|felt| felt.safety),
        number(|felt| felt.distress),
        number(|felt| felt.frustration),
        number(|felt| felt.hope),
        number(|felt| felt.dependency),
        number(|felt| felt.experiencing),
        felt.map(|felt| format!("{:?}", felt.stance)).unwrap_or_default(),
        felt.map(|felt| words(felt.rupture.as_slice())).unwrap_or_default(),
        number(|felt| felt.rupture_depth),
        paper.map(|paper| paper.title.clone()).unwrap_or_default(),
        paper.map(|paper| paper.hash.clone()).unwrap_or_default(),
        exam.map(|exam| yes(exam.reviewed)).unwrap_or_default(),
        exam.map(|exam| yes(exam.at_hand)).unwrap_or_default(),
        exam.map(|exam| exam.met.to_string()).unwrap_or_default(),
        exam.map(|exam| exam.attempt.to_string()).unwrap_or_default(),
    ]
}

/// How a reply weighs, where it does.
fn weighed<T>(evidence: &[Evidence], turn: u16, how: impl Fn(&Weighs) -> Option<T>) -> Option<T> {
    evidence.iter().filter(|evidence| evidence.turn == turn).find_map(|evidence| how(&evidence.weighs))
}

fn goals(moment: &Moment) -> &[GoalMove] {
    match moment {
        Moment::Goal(moves) => moves,
        _ => &[],
    }
}

fn kind(moment: &Moment) -> &'static str {
    match moment {
        Moment::Emotional => "Emotional",
        Moment::Goal(_) => "Goal",
        Moment::Boundary { .. } => "Boundary",
        Moment::Rupture(_) => "Rupture",
        Moment::Risk => "Risk",
        Moment::Cue { .. } => "Cue",
    }
}

fn words<T: Debug>(words: &[T]) -> String {
    words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join("; ")
}

fn yes(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.into()
}

/// A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it, as OWASP advises.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_made_harmless_and_all_else_is_left() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["", "1", "I = you", "– well", "'=1"] {
            assert_eq!(harmless(plain), plain);
        }
    }
}
