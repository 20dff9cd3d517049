//! What an author writes: a case with its people and facts, and its scenes made of beats and replies.

use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::appearance::Appearance;
use super::codes::*;
use super::face::{Camera, Face, Gesture, Look};
use super::feeling::Feeling;
use super::voicing::{Sound, Voicing};

/// `case.ron`: who comes, why, and what the hour teaches.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Lower-case word, the same as the folder's name.
    pub id: String,
    /// The tag of the language that its texts are written in.
    #[serde(default = "english")]
    pub language: String,
    pub title: String,
    pub format: Format,
    pub setting: Setting,
    pub lens: Lens,
    /// 1 (a first case) to 5.
    pub difficulty: u8,
    /// What a trainee can learn here.
    pub learning_goals: Vec<String>,
    /// What a reader should know before the start, in plain words; empty when there is nothing.
    pub content_notes: Vec<ContentNote>,
    /// The note that the trainee reads before the hour.
    pub referral: String,
    /// Read after the hour, whatever happened in it.
    pub aftercare: String,
    pub author: String,
    /// Which clinician looked at it and when; "none yet" while none has.
    pub review: String,
    pub licence: String,
    pub sources: Vec<String>,
    pub people: Vec<Person>,
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// Which events are functionally related to the present trouble.
    #[serde(default)]
    pub formulation: Vec<Link>,
    /// The time of day at which an hour begins, such as "16:30"; by lot where left out.
    #[serde(default)]
    pub begins: Option<String>,
    /// In order.
    pub sessions: Vec<Planned>,
}

/// A time of day such as 16:30, in minutes after midnight.
pub fn time_of_day(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |text: &str, most: usize| !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(hours, 2) || !digits(minutes, 2) || minutes.len() < 2 {
        return None;
    }
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    (hours < 24 && minutes < 60).then_some(hours.saturating_mul(60).saturating_add(minutes))
}

fn english() -> String {
    "en".into()
}

impl Case {
    /// The content notes whose topic can be left out, in the author's order: their places are the topics' numbers.
    pub fn topics(&self) -> impl Iterator<Item = (&str, &ContentNote)> {
        self.content_notes.iter().filter_map(|note| Some((note.topic.as_deref()?, note)))
    }

    /// The picture that each of the people is seen in, counted from 0: in a call those who sit before one camera share one, in
    /// an office all do.
    pub fn pictures(&self) -> Vec<usize> {
        let begins = |(place, person): (usize, &Person)| place > 0 && self.setting == Setting::Online && person.beside.is_none();
        let more = self.people.iter().enumerate().map(begins);
        more.scan(0, |picture, begins| {
            *picture = usize::saturating_add(*picture, begins.into());
            Some(*picture)
        })
        .collect()
    }

    /// What the trainee reads before a session (counted from 0), as it is written.
    pub fn note(&self, session: usize) -> &str {
        self.sessions.get(session).and_then(|planned| planned.note.as_deref()).unwrap_or(&self.referral)
    }

    /// One of the people, by their place.
    #[expect(clippy::indexing_slicing, reason = "the number of a person is their place, and is given where a bundle is put together")]
    pub fn person(&self, number: u8) -> &Person {
        &self.people[usize::from(number)]
    }

    /// One of the facts, by its place.
    #[expect(clippy::indexing_slicing, reason = "the number of a fact is its place, and is given where a bundle is put together")]
    pub fn fact(&self, number: u8) -> &Fact {
        &self.facts[usize::from(number)]
    }

    /// True once somebody looked at it. What begins like a no is none, however it goes on: a result must not say more than is so.
    pub fn is_reviewed(&self) -> bool {
        const NOT_YET: [&str; 12] =
            ["none", "no", "not", "nobody", "unreviewed", "pending", "n/a", "tbd", "todo", "nenhum", "nenhuma", "ainda"];
        let said = self.review.to_lowercase();
        let first = said.trim().split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '(' | '-')).next();
        first.is_some_and(|first| first.chars().any(char::is_alphabetic) && !NOT_YET.contains(&first))
    }
}

