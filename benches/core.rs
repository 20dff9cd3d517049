//! How fast the core is: scripts read and checked, moves made, hours played and explored, the person drawn.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark that can't go on has nothing to say")]

#[path = "peers/src/graph.rs"]
mod graph;
#[path = "peers/src/hours.rs"]
mod hours;
#[path = "peers/src/scene.rs"]
mod scene;

use std::sync::Arc;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use fifty_minutes::analysis::explore::explore;
use fifty_minutes::analysis::players::Player;
use fifty_minutes::analysis::playtest::{Terms, fare, playtest};
use fifty_minutes::analysis::{Prepared, Spread};
use fifty_minutes::library;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::shelf::{Shelves, assemble, reopen};
use fifty_minutes::session::account::{Entry, describe};
use fifty_minutes::session::{Command, Session};
use rayon::prelude::*;

use graph::{Graph, REPLIES, Random, SEED};
use hours::Hours;

fn main() {
    divan::main();
}

/// A scene as an author writes it becomes a bundle: parsed, checked and put together. An item is a beat with four replies.
#[divan::bench(args = [500, 2_000, 5_000, 10_000], sample_count = 20)]
fn read_and_check(bencher: Bencher, beats: usize) {
    let scene = scene::scene(&Graph::new(beats, SEED), scene::SOUND).unwrap();
    let sources = scene::sources(&scene);
    let shelves = assemble("", &sources);
    assert_eq!(shelves.findings().map(ToString::to_string).collect::<Vec<_>>(), Vec::<String>::new());
    sole_bundle(&shelves);
    bencher.counter(ItemsCount::new(beats)).counter(BytesCount::of_str(&scene)).bench(|| assemble("", black_box(&sources)));
}

/// One reply after another, on one thread, chosen by chance among the four of a beat, which all have a guard. An item is a move.
#[divan::bench(args = [200, 2_000, 20_000])]
fn moves(bencher: Bencher, beats: usize) {
    /// So many in a row that reading the clock is nothing beside them.
    const MOVES: usize = 10_000;
    let scene = scene::scene(&Graph::new(beats, SEED), REPLIES).unwrap();
    let bundle = reopen(&scene::sources(&scene)).unwrap();
    let mut hours = Hours::new(Arc::new(bundle)).unwrap();
    let mut random = Random(SEED);
    bencher.counter(ItemsCount::new(MOVES)).bench_local(|| (0..MOVES).map(|_| hours.step(&mut random).unwrap()).sum::<usize>());
}

/// Whole hours of noor by the random player, with the patient and the scores, on two threads. An item is an hour.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn playthroughs(bencher: Bencher) {
    const HOURS: u32 = 10_000;
    let (bundle, threads) = (noor(), Threads::two());
    let prepared = Prepared::new(&bundle, 0).unwrap();
    let fared = || fare(&prepared, Player::Random, Terms { runs: HOURS, seed: SEED }, &threads);
    assert_eq!(fared().runs, HOURS as usize);
    bencher.counter(ItemsCount::new(HOURS)).bench_local(fared);
}

/// Everything that can be reached in noor, on two threads. An item is a move that was tried.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn explore_noor(bencher: Bencher) {
    let (bundle, threads) = (noor(), Threads::two());
    let prepared = Prepared::new(&bundle, 0).unwrap();
    let explored = || explore(&prepared, SEED, &threads);
    bencher.counter(ItemsCount::new(explored().0.moves)).bench_local(explored);
}

/// A full hour of noor looked back on, on one thread: every place of it gone on with and searched, and every other reply tried.
/// An item is a place.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn look_back(bencher: Bencher) {
    let bundle = noor();
    let account = attentive_hour(&bundle);
    let look = || {
        let prepared = Prepared::new(&bundle, 0).unwrap();
        let retraced = prepared.retrace(SEED, &account).unwrap();
        (retraced.places(), retraced.look_back(|_| {}))
    };
    // Where it stood, and each reply once more.
    assert!(look().0 > 2 * 18, "that is no full hour");
    bencher.counter(ItemsCount::new(look().0)).bench_local(look);
}

