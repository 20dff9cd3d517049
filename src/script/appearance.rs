//! What an author writes about how a person looks; what they leave out is drawn for that person alone.

use serde::Deserialize;

use super::choice::{Choice, Tint};
use super::codes::{Vocabulary, vocabulary};
use super::face::Action;
use super::finding::suggest;
use super::palette::{Skin, colours};

/// How a person looks, as an author writes it.
///
/// Every field may be left out: where it doesn't say otherwise, what is not written is drawn from the
/// person's id, so that nobody looks like a default. Whole numbers are percentages from 0 to 100 where 50 is the middle of
/// what people look like, unless a field says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Appearance {
    /// Skin tone, one of ten from porcelain to darkest.
    pub skin: Option<Choice<Skin>>,
    /// Freckles: 0 none, 100 many; none where left out.
    pub freckles: Option<i32>,
    /// How the hair is worn, or what covers it.
    pub hair_style: Option<Choice<HairStyle>>,
    /// Colour of the hair, or of what covers it.
    pub hair_colour: Option<Tint>,
    /// Colour of the eyebrows and of a beard; with a covering this is all that tells the hair's own colour.
    pub brow_colour: Option<Tint>,
    /// Eyebrow thickness: 0 thin, 100 bushy.
    pub brow_thickness: Option<i32>,
    /// Eyebrow arch: 0 flat, 100 high.
    pub brow_arch: Option<i32>,
    /// Colour of the iris.
    pub eye_colour: Option<Tint>,
    /// Eye width: 0 narrow, 100 wide.
    pub eye_width: Option<i32>,
    /// How far the eyes stand open at rest: 0 heavy-lidded, 100 wide open.
    pub eye_openness: Option<i32>,
    /// Crease of the upper lid: 0 none to be seen, 100 deep.
    pub eye_fold: Option<i32>,
    /// Slant of the eyes: 0 the outer corners lie low, 100 high.
    pub eye_slant: Option<i32>,
    /// Shadows and bags under the eyes: 0 rested, 100 exhausted; 20 where left out.
    pub tiredness: Option<i32>,
    /// Nose length: 0 short, 100 long.
    pub nose_length: Option<i32>,
    /// Nose width: 0 narrow, 100 broad.
    pub nose_width: Option<i32>,
    /// Fullness of the lips: 0 thin, 100 full.
    pub lips: Option<i32>,
    /// Mouth width: 0 small, 100 wide.
    pub mouth_width: Option<i32>,
    /// Jaw: 0 narrow and pointed, 100 broad and square.
    pub jaw: Option<i32>,
    /// Cheekbones: 0 flat, 100 wide.
    pub cheeks: Option<i32>,
    /// Face length: 0 round, 100 long.
    pub face_length: Option<i32>,
    /// Age in years as it shows in the face, 0 to 100; below 14 draws as 14. The person's own where left out.
    pub age: Option<i32>,
    /// Glasses; none where left out.
    pub glasses: Option<Choice<Glasses>>,
    /// Beard; none where left out.
    pub beard: Option<Choice<Beard>>,
    /// Earrings; none where left out.
    pub earrings: Option<Choice<Earrings>>,
    /// What is worn on the upper body.
    pub clothing: Option<Choice<Clothing>>,
    /// Colour of the clothing.
    pub clothing_colour: Option<Tint>,
    /// Colour of what is worn under it, or of its trim.
    pub second_colour: Option<Tint>,
    /// Pattern of the clothing; plain where left out.
    pub pattern: Option<Choice<Pattern>>,
    /// Build: 0 slight, 100 heavy.
    pub build: Option<i32>,
    /// How much of what is felt shows: 0 hardly anything, 100 everything at once; 50 where left out.
    pub expressiveness: Option<i32>,
    /// The movement that gives this person away: it comes faintly with whatever they hide.
    pub tell: Option<Choice<Action>>,
    /// Colour of the armchair.
    pub chair_colour: Option<Tint>,
    /// Colour of the wall behind.
    pub wall_colour: Option<Tint>,
}

/// Something in an appearance that can't be drawn as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// A stable code, as findings have.
    pub code: &'static str,
    /// The field that it is in.
    pub field: &'static str,
    pub message: String,
    pub help: String,
}

