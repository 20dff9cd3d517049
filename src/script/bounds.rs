//! How much of anything is read that a stranger may have written: one place for all bounds, each of which is named when it is met.

/// Largest file, in bytes.
pub const LARGEST_FILE: u64 = 8 * MIB;

/// Largest file of an exam, in bytes.
pub const LARGEST_EXAM: u64 = 64 * 1024;

/// Largest pack of cases, in bytes; text in it is written with marks before quotation marks and line ends.
pub const LARGEST_PACK: u64 = 16 * MIB;

/// Most text of a library, in bytes.
pub const LARGEST_LIBRARY: u64 = 64 * MIB;

/// Most files in one folder, and most in a library or a pack.
pub const MOST_IN_FOLDER: usize = 5_000;
pub const MOST_FILES: usize = 20_000;
pub const MOST_IN_PACK: usize = 2_000;

/// Longest line of a file, in characters: what is told of a place in it is looked for from where it begins.
pub const LONGEST_LINE: usize = 10_000;

/// Deepest nesting of brackets.
pub const DEEPEST: usize = 40;

/// Largest file in which every slip is told, in bytes; of a larger one only the first.
pub const LARGEST_WITH_SLIPS: usize = 2 * MIB as usize;

/// Most slips of the notation in one file that are looked at, whether they are told one by one or summed up.
pub const MOST_SLIPS: usize = 2_000;

/// How far the end of a text is looked for whose quotation marks don't fit, in bytes.
pub const FARTHEST_END: usize = 20_000;

/// Most errors, and most warnings, that are told of one file, and most findings of any gravity of a whole library.
pub const MOST_FINDINGS: usize = 300;
pub const MOST_TOLD: usize = 2_000;

/// Most sessions of a course.
pub const MOST_SESSIONS: usize = 100;

/// Most entries of any other list in a case.
pub const MOST_ENTRIES: usize = 1_000;

/// Most beats of a scene, and of all sessions of a course, and most text of these in bytes: each session's are put together anew.
pub const MOST_BEATS: usize = 30_000;
pub const LARGEST_COURSE: u64 = 32 * MIB;

/// Longest name of a beat, a note or whatever else another part of a case speaks of, in characters.
pub const LONGEST_ID: usize = 64;

/// Longest entry of the works that a case draws on, and longest naming of them in a reply, in characters.
pub const LONGEST_SOURCE: usize = 1_000;

/// Most rows of a sheet, and most lines of a transcript.
pub const MOST_ROWS: usize = 200_000;
pub const MOST_LINES: usize = 10_000;

/// Most sheets of a case, and most exams beside the cases.
pub const MOST_SHEETS: usize = 50;
pub const MOST_EXAMS: usize = 100;

/// Most columns of a table, and most words of a cell in it.
pub const MOST_COLUMNS: usize = 200;
pub const MOST_WORDS: usize = 20;

/// Longest name for which a near one is looked for, in bytes, and most names of about its length among which it is.
pub const LONGEST_NAME: usize = 100;
pub const MOST_NEAR: usize = 500;

/// How much of a text is quoted, and how long a message may be with all that it quotes, in characters.
pub const LONGEST_QUOTE: usize = 80;
pub const LONGEST_MESSAGE: usize = 2_000;

const MIB: u64 = 1024 * 1024;

/// A size in bytes, in words.
pub fn size(bytes: u64) -> String {
    if bytes >= MIB { format!("{} MiB", bytes / MIB) } else { format!("{} KiB", bytes / 1024) }
}

/// A number as it is told, with commas between the thousands.
pub fn number(count: usize) -> String {
    if count < 1_000 { count.to_string() } else { format!("{},{:03}", number(count / 1_000), count % 1_000) }
}
