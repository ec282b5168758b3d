//! Where two texts differ.

use hoshin::internals::diff::wording::{Atom, Comparer, Hunk, WordingOptions};
use proptest::prelude::*;

/// The comparison as one line: ［-gone-］［+came+］.
fn told(old: &str, new: &str) -> String {
    tell(&Comparer::new(WordingOptions::default()).compare_words(old, new))
}

fn folded(old: &str, new: &str) -> String {
    tell(&Comparer::new(WordingOptions { fold_width: true }).compare_words(old, new))
}

fn tell(hunks: &[Hunk]) -> String {
    let mut text = String::new();
    for hunk in hunks {
        if hunk.same {
            text.push_str(&hunk.new);
            continue;
        }
        for (mark, words) in [('-', &hunk.old), ('+', &hunk.new)] {
            if !words.is_empty() {
                text.push_str(&format!("[{mark}{words}]"));
            }
        }
    }
    text
}

#[test]
fn differences_are_cut_at_words() {
    for (old, new, expected) in [
        (
            "当社は、お客様の個人情報を広告配信に利用します。",
            "当社は、お客様の個人情報を広告配信および効果測定に利用します。",
            "当社は、お客様の個人情報を広告配信[+および効果測定]に利用します。",
        ),
        (
            "生年を取得します。",
            "生年月日を取得します。",
            "[-生年][+生年月日]を取得します。",
        ),
        (
            "保管の期間は、最後のご注文から3年間です。",
            "保管の期間は、最後のご注文から13年間です。",
            "保管の期間は、最後のご注文から[-3年間][+13年間]です。",
        ),
        (
            "第10条に定めます。",
            "第11条に定めます。",
            "[-第10条][+第11条]に定めます。",
        ),
        ("二十日以内", "三十日以内", "[-二十日][+三十日]以内"),
        (
            "氏名、住所をお預かりします。",
            "氏名、電話番号、住所をお預かりします。",
            "氏名、[+電話番号、]住所をお預かりします。",
        ),
        (
            "情報を保管します。保管した情報は消去しません。",
            "情報を保管します。棚に鍵をかけます。保管した情報は消去しません。",
            "情報を保管します。[+棚に鍵をかけます。]保管した情報は消去しません。",
        ),
        (
            "次の場合に限り、個人情報を第三者に提供します。",
            "次の場合を除き、個人情報を第三者に提供しません。",
            "次の場合[-に限り][+を除き]、個人情報を第三者に提供[-します][+しません]。",
        ),
        (
            "個人情報相談窓口（電話：03-0000-0000）までお願いします。",
            "個人情報お客様窓口（電話：0120-000-000、受付時間：平日10:00～17:00）までお願いします。",
            "個人情報[-相談][+お客様]窓口（電話：[-03-0000-0000][+0120-000-000、受付時間：平日10:00～17:00]）までお願いします。",
        ),
        (
            "これは、まったく関係のない文章です。",
            "配送の状況は、追跡番号から確かめられます。",
            "[-これは、まったく関係のない文章です][+配送の状況は、追跡番号から確かめられます]。",
        ),
        ("姓名と居所", "氏名と住所", "[-姓名と居所][+氏名と住所]"),
        ("棚", "", "[-棚]"),
    ] {
        assert_eq!(told(old, new), expected);
    }
}

#[test]
fn white_space_and_line_ends_are_no_difference() {
    for (old, new) in [
        (
            "当社は、お客様の\n  情報を預かります。",
            "当社は、お客様の情報を預かります。",
        ),
        ("株式会社 見本", "株式会社見本"),
        ("Sample  Store", "Sample\nStore"),
        ("　前文", "前文"),
        (" ", ""),
    ] {
        assert!(!told(old, new).contains('['), "{}", told(old, new));
    }
    assert_eq!(told("SampleStore", "Sample Store"), "[-SampleStore][+Sample Store]");
}

#[test]
fn widths_differ_unless_they_are_folded() {
    let (old, new) = ("ﾌﾟﾗﾝＡは１２３円", "プランAは123円");
    assert_eq!(folded(old, new), new);
    assert_eq!(told(old, new), "[-ﾌﾟﾗﾝＡは１２３円][+プランAは123円]");
    assert_eq!(
        folded("㈱見本", "(株)見本"),
        "[-㈱][+(株)]見本",
        "only widths are folded"
    );
}

