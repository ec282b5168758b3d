//! `hoshin check`: everything that is wrong with some policies.

use std::path::Path;

use super::arguments::{CheckArguments, CheckFormat};
use super::console::{Console, Stream};
use super::coverage::chapters;
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
use super::levels::Levels;
use super::outcome::Outcome;
use super::policies::{self, Compiled};
use super::revision;
use super::sentences::{done, options as say};
use crate::compile::Options;
use crate::diagnostic::{self, Findings, Lang, coverage, github, human, json, sarif};
use crate::diff::{self, compare};

/// Checks every policy that can be read, whatever the others are like.
pub(super) fn run(arguments: &CheckArguments, console: &Console) -> Result<Outcome, CliError> {
    let levels = Levels::read(&arguments.levels)?;
    policies::refuse_repetition(&arguments.files)?;
    let options = Options {
        strict: arguments.levels.strict,
        require_policy: false,
    };
    if arguments.report && !matches!(arguments.format, CheckFormat::Human | CheckFormat::Json) {
        return Err(
            CliError::new(CliCode::C0001, say::report_goes_with_two_formats()).advise(say::leave_out_the_format())
        );
    }
    let mut run = Vec::new();
    let mut outcome = Outcome::Clean;
    for path in &arguments.files {
        match policies::open(path, arguments.stdin.stdin_name.as_deref()) {
            Ok(input) => {
                let mut compiled = policies::compile_one(input, &levels, &options);
                if !arguments.no_previous
                    && let Err(error) = add_revision(&mut compiled, path, arguments, &levels)
                {
                    console.report(&error);
                    outcome = Outcome::CouldNotRun;
                }
                run.push(compiled);
            }
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
    let human = || human::Options {
        in_part: outcome == Outcome::CouldNotRun,
        ..policies::human_options(console, Stream::Out, hints)
    };
    match arguments.format {
        CheckFormat::Human => {
            let compared = match outcome {
                Outcome::CouldNotRun => None,
                _ => comparison(&run, console.lang),
            };
            let compared = compared.unwrap_or_default();
            let mut report = match arguments.report {
                true => coverage::render(&with_chapters(&run), console.lang),
                false => String::new(),
            };
            if !report.is_empty() {
                report.push('\n');
            }
            console.write(Stream::Out, &(report + &human::render(&findings, &human()) + &compared))?;
        }
        CheckFormat::Short => console.write(Stream::Out, &human::render_short(&findings, &human()))?,
        CheckFormat::Json if arguments.report => {
            console.print(&json::render_with_coverage(&with_chapters(&run), console.lang))?;
        }
        CheckFormat::Json => console.print(&json::render(&findings, console.lang))?,
        CheckFormat::Sarif => console.print(&sarif::render(&findings, console.lang))?,
        CheckFormat::Github => console.print(&github::render(&findings, console.lang))?,
    }
    let outcome = match policies::any_errors(&run) {
        true => outcome.max(Outcome::Problems),
        false => outcome,
    };
    // The program ends here: the system takes back at once what dropping would give back piece by piece.
    std::mem::forget(run);
    Ok(outcome)
}

/// Adds what is to be said of a policy beside its 旧版, where it names one.
fn add_revision(
    compiled: &mut Compiled,
    path: &Path,
    arguments: &CheckArguments,
    levels: &Levels,
) -> Result<(), CliError> {
    let compilation = &mut compiled.compilation;
    let Some(policy) = &compilation.policy else {
        return Ok(());
    };
    let origin = revision::origin_of(path, arguments.stdin.stdin_name.as_deref());
    let old = match revision::previous(&files::shown(path), policy, &origin)? {
        None => return Ok(()),
        Some(Ok(old)) => old,
        Some(Err(faulty)) => return Err(super::diff::faulty_old(&faulty.name)),
    };
    let comparison = compare(old.policy(), policy, &diff::Options::default());
    let mut found = diff::findings::findings(&comparison);
    found.extend(diff::dates::findings(&comparison));
    levels.apply(&mut found);
    compilation.diagnostics.extend(found);
    diagnostic::sort(&mut compilation.diagnostics);
    Ok(())
}

fn with_chapters(run: &[Compiled]) -> Vec<(Findings<'_>, Vec<coverage::Chapter>)> {
    run.iter()
        .map(|compiled| (compiled.findings(), chapters(compiled)))
        .collect()
}

/// What a run without a conflict compared, so that a reader knows that something was looked at.
fn comparison(run: &[Compiled], lang: Lang) -> Option<String> {
    let mut pairs = 0;
    for compiled in run {
        let compared = compiled.compilation.compared?;
        if compared.conflicts + compared.undecided > 0 {
            return None;
        }
        pairs += compared.pairs;
    }
    let told = match pairs {
        0 => return None,
        1 => done::no_contradiction_in_one_pair(),
        _ => done::no_contradiction(&pairs),
    };
    Some(format!("{}\n", told.get(lang)))
}
