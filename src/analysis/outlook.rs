//! How far a score can still go from a place, with the person's conditions left aside: a bound from the other side.
//!
//! Each figure of a score is bounded by itself, backwards from the end, over every way that the script has, whatever
//! state it asks for. So nothing that can be reached lies beyond, and what lies within may be out of reach.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "the tables hold every beat at every minute, and are looked up only by the beats of the hour they were made of; an hour \
              holds at most a few hundred turns, each of which adds bytes"
)]

use crate::assess::tally::{Each, FIGURES, Scoring, Tally, weighted};
use crate::script::bundle::{BeatId, Bundle, Hour, Onward};

use super::place::{by_itself, by_the_clock};
use super::search::as_met;

/// Stands where there is no way.
const NONE: i32 = i32::MIN;

/// The best sum of a figure that can still be added, by how much there is still of what it is a share of.
type Line = Vec<i32>;

/// What can still be added to a score, for each person for whom it is counted.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The score's place, and whether the highest or the lowest is looked for.
    pub which: usize,
    pub upwards: bool,
    people: Vec<OfOne>,
}

/// What can still be added for one of them, from each beat at each minute.
#[derive(Clone, Debug)]
struct OfOne {
    which: usize,
    upwards: bool,
    minutes: usize,
    /// By beat and minute.
    lines: Vec<[Line; FIGURES]>,
    /// The lowest cap that may still be set.
    caps: Vec<u8>,
    /// The most moments of the score's own kind that may still come.
    moments: Vec<u16>,
}

impl Outlook {
    pub fn new(bundle: &Bundle, hour: &Hour, scoring: &Scoring, which: usize, upwards: bool) -> Outlook {
        let order = order(hour);
        let least = always_borne(bundle);
        let of_one = |person| {
            let answers = (0..hour.beats.len()).map(|at| answers(hour, scoring, (which, person, upwards), least, at)).collect();
            OfOne::new(hour, scoring, (which, upwards), &order, answers)
        };
        Outlook { which, upwards, people: scoring.counted(which).map(of_one).collect() }
    }

    /// The highest points, or the lowest, that an hour with this tally could still come to from a beat at a minute; none
    /// where there will never be enough to say.
    pub fn points(&self, scoring: &Scoring, each: &Each, at: BeatId, minute: u16) -> Option<i64> {
        let bounds =
            self.people.iter().zip(each).map(|(one, tally)| (tally.moments >= scoring.enough(), one.points(scoring, tally, at, minute)));
        if !self.upwards {
            return bounds.filter_map(|(_, points)| points).min();
        }
        // Who may end with too little to say of them holds nobody back.
        let (mut sure, mut any) = (None, None);
        for (counts, points) in bounds {
            any = any.max(points);
            if counts {
                sure = Some(sure.map_or(points, |sure: Option<i64>| sure.min(points)));
            }
        }
        sure.unwrap_or(any)
    }
}

impl OfOne {
    fn new(hour: &Hour, scoring: &Scoring, (which, upwards): (usize, bool), order: &[BeatId], answers: Vec<Vec<Tally>>) -> OfOne {
        let minutes = usize::from(hour.scene.length) + 1;
        let places = hour.beats.len() * minutes;
        let mut outlook =
            OfOne { which, upwards, minutes, lines: vec![Default::default(); places], caps: vec![100; places], moments: vec![0; places] };
        for minute in (0..minutes).rev() {
            for at in order {
                outlook.look(hour, *at, minute, &answers[usize::from(*at)], scoring.scales(which).len());
            }
        }
        outlook
    }

    fn place(&self, at: BeatId, minute: usize) -> usize {
        usize::from(at) * self.minutes + minute.min(self.minutes - 1)
    }

    fn look(&mut self, hour: &Hour, at: BeatId, minute: usize, answers: &[Tally], figures: usize) {
        let beat = hour.beat(at);
        let here = self.place(at, minute);
        let mut lines: [Line; FIGURES] = Default::default();
        let (mut cap, mut moments) = (100, 0);
        let mut go = |added: &Tally, to: usize| {
            cap = cap.min(added.cap).min(self.caps[to]);
            moments = moments.max(added.moments + self.moments[to]);
            for (figure, line) in lines.iter_mut().enumerate().take(figures) {
                let (of, sum) = added.figure(figure);
                join(line, &self.lines[to][figure], of.into(), sum as i32, self.upwards);
            }
        };
        for to in by_itself(hour, at) {
            go(&Tally::default(), self.place(to, minute));
        }
        let later = minute + usize::from(beat.minutes);
        for (reply, added) in beat.replies.iter().zip(answers) {
            go(added, self.place(by_the_clock(hour, reply.to, later), later));
            if !hour.closes(reply.to) {
                go(added, self.place(hour.walks_out, later));
            }
        }
        if matches!(beat.onward, Onward::End(_)) {
            // Beside what a blocked fact leads to.
            lines.iter_mut().for_each(|line| join(line, &[0], 0, 0, self.upwards));
        }
        self.lines[here] = lines;
        self.caps[here] = cap;
        self.moments[here] = moments;
    }

