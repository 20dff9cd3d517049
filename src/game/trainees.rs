//! Who is practising: several on one machine, each with records and settings of their own.

use crate::record::Trainee;

use super::desk::Desk;
use super::fared::Fared;
use super::screen::Screen;

impl Desk {
    /// Who is practising; none where that is somebody without a name.
    pub fn trainee(&self) -> Option<Trainee> {
        self.records.as_ref().ok().and_then(|records| records.trainee())
    }

    /// Those with a name, by it; whoever is practising is among them, even before there is anything to keep.
    pub fn trainees(&self) -> Vec<Trainee> {
        let mut there = self.records.as_ref().map(|records| records.trainees()).unwrap_or_default();
        there.extend(self.trainee().filter(|trainee| !there.contains(trainee)));
        there.sort();
        there
    }

    /// Somebody else sits down: from here on all is theirs.
    pub(super) fn practise_as(&mut self, trainee: Option<&Trainee>) -> Option<Screen> {
        let Ok(records) = &self.records else { return Some(Screen::Title) };
        let records = records.of_trainee(trainee);
        // Whoever was added is there from now on, whether anything is kept of them or not.
        if let Err(trouble) = records.make_room() {
            return self.troubled(&trouble.into());
        }
        (self.referral, self.hour, self.drill) = (None, None, None);
        self.fared = Fared::default();
        self.put_away();
        self.take_settings_of(&records);
        self.records = Ok(records);
        self.read_book();
        Some(Screen::Title)
    }
}
