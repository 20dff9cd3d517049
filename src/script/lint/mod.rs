//! What is wrong with files that can be read: found without playing them, each with its place.

mod case;
mod course;
mod craft;
mod exam;
pub mod excess;
mod marks;
mod scene;
mod sense;
mod shared;
mod ways;

use std::collections::BTreeSet;

use super::bounds::{MOST_ENTRIES, MOST_FINDINGS, number};
use super::codes::Ending;
use super::finding::{Finding, Severity, suggest};
use super::model::{Effect, Guard, Phrasings};
use super::notation::outline;
use super::outline::Step::Item;
use super::outline::{Lines, Node, Step};
use super::parse::untold;

pub use case::{case, topics};
pub use course::{carried, course};
pub use craft::{asked, idle_notes};
pub use exam::exam;
pub use marks::mixed;
pub use scene::{made, scene};
pub use sense::{formulation, idle};
pub use shared::{reactions, rubric};
pub use ways::is_endless;

/// Fewest replies that a menu may show.
pub const FEWEST_REPLIES: usize = 3;

/// Most replies that a menu may have.
const MOST_ON_OFFER: usize = 9;

/// How an instructor comes to the hash of a script.
pub const HOW_TO_GET_A_HASH: &str = "`fifty-minutes exam --new CASE` writes an exam with the hash of the script as it is now.";

/// Findings of one file after which no near names are looked for any more.
const MOST_SUGGESTIONS: usize = 100;

/// A file with its text, as findings name it.
#[derive(Clone, Copy)]
pub struct Text<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

/// Findings being gathered for one file; places are looked up only when there is something to tell.
struct Gathering<'a> {
    source: Text<'a>,
    /// The outline of the text, and where its lines begin.
    places: Option<(Node, Lines)>,
    findings: Vec<Finding>,
}

type Path = Vec<Step>;

/// A warning at a place in a file, for who finds it elsewhere.
pub fn warning(code: &'static str, source: Text, path: &[Step], message: String, help: impl Into<String>) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    gathering.warning(code, path, message, help);
    gathering.findings
}

/// The same as an error.
pub fn error(code: &'static str, source: Text, path: &[Step], message: String, help: impl Into<String>) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    gathering.error(code, path, message, help);
    gathering.findings
}

impl<'a> Gathering<'a> {
    fn new(source: Text<'a>) -> Self {
        Gathering { source, places: None, findings: Vec::new() }
    }

    fn warning(&mut self, code: &'static str, path: &[Step], message: String, help: impl Into<String>) {
        self.tell(Severity::Warning, code, path, message, help.into());
    }

    fn error(&mut self, code: &'static str, path: &[Step], message: String, help: impl Into<String>) {
        self.tell(Severity::Error, code, path, message, help.into());
    }

    fn tell(&mut self, severity: Severity, code: &'static str, path: &[Step], message: String, help: String) {
        let told = self.findings.iter().filter(|finding| finding.severity == severity).count();
        if told >= MOST_FINDINGS {
            if told == MOST_FINDINGS {
                self.findings.push(untold(self.source.file, severity));
            }
            return;
        }
        let text = self.source.text;
        let (root, lines) = self.places.get_or_insert_with(|| (outline(text).0, Lines::of(text)));
        let (line, column) = lines.position(text, root.follow(text, path).span.start);
        self.findings.push(Finding {
            severity,
            line: Some(line),
            column: Some(column),
            ..Finding::of_file(code, self.source.file, message, help)
        });
    }

    /// True where a name stands in the text, whatever stands behind it.
    fn is_written(&mut self, path: &[Step], name: &str) -> bool {
        let text = self.source.text;
        let (root, _) = self.places.get_or_insert_with(|| (outline(text).0, Lines::of(text)));
        root.follow(text, path).field(text, name).is_some()
    }

    /// True where a list holds no more than can be looked through.
    fn few(&mut self, path: &[Step], count: usize) -> bool {
        if count > MOST_ENTRIES {
            self.error("too-many", path, format!("more than {} stand in this list", number(MOST_ENTRIES)), "Leave some out.");
        }
        count <= MOST_ENTRIES
    }

    fn within(&mut self, path: &[Step], name: &str, number: i64, from: i64, to: i64) {
        if !(from..=to).contains(&number) {
            self.error("out-of-range", path, format!("`{name}` is {number}; it goes from {from} to {to}"), "");
        }
    }

    fn not_blank(&mut self, path: &[Step], name: &str, text: &str) {
        if text.trim().is_empty() {
            self.error("empty-text", path, format!("`{name}` is empty"), "Write it, or leave the line out where it may be left out.");
        } else if has_control(text) {
            self.error("control-character", path, format!("`{name}` holds a character that can't be seen"), "Type the text anew.");
        }
    }

    fn unique<'b>(&mut self, ids: impl Iterator<Item = (Path, &'b str)>, what: &str) -> BTreeSet<&'b str> {
        let mut seen = BTreeSet::new();
        for (path, id) in ids {
            self.not_blank(&path, "id", id);
            if !id.is_empty() && !is_id(id) {
                let help = "Use letters, digits, hyphens and underlines, with at least one letter.";
                self.error("bad-id", &path, format!("“{id}” can't be an id"), help);
            }
            if !seen.insert(id) {
                self.error("duplicate-id", &path, format!("another {what} is called “{id}” already"), "Give this one an id of its own.");
            }
        }
        seen
    }

    fn known(&mut self, code: &'static str, path: &[Step], what: &str, id: &str, known: &BTreeSet<&str>) {
        if !known.contains(id) {
            let help = self.suggestion(id, known);
            self.error(code, path, format!("there is no {what} called “{id}”"), help);
        }
    }

    /// Who has so many wrong names has another trouble than spelling, and looking for near ones takes its time.
    fn suggestion(&self, id: &str, known: &BTreeSet<&str>) -> String {
        if self.findings.len() < MOST_SUGGESTIONS { suggest(id, known.iter().copied()) } else { String::new() }
    }
}

