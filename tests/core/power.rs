//! A disk that keeps only what was synced, and power that fails between any two calls: whatever was answered is there afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::TryLockError;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use fifty_minutes::assess::occasion::Competence;
use fifty_minutes::practice::{Found, Place};
use fifty_minutes::record::disk::{Disk, Handle};
use fifty_minutes::record::{Afterwards, Drilled, Drills, Health, Journal, Records, Trainee, VERSION, now, of_bytes};
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::session::account::Entry;
use fifty_minutes::session::jotting::{Jotting, Note};
use fifty_minutes::sitting::{Sitting, Terms, Trouble};

use crate::{root, with_sound_case};

/// Where the data folder lies; what is above it was always there.
const HOME: &str = "/home";
const DATA: &str = "/home/data";

/// What a power cut leaves of a change that was not synced.
#[derive(Clone, Debug)]
enum Change {
    Append(Vec<u8>),
    Cut(usize),
}

#[derive(Clone, Debug, Default)]
struct File {
    /// What a power cut leaves in any case.
    kept: Vec<u8>,
    changes: Vec<Change>,
}

impl File {
    /// As every program sees it.
    fn now(&self) -> Vec<u8> {
        self.changes.iter().fold(self.kept.clone(), applied)
    }

    /// What a power cut may leave: every beginning of the changes, the next one in part, with nothing in place of its bytes, or with
    /// its end alone; and the last one without the one before. The grain is about how many parts of each are looked at.
    fn left(&self, grain: usize) -> Vec<Vec<u8>> {
        let mut left = vec![self.kept.clone()];
        for (place, change) in self.changes.iter().enumerate() {
            let before = self.changes[..place].iter().fold(self.kept.clone(), applied);
            if let Change::Append(bytes) = change {
                let part = |length: usize| [&before, &bytes[..length]].concat();
                left.extend((1..bytes.len()).step_by((bytes.len() / grain).max(1)).map(part));
                left.extend([1, bytes.len() - 1].map(part));
                let half = bytes.len() / 2;
                left.push([before.as_slice(), &vec![0; bytes.len()]].concat());
                left.push([before.as_slice(), &vec![0; half], &bytes[half..]].concat());
            }
            left.push(applied(before, change));
            if place > 0 {
                let without = self.changes[..place - 1].iter().fold(self.kept.clone(), applied);
                left.push(applied(without, change));
            }
        }
        left
    }
}

fn applied(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    match change {
        Change::Append(more) => bytes.extend(more),
        Change::Cut(length) => bytes.truncate(*length),
    }
    bytes
}

/// Names in a folder, by the numbers of what they name.
type Names = BTreeMap<String, usize>;

#[derive(Clone, Debug, Default)]
struct Folder {
    kept: Names,
    /// Each is kept as a whole or not at all, in whatever order.
    changes: Vec<Vec<(String, Option<usize>)>>,
}

impl Folder {
    fn now(&self) -> Names {
        named(&self.kept, self.changes.iter())
    }

    fn left(&self) -> Vec<Names> {
        assert!(self.changes.len() < 10, "so many states can't be looked at: {:?}", self.changes);
        let is_in = |set: usize, place: usize| set >> place & 1 == 1;
        let some = |set: usize| self.changes.iter().enumerate().filter(move |(place, _)| is_in(set, *place)).map(|(_, change)| change);
        (0..1 << self.changes.len()).map(|set| named(&self.kept, some(set))).collect()
    }
}

fn named<'a>(kept: &Names, changes: impl Iterator<Item = &'a Vec<(String, Option<usize>)>>) -> Names {
    let mut names = kept.clone();
    for (name, node) in changes.flatten() {
        match node {
            Some(node) => drop(names.insert(name.clone(), *node)),
            None => drop(names.remove(name)),
        }
    }
    names
}

#[derive(Clone, Debug)]
enum Node {
    File(File),
    Folder(Folder),
}

/// What must be there whatever happens from now on.
#[derive(Clone, Debug)]
enum Promise {
    /// A file that begins with those bytes.
    Begins(PathBuf, Vec<u8>),
    /// A journal that can be read up to so many steps, and gone on with.
    Reads(PathBuf, usize),
    /// Those bytes in some file beside that one, or in it.
    Somewhere(PathBuf, Vec<u8>),
}

/// What goes wrong, and when; calls are counted from 0.
#[derive(Clone, Copy, Debug)]
enum Fault {
    None,
    /// This call and all that follow: the program is killed there.
    Killed(usize),
    /// This call alone fails; a write may have written a part.
    Fails(usize, io::ErrorKind),
}

#[derive(Debug)]
struct State {
    nodes: Vec<Node>,
    /// Each call, as it is told.
    calls: Vec<String>,
    /// Syncs that had something to do.
    syncs: BTreeSet<String>,
    /// Syncs told like that do nothing.
    deaf: Option<String>,
    fault: Fault,
    promised: Vec<Promise>,
    /// How it stood before each call, with how much was promised.
    stood: Vec<(Vec<Node>, usize)>,
}

