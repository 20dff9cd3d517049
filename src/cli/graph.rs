//! `graph`: the map of an hour, as a drawing or in the language of one.

use crate::analysis::Prepared;
use crate::analysis::playtest::{Terms, playtest};
use crate::report::map::telling::{Played, Telling};
use crate::report::map::{Map, dot, lines_in, mermaid, svg};
use crate::sitting::Trouble;

use super::arguments::{Graph, GraphFormat};
use super::hour::{sound_bundle, stopwatch, threads};
use super::{Common, Status, could_not_run, hand_out, taken};

pub(super) fn run(common: &Common, graph: &Graph) -> Status {
    let bundle = match sound_bundle(common, &graph.case) {
        Ok(bundle) => bundle,
        Err(status) => return status,
    };
    let number = (graph.session as usize).checked_sub(1);
    let Some((session, hour)) = number.and_then(|number| Some((number, bundle.hours.get(number)?))) else {
        return could_not_run(&Trouble::NoSession { asked: graph.session, there: bundle.hours.len() });
    };
    // Before what takes seconds.
    if let Some(status) = taken(graph.out.as_deref(), graph.overwrite) {
        return status;
    }
    let wanted = graph.coverage || graph.scores;
    let played = match wanted.then(|| Prepared::new(&bundle, session)).flatten() {
        None => None,
        Some(prepared) => match threads(graph.threads) {
            Ok(threads) => Some(playtest(&prepared, Terms { runs: graph.runs, seed: graph.seed }, &threads, &stopwatch())),
            Err(status) => return status,
        },
    };
    let played = played.as_ref().map(|playtest| Played { hour, playtest, coverage: graph.coverage, scores: graph.scores });
    let telling = Telling { case: &bundle.case, session, map: Map::new(&hour.scene), lines: lines_in(&bundle, session), played };
    let drawn = match format(graph) {
        GraphFormat::Mermaid => mermaid::render(&telling),
        GraphFormat::Dot => dot::render(&telling),
        GraphFormat::Svg => svg::render(&telling),
    };
    hand_out(graph.out.as_deref(), graph.overwrite, &drawn)
}

/// The format that is asked for; else the one that the file's ending tells.
fn format(graph: &Graph) -> GraphFormat {
    let by_ending = || match graph.out.as_ref().map(|file| file.extension().and_then(|ending| ending.to_str())) {
        None | Some(Some("mmd" | "mermaid" | "md")) => GraphFormat::Mermaid,
        Some(Some("dot" | "gv")) => GraphFormat::Dot,
        Some(_) => GraphFormat::Svg,
    };
    graph.format.unwrap_or_else(by_ending)
}
