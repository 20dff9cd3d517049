//! `script`: a whole case as a page to print and to read through with a pencil.

use crate::report::html::script;
use crate::report::map::lines_in;
use crate::sitting::Trouble;

use super::hour::sound_bundle;
use super::{Common, Status, arguments, could_not_run, hand_out};

pub(super) fn run(common: &Common, asked: &arguments::Script) -> Status {
    let bundle = match sound_bundle(common, &asked.case) {
        Ok(bundle) => bundle,
        Err(status) => return status,
    };
    let there = bundle.hours.len();
    let sessions = match asked.session.map(|session| (session, (session as usize).checked_sub(1).filter(|at| *at < there))) {
        None => 0..there,
        Some((_, Some(at))) => at..at + 1,
        Some((asked, None)) => return could_not_run(&Trouble::NoSession { asked, there }),
    };
    let page = script::render(&bundle, sessions, &|session| lines_in(&bundle, session));
    hand_out(asked.out.as_deref(), asked.overwrite, &page)
}
