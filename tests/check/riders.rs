//! 特約 against what they are about, and against one another.

use hoshin::internals::diagnostic::Code;

use super::{codes, found, words};

const VOCABULARY: &str = "
情報 個人情報 { ・氏名［直接識別］ ・購入履歴 ・要配慮個人情報［要配慮］ }
主体 第三者 { ・加盟店 ・研究所 }
条件 { ・注文［本人選択］ ・解約 }
";

fn policy(riders: &str) -> String {
    format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 利用目的「利用目的」{{
    目的 発送「商品の発送」
    目的 改善「サービスの改善」
    目的 案内「商品の案内」
  }}
  章 特約「特別な定め」{{
{riders}  }}
}}
"
    )
}

fn limit(name: &str, target: &str, purposes: &str, rest: &str) -> String {
    format!("    ・特約 {name}「{name}の定め」{{ 対象［{target}］\n 限定［{purposes}］\n {rest} }}\n")
}

#[test]
fn limits_that_meet_leave_a_purpose() {
    let beside = |target: &str, purposes: &str, rest: &str| {
        codes(&policy(
            &(limit("甲", "要配慮個人情報", "発送、改善", "") + &limit("乙", target, purposes, rest)),
        ))
    };
    assert_eq!(beside("要配慮個人情報", "案内", ""), [Code::H0507]);
    assert_eq!(beside("個人情報", "案内", ""), [Code::H0507], "they overlap");
    assert_eq!(beside("要配慮個人情報", "改善、案内", ""), [], "改善 is left");
    assert_eq!(beside("購入履歴", "案内", ""), [], "another target");
    let apart =
        limit("甲", "要配慮個人情報", "発送", "場合［注文］") + &limit("乙", "要配慮個人情報", "改善", "但し［注文］");
    assert_eq!(codes(&policy(&apart)), [], "never both at once");
}

#[test]
fn each_pair_of_limits_that_leave_nothing_is_reported_once() {
    let three = ["発送", "改善", "案内"].map(|purpose| limit(&format!("{purpose}限定"), "氏名", purpose, ""));
    assert_eq!(codes(&policy(&three.concat())), [Code::H0507; 3]);
}

#[test]
fn a_rider_is_idle_beside_a_prohibition_alone() {
    let source = |party: &str| {
        format!(
            "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{ 提供先［加盟店］\n項目［氏名］ }}
    提供しない「研究所に氏名を提供しません。」{{ 提供先［研究所］\n項目［氏名］ }}
  }}
  章 特約「特別な定め」{{
    ・特約 禁止「解約された場合は、氏名を提供しません。」{{
      対象［氏名］
      提供先［{party}］
      場合［解約］
      禁止［提供］
    }}
  }}
}}
"
        )
    };
    assert_eq!(codes(&source("加盟店")), []);
    assert_eq!(codes(&source("研究所")), [Code::H0506]);
}

#[test]
fn that_processing_lets_data_escape_is_said_only_where_it_is_so() {
    let source = |processed: &str, case: &str| {
        format!(
            "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{ 提供先［加盟店］\n項目［氏名］ }}
    {processed}
  }}
  章 特約「特別な定め」{{
    ・特約 履歴の禁止「購入履歴は、研究所に提供しません。」{{
      対象［購入履歴］
      提供先［研究所］
      禁止［提供］
      {case}
    }}
  }}
}}
"
        )
    };
    let escapes = |processed: &str, case: &str| {
        let bad = found(&source(processed, case));
        let idle: Vec<_> = bad.iter().filter(|found| found.code == Code::H0506).collect();
        assert_eq!(idle.len(), 1, "{bad:#?}");
        words(idle[0]).contains("に加工した情報だけ")
    };
    let provide = |act: &str, party: &str, data: &str, rest: &str| {
        format!("{act}「その提供」{{ 提供先［{party}］\n加工 {{\n項目［{data}］\n水準［匿名加工］\n}}\n{rest} }}")
    };
    assert!(escapes(&provide("提供", "研究所", "購入履歴", ""), ""));
    assert!(
        !escapes(&provide("提供", "加盟店", "購入履歴", ""), ""),
        "another party"
    );
    assert!(!escapes(&provide("提供", "研究所", "氏名", ""), ""), "other data");
    assert!(
        !escapes(&provide("提供", "研究所", "購入履歴", "場合［解約］"), "但し［解約］"),
        "never both at once"
    );
    let forbidden = "提供しない「購入履歴」{ 提供先［研究所］\n項目［購入履歴］\n水準［統計］ }";
    assert!(!escapes(forbidden, ""), "a prohibition permits nothing");
    let elsewhere = "掲載「購入履歴の掲載」{ 加工 {\n項目［購入履歴］\n水準［匿名加工］\n} }";
    assert!(!escapes(elsewhere, ""), "another act");
}

#[test]
fn a_rider_that_speaks_of_other_purposes_is_not_told_to_reach_processed_data() {
    let source = format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 利用目的「利用目的」{{
    目的 発送「商品の発送」{{ 項目［氏名］ }}
    目的 改善「サービスの改善」{{
      項目［購入履歴］
      加工 {{
        水準［統計］
      }}
    }}
  }}
  章 特約「特別な定め」{{
    ・特約 禁止「購入履歴は、商品の発送に利用しません。」{{
      対象［購入履歴］
      禁止［利用、発送］
    }}
  }}
}}
"
    );
    let bad = found(&source);
    let idle: Vec<_> = bad.iter().filter(|found| found.code == Code::H0506).collect();
    assert_eq!(idle.len(), 1, "{bad:#?}");
    assert!(!words(idle[0]).contains("に加工した情報だけ"), "{}", words(idle[0]));
}

#[test]
fn a_limit_and_a_prohibition_are_not_at_odds() {
    let riders = limit("甲", "要配慮個人情報", "発送", "")
        + "    ・特約 乙「乙の定め」{ 対象［要配慮個人情報］\n 禁止［提供］ }\n";
    assert!(!codes(&policy(&riders)).contains(&Code::H0507));
}

#[test]
fn riders_of_several_acts_are_covered_only_together() {
    let rider = |name: &str, acts: &str| {
        format!("    ・特約 {name}「{name}の定め」{{ 対象［氏名］\n 提供先［加盟店］\n 禁止［{acts}］ }}\n")
    };
    let source = format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{ 提供先［加盟店］\n項目［氏名］ }}
    共同利用「加盟店との共同利用」{{ 提供先［加盟店］\n項目［氏名］ }}
  }}
  章 特約「特別な定め」{{
{}  }}
}}
",
        rider("両方", "提供、共同利用") + &rider("提供だけ", "提供") + &rider("共同利用だけ", "共同利用")
    );
    let of_riders: Vec<Code> = codes(&source).into_iter().filter(|code| *code != Code::H0518).collect();
    assert!(
        !of_riders.is_empty() && of_riders.iter().all(|code| *code == Code::H0520),
        "{of_riders:?}"
    );
}
