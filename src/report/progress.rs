//! How somebody has fared, in sentences for both fronts.

use crate::practice::date;
use crate::practice::progress::{Comes, Held, LeftOut, Next, OnDay, Progress, Scored, Share, Standing, Why};
use crate::script::codes::Vocabulary;
use crate::texts::{text, text_with, word};

use super::SCORES;

/// Days that are told one by one.
const DAYS: usize = 7;

/// What is known of something that was tried: the share, what has changed, and the latest days.
pub fn standing<Of: Vocabulary>(standing: &Standing<Of>) -> Vec<String> {
    let mut told = vec![share(&standing.whole)];
    if let Some((latest, before)) = standing.latest.zip(standing.before) {
        told.push(changed(standing.has_changed(), (&short(&latest), &short(&before))));
    }
    if standing.days.len() > 1 {
        let from = standing.days.len().saturating_sub(DAYS);
        let day = |day: &OnDay| format!("{} {}/{}", date(day.day), day.done, day.tries);
        told.push(text_with("progress-days", &[("days", standing.days.iter().skip(from).map(day).collect::<Vec<_>>().join(" · ").into())]));
    }
    told
}

/// Those of which nothing was tried yet, by name; none where there are none.
pub fn never<Of: Vocabulary>(kind: &str, standings: &[Standing<Of>]) -> Option<String> {
    let never = standings.iter().filter(|standing| standing.whole.tries == 0);
    let names: Vec<String> = never.map(|standing| word(kind, standing.of)).collect();
    (!names.is_empty()).then(|| text_with("progress-never", &[("names", names.join(" · ").into())]))
}

fn share(share: &Share) -> String {
    let fill = [("done", share.done.into()), ("tries", share.tries.into()), ("low", share.low.into()), ("high", share.high.into())];
    text_with(if share.is_little() { "progress-few" } else { "progress-share" }, &fill)
}

fn short(share: &Share) -> String {
    text_with("progress-of", &[("done", share.done.into()), ("tries", share.tries.into())])
}

fn changed(has_changed: bool, (latest, before): (&str, &str)) -> String {
    let id = if has_changed { "progress-changed" } else { "progress-as-before" };
    text_with(id, &[("latest", latest.into()), ("before", before.into())])
}

/// An hour with its scores.
pub fn held(held: &Held) -> String {
    let values = [held.empathy, held.goals, held.boundaries];
    let said = SCORES.iter().zip(values).map(|(score, value)| {
        let value = value.map_or_else(|| text("progress-not-enough"), |value| value.to_string());
        format!("{} {value}", text(score))
    });
    let scores = said.collect::<Vec<_>>().join(" · ");
    let fill = [
        ("day", date(held.day).into()),
        ("title", held.title.as_str().into()),
        ("session", held.session.into()),
        ("mode", held.mode.into()),
    ];
    format!("{} {scores}", text_with("progress-hour", &fill))
}

/// Each score over the hours, by name.
pub fn scored(scores: &[Scored; 3]) -> Vec<String> {
    let of = |(name, scored): (&&str, &Scored)| {
        let name = text(name);
        let Some(whole) = scored.whole else {
            return text_with("progress-few-hours", &[("score", name.into()), ("hours", scored.hours.into())]);
        };
        let fill = [
            ("score", name.into()),
            ("hours", scored.hours.into()),
            ("mean", whole.mean.into()),
            ("low", whole.low.into()),
            ("high", whole.high.into()),
        ];
        let whole = text_with("progress-score", &fill);
        match scored.latest.zip(scored.before) {
            Some((latest, before)) => {
                format!("{whole} {}", changed(scored.has_changed(), (&latest.mean.to_string(), &before.mean.to_string())))
            }
            None => whole,
        }
    };
    SCORES.iter().zip(scores).map(of).collect()
}

/// How many moments come up today.
pub fn due(progress: &Progress) -> String {
    text_with("progress-due", &[("due", progress.due.len().into())])
}

/// Why that is to be tried next.
pub fn why(next: &Next) -> String {
    text_with("progress-next", &[("competence", word("competence", next.competence).into())])
}

/// A moment that comes, by what it is for.
pub fn comes(comes: &Comes) -> String {
    let fill = [
        ("competence", word("competence", comes.competence).into()),
        ("difficulty", comes.difficulty.into()),
        ("because", word("because", comes.because).into()),
    ];
    text_with("drill-title", &fill)
}

/// What could not be counted of a file, and why.
pub fn left_out(left_out: &LeftOut) -> String {
    let file = ("file", left_out.file.as_str().into());
    match left_out.why {
        Why::Damaged { line } => text_with("progress-damaged", &[file, ("line", line.into())]),
        Why::Newer => text_with("progress-newer", &[file]),
        Why::Unreadable => text_with("progress-unreadable", &[file]),
        Why::NoScript => text_with("progress-no-script", &[file]),
    }
}
