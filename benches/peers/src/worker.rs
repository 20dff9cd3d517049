//! An engine in a process of its own: its processor time is its alone, its memory too, and it can be stopped when it takes too long.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use cpu_time::ProcessTime;

use crate::graph::{Graph, REPLIES, Random, SEED};
use crate::walk::{Engine, Walk};

/// The argument that makes this program a worker.
pub const SERVE: &str = "--serve";

/// Moves at the beginning in which every menu must show every reply.
const TRIED: usize = 100;

/// Moves between two looks at the clock.
const STRIDE: u64 = 64;

/// What was walked in one turn.
pub struct Walked {
    pub moves: u64,
    pub took: Duration,
    /// Menus that showed fewer than all replies.
    pub narrow: u64,
}

/// The worker's side: loads, says how long that took, and then walks as long as it is told, turn by turn, until nobody asks.
pub fn serve(engine: &Engine, beats: usize) -> Result<()> {
    let loaded = (engine.load)(&Graph::new(beats, SEED))?;
    let mut walk = loaded.walk;
    let mut random = Random(SEED);
    for tried in 0..TRIED {
        let offered = walk.step(&mut random)?;
        ensure!(offered == REPLIES, "{} offers {offered} replies at move {tried}", engine.name);
    }
    let mut answers = std::io::stdout().lock();
    writeln!(answers, "{}", loaded.took.as_nanos())?;
    for order in std::io::stdin().lock().lines() {
        let span = Duration::from_millis(order?.parse()?);
        walk_for(walk.as_mut(), &mut random, span / 10)?;
        let walked = walk_for(walk.as_mut(), &mut random, span)?;
        writeln!(answers, "{} {} {}", walked.moves, walked.took.as_nanos(), walked.narrow)?;
    }
    Ok(())
}

fn walk_for(walk: &mut dyn Walk, random: &mut Random, span: Duration) -> Result<Walked> {
    let start = ProcessTime::now();
    let (mut moves, mut narrow) = (0, 0);
    loop {
        for _ in 0..STRIDE {
            narrow += u64::from(walk.step(random)? < REPLIES);
        }
        moves += STRIDE;
        let took = start.elapsed();
        if took >= span {
            return Ok(Walked { moves, took, narrow });
        }
    }
}

/// A worker as it is seen from outside; it is stopped when it is let go.
pub struct Worker {
    name: &'static str,
    process: Child,
    orders: ChildStdin,
    answers: Receiver<String>,
    /// What loading took.
    pub load: Duration,
}

impl Worker {
    /// Starts a worker; none when it was not ready within `limit`.
    pub fn start(engine: &Engine, beats: usize, limit: Duration) -> Result<Option<Worker>> {
        let mut process = Command::new(std::env::current_exe()?)
            .args([SERVE, engine.name, &beats.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let orders = process.stdin.take().context("a worker has no input")?;
        let output = process.stdout.take().context("a worker has no output")?;
        let (send, answers) = channel();
        thread::spawn(move || BufReader::new(output).lines().map_while(Result::ok).all(|line| send.send(line).is_ok()));
        let mut worker = Worker { name: engine.name, process, orders, answers, load: Duration::ZERO };
        let Some(load) = worker.answer(limit)? else { return Ok(None) };
        worker.load = Duration::from_nanos(load.parse()?);
        Ok(Some(worker))
    }

    /// Lets it walk for so much processor time; `limit` is over and above that.
    pub fn walk(&mut self, span: Duration, limit: Duration) -> Result<Walked> {
        writeln!(self.orders, "{}", span.as_millis())?;
        let Some(answer) = self.answer(2 * span + limit)? else { bail!("{} did not come back from its walk", self.name) };
        let numbers = answer.split(' ').map(str::parse).collect::<Result<Vec<u64>, _>>()?;
        let [moves, took, narrow] = numbers[..] else { bail!("{} answered “{answer}”", self.name) };
        Ok(Walked { moves, took: Duration::from_nanos(took), narrow })
    }

    fn answer(&self, limit: Duration) -> Result<Option<String>> {
        match self.answers.recv_timeout(limit) {
            Ok(answer) => Ok(Some(answer)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => bail!("{} stopped", self.name),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // It may have ended by itself, and then neither matters.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
