//! A draft that is being written while somebody sits in its room: the window follows what is saved, and says where it can't.

use std::cell::RefCell;
use std::fs;
use std::rc::Rc;
use std::time::{Duration, Instant};

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use fifty_minutes::game::desk::Desk;
use fifty_minutes::game::drafts::{Draft, Reading};
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::*;
use fifty_minutes::game::settings::{Captions, Settings};
use fifty_minutes::record::Afterwards;
use fifty_minutes::session::account::Entry;
use fifty_minutes::texts::text;

use crate::Folder;
use crate::screens::stand;
use crate::way::{Window, edit};

/// Long enough on the busiest machine; nothing waits so long that is seen.
pub const PATIENCE: Duration = Duration::from_secs(60);

const SCENE: &str = "1-first-hour.scene.ron";

/// What to find in the scene, and what to put there.
type Edit = (&'static str, &'static str);

const A_SLIP: Edit = ("No, no. Of course.", "No. Of course.");
const MENDED: Edit = ("No. Of course.", "No, no. Of course.");
const BROKEN: Edit = ("to: \"goal\"", "to: \"gaol\"");
const SOUND: Edit = ("to: \"gaol\"", "to: \"goal\"");

fn save(folder: &Folder, (find, put): Edit) {
    edit(folder, &[(SCENE, find, put)]);
}

impl Window {
    /// Draws until that is so.
    #[track_caller]
    fn until(&mut self, what: &str, is_so: impl Fn(&Desk) -> bool) {
        let began = Instant::now();
        while !is_so(self.desk()) {
            assert!(began.elapsed() < PATIENCE, "{what}: it never was");
            std::thread::sleep(Duration::from_millis(2));
            self.update();
        }
    }

    /// Sits down with nothing kept, and takes these replies.
    fn rehearse(folder: &Folder, replies: &[&str]) -> Window {
        let mut window = Window::watching(folder);
        window.ask(Intent::Open("alex".into()));
        assert_eq!(window.ask(Intent::Rehearse), Screen::Room);
        for reply in replies {
            window.ask(Intent::Reply(reply.to_string()));
        }
        assert_eq!(window.moves(), replies.len());
        window
    }
}

const TO_THE_MARKER: [&str; 3] = ["since-when", "what-for", "rule"];

fn said(desk: &Desk, words: &str) -> bool {
    desk.hour.as_ref().unwrap().sitting.account().iter().any(|entry| entry.said() == Some(words))
}

fn draft(desk: &Desk) -> Option<&Draft> {
    desk.hour.as_ref().unwrap().draft.as_ref()
}

#[test]
fn a_rehearsal_follows_what_is_saved() {
    let folder = Folder::new();
    let mut window = Window::rehearse(&folder, &TO_THE_MARKER);
    for (edit, words) in [(A_SLIP, "No. Of course."), (MENDED, "No, no. Of course.")] {
        save(&folder, edit);
        window.until("the words of the draft", |desk| said(desk, words));
        assert_eq!((window.moves(), draft(window.desk())), (3, None));
    }
    assert!(!folder.place().data_dir.unwrap().join("records").exists(), "nothing is kept");
}

#[test]
fn a_broken_save_leaves_the_last_good_draft_and_says_what_is_wrong_until_it_is_mended() {
    let folder = Folder::new();
    let mut window = Window::rehearse(&folder, &TO_THE_MARKER);
    let before = window.desk().hour.as_ref().unwrap().sitting.account().to_vec();
    save(&folder, BROKEN);
    window.until("what is wrong", |desk| draft(desk).is_some_and(|draft| draft.told().iter().any(|told| told.contains("gaol"))));
    let told = draft(window.desk()).unwrap().told();
    assert_eq!(told[0], text("draft-broken"));
    assert!(told[1].contains(SCENE) && told[1].contains(", line ") && told[1].contains("gaol"), "{told:?}");
    assert!(told[2].contains("goal"), "{told:?}");
    assert_eq!(window.desk().hour.as_ref().unwrap().sitting.account(), before);
    // It can be gone on with, and what is wrong stays to be read.
    assert_eq!(window.ask(Intent::Reply("that-was-short".into())), Screen::Room);
    assert!(draft(window.desk()).is_some());
    save(&folder, A_SLIP);
    save(&folder, SOUND);
    window.until("the mended draft", |desk| said(desk, "No. Of course."));
    assert_eq!((window.moves(), draft(window.desk())), (4, None));
}

