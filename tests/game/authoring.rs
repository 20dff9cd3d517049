//! The author's desk by the names that a screen reader gives its parts, and by its keys: on cases that ship, and on a made one.

use std::fs;
use std::time::Instant;

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Event, Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use fifty_minutes::game::authoring::{Ask, Authoring, Chosen, OnShelf, Study};
use fifty_minutes::game::desk::Desk;
use fifty_minutes::game::drafts::Reading;
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::{AuthoringPage, authoring_ui};
use fifty_minutes::game::settings::Settings;
use fifty_minutes::record::Mode;
use fifty_minutes::script::bundle::{Beat, Check};
use fifty_minutes::script::codes::{Measure, RuptureStyle};
use fifty_minutes::script::finding::Severity;
use fifty_minutes::session::opening::Opening;
use fifty_minutes::texts::{text, text_with, word};

use crate::drafts::PATIENCE;
use crate::heard::{Program, shipped};
use crate::made;
use crate::screens::stand;
use crate::{Folder, reads};

/// The desk with that shipped case on it.
struct Author<'a> {
    harness: Harness<'a, Program>,
    _data: tempfile::TempDir,
}

impl Author<'_> {
    fn of(case: &str) -> Author<'static> {
        let data = tempfile::tempdir().unwrap();
        let mut desk = Desk::new(&shipped(data.path()));
        let screen = desk.author_of(Some(case));
        Author::at(Program::new(desk, screen), data)
    }

    fn at(program: Program, data: tempfile::TempDir) -> Author<'static> {
        let builder = Harness::builder().with_size(vec2(1280.0, 720.0));
        let mut harness = builder.build_ui_state(|ui, program: &mut Program| program.show(ui), program);
        harness.run_steps(6);
        Author { harness, _data: data }
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run_steps(4);
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.harness.run_steps(4);
    }

    /// The desk on the small case of that folder.
    fn in_folder(folder: &Folder, case: &str) -> Author<'static> {
        let mut desk = folder.desk();
        let screen = desk.author_of(Some(case));
        Author::at(Program::new(desk, screen), tempfile::tempdir().unwrap())
    }

    /// Goes on with what stands in the folder now.
    fn follow(&mut self, folder: &Folder) {
        self.harness.state_mut().desk.follow(Reading::of(folder.place().dialogues.as_deref()));
        self.harness.run_steps(4);
    }

    fn ask(&mut self, ask: Ask) {
        let program = self.harness.state_mut();
        let there = program.desk.answer(&Intent::Author(ask), program.screen);
        program.screen = there.unwrap_or(program.screen);
        self.harness.run_steps(4);
    }

    fn screen(&self) -> Screen {
        self.harness.state().screen
    }

    fn desk(&self) -> &Desk {
        &self.harness.state().desk
    }

    fn study(&self) -> &Study {
        self.desk().authoring.study.as_ref().unwrap()
    }

    fn beat(&self) -> &str {
        self.study().beat_id().unwrap()
    }

    /// What has the focus is called so.
    fn focused(&self) -> Option<String> {
        let mut open = vec![self.harness.root().accesskit_node()];
        while let Some(node) = open.pop() {
            if node.is_focused() && node.role() != Role::Window {
                return node.label();
            }
            open.extend(node.children());
        }
        None
    }

    fn focus(&mut self, name: &str) {
        self.harness.get_by_label_contains(name).focus();
        self.harness.run_steps(3);
    }

    fn reads(&self, words: &str) -> bool {
        reads(&self.harness, words)
    }
}

#[test]
fn a_case_is_laid_on_the_desk_and_a_beat_is_found_by_its_words() {
    let data = tempfile::tempdir().unwrap();
    let mut author = Author::at(Program::new(Desk::new(&shipped(data.path())), Screen::Title), data);
    author.press(Key::F3);
    assert_eq!(author.screen(), Screen::Authoring);
    author.harness.get_by_label_contains("noor · ").click();
    author.harness.run_steps(4);
    assert_eq!(author.study().case, "noor");
    let start = author.beat().to_string();
    // What is written of a reply leads to the beat that it stands at.
    let scene = &author.study().hour().unwrap().scene;
    let wanted = scene.beats.iter().find(|beat| beat.replies.iter().any(|reply| reply.id == "ask-straight")).unwrap().id.clone();
    author.press(Key::F3);
    author.harness.get_by_label(&text("chart-find")).type_text("Ask-Straight");
    author.harness.run_steps(4);
    author.press(Key::Enter);
    assert!(author.beat() == wanted && wanted != start, "{}", author.beat());
    let (file, line) = author.study().place(&wanted).unwrap();
    assert!(author.reads(&text_with("beat-line", &[("file", file.as_str().into()), ("line", line.into())])));
    let written = fs::read_to_string(&file).unwrap();
    assert_eq!(written.lines().nth(line as usize - 1).unwrap().trim(), format!("id: \"{wanted}\","));
    author.press(Key::Escape);
    author.press(Key::Escape);
    author.press(Key::Escape);
    assert_eq!(author.screen(), Screen::Book);
}

