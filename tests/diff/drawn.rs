//! The table drawn: for the terminal, as a page, as Markdown.

use std::collections::BTreeSet;

use hoshin::internals::diff::table::{Cell, Line, Table, TableOptions};
use hoshin::internals::render::comparison::{
    ComparisonOptions, ComparisonSection, TerminalOptions, html, markdown, terminal,
};

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr as _;

use crate::pages;
use crate::pages::compiled::{example, revised};

use super::documents::revisions;
use super::revisions::{SHOP, policy, with};
use super::table::{beside, table};

/// A revision with a change of every kind.
fn revised_shop() -> String {
    with(&[
        ("章 取得「取得する情報」", "章 取得「お預かりする情報」"),
        ("お客様のお名前とご住所", "お客様のお名前、ご住所および生年月日"),
        ("  ・「電話番号」\n", ""),
        (
            "  ※「お届け先",
            "  「贈り物のときは、お相手のお名前もお知らせください。」\n  ※「お届け先",
        ),
        (
            "保管します。保管の期間は、最後のご注文から3年",
            "保管します。」\n  「保管の期間は、最後のご注文から5年",
        ),
        ("「お問い合わせの記録」「1年」", "「お問い合わせの記録」「2年」"),
        (
            "章 問合せ「お問い合わせ」{\n",
            "章 提供「第三者への提供」{「お預かりした情報を、ほかの人に渡すことはありません。」}\n章 問合せ「お問い合わせ」{\n",
        ),
    ])
}

fn sample() -> Table {
    table(&policy(SHOP), &policy(&revised_shop()), &TableOptions::default())
}

fn in_terminal(table: &Table, width: usize, colour: bool) -> String {
    terminal(table, &ComparisonOptions::default(), TerminalOptions { width, colour })
}

#[test]
fn two_columns_in_a_wide_terminal() {
    insta::assert_snapshot!(in_terminal(&sample(), 100, false));
}

#[test]
fn one_column_in_a_narrow_terminal() {
    insta::assert_snapshot!(in_terminal(&sample(), 40, false));
}

#[test]
fn colours_underline_and_say_the_same_words() {
    let text = in_terminal(&sample(), 100, true);
    assert!(text.contains("\u{1B}[4;32mお預かりする\u{1B}[0m"), "{text}");
    assert!(text.contains("\u{1B}[4;31m取得する\u{1B}[0m"), "{text}");
    assert!(!text.contains('＋'));
}

#[test]
fn columns_and_labels_can_be_set() {
    let options = ComparisonOptions {
        new_label: "新".to_owned(),
        old_label: "旧".to_owned(),
        old_first: true,
        remarks: true,
        ..ComparisonOptions::default()
    };
    let text = markdown(&sample(), &options);
    assert!(text.contains("| 旧 | 新 | 備考 |"), "{text}");
    assert!(
        text.contains("| 1. <del>取得する</del>情報 | 1. <ins>お預かりする</ins>情報 |  |"),
        "{text}"
    );
}

#[test]
fn what_happened_is_told_in_words() {
    let [first, rest] = SHOP
        .split_once("章 保管")
        .map(|(a, b)| [a, b])
        .expect("a second chapter");
    let moved = table(
        &policy(SHOP),
        &policy(&format!("章 保管{rest}\n{first}")),
        &TableOptions::default(),
    );
    assert!(markdown(&moved, &ComparisonOptions::default()).contains("（1.から移動）"));
    let split = with(&[(
        "  表「保管の期間」",
        "}\n章 期間「保管の期間について」{\n  表「保管の期間」",
    )]);
    let split = table(&policy(SHOP), &policy(&split), &TableOptions::default());
    assert!(in_terminal(&split, 100, false).contains("（「2. 情報の保管」から分割）"));
}

