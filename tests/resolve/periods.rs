//! 期間: what is read, and what words say otherwise (H0304, H0631), and days that are past (H0632).

use hoshin::internals::diagnostic::Code;

use crate::support::compiled::findings;

fn source(clause: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
方針「個人情報の取扱い」{{
  事業者 当社「株式会社あかり文具」
  章 保管「保管」{{
    取得［個人情報］「個人情報を取得します。」
    {clause}
  }}
}}
"
    )
}

fn kept(words: &str, period: &str) -> String {
    source(&format!("保管［個人情報］「{words}」{{ 期間［{period}］ }}"))
}

#[test]
fn words_and_rule_that_tell_of_another_period_are_told() {
    for (words, period, marked) in [
        ("個人情報は、3年間保管します。", "30年", "3年"),
        ("個人情報は、3年間保管します。", "3か月", "3年"),
        ("個人情報は、少なくとも3年間保管します。", "3年", "3年"),
        ("個人情報は、3年間保管します。", "3年以上", "3年"),
        ("個人情報は、退会の日から3年間保管します。", "3年", "3年"),
        ("個人情報は、退会の日から3年間保管します。", "解約から3年", "3年"),
        ("個人情報は、最後にご来店の日から3年間保管します。", "3年", "3年"),
        // Nothing on the page tells of it.
        ("個人情報は、必要な間、保管します。", "3年", "期間［3年］"),
    ] {
        assert_eq!(
            findings(&kept(words, period)),
            [(Code::H0631, marked.to_owned())],
            "{words} {period}"
        );
    }
    let only_in_words = source("保管［個人情報］「個人情報は、3年間保管します。」");
    assert_eq!(findings(&only_in_words), [(Code::H0631, "3年".to_owned())]);
    let row = "表「期間」{ 列「情報」「保管の期間」\n行「個人情報」「退会の日から5年間」{ 保管［個人情報］{ 期間［退会から3年］ } } }";
    assert_eq!(findings(&source(row)), [(Code::H0631, "5年".to_owned())]);
}

#[test]
fn words_and_rule_that_agree_are_silent() {
    for (words, period) in [
        ("個人情報は、3年間保管します。", "3年"),
        ("個人情報は、三十六か月、保管します。", "3年"),
        ("個人情報は、取得した日から3年間保管します。", "3年"),
        ("個人情報は、退会の日から3年間保管します。", "退会から3年"),
        ("個人情報は、お客様が退会された後3年間保管します。", "退会後3年"),
        (
            "個人情報は、契約の終了から１年６ヶ月、保存します。",
            "契約の終了から1年6か月",
        ),
        ("個人情報は、少なくとも5年間保存します。", "5年以上"),
        ("個人情報は、退会まで保管します。", "退会まで"),
        // Another sentence may tell of another time.
        (
            "個人情報は、3年間保管します。お問い合わせには、2週間以内にお答えします。",
            "3年",
        ),
        ("個人情報は、期限なく保管します。", "無期限"),
    ] {
        assert_eq!(findings(&kept(words, period)), [], "{words} {period}");
    }
    // Said elsewhere on the page.
    let elsewhere =
        source("「保管の期間は、3年間です。」\n保管［個人情報］「個人情報は、次の期間、保管します。」{ 期間［3年］ }");
    assert_eq!(findings(&elsewhere), []);
    let other_act = source("利用［氏名］「氏名を、2週間ごとに利用します。」");
    assert_eq!(findings(&other_act), []);
}

#[test]
fn what_is_no_period_is_an_error() {
    for period in [
        "ばなな",
        "3",
        "必要な期間",
        "入会から3年",
        "取得まで",
        "数年間",
        "2027-13-31まで",
    ] {
        let found = findings(&kept("個人情報を保管します。", period));
        assert_eq!(found, [(Code::H0304, period.to_owned())]);
    }
    // How soon something is erased is no period that it is kept for.
    let erased = source("消去［個人情報］「個人情報を消去します。」{ 期間［3年］ }");
    assert_eq!(findings(&erased).first().map(|(code, _)| *code), Some(Code::H0208));
}

#[test]
fn a_condition_that_a_period_counts_from_is_used() {
    let source = |period: &str| {
        let policy = kept("個人情報は、90日間、保管します。", period);
        format!("条件 分析の完了「分析が終わったこと」\n{policy}")
    };
    assert_eq!(findings(&source("分析の完了から90日")), []);
    let found = findings(&source("90日"));
    assert!(found.contains(&(Code::H0206, "分析の完了".to_owned())), "{found:?}");
}

#[test]
fn a_day_before_that_of_the_policy_is_told() {
    let source = |day: &str| {
        let policy = kept("個人情報は、期日まで保管します。", &format!("{day}まで"));
        policy.replace("  章 保管", "  最終改定［2026-04-01］\n  施行［2026-06-01］\n  章 保管")
    };
    assert_eq!(findings(&source("2026-03-31")), [(Code::H0632, "期間".to_owned())]);
    assert_eq!(findings(&source("2026-04-01")), []);
}

/// A 検証 may name a length of time that no period has.
#[test]
fn a_test_may_say_how_much_time_has_gone() {
    let source = |condition: &str| {
        let policy = kept("個人情報は、退会の日から3年間保管します。", "退会から3年");
        policy.replace(
            "  章 保管",
            &format!("  検証「題」{{ 保管［氏名］\n条件［{condition}］\n結果［定めなし］ }}\n  章 保管"),
        )
    };
    let asserted = |condition: &str| {
        let policy = crate::support::compiled::policy(&source(condition));
        let conditions = &policy.vocabulary.conditions;
        crate::support::compiled::names(conditions, &policy.tests[0].conditions)
    };
    assert_eq!(asserted("退会から4年の経過"), ["退会から3年の経過"]);
    assert_eq!(asserted("退会から2000日の経過"), ["退会から3年の経過"]);
    assert_eq!(asserted("退会から3年の経過"), ["退会から3年の経過"]);
    assert_eq!(asserted("退会から1年の経過"), ["退会"]);
    assert_eq!(asserted("取得から9年の経過"), [""; 0]);
    let months = source("退会から90日の経過").replace("3年", "3か月");
    assert_eq!(findings(&months), [(Code::H0304, "退会から90日の経過".to_owned())]);
    let unknown = findings(&source("入会から4年の経過"));
    assert_eq!(unknown, [(Code::H0201, "入会から4年の経過".to_owned())]);
}

/// A condition of the name that the language has for obtaining is none that a period counts from.
#[test]
fn a_condition_called_as_obtaining_is_no_event() {
    let policy = kept("個人情報は、3年間保管します。", "3年");
    let source = format!("条件 取得「取得の同意」［同意］\n{policy}");
    let policy = crate::support::compiled::policy(&source);
    let conditions = &policy.vocabulary.conditions;
    let over = conditions.find("取得から3年の経過").expect("a condition");
    assert!(conditions.get(over).parents.is_empty());
}
