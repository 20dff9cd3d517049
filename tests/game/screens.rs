//! Each screen by the names that a screen reader gives its parts, and by its keys.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{self, Key, Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable, by};
use fifty_minutes::game::desk::Desk;
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::*;
use fifty_minutes::game::settings::{Captions, Preset, Settings, Theme};
use fifty_minutes::game::theme;
use fifty_minutes::record::{Afterwards, Mode};
use fifty_minutes::script::codes::Ending;
use fifty_minutes::sitting::Topic;
use fifty_minutes::texts::text;

use crate::Folder;

/// A screen on its own: what it asked for comes in order.
pub fn stand<'a>(
    settings: Settings,
    size: egui::Vec2,
    mut draw: impl FnMut(&mut egui::Ui) -> Option<Intent> + 'a,
) -> Harness<'a, Vec<Intent>> {
    let mut dressed = false;
    let mut harness = Harness::builder().with_size(size).build_ui_state(
        move |ui, asked: &mut Vec<Intent>| {
            if !std::mem::replace(&mut dressed, true) {
                ui.ctx().set_fonts(theme::fonts());
                theme::apply(ui.ctx(), &settings);
                ui.ctx().request_repaint();
                return;
            }
            asked.extend(draw(ui));
        },
        Vec::new(),
    );
    harness.run_steps(6);
    harness
}

pub const USUAL: egui::Vec2 = vec2(1280.0, 720.0);

fn in_room(mode: Mode) -> (Folder, Desk) {
    let folder = Folder::new();
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    desk.answer(&Intent::Sit(mode), Screen::Referral);
    assert_eq!(desk.answer(&Intent::Begin { kept: true }, Screen::Referral), Some(Screen::Room));
    (folder, desk)
}

fn sit_through(desk: &mut Desk) {
    while let Some(offer) = desk.hour.as_ref().and_then(|hour| hour.sitting.menu().into_iter().next()) {
        desk.answer(&Intent::Reply(offer.reply), Screen::Room);
    }
}

fn press(harness: &mut Harness<Vec<Intent>>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

#[test]
fn the_title_leads_on_with_enter_and_space() {
    for key in [Key::Enter, Key::Space] {
        let mut page = TitlePage::default();
        let mut harness = stand(Settings::default(), USUAL, move |ui| title_ui(ui, None, None, &mut page));
        press(&mut harness, key);
        assert_eq!(harness.state()[..], [Intent::Book]);
    }
    let mut page = TitlePage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| title_ui(ui, None, None, &mut page));
    harness.get_by_label(&text("title-settings")).click();
    harness.run_steps(2);
    assert_eq!(harness.state()[..], [Intent::Settings]);
}

#[test]
fn the_book_lists_cases_and_says_what_is_wrong_with_a_broken_one() {
    let folder = Folder::new();
    let desk = folder.desk();
    let mut page = BookPage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| book_ui(ui, &desk.book, None, &mut page));
    let broken = harness.get_by_label_contains("A case with a slip");
    assert!(broken.accesskit_node().is_disabled());
    let name = broken.accesskit_node().label().unwrap();
    assert!(name.contains("1-first-hour.scene.ron") && name.contains("gaol"), "{name}");
    let playable = harness.get_by_label_contains("Alex, first hour");
    let name = playable.accesskit_node().label().unwrap();
    assert!(name.contains("Alex, 40") && name.contains("humanistic") && name.contains("Not reviewed"), "{name}");
    assert!(playable.is_focused(), "the first case that can be played has the focus");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state()[..], [Intent::Open("alex".into()), Intent::Title]);
}

#[test]
fn an_hour_that_was_left_stands_in_the_book() {
    let (_folder, mut desk) = in_room(Mode::Practise);
    desk.answer(&Intent::Leave, Screen::Room);
    let id = desk.book.left[0].id.clone();
    let mut page = BookPage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| book_ui(ui, &desk.book, None, &mut page));
    harness.get_by_label_contains(&format!("{}: Alex", text("book-go-on"))).click();
    harness.run_steps(2);
    harness.get_by_label_contains(&format!("{}: Alex", text("book-so-far"))).click();
    harness.run_steps(2);
    assert_eq!(harness.state()[..], [Intent::Resume(id.clone()), Intent::Review(id)]);
}

