//! The way through an hour, driven by intents through the same plugin that the window has.

use std::fs;
use std::path::PathBuf;

use bevy::prelude::*;
use bevy::state::app::StatesPlugin;
use egui_kittest::kittest::Queryable;
use fifty_minutes::game::authoring::Ask;
use fifty_minutes::game::desk::{self, Desk, Offered};
use fifty_minutes::game::drafts;
use fifty_minutes::game::looking_back::{self, Looking};
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::{BookPage, Portrait, book_ui};
use fifty_minutes::game::settings::{Captions, Settings, Theme};
use fifty_minutes::game::transcript::Line;
use fifty_minutes::portrait::{Present, Weather};
use fifty_minutes::record::{Afterwards, Mode, Trainee};
use fifty_minutes::script::codes::{Ending, Setting};
use fifty_minutes::script::face::Camera;
use fifty_minutes::texts::text;

use crate::Folder;
use crate::screens::{USUAL, stand};

pub struct Window(App);

impl Window {
    fn open(folder: &Folder) -> Window {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin)).insert_resource(folder.desk()).init_state::<Screen>().add_plugins(desk::plugin);
        app.update();
        Window(app)
    }

    /// The same, and it follows what is saved in the folder.
    pub fn watching(folder: &Folder) -> Window {
        let mut app = App::new();
        app.add_plugins((MinimalPlugins, StatesPlugin)).insert_resource(folder.desk()).init_state::<Screen>();
        app.add_plugins((desk::plugin, drafts::plugin));
        app.update();
        Window(app)
    }

    pub fn update(&mut self) {
        self.0.update();
    }

    /// Asks for something and says where that leads.
    pub fn ask(&mut self, intent: Intent) -> Screen {
        self.0.world_mut().write_message(intent);
        self.0.update();
        // A disk that others use may take its time with a reply.
        while self.desk().is_saving() {
            self.0.update();
        }
        self.0.update();
        *self.0.world().resource::<State<Screen>>().get()
    }

    pub fn desk_mut(&mut self) -> Mut<'_, Desk> {
        self.0.world_mut().resource_mut::<Desk>()
    }

    pub fn desk(&self) -> &Desk {
        self.0.world().resource::<Desk>()
    }

    /// Takes the first reply on offer.
    fn reply(&mut self) -> Screen {
        let reply = self.desk().hour.as_ref().unwrap().sitting.menu()[0].reply.clone();
        self.ask(Intent::Reply(reply))
    }

    pub fn moves(&self) -> usize {
        self.desk().hour.as_ref().unwrap().sitting.moves().len()
    }

    /// Takes replies until the hour is over, at most as many as any hour has.
    fn sit_through(&mut self) {
        for _ in 0..200 {
            if self.desk().hour.as_ref().unwrap().sitting.ending().is_some() {
                return;
            }
            assert_eq!(self.reply(), Screen::Room);
        }
        panic!("the hour does not end");
    }
}

#[test]
fn an_hour_from_the_title_to_the_debrief_and_back() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    assert_eq!(window.ask(Intent::Book), Screen::Book);
    assert_eq!(window.ask(Intent::Open("alex".into())), Screen::Referral);
    assert_eq!(window.ask(Intent::Begin { kept: true }), Screen::Room);
    assert_eq!(window.reply(), Screen::Room);
    assert_eq!(window.ask(Intent::Pause), Screen::Pause);
    assert_eq!(window.ask(Intent::Settings), Screen::Settings);
    assert_eq!(window.ask(Intent::CloseSettings), Screen::Pause);
    assert_eq!(window.ask(Intent::Ground), Screen::Grounding);
    assert_eq!(window.ask(Intent::Ground), Screen::Grounding);
    assert_eq!(window.ask(Intent::Return), Screen::Pause);
    assert_eq!(window.ask(Intent::GoOn), Screen::Room);
    assert_eq!(window.ask(Intent::Ground), Screen::Grounding);
    assert_eq!(window.ask(Intent::Return), Screen::Room);
    assert_eq!(window.ask(Intent::TimeIsUp), Screen::Room, "the hour is not over");
    window.sit_through();
    assert_eq!(window.ask(Intent::TimeIsUp), Screen::Afterwards);
    let answer = Afterwards { expects: Some(Ending::Undecided), felt: "In a hurry.".into() };
    assert_eq!(window.ask(Intent::Answer(answer)), Screen::Debrief);
    let debrief = window.desk().debrief.as_ref().unwrap();
    assert_eq!((debrief.expected, debrief.trainee_felt.as_str()), (Some(Ending::Undecided), "In a hurry."));
    let debrief = debrief.clone();
    assert_eq!(window.ask(Intent::Book), Screen::Book);
    let book = &window.desk().book;
    assert!(book.left.is_empty());
    let held = book.held[0].id.clone();
    assert_eq!(window.ask(Intent::Review(held)), Screen::Debrief);
    assert_eq!(window.desk().debrief.as_ref(), Some(&debrief));
}

