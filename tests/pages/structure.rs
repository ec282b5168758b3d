//! What the sample's page is made of.

use hoshin::internals::render::{PageOptions, Template, html, markdown, text};

use super::blocks;
use super::page::{Page, bare};
use super::sample;
use crate::support::policy::{paragraph, words};

fn sample_page() -> Page {
    Page::of(&sample::usual())
}

#[test]
fn the_page_is_sound() {
    sample_page().assert_sound();
    Page::of(&sample::statute()).assert_sound();
}

#[test]
fn all_renderings_hold_the_same_words() {
    for policy in [sample::usual(), sample::statute()] {
        assert_eq!(bare(&Page::of(&policy).words()), bare(&text(&policy)));
        assert_eq!(
            bare(&super::generated::markdown_words(&markdown(&policy))),
            bare(&text(&policy))
        );
    }
}

#[test]
fn the_text_is_laid_out_for_reading() {
    let text = text(&sample::usual());
    for expected in [
        "個人情報の取扱いについて\n\n2019年4月1日制定\n\n2026年4月1日最終改定\n\n改定の概要は2026年4月改定のお知らせをご覧ください。\n\n",
        "\n\n目次\n\n1. 取得する情報\n2. 利用目的\n3. 第三者への提供\n",
        "\n\n(2) サービスの改善および新しいサービスの開発\n\nたとえば次のように利用します。\n\n・購入履歴の統計的な分析\n　・品ぞろえの見直し\n　・店舗の混雑の予測\n\n　※分析の結果から",
        "\n\n[提供する場合]\n・お客様が加盟店の商品を注文された場合\n\n[提供する項目]\n・氏名、住所、電話番号\n",
        "\n\n外部送信の一覧\n送信先\t送信する情報\t",
    ] {
        assert!(text.contains(expected), "{expected}\n---\n{text}");
    }
    assert!(text.ends_with("・位置情報は、最寄りの店舗のご案内に限って利用します。\n"));
}

#[test]
fn the_markdown_is_laid_out_for_reading() {
    let markdown = markdown(&sample::usual());
    for expected in [
        "# 個人情報の取扱いについて\n\n2019年4月1日制定\n\n",
        "改定の概要は[2026年4月改定のお知らせ](<https://www.mihon-shoten.example/news/2026/privacy?from=policy\\&lang=ja>)をご覧ください。",
        "## 目次\n\n- 1\\. 取得する情報\n- 2\\. 利用目的\n",
        "\n\n## 2. 利用目的\n\n",
        "### (2) サービスの改善および新しいサービスの開発\n\nたとえば次のように利用します。\n\n- 購入履歴の統計的な分析\n  - 品ぞろえの見直し\n  - 店舗の混雑の予測\n\n  ※分析の結果から",
        "| 送信先 | 送信する情報 | 当社の利用目的 | 送信先の利用目的 | 停止の方法 |\n| --- | --- | --- | --- | --- |\n| Example Analytics Inc. |",
        "**個人情報として**",
    ] {
        assert!(markdown.contains(expected), "{expected}\n---\n{markdown}");
    }
}

#[test]
fn every_clause_has_its_place_and_every_norm_its_element() {
    let policy = sample::usual();
    let page = Page::of(&policy);
    let ids = page.attributes("main [id]", "id");
    for clause in &policy.document.clauses {
        assert!(ids.contains(&clause.anchor.as_str()), "{}", clause.anchor);
    }
    let rules: Vec<&str> = page
        .attributes("[data-rule]", "data-rule")
        .into_iter()
        .flat_map(|rules| rules.split(' '))
        .collect();
    let keys: Vec<&str> = policy.norms.iter().map(|norm| norm.key.as_str()).collect();
    let sorted = |mut list: Vec<&str>| {
        list.sort_unstable();
        list.join("\n")
    };
    assert_eq!(sorted(rules), sorted(keys));
    let element = page.one("[id='第三者提供.加盟店への提供']");
    assert_eq!(
        (element.value().name(), element.attr("data-rule")),
        ("section", Some("第三者提供.加盟店への提供 第三者提供.加盟店への提供#2"))
    );
    // No block states it: it stands with the clause around it.
    assert_eq!(page.one("[data-rule='取得.取得2']").attr("id"), Some("取得"));
    assert_eq!(
        page.attributes("tr[data-rule]", "data-rule"),
        ["外部送信.解析", "外部送信.広告", "外部送信.地図"]
    );
}

#[test]
fn sections_are_named_by_their_headings_and_numbers_are_text() {
    let page = sample_page();
    let heading = page.one("[id='第三者提供-title']");
    assert_eq!(heading.value().name(), "h2");
    assert_eq!(heading.text().collect::<String>(), "3. 第三者への提供");
    assert_eq!(
        page.one("[id='第三者提供']").attr("aria-labelledby"),
        Some("第三者提供-title")
    );
    assert_eq!(
        page.one("[id='第三者提供'] > .heading .permalink").attr("aria-label"),
        Some("「3. 第三者への提供」へのリンク")
    );
}

