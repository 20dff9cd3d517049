//! `drill`: ten minutes of hard moments, one at a time, as often as one likes.

use std::io::{self, BufRead};

use crate::assess::occasion::Competence;
use crate::library;
use crate::practice::Found;
use crate::record::now;
use crate::report::text::{paragraph, quoted};
use crate::script::codes::Vocabulary;
use crate::script::model::fold;
use crate::script::turn::Offer;
use crate::session::account::Entry;
use crate::sitting::drill::{Answered, At, Drilling, ENOUGH, Opened, Terms};
use crate::sitting::{Looks, Sitting, Trouble, day, past};
use crate::texts::{spoken, text, text_with, word};

use super::arguments::Drill;
use super::room::Room;
use super::{Common, Status, complain, could_not_run};

/// What somebody wants of a moment whose topic can be left out.
enum Before {
    Stop,
    GoOn,
    Another,
    LeaveOut,
}

/// What somebody wants after an answer.
enum After {
    Again,
    Another,
    Found(Found),
    Stop,
}

pub(super) fn run(common: &Common, drill: &Drill) -> Status {
    let (mut drilling, mut room) = match begin(common, drill) {
        Ok(begun) => begun,
        Err(status) => return status,
    };
    let status = match hold(&mut drilling, &mut room) {
        Ok(()) => Status::Fine,
        Err(trouble) => could_not_run(&trouble),
    };
    let (answers, done) = drilling.so_far();
    room.say(&format!("\n{}\n", text_with("drill-over", &[("answers", answers.into()), ("done", done.into())])));
    status
}

fn begin(common: &Common, drill: &Drill) -> Result<(Drilling, Room), Status> {
    let library = library::open_in(common.dialogues.as_deref(), Some(spoken().tag())).map_err(|trouble| could_not_run(&trouble))?;
    let bundles = library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.clone()).collect();
    let records = common.records().map_err(|trouble| could_not_run(&trouble))?;
    let before = past(&records).map_err(|trouble| could_not_run(&trouble))?.tries;
    let terms = Terms {
        competence: drill.competence,
        first: drill.at.clone(),
        without_topics: drill.without_topics,
        seed: drill.seed,
        today: day(&now()).unwrap_or_default(),
    };
    let drilling = Drilling::begin(bundles, before, &terms, (!drill.no_record).then_some(&records));
    if let Some(first) = drill.at.as_ref().filter(|first| !drilling.has(first)) {
        return Err(could_not_run(&text_with("drill-no-moment", &[("moment", first.to_string().into())])));
    }
    let room = Room {
        to_error: false,
        notes: None,
        learn: false,
        looks: Looks::default(),
        where_to_turn: library::where_to_turn(common.dialogues.as_deref(), spoken().tag()),
    };
    Ok((drilling, room))
}

/// Until somebody stops, or nothing is left for today.
fn hold(drilling: &mut Drilling, room: &mut Room) -> Result<(), Trouble> {
    let mut input = io::stdin().lock();
    room.say(&format!("{}\n", text("drill-about")));
    let mut opened = drilling.go_on()?;
    loop {
        let Some((Opened { before, mut sitting }, at)) = opened.zip(drilling.at().cloned()) else {
            room.say(&format!("\n{}\n", drilling.over()));
            return Ok(());
        };
        if let Some(note) = &at.note {
            let Some(wish) = before_topic(room, &mut input, note) else { return Ok(()) };
            match wish {
                Before::GoOn => {}
                Before::Stop => return Ok(()),
                Before::Another => {
                    opened = drilling.pass_over()?;
                    continue;
                }
                Before::LeaveOut => {
                    opened = drilling.leave_out()?;
                    continue;
                }
            }
        }
        room.looks = Looks::of(&sitting.bundle().case);
        stimulus(room, &at, &sitting, &before);
        let menu = sitting.menu();
        room.menu(&menu);
        let Some(reply) = reply(room, &mut input, &menu) else { return Ok(()) };
        let Some(answered) = drilling.answer(&mut sitting, &reply)? else { return Ok(()) };
        room.show(&answered.entries);
        judge(room, at.card.competence, &answered);
        if let Some(trouble) = &answered.unkept {
            complain(trouble);
            room.say(&format!("{}\n", text("drill-unkept")));
        }
        if drilling.so_far().0 == ENOUGH {
            room.say(&format!("\n{}\n", text("drill-enough")));
        }
        opened = match after(room, &mut input, drilling)? {
            Some(After::Again) => drilling.again()?,
            Some(After::Another) => drilling.go_on()?,
            _ => return Ok(()),
        };
    }
}

