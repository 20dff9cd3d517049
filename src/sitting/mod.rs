//! One hour as it is held: a move is applied, written and synced, and only then shown. Both fronts sit here.

pub mod drill;
pub mod exam;
pub mod looks;
pub mod model;
mod redraft;
mod tries;
mod verify;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::Prepared;
use crate::analysis::hindsight::Hindsight;
use crate::analysis::written::written;
use crate::assess::notebook::{NoteTold, notebook};
use crate::assess::{Assessment, assess};
use crate::record::{
    After, Afterwards, Again, Header, Health, Held, Journal, LeftOut, Mode, Record, Records, Step, VERSION, any_seed, now,
};
use crate::report::{About, Debrief};
use crate::script::bundle::{self, Bundle, Source};
use crate::script::codes::Ending;
use crate::script::model::ContentNote;
use crate::script::shelf;
use crate::script::turn::Offer;
use crate::session::account::{Entry, describe, offer};
use crate::session::event::Event;
use crate::session::jotting::{Gone, Jotting, Jottings, Note};
use crate::session::opening::{Misfit, Opening};
use crate::session::{Command, LEAVE_OUT, Refusal, Session};

pub use crate::record::day;
pub use looks::Looks;
pub use redraft::{Stopped, Taken, Why};
pub use tries::past;
pub use verify::{Scripts, hand_in, is_of_exam, verify};

/// An hour under way, or over.
#[derive(Debug)]
pub struct Sitting {
    session: Session,
    header: Header,
    held: Held,
    journal: Option<Journal>,
    /// Bytes at the end of its record that could not be read.
    torn: usize,
    /// Moves that were rewound, the last that was made first, until another is made.
    undone: Vec<String>,
    /// What was written of them, until they are made again.
    unwritten: Vec<Gone>,
    /// Replies beside which words stand that are forgotten with the window.
    passing: BTreeSet<u16>,
    /// Where it was opened, if that was in the middle.
    opening: Option<Opening>,
    /// Moves that an earlier draft led on to.
    beyond: Vec<Taken>,
}

/// How an hour is to be held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Counted from 1.
    pub session: u32,
    /// Drawn where none is named.
    pub seed: Option<u64>,
    pub mode: Mode,
    /// Topics that are left out from the start.
    pub leave_out: Vec<String>,
    /// The record of the session before, to go on from; without one, from what the case supposes.
    pub after: Option<String>,
    /// What sets it, where it is an exam with a file.
    pub set: Option<exam::Terms>,
}

/// Something that comes up in the hour and can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub id: String,
    /// What is said of it before the hour.
    pub note: String,
    pub left_out: bool,
}

/// Why an hour can't be held, or not go on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    #[error(transparent)]
    Record(#[from] crate::record::Trouble),
    #[error("this case has {there} session(s); there is no session {asked}")]
    NoSession { asked: u32, there: usize },
    #[error("“{reply}” is not on offer here. On offer: {offered}")]
    NotOnOffer { reply: String, offered: String },
    #[error("“{topic}” can't be left out here. What can be: {there}")]
    NoTopic { topic: String, there: String },
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("the hour can't be opened there: {0}")]
    Misfit(#[from] Misfit),
    #[error("this hour was opened in the middle, and a transcript begins where its session does. Hold one from the beginning to keep it")]
    OpenedMidway,
    #[error("this hour goes on from a record, and a transcript only goes on from another transcript. Hold one that does not to keep it")]
    GoesOnFromRecord,
    #[error("this case has not been reviewed by a clinician yet (review: {review}), so it can't be set as an exam. Practise it instead")]
    NotReviewed { review: String },
    #[error("nothing can be left out of this exam. If something in it is too close to you, leave the room and talk to whoever set it")]
    NothingLeftOut,
    #[error("this exam is not over, and nothing is told of it before its end. Go on with it first")]
    ExamUnderWay,
    #[error("an exam is kept from its beginning to its end, so that it can be handed in; it can't be held on without a record")]
    ExamIsKept,
    #[error("“{0}” can't be gone on from: it is an hour of another case, not the session before, or not over yet")]
    NotBefore(String),
    #[error("{name} did not come again after that hour. The next session can still be held without it, from what the case supposes")]
    DidNotReturn { name: String },
    #[error("to go on from a session that was held, its record must be there; leave --no-record away")]
    NothingKept,
    #[error("an exam is held once: it can't be tried again from one of its moments. Practise the case instead")]
    HeldOnce,
    #[error("in an exam there is no way back")]
    NoWayBack,
    #[error("there is no reply {turn} to go back to; {there} were given")]
    NoSuchReply { turn: u16, there: u16 },
    #[error("there is no line {0} in this hour")]
    NoLine(u32),
    #[error("the script kept with this record can't be read any more; nothing was changed")]
    BundleUnreadable,
    #[error("the script kept with this record is not the one that the hour began with: it was changed since")]
    ScriptChanged,
    #[error(
        "this record can't be gone on with: the same moves lead elsewhere in move {0}. It was written by another version of the program; it can still be reported"
    )]
    Diverges(usize),
}

