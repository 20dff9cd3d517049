//! What stands in a script, in words: codes, moments, effects.

use crate::analysis::footfall::Footfall;
use crate::game::authoring::{Chart, Drawn};
use crate::report::map::Entry;
use crate::report::over_time::named;
use crate::script::bundle::BeatId;
use crate::script::codes::{Moment, Vocabulary};
use crate::script::model::{Case, Effect, Reply};
use crate::texts::{text, text_with, word};

fn all<T: Vocabulary>(kind: &str, codes: &[T]) -> String {
    codes.iter().map(|code| word(kind, code)).collect::<Vec<_>>().join(", ")
}

/// All that a reply is coded with.
pub(super) fn codes(reply: &Reply) -> String {
    let codes = reply.codes();
    let empathy = codes.empathy.map(|level| text_with("beat-empathy", &[("level", level.into())]));
    let [goal, safety] = [all("goal", &codes.goal), all("safety", &codes.safety)];
    let parts =
        [Some(word("skill", codes.skill)), empathy, Some(goal), codes.boundary.map(|response| word("boundary", response)), Some(safety)];
    let more = [codes.repair.map(|repair| word("repair", repair)), codes.body.map(|body| word("body", body))];
    parts.into_iter().chain(more).flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a moment asks for, beside its kind; nothing where that says it all.
pub(super) fn asks(moment: &Moment) -> Option<String> {
    match moment {
        Moment::Goal(offered) => Some(all("goal", offered)),
        Moment::Boundary { domain, indicated } => {
            let fill = [("domain", word("domain", domain).into()), ("responses", all("boundary", indicated).into())];
            Some(text_with("beat-indicated", &fill))
        }
        Moment::Cue { fits, misfits } => {
            Some(text_with("beat-fits", &[("fits", all("body", fits).into()), ("misfits", all("body", misfits).into())]))
        }
        Moment::Emotional | Moment::Rupture(_) | Moment::Risk => None,
    }
}

/// With its sign, as numbers that move something are read.
pub(super) fn signed(amount: i16) -> String {
    if amount < 0 { format!("−{}", amount.unsigned_abs()) } else { format!("+{amount}") }
}

/// What a reply does besides what its codes set off.
pub(super) fn effects(case: &Case, effects: &[Effect]) -> String {
    effects.iter().map(|effect| told(case, effect)).collect::<Vec<_>>().join(", ")
}

fn told(case: &Case, effect: &Effect) -> String {
    match effect {
        Effect::Add(measure, amount) => {
            text_with("effect-add", &[("measure", word("measure", measure).into()), ("amount", signed((*amount).into()).into())])
        }
        Effect::Note(note) => text_with("effect-note", &[("note", note.as_str().into())]),
        Effect::Forget(note) => text_with("effect-forget", &[("note", note.as_str().into())]),
        Effect::Of(person, some) => text_with("guard-of", &[("name", name(case, person).into()), ("what", effects(case, some).into())]),
    }
}

/// Somebody's name by their id.
pub(super) fn name<'a>(case: &'a Case, id: &'a str) -> &'a str {
    case.people.iter().find(|person| person.id == id).map_or(id, |person| person.name.as_str())
}

pub(super) fn names(case: &Case, ids: &[String]) -> String {
    ids.iter().map(|id| name(case, id)).collect::<Vec<_>>().join(", ")
}

/// What a beat is on the map, each as its own words: where the hour begins or ends, kinds of moment, how often it is met.
pub(super) fn about(chart: &Chart, at: usize, footfall: Option<&Footfall>) -> Vec<String> {
    let drawn: &Drawn = &chart.beats[at];
    let entry = |entry: &Entry| match entry {
        Entry::Starts => text("map-start"),
        Entry::TimeIsUp => text("map-time-is-up"),
        Entry::WalksOut => text("map-walks-out"),
    };
    let mut about: Vec<String> = drawn.entries.iter().map(entry).collect();
    about.extend(drawn.ends.map(|_| text("map-ends")));
    about.extend((!drawn.marks.is_empty()).then(|| named(&drawn.marks)));
    if let Some(footfall) = footfall {
        about.push(match footfall.share(at as BeatId) {
            0 => text("map-never-met"),
            percent => text_with("map-met", &[("percent", percent.into())]),
        });
        let never = footfall.never_taken(at as BeatId);
        if never > 0 {
            about.push(text_with("map-never-taken", &[("count", never.into())]));
        }
    }
    about
}
