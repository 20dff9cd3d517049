//! The graph in Yarn, compiled and walked by `yarnspinner`.

use std::fmt::Write;

use anyhow::{Context, Result, anyhow, bail, ensure};
use cpu_time::ProcessTime;
use yarnspinner::compiler::{Compiler, File};
use yarnspinner::core::{Library, LineId};
use yarnspinner::runtime::{Dialogue, DialogueEvent, MemoryVariableStorage, OptionId, StringTableTextProvider};

use crate::graph::{DEPENDENCY, Graph, Guard, HOUR, Random, answer, said};
use crate::walk::{Loaded, Walk};

pub fn load(graph: &Graph) -> Result<Loaded> {
    let script = script(graph)?;
    let start = ProcessTime::now();
    let file = File { file_name: "graph.yarn".into(), source: script };
    let compiled =
        Compiler::new().extend_library(Library::standard_library()).add_file(file).compile().map_err(|error| anyhow!("Yarn: {error}"))?;
    let mut texts = StringTableTextProvider::new();
    texts.extend_base_language(compiled.string_table.into_iter().map(|(id, info)| (id, info.text)).collect::<Vec<(LineId, String)>>());
    let mut dialogue = Dialogue::new(Box::new(MemoryVariableStorage::new()), Box::new(texts));
    dialogue.replace_program(compiled.program.context("Yarn gave no program")?);
    dialogue.set_node("b0")?;
    let offered = read_on(&mut dialogue)?;
    let took = start.elapsed();
    Ok(Loaded { walk: Box::new(Speaker { dialogue, offered, taken: 0 }), took })
}

/// A node for each beat; the variable is turned about its middle, one operation that stays in bounds for ever.
fn script(graph: &Graph) -> Result<String> {
    let mut script = String::new();
    for (beat, replies) in graph.beats.iter().enumerate() {
        writeln!(script, "title: b{beat}\n---")?;
        if beat == 0 {
            writeln!(script, "<<declare $dependency = {DEPENDENCY}>>")?;
        }
        writeln!(script, "{}", said(beat))?;
        for (index, reply) in replies.iter().enumerate() {
            let guard = match reply.guard {
                Guard::AtLeast(number) => format!("$dependency >= {number}"),
                Guard::Below(number) => format!("$dependency < {number}"),
            };
            writeln!(script, "-> {} <<if {guard}>>", answer(beat, index))?;
            writeln!(script, "    <<set $dependency = 100 - $dependency>>\n    <<jump b{}>>", reply.to)?;
        }
        writeln!(script, "===")?;
    }
    Ok(script)
}

struct Speaker {
    dialogue: Dialogue,
    /// What the last menu had on offer.
    offered: Vec<OptionId>,
    /// Replies since the dialogue began.
    taken: usize,
}

impl Walk for Speaker {
    fn step(&mut self, random: &mut Random) -> Result<usize> {
        let offered = self.offered.len();
        ensure!(offered > 0, "Yarn has nothing on offer");
        self.dialogue.set_selected_option(self.offered[random.below(offered)])?;
        self.offered = read_on(&mut self.dialogue)?;
        self.taken += 1;
        if self.taken == HOUR {
            self.dialogue.stop();
            self.dialogue.variable_storage_mut().clear();
            self.dialogue.set_node("b0")?;
            self.offered = read_on(&mut self.dialogue)?;
            self.taken = 0;
        }
        Ok(offered)
    }
}

/// Reads every line up to the next menu, and gives back what is on offer there.
fn read_on(dialogue: &mut Dialogue) -> Result<Vec<OptionId>> {
    loop {
        for event in std::hint::black_box(dialogue.continue_()?) {
            match event {
                DialogueEvent::Options(options) => {
                    return Ok(options.iter().filter(|option| option.is_available).map(|option| option.id).collect());
                }
                DialogueEvent::DialogueComplete => bail!("Yarn came to an end"),
                _ => {}
            }
        }
    }
}
