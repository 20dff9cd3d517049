//! The drill and the progress by their keys and by the names that a screen reader gives their parts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bevy_egui::egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use fifty_minutes::assess::occasion::Competence;
use fifty_minutes::game::desk::Desk;
use fifty_minutes::game::drilling::{Ask, Moment, Stand};
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::settings::Settings;
use fifty_minutes::game::transcript::Line;
use fifty_minutes::practice::deck::cards;
use fifty_minutes::sitting::drill::Noted;
use fifty_minutes::texts::{text, text_with, word};

use crate::heard::Program;
use crate::{Folder, reads};

/// Somebody who practises.
struct Trainee<'a> {
    harness: Harness<'a, Program>,
}

impl Trainee<'_> {
    fn at(desk: Desk) -> Trainee<'static> {
        let program = Program::new(desk, Screen::Title);
        let builder = Harness::builder().with_size(vec2(1280.0, 720.0));
        let harness = builder.build_ui_state(|ui, program: &mut Program| program.show(ui), program);
        let mut trainee = Trainee { harness };
        trainee.harness.run_steps(6);
        trainee
    }

    /// Presses a key, and waits until what that leads to was found.
    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run_steps(2);
        self.wait();
    }

    fn wait(&mut self) {
        while self.desk().is_finding_out() {
            std::thread::yield_now();
            self.harness.run_steps(1);
        }
        self.harness.run_steps(4);
    }

    fn ask(&mut self, intent: Intent) {
        let program = self.harness.state_mut();
        let there = program.desk.answer(&intent, program.screen);
        program.screen = there.unwrap_or(program.screen);
        self.wait();
    }

    fn desk(&self) -> &Desk {
        &self.harness.state().desk
    }

    fn screen(&self) -> Screen {
        self.harness.state().screen
    }

    fn moment(&self) -> &Moment {
        match self.desk().drill.as_ref().unwrap().stand() {
            Stand::Moment(moment) => moment,
            stand => panic!("{stand:?}"),
        }
    }

    fn reads(&self, words: &str) -> bool {
        reads(&self.harness, words)
    }
}

/// Every file below a folder, with its bytes.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Lines of what was drilled, without the header.
fn kept(folder: &Folder) -> usize {
    let drills = bytes(&folder.place().data_dir.unwrap().join("drills"));
    drills.values().map(|bytes| String::from_utf8_lossy(bytes).lines().count().saturating_sub(1)).sum()
}

/// A desk on which an hour was held.
fn with_hour(folder: &Folder) -> Desk {
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
    while let Some(offer) = desk.hour.as_ref().and_then(|hour| hour.sitting.menu().into_iter().next()) {
        desk.answer(&Intent::Reply(offer.reply), Screen::Room);
    }
    desk.answer(&Intent::Leave, Screen::Room);
    desk
}

fn begin(competence: Competence) -> Intent {
    Intent::Drill(Ask::Begin { competence: Some(competence), first: None })
}

