//! Beside the hour at the window: back and forth in it, the notebook, one's own words first, and what is seen in the person.

use bevy_egui::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use fifty_minutes::game::desk::Desk;
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::settings::Settings;
use fifty_minutes::record::{Afterwards, Mode};
use fifty_minutes::script::feeling::Mood;
use fifty_minutes::sitting::Sitting;

use crate::Folder;
use crate::heard::Program;

/// A room in which somebody sits, with the settings changed.
fn room<'a>(folder: &Folder, set: impl Fn(&mut Settings)) -> Harness<'a, Program> {
    let mut desk = folder.desk();
    let mut settings = *desk.settings();
    set(&mut settings);
    desk.answer(&Intent::Change(settings), Screen::Settings);
    desk.answer(&Intent::Book, Screen::Title);
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
    let program = Program::new(desk, Screen::Room);
    let mut harness =
        Harness::builder().with_size(vec2(1280.0, 720.0)).build_ui_state(|ui, program: &mut Program| program.show(ui), program);
    harness.run_steps(6);
    harness
}

fn press(harness: &mut Harness<Program>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(4);
    }
}

fn sitting<'a>(harness: &'a Harness<Program>) -> &'a Sitting {
    &harness.state().desk.hour.as_ref().unwrap().sitting
}

/// Holds an hour to its end, so that the next is no longer the first.
fn held(folder: &Folder) {
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
    while let Some(offer) = desk.hour.as_ref().unwrap().sitting.menu().first().cloned() {
        desk.answer(&Intent::Reply(offer.reply), Screen::Room);
    }
}

#[test]
fn the_last_reply_is_taken_back_and_given_again_by_keys() {
    let folder = Folder::new();
    let mut harness = room(&folder, |_| {});
    press(&mut harness, &[Key::Num1, Key::Num2]);
    let (moves, lines) = (sitting(&harness).moves().to_vec(), harness.state().desk.hour.as_ref().unwrap().transcript.clone());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(4);
    assert_eq!(sitting(&harness).moves(), &moves[..1]);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run_steps(4);
    assert_eq!(sitting(&harness).moves(), moves);
    assert_eq!(harness.state().desk.hour.as_ref().unwrap().transcript, lines);
}

#[test]
fn from_the_hour_so_far_one_goes_back_to_any_reply() {
    let folder = Folder::new();
    let mut harness = room(&folder, |_| {});
    press(&mut harness, &[Key::Num1, Key::Num2, Key::Num1, Key::F3]);
    assert_eq!(harness.state().screen, Screen::SoFar);
    harness.get_by_label("Back to before reply 2").click();
    harness.run_steps(4);
    assert_eq!((harness.state().screen, sitting(&harness).turn()), (Screen::Room, 2));
    press(&mut harness, &[Key::F3]);
    harness.get_by_label("Take up again what you took back").click();
    harness.run_steps(4);
    assert_eq!((harness.state().screen, sitting(&harness).turn()), (Screen::Room, 3));
}

#[test]
fn a_note_is_written_about_a_line_and_struck_out() {
    let folder = Folder::new();
    let mut harness = room(&folder, |_| {});
    press(&mut harness, &[Key::Num1, Key::F3]);
    let line = sitting(&harness).account().iter().find_map(|entry| entry.seen()).unwrap().to_string();
    harness.get_by_label(&line).click();
    harness.run_steps(2);
    let edit = harness.get_by_label("What do you make of it?");
    edit.focus();
    harness.run_steps(2);
    harness.get_by_label("What do you make of it?").type_text("It keeps something in");
    press(&mut harness, &[Key::Enter]);
    let notes = sitting(&harness).notes();
    assert_eq!((notes.len(), notes[0].text.as_str(), notes[0].lines[0].text.as_str()), (1, "It keeps something in", line.as_str()));
    assert!(harness.query_by_label(&format!("{line} (in your notes)")).is_some());
    harness.get_by_label("Take note 1 away").click();
    harness.run_steps(4);
    assert!(sitting(&harness).notes().is_empty());
}

