//! 但し and 優先 that order nothing.

use hoshin::internals::diagnostic::Code;

use super::{codes, found, words};

/// A permit and a prohibition of the same, with what each declares, and chapters beside them.
fn source(permit: &str, refusal: &str, beside: &str) -> String {
    format!(
        "情報 個人情報 {{ ・氏名［直接識別］ ・購入履歴 ・病歴［要配慮］ }}
主体 第三者 {{ ・加盟店 ・研究所 }}
条件 {{ ・注文［本人選択］ }}
方針「個人情報の取扱いについて」{{
  章 提供「第三者への提供」{{
    提供 許可「加盟店への提供」{{ 提供先［加盟店］
      項目［氏名］
      {permit}
    }}
    提供しない 禁止「氏名の不提供」{{ 提供先［第三者］
      項目［氏名］
      {refusal}
    }}
  }}
{beside}
}}
"
    )
}

fn of_order(source: &str) -> Vec<Code> {
    let order = [Code::H0523, Code::H0524];
    codes(source).into_iter().filter(|code| order.contains(code)).collect()
}

#[test]
fn clauses_that_each_put_the_other_first_are_told() {
    assert_eq!(of_order(&source("", "但し［許可］", "")), []);
    assert_eq!(of_order(&source("但し［禁止］", "但し［許可］", "")), [Code::H0523]);
    assert_eq!(of_order(&source("優先［禁止］", "優先［許可］", "")), [Code::H0523]);
    assert_eq!(
        of_order(&source("優先［禁止］", "但し［許可］", "")),
        [],
        "the same order twice"
    );
    let bad = found(&source("但し［禁止］", "但し［許可］", ""));
    assert_eq!(
        bad.iter().map(|found| found.code).collect::<Vec<_>>(),
        [Code::H0523],
        "nothing else is said"
    );
    assert!(
        words(&bad[0]).contains("1.(1)「加盟店への提供」と1.「氏名の不提供」は、どちらも相手に譲ることになっています"),
        "{}",
        words(&bad[0])
    );
}

#[test]
fn an_order_between_what_never_meets_is_none() {
    let apart = |case: &str| source(&format!("但し［禁止］\n{case}"), "但し［許可、注文］", "");
    assert_eq!(of_order(&apart("")), [Code::H0523]);
    assert!(
        !of_order(&apart("場合［注文］")).contains(&Code::H0523),
        "never both at once"
    );
}

#[test]
fn an_exception_names_a_clause_that_concerns_it() {
    let beside = |data: &str, party: &str| {
        format!(
            "  章 研究「研究所への提供」{{
    提供 研究「研究所への提供」{{ 提供先［{party}］
      項目［{data}］
    }}
  }}"
        )
    };
    let refusal = "但し［許可、研究］";
    assert_eq!(of_order(&source("", refusal, &beside("氏名", "研究所"))), []);
    assert_eq!(of_order(&source("", refusal, &beside("個人情報", "研究所"))), []);
    assert_eq!(of_order(&source("", refusal, &beside("病歴", "研究所"))), [Code::H0524]);
    // A chapter is spoken of when something in it is, and one of its own clauses is the clause's own.
    let mixed = beside("氏名", "研究所") + "\n" + &beside("病歴", "加盟店").replace("研究「", "別の研究「");
    assert_eq!(of_order(&source("", "但し［許可、研究］", &mixed)), []);
    assert_eq!(
        of_order(&source("", "但し［提供］", "")),
        [],
        "the rest of its own chapter"
    );
    assert_eq!(
        of_order(&source("", "但し［許可、禁止］", "")),
        [Code::H0524],
        "its own clause"
    );
    assert_eq!(
        of_order(&source("優先［研究］", "但し［許可］", &beside("病歴", "研究所"))),
        [Code::H0524]
    );
}

#[test]
fn what_is_said_of_an_idle_exception() {
    let beside = "  章 研究「研究所への提供」{
    提供 研究「病歴の提供」{ 提供先［研究所］
      項目［病歴］
    }
  }";
    let told = |refusal: &str| {
        let bad = found(&source("", refusal, beside));
        let one: Vec<_> = bad.iter().filter(|found| found.code == Code::H0524).collect();
        assert_eq!(one.len(), 1, "{bad:#?}");
        words(one[0])
    };
    let exception = told("但し［許可、研究.研究］");
    assert!(
        exception.contains("の但しが挙げる2.(1)「病歴の提供」は、例外になりません"),
        "{exception}"
    );
    assert!(
        exception.contains("同じ情報・相手・目的についての定めがありません"),
        "{exception}"
    );
    let order = told("但し［許可］\n優先［研究.研究］");
    assert!(
        order.contains("の優先が挙げる2.(1)「病歴の提供」は、順位を変えません"),
        "{order}"
    );
    let own = told("但し［許可、禁止］");
    assert!(own.contains("自らの条項を挙げています"), "{own}");
}

#[test]
fn a_clause_that_cannot_apply_is_not_reported_as_an_idle_exception_too() {
    let beside = "  章 研究「研究所への提供」{
    提供 研究「病歴の提供」{ 提供先［研究所］
      項目［病歴］
      除外［病歴］
    }
  }";
    assert_eq!(of_order(&source("", "但し［許可、研究.研究］", beside)), []);
}

/// Entrusting is no provision (article 27(5)): that is why its clause excepts nothing.
#[test]
fn a_clause_of_another_act_is_told_as_that() {
    let entrusting = "章 委託「委託」{
    委託 取扱いの委託「氏名の取扱いを研究所に委託します。」{ 提供先［研究所］
      項目［氏名］
    }
  }";
    let found = found(&source("", "但し［許可、取扱いの委託］", entrusting));
    let told: String = found.iter().filter(|one| one.code == Code::H0524).map(words).collect();
    assert!(told.contains("は、提供についての定めではありません"), "{told}");
    assert!(!told.contains("同じ情報・相手・目的"), "{told}");
}
