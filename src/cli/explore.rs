//! `explore`: what can be reached in an hour.

use crate::analysis::explore::{Explored, Extreme, Reached, explore};
use crate::report::text::paragraph;
use crate::texts::{text, text_with};

use super::arguments::{Explore, Format};
use super::hour::with_hour;
use super::{Common, Status, print, print_json};

pub(super) fn run(common: &Common, arguments: &Explore) -> Status {
    let hour = &arguments.hour;
    match with_hour(common, hour, |prepared, threads| explore(prepared, hour.seed, threads).0) {
        Ok(explored) if hour.format == Format::Json => print_json(&explored),
        Ok(explored) => print(&told(&explored)),
        Err(status) => status,
    }
}

fn told(explored: &Explored) -> String {
    let mut out = String::new();
    let fill = [
        ("case", explored.case.as_str().into()),
        ("session", explored.session.into()),
        ("seed", explored.seed.into()),
        ("moves", explored.moves.into()),
    ];
    paragraph(&mut out, 0, &text_with("explore-title", &fill));
    out.push('\n');
    for (name, range) in ["empathy", "goals", "boundaries"].iter().zip(explored.scores.each()) {
        paragraph(&mut out, 0, &text(&format!("score-{name}")));
        if range.highest.value.is_none() && range.highest.exact {
            paragraph(&mut out, 2, &text("explore-never-enough"));
            continue;
        }
        extreme(&mut out, ["explore-highest-exact", "explore-highest-between"], &range.highest);
        extreme(&mut out, ["explore-lowest-exact", "explore-lowest-between"], &range.lowest);
    }
    out.push('\n');
    reached(&mut out, "explore-endings", &explored.endings);
    reached(&mut out, "explore-facts", &explored.facts);
    if !explored.beats_never_met.is_empty() {
        paragraph(&mut out, 0, &text_with("explore-beats", &[("beats", explored.beats_never_met.join(", ").into())]));
    }
    out.push('\n');
    if explored.hours.is_empty() {
        paragraph(&mut out, 0, &text("explore-no-hours"));
    }
    for hour in &explored.hours {
        let fill = [("empathy", hour.empathy.into()), ("goals", hour.goals.into()), ("boundaries", hour.boundaries.into())];
        paragraph(&mut out, 0, &text_with("explore-hour", &fill));
        paragraph(&mut out, 2, &hour.way.join(", "));
    }
    out
}

/// One end of a score's range, in the words for what is exact or those for what lies between two figures.
fn extreme(out: &mut String, [exact, between]: [&str; 2], extreme: &Extreme) {
    let number = |value: Option<u8>| value.map_or(text("not-enough"), |value| value.to_string());
    let name = if extreme.exact { exact } else { between };
    let line = text_with(name, &[("value", number(extreme.value).into()), ("bound", number(extreme.bound).into())]);
    paragraph(out, 2, &line);
    if let Some(over) = extreme.over_seeds {
        let [mean, spread] = [over.mean, over.spread].map(|number| format!("{number:.1}"));
        paragraph(
            out,
            4,
            &text_with("explore-over-seeds", &[("seeds", over.seeds.into()), ("mean", mean.into()), ("spread", spread.into())]),
        );
    }
}

fn reached(out: &mut String, title: &str, things: &[Reached]) {
    if things.is_empty() {
        return;
    }
    paragraph(out, 0, &text(title));
    for thing in things {
        let line = match &thing.way {
            Some(way) => text_with("explore-way", &[("id", thing.id.as_str().into()), ("replies", way.len().into())]),
            None => text_with("explore-no-way", &[("id", thing.id.as_str().into())]),
        };
        paragraph(out, 2, &line);
    }
}
