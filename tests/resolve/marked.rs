//! Which text the warnings of names, tables and wording mark, and what stays silent.

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::findings;

/// A policy with these lines in one chapter.
fn chapter(lines: &str) -> String {
    format!("方針「個人情報の取扱い」{{\n  章 送信「情報の送信」{{\n{lines}\n  }}\n}}\n")
}

#[test]
fn a_name_of_two_clauses_must_be_written_with_its_chapter() {
    let source = |reference: &str| {
        let clause = |chapter: &str, party: &str| {
            format!(
                "章 {chapter}「題」{{\n提供 案内 {{\n「情報を{party}に提供します。」\n項目［情報］\n提供先［{party}］\n}}\n}}\n"
            )
        };
        format!(
            "情報 情報\n主体 {{ ・加盟店 ・配信社 }}\n方針「題」{{\n{}{}「お断りの方法は、{{{reference}}}をご覧ください。」\n}}\n",
            clause("店", "加盟店"),
            clause("配信", "配信社")
        )
    };
    assert_eq!(findings(&source("案内")), [(Code::H0205, "案内".to_owned())]);
    assert_eq!(findings(&source("配信.案内")), []);
}

#[test]
fn two_things_called_alike_are_told_at_the_second() {
    let source = |one: &str, other: &str| format!("情報 個人情報 {{\n・配送先「{one}」\n・請求先「{other}」\n}}\n");
    let found = findings(&source("ご住所", "ご住所"));
    assert_eq!(found, [(Code::H0209, "請求先".to_owned())]);
    assert_eq!(findings(&source("お届け先", "ご請求先")), []);
}

#[test]
fn a_row_of_a_table_has_a_cell_for_every_column() {
    let table = |row: &str| chapter(&format!("表「送信先の一覧」{{\n列「送信先」「情報」\n{row}\n}}"));
    let short = findings(&table("行「株式会社みほん計測」"));
    assert_eq!(short.iter().map(|(code, _)| *code).collect::<Vec<_>>(), [Code::H0308]);
    assert!(short[0].1.starts_with("行「株式会社みほん計測」"), "{short:?}");
    assert_eq!(findings(&table("行「株式会社みほん計測」「閲覧の記録」")), []);
}

#[test]
fn the_rarer_width_is_marked() {
    let told = findings(&chapter(
        "「Cookieを使います。Cookieは無効にできます。Ｃｏｏｋｉｅは端末に残ります。」",
    ));
    assert_eq!(told, [(Code::H0610, "Ｃｏｏｋｉｅ".to_owned())]);
    assert_eq!(findings(&chapter("「Cookieを使います。Cookieは端末に残ります。」")), []);
}

#[test]
fn a_link_that_leads_nowhere_yet_is_marked() {
    let told = findings(&chapter("「一覧は[こちらのページ](#)に掲載しています。」"));
    assert_eq!(told, [(Code::H0613, "#".to_owned())]);
    assert_eq!(
        findings(&chapter(
            "「一覧は[こちらのページ](https://www.example.jp/group/)に掲載しています。」"
        )),
        []
    );
}

#[test]
fn the_rarer_punctuation_is_marked() {
    let told = findings(&chapter(
        "「当社は、お名前を取得します。」\n「また，ご住所と、お電話番号を取得します。」",
    ));
    assert_eq!(told, [(Code::H0615, "，".to_owned())]);
    assert_eq!(findings(&chapter("「当社は、お名前を取得します。」")), []);
}
