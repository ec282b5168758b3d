//! The command line: the only IO, the only exit codes.
//!
//! 0: clean. 1: ran and found problems. 2: could not run.

mod archive;
mod arguments;
mod ask;
mod build;
mod check;
mod ci;
mod console;
mod coverage;
mod diff;
mod elapsed;
mod environment;
mod error;
mod error_code;
mod explain;
mod files;
mod fmt;
mod git;
mod junit;
mod levels;
mod manual;
mod outcome;
mod page;
mod policies;
mod render;
mod revision;
mod sentences;
mod subject;
mod test;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ValueEnum;
use clap::error::ErrorKind;

pub use error_code::CliCode;
#[cfg(test)]
pub(crate) use sentences::samples;

use crate::bundle;
use crate::decide;
use crate::diagnostic::{Lang, json};
use arguments::{Arguments, ColorArgument, Command, LangArgument, SchemaOf};
use console::{Console, Stream};
use error::CliError;
use outcome::Outcome;

/// Runs the program with its arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let (console, result) = match arguments::parse(&arguments) {
        Ok(parsed) => {
            let console = Console::new(lang(parsed.global.lang), parsed.global.color);
            (console, dispatch(&parsed, &console))
        }
        Err(error) => {
            // Where the arguments cannot be read, `--lang` and `--color` may still be among them.
            let color = value_of(&arguments, "--color").unwrap_or(ColorArgument::Auto);
            let console = Console::new(lang(value_of(&arguments, "--lang")), color);
            (console, misread(&error, &console))
        }
    };
    let outcome = result.unwrap_or_else(|error| {
        console.report(&error);
        Outcome::CouldNotRun
    });
    outcome.into()
}

fn dispatch(arguments: &Arguments, console: &Console) -> Result<Outcome, CliError> {
    match &arguments.command {
        Command::Check(arguments) => return check::run(arguments, console),
        Command::Build(arguments) => return build::run(arguments, console),
        Command::Ci(arguments) => return ci::run(arguments, console),
        Command::Diff(arguments) => return diff::run(arguments, console),
        Command::Render(arguments) => return render::run(arguments, console),
        Command::Fmt(arguments) => return fmt::run(arguments, console),
        Command::Ask(arguments) => return ask::run(arguments, console),
        Command::Test(arguments) => return test::run(arguments, console),
        Command::Explain(arguments) => explain::run(&arguments.code, console)?,
        Command::Codes => explain::list(console)?,
        Command::Schema(arguments) => console.print(&match arguments.of {
            SchemaOf::Bundle => bundle::schema(),
            SchemaOf::Diagnostics => json::schema(),
            SchemaOf::Decision => decide::json::schema(),
            SchemaOf::Tests => decide::testing::json::schema(),
            SchemaOf::Diff => crate::diff::json::schema(),
            SchemaOf::Ci => ci::schema(),
            SchemaOf::Conformance => crate::conformance::schema(),
        })?,
        Command::Completions(arguments) => manual::completions(arguments.shell, console)?,
        Command::Man(arguments) => manual::man(arguments.folder.as_deref(), console)?,
    }
    Ok(Outcome::Clean)
}

/// Shows the help or the version where that is what was asked for, else says what is wrong.
fn misread(error: &clap::Error, console: &Console) -> Result<Outcome, CliError> {
    let stream = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stream::Out,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Stream::Err,
        _ => return Err(usage::explain(error)),
    };
    let text = error.render();
    let text = if console.colour(stream) {
        text.ansi().to_string()
    } else {
        text.to_string()
    };
    console.write(stream, &text)?;
    Ok(match stream {
        Stream::Out => Outcome::Clean,
        Stream::Err => Outcome::CouldNotRun,
    })
}

fn lang(argument: Option<LangArgument>) -> Lang {
    match argument {
        Some(LangArgument::Ja) => Lang::Ja,
        Some(LangArgument::En) => Lang::En,
        None => environment::lang(),
    }
}

/// The value of an option among arguments that cannot all be read.
fn value_of<T: ValueEnum>(arguments: &[OsString], option: &str) -> Option<T> {
    arguments.iter().enumerate().find_map(|(index, argument)| {
        let value = match argument.to_str()?.strip_prefix(option)? {
            "" => arguments.get(index + 1)?.to_str()?,
            rest => rest.strip_prefix('=')?,
        };
        T::from_str(value, false).ok()
    })
}