#[test]
fn lists_tables_and_parts_are_what_they_are_called() {
    let page = sample_page();
    let text_of = |selector: &str| -> Vec<String> {
        page.all(selector)
            .iter()
            .map(|element| element.text().collect())
            .collect()
    };
    assert_eq!(
        text_of("[id='第三者提供.加盟店への提供'] > dl > div > dt"),
        ["[提供する場合]", "[提供する項目]", "[提供の目的]"]
    );
    assert_eq!(
        text_of("dl dd li")[..2],
        ["お客様が加盟店の商品を注文された場合", "氏名、住所、電話番号"]
    );
    assert_eq!(text_of("caption"), ["外部送信の一覧"]);
    assert_eq!(text_of("thead th[scope=col]").len(), 5);
    assert_eq!(
        text_of("tbody th[scope=row]"),
        ["Example Analytics Inc.", "見本広告株式会社", "Sample Maps Ltd."]
    );
    assert_eq!(
        text_of("section li > ul > li"),
        ["品ぞろえの見直し", "店舗の混雑の予測"]
    );
    assert_eq!(text_of("p.note")[0], "※分析の結果から個人を特定することはありません。");
    assert_eq!(text_of("nav.contents li")[8], "9. サービスごとの特約");
    // A group that is a clause is a heading, since others can point at it.
    assert_eq!(
        text_of(".group h3"),
        ["[取扱いを委託する場合]", "[外国にある会社が取り扱う場合]"]
    );
}

#[test]
fn dates_are_given_for_machines_too() {
    let page = sample_page();
    assert_eq!(page.attributes("time", "datetime"), ["2019-04-01", "2026-04-01"]);
    assert_eq!(
        page.one("meta[name='dcterms.issued']").attr("content"),
        Some("2019-04-01")
    );
    assert_eq!(
        page.one("meta[name='dcterms.modified']").attr("content"),
        Some("2026-04-01")
    );
    assert!(
        page.source
            .contains("@top-right { content: \"2026年4月1日最終改定\"; }")
    );
}

#[test]
fn references_and_terms_lead_to_what_they_name() {
    let page = sample_page();
    let reference = page.all("a.reference")[0];
    assert_eq!(reference.text().collect::<String>(), "9. サービスごとの特約");
    // 特約, percent-encoded.
    assert_eq!(reference.attr("href"), Some("#%E7%89%B9%E7%B4%84"));
    assert_eq!(page.attributes("dfn", "id"), ["用語-当社", "用語-ご利用履歴"]);
    // 当社 stands in this chapter three times, and ご利用履歴 only in the paragraph that defines it.
    let terms =
        |selector: &str| -> Vec<String> { page.all(selector).iter().map(|term| term.text().collect()).collect() };
    assert_eq!(terms("[id='取得'] a.term"), ["当社"]);
    // One link in each of the six chapters that use the term.
    assert_eq!(terms("a.term"), ["当社"; 6]);
}

#[test]
fn the_description_is_the_first_sentence_that_fits() {
    let page = sample_page();
    let description = page.one("meta[name=description]").attr("content");
    assert_eq!(description, Some("改定の概要は2026年4月改定のお知らせをご覧ください。"));

    let described = |opening: &str| {
        let opening = [
            paragraph(words("目次のあとに続く見出し"), &[]),
            paragraph(words(opening), &[]),
        ];
        let page = Page::of(&blocks::policy(opening.into()));
        page.one("meta[name=description]")
            .attr("content")
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(
        described(&format!("短い文です。{}。", "長".repeat(200))),
        "短い文です。"
    );
    assert_eq!(
        described(&format!("{}。", "長".repeat(200))),
        format!("{}…", "長".repeat(119))
    );
}

#[test]
fn the_title_names_the_operator() {
    let page = sample_page();
    let title: String = page.one("title").text().collect();
    assert_eq!(title, "個人情報の取扱いについて｜株式会社見本商店");
}

#[test]
fn the_same_policy_gives_the_same_bytes() {
    assert_eq!(Page::of(&sample::usual()).source, Page::of(&sample::usual()).source);
}

#[test]
fn nothing_may_run_or_load() {
    let page = sample_page();
    let security = page
        .one("meta[http-equiv=Content-Security-Policy]")
        .attr("content")
        .expect("a policy");
    assert!(security.starts_with("default-src 'none'; "));
    assert!(!security.contains("script-src") && !security.contains("http"));
}

#[test]
fn a_theme_follows_the_styles_of_the_page() {
    let options = PageOptions {
        theme_css: Some(":root { --accent: #a00; }".to_owned()),
        template: None,
    };
    let page = Page::parse(html(&sample::usual(), &options));
    let styles: String = page.one("style").text().collect();
    assert!(
        styles.find("--accent: #1d3c62") < styles.find("--accent: #a00"),
        "{styles}"
    );
}

#[test]
fn a_template_holds_the_policy_among_its_own_parts() {
    let template = "<!DOCTYPE html>\n<html lang=\"ja\"><head>{{head}}</head><body><header>見本商店</header>{{page}}\
                    <footer>{{ title }}</footer></body></html>\n";
    let options = PageOptions {
        theme_css: None,
        template: Some(Template::parse(template).expect("a template")),
    };
    let page = Page::parse(html(&sample::usual(), &options));
    page.assert_sound();
    assert_eq!(
        page.one("header + main h1").text().collect::<String>(),
        "個人情報の取扱いについて"
    );
    assert_eq!(
        page.one("footer").text().collect::<String>(),
        "個人情報の取扱いについて｜株式会社見本商店"
    );
}
