//! Finding the words of the table in a text.
//!
//! The table is fixed, its words are short, and it is needed once by every run of the program. An automaton over it takes longer
//! to build than a policy takes to read; an index by the first two characters does not, and the scan looks at each
//! character of the text once and at a few words where one can begin.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::{OTHER_WORDS, WORDS};

/// Which spelling of which word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) word: usize,
    pub(super) spelling: usize,
}

struct Entry {
    /// The first two characters.
    key: (char, char),
    text: String,
    /// `None` for words that only look like one of the table.
    form: Option<Form>,
}

struct Table {
    /// By key; the longest first among those of one key.
    entries: Vec<Entry>,
    /// One bit for each hash of a key that an entry has.
    begins: Vec<u64>,
}

const HASH_BITS: u32 = 14;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for (word, entry) in WORDS.iter().enumerate() {
        for (spelling, stem) in entry.spellings.iter().enumerate() {
            for ending in entry.endings {
                add(&mut entries, [*stem, *ending].concat(), Some(Form { word, spelling }));
            }
        }
    }
    for other in OTHER_WORDS {
        add(&mut entries, (*other).to_owned(), None);
    }
    entries.sort_by(|a, b| (a.key, b.text.len()).cmp(&(b.key, a.text.len())));
    let mut begins = vec![0_u64; 1 << (HASH_BITS - 6)];
    for entry in &entries {
        let bit = hash(entry.key);
        begins[bit / 64] |= 1 << (bit % 64);
    }
    Table { entries, begins }
});

fn add(entries: &mut Vec<Entry>, text: String, form: Option<Form>) {
    let mut chars = text.chars();
    // INVARIANT: every word of the table has two characters; a test says so.
    if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
        entries.push(Entry {
            key: (first, second),
            text,
            form,
        });
    }
}

fn hash((first, second): (char, char)) -> usize {
    let mixed = (first as u32).wrapping_mul(0x9E37_79B1) ^ (second as u32).wrapping_mul(0x85EB_CA77);
    (mixed >> (32 - HASH_BITS)) as usize
}

/// The words of the table in a text: of those that begin at one place the longest, none inside another.
pub(super) fn words_in(text: &str) -> impl Iterator<Item = (Form, Range<usize>)> {
    let table = &*TABLE;
    let mut chars = text.char_indices().peekable();
    let mut past = 0;
    std::iter::from_fn(move || {
        loop {
            let (at, first) = chars.next()?;
            let second = chars.peek().map_or('\0', |(_, c)| *c);
            let bit = hash((first, second));
            if at < past || table.begins[bit / 64] >> (bit % 64) & 1 == 0 {
                continue;
            }
            let rest = text.get(at..).unwrap_or("");
            if let Some(entry) = table.longest(rest, (first, second)) {
                past = at + entry.text.len();
                if let Some(form) = entry.form {
                    return Some((form, at..past));
                }
            }
        }
    })
}

impl Table {
    fn longest(&self, text: &str, key: (char, char)) -> Option<&Entry> {
        let from = self.entries.partition_point(|entry| entry.key < key);
        self.entries
            .get(from..)?
            .iter()
            .take_while(|entry| entry.key == key)
            .find(|entry| text.starts_with(&entry.text))
    }
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
