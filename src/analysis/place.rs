//! What of an hour's state its future depends on: two hours at the same place can be merged in a search.

use crate::script::bundle::{BeatId, Bundle, Check, Hour, Onward};
use crate::script::codes::{Measure, Skill};
use crate::script::rules::Trigger;
use crate::session::State;
use crate::session::patient::Patient;
use crate::session::watch::sites;

use super::coverage::clauses;

/// Which parts of a state matter to where an hour goes.
#[derive(Clone, Debug)]
pub struct Matters {
    /// Beats that some condition asks about: only whether they were met counts.
    asked: Vec<BeatId>,
    /// Beats that go on by chance: the draw depends on how often they were met.
    drawn: Vec<BeatId>,
    /// For each beat, the notes that may still be asked about from there.
    notes: Vec<u128>,
    /// Uses of a skill in a row after which one more makes no difference.
    runs: Vec<(Skill, u8)>,
}

impl Matters {
    /// What matters to the course of an hour; with `shows` also to what is said and seen in it.
    pub fn new(bundle: &Bundle, hour: &Hour, shows: bool) -> Matters {
        let mut asked = Vec::new();
        let mut here = vec![0u128; hour.beats.len()];
        let mut anywhere = 0;
        for (site, when) in sites(hour).into_iter().filter(|(site, _)| shows || !site.only_shows()) {
            let notes = site.beat().and_then(|beat| here.get_mut(usize::from(beat))).unwrap_or(&mut anywhere);
            clauses(when, 0, &mut |check, _| match check {
                Check::Met(beat, _) => asked.push(*beat),
                Check::Noted(note, _) => *notes |= 1 << note,
                _ => {}
            });
        }
        asked.sort_unstable();
        asked.dedup();
        let drawn = (0..).zip(&hour.beats).filter(|(_, beat)| matches!(beat.onward, Onward::Chance(_))).map(|(at, _)| at).collect();
        let longest = |skill: &Skill| {
            let lengths = bundle.reactions.rules.iter().filter_map(|rule| match rule.on {
                Trigger::Run { skill: run, length } if run == *skill => Some(length),
                _ => None,
            });
            (*skill, lengths.max().unwrap_or(0))
        };
        let runs = Skill::ALL.iter().map(longest).collect();
        let notes = ahead(hour, here).into_iter().map(|notes| notes | anywhere).collect();
        Matters { asked, drawn, notes, runs }
    }

    /// The same only for states that nothing to come tells apart, but for wordings.
    pub fn key(&self, state: &State) -> Vec<u8> {
        let mut key = Vec::with_capacity(64);
        self.course(state, &mut key);
        key.extend(state.minute.to_be_bytes());
        let (skill, times) = state.run;
        let longest = self.runs.iter().find(|run| run.0 == skill).map_or(0, |run| run.1);
        key.extend(if longest == 0 { [0, 0] } else { [(skill as u8).saturating_add(1), times.min(longest)] });
        for patient in &state.patients {
            key.extend(Measure::ALL.iter().map(|measure| patient.get(*measure)));
            key.extend([patient.rupture.map_or(0, |rupture| rupture.depth), patient.mended.into(), patient.leaning as u8]);
            key.extend(patient.aside.to_be_bytes());
        }
        for pending in &state.pending {
            key.extend([pending.turn.saturating_sub(state.turn) as u8, pending.person, pending.measure as u8]);
            key.extend(pending.amount.to_be_bytes());
        }
        key
    }

    /// The same, but for what is so in numbers: where, what is known and noted, and how the people are in the room.
    pub fn rough_key(&self, state: &State) -> Vec<u8> {
        let mut key = Vec::with_capacity(32);
        self.course(state, &mut key);
        key
    }

    fn course(&self, state: &State, key: &mut Vec<u8>) {
        let notes = self.notes.get(usize::from(state.beat)).copied().unwrap_or_default();
        key.extend(state.beat.to_be_bytes());
        key.extend(state.offered.to_be_bytes());
        key.extend(state.told.to_be_bytes());
        key.extend((state.noted & notes).to_be_bytes());
        let visits = |beat: &BeatId| state.visits(*beat);
        key.extend(self.asked.iter().map(|beat| u8::from(visits(beat) > 0)));
        self.drawn.iter().for_each(|beat| key.extend(visits(beat).to_be_bytes()));
        for Patient { stance, rupture, .. } in &state.patients {
            key.extend([*stance as u8, rupture.map_or(0, |rupture| (rupture.style as u8).saturating_add(1))]);
        }
    }

    /// True when the seed decides where the hour goes on from some beat.
    pub fn has_chance(&self) -> bool {
        !self.drawn.is_empty()
    }
}

/// Everything that a beat can go on to, by themselves, by a reply, by the clock or out of the door.
fn onward(hour: &Hour, at: BeatId) -> Vec<BeatId> {
    let beat = hour.beat(at);
    let mut onward: Vec<BeatId> = by_itself(hour, at);
    onward.extend(beat.replies.iter().map(|reply| reply.to));
    if !beat.replies.is_empty() {
        onward.extend([hour.time_is_up, hour.walks_out]);
    }
    onward
}

/// What a beat can go on to without anybody replying.
pub fn by_itself(hour: &Hour, at: BeatId) -> Vec<BeatId> {
    let beat = hour.beat(at);
    let mut onward: Vec<BeatId> = beat.tells.iter().map(|(_, blocked)| *blocked).collect();
    match &beat.onward {
        Onward::Branch(ways) => onward.extend(ways.iter().map(|(_, to)| *to)),
        Onward::Chance(ways) => onward.extend(ways.iter().map(|(_, to)| *to)),
        Onward::Menu | Onward::End(_) => {}
    }
    onward
}

/// Where an hour turns after a reply, by the clock alone: on, or to its end.
pub fn by_the_clock(hour: &Hour, to: BeatId, minute: usize) -> BeatId {
    let over = minute >= usize::from(hour.scene.length) && !hour.closes(to);
    if over { hour.time_is_up } else { to }
}

/// For each beat, what is true of it or of any beat that can come after it.
fn ahead(hour: &Hour, mut of: Vec<u128>) -> Vec<u128> {
    let onward: Vec<Vec<BeatId>> = (0..hour.beats.len() as BeatId).map(|at| onward(hour, at)).collect();
    let mut changed = true;
    while changed {
        changed = false;
        for (at, onward) in onward.iter().enumerate().rev() {
            let more = onward.iter().filter_map(|next| of.get(usize::from(*next))).fold(0, |more, next| more | next);
            if let Some(here) = of.get_mut(at) {
                changed |= *here | more != *here;
                *here |= more;
            }
        }
    }
    of
}
