//! How somebody has fared, found out behind the page each time that it is opened.

use crate::practice::deck::cards;
use crate::practice::progress::{Past, Progress, progress};
use crate::record::now;
use crate::sitting::{day, past};

use super::behind::Behind;
use super::desk::Desk;
use super::screen::Screen;

/// What is known of it.
#[derive(Debug, Default)]
pub struct Fared {
    work: Option<Behind<Result<Progress, String>>>,
    pub found: Option<Progress>,
    /// What the case is called that is named there.
    pub title: Option<String>,
}

impl Fared {
    pub fn is_under_way(&self) -> bool {
        self.work.is_some()
    }
}

impl Desk {
    pub(super) fn open_progress(&mut self) -> Option<Screen> {
        let bundles: Vec<_> = match &self.library {
            Ok(library) => library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.clone()).collect(),
            Err(_) => Vec::new(),
        };
        match &self.records {
            Ok(records) => {
                let records = records.clone();
                let work = Behind::begin(move || {
                    let past: Past = past(&records).map_err(|trouble| trouble.to_string())?;
                    let deck: Vec<_> = bundles.iter().flat_map(cards).collect();
                    Ok(progress(&deck, past, day(&now()).unwrap_or_default()))
                });
                self.fared = Fared { work: Some(work), ..Fared::default() };
            }
            Err(trouble) => {
                let trouble = trouble.clone();
                self.refuse(trouble);
            }
        }
        Some(Screen::Progress)
    }

    /// Shows what was found out; true where something was.
    pub(super) fn progress_found(&mut self) -> bool {
        let Some(found) = self.fared.work.as_mut().and_then(Behind::take) else { return false };
        self.fared.work = None;
        match found {
            Ok(progress) => {
                let case = progress.next.as_ref().and_then(|next| self.library()?.case(next.case.as_deref()?).ok()?.case.as_ref());
                (self.fared.title, self.fared.found) = (case.map(|case| case.title.clone()), Some(progress));
            }
            Err(trouble) => drop(self.refuse(trouble)),
        }
        true
    }
}
