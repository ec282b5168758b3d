//! What is said of clauses that leave open what they are about.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::resolve::kinds::called;
use crate::resolve::meaning::Resolver;
use crate::syntax::ast::Statement;

impl Resolver<'_, '_, '_, '_> {
    /// A dimension that neither ［］ nor the wording tells.
    pub(super) fn missing_dimension(&mut self, statement: &Statement, word: &str, english: &str, example: &str) {
        let kind = called(statement.kind);
        self.context.report(
            Diagnostic::new(
                Code::H0305,
                Text::new(
                    format!("この{}の{word}が決まりません", kind.ja.trim_matches('`')),
                    format!("the {english} of this {} cannot be told", kind.en.trim_matches('`')),
                ),
            )
            .label(statement.place(), Text::empty())
            .help(Text::new(
                format!("`{example}` のように書いてください"),
                format!("write, for example, `{example}`"),
            )),
        );
    }
}
