//! A clause by itself, and clauses against what the policy says of itself: purposes, collection, transfers abroad, riders.

use hoshin::internals::diagnostic::Code;

use super::{codes, faults, found, words};

const VOCABULARY: &str = "
情報 個人情報 { ・氏名［直接識別］ ・住所［直接識別］ ・購入履歴 ・要配慮個人情報［要配慮］ }
主体 取引先 { ・加盟店 ・海外倉庫［外国、国名＝シンガポール共和国］ }
条件 { ・注文［本人選択］ ・書面の同意［同意］ ・解約 }
";

fn policy(chapters: &str) -> String {
    format!("{VOCABULARY}方針「個人情報の取扱いについて」{{\n{chapters}\n}}\n")
}

const PURPOSES: &str = "章 利用目的「利用目的」{
    目的 発送「商品の発送」
    目的 改善「サービスの改善」
  }";

const PURPOSES_OF_NAME: &str = "章 利用目的「利用目的」{
    目的 発送「商品の発送」{ 項目［氏名］ }
  }";

fn provide(rest: &str) -> String {
    policy(&format!(
        "章 提供「第三者への提供」{{
    提供 加盟店への提供「加盟店への提供」{{
      提供先［加盟店］
      {rest}
    }}
  }}"
    ))
}

#[test]
fn a_clause_that_excludes_all_its_items_is_empty() {
    assert_eq!(codes(&provide("項目［氏名］\n      除外［個人情報］")), [Code::H0505]);
    assert_eq!(codes(&provide("項目［個人情報］\n      除外［氏名］")), []);
}

#[test]
fn a_processing_that_removes_everything_is_empty_and_nothing_else_is_said() {
    let all = "加工 {\n 項目［氏名］\n 除外［氏名］\n 水準［個人非識別］\n }";
    assert_eq!(codes(&provide(all)), [Code::H0505]);
}

#[test]
fn a_limit_to_all_purposes_limits_to_these() {
    let rider = |limit: &str| {
        policy(&format!(
            "{PURPOSES}
  章 特約「特別な定め」{{
    ・特約 限定「要配慮個人情報は、次の目的にのみ利用します。」{{
      対象［要配慮個人情報］
      限定［{limit}］
    }}
  }}"
        ))
    };
    // Whoever names all purposes there are says that there is no other.
    assert_eq!(codes(&rider("発送、改善")), []);
    assert_eq!(codes(&rider("発送")), []);
}

#[test]
fn a_case_that_the_exception_cancels_is_never_met() {
    let bad = provide("項目［氏名］\n      場合［書面の同意］\n      但し［同意］");
    assert_eq!(codes(&bad), [Code::H0513]);
    assert!(words(&found(&bad)[0]).contains("打ち消し合い"));
    // The other way round something is left: consent that is not in writing.
    assert_eq!(
        codes(&provide("項目［氏名］\n      場合［同意］\n      但し［書面の同意］")),
        []
    );
}

#[test]
fn a_purpose_is_a_stated_one_or_lies_under_one() {
    let source = |purpose: &str| {
        policy(&format!(
            "{PURPOSES}
  章 提供「第三者への提供」{{
    提供 {{
      「当社は、氏名を加盟店に提供します。」
      提供先［加盟店］
      項目［氏名］
      目的 {{ ・{purpose}「加盟店からのご案内」 }}
    }}
  }}"
        ))
    };
    assert_eq!(codes(&source("案内")), [Code::H0508]);
    assert_eq!(codes(&source("案内［発送］")), []);
}

/// Findings M29: 「次の目的のために収集します」 publishes its purpose itself, and so for what is provided for it.
#[test]
fn a_clause_of_collecting_publishes_its_own_purpose() {
    let source = |act: &str, provided: &str| {
        policy(&format!(
            "{PURPOSES}
  章 収集「自動の収集」{{
    {act}「当社は、次の目的のために氏名を収集します。」{{
      項目［氏名］
      目的 {{ ・不正防止「不正行為の防止」 }}
    }}
  }}
  {provided}"
        ))
    };
    let provided = "章 提供「第三者への提供」{
    提供「当社は、宣伝のために氏名を加盟店に提供します。」{
      提供先［加盟店］
      項目［氏名］
      目的 { ・宣伝「加盟店の宣伝」 }
    }
  }";
    assert_eq!(codes(&source("取得", "")), []);
    assert_eq!(codes(&source("取得", provided)), [Code::H0508]);
}

