//! What an author writes about how a person looks, and which of six faces they can show.

use serde::{Deserialize, Serialize};

/// How a person looks, as an author writes it.
///
/// Every field may be left out. Whole numbers are percentages from 0 to 100
/// where 50 is the middle of what people look like, unless a field says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Appearance {
    /// Skin tone, one of eight from pale to very dark.
    pub skin: Skin,
    /// How the hair is worn, or what covers it.
    pub hair_style: HairStyle,
    /// Colour of the hair, or of the scarf that covers it.
    pub hair_colour: Colour,
    /// Colour of the eyebrows; with a covering this is all that tells the hair's own colour.
    pub brow_colour: Colour,
    /// Eyebrow thickness: 0 thin, 100 bushy.
    pub brow_thickness: i32,
    /// Eyebrow arch: 0 flat, 100 high.
    pub brow_arch: i32,
    /// Colour of the iris.
    pub eye_colour: Colour,
    /// Eye width: 0 narrow, 100 wide.
    pub eye_width: i32,
    /// How far the eyes stand open at rest: 0 heavy-lidded, 100 wide open.
    pub eye_openness: i32,
    /// Crease of the upper lid: 0 none to be seen, 100 deep.
    pub eye_fold: i32,
    /// Shadows and bags under the eyes: 0 rested, 100 exhausted.
    pub tiredness: i32,
    /// Nose length: 0 short, 100 long.
    pub nose_length: i32,
    /// Nose width: 0 narrow, 100 broad.
    pub nose_width: i32,
    /// Fullness of the lips: 0 thin, 100 full.
    pub lips: i32,
    /// Mouth width: 0 small, 100 wide.
    pub mouth_width: i32,
    /// Jaw: 0 narrow and pointed, 100 broad and square.
    pub jaw: i32,
    /// Cheekbones: 0 flat, 100 wide.
    pub cheeks: i32,
    /// Face length: 0 round, 100 long.
    pub face_length: i32,
    /// Age in years as it shows in the face, 0 to 100; below 18 draws as 18.
    pub age: i32,
    /// Glasses, if any.
    pub glasses: Glasses,
    /// Beard, if any.
    pub beard: Beard,
    /// What is worn on the upper body.
    pub clothing: Clothing,
    /// Colour of the clothing.
    pub clothing_colour: Colour,
    /// Build: 0 slight, 100 broad.
    pub build: i32,
    /// Colour of the armchair.
    pub chair_colour: Colour,
    /// Colour of the wall behind.
    pub wall_colour: Colour,
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            skin: Skin::Tan,
            hair_style: HairStyle::Short,
            hair_colour: Colour::new(0x3B, 0x2A, 0x22),
            brow_colour: Colour::new(0x33, 0x25, 0x1F),
            brow_thickness: 50,
            brow_arch: 50,
            eye_colour: Colour::new(0x5A, 0x3C, 0x28),
            eye_width: 50,
            eye_openness: 50,
            eye_fold: 50,
            tiredness: 20,
            nose_length: 50,
            nose_width: 50,
            lips: 50,
            mouth_width: 50,
            jaw: 50,
            cheeks: 50,
            face_length: 50,
            age: 35,
            glasses: Glasses::Without,
            beard: Beard::Shaven,
            clothing: Clothing::Jumper,
            clothing_colour: Colour::new(0x6E, 0x8B, 0x7A),
            build: 50,
            chair_colour: Colour::new(0x7A, 0x5C, 0x4A),
            wall_colour: Colour::new(0xDD, 0xD5, 0xC4),
        }
    }
}

impl Appearance {
    /// Every field that is out of its range, one plain sentence each; empty when all is well.
    pub fn problems(&self) -> Vec<String> {
        self.numbers()
            .into_iter()
            .filter(|(_, value)| !(0..=100).contains(value))
            .map(|(name, value)| format!("{name} is {value}; it goes from 0 to 100"))
            .collect()
    }

