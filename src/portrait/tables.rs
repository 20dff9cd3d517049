//! The tables that people move by: states of the face, and what is done besides.

use std::sync::LazyLock;

use super::moment::Moments;
use super::state::{State, states};
use crate::script::face::Face;
use crate::script::parse::sound;

const STATES: &str = include_str!("../../assets/portrait/states.ron");
const MOMENTS: &str = include_str!("../../assets/portrait/moments.ron");

/// Everything that a figure moves by.
#[derive(Debug)]
pub struct Tables {
    states: Vec<State>,
    pub moments: Moments,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| sound(Tables::read(STATES, MOMENTS)));

impl Tables {
    /// Those of the program.
    pub fn built_in() -> &'static Tables {
        &TABLES
    }

    fn read(states_text: &str, moments: &str) -> ron::error::SpannedResult<Tables> {
        Ok(Tables { states: states(states_text)?, moments: Moments::read(moments)? })
    }

    /// What a face is made of.
    #[expect(clippy::indexing_slicing, reason = "there is a state for every face, in their order: a test reads them")]
    pub fn state(&self, face: Face) -> &State {
        &self.states[face as usize]
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::string_slice, reason = "a slip fails the test")]
pub(super) mod tests {
    use super::*;
    use crate::portrait::moment::Silence;
    use crate::portrait::{DisplayRules, Figure, Noise, Pose};
    use crate::script::face::{Gesture, Look, Posture};

    #[test]
    fn every_word_stands_in_its_table_once() {
        let faces: Vec<Face> = TABLES.states.iter().map(|state| state.face).collect();
        assert_eq!(faces, Face::ALL);
        let (silences, looks, gestures, postures) = TABLES.moments.words();
        assert_eq!((silences.as_slice(), looks.as_slice()), (Silence::ALL, Look::ALL));
        assert_eq!((gestures.as_slice(), postures.as_slice()), (Gesture::ALL, Posture::ALL));
    }

    #[test]
    fn a_gesture_begins_and_ends_where_the_person_was() {
        for gesture in Gesture::ALL {
            let deed = TABLES.moments.deed(*gesture);
            assert_eq!(deed.at(0.0), Some(Default::default()), "{gesture:?}");
            let last = deed.at(deed.lasts - 1.0).unwrap();
            assert!(last.head.iter().all(|angle| angle.abs() < 0.2), "{gesture:?}");
            assert_eq!(deed.at(deed.lasts), None);
        }
    }

    /// Every number of a text, with the entry (counted from 0) that it stands in: an entry begins with one of the marks.
    pub fn numbers(text: &str, marks: &[&str]) -> Vec<(usize, std::ops::Range<usize>)> {
        let mut found = Vec::new();
        let (mut entry, mut at) = (0, 0);
        for line in text.split_inclusive('\n') {
            let code = line.split("//").next().unwrap_or_default();
            entry += usize::from(marks.iter().any(|mark| code.contains(mark)));
            let mut start = None;
            for (place, letter) in code.char_indices().chain([(code.len(), ' ')]) {
                let part = letter.is_ascii_digit() || letter == '.' || letter == '-';
                match start {
                    None if part => start = Some(place),
                    Some(from) if !part => {
                        found.push((entry.saturating_sub(1), at + from..at + place));
                        start = None;
                    }
                    _ => {}
                }
            }
            at += line.len();
        }
        found
    }

    /// A text with one of its numbers made another.
    pub fn changed(text: &str, place: std::ops::Range<usize>) -> String {
        let written = &text[place.clone()];
        let number: f64 = written.parse().unwrap();
        let other = match (written.contains('.'), number) {
            (false, 0.0) => "5".into(),
            (true, 0.0) => "0.3".into(),
            (false, _) if number.abs() > 2.0 => format!("{}", (number * 0.7).round()),
            _ => format!("{:.4}", number * 0.7),
        };
        format!("{}{other}{}", &text[..place.start], &text[place.end..])
    }

    /// A moment of somebody: what is seen, what is heard, and the mood that the music follows.
    type Lived = (Pose, Vec<Noise>, (i32, i32, i32));

    /// What is seen and heard of somebody who does everything that one entry of the states or of the moments is about.
    fn lived(tables: &'static Tables, seed: u64, script: &[Step]) -> Vec<Lived> {
        let mut figure = Figure::with(tables, seed, DisplayRules { gain: 1.0, tell: None });
        figure.beside(1.0);
        let mut lived = Vec::new();
        for step in script {
            match *step {
                Step::Face(face) => figure.show(face, None),
                Step::Silence(steps) => figure.keep_silent(steps),
                Step::Look(look) => figure.look(look),
                Step::Gesture(gesture) => figure.gesture(gesture),
                Step::Posture(posture) => figure.sit(posture),
            }
            // Closely while it comes on, and then for a minute.
            for milliseconds in std::iter::repeat_n(40, 60).chain(std::iter::repeat_n(200, 290)) {
                figure.advance(milliseconds);
                lived.push((figure.pose(), figure.take_noises(), figure.mood()));
            }
        }
        lived
    }

    #[derive(Clone, Copy)]
    enum Step {
        Face(Face),
        Silence(u8),
        Look(Look),
        Gesture(Gesture),
        Posture(Posture),
    }

    /// Every number of a table decides something that is seen or heard.
    fn every_number_tells(text: &str, marks: &[&str], script: impl Fn(usize) -> Vec<Step>, read: impl Fn(&str) -> Tables) {
        for (entry, place) in numbers(text, marks) {
            let script = script(entry);
            let other: &'static Tables = Box::leak(Box::new(read(&changed(text, place.clone()))));
            let line = text[..place.start].matches('\n').count() + 1;
            // What happens seldom may need another chance.
            let seen = (0..20).any(|seed| lived(&TABLES, seed, &script) != lived(other, seed, &script));
            assert!(seen, "line {line}: {} changes nothing", &text[place]);
        }
    }

    #[test]
    fn every_number_of_a_state_is_seen() {
        let script = |entry: usize| {
            let face = Face::ALL[entry];
            let (first, other) = (if face == Face::Calm { Face::Sad } else { face }, Face::Engaged);
            vec![Step::Face(first), Step::Face(face), Step::Face(other), Step::Face(Face::Calm)]
        };
        every_number_tells(STATES, &["face:"], script, |text| Tables::read(text, MOMENTS).unwrap());
    }

    #[test]
    fn every_number_of_a_moment_is_seen() {
        let kinds = [Silence::ALL.len(), Look::ALL.len(), Gesture::ALL.len(), Posture::ALL.len()];
        let script = |entry: usize| {
            let [silences, looks, gestures, _] = kinds;
            if entry < silences {
                let with = |face: &&Face| TABLES.state(**face).silence == Silence::ALL[entry];
                let face = Face::ALL.iter().find(with).unwrap();
                vec![Step::Face(*face), Step::Silence(0), Step::Silence(3)]
            } else if entry < silences + looks {
                vec![Step::Look(Look::ALL[entry - silences])]
            } else if entry < silences + looks + gestures {
                vec![Step::Gesture(Gesture::ALL[entry - silences - looks])]
            } else {
                let posture = Posture::ALL[entry - silences - looks - gestures];
                let other = if posture == Posture::Open { Posture::Closed } else { Posture::Open };
                vec![Step::Posture(other), Step::Posture(posture)]
            }
        };
        let read = |text: &str| Tables::read(STATES, text).unwrap();
        every_number_tells(MOMENTS, &["(silence:", "(look:", "(gesture:", "(posture:"], script, read);
    }
}
