//! What is said of a table of coded turns, as plain text.

use crate::assess::table::{Assessed, Coded, Count, Miti};
use crate::assess::{Evidence, Score};
use crate::script::finding::Severity;
use crate::texts::{text, text_with, word};

use super::SCORES;
use super::text::{gate_lines, heading, headline, paragraph, quoted, repair_line, weighs};

/// All of it: what can't be read first, then the scores, the counts, and what was taken for granted.
pub fn render(assessed: &Assessed) -> String {
    let (notes, wrong): (Vec<_>, Vec<_>) = assessed.findings.iter().partition(|finding| finding.severity == Severity::Note);
    let mut out: String = wrong.iter().map(|finding| format!("{finding}\n")).collect();
    heading(&mut out, &format!("{} · {}", text("product"), assessed.file), '=');
    let rows = assessed.rows;
    let fill = [
        ("therapist", rows.therapist.into()),
        ("patient", rows.patient.into()),
        ("bad", rows.bad.into()),
        ("rubric", assessed.rubric.as_str().into()),
        ("lens", word("lens", assessed.lens).into()),
    ];
    paragraph(&mut out, 0, &text_with("table-rows", &fill));
    let scores = &assessed.scores;
    for (name, score) in SCORES.into_iter().zip(scores.each()) {
        heading(&mut out, &text(name), '-');
        score_lines(&mut out, assessed, score);
    }
    heading(&mut out, &text("safety-title"), '-');
    gate_lines(&assessed.gate).iter().for_each(|line| paragraph(&mut out, 0, line));
    heading(&mut out, &text("repairs-title"), '-');
    ruptures(assessed).iter().for_each(|line| paragraph(&mut out, 0, line));
    heading(&mut out, &text("table-skills-title"), '-');
    assessed.counts.skills.iter().for_each(|count| paragraph(&mut out, 0, &counted(&word("skill", count.what), count)));
    heading(&mut out, &text("table-miti-title"), '-');
    miti(assessed).iter().for_each(|line| paragraph(&mut out, 0, line));
    heading(&mut out, &text("table-notes-title"), '-');
    for note in notes {
        let at = note.line.map(|line| format!("{} ", text_with("table-at-line", &[("line", line.into())]))).unwrap_or_default();
        paragraph(&mut out, 0, &format!("{at}{}. {}", note.message.trim_end_matches('.'), note.help));
    }
    out.push('\n');
    paragraph(&mut out, 0, &text("table-formative"));
    out
}

fn score_lines(out: &mut String, assessed: &Assessed, score: &Score) {
    paragraph(out, 0, &headline(score));
    for evidence in score.evidence.chunk_by(|one, next| one.turn == next.turn) {
        let number = evidence.first().map_or(0, |evidence| usize::from(evidence.turn));
        let Some(turn) = number.checked_sub(1).and_then(|place| assessed.turns.get(place)) else { continue };
        out.push('\n');
        let fill = [("number", turn.number.into()), ("line", turn.line.into()), ("text", quoted(&turn.text, false).into())];
        paragraph(out, 2, &text_with(if turn.text.is_empty() { "table-turn-unwritten" } else { "table-turn" }, &fill));
        paragraph(out, 5, &weights(turn, evidence));
    }
}

/// What a turn was, and all that it weighs.
fn weights(turn: &Coded, evidence: &[Evidence]) -> String {
    let skills: Vec<String> = turn.skills.iter().map(|skill| word("skill", skill)).collect();
    let weights = evidence.iter().map(weighs).collect::<Vec<_>>().join("; ");
    if skills.is_empty() { weights } else { format!("{} · {weights}", skills.join(", ")) }
}

fn ruptures(assessed: &Assessed) -> Vec<String> {
    if assessed.repairs.is_empty() {
        return vec![text("table-no-rupture")];
    }
    let outcome = |outcome: Option<_>| outcome.map_or_else(|| text("table-outcome-unknown"), |outcome| word("outcome", outcome));
    assessed.repairs.iter().map(|rupture| repair_line(rupture.opened, &rupture.tried, outcome(rupture.outcome))).collect()
}

fn counted<T>(name: &str, count: &Count<T>) -> String {
    let lines: Vec<String> = count.lines.iter().map(u32::to_string).collect();
    text_with("table-count", &[("what", name.into()), ("count", count.count.into()), ("lines", lines.join(", ").into())])
}

/// The manual's counts and figures.
fn miti(assessed: &Assessed) -> Vec<String> {
    let counts = &assessed.counts;
    let mut lines: Vec<String> = counts.behaviours.iter().map(|count| counted(&word("miti", count.what), count)).collect();
    lines.push(match counts.reflections_to_questions {
        Some(ratio) => {
            let fill = [
                ("ratio", format!("{ratio:.2}").into()),
                ("reflections", counts.reflections.into()),
                ("questions", counts.questions.into()),
            ];
            text_with("table-ratio", &fill)
        }
        None => text_with("table-ratio-none", &[("reflections", counts.reflections.into())]),
    });
    lines.push(match counts.percent_complex {
        Some(percent) => {
            let fill = [
                ("percent", percent.into()),
                ("complex", counts.of(Miti::ComplexReflection).into()),
                ("reflections", counts.reflections.into()),
            ];
            text_with("table-complex", &fill)
        }
        None => text("table-complex-none"),
    });
    let fill = [
        ("adherent", counts.mi_adherent.into()),
        ("other", counts.mi_non_adherent.into()),
        ("affirm", counts.of(Miti::Affirm).into()),
        ("seek", counts.of(Miti::SeekCollaboration).into()),
        ("autonomy", counts.of(Miti::EmphasiseAutonomy).into()),
        ("persuade", counts.of(Miti::Persuade).into()),
        ("confront", counts.of(Miti::Confront).into()),
    ];
    lines.push(text_with("table-adherent", &fill));
    if let Some(percent) = counts.percent_mi_adherent {
        lines.push(text_with("table-adherent-share", &[("percent", percent.into())]));
    }
    lines.push(text("table-miti-source"));
    lines
}