#[test]
fn every_clause_that_pursues_an_unstated_purpose_is_marked_once() {
    let vocabulary = "目的 調査「市場の調査」\n";
    let clause = |name: &str, processing: &str| {
        format!(
            "提供 {name}「{name}の提供」{{
      提供先［加盟店］
      項目［氏名、購入履歴］
      {processing}
      目的 {{ ・［調査］「市場の調査」 }}
    }}
    "
        )
    };
    let both_ways = "加工 {\n 除外［氏名］\n 水準［個人非識別］\n 但し［同意］\n }";
    let chapters = clause("甲", both_ways) + &clause("乙", "") + &clause("丙", "");
    let source = policy(&format!(
        "{PURPOSES}
  章 提供「第三者への提供」{{
    {chapters}
  }}"
    ));
    let bad = found(&format!("{vocabulary}{source}"));
    let told: Vec<_> = bad.iter().filter(|found| found.code == Code::H0508).collect();
    assert_eq!(told.len(), 1, "{bad:#?}");
    let labels: Vec<&str> = told[0].labels.iter().map(|label| label.text.ja.as_str()).collect();
    assert_eq!(
        labels,
        [
            "この目的",
            "2.(1)「甲の提供」の目的",
            "2.(2)「乙の提供」の目的",
            "2.(3)「丙の提供」の目的",
            "利用目的の定め",
        ]
    );
    assert!(
        words(told[0]).contains("例えば、「書面の同意」の場合に、「調査」の目的で「氏名」を"),
        "{}",
        words(told[0])
    );
}

#[test]
fn an_unstated_purpose_of_one_clause_and_one_of_several_are_two_reports() {
    let vocabulary = "目的 調査「市場の調査」\n目的 集計「販売の集計」\n";
    let clause = |name: &str, purposes: &str| {
        format!("提供 {name}「{name}の提供」{{\n提供先［加盟店］\n項目［氏名］\n目的［{purposes}］\n}}\n")
    };
    let source = |first: &str, second: &str| {
        let chapters = clause("甲", first) + &clause("乙", second);
        format!(
            "{vocabulary}{}",
            policy(&format!("{PURPOSES}\n章 提供「第三者への提供」{{\n{chapters}}}"))
        )
    };
    let unstated = |source: &str| codes(source).iter().filter(|code| **code == Code::H0508).count();
    assert_eq!(unstated(&source("調査、集計", "発送")), 1, "of one clause");
    assert_eq!(unstated(&source("調査、集計", "調査")), 2, "one is of both");
    assert_eq!(unstated(&source("調査", "集計")), 2, "of one clause each");
}

#[test]
fn the_example_of_an_unstated_purpose_is_of_that_purpose() {
    let bad = found(&policy(&format!(
        "{PURPOSES}
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{
      提供先［加盟店］
      項目［氏名］
      目的 {{ ・［発送］「商品の発送」 ・案内「加盟店からのご案内」 }}
    }}
  }}"
    )));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0508]);
    let told = words(&bad[0]);
    assert!(
        told.contains("例えば、「案内」の目的で「氏名」を「加盟店」に提供することは"),
        "{told}"
    );
}

