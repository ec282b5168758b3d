//! Which wording a clause states itself with.

use crate::keyword::Keyword;
use crate::resolve::outline::is_sentence;
use crate::syntax::ast::{Mark, Statement, Wording};

/// The wording a clause states itself with: its own, and its paragraphs.
pub(super) fn own_wordings(statement: &Statement) -> Vec<&Wording> {
    let paragraphs = statement
        .children_of(Keyword::Prose)
        .flat_map(|prose| prose.wordings.iter());
    statement.wordings.iter().chain(paragraphs).collect()
}

/// The same without titles, which name things in passing, and ※ notes, which speak of what is not done as well.
pub(super) fn paragraphs(statement: &Statement) -> Vec<&Wording> {
    let is_note = |statement: &Statement| statement.mark.is_some_and(|(mark, _)| mark == Mark::Note);
    let own = statement.wordings.iter().filter(|wording| is_sentence(wording));
    let inside = statement.children_of(Keyword::Prose).filter(|prose| !is_note(prose));
    own.chain(inside.flat_map(|prose| prose.wordings.iter())).collect()
}
