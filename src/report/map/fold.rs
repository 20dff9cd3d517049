//! A long map folded into columns beside each other, so that it fits a sheet or a screen: cut where few lines cross, each of which is
//! told where it goes on.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "what a scene can hold at most, each box as wide as one may be, stands within far less than 2^31; nothing is divided by less \
              than 1"
)]

use std::collections::{BTreeMap, BTreeSet};

use super::layered::{Layout, Place, Route, Size};
use super::measure::width;
use super::{Map, Way};

/// A map in columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    pub(super) columns: Vec<Column>,
    /// From the top to where the columns begin: room for the names above them.
    pub(super) above: i32,
    /// Of all columns, with the names above and beneath them.
    pub size: Size,
    pub names: Vec<Name>,
}

/// How a map is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Width over height that is aimed at, in hundredths.
    pub shape: i64,
    /// From one column to the next.
    pub between: i32,
    /// Size of the letters in which it is told where a line goes on.
    pub letters: i32,
}

/// Where a line that is cut goes on, or comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The place of the beat that the line leads to.
    pub to: usize,
    pub place: Place,
}

/// A part of the map, from one height to another: what stands above its end belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub from: i32,
    pub to: i32,
    /// The leftmost point of it, and how far it goes from there, with what is written at its ends.
    pub left: i32,
    pub width: i32,
    /// How far aside it is moved to stand beside the others.
    pub aside: i32,
    /// The lines that come from the column before, and those that go on in the next, from left to right.
    pub above: Vec<Crossing>,
    pub below: Vec<Crossing>,
}

/// A line that is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crossing {
    pub x: i32,
    /// The place of the beat that it leads to.
    pub to: usize,
    pub back: bool,
    /// All that takes it leads around something that is left out.
    pub around: bool,
    /// In which line its name is written, counted away from the map: so no name lies over a line.
    pub row: i32,
}

/// Most columns.
const MOST: usize = 6;

/// From a cut line to its name.
pub(super) const BESIDE: i32 = 7;

/// How far a cut line goes on, and from one name of such a line to the next.
const STUB: i32 = 22;
const ROW: i32 = 15;

/// Folds a map into as many columns as bring it nearest to a shape.
pub fn fold(map: &Map, layout: &Layout, how: Fold) -> Folded {
    let tag = |at: usize| width(&map.node(at).beat.id, how.letters, true);
    let mut columns = columns(layout, &map.ways, &tag, how);
    let mut next = 0;
    for column in &mut columns {
        column.aside = next - column.left;
        next += column.width + how.between;
    }
    let room = |crossings: &dyn Fn(&Column) -> &Vec<Crossing>| {
        columns.iter().flat_map(crossings).map(|crossing| crossing.reach() + ROW).max().unwrap_or_default()
    };
    let (above, below) = (room(&|column| &column.above), room(&|column| &column.below));
    let high = columns.iter().map(|column| column.to - column.from).max().unwrap_or_default();
    let size = Size { width: (next - how.between).max(0), height: above + high + below };
    let mut folded = Folded { columns, above, size, names: Vec::new() };
    folded.names = folded.written(how.letters, &tag);
    folded
}

impl Folded {
    /// Where something stands that stood there before it was folded.
    pub fn place(&self, place: Place) -> Place {
        let column = self.columns.iter().find(|column| column.has(place.y));
        let (aside, down) = column.map_or((0, 0), |column| self.moved(column));
        Place { x: place.x + aside, y: place.y + down, ..place }
    }

    /// What is left of a line in each column, in its own direction; what is cut goes on a little further.
    pub fn pieces(&self, way: &Way, route: &Route) -> Vec<Vec<(i32, i32)>> {
        let mut points = route.points.clone();
        if route.back {
            points.reverse();
        }
        let mut pieces: Vec<Vec<(i32, i32)>> = self.columns.iter().map(|column| self.piece(column, way, route, &points)).collect();
        if route.back {
            pieces.reverse();
            pieces.iter_mut().for_each(|piece| piece.reverse());
        }
        pieces.retain(|piece| piece.len() > 1);
        pieces
    }

    /// One of them, from above.
    fn piece(&self, column: &Column, way: &Way, route: &Route, points: &[(i32, i32)]) -> Vec<(i32, i32)> {
        let (aside, down) = self.moved(column);
        // A loop stands beside its box and is never cut.
        if way.from == way.to {
            let inside = points.iter().all(|(_, y)| column.has(*y));
            return if inside { points.iter().map(|(x, y)| (x + aside, y + down)).collect() } else { Vec::new() };
        }
        let parts = points.array_windows().filter_map(|[from, to]| column.part(*from, *to)).flat_map(|(from, to)| [from, to]);
        let cut = |crossings: &[Crossing], y: i32| {
            let x = across(points, y)?;
            crossings.iter().find(|crossing| (crossing.x, crossing.to, crossing.back) == (x, way.to, route.back)).copied()
        };
        let above = cut(&column.above, column.from).map(|crossing| [column.from - crossing.reach(), column.from].map(|y| (crossing.x, y)));
        let below = cut(&column.below, column.to).map(|crossing| [column.to, column.to + crossing.reach()].map(|y| (crossing.x, y)));
        let mut piece: Vec<(i32, i32)> = above.into_iter().flatten().chain(parts).chain(below.into_iter().flatten()).collect();
        piece.dedup();
        piece.into_iter().map(|(x, y)| (x + aside, y + down)).collect()
    }

