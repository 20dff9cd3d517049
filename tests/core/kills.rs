//! The program killed at any moment of an hour, again and again: what was answered is there, and the hour goes on from it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use fifty_minutes::record::{self, Health, Record};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::{program, run_with_input, text};

/// How often the program is killed where `FIFTY_MINUTES_KILLS` says nothing else.
const KILLS: usize = 40;

/// The first reply that is shown, and more of them than any hour takes.
const REPLY: &str = "1\n";
const MOST: usize = 99;

/// When a program is killed.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after its start.
    After(Duration),
    /// So long after so many of the hour's replies were answered, counted from those that were there when it started.
    Answered(usize, Duration),
}

impl Moment {
    /// One at random: in a fifth of the cases anywhere in the start, when a journal is begun or its end mended.
    fn any(random: &mut ChaCha8Rng) -> Moment {
        let microseconds = |random: &mut ChaCha8Rng, most: u64| Duration::from_micros(random.random_range(0..most));
        match random.random_ratio(1, 5) {
            true => Moment::After(microseconds(random, 150_000)),
            false => Moment::Answered(random.random_range(0..5), microseconds(random, 10_000)),
        }
    }
}

fn journals(data: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(data.join("records")) else { return Vec::new() };
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "jsonl")).collect()
}

/// The record of the one hour that was begun; none where the program never came to begin it. A program that was killed before its first
/// line was whole leaves an empty journal behind, and the next hour has one of its own.
fn left(data: &Path) -> Option<Record> {
    let records = journals(data).into_iter().map(|path| record::read(&path).unwrap());
    let mut begun: Vec<Record> = records.filter(|record| record.health != Health::Empty).collect();
    assert!(begun.len() <= 1, "{begun:?}");
    let record = begun.pop()?;
    assert!(matches!(record.health, Health::Whole | Health::TornTail { .. }), "{:?}", record.health);
    Some(record)
}

/// Holds the hour from where it stands and kills the program at that moment; how many replies were seen answered, or none where the
/// hour was over before.
fn killed(data: &Path, before: Option<&Record>, moment: Moment) -> Option<usize> {
    let mut command = program();
    command.args(["--data-dir", text(data), "play", "noor", "--no-notes"]);
    match before {
        Some(record) => command.args(["--resume", &record.id()]),
        None => command.args(["--seed", "5"]),
    };
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut replies = child.stdin.take().unwrap();
    // It reads them as it goes; the pipe holds them all. It may be gone before it was given them.
    let _ = replies.write_all(REPLY.repeat(MOST).as_bytes());
    // The last line may end anywhere.
    let mut lines = BufReader::new(child.stdout.take().unwrap()).split(b'\n').map(Result::unwrap);
    let mut seen = 0;
    let mut answered = |lines: &mut dyn Iterator<Item = Vec<u8>>, wanted: usize| {
        while seen < wanted
            && let Some(line) = lines.next()
        {
            seen += usize::from(line.starts_with(b"You: "));
        }
        seen
    };
    let wait = match moment {
        Moment::After(wait) => wait,
        Moment::Answered(more, wait) => {
            answered(&mut lines, before.map_or(0, |record| record.held.moves.len()) + more);
            wait
        }
    };
    std::thread::sleep(wait);
    child.kill().unwrap();
    let status = child.wait().unwrap();
    let was_killed = status.signal() == Some(9);
    assert!(was_killed || status.success(), "{status}");
    let seen = answered(&mut lines, usize::MAX);
    was_killed.then_some(seen)
}

#[test]
#[expect(clippy::print_stdout, reason = "whoever has it killed a thousand times wants to read how it went")]
fn a_program_that_is_killed_again_and_again_loses_no_answered_reply() {
    let wanted = std::env::var("FIFTY_MINUTES_KILLS").map_or(KILLS, |named| named.parse().unwrap());
    let whole = tempfile::tempdir().unwrap();
    run_with_input(0, &["--data-dir", text(whole.path()), "play", "noor", "--seed", "5", "--no-notes"], &REPLY.repeat(MOST));
    let whole = left(whole.path()).unwrap();
    assert!(whole.ending().is_some());

    let mut random = ChaCha8Rng::seed_from_u64(0);
    let mut data = tempfile::tempdir().unwrap();
    let (mut kills, mut hours, mut torn) = (0, 0, 0);
    while kills < wanted {
        let before = left(data.path());
        let moment = Moment::any(&mut random);
        let seen = killed(data.path(), before.as_ref(), moment);
        let after = left(data.path());
        let moves = after.as_ref().map_or(&[][..], |record| &record.held.moves);
        assert!(whole.held.moves.starts_with(moves), "{moment:?}: {moves:?}");
        assert!(moves.len() >= before.map_or(0, |record| record.held.moves.len()), "{moment:?}: {moves:?}");
        assert!(seen.is_none_or(|seen| seen <= moves.len()), "{moment:?}: {seen:?} answered, and {} kept", moves.len());
        kills += usize::from(seen.is_some());
        torn += usize::from(after.as_ref().is_some_and(|record| matches!(record.health, Health::TornTail { .. })));
        if let Some(record) = after.filter(|record| record.ending().is_some()) {
            assert_eq!(record.held.account, whole.held.account);
            hours += 1;
            data = tempfile::tempdir().unwrap();
        }
    }
    println!("killed {kills} times in {} hours; {torn} journals were left with a torn end", hours + 1);
    assert!(hours > 0);
}
