use super::*;
use crate::document::OutlineLevel;
use crate::span::Span;

fn chapter(full: &'static str, bare: &'static str, title: &'static str, name: &'static str) -> Target<'static> {
    Target {
        name: Some(name),
        level: Some(OutlineLevel::Chapter),
        parent: None,
        full,
        bare,
        word: None,
        title,
    }
}

/// A policy numbered `1.` and one numbered 第1条.
fn dotted() -> Vec<Target<'static>> {
    vec![
        chapter("1.", "1", "個人情報の取得", "取得"),
        chapter("2.", "2", "利用目的", "利用目的"),
        chapter("3.", "3", "提携する会社への提供", "提供"),
        chapter("11.", "11", "サービス特約", "特約"),
    ]
}

fn articles() -> Vec<Target<'static>> {
    vec![
        chapter("第1条", "1", "定義", "定義"),
        chapter("第2条", "2", "利用目的", "利用目的"),
        chapter("第3条", "3", "第三者提供", "提供"),
        chapter("第4条", "4", "お問い合わせ窓口", "窓口"),
    ]
}

fn mentions<'t>(targets: &[Target<'_>], text: &'t str) -> Vec<(MentionKind, &'t str, Option<String>)> {
    mentions_at(targets, text, None)
}

fn mentions_at<'t>(
    targets: &[Target<'_>],
    text: &'t str,
    here: Option<usize>,
) -> Vec<(MentionKind, &'t str, Option<String>)> {
    let mut passage = Passage::new(Span::default());
    passage.push(text, Span::default());
    References::new(targets)
        .find(&passage, here)
        .into_iter()
        .map(|mention| {
            (
                mention.kind,
                text.get(mention.range).expect("on boundaries"),
                mention.suggestion,
            )
        })
        .collect()
}

fn one(kind: MentionKind, text: &str, suggestion: &str) -> Vec<(MentionKind, String, Option<String>)> {
    vec![(kind, text.to_owned(), Some(suggestion.to_owned()))]
}