#[test]
fn ten_minutes_by_keys_from_the_title_and_back() {
    let folder = Folder::new();
    let mut trainee = Trainee::at(with_hour(&folder));
    let records = bytes(&folder.place().data_dir.unwrap().join("records"));
    trainee.press(Key::F4);
    assert_eq!(trainee.screen(), Screen::Drill);
    if let Stand::Topic(_) = trainee.desk().drill.as_ref().unwrap().stand() {
        trainee.press(Key::Enter);
    }
    let card = trainee.moment().at.card.clone();
    let about = trainee.moment().hour.sitting.bundle().case.people[0].about.clone();
    assert!(trainee.reads(&word("criterion", card.competence)) && trainee.reads(&about), "what to look for, and who sits there");
    trainee.press(Key::F1);
    assert_eq!(trainee.screen(), Screen::Grounding);
    trainee.press(Key::Escape);
    assert_eq!((trainee.screen(), &trainee.moment().at.card), (Screen::Drill, &card));

    trainee.press(Key::Num1);
    let answered = trainee.moment().answered.as_ref().unwrap();
    let verdict = if answered.done { text("drill-done") } else { text("drill-missed") };
    let why = answered.turn.answer().why.clone();
    assert!(trainee.reads(&verdict) && trainee.reads(&why) && trainee.reads(&word("criterion", card.competence)));
    let others = trainee.moment().answered.as_ref().unwrap().others.clone();
    assert!(others.iter().all(|other| trainee.reads(&other.why)), "what else does it is told with its reason");
    assert_eq!(kept(&folder), 1);

    trainee.press(Key::Plus);
    assert!(trainee.reads(&Noted { level: 3, waits: false }.told()));
    assert_eq!(kept(&folder), 2);
    trainee.press(Key::Enter);
    assert_eq!((&trainee.moment().at.card, trainee.moment().answered.is_none()), (&card, true), "the same moment again");
    trainee.press(Key::Num2);
    trainee.press(Key::Minus);
    let noted = trainee.moment().noted.unwrap();
    assert_eq!(noted, Noted { level: 2, waits: card.difficulty > 2 });
    assert!(trainee.reads(&noted.told()));
    trainee.press(Key::N);
    assert_eq!(kept(&folder), 4);
    trainee.press(Key::Escape);
    assert_eq!(trainee.screen(), Screen::Title);
    assert!(trainee.desk().drill.is_none() && trainee.desk().on_stage().is_none());
    assert_eq!(bytes(&folder.place().data_dir.unwrap().join("records")), records, "a drill changes no record");
}

#[test]
fn who_is_met_in_a_drill_is_seen_and_heard_as_in_the_room() {
    let folder = Folder::new();
    let mut trainee = Trainee::at(Desk::new(&fifty_minutes::game::desk::Place { reduced_motion: false, ..folder.place() }));
    trainee.ask(begin(Competence::MeetFeeling));
    let hour = trainee.harness.state_mut().desk.on_stage_mut().unwrap();
    hour.stage.advance(20_000);
    assert!(!hour.stage.take_sounds().is_empty(), "somebody speaks");
    // What somebody else answered before is there, without a note on it.
    let lines = &trainee.moment().hour.transcript.lines;
    assert!(lines.iter().any(|line| matches!(line, Line::Said { .. })) && !lines.iter().any(|line| matches!(line, Line::Note { .. })));
    trainee.press(Key::Num1);
    trainee.harness.state_mut().desk.on_stage_mut().unwrap().stage.advance(20_000);
    assert!(!trainee.harness.state_mut().desk.on_stage_mut().unwrap().stage.take_sounds().is_empty(), "and answers");
    let settings = Settings { reduced_motion: true, ..*trainee.desk().settings() };
    trainee.ask(Intent::Change(settings));
    assert_eq!(trainee.desk().on_stage().unwrap().stage.liveliness(), fifty_minutes::game::stage::Liveliness::Resting);
}

#[test]
fn a_topic_is_told_before_its_moment_and_can_be_left_out() {
    let folder = Folder::new();
    let bundle = folder.desk().library().unwrap().case("alex").unwrap().bundle.clone().unwrap();
    let place = cards(&bundle).into_iter().find(|card| card.topic.is_some()).unwrap().place;
    let at = || Intent::Drill(Ask::Begin { competence: None, first: Some(place.clone()) });
    let mut trainee = Trainee::at(folder.desk());
    trainee.ask(at());
    let note = bundle.case.topics().next().unwrap().1.note.clone();
    assert!(trainee.reads(&note) && trainee.desk().on_stage().is_none(), "nothing of it is there yet");
    trainee.press(Key::Enter);
    assert_eq!(trainee.moment().at.card.place, place);
    trainee.press(Key::Num1);
    trainee.press(Key::Enter);
    assert_eq!(trainee.moment().at.card.place, place, "it isn't told twice");
    trainee.press(Key::Escape);

    trainee.ask(at());
    trainee.press(Key::N);
    assert_ne!(trainee.moment().at.card.place, place);
    trainee.press(Key::Escape);

    trainee.ask(at());
    trainee.harness.get_by_label_contains(&text("drill-topic-out")).click();
    trainee.harness.run_steps(2);
    trainee.wait();
    while let Stand::Moment(moment) = trainee.desk().drill.as_ref().unwrap().stand() {
        assert_eq!(moment.at.card.topic, None);
        trainee.press(Key::Num1);
        trainee.press(Key::N);
    }
    assert!(trainee.reads(&text("drill-nothing")));
}

