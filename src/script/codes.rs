//! The words an author codes with: what a reply is, what kind of moment it answers, what can be felt.

use serde::{Deserialize, Serialize};

/// A closed vocabulary, whose words can be gone through.
pub trait Vocabulary: Copy + std::fmt::Debug + 'static {
    /// What a message calls one of its words.
    const KIND: &'static str;
    /// Every word, in the order of its definition.
    const WORDS: &'static [Self];
}

/// Declares a closed vocabulary, with the list of all its words for messages and tests.
macro_rules! vocabulary {
    ($(#[$about:meta])* $name:ident { $($(#[$each:meta])* $word:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$each])* $word),+ }

        impl $name {
            /// Every word of this vocabulary, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];
        }

        impl $crate::script::codes::Vocabulary for $name {
            const KIND: &'static str = stringify!($name);
            const WORDS: &'static [Self] = Self::ALL;
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// What a line of the therapist's is, after Hill's helping skills and the MITI behaviour counts.
    Skill {
        OpenQuestion,
        ClosedQuestion,
        /// Says back what was said, in other words.
        Reflection,
        /// Adds a meaning or a feeling that was not yet in the words.
        ComplexReflection,
        Summary,
        Affirmation,
        Reassurance,
        Information,
        Advice,
        AdviceWithPermission,
        Persuasion,
        Confrontation,
        Interpretation,
        SelfDisclosure,
        /// Speaks of what happens between the two of them, now.
        Immediacy,
        SeekCollaboration,
        EmphasiseAutonomy,
        /// Frames the hour: what happens, when, under which terms.
        Structuring,
        Silence,
        /// Something done without words other than keeping silent.
        Attending,
    }
}

vocabulary! {
    /// One of the six moves that make goals and tasks common ground.
    GoalMove {
        /// Asks for the goal in the person's own words.
        Elicit,
        /// Proposes what this hour is for, together.
        Agenda,
        /// Gives a reason for doing a thing and asks what they make of it.
        Rationale,
        /// Names that the two want different things, and negotiates.
        Negotiate,
        /// Asks how this is going for them.
        Feedback,
        /// A next step that is theirs and tied to the goal.
        NextStep,
    }
}

vocabulary! {
    /// How a reply meets a pressure on the frame, or puts one there.
    BoundaryResponse {
        /// Exploits or endangers.
        Violation,
        /// Steps over a line without a look at what it means.
        Crossing,
        /// Refuses coldly, or by rule alone.
        Cold,
        /// Holds the line, warmly and with a reason.
        Hold,
        /// Asks what it means before anything is decided.
        Explore,
        /// Simply says yes.
        Accept,
    }
}

impl BoundaryResponse {
    /// False for what is never the thing to do.
    pub fn can_be_indicated(self) -> bool {
        matches!(self, BoundaryResponse::Hold | BoundaryResponse::Explore | BoundaryResponse::Accept)
    }
}

vocabulary! {
    /// The part of the frame that is in play.
    BoundaryDomain { Role, Time, Place, Money, Gifts, Language, SelfDisclosure, Contact, Confidentiality }
}

vocabulary! {
    /// What is done about a risk cue; the last three make an hour unsafe.
    SafetyStep {
        Noticed,
        AskedDirectly,
        AssessedIntent,
        AssessedMeans,
        Planned,
        Consulted,
        /// A no-suicide promise used in place of a plan.
        ContractInsteadOfPlan,
        /// Confidence broken without ground.
        BreachOfConfidence,
        /// Secrecy promised where there is a duty to act.
        PromisedSecrecy,
    }
}

vocabulary! {
    /// What a reply does with a rupture: the first nine mend, the last two deepen.
    RepairMove {
        ClarifyMisunderstanding,
        ChangeTask,
        GiveRationale,
        InviteFeelings,
        OwnPart,
        DiscloseExperience,
        LinkPattern,
        ValidateDefence,
        Refocus,
        JustifySelf,
        PushOn,
    }
}

impl RepairMove {
    /// True for the moves that mend.
    pub fn mends(self) -> bool {
        !matches!(self, RepairMove::JustifySelf | RepairMove::PushOn)
    }
}

vocabulary! {
    /// What the therapist's body does with, or in place of, words.
    Body { Still, Wait, Nod, LeanIn, LeanBack, SoftVoice, LookAway, LookAtClock, TakeNotes, OfferTissue }
}

vocabulary! {
    /// What is so in the person; all run 0 to 100 except Experiencing, 1 to 7.
    Measure { Trust, Agreement, Safety, Distress, Frustration, Hope, Dependency, Experiencing }
}

impl Measure {
    /// Lowest and highest value.
    pub fn range(self) -> (u8, u8) {
        if self == Measure::Experiencing { (1, 7) } else { (0, 100) }
    }
}

vocabulary! {
    /// How the person is in the room, derived from what is so.
    Stance { Guarded, Venting, Frustrated, Withdrawn, Engaged, OpeningUp }
}

vocabulary! {
    /// How a rupture shows.
    RuptureStyle { Withdrawal, Confrontation }
}

vocabulary! {
    /// The school that a case is taught in.
    Lens { Humanistic, Cognitive, Psychodynamic, MotivationalInterviewing, Systemic }
}

vocabulary! {
    /// Where the two meet.
    Setting { Office, Online }
}

vocabulary! {
    /// Who comes.
    Format { Individual, Couple, Family }
}

/// How the person leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    #[serde(alias = "Returns")]
    Returns,
    #[serde(alias = "Undecided")]
    Undecided,
    #[serde(alias = "WontReturn")]
    WontReturn,
    #[serde(alias = "WalkedOut")]
    WalkedOut,
}

impl Ending {
    /// True where somebody who left so comes to the next session: who is undecided gives it one more try.
    pub fn comes_again(self) -> bool {
        matches!(self, Ending::Returns | Ending::Undecided)
    }
}

/// What a reply carries: never points, only what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    pub skill: Skill,
    /// Carkhuff's level, 1 to 5; absent where the line is neither empathic nor unempathic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empathy: Option<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goal: Vec<GoalMove>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<BoundaryResponse>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safety: Vec<SafetyStep>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repair: Option<RepairMove>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
}

/// What kind of moment a beat is: the scores are computed over these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Moment {
    /// An emotional opportunity.
    Emotional,
    /// A goal negotiation, with the moves it offers.
    Goal(Vec<GoalMove>),
    /// A pressure on the frame, with the responses that are indicated just here.
    Boundary { domain: BoundaryDomain, indicated: Vec<BoundaryResponse> },
    /// A rupture marker.
    Rupture(RuptureStyle),
    /// A risk cue.
    Risk,
    /// Something seen or heard, with what of the body fits it and what does not.
    Cue { fits: Vec<Body>, misfits: Vec<Body> },
}
