//! What is said of clauses that leave open what they are about.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::resolve::meaning::Resolver;
use crate::resolve::sentences::facts::Example;
use crate::resolve::sentences::parts;
use crate::syntax::ast::Statement;

impl Resolver<'_, '_, '_, '_> {
    /// A dimension that neither ［］ nor the wording tells.
    pub(super) fn missing_dimension(&mut self, statement: &Statement, message: Text, example: &str) {
        self.context.report(
            Diagnostic::new(Code::H0305, message)
                .label(statement.place(), Text::empty())
                .help(parts::write_for_example(&Example(example))),
        );
    }
}