impl Appearance {
    /// Everything that can't be drawn as it is written; the nearest that can be is drawn instead.
    pub fn problems(&self) -> Vec<Problem> {
        let numbers = self.numbers().into_iter().filter_map(|(field, number)| {
            let number = number.filter(|number| !(0..=100).contains(number))?;
            let message = format!("`{field}` is {number}; it goes from 0 to 100");
            Some(Problem { code: "out-of-range", field, message, help: String::new() })
        });
        let words = [
            unknown("skin", self.skin.as_ref()),
            unknown("hair_style", self.hair_style.as_ref()),
            unknown("glasses", self.glasses.as_ref()),
            unknown("beard", self.beard.as_ref()),
            unknown("earrings", self.earrings.as_ref()),
            unknown("clothing", self.clothing.as_ref()),
            unknown("pattern", self.pattern.as_ref()),
            unknown("tell", self.tell.as_ref()),
        ];
        let tints = self.tints().into_iter().filter_map(|(field, tint)| {
            let written = tint.and_then(|tint| tint.unknown.as_ref())?;
            let near = suggest(written, colours().iter().map(|(name, _)| name.as_str()));
            let help = format!("{near} Any colour can be written as # and six digits or letters from A to F: \"#6E8B7A\".");
            Some(Problem { code: "no-colour", field, message: format!("“{written}” is not a colour"), help })
        });
        numbers.chain(words.into_iter().flatten()).chain(tints).chain(self.unseen()).collect()
    }

    /// What is written and can't be seen beside the rest.
    fn unseen(&self) -> impl Iterator<Item = Problem> {
        let word = |choice: &Option<Choice<HairStyle>>| choice.as_ref().map(|choice| choice.word);
        let hair = word(&self.hair_style).filter(|hair| hair.covers_ears());
        let earrings = self.earrings.as_ref().filter(|earrings| earrings.word != Earrings::Without).and(hair).map(|hair| {
            let message = format!("`earrings` can't be seen under this hair: {hair:?}");
            Problem { code: "out-of-place", field: "earrings", message, help: "Leave them out, or choose other hair.".into() }
        });
        let plain = self.pattern.as_ref().is_none_or(|pattern| pattern.word == Pattern::Plain);
        let clothing = self.clothing.as_ref().map(|choice| choice.word).filter(|clothing| plain && !clothing.has_second_colour());
        let second = self.second_colour.as_ref().and(clothing).map(|clothing| {
            let message = format!("`second_colour` can't be seen: a plain {clothing:?} has one colour");
            Problem { code: "out-of-place", field: "second_colour", message, help: "Leave it out, or add a `pattern`.".into() }
        });
        earrings.into_iter().chain(second)
    }