#[test]
fn the_map_is_moved_by_keys_and_opens_the_beat_in_its_middle() {
    let mut author = Author::of("aisha-ben");
    let map = |author: &Author| author.harness.get_by_label_contains("Map of the scene").accesskit_node().is_focused();
    author.harness.get_by_label_contains("Map of the scene").focus();
    author.harness.run_steps(2);
    author.press(Key::Enter);
    let first = author.beat().to_string();
    for _ in 0..6 {
        author.press(Key::ArrowDown);
    }
    assert!(map(&author), "arrows move the map and not the focus");
    author.press(Key::Enter);
    assert_ne!(author.beat(), first);
    // The whole of it: its middle is another one again, wherever it was moved before.
    author.press(Key::Num0);
    author.press(Key::Enter);
    let middle = author.beat().to_string();
    // The whole is as small as it gets, and a key that seems to be held is a step each time.
    author.press(Key::Minus);
    let shapes = |author: &Author| author.harness.output().shapes.len();
    let mut steps = vec![shapes(&author)];
    for _ in 0..3 {
        author.harness.event(Event::Key { key: Key::Plus, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::SHIFT });
        author.harness.run_steps(4);
        steps.push(shapes(&author));
    }
    assert!(steps[1] != steps[3], "{steps:?}");
    for _ in 0..3 {
        author.press(Key::Minus);
    }
    assert_eq!(shapes(&author), steps[0]);
    author.press(Key::Enter);
    assert_eq!(author.beat(), middle);
    author.harness.get_by_label_contains("Map of the scene").click();
    author.harness.run_steps(3);
    assert!(map(&author));
}

#[test]
fn of_a_large_map_only_what_is_in_view_is_drawn() {
    let folder = Folder::new();
    made::case(&folder, 500);
    let mut desk = folder.desk();
    let screen = desk.author_of(Some("alex"));
    let mut author = Author::at(Program::new(desk, screen), tempfile::tempdir().unwrap());
    let shapes = |author: &Author| author.harness.output().shapes.len();
    let close = shapes(&author);
    author.press(Key::Num0);
    let whole = shapes(&author);
    assert!(whole > 1500 && close < whole / 4, "{close} of {whole}");
}

#[test]
fn the_list_says_in_words_what_the_map_shows() {
    let mut author = Author::of("noor");
    author.press(Key::Num2);
    let hour = author.study().hour().unwrap();
    let (start, count) = (hour.scene.start.clone(), hour.scene.beats.len());
    let marked = hour.scene.beats.iter().filter(|beat| !beat.moments.is_empty()).count();
    assert!(author.reads(&format!("{start}. ")) && author.reads(&text("map-starts")) && author.reads(&text("map-time-is-up")));
    assert!(count > 40 && marked > 10);
    for beat in &hour.scene.beats {
        // One without words, moments or anything else has its name alone.
        let alone = author.harness.query_all_by_label(&beat.id).count();
        assert!(author.reads(&format!("{}. ", beat.id)) || alone == 1, "{}", beat.id);
    }
    let there = hour.scene.beats[7].id.clone();
    author.harness.get_all_by_label_contains(&format!("{there}. ")).next().unwrap().focus();
    author.harness.run_steps(4);
    author.press(Key::Enter);
    assert_eq!(author.beat(), there);
}

/// The place of a beat with a reply that asks only for that much of a measure of the person whose moment it is, and the reply's.
fn guarded(beats: &[Beat]) -> Option<(usize, usize, Measure, u8)> {
    let alone = |when: &[Check]| match when {
        [Check::AtLeast(measure, least)] => Some((*measure, *least)),
        _ => None,
    };
    beats.iter().enumerate().find_map(|(at, beat)| {
        let plain = beat.tells.is_none() && beat.whose.first() == 0;
        let mut replies = beat.replies.iter().enumerate();
        let found = replies.find_map(|(place, reply)| Some((place, alone(&reply.when)?)));
        found.filter(|_| plain).map(|(place, (measure, least))| (at, place, measure, least))
    })
}

fn with(opening: &Opening, measure: Measure, value: u8) -> Ask {
    let mut set = opening.clone();
    let felt = &mut set.carried.people[0];
    match measure {
        Measure::Trust => felt.trust = value,
        Measure::Safety => felt.safety = value,
        Measure::Agreement => felt.agreement = value,
        Measure::Hope => felt.hope = value,
        Measure::Experiencing => felt.experiencing = value,
        Measure::Distress => felt.distress = value,
        Measure::Frustration => felt.frustration = value,
        Measure::Dependency => felt.dependency = value,
    }
    Ask::Set(Box::new(set))
}

