//! The program's own words, out of `assets/texts/`: nothing that a person reads stands in the code of a front.

use std::str::FromStr;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use serde::{Deserialize, Deserializer, Serialize};
use unic_langid::LanguageIdentifier;

/// One folder a language, called by its tag.
static FOLDERS: Dir = include_dir!("$CARGO_MANIFEST_DIR/assets/texts");

/// The language in which every text is there; it stands in where another lacks one.
const FIRST: &str = "en";

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Language(&'static str);

/// A language that it doesn't.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the program doesn't speak “{asked}”. It speaks: {there}")]
pub struct UnknownLanguage {
    asked: String,
    there: String,
}

struct Spoken {
    language: Language,
    texts: FluentBundle<FluentResource>,
}

/// The first language, then the others by their tags.
static SPOKEN: LazyLock<Vec<Spoken>> = LazyLock::new(|| {
    let mut tags: Vec<&'static str> = FOLDERS.dirs().filter_map(|folder| folder.path().to_str()).collect();
    tags.sort_by_key(|tag| (*tag != FIRST, *tag));
    tags.into_iter().map(read).collect()
});

/// The place in [`SPOKEN`] of the language that texts are asked for in. It is the whole program's, as a language is the reader's
/// and not the page's; what is kept and what is counted never depends on it.
static CHOSEN: AtomicUsize = AtomicUsize::new(0);

fn read(tag: &'static str) -> Spoken {
    let mut texts = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_else(|_| LanguageIdentifier::default())]);
    // The marks that isolate right-to-left insertions would show as boxes in a terminal.
    texts.set_use_isolating(false);
    for file in files(tag) {
        // What can't be read of a file is left out and shows by its name; a test reads every file whole.
        let resource = FluentResource::try_new(file.to_string()).unwrap_or_else(|(resource, _)| resource);
        texts.add_resource_overriding(resource);
    }
    Spoken { language: Language(tag), texts }
}

fn files(tag: &str) -> impl Iterator<Item = &'static str> {
    FOLDERS.get_dir(tag).into_iter().flat_map(Dir::files).filter_map(|file| file.contents_utf8())
}

impl Language {
    /// Those there are.
    pub fn all() -> impl Iterator<Item = Language> + Clone {
        SPOKEN.iter().map(|spoken| spoken.language)
    }

    /// As BCP 47 names it, such as `pt-BR`.
    pub fn tag(self) -> &'static str {
        self.0
    }

    /// What it is called in itself.
    pub fn name(self) -> String {
        name_of(self.0)
    }

    /// What somebody would read who prefers these, the first most.
    pub fn preferred(tags: impl IntoIterator<Item = String>) -> Language {
        let plain = |tag: &str| ["C", "POSIX"].contains(&tag);
        let known = |tag: String| if plain(&tag) { Some(Language(FIRST)) } else { tag.parse().ok() };
        tags.into_iter().find_map(known).unwrap_or(Language(FIRST))
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(asked: &str) -> Result<Language, UnknownLanguage> {
        let there = || Language::all().map(Language::tag);
        nearest(asked, there()).map(Language).ok_or_else(|| {
            let named: Vec<String> = Language::all().map(|language| format!("{} ({})", language.tag(), language.name())).collect();
            UnknownLanguage { asked: asked.into(), there: named.join(", ") }
        })
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The one of these tags that is meant: the same, else the first of the same language from another country.
pub fn nearest<'a>(asked: &str, there: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let asked = asked.replace('_', "-").to_lowercase();
    let language = |tag: &str| tag.to_lowercase().split('-').next().map(String::from);
    let same = there.clone().find(|tag| tag.to_lowercase() == asked);
    same.or_else(|| there.clone().find(|tag| language(tag) == language(&asked)))
}

/// What a language is called in itself; its tag where the program doesn't speak it.
pub fn name_of(tag: &str) -> String {
    let spoken = SPOKEN.iter().find(|spoken| spoken.language.0 == tag);
    spoken.and_then(|spoken| spoken.text("language-name", &[])).unwrap_or_else(|| tag.into())
}

/// From here on texts are in that language.
pub fn speak(language: Language) {
    let place = SPOKEN.iter().position(|spoken| spoken.language == language);
    CHOSEN.store(place.unwrap_or_default(), Ordering::Relaxed);
}

/// The language that texts are in.
pub fn spoken() -> Language {
    SPOKEN.get(CHOSEN.load(Ordering::Relaxed)).map_or(Language(FIRST), |spoken| spoken.language)
}

/// A text by its name; the name itself where there is none.
pub fn text(name: &str) -> String {
    text_with(name, &[])
}

/// A text with what is to be filled in.
pub fn text_with(name: &str, fill: &[(&str, FluentValue)]) -> String {
    let chosen = SPOKEN.get(CHOSEN.load(Ordering::Relaxed));
    let told = chosen.into_iter().chain(SPOKEN.first()).find_map(|spoken| spoken.text(name, fill));
    told.unwrap_or_else(|| name.to_string())
}

/// The word for a code, by its kind: `word("skill", Skill::OpenQuestion)` is `skill-OpenQuestion`.
pub fn word(kind: &str, code: impl std::fmt::Debug) -> String {
    text(&format!("{kind}-{code:?}"))
}

impl Spoken {
    fn text(&self, name: &str, fill: &[(&str, FluentValue)]) -> Option<String> {
        let pattern = self.texts.get_message(name)?.value()?;
        let mut arguments = FluentArgs::new();
        for (key, value) in fill {
            arguments.set(*key, value.clone());
        }
        Some(self.texts.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned())
    }
}

/// The same with a capital at its beginning.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_whole() {
        for language in Language::all() {
            for file in files(language.tag()) {
                assert!(FluentResource::try_new(file.to_string()).is_ok(), "{language:?}");
            }
        }
    }

    #[test]
    fn a_language_is_known_by_its_tag_or_by_another_country_s() {
        for (asked, meant) in [("en", "en"), ("pt-BR", "pt-BR"), ("pt_br", "pt-BR"), ("pt", "pt-BR"), ("pt-PT", "pt-BR"), ("en-GB", "en")] {
            assert_eq!(asked.parse::<Language>().map(Language::tag), Ok(meant));
        }
        let unknown = "xx".parse::<Language>().unwrap_err().to_string();
        assert!(unknown.contains("“xx”") && unknown.contains("en (English), pt-BR (Português (Brasil))"), "{unknown}");
    }

    #[test]
    fn what_is_preferred_most_and_spoken_is_taken() {
        let preferred = |tags: &[&str]| Language::preferred(tags.iter().map(|tag| tag.to_string())).tag();
        assert_eq!(preferred(&["de-DE", "pt-PT", "en-GB"]), "pt-BR");
        assert_eq!(preferred(&["C", "pt-BR"]), "en");
        assert_eq!(preferred(&["de-DE"]), "en");
        assert_eq!(preferred(&[]), "en");
    }
}
