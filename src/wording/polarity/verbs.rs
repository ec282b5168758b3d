//! The words for acts.

use std::ops::Range;

use crate::wording::known_words::Starts;

/// What is done, whatever word is used for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// 取得
    Collect,
    /// 利用
    Use,
    /// 提供
    Provide,
    /// 提供を受ける
    Receive,
    /// 委託
    Entrust,
    /// 委託を受ける
    AcceptEntrustment,
    /// 共同利用
    Share,
    /// 送信
    Transmit,
    /// 移転
    Move,
    /// 公開
    Publish,
    /// 保管
    Retain,
    /// 記録: how a device collects, and what is kept
    Record,
    /// 消去
    Erase,
}

/// The longest of several that begin at one place counts: 共同利用 is not 利用.
const WORDS: &[(&str, Verb); 55] = &[
    ("取得", Verb::Collect),
    ("収集", Verb::Collect),
    ("入手", Verb::Collect),
    ("利用", Verb::Use),
    ("使用", Verb::Use),
    ("活用", Verb::Use),
    ("提供", Verb::Provide),
    ("開示", Verb::Provide),
    ("販売", Verb::Provide),
    ("売却", Verb::Provide),
    ("譲渡", Verb::Provide),
    ("貸与", Verb::Provide),
    ("共有", Verb::Provide),
    ("渡し", Verb::Provide),
    ("渡さ", Verb::Provide),
    ("渡す", Verb::Provide),
    ("送付", Verb::Provide),
    ("送り", Verb::Provide),
    ("送る", Verb::Provide),
    ("送ら", Verb::Provide),
    ("売り", Verb::Provide),
    ("売る", Verb::Provide),
    ("売ら", Verb::Provide),
    ("連携", Verb::Provide),
    ("預け", Verb::Entrust),
    ("集め", Verb::Collect),
    ("受け取り", Verb::Receive),
    ("受け取る", Verb::Receive),
    ("受け取ら", Verb::Receive),
    ("使い", Verb::Use),
    ("使う", Verb::Use),
    ("使わ", Verb::Use),
    ("使っ", Verb::Use),
    ("提供を受け", Verb::Receive),
    ("受領", Verb::Receive),
    ("委託", Verb::Entrust),
    ("委託を受け", Verb::AcceptEntrustment),
    ("受託", Verb::AcceptEntrustment),
    ("共同利用", Verb::Share),
    ("共同で利用", Verb::Share),
    ("共同して利用", Verb::Share),
    ("送信", Verb::Transmit),
    ("転送", Verb::Transmit),
    ("移転", Verb::Move),
    ("掲載", Verb::Publish),
    ("公開", Verb::Publish),
    ("公表", Verb::Publish),
    ("保管", Verb::Retain),
    ("保存", Verb::Retain),
    ("保持", Verb::Retain),
    ("記録", Verb::Record),
    ("消去", Verb::Erase),
    ("削除", Verb::Erase),
    ("廃棄", Verb::Erase),
    ("破棄", Verb::Erase),
];

static STARTS: Starts<{ WORDS.len() }> = Starts::of(WORDS);

/// Those that are said of things as well as of data: 商品を渡します, 道具を使います.
pub(super) const OF_THINGS: &[&str] = &[
    "渡",
    "送り",
    "送る",
    "送ら",
    "送付",
    "売り",
    "売る",
    "売ら",
    "連携",
    "預け",
    "集め",
    "受け取",
    "使",
];

/// The act words of a text, in order.
pub(super) fn find(text: &str) -> impl Iterator<Item = (Verb, Range<usize>)> + '_ {
    let found = STARTS.find(text, |number| WORDS[number].0);
    found.map(|(number, range)| (WORDS[number].1, range))
}

/// Whether a text begins with one.
pub(super) fn begins(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|first| STARTS.with(first).any(|number| text.starts_with(WORDS[number].0)))
}