#[test]
fn the_unstated_purposes_of_one_clause_are_one_report_and_one_of_two_clauses_is_too() {
    let clause = |party: &str, purposes: &str| {
        format!(
            "提供「{party}への提供」{{
      提供先［{party}］
      項目［氏名］
      目的 {{ {purposes} }}
    }}"
        )
    };
    let source = |first: &str, second: &str| {
        let vocabulary = "目的 調査「市場の調査」\n";
        let chapters = format!(
            "{PURPOSES}
  章 提供「第三者への提供」{{
    {}
    {}
  }}",
            clause("加盟店", first),
            clause("海外倉庫", second)
        );
        let abroad = "章 越境「国外への提供」{ 越境［提供］「提供先には、海外倉庫を含みます。」\n }";
        format!("{vocabulary}{}", policy(&format!("{chapters}\n  {abroad}")))
    };
    assert_eq!(
        codes(&source(
            "・案内「商品のご案内」 ・集計「販売の集計」",
            "・［発送］「商品の発送」"
        )),
        [Code::H0508]
    );
    assert_eq!(
        codes(&source("・［調査］「市場の調査」", "・［調査］「市場の調査」")),
        [Code::H0508]
    );
}

#[test]
fn purposes_of_a_chapter_that_a_stated_purpose_refers_to_are_stated() {
    let source = policy(
        "章 利用目的「利用目的」{
    目的 発送「商品の発送」
    目的 第三者提供の目的「{提供}に定める提供」
  }
  章 提供「第三者への提供」{
    提供 {
      「当社は、氏名を加盟店に提供します。」
      提供先［加盟店］
      項目［氏名］
      目的 { ・案内「加盟店からのご案内」 }
    }
  }",
    );
    assert_eq!(codes(&source), []);
}

#[test]
fn a_limit_to_a_purpose_that_is_not_stated_leaves_no_use() {
    let source = |limit: &str| {
        let unstated = "目的 改善「サービスの改善」\n";
        let rest = policy(&format!(
            "章 利用目的「利用目的」{{ 目的 発送「商品の発送」
  }}
  章 特約「特別な定め」{{
    ・特約 限定「要配慮個人情報は、次の目的にのみ利用します。」{{
      対象［要配慮個人情報］
      限定［{limit}］
    }}
  }}"
        ));
        format!("{unstated}{rest}")
    };
    assert_eq!(codes(&source("改善")), [Code::H0508]);
    assert_eq!(codes(&source("発送")), []);
}

#[test]
fn what_is_handled_is_collected() {
    let source = |collected: &str| {
        policy(&format!(
            "章 取得「取得する情報」{{
    取得［{collected}］「当社は、次の情報を取得します。」
  }}
  章 提供「第三者への提供」{{
    提供 {{
      「当社は、購入履歴を加盟店に提供します。」
      提供先［加盟店］
      項目［購入履歴］
    }}
  }}"
        ))
    };
    assert_eq!(codes(&source("氏名")), [Code::H0509]);
    assert_eq!(codes(&source("氏名、購入履歴")), []);
    assert_eq!(codes(&source("個人情報")), []);
}

#[test]
fn what_is_made_coarser_is_used() {
    let source = |from: &str| {
        policy(&format!(
            "{PURPOSES_OF_NAME}
  章 取得「取得する情報」{{
    取得［氏名、購入履歴］「当社は、氏名と購入履歴を取得します。」
  }}
  章 提供「第三者への提供」{{
    提供「加盟店への提供」{{
      提供先［加盟店］
      加工 {{
        項目［{from}］
        一般化［{from} → 購入の傾向］
        水準［個人非識別］
      }}
    }}
  }}"
        ))
        .replace("情報 個人情報", "情報 購入の傾向\n情報 個人情報")
    };
    assert_eq!(codes(&source("購入履歴")), []);
    assert_eq!(
        codes(&source("氏名")),
        [Code::H0510],
        "購入履歴 is collected for nothing"
    );
}

#[test]
fn what_a_clause_takes_out_is_not_handled_by_it() {
    let source = policy(
        "章 取得「取得する情報」{
    取得［氏名］「当社は、氏名を取得します。」
  }
  章 提供「第三者への提供」{
    提供「加盟店への提供」{
      提供先［加盟店］
      項目［氏名、購入履歴］
      除外［購入履歴］
    }
  }",
    );
    assert_eq!(codes(&source), []);
}

