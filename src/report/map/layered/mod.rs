//! Boxes and lines in rows, from the first box down: few crossings, straight long lines, nothing over anything else.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "boxes, items, ranks and rows are counted here and each list has a place for all of them; a line joins two of the boxes, \
              of which the lower stands below row 0; what a scene can hold at most stands within far less than 2^31"
)]

mod across;
mod order;
mod ranks;

use std::collections::{BTreeMap, BTreeSet};

use order::Rows;

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub width: i32,
    pub height: i32,
}

/// A line from one box to another, by their places; one from a box to itself is drawn as a loop at its right side, and its label is
/// for the box to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub from: usize,
    pub to: usize,
    /// Room for what is written on it, next to where it comes from.
    pub label: Option<Size>,
}

/// Space between things, in the unit of their sizes; none less than 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gaps {
    /// From one box to the next in a row; half of it where one of the two is a line.
    pub across: i32,
    /// From row to row, at least: lines that go far aside get more.
    pub down: i32,
}

/// Where a box stands, by its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Place {
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    pub fn middle(self) -> i32 {
        self.x + self.width / 2
    }
}

/// The way of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// It leads up again, or back into the box that it comes from.
    pub back: bool,
    pub label: Option<Place>,
    /// From the edge of the one box to the edge of the other. Lines that lead to the same box run together where they can: then some of
    /// their points are the same. It goes aside only between two rows.
    pub points: Vec<(i32, i32)>,
}

/// Everything in its place, from (0, 0) to the size of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub size: Size,
    /// In the order in which the boxes were given.
    pub boxes: Vec<Place>,
    /// The same for the lines.
    pub routes: Vec<Route>,
}

/// Room beside a box with a loop, on both sides so that it stays in the middle.
const LOOP: i32 = 22;

/// How far aside lines that lead up leave and enter a box, as part of its width.
const ASIDE: i32 = 4;

/// Something in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Box(usize),
    Label(usize),
    /// Where a line passes a row.
    Bend,
}

/// Puts boxes into rows, `first` at the top, so that lines lead down but for those that lead back. The same is given for the same.
pub fn lay_out(boxes: &[Size], lines: &[Line], first: usize, gaps: Gaps) -> Layout {
    if boxes.is_empty() {
        return Layout { routes: vec![Route::default(); lines.len()], ..Layout::default() };
    }
    let ways: Vec<(usize, usize)> = lines.iter().map(|line| (line.from, line.to)).collect();
    let ranks = ranks::ranks(boxes.len(), &ways, first);
    let threads = Threads::new(boxes, lines, &ranks);
    let mut rows = Rows::new(&threads.rows, &threads.segments, threads.row_count);
    rows.untangle();
    let mut beside = vec![0; boxes.len()];
    lines.iter().filter(|line| line.from == line.to).for_each(|line| beside[line.from] = 2 * LOOP);
    let size = |item: &Item| match item {
        Item::Box(at) => Size { width: boxes[*at].width + beside[*at], ..boxes[*at] },
        Item::Label(line) => lines[*line].label.unwrap_or_default(),
        Item::Bend => Size::default(),
    };
    let sizes: Vec<Size> = threads.items.iter().map(size).collect();
    let bends: Vec<bool> = threads.items.iter().map(|item| *item == Item::Bend).collect();
    let apart = |left: usize, right: usize| {
        let gap = if bends[left] || bends[right] { gaps.across / 2 } else { gaps.across };
        (sizes[left].width + sizes[right].width) / 2 + gap.max(1) + 1
    };
    let middles = across::across(&rows, &bends, &apart);
    threads.drawn(boxes, lines, &Placed { rows: &rows, sizes: &sizes, middles: &middles }, gaps)
}

/// Which lines lead back, of boxes that are told by their places.
pub fn leading_back(boxes: usize, lines: &[(usize, usize)], first: usize) -> Vec<bool> {
    if boxes == 0 { vec![false; lines.len()] } else { ranks::ranks(boxes, lines, first).back }
}

/// The boxes, the labels and the bends of all lines, and what joins them from row to row.
struct Threads {
    items: Vec<Item>,
    /// Row of each item.
    rows: Vec<usize>,
    row_count: usize,
    /// Pairs of items in neighbouring rows, the upper one first; each once.
    segments: Vec<(usize, usize)>,
    /// For each line the items between its two boxes, in the line's own direction, and whether it leads back.
    between: Vec<(Vec<usize>, bool)>,
}