#[derive(Clone)]
struct Simulated(Arc<Mutex<State>>);

impl fmt::Debug for Simulated {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a simulated disk")
    }
}

impl Simulated {
    fn new(files: &[(PathBuf, Vec<u8>)]) -> Simulated {
        let nodes = vec![Node::Folder(Folder::default())];
        let state = State {
            nodes,
            calls: Vec::new(),
            syncs: BTreeSet::new(),
            deaf: None,
            fault: Fault::None,
            promised: Vec::new(),
            stood: Vec::new(),
        };
        let disk = Simulated(Arc::new(Mutex::new(state)));
        let mut state = disk.state();
        state.keep_folder(Path::new(HOME));
        for (path, bytes) in files {
            let node = Node::File(File { kept: bytes.clone(), changes: Vec::new() });
            let folder = state.keep_folder(path.parent().unwrap());
            let number = state.nodes.len();
            state.nodes.push(node);
            let Node::Folder(folder) = &mut state.nodes[folder] else { unreachable!() };
            folder.kept.insert(name(path), number);
        }
        drop(state);
        disk
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    fn records(&self) -> Records {
        Records::on(Arc::new(self.clone()), DATA.into())
    }

    /// Everything that every program sees under that path now is promised.
    fn promise(&self, path: &Path) {
        let bytes = self.read(path).unwrap();
        self.state().promised.push(Promise::Begins(path.into(), bytes));
    }

    fn promise_somewhere(&self, path: &Path, bytes: Vec<u8>) {
        self.state().promised.push(Promise::Somewhere(path.into(), bytes));
    }

    /// Another program is started on the same machine.
    fn restarted(&self) {
        let mut state = self.state();
        (state.fault, state.calls, state.stood, state.promised) = (Fault::None, Vec::new(), Vec::new(), Vec::new());
        state.syncs.clear();
    }

    /// Looks at everything that the disk may hold after the power failed at some time, each once, with what was promised by then.
    fn left<T: Send>(&self, grain: usize, look: impl Fn(&Image, &[Promise]) -> T + Sync) -> Vec<T> {
        use rayon::prelude::*;
        let state = self.state();
        let end = (state.nodes.clone(), state.promised.len());
        let known = Mutex::new(BTreeSet::new());
        let stood: Vec<&(Vec<Node>, usize)> = state.stood.iter().chain([&end]).collect();
        let look = |(nodes, promised): &(Vec<Node>, usize)| {
            let latest = latest(&state.promised[..*promised]);
            let is_new = |image: &Image| known.lock().unwrap().insert((*promised, digest(image)));
            images(nodes, grain).iter().filter(|image| is_new(image)).map(|image| look(image, &latest)).collect::<Vec<T>>()
        };
        stood.into_par_iter().flat_map_iter(look).collect()
    }
}

/// The files on a disk.
type Image = BTreeMap<PathBuf, Arc<Vec<u8>>>;

fn digest(image: &Image) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for (path, bytes) in image {
        hasher.update(path.to_str().unwrap().as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }
    *hasher.finalize().as_bytes()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().into()
}

/// Everything that a power cut may leave of these.
fn images(nodes: &[Node], grain: usize) -> Vec<Image> {
    let mut images = Vec::new();
    let folders: Vec<(usize, Vec<Names>)> = nodes
        .iter()
        .enumerate()
        .filter_map(|(number, node)| match node {
            Node::Folder(folder) if !folder.changes.is_empty() => Some((number, folder.left())),
            _ => None,
        })
        .collect();
    let most: usize = folders.iter().map(|(_, left)| left.len()).product();
    for choice in 0..most {
        let mut rest = choice;
        let chosen: BTreeMap<usize, &Names> = folders
            .iter()
            .map(|(number, left)| {
                let one = &left[rest % left.len()];
                rest /= left.len();
                (*number, one)
            })
            .collect();
        // Which files have a name then, and each with what may be left of it; two are seldom under way at once.
        let mut files = Vec::new();
        reach(nodes, &chosen, 0, Path::new("/"), &mut files);
        let mut told: Vec<Image> = vec![Image::new()];
        for (path, file) in files {
            let left: Vec<Arc<Vec<u8>>> = file.left(grain).into_iter().map(Arc::new).collect();
            let with = |image: &Image| {
                let with = |bytes: &Arc<Vec<u8>>| {
                    image.iter().map(|(path, bytes)| (path.clone(), Arc::clone(bytes))).chain([(path.clone(), Arc::clone(bytes))]).collect()
                };
                left.iter().map(with).collect::<Vec<Image>>()
            };
            told = told.iter().flat_map(with).collect();
        }
        images.extend(told);
    }
    images
}

fn reach<'a>(nodes: &'a [Node], chosen: &BTreeMap<usize, &Names>, number: usize, path: &Path, files: &mut Vec<(PathBuf, &'a File)>) {
    match &nodes[number] {
        Node::File(file) => files.push((path.into(), file)),
        Node::Folder(folder) => {
            for (name, node) in chosen.get(&number).copied().unwrap_or(&folder.kept) {
                reach(nodes, chosen, *node, &path.join(name), files);
            }
        }
    }
}

impl State {
    /// Folders that were always there.
    fn keep_folder(&mut self, path: &Path) -> usize {
        let Some(above) = path.parent() else { return 0 };
        let above = self.keep_folder(above);
        let next = self.nodes.len();
        let Node::Folder(folder) = &mut self.nodes[above] else { unreachable!() };
        if let Some(there) = folder.kept.get(&name(path)) {
            return *there;
        }
        folder.kept.insert(name(path), next);
        self.nodes.push(Node::Folder(Folder::default()));
        next
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        let Some(above) = path.parent() else { return Ok(0) };
        match &self.nodes[self.find(above)?] {
            Node::Folder(folder) => folder.now().get(&name(path)).copied().ok_or_else(|| io::ErrorKind::NotFound.into()),
            Node::File(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    /// A call is made. What it would do is done only if this returns.
    fn call(&mut self, told: String) -> io::Result<()> {
        let number = self.calls.len();
        self.stood.push((self.nodes.clone(), self.promised.len()));
        self.calls.push(told);
        match self.fault {
            Fault::Killed(from) if number >= from => Err(io::ErrorKind::Interrupted.into()),
            Fault::Fails(at, kind) if number == at => Err(kind.into()),
            _ => Ok(()),
        }
    }

    fn change(&mut self, folder: &Path, change: Vec<(String, Option<usize>)>) -> io::Result<()> {
        let number = self.find(folder)?;
        let Node::Folder(folder) = &mut self.nodes[number] else { return Err(io::ErrorKind::NotADirectory.into()) };
        folder.changes.push(change);
        Ok(())
    }

    fn add(&mut self, path: &Path, node: Node) -> io::Result<usize> {
        let number = self.nodes.len();
        self.nodes.push(node);
        self.change(path.parent().unwrap(), vec![(name(path), Some(number))])?;
        Ok(number)
    }
}

/// A path without what is drawn anew each time.
fn told(path: &Path) -> String {
    let of_names = |name: &str| if name.len() > 30 { "bundle".into() } else { name.to_string() };
    let stem = of_names(path.file_stem().unwrap().to_str().unwrap());
    let stem = if stem.contains('-') { "hour".into() } else { stem };
    match path.extension() {
        Some(end) => format!("{stem}.{}", end.to_str().unwrap()),
        None => stem,
    }
}

impl Disk for Simulated {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        if state.find(folder).is_ok() {
            return Ok(());
        }
        state.find(folder.parent().unwrap())?;
        state.call(format!("make {}", told(folder)))?;
        state.add(folder, Node::Folder(Folder::default())).map(drop)
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Handle>> {
        let mut state = self.state();
        if state.find(file).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        state.call(format!("create {}", told(file)))?;
        let node = state.add(file, Node::File(File::default()))?;
        Ok(Box::new(Open { disk: self.clone(), node, told: told(file) }))
    }

    fn open(&self, file: &Path) -> io::Result<Box<dyn Handle>> {
        let mut state = self.state();
        let node = state.find(file)?;
        state.call(format!("open {}", told(file)))?;
        Ok(Box::new(Open { disk: self.clone(), node, told: told(file) }))
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        let state = self.state();
        match &state.nodes[state.find(file)?] {
            Node::File(file) => Ok(file.now()),
            Node::Folder(_) => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let state = self.state();
        match &state.nodes[state.find(folder)?] {
            Node::Folder(there) => Ok(there.now().keys().map(|name| folder.join(name)).collect()),
            Node::File(_) => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(format!("rename {}", told(to)))?;
        let node = state.find(from)?;
        state.change(to.parent().unwrap(), vec![(name(from), None), (name(to), Some(node))])
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        let mut state = self.state();
        state.call(format!("remove {}", told(file)))?;
        state.change(file.parent().unwrap(), vec![(name(file), None)])
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.state();
        let call = format!("sync folder {}", told(folder));
        state.call(call.clone())?;
        let number = state.find(folder)?;
        if state.deaf.as_ref() == Some(&call) {
            return Ok(());
        }
        let Node::Folder(folder) = &mut state.nodes[number] else { return Err(io::ErrorKind::NotADirectory.into()) };
        let is_idle = folder.changes.is_empty();
        folder.kept = folder.now();
        folder.changes.clear();
        if !is_idle {
            state.syncs.insert(call);
        }
        Ok(())
    }

    fn lock(&self, _file: &Path) -> Result<Box<dyn fmt::Debug + Send + Sync>, TryLockError> {
        Ok(Box::new(()))
    }
}

struct Open {
    disk: Simulated,
    node: usize,
    told: String,
}

impl fmt::Debug for Open {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.told)
    }
}

impl Open {
    fn file<T>(&self, call: &str, change: impl FnOnce(&mut File) -> T, part: impl FnOnce(&mut File)) -> io::Result<T> {
        let mut state = self.disk.state();
        let call = format!("{call} {}", self.told);
        let made = state.call(call.clone());
        let (is_deaf, is_killed) = (state.deaf.as_ref() == Some(&call), matches!(state.fault, Fault::Killed(_)));
        let Node::File(file) = &mut state.nodes[self.node] else { unreachable!() };
        if let Err(error) = made {
            if !is_killed {
                part(file);
            }
            return Err(error);
        }
        if call.starts_with("sync") && !file.changes.is_empty() {
            state.syncs.insert(call);
        }
        let Node::File(file) = &mut state.nodes[self.node] else { unreachable!() };
        // A sync that does nothing says that all is well.
        let mut aside = file.clone();
        Ok(change(if is_deaf { &mut aside } else { file }))
    }
}

impl Handle for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let half = bytes[..bytes.len() / 2].to_vec();
        let whole = bytes.to_vec();
        self.file("write", |file| file.changes.push(Change::Append(whole)), |file| file.changes.push(Change::Append(half)))
    }

    fn cut(&mut self, bytes: u64) -> io::Result<()> {
        self.file("cut", |file| file.changes.push(Change::Cut(bytes as usize)), |_| {})
    }

    fn sync(&mut self) -> io::Result<()> {
        let synced = |file: &mut File| {
            file.kept = file.now();
            file.changes.clear();
        };
        // After a failed sync the system may have thrown away what it held, and says so only once.
        self.file("sync", synced, |file| file.changes.clear())
    }
}

/// A disk as it is when a story begins.
type Start = fn(&Arc<Bundle>) -> Simulated;

/// What somebody does with their records; what they were told is promised.
type Story = fn(&Simulated, &Arc<Bundle>) -> Result<(), Trouble>;

fn sound_bundle() -> Arc<Bundle> {
    let (_folder, dialogues) = with_sound_case();
    fifty_minutes::library::open(Some(&dialogues)).unwrap().shelves.cases[0].bundle.clone().unwrap()
}

/// The journal of an hour and the bundle that it can't be read without.
fn promise_hour(disk: &Simulated, records: &Records, sitting: &Sitting) {
    let header = sitting.header();
    let path = records.folder().join(format!("records/{}.jsonl", header.id));
    let mut bytes = disk.read(&path).unwrap();
    if let Health::TornTail { bytes: tail } = of_bytes(&path, &bytes).unwrap().health {
        bytes.truncate(bytes.len() - tail);
    }
    disk.state().promised.push(Promise::Begins(path, bytes));
    disk.promise(&records.folder().join(format!("bundles/{}.json", header.bundle)));
}

fn terms() -> Terms {
    Terms { session: 1, seed: Some(7), ..Terms::default() }
}

/// Sits down, and replies so often, the replies going round.
fn held(disk: &Simulated, records: &Records, bundle: &Arc<Bundle>, replies: usize) -> Result<Sitting, Trouble> {
    let mut sitting = Sitting::begin(bundle, &terms(), Some(records))?;
    promise_hour(disk, records, &sitting);
    reply(disk, records, &mut sitting, replies)?;
    Ok(sitting)
}

fn reply(disk: &Simulated, records: &Records, sitting: &mut Sitting, replies: usize) -> Result<(), Trouble> {
    for number in 0..replies {
        let menu = sitting.menu();
        if let Some(offer) = menu.get(number % menu.len().max(1)) {
            sitting.choose(&offer.reply)?;
            promise_hour(disk, records, sitting);
        }
    }
    Ok(())
}

/// A whole hour, in which somebody goes back and on, writes things down, and leaves.
fn an_hour(disk: &Simulated, bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    let records = disk.records();
    let mut sitting = held(disk, &records, bundle, 4)?;
    for _ in 0..4 {
        let line = sitting.account().iter().rposition(|entry| entry.shown().is_some()).unwrap() as u32;
        sitting.jot(Jotting::Note(Note { lines: vec![line], text: "again?".into() }), true)?;
        promise_hour(disk, &records, &sitting);
        sitting.rewind(2)?;
        promise_hour(disk, &records, &sitting);
        while sitting.redo()?.is_some() {
            promise_hour(disk, &records, &sitting);
        }
        reply(disk, &records, &mut sitting, 2)?;
    }
    reply(disk, &records, &mut sitting, 40)?;
    sitting.say_afterwards(Afterwards { expects: sitting.ending(), felt: "tired".into() })?;
    promise_hour(disk, &records, &sitting);
    Ok(())
}

fn a_short_hour(disk: &Simulated, bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    held(disk, &disk.records(), bundle, 2).map(drop)
}

fn somebody_elses(disk: &Simulated, bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    let trainee: Trainee = "heron".parse().unwrap();
    let records = disk.records().of_trainee(Some(&trainee));
    records.make_room()?;
    held(disk, &records, bundle, 1).map(drop)
}

fn a_drill(disk: &Simulated, bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    let mut sitting = Sitting::begin(bundle, &terms(), None)?;
    let reply = sitting.menu()[0].reply.clone();
    let turn = sitting.choose(&reply)?.iter().find_map(|entry| match entry {
        Entry::Turn(turn) => Some(turn.clone()),
        _ => None,
    });
    let turn = turn.unwrap();
    let place = Place { case: "sound".into(), session: 1, beat: turn.beat.clone() };
    let drilled = Drilled { place, competence: Competence::MeetFeeling, seed: 1, at: now(), turn, occasions: Vec::new(), found: None };
    let records = disk.records();
    let mut drills = Drills::begin(&records);
    for _ in 0..3 {
        drills.tried(drilled.clone())?;
        let file = disk
            .list(&records.folder().join("drills"))
            .unwrap()
            .into_iter()
            .find(|path| path.extension().is_some_and(|end| end == "jsonl"));
        disk.promise(&file.unwrap());
        drills.found(Found::TooHard)?;
    }
    Ok(())
}

/// The records of some disk as they stand, as files of another.
fn files_of(disk: &Simulated) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let state = disk.state();
    let nodes: Vec<Node> = state
        .nodes
        .iter()
        .map(|node| match node {
            Node::File(file) => Node::File(File { kept: file.now(), changes: Vec::new() }),
            Node::Folder(folder) => Node::Folder(Folder { kept: folder.now(), changes: Vec::new() }),
        })
        .collect();
    let mut found = Vec::new();
    reach(&nodes, &BTreeMap::new(), 0, Path::new("/"), &mut found);
    files.extend(found.into_iter().map(|(path, file)| (path, file.kept.clone())));
    files
}

/// A short hour, and what becomes of its journal.
fn after_a_short_hour(bundle: &Arc<Bundle>, change: impl FnOnce(&mut Vec<u8>)) -> Simulated {
    let disk = Simulated::new(&[]);
    a_short_hour(&disk, bundle).unwrap();
    let mut files = files_of(&disk);
    let journal = files.iter_mut().find(|(path, _)| path.extension().is_some_and(|end| end == "jsonl")).unwrap();
    change(&mut journal.1);
    Simulated::new(&files)
}

fn journal_of(disk: &Simulated) -> PathBuf {
    let journals = disk.list(&Path::new(DATA).join("records")).unwrap();
    journals.into_iter().find(|path| path.extension().is_some_and(|end| end == "jsonl")).unwrap()
}

fn torn(bundle: &Arc<Bundle>) -> Simulated {
    after_a_short_hour(bundle, |journal| journal.extend(b"0123abcd {\"seq\":4,\"prev\":\"0"))
}

/// Its last line is not what was written, and an earlier one neither.
fn damaged(bundle: &Arc<Bundle>) -> Simulated {
    after_a_short_hour(bundle, |journal| {
        let second = journal.iter().position(|byte| *byte == b'\n').unwrap();
        let third = journal.iter().skip(second + 1).position(|byte| *byte == b'\n').unwrap();
        journal[second + third + 40] ^= 1;
    })
}

/// A journal of the first version with its script.
fn old(_bundle: &Arc<Bundle>) -> Simulated {
    let there = root().join("tests/core/old/1");
    let files = std::fs::read_dir(there).unwrap().map(|entry| entry.unwrap().path()).map(|path| {
        let folder = if path.extension().is_some_and(|end| end == "jsonl") { "records" } else { "bundles" };
        (Path::new(DATA).join(folder).join(name(&path)), std::fs::read(&path).unwrap())
    });
    Simulated::new(&files.collect::<Vec<_>>())
}

/// What can't be read or is older is somewhere still, and the hour goes on.
fn going_on(disk: &Simulated, _bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    let (records, path) = (disk.records(), journal_of(disk));
    let before = disk.read(&path).unwrap();
    let record = of_bytes(&path, &before).unwrap();
    let tail = if let Health::TornTail { bytes } = record.health { before[before.len() - bytes..].to_vec() } else { before };
    disk.promise_somewhere(&path, tail);
    disk.state().promised.push(Promise::Reads(path, record.steps.len()));
    let mut sitting = Sitting::resume(&records, &record.id())?;
    // One of an older version is written anew with the first reply.
    if record.header.is_some_and(|header| header.journal == VERSION) {
        promise_hour(disk, &records, &sitting);
    }
    reply(disk, &records, &mut sitting, 2)
}

fn saving_what_can_be_read(disk: &Simulated, _bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    let (records, path) = (disk.records(), journal_of(disk));
    disk.promise(&path);
    let (name, _) = records.salvage(&of_bytes(&path, &disk.read(&path).unwrap()).unwrap().id())?;
    disk.promise(&path.with_file_name(format!("{name}.jsonl")));
    let mut sitting = Sitting::resume(&records, &name)?;
    reply(disk, &records, &mut sitting, 1)
}

/// A write fails; the hour is saved anew in its place, and goes on.
fn saved_in_its_place(disk: &Simulated, bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    saved(disk, bundle, disk.records())
}

/// The same among other records.
fn saved_elsewhere(disk: &Simulated, bundle: &Arc<Bundle>) -> Result<(), Trouble> {
    saved(disk, bundle, Records::on(Arc::new(disk.clone()), "/home/elsewhere".into()))
}

fn saved(disk: &Simulated, bundle: &Arc<Bundle>, records: Records) -> Result<(), Trouble> {
    let mut sitting = held(disk, &disk.records(), bundle, 2)?;
    let next = disk.state().calls.len();
    disk.state().fault = Fault::Fails(next + 1, io::ErrorKind::StorageFull);
    let reply_to = sitting.menu()[0].reply.clone();
    assert!(sitting.choose(&reply_to).is_err() && sitting.is_stuck());
    sitting.save(&records)?;
    promise_hour(disk, &records, &sitting);
    assert!(!sitting.is_stuck());
    reply(disk, &records, &mut sitting, 2)
}

/// Where each story begins, and what happens.
const STORIES: [(&str, Start, Story); 9] = [
    ("an hour", empty, an_hour),
    ("a short hour of a trainee with a name", empty, somebody_elses),
    ("a drill", empty, a_drill),
    ("an hour with a torn tail goes on", torn, going_on),
    ("an hour of an older version goes on", old, going_on),
    ("a short hour goes on", |bundle| after_a_short_hour(bundle, |_| {}), going_on),
    ("what can be read of a damaged hour is saved", damaged, saving_what_can_be_read),
    ("an hour is saved in its place", empty, saved_in_its_place),
    ("an hour is saved elsewhere", empty, saved_elsewhere),
];

fn empty(_bundle: &Arc<Bundle>) -> Simulated {
    Simulated::new(&[])
}

/// What is not as promised on a disk after its power came back; every journal that was promised is read and gone on with as by anybody.
fn broken(image: &Image, promised: &[Promise]) -> Option<String> {
    let disk = Simulated::new(&image.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec())).collect::<Vec<_>>());
    for promise in promised {
        match promise {
            Promise::Begins(path, bytes) => {
                let Some(there) = image.get(path).filter(|there| there.starts_with(bytes)) else {
                    return Some(format!("{} lacks what was answered", told(path)));
                };
                // Every line that can be read is a whole one.
                let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
                if path.extension().is_some_and(|end| end == "jsonl") && path.parent().is_some_and(|folder| folder.ends_with("records")) {
                    let record = of_bytes(path, there).unwrap();
                    if !matches!(record.health, Health::Damaged { .. }) {
                        if record.steps.len() + 1 < lines {
                            return Some(format!("{}: only {} of {lines} lines", told(path), record.steps.len() + 1));
                        }
                        if let Some(trouble) = gone_on(&disk, path) {
                            return Some(trouble);
                        }
                    }
                }
            }
            Promise::Reads(path, steps) => {
                let read = image.get(path).and_then(|there| of_bytes(path, there).ok()).map_or(0, |record| record.steps.len());
                if read < *steps {
                    return Some(format!("{}: only {read} of {steps} steps", told(path)));
                }
                if let Some(trouble) = gone_on(&disk, path) {
                    return Some(trouble);
                }
            }
            Promise::Somewhere(path, bytes) => {
                let stem = path.file_stem().unwrap().to_str().unwrap();
                let is_beside = |other: &Path| other.parent() == path.parent() && name(other).starts_with(stem);
                let holds = |there: &[u8]| there.windows(bytes.len()).any(|window| window == bytes);
                if !image.iter().any(|(other, there)| is_beside(other) && holds(there)) {
                    return Some(format!("what stood in {} is nowhere", told(path)));
                }
            }
        }
    }
    None
}

