//! What bounds a claim: the words that leave an exception to a negation, or limit an affirmation.

/// Words that take something back or bound it, whatever the act.
const TURNING: &[&str] = &[
    "ません",
    "ない",
    "なく",
    "ず",
    "禁",
    "除",
    "停止",
    "無効",
    "限",
    "のみ",
    "だけ",
    "止め",
    "範囲",
];

/// Whether anything in a text may take back what its claims affirm.
#[must_use]
pub fn turns(text: &str) -> bool {
    has(text, TURNING)
}

/// Before or behind a negation: it holds but for what they say.
const EXCEPT: &[&str] = &["を除き", "を除いて", "を除く", "は除き", "は除く", "この限り"];

/// Before a negation: it is one of a manner, an extent or a case.
const BUT_FOR: &[&str] = &[
    "限り",
    "以外",
    "のほか",
    "超え",
    "目的外",
    "範囲外",
    "反して",
    "原則",
    "意図的に",
    "故意に",
    "不正",
    "不当",
    "不法",
    "違法",
    "みだりに",
    "無断",
    "勝手に",
    "形で",
    "まま",
    "状態で",
    "なければ",
    "なしに",
    "なしで",
    "ことなく",
    "ずに",
    "ないで",
    "同意なく",
    "同意がなく",
    "承諾なく",
    "許可なく",
    "許諾なく",
    "了承なく",
    "了解なく",
    "断りなく",
];

/// Before an affirmation: it holds in what they say alone.
const ONLY: &[&str] = &["限り", "限って", "限定し", "のみ", "だけ", "範囲", "限度", "しか"];

/// Whether a negation leaves an exception. `before` are the words of the sentence before the act.
pub(super) fn leaves_exception(sentence: &str, before: &str) -> bool {
    has(sentence, EXCEPT) || has(before, BUT_FOR)
}

/// Whether an affirmation is limited to what is said before it.
pub(super) fn is_limited(before: &str) -> bool {
    has(before, ONLY)
}

/// Whether a sentence takes something out of the one before it: ただし、…この限りではありません。
pub(super) fn takes_back(sentence: &str) -> bool {
    let start = sentence.trim_start();
    let but = ["ただし", "但し", "もっとも", "なお"]
        .iter()
        .any(|word| start.starts_with(word));
    but && has(sentence, &["この限り", "除き", "除く"])
}

/// Whether a sentence asks somebody else to do something: …してご連絡ください。
pub(super) fn asks(sentence: &str) -> bool {
    let end = sentence.trim_end();
    let end = end.strip_suffix("ませ").unwrap_or(end);
    let asks = [
        "ください",
        "下さい",
        "お願いします",
        "お願いいたします",
        "お願い致します",
        "願います",
    ];
    asks.iter().any(|word| end.ends_with(word))
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}
