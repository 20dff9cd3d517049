//! A word or a colour as it was written: what is unknown is kept for a finding, and the nearest that is known stands in.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::codes::Vocabulary;
use super::palette::{Colour, colours};

/// One of the words of a vocabulary, chosen by an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// What was written, or the word that comes nearest to it.
    pub word: T,
    /// What was written, where it is none of the words.
    pub unknown: Option<String>,
}

impl<T> From<T> for Choice<T> {
    fn from(word: T) -> Self {
        Choice { word, unknown: None }
    }
}

impl<T: Vocabulary> Choice<T> {
    fn read(written: &str) -> Option<Self> {
        let name = |word: &T| format!("{word:?}");
        if let Some(word) = T::WORDS.iter().find(|word| name(word) == written) {
            return Some((*word).into());
        }
        let likeness = |word: &T| strsim::jaro_winkler(&name(word).to_lowercase(), &written.to_lowercase());
        let nearest = T::WORDS.iter().max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
        Some(Choice { word: *nearest, unknown: Some(written.into()) })
    }
}

impl<'de, T: Vocabulary> Deserialize<'de> for Choice<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum(T::KIND, &[], AnyWord(PhantomData))
    }
}

struct AnyWord<T>(PhantomData<T>);

impl<'de, T: Vocabulary> Visitor<'de> for AnyWord<T> {
    type Value = Choice<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a word without quotation marks")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Choice<T>, A::Error> {
        let (Identifier(written), rest) = access.variant()?;
        rest.unit_variant()?;
        Choice::read(&written).ok_or_else(|| serde::de::Error::custom("there are no words that could stand here"))
    }
}

/// A bare word, whichever it is.
struct Identifier(String);

impl<'de> Deserialize<'de> for Identifier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bare;
        impl Visitor<'_> for Bare {
            type Value = Identifier;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("a word without quotation marks")
            }

            fn visit_str<E>(self, written: &str) -> Result<Identifier, E> {
                Ok(Identifier(written.into()))
            }
        }
        deserializer.deserialize_identifier(Bare)
    }
}

/// A colour: `"#RRGGBB"`, or the name of one of the palette's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tint {
    /// What was written; where that is no colour, the one whose name comes nearest to it.
    pub colour: Colour,
    /// What was written, where it is no colour.
    pub unknown: Option<String>,
}

impl From<Colour> for Tint {
    fn from(colour: Colour) -> Self {
        Tint { colour, unknown: None }
    }
}

impl<'de> Deserialize<'de> for Tint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        let named = |name: &str| colours().iter().find(|(known, _)| known == name).map(|(_, colour)| *colour);
        if let Some(colour) = Colour::read(&written).or_else(|| named(&written)) {
            return Ok(colour.into());
        }
        let likeness = |name: &str| strsim::jaro_winkler(name, &written.to_lowercase());
        let nearest = colours().iter().max_by(|(one, _), (other, _)| likeness(one).total_cmp(&likeness(other)));
        Ok(Tint { colour: nearest.map_or(Colour::GREY, |(_, colour)| *colour), unknown: Some(written) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::appearance::HairStyle;
    use crate::script::parse::read;

    #[test]
    fn a_word_is_read_and_an_unknown_one_is_kept_beside_its_nearest() {
        assert_eq!(read::<Choice<HairStyle>>("Bun").unwrap(), HairStyle::Bun.into());
        let odd: Option<Choice<HairStyle>> = read("Curly").unwrap();
        assert_eq!(odd, Some(Choice { word: HairStyle::Curls, unknown: Some("Curly".into()) }));
        assert!(read::<Choice<HairStyle>>("\"Bun\"").is_err());
        assert!(read::<Choice<HairStyle>>("Bun(3)").is_err());
    }

    #[test]
    fn a_colour_is_digits_or_a_name_and_anything_else_is_kept_beside_its_nearest() {
        assert_eq!(read::<Tint>("\"#aabbcc\"").unwrap(), Colour::new(0xAA, 0xBB, 0xCC).into());
        assert_eq!(read::<Tint>("\"black\"").unwrap().unknown, None);
        let odd = read::<Tint>("\"blak\"").unwrap();
        assert_eq!(odd, Tint { colour: read::<Tint>("\"black\"").unwrap().colour, unknown: Some("blak".into()) });
    }
}
