//! The ways between beats: what nothing leads to, and what leads round and round.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::model::{Beat, Scene};
use crate::script::outline::Step::{Field, Item};

use super::Gathering;

/// Beats that nothing leads to, rounds without a reply, and closings that need not close.
pub(super) fn ways(gathering: &mut Gathering, scene: &Scene) {
    let index: BTreeMap<&str, usize> = scene.beats.iter().enumerate().map(|(i, beat)| (beat.id.as_str(), i)).collect();
    let onward = |beat: &Beat, with_replies: bool| -> Vec<usize> {
        let by_itself = beat
            .then
            .iter()
            .chain(&beat.blocked)
            .chain(&beat.around)
            .chain(beat.branch.iter().map(|way| &way.to))
            .chain(beat.chance.iter().map(|chance| &chance.to));
        let by_reply = beat.replies.iter().filter(|_| with_replies).map(|reply| &reply.to);
        by_itself.chain(by_reply).filter_map(|id| index.get(id.as_str()).copied()).collect()
    };
    let all: Vec<Vec<usize>> = scene.beats.iter().map(|beat| onward(beat, true)).collect();
    let silent: Vec<Vec<usize>> = scene.beats.iter().map(|beat| onward(beat, false)).collect();
    let entries: Vec<usize> =
        [&scene.start, &scene.time_is_up, &scene.walks_out].iter().filter_map(|id| index.get(id.as_str()).copied()).collect();

    let reached = reach(&all, &entries);
    for (i, beat) in scene.beats.iter().enumerate() {
        if !reached.contains(&i) {
            gathering.error(
                "unreachable-beat",
                &[Field("beats"), Item(i), Field("id")],
                format!("nothing leads to the beat “{}”", beat.id),
                "Let a reply go to it, or take it away.",
            );
        }
    }
    // What is chosen beforehand holds from the first reply on.
    for i in reach(&silent, &entries[..1]).into_iter().filter(|i| scene.beats[*i].topic.is_some()) {
        gathering.error(
            "out-of-place",
            &[Field("beats"), Item(i), Field("topic")],
            format!("the hour comes to the beat “{}” before anybody can reply, so it can't be left out", scene.beats[i].id),
            "Let somebody reply before it.",
        );
    }
    for i in on_a_round(&silent, &(0..all.len()).collect()) {
        let id = &scene.beats[i].id;
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("from the beat “{id}” it can go round and back without anybody replying"),
            "Put a menu on the way, or let one of these beats lead elsewhere.",
        );
    }
    for i in on_a_round(&all, &reach(&all, &entries[1..])) {
        let id = &scene.beats[i].id;
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("after time is up, or on the way out, it can go round and back to the beat “{id}”"),
            "From `time_is_up` and `walks_out` on every way must lead to an end.",
        );
    }
}

fn reach(ways: &[Vec<usize>], from: &[usize]) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = from.iter().copied().collect();
    let mut open: Vec<usize> = from.to_vec();
    while let Some(beat) = open.pop() {
        for next in &ways[beat] {
            if reached.insert(*next) {
                open.push(*next);
            }
        }
    }
    reached
}

/// The first beat of every round within `among`. What leads out of a round, or only into one, is taken away
/// first, so that a long way without a round costs little.
fn on_a_round(ways: &[Vec<usize>], among: &BTreeSet<usize>) -> Vec<usize> {
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); ways.len()];
    for beat in among {
        for next in &ways[*beat] {
            before[*next].push(*beat);
        }
    }
    let left = peel(&peel(among, ways, &before), &before, ways);
    let mut told = BTreeSet::new();
    let mut rounds = Vec::new();
    for beat in left {
        if !told.contains(&beat) {
            let ahead = reach(ways, &ways[beat]);
            if ahead.contains(&beat) {
                rounds.push(beat);
                told.extend(ahead);
            }
        }
    }
    rounds
}

/// Takes away, again and again, what has no way on within the rest.
fn peel(among: &BTreeSet<usize>, ways: &[Vec<usize>], back: &[Vec<usize>]) -> BTreeSet<usize> {
    let mut left = among.clone();
    let mut onward: BTreeMap<usize, usize> =
        left.iter().map(|beat| (*beat, ways[*beat].iter().filter(|next| left.contains(next)).count())).collect();
    let mut done: Vec<usize> = onward.iter().filter(|(_, count)| **count == 0).map(|(beat, _)| *beat).collect();
    while let Some(beat) = done.pop() {
        left.remove(&beat);
        for earlier in &back[beat] {
            if let Some(count) = onward.get_mut(earlier).filter(|count| **count > 0) {
                *count -= 1;
                if *count == 0 {
                    done.push(*earlier);
                }
            }
        }
    }
    left
}
