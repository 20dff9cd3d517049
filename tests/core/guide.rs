//! The pages for people who write cases: the guide followed to the letter, and each piece in the reference tried in its place.
//!
//! The guide says itself what becomes of a block, in the sentence above it; [`Follower::block`] and [`Follower::sentence`]
//! have these sentences, with `_` for whatever stands in backquotes. Of what is seen `…` stands for anything that was left out, and
//! what follows a `> ` is typed. A piece in the reference has its name in a comment above it, and its place in [`PLACES`].

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::{fed, program, root, text};

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
            (shape, quoted) if shape == "In `_`, above `_`:" => self.change(quoted[0], quoted[1], &format!("{block}\n{}", quoted[1]), false),
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
        let found = found.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        if !is_like(&shown.join("\n"), &found) {
            self.wrong.push(format!("after `{typed}` is seen\n{found}\n"));
        }
    }
}

/// True where a text is another but for what `…` stands for in that: a line of nothing else stands for any lines or none.
fn is_like(pattern: &str, found: &str) -> bool {
    let pattern = pattern.trim().replace("\n…\n", "\n…");
    let mut pieces = pattern.split('…');
    let mut rest = match found.trim().strip_prefix(pieces.next().unwrap_or_default()) {
        Some(rest) => rest,
        None => return false,
    };
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
