//! How often players come to each beat, counted behind the page; and editors that were started, asked whether they failed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use bevy::prelude::*;

use crate::analysis::footfall::{Footfall, footfall};
use crate::analysis::players::Player;
use crate::analysis::playtest::Terms;
use crate::analysis::{InTurn, Prepared};
use crate::game::behind::Behind;
use crate::game::desk::{Desk, DeskSystems};
use crate::game::screen::Screen;
use crate::script::bundle::Bundle;

/// Hours of each player: enough to tell what is met often from what is met by chance.
const TERMS: Terms = Terms { runs: 40, seed: 1 };

/// How far the counting is.
#[derive(Clone, Debug, Default)]
pub enum Counting {
    /// There is nothing to count, or it has not begun.
    #[default]
    Waiting,
    /// So many of a hundred parts are done.
    UnderWay {
        percent: usize,
    },
    Done(Arc<Footfall>),
}

/// The work, with how many players have played.
struct Work {
    work: Behind<Footfall>,
    done: Arc<AtomicUsize>,
    unwanted: Arc<AtomicBool>,
}

impl Drop for Work {
    fn drop(&mut self) {
        // Nobody asks after it any more.
        self.unwanted.store(true, Ordering::Relaxed);
    }
}

impl Work {
    fn begin(bundle: Arc<Bundle>, number: usize) -> Work {
        let (done, unwanted) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (told, stopped) = (Arc::clone(&done), Arc::clone(&unwanted));
        let work = Behind::begin(move || {
            let one_more = || {
                told.fetch_add(1, Ordering::Relaxed);
                !stopped.load(Ordering::Relaxed)
            };
            Prepared::new(&bundle, number).map(|prepared| footfall(&prepared, TERMS, &InTurn, one_more)).unwrap_or_default()
        });
        Work { work, done, unwanted }
    }

    fn progress(&self) -> Counting {
        Counting::UnderWay { percent: 100 * self.done.load(Ordering::Relaxed) / Player::NAIVE.len() }
    }
}

pub fn plugin(app: &mut App) {
    app.add_systems(Update, (count.run_if(in_state(Screen::Authoring)), ask_editors).after(DeskSystems));
}

fn count(mut desk: ResMut<Desk>, mut work: Local<Option<Work>>) {
    let Some(study) = &desk.authoring.study else {
        *work = None;
        return;
    };
    let progress = match (&study.counting, &mut *work) {
        // Another scene, or another draft of it: what was under way is of no more use.
        (Counting::Waiting, under_way) => {
            *under_way = study.bundle.clone().map(|bundle| Work::begin(bundle, study.number));
            match under_way {
                Some(work) => work.progress(),
                None => return,
            }
        }
        (Counting::UnderWay { percent }, Some(under_way)) => match under_way.work.take() {
            Some(footfall) => {
                *work = None;
                Counting::Done(Arc::new(footfall))
            }
            None => match under_way.progress() {
                Counting::UnderWay { percent: now } if now == *percent => return,
                progress => progress,
            },
        },
        _ => return,
    };
    if let Some(study) = &mut desk.authoring.study {
        study.counting = progress;
    }
}

fn ask_editors(mut desk: ResMut<Desk>) {
    // Asking changes nothing that is to be seen, and must not have the window drawn again and again.
    if !desk.authoring.started.is_empty() && desk.bypass_change_detection().ask_editors() {
        desk.set_changed();
    }
}
