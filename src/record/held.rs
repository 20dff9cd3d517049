//! What stands of an hour's steps: what was rewound is gone.

use crate::session::LEAVE_OUT;
use crate::session::account::Entry;
use crate::session::jotting::Jottings;

use super::{Afterwards, Step};

/// An hour as it stands after some of its steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Everything that was shown and happened.
    pub account: Vec<Entry>,
    /// Ids of the replies taken, and topics left out, in order.
    pub moves: Vec<String>,
    pub jottings: Jottings,
    pub afterwards: Option<Afterwards>,
    /// Where in the account what each move led to begins.
    begins: Vec<usize>,
    /// Number of each reply that was given, in rising order, and which move gave it.
    given: Vec<(u16, usize)>,
}

impl Held {
    pub fn of(steps: impl IntoIterator<Item = Step>) -> Held {
        let mut held = Held::default();
        steps.into_iter().for_each(|step| held.take(step));
        held
    }

    pub fn take(&mut self, step: Step) {
        match step {
            Step::Begin { entries, .. } => self.account.extend(entries),
            Step::Reply { reply, entries, .. } => self.moved(reply, entries),
            Step::Rewind { turn, left_out, .. } => {
                let kept = self.moves_before(turn);
                if let Some((kept, begins)) = kept.and_then(|kept| Some((kept, *self.begins.get(kept)?))) {
                    self.account.truncate(begins);
                    self.moves.truncate(kept);
                    self.begins.truncate(kept);
                    while self.given.pop_if(|(_, place)| *place >= kept).is_some() {}
                    self.jottings.rewind(turn, self.account.len());
                    self.afterwards = None;
                    left_out.into_iter().for_each(|out| self.moved(out.reply, out.entries));
                }
            }
            Step::Afterwards(afterwards) => self.afterwards = Some(afterwards),
            Step::Jotted(jotting) => self.jottings.take(jotting),
        }
    }

    fn moved(&mut self, reply: String, entries: Vec<Entry>) {
        // Around what is left out another moment comes, of which nothing was said yet.
        if reply.starts_with(LEAVE_OUT) && entries.iter().any(|entry| matches!(entry, Entry::Entered { .. })) {
            self.jottings.rewind(self.replies(), self.account.len());
        }
        for entry in &entries {
            if let Entry::Turn(turn) = entry
                && self.given.last().is_none_or(|(last, _)| *last < turn.number)
            {
                self.given.push((turn.number, self.moves.len()));
            }
        }
        self.moves.push(reply);
        self.begins.push(self.account.len());
        self.account.extend(entries);
    }

    /// How many moves were made before that reply, counted from 1; none where it was not given.
    pub fn moves_before(&self, turn: u16) -> Option<usize> {
        let place = self.given.binary_search_by_key(&turn, |(number, _)| *number).ok()?;
        self.given.get(place).map(|(_, moves)| *moves)
    }

    /// How many replies were given.
    pub fn replies(&self) -> u16 {
        self.given.len() as u16
    }
}
