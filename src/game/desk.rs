//! The trainee's desk: the book, the case that is open, the hour under way. Intents come in, the screen to go to comes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bevy::prelude::*;

use crate::library::watch::Look;
use crate::library::{self, Library};
use crate::portrait::{self, Present, Surroundings, Weather};
use crate::record::{self, Mode, Records, from_home};
use crate::report::Debrief;
use crate::script::bundle::Bundle;
use crate::script::face::Camera;
use crate::script::model::fold;
use crate::script::turn::Offer;
use crate::session::LEAVE_OUT;
use crate::session::account::Entry;
use crate::sitting::looks::{Cameras, seen, sentence};
use crate::sitting::model::Stepping;
use crate::sitting::{Kept, Sitting, Terms, Topic, Trouble, exam, topics};
use crate::texts::{Language, capital, speak, spoken, text, text_with, word};

use super::authoring::Authoring;
use super::beside::Before;
use super::book::Book;
use super::drafts::{Draft, Reading};
use super::drilling::Drill;
use super::exams::Sheet;
use super::fared::Fared;
use super::looking_back::Looking;
use super::saving::{self, Saving};
use super::screen::{Intent, Screen};
use super::screens::{DebriefView, ModelView, Portrait, RoomView};
use super::settings::{Captions, Settings};
use super::stage::{self, Seen, Stage};
use super::stepping::ModelHour;
use super::transcript::Transcript;

/// What the desk is set up with.
#[derive(Clone, Debug, Default)]
pub struct Place {
    pub dialogues: Option<PathBuf>,
    pub data_dir: Option<PathBuf>,
    pub language: Option<Language>,
    pub seed: Option<u64>,
    pub mute: bool,
    pub reduced_motion: bool,
}

/// Everything on the desk.
#[derive(Resource, Debug)]
pub struct Desk {
    /// The folder of cases, and what it held before it was read; none where they are those in the program.
    folder: Option<(PathBuf, Look)>,
    pub(super) library: Result<Library, String>,
    /// Why it may take two seconds before a change in the folder is seen, where it may.
    slow: Option<String>,
    pub(super) records: Result<Records, String>,
    pub(super) seed: Option<u64>,
    pub book: Book,
    pub referral: Option<Referral>,
    pub hour: Option<Hour>,
    /// The drill that somebody is at.
    pub drill: Option<Drill>,
    /// How they have fared so far.
    pub fared: Fared,
    pub debrief: Option<Debrief>,
    /// The hour that the debrief is of.
    pub kept: Option<Kept>,
    /// It was read from a file that was handed in.
    pub(super) handed_in: bool,
    /// It was its author's.
    rehearsed: bool,
    /// How far the looking back on it is.
    pub looking: Looking,
    /// What the author works on.
    pub authoring: Authoring,
    /// What was done or could not be, to be read on the screen where it was asked for.
    pub notice: Option<Notice>,
    settings: Settings,
    /// What is kept of them: without what was only asked for at the start of this run.
    to_keep: Settings,
    /// Where to turn, in paragraphs.
    pub where_to_turn: String,
    /// What it was set up with.
    place: Place,
    /// The language of whoever chose none.
    system: Language,
    /// Where the settings were opened from.
    back: Screen,
    /// Where the trainee took a moment to themselves.
    left_for_a_moment: Screen,
}

/// Errors begin in lower case, since the terminal puts the program's name before them; a notice stands alone.
pub(super) fn as_sentence(error: &str) -> String {
    capital(error)
}

/// True where it is that a record can't be written.
fn is_unwritable(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Record(record::Trouble::Unwritable { .. } | record::Trouble::NoHome))
}

/// What is wrong, in the window's words.
fn told(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Record(record::Trouble::Unwritable { path, error }) => {
            let folder = path.parent().unwrap_or(path).display().to_string();
            text_with("book-unwritable", &[("folder", folder.into()), ("why", error.to_string().into())])
        }
        trouble => trouble.to_string(),
    }
}

/// Whether an hour may be begun without a record: not an exam, and not one that goes on from another.
fn without_record(terms: &Terms) -> Offered {
    if terms.mode == Mode::Exam || terms.after.is_some() { Offered::Nothing } else { Offered::Unrecorded }
}

/// A folder as somebody wrote it; none where it hangs on where the window was started, which nobody sees there.
fn whole_path(written: &Path) -> Option<PathBuf> {
    Some(from_home(written)).filter(|path| path.is_absolute())
}

/// The settings for this run: what it was started with holds beside what was kept.
fn started_with(kept: Settings, place: &Place) -> Settings {
    Settings {
        mute: kept.mute || place.mute,
        reduced_motion: kept.reduced_motion || place.reduced_motion,
        language: place.language.or(kept.language),
        ..kept
    }
}

/// A sentence about what was done or could not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub text: String,
    pub offered: Offered,
    /// It was done.
    pub done: bool,
}

