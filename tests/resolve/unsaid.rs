//! Rules without words (M13 to M15): what ［］ says and the page does not.

use hoshin::internals::diagnostic::{Code, Level};

use crate::support::compiled::{compiled, findings};

const VOCABULARY: &str = "情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ ・生年月日［準識別］ }
主体 第三者 { ・加盟店 ・配信社 }
主体 乙社［第三者、国名＝アメリカ合衆国］
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

#[track_caller]
fn drift(lines: &str) -> Vec<(Code, String)> {
    let wanted = [Code::H0601, Code::H0602, Code::H0623];
    findings(&source(lines))
        .into_iter()
        .filter(|(code, _)| wanted.contains(code))
        .collect()
}

#[test]
fn what_the_words_take_out_must_be_taken_out() {
    let marked = |lines: &str| drift(lines);
    for (lines, name) in [
        (
            "提供［個人情報］「氏名を除く個人情報を加盟店に提供します。」{ 提供先［加盟店］ }",
            "氏名",
        ),
        (
            "提供［個人情報］「氏名・住所を除き、個人情報を加盟店に提供します。」{ 提供先［加盟店］ }",
            "氏名",
        ),
        (
            "提供しない［個人情報］「加盟店以外の第三者に個人情報を提供しません。」{ 提供先［第三者］ }",
            "加盟店",
        ),
    ] {
        let found = marked(lines);
        assert!(found.contains(&(Code::H0623, name.to_owned())), "{lines}: {found:?}");
    }
    for silent in [
        "提供［個人情報］「氏名を除く個人情報を加盟店に提供します。」{ 提供先［加盟店］\n除外［氏名］ }",
        "提供［住所、生年月日］「氏名を除き、住所と生年月日を加盟店に提供します。」{ 提供先［加盟店］ }",
        "提供［氏名］「氏名を加盟店に提供します。加盟店以外には提供しません。」{ 提供先［加盟店］ }",
        "提供しない［氏名］「同意がある場合を除き、氏名を加盟店に提供しません。」{ 提供先［加盟店］\n但し［同意］ }",
    ] {
        assert_eq!(marked(silent), [], "{silent}");
    }
}

/// What is taken out is not read as meant where ［］ is left out.
#[test]
fn what_is_taken_out_is_no_item() {
    let policy = crate::support::compiled::policy(&source("提供 甲「氏名を除き、住所を加盟店に提供します。」"));
    let data = &crate::support::compiled::norm(&policy, "甲.甲").data.named;
    assert_eq!(crate::support::compiled::names(&policy.vocabulary.data, data), ["住所"]);
}

#[test]
fn riders_are_compared_with_their_words() {
    let rider = "特約「氏名は、広告の配信のためにのみ利用します。」{ 対象［生年月日］\n限定［広告］ }";
    let found = [(Code::H0601, "氏名".to_owned()), (Code::H0602, "生年月日".to_owned())];
    assert_eq!(drift(rider), found);
    let told = rider.replace("対象［生年月日］", "対象［氏名］");
    assert_eq!(drift(&told), []);
}

#[test]
fn the_head_of_a_list_is_compared_with_its_bullets() {
    let clause = |head: &str, bullets: &str| {
        format!("提供「加盟店への提供」{{ 提供先［加盟店］\n項目［{head}］「提供する情報」{{ {bullets} }} }}")
    };
    assert_eq!(drift(&clause("氏名、住所", "・「氏名」\n・「住所」")), []);
    assert_eq!(drift(&clause("氏名、住所", "・「氏名」")), h0602(&["住所"]));
    assert_eq!(
        drift(&clause("氏名", "・「氏名」\n・「住所」")),
        [(Code::H0601, "住所".to_owned())]
    );
    // Examples in words of their own.
    assert_eq!(
        drift(&clause(
            "個人情報",
            "・「お買い上げの品と、届け先の住所をお知らせいただいた日時」"
        )),
        []
    );
}