#[test]
fn a_hidden_reply_says_what_it_lacks_until_it_is_set() {
    let folder = Folder::new();
    made::case(&folder, 60);
    let mut desk = folder.desk();
    let screen = desk.author_of(Some("alex"));
    let mut author = Author::at(Program::new(desk, screen), tempfile::tempdir().unwrap());
    let (at, place, measure, least) = guarded(&author.study().hour().unwrap().beats).unwrap();
    let hour = author.study().hour().unwrap();
    let name = author.study().bundle.as_ref().unwrap().case.people[0].name.clone();
    let (beat, reply) = (hour.scene.beats[at].id.clone(), hour.scene.beats[at].replies[place].id.clone());
    author.ask(Ask::Beat(0, beat.clone()));
    author.press(Key::Num6);
    author.ask(with(author.study().opening.clone().as_ref().unwrap(), measure, least - 1));
    let missing = format!("Needs {} at least {least}; it is {}.", word("measure", measure), least - 1);
    assert!(author.reads(&missing), "{missing}");
    author.ask(with(author.study().opening.clone().as_ref().unwrap(), measure, least));
    assert!(!author.reads(&missing));
    let Some(Ok(here)) = &author.study().here else { panic!("nothing is there") };
    let Chosen::Open(foreseen) = &here.replies[place] else { panic!("{reply} is not on offer") };
    // What the page says of it is what was found out.
    let state = here.session.state();
    for measure in Measure::ALL {
        let (before, after) = (state.patients[0].get(*measure), foreseen.after[0].get(*measure));
        if before != after {
            assert!(author.reads(&format!("{before} → {after}")), "{measure:?}");
        }
    }
    // The sliders say how it stands, by name.
    author.press(Key::Num4);
    let slider = text_with("try-measure-of", &[("name", name.into()), ("measure", word("measure", measure).into())]);
    assert_eq!(author.harness.get_by_label(&slider).accesskit_node().numeric_value(), Some(f64::from(least)));
    author.harness.get_by_label(&slider).focus();
    author.harness.run_steps(2);
    author.press(Key::ArrowLeft);
    assert!(author.reads(&missing), "a step to the left and it is not enough again");
}

#[test]
fn what_is_missing_is_told_of_whom_and_in_which_of_several_ways() {
    let mut author = Author::of("aisha-ben");
    let of_two = |check: &Check| matches!(check, Check::Any(ways) if ways.iter().all(|way| matches!(way, Check::Of(..))));
    let hour = author.study().hour().unwrap();
    let asks = |beat: &Beat| beat.tells.is_none() && beat.replies.iter().any(|reply| reply.when.iter().any(of_two));
    let beat = hour.scene.beats[hour.beats.iter().position(asks).unwrap()].id.clone();
    author.ask(Ask::Beat(0, beat));
    author.press(Key::Num6);
    let missing = "one of these: Aisha: a rupture is open or Ben: a rupture is open";
    assert!(author.reads(missing));
    let mut set = author.study().opening.clone().unwrap();
    (set.carried.people[1].rupture, set.carried.people[1].rupture_depth) = (Some(RuptureStyle::Withdrawal), 1);
    author.ask(Ask::Set(Box::new(set)));
    assert!(!author.reads(missing));
}

#[test]
fn an_hour_is_played_from_any_beat_and_leads_back_to_it() {
    let mut author = Author::of("noor");
    let scene = &author.study().hour().unwrap().scene;
    let beat = scene.beats.iter().filter(|beat| beat.replies.len() > 3 && beat.tells.is_none()).nth(5).unwrap().id.clone();
    author.ask(Ask::Beat(0, beat.clone()));
    let set = Opening { minute: 21, ..author.study().opening.clone().unwrap() };
    author.ask(Ask::Set(Box::new(set)));
    author.press(Key::F5);
    assert_eq!(author.screen(), Screen::Room);
    let sitting = &author.desk().hour.as_ref().unwrap().sitting;
    assert!(!sitting.is_kept() && sitting.minute() == 21 && sitting.standing().beat == beat);
    // After a reply to the desk, where the hour stands now, and back to the room.
    author.press(Key::Num1);
    let standing = author.desk().hour.as_ref().unwrap().sitting.standing();
    author.press(Key::F9);
    assert_eq!((author.screen(), author.beat()), (Screen::Authoring, standing.beat.as_str()));
    assert_eq!(author.study().opening.as_ref(), Some(&standing));
    author.press(Key::Escape);
    assert_eq!(author.screen(), Screen::Room);
    // It is no hour that a transcript could tell.
    author.press(Key::F8);
    assert!(author.reads("opened in the middle"));
    author.press(Key::F10);
    assert_eq!((author.screen(), author.beat()), (Screen::Authoring, standing.beat.as_str()));
    let mut desk = Desk::new(&shipped(author._data.path()));
    desk.answer(&Intent::Book, Screen::Title);
    assert!(desk.book.left.is_empty() && desk.book.held.is_empty(), "nothing was kept of it");
}

