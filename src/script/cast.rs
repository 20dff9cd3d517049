//! People to begin from, out of `assets/portrait/cast.ron`: an author who looks for somebody may start with one of them.

use std::sync::LazyLock;

use serde::Deserialize;

use super::appearance::Appearance;
use super::parse::built_in;

/// Somebody who is ready to be drawn and has no story yet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    pub id: String,
    /// In years.
    pub age: u8,
    /// What is seen at a glance, in words.
    pub about: String,
    pub appearance: Appearance,
}

static CAST: LazyLock<Vec<Member>> = LazyLock::new(|| built_in(include_str!("../../assets/portrait/cast.ron")));

/// Everybody there is.
pub fn cast() -> &'static [Member] {
    &CAST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::appearance::{Beard, Clothing, Earrings, Glasses, HairStyle, Pattern};
    use crate::script::choice::Choice;
    use crate::script::codes::Vocabulary;
    use crate::script::palette::Skin;

    /// The words that nobody wears; one that stands for leaving it out is worn by whoever does.
    fn unworn<T: Vocabulary + PartialEq>(of: fn(&Appearance) -> &Option<Choice<T>>, left_out: Option<T>) -> Vec<T> {
        let worn = |word: &T| {
            cast().iter().any(|member| match of(&member.appearance) {
                Some(choice) => choice.word == *word,
                None => left_out == Some(*word),
            })
        };
        T::WORDS.iter().copied().filter(|word| !worn(word)).collect()
    }

    #[test]
    fn everybody_can_be_drawn_as_written_and_has_a_name_of_their_own() {
        for (place, member) in cast().iter().enumerate() {
            assert_eq!(member.appearance.problems(), [], "{}", member.id);
            assert!(cast()[..place].iter().all(|other| other.id != member.id), "{}", member.id);
            assert!(member.about.ends_with('.') && (14..=100).contains(&member.age), "{}", member.id);
        }
    }

    #[test]
    fn every_word_for_how_people_look_is_worn_by_somebody() {
        assert_eq!(unworn::<Skin>(|look| &look.skin, None), []);
        assert_eq!(unworn::<HairStyle>(|look| &look.hair_style, None), []);
        assert_eq!(unworn(|look| &look.glasses, Some(Glasses::Without)), []);
        assert_eq!(unworn(|look| &look.beard, Some(Beard::Shaven)), []);
        assert_eq!(unworn(|look| &look.earrings, Some(Earrings::Without)), []);
        assert_eq!(unworn::<Clothing>(|look| &look.clothing, None), []);
        assert_eq!(unworn(|look| &look.pattern, Some(Pattern::Plain)), []);
    }
}
