//! What only playing can find wrong: conditions without an effect, places nobody reaches, hours that are won without listening.

use crate::script::bundle::{BeatId, Source};
use crate::script::codes::Skill;
use crate::script::finding::{Finding, Severity};
use crate::script::model::Guard;
use crate::script::notation::outline;
use crate::script::outline::Step::{self, Field, Item};
use crate::script::outline::{Lines, Node};
use crate::script::shelf::{CASE, scene_file};
use crate::session::watch::{Site, sites};
use crate::texts::{text, text_with, word};

use super::aims::{FewestMoments, MomentKind};
use super::coverage::{clauses, told_by};
use super::explore::Extreme;
use super::menus::{Menu, Odds};
use super::players::Player;
use super::playtest::Playtest;
use super::rounds::Stuck;
use super::search::{Reins, search};
use super::{Prepared, ids};

/// Moments that every hour to a planned end meets at least.
const MOMENTS: [(MomentKind, i64); 5] =
    [(MomentKind::Emotional, 6), (MomentKind::Goal, 3), (MomentKind::Boundary, 3), (MomentKind::Rupture, 1), (MomentKind::Cue, 1)];

/// Ways of leaving that an hour must have.
const ENDINGS: usize = 3;

/// Places that the search for a thin hour keeps.
const WIDTH: usize = 200;

/// Share of the menus, one in so many, where the preferred replies must change with the state.
const CHANGING: usize = 3;

/// Share of the menus, in percent, where only one and the same skill may be preferred; and the menus from which on that
/// says something.
const ONE_SKILL: usize = 33;
const OFTEN: usize = 8;

/// A file of the case with its places.
struct File {
    name: String,
    text: String,
    root: Node,
    lines: Lines,
}

struct Gathering {
    case: File,
    scene: File,
    findings: Vec<Finding>,
}

impl File {
    fn new(prefix: &str, source: &Source) -> File {
        let (name, text) = source;
        File { name: format!("{prefix}{name}"), text: text.clone(), root: outline(text).0, lines: Lines::of(text) }
    }

    fn finding(&self, code: &'static str, severity: Severity, path: Option<&[Step]>, message: String) -> Finding {
        let place = path.map(|path| self.lines.position(&self.text, self.root.follow(&self.text, path).span.start));
        let (line, column) = (place.map(|place| place.0), place.map(|place| place.1));
        let help = text(&format!("proof-help-{code}"));
        Finding { code, severity, file: self.name.clone(), line, column, message, help }
    }
}

impl Gathering {
    fn error(&mut self, code: &'static str, path: Option<&[Step]>, message: String) {
        self.findings.push(self.scene.finding(code, Severity::Error, path, message));
    }

    fn warning(&mut self, code: &'static str, path: Option<&[Step]>, message: String) {
        self.findings.push(self.scene.finding(code, Severity::Warning, path, message));
    }
}

/// What a playtest shows to be wrong with an hour. Files are named with `prefix` before, as they lie below `dialogues/`.
pub fn findings(prepared: &Prepared, playtest: &Playtest, prefix: &str) -> Vec<Finding> {
    let case = &prepared.bundle.case;
    let source = |name: String| prepared.bundle.sources.iter().find(|source| source.0 == name).cloned().unwrap_or((name, String::new()));
    let mut gathering = Gathering {
        case: File::new(prefix, &source(format!("{}/{CASE}", case.id))),
        scene: File::new(prefix, &source(scene_file(&case.id, case.sessions.get(prepared.number).map_or("", |planned| &planned.scene)))),
        findings: Vec::new(),
    };
    dead_ends(&mut gathering, playtest);
    never_met(&mut gathering, prepared, playtest);
    conditions(&mut gathering, prepared, playtest);
    endings(&mut gathering, playtest);
    moments(&mut gathering, prepared, playtest.explored.seed);
    scores(&mut gathering, playtest);
    players(&mut gathering, playtest);
    menus(&mut gathering, &playtest.menus);
    gathering.findings.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    gathering.findings
}

fn beat_path(at: BeatId) -> Vec<Step> {
    vec![Field("beats"), Item(at.into()), Field("id")]
}

/// A way, for a message.
fn shown(way: &[String]) -> String {
    if way.is_empty() { text("proof-at-once") } else { way.join(", ") }
}

