//! The ways between beats: what nothing leads to, and what leads round and round.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::model::{Beat, Scene};
use crate::script::outline::Step::{Field, Item};

use super::Gathering;

/// Beats that nothing leads to, rounds without a reply, and closings that need not close.
pub(super) fn ways(gathering: &mut Gathering, scene: &Scene) {
    let index = places(scene);
    let (all, silent) = (leads(scene, &index, true), leads(scene, &index, false));
    let [start, time_is_up, walks_out] = [&scene.start, &scene.time_is_up, &scene.walks_out].map(|id| index.get(id.as_str()).copied());

    let reached = reach(&all, [start, time_is_up, walks_out]);
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
    let by_itself = reach(&silent, [start]);
    for (i, beat) in scene.beats.iter().enumerate().filter(|(i, beat)| by_itself.contains(i) && beat.topic.is_some()) {
        gathering.error(
            "out-of-place",
            &[Field("beats"), Item(i), Field("topic")],
            format!("the hour comes to the beat “{}” before anybody can reply, so it can't be left out", beat.id),
            "Let somebody reply before it.",
        );
    }
    let firsts = |ways: &[Vec<usize>]| -> BTreeSet<usize> { rounds(ways).iter().filter_map(|round| round.first().copied()).collect() };
    let (without_reply, with_any) = (firsts(&silent), firsts(&all));
    for (i, Beat { id, .. }) in scene.beats.iter().enumerate().filter(|(i, _)| without_reply.contains(i)) {
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("from the beat “{id}” it can go round and back without anybody replying"),
            "Put a menu on the way, or let one of these beats lead elsewhere.",
        );
    }
    let closing = reach(&all, [time_is_up, walks_out]);
    let need_not_close = |i: &usize| with_any.contains(i) && closing.contains(i) && !without_reply.contains(i);
    for (i, Beat { id, .. }) in scene.beats.iter().enumerate().filter(|(i, _)| need_not_close(i)) {
        gathering.error(
            "endless",
            &[Field("beats"), Item(i), Field("id")],
            format!("after time is up, or on the way out, it can go round and back to the beat “{id}”"),
            "From `time_is_up` and `walks_out` on every way must lead to an end.",
        );
    }
}

/// True where an hour may go round and round without anybody replying, and never come to an end.
pub fn is_endless(scene: &Scene) -> bool {
    !rounds(&leads(scene, &places(scene), false)).is_empty()
}

fn places(scene: &Scene) -> BTreeMap<&str, usize> {
    scene.beats.iter().enumerate().map(|(i, beat)| (beat.id.as_str(), i)).collect()
}

/// Where each beat leads, by itself and, if that is wanted, by a reply.
fn leads(scene: &Scene, index: &BTreeMap<&str, usize>, by_reply: bool) -> Vec<Vec<usize>> {
    let onward = |beat: &Beat| {
        let by_itself = beat
            .then
            .iter()
            .chain(&beat.blocked)
            .chain(&beat.around)
            .chain(beat.branch.iter().map(|way| &way.to))
            .chain(beat.chance.iter().map(|chance| &chance.to));
        let by_reply = beat.replies.iter().filter(|_| by_reply).map(|reply| &reply.to);
        by_itself.chain(by_reply).filter_map(|id| index.get(id.as_str()).copied()).collect()
    };
    scene.beats.iter().map(onward).collect()
}

/// Where a beat leads.
fn onward(ways: &[Vec<usize>], beat: usize) -> &[usize] {
    ways.get(beat).map_or(&[], Vec::as_slice)
}

fn reach(ways: &[Vec<usize>], from: impl IntoIterator<Item = Option<usize>>) -> BTreeSet<usize> {
    let mut open: Vec<usize> = from.into_iter().flatten().collect();
    let mut reached: BTreeSet<usize> = open.iter().copied().collect();
    while let Some(beat) = open.pop() {
        open.extend(onward(ways, beat).iter().filter(|next| reached.insert(**next)));
    }
    reached
}

/// The beats of every round, in their order: those from which each of the others can be come to, and come back from.
pub(super) fn rounds(ways: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); ways.len()];
    for (beat, onward) in ways.iter().enumerate() {
        for next in onward {
            back.get_mut(*next).into_iter().for_each(|back| back.push(beat));
        }
    }
    let mut met = BTreeSet::new();
    let finished: Vec<usize> = (0..ways.len()).flat_map(|beat| walked(ways, beat, &mut met)).collect();
    let mut seen = BTreeSet::new();
    let mut rounds = Vec::new();
    for beat in finished.into_iter().rev() {
        let mut round = walked(&back, beat, &mut seen);
        if round.len() > 1 || round.iter().any(|beat| onward(ways, *beat).contains(beat)) {
            round.sort_unstable();
            rounds.push(round);
        }
    }
    rounds.sort_unstable();
    rounds
}

/// What can be come to and wasn't yet, each beat after all that it leads to.
fn walked(ways: &[Vec<usize>], from: usize, seen: &mut BTreeSet<usize>) -> Vec<usize> {
    let mut finished = Vec::new();
    let mut open = Vec::new();
    if seen.insert(from) {
        open.push((from, onward(ways, from).iter()));
    }
    while let Some((beat, untried)) = open.last_mut() {
        match untried.next() {
            Some(next) => {
                if seen.insert(*next) {
                    open.push((*next, onward(ways, *next).iter()));
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
