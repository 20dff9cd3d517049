//! What a case can be played without and isn't good without: several wordings, something done, replies of a length, a `why`
//! that doesn't judge, sources that are listed, notes that somebody asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::script::bundle::notes_in;
use crate::script::codes::Moment;
use crate::script::finding::Finding;
use crate::script::model::{Beat, Case, Guard, Line, Reply, Scene};
use crate::script::outline::Step::{self, Field, Item};
use crate::script::stretch::stretch;

use super::scene::noted;
use super::ways::rounds;
use super::{Gathering, Text, join};

/// Fewest wordings of what is met in every hour, or more than once in one.
const FEWEST_WORDINGS: usize = 3;

/// By how much in percent, and by how many characters, the longest reply of a menu may be longer than the shortest.
const LONGER: usize = 50;
const BY_CHARACTERS: usize = 15;

/// What tells the reader that a reply was right or wrong, instead of what it does: by language, words that a `why` begins with,
/// and words anywhere in it.
const JUDGING: [(&str, &[&str], &[&str]); 2] = [
    (
        "en",
        &["correct", "incorrect", "wrong"],
        &[
            "correct answer",
            "correct reply",
            "correct response",
            "correct choice",
            "right answer",
            "right reply",
            "right response",
            "right choice",
            "right thing to say",
            "wrong answer",
            "wrong reply",
            "wrong response",
            "wrong choice",
            "wrong thing to say",
            "best answer",
            "best reply",
            "best response",
            "best choice",
            "this is correct",
            "this is incorrect",
            "this is right",
            "this is wrong",
            "this is a mistake",
            "you should have said",
        ],
    ),
    (
        "pt",
        &["correto", "correta", "incorreto", "incorreta", "certo", "errado", "errada"],
        &[
            "resposta certa",
            "resposta correta",
            "resposta errada",
            "resposta incorreta",
            "melhor resposta",
            "pior resposta",
            "escolha certa",
            "escolha correta",
            "escolha errada",
            "melhor escolha",
            "isto está certo",
            "isto está errado",
            "isso está certo",
            "isso está errado",
            "é um erro dizer",
            "deveria ter dito",
        ],
    ),
];

/// Fewest menus of a scene that is more than a beginning, of which much is still to come.
const BEGUN: usize = 5;

/// What a scene of that case, which can be played, lacks all the same.
pub(super) fn scene(gathering: &mut Gathering, case: &Case, scene: &Scene) {
    if scene.beats.iter().filter(|beat| !beat.replies.is_empty()).count() >= BEGUN {
        idle_scores(gathering, scene);
        only_words(gathering, scene);
    }
    few_wordings(gathering, scene);
    let language = case.language.split('-').next().unwrap_or_default();
    let judging = JUDGING.iter().find(|(of, ..)| *of == language);
    let works: Vec<Work> = case.sources.iter().map(|listed| Work::of(listed)).collect();
    let mut listed: BTreeMap<&str, bool> = BTreeMap::new();
    for (i, beat) in scene.beats.iter().enumerate() {
        let path = [Field("beats"), Item(i), Field("replies")];
        lengths(gathering, &path, &beat.replies);
        for (j, reply) in beat.replies.iter().enumerate() {
            if let Some(words) = judging.and_then(|(_, first, anywhere)| judges(&reply.why, first, anywhere)) {
                let message = format!("this judges the reply: “{words}”");
                let help = "Say what it does, what it costs, and what to watch for in the answer.";
                gathering.warning("judging-why", &join(&path, &[Item(j), Field("why")]), message, help);
            }
            for source in reply.source.iter().flat_map(|source| source.split(';')).map(str::trim) {
                if !*listed.entry(source).or_insert_with(|| is_listed(&works, source)) {
                    let message = format!("“{source}” is none of the `sources` of the case");
                    let help =
                        "Add the work to `sources` in case.ron, or name it here by its first author and its year as it stands there.";
                    gathering.warning("unknown-source", &join(&path, &[Item(j), Field("source")]), message, help);
                }
            }
        }
    }
}

