//! The person in the room: what is so in them, how a reply changes it, and what of it shows.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::script::bundle::{Bundle, Check, Compiled, People, Reply};
use crate::script::codes::*;
use crate::script::face::{Face, Posture};
use crate::script::model::{Person, Start, Temperament};
use crate::script::rules::{Change, Fades, RuptureChange, Trait, Trigger};

use super::State;
use super::account::Felt;

/// What is so in one person; all integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Patient {
    measures: [u8; Measure::ALL.len()],
    pub rupture: Option<Rupture>,
    pub stance: Stance,
    /// A rupture was mended whole in this hour.
    pub mended: bool,
    /// How they would leave if the hour were over now.
    pub leaning: Ending,
    /// Replies in a row that were addressed to others, not counted beyond what a rule asks about.
    pub aside: u16,
}

/// An open rupture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rupture {
    pub style: RuptureStyle,
    /// 1 (a ripple) and up.
    pub depth: u8,
}

/// What happened to a rupture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuptureTurn {
    Opened,
    Deepened,
    Eased,
    Mended,
    /// Mending was tried and did not take.
    Refused,
}

/// A change that comes only later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pending {
    /// The turn at which it comes.
    pub turn: u16,
    pub person: u8,
    pub measure: Measure,
    pub amount: i16,
}

impl Patient {
    /// As the case lets the person begin.
    pub fn new(person: &Person) -> Patient {
        Patient::standing(person.start)
    }

    /// As these numbers say.
    pub fn standing(start: Start) -> Patient {
        Patient::with(measures(start), None)
    }

    /// As an hour left them; a new one has not mended anything yet.
    pub fn carried(left: &Felt) -> Patient {
        let measures =
            [left.trust, left.agreement, left.safety, left.distress, left.frustration, left.hope, left.dependency, left.experiencing];
        Patient::with(measures, left.rupture.map(|style| Rupture { style, depth: left.rupture_depth.max(1) }))
    }

    fn with(measures: [u8; Measure::ALL.len()], rupture: Option<Rupture>) -> Patient {
        Patient { measures, rupture, stance: Stance::Engaged, mended: false, leaning: Ending::Undecided, aside: 0 }
    }

    /// Goes back a part of the way to where the person stood when the course began.
    pub fn fade(&mut self, reactions: &Compiled, person: &Person) {
        let began = Patient::new(person);
        for Fades { measure, percent } in &reactions.week {
            let back = i16::from(began.get(*measure)).saturating_sub(self.get(*measure).into());
            self.add(*measure, percent_of(back, (*percent).into()), reactions);
        }
    }

    /// The value of a measure, in its range.
    pub fn get(&self, measure: Measure) -> u8 {
        self.measures.get(measure as usize).copied().unwrap_or_default()
    }

    /// Moves a measure and keeps it in its range; a gain near the top of it is worth less.
    #[expect(clippy::arithmetic_side_effects, reason = "an i16 times a u8 times 100 is within an i32, and the divisor is no less than 1")]
    pub fn add(&mut self, measure: Measure, amount: i16, reactions: &Compiled) {
        let (lowest, highest) = measure.range();
        let shrinks =
            reactions.shrinking.iter().find(|shrinks| amount > 0 && shrinks.measure == measure && shrinks.above < self.get(measure));
        let amount = shrinks.map_or(amount, |shrinks| {
            let left = i32::from(highest.saturating_sub(self.get(measure)));
            rounded(100 * i32::from(amount) * left / i32::from(highest.saturating_sub(shrinks.above).max(1)))
        });
        if let Some(value) = self.measures.get_mut(measure as usize) {
            *value = i16::from(*value).saturating_add(amount).clamp(lowest.into(), highest.into()) as u8;
        }
    }

    fn change(&mut self, changes: &[Change], times: i16, reactions: &Compiled) {
        for Change::Add(measure, amount) in changes {
            self.add(*measure, weigh(*measure, i16::from(*amount).saturating_mul(times), 100, reactions.losses), reactions);
        }
    }

    /// Opens a rupture or deepens the open one.
    pub fn deepen(&mut self, style: RuptureStyle, steps: u8, reactions: &Compiled) -> RuptureTurn {
        let opened = self.rupture.is_none();
        let rupture = self.rupture.get_or_insert(Rupture { style, depth: 0 });
        let before = rupture.depth;
        rupture.depth = rupture.depth.saturating_add(steps).min(reactions.deepest);
        let deeper = rupture.depth.saturating_sub(before);
        self.change(&reactions.deepened, deeper.into(), reactions);
        if opened { RuptureTurn::Opened } else { RuptureTurn::Deepened }
    }