#[test]
fn an_hour_is_looked_back_on_behind_its_debrief_and_tried_again_from_a_reply() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.0.add_plugins(looking_back::plugin);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    window.sit_through();
    let moves = window.desk().hour.as_ref().unwrap().sitting.moves().to_vec();
    window.ask(Intent::TimeIsUp);
    assert_eq!(window.ask(Intent::Answer(Afterwards::default())), Screen::Debrief);
    while matches!(window.desk().looking, Looking::UnderWay { .. } | Looking::Waiting) {
        window.0.update();
    }
    assert_eq!(window.desk().looking, Looking::Done);
    let hindsight = window.desk().debrief.as_ref().unwrap().hindsight.clone().unwrap();
    assert_eq!(hindsight.others.len(), moves.len());

    assert_eq!(window.ask(Intent::Again(3)), Screen::Room);
    let again = &window.desk().hour.as_ref().unwrap().sitting;
    assert_eq!(again.moves(), &moves[..2]);
    assert_eq!(again.header().again.as_ref().map(|again| again.turn), Some(3));
    assert!(window.desk().debrief.is_none());
    window.ask(Intent::Leave);
    let book = &window.desk().book;
    assert_eq!((book.left.len(), book.held.len()), (1, 1), "both are kept");
}

#[test]
fn an_hour_that_was_left_is_gone_on_with_where_it_was() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    window.reply();
    window.reply();
    let read = window.desk().hour.as_ref().unwrap().transcript.clone();
    assert_eq!(window.ask(Intent::Leave), Screen::Book);

    let mut again = Window::open(&folder);
    let left = again.desk().book.left[0].id.clone();
    assert_eq!(again.ask(Intent::Resume(left.clone())), Screen::Room);
    assert_eq!(again.moves(), 2);
    assert_eq!(again.desk().hour.as_ref().unwrap().transcript, read);
    // In two windows at once it is in one of them only.
    assert_eq!(window.ask(Intent::Resume(left)), Screen::Book);
    assert!(window.desk().notice.is_some());
    again.sit_through();
    assert_eq!(again.ask(Intent::TimeIsUp), Screen::Afterwards);
    assert_eq!(again.ask(Intent::Answer(Afterwards::default())), Screen::Debrief);
}

