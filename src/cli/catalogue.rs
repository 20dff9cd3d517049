//! `catalogue`: every case with its figures, as a page.

use crate::analysis::Prepared;
use crate::analysis::playtest::{Terms, playtest};
use crate::library;
use crate::report::catalogue::{Listed, page};
use crate::texts::text_with;

use super::arguments::{self, RUNS};
use super::hour::{stopwatch, threads};
use super::{Common, Status, complain, could_not_run, print};

pub(super) fn run(common: &Common, arguments: &arguments::Catalogue) -> Status {
    let library = match library::open(common.dialogues.as_deref()) {
        Ok(library) => library,
        Err(trouble) => return could_not_run(&trouble),
    };
    let threads = match threads(arguments.threads) {
        Ok(threads) => threads,
        Err(status) => return status,
    };
    let mut listed = Vec::new();
    for (shelf, bundle) in library.shelves.cases.iter().filter_map(|shelf| Some((shelf, shelf.bundle.as_ref()?))) {
        let hours = (0..bundle.hours.len()).filter_map(|session| Prepared::new(bundle, session));
        listed.extend(hours.map(|prepared| {
            let playtest = playtest(&prepared, Terms { runs: RUNS, seed: 1 }, &threads, &stopwatch());
            Listed { bundle, session: prepared.number, playtest, languages: &shelf.languages }
        }));
    }
    let mut status = print(&page(&listed, RUNS));
    for shelf in library.shelves.cases.iter().filter(|shelf| shelf.bundle.is_none()) {
        complain(&text_with("case-broken", &[("case", shelf.id.as_str().into())]));
        status = Status::Found;
    }
    status
}
