//! The language of the window: chosen in the settings, and what follows it.

use std::fs;
use std::process::Command;

use bevy_egui::egui::vec2;
use egui_kittest::kittest::Queryable;
use fifty_minutes::game::desk::{Desk, Place};
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::{BookPage, SettingsPage, book_ui, settings_ui};
use fifty_minutes::game::settings::Settings;
use fifty_minutes::game::transcript::Line;
use fifty_minutes::texts::{Language, spoken, text};

use crate::Folder;
use crate::screens::stand;

/// Runs a test in a process of its own: the language is the whole program's, and other tests read texts at the same time.
fn alone(test: &str, body: impl Fn()) {
    const ALONE: &str = "FIFTY_MINUTES_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return body();
    }
    let run = Command::new(std::env::current_exe().unwrap()).args(["--exact", test]).env(ALONE, "1").output().unwrap();
    let told = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success() && told.contains("1 passed"), "{told}");
}

/// The case with its title and its first words in Portuguese.
fn with_a_sheet() -> Folder {
    let folder = Folder::new();
    let sheet = folder.folder.path().join("dialogues/alex/lang/pt-BR.csv");
    fs::create_dir_all(sheet.parent().unwrap()).unwrap();
    let mut written = String::from("key,source,translation\ncase/title,\"Alex, first hour\",\"Alex, primeira hora\"\n");
    let first = "Sits down on the edge of the chair and keeps the scarf on.";
    written += &format!("1-first-hour/arrives/line-1/1,\"{first}\",\"Senta na ponta da cadeira.\"\n");
    fs::write(sheet, written).unwrap();
    folder
}

fn portuguese() -> Language {
    "pt-BR".parse().unwrap()
}

fn read(desk: &Desk) -> Vec<Line> {
    desk.hour.as_ref().unwrap().transcript.lines.clone()
}

#[test]
fn each_language_is_offered_in_its_own_words() {
    for language in Language::all() {
        let mut page = SettingsPage::default();
        let settings = Settings::default();
        let mut harness = stand(settings, vec2(1280.0, 2000.0), move |ui| settings_ui(ui, &settings, None, None, &mut page));
        harness.get_by_label(&language.name()).click();
        harness.run_steps(2);
        assert_eq!(harness.state()[..], [Intent::Change(Settings { language: Some(language), ..settings })]);
    }
}

#[test]
fn the_book_says_in_which_languages_a_case_is_there() {
    let folder = with_a_sheet();
    let desk = folder.desk();
    let mut page = BookPage::default();
    let harness = stand(Settings::default(), vec2(1280.0, 720.0), move |ui| book_ui(ui, &desk.book, None, &mut page));
    harness.get_by_label_contains("Languages: English · Português (Brasil) (in part)");
    assert!(harness.query_all_by_label_contains("Languages: ").count() == 1, "the other is there in English alone");
}

#[test]
fn the_language_that_is_chosen_holds_at_once_and_the_next_time() {
    alone("language::the_language_that_is_chosen_holds_at_once_and_the_next_time", || {
        let folder = with_a_sheet();
        let mut desk = folder.desk();
        assert_eq!((spoken().tag(), desk.book.appointments[0].title.as_str()), ("en", "Alex, first hour"));
        desk.answer(&Intent::Open("alex".into()), Screen::Book);
        desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
        let begun = read(&desk);

        desk.answer(&Intent::Change(Settings { language: Some(portuguese()), ..*desk.settings() }), Screen::Settings);
        assert_eq!((spoken().tag(), text("settings-close").as_str()), ("pt-BR", "Voltar"));
        assert_eq!(Screen::Room.window_title(), "Em sessão – Fifty Minutes");
        assert!(desk.where_to_turn.contains("pronto-socorro"), "{}", desk.where_to_turn);
        assert_eq!(desk.book.appointments[0].title, "Alex, primeira hora");
        assert_eq!(read(&desk), begun, "what has begun goes on in its language");

        // The note that is open is in the new language, and so is the hour that begins from it.
        assert_eq!(desk.referral.as_ref().unwrap().bundle.case.title, "Alex, primeira hora");
        desk.answer(&Intent::Begin { kept: true }, Screen::Referral);
        assert!(read(&desk).contains(&Line::Seen("Senta na ponta da cadeira.".into())), "{:?}", read(&desk));
        desk.answer(&Intent::Leave, Screen::Room);
        assert!(desk.book.left.iter().any(|hour| hour.line.contains(" de ")), "{:?}", desk.book.left);

        fifty_minutes::texts::speak(Language::all().next().unwrap());
        assert_eq!(folder.desk().settings().language, Some(portuguese()));
        assert_eq!(spoken(), portuguese());
    });
}

#[test]
fn who_chose_no_language_is_spoken_to_in_the_system_s() {
    alone("language::who_chose_no_language_is_spoken_to_in_the_system_s", || {
        let folder = with_a_sheet();
        let mut desk = folder.desk();
        let heron = || Intent::Practise(Some("heron-7".parse().unwrap()));
        desk.answer(&heron(), Screen::Trainees);
        desk.answer(&Intent::Change(Settings { language: Some(portuguese()), ..*desk.settings() }), Screen::Settings);
        for _ in 0..2 {
            assert_eq!((spoken(), desk.book.appointments[0].title.as_str()), (portuguese(), "Alex, primeira hora"));
            desk.answer(&Intent::Practise(None), Screen::Trainees);
            assert_eq!((spoken().tag(), desk.book.appointments[0].title.as_str()), ("en", "Alex, first hour"));
            desk.answer(&heron(), Screen::Trainees);
        }
    });
}

#[test]
fn a_language_asked_for_at_the_start_holds_for_that_time_only() {
    alone("language::a_language_asked_for_at_the_start_holds_for_that_time_only", || {
        let folder = with_a_sheet();
        let mut desk = Desk::new(&Place { language: Some(portuguese()), ..folder.place() });
        assert_eq!(spoken(), portuguese());
        desk.answer(&Intent::Change(Settings { text: 125, ..*desk.settings() }), Screen::Settings);
        let kept = Settings::load(&folder.folder.path().join("data"));
        assert_eq!((kept.text, kept.language), (125, None));
    });
}
