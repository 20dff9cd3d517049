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
        let mut first = [0; 8];
        first.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
        u64::from_le_bytes(first)
    }

    /// What was written, or something between 15 and 85.
    pub fn percent(self, field: &str, written: Option<i32>) -> i32 {
        written.unwrap_or_else(|| 15 + i32::try_from(self.key(field) % 71).unwrap_or_default())
    }

    /// The word that was written, or one of the common ones.
    pub fn word<T: Vocabulary>(self, field: &str, written: &Option<Choice<T>>, common: &[T]) -> T {
        let drawn = || usize::try_from(self.key(field) % common.len().max(1) as u64).unwrap_or_default();
        written.as_ref().map_or_else(|| common[drawn()], |choice| choice.word)
    }
}
