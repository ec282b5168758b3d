//! Statements that the law wants on the page and that are no norms: rights, contacts, security measures.

use super::norms_wording;
use super::outline::Outline;
use crate::document::{ClauseId, Document};
use crate::policy::{Notice, NoticeKind};
use crate::syntax::ast::{MeaningItem, Statement};

/// Gathers the notices, in the order of the document.
pub(super) fn notices(outline: &Outline<'_>, document: &Document) -> Vec<Notice> {
    let found = || {
        let statements = (0u32..).zip(&outline.statements);
        statements.filter_map(|(index, statement)| {
            let kind = NoticeKind::of(statement.kind)?;
            Some((kind, ClauseId(index), *statement))
        })
    };
    let says_something = |statement: &Statement| !statement.wordings.is_empty() || statement.body.is_some();
    let clauses = found().filter(|(.., statement)| says_something(statement));
    let mut wordings = norms_wording::of_clauses(&clauses.map(|(_, own, _)| own).collect(), document);
    found()
        .map(|(kind, own, statement)| Notice {
            kind,
            values: values(statement),
            wording: wordings.remove(&own).unwrap_or_default(),
            // A notice without wording (権利［開示］) says what the clause around it is about.
            clause: match outline.clause(own).parent {
                Some(parent) if !says_something(statement) => parent,
                _ => own,
            },
            span: statement.head,
        })
        .collect()
}

fn values(statement: &Statement) -> Vec<String> {
    statement
        .meaning_items()
        .filter_map(|item| match item {
            MeaningItem::Name(path) => Some(path.text()),
            MeaningItem::Date(date) => Some(date.text.clone()),
            // 開示＝500円
            MeaningItem::Pair(key, value) => Some(format!("{}＝{}", key.text, value.text())),
            MeaningItem::Arrow(..) | MeaningItem::Together(..) => None,
        })
        .collect()
}