#[test]
fn a_folder_that_is_gone_is_told_of_and_found_again() {
    let folder = Folder::new();
    let mut window = Window::rehearse(&folder, &TO_THE_MARKER);
    let (cases, away) = (folder.place().dialogues.unwrap(), folder.place().dialogues.unwrap().with_file_name("away"));
    fs::rename(&cases, &away).unwrap();
    window.until("that it is gone", |desk| draft(desk).is_some_and(|draft| draft.told()[1].contains("here is no folder")));
    fs::rename(&away, &cases).unwrap();
    window.until("that it is back", |desk| draft(desk).is_none());
    assert_eq!(window.moves(), 3);
}

#[test]
fn an_hour_that_is_kept_goes_on_as_it_began_and_says_so_once() {
    let folder = Folder::new();
    let mut window = Window::watching(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    for reply in TO_THE_MARKER {
        window.ask(Intent::Reply(reply.into()));
    }
    let before = window.desk().hour.as_ref().unwrap().sitting.account().to_vec();
    save(&folder, A_SLIP);
    window.until("that it goes on", |desk| draft(desk) == Some(&Draft::AsItBegan));
    window.ask(Intent::Reply("that-was-short".into()));
    assert_eq!(draft(window.desk()), None);
    assert_eq!(window.desk().hour.as_ref().unwrap().sitting.account()[..before.len()], before);
    save(&folder, ("Some evenings", "Most evenings"));
    window.desk_mut().follow(Reading::of(folder.place().dialogues.as_deref()));
    assert_eq!(draft(window.desk()), None, "it was said");
    assert!(!said(window.desk(), "No. Of course."));
}

/// A desk at which nothing is kept of the hour under way, with a hand on it while a page is shown.
fn rehearsed(folder: &Folder, replies: &[&str]) -> Rc<RefCell<Desk>> {
    let mut desk = folder.desk();
    assert_eq!(desk.straight_into("alex", false), Screen::Room);
    for reply in replies {
        desk.answer(&Intent::Reply(reply.to_string()), Screen::Room);
    }
    Rc::new(RefCell::new(desk))
}

fn follow(desk: &Rc<RefCell<Desk>>, folder: &Folder) {
    desk.borrow_mut().follow(Reading::of(folder.place().dialogues.as_deref()));
}

fn room<'a>(desk: &Rc<RefCell<Desk>>, settings: Settings) -> Harness<'a, Vec<Intent>> {
    let (desk, mut page) = (Rc::clone(desk), RoomPage::default());
    stand(settings, vec2(1280.0, 720.0), move |ui| {
        let desk = desk.borrow();
        let hour = desk.hour.as_ref()?;
        let menu = hour.sitting.menu();
        room_ui(ui, &hour.view(&menu, Portrait::Blank, Captions::Off, None), &mut page)
    })
}

/// Where the replies are, by their names.
fn replies(harness: &Harness<Vec<Intent>>) -> Vec<(String, bevy_egui::egui::Rect)> {
    let buttons = harness.get_all_by_role(Role::Button);
    buttons.map(|node| (node.accesskit_node().label().unwrap(), node.rect())).collect()
}

#[test]
fn the_room_says_where_the_draft_leads_no_further_and_where_it_is_broken() {
    let folder = Folder::new();
    let desk = rehearsed(&folder, &TO_THE_MARKER);
    let mut harness = room(&desk, Settings::default());
    save(&folder, ("id: \"rule\"", "id: \"the-rule\""));
    follow(&desk, &folder);
    harness.run_steps(6);
    let stands = fifty_minutes::texts::text_with(
        "draft-stands",
        &[("turn", 3.into()), ("words", "We don't write letters here, I'm afraid.".into()), ("id", "rule".into())],
    );
    harness.get_by_value(&stands);
    harness.get_by_value(&fifty_minutes::texts::text_with("draft-gone", &[("beat", "favour".into())]));
    let before = replies(&harness);
    assert_eq!(before.len(), 4);

    save(&folder, BROKEN);
    follow(&desk, &folder);
    harness.run_steps(6);
    harness.get_by_value(&text("draft-broken"));
    assert!(harness.query_by_value(&stands).is_none());
    save(&folder, SOUND);
    follow(&desk, &folder);
    harness.run_steps(6);
    assert!(harness.query_by_value(&text("draft-broken")).is_none());
    harness.get_by_value(&stands);
    assert_eq!(replies(&harness), before);

    // The next reply goes on from here.
    desk.borrow_mut().answer(&Intent::Reply("write-it".into()), Screen::Room);
    harness.run_steps(6);
    assert!(harness.query_by_value(&stands).is_none());
}

#[test]
fn what_is_in_focus_and_where_one_reads_stay_as_they_were() {
    let folder = Folder::new();
    let desk = rehearsed(&folder, &[&TO_THE_MARKER[..], &["that-was-short"]].concat());
    let mut harness = room(&desk, Settings { text: 125, ..Settings::default() });
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    harness.key_press(Key::PageUp);
    harness.run_steps(3);
    harness.key_press(Key::Home);
    harness.run_steps(3);
    let focused = |harness: &Harness<Vec<Intent>>| {
        replies(harness)
            .into_iter()
            .zip(harness.get_all_by_role(Role::Button))
            .find(|(_, node)| node.is_focused())
            .map(|((name, _), _)| name)
    };
    let chosen = focused(&harness).unwrap();
    let first = |harness: &Harness<Vec<Intent>>| harness.get_by_value("Sits down on the edge of the chair and keeps the scarf on.").rect();
    let (place, cards) = (first(&harness), replies(&harness));
    // A text, a line more, and a fault in the file: none of them moves what is chosen, nor the page to its end.
    for edit in [A_SLIP, ("(say: \"No. Of course.\"),", "(say: \"No. Of course.\"), (say: \"Of course.\"),"), BROKEN] {
        save(&folder, edit);
        follow(&desk, &folder);
        harness.run_steps(6);
        assert_eq!(focused(&harness).as_ref(), Some(&chosen), "{edit:?}");
        assert_eq!(first(&harness), place, "{edit:?}");
        assert_eq!(replies(&harness), cards, "{edit:?}");
    }
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().len(), 1);
}

