//! What is told where the window has to close: what failed, in the words of what did, and that the record is safe.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};
use std::time::Duration;

use bevy::prelude::*;
use bevy::render::error_handler::{ErrorType, RenderError, RenderErrorHandler, RenderErrorPolicy};
use bevy::render::render_resource::PollType;
use bevy::render::renderer::RenderDevice;
use bevy::time::common_conditions::on_real_timer;

use crate::texts::{text, text_with};

/// What failed first.
#[derive(Resource, Clone)]
pub struct Cause {
    /// The window's own thread. Another may fall over and the window stays, as when a sound device is unplugged.
    own: ThreadId,
    failed: Arc<Mutex<Failed>>,
}

#[derive(Default)]
struct Failed {
    here: Option<String>,
    elsewhere: Option<String>,
}

impl Cause {
    /// Nothing has failed yet; the window is this thread's.
    pub fn here() -> Cause {
        Cause { own: thread::current().id(), failed: Arc::default() }
    }

    pub fn tell(&self, what: String) {
        let mut failed = self.failed();
        let first = if thread::current().id() == self.own { &mut failed.here } else { &mut failed.elsewhere };
        first.get_or_insert(what);
    }

    /// The sentence for a person.
    pub fn told(&self) -> String {
        let mut failed = self.failed();
        let what = failed.here.take().or(failed.elsewhere.take()).unwrap_or_else(|| text("window-no-cause"));
        text_with("window-failed", &[("what", what.split_whitespace().collect::<Vec<_>>().join(" ").into())])
    }

    fn failed(&self) -> MutexGuard<'_, Failed> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where the graphics driver gives up the window closes: what is drawn after that can't be trusted, and may flash.
const HANDLER: RenderErrorHandler = RenderErrorHandler(close);

/// How often the driver is asked whether it is still there: where nothing can be drawn any more it says nothing by itself, and the window
/// would stand still for good.
const ASKED: Duration = Duration::from_secs(1);

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(HANDLER).add_systems(Update, ask.run_if(on_real_timer(ASKED)));
}

fn ask(device: Res<RenderDevice>, cause: Res<Cause>, mut exit: MessageWriter<AppExit>) {
    if let Err(error) = device.poll(PollType::Poll) {
        cause.tell(text_with("window-graphics-lost", &[("what", error.to_string().into())]));
        exit.write(AppExit::error());
    }
}

fn close(error: &RenderError, window: &mut World, _: &mut World) -> RenderErrorPolicy {
    let said = if error.description.is_empty() { text("window-no-reason") } else { error.description.clone() };
    let what = || [("what", said.as_str().into())];
    window.resource::<Cause>().tell(match error.ty {
        ErrorType::DeviceLost => text_with("window-graphics-lost", &what()),
        ErrorType::OutOfMemory => text("window-graphics-memory"),
        ErrorType::Validation | ErrorType::Internal => text_with("window-graphics-error", &what()),
    });
    window.write_message(AppExit::error());
    RenderErrorPolicy::StopRendering
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_in_the_window_is_told_before_what_failed_beside_it() {
        let cause = Cause::here();
        let beside = cause.clone();
        thread::spawn(move || beside.tell("the sound".into())).join().unwrap();
        assert!(cause.clone().told().contains("the sound"));
        assert!(cause.told().contains(&text("window-no-cause")));

        let beside = cause.clone();
        thread::spawn(move || beside.tell("the sound".into())).join().unwrap();
        cause.tell("the\n  window".into());
        cause.tell("all the rest".into());
        assert!(cause.told().contains("the window."));
    }

    #[test]
    fn where_the_driver_gives_up_the_window_closes_and_says_so() {
        for (ty, key) in [
            (ErrorType::DeviceLost, "window-graphics-lost"),
            (ErrorType::OutOfMemory, "window-graphics-memory"),
            (ErrorType::Validation, "window-graphics-error"),
        ] {
            let (mut window, mut render) = (App::new(), World::new());
            window.insert_resource(Cause::here());
            let error = RenderError { ty, description: "parent device is lost".into(), source: None };
            let policy = HANDLER.0(&error, window.world_mut(), &mut render);
            assert!(matches!(policy, RenderErrorPolicy::StopRendering));
            assert!(window.should_exit().is_some_and(|exit| exit.is_error()));
            let told = window.world().resource::<Cause>().told();
            assert!(told.contains(&text_with(key, &[("what", "parent device is lost".into())])), "{told}");
        }
    }
}
