//! Arguments in, an exit status out: the terminal or the window does the rest.

use std::process::ExitCode;

use clap::Parser;
use fifty_minutes::cli::{self, Arguments, Window};
use fifty_minutes::texts::{self, Language};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    texts::speak(arguments.common.language.unwrap_or_else(|| Language::preferred(sys_locale::get_locales())));
    match arguments.command {
        Some(_) if arguments.window != Window::default() => cli::could_not_run(&texts::text("window-options")).into(),
        Some(command) => cli::run(&arguments.common, command).into(),
        None => window(arguments),
    }
}

#[cfg(feature = "game")]
fn window(arguments: Arguments) -> ExitCode {
    use fifty_minutes::game;
    // A name says where the folder is; without one the window looks for it, and opens without one too.
    let data_dir = match arguments.common.trainee {
        Some(_) => arguments.common.records().map(|records| Some(records.folder().into())),
        None => Ok(arguments.common.data_dir),
    };
    let data_dir = match data_dir {
        Ok(data_dir) => data_dir,
        Err(trouble) => return cli::could_not_run(&trouble).into(),
    };
    let window = arguments.window;
    let options = game::Options {
        dialogues: arguments.common.dialogues,
        data_dir,
        language: arguments.common.language,
        case: window.case,
        exam: window.exam,
        desk: window.desk,
        no_record: window.no_record,
        seed: window.seed,
        mute: window.mute,
        reduced_motion: window.reduced_motion,
        size: window.size,
    };
    match game::run(options) {
        Ok(()) => cli::Status::Fine.into(),
        Err(trouble) => cli::could_not_run(&trouble).into(),
    }
}

#[cfg(not(feature = "game"))]
fn window(_arguments: Arguments) -> ExitCode {
    cli::could_not_run(&texts::text("no-window-built")).into()
}
