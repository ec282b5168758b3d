//! `fuzz/policy.dict` is made from the words of the language and the marks that make it hard to read.

use hoshin::internals::keyword::{Keyword, Kind};
use hoshin::internals::norm::Processing;
use hoshin::internals::policy::Expected;
use hoshin::internals::vocabulary::{Attribute, BUILT_IN_CONDITIONS};

use crate::support::published::published;

/// What is no word of the language: its marks, what wording may hold, and what people write.
const SCRAPS: [&str; 55] = [
    "・",
    "※",
    "「",
    "」",
    "［",
    "］",
    "{",
    "}",
    "｛",
    "｝",
    "、",
    "，",
    "→",
    "->",
    "＝",
    "：",
    ".",
    "．",
    "\"",
    "//",
    "/*",
    "*/",
    "\\",
    "**",
    "[",
    "](",
    ")",
    "<https://",
    "<mailto:",
    "javascript:",
    "<script>",
    "</p>",
    "&lt;",
    "#",
    "「」",
    "［］",
    "{}",
    "［削除］",
    "旧版.",
    "国名",
    "氏名",
    "生年月日",
    "年代",
    "当社",
    "2026-04-01",
    "令和8年4月1日",
    "第1条",
    "（以下「X」といいます）",
    "とは、",
    "をいいます",
    "その他",
    "等",
    ".番号",
    ".題",
    "しない",
];

#[test]
fn the_dictionary_of_the_fuzzers_is_the_words_of_the_language() {
    // A prohibition is its act and しない.
    let keywords = Keyword::WORDS
        .iter()
        .filter(|keyword| keyword.kind() != Kind::Prohibition)
        .map(|keyword| keyword.word());
    let words = keywords
        .chain(Attribute::ALL.iter().map(|one| one.word()))
        .chain(Processing::ALL.iter().map(|one| one.word()))
        .chain(Expected::ALL.iter().map(|one| one.word()))
        .chain(BUILT_IN_CONDITIONS.iter().map(|one| one.name));
    let mut file = String::from(
        "# Scraps of the language for libFuzzer, in UTF-8 written as bytes; each stands readable before them. Made by\n\
         # HOSHIN_UPDATE=1 cargo test from the tables of words and tests/docs/dictionary.rs.\n",
    );
    let mut seen = std::collections::BTreeSet::new();
    for word in SCRAPS.into_iter().chain(words).filter(|word| seen.insert(*word)) {
        let bytes: String = word.bytes().map(|byte| format!("\\x{byte:02x}")).collect();
        file += &format!("# {word}\n\"{bytes}\"\n");
    }
    published("fuzz/policy.dict", &file);
}
