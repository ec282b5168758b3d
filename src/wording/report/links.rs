//! Links that lead nowhere.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::text::sentence::Written;
use crate::wording::sentences::links as say;

/// A link to a fragment that the page does not have. `nearest` is an anchor that may be meant.
#[must_use]
pub fn broken_anchor(target: &str, place: Span, nearest: Option<&str>) -> Diagnostic {
    Diagnostic::new(Code::H0612, say::no_such_anchor(&Written(target.to_owned())))
        .label(place, say::this_target())
        .help(match nearest {
            Some(nearest) => say::perhaps(&Written(nearest.to_owned())),
            None => say::use_a_reference(),
        })
}

/// A link whose target was never filled in: `#`.
#[must_use]
pub fn placeholder_link(words: &str, target: &str, place: Span) -> Diagnostic {
    let (words, target) = (Written(words.to_owned()), Written(target.to_owned()));
    Diagnostic::new(Code::H0613, say::still_a_placeholder(&words, &target))
        .label(place, say::this_target())
        .help(say::write_the_address())
}
