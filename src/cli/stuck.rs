//! What is asked where an hour can't be written any more: nothing goes on before it is safe, or isn't to be kept.

use std::path::Path;

use crate::record::{self, Mode, Records, from_home};
use crate::report::text::paragraph;
use crate::sitting::{Sitting, Trouble};
use crate::texts::{text, text_with};

use super::Common;
use super::beside::Answers;
use super::room::Room;

/// True where the trouble is that a record can't be written.
pub(super) fn is_unwritable(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::Record(record::Trouble::Unwritable { .. }))
}

/// What is wrong, without the advice to whoever begins an hour.
fn told(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Record(record::Trouble::Unwritable { path, error }) => {
            text_with("file-unwritable", &[("file", path.display().to_string().into()), ("why", error.to_string().into())])
        }
        trouble => trouble.to_string(),
    }
}

/// How an hour goes on that could not be written.
pub(super) enum Next {
    GoesOn,
    /// The trainee leaves the room.
    Leaves,
    /// Nobody answers any more.
    Ended,
}

/// Asks until the hour is saved, held on without a record, or left. Where it is saved elsewhere, that is where its record is from now on.
pub(super) fn rescue(common: &mut Common, room: &Room, sitting: &mut Sitting, why: &Trouble, ask: &mut Answers) -> Next {
    let may_go_on = sitting.header().mode != Mode::Exam;
    room.tell(&text_with("stuck", &[("why", told(why).into())]));
    loop {
        let mut ways = String::from("\n");
        let ids = ["stuck-same", "stuck-other", "stuck-leave", "stuck-on"];
        ids.iter().take(if may_go_on { 4 } else { 3 }).for_each(|id| paragraph(&mut ways, 2, &text(id)));
        room.say(&ways);
        let Some(answer) = ask(room, "") else { return Next::Ended };
        let saved = match answer.as_str() {
            "1" => common.records().and_then(|records| sitting.save(&records).map(|()| records)),
            "2" => match ask(room, &text("stuck-where")) {
                Some(folder) if !folder.is_empty() => {
                    let folder = from_home(Path::new(&folder));
                    let saved = Records::at(Some(&folder)).and_then(|records| sitting.save(&records).map(|()| records));
                    if saved.is_ok() {
                        (common.data_dir, common.trainee) = (Some(folder), None);
                    }
                    saved
                }
                _ => continue,
            },
            "3" => return Next::Leaves,
            "4" if may_go_on && sitting.go_on_without_record().is_ok() => {
                room.tell(&text("stuck-without"));
                return Next::GoesOn;
            }
            _ => continue,
        };
        match saved {
            Ok(records) => {
                room.tell(&text_with("stuck-saved", &[("folder", records.folder().display().to_string().into())]));
                return Next::GoesOn;
            }
            Err(trouble) => room.tell(&text_with("stuck-again", &[("why", told(&trouble.into()).into())])),
        }
    }
}
