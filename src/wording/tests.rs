//! Whatever stands in a policy: no panic, and every range is one of the text.

use proptest::prelude::*;

use super::*;
use crate::document::OutlineLevel;
use crate::span::{SourceId, Span};

/// Pieces from which odd texts are made: what the readers look for, half of it cut short.
const PIECES: [&str; 64] = [
    "「",
    "」",
    "『",
    "』",
    "（",
    "）",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "以下",
    "総称して",
    "これらを",
    "とは",
    "は、",
    "といいます",
    "という",
    "を",
    "。",
    "、",
    "，",
    ".",
    "第",
    "条",
    "項",
    "3",
    "３",
    "三",
    "99999999999999999999999",
    "3.",
    "(1)",
    "前",
    "次",
    "上記",
    "法",
    "同法",
    "及び",
    "本ポリシー",
    "の",
    "同じ",
    "その他",
    "等",
    "など",
    "ほか",
    "他",
    "必要な範囲",
    "取扱",
    "取り扱い",
    "問合せ",
    "クッキー",
    "Cookie",
    "ユーザ",
    "ー",
    "株式会社",
    "㈱",
    "ｶﾞ",
    "か\u{3099}",
    "\u{200B}",
    "\u{FFFC}",
    "\n",
    " ",
    "会員情報",
    "情報の提供",
];

fn odd_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..24).prop_map(|pieces| pieces.concat())
}

fn targets() -> [references::Target<'static>; 3] {
    let target = |full, bare, title, level| references::Target {
        name: Some(title),
        level: Some(level),
        parent: None,
        full,
        bare,
        word: None,
        title,
    };
    [
        target("第3条", "3", "会員情報", OutlineLevel::Chapter),
        target("3.", "3", "会員情報の提供", OutlineLevel::Section),
        target("(1)", "1", "情報の提供", OutlineLevel::Subsection),
    ]
}

proptest! {
    #[test]
    fn every_range_is_one_of_the_text(text in odd_text(), here in 0usize..3) {
        let mut passage = Passage::new(Span::default());
        passage.push(&text, Span::new(SourceId(0), 0, text.len()));
        let mut ranges = Vec::new();
        let defined = definitions::find_definitions(&passage);
        for definition in &defined {
            prop_assert!(definition.whole_range.start <= definition.term_range.start);
            prop_assert!(definition.term_range.end <= definition.whole_range.end);
            prop_assert_eq!(text.get(definition.term_range.clone()), Some(definition.term.as_str()));
            ranges.push(definition.whole_range.clone());
        }
        ranges.extend(open::open_phrases(&text).into_iter().map(|phrase| phrase.range));
        let terms = terms::TermFinder::new(defined.iter().map(|definition| definition.term.as_str()));
        ranges.extend(terms.uses(&passage, &fold::fold(&passage.text), &defined).into_iter().map(|used| used.range));
        let mentions = references::References::new(&targets()).find(&passage, Some(here));
        ranges.extend(mentions.into_iter().map(|mention| mention.range));
        for range in ranges {
            prop_assert!(text.get(range.clone()).is_some_and(|part| !part.is_empty()), "{range:?} of {text:?}");
        }
        for diagnostic in report::writing(&[&passage]) {
            for label in &diagnostic.labels {
                let part = text.get(label.span.range());
                prop_assert!(part.is_some_and(|part| !part.is_empty()), "{} of {text:?}", diagnostic.code);
            }
        }
    }
}
