//! Conditions of a script in plain words, and what fails of them in a state.

use crate::analysis::why_not::Unmet;
use crate::script::bundle::{Bundle, Check, Hour};
use crate::session::State;
use crate::texts::{text_with, word};

/// Whose words these are: an hour of a case.
#[derive(Clone, Copy)]
pub struct Script<'a> {
    pub bundle: &'a Bundle,
    pub hour: &'a Hour,
}

impl Script<'_> {
    /// A condition, as in "trust at least 44".
    pub fn condition(&self, check: &Check) -> String {
        let truth = |is: bool| if is { "yes" } else { "no" };
        let number =
            |name: &str, measure, number: u8| text_with(name, &[("measure", word("measure", measure).into()), ("number", number.into())]);
        match check {
            Check::AtLeast(measure, least) => number("guard-at-least", measure, *least),
            Check::Below(measure, below) => number("guard-below", measure, *below),
            Check::In(stances) => {
                let stances: Vec<String> = stances.iter().map(|stance| word("stance", stance)).collect();
                text_with("guard-in", &[("stances", or(&stances).into())])
            }
            Check::Told(fact, is) => {
                let fact = &self.bundle.case.facts[usize::from(*fact)].id;
                text_with("guard-told", &[("fact", fact.as_str().into()), ("is", truth(*is).into())])
            }
            Check::Met(beat, is) => {
                let beat = &self.hour.scene.beats[usize::from(*beat)].id;
                text_with("guard-met", &[("beat", beat.as_str().into()), ("is", truth(*is).into())])
            }
            Check::Noted(note, is) => {
                let note = &self.hour.notes[usize::from(*note)];
                text_with("guard-noted", &[("note", note.as_str().into()), ("is", truth(*is).into())])
            }
            Check::Ruptured(is) => text_with("guard-ruptured", &[("is", truth(*is).into())]),
            Check::Leaving(ending) => text_with("guard-leaving", &[("ending", word("ending-short", ending).into())]),
            Check::Minute(minute) => text_with("guard-minute", &[("minute", (*minute).into())]),
            Check::Any(any) => or(&any.iter().map(|check| self.condition(check)).collect::<Vec<_>>()),
            Check::Of(person, of) => self.of(*person, self.conditions(of)),
        }
    }

    /// Several, all of which are asked for.
    pub fn conditions(&self, checks: &[Check]) -> String {
        checks.iter().map(|check| self.condition(check)).collect::<Vec<_>>().join(", ")
    }

    /// What is missing, each as a sentence of its own.
    pub fn missing(&self, unmet: &[Unmet], state: &State) -> Vec<String> {
        unmet.iter().map(|part| text_with("unmet", &[("what", self.part(part, state).into())])).collect()
    }

    fn part(&self, unmet: &Unmet, state: &State) -> String {
        match unmet {
            Unmet::One(check, person) => {
                let told = self.as_it_is(check, state, *person);
                let of_a_person =
                    matches!(check, Check::AtLeast(..) | Check::Below(..) | Check::In(_) | Check::Ruptured(_) | Check::Leaving(_));
                if of_a_person && self.bundle.case.people.len() > 1 { self.of(*person, told) } else { told }
            }
            Unmet::NoneOf(ways) => {
                let way = |way: &Vec<Unmet>| way.iter().map(|part| self.part(part, state)).collect::<Vec<_>>().join(", ");
                text_with("unmet-none-of", &[("ways", or(&ways.iter().map(way).collect::<Vec<_>>()).into())])
            }
        }
    }

    /// A condition with what is so instead.
    fn as_it_is(&self, check: &Check, state: &State, person: u8) -> String {
        let patient = &state.patients[usize::from(person)];
        let is = match check {
            Check::AtLeast(measure, _) | Check::Below(measure, _) => patient.get(*measure).to_string(),
            Check::In(_) => word("stance", patient.stance),
            Check::Leaving(_) => word("ending-short", patient.leaning),
            Check::Minute(_) => state.minute.to_string(),
            _ => return self.condition(check),
        };
        text_with("unmet-is", &[("what", self.condition(check).into()), ("is", is.into())])
    }

    fn of(&self, person: u8, what: String) -> String {
        let name = &self.bundle.case.people[usize::from(person)].name;
        text_with("guard-of", &[("name", name.as_str().into()), ("what", what.into())])
    }
}

/// "one, two or three".
fn or(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => text_with("guard-or", &[("others", others.join(", ").into()), ("last", last.as_str().into())]),
    }
}