#[test]
fn the_reply_that_is_chosen_stays_so_where_another_comes_before_it() {
    let folder = Folder::new();
    let desk = rehearsed(&folder, &TO_THE_MARKER);
    let mut harness = room(&desk, Settings::default());
    let chosen = replies(&harness)[1].0.split_once(". ").unwrap().1.to_string();
    harness.get_by_label_contains(&chosen).focus();
    harness.run_steps(3);
    for spare in ["one", "two", "three"] {
        let reply = format!(
            "(id: \"{spare}\", say: \"Reply {spare}.\", skill: Reflection, why: \"One more.\", to: \"choir\"),\n(id: \"that-was-short\""
        );
        let file = folder.place().dialogues.unwrap().join("alex").join(SCENE);
        let text = fs::read_to_string(&file).unwrap();
        let place = text.find("id: \"that-was-short\"").unwrap();
        let open = text[..place].rfind('(').unwrap();
        fs::write(&file, format!("{}{}{}", &text[..open], reply, &text[place + "id: \"that-was-short\"".len()..])).unwrap();
        follow(&desk, &folder);
        harness.run_steps(6);
        assert!(harness.get_by_label_contains(&chosen).is_focused(), "{spare}");
    }
}

#[test]
fn the_book_follows_and_keeps_what_is_in_focus() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    desk.answer(&Intent::Book, Screen::Title);
    let desk = Rc::new(RefCell::new(desk));
    let (shown, mut page) = (Rc::clone(&desk), BookPage::default());
    let mut harness = stand(Settings::default(), vec2(1280.0, 720.0), move |ui| book_ui(ui, &shown.borrow().book, None, &mut page));
    assert!(harness.get_by_label_contains("Alex, first hour").is_focused());
    let broken = |harness: &Harness<Vec<Intent>>| harness.get_by_label_contains("A case with a slip").accesskit_node().label().unwrap();
    // Where, what, and what to do about it.
    let told = broken(&harness);
    assert!(told.contains(", line ") && told.contains("gaol") && told.contains("Did you mean"), "{told}");
    let file = folder.place().dialogues.unwrap().join("broken").join(SCENE);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("gaol", "goal")).unwrap();
    follow(&desk, &folder);
    harness.run_steps(6);
    assert!(!broken(&harness).contains("gaol"));
    assert!(harness.get_by_label_contains("Alex, first hour").is_focused());
    save(&folder, BROKEN);
    follow(&desk, &folder);
    harness.run_steps(6);
    assert!(harness.get_by_label_contains("Alex, first hour").accesskit_node().is_disabled());
    assert!(harness.get_by_label_contains("Alex, first hour").is_focused(), "it keeps the focus until it is mended");
}

