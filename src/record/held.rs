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
        self.moves.push(reply);
        self.begins.push(self.account.len());
        self.account.extend(entries);
    }

    /// How many moves were made before that reply, counted from 1; none where it was not given.
    pub fn moves_before(&self, turn: u16) -> Option<usize> {
        let is_reply = |entry: &Entry| matches!(entry, Entry::Turn(there) if there.number == turn);
        let ends = self.begins.iter().skip(1).copied().chain([self.account.len()]);
        let mut led_to = self.begins.iter().zip(ends).map(|(begins, ends)| self.account.get(*begins..ends).unwrap_or_default());
        led_to.position(|entries| entries.iter().any(is_reply))
    }

    /// How many replies were given.
    pub fn replies(&self) -> u16 {
        self.account.iter().filter(|entry| matches!(entry, Entry::Turn(_))).count() as u16
    }
}
