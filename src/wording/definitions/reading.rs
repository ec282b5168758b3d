//! What a definition is, and the text in which the forms look for one.

use std::ops::Range;

use crate::wording::fold::is_hiragana;
use crate::wording::passage::OPAQUE;
use crate::wording::quotes::{Quote, Quotes};

/// How a term is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// 以下「X」といいます
    Hereafter,
    /// 以下総称して「X」といいます: several things under one name.
    Collective,
    /// 「X」とは、…をいいます
    Means,
    /// …を「X」と総称します, without 以下.
    Named,
}

/// Where a definition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// From here on, or everywhere.
    Document,
    /// Only in the part named: 条 of この条において, (2) of 本(2)において.
    Within(String),
}

/// A term at the place that defines it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The term, without its marks.
    pub term: String,
    /// Where the term stands, without its marks.
    pub term_range: Range<usize>,
    /// The defining words: the brackets with 以下 in them, or the sentence.
    pub whole_range: Range<usize>,
    /// How.
    pub form: Form,
    /// Whether the term stands in quotation marks.
    pub quoted: bool,
    /// Where it holds.
    pub scope: Scope,
}

/// A text with its quotations.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) quotes: &'a Quotes,
}

impl Reading<'_> {
    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    pub(super) fn until(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or("")
    }

    pub(super) fn between(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or("")
    }

    pub(super) fn define(
        &self,
        quote: &Quote,
        whole_range: Range<usize>,
        form: Form,
        scope: &Scope,
    ) -> Option<Definition> {
        let words = self.between(quote.inner.start, quote.inner.end);
        let term = words.trim();
        if term.is_empty() || term.chars().count() > MAX_TERM || term.contains(['。', '\n', OPAQUE]) {
            return None;
        }
        let start = quote.inner.start + (words.len() - words.trim_start().len());
        Some(Definition {
            term: term.to_owned(),
            term_range: start..start + term.len(),
            whole_range,
            form,
            quoted: true,
            scope: scope.clone(),
        })
    }
}

/// The longest term accepted, in characters.
const MAX_TERM: usize = 60;

/// Whether words without quotation marks can be a term: a noun, perhaps with お, ご or さま, perhaps two nouns with の.
pub(super) fn can_be_term(words: &str) -> bool {
    let length = words.chars().count();
    if !(2..=30).contains(&length) || words.starts_with('の') || words.ends_with('の') {
        return false;
    }
    let noun = words.trim_start_matches(['お', 'ご']);
    let noun = ["さま", "さん", "ら"]
        .iter()
        .find_map(|suffix| noun.strip_suffix(suffix))
        .unwrap_or(noun);
    let mut joined = noun.to_owned();
    for word in ["および", "または", "ならびに", "もしくは", "及び", "又は", "の"] {
        joined = joined.replace(word, "");
    }
    joined.chars().any(char::is_alphabetic)
        && joined
            .chars()
            .all(|c| (c.is_alphanumeric() && !is_hiragana(c)) || "ー・＆&-_ 　".contains(c))
}

/// The limit that words like この条において set, at the end of `before` or at the start of what is handed over.
pub(super) fn scope_in(words: &str) -> Scope {
    for opening in ["この", "本"] {
        let Some((_, rest)) = words.rsplit_once(opening) else {
            continue;
        };
        for particle in ["において", "に限り", "における", "では", "内で", "で"] {
            let Some((unit, _)) = rest.split_once(particle) else {
                continue;
            };
            let unit = unit.trim();
            let numbered = unit.starts_with(['(', '（']) && unit.ends_with([')', '）']);
            if ["条", "章", "節", "款", "項", "号", "別表", "別紙", "附則", "文"].contains(&unit) || numbered
            {
                return Scope::Within(unit.to_owned());
            }
        }
    }
    Scope::Document
}

/// The last `count` characters of a text.
pub(in crate::wording) fn tail(text: &str, count: usize) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or("")
}

/// Words that bring several things under one name.
pub(super) const COLLECTIVE: [&str; 6] = ["総称して", "併せて", "あわせて", "合わせて", "まとめて", "包括して"];

pub(super) fn is_collective(words: &str) -> bool {
    COLLECTIVE.iter().any(|word| words.contains(word))
}

/// The words before a place that can limit a definition.
pub(super) fn scope_before(reading: &Reading<'_>, at: usize) -> Scope {
    let words = tail(reading.until(at), 20);
    let sentence = words.rsplit(['。', '\n', '「', '」']).next().unwrap_or(words);
    scope_in(sentence)
}
