//! `hoshin ci`: whether a change may be merged. Everything that it touches is checked, formatted, tested and compared with
//! what stood there where the change parted from its base.
//!
//! What cannot be looked at is told first and ends the run with 2: nothing passes because it was not seen.

mod allowed;
mod base;
mod examined;
mod gathered;
mod json;
mod judged;
mod pairing;
mod report;
mod scope;
mod state;
mod summary;
mod written;

use std::collections::BTreeSet;

use super::arguments::{CiArguments, FailOn};
use super::console::{Console, Stream};
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
use super::levels::Levels;
use super::outcome::Outcome;
use super::policies;
use super::sentences::ci::scope::{self as say, Paths};
use super::sentences::writing;
use crate::diagnostic::Text;
pub(super) use json::schema;

use allowed::Allowed;
use base::Base;
use examined::Examined;
use gathered::{Gathered, Run};
use judged::Judged;
use scope::Scope;

/// Checks a change.
pub(super) fn run(arguments: &CiArguments, console: &Console) -> Result<Outcome, CliError> {
    let levels = Levels::read(&arguments.levels)?;
    refuse_one_file_for_two(arguments)?;
    let fail_on = match arguments.fail_on.as_slice() {
        [] => &[FailOn::Unacknowledged],
        wanted => wanted,
    };
    let allowed = Allowed {
        new: arguments.allow_new,
        deleted: arguments.allow_deleted,
        broken_base: arguments.allow_broken_base,
    };
    let gathered = gather(arguments, &levels, allowed).unwrap_or_else(|error| Gathered {
        errors: vec![error],
        ..Gathered::default()
    });
    let judged = gathered.examined.iter();
    let run = Run {
        base: &arguments.base,
        gathered: &gathered,
        judged: judged.map(|one| Judged::of(one, fail_on, allowed)).collect(),
    };
    if !arguments.github {
        run.errors().for_each(|error| console.report(error));
    }
    let mut outcome = run.outcome();
    report::write(&run, arguments.github, console)?;
    for result in written::all(&run, arguments, console.lang) {
        if let Err(error) = result {
            console.report(&error);
            outcome = Outcome::CouldNotRun;
        }
    }
    console.write(Stream::Out, &report::verdict(&run, outcome, console.lang))?;
    Ok(outcome)
}

/// Reads the change and its base.
fn gather(arguments: &CiArguments, levels: &Levels, allowed: Allowed) -> Result<Gathered, CliError> {
    let base = Base::find(&arguments.base)?;
    let scope = Scope::of(&arguments.paths, &base)?;
    let mut gathered = Gathered {
        commit: Some(base.short.clone()),
        ..Gathered::default()
    };
    for path in &scope.present {
        match Examined::read(path, &base, levels, arguments.levels.strict) {
            Ok(examined) => gathered.examined.push(examined),
            Err(error) => gathered.errors.push(error),
        }
    }
    let deleted = pairing::pair(&mut gathered.examined, &scope, &base)?;
    let found = !deleted.is_empty() || gathered.examined.iter().any(Examined::is_policy);
    for old in deleted {
        let error = judged::deleted(&old);
        match allowed.deleted {
            true => gathered.notes.push(error.message),
            false => gathered.errors.push(error),
        }
    }
    gathered.errors.extend(scope.errors);
    gathered.notes.extend(scope.notes);
    if !found && gathered.errors.is_empty() {
        gathered.errors.push(no_policies(arguments));
    }
    policies::drop_repetition(gathered.examined.iter_mut().map(|one| &mut one.compiled));
    Ok(gathered)
}

fn no_policies(arguments: &CiArguments) -> CliError {
    let paths: Vec<String> = arguments.paths.iter().map(|path| super::files::shown(path)).collect();
    let message = match paths.as_slice() {
        [] => say::no_policy_below(),
        paths => say::no_policy_in(&Paths(Text::new(paths.join("`、`"), paths.join("`, `")))),
    };
    CliError::new(CliCode::C0032, message).advise(say::name_a_policy_or_a_folder())
}

/// One output must not take the place of another.
fn refuse_one_file_for_two(arguments: &CiArguments) -> Result<(), CliError> {
    let outputs = [&arguments.sarif, &arguments.junit, &arguments.json, &arguments.summary];
    let mut seen = BTreeSet::new();
    for path in outputs.into_iter().flatten() {
        if path.extension().is_some_and(|end| end.eq_ignore_ascii_case("policy")) {
            return Err(CliError::new(
                CliCode::C0007,
                writing::policy_not_overwritten_with_results(&files::named(path)),
            )
            .advise(writing::name_another_file()));
        }
        let folder = files::identity(files::parent(path));
        if !seen.insert((folder, path.file_name())) {
            return Err(CliError::new(CliCode::C0006, writing::two_outputs(&files::named(path)))
                .advise(writing::name_a_file_for_each()));
        }
    }
    Ok(())
}
