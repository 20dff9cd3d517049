//! Keyed draws: every chance of the hour is seeded by where and what for it is drawn, so that an edit elsewhere shifts nothing.

use rand::SeedableRng;
use rand::rngs::ChaCha8Rng;

/// What a draw is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The order in which replies are shown.
    Order,
    /// The way a beat goes on by chance.
    Way,
    /// The wording of the line with this place in its beat; the same at every visit, so that visits can count on from it.
    Wording(u16),
    /// What happened in the week before.
    Week,
    /// What somebody picks who plays at random, at that turn; no hour depends on it.
    Pick,
}

/// The generator for one draw.
pub fn draw(seed: u64, beat_key: u64, visit: u16, purpose: Purpose) -> ChaCha8Rng {
    let (kind, detail) = match purpose {
        Purpose::Order => (1u16, 0),
        Purpose::Way => (2, 0),
        Purpose::Wording(line) => (3, line),
        Purpose::Pick => (4, 0),
        Purpose::Week => (5, 0),
    };
    let mut bytes = [0u8; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(&beat_key.to_le_bytes());
    bytes[16..18].copy_from_slice(&visit.to_le_bytes());
    bytes[18..20].copy_from_slice(&kind.to_le_bytes());
    bytes[20..22].copy_from_slice(&detail.to_le_bytes());
    ChaCha8Rng::from_seed(bytes)
}
