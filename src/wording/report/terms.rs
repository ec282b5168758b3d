//! Terms without a definition, with two, or without a use.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::wording::sentences::terms::{self as say, Term};

/// A term is declared, or used as one, and the wording defines it nowhere.
#[must_use]
pub fn undefined_term(term: &str, place: Span) -> Diagnostic {
    let term = Term(term.to_owned());
    Diagnostic::new(Code::H0604, say::undefined(&term))
        .label(place, say::this_term())
        .help(say::define_it(&term))
}

/// A term is defined a second time.
#[must_use]
pub fn term_defined_twice(term: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::new(Code::H0605, say::defined_twice(&Term(term.to_owned())))
        .label(second, say::defined_again_here())
        .label(first, say::first_defined_here())
        .note(say::which_holds())
        .help(say::keep_one_or_use_two())
}

/// A term is defined and never used.
#[must_use]
pub fn unused_term(term: &str, definition: Span) -> Diagnostic {
    let term = Term(term.to_owned());
    Diagnostic::new(Code::H0606, say::unused(&term))
        .label(definition, say::this_definition())
        .help(say::remove_or_use_it(&term))
}

/// A term is used before the place that defines it.
#[must_use]
pub fn term_before_definition(term: &str, used: Span, definition: Span) -> Diagnostic {
    Diagnostic::new(Code::H0614, say::used_before(&Term(term.to_owned())))
        .label(used, say::first_used_here())
        .label(definition, say::defined_here())
        .help(say::move_the_definition())
}
