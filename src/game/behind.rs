//! Long work behind the page, on a thread of its own: where there are few cores the pool that draws faces has one thread, and a face must
//! never wait for figures.

use std::panic::resume_unwind;
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

/// Work that is being done, until what came of it is taken.
#[derive(Debug)]
pub struct Behind<T>(Option<JoinHandle<T>>);

impl<T: Send + 'static> Behind<T> {
    pub fn begin(work: impl FnOnce() -> T + Send + 'static) -> Behind<T> {
        Behind(Some(spawn(work)))
    }

    /// What came of it, once it is done.
    pub fn take(&mut self) -> Option<T> {
        let done = self.0.take_if(|work| work.is_finished())?;
        Some(done.join().unwrap_or_else(|panic| resume_unwind(panic)))
    }

    /// The same, waited for so long.
    pub fn take_within(&mut self, patience: Duration) -> Option<T> {
        let begun = Instant::now();
        while self.0.as_ref().is_some_and(|work| !work.is_finished()) && begun.elapsed() < patience {
            sleep(Duration::from_millis(1));
        }
        self.take()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use bevy::tasks::{AsyncComputeTaskPool, TaskPoolBuilder};

    use super::*;

    #[test]
    fn a_pool_with_one_thread_draws_while_figures_are_found() {
        let pool = AsyncComputeTaskPool::get_or_init(|| TaskPoolBuilder::new().num_threads(1).build());
        let (drawn, waits) = channel();
        // Done only once something else was done in the pool.
        let mut figures = Behind::begin(move || waits.recv().unwrap());
        assert_eq!(figures.take(), None);
        pool.spawn(async move { drawn.send("a face").unwrap() }).detach();
        let found = loop {
            match figures.take() {
                Some(found) => break found,
                None => std::thread::yield_now(),
            }
        };
        assert_eq!((found, figures.take()), ("a face", None));
    }
}