#[test]
fn one_key_keeps_the_hour_beside_its_case() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    let screen = desk.author_of(Some("alex"));
    let mut author = Author::at(Program::new(desk, screen), tempfile::tempdir().unwrap());
    author.press(Key::F7);
    assert_eq!(author.screen(), Screen::Room);
    author.press(Key::Num1);
    author.press(Key::F8);
    let kept = folder.place().dialogues.unwrap().join("alex/transcripts/kept-1.txt");
    let written = fs::read_to_string(&kept).unwrap();
    assert_eq!(written.lines().filter(|line| line.starts_with("pick: ")).count(), 1);
    assert!(author.reads(&kept.display().to_string()), "it says where");
    for _ in 0..60 {
        if author.desk().hour.as_ref().unwrap().sitting.ending().is_some() {
            break;
        }
        author.press(Key::Num2);
    }
    author.press(Key::Enter);
    author.press(Key::Enter);
    assert_eq!(author.screen(), Screen::Debrief);
    assert!(author.reads("Keep as a transcript"));
    author.press(Key::F8);
    assert!(kept.with_file_name("kept-2.txt").exists() && fs::read_to_string(&kept).unwrap() == written);
    author.press(Key::Escape);
    assert_eq!(author.screen(), Screen::Authoring, "it was begun there");
}

#[test]
fn an_hour_that_is_kept_does_not_open_its_patient() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    desk.answer(&Intent::Sit(Mode::Practise), Screen::Referral);
    desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
    let mut author = Author::at(Program::new(desk, Screen::Room), tempfile::tempdir().unwrap());
    author.press(Key::F9);
    assert_eq!(author.screen(), Screen::Room);
    author.ask(Ask::FromRoom);
    assert!(author.screen() == Screen::Room && author.desk().authoring.study.is_none());
}

#[test]
fn a_finding_leads_to_its_line_in_the_author_s_editor() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    let screen = desk.author_of(Some("broken"));
    let mut author = Author::at(Program::new(desk, screen), tempfile::tempdir().unwrap());
    author.press(Key::Num3);
    let found = author.study().findings[0].finding.clone();
    assert!(author.reads(&found.message) && found.message.contains("gaol") && author.reads(&text("authoring-no-map")));
    // A program like any other: it shows by a copy what it was told.
    let copy = folder.folder.path().join("opened");
    author.ask(Ask::Command(format!("cp {{file}} '{}-{{line}}'", copy.display())));
    author.click(&format!("1. {}", text("authoring-edit")));
    let opened = format!("{}-{}", copy.display(), found.line.unwrap());
    let began = Instant::now();
    while cfg!(unix) && !fs::read_to_string(&opened).is_ok_and(|copied| copied.contains("gaol")) {
        assert!(began.elapsed() < PATIENCE, "the editor never came");
        author.harness.run_steps(1);
    }
    author.ask(Ask::Command("no-such-editor-anywhere {file}".into()));
    author.click(&format!("1. {}", text("authoring-edit")));
    assert!(author.reads("no-such-editor-anywhere"), "what can't be started is told");
    // It is kept for the next time.
    let mut again = folder.desk();
    again.author_of(None);
    assert_eq!(again.authoring.command, "no-such-editor-anywhere {file}");
}

