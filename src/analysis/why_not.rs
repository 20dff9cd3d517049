//! Why conditions don't hold: the parts of them that fail, also within alternatives and of other people.

use crate::script::bundle::Check;
use crate::session::State;
use crate::session::patient::holds;

/// A part of conditions that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet<'a> {
    /// This one, asked of that person.
    One(&'a Check, u8),
    /// Each of these ways, one of which would be enough, with what fails of it.
    NoneOf(Vec<Vec<Unmet<'a>>>),
}

/// What fails of a list of conditions asked of that person, in the author's order; nothing where they hold.
pub fn unmet<'a>(when: &'a [Check], state: &State, person: u8) -> Vec<Unmet<'a>> {
    let part = |check: &'a Check| match check {
        Check::Of(other, of) => unmet(of, state, *other),
        _ if holds(std::slice::from_ref(check), state, person) => Vec::new(),
        Check::Any(any) => vec![Unmet::NoneOf(any.iter().map(|way| unmet(std::slice::from_ref(way), state, person)).collect())],
        one => vec![Unmet::One(one, person)],
    };
    when.iter().flat_map(part).collect()
}