/// Something that comes up in the hour: a text, or with a topic that beats name and that can be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentNote {
    pub topic: Option<String>,
    pub note: String,
}

impl<'de> Deserialize<'de> for ContentNote {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct WithTopic {
            topic: String,
            note: String,
        }
        struct PlainOrWithTopic;
        impl<'de> Visitor<'de> for PlainOrWithTopic {
            type Value = ContentNote;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a text in quotation marks, or (topic: …, note: …)")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<ContentNote, E> {
                Ok(ContentNote { topic: None, note: fold(text) })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ContentNote, A::Error> {
                let WithTopic { topic, note } = WithTopic::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ContentNote { topic: Some(topic), note: fold(&note) })
            }
        }
        deserializer.deserialize_any(PlainOrWithTopic)
    }
}

/// A session of the course: the scene that is played, what may happen in the week before it, and what may have gone before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    /// The scene file, without `.scene.ron`.
    pub scene: String,
    /// What the trainee reads before it, instead of the referral.
    pub note: Option<String>,
    /// One of these has happened, drawn among those whose conditions held once the session before had settled.
    pub week: Vec<Happening>,
    /// How the session before may have ended, for whoever sits down to this one without having held that: one by the seed.
    pub supposed: Vec<Supposed>,
}

impl<'de> Deserialize<'de> for Planned {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct InFull {
            scene: String,
            #[serde(default)]
            note: Option<String>,
            #[serde(default)]
            week: Vec<Happening>,
            #[serde(default)]
            supposed: Vec<Supposed>,
        }
        struct NameOrInFull;
        impl<'de> Visitor<'de> for NameOrInFull {
            type Value = Planned;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("the name of a scene in quotation marks, or (scene: …, note: …, week: […], supposed: […])")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Planned, E> {
                Ok(Planned { scene: name.into(), ..Planned::default() })
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Planned, A::Error> {
                let InFull { scene, note, week, supposed } = InFull::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Planned { scene, note, week, supposed })
            }
        }
        deserializer.deserialize_any(NameOrInFull)
    }
}

/// Something that may happen in the week before a session.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Happening {
    /// Noted when it has happened.
    pub note: String,
    /// What it was in one sentence, for the debrief.
    pub what: String,
    /// Share of the draw, 1 to 100.
    pub weight: u8,
    /// What must have been so once the hour before had settled; nothing of a scene can be asked about here.
    #[serde(default)]
    pub when: Vec<Guard>,
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// How the session before may have ended.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supposed {
    /// How each of the people left, in the order of the case.
    pub people: Vec<Start>,
    #[serde(default)]
    pub told: Vec<String>,
    #[serde(default)]
    pub noted: Vec<String>,
}

/// Somebody in the room.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub id: String,
    pub name: String,
    /// Years, 15 to 99.
    pub age: u8,
    /// One sentence for the referral note and the screen reader.
    pub about: String,
    pub temperament: Temperament,
    pub start: Start,
    #[serde(default)]
    pub appearance: Appearance,
    #[serde(default)]
    pub voice: Voicing,
    /// In a call, somebody listed before them whose picture they are in too; without it they have one of their own.
    #[serde(default)]
    pub beside: Option<String>,
}

/// How this person takes things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Temperament {
    /// 0 to 100; 50 takes a push as most do, 100 half again as hard.
    pub reactance: u8,
    /// 0 to 100; 50 opens and warms at the usual pace, 0 at half of it.
    pub pace: u8,
    /// How a rupture shows when it opens by itself.
    pub ruptures: RuptureStyle,
    /// 0 to 100; feelings are hidden while safety is below this.
    pub masking: u8,
    /// The face that hides them.
    pub mask: Face,
}

/// Where the person stands when the first hour begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    pub trust: u8,
    pub agreement: u8,
    pub safety: u8,
    pub distress: u8,
    pub frustration: u8,
    pub hope: u8,
    #[serde(default)]
    pub dependency: u8,
    pub experiencing: u8,
}

/// Something not told before.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    /// The truth in one sentence, for the debrief.
    pub what: String,
    /// What must be so before it is told.
    pub needs: Vec<Guard>,
    /// What is seen when it is asked for too early.
    pub blocked: Phrasings,
}