/// What can be done about an hour that can't be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    Nothing,
    /// Beginning it without a record.
    Unrecorded,
    /// Saving it again, in its place or elsewhere.
    Saving,
    /// That, or going on without a record.
    SavingOrUnrecorded,
}

impl Notice {
    pub fn done(text: String) -> Notice {
        Notice { text, offered: Offered::Nothing, done: true }
    }
}

/// The case that is open, before the hour.
#[derive(Debug)]
pub struct Referral {
    pub bundle: Arc<Bundle>,
    pub mode: Mode,
    /// Counted from 1.
    pub session: u32,
    pub(super) left_out: Vec<String>,
    /// The hour that is gone on from: its record, and when it was.
    pub after: Option<(String, String)>,
    /// How the draft is rehearsed, where the case is one.
    pub rehearsal: Option<Rehearsal>,
    /// What is to be told of the draft.
    pub draft: Option<Draft>,
    /// The exam that it is for.
    pub exam: Option<Sheet>,
    /// Model hours of the case.
    pub models: Vec<ModelHour>,
}

/// An hour that nothing is kept of and that follows what is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// Why it may take two seconds before a change is seen, where it may.
    pub slow: Option<String>,
}

/// The hour under way.
#[derive(Debug)]
pub struct Hour {
    /// While a reply is being written this stands still as it was before it, and only [`Saving`] is kept.
    pub sitting: Sitting,
    pub(super) saving: Option<Saving>,
    pub transcript: Transcript,
    pub stage: Stage,
    /// What is to be told of the draft.
    pub draft: Option<Draft>,
    /// It is its author's; without a record a trainee's may be as well.
    pub(super) rehearsed: bool,
    /// It is a model hour that is stepped through.
    pub(super) model: Option<Stepping>,
    /// The language that it began in.
    language: Language,
    /// It was said once that it goes on as it began.
    told_as_it_began: bool,
    /// It is being talked through, and is what it was.
    closed: bool,
}

impl Desk {
    /// Opens the library and the records; what fails is told in the book.
    pub fn new(place: &Place) -> Desk {
        let records = Records::at(place.data_dir.as_deref()).map_err(|trouble| trouble.to_string());
        let unread = records.as_ref().ok().and_then(|records| Settings::set_aside(records.folder()));
        let to_keep = records.as_ref().map(|records| Settings::load(records.folder())).unwrap_or_default();
        let settings = started_with(to_keep, place);
        let system = spoken();
        speak(settings.language.unwrap_or(system));
        // Looked at before it is read: what is saved in between is then another.
        let folder = library::folder_in_use(place.dialogues.as_deref());
        let folder = folder.map(|folder| (folder.clone(), Look::at(&folder)));
        let Reading { library, where_to_turn, .. } = Reading::of(folder.as_ref().map(|(folder, _)| folder.as_path()));
        let mut desk = Desk {
            folder,
            library,
            slow: None,
            records,
            seed: place.seed,
            book: Book::default(),
            referral: None,
            hour: None,
            drill: None,
            fared: Fared::default(),
            debrief: None,
            kept: None,
            handed_in: false,
            rehearsed: false,
            looking: Looking::Waiting,
            authoring: Authoring::default(),
            notice: None,
            settings,
            to_keep,
            where_to_turn,
            place: place.clone(),
            system,
            back: Screen::Title,
            left_for_a_moment: Screen::Title,
        };
        desk.read_book();
        desk.spread_authoring();
        desk.tell_of_unread(unread);
        desk
    }

    /// Settings that had to be set aside.
    fn tell_of_unread(&mut self, settings: Option<PathBuf>) {
        if let Some(file) = settings {
            self.refuse(text_with("settings-unread", &[("file", file.display().to_string().into())]));
        }
    }

