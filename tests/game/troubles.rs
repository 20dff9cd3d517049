//! A machine that can't show a window: the program says what is missing, what to try and what goes on in the terminal.

use std::process::{Command, Output, Stdio};

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
