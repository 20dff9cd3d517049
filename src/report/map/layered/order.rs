//! The order of what stands in each row, with few lines that cross.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "items and rows are places in lists that have one for each, and lines are counted: there are far fewer than 2^31"
)]

/// Items in rows, each with what it is joined to in the rows above and below.
pub(super) struct Rows {
    pub rows: Vec<Vec<usize>>,
    /// Of each item, counted from 0 in its row.
    pub place: Vec<usize>,
    pub up: Vec<Vec<usize>>,
    pub down: Vec<Vec<usize>>,
}

/// Rounds through all rows, at most.
const MOST_ROUNDS: usize = 24;

/// Rounds after the last one that did any good.
const PATIENCE: usize = 6;

/// Steps that all rounds together may take, about.
const STEPS: usize = 600_000;

impl Rows {
    /// In the order in which one comes to them from the first item on.
    pub fn new(row_of: &[usize], segments: &[(usize, usize)], count: usize) -> Rows {
        let items = row_of.len();
        let (mut up, mut down) = (vec![Vec::new(); items], vec![Vec::new(); items]);
        for (upper, lower) in segments {
            up[*lower].push(*upper);
            down[*upper].push(*lower);
        }
        let (mut rows, mut seen) = (vec![Vec::new(); count], vec![false; items]);
        let mut from: Vec<usize> = (0..items).collect();
        from.sort_by_key(|item| row_of[*item]);
        for first in from {
            let mut open = vec![first];
            while let Some(item) = open.pop() {
                if !std::mem::replace(&mut seen[item], true) {
                    rows[row_of[item]].push(item);
                    open.extend(down[item].iter().rev());
                }
            }
        }
        let mut rows = Rows { rows, place: vec![0; items], up, down };
        rows.number();
        rows
    }

    fn number(&mut self) {
        for row in &self.rows {
            for (place, item) in row.iter().enumerate() {
                self.place[*item] = place;
            }
        }
    }

    /// Sorts every row by what it is joined to, down and up in turn, and keeps the best that came of it; then lets neighbours change
    /// places where that helps.
    pub fn untangle(&mut self) {
        let segments: usize = self.down.iter().map(Vec::len).sum();
        let rounds = (STEPS / segments.max(1)).clamp(2, MOST_ROUNDS);
        let (mut best, mut fewest, mut idle) = (self.rows.clone(), self.crossings(), 0);
        for round in 0..rounds {
            if fewest == 0 || idle > PATIENCE {
                break;
            }
            self.sort(round % 2 == 0, round / 2 % 2 == 1);
            let crossings = self.crossings();
            idle += 1;
            if crossings < fewest {
                (best, fewest, idle) = (self.rows.clone(), crossings, 0);
            }
        }
        self.rows = best;
        self.number();
        for _ in 0..rounds.div_ceil(3) {
            if !self.exchange() {
                break;
            }
        }
    }

    /// Sorts each row by the mean place of what its items are joined to in the row before; an item that is joined to nothing there
    /// keeps its place.
    fn sort(&mut self, downwards: bool, right_first: bool) {
        let count = self.rows.len();
        for step in 1..count {
            let at = if downwards { step } else { count - 1 - step };
            let joined = if downwards { &self.up } else { &self.down };
            let row = &mut self.rows[at];
            let mut moved: Vec<(usize, usize)> = row
                .iter()
                .filter(|item| !joined[**item].is_empty())
                .map(|item| {
                    let sum: usize = joined[*item].iter().map(|other| self.place[*other]).sum();
                    ((sum << 12) / joined[*item].len(), *item)
                })
                .collect();
            if right_first {
                moved.reverse();
            }
            moved.sort_by_key(|(mean, _)| *mean);
            let mut moved = moved.into_iter();
            for item in row.iter_mut() {
                if !joined[*item].is_empty()
                    && let Some((_, next)) = moved.next()
                {
                    *item = next;
                }
            }
            for (place, item) in self.rows[at].iter().enumerate() {
                self.place[*item] = place;
            }
        }
    }

    /// Lines that cross between any two rows.
    pub fn crossings(&self) -> usize {
        self.rows.array_windows().map(|[upper, lower]| self.crossings_between(upper, lower.len())).sum()
    }

    /// Counts for each line those before it that end further to the right, with sums kept in a tree.
    fn crossings_between(&self, upper: &[usize], lower: usize) -> usize {
        let mut sums = vec![0usize; lower + 1];
        let (mut crossings, mut before) = (0, 0);
        for item in upper {
            let mut ends: Vec<usize> = self.down[*item].iter().map(|other| self.place[*other]).collect();
            ends.sort_unstable();
            for end in &ends {
                let (mut at, mut not_right) = (end + 1, 0);
                while at > 0 {
                    not_right += sums[at];
                    at &= at - 1;
                }
                crossings += before - not_right;
            }
            before += ends.len();
            for end in ends {
                let mut at = end + 1;
                while at <= lower {
                    sums[at] += 1;
                    at += at & at.wrapping_neg();
                }
            }
        }
        crossings
    }

    /// Lets neighbours change places where fewer lines cross then; true when any did.
    fn exchange(&mut self) -> bool {
        let mut any = false;
        for row in 0..self.rows.len() {
            for at in 1..self.rows[row].len() {
                let [left, right] = [self.rows[row][at - 1], self.rows[row][at]];
                let [mut now, mut then] = [0, 0];
                for joined in [&self.up, &self.down] {
                    let (as_is, swapped) = self.cross(&joined[left], &joined[right]);
                    now += as_is;
                    then += swapped;
                }
                if then < now {
                    self.rows[row].swap(at - 1, at);
                    self.place.swap(left, right);
                    any = true;
                }
            }
        }
        any
    }

    /// How many lines of two neighbours cross as they stand, and how many the other way round.
    fn cross(&self, left: &[usize], right: &[usize]) -> (usize, usize) {
        let sorted = |items: &[usize]| {
            let mut places: Vec<usize> = items.iter().map(|item| self.place[*item]).collect();
            places.sort_unstable();
            places
        };
        let (left, right) = (sorted(left), sorted(right));
        // How many of one list lie below each of the other: both are gone through once.
        let below = |of: &[usize], than: &[usize]| {
            let (mut at, mut sum) = (0, 0);
            for place in than {
                while at < of.len() && of[at] < *place {
                    at += 1;
                }
                sum += at;
            }
            sum
        };
        (below(&right, &left), below(&left, &right))
    }
}
