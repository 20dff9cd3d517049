//! Whether a window can be opened here at all, found out before anything is started that would fall over.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bevy::render::renderer::initialize_renderer;
use bevy::render::settings::{Backends, RenderCreation, WgpuSettings};
use bevy::tasks::block_on;

use crate::texts::text;

/// What to draw with.
pub fn graphics() -> Result<RenderCreation, String> {
    display()?;
    let settings = WgpuSettings::default();
    // OpenGL last: only to ask for it starts a good deal, and prints more.
    let tries = match Backends::from_env() {
        Some(named) => vec![named],
        None => vec![Backends::PRIMARY, Backends::GL],
    };
    // It panics where there is nothing to draw with.
    let start = |backends| catch_unwind(AssertUnwindSafe(|| block_on(initialize_renderer(backends, None, &settings)))).ok();
    tries.into_iter().find_map(start).map(RenderCreation::Manual).ok_or_else(|| text("window-no-graphics"))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn display() -> Result<(), String> {
    Ok(())
}

/// Somebody answers where the desktop is said to be.
#[cfg(all(unix, not(target_os = "macos")))]
fn display() -> Result<(), String> {
    use crate::texts::text_with;
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (wayland, x11) = (named("WAYLAND_DISPLAY").or(named("WAYLAND_SOCKET")), named("DISPLAY"));
    let Some(first) = wayland.as_ref().or(x11.as_ref()) else { return Err(text("window-no-display")) };
    let answers = wayland.as_deref().is_some_and(wayland_answers) || x11.as_deref().is_some_and(x11_answers);
    if answers { Ok(()) } else { Err(text_with("window-display-silent", &[("display", first.as_str().into())])) }
}

#[cfg(all(unix, not(target_os = "macos")))]
fn wayland_answers(display: &str) -> bool {
    use std::os::unix::net::UnixStream;
    use std::path::Path;
    // A socket that was handed over by number is open already.
    if display.chars().all(|c| c.is_ascii_digit()) {
        return true;
    }
    let folder = std::env::var("XDG_RUNTIME_DIR").unwrap_or_default();
    UnixStream::connect(Path::new(&folder).join(display)).is_ok()
}

#[cfg(all(unix, not(target_os = "macos")))]
fn x11_answers(display: &str) -> bool {
    use std::net::TcpStream;
    use std::os::unix::net::UnixStream;
    let Some((host, rest)) = display.rsplit_once(':') else { return false };
    let Ok(number) = rest.split('.').next().unwrap_or_default().parse::<u16>() else { return false };
    if host.is_empty() || host == "unix" {
        return UnixStream::connect(format!("/tmp/.X11-unix/X{number}")).is_ok() || x11_abstract(number);
    }
    TcpStream::connect((host, number.saturating_add(6000))).is_ok()
}

#[cfg(target_os = "linux")]
fn x11_abstract(number: u16) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};
    let address = SocketAddr::from_abstract_name(format!("/tmp/.X11-unix/X{number}"));
    address.and_then(|address| UnixStream::connect_addr(&address)).is_ok()
}

#[cfg(all(unix, not(target_os = "macos"), not(target_os = "linux")))]
fn x11_abstract(_number: u16) -> bool {
    false
}