#[test]
fn the_referral_note_begins_with_enter_and_keeps_the_exam_shut() {
    let folder = Folder::new();
    let mut desk = folder.desk();
    desk.answer(&Intent::Open("alex".into()), Screen::Book);
    let mut page = ReferralPage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| referral_ui(ui, desk.referral.as_ref()?, None, &mut page));
    assert!(harness.get_by_label("Exam").accesskit_node().is_disabled());
    harness.get_by_label("Learn").click();
    harness.run_steps(2);
    harness.get_by_label(&text("referral-begin")).focus();
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state()[..], [Intent::Sit(Mode::Learn), Intent::Begin { kept: true }, Intent::Book]);
}

#[test]
fn the_room_takes_replies_by_number_arrows_and_pointer() {
    let (_folder, desk) = in_room(Mode::Practise);
    let menu = desk.hour.as_ref().unwrap().sitting.menu();
    let replies: Vec<Intent> = menu.iter().map(|offer| Intent::Reply(offer.reply.clone())).collect();
    let names: Vec<String> = menu
        .iter()
        .enumerate()
        .map(|(number, offer)| {
            format!("{}. {}", number + 1, if offer.deed { text("room-do") + ": " + &offer.text } else { offer.text.clone() })
        })
        .collect();
    let mut page = RoomPage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| {
        let hour = desk.hour.as_ref()?;
        room_ui(ui, &hour.view(&menu, Portrait::Blank, Captions::Sounds, None), &mut page)
    });
    for name in &names {
        let card = harness.get_by_label(name);
        assert!(card.rect().height() >= 56.0);
    }
    press(&mut harness, Key::Num2);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::Enter);
    harness.get_by_label(&names[0]).click();
    harness.run_steps(2);
    press(&mut harness, Key::Num7);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::F10);
    let expected = [replies[1].clone(), replies[2].clone(), replies[1].clone(), replies[0].clone(), Intent::Pause, Intent::Leave];
    assert_eq!(harness.state()[..], expected);
}

#[test]
fn a_key_that_is_held_down_takes_one_reply() {
    let (_folder, desk) = in_room(Mode::Practise);
    let menu = desk.hour.as_ref().unwrap().sitting.menu();
    let mut page = RoomPage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| {
        let hour = desk.hour.as_ref()?;
        room_ui(ui, &hour.view(&menu, Portrait::Blank, Captions::Sounds, None), &mut page)
    });
    for _ in 0..5 {
        harness.key_down(Key::Num1);
        harness.run_steps(2);
    }
    assert_eq!(harness.state().len(), 1);
}

#[test]
fn what_is_so_in_the_patient_is_never_on_the_screen() {
    let (_folder, mut desk) = in_room(Mode::Learn);
    desk.answer(&Intent::Reply(desk.hour.as_ref().unwrap().sitting.menu()[0].reply.clone()), Screen::Room);
    let menu = desk.hour.as_ref().unwrap().sitting.menu();
    let mut page = RoomPage::default();
    let harness = stand(Settings::default(), USUAL, move |ui| {
        let hour = desk.hour.as_ref()?;
        room_ui(ui, &hour.view(&menu, Portrait::Blank, Captions::Sounds, None), &mut page)
    });
    for measure in ["trust", "distress", "frustration", "rupture"] {
        assert!(harness.query_by_value(measure).is_none() && harness.query_by_label(measure).is_none(), "{measure}");
    }
}

