//! `play`: an hour in the terminal, read line by line from standard input or from a file of choices.

use std::fs;
use std::io::{self, BufRead, IsTerminal};
use std::sync::Arc;

use serde::Serialize;

use crate::assess::{Assessment, Gate, Repair, Scores};
use crate::library;
use crate::record::{Afterwards, Mode, Records};
use crate::script::codes::Ending;
use crate::session::account::Entry;
use crate::sitting::{Kept, Looks, Sitting, Terms, Trouble};
use crate::texts::{spoken, text, text_with, word};

use super::arguments::{Format, Play};
use super::beside::{self, Answers, Done};
use super::hour::sound_bundle;
use super::room::Room;
use super::{Common, Status, complain, could_not_run, print, print_json};

/// The hour as `--format json` prints it.
#[derive(Serialize)]
struct Played<'a> {
    case: &'a str,
    session: u32,
    seed: u64,
    mode: Mode,
    moves: &'a [String],
    events: Option<&'a [Entry]>,
    scores: Option<Scores>,
    gate: Option<Gate>,
    repairs: Option<Vec<Repair>>,
    ending: Option<Ending>,
}

pub(super) fn run(common: &Common, play: &Play) -> Status {
    hold(common, play, || sit_down(common, play), |_| {})
}

/// Holds an hour that is sat down to; what else is to be read before it is said in the room. None where nobody sits down.
pub(super) fn hold(
    common: &Common,
    play: &Play,
    sit_down: impl FnOnce() -> Result<Option<Sitting>, Status>,
    before: impl FnOnce(&Room),
) -> Status {
    let choices = match play.choices.as_ref().map(|file| (file.display().to_string(), fs::read_to_string(file))) {
        None => None,
        Some((file, Ok(choices))) => Some((file, choices)),
        Some((file, Err(error))) => {
            return could_not_run(&text_with("choices-unreadable", &[("file", file.into()), ("why", error.to_string().into())]));
        }
    };
    let mut sitting = match sit_down() {
        Ok(Some(sitting)) => sitting,
        Ok(None) => return Status::Fine,
        Err(status) => return status,
    };
    let mut room = Room {
        to_error: play.format == Format::Json,
        notes: sitting.header().mode.has_notes(!play.no_notes).then(|| Arc::clone(sitting.bundle())),
        learn: sitting.header().mode == Mode::Learn,
        looks: Looks::of(&sitting.bundle().case),
        where_to_turn: library::where_to_turn(common.dialogues.as_deref(), spoken().tag()),
    };
    before(&room);
    room.introduce(&sitting);
    room.show(sitting.account());
    let status = match choices {
        Some((file, choices)) => by_file(&mut room, &mut sitting, &file, &choices),
        None => {
            let may_be_read = play.read && {
                let held = has_held_one(common);
                if !held {
                    room.tell(&text("read-not-yet"));
                }
                held
            };
            by_hand(&mut room, play, &mut sitting, may_be_read)
        }
    };
    if status == Status::Fine { close(&room, play, &mut sitting) } else { status }
}

fn sit_down(common: &Common, play: &Play) -> Result<Option<Sitting>, Status> {
    let records =
        if play.no_record { None } else { Some(Records::at(common.data_dir.as_deref()).map_err(|trouble| could_not_run(&trouble))?) };
    if let (Some(id), Some(records)) = (play.resume.as_ref().or(play.again.as_ref()), &records) {
        let record = records.find(id).map_err(|trouble| could_not_run(&trouble))?;
        if let Some(other) = record.header.as_ref().filter(|header| header.case != play.case) {
            let fill = [("id", id.as_str().into()), ("case", other.case.as_str().into())];
            return Err(could_not_run(&text_with("resume-other-case", &fill)));
        }
        let Some(from) = play.from else { return resume(records, id, play) };
        let mut again =
            Kept::open(records, record).and_then(|kept| kept.again(from, Some(records))).map_err(|trouble| could_not_run(&trouble))?;
        again.leave_out(&play.leave_out).map_err(|trouble| could_not_run(&trouble))?;
        return Ok(Some(again));
    }
    let bundle = &sound_bundle(common, &play.case)?;
    if let Some(records) = records
        .as_ref()
        .filter(|_| !play.new && play.choices.is_none() && play.after.is_none() && play.format == Format::Text && io::stdin().is_terminal())
        && let Some(left) = left(records, play)
    {
        let question =
            text_with("ask-resume", &[("title", bundle.case.title.as_str().into()), ("started", left.1.into()), ("moves", left.2.into())]);
        match ask(&question) {
            None => return Ok(None),
            Some(answer) if !answer.to_lowercase().starts_with('n') => return resume(records, &left.0, play),
            Some(_) => {}
        }
    }
    let mode = play.mode.map(Mode::from).unwrap_or_default();
    let terms = Terms {
        session: session(play, records.as_ref()),
        seed: play.seed,
        mode,
        leave_out: play.leave_out.clone(),
        after: play.after.clone(),
        set: None,
    };
    Sitting::begin(bundle, &terms, records.as_ref()).map(Some).map_err(|trouble| could_not_run(&trouble))
}

