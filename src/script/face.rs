//! What a face can show and what a head can do for a moment: the words that an author writes for them.

use serde::{Deserialize, Serialize};

use super::codes::vocabulary;
use super::voicing::Sound;

vocabulary! {
    /// The face that a person shows.
    #[derive(Default)]
    Face {
        /// Listening, at rest.
        #[default]
        Calm,
        /// Wide awake to what is being said.
        Engaged,
        /// A felt smile, in which the eyes join.
        Warm,
        /// A smile out of courtesy, short and small.
        Polite,
        /// A smile that is held up before something else.
        Brave,
        /// Sorrow that weighs.
        Sad,
        /// Tears that are held back.
        NearTears,
        /// Tears that run.
        Crying,
        /// Annoyance, kept short.
        Irritated,
        /// Anger that comes out.
        Angry,
        /// Anger that is held on to.
        Simmering,
        /// Worry that cannot sit still.
        Anxious,
        /// Fright.
        Afraid,
        /// Would rather not be looked at.
        Ashamed,
        /// Caught out, half smiling.
        Embarrassed,
        /// Looks down on something.
        Scornful,
        /// Turns from something.
        Disgusted,
        /// Did not expect this; it is over within a second.
        Surprised,
        /// Something has come off the shoulders.
        Relieved,
        /// Looks for the answer.
        Thinking,
        /// Is not sure of it.
        Doubtful,
        /// Slowed and heavy; hardly anything moves.
        Flat,
        /// Gone away inside.
        ShutDown,
        /// Far off, with what is missed.
        Longing,
    }
}

vocabulary! {
    /// A movement of the face, named in the project's words and numbered as face researchers number them.
    Action {
        /// 1: the inner ends of the brows rise.
        InnerBrowRaise,
        /// 2: the outer ends of the brows rise.
        OuterBrowRaise,
        /// 4: the brows come down and together.
        BrowLower,
        /// 5: the upper lids rise.
        UpperLidRaise,
        /// 6: the cheeks rise and narrow the eyes.
        CheekRaise,
        /// 7: the lids tighten.
        LidTighten,
        /// 9: the nose wrinkles.
        NoseWrinkle,
        /// 10: the upper lip rises.
        UpperLipRaise,
        /// 12: the corners of the mouth are pulled up, a smile.
        CornerPull,
        /// 14: the corners of the mouth tighten inwards.
        Dimple,
        /// 15: the corners of the mouth sink.
        CornerDepress,
        /// 17: the chin rises and pushes the lower lip up.
        ChinRaise,
        /// 20: the mouth is stretched sideways.
        LipStretch,
        /// 23: the lips tighten.
        LipTighten,
        /// 24: the lips press together.
        LipPress,
        /// 25: the lips part.
        LipsPart,
        /// 26: the jaw drops.
        JawDrop,
        /// 43 and 45: the eyes close.
        EyesClose,
    }
}

vocabulary! {
    /// Where a person looks for a moment.
    Look {
        /// At the one who sits across from them.
        You,
        /// At whoever sits beside them; at nobody, when they came alone.
        Beside,
        /// At their own hands, or at what they hold.
        Hands,
        /// At the low table between the chairs.
        Table,
        Floor,
        Window,
        Clock,
        Door,
        /// Past everything.
        Nowhere,
    }
}

vocabulary! {
    /// Something that head and shoulders do, once.
    Gesture {
        Nod,
        ShakeHead,
        BowHead,
        TiltHead,
        LiftChin,
        RaiseBrow,
        PressLips,
        BiteLip,
        /// The lips move without a sound.
        MouthWords,
        /// A smile that is there and gone.
        HalfSmile,
        /// A breath of a laugh.
        Laugh,
        /// The lids go down and stay there for a while.
        CloseEyes,
        /// A long breath that lets the shoulders down.
        BreatheOut,
        /// A breath drawn in to speak, and held.
        BreatheIn,
        Swallow,
        Shrug,
        SitUp,
        SitBack,
        LeanIn,
        TurnAway,
    }
}

vocabulary! {
    /// How a person sits, over minutes rather than moments.
    #[derive(Default)]
    Posture {
        /// Back in the chair and turned a little aside.
        Closed,
        /// As most people sit most of the time.
        #[default]
        Settled,
        /// Forward, shoulders down, turned to the other.
        Open,
    }
}

vocabulary! {
    /// What a camera of a call shows. Words go on whatever it does.
    #[derive(Default)]
    Camera {
        #[default]
        On,
        /// The picture stands still.
        Frozen,
        /// There is none.
        Dark,
    }
}

/// What is seen or heard of a person while a line lasts, besides their face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<Look>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub does: Option<Gesture>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sound: Option<Sound>,
    /// What the camera that they sit before does from here on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub camera: Option<Camera>,
}

impl Cue {
    /// Whether nothing but the words is there.
    pub fn is_none(&self) -> bool {
        *self == Cue::default()
    }
}
