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
    let without_reply: Vec<usize> = rounds(&silent).iter().map(|round| round[0]).collect();
    for &i in &without_reply {
        let id = &scene.beats[i].id;
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("from the beat “{id}” it can go round and back without anybody replying"),
            "Put a menu on the way, or let one of these beats lead elsewhere.",
        );
    }
    let closing = reach(&all, &entries[1..]);
    let first = rounds(&all).into_iter().map(|round| round[0]);
    for i in first.filter(|i| closing.contains(i) && !without_reply.contains(i)) {
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

/// The beats of every round, in their order: those from which each of the others can be come to, and come back from.
pub(super) fn rounds(ways: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); ways.len()];
    for (beat, onward) in ways.iter().enumerate() {
        onward.iter().for_each(|next| back[*next].push(beat));
    }
    let mut met = vec![false; ways.len()];
    let finished: Vec<usize> = (0..ways.len()).flat_map(|beat| walked(ways, beat, &mut met)).collect();
    let mut seen = vec![false; ways.len()];
    let mut rounds = Vec::new();
    for beat in finished.into_iter().rev() {
        let mut round = walked(&back, beat, &mut seen);
        if round.len() > 1 || round.iter().any(|beat| ways[*beat].contains(beat)) {
            round.sort_unstable();
            rounds.push(round);
        }
    }
    rounds.sort_unstable();
    rounds
}

/// What can be come to and wasn't yet, each beat after all that it leads to.
fn walked(ways: &[Vec<usize>], from: usize, seen: &mut [bool]) -> Vec<usize> {
    let mut finished = Vec::new();
    let mut open = Vec::new();
    if !std::mem::replace(&mut seen[from], true) {
        open.push((from, 0));
    }
    while let Some((beat, tried)) = open.last_mut() {
        match ways[*beat].get(*tried) {
            Some(next) => {
                *tried += 1;
                if !std::mem::replace(&mut seen[*next], true) {
                    open.push((*next, 0));
                }
            }
            None => {
                finished.push(*beat);
                open.pop();
            }
        }
    }
    finished
}