/// What keeps a journal on that disk from being gone on with.
fn gone_on(disk: &Simulated, path: &Path) -> Option<String> {
    let records = Records::on(Arc::new(disk.clone()), path.ancestors().nth(2).unwrap().into());
    let id = path.file_stem().unwrap().to_str().unwrap();
    let (mut journal, record) = match Journal::resume(&records, id) {
        Ok(resumed) => resumed,
        Err(trouble) => return Some(format!("{}: {trouble}", told(path))),
    };
    if let Err(trouble) = records.kept_bundle(&record.header.as_ref()?.bundle) {
        return Some(trouble.to_string());
    }
    journal.append(&fifty_minutes::record::Step::Jotted(Jotting::Strike(1))).unwrap();
    let again = records.find(id).unwrap();
    let is_more = again.health == Health::Whole && again.steps.len() == record.steps.len() + 1;
    (!is_more).then(|| format!("{}: a line that was kept afterwards isn't there", told(path)))
}

/// A file only grows while it is promised: what was promised of it last holds what was promised before.
fn latest(promised: &[Promise]) -> Vec<Promise> {
    let mut latest: Vec<Promise> = Vec::new();
    for promise in promised.iter().rev() {
        let is_known = |known: &Promise| match (known, promise) {
            (Promise::Begins(one, longer), Promise::Begins(other, bytes)) => one == other && longer.starts_with(bytes),
            _ => false,
        };
        if !latest.iter().any(is_known) {
            latest.push(promise.clone());
        }
    }
    latest
}

