//! The pages for people who write cases: the guide followed to the letter, and each piece in the reference tried in its place.
//!
//! The guide says itself what becomes of a block, in the sentence above it; [`Follower::block`] and [`Follower::sentence`]
//! have these sentences, with `_` for whatever stands in backquotes. Of what is seen `…` stands for anything that was left out, and
//! what follows a `> ` is typed. A piece in the reference has its name in a comment above it, and its place in [`PLACES`].

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use fifty_minutes::script::appearance::{Beard, Clothing, Earrings, Glasses, HairStyle, Pattern};
use fifty_minutes::script::codes::{Body, BoundaryResponse, GoalMove, RepairMove, SafetyStep, Skill, Vocabulary};
use fifty_minutes::script::face::{Action, Gesture, Look};
use fifty_minutes::script::palette;
use fifty_minutes::script::voicing::Sound;
use tempfile::TempDir;

use crate::{LOOKS, NOTES, edit, fed, program, root, run, text, with_couple, with_sound_case};

/// Somebody who does what the page says, in a folder of their own.
struct Follower {
    folder: TempDir,
    typed: Option<String>,
    wrong: Vec<String>,
}

/// A line with what stands in backquotes taken out of it, and that.
fn shape(line: &str) -> (String, Vec<&str>) {
    let parts: Vec<&str> = line.split('`').collect();
    let shape: Vec<&str> = parts.iter().enumerate().map(|(i, part)| if i % 2 == 1 { "_" } else { *part }).collect();
    (shape.join("`"), parts.into_iter().skip(1).step_by(2).collect())
}

impl Follower {
    fn follow(page: &str) -> Follower {
        let mut follower = Follower { folder: tempfile::tempdir().unwrap(), typed: None, wrong: Vec::new() };
        let (mut lines, mut above) = (page.lines(), "");
        while let Some(line) = lines.next() {
            if line.starts_with("```") {
                let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
                follower.block(above, &format!("{}\n", block.join("\n")));
                above = "";
            } else if !line.is_empty() {
                follower.sentence(line.trim_start_matches("- "));
                above = line;
            }
        }
        assert!(follower.typed.is_none(), "nothing says what is seen after {:?}", follower.typed);
        follower
    }

    fn block(&mut self, above: &str, block: &str) {
        match shape(above) {
            (shape, quoted) if shape == "Save as `_`:" => {
                let path = self.folder.path().join(quoted[0]);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, block).unwrap();
            }
            (shape, quoted) if shape == "In `_`, above `_`:" => {
                self.change(quoted[0], quoted[1], &format!("{block}\n{}", quoted[1]), false)
            }
            (shape, quoted) if shape == "In `_`, in place of `_`:" => self.change(quoted[0], quoted[1], block.trim(), false),
            (shape, _) if shape == "Type:" => assert!(self.typed.replace(block.trim().into()).is_none(), "{block}"),
            (shape, _) if shape == "You see:" => self.see(block),
            (shape, _) if shape == "The tests of this page don't run these:" => {}
            _ => panic!("no sentence above this block says what becomes of it:\n{above}\n{block}"),
        }
    }

    fn sentence(&mut self, line: &str) {
        match shape(line) {
            (shape, quoted) if shape == "In `_`, change `_` to `_`." => self.change(quoted[0], quoted[1], quoted[2], false),
            (shape, quoted) if shape == "In `_`, change every `_` to `_`." => self.change(quoted[0], quoted[1], quoted[2], true),
            (shape, _) if shape == "It says nothing." => self.see(""),
            (shape, _) if shape.starts_with("In `_`, ") && !shape.ends_with(':') => panic!("this would be done by nobody: {line}"),
            _ => {}
        }
    }

    /// Puts something in the place of what stands once in a file of that name, or of each.
    fn change(&self, name: &str, old: &str, new: &str, every: bool) {
        let path = self.files().into_iter().find(|file| file.ends_with(name)).unwrap_or_else(|| panic!("there is no {name} yet"));
        let before = fs::read_to_string(&path).unwrap();
        let there = before.matches(old).count();
        assert!(there == 1 || (every && there > 1), "“{old}” stands {there} times in {name}");
        fs::write(path, before.replace(old, new)).unwrap();
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files = vec![self.folder.path().to_path_buf()];
        while let Some(at) = files.iter().position(|path| path.is_dir()) {
            let folder = files.swap_remove(at);
            files.extend(fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        }
        files
    }

    /// Runs what was typed, and compares what is printed with what the page says of it.
    fn see(&mut self, expected: &str) {
        let typed = self.typed.take().unwrap_or_else(|| panic!("nothing was typed before this is seen:\n{expected}"));
        let (answers, shown): (Vec<&str>, Vec<&str>) = expected.lines().partition(|line| line.starts_with("> "));
        let input: String = answers.iter().map(|line| format!("{}\n", &line[2..])).collect();
        let mut words = typed.split_whitespace();
        assert_eq!(words.next(), Some("fifty-minutes"), "{typed}");
        let mut command = program();
        command.current_dir(self.folder.path()).args(words);
        let output = fed(command, &input);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{typed}: {output:?}");
        let found = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        if !is_like(&trimmed(shown.into_iter()), &trimmed(found.lines())) {
            self.wrong.push(format!("after `{typed}` is seen\n{found}\n"));
        }
    }
}

