//! Statements that the law wants on the page and that are no norms: rights, contacts, security measures.

use super::norms_wording::wording_of;
use super::outline::Outline;
use crate::document::{ClauseId, Document};
use crate::policy::{Notice, NoticeKind};
use crate::syntax::ast::{MeaningItem, Statement};

/// Gathers the notices, in the order of the document.
pub(super) fn notices(outline: &Outline<'_>, document: &Document) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (index, statement) in outline.statements.iter().enumerate() {
        let Some(kind) = NoticeKind::from_word(statement.kind.word()) else {
            continue;
        };
        let own = ClauseId(index as u32);
        // A notice without wording (権利［開示］) says what the clause around it is about.
        let clause = match (
            statement.wordings.is_empty() && statement.body.is_none(),
            outline.clause(own).parent,
        ) {
            (true, Some(parent)) => parent,
            _ => own,
        };
        notices.push(Notice {
            kind,
            values: values(statement),
            wording: wording_of(statement, own, document),
            clause,
            span: statement.head,
        });
    }
    notices
}

fn values(statement: &Statement) -> Vec<String> {
    statement
        .meaning_items()
        .filter_map(|item| match item {
            MeaningItem::Name(path) => Some(path.text()),
            MeaningItem::Date(date) => Some(date.text.clone()),
            MeaningItem::Arrow(..) | MeaningItem::Pair(..) => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keyword::{Keyword, Kind};

    /// INVARIANT: what is written as a notice is in the bundle as one.
    #[test]
    fn every_keyword_of_a_notice_has_a_kind_of_notice() {
        for keyword in Keyword::WORDS {
            let told = NoticeKind::from_word(keyword.word());
            assert_eq!(
                told.is_some(),
                keyword.kind() == Kind::Notice,
                "{keyword:?}: add it to src/policy/notice.rs"
            );
        }
    }
}
