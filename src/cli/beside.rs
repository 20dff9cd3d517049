//! What a trainee does in the terminal beside the hour: looks back on it, goes back in it, and writes down what is theirs.

use crate::report::own::{self, Own};
use crate::report::text::{paragraph, quoted};
use crate::script::codes::{Skill, Vocabulary};
use crate::script::feeling::Mood;
use crate::script::turn::Offer;
use crate::session::account::{Entry, Shown};
use crate::session::jotting::{Jotting, Note, OwnWords, Reading, Sureness};
use crate::sitting::{Looks, Sitting, Trouble};
use crate::texts::{capital, text, text_with, word};

use super::room::Room;

/// Something that is asked for in place of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Help,
    LeaveOut(String),
    /// The hour so far, each line with its number, and the notes.
    LookBack,
    /// To before a reply; to before the last where none is named.
    Back(Option<u16>),
    Redo,
    /// A note about lines by their numbers, counted from 1; a mark is one about the last line, with no words.
    Note(Vec<usize>, String),
    Strike(u32),
    Read(Reading),
    /// It was begun as a command and can't be one; this says how it goes.
    Unclear(String),
}

/// What became of it.
pub(super) enum Done {
    /// The hour stands where it stood.
    Stays,
    /// The hour stands elsewhere.
    Moved,
}

/// What a line asks for; none where it is no command.
pub(super) fn wish(line: &str, sitting: &Sitting) -> Option<Wish> {
    let rest = |theirs: String, ours: &str| [theirs.as_str(), ours].iter().find_map(|command| after(line, command));
    if rest(text("command-help"), "help").is_some_and(str::is_empty) {
        return Some(Wish::Help);
    }
    if let Some(topic) = rest(text("command-leave-out"), "leave out") {
        let there: Vec<String> = sitting.topics().into_iter().filter(|topic| !topic.left_out).map(|topic| topic.id).collect();
        return Some(match topic {
            "" if !there.is_empty() => Wish::Unclear(text_with("command-leave-out-what", &[("topics", there.join(", ").into())])),
            topic => Wish::LeaveOut(topic.into()),
        });
    }
    if rest(text("command-look-back"), "look back").is_some_and(str::is_empty) {
        return Some(Wish::LookBack);
    }
    if rest(text("command-redo"), "redo").is_some_and(str::is_empty) {
        return Some(Wish::Redo);
    }
    if let Some(turn) = rest(text("command-back"), "back") {
        return Some(match (turn, turn.parse()) {
            ("", _) => Wish::Back(None),
            (_, Ok(turn)) => Wish::Back(Some(turn)),
            (_, Err(_)) => Wish::Unclear(text("back-how")),
        });
    }
    if let Some(lines) = rest(text("command-mark"), "mark") {
        let numbers = numbers(lines);
        let is_one = numbers.0.len() < 2 && numbers.1.is_empty();
        return Some(if is_one { Wish::Note(or_last(numbers.0, sitting), String::new()) } else { Wish::Unclear(text("note-how")) });
    }
    if let Some(rest) = rest(text("command-link"), "link") {
        let (lines, words) = numbers(rest);
        return Some(if lines.len() == 2 { Wish::Note(lines, words.into()) } else { Wish::Unclear(text("note-how")) });
    }
    if let Some(rest) = rest(text("command-note"), "note") {
        let (lines, words) = numbers(rest);
        let is_one = lines.len() < 2 && !words.is_empty();
        return Some(if is_one { Wish::Note(lines, words.into()) } else { Wish::Unclear(text("note-how")) });
    }
    if let Some(number) = rest(text("command-strike"), "strike") {
        return Some(number.parse().map_or_else(|_| Wish::Unclear(text("note-how")), Wish::Strike));
    }
    let reading = rest(text("command-read"), "read")?;
    let is_read = read(reading, sitting.turn());
    Some(is_read.map_or_else(|| Wish::Unclear(text("read-how")), Wish::Read))
}

/// What follows a command that a line begins with, in capitals or with a hyphen too.
fn after<'a>(line: &'a str, command: &str) -> Option<&'a str> {
    let mut rest = line;
    for word in command.split(' ') {
        rest = rest.trim_start_matches([' ', '-']);
        let begins = rest.get(..word.len()).is_some_and(|begin| begin.to_lowercase() == word.to_lowercase());
        rest = begins.then(|| &rest[word.len()..])?;
    }
    let ends = rest.is_empty() || rest.starts_with([' ', ':', '-']);
    ends.then(|| rest.trim_start_matches([' ', ':']).trim_end())
}

/// The numbers that a text begins with, and the rest of it.
fn numbers(text: &str) -> (Vec<usize>, &str) {
    let (mut numbers, mut rest) = (Vec::new(), text);
    while let Some((first, behind)) = rest.split_once(' ').or((!rest.is_empty()).then_some((rest, "")))
        && let Ok(number) = first.parse()
    {
        numbers.push(number);
        rest = behind.trim_start();
    }
    (numbers, rest)
}

/// Those lines, or the last that was shown.
fn or_last(lines: Vec<usize>, sitting: &Sitting) -> Vec<usize> {
    if lines.is_empty() { vec![places(sitting).len()] } else { lines }
}

