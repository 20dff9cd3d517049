//! The map of a scene: every way is on it, nothing lies over anything else, lines lead down, and the same scene gives the same map.

use std::collections::BTreeMap;
use std::sync::Arc;

use fifty_minutes::library;
use fifty_minutes::report::map::layered::{Gaps, Layout, Line, Place, Size, lay_out};
use fifty_minutes::report::map::{By, Entry, Map, ways_out};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::places::places;
use proptest::prelude::*;

use crate::root;

const GAPS: Gaps = Gaps { across: 24, down: 30 };

/// Every case that comes with the program.
pub fn shipped() -> Vec<Arc<Bundle>> {
    let library = library::open(Some(&root().join("dialogues"))).unwrap();
    library.shelves.cases.iter().map(|shelf| shelf.bundle.clone().unwrap()).collect()
}

/// True where the two have a point inside both.
fn overlap(one: Place, other: Place) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

/// The smallest place that holds both points.
fn around((x, y): (i32, i32), (to_x, to_y): (i32, i32)) -> Place {
    Place { x: x.min(to_x), y: y.min(to_y), width: (x - to_x).abs(), height: (y - to_y).abs() }
}

#[track_caller]
fn is_sound(sizes: &[Size], lines: &[Line], layout: &Layout) {
    assert_eq!((layout.boxes.len(), layout.routes.len()), (sizes.len(), lines.len()));
    let mut things: Vec<(Place, Option<usize>)> = layout.boxes.iter().map(|place| (*place, None)).collect();
    for (at, route) in layout.routes.iter().enumerate() {
        things.extend(route.label.map(|place| (place, Some(at))));
        let drawn = lines[at].from != lines[at].to;
        assert_eq!(
            route.label.map(|place| (place.width, place.height)),
            lines[at].label.filter(|_| drawn).map(|size| (size.width, size.height))
        );
    }
    for (size, place) in sizes.iter().zip(&layout.boxes) {
        assert_eq!((place.width, place.height), (size.width, size.height));
    }
    let whole = Place { x: 0, y: 0, width: layout.size.width, height: layout.size.height };
    let inside = |place: Place| place.x >= 0 && place.y >= 0 && place.right() <= whole.width && place.bottom() <= whole.height;
    // Only what stands between the same heights can lie over each other.
    things.sort_by_key(|(place, _)| place.y);
    for (at, (place, _)) in things.iter().enumerate() {
        assert!(inside(*place), "{place:?} in {whole:?}");
        for (other, _) in things[at + 1..].iter().take_while(|(other, _)| other.y < place.bottom()) {
            assert!(!overlap(*place, *other), "{place:?} over {other:?}");
        }
    }
    for (at, (line, route)) in lines.iter().zip(&layout.routes).enumerate() {
        let (from, to) = (layout.boxes[line.from], layout.boxes[line.to]);
        let (first, last) = (route.points[0], route.points[route.points.len() - 1]);
        assert!(route.points.iter().all(|(x, y)| (0..=whole.width).contains(x) && (0..=whole.height).contains(y)), "{route:?}");
        if line.from == line.to {
            assert!(route.back && first.0 == from.right() && last.0 == from.right());
        } else {
            assert_eq!((first.1, last.1), if route.back { (from.y, to.bottom()) } else { (from.bottom(), to.y) });
            let goes_on = |pair: &[(i32, i32)]| if route.back { pair[1].1 <= pair[0].1 } else { pair[1].1 >= pair[0].1 };
            assert!(route.points.windows(2).all(goes_on), "{route:?}");
        }
        let of = |place: Place| (place.x + 1..place.right()).contains(&first.0) || line.from == line.to || place.width < 2;
        assert!(of(from), "{route:?} leaves {from:?}");
        for pair in route.points.windows(2) {
            let reach = around(pair[0], pair[1]);
            // What is straight takes no room; what goes aside takes all of it.
            let reach = if reach.width == 0 { reach } else { Place { height: reach.height.max(1), ..reach } };
            let from = things.partition_point(|(place, _)| place.y + 2_000 < reach.y);
            for (place, of) in things[from..].iter().take_while(|(place, _)| place.y < reach.bottom()) {
                let crosses = if reach.width == 0 {
                    place.x < reach.x && reach.x < place.right() && place.y < reach.bottom() && reach.y < place.bottom()
                } else {
                    overlap(reach, *place)
                };
                assert!(!crosses || *of == Some(at), "line {at} from {:?} to {:?} through {place:?}", pair[0], pair[1]);
            }
        }
    }
}

