//! Text to tree: what is read, and what is said about what cannot be read.

use hoshin::internals::diagnostic::{Code, Diagnostic};
use hoshin::internals::keyword::Keyword;
use hoshin::internals::span::SourceId;
use hoshin::internals::syntax::ast::{Inline, Item, Mark, MeaningItem, Statement, Wording, statements};
use hoshin::internals::syntax::{self, Parsed};

fn parse(text: &str) -> Parsed {
    syntax::parse(SourceId(0), text)
}

/// Parses what must be without fault.
fn good(text: &str) -> Vec<Statement> {
    let parsed = parse(text);
    assert_eq!(parsed.diagnostics, vec![], "{text}");
    statements(&parsed.file.items).cloned().collect()
}

/// The codes with the text that each points at.
fn faults(text: &str) -> Vec<(Code, String)> {
    let mut diagnostics = parse(text).diagnostics;
    hoshin::internals::diagnostic::sort(&mut diagnostics);
    diagnostics.iter().map(|d| (d.code, marked(text, d))).collect()
}

fn marked(text: &str, diagnostic: &Diagnostic) -> String {
    let span = diagnostic.span().expect("a place");
    text.get(span.range()).expect("inside the text").to_owned()
}

/// The first fix applied.
fn mended(text: &str) -> String {
    let parsed = parse(text);
    let fix = parsed.diagnostics[0].fix.clone().expect("a fix");
    let mut mended = text.to_owned();
    mended.replace_range(fix.span.range(), &fix.replacement);
    mended
}

fn shown(wording: &Wording) -> Vec<String> {
    let paragraph = |inlines: &Vec<Inline>| inlines.iter().map(inline).collect();
    wording.paragraphs.iter().map(paragraph).collect()
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text(words) => words.text.clone(),
        Inline::Reference(path) => format!("<{}>", path.text()),
        Inline::Link { words, target, .. } => {
            let words: String = words.iter().map(self::inline).collect();
            format!("[{words}→{}]", target.text)
        }
        Inline::Url(url) => format!("<{}>", url.text),
        Inline::Strong { words, .. } => {
            let words: String = words.iter().map(self::inline).collect();
            format!("**{words}**")
        }
    }
}

#[test]
fn a_statement_has_all_its_parts() {
    let found = good("・特約 要配慮の制限［要配慮、法令］「文言」\"x.policy\" {\n 限定［運営］\n}");
    let rider = &found[0];
    assert_eq!(rider.mark.map(|(mark, _)| mark), Some(Mark::Bullet));
    assert_eq!(rider.kind, Keyword::Rider);
    assert_eq!(rider.name.as_ref().map(|name| name.text.as_str()), Some("要配慮の制限"));
    assert_eq!(rider.meaning_items().count(), 2);
    assert_eq!(shown(&rider.wordings[0]), ["文言"]);
    assert_eq!(rider.strings[0].text, "x.policy");
    assert_eq!(
        rider.children().map(|child| child.kind).collect::<Vec<_>>(),
        [Keyword::Limit]
    );
}

#[test]
fn every_keyword_is_read() {
    for keyword in Keyword::WORDS {
        let parsed = parse(keyword.word());
        assert!(
            parsed.diagnostics.is_empty(),
            "{}: add its kw_… to grammar/policy.pest, and to the words of its kind there",
            keyword.word()
        );
        let found = good(keyword.word());
        assert_eq!((found.len(), found[0].kind), (1, *keyword), "{}", keyword.word());
        let marked = good(&format!("・{} 名前「文言」", keyword.word()));
        assert_eq!(marked[0].kind, *keyword, "{}", keyword.word());
    }
}

#[test]
fn keywords_are_valid_names() {
    let found = good(
        "章 取得「題」\n情報 個人情報 {\n ・住所［直接識別］\n ・利用\n}\n章 委託「題」{\n 委託「見出し」{ ・特約「本文」 }\n}",
    );
    assert_eq!(found[0].name.as_ref().map(|name| name.text.as_str()), Some("取得"));
    let data: Vec<_> = found[1]
        .children()
        .map(|child| (child.kind, child.name.clone().map(|n| n.text)))
        .collect();
    assert_eq!(
        data,
        [
            (Keyword::Data, Some("住所".to_owned())),
            (Keyword::Data, Some("利用".to_owned()))
        ]
    );
    let entrustment = found[2].children().next().expect("a child");
    assert_eq!(entrustment.kind, Keyword::Entrust);
    assert_eq!(
        entrustment.children().next().map(|child| child.kind),
        Some(Keyword::Rider)
    );
}

