//! Words that say the contrary of their keyword, or of a 場合.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;
use crate::text::sentence::Name;
use crate::wording::bounded::Bound;
use crate::wording::exceptions::Excepted;
use crate::wording::sentences::polarity as say;

/// A permission whose words forbid the act. `remedy` is how the prohibition is written, `words` where it is said, `statement` where the
/// permission is.
#[must_use]
pub fn negated(keyword: &str, remedy: &str, words: Span, statement: Span) -> Diagnostic {
    let keyword = Name(keyword.to_owned());
    Diagnostic::new(Code::H0617, say::permits_and_forbids(&keyword))
        .label(words, say::forbidden_here())
        .label(statement, say::permitted_here())
        .help(say::write_the_prohibition(&Name(remedy.to_owned())))
}

/// Words that say what is done, and to which no rule is bound.
#[must_use]
pub fn unbound(words: Span) -> Diagnostic {
    Diagnostic::new(Code::H0622, say::no_rule_is_bound())
        .label(words, say::said_here())
        .help(say::make_it_a_rule())
}

/// Words that deem somebody to consent. No consent is met by them.
#[must_use]
pub fn deemed_consent(words: Span) -> Diagnostic {
    Diagnostic::new(Code::H0626, say::deemed_to_consent())
        .label(words, say::deemed_here())
        .note(say::consent_is_declared())
        .help(say::ask_for_a_declaration())
}

/// A prohibition whose words affirm the act.
#[must_use]
pub fn affirmed(keyword: &str, remedy: &str, words: Span, statement: Span) -> Diagnostic {
    let keyword = Name(keyword.to_owned());
    Diagnostic::new(Code::H0617, say::forbids_and_permits(&keyword))
        .label(words, say::affirmed_here())
        .label(statement, say::prohibited_here())
        .help(say::write_the_permission(&Name(remedy.to_owned())))
}

/// A permission that its words bind, and its rule does not. `name` is the condition that they name, or the state that the rule is
/// content with; `words` is where they bind it, `statement` where the permission is.
#[must_use]
pub fn unbounded(bound: Bound, name: Option<&str>, words: Span, statement: Span) -> Diagnostic {
    let name = name.map(|name| Name(name.to_owned()));
    let (message, help) = match (bound, &name) {
        (Bound::Case, Some(name)) => (say::permitted_in_any_case(), say::ask_for_the_condition(name)),
        (Bound::Processing, Some(name)) => (say::permitted_when_processed_less(name), say::ask_for_the_processing()),
        (bound, _) => unbounded_by(bound),
    };
    Diagnostic::new(Code::H0624, message)
        .label(words, say::bound_here())
        .label(statement, say::not_bound_here())
        .help(help)
}

fn unbounded_by(bound: Bound) -> (Text, Text) {
    match bound {
        Bound::Consent => (say::permitted_without_consent(), say::ask_for_consent()),
        Bound::Law => (say::permitted_without_law(), say::ask_for_the_case()),
        Bound::Purpose => (say::permitted_for_every_purpose(), say::name_the_purpose()),
        Bound::Processing => (say::permitted_as_it_is(), say::ask_for_the_processing()),
        Bound::Case => (say::permitted_in_any_case(), say::ask_for_some_case()),
    }
}

/// Words that except something that no rule of their clause excepts. `words` is where they do, `statement` where the clause is.
#[must_use]
pub fn unexcepted(kind: Excepted, forbids: bool, words: Span, statement: Span) -> Diagnostic {
    let (message, help) = match (kind, forbids) {
        (_, false) => (say::permitted_all_the_same(), say::write_what_lifts_the_permission()),
        (Excepted::Consent, true) => (say::forbidden_even_with_consent(), say::except_consent()),
        (Excepted::Law, true) => (say::forbidden_even_by_law(), say::except_the_law()),
        (Excepted::Term, true) => (say::forbidden_within_the_term(), say::state_the_term()),
        (Excepted::Case, true) => (say::forbidden_all_the_same(), say::except_the_case()),
    };
    Diagnostic::new(Code::H0627, message)
        .label(words, say::excepted_here())
        .label(statement, say::no_exception_here())
        .help(help)
}

/// An item of a list of exceptions that no rule of its prohibition excepts; `condition` is what it speaks of, where that is known.
#[must_use]
pub fn listed_and_forbidden(condition: Option<&str>, item: Span, statement: Span) -> Diagnostic {
    let help = match condition {
        Some(name) => say::except_this(&Name(name.to_owned())),
        None => say::except_the_case(),
    };
    Diagnostic::new(Code::H0627, say::listed_and_forbidden())
        .label(item, say::excepted_here())
        .label(statement, say::no_exception_here())
        .help(help)
}

/// A permission bound to something in words and rule, which another clause gives without. `words` is where they bind it, `other` where
/// that clause is.
#[must_use]
pub fn voided(words: Span, other: Span) -> Diagnostic {
    Diagnostic::new(Code::H0630, say::permitted_elsewhere())
        .label(words, say::bound_here())
        .label(other, say::permitted_without_it_here())
        .help(say::narrow_the_other())
}

