//! `hoshin diff`: what a revision changes.

mod chosen;

use super::Outcome;
use super::arguments::DiffArguments;
use super::console::Console;
use super::error::CliError;
use super::error_code::CliCode;
use super::policies;
use super::revision::Faulty;
use super::subject;
use crate::diagnostic::Text;
use chosen::{Chosen, Fault};

/// Compares revisions and shows what is different.
pub(super) fn run(arguments: &DiffArguments, console: &Console) -> Result<Outcome, CliError> {
    let chosen = match Chosen::by(&arguments.revisions, arguments.stdin.stdin_name.as_deref())? {
        Ok(chosen) => chosen,
        Err(Fault::New(faulty)) => {
            subject::report(*faulty.compiled, console)?;
            return Ok(Outcome::Problems);
        }
        Err(Fault::Old(faulty)) => return Err(faulty_old(faulty, console)?),
    };
    let comparisons: Vec<_> = chosen
        .pairs()
        .map(|(old, new)| {
            (
                old,
                new,
                crate::diff::compare(old.policy(), new.policy(), &crate::diff::Options::default()),
            )
        })
        .collect();
    let compared: Vec<_> = comparisons
        .iter()
        .map(|(old, new, comparison)| crate::diff::json::Compared {
            old: &old.subject.name,
            new: &new.subject.name,
            comparison,
        })
        .collect();
    console.print(&crate::diff::json::render(&compared))?;
    Ok(Outcome::Clean)
}

/// Says what is wrong with a revision that others are measured against.
pub(super) fn faulty_old(faulty: Faulty, console: &Console) -> Result<CliError, CliError> {
    let Faulty { name, compiled } = faulty;
    policies::report(&[*compiled], console)?;
    Ok(CliError::new(
        CliCode::C0027,
        Text::new(
            format!("改正前の `{name}` に誤りがあるため、比べられません"),
            format!("the old revision `{name}` has errors and cannot be compared with"),
        ),
    )
    .help(
        "直した版か、公表したときに hoshin build が書き出した bundle.json を指定してください",
        "name a mended revision, or the bundle.json that hoshin build wrote when it was published",
    ))
}
