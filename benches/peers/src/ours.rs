//! The graph as a scene of ours, read and checked as a shipped one is, and sat through hour after hour.

use std::fmt::{Debug, Write};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail, ensure};
use cpu_time::ProcessTime;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::codes::{Body, GoalMove, RepairMove, Skill};
use fifty_minutes::script::finding::Finding;
use fifty_minutes::script::lint::{self, Text};
use fifty_minutes::script::parse;
use fifty_minutes::session::event::Event;
use fifty_minutes::session::{Command, Session};

use crate::graph::{DEPENDENCY, Graph, Guard, HOUR, REPLIES, Random, Reply, answer, said};
use crate::walk::{Loaded, Walk};

const RUBRIC: &str = include_str!("../../../dialogues/rubric.ron");
const REACTIONS: &str = include_str!("../../../dialogues/reactions.ron");

pub fn load(graph: &Graph) -> Result<Loaded> {
    let (case, scene, open) = (case(), scene(graph, REPLIES)?, scene(graph, REPLIES - lint::FEWEST_REPLIES)?);
    let start = ProcessTime::now();
    let bundle = Arc::new(read(&case, &scene)?);
    let sitting = Sitting::new(bundle)?;
    let took = start.elapsed();
    Ok(Loaded { walk: Box::new(sitting), took: took + check(&case, &open)? })
}

/// As the shelf does it, with the files kept and hashed.
fn read(case: &str, scene: &str) -> Result<Bundle> {
    let files = [("rubric.ron", RUBRIC), ("reactions.ron", REACTIONS), ("case.ron", case), ("graph.scene.ron", scene)];
    let sources = files.map(|(name, text)| (name.to_string(), text.to_string())).to_vec();
    let case = parse::case("case.ron", case).map_err(told)?;
    let scene = parse::scene("graph.scene.ron", scene).map_err(told)?;
    let rubric = parse::rubric("rubric.ron", RUBRIC).map_err(told)?;
    let reactions = parse::reactions("reactions.ron", REACTIONS).map_err(told)?;
    Ok(Bundle::new(case, vec![scene], rubric, reactions, sources)?)
}

/// Checks a scene and says how long the check alone took. A menu must always show three replies, which a scene with
/// a guard on every reply does not promise; so the scene that is checked has its guards on one reply in four.
fn check(case: &str, scene: &str) -> Result<Duration> {
    let read_case = parse::case("case.ron", case).map_err(told)?;
    let read = parse::scene("graph.scene.ron", scene).map_err(told)?;
    let start = ProcessTime::now();
    let findings = lint::scene(Text { file: "graph.scene.ron", text: scene }, &read_case, &read);
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

/// A case of one person with an even temper.
fn case() -> String {
    format!(
        r#"(
    id: "peers", title: "Peers", format: Individual, setting: Office, lens: Humanistic, difficulty: 1,
    learning_goals: [], content_notes: [], referral: "-", aftercare: "-", author: "-", review: "none yet", licence: "-", sources: [],
    people: [(
        id: "p", name: "P", age: 40, about: "-",
        temperament: (reactance: 50, pace: 50, ruptures: Withdrawal, masking: 50, mask: Warm),
        start: (trust: 50, agreement: 50, safety: 50, distress: 50, frustration: 20, hope: 50, dependency: {DEPENDENCY}, experiencing: 3),
    )],
    sessions: ["graph"],
)"#
    )
}

/// A beat for each of the graph, and the two that every scene needs; of the replies of a beat the first `guarded` have
/// their guard. An answer takes two minutes, so that time is up after as many replies as an hour may hold.
fn scene(graph: &Graph, guarded: usize) -> Result<String> {
    let length = 2 * HOUR;
    let mut scene = format!("(title: \"Peers\", length: {length}, start: \"b0\", time_is_up: \"time\", walks_out: \"leaves\", beats: [\n");
    for (beat, replies) in graph.beats.iter().enumerate() {
        let moments = if beat % 2 == 0 { "Emotional, Cue(fits: [Wait, Nod], misfits: [LookAtClock])" } else { "" };
        writeln!(scene, "(id: \"b{beat}\", minutes: 2, moments: [{moments}], lines: [(say: \"{}\")], replies: [", said(beat))?;
        for (index, reply) in replies.iter().enumerate() {
            let when = if index < guarded { guard(reply) } else { String::new() };
            write!(scene, "  (id: \"r{index}\", say: \"{}\", {}", answer(beat, index), codes(beat * REPLIES + index))?;
            let moved = if index % 2 == 0 { 1 } else { -1 };
            writeln!(scene, " why: \"-\", when: [{when}], effects: [Add(Dependency, {moved})], to: \"b{}\"),", reply.to)?;
        }
        scene.push_str("]),\n");
    }
    scene.push_str("(id: \"time\", lines: [(say: \"It is time.\")], ends: Planned),\n");
    scene.push_str("(id: \"leaves\", lines: [(see: \"The door.\")], ends: WalksOut),\n])\n");
    Ok(scene)
}

fn guard(reply: &Reply) -> String {
    match reply.guard {
        Guard::AtLeast(number) => format!("AtLeast(Dependency, {number})"),
        Guard::Below(number) => format!("Below(Dependency, {number})"),
    }
}

/// What a reply is: every skill and level comes round, and most of the rest, so that most rules of the reactions are met.
fn codes(number: usize) -> String {
    fn word<T: Debug>(of: &[T], number: usize) -> String {
        format!("{:?}", of[number % of.len()])
    }
    let mut codes = format!("skill: {}, empathy: {},", word(Skill::ALL, number), 1 + number / 3 % 5);
    if number.is_multiple_of(3) {
        codes += &format!(" body: {},", word(Body::ALL, number / 3));
    }
    if number.is_multiple_of(5) {
        codes += &format!(" goal: [{}],", word(GoalMove::ALL, number / 5));
    }
    if number.is_multiple_of(7) {
        codes += &format!(" repair: {},", word(RepairMove::ALL, number / 7));
    }
    codes
}

struct Sitting {
    bundle: Arc<Bundle>,
    session: Session,
    events: Vec<Event>,
    /// Hours begun; also the seed of the one under way.
    hours: u64,
}

impl Sitting {
    fn new(bundle: Arc<Bundle>) -> Result<Sitting> {
        let mut events = Vec::new();
        Ok(Sitting { session: begin(&bundle, 1, &mut events)?, bundle, events, hours: 1 })
    }
}

fn begin(bundle: &Arc<Bundle>, seed: u64, events: &mut Vec<Event>) -> Result<Session> {
    let mut session = Session::new(Arc::clone(bundle), 0, seed).context("the case has no session")?;
    session.apply(Command::Begin, events)?;
    Ok(session)
}

impl Walk for Sitting {
    fn step(&mut self, random: &mut Random) -> Result<usize> {
        let offered = self.session.state().offered;
        let count = offered.count_ones() as usize;
        ensure!(count > 0, "ours has nothing on offer");
        self.events.clear();
        self.session.apply(Command::Reply(place(offered, random.below(count))), &mut self.events)?;
        if self.session.state().ending.is_some() {
            self.hours += 1;
            self.session = begin(&self.bundle, self.hours, &mut self.events)?;
        }
        std::hint::black_box(&self.events);
        Ok(count)
    }
}

/// The place of the set bit before which `skip` others stand.
fn place(offered: u16, skip: usize) -> u8 {
    let rest = (0..skip).fold(offered, |rest, _| rest & (rest - 1));
    rest.trailing_zeros() as u8
}
