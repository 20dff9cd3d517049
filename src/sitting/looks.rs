//! How people look, in words, for whoever can't see them: what is seen, never what it means.

use std::collections::BTreeMap;

use crate::script::face::{Face, Posture};
use crate::script::model::Person;
use crate::session::account::Entry;
use crate::texts::{text, text_with, word};

/// What was seen of each person so far, so that only what changes is told.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    /// By id: what they are called, where there are several.
    names: BTreeMap<String, Option<String>>,
    shown: BTreeMap<String, Look>,
    /// What has changed and nothing has been said or seen since.
    pending: BTreeMap<String, Look>,
}

/// A face, with what leaked out before it, and how they sit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Look {
    face: Face,
    leak: Option<Face>,
    posture: Posture,
}

impl Look {
    fn face(self) -> String {
        match (self.face, self.leak) {
            // A smile that is put on stays on the mouth.
            (Face::Warm, Some(_)) => text("seen-worn"),
            (face, _) => word("seen", face),
        }
    }
}

impl Looks {
    pub fn of(people: &[Person]) -> Looks {
        let name = |person: &Person| (people.len() > 1).then(|| person.name.clone());
        Looks { names: people.iter().map(|person| (person.id.clone(), name(person))).collect(), ..Looks::default() }
    }

    /// Takes note of a whole account without telling of it.
    pub fn read(&mut self, entries: &[Entry]) {
        entries.iter().for_each(|entry| {
            self.before(entry);
        });
        self.settle();
    }

    /// What is to be told before this entry is.
    pub fn before(&mut self, entry: &Entry) -> Vec<String> {
        match entry {
            Entry::Face { person, face, leak, posture } => {
                self.pending.insert(person.clone(), Look { face: *face, leak: *leak, posture: *posture });
                Vec::new()
            }
            entry if entry.shown().is_some() => self.settle(),
            _ => Vec::new(),
        }
    }

    /// What is to be told once there is nothing more to come.
    pub fn settle(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        for (person, look) in std::mem::take(&mut self.pending) {
            let before = self.shown.insert(person.clone(), look).unwrap_or_default();
            let mut seen = Vec::new();
            match look.leak {
                Some(leak) if before.leak != look.leak || before.face != look.face => {
                    seen.push(text_with("seen-leak", &[("leak", word("seen", leak).into()), ("face", look.face().into())]));
                }
                None if before.face != look.face || before.leak.is_some() => seen.push(look.face()),
                _ => {}
            }
            if before.posture != look.posture {
                seen.push(word("sits", look.posture));
            }
            if !seen.is_empty() {
                told.push(self.named(&person, &seen.join(&text("seen-and"))));
            }
        }
        told
    }

    /// How everybody looks now.
    pub fn now(&self) -> String {
        let one = |(person, look): (&String, &Look)| self.named(person, &[look.face(), word("sits", look.posture)].join(&text("seen-and")));
        self.shown.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    /// What the faces that show may mean, in a word each.
    pub fn meant(&self) -> String {
        let one = |(person, look): (&String, &Look)| self.named(person, &word("face", look.face));
        self.shown.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    /// What somebody was heard to do, with their name where there are several.
    pub fn named(&self, person: &str, seen: &str) -> String {
        match self.names.get(person).and_then(Option::as_ref) {
            Some(name) => format!("{name}: {seen}."),
            None => {
                let mut letters = seen.chars();
                let first = letters.next().map(char::to_uppercase);
                format!("{}{}.", first.into_iter().flatten().collect::<String>(), letters.as_str())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(face: Face, leak: Option<Face>, posture: Posture) -> Entry {
        Entry::Face { person: "noor".into(), face, leak, posture }
    }

    #[test]
    fn what_changes_is_told_once_and_before_the_words_that_go_with_it() {
        let mut looks = Looks::default();
        let said = Entry::Paused { seconds: 3 };
        assert!(looks.before(&face(Face::Engaged, None, Posture::Settled)).is_empty());
        assert!(looks.before(&face(Face::Sad, None, Posture::Settled)).is_empty());
        assert_eq!(looks.before(&said), ["Eyes down, the corners of the mouth down."]);
        assert!(looks.before(&said).is_empty());
        assert!(looks.before(&face(Face::Sad, None, Posture::Settled)).is_empty());
        assert!(looks.settle().is_empty());
        looks.before(&face(Face::Polite, Some(Face::Sad), Posture::Closed));
        let told = looks.settle();
        assert!(told[0].contains("For a moment") && told[0].contains("small smile") && told[0].contains("back in the chair"), "{told:?}");
        assert!(looks.now().contains("small smile"));
    }
}