impl Sitting {
    /// The person comes in; with `records` the hour is kept from here on.
    pub fn begin(bundle: &Arc<Bundle>, terms: &Terms, records: Option<&Records>) -> Result<Sitting, Trouble> {
        let mut header = header(bundle, terms);
        header.exam = if terms.mode == Mode::Exam { exam::held(bundle, terms, records)? } else { None };
        if let Some(before) = &terms.after {
            header.after = Some(go_on(bundle, before, terms.session, records.ok_or(Trouble::NothingKept)?)?);
        }
        if !terms.leave_out.is_empty() && !exam::may_leave_out(&header) {
            return Err(Trouble::NothingLeftOut);
        }
        let session = session(bundle, &header)?;
        let there = topics(bundle, session.number(), 0);
        if let Some(topic) = terms.leave_out.iter().find(|topic| !there.iter().any(|there| there.id == **topic)) {
            return Err(no_topic(topic, there));
        }
        let mut sitting = Sitting::sit_down(session, header, records)?;
        // Nothing can come up before somebody replies: the check sees to that.
        sitting.leave_out(&terms.leave_out)?;
        Ok(sitting)
    }

    /// Opens an hour in the middle, without a record; only session, seed and mode of the terms say anything there.
    pub fn open(bundle: &Arc<Bundle>, terms: &Terms, opening: Opening) -> Result<Sitting, Trouble> {
        Sitting::sit_down_at(bundle, header(bundle, terms), Some(&opening), None)
    }

    /// Where that hour begins, or where it was opened; then it is not kept.
    fn sit_down_at(bundle: &Arc<Bundle>, header: Header, opening: Option<&Opening>, records: Option<&Records>) -> Result<Sitting, Trouble> {
        let Some(opening) = opening else { return Sitting::sit_down(session(bundle, &header)?, header, records) };
        let session = opened(bundle, &header, opening)?;
        Ok(Sitting { opening: Some(opening.clone()), ..Sitting::sit_down(session, header, None)? })
    }

    /// The same where another draft may lack some of what the hour was opened with; with the draft that has it, it comes back.
    fn sit_down_again(
        bundle: &Arc<Bundle>,
        header: Header,
        opening: Option<&Opening>,
        records: Option<&Records>,
    ) -> Result<Sitting, Trouble> {
        let there = opening.map(|opening| opening.within(bundle, header.session));
        Ok(Sitting { opening: opening.cloned(), ..Sitting::sit_down_at(bundle, header, there.as_ref(), records)? })
    }

    /// Leaves a topic out from here on.
    pub fn leave_out_now(&mut self, topic: &str) -> Result<&[Entry], Trouble> {
        self.choose(&format!("{LEAVE_OUT}{topic}"))
    }

    /// Leaves out those of the topics that aren't left out yet.
    pub fn leave_out(&mut self, topics: &[String]) -> Result<(), Trouble> {
        for topic in topics {
            if !self.topics().iter().any(|known| known.id == *topic && known.left_out) {
                self.leave_out_now(topic)?;
            }
        }
        Ok(())
    }