#[test]
fn learning_names_the_skill_of_each_reply_and_practice_does_not() {
    for (mode, named) in [(Mode::Learn, true), (Mode::Practise, false)] {
        let (_folder, desk) = in_room(mode);
        let menu = desk.hour.as_ref().unwrap().sitting.menu();
        let mut page = RoomPage::default();
        let skill = fifty_minutes::texts::word("skill", menu[0].codes.skill);
        let harness = stand(Settings::default(), USUAL, move |ui| {
            let hour = desk.hour.as_ref()?;
            room_ui(ui, &hour.view(&menu, Portrait::Blank, Captions::Sounds, None), &mut page)
        });
        assert_eq!(harness.query_by_label_contains(&format!("({skill})")).is_some(), named);
    }
}

#[test]
fn the_end_of_the_hour_goes_on_with_one_or_enter() {
    for key in [Key::Num1, Key::Enter] {
        let (_folder, mut desk) = in_room(Mode::Practise);
        sit_through(&mut desk);
        let mut page = RoomPage::default();
        let mut harness = stand(Settings::default(), USUAL, move |ui| {
            room_ui(ui, &desk.hour.as_ref()?.view(&[], Portrait::Blank, Captions::Sounds, None), &mut page)
        });
        press(&mut harness, key);
        assert_eq!(harness.state()[..], [Intent::TimeIsUp]);
    }
}

#[test]
fn the_pause_leads_back_and_away_says_where_to_turn_and_leaves_out() {
    let topic = |id: &str, left_out| Topic { id: id.into(), note: format!("Something of {id}."), left_out };
    let topics = [topic("dying", false), topic("work", true)];
    let mut page = PausePage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| {
        let view = PauseView { where_to_turn: "Speak with somebody.", kept: true, topics: &topics, trouble: None };
        pause_ui(ui, &view, &mut page)
    });
    harness.get_by_value("Speak with somebody.");
    assert!(harness.get_by_label_contains("of work").accesskit_node().is_disabled(), "it can't be taken back");
    harness.get_by_label_contains("of dying").click();
    harness.run_steps(2);
    harness.get_by_label_contains(&text("grounding-title")).click();
    harness.run_steps(2);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::F10);
    press(&mut harness, Key::F2);
    let expected = [Intent::LeaveOut("dying".into()), Intent::Ground, Intent::GoOn, Intent::Leave, Intent::Settings];
    assert_eq!(harness.state()[..], expected);
}

#[test]
fn a_moment_to_oneself_leads_back_and_where_there_is_a_room_out_of_it() {
    for (kept, left) in [(Some(true), true), (None, false)] {
        let mut page = GroundingPage::default();
        let mut harness = stand(Settings::default(), USUAL, move |ui| grounding_ui(ui, "Speak with somebody.", kept, &mut page));
        harness.get_by_value("Speak with somebody.");
        harness.get_by_value(&text("grounding-feet"));
        for key in [Key::Enter, Key::Escape, Key::F1, Key::F10] {
            press(&mut harness, key);
        }
        let expected: Vec<Intent> =
            [Intent::Return, Intent::Return, Intent::Return].into_iter().chain(left.then_some(Intent::Leave)).collect();
        assert_eq!(harness.state()[..], expected[..]);
    }
}

#[test]
fn a_preset_sets_several_things_at_once() {
    let settings = Settings { text: 175, rain: true, ..Settings::default() };
    let mut page = SettingsPage::default();
    let mut harness = stand(settings, vec2(1280.0, 2000.0), move |ui| settings_ui(ui, &settings, None, None, &mut page));
    for (preset, expected) in [
        (Preset::Seeing, Settings { theme: Theme::HighContrast, captions: Captions::Described, ..settings }),
        (Preset::Hearing, Settings { captions: Captions::Described, room: 0, music: 0, rain: false, ..settings }),
        (Preset::Stillness, Settings { reduced_motion: true, music: 0, rain: false, ..settings }),
    ] {
        harness.get_by_label_contains(&fifty_minutes::texts::word("preset", preset)).click();
        harness.run_steps(2);
        assert_eq!(harness.state().last(), Some(&Intent::Change(expected)));
    }
}

