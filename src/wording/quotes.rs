//! The quotations in a text: 「…」 『…』 “…” "…".
//!
//! What stands in quotation marks is someone else's words or a name: a statute's wording, a title, a term. An unclosed mark
//! quotes nothing; quotations end with their paragraph.

use std::ops::Range;

use super::marks::PARAGRAPH_BREAK;
use super::wide::holds_wide;

/// One quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// With its marks.
    pub whole: Range<usize>,
    /// Without them.
    pub inner: Range<usize>,
    /// How many quotations it stands in.
    pub depth: usize,
}

/// The quotations of one text, by their first byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotes {
    all: Vec<Quote>,
    /// Those that stand in no other.
    outer: Vec<Range<usize>>,
}

/// The quotations of a text that has none.
pub(super) static NONE: Quotes = Quotes {
    all: Vec::new(),
    outer: Vec::new(),
};

/// Finds the quotations of a text.
#[must_use]
pub fn quotes(text: &str) -> Quotes {
    if !has_marks(text) {
        return Quotes::default();
    }
    let mut open = OpenMarks::default();
    let mut all: Vec<Quote> = Vec::new();
    for (at, c) in text.char_indices() {
        let opener = match c {
            PARAGRAPH_BREAK => {
                open = OpenMarks::default();
                continue;
            }
            '"' if open.count('"') == 0 => {
                open.push(c, at);
                continue;
            }
            '「' | '『' | '“' => {
                open.push(c, at);
                continue;
            }
            '」' => '「',
            '』' => '『',
            '”' => '“',
            '"' => '"',
            _ => continue,
        };
        if let Some(start) = open.close(opener) {
            all.push(Quote {
                whole: start..at + c.len_utf8(),
                inner: start + opener.len_utf8()..at,
                depth: 0,
            });
        }
    }
    all.sort_by_key(|quote| quote.whole.start);
    set_depths(&mut all);
    let outer = all.iter().filter(|q| q.depth == 0).map(|q| q.whole.clone()).collect();
    Quotes { all, outer }
}

/// Whether a text has any quotation mark that closes one; most have none.
fn has_marks(text: &str) -> bool {
    text.as_bytes().contains(&b'"') || holds_wide(text, ['」', '』', '”'])
}

/// The marks not closed yet. The counts keep a closing mark that closes nothing from looking through all of them.
#[derive(Default)]
struct OpenMarks {
    marks: Vec<(char, usize)>,
    counts: [usize; 4],
}

impl OpenMarks {
    fn slot(mark: char) -> usize {
        match mark {
            '「' => 0,
            '『' => 1,
            '“' => 2,
            _ => 3,
        }
    }

    fn count(&self, mark: char) -> usize {
        self.counts[Self::slot(mark)]
    }

    fn push(&mut self, mark: char, at: usize) {
        self.counts[Self::slot(mark)] += 1;
        self.marks.push((mark, at));
    }

    /// Where the innermost such mark stands; it and what was opened inside it are open no longer.
    fn close(&mut self, wanted: char) -> Option<usize> {
        if self.count(wanted) == 0 {
            return None;
        }
        while let Some((mark, at)) = self.marks.pop() {
            self.counts[Self::slot(mark)] -= 1;
            if mark == wanted {
                return Some(at);
            }
        }
        None
    }
}

/// Counts for each quotation those around it; marks that were never closed do not count.
fn set_depths(all: &mut [Quote]) {
    let mut ends: Vec<usize> = Vec::new();
    for quote in all {
        while ends.last().is_some_and(|end| *end <= quote.whole.start) {
            ends.pop();
        }
        quote.depth = ends.len();
        ends.push(quote.whole.end);
    }
}

impl Quotes {
    /// All of them, in order.
    #[must_use]
    pub fn all(&self) -> &[Quote] {
        &self.all
    }

    /// Whether a place lies in a quotation.
    #[must_use]
    pub fn contain(&self, at: usize) -> bool {
        let next = self.outer.partition_point(|quote| quote.start <= at);
        next > 0 && at < self.outer[next - 1].end
    }

    /// Index of the first quotation that begins at or after `at`.
    #[must_use]
    pub fn next_from(&self, at: usize) -> usize {
        self.all.partition_point(|quote| quote.whole.start < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<(&str, usize)> {
        let found = quotes(text);
        found
            .all()
            .iter()
            .map(|quote| (text.get(quote.inner.clone()).expect("on boundaries"), quote.depth))
            .collect()
    }

    #[test]
    fn quotations_nest() {
        assert_eq!(
            inner("規約「以下「甲」という」と『乙』、\"丙\"、“丁”"),
            [("以下「甲」という", 0), ("甲", 1), ("乙", 0), ("丙", 0), ("丁", 0)]
        );
    }

    #[test]
    fn an_unclosed_mark_quotes_nothing() {
        assert_eq!(inner("「氏名、『住所』"), [("住所", 0)]);
        assert_eq!(inner("「氏名\n住所」"), []);
        assert_eq!(inner("27\" の画面と「名称」"), [("名称", 0)]);
    }

    #[test]
    fn a_place_in_a_quotation_is_known() {
        let text = "前「中」後";
        let found = quotes(text);
        let at = |c| text.find(c).expect("in the text");
        assert_eq!(
            ['前', '「', '中', '」', '後'].map(|c| found.contain(at(c))),
            [false, true, true, true, false]
        );
    }
}
