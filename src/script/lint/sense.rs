//! What can be read and played, and yet can't be meant: two replies that are one, conditions that exclude each other, a moment
//! that nothing answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::codes::{Ending, Measure, Moment, Stance};
use crate::script::finding::Finding;
use crate::script::model::{Beat, Case, Guard, Reply, Scene, fold};
use crate::script::outline::Step::{self, Field, Item};

use super::{Gathering, MOST_ON_OFFER, Text, join};

/// What is odd about a beat whose parts are each in order.
pub(super) fn beat(gathering: &mut Gathering, path: &[Step], beat: &Beat) {
    let at = |more: &[Step]| join(path, more);
    replies(gathering, &at(&[Field("replies")]), &beat.replies);
    for (i, moment) in beat.moments.iter().enumerate() {
        self::moment(gathering, &at(&[Field("moments"), Item(i)]), beat, moment);
    }
    for (i, line) in beat.lines.iter().enumerate() {
        let lines = at(&[Field("lines"), Item(i)]);
        let guarded: Vec<bool> = line.first.iter().map(|variant| !variant.when.is_empty()).collect();
        never_comes(gathering, &join(&lines, &[Field("first")]), &guarded);
        if let Some(who) = line.who.as_ref().filter(|who| beat.away.contains(who)) {
            let message = format!("“{who}” has left the room, and this is theirs");
            gathering.error(
                "out-of-place",
                &join(&lines, &[Field("who")]),
                message,
                "Take the name out of `away`, or give the line to another.",
            );
        }
    }
    let guarded: Vec<bool> = beat.branch.iter().map(|way| !way.when.is_empty()).collect();
    never_comes(gathering, &at(&[Field("branch")]), &guarded);
}

/// Behind something without conditions nothing else is ever taken.
fn never_comes(gathering: &mut Gathering, path: &[Step], guarded: &[bool]) {
    if let Some((behind, _)) = guarded.iter().enumerate().skip_while(|(_, guarded)| **guarded).nth(1) {
        gathering.warning(
            "never-comes",
            &join(path, &[Item(behind)]),
            "this is never come to: the one above has no conditions, so it's taken first".into(),
            "Put the one without conditions last.",
        );
    }
}

/// Replies between which there is nothing to choose.
fn replies(gathering: &mut Gathering, path: &[Step], replies: &[Reply]) {
    // Each is held against each other.
    if replies.len() > MOST_ON_OFFER {
        return;
    }
    for (i, reply) in replies.iter().enumerate() {
        let beside = |earlier: &&Reply| earlier.when.is_empty() || reply.when.is_empty();
        fn shown(reply: &Reply) -> Option<&String> {
            reply.say.as_ref().or(reply.act.as_ref())
        }
        let earlier = || replies.iter().take(i).filter(beside);
        if let Some(other) = earlier().find(|other| shown(other) == shown(reply) && shown(reply).is_some()) {
            let field = if reply.say.is_some() { "say" } else { "act" };
            let message = format!("the reply “{}” reads the same", other.id);
            gathering.warning(
                "same-text",
                &join(path, &[Item(i), Field(field)]),
                message,
                "Say it in other words, or take one of them away.",
            );
        }
        if let Some(other) = earlier().find(|other| other.why == reply.why) {
            let message = format!("the `why` of the reply “{}” is the same, word for word", other.id);
            gathering.warning(
                "same-text",
                &join(path, &[Item(i), Field("why")]),
                message,
                "Say what this one does, and the other doesn't.",
            );
        }
    }
    let alike = |pair: &[Reply]| {
        let [one, other] = pair else { return false };
        one.codes() == other.codes()
            && (&one.to, &one.effects, &one.with, &one.against) == (&other.to, &other.effects, &other.with, &other.against)
    };
    if replies.len() > 1 && replies.windows(2).all(alike) {
        gathering.warning(
            "all-alike",
            path,
            "every reply here is coded the same and leads to the same beat, so nothing hangs on the choice".into(),
            "Look at each again: what is it, and where does it lead?",
        );
    }
}

