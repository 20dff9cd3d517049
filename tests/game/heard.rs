//! What a screen reader is told on the way through the whole program by keys.
//!
//! `FIFTY_MINUTES_TREE=FILE cargo test --test game heard` writes it down, screen by screen: role, name, value, state.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use bevy_egui::egui::accesskit::{Live, Role, Toggled};
use bevy_egui::egui::{self, Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use fifty_minutes::game::desk::{Desk, Notice, Offered, Place};
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::{Pages, Portrait, screen_ui};
use fifty_minutes::game::settings::Settings;
use fifty_minutes::game::theme;
use fifty_minutes::game::widgets::{calm, scroll_to_top};
use fifty_minutes::texts::{text, text_with};

/// The program as the window holds it.
pub struct Program {
    pub desk: Desk,
    pub screen: Screen,
    pages: Pages,
    dressed: bool,
}

impl Program {
    pub fn new(desk: Desk, screen: Screen) -> Program {
        Program { desk, screen, pages: Pages::default(), dressed: false }
    }

    pub fn show(&mut self, ui: &mut egui::Ui) {
        if !std::mem::replace(&mut self.dressed, true) {
            ui.ctx().set_fonts(theme::fonts());
            theme::apply(ui.ctx(), &Settings::default());
            ui.ctx().request_repaint();
            return;
        }
        calm(ui);
        self.desk.attend();
        let Some(intent) = screen_ui(ui, self.screen, &self.desk, Portrait::Blank, &mut self.pages) else { return };
        if let Some(there) = self.desk.answer(&intent, self.screen).filter(|there| *there != self.screen) {
            self.screen = there;
            let name = self.pages.enter(there);
            ui.ctx().memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
            scroll_to_top(ui.ctx(), name);
        }
        ui.ctx().request_repaint();
    }
}

/// A walk, and what was heard on it.
struct Walk<'a> {
    harness: Harness<'a, Program>,
    heard: String,
}

impl Walk<'_> {
    fn go(&mut self, key: Key, there: Screen) {
        self.harness.key_press(key);
        self.harness.run_steps(4);
        assert_eq!(self.harness.state().screen, there, "after {key:?}");
    }

    /// Waits for what is found out behind the page.
    fn wait(&mut self) {
        while self.harness.state().desk.is_finding_out() {
            std::thread::yield_now();
            self.harness.run_steps(1);
        }
        self.harness.run_steps(4);
    }

    /// Writes down what is told of this page, and wants each part of it to be fit to be heard.
    fn listen(&mut self, named: &str) {
        writeln!(self.heard, "## {named}").unwrap();
        let (mut names, mut focused) = (BTreeSet::new(), 0);
        let mut open: Vec<_> = vec![(self.harness.root().accesskit_node(), 0)];
        while let Some((node, depth)) = open.pop() {
            open.extend(node.children().rev().map(|child| (child, depth + 1)));
            let (role, label, value) = (node.role(), node.label().unwrap_or_default(), node.value().unwrap_or_default());
            let is_container = matches!(role, Role::Window | Role::GenericContainer | Role::Unknown | Role::ScrollView | Role::TextRun);
            let is_choice = matches!(role, Role::Button | Role::CheckBox | Role::RadioButton | Role::Slider);
            let is_text = matches!(role, Role::MultilineTextInput | Role::TextInput);
            focused += usize::from(node.is_focused() && (is_choice || is_text));
            if is_choice || is_text || role == Role::Image || role == Role::Heading {
                assert!(!label.trim().is_empty(), "{named}: a {role:?} has no name");
            }
            if role == Role::Label {
                assert!(!(label.clone() + &value).trim().is_empty(), "{named}: an empty label");
            }
            if is_choice {
                assert!(names.insert(label.clone()), "{named}: two are called “{label}”");
            }
            if is_container && label.is_empty() && value.is_empty() {
                continue;
            }
            write!(self.heard, "{:depth$}{role:?}", "").unwrap();
            for text in [&label, &value].into_iter().filter(|text| !text.is_empty()).collect::<BTreeSet<_>>() {
                write!(self.heard, " “{text}”").unwrap();
            }
            let states = [
                (node.is_focused(), "focus"),
                (node.is_disabled(), "disabled"),
                (node.toggled() == Some(Toggled::True), "on"),
                (node.toggled() == Some(Toggled::False), "off"),
                (node.live() != Live::Off, "live"),
            ];
            for (_, state) in states.into_iter().filter(|(is, _)| *is) {
                write!(self.heard, " [{state}]").unwrap();
            }
            if let Some(number) = node.numeric_value() {
                write!(self.heard, " {number}").unwrap();
            }
            self.heard.push('\n');
        }
        self.heard.push('\n');
        // Where people sit the arrows and numbers choose; whoever uses Tab gets a focus there with the first press.
        assert!(focused == 1 || self.harness.state().screen.has_people(), "{named}: {focused} parts have the focus");
    }
}

