//! What is missing for conditions to hold in a state, in plain words.

use crate::analysis::why_not::Unmet;
use crate::script::bundle::Bundle;
use crate::script::model::Guard;
use crate::session::State;
use crate::texts::{text_with, word};

use super::conditions::{condition, either, of_person};

/// Each as a sentence of its own.
pub fn missing(bundle: &Bundle, unmet: &[Unmet], state: &State) -> Vec<String> {
    unmet.iter().map(|part| text_with("unmet", &[("what", told(bundle, part, state).into())])).collect()
}

fn told(bundle: &Bundle, unmet: &Unmet, state: &State) -> String {
    match unmet {
        Unmet::One(guard, person) => {
            let (told, of_a_person) = as_it_is(bundle, guard, state, *person);
            // Where they came alone it is clear of whom it is said.
            if of_a_person && bundle.case.people.len() > 1 {
                of_person(&bundle.case, &bundle.case.person(*person).id, 1, told)
            } else {
                told
            }
        }
        Unmet::NoneOf(ways) => {
            let way = |way: &Vec<Unmet>| way.iter().map(|part| told(bundle, part, state)).collect::<Vec<_>>().join("; ");
            text_with("unmet-none-of", &[("ways", either(ways.iter().map(way).collect()).into())])
        }
    }
}

/// A condition with what is so instead, and whether that is said of a person.
fn as_it_is(bundle: &Bundle, guard: &Guard, state: &State, person: u8) -> (String, bool) {
    let patient = state.patient(person);
    let what = condition(&bundle.case, guard);
    let is = match guard {
        Guard::AtLeast(measure, _) | Guard::Below(measure, _) => patient.get(*measure).to_string(),
        Guard::In(_) => word("stance", patient.stance),
        Guard::Leaving(_) => word("ending-short", patient.leaning),
        Guard::Minute(_) => state.minute.to_string(),
        _ => return (what, matches!(guard, Guard::Ruptured | Guard::NotRuptured)),
    };
    (text_with("unmet-is", &[("what", what.into()), ("is", is.into())]), !matches!(guard, Guard::Minute(_)))
}