#[test]
fn the_desk_follows_what_is_saved_and_stays_at_its_beat() {
    let folder = Folder::new();
    let dialogues = folder.place().dialogues.unwrap();
    let file = dialogues.join("alex/1-first-hour.scene.ron");
    let mut desk = folder.desk();
    let screen = desk.author_of(Some("alex"));
    let mut author = Author::at(Program::new(desk, screen), tempfile::tempdir().unwrap());
    let save = |author: &mut Author, edit: &dyn Fn(&str) -> String| {
        fs::write(&file, edit(&fs::read_to_string(&file).unwrap())).unwrap();
        author.harness.state_mut().desk.follow(Reading::of(Some(&dialogues)));
        author.harness.run_steps(4);
    };
    author.ask(Ask::Beat(0, "concert".into()));
    author.ask(Ask::Set(Box::new(Opening { minute: 12, ..author.study().opening.clone().unwrap() })));
    let beats = author.study().chart.as_ref().unwrap().beats.len();
    // A beat that is written before the others: what is at the side is still the same.
    let new = "beats: [\n(id: \"new\", lines: [(say: \"A new line.\")], then: \"goal\"),";
    save(&mut author, &|scene| scene.replacen("to: \"goal\"", "to: \"new\"", 1).replacen("beats: [", new, 1));
    assert!(!author.study().stale);
    assert_eq!(author.study().chart.as_ref().unwrap().beats.len(), beats + 1);
    assert_eq!((author.beat(), author.study().opening.as_ref().unwrap().minute), ("concert", 12));
    // A slip in another beat: what was there is still shown, and the finding leads to the beat.
    let without = |scene: &str| scene.replace(new, "beats: [").replace("to: \"new\"", "to: \"goal\"");
    save(&mut author, &|scene| without(scene).replacen("to: \"concert\"", "to: \"conzert\"", 1));
    assert!(author.study().stale && author.reads(&text("authoring-stale")) && author.beat() == "concert");
    author.press(Key::Num3);
    let found = author.study().findings[0].clone();
    assert!(found.finding.message.contains("conzert"));
    let (_, beat) = found.at.unwrap();
    author.click(&format!("1. {}", text_with("authoring-go", &[("beat", beat.as_str().into())])));
    assert_eq!((author.beat(), beat.as_str()), ("goal", "goal"));
    save(&mut author, &|scene| scene.replacen("to: \"conzert\"", "to: \"concert\"", 1));
    assert!(!author.study().stale && author.study().findings.iter().all(|found| found.finding.severity != Severity::Error));
    assert_eq!((author.beat(), author.study().opening.as_ref().unwrap().minute), ("goal", 12));
    // An hour that was begun from there follows as well, from where it was opened.
    author.press(Key::F5);
    assert_eq!(author.screen(), Screen::Room);
    let reply = author.desk().hour.as_ref().unwrap().sitting.menu()[0].clone();
    save(&mut author, &|scene| scene.replacen(&reply.text, "Something else altogether.", 1));
    let sitting = &author.desk().hour.as_ref().unwrap().sitting;
    assert!(sitting.menu().iter().any(|offer| offer.text == "Something else altogether.") && sitting.minute() == 12);
}

#[test]
fn cases_that_can_only_be_read_say_where_to_write() {
    let mut authoring = Authoring::default();
    authoring.shelf.push(OnShelf { id: "noor".into(), title: "Noor".into(), errors: 0, warnings: 0 });
    let mut page = AuthoringPage::default();
    let harness = stand(Settings::default(), vec2(1280.0, 720.0), move |ui| authoring_ui(ui, &authoring, false, None, &mut page));
    harness.get_by_label_contains("--dialogues FOLDER");
}

#[test]
fn the_desk_is_there_in_any_size_and_with_large_text() {
    for (size, percent) in [(vec2(640.0, 480.0), 200), (vec2(640.0, 480.0), 75), (vec2(1920.0, 1080.0), 100), (vec2(1280.0, 720.0), 200)] {
        let data = tempfile::tempdir().unwrap();
        let mut desk = Desk::new(&shipped(data.path()));
        desk.author_of(Some("marta"));
        let mut page = AuthoringPage::default();
        let settings = Settings { text: percent, ..Settings::default() };
        let mut harness = stand(settings, size, move |ui| authoring_ui(ui, &desk.authoring, false, None, &mut page));
        let map = harness.get_by_label_contains("Map of the scene").rect();
        assert!(map.width() > 300.0 && map.height() >= 200.0 && map.right() <= size.x, "{size} at {percent} %: {map}");
        harness.key_press(Key::Num4);
        harness.run_steps(3);
        let slider = harness.get_by_label_contains(", trust").rect();
        assert!(slider.width() > 60.0 && slider.right() <= size.x, "{size} at {percent} %: {slider}");
    }
}

#[test]
fn the_map_has_at_least_half_of_the_height_and_lies_in_view() {
    for size in [vec2(640.0, 480.0), vec2(1280.0, 720.0), vec2(1920.0, 1080.0)] {
        for in_room in [false, true] {
            let data = tempfile::tempdir().unwrap();
            let mut desk = Desk::new(&shipped(data.path()));
            desk.author_of(Some("marta"));
            let mut page = AuthoringPage::default();
            let harness = stand(Settings::default(), size, move |ui| authoring_ui(ui, &desk.authoring, in_room, None, &mut page));
            let map = harness.get_by_label_contains("Map of the scene").rect();
            assert!(map.height() >= size.y / 2.0 && map.top() > 0.0 && map.bottom() <= size.y, "{size}: {map}");
            // Its buttons lie on it.
            for name in ["chart-smaller", "chart-larger", "chart-fit"] {
                assert!(map.contains_rect(harness.get_by_label(&text(name)).rect()), "{size}: {name}");
            }
        }
    }
}

