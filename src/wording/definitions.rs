//! Terms that the prose defines.
//!
//! | form | example |
//! |---|---|
//! | hereafter | 見本株式会社（以下「当社」といいます） · （以下、「当社」という。） · （以下「当社」） · （以下、本ポリシー） |
//! | collective | （以下総称して「利用者情報」といいます） · （以下「甲」および「乙」を併せて「両社」といいます） |
//! | means | 「会員」とは、…をいいます · 「会員」は、…を意味します · 会員とは、…をいいます |
//! | named | …の一切を「本サービス」と総称します |
//!
//! A quotation alone is no definition: the wording around it must name something. Where the wording limits a definition (以下この
//! 条において「…」という), the limit is kept.

mod hereafter;
mod means;
mod named;
mod naming;

use std::ops::Range;

use super::passage::Passage;
use super::quotes::{Quote, Quotes, quotes};

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

/// The terms that a passage defines, in the order in which they stand.
#[must_use]
pub fn find_definitions(passage: &Passage) -> Vec<Definition> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    let reading = Reading {
        text,
        quotes: quotes(text),
    };
    hereafter::find(&reading, &mut found);
    means::find(&reading, &mut found);
    named::find(&reading, &mut found);
    // The forms overlap: 以下 X とは…という. The first to claim a term keeps it.
    found.sort_by_key(|definition| definition.term_range.start);
    found.dedup_by(|later, first| later.term_range == first.term_range);
    found
}

/// The places that fix the extent of a word without naming it: （…を含みます。以下同じ。）
#[must_use]
pub fn find_same_hereafter(passage: &Passage) -> Vec<Range<usize>> {
    hereafter::find_same(&passage.text)
}

/// A text with its quotations.
struct Reading<'a> {
    text: &'a str,
    quotes: Quotes,
}

impl Reading<'_> {
    fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    fn until(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or("")
    }

    fn between(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or("")
    }

    fn define(&self, quote: &Quote, whole_range: Range<usize>, form: Form, scope: &Scope) -> Option<Definition> {
        let words = self.between(quote.inner.start, quote.inner.end);
        let term = words.trim();
        if term.is_empty() || term.chars().count() > MAX_TERM || term.contains(['。', '\n', super::passage::OPAQUE]) {
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
fn can_be_term(words: &str) -> bool {
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
            .all(|c| (c.is_alphanumeric() && !super::fold::is_hiragana(c)) || "ー・＆&-_ 　".contains(c))
}

/// The limit that words like この条において set, at the end of `before` or at the start of what is handed over.
fn scope_in(words: &str) -> Scope {
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
pub(super) fn tail(text: &str, count: usize) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or("")
}

/// Words that bring several things under one name.
const COLLECTIVE: [&str; 6] = ["総称して", "併せて", "あわせて", "合わせて", "まとめて", "包括して"];

fn is_collective(words: &str) -> bool {
    COLLECTIVE.iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests;
