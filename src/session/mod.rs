//! The hour: a command goes in, events come out, and nothing else is touched.
//!
//! A session is its bundle, its seed and its moves: the same three give the same
//! events, bit for bit, on every machine. State is in integers, draws are keyed.

pub mod account;
pub mod carried;
pub mod draws;
pub mod event;
pub mod jotting;
pub mod opening;
pub mod patient;
pub mod watch;

use std::sync::Arc;

use rand::RngExt;
use rand::seq::SliceRandom;

use crate::script::bundle::{Beat, BeatId, Bundle, Check, Deed, Happens, Hour, LineKind, MOST_PEOPLE, MOST_REPLIES, Onward, People};
use crate::script::codes::{Ending, Measure, Skill};
use crate::script::model::{End, Person};

use carried::Carried;
use draws::{Purpose, draw};
use event::Event;
use patient::{Meets, Patient, Pending, SetOff, bearable, holds};
use watch::{Site, Unseen, Watch};

/// What a front may ask of an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The person comes in.
    Begin,
    /// Takes the reply with this place in the author's order.
    Reply(u8),
    /// Leaves the topic of that number out from here on.
    LeaveOut(u8),
}

/// What a move begins with that leaves out the topic named behind it; no reply's id holds a colon.
pub const LEAVE_OUT: &str = "leave-out:";

/// Why a command changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the hour has not begun")]
    NotBegun,
    #[error("the hour has begun already")]
    AlreadyBegun,
    #[error("the hour is over")]
    Over,
    #[error("that reply is not on offer")]
    NotOnOffer,
    #[error("that topic is not in this hour, or left out already")]
    NothingToLeaveOut,
}

/// Everything about an hour that a move can change.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub beat: BeatId,
    pub begun: bool,
    pub patients: Vec<Patient>,
    /// One bit a fact.
    pub told: u64,
    /// One bit a note.
    pub noted: u128,
    pub visits: Vec<u16>,
    pub minute: u16,
    pub turn: u16,
    /// The last skill and how often it was used in a row.
    pub run: (Skill, u8),
    pub pending: Vec<Pending>,
    /// Replies on offer, one bit each, in the author's order.
    pub offered: u16,
    /// Topics that are left out, one bit each.
    pub left_out: u64,
    pub ending: Option<Ending>,
}

impl State {
    /// What is so in one of the people.
    #[expect(clippy::indexing_slicing, reason = "a state is made with everybody of the case, by whose places they are numbered")]
    pub fn patient(&self, person: u8) -> &Patient {
        &self.patients[usize::from(person)]
    }

    #[expect(clippy::indexing_slicing, reason = "the same")]
    fn patient_mut(&mut self, person: u8) -> &mut Patient {
        &mut self.patients[usize::from(person)]
    }

    /// How often a beat was entered.
    pub fn visits(&self, beat: BeatId) -> u16 {
        self.visits.get(usize::from(beat)).copied().unwrap_or_default()
    }
}

/// An hour under way.
#[derive(Clone, Debug)]
pub struct Session {
    bundle: Arc<Bundle>,
    /// Which session of the case, counted from 0.
    hour: usize,
    seed: u64,
    /// Notes of earlier hours that this one neither makes nor asks about: they are only carried on.
    kept: Arc<[String]>,
    /// It opens in the middle, with no week before it.
    opened: bool,
    state: State,
}

impl Session {
    /// An hour that has not begun; none if the case has no session of that number (counted from 0). A later session goes on
    /// from one of the histories that the case supposes, by the seed: the first with seed 1, the second with seed 2, and round.
    pub fn new(bundle: Arc<Bundle>, hour: usize, seed: u64) -> Option<Session> {
        Session::after(bundle, hour, seed, None)
    }

    /// The same after an hour that was held, where there was one.
    pub fn after(bundle: Arc<Bundle>, hour: usize, seed: u64, carried: Option<&Carried>) -> Option<Session> {
        let there = bundle.hours.get(hour)?;
        let supposed = if carried.is_none() { Carried::supposed(&bundle, hour, seed) } else { None };
        let nothing = Carried::default();
        let carried = carried.or(supposed.as_ref()).unwrap_or(&nothing);
        let begins = |person: &Person| {
            let left = carried.people.iter().find(|left| left.person == person.id);
            left.map_or_else(|| Patient::new(person), Patient::carried)
        };
        let numbered = |note: &String| there.notes.iter().position(|known| known == note);
        let state = State {
            beat: there.start,
            begun: false,
            patients: bundle.case.people.iter().map(begins).collect(),
            told: bits(carried.told.iter().filter_map(|told| bundle.case.facts.iter().position(|fact| fact.id == *told))) as u64,
            noted: bits(carried.noted.iter().filter_map(numbered)),
            visits: vec![0; there.beats.len()],
            minute: 0,
            turn: 0,
            run: (Skill::Silence, 0),
            pending: Vec::new(),
            offered: 0,
            left_out: 0,
            ending: None,
        };
        let kept = carried.noted.iter().filter(|note| numbered(note).is_none()).cloned().collect();
        Some(Session { hour, seed, kept, opened: false, state, bundle })
    }