#[test]
fn a_general_name_is_handled_when_some_of_it_is_collected() {
    let source = policy(
        "章 取得「取得する情報」{
    取得［氏名］「当社は、氏名を取得します。」
  }
  章 提供「第三者への提供」{
    提供 {
      「当社は、法令に基づく場合に、個人情報を加盟店に提供します。」
      提供先［加盟店］
      項目［個人情報］
      場合［法令］
    }
  }",
    );
    assert_eq!(codes(&source), []);
}

#[test]
fn a_party_abroad_is_reached_by_a_transfer_clause() {
    let source = |transfer: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 保管のための提供「海外倉庫への提供」{{
      提供先［海外倉庫］
      項目［氏名］
    }}
  }}
  {transfer}"
        ))
    };
    let bad = found(&source(""));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0511]);
    assert!(words(&bad[0]).contains("越境［保管のための提供］"));
    assert_eq!(
        codes(&source(
            "章 越境「国外への提供」{ 越境［提供］「提供先には、海外倉庫を含みます。」\n }"
        )),
        []
    );
}

#[test]
fn the_party_abroad_is_named_and_another_transfer_clause_is_none_for_it() {
    let source = |covers: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 取引先への提供「取引先への提供」{{
      提供先［加盟店、海外倉庫］
      項目［氏名］
    }}
  }}
  章 委託「委託」{{
    委託 保管の委託「保管の委託」{{
      提供先［海外倉庫］
      項目［購入履歴］
    }}
  }}
  章 越境「国外への提供」{{ 越境［{covers}］「国外の事業者を含みます。」
  }}"
        ))
    };
    assert_eq!(codes(&source("提供、委託")), []);
    let bad = found(&source("委託"));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0511]);
    let told = words(&bad[0]);
    assert!(
        told.contains("1.(1)「取引先への提供」は外国にある「海外倉庫」に及びます"),
        "{told}"
    );
    assert!(
        told.contains("例えば、「氏名」を「海外倉庫」に提供することが国外に及びます"),
        "{told}"
    );
}

#[test]
fn a_transfer_clause_reaches_somebody() {
    let source = |covers: &str, party: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 保管のための提供「{party}への提供」{{
      提供先［{party}］
      項目［氏名］
    }}
  }}
  章 越境「国外への提供」{{ 越境{covers}「提供先には、国外の事業者を含みます。」
  }}"
        ))
    };
    assert_eq!(codes(&source("［提供］", "加盟店")), [Code::H0512]);
    assert_eq!(codes(&source("", "加盟店")), [Code::H0512]);
    assert_eq!(codes(&source("［提供］", "海外倉庫")), []);
}

#[test]
fn a_rider_reaches_something_that_the_policy_permits() {
    let source = |target: &str| {
        policy(&format!(
            "章 利用目的「利用目的」{{
    目的 発送「商品の発送」{{
      項目［氏名、住所］
    }}
  }}
  章 特約「特別な定め」{{
    ・特約 禁止「次の情報は、加盟店に提供しません。」{{
      対象［{target}］
      禁止［利用］
      但し［同意］
    }}
  }}"
        ))
    };
    let bad = found(&source("購入履歴"));
    assert_eq!(
        bad.iter().map(|found| found.code).collect::<Vec<_>>(),
        [Code::H0506],
        "{bad:#?}"
    );
    assert!(words(&bad[0]).contains("対象「購入履歴」を扱う条項がありません"));
    assert_eq!(codes(&source("氏名")), []);
}