/// Who it is, what is looked for, and how it came to the moment.
fn stimulus(room: &mut Room, at: &At, sitting: &Sitting, before: &[Entry]) {
    let case = &sitting.bundle().case;
    let mut out = String::from("\n");
    let title = [
        ("competence", word("competence", at.card.competence).into()),
        ("difficulty", at.card.difficulty.into()),
        ("because", word("because", at.because).into()),
    ];
    paragraph(&mut out, 0, &text_with("drill-title", &title));
    paragraph(&mut out, 0, &text_with("drill-criterion", &[("criterion", word("criterion", at.card.competence).into())]));
    out.push('\n');
    for person in &case.people {
        paragraph(&mut out, 0, &format!("{}, {}. {}", person.name, person.age, fold(&person.about)));
    }
    out.push('\n');
    room.say(&out);
    room.show(before);
    room.show(sitting.account());
}

/// What is wanted of a moment whose topic can be left out, told before it comes; none at the end of input.
fn before_topic(room: &Room, input: &mut impl BufRead, note: &str) -> Option<Before> {
    room.say("\n");
    room.tell(&text_with("drill-topic", &[("note", note.into())]));
    let leave_out = text("command-leave-out");
    ask(room, input, &text("drill-topic-ask"), |line| match line {
        "" => Some(Before::GoOn),
        "n" => Some(Before::Another),
        "q" => Some(Before::Stop),
        _ => (line == leave_out || line == "leave out").then_some(Before::LeaveOut),
    })
}

/// The reply that is chosen; none at the end of input.
fn reply(room: &Room, input: &mut impl BufRead, menu: &[Offer]) -> Option<String> {
    let by_number = |line: &str| line.parse::<usize>().ok().and_then(|number| menu.get(number.checked_sub(1)?));
    let chosen = |line: &str| by_number(line).or_else(|| menu.iter().find(|offer| offer.reply == line)).map(|offer| offer.reply.clone());
    read(room, input, &text_with("choose-again", &[("most", menu.len().into())]), chosen)
}

/// Asks, and reads until the answer can be understood; none at the end of input.
fn ask<T>(room: &Room, input: &mut impl BufRead, question: &str, understand: impl Fn(&str) -> Option<T>) -> Option<T> {
    room.tell(question);
    read(room, input, question, |line| understand(&line.to_lowercase()))
}

fn read<T>(room: &Room, input: &mut impl BufRead, otherwise: &str, understand: impl Fn(&str) -> Option<T>) -> Option<T> {
    loop {
        let line = room.line(input)?;
        let line = line.as_str();
        if let Some(understood) = understand(line) {
            return Some(understood);
        }
        if ["help", &text("command-help")].iter().any(|help| line.eq_ignore_ascii_case(help)) {
            room.help("drill-leave");
        } else {
            room.say(&format!("{otherwise}\n"));
        }
    }
}

/// Whether it was what the moment was for, and what else would have been.
fn judge(room: &Room, competence: Competence, answered: &Answered) {
    let mut out = String::from("\n");
    let verdict = if answered.done { text("drill-done") } else { text("drill-missed") };
    paragraph(&mut out, 0, &format!("{verdict} {}", word("criterion", competence)));
    if !answered.others.is_empty() {
        paragraph(&mut out, 0, &if answered.done { text("drill-others") } else { text("drill-instead") });
    }
    for other in &answered.others {
        paragraph(&mut out, 2, &quoted(&other.text, other.deed));
        paragraph(&mut out, 4, &format!("({}: {})", word("skill", other.codes.skill), other.why));
    }
    room.say(&out);
}

/// What is wanted after an answer, once all was said of how hard it was; none at the end of input.
fn after(room: &Room, input: &mut impl BufRead, drilling: &mut Drilling) -> Result<Option<After>, Trouble> {
    room.say("\n");
    loop {
        let wish = ask(room, input, &text("drill-ask"), |line| match line {
            "" => Some(After::Again),
            "n" => Some(After::Another),
            "+" => Some(After::Found(Found::TooEasy)),
            "-" | "–" => Some(After::Found(Found::TooHard)),
            "q" => Some(After::Stop),
            _ => None,
        });
        let Some(After::Found(found)) = wish else { return Ok(wish) };
        if let Some(noted) = drilling.found(found)? {
            room.say(&format!("{}\n", noted.told()));
        }
    }
}

/// The competence that a word on the command line names.
pub(super) fn competence(named: &str) -> Result<Competence, String> {
    let there = Competence::WORDS.iter().find(|competence| name(**competence) == named);
    let all = || Competence::WORDS.iter().map(|competence| name(*competence)).collect::<Vec<_>>().join(", ");
    there.copied().ok_or_else(|| format!("one of {}", all()))
}

/// As a competence is named on the command line.
pub(super) fn name(competence: Competence) -> String {
    let mut out = String::new();
    for letter in format!("{competence:?}").chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}