#[test]
fn the_same_revision_twice_says_that_nothing_changed() {
    let same = table(&policy(SHOP), &policy(SHOP), &TableOptions::default());
    for text in [
        in_terminal(&same, 80, false),
        markdown(&same, &ComparisonOptions::default()),
        html(&same, &ComparisonOptions::default()),
    ] {
        assert!(text.contains("文言に変更はありません。"), "{text}");
    }
}

#[test]
fn the_page_is_a_table_with_heads_and_nothing_that_runs_or_loads() {
    for table in [sample(), hostile()] {
        let text = html(&table, &ComparisonOptions::default());
        let page = scraper::Html::parse_document(&text);
        assert_eq!(page.errors, Vec::<String>::new());
        let count = |selector: &str| {
            page.select(&scraper::Selector::parse(selector).expect("a selector"))
                .count()
        };
        assert_eq!(count("html[lang=ja]"), 1);
        assert_eq!(count("h1"), 1);
        assert_eq!(count("table > caption"), 1);
        assert_eq!(count("thead th[scope=col]"), 2);
        assert_eq!(count("tbody tr"), table.rows.len());
        assert_eq!(count("script, link, img, iframe, [src], [onclick], [style]"), 0);
        assert_eq!(count("meta[http-equiv=Content-Security-Policy]"), 1);
    }
}

#[test]
fn a_theme_cannot_leave_its_element() {
    let options = ComparisonOptions {
        theme_css: Some("</style><script>alert(1)</script>".to_owned()),
        ..ComparisonOptions::default()
    };
    let page = scraper::Html::parse_document(&html(&sample(), &options));
    let script = scraper::Selector::parse("script").expect("a selector");
    assert_eq!(page.select(&script).count(), 0);
}

/// The words of a table's cells, as they are printed, without white space.
fn cells(table: &Table) -> Vec<String> {
    let words = |cell: &Cell| match cell {
        Cell::Lines(lines) => lines.iter().map(Line::text).collect(),
        Cell::NewlyMade => "（新設）".to_owned(),
        Cell::Deleted => "（削る）".to_owned(),
        Cell::Omitted(series) => series.iter().map(|numbers| format!("{numbers}（略）")).collect(),
        Cell::Blank => String::new(),
    };
    table
        .rows
        .iter()
        .flat_map(|row| [words(&row.new), words(&row.old)])
        .map(|words| bare(&words))
        .collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The cells of the one table of a Markdown text, and the elements in it.
fn markdown_cells(text: &str) -> (Vec<String>, BTreeSet<String>) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut cells, mut elements, mut cell) = (Vec::new(), BTreeSet::new(), None::<String>);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => cells.push(bare(&cell.take().unwrap_or_default())),
            Event::Text(words) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&words);
                }
            }
            Event::InlineHtml(element) => {
                elements.insert(element.to_string());
            }
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Heading { .. })
            | Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::Heading(_)) => {}
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            other => panic!("not in such a table: {other:?}"),
        }
    }
    (cells, elements)
}

/// Remarks are told below the new wording; here they would be in the way.
fn without_remarks(mut table: Table) -> Table {
    table.rows.iter_mut().for_each(|row| row.remarks.clear());
    table
}

#[test]
fn hostile_wording_is_plain_words_in_markdown() {
    let table = without_remarks(hostile());
    let (told, elements) = markdown_cells(&markdown(&table, &ComparisonOptions::default()));
    assert_eq!(told.len(), 2 + 2 * table.rows.len());
    assert_eq!(told[2..], cells(&table));
    let known = ["<ins>", "</ins>", "<del>", "</del>", "<br>"].map(str::to_owned);
    assert!(elements.is_subset(&known.into()), "{elements:?}");
}

