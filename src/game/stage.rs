//! Who is seen in the room, and when which face shows: the account's cues laid out in time.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::portrait::{Figure, Pose};
use crate::script::appearance::{Appearance, Face};
use crate::script::bundle::Bundle;
use crate::session::account::Entry;

/// Speech takes so many milliseconds a character, within bounds.
const PER_CHARACTER: usize = 45;
const SHORTEST_SPEECH: usize = 500;
const LONGEST_SPEECH: usize = 7_000;

/// A caption holds the face so long, a silence this much of its seconds.
const CAPTION: u32 = 900;
const LONGEST_SILENCE: u32 = 3_000;

/// Everybody who sits there.
#[derive(Debug, Default)]
pub struct Stage {
    cast: Vec<Actor>,
    /// Whose face is seen: who spoke or stirred last.
    front: usize,
    /// What is still to be played, each with the milliseconds before it.
    cues: VecDeque<(u32, usize, Cue)>,
    still: bool,
}

#[derive(Debug)]
struct Actor {
    person: String,
    appearance: Appearance,
    figure: Figure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cue {
    Show(Face, Option<Face>),
    Speak(u32),
    /// Nothing but the time before it.
    Rest,
}

impl Stage {
    /// The people of a case, calm; the seed decides how each of them breathes and blinks.
    pub fn new(bundle: &Arc<Bundle>, seed: u64) -> Stage {
        let people = bundle.case.people.iter().zip(0_u64..);
        let actor = |(person, number): (&crate::script::model::Person, u64)| Actor {
            person: person.id.clone(),
            appearance: person.appearance.clone(),
            figure: Figure::new(seed.wrapping_add(number)),
        };
        Stage { cast: people.map(actor).collect(), ..Stage::default() }
    }

    /// Holds still poses, changed at once.
    pub fn reduced_motion(&mut self, still: bool) {
        self.still = still;
        self.cast.iter_mut().for_each(|actor| actor.figure.reduced_motion(still));
    }

    /// Lays out what was shown; what an earlier call left unplayed is shown at once.
    pub fn play(&mut self, entries: &[Entry]) {
        while let Some((_, actor, cue)) = self.cues.pop_front() {
            if let Cue::Show(..) = cue {
                self.perform(actor, cue);
            }
        }
        let mut wait = 0;
        for entry in entries {
            let (person, cue, takes) = match entry {
                Entry::Face { person, face, leak } => (person, Cue::Show(*face, *leak), 0),
                Entry::Said { person, text, .. } => {
                    let speech = (text.chars().count() * PER_CHARACTER).clamp(SHORTEST_SPEECH, LONGEST_SPEECH) as u32;
                    (person, Cue::Speak(speech), speech)
                }
                Entry::Seen { person, .. } => (person, Cue::Rest, CAPTION),
                Entry::Paused { seconds } => {
                    wait += (u32::from(*seconds) * 500).min(LONGEST_SILENCE);
                    continue;
                }
                _ => continue,
            };
            if let Some(actor) = self.cast.iter().position(|actor| actor.person == *person) {
                self.cues.push_back((wait, actor, cue));
                wait = takes;
            }
        }
        if self.still {
            self.play(&[]);
        } else {
            self.cue(0);
        }
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&mut self, milliseconds: u32) {
        self.cue(milliseconds);
        self.cast.iter_mut().for_each(|actor| actor.figure.advance(milliseconds));
    }

    fn cue(&mut self, mut passed: u32) {
        while let Some((wait, actor, cue)) = self.cues.pop_front() {
            if wait > passed {
                self.cues.push_front((wait - passed, actor, cue));
                return;
            }
            passed -= wait;
            self.perform(actor, cue);
        }
    }

    fn perform(&mut self, number: usize, cue: Cue) {
        let Some(actor) = self.cast.get_mut(number) else { return };
        match cue {
            Cue::Show(face, leak) => actor.figure.show(face, leak),
            Cue::Speak(milliseconds) => {
                actor.figure.speak(milliseconds);
                self.front = number;
            }
            Cue::Rest => self.front = number,
        }
    }

    /// True while something really moves.
    pub fn is_moving(&self) -> bool {
        self.cast.get(self.front).is_some_and(|actor| actor.figure.is_moving())
    }

    /// What is to be drawn now: who, and how they hold themselves.
    pub fn picture(&self) -> Option<(&Appearance, Pose)> {
        self.cast.get(self.front).map(|actor| (&actor.appearance, actor.figure.pose()))
    }
}
