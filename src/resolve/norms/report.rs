//! What is said of clauses that leave open what they are about, or ask for what does not reach it.

use std::collections::BTreeSet;

use super::scoped::ScopeOf;
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::resolve::meaning::Resolver;
use crate::resolve::sentences::facts::Example;
use crate::resolve::sentences::{acts, parts};
use crate::span::Span;
use crate::syntax::ast::Statement;

/// Permissions that ask for a condition by itself, and for more than it reaches.
pub(super) fn too_far(places: &BTreeSet<(Span, ScopeOf)>, resolver: &mut Resolver<'_, '_, '_, '_>) {
    for (place, of) in places {
        let (message, help) = match of {
            ScopeOf::Consent => (acts::consent_does_not_reach_it(), acts::write_what_was_consented_to()),
            ScopeOf::OptOut => (acts::no_opt_out_of_special_care(), acts::take_special_care_out()),
        };
        let diagnostic = Diagnostic::new(Code::H0526, message);
        resolver
            .context
            .report(diagnostic.label(*place, Text::empty()).help(help));
    }
}

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