    /// Goes on with the settings that were kept with these records.
    pub(super) fn take_settings_of(&mut self, records: &Records) {
        let before = self.settings.language;
        let unread = Settings::set_aside(records.folder());
        self.to_keep = Settings::load(records.folder());
        self.settings = started_with(self.to_keep, &self.place);
        if self.settings.language != before {
            self.change_language();
        }
        self.tell_of_unread(unread);
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The folder of cases, and what it held before it was read; none where they are those in the program.
    pub fn folder(&self) -> Option<(&Path, &Look)> {
        self.folder.as_ref().map(|(folder, seen)| (folder.as_path(), seen))
    }

    /// The cases there are; none where they can't be read.
    pub fn library(&self) -> Option<&Library> {
        self.library.as_ref().ok()
    }

    /// Straight into the room of a case; where that can't be, the book says why.
    pub fn straight_into(&mut self, case: &str, kept: bool) -> Screen {
        match self.open(case) {
            Some(_) => if kept { self.begin(true) } else { self.rehearse() }.unwrap_or(Screen::Referral),
            None => Screen::Book,
        }
    }

    /// Goes on with what was read since something was saved: the book, the note and the hour under way follow.
    pub fn follow(&mut self, reading: Reading) {
        // In a language that isn't spoken any more it was read in vain: it has been read in the other since.
        if reading.language == spoken() {
            self.take_in(reading);
            self.hour_follows();
            // It is read anew when an hour is left for it.
            if self.hour.is_none() {
                self.read_book();
            }
        }
    }

    fn take_in(&mut self, reading: Reading) {
        (self.library, self.where_to_turn, self.slow) = (reading.library, reading.where_to_turn, reading.slow);
        if let Some(mut referral) = self.referral.take() {
            referral.follow(self.drafted(&referral.bundle.case.id), self.rehearsal());
            self.referral = Some(referral);
        }
        self.spread_authoring();
    }

    fn hour_follows(&mut self) {
        self.settle(Duration::MAX);
        if let Some(mut hour) = self.hour.take() {
            hour.follow(self.drafted(&hour.sitting.header().case), self.settings.reduced_motion);
            self.hour = Some(hour);
            self.read_again();
        }
    }

    /// The case as it was saved last, or why it can't be played.
    pub(super) fn drafted(&self, case: &str) -> Result<Arc<Bundle>, Draft> {
        let library = self.library.as_ref().map_err(|trouble| Draft::Broken(vec![as_sentence(trouble)]))?;
        let shelf = library.case(case).map_err(|trouble| Draft::Broken(vec![as_sentence(&trouble.to_string())]))?;
        shelf.bundle.clone().ok_or_else(|| Draft::broken(&shelf.findings, &library.shelves.shared))
    }

    /// How a draft is rehearsed; those in the program are none.
    fn rehearsal(&self) -> Option<Rehearsal> {
        self.folder.as_ref().map(|_| Rehearsal { slow: self.slow.clone() })
    }

    /// Does what is asked, and says which screen it leads to; none where it stays.
    pub fn answer(&mut self, intent: &Intent, here: Screen) -> Option<Screen> {
        self.notice = None;
        // Whatever it is, it comes after a reply that is still being written, and not at all where that can't be.
        if self.settle(Duration::MAX) && self.notice.is_some() {
            return None;
        }
        match intent {
            Intent::Title => Some(Screen::Title),
            Intent::Book => self.open_book(),
            Intent::Open(case) => self.open(case),
            Intent::Sit(mode) => self.set_referral(|referral| {
                if referral.exam.is_none() {
                    referral.mode = *mode;
                }
            }),
            Intent::Session(session) => self.set_referral(|referral| {
                if referral.exam.is_none() && referral.session != *session {
                    (referral.session, referral.after) = (*session, None);
                }
            }),
            Intent::GoOnFrom(record) => self.go_on_from(record),
            Intent::Begin { kept } => self.begin(*kept),
            Intent::Rehearse => self.rehearse(),
            Intent::Resume(record) => self.resume(record),
            Intent::Review(record) => self.review(record),
            Intent::Recover(record) => self.recover(record),
            Intent::Reply(reply) => self.reply(reply),
            Intent::LeaveOut(topic) => self.leave_out(topic),
            Intent::Ground => {
                if here != Screen::Grounding {
                    self.left_for_a_moment = here;
                }
                Some(Screen::Grounding)
            }
            Intent::Return => Some(self.left_for_a_moment),
            Intent::Jot(jotting) => self.jot(jotting),
            Intent::LookBack => (here == Screen::Room).then_some(Screen::SoFar),
            Intent::Rewind(turn) => self.rewind(*turn),
            Intent::Redo => self.redo(),
            Intent::Save(folder) => self.save(folder.as_deref()),
            Intent::WithoutRecord => self.without_record(),
            Intent::Pause => (here == Screen::Room).then_some(Screen::Pause),
            Intent::GoOn => self.hour.is_some().then_some(Screen::Room),
            Intent::Leave if self.hour.as_ref().is_some_and(|hour| hour.model.is_some()) => self.leave_model(),
            Intent::Leave => self.open_book(),
            Intent::Exam(path) => self.open_exam(path),
            Intent::Dropped(path) => self.dropped(path, here),
            Intent::HandIn => self.hand_in(),
            Intent::Model(name) => self.step_through(name),
            Intent::Step { forward } => self.step(*forward),
            Intent::PlayYourself => self.play_yourself(),
            Intent::Trainees => (here == Screen::Title).then_some(Screen::Trainees),
            Intent::Practise(trainee) => self.practise_as(trainee.as_ref()),
            Intent::Author(ask) => self.author(ask),
            Intent::Drill(ask) => self.drill(ask, here),
            Intent::Progress => self.open_progress(),
            Intent::TimeIsUp => {
                let over = self.hour.as_mut().filter(|hour| hour.sitting.ending().is_some() && hour.model.is_none());
                over.map(|hour| {
                    hour.closed = true;
                    Screen::Afterwards
                })
            }
            Intent::Answer(afterwards) => self.talk_through(afterwards),
            Intent::Again(from) => self.again(*from),
            Intent::Settings => {
                self.back = here;
                (here != Screen::Room).then_some(Screen::Settings)
            }
            Intent::Change(settings) => self.change(*settings),
            Intent::CloseSettings => Some(self.back),
            Intent::Quit => None,
        }
    }

    /// What there is to look back on.
    pub fn looked_back<'a>(&'a self, trouble: Option<&'a Notice>) -> Option<DebriefView<'a>> {
        let can_be_tried_again = self.kept.as_ref().is_some_and(Kept::can_be_tried_again);
        let (debrief, where_to_turn) = (self.debrief.as_ref()?, self.where_to_turn.as_str());
        let can_be_transcript = self.authoring.can_write;
        let is_authors = self.authoring.study.is_some() || self.kept.as_ref().is_some_and(|kept| !kept.is_recorded());
        let looking = self.looking;
        // What was read from a file to hand in is one already.
        let can_be_handed_in = !self.handed_in && self.kept.as_ref().is_some_and(Kept::is_recorded);
        Some(DebriefView { debrief, looking, can_be_tried_again, where_to_turn, can_be_transcript, can_be_handed_in, is_authors, trouble })
    }

    pub(super) fn read_book(&mut self) {
        let mut troubles = Vec::new();
        let mut list = Vec::new();
        match &self.records {
            Ok(records) => match records.list() {
                Ok(records) => list = records,
                Err(trouble) => troubles.push(trouble.to_string()),
            },
            Err(trouble) => troubles.push(trouble.clone()),
        }
        self.book = match &self.library {
            Ok(library) => Book { exams: self.exams(), ..Book::new(library, &list) },
            Err(trouble) => Book { troubles: vec![trouble.clone()], ..Book::default() },
        };
        self.book.troubles.extend(troubles);
    }

    fn open_book(&mut self) -> Option<Screen> {
        self.referral = None;
        self.hour = None;
        self.put_away();
        self.read_book();
        // An hour that an author began leads back to where it was begun.
        self.back_to_authoring().or(Some(Screen::Book))
    }

    /// The folder with everything that is kept.
    pub fn kept_in(&self) -> Option<&Path> {
        self.records.as_ref().ok().map(Records::folder)
    }

    pub(super) fn refuse(&mut self, what: String) -> Option<Screen> {
        self.refuse_and_offer(what, Offered::Nothing)
    }

    fn refuse_and_offer(&mut self, what: String, offered: Offered) -> Option<Screen> {
        let or = match offered {
            Offered::Unrecorded | Offered::SavingOrUnrecorded => format!(" {}", text("or-unrecorded")),
            Offered::Nothing | Offered::Saving => String::new(),
        };
        self.notice = Some(Notice { text: as_sentence(&what) + &or, offered, done: false });
        None
    }

    fn open(&mut self, case: &str) -> Option<Screen> {
        let library = match &self.library {
            Ok(library) => library,
            Err(trouble) => {
                let trouble = trouble.clone();
                return self.refuse(trouble);
            }
        };
        let bundle = match library.case(case) {
            Ok(shelf) => shelf.bundle.clone(),
            Err(trouble) => {
                let trouble = trouble.to_string();
                return self.refuse(trouble);
            }
        };
        let Some(bundle) = bundle else {
            return self.refuse(text_with("book-broken", &[("case", case.into())]));
        };
        let models = self.model_hours(case);
        self.referral = Some(Referral { rehearsal: self.rehearsal(), models, ..Referral::of(bundle) });
        Some(Screen::Referral)
    }

    /// The session after an hour that was held, which it goes on from.
    fn go_on_from(&mut self, record: &str) -> Option<Screen> {
        let header = self.records.as_ref().ok()?.find(record).ok()?.header?;
        let screen = self.open(&header.case)?;
        let referral = self.referral.as_mut()?;
        (referral.session, referral.mode) = (header.session + 1, header.mode);
        referral.after = Some((header.id, super::book::when(&header.started)));
        Some(screen)
    }

    fn set_referral(&mut self, set: impl Fn(&mut Referral)) -> Option<Screen> {
        if let Some(referral) = &mut self.referral {
            set(referral);
        }
        None
    }

    /// The session of the model hour, to learn.
    fn play_yourself(&mut self) -> Option<Screen> {
        let session = self.hour.as_ref()?.model.as_ref()?.model.session;
        self.hour = None;
        self.set_referral(|referral| (referral.mode, referral.session, referral.after) = (Mode::Learn, session, None));
        // Where it can't begin, the note says why.
        self.begin(true).or(Some(Screen::Referral))
    }

    fn rehearse(&mut self) -> Option<Screen> {
        let room = self.begin(false)?;
        self.hour.as_mut()?.rehearsed = true;
        Some(room)
    }

    fn begin(&mut self, kept: bool) -> Option<Screen> {
        let referral = self.referral.as_ref()?;
        let leave_out = referral.topics().into_iter().filter(|topic| topic.left_out).map(|topic| topic.id).collect();
        let terms = match &referral.exam {
            Some(Sheet { set, .. }) if kept => exam::terms(&set.exam, &set.hash, set.in_library, leave_out),
            Some(_) => return self.troubled(&Trouble::ExamIsKept),
            None => Terms {
                session: referral.session,
                seed: self.seed,
                mode: referral.mode,
                leave_out,
                after: referral.after.as_ref().map(|after| after.0.clone()),
                set: None,
            },
        };
        let records = match &self.records {
            _ if !kept => None,
            Ok(records) => Some(records),
            Err(trouble) => {
                let trouble = trouble.clone();
                let offered = without_record(&terms);
                return self.refuse_and_offer(trouble, offered);
            }
        };
        let draft = referral.draft.clone().filter(|_| !kept);
        match Sitting::begin(&referral.bundle, &terms, records) {
            Ok(sitting) => {
                let room = self.sit(sitting);
                self.hour.as_mut()?.draft = draft;
                room
            }
            Err(trouble) => {
                let offered = if is_unwritable(&trouble) { without_record(&terms) } else { Offered::Nothing };
                self.refuse_and_offer(told(&trouble), offered)
            }
        }
    }

    fn resume(&mut self, record: &str) -> Option<Screen> {
        let records = match &self.records {
            Ok(records) => records,
            Err(trouble) => {
                let trouble = trouble.clone();
                return self.refuse(trouble);
            }
        };
        match Sitting::resume(records, record) {
            Ok(sitting) => {
                let torn = sitting.torn();
                let screen = self.sit(sitting);
                if torn > 0 {
                    self.notice = Some(Notice::done(text_with("record-tail", &[("bytes", torn.into())])));
                }
                screen
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// What can be read of a damaged record stands among the hours to go on with, or those that were held.
    fn recover(&mut self, record: &str) -> Option<Screen> {
        match self.records.as_ref().ok()?.salvage(record) {
            Ok((_, replies)) => {
                self.read_book();
                self.notice = Some(Notice::done(text_with("book-recovered", &[("replies", replies.into())])));
                None
            }
            Err(trouble) => self.troubled(&trouble.into()),
        }
    }

    fn review(&mut self, record: &str) -> Option<Screen> {
        let records = self.records.as_ref().ok()?;
        let reviewed = records.find(record).map_err(Trouble::from).and_then(|record| Kept::open(records, record));
        match reviewed {
            Ok(kept) => self.look_back_on(kept),
            Err(trouble) => self.troubled(&trouble),
        }
    }

    pub(super) fn look_back_on(&mut self, kept: Kept) -> Option<Screen> {
        self.debrief = Some(kept.debrief());
        self.kept = Some(kept);
        (self.looking, self.handed_in) = (Looking::Waiting, false);
        Some(Screen::Debrief)
    }

    pub(super) fn put_away(&mut self) {
        (self.debrief, self.kept, self.looking, self.rehearsed) = (None, None, Looking::Waiting, false);
    }

    /// The hour that is looked back on, held anew from one of its replies.
    fn again(&mut self, from: u16) -> Option<Screen> {
        let kept = self.kept.as_ref()?;
        // What nothing is kept of goes on so.
        let again = kept.again(from, self.records.as_ref().ok().filter(|_| kept.is_recorded()));
        match again {
            Ok(sitting) => {
                let rehearsed = self.rehearsed;
                self.put_away();
                let room = self.sit(sitting);
                if rehearsed {
                    self.hour.as_mut()?.rehearsed = true;
                    self.hour_follows();
                }
                room
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    pub(super) fn sit(&mut self, sitting: Sitting) -> Option<Screen> {
        self.hour = Some(self.seat(sitting, &[]));
        Some(Screen::Room)
    }

    /// The people in the room, where they have come to by what was shown before.
    pub(super) fn seat(&self, sitting: Sitting, before: &[Entry]) -> Hour {
        let account: Vec<Entry> = before.iter().chain(sitting.account()).cloned().collect();
        let stage = staged(&sitting, &account, self.settings.reduced_motion);
        // What was answered before an hour was opened was not the trainee's choice.
        let notes = before.is_empty() && sitting.header().mode.has_notes(self.settings.notes);
        let transcript = Transcript::new(sitting.bundle(), &account, notes);
        let language = spoken();
        Hour {
            sitting,
            saving: None,
            transcript,
            stage,
            draft: None,
            rehearsed: false,
            model: None,
            language,
            told_as_it_began: false,
            closed: false,
        }
    }

    /// The room as the hour stands; nothing of it is played once more.
    pub(super) fn take_up_again(&mut self) {
        if let Some(hour) = &mut self.hour {
            hour.stage = staged(&hour.sitting, hour.sitting.account(), self.settings.reduced_motion);
        }
        self.read_again();
    }

    /// Of the hour under way where there is one, at once; else of the one to come.
    fn leave_out(&mut self, topic: &str) -> Option<Screen> {
        if self.hour.is_some() {
            return self.reply(&format!("{LEAVE_OUT}{topic}"));
        }
        self.set_referral(|referral| match referral.left_out.iter().position(|out| out == topic) {
            Some(place) => drop(referral.left_out.remove(place)),
            None => referral.left_out.push(topic.to_string()),
        })
    }

    /// Takes a reply, or whatever else is a move of the hour.
    fn reply(&mut self, reply: &str) -> Option<Screen> {
        let hour = self.hour.as_mut().filter(|hour| hour.model.is_none())?;
        let led_to = hour.sitting.choose(reply).map(<[Entry]>::to_vec);
        self.replied(led_to)
    }

    /// What a reply led to is seen, or why it could not be given.
    pub(super) fn replied(&mut self, led_to: Result<Vec<Entry>, Trouble>) -> Option<Screen> {
        let hour = self.hour.as_mut()?;
        match led_to {
            Ok(entries) => {
                hour.stage.play(&entries);
                // What is broken is so until it is mended.
                hour.draft.take_if(|draft| !matches!(draft, Draft::Broken(_)));
                self.read_again();
                None
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// The hour is saved whole where it can't be written any more. In a folder that is named, records are kept from here on.
    fn save(&mut self, folder: Option<&Path>) -> Option<Screen> {
        let offered = self.ways_out();
        let records = match folder.map(whole_path) {
            Some(Some(folder)) => Records::at(Some(&folder)).map_err(|trouble| trouble.to_string()),
            Some(None) => {
                self.notice = Some(Notice { text: text("stuck-whole-path"), offered, done: false });
                return None;
            }
            None => self.records.clone(),
        };
        let records = match records {
            Ok(records) => records,
            Err(trouble) => return self.refuse_and_offer(trouble, offered),
        };
        match self.hour.as_mut()?.sitting.save(&records) {
            Ok(()) => {
                let fill = [("folder", records.folder().display().to_string().into())];
                let saved = text_with(if folder.is_some() { "stuck-saved-elsewhere" } else { "stuck-saved" }, &fill);
                self.notice = Some(Notice::done(format!("{saved} {}", text("stuck-do-again"))));
                self.records = Ok(records);
                None
            }
            Err(trouble) => self.troubled(&trouble.into()),
        }
    }

    fn without_record(&mut self) -> Option<Screen> {
        match self.hour.as_mut()?.sitting.go_on_without_record() {
            Ok(()) => {
                self.notice = Some(Notice::done(format!("{} {}", text("stuck-without"), text("stuck-do-again"))));
                None
            }
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// What can be done about the hour where it can't be written.
    fn ways_out(&self) -> Offered {
        match self.hour.as_ref().map(|hour| &hour.sitting) {
            Some(sitting) if sitting.is_kept() && (sitting.header().mode == Mode::Exam || sitting.ending().is_some()) => Offered::Saving,
            Some(sitting) if sitting.is_kept() => Offered::SavingOrUnrecorded,
            _ => Offered::Nothing,
        }
    }

    fn talk_through(&mut self, afterwards: &record::Afterwards) -> Option<Screen> {
        let hour = self.hour.as_mut()?;
        let said = afterwards.expects.is_some() || !afterwards.felt.trim().is_empty();
        let was_stuck = hour.sitting.is_stuck();
        let trouble = if said { hour.sitting.say_afterwards(afterwards.clone()).err() } else { None };
        let can_be_saved = !was_stuck && hour.sitting.is_stuck();
        if let Some(trouble) = trouble.as_ref().filter(|_| can_be_saved) {
            return self.troubled(trouble);
        }
        // The hour itself is safe: who goes on all the same sees the answers now, and not again.
        if trouble.is_some() {
            hour.sitting.say_unkept(afterwards.clone());
        }
        let (kept, rehearsed) = (hour.sitting.kept(), hour.rehearsed);
        self.hour = None;
        if trouble.is_some() {
            self.refuse(text("afterwards-unkept"));
        }
        self.rehearsed = rehearsed;
        self.look_back_on(kept)
    }

    pub(super) fn troubled(&mut self, trouble: &Trouble) -> Option<Screen> {
        let offered = if is_unwritable(trouble) { self.ways_out() } else { Offered::Nothing };
        self.refuse_and_offer(told(trouble), offered)
    }

    fn change(&mut self, new: Settings) -> Option<Screen> {
        // What was only asked for when the program was started is kept no longer than it runs, unless set here.
        fn kept<T: PartialEq>(before: T, now: T, kept: T) -> T {
            if before == now { kept } else { now }
        }
        self.to_keep = Settings {
            mute: kept(self.settings.mute, new.mute, self.to_keep.mute),
            reduced_motion: kept(self.settings.reduced_motion, new.reduced_motion, self.to_keep.reduced_motion),
            language: kept(self.settings.language, new.language, self.to_keep.language),
            ..new
        };
        let language_changed = new.language != self.settings.language;
        self.settings = new;
        if language_changed {
            self.change_language();
        }
        if let Some(hour) = self.on_stage_mut() {
            hour.stage.reduced_motion(new.reduced_motion);
        }
        self.read_again();
        let saved = self.records.as_ref().map(|records| self.to_keep.save(records.folder()));
        match saved {
            Ok(Ok(())) => None,
            Ok(Err(error)) => self.refuse(text_with("settings-unwritable", &[("why", error.to_string().into())])),
            Err(_) => self.refuse(text("settings-nowhere")),
        }
    }

    /// What is there is opened anew; an hour that has begun goes on in the language that it began in.
    fn change_language(&mut self) {
        speak(self.settings.language.unwrap_or(self.system));
        let (reading, slow) = (Reading::of(self.folder().map(|(folder, _)| folder)), self.slow.take());
        self.take_in(Reading { slow, ..reading });
        self.read_book();
    }

    pub(super) fn read_again(&mut self) {
        if let Some(hour) = &mut self.hour {
            let notes = hour.sitting.header().mode.has_notes(self.settings.notes || hour.model.is_some());
            hour.transcript = Transcript::new(hour.sitting.bundle(), hour.sitting.account(), notes);
            if let Some(stepping) = &hour.model {
                hour.transcript.annotate(&stepping.model.introduction, stepping.notes());
            }
        }
    }
}

/// The people in their room, as an account leaves them.
fn staged(sitting: &Sitting, account: &[Entry], still: bool) -> Stage {
    let mut stage = Stage::new(sitting.bundle(), sitting.header().seed);
    stage.reduced_motion(still);
    stage.take_up(account);
    stage
}

impl Hour {
    /// True where its author may see what is so in the patient: nothing of a trainee's hour leaks before the debrief.
    pub fn may_be_looked_into(&self) -> bool {
        self.rehearsed && self.sitting.header().mode != Mode::Exam
    }

    /// Goes on with what was saved last, where it is rehearsed; else it goes on as it began.
    fn follow(&mut self, drafted: Result<Arc<Bundle>, Draft>, still: bool) {
        if self.closed || self.model.is_some() || self.language != spoken() {
            return;
        }
        if !self.rehearsed {
            let is_another = drafted.is_ok_and(|drafted| drafted.hash != self.sitting.bundle().hash);
            if is_another && !std::mem::replace(&mut self.told_as_it_began, true) {
                self.draft = Some(Draft::AsItBegan);
            }
            return;
        }
        let again = drafted
            .and_then(|drafted| self.sitting.redraft(&drafted).map_err(|trouble| Draft::Broken(vec![as_sentence(&trouble.to_string())])));
        match again {
            Ok((sitting, stopped)) => {
                let same_people = sitting.bundle().case.people == self.sitting.bundle().case.people;
                if !same_people || !stage::plays_alike(sitting.account(), self.sitting.account()) {
                    self.stage = Stage::new(sitting.bundle(), sitting.header().seed);
                    self.stage.reduced_motion(still);
                    self.stage.stand(sitting.account());
                }
                self.sitting = sitting;
                self.draft = stopped.map(Draft::Stopped);
            }
            Err(draft) => self.draft = Some(draft),
        }
    }

    /// The first person's name.
    pub fn name(&self) -> &str {
        self.sitting.bundle().case.people.first().map(|person| person.name.as_str()).unwrap_or_default()
    }

    /// What is seen of everybody just now, and what was just heard, in the order in which they sit.
    fn described(&self) -> (Vec<String>, Option<String>) {
        let case = &self.sitting.bundle().case;
        let (pictures, cameras) = (case.pictures(), Cameras::of(case));
        let mut told = Vec::new();
        for (person, (camera, look)) in self.stage.cameras().into_iter().zip(self.stage.seen()).enumerate() {
            if camera != Camera::On && (person == 0 || pictures[person] != pictures[person - 1]) {
                told.push(cameras.told(&case.people[person].id, camera));
            }
            told.extend(look.map(|(face, worn, posture)| sentence(self.told_name(person), &[seen(face, worn), word("sits", posture)])));
        }
        let heard = self.stage.heard().map(|(person, sound)| sentence(self.told_name(person), &[word("sound", sound)]));
        (told, heard)
    }

    /// The name that somebody has to be told by: none where they came alone.
    fn told_name(&self, person: usize) -> Option<&str> {
        let people = &self.sitting.bundle().case.people;
        people.get(person).filter(|_| people.len() > 1).map(|person| person.name.as_str())
    }

    /// What is around the people just now; it rains there when rain is to be heard.
    pub fn surroundings(&self, rain: bool) -> Surroundings {
        let (case, header) = (&self.sitting.bundle().case, self.sitting.header());
        let (day, pictures) = (portrait::Hour::of(case, header.seed), case.pictures());
        let present = |(place, camera): (usize, Camera)| Present {
            name: case.people[place].name.clone(),
            camera,
            shares: place > 0 && pictures[place] == pictures[place - 1],
        };
        Surroundings {
            setting: case.setting,
            people: self.stage.cameras().into_iter().enumerate().map(present).collect(),
            hour: portrait::Hour { minute: self.sitting.minute(), weather: if rain { Weather::Rain } else { day.weather }, ..day },
        }
    }

    /// What stands at the foot of the picture.
    fn caption(&self, captions: Captions) -> String {
        let exam = self.sitting.header().mode == Mode::Exam;
        let (seen, heard) = self.described();
        let meant = |(person, look): (usize, Option<Seen>)| look.map(|(face, ..)| sentence(self.told_name(person), &[word("face", face)]));
        let parts: Vec<String> = match captions {
            Captions::Off => Vec::new(),
            Captions::Sounds => heard.into_iter().collect(),
            Captions::Interpreted if !exam => {
                seen.into_iter().chain(heard).chain(self.stage.seen().into_iter().enumerate().filter_map(meant)).collect()
            }
            Captions::Described | Captions::Interpreted => seen.into_iter().chain(heard).collect(),
        };
        parts.join(" ")
    }

    /// What is seen and read in the room.
    pub fn view<'a>(&'a self, menu: &'a [Offer], picture: Portrait, captions: Captions, trouble: Option<&'a Notice>) -> RoomView<'a> {
        let case = &self.sitting.bundle().case;
        let (looks, heard) = self.described();
        RoomView {
            title: &case.title,
            about: case.people.iter().map(|person| person.about.as_str()).collect::<Vec<_>>().join(" "),
            looks: looks.into_iter().chain(heard).collect::<Vec<_>>().join(" "),
            caption: self.caption(captions),
            minute: self.sitting.minute(),
            transcript: &self.transcript,
            menu,
            before: Before::default(),
            names_skills: self.sitting.header().mode == Mode::Learn,
            may_be_looked_into: self.may_be_looked_into(),
            picture,
            draft: self.draft.as_ref().map(Draft::told).unwrap_or_default(),
            trouble,
            model: self.model.as_ref().map(|stepping| {
                let (at, of) = stepping.progress();
                let taken = stepping.next().map(|pick| (pick.id.as_str(), pick.notes.as_slice()));
                ModelView { title: &stepping.model.title, taken, at, of }
            }),
        }
    }
}

impl Referral {
    /// The first session of that case, to practise.
    pub(super) fn of(bundle: Arc<Bundle>) -> Referral {
        Referral {
            bundle,
            mode: Mode::Practise,
            session: 1,
            left_out: Vec::new(),
            after: None,
            rehearsal: None,
            draft: None,
            exam: None,
            models: Vec::new(),
        }
    }

    /// Goes on with what was saved last.
    fn follow(&mut self, drafted: Result<Arc<Bundle>, Draft>, rehearsal: Option<Rehearsal>) {
        // An exam is of its own script, whatever is saved.
        if self.exam.is_some() {
            return;
        }
        self.rehearsal = rehearsal;
        match drafted {
            Ok(bundle) => (self.bundle, self.draft) = (bundle, None),
            Err(draft) => self.draft = Some(draft),
        }
        let sessions = self.bundle.hours.len() as u32;
        if self.session > sessions {
            (self.session, self.after) = (sessions, None);
        }
        if self.mode == Mode::Exam && !self.can_be_exam() {
            self.mode = Mode::Practise;
        }
    }

    /// The note as it is read, in paragraphs.
    pub fn note(&self) -> String {
        fold(self.bundle.case.note((self.session as usize).saturating_sub(1)))
    }

    /// What comes up in that session and can be left out.
    pub fn topics(&self) -> Vec<Topic> {
        if self.exam.as_ref().is_some_and(|sheet| !sheet.set.exam.may_leave_out) {
            return Vec::new();
        }
        let mut topics = topics(&self.bundle, (self.session as usize).saturating_sub(1), 0);
        topics.iter_mut().for_each(|topic| topic.left_out = self.left_out.contains(&topic.id));
        topics
    }

    /// Exam is for cases that a clinician has read.
    pub fn can_be_exam(&self) -> bool {
        self.bundle.case.is_reviewed()
    }
}

/// When in a frame the desk does what was asked.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeskSystems;

/// The logic of the window without a window; the desk itself is put in by who starts it.
pub fn plugin(app: &mut App) {
    app.add_message::<Intent>().add_systems(Update, answer.in_set(DeskSystems).run_if(on_message::<Intent>)).add_plugins(saving::plugin);
}

pub(super) fn answer(
    mut intents: MessageReader<Intent>,
    mut desk: ResMut<Desk>,
    screen: Res<State<Screen>>,
    mut next: ResMut<NextState<Screen>>,
    mut exit: MessageWriter<AppExit>,
) {
    let mut here = *screen.get();
    for intent in intents.read() {
        if *intent == Intent::Quit {
            exit.write(AppExit::Success);
        }
        if let Intent::Reply(reply) = intent {
            desk.reply_behind(reply);
        } else if let Some(there) = desk.answer(intent, here) {
            here = there;
        }
    }
    NextState::set_if_neq(&mut next, here);
}
