//! What is said of countries in words.

use crate::diagnostic::{Code, Diagnostic, bounds};
use crate::resolve::sentences::countries as say;
use crate::resolve::sentences::facts::Choices;
use crate::span::Span;
use crate::text::sentence::Name;

/// Words say that somebody is in a country where nobody is who is meant.
pub(super) fn nobody_is_there(country: &str, parties: &[String], place: Span) -> Diagnostic {
    let parties = Choices(bounds::names(parties.iter().map(String::as_str), ["、", ", "]));
    Diagnostic::new(Code::H0633, say::nobody_is_there(&Name(country.to_owned())))
        .label(place, say::told_here())
        .note(say::who_is_meant(&parties))
        .help(say::make_them_agree())
}

/// A party is called by another country than its own.
pub(super) fn called_otherwise(party: &str, called: &str, countries: &[String], place: Span) -> Diagnostic {
    let is_in = Choices(bounds::names(countries.iter().map(String::as_str), ["、", ", "]));
    let message = say::called_otherwise(&Name(party.to_owned()), &Name(called.to_owned()));
    Diagnostic::new(Code::H0633, message)
        .label(place, say::declared_here())
        .note(say::is_in(&is_in))
        .help(say::make_them_agree())
}

/// No words of the page say where a party is that a 越境 reaches.
pub(super) fn unsaid(party: &str, country: &str, place: Span) -> Diagnostic {
    let message = say::unsaid(&Name(party.to_owned()), &Name(country.to_owned()));
    Diagnostic::new(Code::H0633, message)
        .label(place, say::reaches_it())
        .note(say::is_to_be_told())
        .help(say::say_it())
}
