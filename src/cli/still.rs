//! `still`: people of a case as a picture, drawn by the same code as in the window.

use crate::library;
use crate::portrait::{Character, Hour, Present, Still, Surroundings, Weather, contact_sheet};
use crate::script::cast::{Member, cast};
use crate::script::codes::{Setting, Vocabulary};
use crate::script::face::{Camera, Face};
use crate::script::finding::suggest;
use crate::script::lint::CAST;
use crate::script::model::Person;
use crate::texts::{text_with, word};

use super::arguments::Still as Arguments;
use super::{Common, Status, could_not_run, print, write_out};

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
    /// Which picture of a call they are in, counted from 0.
    picture: usize,
}

pub(super) fn run(common: &Common, still: &Arguments) -> Status {
    match drawn(common, still) {
        Ok(png) => match write_out(&still.out, still.overwrite, &png) {
            Status::Fine => print(&format!("{}\n", text_with("still-made", &[("file", still.out.display().to_string().into())]))),
            status => status,
        },
        Err(status) => status,
    }
}

fn drawn(common: &Common, still: &Arguments) -> Result<Vec<u8>, Status> {
    let room = room(common, &still.case)?;
    let people = chosen(&room, &still.people)?;
    let faces = faces(&still.states)?;
    let (around, cameras) = (around(&room, still)?, cameras(&room, still)?);
    if people.is_empty() {
        return Err(could_not_run(&text_with("still-empty", &[("case", still.case.as_str().into())])));
    }
    if still.together && faces.len() > people.len() {
        let counts = [("people", people.len().into()), ("states", faces.len().into())];
        return Err(could_not_run(&text_with("still-too-many-states", &counts)));
    }
    let named = |face: Face| if faces.len() > 1 { word("face", face) } else { String::new() };
    let present = |guest: &Guest, before: Option<&Guest>| Present {
        name: guest.name.clone(),
        camera: cameras[guest.picture],
        shares: before.is_some_and(|before| before.picture == guest.picture),
    };
    let picture = |guest: &Guest, face: Face| {
        let caption = [guest.id.clone(), named(face)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        let surroundings = Surroundings { people: vec![present(guest, None)], ..around.clone() };
        Still { caption, surroundings, people: vec![(guest.character.clone(), face)] }
    };
    let (stills, columns): (Vec<Still>, usize) = if still.together {
        // Each shows a state of their own; those for whom none is left show the last.
        let shown = people.iter().enumerate().map(|(place, guest)| (guest.character.clone(), faces[place.min(faces.len() - 1)]));
        let before = std::iter::once(None).chain(people.iter().map(|guest| Some(*guest)));
        let present = people.iter().zip(before).map(|(guest, before)| present(guest, before)).collect();
        let surroundings = Surroundings { people: present, ..around };
        (vec![Still { caption: String::new(), surroundings, people: shown.collect() }], 1)
    } else {
        let each = people.iter().flat_map(|person| faces.iter().map(|face| picture(person, *face))).collect();
        (each, if people.len() > 1 && faces.len() > 1 { faces.len() } else { COLUMNS })
    };
    contact_sheet(&stills, columns, still.size)
        .ok_or_else(|| could_not_run(&text_with("still-too-large", &[("count", stills.len().into())])))
}

/// What is around everybody, without them.
fn around(room: &Room, still: &Arguments) -> Result<Surroundings, Status> {
    let weather = |name: &String| {
        find::<Weather>(name)
            .map_err(|help| could_not_run(&text_with("still-no-weather", &[("weather", name.as_str().into()), ("help", help.into())])))
    };
    let hour = Hour {
        begins: still.begins.unwrap_or(room.begins),
        minute: still.minute,
        weather: still.weather.as_ref().map(weather).transpose()?.unwrap_or_default(),
    };
    Ok(Surroundings { setting: room.setting, people: Vec::new(), hour })
}

/// What the camera of each picture shows.
fn cameras(room: &Room, still: &Arguments) -> Result<Vec<Camera>, Status> {
    let mut cameras = vec![Camera::default(); room.people.len()];
    for word in &still.cameras {
        let (person, name) = word.split_once('=').map_or((None, word.as_str()), |(person, name)| (Some(person), name));
        let camera =
            find(name).map_err(|help| could_not_run(&text_with("still-no-camera", &[("camera", name.into()), ("help", help.into())])))?;
        match person {
            Some(person) => cameras[named(room, person)?.picture] = camera,
            None => cameras.fill(camera),
        }
    }
    Ok(cameras)
}

fn room(common: &Common, case: &str) -> Result<Room, Status> {
    if case == CAST {
        let guest = |member: &Member| Guest {
            id: member.id.clone(),
            name: member.id.clone(),
            character: Character::of(&member.id, member.age, &member.appearance),
            picture: 0,
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
    let guest = |(person, picture): (&Person, usize)| Guest {
        id: person.id.clone(),
        name: person.name.clone(),
        character: Character::new(person),
        picture,
    };
    let people = case.people.iter().zip(case.pictures()).map(guest).collect();
    Ok(Room { setting: case.setting, begins: Hour::of(case, 0).begins, people })
}

/// The people that are named; all of them where none is.
fn chosen<'a>(room: &'a Room, names: &[String]) -> Result<Vec<&'a Guest>, Status> {
    if names.is_empty() { Ok(room.people.iter().collect()) } else { names.iter().map(|name| named(room, name)).collect() }
}

fn named<'a>(room: &'a Room, name: &str) -> Result<&'a Guest, Status> {
    room.people.iter().find(|guest| guest.id == name).ok_or_else(|| {
        let help = suggest(name, room.people.iter().map(|guest| guest.id.as_str()));
        could_not_run(&text_with("still-nobody", &[("person", name.into()), ("help", help.into())]))
    })
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
