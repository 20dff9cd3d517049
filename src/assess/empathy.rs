//! Empathy: the credited level where a feeling was offered, how the body met what could be seen, and the reflection figures.

use crate::script::codes::{Lens, Moment, Skill};
use crate::script::rules::{EmpathyRubric, Rubric};
use crate::script::turn::{Offer, Turn};

use super::range::{ScoreRule, Tally};
use super::{Evidence, Weighs, weighted};

pub(super) struct Rule<'a> {
    rubric: &'a EmpathyRubric,
    enough: i64,
    /// The reflection figures count in this lens.
    reflections: bool,
}

/// How often something was there to be counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    levels: u16,
    cues: u16,
    simple: u16,
    complex: u16,
    questions: u16,
}

impl<'a> Rule<'a> {
    pub(super) fn new(rubric: &'a Rubric, lens: Lens) -> Self {
        Rule { rubric: &rubric.empathy, enough: rubric.enough.into(), reflections: rubric.empathy.reflection_lenses.contains(&lens) }
    }

    /// The level as coded and as credited, where a feeling was offered; plain questions about risk carry none.
    fn level(&self, turn: &Turn, answer: &Offer) -> Option<(u8, u8)> {
        let coded = answer.codes.empathy.filter(|_| turn.moments.contains(&Moment::Emotional))?;
        let credited = if coded > turn.bearable { turn.bearable.saturating_sub(self.rubric.overreach).max(1) } else { coded };
        Some((coded, credited))
    }

    /// How the body meets each cue of the moment, in hundredths.
    fn fits(&self, turn: &Turn, answer: &Offer) -> Vec<i64> {
        let body = answer.codes.body;
        let fit = |moment: &Moment| match moment {
            Moment::Cue { fits, .. } if body.is_some_and(|body| fits.contains(&body)) => Some(100),
            Moment::Cue { misfits, .. } if body.is_some_and(|body| misfits.contains(&body)) => Some(0),
            Moment::Cue { .. } => Some(self.rubric.fit_neutral.0),
            _ => None,
        };
        turn.moments.iter().filter_map(fit).collect()
    }
}

fn figure(skill: Skill) -> Option<Weighs> {
    match skill {
        Skill::Reflection | Skill::Summary => Some(Weighs::Reflection),
        Skill::ComplexReflection => Some(Weighs::ComplexReflection),
        Skill::OpenQuestion | Skill::ClosedQuestion => Some(Weighs::Question),
        _ => None,
    }
}

impl ScoreRule for Rule<'_> {
    type Counts = Counts;

    fn nothing(&self) -> Tally<Counts> {
        Tally { counts: Counts::default(), sums: [0, 0] }
    }

    fn add(&self, mut tally: Tally<Counts>, turn: &Turn, answer: &Offer) -> Tally<Counts> {
        if let Some((_, credited)) = self.level(turn, answer) {
            tally.counts.levels += 1;
            tally.sums[0] += i64::from(credited) * 100;
        }
        for fit in self.fits(turn, answer) {
            tally.counts.cues += 1;
            tally.sums[1] += fit;
        }
        if self.reflections {
            match figure(answer.codes.skill) {
                Some(Weighs::Reflection) => tally.counts.simple += 1,
                Some(Weighs::ComplexReflection) => tally.counts.complex += 1,
                Some(_) => tally.counts.questions += 1,
                None => {}
            }
        }
        tally
    }

    fn points(&self, tally: &Tally<Counts>) -> Option<i64> {
        let Counts { levels, cues, simple, complex, questions } = tally.counts;
        let [levels, cues, simple, complex, questions] = [levels, cues, simple, complex, questions].map(i64::from);
        if levels < self.enough {
            return None;
        }
        let rubric = self.rubric;
        let reflections = simple + complex;
        let figures = reflections + questions >= i64::from(rubric.reflection_enough);
        // No question at all is a ratio beyond every scale.
        let ratio =
            if questions == 0 { rubric.ratio.points(i64::MAX / 1_000, 1) } else { rubric.ratio.points(reflections * 100, questions) };
        Some(weighted(&[
            (rubric.level.weight, Some(rubric.level.points(tally.sums[0], levels))),
            (rubric.fit.weight, (cues > 0).then(|| rubric.fit.points(tally.sums[1], cues))),
            (rubric.ratio.weight, figures.then_some(ratio)),
            (rubric.complex.weight, (figures && reflections > 0).then(|| rubric.complex.points(complex * 100, reflections))),
        ]))
    }

    fn evidence(&self, turn: &Turn) -> Vec<Evidence> {
        let answer = turn.answer();
        let level = self.level(turn, answer).map(|(coded, credited)| Weighs::Level { coded, credited });
        let fits = self.fits(turn, answer).into_iter().map(|hundredths| Weighs::Fit { hundredths });
        let figure = figure(answer.codes.skill).filter(|_| self.reflections);
        level
            .into_iter()
            .chain(fits)
            .chain(figure)
            .map(|weighs| Evidence { turn: turn.number, reply: answer.reply.clone(), weighs })
            .collect()
    }
}