#[test]
fn a_long_scene_is_folded_into_the_shape_of_a_screen_with_every_line_from_beat_to_beat() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(&shipped(data.path()));
    for (case, session) in [("marta", 1), ("aisha-ben", 0), ("noor", 0)] {
        desk.author_of(Some(case));
        desk.answer(&Intent::Author(Ask::Session(session)), Screen::Authoring);
        let study = desk.authoring.study.as_ref().unwrap();
        let chart = study.chart.as_ref().unwrap();
        let shape = 100 * chart.size.width / chart.size.height;
        assert!(chart.beats.len() > 40 && (90..260).contains(&shape), "{case}: {} beats in {:?}", chart.beats.len(), chart.size);
        let rects = chart.beats.iter().map(|beat| {
            let at = |x: i32, y: i32| Pos2::new(x as f32, y as f32);
            Rect::from_min_max(at(beat.place.x, beat.place.y), at(beat.place.right(), beat.place.bottom()))
        });
        let rects: Vec<Rect> = rects.collect();
        let whole = Rect::from_min_size(Pos2::ZERO, vec2(chart.size.width as f32, chart.size.height as f32));
        for (at, rect) in rects.iter().enumerate() {
            assert!(whole.contains_rect(*rect), "{case}: {rect} in {whole}");
            assert!(rects[at + 1..].iter().all(|other| !other.intersects(*rect)), "{case}: something lies over {rect}");
        }
        let mut cut = 0;
        for way in &chart.ways {
            let ends = [way.pieces.first().unwrap()[0], *way.pieces.last().unwrap().last().unwrap()];
            for ((x, y), beat) in ends.into_iter().zip([way.from, way.to]) {
                assert!(rects[beat].expand(1.0).contains(Pos2::new(x as f32, y as f32)), "{case}: {way:?} at {:?}", rects[beat]);
            }
            // Where it is cut, each end has the name of the beat that it leads to.
            for (before, after) in way.pieces.iter().zip(&way.pieces[1..]) {
                cut += 1;
                for (x, y) in [*before.last().unwrap(), after[0]] {
                    let near = |place: Rect| place.expand(16.0).contains(Pos2::new(x as f32, y as f32));
                    let named = chart.names.iter().filter(|name| name.to == way.to).map(|name| {
                        let place = name.place;
                        Rect::from_min_size(Pos2::new(place.x as f32, place.y as f32), vec2(place.width as f32, place.height as f32))
                    });
                    assert!(named.into_iter().any(near), "{case}: {way:?} is cut at {x}, {y} without a name");
                }
            }
        }
        assert!(cut > 0 || chart.beats.len() < 60, "{case}: nothing is folded");
    }
}

#[test]
fn the_focus_goes_on_at_the_beat_that_a_reply_leads_to() {
    for part in [Key::Num5, Key::Num6] {
        let mut author = Author::of("aisha-ben");
        author.press(part);
        let leads = text_with("beat-to", &[("beat", "".into())]);
        let name = author.harness.get_all_by_label_contains(leads.trim()).next().unwrap().accesskit_node().label().unwrap();
        author.focus(&name);
        author.press(Key::Enter);
        let to = name.split(leads.trim()).last().unwrap().trim().to_string();
        assert_eq!(author.beat(), to);
        assert_eq!(author.focused().as_deref(), Some(&*to));
        // From there on by Tab; coming by another way it takes no focus.
        author.press(Key::Tab);
        assert_ne!(author.focused().unwrap(), to);
        author.press(Key::Num1);
        author.focus("Map of the scene");
        author.ask(Ask::Beat(0, author.study().hour().unwrap().scene.start.clone()));
        assert!(author.focused().unwrap().contains("Map of the scene"));
    }
}

#[test]
fn what_has_the_focus_keeps_it_when_something_is_told_above() {
    let folder = Folder::new();
    let file = folder.place().dialogues.unwrap().join("alex/1-first-hour.scene.ron");
    let sound = fs::read_to_string(&file).unwrap();
    let mut author = Author::in_folder(&folder, "alex");
    author.press(Key::Num4);
    let minute = text("try-minute-name");
    author.focus(&minute);
    for scene in [sound.replacen("to: \"goal\"", "to: \"gaol\"", 1), sound] {
        fs::write(&file, scene).unwrap();
        author.follow(&folder);
        assert_eq!(author.focused().as_ref(), Some(&minute));
        author.ask(Ask::Command("\"never closed".into()));
        assert!(author.reads(&text("editor-unclear")));
        assert_eq!(author.focused().as_ref(), Some(&minute));
        author.press(Key::ArrowRight);
        assert!(!author.reads(&text("editor-unclear")));
        assert_eq!(author.focused().as_ref(), Some(&minute));
    }
}

