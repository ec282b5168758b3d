//! What is said of brackets that do not balance.

use crate::diagnostic::{Code, Diagnostic};
use crate::span::Span;
use crate::syntax::sentences::{brackets as say, limits};

/// How deep blocks, and 「」 in 「」, may nest. People use five.
pub const MAX_NESTING: usize = 64;

pub(super) fn unclosed_comment(opener: Span) -> Diagnostic {
    Diagnostic::new(Code::H0104, say::open_comment())
        .label(opener, say::begins_here())
        .help(say::close_comment())
}

pub(super) fn too_deep(opener: Span) -> Diagnostic {
    Diagnostic::new(Code::H0901, limits::too_deep(&MAX_NESTING))
        .label(opener, limits::deep_here())
        .help(limits::use_fewer_levels())
}

pub(super) fn stray_quote(closer: Span) -> Diagnostic {
    Diagnostic::new(Code::H0105, say::closes_no_wording())
        .label(closer, say::here())
        .help(say::delete_or_look_for_wording())
}

pub(super) fn half_width_quote(opener: Span) -> Diagnostic {
    Diagnostic::new(Code::H0108, say::half_width_wording())
        .label(opener, say::make_it_full_width())
        .help(say::wording_is_full_width())
        .fix(opener, "「")
}

/// `end`: where the wording is taken to end.
pub(super) fn unclosed_wording(opener: Span, end: Span) -> Diagnostic {
    Diagnostic::new(Code::H0101, say::open_wording())
        .label(opener, say::wording_begins_here())
        .label(end, say::wording_ends_here())
        .help(say::close_wording())
}

pub(super) fn unclosed_brace(opener: Span) -> Diagnostic {
    Diagnostic::new(Code::H0102, say::open_block())
        .label(opener, say::block_begins_here())
        .help(say::close_block())
}

pub(super) fn stray_brace(closer: Span) -> Diagnostic {
    Diagnostic::new(Code::H0105, say::closes_no_block())
        .label(closer, say::here())
        .help(say::delete_or_count_braces())
}

/// `first`: the first character of the file.
pub(super) fn too_dense(first: Span) -> Diagnostic {
    Diagnostic::new(Code::H0905, limits::too_dense())
        .label(first, limits::not_looked_into())
        .help(limits::check_that_it_is_a_policy())
}
