//! `play`: an hour in the terminal, read line by line from standard input or from a file of choices.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};

use serde::Serialize;

use crate::assess::{Assessment, Gate, Repair, Scores};
use crate::library;
use crate::record::{Afterwards, Mode, Records};
use crate::report::text::{paragraph, quoted};
use crate::script::codes::Ending;
use crate::script::model::fold;
use crate::script::turn::Offer;
use crate::session::LEAVE_OUT;
use crate::session::account::{Entry, Shown};
use crate::sitting::{Kept, Looks, Sitting, Terms, Trouble};
use crate::texts::{spoken, text, text_with, word};

use super::arguments::{Format, Play};
use super::hour::sound_bundle;
use super::{Common, Status, complain, could_not_run, print, print_json};

/// The hour as `--format json` prints it.
#[derive(Serialize)]
struct Played<'a> {
    case: &'a str,
    session: u32,
    seed: u64,
    mode: Mode,
    moves: &'a [String],
    events: &'a [Entry],
    scores: Scores,
    gate: Gate,
    repairs: Vec<Repair>,
    ending: Option<Ending>,
}

pub(super) fn run(common: &Common, play: &Play) -> Status {
    let choices = match play.choices.as_ref().map(|file| (file.display().to_string(), fs::read_to_string(file))) {
        None => None,
        Some((file, Ok(choices))) => Some((file, choices)),
        Some((file, Err(error))) => {
            return could_not_run(&text_with("choices-unreadable", &[("file", file.into()), ("why", error.to_string().into())]));
        }
    };
    let mut sitting = match sit_down(common, play) {
        Ok(Some(sitting)) => sitting,
        Ok(None) => return Status::Fine,
        Err(status) => return status,
    };
    let mut room = Room {
        to_error: play.format == Format::Json,
        notes: sitting.header().mode.has_notes(!play.no_notes),
        learn: sitting.header().mode == Mode::Learn,
        looks: Looks::of(&sitting.bundle().case),
        where_to_turn: library::where_to_turn(common.dialogues.as_deref(), spoken().tag()),
    };
    room.introduce(&sitting);
    room.show(sitting.account());
    let status = match choices {
        Some((file, choices)) => by_file(&mut room, &mut sitting, &file, &choices),
        None => by_hand(&mut room, &mut sitting),
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
    };
    Sitting::begin(bundle, &terms, records.as_ref()).map(Some).map_err(|trouble| could_not_run(&trouble))
}