    /// What the next session goes on from.
    pub fn carried(&self) -> Carried {
        Carried::from(self)
    }

    pub fn bundle(&self) -> &Arc<Bundle> {
        &self.bundle
    }

    /// Which session of the case, counted from 0.
    pub fn number(&self) -> usize {
        self.hour
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// First 16 hexadecimal digits of a hash of the state: two programs that come to the same hold the same hour.
    pub fn digest(&self) -> String {
        blake3::hash(format!("{:?}", self.state).as_bytes()).to_hex().chars().take(16).collect()
    }

    /// The scene that is played.
    pub fn hour(&self) -> &Hour {
        self.bundle.hour(self.hour)
    }

    fn beat(&self) -> &Beat {
        self.hour().beat(self.state.beat)
    }

    /// The replies of this beat as they were written, on offer or not.
    pub fn replies(&self) -> &[crate::script::model::Reply] {
        &self.hour().written(self.state.beat).replies
    }

    /// One of them, by its place.
    pub fn reply(&self, number: u8) -> &crate::script::model::Reply {
        self.hour().written(self.state.beat).reply(number)
    }

    /// Replies on offer, by their place in the author's order, in the order in which they are shown.
    pub fn menu(&self) -> Vec<u8> {
        let mut menu: Vec<u8> = (0..MOST_REPLIES as u8).filter(|reply| self.state.offered >> reply & 1 == 1).collect();
        let visit = self.state.visits(self.state.beat);
        menu.shuffle(&mut draw(self.seed, self.beat().key, visit, Purpose::Order));
        menu
    }

    /// The command that a move stands for here: a reply on offer by its id, or [`LEAVE_OUT`] and a topic.
    pub fn command(&self, id: &str) -> Option<Command> {
        if let Some(topic) = id.strip_prefix(LEAVE_OUT) {
            let place = (0u8..).zip(self.bundle.case.topics()).find(|(_, (known, _))| *known == topic).map(|(place, _)| place);
            return place.filter(|place| self.can_leave_out(*place)).map(Command::LeaveOut);
        }
        let mut replies = (0u8..).zip(self.replies());
        replies.find(|(place, reply)| reply.id == id && self.state.offered >> place & 1 == 1).map(|(place, _)| Command::Reply(place))
    }

    /// True where that topic, by its number, is in this hour, which goes on, and not left out yet.
    pub fn can_leave_out(&self, topic: u8) -> bool {
        self.state.ending.is_none() && self.state.left_out >> topic & 1 == 0 && self.hour().has_topic(topic)
    }

    /// The same hour with these topics left out from here on, one bit each; it stays where it stands.
    pub fn without(&self, topics: u64) -> Session {
        let state = State { left_out: self.state.left_out | topics, ..self.state.clone() };
        Session { state, ..self.clone() }
    }

    /// Does what is asked and appends what happened; a refused command changes and appends nothing.
    pub fn apply(&mut self, command: Command, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.apply_watched(command, events, &mut ())
    }

    /// The same without what is shown, which takes most of the time and changes nothing: for a search.
    pub fn apply_unseen(&mut self, command: Command, events: &mut Vec<Event>) -> Result<(), Refusal> {
        self.apply_watched(command, events, &mut Unseen)
    }

    /// The same, with somebody who is told of every condition that is looked at.
    pub fn apply_watched(&mut self, command: Command, events: &mut Vec<Event>, watch: &mut impl Watch) -> Result<(), Refusal> {
        let (begun, opened) = (self.state.begun, self.opened);
        let nothing_to_leave_out = matches!(command, Command::LeaveOut(topic) if !self.can_leave_out(topic));
        let hour = self.bundle.hour(self.hour);
        let mut step = Step { bundle: &self.bundle, hour, seed: self.seed, state: &mut self.state, events, watch };
        match command {
            Command::Begin if begun => Err(Refusal::AlreadyBegun),
            Command::Begin => {
                step.begin(opened);
                Ok(())
            }
            _ if !begun => Err(Refusal::NotBegun),
            _ if step.state.ending.is_some() => Err(Refusal::Over),
            Command::Reply(reply) if usize::from(reply) >= MOST_REPLIES || step.state.offered >> reply & 1 == 0 => Err(Refusal::NotOnOffer),
            Command::Reply(reply) => {
                step.reply(reply);
                Ok(())
            }
            Command::LeaveOut(_) if nothing_to_leave_out => Err(Refusal::NothingToLeaveOut),
            Command::LeaveOut(topic) => {
                step.leave_out(topic);
                Ok(())
            }
        }
    }
}

fn bits(places: impl Iterator<Item = usize>) -> u128 {
    places.fold(0, |bits, place| bits | 1 << place)
}

/// One command being done.
struct Step<'a, W> {
    bundle: &'a Bundle,
    hour: &'a Hour,
    seed: u64,
    state: &'a mut State,
    events: &'a mut Vec<Event>,
    watch: &'a mut W,
}

