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
mod sentences;
mod suggest;

use pest::Parser as _;

pub use balance::MAX_NESTING;
#[cfg(test)]
pub(crate) use sentences::samples;
pub(crate) use suggest::Suggestions;
pub use suggest::nearest;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::{SourceId, Span};
use grammar::{PolicyParser, Rule};
use sentences::limits;

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
    Diagnostic::new(Code::H0903, limits::not_read())
        .label(Span::new(source, at, at), limits::read_up_to_here())
        .help(limits::nest_less_or_split())
}
