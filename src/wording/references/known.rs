//! The clauses of a policy, ready to be recognised, and the text in which they are looked for.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::pattern::{Pattern, by_number};
use super::target::{Mention, MentionKind, Target};
use crate::document::OutlineLevel;
use crate::wording::fold::fold;
use crate::wording::labels::Lexicon;
use crate::wording::numeral;
use crate::wording::passage::Passage;
use crate::wording::quotes::Quotes;

/// The clauses of a policy, ready to be recognised.
#[derive(Debug, Clone)]
pub struct References<'a> {
    pub(super) targets: Vec<Target<'a>>,
    pub(super) titles: Lexicon,
    /// How the number of each target is written.
    pub(super) patterns: Vec<Option<Pattern>>,
    /// Every way in which a number is written, with the targets by their number.
    pub(super) numbered: BTreeMap<Pattern, BTreeMap<String, usize>>,
    /// Unit (条), number, targets.
    pub(super) units: BTreeMap<char, BTreeMap<usize, Vec<usize>>>,
    pub(super) chapters: BTreeMap<usize, usize>,
    /// Numbers typed in headings that have none of the page's: 「0. 事業者情報」.
    pub(super) typed: BTreeSet<usize>,
}

/// The units a citation counts by.
pub(super) const UNITS: [char; 7] = ['条', '章', '節', '款', '項', '号', '編'];

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
            if target.level == Some(OutlineLevel::Chapter) {
                chapters.entry(number).or_insert(index);
            }
            if let Some(unit) = unit_of(target) {
                units.entry(unit).or_default().entry(number).or_default().push(index);
            }
        }
        let patterns: Vec<Option<Pattern>> = targets.iter().map(Pattern::of).collect();
        Self {
            titles: Lexicon::new(titles),
            numbered: by_number(targets, &patterns),
            patterns,
            units,
            chapters,
            typed: targets.iter().filter_map(typed_number).collect(),
            targets: targets.to_vec(),
        }
    }

    pub(super) fn mention(
        &self,
        kind: MentionKind,
        range: Range<usize>,
        clause: Option<usize>,
        with_title: bool,
    ) -> Mention {
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

/// The number with which a title begins that has none of its own.
fn typed_number(target: &Target<'_>) -> Option<usize> {
    let title = target.title.trim_start();
    let title = title.strip_prefix('第').unwrap_or(title);
    let (number, length) = numeral::leading(title).filter(|_| target.full.is_empty())?;
    let behind = title.get(length..)?;
    let marks = ['.', '．', '、', '）', ')', '　', ' '];
    (behind.starts_with(marks) || behind.starts_with(UNITS)).then_some(number)
}

/// A passage as it is searched.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) quotes: &'t Quotes,
    lexicon: &'t Lexicon,
    titles: OnceCell<Titles>,
}

/// Titles of clauses in a text, by their first byte: where they stand, and the clauses.
type Titles = BTreeMap<usize, (Range<usize>, Vec<u32>)>;

impl<'t> Reading<'t> {
    pub(super) fn new(passage: &'t Passage, lexicon: &'t Lexicon) -> Self {
        Self {
            text: &passage.text,
            quotes: passage.quotes(),
            lexicon,
            titles: OnceCell::new(),
        }
    }

    /// The titles in the text. Most texts hold no number before which one could stand, so nobody asks.
    pub(super) fn titles(&self) -> &Titles {
        self.titles.get_or_init(|| {
            let folded = fold(self.text);
            let found = self.lexicon.scan(&folded);
            found
                .map(|found| (found.range.start, (found.range, found.ids.to_vec())))
                .collect()
        })
    }

    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or("")
    }

    pub(super) fn until(&self, at: usize) -> &str {
        self.text.get(..at).unwrap_or("")
    }

    /// The title that begins at `at` or behind the white space there.
    pub(super) fn title_at(&self, at: usize) -> Option<&(Range<usize>, Vec<u32>)> {
        let rest = self.from(at);
        self.titles().get(&(at + rest.len() - rest.trim_start().len()))
    }
}

/// The unit that a clause is counted by: the word references print, or the one in its heading.
pub(super) fn unit_of(target: &Target<'_>) -> Option<char> {
    let words = target.word.unwrap_or(target.full);
    UNITS.into_iter().find(|unit| words.contains(*unit))
}
