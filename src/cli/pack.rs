//! `pack` and `unpack`: cases as one file to send, and what came in one, shown before anything is written.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use crate::library::packs::{About, Pack, Trouble, is_pack};
use crate::library::{self, Library};
use crate::script::bounds;
use crate::script::excerpt::seen;
use crate::script::finding::{Finding, Severity};
use crate::texts::{text, text_with};

use super::arguments::{self, Unpack};
use super::{Common, Status, complain, could_not_run, hand_out, play, print};

pub(super) fn pack(common: &Common, asked: &arguments::Pack) -> Status {
    if !is_pack(&asked.out) {
        return could_not_run(&text("pack-name"));
    }
    let library = match library::open(common.dialogues.as_deref()) {
        Ok(library) => library,
        Err(trouble) => return could_not_run(&trouble),
    };
    if let Some(trouble) = asked.cases.iter().find_map(|case| library.case(case).err()) {
        return could_not_run(&trouble);
    }
    let pack = match Pack::make(&library, &asked.cases) {
        Ok(pack) => pack,
        Err(trouble) => {
            if let Trouble::Unsound(findings) = &trouble {
                findings.iter().for_each(|finding| complain(finding));
                complain(&trouble);
                return Status::Found;
            }
            return could_not_run(&trouble);
        }
    };
    match hand_out(Some(&asked.out), asked.overwrite, &pack.written()) {
        Status::Fine => {
            let fill = [("file", asked.out.display().to_string().into()), ("cases", pack.cases.len().into())];
            print(&format!("{}\n", text_with("pack-made", &fill)))
        }
        status => status,
    }
}

pub(super) fn unpack(asked: &Unpack) -> Status {
    let file = asked.file.display().to_string();
    let pack = match Pack::read(&asked.file) {
        Ok(pack) => pack,
        Err(trouble) => {
            return could_not_run(&text_with("unpack-unreadable", &[("file", file.into()), ("why", trouble.to_string().into())]));
        }
    };
    let library = pack.library();
    let findings = pack.findings(&library);
    let errors: Vec<&Finding> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    let shown = print(&told(&pack, &library, &errors));
    if shown != Status::Fine {
        return shown;
    }
    let Some(into) = asked.into.clone().or_else(asked_for) else { return print(&format!("{}\n", text("unpack-nothing"))) };
    match pack.unpack(&into, asked.overwrite) {
        Ok(aside) => {
            let mut out = format!("{}\n", text_with("unpack-done", &[("folder", into.display().to_string().into())]));
            for aside in aside {
                out.push_str(&format!("{}\n", text_with("unpack-aside", &[("folder", aside.display().to_string().into())])));
            }
            match print(&out) {
                Status::Fine if !errors.is_empty() => Status::Found,
                status => status,
            }
        }
        Err(trouble) => could_not_run(&trouble),
    }
}

/// The folder that somebody names who is asked.
fn asked_for() -> Option<PathBuf> {
    let answer = if io::stdin().is_terminal() { play::ask(&text("unpack-ask")) } else { None };
    answer.filter(|answer| !answer.is_empty()).map(PathBuf::from)
}

/// What a pack holds, for whoever is to decide about it.
fn told(pack: &Pack, library: &Library, errors: &[&Finding]) -> String {
    let mut out = String::new();
    for About { id, title, author, licence, review } in &pack.cases {
        let shelf = library.case(id).ok();
        let case = shelf.and_then(|shelf| shelf.case.as_ref());
        let people: Vec<&str> = case.iter().flat_map(|case| &case.people).map(|person| person.name.as_str()).collect();
        let languages: Vec<&str> = shelf.iter().flat_map(|shelf| &shelf.languages).map(|language| language.tag.as_str()).collect();
        let (files, bytes) = pack.measure(id);
        let fill = [
            ("id", id.as_str().into()),
            ("title", in_one_line(title).into()),
            ("people", in_one_line(&people.join(", ")).into()),
            ("sessions", case.map_or(0, |case| case.sessions.len()).into()),
            ("languages", in_one_line(&languages.join(", ")).into()),
            ("author", in_one_line(author).into()),
            ("licence", in_one_line(licence).into()),
            ("review", in_one_line(review).into()),
            ("files", files.into()),
            ("size", bounds::size(bytes as u64).into()),
        ];
        out.push_str(&format!("{}\n\n", text_with("unpack-case", &fill)));
    }
    let shared: Vec<&str> = pack.shared().collect();
    if !shared.is_empty() {
        out.push_str(&format!("{}\n", text_with("unpack-shared", &[("files", shared.join(", ").into())])));
    }
    out.push_str(&format!("{}\n", text_with("unpack-version", &[("version", in_one_line(&pack.app).into())])));
    out.push_str(&format!("{}\n", text_with("unpack-errors", &[("errors", errors.len().into())])));
    // The first few say whether it is worth the while.
    errors.iter().take(10).for_each(|finding| out.push_str(&format!("  {}\n", in_one_line(&finding.headline()))));
    out
}

/// Somebody else's text, without what would do something to the terminal.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(seen).collect()
}
