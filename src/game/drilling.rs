//! The drill on the trainee's desk: which moment is tried, how it was answered, and the way to the next one, which is found behind the
//! page.

use std::sync::Arc;

use bevy::prelude::*;

use crate::assess::occasion::Competence;
use crate::practice::{Found, Place};
use crate::record::now;
use crate::report::coach::CoachNote;
use crate::report::text::quoted;
use crate::script::bundle::Bundle;
use crate::session::account::Entry;
use crate::sitting::drill::{Answered, At, Drilling, ENOUGH, Noted, Opened, Terms};
use crate::sitting::{Trouble, day, past};
use crate::texts::{text, word};

use super::behind::Behind;
use super::desk::{Desk, DeskSystems, Hour};
use super::screen::Screen;
use super::transcript::{Line, Transcript};

/// What somebody wants of the drill.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// To it, for one competence where one is named, and with a moment to begin with.
    Begin {
        competence: Option<Competence>,
        first: Option<Place>,
    },
    /// On to the moment whose topic was told.
    GoOn,
    /// Another moment.
    Another,
    /// One without the topic that was told.
    PassOver,
    /// The same, and none with this topic any more.
    LeaveOut,
    /// The same, and none with any topic that can be left out.
    LeaveOutAll,
    /// Takes the reply with that id.
    Answer(String),
    /// The same moment in another hour.
    Again,
    /// Looks once more, where that failed.
    LookAgain,
    Found(Found),
    Leave,
}

/// What comes of looking for a moment; who is at it is there however that went, once they could begin.
type Looked = (Option<Drilling>, Result<Option<Opened>, String>);

/// Somebody at it.
#[derive(Debug)]
pub struct Drill {
    /// Nowhere while a moment is looked for, or where it couldn't begin.
    drilling: Option<Drilling>,
    work: Option<Behind<Looked>>,
    /// No moment could be looked for.
    failed: bool,
    /// A moment whose topic is told before it comes.
    waits: Option<Opened>,
    pub moment: Option<Moment>,
    /// What it was begun with, and where.
    begun: (Option<Competence>, Option<Place>),
    from: Screen,
}

/// The moment that is being tried, or was.
#[derive(Debug)]
pub struct Moment {
    pub at: At,
    pub hour: Hour,
    before: Vec<Entry>,
    pub answered: Option<Answered>,
    /// What follows from what was said of it.
    pub noted: Option<Noted>,
}

/// What the page shows of a drill.
#[derive(Debug)]
pub enum Stand<'a> {
    /// A moment is looked for.
    Looking,
    /// What is told of a topic before its moment comes.
    Topic(&'a str),
    Moment(&'a Moment),
    /// There is none for today any more, and what is said then.
    Over(String),
    /// It could not be looked for.
    Failed,
}

impl Drill {
    pub fn stand(&self) -> Stand<'_> {
        let note = || self.drilling.as_ref()?.at()?.note.as_deref();
        match (&self.work, &self.moment, self.waits.as_ref().and_then(|_| note())) {
            (Some(_), ..) => Stand::Looking,
            (None, Some(moment), _) => Stand::Moment(moment),
            (None, None, Some(note)) => Stand::Topic(note),
            (None, None, None) => match self.drilling.as_ref().filter(|_| !self.failed) {
                Some(drilling) => Stand::Over(drilling.over()),
                None => Stand::Failed,
            },
        }
    }

    /// Answers so far, and how many of them did what their moment was for.
    pub fn so_far(&self) -> (usize, usize) {
        self.drilling.as_ref().map(Drilling::so_far).unwrap_or_default()
    }

    /// True just after the answer that makes it about ten minutes.
    pub fn is_enough(&self) -> bool {
        self.so_far().0 == ENOUGH
    }

    /// Looks for a moment behind the page.
    fn look(&mut self, look: impl FnOnce(&mut Drilling) -> Result<Option<Opened>, Trouble> + Send + 'static) {
        let Some(mut drilling) = self.drilling.take() else { return };
        (self.moment, self.waits) = (None, None);
        self.work = Some(Behind::begin(move || {
            let found = look(&mut drilling).map_err(|trouble| trouble.to_string());
            (Some(drilling), found)
        }));
    }
}

