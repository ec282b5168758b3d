//! Pairs of round brackets.

use std::ops::Range;

use super::tally::Style;
use crate::wording::fold::is_japanese;
use crate::wording::passage::PARAGRAPH_BREAK;
use crate::wording::quotes::Quotes;
use crate::wording::wide::holds_wide;

/// An opening bracket and the one that closes it.
pub(super) struct Pair {
    pub(super) open: Range<usize>,
    pub(super) close: Range<usize>,
    japanese: bool,
}

impl Pair {
    fn is_wide(&self) -> bool {
        self.open.len() > 1
    }

    pub(super) fn is_uneven(&self) -> bool {
        self.open.len() != self.close.len()
    }
}

/// The pairs in a text, in the order in which they close.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = Pair> {
    // Where each bracket opens, and how many Japanese characters stand before it.
    let mut open: Vec<(Range<usize>, usize)> = Vec::new();
    // Most texts have none.
    let opens = text.as_bytes().contains(&b'(') || holds_wide(text, ['（']);
    let text = if opens { text } else { "" };
    let mut japanese = 0;
    text.char_indices().filter_map(move |(at, c)| {
        let range = at..at + c.len_utf8();
        match c {
            '（' | '(' => open.push((range, japanese)),
            '）' | ')' => {
                let (start, before) = open.pop()?;
                return Some(Pair {
                    open: start,
                    close: range,
                    japanese: japanese > before,
                });
            }
            PARAGRAPH_BREAK => open.clear(),
            _ if is_japanese(c) => japanese += 1,
            _ => {}
        }
        None
    })
}

/// Counts the brackets around Japanese words by width.
pub(super) fn count(text: &str, quoted: &Quotes, add: &mut impl FnMut(Style, Range<usize>)) {
    for pair in pairs(text).filter(|pair| pair.japanese && !quoted.contain(pair.open.start)) {
        let style = match pair.is_wide() {
            true => Style::WideBrackets,
            false => Style::NarrowBrackets,
        };
        add(style, pair.open);
    }
}
