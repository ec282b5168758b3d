//! `hoshin explain`: the page of a code. `hoshin codes`: the list of them.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::console::Console;
use super::error::CliError;
use super::error_code::CliCode;
use super::sentences::options::{self as say, Near, Number};
use crate::diagnostic::code::declare::{self, Row};
use crate::diagnostic::{Code, page};

/// Prints the page of a code.
pub(super) fn run(wanted: &str, console: &Console) -> Result<(), CliError> {
    let found = declare::find(rows(), wanted).ok_or_else(|| unknown(wanted.trim()))?;
    console.print(&page::for_readers(found.page))
}

/// Prints all codes: number, level, English name, Japanese title.
pub(super) fn list(console: &Console) -> Result<(), CliError> {
    let mut out = String::new();
    for (row, _) in rows() {
        let level = row.level.word(console.lang);
        let gap = " ".repeat(9usize.saturating_sub(level.width()));
        let _ = writeln!(out, "{}  {level}{gap}{:<32}{}", row.name, row.slug, row.title);
    }
    console.print(&out)
}

/// Reads a code of a policy's diagnostics.
///
/// # Errors
/// `C0011` when there is none, with the nearest one.
pub(super) fn policy_code(wanted: &str) -> Result<Code, CliError> {
    wanted.parse().map_err(|_| unknown(wanted))
}

/// The codes of both tables.
fn rows() -> impl Iterator<Item = (&'static Row, &'static Row)> {
    let policy = Code::ALL.iter().map(|code| code.row());
    let command_line = CliCode::ALL.iter().map(|code| code.row());
    policy.chain(command_line).map(|row| (row, row))
}

fn unknown(wanted: &str) -> CliError {
    let error = CliError::new(CliCode::C0011, say::no_such_code(&Number(wanted.to_owned())));
    match declare::nearest(rows(), wanted) {
        Some(Row { name, title, .. }) => {
            let near = format!("{name}（{title}）");
            error.advise(say::did_you_mean(&Near(near)))
        }
        None => error.advise(say::see_the_codes()),
    }
}