/// Without what the eye alone needs at the ends of lines.
fn trimmed<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.map(str::trim).collect::<Vec<_>>().join("\n")
}

/// True where a text is another but for what `…` stands for in that: a line of nothing else stands for any lines or none.
fn is_like(pattern: &str, found: &str) -> bool {
    let pattern = pattern.trim().replace("\n…\n", "\n…");
    let mut pieces = pattern.split('…');
    let Some(mut rest) = found.trim().strip_prefix(pieces.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for piece in pieces {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
        last = Some(piece);
    }
    // The end is the page's too, unless it leaves it out.
    rest.is_empty() || last.is_some_and(|last| last.is_empty() || found.trim().ends_with(last))
}

#[test]
fn the_guide_can_be_followed_to_the_letter() {
    let followed = Follower::follow(&fs::read_to_string(root().join("docs/guide.md")).unwrap());
    assert!(followed.wrong.is_empty(), "{}", followed.wrong.join("\n"));
    // What has come of it is a whole case.
    let dialogues = followed.folder.path().join("dialogues");
    let of_case = |arguments: &[&str]| program().args(["--dialogues", text(&dialogues)]).args(arguments).output().unwrap();
    assert_eq!(String::from_utf8(of_case(&["check"]).stdout).unwrap(), "");
    let played: serde_json::Value =
        serde_json::from_slice(&of_case(&["playtest", "lorna", "--runs", "50", "--format", "json"]).stdout).unwrap();
    for share in ["beats", "replies", "guards", "phrasings", "facts"] {
        assert_eq!(played["coverage"][share]["hit"], played["coverage"][share]["total"], "{share}");
    }
    let codes: Vec<&str> = played["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect();
    let of_its_length = ["few-good-hours", "out-of-reach", "thin-hour"];
    assert!(codes.iter().all(|code| of_its_length.contains(code)), "{codes:?}");
}

/// Where a piece of the reference is tried: a case that is sound, what the names in the piece are there, and what it is put in
/// the place of. `{}` is the piece, `{inside}` what its outermost brackets hold, `{before}` what stands before its `…`, and
/// `{listed}` all that it shows, with commas between.
struct Place {
    name: &'static str,
    base: fn() -> (TempDir, PathBuf),
    names: &'static [(&'static str, &'static str)],
    edits: &'static [(&'static str, &'static str, &'static str)],
}

const CASE: &str = "case.ron";
const SCENE: &str = "1-first-hour.scene.ron";
const FAVOUR: &str = "(say: \"You could write to the school that I mustn't conduct. Just a line.\"),";

