//! The appointment book: the cases, the hours left unfinished and the hours held.

use bevy_egui::egui::{Id, Key, Ui};

use super::settle;
use crate::game::authoring::Ask;
use crate::game::book::{Appointment, Book, Hour, Unsound};
use crate::game::desk::Notice;
use crate::game::screen::Intent;
use crate::game::theme::{Voice, scale};
use crate::game::widgets::{Card, beside, heading, job, notice, page, pressed, say, tell};
use crate::texts::{text, text_with};

/// What the book remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct BookPage {
    settled: bool,
}

/// Narrower than this, the hours stand below the cases.
const TWO_COLUMNS: f32 = 900.0;

pub fn book_ui(ui: &mut Ui, book: &Book, trouble: Option<&Notice>, state: &mut BookPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Title);
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    if pressed(ui, Key::F3) {
        return Some(Intent::Author(Ask::Desk));
    }
    let two = ui.available_width() / scale(ui).max(1.0) >= TWO_COLUMNS;
    page(ui, "book", if two { 1120.0 } else { 700.0 }, |ui| {
        heading(ui, Voice::Title, &text("screen-book"));
        say(ui, Voice::Label, &text("book-hint"));
        ui.add_space(4.0);
        book.troubles.iter().for_each(|text| notice(ui, text));
        if let Some(trouble) = trouble {
            tell(ui, trouble);
        }
        ui.add_space(8.0);
        if two {
            let first = (ui.available_width() * 0.6).floor();
            let (cases, hours) = beside(ui, first, 32.0, |ui| cases_ui(ui, book, state), |ui| hours_ui(ui, book));
            cases.or(hours)
        } else {
            let cases = cases_ui(ui, book, state);
            ui.add_space(16.0);
            cases.or(hours_ui(ui, book))
        }
    })
}

fn cases_ui(ui: &mut Ui, book: &Book, state: &mut BookPage) -> Option<Intent> {
    let mut intent = exams_ui(ui, book, state);
    heading(ui, Voice::Heading, &text("book-cases"));
    if book.appointments.is_empty() {
        say(ui, Voice::Quiet, &text("book-empty"));
    }
    for appointment in &book.appointments {
        let response = card(ui, appointment).show(ui);
        if appointment.playable {
            settle(ui, &mut state.settled, &response);
        }
        if appointment.playable && response.clicked() {
            intent = Some(Intent::Open(appointment.id.clone()));
        }
    }
    intent
}

fn exams_ui(ui: &mut Ui, book: &Book, state: &mut BookPage) -> Option<Intent> {
    let mut intent = None;
    if !book.exams.is_empty() {
        heading(ui, Voice::Heading, &text("book-exams"));
    }
    for exam in &book.exams {
        let named = std::iter::once(&exam.title).chain(&exam.lines).map(String::as_str).collect::<Vec<_>>().join(". ");
        let mut card = Card::new(text_with("exam-named", &[("exam", named.into())])).id(Id::new(("exam", &exam.path)));
        card = card.enabled(exam.can_be_held).row(job(ui, if exam.can_be_held { Voice::Strong } else { Voice::Quiet }, &exam.title));
        if !exam.can_be_held {
            card = card.row(job(ui, Voice::Warning, &text("exam-not-to-be-held")));
        }
        card = exam.lines.iter().fold(card, |card, line| card.row(job(ui, Voice::Label, line)));
        let response = card.show(ui);
        if exam.can_be_held {
            settle(ui, &mut state.settled, &response);
            if response.clicked() {
                intent = Some(Intent::Exam(exam.path.clone()));
            }
        }
    }
    if !book.exams.is_empty() {
        ui.add_space(16.0);
    }
    intent
}

fn card(ui: &Ui, appointment: &Appointment) -> Card {
    let said: Vec<&str> = [appointment.title.as_str()]
        .into_iter()
        .chain(appointment.lines.iter().chain(&appointment.complaints).map(String::as_str))
        .collect();
    let mut card = Card::new(said.join(". ")).id(Id::new(("case", &appointment.id))).enabled(appointment.playable);
    let title = if appointment.playable { Voice::Strong } else { Voice::Quiet };
    card = card.row(job(ui, title, &appointment.title));
    for line in &appointment.lines {
        card = card.row(job(ui, Voice::Label, line));
    }
    if !appointment.playable {
        card = card.row(job(ui, Voice::Warning, &text("book-not-playable")));
    }
    for complaint in &appointment.complaints {
        card = card.row(job(ui, Voice::Label, complaint));
    }
    card
}

fn hours_ui(ui: &mut Ui, book: &Book) -> Option<Intent> {
    let mut intent = None;
    heading(ui, Voice::Heading, &text("book-hours-left"));
    if book.left.is_empty() {
        say(ui, Voice::Label, &text("book-no-hours-left"));
    }
    for hour in &book.left {
        if hour_card(ui, hour, "book-go-on").clicked() {
            intent = Some(Intent::Resume(hour.id.clone()));
        }
        // Of an exam nothing is told before its end.
        if !hour.exam {
            let so_far = text("book-so-far");
            let card =
                Card::button(ui, &so_far).named(format!("{so_far}: {}. {}", hour.title, hour.line)).id(Id::new(("so far", &hour.id)));
            if card.show(ui).clicked() {
                intent = Some(Intent::Review(hour.id.clone()));
            }
        }
    }
    if !book.held.is_empty() {
        ui.add_space(16.0);
        heading(ui, Voice::Heading, &text("book-hours-held"));
    }
    for hour in &book.held {
        if hour_card(ui, hour, "book-read-again").clicked() {
            intent = Some(Intent::Review(hour.id.clone()));
        }
        if let Some(session) = hour.next {
            let on = text_with("book-next", &[("session", session.into())]);
            let card = Card::button(ui, &on).named(format!("{on}: {}. {}", hour.title, hour.line)).id(Id::new(("next", &hour.id)));
            if card.show(ui).clicked() {
                intent = Some(Intent::GoOnFrom(hour.id.clone()));
            }
        }
    }
    intent.or(unsound_ui(ui, book))
}

/// Records that can't be gone on with: none of them is silently gone.
fn unsound_ui(ui: &mut Ui, book: &Book) -> Option<Intent> {
    if book.unsound.is_empty() {
        return None;
    }
    ui.add_space(16.0);
    heading(ui, Voice::Heading, &text("book-unsound"));
    let mut intent = None;
    for Unsound { id, title, line, can_be_saved } in &book.unsound {
        say(ui, Voice::Strong, title);
        say(ui, Voice::Label, line);
        if *can_be_saved {
            let save = text("book-recover");
            if Card::button(ui, &save).named(format!("{save}: {title}")).id(Id::new(("recover", id))).show(ui).clicked() {
                intent = Some(Intent::Recover(id.clone()));
            }
        }
    }
    intent
}

fn hour_card(ui: &mut Ui, hour: &Hour, doing: &str) -> bevy_egui::egui::Response {
    let doing = text(doing);
    let card = Card::new(format!("{doing}: {}. {}", hour.title, hour.line)).id(Id::new(("hour", &hour.id)));
    let card = card.row(job(ui, Voice::Strong, &hour.title)).row(job(ui, Voice::Label, &hour.line)).row(job(ui, Voice::Mark, &doing));
    card.show(ui)
}
