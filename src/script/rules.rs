//! What turns codes into scores (the rubric) and into the patient's reactions: shared data that a researcher can read, cite and change.

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

use super::codes::*;
use super::face::{Face, Posture};
use super::model::Guard;

/// A number kept to two decimals, as hundredths: 3.5 is 350.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Hundredths(pub i64);

impl<'de> Deserialize<'de> for Hundredths {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Hundredths;
            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("a number from 0 to 100")
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Hundredths, E> {
                self.visit_f64(number as f64)
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Hundredths, E> {
                self.visit_f64(number as f64)
            }
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Hundredths, E> {
                if !number.is_finite() || !(0.0..=100.0).contains(&number) {
                    return Err(E::custom(format!("{number} is out of range: write a number from 0 to 100")));
                }
                Ok(Hundredths((number * 100.0).round() as i64))
            }
        }
        deserializer.deserialize_any(Number)
    }
}

/// `rubric.ron`: codes into scores.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rubric {
    pub version: String,
    pub sources: Vec<String>,
    /// Moments under which a score has no band.
    pub enough: u8,
    pub empathy: EmpathyRubric,
    pub goals: GoalRubric,
    pub boundaries: BoundaryRubric,
    pub safety: SafetyRubric,
}

/// A figure and what it is worth: 0 points at `none`, 60 at `fair`, 80 at `good`, 100 at `full`, straight lines between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Share of the score, in percent; a part with nothing to say hands its share on.
    pub weight: u8,
    pub none: Hundredths,
    pub fair: Hundredths,
    pub good: Hundredths,
    pub full: Hundredths,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmpathyRubric {
    /// Mean credited level at emotional opportunities.
    pub level: Scale,
    /// Levels lost when a reply goes deeper than the person can bear.
    pub overreach: u8,
    /// Share of cues met fittingly by the body, 0 to 1.
    pub fit: Scale,
    /// What a reply counts at a cue when its body neither fits nor misfits.
    pub fit_neutral: Hundredths,
    /// Reflections for each question.
    pub ratio: Scale,
    /// Complex reflections among all reflections.
    pub complex: Scale,
    /// The lenses in which the two reflection figures count.
    pub reflection_lenses: Vec<Lens>,
    /// Reflections and questions under which they don't.
    pub reflection_enough: u8,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalRubric {
    /// Moves made among moves offered.
    pub moves: Scale,
    /// Collaborative among collaborative and directive behaviours.
    pub collaboration: Scale,
    pub collaborative: Vec<Skill>,
    pub directive: Vec<Skill>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundaryRubric {
    /// Points for a response that the author says is indicated there.
    pub indicated: u8,
    /// Points for a response that is not.
    pub otherwise: Vec<ResponseWorth>,
    /// Points where a pressure met no response at all.
    pub unanswered: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseWorth {
    pub response: BoundaryResponse,
    pub points: u8,
    /// The whole score is no higher than this once it happened.
    #[serde(default)]
    pub caps: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyRubric {
    /// Without this the cue was skipped.
    pub asked: SafetyStep,
    /// All of these make it adequate.
    pub adequate: Vec<SafetyStep>,
    /// Any of these makes it unsafe.
    pub unsafe_steps: Vec<SafetyStep>,
}

/// `reactions.ron`: codes and state into the patient's reaction.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reactions {
    pub version: String,
    pub sources: Vec<String>,
    /// How much heavier a loss weighs than a gain, in percent.
    pub losses: u16,
    /// What levels of empathy ask of the person before they can be borne; a level not named always can.
    pub bears: Vec<Depth>,
    pub rules: Vec<Rule>,
    pub ruptures: RuptureRules,
    /// Where gains begin to shrink with what is left to gain.
    #[serde(default)]
    pub shrinking: Vec<Shrinks>,
    /// What the week between two sessions takes back of what an hour did.
    #[serde(default)]
    pub week: Vec<Fades>,
    /// In order of precedence; the last has no conditions.
    pub stances: Vec<StanceRule>,
    /// What is felt shows in this face, the first that fits; the last has no conditions.
    pub faces: Vec<FaceRule>,
    /// How they sit: the first whose conditions hold; settled where none does.
    #[serde(default)]
    pub postures: Vec<PostureRule>,
    pub leaving: Leaving,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Depth {
    pub level: u8,
    pub needs: Vec<Guard>,
}

/// When a reply is this, the person changes so.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub on: Trigger,
    #[serde(default)]
    pub when: Vec<Guard>,
    #[serde(default)]
    pub now: Vec<Change>,
    #[serde(default)]
    pub later: Option<Later>,
    #[serde(default)]
    pub scaled: Option<Trait>,
    #[serde(default)]
    pub rupture: Option<RuptureChange>,
    pub because: String,
    #[serde(default)]
    pub source: Option<String>,
}

/// What sets a rule off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Trigger {
    Skill(Skill),
    /// That level of empathy, as it was credited.
    Level(u8),
    /// Deeper than the person can bear.
    TooDeep,
    /// Level 1 or 2 where a feeling was offered.
    Missed,
    Body(Body),
    /// The body fits, or misfits, what was just seen.
    Fits,
    Misfits,
    Goal(GoalMove),
    Boundary(BoundaryResponse),
    Safety(SafetyStep),
    Repair(RepairMove),
    /// A rupture is open and the reply does nothing about it.
    RuptureIgnored,
    /// So many replies of that skill in a row, this one included.
    Run {
        skill: Skill,
        length: u8,
    },
    /// Somebody else in the room was answered, with empathy of that level at least, as it was credited.
    Overheard(u8),
    /// So many replies in a row were addressed to others, this one included, and every so many more.
    LeftAside(u8),
    /// The reply takes a side against them.
    Against,
    /// Before it, two people in the room were so far apart in trust, or further.
    Split(u8),
}

/// Moves a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Change {
    Add(Measure, i8),
}

/// Above a value of that measure a gain is worth only its part of what is left to gain: half of it halfway to the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shrinks {
    pub measure: Measure,
    pub above: u8,
}

