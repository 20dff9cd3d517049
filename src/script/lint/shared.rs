//! The shared files: the rubric and the reactions.

use std::collections::BTreeSet;

use crate::script::bundle::MOST_RULES;
use crate::script::codes::BoundaryResponse;
use crate::script::finding::Finding;
use crate::script::model::Guard;
use crate::script::outline::Step::{self, Field, Item};
use crate::script::rules::{Change, Hundredths, Reactions, Rubric, RuptureChange, Scale, Trigger};

use super::{Gathering, Names, Text, excess, guards, join};

/// What is wrong with the rubric.
pub fn rubric(source: Text, rubric: &Rubric) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    gathering.within(&[Field("enough")], "enough", rubric.enough.into(), 1, 20);
    let empathy = &rubric.empathy;
    gathering.within(&[Field("empathy"), Field("reflection_enough")], "reflection_enough", empathy.reflection_enough.into(), 1, 100);
    gathering.within(&[Field("empathy"), Field("overreach")], "overreach", empathy.overreach.into(), 0, 4);
    share(&mut gathering, "empathy", "fit_neutral", empathy.fit_neutral);
    for (score, name, scale) in [
        ("empathy", "fit", empathy.fit),
        ("empathy", "complex", empathy.complex),
        ("goals", "moves", rubric.goals.moves),
        ("goals", "collaboration", rubric.goals.collaboration),
    ] {
        share(&mut gathering, score, name, scale.full);
    }
    let parts: [(&'static str, Vec<(&'static str, Scale)>); 2] = [
        ("empathy", vec![("level", empathy.level), ("fit", empathy.fit), ("ratio", empathy.ratio), ("complex", empathy.complex)]),
        ("goals", vec![("moves", rubric.goals.moves), ("collaboration", rubric.goals.collaboration)]),
    ];
    for (score, scales) in parts {
        let weights: u32 = scales.iter().map(|(_, scale)| u32::from(scale.weight)).sum();
        if weights != 100 {
            gathering.error(
                "out-of-range",
                &[Field(score)],
                format!("the weights of `{score}` come to {weights}"),
                "They must come to 100.",
            );
        }
        for (name, scale) in scales {
            let anchors = [scale.none, scale.fair, scale.good, scale.full];
            if !anchors.is_sorted_by(|one, next| one < next) {
                gathering.error(
                    "out-of-range",
                    &[Field(score), Field(name)],
                    format!("`none`, `fair`, `good` and `full` of `{name}` don't rise"),
                    "Write them from the lowest to the highest.",
                );
            }
        }
    }
    let boundaries = &rubric.boundaries;
    gathering.within(&[Field("boundaries"), Field("indicated")], "indicated", boundaries.indicated.into(), 0, 100);
    gathering.within(&[Field("boundaries"), Field("unanswered")], "unanswered", boundaries.unanswered.into(), 0, 100);
    for response in BoundaryResponse::ALL {
        let path = [Field("boundaries"), Field("otherwise")];
        match boundaries.otherwise.iter().enumerate().find(|(_, worth)| worth.response == *response) {
            Some((i, worth)) => {
                gathering.within(&join(&path, &[Item(i)]), "points", worth.points.into(), 0, 100);
                gathering.within(&join(&path, &[Item(i)]), "caps", worth.caps.unwrap_or(100).into(), 0, 100);
            }
            None => gathering.error(
                "missing-part",
                &path,
                format!("{response:?} has no worth"),
                "Say what it is worth where it isn't indicated.",
            ),
        }
    }
    gathering.findings
}

/// What counts as a part of a whole is no more than that.
fn share(gathering: &mut Gathering, score: &'static str, name: &'static str, most: Hundredths) {
    if !(0..=100).contains(&most.0) {
        let message = format!("`{name}` goes beyond 1, and is a share");
        gathering.error("out-of-range", &[Field(score), Field(name)], message, "Write numbers from 0 to 1.");
    }
}

/// Conditions in the reactions, where they aren't too many to be looked through.
fn conditions(gathering: &mut Gathering, path: &[Step], when: &[Guard], names: &Names) {
    if excess::conditions(gathering, path, when) {
        guards(gathering, path, when, names);
    }
}