/// A name that can be typed, listed in a file of choices and told from a number.
fn is_id(id: &str) -> bool {
    id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) && id.chars().any(char::is_alphabetic)
}

/// What the people to begin from are called, where a case could stand.
pub const CAST: &str = "cast";

/// The name of a case: also that of its folder, and the beginning of a record's.
pub fn is_case_id(id: &str) -> bool {
    let letters = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_id(id) && id.len() <= 64 && letters && id != CAST
}

/// True for a name that Windows keeps for itself as the name of a file or a folder, whatever ending stands behind it.
pub fn is_kept_by_windows(name: &str) -> bool {
    const NAMES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    NAMES.contains(&name.to_lowercase().trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// True where a text holds what can't be seen and may do things to a terminal.
pub fn has_control(text: &str) -> bool {
    // Marks that turn a line round can make it read as another; those that only lean one way may stand in a text.
    let turns = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| turns(c) || c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn join(path: &[Step], more: &[Step]) -> Path {
    path.iter().chain(more).copied().collect()
}

fn phrasings(gathering: &mut Gathering, path: &[Step], texts: &Phrasings) {
    if texts.0.is_empty() || texts.0.iter().any(|text| text.trim().is_empty()) {
        gathering.error("empty-text", path, "a text is empty".into(), "Write it, or take it away.");
    }
    if texts.0.iter().any(|text| has_control(text)) {
        gathering.error("control-character", path, "a text holds a character that can't be seen".into(), "Type the text anew.");
    }
}

/// What a condition may speak of.
#[derive(Clone, Copy)]
struct Names<'a> {
    people: &'a BTreeSet<&'a str>,
    facts: &'a BTreeSet<&'a str>,
    /// Of the scene; none for what stands in the case file.
    beats: &'a BTreeSet<&'a str>,
    notes: &'a BTreeSet<&'a str>,
}

fn guards(gathering: &mut Gathering, path: &[Step], guards: &[Guard], names: &Names) {
    sense::contradiction(gathering, path, guards);
    for (i, guard) in guards.iter().enumerate() {
        let path = join(path, &[Item(i)]);
        match guard {
            Guard::AtLeast(measure, number) | Guard::Below(measure, number) => {
                // At the lowest one always holds and the other never.
                let (lowest, highest) = measure.range();
                let lowest = lowest.saturating_add(1);
                gathering.within(&path, &format!("{measure:?}"), (*number).into(), lowest.into(), highest.into());
            }
            Guard::In(stances) if stances.is_empty() => {
                gathering.error("empty-list", &path, "no stance is named".into(), "Name at least one, or leave the condition out.");
            }
            Guard::Told(fact) | Guard::NotTold(fact) => gathering.known("unknown-fact", &path, "fact", fact, names.facts),
            Guard::Met(beat) | Guard::NotMet(beat) => gathering.known("missing-target", &path, "beat", beat, names.beats),
            Guard::Noted(note) | Guard::NotNoted(note) => gathering.known("unknown-note", &path, "note", note, names.notes),
            Guard::Any(any) if any.is_empty() => {
                gathering.error(
                    "empty-list",
                    &path,
                    "nothing is named, so this never holds".into(),
                    "Name at least one, or leave the condition out.",
                );
            }
            Guard::Leaving(Ending::WalkedOut) => {
                gathering.error(
                    "out-of-place",
                    &path,
                    "nobody who walks out is asked this".into(),
                    "Ask for Returns, Undecided or WontReturn.",
                );
            }
            // Of these one is enough, so they may exclude each other.
            Guard::Any(any) => {
                any.iter().for_each(|guard| self::guards(gathering, &join(&path, &[Item(0)]), std::slice::from_ref(guard), names))
            }
            Guard::Of(person, of) => {
                gathering.known("unknown-person", &path, "person", person, names.people);
                self::guards(gathering, &join(&path, &[Item(1)]), of, names);
            }
            Guard::In(_) | Guard::Ruptured | Guard::NotRuptured | Guard::Leaving(_) | Guard::Minute(_) => {}
        }
    }
}

fn effects(gathering: &mut Gathering, path: &[Step], effects: &[Effect], names: &Names) {
    for (i, effect) in effects.iter().enumerate() {
        let path = join(path, &[Item(i)]);
        match effect {
            Effect::Add(_, number) => gathering.within(&path, "Add", (*number).into(), -20, 20),
            Effect::Note(note) => gathering.not_blank(&path, "Note", note),
            Effect::Forget(note) => gathering.known("unknown-note", &path, "note", note, names.notes),
            Effect::Of(person, moved) => {
                gathering.known("unknown-person", &path, "person", person, names.people);
                if moved.iter().any(|effect| !matches!(effect, Effect::Add(..))) {
                    let message = "in one person alone only measures move: notes are everybody's".into();
                    gathering.error("out-of-place", &path, message, "Write the note beside `Of(…)`.");
                }
                self::effects(gathering, &join(&path, &[Item(1)]), moved, names);
            }
        }
    }
}
