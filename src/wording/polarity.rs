//! Whether a sentence says that an act is done or not done.
//!
//! | reading | example |
//! |---|---|
//! | affirmed | 提供します · 同意を得た上で提供します · 提供することがあります · 提供することを妨げるものではありません |
//! | limited | 法令に基づく場合に限り提供します · 範囲内で利用します |
//! | excepted | 同意なく提供しません · 次の場合を除き、提供しません · 提供しません。ただし…この限りではありません |
//! | negated | 提供しません · 提供することはございません · 提供を禁じます · 提供せず、 |
//!
//! Only main clauses count: a condition, a relative clause, a title and a quotation claim nothing (提供する場合, 提供した情報,
//! 提供しない限り), nor does what may or may not be (提供しないことがあります). What is not read for certain claims nothing.

mod bounds;
mod tail;
mod verbs;

use std::borrow::Cow;
use std::ops::Range;

pub use self::bounds::turns;
use self::tail::Tail;
pub use self::verbs::Verb;
use super::quotes::quotes;
use super::wide::holds_wide;

/// What a main clause says of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// It is done, or may be.
    Affirmed,
    /// It is done within bounds only: に限り, のみ, 範囲内で.
    Limited,
    /// It is not done, but for what is said: を除き, 同意なく, 範囲を超えて.
    Excepted,
    /// It is not done.
    Negated,
}

/// An act word of a main clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The act.
    pub verb: Verb,
    /// What is said of it.
    pub polarity: Polarity,
    /// The act word with its endings, in bytes.
    pub words: Range<usize>,
    /// The clause it closes: from the claim before it, or the start of the sentence.
    pub clause: Range<usize>,
}

impl Claim {
    /// Whether its word is one for things as well as for data: 商品を渡します.
    #[must_use]
    pub fn is_of_things(&self, text: &str) -> bool {
        let words = text.get(self.words.clone()).unwrap_or("");
        verbs::OF_THINGS.iter().any(|of_things| words.starts_with(of_things))
    }
}

/// The claims of a text, in order.
#[must_use]
pub fn claims(text: &str) -> Vec<Claim> {
    // The two commas are as long as each other.
    let text = match text.contains('，') {
        true => Cow::Owned(text.replace('，', "、")),
        false => Cow::Borrowed(text),
    };
    let mut found = Vec::new();
    // Most texts speak of no act.
    if verbs::find(&text).next().is_none() {
        return found;
    }
    for sentence in sentences(&text) {
        read_sentence(&text, sentence, &mut found);
    }
    found
}

/// The sentences of a text, without what parts them. A full stop in brackets or in a quotation ends none.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' | '「' | '『' => depth += 1,
            '）' | ')' | '」' | '』' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        if c == '\n' || (depth == 0 && matches!(c, '。' | '．' | '！' | '？')) {
            found.push(start..at);
            start = at + c.len_utf8();
        }
    }
    found.push(start..text.len());
    found
}

/// An act word that is no part of a quotation or of brackets.
struct Word {
    verb: Verb,
    range: Range<usize>,
    tail: Tail,
}

fn read_sentence(text: &str, sentence: Range<usize>, found: &mut Vec<Claim>) {
    let Some(words) = text.get(sentence.clone()) else {
        return;
    };
    if bounds::takes_back(words) {
        // 「…しません。ただし、…この限りではありません。」 The sentence before it was not the whole of it.
        if let Some(last) = found.last_mut().filter(|last| last.polarity == Polarity::Negated) {
            last.polarity = Polarity::Excepted;
        }
    }
    let asides = asides(words);
    let acts: Vec<Word> = verbs::find(words)
        .filter(|(_, range)| !asides.iter().any(|aside| aside.contains(&range.start)))
        .map(|(verb, range)| {
            let range = range.start..range.end + aside_within(words.get(range.end..).unwrap_or(""));
            let rest = words.get(range.end..).unwrap_or("");
            // 「ご利用およびお支払い」 is what others do.
            let honoured = words
                .get(..range.start)
                .is_some_and(|before| before.ends_with(['ご', '御']));
            let tail = match tail::read(rest) {
                Tail::Joined if honoured => Tail::Nothing,
                tail => tail,
            };
            Word { verb, range, tail }
        })
        .collect();
    let mut from = 0;
    for (index, act) in acts.iter().enumerate() {
        let Some(negated) = is_negated(words, &acts, index) else {
            continue;
        };
        let before = words.get(..act.range.start).unwrap_or("");
        let polarity = match negated {
            true if bounds::leaves_exception(words, before) => Polarity::Excepted,
            true => Polarity::Negated,
            // What stands behind a topic bounds it as well: 提供は、同意がある場合に限り行います。
            false if bounds::is_limited(if act.tail == Tail::Topic { words } else { before }) => Polarity::Limited,
            false => Polarity::Affirmed,
        };
        let end = act.range.end + act.tail.length();
        found.push(Claim {
            verb: act.verb,
            polarity,
            words: sentence.start + act.range.start..sentence.start + end,
            clause: sentence.start + from..sentence.start + end,
        });
        // 「取得および利用」 share what stands before them.
        if !matches!(act.tail, Tail::Joined) {
            from = end;
        }
    }
}

/// How long an aside is that parts an act word from its endings: 連携（第三者提供）することがあります.
fn aside_within(rest: &str) -> usize {
    if !rest.starts_with(['（', '(']) {
        return 0;
    }
    let close = rest.char_indices().find(|(_, c)| matches!(c, '）' | ')'));
    let length = close.map_or(0, |(at, c)| at + c.len_utf8());
    match tail::read(rest.get(length..).unwrap_or("")) {
        Tail::Claim { .. } => length,
        Tail::Nothing | Tail::Joined | Tail::Topic => 0,
    }
}

/// Whether an act of a sentence is negated; `None` where nothing is claimed of it.
fn is_negated(words: &str, acts: &[Word], index: usize) -> Option<bool> {
    let act = acts.get(index)?;
    match act.tail {
        Tail::Nothing => None,
        Tail::Claim { negated, .. } => Some(negated),
        Tail::Joined => match acts.get(index + 1) {
            Some(_) => is_negated(words, acts, index + 1),
            None => tail::of_sentence_end(words.get(act.range.end..)?),
        },
        // 「提供は、…に限り行います」
        Tail::Topic => match acts.get(index + 1) {
            Some(next) if !matches!(next.tail, Tail::Nothing) => None,
            _ => tail::of_light_verb(words.get(act.range.end..)?),
        },
    }
}

/// Brackets and quotations.
fn asides(words: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = quotes(words).all().iter().map(|quote| quote.inner.clone()).collect();
    if !words.as_bytes().contains(&b'(') && !holds_wide(words, ['（']) {
        return found;
    }
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in words.char_indices() {
        match c {
            '（' | '(' => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            '）' | ')' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
