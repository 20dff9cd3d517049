//! `play`: an hour in the terminal, read line by line from standard input or from a file of choices.

use std::io::{self, BufRead, IsTerminal};
use std::sync::Arc;

use serde::Serialize;

use crate::assess::{Assessment, Gate, Repair, Scores};
use crate::library;
use crate::record::{Afterwards, Mode, Records};
use crate::script::codes::Ending;
use crate::script::turn::Offer;
use crate::session::account::Entry;
use crate::sitting::{Kept, Looks, Sitting, Terms, Trouble};
use crate::texts::{spoken, text, text_with, word};

use super::arguments::{Format, Play};
use super::beside::{self, Answers, Done, Left};
use super::hour::sound_bundle;
use super::room::Room;
use super::stuck::{Next, is_unwritable, rescue};
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
    hold(common, play, &format!("play {}", play.case), || sit_down(common, play), |_| {})
}

/// Holds an hour that is sat down to by a command of that name; what else is to be read before it is said in the room. None where nobody
/// sits down.
pub(super) fn hold(
    common: &Common,
    play: &Play,
    named: &str,
    sit_down: impl FnOnce() -> Result<Option<Sitting>, Status>,
    before: impl FnOnce(&Room),
) -> Status {
    let choices = match play.choices.as_ref().map(|file| (file.display().to_string(), library::read_bounded(file))) {
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
    // An hour that can't be written any more may go on elsewhere.
    let mut place = common.clone();
    let mut room = Room {
        to_error: play.format == Format::Json,
        notes: sitting.header().mode.has_notes(!play.no_notes).then(|| Arc::clone(sitting.bundle())),
        learn: sitting.header().mode == Mode::Learn,
        looks: Looks::of(&sitting.bundle().case),
        where_to_turn: library::where_to_turn(common.dialogues.as_deref(), spoken().tag()),
    };
    before(&room);
    if sitting.torn() > 0 {
        room.tell(&text_with("record-tail", &[("bytes", sitting.torn().into())]));
        room.say("\n");
    }
    room.introduce(&sitting);
    room.show(sitting.account());
    let status = match choices {
        Some((file, choices)) => by_file(&mut room, &mut sitting, &file, &choices),
        None => {
            let may_be_read = play.read && {
                let held = common.records().is_ok_and(|records| records.has_held_one());
                if !held {
                    room.tell(&text("read-not-yet"));
                }
                held
            };
            by_hand(&mut place, &mut room, play, &mut sitting, may_be_read)
        }
    };
    if status == Status::Fine { close(&mut place, &room, play, named, &mut sitting) } else { status }
}

fn sit_down(common: &Common, play: &Play) -> Result<Option<Sitting>, Status> {
    let records = if play.no_record { None } else { Some(common.records().map_err(|trouble| could_not_run(&trouble))?) };
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
    Sitting::begin(bundle, &terms, records.as_ref()).map(Some).map_err(|trouble| match is_unwritable(&trouble) {
        true => could_not_run(&text_with("begin-unwritable", &[("why", trouble.to_string().into())])),
        false => could_not_run(&trouble),
    })
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
    play.session.unwrap_or_else(|| before.map_or(1, |before| before.session.saturating_add(1)))
}

/// The newest hour of that case and session that was left: id, when it began, and how many replies it holds.
fn left(records: &Records, play: &Play) -> Option<(String, String, u16)> {
    let list = records.list().ok()?;
    list.into_iter().rev().find_map(|record| {
        let header = record.header.as_ref().filter(|header| header.case == play.case && header.session == play.session.unwrap_or(1))?;
        record.is_unfinished().then(|| (header.id.clone(), header.started.clone(), record.held.replies()))
    })
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

fn by_hand(common: &mut Common, room: &mut Room, play: &Play, sitting: &mut Sitting, may_be_read: bool) -> Status {
    let mut input = io::stdin().lock();
    let mut ask = |room: &Room, question: &str| {
        if !question.is_empty() {
            room.say("\n");
            room.tell(question);
        }
        room.line(&mut input)
    };
    while sitting.ending().is_none() {
        match exchange(room, play, sitting, may_be_read, &mut ask) {
            Ok(true) => {}
            Ok(false) => return Status::Fine,
            Err(trouble) if is_unwritable(&trouble) => match rescue(common, room, sitting, &trouble, &mut ask) {
                Next::GoesOn => room.tell(&text("stuck-do-again")),
                Next::Leaves => return Status::Fine,
                Next::Ended => return could_not_run(&trouble),
            },
            Err(trouble) => return could_not_run(&trouble),
        }
    }
    Status::Fine
}

/// One reply, or something that moves the hour otherwise; false at the end of input.
fn exchange(room: &mut Room, play: &Play, sitting: &mut Sitting, may_be_read: bool, ask: &mut Answers) -> Result<bool, Trouble> {
    let menu = match before(room, play, sitting, may_be_read, ask) {
        Ok(menu) => menu,
        Err(Left::Moved) => return Ok(true),
        Err(Left::End) => return Ok(false),
        Err(Left::Trouble(trouble)) => return Err(trouble),
    };
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

/// What is asked before a reply, where that is wanted; the menu that it is taken from.
fn before(room: &mut Room, play: &Play, sitting: &mut Sitting, may_be_read: bool, ask: &mut Answers) -> Result<Vec<Offer>, Left> {
    let fresh = sitting.jottings().words_at(sitting.turn()).is_none();
    if may_be_read {
        beside::ask_to_read(room, sitting, ask)?;
    }
    // An exam's record is handed in, and these words are the trainee's.
    let kept = play.keep_words && sitting.header().mode != Mode::Exam;
    if play.say_first && fresh {
        beside::ask_words(room, sitting, kept, ask)?;
    }
    let menu = sitting.menu();
    room.menu(&menu);
    if play.say_first {
        beside::ask_what_they_were(room, sitting, &menu, kept, ask)?;
    }
    Ok(menu)
}

/// The hour is over, or was left.
fn close(common: &mut Common, room: &Room, play: &Play, named: &str, sitting: &mut Sitting) -> Status {
    if sitting.ending().is_some() && sitting.afterwards().is_none() && play.choices.is_none() && !room.to_error && io::stdin().is_terminal()
    {
        keep_afterwards(common, room, sitting, &afterwards());
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
    let with = |rest: String| common.command(&rest).into();
    let kept = match (sitting.is_kept(), sitting.ending().is_some()) {
        (false, _) => text("nothing-kept"),
        (true, true) => text_with("kept", &[("id", id.into()), ("command", with(format!("report {id}")))]),
        (true, false) => text_with("left", &[("id", id.into()), ("command", with(format!("{named} --resume {id}")))]),
    };
    print(&format!("\n{kept}\n"));
    let there = sitting.bundle().hours.len() as u32;
    let comes = sitting.is_kept() && sitting.ending().is_some_and(Ending::comes_again) && sitting.header().session < there;
    if comes {
        print(&format!("{}\n", text_with("comes-again", &[("command", with(format!("play {} --after {id}", play.case)))])));
    }
    Status::Fine
}

/// Where it can't be written the hour is saved first, or goes on without a record; else it is not kept.
fn keep_afterwards(common: &mut Common, room: &Room, sitting: &mut Sitting, afterwards: &Afterwards) {
    let mut ask = |room: &Room, question: &str| {
        room.tell(question);
        room.line(&mut io::stdin().lock())
    };
    while let Err(trouble) = sitting.say_afterwards(afterwards.clone()) {
        if !is_unwritable(&trouble) || !matches!(rescue(common, room, sitting, &trouble, &mut ask), Next::GoesOn) {
            return complain(&trouble);
        }
    }
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
