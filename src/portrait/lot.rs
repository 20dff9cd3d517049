//! The lot: what an author leaves out is drawn for a person alone, and always the same.

use crate::script::choice::Choice;
use crate::script::codes::Vocabulary;

/// What an author leaves out is drawn by lot, each thing by itself: the same person always draws the same.
#[derive(Clone, Copy)]
pub struct Lot<'a> {
    pub id: &'a str,
}

impl Lot<'_> {
    /// A number for that field, the same every time.
    pub fn key(self, field: &str) -> u64 {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.id.as_bytes()).update(&[0]).update(field.as_bytes());
        hasher.finalize().as_bytes().first_chunk().map_or(0, |first| u64::from_le_bytes(*first))
    }

    /// What was written, or something between 15 and 85.
    pub fn percent(self, field: &str, written: Option<i32>) -> i32 {
        written.unwrap_or_else(|| i32::try_from(self.key(field) % 71).unwrap_or_default().saturating_add(15))
    }

    /// The word that was written, or one of the common ones.
    pub fn word<T: Vocabulary>(self, field: &str, written: &Option<Choice<T>>, common: &[T]) -> T {
        written.as_ref().map_or_else(|| self.one_of(field, common), |choice| choice.word)
    }

    /// One of these.
    #[expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "what is left of a division by the length is a place, and no list that is drawn from is empty"
    )]
    pub fn one_of<T: Copy>(self, field: &str, list: &[T]) -> T {
        list[(self.key(field) % list.len() as u64) as usize]
    }
}