    fn sit_down(session: Session, header: Header, records: Option<&Records>) -> Result<Sitting, Trouble> {
        let journal = match records {
            Some(records) => {
                records.keep_bundle(session.bundle())?;
                Some(Journal::create(records, &header)?)
            }
            None => None,
        };
        let mut sitting = Sitting { journal, ..Sitting::of(session, header) };
        sitting.come_in()?;
        Ok(sitting)
    }

    /// An hour in which nothing has happened yet, not kept.
    fn of(session: Session, header: Header) -> Sitting {
        Sitting {
            session,
            header,
            held: Held::default(),
            journal: None,
            torn: 0,
            undone: Vec::new(),
            unwritten: Vec::new(),
            passing: BTreeSet::new(),
            opening: None,
            beyond: Vec::new(),
        }
    }

    /// Goes on with an hour that was kept, with the script that it began with.
    pub fn resume(records: &Records, id: &str) -> Result<Sitting, Trouble> {
        let (journal, record) = Journal::resume(records, id)?;
        let torn = if let Health::TornTail { bytes } = record.health { bytes } else { 0 };
        let mut sitting = Sitting { journal: Some(journal), torn, ..replay(kept(records, &record)?, record)? };
        // A program that was stopped before the person came in has nothing to lose.
        if !sitting.session.state().begun {
            sitting.come_in()?;
        }
        Ok(sitting)
    }

    fn come_in(&mut self) -> Result<(), Trouble> {
        let entries = self.apply(Command::Begin)?;
        let state = self.session.digest();
        self.keep(Step::Begin { entries, state })
    }

    /// Takes a reply by its id, or leaves a topic out by [`LEAVE_OUT`] and its name. What it led to is on disk when this returns.
    pub fn choose(&mut self, id: &str) -> Result<&[Entry], Trouble> {
        if self.session.state().ending.is_some() {
            return Err(Refusal::Over.into());
        }
        if id.starts_with(LEAVE_OUT) && !exam::may_leave_out(&self.header) {
            return Err(Trouble::NothingLeftOut);
        }
        let command = self.session.command(id).ok_or_else(|| self.not_there(id))?;
        // Tried on a copy, so that a move that can't be written has not happened.
        let before = self.session.clone();
        let entries = self.apply(command)?;
        let from = self.held.account.len();
        let state = self.session.digest();
        if let Err(trouble) = self.keep(Step::Reply { reply: id.into(), entries, state }) {
            self.session = before;
            return Err(trouble);
        }
        self.beyond.clear();
        if self.undone.last().is_some_and(|undone| undone == id) {
            self.undone.pop();
        } else {
            self.undone.clear();
            self.unwritten.clear();
        }
        Ok(self.held.account.get(from..).unwrap_or_default())
    }

    /// Goes back to just before a reply, counted from 1, as if it and what came after it had not been; [`Sitting::redo`] goes there
    /// again. What was left out stays so.
    pub fn rewind(&mut self, turn: u16) -> Result<(), Trouble> {
        if !self.may_go_back() {
            return Err(Trouble::NoWayBack);
        }
        let (session, left_out) = self.rewound(turn).ok_or(Trouble::NoSuchReply { turn, there: self.held.replies() })?;
        let from = self.held.moves_before(turn).unwrap_or_default();
        let gone: Vec<String> = self.held.moves.iter().skip(from).rev().filter(|gone| !gone.starts_with(LEAVE_OUT)).cloned().collect();
        let written = self.held.jottings.clone();
        self.keep(Step::Rewind { turn, left_out, state: session.digest() })?;
        for gone in written.gone_in(&self.held.jottings) {
            // Of a note that loses one line after the other the first is the whole.
            match self.unwritten.iter_mut().find(|whole| gone.number.is_some() && whole.number == gone.number) {
                Some(whole) => whole.left = gone.left,
                None => self.unwritten.push(gone),
            }
        }
        self.session = session;
        self.undone.extend(gone);
        Ok(())
    }

