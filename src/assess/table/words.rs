//! The words of a table as people write them: capitals, spaces and marks don't matter, and the usual abbreviations are known.

use crate::script::codes::{Skill, Vocabulary, vocabulary};
use crate::script::finding::{nearest, suggest};

use super::counts::Behaviour;

vocabulary! {
    /// A column that is read.
    Column { Speaker, Text, Skill, Empathy, Goal, Boundary, Safety, Repair, Body, Fit, Moment, Offered, Indicated }
}

vocabulary! {
    /// Who speaks in a row.
    Speaker { Therapist, Patient }
}

vocabulary! {
    /// What a row says of its moment: of the first six a reply makes something, the last three tell how a rupture went on.
    Mark { Emotional, Goal, Boundary, Risk, Rupture, Cue, Eased, Mended, Refused }
}

vocabulary! {
    /// How the therapist's body met what could be seen.
    Fit { Fits, Neither, Jars }
}

/// Other names of columns.
const COLUMNS: &[(&str, Column)] = &[
    ("who", Column::Speaker),
    ("interlocutor", Column::Speaker),
    ("utterance", Column::Text),
    ("words", Column::Text),
    ("skills", Column::Skill),
    ("code", Column::Skill),
    ("codes", Column::Skill),
    ("behaviour", Column::Skill),
    ("behavior", Column::Skill),
    ("level", Column::Empathy),
    ("goals", Column::Goal),
    ("boundaries", Column::Boundary),
    ("moments", Column::Moment),
];

const SPEAKERS: &[(&str, Speaker)] = &[
    ("t", Speaker::Therapist),
    ("th", Speaker::Therapist),
    ("trainee", Speaker::Therapist),
    ("counsellor", Speaker::Therapist),
    ("counselor", Speaker::Therapist),
    ("clinician", Speaker::Therapist),
    ("interviewer", Speaker::Therapist),
    ("practitioner", Speaker::Therapist),
    ("psychologist", Speaker::Therapist),
    ("you", Speaker::Therapist),
    ("p", Speaker::Patient),
    ("pt", Speaker::Patient),
    ("c", Speaker::Patient),
    ("cl", Speaker::Patient),
    ("client", Speaker::Patient),
];

/// Marks by more than one word.
pub(super) const MARKS: &[(&str, Mark)] = &[
    ("emotional opportunity", Mark::Emotional),
    ("goal negotiation", Mark::Goal),
    ("boundary pressure", Mark::Boundary),
    ("risk cue", Mark::Risk),
    ("rupture marker", Mark::Rupture),
];

pub(super) const FITS: &[(&str, Fit)] =
    &[("yes", Fit::Fits), ("fit", Fit::Fits), ("partly", Fit::Neither), ("no", Fit::Jars), ("misfits", Fit::Jars)];

/// The behaviour codes of the Motivational Interviewing Treatment Integrity manual, 4.2.1, as its coders write them.
const BEHAVIOURS: &[(&str, Behaviour)] = &[
    ("GI", Behaviour::Skill(Skill::Information)),
    ("give information", Behaviour::Skill(Skill::Information)),
    ("giving information", Behaviour::Skill(Skill::Information)),
    ("persuade", Behaviour::Skill(Skill::Persuasion)),
    ("persuade with", Behaviour::Skill(Skill::AdviceWithPermission)),
    ("persuade with permission", Behaviour::Skill(Skill::AdviceWithPermission)),
    ("Q", Behaviour::Question),
    ("question", Behaviour::Question),
    ("SR", Behaviour::Skill(Skill::Reflection)),
    ("simple reflection", Behaviour::Skill(Skill::Reflection)),
    ("CR", Behaviour::Skill(Skill::ComplexReflection)),
    ("AF", Behaviour::Skill(Skill::Affirmation)),
    ("affirm", Behaviour::Skill(Skill::Affirmation)),
    ("seek", Behaviour::Skill(Skill::SeekCollaboration)),
    ("seeking collaboration", Behaviour::Skill(Skill::SeekCollaboration)),
    ("emphasise", Behaviour::Skill(Skill::EmphasiseAutonomy)),
    ("emphasize", Behaviour::Skill(Skill::EmphasiseAutonomy)),
    ("emphasising autonomy", Behaviour::Skill(Skill::EmphasiseAutonomy)),
    ("emphasizing autonomy", Behaviour::Skill(Skill::EmphasiseAutonomy)),
    ("emphasize autonomy", Behaviour::Skill(Skill::EmphasiseAutonomy)),
    ("autonomy", Behaviour::Skill(Skill::EmphasiseAutonomy)),
    ("confront", Behaviour::Skill(Skill::Confrontation)),
];