/// An hour that was left, with what is to be left out from here on.
fn resume(records: &Records, id: &str, play: &Play) -> Result<Option<Sitting>, Status> {
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
fn left(records: &Records, play: &Play) -> Option<(String, String, usize)> {
    let list = records.list().ok()?;
    list.into_iter().rev().find_map(|record| {
        let header = record.header.as_ref().filter(|header| header.case == play.case && header.session == play.session.unwrap_or(1))?;
        record.is_unfinished().then(|| (header.id.clone(), header.started.clone(), record.replies()))
    })
}

/// Asks on the terminal; none at the end of input.
fn ask(question: &str) -> Option<String> {
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
            Err(trouble @ (Trouble::NotOnOffer { .. } | Trouble::NoTopic { .. } | Trouble::Refused(_))) => {
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

fn by_hand(room: &mut Room, sitting: &mut Sitting) -> Status {
    let mut input = io::stdin().lock();
    while sitting.ending().is_none() {
        let menu = sitting.menu();
        room.menu(&menu);
        let chosen = loop {
            room.prompt();
            let mut line = Vec::new();
            if !matches!(input.read_until(b'\n', &mut line), Ok(1..)) {
                room.say("\n");
                return Status::Fine;
            }
            // What is no text is answered like any other thing that is not on offer.
            let line = String::from_utf8_lossy(&line);
            let line = line.trim();
            let by_number = line.parse::<usize>().ok().and_then(|number| menu.get(number.checked_sub(1)?));
            match by_number.or_else(|| menu.iter().find(|offer| offer.reply == line)) {
                Some(offer) => break offer.reply.clone(),
                None if ["help", &text("command-help")].iter().any(|help| line.eq_ignore_ascii_case(help)) => room.help(),
                None => match topic(line) {
                    Some(topic) => break format!("{LEAVE_OUT}{topic}"),
                    None => room.say(&format!("{}\n", text_with("choose-again", &[("most", menu.len().into())]))),
                },
            }
        };
        match sitting.choose(&chosen) {
            Ok(entries) => room.show(entries),
            Err(trouble @ Trouble::NoTopic { .. }) => room.say(&format!("{trouble}\n")),
            Err(trouble) => return could_not_run(&trouble),
        }
    }
    Status::Fine
}

/// The topic named in "leave out dying", in capitals or with a hyphen too.
fn topic(line: &str) -> Option<&str> {
    [text("command-leave-out"), "leave out".into()].iter().find_map(|command| {
        let mut rest = line;
        for word in command.split(' ') {
            rest = rest.trim_start_matches([' ', '-']);
            rest = rest.get(word.len()..).filter(|_| rest[..word.len()].eq_ignore_ascii_case(word))?;
        }
        Some(rest.trim_start_matches([' ', ':']))
    })
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
        let Assessment { scores, gate, repairs, ending, .. } = sitting.assessment();
        let header = sitting.header();
        return print_json(&Played {
            case: &header.case,
            session: header.session,
            seed: header.seed,
            mode: header.mode,
            moves: sitting.moves(),
            events: sitting.account(),
            scores,
            gate,
            repairs,
            ending,
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

/// Where the hour is shown: standard output, or standard error while that is kept for JSON.
struct Room {
    to_error: bool,
    notes: bool,
    learn: bool,
    looks: Looks,
    where_to_turn: String,
}

impl Room {
    fn say(&self, text: &str) {
        if self.to_error {
            let _ = io::stderr().write_all(text.as_bytes());
        } else {
            print(text);
        }
    }

    /// The referral note, with what comes up: read before the person comes in.
    fn introduce(&self, sitting: &Sitting) {
        let case = &sitting.bundle().case;
        let mut out = String::new();
        paragraph(&mut out, 0, &case.title);
        let review = if case.is_reviewed() { text_with("review-by", &[("who", case.review.as_str().into())]) } else { text("review-none") };
        paragraph(&mut out, 0, &review);
        for person in &case.people {
            out.push('\n');
            paragraph(&mut out, 0, &format!("{}, {}. {}", person.name, person.age, fold(&person.about)));
        }
        out.push('\n');
        paragraph(&mut out, 0, &fold(case.note((sitting.header().session as usize).saturating_sub(1))));
        out.push('\n');
        if sitting.header().session > 1 && sitting.header().after.is_none() {
            paragraph(&mut out, 0, &text_with("supposed-before", &[("case", case.id.as_str().into())]));
            out.push('\n');
        }
        if case.content_notes.is_empty() {
            paragraph(&mut out, 0, &text("content-none"));
        } else {
            paragraph(&mut out, 0, &text("referral-content"));
            for note in &case.content_notes {
                let topic = note.topic.iter().map(|topic| format!(" [{topic}]")).collect::<String>();
                paragraph(&mut out, 2, &format!("– {}{topic}", note.note));
            }
        }
        let topics: Vec<String> = sitting.topics().into_iter().filter(|topic| !topic.left_out).map(|topic| topic.id).collect();
        if !topics.is_empty() {
            paragraph(&mut out, 0, &text_with("ask-leave-out", &[("topics", topics.join(", ").into())]));
        }
        paragraph(&mut out, 0, &text("ask-help"));
        out.push('\n');
        self.say(&out);
    }

    /// A way to come back to oneself, and where to turn.
    fn help(&self) {
        let mut out = String::from("\n");
        for step in ["grounding-feet", "grounding-breath", "grounding-see", "grounding-hear", "grounding-true"] {
            paragraph(&mut out, 2, &text(step));
        }
        out.push('\n');
        self.turn(&mut out);
        out.push('\n');
        paragraph(&mut out, 0, &text("help-leave"));
        self.say(&out);
    }

    fn turn(&self, out: &mut String) {
        paragraph(out, 0, &text("turn-title"));
        self.where_to_turn.split("\n\n").for_each(|part| paragraph(out, 2, part));
    }

    fn prompt(&self) {
        if io::stdin().is_terminal() {
            self.say("> ");
        }
    }

    fn show(&mut self, entries: &[Entry]) {
        let mut out = String::new();
        for entry in entries {
            self.looks.before(entry).iter().for_each(|seen| paragraph(&mut out, 2, &format!("[{seen}]")));
            if let Entry::LeftOut { topic } = entry {
                paragraph(&mut out, 0, &text_with("left-out", &[("topic", topic.as_str().into())]));
            }
            let Some(shown) = entry.shown() else { continue };
            match shown {
                Shown::Answered(turn) => {
                    let answer = turn.answer();
                    out.push('\n');
                    let you = if answer.deed { quoted(&answer.text, true) } else { answer.text.clone() };
                    paragraph(&mut out, 0, &format!("{}: {you}", text("you")));
                    if self.notes {
                        paragraph(&mut out, 4, &format!("({}: {})", word("skill", answer.codes.skill), answer.why));
                    }
                    out.push('\n');
                }
                Shown::Said { name, text } => paragraph(&mut out, 0, &format!("{name}: {text}")),
                Shown::Seen(text) => paragraph(&mut out, 2, &format!("[{text}]")),
                Shown::Paused { seconds } => paragraph(&mut out, 2, &text_with("pause", &[("seconds", seconds.into())])),
                Shown::Over => {
                    out.push('\n');
                    paragraph(&mut out, 0, &text("hour-over"));
                }
            }
        }
        self.looks.settle().iter().for_each(|seen| paragraph(&mut out, 2, &format!("[{seen}]")));
        self.say(&out);
    }

    fn menu(&self, menu: &[Offer]) {
        let mut out = String::from("\n");
        for (index, offer) in menu.iter().enumerate() {
            let skill = if self.learn { format!(" – {}", word("skill", offer.codes.skill)) } else { String::new() };
            paragraph(&mut out, 2, &format!("{}  {}{skill}", index + 1, quoted(&offer.text, offer.deed)));
        }
        self.say(&out);
    }
}
