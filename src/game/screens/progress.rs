//! Progress: what was tried and held so far, with the doubt that few tries deserve, what is due, and what to try next.

use bevy_egui::egui::{Key, Pos2, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{settle, ways_on};
use crate::game::desk::Notice;
use crate::game::drilling::Ask;
use crate::game::fared::Fared;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{Card, heading, job, page, pressed, say, tell};
use crate::practice::progress::{Held, Next, Progress, Share, Standing};
use crate::report::own::sureness;
use crate::report::progress as told;
use crate::script::codes::Vocabulary;
use crate::texts::{text, word};

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct ProgressPage {
    settled: bool,
    /// It has been told; until then the focus is on the way back.
    shown: bool,
}

pub fn progress_ui(ui: &mut Ui, fared: &Fared, trouble: Option<&Notice>, state: &mut ProgressPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Title);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    page(ui, "progress", 760.0, |ui| {
        heading(ui, Voice::Title, &text("screen-progress"));
        if let Some(trouble) = trouble {
            tell(ui, trouble);
        }
        let back = [("progress-back", "progress-back-hint", Intent::Title)];
        let Some(progress) = &fared.found else {
            if trouble.is_none() {
                say(ui, Voice::Quiet, &text("progress-finding"));
            }
            return ways_on(ui, back.into_iter(), &mut state.settled);
        };
        if !std::mem::replace(&mut state.shown, true) {
            state.settled = false;
        }
        let mut intent = today_ui(ui, progress, fared.title.as_deref(), state);
        intent = intent.or(competences_ui(ui, progress));
        standings_ui(ui, &text("progress-moments"), "kind", &progress.moments);
        intent = intent.or(hours_ui(ui, progress));
        if !progress.sureness.is_empty() {
            heading(ui, Voice::Heading, &text("progress-sureness"));
            sureness(&progress.sureness).iter().for_each(|line| drop(say(ui, Voice::Body, line)));
        }
        for left_out in &progress.left_out {
            say(ui, Voice::Warning, &told::left_out(left_out));
        }
        ui.add_space(16.0);
        intent.or(ways_on(ui, back.into_iter(), &mut state.settled))
    })
}

/// What is due, and what to try next.
fn today_ui(ui: &mut Ui, progress: &Progress, title: Option<&str>, state: &mut ProgressPage) -> Option<Intent> {
    heading(ui, Voice::Heading, &text("progress-today"));
    say(ui, Voice::Body, &told::due(progress));
    let next = progress.next.as_ref()?;
    let Next { competence, card, case, .. } = next;
    say(ui, Voice::Body, &told::why(next));
    let mut intent = None;
    let moment = told::comes(card);
    let shown = Card::new(format!("{}. {moment}", text("progress-drill"))).main();
    let shown = shown.row(job(ui, Voice::Strong, &text("progress-drill"))).row(job(ui, Voice::Label, &moment)).show(ui);
    settle(ui, &mut state.settled, &shown);
    if shown.clicked() {
        intent = Some(Intent::Drill(Ask::Begin { competence: Some(*competence), first: Some(card.place.clone()) }));
    }
    if let Some((case, title)) = case.as_ref().zip(title) {
        say(ui, Voice::Body, &text("progress-next-case"));
        if Card::new(title).row(job(ui, Voice::Strong, title)).show(ui).clicked() {
            intent = Some(Intent::Open(case.clone()));
        }
    }
    ui.add_space(16.0);
    intent
}

/// Each competence with what is known of it; taken, it is drilled alone.
fn competences_ui(ui: &mut Ui, progress: &Progress) -> Option<Intent> {
    heading(ui, Voice::Heading, &text("progress-competences"));
    say(ui, Voice::Label, &text("progress-choose"));
    let mut intent = None;
    for standing in &progress.competences {
        let name = word("competence", standing.of);
        let card = Card::new(format!("{name}. {}", text("progress-drill-this"))).row(job(ui, Voice::Strong, &name));
        if card.show(ui).clicked() {
            intent = Some(Intent::Drill(Ask::Begin { competence: Some(standing.of), first: None }));
        }
        known_ui(ui, standing);
    }
    ui.add_space(16.0);
    intent
}

