//! Arguments in, an exit status out: the terminal or the window does the rest.

use std::process::ExitCode;

use clap::Parser;
use fifty_minutes::cli::{self, Arguments, Window};
use fifty_minutes::record::Records;
use fifty_minutes::texts::{self, Language};

fn main() -> ExitCode {
    let mut arguments = Arguments::parse();
    texts::speak(arguments.common.language.unwrap_or_else(|| Language::preferred(sys_locale::get_locales())));
    if let Some(trainee) = &arguments.common.trainee {
        match Records::at(arguments.common.data_dir.as_deref()) {
            Ok(records) => arguments.common.data_dir = Some(records.of_trainee(Some(trainee)).folder().into()),
            Err(trouble) => return cli::could_not_run(&trouble).into(),
        }
    }
    match arguments.command {
        Some(_) if arguments.window != Window::default() => cli::could_not_run(&texts::text("window-options")).into(),
        Some(command) => cli::run(&arguments.common, command).into(),
        None => window(arguments),
    }
}

#[cfg(feature = "game")]
fn window(arguments: Arguments) -> ExitCode {
    use fifty_minutes::game;
    let window = arguments.window;
    let options = game::Options {
        dialogues: arguments.common.dialogues,
        data_dir: arguments.common.data_dir,
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
