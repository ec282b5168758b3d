//! The kinds of clause, as the document names them.

use crate::keyword::Keyword;

/// Every keyword that a clause can have, with its English term. A paragraph has a name for its clause and none in the
/// source.
pub(super) fn clause_keywords() -> impl Iterator<Item = (&'static str, &'static str)> {
    Keyword::WORDS
        .iter()
        .map(|keyword| (keyword.word(), keyword.english()))
        .chain([("段落", Keyword::Prose.english())])
}

/// An English term as a key: `prohibition to provide` is `prohibition_to_provide`.
pub(super) fn key(term: &str) -> String {
    term.replace([' ', '-'], "_")
}
