//! A long map folded into columns beside each other, so that it fits a sheet: cut where few lines cross, each of which is told where it
//! goes on.

use std::collections::{BTreeMap, BTreeSet};

use super::Way;
use super::layered::Layout;

/// A part of the map, from one height to another: what stands above its end belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub from: i32,
    pub to: i32,
    /// The leftmost point of it, and how far it goes from there, with what is written at its ends.
    pub left: i32,
    pub width: i32,
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

/// Width over height that is aimed at, in hundredths: that of a sheet of paper on its side.
const SHEET: i64 = 141;

/// From a cut line to its name.
pub(super) const BESIDE: i32 = 7;

/// Folds a map into as many columns as make it most like a sheet. `tag` tells how wide the name of a beat is, `between` how far the columns
/// are from each other.
pub(super) fn columns(layout: &Layout, ways: &[Way], tag: &dyn Fn(usize) -> i32, between: i32) -> Vec<Column> {
    let tops: BTreeSet<i32> = layout.boxes.iter().map(|place| place.y).collect();
    let cuts: BTreeMap<i32, Vec<Crossing>> = tops.into_iter().map(|y| (y, crossings(layout, ways, y, tag))).collect();
    let folded = (1..=MOST).filter_map(|count| {
        let columns = folded(layout, &cuts, count, tag)?;
        let width: i32 = columns.iter().map(|column| column.width + between).sum();
        let height = columns.iter().map(|column| column.to - column.from).max().unwrap_or_default();
        let shape = i64::from(width) * 100 / i64::from(height.max(1));
        // How much too wide or too high, whichever it is.
        Some((shape.max(SHEET) * 1_000 / shape.clamp(1, SHEET), columns))
    });
    folded.min_by_key(|(off, _)| *off).map(|(_, columns)| columns).unwrap_or_default()
}

/// So many columns, each cut near where they are of the same height; none where there is nowhere to cut.
fn folded(layout: &Layout, cuts: &BTreeMap<i32, Vec<Crossing>>, count: usize, tag: &dyn Fn(usize) -> i32) -> Option<Vec<Column>> {
    let (height, count) = (layout.size.height, count as i32);
    let mut ends = vec![0];
    for nth in 1..count {
        let (ideal, slack) = (height * nth / count, height / count / 6);
        let near = cuts.range((ideal - slack).max(ends[ends.len() - 1] + 1)..ideal + slack);
        ends.push(*near.min_by_key(|(y, crossing)| (crossing.len(), (*y - ideal).abs()))?.0);
    }
    ends.push(height + 1);
    let at = |y: i32| cuts.get(&y).filter(|_| y > 0).cloned().unwrap_or_default();
    let columns = ends.windows(2).map(|pair| {
        let mut column = Column { from: pair[0], to: pair[1], left: 0, width: 0, above: at(pair[0]), below: at(pair[1]) };
        let (left, right) = reach(layout, &column, tag);
        (column.left, column.width) = (left, right - left);
        column
    });
    Some(columns.collect())
}

/// The leftmost and the rightmost point of a column.
fn reach(layout: &Layout, column: &Column, tag: &dyn Fn(usize) -> i32) -> (i32, i32) {
    let labels = layout.routes.iter().filter_map(|route| route.label);
    let inside = |place: &super::layered::Place| (column.from..column.to).contains(&place.y);
    let boxes = layout.boxes.iter().copied().chain(labels).filter(inside).map(|place| (place.x, place.right()));
    let points = layout.routes.iter().flat_map(|route| &route.points).filter(|(_, y)| (column.from..=column.to).contains(y));
    let names = column.above.iter().chain(&column.below).map(|crossing| (crossing.x, crossing.x + BESIDE + tag(crossing.to)));
    let all = boxes.chain(points.map(|(x, _)| (*x, *x))).chain(names);
    all.reduce(|(left, right), (from, to)| (left.min(from), right.max(to))).unwrap_or_default()
}

/// The lines that cross a height, which is where a row of boxes begins.
fn crossings(layout: &Layout, ways: &[Way], y: i32, tag: &dyn Fn(usize) -> i32) -> Vec<Crossing> {
    let mut found: BTreeMap<(i32, usize, bool), bool> = BTreeMap::new();
    for (way, route) in ways.iter().zip(&layout.routes).filter(|(way, _)| way.from != way.to) {
        for pair in route.points.windows(2) {
            let (upper, lower) = if pair[0].1 < pair[1].1 { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
            if upper.1 < y && y <= lower.1 {
                *found.entry((lower.0, way.to, route.back)).or_insert(true) &= way.leads_around();
            }
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
    use super::super::layered::{Gaps, Line, Size, lay_out};
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
    fn whatever_is_folded_every_line_is_drawn_whole_and_no_name_lies_over_one() {
        for beats in [1, 2, 9, 40, 150] {
            let (layout, ways) = chain(beats);
            let columns = columns(&layout, &ways, &|_| 90, 80);
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
