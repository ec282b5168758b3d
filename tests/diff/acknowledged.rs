//! Which widenings an acknowledgement (承認) lets pass.

use hoshin::internals::diff::decisions::Class;
use hoshin::internals::diff::{Options, compare};

use crate::support::compiled::policy;

/// A policy with what stands in its 提供, what stands after it, and what is acknowledged.
fn source(provide: &str, after: &str, acknowledged: &str) -> String {
    let block = match acknowledged {
        "" => String::new(),
        text => format!("{{\n    {text}\n  }}"),
    };
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ ・購入履歴 }}
主体 第三者 {{ ・加盟店 ・広告配信社 }}
方針「個人情報の取扱い」{{
  最終改定［2026-04-01］{block}
  章 提供「第三者への提供」{{
    提供 加盟店へ「加盟店への提供」{{ {provide} }}
    {after}
  }}
}}
"
    )
}

const NARROW: &str = "提供先［加盟店］\n項目［氏名］";
const WIDE: &str = "提供先［加盟店］\n項目［氏名、住所］";

/// The same revision, made the year before.
fn earlier(source: &str) -> String {
    source.replace("最終改定［2026-04-01］", "最終改定［2025-04-01］")
}

/// How many widenings there are, and how many of them nobody has answered for.
#[track_caller]
fn widenings(old: &str, new: &str) -> (usize, usize) {
    let (old, new) = (policy(&earlier(old)), policy(new));
    let comparison = compare(&old, &new, &Options::default());
    let wider = comparison.decisions.statements.iter();
    let wider = wider.filter(|statement| statement.class == Class::Wider).count();
    (wider, comparison.unacknowledged().count())
}

const REASON: &str = "\"お客様に通知した\"";

#[test]
fn nothing_passes_without_an_acknowledgement() {
    assert_eq!(widenings(&source(NARROW, "", ""), &source(WIDE, "", "")), (1, 1));
}

#[test]
fn the_clause_or_what_it_is_about_can_be_named() {
    for name in ["加盟店へ", "提供.加盟店へ", "提供", "住所", "加盟店"] {
        let new = source(WIDE, "", &format!("承認［{name}、2026-03-01］{REASON}"));
        assert_eq!(widenings(&source(NARROW, "", ""), &new), (1, 0), "{name}");
    }
}

#[test]
fn naming_something_else_lets_nothing_pass() {
    let other = "提供 広告のため「広告配信社への提供」{ 提供先［広告配信社］\n項目［購入履歴］ }";
    for name in ["広告のため", "氏名", "購入履歴", "広告配信社"] {
        let new = source(WIDE, other, &format!("承認［{name}、2026-03-01］{REASON}"));
        assert_eq!(widenings(&source(NARROW, other, ""), &new), (1, 1), "{name}");
    }
}

/// All of a widening must be named: what two clauses now permit, and one of them is acknowledged, does not pass.
#[test]
fn every_clause_that_is_responsible_must_be_named() {
    let second = "提供 二つ目「加盟店への追加の提供」{ 提供先［加盟店］\n項目［住所］ }";
    let acknowledged = |names: &str| source(WIDE, second, &format!("承認［{names}、2026-03-01］{REASON}"));
    let old = source(NARROW, "", "");
    assert_eq!(widenings(&old, &acknowledged("加盟店へ")), (1, 1));
    assert_eq!(widenings(&old, &acknowledged("加盟店へ、二つ目")), (1, 0));
}

#[test]
fn part_of_the_data_is_not_all_of_it() {
    let new = |name: &str| {
        source(
            "提供先［加盟店］\n項目［氏名、住所、購入履歴］",
            "",
            &format!("承認［{name}、2026-03-01］{REASON}"),
        )
    };
    let old = source(NARROW, "", "");
    let (_, left) = widenings(&old, &new("住所"));
    assert_eq!(left, 1, "購入履歴 is not named");
    assert_eq!(widenings(&old, &new("住所、購入履歴")).1, 0);
}

#[test]
fn a_prohibition_that_is_gone_is_named_as_the_old_revision_called_it() {
    let forbids = "提供しない 原則「広告配信社には提供しません。」{ 提供先［広告配信社］\n項目［個人情報］ }";
    let old = source(NARROW, forbids, "");
    assert_eq!(widenings(&old, &source(NARROW, "", "")), (1, 1));
    for name in ["旧版.原則", "旧版.提供.原則", "広告配信社"] {
        let new = source(NARROW, "", &format!("承認［{name}、2026-03-01］{REASON}"));
        assert_eq!(widenings(&old, &new), (1, 0), "{name}");
    }
    let another = source(NARROW, "", &format!("承認［加盟店へ、2026-03-01］{REASON}"));
    assert_eq!(widenings(&old, &another), (1, 1));
}

#[test]
fn an_acknowledgement_is_used_up_by_its_revision() {
    let acknowledgement = format!("承認［加盟店へ、2026-03-01］{REASON}");
    let first = source(WIDE, "", &acknowledgement);
    assert_eq!(widenings(&source(NARROW, "", ""), &first), (1, 0));
    let wider = "提供先［加盟店］\n項目［氏名、住所、購入履歴］";
    assert_eq!(widenings(&first, &source(wider, "", &acknowledgement)), (1, 1));
    let renewed = format!("{acknowledgement}\n    承認［加盟店へ、2026-09-01］{REASON}");
    assert_eq!(widenings(&first, &source(wider, "", &renewed)), (1, 0));
}

