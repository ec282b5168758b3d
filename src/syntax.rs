//! Text to tree. [`parse`] never fails: every broken statement is a diagnostic, and the rest is still there.
//!
//! 1. `balance` finds brackets that are never closed and gives the grammar a text in which they balance, and from which
//!    `hidden` took out what no reader can see.
//! 2. `grammar` (pest, `grammar/policy.pest`) cuts the text into statements and their parts.
//! 3. `lower` turns those into the tree of [`ast`], explaining what was mistyped on the way.

pub mod ast;
mod balance;
mod balanced;
mod date;
mod grammar;
mod hidden;
mod lower;
mod suggest;

use pest::Parser as _;

pub use balance::MAX_NESTING;
pub(crate) use suggest::Suggestions;
pub use suggest::nearest;

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::{SourceId, Span};
use grammar::{PolicyParser, Rule};

/// A tree and what was wrong with its text.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The tree of everything that could be read.
    pub file: ast::File,
    /// What could not.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses one source.
#[must_use]
pub fn parse(source: SourceId, text: &str) -> Parsed {
    let (balanced, mut diagnostics) = balance::balance(source, text);
    let file = match PolicyParser::parse(Rule::file, &balanced.text) {
        Ok(pairs) => lower::file(source, &balanced, pairs, &mut diagnostics),
        Err(error) => {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
            };
            diagnostics.push(parser_limit(source, balanced.original(at)));
            ast::File::default()
        }
    };
    Parsed {
        file,
        diagnostics: diagnostics.into_kept(),
    }
}

/// The grammar reads every text; what is left is a limit of the parser itself (its stack).
fn parser_limit(source: SourceId, at: usize) -> Diagnostic {
    Diagnostic::new(
        Code::H0903,
        Text::new("このファイルは読み取れませんでした", "this file could not be read"),
    )
    .label(
        Span::new(source, at, at),
        Text::new(
            "ここで読み取りの限界に達しました",
            "the parser's limit was reached here",
        ),
    )
    .help(Text::new(
        "入れ子を浅くするか、ファイルを分けてください",
        "nest less deeply, or split the file",
    ))
}