    fn ease(&mut self, steps: u8, reactions: &Compiled) -> Option<RuptureTurn> {
        let rupture = self.rupture.as_mut()?;
        rupture.depth = rupture.depth.saturating_sub(steps);
        if rupture.depth > 0 {
            return Some(RuptureTurn::Eased);
        }
        self.rupture = None;
        let changes = if self.mended { &reactions.mended_again } else { &reactions.mended };
        self.mended = true;
        self.change(changes, 1, reactions);
        Some(RuptureTurn::Mended)
    }

    /// Being asked for something too early.
    pub fn blocked(&mut self, reactions: &Compiled) {
        self.change(&reactions.blocked, 1, reactions);
    }

    /// Having told something.
    pub fn told(&mut self, reactions: &Compiled) {
        self.change(&reactions.told, 1, reactions);
    }
}

/// An amount after losses are made heavier: trust, agreement, safety and hope lost, frustration gained.
fn weigh(measure: Measure, amount: i16, percent: i32, losses: i32) -> i16 {
    let is_loss = match measure {
        Measure::Trust | Measure::Agreement | Measure::Safety | Measure::Hope => amount < 0,
        Measure::Frustration => amount > 0,
        Measure::Distress | Measure::Dependency | Measure::Experiencing => false,
    };
    percent_of(amount, if is_loss { percent.saturating_mul(losses) / 100 } else { percent })
}

fn percent_of(amount: i16, percent: i32) -> i16 {
    rounded(i32::from(amount).saturating_mul(percent))
}

/// Hundredths as a whole number, half away from zero, so that a step never vanishes by its sign.
fn rounded(hundredths: i32) -> i16 {
    (hundredths.saturating_add(if hundredths < 0 { -50 } else { 50 }) / 100) as i16
}

/// In the order of the vocabulary.
fn measures(start: Start) -> [u8; Measure::ALL.len()] {
    [start.trust, start.agreement, start.safety, start.distress, start.frustration, start.hope, start.dependency, start.experiencing]
}

/// Deepest level of empathy that the person can bear now, 1 to 5.
pub fn bearable(reactions: &Compiled, state: &State, person: u8) -> u8 {
    (1..=5u8)
        .take_while(|level| reactions.bears.iter().filter(|(named, _)| named == level).all(|(_, needs)| holds(needs, state, person)))
        .last()
        .unwrap_or(1)
}

/// Which of a reply's rules are set off, one bit each, and what a rupture meets.
#[derive(Clone, Copy, Debug, Default)]
pub struct SetOff {
    rules: u128,
    ruptured: bool,
}

/// What a reply meets besides what is so in one person.
#[derive(Clone, Copy, Debug)]
pub struct Meets {
    /// Its skill, and how often in a row.
    pub run: (Skill, u8),
    /// Whose moment it is.
    pub whose: People,
    /// Its level of empathy, no deeper than those can bear whose moment it is.
    pub credited: Option<u8>,
    /// How far apart in trust two people in the room are.
    pub apart: u8,
}

/// What a reply sets off in one person, in the state that it meets.
pub fn set_off(bundle: &Bundle, state: &State, person: u8, reply: &Reply, meets: &Meets) -> SetOff {
    let reactions = &bundle.reactions;
    let patient = state.patient(person);
    let ruptured = patient.rupture.is_some();
    let bearable = bearable(reactions, state, person);
    let addressed = reply.with.has(person);
    let mut rules = 0;
    for (bit, rule) in reactions.rules_of(reply).enumerate() {
        let met = match rule.on {
            Trigger::Against => reply.against == Some(person),
            Trigger::Overheard(level) => !addressed && meets.credited.is_some_and(|credited| credited >= level),
            Trigger::LeftAside(replies) => !addressed && patient.aside.saturating_add(1).is_multiple_of(replies.max(1).into()),
            // A feeling of theirs was met by a word to somebody else.
            Trigger::Missed if !addressed => meets.whose.has(person),
            Trigger::Missed => reply.codes.empathy.is_some_and(|level| level <= 2),
            _ if !addressed => false,
            Trigger::RuptureIgnored => ruptured,
            Trigger::Split(gap) => meets.apart >= gap,
            Trigger::Level(level) => level <= bearable,
            Trigger::TooDeep => reply.codes.empathy.is_some_and(|level| level > bearable),
            Trigger::Run { length, .. } => meets.run.1 >= length,
            // What doesn't depend on the state was seen to when the bundle was put together.
            _ => true,
        };
        rules |= u128::from(met && holds(&rule.when, state, person)) << bit;
    }
    SetOff { rules, ruptured: ruptured && addressed }
}

