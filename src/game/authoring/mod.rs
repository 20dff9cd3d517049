//! What lies on the author's desk: a case, one of its scenes, a beat of it, and the state that is set there.

mod asks;
mod chart;
mod counting;
pub mod editor;

use std::process::Child;
use std::sync::Arc;

use crate::analysis::footfall::Footfall;
use crate::analysis::foresight::{Foreseen, foresee};
use crate::analysis::why_not::unmet;
use crate::library::{Library, Places};
use crate::report::unmet::missing;
use crate::script::bundle::{BeatId, Bundle, Hour};
use crate::script::finding::{Finding, Severity};
use crate::script::model::{Reply, Scene};
use crate::script::shelf::{Shelf, scene_file};
use crate::session::opening::Opening;
use crate::session::{Command, Session};

pub use asks::Ask;
pub use chart::{Chart, Drawn, LETTERS, Led};
pub use counting::{Counting, plugin};

/// Everything on it.
#[derive(Debug, Default)]
pub struct Authoring {
    pub shelf: Vec<OnShelf>,
    pub study: Option<Study>,
    /// The cases are files that can be edited.
    pub can_write: bool,
    /// The command that was set for the author's editor; empty where none was.
    pub command: String,
    /// The editor that is taken where none was set, in words.
    pub found: String,
    /// An hour that was begun from here is under way or being looked back on.
    pub playing: bool,
    /// Why the cases can't be read just now; what lies here was read before.
    pub unread: Option<String>,
    /// An hour was asked for that would take the place of one that waits in the room and of which nothing is kept.
    pub replacing: Option<Replacing>,
    /// Editors that were started a little while ago.
    started: Vec<Started>,
}

/// An hour that would be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replacing {
    /// The one that is to be played begins at the beat, and not with its session.
    from_here: bool,
    /// How many replies the one that waits has.
    pub replies: usize,
}

/// An editor that may still fail.
#[derive(Debug)]
struct Started {
    program: String,
    child: Child,
    /// How often it was asked whether it did.
    asked: u8,
}

/// A case to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnShelf {
    pub id: String,
    pub title: String,
    pub errors: usize,
    pub warnings: usize,
}

/// The case that is open.
#[derive(Debug)]
pub struct Study {
    pub case: String,
    pub title: String,
    /// Which session, counted from 0.
    pub number: usize,
    /// None where it could not be played yet since it was opened.
    pub bundle: Option<Arc<Bundle>>,
    /// The files are in error now, and the bundle is of what they were.
    pub stale: bool,
    /// They aren't there any more.
    pub gone: bool,
    /// The beat that was shown until it was taken out of the scene.
    pub gone_beat: Option<String>,
    pub findings: Vec<Found>,
    /// Where the beats stand, by the names of the scenes.
    places: Arc<Places>,
    /// What stands before the names of the files.
    prefix: String,
    /// The scene that is open, as it is drawn.
    pub chart: Option<Chart>,
    /// How often it was drawn: what was found in it holds until then.
    pub drawn: u32,
    /// The beat that is shown at the side.
    pub beat: BeatId,
    seed: u64,
    /// How things stand when that beat is entered; there where the bundle is.
    pub opening: Option<Opening>,
    pub here: Option<Result<Here, String>>,
    pub counting: Counting,
}

/// Something that is wrong, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub finding: Finding,
    /// The session, counted from 0, and the beat that it is found in.
    pub at: Option<(usize, String)>,
}

/// What there is at the beat in the state that is set.
#[derive(Debug)]
pub struct Here {
    /// Begun there.
    pub session: Session,
    /// One for each reply of the beat at which it waits, in the author's order.
    pub replies: Vec<Chosen>,
}

/// What there is to say of a reply there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Not on offer: what is missing.
    Hidden(Vec<String>),
    Open(Foreseen),
}

impl Authoring {
    /// True while something is being found out that will show.
    pub fn is_waiting(&self) -> bool {
        !self.started.is_empty() || self.study.as_ref().is_some_and(|study| matches!(study.counting, Counting::UnderWay { .. }))
    }