/// A reading from "-1 2 3 looks at the door": pleasant, stirred, how sure, and what was seen.
fn read(text: &str, turn: u16) -> Option<Reading> {
    let mut parts = text.splitn(4, ' ');
    let mut way = || parts.next()?.parse::<i8>().ok();
    let (pleasant, stirred, sure) = (way()?, way()?, way()?);
    let sure = usize::try_from(sure).ok()?.checked_sub(1).and_then(|place| Sureness::ALL.get(place))?;
    let (mood, saw) = (Mood::new(pleasant, stirred), parts.next().unwrap_or_default().trim().to_string());
    (mood == mood.bounded()).then_some(Reading { turn, saw, mood, sure: *sure })
}

/// Where in the account each line that was shown stands.
fn places(sitting: &Sitting) -> Vec<u32> {
    (0..).zip(sitting.account()).filter(|(_, entry)| entry.shown().is_some()).map(|(place, _)| place).collect()
}

/// Does what is asked for; what can't be done is said and changes nothing.
pub(super) fn grant(room: &mut Room, sitting: &mut Sitting, wish: Wish) -> Result<Done, Trouble> {
    let done = match wish {
        Wish::Help => {
            room.help("help-leave");
            Ok(Done::Stays)
        }
        Wish::Unclear(how) => {
            room.tell(&how);
            Ok(Done::Stays)
        }
        Wish::LookBack => {
            look_back(room, sitting);
            Ok(Done::Stays)
        }
        Wish::LeaveOut(topic) => sitting.leave_out_now(&topic).map(|entries| {
            room.show(entries);
            Done::Moved
        }),
        Wish::Back(turn) => back(room, sitting, turn),
        Wish::Redo => match sitting.redo() {
            Ok(Some(entries)) => {
                room.tell(&text("redone"));
                room.show(entries);
                Ok(Done::Moved)
            }
            Ok(None) => {
                room.tell(&text("redo-nothing"));
                Ok(Done::Stays)
            }
            Err(trouble) => Err(trouble),
        },
        Wish::Note(lines, words) => note(room, sitting, &lines, words),
        Wish::Strike(number) => strike(room, sitting, number),
        Wish::Read(reading) => sitting.jot(Jotting::Reading(reading), true).map(|()| {
            room.tell(&text("read-kept"));
            Done::Stays
        }),
    };
    match done {
        Err(
            trouble @ (Trouble::NoTopic { .. }
            | Trouble::NothingLeftOut
            | Trouble::NoWayBack
            | Trouble::NoSuchReply { .. }
            | Trouble::NoLine(_)),
        ) => {
            // Errors begin in lower case, since the program's name stands before them elsewhere.
            room.tell(&format!("{}.", capital(trouble.to_string().trim_end_matches('.'))));
            Ok(Done::Stays)
        }
        done => done,
    }
}

fn back(room: &mut Room, sitting: &mut Sitting, turn: Option<u16>) -> Result<Done, Trouble> {
    sitting.rewind(turn.unwrap_or_else(|| sitting.turn().saturating_sub(1)))?;
    room.say(&format!("\n{}\n\n", text_with("went-back", &[("turn", sitting.turn().into())])));
    // What was said last is what is answered now.
    let account = sitting.account();
    let from = account.iter().rposition(|entry| matches!(entry, Entry::Turn(_))).unwrap_or_default();
    // What was seen of people and cameras is as it was then.
    room.looks = Looks::of(&sitting.bundle().case);
    for entry in &account[..from] {
        room.looks.before(entry);
    }
    room.looks.settle();
    room.show(&account[from..]);
    Ok(Done::Moved)
}

/// Everything that was said and seen, with the numbers of lines and replies, and the notes.
fn look_back(room: &Room, sitting: &Sitting) {
    let mut out = String::from("\n");
    for (number, entry) in (1..).zip(sitting.account().iter().filter(|entry| entry.shown().is_some())) {
        let Some(shown) = entry.shown() else { continue };
        let line = match shown {
            Shown::Answered(turn) => {
                let answer = turn.answer();
                format!("({}) {}: {}", turn.number, text("you"), quoted(&answer.text, answer.deed))
            }
            Shown::Said { name, text } => format!("{name}: {text}"),
            Shown::Seen(text) => format!("[{text}]"),
            Shown::Paused { seconds } => text_with("pause", &[("seconds", seconds.into())]),
            Shown::Over => text("hour-over"),
        };
        paragraph(&mut out, 0, &format!("{number:>3}  {line}"));
    }
    let notes = sitting.notes();
    if !notes.is_empty() {
        out.push('\n');
    }
    for Own { title, says, .. } in notes.iter().map(own::note) {
        paragraph(&mut out, 0, &title);
        says.iter().for_each(|says| paragraph(&mut out, 5, says));
    }
    out.push('\n');
    paragraph(&mut out, 0, &text(if sitting.may_go_back() { "look-back-how" } else { "note-how" }));
    room.say(&out);
}