/// An hour by somebody who always goes as deep as the menu lets them, as it is kept.
fn attentive_hour(bundle: &Arc<Bundle>) -> Vec<Entry> {
    let mut session = Session::new(Arc::clone(bundle), 0, SEED).unwrap();
    let mut events = Vec::new();
    session.apply(Command::Begin, &mut events).unwrap();
    while session.state().ending.is_none() {
        session.apply(Command::Reply(Player::AlwaysDeepest.choose(&session)), &mut events).unwrap();
    }
    events.into_iter().map(|event| describe(bundle, 0, event)).collect()
}

/// Noor explored and then played by everybody, 200 times by each naive player, on two threads. An item is an hour played.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn playtest_noor(bencher: Bencher) {
    let (bundle, threads) = (noor(), Threads::two());
    let prepared = Prepared::new(&bundle, 0).unwrap();
    let played = || playtest(&prepared, Terms { runs: 200, seed: SEED }, &threads, &|| 0);
    let hours: usize = played().players.iter().map(|player| player.runs).sum();
    bencher.counter(ItemsCount::new(hours)).bench_local(played);
}

/// The person of noor as the window shows them, on one thread. An item is a picture.
#[divan::bench_group]
mod portrait {
    use divan::counter::ItemsCount;
    use divan::{Bencher, black_box};
    use fifty_minutes::portrait::{Canvas, Character, Figure, Hour, Present, Sitter, Surroundings, Weather, draw, draw_room};
    use fifty_minutes::script::codes::Setting;

    const SIZE: (u16, u16) = (690, 720);

    fn noor() -> Character {
        Character::new(&super::noor().case.people[0])
    }

    /// An office on a day of rain, which has most to draw.
    fn around() -> Surroundings {
        let hour = Hour { begins: 16 * 60, minute: 20, weather: Weather::Rain };
        Surroundings { setting: Setting::Office, people: vec![Present::default()], hour }
    }

    fn room(character: &Character) -> Canvas {
        Canvas::new(&draw_room(&[character], &around(), SIZE), SIZE.0, SIZE.1)
    }

    fn sitter(character: &Character) -> Sitter<'_> {
        Sitter { character, pose: Some(Figure::new(super::SEED, character.display_rules()).pose()) }
    }

    /// What is to be drawn, before there is a pixel.
    #[divan::bench]
    fn display_list(bencher: Bencher) {
        let character = noor();
        let (sitter, around) = (sitter(&character), around());
        bencher.counter(ItemsCount::new(1_u8)).bench(|| draw(black_box(&[sitter]), &around));
    }

    /// The pixels of a display list, on a canvas that has the room already.
    #[divan::bench]
    fn raster_690x720(bencher: Bencher) {
        let character = noor();
        let list = draw(&[sitter(&character)], &around());
        let mut canvas = room(&character);
        bencher.counter(ItemsCount::new(1_u8)).bench_local(|| black_box(canvas.picture(black_box(&list)).len()));
    }

    /// The room alone, drawn once for each minute of the hour.
    #[divan::bench]
    fn room_690x720(bencher: Bencher) {
        let character = noor();
        bencher.counter(ItemsCount::new(1_u8)).bench(|| room(black_box(&character)).size());
    }
}

/// The case in the program.
fn noor() -> Arc<Bundle> {
    sole_bundle(&assemble("", &library::embedded()))
}

fn sole_bundle(shelves: &Shelves) -> Arc<Bundle> {
    let [shelf] = &shelves.cases[..] else { panic!("there are {} cases", shelves.cases.len()) };
    Arc::clone(shelf.bundle.as_ref().unwrap())
}

/// Work spread over a pool of threads.
struct Threads(rayon::ThreadPool);

impl Threads {
    fn two() -> Threads {
        Threads(rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap())
    }
}

impl Spread for Threads {
    fn each<T: Sync, R: Send>(&self, things: &[T], work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
        self.0.install(|| things.par_iter().with_max_len(1).map(&work).collect())
    }
}
