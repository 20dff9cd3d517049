//! An hour that was held, written as a transcript whose expectations are left to its author: what is measured first is no expectation.

use std::fmt::Write;

use crate::script::bundle::Bundle;
use crate::script::turn::Offer;
use crate::session::LEAVE_OUT;
use crate::session::account::Entry;
use crate::texts::text;

/// What can be expected of a whole hour, as it is written after `expect:`.
const EXPECTATIONS: [&str; 5] = [
    "empathy FROM..TO",
    "goals FROM..TO",
    "boundaries FROM..TO",
    "gate no_cue_met | skipped | incomplete | adequate | unsafe",
    "ending returns | undecided | wont_return | walked_out",
];

/// The moves of an hour, of which the account tells the words; its session is counted from 1.
pub fn written(bundle: &Bundle, (session, seed): (u32, u64), moves: &[String], account: &[Entry]) -> String {
    let mut answers = account.iter().filter_map(|entry| match entry {
        Entry::Turn(turn) => Some(turn.answer()),
        _ => None,
    });
    let mut out = String::new();
    for comment in [text("written-what"), text("written-judge")] {
        let _ = writeln!(out, "# {comment}");
    }
    let _ = writeln!(out, "seed: {seed}\nsession: {session}\n");
    for taken in moves {
        let answer = if taken.starts_with(LEAVE_OUT) { None } else { answers.next() };
        let words = answer.map(|answer| format!("  # {}", on_one_line(answer))).unwrap_or_default();
        let _ = writeln!(out, "pick: {taken}{words}");
    }
    out.push('\n');
    let facts = bundle.case.facts.iter().map(|fact| format!("fact {} told | not told", fact.id));
    for expectation in EXPECTATIONS.into_iter().map(String::from).chain(facts) {
        let _ = writeln!(out, "# expect: {expectation}");
    }
    out
}

fn on_one_line(answer: &Offer) -> String {
    answer.text.split_whitespace().collect::<Vec<_>>().join(" ")
}