#[test]
fn a_rider_that_only_processed_data_escapes_is_told_so() {
    let source = |rider: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 加盟店への提供「加盟店への提供」{{
      提供先［加盟店］
      加工 {{
        項目［購入履歴］
        水準［匿名加工］
      }}
    }}
  }}
  章 特約「特別な定め」{{
    ・特約 履歴の禁止「購入履歴は、加盟店に提供しません。」{{
      {rider}
    }}
  }}"
        ))
    };
    let bad = found(&source("対象［購入履歴］\n提供先［加盟店］\n禁止［提供］"));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0506]);
    let words = words(&bad[0]);
    assert!(words.contains("「匿名加工」に加工した情報だけ"), "{words}");
    assert!(words.contains("`水準［匿名加工］`"), "{words}");
    let mended = source("提供しない［購入履歴］{\n提供先［加盟店］\n水準［匿名加工］\n}");
    assert!(!codes(&mended).contains(&Code::H0506), "{:#?}", found(&mended));
}

#[test]
fn a_permit_and_a_prohibition_that_overlap_are_compared_in_whole_words() {
    let source = |party: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 許可「加盟店への提供」{{
      提供先［加盟店］
      項目［氏名］
      場合［注文］
    }}
    提供しない 禁止「当社は、解約の場合を除き、氏名を提供しません。」{{
      提供先［{party}］
      項目［氏名］
      但し［解約］
    }}
  }}"
        ))
    };
    let told = |party: &str| found(&source(party)).iter().map(words).collect::<String>();
    let wider = told("取引先");
    assert!(
        wider.starts_with("1.(1)「加盟店への提供」の許可と1.「当社は、解約の場合を除き、氏名を提供しません。」の禁止が、一部で食い違っています"),
        "{wider}"
    );
    assert!(
        wider.contains("許可は禁止より相手が狭く、働く場合の一部だけが重なり、ほかは同じです"),
        "{wider}"
    );
    let same = told("加盟店");
    assert!(
        same.contains("許可と禁止は、働く場合の一部だけが重なり、ほかは同じです"),
        "{same}"
    );
}

/// What a prohibition gives way to is not in it.
#[test]
fn a_prohibition_that_gives_way_does_not_hold_all_that_is_permitted() {
    let policy = policy(
        "章 目的「利用目的」{
    目的 発送「商品の発送」
  }
  章 利用「利用」{
    利用しない「利用目的の達成に必要な範囲を超えて氏名を利用しません。」{
      項目［氏名］
      但し［目的］
    }
    利用「法令に基づく場合は、氏名を利用します。」{
      項目［氏名］
      場合［法令］
    }
  }",
    );
    let told = found(&policy).iter().map(words).collect::<String>();
    assert!(
        told.contains("例えば、「法令」の場合に、その他の目的で「氏名」を利用することを"),
        "{told}"
    );
    assert!(told.contains("禁止が`但し`で退くところを除いて"), "{told}");
}

#[test]
fn a_rider_whose_case_no_clause_can_meet_is_idle() {
    let source = |case: &str| {
        policy(&format!(
            "章 利用目的「利用目的」{{
    目的 発送「商品の発送」{{
      但し［解約］
    }}
  }}
  章 特約「特別な定め」{{
    ・特約 禁止「次の場合は、個人情報を利用しません。」{{
      対象［個人情報］
      場合［{case}］
      禁止［利用］
    }}
  }}"
        ))
    };
    assert_eq!(codes(&source("解約")), [Code::H0506]);
    assert_eq!(codes(&source("注文")), []);
}

#[test]
fn riders_that_permit_and_forbid_the_same_are_at_odds() {
    let source = |priority: &str| {
        policy(&format!(
            "{PURPOSES}
  章 特約「特別な定め」{{
    ・特約 注文の許可「ご注文をいただいた場合、要配慮個人情報をサービスの改善に利用します。」{{
      対象［要配慮個人情報］
      場合［注文］
      許可［利用、改善］
      {priority}
    }}
    ・特約 要配慮の限定「要配慮個人情報は、商品の発送のためにのみ利用します。」{{
      対象［要配慮個人情報］
      限定［発送］
    }}
  }}"
        ))
    };
    assert_eq!(codes(&source("")), [Code::H0507]);
    assert_eq!(codes(&source("優先［要配慮の限定］")), []);
}