#[test]
fn an_exception_is_told() {
    let refusal =
        |words: &str, lifted: &str| format!("提供しない［氏名］「{words}」{{ 提供先［加盟店］\n但し［{lifted}］ }}");
    assert_eq!(
        drift(&refusal("氏名を加盟店に提供しません。", "同意")),
        h0602(&["同意"])
    );
    assert_eq!(
        drift(&refusal(
            "法令に基づく場合を除き、氏名を加盟店に提供しません。",
            "法令、同意"
        )),
        h0602(&["同意"])
    );
    assert_eq!(
        drift(&refusal("本人の同意なく、氏名を加盟店に提供しません。", "同意")),
        []
    );
    assert_eq!(
        drift(&refusal("承諾を得た場合を除き、氏名を加盟店に提供しません。", "同意")),
        []
    );
}

/// 「…の場合を除き」 names a condition; it is read as one.
#[test]
fn a_case_that_is_excepted_is_still_named() {
    let lines =
        "提供しない［氏名］「氏名を加盟店に提供しません。」{ 提供先［加盟店］\n場合「解約を除き、休会の場合」 }";
    let source = source(lines).replace("目的 広告", "条件 解約\n目的 広告");
    let policy = crate::support::compiled::policy(&source);
    let norm = &policy.norms[0];
    let named: Vec<_> = norm.requires.iter().flat_map(|any| any.conditions.clone()).collect();
    assert_eq!(
        crate::support::compiled::names(&policy.vocabulary.conditions, &named),
        ["解約"]
    );
}

/// 「氏名を提供します」 beside ［個人情報］: the rule is wider than any word of the clause.
#[test]
fn words_that_name_a_part_do_not_tell_the_whole() {
    let provide =
        |words: &str, items: &str, to: &str| format!("提供「{words}」{{\n項目［{items}］\n提供先［{to}］\n}}");
    let name = "氏名を加盟店に提供します。";
    assert_eq!(unsaid(&provide(name, "個人情報", "加盟店")), h0602(&["個人情報"]));
    assert_eq!(unsaid(&provide(name, "氏名", "第三者")), h0602(&["第三者"]));
    assert_eq!(unsaid(&provide(name, "氏名", "加盟店")), []);
    for told in [
        "氏名等を加盟店に提供します。",
        "氏名その他のお客様の情報を加盟店に提供します。",
        "個人情報（氏名など）を加盟店に提供します。",
        "お客様の情報を加盟店に提供します。",
    ] {
        assert_eq!(unsaid(&provide(told, "個人情報", "加盟店")), [], "{told}");
    }
    assert_eq!(
        unsaid(&provide("氏名を加盟店その他の第三者に提供します。", "氏名", "第三者")),
        []
    );
    // What a 加工 takes out is named and not given.
    let processed = "提供「加盟店への提供」{\n提供先［加盟店］\n項目［個人情報］\n加工「氏名・住所を除いて提供します。」{\n除外［氏名、住所］\n水準［個人非識別］\n}\n}";
    assert_eq!(unsaid(processed), []);
}

/// 「法令に基づく場合を除き」 says which case it speaks of; another one is not told by 場合.
#[test]
fn a_case_that_the_words_name_tells_of_no_other() {
    let source = |words: &str, but: &str| {
        let lines = format!("提供しない「{words}」{{\n項目［個人情報］\n提供先［第三者］\n但し［{but}］\n}}");
        let found = findings(&format!(
            "条件 {{ ・停止「停止のお申出」 ・お客様の同意［同意］ }}\n{}",
            source(&lines)
        ));
        found
            .into_iter()
            .filter(|(code, _)| *code == Code::H0602)
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    let law = "法令に基づく場合を除き、個人情報を第三者に提供しません。";
    assert_eq!(source(law, "法令、停止"), ["停止"]);
    assert_eq!(source(law, "法令、生命身体財産の保護"), ["生命身体財産の保護"]);
    let life = "法令に基づく場合や人の生命を守るために必要な場合を除き、個人情報を第三者に提供しません。";
    assert_eq!(source(life, "法令、生命身体財産の保護"), [""; 0]);
    let consent = "法令に基づく場合を除き、ご承諾なく、個人情報を第三者に提供しません。";
    assert_eq!(source(consent, "法令、お客様の同意"), [""; 0]);
    // Words that name no case speak of some.
    let some = "個別にお申し出のあったときを除き、個人情報を第三者に提供しません。";
    assert_eq!(source(some, "停止"), [""; 0]);
}

#[test]
fn what_the_words_take_out_is_not_asked_for() {
    let drift = |lines: &str| -> Vec<String> {
        let found = findings(&source(lines)).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0601)
            .map(|(_, text)| text)
            .collect()
    };
    for silent in [
        "掲載［生年月日］「名簿から氏名を削除した上で、生年月日を公表します。」",
        "掲載［生年月日］「氏名、住所を含まない生年月日の一覧表を公表します。」",
        "掲載［生年月日］「生年月日を公表します。一覧表には、氏名は含まれません。」",
        "提供しない［生年月日］「生年月日を第三者に提供しません。ただし、住所については、番地を除いて公表することができます。」{ 提供先［第三者］ }",
        "取得しない［生年月日］「名簿には，氏名のみが記録され，生年月日は記録されません。」",
    ] {
        assert_eq!(drift(silent), [""; 0], "{silent}");
    }
    for (lines, name) in [
        ("掲載［生年月日］「氏名を含む生年月日の一覧表を公表します。」", "氏名"),
        ("掲載［生年月日］「生年月日と氏名を公表します。」", "氏名"),
        ("消去［生年月日］「氏名を削除して、生年月日を廃棄します。」", "氏名"),
        (
            "提供しない［生年月日］「氏名を取得しますが、第三者に提供しません。」{ 提供先［第三者］ }",
            "氏名",
        ),
    ] {
        assert_eq!(drift(lines), [name], "{lines}");
    }
}

