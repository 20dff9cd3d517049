//! `still`: people of a case as a picture, drawn by the same code as in the window.

use crate::library;
use crate::portrait::{Character, Still, contact_sheet};
use crate::script::cast::cast;
use crate::script::codes::{Setting, Vocabulary};
use crate::script::face::Face;
use crate::script::finding::suggest;
use crate::script::lint::CAST;
use crate::texts::{text_with, word};

use super::arguments::Still as Arguments;
use super::{Common, Status, could_not_run, print};

/// Columns of a sheet that shows one person in several states.
const COLUMNS: usize = 6;

/// Who can be drawn, and where they sit.
struct Room {
    setting: Setting,
    people: Vec<(String, Character)>,
}

pub(super) fn run(common: &Common, still: &Arguments) -> Status {
    match drawn(common, still) {
        Ok(png) => match std::fs::write(&still.out, png) {
            Ok(()) => print(&format!("{}\n", text_with("still-made", &[("file", still.out.display().to_string().into())]))),
            Err(error) => could_not_run(&text_with(
                "still-unwritable",
                &[("file", still.out.display().to_string().into()), ("why", error.to_string().into())],
            )),
        },
        Err(status) => status,
    }
}

fn drawn(common: &Common, still: &Arguments) -> Result<Vec<u8>, Status> {
    let room = room(common, &still.case)?;
    let people = chosen(&room, &still.people)?;
    let faces = faces(&still.states)?;
    if people.is_empty() {
        return Err(could_not_run(&text_with("still-empty", &[("case", still.case.as_str().into())])));
    }
    if still.together && faces.len() > people.len() {
        let counts = [("people", people.len().into()), ("states", faces.len().into())];
        return Err(could_not_run(&text_with("still-too-many-states", &counts)));
    }
    let named = |face: Face| if faces.len() > 1 { word("face", face) } else { String::new() };
    let picture = |people: &[&(String, Character)], face: Face| {
        let names: Vec<&str> = people.iter().map(|(id, _)| id.as_str()).collect();
        let caption = [names.join(", "), named(face)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        Still { caption, setting: room.setting, people: people.iter().map(|(_, character)| (character.clone(), face)).collect() }
    };
    let (stills, columns): (Vec<Still>, usize) = if still.together {
        // Each shows a state of their own; those for whom none is left show the last.
        let shown = people.iter().enumerate().map(|(place, (_, character))| (character.clone(), faces[place.min(faces.len() - 1)]));
        (vec![Still { caption: String::new(), setting: room.setting, people: shown.collect() }], 1)
    } else {
        let each = people.iter().flat_map(|person| faces.iter().map(|face| picture(&[*person], *face))).collect();
        (each, if people.len() > 1 && faces.len() > 1 { faces.len() } else { COLUMNS })
    };
    contact_sheet(&stills, columns, still.size)
        .ok_or_else(|| could_not_run(&text_with("still-too-large", &[("count", stills.len().into())])))
}

fn room(common: &Common, case: &str) -> Result<Room, Status> {
    if case == CAST {
        let people = cast().iter().map(|member| (member.id.clone(), Character::of(&member.id, member.age, &member.appearance)));
        return Ok(Room { setting: Setting::Office, people: people.collect() });
    }
    let library = library::open(common.dialogues.as_deref()).map_err(|trouble| could_not_run(&trouble))?;
    let shelf = library.case(case).map_err(|trouble| could_not_run(&trouble))?;
    let Some(case) = &shelf.case else {
        for finding in &shelf.findings {
            super::complain(finding);
        }
        return Err(Status::Found);
    };
    let people = case.people.iter().map(|person| (person.id.clone(), Character::new(person)));
    Ok(Room { setting: case.setting, people: people.collect() })
}

/// The people that are named; all of them where none is.
fn chosen<'a>(room: &'a Room, names: &[String]) -> Result<Vec<&'a (String, Character)>, Status> {
    let find = |name: &String| {
        room.people.iter().find(|(id, _)| id == name).ok_or_else(|| {
            let help = suggest(name, room.people.iter().map(|(id, _)| id.as_str()));
            could_not_run(&text_with("still-nobody", &[("person", name.as_str().into()), ("help", help.into())]))
        })
    };
    if names.is_empty() { Ok(room.people.iter().collect()) } else { names.iter().map(find).collect() }
}

/// The faces that are named, with or without capitals; Calm where none is.
fn faces(names: &[String]) -> Result<Vec<Face>, Status> {
    let known: Vec<String> = Face::WORDS.iter().map(|face| format!("{face:?}")).collect();
    let find = |name: &String| {
        let place = known.iter().position(|known| known.eq_ignore_ascii_case(name));
        place.map(|place| Face::WORDS[place]).ok_or_else(|| {
            let help = suggest(name, known.iter().map(String::as_str));
            could_not_run(&text_with("still-no-state", &[("state", name.as_str().into()), ("help", help.into())]))
        })
    };
    match names {
        [] => Ok(vec![Face::Calm]),
        names if names.iter().any(|name| name.eq_ignore_ascii_case("all")) => Ok(Face::WORDS.to_vec()),
        names => names.iter().map(find).collect(),
    }
}