#[test]
fn an_element_is_what_its_block_holds() {
    let kinds = |text| good(text)[0].children().map(|child| child.kind).collect::<Vec<_>>();
    assert_eq!(
        kinds("目的 { ・配送「文言」 ・「文言」［運営］ ※「注」\n「段落」 }"),
        [Keyword::Purpose, Keyword::Purpose, Keyword::Prose, Keyword::Prose]
    );
    assert_eq!(kinds("場合 { ・注文［本人選択］「文言」 }"), [Keyword::Condition]);
    assert_eq!(kinds("項目 { ・「氏名」 }"), [Keyword::Entry]);
    assert_eq!(kinds("章 X { ・「本文」 ※「注」 }"), [Keyword::Prose, Keyword::Prose]);
}

#[test]
fn nothing_on_the_next_line_is_swallowed() {
    let found = good("取得［氏名］\n  場合［同意］\n「段落」");
    assert_eq!(
        found.iter().map(|s| s.kind).collect::<Vec<_>>(),
        [Keyword::Collect, Keyword::Cases, Keyword::Prose]
    );
}

#[test]
fn full_width_and_half_width_marks_are_the_same() {
    let narrow = good("主体 X[外国, 国名=アメリカ] {\n}");
    let wide = good("主体　X［外国，国名＝アメリカ］｛\n｝");
    let items = |s: &Statement| {
        s.meaning_items()
            .map(|item| match item {
                MeaningItem::Name(path) => path.text(),
                MeaningItem::Pair(key, value) => format!("{}＝{value:?}", key.text)
                    .split('{')
                    .next()
                    .unwrap_or("")
                    .to_owned(),
                other => format!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(items(&narrow[0]), items(&wide[0]));
    assert!(wide[0].body.is_some());
}

#[test]
fn meanings_hold_names_dates_replacements_and_attributes() {
    let found =
        good("一般化［生年月日 → 年代、\n  // 説明\n  条項.名前］\n施行［令和8年4月1日］\n番号［章＝\"第1条\"］");
    let items: Vec<_> = found.iter().flat_map(|s| s.meaning_items().cloned()).collect();
    assert!(matches!(&items[0], MeaningItem::Arrow(a, b) if a.text() == "生年月日" && b.text() == "年代"));
    assert!(matches!(&items[1], MeaningItem::Name(path) if path.text() == "条項.名前"));
    assert!(
        matches!(&items[2], MeaningItem::Date(d) if d.date.map(|d| d.to_string()).as_deref() == Some("2026-04-01"))
    );
    assert!(matches!(&items[3], MeaningItem::Pair(key, _) if key.text == "章"));
    assert_eq!(found[0].comments.len(), 1);
}

#[test]
fn wording_joins_lines_and_parts_paragraphs() {
    let found = good("「一行目\n   二行目 Web\n   Service「以下「当社」」\n\n   次の段落\n」");
    assert_eq!(
        shown(&found[0].wordings[0]),
        ["一行目二行目 Web Service「以下「当社」」", "次の段落"]
    );
}

#[test]
fn wording_holds_references_links_stress_and_escapes() {
    let found =
        good("「{問合せ先}と[こちら](https://example.jp/a?b=c)と<https://example.jp/>と**重要**と\\{x\\}と2 < 3」");
    assert_eq!(
        shown(&found[0].wordings[0]),
        ["<問合せ先>と[こちら→https://example.jp/a?b=c]と<https://example.jp/>と**重要**と{x}と2 < 3"]
    );
}

#[test]
fn comments_and_blank_lines_are_kept() {
    let parsed = parse("// 先頭\n\n章 A { // 後ろ\n  /* 中 */\n  「x」\n\n\n  「y」 // 端\n}\n");
    assert_eq!(parsed.diagnostics, vec![]);
    assert!(matches!(&parsed.file.items[0], Item::Comment(c) if !c.trailing));
    assert!(matches!(parsed.file.items[1], Item::Blank));
    let Item::Statement(chapter) = &parsed.file.items[2] else {
        panic!("a chapter")
    };
    let inner: Vec<_> = chapter
        .body
        .as_ref()
        .expect("a block")
        .items
        .iter()
        .map(|item| match item {
            Item::Statement(_) => "s".to_owned(),
            Item::Blank => "-".to_owned(),
            Item::Comment(c) => format!("{}{}", if c.trailing { ">" } else { "" }, c.text),
        })
        .collect();
    assert_eq!(inner, [">// 後ろ", "/* 中 */", "s", "-", "s", ">// 端"]);
}

#[test]
fn every_broken_statement_is_reported_and_the_rest_is_read() {
    let text = "章 A「題」{\n  ?\n  「よい」\n  目手「x」\n  ・「よい」\n}\n章 B「題」";
    assert_eq!(
        faults(text),
        [(Code::H0107, "?".to_owned()), (Code::H0106, "目手".to_owned())]
    );
    let parsed = parse(text);
    let top: Vec<_> = statements(&parsed.file.items)
        .map(|s| (s.kind, s.children().count()))
        .collect();
    assert_eq!(top, [(Keyword::Chapter, 3), (Keyword::Chapter, 0)]);
}

#[test]
fn what_people_type_is_named_and_mended() {
    let cases = [
        ("章 A｢題」", Code::H0108, "章 A「題」"),
        ("章 A“題”", Code::H0108, "章 A「題」"),
        ("章 A『題』", Code::H0108, "章 A「題」"),
        ("提供先（加盟店、配信社）", Code::H0108, "提供先［加盟店、配信社］"),
        ("提供先(加盟店)", Code::H0108, "提供先［加盟店］"),
        ("提供先【加盟店】", Code::H0108, "提供先［加盟店］"),
        ("提供先：加盟店", Code::H0108, "提供先［加盟店］"),
        ("提供先［加盟店］；", Code::H0108, "提供先［加盟店］"),
        ("提供先［加盟店］。", Code::H0108, "提供先［加盟店］"),
        ("除外［氏名 住所］", Code::H0108, "除外［氏名、住所］"),
        ("除外［氏名・住所］", Code::H0108, "除外［氏名、住所］"),
        ("情報 X { ･氏名 }", Code::H0108, "情報 X { ・氏名 }"),
        ("情報 X { - 氏名 }", Code::H0108, "情報 X { ・ 氏名 }"),
        ("提供さき［加盟店］", Code::H0106, "提供先［加盟店］"),
        (
            "情報 X {\n 氏名［直接識別］\n}",
            Code::H0106,
            "情報 X {\n ・氏名［直接識別］\n}",
        ),
        ("目的配送「文言」", Code::H0111, "目的 配送「文言」"),
        ("(1) 目的 配送「文言」", Code::H0107, " 目的 配送「文言」"),
        ("第1条 章 目的「文言」", Code::H0107, " 章 目的「文言」"),
    ];
    for (text, code, mended_text) in cases {
        assert_eq!(faults(text).first().map(|(code, _)| *code), Some(code), "{text}");
        assert_eq!(faults(text).len(), 1, "{text}: {:?}", faults(text));
        assert_eq!(mended(text), mended_text);
        assert_eq!(parse(mended_text).diagnostics, vec![], "{mended_text}");
    }
}

#[test]
fn slips_of_an_editor_give_one_report_each() {
    let cases = [
        (
            "章 甲「題」{\n当社は、お客様の（以下「甲」といいます）情報を扱います。\n}",
            Code::H0107,
            "章 甲「題」{\n「当社は、お客様の（以下「甲」といいます）情報を扱います。」\n}",
        ),
        (
            "提供 大学・研究機関への提供「題」{ 提供先［大学］ }",
            Code::H0107,
            "提供 大学研究機関への提供「題」{ 提供先［大学］ }",
        ),
        ("取込 ”語彙.policy”", Code::H0108, "取込 \"語彙.policy\""),
    ];
    for (text, code, mended_text) in cases {
        let found = faults(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!(found[0].0, code);
        assert_eq!(mended(text), mended_text);
        assert_eq!(parse(mended_text).diagnostics, vec![]);
    }
    let arrows = [
        ("一般化［生年月日⇒年代］", "⇒年代"),
        ("除外［氏名。住所］", "。住所"),
        ("一般化［A=>B］", "=>B"),
    ];
    for (text, place) in arrows {
        assert_eq!(faults(text), [(Code::H0107, place.to_owned())], "{text}");
    }
}

#[test]
fn structural_slips_point_at_their_place() {
    let cases: [(&str, Code, &str); 12] = [
        ("章 A「題\n章 B「題」", Code::H0101, "「"),
        ("章 A {\n  「x」\n章 B {\n}", Code::H0102, "{"),
        ("提供先［加盟店\n項目［氏名］", Code::H0103, "［加盟店"),
        ("/* 途中", Code::H0104, "/*"),
        ("章 A }", Code::H0105, "}"),
        ("章 A「題」 見出し「x」", Code::H0109, "見出し「x」"),
        ("章「題」 名前", Code::H0110, "名前"),
        ("「{ }」", Code::H0112, "{ }"),
        ("旧版 \"2025/a.policy", Code::H0113, "\"2025/a.policy"),
        ("章 A「題」\n{\n「x」\n}", Code::H0114, "{"),
        ("施行［2023-02-29］", Code::H0303, "2023-02-29"),
        ("提供先［？？］", Code::H0107, "？？"),
    ];
    for (text, code, place) in cases {
        let found = faults(text);
        assert_eq!(found, vec![(code, place.to_owned())], "{text}");
    }
}

#[test]
fn limits_are_diagnostics() {
    let deep = format!("{}{}", "章 A {\n".repeat(10_000), "}\n".repeat(10_000));
    assert_eq!(
        faults(&deep).iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        [Code::H0901]
    );
    let at_limit = format!(
        "{}{}",
        "章 A {\n".repeat(syntax::MAX_NESTING),
        "}\n".repeat(syntax::MAX_NESTING)
    );
    assert_eq!(faults(&at_limit), vec![]);
    let quotes = format!("「{}{}」", "「**[".repeat(60), "」".repeat(60));
    assert_eq!(faults(&quotes), vec![]);
}

#[test]
fn a_backslash_escapes_no_line_end() {
    for text in ["「あ\\\nい」", "「あ\\\r\nい」"] {
        assert_eq!(shown(&good(text)[0].wordings[0]), ["あ\\い"]);
    }
    assert_eq!(
        shown(&good("「[あ\\\nい](#x)**う\\\nえ**」")[0].wordings[0]),
        ["[あ\\い](#x)**う\\え**"]
    );
}

#[test]
fn a_comment_may_stand_between_a_mark_and_what_it_marks() {
    for (text, kind) in [
        ("・/* a */情報 宛名", Keyword::Data),
        ("・ /* a */ 宛名", Keyword::Prose),
    ] {
        let statement = &good(text)[0];
        assert_eq!(statement.kind, kind);
        assert_eq!(statement.name.as_ref().map(|name| name.text.as_str()), Some("宛名"));
        assert_eq!(statement.comments[0].text, "/* a */");
    }
}

#[test]
fn what_a_finding_marks_is_whole_characters() {
    let deep = "章 A ｛".repeat(100);
    let quotes = "「".repeat(100);
    for (text, code, marked) in [
        ("｛ 目次 ｝", Code::H0107, "｛"),
        ("目次\n｛｝", Code::H0114, "｛"),
        (&deep, Code::H0901, "｛"),
        (&quotes, Code::H0901, "「"),
    ] {
        assert_eq!(faults(text), [(code, marked.to_owned())], "{text}");
    }
}

/// Found by fuzzing: what was put in for the grammar counted as text of the source.
#[test]
fn a_fix_lies_in_the_text_where_a_bracket_was_missing() {
    for text in [
        "当社は、「情報を取り扱います",
        "当社は、「情報 　{\n",
        "当社は、「情報\n章 甲「題」\n",
    ] {
        for diagnostic in parse(text).diagnostics {
            let fix = diagnostic.fix.iter().map(|fix| fix.span);
            for span in diagnostic.labels.iter().map(|label| label.span).chain(fix) {
                assert!(text.get(span.range()).is_some(), "{diagnostic:?} in {text:?}");
            }
        }
    }
    assert_eq!(
        mended("当社は、情報を取り扱います。 \n"),
        "「当社は、情報を取り扱います。」 \n"
    );
}
