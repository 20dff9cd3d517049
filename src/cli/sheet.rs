//! `sheet`: the texts of a case for its translators, with what is translated already.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use crate::library::{self, Library};
use crate::script::translation::{self, ENDING, FOLDER, Sheet};
use crate::texts::text_with;

use super::arguments;
use super::hour::sound_shelf;
use super::{Common, Status, complain, could_not_run, print, print_exactly};

pub(super) fn run(common: &Common, asked: &arguments::Sheet) -> Status {
    let made = library::open(common.dialogues.as_deref())
        .map_err(|trouble| could_not_run(&trouble))
        .and_then(|library| Ok((sound_shelf(&library, &asked.case)?, older(&library, asked)?)));
    let (bundle, older) = match made {
        Ok(made) => made,
        Err(status) => return status,
    };
    let language = asked.into.to_string();
    if bundle.case.language == language {
        let fill = [("case", asked.case.as_str().into()), ("language", language.into())];
        return could_not_run(&text_with("sheet-same-language", &fill));
    }
    let scenes: BTreeMap<_, _> =
        bundle.case.sessions.iter().map(|planned| planned.scene.as_str()).zip(bundle.hours.iter().map(|hour| hour.scene.clone())).collect();
    let sheet = translation::sheet(&older, &translation::texts(&bundle.case, &scenes));
    let Some(file) = &asked.out else { return print_exactly(&sheet.written()) };
    let shown = file.display().to_string();
    let lost = if file.exists() && !asked.overwrite { older.lost_in(&sheet) } else { 0 };
    if lost > 0 {
        let fill = [("file", shown.into()), ("case", asked.case.as_str().into()), ("lost", lost.into())];
        return could_not_run(&text_with("sheet-loses", &fill));
    }
    match write(file, &sheet.written()) {
        Ok(()) => {
            let (texts, translated, stale) = sheet.counts();
            let fill = [("file", shown.into()), ("texts", texts.into()), ("translated", translated.into()), ("stale", stale.into())];
            print(&format!("{}\n", text_with("sheet-made", &fill)))
        }
        Err(error) => could_not_run(&text_with("sheet-unwritable", &[("file", shown.into()), ("why", error.to_string().into())])),
    }
}

/// What is translated already: what stands in the file that is to be written, else beside the case.
fn older(library: &Library, asked: &arguments::Sheet) -> Result<Sheet, Status> {
    let (name, text) = match asked.out.as_ref().filter(|file| file.symlink_metadata().is_ok()) {
        Some(file) => (file.display().to_string(), library::read(file).map(Some)),
        None => {
            let name = format!("{}/{FOLDER}/{}{ENDING}", asked.case, asked.into);
            (format!("{}{name}", library.prefix), library.file(&name))
        }
    };
    match text {
        Ok(None) => Ok(Sheet::default()),
        Ok(Some(text)) => Sheet::read(&name, text.trim_start_matches('\u{feff}')).map_err(|finding| {
            complain(&finding);
            Status::Found
        }),
        Err((message, help)) => Err(could_not_run(&format!("{name}: {message}. {help}"))),
    }
}

/// Writes it whole or not at all, so that no translation is lost on the way; a link stays one, and who may read the file may still.
fn write(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let place = if file.is_symlink() { file.canonicalize()? } else { file.to_path_buf() };
    let mut written = atomic_write_file::AtomicWriteFile::open(place)?;
    written.write_all(text.as_bytes())?;
    written.commit()
}