#[test]
fn the_note_offers_to_rehearse_a_case_that_lies_in_a_folder_and_follows_it() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    let desk = Rc::new(RefCell::new(desk));
    let (shown, mut page) = (Rc::clone(&desk), ReferralPage::default());
    let mut harness = stand(Settings::default(), vec2(1280.0, 900.0), move |ui| {
        let desk = shown.borrow();
        referral_ui(ui, desk.referral.as_ref()?, None, &mut page)
    });
    harness.get_by_label(&text("referral-rehearse")).click();
    harness.run_steps(2);
    assert_eq!(harness.state()[..], [Intent::Rehearse]);
    edit(&folder, &[("case.ron", "Has stopped going to choir", "Has given up the choir")]);
    follow(&desk, &folder);
    harness.run_steps(2);
    harness.get_by_value("Alex, 40, teaches music at a school. Has given up the choir and says it is the voice.");
    save(&folder, BROKEN);
    follow(&desk, &folder);
    harness.run_steps(2);
    harness.get_by_value(&text("draft-broken"));
    // What was read before can be rehearsed all the same, and what is wrong is told there too.
    assert_eq!(desk.borrow_mut().answer(&Intent::Rehearse, Screen::Referral), Some(Screen::Room));
    assert!(matches!(draft(&desk.borrow()), Some(Draft::Broken(_))));
    // The copy in the program is no draft.
    desk.borrow_mut().referral.as_mut().unwrap().rehearsal = None;
    harness.run_steps(2);
    assert!(harness.query_by_label(&text("referral-rehearse")).is_none());
}

#[test]
fn an_hour_that_is_being_talked_through_is_what_it_was_and_tried_again_follows_the_draft() {
    let folder = Folder::new();
    let desk =
        rehearsed(&folder, &[&TO_THE_MARKER[..], &["that-was-short", "ask-plainly", "word-said", "take-one", "how-was-it"]].concat());
    assert_eq!(desk.borrow_mut().answer(&Intent::TimeIsUp, Screen::Room), Some(Screen::Afterwards));
    save(&folder, ("id: \"rule\"", "id: \"the-rule\""));
    follow(&desk, &folder);
    let mut desk = desk.borrow_mut();
    assert_eq!(desk.hour.as_ref().unwrap().sitting.moves().len(), 8);
    let answer = Afterwards { expects: None, felt: "In a hurry.".into() };
    assert_eq!(desk.answer(&Intent::Answer(answer), Screen::Afterwards), Some(Screen::Debrief));
    assert_eq!(desk.debrief.as_ref().unwrap().trainee_felt, "In a hurry.");
    assert_eq!(desk.answer(&Intent::Again(5), Screen::Debrief), Some(Screen::Room));
    let hour = desk.hour.as_ref().unwrap();
    assert!(!hour.sitting.is_kept(), "nothing was kept, and nothing is");
    assert_eq!(hour.sitting.moves().len(), 2);
    assert!(matches!(hour.draft, Some(Draft::Stopped(_))));
    assert!(hour.sitting.account().iter().all(|entry| !matches!(entry, Entry::Ended { .. })));
}