/// A column by the name at its head.
pub(super) fn column(written: &str) -> Option<Column> {
    word(written, COLUMNS).ok()
}

/// The column that a name may have been meant for.
pub(super) fn column_meant(written: &str) -> Option<String> {
    let names: Vec<String> = names::<Column>().iter().map(|name| name.to_lowercase()).collect();
    near(written, names.iter().map(String::as_str))
}

/// Says what may have been meant; that takes its time, and not everybody asks.
pub(super) type Meant<'a> = Box<dyn FnOnce() -> String + 'a>;

/// Who speaks; a number or a colon behind the word is passed over.
pub(super) fn speaker(written: &str) -> Result<Speaker, Meant<'_>> {
    let word_alone = written.trim_end_matches(|c: char| !c.is_alphabetic());
    known(word_alone, SPEAKERS)
}

/// What a reply is.
pub(super) fn behaviour(written: &str) -> Result<Behaviour, Meant<'_>> {
    let others = BEHAVIOURS.iter().find(|(other, _)| folded(other) == folded(written));
    match others {
        Some((_, behaviour)) => Ok(*behaviour),
        None => known(written, &[]).map(Behaviour::Skill).map_err(|meant| -> Meant {
            Box::new(|| near(&shortened(written), BEHAVIOURS.iter().map(|(other, _)| *other)).unwrap_or_else(meant))
        }),
    }
}

/// A word of a vocabulary or one of its other names; else what may have been meant.
pub fn word<T: Vocabulary>(written: &str, others: &[(&str, T)]) -> Result<T, String> {
    known(written, others).map_err(|meant| meant())
}

/// The same where nobody may ask what was meant.
pub(super) fn known<'a, T: Vocabulary>(written: &'a str, others: &'a [(&str, T)]) -> Result<T, Meant<'a>> {
    let asked = folded(written);
    let names = names::<T>();
    let own = names.iter().zip(T::WORDS).find(|(name, _)| folded(name) == asked).map(|(_, word)| *word);
    own.or_else(|| others.iter().find(|(other, _)| folded(other) == asked).map(|(_, word)| *word)).ok_or_else(|| -> Meant {
        Box::new(move || {
            let written = &shortened(written);
            let all = names.iter().map(String::as_str).chain(others.iter().map(|(other, _)| *other));
            near(written, all).unwrap_or_else(|| suggest(written, names.iter().map(String::as_str)))
        })
    })
}

/// "Did you mean …?", where a name is near; a single letter is near everything and is not asked about.
fn near<'a>(written: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let near = nearest(written, names.filter(|name| name.chars().count() > 1))?;
    Some(suggest(written, [near]))
}

/// As much of it as a word could be: looking for what is near takes its time with every letter.
fn shortened(written: &str) -> String {
    written.chars().take(60).collect()
}

fn names<T: Vocabulary>() -> Vec<String> {
    T::WORDS.iter().map(|word| format!("{word:?}")).collect()
}

fn folded(written: &str) -> String {
    written.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a cell that may hold several.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([';', '+', ',', '\n']).map(str::trim).filter(|word| !word.is_empty())
}
