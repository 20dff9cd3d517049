//! Watches the folder of cases: tells when something in it that is read was saved, once for each burst of writes.
//!
//! What the system tells of is only the alarm: whether there is anything to tell is seen by looking. Where the system tells of
//! nothing, as over a network, the folder is looked at every two seconds all the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf, absolute};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode, Event, EventKind, ModifyKind};
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::script::translation;

use super::names::{may_be_told, may_hold};
use super::{TRANSCRIPT, TRANSCRIPTS, belongs, is_hidden, is_where_to_turn, right_name, sorted};

/// A save is over when nothing has happened for so long.
const QUIET: Duration = Duration::from_millis(20);

/// After so long it is told of, over or not.
const LONGEST: Duration = Duration::from_millis(400);

/// How often the folder is looked at where nothing was told of.
const NEXT_LOOK: Duration = Duration::from_secs(2);

/// Most folders that are watched.
const MOST_FOLDERS: usize = 1_000;

/// What a folder of cases held at one moment, as far as it is read: enough to see that something is another since.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    folders: Vec<PathBuf>,
    /// How long each file is, in bytes, and when it was written.
    files: BTreeMap<PathBuf, (u64, Option<SystemTime>)>,
}

impl Look {
    /// Looks at a folder of cases; nothing is seen where it isn't there.
    pub fn at(folder: &Path) -> Look {
        let mut look = Look::default();
        let root = absolute(folder).unwrap_or_else(|_| folder.into());
        let depth = root.components().count();
        let mut open = vec![root];
        while let Some(folder) = open.pop() {
            let Ok(entries) = sorted(&folder) else { continue };
            let below = folder.components().count().saturating_sub(depth);
            look.folders.push(folder);
            for path in entries {
                let Ok(about) = fs::metadata(&path) else { continue };
                if about.is_dir() {
                    let named = |name: &str| path.file_name().is_some_and(|there| there == name);
                    let is_read = match below {
                        0 => !is_hidden(&path),
                        _ => below == 1 && (named(TRANSCRIPTS) || named(translation::FOLDER) || may_hold(&path)),
                    };
                    if is_read {
                        open.push(path);
                    }
                } else if is_read(&path) {
                    look.files.insert(path, (about.len(), about.modified().ok()));
                }
            }
        }
        look
    }
}

fn is_read(path: &Path) -> bool {
    let is_transcript = path.to_str().is_some_and(|path| path.ends_with(TRANSCRIPT))
        && path.parent().and_then(Path::file_name).is_some_and(|folder| folder == TRANSCRIPTS);
    belongs(path) || right_name(path).is_some() || is_where_to_turn(path) || is_transcript || may_be_told(path)
}

/// A folder of cases being watched, until this is dropped.
#[derive(Debug)]
pub struct Watch {
    signals: Sender<Signal>,
}

enum Signal {
    Happened(notify::Result<Event>),
    Stop,
}

impl Watch {
    /// From here on `tell` is called, on a thread of its own, each time that something is another than it was last seen; with
    /// why it may take two seconds, where the system can't tell of it at once. What is saved while it runs is told of after it.
    pub fn begin(folder: &Path, seen: Look, tell: impl FnMut(Option<&str>) + Send + 'static) -> io::Result<Watch> {
        let (signals, received) = channel();
        let root = absolute(folder)?;
        let watching = Watching { root, signals: signals.clone(), received };
        thread::Builder::new().name("drafts".into()).spawn(move || watching.run(seen, tell))?;
        Ok(Watch { signals })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Where nobody listens any more it has stopped already.
        let _ = self.signals.send(Signal::Stop);
    }
}

struct Watching {
    root: PathBuf,
    signals: Sender<Signal>,
    received: Receiver<Signal>,
}

/// What the system was asked to tell of.
struct Planted {
    /// The watching ends with it.
    _watcher: Option<RecommendedWatcher>,
    /// Those of the look, and the nearest above them, in which they may come and go.
    folders: Vec<PathBuf>,
    above: Option<PathBuf>,
    /// Why not everything is told of.
    slow: Option<String>,
}