/// The shipped cases, with records in that folder.
pub fn shipped(data: &Path) -> Place {
    Place {
        dialogues: Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("dialogues")),
        data_dir: Some(data.into()),
        seed: Some(1),
        mute: true,
        reduced_motion: true,
        ..Place::default()
    }
}

#[test]
fn every_page_can_be_heard_and_left_by_keys() {
    let data = tempfile::tempdir().unwrap();
    let place = shipped(data.path());
    let program = Program::new(Desk::new(&place), Screen::Title);
    let harness = Harness::builder().with_size(vec2(1280.0, 720.0)).build_ui_state(|ui, program: &mut Program| program.show(ui), program);
    let mut walk = Walk { harness, heard: String::new() };
    walk.harness.run_steps(6);
    walk.listen("title");
    walk.go(Key::F4, Screen::Drill);
    walk.wait();
    walk.listen("drill");
    if walk.heard.contains(&text("drill-topic-out")) {
        walk.go(Key::Enter, Screen::Drill);
    }
    walk.go(Key::Num1, Screen::Drill);
    walk.listen("drill-answered");
    walk.go(Key::Escape, Screen::Title);
    walk.go(Key::F5, Screen::Progress);
    walk.wait();
    walk.listen("progress");
    walk.go(Key::Escape, Screen::Title);
    walk.go(Key::F2, Screen::Settings);
    walk.listen("settings");
    walk.go(Key::Escape, Screen::Title);
    walk.go(Key::F3, Screen::Authoring);
    walk.listen("authoring-shelf");
    walk.go(Key::Enter, Screen::Authoring);
    for (key, named) in
        [(Key::Num1, "map"), (Key::Num2, "beats"), (Key::Num3, "findings"), (Key::Num4, "state"), (Key::Num6, "try"), (Key::Num5, "beat")]
    {
        walk.go(key, Screen::Authoring);
        walk.listen(&format!("authoring-{named}"));
    }
    walk.go(Key::Escape, Screen::Authoring);
    walk.go(Key::Escape, Screen::Book);
    walk.go(Key::Escape, Screen::Title);
    walk.go(Key::Enter, Screen::Book);
    walk.listen("appointments");
    walk.go(Key::Enter, Screen::Referral);
    walk.listen("referral");
    walk.go(Key::F1, Screen::Grounding);
    walk.go(Key::F1, Screen::Referral);
    walk.go(Key::Enter, Screen::Room);
    walk.listen("room-start");
    walk.go(Key::Num1, Screen::Room);
    walk.listen("room-later");
    walk.go(Key::F3, Screen::SoFar);
    walk.listen("so-far");
    walk.go(Key::Escape, Screen::Room);
    walk.go(Key::Escape, Screen::Pause);
    walk.listen("pause");
    walk.go(Key::F1, Screen::Grounding);
    walk.listen("grounding");
    walk.go(Key::Escape, Screen::Pause);
    walk.go(Key::Escape, Screen::Room);
    for turn in 0.. {
        assert!(turn < 200, "the hour does not end");
        if walk.harness.state().desk.hour.as_ref().unwrap().sitting.ending().is_some() {
            break;
        }
        walk.go([Key::Num1, Key::Num2, Key::Num3][turn % 3], Screen::Room);
    }
    walk.listen("room-over");
    walk.go(Key::Enter, Screen::Afterwards);
    walk.listen("afterwards");
    walk.go(Key::F1, Screen::Grounding);
    walk.listen("grounding-after");
    walk.go(Key::Escape, Screen::Afterwards);
    walk.go(Key::Enter, Screen::Debrief);
    walk.listen("debrief");
    let desk = &mut walk.harness.state_mut().desk;
    desk.debrief.as_mut().unwrap().hindsight = desk.kept.as_ref().unwrap().look_back(|_, _| {});
    for (key, named) in
        [(Key::Num2, "debrief-scores"), (Key::Num3, "debrief-over-time"), (Key::Num4, "debrief-own"), (Key::Num5, "debrief-leaving")]
    {
        walk.go(key, Screen::Debrief);
        walk.listen(named);
    }
    walk.go(Key::Num1, Screen::Debrief);
    // From the name of the part past the other four to the first line that something is said of, and to its place.
    for key in [Key::Tab, Key::Tab, Key::Tab, Key::Tab, Key::Tab, Key::Enter] {
        walk.go(key, Screen::Debrief);
    }
    walk.listen("debrief-reply");
    let again = walk.heard.rsplit("## ").next().unwrap().contains(&text_with("debrief-again", &[("turn", 1.into())])[..15]);
    assert!(again, "the reply is not opened in the transcript");
    walk.go(Key::Escape, Screen::Book);
    walk.listen("appointments-again");
    if let Some(file) = std::env::var_os("FIFTY_MINUTES_TREE") {
        std::fs::write(file, &walk.heard).unwrap();
    }
}

