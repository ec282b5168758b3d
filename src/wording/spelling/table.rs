//! Finding the words of the table in a text.
//!
//! The table is fixed, its words are short, and it is needed once by every run of the program. An automaton over it takes longer
//! to build than a policy takes to read; an index by the first two characters is made when the program itself is compiled, and the
//! scan looks at each character of the text once and at a few words where one can begin.

use std::ops::Range;

use super::words::{OTHER_WORDS, WORDS};
use crate::wording::known_words::char_at;

/// Which spelling of which word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) word: usize,
    pub(super) spelling: usize,
}

/// A word of the table: a stem, and what follows it.
#[derive(Clone, Copy)]
struct Entry {
    stem: &'static str,
    ending: &'static str,
    /// `None` for words that only look like one of the table.
    form: Option<Form>,
}

struct Table {
    entries: [Entry; ENTRIES],
    /// Per hash of two characters: one more than the number of the first entry that begins with them.
    heads: [u16; 1 << HASH_BITS],
    /// Per entry: one more than the number of the next one of its hash.
    next: [u16; ENTRIES],
}

const HASH_BITS: u32 = 12;

const ENTRIES: usize = {
    let mut entries = OTHER_WORDS.len();
    let mut word = 0;
    while word < WORDS.len() {
        entries += WORDS[word].spellings.len() * WORDS[word].endings.len();
        word += 1;
    }
    entries
};

static TABLE: Table = Table::new();

const fn hash(first: u32, second: u32) -> usize {
    let mixed = first.wrapping_mul(0x9E37_79B1) ^ second.wrapping_mul(0x85EB_CA77);
    (mixed >> (32 - HASH_BITS)) as usize
}

impl Entry {
    const fn len(&self) -> usize {
        self.stem.len() + self.ending.len()
    }

    /// The hash of its first two characters, of which the second may be the first of its ending.
    const fn hash(&self) -> usize {
        // INVARIANT: every word of the table has two characters; it does not compile otherwise.
        let (first, length) = char_at(self.stem, 0);
        let (second, _) = match length < self.stem.len() {
            true => char_at(self.stem, length),
            false => char_at(self.ending, 0),
        };
        hash(first, second)
    }

    fn begins(&self, text: &str) -> bool {
        (text.strip_prefix(self.stem)).is_some_and(|rest| rest.starts_with(self.ending))
    }
}

impl Table {
    const fn new() -> Self {
        let none = Entry {
            stem: "",
            ending: "",
            form: None,
        };
        let mut table = Self {
            entries: [none; ENTRIES],
            heads: [0; 1 << HASH_BITS],
            next: [0; ENTRIES],
        };
        let mut count = 0;
        let mut word = 0;
        while word < WORDS.len() {
            let mut spelling = 0;
            while spelling < WORDS[word].spellings.len() {
                let mut ending = 0;
                while ending < WORDS[word].endings.len() {
                    table.add(
                        count,
                        Entry {
                            stem: WORDS[word].spellings[spelling],
                            ending: WORDS[word].endings[ending],
                            form: Some(Form { word, spelling }),
                        },
                    );
                    count += 1;
                    ending += 1;
                }
                spelling += 1;
            }
            word += 1;
        }
        let mut other = 0;
        while other < OTHER_WORDS.len() {
            let stem = OTHER_WORDS[other];
            table.add(count + other, Entry { stem, ..none });
            other += 1;
        }
        table
    }

    const fn add(&mut self, number: usize, entry: Entry) {
        let slot = entry.hash();
        self.entries[number] = entry;
        self.next[number] = self.heads[slot];
        self.heads[slot] = number as u16 + 1;
    }

    /// The longest word with which a text begins, of those of one hash.
    fn longest(&self, text: &str, slot: usize) -> Option<&Entry> {
        let mut at = self.heads[slot];
        let of_slot = std::iter::from_fn(|| {
            let number = usize::from(at).checked_sub(1)?;
            at = self.next[number];
            Some(&self.entries[number])
        });
        of_slot
            .filter(|entry| entry.begins(text))
            .max_by_key(|entry| entry.len())
    }
}

/// The words of the table in a text: of those that begin at one place the longest, none inside another.
pub(super) fn words_in(text: &str) -> impl Iterator<Item = (Form, Range<usize>)> {
    let mut chars = text.char_indices().peekable();
    let mut past = 0;
    std::iter::from_fn(move || {
        loop {
            let (at, first) = chars.next()?;
            let second = chars.peek().map_or('\0', |(_, c)| *c);
            let slot = hash(first as u32, second as u32);
            if TABLE.heads[slot] == 0 || at < past {
                continue;
            }
            let rest = text.get(at..).unwrap_or("");
            if let Some(entry) = TABLE.longest(rest, slot) {
                past = at + entry.len();
                if let Some(form) = entry.form {
                    return Some((form, at..past));
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_table_is_found() {
        for (word, entry) in WORDS.iter().enumerate() {
            for (spelling, stem) in entry.spellings.iter().enumerate() {
                for ending in entry.endings {
                    let text = format!("、{stem}{ending}、");
                    let found: Vec<_> = words_in(&text).collect();
                    let whole = "、".len()..text.len() - "、".len();
                    assert_eq!(found, [(Form { word, spelling }, whole)], "{text}");
                }
            }
        }
    }

    #[test]
    fn the_longest_word_wins_and_hides_what_is_in_it() {
        let found = |text: &'static str| -> Vec<_> {
            let words = words_in(text).map(|(_, range)| text.get(range).expect("on boundaries"));
            words.collect()
        };
        assert_eq!(found("問い合わせた"), ["問い合わせた"]);
        assert_eq!(found("情報が一致します"), Vec::<&str>::new());
        assert_eq!(found("又は及び"), ["又は", "及び"]);
    }
}