/// Every state in which the power may leave the disk, with what is broken then.
fn states(disk: &Simulated, grain: usize) -> Vec<Option<String>> {
    disk.left(grain, broken)
}

/// About how many parts of each write are looked at; every one of its bytes where `FIFTY_MINUTES_GRAIN` is a large number.
fn grain(usual: usize) -> usize {
    std::env::var("FIFTY_MINUTES_GRAIN").map_or(usual, |named| named.parse().unwrap())
}

#[test]
#[expect(clippy::print_stdout, reason = "whoever has all of them looked at wants to read how many there were")]
fn whatever_was_answered_is_there_after_the_power_failed_at_any_time() {
    let bundle = sound_bundle();
    let mut looked_at = 0;
    for (title, start, story) in STORIES {
        let disk = start(&bundle);
        story(&disk, &bundle).unwrap();
        let states = states(&disk, grain(if title == "an hour" { 400 } else { 40 }));
        let broken: Vec<&String> = states.iter().flatten().collect();
        assert!(broken.is_empty(), "{title}: {} of {} states: {:?}", broken.len(), states.len(), broken.first());
        looked_at += states.len();
    }
    println!("{looked_at} states of the disk");
    assert!(looked_at > 10_000, "{looked_at} states");
}

#[test]
fn no_sync_can_be_left_out() {
    let bundle = sound_bundle();
    for (title, start, story) in STORIES {
        let disk = start(&bundle);
        story(&disk, &bundle).unwrap();
        let syncs = disk.state().syncs.clone();
        for sync in syncs {
            let disk = start(&bundle);
            disk.state().deaf = Some(sync.clone());
            story(&disk, &bundle).unwrap();
            assert!(states(&disk, 2).iter().any(Option::is_some), "{title}: nothing is lost without “{sync}”");
        }
    }
}

