//! Fifty Minutes.

pub mod assess;
pub mod library;
pub mod record;
pub mod report;
pub mod script;
pub mod session;
pub mod sitting;
pub mod texts;
