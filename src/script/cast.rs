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
