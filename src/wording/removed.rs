//! What words say is taken out, or is not there: 「氏名を削除した上で公表します」「氏名を含まない写真」「写真には、氏名は含まれません」. It is named
//! and nothing is done with it.

use std::ops::Range;

use super::known_words::KnownWords;

/// What stands behind the names of what is taken out of something else.
const BEHIND: [&str; 17] = [
    "を削除した上",
    "を削除したうえ",
    "を削除して",
    "を削除し、",
    "を削除し，",
    "を削除した状態",
    "を削除した形",
    "を除去した",
    "を除去して",
    "を除去し、",
    "を取り除い",
    "を取り除き",
    "を取除い",
    "を抜いた",
    "を抜いて",
    "を伏せた",
    "を伏せて",
];

/// What stands behind the names of what is not there.
const NOT_THERE: [&str; 16] = [
    "を含まない",
    "を含まず",
    "を含みません",
    "を含めない",
    "を含めず",
    "を含めません",
    "は含まない",
    "は含まず",
    "は含みません",
    "は含まれない",
    "は含まれず",
    "は含まれません",
    "は含めません",
    "が含まれない",
    "が含まれず",
    "が含まれません",
];

static BEHIND_NAMES: KnownWords<17> = KnownWords::new(BEHIND);

/// What stands behind the names of what is not there, to be looked for.
pub(crate) static NONE_THERE: KnownWords<16> = KnownWords::new(NOT_THERE);

/// What ends a part of a sentence that goes before.
const BREAKS: [&str; 9] = ["。", "は", "し、", "て、", "り、", "が、", "から", "また、", "\n"];

/// How far a sentence is followed, in bytes.
const BEFORE: usize = 600;

/// The places in a text, in bytes, of what is taken out or is not there.
#[must_use]
pub fn removed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most texts take nothing out.
    if !BEHIND_NAMES.are_in(text) && !NONE_THERE.are_in(text) {
        return found;
    }
    for words in BEHIND.into_iter().chain(NOT_THERE) {
        for (at, _) in text.match_indices(words) {
            let from = text.ceil_char_boundary(at.saturating_sub(BEFORE));
            let before = text.get(from..at).unwrap_or("");
            let ends = BREAKS.iter().filter_map(|end| Some(before.rfind(end)? + end.len()));
            found.push(from + ends.max().unwrap_or(0)..at + words.len());
        }
    }
    found.sort_by_key(|place| place.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_out_is_found() {
        for (text, names) in [
            (
                "写真から氏名を削除した上で、写真を公表します。",
                &["氏名を削除した上"][..],
            ),
            ("氏名、住所を取り除いて公表します。", &["氏名、住所を取り除い"]),
            ("当店は、氏名を含まない写真を公表します。", &["、氏名を含まない"]),
            ("写真には、氏名は含まれません。", &["、氏名は含まれません"]),
            (
                "お知らせでは氏名その他の個人を識別できる情報は含まず、件数を示します。",
                &["氏名その他の個人を識別できる情報は含まず"],
            ),
        ] {
            let found: Vec<&str> = removed(text)
                .into_iter()
                .map(|place| text.get(place).unwrap_or(""))
                .collect();
            assert_eq!(found, names, "{text}");
        }
    }

    #[test]
    fn what_is_there_or_is_deleted_for_good_is_not() {
        for text in [
            "氏名を含む写真を公表します。",
            "その後は、氏名を削除します。",
            "氏名の削除を求めることができます。",
            "写真に氏名が含まれます。",
        ] {
            assert!(removed(text).is_empty(), "{text}");
        }
    }
}
