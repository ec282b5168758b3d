//! A text cut into words.

use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{GraphemeClusterSegmenter, GraphemeClusterSegmenterBorrowed, WordSegmenter, WordSegmenterBorrowed};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::compose;

use super::{Atom, WordingOptions};

/// Begins the key of a thing; no text holds it.
const THING: char = '\u{FDD0}';
/// What a number is counted in, and what stands with it as one word.
const COUNTERS: &str = "年月日時分秒週条項号章節款目歳才円回件名人社点個枚頁階番版次度割％%";

/// A printed text as words.
#[derive(Debug)]
pub(super) struct Tokens {
    printed: String,
    /// Where each word ends in the printed text. The first begins at 0, the last ends with the text.
    ends: Vec<usize>,
    /// What each word is compared by.
    pub(super) keys: Vec<String>,
}

impl Tokens {
    /// The printed text of some words.
    pub(super) fn text(&self, words: Range<usize>) -> &str {
        // A text of white space has no words; all of it stands after the last.
        let end = if words.end == self.ends.len() {
            self.printed.len()
        } else {
            self.start(words.end)
        };
        self.printed.get(self.start(words.start)..end).unwrap_or("")
    }

    fn start(&self, word: usize) -> usize {
        match word.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.get(before).copied().unwrap_or(self.printed.len()),
        }
    }
}

/// Cuts texts.
#[derive(Debug)]
pub(super) struct Cutter {
    words: WordSegmenterBorrowed<'static>,
    graphemes: GraphemeClusterSegmenterBorrowed<'static>,
    options: WordingOptions,
}

impl Cutter {
    pub(super) fn new(options: WordingOptions) -> Self {
        Self {
            words: WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()),
            graphemes: GraphemeClusterSegmenter::new(),
            options,
        }
    }

    /// What a text is compared by as a whole.
    pub(super) fn key(&self, atoms: &[Atom]) -> String {
        let mut key = String::new();
        for (words, identity) in stretches(atoms) {
            match identity {
                Some(identity) => push_thing(identity, &mut key),
                None => key.extend(self.squeezed(&words).text.nfc()),
            }
        }
        key
    }

    pub(super) fn cut(&self, atoms: &[Atom]) -> Tokens {
        let mut printed = String::new();
        // Where words may end, and what they are up to there.
        let mut pieces: Vec<(usize, String)> = Vec::new();
        for (words, identity) in stretches(atoms) {
            let offset = printed.len();
            printed.push_str(&words);
            match identity {
                Some(identity) => {
                    let mut key = String::new();
                    push_thing(identity, &mut key);
                    pieces.push((printed.len(), key));
                }
                None => self.words_of(&words, offset, &mut pieces),
            }
        }
        let allowed = Allowed::new(&printed, self.graphemes);
        let mut tokens = Tokens {
            printed: String::new(),
            ends: Vec::new(),
            keys: Vec::new(),
        };
        let mut pending = String::new();
        for (end, key) in pieces {
            pending.push_str(&key);
            if end == printed.len() || allowed.at(end) {
                tokens.ends.push(end);
                tokens.keys.push(std::mem::take(&mut pending).nfc().collect());
            }
        }
        if let Some(last) = tokens.ends.last_mut() {
            *last = printed.len();
            if let Some(key) = tokens.keys.last_mut() {
                key.push_str(&pending);
            }
        }
        tokens.printed = printed;
        tokens
    }

    fn words_of(&self, words: &str, offset: usize, pieces: &mut Vec<(usize, String)>) {
        let squeezed = self.squeezed(words);
        let mut start = 0;
        for end in self.words.segment_str(&squeezed.text).filter(|end| *end > 0) {
            let key = squeezed.text.get(start..end).unwrap_or("").trim_end();
            // A space between Latin words belongs to the word before it.
            if key.is_empty() && !pieces.is_empty() {
                if let Some(last) = pieces.last_mut().filter(|(place, _)| *place > offset) {
                    last.0 = offset + squeezed.origin(end, words.len());
                }
            } else {
                pieces.push((offset + squeezed.origin(end, words.len()), key.to_owned()));
            }
            start = end;
        }
    }

    /// The text without white space that means nothing, and in one width if that is asked for.
    fn squeezed(&self, words: &str) -> Squeezed {
        let mut squeezed = Squeezed::default();
        let mut space = false;
        for (at, c) in words.char_indices() {
            if c.is_whitespace() {
                space = true;
                continue;
            }
            let before = squeezed.text.chars().next_back();
            if std::mem::take(&mut space)
                && c.is_ascii_alphanumeric()
                && before.is_some_and(|c| c.is_ascii_alphanumeric())
            {
                squeezed.push(' ', at);
            }
            if self.options.fold_width && matches!(c, '\u{FF00}'..='\u{FFEF}') {
                std::iter::once(c)
                    .nfkc()
                    .for_each(|folded| squeezed.push_composed(folded, at));
            } else {
                squeezed.push_composed(c, at);
            }
        }
        squeezed
    }
}