/// Edits of the case: what to find in which file, and what to put there.
type Edit = (&'static str, &'static str, &'static str);

pub fn edit(folder: &Folder, edits: &[Edit]) {
    let cases = folder.place().dialogues.unwrap().join("alex");
    for (file, find, put) in edits {
        let before = fs::read_to_string(cases.join(file)).unwrap();
        assert!(before.contains(find), "{find}");
        fs::write(cases.join(file), before.replacen(find, put, 1)).unwrap();
    }
}

const A_CALL: [Edit; 2] = [
    ("case.ron", "setting: Office", "setting: Online"),
    ("1-first-hour.scene.ron", "keeps the scarf on.\"", "keeps the scarf on.\", camera: Dark"),
];

#[test]
fn of_several_pictures_in_a_call_it_is_said_whose_is_gone() {
    let sam = "voice: (pitch: 45, breath: 75),\n        ),\n        (id: \"sam\", name: \"Sam\", age: 41, about: \"Somebody tall.\", \
               temperament: (reactance: 50, pace: 50, ruptures: Confrontation, masking: 45, mask: Calm), start: (trust: 40, \
               agreement: 35, safety: 42, distress: 50, frustration: 10, hope: 45, experiencing: 2)),";
    for (beside, gone) in [(false, "Alex: the camera is off."), (true, "The camera is off.")] {
        let folder = Folder::new();
        edit(&folder, &A_CALL);
        edit(
            &folder,
            &[
                ("case.ron", "Individual", "Couple"),
                ("case.ron", "voice: (pitch: 45, breath: 75),\n        ),", sam),
                ("case.ron", "name: \"Sam\"", if beside { "name: \"Sam\", beside: \"alex\"" } else { "name: \"Sam\"" }),
                ("1-first-hour.scene.ron", "tells: \"concert\",", "whose: \"alex\",\ntells: \"concert\","),
                ("1-first-hour.scene.ron", "id: \"teaches-them\",", "id: \"teaches-them\", whose: \"alex\","),
                ("1-first-hour.scene.ron", "id: \"marker\",", "id: \"marker\", whose: \"alex\","),
            ],
        );
        let mut window = Window::open(&folder);
        window.ask(Intent::Open("alex".into()));
        window.ask(Intent::Begin { kept: false });
        window.reply();
        let hour = window.desk().hour.as_ref().unwrap();
        assert!(hour.transcript.lines.contains(&Line::Seen(gone.into())), "{:?}", hour.transcript.lines);
        let looks = hour.view(&[], Portrait::Blank, Captions::Interpreted, None).looks.to_string();
        assert!(looks.starts_with(gone) && looks.contains("Sam:") != beside, "{looks}");
        let [alex, sam] = &hour.surroundings(false).people[..] else { panic!("two come") };
        assert_eq!((alex.camera, sam.camera == Camera::Dark, sam.shares), (Camera::Dark, beside, beside));
    }
}

#[test]
fn a_call_is_gone_on_with_as_its_camera_was_left() {
    let folder = Folder::new();
    edit(&folder, &A_CALL);
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    window.reply();
    let record = window.desk().hour.as_ref().unwrap().sitting.header().id.clone();
    window.ask(Intent::Leave);
    window.ask(Intent::Resume(record));
    let hour = window.desk().hour.as_ref().unwrap();
    assert_eq!(hour.stage.cameras(), [Camera::Dark]);
    assert!(hour.transcript.lines.contains(&Line::Seen("The camera is off.".into())));
    let view = hour.view(&[], Portrait::Blank, Captions::Described, None);
    assert_eq!((view.looks.as_str(), view.caption.as_str()), ("The camera is off.", "The camera is off."));
    let around = hour.surroundings(false);
    assert_eq!(around.setting, Setting::Online);
    assert_eq!(around.people, [Present { name: "Alex".into(), camera: Camera::Dark, shares: false }]);
    assert_eq!(around.hour.minute, hour.sitting.minute());
    assert_eq!(hour.surroundings(true).hour.weather, Weather::Rain, "what is heard is seen");
}

#[test]
fn where_nothing_can_be_written_the_trainee_decides() {
    let folder = Folder::new();
    // A file where the folder should be: nobody can write there, whoever they are.
    let data = folder.place().data_dir.unwrap();
    fs::write(&data, "").unwrap();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    assert_eq!(window.ask(Intent::Begin { kept: true }), Screen::Referral);
    let notice = window.desk().notice.clone().unwrap();
    assert!(notice.offered == Offered::Unrecorded && notice.text.contains("without a record"), "{}", notice.text);
    assert_eq!(window.ask(Intent::Begin { kept: false }), Screen::Room);
    // It is a trainee's all the same.
    assert!(!window.desk().hour.as_ref().unwrap().may_be_looked_into());
    assert_eq!(window.ask(Intent::Author(Ask::FromRoom)), Screen::Room);
    assert!(window.desk().notice.is_none());
    window.sit_through();
    window.ask(Intent::TimeIsUp);
    assert_eq!(window.ask(Intent::Answer(Afterwards::default())), Screen::Debrief);
}

#[test]
fn the_rest_of_an_hour_can_be_held_without_a_record() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    window.reply();
    let before = window.desk().hour.as_ref().unwrap().sitting.account().to_vec();
    assert_eq!(window.ask(Intent::WithoutRecord), Screen::Room);
    let sitting = &window.desk().hour.as_ref().unwrap().sitting;
    assert!(!sitting.is_kept());
    assert_eq!(sitting.account(), before);
}