/// Goes on with what a killed program left.
fn another_resumes(disk: &Simulated, _bundle: &Arc<Bundle>) {
    let records = disk.records();
    for record in records.list().unwrap().into_iter().filter(|record| record.header.is_some()) {
        promise_hour(disk, &records, &Sitting::resume(&records, &record.id()).unwrap());
    }
}

fn another_begins(disk: &Simulated, bundle: &Arc<Bundle>) {
    held(disk, &disk.records(), bundle, 1).unwrap();
}

/// The program is killed at any call, another goes on with what it finds, or begins anew, and then the power fails.
#[test]
fn what_a_killed_program_left_is_kept_by_the_next() {
    let bundle = sound_bundle();
    let whole = empty(&bundle);
    a_short_hour(&whole, &bundle).unwrap();
    let calls = whole.state().calls.len();
    for (title, next) in [("resumes", another_resumes as fn(&Simulated, &Arc<Bundle>)), ("begins", another_begins)] {
        let mut missed: BTreeMap<String, bool> = BTreeMap::new();
        for killed in 0..calls {
            let act = |deaf: Option<String>| {
                let disk = empty(&bundle);
                disk.state().fault = Fault::Killed(killed);
                assert!(a_short_hour(&disk, &bundle).is_err());
                disk.restarted();
                disk.state().deaf = deaf;
                next(&disk, &bundle);
                let syncs = disk.state().syncs.clone();
                (syncs, states(&disk, 3).into_iter().flatten().next())
            };
            let (syncs, broken) = act(None);
            assert!(broken.is_none(), "killed at call {killed}, another {title}: {broken:?}");
            for sync in syncs {
                if !missed.get(&sync).copied().unwrap_or_default() {
                    missed.insert(sync.clone(), act(Some(sync)).1.is_some());
                }
            }
        }
        assert!(!missed.is_empty() && missed.values().all(|missed| *missed), "another {title}: not all of these are needed: {missed:?}");
    }
}