/// An event and what it has to do with the present trouble.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    pub event: String,
    pub related: bool,
    /// How the case reads it, by its own lens.
    pub reading: String,
    /// Facts and beats, of any session, in which it comes up: a trainee who marks a line there has seen it. A name that both have
    /// is the fact's.
    #[serde(default)]
    pub heard: Vec<String>,
    /// How others read the same event; they stand beside the case's own.
    #[serde(default)]
    pub rivals: Vec<Rival>,
}

/// The same event by another lens.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rival {
    pub lens: Lens,
    pub reading: String,
}

/// `*.scene.ron`: one hour.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    pub title: String,
    /// Minutes on the clock when time is up, 10 to 120.
    pub length: u8,
    /// The first beat.
    pub start: String,
    /// Where the hour turns when the clock reaches its length.
    pub time_is_up: String,
    /// Where it turns when the person has had enough.
    pub walks_out: String,
    pub beats: Vec<Beat>,
}

/// One exchange: what is said and shown, what kind of moment it is, and what can be answered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beat {
    pub id: String,
    /// Minutes that an answer here takes, 1 to 10.
    #[serde(default = "usual_minutes")]
    pub minutes: u8,
    #[serde(default)]
    pub moments: Vec<Moment>,
    /// Whose moment it is, where there are several people; everybody's where left out.
    #[serde(default)]
    pub whose: Option<String>,
    /// What that person, or the first of several, may well feel here, whatever they show; a trainee who wants to is asked what
    /// they see before they answer.
    #[serde(default)]
    pub feels: Vec<Feeling>,
    /// Who has left the room for as long as this lasts, where there are several people.
    #[serde(default)]
    pub away: Vec<String>,
    /// What a content note tells of; where that is left out, this beat is.
    #[serde(default)]
    pub topic: Option<String>,
    /// Where it goes instead when the topic is left out.
    #[serde(default)]
    pub around: Option<String>,
    /// A fact that comes out here if its needs are met.
    #[serde(default)]
    pub tells: Option<String>,
    /// Where it goes instead when the fact is blocked.
    #[serde(default)]
    pub blocked: Option<String>,
    #[serde(default)]
    pub lines: Vec<Line>,
    #[serde(default)]
    pub replies: Vec<Reply>,
    /// Goes on by itself.
    #[serde(default)]
    pub then: Option<String>,
    /// Goes on by itself, the first way whose guards hold.
    #[serde(default)]
    pub branch: Vec<Way>,
    /// Goes on by chance.
    #[serde(default)]
    pub chance: Vec<Chance>,
    /// Ends the hour here.
    #[serde(default)]
    pub ends: Option<End>,
}

fn usual_minutes() -> u8 {
    2
}

/// A way on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    #[serde(default)]
    pub when: Vec<Guard>,
    pub to: String,
}

/// A way on that is drawn.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chance {
    /// Share of the draw, 1 to 100.
    pub weight: u8,
    pub to: String,
}

/// How the hour ends: by plan, or by walking out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    Planned,
    WalksOut,
}

/// Something said, seen or kept silent; exactly one of `say`, `see`, `pause` and `first`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    #[serde(default)]
    pub when: Vec<Guard>,
    /// Who says or does it; the first person where left out.
    #[serde(default)]
    pub who: Option<String>,
    #[serde(default)]
    pub say: Option<Phrasings>,
    /// A caption of what can be seen or heard, never of what it means.
    #[serde(default)]
    pub see: Option<Phrasings>,
    /// Seconds of silence, 1 to 60.
    #[serde(default)]
    pub pause: Option<u8>,
    /// The first of these whose guards hold.
    #[serde(default)]
    pub first: Vec<Variant>,
    /// Overrides the face for this moment.
    #[serde(default)]
    pub face: Option<Face>,
    /// What shows for a blink before that face covers it.
    #[serde(default)]
    pub leak: Option<Face>,
    /// Where they look while this lasts.
    #[serde(default)]
    pub look: Option<Look>,
    /// What head and shoulders do.
    #[serde(default)]
    pub does: Option<Gesture>,
    /// What is heard of them besides words.
    #[serde(default)]
    pub sound: Option<Sound>,
    /// What the camera that they sit before does in a call from here on, until another line says otherwise.
    #[serde(default)]
    pub camera: Option<Camera>,
}