/// A word that joins a category widens clauses that nobody touched; who names the clause that stands unchanged elsewhere
/// has not answered for it, who names the word has.
#[test]
fn a_word_that_joins_a_category_is_named_itself() {
    let with = |words: &str, acknowledged: &str| {
        source("提供先［加盟店］\n項目［個人情報］", "", acknowledged)
            .replace("・購入履歴 }", &format!("・購入履歴 {words} }}"))
    };
    let old = with("", "").replace("情報 個人情報", "情報 その他 { ・閲覧履歴 }\n情報 個人情報");
    let moved = |acknowledged: &str| {
        with("", acknowledged).replace("情報 個人情報 {", "情報 その他\n情報 個人情報 { ・閲覧履歴")
    };
    assert_eq!(widenings(&old, &moved("")), (1, 1));
    let named = format!("承認［閲覧履歴、2026-03-01］{REASON}");
    assert_eq!(widenings(&old, &moved(&named)), (1, 0));
}

/// A clause that declares a purpose of its own brings it to every clause that permits the wider one: answering for the
/// clause answers for that.
#[test]
fn what_a_clause_declares_is_answered_for_with_it() {
    let with = |clause: &str, acknowledged: &str| {
        let source = source("提供先［加盟店］\n項目［氏名］\n目的［運営］", clause, acknowledged);
        source.replace("主体 第三者", "目的 運営「サービスの運営」\n主体 第三者")
    };
    let clause = "提供 配信のため「広告配信社への提供」{ 提供先［広告配信社］\n項目［購入履歴］\n目的「目的」{ ・配信［運営］「広告の配信」 } }";
    let old = with("", "");
    // That 加盟店へ permits the new purpose by its wider name is no widening: the page shows the name.
    assert_eq!(widenings(&old, &with(clause, "")), (1, 1));
    let new = with(clause, &format!("承認［配信のため、2026-03-01］{REASON}"));
    assert_eq!(widenings(&old, &new), (1, 0));
    let new = with(clause, &format!("承認［加盟店へ、2026-03-01］{REASON}"));
    assert_eq!(widenings(&old, &new), (1, 1));
}

/// The codes about acknowledgements that `check` reports beside a 旧版.
fn codes(old: &str, new: &str) -> Vec<&'static str> {
    let (old, new) = (policy(&earlier(old)), policy(new));
    let found = hoshin::internals::diff::findings::findings(&compare(&old, &new, &Options::default()));
    found.iter().map(|found| found.code.name()).collect()
}

/// Who answers for 個人情報 has not said that it is the address: the next revision would pass as well.
#[test]
fn a_name_wider_than_what_becomes_wider_lets_nothing_pass() {
    let old = source(NARROW, "", "");
    for name in ["個人情報", "第三者"] {
        let new = source(WIDE, "", &format!("承認［{name}、2026-03-01］{REASON}"));
        assert_eq!(widenings(&old, &new), (1, 1), "{name}");
        assert_eq!(codes(&old, &new), ["H0710", "H0701"], "{name}");
    }
    // All of it becomes wider.
    let all = source(
        "提供先［加盟店］\n項目［個人情報］",
        "",
        &format!("承認［個人情報、2026-03-01］{REASON}"),
    );
    let none = source("提供先［加盟店］\n項目［氏名］", "", "").replace("項目［氏名］", "項目［閲覧履歴］");
    let none = none.replace("・購入履歴 }", "・購入履歴 }\n情報 閲覧履歴");
    let all = all.replace("・購入履歴 }", "・購入履歴 }\n情報 閲覧履歴");
    assert_eq!(widenings(&none, &all), (1, 0));
    assert_eq!(codes(&none, &all), [] as [&str; 0]);
}

#[test]
fn another_full_stop_in_the_reason_is_no_new_acknowledgement() {
    let first = source(WIDE, "", "承認［加盟店へ、住所、2026-03-01］\"お客様に通知した\"");
    let wider = "提供先［加盟店］\n項目［氏名、住所、購入履歴］";
    for reason in ["お客様に通知した。", "別の理由"] {
        for names in [
            "加盟店へ、住所",
            "住所、加盟店へ",
            "加盟店へ",
            "加盟店へ、住所、購入履歴",
        ] {
            let again = source(wider, "", &format!("承認［{names}、2026-03-01］\"{reason}\""));
            assert_eq!(widenings(&first, &again), (1, 1), "{names} {reason}");
        }
    }
}

#[test]
fn what_was_decided_before_the_previous_revision_lets_nothing_pass() {
    let old = source(NARROW, "", "");
    for (date, left) in [("2024-12-01", 1), ("2025-04-01", 1), ("2025-04-02", 0)] {
        let new = source(WIDE, "", &format!("承認［加盟店へ、{date}］{REASON}"));
        assert_eq!(widenings(&old, &new), (1, left), "{date}");
        let expected: &[&str] = if left == 1 { &["H0709", "H0701"] } else { &[] };
        assert_eq!(codes(&old, &new), expected, "{date}");
    }
}

/// Two changes of one revision that is being prepared bear the same 最終改定.
#[test]
fn a_revision_in_preparation_takes_acknowledgements_one_after_the_other() {
    let first = source(WIDE, "", &format!("承認［住所、2026-03-01］{REASON}"));
    let wider = "提供先［加盟店］\n項目［氏名、住所、購入履歴］";
    let acknowledged = format!("承認［住所、2026-03-01］{REASON}\n    承認［購入履歴、2026-03-20］{REASON}");
    let (old, new) = (policy(&first), policy(&source(wider, "", &acknowledged)));
    assert_eq!(compare(&old, &new, &Options::default()).unacknowledged().count(), 0);
}