#[test]
fn an_hour_is_saved_whole_again_and_elsewhere_and_goes_on_there() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    window.reply();
    let id = window.desk().hour.as_ref().unwrap().sitting.header().id.clone();
    let first = folder.place().data_dir.unwrap().join(format!("records/{id}.jsonl"));
    let kept = fs::read(&first).unwrap();
    assert_eq!(window.ask(Intent::Save(None)), Screen::Room);
    assert!(window.desk().notice.as_ref().unwrap().done && fs::read(&first).unwrap() == kept);
    window.reply();
    let kept = fs::read(&first).unwrap();
    let elsewhere = folder.place().data_dir.unwrap().join("on a stick");
    // A file where the folder should be can't be written in, and the hour stays where it is.
    fs::write(&elsewhere, "").unwrap();
    window.ask(Intent::Save(Some(elsewhere.clone())));
    assert_eq!(window.desk().notice.as_ref().unwrap().offered, Offered::SavingOrUnrecorded);
    fs::remove_file(&elsewhere).unwrap();
    window.ask(Intent::Save(Some(elsewhere.clone())));
    assert!(window.desk().notice.as_ref().unwrap().text.contains("on a stick"));
    window.reply();
    assert_eq!(fs::read(&first).unwrap(), kept, "what was kept first stays as it was");
    let there = fs::read(elsewhere.join(format!("records/{id}.jsonl"))).unwrap();
    assert!(there.len() > kept.len() && there.starts_with(&kept));
}

#[test]
fn a_broken_case_stays_shut() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Book);
    assert_eq!(window.ask(Intent::Open("broken".into())), Screen::Book);
    assert!(window.desk().notice.is_some());
    assert_eq!(window.ask(Intent::Open("nobody".into())), Screen::Book);
}

#[test]
fn an_exam_waits_for_a_review() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Sit(Mode::Exam));
    assert_eq!(window.ask(Intent::Begin { kept: true }), Screen::Referral);
    assert_eq!(window.desk().notice.as_ref().unwrap().offered, Offered::Nothing);
}

#[test]
fn notes_follow_the_replies_until_they_are_turned_off() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    window.reply();
    let notes = |window: &Window| {
        window.desk().hour.as_ref().unwrap().transcript.lines.iter().filter(|line| matches!(line, Line::Note { .. })).count()
    };
    assert_eq!(notes(&window), 1);
    let settings = Settings { notes: false, ..*window.desk().settings() };
    window.ask(Intent::Change(settings));
    assert_eq!(notes(&window), 0);
}

#[test]
fn settings_are_kept_without_what_was_asked_for_this_once() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    assert!(window.desk().settings().mute, "this run was started so");
    let settings = Settings { theme: Theme::Dark, text: 150, ..*window.desk().settings() };
    window.ask(Intent::Change(settings));
    assert_eq!(*window.desk().settings(), settings);
    let kept = Settings::load(&folder.place().data_dir.unwrap());
    assert_eq!(kept, Settings { mute: false, reduced_motion: false, ..settings });
}

#[test]
fn straight_into_a_room_or_to_the_book() {
    let folder = Folder::new();
    assert_eq!(folder.desk().straight_into("alex", true), Screen::Room);
    let mut unrecorded = folder.desk();
    assert_eq!(unrecorded.straight_into("alex", false), Screen::Room);
    assert!(!unrecorded.hour.unwrap().sitting.is_kept());
    let mut desk = folder.desk();
    assert_eq!(desk.straight_into("nobody", true), Screen::Book);
    assert!(desk.notice.unwrap().text.contains("alex"));
}

