//! A reply that is being written, beside the frame: nothing that it led to shows before it is on the disk, and a disk may take its time.

use std::time::{Duration, Instant};

use bevy::prelude::*;

use crate::session::account::Entry;
use crate::sitting::{Sitting, Trouble};
use crate::texts::text;

use super::behind::Behind;
use super::desk::{Desk, DeskSystems, Notice, answer};

/// The hour itself and what its reply led to, while that is written.
#[derive(Debug)]
pub struct Saving {
    written: Behind<(Sitting, Result<Vec<Entry>, Trouble>)>,
    since: Instant,
}

/// How long a frame waits for the disk, and from when on the trainee is told that it is waited for.
const PATIENCE: Duration = Duration::from_millis(30);
const TOLD: Duration = Duration::from_millis(200);

impl Desk {
    /// Takes a reply while the window goes on being drawn; [`Desk::settle`] takes what came of it. Another one that comes before that
    /// was meant for the menu that is still to be seen, and is none.
    pub fn reply_behind(&mut self, reply: &str) {
        let Some(hour) = self.hour.as_mut().filter(|hour| hour.model.is_none() && hour.saving.is_none()) else { return };
        self.notice = None;
        let standing = hour.sitting.standing_still();
        let mut sitting = std::mem::replace(&mut hour.sitting, standing);
        let reply = reply.to_string();
        let written = Behind::begin(move || {
            let led_to = sitting.choose(&reply).map(<[Entry]>::to_vec);
            (sitting, led_to)
        });
        hour.saving = Some(Saving { written, since: Instant::now() });
    }

    /// Takes what came of a reply that was being written, waited for so long; true where there is something new to be seen.
    pub fn settle(&mut self, patience: Duration) -> bool {
        let Some(hour) = &mut self.hour else { return false };
        let Some(saving) = &mut hour.saving else { return false };
        let Some((sitting, led_to)) = saving.written.take_within(patience) else {
            let tells = self.notice.is_none() && saving.since.elapsed() >= TOLD;
            if tells {
                self.notice = Some(Notice::done(text("room-saving")));
            }
            return tells;
        };
        (hour.sitting, hour.saving) = (sitting, None);
        self.notice = None;
        self.replied(led_to);
        true
    }

    /// True while a reply is being written.
    pub fn is_saving(&self) -> bool {
        self.hour.as_ref().is_some_and(|hour| hour.saving.is_some())
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, settle.in_set(DeskSystems).after(answer).run_if(|desk: Res<Desk>| desk.is_saving()));
}