fn dead_ends(gathering: &mut Gathering, playtest: &Playtest) {
    for end in &playtest.dead_ends {
        let fill = [("beat", end.beat.as_str().into()), ("minutes", end.minutes_left.into()), ("way", shown(&end.way).into())];
        let (code, message) = match end.kind {
            Stuck::NoWayOn => ("dead-end", text_with("proof-dead-end", &fill)),
            Stuck::Round => ("round", text_with("proof-round", &fill)),
        };
        gathering.error(code, Some(&beat_path(end.at)), message);
    }
}

fn never_met(gathering: &mut Gathering, prepared: &Prepared, playtest: &Playtest) {
    let hour = prepared.hour();
    for (at, beat) in (0..).zip(&hour.scene.beats) {
        if hour.is_usual(at) && !playtest.coverage.beats.contains(&at) {
            gathering.error("never-met", Some(&beat_path(at)), text_with("proof-never-met", &[("beat", beat.id.as_str().into())]));
        }
    }
    for fact in (0u8..64).filter(|fact| told_by(hour) >> fact & 1 == 1 && playtest.coverage.told >> fact & 1 == 0) {
        let message = text_with("proof-never-told", &[("fact", prepared.bundle.case.fact(fact).id.as_str().into())]);
        let path = [Field("facts"), Item(fact.into()), Field("id")];
        let finding = gathering.case.finding("never-told", Severity::Error, Some(&path), message);
        gathering.findings.push(finding);
    }
}

/// Conditions that always or never hold where they are asked.
fn conditions(gathering: &mut Gathering, prepared: &Prepared, playtest: &Playtest) {
    let hour = prepared.hour();
    for (site, when) in sites(hour) {
        let met = match site {
            Site::Fact(fact) => told_by(hour) >> fact & 1 == 1,
            _ => site.beat().is_none_or(|at| playtest.coverage.beats.contains(&at)),
        };
        if !met {
            continue;
        }
        let (path, guards) = written(prepared, site);
        let places = places(&path, guards);
        let mut place: u16 = 0;
        clauses(when, 0, &mut |_, _| {
            let sides = playtest.coverage.clauses.get(&(site, place)).copied().unwrap_or_default();
            let found = match sides {
                0b11 => None,
                0b10 => Some(("always-holds", text("proof-always-holds"))),
                0b01 => Some(("never-holds", text("proof-never-holds"))),
                _ => Some(("never-asked", text("proof-never-asked"))),
            };
            if let Some((code, message)) = found {
                let path = places.get(usize::from(place)).unwrap_or(&path);
                let file = if matches!(site, Site::Fact(_)) { &gathering.case } else { &gathering.scene };
                let finding = file.finding(code, Severity::Error, Some(path), message);
                gathering.findings.push(finding);
            }
            place = place.saturating_add(1);
        });
    }
}

/// Where a list of conditions is written, and what is written there.
fn written<'a>(prepared: &Prepared<'a>, site: Site) -> (Vec<Step>, &'a [Guard]) {
    let hour = prepared.hour();
    let line = |at: BeatId, line: u16| hour.written(at).lines.get(usize::from(line));
    let in_beat = |at: BeatId, more: &[Step]| [&[Field("beats"), Item(at.into())], more, &[Field("when")]].concat();
    let (path, guards) = match site {
        Site::Line(at, place) => (in_beat(at, &[Field("lines"), Item(place.into())]), line(at, place).map(|line| &line.when)),
        Site::Variant(at, place, variant) => (
            in_beat(at, &[Field("lines"), Item(place.into()), Field("first"), Item(variant.into())]),
            line(at, place).and_then(|line| line.first.get(usize::from(variant))).map(|variant| &variant.when),
        ),
        Site::Reply(at, reply) => (in_beat(at, &[Field("replies"), Item(reply.into())]), Some(&hour.written(at).reply(reply).when)),
        Site::Way(at, way) => {
            (in_beat(at, &[Field("branch"), Item(way.into())]), hour.written(at).branch.get(usize::from(way)).map(|way| &way.when))
        }
        Site::Fact(fact) => (vec![Field("facts"), Item(fact.into()), Field("needs")], Some(&prepared.bundle.case.fact(fact).needs)),
    };
    (path, guards.map(Vec::as_slice).unwrap_or_default())
}

/// Where each condition that stands by itself is written, in their order.
fn places(path: &[Step], guards: &[Guard]) -> Vec<Vec<Step>> {
    let mut all = Vec::new();
    for (i, guard) in guards.iter().enumerate() {
        let path = [path, &[Item(i)]].concat();
        match guard {
            Guard::Any(within) => all.extend(places(&[path, vec![Item(0)]].concat(), within)),
            Guard::Of(_, within) => all.extend(places(&[path, vec![Item(1)]].concat(), within)),
            _ => all.push(path),
        }
    }
    all
}