#[test]
fn what_the_words_of_a_permission_refuse_is_not_taken_out_of_it() {
    let kept = |lines: &str| -> Vec<String> {
        let found = findings(&source(lines)).into_iter();
        found
            .filter(|(code, _)| *code == Code::H0623)
            .map(|(_, text)| text)
            .collect()
    };
    let words = "氏名と住所を加盟店に提供します。ただし、住所は提供しません。";
    let clause = |data: &str| format!("提供［{data}］「{words}」{{ 提供先［加盟店］ }}");
    assert_eq!(kept(&clause("氏名、住所")), ["住所"]);
    assert_eq!(kept(&clause("氏名")), [""; 0]);
    let refused = "\n提供しない 住所の不提供［住所］「住所を提供しません。」{ 提供先［第三者］ }";
    assert_eq!(kept(&(clause("氏名、住所") + refused)), [""; 0]);
    let consent =
        "提供［氏名、住所］「氏名と住所を加盟店に提供します。同意なく住所を提供しません。」{ 提供先［加盟店］ }";
    assert_eq!(kept(consent), [""; 0]);
}

#[test]
fn a_document_in_which_something_is_published_tells_nothing_of_it() {
    let publish = |words: &str| unsaid(&format!("「{words}」\n掲載［氏名、住所］「毎年の報告書{words}。」"));
    assert_eq!(publish("に記載して公開します"), h0602(&["氏名", "住所"]));
    assert_eq!(publish("に記載の情報を公開します"), []);
}

#[test]
fn a_silent_transfer_abroad_of_which_the_page_tells_nothing_is_an_error() {
    let abroad = |words: &str, transfer: &str| {
        let clause = format!("提供 乙への提供［氏名］「氏名を{words}に提供します。」{{ 提供先［乙社］ }}");
        unsaid(&format!("{clause}\n{transfer}"))
    };
    let silent = "越境［乙への提供］";
    assert_eq!(abroad("乙社", silent), [(Code::H0621, "越境".to_owned())]);
    assert_eq!(abroad("アメリカ合衆国にある乙社", silent), []);
    assert_eq!(abroad("国外の乙社", silent), []);
    assert_eq!(abroad("乙社", "越境［乙への提供］「提供先が外国にある場合」"), []);
}

/// A wide name before a table tells of nothing that the table does not list.
#[test]
fn what_a_table_of_the_clause_does_not_list_is_told() {
    let lines = |row: &str| {
        format!(
            "「以下のとおり、第三者への個人情報の提供を行います。」
提供 加盟店への提供 {{
表 {{
列「提供先」「提供する項目」
行{row}
}}
提供先［配信社］
項目［氏名、住所］
}}"
        )
    };
    assert_eq!(unsaid(&lines("「加盟店」「氏名」")), h0602(&["配信社", "住所"]));
    assert_eq!(unsaid(&lines("「配信社」「氏名、住所」")), []);
    assert_eq!(unsaid(&lines("「配信社」「氏名など」")), []);
}