/// A moment that can't be seen, or that no reply answers.
fn moment(gathering: &mut Gathering, path: &[Step], beat: &Beat, moment: &Moment) {
    if let Moment::Cue { fits, misfits } = moment {
        if let Some(both) = fits.iter().find(|body| misfits.contains(body)) {
            let message = format!("{both:?} fits here and doesn't");
            gathering.error("contradiction", path, message, "Leave it in one of `fits` and `misfits`.");
        }
        let shows = beat.lines.iter().any(|line| {
            line.see.is_some()
                || line.pause.is_some()
                || line.face.is_some()
                || line.look.is_some()
                || line.does.is_some()
                || line.sound.is_some()
                || line.camera.is_some()
        });
        if !shows {
            let message = "this cue can't be noticed: nothing is seen or heard here but words".into();
            gathering.warning("unseen-cue", path, message, "Add a line with `see`, before the words that it belongs to.");
        }
    }
    if beat.replies.is_empty() {
        return;
    }
    let any = |answers: &dyn Fn(&Reply) -> bool| beat.replies.iter().any(answers);
    let answered = match moment {
        Moment::Goal(moves) if !moves.is_empty() => any(&|reply| reply.goal.iter().any(|done| moves.contains(done))),
        Moment::Boundary { indicated, .. } if indicated.iter().any(|response| response.can_be_indicated()) => {
            any(&|reply| reply.boundary.is_some_and(|boundary| indicated.contains(&boundary)))
        }
        Moment::Rupture(_) => any(&|reply| reply.repair.is_some_and(|repair| repair.mends())),
        Moment::Risk => any(&|reply| !reply.safety.is_empty()),
        Moment::Cue { fits, .. } if !fits.is_empty() => any(&|reply| reply.body.is_some_and(|body| fits.contains(&body))),
        // A feeling is answered by a level; what names nothing is told as that.
        Moment::Emotional | Moment::Goal(_) | Moment::Boundary { .. } | Moment::Cue { .. } => true,
    };
    if !answered {
        gathering.warning(
            "unanswered-moment",
            path,
            "no reply here answers this moment, so nobody can do well at it".into(),
            "Code a reply with what the moment asks for, or take the moment away.",
        );
    }
}

/// Conditions of one list that can't hold together.
pub(super) fn contradiction(gathering: &mut Gathering, path: &[Step], guards: &[Guard]) {
    let mut before = Asked::default();
    for (i, guard) in guards.iter().enumerate() {
        if before.is_excluding(guard) {
            let help = "All conditions of a list must hold. Take one away, or write Any([…]) where one of them is enough.";
            gathering.error("contradiction", &join(path, &[Item(i)]), "this can't hold together with what stands before it".into(), help);
        }
    }
}

/// What the conditions of a list ask for, up to some place in it.
#[derive(Default)]
struct Asked<'a> {
    /// The highest number that a measure has to reach, and the lowest that it has to stay below.
    reaches: BTreeMap<Measure, u8>,
    stays_below: BTreeMap<Measure, u8>,
    /// What has to be so, and what mustn't be.
    so: BTreeSet<(&'static str, &'a str)>,
    not_so: BTreeSet<(&'static str, &'a str)>,
    leaving: BTreeSet<Ending>,
    stances: BTreeSet<BTreeSet<Stance>>,
}

