//! Links that lead nowhere.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::wording::sentences::links::{self as say, Anchor, Target, Words};

/// A link to a fragment that the page does not have. `nearest` is an anchor that may be meant.
#[must_use]
pub fn broken_anchor(target: &str, place: Span, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(Code::H0612, say::no_such_anchor(&Target(target.to_owned())))
        .label(place, say::this_target())
        .help(match nearest {
            Some(nearest) => say::perhaps(&Anchor(nearest.to_owned())),
            None => say::use_a_reference(),
        })
}

/// A link whose target was never filled in: `#`.
#[must_use]
pub fn placeholder_link(words: &str, target: &str, place: Span) -> Diagnostic {
    let (words, target) = (Words(words.to_owned()), Target(target.to_owned()));
    Diagnostic::new(Code::H0613, say::still_a_placeholder(&words, &target))
        .label(place, say::this_target())
        .help(say::write_the_address())
}
