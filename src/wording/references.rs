//! References typed by hand: 「3. 第三者への提供」「第3条（第三者提供）」「第5条第2項」「前条」.
//!
//! A number that a person typed goes stale when clauses move. A mention of an existing clause should be a `{reference}`; a
//! number and a title that no longer belong together, or a number that no clause has, are stale.
//!
//! Articles of statutes, of terms of use and of contracts are none of our business and are never reported: 個人情報の保護に関する
//! 法律第27条第1項, 法第28条, 同法第2条, 施行規則第15条; nor is anything in quotation marks, nor a numbered list inside a
//! sentence: (1)氏名、(2)住所. Where it is not certain whose article is meant, nothing is reported.

mod article;
mod heading;
mod numeral;
mod relative;
mod similar;
mod whose;

use std::collections::BTreeMap;
use std::ops::Range;

use super::fold::fold;
use super::labels::Lexicon;
use super::passage::Passage;
use super::quotes::{Quotes, quotes};
use crate::document::Level;
use heading::Pattern;

/// A clause as a typed reference may name it.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The name by which the source can refer to it.
    pub name: Option<&'a str>,
    /// Its level, if it is numbered.
    pub level: Option<Level>,
    /// The clause it stands in: an index among the targets.
    pub parent: Option<usize>,
    /// Its number as in the heading, `(3)`; empty if it has none.
    pub full: &'a str,
    /// Its number without its marks, `3`; empty if it has none.
    pub bare: &'a str,
    /// The word that references print for its level: 条 of 第3条.
    pub word: Option<&'a str>,
    /// Its title as shown.
    pub title: &'a str,
}

/// What a typed reference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// Names an existing clause rightly, by hand.
    HardTyped,
    /// The title is that of a clause which has another number.
    StaleNumber,
    /// The number is that of a clause which has another title.
    StaleTitle,
    /// No clause has this number.
    Missing,
    /// 前条, 次項: right as long as the order stays. Not reported.
    Relative,
    /// 上記2: something above with a number of its own. Not reported.
    Nearby,
}

/// A reference typed by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Where, in bytes of the passage.
    pub range: Range<usize>,
    /// The clause it names or probably means: an index among the targets.
    pub clause: Option<usize>,
    /// What to write instead: `{第三者提供}` or `{第三者提供.番号}`. Given where the clause has a name.
    pub suggestion: Option<String>,
}

/// The clauses of a policy, ready to be recognised.
#[derive(Debug, Clone)]
pub struct References<'a> {
    targets: Vec<Target<'a>>,
    titles: Lexicon,
    /// How the number of each target is written.
    patterns: Vec<Option<Pattern>>,
    /// Every way in which a number is written, with the targets by their number.
    numbered: BTreeMap<Pattern, BTreeMap<String, usize>>,
    /// Unit (条), number, targets.
    units: BTreeMap<char, BTreeMap<usize, Vec<usize>>>,
    chapters: BTreeMap<usize, usize>,
}

/// The units a citation counts by.
const UNITS: [char; 7] = ['条', '章', '節', '款', '項', '号', '編'];

impl<'a> References<'a> {
    /// Makes the clauses ready.
    #[must_use]
    pub fn new(targets: &[Target<'a>]) -> Self {
        let titles = targets
            .iter()
            .zip(0..)
            .filter(|(target, _)| !target.full.is_empty() && target.title.chars().nth(1).is_some())
            .map(|(target, index)| (target.title, index));
        let mut units: BTreeMap<char, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
        let mut chapters = BTreeMap::new();
        for (index, target) in targets.iter().enumerate() {
            let Some(number) = numeral::value(target.bare) else {
                continue;
            };
            if target.level == Some(Level::Chapter) {
                chapters.entry(number).or_insert(index);
            }
            if let Some(unit) = unit_of(target) {
                units.entry(unit).or_default().entry(number).or_default().push(index);
            }
        }
        let patterns: Vec<Option<Pattern>> = targets.iter().map(Pattern::of).collect();
        Self {
            titles: Lexicon::new(titles),
            numbered: heading::by_number(targets, &patterns),
            patterns,
            units,
            chapters,
            targets: targets.to_vec(),
        }
    }

    /// The references typed by hand in a passage, in order. `here` is the clause that the passage stands in.
    #[must_use]
    pub fn find(&self, passage: &Passage, here: Option<usize>) -> Vec<Mention> {
        let text = passage.text.as_str();
        if !has_number_or_relation(text) {
            return Vec::new();
        }
        let folded = fold(text);
        let reading = Reading {
            text,
            quotes: quotes(text),
            titles: self
                .titles
                .scan(&folded)
                .map(|found| (found.range.start, (found.range, found.ids.to_vec())))
                .collect(),
        };
        let mut found = Vec::new();
        let cited = article::find(self, &reading, here, &mut found);
        heading::find(self, &reading, &cited, &mut found);
        relative::find(self, &reading, here, &mut found);
        found.sort_by_key(|mention| (mention.range.start, mention.range.end));
        found
    }

    fn mention(&self, kind: MentionKind, range: Range<usize>, clause: Option<usize>, with_title: bool) -> Mention {
        let name = clause.and_then(|clause| self.targets[clause].name);
        let suggestion = name.map(|name| match with_title {
            true => format!("{{{name}}}"),
            false => format!("{{{name}.番号}}"),
        });
        Mention {
            kind,
            range,
            clause,
            suggestion,
        }
    }
}

/// A passage as it is searched.
struct Reading<'t> {
    text: &'t str,
    quotes: Quotes,
    /// Titles of clauses in the text, by their first byte.
    titles: BTreeMap<usize, (Range<usize>, Vec<u32>)>,
}

impl Reading<'_> {
    fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    fn until(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or("")
    }

    /// The title that begins at `at` or behind the white space there.
    fn title_at(&self, at: usize) -> Option<&(Range<usize>, Vec<u32>)> {
        let rest = self.from(at);
        self.titles.get(&(at + rest.len() - rest.trim_start().len()))
    }
}

/// The unit that a clause is counted by: the word references print, or the one in its heading.
fn unit_of(target: &Target<'_>) -> Option<char> {
    let words = target.word.unwrap_or(target.full);
    UNITS.into_iter().find(|unit| words.contains(*unit))
}

/// Whether anything in the text can be a reference; most passages hold none.
fn has_number_or_relation(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '0'..='9' | '０'..='９' | '第' | '前' | '次' | '①'..='⑳' | '【' | '(' | '（'))
}

#[cfg(test)]
mod tests;
