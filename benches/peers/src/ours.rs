//! The graph as a scene of ours, read and checked as a shipped one is, and sat through hour after hour.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use cpu_time::ProcessTime;
use fifty_minutes::script::finding::Finding;
use fifty_minutes::script::lint::{self, Text};
use fifty_minutes::script::{parse, shelf};

use crate::graph::{Graph, REPLIES, Random};
use crate::hours::Hours;
use crate::scene::{self, SOUND};
use crate::walk::{Loaded, Walk};

pub fn load(graph: &Graph) -> Result<Loaded> {
    let (guarded, sound) = (scene::scene(graph, REPLIES)?, scene::scene(graph, SOUND)?);
    let sources = scene::sources(&guarded);
    let start = ProcessTime::now();
    let bundle = shelf::reopen(&sources).context("the scene can't be read")?;
    let hours = Hours::new(Arc::new(bundle)).context("the case has no session")?;
    let took = start.elapsed();
    Ok(Loaded { walk: Box::new(hours), took: took + check(&sound)? })
}

/// Checks a scene and says how long the check alone took. A menu must always show three replies, which a scene with
/// a guard on every reply does not promise; so the scene that is checked has its guards on one reply in four.
fn check(scene: &str) -> Result<Duration> {
    let case = parse::case("case.ron", &scene::case()).map_err(told)?;
    let read = parse::scene("graph.scene.ron", scene).map_err(told)?;
    let start = ProcessTime::now();
    let findings = lint::scene(Text { file: "graph.scene.ron", text: scene }, &case, &read, &BTreeSet::new());
    let took = start.elapsed();
    if !findings.is_empty() {
        bail!(told(findings));
    }
    Ok(took)
}

fn told(findings: Vec<Finding>) -> anyhow::Error {
    match findings.first() {
        Some(first) => anyhow!("{} findings, the first: {} {}", findings.len(), first.code, first.message),
        None => anyhow!("it can't be read"),
    }
}

/// Writes a library with the graph as a sound case into a folder, so that the program itself can be run on it.
pub fn write(graph: &Graph, folder: &Path) -> Result<()> {
    for (name, text) in scene::sources(&scene::scene(graph, SOUND)?) {
        let path = folder.join(name);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above)?;
        }
        fs::write(&path, text).with_context(|| format!("{} can't be written", path.display()))?;
    }
    Ok(())
}

impl Walk for Hours {
    fn step(&mut self, random: &mut Random) -> Result<usize> {
        Hours::step(self, random).context("ours has nothing on offer")
    }
}
