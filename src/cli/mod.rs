//! The terminal: all that the window does, one file a subcommand.

mod arguments;
mod assess;
mod beside;
mod catalogue;
mod check;
mod drill;
mod exam;
mod explain;
mod explore;
mod graph;
mod hour;
mod model;
mod new;
mod pack;
mod play;
mod playtest;
mod progress;
mod records;
mod report;
mod room;
mod script;
mod sheet;
mod still;
mod stuck;
mod test;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::record::write_whole;
use crate::script::excerpt::seen;
use crate::texts::text_with;

pub use arguments::{Arguments, Command, Common, Window};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Notes and warnings included.
    Fine,
    /// An error was found in the work itself.
    Found,
    CouldNotRun,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> ExitCode {
        ExitCode::from(match status {
            Status::Fine => 0,
            Status::Found => 1,
            Status::CouldNotRun => 2,
        })
    }
}

/// Runs a subcommand.
pub fn run(common: &Common, command: Command) -> Status {
    match command {
        Command::Check(check) => check::run(common, &check),
        Command::Play(play) => play::run(common, &play),
        Command::Exam(exam) => exam::run(common, &exam),
        Command::Model(model) => model::run(common, &model),
        Command::Report(report) => report::run(common, &report),
        Command::Assess(assess) => assess::run(common, &assess),
        Command::Drill(drill) => drill::run(common, &drill),
        Command::Progress(progress) => progress::run(common, &progress),
        Command::Records(records) => records::run(common, &records),
        Command::Test(test) => test::run(common, &test),
        Command::Playtest(playtest) => playtest::run(common, &playtest),
        Command::Explore(explore) => explore::run(common, &explore),
        Command::Graph(graph) => graph::run(common, &graph),
        Command::Script(script) => script::run(common, &script),
        Command::Catalogue(catalogue) => catalogue::run(common, &catalogue),
        Command::New(new) => new::run(&new),
        Command::Still(still) => still::run(common, &still),
        Command::Sheet(sheet) => sheet::run(common, &sheet),
        Command::Pack(pack) => pack::pack(common, &pack),
        Command::Unpack(unpack) => pack::unpack(&unpack),
    }
}

/// Says on standard error why nothing could be done.
pub fn could_not_run(trouble: &dyn std::fmt::Display) -> Status {
    complain(trouble);
    Status::CouldNotRun
}

/// Says what is wrong on standard error.
fn complain(trouble: &dyn std::fmt::Display) {
    // With standard error gone there is nobody to tell.
    let _ = writeln!(io::stderr(), "{}", harmless(&text_with("complaint", &[("what", trouble.to_string().into())])));
}

/// The same text with a sign in the place of whatever would move the cursor, colour, ring, or turn a line round.
fn harmless(text: &str) -> String {
    let is_harm = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if is_harm(c) { seen(c) } else { c }).collect()
}

/// Prints to standard output what a person reads. What a stranger's file holds may be in it, and must do nothing to their terminal.
fn print(text: &str) -> Status {
    print_exactly(&harmless(text))
}

/// Prints to standard output what a program reads; an answer that nobody reads any more is no error.
fn print_exactly(text: &str) -> Status {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => could_not_run(&error),
        _ => Status::Fine,
    }
}

/// Where a file is there and isn't to be written over, says so.
fn taken(file: Option<&Path>, overwrite: bool) -> Option<Status> {
    let file = file.filter(|file| !overwrite && file.symlink_metadata().is_ok())?;
    Some(could_not_run(&text_with("file-exists", &[("file", file.display().to_string().into())])))
}

/// Prints it, or writes it to a file.
fn hand_out(file: Option<&Path>, overwrite: bool, text: &str) -> Status {
    file.map_or_else(|| print_exactly(text), |file| write_out(file, overwrite, text.as_bytes()))
}

/// Writes a file whole or not at all, and over what is there only where that is wanted and a file.
fn write_out(file: &Path, overwrite: bool, bytes: &[u8]) -> Status {
    if let Some(status) = taken(Some(file), overwrite) {
        return status;
    }
    let shown = file.display().to_string();
    let is_other = file.metadata().is_ok_and(|there| !there.is_file());
    let written = if is_other { Err(io::Error::other("it is not a regular file")) } else { write_whole(file, bytes) };
    match written {
        Ok(()) => Status::Fine,
        Err(error) => could_not_run(&text_with("file-unwritable", &[("file", shown.into()), ("why", error.to_string().into())])),
    }
}

/// Prints a value as JSON, and nothing else.
fn print_json(value: &impl serde::Serialize) -> Status {
    match serde_json::to_string_pretty(value) {
        Ok(json) => print_exactly(&format!("{json}\n")),
        Err(error) => could_not_run(&error),
    }
}
