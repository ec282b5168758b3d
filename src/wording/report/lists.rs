//! Lists that show nothing of what the machine reads, or hold what it does not read.

use crate::diagnostic::{Code, Diagnostic, Text};
use crate::span::Span;
use crate::text::sentence::{Name, Written};
use crate::wording::sentences::lists as say;

/// A bullet that has a name and no wording. `label` is how the page would call it; where it has ［］ it declares its name.
#[must_use]
pub fn bare_bullet(name: &str, label: &str, declares: bool, place: Span) -> Diagnostic {
    let mended = match declares {
        true => format!("・{name}［…］「{label}」"),
        false => format!("・「{label}」［{name}］"),
    };
    Diagnostic::new(Code::H0618, say::shows_nothing(&Name(name.to_owned())))
        .label(place, say::has_no_wording())
        .help(say::write_the_wording(&Name(mended)))
}

/// An element of a list that no label is in. `kind` is what the list is of.
#[must_use]
pub fn unread_element(element: &str, kind: &Text, place: Span) -> Diagnostic {
    let kind = say::Kind(kind.clone());
    Diagnostic::new(Code::H0619, say::is_no_label(&Written(element.to_owned()), &kind))
        .label(place, say::not_read())
        .note(say::it_is_not_in_the_rules())
        .help(say::declare_it(&kind))
}
