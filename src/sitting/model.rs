//! A model hour, stepped through reply by reply, forwards and back; nothing of it is kept.

use std::sync::Arc;

use crate::analysis::transcript::{Model, Pick};
use crate::record::{After, Header, Mode};
use crate::script::bundle::Bundle;
use crate::session::LEAVE_OUT;
use crate::session::carried::Carried;

use super::{Sitting, Terms, Trouble, header};

/// Somebody stepping through one.
#[derive(Debug)]
pub struct Stepping {
    pub model: Model,
    carried: Option<Carried>,
    /// Picks that were taken.
    at: usize,
}

impl Stepping {
    /// Before the first reply; with what it goes on from, where another hour went before it.
    pub fn begin(bundle: &Arc<Bundle>, model: Model, carried: Option<Carried>) -> Result<(Stepping, Sitting), Trouble> {
        let mut stepping = Stepping { model, carried, at: 0 };
        let sitting = stepping.to(bundle, 0)?;
        Ok((stepping, sitting))
    }

    /// The hour after so many replies.
    fn to(&mut self, bundle: &Arc<Bundle>, replies: usize) -> Result<Sitting, Trouble> {
        let terms = Terms { session: self.model.session, seed: Some(self.model.seed), mode: Mode::Learn, ..Terms::default() };
        let after = self.carried.clone().map(|carried| After { record: String::new(), carried });
        let mut sitting = Sitting::sit_down_again(bundle, Header { after, ..header(bundle, &terms) }, None, None)?;
        self.at = 0;
        self.leave_out(&mut sitting)?;
        for _ in 0..replies {
            self.forward(&mut sitting)?;
        }
        Ok(sitting)
    }

    /// What is left out of the hour before the next reply.
    fn leave_out(&mut self, sitting: &mut Sitting) -> Result<(), Trouble> {
        while let Some(pick) = self.next().filter(|pick| pick.id.starts_with(LEAVE_OUT)) {
            sitting.choose(&pick.id.clone())?;
            self.at = self.at.saturating_add(1);
        }
        Ok(())
    }

    /// The reply that is taken next; none where the hour is over.
    pub fn next(&self) -> Option<&Pick> {
        self.model.picks.get(self.at)
    }

    /// Replies that were taken, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.taken().count(), self.model.picks.iter().filter(is_reply).count())
    }

    /// What is said of each reply that was taken, in order.
    pub fn notes(&self) -> impl Iterator<Item = &[String]> {
        self.taken().map(|pick| pick.notes.as_slice())
    }

    fn taken(&self) -> impl Iterator<Item = &Pick> {
        self.model.picks.iter().take(self.at).filter(is_reply)
    }

    /// Takes the next reply; false where there is none.
    pub fn forward(&mut self, sitting: &mut Sitting) -> Result<bool, Trouble> {
        let Some(pick) = self.next() else { return Ok(false) };
        sitting.choose(&pick.id.clone())?;
        self.at = self.at.saturating_add(1);
        self.leave_out(sitting)?;
        Ok(true)
    }

    /// The hour before the last reply; none where none was taken.
    pub fn back(&mut self, sitting: &Sitting) -> Result<Option<Sitting>, Trouble> {
        match self.progress().0.checked_sub(1) {
            Some(replies) => self.to(&Arc::clone(sitting.bundle()), replies).map(Some),
            None => Ok(None),
        }
    }
}

fn is_reply(pick: &&Pick) -> bool {
    !pick.id.starts_with(LEAVE_OUT)
}