impl Desk {
    pub(super) fn drill(&mut self, ask: &Ask, here: Screen) -> Option<Screen> {
        if let Ask::Begin { competence, first } = ask {
            return self.begin_drill(*competence, first.clone(), here);
        }
        let drill = self.drill.as_mut()?;
        match ask {
            Ask::Begin { .. } => {}
            Ask::GoOn => {
                if let Some(opened) = drill.waits.take() {
                    self.come_to(opened);
                }
            }
            Ask::Another => drill.look(Drilling::go_on),
            Ask::PassOver => drill.look(Drilling::pass_over),
            Ask::LeaveOut => drill.look(Drilling::leave_out),
            Ask::LeaveOutAll => drill.look(Drilling::leave_out_all),
            Ask::Again => drill.look(Drilling::again),
            Ask::LookAgain if drill.drilling.is_some() => drill.look(Drilling::go_on),
            Ask::LookAgain => {
                let ((competence, first), from) = (drill.begun.clone(), drill.from);
                return self.begin_drill(competence, first, from);
            }
            Ask::Answer(reply) => return self.answer_moment(reply),
            Ask::Found(found) => {
                let (Some(moment), Some(drilling)) = (&mut drill.moment, &mut drill.drilling) else { return None };
                match drilling.found(*found) {
                    Ok(noted) => moment.noted = noted,
                    Err(trouble) => return self.unkept(&trouble),
                }
            }
            Ask::Leave => {
                let from = self.drill.take()?.from;
                return if from == Screen::Progress { self.open_progress() } else { Some(from) };
            }
        }
        None
    }

    fn begin_drill(&mut self, competence: Option<Competence>, first: Option<Place>, here: Screen) -> Option<Screen> {
        let bundles: Vec<Arc<Bundle>> = match &self.library {
            Ok(library) => library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.clone()).collect(),
            Err(trouble) => {
                let trouble = trouble.clone();
                return self.refuse(trouble);
            }
        };
        let begun = (competence, first.clone());
        let terms = Terms { competence, first, without_topics: false, seed: self.seed, today: day(&now()).unwrap_or_default() };
        let records = self.records.clone();
        let work = Behind::begin(move || {
            // Without a place for records there is nothing before, and nothing is kept.
            let records = records.ok();
            let before = match records.as_ref().map(past).transpose() {
                Ok(before) => before.unwrap_or_default(),
                Err(trouble) => return (None, Err(trouble.to_string())),
            };
            let mut drilling = Drilling::begin(bundles, before.tries, &terms, records.as_ref());
            let found = drilling.go_on().map_err(|trouble| trouble.to_string());
            (Some(drilling), found)
        });
        self.drill = Some(Drill { drilling: None, work: Some(work), failed: false, waits: None, moment: None, begun, from: here });
        match &self.records {
            Ok(_) => {}
            Err(trouble) => {
                let trouble = trouble.clone();
                self.refuse(trouble);
            }
        }
        Some(Screen::Drill)
    }

    /// Goes on with what was found behind the page; true where something was.
    fn drill_found(&mut self) -> bool {
        let Some(looked) = self.drill.as_mut().and_then(|drill| drill.work.as_mut()?.take()) else { return false };
        let Some(drill) = &mut self.drill else { return false };
        let (drilling, found) = looked;
        let is_told = drilling.as_ref().and_then(Drilling::at).is_some_and(|at| at.note.is_some());
        (drill.drilling, drill.work, drill.failed) = (drilling, None, found.is_err());
        match found {
            Ok(Some(opened)) if is_told => drill.waits = Some(opened),
            Ok(Some(opened)) => self.come_to(opened),
            Ok(None) => {}
            Err(trouble) => drop(self.refuse(trouble)),
        }
        true
    }

    fn come_to(&mut self, Opened { before, sitting }: Opened) {
        let hour = self.seat(sitting, &before);
        if let Some(drill) = &mut self.drill
            && let Some(at) = drill.drilling.as_ref().and_then(|drilling| drilling.at()).cloned()
        {
            drill.moment = Some(Moment { at, hour, before, answered: None, noted: None });
        }
    }

    fn answer_moment(&mut self, reply: &str) -> Option<Screen> {
        let drill = self.drill.as_mut()?;
        let (moment, drilling) = (drill.moment.as_mut()?, drill.drilling.as_mut()?);
        match drilling.answer(&mut moment.hour.sitting, reply) {
            Ok(Some(mut answered)) => {
                moment.hour.stage.play(&answered.entries);
                let unkept = answered.unkept.take();
                moment.answered = Some(answered);
                moment.read();
                unkept.and_then(|trouble| self.unkept(&trouble))
            }
            Ok(None) => None,
            Err(trouble) => self.troubled(&trouble),
        }
    }

    /// What is wrong, where it goes on of itself all the same.
    fn unkept(&mut self, trouble: &Trouble) -> Option<Screen> {
        self.troubled(trouble);
        if let Some(notice) = &mut self.notice {
            notice.text = format!("{} {}", notice.text, text("drill-unkept"));
        }
        None
    }
}