#[test]
fn the_window_is_called_by_its_screen() {
    let titles = [
        (Screen::Title, "Fifty Minutes"),
        (Screen::Book, "Appointments – Fifty Minutes"),
        (Screen::Referral, "Referral – Fifty Minutes"),
        (Screen::Room, "In session – Fifty Minutes"),
        (Screen::Pause, "Pause – Fifty Minutes"),
        (Screen::Afterwards, "Afterwards – Fifty Minutes"),
        (Screen::Debrief, "Debrief – Fifty Minutes"),
        (Screen::Settings, "Settings – Fifty Minutes"),
        (Screen::Grounding, "A moment to yourself – Fifty Minutes"),
        (Screen::Authoring, "Author's desk – Fifty Minutes"),
        (Screen::Drill, "Ten minutes – Fifty Minutes"),
        (Screen::Progress, "Progress – Fifty Minutes"),
    ];
    for (screen, title) in titles {
        assert_eq!(screen.window_title(), title);
    }
}

/// An exam of the small case beside the cases, which takes an unreviewed case.
fn exam(folder: &Folder) -> PathBuf {
    let dialogues = folder.place().dialogues.unwrap();
    let library = fifty_minutes::library::open(Some(&dialogues)).unwrap();
    let hash = &library.case("alex").unwrap().bundle.as_ref().unwrap().hash;
    let path = dialogues.join("midterm.exam.ron");
    let written =
        format!("(title: \"Midterm\", case: \"alex\", seed: 11, script: \"{hash}\", accepts_unreviewed: true, note: \"Read this.\")");
    fs::write(&path, written).unwrap();
    path
}

#[test]
fn an_exam_is_held_left_and_gone_on_with_and_nothing_is_told_before_its_end() {
    let folder = Folder::new();
    let path = exam(&folder);
    let mut window = Window::open(&folder);
    window.ask(Intent::Book);
    let card = window.desk().book.exams[0].clone();
    assert_eq!((card.title.as_str(), card.can_be_held, &card.path), ("Midterm", true, &path));
    assert_eq!(window.ask(Intent::Exam(path.clone())), Screen::Referral);
    // It is what it is, whatever is asked for.
    window.ask(Intent::Sit(Mode::Learn));
    window.ask(Intent::Session(2));
    assert_eq!(window.ask(Intent::Begin { kept: false }), Screen::Referral);
    assert!(window.desk().notice.as_ref().unwrap().text.contains("kept from its beginning to its end"));
    assert_eq!(window.ask(Intent::Begin { kept: true }), Screen::Room);
    let header = window.desk().hour.as_ref().unwrap().sitting.header().clone();
    assert_eq!((header.mode, header.seed, header.session), (Mode::Exam, 11, 1));
    window.reply();
    assert!(!window.desk().hour.as_ref().unwrap().transcript.lines.iter().any(|line| matches!(line, Line::Note { .. })));
    assert_eq!(window.ask(Intent::WithoutRecord), Screen::Room);
    assert!(window.desk().notice.is_some() && window.desk().hour.as_ref().unwrap().sitting.is_kept());
    // Let fall on the room, no file takes anybody out of it.
    assert_eq!(window.ask(Intent::Dropped(path.clone())), Screen::Room);
    assert_eq!(window.ask(Intent::Leave), Screen::Book);
    assert_eq!(window.ask(Intent::Review(header.id.clone())), Screen::Book);
    assert!(window.desk().notice.as_ref().unwrap().text.contains("before its end"));
    assert_eq!(window.ask(Intent::Dropped(path)), Screen::Referral);
    assert_eq!(window.desk().referral.as_ref().unwrap().exam.as_ref().unwrap().left.as_ref(), Some(&header.id));
    assert_eq!(window.ask(Intent::Resume(header.id.clone())), Screen::Room);
    assert_eq!(window.moves(), 1);
    window.sit_through();
    window.ask(Intent::TimeIsUp);
    assert_eq!(window.ask(Intent::Answer(Afterwards::default())), Screen::Debrief);
    let told = fifty_minutes::report::text::ending(window.desk().debrief.as_ref().unwrap());
    assert!(told[0].contains("Midterm") && told.iter().any(|line| line.contains("formative")), "{told:?}");

    window.ask(Intent::HandIn);
    let notice = window.desk().notice.clone().unwrap();
    let file = folder.place().data_dir.unwrap().join("handed-in").join(format!("{}.hour.json", header.id));
    assert!(notice.done && file.is_file(), "{}", notice.text);
    // Somebody else opens it.
    let mut other = Window::open(&Folder::new());
    assert_eq!(other.ask(Intent::Dropped(file.clone())), Screen::Debrief);
    assert!(other.desk().notice.as_ref().unwrap().done);
    let can_be_handed_in = |window: &Window| window.desk().looked_back(None).unwrap().can_be_handed_in;
    assert!(can_be_handed_in(&window) && !can_be_handed_in(&other), "a file that was handed in is one");
    assert_eq!(other.desk().debrief.as_ref(), window.desk().debrief.as_ref());
    other.ask(Intent::Book);
    let changed = fs::read_to_string(&file).unwrap().replacen("scarf", "shawl", 1);
    fs::write(&file, changed).unwrap();
    assert_eq!(other.ask(Intent::Dropped(file)), Screen::Book);
    assert!(!other.desk().notice.as_ref().unwrap().done);
}

