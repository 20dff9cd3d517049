//! A model hour in the room: the same people and the same page, stepped through forwards and back.

use std::sync::Arc;

use crate::sitting::model::Stepping;

use super::desk::{Desk, Referral};
use super::screen::Screen;
use super::stage::Stage;

/// A model hour that can be stepped through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelHour {
    /// The transcript's.
    pub name: String,
    pub title: String,
    /// Counted from 1.
    pub session: u32,
}

impl Desk {
    /// Those of a case.
    pub(super) fn model_hours(&self, case: &str) -> Vec<ModelHour> {
        let transcripts = self.library().into_iter().flat_map(|library| library.transcripts_of(case));
        let of = |(name, transcript): (&str, crate::analysis::transcript::Transcript)| {
            let model = transcript.model()?;
            Some(ModelHour { name: name.into(), title: model.title, session: model.session })
        };
        transcripts.filter_map(of).collect()
    }

    /// Begins to step through one of the case that is open.
    pub(super) fn step_through(&mut self, name: &str) -> Option<Screen> {
        let (bundle, library) = (Arc::clone(&self.referral.as_ref()?.bundle), self.library.as_ref().ok()?);
        let case = bundle.case.id.clone();
        let transcript = library.transcript(&case, name)?;
        let (model, carried) = (transcript.model()?, transcript.carried(&bundle, &|name| library.transcript(&case, name)));
        let carried = match carried {
            Ok(carried) => carried,
            Err(trouble) => return self.refuse(trouble),
        };
        match Stepping::begin(&bundle, model, carried) {
            Ok((stepping, sitting)) => {
                let room = self.sit(sitting);
                self.hour.as_mut()?.model = Some(stepping);
                self.read_again();
                room
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// To the next reply, or back to the one before.
    pub(super) fn step(&mut self, forward: bool) -> Option<Screen> {
        let still = self.settings().reduced_motion;
        let hour = self.hour.as_mut()?;
        let stepping = hour.model.as_mut()?;
        let stepped = if forward {
            let from = hour.sitting.account().len();
            let stepped = stepping.forward(&mut hour.sitting);
            hour.stage.play(&hour.sitting.account()[from..]);
            stepped.map(drop)
        } else {
            stepping.back(&hour.sitting).map(|before| {
                if let Some(sitting) = before {
                    hour.stage = Stage::new(sitting.bundle(), sitting.header().seed);
                    hour.stage.reduced_motion(still);
                    hour.stage.stand(sitting.account());
                    hour.sitting = sitting;
                }
            })
        };
        match stepped {
            Ok(()) => {
                self.read_again();
                None
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// From a model hour back to what is read before one.
    pub(super) fn leave_model(&mut self) -> Option<Screen> {
        self.hour = None;
        self.referral.as_ref().map(|_: &Referral| Screen::Referral)
    }
}