/// How one person takes a reply: changes what is so in them, and returns what became of a rupture.
pub fn react(bundle: &Bundle, state: &mut State, person: u8, reply: &Reply, set_off: SetOff) -> Option<RuptureTurn> {
    let reactions = &bundle.reactions;
    let temperament = bundle.case.person(person).temperament;
    let mut sums = [0i16; Measure::ALL.len()];
    let (mut deepens, mut eases, mut turns) = (0u8, 0u8, false);
    for (bit, rule) in reactions.rules_of(reply).enumerate() {
        if set_off.rules >> bit & 1 == 0 {
            continue;
        }
        let percent = scale(rule.scaled, temperament);
        for Change::Add(measure, amount) in &rule.now {
            if let Some(sum) = sums.get_mut(*measure as usize) {
                *sum = sum.saturating_add(weigh(*measure, (*amount).into(), percent, reactions.losses));
            }
        }
        if let Some(later) = &rule.later {
            let turn = state.turn.saturating_add(later.after.into());
            for Change::Add(measure, amount) in &later.then {
                let amount = weigh(*measure, (*amount).into(), percent, reactions.losses);
                state.pending.push(Pending { turn, person, measure: *measure, amount });
            }
        }
        match rule.rupture {
            Some(RuptureChange::Deepens(steps)) => deepens = steps.saturating_add(deepens),
            Some(RuptureChange::Eases(steps)) => eases = steps.saturating_add(eases),
            Some(RuptureChange::Turns) => turns = true,
            None => {}
        }
    }
    let patient = state.patient_mut(person);
    for (measure, sum) in Measure::ALL.iter().zip(sums) {
        patient.add(*measure, sum, reactions);
    }
    if let (true, Some(rupture)) = (turns, &mut patient.rupture) {
        rupture.style = RuptureStyle::Confrontation;
    }
    let steps = deepens.abs_diff(eases);
    match deepens.cmp(&eases) {
        Ordering::Greater => Some(patient.deepen(temperament.ruptures, steps, reactions)),
        Ordering::Less if set_off.ruptured => patient.ease(steps, reactions),
        _ if set_off.ruptured && reply.codes.repair.is_some_and(RepairMove::mends) => Some(RuptureTurn::Refused),
        _ => None,
    }
}

fn scale(by: Option<Trait>, temperament: Temperament) -> i32 {
    let by = match by {
        None => 50,
        Some(Trait::Reactance) => temperament.reactance,
        Some(Trait::Pace) => temperament.pace,
    };
    i32::from(by).saturating_add(50)
}

/// True when every check holds for that person.
pub fn holds(checks: &[Check], state: &State, person: u8) -> bool {
    let patient = state.patient(person);
    checks.iter().all(|check| match check {
        Check::AtLeast(measure, number) => patient.get(*measure) >= *number,
        Check::Below(measure, number) => patient.get(*measure) < *number,
        Check::In(stances) => stances.contains(&patient.stance),
        Check::Told(fact, wanted) => (state.told >> fact & 1 == 1) == *wanted,
        Check::Met(beat, wanted) => (state.visits(*beat) > 0) == *wanted,
        Check::Noted(note, wanted) => (state.noted >> note & 1 == 1) == *wanted,
        Check::Ruptured(wanted) => patient.rupture.is_some() == *wanted,
        Check::Leaving(ending) => patient.leaning == *ending,
        Check::Minute(minute) => state.minute >= u16::from(*minute),
        Check::Any(any) => any.iter().any(|check| holds(std::slice::from_ref(check), state, person)),
        Check::Of(other, of) => holds(of, state, *other),
    })
}

/// The stance that follows from what is so; the one there is holds on until its own conditions end.
pub fn stance(reactions: &Compiled, state: &State, person: u8) -> Stance {
    let current = state.patient(person).stance;
    reactions
        .stances
        .iter()
        .find(|(stance, enters, stays)| holds(if *stance == current { stays } else { enters }, state, person))
        .map_or(current, |(stance, ..)| *stance)
}

/// How the person would leave if the hour ended now, by plan.
pub fn leaning(reactions: &Compiled, state: &State, person: u8) -> Ending {
    if holds(&reactions.returns, state, person) {
        Ending::Returns
    } else if holds(&reactions.wont_return, state, person) {
        Ending::WontReturn
    } else {
        Ending::Undecided
    }
}

/// The face that is shown, and the one that leaks out first when it is a mask.
pub fn face(bundle: &Bundle, state: &State, person: u8) -> (Face, Option<Face>) {
    let temperament = bundle.case.person(person).temperament;
    let felt = bundle.reactions.faces.iter().find(|(_, when, _)| holds(when, state, person));
    let hides = state.patient(person).get(Measure::Safety) < temperament.masking;
    match felt {
        Some((felt, _, true)) if hides && *felt != temperament.mask => (temperament.mask, Some(*felt)),
        Some((felt, ..)) => (*felt, None),
        None => (Face::Calm, None),
    }
}

/// How the person sits.
pub fn posture(bundle: &Bundle, state: &State, person: u8) -> Posture {
    let rule = bundle.reactions.postures.iter().find(|(_, when)| holds(when, state, person));
    rule.map_or(Posture::Settled, |(posture, _)| *posture)
}
