//! Periods in words and rule.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::text::sentence::Name;
use crate::wording::sentences::periods as say;

/// The words tell of another length of time than the rule.
#[must_use]
pub fn another_period(told: &str, held: &str, words: Span, rule: Span) -> Diagnostic {
    let message = say::another_period(&Name(told.to_owned()), &Name(held.to_owned()));
    Diagnostic::new(Code::H0631, message)
        .label(words, say::told_here())
        .label(rule, say::held_here())
        .help(say::make_them_agree())
}

/// The words count the same length of time from something else.
#[must_use]
pub fn another_event(told: &str, held: &str, words: Span, rule: Span) -> Diagnostic {
    let message = say::another_event(&Name(told.to_owned()), &Name(held.to_owned()));
    Diagnostic::new(Code::H0631, message)
        .label(words, say::told_here())
        .label(rule, say::held_here())
        .help(say::make_them_agree())
}

/// A period that ended before the policy was last revised.
#[must_use]
pub fn period_over(day: Date, revised: Date, rule: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0632,
        say::over(&Name(day.to_string()), &Name(revised.to_string())),
    )
    .label(rule, say::held_here())
    .note(say::permits_nothing_more())
    .help(say::set_another_day())
}

/// The page says nothing of a period.
#[must_use]
pub fn period_unsaid(held: &str, rule: Span) -> Diagnostic {
    Diagnostic::new(Code::H0631, say::unsaid(&Name(held.to_owned())))
        .label(rule, say::held_here())
        .help(say::tell_it_or_take_it_out())
}

/// The words limit the time, and the rule does not.
#[must_use]
pub fn period_only_in_words(told: &str, words: Span, statement: Span) -> Diagnostic {
    Diagnostic::new(Code::H0631, say::only_in_words(&Name(told.to_owned())))
        .label(words, say::told_here())
        .label(statement, say::kept_without_end())
        .help(say::write_the_period())
}