#[test]
fn where_nothing_can_be_written_the_drill_goes_on() {
    let folder = Folder::new();
    let mut trainee = Trainee::at(folder.desk());
    // A file where the folder should be: nobody can write there, whoever they are.
    let data = folder.place().data_dir.unwrap();
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("drills"), "").unwrap();
    trainee.ask(begin(Competence::Pace));
    trainee.press(Key::Num1);
    let notice = trainee.desk().notice.clone();
    let told = notice.map(|notice| notice.text).unwrap_or_default();
    assert!(told.contains("drills") || told.contains(&text("drill-unkept")), "{told}");
    assert_eq!(trainee.screen(), Screen::Drill);
}

#[test]
fn where_no_moment_can_be_looked_for_it_is_told_and_tried_again() {
    let folder = Folder::new();
    let mut trainee = Trainee::at(folder.desk());
    // A file where the folder should be: nobody can read in it, whoever they are.
    let data = folder.place().data_dir.unwrap();
    fs::create_dir_all(&data).unwrap();
    fs::write(data.join("records"), "").unwrap();
    trainee.ask(begin(Competence::Pace));
    for _ in 0..2 {
        assert!(matches!(trainee.desk().drill.as_ref().unwrap().stand(), Stand::Failed));
        assert!(trainee.reads(&text("drill-failed")) && !trainee.reads(&text("drill-nothing")));
        assert!(trainee.desk().notice.is_some(), "and why");
        trainee.press(Key::Enter);
    }
    fs::remove_file(data.join("records")).unwrap();
    trainee.press(Key::Enter);
    // Which moment comes is drawn, and of some a topic is told first.
    assert!(matches!(trainee.desk().drill.as_ref().unwrap().stand(), Stand::Moment(_) | Stand::Topic(_)));
    trainee.press(Key::Escape);
    assert_eq!(trainee.screen(), Screen::Title);
}

#[test]
fn progress_tells_what_was_tried_and_leads_on() {
    let folder = Folder::new();
    let mut trainee = Trainee::at(folder.desk());
    trainee.press(Key::F5);
    assert_eq!(trainee.screen(), Screen::Progress);
    assert!(trainee.reads(&text_with("progress-due", &[("due", 0.into())])) && trainee.reads("Not tried yet"));
    trainee.press(Key::Escape);

    let mut trainee = Trainee::at(with_hour(&folder));
    trainee.press(Key::F5);
    let found = trainee.desk().fared.found.as_ref().unwrap();
    let next = found.next.clone().unwrap();
    assert_eq!(found.hours.len(), 1);
    assert!(found.competences.iter().any(|standing| standing.whole.tries > 0));
    assert!(trainee.reads(&word("competence", next.competence)) && trainee.reads("Alex, first hour"));
    // The first thing on the page is the moment to try, and it leads there and back.
    trainee.press(Key::Enter);
    assert_eq!(trainee.screen(), Screen::Drill);
    match trainee.desk().drill.as_ref().unwrap().stand() {
        Stand::Moment(moment) => assert_eq!(moment.at.card.place, next.card.place),
        Stand::Topic(_) => {}
        stand => panic!("{stand:?}"),
    }
    trainee.press(Key::Escape);
    assert_eq!(trainee.screen(), Screen::Progress);
    assert!(trainee.desk().fared.found.is_some(), "it is found out anew");
    trainee.harness.get_by_label_contains("Alex, first hour").focus();
    trainee.harness.run_steps(3);
    trainee.press(Key::Enter);
    assert_eq!(trainee.screen(), Screen::Debrief);
}

#[test]
fn a_damaged_file_is_told_on_the_page() {
    let folder = Folder::new();
    let desk = with_hour(&folder);
    let records = folder.place().data_dir.unwrap().join("records");
    fs::write(records.join("noise.jsonl"), [0xff, b'\n']).unwrap();
    let mut trainee = Trainee::at(desk);
    trainee.press(Key::F5);
    assert!(trainee.reads("noise.jsonl is damaged in line 1"), "it is told");
    assert_eq!(trainee.desk().fared.found.as_ref().unwrap().hours.len(), 1, "and hides nothing");
}
