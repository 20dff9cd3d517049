//! A clip that comes round: made when it is first wanted, and kept.

use std::time::Duration;

use bevy::log::warn;
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use kira::Tween;
use kira::sound::static_sound::{StaticSoundData, StaticSoundHandle};
use kira::track::TrackHandle;

use super::data;
use crate::portrait::voice::Clip;

/// How long it takes to come and to go.
pub const FADE: Duration = Duration::from_millis(900);

/// A straight way there in that time.
pub fn over(duration: Duration) -> Tween {
    Tween { duration, ..Tween::default() }
}

/// Clips that are made together, away from the frame.
#[derive(Default)]
pub enum Made {
    #[default]
    NotYet,
    Making(Task<Vec<StaticSoundData>>),
    Ready(Vec<StaticSoundData>),
}

impl Made {
    /// The clips, once they are there; asked for the first time they are begun.
    pub fn get(&mut self, make: impl FnOnce() -> Vec<Clip> + Send + 'static) -> Option<&[StaticSoundData]> {
        match self {
            Made::NotYet => {
                let task = AsyncComputeTaskPool::get().spawn(async move { make().iter().map(data).collect() });
                *self = Made::Making(task);
            }
            Made::Making(task) => {
                if let Some(clips) = block_on(poll_once(task)) {
                    *self = Made::Ready(clips);
                }
            }
            Made::Ready(_) => {}
        }
        match self {
            Made::Ready(clips) => Some(clips),
            Made::NotYet | Made::Making(_) => None,
        }
    }

    /// True while they are being made.
    #[cfg(test)]
    pub fn waits(&self) -> bool {
        matches!(self, Made::Making(_))
    }
}

/// One clip that comes round on a track.
#[derive(Default)]
pub struct Round {
    pub made: Made,
    playing: Option<StaticSoundHandle>,
    /// The device would not; it isn't asked again.
    refused: bool,
}

impl Round {
    /// Has it heard on that track, or not.
    pub fn hear(&mut self, track: &mut TrackHandle, wanted: bool, make: impl FnOnce() -> Clip + Send + 'static) {
        if !wanted {
            if let Some(mut playing) = self.playing.take() {
                playing.stop(over(FADE));
            }
            return;
        }
        if self.playing.is_some() || self.refused {
            return;
        }
        let Some(clip) = self.made.get(|| vec![make()]).and_then(<[_]>::first) else { return };
        match track.play(clip.fade_in_tween(over(FADE))) {
            Ok(playing) => self.playing = Some(playing),
            Err(error) => {
                self.refused = true;
                warn!("a part of the room can't be heard: {error}");
            }
        }
    }
}
