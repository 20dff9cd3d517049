//! What the commands share that take an hour of a case apart: the bundle, threads to work on, a stopwatch.

use std::sync::Arc;
use std::time::Instant;

use rayon::prelude::*;

use crate::analysis::{Prepared, Spread};
use crate::library::{self, Library};
use crate::script::bundle::Bundle;
use crate::sitting::Trouble;
use crate::texts::{spoken, text_with};

use super::arguments::HourArguments;
use super::{Common, Status, complain, could_not_run};

/// The bundle of a case that can be played, in the reader's language where it is there in it; else what is wrong with it is told.
pub(super) fn sound_bundle(common: &Common, case: &str) -> Result<Arc<Bundle>, Status> {
    let library = library::open_in(common.dialogues.as_deref(), Some(spoken().tag())).map_err(|trouble| could_not_run(&trouble))?;
    sound_shelf(&library, case)
}

/// The bundle of a case of that library.
pub(super) fn sound_shelf(library: &Library, case: &str) -> Result<Arc<Bundle>, Status> {
    let shelf = library.case(case).map_err(|trouble| could_not_run(&trouble))?;
    if let Some(bundle) = &shelf.bundle {
        return Ok(Arc::clone(bundle));
    }
    complain(&text_with("case-broken", &[("case", shelf.id.as_str().into())]));
    for finding in library.shelves.shared.iter().chain(&shelf.findings) {
        complain(finding);
    }
    Err(Status::Found)
}

/// Does what is asked with an hour made ready, on as many threads as are wanted.
pub(super) fn with_hour<T>(common: &Common, arguments: &HourArguments, work: impl FnOnce(&Prepared, &Threads) -> T) -> Result<T, Status> {
    let bundle = sound_bundle(common, &arguments.case)?;
    let number = (arguments.session as usize).checked_sub(1);
    let Some(prepared) = number.and_then(|number| Prepared::new(&bundle, number)) else {
        return Err(could_not_run(&Trouble::NoSession { asked: arguments.session, there: bundle.hours.len() }));
    };
    Ok(work(&prepared, &threads(arguments.threads)?))
}

/// Work spread over a pool of threads.
pub(super) struct Threads(rayon::ThreadPool);

/// So many threads; as many as the machine has where none is named.
pub(super) fn threads(count: Option<u16>) -> Result<Threads, Status> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count.unwrap_or(0).into()).build();
    pool.map(Threads).map_err(|error| could_not_run(&error))
}

impl Spread for Threads {
    fn each<T: Sync, R: Send>(&self, things: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
        self.0.install(|| things.par_iter().with_max_len(1).map(&work).collect())
    }
}

/// Nanoseconds since it was made.
pub(super) fn stopwatch() -> impl Fn() -> u64 {
    let began = Instant::now();
    move || began.elapsed().as_nanos() as u64
}