/// A score that no hour of the scene can have, because nothing in it counts.
fn idle_scores(gathering: &mut Gathering, scene: &Scene) {
    let counts = |is: fn(&Moment) -> bool, answers: fn(&Reply) -> bool| {
        scene.beats.iter().any(|beat| beat.moments.iter().any(is) && beat.replies.iter().any(answers))
    };
    let feeling = counts(|moment| matches!(moment, Moment::Emotional), |reply| reply.empathy.is_some());
    let goal = counts(|moment| matches!(moment, Moment::Goal(_)), |reply| !reply.goal.is_empty());
    let boundary = scene.beats.iter().flat_map(|beat| &beat.replies).any(|reply| reply.boundary.is_some());
    let scores = [
        (feeling, "empathy", "Make some beats `Emotional` moments, whose replies carry `empathy`."),
        (goal, "goal agreement", "Make some beats `Goal` moments, with replies that make a `goal` move."),
        (boundary, "boundaries", "Put the frame in play somewhere, with replies that carry `boundary`."),
    ];
    for (_, score, help) in scores.into_iter().filter(|(counts, ..)| !counts) {
        gathering.warning("idle-score", &[Field("beats")], format!("nothing in this scene counts for {score}"), help);
    }
}

/// A scene in which nothing can be done but talk.
fn only_words(gathering: &mut Gathering, scene: &Scene) {
    if scene.beats.iter().flat_map(|beat| &beat.replies).all(|reply| reply.act.is_none()) {
        let message = "every reply of this scene is said: none is a silence, or something done".into();
        gathering.warning("only-words", &[Field("beats")], message, "Write at least one with `act` in place of `say`.");
    }
}

/// What every hour comes to, or one can come to again, and reads the same each time.
fn few_wordings(gathering: &mut Gathering, scene: &Scene) {
    let places: BTreeMap<&str, usize> = scene.beats.iter().enumerate().map(|(i, beat)| (beat.id.as_str(), i)).collect();
    let onward = |beat: &Beat| beat_again(beat).filter_map(|id| places.get(id).copied()).collect();
    let ways: Vec<Vec<usize>> = scene.beats.iter().map(onward).collect();
    let again: BTreeSet<usize> = rounds(&ways).into_iter().flatten().collect();
    for (i, beat) in scene.beats.iter().enumerate() {
        let why = if beat.id == scene.start {
            "every hour begins with"
        } else if beat.ends.is_some() {
            "hours end with"
        } else if again.contains(&i) {
            "an hour can come back to"
        } else {
            continue;
        };
        if let Some(count) = wordings(&beat.lines).filter(|count| *count < FEWEST_WORDINGS) {
            let message = format!(
                "{why} the beat “{}”, and none of its lines has more than {count} wording{}",
                beat.id,
                if count == 1 { "" } else { "s" }
            );
            let help = format!("Give one of its lines {FEWEST_WORDINGS} wordings, in square brackets, or variants by how the person is.");
            gathering.warning("few-wordings", &[Field("beats"), Item(i), Field("lines")], message, help);
        }
    }
}

/// Where a beat leads each time anew: all ways but those that are open once, as one is that asks what was met, told or noted.
fn beat_again(beat: &Beat) -> impl Iterator<Item = &str> {
    let replies = beat.replies.iter().filter(|reply| !remembers(&reply.when)).map(|reply| &reply.to);
    let branches = beat.branch.iter().filter(|way| !remembers(&way.when)).map(|way| &way.to);
    let others = beat.then.iter().chain(&beat.blocked).chain(beat.chance.iter().map(|chance| &chance.to));
    others.chain(branches).chain(replies).map(String::as_str)
}

/// True for conditions that ask what was before, or how late it is.
fn remembers(guards: &[Guard]) -> bool {
    guards.iter().any(|guard| match guard {
        Guard::Told(_) | Guard::NotTold(_) | Guard::Met(_) | Guard::NotMet(_) | Guard::Noted(_) | Guard::NotNoted(_) => true,
        Guard::Minute(_) => true,
        Guard::Any(some) | Guard::Of(_, some) => remembers(some),
        _ => false,
    })
}