/// At each call that fails the trainee is told, no move is taken before the hour is saved again, and then nothing is lost.
#[test]
fn a_write_that_fails_is_told_and_the_next_move_waits() {
    let bundle = sound_bundle();
    let disk = empty(&bundle);
    let sitting = held(&disk, &disk.records(), &bundle, 0).unwrap();
    let begun = disk.state().calls.len();
    drop(sitting);
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::Other] {
        // While it begins nobody sits down.
        for call in 0..begun {
            let disk = empty(&bundle);
            disk.state().fault = Fault::Fails(call, kind);
            assert!(held(&disk, &disk.records(), &bundle, 0).is_err(), "call {call}");
            disk.state().fault = Fault::None;
            held(&disk, &disk.records(), &bundle, 1).unwrap();
        }
        // After that each move is one write and one sync.
        for call in 0..2 {
            let disk = empty(&bundle);
            let records = disk.records();
            let mut sitting = held(&disk, &records, &bundle, 2).unwrap();
            let (path, at) = (journal_of(&disk), disk.state().calls.len() + call);
            let (kept, moves) = (disk.read(&path).unwrap(), sitting.moves().to_vec());
            disk.state().fault = Fault::Fails(at, kind);
            let reply_to = sitting.menu()[0].reply.clone();
            let told = sitting.choose(&reply_to).unwrap_err().to_string();
            assert!(told.contains("can't be written"), "{told}");
            disk.state().fault = Fault::None;
            // The disk is well again, and still nothing is tried on the same handle.
            let calls = disk.state().calls.len();
            assert!(sitting.choose(&reply_to).is_err() && sitting.rewind(1).is_err());
            assert!(sitting.jot(Jotting::Strike(1), true).is_err() && sitting.say_afterwards(Afterwards::default()).is_err());
            assert_eq!((sitting.moves(), disk.state().calls.len()), (moves.as_slice(), calls));
            sitting.save(&records).unwrap();
            assert_eq!(disk.read(&path).unwrap(), kept);
            sitting.choose(&reply_to).unwrap();
            drop(sitting);
            let again = Sitting::resume(&records, path.file_stem().unwrap().to_str().unwrap()).unwrap();
            assert_eq!(again.moves(), [moves.as_slice(), &[reply_to]].concat());
        }
    }
}

