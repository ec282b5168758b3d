//! `hoshin explain`: the page of a code. `hoshin codes`: the list of them.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::console::Console;
use super::error::CliError;
use super::error_code::CliCode;
use crate::diagnostic::{Code, Level, Text, page};

/// A code of either table.
struct Entry {
    name: &'static str,
    slug: &'static str,
    level: Level,
    title: &'static str,
    page: &'static str,
}

/// Prints the page of a code.
pub(super) fn run(wanted: &str, console: &Console) -> Result<(), CliError> {
    let wanted = wanted.trim();
    let found = entries().find(|entry| entry.name.eq_ignore_ascii_case(wanted) || entry.slug == wanted);
    let page = found.ok_or_else(|| unknown(wanted))?.page;
    console.print(&page::for_readers(page))
}

/// Prints all codes: number, level, English name, Japanese title.
pub(super) fn list(console: &Console) -> Result<(), CliError> {
    let mut out = String::new();
    for entry in entries() {
        let level = entry.level.word(console.lang);
        let gap = " ".repeat(9usize.saturating_sub(level.width()));
        let _ = writeln!(out, "{}  {level}{gap}{:<32}{}", entry.name, entry.slug, entry.title);
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

fn entries() -> impl Iterator<Item = Entry> {
    let policy = Code::ALL.iter().map(|code| Entry {
        name: code.name(),
        slug: code.slug(),
        level: code.level(),
        title: code.title(),
        page: code.page(),
    });
    let command_line = CliCode::ALL.iter().map(|code| Entry {
        name: code.name(),
        slug: code.slug(),
        level: Level::Error,
        title: code.title(),
        page: code.page(),
    });
    policy.chain(command_line)
}

fn unknown(wanted: &str) -> CliError {
    let error = CliError::new(
        CliCode::C0011,
        Text::new(
            format!("`{wanted}` という番号はありません"),
            format!("there is no code `{wanted}`"),
        ),
    );
    match nearest(wanted) {
        Some(near) => error.help(format!("もしかして: {near}"), format!("did you mean {near}?")),
        None => error.help("番号の一覧は hoshin codes で確かめられます", "hoshin codes lists them"),
    }
}

fn nearest(wanted: &str) -> Option<String> {
    /// Slips further off are guesses at random.
    const FURTHEST: usize = 3;
    // No code is half as long.
    if wanted.len() > 100 {
        return None;
    }
    let upper = wanted.to_ascii_uppercase();
    let distance = |entry: &Entry| {
        let by_name = strsim::osa_distance(entry.name, &upper);
        by_name.min(strsim::osa_distance(entry.slug, wanted))
    };
    let near = entries().map(|entry| (distance(&entry), entry.name, entry.title));
    let (_, name, title) = near.filter(|(distance, ..)| *distance <= FURTHEST).min()?;
    Some(format!("{name}（{title}）"))
}