    fn written(&self, high: i32, tag: &dyn Fn(usize) -> i32) -> Vec<Name> {
        let named = |column: &Column, crossing: &Crossing, y: i32| {
            let (aside, down) = self.moved(column);
            let place = Place { x: crossing.x + BESIDE + aside, y: y + down, width: tag(crossing.to), height: high };
            Name { to: crossing.to, place }
        };
        let of = |column: &Column| {
            let above = column.above.iter().map(|crossing| named(column, crossing, column.from - crossing.reach()));
            let below = column.below.iter().map(|crossing| named(column, crossing, column.to + crossing.reach() - high));
            above.chain(below).collect::<Vec<_>>()
        };
        self.columns.iter().flat_map(of).collect()
    }

    /// How far what stands in a column is moved aside and down.
    pub(super) fn moved(&self, column: &Column) -> (i32, i32) {
        (column.aside, self.above - column.from)
    }
}

impl Crossing {
    /// How far the line goes on beyond the end of its column.
    pub fn reach(&self) -> i32 {
        STUB + ROW * self.row
    }
}

/// `tag` tells how wide the name of a beat is.
fn columns(layout: &Layout, ways: &[Way], tag: &dyn Fn(usize) -> i32, how: Fold) -> Vec<Column> {
    let tops: BTreeSet<i32> = layout.boxes.iter().map(|place| place.y).collect();
    let cuts: BTreeMap<i32, Vec<Crossing>> = tops.into_iter().map(|y| (y, crossings(layout, ways, y, tag))).collect();
    let folded = (1..=MOST).filter_map(|count| {
        let columns = folded(layout, &cuts, count, tag)?;
        let width: i32 = columns.iter().map(|column| column.width + how.between).sum();
        let height = columns.iter().map(|column| column.to - column.from).max().unwrap_or_default();
        let shape = i64::from(width) * 100 / i64::from(height.max(1));
        // How much too wide or too high, whichever it is.
        Some((shape.max(how.shape) * 1_000 / shape.clamp(1, how.shape), columns))
    });
    folded.min_by_key(|(off, _)| *off).map(|(_, columns)| columns).unwrap_or_default()
}

/// So many columns, each cut near where they are of the same height; none where there is nowhere to cut.
fn folded(layout: &Layout, cuts: &BTreeMap<i32, Vec<Crossing>>, count: usize, tag: &dyn Fn(usize) -> i32) -> Option<Vec<Column>> {
    let (height, count) = (layout.size.height, count as i32);
    let mut ends = vec![0];
    for nth in 1..count {
        let (ideal, slack) = (height * nth / count, height / count / 6);
        let (first, last) = ((ideal - slack).max(ends.last()? + 1), ideal + slack);
        if first >= last {
            return None;
        }
        let near = cuts.range(first..last);
        ends.push(*near.min_by_key(|(y, crossing)| (crossing.len(), (*y - ideal).abs()))?.0);
    }
    ends.push(height + 1);
    let at = |y: i32| cuts.get(&y).filter(|_| y > 0).cloned().unwrap_or_default();
    let columns = ends.array_windows().map(|[from, to]| {
        let mut column = Column { from: *from, to: *to, left: 0, width: 0, aside: 0, above: at(*from), below: at(*to) };
        let (left, right) = reach(layout, &column, tag);
        (column.left, column.width) = (left, right - left);
        column
    });
    Some(columns.collect())
}

/// The leftmost and the rightmost point of a column.
fn reach(layout: &Layout, column: &Column, tag: &dyn Fn(usize) -> i32) -> (i32, i32) {
    let labels = layout.routes.iter().filter_map(|route| route.label);
    let inside = |place: &Place| (column.from..column.to).contains(&place.y);
    let boxes = layout.boxes.iter().copied().chain(labels).filter(inside).map(|place| (place.x, place.right()));
    let points = layout.routes.iter().flat_map(|route| &route.points).filter(|(_, y)| (column.from..=column.to).contains(y));
    let names = column.above.iter().chain(&column.below).map(|crossing| (crossing.x, crossing.x + BESIDE + tag(crossing.to)));
    let all = boxes.chain(points.map(|(x, _)| (*x, *x))).chain(names);
    all.reduce(|(left, right), (from, to)| (left.min(from), right.max(to))).unwrap_or_default()
}

