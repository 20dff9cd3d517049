//! What a beat is on the map, in words.

use crate::game::authoring::Study;
use crate::report::map::ends_in_words;
use crate::report::over_time::named;
use crate::script::bundle::BeatId;
use crate::texts::{text, text_with};

/// Where the hour begins or ends, kinds of moment, how often it is met: each as its own words.
pub(super) fn about(study: &Study, at: usize) -> Vec<String> {
    let Some((chart, hour)) = study.chart.as_ref().zip(study.hour()) else { return Vec::new() };
    let drawn = &chart.beats[at];
    let mut about: Vec<String> = drawn.entries.iter().map(|entry| entry.in_words()).collect();
    about.extend(drawn.ends.map(ends_in_words));
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