/// The most wordings that one of these lines has; those that come only in some states count as one with as many. None where
/// nothing is said or seen.
fn wordings(lines: &[Line]) -> Option<usize> {
    let of = |line: &Line| {
        let plain = line.say.iter().chain(&line.see).chain(line.first.iter().map(|variant| &variant.say));
        plain.map(|texts| texts.0.len()).sum::<usize>()
    };
    let sometimes: usize = lines.iter().filter(|line| !line.when.is_empty()).map(of).sum();
    lines.iter().map(of).max().map(|most| most.max(sometimes)).filter(|most| *most > 0)
}

/// Replies that give themselves away by how long they are.
fn lengths(gathering: &mut Gathering, path: &[Step], replies: &[Reply]) {
    let said = replies.iter().enumerate().filter_map(|(i, reply)| Some((reply.say.as_ref()?.chars().count(), i, &reply.id)));
    let said: Vec<(usize, usize, &String)> = said.collect();
    let (Some((shortest, _, short)), Some((longest, place, long))) = (said.iter().min(), said.iter().max()) else { return };
    let by = longest.saturating_sub(*shortest);
    if by.saturating_mul(100) > shortest.saturating_mul(LONGER) && by >= BY_CHARACTERS {
        let message =
            format!("the reply “{long}” has {longest} characters and “{short}” has {shortest}: the length alone tells them apart");
        let help = "Let what is said at one menu be about as long, so that nobody can choose by that.";
        gathering.warning("uneven-lengths", &join(path, &[Item(*place), Field("say")]), message, help);
    }
}

/// The words by which a `why` judges, as they stand in it.
fn judges<'a>(why: &'a str, first: &[&str], anywhere: &[&str]) -> Option<&'a str> {
    let words = || {
        let mut within = false;
        why.char_indices().filter(move |(_, c)| !std::mem::replace(&mut within, c.is_alphabetic()) && within)
    };
    let found = |at: usize, of: &[&str]| of.iter().find_map(|turn| stands(stretch(why, at..), turn));
    words().take(1).find_map(|(at, _)| found(at, first)).or_else(|| words().find_map(|(at, _)| found(at, anywhere)))
}

/// The words that a text begins with, as they stand in it, where they are those in lower case.
fn stands<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let same =
        words.chars().all(|word| rest.next().is_some_and(|there| there == word || there.is_uppercase() && there.to_lowercase().eq([word])));
    let behind = rest.as_str();
    if same && !behind.starts_with(char::is_alphabetic) { text.strip_suffix(behind) } else { None }
}

fn is_listed(works: &[Work], source: &str) -> bool {
    let (text, named) = (source.to_lowercase(), words(source));
    works.iter().any(|work| work.is_named(&text, &named))
}

/// A work that is listed, as it is looked for: in lower case, by what it begins with, and by its years.
struct Work {
    text: String,
    /// Its first word, which is an author, and the first letters of an institution.
    author: Option<String>,
    letters: String,
    words: BTreeSet<String>,
}

impl Work {
    fn of(listed: &str) -> Work {
        let there = words(listed);
        Work {
            text: listed.to_lowercase(),
            author: there.first().cloned(),
            letters: there.iter().take_while(|word| !is_year(word)).filter_map(|word| word.chars().next()).collect(),
            words: there.into_iter().collect(),
        }
    }

    /// True where it is the one that a reply names: by its first author, or the first letters of an institution, and its year.
    fn is_named(&self, source: &str, named: &[String]) -> bool {
        let Some(author) = named.first() else { return false };
        let by = self.author.as_ref() == Some(author) || author.chars().count() > 1 && self.letters == *author;
        (by || self.text.starts_with(source)) && named.iter().filter(|word| is_year(word)).all(|year| self.words.contains(year))
    }
}

