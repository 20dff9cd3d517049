//! The light of an hour: which time of day it is, what the weather is like, and how bright and warm that makes a room.

use std::sync::LazyLock;

use serde::Deserialize;

use super::colour::Ink;
use super::lot::Lot;
use crate::script::codes::vocabulary;
use crate::script::model::{Case, time_of_day};
use crate::script::palette::Colour;
use crate::script::parse::built_in;

vocabulary! {
    /// What it is like outside.
    #[derive(Default)]
    Weather {
        #[default]
        Clear,
        Clouds,
        Rain,
        Snow,
        Mist,
    }
}

/// When an hour is held, how much of it has passed, and in which weather.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    /// Minutes after midnight.
    pub begins: u16,
    /// Minutes since then.
    pub minute: u16,
    pub weather: Weather,
}

impl Hour {
    /// A case has its time of day for good, as its author wrote or by lot; the weather is drawn with the seed.
    pub fn of(case: &Case, seed: u64) -> Self {
        let drawn = Hour::drawn(&case.id, seed);
        Hour { begins: case.begins.as_deref().and_then(time_of_day).unwrap_or(drawn.begins), ..drawn }
    }

    /// The same for a case of that name whose author wrote none.
    pub fn drawn(case: &str, seed: u64) -> Self {
        Furnishing::built_in().hour(case, seed)
    }

    /// The time of day, in minutes after midnight.
    pub fn time(self) -> u16 {
        (u32::from(self.begins).saturating_add(self.minute.into()) % (24 * 60)) as u16
    }
}

/// What rooms are lit by and furnished in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Furnishing {
    appointments: Vec<u16>,
    daylight: Vec<Daylight>,
    weathers: Vec<Sky>,
    pub cloud: Colour,
    pub roof: Colour,
    pub house: Colour,
    pub tree: Colour,
    pub snow: Colour,
    pub lit_window: Colour,
    pub frame: Colour,
    pub curtain: Colour,
    pub lampshade: Colour,
    pub lamplight: Colour,
    pub brass: Colour,
    pub clock: Colour,
    pub ink: Colour,
    pub own_chair: Colour,
    pub wood: Colour,
    pub leaf: Colour,
    pub pot: Colour,
    spines: Vec<Colour>,
    pub desk: Colour,
    pub bezel: Colour,
    pub dark: Colour,
    pub disc: Colour,
    pub paper: Colour,
    pub own_wall: Colour,
    pub own_shape: Colour,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Daylight {
    at: u16,
    high: Colour,
    low: Colour,
    sun: Colour,
    shines: f64,
    falls: f64,
    bright: f64,
    lamp: f64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sky {
    weather: Weather,
    often: u64,
    veil: Colour,
    veiled: f64,
    shines: f64,
    dims: f64,
    haze: f64,
}

/// The light at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Light {
    /// The sky, high up and low down.
    pub high: Ink,
    pub low: Ink,
    /// What the sun is like, and how much of it falls on the wall, 0 to 1.
    pub sun: Ink,
    pub shines: f64,
    /// How far across the wall it falls, in units.
    pub falls: f64,
    /// Daylight in the room, and what the lamp gives, 0 to 1.
    pub bright: f64,
    pub lamp: f64,
    /// How far away things outside fade, 0 to 1.
    pub haze: f64,
    pub weather: Weather,
}

static FURNISHING: LazyLock<Furnishing> = LazyLock::new(|| built_in(include_str!("../../assets/portrait/rooms.ron")));