impl<'a> Asked<'a> {
    /// Takes one more condition; true where it can't hold together with those before it.
    fn is_excluding(&mut self, guard: &'a Guard) -> bool {
        match guard {
            Guard::AtLeast(measure, least) => {
                let reached = self.reaches.entry(*measure).or_insert(*least);
                *reached = (*reached).max(*least);
                self.stays_below.get(measure).is_some_and(|most| most <= least)
            }
            Guard::Below(measure, most) => {
                let below = self.stays_below.entry(*measure).or_insert(*most);
                *below = (*below).min(*most);
                self.reaches.get(measure).is_some_and(|least| most <= least)
            }
            Guard::Told(fact) => self.is_otherwise(true, ("fact", fact)),
            Guard::NotTold(fact) => self.is_otherwise(false, ("fact", fact)),
            Guard::Met(beat) => self.is_otherwise(true, ("beat", beat)),
            Guard::NotMet(beat) => self.is_otherwise(false, ("beat", beat)),
            Guard::Noted(note) => self.is_otherwise(true, ("note", note)),
            Guard::NotNoted(note) => self.is_otherwise(false, ("note", note)),
            Guard::Ruptured => self.is_otherwise(true, ("rupture", "")),
            Guard::NotRuptured => self.is_otherwise(false, ("rupture", "")),
            Guard::Leaving(ending) => {
                self.leaving.insert(*ending);
                self.leaving.len() > 1
            }
            Guard::In(stances) => {
                let stances: BTreeSet<Stance> = stances.iter().copied().collect();
                let excludes = self.stances.iter().any(|before| before.is_disjoint(&stances));
                self.stances.insert(stances);
                excludes
            }
            Guard::Minute(_) | Guard::Any(_) | Guard::Of(..) => false,
        }
    }

    fn is_otherwise(&mut self, is_so: bool, what: (&'static str, &'a str)) -> bool {
        let (same, other) = if is_so { (&mut self.so, &self.not_so) } else { (&mut self.not_so, &self.so) };
        same.insert(what);
        other.contains(&what)
    }
}

/// Facts that no beat of any session tells.
pub fn idle(source: Text, case: &Case, scenes: &[&Scene]) -> Vec<Finding> {
    let told: BTreeSet<&str> = scenes.iter().flat_map(|scene| &scene.beats).filter_map(|beat| beat.tells.as_deref()).collect();
    let mut gathering = Gathering::new(source);
    for (i, fact) in case.facts.iter().enumerate().filter(|(_, fact)| !told.contains(fact.id.as_str())) {
        let message = format!("no beat tells the fact “{}”", fact.id);
        let help = "Write `tells: \"…\"` in the beat where it comes out, or take the fact away.";
        gathering.warning("idle-fact", &[Field("facts"), Item(i), Field("id")], message, help);
    }
    gathering.findings
}

/// Events of the formulation that a trainee's notes can't be held against, or that come up where nothing is.
pub fn formulation(source: Text, case: &Case, scenes: &[&Scene]) -> Vec<Finding> {
    let facts = case.facts.iter().map(|fact| fact.id.as_str());
    let there: BTreeSet<&str> = facts.chain(scenes.iter().flat_map(|scene| &scene.beats).map(|beat| beat.id.as_str())).collect();
    let mut gathering = Gathering::new(source);
    for (i, link) in case.formulation.iter().enumerate() {
        let path = [Field("formulation"), Item(i)];
        gathering.not_blank(&join(&path, &[Field("event")]), "event", &link.event);
        gathering.not_blank(&join(&path, &[Field("reading")]), "reading", &link.reading);
        for (j, heard) in link.heard.iter().enumerate() {
            gathering.known("unknown-fact", &join(&path, &[Field("heard"), Item(j)]), "fact or beat", heard, &there);
        }
        if link.heard.is_empty() {
            let message = format!("nothing says where “{}” comes up, so no note of a trainee's can be held against it", fold(&link.event));
            let help = "Write `heard: [\"…\"]` with the facts and beats in which it does.";
            gathering.warning("unheard-event", &path, message, help);
        }
        for (j, rival) in link.rivals.iter().enumerate() {
            let path = join(&path, &[Field("rivals"), Item(j)]);
            gathering.not_blank(&join(&path, &[Field("reading")]), "reading", &rival.reading);
            let is_told = link.rivals.iter().take(j).map(|other| other.lens).chain([case.lens]).any(|lens| lens == rival.lens);
            if is_told {
                let message = format!("there is a reading by the lens {:?} already", rival.lens);
                gathering.error("twice", &path, message, "The case's own lens has the reading above; name each other lens once.");
            }
        }
    }
    gathering.findings
}