impl<W: Watch> Step<'_, W> {
    fn begin(&mut self, opened: bool) {
        self.state.begun = true;
        if !opened {
            self.week();
        }
        self.settle_all();
        let first = self.state.beat;
        self.come_and_go(People::all(self.state.patients.len()), self.hour.beat(first).present);
        self.go(first);
    }

    fn come_and_go(&mut self, before: People, present: People) {
        for person in self.people().filter(|person| before.has(*person) != present.has(*person)) {
            self.events.push(Event::Absent { person, away: before.has(person) });
        }
    }

    /// What happened since the hour before: what faded, and what was drawn among that which could happen when they left.
    fn week(&mut self) {
        let (bundle, hour) = (self.bundle, self.hour);
        for person in self.people() {
            self.state.patient_mut(person).leaning = patient::leaning(&bundle.reactions, self.state, person);
        }
        let could: Vec<(u8, &Happens)> = (0..=u8::MAX).zip(&hour.week).filter(|(_, happens)| holds(&happens.when, self.state, 0)).collect();
        for (patient, person) in self.state.patients.iter_mut().zip(&bundle.case.people) {
            patient.fade(&bundle.reactions, person);
        }
        if let Some((place, happens)) = drawn(&could, |(_, happens)| happens.weight, self.seed, hour.key, 0, Purpose::Week) {
            self.state.noted |= 1 << happens.note;
            self.effects(&happens.effects, People::all(self.state.patients.len()));
            self.events.push(Event::Week { happening: *place });
        }
    }

    fn people(&self) -> std::ops::Range<u8> {
        0..self.state.patients.len() as u8
    }

    fn reply(&mut self, index: u8) {
        let (bundle, hour) = (self.bundle, self.hour);
        let at = self.state.beat;
        let beat = hour.beat(at);
        let reply = beat.reply(index);
        let bearable = beat.whose.each().map(|person| bearable(&bundle.reactions, self.state, person)).min().unwrap_or(1);
        let run = match self.state.run {
            (skill, times) if skill == reply.codes.skill => (skill, times.saturating_add(1)),
            _ => (reply.codes.skill, 1),
        };
        let meets = Meets {
            run,
            whose: beat.whose,
            credited: reply.codes.empathy.map(|level| level.min(bearable)),
            apart: self.apart(beat.present),
        };
        // What the reply sets off depends on the state that it meets, in everybody alike.
        let mut set_off = [SetOff::default(); MOST_PEOPLE];
        for (person, set_off) in (0..).zip(&mut set_off).filter(|(person, _)| beat.present.has(*person)) {
            *set_off = patient::set_off(bundle, self.state, person, reply, &meets);
        }

        let state = &mut *self.state;
        state.turn = state.turn.saturating_add(1);
        state.minute = state.minute.saturating_add(beat.minutes.into());
        state.run = run;
        self.events.push(Event::Took { beat: at, offered: state.offered, reply: index, bearable, turn: state.turn });
        for (person, set_off) in (0..state.patients.len() as u8).zip(set_off) {
            if let Some(turn) = patient::react(bundle, state, person, reply, set_off) {
                self.events.push(Event::Rupture { person, turn });
            }
            if beat.present.has(person) {
                let aside = &mut state.patient_mut(person).aside;
                *aside = if reply.with.has(person) { 0 } else { aside.saturating_add(1) % bundle.reactions.aside };
            }
        }
        self.effects(&reply.effects, reply.with);
        let state = &mut *self.state;
        let turn = state.turn;
        for due in state.pending.extract_if(.., |pending| pending.turn <= turn) {
            if let Some(patient) = state.patients.get_mut(usize::from(due.person)) {
                patient.add(due.measure, due.amount, &bundle.reactions);
            }
        }
        self.events.push(Event::Clock { minute: state.minute });
        self.settle_all();
        self.go(self.whereto(reply.to));
    }

    /// How far apart in trust those two of the people are who are furthest apart.
    fn apart(&self, people: People) -> u8 {
        let trust = || people.each().map(|person| self.state.patient(person).get(Measure::Trust));
        trust().max().unwrap_or(0).abs_diff(trust().min().unwrap_or(0))
    }

    fn effects(&mut self, effects: &[Deed], with: People) {
        for effect in effects {
            match *effect {
                Deed::Add(measure, amount) => {
                    with.each().for_each(|person| self.state.patient_mut(person).add(measure, amount.into(), &self.bundle.reactions));
                }
                Deed::Of(person, measure, amount) => self.state.patient_mut(person).add(measure, amount.into(), &self.bundle.reactions),
                Deed::Note(note, true) => self.state.noted |= 1 << note,
                Deed::Note(note, false) => self.state.noted &= !(1 << note),
            }
        }
    }

    /// Where the hour stands at a beat of that topic, it goes on from there at once; no minute passes.
    fn leave_out(&mut self, topic: u8) {
        self.state.left_out |= 1 << topic;
        self.events.push(Event::LeftOut { topic });
        if let Some(around) = self.around(self.state.beat) {
            self.go(around);
        }
    }

    /// Where it goes instead of to a beat whose topic is left out.
    fn around(&self, at: BeatId) -> Option<BeatId> {
        let left_out = |(topic, _): &(u8, BeatId)| self.state.left_out >> topic & 1 == 1;
        self.hour.beat(at).around.filter(left_out).map(|(_, around)| around)
    }

    /// Where the hour turns: on, to its end by the clock, or out of the door.
    fn whereto(&self, to: BeatId) -> BeatId {
        if self.hour.closes(to) {
            return to;
        }
        let present = self.hour.beat(self.state.beat).present;
        if present.each().any(|person| holds(&self.bundle.reactions.walks_out, self.state, person)) {
            self.hour.walks_out
        } else if self.state.minute >= u16::from(self.hour.scene.length) {
            self.hour.time_is_up
        } else {
            to
        }
    }

    fn settle_all(&mut self) {
        for person in self.people() {
            self.settle(person);
        }
    }

    /// The stance that follows, told when it is another one; how they would leave; and what is so.
    fn settle(&mut self, person: u8) {
        let stance = patient::stance(&self.bundle.reactions, self.state, person);
        let leaning = patient::leaning(&self.bundle.reactions, self.state, person);
        let patient = self.state.patient_mut(person);
        patient.leaning = leaning;
        if patient.stance != stance {
            patient.stance = stance;
            self.events.push(Event::Stance { person, stance });
        }
        self.events.push(Event::Felt { person, patient: *patient });
    }

    /// Enters a beat, and goes on from it until somebody must reply or the hour ends.
    fn go(&mut self, to: BeatId) {
        let mut next = Some(to);
        while let Some(at) = next {
            next = self.enter(at);
        }
    }

    fn enter(&mut self, at: BeatId) -> Option<BeatId> {
        if let Some(around) = self.around(at) {
            return Some(around);
        }
        let beat = self.hour.beat(at);
        self.come_and_go(self.hour.beat(self.state.beat).present, beat.present);
        self.state.beat = at;
        self.state.offered = 0;
        let visit = self.state.visits(at).saturating_add(1);
        if let Some(visits) = self.state.visits.get_mut(usize::from(at)) {
            *visits = visit;
        }
        self.events.push(Event::Entered { beat: at, visit });
        let asked = beat.whose.first();
        if let Some((fact, blocked)) = beat.tells
            && !self.tell(fact, asked)
        {
            return Some(blocked);
        }
        let ruptured = self.state.patient_mut(asked);
        if let (Some(style), None) = (beat.rupture, ruptured.rupture) {
            let turn = ruptured.deepen(style, 1, &self.bundle.reactions);
            self.events.push(Event::Rupture { person: asked, turn });
            self.settle(asked);
        }
        if W::SEES {
            self.show(beat, at, visit);
        }
        match &beat.onward {
            Onward::Menu => {
                let mut offered = 0;
                for (index, reply) in beat.replies.iter().enumerate() {
                    offered |= u16::from(self.asks(Site::Reply(at, index as u8), &reply.when, asked)) << index;
                }
                self.state.offered = offered;
                None
            }
            Onward::Branch(ways) => {
                let mut ways = ways.iter().enumerate();
                ways.find(|(index, (when, _))| self.asks(Site::Way(at, *index as u8), when, asked)).map(|(_, (_, to))| *to)
            }
            Onward::Chance(ways) => drawn(ways, |(weight, _)| *weight, self.seed, beat.key, visit, Purpose::Way).map(|(_, to)| *to),
            Onward::End(end) => {
                if let (End::Planned, 2..) = (end, self.state.patients.len()) {
                    for (person, patient) in (0..).zip(&self.state.patients) {
                        self.events.push(Event::Leaves { person, ending: patient.leaning });
                    }
                }
                let ending = self.leave(*end);
                self.state.ending = Some(ending);
                self.events.push(Event::Ended { ending });
                None
            }
        }
    }

    /// True when every condition at that place holds for that person.
    fn asks(&mut self, site: Site, when: &[Check], person: u8) -> bool {
        if when.is_empty() {
            return true;
        }
        self.watch.asked(site, when, self.state, person);
        holds(when, self.state, person)
    }

    /// That person tells a fact if what it needs is there; told once, it is there.
    fn tell(&mut self, fact: u8, person: u8) -> bool {
        if self.state.told >> fact & 1 == 1 {
            return true;
        }
        let told = self.asks(Site::Fact(fact), self.hour.needs(fact), person);
        if told {
            self.state.told |= 1 << fact;
            self.state.patient_mut(person).told(&self.bundle.reactions);
            self.events.push(Event::Told { fact });
        } else {
            let wordings = self.bundle.case.fact(fact).blocked.0.len();
            self.state.patient_mut(person).blocked(&self.bundle.reactions);
            let wording = usize::from(self.state.turn).checked_rem(wordings).unwrap_or_default();
            self.events.push(Event::Blocked { fact, wording: wording as u8 });
        }
        self.settle(person);
        told
    }

    /// Shows the lines of a beat, each with the face that goes with it.
    fn show(&mut self, beat: &Beat, at: BeatId, visit: u16) {
        for person in beat.present.each() {
            let (face, leak) = patient::face(self.bundle, self.state, person);
            let posture = patient::posture(self.bundle, self.state, person);
            self.events.push(Event::Face { person, face, leak, posture });
        }
        for (index, line) in beat.lines.iter().enumerate() {
            let place = index as u16;
            if !self.asks(Site::Line(at, place), &line.when, line.who) {
                continue;
            }
            if let Some((face, leak)) = line.face {
                let posture = patient::posture(self.bundle, self.state, line.who);
                self.events.push(Event::Face { person: line.who, face, leak, posture });
            }
            let (variant, wordings) = match &line.kind {
                LineKind::Say(variants) => {
                    let said = |(variant, (when, _)): &(usize, &(Vec<Check>, _))| {
                        self.asks(Site::Variant(at, place, *variant as u8), when, line.who)
                    };
                    let Some((variant, (_, wordings))) = variants.iter().enumerate().find(said) else { continue };
                    (variant, wordings.len())
                }
                LineKind::See(wordings) => (0, wordings.len()),
                LineKind::Pause(_) => (0, 1),
            };
            let wording = if wordings > 1 {
                let first: usize = draw(self.seed, beat.key, 0, Purpose::Wording(place)).random_range(0..wordings);
                first.saturating_add(usize::from(visit).saturating_sub(1)).checked_rem(wordings).unwrap_or_default()
            } else {
                0
            };
            self.events.push(Event::Line { beat: at, line: place, variant: variant as u8, wording: wording as u8 });
        }
    }

    /// How they leave: everybody must mean to return, and one who won't is enough.
    fn leave(&self, end: End) -> Ending {
        let mut leanings = self.state.patients.iter().map(|patient| patient.leaning);
        match end {
            End::WalksOut => Ending::WalkedOut,
            End::Planned if leanings.clone().all(|leaning| leaning == Ending::Returns) => Ending::Returns,
            End::Planned if leanings.any(|leaning| leaning == Ending::WontReturn) => Ending::WontReturn,
            End::Planned => Ending::Undecided,
        }
    }
}

/// One of those, drawn by their weights; none where there is none.
fn drawn<T>(each: &[T], weight: impl Fn(&T) -> u8, seed: u64, key: u64, visit: u16, purpose: Purpose) -> Option<&T> {
    let whole: u32 = each.iter().map(|one| u32::from(weight(one))).sum();
    if whole == 0 {
        return None;
    }
    let mut left = draw(seed, key, visit, purpose).random_range(0..whole);
    each.iter().find(|one| match left.checked_sub(weight(one).into()) {
        Some(rest) => {
            left = rest;
            false
        }
        None => true,
    })
}
