//! A machine that can't show a window: the program says what is missing, what to try and what goes on in the terminal; and windows of sizes
//! that nobody would choose.

use std::process::{Command, Output, Stdio};

use bevy_egui::egui::vec2;
use egui_kittest::Harness;
use fifty_minutes::game::screen::{Intent, Screen};
use fifty_minutes::game::screens::{Pages, Portrait, screen_ui};
use fifty_minutes::game::settings::Settings;
use fifty_minutes::game::theme;
use fifty_minutes::record::Afterwards;

use crate::Folder;

/// The program as somebody starts it whose machine has that and no other desktop.
fn started(desktop: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fifty-minutes"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "LANGUAGE", "WGPU_BACKEND"] {
        command.env_remove(name);
    }
    let data = tempfile::tempdir().unwrap();
    command.env("LC_ALL", "C").envs(desktop.iter().copied()).arg("--data-dir").arg(data.path()).args(arguments);
    command.stdin(Stdio::null()).output().unwrap()
}

#[track_caller]
fn says(output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    for word in words.iter().chain(&["fifty-minutes play CASE", "records are safe"]) {
        assert!(said.contains(word), "{word}: {said}");
    }
    assert!(!said.contains("panicked") && said.lines().count() == 1, "{said}");
}

#[test]
fn without_a_screen_the_program_says_so() {
    for arguments in [&[][..], &["--case", "noor"], &["--size", "640x480"]] {
        says(&started(&[], arguments), &["no screen", "DISPLAY"]);
    }
    says(&started(&[("DISPLAY", "")], &[]), &["no screen"]);
}

#[test]
fn a_screen_that_does_not_answer_is_named() {
    for (name, screen) in [("DISPLAY", ":4242"), ("DISPLAY", "nowhere"), ("DISPLAY", ":"), ("WAYLAND_DISPLAY", "wayland-4242")] {
        says(&started(&[(name, screen)], &[]), &["does not answer", screen]);
    }
}

/// Something listens where a screen would, so that only what draws is missing.
#[cfg(target_os = "linux")]
#[test]
fn without_anything_that_draws_the_program_says_what_to_install() {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixListener};

    let number = 40_000 + std::process::id() % 10_000;
    let address = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}")).unwrap();
    let _screen = UnixListener::bind_addr(&address).unwrap();
    let (display, none) = (format!(":{number}"), "/dev/null");
    let machine = [("DISPLAY", display.as_str()), ("VK_DRIVER_FILES", none), ("VK_ICD_FILENAMES", none), ("WGPU_BACKEND", "vulkan")];
    says(&started(&machine, &[]), &["graphics driver", "mesa-vulkan-drivers"]);
}

#[test]
fn every_screen_is_drawn_in_a_window_of_any_size_and_scale() {
    const SIZES: [(f32, f32); 9] = [
        (1280.0, 720.0),
        (1.0, 1.0),
        (60.0, 40.0),
        (121.0, 121.0),
        (320.0, 240.0),
        (130.0, 2000.0),
        (4000.0, 130.0),
        (7680.0, 4320.0),
        (640.0, 480.0),
    ];
    let folder = Folder::new();
    let (mut held, mut under_way) = (folder.desk(), folder.desk());
    under_way.straight_into("alex", true);
    held.straight_into("alex", false);
    while let Some(offer) = held.hour.as_ref().and_then(|hour| hour.sitting.menu().into_iter().next()) {
        held.answer(&Intent::Reply(offer.reply), Screen::Room);
    }
    held.answer(&Intent::TimeIsUp, Screen::Room);
    assert_eq!(held.answer(&Intent::Answer(Afterwards::default()), Screen::Afterwards), Some(Screen::Debrief));
    for (screen, percent, scale) in Screen::ALL.into_iter().flat_map(|screen| [(screen, 75, 0.5), (screen, 200, 4.0)]) {
        let desk = if screen == Screen::Debrief { &held } else { &under_way };
        let settings = Settings { text: percent, ..Settings::default() };
        let (mut pages, mut dressed) = (Pages::default(), false);
        let mut harness = Harness::builder().with_pixels_per_point(scale).build_ui(move |ui| {
            if !std::mem::replace(&mut dressed, true) {
                ui.ctx().set_fonts(theme::fonts());
                theme::apply(ui.ctx(), &settings);
                return;
            }
            screen_ui(ui, screen, desk, Portrait::Blank, &mut pages);
        });
        for (width, height) in SIZES {
            harness.set_size(vec2(width, height));
            harness.run_steps(3);
        }
    }
}
