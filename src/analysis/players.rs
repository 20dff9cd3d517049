//! Players who don't listen: each has one idea and follows it, whoever sits there.
//!
//! A script that one of them does well in teaches that idea. One whose kind of reply isn't on offer takes the first in
//! the author's order.

use rand::RngExt;
use serde::Serialize;

use crate::script::codes::{Body, BoundaryResponse, RepairMove, Skill};
use crate::script::model::Reply;
use crate::session::Session;
use crate::session::draws::{Purpose, draw};

use super::search::offered;

/// Who plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Player {
    /// Any reply, drawn by the seed.
    Random,
    /// What stands first on the screen.
    First,
    Longest,
    Shortest,
    /// The kindest-sounding.
    Warmest,
    AlwaysAsk,
    AlwaysReflect,
    AlwaysDeepest,
    /// Asks what it means wherever the frame is in play, and asks on elsewhere.
    AlwaysExplores,
    Adviser,
    /// Gives people what they want.
    Pleaser,
    Silent,
    /// Provokes ruptures to mend them.
    RuptureFarmer,
    /// Goes everywhere once.
    Systematic,
    /// Knows the script.
    Expert,
}

impl Player {
    /// Those who follow one idea.
    pub const NAIVE: [Player; 13] = [
        Player::Random,
        Player::First,
        Player::Longest,
        Player::Shortest,
        Player::Warmest,
        Player::AlwaysAsk,
        Player::AlwaysReflect,
        Player::AlwaysDeepest,
        Player::AlwaysExplores,
        Player::Adviser,
        Player::Pleaser,
        Player::Silent,
        Player::RuptureFarmer,
    ];

    /// Which reply they take, by its place; of equals the first in the author's order.
    pub fn choose(self, session: &Session) -> u8 {
        let menu = || offered(session.state());
        let first = menu().next().unwrap_or_default();
        match self {
            Player::Random => {
                let menu: Vec<u8> = menu().collect();
                let mut draw = draw(session.seed(), 0, session.state().turn, Purpose::Pick);
                menu.get(draw.random_range(0..menu.len().max(1))).copied().unwrap_or(first)
            }
            Player::First => session.menu().first().copied().unwrap_or(first),
            _ => {
                let ruptured = session.state().patients.iter().any(|patient| patient.rupture.is_some());
                let liking = |reply: &u8| self.liking(session.reply(*reply), ruptured);
                // The last of the highest, seen from behind, is the first.
                menu().collect::<Vec<_>>().into_iter().rev().max_by_key(liking).unwrap_or(first)
            }
        }
    }

    /// How much a reply is of their kind; 0 where it isn't.
    #[expect(clippy::arithmetic_side_effects, reason = "the letters of a reply and a few small weights")]
    fn liking(self, reply: &Reply, ruptured: bool) -> i64 {
        let is = |skills: &[Skill]| (1..).zip(skills.iter().rev()).find(|(_, skill)| **skill == reply.skill).map_or(0, |(worth, _)| worth);
        let meets = |responses: &[BoundaryResponse]| i64::from(reply.boundary.is_some_and(|response| responses.contains(&response)));
        match self {
            Player::Random | Player::First | Player::Systematic | Player::Expert => 0,
            Player::Longest => length(reply),
            Player::Shortest => -length(reply),
            Player::Warmest => warmth(reply),
            Player::AlwaysAsk => is(&[Skill::OpenQuestion, Skill::ClosedQuestion]),
            Player::AlwaysReflect => is(&[Skill::ComplexReflection, Skill::Reflection, Skill::Summary]),
            Player::AlwaysDeepest => reply.empathy.unwrap_or_default().into(),
            Player::AlwaysExplores => 2 * meets(&[BoundaryResponse::Explore]) + is(&[Skill::OpenQuestion]),
            Player::Adviser => is(&[Skill::Advice, Skill::AdviceWithPermission, Skill::Persuasion, Skill::Information]),
            Player::Pleaser => {
                let gives = meets(&[BoundaryResponse::Crossing, BoundaryResponse::Accept]);
                8 * gives + is(&[Skill::Reassurance, Skill::Affirmation, Skill::SelfDisclosure])
            }
            Player::Silent => is(&[Skill::Silence, Skill::Attending]),
            Player::RuptureFarmer if ruptured => i64::from(reply.repair.is_some_and(RepairMove::mends)),
            Player::RuptureFarmer => {
                let provokes = reply.repair.is_some_and(|repair| !repair.mends());
                i64::from(provokes) + i64::from(reply.skill == Skill::Confrontation) + meets(&[BoundaryResponse::Cold])
            }
        }
    }
}

/// Letters of a reply as it stands on the menu.
pub fn length(reply: &Reply) -> i64 {
    let text = reply.say.as_deref().or(reply.act.as_deref()).unwrap_or_default();
    crate::script::model::fold(text).chars().count() as i64
}

/// How kind a reply sounds, by what it is: comfort and praise first, then a soft body, a yes, a level that is felt.
#[expect(clippy::arithmetic_side_effects, reason = "a level of a byte and a few small weights")]
pub fn warmth(reply: &Reply) -> i64 {
    let kind = matches!(reply.skill, Skill::Reassurance | Skill::Affirmation | Skill::SelfDisclosure);
    let soft = matches!(reply.body, Some(Body::SoftVoice | Body::LeanIn | Body::OfferTissue | Body::Nod));
    let gives = matches!(reply.boundary, Some(BoundaryResponse::Accept | BoundaryResponse::Crossing));
    let cold = matches!(reply.boundary, Some(BoundaryResponse::Cold)) || reply.skill == Skill::Confrontation;
    8 * i64::from(kind) + 5 * i64::from(soft) + 3 * i64::from(gives) + i64::from(reply.empathy.unwrap_or_default()) - 8 * i64::from(cold)
}
