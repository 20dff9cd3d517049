//! The sound device: whether there is one, and its opening.

use bevy::log::warn;
use kira::{AudioManager, AudioManagerSettings, DefaultBackend};

use super::live::Live;

/// Opens the device; none where there is none, or where it does not work. It may take its time.
pub fn open() -> Option<Live> {
    if !has_device() {
        warn!("there is no sound device; the hour is silent");
        return None;
    }
    let opened = AudioManager::<DefaultBackend>::new(AudioManagerSettings::default()).map_err(|error| error.to_string());
    match opened.and_then(|manager| Live::new(manager).map_err(|error| error.to_string())) {
        Ok(live) => Some(live),
        Err(error) => {
            warn!("there is no sound: {error}");
            None
        }
    }
}

/// Asked first: where there is none, the sound library says so at length.
#[cfg(target_os = "linux")]
fn has_device() -> bool {
    use std::path::Path;
    let cards = std::fs::read_to_string("/proc/asound/cards").unwrap_or_default();
    let served = |socket: &str| std::env::var("XDG_RUNTIME_DIR").is_ok_and(|folder| Path::new(&folder).join(socket).exists());
    cards.contains('[') || std::env::var_os("PULSE_SERVER").is_some() || served("pulse/native") || served("pipewire-0")
}

#[cfg(not(target_os = "linux"))]
fn has_device() -> bool {
    true
}
