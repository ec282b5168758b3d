//! Fixed lists of words, looked for in many short texts.
//!
//! An automaton over such a list takes longer to build than a policy takes to read. The index by first characters here is made
//! when the program itself is compiled, so that no run pays for it.

use std::ops::Range;

/// Words of a list by their first character.
#[derive(Debug)]
pub(crate) struct Starts<const N: usize> {
    /// Per hash of a first character: one more than the number of the first word that begins so.
    heads: [u16; HEADS],
    /// Per word: one more than the number of the next word of its hash.
    next: [u16; N],
}

const HEADS: usize = 256;

impl<const N: usize> Starts<N> {
    /// Indexes words, none of them empty, with what goes with each.
    pub(crate) const fn of<T>(words: &[(&'static str, T); N]) -> Self {
        let mut starts = Self::none();
        let mut left = N;
        while left > 0 {
            left -= 1;
            starts.add(left, words[left].0);
        }
        starts
    }

    const fn of_words(words: &[&'static str; N]) -> Self {
        let mut starts = Self::none();
        let mut left = N;
        while left > 0 {
            left -= 1;
            starts.add(left, words[left]);
        }
        starts
    }

    const fn none() -> Self {
        Self {
            heads: [0; HEADS],
            next: [0; N],
        }
    }

    const fn add(&mut self, number: usize, word: &str) {
        let slot = slot(char_at(word, 0).0);
        self.next[number] = self.heads[slot];
        self.heads[slot] = number as u16 + 1;
    }

    /// The numbers of the words that may begin with a character, in the order of the list.
    pub(crate) fn with(&self, first: char) -> impl Iterator<Item = usize> + '_ {
        let mut at = self.heads[slot(first as u32)];
        std::iter::from_fn(move || {
            let number = usize::from(at).checked_sub(1)?;
            at = self.next[number];
            Some(number)
        })
    }

    /// The words in a text, of those that begin at one place the longest, none inside another: their numbers, and where they
    /// stand. `word` gives a word by its number.
    pub(crate) fn find<'t, W>(
        &'t self,
        text: &'t str,
        word: W,
    ) -> impl Iterator<Item = (usize, Range<usize>)> + use<'t, W, N>
    where
        W: Fn(usize) -> &'static str,
    {
        let mut chars = text.char_indices();
        let mut past = 0;
        std::iter::from_fn(move || {
            loop {
                let (at, first) = chars.next()?;
                if self.heads[slot(first as u32)] == 0 || at < past {
                    continue;
                }
                let rest = text.get(at..)?;
                let here = self.with(first).filter(|number| rest.starts_with(word(*number)));
                if let Some(number) = here.max_by_key(|number| word(*number).len()) {
                    past = at + word(number).len();
                    return Some((number, at..past));
                }
            }
        })
    }
}

/// A list of words.
#[derive(Debug)]
pub(crate) struct KnownWords<const N: usize> {
    words: [&'static str; N],
    starts: Starts<N>,
}

impl<const N: usize> KnownWords<N> {
    /// Makes a list of words, none of them empty.
    pub(crate) const fn new(words: [&'static str; N]) -> Self {
        Self {
            starts: Starts::of_words(&words),
            words,
        }
    }

    /// Whether any of them stands in a text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        self.starts.find(text, |number| self.words[number]).next().is_some()
    }

    /// The first of them that a text begins with.
    pub(crate) fn beginning(&self, text: &str) -> Option<&'static str> {
        let here = self.starts.with(text.chars().next()?);
        here.map(|number| self.words[number])
            .find(|word| text.starts_with(word))
    }
}

const fn slot(first: u32) -> usize {
    (first.wrapping_mul(0x9E37_79B1) >> 24) as usize
}

/// The character of a text that begins at a byte, and its length, where programs that are being compiled ask for it.
pub(crate) const fn char_at(text: &str, at: usize) -> (u32, usize) {
    let bytes = text.as_bytes();
    match bytes[at] {
        byte @ 0..=0x7F => (byte as u32, 1),
        byte @ 0x80..=0xDF => ((byte as u32 & 0x1F) << 6 | more(bytes, at + 1), 2),
        byte @ 0xE0..=0xEF => (
            (byte as u32 & 0xF) << 12 | more(bytes, at + 1) << 6 | more(bytes, at + 2),
            3,
        ),
        byte => {
            let (second, third, fourth) = (more(bytes, at + 1), more(bytes, at + 2), more(bytes, at + 3));
            ((byte as u32 & 0x7) << 18 | second << 12 | third << 6 | fourth, 4)
        }
    }
}

const fn more(bytes: &[u8], at: usize) -> u32 {
    bytes[at] as u32 & 0x3F
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LIST: [(&str, u8); 7] = [
        ("利用", 0),
        ("共同利用", 1),
        ("共同", 2),
        ("aé", 3),
        ("é", 4),
        ("𠮷野", 5),
        ("a", 6),
    ];
    const STARTS: Starts<7> = Starts::of(&LIST);
    const WORDS: KnownWords<2> = KnownWords::new(["ただし", "🍀"]);

    proptest! {
        #[test]
        fn it_finds_the_longest_at_each_place(text in "[利用共同aé𠮷野、]{0,24}") {
            let mut wanted = Vec::new();
            let mut past = 0;
            for (at, _) in text.char_indices() {
                let rest = text.get(at..).expect("on a boundary");
                let here = (0..LIST.len()).filter(|number| at >= past && rest.starts_with(LIST[*number].0));
                if let Some(number) = here.max_by_key(|number| LIST[*number].0.len()) {
                    past = at + LIST[number].0.len();
                    wanted.push((number, at..past));
                }
            }
            prop_assert_eq!(STARTS.find(&text, |number| LIST[number].0).collect::<Vec<_>>(), wanted);
        }
    }

    #[test]
    fn a_word_is_in_a_text_or_not() {
        assert!(WORDS.are_in("提供します。ただし、"));
        assert!(WORDS.are_in("🍀"));
        assert!(!WORDS.are_in("ただの🍁、た"));
    }

    #[test]
    fn a_text_begins_with_a_word_or_not() {
        assert_eq!(WORDS.beginning("ただし、"), Some("ただし"));
        assert_eq!(WORDS.beginning("。ただし、"), None);
        assert_eq!(WORDS.beginning(""), None);
    }
}