/// The lines that cross a height, which is where a row of boxes begins.
#[expect(clippy::indexing_slicing, reason = "every place is one of the list that is gone through")]
fn crossings(layout: &Layout, ways: &[Way], y: i32, tag: &dyn Fn(usize) -> i32) -> Vec<Crossing> {
    let mut found: BTreeMap<(i32, usize, bool), bool> = BTreeMap::new();
    for (way, route) in ways.iter().zip(&layout.routes).filter(|(way, _)| way.from != way.to) {
        if let Some(x) = across(&route.points, y) {
            *found.entry((x, way.to, route.back)).or_insert(true) &= way.leads_around();
        }
    }
    let crossing = |((x, to, back), around)| Crossing { x, to, back, around, row: 0 };
    let mut crossings: Vec<Crossing> = found.into_iter().map(crossing).collect();
    // A name stands to the right of its line: further away than any line that it would lie over.
    for at in (0..crossings.len()).rev() {
        let end = crossings[at].x + BESIDE + tag(crossings[at].to) + BESIDE;
        let over = crossings[at + 1..].iter().take_while(|other| other.x < end).map(|other| other.row + 1).max();
        crossings[at].row = over.unwrap_or_default();
    }
    crossings
}

/// Where a line crosses a height, if it does.
fn across(points: &[(i32, i32)], y: i32) -> Option<i32> {
    points.array_windows().find_map(|[one, other]| {
        let (upper, lower) = if one.1 < other.1 { (one, other) } else { (other, one) };
        (upper.1 < y && y <= lower.1).then_some(lower.0)
    })
}

impl Column {
    /// The part of a line that lies in this column, if any does; what goes aside lies in one.
    pub fn part(&self, from: (i32, i32), to: (i32, i32)) -> Option<((i32, i32), (i32, i32))> {
        let lowest = from.1.max(to.1);
        if from.0 != to.0 {
            return (self.from < lowest && lowest <= self.to).then_some((from, to));
        }
        let [one, other] = [from.1, to.1].map(|y| y.clamp(self.from, self.to));
        (one != other).then_some(((from.0, one), (to.0, other)))
    }

    /// True for what stands at that height.
    pub fn has(&self, y: i32) -> bool {
        (self.from..self.to).contains(&y)
    }
}

#[cfg(test)]
mod tests {
    use super::super::By;
    use super::super::layered::{Gaps, Line, lay_out};
    use super::*;

    /// A chain of so many beats, with lines that pass some of them and others that lead back.
    fn chain(beats: usize) -> (Layout, Vec<Way<'static>>) {
        let way = |from, to| Way { from, to, by: vec![By::Then] };
        let onward = (1..beats).map(|at| way(at - 1, at));
        let past = (0..beats).step_by(3).map(|at| way(at, (at + 4 + at % 5).min(beats - 1))).filter(|way| way.from + 1 < way.to);
        let back = (7..beats).step_by(6).map(|at| way(at, at - 5 - at % 2));
        let ways: Vec<Way> = onward.chain(past).chain(back).collect();
        let lines: Vec<Line> = ways.iter().map(|way| Line { from: way.from, to: way.to, label: None }).collect();
        let room = vec![Size { width: 200, height: 60 }; beats];
        (lay_out(&room, &lines, 0, Gaps { across: 24, down: 30 }), ways)
    }

    #[test]
    fn a_map_that_is_flat_is_one_column() {
        let layout = Layout { boxes: vec![Place::default(); 3], routes: Vec::new(), size: Size::default() };
        let columns = columns(&layout, &[], &|_| 90, Fold { shape: 178, between: 80, letters: 11 });
        assert_eq!(columns.len(), 1);
    }

    #[test]
    fn whatever_is_folded_every_line_is_drawn_whole_and_no_name_lies_over_one() {
        for beats in [1, 2, 9, 40, 150] {
            let (layout, ways) = chain(beats);
            let columns = columns(&layout, &ways, &|_| 90, Fold { shape: 141, between: 80, letters: 11 });
            assert!(beats < 40 || columns.len() > 2);
            for place in &layout.boxes {
                assert_eq!(columns.iter().filter(|column| column.has(place.y)).count(), 1);
            }
            for pair in layout.routes.iter().flat_map(|route| route.points.windows(2)) {
                let parts = columns.iter().filter_map(|column| column.part(pair[0], pair[1]));
                let drawn: i32 = parts.map(|(from, to)| (from.1 - to.1).abs()).sum();
                assert_eq!(drawn, (pair[0].1 - pair[1].1).abs(), "{pair:?} in {columns:?}");
            }
            for (before, after) in columns.iter().zip(columns.iter().skip(1)) {
                assert_eq!((before.to, &before.below), (after.from, &after.above));
                assert!(!after.above.is_empty());
            }
            for crossings in columns.iter().flat_map(|column| [&column.above, &column.below]) {
                for (at, crossing) in crossings.iter().enumerate() {
                    let end = crossing.x + BESIDE + 90;
                    assert!(crossings[at + 1..].iter().all(|other| other.x > end || other.row < crossing.row), "{crossings:?}");
                }
            }
        }
    }
}