    /// The numeric fields by the names that an author writes.
    fn numbers(&self) -> [(&'static str, i32); 15] {
        [
            ("brow_thickness", self.brow_thickness),
            ("brow_arch", self.brow_arch),
            ("eye_width", self.eye_width),
            ("eye_openness", self.eye_openness),
            ("eye_fold", self.eye_fold),
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
        ]
    }
}

/// Skin tone, from pale to very dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Skin {
    Pale,
    Fair,
    Tan,
    LightBrown,
    Brown,
    DeepBrown,
    Dark,
    VeryDark,
}

/// How the hair is worn, or what covers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HairStyle {
    /// No hair on the head.
    Bald,
    /// Close to the head all round.
    Cropped,
    /// Short, parted on one side.
    Short,
    /// Parted, down to the shoulders.
    ShoulderLength,
    /// Drawn back from the face into a low tail.
    TiedBack,
    /// Drawn up into a bun.
    Bun,
    /// Full natural curls.
    Curls,
    /// A headscarf; the hair colour is the scarf's.
    Headscarf,
}

/// Glasses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Glasses {
    Without,
    Round,
    Square,
}

/// Beard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Beard {
    Shaven,
    Stubble,
    Short,
    Full,
}

/// What is worn on the upper body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clothing {
    /// A soft knitted top with a round neck.
    Jumper,
    /// A plain work tunic with a V neck, as nurses wear.
    Scrubs,
    /// A shirt with a collar.
    Shirt,
    /// An open knitted jacket over a light top.
    Cardigan,
    /// A knitted top with a high folded neck.
    RollNeck,
}

/// The face that a person shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Face {
    /// Listening, at rest.
    Calm,
    /// Sorrow that weighs.
    Sad,
    /// Anger that is held on to.
    Angry,
    /// Worry that cannot sit still.
    Anxious,
    /// A felt smile.
    Warm,
    /// Gone away inside.
    ShutDown,
}

impl Face {
    /// All six, in a fixed order.
    pub const ALL: [Face; 6] = [Face::Calm, Face::Sad, Face::Angry, Face::Anxious, Face::Warm, Face::ShutDown];
}

/// An sRGB colour, written `"#RRGGBB"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colour {
    /// 0 to 255.
    pub red: u8,
    /// 0 to 255.
    pub green: u8,
    /// 0 to 255.
    pub blue: u8,
}

impl Colour {
    /// A colour from its three parts, 0 to 255 each.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }
}

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let number = text
            .strip_prefix('#')
            .filter(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .ok_or_else(|| format!("\"{text}\" is not a colour: write # and six digits or letters from A to F, such as \"#6E8B7A\""))?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> String {
        format!("#{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_writes_only_what_differs() {
        let person: Appearance = ron::from_str("(skin: Brown, age: 61, clothing_colour: \"#aabbcc\")").unwrap();
        assert_eq!(person.skin, Skin::Brown);
        assert_eq!(person.clothing_colour, Colour::new(0xAA, 0xBB, 0xCC));
        assert_eq!(person.lips, 50);
        assert!(person.problems().is_empty());
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        let person = Appearance { age: 70, glasses: Glasses::Round, ..Appearance::default() };
        let text = ron::to_string(&person).unwrap();
        assert_eq!(ron::from_str::<Appearance>(&text).unwrap(), person);
    }

    #[test]
    fn mistakes_are_told_in_plain_words() {
        let wrong = ron::from_str::<Appearance>("(hair_colour: \"brown\")").unwrap_err();
        assert!(wrong.to_string().contains("\"brown\" is not a colour"), "{wrong}");
        assert!(ron::from_str::<Appearance>("(hat: 3)").is_err());
        let old = Appearance { age: 140, jaw: -1, ..Appearance::default() };
        assert_eq!(old.problems(), ["jaw is -1; it goes from 0 to 100", "age is 140; it goes from 0 to 100"]);
    }

    #[test]
    fn every_number_is_checked() {
        let fields = ron::to_string(&Appearance::default()).unwrap();
        let written = fields.split(',').filter(|field| field.trim_end_matches(')').ends_with(|end: char| end.is_ascii_digit())).count();
        assert_eq!(written, Appearance::default().numbers().len());
    }
}
