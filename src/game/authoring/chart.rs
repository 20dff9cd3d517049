//! The map of the scene that is open, laid out once: where its beats stand, what each is, and what can be looked for in it.

use crate::report::map::fold::{Fold, Name, fold};
use crate::report::map::layered::{Gaps, Place, Size};
use crate::report::map::{Entry, Map};
use crate::report::over_time::Mark;
use crate::script::model::{Beat, End, Scene};

/// Width and height of a beat, and the space between two, in points at the usual size of text.
const BEAT: Size = Size { width: 176, height: 58 };
const GAPS: Gaps = Gaps { across: 26, down: 32 };

/// Size of letters, at the usual size of text.
pub const LETTERS: i32 = 14;

/// Into the shape of the map on a usual screen.
const FOLD: Fold = Fold { shape: 160, between: 90, letters: LETTERS };

/// A scene as it is drawn.
#[derive(Debug)]
pub struct Chart {
    pub size: Size,
    /// In the order of the scene.
    pub beats: Vec<Drawn>,
    pub ways: Vec<Led>,
    /// Where a line goes on in another column.
    pub names: Vec<Name>,
}

/// A way from a beat to another as it is drawn.
#[derive(Debug)]
pub struct Led {
    pub from: usize,
    pub to: usize,
    /// It leads up again, or stays.
    pub back: bool,
    /// Its line, in as many pieces as there are columns in which it is.
    pub pieces: Vec<Vec<(i32, i32)>>,
}

/// A beat as it is drawn.
#[derive(Debug)]
pub struct Drawn {
    pub id: String,
    pub place: Place,
    pub marks: Vec<Mark>,
    pub entries: Vec<Entry>,
    pub ends: Option<End>,
    /// The first thing that is said or seen there.
    pub words: String,
    /// All that can be looked for, in lower case.
    sought: String,
}

impl Chart {
    pub fn new(scene: &Scene) -> Chart {
        let map = Map::new(scene);
        let layout = map.laid_out(&vec![BEAT; map.beats.len()], &[], GAPS);
        let folded = fold(&map, &layout, FOLD);
        let beats = map.beats.iter().zip(&layout.boxes).map(|(node, place)| Drawn {
            id: node.beat.id.clone(),
            place: folded.place(*place),
            marks: node.marks.clone(),
            entries: node.entries.clone(),
            ends: node.beat.ends,
            words: node.words.into(),
            sought: sought(node.beat),
        });
        let ways = map.ways.iter().zip(&layout.routes).map(|(way, route)| Led {
            from: way.from,
            to: way.to,
            back: route.back,
            pieces: folded.pieces(way, route),
        });
        let (beats, ways) = (beats.collect(), ways.collect());
        Chart { size: folded.size, beats, ways, names: folded.names }
    }

    /// The beats in whose id or words all of these words stand, in the order of the scene.
    pub fn find(&self, words: &str) -> Vec<usize> {
        let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let is_meant = |beat: &Drawn| wanted.iter().all(|word| beat.sought.contains(word));
        let found = self.beats.iter().enumerate().filter(|(_, beat)| !wanted.is_empty() && is_meant(beat));
        found.map(|(place, _)| place).collect()
    }
}

fn sought(beat: &Beat) -> String {
    let variants = |line: &crate::script::model::Line| line.first.iter().map(|variant| variant.say.0.clone()).collect::<Vec<_>>();
    let lines = beat.lines.iter().flat_map(|line| {
        let said = line.say.iter().chain(&line.see).map(|phrasings| phrasings.0.clone());
        said.chain(variants(line)).flatten().collect::<Vec<_>>()
    });
    let replies = beat.replies.iter().flat_map(|reply| {
        [Some(&reply.id), reply.say.as_ref(), reply.act.as_ref(), Some(&reply.why)].into_iter().flatten().cloned().collect::<Vec<_>>()
    });
    let all: Vec<String> = [beat.id.clone()].into_iter().chain(lines).chain(replies).collect();
    all.join("\n").to_lowercase()
}
