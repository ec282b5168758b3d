//! Spelling, width, punctuation.

use super::unusual::odd_characters;
use super::{mark, quoted};
use crate::diagnostic::{Code, Diagnostic, Text};
use crate::wording::passage::{Passage, Place};
use crate::wording::sentences::places::{self, Form, Forms};
use crate::wording::sentences::writing::{self as say, Bracket};
use crate::wording::spelling::{Variants, find_variants};
use crate::wording::width::{Mix, Mixed, UnevenBrackets, find_mixed, find_odd_characters, find_uneven_brackets};

/// Everything there is to say about how a policy is written. All passages of the policy together: what is in the minority
/// shows only in the whole.
#[must_use]
pub fn writing(passages: &[&Passage]) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    diagnostics.extend(find_variants(passages).iter().map(|found| spelling(found, passages)));
    diagnostics.extend(find_mixed(passages).iter().map(|found| mixed(found, passages)));
    let uneven = find_uneven_brackets(passages);
    diagnostics.extend(uneven.iter().map(|found| uneven_brackets(found, passages)));
    diagnostics.extend(odd_characters(&find_odd_characters(passages), passages));
    diagnostics
}

/// One word in two spellings.
#[must_use]
pub fn spelling(found: &Variants, passages: &[&Passage]) -> Diagnostic {
    let majority = found.majority.as_str();
    let others: Vec<&str> = found.minority.iter().map(|(form, _)| form.as_str()).collect();
    let message = say::spelt_in_two_ways(&Form(majority.to_owned()), &Forms(quoted(&others)));
    let minority = found
        .minority
        .iter()
        .map(|(form, places)| (form.as_str(), places.as_slice()));
    let diagnostic = Diagnostic::new(Code::H0609, message);
    with_places(diagnostic, majority, found.count, &found.example, minority, passages)
}

/// Two widths, or two kinds of punctuation.
#[must_use]
pub fn mixed(found: &Mixed, passages: &[&Passage]) -> Diagnostic {
    let others: Vec<&str> = found.minority.iter().map(|(form, _)| *form).collect();
    let (majority, others) = (Form(found.majority.to_owned()), Forms(quoted(&others)));
    let (code, message) = match found.mix {
        Mix::Brackets => (Code::H0610, say::mixed_brackets(&majority, &others)),
        Mix::Letters => (Code::H0610, say::mixed_letters(&majority, &others)),
        Mix::Digits => (Code::H0610, say::mixed_digits(&majority, &others)),
        Mix::QuotationMarks => (Code::H0615, say::mixed_quotation_marks(&majority, &others)),
        Mix::Commas => (Code::H0615, say::mixed_commas(&majority, &others)),
        Mix::FullStops => (Code::H0615, say::mixed_full_stops(&majority, &others)),
    };
    let minority = found.minority.iter().map(|(form, places)| (*form, places.as_slice()));
    let diagnostic = Diagnostic::new(code, message);
    with_places(
        diagnostic,
        found.majority,
        found.count,
        &found.example,
        minority,
        passages,
    )
}

/// Marks the places of the minority and one of the majority, and says how many there are of each.
fn with_places<'a>(
    diagnostic: Diagnostic,
    majority: &str,
    count: usize,
    example: &Place,
    minority: impl Iterator<Item = (&'a str, &'a [Place])>,
    passages: &[&Passage],
) -> Diagnostic {
    let mut marked: Vec<(&Place, Text)> = Vec::new();
    let mut most = 0;
    for (form, of_form) in minority {
        most = most.max(of_form.len());
        let text = places::written_so_often(&Form(form.to_owned()), &of_form.len());
        marked.extend(of_form.iter().map(|place| (place, text.clone())));
    }
    marked.sort_by_key(|(place, _)| (place.passage, place.range.start));
    let majority = Form(majority.to_owned());
    let help = match most < count {
        true => say::follow_the_majority(&majority),
        false => say::write_it_one_way(),
    };
    mark(diagnostic, &marked, passages)
        .label(example.span(passages), places::written_so_often(&majority, &count))
        .help(help)
}

/// A bracket of one width that is closed by one of the other.
#[must_use]
pub fn uneven_brackets(found: &UnevenBrackets, passages: &[&Passage]) -> Diagnostic {
    let open = found.open.text(passages);
    let close = Bracket(found.close.text(passages).to_owned());
    Diagnostic::new(Code::H0610, say::closed_by_another(&Bracket(open.to_owned()), &close))
        .label(found.close.span(passages), say::of_another_width())
        .label(found.open.span(passages), say::opened_here())
        .help(match open {
            "（" => say::close_it_full_width(),
            _ => say::close_it_half_width(),
        })
}