impl Furnishing {
    pub fn built_in() -> &'static Furnishing {
        &FURNISHING
    }

    fn hour(&self, case: &str, seed: u64) -> Hour {
        let lot = Lot { id: case };
        let begins = lot.one_of("appointment", &self.appointments);
        let whole = self.weathers.iter().map(|sky| sky.often).sum();
        let mut drawn = lot.key(&format!("weather {seed}")).checked_rem(whole).unwrap_or_default();
        let today = |sky: &&Sky| {
            let here = drawn < sky.often;
            drawn = drawn.saturating_sub(sky.often);
            here
        };
        Hour { begins, minute: 0, weather: self.weathers.iter().find(today).map(|sky| sky.weather).unwrap_or_default() }
    }

    /// The colour of a book or a jar, by its number; they come again and again.
    #[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "what is left of a division by the length is a place")]
    pub(super) fn spine(&self, number: usize) -> Ink {
        self.spines[number % self.spines.len()].into()
    }

    /// The light at that moment; before the first time of the table, and after the last, it is as it is then.
    #[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "the tables of times and of weathers are not empty")]
    pub fn light(&self, hour: Hour) -> Light {
        let time = hour.time();
        let after = self.daylight.iter().position(|daylight| daylight.at > time).unwrap_or(self.daylight.len());
        let one = self.daylight[after.saturating_sub(1)];
        let next = self.daylight[after.min(self.daylight.len() - 1)];
        let share = f64::from(time.saturating_sub(one.at)) / f64::from(next.at.saturating_sub(one.at).max(1));
        let between = |of: fn(&Daylight) -> f64| of(&one) + (of(&next) - of(&one)) * share.min(1.0);
        let blend = |of: fn(&Daylight) -> Colour| Ink::from(of(&one)).mixed(of(&next).into(), share.min(1.0));
        let sky = self.weathers.iter().find(|sky| sky.weather == hour.weather).unwrap_or(&self.weathers[0]);
        let bright = between(|daylight| daylight.bright) * (1.0 - sky.dims);
        let veil = Ink::from(sky.veil).lit((0.75 * (bright - 0.9)) as f32);
        Light {
            high: blend(|daylight| daylight.high).mixed(veil, sky.veiled),
            low: blend(|daylight| daylight.low).mixed(veil.lit(0.02), 0.9 * sky.veiled),
            sun: blend(|daylight| daylight.sun),
            shines: between(|daylight| daylight.shines) * sky.shines,
            falls: between(|daylight| daylight.falls),
            bright,
            lamp: (between(|daylight| daylight.lamp) + 1.5 * sky.dims).min(1.0),
            haze: sky.haze,
            weather: hour.weather,
        }
    }
}

impl Light {
    /// An ink of the room in this light: darker and bluer as the day goes.
    pub fn on(&self, ink: Ink) -> Ink {
        let gone = (1.0 - self.bright) as f32;
        ink.moved(-0.1 * gone, 0.004 * gone, -0.012 * gone)
    }

    /// A wall in this light, which comes no nearer to the lightness of those before it than this.
    pub fn on_wall(&self, wall: Ink, before: [Ink; 2]) -> Ink {
        const LEAST: f32 = 0.12;
        let distance = |ink: Ink| before.iter().map(|other| (ink.lightness() - other.lightness()).abs()).fold(f32::INFINITY, f32::min);
        let (dark, least) = (self.on(wall), distance(wall).min(LEAST));
        let shares = [0.0, 0.25, 0.5, 0.75, 1.0];
        shares.into_iter().map(|share| dark.mixed(wall, share)).find(|ink| distance(*ink) >= least).unwrap_or(wall)
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::string_slice, reason = "a slip fails the test")]
mod tests {
    use super::*;
    use crate::portrait::Character;
    use crate::portrait::tables::tests::{changed, numbers};
    use crate::script::cast::cast;
    use crate::script::parse::read;

    const ROOMS: &str = include_str!("../../assets/portrait/rooms.ron");

    fn hours() -> impl Iterator<Item = Hour> {
        (8..20).flat_map(|hour| {
            let at = move |minute| move |weather: &Weather| Hour { begins: 60 * hour, minute, weather: *weather };
            [0, 25, 50].into_iter().flat_map(move |minute| Weather::ALL.iter().map(at(minute)))
        })
    }