/// A text with where its characters come from.
#[derive(Debug, Default)]
struct Squeezed {
    text: String,
    /// By character: where it starts here, and where it stood.
    origins: Vec<(usize, usize)>,
}

impl Squeezed {
    fn push(&mut self, c: char, origin: usize) {
        self.origins.push((self.text.len(), origin));
        self.text.push(c);
    }

    /// A voiced sound mark joins the kana before it.
    fn push_composed(&mut self, c: char, origin: usize) {
        if matches!(c, '\u{3099}' | '\u{309A}')
            && let Some(whole) = self.text.chars().next_back().and_then(|before| compose(before, c))
        {
            self.text.pop();
            self.text.push(whole);
        } else {
            self.push(c, origin);
        }
    }

    fn origin(&self, place: usize, end: usize) -> usize {
        let at = self.origins.binary_search_by_key(&place, |(here, _)| *here);
        at.map_or(end, |at| self.origins[at].1)
    }
}

/// Neighbouring words as one text, since a word does not end where its markup does.
fn stretches(atoms: &[Atom]) -> Vec<(String, Option<&str>)> {
    let mut stretches: Vec<(String, Option<&str>)> = Vec::new();
    for atom in atoms {
        match (atom, stretches.last_mut()) {
            (Atom::Words(words), Some((text, None))) => text.push_str(words),
            (Atom::Words(words), _) => stretches.push((words.clone(), None)),
            (Atom::Thing { identity, words }, _) => stretches.push((words.clone(), Some(identity))),
        }
    }
    stretches
}

fn push_thing(identity: &str, key: &mut String) {
    key.push(THING);
    key.push_str(identity);
    key.push(THING);
}

/// Where a text may be cut.
struct Allowed {
    /// Sorted.
    places: Vec<usize>,
}

impl Allowed {
    fn new(text: &str, graphemes: GraphemeClusterSegmenterBorrowed<'static>) -> Self {
        let places = graphemes.segment_str(text).filter(|place| {
            let (Some(before), Some(after)) = (text.get(..*place), text.get(*place..)) else {
                return false;
            };
            let (before, after) = (before.chars().next_back(), after.chars().next());
            before.zip(after).is_none_or(|(before, after)| !is_one(before, after))
        });
        Self {
            places: places.collect(),
        }
    }

    fn at(&self, place: usize) -> bool {
        self.places.binary_search(&place).is_ok()
    }
}

/// Whether two characters stand in one number, in a number with what counts it, or in a polite ending.
fn is_one(before: char, after: char) -> bool {
    let (from, to) = (digit(before), digit(after));
    match (from, to) {
        (Some(from), Some(to)) => from == to,
        (Some(Digit::Decimal), None) => COUNTERS.contains(after),
        (None, Some(_)) => before == '第',
        // します and しません differ as wholes, not by す and せん.
        (None, None) => before == 'ま' && matches!(after, 'す' | 'せ' | 'し'),
        _ => false,
    }
}

#[derive(PartialEq)]
enum Digit {
    Decimal,
    Kanji,
}

fn digit(c: char) -> Option<Digit> {
    match c {
        c if c.is_ascii_digit() || matches!(c, '０'..='９') => Some(Digit::Decimal),
        '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' => {
            Some(Digit::Kanji)
        }
        _ => None,
    }
}
