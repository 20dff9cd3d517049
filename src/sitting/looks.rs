//! How people look, in words, for whoever can't see them: what is seen, never what it means.

use std::collections::BTreeMap;

use crate::script::face::{Camera, Face, Posture};
use crate::script::model::Case;
use crate::session::account::Entry;
use crate::texts::{capital, text, text_with, word};

/// What was seen of each person so far, so that only what changes is told.
#[derive(Clone, Debug, Default)]
pub struct Looks {
    /// By id: what they are called, where there are several.
    names: BTreeMap<String, Option<String>>,
    shown: BTreeMap<String, Look>,
    /// What has changed and nothing has been said or seen since.
    pending: BTreeMap<String, Look>,
    cameras: Cameras,
}

/// What the cameras of a call were seen to do so far.
#[derive(Clone, Debug, Default)]
pub struct Cameras {
    /// By id: the picture that somebody is seen in.
    pictures: BTreeMap<String, usize>,
    /// By picture: who is in it, where there are several.
    names: Vec<String>,
    shown: BTreeMap<usize, Camera>,
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
        seen(self.face, self.leak.is_some())
    }
}

/// What is seen of a face; one that is worn over another joins no eyes in its smile.
pub fn seen(face: Face, worn: bool) -> String {
    match (face, worn) {
        (Face::Warm, true) => text("seen-worn"),
        (face, _) => word("seen", face),
    }
}

/// A sentence of what is seen or heard of somebody, with their name where it has to be told.
pub fn sentence(name: Option<&str>, parts: &[String]) -> String {
    let parts = parts.join(&text("seen-and"));
    match name {
        Some(name) => format!("{name}: {parts}."),
        None => format!("{}.", capital(&parts)),
    }
}

impl Cameras {
    pub fn of(case: &Case) -> Cameras {
        let pictures = case.pictures();
        let mut names: Vec<String> = Vec::new();
        for (person, picture) in case.people.iter().zip(&pictures) {
            match names.get_mut(*picture) {
                Some(others) => others.extend([", ", &person.name]),
                None => names.push(person.name.clone()),
            }
        }
        Cameras { pictures: case.people.iter().map(|person| person.id.clone()).zip(pictures).collect(), names, ..Cameras::default() }
    }

    fn picture(&self, person: &str) -> usize {
        self.pictures.get(person).copied().unwrap_or_default()
    }

    fn shows(&self, person: &str) -> Camera {
        self.shown.get(&self.picture(person)).copied().unwrap_or_default()
    }

    /// Turns a camera as an entry says; what is to be told of it, where it does something else than before.
    pub fn follow(&mut self, entry: &Entry) -> Option<String> {
        let (camera, person) = entry.camera()?;
        let before = self.shown.insert(self.picture(person), camera).unwrap_or_default();
        (camera != before).then(|| self.told(person, camera))
    }

    /// What the camera does that somebody sits before, in words, and whose it is where there are several.
    pub fn told(&self, person: &str, camera: Camera) -> String {
        let name = self.names.get(self.picture(person)).filter(|_| self.names.len() > 1);
        sentence(name.map(String::as_str), &[word("camera", camera)])
    }
}

impl Looks {
    pub fn of(case: &Case) -> Looks {
        let people = &case.people;
        let names = people.iter().map(|person| (person.id.clone(), (people.len() > 1).then(|| person.name.clone()))).collect();
        Looks { names, cameras: Cameras::of(case), ..Looks::default() }
    }

    /// What is to be told before this entry is.
    pub fn before(&mut self, entry: &Entry) -> Vec<String> {
        match entry {
            Entry::Face { person, face, leak, posture } => {
                let leak = leak.filter(|_| self.cameras.shows(person) == Camera::On);
                self.pending.insert(person.clone(), Look { face: *face, leak, posture: *posture });
                Vec::new()
            }
            Entry::Said { person, cue, .. } | Entry::Seen { person, cue, .. } => {
                let heard = cue.sound.map(|sound| self.named(person, &[word("sound", sound)]));
                // The face that comes with the line is the last that is seen before the picture goes, or the first once it is back.
                let mut told = self.settle();
                if let Some(turned) = self.cameras.follow(entry) {
                    told.push(turned);
                    told.extend(self.settle());
                }
                told.into_iter().chain(heard).collect()
            }
            entry if entry.shown().is_some() => self.settle(),
            _ => Vec::new(),
        }
    }

    /// What is to be told once there is nothing more to come.
    pub fn settle(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        for (person, look) in std::mem::take(&mut self.pending) {
            // What can't be seen is told when it can be, as it is then.
            if self.cameras.shows(&person) != Camera::On {
                self.pending.insert(person, look);
                continue;
            }
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
                told.push(self.named(&person, &seen));
            }
        }
        told
    }

    fn named(&self, person: &str, parts: &[String]) -> String {
        sentence(self.names.get(person).and_then(Option::as_deref), parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::face::Cue;
    use crate::script::voicing::Sound;

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
        let cue = Cue { sound: Some(Sound::Sigh), ..Cue::default() };
        let sighs = Entry::Seen { person: "noor".into(), text: String::new(), cue };
        assert_eq!(looks.before(&sighs), ["Sighs."]);
    }

    #[test]
    fn who_sits_before_another_camera_is_still_seen() {
        let cameras = Cameras {
            pictures: [("noor", 0), ("ben", 1), ("sam", 1)].map(|(id, picture)| (id.to_string(), picture)).into(),
            names: ["Noor", "Ben, Sam"].map(String::from).into(),
            ..Cameras::default()
        };
        let mut looks = Looks { cameras, ..Looks::default() };
        let cue = Cue { camera: Some(Camera::Dark), ..Cue::default() };
        let seen = |person: &str, cue| Entry::Seen { person: person.into(), text: String::new(), cue };
        assert_eq!(looks.before(&seen("sam", cue)), ["Ben, Sam: the camera is off."]);
        let sad = |person: &str| Entry::Face { person: person.into(), face: Face::Sad, leak: None, posture: Posture::Settled };
        looks.before(&sad("ben"));
        assert!(looks.settle().is_empty());
        looks.before(&sad("noor"));
        assert_eq!(looks.settle(), ["Eyes down, the corners of the mouth down."]);
        assert!(looks.before(&seen("ben", cue)).is_empty(), "it is dark already");
        let on = Cue { camera: Some(Camera::On), ..Cue::default() };
        assert_eq!(looks.before(&seen("ben", on)), ["Ben, Sam: the picture is back.", "Eyes down, the corners of the mouth down."]);
    }

    #[test]
    fn what_the_camera_does_is_told_and_nothing_that_it_hides() {
        let mut looks = Looks::default();
        let said =
            |camera| Entry::Said { person: "noor".into(), name: String::new(), text: String::new(), cue: Cue { camera, ..Cue::default() } };
        looks.before(&face(Face::Sad, None, Posture::Settled));
        let told = looks.before(&said(Some(Camera::Frozen)));
        assert_eq!(told, ["Eyes down, the corners of the mouth down.", "The picture has frozen."]);
        looks.before(&face(Face::Angry, Some(Face::Crying), Posture::Settled));
        assert!(looks.before(&said(None)).is_empty() && looks.settle().is_empty());
        assert_eq!(looks.before(&said(Some(Camera::Dark))), ["The camera is off."]);
        assert!(looks.before(&said(Some(Camera::Dark))).is_empty());
        let back = looks.before(&said(Some(Camera::On)));
        assert_eq!(back, ["The picture is back.", "Brows down hard, narrow eyes fixed on you."]);
    }
}
