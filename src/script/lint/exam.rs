//! What is wrong with an exam by itself, whatever cases there are.

use unic_langid::LanguageIdentifier;

use crate::script::exam::{Exam, LONGEST_NOTE, LONGEST_TITLE};
use crate::script::finding::Finding;
use crate::script::outline::Step::Field;

use super::{Gathering, Text};

/// Hexadecimal digits of a script's hash.
const DIGITS: usize = 64;

/// Everything that can be seen in the file alone.
pub fn exam(source: Text, exam: &Exam) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    gathering.not_blank(&[Field("title")], "title", &exam.title);
    if !exam.note.is_empty() {
        gathering.not_blank(&[Field("note")], "note", &exam.note);
    }
    for (name, text, most) in [("title", &exam.title, LONGEST_TITLE), ("note", &exam.note, LONGEST_NOTE)] {
        let long = text.chars().count();
        if long > most {
            let message = format!("`{name}` is {long} characters long; there is room for {most}");
            gathering.error("too-long", &[Field(name)], message, "Say what a class has to know before the hour, and no more.");
        }
    }
    if exam.session == 0 {
        gathering.error("out-of-range", &[Field("session")], "`session` is 0; sessions are counted from 1".into(), "");
    }
    if exam.script.len() != DIGITS || !exam.script.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f')) {
        let message = format!("`script` is no hash of a script: that is {DIGITS} digits from 0 to 9 and a to f");
        gathering.error("another-script", &[Field("script")], message, super::HOW_TO_GET_A_HASH);
    }
    if let Some(language) = exam.language.as_ref().filter(|language| language.parse::<LanguageIdentifier>().is_err()) {
        let message = format!("“{language}” is no language tag");
        gathering.error("unknown-language", &[Field("language")], message, "Write one such as \"en\" or \"pt-BR\".");
    }
    if let Some(pack) = exam.pack.as_ref().filter(|pack| !is_below(pack)) {
        let message = format!("“{pack}” is no folder and no pack below the folder in which the exam lies");
        gathering.error(
            "wrong-kind",
            &[Field("pack")],
            message,
            "Put the cases beside the exam, and name their folder or their pack alone, such as \"cases\" or \"cases.pack.json\".",
        );
    }
    gathering.findings
}

/// True for the name of something below, written with slashes: it leads nowhere else on whatever system.
fn is_below(path: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', ':']);
    path.split('/').all(is_name) && !path.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::is_below;

    #[test]
    fn a_pack_lies_below_its_exam_and_nowhere_else() {
        for below in ["cases", "term/two", "a b", "prova-ção"] {
            assert!(is_below(below), "{below}");
        }
        for elsewhere in ["", "/cases", "cases/", "..", "../cases", "cases/../..", ".", "C:\\cases", "C:cases", "a\\b", "a\nb"] {
            assert!(!is_below(elsewhere), "{elsewhere}");
        }
    }
}