/// A measure goes back towards where the person stood when the course began, by so many percent of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fades {
    pub measure: Measure,
    pub percent: u8,
}

/// What comes only after so many replies.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Later {
    pub after: u8,
    pub then: Vec<Change>,
}

/// The side of temperament that scales a rule: 50 leaves it as it is, 0 halves it, 100 makes it half again as strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Trait {
    Reactance,
    Pace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum RuptureChange {
    /// Opens one in the person's own style, or deepens the open one, by so many steps.
    Deepens(u8),
    /// Mends the open one by so many steps.
    Eases(u8),
    /// Withdrawal turns to confrontation.
    Turns,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuptureRules {
    /// Steps of a rupture that cannot get deeper.
    pub deepest: u8,
    /// What opening one does, and what each further step does.
    pub deepened: Vec<Change>,
    /// What mending it whole does, the first time in an hour.
    pub mended: Vec<Change>,
    /// What mending does after that.
    pub mended_again: Vec<Change>,
    /// What being asked for a fact too early does.
    pub blocked: Vec<Change>,
    /// What telling one does.
    pub told: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StanceRule {
    pub stance: Stance,
    /// Comes into it when all hold.
    pub enters: Vec<Guard>,
    /// Stays in it while all hold.
    pub stays: Vec<Guard>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaceRule {
    pub face: Face,
    pub when: Vec<Guard>,
    /// It can be hidden behind the person's mask.
    pub masked: bool,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostureRule {
    pub posture: Posture,
    pub when: Vec<Guard>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaving {
    /// In the middle of the hour, when all hold.
    pub walks_out: Vec<Guard>,
    /// At the end, when all hold.
    pub returns: Vec<Guard>,
    /// At the end, when all hold and `returns` does not; otherwise undecided.
    pub wont_return: Vec<Guard>,
}