#[test]
fn a_topic_is_left_out_before_the_hour_and_in_it() {
    let data = tempfile::tempdir().unwrap();
    let place = shipped(data.path());
    let left_out = Intent::LeaveOut("not-waking-up".into());
    let moves = |desk: &Desk| desk.hour.as_ref().unwrap().sitting.moves().to_vec();

    let mut desk = Desk::new(&place);
    desk.answer(&Intent::Open("noor".into()), Screen::Book);
    for expected in [true, false, true] {
        desk.answer(&left_out, Screen::Referral);
        assert_eq!(desk.referral.as_ref().unwrap().topics()[0].left_out, expected, "before the hour it can be taken back");
    }
    assert_eq!(desk.answer(&Intent::Begin { kept: true }, Screen::Referral), Some(Screen::Room));
    assert_eq!(moves(&desk), ["leave-out:not-waking-up"]);

    let mut desk = Desk::new(&place);
    desk.answer(&Intent::Open("noor".into()), Screen::Book);
    desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
    assert_eq!(desk.answer(&left_out, Screen::Pause), None);
    assert!(desk.hour.as_ref().unwrap().sitting.topics()[0].left_out && desk.notice.is_none());
    // Held on without a record it stays so.
    desk.answer(&Intent::WithoutRecord, Screen::Room);
    assert_eq!(moves(&desk), ["leave-out:not-waking-up"]);
}

#[test]
fn where_an_hour_can_t_be_written_the_ways_out_are_heard_and_the_keys_stay_what_they_are() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(&shipped(data.path()));
    desk.answer(&Intent::Open("noor".into()), Screen::Book);
    assert_eq!(desk.answer(&Intent::Begin { kept: true }, Screen::Referral), Some(Screen::Room));
    desk.notice = Some(Notice { text: "Nothing can be written.".into(), offered: Offered::SavingOrUnrecorded, done: false });
    let program = Program::new(desk, Screen::Room);
    let harness = Harness::builder().with_size(vec2(1280.0, 720.0)).build_ui_state(|ui, program: &mut Program| program.show(ui), program);
    let mut walk = Walk { harness, heard: String::new() };
    let moves = |walk: &Walk| walk.harness.state().desk.hour.as_ref().unwrap().sitting.moves().len();
    walk.harness.run_steps(6);
    walk.listen("where nothing can be written");
    for way in ["stuck-save", "stuck-elsewhere", "room-unrecorded"] {
        walk.harness.get_by_label(&text(way));
    }
    // A number in the name of a folder is no reply.
    walk.harness.get_by_role_and_label(Role::TextInput, &text("stuck-folder")).focus();
    walk.harness.run_steps(4);
    walk.harness.key_press(Key::Num1);
    walk.harness.run_steps(4);
    assert_eq!(moves(&walk), 0);
    walk.harness.get_by_label(&text("stuck-save")).click();
    walk.harness.run_steps(4);
    assert!(walk.harness.state().desk.notice.as_ref().unwrap().done);
    walk.harness.key_press(Key::Num1);
    walk.harness.run_steps(4);
    assert_eq!(moves(&walk), 1);
}

