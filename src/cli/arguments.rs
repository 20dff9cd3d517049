//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use unic_langid::LanguageIdentifier;

use crate::assess::occasion::Competence;
use crate::assess::table;
use crate::practice::Place;
use crate::record::{self, Mode, Trainee};
use crate::script::codes::Lens;
use crate::texts::Language;

/// An hour with a simulated patient, for people who are learning to be therapists.
///
/// Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub window: Window,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// The folder with the cases; else ./dialogues, else the ones in the program.
    #[arg(long, global = true, value_name = "DIR")]
    pub dialogues: Option<PathBuf>,
    /// The folder for your records and settings; else the usual one of this system.
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Who practises, where several do on this machine: their records and settings lie in a folder of their own. A pseudonym does best.
    #[arg(long, global = true, value_name = "NAME")]
    pub trainee: Option<Trainee>,
    /// The language, such as en or pt-BR; else the one set in the window, for the window, else that of this system.
    #[arg(long, global = true, value_name = "TAG")]
    pub language: Option<Language>,
}

impl Common {
    /// Those of whoever practises.
    pub fn records(&self) -> Result<record::Records, record::Trouble> {
        let records = record::Records::at(self.data_dir.as_deref())?;
        Ok(if self.trainee.is_some() { records.of_trainee(self.trainee.as_ref()) } else { records })
    }

    /// A command as it is typed, with what these options say of where the records are.
    pub(super) fn command(&self, rest: &str) -> String {
        let quoted = |word: String| if word.contains(char::is_whitespace) { format!("\"{word}\"") } else { word };
        let folders = [("--dialogues", &self.dialogues), ("--data-dir", &self.data_dir)];
        let mut words: Vec<String> = vec!["fifty-minutes".into()];
        for (option, folder) in folders {
            words.extend(folder.iter().flat_map(|folder| [option.to_string(), quoted(folder.display().to_string())]));
        }
        words.extend(self.trainee.iter().flat_map(|trainee| ["--trainee".to_string(), trainee.to_string()]));
        words.push(rest.into());
        words.join(" ")
    }
}

/// What the window takes.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub struct Window {
    /// Goes straight into the room with this case.
    #[arg(long, value_name = "ID")]
    pub case: Option<String>,
    /// Goes to what is to be read before an exam; see the command exam.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["case", "desk"])]
    pub exam: Option<PathBuf>,
    /// Opens on the author's desk, with this case where one is named.
    #[arg(long, value_name = "CASE", conflicts_with = "case")]
    pub desk: Option<Option<String>>,
    /// Keeps nothing of that hour; it follows its case as it is being written.
    #[arg(long, requires = "case")]
    pub no_record: bool,
    /// The chance of the hour; drawn where left out.
    #[arg(long)]
    pub seed: Option<u64>,
    /// No sound.
    #[arg(long)]
    pub mute: bool,
    /// No breathing, blinking or swaying.
    #[arg(long)]
    pub reduced_motion: bool,
    /// Size of the window in pixels.
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub size: Option<(u32, u32)>,
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    sides
        .filter(|(width, height)| (320..=7680).contains(width) && (240..=4320).contains(height))
        .ok_or_else(|| "write it like 1280x720, from 320x240 to 7680x4320".into())
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Finds every problem in cases, with its place and a fix.
    Check(Check),
    /// Holds an hour in the terminal.
    Play(Play),
    /// Holds an hour as an instructor set it, the same one for a whole class; or makes such a file.
    Exam(Exam),
    /// Steps through an hour that a case shows as a model, with what there is to notice in it.
    Model(Model),
    /// The debrief of an hour that was kept, finished or not.
    Report(Report),
    /// Scores a table of coded turns from elsewhere: a role-play, or a transcript.
    Assess(Assess),
    /// Hard moments out of all cases, one at a time and as often as you like; ten minutes are enough.
    Drill(Drill),
    /// What you have tried so far, how it went, and what is due.
    Progress(Progress),
    /// Your own records.
    Records(Records),
    /// Runs the transcripts that stand beside the scenes.
    Test(Test),
    /// Has an hour played by many players, and tells what is wrong with it.
    Playtest(Playtest),
    /// Tells what can be reached in an hour: endings, facts, how far each score goes.
    Explore(Explore),
    /// Draws the map of an hour: its beats, and the ways between them.
    Graph(Graph),
    /// A whole case as a page to print and to read through with a pencil.
    Script(Script),
    /// Every case with its figures, as a page in Markdown; takes a minute or two.
    Catalogue(Catalogue),
    /// Makes a small complete case to start from.
    New(New),
    /// Draws people of a case into a PNG; no screen is needed.
    Still(Still),
    /// Writes the texts of a case as a table for its translators, with what is translated already.
    Sheet(Sheet),
    /// Puts sound cases into one file, to send to somebody.
    Pack(Pack),
    /// Shows what came in such a file, and writes it below a folder where one is named.
    Unpack(Unpack),
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Folders of cases, single cases or single files; all cases where left out.
    pub paths: Vec<PathBuf>,
    /// Also what only playing can find wrong; takes seconds for each hour.
    #[arg(long)]
    pub proof: bool,
    /// Tells what a finding means, and how to mend it, by the code in square brackets.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "proof", "format"])]
    pub explain: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Drill {
    /// One thing alone: meet-feeling, meet-cue, pace, agree-on-goals, keep-frame, mend-rupture or see-risk-through.
    #[arg(long, value_parser = super::drill::competence)]
    pub competence: Option<Competence>,
    /// Begins with that moment: CASE/SESSION/BEAT, as `progress` names it.
    #[arg(long, value_name = "MOMENT")]
    pub at: Option<Place>,
    /// Leaves out every moment with a topic that can be left out of its hour.
    #[arg(long)]
    pub without_topics: bool,
    /// The chance of the moments; drawn where left out.
    #[arg(long)]
    pub seed: Option<u64>,
    /// Keeps nothing.
    #[arg(long)]
    pub no_record: bool,
}

