//! The graph written out as a case of ours: one person, one scene, and the shipped rubric and reactions beside it.

use std::fmt::{Error, Write};

use fifty_minutes::script::bundle::Source;
use fifty_minutes::script::codes::{Body, GoalMove, RepairMove, Skill};
use fifty_minutes::script::lint;

use crate::graph::{DEPENDENCY, Graph, Guard, HOUR, REPLIES, Reply, answer, said};

const RUBRIC: &str = include_str!("../../../dialogues/rubric.ron");
const REACTIONS: &str = include_str!("../../../dialogues/reactions.ron");

/// Replies of a beat that may have their guard in a scene that passes the check: it wants the others always on offer.
pub const SOUND: usize = REPLIES - lint::FEWEST_REPLIES;

/// Every file of a library that holds this scene.
pub fn sources(scene: &str) -> Vec<Source> {
    let case = case();
    let files = [("peers/case.ron", case.as_str()), ("peers/graph.scene.ron", scene), ("reactions.ron", REACTIONS), ("rubric.ron", RUBRIC)];
    files.map(|(name, text)| (name.to_string(), text.to_string())).into()
}

/// A case of one person with an even temper.
pub fn case() -> String {
    format!(
        r#"(
    id: "peers", title: "Peers", format: Individual, setting: Office, lens: Humanistic, difficulty: 1,
    learning_goals: [], content_notes: [], referral: "-", aftercare: "-", author: "-", review: "none yet", licence: "-", sources: [],
    people: [(
        id: "p", name: "P", age: 40, about: "-",
        temperament: (reactance: 50, pace: 50, ruptures: Withdrawal, masking: 50, mask: Warm),
        start: (trust: 50, agreement: 50, safety: 50, distress: 50, frustration: 20, hope: 50, dependency: {DEPENDENCY}, experiencing: 3),
        appearance: (hair_style: Bob), voice: (pitch: 50),
    )],
    sessions: ["graph"],
)"#
    )
}

/// A beat for each of the graph, and the two that every scene needs; of the replies of a beat the first `guarded` have
/// their guard. An answer takes two minutes, so that time is up after as many replies as an hour may hold. Where not all have
/// one, each beat has what the check wants of it: three wordings, and something to be seen at a cue. What is empty is left out, so that 10,000 beats are within the 8 MiB that the library takes for one file.
pub fn scene(graph: &Graph, guarded: usize) -> Result<String, Error> {
    let length = 2 * HOUR;
    let mut scene = format!("(title: \"Peers\", length: {length}, start: \"b0\", time_is_up: \"time\", walks_out: \"leaves\", beats: [\n");
    for (beat, replies) in graph.beats.iter().enumerate() {
        let (said, moments) = (said(beat), moments(beat));
        let lines = if guarded < REPLIES {
            let seen = if moments.contains("Cue") { "(see: \"A look.\"), " } else { "" };
            format!("{seen}(say: [\"{said}\", \"{said} So.\", \"{said} Well.\"])")
        } else {
            format!("(say: \"{said}\")")
        };
        writeln!(scene, "(id: \"b{beat}\", minutes: 2, {moments}lines: [{lines}], replies: [")?;
        for (index, reply) in replies.iter().enumerate() {
            let when = if index < guarded { guard(reply) } else { String::new() };
            let number = beat * REPLIES + index;
            let shown = if matches!(skill(number), Skill::Silence | Skill::Attending) { "act" } else { "say" };
            write!(scene, "(id: \"r{index}\", {shown}: \"{}\", {}", answer(beat, index), codes(number))?;
            let moved = if index % 2 == 0 { 1 } else { -1 };
            writeln!(scene, " why: \"{index}\",{when} effects: [Add(Dependency, {moved})], to: \"b{}\"),", reply.to)?;
        }
        scene.push_str("]),\n");
    }
    scene.push_str("(id: \"time\", lines: [(say: [\"It is time.\", \"Time.\", \"So.\"])], ends: Planned),\n");
    scene.push_str("(id: \"leaves\", lines: [(see: [\"The door.\", \"A door.\", \"Doors.\"])], ends: WalksOut),\n])\n");
    Ok(scene)
}

/// Every second beat has a feeling and something to be seen, every fifth a goal; some reply of it answers each.
fn moments(beat: usize) -> String {
    let mut moments: Vec<String> = Vec::new();
    if beat.is_multiple_of(2) {
        let fits = (beat * REPLIES..).find_map(body).unwrap_or(Body::Wait);
        let misfits = if fits == Body::LookAtClock { Body::TakeNotes } else { Body::LookAtClock };
        moments.extend(["Emotional".into(), format!("Cue(fits: [{fits:?}], misfits: [{misfits:?}])")]);
    }
    moments.extend(goal(beat * REPLIES).map(|goal| format!("Goal([{goal:?}])")));
    if moments.is_empty() { String::new() } else { format!("moments: [{}], ", moments.join(", ")) }
}

fn guard(reply: &Reply) -> String {
    match reply.guard {
        Guard::AtLeast(number) => format!(" when: [AtLeast(Dependency, {number})],"),
        Guard::Below(number) => format!(" when: [Below(Dependency, {number})],"),
    }
}

fn skill(number: usize) -> Skill {
    Skill::ALL[number % Skill::ALL.len()]
}

fn body(number: usize) -> Option<Body> {
    number.is_multiple_of(3).then(|| Body::ALL[number / 3 % Body::ALL.len()])
}

fn goal(number: usize) -> Option<GoalMove> {
    number.is_multiple_of(5).then(|| GoalMove::ALL[number / 5 % GoalMove::ALL.len()])
}

/// What a reply is: every skill and level comes round, and most of the rest, so that most rules of the reactions are met.
fn codes(number: usize) -> String {
    let mut codes = format!("skill: {:?}, empathy: {},", skill(number), 1 + number / 3 % 5);
    if let Some(body) = body(number) {
        codes += &format!(" body: {body:?},");
    }
    if let Some(goal) = goal(number) {
        codes += &format!(" goal: [{goal:?}],");
    }
    if number.is_multiple_of(7) {
        codes += &format!(" repair: {:?},", RepairMove::ALL[number / 7 % RepairMove::ALL.len()]);
    }
    if number.is_multiple_of(11) {
        codes += " boundary: Explore,";
    }
    codes
}