/// An hour that was left, with what is to be left out from here on.
pub(super) fn resume(records: &Records, id: &str, play: &Play) -> Result<Option<Sitting>, Status> {
    let mut sitting = Sitting::resume(records, id).map_err(|trouble| could_not_run(&trouble))?;
    sitting.leave_out(&play.leave_out).map_err(|trouble| could_not_run(&trouble))?;
    Ok(Some(sitting))
}

/// The session that is named, or the one after the hour that is gone on from.
fn session(play: &Play, records: Option<&Records>) -> u32 {
    let before = play.after.as_ref().zip(records).and_then(|(before, records)| records.find(before).ok()?.header);
    play.session.unwrap_or_else(|| before.map_or(1, |before| before.session + 1))
}

/// The newest hour of that case and session that was left: id, when it began, and how many replies it holds.
fn left(records: &Records, play: &Play) -> Option<(String, String, u16)> {
    let list = records.list().ok()?;
    list.into_iter().rev().find_map(|record| {
        let header = record.header.as_ref().filter(|header| header.case == play.case && header.session == play.session.unwrap_or(1))?;
        record.is_unfinished().then(|| (header.id.clone(), header.started.clone(), record.held.replies()))
    })
}

/// True once an hour was held to its end: whoever sits down for the first time has enough to see as it is.
fn has_held_one(common: &Common) -> bool {
    let list = Records::at(common.data_dir.as_deref()).and_then(|records| records.list());
    list.is_ok_and(|list| list.iter().any(|record| record.ending().is_some()))
}

/// Asks on the terminal; none at the end of input.
pub(super) fn ask(question: &str) -> Option<String> {
    print(&format!("{question} "));
    let mut answer = String::new();
    match io::stdin().lock().read_line(&mut answer) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(answer.trim().to_string()),
    }
}

fn by_file(room: &mut Room, sitting: &mut Sitting, file: &str, choices: &str) -> Status {
    for (number, line) in choices.lines().enumerate() {
        let reply = line.split('#').next().unwrap_or_default().trim();
        if reply.is_empty() {
            continue;
        }
        room.menu(&sitting.menu());
        match sitting.choose(reply) {
            Ok(entries) => room.show(entries),
            Err(trouble @ (Trouble::NotOnOffer { .. } | Trouble::NoTopic { .. } | Trouble::NothingLeftOut | Trouble::Refused(_))) => {
                complain(&text_with(
                    "choice-refused",
                    &[("file", file.into()), ("line", (number + 1).into()), ("why", trouble.to_string().into())],
                ));
                return Status::Found;
            }
            Err(trouble) => return could_not_run(&trouble),
        }
    }
    Status::Fine
}

fn by_hand(room: &mut Room, play: &Play, sitting: &mut Sitting, may_be_read: bool) -> Status {
    let mut input = io::stdin().lock();
    let mut ask = |room: &Room, question: &str| {
        if !question.is_empty() {
            room.say("\n");
            room.tell(question);
        }
        line(room, &mut input)
    };
    while sitting.ending().is_none() {
        match exchange(room, play, sitting, may_be_read, &mut ask) {
            Ok(true) => {}
            Ok(false) => return Status::Fine,
            Err(trouble) => return could_not_run(&trouble),
        }
    }
    Status::Fine
}

