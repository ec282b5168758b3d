use super::*;
use crate::span::{SourceId, Span};

fn definitions(text: &str) -> Vec<Definition> {
    let mut passage = Passage::new(Span::default());
    passage.push(text, Span::new(SourceId(0), 0, text.len()));
    find_definitions(&passage)
}

fn terms(text: &str) -> Vec<String> {
    let found = definitions(text);
    for definition in &found {
        assert_eq!(text.get(definition.term_range.clone()), Some(definition.term.as_str()));
    }
    found.into_iter().map(|definition| definition.term).collect()
}

#[test]
fn hereafter_in_brackets_defines() {
    for text in [
        "株式会社見本（以下「甲社」といいます）は",
        "株式会社見本(以下、「甲社」といいます。)は",
        "株式会社見本（以下，「甲社」という。）は",
        "株式会社見本（以下「甲社」）は",
        "株式会社見本（以下『甲社』と呼びます）は",
        "株式会社見本（以下 \"甲社\" とします）は"
            .replace("\" と", "\"と")
            .as_str(),
        "見本法（平成十五年法律第一号、以下「甲社」）は",
        "株式会社見本（以下、甲社）は",
        "株式会社見本（以下甲社という。）は",
        "株式会社見本（以下この条において「甲社」という。）は",
        "株式会社見本（以下、関連会社とあわせて「甲社」といいます）は",
        "株式会社見本を、以下「甲社」といいます。",
        "株式会社見本（これらをあわせて以下「甲社」といいます。）は",
    ] {
        assert_eq!(terms(text), ["甲社"], "{text}");
    }
}

#[test]
fn several_terms_may_be_defined_at_once() {
    assert_eq!(terms("見本（以下「甲社」または「乙社」といいます）"), ["甲社", "乙社"]);
    assert_eq!(terms("以下「甲」および「乙」を併せて「両社」といいます。"), ["両社"]);
    assert_eq!(terms("甲（以下「甲」という）と乙（以下「乙」という）"), ["甲", "乙"]);
    assert_eq!(terms("「甲」および「乙」とは、次の者をいいます。"), ["甲", "乙"]);
}

#[test]
fn the_sentence_that_says_what_a_word_means_defines() {
    for text in [
        "「会員」とは、登録を終えた方（退会した方を除きます。）をいいます。",
        "なお、「会員」とは登録を終えた方を指します。",
        "利用者のうち「会員」とは、登録を終えた方を指し、退会した方を含みません。",
        "「会員」は、登録を終えた方を意味します。",
        "「会員」とは、登録を終えた方のことです。",
        "本ポリシーにおいて会員とは、登録を終えた方をいいます。",
        "登録を終えた方を「会員」といいます。",
        "登録を終えた方と申込中の方を総称して「会員」と呼びます。",
        "これを「会員」とします。",
    ] {
        assert_eq!(terms(text), ["会員"], "{text}");
    }
}

#[test]
fn a_quotation_alone_is_no_definition() {
    for text in [
        "「見本市場」において",
        "「見本会員規約」に定める項目",
        "画面で「同意する」を押された場合",
        "「見本」というサービスを運営しています",
        "「クッキー」と呼ばれる技術を使います",
        "件名を「お問い合わせ」とします。",
        "以下の「お問い合わせ」ボタンを押してください",
        "以下に定める「会員」という区分",
        "18歳以下の方は「会員」になれません。",
        "「会員」とは限りません。",
        "「会員」とは別に、「準会員」という区分があります。",
        "会員とは、別の契約を結びます。",
        "（所在地については、「会社概要」をご確認ください）",
        "（以下同じ。）（以下略）（以下参照）（以下、省略）（18歳以下）",
        "（以下のとおり）",
    ] {
        assert_eq!(terms(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_limited_definition_keeps_its_limit() {
    let scope = |text: &str| definitions(text).remove(0).scope;
    assert_eq!(
        scope("者（以下この条において「会員」という。）"),
        Scope::Within("条".to_owned())
    );
    assert_eq!(
        scope("者（以下、本項において「会員」という。）"),
        Scope::Within("項".to_owned())
    );
    assert_eq!(
        scope("本(2)において、「会員」とは、次の者をいいます。"),
        Scope::Within("(2)".to_owned())
    );
    assert_eq!(
        scope("本ポリシーにおいて「会員」とは、次の者をいいます。"),
        Scope::Document
    );
    assert_eq!(scope("者（以下「会員」という。）"), Scope::Document);
}

#[test]
fn a_name_for_several_things_is_collective() {
    let form = |text: &str| definitions(text).remove(0).form;
    assert_eq!(form("情報（以下総称して「利用情報」といいます）"), Form::Collective);
    assert_eq!(form("情報（以下「利用情報」といいます）"), Form::Hereafter);
    assert_eq!(form("請求（あわせて以下「開示等」といいます。）"), Form::Collective);
}

#[test]
fn the_whole_definition_is_marked_with_its_brackets() {
    let text = "株式会社見本（以下「甲社」といいます。）は";
    let found = definitions(text).remove(0);
    assert_eq!(text.get(found.whole_range), Some("（以下「甲社」といいます。）"));
    let text = "なお、「会員」とは、登録した方をいいます。退会は自由です。";
    let found = definitions(text).remove(0);
    assert_eq!(text.get(found.whole_range), Some("「会員」とは、登録した方をいいます"));
}
