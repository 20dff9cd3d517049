//! Why conditions don't hold: the parts of them that fail, also within alternatives and of other people.

use std::slice;

use crate::script::bundle::Check;
use crate::script::model::Guard;
use crate::session::State;
use crate::session::patient::holds;

/// A part of conditions that fails, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmet<'a> {
    /// This one, asked of that person.
    One(&'a Guard, u8),
    /// Each of these ways, one of which would be enough, with what fails of it.
    NoneOf(Vec<Vec<Unmet<'a>>>),
}

/// What fails of a list of conditions asked of that person, in the author's order; nothing where they hold. They come as they were
/// written and with their names resolved.
pub fn unmet<'a>(written: &'a [Guard], when: &[Check], state: &State, person: u8) -> Vec<Unmet<'a>> {
    let part = |(written, check): (&'a Guard, &Check)| match (written, check) {
        (Guard::Of(_, written), Check::Of(other, of)) => unmet(written, of, state, *other),
        _ if holds(slice::from_ref(check), state, person) => Vec::new(),
        (Guard::Any(written), Check::Any(any)) => {
            let way = |(written, way)| unmet(slice::from_ref(written), slice::from_ref(way), state, person);
            vec![Unmet::NoneOf(written.iter().zip(any).map(way).collect())]
        }
        _ => vec![Unmet::One(written, person)],
    };
    written.iter().zip(when).flat_map(part).collect()
}
