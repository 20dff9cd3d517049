//! What a beat is on the map, in words.

use crate::game::authoring::Study;
use crate::report::map::Entry;
use crate::report::over_time::named;
use crate::script::bundle::BeatId;
use crate::script::model::End;
use crate::texts::{text, text_with};

/// Where the hour begins or ends, kinds of moment, how often it is met: each as its own words.
pub(super) fn about(study: &Study, at: usize) -> Vec<String> {
    let Some((chart, hour)) = study.chart.as_ref().zip(study.hour()) else { return Vec::new() };
    let drawn = &chart.beats[at];
    let entry = |entry: &Entry| match entry {
        Entry::Starts => text("map-starts"),
        Entry::TimeIsUp => text("map-time-is-up"),
        Entry::WalksOut => text("map-walks-out"),
    };
    let mut about: Vec<String> = drawn.entries.iter().map(entry).collect();
    about.extend(drawn.ends.map(|end| text(if end == End::Planned { "map-ends" } else { "map-leaves" })));
    about.extend((!drawn.marks.is_empty()).then(|| named(&drawn.marks)));
    if let Some(footfall) = study.footfall() {
        about.push(match footfall.met(at as BeatId) {
            0 => text("map-never-met"),
            percent => text_with("chart-met", &[("percent", percent.into())]),
        });
        let never = footfall.never_taken(hour, at as BeatId);
        if never > 0 {
            about.push(text_with("chart-never-taken", &[("count", never.into())]));
        }
    }
    about
}