    fn points(&self, scoring: &Scoring, tally: &Tally, at: BeatId, minute: u16) -> Option<i64> {
        let here = self.place(at, minute.into());
        if tally.moments + self.moments[here] < scoring.enough() {
            return None;
        }
        let further = |a: i64, b: i64| if self.upwards { a.max(b) } else { a.min(b) };
        let mut first = None;
        let parts = scoring.scales(self.which).iter().enumerate().map(|(figure, scale)| {
            let (of, sum) = tally.figure(figure);
            // A count of the whole hour may fall short of what makes it count.
            let mut silent = figure > 1;
            let mut best = None;
            for (more, added) in self.lines[here][figure].iter().enumerate().filter(|(_, added)| **added != NONE) {
                let (of, sum) = (i64::from(of) + more as i64, i64::from(sum) + i64::from(*added));
                if of == 0 && sum == 0 && figure > 0 {
                    silent = true;
                    continue;
                }
                let points = scale.points(sum, of);
                best = Some(best.map_or(points, |best| further(best, points)));
            }
            let first = *first.get_or_insert(best.unwrap_or_default());
            let points = match best {
                Some(best) if silent => further(best, first),
                Some(best) => best,
                None => first,
            };
            (scale.weight, Some(points))
        });
        let points = weighted(parts);
        let cap = if self.upwards { tally.cap } else { tally.cap.min(self.caps[here]) };
        Some(points.min(i64::from(cap) * 100))
    }
}

/// What each reply of a beat adds at best for a person, whatever can be borne from that level on.
fn answers(hour: &Hour, scoring: &Scoring, (which, person, upwards): (usize, u8, bool), least: u8, at: usize) -> Vec<Tally> {
    let best = |reply: usize| {
        let met = as_met(hour, at as BeatId, reply as u8);
        let answers = (least..=5).map(|bearable| {
            let mut added = Tally::default();
            scoring.add_one(which, person, &mut added, &met.bearing(bearable));
            added
        });
        if upwards { answers.max_by_key(|added| added.sums) } else { answers.min_by_key(|added| added.sums) }.unwrap_or_default()
    };
    (0..hour.beats[at].replies.len()).map(best).collect()
}

/// The deepest level that can be borne whatever the state.
fn always_borne(bundle: &Bundle) -> u8 {
    let free = |level: &u8| bundle.reactions.bears.iter().all(|(named, needs)| named != level || needs.is_empty());
    (1..=5).take_while(free).last().unwrap_or(1)
}

fn join(line: &mut Line, onward: &[i32], of: usize, sum: i32, upwards: bool) {
    if line.len() < onward.len() + of {
        line.resize(onward.len() + of, NONE);
    }
    for (more, added) in onward.iter().enumerate().filter(|(_, added)| **added != NONE) {
        let (there, new) = (&mut line[more + of], added + sum);
        if *there == NONE || (upwards && new > *there) || (!upwards && new < *there) {
            *there = new;
        }
    }
}

/// Beats in such an order that what can follow one within the same minute comes before it.
pub(super) fn order(hour: &Hour) -> Vec<BeatId> {
    let within = |at: BeatId| {
        let mut onward = by_itself(hour, at);
        if hour.closes(at) {
            onward.extend(hour.beat(at).replies.iter().map(|reply| reply.to));
        }
        onward
    };
    let mut order = Vec::with_capacity(hour.beats.len());
    let mut seen = vec![false; hour.beats.len()];
    // Replies that take the last minutes lead to the closings, which therefore come first.
    let starts = [hour.time_is_up, hour.walks_out].into_iter().chain(0..hour.beats.len() as BeatId);
    for start in starts {
        let mut open = vec![(start, false)];
        while let Some((at, done)) = open.pop() {
            if done {
                order.push(at);
            } else if !std::mem::replace(&mut seen[usize::from(at)], true) {
                open.push((at, true));
                open.extend(within(at).into_iter().map(|next| (next, false)));
            }
        }
    }
    order
}