impl Moment {
    /// The transcript with what is to be said of the answer behind it.
    fn read(&mut self) {
        let bundle = self.hour.sitting.bundle();
        let account: Vec<Entry> = self.before.iter().chain(self.hour.sitting.account()).cloned().collect();
        // What was said before was somebody else's choice: there is nothing to remark on it.
        let mut transcript = Transcript::new(bundle, &account, false);
        if let Some(answered) = &self.answered {
            let answer = answered.turn.answer();
            let said = |skill, why, source: &Option<String>| Line::Note(CoachNote { skill, why, source: source.clone(), instead: None });
            let note = said(word("skill", answer.codes.skill), answer.why.clone(), &answer.source);
            let heading = if answered.done { text("drill-as-well") } else { text("drill-would") };
            let others = answered.others.iter().map(|other| {
                let skill = word("skill", other.codes.skill);
                said(heading.clone(), format!("{} ({skill}: {})", quoted(&other.text, other.deed), other.why), &other.source)
            });
            let after = (transcript.fresh + 1).min(transcript.lines.len());
            transcript.lines.splice(after..after, [note].into_iter().chain(others));
        }
        self.hour.transcript = transcript;
    }
}

pub fn plugin(app: &mut App) {
    app.add_systems(Update, attend.before(DeskSystems));
}

fn attend(mut desk: ResMut<Desk>) {
    if desk.bypass_change_detection().attend() {
        desk.set_changed();
    }
}

impl Desk {
    /// Goes on with what was found out behind the page, for the drill and for the progress; true where something was.
    pub fn attend(&mut self) -> bool {
        self.drill_found() | self.progress_found()
    }

    /// True while something is being found out there.
    pub fn is_finding_out(&self) -> bool {
        self.drill.as_ref().is_some_and(|drill| drill.work.is_some()) || self.fared.is_under_way()
    }

    /// The hour that is seen and heard: a moment of the drill while there is a drill, else the hour under way.
    pub fn on_stage(&self) -> Option<&Hour> {
        match &self.drill {
            Some(drill) => drill.moment.as_ref().map(|moment| &moment.hour),
            None => self.hour.as_ref(),
        }
    }

    pub fn on_stage_mut(&mut self) -> Option<&mut Hour> {
        match &mut self.drill {
            Some(drill) => drill.moment.as_mut().map(|moment| &mut moment.hour),
            None => self.hour.as_mut(),
        }
    }
}