#[test]
fn pages_are_turned_in_the_column_that_was_used_last() {
    let mut author = Author::of("aisha-ben");
    author.press(Key::Num2);
    let side = |author: &Author| author.harness.get_by_label(&text("beat-lines")).rect().top();
    let main = |author: &Author| author.harness.get_by_label(&text("authoring-part-beats")).rect().top();
    let (top_of_side, top_of_main) = (side(&author), main(&author));
    author.press(Key::PageDown);
    assert!(side(&author) == top_of_side && main(&author) < top_of_main, "the focus is in the list");
    author.press(Key::Home);
    assert_eq!(main(&author), top_of_main);
    for x in [200.0, 1100.0] {
        author.harness.event(Event::PointerMoved(Pos2::new(x, 500.0)));
        author.harness.run_steps(2);
    }
    author.press(Key::PageDown);
    assert!(side(&author) < top_of_side && main(&author) == top_of_main, "the pointer went to the side");
    author.press(Key::Home);
    assert_eq!(side(&author), top_of_side);
    author.focus(&text("authoring-part-state"));
    author.press(Key::End);
    assert!(side(&author) == top_of_side && main(&author) < top_of_main, "the focus came back since");
    author.focus(&text("authoring-part-try"));
    author.press(Key::Home);
    assert!(main(&author) < top_of_main, "the focus is at the side");
}

#[test]
fn the_way_back_can_be_clicked() {
    let mut author = Author::of("noor");
    author.click(&text("authoring-back"));
    assert!(author.screen() == Screen::Authoring && author.desk().authoring.study.is_none());
    author.click(&text("authoring-back"));
    assert_eq!(author.screen(), Screen::Book);
    let mut author = Author::of("noor");
    author.press(Key::F7);
    author.press(Key::F9);
    author.click(&text("authoring-to-room"));
    assert_eq!(author.screen(), Screen::Room);
}

#[test]
fn cases_that_cannot_be_read_are_told_on_the_desk_until_they_can() {
    let folder = Folder::new();
    let (cases, away) = (folder.place().dialogues.unwrap(), folder.place().dialogues.unwrap().with_file_name("away"));
    let mut author = Author::in_folder(&folder, "alex");
    let told = format!("There is no folder {}", cases.display());
    fs::rename(&cases, &away).unwrap();
    author.follow(&folder);
    assert!(author.reads(&told) && author.beat() == author.study().hour().unwrap().scene.start);
    author.press(Key::Num2);
    assert!(author.reads(&told), "it stands until they can be read");
    author.press(Key::Escape);
    assert!(author.reads(&told) && author.desk().authoring.study.is_none());
    fs::rename(&away, &cases).unwrap();
    author.follow(&folder);
    assert!(!author.reads(&told));
    // The same where they were never there.
    fs::rename(&cases, &away).unwrap();
    let mut author = Author::in_folder(&folder, "alex");
    assert!(author.reads(&told));
    assert_eq!(author.focused(), Some(text("authoring-back")));
    fs::rename(&away, &cases).unwrap();
    author.follow(&folder);
    assert!(!author.reads(&told));
    author.harness.get_by_label_contains("alex · ").click();
    author.harness.run_steps(4);
    assert_eq!(author.study().case, "alex");
    // The files of the case alone.
    fs::remove_dir_all(cases.join("alex")).unwrap();
    author.follow(&folder);
    assert!(author.reads(&text("authoring-gone")));
}

#[test]
fn an_hour_that_waits_and_would_be_lost_is_asked_about() {
    let mut author = Author::of("noor");
    author.press(Key::F7);
    author.press(Key::Num1);
    author.press(Key::F9);
    let moves = |author: &Author| author.desk().hour.as_ref().unwrap().sitting.moves().len();
    for key in [Key::F5, Key::F7] {
        author.press(key);
        assert_eq!((author.screen(), moves(&author)), (Screen::Authoring, 1));
        assert!(author.reads(&text_with("try-replaces", &[("replies", 1.into())])));
        assert_eq!(author.focused(), Some(text("try-wait")));
        author.press(Key::Escape);
        assert!(author.screen() == Screen::Authoring && author.harness.query_by_label(&text("try-wait")).is_none());
        assert_eq!(author.focused(), Some(text("authoring-part-map")));
    }
    author.press(Key::F7);
    author.press(Key::Enter);
    assert_eq!((author.screen(), moves(&author)), (Screen::Authoring, 1), "what has the focus loses nothing");
    author.press(Key::F7);
    author.click(&text("try-replace"));
    assert_eq!((author.screen(), moves(&author)), (Screen::Room, 0));
    // Where there was no reply yet there is nothing to lose.
    author.press(Key::F9);
    author.press(Key::F5);
    assert_eq!(author.screen(), Screen::Room);
}