#[test]
fn a_rider_goes_before_an_ordinary_clause_without_a_word() {
    let source = policy(&format!(
        "{PURPOSES}
  章 特約「特別な定め」{{
    ・特約 限定「要配慮個人情報は、商品の発送のためにのみ利用します。」{{
      対象［要配慮個人情報］
      限定［発送］
    }}
  }}"
    ));
    assert_eq!(codes(&source), []);
}

#[test]
fn a_forgotten_exception_is_one_report_however_many_clauses_it_hits() {
    let clauses: String = ["氏名", "住所", "購入履歴"]
        .iter()
        .map(|data| {
            format!(
                "    提供 {data}の提供「{data}の提供」{{
      提供先［加盟店］
      項目［{data}］
    }}\n"
            )
        })
        .collect();
    let source = policy(&format!(
        "章 提供「第三者への提供」{{
{clauses}    提供しない 原則「上記のほか、当社は、個人情報を取引先に提供しません。」{{
      提供先［取引先］
      項目［個人情報］
    }}
  }}"
    ));
    let bad = found(&source);
    assert_eq!(bad.len(), 1, "{bad:#?}");
    assert_eq!(bad[0].code, Code::H0501);
    assert!(words(&bad[0]).contains("3 の条項の許可と食い違っています"));
    assert!(words(&bad[0]).contains("但し［氏名の提供、住所の提供、購入履歴の提供］"));
}

#[test]
fn a_permit_that_meets_many_prohibitions_is_one_report_too() {
    let clauses: String = ["氏名", "住所", "購入履歴"]
        .iter()
        .map(|data| {
            format!(
                "    提供しない {data}の不提供「{data}は提供しません。」{{
      提供先［加盟店］
      項目［{data}］
    }}\n"
            )
        })
        .collect();
    let source = |declared: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 加盟店への提供「当社は、個人情報を加盟店に提供します。」{{
      提供先［加盟店］
      項目［個人情報］
      {declared}
    }}
{clauses}  }}"
        ))
    };
    let bad = found(&source(""));
    assert_eq!(bad.len(), 1, "{bad:#?}");
    assert_eq!(bad[0].code, Code::H0502);
    assert!(words(&bad[0]).contains("3 の条項の禁止と食い違っています"));
    assert!(words(&bad[0]).contains("但し［氏名の不提供、住所の不提供、購入履歴の不提供］"));
    assert_eq!(
        codes(&source("但し［氏名の不提供、住所の不提供、購入履歴の不提供］")),
        []
    );
}

#[test]
fn what_a_rider_decides_is_no_conflict_below_it() {
    let source = |rider: &str| {
        policy(&format!(
            "章 提供「第三者への提供」{{
    提供 加盟店への提供「当社は、氏名を加盟店に提供します。」{{
      提供先［加盟店］
      項目［氏名］
    }}
    提供しない 不提供「当社は、個人情報を加盟店に提供しません。」{{
      提供先［加盟店］
      項目［個人情報］
    }}
  }}
  章 特約「特別な定め」{{
    ・特約 禁止「氏名は、加盟店に提供しません。」{{
      対象［氏名］
      提供先［加盟店］
      禁止［提供］
      {rider}
    }}
  }}"
        ))
    };
    assert!(!codes(&source("")).contains(&Code::H0501));
    assert_eq!(codes(&source("但し［同意］")), [Code::H0501, Code::H0520]);
}

#[test]
fn a_policy_with_an_error_found_by_a_check_is_still_there() {
    let source = policy(
        "章 提供「第三者への提供」{
    提供 提供「氏名の提供」{ 提供先［加盟店］
      項目［氏名］
    }
    提供しない「当社は、氏名を加盟店に提供しません。」{ 提供先［加盟店］
      項目［氏名］
    }
  }",
    );
    assert_eq!(faults(&source), [Code::H0501]);
    let compilation = crate::support::compiled::compiled(&source);
    assert!(compilation.has_errors());
    let compared = compilation.compared.expect("it was checked");
    assert_eq!((compared.clauses, compared.pairs, compared.conflicts), (2, 1, 1));
}

