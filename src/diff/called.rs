//! What the page calls a clause: its title or, where it has none, the heading around it and the beginning of its words. A name of
//! the source is never among them.

use super::units::units;
use crate::decide::explain::cite_clause;
use crate::document::{ClauseId, Document};

/// The first words of each clause of a document, by its number; empty where it has none.
#[derive(Debug)]
pub(super) struct FirstWords(Vec<String>);

/// As many letters of a title or a wording as are quoted.
const LETTERS: usize = 30;

impl FirstWords {
    pub(super) fn of(document: &Document) -> Self {
        let mut words = vec![String::new(); document.clauses.len()];
        for unit in units(document) {
            let cells = unit.cells.iter().map(|cell| document.plain(cell));
            let text = cells.into_iter().find(|text| !text.trim().is_empty());
            let (Some(text), Some(owner)) = (text, unit.owner) else {
                continue;
            };
            let text = quoted(&text);
            for clause in document.path(owner) {
                let known = &mut words[clause.0 as usize];
                if known.is_empty() {
                    known.clone_from(&text);
                }
            }
        }
        Self(words)
    }

    /// What a clause is called, without its number: 「第三者への提供」, 「第三者への提供」の「当社は、上記のほか…」.
    pub(super) fn called(&self, document: &Document, clause: ClauseId) -> String {
        let own = document.clause(clause);
        let title = title(document, clause);
        if own.headed && !title.is_empty() {
            return title;
        }
        let around = document.path(clause).into_iter().rev().skip(1);
        let around = around
            .filter(|outer| document.clause(*outer).headed)
            .map(|outer| self::title(document, outer))
            .find(|title| !title.is_empty());
        let words = self.0.get(clause.0 as usize).map_or("", String::as_str);
        match (around, words.is_empty()) {
            (Some(around), false) => format!("{around}の{words}"),
            (Some(around), true) => format!("{around}の定め"),
            (None, false) => words.to_owned(),
            (None, true) => "題も文言もない定め".to_owned(),
        }
    }

    /// The same with the number of the clause or of what it stands in: `3.「第三者への提供」`, 第5条「第三者への提供」の「当社は…」.
    pub(super) fn cited(&self, document: &Document, clause: ClauseId) -> String {
        let number = cite_clause(document, clause, "").number.unwrap_or_default();
        format!("{number}{}", self.called(document, clause))
    }
}

/// The title of a clause in quotation marks; empty where it has none.
fn title(document: &Document, clause: ClauseId) -> String {
    let title = document.plain(&document.clause(clause).title);
    match title.is_empty() {
        true => title,
        false => quoted(&title),
    }
}

/// The beginning of a text in quotation marks; what it quotes itself stands in those that go inside others.
pub(super) fn quoted(text: &str) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.replace('「', "『").replace('」', "』");
    let short: String = text.chars().take(LETTERS).collect();
    match short.len() < text.len() {
        true => format!("「{short}…」"),
        false => format!("「{text}」"),
    }
}
