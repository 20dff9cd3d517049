//! The hour under way on another draft of its script: the same moves, as far as they still lead on.

use std::sync::Arc;

use crate::record::{Header, Mode};
use crate::script::bundle::Bundle;
use crate::session::LEAVE_OUT;
use crate::session::account::Entry;

use super::{Sitting, Trouble};

/// Where an hour stands still, since the draft no longer leads on as it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// The first of its moves that is none any more: a reply's id, or [`LEAVE_OUT`] and a topic.
    pub taken: Taken,
    /// Which reply of the hour it was, or would have come next, counted from 1.
    pub turn: u16,
    /// The beat at which the hour stands now.
    pub beat: String,
    pub why: Why,
}

/// Why a move is none any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The hour is over before it.
    Over,
    /// Nothing of that id is there.
    Gone,
    /// It is there, and what it asks for doesn't hold.
    Shut,
}

/// A move as it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub id: String,
    /// The reply's words or deed, or what was said of the topic.
    pub words: String,
}

impl Sitting {
    /// The same hour on another draft: with its seed, its mode, what was carried in and where it was opened, as far as that is
    /// still there, each of its moves is made again, up to the first that is none any more. Those from there on are remembered until
    /// another move is made, so that a draft on which they lead on again takes the hour back to where it was. What the trainee wrote
    /// beside it stays as far as the two are the same. What comes back is not kept, whether this one is or not.
    pub fn redraft(&self, bundle: &Arc<Bundle>) -> Result<(Sitting, Option<Stopped>), Trouble> {
        if self.is_kept() && self.header.mode == Mode::Exam {
            return Err(Trouble::ExamIsKept);
        }
        let header = Header { bundle: bundle.hash.clone(), title: bundle.case.title.clone(), ..self.header.clone() };
        let mut sitting = Sitting::sit_down_again(bundle, header, self.opening.as_ref(), None)?;
        let moves = self.taken();
        for (place, taken) in moves.iter().enumerate() {
            if sitting.session.command(&taken.id).is_none() {
                let stopped = sitting.stopped(taken.clone());
                sitting.beyond = moves.iter().skip(place).cloned().collect();
                sitting.write_down_again(self);
                return Ok((sitting, Some(stopped)));
            }
            sitting.choose(&taken.id)?;
        }
        sitting.held.afterwards = self.held.afterwards.clone();
        sitting.write_down_again(self);
        Ok((sitting, None))
    }

    /// What was written beside another hour, as far as this one is the same; and what was taken back in it.
    fn write_down_again(&mut self, other: &Sitting) {
        let (here, there) = (&self.held.account, &other.held.account);
        let same = here.iter().zip(there).take_while(|(one, other)| one == other).count();
        let replies = here.iter().take(same).filter(|entry| matches!(entry, Entry::Turn(_))).count() as u16;
        self.held.jottings = other.held.jottings.clone();
        if same < here.len().max(there.len()) {
            self.held.jottings.rewind(replies, same);
        }
        self.undone = other.undone.clone();
        self.unwritten = other.unwritten.clone();
        self.passing = other.passing.clone();
    }

    /// Every move that was made, and those that an earlier draft led on to.
    fn taken(&self) -> Vec<Taken> {
        let topics = self.topics();
        let mut answers = self.held.account.iter().filter_map(|entry| match entry {
            Entry::Turn(turn) => Some(turn.answer().text.clone()),
            _ => None,
        });
        let made = self.held.moves.iter().map(|id| {
            let words = match id.strip_prefix(LEAVE_OUT) {
                Some(topic) => topics.iter().find(|known| known.id == topic).map(|known| known.note.clone()),
                None => answers.next(),
            };
            Taken { id: id.clone(), words: words.unwrap_or_default() }
        });
        made.chain(self.beyond.iter().cloned()).collect()
    }

    /// Why it stands here and can't take that.
    fn stopped(&self, taken: Taken) -> Stopped {
        let state = self.session.state();
        let is_there = match taken.id.strip_prefix(LEAVE_OUT) {
            Some(topic) => self.topics().iter().any(|known| known.id == topic),
            None => self.session.replies().iter().any(|reply| reply.id == taken.id),
        };
        let why = match (state.ending, is_there) {
            (Some(_), _) => Why::Over,
            (None, false) => Why::Gone,
            (None, true) => Why::Shut,
        };
        Stopped { taken, turn: self.turn(), beat: self.session.hour().written(state.beat).id.clone(), why }
    }
}