/// In the frame of the reply already, where the disk is as fast as most are.
fn settle(mut desk: ResMut<Desk>) {
    if desk.bypass_change_detection().settle(PATIENCE) {
        desk.set_changed();
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;
    use std::fs::TryLockError;
    use std::io;
    use std::path::{Path, PathBuf};
    use std::sync::{Arc, Mutex, MutexGuard};

    use tempfile::TempDir;

    use super::*;
    use crate::game::desk::{Offered, Place};
    use crate::game::screen::{Intent, Screen};
    use crate::record::disk::{Disk, Handle, Machine};
    use crate::record::{Afterwards, Records};

    /// A disk whose files are synced only while the gate is open, and while it isn't full.
    #[derive(Clone, Debug, Default)]
    struct Slow(Arc<Mutex<bool>>);

    #[derive(Debug)]
    struct SlowFile(Box<dyn Handle>, Slow);

    impl Handle for SlowFile {
        fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
            self.0.write(bytes)
        }

        fn cut(&mut self, bytes: u64) -> io::Result<()> {
            self.0.cut(bytes)
        }

        fn sync(&mut self) -> io::Result<()> {
            let is_full = self.1.0.lock().unwrap();
            if *is_full { Err(io::ErrorKind::StorageFull.into()) } else { self.0.sync() }
        }
    }

    impl Slow {
        fn closed(&self) -> MutexGuard<'_, bool> {
            self.0.lock().unwrap()
        }

        fn slow(&self, file: Box<dyn Handle>) -> Box<dyn Handle> {
            Box::new(SlowFile(file, self.clone()))
        }
    }

    impl Disk for Slow {
        fn make_folder(&self, folder: &Path) -> io::Result<()> {
            Machine.make_folder(folder)
        }

        fn create(&self, file: &Path) -> io::Result<Box<dyn Handle>> {
            Machine.create(file).map(|file| self.slow(file))
        }

        fn open(&self, file: &Path) -> io::Result<Box<dyn Handle>> {
            Machine.open(file).map(|file| self.slow(file))
        }

        fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
            Machine.read(file)
        }

        fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
            Machine.list(folder)
        }

        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            Machine.rename(from, to)
        }

        fn remove(&self, file: &Path) -> io::Result<()> {
            Machine.remove(file)
        }

        fn sync_folder(&self, folder: &Path) -> io::Result<()> {
            Machine.sync_folder(folder)
        }

        fn lock(&self, file: &Path) -> Result<Box<dyn Debug + Send + Sync>, TryLockError> {
            Machine.lock(file)
        }
    }

    /// In the room, with what is kept on such a disk.
    fn in_the_room() -> (TempDir, Slow, Desk) {
        let (data, disk) = (tempfile::tempdir().unwrap(), Slow::default());
        let mut desk = Desk::new(&Place { data_dir: Some(data.path().into()), seed: Some(1), ..Place::default() });
        desk.records = Ok(Records::on(Arc::new(disk.clone()), data.path().into()));
        assert_eq!(desk.straight_into("noor", true), Screen::Room);
        (data, disk, desk)
    }

    #[test]
    fn what_is_said_after_the_hour_waits_until_it_can_be_kept_or_is_let_go() {
        for is_saved in [true, false] {
            let (data, disk, mut desk) = in_the_room();
            let sitting = &mut desk.hour.as_mut().unwrap().sitting;
            while let Some(offer) = sitting.menu().first() {
                sitting.choose(&offer.reply).unwrap();
            }
            let said = Afterwards { felt: "moved".into(), ..Afterwards::default() };
            let answer = Intent::Answer(said.clone());
            *disk.closed() = true;
            assert_eq!(desk.answer(&answer, Screen::Afterwards), None);
            assert_eq!(desk.notice.as_ref().unwrap().offered, Offered::Saving);
            if is_saved {
                *disk.closed() = false;
                assert_eq!(desk.answer(&Intent::Save(None), Screen::Afterwards), None);
                assert!(desk.notice.as_ref().unwrap().done);
            }
            assert_eq!(desk.answer(&answer, Screen::Afterwards), Some(Screen::Debrief));
            assert_eq!(desk.notice.is_none(), is_saved, "who goes on without it is told so");
            assert_eq!(desk.kept.as_ref().unwrap().debrief().trainee_felt, "moved");
            if is_saved {
                assert_eq!(Records::at(Some(data.path())).unwrap().list().unwrap()[0].held.afterwards.as_ref(), Some(&said));
            }
        }
    }

    #[test]
    fn a_reply_that_can_t_be_written_is_told_whatever_is_asked_for_meanwhile() {
        for asked in [Intent::Leave, Intent::Pause, Intent::LookBack] {
            let (_data, disk, mut desk) = in_the_room();
            let reply = desk.hour.as_ref().unwrap().sitting.menu()[0].reply.clone();
            *disk.closed() = true;
            desk.reply_behind(&reply);
            assert_eq!(desk.answer(&asked, Screen::Room), None);
            assert_eq!(desk.notice.as_ref().unwrap().offered, Offered::SavingOrUnrecorded);
            assert_eq!(desk.hour.as_ref().unwrap().sitting.moves().len(), 0);
            // Asked for once more it comes.
            assert!(desk.answer(&asked, Screen::Room).is_some());
        }
    }

    #[test]
    fn nothing_of_a_reply_shows_before_it_is_written_and_the_wait_is_told() {
        let (data, disk, mut desk) = in_the_room();
        let account = |desk: &Desk| desk.hour.as_ref().unwrap().sitting.account().len();
        let offered = |desk: &Desk, place: usize| desk.hour.as_ref().unwrap().sitting.menu()[place].reply.clone();
        let (before, lines) = (account(&desk), desk.hour.as_ref().unwrap().transcript.lines.len());

        let gate = disk.closed();
        desk.reply_behind(&offered(&desk, 0));
        // The key is pressed twice.
        desk.reply_behind(&offered(&desk, 0));
        while !desk.settle(Duration::ZERO) {
            std::thread::yield_now();
        }
        let hour = desk.hour.as_ref().unwrap();
        assert_eq!((hour.sitting.account().len(), hour.transcript.lines.len()), (before, lines));
        assert_eq!(desk.notice, Some(Notice::done(text("room-saving"))));
        assert!(desk.is_saving());
        drop(gate);
        assert!(desk.settle(Duration::MAX) && desk.notice.is_none() && !desk.is_saving());
        assert_eq!(desk.hour.as_ref().unwrap().sitting.moves().len(), 1);
        assert!(account(&desk) > before && desk.hour.as_ref().unwrap().sitting.is_kept());

        // What comes next waits for what is being written.
        let gate = disk.closed();
        desk.reply_behind(&offered(&desk, 1));
        let leaves = std::thread::spawn(move || {
            let to = desk.answer(&Intent::Leave, Screen::Room);
            (desk, to)
        });
        std::thread::sleep(TOLD);
        assert!(!leaves.is_finished());
        drop(gate);
        let (desk, to) = leaves.join().unwrap();
        assert_eq!((to, desk.book.troubles.len()), (Some(Screen::Book), 0));
        assert_eq!(Records::at(Some(data.path())).unwrap().list().unwrap()[0].held.moves.len(), 2);
    }
}