/// What fails while the hour is saved again leaves it as it was, to be saved once more, there or elsewhere.
#[test]
fn a_save_that_fails_is_tried_again() {
    let bundle = sound_bundle();
    let mut failed = 0;
    for call in 0.. {
        let outcomes = ["elsewhere", "another"].map(|again| save_fails(&bundle, call, again));
        let [Some(fails), Some(_)] = outcomes else { break };
        failed += usize::from(fails);
    }
    assert!(failed >= 8, "{failed} calls failed a save");
}

/// Whether an hour can't be saved to another folder where that call fails; then it is saved to a folder of that name. None where there is
/// no such call.
fn save_fails(bundle: &Arc<Bundle>, call: usize, again: &str) -> Option<bool> {
    let disk = empty(bundle);
    let within = |folder: &str| Records::on(Arc::new(disk.clone()), Path::new("/home").join(folder));
    let mut sitting = held(&disk, &disk.records(), bundle, 2).unwrap();
    let at = disk.state().calls.len();
    disk.state().fault = Fault::Fails(at, io::ErrorKind::StorageFull);
    let reply_to = sitting.menu()[0].reply.clone();
    sitting.choose(&reply_to).unwrap_err();
    let at = disk.state().calls.len() + call;
    disk.state().fault = Fault::Fails(at, io::ErrorKind::StorageFull);
    let fails = sitting.save(&within("elsewhere")).is_err();
    let was_called = disk.state().calls.len() > at;
    disk.state().fault = Fault::None;
    if fails {
        assert!(sitting.is_stuck() && sitting.choose(&reply_to).is_err());
        sitting.save(&within(again)).unwrap();
    }
    sitting.choose(&reply_to).unwrap();
    assert_eq!(sitting.moves().len(), 3);
    was_called.then_some(fails)
}