fn endings(gathering: &mut Gathering, playtest: &Playtest) {
    let endings = &playtest.coverage.endings;
    if endings.len() < ENDINGS {
        let there: Vec<String> = endings.iter().map(|ending| word("ending-short", ending)).collect();
        gathering.error(
            "few-endings",
            None,
            text_with("proof-few-endings", &[("there", there.join(", ").into()), ("least", ENDINGS.into())]),
        );
    }
    if !playtest.coverage.mended {
        gathering.warning("never-mended", None, text("proof-never-mended"));
    }
}

fn moments(gathering: &mut Gathering, prepared: &Prepared, seed: u64) {
    let Some((start, _)) = prepared.begin(seed) else { return };
    for (kind, least) in MOMENTS {
        let aim = FewestMoments::new(prepared.hour(), kind);
        let found = search(&start, 0, &aim, &prepared.course, Reins::whole(WIDTH), &mut ());
        let met = found.best.map(|(worth, way, _)| (worth.saturating_neg(), way));
        let Some((count, way)) = met.filter(|(count, _)| *count < least) else { continue };
        let way = shown(&ids(prepared.hour(), &way));
        let fill = [("kind", word("moment", kind).into()), ("count", count.into()), ("least", least.into()), ("way", way.into())];
        gathering.error("thin-hour", None, text_with("proof-thin-hour", &fill));
    }
}

fn scores(gathering: &mut Gathering, playtest: &Playtest) {
    for (name, range) in ["empathy", "goals", "boundaries"].iter().zip(playtest.explored.scores.each()) {
        let name = || text(&format!("score-{name}")).to_lowercase();
        let Extreme { exact, over_seeds, .. } = range.highest;
        let value = range.highest.furthest();
        if value.is_none_or(|value| value < 80) {
            let value = value.map_or(text("not-enough"), |value| value.to_string());
            let proven = if exact && over_seeds.is_none() { "yes" } else { "no" };
            gathering.error(
                "out-of-reach",
                None,
                text_with("proof-out-of-reach", &[("score", name().into()), ("value", value.into()), ("proven", proven.into())]),
            );
        }
        if let Some(value) = range.lowest.furthest().filter(|value| *value >= 80) {
            gathering.error(
                "not-to-be-missed",
                None,
                text_with("proof-not-to-be-missed", &[("score", name().into()), ("value", value.into())]),
            );
        }
    }
    if playtest.explored.hours.len() < 2 {
        let found = playtest.explored.hours.len();
        gathering.error("few-good-hours", None, text_with("proof-few-good-hours", &[("found", found.into())]));
    }
}

fn players(gathering: &mut Gathering, playtest: &Playtest) {
    for played in playtest.players.iter().filter(|played| Player::NAIVE.contains(&played.id) && played.passes) {
        let fill = [("player", word("player", played.id).into()), ("good", played.good.into()), ("runs", played.runs.into())];
        gathering.error("won-without-listening", None, text_with("proof-won-without-listening", &fill));
    }
}

fn menus(gathering: &mut Gathering, menus: &[Menu]) {
    let several: Vec<&Menu> = menus.iter().filter(|menu| menu.states.len() > 1).collect();
    let changing = several.iter().filter(|menu| menu.changes()).count();
    if changing.saturating_mul(CHANGING) < several.len() {
        let fill = [("changing", changing.into()), ("menus", several.len().into())];
        gathering.error("same-in-every-state", None, text_with("proof-same-in-every-state", &fill));
    }
    let sum = |of: fn(&Menu) -> Odds| menus.iter().map(of).fold(Odds::default(), Odds::and);
    for (what, odds) in [("proof-longest", sum(|menu| menu.longest)), ("proof-warmest", sum(|menu| menu.warmest))] {
        if odds.is_no_chance() {
            let fill = [("what", text(what).into()), ("times", odds.times.round().into()), ("expected", odds.expected.round().into())];
            gathering.warning("given-away", None, text_with("proof-given-away", &fill));
        }
    }
    let telling = menus.iter().filter(|menu| menu.matters()).count();
    for skill in Skill::ALL {
        let wins: f64 = menus.iter().filter_map(|menu| menu.skills.get(skill)).sum();
        if telling >= OFTEN && wins * 100.0 > telling.saturating_mul(ONE_SKILL) as f64 {
            let fill = [("skill", word("skill", skill).into()), ("wins", wins.round().into()), ("menus", telling.into())];
            gathering.warning("always-the-same-skill", None, text_with("proof-always-the-same-skill", &fill));
        }
    }
}
