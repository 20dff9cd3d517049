//! The graph in ink, compiled by `bladeink-compiler` and walked by `bladeink`.

use std::fmt::Write;

use anyhow::{Result, ensure};
use bladeink::story::Story;
use bladeink_compiler::Compiler;
use cpu_time::ProcessTime;

use crate::graph::{DEPENDENCY, Graph, Guard, HOUR, Random, answer, said};
use crate::walk::{Loaded, Walk};

pub fn load(graph: &Graph) -> Result<Loaded> {
    let script = script(graph)?;
    let start = ProcessTime::now();
    let compiled = Compiler::new().compile(&script)?;
    let mut story = Story::new_with_seed(&compiled, 1)?;
    read_on(&mut story)?;
    let took = start.elapsed();
    Ok(Loaded { walk: Box::new(Reader { story, taken: 0 }), took })
}

/// A knot for each beat; the variable is turned about its middle, one operation that stays in bounds for ever.
fn script(graph: &Graph) -> Result<String> {
    let mut script = format!("VAR dependency = {DEPENDENCY}\n-> b0\n");
    for (beat, replies) in graph.beats.iter().enumerate() {
        writeln!(script, "=== b{beat} ===\n{}", said(beat))?;
        for (index, reply) in replies.iter().enumerate() {
            let guard = match reply.guard {
                Guard::AtLeast(number) => format!("dependency >= {number}"),
                Guard::Below(number) => format!("dependency < {number}"),
            };
            writeln!(script, "+ {{ {guard} }} [{}]", answer(beat, index))?;
            writeln!(script, "    ~ dependency = 100 - dependency\n    -> b{}", reply.to)?;
        }
    }
    Ok(script)
}

struct Reader {
    story: Story,
    /// Replies since the story began.
    taken: usize,
}

impl Walk for Reader {
    fn step(&mut self, random: &mut Random) -> Result<usize> {
        let offered = self.story.get_current_choices().len();
        ensure!(offered > 0, "ink has nothing on offer");
        self.story.choose_choice_index(random.below(offered))?;
        self.taken += 1;
        read_on(&mut self.story)?;
        if self.taken == HOUR {
            self.story.reset_state()?;
            read_on(&mut self.story)?;
            self.taken = 0;
        }
        Ok(offered)
    }
}

/// Reads every line up to the next menu.
fn read_on(story: &mut Story) -> Result<()> {
    while story.can_continue() {
        std::hint::black_box(story.cont()?);
    }
    Ok(())
}
