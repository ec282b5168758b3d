//! What kind of thing a statement is, and how it is called.

use crate::document::RETIRED;
use crate::keyword::{Keyword, Kind};
use crate::norm::Act;
use crate::syntax::ast::{MeaningItem, Statement};
use crate::vocabulary::Dimension;

/// In ［］ of a kind of 同意: what was consented to.
pub(super) const SCOPE: &str = "範囲";

/// The act a keyword states.
pub(super) fn act_of(kind: Keyword) -> Option<Act> {
    Act::from_word(kind.word())
}

/// The act a keyword forbids: 提供しない.
pub(super) fn forbidden_act_of(kind: Keyword) -> Option<Act> {
    kind.word().strip_suffix("しない").and_then(Act::from_word)
}

/// Whether a statement of this kind is an act or a prohibition.
pub(super) fn is_clause_of_acts(kind: Keyword) -> bool {
    matches!(kind.kind(), Kind::Act | Kind::Prohibition)
}

/// The dimension in which a statement of this kind declares something, if it does.
pub(super) fn dimension_of(kind: Keyword) -> Option<Dimension> {
    match kind {
        Keyword::Data => Some(Dimension::Data),
        Keyword::Party | Keyword::Operator => Some(Dimension::Party),
        Keyword::Purpose => Some(Dimension::Purpose),
        Keyword::Condition => Some(Dimension::Condition),
        _ => None,
    }
}

/// Whether a statement of this kind is a level of the outline.
pub(super) fn is_level(kind: Keyword) -> bool {
    kind.kind() == Kind::Level
}

/// Whether a statement leaves the slot of a clause that was taken out: 章 名前［削除］.
pub(super) fn is_retired(statement: &Statement) -> bool {
    is_level(statement.kind) && statement.meaning_items().any(is_retired_word)
}

/// Whether an element of ［］ is 削除.
pub(super) fn is_retired_word(item: &MeaningItem) -> bool {
    matches!(item, MeaningItem::Name(path) if path.text() == RETIRED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DateKind;

    #[test]
    fn the_kinds_of_keywords_are_those_of_the_model() {
        for keyword in Keyword::WORDS {
            assert_eq!(act_of(*keyword).is_some(), keyword.kind() == Kind::Act, "{keyword:?}");
            let forbids = forbidden_act_of(*keyword).is_some();
            assert_eq!(forbids, keyword.kind() == Kind::Prohibition, "{keyword:?}");
            let dates = DateKind::from_word(keyword.word()).is_some();
            assert_eq!(dates, keyword.kind() == Kind::Date, "{keyword:?}");
        }
    }
}