fn found(targets: &[Target<'_>], text: &str) -> Vec<(MentionKind, String, Option<String>)> {
    mentions(targets, text)
        .into_iter()
        .map(|(kind, text, suggestion)| (kind, text.to_owned(), suggestion))
        .collect()
}

#[test]
fn number_and_title_of_a_clause_should_be_a_reference() {
    for typed in [
        "3. 提携する会社への提供",
        "3.提携する会社への提供",
        "３．提携する会社への提供",
    ] {
        let text = format!("第三者への提供は、{typed}に定めます。");
        assert_eq!(
            found(&dotted(), &text),
            one(MentionKind::HardTyped, typed, "{提供}"),
            "{typed}"
        );
    }
    assert_eq!(
        found(&dotted(), "詳細は 11. サービス特約 をご覧ください。"),
        one(MentionKind::HardTyped, "11. サービス特約", "{特約}")
    );
}

#[test]
fn an_article_may_be_cited_with_or_without_its_title() {
    let text = "当社は、第３条（第三者提供）に従います。";
    assert_eq!(
        found(&articles(), text),
        one(MentionKind::HardTyped, "第３条（第三者提供）", "{提供}")
    );
    let text = "当社は、第 3 条第2項に従います。";
    assert_eq!(
        found(&articles(), text),
        one(MentionKind::HardTyped, "第 3 条", "{提供.番号}")
    );
    let text = "本ポリシー第四条の窓口";
    assert_eq!(
        found(&articles(), text),
        one(MentionKind::HardTyped, "第四条", "{窓口.番号}")
    );
}

#[test]
fn a_title_with_the_number_of_another_clause_is_stale() {
    assert_eq!(
        found(&dotted(), "取扱いは、4. 提携する会社への提供に定めます。"),
        one(MentionKind::StaleNumber, "4. 提携する会社への提供", "{提供}")
    );
    assert_eq!(
        found(&articles(), "第2条（第三者提供）に従います。"),
        one(MentionKind::StaleNumber, "第2条（第三者提供）", "{提供}")
    );
}

#[test]
fn a_number_with_a_title_that_has_changed_is_stale() {
    assert_eq!(
        found(&dotted(), "取扱いは、3. 提携する会社への情報の提供に定めます。"),
        one(MentionKind::StaleTitle, "3. 提携する会社への情報の提供", "{提供}")
    );
    assert_eq!(
        found(&articles(), "第3条（第三者への提供）に従います。"),
        one(MentionKind::StaleTitle, "第3条（第三者への提供）", "{提供}")
    );
}

#[test]
fn an_article_beyond_the_last_is_missing() {
    let found = mentions(&articles(), "第9条に定めます。");
    assert_eq!(found, [(MentionKind::Missing, "第9条", None)]);
    let found = mentions(&dotted(), "本ポリシー第7条に定めます。");
    assert_eq!(found, [(MentionKind::Missing, "第7条", None)]);
}

#[test]
fn articles_of_others_are_never_reported() {
    for text in [
        "個人情報の保護に関する法律第27条第1項に基づき",
        "個人情報の保護に関する法律（平成15年法律第57号）第2条第1項",
        "法第28条、同法第2条及び第3条から第9条まで",
        "電気通信事業法第 4 条その他の関連規定",
        "施行規則第15条、政令第3条、条例第2条",
        "個人情報の保護に関する法律 27 条 1 項 1 号に掲げる",
        "「個人情報の保護に関する法律」第2条",
        "会員規約第3条（第三者提供）に従い",
        "業務委託契約書第3条",
        "「第9条（削除）」と表示します",
        "個人情報保護法により、第27条の2に基づく場合",
        "個人情報保護法に定める場合のほか、第9条の場合",
        "GDPR 第6条",
    ] {
        assert_eq!(mentions(&articles(), text), [], "{text}");
    }
}

#[test]
fn a_policy_without_articles_has_no_article_to_miss() {
    assert_eq!(mentions(&dotted(), "第9条に定めます。"), []);
}

#[test]
fn numbers_that_count_something_else_are_no_references() {
    for text in [
        "当社は、(1)利用目的、(2)サービス特約を通知します。",
        "3.5%の手数料と、バージョン3. の説明",
        "サービス特約に同意します。",
        "「3. 提携する会社への提供」という見出し",
        "2021年4月2日",
        "別紙2 利用目的",
        "以前条件を満たした方、次項目、年次項目",
    ] {
        assert_eq!(mentions(&dotted(), text), [], "{text}");
    }
    let sections = ["(1)", "(2)"].map(|full| Target {
        level: Some(OutlineLevel::Section),
        ..chapter(
            full,
            if full == "(1)" { "1" } else { "2" },
            if full == "(1)" { "利用目的" } else { "提供項目" },
            "名",
        )
    });
    assert_eq!(mentions(&sections, "本人に(1)提供項目、(2)利用目的を通知します。"), []);
}

#[test]
fn neighbours_are_known_and_only_missing_ones_are_stale() {
    let kinds = |here| {
        mentions_at(&articles(), "前条の定めにかかわらず", Some(here))
            .into_iter()
            .map(|(kind, text, suggestion)| (kind, text.to_owned(), suggestion))
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(2), one(MentionKind::Relative, "前条", "{利用目的.番号}"));
    assert_eq!(kinds(0), [(MentionKind::Missing, "前条".to_owned(), None)]);
    let found = mentions(&dotted(), "上記2の目的、前項の定め");
    assert_eq!(
        found,
        [
            (MentionKind::Nearby, "上記2", None),
            (MentionKind::Relative, "前項", None)
        ]
    );
}

#[test]
fn a_number_typed_in_a_heading_is_one_of_the_page() {
    let typed = Target {
        level: None,
        word: None,
        ..chapter("", "", "0. 事業者の情報", "事業者")
    };
    let numbered = Target {
        word: Some("項"),
        ..chapter("1.", "1", "窓口", "窓口")
    };
    let text = "住所は、第0項に記載しています。";
    let missing = (MentionKind::Missing, "第0項", None);
    assert_eq!(mentions(&[numbered], text), [missing]);
    assert_eq!(mentions(&[typed, numbered], text), []);
    assert_eq!(mentions(&[typed, numbered], "住所は、第8項に記載しています。").len(), 1);
}
