//! Conditions, effects, codes and moments of a script in plain words, for people who read it without its notation.

use crate::script::codes::Moment;
use crate::script::model::{Case, Effect, Guard, Reply};
use crate::texts::{text, text_with, word};

use super::over_time::Mark;

/// What must be so, all of it; empty where there are no conditions.
pub fn conditions(case: &Case, guards: &[Guard]) -> String {
    guards.iter().map(|guard| condition(case, guard)).collect::<Vec<_>>().join("; ")
}

/// What a reply does beyond the shared reactions; empty where it does nothing.
pub fn effects(case: &Case, effects: &[Effect]) -> String {
    effects.iter().map(|one| effect(case, one)).collect::<Vec<_>>().join("; ")
}

/// One of them.
pub fn condition(case: &Case, guard: &Guard) -> String {
    let named = |name: &str, key: &'static str, value: &str| text_with(name, &[(key, value.into())]);
    let measured =
        |name: &str, measure, number: &u8| text_with(name, &[("measure", word("measure", measure).into()), ("number", (*number).into())]);
    match guard {
        Guard::AtLeast(measure, number) => measured("when-at-least", *measure, number),
        Guard::Below(measure, number) => measured("when-below", *measure, number),
        Guard::In(stances) => named("when-stance", "stances", &either(stances.iter().map(|stance| word("stance", stance)).collect())),
        Guard::Told(fact) => named("when-told", "fact", fact),
        Guard::NotTold(fact) => named("when-not-told", "fact", fact),
        Guard::Met(beat) => named("when-met", "beat", beat),
        Guard::NotMet(beat) => named("when-not-met", "beat", beat),
        Guard::Noted(note) => named("when-noted", "note", note),
        Guard::NotNoted(note) => named("when-not-noted", "note", note),
        Guard::Ruptured => text("when-ruptured"),
        Guard::NotRuptured => text("when-not-ruptured"),
        Guard::Leaving(ending) => named("when-leaving", "ending", &word("ending-short", ending)),
        Guard::Minute(minute) => text_with("when-minute", &[("minute", (*minute).into())]),
        Guard::Any(some) => either(some.iter().map(|guard| condition(case, guard)).collect()),
        Guard::Of(person, of) => of_person(case, person, of.len(), conditions(case, of)),
    }
}

fn effect(case: &Case, effect: &Effect) -> String {
    match effect {
        Effect::Add(measure, by) => {
            let by = if *by < 0 { format!("−{}", by.unsigned_abs()) } else { format!("+{by}") };
            text_with("effect-add", &[("measure", word("measure", measure).into()), ("by", by.into())])
        }
        Effect::Note(note) => text_with("effect-note", &[("note", note.as_str().into())]),
        Effect::Forget(note) => text_with("effect-forget", &[("note", note.as_str().into())]),
        Effect::Of(person, of) => of_person(case, person, of.len(), effects(case, of)),
    }
}

/// So many things that are said of somebody; several are kept together.
pub fn of_person(case: &Case, person: &str, count: usize, what: String) -> String {
    text_with(if count > 1 { "when-of-several" } else { "when-of" }, &[("name", name(case, person).into()), ("what", what.into())])
}

/// What somebody is called; their id where the case has nobody of that id.
pub fn name<'a>(case: &'a Case, person: &'a str) -> &'a str {
    case.people.iter().find(|there| there.id == person).map_or(person, |there| there.name.as_str())
}

/// One of several things.
pub fn either(mut things: Vec<String>) -> String {
    let Some(last) = things.pop() else { return String::new() };
    if things.is_empty() { last } else { text_with("when-either", &[("others", things.join(", ").into()), ("last", last.into())]) }
}

/// What a moment is, and what it offers.
pub fn moment(moment: &Moment) -> String {
    fn listed<T: std::fmt::Debug>(kind: &str, words: &[T]) -> String {
        words.iter().map(|one| word(kind, one)).collect::<Vec<_>>().join(", ")
    }
    match moment {
        Moment::Emotional => word("mark", Mark::Emotional),
        Moment::Goal(offered) => text_with("script-goal", &[("moves", listed("goal", offered).into())]),
        Moment::Boundary { domain, indicated } => {
            let fill = [("domain", word("domain", domain).into()), ("indicated", listed("boundary", indicated).into())];
            text_with("script-boundary", &fill)
        }
        Moment::Rupture(style) => text_with("script-rupture", &[("style", word("rupture", style).into())]),
        Moment::Risk => word("mark", Mark::Risk),
        Moment::Cue { fits, misfits } => {
            text_with("script-cue", &[("fits", listed("body", fits).into()), ("misfits", listed("body", misfits).into())])
        }
    }
}

/// What a reply is, code by code.
pub fn codes(reply: &Reply) -> Vec<String> {
    let mut codes = vec![word("skill", reply.skill)];
    codes.extend(reply.empathy.map(|level| text_with("weighs-level", &[("coded", level.into())])));
    codes.extend(reply.goal.iter().map(|made| word("goal", made)));
    codes.extend(reply.boundary.map(|response| word("boundary", response)));
    codes.extend(reply.safety.iter().map(|step| word("safety", step)));
    codes.extend(reply.repair.map(|repair| word("repair", repair)));
    codes.extend(reply.body.map(|body| word("body", body)));
    codes
}
