//! The catalogue: what there is in each session of each case, and how it fares when everybody plays it, as a page in Markdown.

use crate::analysis::explore::{Extreme, Reached, ending_id};
use crate::analysis::players::Player;
use crate::analysis::playtest::{Played, Playtest};
use crate::script::bundle::{Bundle, Hour};
use crate::script::codes::Ending;
use crate::script::model::Beat;
use crate::script::shelf::Translated;
use crate::texts::{name_of, text, text_with, word};

use super::over_time::Mark;

/// A session of a case, played.
#[derive(Debug)]
pub struct Listed<'a> {
    pub bundle: &'a Bundle,
    /// Counted from 0.
    pub session: usize,
    pub playtest: Playtest,
    /// The languages that the case is there in.
    pub languages: &'a [Translated],
}

/// The whole page, with so many hours of each player; the sessions are those of each case in turn.
pub fn page(listed: &[Listed], runs: u32) -> String {
    let mut out = format!("# {}\n\n{}\n", text("catalogue-title"), text_with("catalogue-lead", &[("runs", runs.into())]));
    for one in listed {
        if one.session == 0 {
            out.push_str(&format!("\n{}", of_case(one.bundle, one.languages)));
        }
        out.push_str(&format!("\n{}", of_session(one)));
    }
    out
}

fn of_case(bundle: &Bundle, languages: &[Translated]) -> String {
    let case = &bundle.case;
    let [format, setting, lens] = [word("format", case.format), word("setting", case.setting), word("lens", case.lens)];
    let difficulty = text_with("book-difficulty", &[("difficulty", case.difficulty.into())]);
    let named = |language: &Translated| {
        let name = name_of(&language.tag);
        if language.whole { name } else { text_with("catalogue-partly", &[("language", name.into())]) }
    };
    let named: Vec<String> = languages.iter().map(named).collect();
    let languages = text_with("catalogue-languages", &[("languages", named.join(", ").into())]);
    let review = if case.is_reviewed() { text_with("review-by", &[("who", case.review.as_str().into())]) } else { text("review-none") };
    format!("## {}\n\n{format} · {setting} · {lens} · {difficulty} · {languages}  \n{review}\n", case.title)
}

fn of_session(one: &Listed) -> String {
    let hour = one.bundle.hour(one.session);
    let explored = &one.playtest.explored;
    let reached = |all: &[Reached]| {
        let there = all.iter().filter(|reached| reached.way.is_some()).count();
        text_with("catalogue-of", &[("there", there.into()), ("all", all.len().into())])
    };
    let every = [Ending::Returns, Ending::Undecided, Ending::WontReturn, Ending::WalkedOut];
    let there = |ending: &Ending| explored.endings.iter().any(|reached| reached.id == ending_id(*ending) && reached.way.is_some());
    let endings: Vec<String> = every.into_iter().filter(there).map(|ending| word("ending-short", ending)).collect();
    let scores: Vec<String> = super::SCORES
        .iter()
        .zip(explored.scores.each())
        .map(|(name, range)| {
            let end = |end: &Extreme| end.furthest().map_or_else(|| "–".into(), |value| value.to_string());
            format!("{} {}–{}", text(name), end(&range.lowest), end(&range.highest))
        })
        .collect();
    let beats = || hour.scene.beats.iter();
    let rows = [
        ("catalogue-beats", hour.beats.len().to_string()),
        ("catalogue-replies", beats().map(|beat| beat.replies.len()).sum::<usize>().to_string()),
        ("catalogue-words", beats().map(words).sum::<usize>().to_string()),
        ("catalogue-minutes", hour.scene.length.to_string()),
        ("catalogue-moments", moments(hour)),
        ("catalogue-endings", endings.join(", ")),
        ("catalogue-facts", reached(&explored.facts)),
        ("catalogue-scores", scores.join(" · ")),
        ("catalogue-expert", fared(one.playtest.players.iter().find(|played| played.id == Player::Expert))),
        ("catalogue-naive", naive(&one.playtest.players)),
    ];
    let mut out = format!("### {}. {}\n\n| | |\n|---|---|\n", one.session.saturating_add(1), hour.scene.title);
    for (name, value) in rows {
        out.push_str(&format!("| {} | {value} |\n", text(name)));
    }
    out
}

/// Words that are said, seen or done at a beat, in all wordings; reasons are not counted.
fn words(beat: &Beat) -> usize {
    let lines = beat.lines.iter().flat_map(|line| {
        let variants = line.first.iter().flat_map(|variant| &variant.say.0);
        line.say.iter().chain(&line.see).flat_map(|phrasings| &phrasings.0).chain(variants)
    });
    let replies = beat.replies.iter().flat_map(|reply| reply.say.iter().chain(&reply.act));
    lines.chain(replies).map(|text| text.split_whitespace().count()).sum()
}

/// How many beats hold each kind of moment.
fn moments(hour: &Hour) -> String {
    let count = |mark: &Mark| hour.scene.beats.iter().filter(|beat| Mark::of(&beat.moments).contains(mark)).count();
    let kinds = Mark::ALL.iter().filter(|mark| **mark != Mark::Turning);
    kinds.map(|mark| format!("{} {}", count(mark), word("mark", mark))).collect::<Vec<_>>().join(", ")
}

/// Hours that were good at everything, and the means.
fn fared(played: Option<&Played>) -> String {
    let Some(played) = played else { return "–".into() };
    let mean = |score: &str| played.scores.get(score).and_then(|fared| fared.mean).map_or_else(|| "–".into(), |mean| format!("{mean:.0}"));
    let means = ["empathy", "goals", "boundaries"].map(mean).join(" · ");
    text_with("catalogue-good", &[("good", played.good.into()), ("runs", played.runs.into()), ("means", means.into())])
}

/// The best that any player came to who doesn't listen, at everything at once and at each score.
fn naive(players: &[Played]) -> String {
    let naive = || players.iter().filter(|played| Player::NAIVE.contains(&played.id));
    let good = naive().filter_map(|played| played.good.saturating_mul(100).checked_div(played.runs)).max().unwrap_or(0);
    let mean = |score: &str| naive().filter_map(|played| played.scores.get(score)?.mean).fold(0.0, f64::max);
    let means = ["empathy", "goals", "boundaries"].map(|score| format!("{:.0}", mean(score))).join(" · ");
    text_with("catalogue-best-naive", &[("good", good.into()), ("means", means.into())])
}
