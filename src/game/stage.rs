//! Who is seen in the room, and when which face shows: the account's cues laid out in time.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::portrait::voice::{Manner, Mood};
use crate::portrait::{Figure, Pose};
use crate::script::appearance::{Appearance, Face};
use crate::script::bundle::Bundle;
use crate::script::voicing::Sound;
use crate::session::account::Entry;
use crate::texts::word;

/// Speech takes so many milliseconds a character, within bounds.
const PER_CHARACTER: usize = 45;
const SHORTEST_SPEECH: usize = 500;
const LONGEST_SPEECH: usize = 7_000;

/// One face takes at most so long to turn into another.
const TURNING: u32 = 1_500;

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
    /// Milliseconds for which speech, or a new face, goes on.
    lively: u32,
    /// What was to be heard since it was last taken.
    sounds: Vec<Heard>,
}

/// Something that is heard, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Which of the case's people, counted from 0.
    pub person: usize,
    pub what: What,
}

/// What somebody is heard to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// They speak.
    Murmur(Manner),
    Body(Sound),
    /// They shift in their chair.
    Chair,
}

impl What {
    /// What is written of it for those who don't hear it; none for speech, which is read, and for the chair.
    pub fn caption(self) -> Option<String> {
        match self {
            What::Body(sound) => Some(word("sound", sound)),
            What::Murmur(_) | What::Chair => None,
        }
    }
}

/// How much moves in the person who is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Liveliness {
    /// Nothing but breath.
    Resting,
    /// A blink, a look.
    Stirring,
    /// Speech, or one face turning into another.
    Lively,
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
        self.show_all();
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
            self.show_all();
        } else {
            self.cue(0);
        }
    }

    /// What waits is shown at once; nobody speaks that fast.
    fn show_all(&mut self) {
        while let Some((_, actor, cue)) = self.cues.pop_front() {
            match cue {
                Cue::Show(..) => self.perform(actor, cue),
                Cue::Speak(_) | Cue::Rest => self.front = actor,
            }
            if self.still && matches!(cue, Cue::Speak(_)) {
                // Stillness is for the eye. Everybody would speak at once; who spoke last is heard.
                self.sounds = vec![Heard { person: actor, what: What::Murmur(Manner::Plain) }];
            }
        }
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&mut self, milliseconds: u32) {
        self.lively = self.lively.saturating_sub(milliseconds);
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
            Cue::Show(face, leak) => {
                actor.figure.show(face, leak);
                self.lively = self.lively.max(TURNING);
            }
            Cue::Speak(milliseconds) => {
                self.lively = self.lively.max(milliseconds);
                actor.figure.speak(milliseconds);
                self.front = number;
                self.sounds.push(Heard { person: number, what: What::Murmur(Manner::Plain) });
            }
            Cue::Rest => self.front = number,
        }
    }

    /// What was to be heard since this was last asked.
    pub fn take_sounds(&mut self) -> Vec<Heard> {
        std::mem::take(&mut self.sounds)
    }

    /// What the music follows: the same, whatever faces are shown.
    pub fn mood(&self) -> Mood {
        Mood { valence: 0, arousal: 30, alliance: 50 }
    }

    /// How much moves.
    pub fn liveliness(&self) -> Liveliness {
        match self.cast.get(self.front) {
            Some(actor) if actor.figure.is_moving() && (self.lively > 0 || !self.cues.is_empty()) => Liveliness::Lively,
            Some(actor) if actor.figure.is_moving() => Liveliness::Stirring,
            _ => Liveliness::Resting,
        }
    }

    /// What is to be drawn now: who, and how they hold themselves.
    pub fn picture(&self) -> Option<(&Appearance, Pose)> {
        self.cast.get(self.front).map(|actor| (&actor.appearance, actor.figure.pose()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage() -> Stage {
        let actor = |person: &str, seed| Actor { person: person.into(), appearance: Appearance::default(), figure: Figure::new(seed) };
        Stage { cast: vec![actor("noor", 1), actor("ben", 2)], ..Stage::default() }
    }

    fn entries() -> Vec<Entry> {
        let face = |person: &str, face| Entry::Face { person: person.into(), face, leak: None };
        let said = |person: &str| Entry::Said { person: person.into(), name: String::new(), text: "Nothing, really.".into() };
        vec![face("noor", Face::Warm), said("noor"), Entry::Paused { seconds: 4 }, face("ben", Face::Sad), said("ben")]
    }

    #[test]
    fn each_is_seen_when_their_turn_comes() {
        let mut stage = stage();
        stage.play(&entries());
        assert_eq!(stage.front, 0);
        assert_eq!(stage.liveliness(), Liveliness::Lively);
        stage.advance(1_000);
        assert_eq!(stage.front, 0);
        stage.advance(4_000);
        assert_eq!(stage.front, 1);
        assert!(stage.cues.is_empty());
    }

    #[test]
    fn who_speaks_is_heard_once() {
        let murmur = |person| Heard { person, what: What::Murmur(Manner::Plain) };
        let mut stage = stage();
        stage.play(&entries());
        assert_eq!(stage.take_sounds(), [murmur(0)]);
        stage.advance(5_000);
        assert_eq!(stage.take_sounds(), [murmur(1)]);
        assert!(stage.take_sounds().is_empty());
        stage.reduced_motion(true);
        stage.play(&entries());
        assert_eq!(stage.take_sounds(), [murmur(1)], "stillness is not silence, and nobody speaks over another");
    }

    #[test]
    fn what_a_body_does_can_be_read() {
        for &sound in Sound::ALL {
            let caption = What::Body(sound).caption().unwrap();
            assert!(!caption.starts_with("sound-"), "{caption}");
        }
        assert_eq!(What::Murmur(Manner::Plain).caption(), None);
    }

    #[test]
    fn a_reply_does_not_wait_for_what_is_still_being_played() {
        let mut stage = stage();
        stage.play(&entries());
        stage.play(&[]);
        assert!(stage.cues.is_empty());
        assert_eq!(stage.front, 1);
    }

    #[test]
    fn without_motion_the_last_face_is_there_at_once_and_stays() {
        let mut stage = stage();
        stage.reduced_motion(true);
        stage.play(&entries());
        assert_eq!(stage.front, 1);
        let pose = stage.picture().unwrap().1;
        stage.advance(10_000);
        assert_eq!(stage.picture().unwrap().1, pose);
        assert_eq!(stage.liveliness(), Liveliness::Resting);
    }
}
