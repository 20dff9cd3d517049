//! `new`: a small complete case to start from.

use std::fs;
use std::path::Path;

use crate::library;
use crate::library::packs::{Pack, Trouble};
use crate::script::lint::is_case_id;
use crate::script::shelf::{CASE, SCENE};
use crate::texts::text_with;

use super::arguments::New;
use super::{Status, could_not_run, print};

const CASE_TEXT: &str = include_str!("../../assets/new/case.ron");
const SCENE_TEXT: &str = include_str!("../../assets/new/1-first-hour.scene.ron");

pub(super) fn run(new: &New) -> Status {
    if !is_case_id(&new.id) {
        return could_not_run(&text_with("new-bad-id", &[("id", new.id.as_str().into())]));
    }
    let folder = new.folder.join(&new.id);
    let shown = folder.display().to_string();
    if folder.symlink_metadata().is_ok() {
        return could_not_run(&text_with("new-exists", &[("folder", shown.into())]));
    }
    let files = [(CASE.to_string(), CASE_TEXT), (format!("1-first-hour{SCENE}"), SCENE_TEXT)];
    let files = files.map(|(name, text)| (format!("{}/{name}", new.id), text.replace("NEW-ID", &new.id)));
    let is_folder_new = !new.folder.exists();
    // As the cases of a pack are: all of it or nothing.
    if let Err(trouble) = Pack::of_files(env!("CARGO_PKG_VERSION").into(), files.into()).unpack(&new.folder, false) {
        if is_folder_new {
            // The first failure is the one to be told.
            let _ = fs::remove_dir(&new.folder);
        }
        let why = match trouble {
            Trouble::Unwritable(_, error) => error.to_string(),
            trouble => trouble.to_string(),
        };
        return could_not_run(&text_with("new-unwritable", &[("folder", shown.into()), ("why", why.into())]));
    }
    let fill = [("folder", shown.into()), ("at", named(&new.folder).into()), ("id", new.id.as_str().into())];
    let desk = if cfg!(feature = "game") { format!("{}\n", text_with("new-made-desk", &fill)) } else { String::new() };
    print(&format!("{}\n{desk}", text_with("new-made", &fill)))
}

/// How a command names that folder, after a blank; not at all where it is found without.
fn named(folder: &Path) -> String {
    let whole = |folder: &Path| fs::canonicalize(folder).ok();
    if library::folder_in_use(None).is_some_and(|found| whole(&found) == whole(folder)) {
        return String::new();
    }
    let shown = folder.display().to_string();
    let mark = if shown.contains(char::is_whitespace) { "\"" } else { "" };
    format!(" --dialogues {mark}{shown}{mark}")
}
