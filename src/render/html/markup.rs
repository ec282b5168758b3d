//! Small things that every part of a page is made with.

use maud::{Markup, PreEscaped, html};

use crate::characters;

/// Markup in which what no reader could see stands as its code point. A theme and a template are the company's own and
/// stay as they are.
pub(super) fn visible(markup: &Markup) -> Markup {
    PreEscaped(characters::shown(&markup.0).into_owned())
}

pub(super) fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}

/// A line feed where it does not show, so that a reader of the file and a line-by-line comparison find their way.
pub(super) const LINE: PreEscaped<&str> = PreEscaped("\n");