#[test]
fn the_two_questions_may_be_answered_or_skipped() {
    let mut page = AfterwardsPage::default();
    let mut harness = stand(Settings::default(), USUAL, move |ui| afterwards_ui(ui, "Alex", "Speak with somebody.", None, &mut page));
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state()[..], [Intent::Answer(Afterwards::default())]);
    harness.get_by_label("Undecided").click();
    harness.run_steps(2);
    let field = text("afterwards-feel");
    let of_text = |harness: &Harness<Vec<Intent>>| {
        harness
            .get_all_by_label(&field)
            .find(|node| node.accesskit_node().role() == Role::MultilineTextInput || node.accesskit_node().role() == Role::TextInput)
            .map(|node| node.rect())
            .unwrap()
    };
    let place = of_text(&harness).center();
    harness.hover_at(place);
    harness.drag_at(place);
    harness.drop_at(place);
    harness.run_steps(2);
    harness.event(egui::Event::Text("12 things".into()));
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    let answer = Afterwards { expects: Some(Ending::Undecided), felt: "12 things".into() };
    assert_eq!(harness.state().last(), Some(&Intent::Answer(answer)));
}

/// An hour that is over, with its debrief open.
fn looked_back(mode: Mode) -> (Folder, Desk) {
    let (folder, mut desk) = in_room(mode);
    sit_through(&mut desk);
    desk.answer(&Intent::TimeIsUp, Screen::Room);
    assert_eq!(desk.answer(&Intent::Answer(Afterwards::default()), Screen::Afterwards), Some(Screen::Debrief));
    let hindsight = desk.kept.as_ref().unwrap().look_back(|_, _| {});
    assert!(hindsight.is_some());
    desk.debrief.as_mut().unwrap().hindsight = hindsight;
    (folder, desk)
}

/// The debrief so tall that all of it shows.
fn debrief_stands<'a>(desk: Desk, size: egui::Vec2) -> Harness<'a, Vec<Intent>> {
    let mut page = DebriefPage::default();
    stand(Settings::default(), size, move |ui| debrief_ui(ui, &desk.looked_back(None)?, &mut page))
}

/// A reply in the transcript beside the debrief, by how its name begins.
fn reply_told<'h>(harness: &'h Harness<Vec<Intent>>, line: &'h str) -> egui_kittest::Node<'h> {
    harness.get(by().role(Role::Button).predicate(move |node| node.label().is_some_and(|label| label.starts_with(line))))
}

#[test]
fn the_debrief_shows_three_scores_and_opens_them_down_to_their_lines() {
    let (_folder, desk) = looked_back(Mode::Practise);
    let told = desk.debrief.clone().unwrap();
    let mut harness = debrief_stands(desk, vec2(1280.0, 6000.0));
    harness.get_by_role_and_label(Role::RadioButton, &text("debrief-scores")).click();
    harness.run_steps(3);
    for (name, score) in told.scores() {
        let title = text(name);
        harness.get_by_label(&title);
        if score.value.is_some() {
            harness.get_by_value(&format!("{title}: {}", fifty_minutes::report::text::headline(score)));
        }
    }
    let (name, score) = told.scores()[0];
    let answer = told.lines(score).next().unwrap().told.turn.clone();
    let line = format!("{}. {}", answer.number, fifty_minutes::report::text::quoted(&answer.answer().text, answer.answer().deed));
    assert!(harness.query_all_by_value(&line).next().is_none());
    harness.get_by_label_contains(&format!("{}: Show", text(name))).click();
    harness.run_steps(3);
    assert!(harness.query_all_by_value(&line).next().is_some());
    harness.get_by_label(&text("safety-title"));
    press(&mut harness, Key::Num3);
    harness.get_by_label_contains("which is not scored");
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state()[..], [Intent::Book]);
}

