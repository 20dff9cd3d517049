//! The character: what an author wrote about somebody, and what was drawn for them by lot, as measures in units and a palette.

use super::colour::Ink;
use super::complexion::Palette;
use super::home::Home;
use super::light::Light;
use super::lot::Lot;
use super::measures::{Measures, range};
use crate::script::appearance::{Appearance, Beard, Clothing, Earrings, Glasses, HairStyle, Pattern};
use crate::script::choice::{Choice, Tint};
use crate::script::face::Action;
use crate::script::model::Person;
use crate::script::palette::{self, Use};

/// The things that are seen at a glance, and in how many of them two people differ at least whom nobody mistakes for each other.
pub const GLANCES: usize = 14;
const FEWEST_DIFFERENCES: usize = 6;

/// A person ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Character {
    pub(super) measures: Measures,
    pub(super) palette: Palette,
    pub(super) hair: HairStyle,
    pub(super) glasses: Glasses,
    pub(super) beard: Beard,
    pub(super) earrings: Earrings,
    pub(super) clothing: Clothing,
    pub(super) pattern: Pattern,
    /// How freckled, 0 to 1.
    pub(super) freckles: f64,
    /// The room that is theirs.
    pub(super) wall: Ink,
    pub(super) chair: Ink,
    /// And the one that they call from.
    pub(super) home: Home,
    pub(super) rules: DisplayRules,
}

/// Display rules: how much of what they feel shows in a person, and what gives them away.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DisplayRules {
    /// Factor on every movement of the face, 0.6 to 1.4.
    pub gain: f64,
    /// The movement that comes with whatever they hide.
    pub tell: Option<Action>,
}

impl Character {
    /// The person of a case.
    pub fn new(person: &Person) -> Self {
        Self::of(&person.id, person.age, &person.appearance)
    }

    /// Somebody with that id and that age in years; numbers out of range count as the nearest that is in it.
    pub fn of(id: &str, age: u8, look: &Appearance) -> Self {
        let lot = Lot { id };
        let worn = |choice: &Option<Choice<Glasses>>| choice.as_ref().map_or(Glasses::Without, |choice| choice.word);
        let palette = Palette::new(look, lot, age);
        let room = |written: &Option<Tint>, wanted, field| match written {
            Some(tint) => Ink::from(tint.colour),
            None => apart(wanted, lot.key(field), [palette.skin, palette.hair]),
        };
        Self {
            measures: Measures::new(look, lot, age),
            hair: lot.word("hair_style", &look.hair_style, &COMMON_HAIR),
            glasses: worn(&look.glasses),
            beard: look.beard.as_ref().map_or(Beard::Shaven, |choice| choice.word),
            earrings: look.earrings.as_ref().map_or(Earrings::Without, |choice| choice.word),
            clothing: lot.word("clothing", &look.clothing, &COMMON_CLOTHES),
            pattern: look.pattern.as_ref().map_or(Pattern::Plain, |choice| choice.word),
            freckles: range(look.freckles.unwrap_or(0), 0.0, 1.0),
            wall: room(&look.wall_colour, Use::Wall, "wall_colour"),
            chair: room(&look.chair_colour, Use::Chair, "chair_colour"),
            home: lot.one_of("home", Home::ALL),
            rules: DisplayRules {
                gain: range(look.expressiveness.unwrap_or(50), 0.6, 1.4),
                tell: look.tell.as_ref().map(|choice| choice.word),
            },
            palette,
        }
    }

    /// Their wall in that light.
    pub(super) fn wall_in(&self, light: &Light) -> Ink {
        light.on_wall(self.wall, [self.palette.skin, self.palette.hair])
    }

    /// In how many of [`GLANCES`] two people differ, where those are too few to tell them apart.
    pub fn is_like(&self, other: &Character) -> Option<usize> {
        Some(differences(self, other)).filter(|count| *count < FEWEST_DIFFERENCES)
    }

    /// How much of what they feel shows.
    pub fn display_rules(&self) -> DisplayRules {
        self.rules
    }
}

/// Hair that anybody may wear, where an author says nothing of it.
const COMMON_HAIR: [HairStyle; 5] =
    [HairStyle::Cropped, HairStyle::Short, HairStyle::SweptBack, HairStyle::ShoulderLength, HairStyle::TiedBack];
/// And clothes.
const COMMON_CLOTHES: [Clothing; 5] = [Clothing::Jumper, Clothing::Shirt, Clothing::TShirt, Clothing::Cardigan, Clothing::RollNeck];

/// A colour drawn by lot that stands apart from each of the others in lightness.
///
/// Where it doesn't it is moved; but first, the wall that is furthest from them takes the place of another.
fn apart(wanted: Use, key: u64, others: [Ink; 2]) -> Ink {
    const LEAST: f32 = 0.15;
    // A darker wall looks murky.
    let darkest = if wanted == Use::Wall { 0.62 } else { 0.3 };
    let distance = |ink: &Ink| others.iter().map(|other| (ink.lightness() - other.lightness()).abs()).fold(f32::INFINITY, f32::min);
    let drawn = Ink::from(palette::colour_for(wanted, key));
    if distance(&drawn) >= LEAST {
        return drawn;
    }
    let all = palette::colours_for(wanted).map(Ink::from).filter(|_| wanted == Use::Wall);
    let furthest = all.max_by(|one, other| distance(one).total_cmp(&distance(other))).unwrap_or(drawn);
    let moved = [0.0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24].map(|step| furthest.lit(step));
    moved.into_iter().find(|ink| (darkest..0.95).contains(&ink.lightness()) && distance(ink) >= LEAST).unwrap_or(furthest)
}