/// The words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The notes that anything in the case asks for, in whatever session.
pub fn asked<'a>(case: &'a Case, scenes: &[&'a Scene]) -> BTreeSet<&'a str> {
    let weeks = case.sessions.iter().flat_map(|planned| &planned.week).map(|happening| &happening.when);
    let beats = || scenes.iter().flat_map(|scene| &scene.beats);
    let lines = || beats().flat_map(|beat| &beat.lines);
    let conditions = lines().map(|line| &line.when).chain(lines().flat_map(|line| &line.first).map(|variant| &variant.when));
    let ways = beats().flat_map(|beat| &beat.branch).map(|way| &way.when);
    let replies = beats().flat_map(|beat| &beat.replies).map(|reply| &reply.when);
    let facts = case.facts.iter().map(|fact| &fact.needs);
    weeks.chain(conditions).chain(ways).chain(replies).chain(facts).flat_map(|guards| notes_in(guards)).collect()
}

/// Notes that a reply of the scene makes and that nothing asks for.
pub fn idle_notes(source: Text, scene: &Scene, asked: &BTreeSet<&str>) -> Vec<Finding> {
    let mut gathering = Gathering::new(source);
    let mut told = BTreeSet::new();
    for (i, beat) in scene.beats.iter().enumerate() {
        for (j, reply) in beat.replies.iter().enumerate() {
            for note in noted(&reply.effects).filter(|note| !asked.contains(note)) {
                if told.insert(note) {
                    let path = [Field("beats"), Item(i), Field("replies"), Item(j), Field("effects")];
                    let message = format!("nothing ever asks for the note “{note}”, so it has no consequence");
                    let help = format!("Let a later line, reply or way ask for it with Noted(\"{note}\"), or take the note away.");
                    gathering.warning("idle-note", &path, message, help);
                }
            }
        }
    }
    gathering.findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_told(why: &str, language: &str, told: Option<&str>) {
        let (_, first, anywhere) = JUDGING.iter().find(|(of, ..)| *of == language).unwrap();
        assert_eq!(judges(why, first, anywhere), told);
    }

    #[test]
    fn a_why_that_judges_is_told_by_its_words_and_no_other() {
        is_told("Correct: it meets the feeling.", "en", Some("Correct"));
        is_told("Wrong. She asked for something else.", "en", Some("Wrong"));
        is_told("It is the Right answer here.", "en", Some("Right answer"));
        is_told("Asks what's wrong, at the wrong moment, and right now.", "en", None);
        is_told("Corrections are hers. You may be right about all of it.", "en", None);
        is_told("All correct; it answers the telephone.", "en", None);
        is_told("The bright answers of others don't help.", "en", None);
        is_told("A resposta CERTA, é claro.", "pt", Some("resposta CERTA"));
        is_told("Errado: não era isso.", "pt", Some("Errado"));
        is_told("Certamente ouve o que deu errado.", "pt", None);
    }

    #[test]
    fn a_source_is_found_by_its_first_author_and_its_year() {
        let lists = |listed: &str, source: &str| is_listed(&[Work::of(listed)], source);
        let listed = "Selvini Palazzoli, M., & Prata, G. (1980). Hypothesizing.";
        assert!(lists(listed, "Selvini Palazzoli et al. 1980"));
        assert!(!lists(listed, "Selvini Palazzoli et al. 1981") && !lists(listed, "Prata 1980"));
        assert!(lists("American Psychological Association (2017). Ethical principles.", "APA 2017, 10.02"));
        assert!(!lists("Carkhuff, R. R. (1969). Helping.", "C 1969") && !lists(listed, ""));
        assert!(lists("What her supervisor told me.", "what her supervisor told me"));
    }

    #[test]
    fn wordings_are_those_of_one_line_or_of_all_that_come_in_some_states() {
        use crate::script::parse::read;
        let count = |lines: &str| wordings(&read::<Vec<Line>>(lines).unwrap());
        assert_eq!(count("[(pause: 3)]"), None);
        assert_eq!(count("[(say: \"So.\"), (see: [\"A.\", \"B.\"])]"), Some(2));
        assert_eq!(count("[(first: [(when: [Ruptured], say: [\"A.\", \"B.\"]), (say: \"C.\")])]"), Some(3));
        assert_eq!(count("[(say: \"So.\"), (when: [Ruptured], say: \"A.\"), (when: [NotRuptured], say: [\"B.\", \"C.\"])]"), Some(3));
    }
}
