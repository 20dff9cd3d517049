//! `progress`: what has been tried and held, how it went, what is due, and what to try next.

use crate::library;
use crate::practice::deck::cards;
use crate::practice::progress::{Progress, Standing, progress};
use crate::record::now;
use crate::report::own::sureness;
use crate::report::progress as told;
use crate::report::text::paragraph;
use crate::script::codes::Vocabulary;
use crate::sitting::{day, past};
use crate::texts::{spoken, text, word};

use super::arguments::{self, Format};
use super::drill::name;
use super::{Common, Status, could_not_run, print, print_json};

pub(super) fn run(common: &Common, arguments: &arguments::Progress) -> Status {
    match found(common) {
        Ok(progress) if arguments.format == Format::Json => print_json(&progress),
        Ok(progress) => print(&render(&progress)),
        Err(status) => status,
    }
}

fn found(common: &Common) -> Result<Progress, Status> {
    let library = library::open_in(common.dialogues.as_deref(), Some(spoken().tag())).map_err(|trouble| could_not_run(&trouble))?;
    let records = common.records().map_err(|trouble| could_not_run(&trouble))?;
    let past = past(&records).map_err(|trouble| could_not_run(&trouble))?;
    let deck: Vec<_> = library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.as_ref()).flat_map(cards).collect();
    Ok(progress(&deck, past, day(&now()).unwrap_or_default()))
}

fn render(progress: &Progress) -> String {
    let mut out = String::new();
    standings(&mut out, &text("progress-competences"), "competence", &progress.competences);
    standings(&mut out, &text("progress-moments"), "kind", &progress.moments);
    paragraph(&mut out, 0, &text("progress-hours"));
    paragraph(&mut out, 2, &text("progress-hours-about"));
    progress.hours.iter().for_each(|held| paragraph(&mut out, 2, &told::held(held)));
    told::scored(&progress.scores).iter().for_each(|scored| paragraph(&mut out, 2, scored));
    if !progress.sureness.is_empty() {
        out.push('\n');
        paragraph(&mut out, 0, &text("progress-sureness"));
        sureness(&progress.sureness).iter().for_each(|line| paragraph(&mut out, 2, line));
    }
    out.push('\n');
    paragraph(&mut out, 0, &text("progress-today"));
    paragraph(&mut out, 2, &told::due(progress));
    if let Some(next) = &progress.next {
        paragraph(&mut out, 2, &told::why(next));
        paragraph(&mut out, 4, &told::comes(&next.card));
        paragraph(&mut out, 4, &format!("fifty-minutes drill --competence {} --at {}", name(next.competence), next.card.place));
        if let Some(case) = &next.case {
            paragraph(&mut out, 2, &text("progress-next-case"));
            paragraph(&mut out, 4, &format!("fifty-minutes play {case}"));
        }
    }
    if !progress.left_out.is_empty() {
        out.push('\n');
        progress.left_out.iter().for_each(|left_out| paragraph(&mut out, 0, &told::left_out(left_out)));
    }
    out
}

fn standings<Of: Vocabulary>(out: &mut String, title: &str, kind: &str, standings: &[Standing<Of>]) {
    paragraph(out, 0, title);
    for standing in standings.iter().filter(|standing| standing.whole.tries > 0) {
        paragraph(out, 2, &word(kind, standing.of));
        told::standing(standing).iter().for_each(|line| paragraph(out, 4, line));
    }
    if let Some(never) = told::never(kind, standings) {
        paragraph(out, 2, &never);
    }
    out.push('\n');
}