    /// Lays out the cases anew; what is open stays open.
    fn spread(&mut self, library: &Library) {
        let count = |shelf: &Shelf, wanted| shelf.findings.iter().filter(|finding| finding.severity == wanted).count();
        let cases = library.shelves.cases.iter();
        self.shelf = cases
            .map(|shelf| OnShelf {
                id: shelf.id.clone(),
                title: title(shelf),
                errors: count(shelf, Severity::Error),
                warnings: count(shelf, Severity::Warning),
            })
            .collect();
        self.can_write = library.is_folder();
        self.unread = None;
        if let Some(study) = &mut self.study {
            study.read(library);
        }
    }
}

/// The beat that takes the place of one that isn't in the scene any more: the one that has another name now, else the nearest that is
/// left, else the first.
fn nearest(before: &Scene, now: &Scene, gone: BeatId) -> BeatId {
    let place = |scene: &Scene, id: &str| scene.beats.iter().position(|beat| beat.id == id);
    let at = usize::from(gone);
    let renamed = now.beats.get(at).is_some_and(|beat| now.beats.len() == before.beats.len() && place(before, &beat.id).is_none());
    let around = (1..before.beats.len()).flat_map(|far| [at.checked_sub(far), at.checked_add(far)]).flatten();
    let left = around.filter_map(|at| place(now, &before.beats.get(at)?.id)).next();
    let nearest = if renamed { Some(at) } else { left };
    nearest.or_else(|| place(now, &now.start)).unwrap_or_default() as BeatId
}

fn title(shelf: &Shelf) -> String {
    shelf.case.as_ref().map_or_else(|| shelf.id.clone(), |case| case.title.clone())
}

impl Study {
    /// Opens a case at the beginning of its first session.
    fn open(library: &Library, case: &str, seed: u64) -> Study {
        let mut study = Study {
            case: case.into(),
            title: case.into(),
            number: 0,
            bundle: None,
            stale: false,
            gone: false,
            gone_beat: None,
            findings: Vec::new(),
            places: Arc::default(),
            prefix: String::new(),
            chart: None,
            drawn: 0,
            beat: 0,
            seed,
            opening: None,
            here: None,
            counting: Counting::Waiting,
        };
        study.read(library);
        study
    }

    /// Reads it from the library, and goes on at the beat with the same id in a state as near as can be.
    fn read(&mut self, library: &Library) {
        let Ok(shelf) = library.case(&self.case) else {
            // What was wrong with files that aren't there is wrong no more.
            (self.stale, self.gone, self.findings) = (true, true, Vec::new());
            return;
        };
        self.gone = false;
        self.title = title(shelf);
        self.prefix = library.prefix.clone();
        self.places = library.places(&self.case);
        self.stale = shelf.bundle.is_none();
        if let Some(bundle) = &shelf.bundle {
            let same = self.bundle.as_ref().is_some_and(|before| before.hash == bundle.hash);
            if !same {
                let before = self.beat_id().map(String::from).zip(self.hour().map(|hour| hour.scene.clone()));
                self.bundle = Some(Arc::clone(bundle));
                self.number = self.number.min(bundle.hours.len().saturating_sub(1));
                self.draw();
                match before {
                    Some((beat, before)) if !self.select(&beat) => {
                        self.beat = self.hour().map_or(0, |hour| nearest(&before, &hour.scene, self.beat));
                        self.gone_beat = Some(beat);
                    }
                    Some(_) => {}
                    None => self.beat = self.hour().map_or(0, |hour| hour.start),
                }
                let fits = |opening: &Opening| Session::opened(Arc::clone(bundle), self.number, self.seed, opening).is_ok();
                if !self.opening.as_ref().is_some_and(fits) {
                    self.opening = self.fresh();
                }
                // It is always the beat at the side that is entered.
                self.set(self.opening.clone());
            }
        }
        let shared = library.shelves.shared.iter().filter(|finding| finding.severity == Severity::Error);
        let found = |finding: &Finding| Found { at: self.place_of(finding), finding: finding.clone() };
        self.findings = shared.chain(&shelf.findings).map(found).collect();
        self.findings.sort_by_key(|found| found.finding.severity);
    }

    /// The scene that is open, where the case can be played.
    pub fn hour(&self) -> Option<&Hour> {
        self.bundle.as_ref()?.hours.get(self.number)
    }

    pub fn beat_id(&self) -> Option<&str> {
        self.hour()?.scene.beats.get(usize::from(self.beat)).map(|beat| beat.id.as_str())
    }

    /// The name of a scene's file, as it is told.
    fn file_of(&self, scene: &str) -> String {
        format!("{}{}", self.prefix, scene_file(&self.case, scene))
    }