#[test]
fn every_pair_of_clauses_is_counted_as_compared() {
    let clauses: String = ["氏名", "住所", "購入履歴", "要配慮個人情報"]
        .map(|data| format!("掲載 {data}の掲載「{data}を掲載します。」{{ 項目［{data}］ }}\n"))
        .concat();
    let compilation = crate::support::compiled::compiled(&policy(&format!("章 掲載「掲載」{{\n{clauses}}}")));
    let compared = compilation.compared.expect("it was checked");
    assert_eq!((compared.clauses, compared.pairs, compared.conflicts), (4, 6, 0));
}

#[test]
fn a_conflict_by_a_linking_is_that_of_what_the_linking_brings() {
    let source = |permitted: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
情報 閲覧情報［個人関連］ {{ ・閲覧履歴 ・端末の種類 }}
主体 加盟店
条件 {{ ・会員登録 }}
方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    紐付け［閲覧情報 → 個人情報］{{ 場合［会員登録］ }}
    提供 許可「加盟店への提供」{{ 提供先［加盟店］\n項目［{permitted}］ }}
    提供しない 禁止「加盟店に個人情報を提供しません。」{{ 提供先［加盟店］\n項目［個人情報］ }}
  }}
}}
"
        )
    };
    // All that is permitted is, under the condition, personal information.
    assert_eq!(codes(&source("閲覧履歴")), [Code::H0501]);
    assert_eq!(codes(&source("氏名")), [Code::H0501]);
}

#[test]
fn what_the_operator_does_alone_is_told_without_a_party() {
    let bad = found(&policy(
        "事業者 当社「株式会社見本商店」
  章 掲載「掲載」{
    掲載 掲載「氏名の掲載」{ 項目［氏名］ }
    掲載しない「氏名は掲載しません。」{ 項目［氏名］ }
  }",
    ));
    assert_eq!(bad.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::H0501]);
    let note = &bad[0].notes[0];
    assert!(note.ja.contains("例えば、「氏名」を掲載することを、"), "{}", note.ja);
    assert!(
        note.en.contains("for example: publishing `氏名`; the decision"),
        "{}",
        note.en
    );
}

/// O7. Such a promise is for the page; nothing holds the rules to it.
#[test]
fn a_promise_to_transfer_nothing_abroad_is_told_where_nobody_is_abroad() {
    let source = |party: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ }}
主体 第三者 {{ ・加盟店 ・倉庫{party} }}
方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供「第三者への提供」{{ 提供先［第三者］
      項目［氏名］
    }}
    越境しない「当社は、個人情報を外国にある第三者に提供しません。」{{ 項目［個人情報］ }}
  }}
}}
"
        )
    };
    assert_eq!(codes(&source("")), [Code::H0505]);
    assert_eq!(faults(&source("")), [], "a hint");
    let told = words(&found(&source(""))[0]);
    assert!(told.contains("相手方が外国にあるかどうかは確かめていません"), "{told}");
    assert_eq!(codes(&source("［外国］")), []);
}

/// O6. Who adds what is collected narrows what the purposes reach.
#[test]
fn data_that_nothing_uses_is_told_to_be_beyond_the_purposes() {
    let source = |collecting: &str| {
        format!(
            "情報 個人情報 {{ ・氏名［直接識別］ ・住所［直接識別］ }}
方針「個人情報の取扱いについて」{{
  章 利用目的「利用目的」{{
    目的 配送「商品の配送」{{ ※「住所をもとにお届けします。」 }}
    {collecting}
  }}
}}
"
        )
    };
    let unused = |source: &str| {
        let found = crate::support::compiled::compiled(source).diagnostics;
        let of_name = found.into_iter().find(|found| found.code == Code::H0206);
        of_name.map(|found| words(&found)).unwrap_or_default()
    };
    let beyond = "`氏名` の利用は定めなしになります";
    let told = unused(&source("取得［住所］「住所を取得します。」"));
    assert!(told.contains(beyond), "{told}");
    assert!(!unused(&source("")).contains(beyond));
}