/// What is known, as a picture and in words.
fn known_ui<Of: Vocabulary>(ui: &mut Ui, standing: &Standing<Of>) {
    if standing.whole.tries > 0 {
        bar_ui(ui, &standing.whole);
        for line in told::standing(standing) {
            say(ui, Voice::Label, &line);
        }
    } else {
        say(ui, Voice::Label, &text("progress-untried"));
    }
    ui.add_space(6.0);
}

fn standings_ui<Of: Vocabulary>(ui: &mut Ui, title: &str, kind: &str, standings: &[Standing<Of>]) {
    heading(ui, Voice::Heading, title);
    for standing in standings.iter().filter(|standing| standing.whole.tries > 0) {
        say(ui, Voice::Strong, &word(kind, standing.of));
        known_ui(ui, standing);
    }
    if let Some(never) = told::never(kind, standings) {
        say(ui, Voice::Quiet, &never);
    }
    ui.add_space(16.0);
}

/// From nothing to all: a broad line over all that the true share may be, and a stroke at the one there was. It is told beneath.
fn bar_ui(ui: &mut Ui, share: &Share) {
    let palette = palette(ui);
    let height = 14.0 * scale(ui).max(1.0);
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width().min(420.0 * scale(ui).max(1.0)), height), Sense::hover());
    let at = |percent: f32| place.left() + place.width() * percent / 100.0;
    let middle = place.center().y;
    ui.painter().hline(place.x_range(), middle, Stroke::new(1.0, palette.line));
    for end in [place.left(), place.right()] {
        ui.painter().vline(end, middle - 3.0..=middle + 3.0, Stroke::new(1.0, palette.line));
    }
    let doubt = Rect::from_min_max(pos2(at(share.low.into()), middle - 3.0), pos2(at(share.high.into()), middle + 3.0));
    ui.painter().rect_filled(doubt, 3.0, palette.muted.gamma_multiply(0.45));
    let there = at(100.0 * share.done as f32 / share.tries.max(1) as f32);
    ui.painter().vline(there, place.y_range(), Stroke::new(3.0, palette.accent));
}

/// A score from hour to hour, with lines where it is fair and where it is good; the hours tell it below.
fn course_ui(ui: &mut Ui, values: &[u8]) {
    if values.len() < 2 {
        return;
    }
    let palette = palette(ui);
    let size = vec2(ui.available_width().min(420.0 * scale(ui).max(1.0)), 64.0 * scale(ui).max(1.0));
    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
    let height = |value: f32| place.bottom() - 5.0 - (place.height() - 10.0) * value / 100.0;
    for anchor in [0.0, 60.0, 80.0, 100.0] {
        ui.painter().hline(place.x_range(), height(anchor), Stroke::new(1.0, palette.line));
    }
    let step = (place.width() - 10.0) / (values.len() - 1) as f32;
    let at = |(hour, value): (usize, &u8)| pos2(place.left() + 5.0 + step * hour as f32, height(f32::from(*value)));
    let points: Vec<Pos2> = values.iter().enumerate().map(at).collect();
    ui.painter().line(points.clone(), Stroke::new(2.0, palette.accent));
    for point in points {
        ui.painter().circle_filled(point, 3.5, palette.accent);
    }
}

fn hours_ui(ui: &mut Ui, progress: &Progress) -> Option<Intent> {
    heading(ui, Voice::Heading, &text("progress-hours"));
    say(ui, Voice::Label, &text("progress-hours-about"));
    let mut intent = None;
    let courses: [fn(&Held) -> Option<u8>; 3] = [|held| held.empathy, |held| held.goals, |held| held.boundaries];
    for (scored, of) in told::scored(&progress.scores).iter().zip(courses) {
        say(ui, Voice::Body, scored);
        course_ui(ui, &progress.hours.iter().filter_map(of).collect::<Vec<_>>());
    }
    // The latest first: a list that grows is read from its end.
    for held in progress.hours.iter().rev() {
        let row = told::held(held);
        let card = Card::new(format!("{row} ({})", held.record)).row(job(ui, Voice::Body, &row));
        if card.show(ui).clicked() {
            intent = Some(Intent::Review(held.record.clone()));
        }
    }
    ui.add_space(16.0);
    intent
}
