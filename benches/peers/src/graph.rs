//! The graph that every engine walks: beats with four guarded replies each, made from a seed.

/// What every graph that is measured is made from.
pub const SEED: u64 = 1;

/// Replies of every beat.
pub const REPLIES: usize = 4;

/// What the one variable of the scripts begins at: our patient's dependency, which the reactions move least.
pub const DEPENDENCY: u8 = 40;

/// Replies after which every engine begins anew. It is what an hour of ours can hold; and ink copies its count of visits
/// at every line, so that a story which never ended would be measured the slower the longer it is measured.
pub const HOUR: usize = 60;

pub struct Graph {
    pub beats: Vec<[Reply; REPLIES]>,
}

pub struct Reply {
    pub guard: Guard,
    /// The beat it goes to.
    pub to: usize,
}

/// What must be so of the variable; in practice it always is, which no engine knows.
#[derive(Clone, Copy)]
pub enum Guard {
    AtLeast(u8),
    Below(u8),
}

impl Graph {
    pub fn new(beats: usize, seed: u64) -> Graph {
        let mut random = Random(seed);
        let round = round(beats, &mut random);
        let reply = |beat: usize, index: usize, random: &mut Random| Reply {
            guard: match index % 2 {
                0 => Guard::AtLeast(1 + random.below(5) as u8),
                _ => Guard::Below(96 + random.below(5) as u8),
            },
            to: if index == 0 { round[beat] } else { other(beat, beats, random) },
        };
        let beats = (0..beats).map(|beat| std::array::from_fn(|index| reply(beat, index, &mut random))).collect();
        Graph { beats }
    }
}

/// Where each beat's first reply goes: one round through all beats in random order, so that none is out of reach,
/// which our check would call an error (Sattolo's shuffle).
fn round(beats: usize, random: &mut Random) -> Vec<usize> {
    let mut to: Vec<usize> = (0..beats).collect();
    for last in (1..beats).rev() {
        to.swap(last, random.below(last));
    }
    to
}

/// Any beat but this one.
fn other(beat: usize, beats: usize, random: &mut Random) -> usize {
    (beat + 1 + random.below(beats - 1)) % beats
}

/// What is said in a beat; free of every sign that means something in one of the languages.
pub fn said(beat: usize) -> String {
    format!("It was raining on day {beat}, and I stayed where I was until it got dark.")
}

/// What can be answered.
pub fn answer(beat: usize, reply: usize) -> String {
    format!("Answer {reply} to day {beat}, in so many words.")
}

/// Splitmix64.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `bound`, as good as evenly.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> 64) as usize
    }
}