    /// The file of a beat of the scene that is open, and the line at which it stands there.
    pub fn place(&self, beat: &str) -> Option<(String, u32)> {
        let planned = self.bundle.as_ref()?.case.sessions.get(self.number)?;
        let place = self.places.get(&planned.scene)?.iter().find(|place| place.beat == beat)?;
        Some((self.file_of(&planned.scene), place.line))
    }

    /// The session and the beat that a finding is about.
    fn place_of(&self, finding: &Finding) -> Option<(usize, String)> {
        let line = finding.line?;
        let (scene, places) = self.places.iter().find(|(scene, _)| self.file_of(scene) == finding.file)?;
        let sessions = &self.bundle.as_ref()?.case.sessions;
        let number = sessions.iter().position(|planned| planned.scene == *scene)?;
        let place = places.iter().find(|place| place.lines.contains(&line))?;
        // One that is written just now is not drawn yet.
        let drawn = self.bundle.as_ref()?.hours[number].scene.beats.iter().any(|beat| beat.id == place.beat);
        drawn.then(|| (number, place.beat.clone()))
    }

    /// Draws the scene that is open anew, and has its hours counted anew.
    fn draw(&mut self) {
        self.chart = self.hour().map(|hour| Chart::new(&hour.scene));
        self.drawn += 1;
        self.counting = Counting::Waiting;
    }

    fn turn_to(&mut self, number: usize) {
        let there = self.bundle.as_ref().map_or(0, |bundle| bundle.hours.len());
        if number < there && number != self.number {
            self.number = number;
            self.gone_beat = None;
            self.beat = self.hour().map_or(0, |hour| hour.start);
            self.draw();
            self.opening = self.fresh();
            self.look();
        }
    }

    /// True where there is such a beat.
    fn select(&mut self, beat: &str) -> bool {
        let place = self.hour().and_then(|hour| hour.scene.beats.iter().position(|there| there.id == beat));
        if let Some(place) = place {
            self.beat = place as BeatId;
            self.gone_beat = None;
            self.set(self.opening.clone());
        }
        place.is_some()
    }

    /// Sets how things stand; it is always the beat at the side that is entered.
    fn set(&mut self, opening: Option<Opening>) {
        let Some(beat) = self.beat_id().map(String::from) else { return };
        self.opening = opening.map(|opening| Opening { beat, ..opening });
        self.look();
    }

    /// As things stand when the hour has begun.
    fn fresh(&self) -> Option<Opening> {
        let mut session = Session::new(Arc::clone(self.bundle.as_ref()?), self.number, self.seed)?;
        session.apply(Command::Begin, &mut Vec::new()).ok()?;
        Some(Opening { beat: self.beat_id()?.into(), ..Opening::of(&session) })
    }

    /// As things stood when a player first came to this beat.
    pub fn arrived(&self) -> Option<&Opening> {
        self.footfall()?.first.get(usize::from(self.beat))?.as_ref()
    }

    pub fn footfall(&self) -> Option<&Footfall> {
        match &self.counting {
            Counting::Done(footfall) => Some(footfall),
            _ => None,
        }
    }

    /// Looks what there is at the beat in the state that is set.
    fn look(&mut self) {
        let here = |bundle: &Arc<Bundle>, opening: &Opening| {
            let session = Session::begun_at(Arc::clone(bundle), self.number, self.seed, opening).map_err(|misfit| misfit.to_string())?;
            Ok(Here { replies: chosen(&session), session })
        };
        self.here = self.bundle.as_ref().zip(self.opening.as_ref()).map(|(bundle, opening)| here(bundle, opening));
    }
}

/// Every reply of the beat at which an hour waits.
fn chosen(session: &Session) -> Vec<Chosen> {
    let (state, hour) = (session.state(), session.hour());
    let beat = hour.beat(state.beat);
    let mut foreseen = foresee(session);
    let asked = beat.whose.first();
    let one = |(place, written): (u8, &Reply)| match foreseen.iter().position(|seen| seen.reply == place) {
        Some(at) => Chosen::Open(foreseen.swap_remove(at)),
        None => {
            let unmet = unmet(&written.when, &beat.reply(place).when, state, asked);
            Chosen::Hidden(missing(session.bundle(), &unmet, state))
        }
    };
    (0..).zip(session.replies()).map(one).collect()
}
