//! `hoshin render`: one rendering of one policy on standard output.

use super::arguments::{RenderArguments, RenderFormat};
use super::console::Console;
use super::error::CliError;
use super::levels::Levels;
use super::outcome::Outcome;
use super::page;
use super::policies;
use crate::compile::Options;
use crate::render;

/// Renders a policy that has no errors. What else was found goes to standard error.
pub(super) fn run(arguments: &RenderArguments, console: &Console) -> Result<Outcome, CliError> {
    let levels = Levels::read(&arguments.levels)?;
    let page = page::options(&arguments.page)?;
    let options = Options {
        strict: arguments.levels.strict,
        require_policy: true,
    };
    let input = policies::open(&arguments.file, arguments.stdin.stdin_name.as_deref())?;
    let compiled = policies::compile_one(input, &levels, &options);
    let run = [compiled];
    policies::report(&run, console)?;
    let [compiled] = &run;
    match &compiled.compilation.policy {
        Some(policy) if !compiled.compilation.has_errors() => {
            console.print(&match arguments.format {
                RenderFormat::Html => render::html(policy, &page),
                RenderFormat::Text => render::text(policy),
                RenderFormat::Markdown => render::markdown(policy),
            })?;
            Ok(Outcome::Clean)
        }
        _ => Ok(Outcome::Problems),
    }
}