#[test]
fn the_debrief_says_what_mattered_and_leads_to_its_line() {
    for (size, beside) in [(vec2(1280.0, 9000.0), true), (vec2(800.0, 9000.0), false)] {
        let (_folder, desk) = looked_back(Mode::Practise);
        let debrief = desk.debrief.clone().unwrap();
        let next = debrief.next.clone().unwrap();
        let mut harness = debrief_stands(desk, size);
        for title in ["well-title", "turning-title", "next-title", "cues-title"] {
            harness.get_by_label(&text(title));
        }
        let answer = debrief.told(next.turn).unwrap().turn.answer();
        assert!(harness.query_all_by_value(&answer.why).next().is_none());
        let line = format!("{}. {}", next.turn, fifty_minutes::report::text::quoted(&answer.text, answer.deed));
        let see =
            fifty_minutes::texts::text_with("debrief-see", &[("title", text("debrief-instead").into()), ("line", line.as_str().into())]);
        harness.get_by_label(&see).click();
        harness.run_steps(4);
        assert!(harness.query_all_by_value(&answer.why).next().is_some(), "{size:?}: the line is opened in the transcript");
        assert!(reply_told(&harness, &line).is_focused());
        assert_eq!(harness.query_by_label(&text("well-title")).is_some(), beside);
    }
}

#[test]
fn another_reply_shows_where_it_would_have_led_and_the_hour_can_be_tried_again() {
    let (_folder, desk) = looked_back(Mode::Practise);
    let debrief = desk.debrief.clone().unwrap();
    let others = fifty_minutes::report::looking_back::others(&debrief, debrief.hindsight.as_ref().unwrap(), 1);
    let (offer, next, led) = (others[0].offer.clone(), others[0].next.clone(), others[0].led.clone());
    let mut harness = debrief_stands(desk, vec2(1280.0, 9000.0));
    let answer = debrief.turns[0].turn.answer();
    let line = format!("1. {}", fifty_minutes::report::text::quoted(&answer.text, answer.deed));
    reply_told(&harness, &line).click();
    harness.run_steps(3);
    assert!(next.iter().all(|line| harness.query_all_by_value(line).next().is_none()) || next.is_empty());
    let quoted = fifty_minutes::report::text::quoted(&offer.text, offer.deed);
    let other = fifty_minutes::texts::text_with("debrief-other", &[("turn", 1.into()), ("line", quoted.as_str().into())]);
    harness.get_by_label(&other).click();
    harness.run_steps(3);
    for line in [&offer.why].into_iter().chain(&next).chain(&led) {
        assert!(harness.query_all_by_value(line).next().is_some(), "{line}");
    }
    harness.get_by_label(&fifty_minutes::texts::text_with("debrief-again", &[("turn", 1.into())])).click();
    harness.run_steps(2);
    assert_eq!(harness.state()[..], [Intent::Again(1)]);
}

#[test]
fn while_it_is_being_looked_back_the_debrief_says_how_far() {
    use fifty_minutes::game::looking_back::Looking;
    let under_way = fifty_minutes::texts::text_with("hindsight-under-way", &[("percent", 33.into())]);
    for (looking, told) in [(Looking::UnderWay { done: 3, of: 9 }, under_way), (Looking::Impossible, text("report-not-retraced"))] {
        let (_folder, mut desk) = looked_back(Mode::Practise);
        desk.debrief.as_mut().unwrap().hindsight = None;
        desk.looking = looking;
        let harness = debrief_stands(desk, vec2(1280.0, 6000.0));
        harness.get_by_value(&told);
    }
}