/// One way of saying a line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    #[serde(default)]
    pub when: Vec<Guard>,
    pub say: Phrasings,
}

/// One wording or several; which one is met depends on the seed and changes from visit to visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrasings(pub Vec<String>);

impl<'de> Deserialize<'de> for Phrasings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Phrasings;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a text in quotation marks, or several in square brackets")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Phrasings, E> {
                Ok(Phrasings(vec![fold(text)]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Phrasings, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element::<String>()? {
                    texts.push(fold(&text));
                }
                Ok(Phrasings(texts))
            }
        }
        deserializer.deserialize_any(OneOrMore)
    }
}

/// Folds a text that spans lines: newline and indent become a space, an empty line parts paragraphs.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut paragraph_ended = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            paragraph_ended = !folded.is_empty();
            continue;
        }
        if paragraph_ended {
            folded.push_str("\n\n");
        } else if !folded.is_empty() {
            folded.push(' ');
        }
        paragraph_ended = false;
        folded.push_str(line);
    }
    folded
}

/// What the trainee may say or do.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    pub id: String,
    /// Words; or else `act`.
    #[serde(default)]
    pub say: Option<String>,
    /// Something done, with or without words.
    #[serde(default)]
    pub act: Option<String>,
    pub skill: Skill,
    #[serde(default)]
    pub empathy: Option<u8>,
    #[serde(default)]
    pub goal: Vec<GoalMove>,
    #[serde(default)]
    pub boundary: Option<BoundaryResponse>,
    #[serde(default)]
    pub safety: Vec<SafetyStep>,
    #[serde(default)]
    pub repair: Option<RepairMove>,
    #[serde(default)]
    pub body: Option<Body>,
    /// What it does, what it costs, what to watch for: one to three sentences.
    pub why: String,
    #[serde(default)]
    pub source: Option<String>,
    #[serde(default)]
    pub when: Vec<Guard>,
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Whom it is addressed to, where there are several people; those whose moment it is where left out.
    #[serde(default)]
    pub with: Vec<String>,
    /// Whom it takes a side against.
    #[serde(default)]
    pub against: Option<String>,
    pub to: String,
}

impl Beat {
    /// One of its replies, by its place.
    #[expect(
        clippy::indexing_slicing,
        reason = "the number of a reply is its place, and only of those that are there is told which are on offer"
    )]
    pub fn reply(&self, number: u8) -> &Reply {
        &self.replies[usize::from(number)]
    }
}

impl Reply {
    /// What it is, apart from what it says.
    pub fn codes(&self) -> Codes {
        Codes {
            skill: self.skill,
            empathy: self.empathy,
            goal: self.goal.clone(),
            boundary: self.boundary,
            safety: self.safety.clone(),
            repair: self.repair,
            body: self.body,
        }
    }
}

/// A condition; a list of them holds when all do.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Guard {
    AtLeast(Measure, u8),
    Below(Measure, u8),
    /// The stance is one of these.
    In(Vec<Stance>),
    Told(String),
    NotTold(String),
    /// The beat was met before.
    Met(String),
    NotMet(String),
    /// An effect of that name was noted.
    Noted(String),
    NotNoted(String),
    /// A rupture is open.
    Ruptured,
    NotRuptured,
    /// If the hour were over now they would leave so.
    Leaving(Ending),
    /// The clock shows at least so many minutes.
    Minute(u8),
    Any(Vec<Guard>),
    /// All of these hold for that person, instead of for the one whose moment or whose line it is.
    Of(String, Vec<Guard>),
}

/// What a reply does beyond what the shared reactions say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Effect {
    /// Moves a measure by −20 to 20.
    Add(Measure, i8),
    /// Remembers that something happened: a promise, a word.
    Note(String),
    Forget(String),
    /// What moves in that person alone, whoever the reply was addressed to.
    Of(String, Vec<Effect>),
}
