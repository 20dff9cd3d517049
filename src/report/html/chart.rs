//! What is drawn in the page: the hour as lines over its replies, the marks of its moments, and a score on its way from 0 to 100.

use maud::{Markup, html};

use crate::assess::{Band, Score};
use crate::report::over_time::{DRAWN, Mark, Stay, course, height, marks, named, stays};
use crate::report::text::{felt, felt_title, headline};
use crate::report::{Debrief, PersonTold, Told};
use crate::script::codes::Measure;
use crate::session::account::Felt;
use crate::texts::{text, text_with, word};

use super::link;

/// Highest point of a line over its lowest; sizes here are CSS pixels at the picture's own width.
const HEIGHT: f64 = 220.0;

/// Space beside the lines for the figures of the scale.
const LEFT: f64 = 30.0;

/// Width of a letter in a label, on the whole.
const LETTER: f64 = 6.2;

/// Space from one label to the next, at least.
const APART: f64 = 14.0;

/// A size that the chart is drawn in: a wide page and a narrow one each get a picture with letters of the same size.
struct Frame {
    name: &'static str,
    width: f64,
    /// Space beside the lines for their names.
    right: f64,
    /// Height of a row of marks, and of its name where that stands above.
    row: f64,
    above: f64,
}

const FRAMES: [Frame; 2] = [
    Frame { name: "wide", width: 640.0, right: 148.0, row: 22.0, above: 0.0 },
    Frame { name: "narrow", width: 300.0, right: 92.0, row: 20.0, above: 17.0 },
];

/// The lines and the marks, once for each width.
pub(super) fn hour(debrief: &Debrief, place: usize, person: &PersonTold) -> Markup {
    html! {
        @for frame in &FRAMES {
            div class=(frame.name) {
                (lines(debrief, (place, person), frame))
                // The moments are those of the hour: they stand beneath the first.
                @if place == 0 { (moments(debrief, frame)) }
            }
        }
    }
}

impl Frame {
    fn plot(&self) -> f64 {
        self.width - LEFT - self.right
    }

    /// Where a reply stands, or a place between two, in an hour of so many.
    fn across(&self, at: f64, last: f64) -> f64 {
        LEFT + at / last * self.plot()
    }
}

fn lines(debrief: &Debrief, (place, person): (usize, &PersonTold), frame: &Frame) -> Markup {
    let last = debrief.turns.len().max(1) as f64;
    let stays = stays(&person.felt);
    let band = |stay: &Stay| {
        let [from, to] = stay.band(last).map(|at| frame.across(at, last));
        (from, to - from, word("stance", stay.stance))
    };
    let bands: Vec<_> = stays.iter().map(band).collect();
    let fits = |name: &str, width: f64| name.chars().count() as f64 * LETTER + 6.0 <= width;
    let tallest = bands.iter().filter(|(_, width, name)| !fits(name, *width)).map(|(.., name)| name.chars().count()).max();
    let top = tallest.map_or(20.0, |letters| letters as f64 * LETTER + 12.0);
    let up = |share: f64| top + HEIGHT - share * HEIGHT;
    let reached = |felt: &Felt, measure: Measure| up(height(felt, measure));
    let path = |measure: Measure| -> String {
        let point = |(at, felt): (usize, &Felt)| format!("{:.1},{:.1}", frame.across(at as f64, last), reached(felt, measure));
        person.felt.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
    };
    let ends = person.felt.last().map(|felt| labels(felt, reached, up(0.0))).unwrap_or_default();
    let (bottom, right) = (up(0.0), frame.width - frame.right);
    let (title, about) = (format!("{}-title-{place}", frame.name), format!("{}-about-{place}", frame.name));
    html! {
        svg role="img" aria-labelledby=(title) aria-describedby=(about) viewBox=(format!("0 0 {} {}", frame.width, bottom + 20.0)) {
            title id=(title) { (felt_title(person)) }
            desc id=(about) { (felt(person).join(". ")) ". " (course(&stays)) "." }
            @for (number, (from, width, name)) in bands.iter().enumerate() {
                rect .band .other[number % 2 == 1] x=(tenth(*from)) y="0" width=(tenth(*width)) height=(bottom) {}
                @if fits(name, *width) {
                    text x=(tenth(from + width / 2.0)) y=(top - 8.0) text-anchor="middle" { (name) }
                } @else {
                    @let (x, y) = (tenth(from + width / 2.0 + 4.0), top - 6.0);
                    text x=(x) y=(y) transform=(format!("rotate(-90 {x} {y})")) { (name) }
                }
            }
            @for mark in [0, 25, 50, 75, 100] {
                @let y = up(f64::from(mark) / 100.0);
                line .grid x1=(LEFT) x2=(right) y1=(y) y2=(y) {}
                @if mark % 50 == 0 { text x=(LEFT - 6.0) y=(y + 4.0) text-anchor="end" { (mark) } }
            }
            @for at in ticks(debrief.turns.len()) {
                text x=(tenth(frame.across(at as f64, last))) y=(bottom + 15.0) text-anchor="middle" { (at) }
            }
            @for measure in DRAWN {
                polyline class=(format!("trend {measure:?}")) points=(path(measure)) {}
            }
            @for (measure, y, at) in &ends {
                @let ends = format!("{},{} {},{} {},{}", right, tenth(*y), right + 5.0, tenth(*at), right + 17.0, tenth(*at));
                polyline class=(format!("trend {measure:?}")) points=(ends) {}
                text x=(right + 21.0) y=(tenth(at + 4.0)) { (word("measure", measure)) }
            }
        }
    }
}

