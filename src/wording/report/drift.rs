//! Wording and meaning that say different things.

use super::quoted;
use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::text::sentence::Name;
use crate::wording::sentences::drift::{self as say, Names, Quoted};

/// The wording names something that ［］ does not.
#[must_use]
pub fn unstated_in_meaning(name: &str, wording: Span, meaning: Span) -> Diagnostic {
    let name = Name(name.to_owned());
    Diagnostic::new(Code::H0601, say::not_in_meaning(&name))
        .label(wording, say::named_in_wording())
        .label(meaning, say::missing_in_meaning())
        .help(say::add_it_to_the_meaning(&name))
}

/// ［］ names something that the wording does not.
#[must_use]
pub fn unstated_in_wording(name: &str, meaning: Span, wording: Span) -> Diagnostic {
    let name = Name(name.to_owned());
    Diagnostic::new(Code::H0602, say::not_in_wording(&name))
        .label(meaning, say::named_in_meaning())
        .label(wording, say::missing_in_wording())
        .note(say::readers_are_not_told())
        .help(say::add_it_to_the_wording(&name))
}

/// A permission of which the page tells nothing.
#[must_use]
pub fn unworded(keyword: &str, place: Span) -> Diagnostic {
    Diagnostic::new(Code::H0621, say::nothing_told(&Name(keyword.to_owned())))
        .label(place, say::permitted_here())
        .note(say::readers_are_not_told())
        .help(say::write_what_is_permitted())
}

/// The words take out what the rules of the clause hold.
#[must_use]
pub fn not_taken_out(name: &str, data: bool, words: Span, statement: Span) -> Diagnostic {
    let name = Name(name.to_owned());
    let help = match data {
        true => say::take_it_out(&name),
        false => say::name_the_others(&name),
    };
    Diagnostic::new(Code::H0623, say::taken_out_in_words_only(&name))
        .label(words, say::taken_out_here())
        .label(statement, say::held_here())
        .help(help)
}

/// A prohibition whose words name more than its rule. `told` is what they name, `words` where, `kept` what the rule names and
/// `statement` where it is.
#[must_use]
pub fn fallen_short<S: AsRef<str>>(told: &str, kept: &[S], words: Span, statement: Span) -> Diagnostic {
    let told = Name(told.to_owned());
    Diagnostic::new(Code::H0628, say::promises_more(&told, &Quoted(quoted(kept))))
        .label(words, say::promised_here())
        .label(statement, say::kept_here())
        .help(say::refuse_all_of_it(&told))
}

/// What was read from the wording, because no ［］ says it.
#[must_use]
pub fn inferred_meaning<S: AsRef<str>>(names: &[S], wording: Span) -> Diagnostic {
    let written: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    Diagnostic::new(Code::H0603, say::read_from_wording(&Quoted(quoted(names))))
        .label(wording, say::from_this_wording())
        .help(say::write_the_meaning(&Names(written.join("、"))))
}
