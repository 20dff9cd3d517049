//! A problem found in what an author wrote, with its place, in plain words, and how to mend it.

use serde::Serialize;

use super::bounds::LONGEST_NAME;

/// How grave a finding is: only an error keeps a case from being played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
    Note,
}

/// One problem at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable name of the kind of problem, such as `missing-target`.
    pub code: &'static str,
    pub severity: Severity,
    /// As the file was named to the reader.
    pub file: String,
    /// Counted from 1; none where the finding is about the whole file.
    pub line: Option<u32>,
    /// Counted from 1, in characters.
    pub column: Option<u32>,
    pub message: String,
    pub help: String,
}

impl Finding {
    /// An error about a whole file.
    pub fn of_file(code: &'static str, file: &str, message: String, help: String) -> Finding {
        Finding { code, severity: Severity::Error, file: file.into(), line: None, column: None, message, help }
    }

    /// Where it is, how grave, its code and what is wrong, in one line.
    pub fn headline(&self) -> String {
        let place = match (self.line, self.column) {
            (Some(line), Some(column)) => format!(":{line}:{column}"),
            _ => String::new(),
        };
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        format!("{}{place}: {severity} [{}]: {}", self.file, self.code, self.message)
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str(&self.headline())?;
        if !self.help.is_empty() {
            write!(formatter, "\n    {}", self.help)?;
        }
        Ok(())
    }
}

/// The known word nearest to a mistyped one, if any is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // What is longer than any name is no misspelt one, and comparing takes as long as both are.
    if word.len() > LONGEST_NAME {
        return None;
    }
    let folded = word.to_lowercase();
    known
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST_NAME)
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= slips(candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many slips still look like the word: one in a short one, two in most, more in a long one.
fn slips(word: &str) -> usize {
    match word.chars().count() {
        0..4 => 1,
        length => (length / 3).max(2),
    }
}

/// "Did you mean …?" or a list of what there is.
pub fn suggest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(candidate) = nearest(word, known.iter().copied()) {
        return format!("Did you mean “{candidate}”?");
    }
    match known.as_slice() {
        [] => "There is nothing of that kind here yet.".into(),
        [first, .., last] if known.len() > 24 => format!("There are {}, from “{first}” to “{last}”.", known.len()),
        _ => format!("There is: {}.", known.join(", ")),
    }
}
