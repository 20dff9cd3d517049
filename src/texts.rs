//! The program's own words, out of `assets/texts/`: nothing that a person reads stands in the code of a front.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

const FILES: [&str; 3] = [
    include_str!("../assets/texts/en/shared.ftl"),
    include_str!("../assets/texts/en/terminal.ftl"),
    include_str!("../assets/texts/en/window.ftl"),
];

static TEXTS: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec!["en".parse().unwrap_or_else(|_| LanguageIdentifier::default())]);
    // The marks that isolate right-to-left insertions would show as boxes in a terminal.
    bundle.set_use_isolating(false);
    for file in FILES {
        // What can't be read of a file is left out and shows by its name; a test reads every file whole.
        let resource = FluentResource::try_new(file.to_string()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
});

/// A text by its name; the name itself where there is none.
pub fn text(name: &str) -> String {
    text_with(name, &[])
}

/// A text with what is to be filled in.
pub fn text_with(name: &str, fill: &[(&str, FluentValue)]) -> String {
    let Some(pattern) = TEXTS.get_message(name).and_then(|message| message.value()) else {
        return name.to_string();
    };
    let mut arguments = FluentArgs::new();
    for (key, value) in fill {
        arguments.set(*key, value.clone());
    }
    TEXTS.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
}

/// The word for a code, by its kind: `word("skill", Skill::OpenQuestion)` is `skill-OpenQuestion`.
pub fn word(kind: &str, code: impl std::fmt::Debug) -> String {
    text(&format!("{kind}-{code:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_whole() {
        for file in FILES {
            assert!(FluentResource::try_new(file.to_string()).is_ok());
        }
    }
}