#[test]
fn ones_own_words_come_before_the_replies() {
    let folder = Folder::new();
    let mut harness = room(&folder, |settings| settings.say_first = true);
    let reply = sitting(&harness).menu()[1].clone();
    assert!(harness.query_by_label_contains(&reply.text).is_none(), "the replies are seen before the words");
    assert_eq!(harness.query_all_by_label("What would you say or do yourself?").count(), 2, "the question, and where to write");
    harness.event(bevy_egui::egui::Event::Text("2 I'd wait".into()));
    harness.run_steps(2);
    press(&mut harness, &[Key::Enter]);
    assert!(harness.query_by_label_contains(&reply.text).is_some());
    assert!(sitting(&harness).moves().is_empty(), "a number that is typed is no reply");
    press(&mut harness, &[Key::Num2]);
    let own = sitting(&harness).jottings().words_at(1).unwrap().clone();
    assert_eq!((own.text.as_str(), own.nearest.as_deref()), ("2 I'd wait", Some(reply.reply.as_str())));
    press(&mut harness, &[Key::Num1]);
    assert_eq!(sitting(&harness).moves().len(), 1);
    // Nobody said that they are to be kept.
    let records = folder.folder.path().join("data/records");
    let journals = std::fs::read_dir(records).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    assert!(journals.collect::<String>().matches("I'd wait").count() == 0);
}

#[test]
fn words_that_are_only_thought_are_asked_no_further() {
    let folder = Folder::new();
    let mut harness = room(&folder, |settings| settings.say_first = true);
    press(&mut harness, &[Key::Enter, Key::Num1]);
    assert_eq!(sitting(&harness).moves().len(), 1);
}

#[test]
fn what_is_seen_in_the_person_is_asked_from_the_second_hour_on() {
    let folder = Folder::new();
    let harness = room(&folder, |_| {});
    let grid = "On the grid, from unpleasant at the left to pleasant at the right, from calm at the bottom to stirred at the top";
    assert!(harness.query_by_label(grid).is_none(), "in the first hour nobody is asked");
    drop(harness);
    held(&folder);
    let mut harness = room(&folder, |_| {});
    assert!(harness.get_by_label(grid).accesskit_node().is_focused());
    press(&mut harness, &[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft, Key::ArrowUp]);
    harness.get_by_label("Fairly sure").click();
    harness.run_steps(2);
    harness.get_by_label("Go on").click();
    harness.run_steps(4);
    assert_eq!(sitting(&harness).jottings().reading_at(1).unwrap().mood, Mood::new(-2, 1));
    press(&mut harness, &[Key::Num1]);
    assert_eq!(sitting(&harness).moves().len(), 1);
}

#[test]
fn a_moment_can_be_passed_over_and_an_exam_asks_nothing() {
    let folder = Folder::new();
    held(&folder);
    let mut harness = room(&folder, |_| {});
    harness.get_by_label("Not now").click();
    harness.run_steps(4);
    press(&mut harness, &[Key::Num1]);
    assert_eq!(sitting(&harness).moves().len(), 1);
    let desk: &Desk = &harness.state().desk;
    let hour = desk.hour.as_ref().unwrap();
    assert!(desk.before(hour).read.is_none() && hour.sitting.header().mode == Mode::Practise);
}

#[test]
fn what_is_ones_own_stands_in_the_debrief() {
    let folder = Folder::new();
    held(&folder);
    let mut harness = room(&folder, |settings| settings.read = false);
    press(&mut harness, &[Key::Num1, Key::F3]);
    let line = sitting(&harness).account().iter().find_map(|entry| entry.said()).unwrap().to_string();
    harness.get_by_label_contains(&line).click();
    harness.run_steps(2);
    harness.get_by_label("Mark it").click();
    harness.run_steps(2);
    // Two lines after the same reply.
    let so_far = harness.state().desk.hour.as_ref().unwrap().so_far(None).lines;
    let mut after = so_far.into_iter().skip_while(|line| line.turn.is_none()).skip(1).filter(|line| line.turn.is_none());
    for line in [after.next().unwrap(), after.next().unwrap()] {
        harness.get_by_label_contains(&line.line.spoken()).click();
        harness.run_steps(2);
    }
    harness.get_by_label("Mark it").click();
    harness.run_steps(2);
    let kept = sitting(&harness).kept();
    assert_eq!(kept.debrief().notebook.notes.len(), 2);
    press(&mut harness, &[Key::Escape]);
    while sitting(&harness).ending().is_none() {
        press(&mut harness, &[Key::Num1]);
    }
    press(&mut harness, &[Key::Enter]);
    let desk = &mut harness.state_mut().desk;
    desk.answer(&Intent::Answer(Afterwards::default()), Screen::Afterwards);
    harness.state_mut().screen = Screen::Debrief;
    harness.run_steps(4);
    harness.get_by_label("Yours").click();
    harness.run_steps(4);
    harness.get_by_label("Note 1: a line that you marked");
    harness.get_by_label("Note 2: two lines that belong together");
    assert_eq!(harness.query_all_by_label("See reply 1").count(), 1);
}
