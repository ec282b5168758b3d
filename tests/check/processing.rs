//! What a 加工 leaves, drops, keeps and replaces.

use hoshin::internals::diagnostic::Code;

use super::{codes, faults, found, words};

const VOCABULARY: &str = "
情報 個人情報 {
  ・氏名［直接識別］
  ・会員番号［直接識別］
  ・生年月日［準識別］
  ・性別［準識別］
  ・郵便番号［準識別］
  ・購入履歴
}
情報 属性情報 { ・年代［準識別］ ・都道府県［準識別］ }
主体 研究所
主体 配信会社
";

/// A provision of items with a 加工, and what else stands in the chapter.
fn policy(items: &str, processing: &str, beside: &str) -> String {
    format!(
        "{VOCABULARY}方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供 研究のための提供「研究所への提供」{{
      提供先［研究所］
      加工 {{
        項目［{items}］
        {processing}
      }}
    }}
    {beside}
  }}
}}
"
    )
}

#[test]
fn a_direct_identifier_that_survives_is_named() {
    let bad = policy("氏名、会員番号、購入履歴", "除外［氏名］\n 水準［個人非識別］", "");
    assert_eq!(codes(&bad), [Code::H0514]);
    assert!(words(&found(&bad)[0]).contains("「個人非識別」に加工しても「会員番号」が残ります"));
    assert_eq!(
        codes(&policy(
            "氏名、会員番号、購入履歴",
            "除外［氏名、会員番号］\n 水準［個人非識別］",
            ""
        )),
        []
    );
    assert_eq!(
        codes(&policy(
            "氏名、会員番号、購入履歴",
            "残す［購入履歴］\n 水準［仮名加工］",
            ""
        )),
        []
    );
}

#[test]
fn how_far_is_enough_where_nothing_is_said_of_how() {
    assert_eq!(codes(&policy("個人情報", "水準［匿名加工］", "")), []);
    // But an item that is named and is the identifier itself can be nothing else.
    assert_eq!(codes(&policy("氏名、購入履歴", "水準［匿名加工］", "")), [Code::H0514]);
    assert_eq!(codes(&policy("氏名、購入履歴", "水準［統計］", "")), []);
}

#[test]
fn what_is_dropped_kept_or_replaced_was_among_the_items() {
    let dropped = policy("購入履歴", "除外［氏名］\n 水準［個人非識別］", "");
    assert_eq!(codes(&dropped), [Code::H0515]);
    assert!(words(&found(&dropped)[0]).contains("除外する「氏名」は、項目にありません"));
    let kept = policy("氏名、購入履歴", "残す［購入履歴、年代］\n 水準［個人非識別］", "");
    assert!(words(&found(&kept)[0]).contains("残す「年代」は、項目にありません"));
    let replaced = policy("購入履歴", "一般化［生年月日 → 年代］\n 水準［個人非識別］", "");
    assert!(words(&found(&replaced)[0]).contains("一般化する「生年月日」は、項目にありません"));
    // What is made of an item may be kept.
    assert_eq!(
        codes(&policy(
            "生年月日、購入履歴",
            "残す［年代］\n 一般化［生年月日 → 年代］\n 水準［個人非識別］",
            ""
        )),
        []
    );
}

#[test]
fn what_is_kept_is_not_dropped() {
    let bad = policy("氏名、購入履歴", "除外［氏名］\n 残す［氏名］\n 水準［個人非識別］", "");
    assert_eq!(codes(&bad), [Code::H0516]);
    // 「個人情報のうち氏名を除いて残す」 is no contradiction.
    assert_eq!(
        codes(&policy(
            "氏名、購入履歴",
            "除外［氏名］\n 残す［個人情報］\n 水準［個人非識別］",
            ""
        )),
        []
    );
}

#[test]
fn three_quasi_identifiers_together_are_worth_a_hint_and_the_known_triple_a_warning() {
    let three = policy("生年月日、性別、年代", "除外［氏名］\n 水準［個人非識別］", "");
    assert_eq!(codes(&three), [Code::H0515, Code::H0517]);
    let triple = policy("個人情報", "除外［氏名、会員番号］\n 水準［個人非識別］", "");
    assert_eq!(codes(&triple), [Code::H0521]);
    let two = policy("個人情報", "除外［氏名、会員番号、郵便番号］\n 水準［個人非識別］", "");
    assert_eq!(codes(&two), []);
    let coarser = policy(
        "個人情報",
        "除外［氏名、会員番号］\n 一般化［生年月日 → 年代、郵便番号 → 都道府県］\n 水準［個人非識別］",
        "",
    );
    assert_eq!(codes(&coarser), [Code::H0517], "sex, age group and prefecture");
}

