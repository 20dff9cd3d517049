//! What could have been, found out behind the debrief while it is being read.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bevy::prelude::*;

use crate::analysis::hindsight::Hindsight;
use crate::sitting::Kept;

use super::behind::Behind;
use super::desk::{Desk, DeskSystems};

/// How far the looking back is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Looking {
    /// There is nothing to look back on, or it has not begun.
    #[default]
    Waiting,
    /// So many of so many places have been looked at.
    UnderWay {
        done: usize,
        of: usize,
    },
    Done,
    /// This program would lead the same replies elsewhere.
    Impossible,
}

/// The work, with how far it is: shared with whoever does it.
struct Work {
    work: Behind<Option<Hindsight>>,
    done: Arc<[AtomicUsize; 2]>,
}

impl Work {
    fn begin(kept: Kept) -> Work {
        let done = Arc::new([AtomicUsize::new(0), AtomicUsize::new(1)]);
        let told = Arc::clone(&done);
        let work = Behind::begin(move || {
            kept.look_back(|looked, places| {
                told[1].store(places, Ordering::Relaxed);
                told[0].store(looked, Ordering::Relaxed);
            })
        });
        Work { work, done }
    }

    fn progress(&self) -> Looking {
        let [done, of] = [0, 1].map(|which: usize| self.done[which].load(Ordering::Relaxed));
        Looking::UnderWay { done, of }
    }
}

pub fn plugin(app: &mut App) {
    app.add_systems(Update, look_back.after(DeskSystems));
}

fn look_back(mut desk: ResMut<Desk>, mut work: Local<Option<Work>>) {
    let progress = match (&desk.looking, &mut *work) {
        // Another hour was opened, or none: what was under way is of no more use.
        (Looking::Waiting, under_way) => {
            *under_way = desk.kept.clone().map(Work::begin);
            under_way.as_ref().map_or(Looking::Waiting, Work::progress)
        }
        (Looking::UnderWay { .. }, Some(under_way)) => match under_way.work.take() {
            None => under_way.progress(),
            Some(None) => Looking::Impossible,
            Some(Some(hindsight)) => {
                *work = None;
                if let Some(debrief) = &mut desk.debrief {
                    debrief.hindsight = Some(hindsight);
                }
                Looking::Done
            }
        },
        (settled, _) => *settled,
    };
    if desk.looking != progress {
        desk.looking = progress;
    }
}