    /// The hour as it stood before a reply, with what was left out since left out there.
    fn rewound(&self, turn: u16) -> Option<(Session, Vec<LeftOut>)> {
        let from = self.held.moves_before(turn)?;
        let mut session = self.session_before(from)?;
        let mut left_out = Vec::new();
        for reply in self.held.moves.iter().skip(from).filter(|gone| gone.starts_with(LEAVE_OUT)) {
            let mut events = Vec::new();
            session.apply(session.command(reply)?, &mut events).ok()?;
            let entries = events.into_iter().map(|event| describe(session.bundle(), session.number(), event)).collect();
            left_out.push(LeftOut { reply: reply.clone(), entries });
        }
        Some((session, left_out))
    }

    /// Gives the reply again that was rewound last, and what was written of it; none where there is none that is on offer here.
    pub fn redo(&mut self) -> Result<Option<&[Entry]>, Trouble> {
        let Some(reply) = self.undone.last().cloned().filter(|_| self.can_redo()) else { return Ok(None) };
        let from = self.held.account.len();
        self.choose(&reply)?;
        let end = self.held.account.len();
        self.write_again()?;
        Ok(Some(self.held.account.get(from..end).unwrap_or_default()))
    }

    /// Takes down again what was written of the hour as it stands, and went when it went back; what can't be kept waits.
    fn write_again(&mut self) -> Result<(), Trouble> {
        let (turn, end) = (self.turn(), self.held.account.len());
        while let Some(place) = self.unwritten.iter().position(|gone| gone.is_within(turn, end)) {
            let Some(Gone { jotting, number, left }) = self.unwritten.get(place).cloned() else { break };
            if let Some(number) = number.filter(|_| left) {
                self.jot(Jotting::Strike(number), true)?;
            }
            let kept = !matches!(&jotting, Jotting::Words(words) if self.passing.contains(&words.turn));
            self.jot(jotting, kept)?;
            self.unwritten.remove(place);
        }
        Ok(())
    }

    /// True where a reply was rewound that can be given again.
    pub fn can_redo(&self) -> bool {
        self.undone.last().is_some_and(|reply| self.session.command(reply).is_some())
    }

    /// Takes down what the trainee keeps for themselves; `kept` is false for what is forgotten with the window.
    pub fn jot(&mut self, jotting: Jotting, kept: bool) -> Result<(), Trouble> {
        if let Jotting::Note(Note { lines, .. }) = &jotting
            && let Some(line) = lines.iter().find(|line| self.held.account.get(**line as usize).is_none_or(|entry| entry.shown().is_none()))
        {
            return Err(Trouble::NoLine(*line));
        }
        let words = if let Jotting::Words(words) = &jotting { Some(words.turn) } else { None };
        let step = Step::Jotted(jotting.bounded());
        if kept {
            self.keep(step)?;
        } else {
            self.held.take(step);
        }
        if let Some(turn) = words {
            if kept {
                self.passing.remove(&turn)
            } else {
                self.passing.insert(turn)
            };
        }
        Ok(())
    }

    /// The hour as it stood after so many of its moves.
    fn session_before(&self, from: usize) -> Option<Session> {
        let session = match &self.opening {
            Some(opening) => opened(self.bundle(), &self.header, opening),
            None => session(self.bundle(), &self.header),
        };
        let (mut session, mut events) = (session.ok()?, Vec::new());
        session.apply_unseen(Command::Begin, &mut events).ok()?;
        for taken in self.held.moves.iter().take(from) {
            session.apply_unseen(session.command(taken)?, &mut events).ok()?;
        }
        Some(session)
    }

    /// Why that is no move here.
    fn not_there(&self, id: &str) -> Trouble {
        if let Some(topic) = id.strip_prefix(LEAVE_OUT) {
            return no_topic(topic, self.topics());
        }
        let offered: Vec<String> = self.menu().into_iter().map(|offer| offer.reply).collect();
        Trouble::NotOnOffer { reply: id.into(), offered: offered.join(", ") }
    }