#[derive(Debug, Args)]
pub struct Progress {
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Play {
    /// Which case; see the folder names under dialogues.
    pub case: String,
    /// Which session of the case; the first where left out.
    #[arg(long)]
    pub session: Option<u32>,
    /// The chance of the hour; drawn where left out.
    #[arg(long)]
    pub seed: Option<u64>,
    /// How to sit down; to practise where left out.
    #[arg(long, value_enum)]
    pub mode: Option<ModeArgument>,
    /// Leaves out a topic that the referral note names; may be given several times.
    #[arg(long, value_name = "TOPIC")]
    pub leave_out: Vec<String>,
    /// Takes the replies from a file: an id a line, # for comments.
    #[arg(long, value_name = "FILE")]
    pub choices: Option<PathBuf>,
    /// Goes on with an hour that was left.
    #[arg(long, value_name = "ID", conflicts_with_all = ["new", "no_record", "seed", "session", "mode"])]
    pub resume: Option<String>,
    /// Tries an hour that was held again, as an hour of its own; see --from.
    #[arg(long, value_name = "ID", requires = "from", conflicts_with_all = ["resume", "new", "no_record", "seed", "session", "mode"])]
    pub again: Option<String>,
    /// The reply, counted from 1, from which on it is new.
    #[arg(long, value_name = "REPLY", requires = "again", value_parser = clap::value_parser!(u16).range(1..))]
    pub from: Option<u16>,
    /// Holds the session that comes after an hour of this case, and goes on from what that left behind.
    #[arg(long, value_name = "ID", conflicts_with_all = ["resume", "again", "no_record"])]
    pub after: Option<String>,
    /// Begins anew without asking about an hour that was left.
    #[arg(long)]
    pub new: bool,
    /// Keeps nothing.
    #[arg(long)]
    pub no_record: bool,
    /// No coach's notes after the replies.
    #[arg(long)]
    pub no_notes: bool,
    /// Asks for your own words before the replies are shown; nobody judges them.
    #[arg(long)]
    pub say_first: bool,
    /// Keeps your own words with the record, instead of forgetting them after the debrief.
    #[arg(long, requires = "say_first")]
    pub keep_words: bool,
    /// Asks at some moments what you see in the person, from your second hour on.
    #[arg(long)]
    pub read: bool,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Exam {
    /// The exam's file.
    #[arg(value_name = "FILE.exam.ron", required_unless_present = "new")]
    pub file: Option<PathBuf>,
    /// Leaves out a topic that the referral note names, where the exam allows it; may be given several times.
    #[arg(long, value_name = "TOPIC")]
    pub leave_out: Vec<String>,
    /// Takes the replies from a file: an id a line, # for comments.
    #[arg(long, value_name = "FILE")]
    pub choices: Option<PathBuf>,
    /// Goes on with an exam that was left.
    #[arg(long, value_name = "ID", conflicts_with = "new")]
    pub resume: Option<String>,
    /// Begins another attempt although one was left.
    #[arg(long, conflicts_with_all = ["new", "resume"])]
    pub again: bool,
    #[arg(long, value_enum, default_value_t, conflicts_with = "new")]
    pub format: Format,
    /// Makes an exam of that case instead, with the hash of its script as it is now.
    #[arg(long, value_name = "CASE", conflicts_with_all = ["file", "leave_out", "choices"])]
    pub new: Option<String>,
    /// Of which session of the case.
    #[arg(long, requires = "new", default_value_t = 1)]
    pub session: u32,
    /// With which chance; drawn where left out.
    #[arg(long, requires = "new")]
    pub seed: Option<u64>,
    /// Writes it to a file; never over one that is there.
    #[arg(long, value_name = "FILE.exam.ron", requires = "new")]
    pub out: Option<PathBuf>,
    /// Writes over the file where it is there.
    #[arg(long, requires = "out")]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct Model {
    /// Which case; see the folder names under dialogues.
    pub case: String,
    /// Of which session of the case.
    #[arg(long, default_value_t = 1)]
    pub session: u32,
    /// Which transcript, by its name; the first model hour of the session where left out.
    #[arg(long, value_name = "NAME")]
    pub transcript: Option<String>,
}

/// How to sit down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModeArgument {
    /// The menu names each reply's skill, and a note follows.
    Learn,
    /// A note follows each reply.
    Practise,
    /// Nothing until the end.
    Exam,
}

impl From<ModeArgument> for Mode {
    fn from(argument: ModeArgument) -> Mode {
        match argument {
            ModeArgument::Learn => Mode::Learn,
            ModeArgument::Practise => Mode::Practise,
            ModeArgument::Exam => Mode::Exam,
        }
    }
}

#[derive(Debug, Args)]
pub struct Report {
    /// A record's id, as `records list` names it, or its file.
    pub record: String,
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
    /// Writes to a file instead; never over one that is there.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Writes over the file where it is there.
    #[arg(long, requires = "out")]
    pub overwrite: bool,
}

/// How a debrief is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    #[default]
    Text,
    /// A page to read, to print or to hand in; it needs nothing else.
    Html,
    Json,
    /// A row a reply, for a spreadsheet.
    Csv,
}

