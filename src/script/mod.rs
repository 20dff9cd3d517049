//! What an author writes, read and checked: the language, its places in the text, its findings, and the bundle that is played.

pub mod appearance;
pub mod bounds;
pub mod bundle;
pub mod cast;
pub mod choice;
pub mod codes;
pub mod exam;
pub mod excerpt;
pub mod face;
pub mod feeling;
pub mod finding;
pub mod lint;
pub mod model;
pub mod notation;
pub mod outline;
pub mod palette;
pub mod parse;
pub mod places;
pub mod rules;
pub mod shelf;
pub mod stretch;
pub mod translation;
pub mod turn;
pub mod voicing;
