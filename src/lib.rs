//! Fifty Minutes: a trainee therapist sits with a simulated patient for an hour, chooses what to
//! say and do, and learns afterwards what it did.
//!
//! # The house
//!
//! ```text
//!       script <- session <- assess <- analysis <- practice <- report   pure
//!               ^                                            portrait   pure, beside them
//!      library    record <- sitting                        touch the machine
//!                     cli    game                           two fronts
//! ```
//!
//! | module | is there for |
//! |---|---|
//! | [`script`] | what an author writes, read, checked and put together as a bundle; the coded turn |
//! | [`session`] | the hour: a command goes in, events come out; the patient; keyed draws; what a trainee writes beside it |
//! | [`assess`] | three scores, the safety gate, the logs of repairs and of interventions, folded from coded turns, also from a table of them |
//! | [`analysis`] | what could have happened: search, hindsight, players, coverage, and what only they can find wrong; transcripts |
//! | [`practice`] | what to do next: a deck of hard moments, when each comes again, how somebody has fared |
//! | [`report`] | the debrief as a plain model; as text, as a page and as comma-separated values; the map of an hour and a case on paper |
//! | [`portrait`] | a person drawn from parameters, as pixels; how they and the room sound, as samples |
//! | [`texts`] | the program's own words, out of a file |
//! | [`library`] | finds `dialogues/` and reads it within bounds |
//! | [`record`] | the journals of hours and of drills on disk, a folder a trainee |
//! | [`sitting`] | one hour as it is held; both fronts sit here |
//! | [`cli`] | the terminal |
//! | `game` | the window (feature `game`) |
//!
//! # What always holds
//!
//! - **A session is its bundle, its seed and its moves.** The same three give the same events, bit
//!   for bit, on every machine: state is in integers, and a draw is keyed by where and what for it
//!   is drawn, so that an edit elsewhere shifts nothing.
//! - **The pure modules know no engine, file, clock, thread, hash order or ambient randomness.**
//!   `clippy.toml` names what they may not use, and a test reads their imports.
//! - **A move is on disk before its answer shows.** Only `sitting` applies commands and writes
//!   journals; a front hands it a reply and shows what comes back.
//! - **Scores fold what was shown.** They are never made from a replay; a replay verifies.
//! - **Authors code, the rubric scores.** No front and no script knows a point.
//! - **Nothing leaks.** What is so in the patient is in the account and never on the screen before
//!   the debrief.
//! - **`cli` and `game` don't know each other.** They meet in `main.rs`.

// What a stranger's file leads to must not bring the program down: where an index or a sum is proven, the proof stands beside it.
#![warn(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::string_slice)]

pub mod analysis;
pub mod assess;
#[allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "a front: it reads arguments and files of choices")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a front: it counts and looks up what the others made"
)]
pub mod cli;
#[cfg(feature = "game")]
#[allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "a front: it has a screen, a clock and threads")]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a front: it counts and looks up what the others made"
)]
pub mod game;
#[allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "it reads the folder of cases")]
pub mod library;
pub mod portrait;
pub mod practice;
#[allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "it keeps journals on a disk")]
pub mod record;
pub mod report;
pub mod script;
pub mod session;
pub mod sitting;
pub mod texts;