#[derive(Debug, Args)]
pub struct Assess {
    /// The table: a row a turn, the names of the columns in the first row.
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// In which school it is meant: motivational-interviewing, humanistic, cognitive, psychodynamic or systemic.
    #[arg(long, value_name = "LENS", value_parser = lens, default_value = "motivational-interviewing")]
    pub lens: Lens,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

fn lens(text: &str) -> Result<Lens, String> {
    table::word(text, &[])
}

#[derive(Debug, Args)]
pub struct Records {
    #[command(subcommand)]
    pub command: RecordsCommand,
}

#[derive(Debug, Subcommand)]
pub enum RecordsCommand {
    /// Where everything lies that is kept of you, and how to delete it.
    Where,
    /// Every hour that was kept.
    List {
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Whether records are what the program wrote: nothing damaged, and the same moves leading to the same hour.
    Verify {
        /// Ids, or files that were handed in; every record where left out.
        records: Vec<String>,
        /// Whether they are hours of this exam, too.
        #[arg(long, value_name = "FILE.exam.ron", requires = "records")]
        exam: Option<PathBuf>,
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Saves what can be read of a damaged record as a record of its own; the damaged one stays as it is.
    Recover {
        /// The record's id, as `records list` names it.
        record: String,
    },
    /// An hour in one file to hand in, with the script that it began with.
    Export {
        /// A record's id, as `records list` names it, or its file.
        record: String,
        /// Writes to a file instead; never over one that is there.
        #[arg(long, value_name = "FILE.hour.json")]
        out: Option<PathBuf>,
        /// Writes over the file where it is there.
        #[arg(long, requires = "out")]
        overwrite: bool,
    },
}

#[derive(Debug, Args)]
pub struct Test {
    /// Folders of cases, single cases or single transcripts; all cases where left out.
    pub paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Which hour of which case.
#[derive(Debug, Args)]
pub struct HourArguments {
    /// Which case; see the folder names under dialogues.
    pub case: String,
    /// Which session of the case.
    #[arg(long, default_value_t = 1)]
    pub session: u32,
    /// The first seed.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// As many as the machine has where left out; the answer is the same with any number.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Args)]
pub struct Playtest {
    #[command(flatten)]
    pub hour: HourArguments,
    /// Hours of each player.
    #[arg(long, default_value_t = RUNS, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub runs: u32,
}

/// Hours of each player in a playtest.
pub const RUNS: u32 = 200;

#[derive(Debug, Args)]
pub struct Catalogue {
    /// As many as the machine has where left out; the answer is the same with any number.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
}

#[derive(Debug, Args)]
pub struct Explore {
    #[command(flatten)]
    pub hour: HourArguments,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("playing").args(["coverage", "scores"]).multiple(true))]
pub struct Graph {
    /// Which case; see the folder names under dialogues.
    pub case: String,
    /// Which session of the case.
    #[arg(long, default_value_t = 1)]
    pub session: u32,
    /// Where left out, by the ending of the file; mermaid on standard output, and svg in a file of another ending.
    #[arg(long, value_enum)]
    pub format: Option<GraphFormat>,
    /// Also how often each beat and each reply is met when everybody plays the hour; takes seconds.
    #[arg(long)]
    pub coverage: bool,
    /// Also which replies are preferred, by all scores at once; takes seconds.
    #[arg(long)]
    pub scores: bool,
    /// The first seed of the playing.
    #[arg(long, default_value_t = 1, requires = "playing")]
    pub seed: u64,
    /// Hours of each player.
    #[arg(long, default_value_t = RUNS, requires = "playing", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub runs: u32,
    /// As many as the machine has where left out; the answer is the same with any number.
    #[arg(long, requires = "playing", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
    /// Writes to a file instead; never over one that is there.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Writes over the file where it is there.
    #[arg(long, requires = "out")]
    pub overwrite: bool,
}

/// How a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    /// A flowchart for a page in Markdown.
    Mermaid,
    /// For Graphviz.
    Dot,
    /// A drawing to look at, to print, or to put into a document; it needs nothing else.
    Svg,
}

#[derive(Debug, Args)]
pub struct Script {
    /// Which case; see the folder names under dialogues.
    pub case: String,
    /// Only that session of the case.
    #[arg(long)]
    pub session: Option<u32>,
    /// Writes to a file instead; never over one that is there.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Writes over the file where it is there.
    #[arg(long, requires = "out")]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct New {
    /// Lower-case letters, digits and hyphens.
    pub id: String,
    /// The folder to make it in.
    #[arg(long = "in", value_name = "DIR", default_value = "dialogues")]
    pub folder: PathBuf,
}

#[derive(Debug, Args)]
pub struct Sheet {
    /// Which case; see the folder names under dialogues.
    pub case: String,
    /// The language that it is translated to, such as pt-BR.
    #[arg(value_name = "LANGUAGE")]
    pub into: LanguageIdentifier,
    /// Writes to a file instead; where it is there, it is brought up to date.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Also where translations in the file would be lost.
    #[arg(long, requires = "out")]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct Still {
    /// Which case; `cast` for the people to begin from.
    pub case: String,
    /// Who; everybody where left out.
    #[arg(value_name = "PERSON")]
    pub people: Vec<String>,
    /// Which states of the face, or `all`; several make a contact sheet.
    #[arg(long = "state", value_name = "NAME", num_args = 1..)]
    pub states: Vec<String>,
    /// Puts them side by side in one room, each with a state of their own.
    #[arg(long)]
    pub together: bool,
    /// The time of day at which the hour begins, such as 16:30; the case's own where left out.
    #[arg(long, value_name = "HH:MM", value_parser = time_of_day)]
    pub begins: Option<u16>,
    /// Minutes of the hour that have passed.
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=240))]
    pub minute: u16,
    /// What it is like outside: clear, clouds, rain, snow or mist.
    #[arg(long, value_name = "NAME")]
    pub weather: Option<String>,
    /// What the camera of a call shows: on, frozen or dark. For one person alone, and those who sit beside them: PERSON=NAME.
    #[arg(long = "camera", value_name = "NAME")]
    pub cameras: Vec<String>,
    /// Size of each picture in pixels.
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = still_size, default_value = "590x720")]
    pub size: (u16, u16),
    /// The file to write; never one that is there.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Writes over the file where it is there.
    #[arg(long)]
    pub overwrite: bool,
}

fn time_of_day(text: &str) -> Result<u16, String> {
    crate::script::model::time_of_day(text).ok_or_else(|| "write it like 16:30, from 0:00 to 23:59".into())
}

fn still_size(text: &str) -> Result<(u16, u16), String> {
    let sides = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    sides
        .filter(|(width, height)| (40..=4096).contains(width) && (40..=4096).contains(height))
        .ok_or_else(|| "write it like 590x720, from 40x40 to 4096x4096".into())
}

#[derive(Debug, Args)]
pub struct Pack {
    /// Which cases; see the folder names under dialogues.
    #[arg(required = true, value_name = "CASE")]
    pub cases: Vec<String>,
    /// The file to write; never one that is there.
    #[arg(long, value_name = "FILE.pack.json")]
    pub out: PathBuf,
    /// Writes over the file where it is there.
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, Args)]
pub struct Unpack {
    /// The pack.
    #[arg(value_name = "FILE.pack.json")]
    pub file: PathBuf,
    /// The folder of cases to write it to, such as dialogues; without it nothing is written.
    #[arg(long, value_name = "FOLDER")]
    pub into: Option<PathBuf>,
    /// Sets aside what stands there under the same names.
    #[arg(long, requires = "into")]
    pub overwrite: bool,
}