impl Watching {
    fn run(self, mut seen: Look, mut tell: impl FnMut(Option<&str>)) {
        let mut planted = self.plant(&Look::at(&self.root));
        let mut told_slow = None;
        let mut burst = Burst::default();
        loop {
            let mut now = Look::at(&self.root);
            // A folder that went and came looks like the one that was there; in between it couldn't be read.
            let have_folders_changed =
                burst.folders_changed || now.folders != planted.folders || nearest_above(&self.root) != planted.above;
            if have_folders_changed {
                planted = self.plant(&now);
                // What came in between nobody has told of.
                now = Look::at(&self.root);
            }
            if have_folders_changed || burst.is_read || now != seen || planted.slow != told_slow {
                tell(planted.slow.as_deref());
            }
            (seen, told_slow) = (now, planted.slow.clone());
            burst = match self.wait(&planted) {
                Some(burst) => burst,
                None => return,
            };
        }
    }

    fn plant(&self, look: &Look) -> Planted {
        let (root, signals) = (self.root.clone(), self.signals.clone());
        let handler = move |event: notify::Result<Event>| {
            let concerns = |path: &PathBuf| path.starts_with(&root) || root.starts_with(path);
            // Whoever reads opens and closes: not even this program's own reading may wake it.
            let matters = event
                .as_ref()
                .map_or(true, |event| event.need_rescan() || (!is_only_looked_at(event.kind) && event.paths.iter().any(concerns)));
            if matters {
                let _ = signals.send(Signal::Happened(event));
            }
        };
        let (folders, above) = (look.folders.clone(), nearest_above(&self.root));
        let mut watcher = match RecommendedWatcher::new(handler, notify::Config::default()) {
            Ok(watcher) => watcher,
            Err(error) => return Planted { _watcher: None, folders, above, slow: Some(error.to_string()) },
        };
        let mut slow = None;
        for folder in above.iter().chain(folders.iter().take(MOST_FOLDERS)) {
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => {}
                // Gone since it was looked at: the next look sees that too.
                Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => {}
                Err(error) => slow = Some(notify::Error { paths: Vec::new(), ..error }.to_string()),
            }
        }
        if folders.len() > MOST_FOLDERS {
            slow = Some(format!("there are more than {MOST_FOLDERS} folders"));
        }
        Planted { _watcher: Some(watcher), folders, above, slow }
    }

    /// Waits for something to happen, and until it is over; none when the watching is at its end.
    fn wait(&self, planted: &Planted) -> Option<Burst> {
        let mut burst = Burst::default();
        let mut began = None;
        loop {
            let wait = match began {
                None => NEXT_LOOK,
                Some(began) => {
                    let left = LONGEST.saturating_sub(Instant::now().duration_since(began));
                    // More may lie ready all the time.
                    if left.is_zero() {
                        return Some(burst);
                    }
                    if burst.being_written.is_empty() { QUIET.min(left) } else { left }
                }
            };
            match self.received.recv_timeout(wait) {
                Ok(Signal::Happened(event)) => {
                    began.get_or_insert_with(Instant::now);
                    burst.take(event, planted);
                }
                Err(RecvTimeoutError::Timeout) => return Some(burst),
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }
}

/// Everything that happened in one save.
#[derive(Default)]
struct Burst {
    /// Something that is read was changed, however alike it looks.
    is_read: bool,
    /// A folder came or went, or nobody knows what happened.
    folders_changed: bool,
    /// Files that somebody has begun to write and not closed; only some systems tell.
    being_written: BTreeSet<PathBuf>,
}

impl Burst {
    fn take(&mut self, event: notify::Result<Event>, planted: &Planted) {
        let Some(event) = event.ok().filter(|event| !event.need_rescan()) else {
            self.folders_changed = true;
            return;
        };
        let is_planted = |path: &PathBuf| planted.folders.contains(path) || planted.above.as_ref() == Some(path);
        for path in event.paths {
            match event.kind {
                EventKind::Access(_) => _ = self.being_written.remove(&path),
                EventKind::Modify(ModifyKind::Data(_)) if cfg!(target_os = "linux") => _ = self.being_written.insert(path.clone()),
                EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => {}
                _ => {
                    self.being_written.remove(&path);
                    self.folders_changed |= is_planted(&path);
                }
            }
            self.is_read |= is_read(&path);
        }
    }
}

/// True where nothing was changed by it; a file that was open for writing may have been.
fn is_only_looked_at(kind: EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// The folder in which that one, or one that it lies in, would come and go.
fn nearest_above(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().skip(1).find(|above| above.is_dir()).map(Path::to_path_buf)
}