fn note(room: &Room, sitting: &mut Sitting, lines: &[usize], words: String) -> Result<Done, Trouble> {
    let places = places(sitting);
    let there = |number: &usize| number.checked_sub(1).and_then(|place| places.get(place)).copied();
    let Some(lines) = lines.iter().map(there).collect::<Option<Vec<u32>>>() else {
        room.tell(&text_with("note-no-line", &[("most", places.len().into())]));
        return Ok(Done::Stays);
    };
    sitting.jot(Jotting::Note(Note { lines, text: words }), true)?;
    room.tell(&text_with("note-kept", &[("number", sitting.jottings().notes.len().into())]));
    Ok(Done::Stays)
}

fn strike(room: &Room, sitting: &mut Sitting, number: u32) -> Result<Done, Trouble> {
    let is_there = sitting.jottings().notes().any(|(there, _)| there == number);
    if is_there {
        sitting.jot(Jotting::Strike(number), true)?;
    }
    let id = if is_there { "note-struck" } else { "note-none-such" };
    room.tell(&text_with(id, &[("number", number.into())]));
    Ok(Done::Stays)
}

/// Where the answers to what is asked before the menu come from; none at the end of input.
pub(super) type Answers<'a> = dyn FnMut(&Room, &str) -> Option<String> + 'a;

/// Why a question was left without an answer.
pub(super) enum Left {
    /// The hour has moved meanwhile: nothing is asked of that moment any more.
    Moved,
    /// The end of input, which the menu meets again.
    End,
    Trouble(Trouble),
}

impl From<Trouble> for Left {
    fn from(trouble: Trouble) -> Left {
        Left::Trouble(trouble)
    }
}

/// Asks; help, a look back and leaving out are there at every question.
fn answer(room: &mut Room, sitting: &mut Sitting, question: &str, ask: &mut Answers) -> Result<String, Left> {
    while let Some(line) = ask(room, question) {
        match wish(&line, sitting) {
            // A sentence of one's own may begin like that.
            Some(Wish::LeaveOut(topic)) if !sitting.topics().iter().any(|known| known.id == topic) => return Ok(line),
            Some(wish @ (Wish::Help | Wish::LookBack | Wish::LeaveOut(_))) => {
                if let Done::Moved = grant(room, sitting, wish)? {
                    return Err(Left::Moved);
                }
            }
            _ => return Ok(line),
        }
    }
    Err(Left::End)
}

/// Asks what is seen in the person, where the moment has something to see.
pub(super) fn ask_to_read(room: &mut Room, sitting: &mut Sitting, ask: &mut Answers) -> Result<(), Left> {
    let turn = sitting.turn();
    let Some(name) = sitting.asks_to_read().map(String::from) else { return Ok(()) };
    let saw = answer(room, sitting, &text_with("ask-saw", &[("name", name.as_str().into())]), ask)?;
    loop {
        let mood = answer(room, sitting, &text_with("ask-mood", &[("name", name.as_str().into())]), ask)?;
        if mood.is_empty() {
            if !saw.is_empty() {
                room.tell(&text("read-left"));
            }
            return Ok(());
        }
        if let Some(reading) = read(&format!("{mood} {saw}"), turn) {
            return Ok(sitting.jot(Jotting::Reading(reading), true)?);
        }
        room.tell(&text("read-how"));
    }
}

/// Asks for the trainee's own words, before they see what can be answered.
pub(super) fn ask_words(room: &mut Room, sitting: &mut Sitting, kept: bool, ask: &mut Answers) -> Result<(), Left> {
    let words = answer(room, sitting, &text("ask-words"), ask)?;
    let words = OwnWords { turn: sitting.turn(), text: words, skill: None, nearest: None };
    Ok(sitting.jot(Jotting::Words(words), kept)?)
}

/// Asks what the own words were, and which reply comes nearest, now that the menu is seen: two numbers, either of which may be left out.
pub(super) fn ask_what_they_were(
    room: &mut Room,
    sitting: &mut Sitting,
    menu: &[Offer],
    kept: bool,
    ask: &mut Answers,
) -> Result<(), Left> {
    let is_open = |words: &&OwnWords| words.skill.is_none() && words.nearest.is_none() && !words.text.is_empty();
    let Some(mut words) = sitting.jottings().words_at(sitting.turn()).filter(is_open).cloned() else { return Ok(()) };
    let skills: Vec<String> = (1..).zip(Skill::WORDS).map(|(number, skill)| format!("{number} {}", word("skill", skill))).collect();
    let said = answer(room, sitting, &text_with("ask-own", &[("skills", skills.join(", ").into()), ("most", menu.len().into())]), ask)?;
    let mut places = said.split([' ', ',']).filter(|number| !number.is_empty()).map(|number| number.parse::<usize>().ok()?.checked_sub(1));
    words.skill = places.next().flatten().and_then(|place| Skill::WORDS.get(place)).copied();
    words.nearest = places.next().flatten().and_then(|place| menu.get(place)).map(|offer| offer.reply.clone());
    if words.skill.is_some() || words.nearest.is_some() {
        sitting.jot(Jotting::Words(words), kept)?;
    }
    Ok(())
}