fn sizes(count: usize) -> impl Strategy<Value = Vec<Size>> {
    proptest::collection::vec((2i32..240, 1i32..90).prop_map(|(width, height)| Size { width, height }), count)
}

/// Boxes and lines between any of them.
fn graphs() -> impl Strategy<Value = (Vec<Size>, Vec<Line>, usize)> {
    (1usize..40).prop_flat_map(|count| {
        let label = proptest::option::of((1i32..200, 1i32..60).prop_map(|(width, height)| Size { width, height }));
        let line = (0..count, 0..count, label).prop_map(|(from, to, label)| Line { from, to, label });
        (sizes(count), proptest::collection::vec(line, 0..90), 0..count)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_leads_wherever_nothing_lies_over_anything_else((boxes, lines, first) in graphs()) {
        let layout = lay_out(&boxes, &lines, first, GAPS);
        is_sound(&boxes, &lines, &layout);
        prop_assert_eq!(lay_out(&boxes, &lines, first, GAPS), layout);
    }

    #[test]
    fn what_only_leads_forward_leads_down((boxes, lines, _) in graphs()) {
        let forward: Vec<Line> = lines
            .iter()
            .filter(|line| line.from != line.to)
            .map(|line| Line { from: line.from.min(line.to), to: line.from.max(line.to), ..*line })
            .collect();
        let layout = lay_out(&boxes, &forward, 0, GAPS);
        is_sound(&boxes, &forward, &layout);
        prop_assert!(layout.routes.iter().all(|route| !route.back));
    }
}

/// Draws numbers below a bound, always the same ones.
fn numbers(mut state: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}

#[test]
fn five_hundred_beats_are_laid_out_however_they_lead() {
    let boxes = vec![Size { width: 200, height: 60 }; 500];
    let line = |from, to, labelled: bool| Line { from, to, label: labelled.then_some(Size { width: 80, height: 20 }) };
    let mut number = numbers(7);
    let anywhere: Vec<Line> = (0..1_000).map(|at| line(number(500), number(500), at % 3 == 0)).collect();
    let near: Vec<Line> = (0..1_500).map(|at| line(at / 3, (at / 3 + 1 + number(12)).min(499), true)).collect();
    let chain: Vec<Line> = (0..499).flat_map(|at| [line(at, at + 1, false), line(at, 499, true), line(at, 0, false)]).collect();
    for lines in [anywhere, near, chain] {
        is_sound(&boxes, &lines, &lay_out(&boxes, &lines, 0, GAPS));
    }
}

#[test]
fn a_long_line_is_straight_beside_what_it_passes() {
    let boxes = vec![Size { width: 100, height: 40 }; 6];
    let line = |from, to| Line { from, to, label: None };
    let lines = [line(0, 1), line(1, 2), line(2, 3), line(3, 4), line(4, 5), line(0, 5), line(1, 5)];
    let layout = lay_out(&boxes, &lines, 0, GAPS);
    is_sound(&boxes, &lines, &layout);
    assert!(layout.boxes.windows(2).all(|pair| pair[0].bottom() < pair[1].y));
    // Down, aside, straight past everything, aside, and in; and where two lead to the same box they come in as one.
    let aside = |route: &[(i32, i32)]| route.windows(2).filter(|pair| pair[0].0 != pair[1].0).count();
    assert!(layout.routes[5..].iter().all(|route| aside(&route.points) <= 2), "{:?}", layout.routes);
    let [one, other] = [5, 6].map(|at: usize| layout.routes[at].points.clone());
    assert_eq!(one[one.len() - 2..], other[other.len() - 2..]);
}

#[test]
fn what_hangs_by_itself_stands_at_the_bottom_and_a_single_box_alone() {
    let boxes = vec![Size { width: 100, height: 40 }; 5];
    let line = |from, to| Line { from, to, label: None };
    let layout = lay_out(&boxes, &[line(0, 1), line(1, 2), line(3, 4)], 0, GAPS);
    assert_eq!((layout.boxes[3].y, layout.boxes[4].y), (layout.boxes[1].y, layout.boxes[2].y));
    // What nothing leads to stands right above what it leads to.
    let layout = lay_out(&boxes, &[line(0, 1), line(1, 2), line(3, 4), line(4, 2)], 0, GAPS);
    assert_eq!((layout.boxes[3].y, layout.boxes[4].y), (layout.boxes[0].y, layout.boxes[1].y));
    let layout = lay_out(&boxes[..4], &[line(0, 1), line(1, 2), line(3, 2)], 0, GAPS);
    assert_eq!(layout.boxes[3].y, layout.boxes[1].y);
    assert_eq!(lay_out(&boxes[..1], &[], 0, GAPS).boxes, [Place { x: 0, y: 0, width: 100, height: 40 }]);
    assert_eq!(lay_out(&[], &[], 0, GAPS), Layout::default());
}

#[test]
fn every_way_of_every_shipped_scene_is_on_its_map() {
    for bundle in shipped() {
        for hour in &bundle.hours {
            let map = Map::new(&hour.scene);
            let mut expected: BTreeMap<(usize, usize), usize> = BTreeMap::new();
            for (from, beat) in hour.scene.beats.iter().enumerate() {
                for (to, _) in ways_out(beat) {
                    let to = hour.scene.beats.iter().position(|beat| beat.id == to).unwrap();
                    *expected.entry((from, to)).or_default() += 1;
                }
            }
            let replies: usize = hour.scene.beats.iter().map(|beat| beat.replies.len()).sum();
            let drawn = map.ways.iter().flat_map(|way| &way.by).filter(|by| matches!(by, By::Reply(_))).count();
            assert_eq!(replies, drawn);
            assert_eq!(map.ways.iter().map(|way| ((way.from, way.to), way.by.len())).collect::<BTreeMap<_, _>>(), expected);
            assert_eq!(map.start(), usize::from(hour.start));
            let order = map.in_order();
            let read_at = |beat: usize| order.iter().position(|at| *at == beat).unwrap();
            assert_eq!((order[0], order.len()), (map.start(), map.beats.len()));
            for (way, back) in map.ways.iter().zip(map.leading_back()) {
                assert!(
                    back || read_at(way.from) < read_at(way.to),
                    "{} after {}",
                    hour.scene.beats[way.to].id,
                    hour.scene.beats[way.from].id
                );
            }
            for (entry, at) in [(Entry::TimeIsUp, hour.time_is_up), (Entry::WalksOut, hour.walks_out)] {
                assert!(map.beats[usize::from(at)].entries.contains(&entry));
            }
            let room = vec![Size { width: 180, height: 60 }; map.beats.len()];
            let labels = vec![Some(Size { width: 90, height: 24 }); map.ways.len()];
            let layout = map.laid_out(&room, &labels, GAPS);
            let lines: Vec<Line> = map.ways.iter().map(|way| Line { from: way.from, to: way.to, label: labels[0] }).collect();
            is_sound(&room, &lines, &layout);
        }
    }
}

#[test]
fn each_beat_is_found_in_its_file() {
    for bundle in shipped() {
        for (hour, planned) in bundle.hours.iter().zip(&bundle.case.sessions) {
            let file = format!("{}/{}.scene.ron", bundle.case.id, planned.scene);
            let text = &bundle.sources.iter().find(|(name, _)| *name == file).unwrap().1;
            let lines = places(text).into_iter().map(|place| place.line).collect::<Vec<_>>();
            assert_eq!(lines.len(), hour.scene.beats.len());
            for (beat, line) in hour.scene.beats.iter().zip(lines) {
                let there = text.lines().nth(line as usize - 1).unwrap();
                assert!(there.contains(&format!("id: \"{}\"", beat.id)), "{file}:{line}: {there}");
            }
        }
    }
}
