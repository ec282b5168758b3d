//! `hoshin check`: everything that is wrong with some policies.

use super::Outcome;
use super::arguments::{CheckArguments, CheckFormat};
use super::console::{Console, Stream};
use super::error::CliError;
use super::levels::Levels;
use super::policies::{self, Compiled};
use crate::Options;
use crate::diagnostic::{Findings, github, human, json, sarif};

/// Checks every policy that can be read, whatever the others are like.
pub(super) fn run(arguments: &CheckArguments, console: &Console) -> Result<Outcome, CliError> {
    let levels = Levels::read(&arguments.levels)?;
    policies::refuse_repetition(&arguments.files)?;
    let options = Options {
        strict: arguments.levels.strict,
        require_policy: false,
    };
    let mut run = Vec::new();
    let mut outcome = Outcome::Clean;
    for path in &arguments.files {
        match policies::open(path, arguments.stdin.stdin_name.as_deref()) {
            Ok(input) => run.push(policies::compile_one(input, &levels, &options)),
            Err(error) => {
                console.report(&error);
                outcome = Outcome::CouldNotRun;
            }
        }
    }
    if run.is_empty() && arguments.format == CheckFormat::Human {
        return Ok(outcome);
    }
    policies::drop_repetition(&mut run);
    let findings: Vec<Findings<'_>> = run.iter().map(Compiled::findings).collect();
    let hints = match arguments.hints {
        true => human::Hints::Shown,
        false => human::Hints::Counted,
    };
    let human = || policies::human_options(console, Stream::Out, hints);
    match arguments.format {
        CheckFormat::Human => console.write(Stream::Out, &human::render(&findings, &human()))?,
        CheckFormat::Short => console.write(Stream::Out, &human::render_short(&findings, &human()))?,
        CheckFormat::Json => console.print(&json::render(&findings, console.lang))?,
        CheckFormat::Sarif => console.print(&sarif::render(&findings, console.lang))?,
        CheckFormat::Github => console.print(&github::render(&findings, console.lang))?,
    }
    Ok(match policies::any_errors(&run) {
        true => outcome.max(Outcome::Problems),
        false => outcome,
    })
}