impl Threads {
    fn new(boxes: &[Size], lines: &[Line], ranks: &ranks::Ranks) -> Threads {
        let upper = |at: usize| ranks.rank[if ranks.back[at] { lines[at].to } else { lines[at].from }];
        let lower = |at: usize| ranks.rank[if ranks.back[at] { lines[at].from } else { lines[at].to }];
        let drawn = |at: usize| lines[at].from != lines[at].to;
        // A label stands right beneath the box that its line comes from, or right above it where the line leads back.
        let label_below = |at: usize| if ranks.back[at] { lower(at) - 1 } else { upper(at) };
        let last = ranks.rank.iter().copied().max().unwrap_or_default();
        let mut labelled = vec![false; last + 1];
        for at in (0..lines.len()).filter(|at| drawn(*at) && lines[*at].label.is_some()) {
            labelled[label_below(at)] = true;
        }
        // The row of each rank's boxes; that of its labels, where it has any, comes next.
        let mut row_of_rank = Vec::with_capacity(last + 1);
        let mut row_count = 0;
        for has_labels in &labelled {
            row_of_rank.push(row_count);
            row_count += 1 + usize::from(*has_labels);
        }
        let mut threads = Threads {
            items: (0..boxes.len()).map(Item::Box).collect(),
            rows: ranks.rank.iter().map(|rank| row_of_rank[*rank]).collect(),
            row_count,
            segments: Vec::new(),
            between: Vec::with_capacity(lines.len()),
        };
        // Lines to the same box share their bends: by that box, the row, and whether they lead back.
        let mut shared: BTreeMap<(usize, usize, bool), usize> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            let back = ranks.back[at];
            if !drawn(at) {
                threads.between.push((Vec::new(), true));
                continue;
            }
            let (from, to) = (row_of_rank[upper(at)], row_of_rank[lower(at)]);
            let label = line.label.map(|_| row_of_rank[label_below(at)] + 1);
            let mut between: Vec<usize> = (from + 1..to)
                .map(|row| {
                    if label == Some(row) {
                        threads.add(Item::Label(at), row)
                    } else {
                        *shared.entry((line.to, row, back)).or_insert_with(|| threads.add(Item::Bend, row))
                    }
                })
                .collect();
            let ends = if back { (line.to, line.from) } else { (line.from, line.to) };
            let chain: Vec<usize> = std::iter::once(ends.0).chain(between.iter().copied()).chain([ends.1]).collect();
            threads.segments.extend(chain.array_windows().map(|[upper, lower]| (*upper, *lower)));
            if back {
                between.reverse();
            }
            threads.between.push((between, back));
        }
        let mut known = BTreeSet::new();
        threads.segments.retain(|segment| known.insert(*segment));
        threads
    }

    fn add(&mut self, item: Item, row: usize) -> usize {
        self.items.push(item);
        self.rows.push(row);
        self.items.len() - 1
    }

    fn drawn(&self, boxes: &[Size], lines: &[Line], placed: &Placed, gaps: Gaps) -> Layout {
        let (tops, bottoms) = placed.heights(self, gaps);
        let left = |item: usize| placed.middles[item] - placed.sizes[item].width / 2;
        let from = (0..self.items.len()).map(left).min().unwrap_or_default();
        let middle = |item: usize| placed.middles[item] - from;
        let place = |item: usize, size: Size| Place {
            x: middle(item) - size.width / 2,
            y: tops[self.rows[item]],
            width: size.width,
            height: size.height,
        };
        let places: Vec<Place> = boxes.iter().enumerate().map(|(at, size)| place(at, *size)).collect();
        let routes = lines.iter().zip(&self.between).map(|(line, (between, back))| {
            let (from, to) = (places[line.from], places[line.to]);
            if line.from == line.to {
                return Route { back: true, label: None, points: around(from) };
            }
            let aside = |place: Place| if *back { place.middle() + place.width / ASIDE } else { place.middle() };
            let ends = |item: usize| {
                if *back { [bottoms[self.rows[item]], tops[self.rows[item]]] } else { [tops[self.rows[item]], bottoms[self.rows[item]]] }
            };
            let mut points = Vec::with_capacity(2 * between.len() + 4);
            let first = if *back { from.y } else { from.bottom() };
            points.extend([first, ends(line.from)[1]].map(|y| (aside(from), y)));
            between.iter().for_each(|item| points.extend(ends(*item).map(|y| (middle(*item), y))));
            let last = if *back { to.bottom() } else { to.y };
            points.extend([ends(line.to)[0], last].map(|y| (aside(to), y)));
            let label = between.iter().find(|item| matches!(self.items[**item], Item::Label(_)));
            Route { back: *back, label: label.map(|item| place(*item, placed.sizes[*item])), points: straightened(points) }
        });
        let routes: Vec<Route> = routes.collect();
        let width = (0..self.items.len()).map(|item| middle(item) + (placed.sizes[item].width + 1) / 2).max();
        // What leaves a box aside may reach a little further than any item.
        let reach = routes.iter().flat_map(|route| &route.points).map(|(x, _)| *x).max();
        Layout {
            size: Size { width: width.max(reach).unwrap_or_default(), height: bottoms.last().copied().unwrap_or_default() },
            boxes: places,
            routes,
        }
    }
}

/// Items with their middles, in rows.
struct Placed<'a> {
    rows: &'a Rows,
    sizes: &'a [Size],
    middles: &'a [i32],
}

impl Placed<'_> {
    /// Where each row begins and ends.
    fn heights(&self, threads: &Threads, gaps: Gaps) -> (Vec<i32>, Vec<i32>) {
        let mut furthest = vec![0; threads.row_count];
        for (upper, lower) in &threads.segments {
            let aside = (self.middles[*upper] - self.middles[*lower]).abs();
            let row = threads.rows[*upper];
            furthest[row] = aside.max(furthest[row]);
        }
        let (mut tops, mut bottoms, mut y) = (Vec::new(), Vec::new(), 0);
        for (row, furthest) in self.rows.rows.iter().zip(furthest) {
            tops.push(y);
            y += row.iter().map(|item| self.sizes[*item].height).max().unwrap_or_default();
            bottoms.push(y);
            y += gaps.down.max(1) + (furthest / 16).min(gaps.down);
        }
        (tops, bottoms)
    }
}

/// A loop at the right side.
fn around(place: Place) -> Vec<(i32, i32)> {
    let (right, out) = (place.right(), place.right() + LOOP * 2 / 3);
    let [above, below] = [place.y + place.height / 3, place.bottom() - place.height / 3];
    vec![(right, above), (out, above), (out, below), (right, below)]
}

/// Without the points that lie on the way straight down or up between two others.
fn straightened(points: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    let mut kept: Vec<(i32, i32)> = Vec::with_capacity(points.len());
    for point in points {
        if kept.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = kept[..]
            && before.0 == last.0
            && last.0 == point.0
        {
            kept.pop();
        }
        kept.push(point);
    }
    kept
}