    /// Keeps what the trainee says of the hour.
    pub fn say_afterwards(&mut self, afterwards: Afterwards) -> Result<(), Trouble> {
        self.keep(Step::Afterwards(afterwards))
    }

    /// What the trainee says of the hour, for looking back on it now: it can't be kept.
    pub fn say_unkept(&mut self, afterwards: Afterwards) {
        self.held.take(Step::Afterwards(afterwards));
    }

    /// Replies on offer, in the order in which they are shown; none when the hour is over.
    pub fn menu(&self) -> Vec<Offer> {
        self.session.menu().into_iter().map(|index| offer(self.session.reply(index))).collect()
    }

    /// What comes up in this hour and can be left out.
    pub fn topics(&self) -> Vec<Topic> {
        if !exam::may_leave_out(&self.header) {
            return Vec::new();
        }
        topics(self.bundle(), self.session.number(), self.session.state().left_out)
    }

    /// Everything that was shown and happened.
    pub fn account(&self) -> &[Entry] {
        &self.held.account
    }

    /// Ids of the replies taken, and [`LEAVE_OUT`] with each topic left out, in order.
    pub fn moves(&self) -> &[String] {
        &self.held.moves
    }

    /// What the trainee keeps for themselves.
    pub fn jottings(&self) -> &Jottings {
        &self.held.jottings
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    pub fn bundle(&self) -> &Arc<Bundle> {
        self.session.bundle()
    }

    /// What is said of the hour up to here.
    pub fn assessment(&self) -> Assessment {
        assess(&self.bundle().rubric, self.bundle().case.lens, &self.held.account)
    }

    /// The hour up to here, for looking back on.
    pub fn kept(&self) -> Kept {
        Kept {
            header: self.header.clone(),
            bundle: Arc::clone(self.bundle()),
            held: self.held.clone(),
            opening: self.opening.clone(),
            recorded: self.is_kept(),
        }
    }

    /// The notes with the lines that they are about.
    pub fn notes(&self) -> Vec<NoteTold> {
        notebook(&self.bundle().case, &self.held.account, &self.held.jottings).notes
    }

    /// The number of the reply to come, counted from 1.
    pub fn turn(&self) -> u16 {
        self.session.state().turn.saturating_add(1)
    }

    /// Whose feelings a trainee may be asked about just now: there is something to see at this moment, and it was not asked yet. Never
    /// in an exam, since the question tells where there is something to see.
    pub fn asks_to_read(&self) -> Option<&str> {
        let (hour, state) = (self.session.hour(), self.session.state());
        let is_open = self.header.mode != Mode::Exam
            && state.ending.is_none()
            && state.offered != 0
            && self.held.jottings.reading_at(self.turn()).is_none();
        let has_feelings = !hour.written(state.beat).feels.is_empty();
        let whose = hour.beat(state.beat).whose.first();
        (is_open && has_feelings).then(|| self.bundle().case.person(whose).name.as_str())
    }

    /// False in an exam, in which there is no way back.
    pub fn may_go_back(&self) -> bool {
        self.header.mode != Mode::Exam
    }

    /// How the hour stands, to be looked at or opened again elsewhere.
    pub fn standing(&self) -> Opening {
        Opening::of(&self.session)
    }

    pub fn ending(&self) -> Option<Ending> {
        self.session.state().ending
    }

    pub fn afterwards(&self) -> Option<&Afterwards> {
        self.held.afterwards.as_ref()
    }

    /// Minutes since the start.
    pub fn minute(&self) -> u16 {
        self.session.state().minute
    }

    /// True once a write has failed: the next move waits until the hour is saved again, or is held on without a record.
    pub fn is_stuck(&self) -> bool {
        self.journal.as_ref().is_some_and(Journal::is_stuck)
    }

    /// Writes the whole hour as far as it was answered to a fresh file, in the place of the one that can't be written any more or among
    /// other records, and goes on there.
    pub fn save(&mut self, records: &Records) -> Result<(), crate::record::Trouble> {
        let Some(journal) = &mut self.journal else { return Ok(()) };
        records.keep_bundle(self.session.bundle())?;
        journal.save(records, &self.header.id)?;
        // The hour is saved. Where what waited can't be written even now, the next move says so.
        let _ = self.write_again();
        Ok(())
    }

    /// Holds the hour on without a record; what was kept up to here stays kept. Not an exam, which is handed in.
    pub fn go_on_without_record(&mut self) -> Result<(), Trouble> {
        if self.header.mode == Mode::Exam {
            return Err(Trouble::ExamIsKept);
        }
        self.journal = None;
        Ok(())
    }

    /// Bytes at the end of its record that could not be read when it was gone on with; they are set aside before the next move is kept.
    pub fn torn(&self) -> usize {
        self.torn
    }

    /// As it stands, without its record: what is shown while the hour itself is being written.
    pub fn standing_still(&self) -> Sitting {
        Sitting {
            session: self.session.clone(),
            header: self.header.clone(),
            held: self.held.clone(),
            journal: None,
            torn: self.torn,
            undone: self.undone.clone(),
            unwritten: self.unwritten.clone(),
            passing: self.passing.clone(),
            opening: self.opening.clone(),
            beyond: self.beyond.clone(),
        }
    }

    /// True when the hour is being kept.
    pub fn is_kept(&self) -> bool {
        self.journal.is_some()
    }

    fn apply(&mut self, command: Command) -> Result<Vec<Entry>, Refusal> {
        let mut events: Vec<Event> = Vec::new();
        self.session.apply(command, &mut events)?;
        let (bundle, number) = (self.session.bundle(), self.session.number());
        Ok(events.into_iter().map(|event| describe(bundle, number, event)).collect())
    }

    /// Writes a step where the hour is kept, and takes it into the account.
    fn keep(&mut self, step: Step) -> Result<(), Trouble> {
        if let Some(journal) = &mut self.journal {
            journal.append(&step)?;
        }
        self.held.take(step);
        Ok(())
    }
}

fn no_topic(topic: &str, there: Vec<Topic>) -> Trouble {
    let there: Vec<String> = there.into_iter().filter(|topic| !topic.left_out).map(|topic| topic.id).collect();
    let there = if there.is_empty() { "nothing".into() } else { there.join(", ") };
    Trouble::NoTopic { topic: topic.into(), there }
}

/// What comes up in that session of a case, counted from 0, and can be left out; one bit for each that is.
pub fn topics(bundle: &Bundle, hour: usize, left_out: u64) -> Vec<Topic> {
    let in_hour = |topic: u8| bundle.hours.get(hour).is_some_and(|hour| hour.has_topic(topic));
    let numbered = (0u8..).zip(bundle.case.topics()).filter(|(number, _)| in_hour(*number));
    let topic = |(number, (id, note)): (u8, (&str, &ContentNote))| Topic {
        id: id.to_string(),
        note: note.note.clone(),
        left_out: left_out >> number & 1 == 1,
    };
    numbered.map(topic).collect()
}

/// An hour to look back on: its scores fold what was shown then, and only what could have been is played again.
#[derive(Clone, Debug)]
pub struct Kept {
    header: Header,
    bundle: Arc<Bundle>,
    held: Held,
    opening: Option<Opening>,
    recorded: bool,
}

impl Kept {
    /// With the script and the rubric that the hour began with.
    pub fn open(records: &Records, record: Record) -> Result<Kept, Trouble> {
        let is_over = record.ending().is_some();
        let header = record.header()?.clone();
        if header.mode == Mode::Exam && !is_over {
            return Err(Trouble::ExamUnderWay);
        }
        let bundle = kept(records, &record)?;
        Ok(Kept { bundle, header, held: record.held, opening: None, recorded: true })
    }