#[test]
fn an_exam_that_can_t_be_held_says_why_in_the_book() {
    let folder = Folder::new();
    let path = exam(&folder);
    edit(&folder, &[("1-first-hour.scene.ron", "keeps the scarf on.", "keeps the scarf.")]);
    let mut window = Window::open(&folder);
    window.ask(Intent::Book);
    assert!(!window.desk().book.exams[0].can_be_held && window.desk().book.exams[0].lines[0].contains("another"));
    assert_eq!(window.ask(Intent::Exam(path)), Screen::Book);
    assert!(window.desk().notice.as_ref().unwrap().text.contains("script here is another"));
}

#[test]
fn a_damaged_record_is_told_in_the_book_and_what_can_be_read_of_it_is_saved() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: true });
    for _ in 0..3 {
        window.reply();
    }
    window.ask(Intent::Leave);
    let id = window.desk().book.left[0].id.clone();
    let journal = folder.place().data_dir.unwrap().join("records").join(format!("{id}.jsonl"));
    let damaged = fs::read_to_string(&journal).unwrap().lines().enumerate().fold(String::new(), |whole, (number, line)| {
        let line = if number == 3 { line.replacen("entries", "entires", 1) } else { line.to_string() };
        whole + &line + "\n"
    });
    fs::write(&journal, &damaged).unwrap();

    window.ask(Intent::Book);
    let book = &window.desk().book;
    assert!(book.left.is_empty() && book.unsound[0].can_be_saved && book.unsound[0].line.contains("line 4"), "{:?}", book.unsound);
    let mut page = BookPage::default();
    let shown = book.clone();
    let mut harness = stand(Settings::default(), USUAL, move |ui| book_ui(ui, &shown, None, &mut page));
    harness.get_by_label_contains(&format!("{}: Alex", text("book-recover"))).click();
    harness.run_steps(2);
    assert_eq!(harness.state()[..], [Intent::Recover(id.clone())]);

    window.ask(Intent::Recover(id));
    assert!(window.desk().notice.as_ref().unwrap().done);
    let book = &window.desk().book;
    assert!(!book.unsound[0].can_be_saved, "it was saved already");
    let salvaged = book.left[0].id.clone();
    assert_eq!(fs::read_to_string(&journal).unwrap(), damaged, "it stays as it is");
    assert_eq!(window.ask(Intent::Resume(salvaged)), Screen::Room);
    assert_eq!(window.moves(), 1);
}

/// Picks through the small case, as the first reply on each menu goes.
fn model(folder: &Folder) -> usize {
    let mut window = Window::open(folder);
    window.ask(Intent::Open("alex".into()));
    window.ask(Intent::Begin { kept: false });
    window.sit_through();
    let moves = window.desk().hour.as_ref().unwrap().sitting.moves().to_vec();
    let picks: String = moves.iter().map(|taken| format!("pick: {taken}\nnote: Of {taken}.\n")).collect();
    let transcripts = folder.place().dialogues.unwrap().join("alex/transcripts");
    fs::create_dir(&transcripts).unwrap();
    fs::write(transcripts.join("one.txt"), format!("seed: 7\nmodel: Whole\nnote: Before.\n{picks}")).unwrap();
    moves.len()
}

