//! A made case that holds every code there is, played by several tastes from several states: what properties are tried on.

use std::sync::Arc;

use fifty_minutes::script::appearance::Appearance;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::codes::*;
use fifty_minutes::script::face::Face;
use fifty_minutes::script::model::*;
use fifty_minutes::script::parse;
use fifty_minutes::script::voicing::Voicing;
use fifty_minutes::session::event::Event;
use fifty_minutes::session::{Command, Session};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

const BEATS: usize = 48;
const REPLIES: usize = 8;

/// Skills that every other beat has, so that one can be used many times in a row.
const RUNS: [Skill; 4] = [Skill::OpenQuestion, Skill::ClosedQuestion, Skill::Reflection, Skill::ComplexReflection];

/// Where the person begins; the gallery has one bundle for each.
pub const STARTS: [Start; 6] = [
    Start { trust: 35, agreement: 30, safety: 36, distress: 55, frustration: 15, hope: 40, dependency: 0, experiencing: 2 },
    Start { trust: 62, agreement: 55, safety: 55, distress: 40, frustration: 5, hope: 55, dependency: 10, experiencing: 4 },
    Start { trust: 28, agreement: 20, safety: 28, distress: 66, frustration: 60, hope: 30, dependency: 0, experiencing: 3 },
    Start { trust: 45, agreement: 38, safety: 46, distress: 65, frustration: 24, hope: 50, dependency: 0, experiencing: 5 },
    Start { trust: 85, agreement: 80, safety: 85, distress: 20, frustration: 0, hope: 80, dependency: 0, experiencing: 6 },
    Start { trust: 62, agreement: 55, safety: 55, distress: 40, frustration: 5, hope: 55, dependency: 10, experiencing: 4 },
];

/// The bundle for a start, with these shared files; none where they can't be read.
pub fn bundle(start: usize, rubric: &str, reactions: &str) -> Option<Arc<Bundle>> {
    let rubric = parse::rubric("rubric.ron", rubric).ok()?;
    let reactions = parse::reactions("reactions.ron", reactions).ok()?;
    let case = case(start);
    let several = case.people.len() > 1;
    Bundle::new(case, vec![scene(several), scene(several)], rubric, reactions, Vec::new()).ok().map(Arc::new)
}

/// The shared files as they are shipped.
pub fn shared(name: &str) -> String {
    std::fs::read_to_string(crate::root().join("dialogues").join(name)).unwrap()
}

/// Whether two people come: to the start that both come close to being split from.
pub fn come_two(start: usize) -> bool {
    start == 5
}

fn case(start: usize) -> Case {
    let temperament = Temperament {
        reactance: 30 + 12 * start as u8,
        pace: 70 - 10 * start as u8,
        ruptures: RuptureStyle::ALL[start % 2],
        masking: 50,
        mask: Face::Warm,
    };
    Case {
        id: "gallery".into(),
        language: "en".into(),
        title: "Gallery".into(),
        format: Format::Individual,
        setting: Setting::Office,
        begins: None,
        lens: if start == 2 { Lens::Cognitive } else { Lens::Humanistic },
        difficulty: 1,
        learning_goals: Vec::new(),
        content_notes: Vec::new(),
        referral: "-".into(),
        aftercare: "-".into(),
        author: "-".into(),
        review: "none yet".into(),
        licence: "-".into(),
        sources: Vec::new(),
        people: ["p", "q"]
            .into_iter()
            .zip([STARTS[start], STARTS[0]])
            .take(if come_two(start) { 2 } else { 1 })
            .map(|(id, begins)| Person {
                id: id.into(),
                name: "P".into(),
                age: 40,
                about: "-".into(),
                temperament,
                start: begins,
                appearance: Appearance::default(),
                voice: Voicing::default(),
                beside: None,
            })
            .collect(),
        facts: vec![Fact {
            id: "f".into(),
            what: "-".into(),
            needs: vec![Guard::AtLeast(Measure::Trust, 50)],
            blocked: Phrasings(vec!["-".into()]),
        }],
        formulation: Vec::new(),
        sessions: vec![Planned { scene: "1".into(), ..Planned::default() }, Planned { scene: "1".into(), ..Planned::default() }],
    }
}

pub fn scene(several: bool) -> Scene {
    let mut random = ChaCha8Rng::seed_from_u64(50);
    let mut beats: Vec<Beat> = (0..BEATS).map(|index| beat(index, &mut random)).collect();
    if several {
        for (index, beat) in beats.iter_mut().enumerate() {
            beat.whose = [Some("p"), Some("q"), None][index % 3].map(String::from);
            for (place, reply) in beat.replies.iter_mut().enumerate() {
                reply.with = [vec![], vec!["p"], vec![], vec!["q"], vec!["p", "q"]][place % 5].iter().map(|id| id.to_string()).collect();
                reply.against = (place == 6).then(|| ["p", "q"][index % 2].to_string());
            }
        }
    }
    beats.push(Beat { ends: Some(End::Planned), ..empty("time") });
    beats.push(Beat { ends: Some(End::WalksOut), ..empty("leaves") });
    Scene { title: "Gallery".into(), length: 40, start: "b0".into(), time_is_up: "time".into(), walks_out: "leaves".into(), beats }
}

pub fn empty(id: &str) -> Beat {
    Beat {
        feels: Vec::new(),
        topic: None,
        around: None,
        id: id.into(),
        minutes: 1,
        moments: Vec::new(),
        whose: None,
        away: Vec::new(),
        tells: None,
        blocked: None,
        lines: vec![Line { say: Some(Phrasings(vec!["one".into(), "two".into(), "three".into()])), ..Line::default() }],
        replies: Vec::new(),
        then: None,
        branch: Vec::new(),
        chance: Vec::new(),
        ends: None,
    }
}