    pub fn header(&self) -> &Header {
        &self.header
    }

    /// What is told of the hour, but for what takes a moment to find out.
    pub fn debrief(&self) -> Debrief {
        let case = &self.bundle.case;
        let Held { account, jottings, afterwards, .. } = &self.held;
        let assessment = assess(&self.bundle.rubric, case.lens, account);
        let (session, seed) = (self.header.session, self.header.seed);
        let (expected, felt) = afterwards.as_ref().map_or((None, ""), |said| (said.expects, said.felt.as_str()));
        let hour = (session as usize).checked_sub(1).and_then(|hour| self.bundle.hours.get(hour));
        let scene = hour.map(|hour| &*hour.scene);
        let about = About { case, scene, session, seed, expected, felt, jottings };
        Debrief { exam: self.header.exam.clone(), ..Debrief::new(about, assessment, account) }
    }

    /// The same with what could have been.
    pub fn debrief_in_full(&self) -> Debrief {
        Debrief { hindsight: self.look_back(|_, _| {}), ..self.debrief() }
    }

    /// What could have been; takes a fraction of a second, and tells each time how much of how much is done. None where
    /// this program would lead the same replies elsewhere.
    pub fn look_back(&self, mut done: impl FnMut(usize, usize)) -> Option<Hindsight> {
        let carried = self.header.after.as_ref().map(|after| after.carried.clone());
        let prepared =
            Prepared::new(&self.bundle, (self.header.session as usize).checked_sub(1)?)?.after(carried).opened(self.opening.clone());
        let retraced = prepared.retrace(self.header.seed, &self.held.account)?;
        Some(retraced.look_back(|looked| done(looked, retraced.places())))
    }