#[test]
fn hostile_wording_cannot_command_the_terminal() {
    let text = in_terminal(&hostile(), 80, false);
    let control = |c: char| c != '\n' && c.is_control();
    assert!(!text.contains(control), "{:?}", text.find(control));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_line_is_wider_than_the_terminal((old, new) in revisions(), width in 20usize..130) {
        let text = in_terminal(&beside(&old, &new, true), width, false);
        for line in text.lines() {
            prop_assert!(line.width() <= width, "{line:?} in {width}");
        }
    }

    #[test]
    fn colours_take_no_room((old, new) in revisions(), width in 20usize..130) {
        let table = beside(&old, &new, true);
        let text = in_terminal(&table, width, true);
        for line in anstream::adapter::strip_str(&text).to_string().lines() {
            prop_assert!(line.width() <= width, "{line:?} in {width}");
        }
    }

    #[test]
    fn the_page_and_the_markdown_show_every_word((old, new) in revisions()) {
        let table = without_remarks(beside(&old, &new, false));
        let (told, _) = markdown_cells(&markdown(&table, &ComparisonOptions::default()));
        prop_assert_eq!(&told[2..], &cells(&table)[..]);
        let page = scraper::Html::parse_document(&html(&table, &ComparisonOptions::default()));
        let cell = scraper::Selector::parse("tbody td").expect("a selector");
        let told: Vec<String> = page.select(&cell).map(|cell| bare(&cell.text().collect::<String>())).collect();
        prop_assert_eq!(told, cells(&table));
    }
}

/// Not a check by itself: these are pages that `tests/web/run` is given.
#[test]
fn the_pages_for_the_browser_checks_are_written() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).expect("a folder");
    let with_sections = ComparisonOptions {
        remarks: true,
        sections: vec![ComparisonSection {
            heading: "改定の概要".to_owned(),
            items: vec!["保管の期間を3年間から5年間に改めます。".to_owned()],
        }],
        ..ComparisonOptions::default()
    };
    let group = table(
        &example("group/privacy.policy"),
        &revised("group/privacy.policy", GROUP_EDITS),
        &TableOptions::default(),
    );
    let unrelated = table(
        &example("shop/privacy.policy"),
        &example("group/privacy.policy"),
        &TableOptions::default(),
    );
    let usual = ComparisonOptions::default();
    for (name, table, options) in [
        ("comparison", &sample(), &usual),
        ("comparison-remarks", &sample(), &with_sections),
        ("comparison-group", &group, &with_sections),
        ("comparison-unrelated", &unrelated, &usual),
        ("comparison-hostile", &hostile(), &with_sections),
    ] {
        let page = html(table, options);
        std::fs::write(folder.join(name).with_extension("html"), page).expect("a page");
    }
}

/// Text that would be markup, script or a command anywhere else, against other such text.
fn hostile() -> Table {
    let new = pages::hostile::policy();
    let mut old = new.clone();
    old.document.blocks.truncate(1);
    table(&old, &new, &TableOptions::default())
}

/// A chapter comes, one moves, a provision goes, one paragraph is divided, words and a title change.
const GROUP_EDITS: &[(&str, &str)] = &[
    (
        "性別のほか、本サービスのご利用に応じて",
        "性別および職業のほか、本サービスのご利用の状況に応じて",
    ),
    (
        "・問い合わせ対応「お問い合わせ、ご意見および口コミの内容の確認ならびに回答」",
        "・問い合わせ対応「お問い合わせおよびご意見への回答ならびに口コミの内容の確認」",
    ),
    ("      ・公開情報「書籍", "      ・公開情報「官報、書籍"),
    (
        "を第三者に提供します。提供先が行動等情報",
        "を第三者に提供します。」\n    「提供先が行動等情報",
    ),
    (
        "    提供 大学等への提供「共同研究のための大学および研究機関への提供」",
        "    提供 大学等への提供「共同研究のための大学等への提供」",
    ),
    (
        "  章 受領「掲載企業からの情報の受領」",
        "  章 未成年「未成年のお客様」{\n    「18歳未満のお客様は、保護者の同意を得たうえで本サービスをご利用ください。」\n  }\n\n  章 受領「掲載企業からの情報の受領」",
    ),
];