#[test]
fn a_beat_that_is_gone_is_told_and_the_nearest_takes_its_place() {
    let folder = Folder::new();
    let file = folder.place().dialogues.unwrap().join("alex/1-first-hour.scene.ron");
    let sound = fs::read_to_string(&file).unwrap();
    let mut author = Author::in_folder(&folder, "alex");
    author.ask(Ask::Beat(0, "concert".into()));
    let gone = |beat: &str| text_with("authoring-gone-beat", &[("gone", "concert".into()), ("beat", beat.into())]);
    // Another name for it.
    fs::write(&file, sound.replace("id: \"concert\"", "id: \"recital\"").replace("to: \"concert\"", "to: \"recital\"")).unwrap();
    author.follow(&folder);
    assert!(!author.study().stale && author.beat() == "recital" && author.reads(&gone("recital")));
    assert_eq!(author.study().opening.as_ref().unwrap().beat, "recital");
    author.ask(Ask::Beat(0, "goal".into()));
    assert!(!author.reads(&gone("recital")), "it is told until one goes on");
    // Taken out: the beat beside it.
    let new = "beats: [\n(id: \"new\", lines: [(say: \"A new line.\")], then: \"goal\"),";
    fs::write(&file, sound.replacen("to: \"goal\"", "to: \"new\"", 1).replacen("beats: [", new, 1)).unwrap();
    author.follow(&folder);
    author.ask(Ask::Beat(0, "new".into()));
    let beside = author.study().hour().unwrap().scene.beats[1].id.clone();
    fs::write(&file, &sound).unwrap();
    author.follow(&folder);
    let gone = text_with("authoring-gone-beat", &[("gone", "new".into()), ("beat", beside.as_str().into())]);
    assert!(!author.study().stale && author.beat() == beside && author.reads(&gone), "{}", author.beat());
}

#[test]
fn a_case_that_cannot_be_drawn_does_nothing_unseen() {
    let folder = Folder::new();
    let mut author = Author::in_folder(&folder, "broken");
    for part in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6] {
        author.press(part);
        author.press(Key::F3);
        author.press(Key::F3);
        assert!(author.harness.query_by_label(&text("chart-find")).is_none());
    }
    for key in [Key::F5, Key::F7] {
        author.press(key);
        assert!(author.screen() == Screen::Authoring && author.reads(&text("try-broken")));
    }
    author.press(Key::Num1);
    let file = folder.place().dialogues.unwrap().join("broken/1-first-hour.scene.ron");
    let scene = fs::read_to_string(&file).unwrap();
    fs::write(&file, scene.replace("gaol", "goal")).unwrap();
    author.follow(&folder);
    assert!(!author.study().stale);
    assert_eq!(author.focused(), Some(text("authoring-part-map")), "what was asked for in vain is forgotten");
    // Without a case, too.
    author.press(Key::Escape);
    for key in [Key::F3, Key::F4, Key::F5, Key::F7] {
        author.press(key);
    }
    assert!(author.screen() == Screen::Authoring && author.desk().authoring.study.is_none());
}

#[test]
fn where_beats_stand_is_told_of_the_files_as_they_were_read() {
    let folder = Folder::new();
    let file = folder.place().dialogues.unwrap().join("alex/1-first-hour.scene.ron");
    let mut desk = folder.desk();
    let before = desk.library().unwrap().clone();
    let written = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    desk.author_of(Some("alex"));
    let line = |desk: &Desk| desk.authoring.study.as_ref().unwrap().place("concert").unwrap().1;
    let first = line(&desk);
    assert_eq!(written.lines().nth(first as usize - 1).unwrap().trim(), "id: \"concert\",");
    // Read anew, what didn't change isn't looked through again.
    fs::write(&file, format!("\n{written}")).unwrap();
    let other = before.places("broken");
    let again = fifty_minutes::library::open_again(&folder.place().dialogues.unwrap(), None, &before).unwrap();
    assert!(std::sync::Arc::ptr_eq(&again.places("broken"), &other));
    assert_eq!(again.places("alex")["1-first-hour"].iter().find(|place| place.beat == "concert").unwrap().line, first + 1);
}

#[test]
fn an_hour_is_kept_beside_its_case_also_by_who_was_never_at_the_desk() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
    let mut author = Author::at(Program::new(desk, Screen::Room), tempfile::tempdir().unwrap());
    for _ in 0..60 {
        if author.desk().hour.as_ref().unwrap().sitting.ending().is_some() {
            break;
        }
        author.press(Key::Num2);
    }
    author.press(Key::Enter);
    author.press(Key::Enter);
    assert_eq!(author.screen(), Screen::Debrief);
    let kept = folder.place().dialogues.unwrap().join("alex/transcripts");
    assert!(!author.reads("Keep as a transcript"), "a trainee has nothing to do with it");
    // Something else has the name of the folder: it is told, and stays.
    fs::write(&kept, "mine").unwrap();
    author.press(Key::F8);
    assert!(author.reads("transcripts can't be written") && fs::read_to_string(&kept).unwrap() == "mine");
    fs::remove_file(&kept).unwrap();
    fs::create_dir_all(kept.join("kept-1.txt")).unwrap();
    author.press(Key::F8);
    assert!(kept.join("kept-1.txt").is_dir() && author.reads(&kept.join("kept-2.txt").display().to_string()));
    fs::rename(folder.place().dialogues.unwrap(), folder.place().dialogues.unwrap().with_file_name("away")).unwrap();
    author.follow(&folder);
    author.press(Key::F8);
    assert!(author.reads("There is no folder"));
}
