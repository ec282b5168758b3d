//! When two names are one: what a keyboard or a file system writes in two ways is the same name.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The form in which names are compared, everywhere: full and half width are one (２ and 2, Ａ and A, ｱ and ア), and so
/// are a letter with its mark and the two apart (が and か゛). Nothing else is folded: case counts, and so do look-alikes.
///
/// That is NFC after the width mappings, not NFKC: NFKC would also take Ⅳ for IV and ﬁ for fi, which are written with other
/// keys and look otherwise.
pub(crate) fn key(name: &str) -> Cow<'_, str> {
    if name.chars().all(is_plain) {
        return Cow::Borrowed(name);
    }
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '\u{FF01}'..='\u{FFEE}' => folded.extend(std::iter::once(c).nfkc()),
            c => folded.push(c),
        }
    }
    Cow::Owned(folded.nfc().collect())
}

/// The name as it is printed: as written, but with marks joined to their letters, which no reader can see.
pub(crate) fn composed(name: &str) -> Cow<'_, str> {
    if name.chars().all(|c| is_plain(c) || canonical_combining_class(c) == 0) {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len());
    // A letter and its marks. A letter without marks is not touched: NFC would also replace compatibility kanji.
    let mut cluster = String::new();
    let mut marked = false;
    let mut flush = |cluster: &mut String, marked: &mut bool| {
        match *marked {
            true => out.extend(cluster.nfc()),
            false => out.push_str(cluster),
        }
        cluster.clear();
        *marked = false;
    };
    for c in name.chars() {
        match canonical_combining_class(c) {
            0 => flush(&mut cluster, &mut marked),
            _ => marked = true,
        }
        cluster.push(c);
    }
    flush(&mut cluster, &mut marked);
    Cow::Owned(out)
}

/// What no folding changes: nearly all names.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | 'ぁ'..='ゖ' | 'ァ'..='ヾ' | '一'..='鿿' | '々')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn width_and_composition_do_not_count() {
        assert_eq!(key("会員番号２"), "会員番号2");
        assert_eq!(key("ＩＤ＿ａ"), "ID_a");
        assert_eq!(key("ｶﾞｲﾄﾞ番号"), "ガイド番号");
        assert_eq!(key("カ\u{3099}イト\u{3099}"), "ガイド");
        assert_eq!(key("取得．窓口"), "取得.窓口");
        assert!(matches!(key("第三者提供.加盟店1"), Cow::Borrowed(_)));
    }

    #[test]
    fn everything_else_counts() {
        for (one, other) in [
            ("Cookie", "cookie"),
            ("区分Ⅳ", "区分IV"),
            ("ロ座", "口座"),
            ("カード", "カ-ド"),
        ] {
            assert_ne!(key(one), key(other));
        }
    }

    #[test]
    fn a_name_is_printed_as_written() {
        assert_eq!(composed("会員番号２ｶﾞ"), "会員番号２ｶﾞ");
        assert_eq!(composed("カ\u{3099}イト\u{3099}番号"), "ガイド番号");
        // NFC alone would write another kanji.
        assert_eq!(composed("\u{FA1B}カ\u{3099}"), "\u{FA1B}ガ");
        assert_eq!(key("\u{FA1B}"), "福");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(name in "[ -~ぁ-ヿ！-ﾟ\u{3099}\u{309A}亜-熙\u{F900}-\u{FA2D}]{0,16}") {
            let once = key(&name).into_owned();
            prop_assert_eq!(key(&once).into_owned(), once.clone());
            prop_assert_eq!(key(&composed(&name)).into_owned(), once);
            let printed = composed(&name).into_owned();
            prop_assert_eq!(composed(&printed).into_owned(), printed);
        }
    }
}
