//! Facts about the wording, put into words.
//!
//! One function for each finding. Whether a finding is made is decided elsewhere; here is only what it says.

mod drift;
mod links;
mod lists;
mod periods;
mod polarity;
mod references;
mod terms;
mod unusual;
mod writing;

pub use drift::{fallen_short, inferred_meaning, not_taken_out, unstated_in_meaning, unstated_in_wording, unworded};
pub use links::{broken_anchor, placeholder_link};
pub use lists::{bare_bullet, unread_element};
pub use periods::{another_event, another_period, period_only_in_words, period_over, period_unsaid};
pub use polarity::{
    Joined, affirmed, another_subject, deemed_consent, excepted_and_forbidden, given_up_with_consent, inverted,
    joined_otherwise, left_by_the_limit, lifted_by_consent, limited_in_words_only, listed_and_forbidden, negated,
    not_known_to_be_voided, unbound, unbounded, unexcepted, voided,
};
pub use references::typed_reference;
pub use terms::{term_before_definition, term_defined_twice, undefined_term, unused_term};
pub use unusual::odd_characters;
pub use writing::{mixed, spelling, uneven_brackets, writing};

use super::passage::{Passage, Place};
use super::sentences::places as say;
use crate::diagnostic::{Diagnostic, Text};

/// How many places of one finding are marked; further ones are counted.
const MARKED: usize = 8;

/// `a`、`b`、`c`
fn quoted<S: AsRef<str>>(words: &[S]) -> Text {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_ref())).collect();
    Text::new(quoted.join("、"), quoted.join(", "))
}

/// Marks the first places and counts the rest.
fn mark(mut diagnostic: Diagnostic, places: &[(&Place, Text)], passages: &[&Passage]) -> Diagnostic {
    for (place, text) in places.iter().take(MARKED) {
        diagnostic = diagnostic.label(place.span(passages), text.clone());
    }
    match places.len().saturating_sub(MARKED) {
        0 => diagnostic,
        1 => diagnostic.note(say::one_more()),
        more => diagnostic.note(say::more(&more)),
    }
}

#[cfg(test)]
mod tests;
