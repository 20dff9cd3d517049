//! How far across everything stands: long lines straight, boxes over the middle of what they are joined to, after Brandes and Köpf 2002.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "items are places in lists that have one for each; what stands beside each other in a scene adds up to far less than 2^31"
)]

use super::order::Rows;

/// The middle of each item. `apart` is how far the middles of two neighbours must be from each other.
pub(super) fn across(rows: &Rows, bends: &[bool], apart: &dyn Fn(usize, usize) -> i32) -> Vec<i32> {
    let kept_apart = conflicts(rows, bends);
    // Leaning on what is above or below, packed from the left or from the right: the middle of all four is balanced.
    let mut leanings: Vec<(bool, Vec<i32>)> = Vec::with_capacity(4);
    for (downwards, leftwards) in [(true, true), (true, false), (false, true), (false, false)] {
        let view = View::new(rows, downwards, leftwards);
        let blocks = view.blocks(&kept_apart);
        let mut middles = view.packed(&blocks, apart);
        if !leftwards {
            middles.iter_mut().for_each(|middle| *middle = -*middle);
        }
        leanings.push((leftwards, middles));
    }
    let extent = |middles: &[i32]| {
        let least = middles.iter().min().copied().unwrap_or_default();
        (least, middles.iter().max().copied().unwrap_or_default())
    };
    let narrowest = leanings.iter().map(|(_, middles)| extent(middles)).min_by_key(|(least, most)| most - least).unwrap_or_default();
    for (leftwards, middles) in &mut leanings {
        let (least, most) = extent(middles);
        let shift = if *leftwards { narrowest.0 - least } else { narrowest.1 - most };
        middles.iter_mut().for_each(|middle| *middle += shift);
    }
    let balanced = |item: usize| {
        let mut of: Vec<i32> = leanings.iter().map(|(_, middles)| middles[item]).collect();
        of.sort_unstable();
        (of[1] + of[2]).div_euclid(2)
    };
    (0..bends.len()).map(balanced).collect()
}

/// Pairs of joined items that are not to be put in line because they cross a long line, which is to stay straight; sorted.
fn conflicts(rows: &Rows, bends: &[bool]) -> Vec<(usize, usize)> {
    let mut conflicts = Vec::new();
    for pair in rows.rows.windows(2) {
        let (upper, lower) = (&pair[0], &pair[1]);
        let (mut from, mut left) = (0, 0);
        for (at, item) in lower.iter().enumerate() {
            let straight = rows.up[*item].iter().filter(|above| bends[*item] && bends[**above]).map(|above| rows.place[*above]);
            let (least, most) = straight.fold((usize::MAX, 0), |(least, most), place| (least.min(place), most.max(place)));
            let is_last = at + 1 == lower.len();
            if least == usize::MAX && !is_last {
                continue;
            }
            let right = if least == usize::MAX { upper.len() } else { least };
            for other in &lower[from..=at] {
                for above in &rows.up[*other] {
                    let place = rows.place[*above];
                    // Of the long line's own parts none is in its own way.
                    let own = other == item && bends[*item] && bends[*above];
                    if !own && (place < left || place > right) {
                        conflicts.push((*above, *other));
                    }
                }
            }
            from = at + 1;
            left = left.max(most);
        }
    }
    conflicts.sort_unstable();
    conflicts
}

/// The rows as seen from above or below, from the left or the right.
struct View<'a> {
    rows: Vec<Vec<usize>>,
    /// Counted in this view.
    place: Vec<usize>,
    /// What each is joined to in the row before.
    before: &'a [Vec<usize>],
    downwards: bool,
    leftwards: bool,
}

impl<'a> View<'a> {
    fn new(rows: &'a Rows, downwards: bool, leftwards: bool) -> View<'a> {
        let mut turned = rows.rows.clone();
        if !downwards {
            turned.reverse();
        }
        if !leftwards {
            turned.iter_mut().for_each(|row| row.reverse());
        }
        let mut place = vec![0; rows.place.len()];
        for row in &turned {
            row.iter().enumerate().for_each(|(at, item)| place[*item] = at);
        }
        View { rows: turned, place, before: if downwards { &rows.up } else { &rows.down }, downwards, leftwards }
    }

    /// The upper one of two joined items first.
    fn pair(&self, before: usize, item: usize) -> (usize, usize) {
        if self.downwards { (before, item) } else { (item, before) }
    }

    /// For each item the first of those that it stands in line with.
    fn blocks(&self, conflicts: &[(usize, usize)]) -> Vec<usize> {
        let count = self.place.len();
        let (mut root, mut taken): (Vec<usize>, Vec<bool>) = ((0..count).collect(), vec![false; count]);
        for row in &self.rows {
            let mut free_from = 0;
            for item in row {
                let mut joined = self.before[*item].clone();
                joined.sort_by_key(|other| self.place[*other]);
                let Some(last) = joined.len().checked_sub(1) else { continue };
                for middle in [last / 2, last.div_ceil(2)] {
                    let other = joined[middle];
                    let in_the_way = || conflicts.binary_search(&self.pair(other, *item)).is_ok();
                    if root[*item] == *item && !taken[other] && self.place[other] >= free_from && !in_the_way() {
                        taken[other] = true;
                        root[*item] = root[other];
                        free_from = self.place[other] + 1;
                    }
                }
            }
        }
        root
    }

    /// The middles, packed to the side that the view begins at, then each block as close to its next neighbour as it goes.
    fn packed(&self, root: &[usize], apart: &dyn Fn(usize, usize) -> i32) -> Vec<i32> {
        let count = root.len();
        // Of each block the next to the right or the left, and how far their middles must be from each other.
        let mut after: Vec<Vec<(usize, i32)>> = vec![Vec::new(); count];
        let mut before = after.clone();
        let mut waits = vec![0; count];
        for pair in self.rows.iter().flat_map(|row| row.array_windows()) {
            let [left, right] = *pair;
            let distance = if self.leftwards { apart(left, right) } else { apart(right, left) };
            after[root[left]].push((root[right], distance));
            before[root[right]].push((root[left], distance));
            waits[root[right]] += 1;
        }
        let mut order: Vec<usize> = (0..count).filter(|item| root[*item] == *item && waits[*item] == 0).collect();
        let mut at = 0;
        while let Some(block) = order.get(at).copied() {
            at += 1;
            for (next, _) in &after[block] {
                waits[*next] -= 1;
                if waits[*next] == 0 {
                    order.push(*next);
                }
            }
        }
        let mut middles = vec![0; count];
        for block in &order {
            middles[*block] = before[*block].iter().map(|(left, distance)| middles[*left] + distance).max().unwrap_or_default();
        }
        for block in order.iter().rev() {
            if let Some(furthest) = after[*block].iter().map(|(right, distance)| middles[*right] - distance).min() {
                middles[*block] = middles[*block].max(furthest);
            }
        }
        (0..count).map(|item| middles[root[item]]).collect()
    }
}
