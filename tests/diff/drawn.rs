//! The table drawn: for the terminal, as a page, as Markdown.

use hoshin::diff::table::{Table, TableOptions};
use hoshin::render::comparison::{ComparisonOptions, ComparisonSection, TerminalOptions, html, markdown, terminal};

use super::revisions::{SHOP, policy, with};
use super::table::table;

/// A revision with a change of every kind.
fn revised() -> String {
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
    table(&policy(SHOP), &policy(&revised()), &TableOptions::default())
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
    for (name, options) in [
        ("comparison", ComparisonOptions::default()),
        ("comparison-remarks", with_sections),
    ] {
        std::fs::write(folder.join(name).with_extension("html"), html(&sample(), &options)).expect("a page");
    }
}
