//! `hoshin diff`: what a revision changes.

mod chosen;
mod compared;
mod drawn;
pub(super) mod failing;

use std::path::Path;

use super::arguments::{DiffArguments, DiffFormat};
use super::console::{Console, Stream};
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
use super::outcome::Outcome;
use super::policies;
use super::revision::{Faulty, Revision};
use super::sentences::{revisions, writing};
use super::subject;
use crate::diagnostic::{Lang, github, json, sarif};
use crate::diff::table::TableOptions;
use crate::diff::wording::WordingOptions;
use crate::diff::{Options, compare, sections};
use crate::text::sentence::File;
use chosen::{Chosen, Fault};
use compared::Compared;
use drawn::Layout;

/// Compares revisions and shows what is different.
pub(super) fn run(arguments: &DiffArguments, console: &Console) -> Result<Outcome, CliError> {
    let layout = Layout::read(arguments)?;
    let chosen = match Chosen::by(&arguments.revisions, arguments.stdin.stdin_name.as_deref())? {
        Ok(chosen) => chosen,
        Err(Fault::New(faulty)) => return faulty_new(faulty, arguments, console),
        Err(Fault::Old(faulty)) => {
            let name = faulty.name.clone();
            report(faulty, console)?;
            return Err(faulty_old(&name));
        }
    };
    if let Some(path) = &arguments.output {
        refuse_a_policy(path, &chosen)?;
    }
    let options = Options {
        table: TableOptions {
            wording: WordingOptions {
                fold_width: arguments.fold_width,
            },
            omit_same: !arguments.full,
        },
    };
    let compared: Vec<Compared<'_>> = chosen
        .pairs()
        .map(|(old, new)| Compared {
            old,
            new,
            comparison: compare(old.policy(), new.policy(), &options),
        })
        .collect();
    let text = layout.draw(&compared, arguments, console)?;
    match &arguments.output {
        Some(path) => files::write_whole(path, &text)?,
        None => console.write(Stream::Out, &text)?,
    }
    for one in &compared {
        if let Some(words) = sections::unrelated(&one.comparison) {
            let (mark, words) = match console.lang {
                Lang::Ja => ("注意", words.ja),
                Lang::En => ("note", words.en),
            };
            console.write(Stream::Err, &format!("{mark}: {words}\n"))?;
        }
    }
    match failing::message(&compared, &arguments.fail_on, arguments.allow_unseen, console.lang) {
        Some(message) => {
            console.write(Stream::Err, &message)?;
            Ok(Outcome::Problems)
        }
        None => Ok(Outcome::Clean),
    }
}

/// A slip of the hand must not put a comparison where a policy or a revision is.
fn refuse_a_policy(output: &Path, chosen: &Chosen) -> Result<(), CliError> {
    let identity = files::identity(output);
    let is_compared = |revision: &Revision| {
        let imported = revision.subject.sources().into_iter().flat_map(|(sources, folder)| {
            sources
                .iter()
                .map(move |(_, source)| Path::new(folder).join(source.name()))
        });
        revision.origin.identity() == identity || imported.map(|path| files::identity(&path)).any(|one| one == identity)
    };
    let compared = chosen.pairs().any(|(old, new)| is_compared(old) || is_compared(new));
    if !compared && output.extension().is_none_or(|end| end != "policy") {
        return Ok(());
    }
    Err(CliError::new(
        CliCode::C0007,
        writing::revision_not_overwritten_with_a_comparison(&files::named(output)),
    )
    .advise(writing::name_another_file()))
}

/// Tells what is wrong with the revision that somebody works on, in the form that was asked for: a program that reads the
/// comparison is not left with nothing.
fn faulty_new(faulty: Faulty, arguments: &DiffArguments, console: &Console) -> Result<Outcome, CliError> {
    let findings = [faulty.compiled.findings()];
    let text = match arguments.format {
        DiffFormat::Json => json::render(&findings, console.lang),
        DiffFormat::Sarif => sarif::render(&findings, console.lang),
        DiffFormat::Github => github::render(&findings, console.lang),
        DiffFormat::Human | DiffFormat::Html | DiffFormat::Markdown | DiffFormat::Draft => {
            subject::report(*faulty.compiled, console)?;
            return Ok(Outcome::Problems);
        }
    };
    match &arguments.output {
        Some(path) => files::write_whole(path, &text)?,
        None => console.print(&text)?,
    }
    subject::report(*faulty.compiled, console)?;
    Ok(Outcome::Problems)
}

/// Tells what is wrong with a revision that others are measured against.
pub(super) fn report(faulty: Faulty, console: &Console) -> Result<(), CliError> {
    policies::report(&[*faulty.compiled], console)
}

pub(super) fn faulty_old(name: &str) -> CliError {
    CliError::new(CliCode::C0027, revisions::old_is_faulty(&File(name.to_owned())))
        .advise(revisions::name_a_mended_one())
}