/// The reply is kept, and what was written of it waits.
#[test]
fn what_can_t_be_written_again_is_written_when_the_hour_is_saved() {
    let bundle = sound_bundle();
    let disk = empty(&bundle);
    let mut sitting = held(&disk, &disk.records(), &bundle, 2).unwrap();
    let last = u32::try_from(sitting.account().iter().rposition(|entry| entry.said().is_some()).unwrap()).unwrap();
    sitting.jot(Jotting::Note(Note { lines: vec![last], text: "a line of it".into() }), true).unwrap();
    // All but its number, which is another when it comes back.
    let notes = |sitting: &Sitting| sitting.notes().into_iter().map(|note| (note.text, note.lines)).collect::<Vec<_>>();
    let written = notes(&sitting);
    sitting.rewind(2).unwrap();
    // The write and the sync of the reply go well, and the next call doesn't.
    let at = disk.state().calls.len() + 2;
    disk.state().fault = Fault::Fails(at, io::ErrorKind::StorageFull);
    sitting.redo().unwrap_err();
    disk.state().fault = Fault::None;
    assert_eq!(sitting.moves().len(), 2);
    assert_ne!(notes(&sitting), written);
    sitting.save(&disk.records()).unwrap();
    assert_eq!(notes(&sitting), written);
    let id = sitting.header().id.clone();
    drop(sitting);
    assert_eq!(notes(&Sitting::resume(&disk.records(), &id).unwrap()), written);
}
