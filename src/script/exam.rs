//! An exam as an instructor sets it: which hour of which case, with which chance and on which words, and what a class reads before it.

use serde::{Deserialize, Deserializer, Serialize};

use super::model::fold;

/// What the name of an exam's file ends in.
pub const EXAM: &str = ".exam.ron";

/// Most characters of a title, and of a note to the class.
pub const LONGEST_TITLE: usize = 120;
pub const LONGEST_NOTE: usize = 4_000;

/// `*.exam.ron`: handed to a class, so that every machine holds the same hour.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exam {
    #[serde(deserialize_with = "folded")]
    pub title: String,
    /// The case's id.
    pub case: String,
    /// Counted from 1.
    #[serde(default = "first")]
    pub session: u32,
    pub seed: u64,
    /// Hash of the script that it must be: 64 hexadecimal digits.
    pub script: String,
    /// The language that the hour is held in; the one that the case is written in where none is named.
    #[serde(default)]
    pub language: Option<String>,
    /// A folder or a pack of cases that the class has not seen, below the folder of the exam's file.
    #[serde(default)]
    pub pack: Option<String>,
    /// A case that no clinician has read may be set.
    #[serde(default)]
    pub accepts_unreviewed: bool,
    /// What the case offers to leave out may be left out.
    #[serde(default = "yes")]
    pub may_leave_out: bool,
    /// Read by the class before the hour.
    #[serde(default, deserialize_with = "folded")]
    pub note: String,
}

fn first() -> u32 {
    1
}

fn yes() -> bool {
    true
}

fn folded<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    String::deserialize(deserializer).map(|text| fold(&text))
}

/// The file that an exam was set by, as a record remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub title: String,
    /// Hash of the file: 64 hexadecimal digits.
    pub hash: String,
    pub may_leave_out: bool,
}

/// What a record says of an exam beside its hour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// None where somebody sat down to one of their own, without a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
    /// A clinician had read the case.
    pub reviewed: bool,
    /// The program could have shown on this machine before what the replies come to: the case was among those that can be practised,
    /// or an hour of the same script had been kept.
    pub at_hand: bool,
    /// Hours of the case that had been kept on this machine before, whoever held them.
    pub met: u32,
    /// Which time the same trainee began this exam, counted from 1.
    pub attempt: u32,
}

impl Exam {
    /// What a record remembers of it, with the hash of its file.
    pub fn paper(&self, hash: &str) -> Paper {
        Paper { title: self.title.clone(), hash: hash.into(), may_leave_out: self.may_leave_out }
    }
}

/// Hash of an exam's file, as it lies on the disk.
pub fn hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}