/// For each line where it ends, and where its name can stand clear of the others.
fn labels(felt: &Felt, place: impl Fn(&Felt, Measure) -> f64, bottom: f64) -> Vec<(Measure, f64, f64)> {
    let mut labels: Vec<_> = DRAWN.map(|measure| (measure, place(felt, measure), place(felt, measure))).into();
    labels.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut lowest = f64::NEG_INFINITY;
    for label in &mut labels {
        label.2 = label.2.max(lowest + APART);
        lowest = label.2;
    }
    let mut highest = bottom + APART;
    for label in labels.iter_mut().rev() {
        label.2 = label.2.min(highest - APART);
        highest = label.2;
    }
    labels
}

/// The replies whose numbers stand beneath the lines.
fn ticks(replies: usize) -> impl Iterator<Item = usize> {
    (0..=replies).step_by(if replies <= 12 { 1 } else { 5 })
}

/// Each kind of moment in a row of its own, with a link for each reply that has any.
fn moments(debrief: &Debrief, frame: &Frame) -> Markup {
    let last = debrief.turns.len().max(1) as f64;
    let at = |told: &Told| frame.across(f64::from(told.turn.number), last);
    let marked: Vec<_> = debrief.turns.iter().map(|told| (told, marks(debrief, told))).filter(|(_, marks)| !marks.is_empty()).collect();
    let rows: Vec<Mark> = Mark::ALL.into_iter().filter(|mark| marked.iter().any(|(_, marks)| marks.contains(mark))).collect();
    let tall = frame.row + frame.above;
    let row = |mark: &Mark| rows.iter().position(|row| row == mark).unwrap_or_default() as f64 * tall + frame.above + frame.row / 2.0;
    let (whole, right) = (rows.len() as f64 * tall, frame.width - frame.right);
    let (title, about) = (format!("{}-marks-title", frame.name), format!("{}-marks-about", frame.name));
    let column = (frame.plot() / last).clamp(4.0, 24.0);
    let told =
        |told: &Told, marks: &[Mark]| format!("{}: {}", text_with("report-reply", &[("turn", told.turn.number.into())]), named(marks));
    html! {
        @if !rows.is_empty() {
            svg role="group" aria-labelledby=(title) aria-describedby=(about) viewBox=(format!("0 0 {} {whole}", frame.width)) {
                title id=(title) { (text("report-marks-title")) }
                desc id=(about) { (text("report-marks-about")) }
                @for mark in &rows {
                    @let y = row(mark);
                    line .grid x1=(LEFT) x2=(right) y1=(y) y2=(y) {}
                    @if frame.above > 0.0 {
                        text x=(LEFT) y=(y - 9.0) { (word("mark", mark)) }
                    } @else {
                        text x=(right + 21.0) y=(y + 4.0) { (word("mark", mark)) }
                    }
                }
                @for (one, marks) in &marked {
                    a href=(link(one.turn.number)) aria-label=(told(one, marks)) {
                        rect .reach x=(tenth(at(one) - column / 2.0)) y="0" width=(tenth(column)) height=(whole) {}
                        @for mark in marks { (sign(*mark, at(one), row(mark))) }
                    }
                }
            }
        }
    }
}

/// The sign of a mark, about eight pixels wide.
fn sign(mark: Mark, x: f64, y: f64) -> Markup {
    let (path, full) = mark.shape();
    let warm = matches!(mark, Mark::Turning | Mark::Rupture | Mark::Risk);
    html! { path .sign .full[full] .warm[warm] d=(path) transform=(format!("translate({} {y})", tenth(x))) {} }
}

/// A score on its way from 0 to 100, with what was on offer, and where fair and good begin; nothing where there is no score.
pub(super) fn score(name: &str, score: &Score) -> Markup {
    let (Some(value), Some(min), Some(max)) = (score.value, score.offered_min, score.offered_max) else { return html! {} };
    // 3 pixels for each point.
    let across = |points: u8| u32::from(points).saturating_mul(3).saturating_add(10);
    let bands = [(60, Band::Fair), (80, Band::Good)];
    html! {
        svg .bar role="img" aria-labelledby=(format!("{name}-title")) aria-describedby=(format!("{name}-about")) viewBox="0 0 320 46" {
            title id=(format!("{name}-title")) { (text(name)) }
            desc id=(format!("{name}-about")) { (headline(score)) }
            line .grid x1=(across(0)) x2=(across(100)) y1="16" y2="16" {}
            rect .offered x=(across(min)) y="11" width=(3 * u32::from(max.saturating_sub(min))) height="10" rx="2" {}
            @for (from, band) in bands {
                line .threshold x1=(across(from)) x2=(across(from)) y1="6" y2="26" {}
                text x=(across(from)) y="40" text-anchor="middle" { (word("band", band)) }
            }
            text x=(across(0)) y="40" text-anchor="middle" { "0" }
            text x=(across(100)) y="40" text-anchor="middle" { "100" }
            circle .value cx=(across(value)) cy="16" r="8" {}
        }
    }
}

/// Rounded to a tenth of a pixel.
fn tenth(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