#[test]
fn who_is_practising_an_exam_and_a_model_hour_can_be_heard_and_left_by_keys() {
    let data = tempfile::tempdir().unwrap();
    let place = shipped(data.path());
    let library = fifty_minutes::library::open(place.dialogues.as_deref()).unwrap();
    let hash = &library.case("noor").unwrap().bundle.as_ref().unwrap().hash;
    std::fs::create_dir(data.path().join("exams")).unwrap();
    let exam = format!("(title: \"Midterm\", case: \"noor\", seed: 1, script: \"{hash}\", accepts_unreviewed: true)");
    std::fs::write(data.path().join("exams/midterm.exam.ron"), exam).unwrap();
    let program = Program::new(Desk::new(&place), Screen::Title);
    let harness = Harness::builder().with_size(vec2(1280.0, 720.0)).build_ui_state(|ui, program: &mut Program| program.show(ui), program);
    let mut walk = Walk { harness, heard: String::new() };
    walk.harness.run_steps(6);
    walk.go(Key::F6, Screen::Trainees);
    walk.listen("trainees");
    // From the one who practises to the name of somebody new.
    walk.go(Key::Tab, Screen::Trainees);
    walk.harness.event(egui::Event::Text("João".into()));
    walk.harness.run_steps(2);
    walk.go(Key::Enter, Screen::Trainees);
    walk.listen("trainees-wrong");
    assert!(walk.heard.contains("a pseudonym such as heron-7"));
    walk.go(Key::Escape, Screen::Title);
    walk.go(Key::F6, Screen::Trainees);
    walk.go(Key::Tab, Screen::Trainees);
    walk.harness.event(egui::Event::Text("Heron".into()));
    walk.harness.run_steps(2);
    walk.go(Key::Enter, Screen::Title);
    walk.listen("title-heron");
    assert!(walk.heard.contains("Practising: heron"));

    walk.go(Key::Enter, Screen::Book);
    walk.listen("appointments-with-exam");
    walk.go(Key::Enter, Screen::Referral);
    walk.listen("exam");
    assert!(walk.heard.contains("Midterm") && walk.heard.contains("Begin the exam"));
    walk.go(Key::Enter, Screen::Room);
    walk.go(Key::Num1, Screen::Room);
    walk.go(Key::F10, Screen::Book);
    walk.go(Key::Enter, Screen::Referral);
    walk.listen("exam-left");
    assert!(walk.heard.contains("Go on with the exam"));
    walk.go(Key::Enter, Screen::Room);
    assert_eq!(walk.harness.state().desk.hour.as_ref().unwrap().sitting.moves().len(), 1);
    walk.go(Key::F10, Screen::Book);

    let desk = &mut walk.harness.state_mut().desk;
    desk.answer(&Intent::Open("noor".into()), Screen::Book);
    desk.answer(&Intent::Sit(fifty_minutes::record::Mode::Learn), Screen::Referral);
    walk.harness.state_mut().screen = Screen::Referral;
    walk.harness.run_steps(4);
    walk.harness.get_by_label_contains("Step through a model hour");
    walk.harness.state_mut().desk.answer(&Intent::Model("good".into()), Screen::Referral);
    walk.harness.state_mut().screen = Screen::Room;
    walk.harness.run_steps(4);
    walk.listen("model-start");
    assert!(walk.heard.contains("Taken here: ") && walk.heard.contains("Reply 1 of "));
    let at = |walk: &Walk| walk.harness.state().desk.hour.as_ref().unwrap().sitting.moves().len();
    for (key, expected) in [
        (Key::Enter, 1),
        (Key::ArrowRight, 2),
        (Key::Space, 3),
        (Key::ArrowLeft, 2),
        (Key::Backspace, 1),
        (Key::ArrowDown, 1),
        (Key::Num1, 1),
    ] {
        walk.go(key, Screen::Room);
        assert_eq!(at(&walk), expected, "after {key:?}");
    }
    walk.listen("model-later");
    while !walk.harness.state().desk.hour.as_ref().unwrap().sitting.menu().is_empty() {
        walk.go(Key::ArrowRight, Screen::Room);
    }
    walk.listen("model-over");
    walk.go(Key::Escape, Screen::Referral);
    walk.harness.state_mut().desk.answer(&Intent::Model("good".into()), Screen::Referral);
    walk.harness.state_mut().screen = Screen::Room;
    walk.harness.run_steps(2);
    while !walk.harness.state().desk.hour.as_ref().unwrap().sitting.menu().is_empty() {
        walk.go(Key::ArrowRight, Screen::Room);
    }
    walk.go(Key::Enter, Screen::Room);
    let sitting = &walk.harness.state().desk.hour.as_ref().unwrap().sitting;
    assert!(sitting.is_kept() && sitting.moves().is_empty());
}
