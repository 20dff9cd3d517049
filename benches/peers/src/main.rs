//! Measures how fast our core goes through a dialogue graph, beside an ink and a Yarn engine on the same graph.

mod graph;
mod hours;
mod ink;
mod ours;
mod scene;
mod table;
mod walk;
mod worker;
mod yarn;

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use graph::{Graph, SEED};
use table::Figures;
use walk::Engine;
use worker::Worker;

/// Ours first: the others are compared with it.
const ENGINES: [Engine; 3] = [
    Engine { name: "fifty-minutes", load: ours::load },
    Engine { name: "bladeink", load: ink::load },
    Engine { name: "yarnspinner", load: yarn::load },
];

const SIZES: [usize; 3] = [200, 2_000, 20_000];

/// A load that took longer is not done again in the next round.
const SLOW: Duration = Duration::from_secs(5);

struct Plan {
    rounds: usize,
    /// Processor time of each walk.
    span: Duration,
    /// Time on the wall that loading may take.
    limit: Duration,
}

const FULL: Plan = Plan { rounds: 3, span: Duration::from_secs(2), limit: Duration::from_secs(90) };
const QUICK: Plan = Plan { rounds: 1, span: Duration::from_millis(200), limit: Duration::from_secs(10) };

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => measure(&FULL),
        ["--quick"] => measure(&QUICK),
        [worker::SERVE, name, beats] => {
            let engine = ENGINES.iter().find(|engine| engine.name == name).context("there is no such engine")?;
            worker::serve(engine, beats.parse()?)
        }
        ["--write", folder, beats] => ours::write(&Graph::new(beats.parse()?, SEED), Path::new(folder)),
        _ => bail!("it takes no argument, or --quick, or --write with a folder and a number of beats"),
    }
}

fn measure(plan: &Plan) -> Result<()> {
    table::head();
    let mut narrow = 0;
    for beats in SIZES {
        let figures = size(beats, plan)?;
        table::rows(beats, &figures, plan.limit);
        narrow += figures.iter().map(|(_, figures)| figures.narrow).sum::<u64>();
    }
    table::foot(plan.rounds, plan.span, narrow);
    println!("{}", table::place());
    Ok(())
}

/// All engines on one size of graph, in turns, round by round.
fn size(beats: usize, plan: &Plan) -> Result<Vec<(&'static str, Figures)>> {
    let mut turns: Vec<Turn> = ENGINES.iter().map(Turn::new).collect();
    for _ in 0..plan.rounds {
        for turn in &mut turns {
            turn.take(beats, plan)?;
        }
    }
    Ok(turns.into_iter().map(|turn| (turn.engine.name, turn.figures)).collect())
}

/// An engine as it takes its turns.
struct Turn<'a> {
    engine: &'a Engine,
    figures: Figures,
    /// Kept from round to round when its load is slow.
    worker: Option<Worker>,
    late: bool,
}

impl<'a> Turn<'a> {
    fn new(engine: &'a Engine) -> Turn<'a> {
        Turn { engine, figures: Figures::default(), worker: None, late: false }
    }

    /// Loads and walks; nothing more once a load was too late.
    fn take(&mut self, beats: usize, plan: &Plan) -> Result<()> {
        if self.late {
            return Ok(());
        }
        let mut worker = match self.worker.take() {
            Some(worker) => worker,
            None => {
                let Some(worker) = Worker::start(self.engine, beats, plan.limit)? else {
                    self.late = true;
                    return Ok(());
                };
                self.figures.loads.push(worker.load);
                worker
            }
        };
        let walked = worker.walk(plan.span, plan.limit)?;
        self.figures.rates.push(walked.moves as f64 / walked.took.as_secs_f64());
        self.figures.narrow += walked.narrow;
        self.worker = Some(worker).filter(|worker| worker.load > SLOW);
        Ok(())
    }
}
