//! Who is seen in the room, and when which face shows: the account's cues laid out in time.

use std::collections::VecDeque;
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

use crate::portrait::voice::Mood;
use crate::portrait::{Character, Figure, Noise, Pose};
use crate::script::bundle::Bundle;
use crate::script::codes::Skill;
use crate::script::face::{Camera, Cue, Face, Gesture, Look, Posture};
use crate::script::voicing::Sound;
use crate::session::account::Entry;

/// Speech takes so many milliseconds a character, within bounds.
const PER_CHARACTER: usize = 45;
const SHORTEST_SPEECH: usize = 500;
const LONGEST_SPEECH: usize = 7_000;

/// One face takes at most so long to turn into another.
const TURNING: u32 = 1_500;

/// A caption holds the room so long, one with something to see in it longer, a silence this much of its seconds.
const CAPTION: u32 = 900;
const GESTURE: u32 = 1_600;
const LONGEST_SILENCE: u32 = 3_000;

/// What is seen of somebody who was asked for a fact too early.
const BLOCKED: Cue = Cue { look: Some(Look::Hands), does: Some(Gesture::Swallow), sound: None, camera: None };

/// A caption of what is heard stays for so many milliseconds.
const CAPTIONED: u32 = 4_000;

/// Everybody who sits there.
#[derive(Debug)]
pub struct Stage {
    cast: Vec<Actor>,
    characters: Arc<[Character]>,
    /// What is still to be played, each with the milliseconds before it.
    cues: VecDeque<(u32, usize, Move)>,
    /// How often in a row the trainee has kept silent.
    silences: u8,
    still: bool,
    /// Milliseconds for which speech, or a new face, goes on.
    lively: u32,
    /// What was to be heard since it was last taken.
    sounds: Vec<Heard>,
    /// Whose body was heard last, what it did, and milliseconds for which that is still written.
    heard: Option<(usize, Sound, u32)>,
}

/// Something that is heard of one of the case's people, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    pub person: usize,
    pub noise: Noise,
}

/// How much moves in the people who are seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Liveliness {
    /// Nothing but breath.
    Resting,
    /// A blink, a look.
    Stirring,
    /// Speech, or one face turning into another.
    Lively,
}

/// What is seen of somebody: the face, whether it is put on over another, and how they sit.
pub type Seen = (Face, bool, Posture);

/// What was seen of somebody when the camera stopped.
#[derive(Debug)]
struct Held {
    pose: Pose,
    seen: Seen,
    /// Valence, arousal and alliance.
    mood: (i32, i32, i32),
}

#[derive(Debug)]
struct Actor {
    person: String,
    figure: Figure,
    /// Which picture of a call they are in, counted from 0, what its camera shows, and where it isn't on, what was seen last.
    picture: usize,
    camera: Camera,
    held: Option<Held>,
    /// They have left the room.
    away: bool,
}

impl Actor {
    /// None of them is seen where they are not, or where their camera is dark.
    fn is_seen(&self) -> bool {
        !self.away && self.camera != Camera::Dark
    }

    fn seen(&self) -> Seen {
        self.held.as_ref().map_or_else(|| (self.figure.face(), self.figure.is_masked(), self.figure.posture()), |held| held.seen)
    }

    fn mood(&self) -> (i32, i32, i32) {
        self.held.as_ref().map_or_else(|| self.figure.mood(), |held| held.mood)
    }