fn pick<T: Copy>(random: &mut ChaCha8Rng, from: &[T]) -> T {
    from[random.random_range(0..from.len())]
}

fn beat(index: usize, random: &mut ChaCha8Rng) -> Beat {
    let mut moments = Vec::new();
    if index.is_multiple_of(2) {
        moments.push(Moment::Emotional);
    }
    if index.is_multiple_of(3) {
        moments.push(Moment::Goal(vec![pick(random, GoalMove::ALL), pick(random, GoalMove::ALL)]));
    }
    if index % 4 == 1 {
        moments.push(Moment::Boundary { domain: pick(random, BoundaryDomain::ALL), indicated: vec![pick(random, BoundaryResponse::ALL)] });
    }
    if index % 12 == 7 {
        moments.push(Moment::Rupture(pick(random, RuptureStyle::ALL)));
    }
    if index % 10 == 3 {
        moments.push(Moment::Risk);
    }
    if index % 3 == 1 {
        moments.push(Moment::Cue { fits: vec![pick(random, Body::ALL), Body::Wait], misfits: vec![Body::LookAtClock] });
    }
    let to = |random: &mut ChaCha8Rng| format!("b{}", random.random_range(0..BEATS));
    let tells = index == 5;
    let mut replies: Vec<Reply> = (0..REPLIES).map(|reply| self::reply(index * REPLIES + reply, to(random), random)).collect();
    // What a moment asks for can always be given.
    for moment in &moments {
        match moment {
            Moment::Goal(moves) => replies[0].goal.clone_from(moves),
            Moment::Boundary { indicated, .. } => replies[1].boundary = indicated.first().copied(),
            _ => {}
        }
    }
    Beat { moments, tells: tells.then(|| "f".into()), blocked: tells.then(|| to(random)), replies, ..empty(&format!("b{index}")) }
}

/// Every word of every vocabulary comes round; a few replies carry several.
fn reply(number: usize, to: String, random: &mut ChaCha8Rng) -> Reply {
    let round = |every: usize, of: usize| number.is_multiple_of(every).then(|| number / every % of);
    Reply {
        id: format!("r{number}"),
        say: Some("-".into()),
        act: None,
        skill: if number % REPLIES < RUNS.len() && (number / REPLIES).is_multiple_of(2) {
            RUNS[number % REPLIES]
        } else {
            Skill::ALL[number % Skill::ALL.len()]
        },
        empathy: Some(1 + (number / 3 % 5) as u8),
        goal: round(2, GoalMove::ALL.len()).map(|index| GoalMove::ALL[index]).into_iter().collect(),
        boundary: round(5, BoundaryResponse::ALL.len()).map(|index| BoundaryResponse::ALL[index]),
        safety: round(7, SafetyStep::ALL.len()).map(|index| SafetyStep::ALL[index]).into_iter().collect(),
        repair: round(3, RepairMove::ALL.len()).map(|index| RepairMove::ALL[index]),
        body: random.random_bool(0.5).then(|| pick(random, Body::ALL)),
        why: "-".into(),
        source: None,
        when: Vec::new(),
        effects: Vec::new(),
        with: Vec::new(),
        against: None,
        to,
    }
}

/// Plays an hour by a taste that follows from the seed, now and then a second that goes on from it, and gives back every event.
pub fn play(bundle: &Arc<Bundle>, seed: u64) -> Vec<Event> {
    let mut events = Vec::new();
    let first = play_one(Session::new(Arc::clone(bundle), 0, seed).unwrap(), seed, &mut events);
    if seed.is_multiple_of(7) {
        play_one(Session::after(Arc::clone(bundle), 1, seed, Some(&first.carried())).unwrap(), seed, &mut events);
    }
    events
}

fn play_one(mut session: Session, seed: u64, events: &mut Vec<Event>) -> Session {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    session.apply(Command::Begin, events).unwrap();
    while session.state().ending.is_none() {
        let menu = session.menu();
        let at = usize::from(session.state().beat);
        let (replies, moments) = (&session.hour().beats[at].replies, &session.hour().scene.beats[at].moments);
        let moves = |moment: &Moment, codes: &Codes| matches!(moment, Moment::Goal(moves) if moves.iter().any(|offered| codes.goal.contains(offered)));
        let indicated = |moment: &Moment, codes: &Codes| matches!(moment, Moment::Boundary { indicated, .. } if codes.boundary.is_some_and(|response| indicated.contains(&response)));
        let taste = |index: &u8| -> usize {
            let codes = &replies[usize::from(*index)].codes;
            match seed % 10 {
                0 => codes.empathy.unwrap_or_default().into(),
                1 => 5 - usize::from(codes.empathy.unwrap_or_default()),
                2 => moments.iter().filter(|moment| moves(moment, codes)).count(),
                3 => usize::from(codes.repair.is_some_and(RepairMove::mends)),
                4 => 2 * moments.iter().filter(|moment| indicated(moment, codes)).count() + usize::from(codes.boundary.is_none()),
                5 => usize::from(codes.boundary.is_some()),
                run => usize::from(codes.skill == RUNS[run as usize - 6]),
            }
        };
        let often = if seed % 20 < 10 { 0.6 } else { 0.95 };
        let reply = if random.random_bool(often) { menu.iter().copied().max_by_key(taste).unwrap() } else { pick(&mut random, &menu) };
        session.apply(Command::Reply(reply), events).unwrap();
    }
    session
}