/// What is wrong with the reactions.
pub fn reactions(source: Text, reactions: &Reactions) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let none = BTreeSet::new();
    let names = Names { people: &none, facts: &none, beats: &none, notes: &none };
    gathering.within(&[Field("losses")], "losses", reactions.losses.into(), 100, 500);
    for (i, depth) in reactions.bears.iter().enumerate() {
        let path = [Field("bears"), Item(i)];
        gathering.within(&path, "level", depth.level.into(), 2, 5);
        conditions(&mut gathering, &join(&path, &[Field("needs")]), &depth.needs, &names);
    }
    if reactions.rules.len() > MOST_RULES {
        gathering.error("too-many", &[Field("rules")], format!("more than {MOST_RULES} rules"), "Put several into one, or leave some out.");
    }
    for (i, rule) in reactions.rules.iter().enumerate() {
        let path = [Field("rules"), Item(i)];
        conditions(&mut gathering, &join(&path, &[Field("when")]), &rule.when, &names);
        let later = rule.later.iter().flat_map(|later| &later.then);
        for Change::Add(_, amount) in rule.now.iter().chain(later) {
            gathering.within(&path, "Add", (*amount).into(), -20, 20);
        }
        gathering.within(&path, "after", rule.later.as_ref().map_or(1, |later| later.after).into(), 1, 20);
        if let Some(RuptureChange::Deepens(steps) | RuptureChange::Eases(steps)) = rule.rupture {
            gathering.within(&join(&path, &[Field("rupture")]), "rupture", steps.into(), 1, 10);
        }
        let bounds = match rule.on {
            Trigger::LeftAside(replies) => Some(("LeftAside", replies, 1, 12)),
            Trigger::Level(level) => Some(("Level", level, 1, 5)),
            Trigger::Overheard(level) => Some(("Overheard", level, 1, 5)),
            Trigger::Split(apart) => Some(("Split", apart, 1, 100)),
            Trigger::Run { length, .. } => Some(("Run", length, 2, 60)),
            _ => None,
        };
        if let Some((name, number, least, most)) = bounds {
            gathering.within(&join(&path, &[Field("on")]), name, number.into(), least, most);
        }
        gathering.not_blank(&join(&path, &[Field("because")]), "because", &rule.because);
    }
    gathering.within(&[Field("ruptures"), Field("deepest")], "deepest", reactions.ruptures.deepest.into(), 1, 10);
    for (i, shrinks) in reactions.shrinking.iter().enumerate() {
        let (lowest, highest) = shrinks.measure.range();
        let most = highest.saturating_sub(1);
        gathering.within(&[Field("shrinking"), Item(i)], "above", shrinks.above.into(), lowest.into(), most.into());
    }
    for (i, fades) in reactions.week.iter().enumerate() {
        gathering.within(&[Field("week"), Item(i)], "percent", fades.percent.into(), 1, 100);
    }
    for (i, rule) in reactions.stances.iter().enumerate() {
        conditions(&mut gathering, &[Field("stances"), Item(i), Field("enters")], &rule.enters, &names);
        conditions(&mut gathering, &[Field("stances"), Item(i), Field("stays")], &rule.stays, &names);
    }
    if reactions.stances.last().is_none_or(|rule| !rule.enters.is_empty() || !rule.stays.is_empty()) {
        gathering.error(
            "no-way-on",
            &[Field("stances")],
            "there are states without a stance".into(),
            "Let the last stance have no conditions.",
        );
    }
    for (i, rule) in reactions.faces.iter().enumerate() {
        conditions(&mut gathering, &[Field("faces"), Item(i), Field("when")], &rule.when, &names);
    }
    if reactions.faces.last().is_none_or(|rule| !rule.when.is_empty()) {
        gathering.error("no-way-on", &[Field("faces")], "there are states without a face".into(), "Let the last face have no conditions.");
    }
    for (i, rule) in reactions.postures.iter().enumerate() {
        conditions(&mut gathering, &[Field("postures"), Item(i), Field("when")], &rule.when, &names);
    }
    let leaving = &reactions.leaving;
    if leaving.walks_out.is_empty() {
        let message = "nothing is named, so everybody would walk out at once".into();
        gathering.error("empty-list", &[Field("leaving"), Field("walks_out")], message, "Name at least one condition.");
    }
    for (name, when) in [("walks_out", &leaving.walks_out), ("returns", &leaving.returns), ("wont_return", &leaving.wont_return)] {
        conditions(&mut gathering, &[Field("leaving"), Field(name)], when, &names);
    }
    gathering.findings
}