/// One reply, or something that moves the hour otherwise; false at the end of input.
fn exchange(room: &mut Room, play: &Play, sitting: &mut Sitting, may_be_read: bool, ask: &mut Answers) -> Result<bool, Trouble> {
    let fresh = sitting.jottings().words_at(sitting.turn()).is_none();
    if may_be_read && !beside::ask_to_read(room, sitting, ask)? {
        return Ok(true);
    }
    // An exam's record is handed in, and these words are the trainee's.
    let kept = play.keep_words && sitting.header().mode != Mode::Exam;
    if play.say_first && fresh && !beside::ask_words(room, sitting, kept, ask)? {
        return Ok(true);
    }
    let menu = sitting.menu();
    room.menu(&menu);
    if play.say_first && !beside::ask_what_they_were(room, sitting, &menu, kept, ask)? {
        return Ok(true);
    }
    loop {
        let Some(line) = ask(room, "") else { return Ok(false) };
        let by_number = line.parse::<usize>().ok().and_then(|number| menu.get(number.checked_sub(1)?));
        if let Some(offer) = by_number.or_else(|| menu.iter().find(|offer| offer.reply == line)) {
            room.show(sitting.choose(&offer.reply)?);
            return Ok(true);
        }
        match beside::wish(&line, sitting) {
            None => room.tell(&text_with("choose-again", &[("most", menu.len().into())])),
            Some(wish) => match beside::grant(room, sitting, wish)? {
                Done::Moved => return Ok(true),
                Done::Stays => {}
            },
        }
    }
}

/// A line of input, without what surrounds it; none at the end.
fn line(room: &Room, input: &mut impl BufRead) -> Option<String> {
    room.prompt();
    let mut line = Vec::new();
    if !matches!(input.read_until(b'\n', &mut line), Ok(1..)) {
        room.say("\n");
        return None;
    }
    // What is no text is answered like any other thing that is not on offer.
    Some(String::from_utf8_lossy(&line).trim().to_string())
}

/// The hour is over, or was left.
fn close(room: &Room, play: &Play, sitting: &mut Sitting) -> Status {
    if sitting.ending().is_some() && sitting.afterwards().is_none() && play.choices.is_none() && !room.to_error && io::stdin().is_terminal()
    {
        let afterwards = afterwards();
        if let Err(trouble) = sitting.say_afterwards(afterwards) {
            complain(&trouble);
        }
    }
    if play.format == Format::Json {
        let header = sitting.header();
        // Of an exam nothing is told before its end.
        let told = sitting.ending().is_some() || header.mode != Mode::Exam;
        let assessment = told.then(|| sitting.assessment());
        let (scores, gate, repairs) = match assessment {
            Some(Assessment { scores, gate, repairs, .. }) => (Some(scores), Some(gate), Some(repairs)),
            None => (None, None, None),
        };
        return print_json(&Played {
            case: &header.case,
            session: header.session,
            seed: header.seed,
            mode: header.mode,
            moves: sitting.moves(),
            events: told.then(|| sitting.account()),
            scores,
            gate,
            repairs,
            ending: sitting.ending(),
        });
    }
    let id = sitting.header().id.as_str();
    if sitting.ending().is_some() {
        print(&format!("\n{}", crate::report::text::render(&sitting.kept().debrief_in_full())));
        let mut out = String::from("\n");
        room.turn(&mut out);
        print(&out);
    }
    let kept = match (sitting.is_kept(), sitting.ending().is_some()) {
        (false, _) => text("nothing-kept"),
        (true, true) => text_with("kept", &[("id", id.into())]),
        (true, false) => text_with("left", &[("id", id.into()), ("case", play.case.as_str().into())]),
    };
    print(&format!("\n{kept}\n"));
    let there = sitting.bundle().hours.len() as u32;
    let comes = sitting.is_kept() && sitting.ending().is_some_and(Ending::comes_again) && sitting.header().session < there;
    if comes {
        print(&format!("{}\n", text_with("comes-again", &[("id", id.into()), ("case", play.case.as_str().into())])));
    }
    Status::Fine
}

fn afterwards() -> Afterwards {
    let endings = [Ending::Returns, Ending::Undecided, Ending::WontReturn];
    let choices: Vec<String> =
        endings.iter().enumerate().map(|(i, ending)| format!("{} {}", i + 1, word("ending-short", ending))).collect();
    let expects = ask(&format!("\n{} ({})", text("ask-expects"), choices.join(", ")));
    let felt = ask(&text("ask-felt")).unwrap_or_default();
    let number = expects.and_then(|answer| answer.parse::<usize>().ok());
    Afterwards { expects: number.and_then(|number| endings.get(number.checked_sub(1)?)).copied(), felt }
}