/// How far two colours lie apart, 0 to about 1.7.
fn gap(one: Ink, other: Ink) -> f32 {
    ((one.red - other.red).powi(2) + (one.green - other.green).powi(2) + (one.blue - other.blue).powi(2)).sqrt()
}

/// How many measures of the face differ by a third of what they can.
fn face_differences(one: &Measures, other: &Measures) -> usize {
    let both = |of: fn(&Measures) -> f64, range: f64| (of(one) - of(other)).abs() > range / 3.0;
    [
        both(|m| m.brow_thickness, 2.6),
        both(|m| m.brow_arch, 2.2),
        both(|m| m.eye_width, 1.4),
        both(|m| m.eye_height, 1.4),
        both(|m| m.eye_fold, 1.0),
        both(|m| m.eye_slant, 2.3),
        both(|m| m.nose_length, 4.4),
        both(|m| m.nose_width, 3.4),
        both(|m| m.lips, 0.9),
        both(|m| m.mouth_width, 2.2),
        both(|m| m.jaw, 0.25),
        both(|m| m.cheeks, 0.1),
        both(|m| m.face_length, 0.13),
    ]
    .into_iter()
    .filter(|differs| *differs)
    .count()
}

/// How many of [`GLANCES`] differ.
fn differences(one: &Character, other: &Character) -> usize {
    let (mine, theirs) = (&one.palette, &other.palette);
    let face = face_differences(&one.measures, &other.measures);
    let differ: [bool; GLANCES] = [
        one.hair != other.hair,
        gap(mine.hair, theirs.hair) > 0.2,
        gap(mine.skin, theirs.skin) > 0.15,
        gap(mine.iris, theirs.iris) > 0.15,
        one.clothing != other.clothing,
        gap(mine.cloth, theirs.cloth) > 0.2 || one.pattern != other.pattern,
        one.glasses != other.glasses,
        one.beard != other.beard,
        one.earrings != other.earrings,
        (one.freckles - other.freckles).abs() > 0.3,
        (one.measures.age - other.measures.age).abs() + (one.measures.youth - other.measures.youth).abs() > 0.15,
        (one.measures.flesh - other.measures.flesh).abs() > 0.4,
        face >= 4,
        face >= 7,
    ];
    differ.into_iter().filter(|differs| *differs).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portrait::{Command, Hour, Present, Sitter, Surroundings, Weather, draw, held};
    use crate::script::appearance::Appearance;
    use crate::script::cast::cast;
    use crate::script::choice::Choice;
    use crate::script::codes::Setting;
    use crate::script::face::Face;
    use crate::script::palette::Skin;

    fn everybody() -> Vec<(String, Character)> {
        cast().iter().map(|member| (member.id.clone(), Character::of(&member.id, member.age, &member.appearance))).collect()
    }

    #[test]
    fn nobody_of_the_cast_looks_like_another() {
        let everybody = everybody();
        let mut alike = Vec::new();
        for (place, (id, one)) in everybody.iter().enumerate() {
            for (other_id, other) in &everybody[..place] {
                if let Some(count) = one.is_like(other) {
                    alike.push(format!("{id} and {other_id} differ in {count}"));
                }
            }
        }
        assert!(alike.is_empty(), "{alike:#?}");
    }

    #[test]
    fn people_stay_cheap_to_draw_and_reach_below_any_picture() {
        let hour = Hour { begins: 16 * 60, minute: 0, weather: Weather::Clear };
        let around = Surroundings { setting: Setting::Office, people: vec![Present::default()], hour };
        for (id, character) in &everybody() {
            for face in Face::ALL {
                let list = draw(&[Sitter { character, pose: Some(held(character, *face)) }], &around);
                assert!(list.commands.len() <= 230, "{id}, {face:?}: {}", list.commands.len());
                let lowest = list.commands.iter().filter_map(|command| match command {
                    Command::Fill { shape, .. } => Some(vello_cpu::kurbo::Shape::bounding_box(shape).y1),
                    _ => None,
                });
                assert!(lowest.fold(0.0, f64::max) >= 260.0, "{id}");
            }
        }
    }

    #[test]
    fn walls_drawn_by_lot_never_turn_murky() {
        for tone in Skin::ALL {
            for id in ["anybody", "somebody", "a neighbour", "the postman", "a cousin"] {
                let look = Appearance { skin: Some(Choice::from(*tone)), ..Appearance::default() };
                for age in [20, 80] {
                    let wall = Character::of(id, age, &look).wall.lightness();
                    assert!(wall >= 0.62, "{tone:?}, {id}, {age}: {wall}");
                }
            }
        }
    }

    #[test]
    fn brows_lips_and_folds_stand_apart_from_every_skin() {
        for tone in Skin::ALL {
            for style in [HairStyle::Cropped, HairStyle::Headscarf] {
                for hair in ["black", "blond", "white", "navy"] {
                    let look = Appearance {
                        skin: Some(Choice::from(*tone)),
                        hair_style: Some(style.into()),
                        hair_colour: palette::colours().iter().find(|(name, _)| name == hair).map(|(_, colour)| (*colour).into()),
                        ..Appearance::default()
                    };
                    let palette = Character::of("anybody", 40, &look).palette;
                    let apart = |ink: Ink| (ink.lightness() - palette.skin.lightness()).abs();
                    assert!(apart(palette.brow) >= 0.1, "{tone:?}, {hair}: {}", apart(palette.brow));
                    assert!(gap(palette.lip, palette.skin) >= 0.08, "{tone:?}: {}", gap(palette.lip, palette.skin));
                    assert!(apart(palette.crease) >= 0.1, "{tone:?}: {}", apart(palette.crease));
                }
            }
        }
    }
}