    /// The camera does as it is told, and goes on with that.
    fn turn(&mut self, camera: Camera) {
        self.camera = camera;
        if camera == Camera::On {
            self.held = None;
        } else if self.held.is_none() {
            // What freezes first and goes dark then stays what it was. The face that came with the line is the one that stays,
            // however little of it had come by then.
            self.held = Some(Held { pose: self.figure.still_pose(), seen: self.seen(), mood: self.mood() });
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Show(Face, Option<Face>, Posture),
    Speak(u32, Cue),
    /// Nothing but what is seen, and the time that it takes.
    Rest(Cue),
    /// Nobody speaks; so often in a row before.
    Silence(u8),
    /// Has left the room, or is back.
    Away(bool),
}

impl Stage {
    /// The people of a case, calm; the seed decides how each of them breathes and blinks.
    pub fn new(bundle: &Arc<Bundle>, seed: u64) -> Stage {
        let people = &bundle.case.people;
        Stage::of(people.iter().map(|person| (person.id.clone(), Character::new(person))), &bundle.case.pictures(), seed)
    }

    fn of(people: impl Iterator<Item = (String, Character)>, pictures: &[usize], seed: u64) -> Stage {
        let (names, characters): (Vec<String>, Vec<Character>) = people.unzip();
        let seat = |(place, (person, character)): (usize, (String, &Character))| {
            let mut figure = Figure::new(seed.wrapping_add(place as u64), character.display_rules());
            let picture = pictures[place];
            let shares = |other: Option<&usize>| other == Some(&picture);
            // Whoever sits at the right end has the others on the left.
            figure.beside(if shares(pictures.get(place + 1)) {
                1.0
            } else if place > 0 && shares(pictures.get(place - 1)) {
                -1.0
            } else {
                0.0
            });
            Actor { person, figure, picture, camera: Camera::On, held: None, away: false }
        };
        let cast = names.into_iter().zip(&characters).enumerate().map(seat).collect();
        Stage {
            cast,
            characters: characters.into(),
            cues: VecDeque::new(),
            silences: 0,
            still: false,
            lively: 0,
            sounds: Vec::new(),
            heard: None,
        }
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
            let (person, moved, takes) = match entry {
                Entry::Turn(turn) => {
                    let silent = turn.answer().codes.skill == Skill::Silence;
                    self.silences = if silent { self.silences.saturating_add(1) } else { 0 };
                    self.listen(silent);
                    continue;
                }
                Entry::Absent { person, away } => (Some(person), Move::Away(*away), 0),
                Entry::Face { person, face, leak, posture } => (Some(person), Move::Show(*face, *leak, *posture), 0),
                Entry::Said { person, text, cue, .. } => {
                    let speech = (text.chars().count() * PER_CHARACTER).clamp(SHORTEST_SPEECH, LONGEST_SPEECH) as u32;
                    (Some(person), Move::Speak(speech, *cue), speech)
                }
                Entry::Seen { person, cue, .. } => (Some(person), Move::Rest(*cue), if cue.is_none() { CAPTION } else { GESTURE }),
                Entry::Blocked { .. } => (None, Move::Rest(BLOCKED), GESTURE),
                Entry::Paused { seconds } => {
                    self.cues.push_back((wait, 0, Move::Silence(self.silences)));
                    wait = (u32::from(*seconds) * 500).min(LONGEST_SILENCE);
                    continue;
                }
                _ => continue,
            };
            let place = person.map_or(Some(0), |person| self.cast.iter().position(|actor| actor.person == *person));
            if let Some(place) = place {
                self.cues.push_back((wait, place, moved));
                wait = takes;
            }
        }
        if self.still {
            self.show_all();
        } else {
            self.cue(0);
        }
    }

    /// The trainee has answered, or has kept silent: whoever looked at somebody else comes back.
    fn listen(&mut self, silent: bool) {
        for actor in &mut self.cast {
            actor.figure.attend(0.0);
            if silent {
                actor.figure.keep_silent(self.silences - 1);
            }
        }
    }

    /// What waits is shown at once; nobody speaks or stirs that fast.
    fn show_all(&mut self) {
        let mut last = None;
        while let Some((_, place, moved)) = self.cues.pop_front() {
            match moved {
                Move::Show(..) | Move::Away(_) => self.perform(place, moved),
                Move::Speak(_, cue) => {
                    self.turn(place, cue.camera);
                    last = Some((place, cue, true));
                }
                Move::Rest(cue) if !cue.is_none() => {
                    self.turn(place, cue.camera);
                    last = Some((place, cue, false));
                }
                Move::Rest(_) | Move::Silence(_) => {}
            }
        }
        // Nobody creaks and sighs that fast either.
        self.cast.iter_mut().for_each(|actor| drop(actor.figure.take_noises()));
        // Stillness is for the eye. Everybody would be heard at once; who was last is.
        if let Some((place, cue, speaks)) = last.filter(|_| self.still)
            && let Some(actor) = self.cast.get_mut(place)
        {
            act(&mut actor.figure, cue);
            if speaks {
                actor.figure.murmur();
            }
        }
        self.listen_for_sounds();
    }

    /// Takes the room up again where an account left it: nothing of it is played once more.
    pub fn take_up(&mut self, entries: &[Entry]) {
        let answered = entries.iter().rposition(|entry| matches!(entry, Entry::Turn(_)));
        let (before, last) = entries.split_at(answered.unwrap_or(0));
        self.stand(before);
        self.play(last);
    }

    /// Everybody as an account leaves them, at once: nobody speaks, stirs or is heard.
    pub fn stand(&mut self, entries: &[Entry]) {
        self.play(entries);
        self.show_all();
        self.sounds.clear();
        self.heard = None;
    }

    /// Gathers what the people are heard to do.
    fn listen_for_sounds(&mut self) {
        for (person, actor) in self.cast.iter_mut().enumerate() {
            // Of who has left the room a voice may still be heard, but nothing of a body.
            for noise in actor.figure.take_noises().into_iter().filter(|noise| !actor.away || matches!(noise, Noise::Murmur(_))) {
                if let Noise::Body(sound) = noise {
                    self.heard = Some((person, sound, CAPTIONED));
                }
                self.sounds.push(Heard { person, noise });
            }
        }
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&mut self, milliseconds: u32) {
        self.lively = self.lively.saturating_sub(milliseconds);
        self.cue(milliseconds);
        self.cast.iter_mut().for_each(|actor| actor.figure.advance(milliseconds));
        self.heard = self.heard.and_then(|(person, sound, left)| Some((person, sound, left.checked_sub(milliseconds)?)));
        self.listen_for_sounds();
    }

    fn cue(&mut self, mut passed: u32) {
        while let Some((wait, place, moved)) = self.cues.pop_front() {
            if wait > passed {
                self.cues.push_front((wait - passed, place, moved));
                return;
            }
            passed -= wait;
            self.perform(place, moved);
        }
    }

    fn perform(&mut self, place: usize, moved: Move) {
        if let Move::Silence(steps) = moved {
            self.cast.iter_mut().for_each(|actor| actor.figure.keep_silent(steps));
            return;
        }
        if let Move::Speak(..) = moved {
            let picture = self.cast.get(place).map(|actor| actor.picture);
            for (other, actor) in self.cast.iter_mut().enumerate() {
                // To the side on which the one who speaks sits; who speaks, speaks to the trainee, and who is in another picture
                // of a call has them on the screen before them.
                actor.figure.attend(match place.cmp(&other) {
                    std::cmp::Ordering::Less if picture == Some(actor.picture) => -1.0,
                    std::cmp::Ordering::Greater if picture == Some(actor.picture) => 1.0,
                    _ => 0.0,
                });
            }
        }
        if let Move::Speak(_, cue) | Move::Rest(cue) = moved {
            self.turn(place, cue.camera);
        }
        if let (Move::Away(away), Some(actor)) = (moved, self.cast.get_mut(place)) {
            actor.away = away;
        }
        let Some(figure) = self.cast.get_mut(place).map(|actor| &mut actor.figure) else { return };
        match moved {
            Move::Show(face, leak, posture) => {
                figure.show(face, leak);
                figure.sit(posture);
                self.lively = self.lively.max(TURNING);
            }
            Move::Speak(milliseconds, cue) => {
                self.lively = self.lively.max(milliseconds);
                // A sigh comes before the words that go with it.
                act(figure, cue);
                figure.speak(milliseconds);
            }
            Move::Rest(cue) => {
                self.lively = self.lively.max(if cue.is_none() { 0 } else { GESTURE });
                act(figure, cue);
            }
            Move::Silence(_) | Move::Away(_) => {}
        }
    }

    /// The camera before which somebody sits is turned, for all who are in its picture.
    fn turn(&mut self, place: usize, camera: Option<Camera>) {
        let (Some(camera), Some(picture)) = (camera, self.cast.get(place).map(|actor| actor.picture)) else { return };
        self.cast.iter_mut().filter(|actor| actor.picture == picture).for_each(|actor| actor.turn(camera));
    }

    /// What the camera shows before which each of the people sits in a call.
    pub fn cameras(&self) -> Vec<Camera> {
        self.cast.iter().map(|actor| actor.camera).collect()
    }

    /// How much moves of what is seen.
    pub fn liveliness(&self) -> Liveliness {
        let moving = self.cast.iter().any(|actor| actor.is_seen() && actor.held.is_none() && actor.figure.is_moving());
        match moving {
            true if self.lively > 0 || !self.cues.is_empty() => Liveliness::Lively,
            true => Liveliness::Stirring,
            false => Liveliness::Resting,
        }
    }

    /// What was to be heard since this was last asked.
    pub fn take_sounds(&mut self) -> Vec<Heard> {
        std::mem::take(&mut self.sounds)
    }

    /// What was just heard of a body, and of which of the people.
    pub fn heard(&self) -> Option<(usize, Sound)> {
        self.heard.map(|(person, sound, _)| (person, sound))
    }

    /// What is seen of each of the people now; nothing where their camera is dark, or they are not there.
    pub fn seen(&self) -> Vec<Option<Seen>> {
        self.cast.iter().map(|actor| actor.is_seen().then(|| actor.seen())).collect()
    }

    /// What the music follows: the faces that are shown and how everybody sits, and nothing that is hidden. Where nobody is
    /// seen, it stays with what was seen last.
    pub fn mood(&self) -> Mood {
        let nobody = !self.cast.iter().any(Actor::is_seen);
        let shown = self.cast.iter().filter(|actor| nobody || actor.is_seen());
        let moods: Vec<(i32, i32, i32)> = shown.map(Actor::mood).collect();
        let mean = |part: fn(&(i32, i32, i32)) -> i32| moods.iter().map(part).sum::<i32>() / (moods.len().max(1) as i32);
        Mood { valence: mean(|mood| mood.0), arousal: mean(|mood| mood.1), alliance: mean(|mood| mood.2) }
    }

    /// Milliseconds until somebody blinks, looks elsewhere, or does what comes next.
    pub fn until_next(&self) -> u32 {
        let cue = self.cues.front().map(|(wait, ..)| *wait);
        self.cast.iter().map(|actor| actor.figure.until_next()).chain(cue).min().unwrap_or(u32::MAX)
    }

    /// Who sits there.
    pub fn characters(&self) -> &Arc<[Character]> {
        &self.characters
    }

    /// How each of them holds themselves, as far as it is seen now: nothing of it where their camera is dark, or they are not there.
    pub fn poses(&self) -> Vec<Option<Pose>> {
        let pose = |actor: &Actor| actor.held.as_ref().map_or_else(|| actor.figure.pose(), |held| held.pose);
        self.cast.iter().map(|actor| actor.is_seen().then(|| pose(actor))).collect()
    }
}

fn act(figure: &mut Figure, cue: Cue) {
    if let Some(look) = cue.look {
        figure.look(look);
    }
    if let Some(gesture) = cue.does {
        figure.gesture(gesture);
    }
    if let Some(sound) = cue.sound {
        figure.sound(sound);
    }
}

/// True where two accounts look and sound alike in the room, whatever the words are.
pub fn plays_alike(one: &[Entry], other: &[Entry]) -> bool {
    one.iter().filter_map(played).eq(other.iter().filter_map(played))
}

/// The kind of an entry, whose or which it is, what is done with it, and all of one that has no words.
type Played<'a> = (Discriminant<Entry>, &'a str, Option<Cue>, Option<&'a Entry>);

/// What of an entry is played: all of it but the words.
fn played(entry: &Entry) -> Option<Played<'_>> {
    let (name, cue, whole) = match entry {
        Entry::Turn(turn) => (turn.answer().reply.as_str(), None, None),
        Entry::Said { person, cue, .. } | Entry::Seen { person, cue, .. } => (person.as_str(), Some(*cue), None),
        Entry::Blocked { fact, .. } => (fact.as_str(), None, None),
        Entry::Absent { .. } | Entry::Face { .. } | Entry::Paused { .. } => ("", None, Some(entry)),
        _ => return None,
    };
    Some((discriminant(entry), name, cue, whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portrait::voice::Manner;
    use crate::script::appearance::Appearance;
    use crate::script::codes::Codes;
    use crate::script::turn::{Offer, Turn};

    fn stage() -> Stage {
        with_pictures(&[0, 0])
    }

    /// Noor, Ben and Sam, as far as there is a picture for each.
    fn with_pictures(pictures: &[usize]) -> Stage {
        let person = |id: &str| (id.to_string(), Character::of(id, 40, &Appearance::default()));
        Stage::of(["noor", "ben", "sam"].map(person).into_iter().take(pictures.len()), pictures, 1)
    }

    fn said(person: &str, cue: Cue) -> Entry {
        Entry::Said { person: person.into(), name: String::new(), text: "Are you there?".into(), cue }
    }

    fn camera(camera: Camera) -> Cue {
        Cue { camera: Some(camera), ..Cue::default() }
    }

    fn faces(stage: &Stage) -> Vec<Face> {
        stage.cast.iter().map(|actor| actor.figure.face()).collect()
    }

    fn entries() -> Vec<Entry> {
        let face = |person: &str, face| Entry::Face { person: person.into(), face, leak: None, posture: Posture::Settled };
        let said =
            |person: &str| Entry::Said { person: person.into(), name: String::new(), text: "Nothing, really.".into(), cue: Cue::default() };
        vec![face("noor", Face::Warm), said("noor"), Entry::Paused { seconds: 4 }, face("ben", Face::Sad), said("ben")]
    }

    #[test]
    fn each_is_seen_when_their_turn_comes() {
        let mut stage = stage();
        stage.play(&entries());
        assert_eq!(faces(&stage), [Face::Warm, Face::Calm]);
        assert_eq!(stage.liveliness(), Liveliness::Lively);
        stage.advance(1_000);
        assert_eq!(faces(&stage), [Face::Warm, Face::Calm]);
        stage.advance(4_000);
        assert_eq!(faces(&stage), [Face::Warm, Face::Sad]);
        assert!(stage.cues.is_empty());
    }

    #[test]
    fn a_reply_does_not_wait_for_what_is_still_being_played() {
        let mut stage = stage();
        stage.play(&entries());
        stage.play(&[]);
        assert!(stage.cues.is_empty());
        assert_eq!(faces(&stage), [Face::Warm, Face::Sad]);
    }

    #[test]
    fn who_speaks_is_heard_once() {
        let murmur = |person, manner| Heard { person, noise: Noise::Murmur(manner) };
        let mut stage = stage();
        stage.play(&entries());
        stage.advance(10);
        assert_eq!(stage.take_sounds(), [murmur(0, Manner::Soft)]);
        stage.advance(5_000);
        assert_eq!(stage.take_sounds()[..1], [murmur(1, Manner::Heavy)]);
        stage.take_sounds();
        stage.reduced_motion(true);
        stage.play(&entries());
        assert_eq!(stage.take_sounds(), [murmur(1, Manner::Heavy)], "stillness is not silence, and nobody speaks over another");
    }

    fn answered() -> Entry {
        let codes =
            Codes { skill: Skill::Silence, empathy: None, goal: Vec::new(), boundary: None, safety: Vec::new(), repair: None, body: None };
        let offer = Offer {
            reply: "stay".into(),
            text: "Stay.".into(),
            deed: true,
            codes,
            with: Vec::new(),
            against: None,
            why: String::new(),
            source: None,
        };
        Entry::Turn(Turn { number: 1, offered: vec![offer], bearable: 1, ..Turn::default() })
    }

    #[test]
    fn an_hour_that_is_gone_on_with_is_not_heard_again_from_its_beginning() {
        let mut stage = stage();
        let mut account = entries();
        account.extend([answered(), Entry::Paused { seconds: 2 }]);
        stage.take_up(&account);
        assert_eq!(faces(&stage), [Face::Warm, Face::Sad]);
        stage.advance(900);
        assert_eq!(stage.take_sounds(), []);
        assert_eq!(stage.silences, 1);
    }

    #[test]
    fn a_sigh_comes_before_the_words_that_go_with_it() {
        let mut stage = stage();
        let cue = Cue { sound: Some(Sound::Sigh), ..Cue::default() };
        let said = Entry::Said { person: "noor".into(), name: String::new(), text: "Well.".into(), cue };
        stage.play(std::slice::from_ref(&said));
        stage.advance(10);
        let both = [Noise::Body(Sound::Sigh), Noise::Murmur(Manner::Plain)].map(|noise| Heard { person: 0, noise });
        assert_eq!(stage.take_sounds(), both);
        stage.reduced_motion(true);
        stage.play(&[said]);
        assert_eq!(stage.take_sounds(), both, "stillness is for the eye");
    }

    #[test]
    fn what_a_body_does_can_be_read_for_a_while() {
        let mut stage = stage();
        let cue = Cue { sound: Some(Sound::Sigh), ..Cue::default() };
        stage.play(&[Entry::Seen { person: "ben".into(), text: String::new(), cue }]);
        stage.advance(100);
        assert_eq!(stage.heard(), Some((1, Sound::Sigh)));
        stage.advance(6_000);
        assert_eq!(stage.heard(), None);
    }

    #[test]
    fn the_music_follows_what_is_shown_and_never_what_is_hidden() {
        let mut stage = stage();
        let before = stage.mood();
        let face = |face, leak, posture| [Entry::Face { person: "noor".into(), face, leak, posture }];
        stage.play(&face(Face::Warm, None, Posture::Settled));
        stage.advance(3_000);
        let warm = stage.mood();
        assert!(warm.valence > before.valence);
        stage.play(&face(Face::Warm, Some(Face::Crying), Posture::Settled));
        stage.advance(3_000);
        assert_eq!(stage.mood(), warm);
        stage.play(&face(Face::Warm, None, Posture::Open));
        assert!(stage.mood().alliance > warm.alliance);
    }

    #[test]
    fn who_listens_turns_to_who_speaks() {
        let mut stage = stage();
        stage.play(&entries());
        stage.advance(600);
        let across = |stage: &Stage| stage.poses().into_iter().map(|pose| pose.unwrap().gaze_across).collect::<Vec<_>>();
        assert!(across(&stage)[1] < -0.5, "Ben sits to the right of her and looks left: {:?}", across(&stage));
        assert!(across(&stage)[0].abs() < 0.5);
        let mut apart = with_pictures(&[0, 1]);
        apart.play(&entries());
        apart.advance(600);
        assert!(across(&apart)[1].abs() < 0.5, "nobody sits beside him");
    }

    #[test]
    fn what_is_written_for_a_moment_is_seen() {
        let mut stage = stage();
        let cue = Cue { look: Some(Look::Clock), does: Some(Gesture::RaiseBrow), ..Cue::default() };
        stage.play(&[Entry::Seen { person: "noor".into(), text: String::new(), cue }]);
        let before = stage.poses();
        stage.advance(450);
        let after = stage.poses();
        let (before, after) = (before[0].unwrap(), after[0].unwrap());
        assert!(after.gaze_down < -0.5);
        assert_ne!(before.actions, after.actions);
    }

    fn turned(to: Camera) -> [Entry; 2] {
        let face = Entry::Face { person: "noor".into(), face: Face::Sad, leak: None, posture: Posture::Settled };
        [face, said("noor", camera(to))]
    }

    #[test]
    fn a_picture_that_has_frozen_stays_while_words_go_on() {
        let mut stage = stage();
        stage.play(&turned(Camera::Frozen));
        stage.advance(20);
        assert_eq!(stage.cameras(), [Camera::Frozen; 2]);
        assert_eq!(seen(&stage)[0], Some(Face::Sad));
        let (poses, mood) = (stage.poses(), stage.mood());
        assert_eq!(stage.take_sounds().len(), 1, "she is heard");
        let angry = Entry::Face { person: "noor".into(), face: Face::Angry, leak: None, posture: Posture::Open };
        stage.play(&[angry]);
        stage.advance(3_000);
        assert_eq!((stage.poses(), stage.mood(), stage.liveliness()), (poses, mood, Liveliness::Resting));
        assert_eq!(seen(&stage)[0], Some(Face::Sad));
        stage.play(&turned(Camera::On)[1..]);
        stage.advance(3_000);
        assert_eq!((stage.cameras()[0], seen(&stage)[0]), (Camera::On, Some(Face::Angry)));
    }

    fn seen(stage: &Stage) -> Vec<Option<Face>> {
        stage.seen().into_iter().map(|seen| seen.map(|(face, ..)| face)).collect()
    }

    #[test]
    fn who_has_left_the_room_is_not_seen_until_they_are_back() {
        let mut stage = with_pictures(&[0, 0, 0]);
        let absent = |away| Entry::Absent { person: "ben".into(), away };
        stage.play(&[absent(true), said("noor", Cue::default())]);
        stage.advance(10);
        assert_eq!(stage.poses().iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
        assert_eq!(seen(&stage)[1], None);
        stage.play(&[absent(false)]);
        assert_eq!(seen(&stage)[1], Some(Face::Calm));
    }

    #[test]
    fn a_camera_is_that_of_one_picture_and_of_all_who_share_it() {
        let mut stage = with_pictures(&[0, 1, 1]);
        stage.play(&[said("noor", camera(Camera::Dark)), said("ben", Cue::default())]);
        stage.advance(1_000);
        assert_eq!(stage.cameras(), [Camera::Dark, Camera::On, Camera::On]);
        assert_eq!(seen(&stage), [None, Some(Face::Calm), Some(Face::Calm)]);
        assert_eq!(stage.liveliness(), Liveliness::Lively, "the others are there");
        let before = stage.mood();
        let face = |person: &str, face| Entry::Face { person: person.into(), face, leak: None, posture: Posture::Settled };
        stage.play(&[face("noor", Face::Crying)]);
        stage.advance(3_000);
        assert_eq!(stage.mood(), before, "she is not seen");
        stage.play(&[face("sam", Face::Warm), said("sam", camera(Camera::Frozen)), face("ben", Face::Angry)]);
        stage.advance(10_000);
        assert_eq!(stage.cameras(), [Camera::Dark, Camera::Frozen, Camera::Frozen]);
        assert_eq!(seen(&stage), [None, Some(Face::Calm), Some(Face::Warm)]);
        assert_eq!(stage.liveliness(), Liveliness::Resting);
        let (held, mood) = (stage.poses(), stage.mood());
        assert!(mood.valence > before.valence);
        stage.play(&[said("noor", camera(Camera::On))]);
        stage.advance(3_000);
        assert_eq!(seen(&stage), [Some(Face::Crying), Some(Face::Calm), Some(Face::Warm)]);
        assert_eq!(stage.poses()[1..], held[1..]);
        assert!(stage.mood().valence < mood.valence);
    }

    #[test]
    fn nobody_is_seen_where_the_camera_is_dark_and_an_hour_is_taken_up_so() {
        for camera in [Camera::Dark, Camera::Frozen] {
            let mut account = turned(camera).to_vec();
            account.push(answered());
            let (mut sat, mut again) = (stage(), stage());
            sat.play(&account);
            sat.advance(10_000);
            again.take_up(&account);
            assert_eq!((again.cameras(), again.poses(), again.seen()), (vec![camera; 2], sat.poses(), sat.seen()));
            assert_eq!(again.poses()[0].is_none(), camera == Camera::Dark);
        }
    }

    #[test]
    fn without_motion_the_last_faces_are_there_at_once_and_stay() {
        let mut stage = stage();
        stage.reduced_motion(true);
        stage.play(&entries());
        assert_eq!(faces(&stage), [Face::Warm, Face::Sad]);
        let poses = stage.poses();
        stage.advance(10_000);
        assert_eq!(stage.poses(), poses);
        assert_eq!(stage.liveliness(), Liveliness::Resting);
    }
}
