//! `check --explain`: the page of a finding, as it stands in `docs/findings`.

use include_dir::{Dir, include_dir};

use crate::script::finding::suggest;
use crate::texts::text_with;

use super::{Status, could_not_run, print};

static PAGES: Dir = include_dir!("$CARGO_MANIFEST_DIR/docs/findings");

/// Prints the page of a code.
pub(super) fn run(code: &str) -> Status {
    let pages = || PAGES.files().filter(|file| !file.path().ends_with("README.md"));
    let code = code.trim_matches(['[', ']']);
    let name = |file: &include_dir::File<'static>| file.path().file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_string();
    match pages().find(|file| name(file) == code).and_then(|file| file.contents_utf8()) {
        Some(page) => print(&plain(page)),
        None => {
            let codes: Vec<String> = pages().map(name).collect();
            let help = suggest(code, codes.iter().map(String::as_str));
            could_not_run(&text_with("explain-unknown", &[("code", code.into()), ("help", help.into())]))
        }
    }
}

/// A page without what only a viewer of Markdown makes something of.
fn plain(page: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for line in page.lines() {
        if line.starts_with("```") {
            quoted = !quoted;
        } else if quoted {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        } else {
            out.push_str(&without_links(line.trim_start_matches('#').trim_start()).replace("**", ""));
            out.push('\n');
        }
    }
    out
}

fn without_links(line: &str) -> String {
    let mut parts = line.split("](");
    let first = parts.next().unwrap_or_default().to_string();
    parts.fold(first, |before, part| {
        let (start, word) = before.rsplit_once('[').unwrap_or(("", &before));
        format!("{start}{word}{}", part.split_once(')').map_or("", |(_, rest)| rest))
    })
}