#[test]
fn characters_that_look_alike_by_canonical_equivalence_are_alike() {
    assert_eq!(told("か\u{3099}情報", "が情報"), "が情報");
}

#[test]
fn a_thing_is_compared_by_what_it_is() {
    let text = |identity: &str, words: &str| {
        [
            Atom::Words("お問い合わせは、".to_owned()),
            Atom::Thing {
                identity: identity.to_owned(),
                words: words.to_owned(),
            },
            Atom::Words("のとおりです。".to_owned()),
        ]
    };
    let comparer = Comparer::new(WordingOptions::default());
    assert_eq!(
        tell(&comparer.compare(&text("窓口", "4"), &text("窓口", "5"))),
        "お問い合わせは、5のとおりです。"
    );
    assert_eq!(
        tell(&comparer.compare(&text("窓口", "4"), &text("開示", "4"))),
        "お問い合わせは、[-4][+4]のとおりです。"
    );
}

#[test]
fn a_text_of_nothing_but_changes_ends_soon() {
    let side = |step: usize| -> String {
        (0..40_000)
            .map(|i| char::from_u32(0x4E00 + ((i * step) % 2_000) as u32).expect("a kanji"))
            .collect()
    };
    let hunks = Comparer::new(WordingOptions::default()).compare_words(&side(7), &side(11));
    assert_eq!(hunks.iter().map(|hunk| hunk.new.as_str()).collect::<String>(), side(11));
}

/// Texts with what is hard to cut: marks that combine, sequences of emoji, digits of both widths, white space.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "氏名",
        "住所",
        "の",
        "を",
        "、",
        "。",
        "第",
        "条",
        "年",
        "1",
        "２",
        "三",
        "十",
        " ",
        "\n",
        "　",
        "か",
        "\u{3099}",
        "ﾊ",
        "ﾟ",
        "Sample",
        "葛\u{E0100}",
        "👨\u{200D}👩\u{200D}👧",
        "e\u{301}",
        "\r\n",
        "ー",
        "（",
        "）",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '０'..='９'))
}

proptest! {
    #[test]
    fn a_text_is_itself(text in texts()) {
        prop_assert!(!told(&text, &text).contains('['));
    }

    #[test]
    fn the_hunks_are_the_two_texts_and_the_mirror_is_the_mirror(old in texts(), new in texts(), fold_width: bool) {
        let comparer = Comparer::new(WordingOptions { fold_width });
        let hunks = comparer.compare_words(&old, &new);
        prop_assert_eq!(hunks.iter().map(|hunk| hunk.old.as_str()).collect::<String>(), old.clone());
        prop_assert_eq!(hunks.iter().map(|hunk| hunk.new.as_str()).collect::<String>(), new.clone());
        prop_assert!(hunks.windows(2).all(|pair| pair[0].same != pair[1].same), "neighbours of one kind");
        let mirror: Vec<Hunk> = comparer
            .compare_words(&new, &old)
            .into_iter()
            .map(|Hunk { same, old, new }| Hunk { same, old: new, new: old })
            .collect();
        prop_assert_eq!(mirror, hunks);
    }

    #[test]
    fn no_character_and_no_number_is_cut(old in texts(), new in texts()) {
        let graphemes = icu_segmenter::GraphemeClusterSegmenter::new();
        let hunks = Comparer::new(WordingOptions::default()).compare_words(&old, &new);
        for side in [hunks.iter().map(|hunk| &hunk.old).collect::<Vec<_>>(), hunks.iter().map(|hunk| &hunk.new).collect()] {
            let whole: String = side.iter().map(|part| part.as_str()).collect();
            let places: Vec<usize> = graphemes.segment_str(&whole).collect();
            let mut at = 0;
            for part in side {
                at += part.len();
                let (before, after) = whole.split_at(at);
                prop_assert!(places.contains(&at) || whole.is_empty(), "{whole:?} cut at {at}");
                prop_assert!(!(is_digit(before.chars().next_back()) && is_digit(after.chars().next())), "{whole:?} cut at {at}");
            }
        }
    }
}