    /// The hour as a transcript, with its expectations left to be written.
    pub fn as_transcript(&self) -> Result<String, Trouble> {
        if self.opening.is_some() {
            return Err(Trouble::OpenedMidway);
        }
        if self.header.after.is_some() {
            return Err(Trouble::GoesOnFromRecord);
        }
        Ok(written(&self.bundle, (self.header.session, self.header.seed), &self.held.moves, &self.held.account))
    }

    /// False where there is no record of it.
    pub fn is_recorded(&self) -> bool {
        self.recorded
    }

    /// False for an exam, which is held once.
    pub fn can_be_tried_again(&self) -> bool {
        self.header.mode != Mode::Exam
    }

    /// The same hour up to a reply, counted from 1, to be held anew from there; with `records` it is kept as an hour of its own.
    pub fn again(&self, from: u16, records: Option<&Records>) -> Result<Sitting, Trouble> {
        if !self.can_be_tried_again() {
            return Err(Trouble::HeldOnce);
        }
        // What was left out before it stays so.
        let before = self.held.moves_before(from).ok_or(Trouble::NoSuchReply { turn: from, there: self.held.replies() })?;
        let terms = Terms { session: self.header.session, seed: Some(self.header.seed), mode: self.header.mode, ..Terms::default() };
        let again = Some(Again { record: self.header.id.clone(), turn: from });
        let header = Header { again, after: self.header.after.clone(), ..header(&self.bundle, &terms) };
        let mut sitting = Sitting::sit_down_again(&self.bundle, header, self.opening.as_ref(), records)?;
        for taken in self.held.moves.iter().take(before) {
            sitting.choose(taken)?;
        }
        Ok(sitting)
    }
}

fn header(bundle: &Bundle, terms: &Terms) -> Header {
    let started = now();
    let seed = terms.seed.unwrap_or_else(any_seed);
    let compact: String = started.chars().filter(char::is_ascii_digit).take(12).collect();
    Header {
        journal: VERSION,
        min_reader: VERSION,
        app: env!("CARGO_PKG_VERSION").into(),
        id: format!("{}-{compact}-{:08x}", bundle.case.id, any_seed()),
        case: bundle.case.id.clone(),
        title: bundle.case.title.clone(),
        session: terms.session,
        seed,
        mode: terms.mode,
        bundle: bundle.hash.clone(),
        started,
        again: None,
        after: None,
        exam: None,
    }
}

/// What the session of that number goes on from: the record of the one before it.
fn go_on(bundle: &Bundle, before: &str, session: u32, records: &Records) -> Result<After, Trouble> {
    let record = records.find(before)?;
    record.sound()?;
    let sitting = replay(kept(records, &record)?, record)?;
    let header = sitting.header();
    if header.case != bundle.case.id || header.session.checked_add(1) != Some(session) {
        return Err(Trouble::NotBefore(before.into()));
    }
    match sitting.ending() {
        None => Err(Trouble::NotBefore(before.into())),
        Some(ending) if !ending.comes_again() => {
            let names: Vec<&str> = bundle.case.people.iter().map(|person| person.name.as_str()).collect();
            Err(Trouble::DidNotReturn { name: names.join(", ") })
        }
        Some(_) => Ok(After { record: header.id.clone(), carried: sitting.session.carried() }),
    }
}

fn session(bundle: &Arc<Bundle>, header: &Header) -> Result<Session, Trouble> {
    let hour = (header.session as usize).checked_sub(1);
    let carried = header.after.as_ref().map(|after| &after.carried);
    let begin = |hour| Session::after(Arc::clone(bundle), hour, header.seed, carried);
    hour.and_then(begin).ok_or(Trouble::NoSession { asked: header.session, there: bundle.hours.len() })
}

fn opened(bundle: &Arc<Bundle>, header: &Header, opening: &Opening) -> Result<Session, Trouble> {
    let there = bundle.hours.len();
    let hour = (header.session as usize).checked_sub(1).ok_or(Trouble::NoSession { asked: header.session, there })?;
    Ok(Session::opened(Arc::clone(bundle), hour, header.seed, opening)?)
}

/// The bundle that was kept with a record, in its own file or beside it.
fn kept(records: &Records, record: &Record) -> Result<Arc<Bundle>, Trouble> {
    let header = record.header()?;
    let sources: Vec<Source> = record.script.clone().map_or_else(|| records.kept_bundle(&header.bundle), Ok)?;
    if bundle::hash(&sources) != header.bundle {
        return Err(Trouble::ScriptChanged);
    }
    shelf::reopen(&sources).map(Arc::new).ok_or(Trouble::BundleUnreadable)
}

/// Of the state as it is now, where one was written down by the same version of the program; another may hold more in it.
fn digest(session: &Session, written: &str) -> String {
    if written.is_empty() { String::new() } else { session.digest() }
}

/// Plays the moves of a record again and holds the events against those that were shown.
fn replay(bundle: Arc<Bundle>, record: Record) -> Result<Sitting, Trouble> {
    let header = record.header()?.clone();
    let mut sitting = Sitting::of(session(&bundle, &header)?, header);
    let is_same_app = sitting.header.app == env!("CARGO_PKG_VERSION");
    for (number, mut step) in record.steps.into_iter().enumerate() {
        if !is_same_app {
            step.forget_state();
        }
        let again = match &step {
            Step::Begin { state, .. } => {
                let entries = sitting.apply(Command::Begin)?;
                Some(Step::Begin { entries, state: digest(&sitting.session, state) })
            }
            Step::Reply { reply, state, .. } => {
                let command = sitting.session.command(reply).ok_or(Trouble::Diverges(number))?;
                let entries = sitting.apply(command).map_err(|_| Trouble::Diverges(number))?;
                Some(Step::Reply { reply: reply.clone(), entries, state: digest(&sitting.session, state) })
            }
            Step::Rewind { .. } if !sitting.may_go_back() => return Err(Trouble::NoWayBack),
            Step::Rewind { turn, state, .. } => {
                let (session, left_out) = sitting.rewound(*turn).ok_or(Trouble::Diverges(number))?;
                sitting.session = session;
                Some(Step::Rewind { turn: *turn, left_out, state: digest(&sitting.session, state) })
            }
            Step::Afterwards(_) | Step::Jotted(_) => None,
        };
        if again.is_some_and(|again| again != step) {
            return Err(Trouble::Diverges(number));
        }
        sitting.held.take(step);
    }
    Ok(sitting)
}
