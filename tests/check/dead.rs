//! Clauses that decide nothing: what covers what, and which of several is reported.

use hoshin::internals::diagnostic::Code;

use hoshin::internals::check::dead;

use super::{codes, found, words};
use crate::support::compiled;

const VOCABULARY: &str = "
情報 個人情報 { ・氏名［直接識別］ ・購入履歴 }
主体 第三者 { ・加盟店 ・研究所 }
条件 { ・注文［本人選択］ }
";

fn policy(clauses: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱いについて」{{\n章 本則「取扱い」{{\n{clauses}\n}}\n}}\n")
}

/// A clause with one act.
fn clause(name: &str, act: &str, rest: &str) -> String {
    format!("{act} {name}「{name}の定め」{{ {rest} }}\n")
}

#[test]
fn a_wider_permit_shadows_and_an_equal_one_repeats() {
    let beside = |other: &str| {
        codes(&policy(
            &(clause("甲", "提供", "提供先［加盟店］\n項目［氏名］\n場合［注文］") + other),
        ))
    };
    assert_eq!(
        beside(&clause("乙", "提供", "提供先［加盟店］\n項目［氏名］\n場合［注文］")),
        [Code::H0504]
    );
    for wider in [
        "提供先［第三者］\n項目［氏名］\n場合［注文］",
        "提供先［加盟店］\n項目［個人情報］\n場合［注文］",
        "提供先［加盟店］\n項目［氏名］",
    ] {
        assert_eq!(beside(&clause("乙", "提供", wider)), [Code::H0520], "{wider}");
    }
    for other in [
        "提供先［研究所］\n項目［氏名］\n場合［注文］",
        "提供先［加盟店］\n項目［購入履歴］\n場合［注文］",
        "提供先［加盟店］\n項目［氏名］\n場合［法令］",
    ] {
        assert_eq!(beside(&clause("乙", "提供", other)), [], "{other}");
    }
    assert_eq!(beside(&clause("乙", "掲載", "項目［氏名］\n場合［注文］")), []);
}

#[test]
fn permits_that_cover_only_together_are_named_together() {
    let source = policy(
        &(clause("甲", "提供", "提供先［加盟店］\n項目［氏名、購入履歴］")
            + &clause("乙", "提供", "提供先［第三者］\n項目［氏名］")
            + &clause("丙", "提供", "提供先［第三者］\n項目［購入履歴］")),
    );
    let bad = found(&source);
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0520]);
    assert!(
        words(&bad[0]).contains("1.(2)「乙の定め」、1.(3)「丙の定め」がすでに許しています"),
        "{}",
        words(&bad[0])
    );
}

#[test]
fn of_clauses_that_say_the_same_only_the_later_ones_are_reported() {
    let same = |name: &str| clause(name, "提供", "提供先［加盟店］\n項目［氏名］");
    assert_eq!(codes(&policy(&(same("甲") + &same("乙")))), [Code::H0504]);
    assert_eq!(
        codes(&policy(&(same("甲") + &same("乙") + &same("丙")))),
        [Code::H0504, Code::H0504]
    );
    // 甲 says the same as one half of 乙, which is not dead, whatever stands below.
    let halves = "提供先［研究所］\n項目［氏名、購入履歴］\n加工 {\n 項目［購入履歴］\n 水準［統計］\n }";
    let pair = same("丙") + &same("丁");
    let raw = clause("甲", "提供", "提供先［研究所］\n項目［氏名］");
    let halves = clause("乙", "提供", halves);
    let alone = codes(&policy(&format!("{raw}{halves}")));
    let with_others = codes(&policy(&format!("{raw}{halves}{pair}")));
    assert_eq!(with_others.len(), alone.len() + 1, "{alone:?} {with_others:?}");
}

#[test]
fn how_things_are_collected_may_be_said_beside_what_is() {
    let routes = |rest: &str| {
        policy(&format!(
            "経路 {{ ・店頭「店頭で氏名を伺う方法」［氏名］ ・通販「通信販売で氏名を伺う方法」［氏名］ }}
{rest}"
        ))
    };
    assert_eq!(
        codes(&routes("取得［個人情報］「氏名その他の個人情報を取得します。」")),
        []
    );
    // The same route for the same data is said twice.
    assert_eq!(
        codes(&routes("取得［氏名］「店頭で氏名を取得します。」{ 経路［店頭］ }")),
        [Code::H0504]
    );
    // Without a route in either it is what another clause says.
    assert_eq!(
        codes(&policy(
            "取得［個人情報］「氏名その他の個人情報を取得します。」
取得［氏名］「氏名を取得します。」"
        )),
        [Code::H0520]
    );
}

#[test]
fn a_prohibition_that_decides_where_two_others_may_not_is_alive() {
    let source = policy(
        &(clause("許可", "提供", "提供先［加盟店］\n項目［氏名］")
            + &clause("禁止", "提供しない", "提供先［加盟店］\n項目［氏名］")
            + &clause(
                "注文時の禁止",
                "提供しない",
                "提供先［加盟店］\n項目［氏名］\n場合［注文］",
            )
            + "・特約 特別の許可「法令に基づく場合は、氏名を提供します。」{ 対象［氏名］\n提供先［加盟店］\n場合［法令］\n許可［提供］ }\n"),
    );
    let policy = compiled::policy(&source);
    let dead: Vec<&str> = dead::dead(&policy)
        .iter()
        .map(|dead| policy.document.clause(dead.clause).anchor.as_str())
        .collect();
    assert_eq!(
        dead,
        ["本則.注文時の禁止"],
        "the prohibition without a case is what decides"
    );
}

#[test]
fn a_long_title_is_cut_where_it_is_cited() {
    let cited = |title: &str| {
        let same = |name: &str| format!("提供 {name}「{title}」{{ 提供先［加盟店］\n項目［氏名］ }}\n");
        let bad = found(&policy(&(same("甲") + &same("乙"))));
        bad[0].message.ja.clone()
    };
    let letters = |count: usize| "あ".repeat(count);
    assert_eq!(
        cited(&letters(24)),
        format!("1.(2)「{0}」は、規則としては1.(1)「{0}」と同じです", letters(24))
    );
    assert_eq!(
        cited(&letters(25)),
        format!("1.(2)「{0}…」は、規則としては1.(1)「{0}…」と同じです", letters(24))
    );
    let dotted = letters(23) + "…" + "い";
    assert!(
        cited(&dotted).contains(&format!("「{}…」は", letters(23))),
        "one ellipsis"
    );
}