const PLACES: [Place; 11] = [
    Place {
        name: "notation",
        base: with_sound_case,
        names: &[],
        edits: &[
            (SCENE, "start: \"arrives\"", "start: \"door\""),
            (SCENE, "id: \"arrives\",", "{inside}"),
            (SCENE, "moments: [Emotional, Cue(fits: [SoftVoice, Wait], misfits: [TakeNotes])],", ""),
        ],
    },
    Place { name: "content-notes", base: with_sound_case, names: &[], edits: &[(CASE, NOTES, "{}")] },
    Place {
        name: "person",
        base: with_sound_case,
        names: &[],
        edits: &[
            (CASE, "temperament: (reactance: 50, pace: 50, ruptures: Withdrawal, masking: 45, mask: Calm),", "{}"),
            (CASE, "start: (trust: 40, agreement: 35, safety: 42, distress: 50, frustration: 10, hope: 45, experiencing: 2),", ""),
            (CASE, "voice: (pitch: 45, breath: 75),", ""),
        ],
    },
    Place { name: "appearance", base: with_sound_case, names: &[], edits: &[(CASE, LOOKS, "{}")] },
    Place {
        name: "scene",
        base: with_sound_case,
        names: &[],
        edits: &[
            (SCENE, "(\n    title: \"The first hour\",\n    length: 50,\n    start: \"arrives\",\n", "{before}"),
            (SCENE, "    time_is_up: \"closing\",\n    walks_out: \"leaves\",\n    beats: [\n", ""),
        ],
    },
    Place {
        name: "moments",
        base: with_sound_case,
        names: &[],
        edits: &[(SCENE, "moments: [Boundary(domain: Role, indicated: [Hold]), Emotional],", "moments: [{listed}],")],
    },
    Place { name: "lines", base: with_sound_case, names: &[], edits: &[(SCENE, FAVOUR, "{}")] },
    Place {
        name: "cameras",
        base: with_sound_case,
        names: &[],
        edits: &[(CASE, "setting: Office", "setting: Online"), (SCENE, FAVOUR, "{}")],
    },
    Place {
        name: "reply",
        base: with_sound_case,
        names: &[("\"both\"", "\"goal\"")],
        edits: &[
            (SCENE, "replies: [", "replies: [{}"),
            (SCENE, "then: \"favour\",", "branch: [(when: [Noted(\"named-both-sides\")], to: \"favour\"), (to: \"favour\")],"),
            (CASE, "sources: [", "sources: [\"Elliott, R., et al. (2018). Empathy and outcome.\", "),
        ],
    },
    Place {
        name: "conditions",
        base: with_couple,
        names: &[("\"fact\"", "\"concert\""), ("\"beat\"", "\"goal\""), ("\"ben\"", "\"sam\"")],
        edits: &[
            // All of them at once never hold.
            (SCENE, "(when: [In([Guarded, Withdrawn])]", "(when: [Any([{listed}])]"),
            (SCENE, "to: \"goal\",", "effects: [Note(\"word\")], to: \"goal\","),
        ],
    },
    Place {
        name: "course",
        base: with_sound_case,
        names: &[("\"error\"", "\"concert\""), ("\"2-two-weeks-later\"", "\"1-first-hour\"")],
        edits: &[
            (CASE, "sessions: [\"1-first-hour\"],", "{}"),
            (SCENE, "to: \"goal\",", "effects: [Note(\"write-and-bring\")], to: \"goal\","),
            (SCENE, "(say: \"Anyway.", "(when: [Noted(\"write-and-bring\")], say: \"Anyway."),
        ],
    },
];

/// What stands in a piece one beside the other, without its remarks.
fn listed(piece: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut depth = 0;
    for letter in piece.lines().flat_map(|line| line.split("//").next().unwrap_or_default().chars().chain(['\n'])) {
        depth += i32::from(matches!(letter, '(' | '[')) - i32::from(matches!(letter, ')' | ']'));
        match all.last_mut().filter(|_| depth > 0 || !letter.is_whitespace()) {
            Some(last) => last.push(letter),
            None => all.push(String::new()),
        }
    }
    all.retain(|one| !one.is_empty());
    all
}