#[test]
fn a_party_that_has_an_item_both_ways_can_match_the_two() {
    let raw = |party: &str| {
        format!(
            "提供 そのままの提供「{party}への提供」{{ 提供先［{party}］
      項目［氏名、購入履歴］
    }}"
        )
    };
    let processing = "除外［氏名］\n 水準［個人非識別］";
    let bad = policy("氏名、購入履歴", processing, &raw("研究所"));
    assert_eq!(codes(&bad), [Code::H0518]);
    assert!(words(&found(&bad)[0]).contains("容易照合性"));
    assert_eq!(codes(&policy("氏名、購入履歴", processing, &raw("配信会社"))), []);
}

#[test]
fn a_generalisation_makes_something_coarser() {
    let generalise = |pair: &str| {
        let bad = policy(
            "個人情報",
            &format!("除外［氏名、会員番号、郵便番号］\n 一般化［{pair}］\n 水準［個人非識別］"),
            "",
        );
        codes(&bad)
    };
    assert_eq!(generalise("生年月日 → 年代"), []);
    assert!(generalise("購入履歴 → 年代").contains(&Code::H0519), "more identifying");
    assert!(generalise("生年月日 → 生年月日").contains(&Code::H0519), "the same");
    assert!(
        generalise("生年月日 → 氏名").contains(&Code::H0519),
        "a direct identifier"
    );
}

#[test]
fn every_processing_is_looked_at_once() {
    let beside = "提供 配信のための提供「配信会社への提供」{
      提供先［配信会社］
      加工 {
        項目［氏名、購入履歴］
        水準［匿名加工］
      }
    }";
    let same = policy("氏名、購入履歴", "水準［匿名加工］", beside);
    assert_eq!(codes(&same), [Code::H0514; 2], "the same in two clauses");
    // A 但し makes a second norm of the one clause, and a second act another.
    let lifted = policy("氏名、購入履歴", "水準［匿名加工］\n 但し［同意］", "");
    assert_eq!(codes(&lifted), [Code::H0514]);
}

#[test]
fn one_detail_says_how() {
    // 購入履歴 is what a category leaves, and 氏名 is in it.
    assert_eq!(
        codes(&policy("個人情報", "除外［性別］\n 水準［匿名加工］", "")),
        [Code::H0514]
    );
    assert_eq!(
        codes(&policy("個人情報", "残す［氏名、購入履歴］\n 水準［匿名加工］", "")),
        [Code::H0514]
    );
    assert_eq!(
        codes(&policy("個人情報", "一般化［生年月日 → 年代］\n 水準［匿名加工］", "")),
        [Code::H0514, Code::H0517],
        "and sex, postcode and age group survive"
    );
}

#[test]
fn the_example_of_what_survives_is_what_identifies() {
    let source = "情報 個人情報 { ・購入履歴 ・氏名［直接識別］ }
主体 研究所
方針「個人情報の取扱いについて」{
  章 提供「第三者への提供」{
    提供「研究所への提供」{
      提供先［研究所］
      加工 {
        項目［購入履歴、氏名］
        水準［匿名加工］
      }
    }
  }
}
";
    let bad = found(source);
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0514]);
    let told = words(&bad[0]);
    assert!(
        told.contains("例えば、「匿名加工」に加工した「氏名」を「研究所」に提供する"),
        "{told}"
    );
}

/// The text marked is the 加工; nothing is told where the clause is named, makes the data anonymous, or speaks of other parties.
#[test]
fn what_is_processed_past_a_promise_is_for_a_person_to_judge() {
    let source = |promise: &str, party: &str, state: &str| {
        format!(
            "情報 個人情報 {{ ・購入履歴 ・氏名［直接識別］ }}
主体 第三者 {{ ・研究所 ・加盟店 }}
方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供しない「個人情報を{party}に提供しません。」{{
      提供先［{party}］
      項目［個人情報］
      {promise}
    }}
    提供 報告「研究所への提供」{{
      提供先［研究所］
      加工「購入履歴は、加工した上で提供します。」{{
        項目［購入履歴］
        水準［{state}］
      }}
    }}
  }}
}}
"
        )
    };
    let bad = found(&source("", "第三者", "個人非識別"));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0525]);
    assert!(words(&bad[0]).contains("人が判断してください"));
    assert_eq!(faults(&source("", "第三者", "個人非識別")), [], "a hint");
    assert_eq!(codes(&source("但し［報告］", "第三者", "個人非識別")), []);
    assert_eq!(codes(&source("", "第三者", "匿名加工")), []);
    assert_eq!(codes(&source("", "加盟店", "個人非識別")), []);
}
