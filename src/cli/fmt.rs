//! `hoshin fmt`: canonical source, in place or as a difference.

use std::path::Path;

use super::arguments::FmtArguments;
use super::console::{Console, Stream};
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
use super::outcome::Outcome;
use super::policies;
use super::sentences::done as say;
use crate::diagnostic::{Findings, human, neutral};
use crate::format::{self, Refused};
use crate::source::{self, SourceMap};

/// Formats every file that can be, whatever the others are like.
pub(super) fn run(arguments: &FmtArguments, console: &Console) -> Result<Outcome, CliError> {
    policies::refuse_repetition(&arguments.files)?;
    let mut outcome = Outcome::Clean;
    for path in &arguments.files {
        outcome = outcome.max(one(path, arguments.check, console).unwrap_or_else(|error| {
            console.report(&error);
            Outcome::CouldNotRun
        }));
    }
    Ok(outcome)
}

fn one(path: &Path, check: bool, console: &Console) -> Result<Outcome, CliError> {
    let input = policies::open(path, None)?;
    let before = input.bytes.clone();
    let mut sources = SourceMap::default();
    let mut diagnostics = Vec::new();
    let id = source::decode(&mut sources, &input.name, input.bytes, &mut diagnostics);
    if diagnostics.is_empty() {
        match format::format(sources.get(id).text()) {
            Ok(after) => return give(path, &before, &after, check, console),
            Err(Refused::SyntaxErrors(found)) => diagnostics = found,
            Err(refused) => {
                console.report(&CliError::new(CliCode::C0013, refused.message()));
                return Ok(Outcome::Problems);
            }
        }
    }
    let findings = Findings {
        sources: &sources,
        diagnostics: &diagnostics,
        folder: &input.folder,
    };
    let options = policies::human_options(console, Stream::Err, human::Hints::PassedOver);
    console.write(Stream::Err, &human::render(&[findings], &options))?;
    Ok(Outcome::Problems)
}

/// Gives the user the canonical form: in place, on standard output, or as a difference.
fn give(path: &Path, before: &[u8], after: &str, check: bool, console: &Console) -> Result<Outcome, CliError> {
    let shown = files::shown(path);
    let shown = neutral::line(&shown);
    let changed = after.as_bytes() != before;
    match (check, policies::is_standard_input(path)) {
        (false, true) => console.print(after)?,
        (false, false) if changed => {
            files::rewrite(path, before, after)?;
            let told = say::formatted(&files::named(path));
            console.write(Stream::Err, &format!("{}\n", neutral::line(told.get(console.lang))))?;
        }
        (true, _) if changed => {
            let before = String::from_utf8_lossy(before);
            console.print(&difference(&shown, &before, after))?;
            return Ok(Outcome::Problems);
        }
        _ => {}
    }
    Ok(Outcome::Clean)
}

/// The change as a unified diff, which `patch` can apply.
fn difference(path: &str, before: &str, after: &str) -> String {
    let diff = similar::TextDiff::from_lines(before, after);
    diff.unified_diff().header(path, path).to_string()
}
