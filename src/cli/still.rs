//! `still`: people of a case as a picture, drawn by the same code as in the window.

use crate::library;
use crate::portrait::{Character, Hour, Still, Surroundings, Weather, contact_sheet};
use crate::script::cast::{Member, cast};
use crate::script::codes::{Setting, Vocabulary};
use crate::script::face::{Camera, Face};
use crate::script::finding::suggest;
use crate::script::lint::CAST;
use crate::script::model::Person;
use crate::texts::{text_with, word};

use super::arguments::Still as Arguments;
use super::{Common, Status, could_not_run, print};

/// People to begin from are seen by day: minutes after midnight.
const MIDDAY: u16 = 14 * 60;

/// Columns of a sheet that shows one person in several states.
const COLUMNS: usize = 6;

/// Who can be drawn, and where they sit.
struct Room {
    setting: Setting,
    /// Minutes after midnight at which the case's hours begin.
    begins: u16,
    people: Vec<Guest>,
}

/// Somebody who can be drawn.
struct Guest {
    id: String,
    name: String,
    character: Character,
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
    let around = around(&room, still)?;
    if people.is_empty() {
        return Err(could_not_run(&text_with("still-empty", &[("case", still.case.as_str().into())])));
    }
    if still.together && faces.len() > people.len() {
        let counts = [("people", people.len().into()), ("states", faces.len().into())];
        return Err(could_not_run(&text_with("still-too-many-states", &counts)));
    }
    let named = |face: Face| if faces.len() > 1 { word("face", face) } else { String::new() };
    let picture = |guest: &Guest, face: Face| {
        let caption = [guest.id.clone(), named(face)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        let surroundings = Surroundings { names: vec![guest.name.clone()], ..around.clone() };
        Still { caption, surroundings, people: vec![(guest.character.clone(), face)] }
    };
    let (stills, columns): (Vec<Still>, usize) = if still.together {
        // Each shows a state of their own; those for whom none is left show the last.
        let shown = people.iter().enumerate().map(|(place, guest)| (guest.character.clone(), faces[place.min(faces.len() - 1)]));
        let surroundings = Surroundings { names: people.iter().map(|guest| guest.name.clone()).collect(), ..around };
        (vec![Still { caption: String::new(), surroundings, people: shown.collect() }], 1)
    } else {
        let each = people.iter().flat_map(|person| faces.iter().map(|face| picture(person, *face))).collect();
        (each, if people.len() > 1 && faces.len() > 1 { faces.len() } else { COLUMNS })
    };
    contact_sheet(&stills, columns, still.size)
        .ok_or_else(|| could_not_run(&text_with("still-too-large", &[("count", stills.len().into())])))
}

/// What is around everybody, without their names.
fn around(room: &Room, still: &Arguments) -> Result<Surroundings, Status> {
    let weather = |name: &String| {
        find::<Weather>(name)
            .map_err(|help| could_not_run(&text_with("still-no-weather", &[("weather", name.as_str().into()), ("help", help.into())])))
    };
    let camera = |name: &String| {
        find::<Camera>(name)
            .map_err(|help| could_not_run(&text_with("still-no-camera", &[("camera", name.as_str().into()), ("help", help.into())])))
    };
    let hour = Hour {
        begins: still.begins.unwrap_or(room.begins),
        minute: still.minute,
        weather: still.weather.as_ref().map(weather).transpose()?.unwrap_or_default(),
    };
    let camera = still.camera.as_ref().map(camera).transpose()?.unwrap_or_default();
    Ok(Surroundings { setting: room.setting, names: Vec::new(), hour, camera })
}

fn room(common: &Common, case: &str) -> Result<Room, Status> {
    if case == CAST {
        let guest = |member: &Member| Guest {
            id: member.id.clone(),
            name: member.id.clone(),
            character: Character::of(&member.id, member.age, &member.appearance),
        };
        return Ok(Room { setting: Setting::Office, begins: MIDDAY, people: cast().iter().map(guest).collect() });
    }
    let library = library::open(common.dialogues.as_deref()).map_err(|trouble| could_not_run(&trouble))?;
    let shelf = library.case(case).map_err(|trouble| could_not_run(&trouble))?;
    let Some(case) = &shelf.case else {
        for finding in &shelf.findings {
            super::complain(finding);
        }
        return Err(Status::Found);
    };
    let guest = |person: &Person| Guest { id: person.id.clone(), name: person.name.clone(), character: Character::new(person) };
    Ok(Room { setting: case.setting, begins: Hour::of(&case.id, 0).begins, people: case.people.iter().map(guest).collect() })
}

/// The people that are named; all of them where none is.
fn chosen<'a>(room: &'a Room, names: &[String]) -> Result<Vec<&'a Guest>, Status> {
    let find = |name: &String| {
        room.people.iter().find(|guest| guest.id == *name).ok_or_else(|| {
            let help = suggest(name, room.people.iter().map(|guest| guest.id.as_str()));
            could_not_run(&text_with("still-nobody", &[("person", name.as_str().into()), ("help", help.into())]))
        })
    };
    if names.is_empty() { Ok(room.people.iter().collect()) } else { names.iter().map(find).collect() }
}

/// The word of that name, with or without capitals; where there is none, which was perhaps meant.
fn find<T: Vocabulary>(name: &str) -> Result<T, String> {
    let known: Vec<String> = T::WORDS.iter().map(|word| format!("{word:?}")).collect();
    let place = known.iter().position(|known| known.eq_ignore_ascii_case(name));
    place.map(|place| T::WORDS[place]).ok_or_else(|| suggest(name, known.iter().map(String::as_str)))
}

/// The faces that are named, with or without capitals; Calm where none is.
fn faces(names: &[String]) -> Result<Vec<Face>, Status> {
    let face = |name: &String| {
        find(name).map_err(|help| could_not_run(&text_with("still-no-state", &[("state", name.as_str().into()), ("help", help.into())])))
    };
    match names {
        [] => Ok(vec![Face::Calm]),
        names if names.iter().any(|name| name.eq_ignore_ascii_case("all")) => Ok(Face::WORDS.to_vec()),
        names => names.iter().map(face).collect(),
    }
}