#[test]
fn each_piece_in_the_reference_can_stand_in_a_case() {
    let page = fs::read_to_string(root().join("docs/writing-a-case.md")).unwrap();
    let blocks: Vec<&str> = page.split("```").collect();
    let mut tried = Vec::new();
    for (before, piece) in blocks.chunks_exact(2).filter_map(|pair| Some((pair[0], pair[1].strip_prefix("ron\n")?))) {
        let name = before.trim_end().rsplit('\n').next().and_then(|line| line.strip_prefix("<!-- tried: ")?.strip_suffix(" -->"));
        let name = name.unwrap_or_else(|| panic!("above this piece no comment says what it is tried as:\n{piece}"));
        let place = PLACES.iter().find(|place| place.name == name).unwrap_or_else(|| panic!("{name} has no place"));
        let piece = place.names.iter().fold(piece.to_string(), |piece, (from, to)| piece.replace(from, to));
        let inside = piece.trim().trim_start_matches('(').trim_end_matches(')');
        let shown = piece.split('…').next().unwrap();
        let (_folder, dialogues) = (place.base)();
        for (file, find, put) in place.edits {
            let put = put.replace("{inside}", inside).replace("{before}", shown).replace("{listed}", &listed(&piece).join(", "));
            edit(&dialogues, &[(*file, *find, &put.replace("{}", &piece))]);
        }
        let told = run(0, &["--dialogues", text(&dialogues), "check"]);
        // All the kinds of moment at once want more answers than one beat has.
        assert!(told.is_empty() || name == "moments" && told.contains("[unanswered-moment]"), "{name}: {told}");
        tried.push(name);
    }
    assert!(PLACES.iter().all(|place| tried.contains(&place.name)), "{tried:?}");
}

/// Every word in backquotes on the line of the reference that begins so.
fn words_on_line<'a>(page: &'a str, begins: &str) -> BTreeSet<&'a str> {
    let line = page.lines().find(|line| line.starts_with(begins)).unwrap_or_else(|| panic!("no line begins with {begins}"));
    line[begins.len()..].split('`').skip(1).step_by(2).flat_map(|words| words.split(", ")).collect()
}

#[track_caller]
fn has_every_word<T: Vocabulary>(page: &str, name: &str) {
    let known: Vec<String> = T::WORDS.iter().map(|word| format!("{word:?}")).collect();
    assert_eq!(words_on_line(page, &format!("| `{name}`")), known.iter().map(String::as_str).collect(), "{name}");
}

#[test]
fn the_reference_has_every_word_there_is() {
    let page = &fs::read_to_string(root().join("docs/writing-a-case.md")).unwrap();
    has_every_word::<Skill>(page, "skill");
    has_every_word::<GoalMove>(page, "goal");
    has_every_word::<BoundaryResponse>(page, "boundary");
    has_every_word::<SafetyStep>(page, "safety");
    has_every_word::<RepairMove>(page, "repair");
    has_every_word::<Body>(page, "body");
    has_every_word::<Look>(page, "look");
    has_every_word::<Gesture>(page, "does");
    has_every_word::<Sound>(page, "sound");
    has_every_word::<palette::Skin>(page, "skin");
    has_every_word::<HairStyle>(page, "hair_style");
    has_every_word::<Glasses>(page, "glasses");
    has_every_word::<Beard>(page, "beard");
    has_every_word::<Earrings>(page, "earrings");
    has_every_word::<Clothing>(page, "clothing");
    has_every_word::<Pattern>(page, "pattern");
    has_every_word::<Action>(page, "tell");
    let colours = words_on_line(page, "A colour is `\"#RRGGBB\"` or a name: ");
    let known: BTreeSet<&str> = palette::colours().iter().map(|(name, _)| name.as_str()).collect();
    assert!(known.is_subset(&colours), "{:?}", known.difference(&colours));
    // What has no words is a number or a colour.
    for (row, value) in [("| a number", "50"), ("| a colour", "\"navy\"")] {
        for name in words_on_line(page, row) {
            let (_folder, dialogues) = with_sound_case();
            let put = format!("appearance: (clothing: Jacket, {name}: {value}),");
            edit(&dialogues, &[(CASE, LOOKS, &put)]);
            assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "", "{name}");
        }
    }
}

#[test]
fn a_name_that_an_editor_changed_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("dialogues/sound");
    run(0, &["new", "sound", "--in", text(case.parent().unwrap())]);
    let checked = || {
        let mut command = program();
        let output = command.current_dir(folder.path()).arg("check").output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    for (right, wrong) in [(CASE, "case.ron.txt"), (SCENE, "1-first-hour.scene.ron.rtf")] {
        fs::rename(case.join(right), case.join(wrong)).unwrap();
        let (status, told) = checked();
        assert_eq!(status, Some(1), "{told}");
        assert!(told.contains(wrong) && told.contains(&format!("Name it “{right}”.")), "{told}");
        assert_eq!(told.matches("error [").count(), 1, "{told}");
        // A copy beside the file itself is the author's own affair.
        fs::copy(case.join(wrong), case.join(right)).unwrap();
        assert_eq!(checked(), (Some(0), String::new()));
    }
}
