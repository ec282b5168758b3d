//! Rules without words (M13 to M15): what ［］ says and the page does not.

use hoshin::internals::diagnostic::{Code, Level};

use crate::support::compiled::{compiled, findings};

const VOCABULARY: &str = "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ ・生年月日［準識別］ }
主体 第三者 { ・加盟店 ・配信社 }
目的 広告「広告の配信」
";

fn source(lines: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱い」{{\n章 甲「情報の取扱い」{{\n{lines}\n}}\n}}\n")
}

/// What is told of words that are missing.
#[track_caller]
fn unsaid(lines: &str) -> Vec<(Code, String)> {
    let source = source(lines);
    let wanted = [Code::H0602, Code::H0621];
    findings(&source)
        .into_iter()
        .filter(|(code, _)| wanted.contains(code))
        .collect()
}

fn h0602(names: &[&str]) -> Vec<(Code, String)> {
    names.iter().map(|name| (Code::H0602, (*name).to_owned())).collect()
}

#[test]
fn a_permission_of_which_nothing_is_said_is_an_error() {
    let hidden = "「ご不明な点は、お問い合わせください。」\n提供 裏の提供［氏名］{ 提供先［加盟店］ }";
    assert_eq!(unsaid(hidden), [(Code::H0621, "裏の提供".to_owned())]);
    let compilation = compiled(&source(hidden));
    assert!(
        compilation.policy.is_none(),
        "an error keeps the bundle from being written"
    );
    let found = compilation.diagnostics.iter().find(|found| found.code == Code::H0621);
    assert_eq!(found.map(|found| found.level), Some(Level::Error));
    // Said by its own words, by a paragraph before it, or by its row.
    for told in [
        "提供［氏名］「氏名を加盟店に提供します。」{ 提供先［加盟店］ }",
        "「氏名を加盟店に提供します。」\n提供［氏名］{ 提供先［加盟店］ }",
        "表「提供の一覧」{ 列「相手」「情報」\n行「加盟店」「氏名」{ 提供［氏名］{ 提供先［加盟店］ } } }",
    ] {
        assert_eq!(unsaid(told), [], "{told}");
    }
}

#[test]
fn a_prohibition_without_words_permits_nothing_and_is_a_warning() {
    let hidden = "「ご不明な点は、お問い合わせください。」\n提供しない［氏名］{ 提供先［加盟店］ }";
    assert_eq!(unsaid(hidden), h0602(&["氏名", "加盟店"]));
}

#[test]
fn what_was_deleted_from_the_list_and_not_from_the_rule_is_found() {
    let list = |items: &str| format!("「次の情報を取得します。」\n取得［氏名、住所、生年月日］\n{items}");
    assert_eq!(unsaid(&list("・「氏名」\n・「住所」\n・「生年月日」")), []);
    assert_eq!(unsaid(&list("・「氏名」\n・「住所」")), h0602(&["生年月日"]));
    // A wider name says it, unless its parts are listed.
    assert_eq!(unsaid("取得［氏名、住所］「個人情報を取得します。」"), []);
    let listed = "取得［氏名、住所、生年月日］「個人情報（氏名、住所）を取得します。」";
    assert_eq!(unsaid(listed), h0602(&["生年月日"]));
}

#[test]
fn blocks_are_compared_with_the_words_of_the_whole_clause() {
    let clause =
        "提供「加盟店に氏名を提供します。」{ 提供先［加盟店、配信社］\n項目［氏名、住所、生年月日］\n目的［広告］ }";
    assert_eq!(unsaid(clause), h0602(&["配信社", "住所", "生年月日", "広告"]));
    let told = "提供「広告の配信のため、加盟店と配信社に氏名を提供します。」{ 提供先［加盟店、配信社］\n項目［氏名］\n目的［広告］ }";
    assert_eq!(unsaid(told), []);
}

#[test]
fn what_may_stand_elsewhere_is_not_missed() {
    for silent in [
        "取得［氏名、住所］「氏名その他の情報を取得します。」",
        "取得［氏名、住所］「上記の情報を取得します。」",
        "取得［個人情報］「お客様の情報を取得します。」",
        "提供しない［氏名］「氏名を渡しません。」{ 提供先［第三者］ }",
    ] {
        assert_eq!(unsaid(silent), [], "{silent}");
    }
}
