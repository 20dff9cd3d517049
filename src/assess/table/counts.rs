//! What was counted in a table, and the figures that the Motivational Interviewing Treatment Integrity manual makes of it.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::script::codes::{Skill, vocabulary};

use super::Coded;

/// What a reply is, as a table says it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    Skill(Skill),
    /// A question, and nothing said of whether it was open.
    Question,
}

impl fmt::Debug for Behaviour {
    /// Its name, as of one of the skills.
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Behaviour::Skill(skill) => write!(formatter, "{skill:?}"),
            Behaviour::Question => formatter.write_str("Question"),
        }
    }
}

impl Serialize for Behaviour {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{self:?}"))
    }
}

vocabulary! {
    /// What the manual counts, version 4.2.1.
    Miti {
        GiveInformation,
        Persuade,
        PersuadeWithPermission,
        Question,
        SimpleReflection,
        ComplexReflection,
        Affirm,
        SeekCollaboration,
        EmphasiseAutonomy,
        Confront,
    }
}

impl Behaviour {
    /// As the scores take it: they make no difference between open and closed questions.
    pub(super) fn skill(self) -> Skill {
        match self {
            Behaviour::Skill(skill) => skill,
            Behaviour::Question => Skill::OpenQuestion,
        }
    }

    /// What the manual counts it as; none for what it doesn't count.
    fn miti(self) -> Option<Miti> {
        Some(match self.skill() {
            Skill::OpenQuestion | Skill::ClosedQuestion => Miti::Question,
            Skill::Reflection | Skill::Summary => Miti::SimpleReflection,
            Skill::ComplexReflection => Miti::ComplexReflection,
            Skill::Affirmation => Miti::Affirm,
            Skill::Information => Miti::GiveInformation,
            // Advice that nobody asked for persuades, in the manual's terms.
            Skill::Advice | Skill::Persuasion => Miti::Persuade,
            Skill::AdviceWithPermission => Miti::PersuadeWithPermission,
            Skill::Confrontation => Miti::Confront,
            Skill::SeekCollaboration => Miti::SeekCollaboration,
            Skill::EmphasiseAutonomy => Miti::EmphasiseAutonomy,
            Skill::Reassurance
            | Skill::Interpretation
            | Skill::SelfDisclosure
            | Skill::Immediacy
            | Skill::Structuring
            | Skill::Silence
            | Skill::Attending => return None,
        })
    }

    /// True where a turn has only one of the two, as in the manual: one reflection, one question, one persuasion.
    fn excludes(self, other: Behaviour) -> bool {
        let of_turn = |behaviour: Behaviour| match behaviour.miti() {
            Some(Miti::ComplexReflection) => Some(Miti::SimpleReflection),
            Some(Miti::PersuadeWithPermission) => Some(Miti::Persuade),
            miti => miti,
        };
        self == other || of_turn(self).is_some() && of_turn(self) == of_turn(other)
    }
}

/// What is left of a turn's codes where each counts once: a complex reflection before a simple one, persuading before
/// persuading with permission.
pub(super) fn once(written: &[Behaviour]) -> Vec<Behaviour> {
    let mut kept: Vec<Behaviour> = Vec::new();
    let weightier = |behaviour: Behaviour| matches!(behaviour.miti(), Some(Miti::ComplexReflection | Miti::Persuade));
    for behaviour in written {
        match kept.iter_mut().find(|kept| kept.excludes(*behaviour)) {
            Some(kept) if weightier(*behaviour) && !weightier(*kept) => *kept = *behaviour,
            Some(_) => {}
            None => kept.push(*behaviour),
        }
    }
    kept
}

/// How often a thing was done, and in which lines of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count<T> {
    pub what: T,
    pub count: usize,
    pub lines: Vec<u32>,
}

/// What was counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counts {
    /// Those that came up, in the order of the vocabulary.
    pub skills: Vec<Count<Behaviour>>,
    /// All ten, in the manual's order.
    pub behaviours: Vec<Count<Miti>>,
    pub reflections: usize,
    pub questions: usize,
    /// Rounded to hundredths; none where there was no question.
    pub reflections_to_questions: Option<f64>,
    /// Complex among all reflections, 0 to 100; none where there was no reflection.
    pub percent_complex: Option<u8>,
    /// Affirm, seek collaboration, emphasise autonomy.
    pub mi_adherent: usize,
    /// Persuade, confront.
    pub mi_non_adherent: usize,
    /// The first among both, 0 to 100; the manual itself gives the two totals alone.
    pub percent_mi_adherent: Option<u8>,
}

impl Counts {
    /// How often one of the ten was done.
    pub fn of(&self, miti: Miti) -> usize {
        self.behaviours.iter().find(|count| count.what == miti).map_or(0, |count| count.count)
    }
}

pub(super) fn counts(turns: &[Coded]) -> Counts {
    let skills = Skill::ALL.iter().copied().map(Behaviour::Skill).chain([Behaviour::Question]);
    let behaviours: Vec<Count<Miti>> = Miti::ALL.iter().map(|miti| count(turns, *miti, |found| found.miti() == Some(*miti))).collect();
    let of = |each: &[Miti]| behaviours.iter().filter(|count| each.contains(&count.what)).map(|count| count.count).sum::<usize>();
    let (complex, reflections) = (of(&[Miti::ComplexReflection]), of(&[Miti::SimpleReflection, Miti::ComplexReflection]));
    let questions = of(&[Miti::Question]);
    let adherent = of(&[Miti::Affirm, Miti::SeekCollaboration, Miti::EmphasiseAutonomy]);
    let non_adherent = of(&[Miti::Persuade, Miti::Confront]);
    Counts {
        skills: skills.map(|skill| count(turns, skill, |found| found == skill)).filter(|count| count.count > 0).collect(),
        reflections,
        questions,
        reflections_to_questions: share(reflections, questions).map(|hundredths| hundredths as f64 / 100.0),
        percent_complex: share(complex, reflections).map(|percent| percent as u8),
        mi_adherent: adherent,
        mi_non_adherent: non_adherent,
        percent_mi_adherent: share(
            adherent,
            of(&[Miti::Affirm, Miti::SeekCollaboration, Miti::EmphasiseAutonomy, Miti::Persuade, Miti::Confront]),
        )
        .map(|percent| percent as u8),
        behaviours,
    }
}

fn count<T>(turns: &[Coded], what: T, is_it: impl Fn(Behaviour) -> bool) -> Count<T> {
    let lines: Vec<u32> = turns.iter().filter(|turn| turn.skills.iter().any(|found| is_it(*found))).map(|turn| turn.line).collect();
    Count { what, count: lines.len(), lines }
}

/// In hundredths, rounded.
#[expect(clippy::arithmetic_side_effects, reason = "a table has no more turns than rows, and nothing is divided by less than 1")]
fn share(part: usize, whole: usize) -> Option<usize> {
    (whole > 0).then(|| (part * 200 + whole) / (whole * 2))
}