    fn numbers(&self) -> [(&'static str, Option<i32>); 18] {
        [
            ("freckles", self.freckles),
            ("brow_thickness", self.brow_thickness),
            ("brow_arch", self.brow_arch),
            ("eye_width", self.eye_width),
            ("eye_openness", self.eye_openness),
            ("eye_fold", self.eye_fold),
            ("eye_slant", self.eye_slant),
            ("tiredness", self.tiredness),
            ("nose_length", self.nose_length),
            ("nose_width", self.nose_width),
            ("lips", self.lips),
            ("mouth_width", self.mouth_width),
            ("jaw", self.jaw),
            ("cheeks", self.cheeks),
            ("face_length", self.face_length),
            ("age", self.age),
            ("build", self.build),
            ("expressiveness", self.expressiveness),
        ]
    }

    fn tints(&self) -> [(&'static str, Option<&Tint>); 7] {
        [
            ("hair_colour", self.hair_colour.as_ref()),
            ("brow_colour", self.brow_colour.as_ref()),
            ("eye_colour", self.eye_colour.as_ref()),
            ("clothing_colour", self.clothing_colour.as_ref()),
            ("second_colour", self.second_colour.as_ref()),
            ("chair_colour", self.chair_colour.as_ref()),
            ("wall_colour", self.wall_colour.as_ref()),
        ]
    }
}

fn unknown<T: Vocabulary>(field: &'static str, choice: Option<&Choice<T>>) -> Option<Problem> {
    let written = choice?.unknown.as_ref()?;
    let names: Vec<String> = T::WORDS.iter().map(|word| format!("{word:?}")).collect();
    let help = suggest(written, names.iter().map(String::as_str));
    Some(Problem { code: "unknown-word", field, message: format!("“{written}” is none of the words for `{field}`"), help })
}

vocabulary! {
    /// How the hair is worn, or what covers it.
    HairStyle {
        /// No hair on the head.
        Bald,
        /// Gone from the top, short at the sides.
        Receding,
        /// Close to the head all round.
        Cropped,
        /// Short, parted on one side.
        Short,
        /// Brushed back from the forehead.
        SweptBack,
        /// Short, uncombed, over the forehead.
        Tousled,
        /// Short with a long fringe to one side.
        Pixie,
        /// To the chin, with a straight fringe.
        Bob,
        /// Parted, down to the shoulders.
        ShoulderLength,
        /// Long, in waves, past the shoulders.
        Waves,
        /// Drawn back from the face into a low tail.
        TiedBack,
        /// One thick braid over a shoulder.
        Braid,
        /// Drawn up into a bun.
        Bun,
        /// Locs to the shoulders.
        Locs,
        /// Full natural curls.
        Curls,
        /// A headscarf; the hair colour is the scarf's.
        Headscarf,
        /// A wound turban; the hair colour is the turban's.
        Turban,
    }
}

impl HairStyle {
    /// Whether it hangs over the ears, or covers them.
    pub fn covers_ears(self) -> bool {
        use HairStyle::*;
        matches!(self, Bob | ShoulderLength | Waves | Locs | Headscarf)
    }
}

vocabulary! {
    /// Glasses.
    Glasses {
        Without,
        Round,
        Square,
        /// A thin metal rim.
        Wire,
        /// A rim along the top alone.
        HalfRim,
    }
}

vocabulary! {
    /// Beard.
    Beard {
        Shaven,
        Stubble,
        Moustache,
        /// Moustache and chin.
        Goatee,
        Short,
        Full,
    }
}

vocabulary! {
    /// Earrings.
    Earrings {
        Without,
        Studs,
        Hoops,
    }
}

vocabulary! {
    /// What is worn on the upper body.
    Clothing {
        TShirt,
        /// A soft knitted top with a round neck.
        Jumper,
        /// A hooded sweatshirt with cords.
        Hoodie,
        /// A knitted top with a high folded neck.
        RollNeck,
        /// A shirt with a collar.
        Shirt,
        /// A light blouse with an open neck.
        Blouse,
        /// A thick shirt worn open over a T-shirt.
        Overshirt,
        /// An open knitted jacket over a light top.
        Cardigan,
        /// A tailored jacket over a shirt.
        Jacket,
        /// A plain work tunic with a V neck, as nurses wear.
        Scrubs,
        /// A cook's jacket, double-breasted.
        ChefJacket,
    }
}

impl Clothing {
    /// Whether something in another colour is seen with it even where it is plain.
    fn has_second_colour(self) -> bool {
        use Clothing::*;
        matches!(self, Hoodie | Overshirt | Cardigan | Jacket | ChefJacket)
    }
}

vocabulary! {
    /// Pattern of the clothing.
    Pattern {
        Plain,
        Stripes,
        Check,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::palette::Colour;
    use crate::script::parse::read;

    #[test]
    fn an_author_writes_only_what_matters_to_them() {
        let person: Appearance = read("(skin: Brown, age: 61, clothing_colour: \"#aabbcc\")").unwrap();
        assert_eq!(person.skin, Some(Skin::Brown.into()));
        assert_eq!(person.clothing_colour, Some(Colour::new(0xAA, 0xBB, 0xCC).into()));
        assert_eq!(person.lips, None);
        assert!(person.problems().is_empty());
    }

    #[test]
    fn mistakes_are_told_in_plain_words() {
        assert!(read::<Appearance>("(hat: 3)").is_err());
        let odd: Appearance = read("(age: 140, jaw: -1, hair_style: Buns, eye_colour: \"hazl\", glasses: Monocle)").unwrap();
        let told: Vec<_> = odd.problems().into_iter().map(|problem| (problem.code, problem.field)).collect();
        let expected = [
            ("out-of-range", "jaw"),
            ("out-of-range", "age"),
            ("unknown-word", "hair_style"),
            ("unknown-word", "glasses"),
            ("no-colour", "eye_colour"),
        ];
        assert_eq!(told, expected);
        assert!(odd.problems()[2].help.contains("Bun"));
    }
}
