//! A problem found in what an author wrote, with its place, in plain words, and how to mend it.

use serde::Serialize;

use super::bounds::{LONGEST_MESSAGE, LONGEST_NAME, LONGEST_QUOTE, MOST_NEAR, MOST_TOLD, number};
use super::stretch::stretch;

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
        let (message, help) = (brief(&message), brief(&help));
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

/// Findings of many files, of which no more are kept than can be told.
#[derive(Clone, Debug)]
pub struct Told {
    /// How many there is room for; behind them stands one for all the rest.
    room: usize,
    findings: Vec<Finding>,
}

impl Told {
    /// None yet.
    pub fn new(room: usize) -> Told {
        Told { room, findings: Vec::new() }
    }

    /// As many of these as are told of a whole library.
    pub fn of(findings: impl IntoIterator<Item = Finding>) -> Vec<Finding> {
        let mut told = Told::new(MOST_TOLD);
        // What comes behind is not even looked for.
        let _ = findings.into_iter().try_for_each(|finding| {
            told.push(finding);
            (!told.is_enough()).then_some(())
        });
        told.findings
    }

    /// Adds one, or puts it to the rest.
    pub fn push(&mut self, finding: Finding) {
        if self.findings.len() < self.room {
            return self.findings.push(finding);
        }
        match self.findings.get_mut(self.room) {
            // As grave as the gravest that it stands for.
            Some(rest) => rest.severity = rest.severity.min(finding.severity),
            None => {
                let message = format!("more is wrong from here on: of all cases together {} findings are told", number(MOST_TOLD));
                let help = "Mend those first, and check again.".into();
                self.findings.push(Finding { severity: finding.severity, ..Finding::of_file("too-many", &finding.file, message, help) });
            }
        }
    }

    /// The same with each of these.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }

    /// True while nothing is in error.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }

    /// True where it would change nothing to look for more.
    pub fn is_enough(&self) -> bool {
        self.findings.get(self.room).is_some_and(|rest| rest.severity == Severity::Error)
    }

    /// What is told.
    pub fn findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// A message with no more than the beginning of each text that it quotes, whatever an author put there.
pub fn brief(message: &str) -> String {
    let mut brief = String::new();
    let mut rest = message;
    while let Some((before, quoted, behind)) =
        rest.split_once('“').and_then(|(before, rest)| rest.split_once('”').map(|(quoted, behind)| (before, quoted, behind)))
    {
        brief.extend([before, "“", &beginning(quoted, LONGEST_QUOTE), "”"]);
        rest = behind;
    }
    brief.push_str(rest);
    beginning(&brief, LONGEST_MESSAGE)
}

/// So many characters of a text, and a mark where there are more.
fn beginning(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", stretch(text, ..end)),
        None => text.into(),
    }
}

/// The known word nearest to a mistyped one, if any is near enough to be meant; none where too many are about as long.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // What is longer than any name is no misspelt one, and comparing takes as long as both are.
    if word.len() > LONGEST_NAME {
        return None;
    }
    let folded = word.to_lowercase();
    let length = folded.chars().count();
    let is_as_long =
        |candidate: &&str| candidate.len() <= LONGEST_NAME && candidate.to_lowercase().chars().count().abs_diff(length) <= slips(candidate);
    let as_long: Vec<&str> = known.into_iter().filter(is_as_long).take(MOST_NEAR.saturating_add(1)).collect();
    if as_long.len() > MOST_NEAR {
        return None;
    }
    as_long
        .into_iter()
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
