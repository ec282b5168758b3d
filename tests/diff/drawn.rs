//! The table drawn: for the terminal, as a page, as Markdown.

use hoshin::diff::table::{Table, TableOptions};
use hoshin::render::comparison::{ComparisonOptions, ComparisonSection, TerminalOptions, html, markdown, terminal};

use crate::pages;
use crate::pages::compiled::{example, revised};

use super::revisions::{SHOP, policy, with};
use super::table::table;

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

#[test]
fn show_drawn() {
    let t = sample();
    println!(
        "{}",
        terminal(
            &t,
            &ComparisonOptions::default(),
            TerminalOptions {
                width: 100,
                colour: false
            }
        )
    );
    println!(
        "{}",
        terminal(
            &t,
            &ComparisonOptions::default(),
            TerminalOptions {
                width: 100,
                colour: true
            }
        )
    );
    println!(
        "{}",
        terminal(
            &t,
            &ComparisonOptions::default(),
            TerminalOptions {
                width: 40,
                colour: false
            }
        )
    );
    println!("{}", markdown(&t, &ComparisonOptions::default()));
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
