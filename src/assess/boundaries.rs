//! Boundaries: every pressure on the frame, and every reply that puts one there.

use crate::script::codes::Moment;
use crate::script::rules::Rubric;

use super::Weighs;
use super::tally::{Met, Tally};

/// What an answer weighs, and the cap it sets.
fn weigh(rubric: &Rubric, met: &Met) -> Option<(Weighs, u8)> {
    let pressure = met.moments.iter().find_map(|moment| match moment {
        Moment::Boundary { indicated, .. } => Some(indicated),
        _ => None,
    });
    let response = met.codes.boundary;
    if pressure.is_none() && response.is_none() {
        return None;
    }
    let boundaries = &rubric.boundaries;
    let indicated = pressure.is_some_and(|indicated| response.is_some_and(|response| indicated.contains(&response)));
    let worth = boundaries.otherwise.iter().find(|worth| Some(worth.response) == response);
    let points = match (indicated, worth) {
        (true, _) => boundaries.indicated,
        (false, Some(worth)) => worth.points,
        (false, None) => boundaries.unanswered,
    };
    let cap = worth.filter(|_| !indicated).and_then(|worth| worth.caps).unwrap_or(100);
    Some((Weighs::Boundary { response, asked: pressure.is_some(), indicated, points }, cap))
}

pub(super) fn add(rubric: &Rubric, tally: &mut Tally, met: &Met) {
    if let Some((Weighs::Boundary { points, .. }, cap)) = weigh(rubric, met) {
        tally.count_moment();
        tally.count(0, u32::from(points) * 100);
        tally.cap = tally.cap.min(cap);
    }
}

/// How an answer weighs, line by line.
pub(super) fn evidence(rubric: &Rubric, met: &Met) -> Vec<Weighs> {
    weigh(rubric, met).map(|(weighs, _)| weighs).into_iter().collect()
}
