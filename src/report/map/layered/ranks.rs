//! How far down each box stands: after everything that leads to it, but for what leads back.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "boxes and ways are places in lists that have one for each; a rank is less than there are boxes, and what a way leads on \
              to stands at rank 1 at least"
)]

pub(super) struct Ranks {
    /// Counted from 0.
    pub rank: Vec<usize>,
    /// For each way, whether it leads back up; one from a box to itself does.
    pub back: Vec<bool>,
}

/// Ways out of each box or into it, by their places.
type Ways = Vec<Vec<usize>>;

pub(super) fn ranks(count: usize, ways: &[(usize, usize)], first: usize) -> Ranks {
    let (mut out, mut into): (Ways, Ways) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for (at, (from, to)) in ways.iter().enumerate().filter(|(_, (from, to))| from != to) {
        out[*from].push(at);
        into[*to].push(at);
    }
    let entries = (0..count).filter(|at| into[*at].is_empty());
    let (order, back) = forward(ways, &out, std::iter::once(first).chain(entries).chain(0..count));
    for list in out.iter_mut().chain(&mut into) {
        list.retain(|way| !back[*way]);
    }
    let mut rank = vec![0; count];
    for at in &order {
        for way in &out[*at] {
            let to = ways[*way].1;
            rank[to] = rank[to].max(rank[*at] + 1);
        }
    }
    let late = late(ways, (&out, &into), &order, first);
    tighten(&mut rank, ways, (&out, &into), (&order, &late));
    sink(&mut rank, ways, first);
    Ranks { rank, back }
}

/// Goes through everything in the given order of ways: what leads to a box that is being gone through leads back. Gives the boxes in an
/// order in which all else leads forward.
fn forward(ways: &[(usize, usize)], out: &Ways, roots: impl Iterator<Item = usize>) -> (Vec<usize>, Vec<bool>) {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let mut seen = vec![Seen::Not; out.len()];
    let mut back: Vec<bool> = ways.iter().map(|(from, to)| from == to).collect();
    let mut done = Vec::with_capacity(out.len());
    for root in roots {
        if seen[root] != Seen::Not {
            continue;
        }
        seen[root] = Seen::Open;
        let mut open = vec![(root, 0)];
        while let Some((at, next)) = open.last_mut() {
            let Some(way) = out[*at].get(*next) else {
                seen[*at] = Seen::Done;
                done.push(*at);
                open.pop();
                continue;
            };
            *next += 1;
            let to = ways[*way].1;
            match seen[to] {
                Seen::Open => back[*way] = true,
                Seen::Not => {
                    seen[to] = Seen::Open;
                    open.push((to, 0));
                }
                Seen::Done => {}
            }
        }
    }
    done.reverse();
    (done, back)
}

/// Whether a box leads on to something, and nothing leads to it from the first one.
fn late(ways: &[(usize, usize)], (out, into): (&Ways, &Ways), order: &[usize], first: usize) -> Vec<bool> {
    let mut late = vec![false; out.len()];
    for at in order.iter().filter(|at| **at != first) {
        late[*at] = !out[*at].is_empty() && into[*at].iter().all(|way| late[ways[*way].0]);
    }
    late
}

/// Moves boxes down, so that lines get shorter: those that more leads out of than leads to, and those that nothing before them holds.
fn tighten(rank: &mut [usize], ways: &[(usize, usize)], (out, into): (&Ways, &Ways), (order, late): (&[usize], &[bool])) {
    for _ in 0..4 {
        for at in order.iter().rev() {
            let earliest = into[*at].iter().map(|way| rank[ways[*way].0] + 1).max();
            let latest = out[*at].iter().map(|way| rank[ways[*way].1] - 1).min();
            let down = late[*at] || out[*at].len() > into[*at].len();
            rank[*at] = match (earliest, latest) {
                (Some(earliest), Some(latest)) if down => latest.max(earliest),
                (Some(earliest), _) => earliest,
                (None, Some(latest)) if down => latest,
                (None, _) => 0,
            };
        }
    }
}

/// What hangs together without the first box goes to the bottom: there the hour ends.
fn sink(rank: &mut [usize], ways: &[(usize, usize)], first: usize) {
    // The least box of each group, found by following it up.
    let mut group: Vec<usize> = (0..rank.len()).collect();
    fn least(group: &mut [usize], mut at: usize) -> usize {
        while group[at] != at {
            group[at] = group[group[at]];
            at = group[at];
        }
        at
    }
    for (from, to) in ways {
        let [one, other] = [*from, *to].map(|at| least(&mut group, at));
        group[one.max(other)] = one.min(other);
    }
    let top = rank[first];
    let group: Vec<usize> = (0..rank.len()).map(|at| least(&mut group, at)).collect();
    let mut lowest = vec![0; rank.len()];
    for (at, rank) in rank.iter().enumerate() {
        lowest[group[at]] = lowest[group[at]].max(*rank);
    }
    let bottom = lowest[group[first]].max(top);
    for (at, rank) in rank.iter_mut().enumerate().filter(|(at, _)| group[*at] != group[first]) {
        *rank += bottom.saturating_sub(lowest[group[at]]);
    }
}
