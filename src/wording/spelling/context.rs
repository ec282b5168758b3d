//! Whether a spelling found in the text is a use of the word, by what stands around it.

use std::ops::Range;

use super::words::Rule;
use crate::wording::fold::{is_hiragana, is_kanji, is_katakana};
use crate::wording::passage::PARAGRAPH_BREAK;

/// Whether the spelling at `range` is a use of its word.
pub(super) fn is_use(rule: Rule, text: &str, range: &Range<usize>) -> bool {
    let around = Around::of(text, range);
    match rule {
        Rule::Word => true,
        Rule::Adverb => !(around.first.is_some_and(is_kanji) && around.before().is_some_and(is_kanji)),
        Rule::Noun => is_noun(&around),
        Rule::Run => is_run(&around),
        Rule::End => breaks(around.last, around.after()) && !is_in_name(&around),
        Rule::AfterNumber => around
            .before()
            .is_some_and(|c| c.is_numeric() || "一二三四五六七八九十百千数何半各".contains(c)),
    }
}

/// A spelling and the text around it.
struct Around<'t> {
    before: &'t str,
    after: &'t str,
    first: Option<char>,
    last: Option<char>,
}

impl<'t> Around<'t> {
    fn of(text: &'t str, range: &Range<usize>) -> Self {
        let word = text.get(range.clone()).unwrap_or("");
        Self {
            before: text.get(..range.start).unwrap_or(""),
            after: text.get(range.end..).unwrap_or(""),
            first: word.chars().next(),
            last: word.chars().next_back(),
        }
    }

    fn before(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    fn after(&self) -> Option<char> {
        self.after.chars().next()
    }

    fn followed_by(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.after.starts_with(word))
    }
}

fn is_noun(around: &Around<'_>) -> bool {
    match around.last {
        Some(last) if is_kanji(last) => is_bare_noun(around),
        _ => !is_verb(around),
    }
}

/// A noun without kana at its end (申込) is spelt so in compounds (新規申込, 申込書, 申込フォーム), whatever the rest of the text does.
fn is_bare_noun(around: &Around<'_>) -> bool {
    let joins = |c: char| is_kanji(c) || is_katakana(c) || c.is_ascii_alphanumeric();
    let compound = around.after().is_some_and(|c| joins(c) && c != '等')
        || around.before().is_some_and(|c| joins(c) && !"各本該等".contains(c));
    let inflected = around.after().is_some_and(is_hiragana)
        && !around.followed_by(&[
            "の",
            "に",
            "を",
            "は",
            "が",
            "も",
            "と",
            "や",
            "へ",
            "で",
            "から",
            "など",
            "および",
            "または",
            "まで",
            "さ",
            "し",
            "す",
            "せ",
            "ならびに",
            "もしくは",
        ]);
    !compound && !inflected
}

/// Whether what looks like the noun is the verb: 取り扱いつつ, 取り消した, 適切に取り扱い、.
fn is_verb(around: &Around<'_>) -> bool {
    if around.followed_by(&[
        "ます",
        "まし",
        "ませ",
        "つつ",
        "ながら",
        "たい",
        "た",
        "て",
        "る",
        "れ",
        "られ",
        "ない",
        "なく",
        "なけ",
        "ず",
        "ば",
        "よう",
    ]) {
        return true;
    }
    // 「申込み、問合せ」 lists nouns; 「適切に取り扱い、」 goes on with a verb.
    around.followed_by(&["、", "，"])
        && around
            .before()
            .is_some_and(|c| is_hiragana(c) && !"おごのやと".contains(c))
}

/// Whether a run ends between two characters.
fn breaks(edge: Option<char>, outside: Option<char>) -> bool {
    match (edge, outside) {
        (Some(edge), Some(outside)) if is_katakana(edge) => !is_katakana(outside),
        (Some(_), Some(outside)) => !(outside.is_ascii_alphanumeric() || "-_./@:#?=&".contains(outside)),
        _ => true,
    }
}

fn is_run(around: &Around<'_>) -> bool {
    breaks(around.first, around.before()) && breaks(around.last, around.after()) && !is_in_name(around)
}

/// Whether the word is part of a name in Latin letters (Example Web Services) or of a company's (株式会社見本デジタル).
fn is_in_name(around: &Around<'_>) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let next_word = around.after.strip_prefix(' ').and_then(|rest| rest.chars().next());
    let last_word = around
        .before
        .strip_suffix(' ')
        .and_then(|rest| rest.chars().next_back());
    if (latin(around.last) && latin(next_word)) || (latin(around.first) && latin(last_word)) {
        return true;
    }
    is_beside_company(around.before, around.after)
}

/// Whether the nouns around a place name a company.
pub(super) fn is_beside_company(before: &str, after: &str) -> bool {
    const REACH: usize = 24;
    let part_of_name = |c: &char| !is_hiragana(*c) && *c != PARAGRAPH_BREAK && !"、。，（）()「」".contains(*c);
    let behind: String = after.chars().take(REACH).take_while(part_of_name).collect();
    let ahead: String = before.chars().rev().take(REACH).take_while(part_of_name).collect();
    const FORMS: [&str; 5] = ["株式会社", "有限会社", "合同会社", "法人", "㈱"];
    FORMS.iter().any(|form| {
        let backwards: String = form.chars().rev().collect();
        behind.contains(form) || ahead.contains(&backwards)
    })
}
