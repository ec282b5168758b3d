//! Looking for very many words in texts: of those that begin at one place the longest, none inside another.
//!
//! The words are sorted, so that those with which the text can go on at a place stand together; a table of the pairs of
//! characters with which words begin keeps nearly all places from being looked up. That is made much faster than an automaton
//! over the words, which costs more than a policy takes to read; the automaton is there for words so long that comparing
//! them at every place would not be linear.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

/// Words, sorted.
#[derive(Debug, Clone)]
pub(super) struct Dictionary {
    words: Vec<String>,
    /// Per word: the longest other one with which it begins.
    within: Vec<Option<u32>>,
    /// One bit for each hash of the first two characters of a word; of one that has no more, of the one.
    begins: Vec<u64>,
    /// Whether any word is a single character.
    has_letters: bool,
    /// Where some word is long.
    automaton: Option<AhoCorasick>,
}

/// In bytes. Few titles of clauses are so long, and no labels.
const LONG: usize = 512;

impl Dictionary {
    /// Makes a dictionary of words, sorted, each once and none of them empty.
    ///
    /// # Panics
    /// When the words together pass 2 GiB, which no compilation of accepted sources reaches.
    pub(super) fn new(words: Vec<String>) -> Self {
        let automaton = words.iter().any(|word| word.len() > LONG).then(|| automaton(&words));
        // Sixteen to thirty-two bits a word, a power of two of them.
        let bits = (words.len() * 16).next_power_of_two().max(64);
        let mut dictionary = Self {
            within: within(&words),
            has_letters: words.iter().any(|word| word.chars().nth(1).is_none()),
            begins: vec![0; bits / 64],
            automaton,
            words: Vec::new(),
        };
        for word in &words {
            let mut chars = word.chars();
            if let Some(first) = chars.next() {
                let bit = dictionary.bit(first, chars.next());
                dictionary.begins[bit / 64] |= 1 << (bit % 64);
            }
        }
        dictionary.words = words;
        dictionary
    }

    /// The words in a text with where they stand, in order.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Range<usize>)> + 'a {
        let input = Input::new(text).anchored(Anchored::No);
        let mut by_automaton = self.automaton.as_ref().map(|automaton| automaton.find_iter(input));
        let mut from = 0;
        std::iter::from_fn(move || match &mut by_automaton {
            Some(found) => found.next().map(|found| (found.pattern().as_usize(), found.range())),
            None => {
                let (word, range) = self.next(text, from)?;
                from = range.end;
                Some((word, range))
            }
        })
    }

    fn next(&self, text: &str, from: usize) -> Option<(usize, Range<usize>)> {
        let mut at = from;
        let mut chars = text.get(from..)?.chars();
        let mut next = chars.next();
        while let Some(first) = next {
            next = chars.next();
            if (self.may_begin(first, next) || (self.has_letters && self.may_begin(first, None)))
                && let Some(word) = self.longest(text.get(at..)?)
            {
                return Some((word, at..at + self.words[word].len()));
            }
            at += first.len_utf8();
        }
        None
    }

    /// The longest word with which a text begins.
    fn longest(&self, text: &str) -> Option<usize> {
        let after = self.words.partition_point(|word| word.as_str() <= text);
        // Whatever the text begins with is the last word before it, or a beginning of that.
        let last = after.checked_sub(1)?;
        if text.starts_with(&self.words[last]) {
            return Some(last);
        }
        let pairs = self.words[last].bytes().zip(text.bytes());
        let common = pairs.take_while(|(one, two)| one == two).count();
        let mut word = self.within[last];
        while let Some(index) = word {
            if self.words[index as usize].len() <= common {
                return Some(index as usize);
            }
            word = self.within[index as usize];
        }
        None
    }

    fn may_begin(&self, first: char, second: Option<char>) -> bool {
        let bit = self.bit(first, second);
        self.begins[bit / 64] >> (bit % 64) & 1 == 1
    }

    fn bit(&self, first: char, second: Option<char>) -> usize {
        let second = second.map_or(0, |second| second as u32);
        let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ second.wrapping_mul(0x85EB_CA77);
        (mixed ^ mixed >> 15) as usize & (self.begins.len() * 64 - 1)
    }
}

fn automaton(words: &[String]) -> AhoCorasick {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .start_kind(StartKind::Unanchored)
        // Built nearly as fast as the other one, and several times as fast on Japanese text.
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(words)
        .expect("labels stay below the automaton's limit of 2 GiB")
}

/// Per word: the longest other one with which it begins.
fn within(words: &[String]) -> Vec<Option<u32>> {
    let mut open: Vec<usize> = Vec::new();
    (words.iter().enumerate())
        .map(|(at, word)| {
            while open.pop_if(|outer| !word.starts_with(&words[*outer])).is_some() {}
            let outer = open.last().map(|outer| *outer as u32);
            open.push(at);
            outer
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_finds_what_the_automaton_finds(
            words in prop::collection::btree_set("[ab氏名]{1,5}", 0..12),
            text in "[ab氏名、]{0,40}",
        ) {
            let words: Vec<String> = words.into_iter().collect();
            let by_automaton = automaton(&words);
            let wanted = by_automaton.find_iter(&text).map(|found| (found.pattern().as_usize(), found.range()));
            let wanted: Vec<_> = wanted.collect();
            let dictionary = Dictionary::new(words);
            prop_assert_eq!(dictionary.find(&text).collect::<Vec<_>>(), wanted);
        }
    }

    #[test]
    fn long_words_are_found_as_well() {
        let words: BTreeSet<String> = [LONG - 1, LONG, LONG + 1, 2 * LONG].map(|long| "a".repeat(long)).into();
        let dictionary = Dictionary::new(words.into_iter().collect());
        let text = "a".repeat(3 * LONG);
        let found: Vec<_> = dictionary.find(&text).collect();
        assert_eq!(found, [(3, 0..2 * LONG), (1, 2 * LONG..3 * LONG)]);
    }
}