#[test]
fn settings_change_by_keys_and_pointer() {
    let settings = Settings::default();
    let mut page = SettingsPage::default();
    let mut harness = stand(settings, USUAL, move |ui| settings_ui(ui, &settings, None, None, &mut page));
    assert!(harness.get_by_label(&text("settings-text-name")).is_focused());
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state()[..], [Intent::Change(Settings { text: 105, ..settings })]);
    harness.get_by_label(&text("settings-mute")).click();
    harness.run_steps(2);
    assert_eq!(harness.state().last(), Some(&Intent::Change(Settings { mute: true, ..settings })));
    harness.get_by_label("High contrast").click();
    harness.run_steps(2);
    assert_eq!(harness.state().last(), Some(&Intent::Change(Settings { theme: Theme::HighContrast, ..settings })));
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().last(), Some(&Intent::CloseSettings));
}

#[test]
fn each_part_of_the_sound_is_set_by_its_name() {
    let settings = Settings::default();
    let mut page = SettingsPage::default();
    let mut harness = stand(settings, vec2(1280.0, 2000.0), move |ui| settings_ui(ui, &settings, None, None, &mut page));
    let sliders = [
        ("settings-voice-name", Settings { voice: 65, ..settings }),
        ("settings-tone-name", Settings { room: 65, ..settings }),
        ("settings-music-name", Settings { music: 30, ..settings }),
    ];
    for (name, expected) in sliders {
        harness.get_by_label(&text(name)).focus();
        harness.run_steps(2);
        press(&mut harness, Key::ArrowRight);
        assert_eq!(harness.state().last(), Some(&Intent::Change(expected)), "{name}");
    }
    let checks = [
        ("settings-rain", Settings { rain: true, ..settings }),
        ("settings-clock", Settings { clock: true, ..settings }),
        ("captions-Described", Settings { captions: Captions::Described, ..settings }),
    ];
    for (name, expected) in checks {
        harness.get_by_label(&text(name)).click();
        harness.run_steps(2);
        assert_eq!(harness.state().last(), Some(&Intent::Change(expected)), "{name}");
    }
}

#[test]
fn everything_is_there_with_text_twice_as_large() {
    let (_folder, desk) = in_room(Mode::Learn);
    let menu = desk.hour.as_ref().unwrap().sitting.menu();
    let count = menu.len();
    let mut page = RoomPage::default();
    let harness = stand(Settings { text: 200, ..Settings::default() }, USUAL, move |ui| {
        let hour = desk.hour.as_ref()?;
        room_ui(ui, &hour.view(&menu, Portrait::Blank, Captions::Sounds, None), &mut page)
    });
    for number in 1..=count {
        let begins = |name: Option<String>| name.is_some_and(|name| name.starts_with(&format!("{number}. ")));
        let card = harness.get_all_by_role(Role::Button).find(|node| begins(node.accesskit_node().label())).unwrap();
        assert!(card.rect().left() >= 0.0 && card.rect().right() <= USUAL.x);
    }
    let portrait = harness.get_by_label_contains("A woman of forty");
    assert!(portrait.rect().top() > 0.0, "the person is seen in a band below the strip");
    assert!(portrait.rect().width() < USUAL.x * 0.45);
}

#[test]
fn the_parts_of_the_room_fill_it_and_never_overlap() {
    for width in [640.0, 900.0, 1000.0, 1280.0, 1920.0] {
        for height in [480.0, 720.0, 1080.0] {
            for scale in [0.75, 1.0, 1.5, 2.0] {
                for replies in [80.0, 320.0, 900.0] {
                    let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height));
                    let Places { portrait, strip, transcript, replies } = places(area, scale, |_| replies);
                    let parts = [portrait, strip, transcript, replies];
                    let covered: f32 = parts.iter().map(|part| part.area()).sum();
                    assert!((covered - area.area()).abs() < 4.0 * (width + height), "{width}x{height} at {scale}");
                    assert!(parts.iter().all(|part| part.width() > 60.0 && part.height() > 26.0), "{width}x{height} at {scale}: {parts:?}");
                    for (index, part) in parts.iter().enumerate() {
                        assert!(
                            parts[index + 1..]
                                .iter()
                                .all(|other| part.intersect(*other).area() <= 0.0 || !part.intersects(other.shrink(1.0)))
                        );
                    }
                }
            }
        }
    }
}
