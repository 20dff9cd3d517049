//! The defects: one a row, with what to put where in a sound case, and where it is told.

use super::making::{CASE, Files, SHEET};

/// Where a defect is told.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// In the line that was changed.
    Here,
    Next,
    /// In the nearest line above, or below, that begins so.
    Above(&'static str),
    Below(&'static str),
    /// Of the file as a whole.
    File,
}
use Told::*;

/// A code, how a line begins in which it can be planted, what to find there and what to put in its place (where nothing is to be
/// found, for the whole line), and where it is told.
pub type Defect = (&'static str, &'static str, &'static str, &'static str, Told);

pub const IN_CASE: [Defect; 43] = [
    ("commas", "difficulty: ", ",", "", Here),
    ("commas", "age: ", ",", ";", Here),
    ("quotation-marks", "name: ", "\"C", "“C", Here),
    ("quotation-marks", "about: ", ".\",", ".,", Here),
    ("odd-character", "name: ", ": ", ":\u{a0}", Here),
    ("syntax", "blocked: ", ":", "", Here),
    ("brackets", "voice: ", "),", "],", Here),
    ("unknown-word", "lens: ", "", "lens: Humanist,", Here),
    ("unknown-name", "about: ", "about", "abuot", Here),
    ("missing-part", "name: ", "", "", Above("(")),
    ("twice", "difficulty: ", "1,", "1, difficulty: 2,", Here),
    ("wrong-kind", "age: ", "40", "\"forty\"", Here),
    ("wrong-id", "id: \"made", "made", "mode", Here),
    ("unknown-language", "language: ", "en", "in English", Here),
    ("out-of-range", "difficulty: ", "1", "11", Here),
    ("out-of-range", "age: ", "40", "14", Here),
    ("out-of-range", "begins: ", "16", "26", Here),
    ("out-of-range", "temperament: ", "pace: 50", "pace: 150", Here),
    ("out-of-range", "start: ", "2)", "9)", Here),
    ("out-of-range", "appearance: ", "age: 4", "age: 14", Here),
    ("out-of-range", "voice: ", "(pitch: ", "(pitch: 1", Here),
    (
        "out-of-range",
        "(people: [",
        "people: [",
        "people: [(trust: 1, agreement: 1, safety: 1, distress: 1, frustration: 1, hope: 1, experiencing: 1), ",
        Here,
    ),
    ("out-of-range", "(weight: 1", "Hope, 5", "Hope, 50", Here),
    ("out-of-range", "(weight: 3", "3", "0", Here),
    ("empty-text", "title: ", "Made", " ", Here),
    ("empty-text", "what: ", "", "what: \"\",", Here),
    ("empty-text", "note: ", "", "note: \"\",", Here),
    ("control-character", "referral: ", "They", "They\u{7}", Here),
    ("empty-list", "needs: [AtLeast", "[", "[In([]), ", Here),
    ("contradiction", "needs: [AtLeast", "[", "[Below(Trust, 30), ", Here),
    ("unknown-fact", "(people: [", "fact-0", "fact-9", Here),
    ("unknown-note", "(people: [", "said", "says", Here),
    ("unknown-note", "needs: [NotRuptured", "said", "says", Here),
    ("unknown-person", "beside: ", ": \"", ": \"nobody-", Here),
    ("no-colour", "appearance: ", "\"#", "\"octarine ", Here),
    ("out-of-place", "\"hour-0\"", "", "(scene: \"hour-0\", note: \"Before.\"),", Here),
    ("out-of-place", "(weight: 3", "AtLeast(Trust, 30)", "Minute(3)", Here),
    ("duplicate-id", "facts: [", "[", "[\n(id: \"fact-0\", what: \"Of it.\", needs: [], blocked: \"-\"),", Below("id: \"fact-0")),
    ("duplicate-id", "content_notes: [", "[", "[\n(note: \"Of it.\", topic: \"topic-0\"),", Below("(topic: \"topic-0")),
    ("idle-fact", "facts: [", "[", "[\n(id: \"lost\", what: \"Of nothing.\", needs: [], blocked: \"-\"),", Next),
    ("unheard-event", "(event: ", ", heard: [\"fact-0\"]", "", Here),
    ("unknown-fact", "(event: ", "fact-0", "fact-9", Here),
    ("idle-topic", "content_notes: [", "[", "[\n(topic: \"lost\", note: \"Of nothing.\"),", Next),
];

pub const IN_SCENE: [Defect; 56] = [
    ("commas", "skill: ", ",", "", Here),
    ("commas", "skill: ", ",", ";", Here),
    ("commas", "skill: ", ",", ",,", Here),
    ("quotation-marks", "say: \"Reply", "\"Reply", "“Reply", Here),
    ("quotation-marks", "say: \"Reply", "\",", ",", Here),
    ("quotation-marks", "why: ", "Because", "Be\"cause\"", Here),
    ("odd-character", "skill: ", ": ", ":\u{a0}", Here),
    ("odd-character", "skill: ", ":", " =", Here),
    ("odd-character", "to: ", ": ", "：", Here),
    ("syntax", "why: ", ":", "", Here),
    ("brackets", "),", "),", "", Above("(")),
    ("brackets", "moments: [G", ")]", ")", Here),
    ("unknown-word", "skill: ", ",", "x,", Here),
    ("unknown-name", "why: ", "why", "wy", Here),
    ("missing-part", "why: ", "", "", Above("(")),
    ("twice", "skill: ", "skill: ", "skill: Advice, skill: ", Here),
    ("twice", "moments: [Goal", "moments", "feels: [Sad, Tired, Sad], moments", Here),
    ("too-many", "moments: [Goal", "moments", "feels: [Sad, Tired, Torn, Wary, Tense], moments", Here),
    ("wrong-kind", "length: ", "50", "\"fifty\"", Here),
    ("out-of-range", "empathy: ", ": ", ": 6", Here),
    ("too-long", "length: ", "50", "61", Here),
    ("too-many", "moments: [B", "[B", "[Boundary(domain: Time, indicated: [Hold]), B", Here),
    ("missing-target", "to: ", ": \"", ": \"no-", Here),
    ("missing-target", "topic: ", "around: \"", "around: \"no-", Here),
    ("missing-target", "start: ", "beat", "baet", Here),
    ("duplicate-id", "id: \"reply-1", "-1", "-0", Here),
    ("bad-id", "id: \"reply-1", "-", " ", Here),
    ("empty-text", "act: ", "", "act: \"\",", Here),
    ("empty-text", "(say: [\"So.", "So.", "", Here),
    ("control-character", "act: ", "Reply", "\u{7}", Here),
    ("empty-list", "moments: [Goal", "Elicit", "", Here),
    ("unknown-fact", "tells: ", "fact", "fcat", Here),
    ("unknown-note", "(when: [Noted(\"said", "said", "says", Here),
    ("unknown-person", "(say: [\"So.", "(", "(who: \"nobody\", ", Here),
    ("unknown-person", "against: ", "sam", "sma", Here),
    ("unknown-topic", "topic: ", "\"topic", "\"topc", Here),
    ("same-topic", "topic: \"topic-0", "around: ", "around: \"of-0-1\", // ", Here),
    ("unclear-line", "(say: [\"So.", "(", "(pause: 2, ", Here),
    ("out-of-place", "(say: [\"So.", "(", "(leak: Sad, ", Here),
    ("out-of-place", "topic: ", "topic: \"topic-0\", ", "", Here),
    ("never-comes", "(when: [In", "when: [In([Guarded])], ", "", Next),
    ("contradiction", "(when: [Noted(\"said", ")]", "), NotNoted(\"said\")]", Here),
    ("thin-menu", "act: ", "act", "when: [Ruptured], act", Above("replies: [")),
    ("missing-code", "empathy: ", "", "", Above("(")),
    ("same-text", "say: \"Reply 1", "1", "0", Here),
    ("same-text", "why: \"Because of 2", "2", "1", Here),
    ("all-alike", "skill: Summary", "Summary", "Affirmation", Above("replies: [")),
    ("unseen-cue", "(see: [\"Glances", "see", "say", Above("moments: [")),
    ("two-ways-on", "ends: Planned", "", "ends: Planned, then: \"leaves\",", Above("(")),
    ("no-way-on", "ends: Planned", "", "", Above("(")),
    ("no-way-on", "blocked: ", "", "", Above("tells: ")),
    ("endless", "ends: Planned", "", "then: \"closing\",", Above("id: \"closing")),
    ("unanswered-moment", "moments: [Goal", "Elicit", "NextStep", Here),
    ("unanswered-moment", "repair: ", "OwnPart", "PushOn", Above("moments: [")),
    ("idle-moment", "id: \"closing", ",", ", moments: [Emotional],", Here),
    ("unreachable-beat", "id: \"leaves", "id", "id: \"lost\", ends: Planned), (id", Here),
];

const TITLE: &str = "case/title";

pub const IN_SHEET: [Defect; 9] = [
    ("translation-broken", "\u{feff}key", "key", "name", Here),
    ("translation-broken", TITLE, ",Made,", ",", Here),
    ("translation-missing", TITLE, "", "", File),
    ("translation-empty", TITLE, "", "case/title,Made,,", Here),
    ("translation-stale", TITLE, ",Made,", ",Meant,", Here),
    ("translation-stale", TITLE, ",Made,Made,", ",Made,Made,Meant", Here),
    ("translation-orphaned", TITLE, TITLE, "case/titel,Made,Made,\ncase/title", Here),
    ("translation-double", TITLE, TITLE, "case/title,Made,Made,\ncase/title", Next),
    ("control-character", TITLE, ",Made,Made,", ",Made,\u{7},", Here),
];

/// A code, a change of the files by which it comes (false where it can't be made in these), and the file and the beginning of the
/// line where it is told, or nothing for the file as a whole.
pub type Change = (&'static str, fn(&mut Files) -> bool, &'static str, &'static str);

const FIRST: &str = "made/hour-0.scene.ron";

/// Puts lines in the place of those from the one that begins so up to the one that ends that.
fn put(files: &mut Files, file: &str, from: &str, end: &str, lines: &[String]) {
    let there = files.get_mut(file).unwrap();
    let first = there.iter().position(|line| line.starts_with(from)).unwrap();
    let last = first + there[first..].iter().position(|line| line == end).unwrap();
    there.splice(first..=last, lines.iter().cloned());
}

fn holds(files: &Files, line: &str) -> bool {
    files[CASE].iter().any(|there| there == line)
}

pub const CHANGES: [Change; 11] = [
    ("missing-file", |files| files.remove(FIRST).is_some(), CASE, "\"hour-0"),
    ("missing-file", |files| files.remove(CASE).is_some(), CASE, ""),
    (
        "unused-file",
        |files| {
            let again = files[FIRST].clone();
            files.insert("made/again.scene.ron".into(), again).is_none()
        },
        "made/again.scene.ron",
        "",
    ),
    (
        "no-session",
        |files| {
            files.retain(|name, _| name == CASE);
            put(files, CASE, "sessions: [", ")", &["sessions: [],".into(), ")".into()]);
            true
        },
        CASE,
        "sessions: [",
    ),
    (
        "nobody",
        |files| {
            put(files, CASE, "people: [", "],", &["people: [],".into()]);
            holds(files, "format: Individual,") && files.len() == 2
        },
        CASE,
        "people: [",
    ),
    (
        "nobody",
        |files| {
            let closing = ["id: \"closing\",".into(), "away: [\"alex\"],".into()];
            put(files, FIRST, "id: \"closing", "id: \"closing\",", &closing);
            holds(files, "format: Individual,")
        },
        FIRST,
        "away: [",
    ),
    (
        "bad-id",
        |files| {
            put(files, CASE, "id: \"made", "id: \"made\",", &["id: \"Made\",".into()]);
            *files = std::mem::take(files).into_iter().map(|(name, lines)| (name.replace("made", "Made"), lines)).collect();
            true
        },
        "Made/case.ron",
        "id: \"Made",
    ),
    (
        "too-many",
        |files| {
            let fact = |number| format!("(id: \"more-{number}\", what: \"Of it.\", needs: [], blocked: \"-\"),");
            let facts: Vec<String> = ["facts: [".into()].into_iter().chain((0..64).map(fact)).collect();
            put(files, CASE, "facts: [", "facts: [", &facts);
            true
        },
        CASE,
        "facts: [",
    ),
    (
        "too-many",
        |files| {
            let texts = format!("blocked: [{}],", "\"Swallows.\", ".repeat(256));
            put(files, CASE, "blocked: ", "blocked: \"Swallows.\",", &[texts]);
            true
        },
        CASE,
        "blocked: [",
    ),
    (
        "too-many",
        |files| {
            let reply = |number| {
                format!(
                    "(id: \"more-{number}\", say: \"More {number}.\", skill: Summary, empathy: 2, why: \"More of {number}.\", to: \"closing\"),"
                )
            };
            let replies: Vec<String> = ["replies: [".into()].into_iter().chain((0..7).map(reply)).collect();
            put(files, FIRST, "replies: [", "replies: [", &replies);
            true
        },
        FIRST,
        "replies: [",
    ),
    (
        "translation-unbegun",
        |files| {
            files.get_mut(SHEET).is_some_and(|sheet| {
                sheet.retain(|row| !row.starts_with("hour-0/"));
                true
            })
        },
        SHEET,
        "",
    ),
];