    #[test]
    fn every_weather_stands_in_its_table_once_and_the_day_goes_on() {
        assert_eq!(FURNISHING.weathers.iter().map(|sky| sky.weather).collect::<Vec<_>>(), Weather::ALL);
        assert!(FURNISHING.daylight.windows(2).all(|two| two[0].at < two[1].at));
        let (first, last) = (FURNISHING.daylight[0].at, FURNISHING.daylight[FURNISHING.daylight.len() - 1].at);
        assert!(FURNISHING.appointments.iter().all(|at| (first..last).contains(at) && at % 60 == 0));
    }

    /// Everything that the numbers of the table decide.
    fn told(rooms: &Furnishing) -> (Vec<Light>, Vec<Hour>) {
        let days = (0..400).map(|day| rooms.hour(&format!("case {}", day % 50), day));
        (hours().map(|hour| rooms.light(hour)).collect(), days.collect())
    }

    #[test]
    fn every_number_of_the_light_tells() {
        let before = told(&FURNISHING);
        let numbers = numbers(ROOMS, &["(at:", "(weather:"]);
        // Digits within quotation marks are colours.
        let quoted = |at: usize| ROOMS[..at].rsplit('\n').next().is_some_and(|line| line.matches('"').count() % 2 == 1);
        let mut tried = 0;
        for (_, place) in numbers.into_iter().filter(|(_, place)| !quoted(place.start)) {
            let other: Furnishing = read(&changed(ROOMS, place.clone())).unwrap();
            let line = ROOMS[..place.start].matches('\n').count() + 1;
            assert!(told(&other) != before, "line {line}: {} changes nothing", &ROOMS[place]);
            tried += 1;
        }
        assert!(tried > 70, "{tried}");
    }

    #[test]
    fn a_case_has_its_time_of_day_and_the_weather_is_another_each_time() {
        let days: Vec<Hour> = (0..60).map(|seed| Hour::drawn("noor", seed)).collect();
        assert!(days.iter().all(|day| day.begins == days[0].begins && day.minute == 0));
        assert!(Weather::ALL.iter().all(|weather| days.iter().any(|day| day.weather == *weather)));
        assert_eq!(Hour::drawn("noor", 7), days[7]);
        let times: std::collections::BTreeSet<u16> = (0..60).map(|case| Hour::drawn(&format!("case {case}"), 1).begins).collect();
        assert!(times.len() > 5, "{times:?}");
    }

    #[test]
    fn an_afternoon_goes_dark_and_the_lamp_comes_on() {
        for weather in Weather::ALL {
            let hour: Vec<Light> = (0..=50).map(|minute| FURNISHING.light(Hour { begins: 17 * 60, minute, weather: *weather })).collect();
            for two in hour.windows(2) {
                assert!(two[0].bright >= two[1].bright && two[0].lamp <= two[1].lamp, "{weather:?}");
                let step = (two[0].high.lightness() - two[1].high.lightness()).abs();
                assert!(step < 0.02, "{weather:?}: {step} in a minute");
            }
            assert!(hour[0].bright > hour[50].bright + 0.1, "{weather:?}");
        }
    }

    #[test]
    fn whoever_stands_apart_from_their_wall_does_so_in_any_light() {
        for member in cast() {
            let character = Character::of(&member.id, member.age, &member.appearance);
            let others = [character.palette.skin, character.palette.hair].map(Ink::lightness);
            let least = |wall: Ink| others.map(|other| (other - wall.lightness()).abs()).into_iter().fold(f32::INFINITY, f32::min);
            let by_day = least(character.wall);
            for hour in hours() {
                let now = least(character.wall_in(&FURNISHING.light(hour)));
                assert!(now >= 0.12f32.min(by_day) - 0.001, "{}, {hour:?}: {now} of {by_day}", member.id);
            }
        }
    }
}
