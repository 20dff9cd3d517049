//! `model`: an hour that a case shows as a model, reply by reply, with what there is to notice in it.

use std::io::{self, BufRead, IsTerminal};

use crate::library::{self, Library};
use crate::report::text::{paragraph, quoted};
use crate::sitting::model::Stepping;
use crate::sitting::{Looks, Sitting};
use crate::texts::{spoken, text, text_with, word};

use super::arguments::Model;
use super::hour::sound_shelf;
use super::room::Room;
use super::{Common, Status, could_not_run};

pub(super) fn run(common: &Common, model: &Model) -> Status {
    let begun = library::open_in(common.dialogues.as_deref(), Some(spoken().tag()))
        .map_err(|trouble| could_not_run(&trouble))
        .and_then(|library| begin(&library, model));
    match begun {
        Ok((stepping, sitting)) => step_through(common, model, stepping, sitting),
        Err(status) => status,
    }
}

fn begin(library: &Library, wanted: &Model) -> Result<(Stepping, Sitting), Status> {
    let bundle = sound_shelf(library, &wanted.case)?;
    let is_wanted = |name: &str, session: u32| match &wanted.transcript {
        Some(named) => named == name,
        None => session == wanted.session,
    };
    let models = || library.transcripts_of(&wanted.case).filter_map(|(name, transcript)| Some((name, transcript.model()?, transcript)));
    let Some((_, model, transcript)) = models().find(|(name, model, _)| is_wanted(name, model.session)) else {
        let there: Vec<String> = models().map(|(name, model, _)| format!("{name} ({})", model.session)).collect();
        let there = if there.is_empty() { text("model-none") } else { there.join(", ") };
        return Err(could_not_run(&text_with("model-no-such", &[("case", wanted.case.as_str().into()), ("there", there.into())])));
    };
    let carried = transcript.carried(&bundle, &|name| library.transcript(&wanted.case, name)).map_err(|trouble| could_not_run(&trouble))?;
    Stepping::begin(&bundle, model, carried).map_err(|trouble| could_not_run(&trouble))
}

/// Shows it whole, or step by step where somebody sits there.
fn step_through(common: &Common, wanted: &Model, mut stepping: Stepping, mut sitting: Sitting) -> Status {
    let mut room = Room {
        to_error: false,
        // What is to be noticed is told before each reply.
        notes: None,
        learn: true,
        looks: Looks::of(&sitting.bundle().case),
        where_to_turn: library::where_to_turn(common.dialogues.as_deref(), spoken().tag()),
    };
    let mut out = String::new();
    paragraph(&mut out, 0, &text_with("model-title", &[("title", stepping.model.title.as_str().into())]));
    stepping.model.introduction.iter().for_each(|note| paragraph(&mut out, 0, note));
    out.push('\n');
    room.say(&out);
    room.meet(&sitting);
    room.show(sitting.account());
    while let Some(pick) = stepping.next() {
        room.menu(&sitting.menu());
        let mut out = String::from("\n");
        if let Some(offer) = sitting.menu().iter().find(|offer| offer.reply == pick.id) {
            paragraph(&mut out, 0, &text_with("model-taken", &[("reply", quoted(&offer.text, offer.deed).into())]));
            paragraph(&mut out, 4, &format!("({}: {})", word("skill", offer.codes.skill), offer.why));
            offer.source.iter().for_each(|source| paragraph(&mut out, 4, &format!("[{source}]")));
        }
        pick.notes.iter().for_each(|note| paragraph(&mut out, 4, &text_with("model-note", &[("note", note.as_str().into())])));
        room.say(&out);
        if !goes_on(&room) {
            return Status::Fine;
        }
        let from = sitting.account().len();
        if let Err(trouble) = stepping.forward(&mut sitting) {
            return could_not_run(&trouble);
        }
        room.show(&sitting.account()[from..]);
    }
    let fill = [("case", wanted.case.as_str().into()), ("session", stepping.model.session.into())];
    room.say(&format!("\n{}\n", text_with("model-over", &fill)));
    Status::Fine
}

/// Waits for Enter where somebody sits there; false at the end of input.
fn goes_on(room: &Room) -> bool {
    if !io::stdin().is_terminal() {
        return true;
    }
    room.say(&format!("\n{} ", text("model-go-on")));
    matches!(io::stdin().lock().read_line(&mut String::new()), Ok(1..))
}