#[test]
fn a_model_hour_is_stepped_through_and_back_and_then_played() {
    let folder = Folder::new();
    let replies = model(&folder);
    let mut window = Window::open(&folder);
    window.ask(Intent::Open("alex".into()));
    assert_eq!(window.desk().referral.as_ref().unwrap().models[0].title, "Whole");
    assert_eq!(window.ask(Intent::Model("one".into())), Screen::Room);
    let notes = |window: &Window| -> Vec<String> {
        let lines = &window.desk().hour.as_ref().unwrap().transcript.lines;
        let is_note = |line: &&Line| matches!(line, Line::Note(note) if note.why.starts_with("Of ") || note.why == "Before.");
        lines.iter().filter(is_note).map(Line::spoken).collect()
    };
    assert_eq!(notes(&window).len(), 1);
    let before = window.desk().hour.as_ref().unwrap().transcript.clone();
    for step in 1..=replies {
        assert_eq!(window.ask(Intent::Step { forward: true }), Screen::Room);
        assert_eq!((window.moves(), notes(&window).len()), (step, step + 1));
        let transcript = &window.desk().hour.as_ref().unwrap().transcript;
        assert!(matches!(transcript.lines[transcript.fresh], Line::Answered { .. }), "what is new begins with the reply");
    }
    // It is over, and only looked at.
    assert_eq!(window.ask(Intent::Step { forward: true }), Screen::Room);
    assert_eq!(window.ask(Intent::TimeIsUp), Screen::Room);
    window.ask(Intent::Step { forward: false });
    window.reply();
    assert_eq!(window.moves(), replies - 1, "nobody takes another reply in it");
    for _ in 0..replies + 2 {
        window.ask(Intent::Step { forward: false });
    }
    assert_eq!((window.moves(), &window.desk().hour.as_ref().unwrap().transcript), (0, &before));
    assert_eq!(window.ask(Intent::Leave), Screen::Referral);
    window.ask(Intent::Model("one".into()));
    assert_eq!(window.ask(Intent::PlayYourself), Screen::Room);
    let sitting = &window.desk().hour.as_ref().unwrap().sitting;
    assert_eq!((sitting.header().mode, sitting.moves().len(), sitting.is_kept()), (Mode::Learn, 0, true));
    window.ask(Intent::Leave);
    assert_eq!(window.desk().book.left.len(), 1, "nothing was kept of the model");
}

#[test]
fn everybody_has_hours_and_settings_of_their_own() {
    let folder = Folder::new();
    let mut window = Window::open(&folder);
    let heron: Trainee = "heron-7".parse().unwrap();
    assert_eq!(window.ask(Intent::Trainees), Screen::Trainees);
    assert_eq!(window.ask(Intent::Practise(Some(heron.clone()))), Screen::Title);
    let large = Settings { text: 150, ..Settings::default() };
    window.ask(Intent::Change(large));
    for mode in [Mode::Learn, Mode::Practise] {
        window.ask(Intent::Open("alex".into()));
        window.ask(Intent::Sit(mode));
        window.ask(Intent::Begin { kept: true });
        window.reply();
        window.ask(Intent::Leave);
    }
    assert_eq!(window.desk().book.left.len(), 2);
    window.ask(Intent::Title);
    window.ask(Intent::Trainees);
    window.ask(Intent::Practise(None));
    assert_eq!((window.desk().book.left.len(), window.desk().settings().text), (0, 100));
    assert_eq!(window.desk().trainees(), std::slice::from_ref(&heron));
    let mut again = Window::open(&folder);
    again.ask(Intent::Trainees);
    again.ask(Intent::Practise(Some(heron)));
    assert_eq!(again.desk().settings().text, 150);
    for place in 0..2 {
        let left = again.desk().book.left[place].id.clone();
        assert_eq!(again.ask(Intent::Resume(left)), Screen::Room);
        assert_eq!(again.moves(), 1);
        again.ask(Intent::Leave);
    }
}
