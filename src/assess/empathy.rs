//! Empathy: the credited level where a feeling was offered, how the body met what could be seen, and the reflection figures.

use crate::script::codes::{Moment, Skill};
use crate::script::rules::EmpathyRubric;

use super::Weighs;
use super::tally::{Met, MetOne, Tally};

const LEVEL: usize = 0;
const FIT: usize = 1;
/// Reflections for each question.
pub(super) const RATIO: usize = 2;
/// Complex reflections among all.
pub(super) const COMPLEX: usize = 3;

/// The level as coded and as credited, where a feeling was offered; plain questions about risk carry none. Who was passed over
/// was met by nobody.
fn level(rubric: &EmpathyRubric, MetOne { met, passed_over }: &MetOne) -> Option<(u8, u8)> {
    if *passed_over {
        return met.moments.contains(&Moment::Emotional).then_some((1, 1));
    }
    let coded = met.codes.empathy.filter(|_| met.moments.contains(&Moment::Emotional))?;
    let credited = if coded > met.bearable { met.bearable.saturating_sub(rubric.overreach).max(1) } else { coded };
    Some((coded, credited))
}

/// How the body meets each cue of the moment, in hundredths.
fn fits(rubric: &EmpathyRubric, met: &Met) -> impl Iterator<Item = i64> {
    let body = met.codes.body;
    met.moments.iter().filter_map(move |moment| match moment {
        Moment::Cue { fits, .. } if body.is_some_and(|body| fits.contains(&body)) => Some(100),
        Moment::Cue { misfits, .. } if body.is_some_and(|body| misfits.contains(&body)) => Some(0),
        Moment::Cue { .. } => Some(rubric.fit_neutral.0),
        _ => None,
    })
}

fn figure(skill: Skill) -> Option<Weighs> {
    match skill {
        Skill::Reflection | Skill::Summary => Some(Weighs::Reflection),
        Skill::ComplexReflection => Some(Weighs::ComplexReflection),
        Skill::OpenQuestion | Skill::ClosedQuestion => Some(Weighs::Question),
        _ => None,
    }
}

/// Adds an answer; the reflection figures only where they count.
pub(super) fn add(rubric: &EmpathyRubric, reflections: bool, tally: &mut Tally, one: &MetOne) {
    if let Some((_, credited)) = level(rubric, one) {
        tally.count_moment();
        tally.count(LEVEL, u32::from(credited) * 100);
    }
    // What was done for somebody else is no merit with who was passed over.
    if one.passed_over {
        return;
    }
    let met = &one.met;
    for fit in fits(rubric, met) {
        tally.count(FIT, fit as u32);
    }
    match figure(met.codes.skill).filter(|_| reflections) {
        Some(Weighs::Question) => tally.count(RATIO, 0),
        Some(reflection) => {
            tally.count_beside(RATIO, 100);
            tally.count(COMPLEX, if reflection == Weighs::ComplexReflection { 100 } else { 0 });
        }
        None => {}
    }
}

/// How an answer weighs, line by line.
pub(super) fn evidence(rubric: &EmpathyRubric, reflections: bool, one: &MetOne) -> Vec<Weighs> {
    let met = &one.met;
    if one.passed_over {
        return level(rubric, one).map(|(coded, credited)| Weighs::Level { coded, credited }).into_iter().collect();
    }
    let level = level(rubric, one).map(|(coded, credited)| Weighs::Level { coded, credited });
    let fits = fits(rubric, met).map(|hundredths| Weighs::Fit { hundredths });
    let figure = figure(met.codes.skill).filter(|_| reflections);
    level.into_iter().chain(fits).chain(figure).collect()
}