/// A permission of which it was not compared to the end whether another clause gives the same without its limit.
#[must_use]
pub fn not_known_to_be_voided(words: Span) -> Diagnostic {
    Diagnostic::new(Code::H0630, say::not_compared_with_all())
        .label(words, say::bound_here())
        .help(say::compare_it_yourself())
}

/// How a rule joins two conditions that its words join otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// Both are asked for, and the first will do.
    OneSuffices,
    /// Either will do, and the first does not.
    OneDoesNot,
    /// Either will do, and the rule asks for both.
    BothAreNeeded,
}

/// Conditions that words and rule join otherwise. `words` is where they are joined, `statement` where the clause is.
#[must_use]
pub fn joined_otherwise(joined: Joined, first: &str, second: &str, words: Span, statement: Span) -> Diagnostic {
    let (first, second) = (Name(first.to_owned()), Name(second.to_owned()));
    let (message, help) = match joined {
        Joined::OneSuffices => (say::one_suffices(&first, &second), say::join_them(&first, &second)),
        Joined::OneDoesNot => (say::one_does_not(&first), say::list_them(&first, &second)),
        Joined::BothAreNeeded => (say::both_are_needed(&first, &second), say::list_them(&first, &second)),
    };
    Diagnostic::new(Code::H0629, message)
        .label(words, say::joined_here())
        .label(statement, say::joined_otherwise_here())
        .help(help)
}

/// A limit that leaves a purpose which its words refuse. `words` is where they do, `limit` where the purpose is named.
#[must_use]
pub fn left_by_the_limit(purpose: &str, words: Span, limit: Span) -> Diagnostic {
    let purpose = Name(purpose.to_owned());
    Diagnostic::new(Code::H0623, say::refused_and_left(&purpose))
        .label(words, say::forbidden_here())
        .label(limit, say::left_here())
        .help(say::take_it_out_of_the_limit(&purpose))
}

/// Words that limit all use to the stated purposes, where no rule refuses another.
#[must_use]
pub fn limited_in_words_only(words: Span) -> Diagnostic {
    Diagnostic::new(Code::H0624, say::no_rule_refuses_other_purposes())
        .label(words, say::bound_here())
        .help(say::refuse_other_purposes())
}

/// An act that the operator does alone, done by somebody else in words. `words` is where they say so, `statement` the clause.
#[must_use]
pub fn another_subject(party: &str, act: &str, words: Span, statement: Span) -> Diagnostic {
    let (party, act) = (Name(party.to_owned()), Name(act.to_owned()));
    Diagnostic::new(Code::H0625, say::somebody_else_does_it(&party, &act))
        .label(words, say::subject_here())
        .label(statement, say::done_by_the_operator())
        .help(say::say_who_does_it())
}

/// A prohibition whose words hold it with and without a consent, and whose 但し gives it up with it.
#[must_use]
pub fn given_up_with_consent(condition: &str, words: Span, exception: Span) -> Diagnostic {
    let condition = Name(condition.to_owned());
    Diagnostic::new(Code::H0620, say::permitted_with_consent(&condition))
        .label(words, say::either_way_here())
        .label(exception, say::exception_here(&condition))
        .help(say::take_the_exception_out(&condition))
}

/// A prohibition whose words except what its 場合 names. `words` is where they do, `case` where the 場合 is.
#[must_use]
pub fn excepted_and_forbidden(condition: &str, words: Span, case: Span) -> Diagnostic {
    let condition = Name(condition.to_owned());
    Diagnostic::new(Code::H0620, say::forbids_what_is_excepted())
        .label(words, say::excepted_here())
        .label(case, say::with_it_here(&condition))
        .help(say::write_the_exception(&condition))
}

/// A permission that its 但し takes back with a consent. `exception` is where the consent is named, `statement` where the permission is.
#[must_use]
pub fn lifted_by_consent(keyword: &str, condition: &str, exception: Span, statement: Span) -> Diagnostic {
    let (keyword, condition) = (Name(keyword.to_owned()), Name(condition.to_owned()));
    Diagnostic::new(Code::H0620, say::not_permitted_with_consent(&keyword, &condition))
        .label(exception, say::taken_back_here(&condition))
        .label(statement, say::permitted_here())
        .help(say::forbid_or_ask(&keyword, &condition))
}

/// A prohibition without a consent, says the wording; with it, says the 場合. `words` is where the one is said, `case` where
/// the other.
#[must_use]
pub fn inverted(condition: &str, words: Span, case: Span) -> Diagnostic {
    let condition = Name(condition.to_owned());
    Diagnostic::new(Code::H0620, say::forbidden_with_consent(&condition))
        .label(words, say::without_it_here(&condition))
        .label(case, say::with_it_here(&condition))
        .help(say::write_the_exception(&condition))
}
